//! One search for the trigger phrases of all readers.
//!
//! A phrase is folded text. It hits at the start of a word only, and must end at the end of a word, unless it closes
//! with `*`: `candidat*` hits "candidature", `cdd` does not hit "cddx".

use std::ops::Range;
use std::sync::LazyLock;

use super::{Passage, narrow};
use crate::text::eight;

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
    /// The first letters and digits of dates.
    Date,
}

const TOPICS: usize = Topic::Date as usize + 1;

/// A trigger phrase that was found. The range is in bytes of the page's folded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
        apply, contacts, cues, dates, deadline, documents, duration, employment, level, nature, organization, pay,
        place, posted, published, remote, section, start, subject,
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
        (Topic::Date, dates::OPENINGS.to_vec()),
    ]
}

/// The first words of a table of phrases.
fn words<T>(table: &'static [(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(phrase, _)| *phrase).collect()
}

/// Hits kept for one topic but dates: no offer has a tenth of it, and a text made of triggers must not cost more than its length.
const MOST_HITS: usize = 2000;

/// All phrases in small heaps, by the classes of their first four bytes; those that are shorter by the first two.
///
/// A search at every byte (Aho–Corasick) takes several times as long: phrases only count at the start of a word, and
/// the first bytes tell most words apart. A heap is short, and a phrase in it is told by eight bytes at once. A phrase
/// of two or three bytes would lie in hundreds of the heaps of four.
struct Triggers {
    short: Short,
    /// For the classes of the first two bytes a row of `thirds`; the first row is empty.
    pairs: Vec<u16>,
    /// For the class of the third byte a fork of `triples`; the first fork is empty.
    thirds: Vec<[u16; CLASSES]>,
    /// For the classes of the first three, what the fourth may be.
    triples: Vec<Fork>,
    /// Where the heap of four begins in `phrases`; one more for the end.
    heaps: Vec<u32>,
    phrases: Vec<Phrase>,
}

/// The phrases of fewer than [`GATES`] bytes.
struct Short {
    /// Where the heap of two classes begins in `phrases`; one more for the end.
    heaps: Vec<u32>,
    phrases: Vec<Phrase>,
}

/// Which classes of bytes may follow.
#[derive(Default, Clone, Copy)]
struct Fork {
    /// A bit for each class.
    next: u32,
    /// Where the lowest of them leads; the others follow in order.
    first: u32,
}

impl Fork {
    /// Returns where a class of bytes leads.
    fn to(self, class: u8) -> Option<usize> {
        if self.next >> class & 1 == 0 {
            return None;
        }
        let below = self.next & ((1 << class) - 1);
        Some((self.first + below.count_ones()) as usize)
    }

    /// Adds a class above all others; `at`: where it leads.
    fn add(&mut self, class: usize, at: usize) {
        if self.next == 0 {
            self.first = narrow(at);
        }
        self.next |= 1 << class;
    }
}

/// A phrase, with whose it is.
#[derive(Clone, Copy)]
struct Phrase {
    /// Its first eight bytes; zeroes behind a short one.
    head: u64,
    /// Which bits of `head` count.
    mask: u64,
    bytes: &'static [u8],
    owner: Owner,
}

/// A phrase: the topic, the index in its table, and whether it may end inside a word.
#[derive(Clone, Copy)]
struct Owner {
    topic: Topic,
    phrase: u16,
    open: bool,
}

/// How many bytes the gates of long phrases look at, one after the other.
const GATES: usize = 4;
/// How many classes of bytes the gates tell apart.
const CLASSES: usize = 32;
/// The class of spaces, at which no phrase begins.
const SPACE: u8 = 28;

/// The class of each byte: letters and digits lie below [`SPACE`], marks above.
const CLASS_OF: [u8; 256] = classes();

