//! The words of all bodies: read from the cache, brought up to date, saved.
//!
//! Each row has a number made from its file's place and stamp. Rows whose number is still there keep their words
//! wherever they moved to; only the others are read.

use std::collections::HashMap;
use std::io::{self, Read};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, thread};

use super::cache::{Cache, checksum};
use super::catalog::Catalog;
use super::sources::Sources;
use super::write;
use crate::search::bodies::BodyIndexBuilder;
use crate::search::{BodyIndex, Texts};

/// Says what the file is, and in which form.
const MAGIC: &[u8; 8] = b"trwords2";
/// Bytes before the marks: what it is, for which program and sources, the sum of the marks and how many they are.
const HEAD: usize = 32;
/// The file beside the cache of the rows.
const NAME: &str = "words";
/// Bodies that are worth a thread.
const FEWEST: usize = 64;

/// The words of the bodies of a catalog.
#[derive(Debug, Clone)]
pub struct Bodies {
    /// The words; rows are those of the catalog.
    pub index: Arc<BodyIndex>,
    /// What each row was made from.
    marks: Vec<u64>,
}

impl Bodies {
    /// Makes those of a catalog. What was gathered while its files were read, or else stands in `before`, is taken
    /// over; only the other bodies are read. `None` when `cancelled` became true: not all was read then.
    #[must_use]
    pub fn of(catalog: &Catalog, before: Option<&Self>, words: Gathering, cancelled: &AtomicBool) -> Option<Self> {
        let marks = catalog.marks();
        if let Some(same) = before.filter(|before| before.marks == marks) {
            return Some(same.clone());
        }
        let places = places(&marks);
        let mut known = Vec::new();
        let mut follow = |marks: &[u64]| {
            let moved: Vec<_> = marks.iter().map(|mark| places.get(mark).copied()).collect();
            known.extend_from_slice(&moved);
            moved
        };
        let mut builders = Vec::new();
        let mut kept = BodyIndexBuilder::default();
        if let Some(before) = before.filter(|_| words.is_empty()) {
            kept = BodyIndexBuilder::keeping(&before.index, &follow(&before.marks));
        }
        for mut gathered in words.0.into_inner().unwrap_or_else(PoisonError::into_inner) {
            gathered.builder.moved(follow(&gathered.marks));
            builders.push(gathered.builder);
        }
        let unknown = others(&known, marks.len());
        builders.extend(read_bodies(catalog, &unknown, kept, cancelled));
        let done = !cancelled.load(Ordering::Relaxed);
        done.then(|| Self {
            index: Arc::new(BodyIndexBuilder::finish_together(builders, marks.len())),
            marks,
        })
    }

    /// Tells whether both were made from the same files.
    fn is_same(&self, other: &Self) -> bool {
        self.marks == other.marks
    }

    /// Reads what was saved for these sources; `None` on any doubt. [`Bodies::of`] makes it fit the catalog.
    #[must_use]
    pub fn load(cache: &Path, sources: &Sources) -> Option<Self> {
        let cache = Cache::new(cache, sources)?;
        let mut file = fs::File::open(cache.beside(NAME)).ok()?;
        let size = usize::try_from(file.metadata().ok()?.len()).ok()?;
        Self::read(&mut file, size, cache.key())
    }

    /// Reads so many bytes.
    fn read(input: &mut impl Read, size: usize, key: u64) -> Option<Self> {
        let mut head = [0; HEAD];
        input.read_exact(&mut head).ok()?;
        let rest = head.strip_prefix(MAGIC)?.strip_prefix(&key.to_le_bytes())?;
        let ([sum, count], _) = rest.as_chunks::<8>() else {
            return None;
        };
        let length = usize::try_from(u64::from_le_bytes(*count)).ok()?.checked_mul(8)?;
        let words = size.checked_sub(HEAD)?.checked_sub(length)?;
        let mut marks = vec![0; length];
        input.read_exact(&mut marks).ok()?;
        if checksum(&marks) != u64::from_le_bytes(*sum) {
            return None;
        }
        let index = BodyIndex::from_bytes(input, words).ok()?;
        let (marks, _) = marks.as_chunks::<8>();
        let marks: Vec<u64> = marks.iter().map(|mark| u64::from_le_bytes(*mark)).collect();
        (index.rows() == marks.len()).then(|| Self {
            index: Arc::new(index),
            marks,
        })
    }

    /// Saves it for these sources, unless it is what was there before. Without it the bodies are read again the next
    /// time, and nothing else is lost.
    pub fn save_over(&self, before: Option<&Self>, cache: &Path, sources: &Sources) {
        if !before.is_some_and(|before| before.is_same(self)) {
            let _ = self.save(cache, sources);
        }
    }

