//! Several processes at once, and processes that are killed.
//!
//! `TREMPLIN_LONG=1 cargo test --test shortlist kill` kills a thousand.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tremplin::store::shortlist::Store;
use tremplin::tracking::Change;

use super::amount::{amount, figure};
use super::samples::{TODAY, id, keep};

const DIR: &str = "SHORTLIST_CHILD_DIR";
const NAME: &str = "SHORTLIST_CHILD_NAME";
const COUNT: &str = "SHORTLIST_CHILD_COUNT";

fn store(dir: &Path) -> Store {
    Store::new(dir.join("shortlist"), dir.join("backups"))
}

/// Not a test by itself: the part of the other process. It adds one line after the other to the notes of `shared` and
/// of an application of its own, and says on its output what was saved.
#[test]
fn child() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let name = std::env::var(NAME).unwrap();
    let count: usize = std::env::var(COUNT).unwrap().parse().unwrap();
    let store = store(Path::new(&dir));
    for number in 0..count {
        let line = format!("{name}-{number}.");
        let which = if number % 2 == 0 { id("shared") } else { id(&name) };
        store.change(&which, &Change::AddNote(line.clone()), TODAY).unwrap();
        println!("saved {line}");
    }
}

fn start(dir: &Path, name: &str, count: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["processes::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(DIR, dir)
        .env(NAME, name)
        .env(COUNT, count.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn saved_lines(child: &mut Child) -> Vec<String> {
    let output = BufReader::new(child.stdout.take().unwrap());
    output
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| line.split_once("saved ").map(|(_, saved)| saved.to_owned()))
        .collect()
}

fn all_notes(store: &Store) -> String {
    let loaded = store.load().unwrap();
    assert_eq!(loaded.troubles, [], "nothing is damaged");
    let notes = loaded.applications.into_iter().map(|application| application.notes);
    notes.collect::<Vec<_>>().join("\n")
}

#[test]
fn two_processes_of_two_hundred_changes_leave_four_hundred() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    for name in ["shared", "one", "two"] {
        store.change(&id(name), &keep(name), TODAY).unwrap();
    }
    let mut children = [start(dir.path(), "one", 200), start(dir.path(), "two", 200)];
    for child in &mut children {
        assert_eq!(saved_lines(child).len(), 200);
        assert!(child.wait().unwrap().success());
    }
    let notes = all_notes(&store);
    let present = ["one", "two"]
        .iter()
        .flat_map(|name| (0..200).map(move |number| format!("{name}-{number}.")))
        .filter(|line| notes.contains(line.as_str()))
        .count();
    assert_eq!(present, 400);
    assert_eq!(notes.lines().count(), 400);
}

#[test]
fn killed_at_any_moment_nothing_saved_is_lost_and_nothing_is_damaged() {
    let rounds = amount(12, 1_000);
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    // A generator of its own, so that the test needs no clock and no library.
    let mut random = 88_172_645_463_325_252_u64;
    let mut saved = 0;
    for round in 0..rounds {
        let name = format!("r{round}");
        for name in ["shared", &name] {
            store.change(&id(name), &keep(name), TODAY).unwrap();
        }
        let mut child = start(dir.path(), &name, 100_000);
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(5_000 + random % 40_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let lines = saved_lines(&mut child);
        let notes = all_notes(&store);
        for line in &lines {
            assert!(notes.contains(line), "{line} was saved and is lost");
        }
        saved += lines.len();
        // Small again, so that a thousand rounds stay quick.
        for name in ["shared", &name] {
            store.change(&id(name), &Change::Forget, TODAY).unwrap();
        }
    }
    store.tidy();
    figure(&format!(
        "{rounds} kills, {saved} changes confirmed before them, all present"
    ));
    let left: Vec<_> = std::fs::read_dir(store.dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, [".lock"]);
}
