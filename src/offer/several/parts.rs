//! Where one offer of a file may end and the next begin: at sibling headings or at lines drawn across, each followed
//! by the name of a job.

use std::ops::Range;

use crate::offer::nature;
use crate::offer::page::{Heading, Page, Passage, PassageKind};
use crate::offer::title;
use crate::offer::words::Words;

/// The lowest heading that can open an offer.
const LOWEST: u8 = 4;
/// Longest heading that names a job, in bytes.
const LONGEST: usize = 140;

/// Words of a heading that says no more than which kind of offers stands below.
const KINDS_OF_OFFERS: Words = Words::of(&[
    "offre",
    "offres",
    "offer",
    "offers",
    "de",
    "d",
    "du",
    "des",
    "a",
    "et",
    "en",
    "of",
    "and",
    "for",
    "in",
    "stage",
    "stages",
    "poste",
    "postes",
    "emploi",
    "emplois",
    "job",
    "jobs",
    "position",
    "positions",
    "open",
    "opening",
    "openings",
    "pourvoir",
    "ouvert",
    "ouverts",
    "ouverte",
    "ouvertes",
    "these",
    "theses",
    "doctorat",
    "doctorats",
    "postdoc",
    "postdocs",
    "post",
    "doc",
    "docs",
    "phd",
    "cdi",
    "cdd",
    "alternance",
    "alternances",
    "apprentissage",
    "internship",
    "internships",
    "intern",
    "interns",
    "master",
    "m1",
    "m2",
    "licence",
    "student",
    "students",
    "current",
    "available",
    "vacancy",
    "vacancies",
    "recrutement",
    "recrutements",
    "benevole",
    "benevoles",
    "benevolat",
    "volunteer",
    "volunteers",
    "civique",
    "service",
    "services",
    "n",
    "no",
    "numero",
]);

/// A file that may hold several offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Division {
    /// The offers, in the order of the text.
    pub(super) parts: Vec<Part>,
    /// Whether each must say by itself how to apply.
    pub(super) complete: bool,
}

/// What may be one offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Bytes of the file, from the heading on.
    pub(super) range: Range<usize>,
    /// The heading, as a link to it has it.
    pub(super) anchor: String,
}

/// Divides at headings of one level that name jobs, when no other heading of that level stands among them.
pub(super) fn by_headings(page: &Page<'_>) -> Option<Division> {
    let all: Vec<(u8, &Passage, bool)> = headings(page)
        .map(|(depth, passage)| (depth, passage, names_a_job(page, passage)))
        .collect();
    if all.iter().filter(|(_, _, names)| *names).count() < 2 {
        return None;
    }
    (1..=LOWEST).find_map(|level| {
        let headings: Vec<&(u8, &Passage, bool)> = all.iter().filter(|(depth, ..)| *depth <= level).collect();
        let opens = |(depth, _, names): &&(u8, &Passage, bool)| *depth == level && *names;
        let first = headings.iter().position(opens)?;
        let last = headings.iter().rposition(opens)?;
        let offers = headings.get(first..=last).filter(|offers| offers.len() >= 2)?;
        if !offers.iter().all(opens) {
            return None;
        }
        let end = headings
            .get(last + 1)
            .map_or(page.text.len(), |(_, passage, _)| line_start(page, passage));
        let starts = offers.iter().map(|(_, passage, _)| *passage);
        Some(divide(page, starts, end, false))
    })
}

/// Divides at lines drawn across the text, when each is followed by a heading that names a job.
pub(super) fn by_rules(page: &Page<'_>) -> Option<Division> {
    let after = |rule: usize| {
        let at = page.body().partition_point(|passage| start(page, passage) < rule);
        page.body().get(at)
    };
    let opens = |passage: Option<&Passage>| {
        passage.is_some_and(|passage| {
            matches!(passage.kind, PassageKind::Heading(Heading::Real(_))) && names_a_job(page, passage)
        })
    };
    let pieces: Vec<Option<&Passage>> = std::iter::once(page.body().first())
        .chain(page.rules.iter().map(|rule| after(*rule)))
        .collect();
    let (first, last) = (
        pieces.iter().copied().position(opens)?,
        pieces.iter().copied().rposition(opens)?,
    );
    let offers = pieces.get(first..=last).filter(|offers| offers.len() >= 2)?;
    if !offers.iter().copied().all(opens) {
        return None;
    }
    let end = page.rules.get(last).copied().unwrap_or(page.text.len());
    Some(divide(page, offers.iter().copied().flatten(), end, true))
}

