//! The JSON contract of DESIGN §5: one object an offer, and a way of writing it that no terminal can stumble on.
//!
//! The texts are exact, not cleaned: what a screen must not show is written as an escape (`\u202e`) by [`to_string`],
//! so that a JSON reader gets the very characters of the file and a terminal gets none of them.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use unicode_normalization::char::is_combining_mark;

use super::{
    Contact, DocumentKind, Duration, EmploymentType, Fact, FactKind, Facts, Inference, Offer, Origin, PayRange, Start,
    State, Summary, Warning,
};
use crate::locale::{self, Lang};
use crate::text::Language;

/// An offer as the contract has it.
#[derive(Debug, Serialize)]
pub struct OfferJson<'o> {
    /// See [`Offer::id`].
    pub id: &'o str,
    /// See [`Offer::path`].
    pub path: &'o str,
    /// The folder or file that the path is relative to.
    pub source: &'o str,
    title: Option<&'o str>,
    organization: Option<&'o str>,
    employment_types: Vec<EmploymentType>,
    duration: Option<Months>,
    start: Option<String>,
    deadline: Option<String>,
    pay: Option<&'o str>,
    pay_range: Option<Range>,
    place: Option<&'o str>,
    remote: Option<bool>,
    level: Option<&'o str>,
    contacts: Vec<ContactJson<'o>>,
    phones: Vec<&'o str>,
    apply_urls: Vec<&'o str>,
    subject: Option<&'o str>,
    documents: Vec<DocumentKind>,
    language: Option<Language>,
    tags: Vec<&'o str>,
    date_posted: Option<String>,
    published: Option<bool>,
    state: State,
    state_reason: String,
    warnings: Vec<WarningJson>,
    evidence: BTreeMap<&'static str, Vec<EvidenceJson<'o>>>,
}

#[derive(Debug, Serialize)]
struct Months {
    /// Null when only the upper end is stated ("jusqu'à 6 mois").
    min_months: Option<Tenths>,
    max_months: Option<Tenths>,
}

/// A number of tenths, written as a whole number where it is one.
#[derive(Debug)]
struct Tenths(u16);

impl Serialize for Tenths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10) {
            serializer.serialize_u16(self.0 / 10)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

/// An amount in cents, written in units.
#[derive(Debug)]
struct Cents(u64);

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            return serializer.serialize_u64(self.0 / 100);
        }
        #[allow(clippy::cast_precision_loss, reason = "no pay has sixteen digits")]
        serializer.serialize_f64(self.0 as f64 / 100.0)
    }
}

#[derive(Debug, Serialize)]
struct Range {
    min: Option<Cents>,
    max: Option<Cents>,
    currency: super::Currency,
    period: super::PayPeriod,
}

#[derive(Debug, Serialize)]
struct ContactJson<'o> {
    email: &'o str,
    role: super::ContactRole,
    name: Option<&'o str>,
}

#[derive(Debug, Serialize)]
struct WarningJson {
    code: &'static str,
    message: String,
    line: usize,
}

#[derive(Debug, Serialize)]
struct EvidenceJson<'o> {
    quote: Option<&'o str>,
    line: Option<usize>,
    inferred: Option<&'static str>,
}

/// Returns an offer as the contract has it. `text` is the file's whole text, which the evidence quotes.
#[must_use]
pub fn offer_json<'o>(offer: &'o Offer, text: &'o str, source: &'o str, today: Date, lang: Lang) -> OfferJson<'o> {
    let facts = &offer.facts;
    let (state, reason) = super::state::state(&Summary::of(offer, 0), today);
    OfferJson {
        id: offer.id.as_str(),
        path: &offer.path,
        source,
        title: word(facts.title.as_ref()),
        organization: word(facts.organization.as_ref()),
        employment_types: facts.employment_types.iter().map(|fact| fact.value).collect(),
        duration: facts.duration.as_ref().map(|fact| months(fact.value)),
        start: facts.start.as_ref().map(|fact| start(fact.value)),
        deadline: facts.deadline.as_ref().map(|fact| fact.value.to_string()),
        pay: facts.pay.as_ref().map(|fact| fact.value.text.as_str()),
        pay_range: facts.pay.as_ref().and_then(|fact| fact.value.range).map(pay_range),
        place: word(facts.place.as_ref()),
        remote: facts.remote.as_ref().map(|fact| fact.value),
        level: word(facts.level.as_ref()),
        contacts: facts.contacts.iter().map(|fact| contact(&fact.value)).collect(),
        phones: words(&facts.phones),
        apply_urls: words(&facts.apply_urls),
        subject: word(facts.subject.as_ref()),
        documents: facts.documents.iter().map(|fact| fact.value).collect(),
        language: facts.language.as_ref().map(|fact| fact.value),
        tags: words(&facts.tags),
        date_posted: facts.date_posted.as_ref().map(|fact| fact.value.to_string()),
        published: facts.published.as_ref().map(|fact| fact.value),
        state,
        state_reason: locale::facts::state_reason(lang, reason),
        warnings: offer
            .warnings
            .iter()
            .map(|warning| warning_json(warning, lang))
            .collect(),
        evidence: evidence(facts, text),
    }
}

