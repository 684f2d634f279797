//! How offers are read: what is looked for in the text, which offers were read before and how far.

use std::collections::BTreeMap;

use super::field::Field;
use crate::markdown::Place;
use crate::offer::OfferId;

/// How many places and steps are remembered.
const LONGEST: usize = 500;

/// What is remembered of offers read before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The first line that was shown of offers left somewhere below their start.
    places: BTreeMap<OfferId, usize>,
    /// The offers read, in order.
    trail: Vec<OfferId>,
    /// Where in the trail one is.
    at: usize,
}

impl Reading {
    /// Remembers how far an offer was read.
    pub fn leave(&mut self, id: &OfferId, scroll: usize) {
        if scroll == 0 {
            self.places.remove(id);
        } else if self.places.len() < LONGEST || self.places.contains_key(id) {
            self.places.insert(id.clone(), scroll);
        }
    }

    /// Returns the line where an offer was left.
    #[must_use]
    pub fn place(&self, id: &OfferId) -> usize {
        self.places.get(id).copied().unwrap_or_default()
    }

    /// Adds an offer to the trail; those ahead of the present one are forgotten, as in a browser.
    pub fn visit(&mut self, id: &OfferId) {
        if self.trail.get(self.at) == Some(id) {
            return;
        }
        self.trail.truncate(self.at + 1);
        self.trail.push(id.clone());
        if self.trail.len() > LONGEST {
            self.trail.remove(0);
        }
        self.at = self.trail.len() - 1;
    }

    /// Returns the offer read before the present one, or after it.
    #[must_use]
    pub fn neighbour(&self, forward: bool) -> Option<&OfferId> {
        let at = if forward { self.at + 1 } else { self.at.checked_sub(1)? };
        self.trail.get(at)
    }

    /// Goes one step along the trail.
    pub fn step(&mut self, forward: bool) {
        if self.neighbour(forward).is_some() {
            self.at = if forward {
                self.at + 1
            } else {
                self.at.saturating_sub(1)
            };
        }
    }
}

/// What is looked for in the open offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Find {
    /// What is typed.
    pub field: Field,
    /// The first line shown when the search began.
    pub from: usize,
    /// The places of each match on the page.
    pub matches: Vec<Vec<Place>>,
    /// The match that is shown, an index of `matches`.
    pub at: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> OfferId {
        OfferId::parse(name).unwrap()
    }

    #[test]
    fn the_trail_works_as_in_a_browser() {
        let mut reading = Reading::default();
        for name in ["a", "b", "b", "c"] {
            reading.visit(&id(name));
        }
        assert_eq!(reading.neighbour(false), Some(&id("b")));
        assert_eq!(reading.neighbour(true), None);
        reading.step(false);
        reading.step(false);
        assert_eq!(
            (reading.neighbour(false), reading.neighbour(true)),
            (None, Some(&id("b")))
        );
        reading.visit(&id("d"));
        assert_eq!(
            (reading.neighbour(false), reading.neighbour(true)),
            (Some(&id("a")), None)
        );
    }

    #[test]
    fn a_place_is_remembered_until_the_start() {
        let mut reading = Reading::default();
        reading.leave(&id("a"), 12);
        assert_eq!(reading.place(&id("a")), 12);
        for number in 0..LONGEST {
            reading.leave(&id(&format!("b{number}")), 1);
        }
        reading.leave(&id("a"), 20);
        assert_eq!(reading.place(&id("a")), 20, "however many others there are");
        reading.leave(&id("a"), 0);
        assert_eq!(reading.place(&id("a")), 0);
    }
}
