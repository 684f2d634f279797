//! The configuration in force: what the defaults, the files, the environment and the command line say, put over each
//! other in this order, and where each value comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Value;

use super::keys::{KEYS, Key};
use super::{Config, ConfigMistake, FOLDER_FILE, MistakeKind, Whose, read};
use crate::locale::{Lang, config as say};
use crate::store::file;
use crate::store::paths::Paths;
use crate::store::scan::LeftOutReason;
use crate::store::write;

/// Where a value was set, or where a mistake stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nowhere: it is the default.
    Default,
    /// In a file.
    File {
        /// Which.
        file: PathBuf,
        /// The line, from 1, when it is in one.
        line: Option<usize>,
    },
    /// In a variable of the environment.
    Variable(String),
    /// By an option of the command line.
    Flag(&'static str),
}

impl Origin {
    /// A file as a whole.
    #[must_use]
    pub fn file(file: &Path) -> Self {
        Self::File {
            file: file.to_owned(),
            line: None,
        }
    }

    /// Returns the line, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::File { line, .. } => *line,
            Self::Default | Self::Variable(_) | Self::Flag(_) => None,
        }
    }

    /// The same on a line; what is no file has none.
    pub(super) fn on_line(&self, number: usize) -> Self {
        match self {
            Self::File { file, .. } => Self::File {
                file: file.clone(),
                line: Some(number),
            },
            other => other.clone(),
        }
    }

    /// Names it. Not cleaned: a path may hold anything.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Default => say::BY_DEFAULT.get(lang).to_owned(),
            Self::File { file, line } => say::in_file(lang, &file.to_string_lossy(), *line),
            Self::Variable(name) => name.clone(),
            Self::Flag(name) => (*name).to_owned(),
        }
    }
}

/// A value that is given for this once.
#[derive(Debug, Clone, PartialEq)]
pub struct Override {
    /// The key.
    pub key: &'static str,
    /// Its value.
    pub value: Value,
    /// How it was given.
    pub origin: Origin,
}

/// Everything that may set something. Reading it twice reads the files twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Layers {
    /// Where the candidate's file lies.
    pub paths: Paths,
    /// The folders of offers whose own file counts.
    pub folders: Vec<PathBuf>,
    /// What the environment and the command line say, what wins last.
    pub given: Vec<Override>,
}

impl Layers {
    /// Reads the files and puts the layers over each other.
    #[must_use]
    pub fn read(&self) -> InForce {
        let mut force = InForce::default();
        force.put_file(&self.paths.config_file(), Whose::Candidate);
        for folder in &self.folders {
            force.put_file(&folder.join(FOLDER_FILE), Whose::Folder);
        }
        for given in &self.given {
            let text = format!("{} = {}", given.key, given.value);
            force.put(&text, &given.origin, Whose::Now);
        }
        force
    }

    /// Returns every file that is read, whether it is there or not.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let folders = self.folders.iter().map(|folder| folder.join(FOLDER_FILE));
        std::iter::once(self.paths.config_file()).chain(folders).collect()
    }
}

/// What the variables say: `TREMPLIN_THEME` sets `theme`, and so on.
#[must_use]
pub fn of_environment(variable: &dyn Fn(&str) -> Option<String>) -> Vec<Override> {
    let of_key = |key: &Key| {
        let name = format!("TREMPLIN_{}", key.name.to_uppercase());
        let text = variable(&name)?;
        Some(Override {
            key: key.name,
            // `false` and `12` are what they say; what is no TOML is a text that lacks its quotes.
            value: scalar(&text).unwrap_or(Value::String(text)),
            origin: Origin::Variable(name),
        })
    };
    KEYS.iter()
        .filter(|key| key.in_environment)
        .filter_map(of_key)
        .collect()
}

/// Reads a truth, a number or a list of TOML.
fn scalar(text: &str) -> Option<Value> {
    let table: toml::Table = format!("value = {text}").parse().ok()?;
    if table.len() == 1 {
        table.get("value").cloned()
    } else {
        None
    }
}

/// A configuration, what is wrong with it, and where each of its values comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InForce {
    /// The values.
    pub config: Config,
    /// What is wrong, in the order of the layers.
    pub mistakes: Vec<ConfigMistake>,
    origins: BTreeMap<String, Vec<Origin>>,
}

impl InForce {
    /// Returns where the value of a key comes from (of an action: `keys.keep`); several places when a folder of offers
    /// added to a list.
    #[must_use]
    pub fn origins(&self, key: &str) -> &[Origin] {
        self.origins.get(key).map_or(&[Origin::Default], Vec::as_slice)
    }

    /// Puts over it what a text says.
    pub(super) fn put(&mut self, text: &str, at: &Origin, whose: Whose) {
        read::apply(self, text, at, whose);
    }

    /// Puts over it what a file says, if there is one.
    pub(super) fn put_file(&mut self, file: &Path, whose: Whose) {
        // Dotfile managers keep the real file behind links; the file of somebody else's folder must lie in it.
        let real = match whose {
            Whose::Candidate | Whose::Now => write::resolve(file).unwrap_or_else(|_| file.to_owned()),
            Whose::Folder => file.to_owned(),
        };
        let at = Origin::file(file);
        let what = match file::read(&real) {
            Ok((bytes, _)) => match String::from_utf8(bytes) {
                Ok(text) => return self.put(text.trim_start_matches('\u{feff}'), &at, whose),
                Err(_) => MistakeKind::NotAConfig,
            },
            Err(LeftOutReason::Vanished) => return,
            Err(LeftOutReason::Unreadable(kind)) => MistakeKind::Unreadable(kind),
            Err(_) => MistakeKind::NotAConfig,
        };
        self.mistakes.push(ConfigMistake { at, what });
    }

