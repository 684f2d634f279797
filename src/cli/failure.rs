//! What can go wrong on the command line, with its exit code and the sentence that names the remedy.

use std::io;

use crate::locale::Lang;
use crate::locale::cli as say;
use crate::locale::files::io_reason;

/// Why a command did not do what it was asked.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// The command line itself is wrong. Holds the sentence and the command whose help to read.
    Usage {
        /// The sentence, already in the right language because it comes from the parser.
        sentence: String,
        /// The command, empty for the program itself.
        command: String,
    },
    /// `TREMPLIN_TODAY` is no date.
    BadToday(String),
    /// An argument is neither a path nor a command; the command that may have been meant.
    NoSuchPath {
        /// What was written.
        path: String,
        /// The command that may have been meant.
        command: Option<String>,
    },
    /// A path that cannot be read, and why.
    Unreadable {
        /// The path.
        path: String,
        /// The system's words.
        why: String,
    },
    /// No offer has this id.
    NoSuchOffer(String),
    /// Several offers begin with this.
    SeveralOffers {
        /// What was written.
        id: String,
        /// The ids that begin with it.
        ids: Vec<String>,
    },
    /// The search found nothing.
    NothingFound,
    /// The interface needs a terminal and there is none.
    NoTerminal,
    /// A sentence that another part of the program has already put in words.
    Told(String),
    /// Nothing more to say: the exit code alone tells (`check --strict`).
    Silent,
    /// The output could not be written.
    Output(io::Error),
}

/// How a command ended, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitCode {
    /// It was done, or the reader of a pipe had enough.
    Done = 0,
    /// Nothing was found, or it failed.
    Failed = 1,
    /// The command line is wrong, or there is no terminal.
    Usage = 2,
}

impl Failure {
    /// Returns the exit code.
    #[must_use]
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Usage { .. } | Self::BadToday(_) | Self::NoSuchPath { .. } | Self::NoTerminal => ExitCode::Usage,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::Done,
            Self::Unreadable { .. }
            | Self::NoSuchOffer(_)
            | Self::SeveralOffers { .. }
            | Self::NothingFound
            | Self::Told(_)
            | Self::Silent
            | Self::Output(_) => ExitCode::Failed,
        }
    }

    /// Returns the sentence for standard error; `None` when there is nothing to say.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Usage { sentence, command } => format!("{sentence}\n{}", say::see_help(lang, command)),
            Self::BadToday(value) => say::bad_today(lang, value),
            Self::NoSuchPath { path, command } => {
                format!(
                    "{}\n{}",
                    say::no_such_path(lang, path, command.as_deref()),
                    say::see_help(lang, "")
                )
            }
            Self::Unreadable { path, why } => say::unreadable(lang, path, why),
            Self::NoSuchOffer(id) => say::no_such_offer(lang, id),
            Self::SeveralOffers { id, ids } => say::several_offers(lang, id, ids),
            Self::NothingFound => say::NOTHING_FOUND.get(lang).to_owned(),
            Self::NoTerminal => say::NO_TERMINAL.get(lang).to_owned(),
            Self::Told(sentence) => sentence.clone(),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Self::Output(error) => {
                say::unreadable(lang, say::STANDARD_OUTPUT.get(lang), &io_reason(lang, error.kind()))
            }
            Self::Silent => return None,
        })
    }
}

impl From<io::Error> for Failure {
    /// Every write of a command goes to standard output, so that a plain `?` means it.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<ExitCode> for std::process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code as u8)
    }
}
