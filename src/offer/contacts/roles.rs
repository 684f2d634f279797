//! What an address is for, by the words around it.

use std::ops::Range;

use super::gather::Candidate;
use crate::offer::cues::{self, Cue, Near};
use crate::offer::keys::Key;
use crate::offer::page::{Page, Passage, PassageKind};
use crate::offer::section::SectionKind;
use crate::offer::words::Words;

/// What the words around an address say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Takes the applications.
    To,
    /// Gets a copy.
    Copy,
    /// Answers questions.
    Info,
    /// A contact of which nothing more is said.
    Plain,
    /// In prose that is not about applying: a contact only when there is no other.
    Aside,
    /// Shown as an example.
    Example,
    /// Not for candidates (data protection, agencies, press).
    Foreign,
}

/// Words between a question and the application that it is about.
const ABOUT: Words = Words::of(&[
    "sur",
    "sur la",
    "sur le",
    "sur votre",
    "sur cette",
    "sur les",
    "avant de",
    "avant d'",
    "concernant",
    "concernant la",
    "concernant votre",
    "concernant cette",
    "relative a",
    "relatives a",
    "relatives a votre",
    "relative a votre",
    "about",
    "about the",
    "about your",
    "about this",
    "regarding",
    "regarding the",
    "regarding your",
    "before",
    "before you",
    "on the",
    "on your",
    "liee a",
    "liees a",
    "au sujet de",
    "au sujet de votre",
    "a propos de",
    "relatives a la",
    "relative a la",
    "sur ta",
    "avant de nous",
    "on how to",
    "a la",
    "de",
]);

/// Reads the sign of every candidate, in their order.
pub(super) fn signs(page: &Page<'_>, candidates: &[Candidate]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|at| Some((candidates.get(at)?, *signs.get(at)?)));
        let after = candidates.get(index + 1);
        signs.push(sign(page, candidate, before, after));
    }
    signs
}

fn sign(page: &Page<'_>, candidate: &Candidate, before: Option<(&Candidate, Sign)>, after: Option<&Candidate>) -> Sign {
    if candidate.copy {
        return Sign::Copy;
    }
    let Some(passage) = page.passages.get(candidate.passage) else {
        return Sign::Plain;
    };
    let sentence = page.sentence(&candidate.at);
    // "candidature@…": the words of the address itself say nothing.
    let own = |near: &Near| candidate.at.start <= near.range.start && near.range.end <= candidate.at.end;
    let clause = clause(page, candidate, &sentence);
    let mut cues: Vec<Near> = cues::within(page, &clause).filter(|near| !own(near)).collect();
    if cues.is_empty() {
        cues = cues::within(page, &sentence).filter(|near| !own(near)).collect();
    }
    if is_example(page, candidate, &sentence, &cues) {
        return Sign::Example;
    }
    if let Some((last, sign)) = before
        && joined(page, last, candidate)
    {
        return sign;
    }
    let from = before.map_or(sentence.start, |(last, _)| last.at.end.max(sentence.start));
    if gets_copy(page, candidate, &cues, from, after, &sentence) {
        return Sign::Copy;
    }
    by_cues(page, candidate, &cues, passage).unwrap_or_else(|| by_place(page, candidate, passage))
}

/// The part of the sentence between semicolons.
fn clause(page: &Page<'_>, candidate: &Candidate, sentence: &Range<u32>) -> Range<u32> {
    let before = page.folded(&(sentence.start..candidate.at.start)).rfind(';');
    let after = page.folded(&(candidate.at.end..sentence.end)).find(';');
    let at = |base: u32, offset: usize| base + u32::try_from(offset).unwrap_or(0);
    before.map_or(sentence.start, |offset| at(sentence.start, offset))
        ..after.map_or(sentence.end, |offset| at(candidate.at.end, offset))
}

/// Only "and", commas and slashes stand between two addresses: they are for the same.
fn joined(page: &Page<'_>, last: &Candidate, this: &Candidate) -> bool {
    if last.copy || last.at == this.at {
        return last.at == this.at && !last.copy;
    }
    let between = page.folded.get(last.at.end as usize..this.at.start as usize);
    between.is_some_and(|between| {
        between.len() <= 8
            && matches!(
                between.trim_matches([' ', '<', '>', '(', ')']),
                "" | "," | ";" | "/" | "et" | "and" | "ou" | "or" | "&" | "|" | ", et"
            )
    })
}

