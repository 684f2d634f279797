//! Which heading opens the part of an offer that says how to apply.

use crate::text::fold;

use super::layout::Layout;

/// What such a heading says, folded, from the surest to the least sure. A phrase counts at the start of a word.
const APPLY: [&str; 30] = [
    "comment postuler",
    "comment candidater",
    "pour postuler",
    "pour candidater",
    "how to apply",
    "to apply",
    "apply now",
    "applying",
    "postuler",
    "candidater",
    "bewerbung",
    "bewerben",
    "candidature",
    "application",
    "apply",
    "modalites de recrutement",
    "processus de recrutement",
    "procedure de recrutement",
    "recrutement",
    "interesse",
    "envoyer",
    "envoyez",
    "repondre",
    "nous rejoindre",
    "rejoignez",
    "interested",
    "join us",
    "contact",
    "kontakt",
    "nous ecrire",
];

/// Marks the heading that opens the part on applying: the surest phrase wins, and of several the last, because
/// offers end with it.
pub(super) fn mark_apply(layout: &mut Layout) {
    let best = layout
        .outline
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| rank(entry.text.as_str()).map(|rank| (rank, std::cmp::Reverse(index))))
        .min();
    if let Some((_, std::cmp::Reverse(index))) = best {
        layout.outline[index].apply = true;
    }
}

/// Returns how sure a heading is about applying; 0 is surest.
fn rank(heading: &str) -> Option<usize> {
    let folded = fold(heading).text;
    let ends = folded.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    let words = std::iter::once(0).chain(ends.map(|(at, c)| at + c.len_utf8()));
    let words: Vec<&str> = words.filter_map(|at| folded.get(at..)).collect();
    APPLY
        .iter()
        .position(|phrase| words.iter().any(|text| text.starts_with(phrase)))
}
