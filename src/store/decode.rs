//! From bytes to text: offers come from everywhere, and from every decade.
//!
//! A byte-order mark decides; then UTF-8; then UTF-16 by its pattern of NUL bytes; any other NUL near the start means
//! that it is no text; what remains is an old single-byte encoding of Western Europe, or UTF-8 that was damaged.

use crate::offer::{Reading, Warning, WarningCode};

/// How far a NUL byte is looked for.
const NUL_WINDOW: usize = 8 * 1024;

/// How the bytes of a file were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-8 with bytes that mean nothing, shown as `�`.
    DamagedUtf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// The Western European code page of Windows, which most old files are in.
    Windows1252,
    /// ISO 8859-15, which has `€` and `œ` elsewhere than Windows.
    Latin9,
}

impl Encoding {
    /// Returns the usual name.
    #[must_use]
    const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::DamagedUtf8 => "UTF-8 \u{fffd}",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
            Self::Latin9 => "ISO-8859-15",
        }
    }

    /// Adds to what was read of a text how its bytes were understood, when they were not plain UTF-8: letters may be
    /// wrong, and only the one who wrote the file can tell.
    pub fn note(self, reading: &mut Reading) {
        if self == Self::Utf8 {
            return;
        }
        let warning = Warning {
            code: WarningCode::Encoding,
            line: 1,
            passages: Vec::new(),
            details: vec![self.name().to_owned()],
        };
        match reading {
            Reading::Offers(offers) => offers
                .iter_mut()
                .for_each(|offer| offer.warnings.insert(0, warning.clone())),
            Reading::NotAnOffer(not) => not.warnings.insert(0, warning),
        }
    }
}

/// Decodes a whole file, without its byte-order mark; `None` when it is no text.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Option<(String, Encoding)> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, text @ ..] => from_utf8(text.to_vec()),
        [0xFF, 0xFE, text @ ..] => Some((utf16(text, u16::from_le_bytes), Encoding::Utf16Le)),
        [0xFE, 0xFF, text @ ..] => Some((utf16(text, u16::from_be_bytes), Encoding::Utf16Be)),
        _ => from_utf8(bytes),
    }
}

fn from_utf8(bytes: Vec<u8>) -> Option<(String, Encoding)> {
    let start = bytes.get(..NUL_WINDOW).unwrap_or(&bytes);
    if memchr::memchr(0, start).is_some() {
        return if is_utf16_by_pattern(start, 1) {
            Some((utf16(&bytes, u16::from_le_bytes), Encoding::Utf16Le))
        } else if is_utf16_by_pattern(start, 0) {
            Some((utf16(&bytes, u16::from_be_bytes), Encoding::Utf16Be))
        } else {
            None
        };
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, Encoding::Utf8)),
        Err(error) => Some(single_byte(error.as_bytes())),
    }
}

/// Recognises UTF-16 without a mark: in Western text nearly every second byte is NUL, always on the same side (`nul`:
/// 0 or 1), and hardly ever on the other.
fn is_utf16_by_pattern(start: &[u8], nul: usize) -> bool {
    let nul_at = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = start.len() / 2;
    pairs >= 2 && nul_at(nul) > pairs * 7 / 10 && nul_at(1 - nul) * 20 < pairs
}

/// Reads UTF-16. What is no character, half a unit at the end included, becomes `�`.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks::<2>();
    let chars = char::decode_utf16(units.iter().copied().map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    chars.chain(rest.iter().map(|_| char::REPLACEMENT_CHARACTER)).collect()
}

/// Reads bytes that are not UTF-8.
fn single_byte(bytes: &[u8]) -> (String, Encoding) {
    if is_damaged_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), Encoding::DamagedUtf8);
    }
    let (letter, encoding): (fn(u8) -> char, _) = if is_latin9(bytes) {
        (latin9, Encoding::Latin9)
    } else {
        (windows1252, Encoding::Windows1252)
    };
    (bytes.iter().map(|byte| letter(*byte)).collect(), encoding)
}

/// Tells whether more of the non-ASCII parts are right UTF-8 than wrong: an accent in UTF-8 is two bytes that old
/// encodings hardly ever put together.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong
}

/// Recognises ISO 8859-15 by what windows-1252 would make of it: a generic currency sign, which nobody writes, or a
/// fraction glued to a letter, where `œ` stands.
fn is_latin9(bytes: &[u8]) -> bool {
    const EURO: u8 = 0xA4;
    const OE: [u8; 2] = [0xBC, 0xBD];
    if bytes.iter().any(|byte| (0x80..0xA0).contains(byte)) {
        return false; // Windows' quotes and dashes: ISO has nothing printable there.
    }
    bytes.contains(&EURO)
        || bytes.windows(2).any(|pair| {
            let letter = |byte: u8| byte.is_ascii_alphabetic();
            (OE.contains(&pair[0]) && letter(pair[1])) || (letter(pair[0]) && OE.contains(&pair[1]))
        })
}

