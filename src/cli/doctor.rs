//! `tremplin doctor`: what tremplin finds on this machine, as a block to paste into a report of a mistake.
//!
//! The home directory and addresses are masked.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use serde_json::{Map, Value};

use super::args::DoctorArguments;
use super::copy::preference;
use super::environment::variable;
use super::failure::Failure;
use super::json::json_text;
use super::session::Session;
use crate::locale::Lang;
use crate::locale::doctor as words;
use crate::offer::address;
use crate::store::paths::home;
use crate::system::{Surroundings, clipboard, editor, opener};
use crate::text::clean_visibly;

/// One line: its name for programs and its value.
struct Finding {
    key: &'static str,
    value: String,
    /// False when something should be done about it.
    well: bool,
}

/// Prints what is found.
pub fn run(arguments: &DoctorArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let mut findings = vec![
        fine("version", format!("{} ({})", env!("CARGO_PKG_VERSION"), build())),
        fine("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
    ];
    findings.extend(folders(session));
    findings.extend(offers(session));
    findings.extend(shortlist(session));
    findings.extend(terminal(session));
    findings.extend(programs(session, lang));
    for finding in &mut findings {
        finding.value = masked(&finding.value);
    }
    if arguments.json {
        let map: Map<String, Value> = findings
            .iter()
            .map(|finding| {
                (
                    finding.key.to_owned(),
                    serde_json::json!({"value": finding.value, "ok": finding.well}),
                )
            })
            .collect();
        writeln!(out, "{}", json_text(&Value::Object(map))?)?;
    } else {
        for finding in &findings {
            let mark = if finding.well { ' ' } else { '!' };
            writeln!(out, "{mark} {:<12} {}", finding.key, finding.value)?;
        }
        writeln!(out, "\n{}", words::PASTE.get(lang))?;
    }
    Ok(())
}

fn fine(key: &'static str, value: impl Into<String>) -> Finding {
    Finding {
        key,
        value: value.into(),
        well: true,
    }
}

/// Returns how the program was built.
const fn build() -> &'static str {
    if cfg!(debug_assertions) { "debug" } else { "release" }
}

/// Returns each folder and whether it can be written to.
fn folders(session: &Session) -> Vec<Finding> {
    let (paths, lang) = (&session.paths, session.environment.lang);
    let places = [
        ("config", paths.config_dir()),
        ("shortlist", paths.shortlist_dir()),
        ("state", paths.state_dir()),
        ("cache", paths.cache_dir()),
    ];
    let finding = |(key, path): (&'static str, std::path::PathBuf)| {
        let well = can_write(&path);
        let state = if well { words::WRITABLE } else { words::NOT_WRITABLE };
        Finding {
            key,
            value: format!("{} ({})", path.display(), state.get(lang)),
            well,
        }
    };
    places.into_iter().map(finding).collect()
}

/// Tells whether a folder can be written to, or made where it would lie.
fn can_write(path: &Path) -> bool {
    let nearest = path.ancestors().find(|folder| folder.exists());
    nearest.is_some_and(|folder| folder.is_dir() && is_writable(folder))
}

#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn is_writable(folder: &Path) -> bool {
    folder.metadata().is_ok_and(|folder| !folder.permissions().readonly())
}

/// Returns what the sources hold.
fn offers(session: &Session) -> Vec<Finding> {
    let lang = session.environment.lang;
    let catalog = session.catalog();
    let sources = catalog.sources();
    let names: Vec<String> = (0..)
        .take(sources.all().len())
        .map(|number| sources.name(number))
        .collect();
    let (left_out, others) = (catalog.left_out().count(), catalog.not_offers().count());
    vec![
        fine("sources", names.join(", ")),
        fine("offers", words::offers(lang, catalog.rows().len(), others, left_out)),
    ]
}

