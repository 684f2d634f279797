//! Names for offers that survive reloads, edits and renames as far as content allows.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Shared;

/// The name of an offer: lower-case ASCII letters, digits and `-`, safe as a file name on every system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfferId(Shared);

impl OfferId {
    /// Makes a name out of a title and what sets the offer apart from others of the same title.
    ///
    /// Only the words count, so that a move, a rename or an edit elsewhere in the text keep the name. What cannot be
    /// written in ASCII gets a number that depends on the title alone.
    #[must_use]
    pub fn new(title: &str, organization: &str, discriminant: &str) -> Self {
        let mut name = String::new();
        add_words(&mut name, title, LONGEST_TITLE);
        let bare = name.is_empty();
        add_words(&mut name, organization, LONGEST_ORGANIZATION);
        add_words(&mut name, discriminant, LONGEST_DISCRIMINANT);
        if bare {
            let number = fingerprint(&[title, organization, discriminant]);
            name = if name.is_empty() {
                number
            } else {
                format!("{name}-{number}")
            };
        }
        // Windows keeps these names for devices, whatever their extension.
        let first = name.split('-').next().unwrap_or_default();
        let device = matches!(first, "con" | "prn" | "aux" | "nul")
            || (first.len() == 4 && (first.starts_with("com") || first.starts_with("lpt")));
        Self(if device { format!("offer-{name}") } else { name }.into())
    }

    /// Takes a name read from a shortlist file or typed on the command line; `None` when it could not be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::fits(text).then(|| Self(text.into()))
    }

    /// Takes a name that lies among other texts; `None` when it could not be one.
    #[must_use]
    pub fn held(text: Shared) -> Option<Self> {
        Self::fits(&text).then_some(Self(text))
    }

    /// Returns the name as it is held.
    #[must_use]
    pub fn as_shared(&self) -> &Shared {
        &self.0
    }

    fn fits(text: &str) -> bool {
        !text.is_empty()
            && text.len() <= 120
            && !text.starts_with('-')
            // Counted in bytes, which a processor does for many at once: a cache holds 100,000 names.
            && text.bytes().map(|b| u8::from(!matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))).sum::<u8>() == 0
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Most bytes that each part gives to a name.
const LONGEST_TITLE: usize = 60;
const LONGEST_ORGANIZATION: usize = 32;
const LONGEST_DISCRIMINANT: usize = 20;

/// Adds the words of `text` to a name, whole words while they fit.
fn add_words(name: &mut String, text: &str, room: usize) {
    let folded = crate::text::fold_inclusive(text).text;
    let from = name.len();
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let used = name.len() - from;
        if used > 0 && used + 1 + word.len() > room {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word.get(..word.len().min(room)).unwrap_or_default());
    }
}

/// FNV-1a in base 32: short, and the same on every machine for ever.
fn fingerprint(parts: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (0..8)
        .map(|at| {
            char::from(b"abcdefghijklmnopqrstuvwxyz234567"[usize::from((hash >> (at * 5)).to_le_bytes()[0] & 31)])
        })
        .collect()
}

impl fmt::Display for OfferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_the_words_and_nothing_else() {
        for (title, organization, wanted) in [
            ("Chargé·e d’études (H/F)", "L’Atelier", "charge-d-etudes-h-f-l-atelier"),
            ("  --  ", "", ""),
            ("Con", "", "offer-con"),
            ("日本語", "Labo", "labo-"),
        ] {
            let id = OfferId::new(title, organization, "");
            assert!(id.as_str().starts_with(wanted), "{id}");
            assert_eq!(OfferId::parse(id.as_str()), Some(id));
        }
        assert_ne!(OfferId::new("日本", "", ""), OfferId::new("日本語", "", ""));
        let long = "mot ".repeat(100);
        assert!(OfferId::new(&long, &long, &long).as_str().len() <= 120);
    }
}
