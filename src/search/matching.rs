//! How well one word fits what is typed. The only file that names the fuzzy matcher.
//!
//! Fits stand in tiers, because a candidate expects the word itself before anything that merely holds its letters:
//! whole word, start of a word, a synonym, inside a word, its letters in order from the first one on, one slip.
//! Inside the tiers of parts and of letters the shorter or the better scored word comes first.

use std::fmt;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::query::Term;
use super::vocabulary::Vocabulary;
use super::words::letters;

/// How well a word fits; 0 is not at all. Comparable between terms.
pub type Fit = u16;

/// The whole word.
pub const WHOLE: Fit = 1000;
/// The start of a word, less what is left of it.
const START: Fit = 900;
/// A word of the same meaning.
const SYNONYM: Fit = 820;
/// Inside a word.
const INSIDE: Fit = 600;
/// The letters in order; the matcher's score comes on top.
const LETTERS: Fit = 200;
/// One slip.
const SLIP: Fit = 100;
/// From this many letters on a slip is forgiven.
const FORGIVEN_FROM: usize = 6;

/// Scores words. One a thread, as its memory is its own.
pub struct Matcher {
    fuzzy: SkimMatcherV2,
}

impl Default for Matcher {
    fn default() -> Self {
        Self {
            fuzzy: SkimMatcherV2::default().ignore_case(),
        }
    }
}

impl fmt::Debug for Matcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Matcher")
    }
}

impl Matcher {
    /// Returns the words that fit a term of two letters or more, each with how well, by their numbers.
    #[must_use]
    pub fn fitting(&self, words: &Vocabulary, term: &Term) -> Vec<(u32, Fit)> {
        let mut found: Vec<(u32, Fit)> = Vec::new();
        let typed = term.text.as_str();
        for number in words.holding(typed) {
            found.push((number, part(words.word(number), typed)));
        }
        for synonym in term.synonyms.iter().filter(|synonym| **synonym != typed) {
            found.extend(words.find(synonym).map(|number| (number, SYNONYM)));
        }
        let wanted = letters(typed);
        let count = typed.chars().count();
        if (3..=Term::MAX).contains(&count) {
            words.with_letters(wanted, |number, word| {
                found.extend(self.scattered(word, typed).map(|fit| (number, fit)));
            });
        }
        if count >= FORGIVEN_FROM {
            words.missing_few_letters(wanted, |number, word| {
                if one_slip(word, typed) {
                    found.push((number, SLIP));
                }
            });
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        found.dedup_by_key(|(number, _)| *number);
        found
    }

    /// Scores letters in order, the first at the start of the word, not too far apart.
    fn scattered(&self, word: &str, typed: &str) -> Option<Fit> {
        let reach = reach(word, typed)?;
        // An abbreviation (`dvlpr`) leaves half of the letters out, a slip one or two: else "rust" finds "robust".
        let vowels = typed
            .bytes()
            .any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
        let allowed = if vowels {
            typed.len() + typed.len() / 4
        } else {
            typed.len() * 2 + 2
        };
        if reach > allowed || word.len() > Term::MAX {
            return None;
        }
        let score = self.fuzzy.fuzzy_match(word, typed)?;
        Some(LETTERS + Fit::try_from(score.clamp(1, 300)).unwrap_or(1))
    }

    /// Returns the bytes of `word` that `typed` matched, or `None` when it does not fit.
    #[must_use]
    pub fn matched(&self, word: &str, term: &Term) -> Option<Vec<usize>> {
        let typed = term.text.as_str();
        if let Some(at) = word.find(typed) {
            return Some((at..at + typed.len()).collect());
        }
        if term.synonyms.contains(&word) || (typed.chars().count() >= FORGIVEN_FROM && one_slip(word, typed)) {
            return Some((0..word.len()).collect());
        }
        if typed.chars().count() < 3 || self.scattered(word, typed).is_none() {
            return None;
        }
        let (_, places) = self.fuzzy.fuzzy_indices(word, typed)?;
        let starts: Vec<(usize, usize)> = word.char_indices().map(|(at, c)| (at, c.len_utf8())).collect();
        let bytes = places
            .iter()
            .filter_map(|place| starts.get(*place))
            .flat_map(|(at, len)| *at..at + len);
        Some(bytes.collect())
    }
}

/// Tells how a word that holds `typed` fits.
fn part(word: &str, typed: &str) -> Fit {
    let rest = Fit::try_from(word.len().saturating_sub(typed.len()).min(60)).unwrap_or(60);
    match (rest, word.starts_with(typed)) {
        (0, _) => WHOLE,
        (rest, true) => START - rest,
        (rest, false) => INSIDE - rest,
    }
}

/// Returns how far into `word` one must go to meet the letters of `typed` in order, from its first letter on.
fn reach(word: &str, typed: &str) -> Option<usize> {
    let (word, typed) = (word.as_bytes(), typed.as_bytes());
    if word.first() != typed.first() {
        return None;
    }
    let mut at = 0;
    for wanted in typed {
        at += word.get(at..)?.iter().position(|byte| byte == wanted)? + 1;
    }
    Some(at)
}

/// Tells whether `typed` is one slip away from `word` or from its start: a letter too many, missing, wrong, or two
/// swapped.
#[must_use]
pub fn one_slip(word: &str, typed: &str) -> bool {
    let (word, typed) = (word.as_bytes(), typed.as_bytes());
    let same = word.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (word, typed) = (
        word.get(same..).unwrap_or_default(),
        typed.get(same..).unwrap_or_default(),
    );
    if typed.is_empty() {
        return false;
    }
    let starts = |at_word: usize, at_typed: usize| {
        let wanted = typed.get(at_typed..).unwrap_or_default();
        word.get(at_word..).is_some_and(|rest| rest.starts_with(wanted))
    };
    let swapped = match (word, typed) {
        ([a, b, ..], [c, d, ..]) => a == d && b == c && starts(2, 2),
        _ => false,
    };
    starts(1, 1) || starts(0, 1) || starts(1, 0) || swapped
}

/// Counts the slips between two words: letters too many, missing, wrong, or two neighbours swapped.
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(Term::MAX).collect(), b.chars().take(Term::MAX).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let wrong = at(&above, j) + usize::from(from != to);
            let mut least = wrong.min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(to) && b.get(j - 1) == Some(from);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::synonyms;

