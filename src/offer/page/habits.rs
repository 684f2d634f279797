//! How people write headings, labels and sentences without the mark-up meant for them.

use std::ops::Range;

use super::Heading;
use crate::offer::keys::{self, Key};
use crate::text::eight;

/// Longest label, in bytes of folded text.
const LONGEST_LABEL: usize = 60;
/// Longest heading by habit, in bytes of visible text.
const LONGEST_HEADING: usize = 90;
/// How far from a hit a sentence may begin or end, in bytes: keeps one endless line from costing quadratic time.
const SENTENCE_REACH: usize = 400;

/// What a line of a paragraph is by habit, when it is a heading; and how many bytes before and after its words are
/// mere signs (`##`, `//`).
pub(super) fn heading(line: &str, all_bold: bool) -> Option<(Heading, usize, usize)> {
    let text = line.trim();
    let before = line.len() - line.trim_start().len();
    let after = line.len() - line.trim_end().len();
    if text.is_empty() || text.len() > LONGEST_HEADING {
        return None;
    }
    if let Some(inner) = text.strip_prefix("//").and_then(|rest| rest.strip_suffix("//"))
        && inner.chars().any(char::is_alphabetic)
    {
        let lead = inner.len() - inner.trim_start().len();
        let tail = inner.len() - inner.trim_end().len();
        return Some((Heading::Slashes, before + 2 + lead, after + 2 + tail));
    }
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    if (2..=6).contains(&hashes)
        && text
            .get(hashes..)
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    {
        return Some((Heading::Real(u8::try_from(hashes).unwrap_or(6)), before + hashes, after));
    }
    if is_upper(text) {
        return Some((Heading::Upper, before, after));
    }
    if all_bold && !text.ends_with(['.', ',', ';']) && !holds_address(text) {
        return Some((Heading::Bold, before, after));
    }
    let label = text.strip_suffix(':')?.trim_end();
    let wordy = label.split_whitespace().count() <= 6;
    let plain = !label.contains([':', '.', ',', '@']) || all_bold;
    (wordy && plain && label.chars().any(char::is_alphabetic)).then_some((Heading::Label, before, after))
}

/// A line of upper-case words that hold at least four letters in all and no small one (but inclusive endings).
fn is_upper(text: &str) -> bool {
    let mut upper = 0;
    for c in text.chars() {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_lowercase() || matches!(c, '@' | '|' | '{' | '}' | '=' | '<' | '>' | '$' | '€') {
            return false;
        }
    }
    upper >= 4
}

fn holds_address(text: &str) -> bool {
    text.contains('@') || text.contains("://")
}

/// The label of a folded line, and where its value starts: `label : value`.
///
/// Signs and emoji before the label stay out. Times (14:30), addresses (`https:`) and clauses are no labels.
pub(super) fn label(folded: &str) -> Option<(Range<usize>, usize)> {
    let start = folded.find(|c: char| c.is_alphanumeric())?;
    let reach = folded.floor_char_boundary(start + LONGEST_LABEL);
    let colon = start + eight::position(folded.as_bytes().get(start..reach)?, b':')?;
    let words = folded.get(start..colon)?.trim_end();
    let rest = folded.get(colon + 1..)?;
    let clock = words.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit());
    let fits = !words.is_empty()
        && !clock
        && !rest.starts_with("//")
        && words.split(' ').count() <= 7
        && !words.contains(['.', ',', ';', '?', '!', '@', '|'])
        && words.bytes().any(|b| b.is_ascii_alphabetic());
    let value = colon + 1 + (rest.len() - rest.trim_start_matches([' ', '*', '_']).len());
    fits.then(|| (start..start + words.len(), value))
}

