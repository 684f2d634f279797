//! What an offer can say. A fact is a value and where it was read.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::Language;

/// A value with the passages that state it. Never without at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What was understood.
    pub value: T,
    /// Where it was read, the best passage first.
    pub evidence: Vec<Evidence>,
}

/// One passage that states a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where the passage stands.
    pub origin: Origin,
    /// What was added to the passage to reach the value, when the passage alone does not give it.
    pub inferred: Option<Inference>,
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the file's text.
    Text {
        /// Bytes of the file's text, on character boundaries.
        span: Range<usize>,
        /// Line in the file, from 1.
        line: usize,
    },
    /// In the file's name (a date only).
    FileName,
    /// Nowhere in the file: the candidate corrected it by hand.
    Candidate,
}

/// What had to be inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inference {
    /// The year of a date, from the start that the offer states.
    YearFromStart,
    /// The year of a date, from the day the offer was posted.
    YearFromPosting,
    /// The year of a date, from the day the file was changed.
    YearFromFileDate,
    /// The year of a date, from another date in the text.
    YearFromText,
    /// The organisation, from the address or link it writes from.
    FromAddress,
    /// The language, from the words of the text.
    FromWords,
}

impl Evidence {
    /// Returns the passage, word for word, in `text`, the file's whole text.
    #[must_use]
    pub fn quote<'t>(&self, text: &'t str) -> Option<&'t str> {
        match &self.origin {
            Origin::Text { span, .. } => text.get(span.clone()),
            Origin::FileName | Origin::Candidate => None,
        }
    }

    /// Returns the line of the passage, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self.origin {
            Origin::Text { line, .. } => Some(line),
            Origin::FileName | Origin::Candidate => None,
        }
    }
}

/// Everything that an offer may state. `None` or empty: it does not say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The job itself, as a person would say it.
    pub title: Option<Fact<String>>,
    /// Who offers it.
    pub organization: Option<Fact<String>>,
    /// Which kinds of contract.
    pub employment_types: Vec<Fact<EmploymentType>>,
    /// How long.
    pub duration: Option<Fact<Duration>>,
    /// From when.
    pub start: Option<Fact<Start>>,
    /// Last day to apply.
    pub deadline: Option<Fact<Date>>,
    /// What it pays.
    pub pay: Option<Fact<Pay>>,
    /// The city.
    pub place: Option<Fact<String>>,
    /// True as soon as any remote work is offered, false when being on site is required.
    pub remote: Option<Fact<bool>>,
    /// Diploma or experience asked.
    pub level: Option<Fact<String>>,
    /// The addresses to which an application goes, in the order of the text, `to` first.
    pub contacts: Vec<Fact<Contact>>,
    /// Telephone numbers, as written.
    pub phones: Vec<Fact<String>>,
    /// Forms and pages where one applies.
    pub apply_urls: Vec<Fact<String>>,
    /// The subject that the offer demands, with its placeholders.
    pub subject: Option<Fact<String>>,
    /// What must be sent.
    pub documents: Vec<Fact<DocumentKind>>,
    /// The language of the text.
    pub language: Option<Fact<Language>>,
    /// Tags of the front matter.
    pub tags: Vec<Fact<String>>,
    /// The day it was posted.
    pub date_posted: Option<Fact<Date>>,
    /// Whether it says that it is open (true) or closed, filled or a draft (false).
    pub published: Option<Fact<bool>>,
    /// How it is not open, when `published` is false.
    pub closing: Option<Closing>,
}

/// How an offer is not open. Its evidence is that of [`Facts::published`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closing {
    /// Over, for whatever reason.
    Closed,
    /// Somebody was found.
    Filled,
    /// Not published yet.
    Draft,
}

/// A kind of contract. The names are those of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentType {
    /// Stage.
    Internship,
    /// CDI.
    Permanent,
    /// CDD.
    FixedTerm,
    /// Alternance.
    Apprenticeship,
    /// Freelance.
    Freelance,
    /// Bénévolat.
    Volunteer,
    /// Service civique.
    CivicService,
    /// Doctorat.
    Phd,
    /// Post-doctorat.
    Postdoc,
    /// Anything else that is named.
    Other,
}

/// How long, in tenths of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// At least, in tenths of a month; 0 when only the upper end is stated ("jusqu'à 6 mois").
    pub min_tenths: u16,
    /// At most, in tenths of a month; `None` when open ("au moins 3 mois").
    pub max_tenths: Option<u16>,
}

