//! Which files of a source may hold an offer.
//!
//! Hidden entries and the folders of build tools are left out (`.git`, `.trash`, `node_modules`: copies, old versions,
//! other people's packages), unless they are given as a source. Links to files count when they lead to a file of the
//! same folder that is not met by itself; links to folders are never followed, so that there is no loop. Nothing here
//! reads a file.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;

use super::entries::{self, EntryKind};
use super::file;
use super::scan::LeftOutReason;
use super::sources::{Source, Sources};

/// Extensions of Markdown and text.
const TEXT: &[&str] = &["md", "markdown", "mdown", "mkd", "mkdn", "mdx", "txt", "text"];
/// Extensions of pages: of interest when they open with front matter, as those of a site generator do.
const PAGE: &[&str] = &["html", "htm"];
/// Folders that tools fill.
const TOOLS: &[&str] = &["node_modules", "__pycache__", "_site"];
/// How deep folders may lie in each other.
const MAX_DEPTH: usize = 64;

/// A file that may hold an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which source it belongs to.
    pub source: u16,
    /// Relative to the source; the file's name for a single file.
    pub relative: OsString,
    /// Where a link leads; `None` when it is no link.
    pub link: Option<PathBuf>,
}

/// What the walk met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Met {
    /// A file to read.
    Candidate(Candidate),
    /// The samples, with the day their dates count from.
    Sample(u16, Date),
    /// An entry to leave out, with its path relative to the source.
    LeftOut(u16, OsString, LeftOutReason),
}

/// What a name says about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Markdown or text.
    Text,
    /// A page, an offer only when it opens with front matter.
    Page,
    /// Neither.
    Other,
}

/// Tells by its name what a file may be.
#[must_use]
pub fn kind(name: &OsStr) -> Kind {
    let extension = extension(name);
    let is_one_of = |list: &[&str]| {
        list.iter()
            .any(|known| extension.eq_ignore_ascii_case(known.as_bytes()))
    };
    match () {
        () if is_one_of(TEXT) => Kind::Text,
        () if is_one_of(PAGE) => Kind::Page,
        () => Kind::Other,
    }
}

/// Returns what follows the last full stop of a name, as `Path::extension` does but for a name alone.
fn extension(name: &OsStr) -> &[u8] {
    let name = name.as_encoded_bytes();
    match memchr::memrchr(b'.', name) {
        // A hidden file without an extension.
        None | Some(0) => &[],
        Some(stop) => name.get(stop + 1..).unwrap_or_default(),
    }
}

/// Appends the path of a file below a folder to `path`.
pub(super) fn join(path: &mut OsString, folder: &Path, name: &OsStr) {
    let separator = if folder.as_os_str().is_empty() {
        ""
    } else {
        MAIN_SEPARATOR_STR
    };
    path.reserve(folder.as_os_str().len() + separator.len() + name.len());
    for part in [folder.as_os_str(), OsStr::new(separator), name] {
        path.push(part);
    }
}

/// Walks all sources, in no particular order within one.
pub fn walk(sources: &Sources, cancelled: &AtomicBool, meet: &mut dyn FnMut(Met)) {
    for (number, source) in sources.numbered() {
        match source {
            Source::Folder { root, .. } => {
                Walk {
                    number,
                    root,
                    sources,
                    cancelled,
                }
                .folders(vec![PathBuf::new()], meet);
            }
            Source::File { file, .. } => meet(single_file(number, file)),
            Source::Samples(today) => meet(Met::Sample(number, *today)),
        }
    }
}

/// Walks again what lies at a path of a source, after a change there: a file, a folder with all in it, or nothing.
pub fn walk_again(sources: &Sources, number: u16, relative: &Path, cancelled: &AtomicBool, meet: &mut dyn FnMut(Met)) {
    let root = match sources.get(number) {
        Some(Source::Folder { root, .. }) => root,
        Some(Source::File { file, .. }) => return meet(single_file(number, file)),
        Some(Source::Samples(_)) | None => return,
    };
    let walk = Walk {
        number,
        root,
        sources,
        cancelled,
    };
    if relative.as_os_str().is_empty() {
        return walk.folders(vec![PathBuf::new()], meet);
    }
    let Ok(metadata) = fs::symlink_metadata(root.join(relative)) else {
        return;
    };
    let mut pending = Vec::new();
    let (folder, name) = (relative.parent().unwrap_or(relative), relative.file_name());
    walk.entry(
        folder,
        name.unwrap_or_default(),
        metadata.file_type().into(),
        &mut pending,
        meet,
    );
    walk.folders(pending, meet);
}

/// The only file of a source that is one.
fn single_file(source: u16, file: &Path) -> Met {
    Met::Candidate(Candidate {
        source,
        relative: file.file_name().unwrap_or_default().to_owned(),
        link: None,
    })
}

