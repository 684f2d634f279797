//! Which letters of a text the query matched.

use std::ops::Range;

use super::matching::Matcher;
use super::query::{Query, Term, Test, TextField, TextValue};
use super::words::each_word;
use crate::text::fold;

/// Texts longer than this are not looked through to their end.
const MAX_TEXT: usize = 64 * 1024;

/// Returns the bytes of `text` (a title, a line of the body) that the query matched: in order, apart, on character
/// boundaries.
///
/// Where a word stands as typed, only such words are shown; scattered letters and slips only where it does not.
#[must_use]
pub fn highlights(query: &Query, text: &str) -> Vec<Range<usize>> {
    let wanted = wanted(query);
    if wanted.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let folded = fold(text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or_default());
    let mut found = Vec::new();
    for wanted in wanted {
        match wanted {
            Wanted::Phrase(phrase) => {
                found.extend(folded.text.match_indices(phrase).map(|(at, _)| at..at + phrase.len()));
            }
            Wanted::Start(word) => each_word(&folded.text, |held| {
                if held.text.starts_with(word) {
                    found.push(held.range.start..held.range.start + word.len().min(held.range.len()));
                }
            }),
            Wanted::Term(term) => found.extend(of_term(&folded.text, term)),
        }
    }
    let mut ranges: Vec<Range<usize>> = found
        .into_iter()
        .map(|range| folded.original(range))
        .filter(|range| !range.is_empty())
        .collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    joined(ranges)
}

/// What is shown of a query.
enum Wanted<'q> {
    Phrase(&'q str),
    Start(&'q str),
    Term(&'q Term),
}

fn wanted(query: &Query) -> Vec<Wanted<'_>> {
    let mut wanted = Vec::new();
    let alternatives = query.clauses.iter().flat_map(|clause| &clause.alternatives);
    for alternative in alternatives.filter(|alternative| !alternative.negated) {
        match &alternative.test {
            Test::Words(terms) => wanted.extend(terms.iter().map(Wanted::Term)),
            Test::Phrase(phrase) => wanted.push(Wanted::Phrase(phrase)),
            Test::Text(TextField::Title | TextField::Organization | TextField::Place | TextField::Tag, values) => {
                for value in values {
                    match value {
                        TextValue::Words(words) => wanted.extend(words.iter().map(|word| Wanted::Start(word))),
                        TextValue::Phrase(phrase) | TextValue::Whole(phrase) => wanted.push(Wanted::Phrase(phrase)),
                    }
                }
            }
            _ => (),
        }
    }
    wanted.retain(|wanted| !matches!(wanted, Wanted::Phrase(text) | Wanted::Start(text) if text.is_empty()));
    wanted
}

/// Returns the bytes of a folded text that a word matched.
fn of_term(folded: &str, term: &Term) -> Vec<Range<usize>> {
    let matcher = Matcher::default();
    let typed = term.text.as_str();
    let (mut exact, mut loose) = (Vec::new(), Vec::new());
    each_word(folded, |word| {
        if typed.len() == 1 {
            if word.text.starts_with(typed) {
                exact.push(word.range.start..word.range.start + 1);
            }
        } else if let Some(at) = word.text.find(typed) {
            // A feminine form is not written out: the whole of `développeur·se` is shown for `développeuse`.
            let at = word.range.start + at;
            let written = folded.get(at..at + typed.len()) == Some(typed);
            exact.push(if written { at..at + typed.len() } else { word.range });
        } else if let Some(bytes) = matcher.matched(&word.text, term) {
            let start = word.range.start;
            let written = folded.get(start..start + word.text.len()) == Some(&word.text);
            if written {
                loose.extend(bytes.into_iter().map(|at| start + at..start + at + 1));
            } else {
                loose.push(word.range);
            }
        }
    });
    if exact.is_empty() { loose } else { exact }
}

/// Joins ranges that touch or overlap.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}
