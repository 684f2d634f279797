//! Where lines may end: at spaces, between ideographs, and within a word only when it is wider than the line.
//!
//! No line ends at a no-break space, nor at a plain space where French typography wants one that does not break:
//! before `; : ! ? » % €`, after `«`, within `12 000`.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::text::clean::is_mark;
use crate::text::width;
use crate::text::width::{cut, is_narrow};

/// A column takes at most this many bytes: a character and four marks, of four bytes each.
const LONGEST_CELL: usize = 20;

/// Cuts `text` into lines at most `columns` wide; `columns` is at least 1. Newlines end a line, spaces at a line's
/// end and start belong to none.
///
/// Only a single character wider than the line (an ideograph in one column) comes out too wide.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(text.len() / columns.max(20) + 1);
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(text, start..start + line.len(), columns, &mut lines);
        start += line.len() + 1;
    }
    lines
}

/// Like [`wrap`] for code: only where a line is full.
pub(super) fn wrap_code(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.trim_end().len();
        let mut at = start;
        loop {
            let next = at + fitting(&text[at..end], columns);
            lines.push(at..next);
            at = next;
            if at >= end {
                break;
            }
        }
        start += line.len() + 1;
    }
    lines
}

fn wrap_line(text: &str, range: Range<usize>, columns: usize, lines: &mut Vec<Range<usize>>) {
    let before = lines.len();
    let mut current: Option<(Range<usize>, usize)> = None;
    let mut at = range.start;
    while at < range.end {
        let blank = text[at..range.end].len() - text[at..range.end].trim_start_matches(is_breaking_space).len();
        at += blank;
        let (end, word_width) = word(text, at, range.end);
        if end == at {
            break;
        }
        let joined = current.take().map(|(line, taken)| {
            let room = taken + blank_width(&text[line.end..at]) + word_width;
            if room <= columns {
                Ok((line.start..end, room))
            } else {
                Err(line)
            }
        });
        current = Some(match joined {
            Some(Ok(longer)) => longer,
            Some(Err(full)) => {
                lines.push(full);
                break_word(text, at..end, word_width, columns, lines)
            }
            None => break_word(text, at..end, word_width, columns, lines),
        });
        at = end;
    }
    match current {
        Some((line, _)) => lines.push(line),
        None if lines.len() == before => lines.push(range.start..range.start),
        None => {}
    }
}

fn blank_width(blank: &str) -> usize {
    if blank == " " { 1 } else { width(blank) }
}

/// Puts all of a word but its last part on lines of their own; returns the last part and its width.
fn break_word(
    text: &str,
    word: Range<usize>,
    word_width: usize,
    columns: usize,
    lines: &mut Vec<Range<usize>>,
) -> (Range<usize>, usize) {
    let (mut at, mut rest) = (word.start, word_width);
    while rest > columns {
        let full = fitting(&text[at..word.end], columns);
        let part = preferred(&text[at..at + full]);
        if at + part >= word.end {
            break;
        }
        lines.push(at..at + text[at..at + part].trim_end_matches(is_breaking_space).len());
        at += part;
        // Only a short rest is measured whole, else a long word would be measured once a line.
        rest = if word.end - at > 8 * columns + 64 {
            usize::MAX
        } else {
            width(&text[at..word.end])
        };
    }
    (at..word.end, rest)
}

/// Returns how many bytes of `text` fit in `columns`, at least one character.
fn fitting(text: &str, columns: usize) -> usize {
    if text.len() <= columns && text.is_ascii() {
        return text.len();
    }
    if text.as_bytes().get(..=columns).is_some_and(<[u8]>::is_ascii) {
        return columns.max(1);
    }
    // Some scripts join characters without end: only what could fit is looked at.
    let text = &text[..text.floor_char_boundary(columns.saturating_mul(LONGEST_CELL) + LONGEST_CELL)];
    let (end, _) = cut(text, columns);
    if end > 0 {
        return end;
    }
    // One cluster is wider than the line: between its characters, but never before a mark.
    let mut taken = 0;
    for (at, c) in text.char_indices() {
        taken += c.width().unwrap_or(0);
        if taken > columns && at > 0 && !is_mark(c) {
            return at;
        }
    }
    text.len()
}

/// Returns the end of the best place to cut in a part of a long word: after a separator in its second half.
fn preferred(part: &str) -> usize {
    part.char_indices()
        .rev()
        .take_while(|(at, _)| at * 2 >= part.len())
        .find(|(_, c)| {
            matches!(
                c,
                '/' | '-' | '_' | '.' | '?' | '&' | '=' | '@' | ',' | ';' | '·' | ' ' | '\u{a0}'
            )
        })
        .map_or(part.len(), |(at, c)| at + c.len_utf8())
}

/// Returns the end of the word that starts at `start`, and its width.
fn word(text: &str, start: usize, end: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    // Characters that take one column each; any other makes the tables be asked about the whole word.
    let (mut narrow, mut plain) = (0, true);
    while at < end {
        if bytes[at] < 0x80 {
            if bytes[at] == b' ' && !is_glued(text, at, end) {
                break;
            }
            at += 1;
            narrow += 1;
            continue;
        }
        let Some(c) = text[at..end].chars().next() else {
            break;
        };
        if is_narrow(c) {
            at += c.len_utf8();
            narrow += 1;
        } else if is_breaking_space(c) || is_ideograph(c) && at > start && breaks_before(&text[start..at], c) {
            break;
        } else {
            plain = false;
            at += c.len_utf8();
            if is_ideograph(c) && breaks_after(c, text[at..end].chars().next()) {
                break;
            }
        }
    }
    (at, if plain { narrow } else { width(&text[start..at]) })
}

