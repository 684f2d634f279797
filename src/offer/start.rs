//! From when the work begins.
//!
//! A key or label decides; else words such as "démarrage", "à partir de", "prise de poste" with a date or with "dès que
//! possible" beside them. A month without a year takes it from the day the offer was posted or from its deadline.

use std::ops::Range;

use jiff::civil::Date;

use super::context::{Around, behind, first_words, holds_any, is_of_label, last_words, shift};
use super::dates::{self, Written};
use super::facts::{Fact, Inference, Start};
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Section, Topic};
use super::section::SectionKind;
use super::words::{Words, words};
use crate::text::Language;

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// As soon as possible.
    Asap,
    /// A date of beginning follows, or precedes.
    Begins,
    /// A date of beginning may follow.
    From,
    /// The first month of a span: "de mai 2026 à juillet 2026".
    Span,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Says)] = &[
    ("des que possible", Says::Asap),
    ("le plus tot possible", Says::Asap),
    ("au plus tot", Says::Asap),
    ("au plus vite", Says::Asap),
    ("des maintenant", Says::Asap),
    ("des a present", Says::Asap),
    ("des aujourd'hui", Says::Asap),
    ("immediat", Says::Asap),
    ("immediate", Says::Asap),
    ("immediatement", Says::Asap),
    ("immediately", Says::Asap),
    ("asap", Says::Asap),
    ("a.s.a.p", Says::Asap),
    ("as soon as possible", Says::Asap),
    ("sans delai", Says::Asap),
    ("right away", Says::Asap),
    ("ab sofort", Says::Asap),
    ("demarrage", Says::Begins),
    ("demarrages", Says::Begins),
    ("demarrera", Says::Begins),
    ("demarrer", Says::Begins),
    ("demarre", Says::Begins),
    ("debutera", Says::Begins),
    ("debuter", Says::Begins),
    ("debute", Says::Begins),
    ("debutant", Says::Begins),
    ("commencera", Says::Begins),
    ("commencer", Says::Begins),
    ("commence", Says::Begins),
    ("commencant", Says::Begins),
    ("date de debut", Says::Begins),
    ("debut souhaite", Says::Begins),
    ("debut du stage", Says::Begins),
    ("debut de stage", Says::Begins),
    ("debut du contrat", Says::Begins),
    ("debut de la mission", Says::Begins),
    ("debut de mission", Says::Begins),
    ("debut prevu", Says::Begins),
    ("debut", Says::From),
    ("prise de poste", Says::Begins),
    ("prise de fonction*", Says::Begins),
    ("entree en fonction", Says::Begins),
    ("date d'embauche", Says::Begins),
    ("a pourvoir", Says::Begins),
    ("idealement", Says::From),
    ("ideally", Says::From),
    ("disponibilite", Says::Begins),
    ("disponible", Says::From),
    ("a partir de", Says::From),
    ("a partir du", Says::From),
    ("a partir d'*", Says::From),
    ("a compter du", Says::From),
    ("a compter de", Says::From),
    ("des le", Says::From),
    ("des", Says::From),
    ("starting date", Says::Begins),
    ("start date", Says::Begins),
    ("starting", Says::Begins),
    ("starts", Says::Begins),
    ("start", Says::From),
    ("to start", Says::Begins),
    ("start at the earliest", Says::Begins),
    ("beginning", Says::From),
    ("begin", Says::From),
    ("begins", Says::Begins),
    ("available", Says::From),
    ("commencing", Says::Begins),
    ("zum", Says::From),
    ("beginn", Says::Begins),
    ("du", Says::From),
    ("from", Says::From),
    ("entre", Says::From),
    ("between", Says::From),
    ("engagement au plus tot", Says::Begins),
    ("de janvier", Says::Span),
    ("de fevrier", Says::Span),
    ("de mars", Says::Span),
    ("de mai", Says::Span),
    ("de juin", Says::Span),
    ("de juillet", Says::Span),
    ("de septembre", Says::Span),
    ("de novembre", Says::Span),
    ("de decembre", Says::Span),
    ("d'aout", Says::Span),
    ("d'avril", Says::Span),
    ("d'octobre", Says::Span),
];

