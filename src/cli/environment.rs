//! What the command line learns from outside its arguments: language, day, terminal.

use std::fs;
use std::io::IsTerminal;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::args::ColorChoice;
use super::failure::Failure;
use super::session::LANG;
use crate::locale::Lang;
use crate::store::config::Color;

/// What a command needs to know of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Environment {
    /// The language to speak.
    pub lang: Lang,
    /// Today, or the day of `TREMPLIN_TODAY`.
    pub today: Date,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// Whether the interface can run: input and output are a terminal that can be drawn on.
    pub interactive: bool,
    /// Whether to print colours and bold.
    pub color: bool,
    /// Columns of the terminal, when there is one.
    pub columns: Option<u16>,
    /// Its rows.
    pub rows: Option<u16>,
}

impl Environment {
    /// Reads the environment.
    ///
    /// # Errors
    ///
    /// When `TREMPLIN_TODAY` is set and is no date: going on with another day than the one asked for would mislead.
    pub fn read(lang: Lang, color: Option<ColorChoice>) -> Result<Self, Failure> {
        let terminal = std::io::stdout().is_terminal();
        let (columns, rows) = terminal.then(size).flatten().unzip();
        Ok(Self {
            lang,
            today: today(&variable)?,
            terminal,
            interactive: terminal
                && std::io::stdin().is_terminal()
                && variable("TERM").is_none_or(|term| term != "dumb"),
            color: colored(color.unwrap_or_default(), terminal, &variable),
            columns,
            rows: rows.filter(|rows| *rows > 0),
        })
    }
}

impl Environment {
    /// Takes the colours of the configuration in force; it wins over `NO_COLOR`, as <https://no-color.org> has it.
    #[must_use]
    pub fn configured(self, configured: Color) -> Self {
        let color = match configured {
            Color::Auto => self.color,
            Color::Always => true,
            Color::Never => false,
        };
        Self { color, ..self }
    }
}

/// Reads one variable; empty is the same as unset.
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Finds the language: `--lang` among the arguments, `TREMPLIN_LANG`, the configuration, then `LC_ALL`, `LC_MESSAGES`
/// and `LANG`.
///
/// Done before the arguments are parsed, because the parser's help and errors are already in that language.
#[must_use]
pub fn language(
    arguments: &[String],
    variable: &dyn Fn(&str) -> Option<String>,
    configured: impl FnOnce() -> Option<Lang>,
) -> Lang {
    let named = |name: &str| Lang::parse(&variable(name)?);
    stated_language(arguments)
        .or_else(|| named(LANG))
        .or_else(configured)
        .or_else(|| ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(named))
        .unwrap_or_default()
}

/// Returns the language that `--lang` asks for.
fn stated_language(arguments: &[String]) -> Option<Lang> {
    let mut arguments = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return Lang::parse(arguments.next()?);
        }
        if let Some(value) = argument.strip_prefix("--lang=") {
            return Lang::parse(value);
        }
    }
    None
}

/// Returns today, or the day that `TREMPLIN_TODAY` puts in its place.
///
/// # Errors
///
/// When the variable is no date.
pub fn today(variable: &dyn Fn(&str) -> Option<String>) -> Result<Date, Failure> {
    match variable("TREMPLIN_TODAY") {
        None => Ok(day_of_clock()),
        Some(value) => value.trim().parse().map_err(|_| Failure::BadToday(value)),
    }
}

/// Returns the day here and now.
///
/// To give the zone of this place its name, jiff lists every zone of the system first: a hundred folders and files. The
/// rules of the zone alone stand in one file.
fn day_of_clock() -> Date {
    let rules = std::env::var_os("TZ")
        .is_none()
        .then(|| fs::read("/etc/localtime").ok());
    match rules.flatten().and_then(|rules| TimeZone::tzif("", &rules).ok()) {
        Some(zone) => Timestamp::now().to_zoned(zone).date(),
        None => Zoned::now().date(),
    }
}

/// Decides on colours, as <https://no-color.org> and `TERM=dumb` ask.
fn colored(choice: ColorChoice, terminal: bool, variable: &dyn Fn(&str) -> Option<String>) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            terminal && variable("NO_COLOR").is_none() && variable("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// Returns the columns and rows of the terminal on standard output.
#[cfg(unix)]
fn size() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout()).ok()?;
    (size.ws_col > 0).then_some((size.ws_col, size.ws_row))
}

/// Returns the columns and rows of the terminal, as the shell gives them.
#[cfg(not(unix))]
fn size() -> Option<(u16, u16)> {
    Some((variable("COLUMNS")?.parse().ok()?, variable("LINES")?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(variables: &[(&'static str, &'static str)]) -> impl Fn(&str) -> Option<String> {
        let variables = variables.to_vec();
        move |name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        }
    }

    fn arguments(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_language_comes_from_the_arguments_first() {
        let french = from(&[("LANG", "fr_FR.UTF-8")]);
        assert_eq!(language(&arguments("list --lang en"), &french, || None), Lang::En);
        assert_eq!(language(&arguments("--lang=en list"), &french, || None), Lang::En);
        assert_eq!(language(&arguments("list -- --lang en"), &french, || None), Lang::Fr);
    }

    #[test]
    fn the_variables_are_read_in_their_order() {
        let none = arguments("list");
        let of = |variables: &[(&'static str, &'static str)]| language(&none, &from(variables), || None);
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), Lang::En);
        assert_eq!(of(&[("TREMPLIN_LANG", "fr"), ("LC_ALL", "en_GB")]), Lang::Fr);
        assert_eq!(of(&[("LC_ALL", "de_DE"), ("LANG", "fr_BE")]), Lang::Fr);
        let configured =
            |variables: &[(&'static str, &'static str)]| language(&none, &from(variables), || Some(Lang::Fr));
        assert_eq!(configured(&[("LANG", "en_GB")]), Lang::Fr);
        assert_eq!(configured(&[("TREMPLIN_LANG", "en")]), Lang::En);
    }

    #[test]
    fn today_can_be_replaced_but_not_by_nonsense() {
        let day = today(&from(&[("TREMPLIN_TODAY", "2026-11-20")])).unwrap();
        assert_eq!(day, jiff::civil::date(2026, 11, 20));
        assert!(today(&from(&[("TREMPLIN_TODAY", "tomorrow")])).is_err());
    }

    #[test]
    fn today_is_that_of_the_zone() {
        // At midnight, once more.
        assert!((0..2).any(|_| day_of_clock() == Zoned::now().date()));
    }

    #[test]
    fn colours_only_where_they_are_wanted() {
        let none = from(&[]);
        assert!(colored(ColorChoice::Auto, true, &none));
        assert!(!colored(ColorChoice::Auto, false, &none));
        assert!(!colored(ColorChoice::Auto, true, &from(&[("NO_COLOR", "1")])));
        assert!(!colored(ColorChoice::Auto, true, &from(&[("TERM", "dumb")])));
        assert!(colored(ColorChoice::Always, false, &none));
    }
}
