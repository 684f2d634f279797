//! From the events of the Markdown parser to passages.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::html::{self, Effect};
use super::{Heading, Link, Page, Passage, PassageKind, Section, Segment, below, habits, narrow, triggers};
use crate::offer::front_matter::{Field, FrontMatter, Value};
use crate::offer::keys::{self, Key};
use crate::offer::section::{self, SectionKind};
use crate::text::eight;
use crate::text::fold::fold_onto;

/// The largest body that is parsed; see LIMITS §1.
const LARGEST_BODY: usize = 1 << 20;

/// Neither metadata blocks nor definition lists: with them the parser takes quadratic time.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Builds the page of `text` whose body is `parts`.
pub(super) fn page<'t>(text: &'t str, front: &'t FrontMatter, parts: &[Range<usize>]) -> Page<'t> {
    let size = parts.iter().map(ExactSizeIterator::len).sum();
    let mut builder = Builder::new(text, front, size);
    for field in &front.fields {
        builder.field(field, None);
    }
    builder.page.body_start = builder.page.passages.len();
    builder.stack.clear();
    for part in parts {
        let end = part.end.min(part.start.saturating_add(LARGEST_BODY));
        builder.part(super::widen(text, part.start..end));
    }
    builder.finish()
}

/// What is being read, and the way from its bytes to those of the file.
enum Map {
    /// Bytes of the source lie this many bytes further in the file.
    Offset(usize),
    /// Where pieces of the source begin in the file; the whole value in the file.
    Pieces(Vec<(u32, u32)>, Range<usize>),
}

/// A passage that is being written.
struct Open {
    start: usize,
    links: usize,
    plain: bool,
    bold_end: usize,
}

struct Builder<'t> {
    page: Page<'t>,
    map: Map,
    /// Comments, in bytes of the source.
    holes: Vec<Range<usize>>,
    hole: usize,
    open: Option<Open>,
    pending: Option<Pending>,
    block: u32,
    stack: Vec<u32>,
    /// The key of the field being read, and whether its lines are prose like the body's.
    field: Option<(Option<Key>, bool)>,
    heading: Option<u8>,
    items: usize,
    quotes: usize,
    bold: usize,
    struck: usize,
    hidden: usize,
    code: Option<Code>,
    row: Option<usize>,
    /// What the columns of the open table mean, when its head names all of them and one row follows.
    columns: Vec<Key>,
    /// The open table has one row below its head.
    one_row: bool,
    links: Vec<(usize, String, Range<usize>)>,
}

/// The code block being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Fenced,
    /// Prose of people who indent.
    Indented,
}

