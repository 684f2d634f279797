//! What the list, the search and the cache need of an offer: small, so that 100,000 fit in memory.
//!
//! The rest is read again from the file when an offer is opened, which costs less than a frame.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::facts::Closing;
use super::{Contact, ContactRole, Duration, EmploymentType, Fact, Offer, OfferId, PayRange, Start};
use crate::text::{Language, Shared, clean};

/// An offer as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// See [`Offer::id`].
    pub id: OfferId,
    /// See [`Offer::path`].
    pub path: Shared,
    /// Which of the sources it comes from.
    pub source: u16,
    /// The title, or the file's name when it states none. Cleaned.
    pub title: Shared,
    /// Cleaned; empty when not stated.
    pub organization: Shared,
    /// Cleaned; empty when not stated.
    pub place: Shared,
    /// The kinds of contract.
    pub employment_types: EmploymentTypes,
    /// Cleaned.
    pub tags: Box<[Shared]>,
    /// See [`super::Facts::duration`].
    pub duration: Option<Duration>,
    /// See [`super::Facts::start`].
    pub start: Option<Start>,
    /// See [`super::Facts::deadline`].
    pub deadline: Option<Date>,
    /// See [`super::Facts::pay`].
    pub pay: Option<PayRange>,
    /// True when any pay is stated, as a figure or not.
    pub pay_stated: bool,
    /// See [`super::Facts::remote`].
    pub remote: Option<bool>,
    /// See [`super::Facts::language`].
    pub language: Option<Language>,
    /// See [`super::Facts::date_posted`].
    pub date_posted: Option<Date>,
    /// See [`super::Facts::published`].
    pub published: Option<bool>,
    /// True when the text says that somebody was found.
    pub filled: bool,
    /// True when it calls itself a draft.
    pub draft: bool,
    /// The first address to apply to.
    pub contact: Option<Shared>,
    /// How many warnings it has.
    pub warnings: u16,
}

/// A set of kinds of contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmploymentTypes(u16);

impl EmploymentTypes {
    /// Adds one.
    pub fn insert(&mut self, kind: EmploymentType) {
        self.0 |= 1 << kind as u16;
    }

    /// Tells whether it holds `kind`.
    #[must_use]
    pub fn contains(self, kind: EmploymentType) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// Tells whether nothing is stated.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the kinds, in the order of [`EmploymentType`].
    pub fn iter(self) -> impl Iterator<Item = EmploymentType> {
        use EmploymentType as E;
        [
            E::Internship,
            E::Permanent,
            E::FixedTerm,
            E::Apprenticeship,
            E::Freelance,
            E::Volunteer,
            E::CivicService,
            E::Phd,
            E::Postdoc,
            E::Other,
        ]
        .into_iter()
        .filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<EmploymentType> for EmploymentTypes {
    fn from_iter<I: IntoIterator<Item = EmploymentType>>(kinds: I) -> Self {
        let mut set = Self::default();
        kinds.into_iter().for_each(|kind| set.insert(kind));
        set
    }
}

impl Summary {
    /// Takes from an offer what a row needs.
    #[must_use]
    pub fn of(offer: &Offer, source: u16) -> Self {
        let facts = &offer.facts;
        let shown = |fact: &Option<Fact<String>>| fact.as_ref().map_or_else(String::new, |fact| row_text(&fact.value));
        let title = match &facts.title {
            Some(fact) => row_text(&fact.value),
            None => row_text(&name_of(&offer.path)),
        };
        let (organization, place) = (shown(&facts.organization), shown(&facts.place));
        let tags: Vec<String> = facts.tags.iter().map(|fact| row_text(&fact.value)).collect();
        let contact = contact_of(&facts.contacts);
        let mut texts = vec![offer.id.as_str(), &offer.path, &title, &organization, &place];
        texts.extend(tags.iter().map(String::as_str));
        texts.extend(contact);
        let mut texts = Shared::together(&texts).into_iter();
        let mut next = || texts.next().unwrap_or_default();
        Self {
            id: OfferId::held(next()).unwrap_or_else(|| offer.id.clone()),
            path: next(),
            source,
            title: next(),
            organization: next(),
            place: next(),
            tags: tags.iter().map(|_| next()).collect(),
            contact: contact.map(|_| next()),
            employment_types: facts.employment_types.iter().map(|fact| fact.value).collect(),
            duration: facts.duration.as_ref().map(|fact| fact.value),
            start: facts.start.as_ref().map(|fact| fact.value),
            deadline: facts.deadline.as_ref().map(|fact| fact.value),
            pay: facts.pay.as_ref().and_then(|fact| fact.value.range),
            pay_stated: facts.pay.is_some(),
            remote: facts.remote.as_ref().map(|fact| fact.value),
            language: facts.language.as_ref().map(|fact| fact.value),
            date_posted: facts.date_posted.as_ref().map(|fact| fact.value),
            published: facts.published.as_ref().map(|fact| fact.value),
            filled: facts.closing == Some(Closing::Filled),
            draft: facts.closing == Some(Closing::Draft),
            warnings: u16::try_from(offer.warnings.len()).unwrap_or(u16::MAX),
        }
    }
}

/// A fact as one line of a row.
fn row_text(text: &str) -> String {
    clean(text).one_line().into_string()
}

/// The first address that takes applications, else the first of all.
fn contact_of(contacts: &[Fact<Contact>]) -> Option<&str> {
    let first = contacts
        .iter()
        .find(|fact| fact.value.role == ContactRole::To)
        .or_else(|| contacts.first())?;
    Some(&first.value.email)
}

/// A title out of a file's name, for an offer that states none: `2024-02-01-un_poste.md` → "un poste".
fn name_of(path: &str) -> String {
    // No anchor has a dot or a slash; a file's name may hold a `#`.
    let (path, anchor) = path
        .rsplit_once('#')
        .filter(|(_, anchor)| !anchor.contains(['.', '/']))
        .map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let stem = file
        .split_once('.')
        .map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem });
    let generic = matches!(stem.to_ascii_lowercase().as_str(), "readme" | "index" | "_index");
    let stem = if generic { parts.next().unwrap_or(stem) } else { stem };
    let words = anchor
        .unwrap_or(stem)
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
    let words = if words.is_empty() { stem } else { words };
    words.replace(['-', '_'], " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_title() {
        for (path, wanted) in [
            ("a/2024-02-01-un_poste.md", "un poste"),
            ("jobs/dev-java/README.md", "dev java"),
            ("-.md", "-"),
            ("x.md#un-poste", "un poste"),
        ] {
            assert_eq!(name_of(path), if wanted == "-" { "" } else { wanted }, "{path}");
        }
    }
}