/// From when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Start {
    /// As soon as possible.
    Asap,
    /// A month.
    Month {
        /// Year.
        year: i16,
        /// Month, from 1.
        month: i8,
    },
    /// A day.
    Day(Date),
}

/// What it pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// The passage that states it, cleaned of mark-up.
    pub text: String,
    /// The figure, when the passage gives one.
    pub range: Option<PayRange>,
}

/// A figure for the pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayRange {
    /// At least, in cents.
    pub min_cents: Option<u64>,
    /// At most, in cents.
    pub max_cents: Option<u64>,
    /// In which currency.
    pub currency: Currency,
    /// For how long a work.
    pub period: PayPeriod,
}

/// A currency. The names are those of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    Eur,
    /// US dollar.
    Usd,
    /// Pound sterling.
    Gbp,
    /// Swiss franc.
    Chf,
    /// Canadian dollar.
    Cad,
}

/// The time that a pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// The whole work.
    Total,
}

/// An address to which an application goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The bare address, within the strict pattern of `mail::address`.
    pub email: String,
    /// What it is for.
    pub role: ContactRole,
    /// The person, when named.
    pub name: Option<String>,
}

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactRole {
    /// Takes the applications.
    To,
    /// Gets a copy.
    Cc,
    /// Answers questions.
    Info,
}

/// A document that an offer asks for. The names are those of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Curriculum vitæ.
    Cv,
    /// Lettre de motivation.
    CoverLetter,
    /// A few words in the e-mail itself.
    IntroEmail,
    /// A LinkedIn profile.
    Linkedin,
    /// A GitHub profile or other public code.
    Github,
    /// Portfolio, book.
    Portfolio,
    /// Relevés de notes.
    Transcript,
    /// People to ask.
    References,
    /// Letters from them.
    RecommendationLetters,
    /// List of publications.
    PublicationList,
    /// Research statement.
    ResearchStatement,
    /// Samples of work.
    WorkSamples,
    /// A video.
    Video,
}

impl DocumentKind {
    /// Every kind, in the order declared.
    pub const ALL: [Self; 13] = [
        Self::Cv,
        Self::CoverLetter,
        Self::IntroEmail,
        Self::Linkedin,
        Self::Github,
        Self::Portfolio,
        Self::Transcript,
        Self::References,
        Self::RecommendationLetters,
        Self::PublicationList,
        Self::ResearchStatement,
        Self::WorkSamples,
        Self::Video,
    ];

    /// Returns the name of the JSON contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cv => "cv",
            Self::CoverLetter => "cover_letter",
            Self::IntroEmail => "intro_email",
            Self::Linkedin => "linkedin",
            Self::Github => "github",
            Self::Portfolio => "portfolio",
            Self::Transcript => "transcript",
            Self::References => "references",
            Self::RecommendationLetters => "recommendation_letters",
            Self::PublicationList => "publication_list",
            Self::ResearchStatement => "research_statement",
            Self::WorkSamples => "work_samples",
            Self::Video => "video",
        }
    }
}

/// A fact by its name: what labels, evidence and corrections are keyed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// See [`Facts::title`].
    Title,
    /// See [`Facts::organization`].
    Organization,
    /// See [`Facts::employment_types`].
    EmploymentTypes,
    /// See [`Facts::duration`].
    Duration,
    /// See [`Facts::start`].
    Start,
    /// See [`Facts::deadline`].
    Deadline,
    /// See [`Facts::pay`].
    Pay,
    /// See [`Facts::place`].
    Place,
    /// See [`Facts::remote`].
    Remote,
    /// See [`Facts::level`].
    Level,
    /// See [`Facts::contacts`].
    Contacts,
    /// See [`Facts::phones`].
    Phones,
    /// See [`Facts::apply_urls`].
    ApplyUrls,
    /// See [`Facts::subject`].
    Subject,
    /// See [`Facts::documents`].
    Documents,
    /// See [`Facts::language`].
    Language,
    /// See [`Facts::tags`].
    Tags,
    /// See [`Facts::date_posted`].
    DatePosted,
    /// See [`Facts::published`].
    Published,
}

impl FactKind {
    /// Every fact, in the order of [`Facts`].
    pub const ALL: [Self; 19] = [
        Self::Title,
        Self::Organization,
        Self::EmploymentTypes,
        Self::Duration,
        Self::Start,
        Self::Deadline,
        Self::Pay,
        Self::Place,
        Self::Remote,
        Self::Level,
        Self::Contacts,
        Self::Phones,
        Self::ApplyUrls,
        Self::Subject,
        Self::Documents,
        Self::Language,
        Self::Tags,
        Self::DatePosted,
        Self::Published,
    ];

