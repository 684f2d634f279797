//! The last day to apply.
//!
//! Nothing else may come out: a wrong deadline makes somebody miss the right one, or not apply at all. So a date counts
//! only beside words that can mean nothing else ("date limite de candidature", "apply by"), or beside "avant le",
//! "jusqu'au" in a sentence about applying; interviews, contract ends, postings and openings never count.

use std::ops::Range;

use jiff::civil::Date;

use super::context::{Around, behind, first_words, holds_any, is_of_label, last_words, shift};
use super::dates::{self, Written};
use super::facts::{Fact, Inference, Start};
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::{Words, words};
use crate::text::Language;

/// What a phrase says of the date beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The date that follows is the last day to apply.
    Certain,
    /// It is, when the sentence is about applying.
    Before,
    /// The date that precedes is, when the sentence is about applying.
    After,
    /// The span that follows is when one may apply: its last day is.
    Within,
    /// The date that follows replaces the last day to apply, when the sentence is about that.
    Extended,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Says)] = &[
    ("date limite de candidature*", Says::Certain),
    ("date limite pour candidater", Says::Certain),
    ("date limite pour postuler", Says::Certain),
    ("date limite de depot", Says::Certain),
    ("date limite d'envoi", Says::Certain),
    ("date limite de reception", Says::Certain),
    ("date limite de reponse", Says::Certain),
    ("date limite de soumission", Says::Certain),
    ("date limite", Says::Certain),
    ("date butoir", Says::Certain),
    ("limite pour candidater", Says::Certain),
    ("limite pour postuler", Says::Certain),
    ("limite de candidature*", Says::Certain),
    ("cloture des candidatures", Says::Certain),
    ("cloture de l'appel", Says::Certain),
    ("cloture de l'offre", Says::Certain),
    ("date de cloture", Says::Certain),
    ("fin des candidatures", Says::Certain),
    ("fin de candidature", Says::Certain),
    ("candidatures ouvertes jusqu'au", Says::Certain),
    ("candidatez avant", Says::Certain),
    ("candidater avant", Says::Certain),
    ("candidature avant", Says::Certain),
    ("candidatures avant", Says::Certain),
    ("postulez avant", Says::Certain),
    ("postuler avant", Says::Certain),
    ("postulez d'ici", Says::Certain),
    ("postulez jusqu'au", Says::Certain),
    ("postuler jusqu'au", Says::Certain),
    ("candidater jusqu'au", Says::Certain),
    ("application deadline", Says::Certain),
    ("deadline for application*", Says::Certain),
    ("deadline to apply", Says::Certain),
    ("deadline", Says::Certain),
    ("closing date", Says::Certain),
    ("close date", Says::Certain),
    ("applications close", Says::Certain),
    ("applications are due", Says::Certain),
    ("apply by", Says::Certain),
    ("apply before", Says::Certain),
    ("apply until", Says::Certain),
    ("apply no later than", Says::Certain),
    ("bewerbungsschluss", Says::Certain),
    ("bewerbungsfrist", Says::Certain),
    ("avant le", Says::Before),
    ("avant la", Says::Before),
    ("jusqu'au", Says::Before),
    ("jusqu'a", Says::Before),
    ("au plus tard", Says::Before),
    ("d'ici le", Says::Before),
    ("d'ici au", Says::Before),
    ("d'ici", Says::Before),
    ("pour le", Says::Before),
    ("before", Says::Before),
    ("no later than", Says::Before),
    ("not later than", Says::Before),
    ("until", Says::Before),
    ("by", Says::Before),
    ("bis zum", Says::Before),
    ("au plus tard", Says::After),
    ("dernier delai", Says::After),
    ("delai de rigueur", Says::After),
    ("at the latest", Says::After),
    ("cachet de la poste", Says::After),
    ("candidatures ouvertes du", Says::Within),
    ("candidatures ouvertes entre", Says::Within),
    ("candidatures du", Says::Within),
    ("candidatures : du", Says::Within),
    ("candidature du", Says::Within),
    ("candidater du", Says::Within),
    ("candidater entre", Says::Within),
    ("candidatez du", Says::Within),
    ("postuler du", Says::Within),
    ("postuler entre", Says::Within),
    ("postulez du", Says::Within),
    ("appel ouvert du", Says::Within),
    ("apply from", Says::Within),
    ("apply between", Says::Within),
    ("applications open from", Says::Within),
    ("applications are open from", Says::Within),
    ("prolonge au", Says::Extended),
    ("prolonge jusqu'au", Says::Extended),
    ("prolongee au", Says::Extended),
    ("prolongee jusqu'au", Says::Extended),
    ("prolongees jusqu'au", Says::Extended),
    ("reporte au", Says::Extended),
    ("reportee au", Says::Extended),
    ("repousse au", Says::Extended),
    ("repoussee au", Says::Extended),
    ("extended to", Says::Extended),
    ("extended until", Says::Extended),
];

