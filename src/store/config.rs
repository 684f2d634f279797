//! What the candidate set: `config.toml`, and the `.tremplin.toml` of a folder of offers.
//!
//! A mistake is told with its file, line and remedy, and costs no more than the key it is in: tremplin always starts.
//! [`layers`] puts over each other what the defaults, the files, the environment and the command line say.

mod edit;
pub mod follow;
mod keys;
pub mod layers;
mod read;
pub mod themes;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::PathBuf;

pub use edit::{add_hide_rule, add_view, remove_hide_rule, remove_view, rename_view, set_theme};
pub use keys::default_text;
pub use layers::{InForce, Layers, Origin, Override};

use super::paths::Paths;
use crate::locale::{Lang, Phrase, config as say, files};
use crate::search::Sort;
use crate::tracking::agenda::FollowUpRules;
use crate::tracking::stage::OwnStage;

/// The name of the configuration of a folder of offers.
pub const FOLDER_FILE: &str = ".tremplin.toml";

/// Everything that can be set. [`Config::default`] is what a file that says nothing gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Folders and files of offers; none: the samples.
    pub offers: Vec<PathBuf>,
    /// The language, when it is not left to the environment.
    pub lang: Option<Lang>,
    /// The name of the theme.
    pub theme: String,
    /// When to colour.
    pub color: Color,
    /// What the terminal's background is.
    pub background: Background,
    /// Which signs may be drawn.
    pub symbols: Symbols,
    /// Where the offer stands beside the list.
    pub preview: Preview,
    /// Which keyboard is typed on.
    pub keyboard: Keyboard,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// How to copy.
    pub clipboard: Clipboard,
    /// Whether links can be clicked.
    pub hyperlinks: Hyperlinks,
    /// The editor with its arguments; empty: the environment's.
    pub editor: Vec<String>,
    /// The mail program with its arguments; empty: the system's.
    pub mailer: Vec<String>,
    /// Whether the mail program needs the terminal; `None`: known by its name.
    pub mailer_terminal: Option<bool>,
    /// The profile; `None`: the usual file.
    pub profile: Option<PathBuf>,
    /// Days without an answer before a follow-up is due.
    pub follow_up_days: u16,
    /// Follow-ups at most, before "no answer" is suggested.
    pub follow_ups: u16,
    /// The order at the first start.
    pub sort: Sort,
    /// Whether the cache is used.
    pub cache: bool,
    /// Whether changes of files show while tremplin runs.
    pub watch: bool,
    /// Queries whose offers are never shown.
    pub hide: Vec<String>,
    /// Saved queries, in the order of their tabs.
    pub views: Vec<View>,
    /// Stages of the candidate's own.
    pub stages: Vec<OwnStage>,
    /// Keys by the name of their action. Checked by the interface, which knows the actions.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// A saved query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What its tab says.
    pub name: String,
    /// What is typed to get it.
    pub query: String,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// On a terminal that can, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the terminal's background is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Background {
    /// The terminal is asked.
    #[default]
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// Which signs may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Symbols {
    /// Unicode where the locale says UTF-8.
    #[default]
    Auto,
    /// Always Unicode.
    Unicode,
    /// Only ASCII.
    Ascii,
}

/// Where the offer stands beside the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preview {
    /// On its right.
    #[default]
    Right,
    /// Below it.
    Below,
}

/// Which keyboard is typed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keyboard {
    /// QWERTY, AZERTY and the like.
    #[default]
    Usual,
    /// Bépo.
    Bepo,
}

/// How to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// The first road that works here.
    #[default]
    Auto,
    /// Through the terminal.
    Osc52,
    /// With a program such as wl-copy.
    Tools,
    /// Not at all: the text is shown.
    None,
}

/// Whether links can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hyperlinks {
    /// Where the terminal is known to understand them.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl Hyperlinks {
    /// Tells whether links are written so that they can be clicked (OSC 8): as chosen, else in terminals known to
    /// understand it.
    #[must_use]
    pub fn are_written(self, variable: &dyn Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::On => true,
            Self::Off => false,
            Self::Auto => {
                let program = variable("TERM_PROGRAM").unwrap_or_default();
                let term = variable("TERM").unwrap_or_default();
                let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"];
                let terms = ["kitty", "foot", "ghostty", "alacritty", "wezterm", "contour"];
                let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
                programs.contains(&program.as_str())
                    || terms.iter().any(|name| term.contains(name))
                    || vte.is_some_and(|version| version >= 5000)
                    || variable("WT_SESSION").is_some()
            }
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            offers: Vec::new(),
            lang: None,
            theme: "tremplin".to_owned(),
            color: Color::Auto,
            background: Background::Auto,
            symbols: Symbols::Auto,
            preview: Preview::Right,
            keyboard: Keyboard::Usual,
            mouse: true,
            clipboard: Clipboard::Auto,
            hyperlinks: Hyperlinks::Auto,
            editor: Vec::new(),
            mailer: Vec::new(),
            mailer_terminal: None,
            profile: None,
            follow_up_days: FollowUpRules::default().days,
            follow_ups: FollowUpRules::default().most,
            sort: Sort::Relevance,
            cache: true,
            watch: true,
            hide: Vec::new(),
            views: Vec::new(),
            stages: Vec::new(),
            keys: BTreeMap::new(),
        }
    }
}

