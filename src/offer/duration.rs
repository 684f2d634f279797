//! How long the work lasts.
//!
//! A length of time counts as the duration when a label or a key says so, or when a word for the contract stands beside
//! it ("stage de 6 mois", "CDD (12 mois)", "6-month internship"); lengths of experience, trials, notices and projects
//! do not.

use std::ops::Range;

use super::Facts;
use super::context::{first_words, head, holds_any, is_title, last_words, shift, tail};
use super::dates;
use super::facts::{Duration, Fact};
use super::keys::Key;
use super::lengths::{self, Length};
use super::page::{Page, Passage, PassageKind};
use super::section::SectionKind;
use super::words::{Words, words};

/// Units of time: only passages that hold one are read.
pub(super) const PHRASES: &[(&str, ())] = &[
    ("mois", ()),
    ("month", ()),
    ("months", ()),
    ("semaine", ()),
    ("semaines", ()),
    ("week", ()),
    ("weeks", ()),
    ("an", ()),
    ("ans", ()),
    ("annee", ()),
    ("annees", ()),
    ("year", ()),
    ("years", ()),
    ("monat*", ()),
    ("wochen", ()),
    ("jahre*", ()),
    ("length", ()),
];

/// Words for the contract or the work: a length right behind one of them is the duration.
const WORK: Words = Words::of(&[
    "initially for",
    "stipend for",
    "positions",
    "level are for",
    "initial appointment",
    "stage",
    "saison",
    "season",
    "stagiaire*",
    "cdd",
    "contrat",
    "contrats",
    "contractuel*",
    "mission",
    "duree",
    "alternance",
    "apprentissage",
    "these",
    "doctorat",
    "post-doc*",
    "postdoc*",
    "poste",
    "volontariat",
    "service civique",
    "independant*",
    "freelance",
    "prestation",
    "engagement",
    "periode",
    "internship*",
    "contract",
    "position",
    "appointment",
    "fellowship",
    "assignment",
    "duration",
    "fixed-term",
    "fixed term",
    "temporary",
    "phd",
    "length",
    "last",
    "lasts",
    "funded for",
    "finance*",
    "placement",
    "traineeship",
    "apprenticeship",
    "befristet",
    "praktikum",
    "term",
    "role",
    "plusieurs mois",
    "recrute*",
    "recherche*",
    "hired",
    "recruiting",
]);

/// Words that make a length something else than the duration of the work.
const OTHERWISE: Words = Words::of(&[
    "jour a",
    "jours a",
    "day to",
    "days to",
    "worked",
    "lifetime",
    "travaille",
    "experience*",
    "essai",
    "trial",
    "probation*",
    "preavis",
    "notice",
    "conge",
    "conges",
    "leave",
    "vacation",
    "depuis",
    "since",
    "tous les",
    "toutes les",
    "every",
    "chaque",
    "ago",
    "within",
    "dans les",
    "ages",
    "age",
    "moins de",
    "existence",
    "anniversaire",
    "year-old",
    "derniers",
    "dernieres",
    "last 2",
    "past",
    "first 6 months",
    "prochains",
    "next",
    "renouvele",
    "premiers",
    "premieres",
    "etudes",
    "etude",
    "d'anciennete",
    "anciennete",
    "pratique",
    "garantie",
    "enfants",
    "jeunes",
    "eleves",
    "maternity",
    "paternity",
    "parental",
    "vesting",
    "sabbatical",
    "quinzaine",
]);

/// Where a length was found; the first kinds are the better ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Label,
    Prose,
    Title,
}

struct Found {
    source: Source,
    value: Duration,
    range: Range<u32>,
}

/// Two durations that an offer gives: the one believed and the other, each with its passage.
pub(super) struct Disagreement {
    /// The value believed and where it stands, in bytes of the file.
    pub believed: (Duration, Range<usize>),
    /// The other.
    pub other: (Duration, Range<usize>),
}

/// Reads the duration, and the other one when the offer contradicts itself.
pub(super) fn read(page: &Page<'_>, facts: &Facts) -> (Option<Fact<Duration>>, Option<Disagreement>) {
    let mut found = labelled(page);
    found.extend(in_prose(page, facts));
    found.sort_by_key(|found| found.source);
    let Some(best) = found.first() else { return (None, None) };
    let mut fact = page.fact(best.value, &best.range);
    for same in found.iter().skip(1).filter(|other| other.value == best.value).take(3) {
        fact.evidence.push(page.evidence(&same.range));
    }
    let other = found
        .iter()
        .find(|other| other.value != best.value && !refines(best.value, other.value));
    let disagreement = other.map(|other| Disagreement {
        believed: (best.value, page.source_of_folded(&best.range)),
        other: (other.value, page.source_of_folded(&other.range)),
    });
    (Some(fact), disagreement)
}

