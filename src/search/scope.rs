//! What a list leaves out: the one rule of the interface and the command line.
//!
//! Closed and filled offers, drafts and what the candidate hides stay out, until the query names them (`est:close`,
//! `est:retenue`, `statut:envoyée`, `limite:hier`) or everything is asked for (`X`, `--all`). What stays out is
//! counted, so that it can be said.

use std::borrow::Cow;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::query::fields::Is;
use super::query::values::DateSpan;
use super::query::{DateField, Query, Test};
use super::rank::Corpus;
use crate::offer::state::{State, state};
use crate::tracking::Marks;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Scope {
    /// What is over, not published yet or hidden stays out, unless the query names it.
    #[default]
    Usual,
    /// Nothing stays out.
    All,
}

impl Scope {
    /// Returns the other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Usual => Self::All,
            Self::All => Self::Usual,
        }
    }
}

/// How many offers match but stay out of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Closed or filled.
    pub closed: usize,
    /// Not published yet.
    pub drafts: usize,
    /// Hidden by the candidate, one by one or by a rule.
    pub hidden: usize,
}

impl LeftOut {
    /// Returns how many there are.
    #[must_use]
    pub const fn total(self) -> usize {
        self.closed + self.drafts + self.hidden
    }

    pub(super) fn count(&mut self, why: Why) {
        match why {
            Why::Closed => self.closed += 1,
            Why::Draft => self.drafts += 1,
            Why::Hidden => self.hidden += 1,
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.closed += other.closed;
        self.drafts += other.drafts;
        self.hidden += other.hidden;
    }
}

/// Why an offer stays out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Closed,
    Draft,
    Hidden,
}

/// Says of each row whether a query leaves it out.
pub(super) struct Gate<'a> {
    /// The states, when what is over stays out.
    states: Cow<'a, [State]>,
    /// The marks, when what is hidden stays out.
    marks: &'a [Marks],
}

impl<'a> Gate<'a> {
    pub(super) fn new(corpus: Corpus<'a>, query: &Query) -> Self {
        let (over, hidden) = match corpus.scope {
            Scope::All => (false, false),
            Scope::Usual => (!names_over(query, corpus.today), !query.asks(Is::Hidden)),
        };
        Self {
            states: if over { states(corpus) } else { Cow::default() },
            marks: if hidden { corpus.marks } else { &[] },
        }
    }

    /// Tells whether what is hidden stays out.
    pub(super) fn hides(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Returns why a row stays out; `None` when it does not.
    pub(super) fn why(&self, row: u32) -> Option<Why> {
        let row = row as usize;
        if self.marks.get(row).is_some_and(|marks| marks.hidden) {
            return Some(Why::Hidden);
        }
        match self.states.get(row)? {
            State::Closed | State::Filled => Some(Why::Closed),
            State::Draft => Some(Why::Draft),
            State::Open | State::ClosingSoon | State::LikelyClosed | State::Upcoming | State::Unknown => None,
        }
    }
}

/// Tells whether a query names what is over or not published: by its state, by the shortlist, or by days gone by.
fn names_over(query: &Query, today: Date) -> bool {
    let gone = |spans: &[DateSpan]| spans.iter().all(|span| span.last < today);
    query.tests().any(|test| match test {
        Test::Is(states) => states.iter().any(|is| match is {
            Is::Closed | Is::Kept | Is::Hidden | Is::Draft => true,
            Is::New | Is::Open | Is::Unread => false,
        }),
        Test::Stage(_) => true,
        Test::Date(DateField::Deadline, spans) => gone(spans),
        Test::Date(..)
        | Test::Words(_)
        | Test::Phrase(_)
        | Test::Text(..)
        | Test::Kind(_)
        | Test::Duration(_)
        | Test::Pay(_)
        | Test::Remote(_)
        | Test::Language(_)
        | Test::Has(_) => false,
    })
}

/// Where each row stands on one day, computed when it is first asked for: reading a state out of an offer at each key
/// would cost more than the search.
#[derive(Debug, Default)]
pub(super) struct Standings(OnceLock<(Date, Vec<State>)>);

impl Standings {
    pub(super) fn memory(&self) -> usize {
        self.0.get().map_or(0, |(_, states)| states.capacity())
    }
}

/// Returns the state of each row; those of the day that was asked for first are kept with the index.
pub(super) fn states(corpus: Corpus<'_>) -> Cow<'_, [State]> {
    let of = || corpus.rows.iter().map(|row| state(row, corpus.today).0).collect();
    let (day, states) = corpus.index.standings.0.get_or_init(|| (corpus.today, of()));
    if *day == corpus.today {
        Cow::Borrowed(states)
    } else {
        Cow::Owned(of())
    }
}