/// "par exemple x@…", or one item of a bracketed list of what to fill in: "(nom, prénom, x@…)".
fn is_example(page: &Page<'_>, candidate: &Candidate, sentence: &Range<u32>, cues: &[Near]) -> bool {
    let near = cues.iter().any(|near| {
        near.cue == Cue::Example && near.range.end <= candidate.at.start && candidate.at.start - near.range.end <= 25
    });
    near || cues::in_form(page, &candidate.at, sentence)
}

/// A copy cue stands before it, with no other address between; or right after it, with none to follow.
fn gets_copy(
    page: &Page<'_>,
    candidate: &Candidate,
    cues: &[Near],
    from: u32,
    after: Option<&Candidate>,
    sentence: &Range<u32>,
) -> bool {
    let copies = || cues.iter().filter(|near| near.cue == Cue::Copy);
    // Another cue between wins: "en copie de votre CV envoyé à".
    let plain = |range: Range<u32>| page.folded(&range).len() <= 60;
    if copies().any(|near| {
        near.range.start >= from && near.range.end <= candidate.at.start && plain(near.range.end..candidate.at.start)
    }) {
        return true;
    }
    copies().any(|near| {
        let close = near.range.start >= candidate.at.end && near.range.start - candidate.at.end <= 12;
        let other = after.is_some_and(|next| next.at.start >= near.range.end && next.at.start < sentence.end);
        close && !other
    })
}

/// The sign that the words of the sentence give.
fn by_cues(page: &Page<'_>, candidate: &Candidate, cues: &[Near], passage: &Passage) -> Option<Sign> {
    let has = |cue: Cue| cues.iter().any(|near| near.cue == cue);
    if has(Cue::OnlyInfo) {
        return Some(Sign::Info);
    }
    let strong = has(Cue::Apply) || has(Cue::Application);
    if has(Cue::Other) && !has(Cue::Apply) {
        return Some(Sign::Foreign);
    }
    if has(Cue::Info) {
        if !strong && is_invited_to_ask(cues, candidate) {
            return Some(Sign::Plain);
        }
        if !strong || asks_about_applying(page, candidate, cues) {
            return Some(Sign::Info);
        }
        return Some(Sign::To);
    }
    if strong {
        return Some(Sign::To);
    }
    let applies = page.section_kinds(passage).next();
    (has(Cue::Send) && !matches!(applies, Some(SectionKind::Questions | SectionKind::Legal))).then_some(Sign::To)
}

/// "écris-nous à … et pose tes questions": the questions come after, and the address is there for more than them.
fn is_invited_to_ask(cues: &[Near], candidate: &Candidate) -> bool {
    let mut info = cues.iter().filter(|near| near.cue == Cue::Info);
    info.all(|near| near.range.start >= candidate.at.end)
}

/// "pour toute question sur votre candidature", "avant de postuler": the application is what the question is about.
fn asks_about_applying(page: &Page<'_>, candidate: &Candidate, cues: &[Near]) -> bool {
    let info = cues
        .iter()
        .rfind(|near| near.cue == Cue::Info && near.range.end <= candidate.at.start);
    let Some(info) = info else { return false };
    let mut strong = cues
        .iter()
        .filter(|near| matches!(near.cue, Cue::Apply | Cue::Application) && near.range.start >= info.range.end);
    let follows = strong.next();
    let earlier = cues
        .iter()
        .any(|near| near.cue == Cue::Apply && near.range.end <= info.range.start);
    match follows {
        // Nothing after the question asks to apply: what came before does, unless it only says when.
        None => !earlier || lead(page, cues, Cue::Apply).is_some_and(|lead| ABOUT.has(&lead)),
        Some(next) => {
            let between = page.folded(&(info.range.end..next.range.start)).trim();
            ABOUT.has(between) && !earlier
        }
    }
}

