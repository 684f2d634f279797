//! The side lock: one save at a time, among all tremplins of this machine.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{SaveError, io_error};

/// A save takes milliseconds; who waits longer than this waits for a process that hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(1);

/// The lock, held until dropped. The system releases it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// `None` on a file system without locks, where there is no better to be had.
    _file: Option<File>,
}

impl Lock {
    /// Waits for the lock of this folder.
    pub(super) fn take(dir: &Path) -> Result<Self, SaveError> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(lock) = Self::try_take(dir)? {
                return Ok(lock);
            }
            if Instant::now() >= end {
                return Err(SaveError::Busy(dir.join(".lock")));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Takes the lock of this folder unless somebody holds it.
    pub(super) fn try_take(dir: &Path) -> Result<Option<Self>, SaveError> {
        let path = dir.join(".lock");
        let open = || OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = loop {
            match open() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other.map_err(|error| io_error(&path, &error))?,
            }
        };
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Some(Self { _file: Some(file) })),
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Some(Self { _file: None }));
                }
                Err(TryLockError::Error(error)) => return Err(io_error(&path, &error)),
            }
        }
    }
}
