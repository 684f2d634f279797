//! Folding: the form in which texts are compared and searched.
//!
//! Two depths, so that nobody gets more than they asked for:
//! - [`fold`] and [`fold_into`] touch the letters only: case, accents (composed or not), ligatures, typographic
//!   apostrophes, quotes, dashes and spaces. The fact readers compare in this form: every word and every mark stays;
//! - [`fold_inclusive`] also drops the endings of French inclusive writing, so that `développeur·se`,
//!   `développeur(se)` and `développeur/se` all read `developpeur`. Searching and comparing titles use this one;
//!   [`inclusive::marks`] gives the feminine form beside.
//!
//! What both do: lower case; no accents; `œ æ ß ø ł` → `oe ae ss o l`; compatibility forms (`ﬁ`, `²`, `…`) spelled
//! out; `’ ‘ ´` → `'`; `“ ” « »` → `"`; `– — ‑ −` → `-`; every run of white space, new lines and no-break spaces
//! included, → one space; zero-width characters, soft hyphens and bidi marks dropped. ASCII stays what it is, but for
//! case and spaces. Folding what is folded changes nothing.

pub mod inclusive;

use std::ops::Range;

use super::eight;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// A folded text with the way back to the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// Lower case, no accents, plain quotes and single spaces.
    pub text: String,
    /// For each byte of `text`, the byte of the original where the character it comes from starts; one more at the
    /// end for the length of the original. Never decreases.
    pub origin: Vec<u32>,
}

impl Folded {
    /// Maps a byte range of the folded text back to the original.
    ///
    /// Whole characters of the original come back, with the combining marks that follow them: half of a ligature
    /// gives the ligature. A range outside the text is cut to it.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let last = self.origin.len().saturating_sub(1);
        let at = |index: usize| self.origin.get(index.min(last)).map_or(0, |byte| *byte as usize);
        let start = at(range.start);
        let mut end = range.end.min(last);
        if range.start >= end {
            return start..start;
        }
        while end < last && at(end) == at(end - 1) {
            end += 1;
        }
        start..at(end)
    }
}

/// Folds a name that a person types for one of a few: hyphens and underscores are spaces (`cover-letter`).
#[must_use]
pub fn fold_name(name: &str) -> String {
    fold(&name.trim().replace(['_', '-'], " ")).text
}

/// Folds letters and typography, with the way back.
///
/// # Examples
///
/// ```
/// let folded = tremplin::text::fold("L’E\u{301}conomie  sociale");
/// assert_eq!(folded.text, "l'economie sociale");
/// assert_eq!(folded.original(2..10), 4..14);
/// ```
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        origin: Vec::with_capacity(text.len() + 1),
    };
    let origin = &mut folded.origin;
    run(text, &mut folded.text, |piece| match piece {
        Piece::Ascii { from, bytes } => origin.extend(narrow(from)..narrow(from + bytes)),
        Piece::Char { from, bytes } => origin.extend(std::iter::repeat_n(narrow(from), bytes)),
    });
    folded.origin.push(narrow(text.len()));
    folded
}

/// Folds as [`fold`] does on to the end of `out`; `origin` gets, for each byte, the byte of `text` plus `base`.
///
/// For many pieces of one text: no allocation a piece.
pub fn fold_onto(text: &str, base: u32, out: &mut String, origin: &mut Vec<u32>) {
    let at = |byte: usize| base.saturating_add(narrow(byte));
    origin.reserve(text.len());
    run(text, out, |piece| match piece {
        Piece::Ascii { from, bytes } => origin.extend(at(from)..at(from + bytes)),
        Piece::Char { from, bytes } => origin.extend(std::iter::repeat_n(at(from), bytes)),
    });
}

/// Appends the folded form of `text` to `out`, without the way back: the fast road for an index.
pub fn fold_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    run(text, out, |_| ());
}

/// Folds as [`fold`] does and drops the endings of inclusive writing: `Chargé·e`, `Chargé(e)` and `Chargé.e` give
/// `charge`, `étudiant·e·s` gives `etudiant`.
///
/// Addresses, links and words such as `et/ou`, `node.js`, `c++` keep what they have.
#[must_use]
pub fn fold_inclusive(text: &str) -> Folded {
    let folded = fold(text);
    let marks = inclusive::marks(&folded.text);
    if marks.is_empty() {
        return folded;
    }
    let mut kept = Folded {
        text: String::with_capacity(folded.text.len()),
        origin: Vec::with_capacity(folded.origin.len()),
    };
    let mut from = 0;
    for dropped in marks
        .iter()
        .map(|mark| mark.ending.clone())
        .chain(std::iter::once(folded.text.len()..folded.text.len()))
    {
        kept.text
            .push_str(folded.text.get(from..dropped.start).unwrap_or_default());
        kept.origin
            .extend_from_slice(folded.origin.get(from..dropped.start).unwrap_or_default());
        from = dropped.end;
    }
    kept.origin.push(narrow(text.len()));
    kept
}