/// Tells whether the walk never goes where a path leads: under something hidden, or under the folder of a tool.
#[must_use]
pub fn is_out_of_the_way(relative: &Path) -> bool {
    relative
        .parent()
        .is_some_and(|parents| parents.iter().any(|name| is_hidden(name) || is_of_a_tool(name)))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

fn is_of_a_tool(name: &OsStr) -> bool {
    TOOLS.iter().any(|tool| name == *tool)
}

struct Walk<'a> {
    number: u16,
    root: &'a Path,
    sources: &'a Sources,
    cancelled: &'a AtomicBool,
}

impl Walk<'_> {
    /// Walks folders and those in them with a list of its own, because the stack is small and folders can be deep.
    fn folders(&self, mut pending: Vec<PathBuf>, meet: &mut dyn FnMut(Met)) {
        while let Some(folder) = pending.pop() {
            if self.cancelled.load(Ordering::Relaxed) {
                return;
            }
            let read = entries::each(&self.root.join(&folder), |name, kind| {
                self.entry(&folder, name, kind, &mut pending, meet);
                !self.cancelled.load(Ordering::Relaxed)
            });
            if let Err(error) = read {
                self.leave_out(&folder, file::left_out(&error), meet);
            }
        }
    }

    fn entry(
        &self,
        folder: &Path,
        name: &OsStr,
        entry: EntryKind,
        pending: &mut Vec<PathBuf>,
        meet: &mut dyn FnMut(Met),
    ) {
        let mut relative = OsString::new();
        join(&mut relative, folder, name);
        let relative = PathBuf::from(relative);
        match entry {
            _ if self.is_other_source(&relative) => {}
            _ if is_hidden(name) => self.leave_out(&relative, LeftOutReason::Hidden, meet),
            EntryKind::Folder if is_of_a_tool(name) => self.leave_out(&relative, LeftOutReason::ToolFolder, meet),
            EntryKind::Folder if relative.components().count() > MAX_DEPTH => {
                self.leave_out(&relative, LeftOutReason::TooDeep, meet);
            }
            EntryKind::Folder => pending.push(relative),
            EntryKind::Link => self.link(relative, meet),
            EntryKind::File | EntryKind::Other if kind(name) == Kind::Other => {
                self.leave_out(&relative, LeftOutReason::OtherType, meet);
            }
            EntryKind::File => self.candidate(relative, None, meet),
            EntryKind::Other => self.leave_out(&relative, LeftOutReason::NotRegular, meet),
        }
    }

    /// Takes a link when it leads to a file inside the source.
    fn link(&self, relative: PathBuf, meet: &mut dyn FnMut(Met)) {
        match self.follow(&relative) {
            Ok(real) => self.candidate(relative, Some(real), meet),
            Err(reason) => self.leave_out(&relative, reason, meet),
        }
    }

    fn follow(&self, relative: &Path) -> Result<PathBuf, LeftOutReason> {
        let real = fs::canonicalize(self.root.join(relative)).map_err(|error| broken_link(&error))?;
        let target = fs::metadata(&real).map_err(|error| file::left_out(&error))?;
        match target.file_type() {
            folder if folder.is_dir() => Err(LeftOutReason::LinkToFolder),
            _ if !real.starts_with(self.root) => Err(LeftOutReason::LinkOutside),
            _ if kind(relative.as_os_str()) == Kind::Other => Err(LeftOutReason::OtherType),
            file if !file.is_file() => Err(LeftOutReason::NotRegular),
            _ if self.is_met(&real) => Err(LeftOutReason::LinkToOffer),
            _ => Ok(real),
        }
    }

    /// Tells whether the walk meets a file of the source by itself, by its name.
    fn is_met(&self, real: &Path) -> bool {
        let relative = real.strip_prefix(self.root).unwrap_or(real);
        !is_out_of_the_way(relative)
            && relative
                .file_name()
                .is_some_and(|name| !is_hidden(name) && kind(name) != Kind::Other)
    }

    /// Tells whether an entry is a source of its own, to be read there.
    fn is_other_source(&self, relative: &Path) -> bool {
        self.sources.all().len() > 1 && {
            let path = self.root.join(relative);
            self.sources.all().iter().any(|source| source.real() == Some(&path))
        }
    }

    fn candidate(&self, relative: PathBuf, link: Option<PathBuf>, meet: &mut dyn FnMut(Met)) {
        meet(Met::Candidate(Candidate {
            source: self.number,
            relative: relative.into_os_string(),
            link,
        }));
    }

    fn leave_out(&self, relative: &Path, reason: LeftOutReason, meet: &mut dyn FnMut(Met)) {
        meet(Met::LeftOut(self.number, relative.as_os_str().to_owned(), reason));
    }
}

/// A link that cannot be followed: to nothing, or round in a circle.
fn broken_link(error: &std::io::Error) -> LeftOutReason {
    match file::left_out(error) {
        LeftOutReason::Unreadable(kind) if kind == std::io::ErrorKind::PermissionDenied => {
            LeftOutReason::Unreadable(kind)
        }
        _ => LeftOutReason::BrokenLink,
    }
}
