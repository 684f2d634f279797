//! The title: the job itself, as a person would say it.
//!
//! A field of the front matter decides, the best key first; else the first heading that is about no known part of an
//! offer; else a label ("Intitulé du poste :"); else the first short line. A title that only says "Offre de stage"
//! gives way to a better line.

use std::ops::Range;

use super::facts::Fact;
use super::keys::{self, Key};
use super::page::{Heading, Page, Passage, PassageKind};
use super::words::Words;

/// Passages of the body among which the title is looked for.
const REACH: usize = 14;
/// Longest title, in characters.
const LONGEST: usize = 160;

/// Words of a title that only says that it is an offer.
const GENERIC: Words = Words::of(&[
    "offre",
    "offres",
    "de",
    "d",
    "stage",
    "stages",
    "emploi",
    "emplois",
    "job",
    "jobs",
    "offer",
    "offers",
    "recrutement",
    "recrutements",
    "annonce",
    "poste",
    "postes",
    "nous",
    "recrutons",
    "we",
    "are",
    "re",
    "hiring",
    "internship",
    "internships",
    "position",
    "positions",
    "open",
    "alternance",
    "cdi",
    "cdd",
    "a",
    "pourvoir",
    "fiche",
    "du",
    "un",
    "une",
    "appel",
    "candidature",
    "candidatures",
    "rejoignez",
    "rejoins",
    "join",
    "us",
    "careers",
    "career",
    "vacancy",
    "vacancies",
    "stagiaire",
    "h",
    "f",
    "opening",
    "openings",
    "the",
    "description",
    "title",
    "titre",
    "intitule",
    "travail",
    "opportunity",
    "opportunities",
    "le",
    "la",
    "stellenangebot",
    "service",
    "civique",
    "contrat",
    "des",
    "offert",
]);

/// Reads the title.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<String>> {
    let field = by_field(page).map(|fact| in_full(page, &fact).unwrap_or(fact));
    if let Some(fact) = &field
        && !is_generic(&fact.value)
    {
        return field;
    }
    by_heading(page)
        .or_else(|| by_label(page))
        .or_else(|| by_description(page))
        .or(field)
        .or_else(|| by_first_line(page))
        .or_else(|| generic(page))
}

fn by_field(page: &Page<'_>) -> Option<Fact<String>> {
    let mut fields: Vec<_> = page
        .front
        .fields
        .iter()
        .filter_map(|field| Some((keys::rank(Key::Title, &field.folded)?, field)))
        .collect();
    fields.sort_by_key(|(rank, _)| *rank);
    let scalars = page.front.scalars();
    fields.iter().find_map(|(_, field)| {
        let (_, words, span) = scalars
            .iter()
            .find(|(_, _, span)| field.span.start <= span.start && span.end <= field.span.end)?;
        let value = tidy(words);
        usable(&value).then(|| Fact {
            value,
            evidence: vec![page.evidence_at((*span).clone())],
        })
    })
}

/// Another field that holds the whole of a title that was cut short: "Une personne pour l'atelier de…".
fn in_full(page: &Page<'_>, cut: &Fact<String>) -> Option<Fact<String>> {
    let head = cut
        .value
        .strip_suffix("...")
        .or_else(|| cut.value.strip_suffix('…'))?
        .trim_end();
    let scalars = page.front.scalars();
    let (_, words, span) = scalars.iter().find(|(_, words, _)| {
        let whole = words.trim();
        whole.len() > cut.value.len() && whole.starts_with(head) && !whole.ends_with("...") && !whole.contains('\n')
    })?;
    (head.len() >= 10).then(|| Fact {
        value: tidy(words),
        evidence: vec![page.evidence_at((*span).clone())],
    })
}

fn usable(title: &str) -> bool {
    title.chars().filter(|c| c.is_alphanumeric()).count() >= 2 && !title.contains("{{")
}

/// The first heading at the top that is about no known part of an offer.
fn by_heading(page: &Page<'_>) -> Option<Fact<String>> {
    let mut habit: Option<&Passage> = None;
    for passage in page.body().iter().take(REACH) {
        let PassageKind::Heading(style) = passage.kind else {
            continue;
        };
        let about_a_part = section_kind(page, passage).is_some();
        let words = page.visible(&passage.visible);
        // "If you are:", "As a member of the team, you will:" lead to a list.
        let leads =
            words.trim_end().ends_with(':') && words.split_whitespace().count() >= 3 && style != Heading::Real(1);
        let fits = !is_generic(words) && !leads && words.chars().count() <= LONGEST && usable(words);
        match style {
            Heading::Real(1) if fits => return Some(of(page, passage)),
            _ if about_a_part => return habit.map(|passage| of(page, passage)),
            Heading::Real(_) if fits => return Some(of(page, habit.unwrap_or(passage))),
            Heading::Bold | Heading::Upper | Heading::Slashes if fits && habit.is_none() && passage.key.is_none() => {
                habit = Some(passage);
            }
            _ => {}
        }
    }
    habit.map(|passage| of(page, passage))
}

fn section_kind(page: &Page<'_>, passage: &Passage) -> Option<super::section::SectionKind> {
    page.trail(passage).next().and_then(|section| section.kind)
}

/// "Intitulé du poste : …" in the body.
fn by_label(page: &Page<'_>) -> Option<Fact<String>> {
    page.body()
        .iter()
        .filter(|passage| passage.key == Some(Key::Title) && passage.label.start < passage.label.end)
        .find_map(|passage| {
            let value = tidy(page.shown(&passage.value));
            let short = value.chars().count() <= 120 && value.split_whitespace().count() <= 16;
            (short && usable(&value) && !is_generic(&value)).then(|| page.fact(value, &passage.value))
        })
}