/// A piece of the folded text just written, and where it comes from.
enum Piece {
    /// This many bytes, each from one byte of the original, from this one on.
    Ascii { from: usize, bytes: usize },
    /// This many bytes, all from the character that starts there.
    Char { from: usize, bytes: usize },
}

/// Positions fit in 32 bits: no file of more than 2 MiB is ever read.
fn narrow(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

/// Folds `text` to the end of `out` and tells each piece written.
fn run(text: &str, out: &mut String, mut wrote: impl FnMut(Piece)) {
    let start = out.len();
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..) {
        let plain = plain_run(rest, out.len() > start && out.ends_with(' '));
        if plain > 0 {
            out.push_str(text.get(at..at + plain).unwrap_or_default());
            wrote(Piece::Ascii { from: at, bytes: plain });
            at += plain;
        }
        if let Some(letter) = rest.get(plain..).and_then(accented) {
            out.push(char::from(letter));
            wrote(Piece::Char { from: at, bytes: 1 });
            at += 2;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let before = out.len();
        if let Some(plain) = latin(c) {
            out.push_str(plain);
        } else {
            each_folded(c, &mut |folded| {
                if folded != ' ' || out.len() == start || !out.ends_with(' ') {
                    out.push(folded);
                }
            });
        }
        wrote(Piece::Char {
            from: at,
            bytes: out.len() - before,
        });
        at += c.len_utf8();
    }
    // Once for all runs of ASCII: what else was written is in lower case already.
    if let Some(written) = out.get_mut(start..) {
        written.make_ascii_lowercase();
    }
}

/// The letter of the two bytes that a text begins with, when they are one with an accent of western Europe.
fn accented(bytes: &[u8]) -> Option<u8> {
    /// From `À` (U+00C0) on; zero for what is no letter or two.
    const LETTERS: &[u8; 64] = b"aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0\0aaaaaa\0ceeeeiiiidnooooo\0ouuuuy\0y";
    let [0xc3, second, ..] = bytes else { return None };
    let letter = LETTERS[usize::from(second & 0x3f)];
    (letter != 0).then_some(letter)
}

/// Counts the bytes from the start that change by case only: ASCII, no white space but single spaces.
fn plain_run(bytes: &[u8], mut after_space: bool) -> usize {
    let mut done = 0;
    loop {
        let word = eight::load(bytes, done);
        // Behind the end stand zeroes, which are doubtful.
        let plain = eight::before_first(doubtful(word, after_space));
        done += plain;
        if plain == 8 {
            after_space = word >> 56 == u64::from(b' ');
            continue;
        }
        match bytes.get(done) {
            // Control characters that are no white space stay.
            Some(0..=8 | 0x0e..=0x1f) => {
                done += 1;
                after_space = false;
            }
            Some(_) | None => return done,
        }
    }
}

/// Marks each of eight bytes that is no printable ASCII, or a space behind a space.
fn doubtful(word: u64, after_space: bool) -> u64 {
    let spaces = eight::spaces(word);
    let double = spaces & (spaces << 8 | u64::from(after_space) << 7);
    eight::wide(word) | eight::controls(word) | double
}

/// Gives what one character that is not in [`latin`] folds to; nothing for one that is dropped.
fn each_folded(c: char, emit: &mut impl FnMut(char)) {
    if is_dropped(c) {
        // Nothing of it is compared.
    } else if c.is_whitespace() {
        emit(' ');
    } else if let Some(plain) = typography(c) {
        emit(plain);
    } else {
        for lower in c.to_lowercase() {
            decompose_compatible(lower, |part| compatible(part, emit));
        }
    }
}

/// Finishes one character of a compatibility decomposition.
fn compatible(part: char, emit: &mut impl FnMut(char)) {
    if canonical_combining_class(part) != 0 || is_dropped(part) {
        return;
    }
    if part.is_whitespace() {
        emit(' ');
    } else if let Some(plain) = typography(part) {
        emit(plain);
    } else {
        for lower in part.to_lowercase() {
            match latin(lower) {
                Some(plain) => plain.chars().for_each(&mut *emit),
                None if canonical_combining_class(lower) == 0 => emit(lower),
                None => (),
            }
        }
    }
}

/// Folds the letters of western European languages, which are nearly all that offers hold.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å' | 'à'..='å' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' => "c",
        'È'..='Ë' | 'è'..='ë' => "e",
        'Ì'..='Ï' | 'ì'..='ï' | 'ı' | 'İ' => "i",
        'Ð' | 'ð' | 'Đ' | 'đ' => "d",
        'Ñ' | 'ñ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => "o",
        'Ù'..='Ü' | 'ù'..='ü' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        'Þ' | 'þ' => "th",
        'ß' | 'ẞ' => "ss",
        'Œ' | 'œ' => "oe",
        'Ł' | 'ł' => "l",
        'Ħ' | 'ħ' => "h",
        'Ŧ' | 'ŧ' => "t",
        'ς' => "σ",
        _ => return None,
    })
}

