//! The catalog at a start and after a change: from the cache first, then compared with the files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use jiff::civil::Date;

use super::bodies::Gathering;
use super::cache::{Cache, Written};
use super::catalog::{Catalog, Record};
use super::scan::{Found, Known, Progress, Search, Walking};
use super::sources::{Source, Sources};
use super::walk::{self, Met};

/// Files that are read before all others: about a screenful.
const FIRST_FILES: usize = 64;
/// Names that are looked at for them: a folder of photographs with a few offers delays those by no more than a moment.
const FIRST_NAMES: usize = 16_384;

/// What a load came to.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Everything that the sources hold now.
    pub catalog: Arc<Catalog>,
    /// Whether it differs from what was last reported or given.
    pub changed: bool,
    /// The cache that was written after every file was read, because nothing was known of them.
    pub written: Option<Written>,
}

impl Loaded {
    fn new(catalog: Arc<Catalog>, changed: bool) -> Self {
        Self {
            catalog,
            changed,
            written: None,
        }
    }
}

/// Loads the catalog of `sources`: a screenful from the cache, all of it from the cache, then what the files say.
/// Each is reported as [`Progress::Partial`]; without a cache the offers are reported as they are found.
///
/// `cache` is the cache directory; `None` reads every file. The cache is written when anything changed. `report` is
/// called on this thread. When `cancelled` becomes true, returns soon with what it has. When every file is read anyway,
/// `words` takes the words of their bodies.
pub fn load(
    sources: &Sources,
    cache: Option<&Path>,
    today: Date,
    cancelled: &AtomicBool,
    words: Option<&Gathering>,
    report: &mut dyn FnMut(Progress),
) -> Loaded {
    let began = SystemTime::now();
    let cache = cache.and_then(|folder| Cache::new(folder, sources));
    let known = cache.as_ref().and_then(|cache| from_cache(cache, sources, report));
    if known.is_none() {
        report_first(sources, cancelled, report);
    }
    report(Progress::Walking);
    let walk = |meet: &mut dyn FnMut(Met)| walk::walk(sources, cancelled, meet);
    let mut loaded = compare(sources, known.as_ref(), &walk, cancelled, words, report);
    if let Some(cache) = cache.filter(|_| loaded.changed && !cancelled.load(Ordering::Relaxed)) {
        // A cache that cannot be written costs time at the next start and nothing else.
        let saved = cache.save(&loaded.catalog, &shown_first(&loaded.catalog, today), began);
        loaded.written = saved.ok().filter(|_| known.is_none());
    }
    loaded
}

/// Returns a catalog as its cache holds it; `None` when that is something else by now.
///
/// What was read file by file lies scattered in memory, each text by itself; from the cache the texts lie together, each
/// once, in a third less. The one goes before the other comes, so that both have the same room.
#[must_use]
pub fn packed(catalog: Arc<Catalog>, cache: &Path, written: Written) -> Option<Arc<Catalog>> {
    let (sources, stamps) = (catalog.sources().clone(), catalog.stamps());
    drop(catalog);
    let mut packed = Cache::new(cache, &sources)?.load_again(&sources, written)?;
    packed.stamp(stamps);
    Some(Arc::new(packed))
}

/// Reads again what changed at these paths (files, folders, or what is no longer there) and leaves the rest as known.
#[must_use]
pub fn refresh(catalog: &Arc<Catalog>, paths: &[PathBuf], cancelled: &AtomicBool) -> Loaded {
    let sources = catalog.sources();
    let mut places = places(sources, paths);
    // What a link leads to may be what changed.
    let links = catalog.records().iter().filter(|record| record.is_left_out_link());
    places.extend(links.map(|link| (link.source, PathBuf::from(link.real_relative()))));
    let places = topmost(&places);
    let walk = |meet: &mut dyn FnMut(Met)| {
        for (source, relative) in &places {
            walk::walk_again(sources, *source, relative, cancelled, meet);
        }
    };
    let known = Known::new(catalog);
    let search = Search {
        sources,
        known: Some(&known),
        words: None,
        walk: &walk,
        cancelled,
    };
    let found = search.run(&mut |_| {});
    let touched = |record: &Record| {
        let path = Path::new(record.real_relative());
        places
            .iter()
            .any(|(source, place)| *source == record.source && path.starts_with(place))
    };
    let before = catalog.records().iter().filter(|record| touched(record)).count();
    if all_same(&found, before) {
        return Loaded::new(Arc::clone(catalog), false);
    }
    let untouched = catalog
        .records()
        .iter()
        .zip(0_u32..)
        .filter(|(record, _)| !touched(record));
    let all = untouched.map(|(_, number)| Found::Same(number)).chain(found).collect();
    Loaded::new(Arc::new(put_together(catalog, all)), true)
}

