//! Copies of what saves replace: a few for each application, in a folder of its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::offer::OfferId;

/// Copies kept for one application, texts of offers counted apart.
const KEPT: usize = 20;

/// Copies `bytes`, and deletes the oldest copies beyond [`KEPT`].
///
/// Not forced to the disk: it is the second copy of something that is safe until the save is complete.
pub(super) fn keep(backups: &Path, id: &OfferId, extension: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = backups.join(id.as_str());
    super::write::create_private_folder(&folder)?;
    let now = Timestamp::now().as_nanosecond();
    // Nanoseconds since 1970 have 19 digits until the year 2286: names sort by age.
    let name = |number: i128| folder.join(format!("{number:020}.{extension}"));
    let free = (0..1000).map(|more| name(now + more)).find(|path| !path.exists());
    let path = free.unwrap_or_else(|| name(now));
    fs::write(&path, bytes)?;
    private(&path)?;
    let mut copies = of_kind(&folder, extension);
    copies.sort();
    let excess = copies.len().saturating_sub(KEPT);
    for old in copies.into_iter().take(excess) {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// Returns the copies of an application's file, the newest first.
pub(super) fn list(backups: &Path, id: &OfferId) -> Vec<PathBuf> {
    let mut copies = of_kind(&backups.join(id.as_str()), "yaml");
    copies.sort();
    copies.reverse();
    copies
}

fn of_kind(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect()
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn private(_: &Path) -> io::Result<()> {
    Ok(())
}