/// Something wrong in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigMistake {
    /// Where.
    pub at: Origin,
    /// What is wrong.
    pub what: MistakeKind,
}

/// What is wrong in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeKind {
    /// The system refuses to give it.
    Unreadable(ErrorKind),
    /// Too large, or no text.
    NotAConfig,
    /// No TOML, in the parser's words.
    Syntax(String),
    /// A key that does not exist.
    UnknownKey {
        /// The key.
        key: String,
        /// The one that was probably meant.
        suggestion: Option<String>,
    },
    /// A value of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it must be.
        expected: Phrase,
    },
    /// A word that is none of those allowed.
    WrongWord {
        /// The key.
        key: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
        /// The one that was probably meant.
        suggestion: Option<String>,
    },
    /// A key that the file of a folder of offers may not set.
    NotInFolder {
        /// The key.
        key: String,
    },
}

impl ConfigMistake {
    /// Says where, what, and what to do. Clean: it may be printed.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let what = match &self.what {
            MistakeKind::Unreadable(kind) => say::unreadable(lang, &files::io_reason(lang, *kind)),
            MistakeKind::NotAConfig => say::NOT_A_CONFIG.get(lang).to_owned(),
            MistakeKind::Syntax(why) => say::syntax(lang, why),
            MistakeKind::UnknownKey { key, suggestion } => say::unknown_key(lang, key, suggestion.as_deref()),
            MistakeKind::WrongType { key, expected } => say::wrong_value(lang, key, expected.get(lang)),
            MistakeKind::WrongWord {
                key,
                allowed,
                suggestion,
            } => say::wrong_value(lang, key, &say::one_of(lang, allowed, suggestion.as_deref())),
            MistakeKind::NotInFolder { key } => say::not_in_folder(lang, key),
        };
        let sentence = say::mistake(lang, &self.at.say(lang), &what);
        crate::text::clean_visibly(&sentence).into_string()
    }
}

impl Config {
    /// Returns when to ask for news.
    #[must_use]
    pub const fn follow_up_rules(&self) -> FollowUpRules {
        FollowUpRules {
            days: self.follow_up_days,
            most: self.follow_ups,
        }
    }

    /// Reads the candidate's file alone. A file that is not there says nothing and is no mistake.
    #[must_use]
    pub fn load(paths: &Paths) -> (Self, Vec<ConfigMistake>) {
        let mut read = InForce::default();
        read.put_file(&paths.config_file(), Whose::Candidate);
        (read.config, read.mistakes)
    }

    /// Returns every key with its value, in the order of the documented defaults.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, toml::Value)> {
        keys::KEYS.iter().map(|key| (key.name, (key.get)(self))).collect()
    }
}

