//! What site generators put between the words: Liquid and Jinja tags, Hugo shortcodes, attribute lists, fences of
//! coloured boxes. They are overwritten, byte for byte, before the Markdown is parsed, so that every offset stays
//! that of the file and a tag within a link's target does not break the link.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

/// What a tag is overwritten with: one byte, no space, no mark-up, and [`crate::text::clean`] drops it.
pub(super) const FILLER: char = '\u{7f}';

/// A tag longer than this is a stray brace.
const LONGEST: usize = 4096;

/// A list of attributes longer than this is none.
const LONGEST_ATTRIBUTES: usize = 512;

/// Keys of a shortcode whose value is text or a link that a reader wants.
const KEPT_KEYS: [&str; 12] = [
    "alt", "button", "caption", "content", "href", "label", "link", "name", "summary", "text", "title", "url",
];

/// Returns `body` with the tags overwritten and the text in them kept.
pub(super) fn mask(body: &str) -> Cow<'_, str> {
    let bytes = body.as_bytes();
    let boxes = memmem::find(bytes, b":::").is_some();
    let contents = memmem::find(bytes, b"TOC").is_some() || memmem::find(bytes, b"toc]").is_some();
    if memchr(b'{', bytes).is_none() && !boxes && !contents {
        return Cow::Borrowed(body);
    }
    let mut tags = Vec::new();
    let mut lines = Lines::default();
    let mut ends = Ends::default();
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        if lines.is_code(line) || tags.last().is_some_and(|tag: &Tag| tag.range.end >= range.end) {
            continue;
        }
        find_tags(body, &range, &mut ends, &mut tags);
        whole_line(line, range.start, &mut tags);
    }
    overwrite(body, &tags)
}

/// What ends a tag. The next place of each is remembered, so that a text of nothing but openings takes linear time.
#[derive(Default)]
struct Ends {
    next: [Next; END_MARKS.len()],
}

/// What is known of the next place of an end.
#[derive(Clone, Copy, Default)]
enum Next {
    #[default]
    Unknown,
    At(usize),
    Nowhere,
}

const END_MARKS: [&[u8]; 6] = [b">}}", b"%}}", b"}}", b"%}", b"#}", b"endcomment"];

impl Ends {
    /// Returns the place after the next `mark` from `start` on.
    fn after(&mut self, body: &str, mark: &[u8], start: usize) -> Option<usize> {
        let index = END_MARKS.iter().position(|known| *known == mark)?;
        let place = match self.next[index] {
            Next::Nowhere => None,
            Next::At(at) if at >= start => Some(at),
            Next::At(_) | Next::Unknown => memmem::find(&body.as_bytes()[start..], mark).map(|at| start + at),
        };
        self.next[index] = place.map_or(Next::Nowhere, Next::At);
        place.map(|at| at + mark.len())
    }

    /// The same for the end of a tag, which is not far.
    fn close(&mut self, body: &str, mark: &[u8], start: usize) -> Option<usize> {
        self.after(body, mark, start).filter(|end| end - start <= LONGEST)
    }
}

/// A tag and the parts of it that stay.
struct Tag {
    range: Range<usize>,
    kept: Vec<Range<usize>>,
    /// Blanks stand around what is kept: it is no part of the words around the tag.
    apart: bool,
}

impl Tag {
    /// A tag of which nothing stays.
    fn gone(range: Range<usize>) -> Self {
        Self {
            range,
            kept: Vec::new(),
            apart: false,
        }
    }
}

/// Follows fenced code over the lines.
#[derive(Default)]
struct Lines {
    fence: Option<(u8, usize)>,
}

impl Lines {
    fn is_code(&mut self, line: &str) -> bool {
        let text = line.trim_start_matches([' ', '\t', '>', '-', '*']);
        let mark = text.bytes().next().filter(|b| matches!(b, b'`' | b'~'));
        let length = mark.map_or(0, |mark| text.bytes().take_while(|b| *b == mark).count());
        match (self.fence, mark) {
            (None, Some(mark)) if length >= 3 => self.fence = Some((mark, length)),
            (Some((open, longest)), Some(mark)) if mark == open && length >= longest => self.fence = None,
            (None, _) => return false,
            (Some(_), _) => {}
        }
        true
    }
}

