//! Mark-up that authors meant and CommonMark does not see: `**Durée :**6 mois`, `[x](a b)`, `20^e`; and addresses
//! that nobody marked up. Works on the text of one leaf, of which code is left alone.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::document::Look;
use super::layout::Role;
use super::leaf::Leaf;
use super::mask::FILLER;

/// A link's text or target longer than this is none.
const LONGEST: usize = 2048;

/// The part of an address before its `@` is not longer than this.
const LONGEST_LOCAL: usize = 64;

/// The targets of links met so far, each once.
#[derive(Debug, Default)]
pub(super) struct Links {
    targets: Vec<String>,
    known: std::collections::HashMap<String, usize>,
}

impl Links {
    /// Returns the number of a target, or `None` when it leads nowhere.
    pub fn number(&mut self, target: &str) -> Option<usize> {
        let target: String = target.trim().chars().filter(|c| *c != FILLER).collect();
        // An image that stands in the text itself is nowhere else.
        if target.is_empty() || target.starts_with('#') || target.starts_with("data:") {
            return None;
        }
        if let Some(number) = self.known.get(&target) {
            return Some(*number);
        }
        self.targets.push(target.clone());
        self.known.insert(target, self.targets.len() - 1);
        Some(self.targets.len() - 1)
    }

    /// Returns all targets.
    pub fn into_targets(self) -> Vec<String> {
        self.targets
    }
}

/// Mends the inline mark-up of a leaf and makes links of bare addresses.
pub(super) fn mend(leaf: &mut Leaf, links: &mut Links) {
    let bytes = leaf.text.as_bytes();
    if memmem::find(bytes, b"](").is_some() || memmem::find(bytes, b"] (http").is_some() {
        mend_links(leaf, links);
    }
    let bytes = leaf.text.as_bytes();
    if bytes.contains(&b'*') || memmem::find(bytes, b"__").is_some() {
        mend_emphasis(leaf);
    }
    if leaf.text.as_bytes().contains(&b'^') {
        mend_carets(leaf);
    }
    autolink(leaf, links);
}

fn is_code(leaf: &Leaf, at: usize) -> bool {
    leaf.look_at(at).style.role == Role::Code
}

/// `[text](target)` that was left as text.
fn mend_links(leaf: &mut Leaf, links: &mut Links) {
    let mut removed: Vec<Range<usize>> = Vec::new();
    let mut linked = Vec::new();
    let mut brackets = Brackets::new(&leaf.text);
    while let Some((open, close, target)) = brackets.next() {
        if is_code(leaf, open) || is_code(leaf, close) || leaf.look_at(open).link.is_some() {
            continue;
        }
        let written = leaf
            .text
            .get(target.clone())
            .unwrap_or_default()
            .replace(['<', '>'], "");
        let Some(number) = links.number(&written) else {
            continue;
        };
        let image = leaf.text[..open].ends_with('!');
        let start = open - usize::from(image);
        if leaf.text[open + 1..close].trim().is_empty() {
            linked.push((target.clone(), number));
            removed.push(start..target.start);
            removed.push(target.end..target.end + 1);
        } else {
            linked.push((open + 1..close, number));
            removed.push(start..open + 1);
            removed.push(close..target.end + 1);
        }
    }
    leaf.restyle(&linked, |look, link| lead_to(look, *link));
    leaf.remove(&removed);
}

fn lead_to(look: &mut Look, link: usize) {
    look.link = Some(link);
    look.style.role = Role::Link;
}

/// Finds `[…](…)` one after the other. What was seen of the text is remembered, so that one of nothing but brackets
/// takes linear time.
struct Brackets<'t> {
    text: &'t str,
    /// Where to go on.
    at: usize,
    /// The last `[` of the line.
    open: Option<usize>,
    /// The next `)` or line end, once it was looked for.
    end: Option<usize>,
}