/// Letters have a class each; digits, spaces, dashes, apostrophes and all else share one each.
const fn classes() -> [u8; 256] {
    let mut classes = [31; 256];
    let mut byte = 0_u8;
    loop {
        let letter = byte.to_ascii_lowercase();
        classes[byte as usize] = match letter {
            b'a'..=b'z' => letter - b'a',
            b'0'..=b'9' => 26,
            b' ' => SPACE,
            b'-' => 29,
            b'\'' => 30,
            _ => 31,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    classes
}

/// The class of a byte.
fn class(byte: u8) -> u8 {
    CLASS_OF[usize::from(byte)]
}

/// The classes of the first two of eight bytes, as one number.
fn pair(head: u64) -> usize {
    let [first, second, ..] = head.to_le_bytes();
    usize::from(class(first)) * CLASSES + usize::from(class(second))
}

static TRIGGERS: LazyLock<Triggers> = LazyLock::new(|| {
    let mut phrases: Vec<Phrase> = Vec::new();
    for (topic, table) in tables() {
        for (index, phrase) in table.into_iter().enumerate() {
            let owner = Owner {
                topic,
                phrase: u16::try_from(index).unwrap_or(u16::MAX),
                open: phrase.ends_with('*'),
            };
            phrases.push(Phrase::of(phrase.trim_end_matches('*').as_bytes(), owner));
        }
    }
    Triggers::of(&phrases)
});

impl Phrase {
    fn of(bytes: &'static [u8], owner: Owner) -> Self {
        let missing = 8_usize.saturating_sub(bytes.len());
        Self {
            head: eight::load(bytes, 0),
            mask: u64::MAX.checked_shr(narrow(8 * missing)).unwrap_or(0),
            bytes,
            owner,
        }
    }

    /// The classes that the byte at `index` of a text may have where this phrase begins, a bit for each: behind the
    /// phrase those that end a word.
    fn classes(&self, index: usize) -> u32 {
        let word = self.bytes.last().is_some_and(|byte| class(*byte) < SPACE);
        match self.bytes.get(index) {
            Some(byte) => 1 << class(*byte),
            None if index == self.bytes.len() && word && !self.owner.open => u32::MAX << SPACE,
            None => u32::MAX,
        }
    }

    /// The heaps that it belongs to, by the classes of so many bytes.
    fn heaps(&self, gates: usize) -> Vec<usize> {
        let mut heaps = vec![0];
        for index in 0..gates {
            let set = self.classes(index);
            let classes = (0..CLASSES).filter(|class| set >> class & 1 == 1);
            heaps = heaps
                .iter()
                .flat_map(|head| classes.clone().map(move |class| head * CLASSES + class))
                .collect();
        }
        heaps
    }
}

/// Returns the phrases with the heaps of so many gates that each lies in, in the order of the heaps.
fn placed<'p>(phrases: impl Iterator<Item = &'p Phrase>, gates: usize) -> Vec<(usize, Phrase)> {
    let mut placed: Vec<(usize, Phrase)> = phrases
        .filter(|phrase| !phrase.bytes.is_empty())
        .flat_map(|phrase| phrase.heaps(gates).into_iter().map(|heap| (heap, *phrase)))
        .collect();
    placed.sort_by_key(|(heap, phrase)| (*heap, phrase.bytes));
    placed
}

impl Short {
    fn of<'p>(phrases: impl Iterator<Item = &'p Phrase>) -> Self {
        let placed = placed(phrases, 2);
        let begin = |heap: usize| narrow(placed.partition_point(|(of, _)| *of < heap));
        Self {
            heaps: (0..=CLASSES * CLASSES).map(begin).collect(),
            phrases: placed.iter().map(|(_, phrase)| *phrase).collect(),
        }
    }

    /// Returns the phrases that may begin with these eight bytes.
    fn heap(&self, head: u64) -> Option<&[Phrase]> {
        let pair = pair(head);
        let [from, to] = self.heaps.get(pair..pair + 2)? else {
            return None;
        };
        self.phrases.get(*from as usize..*to as usize)
    }
}

impl Triggers {
    fn of(phrases: &[Phrase]) -> Self {
        let is_long = |phrase: &&Phrase| phrase.bytes.len() >= GATES;
        let placed = placed(phrases.iter().filter(is_long), GATES);
        let mut from = 0;
        let mut triggers = Self {
            short: Short::of(phrases.iter().filter(|phrase| !is_long(phrase))),
            pairs: vec![0; CLASSES * CLASSES],
            thirds: vec![[0; CLASSES]],
            triples: vec![Fork::default()],
            heaps: Vec::new(),
            phrases: placed.iter().map(|(_, phrase)| *phrase).collect(),
        };
        for triple in placed.chunk_by(|a, b| a.0 / CLASSES == b.0 / CLASSES) {
            let index = triple.first().map_or(0, |(heap, _)| heap / CLASSES);
            triggers.lead(index / CLASSES, index % CLASSES);
            let mut fork = Fork::default();
            for heap in triple.chunk_by(|a, b| a.0 == b.0) {
                fork.add(heap.first().map_or(0, |(heap, _)| heap % CLASSES), triggers.heaps.len());
                triggers.heaps.push(narrow(from));
                from += heap.len();
            }
            triggers.triples.push(fork);
        }
        triggers.heaps.push(narrow(from));
        triggers
    }

    /// Lets two classes of bytes and a third lead to the fork that comes next.
    fn lead(&mut self, pair: usize, third: usize) {
        let Some(row) = self.pairs.get_mut(pair) else { return };
        if *row == 0 {
            *row = u16::try_from(self.thirds.len()).unwrap_or(0);
            self.thirds.push([0; CLASSES]);
        }
        // Some thousand forks; beyond `u16` phrases would not be found, which a test would show.
        if let Some(slot) = self
            .thirds
            .get_mut(usize::from(*row))
            .and_then(|row| row.get_mut(third))
        {
            *slot = u16::try_from(self.triples.len()).unwrap_or(0);
        }
    }

