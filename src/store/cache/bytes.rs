//! Values as bytes and back: fixed widths, little end first, nothing that could be read two ways.
//!
//! Reading never trusts what it reads: any byte may be wrong, and the answer is then `None`, never a panic or an
//! allocation larger than the input.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::ops::Range;

use jiff::civil::Date;

use crate::text::Shared;
use crate::text::shared::Whole;

/// Something that the cache can hold.
pub trait Stored: Sized {
    /// Appends it.
    fn put(&self, out: &mut Output);
    /// Takes it from the start of `input`; `None` when there is something else.
    fn take(input: &mut Input<'_>) -> Option<Self>;
}

/// Bytes being written, and beside them the texts, each of which is kept once.
#[derive(Debug, Default)]
pub struct Output {
    /// What was written so far, without the texts.
    pub bytes: Vec<u8>,
    texts: String,
    /// Where a text with this hash stands.
    places: HashMap<u64, Range<usize>>,
}

impl Output {
    /// Returns the place of a text among the texts, adding it when it is new.
    fn place(&mut self, text: &str) -> Range<usize> {
        let hash = checksum(text.as_bytes());
        if let Some(place) = self.places.get(&hash)
            && self.texts.get(place.clone()) == Some(text)
        {
            return place.clone();
        }
        let place = self.texts.len()..self.texts.len() + text.len();
        self.texts.push_str(text);
        self.places.insert(hash, place.clone());
        place
    }

    /// Returns all of it: the length of the texts, the texts, what was written.
    #[must_use]
    pub fn with_texts(self) -> Vec<u8> {
        let mut all = Self {
            bytes: Vec::with_capacity(4 + self.texts.len() + self.bytes.len()),
            ..Self::default()
        };
        put_count(self.texts.len(), &mut all);
        all.bytes.extend_from_slice(self.texts.as_bytes());
        all.bytes.extend_from_slice(&self.bytes);
        all.bytes
    }
}

/// Bytes still to be read.
#[derive(Clone)]
pub struct Input<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// The texts that they speak of.
    texts: Option<Whole>,
}

impl<'a> Input<'a> {
    /// Reads bytes that speak of no text.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, texts: None }
    }

    /// Reads what [`Output::with_texts`] gave; `None` when it is something else.
    #[must_use]
    pub fn with_texts(bytes: &'a [u8]) -> Option<Self> {
        let mut input = Self::new(bytes);
        let length = usize::try_from(u32::take(&mut input)?).ok()?;
        let texts = std::str::from_utf8(input.take_bytes(length)?).ok()?;
        input.texts = Some(Whole::new(texts.to_owned()));
        Some(input)
    }

    /// Takes so many bytes.
    pub fn take_bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*taken)
    }

    /// Takes a length or a place, seven bits a byte.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..).step_by(7).take(5) {
            let byte = u8::take(self)?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn part(&mut self) -> Option<Shared> {
        let (start, length) = (self.number()?, self.number()?);
        self.texts.as_ref()?.part(start..start.checked_add(length)?)
    }
}