impl<'t> Brackets<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            open: None,
            end: None,
        }
    }

    /// Returns the next pair of brackets and the range of the target, when that could be one.
    fn next(&mut self) -> Option<(usize, usize, Range<usize>)> {
        let bytes = self.text.as_bytes();
        loop {
            let found = self.at + memchr::memchr3(b'[', b']', b'\n', bytes.get(self.at..)?)?;
            self.at = found + 1;
            match bytes[found] {
                b'[' => self.open = Some(found),
                b'\n' => self.open = None,
                _ => {
                    if let (Some(open), Some(target)) = (self.open, self.target(found)) {
                        self.at = target.end + 1;
                        self.open = None;
                        return Some((open, found, target));
                    }
                }
            }
        }
    }

    /// Returns the range of the target after the bracket at `close`.
    fn target(&mut self, close: usize) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let gap = usize::from(bytes[close + 1..].starts_with(b" (http"));
        if bytes.get(close + 1 + gap) != Some(&b'(') {
            return None;
        }
        let start = close + 2 + gap;
        let known = self.end.filter(|end| *end >= start);
        let next = || memchr::memchr2(b')', b'\n', &bytes[start..]).map_or(bytes.len(), |end| start + end);
        let end = known.unwrap_or_else(next);
        self.end = Some(end);
        let near = end - start <= LONGEST && self.open.is_some_and(|open| close - open <= LONGEST);
        let fits = near && bytes.get(end) == Some(&b')') && could_lead(&self.text[start..end]);
        fits.then_some(start..end)
    }
}

/// Tells whether what stands in the parentheses after a bracket was meant as a target.
fn could_lead(target: &str) -> bool {
    let target = target.trim_start_matches('<');
    ["http://", "https://", "mailto:", "www.", "/", "./", "../", "#"]
        .iter()
        .any(|start| target.starts_with(start))
        || target.contains('@') && !target.contains(' ')
}

/// Pairs of `**` or `__`, and of `*` where only the letter after it kept it from closing.
fn mend_emphasis(leaf: &mut Leaf) {
    let mut removed = Vec::new();
    let mut emphasised: Vec<(Range<usize>, bool)> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for run in runs(&leaf.text) {
        if is_code(leaf, run.start) {
            continue;
        }
        let marks = &leaf.text[run.clone()];
        let before = leaf.text[..run.start].chars().next_back();
        let after = leaf.text[run.end..].chars().next();
        if let Some(start) = open.take() {
            let between = &leaf.text[start.end..run.start];
            let same = leaf.text[start.clone()] == *marks && !between.contains('\n');
            let closes = run.len() > 1 || before.is_some_and(|c| c.is_ascii_punctuation());
            if same && closes && !between.trim().is_empty() {
                emphasised.push((start.end..run.start, run.len() > 1));
                removed.push(start);
                removed.push(run);
                continue;
            }
            forget(&leaf.text, start, &mut removed);
        }
        let opens = match marks.as_bytes() {
            [b'*'] => after.is_some_and(|c| !c.is_whitespace()) && before.is_none_or(|c| c.is_whitespace() || c == '('),
            [b'_', ..] => run.len() == 2 && before.is_none_or(|c| !c.is_alphanumeric()),
            _ => run.len() <= 3,
        };
        if opens {
            open = Some(run);
        }
    }
    if let Some(start) = open {
        forget(&leaf.text, start, &mut removed);
    }
    leaf.restyle(&emphasised, |look, strong| {
        look.style.bold |= strong;
        look.style.italic |= !strong;
    });
    removed.sort_by_key(|range| range.start);
    leaf.remove(&removed);
}

/// A lonely `**` beside a word at the start or end of a line was meant as mark-up: it goes.
fn forget(text: &str, run: Range<usize>, removed: &mut Vec<Range<usize>>) {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    let at_edge = before.is_none_or(|c| c == '\n') || after.is_none_or(|c| c == '\n');
    let beside_word = before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric);
    if run.len() == 2 && text.as_bytes()[run.start] == b'*' && (at_edge || beside_word) {
        removed.push(run);
    }
}

/// Returns the runs of `*` and those of two or more `_`.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr2_iter(b'*', b'_', text.as_bytes()) {
        let byte = text.as_bytes()[at];
        match runs.last_mut() {
            Some(last) if last.end == at && text.as_bytes()[last.start] == byte => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| run.len() > 1 || text.as_bytes()[run.start] == b'*');
    runs
}

