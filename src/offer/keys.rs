//! What a front-matter key or the label of a "Label : value" line means: one table for both, in French and English.
//!
//! Keys are compared *squeezed*: lower case, no accents, letters and digits only.

mod synonyms;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use synonyms::SYNONYMS;

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// The job.
    Title,
    /// Who offers it.
    Organization,
    /// Whom to write to: an address, a name, a map.
    Contact,
    /// A second person or address that answers questions.
    Info,
    /// A telephone number.
    Phone,
    /// How one applies, in words.
    HowToApply,
    /// Where one applies on the web.
    ApplyUrl,
    /// The subject demanded.
    Subject,
    /// What must be sent.
    Documents,
    /// Tags.
    Tags,
    /// The day it was posted.
    DatePosted,
    /// The day it was created or changed: a posting date only when no better one is stated.
    DateOther,
    /// The last day to apply.
    Deadline,
    /// The day it is taken off the site: no deadline.
    Unpublish,
    /// From when.
    Start,
    /// Until when the work lasts.
    End,
    /// How long.
    Duration,
    /// For how much.
    Pay,
    /// The lower end of the pay.
    PayMin,
    /// The upper end of the pay.
    PayMax,
    /// Where.
    Place,
    /// Remote or on site.
    Remote,
    /// Diploma or experience.
    Level,
    /// Kind of contract.
    Contract,
    /// A word that may be a kind of contract, a layout or anything else (`type`).
    Kind,
    /// Published, online, visible, open: true means open.
    Open,
    /// Closed, filled, hidden, archived: true means closed.
    Closed,
    /// Filled: true means that somebody was found.
    Filled,
    /// A draft: true means not published.
    Draft,
    /// A word or a number for where the offer stands.
    Status,
    /// The language.
    Language,
    /// Prose about the job.
    Description,
    /// A link to the job's own page.
    Link,
    /// A category of the publisher's site.
    Category,
    /// The template of the publisher's site.
    Layout,
    /// Hours a week, part or full time.
    Schedule,
}

static TABLE: LazyLock<HashMap<&'static [u8], Key, BuildHasherDefault<Fnv>>> = LazyLock::new(|| {
    SYNONYMS
        .iter()
        .flat_map(|(key, words)| words.iter().map(|word| (word.as_bytes(), *key)))
        .collect()
});

/// A hash of few steps (FNV-1a), for short words against a table of our own: nobody can choose them so that it slows.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        // The map looks at the highest bits, which the last bytes have not reached yet.
        self.0 ^ self.0.rotate_left(32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.0 ^= length as u64;
    }
}

/// The longest folded text that may be a key, in bytes.
const LONGEST: usize = 60;