/// Words of the work itself: with one of them in the sentence, "à partir de" and "dès" begin it.
const WORK: Words = Words::of(&[
    "stage",
    "poste",
    "mission",
    "contrat",
    "cdd",
    "cdi",
    "alternance",
    "emploi",
    "embauche",
    "duree",
    "mois",
    "these",
    "doctorat",
    "recrut*",
    "recherch*",
    "position",
    "internship",
    "contract",
    "job",
    "role",
    "month*",
    "postdoc*",
    "post-doc*",
    "pourvoir",
    "offre",
    "temps plein",
    "phd",
    "join",
    "rejoindre",
    "disponible",
]);

/// Words that make a date or a haste something else than the beginning of the work.
const OTHERWISE: Words = Words::of(&[
    "project",
    "projet",
    "formation*",
    "session*",
    "course*",
    "training",
    "campagne",
    "conference",
    "process*",
    "candidat*",
    "postul*",
    "envoy*",
    "envoi",
    "reponse",
    "repond*",
    "contact*",
    "entretien*",
    "interview*",
    "apply",
    "application*",
    "applications",
    "reply",
    "respond*",
    "deadline",
    "cloture",
    "limite",
    "nous ecrire",
    "ecrivez*",
    "selection",
    "besoin immediat",
    "inscri*",
    "depuis",
    "since",
    "fonde*",
    "cree*",
    "founded",
    "retour",
    "autonom*",
    "decouvr*",
    "rencontr*",
    "naissance",
    "publi*",
]);

/// What may complete a month without a year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// The day the offer was posted.
    pub posted: Option<Date>,
    /// The last day to apply, when its year is written.
    pub deadline: Option<Date>,
    /// The language of the text.
    pub language: Option<Language>,
}

/// Reads the start.
pub(super) fn read(page: &Page<'_>, known: Known) -> Option<Fact<Start>> {
    labelled(page, known).or_else(|| in_prose(page, known))
}

fn labelled(page: &Page<'_>, known: Known) -> Option<Fact<Start>> {
    page.with_key(Key::Start)
        .find_map(|passage| value(page, passage, &passage.value, known))
        .or_else(|| {
            // "### Date" and below it "ASAP !".
            let named = |section: &Section| names_the_start(page.heading(section).trim_end_matches([' ', ':']));
            if !page.sections.iter().any(named) {
                return None;
            }
            page.body().iter().find_map(|passage| {
                let below = page.trail(passage).next().is_some_and(named);
                let first = page.section_kinds(passage).next();
                (below && first.is_none() && !matches!(passage.kind, PassageKind::Heading(_) | PassageKind::Code))
                    .then(|| value(page, passage, &passage.folded, known))
                    .flatten()
            })
        })
}

/// Headings that are nothing but a word for the beginning.
fn names_the_start(heading: &str) -> bool {
    matches!(
        heading,
        "date"
            | "dates"
            | "debut"
            | "date de debut"
            | "start"
            | "start date"
            | "demarrage"
            | "disponibilite"
            | "prise de poste"
            | "quand"
            | "when"
            | "periode"
    )
}

/// Reads the value of a label: a date, or words of haste.
fn value(page: &Page<'_>, passage: &Passage, range: &Range<u32>, known: Known) -> Option<Fact<Start>> {
    let text = page.folded(range);
    let hurry = page
        .hits(Topic::Start)
        .iter()
        .find(|hit| range.start <= hit.start && hit.end <= range.end && says(hit) == Some(Says::Asap));
    let date = dates::all(text)
        .into_iter()
        .find(|written| !written.bare && !is_end(text, written));
    match (hurry, date) {
        (Some(hit), Some(written)) if shift(range.start, &written.range).start < hit.start => {
            dated(page, range.start, text, &written, known)
        }
        (Some(hit), _) => Some(page.fact(Start::Asap, &hit.range())),
        (None, Some(written)) => dated(page, range.start, text, &written, known),
        (None, None) => {
            let _ = passage;
            None
        }
    }
}

/// "jusqu'au 31 août" behind a label of dates is the end.
fn is_end(text: &str, written: &Written) -> bool {
    let before = last_words(text.get(..written.range.start).unwrap_or_default(), 3);
    holds_any(before, words!["jusqu'au", "jusqu'a", "jusque", "until", "fin le", "to"])
}

fn says(hit: &Hit) -> Option<Says> {
    PHRASES.get(usize::from(hit.phrase)).map(|(_, says)| *says)
}

