//! The words of all offers, folded, each kept once.

use crate::offer::Summary;

/// The words of the fields (title, organisation, place, kinds, tags).
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Builds the index of these rows; hits give their positions.
    #[must_use]
    pub fn build(rows: &[Summary]) -> Self {
        let _ = rows;
        todo!()
    }
}

/// The words of the bodies with the offers that hold them. Built in the background.
#[derive(Debug, Default)]
pub struct BodyIndex {}