/// Words that make a sentence one about applying.
const APPLYING: Words = Words::of(&[
    "candidature*",
    "candidat*",
    "candidater",
    "postul*",
    "cv",
    "lettre de motivation",
    "dossier*",
    "apply",
    "application*",
    "applications",
    "resume",
    "cover letter",
    "bewerb*",
    "repondre a cette",
    "manifester",
]);

/// Words that make the date beside them something else.
const OTHERWISE: Words = Words::of(&[
    "obtain*",
    "retenue*",
    "informera",
    "informerons",
    "entretien*",
    "interview*",
    "audition*",
    "prise de poste",
    "prise de fonction*",
    "demarr*",
    "commenc*",
    "start*",
    "begin*",
    "contrat",
    "mission",
    "cdd",
    "poste ouvert",
    "stage de",
    "stage du",
    "renouvel*",
    "financ*",
    "publi*",
    "mise en ligne",
    "ouverture",
    "opens",
    "debut des",
    "a partir",
    "naissance",
    "ne apres",
    "soutenance",
    "session*",
    "reponse sera",
    "resultat*",
    "notification",
    "results",
    "selection",
    "duree",
    "prolong*",
    "convention",
    "stage se",
    "se deroul*",
    "travail*",
    "project",
    "projet",
    "livr*",
    "deliver*",
    "conference",
    "workshop",
    "diplome*",
    "graduat*",
]);

/// What may complete a date without a year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// The start of the work.
    pub start: Option<Start>,
    /// The day the offer was posted.
    pub posted: Option<Date>,
    /// The day the file was changed.
    pub modified: Option<Date>,
    /// The language of the text.
    pub language: Option<Language>,
}

/// The deadline believed, and another one that the offer also gives.
#[derive(Debug, Default)]
pub(super) struct Deadlines {
    /// The deadline.
    pub fact: Option<Fact<Date>>,
    /// Another date given as the deadline, and where it stands in the file.
    pub other: Option<(Date, Range<usize>)>,
}

/// How far a date is the deadline; the better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// It replaces an earlier one.
    Extended,
    Certain,
    Likely,
}

/// A date given as the deadline.
struct Found {
    rank: Rank,
    date: dates::CalendarDate,
    range: Range<u32>,
}

/// Reads the deadline.
pub(super) fn read(page: &Page<'_>, known: Known) -> Deadlines {
    let mut found = labelled(page, known);
    for hit in page.hits(Topic::Deadline) {
        if let Some(date) = beside(page, hit, known) {
            found.push(date);
        }
    }
    let yearless = found.iter().any(|found| found.date.year.is_none());
    let year = if yearless { only_year(page) } else { None };
    let mut dated: Vec<(Rank, Fact<Date>)> = found
        .iter()
        .filter_map(|found| Some((found.rank, complete(page, found, known, year)?)))
        .collect();
    // What is written whole comes before what had to be inferred, the certain before the likely.
    let inferred = |fact: &Fact<Date>| fact.evidence.iter().any(|e| e.inferred.is_some());
    dated.sort_by_key(|(rank, fact)| (*rank != Rank::Extended, inferred(fact), *rank));
    if dated.first().is_some_and(|(rank, _)| *rank == Rank::Extended) {
        dated.truncate(1);
    }
    let mut dated = dated.into_iter().map(|(_, fact)| fact);
    let Some(mut fact) = dated.next() else {
        return Deadlines::default();
    };
    let mut other = None;
    for next in dated {
        if next.value == fact.value {
            if fact.evidence.len() < 4 {
                fact.evidence.extend(next.evidence);
            }
        } else if other.is_none() && next.evidence.iter().all(|e| e.inferred.is_none()) {
            other = next.evidence.first().and_then(|evidence| match &evidence.origin {
                super::Origin::Text { span, .. } => Some((next.value, span.clone())),
                super::Origin::FileName | super::Origin::Candidate => None,
            });
        }
    }
    dedup(&mut fact);
    Deadlines {
        fact: Some(fact),
        other,
    }
}