fn find_tags(body: &str, line: &Range<usize>, ends: &mut Ends, tags: &mut Vec<Tag>) {
    let bytes = body.as_bytes();
    let mut at = line.start.max(tags.last().map_or(0, |tag| tag.range.end));
    let (mut ticks, mut counted) = (0, line.start);
    while let Some(found) = bytes.get(at..line.end).and_then(|rest| memchr(b'{', rest)) {
        let start = at + found;
        at = start + 1;
        ticks += memchr_iter(b'`', &bytes[counted.min(start)..start]).count();
        counted = start;
        if ticks % 2 == 1 {
            continue;
        }
        if let Some(tag) = tag_at(body, start, line.end, ends) {
            at = tag.range.end;
            tags.push(tag);
        }
    }
}

/// Reads the tag that opens at `start`.
fn tag_at(body: &str, start: usize, line_end: usize, ends: &mut Ends) -> Option<Tag> {
    let bytes = body.as_bytes();
    match (bytes.get(start + 1)?, bytes.get(start + 2)) {
        (b'{', Some(b'<')) => Some(shortcode(body, start..ends.close(body, b">}}", start)?)),
        (b'{', Some(b'%')) => Some(shortcode(body, start..ends.close(body, b"%}}", start)?)),
        (b'{', _) => output(body, start..ends.close(body, b"}}", start)?),
        (b'%', _) => statement(body, start..ends.close(body, b"%}", start + 2)?, ends),
        (b'#', Some(b' ' | b'\n')) => {
            let range = start..ends.close(body, b"#}", start + 2)?;
            Some(Tag::gone(range))
        }
        _ => attributes(body, start, line_end),
    }
}

/// `{{< button href="https://…" label="Postuler" >}}`: the values that are text stay.
fn shortcode(body: &str, range: Range<usize>) -> Tag {
    let kept = quoted(body, &range)
        .filter(|(key, value)| {
            let text = body.get(value.clone()).unwrap_or_default();
            let key = key.trim();
            KEPT_KEYS.contains(&key) && (text.contains(' ') || text.contains(':') || !text.contains(['/', '.']))
                || key.is_empty() && text.contains(' ')
        })
        .map(|(_, value)| value)
        .collect();
    // But not within a link's target.
    let apart = !body.get(..range.start).is_some_and(|before| before.ends_with('('));
    Tag { range, kept, apart }
}

/// `{{ 'rh@lab.example' | mailto }}`: a literal stays, a variable goes.
fn output(body: &str, range: Range<usize>) -> Option<Tag> {
    let inside = body.get(range.start + 2..range.end)?.trim_start_matches(['-', ' ']);
    let literal = inside.starts_with(['"', '\'']);
    let kept = quoted(body, &range)
        .map(|(_, value)| value)
        .take(usize::from(literal))
        .collect();
    Some(Tag {
        kept,
        ..Tag::gone(range)
    })
}

/// `{% … %}`: nothing stays but the page that a `link` leads to and an address; a comment goes with its content.
fn statement(body: &str, range: Range<usize>, ends: &mut Ends) -> Option<Tag> {
    let inside = body.get(range.start + 2..range.end - 2)?.trim_matches(['-', ' ']);
    let mut words = inside.split_ascii_whitespace();
    let name = words.next().unwrap_or_default();
    if name == "comment" {
        let close = ends
            .after(body, b"endcomment", range.end)
            .and_then(|at| ends.after(body, b"%}", at));
        let range = range.start..close.unwrap_or(range.end);
        return Some(Tag::gone(range));
    }
    let offset = |word: &str| word.as_ptr() as usize - body.as_ptr() as usize;
    let kept = words
        .filter(|word| name == "link" || word.contains('@') && !word.contains('='))
        .map(|word| offset(word)..offset(word) + word.len())
        .collect();
    Some(Tag {
        kept,
        ..Tag::gone(range)
    })
}

