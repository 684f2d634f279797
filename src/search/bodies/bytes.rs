//! The bytes of a body index, for the cache: written in one go, believed only when every part fits.

use super::{BodyIndex, is_dense};
use crate::search::vocabulary::Vocabulary;

/// Says what this is, and in which form.
const MAGIC: &[u8; 8] = b"trbody01";

/// Why bytes are not an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cached index of the texts is damaged or of another version")]
pub struct BodyIndexError;

impl BodyIndex {
    /// Writes the index. The same index gives the same bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = self.words.text();
        let words = self.words.count();
        let mut out = Vec::with_capacity(32 + text.len() + words * 12 + self.packed.len());
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&[0; 8]);
        out.extend_from_slice(&self.rows.to_le_bytes());
        for length in [words, text.len(), self.packed.len()] {
            out.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
        }
        for numbers in [self.words.ends(), &self.counts, &self.starts] {
            for number in numbers {
                out.extend_from_slice(&number.to_le_bytes());
            }
        }
        out.extend_from_slice(text.as_bytes());
        out.extend_from_slice(&self.packed);
        let sum = checksum(out.get(16..).unwrap_or_default()).to_le_bytes();
        if let Some(place) = out.get_mut(8..16) {
            place.copy_from_slice(&sum);
        }
        out
    }

    /// Reads what [`BodyIndex::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// When anything does not fit: the caller throws the bytes away and builds the index anew.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BodyIndexError> {
        Self::read(bytes).ok_or(BodyIndexError)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let sum = u64::from_le_bytes(take(&mut rest, 8)?.try_into().ok()?);
        if checksum(rest) != sum {
            return None;
        }
        let rows = number(&mut rest)?;
        let words = number(&mut rest)? as usize;
        let text = number(&mut rest)? as usize;
        let packed = number(&mut rest)? as usize;
        let ends = numbers(&mut rest, words)?;
        let counts = numbers(&mut rest, words)?;
        let starts = numbers(&mut rest, words.checked_add(1)?)?;
        let text = std::str::from_utf8(take(&mut rest, text)?).ok()?;
        let packed = take(&mut rest, packed)?.to_vec();
        let fits = rest.is_empty()
            && starts.is_sorted()
            && starts.last().copied() == u32::try_from(packed.len()).ok()
            && counts.iter().all(|count| *count <= rows);
        let words = Vocabulary::from_parts(text, ends)?;
        let index = Self {
            rows,
            words,
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

fn take<'b>(rest: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(take(rest, 4)?.try_into().ok()?))
}

fn numbers(rest: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let bytes = take(rest, count.checked_mul(4)?)?;
    Some(
        bytes
            .chunks_exact(4)
            .filter_map(|chunk| chunk.try_into().ok().map(u32::from_le_bytes))
            .collect(),
    )
}

/// Mixes all bytes: enough to notice a torn or changed file, which is all that it is for.
fn checksum(bytes: &[u8]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let chunks = bytes.chunks_exact(8);
    let tail = chunks
        .remainder()
        .iter()
        .fold(bytes.len() as u64, |sum, byte| sum << 8 | u64::from(*byte));
    let words = chunks.filter_map(|chunk| chunk.try_into().ok().map(u64::from_le_bytes));
    words
        .chain(std::iter::once(tail))
        .fold(MIX, |sum, word| (sum.rotate_left(5) ^ word).wrapping_mul(MIX))
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

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = index().to_bytes();
        let back = BodyIndex::from_bytes(&bytes).unwrap();
        assert_eq!(back.to_bytes(), bytes);
        let mut rows = Vec::new();
        back.each_row(back.words.find("rare").unwrap(), |row| rows.push(row));
        assert_eq!(rows, [70]);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let bytes = index().to_bytes();
        for cut in 0..bytes.len() {
            assert_eq!(
                BodyIndex::from_bytes(&bytes[..cut]).err(),
                Some(BodyIndexError),
                "cut at {cut}"
            );
        }
        for at in (0..bytes.len()).step_by(3) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert!(BodyIndex::from_bytes(&changed).is_err(), "changed at {at}");
        }
    }
}