/// Tells whether one of two durations merely leaves out an end that the other gives ("6 mois", "au moins 6 mois").
fn refines(a: Duration, b: Duration) -> bool {
    a.min_tenths == b.min_tenths && (a.max_tenths.is_none() || b.max_tenths.is_none())
}

fn labelled(page: &Page<'_>) -> Vec<Found> {
    page.with_key(Key::Duration)
        .filter_map(|passage| {
            let base = passage.value.start;
            let value = page.folded(&passage.value);
            let least = holds_any(page.folded(&passage.label), words!["minimale", "minimum", "min"]);
            let length = lengths::all(value)
                .into_iter()
                .find(|length| !length.article || length.range.start == 0)?;
            if is_otherwise(value, &length) {
                return None;
            }
            let mut duration = length.value;
            if least {
                duration.max_tenths = None;
            }
            let range = if least {
                passage.label.start..shift(base, &length.range).end
            } else {
                shift(base, &length.range)
            };
            Some(Found {
                source: Source::Label,
                value: duration,
                range,
            })
        })
        .collect()
}

/// Lengths beside a word for the contract, in titles, headings and prose.
fn in_prose(page: &Page<'_>, facts: &Facts) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut last_passage = None;
    for hit in page.hits(super::page::Topic::Duration) {
        if last_passage == Some(hit.passage) {
            continue;
        }
        last_passage = Some(hit.passage);
        let Some(passage) = page.passages.get(hit.passage as usize) else {
            continue;
        };
        if passage.key == Some(Key::Duration) {
            continue;
        }
        let doubtful = !may_state(page, passage);
        if doubtful && passage.kind == PassageKind::Field {
            continue;
        }
        let source = if passage.key == Some(Key::Title) || is_title(page, facts, passage) {
            Source::Title
        } else {
            Source::Prose
        };
        let text = page.folded(&passage.folded);
        let lengths = lengths::all(text);
        if let Some(length) = lengths.iter().take(MOST_LENGTHS).find(|length| {
            stands_for_the_work(text, length) && (!doubtful || is_named(text, length))
                || opens_a_condition(page, passage, length)
        }) {
            found.push(Found {
                source,
                value: length.value,
                range: shift(passage.folded.start, &length.range),
            });
        }
    }
    found
}

/// "### Le stage" and below it "- 4 à 6 mois, à partir de mars": an item that opens with a length.
fn opens_a_condition(page: &Page<'_>, passage: &Passage, length: &Length) -> bool {
    let text = page.folded(&passage.folded);
    let heading = page.trail(passage).next().map_or("", |section| page.heading(section));
    passage.kind == PassageKind::Item
        && !length.article
        && !text
            .get(..length.range.start)
            .is_none_or(|before| before.contains(char::is_alphanumeric))
        && holds_any(
            heading,
            words![
                "stage",
                "contrat",
                "alternance",
                "conditions",
                "modalites",
                "internship",
                "contract"
            ],
        )
        && !is_otherwise(text, length)
}

/// Lengths of one passage looked at.
const MOST_LENGTHS: usize = 100;

/// Leaves out the front matter that is no prose, and the sections where lengths are about something else.
fn may_state(page: &Page<'_>, passage: &Passage) -> bool {
    let key_allows = match passage.key {
        Some(
            Key::Title | Key::Description | Key::Contract | Key::Kind | Key::Start | Key::Schedule | Key::HowToApply,
        ) => true,
        Some(_) | None => passage.kind != PassageKind::Field,
    };
    key_allows
        && !page
            .section_kinds(passage)
            .any(|kind| matches!(kind, SectionKind::Company | SectionKind::Legal | SectionKind::Process))
        && passage.key != Some(Key::Pay)
        && passage.key != Some(Key::Level)
}

/// Words for the work right behind a length.
const WORK_BEHIND: Words = Words::of(&[
    "positions",
    "research position",
    "post-doc*",
    "contracts",
    "internships",
    "studentship*",
    "research associate",
    "internship",
    "contract",
    "position",
    "stage",
    "cdd",
    "fixed-term",
    "fixed term",
    "placement",
    "appointment",
    "renouvelable*",
    "fellowship",
    "a temps plein",
    "a temps complet",
    "full-time",
    "full time",
    "traineeship",
    "mission",
    "postdoc*",
    "phd",
    "befristet",
    "assignment",
    "renewable",
    "en alternance",
    "d'alternance",
    "de stage",
    "de contrat",
    "de these",
    "de cdd",
    "de mission",
]);

