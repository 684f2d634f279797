//! How many columns a text takes: the one place that knows, so that layout, list and table agree with the screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns the columns that `text` takes on a terminal.
///
/// A text is measured character as seen by character as seen (grapheme cluster), which is how ratatui draws it.
/// Newlines take no column.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|b| !b.is_ascii_control()).count();
    }
    if text.chars().all(|c| is_narrow(c) || c == '\n') {
        return text.chars().filter(|c| !c.is_control()).count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Returns the columns of one grapheme cluster.
fn grapheme_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (None, _) => 0,
        (Some(c), None) => c.width().unwrap_or(0),
        _ => grapheme.width(),
    }
}

/// Tells whether `c` takes one column and never joins its neighbours: true of nearly all Western text, so that the
/// tables of Unicode need not be asked.
#[must_use]
pub const fn is_narrow(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{377}' | '\u{391}'..='\u{3a1}'
        | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{203b}'
        | '\u{20a0}'..='\u{20bf}')
}

/// Returns where to cut `text` so that it takes at most `columns`, a byte between two grapheme clusters, and the
/// columns that the kept part takes.
#[must_use]
pub fn cut(text: &str, columns: usize) -> (usize, usize) {
    let mut taken = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        let next = taken + grapheme_width(grapheme);
        if next > columns {
            return (start, taken);
        }
        taken = next;
    }
    (text.len(), taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_usual_and_unusual_texts() {
        for (text, columns) in [
            ("", 0),
            ("abc", 3),
            ("été « là »", 10),
            ("12\u{a0}000\u{202f}€", 8),
            ("日本", 4),
            ("👍", 2),
            ("🇫🇷", 2),
            ("e\u{301}", 1),
            ("ｶﾞ", 2),
            ("a\nb", 2),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn the_short_cut_agrees_with_the_tables() {
        for c in ('\u{20}'..='\u{10ffff}').filter(|c| is_narrow(*c)) {
            assert_eq!(c.width(), Some(1), "{c:?} {:x}", u32::from(c));
            let mut pair = String::from("a");
            pair.push(c);
            assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
        }
    }

    #[test]
    fn a_cut_never_splits_a_wide_character() {
        assert_eq!(cut("日本", 3), (3, 2));
        assert_eq!(cut("e\u{301}a", 1), (3, 1));
        assert_eq!(cut("abc", 9), (3, 3));
    }
}
