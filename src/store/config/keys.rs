//! The keys of the configuration: one table for reading, for the documented default text and for suggestions.

use std::fmt::Write as _;
use std::path::PathBuf;

use toml::de::DeValue;
use toml::{Spanned, Value};

use super::read::{self, Problem, Reader, STEPS};
use super::{Background, Clipboard, Color, Config, Hyperlinks, Keyboard, Preview, Symbols, View};
use crate::locale::{Lang, Phrase, config as say};
use crate::search::Sort;
use crate::store::paths;
use crate::tracking::stage::OwnStage;

/// One key.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub about: Phrase,
    /// Whether the file of a folder of offers may set it.
    pub in_folder: bool,
    /// Whether `TREMPLIN_` and its name in capitals set it.
    pub in_environment: bool,
    /// Puts a value into the configuration.
    pub set: Set,
    /// Takes it out again.
    pub get: Get,
}

/// Puts a value into the configuration.
pub type Set = fn(&mut Config, &Spanned<DeValue<'_>>, &mut Reader<'_>) -> Result<(), Problem>;

/// Takes a value out of the configuration.
pub type Get = fn(&Config) -> Value;

const COLORS: &[(&str, Color)] = &[
    ("auto", Color::Auto),
    ("always", Color::Always),
    ("never", Color::Never),
];
const BACKGROUNDS: &[(&str, Background)] = &[
    ("auto", Background::Auto),
    ("dark", Background::Dark),
    ("light", Background::Light),
];
const SYMBOLS: &[(&str, Symbols)] = &[
    ("auto", Symbols::Auto),
    ("unicode", Symbols::Unicode),
    ("ascii", Symbols::Ascii),
];
const PREVIEWS: &[(&str, Preview)] = &[("right", Preview::Right), ("below", Preview::Below)];
const KEYBOARDS: &[(&str, Keyboard)] = &[("usual", Keyboard::Usual), ("bepo", Keyboard::Bepo)];
const CLIPBOARDS: &[(&str, Clipboard)] = &[
    ("auto", Clipboard::Auto),
    ("osc52", Clipboard::Osc52),
    ("tools", Clipboard::Tools),
    ("none", Clipboard::None),
];
const HYPERLINKS: &[(&str, Hyperlinks)] = &[
    ("auto", Hyperlinks::Auto),
    ("on", Hyperlinks::On),
    ("off", Hyperlinks::Off),
];
const SORTS: &[(&str, Sort)] = &[
    ("relevance", Sort::Relevance),
    ("deadline", Sort::Deadline),
    ("date", Sort::Date),
    ("title", Sort::Title),
    ("organization", Sort::Organization),
];
const LANGS: &[(&str, Option<Lang>)] = &[("auto", None), ("fr", Some(Lang::Fr)), ("en", Some(Lang::En))];

/// Every key, in the order of the default text. Those that are tables stand last: TOML wants it so.
pub const KEYS: &[Key] = &[
    Key {
        in_environment: false,
        ..mine("offers", say::OFFERS, set_offers, |config| paths_of(&config.offers))
    },
    Key {
        in_environment: false,
        ..mine("lang", say::LANG, set_lang, |config| read::word_of(&config.lang, LANGS))
    },
    shared(
        "theme",
        say::THEME,
        |config, value, _| put(&mut config.theme, read::text(value)),
        |config| config.theme.clone().into(),
    ),
    mine(
        "color",
        say::COLOR,
        |config, value, _| put(&mut config.color, read::word(value, COLORS)),
        |config| read::word_of(&config.color, COLORS),
    ),
    mine(
        "background",
        say::BACKGROUND,
        |config, value, _| put(&mut config.background, read::word(value, BACKGROUNDS)),
        |config| read::word_of(&config.background, BACKGROUNDS),
    ),
    mine(
        "symbols",
        say::SYMBOLS,
        |config, value, _| put(&mut config.symbols, read::word(value, SYMBOLS)),
        |config| read::word_of(&config.symbols, SYMBOLS),
    ),
    mine(
        "preview",
        say::PREVIEW,
        |config, value, _| put(&mut config.preview, read::word(value, PREVIEWS)),
        |config| read::word_of(&config.preview, PREVIEWS),
    ),
    mine(
        "keyboard",
        say::KEYBOARD,
        |config, value, _| put(&mut config.keyboard, read::word(value, KEYBOARDS)),
        |config| read::word_of(&config.keyboard, KEYBOARDS),
    ),
    mine(
        "mouse",
        say::MOUSE,
        |config, value, _| put(&mut config.mouse, read::truth(value)),
        |config| config.mouse.into(),
    ),
    mine(
        "clipboard",
        say::CLIPBOARD,
        |config, value, _| put(&mut config.clipboard, read::word(value, CLIPBOARDS)),
        |config| read::word_of(&config.clipboard, CLIPBOARDS),
    ),
    mine(
        "hyperlinks",
        say::HYPERLINKS,
        |config, value, _| put(&mut config.hyperlinks, read::word(value, HYPERLINKS)),
        |config| read::word_of(&config.hyperlinks, HYPERLINKS),
    ),
    mine(
        "editor",
        say::EDITOR,
        |config, value, reader| put(&mut config.editor, reader.command("editor", value)),
        |config| config.editor.clone().into(),
    ),
    mine("mailer", say::MAILER, set_mailer, mailer_of),
    mine("profile", say::PROFILE, set_profile, |config| {
        let path = config.profile.as_ref().map(|path| path.to_string_lossy().into_owned());
        path.unwrap_or_default().into()
    }),
    shared(
        "follow_up_days",
        say::FOLLOW_UP_DAYS,
        |config, value, _| put(&mut config.follow_up_days, read::days(value)),
        |config| i64::from(config.follow_up_days).into(),
    ),
    shared(
        "follow_ups",
        say::FOLLOW_UPS,
        |config, value, _| put(&mut config.follow_ups, read::count(value)),
        |config| i64::from(config.follow_ups).into(),
    ),
    shared(
        "sort",
        say::SORT,
        |config, value, _| put(&mut config.sort, read::word(value, SORTS)),
        |config| read::word_of(&config.sort, SORTS),
    ),
    mine(
        "cache",
        say::CACHE,
        |config, value, _| put(&mut config.cache, read::truth(value)),
        |config| config.cache.into(),
    ),
    mine(
        "watch",
        say::WATCH,
        |config, value, _| put(&mut config.watch, read::truth(value)),
        |config| config.watch.into(),
    ),
    Key {
        in_environment: false,
        ..shared("hide", say::HIDE, set_hide, |config| config.hide.clone().into())
    },
    Key {
        in_environment: false,
        ..shared("views", say::VIEWS, set_views, |config| {
            let view = |view: &View| pair(["name", &view.name], ["query", &view.query]);
            config.views.iter().map(view).collect::<Vec<_>>().into()
        })
    },
    Key {
        in_environment: false,
        ..mine("stages", say::STAGES, set_stages, |config| {
            let stage = |stage: &OwnStage| {
                let step = STEPS.iter().find(|(_, step)| *step == stage.step);
                pair(["name", &stage.name], ["step", step.map_or("", |(word, _)| *word)])
            };
            config.stages.iter().map(stage).collect::<Vec<_>>().into()
        })
    },
    Key {
        in_environment: false,
        ..mine("keys", say::KEYS, set_keys, |config| config.keys.clone().into())
    },
];