fn word(fact: Option<&Fact<String>>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

fn words(facts: &[Fact<String>]) -> Vec<&str> {
    facts.iter().map(|fact| fact.value.as_str()).collect()
}

fn months(duration: Duration) -> Months {
    Months {
        min_months: (duration.min_tenths > 0).then_some(Tenths(duration.min_tenths)),
        max_months: duration.max_tenths.map(Tenths),
    }
}

fn start(start: Start) -> String {
    match start {
        Start::Asap => "asap".to_owned(),
        Start::Month { year, month } => format!("{year:04}-{month:02}"),
        Start::Day(date) => date.to_string(),
    }
}

fn pay_range(range: PayRange) -> Range {
    Range {
        min: range.min_cents.map(Cents),
        max: range.max_cents.map(Cents),
        currency: range.currency,
        period: range.period,
    }
}

fn contact(contact: &Contact) -> ContactJson<'_> {
    ContactJson {
        email: &contact.email,
        role: contact.role,
        name: contact.name.as_deref(),
    }
}

fn warning_json(warning: &Warning, lang: Lang) -> WarningJson {
    WarningJson {
        code: warning.code.as_str(),
        message: locale::findings::warning(lang, warning),
        line: warning.line,
    }
}

fn evidence<'o>(facts: &'o Facts, text: &'o str) -> BTreeMap<&'static str, Vec<EvidenceJson<'o>>> {
    FactKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let entries: Vec<_> = facts
                .evidence(kind)
                .into_iter()
                .map(|entry| evidence_json(entry, text))
                .collect();
            (!entries.is_empty()).then_some((kind.as_str(), entries))
        })
        .collect()
}

fn evidence_json<'o>(entry: &'o super::Evidence, text: &'o str) -> EvidenceJson<'o> {
    let inferred = match (&entry.origin, entry.inferred) {
        (Origin::FileName, _) => Some("file_name"),
        (Origin::Candidate, _) => Some("candidate"),
        (Origin::Text { .. }, inferred) => inferred.map(inference),
    };
    EvidenceJson {
        quote: entry.quote(text),
        line: entry.line(),
        inferred,
    }
}

fn inference(inference: Inference) -> &'static str {
    match inference {
        Inference::YearFromStart => "year_from_start",
        Inference::YearFromPosting => "year_from_posting",
        Inference::YearFromFileDate => "year_from_file_date",
        Inference::YearFromText => "year_from_text",
        Inference::FromAddress => "from_address",
        Inference::FromWords => "from_words",
    }
}

/// Writes any value as JSON in which every character that a terminal or a viewer could act on is an escape.
///
/// # Errors
///
/// When the value cannot be serialized, which ours always can.
pub fn to_string(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut out = Vec::new();
    value.serialize(&mut serde_json::Serializer::with_formatter(
        &mut out,
        Escaping(CompactFormatter),
    ))?;
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// Does the same as [`to_string`], in lines for a person to read.
///
/// # Errors
///
/// As for [`to_string`].
pub fn to_string_pretty(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut out = Vec::new();
    value.serialize(&mut serde_json::Serializer::with_formatter(
        &mut out,
        Escaping(PrettyFormatter::new()),
    ))?;
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// How many marks may stand on a letter before the others are escapes: a heap of them freezes some terminals.
const MARKS: usize = 4;

/// A formatter that escapes what `text::clean` would drop.
#[derive(Debug, Clone, Default)]
pub struct Escaping<F>(pub F);

impl<F: Formatter> Formatter for Escaping<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.is_ascii() && !fragment.contains('\u{7f}') {
            return self.0.write_string_fragment(writer, fragment);
        }
        let (mut from, mut marks) = (0, 0);
        for (at, c) in fragment.char_indices() {
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            if !acts(c) && marks <= MARKS {
                continue;
            }
            self.0
                .write_string_fragment(writer, fragment.get(from..at).unwrap_or_default())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            from = at + c.len_utf8();
        }
        self.0
            .write_string_fragment(writer, fragment.get(from..).unwrap_or_default())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

/// C1, DEL, bidi, zero-width, tag and separator characters, and soft hyphens.
fn acts(c: char) -> bool {
    matches!(c,
        '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_could_act_on_is_an_escape() {
        let heap = "\u{301}".repeat(9);
        let hostile = format!("a{heap}\u{1b}[31m\u{9b}2J\u{202e}b\u{200b}\u{2028}\u{e0041}é\"");
        let written = to_string(&hostile).unwrap();
        assert_eq!(written.matches('\u{301}').count(), MARKS);
        assert!(written.chars().all(|c| !c.is_control() && !acts(c)), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), hostile);
    }

    #[test]
    fn whole_numbers_stay_whole() {
        assert_eq!(to_string(&[Tenths(60), Tenths(7)]).unwrap(), "[6,0.7]");
        assert_eq!(to_string(&[Cents(60_000), Cents(375)]).unwrap(), "[600,3.75]");
    }
}
