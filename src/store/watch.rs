//! Changes of offers while tremplin runs.
//!
//! The kernel tells which paths changed; they are gathered for a moment, because an editor or `git pull` makes many
//! changes at once, and handed over together. On network disks, which change without the kernel knowing, and where the
//! kernel has no room for more watches, everything is looked at again at intervals instead.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::load;
use super::sources::{Source, Sources};

/// How long it must be quiet before changes are handed over.
const QUIET: Duration = Duration::from_millis(80);
/// How long changes are held back at most.
const PATIENCE: Duration = Duration::from_millis(400);
/// Between two looks at everything, at least.
const POLL: Duration = Duration::from_secs(2);
/// Looking at everything takes at most one part in so many of the time.
const POLL_SHARE: u32 = 20;

/// A running watch; dropping it ends it.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
    method: Method,
    /// Ends with this value.
    _watcher: Option<RecommendedWatcher>,
}

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The kernel tells.
    Kernel,
    /// At least one source is looked at again at intervals.
    Polling,
    /// There is nothing that could change.
    Nothing,
}

/// What the thread is told.
#[derive(Debug)]
enum Signal {
    Changed(notify::Result<Event>),
    End,
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that is gone needs no telling.
        let _ = self.signals.send(Signal::End);
    }
}

impl Watch {
    /// Watches the sources. `changed` is called on a thread of its own with the paths of what was added, changed,
    /// renamed or removed; it is meant to call [`super::refresh`] there, so that polling adapts to what that costs.
    #[must_use]
    pub fn start(sources: &Sources, changed: impl FnMut(&[PathBuf]) + Send + 'static) -> Self {
        let (sender, signals) = mpsc::channel();
        let events = sender.clone();
        let mut watcher = notify::recommended_watcher(move |event| drop(events.send(Signal::Changed(event)))).ok();
        let mut polled = Vec::new();
        for source in sources.all() {
            let (path, mode) = match source {
                Source::Folder { root, .. } => (root.as_path(), RecursiveMode::Recursive),
                // Editors replace a file by another: its folder sees that, the file does not.
                Source::File { file, .. } => (file.parent().unwrap_or(file), RecursiveMode::NonRecursive),
                Source::Samples(_) => continue,
            };
            let added = watcher
                .as_mut()
                .filter(|_| !is_remote(path))
                .map(|watcher| watcher.watch(path, mode));
            if !matches!(added, Some(Ok(()))) {
                polled.extend(source.real().map(Path::to_owned));
            }
        }
        let method = match (
            sources.all().iter().all(|source| source.real().is_none()),
            polled.is_empty(),
        ) {
            (true, _) => Method::Nothing,
            (false, true) => Method::Kernel,
            (false, false) => Method::Polling,
        };
        let relay = Relay {
            sources: sources.clone(),
            polled,
            changed,
            pause: POLL,
        };
        // Without the thread changes show at the next start, as they do where nothing is watched.
        let _ = thread::Builder::new()
            .name("watch".into())
            .spawn(move || relay.run(&signals));
        Self {
            signals: sender,
            method,
            _watcher: watcher,
        }
    }

    /// Returns how changes are noticed.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }
}

/// Gathers what changed and hands it over.
struct Relay<F> {
    sources: Sources,
    polled: Vec<PathBuf>,
    changed: F,
    /// Until everything is looked at again.
    pause: Duration,
}