/// Tells whether a line may end between `before` and the ideograph `c`.
fn breaks_before(before: &str, c: char) -> bool {
    !no_break_before(c) && !before.ends_with(opens)
}

/// Tells whether a line may end between the ideograph `c` and `next`.
fn breaks_after(c: char, next: Option<char>) -> bool {
    !opens(c) && next.is_some_and(|next| !is_mark(next) && !no_break_before(next) && !is_breaking_space(next))
}

/// Returns the width of the widest word of a text, which is what may stand on a line by itself.
pub(super) fn widest_word(text: &str) -> usize {
    let (mut at, mut widest) = (0, 0);
    while at < text.len() {
        at += text[at..].len() - text[at..].trim_start_matches(is_breaking_space).len();
        let (end, width) = word(text, at, text.len());
        if end == at {
            break;
        }
        widest = widest.max(width);
        at = end;
    }
    widest
}

fn is_breaking_space(c: char) -> bool {
    matches!(c, ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{3000}')
}

/// Tells whether the plain space at `at` must not end a line.
fn is_glued(text: &str, at: usize, end: usize) -> bool {
    let (before, after) = (&text.as_bytes()[..at], &text[at + 1..end]);
    if text[..at].ends_with('«') {
        return true;
    }
    let bytes = after.as_bytes();
    match bytes.first() {
        Some(b'!' | b'?' | b';' | b':' | b'%') => {
            let word = after.split([' ', '\u{a0}', '\u{202f}']).next().unwrap_or_default();
            word.len() <= 3
                && word
                    .bytes()
                    .all(|b| matches!(b, b'!' | b'?' | b';' | b':' | b'%' | b'.' | b',' | b')'))
        }
        Some(b'0'..=b'9') => {
            before.last().is_some_and(u8::is_ascii_digit)
                && bytes.iter().take_while(|b| b.is_ascii_digit()).count() == 3
        }
        Some(0xc2 | 0xe2) => after.starts_with('»') || after.starts_with('€'),
        _ => false,
    }
}

/// Tells whether `c` is of a script that breaks between any two characters.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fff}' | '\u{3001}'..='\u{312f}' | '\u{3190}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

fn no_break_before(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '」'
            | '』'
            | '】'
            | '）'
            | '〉'
            | '》'
            | '〕'
            | '…'
            | 'ー'
            | '々'
            | ')'
            | ']'
            | '}'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '»'
    )
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '「' | '『' | '【' | '（' | '〈' | '《' | '〔' | '(' | '[' | '{' | '«'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_end_at_spaces_and_keep_typography_together() {
        for (text, columns, expected) in [
            ("un deux trois", 8, vec!["un deux", "trois"]),
            ("prêt à partir\u{a0}?", 9, vec!["prêt à", "partir\u{a0}?"]),
            ("prêt à partir ?", 9, vec!["prêt à", "partir ?"]),
            ("gagner 12 000 € par an", 10, vec!["gagner", "12 000 €", "par an"]),
            ("dire « oui » ici", 6, vec!["dire", "« oui", "» ici"]),
            ("dire « oui » ici", 7, vec!["dire", "« oui »", "ici"]),
            ("a\nb", 9, vec!["a", "b"]),
            ("a\n\nb", 9, vec!["a", "", "b"]),
            ("", 9, vec![""]),
            ("日本語の文章。", 6, vec!["日本語", "の文", "章。"]),
            (
                "https://lab.example/offres/rust",
                20,
                vec!["https://lab.example/", "offres/rust"],
            ),
            ("abcdefghij", 4, vec!["abcd", "efgh", "ij"]),
            ("le abcdefghij", 4, vec!["le", "abcd", "efgh", "ij"]),
        ] {
            assert_eq!(lines(text, columns), expected, "{text:?} in {columns}");
        }
    }

    #[test]
    fn the_widest_word_is_one_that_no_line_breaks() {
        for (text, expected) in [("", 0), ("un deux", 4), ("dès 12 000 € par an", 8), ("日本語", 2)] {
            assert_eq!(widest_word(text), expected, "{text:?}");
        }
    }

    #[test]
    fn code_breaks_only_where_it_is_full() {
        let text = "let a = 1;\n\n  x";
        let lines: Vec<_> = wrap_code(text, 6).into_iter().map(|line| &text[line]).collect();
        assert_eq!(lines, ["let a ", "= 1;", "", "  x"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(
            text in "([a-z]{1,9}| |\u{a0}|«|»|é|日|本|。|!|12 000 €|e\u{301}|👍|한|\n|ابجد){0,40}",
            columns in 2_usize..40,
        ) {
            let text = crate::text::clean(&text).into_string();
            let found = wrap(&text, columns);
            for line in &found {
                prop_assert!(width(&text[line.clone()]) <= columns, "{:?}", &text[line.clone()]);
            }
            let kept: String = found.iter().map(|line| &text[line.clone()]).collect();
            let letters = |t: &str| t.chars().filter(|c| !matches!(c, ' ' | '\n')).collect::<String>();
            prop_assert_eq!(letters(&kept), letters(&text));
            for line in wrap_code(&text, columns) {
                prop_assert!(width(&text[line]) <= columns);
            }
        }
    }
}
