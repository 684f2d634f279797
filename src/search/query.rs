//! The query language: one for the interface, the command line and saved views.

use std::ops::Range;

use jiff::civil::Date;

/// A query, understood as far as it could be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What was typed.
    pub text: String,
    /// What could not be understood; those parts are left out of the search, so that a slip never empties the list.
    pub mistakes: Vec<Mistake>,
    /// The order asked for with `sort:`.
    pub sort: Option<Sort>,
}

/// A part of a query that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the query.
    pub range: Range<usize>,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Sort {
    /// Best hits first; without a query, by deadline.
    #[default]
    Relevance,
    /// Nearest deadline first, past ones and none last.
    Deadline,
    /// Most recently posted first.
    Date,
    /// By title.
    Title,
    /// By organisation.
    Organization,
}

impl Query {
    /// Understands what was typed. `today` gives a meaning to `demain` and `+7j`.
    #[must_use]
    pub fn parse(text: &str, today: Date) -> Self {
        let _ = (text, today);
        todo!()
    }
}
