//! Changes that could not be saved: kept in memory, tried again, never forgotten silently.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use super::{SaveError, Saved, Store, format};
use crate::offer::OfferId;
use crate::tracking::{Application, Change, Revert, change};

/// Saves changes one after the other, and holds those that the disk refuses.
#[derive(Debug, Default)]
pub struct Queue {
    /// What is held: one way from the file's last known state to the wanted one, for each application.
    held: BTreeMap<OfferId, Revert>,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It is on the disk.
    Saved(Saved),
    /// It is in memory only; [`Queue::retry`] tries again.
    Held(Saved, SaveError),
    /// It cannot be made.
    Refused(SaveError),
}

impl Queue {
    /// Saves a change, or holds it. `known` is the application as the memory has it.
    pub fn change(
        &mut self,
        store: &Store,
        id: &OfferId,
        change: &Change,
        known: Option<&Application>,
        today: Date,
    ) -> Outcome {
        if let Some(error) = self.retry_one(store, id, today).err() {
            return self.hold(id, change, known, today, error);
        }
        match store.change(id, change, today) {
            Ok(saved) => Outcome::Saved(saved),
            Err(error) if error.is_worth_retrying() => self.hold(id, change, known, today, error),
            Err(error) => Outcome::Refused(error),
        }
    }

    /// Tries to save everything that is held. Returns what could be saved, and the last error.
    pub fn retry(&mut self, store: &Store, today: Date) -> (Vec<OfferId>, Option<SaveError>) {
        let ids: Vec<OfferId> = self.held.keys().cloned().collect();
        let mut saved = Vec::new();
        let mut last = None;
        for id in ids {
            match self.retry_one(store, &id, today) {
                Ok(()) => saved.push(id),
                Err(error) => last = Some(error),
            }
        }
        (saved, last)
    }

    /// Returns how many applications have changes in memory only.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Tells whether everything is on the disk.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Writes what is held into another folder, so that a full or read-only home costs nothing at exit.
    ///
    /// # Errors
    ///
    /// When that folder cannot be written either.
    pub fn save_elsewhere(&self, folder: &Path) -> io::Result<usize> {
        let mut written = 0;
        for (id, revert) in &self.held {
            if let Some(application) = &revert.to {
                let yaml = format::write(application).map_err(io::Error::other)?;
                super::write::write(&folder.join(format!("{id}.yaml")), yaml.as_bytes())?;
                written += 1;
            }
        }
        Ok(written)
    }

    fn retry_one(&mut self, store: &Store, id: &OfferId, today: Date) -> Result<(), SaveError> {
        let Some(revert) = self.held.get(id) else {
            return Ok(());
        };
        store.change(id, &Change::Revert(Box::new(revert.clone())), today)?;
        self.held.remove(id);
        Ok(())
    }

    fn hold(
        &mut self,
        id: &OfferId,
        change: &Change,
        known: Option<&Application>,
        today: Date,
        error: SaveError,
    ) -> Outcome {
        let before = known.cloned();
        match change::apply(change, before.clone(), today) {
            Err(why) => Outcome::Refused(SaveError::Refused(why)),
            Ok(after) => {
                let held = self.held.entry(id.clone()).or_insert_with(|| Revert {
                    from: before.clone(),
                    to: None,
                    text: None,
                });
                held.to.clone_from(&after);
                if let Some(text) = change.text() {
                    held.text = Some(text.clone());
                }
                let saved = Saved {
                    id: id.clone(),
                    before,
                    after,
                    text: None,
                    backup_failed: None,
                };
                Outcome::Held(saved, error)
            }
        }
    }
}
