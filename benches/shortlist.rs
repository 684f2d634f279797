//! Opening a shortlist of 2,000 applications and saving one change: `cargo bench --bench shortlist`.
//!
//! Aims (LIMITS): open in at most 100 ms (median), save in at most 10 ms for 95 saves of 100.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot set its files up stops, and prints what it measured"
)]

use std::time::{Duration, Instant};

use tremplin::store::shortlist::Store;
use tremplin::tracking::{Application, Change};

#[path = "../tests/shortlist/samples.rs"]
#[allow(dead_code, reason = "shared with the tests of the shortlist")]
mod samples;

use samples::{TODAY, full, id, keep};

const APPLICATIONS: usize = 2_000;
const OPENINGS: usize = 20;
const SAVES: usize = 300;

fn main() {
    // Beside the build, on a disk: a temporary folder may be in memory.
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let store = Store::new(dir.path().join("shortlist"), dir.path().join("backups"));
    store.change(&id("first"), &keep("first"), TODAY).unwrap();
    let yaml = tremplin::store::shortlist::serialize(&full()).unwrap();
    for number in 1..APPLICATIONS {
        std::fs::write(store.file(&id(&format!("offer-{number}"))), &yaml).unwrap();
    }

    let openings = timed(OPENINGS, |_| {
        assert_eq!(store.load().unwrap().applications.len(), APPLICATIONS);
    });
    print("open 2,000 applications", &openings);
    verdict("open", at(&openings, 50), Duration::from_millis(100));

    let saves = timed(SAVES, |number| {
        let note = Change::AddNote(format!("{number}"));
        let which = id(&format!("offer-{}", number * 7 % 100 + 1));
        store.change(&which, &note, TODAY).unwrap();
    });
    print("save one change among 2,000", &saves);
    verdict("save", at(&saves, 95), Duration::from_millis(10));

    let stamps = timed(OPENINGS, |_| {
        let _ = store.stamp();
    });
    print("ask whether anything changed", &stamps);

    let applications: Vec<Application> = store.load().unwrap().applications;
    let agendas = timed(OPENINGS, |_| {
        let rules = tremplin::tracking::agenda::FollowUpRules::default();
        let _ = tremplin::tracking::agenda::Agenda::of(&applications, &[], rules, TODAY);
    });
    print("compute the agenda of 2,000", &agendas);
}

fn timed(times: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut durations: Vec<Duration> = (0..times)
        .map(|number| {
            let start = Instant::now();
            work(number);
            start.elapsed()
        })
        .collect();
    durations.sort();
    durations
}

fn at(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

fn print(what: &str, sorted: &[Duration]) {
    println!(
        "{what}: p50 {:.2?}, p95 {:.2?}, most {:.2?}",
        at(sorted, 50),
        at(sorted, 95),
        at(sorted, 100)
    );
}

fn verdict(what: &str, measured: Duration, aim: Duration) {
    let word = if measured <= aim { "reached" } else { "MISSED" };
    println!("{what}: {measured:.2?} of {aim:.0?}: {word}");
}
