//! Which offers were there at the last visit, and which were opened: the marks `●` new and unread.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::Marks;
use crate::offer::OfferId;

/// What was seen of the catalog, and when. Kept apart from the shortlist: losing it costs marks and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    /// Offers known, with the day they were first there.
    pub known: HashMap<OfferId, Date>,
    /// Offers opened.
    pub opened: HashSet<OfferId>,
    /// Offers that were not known when this visit began.
    new: HashSet<OfferId>,
}

impl Visits {
    /// Makes the visits of what the file holds.
    #[must_use]
    pub fn new(known: HashMap<OfferId, Date>, opened: HashSet<OfferId>) -> Self {
        Self {
            known,
            opened,
            new: HashSet::new(),
        }
    }

    /// Takes note of the offers of a scan. On the very first visit nothing is new: everything would be.
    pub fn meet<'a>(&mut self, offers: impl Iterator<Item = &'a OfferId>, today: Date) {
        let first = self.known.is_empty() && self.new.is_empty();
        for offer in offers {
            if !self.known.contains_key(offer) {
                self.known.insert(offer.clone(), today);
                if !first {
                    self.new.insert(offer.clone());
                }
            }
        }
    }

    /// Takes note that an offer was opened.
    pub fn open(&mut self, offer: &OfferId) {
        self.opened.insert(offer.clone());
    }

    /// Returns the day an offer was first there.
    #[must_use]
    pub fn first_seen(&self, offer: &OfferId) -> Option<Date> {
        self.known.get(offer).copied()
    }

    /// Adds the marks of the visits to those of the shortlist.
    #[must_use]
    pub fn mark(&self, offer: &OfferId, marks: Marks) -> Marks {
        Marks {
            new: self.new.contains(offer),
            unread: !self.opened.contains(offer),
            ..marks
        }
    }
}
