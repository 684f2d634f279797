//! A fact on the card with the passages that state it.

use crate::offer::{Evidence, Fact};

/// A fact that can show where it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// Its name on the card.
    pub label: &'static str,
    /// Its line on the page.
    pub line: usize,
    /// The passages, the best first.
    pub evidence: Vec<Evidence>,
}

impl Proof {
    /// Takes the passages of a fact.
    #[must_use]
    pub fn of<T>(label: &'static str, line: usize, fact: &Fact<T>) -> Self {
        Self {
            label,
            line,
            evidence: fact.evidence.clone(),
        }
    }
}
