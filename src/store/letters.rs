//! What a draft needs from the disk: the profile, the candidate's own letters, the files to attach.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::config::Config;
use super::paths::Paths;
use super::write;
use crate::locale::{Lang, files, mail as words};
use crate::mail::mistake::What;
use crate::mail::template::{check, file_name, ours};
use crate::mail::{Attachment, Draft, Mistake, Profile, Purpose, eml};
use crate::text::clean_path;

/// The largest profile or letter.
const LONGEST_TEXT: u64 = 64 * 1024;
/// The largest attachment: mail servers refuse more.
const LARGEST_ATTACHMENT: u64 = 25 * 1024 * 1024;

/// Why something that a draft needs could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct LetterError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub reason: LetterErrorReason,
}

/// What keeps a file from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterErrorReason {
    /// The system refused.
    System(io::ErrorKind),
    /// Larger than allowed, in bytes.
    TooLarge(u64),
    /// No text, no profile, or no letter.
    Mistake(Mistake),
}

impl LetterError {
    /// Says where, what, and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let path = clean_path(&self.path).into_string();
        let (line, why) = match &self.reason {
            LetterErrorReason::System(kind) => (None, files::io_reason(lang, *kind)),
            LetterErrorReason::TooLarge(most) => (None, words::too_large(lang, *most)),
            LetterErrorReason::Mistake(mistake) => (mistake.line, mistake.say(lang)),
        };
        words::file_mistake(lang, &path, line, &why)
    }
}

/// Returns where the profile lies, or would.
#[must_use]
pub fn profile_file(paths: &Paths, config: &Config) -> PathBuf {
    config.profile.clone().unwrap_or_else(|| paths.profile_file())
}

