//! A text being typed, in one line or in several.

use unicode_segmentation::UnicodeSegmentation;

/// A text with a cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    text: String,
    /// Bytes before the cursor, always on the border of a character as a person counts them.
    cursor: usize,
    /// Whether it may hold several lines.
    lines: bool,
}

/// A change to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Type a character.
    Insert(char),
    /// Delete what stands before the cursor.
    Backspace,
    /// Delete what stands after it.
    Delete,
    /// Delete the word before it.
    DeleteWord,
    /// Delete everything before it.
    DeleteToStart,
    /// Delete everything after it.
    DeleteToEnd,
    /// Move left.
    Left,
    /// Move right.
    Right,
    /// Move to the start of the word.
    WordLeft,
    /// Move to the end of the word.
    WordRight,
    /// Move to the start.
    Start,
    /// Move to the end.
    End,
}

impl Field {
    /// Makes a field that holds `text`, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        Self {
            cursor: text.len(),
            text,
            lines: false,
        }
    }

    /// Makes a field of one line with the cursor at a byte of its text.
    #[must_use]
    pub fn with_cursor(text: &str, cursor: usize) -> Self {
        let mut field = Self::new(text);
        if field.text.is_char_boundary(cursor) {
            field.cursor = cursor;
        }
        field
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Tells whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Makes a field of several lines that holds `text`, the cursor at its end.
    #[must_use]
    pub fn of_lines(text: &str) -> Self {
        let mut field = Self {
            lines: true,
            ..Self::default()
        };
        field.insert(text);
        field
    }

    /// Puts a text in at the cursor. In a field of one line, line breaks become spaces; other control characters are
    /// dropped.
    pub fn insert(&mut self, text: &str) {
        let line: String = text
            .replace("\r\n", "\n")
            .chars()
            .map(|c| match c {
                '\n' | '\r' if self.lines => '\n',
                '\n' | '\r' | '\t' => ' ',
                other => other,
            })
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
    }

    /// Applies a change. Returns whether the text is another one now.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let length = self.text.len();
        match edit {
            Edit::Insert(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Edit::Backspace => self.delete_back_to(self.left()),
            Edit::DeleteWord => self.delete_back_to(self.word_left()),
            Edit::DeleteToStart => self.delete_back_to(0),
            Edit::Delete => drop(self.text.drain(self.cursor..self.right())),
            Edit::DeleteToEnd => self.text.truncate(self.cursor),
            Edit::Left => self.cursor = self.left(),
            Edit::Right => self.cursor = self.right(),
            Edit::WordLeft => self.cursor = self.word_left(),
            Edit::WordRight => self.cursor = self.word_right(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = length,
        }
        self.text.len() != length
    }

    fn delete_back_to(&mut self, start: usize) {
        self.text.drain(start..self.cursor);
        self.cursor = start;
    }

    fn left(&self) -> usize {
        self.before_cursor()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        let after = self.text[self.cursor..].graphemes(true).next();
        self.cursor + after.map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        self.before_cursor()
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn word_right(&self) -> usize {
        let after = self.text[self.cursor..].unicode_word_indices().next();
        after.map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(edits: &[Edit]) -> (String, usize) {
        let mut field = Field::new("été à Lyon");
        for edit in edits {
            field.edit(*edit);
        }
        (field.text().to_owned(), field.before_cursor().chars().count())
    }

    #[test]
    fn words_and_accents_are_deleted_whole() {
        assert_eq!(typed(&[Edit::DeleteWord]), ("été à ".into(), 6));
        assert_eq!(typed(&[Edit::DeleteWord, Edit::DeleteWord]), ("été ".into(), 4));
        assert_eq!(
            typed(&[Edit::Start, Edit::Right, Edit::Backspace]),
            ("té à Lyon".into(), 0)
        );
        assert_eq!(
            typed(&[Edit::Start, Edit::Delete, Edit::Delete]),
            ("é à Lyon".into(), 0)
        );
        assert_eq!(typed(&[Edit::WordLeft, Edit::DeleteToStart]), ("Lyon".into(), 0));
        assert_eq!(
            typed(&[Edit::Start, Edit::WordRight, Edit::DeleteToEnd]),
            ("été".into(), 3)
        );
    }

    #[test]
    fn a_combining_accent_goes_with_its_letter() {
        let mut field = Field::new("e\u{301}");
        assert!(field.edit(Edit::Backspace));
        assert!(field.is_empty());
        assert!(!field.edit(Edit::Backspace));
    }

    #[test]
    fn pasted_lines_become_one() {
        let mut field = Field::default();
        field.insert("a\nb\u{1b}[31m");
        assert_eq!(field.text(), "a b[31m");
    }
}
