//! What was read of the offers, kept so that the next start shows them at once.
//!
//! One flat file a set of sources, in the cache directory. It may be deleted at any time, and is thrown away on any
//! doubt: another format, another program, other sources, a length or a sum that does not fit. It is never trusted
//! about the present either: [`super::load`](mod@super::load) compares each file's size, time and place on the disk.
//!
//! ```text
//! magic 8 │ format 4 │ key 8 │ length of the table 4 │ sum of the table 8 │ table │ first rows │ files …
//! ```
//! The table has, for each part, its length, the number of its files and of its offers, and its sum. The first part
//! repeats the offers that an interface shows first; it lies near the start, so that a screenful is there after one
//! small read. The others hold all files in order and are read by several threads. Each part begins with its texts,
//! each of which it holds once; its files and offers say where theirs stand.

mod bytes;
mod rows;

use std::fs;
use std::io::{self, Read as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

pub(super) use bytes::checksum;
use bytes::{Input, Output, Stored};

use super::catalog::{Catalog, Parts};
use super::file::Stamp;
use super::sources::{Source, Sources};
use super::write;
use crate::locale::{Lang, files as say};

const MAGIC: &[u8; 8] = b"tremplin";
/// Changes with every change of what the bytes mean.
const FORMAT: u32 = 4;
/// Magic, format, key, length and sum of the table.
const HEADER: usize = 8 + 4 + 8 + 4 + 8;
/// Files a part: small enough to share the work, large enough to keep the table short.
const FILES_A_PART: usize = 1024;
/// Parts that are worth a thread.
const FEWEST_PARTS: usize = 4;
/// Offers in the first part: more than a screen has rows.
const FIRST_ROWS: usize = 64;
/// What the first read takes: the table of a million offers and the first part fit.
const FIRST_READ: usize = 128 * 1024;
/// Files that are kept: two a set of sources.
const MOST_FILES: usize = 12;

/// The cache of one set of sources.
#[derive(Debug, Clone)]
pub struct Cache {
    file: PathBuf,
    key: u64,
}

/// Tells what was written from what another tremplin may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written(u64);

/// Why a cache was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUsed {
    /// There is none yet.
    Missing,
    /// Written by another version of tremplin.
    OtherVersion,
    /// Cut off or altered.
    Damaged,
}

impl NotUsed {
    /// Says what happened, when that is worth a word: at a first start there is nothing to say.
    #[must_use]
    pub fn say(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Missing => None,
            Self::OtherVersion => Some(say::CACHE_OF_ANOTHER_VERSION.get(lang)),
            Self::Damaged => Some(say::CACHE_DAMAGED.get(lang)),
        }
    }
}

/// One part of the file, by the table.
#[derive(Debug, Clone, Copy)]
struct Part {
    length: u32,
    files: u32,
    rows: u32,
    sum: u64,
}

impl Part {
    /// How many bytes it takes in the table.
    const LENGTH: usize = 4 + 4 + 4 + 8;

    fn of(bytes: &[u8], files: usize, rows: usize) -> io::Result<Self> {
        let number = |count| u32::try_from(count).map_err(io::Error::other);
        Ok(Self {
            length: number(bytes.len())?,
            files: number(files)?,
            rows: number(rows)?,
            sum: checksum(bytes),
        })
    }
}

impl Stored for Part {
    fn put(&self, out: &mut Output) {
        self.length.put(out);
        self.files.put(out);
        self.rows.put(out);
        self.sum.put(out);
    }

    fn take(input: &mut Input<'_>) -> Option<Self> {
        Some(Self {
            length: Stored::take(input)?,
            files: Stored::take(input)?,
            rows: Stored::take(input)?,
            sum: Stored::take(input)?,
        })
    }
}

impl Cache {
    /// Names the cache of these sources in the cache directory; `None` for the samples, which need none.
    #[must_use]
    pub fn new(folder: &Path, sources: &Sources) -> Option<Self> {
        let mut name = Output::default();
        for source in sources.all() {
            match source {
                Source::Folder { root, .. } => {
                    0_u8.put(&mut name);
                    root.clone().into_os_string().into_boxed_os_str().put(&mut name);
                }
                Source::File { file, .. } => {
                    1_u8.put(&mut name);
                    file.clone().into_os_string().into_boxed_os_str().put(&mut name);
                }
                Source::Samples(_) => return None,
            }
        }
        let sources = checksum(&name.bytes);
        let file = folder.join(format!("offers.{sources:016x}"));
        Some(Self {
            file,
            key: sources ^ program(),
        })
    }

