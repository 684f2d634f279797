//! Everything that was found in the sources: rows for offers, reasons for the rest, and the way back to the files.

use std::ffi::OsStr;
use std::fs;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use foldhash::quality::FixedState;

use super::decode;
use super::file::{self, Stamp};
use super::ids;
use super::room;
use super::samples::{self, SAMPLES};
use super::scan::{self, LeftOut, LeftOutReason, NotOffer};
use super::sources::{Source, Sources};
use crate::locale::{self, Lang};
use crate::offer::{self, NotAnOfferReason, Offer, OfferId, Reading, Summary};
use crate::text::Shared;

/// What the sources hold, ordered by source and path whatever the threads did.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalog {
    sources: Sources,
    parts: Parts,
}

/// Files that are worth a thread to sort them.
const WORTH_A_THREAD: usize = 4096;

/// Files in order with their rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Parts {
    files: Vec<Record>,
    /// For each file its first row.
    first_row: Vec<u32>,
    rows: Vec<Summary>,
    /// The ids as they were before twins were renamed, by row.
    original: Vec<(u32, OfferId)>,
}

impl Parts {
    /// Appends a file; its offers are then [added](Self::add).
    pub(super) fn begin(&mut self, file: Record) {
        self.files.push(file);
        self.first_row.push(number(self.rows.len()));
    }

    /// Appends an offer of the last file, with the id it had before twins were renamed.
    pub(super) fn add(&mut self, offer: Summary, original: Option<OfferId>) {
        if let Some(id) = original {
            self.original.push((number(self.rows.len()), id));
        }
        self.rows.push(offer);
    }

    /// Makes room for so many files and rows that are soon appended to others.
    pub(super) fn passing(files: usize, rows: usize) -> Self {
        Self {
            files: room::passing(files),
            first_row: room::passing(files),
            rows: room::passing(rows),
            original: Vec::new(),
        }
    }

    /// Makes room for so many files and rows, and no more.
    pub(super) fn with_room(files: usize, rows: usize) -> Self {
        Self {
            files: Vec::with_capacity(files),
            first_row: Vec::with_capacity(files),
            rows: Vec::with_capacity(rows),
            original: Vec::new(),
        }
    }

    /// Appends parts that follow these in order.
    pub(super) fn append(&mut self, mut other: Self) {
        let before = number(self.rows.len());
        self.files.append(&mut other.files);
        self.first_row.extend(other.first_row.iter().map(|row| row + before));
        self.rows.append(&mut other.rows);
        self.original
            .extend(other.original.into_iter().map(|(row, id)| (row + before, id)));
    }
}

/// Puts files in order. Two halves are sorted at once; the last sort finds them in order and merges them.
fn sort(files: &mut [Box<Record>]) {
    // By the real name last: two names may look the same once what is no Unicode is replaced.
    let compare = |a: &Record, b: &Record| {
        let shown = a.source.cmp(&b.source).then_with(|| a.relative.cmp(&b.relative));
        shown.then_with(|| a.real_relative().cmp(b.real_relative()))
    };
    if files.len() >= WORTH_A_THREAD {
        let (first, second) = files.split_at_mut(files.len() / 2);
        thread::scope(|scope| {
            scope.spawn(|| first.sort_by(|a, b| compare(a, b)));
            second.sort_by(|a, b| compare(a, b));
        });
    }
    files.sort_by(|a, b| compare(a, b));
}

/// Rows are counted in 32 bits: there is no folder of four thousand million offers.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// One file or folder that was met.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub(super) source: u16,
    /// As shown.
    pub(super) relative: Shared,
    /// The name as the system has it, when it cannot be shown so.
    pub(super) raw: Option<Box<OsStr>>,
    pub(super) stamp: Stamp,
    pub(super) what: What,
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Offers. Inside a [`Catalog`] they stand among its rows and this is empty.
    Offers(Box<[Summary]>),
    /// Read, and not an offer.
    NotOffer(NotAnOfferReason, Option<Box<str>>),
    /// Left out.
    LeftOut(LeftOutReason),
}

/// An offer that was opened: everything that its file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// All facts with their passages, in bytes of `text`.
    pub offer: Offer,
    /// The whole text of the file, decoded. Not cleaned.
    pub text: Arc<str>,
    /// The file; `None` for a sample.
    pub path: Option<PathBuf>,
}

