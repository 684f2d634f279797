//! The tests of a query that rows pass or do not, without a score: kinds, dates, amounts, states, and words that must
//! not be there.

use std::borrow::Cow;

use super::columns::Facts;
use super::query::fields::{Has, Is};
use super::query::values::{DateSpan, NumberSpan};
use super::query::{Alternative, DateField, Test, TextField};
use super::rank::Corpus;
use super::scope::states;
use super::values::passes;
use crate::offer::State;

/// A test made ready for many rows: the values of its field are looked through once.
pub(super) struct Filter<'q> {
    test: &'q Test,
    /// For a text field, which of the values of the index pass.
    passing: Vec<bool>,
    /// For words and phrases, which rows have them.
    rows: Vec<bool>,
    /// For states, that of each row.
    standings: Cow<'q, [State]>,
    negated: bool,
}

impl<'q> Filter<'q> {
    /// Makes a test ready. `rows` says for words and phrases which rows have them.
    pub(super) fn new(corpus: Corpus<'q>, alternative: &'q Alternative, rows: Vec<bool>) -> Self {
        let passing = match &alternative.test {
            Test::Text(TextField::Organization, wanted) => corpus.index.organizations.passing(wanted),
            Test::Text(TextField::Place, wanted) => corpus.index.passing_places(wanted),
            Test::Text(TextField::Tag, wanted) => corpus.index.tags.passing(wanted),
            _ => Vec::new(),
        };
        let standings = match &alternative.test {
            Test::Is(_) => states(corpus),
            _ => Cow::default(),
        };
        Self {
            standings,
            test: &alternative.test,
            passing,
            rows,
            negated: alternative.negated,
        }
    }

    /// Tells whether a row passes.
    pub(super) fn passes(&self, corpus: Corpus<'_>, row: usize) -> bool {
        let Some(facts) = corpus.index.columns.get(row) else {
            return false;
        };
        self.holds(corpus, row, facts) != self.negated
    }

    fn holds(&self, corpus: Corpus<'_>, row: usize, facts: &Facts) -> bool {
        let value = |number: u32| self.passing.get(number as usize).copied().unwrap_or_default();
        match self.test {
            Test::Words(_) | Test::Phrase(_) => self.rows.get(row).copied().unwrap_or_default(),
            Test::Text(TextField::Organization, _) => value(facts.organization),
            Test::Text(TextField::Place, _) => value(facts.place),
            Test::Text(TextField::Tag, _) => corpus.index.columns.tags(row).iter().any(|tag| value(*tag)),
            Test::Text(TextField::Title, wanted) => passes(
                corpus.index.lines.get(row).split('\n').next().unwrap_or_default(),
                wanted,
            ),
            Test::Kind(wanted) => wanted.iter().any(|kind| facts.kinds.contains(kind)),
            Test::Stage(wanted) => corpus
                .marks
                .get(row)
                .and_then(|marks| marks.step)
                .is_some_and(|step| wanted.contains(&step)),
            Test::Date(of, spans) => {
                let date = match of {
                    DateField::Deadline => facts.deadline,
                    DateField::Posted => facts.posted,
                    DateField::Start => facts.start,
                };
                date.is_some_and(|date| {
                    spans
                        .iter()
                        .any(|DateSpan { first, last }| (*first..=*last).contains(&date))
                })
            }
            Test::Duration(spans) => facts.duration.is_some_and(|(min, max)| {
                let max = if max == u16::MAX { u32::MAX } else { u32::from(max) };
                overlaps(spans, u32::from(min), max)
            }),
            Test::Pay(spans) => facts.pay.is_some_and(|(min, max)| overlaps(spans, min, max)),
            Test::Remote(wanted) => facts.remote.is_some_and(|remote| wanted.contains(&remote)),
            Test::Language(wanted) => facts.language.is_some_and(|language| wanted.contains(&language)),
            Test::Is(wanted) => wanted
                .iter()
                .any(|is| is_so(corpus, self.standings.get(row).copied(), row, *is)),
            Test::Has(wanted) => wanted.iter().any(|has| is_stated(corpus, row, facts, *has)),
        }
    }
}

fn overlaps(spans: &[NumberSpan], min: u32, max: u32) -> bool {
    spans.iter().any(|span| span.min <= max && min <= span.max)
}

fn is_so(corpus: Corpus<'_>, standing: Option<State>, row: usize, is: Is) -> bool {
    let marks = corpus.marks.get(row).copied().unwrap_or_default();
    let over = match standing {
        Some(State::Closed | State::Filled | State::LikelyClosed) => true,
        Some(State::Open | State::ClosingSoon | State::Draft | State::Upcoming | State::Unknown) | None => false,
    };
    let draft = standing == Some(State::Draft);
    match is {
        Is::New => marks.new,
        Is::Open => !over && !draft,
        Is::Closed => over,
        Is::Kept => marks.step.is_some(),
        Is::Hidden => marks.hidden,
        Is::Unread => marks.unread,
        Is::Draft => draft,
    }
}

fn is_stated(corpus: Corpus<'_>, row: usize, facts: &Facts, has: Has) -> bool {
    match has {
        Has::Deadline => facts.deadline.is_some(),
        Has::Email => facts.contact,
        Has::Pay => facts.pay_stated,
        Has::Place => facts.place != 0,
        Has::Duration => facts.duration.is_some(),
        Has::Start => facts.start.is_some(),
        Has::Organization => facts.organization != 0,
        Has::Tag => !corpus.index.columns.tags(row).is_empty(),
        Has::Kind => !facts.kinds.is_empty(),
        Has::Warning => facts.warned,
    }
}
