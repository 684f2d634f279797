//! Which offers were there at the last visit, and which were opened: the marks `●` new and unread.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

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

/// The most that is held apart from what all copies share.
const MOST_APART: usize = 1024;

/// What was seen of each offer, by the fingerprint of its name.
pub type Seen = HashMap<Fingerprint, Visit, RandomState>;

/// What was seen of the catalog. Kept apart from the shortlist: losing it costs marks and nothing else.
///
/// Offers are held by the fingerprint of their name: 100,000 of them take 3 MB.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visits {
    /// What was seen before: shared by all copies, because there may be 100,000.
    before: Arc<Seen>,
    /// What was seen since, which counts first.
    since: Seen,
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
            before: Arc::new(seen),
            since: Seen::default(),
            new: HashSet::default(),
        }
    }

    /// Returns what was seen, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (Fingerprint, Visit)> + '_ {
        let before = self.before.iter().filter(|(offer, _)| !self.since.contains_key(offer));
        before.chain(&self.since).map(|(offer, visit)| (*offer, *visit))
    }

    /// Takes note of offers of the catalog; may be called with one part of a scan after the other. Tells whether any was
    /// not known.
    pub fn meet<'a>(&mut self, offers: impl IntoIterator<Item = &'a OfferId>, today: Date) -> bool {
        let known = self.since.len();
        for offer in offers {
            let offer = Fingerprint::of(offer.as_str());
            if self.seen(offer).is_none() {
                let first_seen = today;
                let opened = false;
                self.since.insert(offer, Visit { first_seen, opened });
                if self.returning {
                    self.new.insert(offer);
                }
            }
        }
        let met = self.since.len() > known;
        if self.since.len() > MOST_APART {
            Arc::make_mut(&mut self.before).extend(self.since.drain());
            self.since = Seen::default();
        }
        met
    }

    /// Takes note that an offer was opened.
    pub fn open(&mut self, offer: &OfferId, today: Date) {
        let offer = Fingerprint::of(offer.as_str());
        let first_seen = self.seen(offer).map_or(today, |visit| visit.first_seen);
        let opened = true;
        self.since.insert(offer, Visit { first_seen, opened });
    }

    /// Tells whether another copy saw an offer opened that this one did not.
    #[must_use]
    pub fn is_behind(&self, other: &Self) -> bool {
        self.missed(other).next().is_some()
    }

    /// Takes note of the offers that only another copy saw opened.
    pub fn catch_up(&mut self, other: &Self) {
        let missed: Vec<(Fingerprint, Visit)> = self.missed(other).collect();
        for (offer, visit) in missed {
            let first_seen = self.seen(offer).map_or(visit.first_seen, |known| known.first_seen);
            self.since.insert(offer, Visit { first_seen, ..visit });
        }
    }

    fn missed<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Fingerprint, Visit)> + 'a {
        let opened = other.since.iter().filter(|(_, visit)| visit.opened);
        let missed = opened.filter(|(offer, _)| !self.seen(**offer).is_some_and(|known| known.opened));
        missed.map(|(offer, visit)| (*offer, *visit))
    }

    /// Returns the day an offer was first there.
    #[must_use]
    pub fn first_seen(&self, offer: &OfferId) -> Option<Date> {
        let offer = Fingerprint::of(offer.as_str());
        self.seen(offer).map(|visit| visit.first_seen)
    }

    fn seen(&self, offer: Fingerprint) -> Option<&Visit> {
        self.since.get(&offer).or_else(|| self.before.get(&offer))
    }

    /// Adds the marks of the visits to those of the shortlist.
    #[must_use]
    pub fn mark(&self, offer: &OfferId, marks: Marks) -> Marks {
        let offer = Fingerprint::of(offer.as_str());
        let opened = self.seen(offer).is_some_and(|visit| visit.opened);
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
    fn many_offers_are_shared_by_the_copies() {
        let ids: Vec<OfferId> = (0..=MOST_APART).map(|number| id(&format!("offer-{number}"))).collect();
        let mut visits = Visits::default();
        assert!(visits.meet(&ids, date(2026, 11, 1)));
        assert!(!visits.meet(&ids, date(2026, 11, 2)));
        let mut copy = visits.clone();
        copy.open(&ids[7], date(2026, 11, 2));
        assert!(Arc::ptr_eq(&copy.before, &visits.before));
        assert_eq!(copy.iter().count(), ids.len());
        assert_eq!(copy.iter().filter(|(_, visit)| visit.opened).count(), 1);
        assert_eq!(copy.first_seen(&ids[7]), Some(date(2026, 11, 1)));
        assert!(!copy.mark(&ids[7], Marks::default()).unread && visits.mark(&ids[7], Marks::default()).unread);
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
