//! Contradictions and doubts, with the passages that show them.

use std::ops::Range;

/// Something in an offer that a reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Which kind; `locale` has the sentence.
    pub code: WarningCode,
    /// Line in the file, from 1; 1 when it concerns the whole file.
    pub line: usize,
    /// The passages, in bytes of the file's text.
    pub passages: Vec<Range<usize>>,
    /// What the sentence fills in, in the order that it names them ("3–6", "6", a key, its suggestion, …).
    pub details: Vec<String>,
}

/// The kinds of warnings. `as_str` is the `code` of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WarningCode {
    /// Title and text, or two passages, give different durations.
    DurationContradiction,
    /// The deadline lies before the day the offer was posted.
    DeadlineBeforePosting,
    /// The deadline lies so long before the start, or after it, that one of them is probably a slip.
    DeadlineStartDoubt,
    /// Two different deadlines.
    TwoDeadlines,
    /// The year of the deadline was inferred.
    DeadlineYearInferred,
    /// Published according to the front matter, filled or closed according to the text.
    PublishedContradiction,
    /// The address shown is not the one that the link writes to.
    AddressDiffers,
    /// An address was left out because it is an example or holds characters that deceive.
    AddressRefused,
    /// Front matter that is not valid; it was read line by line.
    FrontMatterUnreadable,
    /// One field of the front matter could not be understood.
    FieldUnreadable,
    /// A key of the front matter looks like a slip of a known one.
    MisspeltKey,
    /// A `mailto:` carried fields that were not taken over (`bcc`, `body`, `attach`).
    MailtoFieldsDropped,
    /// Several offers in one file.
    SeveralOffers,
    /// The file was not UTF-8.
    Encoding,
}

impl WarningCode {
    /// Every kind, in the order declared.
    pub const ALL: [Self; 14] = [
        Self::DurationContradiction,
        Self::DeadlineBeforePosting,
        Self::DeadlineStartDoubt,
        Self::TwoDeadlines,
        Self::DeadlineYearInferred,
        Self::PublishedContradiction,
        Self::AddressDiffers,
        Self::AddressRefused,
        Self::FrontMatterUnreadable,
        Self::FieldUnreadable,
        Self::MisspeltKey,
        Self::MailtoFieldsDropped,
        Self::SeveralOffers,
        Self::Encoding,
    ];

    /// Returns the `code` of the JSON contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DurationContradiction => "duration_contradiction",
            Self::DeadlineBeforePosting => "deadline_before_posting",
            Self::DeadlineStartDoubt => "deadline_start_doubt",
            Self::TwoDeadlines => "two_deadlines",
            Self::DeadlineYearInferred => "deadline_year_inferred",
            Self::PublishedContradiction => "published_contradiction",
            Self::AddressDiffers => "address_differs",
            Self::AddressRefused => "address_refused",
            Self::FrontMatterUnreadable => "front_matter_unreadable",
            Self::FieldUnreadable => "field_unreadable",
            Self::MisspeltKey => "misspelt_key",
            Self::MailtoFieldsDropped => "mailto_fields_dropped",
            Self::SeveralOffers => "several_offers",
            Self::Encoding => "encoding",
        }
    }
}
