//! Eight bytes of a text at a time, as one number: what is asked of each byte is asked of all in a few steps.
//!
//! An answer is a number too: the highest bit of each byte says yes or no. The first byte is the lowest.

/// A one in each byte.
const ONES: u64 = u64::MAX / 255;
/// The highest bit of each byte.
pub(crate) const HIGH: u64 = ONES << 7;

/// Eight bytes from `at` on; zeroes behind the end.
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(eight) = rest.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    // Fewer than eight: two pieces that may overlap, or one byte.
    let behind = |piece: usize| 8 * (rest.len() - piece);
    if let (Some(head), Some(tail)) = (rest.first_chunk(), rest.last_chunk()) {
        return u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << behind(4);
    }
    if let (Some(head), Some(tail)) = (rest.first_chunk(), rest.last_chunk()) {
        return u64::from(u16::from_le_bytes(*head)) | u64::from(u16::from_le_bytes(*tail)) << behind(2);
    }
    rest.first().map_or(0, |byte| u64::from(*byte))
}

/// Finds a byte in a short text.
pub(crate) fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    let mut at = 0;
    while at < bytes.len() {
        let found = equal(load(bytes, at), byte);
        if found != 0 {
            return Some(at + before_first(found)).filter(|at| *at < bytes.len());
        }
        at += 8;
    }
    None
}

/// The bytes that are this one.
pub(crate) fn equal(word: u64, byte: u8) -> u64 {
    let apart = word ^ (ONES * u64::from(byte));
    !(((apart & !HIGH) + (HIGH - ONES)) | apart) & HIGH
}

/// Of bytes below 128 those from `limit` on; the others anyhow.
fn reach(word: u64, limit: u8) -> u64 {
    // The seven low bits of each byte plus a number carry into the highest, and no further.
    (word & !HIGH) + ONES * u64::from(0x80 - limit)
}

/// The bytes that are no ASCII.
pub(crate) fn wide(word: u64) -> u64 {
    word & HIGH
}

/// The spaces.
pub(crate) fn spaces(word: u64) -> u64 {
    equal(word, b' ')
}

/// The control characters.
pub(crate) fn controls(word: u64) -> u64 {
    !(reach(word, b' ') | word) & HIGH
}

/// The ASCII letters and digits.
fn letters_and_digits(word: u64) -> u64 {
    letters(word) | (reach(word, b'0') & !reach(word, b'9' + 1) & !word & HIGH)
}

/// The ASCII letters.
pub(crate) fn letters(word: u64) -> u64 {
    let small = word | (ONES * 0x20);
    reach(small, b'a') & !reach(small, b'z' + 1) & !word & HIGH
}

/// The same with its ASCII letters small.
pub(crate) fn small(word: u64) -> u64 {
    // From the highest bit of a byte down to the one that tells capitals from small letters.
    word | (letters(word) >> 2)
}

/// The starts of words, and all marks but spaces: the letters and digits behind another one are left out. Beside them
/// the letters and digits; `before`: those of the eight bytes before.
pub(crate) fn starts(word: u64, before: u64) -> (u64, u64) {
    let letters = letters_and_digits(word);
    let inside = letters & (letters << 8 | before >> 56);
    (!(inside | spaces(word)) & HIGH, letters)
}

/// How many bytes stand before the first that is marked; eight when none is.
pub(crate) fn before_first(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_are_told() {
        for byte in 0..=u8::MAX {
            for (place, beside) in [(0, 0xff), (3, b'a'), (7, 0)] {
                let mut eight = [beside; 8];
                eight[place] = byte;
                let word = u64::from_le_bytes(eight);
                let told = |marks: u64| marks >> (8 * place + 7) & 1 == 1;
                assert_eq!(told(wide(word)), byte >= 0x80);
                assert_eq!(told(spaces(word)), byte == b' ');
                assert_eq!(told(controls(word)), byte < 0x20);
                assert_eq!(told(letters_and_digits(word)), byte.is_ascii_alphanumeric());
                assert_eq!(told(letters(word)), byte.is_ascii_alphabetic());
            }
        }
        assert_eq!(before_first(spaces(load(b"ab cd", 0))), 2);
        assert_eq!(before_first(spaces(load(b"abcdefghi", 1))), 8);
        assert_eq!(load(b"ab", 1), u64::from(b'b'));
        assert_eq!(load(b"ab", 9), 0);
        assert_eq!(small(load("Aé[Z1".as_bytes(), 0)), load("aé[z1".as_bytes(), 0));
        for len in 0..=8 {
            let bytes = &b"abcdefgh"[..len];
            let wanted = bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            assert_eq!(load(bytes, 0), wanted, "{len}");
        }
        assert_eq!(position(b"abcdefghi-j", b'-'), Some(9));
        assert_eq!(position(b"abc", 0), None);
        assert_eq!(position("é".as_bytes(), b'C'), None);
    }

    #[test]
    fn words_and_marks_start_where_no_word_goes_on() {
        let text = "l'ete 2e, «é»  x/y_z(at)9·a";
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes[at].is_ascii_alphanumeric();
        let (mut found, mut before) = (Vec::new(), 0);
        for at in (0..bytes.len()).step_by(8) {
            let (starts, letters) = starts(load(bytes, at), before);
            before = letters;
            found.extend((at..bytes.len().min(at + 8)).filter(|byte| starts >> (8 * (byte - at) + 7) & 1 == 1));
        }
        let wanted: Vec<usize> = (0..bytes.len())
            .filter(|at| bytes[*at] != b' ' && !(*at > 0 && letter(at - 1) && letter(*at)))
            .collect();
        assert_eq!(found, wanted);
    }
}
