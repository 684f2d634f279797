//! Sets of words that are looked for together in a piece of text, in one walk over it.
//!
//! Which two bytes a word of the set may begin with is worked out when tremplin is compiled: where a text holds none of
//! them, which is nearly everywhere, nothing is compared.

use crate::text::eight;

/// Words that are looked for together.
#[derive(Debug)]
pub(super) struct Words {
    list: &'static [&'static str],
    /// For the first byte of a word, by its low five bits, a bit for each second one, by the same.
    pairs: [u32; 32],
    /// For the last byte of a word the same with a bit for each length, modulo 32.
    ends: [u32; 32],
}

impl Words {
    /// Makes a set; see [`words!`] for one that is named nowhere. No word begins with a space.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut pairs, mut ends) = ([0; 32], [0; 32]);
        let mut index = 0;
        while index < words.len() {
            let word = words[index].as_bytes();
            index += 1;
            if word.is_empty() {
                continue;
            }
            assert!(word[0] != b' ', "words are looked for where they start");
            let first = (word[0] & 31) as usize;
            // One letter goes on in any way.
            let alone = word.len() == 1 || (word.len() == 2 && word[1] == b'*');
            pairs[first] |= if alone { u32::MAX } else { 1 << (word[1] & 31) };
            ends[(word[word.len() - 1] & 31) as usize] |= 1 << (word.len() & 31);
        }
        Self {
            list: words,
            pairs,
            ends,
        }
    }

    /// Tells whether a word may begin with these two bytes.
    fn may_begin(&self, first: u8, second: u8) -> bool {
        self.pairs[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Tells whether any of them stands in a folded text, whole; one that ends with `*` may go on.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut at, mut before) = (0, 0);
        while at < bytes.len() {
            let (mut starts, letters) = eight::starts(eight::load(bytes, at), before);
            before = letters;
            while starts != 0 {
                let start = at + eight::before_first(starts);
                starts &= starts - 1;
                if self.one_at(bytes, start) {
                    return true;
                }
            }
            at += 8;
        }
        false
    }

    /// Tells whether one of them stands at a byte where a word may start.
    fn one_at(&self, bytes: &[u8], at: usize) -> bool {
        let may = match bytes.get(at..) {
            Some([first, second, ..]) => self.may_begin(*first, *second),
            Some([_]) => true,
            Some([]) | None => false,
        };
        may && self.list.iter().any(|word| stands_at(bytes, at, word))
    }

    /// Tells whether a folded text begins with one of them, whole unless it closes with `*`.
    pub(super) fn begin(&self, text: &str) -> bool {
        self.one_at(text.as_bytes(), 0)
    }

    /// Tells whether a word is one of them. `*` is a letter like another.
    pub(super) fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let may = match bytes {
            [first, second, .., last] => {
                self.may_begin(*first, *second) && self.ends[usize::from(last & 31)] >> (bytes.len() & 31) & 1 == 1
            }
            _ => true,
        };
        may && self.list.contains(&word)
    }

    /// Tells whether any of them is a part of a text, of whatever words. `*` is a letter like another.
    pub(super) fn are_part_of(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let is_one = |at: usize| {
            let rest = bytes.get(at..).unwrap_or_default();
            self.list.iter().any(|word| rest.starts_with(word.as_bytes()))
        };
        let among = bytes
            .iter()
            .zip(bytes.get(1..).unwrap_or_default())
            .enumerate()
            .any(|(at, (first, second))| self.may_begin(*first, *second) && is_one(at));
        among || bytes.len().checked_sub(1).is_some_and(is_one)
    }
}

/// A list of words that [`holds_any`] takes.
pub(super) trait WordList {
    /// Tells whether any of them stands in a folded text, whole.
    fn stand_in(&self, text: &str) -> bool;
}

impl WordList for Words {
    fn stand_in(&self, text: &str) -> bool {
        Self::stand_in(self, text)
    }
}