/// A description of one line, which many sites show below a title that says nothing.
fn by_description(page: &Page<'_>) -> Option<Fact<String>> {
    let mut fields = page.front.fields.iter().filter(|field| {
        matches!(
            field.folded.as_str(),
            "description" | "subtitle" | "soustitre" | "excerpt" | "extrait" | "resume"
        )
    });
    fields.find_map(|field| match &field.value {
        super::front_matter::Value::Text(words, span) => {
            let value = tidy(words);
            let line = value.chars().count() <= LONGEST && !words.contains('\n') && !value.ends_with('.');
            let dated = value.to_lowercase().contains("date limite") || value.to_lowercase().contains("deadline");
            (line && !dated && usable(&value) && !is_generic(&value)).then(|| Fact {
                value,
                evidence: vec![page.evidence_at(span.clone())],
            })
        }
        _ => None,
    })
}

/// The first line, when it is short and no sentence.
fn by_first_line(page: &Page<'_>) -> Option<Fact<String>> {
    let passage = page.body().iter().take(4).find(|passage| {
        let line = match passage.kind {
            PassageKind::Line => true,
            PassageKind::Heading(_) => section_kind(page, passage).is_none() && passage.key.is_none(),
            _ => false,
        };
        line && !is_generic(page.visible(&passage.visible)) && usable(page.visible(&passage.visible))
    })?;
    let words = page.visible(&passage.visible);
    let greeting = words.ends_with(',') || words.split_whitespace().count() < 2;
    let short = words.chars().count() <= 100 && !greeting && !words.ends_with(['.', ':', ';']) && !words.contains('@');
    short.then(|| of(page, passage))
}

/// "Offre de stage", when nothing says more.
fn generic(page: &Page<'_>) -> Option<Fact<String>> {
    let passage = page.body().iter().take(4).find(|passage| {
        let words = page.visible(&passage.visible);
        is_generic(words) && usable(words) && !is_label(words)
    })?;
    Some(of(page, passage))
}

/// "Le poste", "Description du poste": words that only head a part of an offer.
fn is_label(words: &str) -> bool {
    const HEADS: &[&str] = &[
        "le",
        "la",
        "du",
        "de",
        "the",
        "poste",
        "description",
        "fiche",
        "contrat",
    ];
    crate::text::fold(words)
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| HEADS.contains(&word))
}

fn of(page: &Page<'_>, passage: &Passage) -> Fact<String> {
    let visible: Range<u32> = passage.visible.clone();
    Fact {
        value: tidy(page.visible(&visible)),
        evidence: vec![page.evidence_at(page.source(&visible))],
    }
}

/// One line, without the signs around it and without a notice in brackets before it.
fn tidy(words: &str) -> String {
    let mut title = words
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if let Some(rest) = title.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && is_notice(rest.0)
        && !rest.1.trim().is_empty()
    {
        title = rest.1.trim().to_owned();
    }
    title
        .trim_matches(['#', '*', '_', '`', ' ', '\u{200b}', '\u{feff}'])
        .trim_end_matches([':', ' ', '\u{a0}', '\u{202f}'])
        .to_owned()
}

fn is_notice(words: &str) -> bool {
    let folded = crate::text::fold(words).text;
    [
        "pourvu", "closed", "filled", "ferme", "clos", "expire", "urgent", "new", "nouveau",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// Tells whether a title says no more than that it is an offer.
pub(super) fn is_generic(title: &str) -> bool {
    let folded = crate::text::fold(title).text;
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_none() || words.all(|word| GENERIC.has(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    fn title(text: &str) -> Option<String> {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        read(&page).map(|fact| {
            assert!(fact.evidence[0].quote(text).is_some());
            fact.value
        })
    }

    #[test]
    fn titles_wherever_they_stand() {
        for (text, wanted) in [
            (
                "---\ntitle: Une développeuse\nrole: dev\n---\n# Autre",
                "Une développeuse",
            ),
            (
                "---\nrole: Chef·fe de produit\n---\n## Contexte\n",
                "Chef·fe de produit",
            ),
            (
                "---\ntitle: Offre d'emploi\ndescription: Une personne pour l'accueil\n---\nTexte.",
                "Une personne pour l'accueil",
            ),
            ("# [Une personne](https://a.example)\n### Moulin\n", "Une personne"),
            (
                "Offre de stage\n\n**Une personne  \npour l'accueil**\n\n## Présentation\n",
                "Une personne pour l'accueil",
            ),
            (
                "Offre de stage\n\nASSISTANT.E D'ACCUEIL\n\n// MISSIONS //\n",
                "ASSISTANT.E D'ACCUEIL",
            ),
            (
                "**Ce dépôt est archivé : rien ici n'est plus à jour, allez voir ailleurs, merci de votre visite et bonne journée.**\n\n# Un programme\n",
                "Un programme",
            ),
            ("## Missions\n\nIntitulé du poste : Une personne\n", "Une personne"),
            (
                "[OFFRE POURVUE] Une personne pour l'accueil\n\nTexte.",
                "Une personne pour l'accueil",
            ),
            (
                "Une personne pour l'accueil\n\nNous cherchons quelqu'un.",
                "Une personne pour l'accueil",
            ),
            ("---\ntitle: Stage\n---\n## Missions\n", "Stage"),
        ] {
            assert_eq!(title(text).as_deref(), Some(wanted), "{text}");
        }
    }
}