    /// Returns the file of something else that is kept for the same sources.
    pub(super) fn beside(&self, what: &str) -> PathBuf {
        let sources = self.file.extension().unwrap_or_default().to_string_lossy();
        self.file.with_file_name(format!("{what}.{sources}"))
    }

    /// Returns a number that other sources or another build of tremplin do not have.
    pub(super) fn key(&self) -> u64 {
        self.key
    }

    /// Reads the offers that are shown first: one read, far below a frame, whatever the number of offers.
    ///
    /// # Errors
    ///
    /// Why there is nothing to show.
    pub fn first(&self, sources: &Sources) -> Result<Catalog, NotUsed> {
        let mut start = Vec::with_capacity(FIRST_READ);
        let file = fs::File::open(&self.file).map_err(|_| NotUsed::Missing)?;
        file.take(FIRST_READ as u64)
            .read_to_end(&mut start)
            .map_err(|_| NotUsed::Damaged)?;
        self.read_first(sources, &start)
    }

    fn read_first(&self, sources: &Sources, start: &[u8]) -> Result<Catalog, NotUsed> {
        let (table, length) = self.table(start)?;
        let part = *table.first().ok_or(NotUsed::Damaged)?;
        let end = usize::try_from(part.length)
            .ok()
            .and_then(|size| length.checked_add(size));
        let bytes = end.and_then(|end| start.get(length..end)).ok_or(NotUsed::Damaged)?;
        let mut parts = Parts::default();
        read_part(part, bytes, &mut parts).ok_or(NotUsed::Damaged)?;
        Ok(Catalog::from_parts(sources.clone(), parts))
    }

    /// Reads what was written before; `None` when it is something else by now.
    #[must_use]
    pub fn load_again(&self, sources: &Sources, written: Written) -> Option<Catalog> {
        let file = fs::File::open(&self.file).ok()?;
        let mut room = Vec::new();
        let sum = file.stretch(HEADER as u64 - 8, 8, &mut room)?;
        let same = sum == written.0.to_le_bytes();
        same.then(|| self.read_all(sources, &file).ok()).flatten()
    }

    /// Reads everything.
    ///
    /// # Errors
    ///
    /// Why there is nothing; the file is then removed.
    pub fn load(&self, sources: &Sources) -> Result<Catalog, NotUsed> {
        let file = fs::File::open(&self.file).map_err(|_| NotUsed::Missing)?;
        let read = self.read_all(sources, &file);
        if read.is_err() {
            // The next scan writes a new one; until then nothing shall read this one again.
            let _ = fs::remove_file(&self.file);
        }
        read
    }

    fn read_all(&self, sources: &Sources, file: &(impl Stretches + ?Sized)) -> Result<Catalog, NotUsed> {
        let size = file.size().ok_or(NotUsed::Damaged)?;
        let first = usize::try_from(size).unwrap_or(usize::MAX).min(FIRST_READ);
        let mut room = Vec::new();
        let start = file.stretch(0, first, &mut room).ok_or(NotUsed::Damaged)?;
        let (table, length) = self.table(start)?;
        let mut at = length as u64;
        let mut parts = Vec::with_capacity(table.len());
        for part in table {
            parts.push((part, at));
            at += u64::from(part.length);
        }
        if at != size {
            return Err(NotUsed::Damaged);
        }
        let parts = read_parts(file, parts.get(1..).unwrap_or_default()).ok_or(NotUsed::Damaged)?;
        Ok(Catalog::from_parts(sources.clone(), parts))
    }

    /// Checks the start of the file; returns its table and where the parts begin.
    fn table(&self, start: &[u8]) -> Result<(Vec<Part>, usize), NotUsed> {
        let mut input = Input::new(start);
        if input.take_bytes(MAGIC.len()) != Some(MAGIC) {
            return Err(NotUsed::Damaged);
        }
        let (format, key) = (u32::take(&mut input), u64::take(&mut input));
        if format != Some(FORMAT) || key != Some(self.key) {
            return Err(NotUsed::OtherVersion);
        }
        read_table(input).ok_or(NotUsed::Damaged)
    }

