//! The open offer as the candidate corrected it: what of it can be copied, what it says itself.

use std::borrow::Cow;

use super::{CorrectBox, Model};
use crate::mail::parts::{self, Part};
use crate::offer::Offer;
use crate::tracking::correct::corrected;
use crate::tui::keymap::Action;

/// What can be copied, in the order of the menu.
pub const PARTS: [(Action, Part); 6] = [
    (Action::CopyAddress, Part::Address),
    (Action::CopyCc, Part::Cc),
    (Action::CopyAddresses, Part::Addresses),
    (Action::CopySubject, Part::Subject),
    (Action::CopyLink, Part::Link),
    (Action::CopyBlock, Part::Everything),
];

impl Model {
    /// Returns what copying a part of the open offer would copy; `None` when the offer does not state it.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<String> {
        let open = self.detail.offer()?;
        let offer = self.as_corrected(&open.offer);
        parts::part(&offer.facts, part, self.lang())
    }

    /// Returns what the open offer itself says of a fact that is being corrected; empty when it says nothing.
    #[must_use]
    pub fn stated(&self, correcting: &CorrectBox) -> String {
        let opened = self.detail.offer();
        let opened = opened.filter(|opened| opened.offer.id == correcting.offer);
        opened
            .map(|opened| correcting.fact.stated(&opened.offer))
            .unwrap_or_default()
    }

    /// Returns an offer as the candidate corrected it.
    #[must_use]
    pub fn as_corrected<'m>(&'m self, offer: &'m Offer) -> Cow<'m, Offer> {
        match self.tracked.shortlist.of_offer(&offer.id) {
            Some(application) => corrected(offer, &application.corrected, self.setting.today),
            None => Cow::Borrowed(offer),
        }
    }
}
