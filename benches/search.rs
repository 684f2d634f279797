//! What a key costs: `cargo bench --bench search`.
//!
//! Types a query key by key over generated offers, as the interface does, and gives the time of the slowest and of
//! the usual key. `TREMPLIN_BENCH_ROWS` sets how many offers there are; 100,000 if unset. With at most 100,000 the
//! bodies are searched too.

#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a bench ends where it cannot go on, and reports on stderr"
)]

#[path = "generator/offers.rs"]
#[allow(dead_code, reason = "only `generate` writes files and lines")]
mod offers;

use std::sync::OnceLock;
use std::time::Duration;

use divan::Bencher;
use jiff::civil::{Date, date};
use tremplin::offer::{EmploymentType, OfferId, Summary};
use tremplin::search::{BodyIndex, BodyIndexBuilder, Corpus, Index, Query, Searcher, Sort, highlights};

const TODAY: Date = date(2026, 11, 20);

/// What people type: usual, rare, accented, with a slip, with fields, and what nothing matches.
const TYPED: [&str; 12] = [
    "economie",
    "rust paris",
    "développeuse web lyon",
    "données ouvertes",
    "cartografie",
    "stage lieu:lyon,paris",
    "type:cdi limite:+30j durée:>=6",
    "\"service public\"",
    "rustparis",
    "zzqqxx",
    "c++ -java",
    "e",
];

struct Folder {
    rows: Vec<Summary>,
    index: Index,
    bodies: Option<BodyIndex>,
}

/// The time that this thread has had the processor: other programs on the machine do not count.
fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        now.tv_sec.unsigned_abs(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}

fn count() -> u64 {
    std::env::var("TREMPLIN_BENCH_ROWS")
        .ok()
        .and_then(|rows| rows.parse().ok())
        .unwrap_or(100_000)
}

fn summary(offer: &offers::Generated) -> Summary {
    let kind = match offer.kind {
        "stage" => EmploymentType::Internship,
        "CDI" => EmploymentType::Permanent,
        "CDD" => EmploymentType::FixedTerm,
        "alternance" => EmploymentType::Apprenticeship,
        "freelance" => EmploymentType::Freelance,
        "thèse" => EmploymentType::Phd,
        _ => EmploymentType::Volunteer,
    };
    let tenths = |months: u16| tremplin::offer::Duration {
        min_tenths: months * 10,
        max_tenths: Some(months * 10),
    };
    Summary {
        id: OfferId::parse("offre").expect("a plain name"),
        path: offer.path.as_str().into(),
        source: 0,
        title: offer.title.as_str().into(),
        organization: offer.organization.as_str().into(),
        place: offer.place.as_str().into(),
        employment_types: [kind].into_iter().collect(),
        tags: offer.tags.iter().map(|tag| (*tag).into()).collect(),
        duration: offer.months.map(tenths),
        start: None,
        deadline: offer.deadline.as_deref().and_then(|day| day.parse().ok()),
        pay: None,
        pay_stated: offer.pay.is_some(),
        remote: offer.remote.then_some(true),
        language: None,
        date_posted: offer.posted.parse().ok(),
        published: None,
        filled: false,
        draft: false,
        contact: Some(offer.email.as_str().into()),
        warnings: 0,
    }
}

fn folder() -> &'static Folder {
    static FOLDER: OnceLock<Folder> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let count = count();
        let mut builder = BodyIndexBuilder::default();
        let mut bodies_took = Duration::ZERO;
        let mut rows = Vec::new();
        for number in 0..count {
            let offer = offers::offer(number);
            rows.push(summary(&offer));
            if count <= 100_000 {
                let start = worked();
                builder.add(u32::try_from(number).expect("few offers"), &offer.body);
                bodies_took += worked().saturating_sub(start);
            }
        }
        let start = worked();
        let index = Index::build(&rows);
        let took = worked().saturating_sub(start);
        let start = worked();
        let bodies = (count <= 100_000).then(|| builder.finish(rows.len()));
        bodies_took += worked().saturating_sub(start);
        eprintln!("{count} offers; index: {took:.1?}, {:.1} MB", megabytes(index.memory()));
        if let Some(bodies) = &bodies {
            eprintln!(
                "index of the bodies: {bodies_took:.1?}, {:.1} MB",
                megabytes(bodies.memory())
            );
        }
        Folder { rows, index, bodies }
    })
}

#[allow(clippy::cast_precision_loss, reason = "for a person to read")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn corpus(folder: &Folder, with_bodies: bool) -> Corpus<'_> {
    Corpus {
        bodies: folder.bodies.as_ref().filter(|_| with_bodies),
        ..Corpus::of_fields(&folder.rows, &folder.index, TODAY)
    }
}

/// Types every query key by key and returns how long each key took, with what was typed.
fn keys(corpus: Corpus<'_>) -> Vec<(Duration, String, usize)> {
    let mut took = Vec::new();
    for typed in TYPED {
        let mut searcher = Searcher::default();
        for (at, c) in typed.char_indices() {
            let typed = &typed[..at + c.len_utf8()];
            let start = worked();
            let hits = searcher.search(corpus, &Query::parse(typed, TODAY), Sort::Relevance);
            took.push((worked().saturating_sub(start), typed.to_owned(), hits.rows.len()));
        }
    }
    took
}

fn report(corpus: Corpus<'_>, what: &str) {
    // The machine may be busy with other things: the best of five is what the search itself costs.
    let mut took = keys(corpus);
    for _ in 0..4 {
        for (best, again) in took.iter_mut().zip(keys(corpus)) {
            best.0 = best.0.min(again.0);
        }
    }
    took.sort();
    let at = |percent: usize| took[(took.len() - 1) * percent / 100].0;
    eprintln!(
        "{what}: median {:.2?}, p95 {:.2?}, slowest {:.2?}",
        at(50),
        at(95),
        at(100)
    );
    for (time, typed, hits) in took.iter().rev().take(8) {
        eprintln!("    {time:>9.2?}  {typed:?}  {hits} hits");
    }
}

fn main() {
    let folder = folder();
    report(corpus(folder, false), "a key, fields");
    if folder.bodies.is_some() {
        report(corpus(folder, true), "a key, fields and bodies");
    }
    divan::main();
}

#[divan::bench(args = TYPED)]
fn last_key(bencher: Bencher<'_, '_>, typed: &str) {
    let corpus = corpus(folder(), true);
    let query = Query::parse(typed, TODAY);
    bencher.bench_local(|| Searcher::default().search(corpus, &query, Sort::Relevance).rows.len());
}

#[divan::bench]
fn highlights_of_sixty_rows(bencher: Bencher<'_, '_>) {
    let rows = &folder().rows[..60.min(folder().rows.len())];
    let query = Query::parse("dvlpr rust économie", TODAY);
    bencher.bench_local(|| {
        rows.iter()
            .map(|row| highlights(&query, &row.title).len())
            .sum::<usize>()
    });
}
