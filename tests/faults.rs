//! A fault at every system call of a save, injected by strace: killed, full disk, I/O error, interrupted, quota.
//!
//! Keeping, noting and forgetting are each hit at every call by every fault. Without strace nothing is injected, and
//! it is said. This test has a `main` of its own: strace counts calls by thread, so that the process that is hit must
//! have only one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a check that fails panics, and says on its output what it did"
)]

#[path = "shortlist/samples.rs"]
#[allow(dead_code, reason = "shared with the other tests of the shortlist")]
mod samples;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tremplin::store::shortlist::{SaveError, Store};
use tremplin::tracking::{Application, Change, change};

use samples::{TODAY, id, keep};

const DIR: &str = "SHORTLIST_FAULT_DIR";
const ACT: &str = "SHORTLIST_FAULT_ACT";

/// Asked for by the child just before and just after the save, and found in the trace.
const BEGIN: &str = "/tremplin-test-begin";
const END: &str = "/tremplin-test-end";

const FAULTS: [&str; 5] = [
    "signal=KILL",
    "error=ENOSPC",
    "error=EIO",
    "error=EINTR",
    "error=EDQUOT",
];

/// Calls that deal with memory, threads and time: a fault there is not one of the disk.
const NOT_OF_THE_DISK: [&str; 16] = [
    "brk",
    "mmap",
    "munmap",
    "mprotect",
    "mremap",
    "madvise",
    "futex",
    "clock_gettime",
    "clock_nanosleep",
    "exit",
    "exit_group",
    "sigaltstack",
    "rt_sigprocmask",
    "sched_getaffinity",
    "gettid",
    "getpid",
];

fn store(dir: &Path) -> Store {
    Store::new(dir.join("shortlist"), dir.join("backups"))
}

fn act(name: &str) -> Change {
    match name {
        "keep" => keep("a"),
        "note" => Change::AddNote("une ligne de plus".into()),
        "forget" => Change::Forget,
        other => panic!("no act {other}"),
    }
}

fn main() {
    if let Some(dir) = std::env::var_os(DIR) {
        return child(Path::new(&dir));
    }
    if !strace_works() {
        println!("strace cannot be used here: no fault was injected");
        return;
    }
    a_save_forces_the_file_then_renames_it_then_forces_the_folder();
    whatever_fails_in_a_save_the_old_or_the_new_application_is_there();
}

/// The process that saves once and is traced.
fn child(dir: &Path) {
    let store = store(dir);
    let change = act(&std::env::var(ACT).unwrap());
    let _ = fs::metadata(BEGIN);
    let saved = store.change(&id("a"), &change, TODAY);
    let _ = fs::metadata(END);
    match saved {
        Ok(_) => println!("the change is saved"),
        Err(SaveError::Io(failure)) => println!("the change is refused: {}", failure.why),
        Err(other) => panic!("{other}"),
    }
}

fn traced(dir: &Path, act: &str, options: &[&str]) -> Output {
    Command::new("strace")
        .arg("-o")
        .arg(dir.join("trace"))
        .args(options)
        .arg(std::env::current_exe().unwrap())
        .env(DIR, dir)
        .env(ACT, act)
        .output()
        .unwrap()
}

/// One system call of the save: its name, and the how manieth of that name it is.
#[derive(Debug, Clone, PartialEq)]
struct Call {
    name: String,
    number: usize,
    line: String,
}

/// Reads the calls between the two marks, those of the disk only.
fn calls(trace: &Path) -> Vec<Call> {
    let text = fs::read_to_string(trace).unwrap();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut inside = false;
    let mut calls = Vec::new();
    for line in text.lines() {
        let Some((name, _)) = line.split_once('(') else {
            continue;
        };
        if name.contains(' ') || name.starts_with(['+', '-', '<']) {
            continue;
        }
        let count = counts.entry(name.to_owned()).or_default();
        *count += 1;
        if line.contains(END) {
            break;
        }
        if inside && !NOT_OF_THE_DISK.contains(&name) {
            calls.push(Call {
                name: name.to_owned(),
                number: *count,
                line: line.to_owned(),
            });
        }
        inside |= line.contains(BEGIN);
    }
    calls
}

fn prepare(act: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    if act != "keep" {
        store(dir.path()).change(&id("a"), &keep("a"), TODAY).unwrap();
    }
    dir
}

fn strace_works() -> bool {
    Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .status()
        .is_ok_and(|status| status.success())
}

/// What the folder may hold after a fault.
struct Expected {
    before: Option<Application>,
    after: Option<Application>,
}

fn expected(act_name: &str) -> Expected {
    let before = (act_name != "keep").then(|| change::apply(&keep("a"), None, TODAY).unwrap().unwrap());
    let after = change::apply(&act(act_name), before.clone(), TODAY).unwrap();
    Expected { before, after }
}

/// How the process that was hit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ended {
    Killed,
    Refused,
    Saved,
}

