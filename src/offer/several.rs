//! Several offers in one file: split when the text clearly separates them, else told.
//!
//! A list of jobs that share one description stays one offer with a note: a candidate reads it once.

mod parts;
mod shared;

use super::page::{Heading, Page, PassageKind};
use super::warning::{Warning, WarningCode};
use super::words::words;
use super::{Offer, OfferFile};

/// Words after a number in a title that count offers.
const COUNTED: &[&str] = &[
    "postes",
    "offres",
    "stages",
    "stagiaires",
    "positions",
    "jobs",
    "internships",
    "missions",
];

/// Reads the offers of a file apart; `None` unless the text clearly separates them.
pub(super) fn split(file: &OfferFile<'_>, page: &Page<'_>) -> Option<Vec<Offer>> {
    let divisions = [parts::by_headings(page), parts::by_rules(page)];
    divisions
        .into_iter()
        .flatten()
        .find_map(|division| shared::offers(file, page, &division))
}

/// Says that the file holds several offers, when its headings or its title do.
pub(super) fn note(page: &Page<'_>, title: Option<&str>) -> Option<Warning> {
    let headings: Vec<_> = page
        .body()
        .iter()
        .filter(|passage| matches!(passage.kind, PassageKind::Heading(Heading::Real(2..))))
        .filter(|passage| names_a_job(page.folded(&passage.folded)))
        .map(|passage| page.source_of_folded(&passage.folded))
        .collect();
    let count = headings.len().max(title.and_then(counted).unwrap_or(0));
    (count >= 2).then(|| Warning {
        code: WarningCode::SeveralOffers,
        line: headings.first().map_or(1, |span| page.line(span.start)),
        passages: headings,
        details: vec![count.to_string()],
    })
}

/// "… (H/F)": only jobs are said to be for both.
fn names_a_job(heading: &str) -> bool {
    words!["h/f", "f/h", "m/f", "f/m", "m/w/d"].are_part_of(heading)
}

/// The number in "4 postes chez …".
fn counted(title: &str) -> Option<usize> {
    if !title.contains(char::is_numeric) {
        return None;
    }
    let folded = crate::text::fold(title).text;
    let words: Vec<&str> = folded.split(' ').collect();
    words.windows(2).find_map(|pair| {
        let [number, noun] = pair else { return None };
        COUNTED
            .contains(noun)
            .then(|| number.parse().ok().filter(|n| (2..=99).contains(n)))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter::FrontMatter;

    #[test]
    fn several_jobs_are_noted() {
        let front = FrontMatter::default();
        let several =
            |text: &str, title: &str| note(&Page::new(text, &front), Some(title)).map(|w| w.details[0].clone());
        assert_eq!(several("Texte", "4 postes au moulin").as_deref(), Some("4"));
        assert_eq!(
            several("## Meunier H/F\n\nA\n\n## Vigie (F/H)\n\nB", "Postes").as_deref(),
            Some("2")
        );
        assert_eq!(several("## Missions\n\nA", "Un stage de 6 mois"), None);
    }
}
