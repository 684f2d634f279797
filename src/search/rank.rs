//! What a search looks at and what it finds.

use jiff::civil::Date;

use super::scope::{LeftOut, Scope};
use super::{BodyIndex, Index, Query, Searcher, Sort};
use crate::offer::Summary;
use crate::tracking::Marks;

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its position among the rows.
    pub row: u32,
    /// True when the body has words that the fields have not.
    pub in_body: bool,
    /// True when the candidate hides it, by itself or by a rule: it is here because it was asked for.
    pub hidden: bool,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The rows in order, the best first, all of them.
    pub rows: Vec<Hit>,
    /// How many more match but stay out.
    pub left_out: LeftOut,
}

/// The bodies of the offers, for what their words alone cannot tell.
pub trait Texts: Sync {
    /// Returns the body of a row; `None` when it cannot be read.
    fn body(&self, row: u32) -> Option<String>;
}

/// What a search looks at.
#[derive(Clone, Copy)]
pub struct Corpus<'a> {
    /// The rows.
    pub rows: &'a [Summary],
    /// Their words.
    pub index: &'a Index,
    /// The words of the bodies, once they are there.
    pub bodies: Option<&'a BodyIndex>,
    /// The bodies themselves; without them no phrase is found in a body.
    pub texts: Option<&'a dyn Texts>,
    /// For each row what the shortlist says of it, in the same order; empty when there is no shortlist.
    pub marks: &'a [Marks],
    /// Today, for states and deadlines.
    pub today: Date,
    /// Whether what is over or hidden may be found.
    pub scope: Scope,
}

impl<'a> Corpus<'a> {
    /// Returns rows with the words of their fields alone: no bodies, no shortlist, and what is over left out.
    #[must_use]
    pub fn of_fields(rows: &'a [Summary], index: &'a Index, today: Date) -> Self {
        Self {
            rows,
            index,
            bodies: None,
            texts: None,
            marks: &[],
            today,
            scope: Scope::Usual,
        }
    }
}

/// Ranks the rows that match `query`; with an empty one, all of them. `sort` is the interface's, the query's wins.
///
/// For one search. Who searches at each key keeps a [`Searcher`], which gives the same rows sooner.
#[must_use]
pub fn search(corpus: Corpus<'_>, query: &Query, sort: Sort) -> Hits {
    Searcher::default().search(corpus, query, sort)
}