    /// Writes what a scan that began at `began` found. `first` are the rows that are shown first.
    ///
    /// # Errors
    ///
    /// Whatever the system answers; an older cache is then still there.
    pub fn save(&self, catalog: &Catalog, first: &[usize], began: SystemTime) -> io::Result<Written> {
        let first = first.get(..FIRST_ROWS).unwrap_or(first);
        let shown = rows::put_rows(catalog, first);
        let mut table = Output::default();
        Part::of(&shown, first.len(), first.len())?.put(&mut table);
        let mut parts = vec![shown];
        for start in (0..catalog.files()).step_by(FILES_A_PART) {
            let end = catalog.files().min(start + FILES_A_PART);
            let rows = catalog.rows_of(end - 1).end - catalog.rows_of(start).start;
            let bytes = rows::put_files(catalog, start..end, began);
            Part::of(&bytes, end - start, rows)?.put(&mut table);
            parts.push(bytes);
        }
        let table = table.bytes;
        let mut start = Output::default();
        start.bytes.extend_from_slice(MAGIC);
        FORMAT.put(&mut start);
        self.key.put(&mut start);
        let sum = checksum(&table);
        u32::try_from(table.len()).map_err(io::Error::other)?.put(&mut start);
        sum.put(&mut start);
        start.bytes.extend_from_slice(&table);
        let start = start.bytes;
        let all: Vec<&[u8]> = std::iter::once(&start).chain(&parts).map(Vec::as_slice).collect();
        // A power cut may leave a damaged cache: its sums tell. Waiting for the disk would delay leaving.
        write::write_without_waiting(&self.file, &all)?;
        self.forget_others();
        Ok(Written(sum))
    }

    /// Keeps the newest caches only.
    fn forget_others(&self) {
        let Some(entries) = self.file.parent().and_then(|folder| fs::read_dir(folder).ok()) else {
            return;
        };
        let is_ours = |name: &str| name.starts_with("offers.") || name.starts_with("words.");
        let mut caches: Vec<(SystemTime, PathBuf)> = entries
            .flatten()
            .filter(|entry| is_ours(&entry.file_name().to_string_lossy()))
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        caches.sort();
        caches
            .iter()
            .rev()
            .skip(MOST_FILES)
            .for_each(|(_, old)| drop(fs::remove_file(old)));
    }
}

/// Returns a number that another build of tremplin does not have: what it reads of an offer may differ.
fn program() -> u64 {
    let mut name = Output::default();
    Box::<str>::from(env!("CARGO_PKG_VERSION")).put(&mut name);
    let program = std::env::current_exe().and_then(fs::metadata);
    if let Ok(metadata) = program {
        let stamp = Stamp::of(&metadata);
        stamp.size.put(&mut name);
        stamp.modified.put(&mut name);
    }
    checksum(&name.bytes)
}

/// Reads the table that follows the key; returns also where the parts begin.
fn read_table(mut input: Input<'_>) -> Option<(Vec<Part>, usize)> {
    let length = usize::try_from(u32::take(&mut input)?).ok()?;
    let sum = u64::take(&mut input)?;
    let table = input.take_bytes(length)?;
    if checksum(table) != sum {
        return None;
    }
    let mut rest = Input::new(table);
    let mut parts = Vec::with_capacity(length / Part::LENGTH);
    while !rest.bytes.is_empty() {
        parts.push(Part::take(&mut rest)?);
    }
    Some((parts, HEADER + length))
}

/// Adds up what the table says of some parts: files, rows. A number that lies counts no more than the bytes there are.
fn counts(parts: &[(Part, u64)]) -> (usize, usize) {
    let sum = |of: fn(&Part) -> u32| parts.iter().map(|(part, _)| of(part).min(part.length) as usize).sum();
    (sum(|part| part.files), sum(|part| part.rows))
}

