//! Which files of a source may hold an offer.
//!
//! Hidden entries and the folders of build tools are left out (`.git`, `.trash`, `node_modules`: copies, old versions,
//! other people's packages), unless they are given as a source. Links to files count when they lead to a file of the
//! same folder that is not met by itself; links to folders are never followed, so that there is no loop. Nothing here
//! reads a file.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

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
    let extension = Path::new(name).extension().unwrap_or_default().to_ascii_lowercase();
    let is_one_of = |list: &[&str]| list.iter().any(|known| extension == **known);
    match () {
        () if is_one_of(TEXT) => Kind::Text,
        () if is_one_of(PAGE) => Kind::Page,
        () => Kind::Other,
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
                .folders(Path::new(""), meet);
            }
            Source::File { file, .. } => meet(Met::Candidate(Candidate {
                source: number,
                relative: file.file_name().unwrap_or_default().to_owned(),
                link: None,
            })),
            Source::Samples(_) => {}
        }
    }
}

/// Walks one folder of a source again, after a change in it. `relative` is within the source.
pub fn walk_under(sources: &Sources, number: u16, relative: &Path, cancelled: &AtomicBool, meet: &mut dyn FnMut(Met)) {
    if let Some(Source::Folder { root, .. }) = sources.get(number) {
        Walk {
            number,
            root,
            sources,
            cancelled,
        }
        .folders(relative, meet);
    }
}

struct Walk<'a> {
    number: u16,
    root: &'a Path,
    sources: &'a Sources,
    cancelled: &'a AtomicBool,
}

impl Walk<'_> {
    /// Walks a folder and those in it with a list of its own, because the stack is small and folders can be deep.
    fn folders(&self, start: &Path, meet: &mut dyn FnMut(Met)) {
        let mut pending = vec![start.to_owned()];
        while let Some(folder) = pending.pop() {
            if self.cancelled.load(Ordering::Relaxed) {
                return;
            }
            match fs::read_dir(self.root.join(&folder)) {
                Ok(entries) => {
                    for entry in entries {
                        match entry {
                            Ok(entry) => self.entry(&folder, &entry, &mut pending, meet),
                            Err(error) => self.leave_out(&folder, file::left_out(&error), meet),
                        }
                    }
                }
                Err(error) => self.leave_out(&folder, file::left_out(&error), meet),
            }
        }
    }

    fn entry(&self, folder: &Path, entry: &fs::DirEntry, pending: &mut Vec<PathBuf>, meet: &mut dyn FnMut(Met)) {
        let name = entry.file_name();
        let relative = folder.join(&name);
        let hidden = name.as_encoded_bytes().first() == Some(&b'.');
        let kind_of_entry = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => return self.leave_out(&relative, file::left_out(&error), meet),
        };
        match kind_of_entry {
            _ if self.is_other_source(&relative) => {}
            _ if hidden => self.leave_out(&relative, LeftOutReason::Hidden, meet),
            k if k.is_dir() && TOOLS.iter().any(|tool| name == **tool) => {
                self.leave_out(&relative, LeftOutReason::ToolFolder, meet);
            }
            k if k.is_dir() && relative.components().count() > MAX_DEPTH => {
                self.leave_out(&relative, LeftOutReason::TooDeep, meet);
            }
            k if k.is_dir() => pending.push(relative),
            _ if kind(&name) == Kind::Other => self.leave_out(&relative, LeftOutReason::OtherType, meet),
            k if k.is_symlink() => self.link(&relative, meet),
            k if k.is_file() => self.candidate(relative, None, meet),
            _ => self.leave_out(&relative, LeftOutReason::NotRegular, meet),
        }
    }

    /// Takes a link when it leads to a file inside the source.
    fn link(&self, relative: &Path, meet: &mut dyn FnMut(Met)) {
        let real = match fs::canonicalize(self.root.join(relative)) {
            Ok(real) => real,
            Err(error) => return self.leave_out(relative, broken_link(&error), meet),
        };
        match fs::metadata(&real) {
            Ok(_) if !real.starts_with(self.root) => self.leave_out(relative, LeftOutReason::LinkOutside, meet),
            Ok(metadata) if metadata.is_dir() => self.leave_out(relative, LeftOutReason::LinkToFolder, meet),
            Ok(metadata) if metadata.is_file() && self.is_met(&real) => {
                self.leave_out(relative, LeftOutReason::LinkToOffer, meet);
            }
            Ok(metadata) if metadata.is_file() => self.candidate(relative.to_owned(), Some(real), meet),
            Ok(_) => self.leave_out(relative, LeftOutReason::NotRegular, meet),
            Err(error) => self.leave_out(relative, file::left_out(&error), meet),
        }
    }

    /// Tells whether the walk meets a file of the source by itself, by its name.
    fn is_met(&self, real: &Path) -> bool {
        let relative = real.strip_prefix(self.root).unwrap_or(real);
        let all_seen = relative
            .iter()
            .all(|name| name.as_encoded_bytes().first() != Some(&b'.') && !TOOLS.iter().any(|tool| name == *tool));
        all_seen && relative.file_name().is_some_and(|name| kind(name) != Kind::Other)
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
