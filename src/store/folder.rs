//! A folder held open while many of its files are looked at, so that the system need not find the way to each anew.

#[cfg(any(not(unix), test))]
use std::fs;
use std::path::Path;

use super::file::Stamp;

/// The folder that was looked into last.
#[derive(Debug, Default)]
pub struct Folder {
    /// Its path, and the folder itself once a second file of it is asked for.
    #[cfg(unix)]
    last: Option<(std::ffi::OsString, Option<rustix::fd::OwnedFd>)>,
}

impl Folder {
    /// Returns the stamp of the file that a path leads to; `None` when there is none, when it is no regular file, and
    /// for a link.
    #[cfg(unix)]
    pub fn stamp(&mut self, path: &Path) -> Option<Stamp> {
        use rustix::fs::{AtFlags, FileType, statat};

        let stat = match self.holding(path) {
            Some((folder, name)) => statat(folder, name, AtFlags::SYMLINK_NOFOLLOW),
            None => rustix::fs::lstat(path),
        };
        let stat = stat.ok()?;
        (FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile).then(|| Stamp::of_stat(&stat))
    }

    /// Returns the stamp of the file that a path leads to; `None` when there is none, when it is no regular file, and
    /// for a link.
    #[cfg(not(unix))]
    pub fn stamp(&mut self, path: &Path) -> Option<Stamp> {
        let metadata = fs::symlink_metadata(path).ok()?;
        metadata.is_file().then(|| Stamp::of(&metadata))
    }

    /// Returns the folder of a file, open, and the file's name; `None` for the first file of a folder: it may be the
    /// only one.
    #[cfg(unix)]
    fn holding<'p>(&mut self, path: &'p Path) -> Option<(&rustix::fd::OwnedFd, &'p [u8])> {
        use std::os::unix::ffi::OsStrExt as _;

        use rustix::fs::{Mode, OFlags, open};

        let path = path.as_os_str().as_bytes();
        let slash = memchr::memrchr(b'/', path)?;
        let (parent, name) = (path.get(..slash)?, path.get(slash + 1..)?);
        match &mut self.last {
            Some((last, held)) if last.as_bytes() == parent => {
                if held.is_none() {
                    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
                    *held = open(last.as_os_str(), flags, Mode::empty()).ok();
                }
            }
            last => *last = Some((std::ffi::OsStr::from_bytes(parent).to_owned(), None)),
        }
        let (_, held) = self.last.as_ref()?;
        Some((held.as_ref()?, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_those_of_the_files() {
        let dir = tempfile::tempdir().unwrap();
        let below = dir.path().join("below");
        fs::create_dir(&below).unwrap();
        let files = [
            dir.path().join("a.md"),
            below.join("b.md"),
            below.join("c.md"),
            below.join("a.md"),
        ];
        let mut folder = Folder::default();
        for (number, file) in files.iter().enumerate() {
            fs::write(file, "x".repeat(number)).unwrap();
            assert_eq!(
                folder.stamp(file),
                Some(Stamp::of(&fs::symlink_metadata(file).unwrap()))
            );
        }
        assert_eq!(folder.stamp(&below.join("gone.md")), None);
        assert_eq!(folder.stamp(&below), None);
        assert_eq!(folder.stamp(Path::new("nowhere.md")), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&files[1], below.join("link.md")).unwrap();
            assert_eq!(folder.stamp(&below.join("link.md")), None);
        }
    }
}