/// A key that only the candidate may set.
const fn mine(name: &'static str, about: Phrase, set: Set, get: Get) -> Key {
    Key {
        name,
        about,
        in_folder: false,
        in_environment: true,
        set,
        get,
    }
}

/// A key that the file of a folder of offers may set too.
const fn shared(name: &'static str, about: Phrase, set: Set, get: Get) -> Key {
    Key {
        in_folder: true,
        ..mine(name, about, set, get)
    }
}

/// Puts what was read in its place; what could not be read changes nothing.
fn put<T>(place: &mut T, read: Result<T, Problem>) -> Result<(), Problem> {
    *place = read?;
    Ok(())
}

fn set_offers(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    config.offers = reader.texts("offers", value)?.iter().map(|path| expand(path)).collect();
    Ok(())
}

fn set_lang(config: &mut Config, value: &Spanned<DeValue<'_>>, _: &mut Reader<'_>) -> Result<(), Problem> {
    put(&mut config.lang, read::word(value, LANGS))
}

fn set_mailer(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    (config.mailer, config.mailer_terminal) = reader.program("mailer", value)?;
    Ok(())
}

/// Returns the mail program as a list, or as a table when it is said whether it needs the terminal.
fn mailer_of(config: &Config) -> Value {
    let command = Value::from(config.mailer.clone());
    match config.mailer_terminal {
        None => command,
        Some(terminal) => {
            let rows = [
                ("command".to_owned(), command),
                ("terminal".to_owned(), terminal.into()),
            ];
            Value::Table(rows.into_iter().collect())
        }
    }
}

fn set_profile(config: &mut Config, value: &Spanned<DeValue<'_>>, _: &mut Reader<'_>) -> Result<(), Problem> {
    let path = Some(read::text(value)?).filter(|path| !path.is_empty());
    config.profile = path.map(|path| expand(&path));
    Ok(())
}

fn set_hide(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    let rules = reader.texts("hide", value)?;
    reader.put_list(&mut config.hide, rules);
    Ok(())
}

fn set_views(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    let views = reader.tables("views", value, ["name", "query"])?;
    let views = views.into_iter().map(|[name, query]| View { name, query }).collect();
    reader.put_list(&mut config.views, views);
    Ok(())
}

fn set_stages(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    put(&mut config.stages, reader.stages(value))
}

fn set_keys(config: &mut Config, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Result<(), Problem> {
    put(&mut config.keys, reader.keys(value))
}

fn paths_of(paths: &[PathBuf]) -> Value {
    let paths = paths.iter().map(|path| path.to_string_lossy().into_owned());
    paths.collect::<Vec<_>>().into()
}

/// Returns a table of two texts.
fn pair(one: [&str; 2], other: [&str; 2]) -> Value {
    let row = |[key, value]: [&str; 2]| (key.to_owned(), value.into());
    Value::Table([row(one), row(other)].into_iter().collect())
}

/// Replaces a leading `~` by the home directory, which no shell does for a file.
fn expand(path: &str) -> PathBuf {
    let home = || paths::home().filter(|home| !home.as_os_str().is_empty());
    match path.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| path.into()),
        Some(rest) if rest.starts_with('/') => home().map_or_else(|| path.into(), |home| home.join(&rest[1..])),
        _ => path.into(),
    }
}

/// Returns a text that documents every key, all of them commented out.
#[must_use]
pub fn default_text(lang: Lang) -> String {
    let mut out = String::new();
    let defaults = Config::default();
    comment(&mut out, say::HEAD.get(lang));
    for key in KEYS {
        out.push('\n');
        comment(&mut out, key.about.get(lang));
        if key.in_folder {
            comment(&mut out, say::IN_FOLDER_TOO.get(lang));
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "#{} = {}", key.name, (key.get)(&defaults));
    }
    out
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "# {line}");
    }
}
