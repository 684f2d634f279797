//! Source to blocks. The only file that names the Markdown parser.
//!
//! Metadata blocks and definition lists stay off: with them pulldown-cmark takes quadratic time and gives offsets
//! inside a character.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::{Builder, LeafKind, Style};
use super::document::{Align, Document};
use super::mask::mask;
use super::tags::{self, Closers, Html};

/// The longest body that is shown, in bytes.
pub const LONGEST: usize = 1 << 20;

/// Parses a Markdown body. `base` is where `body` starts in the file's text: all source ranges are of the file.
///
/// Of a body over 1 MiB the rest is left out, and [`Document::is_cut`] says so.
#[must_use]
pub fn parse(body: &str, base: usize) -> Document {
    let shown = &body[..body.floor_char_boundary(LONGEST)];
    let masked = mask(shown);
    let mut reader = Reader {
        body: &masked,
        base,
        code: None,
        html: None,
        closers: Closers::default(),
        head: false,
        nested: false,
    };
    let mut builder = Builder::default();
    reader.read(&mut builder, 0..masked.len());
    builder.finish(shown.len() < body.len())
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Returns what a named entity (`&eacute;`, with both ends) stands for: the parser has the table.
pub(super) fn named_entity(entity: &str) -> Option<String> {
    let usual = match entity {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&nbsp;" => "\u{a0}",
        _ => "",
    };
    if !usual.is_empty() {
        return Some(usual.to_owned());
    }
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    if !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    Parser::new(entity).find_map(|event| match event {
        Event::Text(text) if &*text != "&" => Some(text.into_string()),
        _ => None,
    })
}

/// A code block that is open.
struct OpenCode {
    /// By blanks only, without a fence.
    indented: bool,
    lines: Vec<(String, Range<usize>)>,
}

struct Reader<'b> {
    body: &'b str,
    base: usize,
    code: Option<OpenCode>,
    /// The text of the open HTML block, and where its lines stand.
    html: Option<(String, Vec<(usize, usize)>)>,
    closers: Closers,
    /// Inside a table's head.
    head: bool,
    /// Reading lines between HTML tags.
    nested: bool,
}

impl<'b> Reader<'b> {
    fn read(&mut self, builder: &mut Builder, part: Range<usize>) {
        let body: &'b str = self.body;
        for (event, range) in Parser::new_ext(&body[part.clone()], options()).into_offset_iter() {
            self.event(builder, event, range.start + part.start..range.end + part.start);
        }
    }

    fn event(&mut self, builder: &mut Builder, event: Event<'_>, range: Range<usize>) {
        let source = range.start + self.base..range.end + self.base;
        match event {
            Event::Start(tag) => self.start(builder, tag, &range, &source),
            Event::End(tag) => self.end(builder, tag, &range, &source),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.lines.push((text.into_string(), source)),
                None => builder.text(&text, &source),
            },
            Event::Code(text) => {
                builder.style(Style::Code, true);
                let inner =
                    inner(self.body, &range, &text).map_or(source, |at| at + self.base..at + self.base + text.len());
                builder.text(&text, &inner);
                builder.style(Style::Code, false);
            }
            Event::Html(text) => match &mut self.html {
                Some((html, pieces)) => {
                    pieces.push((html.len(), source.start));
                    html.push_str(&text);
                }
                None => self.html(builder, &text, &[(0, source.start)]),
            },
            Event::InlineHtml(text) => self.html(builder, &text, &[(0, source.start)]),
            Event::FootnoteReference(label) => builder.footnote_mark(&label, &source),
            Event::SoftBreak => builder.soft_break(&source),
            Event::HardBreak => builder.hard_break(&source),
            Event::Rule => builder.rule(),
            Event::TaskListMarker(done) => builder.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => builder.text(&text, &source),
        }
    }

    fn html(&mut self, builder: &mut Builder, text: &str, pieces: &[(usize, usize)]) {
        let html = Html { text, pieces };
        let mut closers = std::mem::take(&mut self.closers);
        let body = self.body;
        tags::run(builder, &html, body, &mut closers, &mut |builder, lines| {
            let start = html.source(&(lines.start..lines.start)).start - self.base;
            let end = html.source(&(lines.end..lines.end)).start - self.base;
            // They stand in the file as they stand here, but for carriage returns.
            let written = body
                .get(start..end)
                .map(|written| written.bytes().filter(|b| *b != b'\r').count());
            if self.nested || written != Some(lines.len()) {
                return false;
            }
            self.nested = true;
            self.read(builder, start..end);
            self.nested = false;
            true
        });
        self.closers = closers;
    }

    fn start(&mut self, builder: &mut Builder, tag: Tag<'_>, range: &Range<usize>, source: &Range<usize>) {
        match tag {
            Tag::Paragraph => builder.start_paragraph(),
            Tag::Heading { level, .. } => {
                builder.close_stray_html();
                builder.start(LeafKind::Heading(level as u8));
            }
            Tag::BlockQuote(kind) => {
                builder.open_quote(false);
                if kind.is_some() {
                    alert(builder, self.body, range, self.base);
                }
            }
            Tag::CodeBlock(kind) => {
                builder.finish_leaf();
                self.code = Some(OpenCode {
                    indented: matches!(kind, CodeBlockKind::Indented),
                    lines: Vec::new(),
                });
            }
            Tag::HtmlBlock => {
                builder.finish_leaf();
                self.html = Some((String::new(), Vec::new()));
            }
            Tag::List(first) => builder.open_list(first, !after_blank_line(self.body, range.start), false),
            Tag::Item => builder.open_item(false),
            Tag::FootnoteDefinition(label) => builder.open_footnote(&label),
            Tag::Table(aligns) => builder.open_table(aligns.into_iter().map(align).collect(), false),
            Tag::TableHead => {
                self.head = true;
                builder.open_row(true);
            }
            Tag::TableRow => builder.open_row(false),
            Tag::TableCell => builder.open_cell(self.head),
            Tag::Emphasis => builder.style(Style::Italic, true),
            Tag::Strong => builder.style(Style::Bold, true),
            Tag::Strikethrough => builder.style(Style::Strike, true),
            Tag::Link {
                link_type, dest_url, ..
            } => {
                let mail = link_type == LinkType::Email;
                let target = if mail {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.into_string()
                };
                builder.open_link(&target, false);
            }
            Tag::Image { dest_url, .. } => builder.open_image(&dest_url, source.start),
            Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {}
        }
    }

    fn end(&mut self, builder: &mut Builder, tag: TagEnd, range: &Range<usize>, source: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => {
                builder.end_html();
                builder.finish_leaf();
            }
            TagEnd::Heading(_) => end_heading(builder, self.body, range),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => builder.close(),
            TagEnd::CodeBlock => self.end_code(builder),
            TagEnd::HtmlBlock => {
                if let Some((text, pieces)) = self.html.take() {
                    self.html(builder, &text, &pieces);
                }
                builder.end_html();
                builder.finish_leaf();
            }
            TagEnd::Table => builder.close_table(),
            TagEnd::TableHead => {
                self.head = false;
                builder.close_row();
            }
            TagEnd::TableRow => builder.close_row(),
            TagEnd::TableCell => {
                builder.end_html();
                builder.close_cell();
            }
            TagEnd::Emphasis => builder.style(Style::Italic, false),
            TagEnd::Strong => builder.style(Style::Bold, false),
            TagEnd::Strikethrough => builder.style(Style::Strike, false),
            TagEnd::Link => builder.close_link(source.end, false),
            TagEnd::Image => builder.close_image(source.end),
            TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
        }
    }

    fn end_code(&mut self, builder: &mut Builder) {
        let Some(OpenCode { indented, lines }) = self.code.take() else {
            return;
        };
        if indented && is_prose(&lines) {
            let lines: Vec<_> = lines
                .iter()
                .map(|(text, source)| (text.as_str(), source.clone()))
                .collect();
            builder.prose_lines(&lines);
            return;
        }
        builder.start(LeafKind::Code);
        for (text, source) in &lines {
            builder.code(text, source);
        }
        builder.finish_leaf();
    }
}

