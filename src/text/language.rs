//! Which language a text is written in, by its most frequent small words.

use super::eight;
use serde::{Deserialize, Serialize};

/// A language that offers are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
    /// German.
    De,
}

impl Language {
    /// Reads a language as front matter names it: `fr`, `fr_FR`, `French`, `français`; `None` for any other.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let code = name.split(['_', '-', ' ']).next()?;
        match code {
            "fr" | "fra" | "fre" | "french" | "français" | "francais" => Some(Self::Fr),
            "en" | "eng" | "english" | "anglais" => Some(Self::En),
            "de" | "deu" | "ger" | "german" | "deutsch" | "allemand" => Some(Self::De),
            _ => None,
        }
    }
}

/// Words looked at: enough to be sure, and a bound on the work for a huge text.
const ENOUGH_WORDS: usize = 200;
/// Small words that a text must show before it says anything.
const LEAST_HITS: u32 = 2;

/// Returns the language of a text, or `None` when it is too short to tell.
#[cfg(test)]
fn detect(text: &str) -> Option<Language> {
    let mut count = Count::default();
    count.add(text);
    count.language()
}

/// Small words counted by language, so that a text in pieces can be judged as a whole.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    fr: u32,
    en: u32,
    de: u32,
    /// Spanish, Italian, Portuguese, Dutch: languages that share small words with those above.
    other: u32,
    words: usize,
}

impl Count {
    /// Tells whether enough was counted.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.words >= ENOUGH_WORDS
    }

    /// Counts the small words of `text`.
    pub fn add(&mut self, text: &str) {
        if self.is_enough() {
            return;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && !self.is_enough() {
            let head = eight::load(bytes, at);
            let letters = eight::letters(head) | eight::wide(head);
            let len = eight::before_first(!letters & eight::HIGH);
            if len == 0 {
                at += eight::before_first(letters);
                continue;
            }
            // Nearly all words end within eight bytes, and their accents are those of western Europe.
            let rest = if len < 8 { u64::MAX << (8 * len) } else { 0 };
            let wide = eight::wide(head) & !rest;
            let (word, width) = if len < 8 && (wide == 0 || are_accented_letters(head, wide)) {
                (Word::small(eight::small(head) & !rest, len), len + 1)
            } else {
                Word::first(text.get(at..).unwrap_or_default())
            };
            at += width;
            if word.len > 0 {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: Word) {
        self.words += 1;
        match word.tongue() {
            Some(Tongue::French) => self.fr += 1,
            Some(Tongue::English) => self.en += 1,
            Some(Tongue::German) => self.de += 1,
            Some(Tongue::Other) => self.other += 1,
            None => {}
        }
    }

    /// Returns the language with most small words, when there are enough and one stands out.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        let mut ranked = [
            (self.fr, Language::Fr),
            (self.en, Language::En),
            (self.de, Language::De),
        ];
        ranked.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
        let [(best, language), (second, _), _] = ranked;
        (best >= LEAST_HITS && best > second && best > self.other).then_some(language)
    }

    /// Returns the language that a single small word points to, for a text too short for [`Self::language`].
    #[must_use]
    pub fn guess(&self) -> Option<Language> {
        match (self.fr, self.en, self.de) {
            (1.., 0, 0) => Some(Language::Fr),
            (0, 1.., 0) => Some(Language::En),
            (0, 0, 1..) => Some(Language::De),
            _ => None,
        }
    }
}

/// Whose small word it is.
#[derive(Debug, Clone, Copy)]
enum Tongue {
    French,
    English,
    German,
    /// See [`Count::other`].
    Other,
}

/// The most frequent small words, of at most seven bytes.
const SMALL_WORDS: [(Tongue, &[&str]); 4] = [
    (
        Tongue::French,
        &[
            "le", "la", "les", "une", "et", "est", "dans", "pour", "vous", "nous", "sur", "avec", "par", "au", "aux",
            "que", "qui", "votre", "notre", "nos", "vos", "ou", "ses", "sa", "sont", "cette", "du", "de", "à", "tu",
            "ton",
        ],
    ),
    (
        Tongue::English,
        &[
            "the", "and", "of", "to", "for", "with", "you", "we", "our", "is", "are", "will", "be", "your", "as",
            "this", "that", "from", "have", "or", "us", "their", "by",
        ],
    ),
    (
        Tongue::German,
        &[
            "und", "der", "das", "für", "mit", "wir", "sie", "ist", "ein", "eine", "von", "zu", "auf", "den", "im",
            "bei", "dich", "deine", "oder", "einer",
        ],
    ),
    (
        Tongue::Other,
        &[
            "el", "los", "las", "para", "con", "del", "por", "il", "di", "che", "uma", "com", "os", "het", "een",
            "van", "voor", "wij", "bij", "naar", "onze", "della", "nel", "sono",
        ],
    ),
];