/// `20^e`, `1^er^`: a caret between a figure and a few letters.
fn mend_carets(leaf: &mut Leaf) {
    let text = leaf.text.as_str();
    let mut removed: Vec<Range<usize>> = Vec::new();
    for at in memchr_iter(b'^', text.as_bytes()) {
        let after_figure = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let letters: usize = text[at + 1..]
            .chars()
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum();
        if after_figure && (1..=6).contains(&letters) && !is_code(leaf, at) {
            removed.push(at..at + 1);
            let end = at + 1 + letters;
            if text[end..].starts_with('^') {
                removed.push(end..end + 1);
            }
        }
    }
    leaf.remove(&removed);
}

/// Makes links of addresses that stand bare in the text.
fn autolink(leaf: &mut Leaf, links: &mut Links) {
    let bytes = leaf.text.as_bytes();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for at in memchr::memchr2_iter(b':', b'@', bytes) {
        if found.last().is_some_and(|(last, _)| at < last.end) {
            continue;
        }
        found.extend(if bytes[at] == b':' {
            url_at(&leaf.text, at)
        } else {
            email_at(&leaf.text, at)
        });
    }
    let schemes = found.len();
    let mut seen = 0;
    for at in memmem::find_iter(bytes, b"www.") {
        let free = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && !matches!(bytes[at - 1], b'/' | b'.' | b'@');
        let before = found[..schemes].partition_point(|(range, _)| range.start <= at);
        let inside = before.checked_sub(1).is_some_and(|index| found[index].0.end > at);
        if !free || inside || at < seen {
            continue;
        }
        let range = at..url_end(&leaf.text, at);
        seen = range.end;
        if leaf.text[range.clone()].matches('.').count() > 1 {
            found.push((range.clone(), format!("http://{}", &leaf.text[range])));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut linked: Vec<(Range<usize>, usize)> = Vec::new();
    for (range, target) in found {
        let look = leaf.look_at(range.start);
        let free = linked.last().is_none_or(|(last, _)| last.end <= range.start);
        if free && look.link.is_none() && look.style.role != Role::Code {
            linked.extend(links.number(&target).map(|number| (range, number)));
        }
    }
    leaf.restyle(&linked, |look, link| lead_to(look, *link));
}

/// Reads the URL whose scheme ends at `colon`.
fn url_at(text: &str, colon: usize) -> Option<(Range<usize>, String)> {
    let scheme = ["https", "http", "mailto"].into_iter().find(|scheme| {
        let start = colon.checked_sub(scheme.len());
        start
            .and_then(|start| text.get(start..colon))
            .is_some_and(|s| s.eq_ignore_ascii_case(scheme))
    })?;
    let after = text.get(colon + 1..)?;
    let begins = if scheme == "mailto" {
        // Not read to its end before it is sure: a text could be made of nothing else.
        let local = |b: &u8| is_local(*b) || *b == b'%';
        let length = after
            .as_bytes()
            .iter()
            .take(LONGEST_LOCAL)
            .take_while(|b| local(b))
            .count();
        after.as_bytes().get(length) == Some(&b'@')
    } else {
        after.starts_with("//")
    };
    let start = colon - scheme.len();
    let end = begins.then(|| url_end(text, start))?;
    (end > colon + 3).then(|| (start..end, text[start..end].to_owned()))
}

/// Returns where a URL that starts at `start` ends: before blank space, and without the sentence's punctuation.
fn url_end(text: &str, start: usize) -> usize {
    let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '’' | '|' | '`');
    let mut end = text[start..].find(stops).map_or(text.len(), |at| start + at);
    let count = |sign: u8| text[start..end].bytes().filter(|b| *b == sign).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    while let Some(last) = text[start..end].chars().next_back() {
        let trim = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '\'' | '…' | ']' | '}' => true,
            ')' => unopened > 0,
            _ => false,
        };
        if !trim {
            break;
        }
        unopened -= usize::from(last == ')');
        end -= last.len_utf8();
    }
    end
}

/// Tells whether `byte` may stand before the `@` of an address.
fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+')
}