/// Ends a heading. A paragraph with a rule right below it is a heading for CommonMark, but not for its author.
fn end_heading(builder: &mut Builder, body: &str, range: &Range<usize>) {
    builder.end_html();
    let underlined = !body[range.start..].trim_start().starts_with('#');
    let rule = underlined && builder.spans_lines();
    if rule {
        builder.becomes(LeafKind::Paragraph);
    }
    builder.finish_leaf();
    if rule {
        builder.rule();
    }
}

/// Shows the word of an alert (`> [!NOTE]`) as its author wrote it.
fn alert(builder: &mut Builder, body: &str, range: &Range<usize>, base: usize) {
    let Some(open) = body[range.clone()].find("[!").map(|at| range.start + at + 2) else {
        return;
    };
    let length = body[open..range.end].find(']').unwrap_or_default();
    let word = body[open..open + length].to_lowercase();
    let mut chars = word.chars();
    let title: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    builder.start(LeafKind::Paragraph);
    builder.style(Style::Bold, true);
    builder.text(&title, &(open + base..open + base + length));
    builder.style(Style::Bold, false);
    builder.finish_leaf();
    builder.glue_next();
}

/// Returns where in the code span at `range` its text stands, when it stands there as it is.
fn inner(body: &str, range: &Range<usize>, text: &str) -> Option<usize> {
    let written = body.get(range.clone())?;
    Some(range.start + written.find(text)?)
}

fn after_blank_line(body: &str, at: usize) -> bool {
    let before = body.get(..at).unwrap_or_default().trim_end_matches([' ', '\t', '>']);
    before.is_empty()
        || before
            .strip_suffix('\n')
            .is_some_and(|line| line.trim_end_matches([' ', '\t', '>', '\r']).ends_with('\n'))
}

fn align(align: Alignment) -> Align {
    match align {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

/// Tells whether code that is only indented reads as prose: words, and hardly any of the signs of code.
fn is_prose(lines: &[(String, Range<usize>)]) -> bool {
    let (mut words, mut signs, mut letters, mut count) = (0, 0, 0, 0);
    for (line, _) in lines.iter().filter(|(line, _)| !line.trim().is_empty()) {
        count += 1;
        words += line.split_whitespace().count();
        letters += line.chars().filter(|c| c.is_alphabetic()).count();
        signs += line.bytes().filter(|b| b"{}[]<>=$|\\;_`#".contains(b)).count();
    }
    words >= 4 * count && signs * 30 <= letters
}