/// The real headings of the body with their levels.
fn headings<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (u8, &'p Passage)> {
    page.body().iter().filter_map(|passage| match passage.kind {
        PassageKind::Heading(Heading::Real(level)) => Some((level, passage)),
        _ => None,
    })
}

fn divide<'p>(page: &Page<'_>, headings: impl Iterator<Item = &'p Passage>, end: usize, complete: bool) -> Division {
    let headings: Vec<&Passage> = headings.collect();
    let starts: Vec<usize> = headings.iter().map(|passage| line_start(page, passage)).collect();
    let ends = starts.iter().skip(1).copied().chain([end]);
    let mut anchors: Vec<String> = Vec::new();
    let parts = headings
        .iter()
        .zip(starts.iter().zip(ends))
        .map(|(heading, (start, end))| {
            let anchor = unused(&anchors, anchor(page.visible(&heading.visible)));
            anchors.push(anchor.clone());
            Part {
                range: *start..end,
                anchor,
            }
        });
    Division {
        parts: parts.collect(),
        complete,
    }
}

fn start(page: &Page<'_>, passage: &Passage) -> usize {
    page.source(&passage.visible).start
}

/// Where the line of a heading begins, its `##` included.
fn line_start(page: &Page<'_>, passage: &Passage) -> usize {
    let at = start(page, passage);
    let before = page.text.get(..at).unwrap_or_default();
    memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1)
}

/// A heading as sites link to it: small letters, digits and `-`.
fn anchor(heading: &str) -> String {
    let mut anchor = String::with_capacity(heading.len());
    for c in heading.trim().chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            anchor.push(c);
        } else if (c.is_whitespace() || c == '-') && !anchor.ends_with('-') && !anchor.is_empty() {
            anchor.push('-');
        }
    }
    anchor.truncate(anchor.trim_end_matches('-').len());
    anchor
}

/// The anchor, numbered when it is taken or empty.
fn unused(taken: &[String], anchor: String) -> String {
    if !anchor.is_empty() && !taken.contains(&anchor) {
        return anchor;
    }
    let joint = if anchor.is_empty() { "" } else { "-" };
    (1..=taken.len() + 1)
        .map(|number| format!("{anchor}{joint}{number}"))
        .find(|numbered| !taken.contains(numbered))
        .unwrap_or(anchor)
}

/// Tells whether a heading names a job, and not a part of an offer or a kind of offers.
fn names_a_job(page: &Page<'_>, passage: &Passage) -> bool {
    let words = page.folded(&passage.folded);
    if super::names_a_job(words) {
        return true;
    }
    let about_a_part =
        page.trail(passage).next().is_some_and(|section| section.kind.is_some()) || passage.key.is_some();
    // What takes longest comes last.
    !about_a_part
        && words.len() <= LONGEST
        && nature::names_a_job(page, &passage.folded)
        && !words.contains(['?', '@'])
        && is_specific(words)
        && !title::is_generic(page.visible(&passage.visible))
        && !speaks_of_one(words)
}