/// Implements [`Stored`] for numbers.
macro_rules! stored_numbers {
    ($($number:ty),*) => {$(
        impl Stored for $number {
            fn put(&self, out: &mut Output) {
                out.bytes.extend_from_slice(&self.to_le_bytes());
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
            fn put(&self, out: &mut $crate::store::cache::bytes::Output) {
                const ALL: &[$enum] = &[$($enum::$variant),*];
                match self { $($enum::$variant)|* => {} }
                let place = ALL.iter().position(|known| known == self);
                out.bytes.push(place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX));
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
            fn put(&self, out: &mut $crate::store::cache::bytes::Output) {
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
    fn put(&self, out: &mut Output) {
        out.bytes.push(u8::from(*self));
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
    fn put(&self, out: &mut Output) {
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

impl Stored for Shared {
    fn put(&self, out: &mut Output) {
        let place = out.place(self);
        put_number(place.start, out);
        put_number(place.len(), out);
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        input.part()
    }
}

impl Stored for Box<str> {
    fn put(&self, out: &mut Output) {
        put_count(self.len(), out);
        out.bytes.extend_from_slice(self.as_bytes());
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let length = usize::try_from(u32::take(input)?).ok()?;
        std::str::from_utf8(input.take_bytes(length)?).ok().map(Into::into)
    }
}

impl<T: Stored> Stored for Box<[T]> {
    fn put(&self, out: &mut Output) {
        put_number(self.len(), out);
        self.iter().for_each(|item| item.put(out));
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let count = input.number()?;
        // A count that lies costs no more memory than there are bytes.
        let most = input.bytes.len() / size_of::<T>().max(1);
        let mut all = Vec::with_capacity((count as usize).min(most));
        for _ in 0..count {
            all.push(T::take(input)?);
        }
        Some(all.into())
    }
}

impl Stored for Date {
    fn put(&self, out: &mut Output) {
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
    fn put(&self, out: &mut Output) {
        put_count(self.len(), out);
        out.bytes.extend_from_slice(self.as_encoded_bytes());
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let length = usize::try_from(u32::take(input)?).ok()?;
        let bytes = input.take_bytes(length)?;
        #[cfg(unix)]
        let name = <OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes);
        #[cfg(not(unix))]
        let name = OsStr::new(std::str::from_utf8(bytes).ok()?);
        Some(name.into())
    }
}

fn put_count(count: usize, out: &mut Output) {
    // Nothing that is stored comes near: files are at most 2 MiB.
    u32::try_from(count).unwrap_or(u32::MAX).put(out);
}

/// Appends a length or a place, seven bits a byte.
fn put_number(number: usize, out: &mut Output) {
    let mut number = u32::try_from(number).unwrap_or(u32::MAX);
    while number >= 0x80 {
        out.bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.bytes.push(number.to_le_bytes()[0]);
}

/// Sums up bytes so that any flipped bit shows: four lanes, so that a processor works on them at once.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |lane: u64, word: u64| (lane ^ word).wrapping_mul(PRIME).rotate_left(29);
    let mut lanes = [1_u64, 2, 3, 4];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for block in blocks {
        if let ([a, b, c, d], _) = block.as_chunks::<8>() {
            let [one, two, three, four] = lanes;
            let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
            lanes = [
                mix(one, word(a)),
                mix(two, word(b)),
                mix(three, word(c)),
                mix(four, word(d)),
            ];
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
        let mut out = Output::default();
        u32::MAX.put(&mut out);
        let input = Input::new(&out.bytes);
        assert!(Box::<str>::take(&mut input.clone()).is_none());
        assert!(Box::<[u64]>::take(&mut input.clone()).is_none());
        assert!(Input::with_texts(&out.bytes).is_none());
        assert!(Shared::take(&mut Input::new(&[0, 1])).is_none());
        assert!(<Option<bool> as Stored>::take(&mut Input::new(&[1, 7])).is_none());
        assert!(Date::take(&mut Input::new(&[0, 0, 13, 1])).is_none());
    }

    #[test]
    fn a_text_is_kept_once_and_a_place_outside_the_texts_is_refused() {
        let texts = ["été", "Paris", "", "été", "Paris"].map(Shared::from);
        let mut out = Output::default();
        for text in &texts {
            text.put(&mut out);
        }
        assert_eq!(out.texts, "étéParis");
        300_u16.put(&mut out);
        let bytes = out.with_texts();
        let mut input = Input::with_texts(&bytes).unwrap();
        assert_eq!([(); 5].map(|()| Shared::take(&mut input).unwrap()), texts);
        assert_eq!(u16::take(&mut input), Some(300));

        let take = |place: &[u8]| {
            let bytes = [&[3, 0, 0, 0, 0xC3, 0xA9, b'x'][..], place].concat();
            Shared::take(&mut Input::with_texts(&bytes).unwrap())
        };
        assert_eq!((take(&[0, 2]), take(&[2, 1])), (Some("é".into()), Some("x".into())));
        assert_eq!((take(&[1, 1]), take(&[2, 2]), take(&[0x80; 9])), (None, None, None));
        assert_eq!(take(&[0xff, 0xff, 0xff, 0xff, 0x0f, 2]), None);
    }
}