    /// Notes where a key was set.
    pub(super) fn set_from(&mut self, key: &Key, origin: Origin, whose: Whose) {
        let added = whose == Whose::Folder && (key.get)(&self.config).is_array();
        let origins = self.origins.entry(key.name.to_owned()).or_default();
        if !added {
            origins.clear();
        }
        origins.push(origin);
    }

    /// Notes where a part of a key was set.
    pub(super) fn set_part_from(&mut self, part: String, origin: Origin) {
        self.origins.insert(part, vec![origin]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(files: &[(&str, &str)], given: Vec<Override>) -> (tempfile::TempDir, InForce) {
        let dir = tempfile::tempdir().unwrap();
        let layers = Layers {
            paths: Paths::under(dir.path()),
            folders: vec![dir.path().join("offers")],
            given,
        };
        for (name, text) in files {
            let file = dir.path().join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let force = layers.read();
        (dir, force)
    }

    fn variables(values: &[(&str, &str)]) -> Vec<Override> {
        of_environment(&|name| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_command_line_wins_over_the_environment_the_folder_the_candidate_and_the_defaults() {
        let own = "follow_up_days = 1\nmouse = true\nsort = \"date\"\ntheme = \"contrast\"\n";
        let folder = "follow_up_days = 2\nhide = [\"x\"]\nsort = \"title\"\n";
        let mut given = variables(&[("TREMPLIN_FOLLOW_UP_DAYS", "3"), ("TREMPLIN_MOUSE", "false")]);
        given.push(Override {
            key: "follow_up_days",
            value: 4.into(),
            origin: Origin::Flag("--days"),
        });
        let (_dir, force) = layers(&[("config/config.toml", own), ("offers/.tremplin.toml", folder)], given);
        assert_eq!(force.mistakes, []);
        assert_eq!((force.config.follow_up_days, force.config.mouse), (4, false));
        assert_eq!(force.config.sort, crate::search::Sort::Title);
        assert_eq!(force.config.theme, "contrast");
        assert_eq!(force.origins("follow_up_days"), [Origin::Flag("--days")]);
        let variable = Origin::Variable("TREMPLIN_MOUSE".into());
        assert_eq!(force.origins("mouse"), [variable]);
        assert_eq!(force.origins("sort")[0].line(), Some(3));
        assert!(
            force.origins("sort")[0]
                .say(Lang::En)
                .contains("offers/.tremplin.toml, line 3")
        );
        assert!(force.origins("theme")[0].say(Lang::Fr).contains("config.toml, ligne 4"));
        assert_eq!(force.origins("watch"), [Origin::Default]);
    }

    #[test]
    fn what_a_folder_lists_comes_beside_what_the_candidate_lists() {
        let (_dir, force) = layers(
            &[
                (
                    "config/config.toml",
                    "hide = [\"org:a\"]\nviews = [{ name = \"A\", query = \"a\" }]",
                ),
                ("offers/.tremplin.toml", "hide = [\"org:a\", \"org:b\"]"),
            ],
            Vec::new(),
        );
        assert_eq!(force.config.hide, ["org:a", "org:b"]);
        assert_eq!(force.config.views.len(), 1);
        assert_eq!(force.origins("hide").len(), 2);
    }

    #[test]
    fn a_variable_may_be_a_truth_a_number_or_a_bare_word_and_a_wrong_one_is_named() {
        let given = variables(&[
            ("TREMPLIN_MOUSE", "false"),
            ("TREMPLIN_THEME", "contrast"),
            ("TREMPLIN_SORT", "tittle"),
        ]);
        let (_dir, force) = layers(&[], given);
        assert!(!force.config.mouse);
        assert_eq!(force.config.theme, "contrast");
        let said = force.mistakes[0].say(Lang::En);
        assert!(said.starts_with("TREMPLIN_SORT: `sort` must be one of"), "{said}");
    }

    #[test]
    fn a_table_of_a_variable_cannot_smuggle_in_other_keys() {
        let given = variables(&[("TREMPLIN_THEME", "\"a\"\nmailer = \"sh\"")]);
        let (_dir, force) = layers(&[], given);
        assert_eq!(force.config.mailer, Vec::<String>::new());
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same() {
        let own = "mouse = false\neditor = \"code --wait\"\nprofile = \"/p \\\"q\\\".toml\"\nlang = \"fr\"\n\
                   [keys]\nkeep = \"*\"\n[[views]]\nname = \"A\"\nquery = \"a\"\n[[stages]]\nname = \"test\"\nstep = \"sent\"\n";
        let (_dir, force) = layers(&[("config/config.toml", own)], Vec::new());
        let values = force.config.values();
        let lines: Vec<String> = values.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let text = lines.join("\n");
        let (_other, again) = layers(&[("config/config.toml", &text)], Vec::new());
        assert_eq!(again.mistakes, [], "{text}");
        assert_eq!(again.config, force.config, "{text}");
    }
}
