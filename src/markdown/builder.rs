//! Builds a [`Document`] from what a parser meets, be it Markdown or HTML: both call the same few functions.

use std::ops::Range;

use super::document::{
    Align, Block, BlockKind, Cell, Container, ContainerKind, Document, Look, MAX_DEPTH, Marker, Span, Table,
};
use super::habits::{self, PieceKind};
use super::layout::{Role, RunStyle};
use super::leaf::Leaf;
use super::mend::{Links, mend};

/// A list item longer than this, in bytes, keeps the blank lines that its author put around it.
const LONG_ITEM: usize = 160;

/// What is under construction, innermost last.
#[derive(Debug)]
struct Open {
    kind: OpenKind,
    /// Opened by an HTML tag: closed silently when the Markdown around it closes.
    html: bool,
    /// What blocks inside stand in.
    container: Option<usize>,
}

#[derive(Debug)]
enum OpenKind {
    Quote,
    List(List),
    Item,
    Footnote,
}

#[derive(Debug)]
struct List {
    next: Option<u64>,
    depth: usize,
    /// The first block of each item.
    starts: Vec<usize>,
    containers: Vec<usize>,
    /// Blank lines stand between its items.
    loose: bool,
    /// An item holds several blocks, or a long one.
    big: bool,
}

/// A style that opens and closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Bold,
    Italic,
    Underline,
    Strike,
    Code,
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Builder {
    document: Document,
    links: Links,
    leaf: Leaf,
    kind: LeafKind,
    stack: Vec<Open>,
    /// How many of them are lists.
    lists: usize,
    styles: [u8; 5],
    link: Option<OpenLink>,
    images: Vec<OpenImage>,
    table: Option<OpenTable>,
    footnotes: Vec<String>,
    /// Level of the last real heading.
    level: u8,
    /// The next paragraph belongs right below the block before it.
    glue: bool,
    /// Depth of elements whose text is not shown (script, style).
    pub hidden: usize,
    /// Figures are raised or lowered.
    pub raise: Option<Raise>,
}

/// Where figures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raise {
    Up,
    Down,
}

/// What the open leaf will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum LeafKind {
    #[default]
    Paragraph,
    Heading(u8),
    Code,
}

#[derive(Debug)]
struct OpenLink {
    target: String,
    number: Option<usize>,
    start: usize,
    html: bool,
}

#[derive(Debug)]
struct OpenImage {
    path: String,
    /// Where its text starts in the leaf.
    start: usize,
    link: Option<usize>,
}

#[derive(Debug, Default)]
struct OpenTable {
    table: Table,
    row: Option<Vec<Cell>>,
    in_cell: bool,
    html: bool,
}

impl Builder {
    fn look(&self) -> Look {
        let on = |style: Style| self.styles[style as usize] > 0;
        let link = self
            .link
            .as_ref()
            .and_then(|link| link.number)
            .or(self.images.last().and_then(|image| image.link));
        let heading = match self.kind {
            LeafKind::Heading(level) => Some(Role::Heading(level)),
            LeafKind::Paragraph | LeafKind::Code => None,
        };
        let role = if on(Style::Code) || self.kind == LeafKind::Code {
            Role::Code
        } else if link.is_some() {
            Role::Link
        } else {
            heading.unwrap_or_default()
        };
        let style = RunStyle {
            role,
            bold: on(Style::Bold),
            italic: on(Style::Italic),
            underline: on(Style::Underline),
            strike: on(Style::Strike),
        };
        Look { style, link }
    }

    fn container(&self) -> Option<usize> {
        self.stack.iter().rev().find_map(|open| open.container)
    }

    // ---- text ----

    /// Appends text that stands at `source`.
    pub fn text(&mut self, text: &str, source: &Range<usize>) {
        if self.hidden == 0 {
            let look = self.look();
            let figures = self.raise.and_then(|raise| raised(text, raise));
            self.leaf.push_prose(figures.as_deref().unwrap_or(text), source, look);
        }
    }

    /// Appends text of a code block.
    pub fn code(&mut self, text: &str, source: &Range<usize>) {
        if self.hidden == 0 {
            let look = self.look();
            self.leaf.push_code(text, source, look);
        }
    }

