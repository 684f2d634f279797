//! From sources to a catalog: one thread walks, several read, one gathers.
//!
//! Reading is what takes time from a cold disk, so that more reads are in flight than there are cores. What is
//! gathered is reported as it grows, at ever longer intervals, and ends in an order that does not depend on the
//! threads.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::catalog::{Catalog, Record, What};
use super::decode::{self, Encoding};
use super::file::{self, Stamp};
use super::samples::{self, SAMPLES};
pub use super::sources::{Source, Sources};
use super::walk::{self, Candidate, Kind, Met};
use crate::locale::{Lang, files};
use crate::offer::{self, NotAnOfferReason, OfferFile, Reading, Summary};

/// Files handed to a reader at once: few enough that all readers end together.
const CHUNK: usize = 32;
/// When the first offers are reported, though there be few.
const FIRST_REPORT: Duration = Duration::from_millis(25);
/// Offers that are reported at once.
const FIRST_OFFERS: usize = 64;

/// Why a file or a folder was left out unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeftOutReason {
    /// Its name starts with a dot.
    Hidden,
    /// A folder that tools fill, such as `node_modules`.
    ToolFolder,
    /// Folders lie too deep in each other.
    TooDeep,
    /// Neither Markdown nor text by its name, or a page without front matter.
    OtherType,
    /// A FIFO, a device, a socket.
    NotRegular,
    /// Larger than an offer can be.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// No text.
    Binary,
    /// A link that leads out of the source.
    LinkOutside,
    /// A link to a folder.
    LinkToFolder,
    /// A link to a file that is read under its own name.
    LinkToOffer,
    /// A link to nothing, or to itself.
    BrokenLink,
    /// Gone before it could be read.
    Vanished,
    /// The system refused.
    Unreadable(ErrorKind),
}

impl LeftOutReason {
    /// Says why.
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        let phrase = match self {
            Self::Hidden => files::HIDDEN,
            Self::ToolFolder => files::TOOL_FOLDER,
            Self::TooDeep => files::TOO_DEEP,
            Self::OtherType => files::OTHER_TYPE,
            Self::NotRegular => files::NOT_REGULAR,
            Self::TooLarge { bytes } => return files::too_large(lang, bytes, file::MAX_BYTES),
            Self::Binary => files::BINARY,
            Self::LinkOutside => files::LINK_OUTSIDE,
            Self::LinkToFolder => files::LINK_TO_FOLDER,
            Self::LinkToOffer => files::LINK_TO_OFFER,
            Self::BrokenLink => files::BROKEN_LINK,
            Self::Vanished => files::VANISHED,
            Self::Unreadable(kind) => return files::io_reason(lang, kind),
        };
        phrase.get(lang).to_owned()
    }
}

/// A file or a folder that was left out unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut<'a> {
    /// Which source.
    pub source: u16,
    /// Relative to the source. Not cleaned.
    pub path: &'a str,
    /// Why.
    pub reason: LeftOutReason,
}

/// A file that was read and is not an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOffer<'a> {
    /// Which source.
    pub source: u16,
    /// Relative to the source. Not cleaned.
    pub path: &'a str,
    /// Why.
    pub reason: NotAnOfferReason,
    /// The title it would have had.
    pub title: Option<&'a str>,
}

/// How far a scan came.
#[derive(Debug)]
pub enum Progress {
    /// So many files were read.
    Files(usize),
    /// What is known by now; a later report holds all of it again and more.
    Partial(Arc<Catalog>),
}

/// Reads all sources. `report` is called on this thread.
///
/// Never fails: what cannot be read is in the catalog with its reason. When `cancelled` becomes true, returns soon
/// with what it has.
pub fn scan(sources: &Sources, cancelled: &AtomicBool, report: &mut dyn FnMut(Progress)) -> Catalog {
    let (to_readers, candidates) = mpsc::sync_channel::<Vec<Candidate>>(1024);
    let (to_gatherer, records) = mpsc::channel::<Vec<Record>>();
    let candidates = Mutex::new(candidates);
    thread::scope(|scope| {
        let readers = to_gatherer.clone();
        scope.spawn(move || walk_into(sources, cancelled, &to_readers, &to_gatherer));
        for _ in 0..reader_count() {
            let (readers, candidates) = (readers.clone(), &candidates);
            scope.spawn(move || read_all(sources, cancelled, candidates, &readers));
        }
        drop(readers);
        gather(sources, &records, report)
    })
}

/// Returns how many reads are kept in flight.
fn reader_count() -> usize {
    let cores = thread::available_parallelism().map_or(2, NonZero::get);
    (cores * 2).clamp(4, 16)
}

/// Walks and hands out what it meets in chunks.
fn walk_into(
    sources: &Sources,
    cancelled: &AtomicBool,
    to_readers: &mpsc::SyncSender<Vec<Candidate>>,
    to_gatherer: &Sender<Vec<Record>>,
) {
    let mut chunk = Vec::with_capacity(CHUNK);
    walk::walk(sources, cancelled, &mut |met| match met {
        Met::Candidate(candidate) => {
            chunk.push(candidate);
            if chunk.len() == CHUNK {
                // Nobody listens only after a panic of a reader, which the scope passes on.
                let _ = to_readers.send(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK)));
            }
        }
        Met::LeftOut(source, path, reason) => {
            let _ = to_gatherer.send(vec![Record::left_out(source, path, reason)]);
        }
    });
    let _ = to_readers.send(chunk);
    for (number, source) in sources.numbered() {
        if let Source::Samples(today) = *source {
            let _ = to_gatherer.send(read_samples(number, today));
        }
    }
}

