//! Which heading opens the part of an offer that says how to apply.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

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
    static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(APPLY).ok());
    let folded = fold(heading).text;
    PHRASES
        .as_ref()?
        .find_overlapping_iter(&folded)
        .filter(|hit| !folded[..hit.start()].ends_with(|c: char| c.is_alphanumeric()))
        .map(|hit| hit.pattern().as_usize())
        .min()
}
