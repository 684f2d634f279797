//! From sources to a catalog: one thread walks, several read, one gathers.
//!
//! Reading is what takes time from a cold disk, so that more reads are in flight than there are cores. What is
//! gathered is reported as it grows, at ever longer intervals, and ends in an order that does not depend on the
//! threads.

use std::ffi::{OsStr, OsString};
use std::hash::BuildHasher as _;
use std::io::ErrorKind;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::bodies::Gathering;
use super::cache::NotUsed;
use super::catalog::{Catalog, Record, What};
use super::decode::{self, Encoding};
use super::file::{self, Stamp};
use super::folder::Folder;
use super::samples::{self, SAMPLES};
pub use super::sources::{Source, Sources};
use super::walk::{self, Candidate, Kind, Met};
use crate::locale::{Lang, files};
use crate::offer::{self, NotAnOfferReason, OfferFile, Reading, Summary};

/// Files handed to a reader at once: few enough that all readers end together.
const CHUNK: usize = 16;
/// The same where most files are known and only looked at: enough that handing over costs little beside that.
const CHUNK_OF_KNOWN: usize = 256;
/// How many such chunks the walk may be ahead of the readers.
const AHEAD: usize = 64;
/// Offers from which nothing more is reported until the end: nobody misses the rest so soon, and each report is a copy.
const LAST_REPORT: usize = 8_192;
/// Offers from which on they are reported: more than [`super::load`](mod@super::load) showed before.
const FIRST_REPORT: usize = 256;

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

    /// Tells whether somebody may have meant the file to be an offer.
    #[must_use]
    pub fn is_worth_a_word(self) -> bool {
        match self {
            Self::Hidden | Self::ToolFolder | Self::OtherType | Self::LinkToOffer | Self::Vanished => false,
            Self::TooDeep
            | Self::NotRegular
            | Self::TooLarge { .. }
            | Self::Binary
            | Self::LinkOutside
            | Self::LinkToFolder
            | Self::BrokenLink
            | Self::Unreadable(_) => true,
        }
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
    /// There is a cache, and it cannot be used: every file will be read.
    CacheNotUsed(NotUsed),
    /// The files are about to be looked at: what changes from now on must be noticed by a [`super::Watch`].
    Walking,
    /// So many files were read.
    Files(usize),
    /// What is known by now; a later report holds all of it again and more.
    Partial(Arc<Catalog>),
}

/// Reads all sources, without a cache. `report` is called on this thread.
///
/// Never fails: what cannot be read is in the catalog with its reason. When `cancelled` becomes true, returns soon
/// with what it has.
pub fn scan(sources: &Sources, cancelled: &AtomicBool, report: &mut dyn FnMut(Progress)) -> Catalog {
    let walk = |meet: &mut dyn FnMut(Met)| walk::walk(sources, cancelled, meet);
    let search = Search {
        sources,
        known: None,
        words: None,
        walk: &walk,
        cancelled,
    };
    let found = search.run(report);
    Catalog::new(sources.clone(), found.into_iter().filter_map(Found::into_new).collect())
}

/// A file or folder, compared with what is known of it.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// As it was: its place among the known files.
    Same(u32),
    /// New or changed, and read.
    New(Box<Record>),
}

impl Found {
    /// Returns what was read.
    pub(super) fn into_new(self) -> Option<Box<Record>> {
        match self {
            Self::Same(_) => None,
            Self::New(record) => Some(record),
        }
    }
}

/// The files that are known, by source and path.
pub(super) struct Known<'a> {
    files: &'a [Record],
    /// Open addressing over the files: a number + 1, or 0 for a free place. A power of two long, half of it free: two
    /// bytes a file where a map of paths takes forty.
    slots: Vec<u32>,
    hash: RandomState,
}

impl<'a> Known<'a> {
    /// Makes the files of a catalog known.
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        let files = catalog.records();
        let mut known = Self {
            files,
            slots: vec![0; (files.len() * 2).next_power_of_two()],
            hash: RandomState::default(),
        };
        for (file, number) in files.iter().zip(1..) {
            let free = known
                .places(file.source, file.real_relative())
                .find(|place| known.slots.get(*place) == Some(&0));
            if let Some(slot) = free.and_then(|place| known.slots.get_mut(place)) {
                *slot = number;
            }
        }
        known
    }

    /// Returns the places where a file may stand among the slots, the likeliest first.
    fn places(&self, source: u16, relative: &OsStr) -> impl Iterator<Item = usize> + use<> {
        let last = self.slots.len() - 1;
        let hash = self.hash.hash_one((source, relative));
        let first = usize::try_from(hash & 0xffff_ffff).unwrap_or_default();
        (0..=last).map(move |step| first.wrapping_add(step) & last)
    }

    fn find(&self, source: u16, relative: &OsStr) -> Option<(u32, &Record)> {
        for place in self.places(source, relative) {
            let number = self.slots.get(place)?.checked_sub(1)?;
            let file = self.files.get(usize::try_from(number).ok()?)?;
            if file.source == source && file.real_relative() == relative {
                return Some((number, file));
            }
        }
        None
    }

    /// Returns the place of a file whose stamp is still the same.
    fn unchanged(&self, candidate: &Candidate, path: &Path, folder: &mut Folder) -> Option<u32> {
        let (number, file) = self.find(candidate.source, &candidate.relative)?;
        (folder.stamp(path)? == file.stamp).then_some(number)
    }

    /// Recognises a record that says what is known already.
    fn compare(&self, record: Record) -> Found {
        match self.find(record.source, record.real_relative()) {
            Some((number, known)) if *known == record && record.offers() == 0 => match known.what {
                // The offers of a known file stand elsewhere: they look like none.
                What::Offers(_) => Found::New(record.into()),
                What::NotOffer(..) | What::LeftOut(_) => Found::Same(number),
            },
            _ => Found::New(record.into()),
        }
    }
}

