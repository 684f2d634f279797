//! How long a start takes: without a cache, with one, and its parts.
//!
//! `TREMPLIN_BENCH_OFFERS` names a folder of offers to measure with; without it a thousand copies of the samples.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use divan::Bencher;
use jiff::civil::date;
use tremplin::store::cache::Cache;
use tremplin::store::samples::SAMPLES;
use tremplin::store::{Sources, load};

fn main() {
    divan::main();
}

/// A folder of offers and one for the cache, for all benches.
fn folders() -> &'static (PathBuf, PathBuf) {
    static FOLDERS: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    FOLDERS.get_or_init(|| {
        let here = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-load");
        let offers = std::env::var_os("TREMPLIN_BENCH_OFFERS").map_or_else(|| copies(&here.join("offers")), Into::into);
        (offers, here.join("cache"))
    })
}

fn copies(folder: &std::path::Path) -> PathBuf {
    let _ = std::fs::create_dir_all(folder);
    for number in 0..1000 {
        let (name, text) = SAMPLES[number % SAMPLES.len()];
        let _ = std::fs::write(folder.join(format!("{number}-{name}")), format!("{text}\n{number}\n"));
    }
    folder.to_owned()
}

fn sources() -> Sources {
    Sources::new(&[&folders().0]).0
}

fn load_all(cache: bool) -> usize {
    let cache = cache.then_some(folders().1.as_path());
    let today = date(2026, 11, 20);
    load(&sources(), cache, today, &AtomicBool::new(false), None, &mut |_| {})
        .catalog
        .rows()
        .len()
}

/// Reads every file.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn without_a_cache() -> usize {
    load_all(false)
}

/// Reads the cache and compares every file's stamp.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn with_a_cache(bencher: Bencher<'_, '_>) {
    load_all(true);
    bencher.bench(|| load_all(true));
}

/// The offers of the first frame.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn first_rows_of_the_cache(bencher: Bencher<'_, '_>) {
    load_all(true);
    let sources = sources();
    let cache = Cache::new(&folders().1, &sources);
    bencher.bench(|| {
        cache
            .as_ref()
            .map(|cache| cache.first(&sources).map(|first| first.rows().len()))
    });
}

/// Every row of the cache.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn all_rows_of_the_cache(bencher: Bencher<'_, '_>) {
    load_all(true);
    let sources = sources();
    let cache = Cache::new(&folders().1, &sources);
    bencher.bench(|| cache.as_ref().map(|cache| cache.load(&sources)));
}

/// Writing the cache.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn saving_the_cache(bencher: Bencher<'_, '_>) {
    let sources = sources();
    let loaded = load(
        &sources,
        None,
        date(2026, 11, 20),
        &AtomicBool::new(false),
        None,
        &mut |_| {},
    );
    let cache = Cache::new(&folders().1, &sources);
    bencher.bench(|| {
        cache
            .as_ref()
            .map(|cache| cache.save(&loaded.catalog, &[], SystemTime::now()))
    });
}