/// Why an offer could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct OpenError {
    /// The file relative to its source. Not cleaned.
    pub path: String,
    /// What happened.
    pub reason: OpenErrorReason,
}

/// What keeps an offer from being opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenErrorReason {
    /// The file cannot be read.
    File(LeftOutReason),
    /// The file was changed and is no offer any more.
    NoLongerAnOffer,
    /// There is no such row.
    NoSuchRow,
}

impl OpenError {
    /// Says what is wrong and what to do.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let path = crate::text::clean_visibly(&self.path);
        match self.reason {
            OpenErrorReason::File(reason) => locale::files::cannot_open(lang, path.as_str(), &reason.say(lang)),
            OpenErrorReason::NoLongerAnOffer => locale::files::no_longer_an_offer(lang, path.as_str()),
            OpenErrorReason::NoSuchRow => locale::files::NO_SUCH_OFFER.get(lang).to_owned(),
        }
    }
}

impl Record {
    /// Returns how many offers it holds.
    pub(super) fn offers(&self) -> usize {
        match &self.what {
            What::Offers(offers) => offers.len(),
            What::NotOffer(..) | What::LeftOut(_) => 0,
        }
    }

    /// Tells whether it is a link that was left out for what it leads to.
    pub(super) fn is_left_out_link(&self) -> bool {
        use LeftOutReason as Reason;
        match &self.what {
            What::LeftOut(reason) => matches!(
                reason,
                Reason::LinkOutside | Reason::LinkToFolder | Reason::LinkToOffer | Reason::BrokenLink
            ),
            What::Offers(_) | What::NotOffer(..) => false,
        }
    }

    /// Returns for so many offers of the file a number that changes when the file does.
    pub(super) fn marks(&self, offers: usize) -> impl Iterator<Item = u64> + use<> {
        let mut hash = FixedState::default().build_hasher();
        (self.source, &self.relative, &self.raw).hash(&mut hash);
        (self.stamp.size, self.stamp.modified, self.stamp.inode).hash(&mut hash);
        (0..offers).map(move |place| {
            let mut hash = hash.clone();
            place.hash(&mut hash);
            hash.finish()
        })
    }

    /// Returns the path relative to the source, as the system has it.
    pub(super) fn real_relative(&self) -> &OsStr {
        self.raw.as_deref().unwrap_or_else(|| OsStr::new(&*self.relative))
    }
}

impl Catalog {
    /// Puts records in order and names their offers.
    #[must_use]
    #[allow(clippy::vec_box, reason = "to sort them by pointers takes a tenth of the room")]
    pub(super) fn new(sources: Sources, mut files: Vec<Box<Record>>) -> Self {
        sort(&mut files);
        // They are often packed soon.
        let mut parts = Parts::passing(files.len(), files.iter().map(|file| file.offers()).sum());
        for mut file in files {
            let offers = match &mut file.what {
                What::Offers(offers) => std::mem::take(offers),
                What::NotOffer(..) | What::LeftOut(_) => Box::default(),
            };
            parts.first_row.push(number(parts.rows.len()));
            parts.rows.extend(offers);
            parts.files.push(*file);
        }
        parts.original = ids::make_unique(&mut parts.rows);
        Self { sources, parts }
    }

    /// Takes what the cache holds, already in order and named.
    pub(super) fn from_parts(sources: Sources, parts: Parts) -> Self {
        Self { sources, parts }
    }

    /// Returns the stamps of the files.
    pub(super) fn stamps(&self) -> Vec<Stamp> {
        let mut stamps = room::passing(self.files());
        stamps.extend(self.parts.files.iter().map(|file| file.stamp));
        stamps
    }

    /// Gives the files the stamps that they were read with.
    pub(super) fn stamp(&mut self, stamps: Vec<Stamp>) {
        for (file, stamp) in self.parts.files.iter_mut().zip(stamps) {
            file.stamp = stamp;
        }
    }

    /// Takes it apart again, as it was before it was put in order and named.
    pub(super) fn into_records(self) -> Vec<Record> {
        let Parts {
            mut files,
            first_row,
            mut rows,
            original,
        } = self.parts;
        for (row, id) in original {
            if let Some(row) = usize::try_from(row).ok().and_then(|row| rows.get_mut(row)) {
                row.id = id;
            }
        }
        let mut rows = rows.into_iter();
        let ends = first_row.iter().skip(1).copied().chain([u32::MAX]);
        for ((file, start), end) in files.iter_mut().zip(&first_row).zip(ends) {
            if let What::Offers(offers) = &mut file.what {
                let count = usize::try_from(end - start).unwrap_or(usize::MAX);
                *offers = rows.by_ref().take(count).collect();
            }
        }
        files
    }

