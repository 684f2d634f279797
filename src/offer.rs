//! An offer and what it says: every fact with the passage that states it.
//!
//! [`read`] turns one decoded file into offers. It is pure: no file, no clock. Each fact has a reader of its
//! own, a module with its phrase table; all of them look at the same [`page`].

pub mod address;
pub mod amounts;
mod apply;
pub mod check;
mod contacts;
mod context;
mod contradiction;
mod cues;
mod cursor;
pub mod dates;
mod deadline;
mod documents;
mod duration;
mod employment;
pub mod facts;
pub mod front_matter;
pub mod identity;
pub mod json;
pub mod keys;
pub mod lengths;
mod level;
mod nature;
mod organization;
pub mod page;
mod pay;
mod phones;
mod place;
mod posted;
mod published;
mod reading;
mod remote;
#[cfg(test)]
pub(crate) mod samples;
pub mod section;
mod several;
mod start;
pub mod state;
mod subject;
pub mod summary;
mod tags;
mod terms;
mod title;
pub mod warning;
mod words;

use std::ops::Range;

use jiff::civil::Date;

pub use facts::{
    Closing, Contact, ContactRole, Currency, DocumentKind, Duration, EmploymentType, Evidence, Fact, FactKind, Facts,
    Inference, Origin, Pay, PayPeriod, PayRange, Start,
};
pub use identity::OfferId;
pub use place::Regions;
pub use state::{State, StateReason};
pub use summary::Summary;
pub use warning::{Warning, WarningCode};

/// One file as the catalog found it, decoded.
#[derive(Debug, Clone, Copy)]
pub struct OfferFile<'a> {
    /// Path relative to its source folder, with `/` between the parts.
    pub path: &'a str,
    /// The whole text, front matter included, exactly as decoded: quotes are compared with it word for word.
    pub text: &'a str,
    /// The day the file was last changed, for dates without a year. Only an inference may rest on it.
    pub modified: Option<Date>,
}

/// One offer of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Stable over reloads, edits and renames as far as content allows.
    pub id: OfferId,
    /// Path relative to the source, with `#anchor` when the file holds several offers.
    pub path: String,
    /// The bytes of the file's text that are this offer (the whole file, unless it holds several).
    pub range: Range<usize>,
    /// The bytes of the file's text that are the Markdown body: `range` without the front matter.
    pub body: Range<usize>,
    /// What it says.
    pub facts: Facts,
    /// Contradictions and doubts.
    pub warnings: Vec<Warning>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// One offer or, when the text clearly separates them, several. Never empty.
    Offers(Vec<Offer>),
    /// Not an offer.
    NotAnOffer(NotAnOffer),
}

/// Why a file was not taken for an offer, and what could still be read of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NotAnOffer {
    /// The reason, as a sentence of `locale` can say it.
    pub reason: NotAnOfferReason,
    /// The title it would have had.
    pub title: Option<String>,
    /// Trouble met while reading (unreadable front matter, …).
    pub warnings: Vec<Warning>,
}

/// Why a file is not an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotAnOfferReason {
    /// Nothing, or nothing but front matter or blank space.
    Empty,
    /// A page about the folder or the project.
    Readme,
    /// A model to be filled in, or a test of the publisher's site.
    Template,
    /// A list of offers or of links.
    IndexPage,
    /// News, a blog post or an opinion.
    Article,
    /// A page about the organisation or about applying in general.
    GeneralPage,
    /// Nothing in it asks anybody to apply.
    NoOfferFound,
}

/// Reads a file: is it an offer, and what does it say?
///
/// Never panics and never fails: what cannot be read is a [`Warning`].
#[must_use]
pub fn read(file: &OfferFile<'_>) -> Reading {
    reading::read(file)
}
