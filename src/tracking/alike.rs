//! Knowing before applying again: the same organisation, the same offer twice.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::application::Application;
use crate::offer::Summary;
use crate::text;

/// Words of a name that do not tell one organisation from another.
const LEGAL_FORMS: [&str; 26] = [
    "sa",
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "scop",
    "scic",
    "gie",
    "asbl",
    "association",
    "asso",
    "gmbh",
    "ev",
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "the",
    "le",
    "la",
    "les",
    "l",
    "of",
    "de",
    "du",
];

/// Domains that anybody can have an address at: they tell nothing of who writes.
const SHARED_DOMAINS: [&str; 14] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "yahoo.com",
    "yahoo.fr",
    "orange.fr",
    "free.fr",
    "laposte.net",
    "protonmail.com",
    "proton.me",
    "framalistes.org",
];

/// Returns the applications already sent to who offers `row`, the latest first; the one about `row` itself left out.
///
/// Names are compared folded, without legal forms, with one slip of the hand allowed in a long name, an abbreviation
/// in brackets counting as the name; or the address is at the same domain.
#[must_use]
pub fn already_applied<'a>(
    applications: impl IntoIterator<Item = &'a Application>,
    row: &Summary,
) -> Vec<&'a Application> {
    let names = names(&row.organization);
    let domain = row.contact.as_deref().and_then(domain);
    let same = |application: &Application| {
        let known = self::names(application.organization());
        let by_name = names.iter().any(|name| known.iter().any(|known| is_same(name, known)));
        let by_domain = domain.is_some() && application.email().and_then(self::domain) == domain;
        by_name || by_domain
    };
    let mut found: Vec<&Application> = applications
        .into_iter()
        .filter(|application| application.sent_on().is_some() && application.offer.id != row.id)
        .filter(|application| same(application))
        .collect();
    found.sort_by_key(|application| std::cmp::Reverse(application.sent_on()));
    found
}

/// The rows that are likely the same offer published more than once.
///
/// The same organisation and the same words in the title, whatever their order and the ending of the job's name.
/// Places may differ: each row is shown with the places of the others, and none is hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins {
    /// The groups one after the other, each in the order of the rows.
    rows: Vec<u32>,
    /// Where the group of a row stands among `rows`; rows without a twin are left out.
    groups: HashMap<u32, (u32, u32)>,
}

impl Twins {
    /// Finds them.
    #[must_use]
    pub fn find(rows: &[Summary]) -> Self {
        let mut keys: Vec<(u64, u32)> = (0..)
            .zip(rows)
            .filter_map(|(at, row)| Some((offer_key(row)?, at)))
            .collect();
        keys.sort_unstable();
        let mut twins = Self::default();
        for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            let start = u32::try_from(twins.rows.len()).unwrap_or(u32::MAX);
            twins.rows.extend(group.iter().map(|(_, row)| *row));
            let end = u32::try_from(twins.rows.len()).unwrap_or(u32::MAX);
            twins.groups.extend(group.iter().map(|(_, row)| (*row, (start, end))));
        }
        twins
    }

    /// Returns the other rows that are likely the same offer as this one.
    pub fn of(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let range = self
            .groups
            .get(&row)
            .map_or(0..0, |(start, end)| *start as usize..*end as usize);
        let group = self.rows.get(range).unwrap_or_default();
        group.iter().copied().filter(move |other| *other != row)
    }
}

/// Returns what two publications of one offer share, in a number; `None` when nobody says who offers what.
fn offer_key(row: &Summary) -> Option<u64> {
    let (organization, title) = (key(&row.organization), title_words(&row.title));
    if organization.is_empty() || title.is_empty() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    (organization, title).hash(&mut hasher);
    Some(hasher.finish())
}

/// Returns the comparable forms of a name: the whole, and what stands in brackets.
fn names(organization: &str) -> Vec<String> {
    let (outside, inside) = match organization.split_once('(') {
        Some((outside, rest)) => (outside, rest.split(')').next().unwrap_or("")),
        None => (organization, ""),
    };
    [outside, inside]
        .into_iter()
        .map(key)
        .filter(|name| name.chars().count() > 1)
        .collect()
}

