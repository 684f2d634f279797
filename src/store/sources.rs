//! Where offers are read from: folders, single files, or the samples inside the program.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::locale::{self, Lang};

/// One place that offers are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A folder, read with all that is in it.
    Folder {
        /// As it was given.
        given: PathBuf,
        /// Without links, absolute.
        root: PathBuf,
    },
    /// A single file.
    File {
        /// As it was given.
        given: PathBuf,
        /// Without links, absolute.
        file: PathBuf,
    },
    /// The sample offers embedded in the program, their dates counted from this day.
    Samples(Date),
}

/// A source that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct SourceError {
    /// As it was given.
    pub path: PathBuf,
    /// What the system answered.
    pub error: io::Error,
}

impl SourceError {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let path = crate::text::clean_path(&self.path);
        locale::files::source_unreadable(lang, path.as_str(), &locale::files::io_reason(lang, self.error.kind()))
    }
}

/// The sources in the order given; [`crate::offer::Summary::source`] is a position in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Finds out what the paths are. A path that is given twice counts once; those that cannot be read are returned.
    #[must_use]
    pub fn new<P: AsRef<Path>>(paths: &[P]) -> (Self, Vec<SourceError>) {
        let mut sources: Vec<Source> = Vec::new();
        let mut errors = Vec::new();
        for path in paths {
            match Source::find(path.as_ref()) {
                Ok(source) if sources.iter().any(|known| known.real() == source.real()) => {}
                Ok(source) => sources.push(source),
                Err(error) => errors.push(SourceError {
                    path: path.as_ref().to_owned(),
                    error,
                }),
            }
        }
        sources.truncate(usize::from(u16::MAX));
        (Self(sources), errors)
    }

    /// The samples alone, their dates counted from `today`.
    #[must_use]
    pub fn samples(today: Date) -> Self {
        Self(vec![Source::Samples(today)])
    }

    /// Returns all of them.
    #[must_use]
    pub fn all(&self) -> &[Source] {
        &self.0
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether only the samples are shown.
    #[must_use]
    pub fn is_samples(&self) -> bool {
        matches!(self.0[..], [Source::Samples(_)])
    }

    /// Returns the folders among them, without links.
    #[must_use]
    pub fn folders(&self) -> Vec<PathBuf> {
        let folder = |source: &Source| match source {
            Source::Folder { root, .. } => Some(root.clone()),
            Source::File { .. } | Source::Samples(_) => None,
        };
        self.0.iter().filter_map(folder).collect()
    }

    /// Returns the name of a source for a person: the path as given, or `samples`. Not cleaned.
    #[must_use]
    pub fn name(&self, source: u16) -> String {
        match self.0.get(usize::from(source)) {
            Some(Source::Folder { given, .. } | Source::File { given, .. }) => given.to_string_lossy().into_owned(),
            Some(Source::Samples(_)) => "samples".to_owned(),
            None => String::new(),
        }
    }

    /// Returns the numbered sources.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (u16, &Source)> {
        (0..=u16::MAX).zip(&self.0)
    }

    pub(super) fn get(&self, source: u16) -> Option<&Source> {
        self.0.get(usize::from(source))
    }
}

impl Source {
    fn find(given: &Path) -> io::Result<Self> {
        let real = fs::canonicalize(given)?;
        let given = given.to_owned();
        // Anything that is no folder is tried as a file; what is no regular file is refused when it is opened.
        Ok(if fs::metadata(&real)?.is_dir() {
            Self::Folder { given, root: real }
        } else {
            Self::File { given, file: real }
        })
    }

    /// Returns the path without links.
    pub(super) fn real(&self) -> Option<&Path> {
        match self {
            Self::Folder { root, .. } => Some(root),
            Self::File { file, .. } => Some(file),
            Self::Samples(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_given_twice_counts_once_and_a_missing_one_is_reported() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.md");
        fs::write(&file, "x").unwrap();
        let missing = dir.path().join("gone");
        let (sources, errors) = Sources::new(&[dir.path(), &file, &dir.path().join("."), &missing]);
        assert!(matches!(sources.all(), [Source::Folder { .. }, Source::File { .. }]));
        assert_eq!(errors.len(), 1);
        assert!(errors[0].to_string().contains("gone"), "{}", errors[0]);
    }
}
