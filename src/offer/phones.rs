//! Telephone numbers, as written.

use std::ops::Range;

use super::cues::{self, Cue};
use super::facts::Fact;
use super::keys::Key;
use super::page::{Page, Passage, PassageKind, narrow};

/// Longest number with its spaces, in bytes.
const LONGEST: usize = 30;
/// Fewest digits of a number.
const LEAST_DIGITS: usize = 8;
/// Numbers that stand for the reader's own.
const EXAMPLES: &[&str] = &[
    "0123456789",
    "0612345678",
    "0102030405",
    "0600000000",
    "0000000000",
    "33612345678",
    "33123456789",
];

/// Reads the numbers, each once.
pub(super) fn read(page: &Page<'_>) -> Vec<Fact<String>> {
    let mut found: Vec<Fact<String>> = Vec::new();
    for passage in &page.passages {
        if !may_hold(passage) {
            continue;
        }
        let shown = page.visible(&passage.visible);
        for range in numbers(shown) {
            let visible = passage.visible.start + narrow(range.start)..passage.visible.start + narrow(range.end);
            let words = shown.get(range.clone()).unwrap_or_default();
            let known = found.iter().any(|fact| digits(&fact.value) == digits(words));
            if !known && is_phone(page, passage, &visible, words) {
                found.push(page.fact(words.to_owned(), &page.to_folded(&visible)));
            }
        }
    }
    found
}

fn may_hold(passage: &Passage) -> bool {
    // Nearly every line has too few digits.
    if (passage.digits as usize) < LEAST_DIGITS {
        return false;
    }
    match passage.kind {
        PassageKind::Code => false,
        PassageKind::Field => matches!(
            passage.key,
            Some(Key::Phone | Key::Contact | Key::Info | Key::HowToApply | Key::Description)
        ),
        PassageKind::Heading(_) | PassageKind::Item | PassageKind::Row | PassageKind::Line => true,
    }
}

/// Runs of digits that could be a number: from a `+` or a digit to the last digit.
fn numbers(shown: &str) -> Vec<Range<usize>> {
    let bytes = shown.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    // Digits, `+`, `(` and some marks: one comparison leaves out nearly all bytes.
    let opening = |byte: &u8| matches!(byte, b'('..=b'9');
    while let Some(skipped) = bytes.get(at..).and_then(|rest| rest.iter().position(opening)) {
        at += skipped;
        let Some(byte) = bytes.get(at) else { break };
        let opens = (byte.is_ascii_digit() || *byte == b'+' || (*byte == b'(' && bytes.get(at + 1) == Some(&b'+')))
            && !at
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_some_and(u8::is_ascii_alphanumeric);
        if !opens {
            at += 1;
            continue;
        }
        let end = run_end(shown, at);
        if end > at && digits(shown.get(at..end).unwrap_or_default()).len() >= LEAST_DIGITS {
            runs.push(at..end);
        }
        at = end.max(at + 1);
    }
    runs
}

fn run_end(shown: &str, start: usize) -> usize {
    let mut end = start;
    let mut signs = 0;
    for (offset, c) in shown.get(start..).unwrap_or_default().char_indices() {
        if offset > LONGEST {
            break;
        }
        if c.is_ascii_digit() {
            end = start + offset + 1;
            signs = 0;
        } else if matches!(
            c,
            ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}' | '\u{202f}' | '\u{2011}'
        ) || (c == '+' && offset < 2)
        {
            signs += 1;
            if signs > 3 {
                break;
            }
        } else {
            // A word goes on: a reference, not a number.
            return if c.is_alphanumeric() && end == start + offset {
                start
            } else {
                end
            };
        }
    }
    end
}

fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    // "+33 (0)4": the zero is dropped abroad.
    if text.contains("(0)") {
        all.replacen("330", "33", 1)
    } else {
        all
    }
}

fn is_phone(page: &Page<'_>, passage: &Passage, visible: &Range<u32>, words: &str) -> bool {
    let figures = digits(words);
    let at = page.to_folded(visible);
    let sentence = page.sentence(&at);
    if EXAMPLES.contains(&figures.as_str()) || cues::in_form(page, &at, &sentence) || in_address(page, visible) {
        return false;
    }
    let spaced = words.contains([' ', '.', '-', '\u{a0}', '\u{202f}', '/']);
    let named = passage.key == Some(Key::Phone)
        || cues::within(page, &sentence).any(|near| near.cue == Cue::Phone)
        || page
            .visible(&(passage.visible.start..visible.start))
            .chars()
            .rev()
            .take(80)
            .any(|c| matches!(c, '☎' | '📞' | '📱'));
    let other = cues::within(page, &sentence).any(|near| near.cue == Cue::Other) && !named;
    let pairs = words
        .split([' ', '.', '-', '\u{a0}', '\u{202f}'])
        .filter(|part| part.len() == 2)
        .count()
        >= 4;
    let national = figures.len() == 10 && figures.starts_with('0') && !figures.starts_with("00");
    let international = (words.starts_with('+') || words.starts_with("(+")) && (9..=15).contains(&figures.len());
    let prefixed =
        figures.starts_with("00") && (11..=16).contains(&figures.len()) && !figures.starts_with("000") && spaced;
    !other
        && (international
            || (prefixed && !looks_like_date(words))
            || (national && (pairs || named))
            || (named && (8..=15).contains(&figures.len()) && !looks_like_date(words)))
}

fn looks_like_date(words: &str) -> bool {
    words.contains('/')
        || words
            .split(['-', '.', ' '])
            .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
}

/// The digits belong to a web address.
fn in_address(page: &Page<'_>, visible: &Range<u32>) -> bool {
    let before = page.visible.get(..visible.start as usize).unwrap_or_default();
    before
        .char_indices()
        .rev()
        .take(120)
        .take_while(|(_, c)| !c.is_whitespace())
        .any(|(_, c)| matches!(c, '/' | '=' | '@' | '#' | '?'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter::FrontMatter;

    fn phones(text: &str) -> Vec<String> {
        let front = FrontMatter::default();
        let page = Page::new(text, &front);
        read(&page).into_iter().map(|fact| fact.value).collect()
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, wanted) in [
            ("Tél. : 01 02 03 04 99", "01 02 03 04 99"),
            ("appeler Camille au 04.96.14.09.99.", "04.96.14.09.99"),
            ("Tel : +33 4 88 15 50 99", "+33 4 88 15 50 99"),
            ("+33 (0)4 88 15 50 99", "+33 (0)4 88 15 50 99"),
            ("Call 0044 17 53 499 999", "0044 17 53 499 999"),
            ("Telefon: +49 208 8598-9999", "+49 208 8598-9999"),
            ("**Téléphone :** 0496140999", "0496140999"),
        ] {
            assert_eq!(phones(text), [wanted], "{text}");
        }
    }

    #[test]
    fn other_figures_are_no_numbers() {
        for text in [
            "le 12/04/2023 et le 13.04.2024",
            "Référence 2021-536479",
            "SIRET 123 456 789 00012",
            "(prénom, nom, x@lab.example, 0678825999)",
            "https://a.example/offre/0123456799",
            "de 2019 à 2023, 35 000 000 €",
            "Tél. : 06 12 34 56 78",
        ] {
            assert_eq!(phones(text), Vec::<String>::new(), "{text}");
        }
    }
}