/// Tells whether the words beside a length say that it is the work's.
fn stands_for_the_work(text: &str, length: &Length) -> bool {
    let before = clause_before(text, length.range.start);
    let near = last_words(before, 7);
    let after = first_words(text.get(length.range.end..).unwrap_or_default(), 3);
    // "for a one year position": counted, whatever the article.
    let counted = last_words(before, 1) == "a" && holds_any(after, &WORK_BEHIND);
    if length.article
        && !counted
        && !holds_any(
            near,
            words![
                "duree",
                "cdd",
                "pour",
                "contrat",
                "stage",
                "duration",
                "contract",
                "position",
                "appointment",
                "period",
                "lasts",
            ],
        )
    {
        return false;
    }
    if is_otherwise(text, length) {
        return false;
    }
    let named_before = holds_any(near, &WORK);
    let named_after = holds_any(after, &WORK_BEHIND);
    named_before || named_after || counts_a_span(before) || behind_clock(text, length) || between_bars(text, length)
}

/// "Les Lucioles | Nantes | 6 mois | dès avril": alone between two signs that people put between conditions.
fn between_bars(text: &str, length: &Length) -> bool {
    const BARS: [char; 3] = ['|', '·', '•'];
    let before = text.get(..length.range.start).unwrap_or_default().trim_end();
    let after = text.get(length.range.end..).unwrap_or_default().trim_start();
    before.ends_with(BARS) && (after.is_empty() || after.starts_with(BARS))
}

/// "⏳ 6 mois", unless it is a time of something: "🕐 2 ans de recul".
fn behind_clock(text: &str, length: &Length) -> bool {
    let before = text.get(..length.range.start).unwrap_or_default().trim_end();
    let after = text.get(length.range.end..).unwrap_or_default().trim_start();
    before.ends_with(CLOCKS) && !["de ", "d'", "of "].iter().any(|of| after.starts_with(of))
}

/// Signs for time that people put before a duration.
const CLOCKS: [char; 8] = ['⏳', '⌛', '⏱', '⏲', '⏰', '🕐', '🕒', '🕓'];

/// "du 1er avril au 30 septembre 2026 (6 mois)", "…, soit 6 mois".
fn counts_a_span(before: &str) -> bool {
    let before = before.trim_end();
    let Some(dates) = before.strip_suffix('(').or_else(|| before.strip_suffix("soit")) else {
        return false;
    };
    let dates = dates.trim_end_matches([' ', ',']);
    dates::all(dates)
        .last()
        .is_some_and(|written| written.last.is_some() && written.range.end == dates.len())
}

/// "stage de 6 mois": the contract right before the length, which counts in any section.
fn is_named(text: &str, length: &Length) -> bool {
    let before = last_words(text.get(..length.range.start).unwrap_or_default(), 2);
    holds_any(
        before,
        words![
            "stage",
            "stage de",
            "stage d'*",
            "cdd de",
            "cdd",
            "contrat de",
            "mission de",
            "alternance de",
            "internship",
            "funded for",
            "finance pour",
            "financee pour",
        ],
    )
}

fn is_otherwise(text: &str, length: &Length) -> bool {
    let before = last_words(clause_before(text, length.range.start), 5);
    let behind = head(text.get(length.range.end..).unwrap_or_default());
    let clause = behind.split(['.', ';', ',', '(', '\n']).next().unwrap_or(behind);
    let after = first_words(clause, 4);
    // "6 mois d'expérience", "expérience de 6 mois", "tous les 6 mois".
    holds_any(before, &OTHERWISE)
        || holds_any(after, &OTHERWISE)
        || behind.starts_with('+')
        || holds_any(
            last_words(before, 1),
            words!["en", "in", "apres", "after", "par", "per"],
        ) && !holds_any(before, words!["last*", "duree"])
}

/// The words of the clause before a byte: back to the last full stop, semicolon or closing of a sentence.
fn clause_before(text: &str, at: usize) -> &str {
    let before = tail(text.get(..at).unwrap_or_default());
    let from = before
        .char_indices()
        .rev()
        .find(|(at, c)| {
            matches!(c, ';' | '!' | '?')
                || (*c == '.' && before.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')))
        })
        .map_or(0, |(at, c)| at + c.len_utf8());
    before.get(from..).unwrap_or_default()
}
