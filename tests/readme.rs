//! The README: its keys are those of the program, its commands exist, its contract is the one printed.
//!
//! `UPDATE=1 cargo test --test readme` rewrites the key table.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tremplin::cli::help;
use tremplin::locale::Lang;
use tremplin::tui::keymap::{BINDINGS, Context, Group, Key};

fn path(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    std::fs::read_to_string(path("README.md")).unwrap()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = &text[text.find(start).unwrap_or_else(|| panic!("no {start}"))..];
    let after = &after[after.find('\n').unwrap() + 1..];
    &after[..after.find(end).unwrap_or_else(|| panic!("no {end}"))]
}

/// The table of keys, as the README shows it: those of the main screen, then those of the small menus.
fn key_table() -> String {
    let mut table = String::from("| key | |\n|---|---|\n");
    for group in Group::ALL {
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let main = [Context::List, Context::Detail, Context::Zoom, Context::Search];
            if !binding.contexts.iter().any(|context| main.contains(context)) {
                continue;
            }
            let keys = binding.keys.iter().map(|key| Key::parse(key).unwrap().shown(Lang::En));
            let keys: Vec<String> = keys.map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            writeln!(table, "| {} | {} |", keys.join(" "), binding.help.get(Lang::En)).unwrap();
        }
    }
    table
}

#[test]
fn the_keys_are_those_of_the_program() {
    let text = readme();
    let shown = between(&text, "<!-- keys", "<!-- /keys -->");
    let expected = key_table();
    if std::env::var_os("UPDATE").is_some() {
        let start = text.find(shown).unwrap_or_else(|| text.find("<!-- /keys -->").unwrap());
        let start = if shown.is_empty() {
            text.find("<!-- /keys -->").unwrap()
        } else {
            start
        };
        let updated = format!("{}{expected}{}", &text[..start], &text[start + shown.len()..]);
        std::fs::write(path("README.md"), updated).unwrap();
    } else {
        assert_eq!(shown, expected, "UPDATE=1 cargo test --test readme rewrites it");
    }
}

#[test]
fn every_command_exists() {
    let text = readme();
    let blocks = text
        .split("```sh\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap());
    let lines = blocks
        .flat_map(str::lines)
        .filter_map(|line| line.strip_prefix("tremplin "));
    let inline = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter_map(|code| code.strip_prefix("tremplin "));
    let mut tried = 0;
    for line in lines.chain(inline) {
        let words = line.split(" #").next().unwrap().split_whitespace();
        let words: Vec<&str> = words
            .map(|word| if word == "COMMAND" { "list" } else { word })
            .collect();
        let parsed = help::command(Lang::En).try_get_matches_from(["tremplin"].iter().chain(&words));
        if let Err(error) = parsed {
            assert!(!error.use_stderr(), "`tremplin {line}`: {error}");
        }
        tried += 1;
    }
    assert!(tried >= 10, "only {tried} commands found");
    for command in help::command(Lang::En).get_subcommands() {
        let name = command.get_name();
        let named = text.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
        assert!(named, "the README does not name `{name}`");
    }
}

#[test]
fn the_contract_is_the_one_printed() {
    let text = readme();
    let table = between(&text, "<!-- contract", "<!-- /contract -->");
    let firsts = table.lines().skip(2).map(|line| line.split('|').nth(1).unwrap());
    let named: BTreeSet<String> = firsts
        .flat_map(|cell| {
            cell.split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();

    let home = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_tremplin"))
        .args(["list", "--json", "--all"])
        .env_clear()
        .env("TREMPLIN_CONFIG_DIR", home.path().join("config"))
        .env("TREMPLIN_STATE_DIR", home.path().join("state"))
        .env("TREMPLIN_CACHE_DIR", home.path().join("cache"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let offers: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(&output.stdout).unwrap();
    let printed: BTreeSet<String> = offers[0].keys().cloned().collect();
    assert_eq!(named, printed);
}

#[test]
fn its_pictures_and_files_are_there() {
    let text = readme();
    for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        if !link.starts_with("http") && !link.starts_with('#') {
            assert!(path(link).exists(), "{link}");
        }
    }
}

/// Its figures are those of one machine on one day: only what it is made of is looked at.
#[test]
fn the_table_of_speed_is_one() {
    let text = readme();
    let section = between(&text, "<!-- speed", "<!-- /speed -->");
    let mut lines = section.lines();
    let about = lines.next().unwrap_or_default();
    assert!(
        about.starts_with("Measured on 20") && about.contains("cores") && about.contains("benches/compare"),
        "{about}"
    );
    let rows: Vec<&str> = lines.filter(|line| line.starts_with('|')).collect();
    assert_eq!(
        rows[..2],
        [
            "| work | tremplin | beside it | to reach | reached |",
            "|---|---|---|---|---|"
        ]
    );
    for row in &rows[2..] {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 5, "{row}");
        assert!(["yes", "**no**", "–"].contains(&cells[4]), "{row}");
    }
    for work in [
        "key → frame",
        "typed at 15 keys a second",
        "start →",
        "warm scan",
        "cold scan",
        "a file that changes",
        "memory",
        "idle",
        "growth",
    ] {
        assert!(
            rows.iter().any(|row| row.starts_with(&format!("| {work}"))),
            "no row about {work}"
        );
    }
}