    /// The source's line ends here, which need not mean anything.
    pub fn soft_break(&mut self, source: &Range<usize>) {
        let look = self.look();
        if self.table.is_some() {
            self.leaf.push_prose(" ", source, look);
        } else {
            self.leaf.push_soft(source, look);
        }
    }

    /// A line break that stays.
    pub fn hard_break(&mut self, source: &Range<usize>) {
        let look = self.look();
        self.leaf.push_break(source, look);
    }

    /// Opens or closes a style; closing what is not open does nothing.
    pub fn style(&mut self, style: Style, on: bool) {
        let count = &mut self.styles[style as usize];
        *count = if on {
            count.saturating_add(1)
        } else {
            count.saturating_sub(1)
        };
    }

    /// Opens a link.
    pub fn open_link(&mut self, target: &str, html: bool) {
        self.close_link(self.leaf.spans.last().map_or(0, |span| span.source.end), html);
        let number = self.links.number(target);
        self.link = Some(OpenLink {
            target: target.trim().to_owned(),
            number,
            start: self.leaf.text.len(),
            html,
        });
    }

    /// Closes a link; one without text shows its target.
    pub fn close_link(&mut self, at: usize, html: bool) {
        let Some(link) = self.link.take_if(|link| link.html == html) else {
            return;
        };
        let shown = self
            .leaf
            .text
            .get(link.start..)
            .is_some_and(|text| !text.trim().is_empty());
        if !shown && link.number.is_some() && self.hidden == 0 {
            let look = Look {
                link: link.number,
                style: RunStyle {
                    role: Role::Link,
                    ..self.look().style
                },
            };
            let target = link.target.strip_prefix("mailto:").unwrap_or(&link.target);
            self.leaf.push_added(target, at, look);
        }
    }

    /// Opens an image: its text follows.
    pub fn open_image(&mut self, path: &str, at: usize) {
        let link = if self.link.is_some() {
            None
        } else {
            self.links.number(path)
        };
        let look = Look {
            style: RunStyle::plain(Role::Decoration),
            link: None,
        };
        self.leaf.push_added("▣ ", at, look);
        let start = self.leaf.text.len();
        self.images.push(OpenImage {
            path: path.to_owned(),
            start,
            link,
        });
    }

    /// Closes an image: its path follows the text.
    pub fn close_image(&mut self, at: usize) {
        let Some(image) = self.images.pop() else {
            return;
        };
        let role = if image.link.is_some() {
            Role::Link
        } else {
            Role::Decoration
        };
        let look = Look {
            style: RunStyle::plain(role),
            link: image.link,
        };
        let path = shown_path(&image.path);
        if path.is_empty() {
            return;
        }
        if self.leaf.text.len() > image.start {
            // One stretch with the text, so that the link's number stands once, behind both.
            self.leaf.push_added(&format!(" ({path})"), at, look);
        } else {
            self.leaf.push_added(&path, at, look);
        }
    }

    /// Appends the mark of a footnote.
    pub fn footnote_mark(&mut self, label: &str, source: &Range<usize>) {
        let number = self.footnote(label);
        let look = self.look();
        self.leaf.push_prose(&superscript(number), source, look);
    }

    fn footnote(&mut self, label: &str) -> usize {
        let known = self.footnotes.iter().position(|known| known == label);
        known.unwrap_or_else(|| {
            self.footnotes.push(label.to_owned());
            self.footnotes.len() - 1
        }) + 1
    }

    // ---- leaves ----

    /// Starts a leaf of this kind.
    pub fn start(&mut self, kind: LeafKind) {
        self.finish_leaf();
        self.kind = kind;
    }

    /// Markdown says that a paragraph starts here, which makes the list around it a loose one.
    pub fn start_paragraph(&mut self) {
        self.start(LeafKind::Paragraph);
        if let [.., list, item] = self.stack.as_mut_slice()
            && let (OpenKind::List(list), OpenKind::Item) = (&mut list.kind, &item.kind)
        {
            list.loose = true;
        }
    }

    /// Tells whether the open leaf spans several lines of the source.
    pub fn spans_lines(&self) -> bool {
        !self.leaf.soft.is_empty() || self.leaf.text.len() > 200
    }

    /// Changes what the open leaf will be.
    pub fn becomes(&mut self, kind: LeafKind) {
        self.kind = kind;
        let level = self.look().style.role;
        for span in &mut self.leaf.spans {
            if matches!(span.look.style.role, Role::Heading(_)) {
                span.look.style.role = level;
            }
        }
    }

