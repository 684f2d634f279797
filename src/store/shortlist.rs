//! The shortlist's files: one `<id>.yaml` an application, beside `<id>.md`, the offer's text as it was when kept.
//!
//! A save never writes what the memory holds. It takes the lock, reads the file as it is at that moment, applies one
//! change to it and replaces the file as [`super::write`] does, so that two tremplins, an editor and a file
//! synchroniser can work on the same folder. What cannot be read is reported and never overwritten. What a save
//! replaces or removes is copied to the backups first.

mod backup;
mod format;
mod lock;
mod queue;

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use jiff::civil::Date;

use self::format::Refusal;
use self::lock::Lock;
use super::file::Stamp;
use super::{Opened, write};
use crate::locale::{self, Lang};
use crate::offer::{self, Offer, OfferFile, OfferId, Reading};
use crate::tracking::{Application, Change, ChangeError, OfferRef, change};

pub use self::format::{VERSION, parse, write as serialize};
pub use self::queue::{Outcome, Queue};

/// No application comes near this; a larger file is not one of ours.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// From this many files on, several threads read them.
const MANY: usize = 200;

/// Beyond this many, threads wait for the disk and not for each other.
const MOST_THREADS: usize = 8;

/// The folder of the shortlist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    dir: PathBuf,
    backups: PathBuf,
    read_only: bool,
}

/// What the folder holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// The applications that could be read, by name.
    pub applications: Vec<Application>,
    /// The files that could not, and were left alone.
    pub troubles: Vec<Trouble>,
    /// Copies that a file synchroniser set aside because two devices changed the same application.
    pub copies: Vec<ConflictCopy>,
}

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

/// A copy that a file synchroniser set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictCopy {
    /// The application it is a copy of.
    pub id: OfferId,
    /// The copy.
    pub path: PathBuf,
}

/// What a saved change did: all that undo and the memory need.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// The application.
    pub id: OfferId,
    /// As the file was just before.
    pub before: Option<Application>,
    /// As it is now.
    pub after: Option<Application>,
    /// The offer's text kept before, when the change replaced or removed it.
    pub text: Option<Arc<str>>,
    /// What was wrong with the backup, which never stops a save.
    pub backup_failed: Option<String>,
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

