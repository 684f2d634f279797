//! A place in a folded text, and the small steps from there that the readers of dates, lengths and amounts share.
//!
//! The text is folded: lower case, no accents, plain dashes and single spaces. Steps look at bytes; what is not ASCII
//! is only ever compared whole, so a cursor always stands on a character boundary.

use std::ops::Range;

/// A place in a folded text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// Stands at byte `at` of `text`, or at its end when `at` is not a character boundary of it.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let at = if text.is_char_boundary(at) { at } else { text.len() };
        Self { text, at }
    }

    /// Returns the byte it stands at.
    pub(super) fn at(self) -> usize {
        self.at
    }

    /// Returns what follows.
    pub(super) fn rest(self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Returns the next byte.
    pub(super) fn peek(self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the byte before.
    pub(super) fn before(self) -> Option<u8> {
        self.at
            .checked_sub(1)
            .and_then(|i| self.text.as_bytes().get(i))
            .copied()
    }

    /// Returns the byte before the byte before.
    pub(super) fn before_that(self) -> Option<u8> {
        self.at
            .checked_sub(2)
            .and_then(|i| self.text.as_bytes().get(i))
            .copied()
    }

    /// Returns what stands before.
    pub(super) fn text_before(self) -> &'t str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// Returns the whole text.
    pub(super) fn text(self) -> &'t str {
        self.text
    }

    /// Steps over `literal`; stays and says false when it does not stand here.
    pub(super) fn eat(&mut self, literal: &str) -> bool {
        let here = self.rest().starts_with(literal);
        if here {
            self.at += literal.len();
        }
        here
    }

    /// Steps over `word` when no letter or digit follows it.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let here = ahead.eat(word) && !ahead.peek().is_some_and(|b| b.is_ascii_alphanumeric());
        if here {
            *self = ahead;
        }
        here
    }

    /// Steps over the first of `words` that stands here whole.
    pub(super) fn eat_any_word(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat_word(word))
    }

    /// Steps over white space; says whether there was any.
    pub(super) fn spaces(&mut self) -> bool {
        let from = self.at;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.at > from
    }

    /// Steps over one dash, with the spaces around it.
    pub(super) fn dash(&mut self) -> bool {
        self.joint("-")
    }

    /// Steps over one slash, with the spaces around it.
    pub(super) fn slash(&mut self) -> bool {
        self.joint("/")
    }

    fn joint(&mut self, sign: &str) -> bool {
        let mut ahead = *self;
        ahead.spaces();
        let here = ahead.eat(sign);
        if here {
            ahead.spaces();
            *self = ahead;
        }
        here
    }

    /// Reads a run of ASCII letters.
    pub(super) fn letters(&mut self) -> &'t str {
        self.run(|b| b.is_ascii_alphabetic())
    }

    /// Reads a run of ASCII digits.
    pub(super) fn digits(&mut self) -> &'t str {
        self.run(|b| b.is_ascii_digit())
    }

    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'t str {
        let from = self.at;
        while self.peek().is_some_and(&belongs) {
            self.at += 1;
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// Steps over one character, whatever it is.
    pub(super) fn step(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }
}

/// Calls `read` at the start of each word or number of a folded text, and goes on after what it read.
pub(super) fn each_word_start<T>(
    text: &str,
    mut read: impl FnMut(&str, usize) -> Option<T>,
    end_of: impl Fn(&T) -> &Range<usize>,
) -> Vec<T> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    let mut previous = b' ';
    while let Some(&byte) = bytes.get(at) {
        let starts = (byte.is_ascii_digit() && !previous.is_ascii_digit())
            || (byte.is_ascii_alphabetic() && !previous.is_ascii_alphanumeric())
            || matches!(byte, b'$' | 0x80..=0xff);
        if starts
            && text.is_char_boundary(at)
            && let Some(value) = read(text, at)
        {
            let end = end_of(&value).end;
            if end > at {
                previous = bytes.get(end - 1).copied().unwrap_or(b' ');
                at = end;
                found.push(value);
                continue;
            }
        }
        previous = byte;
        at += 1;
    }
    found
}

/// Calls `read` at the starts of words and numbers up to byte `reach` of a folded text, until it reads something.
pub(super) fn first_word_start<T>(
    text: &str,
    reach: usize,
    mut read: impl FnMut(&str, usize) -> Option<T>,
) -> Option<T> {
    let bytes = text.as_bytes();
    let mut previous = b' ';
    for (at, &byte) in bytes.iter().enumerate().take(reach.saturating_add(1)) {
        let starts = (byte.is_ascii_digit() && !previous.is_ascii_digit())
            || (byte.is_ascii_alphabetic() && !previous.is_ascii_alphanumeric());
        if starts && let Some(value) = read(text, at) {
            return Some(value);
        }
        previous = byte;
    }
    None
}
