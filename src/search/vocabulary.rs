//! Distinct words, each kept once under a number.

use std::borrow::Cow;

use super::stretches::stretch;
use super::words::{Word, letters};
use crate::text::eight;

/// A set of words, numbered in the order they came.
///
/// The words stand in one string, with a new line before each, so that one pass of `memmem` looks through all.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    letters: Vec<u64>,
    /// Open addressing over the words. A power of two long; empty once no more words come.
    slots: Vec<Slot>,
}

/// A place for a word: it tells most words apart without a look at them.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// The number of the word + 1; 0 where no word is.
    number: u32,
}

/// What a word is told by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Key {
    /// Its first eight bytes, zeroes behind a shorter one.
    head: u64,
    /// All its bytes mixed, and its length in the lowest eight bits; 255 for any that is longer.
    mixed: u32,
}

impl Key {
    /// Mixes `len` bytes from `start` on; quick because words are short, and nothing secret hangs on it.
    fn of(text: &[u8], start: usize, len: usize) -> Self {
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        let piece = |at: usize| {
            let behind = 8_usize.saturating_sub(len - at);
            eight::load(text, start + at) & (u64::MAX >> (8 * behind))
        };
        if len == 0 {
            return Self::default();
        }
        let head = piece(0);
        let mut state = head.wrapping_mul(MIX);
        for at in (8..len).step_by(8) {
            state = (state.rotate_left(29) ^ piece(at)).wrapping_mul(MIX);
        }
        let mixed = u32::try_from(state >> 32).unwrap_or_default() & !0xff;
        let len = u32::try_from(len).unwrap_or(u32::MAX).min(0xff);
        Self {
            head,
            mixed: mixed | len,
        }
    }

    /// Tells whether no other word has it.
    fn is_all(self) -> bool {
        self.mixed & 0xff <= 8
    }

    /// Returns the place among so many slots where it is looked for first.
    fn place(self, slots: usize) -> usize {
        (self.mixed >> 8) as usize & slots.wrapping_sub(1)
    }
}

impl Vocabulary {
    /// Returns how many words there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Returns the word with this number; empty for a number never given.
    #[must_use]
    pub fn word(&self, number: u32) -> &str {
        let line = stretch(&self.ends, number as usize);
        // Without the new line before it.
        self.text.get(line.start + 1..line.end).unwrap_or_default()
    }

    /// Returns the number of a word, giving it one when it is new.
    pub fn intern(&mut self, word: &str) -> u32 {
        self.intern_at(word, 0, word)
    }

    /// Returns the number of a word of a folded text, giving it one when it is new.
    pub(super) fn intern_word(&mut self, folded: &str, word: &Word<'_>) -> u32 {
        match word.text {
            // It is read where it stands: eight bytes at once, whatever its length.
            Cow::Borrowed(text) => self.intern_at(folded, word.range.start, text),
            Cow::Owned(ref text) => self.intern(text),
        }
    }

