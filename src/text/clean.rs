//! The only door between a file's text and a terminal.
//!
//! A terminal obeys some characters instead of showing them (controls), others turn or hide the text around them
//! (bidirectional overrides, zero-width and tag characters), others are drawn with a width that depends on the
//! terminal (emoji joiners, variation selectors, skin tones). None of them gets past [`clean`].

use std::fmt::{self, Write as _};
use std::path::Path;

use super::width::{cut, width};

/// How many combining marks a base may carry.
const MARKS: usize = 4;

/// What a tab becomes where its column is not known.
const TAB: &str = "    ";

/// Text that can be printed anywhere: no control, bidi, tag or zero-width character, at most four
/// combining marks a base and never one without a base, tabs as spaces. Newlines stay.
///
/// Views and printers accept this type, so that an escape sequence in an offer stays text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Clean(String);

impl Clean {
    /// Returns `columns` spaces.
    #[must_use]
    pub fn spaces(columns: usize) -> Self {
        Self(" ".repeat(columns))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text, giving up the promise.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }

    /// Tells whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the columns it takes, newlines not counted.
    #[must_use]
    pub fn width(&self) -> usize {
        width(&self.0)
    }

    /// Appends `other`.
    ///
    /// Two clean texts stay clean side by side, because none begins with a combining mark.
    pub fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// Cleans `text` and appends it: its marks count on the last character that stands here.
    pub fn append(&mut self, text: &str) {
        clean_into(text, &mut self.0);
    }

    /// Wraps a part of a text that was cleaned before; it only loses marks that were torn from their base.
    #[must_use]
    pub(crate) fn of_clean(part: &str) -> Self {
        Self(part.trim_start_matches(is_mark).to_owned())
    }

    /// Returns the part that `range` (bytes) spans, or nothing when the range does not fall on characters.
    ///
    /// A mark that the range tears from its base is dropped.
    #[must_use]
    pub fn slice(&self, range: std::ops::Range<usize>) -> Self {
        Self::of_clean(self.0.get(range).unwrap_or_default())
    }

    /// Returns the text on one line: every run of blank space that holds a newline becomes one space.
    #[must_use]
    pub fn one_line(&self) -> Self {
        if !self.0.contains('\n') {
            return self.clone();
        }
        // A space that goes takes the marks on it along.
        let lines = self.0.split('\n').map(|line| {
            line.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c))
                .trim_end()
        });
        let lines = lines.filter(|line| !line.is_empty());
        Self(lines.collect::<Vec<_>>().join(" "))
    }

    /// Returns the text in at most `columns` columns, on one line, with `…` where it was cut.
    #[must_use]
    pub fn truncate(&self, columns: usize) -> Self {
        let line = self.one_line();
        if line.width() <= columns {
            return line;
        }
        let Some(room) = columns.checked_sub(1) else {
            return Self::default();
        };
        let (end, _) = cut(&line.0, room);
        let mut text = line.0;
        text.truncate(end);
        text.truncate(text.trim_end().len());
        text.push('…');
        Self(text)
    }

    /// Joins `parts` with `separator` between them.
    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, separator: &str) -> Self {
        let mut joined = Self::default();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined.append(separator);
            }
            joined.push(part);
        }
        joined
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'a> FromIterator<&'a Clean> for Clean {
    fn from_iter<I: IntoIterator<Item = &'a Clean>>(parts: I) -> Self {
        Self::join(parts, "")
    }
}

/// Cleans prose: what is forbidden disappears, tabs become spaces, line separators newlines.
#[must_use]
pub fn clean(text: &str) -> Clean {
    let mut out = String::with_capacity(text.len());
    clean_into(text, &mut out);
    Clean(out)
}

/// Cleans an address, URL or path: what is forbidden is shown as `<U+202E>`, because hiding it would deceive.
/// Newlines and tabs are forbidden too.
#[must_use]
pub fn clean_visibly(text: &str) -> Clean {
    let mut out = String::with_capacity(text.len());
    clean_onto(text, &mut out, Forbidden::Shown);
    Clean(out)
}

/// Cleans the path of a file on disk, as [`clean_visibly`] does.
#[must_use]
pub fn clean_path(path: &Path) -> Clean {
    clean_visibly(&path.to_string_lossy())
}

/// Tells whether `text` holds a character that hides, turns or controls text: a link that does is not opened.
///
/// Soft hyphens, joiners, byte-order marks and variation selectors are no sign of deceit in prose.
#[must_use]
pub fn deceives(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_deceptive) || text.bytes().any(|b| b < b'\t' || b == 0x1b || b == 0x7f)
}

/// Tells whether `c` may be copied as it stands and is no combining mark.
#[must_use]
pub(crate) fn is_plain(c: char) -> bool {
    matches!(kind_of(c), Kind::Plain)
}

/// What becomes of a forbidden character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forbidden {
    Dropped,
    Shown,
}

