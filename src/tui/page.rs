//! The detail pane as lines: the card of facts, then the offer's own text, then notes and history.
//!
//! Pure: built by `update` for the width of the pane when an offer is opened or the terminal resized, so that
//! scrolling knows every line and drawing only takes the visible ones.

pub mod card;
pub mod proof;

use std::ops::Range;

use crate::markdown::{self, layout::Role as TextRole};
use crate::text::width::{cut, width};
use crate::tui::theme::{Look, Role};

pub use proof::Proof;

/// A laid-out offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The columns for which it was laid out; 0 when nothing was.
    pub width: u16,
    /// Its lines, none wider than that.
    pub lines: Vec<PageLine>,
    /// The facts with their passages, in the order of the card.
    pub proofs: Vec<Proof>,
    /// The line on which the offer's own text starts.
    pub body_start: usize,
    /// The body as laid out, for its links and headings.
    pub body: BodyMap,
}

/// Where links and headings of the body stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodyMap {
    /// Links, by number.
    pub links: Vec<markdown::layout::Link>,
    /// Headings.
    pub outline: Vec<markdown::Outline>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageLine {
    /// Its pieces from left to right.
    pub pieces: Vec<Piece>,
    /// It goes on with the text of the line before, which was full.
    pub wrapped: bool,
}

/// A stretch of text in one look.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// What is shown; cleaned.
    pub text: String,
    /// How.
    pub look: Look,
    /// The bytes of the offer's file that it shows.
    pub source: Option<Range<usize>>,
    /// The link that it belongs to, an index of [`BodyMap::links`].
    pub link: Option<usize>,
}

impl Piece {
    /// Makes a piece that is not of the offer's text.
    #[must_use]
    pub fn new(text: impl Into<String>, look: Look) -> Self {
        Self {
            text: text.into(),
            look,
            source: None,
            link: None,
        }
    }
}

impl PageLine {
    /// Makes a line of one piece.
    #[must_use]
    pub fn of(text: impl Into<String>, look: Look) -> Self {
        Self {
            pieces: vec![Piece::new(text, look)],
            wrapped: false,
        }
    }
}

impl From<Vec<Piece>> for PageLine {
    fn from(pieces: Vec<Piece>) -> Self {
        Self { pieces, wrapped: false }
    }
}

impl Page {
    /// Adds an empty line, unless there is one already or nothing stands above.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty()) {
            self.lines.push(PageLine::default());
        }
    }

    /// Adds a heading with an empty line above it.
    pub fn heading(&mut self, text: &str, role: Role) {
        self.blank();
        self.lines.push(PageLine::of(text, Look::of(role).bold()));
    }

    /// Adds the offer's own text.
    pub fn append_body(&mut self, layout: markdown::Layout) {
        self.body_start = self.lines.len();
        for line in layout.lines {
            let pieces = line.runs.into_iter().map(piece_of_run).collect();
            self.lines.push(PageLine {
                pieces,
                wrapped: line.wrapped,
            });
        }
        self.body = BodyMap {
            links: layout.links,
            outline: layout.outline,
        };
    }

    /// Returns the first line of the offer's text that shows any byte of `span`.
    #[must_use]
    pub fn line_of(&self, span: &Range<usize>) -> Option<usize> {
        let shows = |piece: &Piece| piece.source.as_ref().is_some_and(|source| overlap(source, span));
        let body = self.lines.get(self.body_start..)?;
        body.iter()
            .position(|line| line.pieces.iter().any(shows))
            .map(|line| line + self.body_start)
    }
}

/// Tells whether two ranges share a byte.
#[must_use]
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn piece_of_run(run: markdown::Run) -> Piece {
    let role = match run.style.role {
        TextRole::Text => Role::Text,
        TextRole::Heading(_) => Role::Accent,
        TextRole::Link => Role::Link,
        TextRole::Code => Role::Good,
        TextRole::Quote => Role::Muted,
        TextRole::Decoration => Role::Rule,
    };
    let heading = matches!(run.style.role, TextRole::Heading(_));
    let look = Look {
        role,
        bold: run.style.bold || heading,
        italic: run.style.italic,
        underline: run.style.underline || run.style.role == TextRole::Link,
        strike: run.style.strike,
        reverse: false,
    };
    Piece {
        text: run.text.into_string(),
        look,
        source: run.source,
        link: run.link,
    }
}

/// Returns the words with a capital.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Breaks a text at spaces into lines of at most `columns`; a longer word is cut.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let space = usize::from(!line.is_empty());
        if width(&line) + space + width(word) <= columns {
            line.push_str(if space == 1 { " " } else { "" });
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while width(rest) > columns {
            let (at, _) = cut(rest, columns);
            // A single character wider than the column stands alone rather than looping for ever.
            let at = if at == 0 {
                rest.chars().next().map_or(rest.len(), char::len_utf8)
            } else {
                at
            };
            lines.push(rest[..at].to_owned());
            rest = &rest[at..];
        }
        line.push_str(rest);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_words_and_no_break_spaces() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrap("1\u{202f}500 € brut", 7), ["1\u{202f}500 €", "brut"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 3), [""; 0]);
        assert_eq!(wrap("日", 1), ["日"]);
    }
}
