//! Many short texts that lie in one long one, so that each costs neither an allocation nor a copy of its own.
//!
//! Rows of offers are held in memory by the hundred thousand: their names, titles and places are [`Shared`].

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A part of a text that all its parts hold together; behaves as the `str` that it is.
#[derive(Clone, Default)]
pub struct Shared {
    /// `None` for a text that is empty.
    whole: Option<Whole>,
    start: u32,
    end: u32,
}

/// The text whose parts are [`Shared`]. It lives as long as any of them.
#[derive(Clone)]
pub struct Whole(Arc<Box<str>>);

impl Whole {
    /// Takes the text.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Arc::new(text.into_boxed_str()))
    }

    /// Returns the part at these bytes; `None` when there is no such part.
    #[must_use]
    pub fn part(&self, range: Range<u32>) -> Option<Shared> {
        let text = self.0.get(range.start as usize..range.end as usize)?;
        Some(Shared {
            whole: (!text.is_empty()).then(|| self.clone()),
            start: range.start,
            end: range.end,
        })
    }
}

impl Shared {
    /// Puts texts into one and returns them in the same order.
    #[must_use]
    pub fn together(texts: &[&str]) -> Vec<Self> {
        let whole = Whole::new(texts.concat());
        let mut end = 0;
        let parts = texts.iter().map(|text| {
            let start = end;
            // Rows are short; beyond 4 GB a text would be empty.
            end += u32::try_from(text.len()).unwrap_or(u32::MAX - start);
            whole.part(start..end).unwrap_or_default()
        });
        parts.collect()
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        let whole = self.whole.as_ref().map_or("", |whole| &whole.0);
        whole.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl AsRef<str> for Shared {
    fn as_ref(&self) -> &str {
        self
    }
}

impl From<&str> for Shared {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Shared {
    fn from(text: String) -> Self {
        let end = u32::try_from(text.len()).unwrap_or_default();
        Whole::new(text).part(0..end).unwrap_or_default()
    }
}

impl From<Shared> for String {
    fn from(text: Shared) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Shared {}

impl PartialEq<str> for Shared {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Shared {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialOrd for Shared {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Shared {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Shared {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Shared {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_put_together_come_back_as_they_were() {
        let texts = ["été", "", "Rust & Co", "été"];
        assert_eq!(Shared::together(&texts), texts);
        assert_eq!(Shared::together(&[]), [""; 0]);
        assert_eq!((Shared::default(), Shared::from("")), ("".into(), String::new().into()));
        assert_eq!(size_of::<Shared>(), 16);
    }

    #[test]
    fn a_part_that_is_none_is_refused() {
        let whole = Whole::new("été".into());
        assert_eq!(whole.part(0..2), Some("é".into()));
        assert_eq!(
            (whole.part(0..1), whole.part(2..9), whole.part(5..6)),
            (None, None, None)
        );
        assert_eq!(whole.part(Range { start: 3, end: 2 }), None);
    }

    #[test]
    fn they_compare_as_texts_do() {
        let [b, a, again] = &Shared::together(&["b", "a", "b"])[..] else {
            unreachable!()
        };
        assert!(a < b && b == again && *b == "b" && **a == *"a");
        assert_eq!(format!("{a} {a:?}"), "a \"a\"");
        let json = serde_json::to_string(b).unwrap();
        assert_eq!(
            (json.as_str(), serde_json::from_str::<Shared>(&json).unwrap()),
            ("\"b\"", b.clone())
        );
    }
}