/// Saves a catalog that was refreshed, so that the next start need not read the changed files.
pub fn save(catalog: &Catalog, cache: &Path, today: Date) {
    if let Some(cache) = Cache::new(cache, catalog.sources()) {
        // As for `load`.
        let _ = cache.save(catalog, &shown_first(catalog, today), SystemTime::now());
    }
}

/// Reads and reports the offers that are met first. To set a watch and to walk 100,000 files takes longer than anybody
/// should look at an empty list; these few are then read once more with the others.
fn report_first(sources: &Sources, cancelled: &AtomicBool, report: &mut dyn FnMut(Progress)) {
    let enough = AtomicBool::new(false);
    let walk = |meet: &mut dyn FnMut(Met)| {
        let (mut read, mut met) = (0, 0);
        walk::walk(sources, &enough, &mut |next| {
            met += 1;
            read += usize::from(!matches!(next, Met::LeftOut(..)));
            meet(next);
            let full = read >= FIRST_FILES || met >= FIRST_NAMES;
            enough.store(full || cancelled.load(Ordering::Relaxed), Ordering::Relaxed);
        });
    };
    let search = Search {
        sources,
        known: None,
        words: None,
        walk: &walk,
        cancelled,
    };
    let found = search.run(&mut |_| {});
    let records: Vec<_> = found.into_iter().filter_map(Found::into_new).collect();
    if records.iter().any(|record| record.offers() > 0) {
        report(Progress::Partial(Arc::new(Catalog::new(sources.clone(), records))));
    }
}

fn from_cache(cache: &Cache, sources: &Sources, report: &mut dyn FnMut(Progress)) -> Option<Arc<Catalog>> {
    if let Ok(first) = cache.first(sources) {
        report(Progress::Partial(Arc::new(first)));
    }
    match cache.load(sources) {
        Ok(catalog) => {
            let catalog = Arc::new(catalog);
            report(Progress::Partial(Arc::clone(&catalog)));
            Some(catalog)
        }
        Err(why) => {
            report(Progress::CacheNotUsed(why));
            None
        }
    }
}

/// Compares what is known with what a walk meets.
fn compare(
    sources: &Sources,
    known: Option<&Arc<Catalog>>,
    walk: &Walking<'_>,
    cancelled: &AtomicBool,
    words: Option<&Gathering>,
    report: &mut dyn FnMut(Progress),
) -> Loaded {
    let by_path = known.map(|known| Known::new(known));
    let search = Search {
        sources,
        known: by_path.as_ref(),
        words: words.filter(|_| known.is_none()),
        walk,
        cancelled,
    };
    let found = search.run(report);
    let Some(known) = known else {
        let records = found.into_iter().filter_map(Found::into_new).collect();
        return Loaded::new(Arc::new(Catalog::new(sources.clone(), records)), true);
    };
    if all_same(&found, known.records().len()) {
        return Loaded::new(Arc::clone(known), false);
    }
    Loaded::new(Arc::new(put_together(known, found)), true)
}

/// Tells whether as many files were found as are known, and each as it was.
fn all_same(found: &[Found], known: usize) -> bool {
    found.len() == known && found.iter().all(|found| matches!(found, Found::Same(_)))
}

/// Makes a catalog of what stayed and what is new.
fn put_together(known: &Catalog, found: Vec<Found>) -> Catalog {
    let sources = known.sources().clone();
    let mut old: Vec<Option<Record>> = known.clone().into_records().into_iter().map(Some).collect();
    let records = found.into_iter().filter_map(|found| match found {
        Found::Same(number) => old.get_mut(usize::try_from(number).ok()?)?.take().map(Box::new),
        Found::New(record) => Some(record),
    });
    Catalog::new(sources, records.collect())
}

