//! One key with its modifiers: read from the terminal and the config, named for a person.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::locale::{Lang, Phrase};
use crate::tui::model::field::Edit;

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub(super) code: KeyCode,
    pub(super) modifiers: KeyModifiers,
}

/// The keys with a name: the name in the config, then what is shown.
const NAMED: &[(KeyCode, &str, Phrase)] = &[
    (
        KeyCode::Enter,
        "Enter",
        Phrase {
            fr: "Entrée",
            en: "Enter",
        },
    ),
    (
        KeyCode::Esc,
        "Esc",
        Phrase {
            fr: "Échap", en: "Esc"
        },
    ),
    (KeyCode::Tab, "Tab", Phrase { fr: "Tab", en: "Tab" }),
    (
        KeyCode::BackTab,
        "Shift-Tab",
        Phrase {
            fr: "Maj-Tab",
            en: "Shift-Tab",
        },
    ),
    (
        KeyCode::Char(' '),
        "Space",
        Phrase {
            fr: "Espace",
            en: "Space",
        },
    ),
    (
        KeyCode::Backspace,
        "Backspace",
        Phrase {
            fr: "Retour",
            en: "Backspace",
        },
    ),
    (
        KeyCode::Delete,
        "Delete",
        Phrase {
            fr: "Suppr",
            en: "Delete",
        },
    ),
    (KeyCode::Up, "Up", Phrase { fr: "↑", en: "↑" }),
    (KeyCode::Down, "Down", Phrase { fr: "↓", en: "↓" }),
    (KeyCode::Left, "Left", Phrase { fr: "←", en: "←" }),
    (KeyCode::Right, "Right", Phrase { fr: "→", en: "→" }),
    (
        KeyCode::Home,
        "Home",
        Phrase {
            fr: "Début",
            en: "Home",
        },
    ),
    (KeyCode::End, "End", Phrase { fr: "Fin", en: "End" }),
    (
        KeyCode::PageUp,
        "PgUp",
        Phrase {
            fr: "Pg↑", en: "PgUp"
        },
    ),
    (
        KeyCode::PageDown,
        "PgDn",
        Phrase {
            fr: "Pg↓", en: "PgDn"
        },
    ),
];

impl Key {
    /// Takes a key from the terminal. SHIFT is dropped: the character already carries it.
    #[must_use]
    pub fn from_event(event: &KeyEvent) -> Self {
        Self::new(event.code, event.modifiers)
    }

    fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT;
        // Ctrl-Shift-p and Ctrl-P are the same key on different terminals.
        let code = match code {
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => KeyCode::Char(c.to_ascii_lowercase()),
            other => other,
        };
        Self {
            code,
            modifiers: modifiers & kept,
        }
    }

    /// Reads a key as the table and the config write it: `j`, `Ctrl-d`, `Enter`, `F1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        loop {
            let (modifier, after) = match rest {
                _ if rest.len() > 5 && rest.starts_with("Ctrl-") => (KeyModifiers::CONTROL, &rest[5..]),
                _ if rest.len() > 4 && rest.starts_with("Alt-") => (KeyModifiers::ALT, &rest[4..]),
                _ => break,
            };
            modifiers |= modifier;
            rest = after;
        }
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(only), None) => KeyCode::Char(only),
            (Some('F'), Some(_)) if rest[1..].parse::<u8>().is_ok() => KeyCode::F(rest[1..].parse().ok()?),
            _ => NAMED.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(rest))?.0,
        };
        Some(Self::new(code, modifiers))
    }

    /// Returns the key as it is shown to a person.
    #[must_use]
    pub fn shown(self, lang: Lang) -> String {
        let mut shown = String::new();
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            shown.push_str("Ctrl-");
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            shown.push_str("Alt-");
        }
        match (NAMED.iter().find(|(code, ..)| *code == self.code), self.code) {
            (Some((_, _, phrase)), _) => shown.push_str(phrase.get(lang)),
            (None, KeyCode::Char(c)) => shown.push(c),
            (None, KeyCode::F(number)) => shown.extend(["F", &number.to_string()]),
            (None, _) => shown.push('?'),
        }
        shown
    }

    /// Returns the edit that this key makes in a text field, if any.
    #[must_use]
    pub fn edit(self) -> Option<Edit> {
        let ctrl = self.modifiers == KeyModifiers::CONTROL;
        let alt = self.modifiers == KeyModifiers::ALT;
        match self.code {
            KeyCode::Char('a') if ctrl => Some(Edit::Start),
            KeyCode::Char('e') if ctrl => Some(Edit::End),
            KeyCode::Char('b') if ctrl => Some(Edit::Left),
            KeyCode::Char('f') if ctrl => Some(Edit::Right),
            KeyCode::Char('w') if ctrl => Some(Edit::DeleteWord),
            KeyCode::Char('k') if ctrl => Some(Edit::DeleteToEnd),
            KeyCode::Char('u') if ctrl => Some(Edit::DeleteToStart),
            KeyCode::Char('h') if ctrl => Some(Edit::Backspace),
            KeyCode::Backspace if ctrl || alt => Some(Edit::DeleteWord),
            KeyCode::Left if ctrl || alt => Some(Edit::WordLeft),
            KeyCode::Right if ctrl || alt => Some(Edit::WordRight),
            // AltGr arrives as Ctrl+Alt with its character on some terminals.
            KeyCode::Char(c) if !ctrl && !alt => Some(Edit::Insert(c)),
            KeyCode::Backspace => Some(Edit::Backspace),
            KeyCode::Delete => Some(Edit::Delete),
            KeyCode::Left => Some(Edit::Left),
            KeyCode::Right => Some(Edit::Right),
            KeyCode::Home => Some(Edit::Start),
            KeyCode::End => Some(Edit::End),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    /// Writes the key as the config does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.iter().find(|(code, ..)| *code == self.code) {
            Some((_, name, _)) => {
                let plain = Self {
                    code: KeyCode::Null,
                    ..*self
                };
                write!(f, "{}{name}", plain.shown(Lang::En).trim_end_matches('?'))
            }
            None => f.write_str(&self.shown(Lang::En)),
        }
    }
}