/// Who wrote a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The person at the keyboard.
    Candidate,
    /// Perhaps somebody else: nothing in it may start a program or name a file.
    Folder,
    /// The person at the keyboard, for this once.
    Now,
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn read(text: &str) -> (Config, Vec<ConfigMistake>) {
        let mut read = InForce::default();
        read.put(text, &Origin::file(Path::new("config.toml")), Whose::Candidate);
        (read.config, read.mistakes)
    }

    fn said(text: &str) -> Vec<String> {
        read(text).1.iter().map(|mistake| mistake.say(Lang::En)).collect()
    }

    #[test]
    fn the_documented_defaults_are_the_defaults() {
        for lang in [Lang::Fr, Lang::En] {
            let text = default_text(lang);
            assert_eq!(read(&text), (Config::default(), vec![]), "as printed");
            let set: String = text
                .lines()
                .map(|l| l.strip_prefix("#").filter(|l| !l.starts_with(' ')).unwrap_or(l))
                .collect::<Vec<_>>()
                .join("\n");
            assert!(set.contains("\nmouse = true"), "{set}");
            assert_eq!(read(&set), (Config::default(), vec![]), "{set}");
        }
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let (config, mistakes) = read(
            r#"
            offers = ["/a", "b"]
            lang = "fr"
            color = "never"
            mouse = false
            clipboard = "osc52"
            editor = "code --wait"
            mailer = ["neomutt", "-H", "{eml}"]
            follow_up_days = 14
            follow_ups = 3
            sort = "deadline"
            hide = ["org:x"]
            views = [{ name = "Paris", query = "lieu:paris" }]
            [[stages]]
            name = "test"
            step = "sent"
            [keys]
            keep = "k"
            quit = ["q", "ctrl-q"]
            "#,
        );
        assert_eq!(mistakes, vec![]);
        assert_eq!(config.offers, [PathBuf::from("/a"), PathBuf::from("b")]);
        assert_eq!(
            (config.lang, config.color, config.mouse),
            (Some(Lang::Fr), Color::Never, false)
        );
        assert_eq!(config.editor, ["code", "--wait"]);
        assert_eq!(config.mailer, ["neomutt", "-H", "{eml}"]);
        let (config_of_table, mistakes) = read("mailer = { command = [\"mymail\"], terminal = true }");
        assert_eq!((config_of_table.mailer_terminal, mistakes), (Some(true), vec![]));
        assert_eq!(config_of_table.mailer, ["mymail"]);
        assert_eq!((config.follow_up_days, config.sort), (14, Sort::Deadline));
        assert_eq!(config.follow_up_rules(), FollowUpRules { days: 14, most: 3 });
        assert_eq!(
            config.views,
            [View {
                name: "Paris".into(),
                query: "lieu:paris".into()
            }]
        );
        assert_eq!(config.stages[0].name, "test");
        assert_eq!(config.keys["quit"], ["q", "ctrl-q"]);
        assert_eq!(config.keys["keep"], ["k"]);
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line_and_the_one_meant() {
        assert_eq!(
            said("\nmuose = true\n"),
            ["config.toml, line 2: unknown key `muose`: did you mean `mouse`?"]
        );
        assert!(said("colour = \"never\"")[0].contains("did you mean `color`?"));
        assert!(said("zzz = 1")[0].contains("config"));
        let of_mailer = said("mailer = { comand = \"x\" }");
        assert!(of_mailer[0].contains("did you mean `command`?"), "{of_mailer:?}");
        let in_a_view = said("[[views]]\nname = \"a\"\nqery = \"b\"");
        assert!(
            in_a_view[1].contains("line 3: unknown key `views.qery`: did you mean `query`?"),
            "{in_a_view:?}"
        );
    }

    #[test]
    fn one_bad_value_costs_one_key() {
        let (config, mistakes) = read("mouse = \"yes\"\nfollow_up_days = -1\ncolor = \"nevr\"\nsort = \"title\"");
        assert_eq!(mistakes.len(), 3, "{mistakes:?}");
        assert_eq!(
            config,
            Config {
                sort: Sort::Title,
                ..Config::default()
            }
        );
        assert!(
            mistakes[2].say(Lang::Fr).contains("\"never\""),
            "{}",
            mistakes[2].say(Lang::Fr)
        );
    }

    #[test]
    fn a_file_that_is_no_toml_is_told_with_its_line_and_the_defaults_are_used() {
        let (config, mistakes) = read("mouse = false\nlang = fr\n");
        assert_eq!(config, Config::default());
        assert_eq!((mistakes.len(), mistakes[0].at.line()), (1, Some(2)), "{mistakes:?}");
    }

    #[test]
    fn the_file_of_a_folder_cannot_start_programs() {
        let text = "editor = [\"sh\"]\nmailer = [\"sh\"]\nprofile = \"/etc/passwd\"\nfollow_up_days = 3\nkeys = { quit = \"j\" }";
        let mut read = InForce::default();
        read.put(text, &Origin::file(Path::new("o/.tremplin.toml")), Whose::Folder);
        let mistakes = read.mistakes;
        assert_eq!(
            read.config,
            Config {
                follow_up_days: 3,
                ..Config::default()
            }
        );
        assert_eq!(mistakes.len(), 4, "{mistakes:?}");
    }

    #[test]
    fn mistakes_are_clean() {
        let said = said("\"a\\u001b[31m\" = 1");
        assert!(!said[0].contains('\u{1b}'), "{said:?}");
    }

    #[test]
    fn a_missing_file_is_no_mistake_and_one_that_is_no_text_is() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        assert_eq!(Config::load(&paths), (Config::default(), vec![]));
        std::fs::create_dir_all(paths.config_dir()).unwrap();
        std::fs::write(paths.config_file(), b"\xff\xfe").unwrap();
        assert_eq!(Config::load(&paths).1[0].what, MistakeKind::NotAConfig);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_may_be_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        std::fs::create_dir_all(paths.config_dir()).unwrap();
        std::fs::write(dir.path().join("real.toml"), "mouse = false").unwrap();
        std::os::unix::fs::symlink(dir.path().join("real.toml"), paths.config_file()).unwrap();
        assert!(!Config::load(&paths).0.mouse);
    }
}
