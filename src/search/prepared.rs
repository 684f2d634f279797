//! What one text adds to the index: computed once for a place or an organisation that many offers share.

use super::vocabulary::Vocabulary;
use super::words::{each_word, letter};
use crate::text::fold::{fold_into, inclusive};

/// A text made ready for the index.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// The numbers of its words.
    pub(super) words: Vec<u32>,
    /// The text folded, without the endings of inclusive writing, and a new line; empty for an empty text.
    pub(super) line: String,
    /// The first letters of its words.
    pub(super) initials: u64,
    folded: String,
}

impl Prepared {
    /// Makes `text` ready, with the room that the text before took.
    pub(super) fn set(&mut self, text: &str, words: &mut Vocabulary) {
        self.words.clear();
        self.line.clear();
        self.folded.clear();
        self.initials = 0;
        if text.is_empty() {
            return;
        }
        fold_into(text, &mut self.folded);
        each_word(&self.folded, |word| {
            let number = words.intern_word(&self.folded, &word);
            self.words.push(number);
            self.initials |= word.text.bytes().next().map_or(0, letter);
        });
        let mut at = 0;
        for mark in inclusive::marks(&self.folded) {
            self.line
                .push_str(self.folded.get(at..mark.ending.start).unwrap_or_default());
            at = mark.ending.end;
        }
        self.line.push_str(self.folded.get(at..).unwrap_or_default());
        self.line.push('\n');
    }

    /// Makes a text ready that will be kept.
    pub(super) fn of(text: &str, words: &mut Vocabulary) -> Self {
        let mut prepared = Self::default();
        prepared.set(text, words);
        prepared.folded = String::new();
        prepared
    }
}