/// Where labels begin within a visible line behind another one's value: "Durée : 6 mois — Lieu : Brest".
///
/// Only those of conditions, which nobody writes as words of a sentence with a colon.
pub(super) fn labels_within(line: &str) -> Vec<usize> {
    let mut labels = Vec::new();
    let bytes = line.as_bytes();
    let mut from = 0;
    for colon in memchr::memchr_iter(b':', bytes) {
        let near = colon.saturating_sub(LONGEST_LABEL).max(from);
        let value = std::mem::replace(&mut from, colon + 1);
        // Back over letters and spaces: to a sign of ASCII, or to a dash, a bullet or an emoji (all of which begin so).
        let is_sign = |b: &u8| matches!(b, b'!'..=b'&' | b'('..=b'@' | b'['..=b'`' | b'{'..=b'~' | 0xe2 | 0xf0);
        let Some(sign) = bytes.get(near..colon).and_then(|near| near.iter().rposition(is_sign)) else {
            continue;
        };
        let start = line.ceil_char_boundary(near + sign + 1);
        let words = line.get(start..colon).unwrap_or("");
        let apart = start > near + sign + 1 || words.starts_with([' ', '\u{a0}']);
        if !apart
            || !bytes
                .get(value..start)
                .unwrap_or_default()
                .iter()
                .any(u8::is_ascii_alphanumeric)
        {
            continue;
        }
        let key = keys::meaning(&crate::text::fold(words.trim()).text);
        if matches!(
            key,
            Some(Key::Duration | Key::Deadline | Key::Start | Key::End | Key::Pay | Key::Place | Key::Contract)
        ) {
            labels.push(start + (words.len() - words.trim_start().len()));
        }
    }
    labels
}

/// Leaves out what joins a value with the label behind it: a dash, a bar, the sign before the label.
pub(super) fn without_joint(words: &str) -> &str {
    words.trim_end_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, ')' | '.' | '!' | '?' | '€' | '$' | '£' | '%' | '»' | '"')
    })
}

/// The label of a folded line whose first words, up to `bold_end`, are in bold: `**Label** value`.
pub(super) fn bold_label(folded: &str, bold_end: usize) -> Option<(Range<usize>, usize)> {
    let start = folded.find(|c: char| c.is_alphanumeric())?;
    let words = folded.get(start..bold_end)?.trim_end_matches([' ', ':', '-', '.']);
    let rest = folded.get(bold_end..)?;
    let value = bold_end + (rest.len() - rest.trim_start_matches([' ', ':', '-', '.', '*', '_']).len());
    let fits = !words.is_empty() && words.len() <= 40 && words.split(' ').count() <= 4 && value < folded.len();
    fits.then(|| (start..start + words.len(), value))
}

/// The label of a line `word - value` or `Word? value`: only short ones, which the table of keys must then know.
pub(super) fn short_label(folded: &str) -> Option<(Range<usize>, usize)> {
    let start = folded.find(|c: char| c.is_alphanumeric())?;
    let reach = folded.floor_char_boundary(start + 30);
    let head = folded.as_bytes().get(start..reach)?;
    let mark = memchr::memchr2(b'-', b'?', head)?;
    let (length, joint) = if head.get(mark) == Some(&b'?') {
        (mark, 1)
    } else {
        (head.windows(3).position(|three| three == b" - ")?, 3)
    };
    let words = folded.get(start..start + length)?.trim_end();
    let rest = folded.get(start + length + joint..)?;
    let value = folded.len() - rest.trim_start_matches([' ', '*', '_', ':']).len();
    let few = words.split(' ').count() <= 3 && value < folded.len();
    few.then(|| (start..start + words.len(), value))
}

/// Tells whether the next line goes on with the sentence of the line before, so that both are one passage.
pub(super) fn continues(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let open = !before.ends_with(['.', ':', ';', '!', '?', ',', '|']) || (before.len() > 60 && before.ends_with(','));
    open && before.len() > 25 && next.trim_start().starts_with(char::is_lowercase)
}