    /// Returns the phrases that may begin with these eight bytes.
    fn heap(&self, head: u64) -> Option<&[Phrase]> {
        let [_, _, third, fourth, ..] = head.to_le_bytes();
        let row = self.pairs.get(pair(head))?;
        let triple = self.thirds.get(usize::from(*row))?.get(usize::from(class(third)))?;
        if *triple == 0 {
            return None;
        }
        let triple = self.triples.get(usize::from(*triple))?;
        let at = triple.to(class(fourth))?;
        let [from, to] = self.heaps.get(at..at + 2)? else {
            return None;
        };
        self.phrases.get(*from as usize..*to as usize)
    }

    /// Calls `hit` with each phrase that begins at byte `start`, and its end.
    fn at(&self, bytes: &[u8], start: usize, mut hit: impl FnMut(Owner, usize)) {
        let head = eight::load(bytes, start);
        let short = self.short.heap(head).unwrap_or_default();
        for phrase in short.iter().chain(self.heap(head).unwrap_or_default()) {
            if head & phrase.mask != phrase.head {
                continue;
            }
            let behind = phrase.bytes.get(8..).unwrap_or(&[]);
            if behind.is_empty() || bytes.get(start + 8..).is_some_and(|rest| rest.starts_with(behind)) {
                hit(phrase.owner, start + phrase.bytes.len());
            }
        }
    }
}

/// What was found, sorted by topic and then by ends.
#[derive(Debug, Default)]
pub(super) struct Hits {
    all: Vec<Hit>,
    /// Where each topic begins in `all`; one more for the end.
    starts: [u32; TOPICS + 1],
}

impl Hits {
    /// Returns the hits of a topic.
    pub(super) fn of(&self, topic: Topic) -> &[Hit] {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        let topic = topic as usize;
        self.all.get(at(topic)..at(topic + 1)).unwrap_or(&[])
    }

    /// Sorts what was found in the order of the starts.
    fn sorted(found: Vec<(Topic, Hit)>) -> Self {
        let mut starts = [0; TOPICS + 1];
        for (topic, _) in &found {
            starts[*topic as usize + 1] += 1;
        }
        for topic in 0..TOPICS {
            starts[topic + 1] += starts[topic];
        }
        let mut next = starts;
        let mut all = vec![Hit::default(); found.len()];
        for (topic, hit) in found {
            let slot = &mut next[topic as usize];
            if let Some(place) = all.get_mut(*slot as usize) {
                *place = hit;
            }
            *slot += 1;
        }
        for topic in starts.windows(2) {
            if let Some(hits) = all.get_mut(topic[0] as usize..topic[1] as usize) {
                // Nearly sorted already.
                hits.sort_by_key(|hit| (hit.end, hit.start));
            }
        }
        Self { all, starts }
    }
}

/// Finds all trigger phrases in the folded text, by topic, in the order of their ends. Nothing is looked for in code.
pub(super) fn find(folded: &str, passages: &[Passage]) -> Hits {
    let triggers = &*TRIGGERS;
    let bytes = folded.as_bytes();
    let mut search = Search {
        triggers,
        bytes,
        found: Vec::with_capacity(bytes.len() / 24),
        room: [MOST_HITS; TOPICS],
    };
    // A date may stand anywhere, behind however many numbers.
    search.room[Topic::Date as usize] = usize::MAX;
    for (index, passage) in passages.iter().enumerate() {
        if passage.kind == super::PassageKind::Code {
            continue;
        }
        let (from, to) = (passage.folded.start as usize, passage.folded.end as usize);
        let (mut at, mut before) = (from, 0);
        while at < to {
            let (mut starts, letters) = eight::starts(eight::load(bytes, at), before);
            before = letters;
            while starts != 0 {
                let start = at + eight::before_first(starts);
                starts &= starts - 1;
                if start < to {
                    search.at(start, narrow(index));
                }
            }
            at += 8;
        }
    }
    Hits::sorted(search.found)
}

/// A search under way.
struct Search<'t> {
    triggers: &'t Triggers,
    bytes: &'t [u8],
    found: Vec<(Topic, Hit)>,
    /// How many more hits each topic may have.
    room: [usize; TOPICS],
}

impl Search<'_> {
    /// Looks for the phrases that begin at byte `start`, in a passage.
    fn at(&mut self, start: usize, passage: u32) {
        let letter = |at: usize| self.bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        self.triggers.at(self.bytes, start, |owner, end| {
            // Whole words, unless the phrase says otherwise.
            if owner.open || !letter(end) || !letter(end - 1) {
                let room = &mut self.room[owner.topic as usize];
                if *room == 0 {
                    return;
                }
                *room -= 1;
                let hit = Hit {
                    phrase: owner.phrase,
                    passage,
                    start: narrow(start),
                    end: narrow(end),
                };
                self.found.push((owner.topic, hit));
            }
        });
    }
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
                TRIGGERS.at(bytes, start, |_, end| words.push(text[start..end].to_owned()));
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
                TRIGGERS.at(text.as_bytes(), 0, |owner, end| {
                    found |= owner.topic == topic && usize::from(owner.phrase) == index && end == text.len();
                });
                assert!(found, "{topic:?} {phrase}");
            }
        }
    }
}
