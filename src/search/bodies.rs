//! The words of the bodies, each kept once, with the offers that hold them.
//!
//! Looking for a part of a word goes over the distinct words, not over the texts: a tenth of a millisecond for
//! 400 MB of offers. What this gives up is the order of the words: for a phrase the bodies that hold all its
//! words are read.

mod bytes;
mod pack;
mod pending;

use std::sync::Arc;

use super::vocabulary::Vocabulary;
use super::words::each_word;
use crate::text::fold_into;

pub use bytes::BodyIndexError;
use pack::Held;
use pending::Pending;

/// The words of the bodies with the offers that hold them. Built in the background.
#[derive(Debug, Clone, Default)]
pub struct BodyIndex {
    /// Tells one index from another, see [`super::Index`].
    pub(super) identity: Arc<()>,
    rows: u32,
    words: Vocabulary,
    /// For each word how many rows hold it.
    counts: Vec<u32>,
    /// Where the rows of each word start in `packed`; one more at the end.
    starts: Vec<u32>,
    /// Rows, word after word: one bit a row for a word that more than one in eight has, else the steps from row to
    /// row, seven bits a byte.
    packed: Vec<u8>,
}

impl BodyIndex {
    /// Returns how many rows it is of.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows as usize
    }

    /// Returns the bytes that it takes.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.words.memory() + (self.counts.capacity() + self.starts.capacity()) * 4 + self.packed.capacity()
    }

    pub(super) fn words(&self) -> &Vocabulary {
        &self.words
    }

    /// Returns every word with its rows, in the order of the alphabet.
    #[cfg(test)]
    pub(crate) fn words_and_rows(&self) -> std::collections::BTreeMap<&str, Vec<u32>> {
        let words = (0..).take(self.words.count()).map(|number| {
            let mut rows = Vec::new();
            self.each_row(number, |row| rows.push(row));
            (self.words.word(number), rows)
        });
        words.collect()
    }

    /// Calls `each` with the rows that hold a word, in order.
    pub(super) fn each_row(&self, word: u32, mut each: impl FnMut(u32)) {
        let word = word as usize;
        let (Some(count), Some(start), Some(end)) =
            (self.counts.get(word), self.starts.get(word), self.starts.get(word + 1))
        else {
            return;
        };
        let packed = self.packed.get(*start as usize..*end as usize).unwrap_or_default();
        if is_dense(*count, self.rows) {
            for (byte, base) in packed.iter().zip((0_u32..).step_by(8)) {
                let mut bits = *byte;
                while bits != 0 {
                    each(base + bits.trailing_zeros());
                    bits &= bits - 1;
                }
            }
        } else {
            let mut row = 0_u32;
            let mut packed = packed.iter();
            while let Some(step) = read_number(&mut packed) {
                row = row.wrapping_add(step);
                each(row.wrapping_sub(1));
            }
        }
    }
}

/// Tells whether a word is so frequent that one bit a row is smaller.
fn is_dense(count: u32, rows: u32) -> bool {
    count > rows / 8
}