/// The letters and digits of a folded text.
struct Squeezed {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Squeezed {
    /// Squeezes a folded text; `None` when it is too long to be a key.
    fn of(folded: &str) -> Option<Self> {
        if folded.len() > LONGEST {
            return None;
        }
        let mut squeezed = Self {
            bytes: [0; LONGEST],
            len: 0,
        };
        for byte in folded.bytes().filter(u8::is_ascii_alphanumeric) {
            if let Some(slot) = squeezed.bytes.get_mut(squeezed.len) {
                *slot = byte;
                squeezed.len += 1;
            }
        }
        Some(squeezed)
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn meaning(&self) -> Option<Key> {
        TABLE.get(self.as_bytes()).copied()
    }
}

/// Returns what a folded label or key means.
///
/// What stands in brackets is left out when the whole is unknown: "salaire (brut)".
#[must_use]
pub fn meaning(folded: &str) -> Option<Key> {
    let squeezed = Squeezed::of(folded)?;
    if let Some(key) = squeezed.meaning() {
        return Some(key);
    }
    // "pays" is a country, not more than one pay.
    let plural = squeezed.as_bytes().strip_suffix(b"s").filter(|one| *one != b"pay");
    if let Some(key) = plural.and_then(|one| TABLE.get(one)) {
        return Some(*key);
    }
    if let Some((head, _)) = folded.split_once('(')
        && let Some(key) = Squeezed::of(head).and_then(|short| short.meaning())
    {
        return Some(key);
    }
    let bare = ["la ", "le ", "les ", "l'", "the ", "votre ", "notre ", "your "]
        .iter()
        .find_map(|a| folded.strip_prefix(a))?;
    Squeezed::of(bare)?.meaning()
}

/// Returns how good a name for `key` a folded label or key is: 0 for the best one; `None` when it does not mean `key`.
#[must_use]
pub fn rank(key: Key, folded: &str) -> Option<usize> {
    // Each word means one key: this tells nearly all.
    if meaning(folded) != Some(key) {
        return None;
    }
    let squeezed = Squeezed::of(folded)?;
    let squeezed = squeezed.as_str();
    let (_, words) = SYNONYMS.iter().find(|(known, _)| *known == key)?;
    let place = |word: &str| words.iter().position(|known| *known == word);
    place(squeezed)
        .or_else(|| squeezed.strip_suffix('s').and_then(place))
        .or_else(|| {
            let (head, _) = folded.split_once('(')?;
            place(Squeezed::of(head)?.as_str())
        })
}

/// The rank from which a label in a text no longer names the organisation for sure: "Équipe :", "Client :".
pub const WEAK_ORGANIZATION: usize = 29;

/// Keys of publishing systems that look like a slip of ours and are none.
const OTHER_KEYS: [&str; 22] = [
    "postid",
    "auteur",
    "auteurs",
    "author",
    "authors",
    "excerpt",
    "image",
    "images",
    "weight",
    "alias",
    "aliases",
    "permalink",
    "comments",
    "comment",
    "header",
    "footer",
    "banner",
    "series",
    "featured",
    "pretitle",
    "titlecontent",
    "posttype",
];

/// Returns the known key that a front-matter key looks like a slip of: `post_ouvert` → `poste_ouvert`.
///
/// The suggestion is given squeezed. Short keys have too many neighbours to guess.
#[must_use]
pub fn suggestion(folded: &str) -> Option<&'static str> {
    let squeezed = Squeezed::of(folded)?;
    let squeezed = squeezed.as_str();
    if OTHER_KEYS.contains(&squeezed) {
        return None;
    }
    if squeezed.len() < 5
        || TABLE.contains_key(squeezed.as_bytes())
        || !squeezed.bytes().all(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    let letters = letters(squeezed);
    // Two slips in a short word make another one: continent, content.
    let allowed = |word: &str| if squeezed.len().min(word.len()) < 9 { 1 } else { 2 };
    LONG_WORDS
        .iter()
        .filter(|(word, known)| {
            let allowed = allowed(word);
            // A slip changes few letters: this leaves out nearly all without comparing.
            word.len().abs_diff(squeezed.len()) <= allowed && (known ^ letters).count_ones() as usize <= 2 * allowed
        })
        .filter_map(|(word, _)| Some((distance(squeezed, word, allowed(word))?, *word)))
        .min()
        .map(|(_, word)| word)
}

/// Writes a suggestion with the `_`, `-` or spaces of the key as it was typed: `post_ouvert` → `poste_ouvert`.
#[must_use]
pub fn spelled(key: &str, suggestion: &str) -> String {
    let mut spelled = suggestion.to_owned();
    // From the end, so that the places further ahead stay.
    for (at, separator) in key.match_indices(['_', '-', ' ']).rev() {
        let side = |part: Option<&str>| part.and_then(|part| Squeezed::of(&crate::text::fold(part).text));
        let (Some(before), Some(after)) = (side(key.get(..at)), side(key.get(at + separator.len()..))) else {
            continue;
        };
        let (before, after) = (before.as_str(), after.as_str());
        if before.is_empty() || after.is_empty() {
            continue;
        }
        let place = if suggestion.ends_with(after) {
            suggestion.len().checked_sub(after.len())
        } else if suggestion.starts_with(before) {
            Some(before.len())
        } else {
            None
        };
        if let Some(place) = place.filter(|place| *place > 0 && *place < suggestion.len()) {
            spelled.insert_str(place, separator);
        }
    }
    spelled
}

/// The synonyms that are long enough to suggest, with the letters that they hold.
static LONG_WORDS: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
    SYNONYMS
        .iter()
        .flat_map(|(_, words)| *words)
        .filter(|word| word.len() >= 5)
        .map(|word| (*word, letters(word)))
        .collect()
});

