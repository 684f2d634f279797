//! Blocks to lines.

use std::ops::Range;

use crate::text::clean::Clean;
use crate::text::{clean, width};

use super::Document;
use super::builder::superscript;
use super::document::{Block, BlockKind, ContainerKind, Look, Marker, Span};
use super::outline;
use super::table;
use super::wrap::{wrap, wrap_code};

/// From this width on, top-level lists are indented.
const ROOMY: usize = 60;

/// What quotes, bullets and indents leave at least for the text, when the width allows it.
const LEAST_TEXT: usize = 16;

/// A laid-out text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// The lines, none wider than asked.
    pub lines: Vec<Line>,
    /// The targets of the links, by number from 0, in the order of the text.
    pub links: Vec<Link>,
    /// The headings, real and habitual.
    pub outline: Vec<Outline>,
    /// The end of the body is not shown, because it is over 1 MiB.
    pub cut: bool,
    /// Each link is followed by its number.
    pub numbered: bool,
}

/// One line on screen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
    /// It goes on with the text of the line before, which was full.
    pub wrapped: bool,
}

/// A stretch of a line in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What is shown.
    pub text: Clean,
    /// How.
    pub style: RunStyle,
    /// The link it belongs to, an index of [`Layout::links`].
    pub link: Option<usize>,
    /// The bytes of the file's text it shows; `None` for what the layout added (bullets, rules, indents). Byte for
    /// byte the text of the run when both are equally long.
    pub source: Option<Range<usize>>,
}

/// What a run is; the theme decides on the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the four are independent: text may be bold and struck through"
)]
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

impl RunStyle {
    /// Returns the style of a role without any emphasis.
    pub(super) fn plain(role: Role) -> Self {
        Self {
            role,
            ..Self::default()
        }
    }
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
    /// It opens the part that says how to apply. At most one heading does.
    pub apply: bool,
}

/// How to lay out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// In columns; 0 counts as 1.
    pub width: u16,
    /// Each link is followed by its number, from 1: `[3]`.
    pub numbered: bool,
    /// For a voice: nothing is drawn, tables are lists.
    pub spoken: bool,
}

/// Where a stretch of text stands on screen: a line and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 0.
    pub line: usize,
    /// From the left edge of the layout.
    pub columns: Range<usize>,
}

impl Layout {
    /// Returns the first line that shows any byte of `span`, a range of the file's text.
    #[must_use]
    pub fn line_of(&self, span: &Range<usize>) -> Option<usize> {
        self.lines
            .iter()
            .position(|line| line.runs.iter().any(|run| run.shows(span).is_some()))
    }

    /// Returns where on screen `span`, a range of the file's text, is shown: one place a line.
    #[must_use]
    pub fn places(&self, span: &Range<usize>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let mut column = 0;
            for run in &line.runs {
                if let Some(part) = run.shows(span) {
                    let text = run.text.as_str();
                    let start = column + width(text.get(..part.start).unwrap_or_default());
                    let end = start + width(text.get(part).unwrap_or_default());
                    match places
                        .last_mut()
                        .filter(|last| last.line == index && last.columns.end == start)
                    {
                        Some(last) => last.columns.end = end,
                        None => places.push(Place {
                            line: index,
                            columns: start..end,
                        }),
                    }
                }
                column += run.text.width();
            }
        }
        places
    }

    /// Returns the first line of the part that says how to apply.
    #[must_use]
    pub fn apply_line(&self) -> Option<usize> {
        self.outline.iter().find(|entry| entry.apply).map(|entry| entry.line)
    }
}

impl Line {
    /// Returns the text of the whole line.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Returns the columns it takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| run.text.width()).sum()
    }
}

impl Run {
    /// Returns the bytes of this run's text that show `span`.
    fn shows(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let source = self
            .source
            .as_ref()
            .filter(|source| source.start < span.end && span.start < source.end)?;
        let text = self.text.as_str();
        if source.len() != text.len() {
            return Some(0..text.len());
        }
        let start = text.floor_char_boundary(span.start.saturating_sub(source.start));
        let end = text.ceil_char_boundary((span.end - source.start).min(text.len()));
        Some(start..end)
    }

    pub(super) fn added(text: Clean) -> Self {
        Self {
            text,
            style: RunStyle::plain(Role::Decoration),
            link: None,
            source: None,
        }
    }
}

