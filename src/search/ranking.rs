//! Puts the rows that fit in order, and keeps back what stays out of the list.
//!
//! With a million rows this is most of what a key costs: rows are counted by their fits and set in their places in one
//! pass each, without comparing two of them.

use super::query::{Query, Sort};
use super::rank::{Corpus, Hit, Hits};
use super::scope::{Gate, LeftOut};
use super::searcher::{Fit, IN_FIELDS};

/// Ranks, in room that is kept from one search to the next: asking the system for fresh pages would cost as much as the
/// ranking.
#[derive(Debug, Default)]
pub(super) struct Ranking {
    /// The fit of each row that is shown, 0 for the others.
    shown: Vec<Fit>,
    /// For each fit how many rows have it, then where the next of them goes.
    places: Vec<u32>,
}

impl Ranking {
    /// Returns the rows that fit in order; those with the same fit in the order of `sort`.
    pub(super) fn of(&mut self, corpus: Corpus<'_>, query: &Query, sort: Sort, fits: &[Fit]) -> Hits {
        if fits.iter().all(|fit| *fit == 0) {
            // No order need be made for nothing.
            return Hits::default();
        }
        let order = corpus.index.orders.of(corpus.index, sort);
        let past = order.past(corpus.today);
        let gate = Gate::new(corpus, query);
        let left_out = self.let_through(&gate, fits);
        let found = self.places.iter().map(|count| *count as usize).sum();
        let hit = |row: u32, fit: Fit| Hit {
            row,
            in_body: fit & IN_FIELDS == 0,
            hidden: !gate.hides() && corpus.marks.get(row as usize).is_some_and(|marks| marks.hidden),
        };
        let shown = |row: u32| self.shown.get(row as usize).copied().filter(|fit| *fit != 0);
        let mut rows = Vec::with_capacity(found);
        if found * 16 < fits.len() {
            // Few: sorted by themselves.
            let fitting = (0_u32..).zip(&self.shown).filter(|(_, fit)| **fit != 0);
            rows.extend(fitting.map(|(row, fit)| hit(row, *fit)));
            rows.sort_unstable_by_key(|hit: &Hit| {
                let fit = shown(hit.row).filter(|_| sort == Sort::Relevance);
                (std::cmp::Reverse(fit), order.place(hit.row, past))
            });
        } else if sort == Sort::Relevance {
            let nothing = hit(u32::MAX, IN_FIELDS);
            rows.resize(found, nothing);
            start_places(&mut self.places);
            for row in order.rows(past) {
                let Some(fit) = self.shown.get(row as usize).copied().filter(|fit| *fit != 0) else {
                    continue;
                };
                if let Some(place) = self.places.get_mut(usize::from(fit)) {
                    if let Some(slot) = rows.get_mut(*place as usize) {
                        *slot = hit(row, fit);
                    }
                    *place += 1;
                }
            }
        } else {
            rows.extend(order.rows(past).filter_map(|row| Some(hit(row, shown(row)?))));
        }
        Hits { rows, left_out }
    }

    /// Takes the fits of what is shown and counts them; returns what is not.
    fn let_through(&mut self, gate: &Gate<'_>, fits: &[Fit]) -> LeftOut {
        let mut left_out = LeftOut::default();
        self.places.clear();
        self.places.resize(usize::from(Fit::MAX) + 1, 0);
        self.shown.clear();
        self.shown.extend((0_u32..).zip(fits).map(|(row, fit)| {
            if *fit == 0 {
                return 0;
            }
            if let Some(why) = gate.why(row) {
                left_out.count(why);
                return 0;
            }
            if let Some(count) = self.places.get_mut(usize::from(*fit)) {
                *count += 1;
            }
            *fit
        }));
        left_out
    }
}

/// Turns how many rows have each fit into where the first of them goes, the best fit first.
fn start_places(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts.iter_mut().rev() {
        sum += std::mem::replace(count, sum);
    }
}
