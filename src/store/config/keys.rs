//! The keys of the configuration: one table for reading, for the documented default text and for suggestions.

use std::fmt::Write as _;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::DeValue;

use super::read::{self, Problem, Reader};
use super::{Background, Clipboard, Color, Config, Hyperlinks, Symbols, View};
use crate::locale::{Lang, Phrase, config as say};
use crate::search::Sort;
use crate::store::paths;

/// One key.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// Its default, in TOML.
    pub default: &'static str,
    /// What it does.
    pub about: Phrase,
    /// Whether the file of a folder of offers may set it.
    pub in_folder: bool,
    /// Puts a value into the configuration.
    pub set: Set,
}

/// Puts a value into the configuration.
pub type Set = fn(&mut Config, &Spanned<DeValue<'_>>, &mut Reader<'_>) -> Result<(), Problem>;

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
    mine("offers", "[]", say::OFFERS, |config, value, reader| {
        config.offers = reader.texts("offers", value)?.iter().map(|path| expand(path)).collect();
        Ok(())
    }),
    shared("lang", "\"auto\"", say::LANG, |config, value, _| {
        config.lang = read::word(value, LANGS)?;
        Ok(())
    }),
    shared("theme", "\"tremplin\"", say::THEME, |config, value, _| {
        config.theme = read::text(value)?;
        Ok(())
    }),
    mine("color", "\"auto\"", say::COLOR, |config, value, _| {
        config.color = read::word(value, COLORS)?;
        Ok(())
    }),
    mine("background", "\"auto\"", say::BACKGROUND, |config, value, _| {
        config.background = read::word(value, BACKGROUNDS)?;
        Ok(())
    }),
    mine("symbols", "\"auto\"", say::SYMBOLS, |config, value, _| {
        config.symbols = read::word(value, SYMBOLS)?;
        Ok(())
    }),
    mine("mouse", "true", say::MOUSE, |config, value, _| {
        config.mouse = read::truth(value)?;
        Ok(())
    }),
    mine("clipboard", "\"auto\"", say::CLIPBOARD, |config, value, _| {
        config.clipboard = read::word(value, CLIPBOARDS)?;
        Ok(())
    }),
    mine("hyperlinks", "\"auto\"", say::HYPERLINKS, |config, value, _| {
        config.hyperlinks = read::word(value, HYPERLINKS)?;
        Ok(())
    }),
    mine("editor", "[]", say::EDITOR, |config, value, reader| {
        config.editor = reader.command("editor", value)?;
        Ok(())
    }),
    mine("mailer", "[]", say::MAILER, |config, value, reader| {
        config.mailer = reader.command("mailer", value)?;
        Ok(())
    }),
    mine("profile", "\"\"", say::PROFILE, |config, value, _| {
        config.profile = Some(read::text(value)?)
            .filter(|path| !path.is_empty())
            .map(|path| expand(&path));
        Ok(())
    }),
    shared("follow_up_days", "10", say::FOLLOW_UP_DAYS, |config, value, _| {
        config.follow_up_days = read::days(value)?;
        Ok(())
    }),
    shared("closing_soon_days", "7", say::CLOSING_SOON_DAYS, |config, value, _| {
        config.closing_soon_days = read::days(value)?;
        Ok(())
    }),
    shared("sort", "\"relevance\"", say::SORT, |config, value, _| {
        config.sort = read::word(value, SORTS)?;
        Ok(())
    }),
    mine("cache", "true", say::CACHE, |config, value, _| {
        config.cache = read::truth(value)?;
        Ok(())
    }),
    mine("watch", "true", say::WATCH, |config, value, _| {
        config.watch = read::truth(value)?;
        Ok(())
    }),
    shared("hide", "[]", say::HIDE, |config, value, reader| {
        config.hide = reader.texts("hide", value)?;
        Ok(())
    }),
    shared("views", "[]", say::VIEWS, |config, value, reader| {
        let views = reader.tables("views", value, ["name", "query"])?;
        config.views = views.into_iter().map(|[name, query]| View { name, query }).collect();
        Ok(())
    }),
    shared("stages", "[]", say::STAGES, |config, value, reader| {
        config.stages = reader.stages(value)?;
        Ok(())
    }),
    mine("keys", "{}", say::KEYS, |config, value, reader| {
        config.keys = reader.keys(value)?;
        Ok(())
    }),
];

/// A key that only the candidate may set.
const fn mine(name: &'static str, default: &'static str, about: Phrase, set: Set) -> Key {
    Key {
        name,
        default,
        about,
        in_folder: false,
        set,
    }
}

/// A key that the file of a folder of offers may set too.
const fn shared(name: &'static str, default: &'static str, about: Phrase, set: Set) -> Key {
    Key {
        name,
        default,
        about,
        in_folder: true,
        set,
    }
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
    comment(&mut out, say::HEAD.get(lang));
    for key in KEYS {
        out.push('\n');
        comment(&mut out, key.about.get(lang));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "#{} = {}", key.name, key.default);
    }
    out
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "# {line}");
    }
}