/// Reads candidates until there are no more.
fn read_all(
    sources: &Sources,
    cancelled: &AtomicBool,
    candidates: &Mutex<Receiver<Vec<Candidate>>>,
    to_gatherer: &Sender<Vec<Record>>,
) {
    loop {
        let next = candidates.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(chunk) = next else { return };
        let going_on = chunk.into_iter().take_while(|_| !cancelled.load(Ordering::Relaxed));
        let records = going_on.map(|candidate| read(sources, candidate)).collect();
        if to_gatherer.send(records).is_err() {
            return;
        }
    }
}

/// Gathers records and reports them: early, then each time their number has doubled, so that all the reports together
/// cost no more than the last.
fn gather(sources: &Sources, records: &Receiver<Vec<Record>>, report: &mut dyn FnMut(Progress)) -> Catalog {
    let began = Instant::now();
    let mut all: Vec<Record> = Vec::new();
    let (mut offers, mut next_report) = (0, FIRST_OFFERS);
    while let Ok(mut some) = records.recv() {
        offers += some.iter().map(Record::offers).sum::<usize>();
        all.append(&mut some);
        report(Progress::Files(all.len()));
        let early = next_report == FIRST_OFFERS && offers > 0 && began.elapsed() > FIRST_REPORT;
        if offers >= next_report || early {
            next_report = offers.max(FIRST_OFFERS) * 2;
            report(Progress::Partial(Arc::new(Catalog::new(sources.clone(), all.clone()))));
        }
    }
    Catalog::new(sources.clone(), all)
}

/// Reads one file.
#[must_use]
pub fn read(sources: &Sources, candidate: Candidate) -> Record {
    let path = candidate
        .link
        .clone()
        .or_else(|| real_path(sources, candidate.source, &candidate.relative));
    let Some(path) = path else {
        return Record::left_out(candidate.source, candidate.relative, LeftOutReason::Vanished);
    };
    let kind = walk::kind(&candidate.relative);
    match file::read(&path) {
        Ok((bytes, stamp)) => understand(candidate.source, candidate.relative, kind, bytes, stamp),
        Err(reason) => Record::left_out(candidate.source, candidate.relative, reason),
    }
}

/// Returns where a file lies.
pub(super) fn real_path(sources: &Sources, source: u16, relative: &std::ffi::OsStr) -> Option<PathBuf> {
    match sources.get(source)? {
        Source::Folder { root, .. } => Some(root.join(relative)),
        Source::File { file, .. } => Some(file.clone()),
        Source::Samples(_) => None,
    }
}

fn read_samples(source: u16, today: Date) -> Vec<Record> {
    let samples = SAMPLES.iter();
    let read = samples.map(|(name, text)| {
        understand(
            source,
            OsString::from(name),
            Kind::Text,
            samples::dated(text, today).into_bytes(),
            Stamp::default(),
        )
    });
    read.collect()
}

/// Turns the bytes of a file into rows.
fn understand(source: u16, relative: OsString, kind: Kind, bytes: Vec<u8>, stamp: Stamp) -> Record {
    let Some((text, encoding)) = decode::decode(bytes) else {
        return Record::left_out(source, relative, LeftOutReason::Binary).stamped(stamp);
    };
    if kind == Kind::Page && !opens_with_front_matter(&text) {
        return Record::left_out(source, relative, LeftOutReason::OtherType).stamped(stamp);
    }
    let shown = shown_path(&relative);
    let reading = offer::read(&OfferFile {
        path: &shown,
        text: &text,
        modified: stamp.day(),
    });
    let what = match reading {
        Reading::Offers(offers) => What::Offers(
            offers
                .iter()
                .map(|offer| Summary::of(offer, source))
                .collect::<Vec<_>>()
                .into(),
        ),
        Reading::NotAnOffer(not) => What::NotOffer(not.reason, not.title.map(Into::into)),
    };
    Record::new(source, relative, what).stamped(stamp).encoded(encoding)
}

/// Tells whether a page was made for a site generator.
fn opens_with_front_matter(text: &str) -> bool {
    let first = text.lines().map(str::trim_end).find(|line| !line.is_empty());
    matches!(first, Some("---" | "+++"))
}

/// Returns a path as it is shown: `/` between the parts, what is no Unicode replaced.
#[must_use]
pub fn shown_path(relative: &std::ffi::OsStr) -> String {
    let path = relative.to_string_lossy();
    if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.into_owned()
    }
}

impl Record {
    /// A file or folder that was left out.
    pub(super) fn left_out(source: u16, relative: OsString, reason: LeftOutReason) -> Self {
        Self::new(source, relative, What::LeftOut(reason))
    }

    fn new(source: u16, relative: OsString, what: What) -> Self {
        let shown = shown_path(&relative);
        let raw = (relative.to_str() != Some(shown.as_str())).then(|| relative.into_boxed_os_str());
        Self {
            source,
            relative: shown.into(),
            raw,
            stamp: Stamp::default(),
            encoding: Encoding::Utf8,
            what,
        }
    }

    fn stamped(self, stamp: Stamp) -> Self {
        Self { stamp, ..self }
    }

    fn encoded(self, encoding: Encoding) -> Self {
        Self { encoding, ..self }
    }
}