    fn save(&self, cache: &Path, sources: &Sources) -> io::Result<()> {
        let Some(cache) = Cache::new(cache, sources) else {
            return Ok(());
        };
        let marks: Vec<u8> = self.marks.iter().flat_map(|mark| mark.to_le_bytes()).collect();
        let [head, numbers, text, packed] = self.index.to_bytes();
        let count = (self.marks.len() as u64).to_le_bytes();
        let sum = checksum(&marks).to_le_bytes();
        let key = cache.key().to_le_bytes();
        let parts = [&MAGIC[..], &key, &sum, &count, &marks, &head, &numbers, &text, &packed];
        write::write_without_waiting(&cache.beside(NAME), &parts)
    }
}

/// The words of bodies, gathered while their files are read for the facts: no file is then read twice.
///
/// A thread takes a part of it for each file and gives it back: there are no more parts than threads that add at once,
/// and the words that all files have stand in few of them.
#[derive(Debug, Default)]
pub struct Gathering(Mutex<Vec<Gathered>>);

impl Gathering {
    /// Tells whether nothing was gathered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// Adds the bodies of a file, each with the mark of its row.
    pub(super) fn add<'b>(&self, bodies: impl Iterator<Item = (u64, &'b str)>) {
        let part = self.parts().pop();
        let mut part = part.unwrap_or_default();
        for (mark, body) in bodies {
            part.add(mark, body);
        }
        self.parts().push(part);
    }

    fn parts(&self) -> MutexGuard<'_, Vec<Gathered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A part of what was gathered, in the order in which it was read.
#[derive(Debug, Default)]
struct Gathered {
    builder: BodyIndexBuilder,
    /// For each body the mark of its row.
    marks: Vec<u64>,
}

impl Gathered {
    /// Adds the body of the row with this mark.
    fn add(&mut self, mark: u64, body: &str) {
        // No folder holds four thousand million offers.
        self.builder
            .add(u32::try_from(self.marks.len()).unwrap_or(u32::MAX - 1), body);
        self.marks.push(mark);
    }
}

/// Where each row stands, by its mark.
type Places = HashMap<u64, u32, foldhash::fast::FixedState>;

fn places(marks: &[u64]) -> Places {
    marks.iter().copied().zip(0..).collect()
}

impl Texts for Catalog {
    fn body(&self, row: u32) -> Option<String> {
        Self::body(self, row as usize)
    }
}

/// Returns the rows of so many that are not known.
fn others(known: &[Option<u32>], rows: usize) -> Vec<usize> {
    let mut is_known = vec![false; rows];
    for row in known.iter().flatten() {
        if let Some(is_known) = usize::try_from(*row).ok().and_then(|row| is_known.get_mut(row)) {
            *is_known = true;
        }
    }
    (0..rows)
        .filter(|row| !is_known.get(*row).copied().unwrap_or_default())
        .collect()
}

