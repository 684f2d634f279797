//! The one way in which a file is replaced: after a crash, a kill or a full disk it is either the old one or the new.
//!
//! The bytes go to a temporary file beside the target, are forced to the disk, and the file is renamed over the
//! target; then the directory itself is forced to the disk. The target is what symbolic links lead to, because people
//! keep their dotfiles behind links and a rename over the link would cut it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// The most links followed to find the real target, as on Linux.
const MAX_LINKS: usize = 40;

/// Makes the temporary names of one process differ.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// Replaces what `path` leads to by `bytes`, creating missing folders.
///
/// A new file can be read by its owner only; an existing one keeps its mode.
///
/// # Errors
///
/// Whatever the system answers. The old content is then still there, whole, and no temporary file remains.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, &[bytes], Wait::ForTheDisk)
}

/// Makes a file with these bytes unless there is one already.
///
/// # Errors
///
/// As for [`write()`].
pub fn write_unless_there(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() { Ok(()) } else { write(path, bytes) }
}

/// Replaces a file that may be lost in a power cut without harm: the same without forcing anything to the disk. The
/// parts follow each other in the file.
///
/// # Errors
///
/// As for [`write()`].
pub fn write_without_waiting(path: &Path, parts: &[&[u8]]) -> io::Result<()> {
    replace(path, parts, Wait::ForNothing)
}

/// Whether a file must have reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wait {
    ForTheDisk,
    ForNothing,
}

fn replace(path: &Path, parts: &[&[u8]], wait: Wait) -> io::Result<()> {
    let target = resolve(path)?;
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    create_private_folder(&folder)?;
    let (mut file, temporary) = create_temporary(&folder)?;
    let written =
        fill(&mut file, parts, &target, wait).and_then(|()| uninterrupted(|| fs::rename(&temporary, &target)));
    drop(file);
    if let Err(error) = written {
        // The error that matters is the first one.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    match wait {
        Wait::ForTheDisk => sync_folder(&folder),
        Wait::ForNothing => Ok(()),
    }
}

/// Returns what `path` leads to once its links are followed; it need not exist.
///
/// # Errors
///
/// More than 40 links, or an error of the system.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut current = path.to_owned();
    for _ in 0..=MAX_LINKS {
        match fs::read_link(&current) {
            Ok(next) => {
                current = current
                    .parent()
                    .map_or_else(|| next.clone(), |parent| parent.join(&next));
            }
            // EINVAL: there is something, and it is no link.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound) => return Ok(current),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other(format!(
        "more than {MAX_LINKS} links from {}",
        path.display()
    )))
}

/// Creates a folder and its parents, for the owner only.
///
/// # Errors
///
/// Whatever the system answers.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    uninterrupted(|| builder.create(folder))
}

/// Forces a folder's list of names to the disk, so that a rename or a removal survives a power cut.
///
/// # Errors
///
/// Whatever the system answers; file systems that cannot do it are not an error.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match uninterrupted(|| File::open(folder)?.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

/// Tells whether a path is that of a temporary file of this module, left behind when a process was killed.
#[must_use]
pub fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| {
        name.starts_with(".tremplin-") && path.extension().is_some_and(|extension| extension == "tmp")
    })
}

/// Creates a file beside the target that nobody else has.
fn create_temporary(folder: &Path) -> io::Result<(File, PathBuf)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    loop {
        // Not made from the target's name, which may already be as long as the system allows.
        let name = format!(
            ".tremplin-{}-{}.tmp",
            std::process::id(),
            COUNTER.fetch_add(1, Ordering::Relaxed)
        );
        let path = folder.join(OsString::from(name));
        match options.open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::Interrupted) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes the bytes, gives the file the mode of the one it replaces, and forces it to the disk if asked.
fn fill(file: &mut File, parts: &[&[u8]], target: &Path, wait: Wait) -> io::Result<()> {
    for part in parts {
        file.write_all(part)?;
    }
    match fs::metadata(target) {
        Ok(old) if old.is_file() => uninterrupted(|| file.set_permissions(old.permissions()))?,
        Ok(_) => return Err(io::Error::other(format!("{} is not a file", target.display()))),
        Err(_) => {}
    }
    match wait {
        Wait::ForTheDisk => uninterrupted(|| file.sync_all()),
        Wait::ForNothing => Ok(()),
    }
}

/// Tries again as long as a signal interrupts the call.
fn uninterrupted<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_appears_with_its_folders_and_nothing_else_remains() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b/list.yaml");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(path.parent().unwrap()), ["list.yaml"]);
    }

    #[test]
    fn a_target_that_cannot_be_replaced_leaves_no_temporary_file() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("taken")).unwrap();
        assert!(write(&dir.path().join("taken"), b"x").is_err());
        assert_eq!(names(dir.path()), ["taken"]);
    }

    #[test]
    fn a_name_as_long_as_the_system_allows_can_be_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("n".repeat(255));
        write(&path, b"x").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"x");
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        use super::*;

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).unwrap().permissions().mode() & 0o777
        }

        #[test]
        fn a_new_file_is_private_and_an_old_one_keeps_its_mode() {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("f");
            write(&path, b"1").unwrap();
            assert_eq!(mode(&path), 0o600);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
            write(&path, b"2").unwrap();
            assert_eq!(mode(&path), 0o640);
        }

        #[test]
        fn links_stay_and_their_target_is_replaced() {
            let dir = tempfile::tempdir().unwrap();
            let real = dir.path().join("dotfiles/config.toml");
            fs::create_dir(dir.path().join("dotfiles")).unwrap();
            fs::write(&real, b"old").unwrap();
            symlink("dotfiles/config.toml", dir.path().join("one")).unwrap();
            symlink("one", dir.path().join("two")).unwrap();
            write(&dir.path().join("two"), b"new").unwrap();
            assert_eq!(fs::read(&real).unwrap(), b"new");
            assert!(fs::symlink_metadata(dir.path().join("two")).unwrap().is_symlink());
            assert_eq!(names(&dir.path().join("dotfiles")), ["config.toml"]);
        }

        #[test]
        fn a_link_to_nothing_yet_creates_its_target() {
            let dir = tempfile::tempdir().unwrap();
            symlink("later/f", dir.path().join("link")).unwrap();
            write(&dir.path().join("link"), b"x").unwrap();
            assert_eq!(fs::read(dir.path().join("later/f")).unwrap(), b"x");
        }

        #[test]
        fn a_loop_of_links_is_an_error() {
            let dir = tempfile::tempdir().unwrap();
            symlink("b", dir.path().join("a")).unwrap();
            symlink("a", dir.path().join("b")).unwrap();
            assert!(write(&dir.path().join("a"), b"x").is_err());
        }
    }
}