/// The characters of windows-1252 from 0x80 to 0x9F. Five places are free: they stay the control characters of ISO
/// 8859-1, as browsers read them.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Returns the character of a byte of windows-1252: ISO 8859-1 but for [`WINDOWS`].
fn windows1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|place| WINDOWS.get(usize::from(place)));
    special.copied().unwrap_or(char::from(byte))
}

/// Returns the character of a byte of ISO 8859-15: ISO 8859-1 but for eight.
fn latin9(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::OfferFile;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        decode(bytes.to_vec()).unwrap()
    }

    fn utf16(text: &str, swap: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_disappears() {
        assert_eq!(decoded("\u{feff}été".as_bytes()), ("été".to_owned(), Encoding::Utf8));
        let le = [&[0xFF, 0xFE][..], &utf16("été", false)].concat();
        assert_eq!(decoded(&le), ("été".to_owned(), Encoding::Utf16Le));
        let be = [&[0xFE, 0xFF][..], &utf16("été", true)].concat();
        assert_eq!(decoded(&be), ("été".to_owned(), Encoding::Utf16Be));
    }

    #[test]
    fn utf_16_is_recognised_without_a_mark() {
        let text = "# Offre de stage été\n";
        assert_eq!(decoded(&utf16(text, false)), (text.to_owned(), Encoding::Utf16Le));
        assert_eq!(decoded(&utf16(text, true)), (text.to_owned(), Encoding::Utf16Be));
    }

    #[test]
    fn half_a_pair_at_the_end_does_no_harm() {
        let mut bytes = utf16("# Offre de stage\n", false);
        bytes.push(b'x');
        assert!(decoded(&bytes).0.starts_with("# Offre de stage\n"));
    }

    #[test]
    fn windows_1252_has_its_quotes_and_euro() {
        let (text, encoding) = decoded(b"Gratification l\xe9gale \x96 l\x92\xe9t\xe9 600 \x80");
        assert_eq!(
            (text.as_str(), encoding),
            ("Gratification légale – l’été 600 €", Encoding::Windows1252)
        );
    }

    #[test]
    fn latin_9_is_recognised_by_its_euro_and_its_oe() {
        assert_eq!(decoded(b"pay\xe9 600 \xa4").0, "payé 600 €");
        assert_eq!(
            decoded(b"une \xbduvre utile, \xe0 lire"),
            ("une œuvre utile, à lire".to_owned(), Encoding::Latin9)
        );
        assert_eq!(decoded(b"\xe0 1 \xbd temps").1, Encoding::Windows1252);
    }

    #[test]
    fn every_byte_of_an_old_encoding_is_a_character() {
        let all: String = (0x80..=0xFF).map(windows1252).collect();
        assert!(all.starts_with("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤"));
        assert!(all.ends_with("ùúûüýþÿ"));
        let differs = (0xA0..=0xFF).filter(|byte| latin9(*byte) != windows1252(*byte));
        assert_eq!(differs.map(latin9).collect::<String>(), "€ŠšŽžŒœŸ");
    }

    #[test]
    fn half_a_character_of_utf_16_is_shown_as_unknown() {
        let bytes = [&[0xFF, 0xFE][..], &[b'a', 0, 0x3D, 0xD8, b'b', 0, b'c']].concat();
        assert_eq!(decoded(&bytes).0, "a\u{fffd}b\u{fffd}");
    }

    #[test]
    fn one_bad_byte_does_not_spoil_a_whole_utf_8_file() {
        let mut bytes = "Économie sociale à Nîmes".as_bytes().to_vec();
        bytes.push(0xFF);
        assert_eq!(
            decoded(&bytes),
            ("Économie sociale à Nîmes\u{fffd}".to_owned(), Encoding::DamagedUtf8)
        );
    }

    #[test]
    fn a_nul_near_the_start_means_no_text() {
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0".to_vec()), None);
        assert_eq!(decode(b"text\0more text, and still more of it".to_vec()), None);
        assert_eq!(decode(vec![0; 100]), None);
    }

    #[test]
    fn what_was_not_utf8_is_said_of_every_offer() {
        let file = |text| OfferFile {
            path: "a.md",
            text,
            modified: None,
        };
        let page = "# Stage en cartographie\n\nAssociation Blé noir. Écrire à rh@ble.example avec un CV.\n";
        for (encoding, said) in [(Encoding::Utf8, None), (Encoding::Windows1252, Some("windows-1252"))] {
            let mut reading = crate::offer::read(&file(page));
            encoding.note(&mut reading);
            let Reading::Offers(offers) = reading else {
                panic!("an offer")
            };
            let first = offers[0].warnings.first().map(|warning| warning.details[0].as_str());
            assert_eq!(first, said);
        }
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(decoded(b""), (String::new(), Encoding::Utf8));
        assert_eq!(decoded(b"\xef\xbb\xbf"), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn any_two_bytes_decode_or_are_refused_without_a_panic() {
        for first in 0..=255 {
            for second in 0..=255 {
                let _ = decode(vec![first, second]);
                let _ = decode(vec![b'a', first, second, b'b']);
            }
        }
    }
}