/// What a character is to the cleaning.
enum Kind {
    Plain,
    Mark,
    Tab,
    Newline,
    Forbidden,
}

/// Cleans `text` and appends it to `out`, which is clean: see [`Clean::append`].
pub(crate) fn clean_into(text: &str, out: &mut String) {
    clean_onto(text, out, Forbidden::Dropped);
}

fn clean_onto(text: &str, out: &mut String, forbidden: Forbidden) {
    let stop = match first_unclean(text) {
        None if forbidden == Forbidden::Shown => text.find('\n').unwrap_or(text.len()),
        None => text.len(),
        Some(at) if forbidden == Forbidden::Shown => text.find('\n').map_or(at, |newline| newline.min(at)),
        Some(at) => at,
    };
    let (plain, rest) = text.split_at(stop);
    out.push_str(plain);
    if rest.is_empty() {
        return;
    }
    let mut marks = marks_at_end(out);
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let kind = kind_of(c);
        match (kind, forbidden) {
            (Kind::Plain, _) => {
                out.push(c);
                marks = Some(0);
            }
            (Kind::Mark, _) if marks.is_some_and(|count| count < MARKS) => {
                out.push(c);
                marks = marks.map(|count| count + 1);
            }
            (Kind::Tab, Forbidden::Dropped) => {
                out.push_str(TAB);
                marks = Some(0);
            }
            (Kind::Newline, Forbidden::Dropped) => {
                if c != '\r' || chars.peek() != Some(&'\n') {
                    out.push('\n');
                    marks = None;
                }
            }
            (Kind::Mark | Kind::Forbidden, Forbidden::Dropped) => {}
            (Kind::Mark | Kind::Tab | Kind::Newline | Kind::Forbidden, Forbidden::Shown) => {
                // Writing to a String cannot fail.
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
                marks = Some(0);
            }
        }
    }
}

/// Returns the byte of the first character that may not simply be copied. Marks stop it too: they must be counted.
fn first_unclean(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' '..=b'~' | b'\n' => at += 1,
            0x00..=0x1f | 0x7f => return Some(at),
            _ => {
                let c = text.get(at..)?.chars().next()?;
                if !matches!(kind_of(c), Kind::Plain) {
                    return Some(at);
                }
                at += c.len_utf8();
            }
        }
    }
    None
}

/// Counts the marks that `text` ends with; `None` when there is no base to put one on.
fn marks_at_end(text: &str) -> Option<usize> {
    let count = text.chars().rev().take_while(|c| is_mark(*c)).take(MARKS + 1).count();
    text.chars().rev().nth(count).filter(|c| *c != '\n').map(|_| count)
}

fn kind_of(c: char) -> Kind {
    match c {
        '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => Kind::Plain,
        '\t' => Kind::Tab,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Newline,
        _ if is_deceptive(c) || is_unsteady(c) => Kind::Forbidden,
        _ if is_mark(c) => Kind::Mark,
        _ => Kind::Plain,
    }
}

/// Tells whether `c` controls a terminal or hides or turns text.
fn is_deceptive(c: char) -> bool {
    matches!(c,
        // C0, DEL and C1, but not tab, newline, carriage return, form feed, NEL.
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
        // Bidirectional marks, embeddings, overrides and isolates.
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        // Interlinear annotation, tags and the rest of the characters that are never drawn.
        | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
        // Fillers: blank letters.
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}')
}