fn dedup(fact: &mut Fact<Date>) {
    let mut kept = Vec::new();
    for evidence in fact.evidence.drain(..) {
        if !kept.contains(&evidence) {
            kept.push(evidence);
        }
    }
    fact.evidence = kept;
}

fn labelled(page: &Page<'_>, known: Known) -> Vec<Found> {
    page.with_key(Key::Deadline)
        .filter_map(|passage| {
            let text = page.folded(&passage.value);
            let written = dates::all(text)
                .into_iter()
                .find(|written| believable(written, known) && !is_opening(text, written))?;
            let date = written.last.unwrap_or(written.first);
            date.day?;
            Some(Found {
                rank: Rank::Certain,
                date,
                range: shift(passage.value.start, &written.range),
            })
        })
        .collect()
}

/// A date that can be taken as it is: a day, in an order that leaves no doubt.
fn believable(written: &Written, known: Known) -> bool {
    let american = written.either_order && known.language == Some(Language::En);
    written.last.unwrap_or(written.first).day.is_some() && !american
}

/// "à partir du 3 mars": the day that something opens.
fn is_opening(text: &str, written: &Written) -> bool {
    let before = last_words(text.get(..written.range.start).unwrap_or_default(), 4);
    written.last.is_none()
        && holds_any(
            before,
            words![
                "a partir*",
                "ouverture",
                "ouvre*",
                "opens",
                "open from",
                "from",
                "a compter",
            ],
        )
}

/// Words before "deadline" that make it one of something else.
const OTHER_DEADLINES: Words = Words::of(&[
    "entretien*",
    "interview*",
    "project*",
    "projet*",
    "meet*",
    "tight",
    "sous",
    "respect*",
]);

/// Words for what can be extended that is the deadline, and no contract.
const DEADLINES: Words = Words::of(&[
    "candidat*",
    "postul*",
    "limite",
    "cloture",
    "appel",
    "depot",
    "deadline",
    "application*",
    "applications",
]);

/// Reads the date beside a phrase.
fn beside(page: &Page<'_>, hit: &Hit, known: Known) -> Option<Found> {
    let (_, says) = *PHRASES.get(usize::from(hit.phrase))?;
    let passage = page.passages.get(hit.passage as usize)?;
    // What stands behind the label of the deadline was read, but for a new date of it.
    let of_label = passage.key == Some(Key::Deadline) && says == Says::Extended;
    if !of_label && !may_state(page, passage, hit) {
        return None;
    }
    if !date_is_near(page, hit, says) {
        return None;
    }
    let around = Around::of(page, &hit.range());
    match says {
        Says::Certain => {
            let (found, _) = date_behind(page, hit, &around, 40, known)?;
            let clear = !holds_any(last_words(around.before, 3), &OTHER_DEADLINES);
            clear.then_some(Found {
                rank: Rank::Certain,
                ..found
            })
        }
        Says::Before => {
            let (found, _) = date_behind(page, hit, &around, 6, known)?;
            about_applying(page, passage, hit, &around).then_some(found)
        }
        Says::Within => {
            let (found, span) = date_behind(page, hit, &around, 6, known)?;
            span.then_some(found)
        }
        Says::Extended => {
            let (found, _) = date_behind(page, hit, &around, 6, known)?;
            let near = last_words(around.before, 10);
            (holds_any(near, &DEADLINES) && !holds_any(near, &OTHERWISE)).then_some(Found {
                rank: Rank::Extended,
                ..found
            })
        }
        Says::After => {
            let found = date_before(page, hit, &around, known)?;
            about_applying(page, passage, hit, &around).then_some(found)
        }
    }
}