/// Checks one part and adds what it holds.
fn read_part(part: Part, bytes: &[u8], all: &mut Parts) -> Option<()> {
    if checksum(bytes) != part.sum {
        return None;
    }
    rows::take_files(bytes, all)
}

/// Reads parts, each with its place in the file, on as many threads as there are cores, and puts them together in
/// order.
///
/// Each row is read to where it stays: what is given back between what is kept would lie waste.
fn read_parts(file: &(impl Stretches + ?Sized), parts: &[(Part, u64)]) -> Option<Parts> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    // A thread costs more to start than it saves on a few parts.
    let share = parts.len().div_ceil(threads).max(FEWEST_PARTS).min(parts.len().max(1));
    let read_share = |share: &[(Part, u64)], mut all: Parts| {
        let mut room = Vec::new();
        for (part, at) in share {
            let bytes = file.stretch(*at, usize::try_from(part.length).ok()?, &mut room)?;
            read_part(*part, bytes, &mut all)?;
        }
        Some(all)
    };
    let (first, others) = parts.split_at(share.min(parts.len()));
    thread::scope(|scope| {
        let workers: Vec<_> = others
            .chunks(share)
            .map(|share| {
                let (files, rows) = counts(share);
                scope.spawn(move || read_share(share, Parts::passing(files, rows)))
            })
            .collect();
        let (files, rows) = counts(parts);
        let mut all = read_share(first, Parts::with_room(files, rows))?;
        for worker in workers {
            // A panic cannot happen in there; if it did, the cache would be of no use.
            all.append(worker.join().ok()??);
        }
        Some(all)
    })
}

/// Something whose bytes can be read from several threads, a stretch at a time.
trait Stretches: Sync {
    /// Returns how many bytes there are.
    fn size(&self) -> Option<u64>;
    /// Returns so many bytes from `at`, all of them or none; `room` holds them when nothing else does.
    fn stretch<'a>(&'a self, at: u64, length: usize, room: &'a mut Vec<u8>) -> Option<&'a [u8]>;
}

impl Stretches for fs::File {
    fn size(&self) -> Option<u64> {
        self.metadata().ok().map(|metadata| metadata.len())
    }

    #[cfg(unix)]
    fn stretch<'a>(&'a self, at: u64, length: usize, room: &'a mut Vec<u8>) -> Option<&'a [u8]> {
        room.resize(length, 0);
        std::os::unix::fs::FileExt::read_exact_at(self, room, at).ok()?;
        Some(room)
    }

    #[cfg(windows)]
    fn stretch<'a>(&'a self, at: u64, length: usize, room: &'a mut Vec<u8>) -> Option<&'a [u8]> {
        room.resize(length, 0);
        let mut read = 0;
        while read < length {
            match std::os::windows::fs::FileExt::seek_read(self, room.get_mut(read..)?, at + read as u64) {
                Ok(0) | Err(_) => return None,
                Ok(more) => read += more,
            }
        }
        Some(room)
    }
}

impl Stretches for [u8] {
    fn size(&self) -> Option<u64> {
        Some(self.len() as u64)
    }