/// A word of at most seven bytes as one number, the first byte lowest, its ASCII letters small; a longer one is only
/// known for its length.
#[derive(Clone, Copy, Default)]
struct Word {
    bytes: u64,
    len: usize,
}

/// A small word in a table by its hash.
#[derive(Clone, Copy)]
struct Small {
    word: u64,
    tongue: Tongue,
}

/// Several times the number of small words, so that nearly all stand alone.
const PLACES: usize = 512;

static TABLE: [Small; PLACES] = table();

const fn table() -> [Small; PLACES] {
    let mut table = [Small {
        word: 0,
        tongue: Tongue::Other,
    }; PLACES];
    let mut list = 0;
    while list < SMALL_WORDS.len() {
        let (tongue, words) = SMALL_WORDS[list];
        let mut index = 0;
        while index < words.len() {
            let word = Word::of(words[index].as_bytes()).bytes;
            let mut place = place(word);
            while table[place].word != 0 {
                place = (place + 1) % PLACES;
            }
            table[place] = Small { word, tongue };
            index += 1;
        }
        list += 1;
    }
    table
}

/// Tells whether all `wide` bytes of eight are letters from `À` (U+00C0) to `ÿ` but `×` and `÷`, two bytes each.
fn are_accented_letters(head: u64, wide: u64) -> bool {
    let leads = eight::equal(head, 0xc3) & wide;
    let signs = (eight::equal(head, 0x97) | eight::equal(head, 0xb7)) & wide;
    wide == leads | leads << 8 && signs == 0
}

/// Where a word is looked for first.
const fn place(word: u64) -> usize {
    // The highest bits of the product depend on all bytes.
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize
}

impl Word {
    const fn of(bytes: &[u8]) -> Self {
        let mut word = Self { bytes: 0, len: 0 };
        let mut index = 0;
        while index < bytes.len() {
            word.push(bytes[index]);
            index += 1;
        }
        word
    }

    /// A word of at most seven bytes, packed already.
    const fn small(bytes: u64, len: usize) -> Self {
        Self { bytes, len }
    }

    const fn push(&mut self, byte: u8) {
        if self.len < 8 {
            self.bytes |= (byte.to_ascii_lowercase() as u64) << (8 * self.len);
        }
        self.len += 1;
    }

    /// Reads the word that a text begins with, and how many bytes that and the sign behind it take.
    fn first(text: &str) -> (Self, usize) {
        let bytes = text.as_bytes();
        let mut word = Self::default();
        // A longer word is only counted: its letters are left behind by eight.
        let letters = |at: usize| eight::before_first(!eight::letters(eight::load(bytes, at)) & eight::HIGH);
        while letters(word.len) == 8 {
            word.len += 8;
        }
        while let Some(byte) = bytes.get(word.len) {
            if byte.is_ascii_alphabetic() {
                word.push(*byte);
                continue;
            }
            let wide = text.get(word.len..).and_then(|rest| rest.chars().next());
            let Some(c) = wide.filter(|c| !c.is_ascii()) else {
                return (word, word.len + 1);
            };
            if !c.is_alphabetic() {
                return (word, word.len + c.len_utf8());
            }
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                word.push(byte);
            }
        }
        (word, text.len())
    }

    /// Returns whose small word this is.
    fn tongue(self) -> Option<Tongue> {
        if self.len > 7 {
            return None;
        }
        let mut place = place(self.bytes);
        loop {
            let small = TABLE.get(place)?;
            if small.word == self.bytes {
                return Some(small.tongue);
            }
            if small.word == 0 {
                return None;
            }
            place = (place + 1) % PLACES;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell() {
        for (text, expected) in [
            ("Nous cherchons une personne pour le pôle web.", Some(Language::Fr)),
            ("We are looking for a designer to join the team.", Some(Language::En)),
            (
                "Wir suchen eine Person für die Abteilung und das Labor.",
                Some(Language::De),
            ),
            ("Développeur PHP / MySQL", None),
            (
                "Buscamos una persona para el equipo de los datos, con ganas de aprender.",
                None,
            ),
            (
                "Wij zoeken een collega voor het team van de stad, met een hart voor de wijk.",
                None,
            ),
            ("", None),
        ] {
            assert_eq!(detect(text), expected, "{text}");
        }
    }

    #[test]
    fn a_french_text_with_an_english_title_is_french() {
        let text = "Senior Data Engineer for the win. Nous vous proposons de rejoindre le service des données, \
                    avec les équipes qui sont au contact des usagers.";
        assert_eq!(detect(text), Some(Language::Fr));
    }

    #[test]
    fn names_of_front_matter() {
        assert_eq!(Language::named("fr_FR"), Some(Language::Fr));
        assert_eq!(Language::named("English"), Some(Language::En));
        assert_eq!(Language::named("nl"), None);
    }
}