/// Tells whether `c` is harmless in prose but invisible, or drawn with a width on which terminals disagree.
fn is_unsteady(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{feff}'
        // Variation selectors and skin tones.
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{1f3fb}'..='\u{1f3ff}'
        // Characters that are none.
        | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Tells whether `c` is drawn onto the character before it, or joins it in one cluster that could grow for ever.
#[must_use]
pub(crate) fn is_mark(c: char) -> bool {
    use unicode_segmentation::UnicodeSegmentation as _;
    if c < '\u{300}' || super::width::is_narrow(c) || ('\u{4e00}'..='\u{9fff}').contains(&c) {
        return false;
    }
    let mut buffer = [b'a'; 5];
    let end = 1 + c.encode_utf8(&mut buffer[1..]).len();
    let pair = std::str::from_utf8(&buffer[..end]).unwrap_or("a");
    pair.graphemes(true).count() == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn prose_loses_what_is_forbidden() {
        for (text, expected) in [
            ("Offre de stage", "Offre de stage"),
            ("« 12\u{a0}000\u{202f}€ »", "« 12\u{a0}000\u{202f}€ »"),
            ("a\u{1b}[31mb", "a[31mb"),
            ("a\tb", "a    b"),
            (
                "a\r\nb\rc\u{2028}d\u{2029}e\u{85}f\u{b}g\u{c}h",
                "a\nb\nc\nd\ne\nf\ng\nh",
            ),
            ("in\u{ad}ter\u{200b}ne\u{feff}", "interne"),
            ("\u{202e}gpj.exe\u{202c}", "gpj.exe"),
            ("a\u{9b}31mb\u{7f}", "a31mb"),
            ("x\u{e0041}\u{e0042}", "x"),
            ("☎\u{fe0f} 👩\u{200d}💻 👍\u{1f3fd}", "☎ 👩💻 👍"),
            ("🇫🇷 ok", "🇫🇷 ok"),
            (
                "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}f",
                "e\u{301}\u{302}\u{303}\u{304}f",
            ),
            ("\u{301}a\n\u{301}b", "a\nb"),
        ] {
            assert_eq!(clean(text).as_str(), expected, "{text:?}");
        }
    }

    #[test]
    fn addresses_show_what_is_forbidden() {
        for (text, expected) in [
            ("rh@lab.example", "rh@lab.example"),
            ("a\u{202e}b", "a<U+202E>b"),
            ("a\nb\tc", "a<U+000A>b<U+0009>c"),
            ("x\u{1b}]", "x<U+001B>]"),
            ("\u{301}a", "<U+0301>a"),
            ("été\u{200b}", "été<U+200B>"),
        ] {
            assert_eq!(clean_visibly(text).as_str(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_hundred_thousand_marks_stay_one_small_cell() {
        let zalgo = format!("e{}", "\u{301}".repeat(100_000));
        assert!(clean(&zalgo).as_str().len() <= 1 + 4 * 2);
    }

    #[test]
    fn marks_count_across_appended_pieces() {
        let mut text = clean("e\u{301}\u{301}");
        text.append("\u{301}\u{301}\u{301}x");
        assert_eq!(text.as_str(), "e\u{301}\u{301}\u{301}\u{301}x");
    }

    #[test]
    fn truncating_keeps_whole_characters_and_says_so() {
        assert_eq!(clean("Développeur·se").truncate(8).as_str(), "Dévelop…");
        assert_eq!(clean("日本語").truncate(4).as_str(), "日…");
        assert_eq!(clean("abc").truncate(3).as_str(), "abc");
        assert_eq!(clean("abc").truncate(0).as_str(), "");
        assert_eq!(clean("ab cd").truncate(4).as_str(), "ab…");
        assert_eq!(clean("a\n b").truncate(9).as_str(), "a b");
    }

    #[test]
    fn slices_never_begin_with_a_mark() {
        let text = clean("e\u{301}a");
        assert_eq!(text.slice(1..4).as_str(), "a");
        assert_eq!(text.slice(2..4).as_str(), "");
    }

    #[test]
    fn deceit_is_told_from_typography() {
        assert!(deceives("abc\u{202e}"));
        assert!(deceives("a\u{1b}[0m"));
        assert!(!deceives("soft\u{ad}hyphen \u{feff} 👩\u{200d}💻\tété\r\n"));
    }

    fn hostile() -> impl Strategy<Value = String> {
        let chosen = prop::sample::select(vec![
            '\u{1b}',
            '\u{9b}',
            '\u{202e}',
            '\u{200d}',
            '\u{301}',
            '\u{fe0f}',
            '\u{93e}',
            '\u{1100}',
            '\n',
            '\r',
            '\t',
            'e',
            '日',
            '👍',
            '\u{1f3fd}',
            '\u{e0041}',
            '\u{ad}',
            '\u{2028}',
            ' ',
            '\u{600}',
            '\u{94d}',
            '\u{915}',
        ]);
        prop::collection::vec(prop_oneof![3 => chosen, 1 => any::<char>()], 0..40)
            .prop_map(|chars| chars.into_iter().collect())
    }

    fn assert_clean(text: &str) {
        let mut marks = None;
        for c in text.chars() {
            match kind_of(c) {
                Kind::Plain => marks = Some(0),
                Kind::Newline if c == '\n' => marks = None,
                Kind::Mark => {
                    let count: usize = marks.expect("a mark without base") + 1;
                    assert!(count <= MARKS, "{text:?}");
                    marks = Some(count);
                }
                _ => panic!("{c:?} in {text:?}"),
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_in_what_goes_out_is_clean(text in hostile(), other in hostile(), at in 0_usize..40) {
            let cleaned = clean(&text);
            assert_clean(cleaned.as_str());
            assert_clean(clean_visibly(&text).as_str());
            prop_assert!(!clean_visibly(&text).as_str().contains('\n'));
            prop_assert_eq!(clean(cleaned.as_str()), cleaned.clone(), "cleaning twice changes nothing");
            let mut both = cleaned.clone();
            both.push(&clean(&other));
            assert_clean(both.as_str());
            let mut appended = cleaned.clone();
            appended.append(&other);
            assert_clean(appended.as_str());
            let cut = cleaned.truncate(at);
            assert_clean(cut.as_str());
            prop_assert!(cut.width() <= at);
            let end = cleaned.as_str().len();
            assert_clean(cleaned.slice(at.min(end)..end).as_str());
        }
    }
}