/// A first look, before the sentence is measured: most "by" and "pour le" have no date beside them.
fn date_is_near(page: &Page<'_>, hit: &Hit, says: Says) -> bool {
    match says {
        Says::Certain => page.may_date(hit.end, 54) && dates::first_within(behind(page, hit.end, 110), 54).is_some(),
        Says::Before | Says::Within | Says::Extended => {
            page.may_date(hit.end, 20) && dates::first_within(behind(page, hit.end, 80), 20).is_some()
        }
        Says::After => {
            let from = page.folded.len().min(hit.start as usize).saturating_sub(40);
            let before = page.folded.as_bytes().get(from..hit.start as usize).unwrap_or_default();
            before.iter().any(u8::is_ascii_digit)
        }
    }
}

fn may_state(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let field = passage.kind == PassageKind::Field
        && !matches!(
            passage.key,
            Some(Key::Title | Key::Description | Key::HowToApply | Key::Contact | Key::Deadline)
        );
    let other_key = matches!(
        passage.key,
        Some(
            Key::Deadline
                | Key::Unpublish
                | Key::Start
                | Key::End
                | Key::DatePosted
                | Key::DateOther
                | Key::Duration
                | Key::Contract
                | Key::Pay
        )
    );
    let legal = page.section_kinds(passage).any(|kind| kind == SectionKind::Legal);
    !(field || legal || other_key && is_of_label(page, passage, hit))
}

/// The first date behind a phrase, at most `reach` bytes away and in the same sentence; true when it ends a span.
fn date_behind(page: &Page<'_>, hit: &Hit, around: &Around<'_>, reach: usize, known: Known) -> Option<(Found, bool)> {
    // A short sentence may close between the phrase and its date: "Date limite : le 3 mars. Envoyez…".
    let end = around.sentence.end;
    let text = page.folded(&(hit.end..end));
    let written = dates::first_within(text, reach + weekday(text))?;
    let between = text.get(..written.range.start).unwrap_or_default();
    let stray = holds_any(
        between,
        words![
            "entretien*",
            "interview*",
            "audition*",
            "projet*",
            "project*",
            "prise",
            "ouvert",
            "debut",
            "start*",
            "posted",
            "publi*",
            "from",
            "a partir*",
        ],
    );
    if stray || !believable(&written, known) || unit_follows(text, &written) {
        return None;
    }
    let found = Found {
        rank: Rank::Likely,
        date: written.last.unwrap_or(written.first),
        range: shift(hit.end, &written.range),
    };
    Some((found, written.last.is_some()))
}

/// Room for the name of a day before the date: "avant le vendredi 3 mars".
fn weekday(text: &str) -> usize {
    const DAYS: Words = Words::of(&dates::WEEKDAYS);
    if holds_any(first_words(text, 3), &DAYS) { 14 } else { 4 }
}

/// "avant le 10/12 heures": no date at all.
fn unit_follows(text: &str, written: &Written) -> bool {
    written.bare
        && holds_any(
            first_words(text.get(written.range.end..).unwrap_or_default(), 1),
            words!["heures", "h", "jours", "%", "ans", "mois", "euros"],
        )
}

/// The last date before a phrase such as "dernier délai".
fn date_before(page: &Page<'_>, hit: &Hit, around: &Around<'_>, known: Known) -> Option<Found> {
    let text = page.folded(&(around.sentence.start..hit.start));
    let written = dates::all(text).into_iter().next_back()?;
    let gap = text.len().saturating_sub(written.range.end);
    if gap > 8 || !believable(&written, known) {
        return None;
    }
    let date = written.last.unwrap_or(written.first);
    Some(Found {
        rank: Rank::Likely,
        date,
        range: shift(around.sentence.start, &written.range),
    })
}