/// A line end that may or may not end the passage.
#[derive(Clone, Copy)]
enum Pending {
    Soft(usize),
    Hard,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str, front: &'t FrontMatter, size: usize) -> Self {
        let mut line_starts = Vec::with_capacity(text.len() / 40 + 1);
        line_starts.push(0);
        line_starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| narrow(at + 1)));
        let page = Page {
            text,
            front,
            visible: String::with_capacity(size + 256),
            folded: String::with_capacity(size + 256),
            folded_origin: Vec::with_capacity(size + 256),
            segments: Vec::with_capacity(size / 32),
            passages: Vec::with_capacity(size / 48),
            sections: Vec::new(),
            links: Vec::new(),
            struck: Vec::new(),
            rules: Vec::new(),
            body_start: 0,
            hits: triggers::Hits::default(),
            stops: Vec::new(),
            line_starts,
        };
        Self {
            page,
            map: Map::Offset(0),
            holes: Vec::new(),
            hole: 0,
            open: None,
            pending: None,
            block: 0,
            stack: Vec::new(),
            field: None,
            heading: None,
            items: 0,
            quotes: 0,
            bold: 0,
            struck: 0,
            hidden: 0,
            code: None,
            row: None,
            columns: Vec::new(),
            one_row: false,
            links: Vec::new(),
        }
    }

    fn finish(mut self) -> Page<'t> {
        self.close();
        self.page.folded_origin.push(narrow(self.page.visible.len()));
        join_blocks(&mut self.page.passages);
        below::inherit(&mut self.page);
        self.page.hits = triggers::find(&self.page.folded, &self.page.passages);
        section::name_sections(&mut self.page);
        self.page
    }

    // --- front matter -------------------------------------------------------------------------------------------

    fn field(&mut self, field: &Field, parent: Option<Key>) {
        let key = match (keys::meaning(&field.folded), parent) {
            // `deadline: {date: …}`.
            (Some(Key::DatePosted | Key::DateOther) | None, Some(day @ (Key::Deadline | Key::Start | Key::End))) => {
                Some(day)
            }
            (own, parent) => own.or(parent),
        };
        self.value(&field.value, key);
    }

    fn value(&mut self, value: &Value, key: Option<Key>) {
        match value {
            Value::Empty => {}
            Value::Text(text, span) => self.scalar(text, span, key),
            Value::List(values) => values.iter().for_each(|value| self.value(value, key)),
            Value::Map(fields) => fields.iter().for_each(|field| self.field(field, key)),
        }
    }

    fn scalar(&mut self, text: &str, span: &Range<usize>, key: Option<Key>) {
        self.block += 1;
        let prose = matches!(key, Some(Key::Description));
        self.field = Some((key, prose));
        self.open_field_section(key);
        let raw = self.page.text.get(span.clone()).unwrap_or("");
        let holds = |byte: u8| eight::position(text.as_bytes(), byte).is_some();
        let rich = holds(b'\n') || (holds(b']') && text.contains("](")) || holds(b'<');
        self.map = if raw == text {
            Map::Offset(span.start)
        } else {
            Map::Pieces(align(text, raw, span.start), span.clone())
        };
        self.hole = 0;
        if rich {
            self.holes = holes(text);
            self.markdown(text, 0);
            self.holes.clear();
        } else {
            self.text(text, 0..text.len());
        }
        self.close();
        self.field = None;
        self.stack.clear();
    }

    /// A field that tells how to apply is a section of its own, so that its lines are read as such.
    fn open_field_section(&mut self, key: Option<Key>) {
        let kind = match key {
            Some(Key::HowToApply | Key::ApplyUrl) => SectionKind::Apply,
            Some(Key::Contact) => SectionKind::Contact,
            Some(Key::Info) => SectionKind::Questions,
            Some(Key::Description) => SectionKind::Missions,
            _ => return,
        };
        self.stack.push(narrow(self.page.sections.len()));
        let heading = narrow(self.page.passages.len());
        self.page.sections.push(Section {
            heading,
            parent: None,
            kind: Some(kind),
            depth: 0,
        });
    }

    // --- Markdown -----------------------------------------------------------------------------------------------

    /// Reads a part of the body.
    fn part(&mut self, part: Range<usize>) {
        self.map = Map::Offset(part.start);
        let source = self.page.text.get(part).unwrap_or("");
        self.holes = holes(source);
        self.hole = 0;
        self.markdown(source, 0);
    }

    /// Reads Markdown; `base` is added to its ranges (a piece of Markdown inside HTML).
    fn markdown(&mut self, source: &str, base: usize) {
        let mut in_html = false;
        for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
            let at = range.start + base..range.end + base;
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    in_html = true;
                    self.html(source.get(range).unwrap_or(""), at.start, base == 0);
                }
                Event::End(TagEnd::HtmlBlock) => in_html = false,
                _ if in_html => {}
                Event::Start(tag) => self.start(tag, at),
                Event::End(tag) => self.end(tag),
                Event::Text(text) if self.code.is_some() => self.code_lines(&text, at.start),
                Event::Text(text) => self.text(&text, at),
                Event::Code(text) => {
                    // The range holds the backticks.
                    let ticks = (at.len().saturating_sub(text.len())) / 2;
                    self.text(&text, at.start + ticks..at.end.saturating_sub(ticks));
                }
                Event::SoftBreak => self.line_end(Pending::Soft(at.start)),
                Event::HardBreak => self.line_end(Pending::Hard),
                Event::InlineHtml(tag) | Event::Html(tag) => self.tag(&tag, at),
                Event::Rule => self.rule(&at),
                Event::TaskListMarker(_)
                | Event::FootnoteReference(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {}
            }
        }
        self.end_block();
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_block();
                self.heading = Some(level_of(level));
            }
            Tag::Paragraph | Tag::List(_) => self.end_block(),
            Tag::Item => {
                self.end_block();
                self.items += 1;
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.end_block();
                self.code = Some(match kind {
                    CodeBlockKind::Fenced(_) => Code::Fenced,
                    CodeBlockKind::Indented => Code::Indented,
                });
            }
            Tag::Table(_) => {
                let source = self.page.text.get(self.to_file(&at).0).unwrap_or("");
                self.one_row = source.trim().lines().count() == 3;
            }
            Tag::TableHead | Tag::TableRow => {
                self.end_block();
                self.row = Some(0);
            }
            Tag::TableCell => self.cell(),
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.strike(&at),
            Tag::Image { .. } => self.hidden += 1,
            Tag::Link {
                link_type, dest_url, ..
            } => {
                let target = if link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.into_string()
                };
                self.open_link(target, at);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_block();
                self.heading = None;
            }
            TagEnd::Item => {
                self.end_block();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.end_block();
                self.code = None;
            }
            TagEnd::TableHead => {
                let block = self.block;
                self.end_block();
                self.row = None;
                self.name_columns(block);
            }
            TagEnd::TableRow => {
                self.end_block();
                self.row = None;
            }
            TagEnd::Table => {
                self.end_block();
                self.columns.clear();
            }
            TagEnd::Paragraph | TagEnd::List(_) => self.end_block(),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Link => self.close_link(),
            _ => {}
        }
    }

    fn rule(&mut self, at: &Range<usize>) {
        self.end_block();
        let file = self.to_file(at).0;
        self.page.rules.push(file.start);
    }

    fn strike(&mut self, at: &Range<usize>) {
        self.struck += 1;
        let file = self.to_file(at).0;
        self.page.struck.push(file);
    }

    /// A head of nothing but known labels: it has no value of its own, the cells of a single row below are theirs.
    fn name_columns(&mut self, block: u32) {
        let Some(head) = self.page.passages.last_mut().filter(|head| head.block == block) else {
            return;
        };
        let words = self
            .page
            .folded
            .get(head.folded.start as usize..head.folded.end as usize);
        let mut cells = words.unwrap_or_default().split([':', '|']).map(str::trim);
        let keys: Option<Vec<Key>> = cells.by_ref().map(keys::meaning).collect();
        if let Some(keys) = keys.filter(|keys| keys.len() > 1) {
            head.key = None;
            head.label = head.folded.start..head.folded.start;
            head.value = head.folded.clone();
            if self.one_row {
                self.columns = keys;
            }
        }
    }

    fn cell(&mut self) {
        if !self.columns.is_empty() {
            self.close();
        }
        let Some(cells) = &mut self.row else { return };
        let joint = match *cells {
            0 => "",
            1 => " : ",
            _ => " | ",
        };
        *cells += 1;
        if self.open.is_some() {
            self.page.visible.push_str(joint);
        }
    }

    fn code_lines(&mut self, text: &str, start: usize) {
        let mut at = start;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            if !words.is_empty() {
                self.text(words, at..at + words.len());
            }
            self.end_line();
            at += line.len();
        }
    }

    // --- HTML ---------------------------------------------------------------------------------------------------

    /// Reads a block of HTML. People write Markdown right below a tag, which the parser leaves as it is: such a piece
    /// is read as Markdown once (`nested`).
    fn html(&mut self, source: &str, base: usize, nested: bool) {
        self.end_block();
        let mut at = 0;
        while at < source.len() {
            let rest = source.get(at..).unwrap_or("");
            let Some(open) = memchr::memchr(b'<', rest.as_bytes()) else {
                self.html_text(rest, base + at, nested);
                break;
            };
            self.html_text(rest.get(..open).unwrap_or(""), base + at, nested);
            let tagged = rest.get(open..).unwrap_or("");
            let is_tag = tagged
                .as_bytes()
                .get(1)
                .is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
            let Some(close) = (if is_tag {
                memchr::memchr(b'>', tagged.as_bytes())
            } else {
                Some(0)
            }) else {
                // No `>` to the end of the block: the rest is text.
                self.html_text(tagged, base + at + open, false);
                break;
            };
            if is_tag {
                self.tag(
                    tagged.get(..=close).unwrap_or(""),
                    base + at + open..base + at + open + close + 1,
                );
            } else {
                self.text("<", base + at + open..base + at + open + 1);
            }
            at += open + close + 1;
        }
        self.end_block();
        self.heading = None;
        self.struck = 0;
        self.bold = 0;
        self.hidden = 0;
    }

    fn html_text(&mut self, text: &str, base: usize, nested: bool) {
        if text.trim().is_empty() {
            return;
        }
        let marked = text.contains("](") || text.contains("**") || text.lines().any(|line| line.starts_with('#'));
        if nested && marked {
            self.markdown(text, base);
            return;
        }
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim_start_matches(['\n', '\r', '\t', ' ']);
            let lead = line.len() - trimmed.len();
            if lead > 0 && self.open.is_some() {
                self.line_end(Pending::Soft(base + at));
            }
            self.entities(trimmed.trim_end_matches(['\n', '\r']), base + at + lead);
            at += line.len();
            if line.ends_with('\n') && self.open.is_some() {
                self.line_end(Pending::Soft(base + at - 1));
            }
        }
    }

    /// Pushes text of HTML with its entities decoded.
    fn entities(&mut self, text: &str, base: usize) {
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr(b'&', rest.as_bytes())) {
            self.text(text.get(at..at + found).unwrap_or(""), base + at..base + at + found);
            at += found;
            let rest = text.get(at..).unwrap_or("");
            if let Some((decoded, width)) = html::entity(rest) {
                self.text(decoded.encode_utf8(&mut [0; 4]), base + at..base + at + width);
                at += width;
            } else {
                self.text("&", base + at..base + at + 1);
                at += 1;
            }
        }
        let rest = text.get(at..).unwrap_or("");
        self.text(rest, base + at..base + text.len());
    }

    fn tag(&mut self, source: &str, at: Range<usize>) {
        let Some(tag) = html::tag(source) else { return };
        let step = |count: usize| if tag.closes { count.saturating_sub(1) } else { count + 1 };
        match tag.effect {
            Effect::Break => self.end_line(),
            Effect::Block if self.row.is_none() => self.end_block(),
            Effect::Heading(level) => {
                self.end_block();
                self.heading = (!tag.closes).then_some(level);
            }
            Effect::Item => {
                self.end_block();
                self.items = step(self.items);
            }
            Effect::Bold => self.bold = step(self.bold),
            Effect::Struck if tag.closes => self.struck = self.struck.saturating_sub(1),
            Effect::Struck => self.strike(&at),
            Effect::Link if tag.closes => self.close_link(),
            Effect::Link => self.open_link(html::decode(tag.href.unwrap_or("")), at),
            Effect::Hidden => self.hidden = step(self.hidden),
            Effect::Block | Effect::None => {}
        }
    }

    // --- text ---------------------------------------------------------------------------------------------------

    fn text(&mut self, text: &str, at: Range<usize>) {
        if text.is_empty() || self.struck > 0 || self.hidden > 0 {
            return;
        }
        if !self.holes.is_empty() && text.len() == at.len() {
            self.text_around_holes(text, at);
        } else {
            self.push(text, &at);
        }
    }

    /// Leaves out what stands in a comment.
    fn text_around_holes(&mut self, text: &str, at: Range<usize>) {
        while self.holes.get(self.hole).is_some_and(|hole| hole.end <= at.start) {
            self.hole += 1;
        }
        let mut from = at.start;
        let mut hole = self.hole;
        while from < at.end {
            let next = self.holes.get(hole).cloned().unwrap_or(at.end..at.end);
            let until = next.start.clamp(from, at.end);
            if let Some(piece) = text.get(from - at.start..until - at.start) {
                self.push(piece, &(from..until));
            }
            from = next.end.max(until);
            hole += 1;
        }
    }

    fn push(&mut self, text: &str, at: &Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.settle_break(text);
        let start = self.page.visible.len();
        let open = self.open.get_or_insert(Open {
            start,
            links: self.page.links.len(),
            plain: false,
            bold_end: start,
        });
        let wordy = text.bytes().any(|b| b.is_ascii_alphanumeric() || b >= 0x80);
        if self.bold > 0 {
            if !open.plain {
                open.bold_end = start + text.len();
            }
        } else if wordy {
            open.plain = true;
        }
        let (source, linear) = self.to_file(at);
        let linear = linear && source.len() == text.len();
        self.page.visible.push_str(text);
        self.segment(start, source, linear);
    }

    fn segment(&mut self, visible: usize, source: Range<usize>, linear: bool) {
        if let Some(last) = self.page.segments.last_mut()
            && linear
            && last.linear
            && source.start >= last.source as usize
            && source.start - last.source as usize == visible - last.visible as usize
        {
            last.source_end = narrow(source.end);
            return;
        }
        self.page.segments.push(Segment {
            visible: narrow(visible),
            source: narrow(source.start),
            source_end: narrow(source.end),
            linear,
        });
    }

    fn to_file(&self, at: &Range<usize>) -> (Range<usize>, bool) {
        match &self.map {
            Map::Offset(offset) => (at.start + offset..at.end + offset, true),
            Map::Pieces(pieces, whole) => {
                let after = pieces.partition_point(|(value, _)| *value as usize <= at.start);
                let Some((value, file)) = after.checked_sub(1).and_then(|i| pieces.get(i)) else {
                    return (whole.clone(), false);
                };
                let start = *file as usize + (at.start - *value as usize);
                let last = pieces.partition_point(|(value, _)| (*value as usize) < at.end.max(at.start + 1));
                let end = last
                    .checked_sub(1)
                    .and_then(|i| pieces.get(i))
                    .map_or(start, |(value, file)| *file as usize + (at.end - *value as usize));
                (start..end.clamp(start, whole.end.max(start)), true)
            }
        }
    }

    // --- lines --------------------------------------------------------------------------------------------------

    fn line_end(&mut self, pending: Pending) {
        if self.open.is_some() {
            self.pending = Some(pending);
        }
    }

    /// Decides, now that the next line is known, whether the line end was one.
    fn settle_break(&mut self, next: &str) {
        let Some(pending) = self.pending.take() else { return };
        let Some(open) = &self.open else { return };
        let before = self.page.visible.get(open.start..).unwrap_or("");
        let joins = match pending {
            _ if self.heading.is_some() || self.row.is_some() => true,
            Pending::Soft(_) => habits::continues(before, next),
            Pending::Hard => self.bold > 0 && next.starts_with(char::is_lowercase),
        };
        if joins {
            let at = self.page.visible.len();
            self.page.visible.push(' ');
            if let Pending::Soft(source) = pending {
                let (file, _) = self.to_file(&(source..source + 1));
                self.segment(at, file, true);
            }
        } else {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        if self.heading.is_some() && self.open.is_some() {
            self.pending = Some(Pending::Hard);
        } else {
            self.close();
        }
    }

    fn end_block(&mut self) {
        self.pending = None;
        self.close();
        if self.field.is_none_or(|(_, prose)| prose) {
            self.block += 1;
        }
    }

    fn close(&mut self) {
        self.pending = None;
        let Some(open) = self.open.take() else { return };
        let line = self.page.visible.get(open.start..).unwrap_or("");
        let lead = line.len() - line.trim_start().len();
        let words = line.trim();
        if words.is_empty() {
            return;
        }
        let all_bold = open.bold_end > open.start && !open.plain;
        let mut visible = open.start + lead..open.start + lead + words.len();
        let kind = self.kind(words, all_bold, &mut visible);
        let labels = match kind {
            PassageKind::Line | PassageKind::Item => habits::labels_within(words),
            _ => Vec::new(),
        };
        self.page.visible.push('\n');
        // A line that goes on with other labels is one passage a label.
        let (mut start, mut first) = (visible.start, open.links);
        for end in labels.iter().map(|at| visible.start + at).chain([visible.end]) {
            let (mut kept, mut behind) = (end, self.page.links.len());
            if end < visible.end {
                let words = self.page.visible.get(start..end).unwrap_or("");
                kept = start + habits::without_joint(words).len();
                let links = self.page.links.get(first..).unwrap_or(&[]);
                behind = first + links.partition_point(|link| (link.text.start as usize) < end);
            }
            self.passage(kind, &(start..kept), first..behind, open.bold_end);
            (start, first) = (end, behind);
        }
    }

    fn kind(&self, words: &str, all_bold: bool, visible: &mut Range<usize>) -> PassageKind {
        if self.code == Some(Code::Fenced) {
            return PassageKind::Code;
        }
        if let Some(level) = self.heading {
            // A paragraph underlined by accident is no heading.
            return if words.len() > 240 {
                PassageKind::Line
            } else {
                PassageKind::Heading(Heading::Real(level))
            };
        }
        if self.row.is_some() {
            return PassageKind::Row;
        }
        if self.field.is_some_and(|(_, prose)| !prose) {
            return PassageKind::Field;
        }
        if self.items > 0 {
            return PassageKind::Item;
        }
        match habits::heading(words, all_bold) {
            Some((kind, before, after)) => {
                *visible = visible.start + before..visible.end - after;
                PassageKind::Heading(kind)
            }
            None => PassageKind::Line,
        }
    }

    fn passage(&mut self, kind: PassageKind, visible: &Range<usize>, links: Range<usize>, bold_end: usize) {
        let column = self.column(kind);
        let page = &mut self.page;
        if let Some(last) = page.passages.last() {
            page.folded_origin.push(last.visible.end);
            if last.block == self.block {
                page.folded.push(' ');
            } else {
                page.stops.push(narrow(page.folded.len()));
                page.folded.push('\n');
            }
        }
        let start = page.folded.len();
        let shown = page.visible.get(visible.clone()).unwrap_or("");
        fold_onto(shown, narrow(visible.start), &mut page.folded, &mut page.folded_origin);
        let folded = start..page.folded.len();
        habits::add_stops(&page.folded, start, &mut page.stops);
        let bold_end = bold_end.clamp(visible.start, visible.end);
        let mut passage = Passage {
            kind,
            visible: narrow(visible.start)..narrow(visible.end),
            folded: narrow(folded.start)..narrow(folded.end),
            label: narrow(folded.start)..narrow(folded.start),
            value: narrow(folded.start)..narrow(folded.end),
            key: column.or(self.field.and_then(|(key, prose)| if prose { None } else { key })),
            block: self.block,
            whole: narrow(folded.start)..narrow(folded.end),
            section: self.stack.last().copied(),
            links: narrow(links.start)..narrow(links.end),
            quoted: self.quotes > 0,
            lists: self.items,
            digits: digits(page.folded.as_bytes().get(folded.clone()).unwrap_or_default()),
            bold: narrow(visible.start)..narrow(bold_end),
        };
        if !matches!(kind, PassageKind::Field | PassageKind::Code) && column.is_none() {
            self.label(&mut passage);
        }
        let index = narrow(self.page.passages.len());
        if let PassageKind::Heading(heading) = kind {
            self.open_section(index, heading);
            passage.section = self.stack.last().copied();
        }
        self.page.passages.push(passage);
    }

    /// What the column means that a passage of the open table stands in.
    fn column(&self, kind: PassageKind) -> Option<Key> {
        let cell = self.row.filter(|_| kind == PassageKind::Row)?.checked_sub(1)?;
        self.columns.get(cell).copied()
    }

    /// Finds the label of a line and what it means.
    fn label(&self, passage: &mut Passage) {
        let base = passage.folded.start as usize;
        let Some(line) = self.page.folded.get(base..passage.folded.end as usize) else {
            return;
        };
        let bold = self.page.folded_origin.partition_point(|o| *o < passage.bold.end);
        let heading = matches!(passage.kind, PassageKind::Heading(_));
        let known = |found: &(Range<usize>, usize)| line.get(found.0.clone()).and_then(keys::meaning).is_some();
        let found = habits::label(line)
            .or_else(|| {
                if bold > base && !heading {
                    habits::bold_label(line, bold - base).filter(known)
                } else {
                    None
                }
            })
            .or_else(|| habits::short_label(line).filter(known));
        match found {
            Some((label, value)) => {
                passage.key = line.get(label.clone()).and_then(keys::meaning);
                passage.label = narrow(base + label.start)..narrow(base + label.end);
                passage.value = narrow(base + value)..passage.folded.end;
            }
            None if heading => passage.key = keys::meaning(line.trim_matches(|c: char| !c.is_alphanumeric())),
            None => {}
        }
    }

    fn open_section(&mut self, heading: u32, style: Heading) {
        let depth = style.depth();
        while let Some(last) = self.stack.last().and_then(|at| self.page.sections.get(*at as usize)) {
            if last.depth < depth {
                break;
            }
            self.stack.pop();
        }
        let parent = self.stack.last().copied();
        self.stack.push(narrow(self.page.sections.len()));
        self.page.sections.push(Section {
            heading,
            parent,
            kind: None,
            depth,
        });
    }

    // --- links --------------------------------------------------------------------------------------------------

    fn open_link(&mut self, target: String, at: Range<usize>) {
        // A line end before the link must be settled now, or the link would count for the line before.
        self.settle_break("");
        self.links.push((self.page.visible.len(), target, at));
    }

    fn close_link(&mut self) {
        let Some((start, target, at)) = self.links.pop() else {
            return;
        };
        if self.struck > 0 || self.hidden > 0 {
            return;
        }
        let end = self.page.visible.len();
        let start = start.max(self.open.as_ref().map_or(start, |open| open.start)).min(end);
        if self.open.is_none() {
            // A link without a text still has a target, which is often an address.
            let links = self.page.links.len();
            self.open = Some(Open {
                start: end,
                links,
                plain: true,
                bold_end: end,
            });
        }
        let source = self.to_file(&at).0;
        self.page.links.push(Link {
            text: narrow(start)..narrow(end),
            target,
            source,
        });
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Tells the lines of a paragraph or item how far the whole goes.
fn join_blocks(passages: &mut [Passage]) {
    for block in passages.chunk_by_mut(|a, b| a.block == b.block) {
        let start = block.first().map_or(0, |line| line.folded.start);
        let end = block.last().map_or(0, |line| line.folded.end);
        for line in block {
            line.whole = start..end;
        }
    }
}

/// Counts the digits of a text.
fn digits(bytes: &[u8]) -> u32 {
    // Pieces of so many bytes that their count fits in one: the processor counts many at once.
    let count = |piece: &[u8]| piece.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>();
    bytes.chunks(255).map(|piece| u32::from(count(piece))).sum()
}

/// Finds HTML comments and Liquid comments, in order and apart.
fn holes(source: &str) -> Vec<Range<usize>> {
    const COMMENTS: [(&str, &str); 3] = [
        ("<!--", "-->"),
        ("{% comment %}", "{% endcomment %}"),
        ("{%- comment -%}", "{%- endcomment -%}"),
    ];
    let mut holes: Vec<Range<usize>> = Vec::new();
    if memchr::memchr2(b'<', b'{', source.as_bytes()).is_none() {
        return holes;
    }
    for (open, close) in COMMENTS {
        let finder = memchr::memmem::Finder::new(close);
        let mut from = 0;
        while let Some(start) = source
            .get(from..)
            .and_then(|rest| memchr::memmem::find(rest.as_bytes(), open.as_bytes()))
        {
            let start = from + start;
            let Some(end) = source.get(start..).and_then(|rest| finder.find(rest.as_bytes())) else {
                break;
            };
            from = start + end + close.len();
            holes.push(start..from);
        }
    }
    holes.sort_by_key(|hole| hole.start);
    holes.dedup_by(|next, kept| next.start < kept.end);
    holes
}

/// Finds where the pieces of a front-matter value begin in the file, when the value is not written as it is (folded
/// lines, escapes): byte by byte, leaving out of `raw` what the value does not hold.
fn align(value: &str, raw: &str, start: usize) -> Vec<(u32, u32)> {
    let mut pieces = Vec::new();
    let mut rest = raw.char_indices().peekable();
    let mut expected = None;
    for (at, c) in value.char_indices() {
        if c.is_whitespace() {
            continue;
        }
        let Some((found, _)) = rest.find(|(_, r)| *r == c) else {
            break;
        };
        if expected != Some(found.wrapping_sub(at)) {
            expected = Some(found.wrapping_sub(at));
            pieces.push((narrow(at), narrow(start + found)));
        }
    }
    pieces
}