/// Finds in which source changed paths lie, those left aside where the walk never goes.
fn places(sources: &Sources, paths: &[PathBuf]) -> BTreeSet<(u16, PathBuf)> {
    let mut places = BTreeSet::new();
    for path in paths {
        for (number, source) in sources.numbered() {
            match source {
                Source::Folder { root, .. } => {
                    let relative = path
                        .strip_prefix(root)
                        .ok()
                        .filter(|path| !walk::is_out_of_the_way(path));
                    places.extend(relative.map(|relative| (number, relative.to_owned())));
                    // The folder itself went or came back.
                    places.extend(root.starts_with(path).then(|| (number, PathBuf::new())));
                }
                Source::File { file, .. } => {
                    places.extend(file.starts_with(path).then(|| (number, PathBuf::new())));
                }
                Source::Samples(_) => {}
            }
        }
    }
    places
}

/// Tells whether a change at a path may change what the sources hold.
#[must_use]
pub(super) fn concerns(sources: &Sources, path: &Path) -> bool {
    !places(sources, &[path.to_owned()]).is_empty()
}

/// Drops the places that lie under another.
fn topmost(places: &BTreeSet<(u16, PathBuf)>) -> Vec<(u16, PathBuf)> {
    let under_another = |(source, place): &(u16, PathBuf)| {
        place
            .ancestors()
            .skip(1)
            .any(|above| places.contains(&(*source, above.to_owned())))
    };
    places.iter().filter(|place| !under_another(place)).cloned().collect()
}

/// Chooses the rows that are shown first: the nearest deadlines, then the rest in order.
fn shown_first(catalog: &Catalog, today: Date) -> Vec<usize> {
    let rows = catalog.rows();
    let deadline = |row: &usize| rows.get(*row).and_then(|row| row.deadline);
    let is_over = |row: &usize| {
        let closed = rows
            .get(*row)
            .is_some_and(|row| row.filled || row.draft || row.published == Some(false));
        closed || deadline(row).is_some_and(|day| day < today)
    };
    let mut open: Vec<usize> = (0..rows.len()).filter(|row| !is_over(row)).collect();
    open.sort_by_key(|row| (deadline(row).is_none(), deadline(row), *row));
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_catalog_is_the_same_one() {
        let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let add =
            |name: &str| std::fs::write(folder.path().join(name), "# Stage\n\nCV à emploi@asso.example.\n").unwrap();
        add("a.md");
        add("b.md");
        let (sources, _) = Sources::new(&[folder.path()]);
        let today = jiff::civil::date(2026, 11, 20);
        let read = || {
            load(
                &sources,
                Some(cache.path()),
                today,
                &AtomicBool::new(false),
                None,
                &mut |_| {},
            )
        };
        let first = read();
        let again = packed(Arc::clone(&first.catalog), cache.path(), first.written.unwrap()).unwrap();
        assert_eq!(
            again, first.catalog,
            "with the stamps of the files, which the cache doubts"
        );
        add("c.md");
        let second = read();
        assert_eq!((second.written, second.catalog.files()), (None, 3));
        assert_eq!(
            packed(again, cache.path(), first.written.unwrap()),
            None,
            "the cache holds another"
        );
    }
    #[test]
    fn the_first_offers_come_before_the_walk_even_among_photographs() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..10 * FIRST_FILES {
            std::fs::write(folder.path().join(format!("{number}.jpg")), "").unwrap();
        }
        for number in 0..FIRST_FILES {
            let offer = format!("# Stage {number}\n\nCV à emploi@asso.example.\n");
            std::fs::write(folder.path().join(format!("offer-{number}.md")), offer).unwrap();
        }
        let (sources, _) = Sources::new(&[folder.path()]);
        let today = jiff::civil::date(2026, 11, 20);
        let mut first = None;
        load(
            &sources,
            None,
            today,
            &AtomicBool::new(false),
            None,
            &mut |progress| match progress {
                Progress::Partial(catalog) if first.is_none() => first = Some(catalog.rows().len()),
                Progress::Walking if first.is_none() => first = Some(0),
                _ => {}
            },
        );
        assert_eq!(first, Some(FIRST_FILES));
    }
}
