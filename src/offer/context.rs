//! The words around a hit: what the readers ask before they believe a phrase.

use std::ops::Range;

use super::facts::{Facts, Origin};
use super::page::{Hit, Page, Passage, narrow};
use super::words::{Words, words};
pub(super) use super::words::{find_word, holds_any};

/// A folded range of a page with the rest of its sentence.
#[derive(Debug, Clone)]
pub(super) struct Around<'p> {
    /// The sentence, in bytes of the page's folded text.
    pub sentence: Range<u32>,
    /// What stands in the sentence before the range.
    pub before: &'p str,
    /// What stands in the sentence behind the range.
    pub after: &'p str,
}

impl<'p> Around<'p> {
    /// Looks around `range` of the folded text of `page`.
    pub(super) fn of(page: &'p Page<'_>, range: &Range<u32>) -> Self {
        let sentence = page.sentence(range);
        Self {
            before: page.folded(&(sentence.start..range.start)),
            after: page.folded(&(range.end..sentence.end)),
            sentence,
        }
    }

    /// Tells whether the range is denied: "pas de télétravail", "no remote work", "sans contrat".
    pub(super) fn is_negated(&self) -> bool {
        is_negated(self.before)
    }
}

/// Moves a range of a piece of text to where the piece begins at `base`.
pub(super) fn shift(base: u32, range: &Range<usize>) -> Range<u32> {
    let at = |offset: usize| base.saturating_add(narrow(offset));
    at(range.start)..at(range.end)
}

/// Widens a range to the end of the word it ends in, inclusive endings included: "indépendant" → "indépendant·e".
pub(super) fn whole_word(page: &Page<'_>, range: &Range<u32>) -> Range<u32> {
    let rest = page.folded.get(range.end as usize..).unwrap_or_default();
    let letters = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let mut end = letters(rest);
    if let Some(ending) = rest.get(end..).and_then(|rest| rest.strip_prefix('·')) {
        end += '·'.len_utf8() + letters(ending);
    }
    range.start..range.end.saturating_add(u32::try_from(end).unwrap_or_default())
}

/// Tells whether a passage is one that the title was read from.
pub(super) fn is_title(page: &Page<'_>, facts: &Facts, passage: &Passage) -> bool {
    let Some(title) = &facts.title else { return false };
    title.evidence.iter().any(|evidence| match &evidence.origin {
        Origin::Text { span, .. } => page.overlaps(passage, span),
        Origin::FileName | Origin::Candidate => false,
    })
}

/// How far from a hit its neighbours are looked at, in bytes: one endless line must not cost quadratic time.
pub(super) const REACH: usize = 300;

/// Returns the part of a passage around a hit, at most [`REACH`] bytes on each side.
pub(super) fn nearby<'p>(page: &'p Page<'_>, passage: &Passage, hit: &Hit) -> &'p str {
    let text = page.folded(&passage.folded);
    let base = passage.folded.start as usize;
    let from = text.floor_char_boundary((hit.start as usize).saturating_sub(base + REACH));
    let to = text.floor_char_boundary((hit.end as usize).saturating_sub(base) + REACH);
    text.get(from..to).unwrap_or_default()
}

/// Tells whether a hit stands in the sentence that the label of its passage opens: "Début : avril. Écrivez avant le…".
pub(super) fn is_of_label(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let between = tail(page.folded(&(passage.value.start.min(hit.start)..hit.start)));
    !between.contains(". ") && !between.contains("; ")
}

/// Returns the last [`REACH`] bytes of a text.
pub(super) fn tail(text: &str) -> &str {
    let from = text.floor_char_boundary(text.len().saturating_sub(REACH));
    text.get(from..).unwrap_or_default()
}

/// Returns the first [`REACH`] bytes of a text.
pub(super) fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(REACH)).unwrap_or_default()
}

/// Returns what stands behind byte `from`, at most `reach` bytes and not beyond the paragraph.
pub(super) fn behind<'p>(page: &'p Page<'_>, from: u32, reach: usize) -> &'p str {
    let rest = page.folded.get(from as usize..).unwrap_or_default();
    let mut end = reach.min(rest.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let text = rest.get(..end).unwrap_or_default();
    let end = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Words that deny what follows them, up to the next full stop, bracket or "mais".
const NEGATIONS: Words = Words::of(&[
    "pas de",
    "pas d'",
    "aucun",
    "aucune",
    "sans",
    "ni",
    "hors",
    "ne propose pas",
    "pas",
    "no",
    "not",
    "without",
    "neither",
    "non",
    "kein*",
    "n'est",
]);

/// Tells whether the words before something deny it.
pub(super) fn is_negated(before: &str) -> bool {
    // Nearly always nothing near denies anything, wherever the clause begins.
    if !holds_any(last_words(before, 7), &NEGATIONS) {
        return false;
    }
    let clause = before.rsplit(['(', '.', ';', ':']).next().unwrap_or(before);
    let clause = clause.rsplit(" mais ").next().unwrap_or(clause);
    let clause = clause.rsplit(" but ").next().unwrap_or(clause);
    let near = last_words(clause, 7);
    holds_any(near, &NEGATIONS) && !holds_any(near, words!["pas seulement", "not only", "no matter", "n'hesitez pas"])
}

/// Returns the last `count` words of a text.
pub(super) fn last_words(text: &str, count: usize) -> &str {
    let text = text.trim_end();
    let bytes = text.as_bytes();
    let mut from = bytes.len();
    for _ in 0..count {
        while from > 0 && bytes.get(from - 1).is_some_and(u8::is_ascii_whitespace) {
            from -= 1;
        }
        match bytes
            .get(..from)
            .and_then(|head| head.iter().rposition(|byte| *byte == b' '))
        {
            Some(at) => from = at,
            None => return text,
        }
    }
    text.get(from..).unwrap_or(text).trim_start()
}

/// Returns the first `count` words of a text.
pub(super) fn first_words(text: &str, count: usize) -> &str {
    let text = text.trim_start();
    let spaces = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let end = spaces
        .map(|(at, _)| at)
        .nth(count.saturating_sub(1))
        .unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negations_reach_some_words_and_no_further() {
        for (before, expected) in [
            ("pas de ", true),
            ("pas de contrat d'alternance, ", true),
            ("no ", true),
            ("there is no possibility of ", true),
            ("pas de bureau mais du ", false),
            ("nous ne sommes pas presses. le ", false),
            ("n'hesitez pas a demander le ", false),
            ("du ", false),
        ] {
            assert_eq!(is_negated(before), expected, "{before}");
        }
    }

    #[test]
    fn words_are_counted_from_either_end() {
        assert_eq!(last_words("a b c d", 2), "c d");
        assert_eq!(first_words("a b c d", 2), "a b");
        assert_eq!(last_words("a", 3), "a");
    }
}