impl Store {
    /// Uses this folder, and this one for the backups. Neither needs to exist.
    #[must_use]
    pub fn new(dir: impl Into<PathBuf>, backups: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            backups: backups.into(),
            read_only: false,
        }
    }

    /// Refuses every change from now on.
    #[must_use]
    pub fn read_only(self) -> Self {
        Self {
            read_only: true,
            ..self
        }
    }

    /// Returns the folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the file of an application.
    #[must_use]
    pub fn file(&self, id: &OfferId) -> PathBuf {
        self.dir.join(format!("{id}.yaml"))
    }

    /// Returns the file of the offer's text.
    #[must_use]
    pub fn text_file(&self, id: &OfferId) -> PathBuf {
        self.dir.join(format!("{id}.md"))
    }

    /// Reads every application.
    ///
    /// # Errors
    ///
    /// When the folder exists and cannot be listed. A single file that cannot be read is a [`Trouble`].
    pub fn load(&self) -> Result<Loaded, SaveError> {
        let mut loaded = Loaded::default();
        let mut files = Vec::new();
        let entries = match fs::read_dir(&self.dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(loaded),
            entries => entries.map_err(|error| io_error(&self.dir, &error))?,
        };
        for entry in entries {
            let path = entry.map_err(|error| io_error(&self.dir, &error))?.path();
            if is_application(&path) {
                files.push(path);
            }
        }
        files.sort();
        for outcome in read_all(&files) {
            match outcome {
                Read::Application(application) => loaded.applications.push(*application),
                Read::Copy(copy) => loaded.copies.push(copy),
                Read::Trouble(trouble) => loaded.troubles.push(self.with_backup(trouble)),
            }
        }
        Ok(loaded)
    }

    /// Returns a number that changes whenever an application of the folder is changed, added or removed.
    ///
    /// The texts of the offers are left out: tremplin reads them when they are asked for.
    #[must_use]
    pub fn stamp(&self) -> u64 {
        let Ok(entries) = fs::read_dir(&self.dir) else {
            return 0;
        };
        let one = |entry: fs::DirEntry| {
            let name = entry.file_name();
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            entry
                .metadata()
                .map(|metadata| Stamp::of(&metadata))
                .unwrap_or_default()
                .hash(&mut hasher);
            hasher.finish()
        };
        // A sum, because the folder is listed in no order.
        entries
            .filter_map(Result::ok)
            .filter(|entry| is_application(&entry.path()))
            .fold(0, |sum, entry| sum.wrapping_add(one(entry)))
    }

    /// Reads one application as its file is now; `None` when there is no file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn read(&self, id: &OfferId) -> Result<Option<Application>, SaveError> {
        Ok(self.current(id)?.map(|(application, _)| application))
    }

    /// Reads the text of the offer as it was kept; `None` when it was not kept.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read.
    pub fn text(&self, id: &OfferId) -> Result<Option<Arc<str>>, SaveError> {
        let path = self.text_file(id);
        match read_file(&path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(io_error(&path, &error)),
        }
    }

    /// Reads an offer from the text that was kept of it, under the id that it was kept with.
    ///
    /// `None` when no text was kept, or nothing in it is an offer any more.
    ///
    /// # Errors
    ///
    /// When the text is there and cannot be read.
    pub fn offer(&self, id: &OfferId, about: &OfferRef) -> Result<Option<Opened>, SaveError> {
        let Some(text) = self.text(id)? else {
            return Ok(None);
        };
        let file = OfferFile {
            path: &about.path,
            text: &text,
            modified: None,
        };
        let Reading::Offers(offers) = offer::read(&file) else {
            return Ok(None);
        };
        Ok(offers.into_iter().next().map(|offer| Opened {
            offer: Offer {
                id: about.id.clone(),
                ..offer
            },
            text,
            path: Some(self.text_file(id)),
        }))
    }

    /// Applies one change to an application as its file is now, and saves it. `today` dates the change.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; nothing was changed then.
    pub fn change(&self, id: &OfferId, change: &Change, today: Date) -> Result<Saved, SaveError> {
        if self.read_only {
            return Err(SaveError::ReadOnly);
        }
        write::create_private_folder(&self.dir).map_err(|error| io_error(&self.dir, &error))?;
        let _lock = Lock::take(&self.dir)?;
        let (before, bytes) = self.current(id)?.unzip();
        let after = change::apply(change, before.clone(), today).map_err(SaveError::Refused)?;
        let mut saved = Saved {
            id: id.clone(),
            before,
            after,
            text: None,
            backup_failed: None,
        };
        self.save_text(&mut saved, change.text())?;
        if saved.before != saved.after {
            self.save_application(&mut saved, bytes.as_deref())?;
        }
        Ok(saved)
    }

    /// Deletes what a killed tremplin left behind. Does nothing while another one is saving.
    ///
    /// Only under the lock: there, a temporary file belongs to nobody.
    pub fn tidy(&self) {
        let Ok(Some(_lock)) = Lock::try_take(&self.dir) else {
            return;
        };
        let Ok(entries) = fs::read_dir(&self.dir) else { return };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if write::is_temporary(&path) {
                // Left for the next time when it cannot be deleted.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Merges a copy that a file synchroniser set aside into its application, and moves the copy to the backups.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; nothing was changed then.
    pub fn merge_copy(&self, copy: &ConflictCopy, today: Date) -> Result<Saved, SaveError> {
        let bytes = read_file(&copy.path).map_err(|error| io_error(&copy.path, &error))?;
        let theirs = format::parse(&bytes, &copy.id).map_err(|why| SaveError::Trouble(why.at(&copy.path)))?;
        let saved = self.change(&copy.id, &Change::Merge(Box::new(theirs)), today)?;
        backup::keep(&self.backups, &copy.id, "yaml", &bytes).map_err(|error| io_error(&self.backups, &error))?;
        fs::remove_file(&copy.path).map_err(|error| io_error(&copy.path, &error))?;
        Ok(saved)
    }

    /// Returns the copies of an application's file that saves have replaced, the newest first.
    #[must_use]
    pub fn backups(&self, id: &OfferId) -> Vec<PathBuf> {
        backup::list(&self.backups, id)
    }

    /// Adds to a trouble what may mend it.
    fn with_backup(&self, trouble: Trouble) -> Trouble {
        let name = trouble
            .path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let backup = OfferId::parse(name).and_then(|id| self.backups(&id).into_iter().next());
        Trouble { backup, ..trouble }
    }

    fn current(&self, id: &OfferId) -> Result<Option<(Application, Vec<u8>)>, SaveError> {
        let path = self.file(id);
        let bytes = match read_file(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(SaveError::Trouble(
                    self.with_backup(Refusal::damaged(Damage::TooLarge).at(&path)),
                ));
            }
            Err(error) => return Err(io_error(&path, &error)),
        };
        let parsed = format::parse(&bytes, id);
        let application = parsed.map_err(|why| SaveError::Trouble(self.with_backup(why.at(&path))))?;
        Ok(Some((application, bytes)))
    }

    /// Writes the offer's text before the application that speaks of it.
    fn save_text(&self, saved: &mut Saved, text: Option<&Arc<str>>) -> Result<(), SaveError> {
        let Some(text) = text.filter(|_| saved.after.is_some()) else {
            return Ok(());
        };
        let known = self.text(&saved.id)?;
        if known.as_ref() == Some(text) {
            return Ok(());
        }
        if let Some(known) = known {
            self.back_up(saved, "md", known.as_bytes());
            saved.text = Some(known);
        }
        let path = self.text_file(&saved.id);
        write::write(&path, text.as_bytes()).map_err(|error| io_error(&path, &error))
    }

    fn save_application(&self, saved: &mut Saved, replaced: Option<&[u8]>) -> Result<(), SaveError> {
        if let Some(bytes) = replaced {
            self.back_up(saved, "yaml", bytes);
        }
        let path = self.file(&saved.id);
        match &saved.after {
            Some(after) => {
                let yaml = format::write(after).map_err(|why| io_error(&path, &io::Error::other(why)))?;
                write::write(&path, yaml.as_bytes()).map_err(|error| io_error(&path, &error))
            }
            None => self.remove(saved),
        }
    }

    /// Removes an application and its text. The link goes, what it leads to goes too: nothing of it shall remain.
    fn remove(&self, saved: &mut Saved) -> Result<(), SaveError> {
        if let Some(text) = self.text(&saved.id)? {
            self.back_up(saved, "md", text.as_bytes());
            saved.text = Some(text);
        }
        for path in [self.file(&saved.id), self.text_file(&saved.id)] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io_error(&path, &error)),
                _ => {}
            }
        }
        write::sync_folder(&self.dir).map_err(|error| io_error(&self.dir, &error))
    }

    fn back_up(&self, saved: &mut Saved, extension: &str, bytes: &[u8]) {
        if let Err(error) = backup::keep(&self.backups, &saved.id, extension, bytes) {
            saved.backup_failed = Some(error.to_string());
        }
    }
}