/// `{: .class}`, `{#id}`, `{.class}`, `{target="_blank"}`, on one line.
fn attributes(body: &str, start: usize, line_end: usize) -> Option<Tag> {
    let window = body.floor_char_boundary(line_end.min(start + LONGEST_ATTRIBUTES));
    let line = body.get(start + 1..window)?;
    let inside = line.get(..line.find('}')?)?;
    let is_attribute = |word: &str| {
        word.len() > 1 && word.starts_with(['.', '#', ':'])
            || word
                .split_once('=')
                .is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    let first = inside.trim_start_matches(':').split_ascii_whitespace().next();
    let fits = inside.starts_with(':') && inside.len() > 1 || first.is_some_and(is_attribute);
    fits.then(|| Tag::gone(start..start + inside.len() + 2))
}

/// A fence of a box (`:::tip Title`) or a table of contents to be made by the site.
fn whole_line(line: &str, start: usize, tags: &mut Vec<Tag>) {
    let text = line.trim();
    let at = start + (line.len() - line.trim_start().len());
    if text.starts_with(":::") {
        let colons = text.len() - text.trim_start_matches(':').len();
        let word = text[colons..]
            .trim_start()
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let name = word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let gap = text[colons..].len() - text[colons..].trim_start().len();
        let length = if name { colons + gap + word.len() } else { colons };
        tags.push(Tag::gone(at..at + length));
    } else if ["[[_toc_]]", "[[toc]]", "[toc]"]
        .iter()
        .any(|toc| text.eq_ignore_ascii_case(toc))
    {
        tags.push(Tag::gone(at..at + text.len()));
    }
}

/// Returns the quoted strings of a tag with the key before each.
fn quoted<'b>(body: &'b str, range: &Range<usize>) -> impl Iterator<Item = (&'b str, Range<usize>)> {
    let (mut at, end) = (range.start, range.end);
    std::iter::from_fn(move || {
        let rest = body.get(at..end)?;
        let open = rest.find(['"', '\''])?;
        let quote = &rest[open..=open];
        let length = rest[open + 1..].find(quote)?;
        let before = rest[..open].strip_suffix('=').unwrap_or_default();
        let key = before
            .rsplit(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        let value = at + open + 1..at + open + 1 + length;
        at = value.end + 1;
        Some((key, value))
    })
}

/// Overwrites the tags. A line that holds nothing else becomes blank.
fn overwrite<'b>(body: &'b str, tags: &[Tag]) -> Cow<'b, str> {
    if tags.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut bytes = body.as_bytes().to_vec();
    let filler = FILLER as u8;
    for tag in tags {
        let mut from = tag.range.start;
        for kept in tag
            .kept
            .iter()
            .cloned()
            .chain(std::iter::once(tag.range.end..tag.range.end))
        {
            for byte in bytes.get_mut(from..kept.start).unwrap_or_default() {
                if *byte != b'\n' {
                    *byte = filler;
                }
            }
            if tag.apart && kept.end < tag.range.end {
                // The quotes around it.
                bytes[kept.start - 1] = b' ';
                bytes[kept.end] = b' ';
                from = kept.end + 1;
            } else {
                from = kept.end;
            }
        }
    }
    for line in bytes.split_mut(|b| *b == b'\n') {
        if line.contains(&filler) && line.iter().all(|b| *b == filler || b.is_ascii_whitespace()) {
            line.fill(b' ');
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(body), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn masked(body: &str) -> String {
        let text = mask(body);
        assert_eq!(text.len(), body.len(), "offsets must stay");
        text.replace(FILLER, "").trim_end().to_owned()
    }

    #[test]
    fn tags_go_and_their_text_stays() {
        for (body, expected) in [
            ("plain {text} stays", "plain {text} stays"),
            (
                "{% include apply.html %}\nPostulez",
                &*format!("{}\nPostulez", " ".repeat(24)),
            ),
            ("à {{ 'rh@lab.example' | mailto }} vite", "à rh@lab.example vite"),
            ("{{ page.title }}, stage", ", stage"),
            ("[grille]({% link pages/grille.md %})", "[grille](pages/grille.md)"),
            (
                "{{< button href=\"https://a.example/x\" >}}Postuler{{< /button >}}",
                " https://a.example/x Postuler",
            ),
            (
                "{{< button href=\"https://a.example/x\" label=\"Postuler\" >}}",
                " https://a.example/x  Postuler",
            ),
            (
                "[ici]({{< param url=\"https://a.example/x\" >}})",
                "[ici](https://a.example/x)",
            ),
            (
                "{{< figure src=\"/img/a.png\" caption=\"Notre équipe\" >}}",
                " Notre équipe",
            ),
            ("a {% comment %} old\nad {% endcomment %} b", "a \n b"),
            ("[x](y){:target=\"_blank\"} et [z](t){.btn}", "[x](y) et [z](t)"),
            ("## Titre {#ancre}", "## Titre"),
            ("code `{{ x }}` reste", "code `{{ x }}` reste"),
            ("```\n{{ x }}\n```\n{{ y }}z", "```\n{{ x }}\n```\nz"),
            (":::tip Bon à savoir\ntexte\n:::", " Bon à savoir\ntexte"),
            ("salaire {35-40} k€", "salaire {35-40} k€"),
            ("{{ jamais fermé", "{{ jamais fermé"),
        ] {
            assert_eq!(masked(body), expected, "{body:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_moves(body in "([{}%#:<>a é\"'=`\n.]|link|comment|\\{%|%\\}|\\{\\{|\\}\\}){0,60}") {
            let text = mask(&body);
            prop_assert_eq!(text.len(), body.len());
            prop_assert_eq!(text.matches('\n').count(), body.matches('\n').count());
        }
    }
}