impl<F: FnMut(&[PathBuf])> Relay<F> {
    fn run(mut self, signals: &Receiver<Signal>) {
        loop {
            let next = if self.polled.is_empty() {
                signals.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                signals.recv_timeout(self.pause)
            };
            match next {
                Ok(Signal::Changed(event)) => {
                    if !self.gather(event, signals) {
                        return;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    let roots = self.polled.clone();
                    let began = Instant::now();
                    (self.changed)(&roots);
                    self.pause = POLL.max(began.elapsed() * POLL_SHARE);
                }
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Gathers until it is quiet or patience ends, and hands over; false when the watch ends.
    fn gather(&mut self, first: notify::Result<Event>, signals: &Receiver<Signal>) -> bool {
        let mut paths = BTreeSet::new();
        self.take(first, &mut paths);
        let deadline = Instant::now() + PATIENCE;
        let going_on = loop {
            let left = deadline.saturating_duration_since(Instant::now()).min(QUIET);
            match signals.recv_timeout(left) {
                Ok(Signal::Changed(event)) if !left.is_zero() => self.take(event, &mut paths),
                Ok(Signal::Changed(event)) => {
                    self.take(event, &mut paths);
                    break true;
                }
                Err(RecvTimeoutError::Timeout) => break true,
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => break false,
            }
        };
        if going_on && !paths.is_empty() {
            (self.changed)(&Vec::from_iter(paths));
        }
        going_on
    }

    /// Takes from an event the paths that concern the sources.
    fn take(&mut self, event: notify::Result<Event>, paths: &mut BTreeSet<PathBuf>) {
        let Ok(event) = event else {
            return self.poll_everything(); // No room for more watches: some changes will not be told.
        };
        if event.need_rescan() {
            paths.extend(self.roots());
        }
        if is_reading(event.kind) {
            return; // What we do ourselves, most of the time.
        }
        for path in event.paths {
            if matches!(
                event.kind,
                EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
            ) && self.roots().contains(&path)
            {
                // The watch went with the folder and would not see another come in its place.
                self.poll_everything();
            }
            if load::concerns(&self.sources, &path) {
                paths.insert(path);
            }
        }
    }

    fn roots(&self) -> Vec<PathBuf> {
        self.sources
            .all()
            .iter()
            .filter_map(|source| source.real().map(Path::to_owned))
            .collect()
    }

    fn poll_everything(&mut self) {
        self.polled = self.roots();
    }
}

/// Tells whether an event says that a file was read.
pub(super) fn is_reading(kind: EventKind) -> bool {
    let closed_after_writing = EventKind::Access(AccessKind::Close(AccessMode::Write));
    kind.is_access() && kind != closed_after_writing
}

/// Tells whether a path lies on a disk that others change without this machine's kernel knowing.
#[cfg(target_os = "linux")]
fn is_remote(path: &Path) -> bool {
    /// NFS, SMB, CIFS, 9P (the Windows disks of WSL), FUSE (sshfs and the like): see statfs(2).
    const REMOTE: [u32; 5] = [0x6969, 0xfe53_4d42, 0xff53_4d42, 0x0102_1997, 0x6573_5546];
    let kind = rustix::fs::statfs(path)
        .ok()
        .and_then(|disk| u32::try_from(disk.f_type).ok());
    kind.is_some_and(|kind| REMOTE.contains(&kind))
}

/// Tells whether a path lies on a disk that others change without this machine's kernel knowing.
#[cfg(not(target_os = "linux"))]
fn is_remote(_path: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Longer than any wait of the watch; a test that waits so long has failed.
    const LONG: Duration = Duration::from_secs(20);

    fn watched(paths: &[&Path]) -> (Watch, Receiver<Vec<PathBuf>>) {
        let (sender, receiver) = mpsc::channel();
        let (sources, errors) = Sources::new(paths);
        assert!(errors.is_empty());
        (
            Watch::start(&sources, move |paths| drop(sender.send(paths.to_vec()))),
            receiver,
        )
    }

    /// Waits until all of these were reported.
    fn wait_for(changes: &Receiver<Vec<PathBuf>>, expected: &[&Path]) {
        let mut missing: BTreeSet<PathBuf> = expected
            .iter()
            .map(|path| {
                fs::canonicalize(path.parent().unwrap())
                    .unwrap()
                    .join(path.file_name().unwrap())
            })
            .collect();
        while !missing.is_empty() {
            let some = changes
                .recv_timeout(LONG)
                .unwrap_or_else(|_| panic!("never told: {missing:?}"));
            missing.retain(|path| !some.contains(path));
        }
    }

    #[test]
    fn added_changed_renamed_and_removed_files_are_told() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("sub")).unwrap();
        let (a, b) = (dir.path().join("sub/a.md"), dir.path().join("b.md"));
        let (watch, changes) = watched(&[dir.path()]);
        fs::write(&a, "1").unwrap();
        wait_for(&changes, &[&a]);
        fs::write(&a, "2").unwrap();
        wait_for(&changes, &[&a]);
        fs::rename(&a, &b).unwrap();
        wait_for(&changes, &[&a, &b]);
        fs::remove_file(&b).unwrap();
        wait_for(&changes, &[&b]);
        fs::create_dir_all(dir.path().join("new")).unwrap();
        wait_for(&changes, &[&dir.path().join("new")]);
        drop(watch);
    }

    #[test]
    fn a_single_file_is_watched_even_when_it_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let (file, other) = (dir.path().join("a.md"), dir.path().join("other.md"));
        fs::write(&file, "1").unwrap();
        let (_watch, changes) = watched(&[&file]);
        fs::write(&other, "2").unwrap();
        fs::rename(&other, &file).unwrap();
        wait_for(&changes, &[&file]);
    }

    #[test]
    fn what_happens_in_hidden_folders_is_not_told() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join(".git")).unwrap();
        let (_watch, changes) = watched(&[dir.path()]);
        fs::write(dir.path().join(".git/index"), "x").unwrap();
        fs::write(dir.path().join("a.md"), "x").unwrap();
        let told = changes.recv_timeout(LONG).unwrap();
        assert!(told.iter().all(|path| path.ends_with("a.md")), "{told:?}");
    }

    #[test]
    fn a_folder_that_is_replaced_is_looked_at_again() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("offers");
        fs::create_dir(&folder).unwrap();
        let (_watch, changes) = watched(&[&folder]);
        fs::remove_dir(&folder).unwrap();
        wait_for(&changes, &[&folder]);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("a.md"), "x").unwrap();
        wait_for(&changes, &[&folder]);
    }

    #[test]
    fn samples_never_change() {
        let watch = Watch::start(&Sources::samples(jiff::civil::date(2026, 11, 20)), |_| {});
        assert_eq!(watch.method(), Method::Nothing);
    }
}
