//! What tremplin promises of hostile texts, held against the whole program.
//!
//! `cargo test` runs a small share of it; all of it runs with
//! `TREMPLIN_LONG=1 cargo test --release --test safety`.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot prepare its folder has failed"
)]

#[path = "../support/amount.rs"]
mod amount;
mod bombs;
mod documents;
#[path = "../support/home.rs"]
mod home;
mod mutations;
mod oracle;
#[path = "../fuzz/promises.rs"]
mod promises;
#[path = "../support/terminal.rs"]
mod terminal;

use std::ffi::OsStr;
use std::fs;
use std::hint::black_box;
use std::os::unix::ffi::OsStrExt as _;
use std::process::Output;
use std::time::Instant;

use amount::{amount, figure};
use documents::{NAMES, hostile};
use home::Home;
use oracle::{Allowed, offence};
use serde_json::Value;
use terminal::Session;

/// A home whose folder of offers holds documents of these numbers.
fn hostile_home(numbers: std::ops::Range<u64>) -> Home {
    let home = Home::new();
    for number in numbers {
        let name = format!("{number}.md");
        fs::write(home.path("offers").join(name), hostile(number)).unwrap();
    }
    home
}

/// Runs a command on the offers of a home.
fn run(home: &Home, arguments: &[&str]) -> Output {
    home.command(arguments)
        .env("TREMPLIN_OFFERS", home.path("offers"))
        .output()
        .unwrap()
}

