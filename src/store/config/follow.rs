//! Changes of the configuration's files while tremplin runs.
//!
//! Folders are folders, not files: editors replace a file by another. A folder that is not there yet is waited for in
//! the nearest one that is. Where the kernel does not tell, changes count at the next start.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::store::watch::is_reading;
use crate::store::write;

/// How long it must be quiet before the files are read again: an editor empties a file before it fills it.
const QUIET: Duration = Duration::from_millis(100);
/// How long they are left unread at most.
const PATIENCE: Duration = Duration::from_millis(500);

/// Calls `changed` at once and after each change near the files, until it answers that it is enough. Which files they
/// are may change with what they say.
pub fn follow(mut files: impl FnMut() -> Vec<PathBuf>, mut changed: impl FnMut() -> GoOn) {
    let (sender, events) = mpsc::channel();
    let told = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !is_reading(event.kind)) {
            // A receiver that is gone needs no telling.
            let _ = sender.send(());
        }
    };
    let Ok(mut watcher) = notify::recommended_watcher(told) else {
        return;
    };
    let mut folders = BTreeSet::new();
    watch(&mut watcher, &mut folders, &files());
    // What was written since the files were first read was told to nobody.
    if changed() == GoOn::No {
        return;
    }
    loop {
        watch(&mut watcher, &mut folders, &files());
        if events.recv().is_err() {
            return;
        }
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            match events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if changed() == GoOn::No {
            return;
        }
    }
}

/// Whether there is anybody left to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoOn {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Watches the folders of these files, and those of the files that they are links to.
fn watch(watcher: &mut RecommendedWatcher, folders: &mut BTreeSet<PathBuf>, files: &[PathBuf]) {
    let real = files.iter().filter_map(|file| write::resolve(file).ok());
    let all = files.iter().cloned().chain(real);
    let wanted: BTreeSet<PathBuf> = all.filter_map(|file| nearest_folder(&file)).collect();
    for gone in folders.difference(&wanted) {
        // It may have gone by itself.
        let _ = watcher.unwatch(gone);
    }
    // One that was there before may be another folder of the same name by now: asking again is harmless.
    folders.clear();
    for folder in wanted {
        if watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
            folders.insert(folder);
        }
    }
}

fn nearest_folder(file: &Path) -> Option<PathBuf> {
    file.ancestors()
        .skip(1)
        .find(|folder| folder.is_dir())
        .map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_followed_even_before_its_folder_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a/b/config.toml");
        let (sender, changes) = mpsc::channel();
        let followed = file.clone();
        std::thread::spawn(move || {
            follow(
                || vec![followed.clone()],
                || {
                    let text = std::fs::read_to_string(&followed).unwrap_or_default();
                    if sender.send(text).is_ok() { GoOn::Yes } else { GoOn::No }
                },
            );
        });
        let wait_for = |wanted: &str, write: &dyn Fn()| {
            // The watch starts on its own thread: what is written before it is not told, so it is written again.
            for _ in 0..100 {
                write();
                while let Ok(text) = changes.recv_timeout(Duration::from_millis(300)) {
                    if text == wanted {
                        return;
                    }
                }
            }
            panic!("never told: {wanted}");
        };
        wait_for("one", &|| {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, "one").unwrap();
        });
        wait_for("two", &|| {
            let other = file.with_extension("new");
            std::fs::write(&other, "two").unwrap();
            std::fs::rename(&other, &file).unwrap();
        });
    }
}