/// Reads the e-mail address around `at`, the place of its `@`.
fn email_at(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let bytes = text.as_bytes();
    let local = |b: &&u8| is_local(**b);
    let domain = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let before = bytes[..at].iter().rev().take(LONGEST_LOCAL).take_while(local).count();
    let after = bytes[at + 1..].iter().take(255).take_while(domain).count();
    let start = at - before
        + bytes[at - before..at]
            .iter()
            .take_while(|b| matches!(b, b'.' | b'-'))
            .count();
    let end = at + 1 + text[at + 1..at + 1 + after].trim_end_matches(['.', '-']).len();
    let host = &text[at + 1..end];
    let top = host.rsplit_once('.').map_or(0, |(_, top)| {
        if top.bytes().all(|b| b.is_ascii_alphabetic()) {
            top.len()
        } else {
            0
        }
    });
    (start < at && top >= 2).then(|| (start..end, format!("mailto:{}", &text[start..end])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> (String, Vec<String>, Leaf) {
        let mut leaf = Leaf::default();
        let mut links = Links::default();
        leaf.push_prose(text, &(0..text.len()), Look::default());
        mend(&mut leaf, &mut links);
        (leaf.text.clone(), links.into_targets(), leaf)
    }

    #[test]
    fn emphasis_that_commonmark_refuses() {
        for (text, expected) in [
            ("**Durée :**6 mois", "Durée :6 mois"),
            ("** Missions **", "Missions "),
            ("a**b", "ab"),
            ("*Note :*vous", "Note :vous"),
            ("5 * 3 * 2", "5 * 3 * 2"),
            ("_______", "_______"),
            ("__Profil :__bac", "Profil :bac"),
            ("prix* et prix**", "prix* et prix"),
        ] {
            assert_eq!(mended(text).0, expected, "{text:?}");
        }
        let (text, _, leaf) = mended("un **gros :**mot");
        let bold: Vec<_> = leaf
            .spans
            .iter()
            .filter(|s| s.look.style.bold)
            .map(|s| &text[s.text.clone()])
            .collect();
        assert_eq!(bold, ["gros :"]);
    }

    #[test]
    fn links_that_commonmark_refuses() {
        for (text, expected, target) in [
            (
                "voir [la page](https://a.example/x y).",
                "voir la page.",
                "https://a.example/x y",
            ),
            (
                "[écrire](<mailto:rh@a.example>?cc=b@a.example)",
                "écrire",
                "mailto:rh@a.example?cc=b@a.example",
            ),
            ("[ici] (https://a.example)", "ici", "https://a.example"),
            (
                "[](https://a.example/b c)",
                "https://a.example/b c",
                "https://a.example/b c",
            ),
        ] {
            let (shown, links, _) = mended(text);
            assert_eq!(
                (shown.as_str(), links.first().map(String::as_str)),
                (expected, Some(target)),
                "{text:?}"
            );
        }
        assert_eq!(mended("f[i](x)").0, "f[i](x)");
    }

    #[test]
    fn what_stands_in_the_text_itself_leads_nowhere() {
        let mut links = Links::default();
        assert_eq!(links.number("#bas"), None);
        assert_eq!(links.number("data:image/png;base64,AAAA"), None);
        assert_eq!(links.number("https://a.example"), Some(0));
    }

    #[test]
    fn carets_of_ordinals() {
        assert_eq!(
            mended("le 20^e et le 1^er^ étage, 2^10").0,
            "le 20e et le 1er étage, 2^10"
        );
    }

    #[test]
    fn bare_addresses_become_links() {
        for (text, targets) in [
            ("à rh@lab.example.", vec!["mailto:rh@lab.example"]),
            ("voir https://lab.example/a_b(c).", vec!["https://lab.example/a_b(c)"]),
            ("(https://lab.example/a)", vec!["https://lab.example/a"]),
            ("www.lab.example, www.lab", vec!["http://www.lab.example"]),
            ("https://u@lab.example/x", vec!["https://u@lab.example/x"]),
            ("mailto:rh@lab.example", vec!["mailto:rh@lab.example"]),
            ("@pseudo, a@b, note:rien", vec![]),
        ] {
            assert_eq!(mended(text).1, targets, "{text:?}");
        }
    }
}