/// Writes typographic marks as a keyboard does. `´` and `¨` must not fall apart into a space and an accent.
fn typography(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | 'ʼ' | 'ʹ' | 'ʻ' | '´' | '΄' | '‹' | '›' | '＇' => {
            '\''
        }
        '“' | '”' | '„' | '‟' | '″' | '‶' | '«' | '»' | '＂' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{30fb}' | '\u{ff65}' | '\u{387}' => '·',
        '\u{2044}' | '\u{2215}' => '/',
        _ => return None,
    })
}

/// Tells whether a character takes no place on a line: soft hyphen, zero-width, bidi, variation selector, tag.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        fold(text).text
    }

    #[test]
    fn letters_and_typography() {
        for (written, expected) in [
            ("Économie", "economie"),
            ("E\u{301}conomie", "economie"),
            ("l’Œuvre ﬁnale", "l'oeuvre finale"),
            ("Straße — «\u{a0}vœu\u{202f}»", "strasse - \" voeu \""),
            ("a\u{a0}\u{202f} \n\tb", "a b"),
            ("co\u{ad}opé\u{200b}ratif", "cooperatif"),
            ("1ᵉʳ étage, 20 m²…", "1er etage, 20 m2..."),
            ("C++ C# .NET node.js et/ou", "c++ c# .net node.js et/ou"),
            ("İzmir Łódź Þór", "izmir lodz thor"),
            ("prenom.nom@exemple.example", "prenom.nom@exemple.example"),
        ] {
            assert_eq!(folded(written), expected, "{written}");
        }
    }

    #[test]
    fn simple_folding_keeps_inclusive_marks() {
        assert_eq!(folded("Développeur·se, chargé(e)"), "developpeur·se, charge(e)");
    }

    #[test]
    fn appending_does_not_look_at_what_stands_before() {
        let mut out = String::from("x ");
        fold_into(" É", &mut out);
        assert_eq!(out, "x  e");
    }

    #[test]
    fn ranges_map_back_to_whole_characters() {
        let text = "Un cœur d’ingénieur·e";
        let fold = fold(text);
        let at = fold.text.find("oeu").unwrap();
        assert_eq!(&text[fold.original(at..at + 1)], "œ");
        assert_eq!(&text[fold.original(at + 1..at + 3)], "œu");
        let at = fold.text.find("ingenieur").unwrap();
        assert_eq!(&text[fold.original(at..at + 9)], "ingénieur");
        assert_eq!(fold.original(0..1000), 0..text.len());
        assert_eq!(fold.original(3..3).len(), 0);
        assert_eq!(Folded::default().original(0..4), 0..0);
    }

    #[test]
    fn inclusive_endings_are_dropped_and_map_back() {
        let text = "Deux Développeur·se·s Rust";
        let fold = fold_inclusive(text);
        assert_eq!(fold.text, "deux developpeur rust");
        let at = fold.text.find("rust").unwrap();
        assert_eq!(&text[fold.original(at..at + 4)], "Rust");
        let at = fold.text.find("developpeur").unwrap();
        assert_eq!(&text[fold.original(at..at + 11)], "Développeur·se·s");
    }

    #[test]
    fn every_character_folds_to_a_fixed_point() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let once = folded(c.encode_utf8(&mut [0; 4]));
            assert_eq!(folded(&once), once, "U+{:04X}", c as u32);
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent_and_the_way_back_is_monotone(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once.text).text, &once.text);
            prop_assert_eq!(once.origin.len(), once.text.len() + 1);
            prop_assert!(once.origin.is_sorted());
            prop_assert_eq!(once.origin.last().copied(), u32::try_from(text.len()).ok());
            prop_assert!(once.origin.iter().all(|at| text.is_char_boundary(*at as usize)));
            let mut plain = String::new();
            fold_into(&text, &mut plain);
            prop_assert_eq!(&plain, &once.text);
        }

        #[test]
        fn inclusive_folding_maps_back_inside_the_text(text in "[a-zé·()./ -]{0,40}", from in 0..40usize, len in 0..9usize) {
            let fold = fold_inclusive(&text);
            prop_assert_eq!(fold.origin.len(), fold.text.len() + 1);
            prop_assert!(fold.origin.is_sorted());
            let back = fold.original(from..from + len);
            prop_assert!(text.get(back).is_some());
        }
    }
}
