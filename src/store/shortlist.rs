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
mod read;
mod trouble;

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use self::format::Refusal;
use self::lock::Lock;
use self::read::{Read, is_application, read_all, read_file};
use self::trouble::io_error;
use super::file::Stamp;
use super::{Opened, write};
use crate::offer::{self, Offer, OfferFile, OfferId, Reading};
use crate::tracking::{Application, Change, OfferRef, change};

pub use self::format::{VERSION, parse, write as serialize};
pub use self::queue::{Outcome, Queue};
pub use self::trouble::{Damage, Failure, SaveError, Trouble, TroubleKind};

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