/// Lays a document out in lines at most `width` columns wide.
#[must_use]
pub fn layout(document: &Document, width: u16) -> Layout {
    let options = Options {
        width,
        numbered: false,
        spoken: false,
    };
    layout_with(document, options)
}

/// Lays a document out.
///
/// No line is wider than asked. What cannot be shown at all in so few columns (an ideograph in one) becomes `…`.
#[must_use]
pub fn layout_with(document: &Document, options: Options) -> Layout {
    let mut page = Page {
        document,
        width: usize::from(options.width.max(1)),
        numbered: options.numbered,
        spoken: options.spoken,
        has_quotes: document
            .containers
            .iter()
            .any(|container| container.kind == ContainerKind::Quote),
        opened: vec![false; document.containers.len()],
        layout: Layout {
            cut: document.cut,
            numbered: options.numbered,
            ..Layout::default()
        },
        link_lines: vec![None; document.links.len()],
    };
    let mut before: Option<&Block> = None;
    for block in &document.blocks {
        if let Some(before) = before {
            page.gap(before, block);
        }
        page.block(block);
        before = Some(block);
    }
    if document.cut {
        page.layout.lines.push(Line::default());
        page.layout.lines.push(Line {
            runs: vec![Run::added(clean("[…]").truncate(page.width))],
            wrapped: false,
        });
    }
    let mut layout = page.layout;
    let targets = document.links.iter().zip(page.link_lines);
    layout.links = targets
        .map(|(target, line)| Link {
            target: target.clone(),
            line: line.unwrap_or_default(),
        })
        .collect();
    outline::mark_apply(&mut layout);
    layout
}

/// Text to be laid out: its spans are in order and cover it.
#[derive(Clone, Copy)]
pub(super) struct Source<'d> {
    pub text: &'d str,
    /// Where the text starts in the numbering of its spans.
    pub shift: usize,
    pub spans: &'d [Span],
}

struct Page<'d> {
    document: &'d Document,
    width: usize,
    numbered: bool,
    spoken: bool,
    has_quotes: bool,
    /// By container: its marker has been shown.
    opened: Vec<bool>,
    layout: Layout,
    link_lines: Vec<Option<usize>>,
}

/// What stands before the lines of a block.
#[derive(Default)]
struct Prefix {
    first: Clean,
    rest: Clean,
    width: usize,
}

