//! The offer that is open: what it says, laid out, and where the person is in it.

use std::sync::Arc;

use super::library::OpenOffer;
use super::reading::Find;
use crate::markdown::Place;
use crate::tracking::compare::Changes;
use crate::tui::page::Page;

/// The detail pane.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Detail {
    /// The number of the last opening asked for.
    pub generation: u64,
    /// Whether that opening has not been answered yet.
    pub pending: bool,
    /// The reading of the files that it is of.
    pub revision: u64,
    /// What is open.
    pub state: Opening,
    /// The first line shown.
    pub scroll: usize,
    /// The fact whose passage is shown, an index of [`Page::proofs`].
    pub proof: Option<usize>,
    /// What is looked for in the text.
    pub find: Option<Find>,
    /// Where the words of the present query stand in the text.
    pub keywords: Vec<Place>,
    /// The source is shown instead of the text laid out.
    pub source: bool,
    /// What changed in the open offer since it was kept.
    pub changed: Option<Arc<Changes>>,
    /// The text laid out for the width of the pane.
    pub page: Page,
}

/// How far an opening came.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Opening {
    /// Nothing is selected.
    #[default]
    Nothing,
    /// It is open.
    Open(Arc<OpenOffer>),
    /// It could not be opened; the sentence says why.
    Failed(String),
}

impl Detail {
    /// Returns the open offer.
    #[must_use]
    pub fn offer(&self) -> Option<&Arc<OpenOffer>> {
        match &self.state {
            Opening::Open(offer) => Some(offer),
            Opening::Nothing | Opening::Failed(_) => None,
        }
    }
}
