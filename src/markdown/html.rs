//! The HTML that people write into Markdown: cut into tags and text, the usual tags turned into what Markdown has.
//!
//! Nothing is validated. A tag that no browser knows and that is never closed was a placeholder (`<votre nom>`)
//! and stays as text; every other unknown tag goes and its text stays.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};

/// One piece of HTML, with its bytes of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Text, entities not yet decoded.
    Text(Range<usize>),
    Tag(Tag<'h>),
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// In lower case.
    pub name: String,
    pub closes: bool,
    /// What stands between the name and `>`.
    pub attributes: &'h str,
    pub range: Range<usize>,
}

/// Cuts HTML into tags and text; comments, declarations and processing instructions are left out.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut cutter = Cutter {
        html,
        comments_end: true,
        tags_end: true,
        wasted: 0,
    };
    let mut tokens = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|found| at + found) {
        if let Some(length) = cutter.unseen(open) {
            push_text(&mut tokens, from..open);
            at = open + length;
            from = at;
        } else if let Some(tag) = cutter.tag(open) {
            push_text(&mut tokens, from..open);
            at = tag.range.end;
            from = at;
            tokens.push(Token::Tag(tag));
        } else {
            at = open + 1;
        }
    }
    push_text(&mut tokens, from..html.len());
    tokens
}

/// Looks for ends, and remembers that there is none, so that a text of nothing but openings takes linear time.
struct Cutter<'h> {
    html: &'h str,
    comments_end: bool,
    tags_end: bool,
    /// Bytes looked at in vain.
    wasted: usize,
}

impl<'h> Cutter<'h> {
    /// Returns the length of the comment or declaration at `open`.
    fn unseen(&mut self, open: usize) -> Option<usize> {
        let rest = &self.html[open..];
        if rest.starts_with("<!--") {
            // `<!-->` and `<!--->` are whole comments; one that never ends hides nothing but itself.
            if let Some(short) = ["<!-->", "<!--->"].into_iter().find(|short| rest.starts_with(short)) {
                return Some(short.len());
            }
            let end = self
                .comments_end
                .then(|| memmem::find(rest.as_bytes(), b"-->"))
                .flatten();
            self.comments_end = end.is_some();
            return Some(end.map_or(4, |end| end + 3));
        }
        (rest.starts_with("<!") || rest.starts_with("<?")).then(|| self.end(open).map_or(2, |end| end + 1 - open))
    }

    /// Returns the place of the next `>`.
    fn end(&mut self, from: usize) -> Option<usize> {
        let end = self
            .tags_end
            .then(|| memchr(b'>', &self.html.as_bytes()[from..]))
            .flatten();
        self.tags_end = end.is_some();
        end.map(|end| from + end)
    }

    /// Reads the tag that opens at `open`.
    fn tag(&mut self, open: usize) -> Option<Tag<'h>> {
        let (html, bytes) = (self.html, self.html.as_bytes());
        let closes = bytes.get(open + 1) == Some(&b'/');
        let start = open + 1 + usize::from(closes);
        let length = bytes[start..]
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':'))
            .count();
        let after = start + length;
        let named = bytes.get(start).is_some_and(u8::is_ascii_alphabetic);
        let bounded = bytes
            .get(after)
            .is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
        if !named || !bounded {
            return None;
        }
        // A quote that is never closed: the tag ends at the first `>`.
        let end = self.quoted_end(after).or_else(|| self.end(after))?;
        let name = html[start..after].to_ascii_lowercase();
        Some(Tag {
            name,
            closes,
            attributes: &html[after..end],
            range: open..end + 1,
        })
    }

    /// Returns the place of the first `>` outside quotes.
    fn quoted_end(&mut self, from: usize) -> Option<usize> {
        let window = if self.wasted > 1 << 20 { 256 } else { usize::MAX };
        let mut quote = None;
        let end = self.html.as_bytes()[from..].iter().take(window).position(|b| {
            match (quote, *b) {
                (Some(open), b) if b == open => quote = None,
                (None, b'"' | b'\'') => quote = Some(*b),
                (None, b'>') => return true,
                _ => {}
            }
            false
        });
        if end.is_none() {
            self.wasted += self.html.len() - from;
        }
        end.map(|end| from + end)
    }
}