impl Page<'_> {
    /// A blank line between two blocks, with the bars of the quotes that both stand in.
    fn gap(&mut self, before: &Block, block: &Block) {
        let heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
        let rules = before.kind == BlockKind::Rule && block.kind == BlockKind::Rule;
        if block.glued || rules || heading(before) && !heading(block) {
            return;
        }
        let left = self.quotes(before.container);
        let right = self.quotes(block.container);
        let shared = left.iter().zip(&right).take_while(|(a, b)| a == b).last();
        let bars = shared.map_or_else(String::new, |(quote, _)| self.bars(block.container, *quote));
        let runs = if bars.is_empty() {
            Vec::new()
        } else {
            vec![Run::added(clean(bars.trim_end()))]
        };
        self.layout.lines.push(Line { runs, wrapped: false });
    }

    /// Returns the containers around a block, outermost first.
    fn chain(&self, container: Option<usize>) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut next = container;
        while let Some(index) = next {
            chain.push(index);
            next = self.document.containers[index].parent;
        }
        chain.reverse();
        chain
    }

    fn quotes(&self, container: Option<usize>) -> Vec<usize> {
        if !self.has_quotes {
            return Vec::new();
        }
        let is_quote = |index: &usize| self.document.containers[*index].kind == ContainerKind::Quote;
        self.chain(container).into_iter().filter(is_quote).collect()
    }

    /// Returns what stands before a blank line within a quotation, up to its bar.
    fn bars(&self, container: Option<usize>, quote: usize) -> String {
        let chain = self.chain(container);
        let (skip, _) = self.skipped(&chain);
        let mut bars = String::new();
        let inside = chain
            .iter()
            .position(|index| *index == quote)
            .map_or(0, |last| last + 1);
        for (depth, index) in chain.iter().enumerate().take(inside).skip(skip) {
            match self.document.containers[*index].kind {
                ContainerKind::Quote => bars.push_str("│ "),
                ContainerKind::Item { .. } => push_spaces(&mut bars, self.columns(depth, *index)),
            }
        }
        bars
    }

    /// By how much a top-level item is indented.
    fn indent(&self) -> usize {
        if self.width >= ROOMY { 2 } else { 0 }
    }

    /// Returns how many columns a container takes that stands in `depth` others.
    fn columns(&self, depth: usize, index: usize) -> usize {
        match self.document.containers[index].kind {
            ContainerKind::Quote => 2,
            ContainerKind::Item { width, .. } if depth == 0 => width + self.indent(),
            ContainerKind::Item { width, .. } => width,
        }
    }

    /// Returns how many of the containers are not shown, outermost first, because they are too deep for the width; and
    /// how many columns the others take.
    fn skipped(&self, chain: &[usize]) -> (usize, usize) {
        let room = self.width.saturating_sub(LEAST_TEXT.min(self.width.div_ceil(2)));
        let columns = |(depth, index): (usize, &usize)| self.columns(depth, *index);
        let mut total: usize = chain.iter().enumerate().map(columns).sum();
        let mut skip = 0;
        while total > room && skip < chain.len() {
            total -= self.columns(skip, chain[skip]);
            skip += 1;
        }
        (skip, total)
    }

    /// Returns what stands before a block's lines, and remembers that the markers have been shown.
    fn prefix(&mut self, container: Option<usize>) -> Prefix {
        if container.is_none() {
            return Prefix::default();
        }
        let chain = self.chain(container);
        let (skip, total) = self.skipped(&chain);
        let (mut first, mut rest) = (String::new(), String::new());
        for (depth, index) in chain.iter().enumerate() {
            let opened = std::mem::replace(&mut self.opened[*index], true);
            if depth < skip {
                continue;
            }
            match &self.document.containers[*index].kind {
                ContainerKind::Quote => {
                    first.push_str("│ ");
                    rest.push_str("│ ");
                }
                ContainerKind::Item { marker, width } => {
                    let indent = if depth == 0 { self.indent() } else { 0 };
                    push_spaces(&mut rest, indent + width);
                    if opened {
                        push_spaces(&mut first, indent + width);
                    } else {
                        push_spaces(&mut first, indent);
                        push_marker(&mut first, *marker, *width);
                    }
                }
            }
        }
        Prefix {
            first: clean(&first),
            rest: clean(&rest),
            width: total,
        }
    }

    fn block(&mut self, block: &Block) {
        let document = self.document;
        let mut prefix = self.prefix(block.container);
        let columns = (self.width - prefix.width).max(1);
        let source = Source {
            text: &document.text[block.text.clone()],
            shift: block.text.start,
            spans: &document.spans[block.spans.clone()],
        };
        match block.kind {
            BlockKind::Rule => {
                let rule = Run::added(clean(&"─".repeat(columns)));
                let drawn = if self.spoken { Vec::new() } else { vec![rule] };
                self.push_line(&mut prefix, drawn, false);
            }
            BlockKind::Table(index) => {
                let table = &document.tables[index];
                let lines = if self.spoken {
                    table::labelled(document, table, columns)
                } else {
                    table::lay_out(document, table, columns)
                };
                for runs in lines {
                    self.push_line(&mut prefix, runs, false);
                }
            }
            BlockKind::Code => {
                let indent = if columns > LEAST_TEXT { 2 } else { 0 };
                for range in wrap_code(source.text, columns - indent) {
                    let mut runs = vec![Run::added(Clean::spaces(indent))];
                    runs.extend(runs_of(source, &range, columns - indent));
                    self.push_line(&mut prefix, runs, false);
                }
            }
            BlockKind::Heading { level, .. } => {
                let line = self.layout.lines.len();
                let text = Clean::of_clean(source.text).one_line();
                self.layout.outline.push(Outline {
                    level,
                    text,
                    line,
                    apply: false,
                });
                let role = Role::Heading(level);
                self.paragraph(source, &mut prefix, columns, Some(role));
            }
            BlockKind::Paragraph => {
                let quoted = !self.quotes(block.container).is_empty();
                self.paragraph(source, &mut prefix, columns, quoted.then_some(Role::Quote));
            }
        }
    }

    /// Lays out wrapped text. `role` is what plain runs in it are.
    fn paragraph(&mut self, source: Source<'_>, prefix: &mut Prefix, columns: usize, role: Option<Role>) {
        let numbered =
            (self.numbered && source.spans.iter().any(|span| span.look.link.is_some())).then(|| with_numbers(source));
        let source = numbered
            .as_ref()
            .map_or(source, |(text, spans)| Source { text, shift: 0, spans });
        let mut before = 0;
        for range in wrap(source.text, columns) {
            let mut runs = runs_of(source, &range, columns);
            if let Some(role) = role {
                for run in runs.iter_mut().filter(|run| run.style.role == Role::Text) {
                    run.style.role = role;
                }
            }
            let wrapped = before < range.start && !source.text[before..range.start].contains('\n') && before > 0;
            before = range.end;
            self.push_line(prefix, runs, wrapped);
        }
    }

    fn push_line(&mut self, prefix: &mut Prefix, mut runs: Vec<Run>, wrapped: bool) {
        let line = self.layout.lines.len();
        for link in runs.iter().filter_map(|run| run.link) {
            if let Some(first) = self.link_lines.get_mut(link) {
                first.get_or_insert(line);
            }
        }
        let before = std::mem::replace(&mut prefix.first, prefix.rest.clone());
        if !before.is_empty() {
            runs.insert(0, Run::added(before));
        }
        self.layout.lines.push(Line { runs, wrapped });
    }
}

