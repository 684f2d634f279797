//! What a word is: the same for the offers and for what is typed.
//!
//! Words are cut from a text folded by [`crate::text::fold()`]. Letters and digits make a word; beside them
//! - `c++`, `c#`, `.net` and `r&d` stay words, because a candidate looks for them;
//! - `développeur·se` gives two, `developpeur` and `developpeuse`;
//! - what elision leaves (`l’`, `d’`, `qu’`) and the English `’s` give none.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::fold::inclusive;

/// A word of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// As it is compared. What is borrowed stands at the start of `range`.
    pub text: Cow<'t, str>,
    /// Where it stands in the folded text, with its inclusive endings.
    pub range: Range<usize>,
}

/// Longer words are cut: nobody types them, and a link would fill the index.
const MAX_WORD: usize = 40;

/// Calls `each` with every word of a folded text, in order.
pub fn each_word<'t>(folded: &'t str, mut each: impl FnMut(Word<'t>)) {
    let mut at = 0;
    loop {
        if let Some(range) = plain_word(folded.as_bytes(), at) {
            at = range.end;
            if let Some(text) = folded.get(range.clone()).map(cut) {
                let text = Cow::Borrowed(text);
                each(Word { text, range });
            }
            continue;
        }
        let Some(range) = next_word(folded, at) else { return };
        at = range.end;
        let mut whole = range.clone();
        if let Some(mark) = inclusive::mark_after(folded, range.clone()) {
            at = mark.ending.end;
            whole.end = at;
            if folded.get(mark.stem) != Some(mark.feminine.as_str()) {
                let text = Cow::Owned(mark.feminine);
                each(Word {
                    text,
                    range: whole.clone(),
                });
            }
        }
        if let Some(text) = folded.get(range).map(cut) {
            let text = Cow::Borrowed(text);
            each(Word { text, range: whole });
        }
    }
}

/// Returns the words of a folded text, without the second forms of inclusive writing.
#[must_use]
pub fn plain_words(folded: &str) -> Vec<&str> {
    let mut found = Vec::new();
    each_word(folded, |word| {
        if let Cow::Borrowed(text) = word.text {
            found.push(text);
        }
    });
    found
}

/// Cuts a word to [`MAX_WORD`] bytes, between characters.
fn cut(word: &str) -> &str {
    word.get(..word.floor_char_boundary(MAX_WORD)).unwrap_or(word)
}

/// What a byte of a folded text is for a word: see [`plain_word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A letter or a digit.
    Inside,
    /// Between words, whatever stands beside it.
    Between,
    /// Between words as long as no letter follows: it may open an ending of inclusive writing.
    Opening,
    /// Part of a longer character, or a sign that may belong to a word.
    Doubtful,
}

const PLACES: [Place; 256] = {
    let mut places = [Place::Between; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        places[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Place::Inside,
            b'(' | b'/' | b'.' | b'-' => Place::Opening,
            0x80.. | b'+' | b'#' | b'&' | b'\'' => Place::Doubtful,
            _ => Place::Between,
        };
        byte -= 1;
    }
    places
};

/// Finds the next word from `from` on when it is one as most are: ASCII letters and digits, and nothing beside them
/// that could belong to it. `None` leaves it to [`next_word`], which looks closer and takes five times as long.
fn plain_word(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let place = |at: usize| bytes.get(at).map(|byte| PLACES[usize::from(*byte)]);
    let mut start = from;
    loop {
        match place(start)? {
            Place::Inside => break,
            Place::Doubtful if bytes.get(start).is_some_and(|byte| !byte.is_ascii()) => return None,
            Place::Between | Place::Opening | Place::Doubtful => start += 1,
        }
    }
    let mut end = start + 1;
    while place(end) == Some(Place::Inside) {
        end += 1;
    }
    let plain_behind = match place(end) {
        None | Some(Place::Between) => true,
        Some(Place::Opening) => !bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic),
        Some(Place::Doubtful | Place::Inside) => false,
    };
    let plain_before = !start
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_some_and(|before| matches!(before, b'.' | b'\''));
    (plain_behind && plain_before).then_some(start..end)
}

/// Finds the next word from `from` on.
fn next_word(folded: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        let start = next_letter(folded, at)?;
        let end = end_of_letters(folded, start);
        let range = with_signs(folded, from, start, end);
        if !is_elided(folded, &range) {
            return Some(range);
        }
        at = range.end;
    }
}