fn dated(page: &Page<'_>, base: u32, text: &str, written: &Written, known: Known) -> Option<Fact<Start>> {
    // "09/01/2026" in English: the ninth of January, or the first of September.
    if written.either_order && known.language == Some(Language::En) {
        return None;
    }
    let range = shift(base, &written.range);
    let first = written.first;
    if first.year.is_some() {
        return Some(page.fact(start_of(first)?, &range));
    }
    // "entre mai et septembre": too wide a span to guess a year for.
    let before = last_words(text.get(..written.range.start).unwrap_or_default(), 2);
    if holds_any(before, words!["entre", "between"]) {
        return None;
    }
    let (year, from) = infer_year(first.month, known)?;
    Some(page.inferred(start_of(first.in_year(year))?, &range, from))
}

fn start_of(date: dates::CalendarDate) -> Option<Start> {
    match date.day {
        Some(_) => date.date().map(Start::Day),
        None => Some(Start::Month {
            year: date.year?,
            month: date.month,
        }),
    }
}

/// The first such month that does not lie before the posting, or that lies nearest to the deadline.
fn infer_year(month: i8, known: Known) -> Option<(i16, Inference)> {
    if let Some(posted) = known.posted {
        let year = if month + 1 >= posted.month() {
            posted.year()
        } else {
            posted.year() + 1
        };
        return Some((year, Inference::YearFromPosting));
    }
    let deadline = known.deadline?;
    let year = if month + 1 >= deadline.month() {
        deadline.year()
    } else {
        deadline.year() + 1
    };
    Some((year, Inference::YearFromText))
}

fn in_prose(page: &Page<'_>, known: Known) -> Option<Fact<Start>> {
    let mut asap = None;
    for hit in page.hits(Topic::Start) {
        let Some(passage) = page.passages.get(hit.passage as usize) else {
            continue;
        };
        let Some(says) = says(hit).filter(|_| may_state(page, passage, hit)) else {
            continue;
        };
        match says {
            Says::Asap if asap.is_none() && is_haste_to_begin(page, passage, hit) => {
                asap = Some(page.fact(Start::Asap, &hit.range()));
            }
            Says::Asap => {}
            Says::Span => {
                if let Some(fact) = span_of_months(page, passage, hit, known) {
                    return Some(fact);
                }
            }
            Says::Begins | Says::From => {
                if let Some(fact) = date_beside(page, passage, hit, says, known) {
                    return Some(fact);
                }
            }
        }
    }
    asap
}

/// "de mai 2026 à juillet 2026" beside a word for the work.
fn span_of_months(page: &Page<'_>, passage: &Passage, hit: &Hit, known: Known) -> Option<Fact<Start>> {
    let around = Around::of(page, &hit.range());
    let from = hit.start
        + if page.folded(&hit.range()).starts_with("d'") {
            2
        } else {
            3
        };
    let text = behind(page, from, 60);
    let written = dates::all(text)
        .into_iter()
        .next()
        .filter(|date| date.range.start == 0)?;
    let month = page.folded(&(from..hit.end)).len();
    let tail = text
        .get(month..)?
        .trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
    let ends = tail.starts_with("a ")
        || tail.starts_with("jusqu'")
        || tail.starts_with("au ")
        || text.get(..written.range.end)?.contains(" a ");
    let dated_year = written.first.year.is_some();
    let about_work = holds_any(super::context::tail(around.before), &WORK);
    let otherwise = holds_any(last_words(around.before, 6), &OTHERWISE);
    (ends && dated_year && about_work && !otherwise && passage.kind != PassageKind::Code)
        .then(|| dated(page, from, text, &written, known))
        .flatten()
}

fn may_state(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let field = passage.kind == PassageKind::Field
        && !matches!(
            passage.key,
            Some(Key::Title | Key::Description | Key::Contract | Key::Duration | Key::HowToApply | Key::Schedule)
        );
    let other_key = matches!(
        passage.key,
        Some(
            Key::Deadline
                | Key::DatePosted
                | Key::DateOther
                | Key::Unpublish
                | Key::End
                | Key::Pay
                | Key::Level
                | Key::Contact
                | Key::Phone
        )
    );
    let section = page
        .section_kinds(passage)
        .any(|kind| matches!(kind, SectionKind::Company | SectionKind::Legal | SectionKind::Process));
    !(field || section || other_key && is_of_label(page, passage, hit))
}