    /// Returns the number of `word`, which stands in `text` at `start`.
    fn intern_at(&mut self, text: &str, start: usize, word: &str) -> u32 {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let key = Key::of(text.as_bytes(), start, word.len());
        let free = match self.slot(word, key) {
            Ok(number) => return number,
            Err(free) => free,
        };
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX - 1);
        self.text.push('\n');
        self.text.push_str(word);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.letters.push(letters(word));
        if let Some(free) = self.slots.get_mut(free) {
            *free = Slot {
                key,
                number: number + 1,
            };
        }
        number
    }

    /// Returns the number of a word that is there.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return self
                .starting(word)
                .into_iter()
                .find(|number| self.word(*number) == word);
        }
        self.slot(word, Key::of(word.as_bytes(), 0, word.len())).ok()
    }

    /// Returns the words that hold `needle`, each once, in order.
    #[must_use]
    pub fn holding(&self, needle: &str) -> Vec<u32> {
        if needle.contains('\n') {
            Vec::new()
        } else {
            self.search(needle.as_bytes())
        }
    }

    /// Returns the words that start with `start`, in order.
    #[must_use]
    pub fn starting(&self, start: &str) -> Vec<u32> {
        // A new line stands before each word and nowhere else.
        if start.contains('\n') {
            Vec::new()
        } else {
            self.search(["\n", start].concat().as_bytes())
        }
    }

    fn search(&self, needle: &[u8]) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        let finder = memchr::memmem::Finder::new(needle);
        let (mut after, mut from) = (0, 0);
        while let Some(at) = self.text.as_bytes().get(after..).and_then(|rest| finder.find(rest)) {
            if needle.is_empty() {
                break;
            }
            // Hits come in order: the word is found by steps that double from the last one.
            let mut step = 1;
            while self
                .ends
                .get(from + step)
                .is_some_and(|end| (*end as usize) <= after + at)
            {
                step *= 2;
            }
            let ahead = self.ends.get(from..).unwrap_or_default();
            let ahead = ahead.get(..(step + 1).min(ahead.len())).unwrap_or_default();
            let index = from + ahead.partition_point(|end| (*end as usize) <= after + at);
            found.extend(u32::try_from(index));
            after = self.ends.get(index).map_or(usize::MAX, |end| *end as usize);
            from = index + 1;
        }
        found
    }

    /// Calls `each` with every word that may hold all of `wanted`, by its number.
    pub fn with_letters(&self, wanted: u64, mut each: impl FnMut(u32, &str)) {
        for (number, held) in (0..).zip(&self.letters) {
            if held & wanted == wanted {
                each(number, self.word(number));
            }
        }
    }

    /// Calls `each` with every word that lacks at most one letter of `wanted`, by its number.
    pub fn missing_few_letters(&self, wanted: u64, mut each: impl FnMut(u32, &str)) {
        for (number, held) in (0..).zip(&self.letters) {
            let missing = wanted & !held;
            if missing & missing.wrapping_sub(1) == 0 {
                each(number, self.word(number));
            }
        }
    }

    /// Returns all words, each after a new line.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns where each word ends in the text.
    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Puts a set together again; `None` when the parts do not fit.
    pub(super) fn from_parts(text: String, ends: Vec<u32>) -> Option<Self> {
        let mut held = Vec::with_capacity(ends.len());
        let mut from = 0;
        for end in &ends {
            let word = text
                .get(from..*end as usize)?
                .strip_prefix('\n')
                .filter(|word| !word.contains('\n'))?;
            held.push(letters(word));
            from = *end as usize;
        }
        (from == text.len()).then_some(Self {
            text,
            ends,
            letters: held,
            slots: Vec::new(),
        })
    }

    /// Returns the bytes that all this takes.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.text.capacity()
            + self.ends.capacity() * 4
            + self.letters.capacity() * 8
            + self.slots.capacity() * size_of::<Slot>()
    }

    /// Gives back what only more words would need.
    pub fn finish(&mut self) {
        self.slots = Vec::new();
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.letters.shrink_to_fit();
    }

    /// Returns the number of a word, or the free place that it would take among the slots.
    fn slot(&self, word: &str, key: Key) -> Result<u32, usize> {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = key.place(self.slots.len());
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            if slot.key == key && (key.is_all() || self.word(slot.number - 1) == word) {
                return Ok(slot.number - 1);
            }
            at = (at + 1) & last;
        }
        Err(at)
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        let size = ((self.ends.len() + 1) * 4).next_power_of_two().max(64);
        let before = if self.slots.is_empty() {
            self.all_slots()
        } else {
            std::mem::take(&mut self.slots)
        };
        self.slots = vec![Slot::default(); size];
        for slot in before.into_iter().filter(|slot| slot.number != 0) {
            let mut at = slot.key.place(size);
            while self.slots.get(at).is_some_and(|slot| slot.number != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }

    /// Returns what the slots held that were given back.
    fn all_slots(&self) -> Vec<Slot> {
        let words = (0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX)).map(|number| {
            let word = self.word(number);
            Slot {
                key: Key::of(word.as_bytes(), 0, word.len()),
                number: number + 1,
            }
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(word);
        }
        vocabulary
    }

    #[test]
    fn each_word_is_kept_once() {
        let mut words = of(&["rust", "paris", "rust"]);
        assert_eq!(words.count(), 2);
        assert_eq!(words.word(1), "paris");
        assert_eq!(words.find("paris"), Some(1));
        assert_eq!(words.find("lyon"), None);
        words.finish();
        assert_eq!(
            (words.find("paris"), words.find("lyon"), words.find("pari")),
            (Some(1), None, None)
        );
        assert_eq!(words.intern("paris"), 1);
        assert_eq!(words.word(7), "");
        assert_eq!(Vocabulary::default().find("x"), None);
    }

    #[test]
    fn many_words_are_found_again() {
        let mut words = Vocabulary::default();
        for number in 0..5000_u32 {
            assert_eq!(words.intern(&format!("w{number}")), number);
        }
        assert!((0..5000).all(|number| words.find(&format!("w{number}")) == Some(number)));
    }

    #[test]
    fn a_word_is_the_same_alone_and_in_a_text() {
        let text = "a ab abc abcd abcdefg abcdefgh abcdefghi abcdefghijklmnopq developpeur·se";
        let (mut words, mut alone) = (Vocabulary::default(), Vocabulary::default());
        crate::search::words::each_word(text, |word| {
            assert_eq!(words.intern_word(text, &word), alone.intern(&word.text));
        });
        assert_eq!((words.count(), words.text()), (10, alone.text()));
        let long = "x".repeat(300);
        assert_ne!(words.intern(&long), words.intern(&format!("{long}y")));
    }

    #[test]
    fn holding_finds_each_word_once() {
        let words = of(&["banana", "cabane", "nan", "x"]);
        assert_eq!(words.holding("an"), [0, 1, 2]);
        assert_eq!(words.holding("nan"), [0, 2]);
        assert_eq!(words.holding("zz"), [0; 0]);
        assert_eq!(words.holding(""), [0; 0]);
        assert_eq!(words.holding("\n"), [0; 0]);
        assert_eq!(words.starting("ba"), [0]);
        assert_eq!(words.starting("na"), [2]);
        assert_eq!(words.starting(""), [0, 1, 2, 3]);
    }
}
