//! A parsed body: leaf blocks in reading order, each knowing the containers it stands in.
//!
//! The model is flat. A text of a million `>` nests a million quotes; a tree of them could not even be dropped
//! without overflowing the stack, while here a container is an index and the depth is bounded.

use std::ops::Range;

use super::layout::RunStyle;

/// How deep containers nest; what is deeper is shown at this depth.
pub(super) const MAX_DEPTH: usize = 24;

/// A parsed body, ready to be laid out at any width.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// All text that is shown, cleaned, block after block. A newline is a line break that stays.
    pub(super) text: String,
    /// Stretches of `text` with one look; in order, without gap or overlap within a block.
    pub(super) spans: Vec<Span>,
    pub(super) blocks: Vec<Block>,
    pub(super) containers: Vec<Container>,
    pub(super) tables: Vec<Table>,
    /// The targets of the links, each once.
    pub(super) links: Vec<String>,
    /// The body was longer than what is shown.
    pub(super) cut: bool,
}

impl Document {
    /// Tells whether the body was longer than 1 MiB, so that its end is not shown.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Returns all the text that is shown, cleaned, without bullets and borders.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A stretch of text with one look.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    /// Bytes of the text it belongs to (of the leaf while it is built, of the document afterwards).
    pub text: Range<usize>,
    /// Bytes of the file's text. Byte for byte the same as `text` when both are equally long; empty for what
    /// was added.
    pub source: Range<usize>,
    pub look: Look,
}

/// How a stretch of text looks and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub style: RunStyle,
    /// An index of [`Document::links`].
    pub link: Option<usize>,
}

/// A leaf: something that takes lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub kind: BlockKind,
    /// The innermost container, an index of [`Document::containers`].
    pub container: Option<usize>,
    /// Indexes of [`Document::spans`].
    pub spans: Range<usize>,
    /// Bytes of [`Document::text`].
    pub text: Range<usize>,
    /// No blank line before it.
    pub glued: bool,
}

/// What a leaf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Paragraph,
    /// A heading and its level; a habitual one is a line that only looks like one.
    Heading {
        level: u8,
        habitual: bool,
    },
    Code,
    Rule,
    /// An index of [`Document::tables`].
    Table(usize),
}

/// Something that indents or marks the blocks in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Container {
    pub parent: Option<usize>,
    pub kind: ContainerKind,
}

/// What a container is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ContainerKind {
    Quote,
    /// A list item or a footnote, with what stands before its first line.
    Item {
        marker: Marker,
        width: usize,
    },
}

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet, by depth from 0.
    Bullet(usize),
    Number(u64),
    Task(bool),
    Footnote(usize),
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    pub aligns: Vec<Align>,
    pub rows: Vec<Vec<Cell>>,
    /// The first row names the columns.
    pub head: bool,
}

/// A cell: its text and spans are in the document's.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub spans: Range<usize>,
    pub text: Range<usize>,
}

impl Table {
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }
}