fn write_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn read_number<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> Option<u32> {
    let mut number = 0_u32;
    let mut shift = 0;
    loop {
        let byte = bytes.next()?;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}

/// Takes the bodies one by one and makes the index of them.
#[derive(Debug, Default)]
pub struct BodyIndexBuilder {
    words: Vocabulary,
    lists: Vec<List>,
    /// Blocks of [`BLOCK`] bytes, in pages that can be given back to the system whole.
    pages: Vec<Vec<u8>>,
    blocks: u32,
    /// One more than the greatest row.
    rows: u32,
    /// Where the rows stand now, when it is elsewhere than where they were added.
    moved: Option<Vec<Option<u32>>>,
    pending: Pending,
    folded: String,
}

/// The rows of one word, on the way: steps in blocks that point to the next.
#[derive(Debug, Clone, Copy, Default)]
struct List {
    count: u32,
    /// One more than the row added last.
    last: u32,
    first_block: u32,
    block: u32,
    /// How much of the last block is used.
    used: u8,
}

/// Bytes of a block, the last four of them the number of the next.
const BLOCK: usize = 32;
const HELD: usize = BLOCK - 4;
/// So many that the allocator of Linux takes a page from the system, and gives it back, by itself: 32 MB, of which only
/// what is written to is real.
const BLOCKS_A_PAGE: usize = 1 << 20;

impl BodyIndexBuilder {
    /// Starts from an index whose rows moved: `moved` says for each of its rows where it stands now, or `None` when
    /// it is gone or was changed and will be added anew.
    #[must_use]
    pub fn keeping(old: &BodyIndex, moved: &[Option<u32>]) -> Self {
        let mut builder = Self::default();
        for number in 0..u32::try_from(old.words.count()).unwrap_or(u32::MAX) {
            let mut new = None;
            old.each_row(number, |row| {
                if let Some(Some(row)) = moved.get(row as usize) {
                    let number = *new.get_or_insert_with(|| builder.words.intern(old.words.word(number)));
                    builder.push(number, *row);
                }
            });
        }
        builder.rows = moved.iter().flatten().map(|row| row + 1).max().unwrap_or_default();
        builder
    }

    /// Adds the body of a row. Rows may come in any order, each once.
    pub fn add(&mut self, row: u32, body: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold_into(body, &mut folded);
        each_word(&folded, |word| {
            let number = self.words.intern_word(&folded, &word);
            self.pending.add(number, row);
        });
        self.pending.end(row);
        if self.pending.is_much() {
            self.settle();
        }
        self.rows = self.rows.max(row + 1);
        self.folded = folded;
    }

    /// Puts what is pending into the lists, word after word: the list of each is looked up once for many bodies.
    fn settle(&mut self) {
        let (starts, rows) = self.pending.by_word(self.words.count());
        for (word, place) in (0..).zip(starts.windows(2)) {
            let [start, end] = place else { continue };
            for row in rows.get(*start..*end).unwrap_or_default() {
                self.push(word, *row);
            }
        }
    }

    /// Ends the building. `rows` is how many rows there are, with or without a body.
    #[must_use]
    pub fn finish(self, rows: usize) -> BodyIndex {
        Self::finish_together(vec![self], rows)
    }

    /// Ends the building of several, each with bodies of its own, as if one had taken them all.
    #[must_use]
    pub fn finish_together(mut builders: Vec<Self>, rows: usize) -> BodyIndex {
        builders.iter_mut().for_each(Self::settle);
        let last = builders.iter().map(|builder| builder.rows).max().unwrap_or_default();
        let rows = u32::try_from(rows).unwrap_or(u32::MAX).max(last);
        let (words, numbers) = pack::one_vocabulary(&mut builders);
        let mut index = BodyIndex {
            rows,
            words,
            ..BodyIndex::default()
        };
        let packed = pack::lists(&builders, &numbers, index.words.count(), rows);
        index.counts.reserve_exact(index.words.count());
        index.starts.reserve_exact(index.words.count() + 1);
        index
            .packed
            .reserve_exact(packed.iter().map(|lists| lists.packed.len()).sum());
        for lists in packed {
            let before = u32::try_from(index.packed.len()).unwrap_or(u32::MAX);
            index.counts.extend(lists.counts);
            index.starts.extend(lists.starts.iter().map(|start| start + before));
            index.packed.extend(lists.packed);
        }
        index.starts.push(u32::try_from(index.packed.len()).unwrap_or(u32::MAX));
        index
    }

    /// Says that the rows stand elsewhere: for each row that was added where it stands now, `None` when it is gone.
    /// None is added from then on.
    pub fn moved(&mut self, rows: Vec<Option<u32>>) {
        self.rows = rows.iter().flatten().map(|row| row + 1).max().unwrap_or_default();
        self.moved = Some(rows);
    }

    /// Adds a row to the rows of a word.
    fn push(&mut self, word: u32, row: u32) {
        if self.lists.len() <= word as usize {
            self.lists.resize(word as usize + 1, List::default());
        }
        let Some(mut list) = self.lists.get(word as usize).copied() else {
            return;
        };
        // The step may go back: the sign stands in the lowest bit.
        let step = i64::from(row + 1) - i64::from(list.last);
        let mut number = u64::try_from((step << 1) ^ (step >> 63)).unwrap_or_default();
        loop {
            let byte = number.to_le_bytes()[0] & 0x7f;
            number >>= 7;
            self.push_byte(&mut list, if number > 0 { byte | 0x80 } else { byte });
            if number == 0 {
                break;
            }
        }
        list.last = row + 1;
        list.count += 1;
        if let Some(slot) = self.lists.get_mut(word as usize) {
            *slot = list;
        }
    }

    fn push_byte(&mut self, list: &mut List, byte: u8) {
        if list.count == 0 && list.used == 0 || list.used as usize == HELD {
            let fresh = self.fresh_block();
            if list.used as usize == HELD {
                if let Some(block) = self.block_mut(list.block)
                    && let Some(next) = block.get_mut(HELD..)
                {
                    next.copy_from_slice(&fresh.to_le_bytes());
                }
            } else {
                list.first_block = fresh;
            }
            list.block = fresh;
            list.used = 0;
        }
        let used = list.used as usize;
        if let Some(slot) = self.block_mut(list.block).and_then(|block| block.get_mut(used)) {
            *slot = byte;
        }
        list.used += 1;
    }

    fn fresh_block(&mut self) -> u32 {
        if self.blocks as usize == self.pages.len() * BLOCKS_A_PAGE {
            self.pages.push(vec![0; BLOCKS_A_PAGE * BLOCK]);
        }
        self.blocks += 1;
        self.blocks - 1
    }

    fn block(&self, number: u32) -> &[u8] {
        let (page, at) = (number as usize / BLOCKS_A_PAGE, number as usize % BLOCKS_A_PAGE * BLOCK);
        self.pages
            .get(page)
            .and_then(|page| page.get(at..at + BLOCK))
            .unwrap_or_default()
    }

    fn block_mut(&mut self, number: u32) -> Option<&mut [u8]> {
        let (page, at) = (number as usize / BLOCKS_A_PAGE, number as usize % BLOCKS_A_PAGE * BLOCK);
        self.pages.get_mut(page).and_then(|page| page.get_mut(at..at + BLOCK))
    }

    /// Returns the list of a word; `numbers` are those that it gave to the words of all.
    fn list(&self, numbers: &[u32], word: usize) -> Option<&List> {
        self.lists.get(*numbers.get(word)? as usize)
    }

    /// Reads the rows of a word back, as they came.
    fn add_rows_of(&self, list: &List, held: &mut Held) {
        let mut block = self.block(list.first_block);
        let mut at = 0;
        let mut sum = 0_i64;
        for _ in 0..list.count {
            let (mut number, mut shift) = (0_u64, 0);
            loop {
                if at == HELD {
                    let next = block
                        .get(HELD..)
                        .and_then(|next| next.try_into().ok())
                        .map_or(0, u32::from_le_bytes);
                    block = self.block(next);
                    at = 0;
                }
                let byte = block.get(at).copied().unwrap_or_default();
                at += 1;
                number |= u64::from(byte & 0x7f) << shift;
                shift += 7;
                if byte & 0x80 == 0 || shift > 56 {
                    break;
                }
            }
            let half = i64::try_from(number >> 1).unwrap_or_default();
            sum += if number & 1 == 0 { half } else { -half - 1 };
            let row = u32::try_from(sum - 1).unwrap_or_default();
            match &self.moved {
                None => held.push(row),
                Some(moved) => {
                    if let Some(Some(row)) = moved.get(row as usize) {
                        held.push(*row);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows_with(index: &BodyIndex, word: &str) -> Vec<u32> {
        let mut rows = Vec::new();
        if let Some(number) = index.words.find(word) {
            index.each_row(number, |row| rows.push(row));
        }
        rows
    }

    #[test]
    fn words_lead_to_their_rows() {
        let mut builder = BodyIndexBuilder::default();
        builder.add(2, "L’économie sociale et la ville");
        builder.add(0, "La ville, la ville !");
        let index = builder.finish(40);
        assert_eq!(index.rows(), 40);
        assert_eq!(rows_with(&index, "ville"), [0, 2]);
        assert_eq!(rows_with(&index, "economie"), [2]);
        assert_eq!(rows_with(&index, "rust"), [0; 0]);
    }

    #[test]
    fn rows_that_move_keep_their_words() {
        let mut builder = BodyIndexBuilder::default();
        for (row, body) in ["rust paris", "rust lyon", "paris"].iter().enumerate() {
            builder.add(u32::try_from(row).unwrap(), body);
        }
        let old = builder.finish(3);
        let mut builder = BodyIndexBuilder::keeping(&old, &[Some(2), None, Some(0)]);
        builder.add(1, "python");
        let index = builder.finish(3);
        assert_eq!(rows_with(&index, "rust"), [2]);
        assert_eq!(rows_with(&index, "paris"), [0, 2]);
        assert_eq!(rows_with(&index, "lyon"), [0; 0]);
        assert_eq!(rows_with(&index, "python"), [1]);
    }

    proptest! {
        #[test]
        fn rows_come_back_in_order_whatever_the_order_they_came_in(
            mut rows in proptest::collection::vec(0..100_000_u32, 1..300),
            total in 1..100_000_usize,
        ) {
            rows.sort_unstable();
            rows.dedup();
            let sorted = rows.clone();
            let middle = rows.len() / 2;
            rows.rotate_left(middle);
            let mut builder = BodyIndexBuilder::default();
            let mut builders = [BodyIndexBuilder::default(), BodyIndexBuilder::default()];
            for row in &rows {
                builder.add(*row, "rust");
                let word = format!("rust only{}", row % 2);
                builders[usize::from(row % 3 == 0)].add(*row, &word);
            }
            let index = builder.finish(total);
            prop_assert_eq!(rows_with(&index, "rust"), sorted.clone());
            let index = BodyIndexBuilder::finish_together(builders.into(), total);
            prop_assert_eq!(rows_with(&index, "rust"), sorted.clone());
            let odd: Vec<u32> = sorted.into_iter().filter(|row| row % 2 == 1).collect();
            prop_assert_eq!(rows_with(&index, "only1"), odd);
        }
    }
}