/// Returns the runs of one line of a text. Too wide a line (a character wider than all) becomes `…`.
pub(super) fn runs_of(source: Source<'_>, line: &Range<usize>, columns: usize) -> Vec<Run> {
    let (start, end) = (line.start + source.shift, line.end + source.shift);
    let first = source.spans.partition_point(|span| span.text.end <= start);
    let mut runs = Vec::new();
    for span in source.spans[first..].iter().take_while(|span| span.text.start < end) {
        let part = span.part(span.text.start.max(start)..span.text.end.min(end));
        let text = source
            .text
            .get(part.text.start - source.shift..part.text.end - source.shift)
            .unwrap_or_default();
        let origin = (!part.source.is_empty()).then_some(part.source);
        runs.push(Run {
            text: Clean::of_clean(text),
            style: span.look.style,
            link: span.look.link,
            source: origin,
        });
    }
    if columns < 4 && runs.iter().map(|run| run.text.width()).sum::<usize>() > columns {
        for run in &mut runs {
            run.text = Clean::default();
        }
        if let Some(run) = runs.first_mut() {
            run.text = clean("…");
        }
    }
    runs
}

/// Returns a text with its links' numbers after them.
fn with_numbers(source: Source<'_>) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(source.text.len() + 16);
    let mut spans: Vec<Span> = Vec::with_capacity(source.spans.len() + 4);
    for (index, span) in source.spans.iter().enumerate() {
        let start = text.len();
        text.push_str(&source.text[span.text.start - source.shift..span.text.end - source.shift]);
        spans.push(Span {
            text: start..text.len(),
            ..span.clone()
        });
        let next = source.spans.get(index + 1).and_then(|next| next.look.link);
        if let Some(link) = span.look.link.filter(|link| next != Some(*link)) {
            let start = text.len();
            text.extend(["[", &(link + 1).to_string(), "]"]);
            spans.push(Span {
                text: start..text.len(),
                source: 0..0,
                look: Look {
                    style: RunStyle::plain(Role::Decoration),
                    link: Some(link),
                },
            });
        }
    }
    (text, spans)
}

fn push_spaces(text: &mut String, columns: usize) {
    text.extend(std::iter::repeat_n(' ', columns));
}

/// Appends a marker, filled up to `columns`: numbers stand at the right, so that their dots are below one another.
fn push_marker(text: &mut String, marker: Marker, columns: usize) {
    let (shown, right) = match marker {
        Marker::Bullet(depth) => (["• ", "◦ ", "– "].get(depth).copied().unwrap_or("– ").to_owned(), false),
        Marker::Number(number) => (format!("{number}. "), true),
        Marker::Task(done) => (if done { "☑ " } else { "☐ " }.to_owned(), true),
        Marker::Footnote(number) => (format!("{} ", superscript(number)), false),
    };
    let pad = columns.saturating_sub(shown.chars().count());
    push_spaces(text, if right { pad } else { 0 });
    text.push_str(&shown);
    push_spaces(text, if right { 0 } else { pad });
}
