//! The offers that were read: rows with their index, and the one that is open.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use crate::markdown::Document;
use crate::offer::{Offer, OfferId, Summary};
use crate::search::{BodyIndex, Index, Texts};
use crate::tracking::alike::Twins;

/// Whatever holds the rows: the store's catalog in the program, a plain vector in a test.
///
/// The interface does not know the store; the effects do, and find their catalog again with [`Rows::as_any`].
pub trait Rows: Any + Send + Sync {
    /// Returns the rows.
    fn rows(&self) -> &[Summary];
    /// Returns itself, for the one who put it there.
    fn as_any(&self) -> &dyn Any;
    /// Returns the body of a row, as far as it is known.
    fn body(&self, row: u32) -> Option<String>;
}

impl Rows for Vec<Summary> {
    fn rows(&self) -> &[Summary] {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn body(&self, _: u32) -> Option<String> {
        None
    }
}

impl Texts for Library {
    fn body(&self, row: u32) -> Option<String> {
        self.rows.body(row)
    }
}

/// All offers known at a moment. Built on a worker, shared, never changed.
pub struct Library {
    rows: Arc<dyn Rows>,
    /// The words of the fields.
    pub index: Arc<Index>,
    /// The words of the bodies, once they are there.
    pub bodies: Option<Arc<BodyIndex>>,
    /// The offers published more than once, found together with the words of the bodies.
    pub twins: Arc<Twins>,
    /// The rows in the order of their ids.
    by_id: Arc<[u32]>,
    /// Which reading of the files it is of: an open offer is read again after the next one.
    pub revision: u64,
}

impl Library {
    /// Indexes these rows.
    #[must_use]
    pub fn new(rows: Arc<dyn Rows>, revision: u64) -> Self {
        let index = Arc::new(Index::build(rows.rows()));
        let all = rows.rows();
        let mut by_id: Vec<u32> = (0..).take(all.len()).collect();
        by_id.sort_unstable_by_key(|row| all.get(*row as usize).map(|summary| &summary.id));
        Self {
            rows,
            index,
            bodies: None,
            twins: Arc::default(),
            by_id: by_id.into(),
            revision,
        }
    }

    /// Returns the same rows with the words of their bodies, and which of them are one offer.
    #[must_use]
    pub fn with_bodies(&self, bodies: Arc<BodyIndex>) -> Self {
        Self {
            rows: Arc::clone(&self.rows),
            index: Arc::clone(&self.index),
            bodies: Some(bodies),
            twins: Arc::new(Twins::find(self.rows())),
            by_id: Arc::clone(&self.by_id),
            revision: self.revision,
        }
    }

    /// Returns the rows.
    #[must_use]
    pub fn rows(&self) -> &[Summary] {
        self.rows.rows()
    }

    /// Returns what holds the rows.
    #[must_use]
    pub fn source(&self) -> &dyn Rows {
        &*self.rows
    }

    /// Returns the other rows that are likely the same offer.
    pub fn twins_of(&self, row: u32) -> impl Iterator<Item = &Summary> + '_ {
        self.twins.of(row).filter_map(|other| self.rows().get(other as usize))
    }

    /// Returns the number of an offer's row.
    #[must_use]
    pub fn find(&self, id: &OfferId) -> Option<u32> {
        let rows = self.rows();
        let at = self
            .by_id
            .binary_search_by(|row| rows.get(*row as usize).map(|summary| &summary.id).cmp(&Some(id)));
        self.by_id.get(at.ok()?).copied()
    }
}

impl Default for Library {
    fn default() -> Self {
        Self {
            rows: Arc::new(Vec::new()),
            index: Arc::default(),
            bodies: None,
            twins: Arc::default(),
            by_id: Arc::default(),
            revision: 0,
        }
    }
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Library({} rows)", self.rows().len())
    }
}

impl PartialEq for Library {
    /// Compares what a person sees: the rows. The index follows from them.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.bodies.is_some() == other.bodies.is_some() && self.rows() == other.rows())
    }
}

/// An offer read again from its file, with everything that it says.
#[derive(Debug, PartialEq)]
pub struct OpenOffer {
    /// Its facts and warnings.
    pub offer: Offer,
    /// The file's whole text: the evidence of the facts stands in it.
    pub text: Arc<str>,
    /// The body, parsed.
    pub document: Document,
    /// The file as the person knows it.
    pub path: String,
}
