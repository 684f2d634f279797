//! Blocks to lines.

use std::ops::Range;

use crate::text::Clean;

use super::Document;

/// A laid-out text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The lines, none wider than asked.
    pub lines: Vec<Line>,
    /// The targets of the links, by number from 0, in the order of the text.
    pub links: Vec<Link>,
    /// The headings, real and habitual.
    pub outline: Vec<Outline>,
}

/// One line on screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
}

/// A stretch of a line in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What is shown.
    pub text: Clean,
    /// How.
    pub style: RunStyle,
    /// The link it belongs to, an index of [`Layout::links`].
    pub link: Option<u32>,
    /// The bytes of the file's text it shows; `None` for what the layout added (bullets, rules, indents).
    pub source: Option<Range<usize>>,
}

/// What a run is; the theme decides on the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct RunStyle {
    /// What it is.
    pub role: Role,
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
    /// Underlined (`<u>`).
    pub underline: bool,
    /// Struck through.
    pub strike: bool,
}

/// What a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Role {
    /// Running text.
    #[default]
    Text,
    /// A heading, with its level from 1 to 6.
    Heading(u8),
    /// A link's text.
    Link,
    /// Code.
    Code,
    /// A quotation.
    Quote,
    /// Bullets, numbers, rules, table borders.
    Decoration,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its target as written, not yet judged safe to open.
    pub target: String,
    /// The line it starts on, from 0.
    pub line: usize,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// From 1 to 6.
    pub level: u8,
    /// Its text.
    pub text: Clean,
    /// The line it stands on, from 0.
    pub line: usize,
}

impl Layout {
    /// Returns the first line that shows any byte of `span`, a range of the file's text.
    #[must_use]
    pub fn line_of(&self, span: &Range<usize>) -> Option<usize> {
        self.lines.iter().position(|line| {
            line.runs.iter().any(|run| {
                run.source
                    .as_ref()
                    .is_some_and(|source| source.start < span.end && span.start < source.end)
            })
        })
    }
}

/// Lays a document out in lines at most `width` columns wide.
#[must_use]
pub fn layout(document: &Document, width: u16) -> Layout {
    let _ = (document, width);
    todo!()
}