/// Where a reader is.
#[derive(Default)]
struct Place {
    /// Room for the path of a file.
    path: OsString,
    /// The folder of the file before.
    folder: Folder,
}

/// Meets files, on a thread of its own.
pub(super) type Walking<'a> = dyn Fn(&mut dyn FnMut(Met)) + Sync + 'a;

/// One search: what to walk, and what is known already.
pub(super) struct Search<'a> {
    /// Where offers are read from.
    pub(super) sources: &'a Sources,
    /// What need not be read again.
    pub(super) known: Option<&'a Known<'a>>,
    /// Takes the words of the bodies that are read.
    pub(super) words: Option<&'a Gathering>,
    /// Meets the files to compare or read.
    pub(super) walk: &'a Walking<'a>,
    /// Ends it.
    pub(super) cancelled: &'a AtomicBool,
}

impl Search<'_> {
    /// Walks, compares and reads; in no particular order.
    pub(super) fn run(&self, report: &mut dyn FnMut(Progress)) -> Vec<Found> {
        let (to_readers, candidates) = mpsc::sync_channel::<Vec<Candidate>>(AHEAD);
        let (to_gatherer, found) = mpsc::channel::<Vec<Found>>();
        let candidates = Mutex::new(candidates);
        thread::scope(|scope| {
            let readers = to_gatherer.clone();
            scope.spawn(move || self.walk_into(&to_readers, &to_gatherer));
            for _ in 0..reader_count() {
                let (readers, candidates) = (readers.clone(), &candidates);
                scope.spawn(move || self.read_all(candidates, &readers));
            }
            drop(readers);
            self.gather(&found, report)
        })
    }

    /// Walks and hands out what it meets in chunks.
    fn walk_into(&self, to_readers: &mpsc::SyncSender<Vec<Candidate>>, to_gatherer: &Sender<Vec<Found>>) {
        // Nobody listens only after a panic of a reader, which the scope passes on: errors of `send` mean nothing.
        let chunk = if self.known.is_some() { CHUNK_OF_KNOWN } else { CHUNK };
        let mut candidates = Vec::with_capacity(chunk);
        let mut left_out = Vec::new();
        (self.walk)(&mut |met| match met {
            Met::Candidate(candidate) => {
                candidates.push(candidate);
                if candidates.len() == chunk {
                    let _ = to_readers.send(std::mem::replace(&mut candidates, Vec::with_capacity(chunk)));
                }
            }
            Met::LeftOut(source, path, reason) => {
                left_out.push(self.compare(Record::left_out(source, path, reason)));
                if left_out.len() == chunk {
                    let _ = to_gatherer.send(std::mem::take(&mut left_out));
                }
            }
            Met::Sample(source, today) => {
                let samples = read_samples(source, today).into_iter().map(Box::new);
                let _ = to_gatherer.send(samples.map(Found::New).collect());
            }
        });
        let _ = to_readers.send(candidates);
        let _ = to_gatherer.send(left_out);
    }

    /// Compares and reads candidates until there are no more.
    fn read_all(&self, candidates: &Mutex<Receiver<Vec<Candidate>>>, to_gatherer: &Sender<Vec<Found>>) {
        let mut at = Place::default();
        loop {
            let next = candidates.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(chunk) = next else { return };
            let going_on = chunk
                .into_iter()
                .take_while(|_| !self.cancelled.load(Ordering::Relaxed));
            let read = |candidate| self.read(candidate, &mut at);
            if to_gatherer.send(going_on.map(read).collect()).is_err() {
                return;
            }
        }
    }

    /// Compares and reads one candidate. `at` is where the one before was.
    fn read(&self, candidate: Candidate, at: &mut Place) -> Found {
        let Place { path, folder } = at;
        path.clear();
        match (&candidate.link, self.sources.get(candidate.source)) {
            (Some(real), _) => path.push(real),
            (None, Some(Source::Folder { root, .. })) => walk::join(path, root, &candidate.relative),
            (None, Some(Source::File { file, .. })) => path.push(file),
            // The walk meets no file among the samples.
            (None, Some(Source::Samples(_)) | None) => {}
        }
        let path = Path::new(path);
        match self.known.and_then(|known| known.unchanged(&candidate, path, folder)) {
            Some(number) => Found::Same(number),
            None => self.compare(read(candidate, path, self.words)),
        }
    }

    fn compare(&self, record: Record) -> Found {
        match self.known {
            Some(known) => known.compare(record),
            None => Found::New(record.into()),
        }
    }

    /// Gathers and reports each time the number of offers has doubled, so that all the reports together cost no more
    /// than the last, and no more once there are thousands. When files are known they are on the screen already, and
    /// only counted here.
    fn gather(&self, found: &Receiver<Vec<Found>>, report: &mut dyn FnMut(Progress)) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        let (mut offers, mut next_report) = (0, FIRST_REPORT);
        while let Ok(mut some) = found.recv() {
            offers += some.iter().map(Found::offers).sum::<usize>();
            all.append(&mut some);
            report(Progress::Files(all.len()));
            if self.known.is_none() && (next_report..=LAST_REPORT).contains(&offers) {
                next_report = offers * 2;
                let records = all.iter().cloned().filter_map(Found::into_new).collect();
                report(Progress::Partial(Arc::new(Catalog::new(self.sources.clone(), records))));
            }
        }
        all
    }
}