fn push_text(tokens: &mut Vec<Token<'_>>, range: Range<usize>) {
    if !range.is_empty() {
        tokens.push(Token::Text(range));
    }
}

impl Tag<'_> {
    /// Returns the value of an attribute, entities decoded.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let length = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '=' | '/'))
                .unwrap_or(rest.len());
            if rest.is_empty() {
                return None;
            }
            let (key, after) = rest.split_at(length.max(1).min(rest.len()));
            let trimmed = after.trim_start();
            let (value, next) = match trimmed.strip_prefix('=') {
                None => ("", after),
                Some(value) => attribute_value(value.trim_start()),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(decode(value));
            }
            rest = next;
        }
    }

    /// Tells whether this could be a placeholder: a word or two in angle brackets.
    pub fn could_be_text(&self) -> bool {
        !self.closes && !self.attributes.contains(['=', '/', '"', '\n']) && !self.name.contains([':', '-'])
    }
}

/// Splits an attribute's value from what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Decodes the entities of HTML text.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (decoded, length) = entity(rest).unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&decoded);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Reads the entity that `text` starts with: what it stands for and how many bytes it takes.
pub(super) fn entity(text: &str) -> Option<(String, usize)> {
    let length = text.bytes().take(40).position(|b| b == b';')?;
    let name = text.get(1..length)?;
    let decoded = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)
            .filter(|c| *c != '\0')
            .unwrap_or('\u{fffd}')
            .to_string()
    } else {
        super::parse::named_entity(text.get(..=length)?)?
    };
    Some((decoded, length + 1))
}

/// The elements that browsers know, in order.
#[rustfmt::skip]
const KNOWN: [&str; 131] = [
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont",
    "bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite",
    "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl",
    "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "g",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input",
    "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "menu", "meta", "meter",
    "nav", "nobr", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "path", "picture",
    "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "select", "slot",
    "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
    "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "use", "var",
    "video", "wbr",
];

/// Tells whether browsers know an element of this name.
pub(super) fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(html: &str) -> Vec<String> {
        let shape = |token| match token {
            Token::Text(range) => html[range].to_owned(),
            Token::Tag(tag) => format!("{}{}", if tag.closes { "/" } else { "" }, tag.name),
        };
        tokens(html).into_iter().map(shape).collect()
    }

    #[test]
    fn html_is_cut_into_tags_and_text() {
        assert_eq!(shape("a<b>c</B >d<br/>e"), ["a", "b", "c", "/b", "d", "br", "e"]);
        assert_eq!(shape("x<!-- <b>old</b> -->y<!-- open z"), ["x", "y", " open z"]);
        assert_eq!(shape("1 < 2 et <é>"), ["1 < 2 et <é>"]);
        assert_eq!(shape("<a title=\"1 > 2\">x</a>"), ["a", "x", "/a"]);
        assert_eq!(shape("<a title=\"open>x"), ["a", "x"]);
        assert_eq!(shape("<!doctype html><?php x ?>y"), ["y"]);
    }

    #[test]
    fn attributes_are_found_however_they_are_quoted() {
        let html = "<a class=x HREF = 'https://a.example/?a&amp;b' data-x download title=\"t\">";
        let Some(Token::Tag(tag)) = tokens(html).into_iter().next() else {
            panic!("no tag")
        };
        assert_eq!(tag.attribute("href").as_deref(), Some("https://a.example/?a&b"));
        assert_eq!(tag.attribute("class").as_deref(), Some("x"));
        assert_eq!(tag.attribute("title").as_deref(), Some("t"));
        assert_eq!(tag.attribute("download").as_deref(), Some(""));
        assert_eq!(tag.attribute("rel"), None);
    }

    #[test]
    fn entities_are_decoded() {
        assert_eq!(
            decode("caf&eacute; &amp; th&#233; &#x40; &nbsp;&euro; &rien; &"),
            "café & thé @ \u{a0}€ &rien; &"
        );
    }

    #[test]
    fn placeholders_are_told_from_elements() {
        assert!(KNOWN.is_sorted(), "it is searched by halves");
        assert!(is_known("a") && is_known("u") && is_known("wbr") && is_known("h1"));
        assert!(!is_known("nom") && !is_known("votre") && !is_known("pan") && !is_known("e"));
    }
}