/// Words that haste belongs to when it is about beginning.
const BEGINNINGS: Words = Words::of(&[
    "demarr*",
    "debut*",
    "commenc*",
    "pourvoir",
    "dispo*",
    "start*",
    "prise de",
    "embauche",
    "begin*",
    "join*",
    "rejoindre",
    "recrut*",
    "recherche*",
    "cherche*",
    "cherchons",
    "hiring",
    "position",
    "poste",
    "stage",
    "mission",
    "cdd",
    "cdi",
    "available",
    "duree",
]);

/// "Poste à pourvoir dès que possible" and "Immédiat" alone begin the work; "répondez dès que possible" does not.
fn is_haste_to_begin(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let around = Around::of(page, &hit.range());
    let before = last_words(around.before, 12);
    let after = first_words(around.after, 6);
    if around.is_negated()
        || holds_any(last_words(before, 6), &OTHERWISE)
        || holds_any(
            first_words(after, 2),
            words![
                "joignable",
                "operationnel*",
                "apres",
                "after",
                "besoin*",
                "available to",
            ],
        )
    {
        return false;
    }
    let word = page.folded(&hit.range());
    let alone = page.folded(&passage.folded).len() <= word.len() + 6;
    let weak = matches!(
        word,
        "immediate"
            | "immediat"
            | "immediatement"
            | "immediately"
            | "au plus vite"
            | "right away"
            | "sans delai"
            | "des aujourd'hui"
            | "des maintenant"
            | "des a present"
    );
    let near = if weak { last_words(before, 5) } else { before };
    alone
        || holds_any(near, &BEGINNINGS)
        || (!weak && holds_any(after, words!["a temps*", "en cdi", "en cdd", "pour un*", "full*"]))
}

/// Room for the longest span of dates, in bytes.
const LONGEST_DATE: usize = 60;

/// Reads the date right behind a word of beginning, or right before it ("janvier 2023 au plus tôt" is no date before).
fn date_beside(page: &Page<'_>, passage: &Passage, hit: &Hit, says: Says, known: Known) -> Option<Fact<Start>> {
    let word = page.folded(&hit.range());
    // "début février 2020": the word belongs to the date.
    let from = if word == "debut" { hit.start } else { hit.end };
    let reach = if says == Says::Begins { 45 } else { 16 };
    if !page.may_date(from, reach) {
        return None;
    }
    let reach = reach as usize;
    let text = behind(page, from, reach + LONGEST_DATE);
    let written = dates::first_within(text, reach).filter(|written| !written.bare)?;
    let around = Around::of(page, &hit.range());
    if shift(from, &written.range).start >= around.sentence.end {
        return None;
    }
    let text = page.folded(&(from..around.sentence.end.max(shift(from, &written.range).end)));
    let between = text.get(..written.range.start).unwrap_or_default();
    if holds_any(
        between,
        words![
            "jusqu'*",
            "until",
            "fin",
            "avant",
            "before",
            "entretien*",
            "candidat*",
            "cloture",
            "limite",
        ],
    ) || is_end(text, &written)
    {
        return None;
    }
    let head = last_words(around.before, 10);
    let behind = text.get(written.range.end..).unwrap_or_default();
    let about_work = holds_any(head, &WORK) || holds_any(first_words(behind, 8), &WORK) || short_line(page, passage);
    let otherwise = holds_any(last_words(head, 4), &OTHERWISE) || passage.key == Some(Key::HowToApply);
    let opens_a_span = matches!(word, "du" | "from" | "entre" | "between");
    // "join us from March 2026": what comes from then on is the work.
    let joins = word == "from" && holds_any(last_words(head, 3), words!["join*", "start*", "begin*", "available"]);
    let span_of_work = !opens_a_span || joins || (written.last.is_some() && holds_any(head, &WORK));
    match says {
        Says::Begins if !otherwise => dated(page, from, text, &written, known),
        Says::From if !otherwise && about_work && span_of_work && strong(word, &written) => {
            dated(page, from, text, &written, known)
        }
        Says::Begins | Says::From | Says::Asap | Says::Span => None,
    }
}

/// "des" is also an article and "du" opens many dates: both need a whole date.
fn strong(word: &str, written: &Written) -> bool {
    match word {
        "des" | "du" => written.first.year.is_some() || written.range.start <= 4,
        _ => true,
    }
}

/// A title or a line of conditions: "Durée 6 mois – début février 2020 – basé à Paris".
fn short_line(page: &Page<'_>, passage: &Passage) -> bool {
    matches!(passage.kind, PassageKind::Heading(_) | PassageKind::Item) && page.folded(&passage.folded).len() <= 90
}
