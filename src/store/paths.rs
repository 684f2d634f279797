//! Where tremplin keeps its files: the only place that knows the system's conventions.
//!
//! The variables `TREMPLIN_CONFIG_DIR`, `TREMPLIN_STATE_DIR` and `TREMPLIN_CACHE_DIR` win over the conventions.

use std::ffi::OsString;
use std::path::PathBuf;

use directories::ProjectDirs;

use crate::locale::{self, Lang};

/// Overrides the folder of the configuration and of the shortlist.
const CONFIG_DIR: &str = "TREMPLIN_CONFIG_DIR";
/// Overrides the folder of what is remembered between two visits, and of the backups.
const STATE_DIR: &str = "TREMPLIN_STATE_DIR";
/// Overrides the folder of the cache.
const CACHE_DIR: &str = "TREMPLIN_CACHE_DIR";

/// The folders that tremplin writes to. None of them needs to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    config: PathBuf,
    state: PathBuf,
    cache: PathBuf,
}

/// Why the folders could not be found: there is no home directory, and the variable does not replace it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct PathsError {
    /// The variable that would have helped.
    pub variable: &'static str,
}

impl PathsError {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        locale::files::no_home(lang, self.variable)
    }
}

/// Returns the home directory.
#[must_use]
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

impl Paths {
    /// Finds the folders from the environment and the system's conventions.
    ///
    /// # Errors
    ///
    /// When there is no home directory and the variables do not replace it.
    pub fn find() -> Result<Self, PathsError> {
        Self::from_environment(
            |name| std::env::var_os(name),
            ProjectDirs::from("", "", "tremplin").as_ref(),
        )
    }

    /// Uses `folder`/config, /state and /cache: for tests and demonstrations.
    #[must_use]
    pub fn under(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self {
            config: folder.join("config"),
            state: folder.join("state"),
            cache: folder.join("cache"),
        }
    }

    fn from_environment(
        variable: impl Fn(&str) -> Option<OsString>,
        system: Option<&ProjectDirs>,
    ) -> Result<Self, PathsError> {
        let folder = |name: &'static str, usual: fn(&ProjectDirs) -> PathBuf| {
            let given = variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
            given.or_else(|| system.map(usual)).ok_or(PathsError { variable: name })
        };
        Ok(Self {
            config: folder(CONFIG_DIR, |dirs| dirs.config_dir().to_owned())?,
            // Only Linux has a folder for state; elsewhere it lives with the data of this machine.
            state: folder(STATE_DIR, |dirs| {
                dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned()
            })?,
            cache: folder(CACHE_DIR, |dirs| dirs.cache_dir().to_owned())?,
        })
    }

    /// Returns the folder of the configuration and the shortlist.
    #[must_use]
    pub fn config_dir(&self) -> PathBuf {
        self.config.clone()
    }

    /// Returns `config.toml`.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// Returns the file of a theme of the person's own; `None` when that cannot be a name.
    #[must_use]
    pub fn theme_file(&self, name: &str) -> Option<PathBuf> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let fits = !name.is_empty() && name.chars().all(plain);
        fits.then(|| self.themes_dir().join(format!("{name}.toml")))
    }

    /// Returns the folder of the themes of the person's own.
    #[must_use]
    pub fn themes_dir(&self) -> PathBuf {
        self.config.join("themes")
    }

    /// Returns `profile.toml`: who applies.
    #[must_use]
    pub fn profile_file(&self) -> PathBuf {
        self.config.join("profile.toml")
    }

    /// Returns the folder of the candidate's own letters.
    #[must_use]
    pub fn letters_dir(&self) -> PathBuf {
        self.config.join("letters")
    }

    /// Returns the folder of the shortlist's files.
    #[must_use]
    pub fn shortlist_dir(&self) -> PathBuf {
        self.config.join("shortlist")
    }

    /// Returns the folder of what is remembered between two visits.
    #[must_use]
    pub fn state_dir(&self) -> PathBuf {
        self.state.clone()
    }

    /// Returns the folder of the drafts handed to the mail program.
    #[must_use]
    pub fn drafts_dir(&self) -> PathBuf {
        self.state.join("drafts")
    }

    /// Returns the folder of the copies of what was replaced.
    #[must_use]
    pub fn backups_dir(&self) -> PathBuf {
        self.state.join("backups")
    }

    /// Returns the folder of the cache, which may be deleted at any time.
    #[must_use]
    pub fn cache_dir(&self) -> PathBuf {
        self.cache.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_home_the_error_names_the_variable_that_helps() {
        let error = Paths::from_environment(|_| None, None).unwrap_err();
        assert!(error.to_string().contains(CONFIG_DIR), "{error}");
        let one_given = |name: &str| (name == CONFIG_DIR).then(|| OsString::from("/c"));
        let error = Paths::from_environment(one_given, None).unwrap_err();
        assert!(error.say(Lang::Fr).contains(STATE_DIR), "{error}");
    }

    #[test]
    fn the_variables_replace_a_missing_home() {
        let paths = Paths::from_environment(|name| Some(OsString::from(format!("/{name}"))), None).unwrap();
        assert_eq!(paths.shortlist_dir(), PathBuf::from("/TREMPLIN_CONFIG_DIR/shortlist"));
        assert_eq!(paths.backups_dir(), PathBuf::from("/TREMPLIN_STATE_DIR/backups"));
        assert_eq!(paths.cache_dir(), PathBuf::from("/TREMPLIN_CACHE_DIR"));
    }

    #[test]
    fn an_empty_variable_counts_as_none() {
        assert!(Paths::from_environment(|_| Some(OsString::new()), None).is_err());
    }
}
