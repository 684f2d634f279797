//! A short name for a text, to tell whether it changed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The fingerprint of a text: 64 bits of FNV-1a, written as 16 hexadecimal digits.
///
/// It tells a changed offer from an unchanged one; nobody's security rests on it. Line ends and blanks at the end of a
/// line do not count, because editors and git change them by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(u64);

impl Fingerprint {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;

    /// Computes the fingerprint of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut hash = Self::BASIS;
        let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(Self::PRIME);
        for line in text.trim_end().lines() {
            hash = add(line.trim_end().bytes().fold(hash, add), b'\n');
        }
        Self(hash)
    }

    /// Reads its digits; `None` when they are something else.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        u64::from_str_radix(digits, 16).ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = String;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        Self::parse(&digits).ok_or_else(|| format!("`{digits}` is no fingerprint: 16 hexadecimal digits are expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_do_not_count_and_words_do() {
        let offer = "Stage\n\nÉcrire à rh@lab.example\n";
        assert_eq!(
            Fingerprint::of(offer),
            Fingerprint::of("Stage\r\n\r\nÉcrire à rh@lab.example  \r\n\r\n")
        );
        assert_ne!(
            Fingerprint::of(offer),
            Fingerprint::of("Stage\n\nÉcrire à drh@lab.example\n")
        );
        assert_ne!(Fingerprint::of("a\nb"), Fingerprint::of("ab"));
    }

    #[test]
    fn it_is_read_back_from_its_digits() {
        let print = Fingerprint::of("Stage");
        assert_eq!(Fingerprint::try_from(String::from(print)), Ok(print));
        assert!(Fingerprint::try_from("not hexadecimal".to_owned()).is_err());
    }
}
