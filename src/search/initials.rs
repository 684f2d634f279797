//! Words typed in one go (`rustparis`) and initials (`dpd` for "délégué à la protection des données"): the last
//! resort, when nothing else fills a screen.
//!
//! Plain subsequences would be no help: a short query is scattered over nearly every long line. So what is typed must
//! fall apart into starts of words in order, three letters each at least (the last may still be short), or be the
//! first letters of neighbouring words, where words of three letters and fewer ("de", "la", "et") do not count.

/// A word typed in one go gives at least this many letters.
const LEAST: usize = 3;

/// Tells whether `typed` falls apart into starts of words of `line`, in order. At most 63 bytes of it are looked at.
pub(super) fn in_one_go(line: &str, typed: &str) -> bool {
    let typed = typed.as_bytes().get(..typed.len().min(63)).unwrap_or_default();
    let all = 1_u64 << typed.len();
    // Bit p: the first p letters are spelled by words so far.
    let mut spelled = 1_u64;
    for word in words(line) {
        let mut open = spelled;
        while open != 0 {
            let at = open.trailing_zeros() as usize;
            open &= open - 1;
            let rest = typed.get(at..).unwrap_or_default();
            let same = rest.iter().zip(word).take_while(|(a, b)| a == b).count();
            for length in LEAST.min(rest.len())..=same {
                spelled |= 1 << (at + length);
            }
        }
        if spelled & all != 0 {
            return true;
        }
    }
    false
}

/// Tells whether neighbouring words of `line` start with the letters of `typed`.
pub(super) fn initials(line: &str, typed: &str) -> bool {
    let typed = typed.as_bytes();
    let firsts: Vec<u8> = words(line)
        .filter(|word| word.len() > 3)
        .filter_map(|word| word.first().copied())
        .collect();
    !typed.is_empty() && firsts.windows(typed.len()).any(|window| window == typed)
}

fn words(line: &str) -> impl Iterator<Item = &[u8]> {
    line.as_bytes()
        .split(|byte| !is_letter(*byte))
        .filter(|word| !word.is_empty())
}

/// Tells whether a byte of a folded line belongs to a word. Outside ASCII all do.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "developpeur rust - donnees ouvertes\ndinum\nparis\n";

    #[test]
    fn starts_of_words_in_order() {
        for typed in ["rustparis", "devrust", "donouv", "rustdinum", "rustpa", "rustp"] {
            assert!(in_one_go(LINE, typed), "{typed}");
        }
        for typed in ["parisrust", "drust", "rpar", "ustparis", "rustlyon"] {
            assert!(!in_one_go(LINE, typed), "{typed}");
        }
    }

    #[test]
    fn first_letters_of_neighbours() {
        assert!(initials(LINE, "drdo"));
        assert!(initials("delegue a la protection des donnees", "dpd"));
        assert!(!initials(LINE, "ddp"));
        assert!(!initials(LINE, ""));
    }

    #[test]
    fn very_long_input_is_cut() {
        assert!(in_one_go(&"a".repeat(100), &"a".repeat(100)));
        assert!(!in_one_go("", "abc"));
    }
}
