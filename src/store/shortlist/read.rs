//! Reading the files of the shortlist: each is an application, a copy that a synchroniser set aside, or a trouble.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use super::ConflictCopy;
use super::format::{self, Refusal};
use super::trouble::{Damage, Trouble, TroubleKind};
use crate::offer::OfferId;
use crate::tracking::Application;

/// No application comes near this; a larger file is not one of ours.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// From this many files on, several threads read them.
const MANY: usize = 200;

/// Beyond this many, threads wait for the disk and not for each other.
const MOST_THREADS: usize = 8;

/// What one file turned out to be.
pub(super) enum Read {
    Application(Box<Application>),
    Copy(ConflictCopy),
    Trouble(Trouble),
}

/// Reads files, many of them on several threads; in their order.
pub(super) fn read_all(files: &[PathBuf]) -> Vec<Read> {
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
pub(super) fn is_application(path: &Path) -> bool {
    let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
    path.extension().is_some_and(|extension| extension == "yaml") && !path.file_name().is_some_and(hidden)
}

/// Reads a small regular file, through links.
pub(super) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
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
