//! Distinct words, each kept once under a number.

use std::ops::Range;

use super::words::letters;

/// A set of words, numbered in the order they came.
///
/// The words stand in one string, with a new line before each, so that one pass of `memmem` looks through all.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    letters: Vec<u64>,
    /// Open addressing over the words: the mixed bytes of the word above, its number + 1 below; 0 is a free place. A
    /// power of two long; empty once no more words come.
    slots: Vec<u64>,
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
        self.text.get(self.span(number)).unwrap_or_default()
    }

    /// Returns the letters of the word with this number.
    #[must_use]
    pub fn letters(&self, number: u32) -> u64 {
        self.letters.get(number as usize).copied().unwrap_or_default()
    }

    /// Returns the number of a word, giving it one when it is new.
    pub fn intern(&mut self, word: &str) -> u32 {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mixed = hash(word.as_bytes());
        let slot = match self.slot(word, mixed) {
            Ok(number) => return number,
            Err(slot) => slot,
        };
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX - 1);
        self.text.push('\n');
        self.text.push_str(word);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.letters.push(letters(word));
        if let Some(free) = self.slots.get_mut(slot) {
            *free = u64::from(mixed) << 32 | u64::from(number + 1);
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
        self.slot(word, hash(word.as_bytes())).ok()
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
        self.text.capacity() + self.ends.capacity() * 4 + self.letters.capacity() * 8 + self.slots.capacity() * 8
    }

    /// Gives back what only more words would need.
    pub fn finish(&mut self) {
        self.slots = Vec::new();
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.letters.shrink_to_fit();
    }

    fn span(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let start = number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |end| *end as usize);
        self.ends.get(number).map_or(0..0, |end| start + 1..*end as usize)
    }

    /// Returns the number of a word, or the free place that it would take among the slots.
    fn slot(&self, word: &str, mixed: u32) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mixed as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            let [above, below] = [slot >> 32, slot & 0xffff_ffff].map(|half| u32::try_from(half).unwrap_or_default());
            if above == mixed && self.word(below - 1) == word {
                return Ok(below - 1);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        let size = ((self.ends.len() + 1) * 4).next_power_of_two().max(64);
        self.slots = vec![0; size];
        for number in 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX) {
            let mixed = hash(self.word(number).as_bytes());
            let mut at = mixed as usize & (size - 1);
            while self.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = u64::from(mixed) << 32 | u64::from(number + 1);
            }
        }
    }
}

/// Mixes the bytes of a word; quick because words are short, and nothing secret hangs on it.
fn hash(bytes: &[u8]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = bytes.len() as u64;
    let chunks = bytes.chunks_exact(8);
    let tail = chunks
        .remainder()
        .iter()
        .fold(0, |word, byte| word << 8 | u64::from(*byte));
    for word in chunks.filter_map(|chunk| chunk.try_into().ok().map(u64::from_le_bytes)) {
        state = (state.rotate_left(5) ^ word).wrapping_mul(MIX);
    }
    state = (state.rotate_left(5) ^ tail).wrapping_mul(MIX);
    u32::try_from(state >> 32 ^ state & 0xffff_ffff).unwrap_or_default()
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