/// Adds the bytes from `start` on at which a sentence of a folded text ends, in order; its end ends one too.
pub(super) fn add_stops(folded: &str, start: usize, stops: &mut Vec<u32>) {
    let bytes = folded.as_bytes();
    let closes = |at: usize| {
        let space = bytes.get(at + 1).is_none_or(|b| matches!(b, b' ' | b'\n'));
        // "M. Dupont", "p. 3", "n. 5": one letter before the stop.
        let initial = at >= 2
            && matches!(bytes.get(at - 2), Some(b' ' | b'(' | b'.'))
            && bytes.get(at - 1).is_some_and(u8::is_ascii_alphabetic)
            && bytes.get(at) == Some(&b'.');
        space && !initial
    };
    for at in memchr::memchr3_iter(b'.', b'!', b'?', bytes.get(start..).unwrap_or_default()) {
        if closes(start + at) {
            stops.extend(u32::try_from(start + at));
        }
    }
}

/// The sentence of `folded` around `hit`, not beyond `within`; `stops` are those of the text.
pub(super) fn sentence(folded: &str, stops: &[u32], hit: &Range<u32>, within: &Range<u32>) -> Range<u32> {
    let (from, to) = (hit.start as usize, hit.end as usize);
    let floor_at = folded.floor_char_boundary(from.saturating_sub(SENTENCE_REACH).max(within.start as usize));
    let ceiling = folded
        .floor_char_boundary((to + SENTENCE_REACH).min(within.end as usize))
        .max(to);
    let last = to.saturating_sub(1);
    let behind = stops.partition_point(|stop| (*stop as usize) < from);
    let start = behind
        .checked_sub(1)
        .and_then(|index| stops.get(index))
        .map(|stop| *stop as usize)
        .filter(|stop| *stop >= floor_at)
        .map_or(floor_at, |stop| stop + 1);
    let end = stops
        .get(behind..)
        .unwrap_or_default()
        .iter()
        .map(|stop| *stop as usize)
        .find(|stop| *stop >= last)
        .filter(|stop| *stop < ceiling)
        .map_or(ceiling, |stop| stop + 1);
    let start = start + folded.get(start..end).map_or(0, |s| s.len() - s.trim_start().len());
    u32::try_from(start).unwrap_or(hit.start)..u32::try_from(end).unwrap_or(hit.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_by_habit() {
        for (line, bold, wanted) in [
            ("// POUR POSTULER //", false, Some(Heading::Slashes)),
            ("// Le LABO//", false, Some(Heading::Slashes)),
            ("##Comment postuler", false, Some(Heading::Real(2))),
            ("PROFIL RECHERCHÉ", false, Some(Heading::Upper)),
            ("CDD", false, None),
            ("Le cadre", true, Some(Heading::Bold)),
            ("Nous cherchons quelqu'un de curieux.", true, None),
            ("Profil recherché :", false, Some(Heading::Label)),
            ("Les qualités de la personne que nous cherchons seront :", false, None),
            ("Une ligne comme une autre", false, None),
        ] {
            assert_eq!(heading(line, bold).map(|(kind, ..)| kind), wanted, "{line}");
        }
    }

    #[test]
    fn labels_end_at_the_colon() {
        for (line, wanted) in [
            ("duree : 6 mois", Some(("duree", "6 mois"))),
            ("- lieu: paris", Some(("lieu", "paris"))),
            ("reunion a 14:30", None),
            ("https://a.example", None),
            ("nous cherchons, pour notre equipe : une personne", None),
        ] {
            let got = label(line).map(|(l, v)| (line.get(l).unwrap(), line.get(v..).unwrap()));
            assert_eq!(got, wanted, "{line}");
        }
    }

    #[test]
    fn sentences_end_at_full_stops() {
        let text = "ecrivez a m. petit avant le 3. puis attendez.";
        let hit = 20..25;
        let mut stops = Vec::new();
        add_stops(text, 0, &mut stops);
        assert_eq!(sentence(text, &stops, &hit, &(0..45)), 0..30);
    }
}
