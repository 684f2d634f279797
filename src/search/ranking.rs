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
    /// The rows that are shown, as long as they are few.
    few: Vec<u32>,
    /// For each fit how many rows have it, then where the next of them goes.
    places: Vec<u32>,
}

/// One row in so many is few: sorting them by themselves is quicker than going through all in their order.
const FEW: usize = 16;
/// Fits that are looked at together: most rows fit nothing that is typed.
const TOGETHER: usize = 16;

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
        let (found, left_out) = self.let_through(&gate, fits);
        let hit = |row: u32, fit: Fit| Hit {
            row,
            in_body: fit & IN_FIELDS == 0,
            hidden: !gate.hides() && corpus.marks.get(row as usize).is_some_and(|marks| marks.hidden),
        };
        let shown = |row: u32| self.shown.get(row as usize).copied().filter(|fit| *fit != 0);
        let mut rows = Vec::with_capacity(found);
        if found == self.few.len() {
            rows.extend(self.few.iter().filter_map(|row| Some(hit(*row, shown(*row)?))));
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

    /// Takes the fits of what is shown and counts them; returns how many there are, and what is not shown.
    fn let_through(&mut self, gate: &Gate<'_>, fits: &[Fit]) -> (usize, LeftOut) {
        let (mut found, mut left_out) = (0, LeftOut::default());
        let few = fits.len() / FEW;
        self.few.clear();
        self.places.clear();
        self.places.resize(usize::from(Fit::MAX) + 1, 0);
        self.shown.clear();
        self.shown.resize(fits.len(), 0);
        let together = fits.chunks(TOGETHER).zip(self.shown.chunks_mut(TOGETHER));
        for ((fits, shown), first) in together.zip((0_u32..).step_by(TOGETHER)) {
            if fits.iter().all(|fit| *fit == 0) {
                continue;
            }
            for ((fit, shown), row) in fits.iter().zip(shown).zip(first..).filter(|((fit, _), _)| **fit != 0) {
                if let Some(why) = gate.why(row) {
                    left_out.count(why);
                    continue;
                }
                *shown = *fit;
                if self.few.len() <= few {
                    self.few.push(row);
                }
                if let Some(count) = self.places.get_mut(usize::from(*fit)) {
                    *count += 1;
                }
                found += 1;
            }
        }
        (found, left_out)
    }
}

/// Turns how many rows have each fit into where the first of them goes, the best fit first.
fn start_places(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts.iter_mut().rev() {
        sum += std::mem::replace(count, sum);
    }
}
