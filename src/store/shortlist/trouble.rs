//! What can be wrong with the shortlist's files, and how it is said: a file that cannot be read, a change that is not
//! saved.

use std::io;
use std::path::{Path, PathBuf};

use crate::locale::{self, Lang};
use crate::tracking::ChangeError;

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub kind: TroubleKind,
    /// The newest copy of it among the backups.
    pub backup: Option<PathBuf>,
}

/// Why a file of the shortlist could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TroubleKind {
    /// It is empty, cut short, or no longer what tremplin writes.
    Damaged {
        /// Line in the file, from 1, when the reader could tell.
        line: Option<usize>,
        /// What is wrong.
        why: Damage,
    },
    /// A newer tremplin wrote it.
    Newer {
        /// Its version.
        version: u64,
    },
    /// Its name cannot be that of an application.
    Misnamed,
    /// The system did not give it.
    Unreadable {
        /// The system's words.
        why: String,
    },
}

/// What is wrong with a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// Nothing in it.
    Empty,
    /// The first line is not `version: …`.
    NoVersion,
    /// The last line is not `end: true`: it was cut short.
    CutShort,
    /// Not UTF-8.
    NotText,
    /// Larger than any application.
    TooLarge,
    /// Marks that git leaves where two changes met.
    GitConflict,
    /// Not YAML, or not the keys of an application.
    Yaml(String),
}

/// Why a change was not saved. The files are as they were.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The system refused: full disk, no right to write, … Worth trying again.
    #[error("{}", .0.say(Lang::En))]
    Io(Failure),
    /// The file cannot be read, so it is not overwritten.
    #[error("{}", .0.say(Lang::En))]
    Trouble(Trouble),
    /// Another tremplin held the lock for too long. Worth trying again.
    #[error("{}", locale::tracking::busy(Lang::En, &.0.display().to_string()))]
    Busy(PathBuf),
    /// The change does not fit what the file holds now.
    #[error("{}", locale::tracking::refused(Lang::En, .0))]
    Refused(ChangeError),
    /// tremplin was started with `--read-only`.
    #[error("{}", locale::tracking::READ_ONLY.get(Lang::En))]
    ReadOnly,
}

/// What the system refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file or folder.
    pub path: PathBuf,
    /// Which kind.
    pub kind: io::ErrorKind,
    /// The system's words.
    pub why: String,
}

impl SaveError {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Io(failure) => failure.say(lang),
            Self::Trouble(trouble) => trouble.say(lang),
            Self::Busy(path) => locale::tracking::busy(lang, &path.display().to_string()),
            Self::Refused(why) => locale::tracking::refused(lang, why),
            Self::ReadOnly => locale::tracking::READ_ONLY.get(lang).to_owned(),
        }
    }

    /// Tells whether the same save may work later: the change is worth keeping in memory until then.
    #[must_use]
    pub const fn is_worth_retrying(&self) -> bool {
        matches!(self, Self::Io(_) | Self::Busy(_))
    }
}

impl Failure {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        locale::tracking::io_failure(lang, &self.path.display().to_string(), self.kind, &self.why)
    }
}

impl Trouble {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let path = self.path.display().to_string();
        match &self.kind {
            TroubleKind::Damaged { line, why } => {
                let why = match why {
                    Damage::Empty => locale::tracking::DAMAGE_EMPTY.get(lang).to_owned(),
                    Damage::NoVersion => locale::tracking::DAMAGE_NO_VERSION.get(lang).to_owned(),
                    Damage::CutShort => locale::tracking::DAMAGE_CUT_SHORT.get(lang).to_owned(),
                    Damage::NotText => locale::tracking::DAMAGE_NOT_TEXT.get(lang).to_owned(),
                    Damage::TooLarge => locale::tracking::DAMAGE_TOO_LARGE.get(lang).to_owned(),
                    Damage::GitConflict => locale::tracking::DAMAGE_GIT_CONFLICT.get(lang).to_owned(),
                    Damage::Yaml(why) => why.clone(),
                };
                let backup = self.backup.as_ref().map(|backup| backup.display().to_string());
                locale::tracking::damaged(lang, &path, *line, &why, backup.as_deref())
            }
            TroubleKind::Newer { version } => locale::tracking::newer(lang, &path, *version),
            TroubleKind::Misnamed => locale::tracking::misnamed(lang, &path),
            TroubleKind::Unreadable { why } => locale::tracking::unreadable(lang, &path, why),
        }
    }
}

/// Says that the system refused something with a file or folder.
pub(super) fn io_error(path: &Path, error: &io::Error) -> SaveError {
    SaveError::Io(Failure {
        path: path.to_owned(),
        kind: error.kind(),
        why: error.to_string(),
    })
}
