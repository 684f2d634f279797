//! The terms of an offer: when, how long, for how much, where, on which contract, in which language.
//!
//! Each fact has a reader of its own; this module runs them in the order in which one needs another: the day of posting
//! completes the start, the start completes the deadline.

use super::facts::{Evidence, Fact, Facts, Inference, Origin};
use super::keys::Key;
use super::page::{Page, PassageKind};
use super::warning::Warning;
use super::{OfferFile, contradiction, deadline, duration, employment, level, pay, place, posted, remote, start};
use crate::text::Language;
use crate::text::language::Count;

/// Reads the terms into `facts`, whose title is already read and whose day of posting may be known, and returns the doubts about them.
pub(super) fn read(page: &Page<'_>, file: &OfferFile<'_>, facts: &mut Facts) -> Vec<Warning> {
    facts.language = language(page);
    facts.date_posted = posted::read(page)
        .or_else(|| facts.date_posted.take())
        .or_else(|| posted::in_file_name(file.path));
    facts.employment_types = employment::read(page, facts);
    let (length, disagreement) = duration::read(page, facts);
    facts.duration = length;
    let deadlines = dates(page, file, facts);
    facts.pay = pay::read(page);
    facts.place = place::read(page, facts);
    facts.remote = remote::read(page);
    facts.level = level::read(page, facts);
    contradiction::find(page, facts, disagreement.as_ref(), &deadlines)
}

/// Reads start and deadline, each with the help of the other where a year is missing.
fn dates(page: &Page<'_>, file: &OfferFile<'_>, facts: &mut Facts) -> deadline::Deadlines {
    let posted = facts.date_posted.as_ref().map(|fact| fact.value);
    let language = facts.language.as_ref().map(|fact| fact.value);
    let known = start::Known {
        posted,
        deadline: None,
        language,
    };
    facts.start = start::read(page, known);
    let known_of_deadline = deadline::Known {
        start: facts.start.as_ref().map(|fact| fact.value),
        posted,
        modified: file.modified,
        language,
    };
    let mut deadlines = deadline::read(page, known_of_deadline);
    facts.deadline = deadlines.fact.take();
    let written = facts
        .deadline
        .as_ref()
        .filter(|fact| fact.evidence.iter().all(|e| e.inferred.is_none()));
    if facts.start.is_none() && written.is_some() {
        let deadline = written.map(|fact| fact.value);
        facts.start = start::read(page, start::Known { deadline, ..known });
    }
    deadlines
}

/// Tells the language by the words of the body, of prose in the front matter when there is none, else by what the
/// front matter says.
fn language(page: &Page<'_>) -> Option<Fact<Language>> {
    let mut count = Count::default();
    let mut first = None;
    let body = page.body().iter().filter(|passage| passage.kind != PassageKind::Code);
    let prose = page.fields().iter().filter(|passage| {
        passage.kind != PassageKind::Field
            || matches!(passage.key, Some(Key::Description | Key::Title | Key::HowToApply))
    });
    for passage in body.chain(prose) {
        if count.is_enough() {
            break;
        }
        count.add(page.visible(&passage.visible));
        first = first.or(Some(&passage.folded));
    }
    if let (Some(language), Some(first)) = (count.language(), first) {
        return Some(page.inferred(language, first, Inference::FromWords));
    }
    let stated = page.with_key(Key::Language).find_map(|passage| {
        Language::named(page.folded(&passage.value)).map(|language| page.fact(language, &passage.value))
    });
    stated.or_else(|| {
        let language = count.guess()?;
        let evidence = Evidence {
            inferred: Some(Inference::FromWords),
            ..page.evidence(first?)
        };
        matches!(evidence.origin, Origin::Text { .. }).then(|| Fact {
            value: language,
            evidence: vec![evidence],
        })
    })
}
