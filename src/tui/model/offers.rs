//! The list: what was typed, what was found, which row is selected.

use std::sync::Arc;

use super::field::Field;
use super::library::Library;
use crate::offer::{OfferId, Summary};
use crate::search::{Hits, Query, Sort};

/// The list of offers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offers {
    /// The search line.
    pub field: Field,
    /// The order.
    pub sort: Sort,
    /// The newest library; `shown` follows it once it was searched.
    pub library: Arc<Library>,
    /// The number of the last search asked for.
    pub generation: u64,
    /// What the last answered search found.
    pub shown: Shown,
    /// The selected offer. It stays selected while others arrive around it.
    pub selected: Option<OfferId>,
    /// Whether the person chose it; until then the first row is selected, whatever arrives.
    pub chosen: bool,
    /// The position of the selected row among the hits.
    pub cursor: usize,
    /// The first row on screen.
    pub offset: usize,
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
}

impl Offers {
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

    /// Returns the offer at a position of the list.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&Summary> {
        let hit = self.shown.hits.rows.get(at)?;
        self.shown.library.rows().get(hit.row as usize)
    }

    /// Returns the selected offer.
    #[must_use]
    pub fn current(&self) -> Option<&Summary> {
        self.row(self.cursor)
    }
}