    /// Returns the files in order.
    pub(super) fn records(&self) -> &[Record] {
        &self.parts.files
    }

    /// Returns the rows of a file.
    pub(super) fn rows_of(&self, file: usize) -> Range<usize> {
        let row = |file: usize| {
            self.parts
                .first_row
                .get(file)
                .and_then(|row| usize::try_from(*row).ok())
        };
        let end = self.parts.rows.len();
        row(file).unwrap_or(end)..row(file + 1).unwrap_or(end)
    }

    /// Returns the id that a row had before twins were renamed, when it was.
    pub(super) fn original_id(&self, row: usize) -> Option<&OfferId> {
        let row = u32::try_from(row).ok()?;
        let place = self.parts.original.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.parts.original.get(place).map(|(_, id)| id)
    }

    /// Returns the offers.
    #[must_use]
    pub fn rows(&self) -> &[Summary] {
        &self.parts.rows
    }

    /// Returns the sources.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Returns how many files and folders were met.
    #[must_use]
    pub fn files(&self) -> usize {
        self.parts.files.len()
    }

    /// Returns the files and folders that were left out.
    pub fn left_out(&self) -> impl Iterator<Item = LeftOut<'_>> {
        self.parts.files.iter().filter_map(|file| match file.what {
            What::LeftOut(reason) => Some(LeftOut {
                source: file.source,
                path: &file.relative,
                reason,
            }),
            What::Offers(_) | What::NotOffer(..) => None,
        })
    }

    /// Returns the files that were read and are not offers.
    pub fn not_offers(&self) -> impl Iterator<Item = NotOffer<'_>> {
        self.parts.files.iter().filter_map(|file| match &file.what {
            What::NotOffer(reason, title) => Some(NotOffer {
                source: file.source,
                path: &file.relative,
                reason: *reason,
                title: title.as_deref(),
            }),
            What::Offers(_) | What::LeftOut(_) => None,
        })
    }

    /// Finds a row by the whole id or, when only one has it, by its beginning.
    ///
    /// # Errors
    ///
    /// The ids that begin so, none when there is no such offer.
    pub fn find(&self, id: &str) -> Result<usize, Vec<&str>> {
        let ids = || self.parts.rows.iter().map(|row| row.id.as_str());
        if let Some(row) = ids().position(|known| known == id) {
            return Ok(row);
        }
        let begin: Vec<usize> = (0..self.parts.rows.len())
            .filter(|row| self.id(*row).starts_with(id))
            .collect();
        match begin[..] {
            [row] if !id.is_empty() => Ok(row),
            _ => Err(begin.iter().map(|row| self.id(*row)).collect()),
        }
    }

    fn id(&self, row: usize) -> &str {
        self.parts.rows.get(row).map_or("", |row| row.id.as_str())
    }

    /// Returns the file of a row; `None` for a sample.
    #[must_use]
    pub fn path(&self, row: usize) -> Option<PathBuf> {
        let file = self.file(row)?;
        scan::real_path(&self.sources, file.source, file.real_relative())
    }

    /// Returns the file of a row.
    pub(super) fn file(&self, row: usize) -> Option<&Record> {
        self.parts.files.get(self.number_of(row)?)
    }

    /// Returns the place of the file of a row.
    fn number_of(&self, row: usize) -> Option<usize> {
        if row >= self.parts.rows.len() {
            return None;
        }
        let row = u32::try_from(row).ok()?;
        // The last file that begins at or before the row: those without offers begin where the next one does.
        let after = self.parts.first_row.partition_point(|first| *first <= row);
        after.checked_sub(1)
    }

    /// Reads the file of a row again and returns all that it says.
    ///
    /// # Errors
    ///
    /// When the file is gone, cannot be read, or is no longer an offer.
    pub fn open(&self, row: usize) -> Result<Opened, OpenError> {
        let (Some(summary), Some(file)) = (self.parts.rows.get(row), self.file(row)) else {
            return Err(OpenError {
                path: String::new(),
                reason: OpenErrorReason::NoSuchRow,
            });
        };
        let fail = |reason| OpenError {
            path: file.relative.clone().into(),
            reason,
        };
        let (bytes, stamp) = self.bytes(file).map_err(|reason| fail(OpenErrorReason::File(reason)))?;
        let Some((text, encoding)) = decode::decode(bytes) else {
            return Err(fail(OpenErrorReason::File(LeftOutReason::Binary)));
        };
        let offers = match scan::reading(&file.relative, &text, encoding, stamp) {
            Reading::Offers(offers) => offers,
            Reading::NotAnOffer(_) => return Err(fail(OpenErrorReason::NoLongerAnOffer)),
        };
        let Some(mut offer) = choose(offers, summary) else {
            return Err(fail(OpenErrorReason::NoLongerAnOffer));
        };
        offer.id = summary.id.clone();
        Ok(Opened {
            offer,
            text: text.into(),
            path: self.path(row),
        })
    }

    /// Reads the body of a row, without its facts; `None` when its file cannot be read any more.
    #[must_use]
    pub fn body(&self, row: usize) -> Option<String> {
        let file = self.file(row)?;
        let number = self.number_of(row)?;
        if self.rows_of(number).len() > 1 {
            let opened = self.open(row).ok()?;
            return opened.text.get(opened.offer.body).map(str::to_owned);
        }
        let (bytes, _) = self.bytes(file).ok()?;
        let (mut text, _) = decode::decode(bytes)?;
        let start = offer::front_matter::read(&text).body_start.min(text.len());
        if text.is_char_boundary(start) {
            text.drain(..start);
        }
        Some(text)
    }

    /// Returns for each row a number that changes when its file does. Another build of tremplin may number otherwise.
    pub(super) fn marks(&self) -> Vec<u64> {
        let mut marks = Vec::with_capacity(self.parts.rows.len());
        for (number, file) in self.parts.files.iter().enumerate() {
            marks.extend(file.marks(self.rows_of(number).len()));
        }
        marks
    }

    /// Reads again every file that holds offers, and every one that was read and holds none, in their order: which
    /// source, the path in it, and what the file says.
    pub fn readings(&self) -> impl Iterator<Item = (u16, &str, Result<Reading, LeftOutReason>)> {
        let read = self
            .records()
            .iter()
            .filter(|file| !matches!(file.what, What::LeftOut(_)));
        read.map(|file| (file.source, &*file.relative, self.reading(file)))
    }

    fn reading(&self, file: &Record) -> Result<Reading, LeftOutReason> {
        let (bytes, stamp) = self.bytes(file)?;
        let (text, encoding) = decode::decode(bytes).ok_or(LeftOutReason::Binary)?;
        Ok(scan::reading(&file.relative, &text, encoding, stamp))
    }

    fn bytes(&self, file: &Record) -> Result<(Vec<u8>, Stamp), LeftOutReason> {
        match self.sources.get(file.source) {
            Some(Source::Samples(today)) => {
                let sample = SAMPLES.iter().find(|(name, _)| **name == *file.relative);
                sample
                    .map(|(_, text)| (samples::dated(text, *today).into_bytes(), file.stamp))
                    .ok_or(LeftOutReason::Vanished)
            }
            Some(Source::File { file, .. }) => file::read(file),
            Some(Source::Folder { root, .. }) => {
                let path = root.join(file.real_relative());
                match fs::read_link(&path) {
                    Ok(_) => through_link(root, &path),
                    Err(_) => file::read(&path),
                }
            }
            None => Err(LeftOutReason::Vanished),
        }
    }
}

/// Reads through a link, which may lead elsewhere than when it was found.
fn through_link(root: &Path, path: &Path) -> Result<(Vec<u8>, Stamp), LeftOutReason> {
    let real = fs::canonicalize(path).map_err(|error| file::left_out(&error))?;
    if real.starts_with(root) {
        file::read(&real)
    } else {
        Err(LeftOutReason::LinkOutside)
    }
}

/// Chooses among the offers of a file the one that a row shows: by its anchor, else by its title, else the first.
fn choose(offers: Vec<Offer>, summary: &Summary) -> Option<Offer> {
    let by_path = offers.iter().position(|offer| offer.path == *summary.path);
    let titled = |offer: &Offer| {
        offer
            .facts
            .title
            .as_ref()
            .is_some_and(|title| title.value == *summary.title)
    };
    let place = by_path.or_else(|| offers.iter().position(titled)).unwrap_or(0);
    offers.into_iter().nth(place)
}
