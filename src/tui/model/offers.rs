//! The list: what was typed, what was found, which row is selected.

use std::sync::Arc;

use jiff::civil::Date;

use super::field::Field;
use super::library::Library;
use crate::locale::{Lang, ui};
use crate::offer::state::state;
use crate::offer::{OfferId, State, Summary};
use crate::search::completion::{Completion, complete};
use crate::search::facets::{Facet, facets};
use crate::search::{Corpus, Hit, Hits, Query, Scope, Searcher, Sort};
use crate::tracking::Marks;

/// The orders in the order of the key that changes them.
pub const SORTS: [Sort; 5] = [
    Sort::Relevance,
    Sort::Deadline,
    Sort::Date,
    Sort::Title,
    Sort::Organization,
];

/// Returns the name of an order.
#[must_use]
pub fn order_name(sort: Sort, lang: Lang) -> &'static str {
    let name = SORTS.iter().zip(ui::SORTS).find(|(known, _)| **known == sort);
    name.map_or("", |(_, name)| name.get(lang))
}

/// The list of offers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offers {
    /// The search line.
    pub field: Field,
    /// The order.
    pub sort: Sort,
    /// Whether what is closed or hidden stays out of the list.
    pub scope: Scope,
    /// The newest library; `shown` follows it once it was searched.
    pub library: Arc<Library>,
    /// The number of the last search asked for.
    pub generation: u64,
    /// What the last answered search found.
    pub shown: Shown,
    /// The selected offer. It stays selected while others arrive around it.
    pub selected: Option<OfferId>,
    /// The offer that was selected the last time: selected as soon as it was read, unless the person is faster.
    pub wanted: Option<OfferId>,
    /// Whether the person chose the selected one; until then the first row is selected, whatever arrives.
    pub chosen: bool,
    /// The position of the selected row among the hits.
    pub cursor: usize,
    /// The first row on screen.
    pub offset: usize,
    /// What Tab puts in the search line one after the other; none after any other key.
    pub completing: Option<Completing>,
}

/// A completion that is gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completing {
    /// What was typed.
    pub typed: String,
    /// How it may go on.
    pub completion: Completion,
    /// The candidate in the search line.
    pub at: usize,
}

/// The rows on screen: hits in one library.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shown {
    /// The rows that the hits count in.
    pub library: Arc<Library>,
    /// The query that was searched, for the letters to highlight.
    pub query: Query,
    /// The order of the rows.
    pub hits: Hits,
    /// When nothing was found: the word of the query that alone finds most, and how many offers.
    pub word_alone: Option<(String, usize)>,
    /// The values that occur, when they were asked for.
    pub facets: Vec<Facet>,
    /// How the query may go on, when it was asked.
    pub completion: Option<Completion>,
}

impl Shown {
    /// Searches a library; what the shortlist says of its rows is in `marks`.
    #[must_use]
    pub fn find(searcher: &mut Searcher, library: Arc<Library>, marks: &[Marks], ask: Ask<'_>) -> Self {
        let corpus = Corpus {
            rows: library.rows(),
            index: &library.index,
            bodies: library.bodies.as_deref(),
            texts: Some(&*library),
            marks,
            today: ask.today,
            scope: ask.beside.scope,
        };
        let query = Query::parse(ask.text, ask.today);
        let hits = searcher.search(corpus, &query, ask.sort);
        let words: Vec<&str> = ask.text.split_whitespace().collect();
        let word_alone = if hits.rows.is_empty() && words.len() > 1 {
            let alone = words.into_iter().map(|word| {
                let hits = searcher.search(corpus, &Query::parse(word, ask.today), ask.sort);
                (word.to_owned(), hits.rows.len())
            });
            alone.filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count)
        } else {
            None
        };
        let lang = ask.beside.lang;
        let facets = if ask.beside.facets {
            facets(searcher, corpus, ask.text, MOST_VALUES, lang)
        } else {
            Vec::new()
        };
        let completion = ask
            .beside
            .cursor
            .and_then(|cursor| complete(searcher, corpus, ask.text, cursor, lang));
        Self {
            library,
            query,
            hits,
            word_alone,
            facets,
            completion,
        }
    }
}

/// How many values of a facet are shown.
const MOST_VALUES: usize = 12;

/// What is asked beside the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beside {
    /// The values that occur.
    pub facets: bool,
    /// How the query may go on at this byte.
    pub cursor: Option<usize>,
    /// Whether what is closed or hidden stays out.
    pub scope: Scope,
    /// In which language.
    pub lang: Lang,
}

/// What is asked of a library.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What was typed.
    pub text: &'a str,
    /// The order of the list.
    pub sort: Sort,
    /// Today.
    pub today: Date,
    /// What else.
    pub beside: Beside,
}

/// Tells whether nobody can apply any more: such a row is struck through.
#[must_use]
pub fn is_closed(row: &Summary, today: Date) -> bool {
    matches!(state(row, today).0, State::Closed | State::Filled)
}

impl Offers {
    /// Puts a query in the search line as if it had been searched: what is selected stays so when its answer comes.
    pub fn take_up(&mut self, query: &str, today: Date) {
        self.field = Field::new(query);
        self.shown.query = Query::parse(query, today);
    }

    /// Returns how what is typed may go on where the cursor stands, as far as it is known.
    #[must_use]
    pub fn proposals(&self) -> Option<&Completion> {
        let fresh = self.shown.query.text == self.field.text();
        let cursor = self.field.before_cursor().len();
        let found = self.shown.completion.as_ref().filter(|_| fresh)?;
        (found.range.start..=found.range.end).contains(&cursor).then_some(found)
    }

    /// Returns how many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.hits.rows.len()
    }

    /// Tells whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns what was found at a position of the list.
    #[must_use]
    pub fn hit(&self, at: usize) -> Option<&Hit> {
        self.shown.hits.rows.get(at)
    }

    /// Returns the offer at a position of the list.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&Summary> {
        let hit = self.shown.hits.rows.get(at)?;
        self.shown.library.rows().get(hit.row as usize)
    }

    /// Returns the position of an offer in the list.
    #[must_use]
    pub fn place_of(&self, id: &OfferId) -> Option<usize> {
        let row = self.shown.library.find(id)?;
        // It rarely moves: look where it was first.
        let here = self.hit(self.cursor).filter(|hit| hit.row == row);
        here.map(|_| self.cursor)
            .or_else(|| self.shown.hits.rows.iter().position(|hit| hit.row == row))
    }

    /// Returns the selected offer.
    #[must_use]
    pub fn current(&self) -> Option<&Summary> {
        self.row(self.cursor)
    }
}
