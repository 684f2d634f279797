//! Labels that stand alone: a heading, a term of a list, the first cell of a row, an item whose value is the item below.

use super::{Page, Passage, PassageKind};
use crate::offer::keys::{self, Key};
use crate::offer::words::{Words, words};

/// Longest line that is a label and nothing else, in bytes of folded text.
const LONGEST_LABEL: usize = 40;

/// Shortest one that is no heading: "ou" is a word before it is "où".
const SHORTEST_LINE: usize = 4;

/// Longest line that is the value of the label above it, in bytes of folded text.
const LONGEST_VALUE: usize = 120;

/// Gives the line below each label that stands alone the meaning of that label.
pub(super) fn inherit(page: &mut Page<'_>) {
    for below in page.body_start + 1..page.passages.len() {
        let key = match page.passages.get(below - 1..=below) {
            // Few lines pass the first look, and few of those the second.
            Some([label, value]) if is_short_line(label, value) => {
                bare(page, label, value).filter(|_| could_be_value(page, value))
            }
            _ => None,
        };
        if let Some(key) = key
            && let Some(value) = page.passages.get_mut(below)
        {
            value.key = Some(key);
        }
    }
}

/// Returns what a passage means that is a label and nothing else. Only facts that a few words tell are inherited: a sum
/// of money needs a figure, and the pay below a heading may take several lines, which its reader looks for.
fn bare(page: &Page<'_>, passage: &Passage, value: &Passage) -> Option<Key> {
    let heading = match passage.kind {
        PassageKind::Heading(_) => true,
        PassageKind::Line | PassageKind::Item => false,
        PassageKind::Field | PassageKind::Row | PassageKind::Code => return None,
    };
    let text = page.folded(&passage.folded);
    let labelled = !passage.label.is_empty() && !passage.value.is_empty();
    if labelled || passage.digits > 0 || text.len() > LONGEST_LABEL {
        return None;
    }
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    match keys::meaning(words)? {
        key @ (Key::Duration | Key::Deadline | Key::Start | Key::Place) if heading || words.len() >= SHORTEST_LINE => {
            Some(key)
        }
        Key::Pay if !heading && value.digits > 0 => Some(Key::Pay),
        _ => None,
    }
}

fn is_short_line(label: &Passage, value: &Passage) -> bool {
    value.key.is_none()
        && value.label.is_empty()
        && value.folded.len() <= LONGEST_VALUE
        && value.section == label.section
        && matches!(value.kind, PassageKind::Line | PassageKind::Item)
        // The item beside a label is one of its like: "- Lieu⏎- Horaires".
        && (label.kind != PassageKind::Item || label.block == value.block || label.lists < value.lists)
}

/// Tells whether a line may be the value of a label: it is none itself, and not about applying.
fn could_be_value(page: &Page<'_>, value: &Passage) -> bool {
    const OF_APPLYING: &Words = words!["candidat*", "postul*", "apply", "application*"];
    let text = page.folded(&value.folded);
    let label = text.len() <= LONGEST_LABEL && keys::meaning(text).is_some();
    !label && !OF_APPLYING.stand_in(text)
}
