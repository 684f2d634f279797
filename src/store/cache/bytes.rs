//! Values as bytes and back: fixed widths, little end first, nothing that could be read two ways.
//!
//! Reading never trusts what it reads: any byte may be wrong, and the answer is then `None`, never a panic or an
//! allocation larger than the input.

use std::ffi::OsStr;

use jiff::civil::Date;

/// Something that the cache can hold.
pub trait Stored: Sized {
    /// Appends it.
    fn put(&self, out: &mut Vec<u8>);
    /// Takes it from the start of `input`; `None` when there is something else.
    fn take(input: &mut Input<'_>) -> Option<Self>;
}

/// Bytes still to be read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a>(pub &'a [u8]);

impl<'a> Input<'a> {
    /// Takes so many bytes.
    pub fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    /// Takes a text without copying it.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(u32::take(self)?).ok()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// Takes a text where it is needed for good.
    fn boxed_bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(u32::take(self)?).ok()?;
        self.bytes(length)
    }
}

/// Implements [`Stored`] for numbers.
macro_rules! stored_numbers {
    ($($number:ty),*) => {$(
        impl Stored for $number {
            fn put(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }
            fn take(input: &mut Input<'_>) -> Option<Self> {
                input.array().map(Self::from_le_bytes)
            }
        }
    )*};
}
stored_numbers!(u8, i8, u16, i16, u32, u64, i64);

/// Implements [`Stored`] for an enum without fields: its place in the list. A variant that is left out of the list
/// does not compile.
macro_rules! stored_words {
    ($($enum:ident [$($variant:ident),* $(,)?])*) => {$(
        impl $crate::store::cache::bytes::Stored for $enum {
            fn put(&self, out: &mut Vec<u8>) {
                const ALL: &[$enum] = &[$($enum::$variant),*];
                match self { $($enum::$variant)|* => {} }
                let place = ALL.iter().position(|known| known == self);
                out.push(place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX));
            }
            fn take(input: &mut $crate::store::cache::bytes::Input<'_>) -> Option<Self> {
                const ALL: &[$enum] = &[$($enum::$variant),*];
                ALL.get(usize::from(u8::take(input)?)).copied()
            }
        }
    )*};
}
pub(super) use stored_words;

/// Implements [`Stored`] for a struct: its fields in the order given. A field that is left out does not compile.
macro_rules! stored_fields {
    ($($struct:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::store::cache::bytes::Stored for $struct {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::store::cache::bytes::Stored::put($field, out);)*
            }
            fn take(input: &mut $crate::store::cache::bytes::Input<'_>) -> Option<Self> {
                Some(Self { $($field: $crate::store::cache::bytes::Stored::take(input)?),* })
            }
        }
    )*};
}
pub(super) use stored_fields;

impl Stored for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        match u8::take(input)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl<T: Stored> Stored for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        Some(if bool::take(input)? {
            Some(T::take(input)?)
        } else {
            None
        })
    }
}

impl Stored for Box<str> {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        input.text().map(Into::into)
    }
}

impl<T: Stored> Stored for Box<[T]> {
    fn put(&self, out: &mut Vec<u8>) {
        put_count(self.len(), out);
        self.iter().for_each(|item| item.put(out));
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let count = u32::take(input)?;
        (0..count).map(|_| T::take(input)).collect()
    }
}

impl Stored for Date {
    fn put(&self, out: &mut Vec<u8>) {
        self.year().put(out);
        self.month().put(out);
        self.day().put(out);
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        Self::new(i16::take(input)?, i8::take(input)?, i8::take(input)?).ok()
    }
}

/// A name as the system has it. Only Unix can give back one that is no Unicode; elsewhere it is not stored, and its
/// file is read again.
impl Stored for Box<OsStr> {
    fn put(&self, out: &mut Vec<u8>) {
        put_count(self.len(), out);
        out.extend_from_slice(self.as_encoded_bytes());
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let bytes = input.boxed_bytes()?;
        #[cfg(unix)]
        let name = <OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes);
        #[cfg(not(unix))]
        let name = OsStr::new(std::str::from_utf8(bytes).ok()?);
        Some(name.into())
    }
}

/// Appends a text.
pub fn put_text(text: &str, out: &mut Vec<u8>) {
    put_count(text.len(), out);
    out.extend_from_slice(text.as_bytes());
}

fn put_count(count: usize, out: &mut Vec<u8>) {
    // Nothing that is stored comes near: files are at most 2 MiB.
    u32::try_from(count).unwrap_or(u32::MAX).put(out);
}

/// Sums up bytes so that any flipped bit shows: four lanes, so that a processor works on them at once.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |lane: u64, word: u64| (lane ^ word).wrapping_mul(PRIME).rotate_left(29);
    let mut lanes = [1_u64, 2, 3, 4];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for block in blocks {
        let (words, _) = block.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = mix(*lane, u64::from_le_bytes(*word));
        }
    }
    let mut sum = mix(bytes.len() as u64, PRIME);
    for byte in rest {
        sum = mix(sum, u64::from(*byte));
    }
    for lane in lanes {
        sum = mix(sum, lane);
    }
    sum ^ (sum >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_flipped_bit_changes_the_sum() {
        let bytes: Vec<u8> = (0..150_u8).collect();
        let sum = checksum(&bytes);
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(checksum(&flipped), sum, "bit {bit}");
        }
        for end in 0..bytes.len() {
            assert_ne!(checksum(&bytes[..end]), sum, "prefix {end}");
        }
    }

    #[test]
    fn a_count_that_lies_ends_the_reading_without_an_allocation() {
        let mut bytes = Vec::new();
        u32::MAX.put(&mut bytes);
        assert!(Box::<str>::take(&mut Input(&bytes)).is_none());
        assert!(Box::<[u64]>::take(&mut Input(&bytes)).is_none());
        assert!(<Option<bool> as Stored>::take(&mut Input(&[1, 7])).is_none());
        assert!(Date::take(&mut Input(&[0, 0, 13, 1])).is_none());
    }
}
