//! From the lists of several builders to those of one index.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

use super::{BodyIndexBuilder, is_dense, write_number};
use crate::search::vocabulary::Vocabulary;

/// Words whose lists are worth a thread.
const FEWEST_WORDS: usize = 4096;

/// Packs the lists of all words on as many threads as there are cores; `numbers` say for each builder which number it
/// gave to each word.
pub(super) fn lists(builders: &[BodyIndexBuilder], numbers: &[Vec<u32>], words: usize, rows: u32) -> Vec<PackedLists> {
    let pack = |words: Range<usize>| PackedLists::of(builders, numbers, words, rows);
    let mut shares = shares(builders, numbers, words).into_iter();
    thread::scope(|scope| {
        let first = shares.next().unwrap_or_default();
        let others: Vec<_> = shares.map(|words| scope.spawn(|| pack(words))).collect();
        let first = pack(first);
        let join = |other: ScopedJoinHandle<'_, _>| other.join().unwrap_or_else(|panic| resume_unwind(panic));
        std::iter::once(first).chain(others.into_iter().map(join)).collect()
    })
}

/// Divides the words among as many threads as there are cores, so that all have as many rows to write.
fn shares(builders: &[BodyIndexBuilder], numbers: &[Vec<u32>], words: usize) -> Vec<Range<usize>> {
    let threads = thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(words / FEWEST_WORDS)
        .max(1);
    let count = |word: usize| -> usize {
        let lists = builders.iter().zip(numbers);
        lists
            .filter_map(|(builder, numbers)| builder.list(numbers, word))
            .map(|list| list.count as usize + 1)
            .sum()
    };
    let all: usize = (0..words).map(count).sum();
    let (mut shares, mut start, mut done) = (Vec::new(), 0, 0);
    for word in 0..words {
        done += count(word);
        if done * threads >= all * (shares.len() + 1) || word + 1 == words {
            shares.push(start..word + 1);
            start = word + 1;
        }
    }
    shares
}

/// The lists of some words, as the index holds them.
#[derive(Default)]
pub(super) struct PackedLists {
    /// How many rows each word has.
    pub(super) counts: Vec<u32>,
    /// Where the rows of each start in `packed`.
    pub(super) starts: Vec<u32>,
    /// See [`super::BodyIndex`].
    pub(super) packed: Vec<u8>,
}

impl PackedLists {
    fn of(builders: &[BodyIndexBuilder], numbers: &[Vec<u32>], words: Range<usize>, rows: u32) -> Self {
        let mut lists = Self::default();
        let mut held = Held::of(rows);
        for word in words {
            for (builder, numbers) in builders.iter().zip(numbers) {
                if let Some(list) = builder.list(numbers, word) {
                    builder.add_rows_of(list, &mut held);
                }
            }
            held.sort();
            let count = u32::try_from(held.rows.len()).unwrap_or(u32::MAX);
            lists.counts.push(count);
            lists.starts.push(u32::try_from(lists.packed.len()).unwrap_or(u32::MAX));
            pack(&held.rows, is_dense(count, rows), rows, &mut lists.packed);
            held.rows.clear();
        }
        lists
    }
}

/// The rows of a word, gathered from the builders.
pub(super) struct Held {
    rows: Vec<u32>,
    /// True when a row came after a greater one.
    unsorted: bool,
    /// Room for a bit a row.
    bits: Vec<u64>,
}

impl Held {
    fn of(rows: u32) -> Self {
        Self {
            rows: Vec::new(),
            unsorted: false,
            bits: vec![0; (rows as usize).div_ceil(64)],
        }
    }

    pub(super) fn push(&mut self, row: u32) {
        self.unsorted |= self.rows.last().is_some_and(|last| *last >= row);
        self.rows.push(row);
    }

    /// Puts the rows in order, each once. Many are ticked off in a table of all, which takes less than to sort them.
    fn sort(&mut self) {
        if !std::mem::take(&mut self.unsorted) {
            return;
        }
        if self.rows.len() < self.bits.len() {
            self.rows.sort_unstable();
            self.rows.dedup();
            return;
        }
        for row in self.rows.drain(..) {
            if let Some(bits) = self.bits.get_mut(row as usize / 64) {
                *bits |= 1 << (row % 64);
            }
        }
        for (bits, base) in self.bits.iter_mut().zip((0_u32..).step_by(64)) {
            while *bits != 0 {
                self.rows.push(base + bits.trailing_zeros());
                *bits &= *bits - 1;
            }
        }
    }
}

/// Takes the words of all builders together; and for each builder, by word, the number that it gave it.
pub(super) fn one_vocabulary(builders: &mut [BodyIndexBuilder]) -> (Vocabulary, Vec<Vec<u32>>) {
    let mut builders = builders.iter_mut();
    let mut all = builders
        .next()
        .map(|first| std::mem::take(&mut first.words))
        .unwrap_or_default();
    let mut numbers = vec![(0..).take(all.count()).collect()];
    for builder in builders {
        let words = std::mem::take(&mut builder.words);
        let mut own = vec![u32::MAX; all.count()];
        for number in (0..).take(words.count()) {
            let place = all.intern(words.word(number)) as usize;
            own.resize(own.len().max(place + 1), u32::MAX);
            if let Some(slot) = own.get_mut(place) {
                *slot = number;
            }
        }
        numbers.push(own);
    }
    all.finish();
    (all, numbers)
}

/// Writes rows in the form that [`BodyIndex::each_row`] reads.
fn pack(held: &[u32], dense: bool, rows: u32, out: &mut Vec<u8>) {
    if dense {
        let start = out.len();
        out.resize(start + (rows as usize).div_ceil(8), 0);
        for row in held {
            if let Some(byte) = out.get_mut(start + *row as usize / 8) {
                *byte |= 1 << (row % 8);
            }
        }
    } else {
        let mut last = 0;
        for row in held {
            write_number(row + 1 - last, out);
            last = row + 1;
        }
    }
}