impl<const N: usize> WordList for [&str; N] {
    fn stand_in(&self, text: &str) -> bool {
        self.as_slice().stand_in(text)
    }
}

impl WordList for [&str] {
    fn stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // By their low six bits: most bytes begin none of the words.
        let firsts = self
            .iter()
            .filter_map(|word| word.as_bytes().first())
            .fold(0_u64, |set, first| set | 1 << (first & 63));
        bytes.iter().enumerate().any(|(at, byte)| {
            firsts >> (byte & 63) & 1 == 1 && may_start(bytes, at) && self.iter().any(|word| stands_at(bytes, at, word))
        })
    }
}

/// Makes a set of words where it is used.
macro_rules! words {
    ($($word:expr),* $(,)?) => {
        const { &$crate::offer::words::Words::of(&[$($word),*]) }
    };
}
pub(super) use words;

/// Tells whether any of `words` stands in a folded text, whole; one that ends with `*` may go on.
pub(super) fn holds_any(text: &str, words: &(impl WordList + ?Sized)) -> bool {
    words.stand_in(text)
}

/// Finds a word in a folded text: its first byte. `*` at the end of the word lets it go on.
pub(super) fn find_word(text: &str, word: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find(|at| may_start(bytes, *at) && stands_at(bytes, *at, word))
}

/// A word starts where no letter or digit goes on.
fn may_start(bytes: &[u8], at: usize) -> bool {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    at == 0 || !letter(at - 1) || !letter(at)
}

fn stands_at(bytes: &[u8], at: usize, word: &str) -> bool {
    let word = word.as_bytes();
    let Some(rest) = bytes.get(at..).filter(|rest| rest.first() == word.first()) else {
        return false;
    };
    let (word, open) = match word.strip_suffix(b"*") {
        Some(head) => (head, true),
        None => (word, false),
    };
    rest.starts_with(word)
        && (open
            || !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
            || !word.last().is_some_and(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SET: &[&str] = &["stage", "candidat*", "a", "h/f", "des que", "·e", "p*", "a terme"];

    #[test]
    fn words_are_whole() {
        assert!(holds_any("un stage long", &["stage"]));
        assert!(!holds_any("un stagiaire", &["stage"]));
        assert!(holds_any("des candidatures", &["candidat*"]));
        assert!(holds_any("un poste h/f", const { &Words::of(&["h/f"]) }));
        assert!(!holds_any("un poste oh/f", const { &Words::of(&["h/f"]) }));
    }

    #[test]
    fn a_text_begins_with_a_word() {
        const WORDS: Words = Words::of(&["jan*", "mi*", "mars"]);
        for (text, begins) in [
            ("janvier", true),
            ("mi-avril", true),
            ("marsouin", false),
            ("un mars", false),
            ("m", false),
        ] {
            assert_eq!(WORDS.begin(text), begins, "{text}");
        }
        assert!(WORDS.has("mars") && !WORDS.has("mar"));
    }

    #[test]
    fn parts_are_found_inside_words() {
        const PARTS: Words = Words::of(&["postul", "é"]);
        assert!(PARTS.are_part_of("je postulerai"));
        assert!(PARTS.are_part_of("né"));
        assert!(!PARTS.are_part_of("je post"));
        assert!(!PARTS.are_part_of(""));
    }

    proptest! {
        #[test]
        fn a_set_finds_what_its_words_find_one_by_one(text in "[a-eghnpqrstu ·/f'*]{0,30}") {
            const WORDS: Words = Words::of(SET);
            let alone = SET.iter().any(|word| find_word(&text, word).is_some());
            prop_assert_eq!(WORDS.stand_in(&text), alone);
            prop_assert_eq!(holds_any(&text, SET), alone);
            prop_assert_eq!(WORDS.are_part_of(&text), SET.iter().any(|word| text.contains(word)));
            prop_assert_eq!(WORDS.has(&text), SET.contains(&text.as_str()));
        }
    }
}
