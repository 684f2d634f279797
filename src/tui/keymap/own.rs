//! The keys of the person's own: what `[keys]` in the config changes, and what is wrong with it.

use std::collections::BTreeMap;

use super::{BINDINGS, Binding, Context, Key, Keyboard, Keymap};
use crate::locale::{Lang, ui};

/// Something wrong in `[keys]`. The rest of it still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyMistake {
    /// No action has this name; perhaps that one was meant.
    UnknownAction {
        /// As written.
        name: String,
        /// A name near to it.
        suggestion: Option<&'static str>,
    },
    /// This is no key.
    UnknownKey {
        /// The action.
        name: String,
        /// As written.
        key: String,
    },
    /// The key now means two things in one place; the first named wins.
    Clash {
        /// The key.
        key: Key,
        /// The action that keeps it.
        wins: &'static str,
        /// The action that loses it.
        loses: &'static str,
    },
}

impl KeyMistake {
    /// Returns the action in `[keys]` that it is about.
    #[must_use]
    pub fn action(&self) -> &str {
        match self {
            Self::UnknownAction { name, .. } | Self::UnknownKey { name, .. } => name,
            Self::Clash { wins, .. } => wins,
        }
    }

    /// Says what is wrong.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::UnknownAction { name, suggestion } => ui::unknown_action(lang, name, *suggestion),
            Self::UnknownKey { name, key } => ui::unknown_key(lang, name, key),
            Self::Clash { key, wins, loses } => ui::key_clash(lang, &key.shown(lang), wins, loses),
        }
    }
}

impl Keymap {
    /// Makes the keymap of the table with the changes of the config: for each action named there, its keys.
    ///
    /// An empty list takes all keys from an action. Where a key of the person's own means something else by default,
    /// the person's choice wins; where two of the person's own clash, the first in the table does. Both are reported.
    #[must_use]
    pub fn configured(keyboard: Keyboard, own: &BTreeMap<String, Vec<String>>) -> (Self, Vec<KeyMistake>) {
        let mut keymap = Self::on(keyboard);
        let mut mistakes = Vec::new();
        let mut chosen = vec![false; BINDINGS.len()];
        for (name, keys) in own {
            let Some(at) = BINDINGS.iter().position(|binding| binding.name == name) else {
                mistakes.push(KeyMistake::UnknownAction {
                    name: name.clone(),
                    suggestion: nearest(name),
                });
                continue;
            };
            keymap.keys[at] = read_keys(name, keys, &mut mistakes);
            chosen[at] = true;
        }
        keymap.settle(&chosen, &mut mistakes);
        (keymap, mistakes)
    }

    /// Takes each key that means two things in one context from the action that matters less.
    fn settle(&mut self, chosen: &[bool], mistakes: &mut Vec<KeyMistake>) {
        let first_by_choice = (0..BINDINGS.len()).filter(|at| chosen[*at]);
        for winner in first_by_choice {
            for key in self.keys[winner].clone() {
                for loser in 0..BINDINGS.len() {
                    let later = loser > winner || !chosen[loser];
                    let (wins, loses) = (&BINDINGS[winner], &BINDINGS[loser]);
                    if loser != winner && later && meet(wins, loses) && self.keys[loser].contains(&key) {
                        self.keys[loser].retain(|other| *other != key);
                        mistakes.push(KeyMistake::Clash {
                            key,
                            wins: wins.name,
                            loses: loses.name,
                        });
                    }
                }
            }
        }
    }
}

fn read_keys(name: &str, keys: &[String], mistakes: &mut Vec<KeyMistake>) -> Vec<Key> {
    let mut read = Vec::new();
    for text in keys {
        match Key::parse(text) {
            Some(key) => read.push(key),
            None => mistakes.push(KeyMistake::UnknownKey {
                name: name.to_owned(),
                key: text.clone(),
            }),
        }
    }
    read
}

/// Tells whether two actions have the keyboard at the same moment.
fn meet(one: &Binding, other: &Binding) -> bool {
    one.contexts
        .iter()
        .any(|context: &Context| other.contexts.contains(context))
}

/// Returns the name that differs least, when it differs little.
fn nearest(name: &str) -> Option<&'static str> {
    let names = BINDINGS.iter().map(|binding| binding.name);
    let (distance, nearest) = names.map(|known| (distance(name, known), known)).min()?;
    (distance <= 2).then_some(nearest)
}

/// Returns how many letters must be changed, added or removed to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.chars().enumerate() {
        let mut now = vec![row + 1];
        for (column, known) in other.iter().enumerate() {
            let change = before[column] + usize::from(letter != *known);
            now.push(change.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    before.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::*;

    fn configured(own: &[(&str, &[&str])]) -> (Keymap, Vec<KeyMistake>) {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        let keyboard = Keyboard::default();
        Keymap::configured(
            keyboard,
            &own.iter().map(|(name, own)| ((*name).to_owned(), keys(own))).collect(),
        )
    }

    fn key(text: &str) -> Key {
        Key::parse(text).unwrap()
    }

    #[test]
    fn a_key_of_ones_own_takes_the_place_of_the_default() {
        let (keymap, mistakes) = configured(&[("keep", &["K", "Ctrl-s"])]);
        assert_eq!(keymap.resolve(Context::List, key("Ctrl-s")), Some(Action::Keep));
        assert_eq!(keymap.resolve(Context::List, key("K")), Some(Action::Keep));
        assert_eq!(keymap.resolve(Context::List, key("Space")), None);
        assert_eq!(
            mistakes,
            [KeyMistake::Clash {
                key: key("K"),
                wins: "keep",
                loses: "other-up"
            }]
        );
    }

    #[test]
    fn two_of_ones_own_that_clash_are_settled_and_said() {
        let (keymap, mistakes) = configured(&[("keep", &["a"]), ("memo", &["a"])]);
        assert_eq!(keymap.resolve(Context::List, key("a")), Some(Action::Keep));
        assert!(mistakes.contains(&KeyMistake::Clash {
            key: key("a"),
            wins: "keep",
            loses: "memo"
        }));
    }

    #[test]
    fn slips_are_named_with_what_was_meant() {
        let (keymap, mistakes) = configured(&[("kep", &["k"]), ("zoom", &["Crtl-z", "Z"])]);
        assert_eq!(
            mistakes,
            [
                KeyMistake::UnknownAction {
                    name: "kep".into(),
                    suggestion: Some("keep")
                },
                KeyMistake::UnknownKey {
                    name: "zoom".into(),
                    key: "Crtl-z".into()
                },
            ]
        );
        assert_eq!(keymap.resolve(Context::List, key("Z")), Some(Action::Zoom));
    }

    #[test]
    fn an_action_can_lose_all_its_keys() {
        let (keymap, mistakes) = configured(&[("suspend", &[])]);
        assert_eq!(keymap.resolve(Context::List, key("Ctrl-z")), None);
        assert_eq!(mistakes, []);
    }
}
