//! What HTML tags do to the document that is being built.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memmem;

use super::builder::{Builder, LeafKind, Raise, Style};
use super::html::{Tag, Token, entity, is_known, tokens};

/// HTML cut out of a file, with the way back.
pub(super) struct Html<'h> {
    pub text: &'h str,
    /// Where each piece of it stands: bytes of `text`, bytes of the file.
    pub pieces: &'h [(usize, usize)],
}

impl Html<'_> {
    /// Returns where in the file a range of the text stands.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        let index = self
            .pieces
            .partition_point(|(start, _)| *start <= range.start)
            .saturating_sub(1);
        let (start, file) = self.pieces.get(index).copied().unwrap_or_default();
        let from = file + range.start - start;
        from..from + range.len()
    }
}

/// The names of all elements that a text closes: what is never closed may be a placeholder.
#[derive(Debug, Default)]
pub(super) struct Closers(Option<HashSet<String>>);

impl Closers {
    fn closes(&mut self, body: &str, name: &str) -> bool {
        let names = self.0.get_or_insert_with(|| {
            memmem::find_iter(body.as_bytes(), b"</")
                .map(|at| {
                    body[at + 2..]
                        .bytes()
                        .take(64)
                        .take_while(u8::is_ascii_alphanumeric)
                        .map(char::from)
                })
                .map(|name| name.collect::<String>().to_ascii_lowercase())
                .collect()
        });
        names.contains(name)
    }
}

/// Runs a stretch of HTML.
///
/// `body` is the whole text, for the placeholders. `markdown` reads a range of `html` as Markdown, or says that it
/// cannot: authors expect Markdown to be understood on the lines between tags, where CommonMark sees HTML only.
pub(super) fn run(
    builder: &mut Builder,
    html: &Html<'_>,
    body: &str,
    closers: &mut Closers,
    markdown: &mut dyn FnMut(&mut Builder, Range<usize>) -> bool,
) {
    let mut preformatted = 0_usize;
    let mut done = 0;
    for token in tokens(html.text) {
        match token {
            Token::Text(range) | Token::Tag(Tag { range, .. }) if range.start < done => {
                if range.end > done {
                    text(builder, html, &(done..range.end), false);
                }
            }
            Token::Text(range) => {
                let lines = if preformatted > 0 {
                    None
                } else {
                    markdown_lines(html, &range, builder)
                };
                match lines.filter(|lines| markdown(builder, lines.clone())) {
                    Some(lines) => {
                        done = lines.end;
                        if done < range.end {
                            text(builder, html, &(done..range.end), false);
                        }
                    }
                    None => text(builder, html, &range, preformatted > 0),
                }
            }
            Token::Tag(tag) => {
                let known = is_known(&tag.name);
                if !known && tag.could_be_text() && !closers.closes(body, &tag.name) {
                    lines(builder, html, &tag.range, false);
                    continue;
                }
                if tag.name == "pre" {
                    preformatted = if tag.closes {
                        preformatted.saturating_sub(1)
                    } else {
                        preformatted + 1
                    };
                }
                element(builder, &tag, &html.source(&tag.range));
            }
        }
    }
}

/// Returns the whole lines, up to one that starts with a tag, that begin with the text at `range`, when they can be
/// read as Markdown: nothing is open that they would belong to.
fn markdown_lines(html: &Html<'_>, range: &Range<usize>, builder: &Builder) -> Option<Range<usize>> {
    let text = html.text.get(range.start..)?;
    let blank = text.len() - text.trim_start_matches(['\n', '\r', ' ']).len();
    let lead = text[..blank].rfind('\n').map_or(0, |newline| newline + 1);
    let at_line = range.start + lead == 0 || html.text[..range.start + lead].ends_with('\n');
    if !at_line || !builder.is_free() || range.start + blank >= range.end {
        return None;
    }
    let start = range.start + lead;
    let mut end = start;
    for line in html.text[start..].split_inclusive('\n') {
        if line.trim_start().starts_with('<') {
            break;
        }
        end += line.len();
    }
    (start < end).then_some(start..end)
}

/// Appends text, entity by entity.
fn text(builder: &mut Builder, html: &Html<'_>, range: &Range<usize>, preformatted: bool) {
    let mut from = range.start;
    for at in memchr::memchr_iter(b'&', html.text[range.clone()].as_bytes()) {
        let at = range.start + at;
        if at < from {
            continue;
        }
        if let Some((decoded, length)) = entity(&html.text[at..range.end]) {
            lines(builder, html, &(from..at), preformatted);
            let source = html.source(&(at..at + length));
            if preformatted {
                builder.code(&decoded, &source);
            } else {
                builder.text(&decoded, &source);
            }
            from = at + length;
        }
    }
    lines(builder, html, &(from..range.end), preformatted);
}

