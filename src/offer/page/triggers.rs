//! One search for the trigger phrases of all readers.
//!
//! A phrase is folded text. It hits at the start of a word only, and must end at the end of a word, unless it closes
//! with `*`: `candidat*` hits "candidature", `cdd` does not hit "cddx".

use std::ops::Range;
use std::sync::LazyLock;

use super::Passage;

/// Whose phrases: one for each reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What an address is for.
    Contacts,
    /// Marks that stand for an `@`.
    At,
    /// The subject demanded.
    Subject,
    /// Documents asked.
    Documents,
    /// Where to apply on the web.
    Apply,
    /// Who offers.
    Organization,
    /// The title.
    Title,
    /// Is it an offer?
    Nature,
    /// Is it open?
    Published,
    /// Last day to apply.
    Deadline,
    /// From when.
    Start,
    /// How long.
    Duration,
    /// For how much.
    Pay,
    /// Where.
    Place,
    /// Remote or on site.
    Remote,
    /// Diploma or experience.
    Level,
    /// Kind of contract.
    Employment,
    /// The day it was posted.
    Posted,
    /// What a section is about.
    Section,
}

const TOPICS: usize = Topic::Section as usize + 1;

/// A trigger phrase that was found. The range is in bytes of the page's folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index into the reader's own table.
    pub phrase: u16,
    /// Index of the passage it begins in.
    pub passage: u32,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Hit {
    /// Returns the range.
    #[must_use]
    pub fn range(&self) -> Range<u32> {
        self.start..self.end
    }
}

/// The tables of the readers. A reader adds its line here.
fn tables() -> Vec<(Topic, Vec<&'static str>)> {
    use crate::offer::{
        apply, contacts, cues, deadline, documents, duration, employment, level, nature, organization, pay, place,
        posted, published, remote, section, start, subject,
    };
    vec![
        (Topic::Section, words(section::PHRASES)),
        (Topic::Deadline, words(deadline::PHRASES)),
        (Topic::Start, words(start::PHRASES)),
        (Topic::Duration, words(duration::PHRASES)),
        (Topic::Pay, words(pay::PHRASES)),
        (Topic::Place, place::phrases()),
        (Topic::Remote, words(remote::PHRASES)),
        (Topic::Level, words(level::PHRASES)),
        (Topic::Employment, words(employment::PHRASES)),
        (Topic::Posted, words(posted::PHRASES)),
        (Topic::Contacts, words(cues::PHRASES)),
        (Topic::Apply, words(apply::PHRASES)),
        (Topic::Subject, words(subject::PHRASES)),
        (Topic::Documents, words(documents::PHRASES)),
        (Topic::Published, words(published::PHRASES)),
        (Topic::Organization, words(organization::PHRASES)),
        (Topic::Nature, words(nature::PHRASES)),
        (Topic::At, contacts::AT_MARKS.to_vec()),
    ]
}

/// The first words of a table of phrases.
fn words<T>(table: &'static [(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(phrase, _)| *phrase).collect()
}

/// Hits kept for one topic: no offer has a tenth of it, and a text made of triggers must not cost more than its length.
const MOST_HITS: usize = 2000;

/// All phrases as a tree of letters, walked from the start of each word.
///
/// A search at every byte (Aho–Corasick) takes several times as long: phrases only count at the start of a word. What
/// has no fork is one step, so that the table of forks stays small enough for the cache.
struct Triggers {
    /// What the search asks of each byte.
    classes: [Class; 256],
    /// For each byte its column in `next`; 0 for a byte that begins no branch.
    columns: [u8; 256],
    /// How many columns a row has.
    width: usize,
    /// A row for each fork: for each column the node that follows, 0 for none.
    next: Vec<u16>,
    /// The first is the root.
    nodes: Vec<Node>,
    /// The bytes of all branches.
    letters: Vec<u8>,
    owners: Vec<Owner>,
}

/// What the search asks of a byte: a table answers in one step.
#[derive(Default, Clone, Copy)]
struct Class {
    /// A letter or a digit: a word goes on.
    letter: bool,
    /// The first byte of a phrase.
    begins: bool,
}

/// Where a branch ends.
#[derive(Default, Clone, Copy)]
struct Node {
    /// The bytes after the first one that lead here, a range of `letters`.
    branch: (u32, u32),
    /// The phrases that end here, a range of `owners`.
    owners: (u32, u32),
    /// The row of `next`, when it forks here.
    row: Option<u16>,
}

