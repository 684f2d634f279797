//! The only door between a file's text and a terminal.

use std::fmt;

/// Text that can be printed anywhere: no control, bidi, tag or zero-width character, at most four
/// combining marks a base, tabs as spaces.
///
/// Views and printers accept this type, so that an escape sequence in an offer stays text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Clean(String);

impl Clean {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text, giving up the promise.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Cleans prose: what is forbidden disappears, tabs become spaces, line separators newlines.
#[must_use]
pub fn clean(text: &str) -> Clean {
    let _ = text;
    todo!()
}

/// Cleans an address, URL or path: what is forbidden is shown as `<U+202E>`, because hiding it would deceive.
#[must_use]
pub fn clean_visibly(text: &str) -> Clean {
    let _ = text;
    todo!()
}