    fn stretch<'a>(&'a self, at: u64, length: usize, _: &'a mut Vec<u8>) -> Option<&'a [u8]> {
        let at = usize::try_from(at).ok()?;
        self.get(at..at.checked_add(length)?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::time::Duration;

    use super::*;
    use crate::store::scan::scan;

    /// A folder with offers of all shapes, its catalog and its saved cache.
    fn saved() -> (tempfile::TempDir, Sources, Catalog, Cache) {
        let dir = tempfile::tempdir().unwrap();
        let offers = dir.path().join("offers");
        fs::create_dir(&offers).unwrap();
        for (name, text) in crate::store::samples::SAMPLES.iter().take(12) {
            fs::write(offers.join(name), text).unwrap();
        }
        // Two of a name, and what is left out.
        fs::copy(offers.join("accessibility-auditor.md"), offers.join("twin.md")).unwrap();
        fs::write(offers.join("binary.md"), [0; 9]).unwrap();
        fs::write(offers.join("other.jpg"), "").unwrap();
        let (sources, _) = Sources::new(&[&offers]);
        let catalog = scan(&sources, &AtomicBool::new(false), &mut |_| {});
        let cache = Cache::new(&dir.path().join("cache"), &sources).unwrap();
        // As if the scan had begun long after the files were written.
        cache
            .save(&catalog, &[3, 1], SystemTime::now() + Duration::from_mins(1))
            .unwrap();
        (dir, sources, catalog, cache)
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let (_dir, sources, catalog, cache) = saved();
        assert_eq!(cache.load(&sources), Ok(catalog.clone()));
        let first = cache.first(&sources).unwrap();
        assert_eq!(first.rows(), [catalog.rows()[3].clone(), catalog.rows()[1].clone()]);
        assert_eq!(first.open(0).unwrap().offer.id, catalog.rows()[3].id);
    }

    #[test]
    fn a_file_changed_shortly_before_the_scan_is_read_again() {
        let (_dir, sources, catalog, cache) = saved();
        cache.save(&catalog, &[], SystemTime::now()).unwrap();
        let loaded = cache.load(&sources).unwrap();
        assert_eq!(loaded.rows(), catalog.rows());
        let changed = loaded
            .records()
            .iter()
            .zip(catalog.records())
            .filter(|(a, b)| a.stamp != b.stamp);
        assert_eq!(changed.count(), 14);
    }

    #[test]
    fn every_prefix_is_refused() {
        let (_dir, sources, _, cache) = saved();
        let whole = fs::read(&cache.file).unwrap();
        for end in 0..whole.len() {
            let prefix = &whole[..end];
            assert!(cache.read_all(&sources, prefix).is_err(), "{end} of {}", whole.len());
        }
        fs::write(&cache.file, [&whole[..], b"x"].concat()).unwrap();
        assert_eq!(cache.load(&sources), Err(NotUsed::Damaged));
        assert!(!cache.file.exists(), "thrown away");
    }

    #[test]
    fn every_flipped_byte_is_refused_or_changes_nothing() {
        let (_dir, sources, catalog, cache) = saved();
        let whole = fs::read(&cache.file).unwrap();
        let first = cache.first(&sources).unwrap();
        for place in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[place] ^= 1 << (place % 8);
            if let Ok(read) = cache.read_all(&sources, &flipped[..]) {
                assert_eq!(read, catalog, "byte {place}");
            }
            if let Ok(read) = cache.read_first(&sources, &flipped) {
                assert_eq!(read, first, "byte {place}");
            }
        }
    }

    #[test]
    fn another_version_is_passed_over_and_said() {
        let (dir, sources, _, cache) = saved();
        let mut bytes = fs::read(&cache.file).unwrap();
        for format in [FORMAT - 1, FORMAT + 1, u32::MAX] {
            bytes[8..12].copy_from_slice(&format.to_le_bytes());
            assert_eq!(cache.read_all(&sources, &bytes[..]), Err(NotUsed::OtherVersion));
        }
        assert_eq!(NotUsed::Missing.say(Lang::Fr), None);
        assert!(
            [NotUsed::OtherVersion, NotUsed::Damaged]
                .iter()
                .all(|why| why.say(Lang::Fr).is_some())
        );
        let other = Cache {
            key: cache.key ^ 1,
            ..cache
        };
        assert_eq!(other.load(&sources), Err(NotUsed::OtherVersion));
        let elsewhere = Cache::new(dir.path(), &sources).unwrap();
        assert_eq!(elsewhere.load(&sources), Err(NotUsed::Missing));
    }

    #[test]
    fn only_the_newest_caches_are_kept() {
        let (dir, _, catalog, _) = saved();
        for number in 0..MOST_FILES + 3 {
            let folder = dir.path().join(number.to_string());
            fs::create_dir(&folder).unwrap();
            let (sources, _) = Sources::new(&[folder]);
            let cache = Cache::new(&dir.path().join("cache"), &sources).unwrap();
            cache.save(&catalog, &[], SystemTime::now()).unwrap();
            assert!(cache.file.exists());
        }
        assert_eq!(fs::read_dir(dir.path().join("cache")).unwrap().count(), MOST_FILES);
    }

    #[test]
    fn samples_need_no_cache() {
        let samples = Sources::samples(jiff::civil::date(2026, 11, 20));
        assert!(Cache::new(Path::new("/nowhere"), &samples).is_none());
    }
}