/// The set of letters of a word, one bit each.
fn letters(word: &str) -> u32 {
    word.bytes()
        .filter(u8::is_ascii_lowercase)
        .fold(0, |set, b| set | 1 << (b - b'a'))
}

/// Longest word whose slips are counted, in bytes.
const LONGEST_WORD: usize = 63;

/// Counts the insertions, deletions, replacements and swaps of neighbours from one word to the other, up to `allowed`.
fn distance(left: &str, right: &str, allowed: usize) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if right.len() > LONGEST_WORD {
        return None;
    }
    let mut before = [usize::MAX - 1; LONGEST_WORD + 1];
    let mut row: [usize; LONGEST_WORD + 1] = std::array::from_fn(|j| j);
    let mut least_before = 0;
    let mut previous = None;
    for (i, a) in left.iter().enumerate() {
        let mut next = [i + 1; LONGEST_WORD + 1];
        let (mut beside, mut least, mut letter_before) = (i + 1, i + 1, None);
        for (j, b) in right.iter().enumerate() {
            let at = |line: &[usize; LONGEST_WORD + 1], j: usize| line.get(j).copied().unwrap_or(usize::MAX - 1);
            let mut slips = (at(&row, j) + usize::from(a != b))
                .min(at(&row, j + 1) + 1)
                .min(beside + 1);
            if previous == Some(b) && letter_before == Some(a) {
                slips = slips.min(at(&before, j - 1) + 1);
            }
            if let Some(slot) = next.get_mut(j + 1) {
                *slot = slips;
            }
            (beside, least, letter_before) = (slips, least.min(slips), Some(b));
        }
        // A swap looks two rows back; further rows never get below both.
        if least > allowed && least_before > allowed {
            return None;
        }
        least_before = least;
        previous = Some(a);
        before = std::mem::replace(&mut row, next);
    }
    row.get(right.len()).copied().filter(|slips| *slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_are_squeezed_and_stand_once() {
        let mut seen = HashMap::new();
        for (key, words) in SYNONYMS {
            for word in *words {
                assert!(
                    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()),
                    "{word}"
                );
                assert_eq!(seen.insert(*word, *key), None, "{word} stands twice");
            }
        }
    }

    #[test]
    fn labels_and_keys_mean_the_same() {
        for (label, key) in [
            ("duree du stage", Key::Duration),
            ("date_limite", Key::Deadline),
            ("salaire (brut annuel)", Key::Pay),
            ("le lieu", Key::Place),
            ("application link", Key::ApplyUrl),
        ] {
            assert_eq!(meaning(label), Some(key), "{label}");
        }
        assert_eq!(meaning("nos valeurs"), None);
        assert_eq!(rank(Key::Organization, "institut"), Some(WEAK_ORGANIZATION));
        assert_eq!(rank(Key::Organization, "organisation"), Some(1));
    }

    #[test]
    fn slips_get_a_suggestion() {
        assert_eq!(suggestion("post_ouvert"), Some("posteouvert"));
        assert_eq!(spelled("post_ouvert", "posteouvert"), "poste_ouvert");
        assert_eq!(spelled("Date-limit", "datelimite"), "date-limite");
        assert_eq!(suggestion("organiztion"), Some("organization"));
        assert_eq!(suggestion("deadine"), Some("deadline"));
        assert_eq!(suggestion("thumbnail"), None);
        assert_eq!(suggestion("continent"), None);
        assert_eq!(suggestion("post_id"), None);
        assert_eq!(suggestion("auteur"), None);
        assert_eq!(suggestion("title"), None);
    }
}