/// Appends text without entities, each line for itself, so that each knows where it stands: a carriage return that the
/// parser dropped stands between them in the file.
fn lines(builder: &mut Builder, html: &Html<'_>, range: &Range<usize>, preformatted: bool) {
    let mut start = range.start;
    let mut lines = html.text[range.clone()].split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let source = html.source(&(start..start + line.len()));
        if preformatted {
            builder.code(line, &source);
        } else {
            builder.text(line, &source);
            if lines.next_if(|next| *next == "\n").is_some() {
                builder.start(LeafKind::Paragraph);
                start += 1;
            }
        }
        start += line.len();
    }
}

/// Tags without effect on the text, or whose effect a terminal cannot show, fall through to the end.
fn element(builder: &mut Builder, tag: &Tag<'_>, source: &Range<usize>) {
    let opens = !tag.closes;
    if let Some(style) = style_of(&tag.name) {
        builder.style(style, opens);
        return;
    }
    match tag.name.as_str() {
        "script" | "style" | "template" | "svg" | "math" | "datalist" | "title" | "head" => hide(builder, tag),
        "a" if opens => builder.open_link(&tag.attribute("href").unwrap_or_default(), true),
        "a" => builder.close_link(source.start, true),
        // Letters stay on the line (`1<sup>er</sup>` is 1er), figures do not.
        "sup" => builder.raise = opens.then_some(Raise::Up),
        "sub" => builder.raise = opens.then_some(Raise::Down),
        "br" => builder.hard_break(source),
        "hr" => builder.rule(),
        "img" | "iframe" | "video" | "audio" | "embed" | "source" if opens => image(builder, tag, source),
        "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "center" | "address" | "figure"
        | "figcaption" | "fieldset" | "form" | "dl" | "dd" | "aside" | "nav" | "legend" | "option" | "body"
        | "html" | "details" => {
            builder.start(LeafKind::Paragraph);
        }
        "dt" | "summary" => {
            builder.start(LeafKind::Paragraph);
            builder.style(Style::Bold, opens);
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(builder, tag),
        "pre" if opens => builder.start(LeafKind::Code),
        "pre" => builder.finish_leaf(),
        "blockquote" if opens => builder.open_quote(true),
        "blockquote" => builder.close_html(false, false),
        "ul" | "ol" | "menu" | "dir" => list(builder, tag),
        "li" => item(builder, opens),
        _ => table(builder, tag),
    }
}

fn style_of(name: &str) -> Option<Style> {
    Some(match name {
        "b" | "strong" => Style::Bold,
        "i" | "em" | "cite" | "dfn" | "var" => Style::Italic,
        "u" | "ins" => Style::Underline,
        "s" | "del" | "strike" => Style::Strike,
        "code" | "kbd" | "samp" | "tt" => Style::Code,
        _ => return None,
    })
}

fn hide(builder: &mut Builder, tag: &Tag<'_>) {
    let whole = tag.attributes.ends_with('/');
    if tag.closes {
        builder.hidden = builder.hidden.saturating_sub(1);
    } else if !whole {
        builder.hidden += 1;
    }
}

fn image(builder: &mut Builder, tag: &Tag<'_>, source: &Range<usize>) {
    let path = tag.attribute("src").unwrap_or_default();
    let alt = tag
        .attribute("alt")
        .or_else(|| tag.attribute("title"))
        .unwrap_or_default();
    if builder.hidden == 0 && !(path.is_empty() && alt.is_empty()) {
        builder.open_image(&path, source.start);
        builder.text(&alt, source);
        builder.close_image(source.end);
    }
}

fn heading(builder: &mut Builder, tag: &Tag<'_>) {
    let level = tag.name.as_bytes().get(1).map_or(1, |b| b - b'0');
    if tag.closes {
        builder.finish_leaf();
    } else {
        builder.start(LeafKind::Heading(level));
    }
}

fn list(builder: &mut Builder, tag: &Tag<'_>) {
    if tag.closes {
        builder.close_html(true, false);
        return;
    }
    let first = tag.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
    builder.open_list((tag.name == "ol").then_some(first), false, true);
}

fn item(builder: &mut Builder, opens: bool) {
    // `</li>` is often left out: the next `<li>` closes the one before.
    builder.close_html(false, true);
    if opens {
        builder.open_item(true);
    }
}

fn table(builder: &mut Builder, tag: &Tag<'_>) {
    match (tag.name.as_str(), tag.closes) {
        ("table", false) => builder.open_table(Vec::new(), true),
        ("table", true) => builder.close_table(),
        ("tr", false) => builder.open_row(false),
        ("tr", true) => builder.close_row(),
        ("td" | "th", false) => builder.open_cell(tag.name == "th"),
        ("td" | "th", true) => builder.close_cell(),
        ("caption", _) => builder.start(LeafKind::Paragraph),
        _ => {}
    }
}