/// "Le stage", "Encadrement du stage", "About the role": of the one job that the file is about.
fn speaks_of_one(words: &str) -> bool {
    const FIRST: &[&str] = &[
        "le", "la", "les", "l'", "ce", "cette", "ces", "votre", "vos", "ton", "ta", "tes", "notre", "nos", "the",
        "this", "your", "our", "about", "why", "what", "how", "who", "pourquoi", "comment", "qui", "que", "quel",
        "quelle", "durant", "pendant",
    ];
    const WITHIN: &[&str] = &[
        "du stage",
        "de stage",
        "du poste",
        "de poste",
        "du job",
        "de l'emploi",
        "de l'offre",
        "du stagiaire",
        "de la these",
        "de these",
        "de la mission",
        "du recrutement",
        "of the internship",
        "of the position",
        "of the job",
        "of the role",
        "the position",
        "the role",
        "the job",
        "the internship",
        "encadra",
        "tuteur",
        "maitre de",
    ];
    let first = words
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split([' ', '\u{2019}'])
        .next()
        .unwrap_or_default();
    let offer =
        words.contains("offre de stage") || words.contains("sujet de stage") || words.contains("sujet de these");
    FIRST
        .iter()
        .any(|word| first == *word || (word.ends_with('\'') && first.starts_with(word)))
        || (!offer && WITHIN.iter().any(|phrase| words.contains(phrase)))
}

/// Tells whether a heading says more than which kind of offers stands below: "Stages", "Open positions" do not.
fn is_specific(words: &str) -> bool {
    let words: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let named = words.iter().any(|word| !number(word) && !KINDS_OF_OFFERS.has(word));
    let numbered = words.last().is_some_and(|word| number(word) && word.len() <= 2);
    named || numbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter::FrontMatter;

    fn with<T>(text: &str, check: impl FnOnce(&Page<'_>) -> T) -> T {
        let front = FrontMatter::default();
        check(&Page::new(text, &front))
    }

    fn anchors(division: Option<Division>) -> Vec<String> {
        division.map_or_else(Vec::new, |division| {
            division.parts.into_iter().map(|part| part.anchor).collect()
        })
    }

    #[test]
    fn headings_that_name_jobs_divide() {
        let text = "# Le moulin recrute\n\nBonjour.\n\n## Développeuse Rust (H/F)\n\nA\n\n### Profil\n\nB\n\n## Stage : la carte\n\nC\n\n\
                    ## Candidater\n\nD\n";
        let parts: Vec<&str> = with(text, |page| {
            let division = by_headings(page).unwrap();
            division.parts.iter().map(|part| &text[part.range.clone()]).collect()
        });
        assert_eq!(
            parts,
            [
                "## Développeuse Rust (H/F)\n\nA\n\n### Profil\n\nB\n\n",
                "## Stage : la carte\n\nC\n\n"
            ]
        );
        assert_eq!(
            anchors(with(text, by_headings)),
            ["développeuse-rust-hf", "stage-la-carte"]
        );
    }

    #[test]
    fn parts_of_one_offer_do_not_divide() {
        for text in [
            "## Contexte du stage\n\nA\n\n## Encadrement du stage\n\nB",
            "## Le stage\n\nA\n\n## Le stagiaire idéal\n\nB",
            "## Stages\n\nA\n\n## Postes ouverts\n\nB",
            "## Développeuse Rust\n\nA\n\n## Nos valeurs\n\nB\n\n## Stage : la carte\n\nC",
            "## About the developer role\n\nA\n\n## The engineer we want\n\nB",
        ] {
            assert_eq!(anchors(with(text, by_headings)), [""; 0], "{text}");
        }
    }

    #[test]
    fn lines_across_divide_complete_offers() {
        let text = "Nos offres.\n\n---\n\n## Stage : la carte\n\nA\n\n## Profil\n\nB\n\n***\n\n## Stage : la roue\n\nC\n\n## Profil\n\nD\n\n---\n\nBas de page\n";
        assert_eq!(anchors(with(text, by_rules)), ["stage-la-carte", "stage-la-roue"]);
        assert!(with(text, by_rules).unwrap().complete);
        let end = with(text, by_rules).unwrap().parts[1].range.clone();
        assert!(text[end].ends_with("D\n\n"));
    }

    #[test]
    fn anchors_are_apart() {
        assert_eq!(anchor("Chargé·e d’études  (H/F) — Brest"), "chargée-détudes-hf-brest");
        assert_eq!(unused(&["a".into(), "a-1".into()], "a".into()), "a-2");
        assert_eq!(unused(&[], String::new()), "1");
    }
}
