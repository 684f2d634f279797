//! Which offers were there at the last visit, and which were opened: the marks `●` new and unread.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::{Fingerprint, Marks};
use crate::offer::OfferId;

/// What was seen of one offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The day it was first there.
    pub first_seen: Date,
    /// It was opened.
    pub opened: bool,
}

/// What was seen of each offer, by the fingerprint of its name.
pub type Seen = HashMap<Fingerprint, Visit, RandomState>;

/// What was seen of the catalog. Kept apart from the shortlist: losing it costs marks and nothing else.
///
/// Offers are held by the fingerprint of their name: 100,000 of them take 3 MB.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    seen: Seen,
    /// Offers that were not there before this visit.
    new: HashSet<Fingerprint, RandomState>,
    /// On the very first visit nothing is new: everything would be.
    returning: bool,
}

impl Visits {
    /// Makes the visits of what the file holds.
    #[must_use]
    pub fn new(seen: Seen) -> Self {
        Self {
            returning: !seen.is_empty(),
            seen,
            new: HashSet::default(),
        }
    }

    /// Returns what was seen, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (Fingerprint, Visit)> + '_ {
        self.seen.iter().map(|(offer, visit)| (*offer, *visit))
    }

    /// Takes note of offers of the catalog; may be called with one part of a scan after the other.
    pub fn meet<'a>(&mut self, offers: impl IntoIterator<Item = &'a OfferId>, today: Date) {
        for offer in offers {
            let offer = Fingerprint::of(offer.as_str());
            if let Entry::Vacant(place) = self.seen.entry(offer) {
                place.insert(Visit {
                    first_seen: today,
                    opened: false,
                });
                if self.returning {
                    self.new.insert(offer);
                }
            }
        }
    }

    /// Takes note that an offer was opened.
    pub fn open(&mut self, offer: &OfferId, today: Date) {
        let visit = Visit {
            first_seen: today,
            opened: true,
        };
        self.seen.entry(Fingerprint::of(offer.as_str())).or_insert(visit).opened = true;
    }

    /// Returns the day an offer was first there.
    #[must_use]
    pub fn first_seen(&self, offer: &OfferId) -> Option<Date> {
        self.seen
            .get(&Fingerprint::of(offer.as_str()))
            .map(|visit| visit.first_seen)
    }

    /// Adds the marks of the visits to those of the shortlist.
    #[must_use]
    pub fn mark(&self, offer: &OfferId, marks: Marks) -> Marks {
        let offer = Fingerprint::of(offer.as_str());
        let opened = self.seen.get(&offer).is_some_and(|visit| visit.opened);
        Marks {
            new: self.new.contains(&offer),
            unread: !opened,
            ..marks
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn id(name: &str) -> OfferId {
        OfferId::parse(name).unwrap()
    }

    #[test]
    fn on_the_first_visit_nothing_is_new_and_on_the_next_what_was_added_is() {
        let mut first = Visits::default();
        first.meet([&id("a"), &id("b")], date(2026, 11, 1));
        first.open(&id("a"), date(2026, 11, 1));
        assert!(!first.mark(&id("b"), Marks::default()).new);

        let mut second = Visits::new(first.iter().collect());
        second.meet([&id("a")], date(2026, 11, 5));
        second.meet([&id("b"), &id("c")], date(2026, 11, 5));
        let marks = |name| second.mark(&id(name), Marks::default());
        assert!(!marks("a").new && !marks("a").unread);
        assert!(!marks("b").new && marks("b").unread);
        assert!(marks("c").new && marks("c").unread);
        assert_eq!(second.first_seen(&id("b")), Some(date(2026, 11, 1)));
        assert_eq!(second.first_seen(&id("c")), Some(date(2026, 11, 5)));
    }
}
