//! The entries of a folder, met one by one: on Linux without a copy of their names, of which a walk needs few.

use std::ffi::OsStr;
use std::path::Path;
use std::{fs, io};

/// What an entry is, by what its folder says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A regular file.
    File,
    /// A FIFO, a device, a socket.
    Other,
}

impl From<fs::FileType> for EntryKind {
    fn from(kind: fs::FileType) -> Self {
        match kind {
            kind if kind.is_dir() => Self::Folder,
            kind if kind.is_symlink() => Self::Link,
            kind if kind.is_file() => Self::File,
            _ => Self::Other,
        }
    }
}

/// Calls `meet` with each entry of a folder until it returns false.
///
/// # Errors
///
/// When the folder cannot be opened, or no further entry of it can be read.
#[cfg(target_os = "linux")]
pub fn each(folder: &Path, mut meet: impl FnMut(&OsStr, EntryKind) -> bool) -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt as _;

    use rustix::fs::{FileType, Mode, OFlags, RawDir, open};

    /// As much as other programs ask the system for at once.
    const ROOM: usize = 32 * 1024;

    let opened = open(
        folder,
        OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC,
        Mode::empty(),
    )?;
    let mut room = Vec::with_capacity(ROOM);
    let mut entries = RawDir::new(opened, room.spare_capacity_mut());
    while let Some(entry) = entries.next() {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        let kind = match entry.file_type() {
            FileType::Directory => EntryKind::Folder,
            FileType::Symlink => EntryKind::Link,
            FileType::RegularFile => EntryKind::File,
            // Some disks do not say. What vanished meanwhile is no entry any more.
            FileType::Unknown => match fs::symlink_metadata(folder.join(name)) {
                Ok(metadata) => metadata.file_type().into(),
                Err(_) => continue,
            },
            _ => EntryKind::Other,
        };
        if !meet(name, kind) {
            break;
        }
    }
    Ok(())
}

/// Calls `meet` with each entry of a folder until it returns false.
///
/// # Errors
///
/// When the folder cannot be opened, or no further entry of it can be read.
#[cfg(not(target_os = "linux"))]
pub fn each(folder: &Path, mut meet: impl FnMut(&OsStr, EntryKind) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // What vanished meanwhile is no entry any more.
        let Ok(kind) = entry.file_type() else { continue };
        if !meet(&entry.file_name(), kind.into()) {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(folder: &Path) -> Vec<(String, EntryKind)> {
        let mut found = Vec::new();
        each(folder, |name, kind| {
            found.push((name.to_string_lossy().into_owned(), kind));
            true
        })
        .unwrap();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }

    #[test]
    fn each_entry_is_met_once_with_what_it_is() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("below")).unwrap();
        let names: Vec<String> = (0..2000).map(|number| format!("offer-{number:04}.md")).collect();
        for name in &names {
            fs::write(dir.path().join(name), "").unwrap();
        }
        let mut expected = vec![("below".to_owned(), EntryKind::Folder)];
        expected.extend(names.into_iter().map(|name| (name, EntryKind::File)));
        assert_eq!(entries(dir.path()), expected);
        let mut met = 0;
        each(dir.path(), |_, _| {
            met += 1;
            met < 3
        })
        .unwrap();
        assert_eq!(met, 3);
        assert_eq!(
            each(&dir.path().join("gone"), |_, _| true).unwrap_err().kind(),
            io::ErrorKind::NotFound
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_and_sockets_are_no_files() {
        let dir = tempfile::tempdir().unwrap();
        let _listener = std::os::unix::net::UnixListener::bind(dir.path().join("b")).unwrap();
        std::os::unix::fs::symlink("nowhere", dir.path().join("a")).unwrap();
        assert_eq!(
            entries(dir.path()),
            [("a".to_owned(), EntryKind::Link), ("b".to_owned(), EntryKind::Other)]
        );
    }
}