/// Reads bodies and gathers their words on as many threads as there are cores, but not on more than needed; the words
/// of the first are added to those of `builder`.
fn read_bodies(
    catalog: &Catalog,
    rows: &[usize],
    builder: BodyIndexBuilder,
    cancelled: &AtomicBool,
) -> Vec<BodyIndexBuilder> {
    let next = AtomicUsize::new(0);
    let gather = |mut builder: BodyIndexBuilder| {
        while let Some(row) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
            if cancelled.load(Ordering::Relaxed) {
                break;
            }
            // A file that vanished meanwhile has no words.
            if let (Ok(number), Some(body)) = (u32::try_from(*row), catalog.body(*row)) {
                builder.add(number, &body);
            }
        }
        builder
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let others = cores.min(rows.len() / FEWEST).saturating_sub(1);
    thread::scope(|scope| {
        let others: Vec<_> = (0..others)
            .map(|_| scope.spawn(|| gather(BodyIndexBuilder::default())))
            .collect();
        let first = gather(builder);
        let others = others
            .into_iter()
            .map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        std::iter::once(first).chain(others).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::scan::scan;

    static GO: AtomicBool = AtomicBool::new(false);

    fn text(title: &str, word: &str) -> String {
        format!("# {title}\n\nNous cherchons une personne en stage : {word}.\n\nCV à emploi@asso.example.\n")
    }

    fn scanned(folder: &Path) -> Catalog {
        scan(&Sources::new(&[folder]).0, &GO, &mut |_| {})
    }

    fn up_to_date(catalog: &Catalog, before: Option<&Bodies>) -> Option<Bodies> {
        Bodies::of(catalog, before, Gathering::default(), &GO)
    }

    /// The rows whose bodies hold a word, by what the whole program answers.
    fn found(catalog: &Catalog, bodies: &Bodies, word: &str) -> Vec<String> {
        let today = jiff::civil::date(2026, 11, 20);
        let index = crate::search::Index::build(catalog.rows());
        let corpus = crate::search::rank::Corpus {
            bodies: Some(&bodies.index),
            texts: Some(catalog),
            scope: crate::search::Scope::All,
            ..crate::search::rank::Corpus::of_fields(catalog.rows(), &index, today)
        };
        let hits = crate::search::search(
            corpus,
            &crate::search::Query::parse(word, today),
            crate::search::Sort::Title,
        );
        hits.rows
            .iter()
            .map(|hit| catalog.rows()[hit.row as usize].title.to_string())
            .collect()
    }

    #[test]
    fn words_follow_files_that_are_added_changed_and_removed() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, title: &str, word: &str| fs::write(dir.path().join(name), text(title, word)).unwrap();
        write("b.md", "Stage un", "abricotier");
        write("c.md", "Stage deux", "bergamote");
        let first = scanned(dir.path());
        let bodies = up_to_date(&first, None).unwrap();
        assert_eq!(found(&first, &bodies, "abricotier"), ["Stage un"]);

        write("a.md", "Stage trois", "abricotier");
        write("b.md", "Stage un", "cardamome blanche");
        let second = scanned(dir.path());
        let updated = up_to_date(&second, Some(&bodies)).unwrap();
        assert_eq!(found(&second, &updated, "abricotier"), ["Stage trois"]);
        assert_eq!(found(&second, &updated, "cardamome"), ["Stage un"]);
        assert_eq!(found(&second, &updated, "bergamote"), ["Stage deux"]);

        fs::remove_file(dir.path().join("a.md")).unwrap();
        let third = scanned(dir.path());
        let updated = up_to_date(&third, Some(&updated)).unwrap();
        assert_eq!(found(&third, &updated, "abricotier"), [""; 0]);
        assert_eq!(found(&third, &updated, "bergamote"), ["Stage deux"]);
    }

    #[test]
    fn words_gathered_while_files_are_read_are_those_of_the_bodies() {
        let dir = tempfile::tempdir().unwrap();
        for (name, sample) in crate::store::samples::SAMPLES {
            fs::write(dir.path().join(name), sample).unwrap();
        }
        fs::write(dir.path().join("z.md"), text("Stage un", "abricotier")).unwrap();
        let (sources, _) = Sources::new(&[dir.path()]);
        let (words, today) = (Gathering::default(), jiff::civil::date(2026, 11, 20));
        let catalog = crate::store::load(&sources, None, today, &GO, Some(&words), &mut |_| {}).catalog;
        assert!(!words.is_empty());
        let gathered = Bodies::of(&catalog, None, words, &GO).unwrap();
        let read = up_to_date(&catalog, None).unwrap();
        assert!(gathered.is_same(&read) && catalog.rows().len() > 12);
        assert_eq!(gathered.index.rows(), read.index.rows());
        assert_eq!(gathered.index.words_and_rows(), read.index.words_and_rows());
        assert_eq!(found(&catalog, &gathered, "abricotier"), ["Stage un"]);
    }

    fn read(mut bytes: &[u8], cache: &Cache) -> Option<Bodies> {
        let size = bytes.len();
        Bodies::read(&mut bytes, size, cache.key())
    }

    #[test]
    fn what_is_saved_is_loaded_and_damage_is_refused() {
        let (dir, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(dir.path().join("a.md"), text("Stage un", "abricotier")).unwrap();
        let catalog = scanned(dir.path());
        let bodies = up_to_date(&catalog, None).unwrap();
        bodies.save(cache.path(), catalog.sources()).unwrap();
        let loaded = Bodies::load(cache.path(), catalog.sources()).unwrap();
        assert_eq!(loaded.marks, catalog.marks());
        assert_eq!(found(&catalog, &loaded, "abricotier"), ["Stage un"]);
        let cache = Cache::new(cache.path(), catalog.sources()).unwrap();
        let whole = fs::read(cache.beside(NAME)).unwrap();
        for place in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[place] ^= 1 << (place % 8);
            assert!(read(&flipped, &cache).is_none(), "byte {place}");
            assert!(read(&whole[..place], &cache).is_none(), "prefix {place}");
        }
    }
}
