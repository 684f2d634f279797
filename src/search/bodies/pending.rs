//! The words of some bodies, on the way to the lists of rows.

/// The words of the bodies added last.
///
/// A list of rows for each word is a place of its own in memory: to add to hundreds of them for each body would wait
/// for memory most of the time.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Each word of a body once, body after body.
    words: Vec<u32>,
    /// The row of each body, and where its words end.
    ends: Vec<(u32, usize)>,
    /// For each word one more than the row that it was met in last.
    met: Vec<u32>,
}

/// Words that are worth to be settled together: two megabytes.
const MOST_PENDING: usize = 1 << 18;

impl Pending {
    /// Adds a word of a row, once.
    pub(super) fn add(&mut self, word: u32, row: u32) {
        if self.met.len() <= word as usize {
            self.met.resize(word as usize + 1, 0);
        }
        if let Some(met) = self.met.get_mut(word as usize)
            && *met != row + 1
        {
            *met = row + 1;
            self.words.push(word);
        }
    }

    /// Ends the body of a row.
    pub(super) fn end(&mut self, row: u32) {
        self.ends.push((row, self.words.len()));
    }

    /// Tells whether it is time to settle.
    pub(super) fn is_much(&self) -> bool {
        self.words.len() >= MOST_PENDING
    }

    /// Takes all rows in the order of their words, with the place where those of each word start; one more for the
    /// end.
    pub(super) fn by_word(&mut self, words: usize) -> (Vec<usize>, Vec<u32>) {
        let mut starts = vec![0; words + 2];
        for word in &self.words {
            if let Some(start) = starts.get_mut(*word as usize + 2) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut rows = vec![0; self.words.len()];
        let mut from = 0;
        for (row, end) in self.ends.drain(..) {
            for word in self.words.get(from..end).unwrap_or_default() {
                // One further than the word's own place, which so becomes its end: the start of the next.
                if let Some(place) = starts.get_mut(*word as usize + 1) {
                    if let Some(slot) = rows.get_mut(*place) {
                        *slot = row;
                    }
                    *place += 1;
                }
            }
            from = end;
        }
        self.words.clear();
        starts.pop();
        (starts, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_by_their_words_in_the_order_they_were_added() {
        let mut pending = Pending::default();
        for (row, words) in [(7, &[2, 0, 2][..]), (3, &[]), (5, &[0, 3])] {
            for word in words {
                pending.add(*word, row);
            }
            pending.end(row);
        }
        assert_eq!(pending.by_word(4), (vec![0, 2, 2, 3, 4], vec![7, 5, 7, 5]));
        assert_eq!(pending.by_word(4), (vec![0; 5], Vec::new()));
        pending.add(0, 9);
        pending.end(9);
        assert_eq!(pending.by_word(1), (vec![0, 1], vec![9]));
    }
}