impl Found {
    fn offers(&self) -> usize {
        match self {
            Self::Same(_) => 0,
            Self::New(record) => record.offers(),
        }
    }
}

/// Returns how many reads are kept in flight.
fn reader_count() -> usize {
    let cores = thread::available_parallelism().map_or(2, NonZero::get);
    (cores * 2).clamp(4, 16)
}

/// Reads one file.
fn read(candidate: Candidate, path: &Path, words: Option<&Gathering>) -> Record {
    let kind = walk::kind(&candidate.relative);
    match file::read(path) {
        Ok((bytes, stamp)) => understand(candidate.source, candidate.relative, kind, bytes, stamp, words),
        Err(reason) => Record::left_out(candidate.source, candidate.relative, reason),
    }
}

/// Returns where a file lies.
pub(super) fn real_path(sources: &Sources, source: u16, relative: &OsStr) -> Option<PathBuf> {
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
            None,
        )
    });
    read.collect()
}

/// Turns the bytes of a file into rows, and gathers the words of their bodies when they are wanted.
fn understand(
    source: u16,
    relative: OsString,
    kind: Kind,
    bytes: Vec<u8>,
    stamp: Stamp,
    words: Option<&Gathering>,
) -> Record {
    let Some((text, encoding)) = decode::decode(bytes) else {
        return Record::left_out(source, relative, LeftOutReason::Binary).stamped(stamp);
    };
    if kind == Kind::Page && !opens_with_front_matter(&text) {
        return Record::left_out(source, relative, LeftOutReason::OtherType).stamped(stamp);
    }
    let shown = shown_path(&relative);
    let offers = match reading(&shown, &text, encoding, stamp) {
        Reading::Offers(offers) => offers,
        Reading::NotAnOffer(not) => {
            let what = What::NotOffer(not.reason, not.title.map(Into::into));
            return Record::new(source, relative, what).stamped(stamp);
        }
    };
    let rows: Vec<Summary> = offers.iter().map(|offer| Summary::of(offer, source)).collect();
    let record = Record::new(source, relative, What::Offers(rows.into())).stamped(stamp);
    if let Some(words) = words {
        let bodies = offers
            .iter()
            .map(|offer| text.get(offer.body.clone()).unwrap_or_default());
        words.add(record.marks(offers.len()).zip(bodies));
    }
    record
}

/// Reads what the text of a file says.
pub(super) fn reading(path: &str, text: &str, encoding: Encoding, stamp: Stamp) -> Reading {
    let mut reading = offer::read(&OfferFile {
        path,
        text,
        modified: stamp.day(),
    });
    encoding.note(&mut reading);
    reading
}

/// Tells whether a page was made for a site generator.
fn opens_with_front_matter(text: &str) -> bool {
    let first = text.lines().map(str::trim_end).find(|line| !line.is_empty());
    matches!(first, Some("---" | "+++"))
}

/// Returns a path as it is shown: `/` between the parts, what is no Unicode replaced.
#[must_use]
pub fn shown_path(relative: &OsStr) -> String {
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
        let said = match &what {
            What::Offers(offers) => offers.first().map(|offer| &offer.path),
            What::NotOffer(..) | What::LeftOut(_) => None,
        };
        // A file of one offer and its row say the same path: it is held once.
        let relative = said.filter(|path| **path == *shown.as_str()).cloned();
        Self {
            source,
            relative: relative.unwrap_or_else(|| shown.into()),
            raw,
            stamp: Stamp::default(),
            what,
        }
    }

    fn stamped(self, stamp: Stamp) -> Self {
        Self { stamp, ..self }
    }
}
