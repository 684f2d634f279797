//! From a word to the rows that hold it, in two flat arrays.

/// For each word its rows, each with the field that the word stands in.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// Where the rows of each word start; one more at the end.
    starts: Vec<u32>,
    /// Rows with the field in the lowest three bits, in order.
    entries: Vec<u32>,
}

impl Postings {
    /// Turns "row → words" into "word → rows": `entries` are word numbers with the field in the lowest three bits,
    /// `ends` says where each row ends among them.
    pub(super) fn new(words: usize, ends: &[u32], entries: &[u32]) -> Self {
        let mut starts = vec![0_u32; words + 2];
        for entry in entries {
            if let Some(count) = starts.get_mut((entry >> 3) as usize + 2) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut out = vec![0_u32; entries.len()];
        let mut from = 0;
        for (row, end) in (0_u32..).zip(ends) {
            for entry in entries.get(from..*end as usize).unwrap_or_default() {
                // One place ahead, the start of each word moves on while it fills and ends where the next begins.
                if let Some(place) = starts.get_mut((entry >> 3) as usize + 1) {
                    if let Some(slot) = out.get_mut(*place as usize) {
                        *slot = row << 3 | (entry & 7);
                    }
                    *place += 1;
                }
            }
            from = *end as usize;
        }
        starts.pop();
        Self { starts, entries: out }
    }

    /// Returns the rows of a word, each `row << 3 | field`.
    pub(super) fn of(&self, word: u32) -> &[u32] {
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
        // Row 0: words 0 and 2; row 1: none; row 2: word 2 in field 4.
        let postings = Postings::new(3, &[2, 2, 3], &[0, 2 << 3, 2 << 3 | 4]);
        assert_eq!(postings.of(0), [0]);
        assert_eq!(postings.of(1), [0; 0]);
        assert_eq!(postings.of(2), [0, 2 << 3 | 4]);
        assert_eq!(postings.of(9), [0; 0]);
    }
}
