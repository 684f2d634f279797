//! From a word to the rows that hold it, in two flat arrays.

use super::index::In;

/// The number of a word or of a row, and the field that the word stands in there.
///
/// The field takes the lowest three bits, so that of two entries of a number the less is that of the heavier field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Entry(u32);

impl Entry {
    const FIELD: u32 = 0b111;

    pub(super) fn new(number: u32, field: In) -> Self {
        Self(number << 3 | field as u32)
    }

    /// Returns the word or the row.
    pub(super) fn number(self) -> u32 {
        self.0 >> 3
    }

    /// Returns the row as a place in a list.
    pub(super) fn row(self) -> usize {
        self.number() as usize
    }

    /// Returns an entry in the same field.
    fn with_number(self, number: u32) -> Self {
        Self(number << 3 | self.0 & Self::FIELD)
    }

    pub(super) fn is_in(self, field: In) -> bool {
        self.0 & Self::FIELD == field as u32
    }

    /// Returns what a fit is worth more in this field than in a tag.
    pub(super) fn bonus(self) -> u16 {
        In::BONUS
            .get((self.0 & Self::FIELD) as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// For each word its rows, each with the field that the word stands in.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// Where the rows of each word start; one more at the end.
    starts: Vec<u32>,
    /// Rows, in order.
    entries: Vec<Entry>,
}

impl Postings {
    /// Turns "row → words" into "word → rows": `entries` are words, `ends` says where each row ends among
    /// them.
    pub(super) fn new(words: usize, ends: &[u32], entries: &[Entry]) -> Self {
        let mut starts = vec![0_u32; words + 2];
        for entry in entries {
            if let Some(count) = starts.get_mut(entry.number() as usize + 2) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut out = vec![Entry::default(); entries.len()];
        let mut from = 0;
        for (row, end) in (0_u32..).zip(ends) {
            for entry in entries.get(from..*end as usize).unwrap_or_default() {
                // One place ahead, the start of each word moves on while it fills and ends where the next begins.
                if let Some(place) = starts.get_mut(entry.number() as usize + 1) {
                    if let Some(slot) = out.get_mut(*place as usize) {
                        *slot = entry.with_number(row);
                    }
                    *place += 1;
                }
            }
            from = *end as usize;
        }
        starts.pop();
        Self { starts, entries: out }
    }

    /// Returns the rows of a word.
    pub(super) fn of(&self, word: u32) -> &[Entry] {
        let word = word as usize;
        match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(start), Some(end)) => self.entries.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    pub(super) fn memory(&self) -> usize {
        (self.starts.capacity() + self.entries.capacity()) * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_word_come_in_order_with_their_field() {
        // Row 0: words 0 and 2; row 1: none; row 2: word 2 in a tag.
        let (title, tag) = (
            |number| Entry::new(number, In::Title),
            |number| Entry::new(number, In::Tag),
        );
        let postings = Postings::new(3, &[2, 2, 3], &[title(0), title(2), tag(2)]);
        assert_eq!(postings.of(0), [title(0)]);
        assert_eq!(postings.of(1), []);
        assert_eq!(postings.of(2), [title(0), tag(2)]);
        assert_eq!(postings.of(9), []);
    }
}
