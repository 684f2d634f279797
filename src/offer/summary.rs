//! What the list, the search and the cache need of an offer: small, so that 100,000 fit in memory.
//!
//! The rest is read again from the file when an offer is opened, which costs less than a frame.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Contact, Duration, EmploymentType, Offer, OfferId, PayRange, Start};
use crate::text::Language;

/// An offer as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// See [`Offer::id`].
    pub id: OfferId,
    /// See [`Offer::path`].
    pub path: Box<str>,
    /// Which of the sources it comes from.
    pub source: u16,
    /// The title, or the file's name when it states none. Cleaned.
    pub title: Box<str>,
    /// Cleaned; empty when not stated.
    pub organization: Box<str>,
    /// Cleaned; empty when not stated.
    pub place: Box<str>,
    /// The kinds of contract.
    pub employment_types: EmploymentTypes,
    /// Cleaned.
    pub tags: Box<[Box<str>]>,
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
    pub contact: Option<Box<str>>,
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
        let _: Option<&Contact> = None;
        let _ = (offer, source);
        todo!()
    }
}