/// Returns how many applications are kept, and whether another tremplin is saving.
fn shortlist(session: &Session) -> Vec<Finding> {
    let lang = session.environment.lang;
    let store = crate::store::shortlist::Store::new(session.paths.shortlist_dir(), session.paths.backups_dir());
    let kept = match store.load() {
        Ok(loaded) => {
            let value = words::kept(lang, loaded.applications.len(), loaded.troubles.len());
            Finding {
                key: "kept",
                value,
                well: loaded.troubles.is_empty(),
            }
        }
        Err(error) => Finding {
            key: "kept",
            value: error.say(lang),
            well: false,
        },
    };
    let lock = File::open(session.paths.shortlist_dir().join(".lock"));
    let held = lock.is_ok_and(|lock| lock.try_lock_shared().is_err());
    let state = if held { words::LOCK_HELD } else { words::LOCK_FREE };
    vec![
        kept,
        Finding {
            key: "lock",
            value: state.get(lang).to_owned(),
            well: !held,
        },
    ]
}

/// Returns what is known of the terminal.
fn terminal(session: &Session) -> Vec<Finding> {
    let environment = session.environment;
    let named = |names: &[&str]| {
        let set = names
            .iter()
            .filter_map(|name| Some(format!("{name}={}", variable(name)?)));
        set.collect::<Vec<_>>().join(" ")
    };
    let locale = named(&["LC_ALL", "LC_CTYPE", "LANG", "TREMPLIN_LANG"]);
    let utf8 = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| variable(name))
        .is_some_and(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
    let stream = |name: &str, is: bool| if is { format!(" {name}") } else { String::new() };
    let streams = stream("stdin", io::stdin().is_terminal())
        + &stream("stdout", environment.terminal)
        + &stream("stderr", io::stderr().is_terminal());
    let columns = environment
        .columns
        .map(|columns| format!(" {columns}"))
        .unwrap_or_default();
    vec![
        Finding {
            key: "locale",
            value: locale,
            well: utf8 || cfg!(windows),
        },
        fine(
            "terminal",
            format!("{}{streams}{columns}", named(&["TERM", "TERM_PROGRAM"])),
        ),
        fine(
            "colours",
            format!("{} {}", environment.color, named(&["COLORTERM", "NO_COLOR"])).trim_end(),
        ),
        fine(
            "within",
            named(&[
                "TMUX",
                "STY",
                "SSH_CONNECTION",
                "WAYLAND_DISPLAY",
                "DISPLAY",
                "WSL_DISTRO_NAME",
            ]),
        ),
    ]
}

/// Returns the programs that would be used.
fn programs(session: &Session, lang: Lang) -> Vec<Finding> {
    let here = Surroundings::current();
    let none = || words::NONE.get(lang).to_owned();
    let road = clipboard::road(preference(session.config.clipboard), &here);
    let copies = match road {
        Some(road) => road
            .tool()
            .map_or_else(|| words::OSC52.get(lang).to_owned(), str::to_owned),
        None => none(),
    };
    let opens = opener::found(&here);
    let edits = editor::command(&session.config.editor, &here).map(|words| words.join(" "));
    let mails = match session.config.mailer.first() {
        Some(program) => Some(program.clone()),
        None => ["xdg-email", "xdg-open", "gio", "open"]
            .into_iter()
            .find(|name| here.program(name).is_some())
            .map(str::to_owned),
    };
    vec![
        Finding {
            key: "clipboard",
            value: copies,
            well: road.is_some(),
        },
        Finding {
            key: "opener",
            well: opens.is_some(),
            value: opens.unwrap_or_else(none),
        },
        Finding {
            key: "mailer",
            well: mails.is_some(),
            value: mails.unwrap_or_else(none),
        },
        Finding {
            key: "editor",
            well: edits.is_ok(),
            value: edits.unwrap_or_else(|error| error.say(lang)),
        },
    ]
}

/// Hides the home directory and addresses, and everything that a terminal could act on.
fn masked(text: &str) -> String {
    let mut text = clean_visibly(text).one_line().into_string();
    if let Some(home) = home().filter(|home| home.components().count() > 1) {
        text = text.replace(&*home.to_string_lossy(), "~");
    }
    for found in address::find(&text.clone()).into_iter().rev() {
        text.replace_range(found.range, "…@…");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_personal_is_shown() {
        assert_eq!(masked("to camille@mail.example, now"), "to …@…, now");
        if let Some(home) = home().filter(|home| home.components().count() > 1) {
            assert_eq!(masked(&home.join("offers").display().to_string()), "~/offers");
        }
    }
}