    /// Returns the key of the JSON contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Organization => "organization",
            Self::EmploymentTypes => "employment_types",
            Self::Duration => "duration",
            Self::Start => "start",
            Self::Deadline => "deadline",
            Self::Pay => "pay",
            Self::Place => "place",
            Self::Remote => "remote",
            Self::Level => "level",
            Self::Contacts => "contacts",
            Self::Phones => "phones",
            Self::ApplyUrls => "apply_urls",
            Self::Subject => "subject",
            Self::Documents => "documents",
            Self::Language => "language",
            Self::Tags => "tags",
            Self::DatePosted => "date_posted",
            Self::Published => "published",
        }
    }
}

impl Evidence {
    /// Tells whether the passage stands within bytes of the file's text; what stands nowhere in it does.
    fn is_within(&self, range: &Range<usize>) -> bool {
        match &self.origin {
            Origin::Text { span, .. } => range.start <= span.start && span.end <= range.end,
            Origin::FileName | Origin::Candidate => true,
        }
    }
}

impl Facts {
    /// Returns the facts that have a passage within bytes of the file's text.
    #[must_use]
    pub fn stated_within(&self, range: &Range<usize>) -> Self {
        fn within<T>(fact: &Fact<T>, range: &Range<usize>) -> bool {
            fact.evidence.iter().any(|entry| entry.is_within(range))
        }
        fn one<T>(fact: &mut Option<Fact<T>>, range: &Range<usize>) {
            if !fact.as_ref().is_some_and(|fact| within(fact, range)) {
                *fact = None;
            }
        }
        let mut facts = self.clone();
        one(&mut facts.title, range);
        one(&mut facts.organization, range);
        facts.employment_types.retain(|fact| within(fact, range));
        one(&mut facts.duration, range);
        one(&mut facts.start, range);
        one(&mut facts.deadline, range);
        one(&mut facts.pay, range);
        one(&mut facts.place, range);
        one(&mut facts.remote, range);
        one(&mut facts.level, range);
        facts.contacts.retain(|fact| within(fact, range));
        facts.phones.retain(|fact| within(fact, range));
        facts.apply_urls.retain(|fact| within(fact, range));
        one(&mut facts.subject, range);
        facts.documents.retain(|fact| within(fact, range));
        one(&mut facts.language, range);
        facts.tags.retain(|fact| within(fact, range));
        one(&mut facts.date_posted, range);
        one(&mut facts.published, range);
        facts.closing = facts.closing.filter(|_| facts.published.is_some());
        facts
    }

    /// Returns the passages that state a fact; none when it is not stated.
    #[must_use]
    pub fn evidence(&self, fact: FactKind) -> Vec<&Evidence> {
        fn one<T>(fact: Option<&Fact<T>>) -> Vec<&Evidence> {
            fact.map_or_else(Vec::new, |fact| fact.evidence.iter().collect())
        }
        fn many<T>(facts: &[Fact<T>]) -> Vec<&Evidence> {
            facts.iter().flat_map(|fact| &fact.evidence).collect()
        }
        match fact {
            FactKind::Title => one(self.title.as_ref()),
            FactKind::Organization => one(self.organization.as_ref()),
            FactKind::EmploymentTypes => many(&self.employment_types),
            FactKind::Duration => one(self.duration.as_ref()),
            FactKind::Start => one(self.start.as_ref()),
            FactKind::Deadline => one(self.deadline.as_ref()),
            FactKind::Pay => one(self.pay.as_ref()),
            FactKind::Place => one(self.place.as_ref()),
            FactKind::Remote => one(self.remote.as_ref()),
            FactKind::Level => one(self.level.as_ref()),
            FactKind::Contacts => many(&self.contacts),
            FactKind::Phones => many(&self.phones),
            FactKind::ApplyUrls => many(&self.apply_urls),
            FactKind::Subject => one(self.subject.as_ref()),
            FactKind::Documents => many(&self.documents),
            FactKind::Language => one(self.language.as_ref()),
            FactKind::Tags => many(&self.tags),
            FactKind::DatePosted => one(self.date_posted.as_ref()),
            FactKind::Published => one(self.published.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_as_they_are_written() {
        for kind in DocumentKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