/// Returns where the next letter or digit stands.
fn next_letter(folded: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = folded.as_bytes().get(at..)?;
        at += rest
            .iter()
            .position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())?;
        let c = folded.get(at..)?.chars().next()?;
        if c.is_alphanumeric() {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Returns where the letters and digits from `start` on end.
fn end_of_letters(folded: &str, start: usize) -> usize {
    let rest = folded.get(start..).unwrap_or_default();
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return start + ascii;
    }
    start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Adds the signs that belong to a word: `c++`, `f#`, `.net`, `r&d`.
fn with_signs(folded: &str, from: usize, start: usize, end: usize) -> Range<usize> {
    let bytes = folded.as_bytes();
    let letter_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if end - start <= 2 {
        let signs = match bytes.get(end) {
            Some(b'+') if bytes.get(end + 1) == Some(&b'+') => 2,
            Some(b'#') => 1,
            Some(b'&') if end - start == 1 && letter_at(end + 1) && !letter_at(end + 2) => 2,
            _ => 0,
        };
        if signs > 0 && (bytes.get(end) == Some(&b'&') || !letter_at(end + signs)) {
            return start..end + signs;
        }
    }
    if folded.get(start..end) == Some("net") && start > from && bytes.get(start - 1) == Some(&b'.') {
        return start - 1..end;
    }
    start..end
}

/// Tells whether a word is only what an apostrophe left over.
fn is_elided(folded: &str, range: &Range<usize>) -> bool {
    let bytes = folded.as_bytes();
    let word = folded.get(range.clone()).unwrap_or_default();
    let before = range.start > 0 && bytes.get(range.start - 1) == Some(&b'\'');
    let after = bytes.get(range.end) == Some(&b'\'')
        && bytes
            .get(range.end + 1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    (after && matches!(word, "l" | "d" | "j" | "m" | "n" | "s" | "t" | "c" | "qu"))
        || (before && matches!(word, "s" | "t"))
}

/// The letters that a word or a line holds: one bit each for `a`–`z` and `0`–`9`, one for everything else.
///
/// A term can only match where its own bits are all set, which costs one comparison.
#[must_use]
pub fn letters(folded: &str) -> u64 {
    const TABLE: [u64; 256] = {
        let mut table = [0; 256];
        let mut byte = u8::MAX;
        while byte > 0 {
            table[byte as usize] = letter(byte);
            byte -= 1;
        }
        table[0] = letter(0);
        table
    };
    folded.bytes().fold(0, |set, byte| set | TABLE[usize::from(byte)])
}

/// Returns the bit of one byte.
#[must_use]
pub const fn letter(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        b' ' | b'\n' => 0,
        _ => 1 << 36,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn words(text: &str) -> Vec<String> {
        let folded = fold(text).text;
        let mut found = Vec::new();
        each_word(&folded, |word| {
            assert!(folded.get(word.range).is_some());
            found.push(word.text.into_owned());
        });
        found
    }

    #[test]
    fn words_of_programmers_stay_whole() {
        assert_eq!(
            words("C++, C#, F# et .NET ; R&D"),
            ["c++", "c#", "f#", "et", ".net", "r&d"]
        );
        assert_eq!(words("c+d, B.A.net, a&bc"), ["c", "d", "b", "a", ".net", "a", "bc"]);
    }

    #[test]
    fn inclusive_writing_gives_two_words() {
        assert_eq!(words("Développeur·se web"), ["developpeuse", "developpeur", "web"]);
        assert_eq!(
            words("Chargé.e.s de mission(s)"),
            ["chargees", "charge", "de", "mission"]
        );
    }

    #[test]
    fn elision_leaves_nothing() {
        assert_eq!(
            words("L’économie d'aujourd’hui, qu’on dit"),
            ["economie", "aujourd", "hui", "on", "dit"]
        );
        assert_eq!(words("the world's end"), ["the", "world", "end"]);
    }

    #[test]
    fn a_word_that_looks_plain_is_the_next_one() {
        let texts = [
            "un mot, deux. trois",
            "c++ et c#, r&d",
            "a.net b. net c",
            "l'eau d'ici, qu'on the world's",
            "developpeur·se et developpeur(se) (se) developpeur/se .e -e",
            "œuvre ж9 9ж a\u{301}b",
            "open-source-a - b",
            "fin.",
            "(fin)",
        ];
        for text in texts {
            for from in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let plain = plain_word(text.as_bytes(), from);
                if plain.is_some() {
                    assert_eq!(plain, next_word(text, from), "{text} {from}");
                    let range = plain.unwrap_or_default();
                    assert_eq!(inclusive::mark_after(text, range), None, "{text} {from}");
                }
            }
        }
    }

    #[test]
    fn hyphens_separate_and_long_words_are_cut() {
        assert_eq!(words("open-source"), ["open", "source"]);
        assert_eq!(words(&"é".repeat(100)), ["e".repeat(MAX_WORD)]);
        assert_eq!(words(&"ж".repeat(100)), ["ж".repeat(MAX_WORD / 2)]);
    }
}