    /// Tells whether a block may start here: no text waits for more, no table and no Markdown container is open.
    pub fn is_free(&self) -> bool {
        self.hidden == 0
            && self.leaf.is_blank()
            && self.table.is_none()
            && self.link.is_none()
            && self.styles == [0; 5]
            && self.kind == LeafKind::Paragraph
            && self.stack.iter().all(|open| open.html)
    }

    /// The next paragraph stands right below what was just finished.
    pub fn glue_next(&mut self) {
        self.glue = true;
    }

    /// Ends the open leaf, whatever it is.
    pub fn finish_leaf(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.in_cell) {
            self.cell_break();
            return;
        }
        // Text between the rows of a table stands before it, as in a browser.
        let table = self.table.take();
        self.finish_free_leaf();
        self.table = table;
    }

    fn finish_free_leaf(&mut self) {
        let mut leaf = std::mem::take(&mut self.leaf);
        if let Some(link) = &mut self.link {
            link.start = 0;
        }
        let kind = std::mem::take(&mut self.kind);
        if leaf.is_blank() {
            return;
        }
        match kind {
            LeafKind::Code => {
                let end = leaf.text.trim_end_matches([' ', '\n']).len();
                let start = leaf.text.len() - leaf.text.trim_start_matches('\n').len();
                self.push(&leaf, start..end, BlockKind::Code, false);
            }
            LeafKind::Heading(level) => {
                mend(&mut leaf, &mut self.links);
                leaf.trim_end();
                self.level = level;
                self.push(
                    &leaf,
                    0..leaf.text.len(),
                    BlockKind::Heading { level, habitual: false },
                    false,
                );
            }
            LeafKind::Paragraph => self.finish_paragraph(leaf),
        }
    }

    fn finish_paragraph(&mut self, mut leaf: Leaf) {
        leaf.trim_end();
        habits::settle_breaks(&mut leaf);
        mend(&mut leaf, &mut self.links);
        let glue = std::mem::take(&mut self.glue);
        let top = self.container().is_none();
        let pieces = habits::pieces(&leaf, top);
        let mut bullets = false;
        for (index, piece) in pieces.iter().enumerate() {
            let glued = index > 0 || glue;
            match piece.kind {
                PieceKind::Text => {
                    self.push(&leaf, piece.text.clone(), BlockKind::Paragraph, glued);
                }
                PieceKind::Heading(level) => {
                    let level = level.unwrap_or(self.level + 1).clamp(2, 6);
                    self.push(
                        &leaf,
                        piece.text.clone(),
                        BlockKind::Heading { level, habitual: true },
                        false,
                    );
                }
                PieceKind::Bullet => {
                    let after_bullet = bullets || index == 0 && self.ends_with_bullet();
                    self.push_bullet(&leaf, piece.text.clone(), glued || after_bullet);
                }
            }
            bullets = piece.kind == PieceKind::Bullet;
        }
    }

    /// Adds a typed bullet's line as a list item.
    fn push_bullet(&mut self, leaf: &Leaf, text: Range<usize>, glued: bool) {
        let parent = self.container();
        let container = self.add_container(
            parent,
            ContainerKind::Item {
                marker: Marker::Bullet(0),
                width: 2,
            },
        );
        self.push(leaf, text, BlockKind::Paragraph, glued);
        if let Some(block) = self.document.blocks.last_mut() {
            block.container = Some(container);
        }
    }

    /// Tells whether the last block is a short typed bullet in the container that is open now.
    fn ends_with_bullet(&self) -> bool {
        let Some(last) = self.document.blocks.last() else {
            return false;
        };
        let Some(container) = last.container.map(|index| &self.document.containers[index]) else {
            return false;
        };
        matches!(
            container.kind,
            ContainerKind::Item {
                marker: Marker::Bullet(0),
                ..
            }
        ) && container.parent == self.container()
            && last.text.len() <= LONG_ITEM
    }

    fn push(&mut self, leaf: &Leaf, text: Range<usize>, kind: BlockKind, glued: bool) {
        let (text, spans) = self.store(leaf, text);
        if text.is_empty() && kind != BlockKind::Rule {
            return;
        }
        self.document.blocks.push(Block {
            kind,
            container: self.container(),
            spans,
            text,
            glued,
        });
    }

    /// Moves a part of a leaf into the document.
    fn store(&mut self, leaf: &Leaf, part: Range<usize>) -> (Range<usize>, Range<usize>) {
        let document = &mut self.document;
        let (start, first) = (document.text.len(), document.spans.len());
        let index = leaf.spans.partition_point(|span| span.text.end <= part.start);
        for span in leaf.spans[index..].iter().take_while(|span| span.text.start < part.end) {
            let kept = span.part(span.text.start.max(part.start)..span.text.end.min(part.end));
            let text = kept.text.start - part.start + start..kept.text.end - part.start + start;
            document.spans.push(Span { text, ..kept });
        }
        document.text.push_str(leaf.text.get(part).unwrap_or_default());
        (start..document.text.len(), first..document.spans.len())
    }

    /// A rule across the page.
    pub fn rule(&mut self) {
        self.finish_leaf();
        if self.table.is_none()
            && !self
                .document
                .blocks
                .last()
                .is_none_or(|block| block.kind == BlockKind::Rule)
        {
            self.push(&Leaf::default(), 0..0, BlockKind::Rule, false);
        }
    }

    /// Shows code that was indented by accident as the prose that it is.
    pub fn prose_lines(&mut self, lines: &[(&str, Range<usize>)]) {
        self.start(LeafKind::Paragraph);
        for (text, source) in lines {
            let text = text.strip_suffix('\n').unwrap_or(text);
            if text.trim().is_empty() {
                self.start(LeafKind::Paragraph);
                continue;
            }
            self.text(text, &(source.start..source.start + text.len()));
            self.soft_break(&(source.start + text.len()..source.end));
        }
        self.finish_leaf();
    }

    // ---- containers ----

    fn add_container(&mut self, parent: Option<usize>, kind: ContainerKind) -> usize {
        self.document.containers.push(Container { parent, kind });
        self.document.containers.len() - 1
    }

    /// What a new container stands in; beyond the greatest depth, the container at that depth.
    fn parent(&self) -> Option<usize> {
        let mut depth = 0;
        let mut parent = None;
        for container in self.stack.iter().filter_map(|open| open.container) {
            depth += 1;
            if depth >= MAX_DEPTH {
                break;
            }
            parent = Some(container);
        }
        parent
    }

    /// Opens a quotation.
    pub fn open_quote(&mut self, html: bool) {
        self.finish_leaf();
        let parent = self.parent();
        let container = Some(self.add_container(parent, ContainerKind::Quote));
        self.stack.push(Open {
            kind: OpenKind::Quote,
            html,
            container,
        });
    }

    /// Opens a list: numbered from `next`, or bulleted. `adjacent` says that no blank line precedes it.
    pub fn open_list(&mut self, next: Option<u64>, adjacent: bool, html: bool) {
        self.finish_leaf();
        let depth = self.lists;
        let inside = depth > 0;
        let announced = self.document.blocks.last().is_some_and(|block| {
            block.kind == BlockKind::Paragraph && self.document.text[block.text.clone()].ends_with(':')
        });
        self.glue = inside || announced || adjacent;
        let list = List {
            next,
            depth,
            starts: Vec::new(),
            containers: Vec::new(),
            loose: false,
            big: false,
        };
        self.lists += 1;
        self.stack.push(Open {
            kind: OpenKind::List(list),
            html,
            container: None,
        });
    }

    /// Opens a list item; outside a list, it makes one.
    pub fn open_item(&mut self, html: bool) {
        self.finish_leaf();
        if !matches!(self.stack.last().map(|open| &open.kind), Some(OpenKind::List(_))) {
            self.open_list(None, true, html);
        }
        let first = self.document.blocks.len();
        let parent = self.parent();
        let container = self.document.containers.len();
        let Some(Open {
            kind: OpenKind::List(list),
            ..
        }) = self.stack.last_mut()
        else {
            return;
        };
        if !list.starts.is_empty() {
            self.glue = false;
        }
        list.starts.push(first);
        list.containers.push(container);
        let marker = match &mut list.next {
            Some(next) => {
                let marker = Marker::Number(*next);
                *next = next.saturating_add(1);
                marker
            }
            None => Marker::Bullet(list.depth),
        };
        self.add_container(parent, ContainerKind::Item { marker, width: 2 });
        self.stack.push(Open {
            kind: OpenKind::Item,
            html,
            container: Some(container),
        });
    }

    /// The open item is a task.
    pub fn task(&mut self, done: bool) {
        if let Some(container) = self.container()
            && let ContainerKind::Item { marker, .. } = &mut self.document.containers[container].kind
        {
            *marker = Marker::Task(done);
        }
    }

    /// Opens the text of a footnote.
    pub fn open_footnote(&mut self, label: &str) {
        self.finish_leaf();
        let number = self.footnote(label);
        let parent = self.parent();
        let marker = Marker::Footnote(number);
        let width = superscript(number).chars().count() + 1;
        let container = Some(self.add_container(parent, ContainerKind::Item { marker, width }));
        self.stack.push(Open {
            kind: OpenKind::Footnote,
            html: false,
            container,
        });
    }

    /// Closes the innermost Markdown container and what HTML left open in it.
    pub fn close(&mut self) {
        self.finish_leaf();
        while let Some(open) = self.stack.pop() {
            let html = open.html;
            self.closed(open);
            if !html {
                break;
            }
        }
        self.end_html();
    }

    /// Closes what an HTML tag opened, unless a Markdown container was opened since.
    pub fn close_html(&mut self, list: bool, item: bool) {
        self.finish_leaf();
        let wanted = |kind: &OpenKind| match kind {
            OpenKind::List(_) => list,
            OpenKind::Item => item,
            OpenKind::Quote | OpenKind::Footnote => !list && !item,
        };
        let opened = self.stack.iter().rev().take_while(|open| open.html);
        // An item closes up to its own list, not an item of an outer one.
        let depth = opened
            .take_while(|open| !item || !matches!(open.kind, OpenKind::List(_)))
            .position(|open| wanted(&open.kind));
        for _ in 0..depth.map_or(0, |depth| depth + 1) {
            if let Some(open) = self.stack.pop() {
                self.closed(open);
            }
        }
    }

    /// Closes the HTML containers that are still open: a new section begins.
    pub fn close_stray_html(&mut self) {
        self.finish_leaf();
        while let Some(open) = self.stack.pop_if(|open| open.html) {
            self.closed(open);
        }
    }

    fn closed(&mut self, open: Open) {
        self.glue = false;
        let OpenKind::Item = open.kind else {
            if let OpenKind::List(list) = open.kind {
                self.lists -= 1;
                self.finish_list(&list);
            }
            return;
        };
        let Some(Open {
            kind: OpenKind::List(list),
            ..
        }) = self.stack.last_mut()
        else {
            return;
        };
        let start = list.starts.last().copied().unwrap_or_default();
        let own = self.document.blocks[start..]
            .iter()
            .filter(|block| block.container == open.container);
        let (mut count, mut long) = (0, false);
        for block in own {
            count += usize::from(!block.glued || count == 0);
            long |= block.text.len() > LONG_ITEM;
        }
        list.big |= count > 1 || long;
    }

    /// Now that all of a list is known: its numbers get one width, and its items stand close or apart.
    fn finish_list(&mut self, list: &List) {
        if let Some(next) = list.next {
            let width = next.saturating_sub(1).to_string().len() + 2;
            for container in &list.containers {
                if let ContainerKind::Item { width: own, .. } = &mut self.document.containers[*container].kind {
                    *own = width;
                }
            }
        }
        if !list.loose || !list.big {
            for start in list.starts.iter().skip(1) {
                if let Some(block) = self.document.blocks.get_mut(*start) {
                    block.glued = true;
                }
            }
        }
    }

    /// Forgets styles and links that HTML left open: they end with the Markdown block.
    pub fn end_html(&mut self) {
        self.styles = [0; 5];
        let at = self.leaf.spans.last().map_or(0, |span| span.source.end);
        self.close_link(at, true);
        self.link = None;
        self.images.clear();
        self.hidden = 0;
        self.raise = None;
    }

    // ---- tables ----

    /// Opens a table; within another it is ignored.
    pub fn open_table(&mut self, aligns: Vec<Align>, html: bool) {
        self.finish_leaf();
        if self.table.is_none() {
            self.table = Some(OpenTable {
                table: Table {
                    aligns,
                    ..Table::default()
                },
                html,
                ..OpenTable::default()
            });
        }
    }

    /// Opens a row; `head` says that it names the columns.
    pub fn open_row(&mut self, head: bool) {
        self.close_row();
        self.finish_leaf();
        if let Some(table) = &mut self.table {
            table.table.head |= head && table.table.rows.is_empty();
            table.row = Some(Vec::new());
        }
    }

    /// Closes the open row.
    pub fn close_row(&mut self) {
        self.close_cell();
        if let Some(table) = &mut self.table
            && let Some(mut row) = table.row.take()
        {
            // Rows padded with empty cells could make a small file a huge table.
            let filled = row
                .iter()
                .rposition(|cell| !cell.text.is_empty())
                .map_or(0, |last| last + 1);
            row.truncate(filled);
            if filled > 0 {
                table.table.rows.push(row);
            }
        }
    }

    /// Opens a cell; `head` as in [`Self::open_row`].
    pub fn open_cell(&mut self, head: bool) {
        self.close_cell();
        self.finish_leaf();
        let Some(table) = &mut self.table else {
            return;
        };
        table.table.head |= head && table.table.rows.is_empty() && table.row.as_ref().is_none_or(Vec::is_empty);
        table.row.get_or_insert_default();
        table.in_cell = true;
        self.leaf = Leaf::default();
    }

    /// Closes the open cell.
    pub fn close_cell(&mut self) {
        if !self.table.as_ref().is_some_and(|table| table.in_cell) {
            return;
        }
        let mut leaf = std::mem::take(&mut self.leaf);
        leaf.trim_end();
        mend(&mut leaf, &mut self.links);
        let (text, spans) = self.store(&leaf, 0..leaf.text.len());
        if let Some(table) = &mut self.table {
            table.in_cell = false;
            table.row.get_or_insert_default().push(Cell { spans, text });
        }
    }

    /// A block ends within a cell: the line does.
    fn cell_break(&mut self) {
        if !self.leaf.is_blank() {
            let at = self.leaf.spans.last().map_or(0, |span| span.source.end);
            let look = self.look();
            self.leaf.push_break(&(at..at), look);
        }
    }

    /// Closes the table. One of a single column was there for the look: its cells become paragraphs.
    pub fn close_table(&mut self) {
        self.close_row();
        self.finish_leaf();
        let Some(open) = self.table.take() else {
            return;
        };
        let table = open.table;
        if table.columns() == 1 && open.html {
            for cell in table.rows.into_iter().flatten() {
                self.push_stored(BlockKind::Paragraph, cell);
            }
        } else if table.columns() > 0 {
            self.document.tables.push(table);
            let end = self.document.text.len();
            let spans = self.document.spans.len();
            let kind = BlockKind::Table(self.document.tables.len() - 1);
            self.push_stored(
                kind,
                Cell {
                    spans: spans..spans,
                    text: end..end,
                },
            );
        }
    }

    fn push_stored(&mut self, kind: BlockKind, cell: Cell) {
        let container = self.container();
        self.document.blocks.push(Block {
            kind,
            container,
            spans: cell.spans,
            text: cell.text,
            glued: false,
        });
    }

    /// Ends everything that is open and returns the document.
    pub fn finish(mut self, cut: bool) -> Document {
        self.close_table();
        self.end_html();
        self.finish_leaf();
        while let Some(open) = self.stack.pop() {
            self.closed(open);
        }
        self.document.links = self.links.into_targets();
        self.document.cut = cut;
        self.document
    }
}

/// Returns what is shown of an image's path: all of a short one, else the file's name; nothing of inline data.
fn shown_path(path: &str) -> String {
    let path: String = path.chars().filter(|c| *c != super::mask::FILLER).collect();
    if path.len() <= 60 {
        return path;
    }
    if path.starts_with("data:") {
        return "data:…".to_owned();
    }
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let name = bare.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    format!("…/{name}")
}

/// Writes a number in superscript figures.
pub(super) fn superscript(number: usize) -> String {
    number.to_string().bytes().map(|b| figure(b, Raise::Up)).collect()
}

fn raised(text: &str, raise: Raise) -> Option<String> {
    let figures = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    figures.then(|| text.bytes().map(|b| figure(b, raise)).collect())
}

fn figure(digit: u8, raise: Raise) -> char {
    const UP: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const DOWN: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let figures = match raise {
        Raise::Up => UP,
        Raise::Down => DOWN,
    };
    figures
        .get(usize::from(digit.wrapping_sub(b'0')))
        .copied()
        .unwrap_or('?')
}
