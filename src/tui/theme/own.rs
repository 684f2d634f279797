//! A theme of the person's own: a short TOML file of colours by role.
//!
//! ```toml
//! base = "dark"          # or "light", "contrast": what is not said here is taken from it
//! accent = "#9D9DFF"
//! selected = "#2B2F4A"   # behind the selected row
//! ```

use super::{CONTRAST_DARK, DARK, LIGHT, Palette, Role};
use crate::locale::{Lang, ui};

/// What is wrong in a theme. The rest of it still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeMistake {
    /// It is no TOML; the parser's words.
    Unreadable(String),
    /// No role has this name.
    UnknownRole(String),
    /// This is no colour.
    UnknownColour(String, String),
}

impl ThemeMistake {
    /// Says what is wrong.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(why) => ui::theme_unreadable(lang, why),
            Self::UnknownRole(name) => ui::theme_unknown_role(lang, name),
            Self::UnknownColour(name, value) => ui::theme_unknown_colour(lang, name, value),
        }
    }
}

/// The names of the roles in a theme, in the order of [`Role::ALL`].
pub const NAMES: [&str; 9] = [
    "text", "muted", "accent", "soon", "late", "good", "link", "notes", "rule",
];

/// Reads a theme.
#[must_use]
pub fn read(text: &str) -> (Palette, Vec<ThemeMistake>) {
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            return (DARK, vec![ThemeMistake::Unreadable(error.message().to_owned())]);
        }
    };
    let mut mistakes = Vec::new();
    let mut palette = match table.get("base").and_then(toml::Value::as_str) {
        Some("light") => LIGHT,
        Some("contrast") => CONTRAST_DARK,
        _ => DARK,
    };
    for (name, value) in &table {
        let role = NAMES.iter().position(|known| known == name);
        let place = match (role, name.as_str()) {
            (Some(role), _) => &mut palette.roles[role],
            (None, "selected") => &mut palette.selected,
            (None, "base") => continue,
            (None, _) => {
                mistakes.push(ThemeMistake::UnknownRole(name.clone()));
                continue;
            }
        };
        match value.as_str().and_then(colour) {
            Some(rgb) => *place = rgb,
            None => mistakes.push(ThemeMistake::UnknownColour(name.clone(), value.to_string())),
        }
    }
    (palette, mistakes)
}

/// Reads `#RRGGBB`.
fn colour(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#')?;
    let whole = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    whole.then(|| u32::from_str_radix(digits, 16).ok())?
}

/// Returns the name of a role in a theme.
#[must_use]
pub fn name(role: Role) -> &'static str {
    NAMES[role as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_theme_does_not_say_comes_from_its_base() {
        let (palette, mistakes) = read("base = \"light\"\naccent = \"#112233\"\n");
        assert_eq!(palette.roles[Role::Accent as usize], 0x11_2233);
        assert_eq!(palette.roles[Role::Text as usize], LIGHT.roles[Role::Text as usize]);
        assert_eq!(mistakes, []);
    }

    #[test]
    fn slips_are_said_and_cost_only_themselves() {
        let (palette, mistakes) = read("acent = \"#112233\"\nlate = \"red\"\ngood = \"#00FF00\"\n");
        assert_eq!(palette.roles[Role::Good as usize], 0x00_FF00);
        assert_eq!(
            mistakes,
            [
                ThemeMistake::UnknownRole("acent".into()),
                ThemeMistake::UnknownColour("late".into(), "\"red\"".into()),
            ]
        );
        assert!(matches!(read("= oops").1[0], ThemeMistake::Unreadable(_)));
    }
}