/// The one or two words right before the first cue of a kind.
fn lead(page: &Page<'_>, cues: &[Near], cue: Cue) -> Option<String> {
    let first = cues.iter().find(|near| near.cue == cue)?;
    let before = page.folded.get(..first.range.start as usize)?.trim_end();
    let mut words: Vec<&str> = before.rsplit(' ').take(2).collect();
    words.reverse();
    Some(words.join(" "))
}

/// The sign that the label, the lines before or the section give.
fn by_place(page: &Page<'_>, candidate: &Candidate, passage: &Passage) -> Sign {
    match passage.key {
        Some(Key::Info) => return Sign::Info,
        Some(Key::HowToApply | Key::ApplyUrl | Key::Documents | Key::Subject) => {
            return by_field(page, candidate, passage);
        }
        Some(Key::Contact) if passage.kind == PassageKind::Field => return Sign::Plain,
        _ => {}
    }
    let block = page.block_range(passage);
    // What is said before a link to a page is said of that page.
    let linked = page
        .block(passage)
        .iter()
        .flat_map(|line| page.links(line))
        .filter(|link| link.target.starts_with("http"))
        .map(|link| page.to_folded(&link.text).end)
        .filter(|end| *end <= candidate.at.start)
        .max()
        .unwrap_or(block.start);
    let ahead = linked.max(candidate.at.start.saturating_sub(300))..candidate.at.start;
    // "Do you have a question about the application? Please write to …" under "More information".
    let asks = || cues::within(page, &ahead).any(|near| near.cue == Cue::Info);
    if page.section_kinds(passage).next() == Some(SectionKind::Questions) && asks() {
        return Sign::Info;
    }
    if let Some(sign) = by_lead(page, &ahead) {
        return sign;
    }
    if let Some(sign) = by_line_before(page, passage) {
        return sign;
    }
    let near = page.folded(&(passage.folded.start.max(candidate.at.start.saturating_sub(24))..candidate.at.start));
    if near.contains("contact") && page.section_kinds(passage).next() != Some(SectionKind::Apply) {
        return Sign::Plain;
    }
    match page.section_kinds(passage).next() {
        Some(SectionKind::Apply) => Sign::To,
        Some(SectionKind::Questions) => Sign::Info,
        Some(SectionKind::Legal) => Sign::Foreign,
        Some(SectionKind::Company | SectionKind::Missions | SectionKind::Profile)
            if passage.key != Some(Key::Contact) =>
        {
            Sign::Aside
        }
        _ => Sign::Plain,
    }
}

/// In a field that tells how to apply, an address takes the applications, unless the field says that it is for
/// questions and that one applies on a page.
fn by_field(page: &Page<'_>, candidate: &Candidate, passage: &Passage) -> Sign {
    if passage.kind != PassageKind::Field {
        return Sign::To;
    }
    let mut cues = page
        .fields()
        .iter()
        .filter(|field| field.key == passage.key)
        .flat_map(|field| cues::within(page, &field.folded));
    if cues.any(|near| near.cue == Cue::OnlyInfo && near.range.start != candidate.at.start) {
        Sign::Info
    } else {
        Sign::To
    }
}

/// The cues of the lines before, the last one first.
fn by_lead(page: &Page<'_>, ahead: &Range<u32>) -> Option<Sign> {
    let cues: Vec<Near> = cues::within(page, ahead).collect();
    cues.iter().rev().find_map(|near| match near.cue {
        Cue::Apply | Cue::Application | Cue::Send => Some(Sign::To),
        Cue::Info | Cue::OnlyInfo => Some(Sign::Info),
        Cue::Other => Some(Sign::Foreign),
        Cue::Copy | Cue::Example | Cue::Phone => None,
    })
}

/// The line before the block, when it leads to it: it ends with a colon, or the block is a quotation.
fn by_line_before(page: &Page<'_>, passage: &Passage) -> Option<Sign> {
    let first = page.block(passage).first()?;
    let index = page
        .passages
        .partition_point(|p| p.folded.start < first.folded.start)
        .checked_sub(1)?;
    let before = page
        .passages
        .get(index)
        .filter(|before| before.section == passage.section || before.section.is_none())?;
    let words = page.folded(&before.folded);
    if !(words.ends_with(':') || passage.quoted || passage.kind == PassageKind::Item) || index < page.body_start {
        return None;
    }
    by_lead(page, &before.folded)
}
