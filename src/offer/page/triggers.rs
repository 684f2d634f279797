//! One search for the trigger phrases of all readers.
//!
//! A phrase is folded text. It hits at the start of a word only, and must end at the end of a word, unless it closes
//! with `*`: `candidat*` hits "candidature", `cdd` does not hit "cddx".

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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
    pub fn range(&self) -> std::ops::Range<u32> {
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

struct Triggers {
    automaton: Option<AhoCorasick>,
    /// For each pattern: the topic, the index in its table, and whether it may end inside a word.
    owners: Vec<(Topic, u16, bool)>,
}

static TRIGGERS: LazyLock<Triggers> = LazyLock::new(|| {
    let mut owners = Vec::new();
    let mut patterns = Vec::new();
    for (topic, phrases) in tables() {
        for (index, phrase) in phrases.into_iter().enumerate() {
            let open = phrase.ends_with('*');
            patterns.push(phrase.trim_end_matches('*'));
            owners.push((topic, u16::try_from(index).unwrap_or(u16::MAX), open));
        }
    }
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        // A quarter of the time of a cold scan went into the smaller automaton that is chosen by default.
        .kind(Some(AhoCorasickKind::DFA))
        .build(patterns)
        .ok();
    Triggers { automaton, owners }
});

/// Finds all trigger phrases in the folded text, by topic. Nothing is looked for in code.
pub(super) fn find(folded: &str, passages: &[Passage]) -> Vec<Vec<Hit>> {
    let mut hits = vec![Vec::new(); TOPICS];
    let triggers = &*TRIGGERS;
    let Some(automaton) = &triggers.automaton else {
        return hits;
    };
    let bytes = folded.as_bytes();
    let mut passage = 0;
    for found in automaton.find_overlapping_iter(folded) {
        let (start, end) = (found.start(), found.end());
        let Some(&(topic, phrase, open)) = triggers.owners.get(found.pattern().as_usize()) else {
            continue;
        };
        let inside = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric());
        if (start > 0 && inside(start - 1) && inside(start)) || (!open && inside(end) && inside(end - 1)) {
            continue;
        }
        let at = u32::try_from(start).unwrap_or(u32::MAX);
        // Overlapping matches come in the order of their ends: a start may lie before the last one.
        while passage > 0 && passages.get(passage).is_some_and(|p: &Passage| p.folded.start > at) {
            passage -= 1;
        }
        while passages.get(passage + 1).is_some_and(|p| p.folded.start <= at) {
            passage += 1;
        }
        if passages.get(passage).is_none_or(|p| p.kind == super::PassageKind::Code) {
            continue;
        }
        if let Some(list) = hits.get_mut(topic as usize) {
            list.push(Hit {
                phrase,
                passage: u32::try_from(passage).unwrap_or(u32::MAX),
                start: at,
                end: u32::try_from(end).unwrap_or(u32::MAX),
            });
        }
    }
    hits
}
