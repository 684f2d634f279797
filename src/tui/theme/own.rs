//! A theme of the person's own: a short TOML file of colours by role.
//!
//! ```toml
//! base = "dark"          # or "light", "contrast", "contrast-light": what is not said here is taken from it
//! accent = "#9D9DFF"
//! selected = "#2B2F4A"   # behind the selected row
//! ```

use toml::de::DeTable;

use super::{CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette};
use crate::locale::{Lang, ui};

/// Something wrong in a theme. The rest of it still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeMistake {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: ThemeMistakeKind,
}

/// What is wrong in a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeMistakeKind {
    /// It is no TOML; the parser's words.
    Unreadable(String),
    /// No role has this name.
    UnknownRole(String),
    /// No theme to start from has this name.
    UnknownBase(String),
    /// This is no colour.
    UnknownColour(String, String),
}

impl ThemeMistake {
    /// Says what is wrong, without its place.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match &self.what {
            ThemeMistakeKind::Unreadable(why) => ui::theme_unreadable(lang, why),
            ThemeMistakeKind::UnknownRole(name) => ui::theme_unknown_role(lang, name, &NAMES),
            ThemeMistakeKind::UnknownBase(name) => ui::theme_unknown_base(lang, name, &BASES.map(|(name, _)| name)),
            ThemeMistakeKind::UnknownColour(name, value) => ui::theme_unknown_colour(lang, name, value),
        }
    }
}

/// What a theme may start from.
const BASES: [(&str, Palette); 4] = [
    ("dark", DARK),
    ("light", LIGHT),
    ("contrast", CONTRAST_DARK),
    ("contrast-light", CONTRAST_LIGHT),
];

/// The names of the roles in a theme, in the order of [`super::Role::ALL`].
pub const NAMES: [&str; 9] = [
    "text", "muted", "accent", "soon", "late", "good", "link", "notes", "rule",
];

/// Reads a theme.
///
/// # Errors
///
/// When it is no TOML.
pub fn read(text: &str) -> Result<(Palette, Vec<ThemeMistake>), ThemeMistake> {
    let line = |at: usize| text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let table = DeTable::parse(text).map_err(|error| ThemeMistake {
        line: line(error.span().map_or(0, |span| span.start)),
        what: ThemeMistakeKind::Unreadable(error.message().lines().next().unwrap_or_default().to_owned()),
    })?;
    let mut mistakes = Vec::new();
    let mut slip = |at: usize, what| mistakes.push(ThemeMistake { line: line(at), what });
    let values = || {
        let values = table.get_ref().iter();
        values.map(|(name, value)| (name.get_ref().as_ref(), name.span().start, value.get_ref()))
    };
    let mut palette = DARK;
    if let Some((_, at, value)) = values().find(|(name, ..)| *name == "base") {
        let base = value.as_str().unwrap_or_default();
        match BASES.iter().find(|(name, _)| *name == base) {
            Some((_, known)) => palette = *known,
            None => slip(at, ThemeMistakeKind::UnknownBase(base.to_owned())),
        }
    }
    for (name, at, value) in values().filter(|(name, ..)| *name != "base") {
        let place = match NAMES.iter().position(|known| *known == name) {
            Some(role) => &mut palette.roles[role],
            None if name == "selected" => &mut palette.selected,
            None => {
                slip(at, ThemeMistakeKind::UnknownRole(name.to_owned()));
                continue;
            }
        };
        let text = value.as_str();
        match text.and_then(colour) {
            Some(rgb) => *place = rgb,
            None => slip(
                at,
                ThemeMistakeKind::UnknownColour(name.to_owned(), text.unwrap_or_default().to_owned()),
            ),
        }
    }
    mistakes.sort_by_key(|mistake| mistake.line);
    Ok((palette, mistakes))
}

/// Reads `#RRGGBB`.
fn colour(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#')?;
    let whole = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    whole.then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Role;

    #[test]
    fn what_a_theme_does_not_say_comes_from_its_base() {
        let (palette, mistakes) = read("base = \"light\"\naccent = \"#112233\"\n").unwrap();
        assert_eq!(palette.roles[Role::Accent as usize], 0x11_2233);
        assert_eq!(palette.roles[Role::Text as usize], LIGHT.roles[Role::Text as usize]);
        assert_eq!(mistakes, []);
    }

    #[test]
    fn slips_are_said_with_their_line_and_cost_only_themselves() {
        let text = "base = \"drak\"\nlate = \"red\"\nacent = \"#112233\"\ngood = \"#00FF00\"\n";
        let (palette, mistakes) = read(text).unwrap();
        assert_eq!(palette.roles[Role::Good as usize], 0x00_FF00);
        let kinds = [
            ThemeMistakeKind::UnknownBase("drak".into()),
            ThemeMistakeKind::UnknownColour("late".into(), "red".into()),
            ThemeMistakeKind::UnknownRole("acent".into()),
        ];
        let expected: Vec<ThemeMistake> = (1..)
            .zip(kinds)
            .map(|(line, what)| ThemeMistake { line, what })
            .collect();
        assert_eq!(mistakes, expected);
        assert_eq!(read("good = \"#00FF00\"\n= oops").unwrap_err().line, 2);
    }
}
