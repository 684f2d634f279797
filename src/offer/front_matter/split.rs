//! Where the block begins and ends. A `---` at the top opens one only when what follows is a mapping.

use std::ops::Range;

/// The syntax of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    /// Between lines `---`.
    Yaml,
    /// Between lines `+++`.
    Toml,
}

/// A block, in bytes of the file's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    pub fence: Fence,
    /// Between the fences.
    pub block: Range<usize>,
    /// With the fences.
    pub range: Range<usize>,
    pub body_start: usize,
    /// No closing fence: the block ends at the first blank line.
    pub unclosed: bool,
}

/// Where the text starts after a byte order mark.
pub(super) fn text_start(text: &str) -> usize {
    if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

/// Splits the front matter off, if there is one.
pub(super) fn split(text: &str) -> Option<Split> {
    let blank = text_start(text);
    let start = blank
        + text
            .get(blank..)?
            .find(|c: char| !c.is_whitespace() && c != '\u{feff}')?;
    // The fence stands at the start of its line.
    if start > 0 && start != blank && !text.get(..start)?.ends_with(['\n', '\r']) {
        return None;
    }
    let mut lines = Lines { text, at: start };
    let (_, first) = lines.next()?;
    let (fence, mark) = match first.trim_end() {
        "---" => (Fence::Yaml, "---"),
        "+++" => (Fence::Toml, "+++"),
        _ => return None,
    };
    let inner = lines.at;
    let mut first_blank = None;
    for (at, line) in lines.by_ref() {
        let bare = line.trim_end();
        if bare == mark || (fence == Fence::Yaml && bare == "...") {
            let block = inner..at;
            let body_start = (at + line.len()).min(text.len());
            return is_mapping(text.get(block.clone())?, fence).then_some(Split {
                fence,
                block,
                range: start..body_start,
                body_start,
                unclosed: false,
            });
        }
        if bare.is_empty() && first_blank.is_none() {
            first_blank = Some(at);
        }
    }
    let end = first_blank.unwrap_or(text.len());
    let block = inner..end;
    let strict = text
        .get(block.clone())?
        .lines()
        .all(|line| key_end(line, fence).is_some());
    (strict && !block.is_empty()).then_some(Split {
        fence,
        block,
        range: start..end,
        body_start: end,
        unclosed: true,
    })
}

/// The lines of a text with their ends.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let at = self.at;
        self.at += end;
        Some((at, rest.get(..end)?))
    }
}

/// The first line that counts is a key, or most lines that begin at the margin are.
fn is_mapping(block: &str, fence: Fence) -> bool {
    let mut margin = block
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with([' ', '\t', '#', '-', ']', '}', '[']));
    let Some(first) = margin.next() else {
        return block
            .lines()
            .all(|line| line.trim().is_empty() || line.starts_with('#'))
            && !block.trim().is_empty();
    };
    if key_end(first, fence).is_some() {
        return true;
    }
    let (keys, others) = margin.fold((0, 1), |(keys, others), line| {
        if key_end(line, fence).is_some() {
            (keys + 1, others)
        } else {
            (keys, others + 1)
        }
    });
    keys > others
}

/// Where the key of a line ends, before its `:` or `=`; `None` when the line has no key.
pub(super) fn key_end(line: &str, fence: Fence) -> Option<usize> {
    let mark = match fence {
        Fence::Yaml => ':',
        Fence::Toml => '=',
    };
    if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let close = 1 + line.get(1..)?.find(quote)?;
        let rest = line.get(close + 1..)?.trim_start();
        return rest.starts_with(mark).then_some(close + 1);
    }
    let at = line
        .char_indices()
        .take(80)
        .find(|(_, c)| *c == mark)
        .map(|(at, _)| at)?;
    let key = line.get(..at)?;
    let rest = line.get(at + 1..)?;
    let shaped = key.chars().all(|c| c.is_alphanumeric() || " _-./?'()$@·’".contains(c))
        && key.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '@'))
        && key.split_whitespace().count() <= 6;
    let spaced = fence == Fence::Toml || rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']);
    (shaped && spaced).then_some(key.trim_end().len())
}
