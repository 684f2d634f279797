//! The bytes of a body index, for the cache: written in one go, believed only when every part fits.

use std::borrow::Cow;
use std::io::Read;

use super::{BodyIndex, is_dense};
use crate::search::vocabulary::Vocabulary;

/// Says what this is, and in which form.
const MAGIC: [u8; 8] = *b"trbody02";

/// Bytes of numbers that are read and summed up at once.
const STRETCH: usize = 8192;

/// Why bytes are not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cached index of the texts is damaged or of another version")]
pub struct BodyIndexError;

impl BodyIndex {
    /// Returns the index as bytes, in parts that follow each other; the large ones are not copied. The same index gives
    /// the same bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [Cow<'_, [u8]>; 4] {
        let (ends, text) = (self.words.ends(), self.words.text().as_bytes());
        let lengths =
            [ends.len(), text.len(), self.packed.len()].map(|length| u32::try_from(length).unwrap_or(u32::MAX));
        let lengths = std::iter::once(self.rows).chain(lengths).flat_map(u32::to_le_bytes);
        let lengths: Vec<u8> = lengths.collect();
        let mut sum = Sum(0);
        sum.add(&lengths);
        let mut numbers = Vec::with_capacity((ends.len() * 3 + 1) * 4);
        for list in [ends, &self.counts, &self.starts] {
            let start = numbers.len();
            numbers.extend(list.iter().flat_map(|number| number.to_le_bytes()));
            let written = numbers.get(start..).unwrap_or_default();
            written.chunks(STRETCH).for_each(|stretch| sum.add(stretch));
        }
        sum.add(text);
        sum.add(&self.packed);
        let head = [&MAGIC[..], &sum.0.to_le_bytes(), &lengths].concat();
        [head.into(), numbers.into(), text.into(), self.packed.as_slice().into()]
    }

    /// Reads what [`BodyIndex::to_bytes`] gave, each part straight to where it stays. `size` is how many bytes there
    /// are: a length that lies costs no memory.
    ///
    /// # Errors
    ///
    /// When anything does not fit: the caller throws the bytes away and builds the index anew.
    pub fn from_bytes(input: &mut impl Read, size: usize) -> Result<Self, BodyIndexError> {
        Self::read(input, size).ok_or(BodyIndexError)
    }

    fn read(input: &mut impl Read, size: usize) -> Option<Self> {
        let mut input = Summed {
            input,
            left: size,
            sum: Sum(0),
        };
        if input.array()? != MAGIC {
            return None;
        }
        let wanted = u64::from_le_bytes(input.array()?);
        input.sum = Sum(0);
        let lengths: [u8; 16] = input.array()?;
        let [rows, words, text, packed] = lengths.as_chunks::<4>().0 else {
            return None;
        };
        let [rows, words, text, packed] = [rows, words, text, packed].map(|length| u32::from_le_bytes(*length));
        let words = words as usize;
        let (ends, counts, starts) = (
            input.numbers(words)?,
            input.numbers(words)?,
            input.numbers(words.checked_add(1)?)?,
        );
        let text = String::from_utf8(input.bytes(text as usize)?).ok()?;
        let packed = input.bytes(packed as usize)?;
        let fits = input.left == 0
            && input.sum.0 == wanted
            && starts.is_sorted()
            && starts.last().copied() == u32::try_from(packed.len()).ok()
            && counts.iter().all(|count| *count <= rows);
        let index = Self {
            rows,
            words: Vocabulary::from_parts(text, ends)?,
            counts,
            starts,
            packed,
            ..Self::default()
        };
        (fits && index.dense_lists_fit()).then_some(index)
    }

    /// Tells whether every list of bits is as long as it must be.
    fn dense_lists_fit(&self) -> bool {
        let bits = (self.rows as usize).div_ceil(8);
        self.counts
            .iter()
            .zip(self.starts.windows(2))
            .filter(|(count, _)| is_dense(**count, self.rows))
            .all(|(_, span)| matches!(span, [start, end] if (end - start) as usize == bits))
    }
}

/// Bytes being read, and their sum so far.
struct Summed<'i, R> {
    input: &'i mut R,
    left: usize,
    sum: Sum,
}

impl<R: Read> Summed<'_, R> {
    fn fill(&mut self, bytes: &mut [u8]) -> Option<()> {
        self.left = self.left.checked_sub(bytes.len())?;
        self.input.read_exact(bytes).ok()?;
        self.sum.add(bytes);
        Some(())
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Some(bytes)
    }

    fn bytes(&mut self, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; Some(length).filter(|length| *length <= self.left)?];
        self.fill(&mut bytes)?;
        Some(bytes)
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<u32>> {
        let mut left = count.checked_mul(4).filter(|bytes| *bytes <= self.left)?;
        let mut numbers = Vec::with_capacity(count);
        let mut stretch = [0; STRETCH];
        while left > 0 {
            let bytes = stretch.get_mut(..left.min(STRETCH))?;
            left -= bytes.len();
            self.fill(bytes)?;
            numbers.extend(
                bytes
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .map(|number| u32::from_le_bytes(*number)),
            );
        }
        Some(numbers)
    }
}

/// The sum of some bytes, in the stretches in which they are read: enough to notice a torn or changed file, which is all
/// that it is for.
struct Sum(u64);

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(MIX);
        let (words, rest) = bytes.as_chunks::<8>();
        let tail = rest
            .iter()
            .fold(bytes.len() as u64, |sum, byte| sum << 8 | u64::from(*byte));
        let words = words.iter().map(|word| u64::from_le_bytes(*word));
        self.0 = words.chain(std::iter::once(tail)).fold(self.0 ^ MIX, mix);
    }
}

#[cfg(test)]
mod tests {
    use super::super::BodyIndexBuilder;
    use super::*;

    fn index() -> BodyIndex {
        let mut builder = BodyIndexBuilder::default();
        for row in 0..60 {
            builder.add(row, if row % 2 == 0 { "rust paris économie" } else { "rust" });
        }
        builder.add(70, "rare");
        builder.finish(80)
    }

    fn read(mut bytes: &[u8]) -> Result<BodyIndex, BodyIndexError> {
        let size = bytes.len();
        BodyIndex::from_bytes(&mut bytes, size)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = index().to_bytes().concat();
        let back = read(&bytes).unwrap();
        assert_eq!(back.to_bytes().concat(), bytes);
        let mut rows = Vec::new();
        back.each_row(back.words.find("rare").unwrap(), |row| rows.push(row));
        assert_eq!(rows, [70]);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let bytes = index().to_bytes().concat();
        for cut in 0..bytes.len() {
            assert_eq!(read(&bytes[..cut]).err(), Some(BodyIndexError), "cut at {cut}");
        }
        for at in (0..bytes.len()).step_by(3) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert!(read(&changed).is_err(), "changed at {at}");
        }
    }
}
