//! Words typed in one go (`rustparis`) and initials (`dpo` for "Délégué à la protection des données" written out):
//! the last resort, when nothing else fills a screen.
//!
//! What is typed must fall apart into starts of words of the line, in order. Short starts must stand in neighbouring
//! words, not counting those of three letters or fewer; from three letters on, words may lie between. Without this
//! a short query is a scattered subsequence of nearly every line.

/// From this many letters on, words may lie between one start and the next.
const LONG: u32 = 3;

/// Tells whether `typed` falls apart into starts of words of `line`. At most 63 bytes of `typed` are looked at.
pub(super) fn spells(line: &str, typed: &str) -> bool {
    let typed = typed.as_bytes().get(..typed.len().min(63)).unwrap_or_default();
    let all = 1_u64 << typed.len();
    // Bit p: the first p letters are spelled. `near`: by the word before; `far`: by a long start anywhere before.
    let (mut near, mut far) = (0_u64, 0_u64);
    for word in line
        .as_bytes()
        .split(|byte| !is_letter(*byte))
        .filter(|word| !word.is_empty())
    {
        let (mut next, mut long) = (0_u64, 0_u64);
        let mut open = near | far | 1;
        while open != 0 {
            let at = open.trailing_zeros();
            open &= open - 1;
            let rest = typed.get(at as usize..).unwrap_or_default();
            let same = rest.iter().zip(word).take_while(|(a, b)| a == b).count();
            let same = u32::try_from(same).unwrap_or_default();
            let least = if at == 0 || near & 1 << at != 0 { 1 } else { LONG };
            for length in least..=same {
                next |= 1 << (at + length);
                if length >= LONG {
                    long |= 1 << (at + length);
                }
            }
        }
        if next & all != 0 {
            return true;
        }
        // "de", "la", "et": passed over.
        near = if word.len() <= 3 { near | next } else { next };
        far |= long;
    }
    false
}

/// Tells whether a byte of a folded line belongs to a word. Outside ASCII all do.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_of_words_in_order() {
        let line = "developpeur rust - donnees ouvertes\ndinum\nparis\n";
        for typed in ["rustparis", "devrust", "drust", "donouv", "rdo", "rustdinum"] {
            assert!(spells(line, typed), "{typed}");
        }
        for typed in ["parisrust", "dop", "rp", "ustparis", "rustlyon"] {
            assert!(!spells(line, typed), "{typed}");
        }
        assert!(spells("delegue a la protection des donnees", "dpd"));
    }

    #[test]
    fn very_long_input_is_cut() {
        assert!(spells(&"a".repeat(100), &"a".repeat(100)));
        assert!(!spells("", "abc"));
    }
}
