//! What can be done now, and why the rest cannot: footer and help list the first, a key of the second says why.

use super::{Model, View};
use crate::locale::{Phrase, plan, search, ui};
use crate::tui::keymap::Action;

impl Model {
    /// Returns why an action can do nothing at this moment; `None` when it can.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<Phrase> {
        let unless = |possible: bool, why: Phrase| (!possible).then_some(why);
        match action {
            Action::Keep
            | Action::Hide
            | Action::HideOrganization
            | Action::Stage
            | Action::Memo
            | Action::Apply
            | Action::FollowUp
            | Action::Date
            | Action::Papers
            | Action::Dossier
            | Action::Tags
            | Action::MemoInEditor
            | Action::Correct
            | Action::Mark
            | Action::FollowedUp
            | Action::Done
            | Action::Edit
            | Action::Enter
            | Action::Zoom
            | Action::SwitchPane => unless(self.has_selection(), ui::NO_OFFER_SELECTED),
            Action::Copy
            | Action::OpenLink
            | Action::Proof
            | Action::Outline
            | Action::ToApply
            | Action::Find
            | Action::Links
            | Action::Source => unless(self.detail.offer().is_some(), ui::NO_OFFER_SELECTED),
            Action::CardLeft | Action::CardRight => unless(self.has_selection(), plan::NO_CARD),
            Action::ToOwn(number) => unless(self.setting.views.len() > usize::from(number), search::NO_SUCH_VIEW),
            Action::NextNew | Action::PreviousNew => {
                unless(self.view == View::Offers || self.finds(), ui::ONLY_AMONG_OFFERS)
            }
            Action::Closed => unless(self.view == View::Offers, ui::ONLY_AMONG_OFFERS),
            Action::Undo => unless(
                self.tracked.journal.next_undo().is_some() || !self.wishes.undo.is_empty(),
                ui::NOTHING_TO_UNDO,
            ),
            Action::Redo => unless(
                self.tracked.journal.next_redo().is_some() || !self.wishes.redo.is_empty(),
                ui::NOTHING_TO_REDO,
            ),
            _ => None,
        }
    }

    /// Tells whether there is something to act on in the view in front.
    fn has_selection(&self) -> bool {
        match self.view {
            View::Offers => self.offers.current().is_some(),
            View::Kept | View::Board | View::Agenda => self.selected_application().is_some(),
        }
    }
}
