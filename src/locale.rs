//! Every sentence that a person reads, in French and in English.
//!
//! A sentence without parts is a [`Phrase`]; one with parts is a function that matches on [`Lang`]. In both cases a
//! missing translation does not compile. Each file holds the sentences of one part of the program.
//!
//! French typography: U+202F before `;` `!` `?`, U+00A0 before `:` and inside `« »`, `1er`, and the plural starts
//! at 2. English plural is everything but 1.

pub mod apply;
pub mod cli;
pub mod config;
pub mod correct;
pub mod dates;
pub mod doctor;
pub mod dossier;
pub mod export;
pub mod facts;
pub mod files;
pub mod findings;
pub mod mail;
pub mod plan;
pub mod reading;
pub mod search;
pub mod sheet;
pub mod system;
pub mod tracking;
pub mod ui;

/// A language that tremplin speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    #[default]
    En,
}

/// A sentence in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Puts a sentence together, for the tables of this folder.
const fn say(fr: &'static str, en: &'static str) -> Phrase {
    Phrase { fr, en }
}

impl Phrase {
    /// Returns the sentence in `lang`.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

impl Lang {
    /// Reads a value of `--lang`, `LC_ALL` or `LANG`: `fr`, `fr_FR.UTF-8`, `en_GB`. `None` for any other language.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let code = value.split(['_', '-', '.', '@']).next()?;
        match code.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::Fr),
            "en" | "c" | "posix" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns the code that [`Lang::parse`] reads.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// Tells whether `count` things take the plural: from 2 in French, anything but 1 in English.
    #[must_use]
    pub const fn plural(self, count: usize) -> bool {
        match self {
            Self::Fr => count > 1,
            Self::En => count != 1,
        }
    }
}
