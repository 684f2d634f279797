//! The organisation that a title names: "Three positions at Blue Mill", "Thèse au MARX", "Blue Mill - Vacancies".

use std::ops::Range;

use super::{Candidate, name, propose as propose_one};
use crate::offer::page::{Page, Passage, narrow};
use crate::offer::place;

/// What stands before a name in a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Any name follows.
    Sure,
    /// A name follows, or now and then a place.
    Likely,
    /// A place or a subject may follow as well: only an institution or an abbreviation is taken.
    Doubtful,
}

const LEADS: [(&str, Lead); 7] = [
    (" at the ", Lead::Sure),
    (" at ", Lead::Sure),
    (" @ ", Lead::Sure),
    (" au ", Lead::Doubtful),
    (" aux ", Lead::Likely),
    (" a l'", Lead::Doubtful),
    (" a la ", Lead::Doubtful),
];

/// What the pages of laboratories that look for people are called.
const PAGES: [&str; 12] = [
    "vacancies",
    "vacancy",
    "jobs",
    "careers",
    "openings",
    "open positions",
    "join us",
    "job offers",
    "recrutement",
    "nous rejoindre",
    "offres d'emploi",
    "offres de stage",
];

/// Proposes what the title says.
pub(super) fn propose(page: &Page<'_>, title: Option<&Range<usize>>, candidates: &mut Vec<Candidate>) {
    let Some(passage) = title.and_then(|span| titled(page, span)) else {
        return;
    };
    if let Some(found) = beside_page_name(page, passage) {
        propose_one(page, found, 6, candidates);
    }
    let text = page.folded(&passage.value);
    for (lead, sure) in LEADS {
        let Some(at) = text.find(lead) else { continue };
        let from = passage.value.start + narrow(at + lead.len());
        let Some(found) = name::after(page, passage, from, false) else {
            continue;
        };
        let words = page.visible(&found);
        let score = match sure {
            Lead::Sure => 6,
            Lead::Likely => 3,
            Lead::Doubtful if name::is_institution(words) => 5,
            Lead::Doubtful if is_abbreviation(words) => 2,
            Lead::Doubtful => continue,
        };
        let folded = crate::text::fold(words).text;
        if !place::is_town(&folded) {
            propose_one(page, found, score, candidates);
        }
        return;
    }
}

/// The passage that the title was read from.
fn titled<'p>(page: &'p Page<'_>, span: &Range<usize>) -> Option<&'p Passage> {
    page.passages
        .iter()
        .take(60)
        .find(|passage| page.overlaps(passage, span))
}

/// "Blue Mill - Vacancies", "Join us | Blue Mill": the other side of the name of the page.
fn beside_page_name(page: &Page<'_>, passage: &Passage) -> Option<Range<u32>> {
    let shown = page.visible(&passage.visible);
    let (left, right, joint) = [" - ", " – ", " | "]
        .iter()
        .find_map(|joint| shown.split_once(joint).map(|(left, right)| (left, right, joint.len())))?;
    let is_page = |side: &str| PAGES.contains(&crate::text::fold(side).text.trim());
    let start = passage.visible.start;
    let (side, from) = if is_page(right) {
        (left, start)
    } else if is_page(left) {
        (right, start + narrow(left.len() + joint))
    } else {
        return None;
    };
    let words = side.trim();
    name::is_name(words).then(|| from..from + narrow(side.trim_end().len()))
}

/// "MARX": capitals, of which no contract and no programming language is made.
fn is_abbreviation(words: &str) -> bool {
    const OTHERS: [&str; 16] = [
        "CDI", "CDD", "SMIC", "BTS", "DUT", "CSS", "HTML", "PHP", "SQL", "VIE", "RGAA", "RGPD", "CAP", "BAFA", "SIG",
        "ATER",
    ];
    let letters = words.chars().filter(char::is_ascii_uppercase).count();
    letters >= 3 && letters == words.chars().count() && !OTHERS.contains(&words)
}
