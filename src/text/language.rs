//! Which language a text is written in, by its most frequent small words.

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
#[must_use]
pub fn detect(text: &str) -> Option<Language> {
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
        for word in text.split(|c: char| !c.is_alphabetic()) {
            if self.is_enough() {
                return;
            }
            if !word.is_empty() {
                self.word(word.as_bytes());
            }
        }
    }

    fn word(&mut self, word: &[u8]) {
        self.words += 1;
        let mut lower = [0; 8];
        let Some(lower) = lower.get_mut(..word.len()) else {
            return;
        };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        match &*lower {
            b"le" | b"la" | b"les" | b"une" | b"et" | b"est" | b"dans" | b"pour" | b"vous" | b"nous" | b"sur"
            | b"avec" | b"par" | b"au" | b"aux" | b"que" | b"qui" | b"votre" | b"notre" | b"nos" | b"vos" | b"ou"
            | b"ses" | b"sa" | b"sont" | b"cette" | b"du" | b"de" | b"\xc3\xa0" | b"tu" | b"ton" => {
                self.fr += 1;
            }
            b"the" | b"and" | b"of" | b"to" | b"for" | b"with" | b"you" | b"we" | b"our" | b"is" | b"are" | b"will"
            | b"be" | b"your" | b"as" | b"this" | b"that" | b"from" | b"have" | b"or" | b"us" | b"their" | b"by" => {
                self.en += 1;
            }
            b"und" | b"der" | b"das" | b"f\xc3\xbcr" | b"mit" | b"wir" | b"sie" | b"ist" | b"ein" | b"eine"
            | b"von" | b"zu" | b"auf" | b"den" | b"im" | b"bei" | b"dich" | b"deine" | b"oder" | b"einer" => {
                self.de += 1;
            }
            b"el" | b"los" | b"las" | b"para" | b"con" | b"del" | b"por" | b"il" | b"di" | b"che" | b"uma" | b"com"
            | b"os" | b"het" | b"een" | b"van" | b"voor" | b"wij" | b"bij" | b"naar" | b"onze" | b"della" | b"nel"
            | b"sono" => {
                self.other += 1;
            }
            _ => {}
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