/// What one file turned out to be.
enum Read {
    Application(Box<Application>),
    Copy(ConflictCopy),
    Trouble(Trouble),
}

fn read_all(files: &[PathBuf]) -> Vec<Read> {
    let one = |part: &[PathBuf]| part.iter().map(|path| read_one(path)).collect::<Vec<_>>();
    if files.len() < MANY {
        return one(files);
    }
    let threads = thread::available_parallelism()
        .map_or(2, NonZero::get)
        .min(MOST_THREADS);
    let mut parts = files.chunks(files.len().div_ceil(threads));
    let first = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let helpers: Vec<_> = parts.map(|part| (part, scope.spawn(move || one(part)))).collect();
        let mut outcomes = one(first);
        for (part, helper) in helpers {
            // A panic of the helper is a bug; reading its part again here shows it instead of losing applications.
            outcomes.extend(helper.join().unwrap_or_else(|_| one(part)));
        }
        outcomes
    })
}

fn read_one(path: &Path) -> Read {
    let trouble = |kind| {
        Read::Trouble(Trouble {
            path: path.to_owned(),
            kind,
            backup: None,
        })
    };
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if let Some(id) = conflict_of(name) {
        return Read::Copy(ConflictCopy {
            id,
            path: path.to_owned(),
        });
    }
    let Some(id) = OfferId::parse(name) else {
        return trouble(TroubleKind::Misnamed);
    };
    let bytes = match read_file(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Read::Trouble(Refusal::damaged(Damage::TooLarge).at(path));
        }
        Err(error) => return trouble(TroubleKind::Unreadable { why: error.to_string() }),
    };
    match format::parse(&bytes, &id) {
        Ok(application) => Read::Application(Box::new(application)),
        Err(why) => Read::Trouble(why.at(path)),
    }
}

/// Returns the application that a conflict copy belongs to: `x.sync-conflict-20261120-101500-ABCDEFG` (Syncthing),
/// `x (conflicted copy 2026-11-20 101500)` (Nextcloud, Dropbox).
fn conflict_of(name: &str) -> Option<OfferId> {
    let at = name.find(".sync-conflict-").or_else(|| {
        let at = name.find(" (")?;
        name.get(at..)?.contains("conflicted copy").then_some(at)
    })?;
    OfferId::parse(name.get(..at)?)
}

/// Tells whether a file is one of ours, or a copy of one: no hidden one, `.yaml` at its end.
fn is_application(path: &Path) -> bool {
    let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    path.extension().is_some_and(|extension| extension == "yaml") && !path.file_name().is_some_and(hidden)
}

/// Reads a small regular file, through links.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    loop {
        let read = || {
            // Asked before opening: opening a FIFO waits for a writer.
            let metadata = fs::metadata(path)?;
            if !metadata.is_file() {
                return Err(io::Error::other("not a regular file"));
            }
            // Room for all of it and one byte more: read at once, where a growing buffer takes seven reads.
            let room = usize::try_from(metadata.len().min(MAX_BYTES)).unwrap_or(0) + 1;
            let mut bytes = Vec::with_capacity(room);
            fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
            if bytes.len() as u64 > MAX_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            Ok(bytes)
        };
        match read() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

fn io_error(path: &Path, error: &io::Error) -> SaveError {
    SaveError::Io(Failure {
        path: path.to_owned(),
        kind: error.kind(),
        why: error.to_string(),
    })
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