/// A phrase: the topic, the index in its table, and whether it may end inside a word.
#[derive(Clone, Copy)]
struct Owner {
    topic: Topic,
    phrase: u16,
    open: bool,
}

/// A phrase in bytes, with whose it is.
type Phrase = (&'static [u8], Owner);

static TRIGGERS: LazyLock<Triggers> = LazyLock::new(|| {
    let mut phrases: Vec<Phrase> = Vec::new();
    for (topic, table) in tables() {
        for (index, phrase) in table.into_iter().enumerate() {
            let phrase_index = u16::try_from(index).unwrap_or(u16::MAX);
            let owner = Owner {
                topic,
                phrase: phrase_index,
                open: phrase.ends_with('*'),
            };
            phrases.push((phrase.trim_end_matches('*').as_bytes(), owner));
        }
    }
    Triggers::of(phrases)
});

impl Triggers {
    fn of(mut phrases: Vec<Phrase>) -> Self {
        phrases.retain(|(phrase, _)| !phrase.is_empty());
        phrases.sort_by_key(|(phrase, _)| *phrase);
        let (columns, width) = columns(&phrases);
        let mut triggers = Self {
            classes: classes(&phrases),
            columns,
            width,
            next: Vec::new(),
            nodes: Vec::new(),
            letters: Vec::new(),
            owners: Vec::new(),
        };
        triggers.grow(&phrases, 0, 0);
        triggers
    }

    /// Adds the node that the first `depth` bytes of these phrases lead to, the last of them a branch from `fork` on,
    /// with all below it; returns its number.
    fn grow(&mut self, phrases: &[Phrase], fork: usize, depth: usize) -> u16 {
        let index = self.nodes.len();
        let (letters, owners) = (narrow(self.letters.len()), narrow(self.owners.len()));
        self.letters.extend(
            phrases
                .first()
                .and_then(|(phrase, _)| phrase.get(fork..depth))
                .unwrap_or(&[]),
        );
        self.owners.extend(
            phrases
                .iter()
                .filter(|(phrase, _)| phrase.len() == depth)
                .map(|(_, owner)| *owner),
        );
        let row = phrases
            .iter()
            .any(|(phrase, _)| phrase.len() > depth)
            .then(|| self.next.len() / self.width);
        let row = row.and_then(|row| u16::try_from(row).ok());
        self.nodes.push(Node {
            branch: (letters, narrow(self.letters.len())),
            owners: (owners, narrow(self.owners.len())),
            row,
        });
        let Some(row) = row else {
            return u16::try_from(index).unwrap_or(0);
        };
        self.next.resize(self.next.len() + self.width, 0);
        for group in phrases.chunk_by(|a, b| a.0.get(depth) == b.0.get(depth)) {
            let Some(byte) = group.first().and_then(|(phrase, _)| phrase.get(depth)) else {
                continue;
            };
            let below = self.grow(group, depth + 1, common(group, depth + 1));
            let column = self.columns.get(usize::from(*byte)).copied().unwrap_or(0);
            if let Some(slot) = self.next.get_mut(usize::from(row) * self.width + usize::from(column)) {
                *slot = below;
            }
        }
        // Some thousand nodes; beyond `u16` phrases would not be found, which a test would show.
        u16::try_from(index).unwrap_or(0)
    }

    /// Calls `hit` with each phrase that begins at byte `start`, and its end.
    fn walk(&self, bytes: &[u8], start: usize, mut hit: impl FnMut(Owner, usize)) {
        let mut at = start;
        let mut row = 0;
        while let Some(byte) = bytes.get(at) {
            let column = self.columns.get(usize::from(*byte)).copied().unwrap_or(0);
            let next = self.next.get(row + usize::from(column)).copied().unwrap_or(0);
            if next == 0 {
                return;
            }
            let Some(node) = self.nodes.get(usize::from(next)) else {
                return;
            };
            at += 1;
            // Branches are a few bytes: comparing them here is cheaper than a call.
            for letter in self.letters_of(node) {
                if bytes.get(at) != Some(letter) {
                    return;
                }
                at += 1;
            }
            for owner in self.owners_of(node) {
                hit(*owner, at);
            }
            match node.row {
                Some(below) => row = usize::from(below) * self.width,
                None => return,
            }
        }
    }

    fn letters_of(&self, node: &Node) -> &[u8] {
        let (from, to) = node.branch;
        if from == to {
            return &[];
        }
        self.letters.get(from as usize..to as usize).unwrap_or(&[])
    }

    fn owners_of(&self, node: &Node) -> &[Owner] {
        let (from, to) = node.owners;
        if from == to {
            return &[];
        }
        self.owners.get(from as usize..to as usize).unwrap_or(&[])
    }
}

/// How many bytes, from `depth` on, all of these sorted phrases share before one ends or they part.
fn common(phrases: &[Phrase], depth: usize) -> usize {
    let (Some((first, _)), Some((last, _))) = (phrases.first(), phrases.last()) else {
        return depth;
    };
    let shared = first.iter().zip(last.iter()).take_while(|(a, b)| a == b).count();
    // The shortest of sorted phrases with one beginning is the first.
    shared.min(first.len()).max(depth)
}

/// Classes the bytes.
fn classes(phrases: &[Phrase]) -> [Class; 256] {
    let mut classes = [Class::default(); 256];
    for (byte, class) in (0..=u8::MAX).zip(&mut classes) {
        class.letter = byte.is_ascii_alphanumeric();
    }
    for byte in phrases.iter().filter_map(|(phrase, _)| phrase.first()) {
        if let Some(class) = classes.get_mut(usize::from(*byte)) {
            class.begins = true;
        }
    }
    classes
}

/// Gives each byte that stands in a phrase a column, from 1; and the number of columns.
fn columns(phrases: &[Phrase]) -> ([u8; 256], usize) {
    let mut columns = [0; 256];
    for byte in phrases.iter().flat_map(|(phrase, _)| *phrase) {
        if let Some(slot) = columns.get_mut(usize::from(*byte)) {
            *slot = 1;
        }
    }
    let mut width = 1;
    for slot in columns.iter_mut().filter(|slot| **slot == 1) {
        *slot = u8::try_from(width).unwrap_or(0);
        width += 1;
    }
    (columns, width)
}

/// Finds all trigger phrases in the folded text, by topic, in the order of their ends. Nothing is looked for in code.
pub(super) fn find(folded: &str, passages: &[Passage]) -> Vec<Vec<Hit>> {
    let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); TOPICS];
    let triggers = &*TRIGGERS;
    let bytes = folded.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    for (index, passage) in passages.iter().enumerate() {
        if passage.kind == super::PassageKind::Code {
            continue;
        }
        let (from, to) = (passage.folded.start as usize, passage.folded.end as usize);
        let mut before = false;
        for (offset, byte) in bytes.get(from..to).unwrap_or_default().iter().enumerate() {
            let class = triggers.classes.get(usize::from(*byte)).copied().unwrap_or_default();
            let word = class.letter;
            if class.begins && !(before && word) {
                let start = from + offset;
                triggers.walk(bytes, start, |owner, end| {
                    // Whole words, unless the phrase says otherwise.
                    if (owner.open || !letter(end) || !letter(end - 1))
                        && let Some(list) = hits.get_mut(owner.topic as usize).filter(|list| list.len() < MOST_HITS)
                    {
                        let (start, end) = (narrow(start), narrow(end));
                        list.push(Hit {
                            phrase: owner.phrase,
                            passage: narrow(index),
                            start,
                            end,
                        });
                    }
                });
            }
            before = word;
        }
    }
    for list in &mut hits {
        // Found by their starts; nearly sorted already.
        list.sort_by_key(|hit| (hit.end, hit.start));
    }
    hits
}

/// Offsets are `u32`: the largest file that is read is far below 4 GB.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_hit_whole_words_and_inside_each_other() {
        let found = |text: &str| {
            let mut words: Vec<String> = Vec::new();
            let bytes = text.as_bytes();
            for start in 0..bytes.len() {
                TRIGGERS.walk(bytes, start, |_, end| words.push(text[start..end].to_owned()));
            }
            words.sort();
            words.dedup();
            words
        };
        let words = found("lettre de motivation et cv");
        assert!(
            words.contains(&"lettre de motivation".to_owned()) && words.contains(&"cv".to_owned()),
            "{words:?}"
        );
    }

    #[test]
    fn every_phrase_of_every_reader_is_found() {
        for (topic, phrases) in tables() {
            for (index, phrase) in phrases.into_iter().enumerate() {
                let text = phrase.trim_end_matches('*');
                let mut found = false;
                TRIGGERS.walk(text.as_bytes(), 0, |owner, end| {
                    found |= owner.topic == topic && usize::from(owner.phrase) == index && end == text.len();
                });
                assert!(found, "{topic:?} {phrase}");
            }
        }
    }
}