/// Reads who applies. A profile that is not there is an empty one.
///
/// # Errors
///
/// When there is one and it cannot be read.
pub fn profile(paths: &Paths, config: &Config) -> Result<Profile, LetterError> {
    let path = profile_file(paths, config);
    let Some(text) = text(&path)? else {
        return Ok(Profile::default());
    };
    let mut profile = Profile::parse(&text).map_err(|mistake| LetterError {
        path: path.clone(),
        reason: LetterErrorReason::Mistake(mistake),
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    for file in profile.documents.values_mut().filter(|file| !file.trim().is_empty()) {
        *file = place(file, folder).to_string_lossy().into_owned();
    }
    Ok(profile)
}

/// Reads the candidate's own letter for a purpose; `None` when ours is to be used.
///
/// # Errors
///
/// When there is one and it cannot be read.
pub fn template(paths: &Paths, purpose: Purpose, lang: Lang) -> Result<Option<String>, LetterError> {
    let path = paths.letters_dir().join(file_name(purpose, lang));
    let letter = text(&path)?;
    check(letter.as_deref().unwrap_or_default()).map_err(|mistake| LetterError {
        path,
        reason: LetterErrorReason::Mistake(mistake),
    })?;
    Ok(letter)
}

/// Writes our letters where the candidate may change them; leaves alone those that are there. Returns the new ones.
///
/// # Errors
///
/// When the folder or a file cannot be written.
pub fn write_templates(paths: &Paths) -> Result<Vec<PathBuf>, LetterError> {
    let folder = paths.letters_dir();
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut written = Vec::new();
    for purpose in Purpose::ALL {
        for lang in [Lang::Fr, Lang::En] {
            let path = folder.join(file_name(purpose, lang));
            match write_new(&path, ours(purpose, lang).as_bytes()) {
                Ok(()) => written.push(path),
                Err(error) if error.reason == LetterErrorReason::System(io::ErrorKind::AlreadyExists) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(written)
}

/// Reads a file to attach.
///
/// # Errors
///
/// When it is no file, too large for mail, or cannot be read.
pub fn attachment(path: &Path) -> Result<Vec<u8>, LetterError> {
    read(path, LARGEST_ATTACHMENT)
}

/// Returns a draft as a message with its files, dated `now`, in seconds since 1970.
///
/// # Errors
///
/// When a file cannot be read: a message without what its text announces is none.
pub fn message(draft: &Draft, profile: &Profile, now: i64) -> Result<Vec<u8>, LetterError> {
    let file = |attached: &Attachment| {
        Ok(eml::File {
            name: attached.name(),
            bytes: attachment(&place(attached.path.trim(), Path::new("")))?,
        })
    };
    let files: Vec<eml::File> = draft.attachments.iter().map(file).collect::<Result<_, _>>()?;
    Ok(eml::message(draft, profile, &files, now))
}

/// Writes a new file; one that is there is never replaced.
///
/// # Errors
///
/// When it is there already or the system refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), LetterError> {
    let written = File::create_new(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| failed(path, &error))
}

/// Writes a draft among those that tremplin keeps, in place of an earlier one of this name; returns where it lies.
///
/// # Errors
///
/// When the folder or the file cannot be written.
pub fn write_draft(paths: &Paths, name: &str, bytes: &[u8]) -> Result<PathBuf, LetterError> {
    let path = paths.drafts_dir().join(name);
    write::write(&path, bytes).map_err(|error| failed(&path, &error))?;
    Ok(path)
}

/// Returns where a file lies: `~` is the home directory, other paths start at `folder`.
fn place(file: &str, folder: &Path) -> PathBuf {
    match (file.strip_prefix("~/"), super::paths::home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => folder.join(file),
    }
}

fn text(path: &Path) -> Result<Option<String>, LetterError> {
    match read(path, LONGEST_TEXT) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let lines = error
                .as_bytes()
                .iter()
                .take(good)
                .filter(|byte| **byte == b'\n')
                .count();
            LetterError {
                path: path.to_owned(),
                reason: LetterErrorReason::Mistake(Mistake {
                    line: Some(lines + 1),
                    what: What::NotUtf8,
                }),
            }
        }),
        Err(error) if error.reason == LetterErrorReason::System(io::ErrorKind::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn read(path: &Path, most: u64) -> Result<Vec<u8>, LetterError> {
    let fail = |error: &io::Error| failed(path, error);
    // Through links: dotfile managers keep profiles behind them. A FIFO would block, so the kind is looked at first.
    let metadata = fs::metadata(path).map_err(|error| fail(&error))?;
    if !metadata.is_file() {
        return Err(fail(&io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| fail(&error))?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fail(&error))?;
    if bytes.len() as u64 > most {
        return Err(LetterError {
            path: path.to_owned(),
            reason: LetterErrorReason::TooLarge(most),
        });
    }
    Ok(bytes)
}

fn failed(path: &Path, error: &io::Error) -> LetterError {
    LetterError {
        path: path.to_owned(),
        reason: LetterErrorReason::System(error.kind()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::DocumentKind;

    #[test]
    fn a_missing_profile_is_empty_and_a_wrong_one_is_told() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths::under(home.path());
        assert_eq!(profile(&paths, &Config::default()), Ok(Profile::default()));
        fs::create_dir_all(paths.config_dir()).unwrap();
        fs::write(paths.profile_file(), "name = \"Camille\"\nphone = 3\n").unwrap();
        let error = profile(&paths, &Config::default()).unwrap_err();
        assert!(error.say(Lang::En).contains("profile.toml, line 2"), "{error}");
        let said = error.say(Lang::Fr);
        assert!(
            said.contains("profile.toml, ligne\u{a0}2\u{a0}: phone doit être"),
            "{said}"
        );
        fs::create_dir_all(paths.letters_dir()).unwrap();
        fs::write(paths.letters_dir().join("thanks.fr.txt"), "Bonjour,\n{titre}\n").unwrap();
        let said = template(&paths, Purpose::Thanks, Lang::Fr).unwrap_err().say(Lang::Fr);
        assert!(said.contains("thanks.fr.txt, ligne\u{a0}2\u{a0}: {titre}"), "{said}");
        fs::write(paths.letters_dir().join("thanks.fr.txt"), b"Bonjour,\n\xe9\n").unwrap();
        let said = template(&paths, Purpose::Thanks, Lang::Fr).unwrap_err().say(Lang::Fr);
        assert!(said.contains("ligne\u{a0}2") && said.contains("UTF-8"), "{said}");
    }

    #[test]
    fn files_of_the_profile_lie_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths::under(home.path());
        fs::create_dir_all(paths.config_dir()).unwrap();
        fs::write(
            paths.profile_file(),
            "[documents]\ncv = \"papers/cv.pdf\"\ntranscript = \"/abs/t.pdf\"\n",
        )
        .unwrap();
        let profile = profile(&paths, &Config::default()).unwrap();
        let expected = paths.config_dir().join("papers/cv.pdf");
        assert_eq!(Path::new(&profile.documents[&DocumentKind::Cv]), expected);
        assert_eq!(profile.documents[&DocumentKind::Transcript], "/abs/t.pdf");
    }

    #[test]
    fn letters_are_written_once_and_never_replaced() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths::under(home.path());
        assert_eq!(template(&paths, Purpose::Thanks, Lang::Fr), Ok(None));
        assert_eq!(write_templates(&paths).unwrap().len(), 10);
        fs::write(paths.letters_dir().join("thanks.fr.txt"), "Merci {person}").unwrap();
        assert_eq!(write_templates(&paths), Ok(Vec::new()));
        assert_eq!(
            template(&paths, Purpose::Thanks, Lang::Fr),
            Ok(Some("Merci {person}".to_owned()))
        );
    }

    #[test]
    fn what_is_no_file_is_not_attached() {
        let home = tempfile::tempdir().unwrap();
        assert!(attachment(home.path()).is_err());
        assert!(attachment(&home.path().join("gone.pdf")).is_err());
        fs::write(home.path().join("cv.pdf"), "pdf").unwrap();
        assert_eq!(attachment(&home.path().join("cv.pdf")).unwrap(), b"pdf");
    }
}
