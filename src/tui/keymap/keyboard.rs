//! Keyboards: what the digit row types without Shift, and where the letters lie that move.

use crossterm::event::KeyCode;

use super::{Context, Key};

/// Which keyboard the person types on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Keyboard {
    /// Letters as the table names them; the digits of a French keyboard count without Shift.
    #[default]
    Usual,
    /// Bépo: c t s r, under the right hand, move as h j k l do elsewhere, and those four do what these did.
    Bepo,
}

/// What AZERTY types on the keys 1 to 9 and 0 without Shift.
const AZERTY_DIGITS: &str = "&é\"'(-è_çà";
/// What bépo types there.
const BEPO_DIGITS: &str = "\"«»()@+-/*";
/// The letters that change places on bépo.
const BEPO_LETTERS: [(char, char); 4] = [('h', 'c'), ('j', 't'), ('k', 's'), ('l', 'r')];

impl Keyboard {
    /// Returns the place from 1 that a key names in a menu: a digit, or what this keyboard types on it without Shift.
    #[must_use]
    pub fn place(self, key: Key) -> Option<usize> {
        let KeyCode::Char(c) = key.code else { return None };
        if !key.modifiers.is_empty() {
            return None;
        }
        let row = match self {
            Self::Usual => AZERTY_DIGITS,
            Self::Bepo => BEPO_DIGITS,
        };
        let bare = row.chars().position(|known| known == c);
        let digit = "1234567890".chars().position(|known| known == c);
        digit.or(bare).map(|at| at + 1)
    }

    /// Returns where a key of the table lies on this keyboard; `None` when its place is taken.
    pub(super) fn translate(self, key: Key, contexts: &[Context]) -> Option<Key> {
        match self {
            Self::Usual => Some(key),
            Self::Bepo => bepo(key, contexts),
        }
    }
}

fn bepo(key: Key, contexts: &[Context]) -> Option<Key> {
    let KeyCode::Char(c) = key.code else { return Some(key) };
    let named = contexts
        .iter()
        .all(|context| matches!(context, Context::Copy | Context::Go));
    let moved = match AZERTY_DIGITS.chars().position(|digit| digit == c) {
        // `/` searches.
        Some(at) => BEPO_DIGITS.chars().nth(at).filter(|c| *c != '/')?,
        // A menu that names its letters keeps them.
        None if key.modifiers.is_empty() && !named => swapped(c),
        None => c,
    };
    Some(Key {
        code: KeyCode::Char(moved),
        ..key
    })
}

fn swapped(c: char) -> char {
    let lower = c.to_ascii_lowercase();
    let other = BEPO_LETTERS.iter().find_map(|(usual, bepo)| match lower {
        _ if lower == *usual => Some(*bepo),
        _ if lower == *bepo => Some(*usual),
        _ => None,
    });
    match other {
        Some(other) if c.is_ascii_uppercase() => other.to_ascii_uppercase(),
        Some(other) => other,
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Keymap};
    use super::*;

    fn key(text: &str) -> Key {
        Key::parse(text).unwrap()
    }

    #[test]
    fn bepo_moves_with_ctsr_and_counts_with_its_own_digit_row() {
        let keymap = Keymap::on(Keyboard::Bepo);
        let means = |text: &str| keymap.resolve(Context::List, key(text));
        assert_eq!((means("t"), means("s")), (Some(Action::Down), Some(Action::Up)));
        assert_eq!((means("j"), means("k")), (Some(Action::Outline), Some(Action::Stage)));
        assert_eq!(
            (means("T"), means("S")),
            (Some(Action::OtherDown), Some(Action::OtherUp))
        );
        assert_eq!((means("«"), means("»")), (Some(Action::ToKept), Some(Action::ToBoard)));
        assert_eq!((means("2"), means("/")), (Some(Action::ToKept), Some(Action::Search)));
        assert_eq!(keymap.place(key("(")), Some(4));
        assert_eq!(keymap.resolve(Context::Copy, key("t")), Some(Action::CopyAddresses));
    }

    #[test]
    fn azerty_counts_without_shift() {
        let keymap = Keymap::default();
        assert_eq!((keymap.place(key("é")), keymap.place(key("à"))), (Some(2), Some(10)));
        assert_eq!((keymap.place(key("3")), keymap.place(key("x"))), (Some(3), None));
    }

    #[test]
    fn no_keyboard_gives_a_key_two_meanings() {
        for keyboard in [Keyboard::Usual, Keyboard::Bepo] {
            let keymap = Keymap::on(keyboard);
            for context in Context::ALL {
                let mut seen: Vec<Key> = Vec::new();
                for (binding, keys) in keymap.rows(context) {
                    for key in keys {
                        assert!(
                            !seen.contains(key),
                            "{key} means {} and more in {context:?}",
                            binding.name
                        );
                        seen.push(*key);
                    }
                }
            }
        }
    }
}