fn key(name: &str) -> String {
    let words = words(name);
    let telling: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !LEGAL_FORMS.contains(word))
        .collect();
    if telling.is_empty() {
        words.concat()
    } else {
        telling.concat()
    }
}

fn words(text: &str) -> Vec<String> {
    let mut folded = String::new();
    text::fold_into(text, &mut folded);
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn title_words(title: &str) -> Vec<String> {
    // Small words, "H/F", and the endings of inclusive writing.
    const EMPTY: [&str; 26] = [
        "h", "f", "hf", "m", "x", "de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "en", "the", "a", "e",
        "se", "ne", "ere", "euse", "ice", "rice", "trice",
    ];
    let mut words: Vec<String> = words(title)
        .into_iter()
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Tells whether two names are the same but for one slip in a name of eight letters or more.
fn is_same(a: &str, b: &str) -> bool {
    // "Antenne 31" and "Antenne 33" are not a slip apart.
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let long = a.chars().count().min(b.chars().count()) >= 8;
    a == b || long && digits(a) == digits(b) && one_slip_apart(a, b)
}

/// Tells whether one letter was added, dropped or replaced.
fn one_slip_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    start + end + 1 >= long.len()
}

fn domain(address: &str) -> Option<String> {
    let domain = address.rsplit_once('@')?.1.to_ascii_lowercase();
    (!SHARED_DOMAINS.contains(&domain.as_str())).then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::samples;

    #[test]
    fn names_of_one_organisation_meet() {
        let same = |a: &str, b: &str| {
            let (a, b) = (names(a), names(b));
            a.iter().any(|a| b.iter().any(|b| is_same(a, b)))
        };
        assert!(same("Atelier des Cartes", "ATELIER DES CARTES SAS"));
        assert!(same("L’Atelier des cartes", "atelier des cartes"));
        assert!(same("Société d’Études Fluviales (SEF)", "SEF"));
        assert!(
            same("Fabrique numérique", "Fabrique numerqiue").then_some(()).is_none(),
            "two letters swapped are two slips"
        );
        assert!(same("Fabrique numérique", "Fabrique numeriqe"));
        assert!(!same("INRAE", "INRIA"));
        assert!(!same("Antenne de secteur 31", "Antenne de secteur 33"));
        assert!(!same("", ""));
        assert!(!same("Ville de Rennes", "Ville de Rouen"));
    }

    #[test]
    fn an_address_at_a_shared_domain_tells_nothing() {
        assert_eq!(domain("a@gmail.com"), None);
        assert_eq!(domain("rh@Lab.example"), Some("lab.example".to_owned()));
    }

    #[test]
    fn titles_meet_whatever_the_order_and_the_brackets() {
        assert_eq!(
            title_words("Développeur·se Rust (H/F)"),
            title_words("Rust — développeur"),
        );
        assert_ne!(title_words("Développeur Rust"), title_words("Développeur Python"));
    }

    #[test]
    fn one_offer_published_in_two_places_is_found_and_another_job_is_not() {
        let row = |path: &str, title: &str, organization: &str, place: &str| {
            let front = format!("title: {title}\norganization: {organization}\nlocation: {place}");
            samples::row(path, &front)
        };
        let rows = [
            row("a.md", "Gardien·ne de phare (H/F)", "Phare du Nord", "Brest"),
            row("b.md", "Vigie", "Phare du Nord", "Brest"),
            row("c.md", "Gardien de phare", "Association Phare du Nord", "Ouessant"),
            row("d.md", "Gardien de phare", "Phare du Sud", "Ouessant"),
        ];
        let twins = Twins::find(&rows);
        let of = |row| twins.of(row).collect::<Vec<u32>>();
        assert_eq!((of(0), of(2)), (vec![2], vec![0]));
        assert_eq!((of(1), of(3)), (vec![], vec![]));
        assert_eq!(Twins::find(&[]), Twins::default());
    }
}