    fn fits(words: &[&str], typed: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(word);
        }
        let term = Term {
            text: typed.into(),
            synonyms: synonyms::of(typed),
        };
        let mut found = Matcher::default().fitting(&vocabulary, &term);
        found.sort_by_key(|(_, fit)| std::cmp::Reverse(*fit));
        found
            .into_iter()
            .map(|(number, _)| vocabulary.word(number).to_owned())
            .collect()
    }

    #[test]
    fn the_word_itself_comes_first_then_starts_parts_letters_and_slips() {
        let words = ["antirust", "rustique", "rust", "rustacean", "robust", "reussite"];
        assert_eq!(fits(&words, "rust"), ["rust", "rustique", "rustacean", "antirust"]);
        assert_eq!(fits(&["developpement", "developpeur"], "dvlpr"), ["developpeur"]);
        assert_eq!(fits(&["cartographe", "cartographie"], "cartogrphie"), ["cartographie"]);
        assert_eq!(fits(&["cartographie", "graphie"], "cartografhie"), ["cartographie"]);
        assert_eq!(fits(&["participations"], "paris"), [""; 0]);
    }

    #[test]
    fn synonyms_fit() {
        assert_eq!(
            fits(&["remote", "teletravail", "paris"], "teletravail"),
            ["teletravail", "remote"]
        );
    }

    #[test]
    fn slips_are_counted_as_people_make_them() {
        for (a, b, slips) in [
            ("stage", "stgae", 1),
            ("lieu", "liue", 1),
            ("rust", "rust", 0),
            ("abc", "", 3),
            ("cdi", "cdd", 1),
        ] {
            assert_eq!(edits(a, b), slips, "{a} {b}");
        }
        assert!(one_slip("developpeur", "developper"));
        assert!(one_slip("developpeur", "devloppeur"));
        assert!(one_slip("developpeur", "deevlopp"));
        assert!(!one_slip("developpeur", "dovolopp"));
    }
}