/// Injects one fault; returns how the process ended, and what is wrong afterwards.
fn inject(act_name: &str, call: &Call, fault: &str, expected: &Expected) -> (Ended, Option<String>) {
    let dir = prepare(act_name);
    let option = format!("inject={}:{fault}:when={}", call.name, call.number);
    let output = traced(dir.path(), act_name, &["-e", "trace=all", "-e", &option]);
    let said = |words: &str| String::from_utf8_lossy(&output.stdout).contains(words);
    let ended = match (said("the change is saved"), said("the change is refused")) {
        (true, _) => Ended::Saved,
        (false, true) => Ended::Refused,
        (false, false) => Ended::Killed,
    };
    (ended, problem_after(dir.path(), act_name, call, fault, expected, ended))
}

fn problem_after(
    dir: &Path,
    act_name: &str,
    call: &Call,
    fault: &str,
    expected: &Expected,
    ended: Ended,
) -> Option<String> {
    let store = store(dir);
    let loaded = store.load().unwrap();
    let problem = |what: &str| Some(format!("{what}: {act_name}, {fault} at {}", call.line));
    // Rust's library itself panics when closing a folder that was listed fails, before anything is written here.
    let panicked = ended == Ended::Killed && !fault.contains("KILL");
    if panicked && call.name != "close" {
        return problem("PANIC");
    }
    if !loaded.troubles.is_empty() {
        return problem("CORRUPT");
    }
    let found = loaded.applications.into_iter().next();
    if ended == Ended::Saved && found != expected.after {
        return problem("SILENT LOSS");
    }
    if found != expected.before && found != expected.after {
        return problem("NEITHER OLD NOR NEW");
    }
    if found.is_some()
        && store
            .text(&id("a"))
            .unwrap()
            .is_none_or(|text| !text.ends_with("atelier.example\n"))
    {
        return problem("THE OFFER'S TEXT IS LOST");
    }
    if store.change(&id("a"), &keep("a"), TODAY).is_err() {
        return problem("NO SAVE POSSIBLE AFTERWARDS");
    }
    None
}

fn whatever_fails_in_a_save_the_old_or_the_new_application_is_there() {
    let mut jobs = Vec::new();
    for act in ["keep", "note", "forget"] {
        let dir = prepare(act);
        let output = traced(dir.path(), act, &["-e", "trace=all"]);
        assert!(output.status.success(), "{output:?}");
        for call in calls(&dir.path().join("trace")) {
            jobs.extend(FAULTS.map(|fault| (act, call.clone(), fault)));
        }
    }
    assert!(jobs.len() > 30, "the trace holds no save: {jobs:?}");
    let outcomes: Vec<(Ended, Option<String>)> = std::thread::scope(|scope| {
        let halves = jobs.chunks(jobs.len().div_ceil(2));
        let workers: Vec<_> = halves
            .map(|half| {
                scope.spawn(move || {
                    let one = |(act, call, fault): &(&str, Call, &str)| inject(act, call, fault, &expected(act));
                    half.iter().map(one).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    let ended = |wanted| outcomes.iter().filter(|(ended, _)| *ended == wanted).count();
    let [killed, refused, saved] = [Ended::Killed, Ended::Refused, Ended::Saved].map(ended);
    let problems: Vec<&str> = outcomes.iter().filter_map(|(_, problem)| problem.as_deref()).collect();
    println!(
        "{} faults injected ({killed} killed, {refused} refused, {saved} saved all the same), {} problems",
        jobs.len(),
        problems.len()
    );
    assert!(killed > 50 && refused > 50, "the faults did not reach the save");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn a_save_forces_the_file_then_renames_it_then_forces_the_folder() {
    let dir = prepare("note");
    assert!(traced(dir.path(), "note", &["-e", "trace=all"]).status.success());
    let calls = calls(&dir.path().join("trace"));
    let shortlist: PathBuf = dir.path().join("shortlist");
    let at = |what: &str, wanted: &dyn Fn(&Call) -> bool| {
        calls
            .iter()
            .position(wanted)
            .unwrap_or_else(|| panic!("no {what} in {calls:#?}"))
    };
    let lock = at("lock", &|call| call.name == "flock");
    let create = at("temporary file", &|call| {
        call.name == "openat" && call.line.contains(".tremplin-") && call.line.contains("O_EXCL")
    });
    let written = at("write", &|call| {
        call.name == "write" && call.line.contains("version: 1")
    });
    // The first write of these bytes may be the backup's: the last one is the new file's.
    let written = calls
        .iter()
        .rposition(|call| call.name == "write" && call.line.contains("version: 1"))
        .map_or(written, |last| last.max(written));
    let forced = at("fsync", &|call| call.name == "fsync");
    let renamed = at("rename", &|call| call.name.starts_with("rename"));
    let folder = at("fsync of the folder", &|call| {
        call.name == "openat" && call.line.contains(&format!("\"{}\"", shortlist.display()))
    });
    let last = calls.iter().rposition(|call| call.name == "fsync").unwrap();
    assert!(
        lock < create && create < written && written < forced && forced < renamed && renamed < folder && folder < last,
        "{calls:#?}"
    );
    assert!(calls[create].line.contains("0600"), "{}", calls[create].line);
}