/// Tells whether the sentence, or the section, is about sending an application, and nothing near the phrase is not.
fn about_applying(page: &Page<'_>, passage: &Passage, hit: &Hit, around: &Around<'_>) -> bool {
    let near = last_words(around.before, 14);
    let after = first_words(around.after, 12);
    let very_near = last_words(near, 6);
    let word = page.folded(&hit.range());
    let applying = holds_any(near, &APPLYING) || holds_any(after, &APPLYING);
    let in_section = passage.key == Some(Key::HowToApply)
        || page
            .section_kinds(passage)
            .next()
            .is_some_and(|kind| matches!(kind, SectionKind::Apply | SectionKind::Contact));
    let otherwise = holds_any(very_near, &OTHERWISE) && !holds_any(last_words(very_near, 3), &APPLYING);
    let wide = matches!(
        word,
        "au plus tard" | "dernier delai" | "d'ici le" | "avant le" | "no later than" | "at the latest"
    );
    !around.is_negated() && !otherwise && (applying || (in_section && wide))
}

/// Gives the date its year.
fn complete(page: &Page<'_>, found: &Found, known: Known, year: Option<i16>) -> Option<Fact<Date>> {
    if let Some(day) = found.date.date() {
        return Some(page.fact(day, &found.range));
    }
    let (day, from) = infer(found.date, known, year)?;
    Some(page.inferred(day, &found.range, from))
}

/// Days within which a yearless deadline may lie after the day a file was changed.
const FILE_DATE_REACH_DAYS: i32 = 120;

/// The last such day before the start, else the first from the posting on, else in the only year that the text names,
/// else the first within [`FILE_DATE_REACH_DAYS`] of the file's date.
fn infer(date: dates::CalendarDate, known: Known, year: Option<i16>) -> Option<(Date, Inference)> {
    let in_year = |year: i16| date.in_year(year).date();
    let next_from = |day: Date| {
        in_year(day.year())
            .filter(|found| *found >= day)
            .or_else(|| in_year(day.year() + 1))
    };
    let start = match known.start {
        Some(Start::Day(day)) => Some(day),
        Some(Start::Month { year, month }) => Date::new(year, month, 1).ok().map(Date::last_of_month),
        Some(Start::Asap) | None => None,
    };
    if let Some(start) = start {
        let found = in_year(start.year())
            .filter(|found| *found <= start)
            .or_else(|| in_year(start.year() - 1))?;
        return Some((found, Inference::YearFromStart));
    }
    if let Some(posted) = known.posted {
        return Some((next_from(posted)?, Inference::YearFromPosting));
    }
    if let Some(year) = year {
        return Some((in_year(year)?, Inference::YearFromText));
    }
    let modified = known.modified?;
    let found = next_from(modified)?;
    let days = modified.until(found).map_or(i32::MAX, |span| span.get_days());
    (days <= FILE_DATE_REACH_DAYS).then_some((found, Inference::YearFromFileDate))
}

/// Tells whether a year behind these words dates the offer ("automne 2021", "session 2018"), not the employer
/// ("fondée en 2012").
fn dates_the_offer(before: &str) -> bool {
    holds_any(
        last_words(before, 1),
        words![
            "automne",
            "printemps",
            "hiver",
            "ete",
            "rentree",
            "session",
            "edition",
            "campagne",
            "annee",
            "appel",
            "saison",
            "recrutement",
            "semestre",
            "fall",
            "spring",
            "summer",
            "winter",
            "autumn",
            "year",
            "season",
        ],
    ) || dates::all(&format!("{}2001", last_words(before, 1).to_owned() + " "))
        .iter()
        .any(|written| written.first.year.is_some())
}

/// Returns the year that the text names, when it names one only.
fn only_year(page: &Page<'_>) -> Option<i16> {
    let mut only = None;
    for passage in page.body() {
        let text = page.folded(&passage.folded);
        let bytes = text.as_bytes();
        for (at, _) in text.match_indices("20") {
            let digits = text
                .get(at..at + 4)
                .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
            let inside = |index: usize| {
                bytes
                    .get(index)
                    .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_'))
            };
            if (at > 0 && inside(at - 1)) || inside(at + 4) || !dates_the_offer(text.get(..at).unwrap_or_default()) {
                continue;
            }
            let Some(year) = digits
                .and_then(|digits| digits.parse::<i16>().ok())
                .filter(|year| (2000..=2099).contains(year))
            else {
                continue;
            };
            if only.is_some_and(|known| known != year) {
                return None;
            }
            only = Some(year);
        }
    }
    only
}