#[track_caller]
fn is_harmless(home: &Home, arguments: &[&str], allowed: Allowed) -> Output {
    let output = run(home, arguments);
    assert_eq!(offence(&output.stdout, allowed), None, "stdout of {arguments:?}");
    assert_eq!(offence(&output.stderr, Allowed::Text), None, "stderr of {arguments:?}");
    let code = output.status.code();
    assert!(
        matches!(code, Some(0..=2)),
        "{arguments:?} ended with {code:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn ids(output: &Output) -> Vec<String> {
    let offers: Value = serde_json::from_slice(&output.stdout).unwrap();
    offers
        .as_array()
        .unwrap()
        .iter()
        .map(|offer| offer["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn no_command_prints_what_a_terminal_would_obey() {
    let step = 1_000;
    let all = amount(120, 100_000);
    let mut commands = 0;
    let mut is_harmless = |home: &Home, arguments: &[&str], allowed: Allowed| {
        commands += 1;
        is_harmless(home, arguments, allowed)
    };
    for start in (0..all).step_by(step) {
        let home = hostile_home(start..all.min(start + step as u64));
        let listed = is_harmless(&home, &["list", "--json", "--all"], Allowed::Text);
        for arguments in [
            &["list", "--all"][..],
            &["list", "--all", "--color", "always"],
            &["list", "--all", "vigie"],
            &["check"],
            &["check", "--json"],
            &["check", "--format", "github"],
        ] {
            let allowed = if arguments.contains(&"always") {
                Allowed::Styles
            } else {
                Allowed::Text
            };
            is_harmless(&home, arguments, allowed);
        }
        let ids = ids(&listed);
        assert!(ids.len() > 60, "most are offers: {}", ids.len());
        for id in ids.iter().step_by(usize::try_from(amount(40, 10)).unwrap()) {
            is_harmless(&home, &["show", id, "--width", "60"], Allowed::Text);
            is_harmless(&home, &["show", id, "--color", "always"], Allowed::Styles);
            is_harmless(&home, &["show", id, "--json"], Allowed::Text);
            is_harmless(&home, &["copy", id, "--all"], Allowed::Text);
            is_harmless(&home, &["apply", id, "--print"], Allowed::Text);
            is_harmless(&home, &["apply", id, "--mailto"], Allowed::Text);
            is_harmless(&home, &["keep", id], Allowed::Text);
            is_harmless(&home, &["history", id], Allowed::Text);
        }
        for arguments in [
            &["list", "--all", "is:kept"][..],
            &["next"],
            &["stats"],
            &["export", "json"],
            &["export", "jsonld"],
            &["export", "csv"],
            &["export", "report"],
            &["doctor"],
            &["doctor", "--json"],
        ] {
            is_harmless(&home, arguments, Allowed::Text);
        }
    }
    figure(&format!(
        "{all} hostile documents, {commands} commands: 0 forbidden sequences"
    ));
}

#[test]
fn hostile_arguments_come_back_clean() {
    let home = Home::with_offers();
    for payload in ["\x1b[31m", "\u{202e}x", "\u{9b}31m", "\x07"] {
        for arguments in [
            &["show", payload][..],
            &["copy", payload],
            &["list", payload],
            &["list", "place:", payload],
            &["list", "--sort", payload],
            &["keep", payload],
            &["stage", payload, payload],
            &["list", "--offers", payload],
            &["check", payload],
            &["--lang", payload],
            &[payload],
            &["--help", payload],
        ] {
            is_harmless(&home, arguments, Allowed::Text);
        }
    }
}

#[test]
fn hostile_file_names_come_out_clean() {
    let home = Home::with_offers();
    for (number, name) in NAMES.iter().enumerate() {
        let text = format!("# Stage numéro {number}\n\nCV à vigie@phare.example avant le 1er décembre 2026.\n");
        fs::write(home.path("offers").join(OsStr::from_bytes(name)), text).unwrap();
        fs::write(
            home.path("offers")
                .join(OsStr::from_bytes(&[name, &b".jpg"[..]].concat())),
            "",
        )
        .unwrap();
    }
    let listed = is_harmless(&home, &["list", "--json", "--all"], Allowed::Text);
    let ids = ids(&listed);
    assert!(ids.len() >= NAMES.len());
    for arguments in [
        &["list", "--all"][..],
        &["check"],
        &["check", "--json"],
        &["check", "--format", "github"],
    ] {
        is_harmless(&home, arguments, Allowed::Text);
    }
    for id in &ids {
        is_harmless(&home, &["show", id], Allowed::Text);
    }
}

#[test]
fn the_interface_sends_its_terminal_nothing_of_theirs() {
    let home = hostile_home(0..amount(60, 2_000));
    for (number, name) in NAMES.iter().enumerate() {
        let text = format!("# Stage numéro {number}\n\nCV à vigie@phare.example.\n");
        fs::write(home.path("offers").join(OsStr::from_bytes(name)), text).unwrap();
    }
    let mut session = Session::start(&home, (100, 30), &["offers"], &[]);
    session.sees("Phare · Brest");
    for _ in 0..amount(70, 2_000) {
        press(&mut session, "j");
        press(&mut session, "J");
    }
    for keys in [
        "\r", "J", "\x1b", " ", "y", "\x1b", "a", "\x1b", "2", "1", "/", "vigie", "\x1b", "\x1b", ":", "\x1b", "?",
        "\x1b",
    ] {
        press(&mut session, keys);
    }
    session.keys("\x03");
    session.ends();
    let shown = session.raw();
    let text = String::from_utf8_lossy(&shown);
    assert!(text.matches("Stage").count() > 60, "the offers were on the screen");
    assert_eq!(offence(&session.raw(), Allowed::Screen), None);
}

#[test]
fn a_heap_of_marks_costs_the_terminal_little() {
    let largest_frame = |marks: usize| {
        let home = Home::new();
        let title = format!("Stage vigie{} du phare", "\u{301}".repeat(marks));
        let text = format!("# {title}\n\nUn stage à Brest. CV à vigie@phare.example avant le 1er décembre 2026.\n");
        home.write("offers/offer.md", &text);
        let mut session = Session::start(&home, (100, 30), &["offers"], &[]);
        session.sees("du phare").sees("vigie@phare.example");
        // Ctrl-L draws the whole screen anew.
        press(&mut session, "\x0c");
        session.keys("q").ends();
        let written = session.raw();
        String::from_utf8_lossy(&written)
            .split("\x1b[?2026h")
            .map(str::len)
            .max()
            .unwrap()
    };
    let (plain, heaped) = (largest_frame(0), largest_frame(100_000));
    assert!(heaped <= plain + 1_024, "{heaped} bytes, {plain} without a mark");
    figure(&format!(
        "100,000 marks on one letter: {} bytes a frame more than without",
        heaped.saturating_sub(plain)
    ));
}

/// Types keys and waits for what the screen makes of them; some change nothing.
fn press(session: &mut Session, keys: &str) {
    let before = session.raw().len();
    session.keys(keys);
    for _ in 0..200 {
        std::thread::sleep(std::time::Duration::from_millis(2));
        if session.raw().len() > before {
            return;
        }
    }
}

/// Runs a command with so many seconds of processor time and so many megabytes of memory.
fn within(home: &Home, seconds: u32, megabytes: u32, arguments: &[&str]) -> Output {
    // RLIMIT_DATA counts what is really written to, and not the address space that allocators set aside.
    let limits = format!("ulimit -t {seconds} && ulimit -d {} && exec \"$@\"", megabytes * 1024);
    let mut command = std::process::Command::new("/bin/sh");
    command
        .args(["-c", &limits, "sh", env!("CARGO_BIN_EXE_tremplin")])
        .args(arguments);
    command
        .env_clear()
        .envs(home.variables())
        .env("TREMPLIN_OFFERS", home.path("offers"))
        .output()
        .unwrap()
}

#[track_caller]
fn all_are_listed(texts: &[(&str, String)], seconds: u32, megabytes: u32) {
    for (name, text) in texts {
        let home = Home::new();
        home.write("offers/offer.md", text);
        let output = within(&home, seconds, megabytes, &["list", "--json", "--all", "--no-cache"]);
        let code = output.status.code();
        assert_eq!(code, Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(ids(&output).len(), 1, "{name}");
        let shown = within(&home, seconds, megabytes, &["show", "offers/offer.md"]);
        assert_eq!(offence(&shown.stdout, Allowed::Text), None, "{name}");
    }
}

/// The seconds are those of a debug build on a busy machine; the measured figures stand in the README. Without the limits of `offer::front_matter` the first of them would take gigabytes or minutes.
#[test]
fn front_matter_made_to_exhaust_the_machine_is_an_offer_like_any_other() {
    all_are_listed(&bombs::bombs(), 10, 96);
    figure(&format!(
        "front matter made to exhaust: {}",
        slowest_reading(&bombs::bombs())
    ));
}

#[test]
fn the_worst_front_matter_that_is_accepted_costs_little() {
    all_are_listed(&bombs::worst_accepted(), 10, 96);
    figure(&format!(
        "front matter at its limits: {}",
        slowest_reading(&bombs::worst_accepted())
    ));
}

/// Says which front matter takes longest to read, and how long (the best of five readings).
fn slowest_reading(texts: &[(&str, String)]) -> String {
    let reading = |text: &str| {
        let began = Instant::now();
        drop(black_box(tremplin::offer::front_matter::read(black_box(text))));
        began.elapsed()
    };
    let best = |text: &str| (0..5).map(|_| reading(text)).min();
    let slowest = texts.iter().max_by_key(|(_, text)| best(text)).unwrap();
    format!("the slowest is {} with {:?}", slowest.0, best(&slowest.1).unwrap())
}

#[test]
fn large_bodies_are_read_in_reasonable_time() {
    let few = usize::try_from(amount(3, 1_000)).unwrap();
    let bodies = bombs::large_bodies();
    let some: Vec<_> = bodies
        .iter()
        .rev()
        .step_by(bodies.len().div_ceil(few))
        .cloned()
        .collect();
    all_are_listed(&some, 60, 400);
}

#[test]
fn mistakes_in_front_matter_cost_neither_the_offer_nor_its_title() {
    let home = Home::new();
    for (name, text) in bombs::MISTAKES {
        let text = format!("---\n{text}\n---\n\nVous guetterez les bateaux six mois. CV à vigie@phare.example.\n");
        home.write(&format!("offers/{name}.md"), &text);
    }
    let listed = run(&home, &["list", "--json", "--all"]);
    let offers: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let offers = offers.as_array().unwrap();
    let mut wrong = Vec::new();
    for (name, _) in bombs::MISTAKES {
        match offers.iter().find(|offer| offer["path"] == format!("{name}.md")) {
            Some(offer) if offer["title"].as_str().unwrap_or_default().contains("vigie du phare") => {}
            Some(offer) => wrong.push(format!("{name}: {}", offer["title"])),
            None => wrong.push(format!("{name}: not listed")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every reader takes every text: nothing panics, and every passage lies in its text.
#[test]
fn no_reader_fails_on_any_text() {
    let all = amount(300, 200_000);
    (0..all).for_each(mutations::one);
    figure(&format!(
        "{all} random changes of offers, each read in every way: 0 failures"
    ));
}

/// An address is copied whole and alone, or not at all.
#[test]
fn only_addresses_of_the_strict_pattern_are_copied() {
    let home = hostile_home(0..amount(150, 2_000));
    let listed = run(&home, &["list", "--json", "--all"]);
    let offers: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let mut seen = 0;
    for contact in offers
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|offer| offer["contacts"].as_array().unwrap())
    {
        let address = contact["email"].as_str().unwrap();
        assert!(promises::is_strict(address), "{address:?}");
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}
