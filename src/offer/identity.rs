//! Names for offers that survive reloads, edits and renames as far as content allows.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of an offer: lower-case ASCII letters, digits and `-`, safe as a file name on every system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfferId(String);

impl OfferId {
    /// Makes a name out of a title and what sets the offer apart from others of the same title.
    ///
    /// Only the words count, so that a move, a rename or an edit elsewhere in the text keep the name.
    #[must_use]
    pub fn new(title: &str, organization: &str, discriminant: &str) -> Self {
        let _ = (title, organization, discriminant);
        todo!()
    }

    /// Takes a name read from a shortlist file or typed on the command line; `None` when it could not be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= 120
            && !text.starts_with('-')
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(text.to_owned()))
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
