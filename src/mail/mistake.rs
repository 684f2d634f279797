//! What is wrong with the candidate's profile or letters, in the person's language.

use crate::locale::{Lang, mail as words};
use crate::text::clean_visibly;

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// No TOML; the parser's words.
    Syntax(String),
    /// A key that does not exist, with those that do.
    UnknownKey {
        /// The key, below its table.
        key: String,
        /// The keys that exist there.
        known: Vec<&'static str>,
    },
    /// A value that is no text.
    NotText(String),
    /// A value that is no table of texts.
    NotTable(String),
    /// An address that is none.
    NotAddress(String),
    /// A placeholder that does not exist, with its braces.
    UnknownPlaceholder(String),
    /// Bytes that are no UTF-8.
    NotUtf8,
}

impl Mistake {
    /// Says what is wrong and what to do, without where.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let said = match &self.what {
            What::Syntax(why) => words::no_toml(lang, why),
            What::UnknownKey { key, known } => words::unknown_key(lang, key, &known.join(", ")),
            What::NotText(key) => words::not_text(lang, key),
            What::NotTable(key) => words::not_table(lang, key),
            What::NotAddress(text) => words::not_address(lang, text),
            What::UnknownPlaceholder(name) => words::unknown_placeholder(lang, name, &super::template::known()),
            What::NotUtf8 => words::NOT_UTF8.get(lang).to_owned(),
        };
        clean_visibly(&said).into_string()
    }
}
