//! `tremplin doctor`: what tremplin finds on this machine, as a block to paste into a report of a mistake.
//!
//! The home directory and addresses are masked.

use std::fs::{File, TryLockError};
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
use crate::store::config::Clipboard;
use crate::store::letters;
use crate::store::paths::home;
use crate::system::clipboard::{self, Back, Road};
use crate::system::mailer::{self, Mailer};
use crate::system::{Surroundings, editor, opener};
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
    findings.push(profile(session));
    findings.extend(terminal(session));
    findings.extend(programs(session, lang));
    for finding in &mut findings {
        finding.value = match masked(&finding.value) {
            value if value.trim().is_empty() => words::NOTHING.get(lang).to_owned(),
            value => value,
        };
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
    vec![kept, lock(session)]
}

/// Tells whether another tremplin is saving, and which.
fn lock(session: &Session) -> Finding {
    let lang = session.environment.lang;
    let path = session.paths.shortlist_dir().join(".lock");
    let file = File::open(&path).ok();
    let held = file.as_ref().is_some_and(|file| {
        // Only asked: what was taken is given back at once.
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    });
    let holder = file.filter(|_| held).and_then(|file| holder(&file));
    Finding {
        key: "lock",
        value: if held {
            words::lock_held(lang, holder)
        } else {
            words::LOCK_FREE.get(lang).to_owned()
        },
        well: !held,
    }
}

/// Finds the process that holds the lock of a file, where the system tells.
#[cfg(target_os = "linux")]
fn holder(file: &File) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;

    let inode = file.metadata().ok()?.ino();
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    // `1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF`
    locks.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let place = words.get(5)?.rsplit(':').next()?;
        (place.parse() == Ok(inode)).then(|| words.get(4)?.parse().ok())?
    })
}

/// Finds the process that holds the lock of a file, where the system tells.
#[cfg(not(target_os = "linux"))]
fn holder(_: &File) -> Option<u32> {
    None
}

/// Returns whether the profile and the letters can be read.
fn profile(session: &Session) -> Finding {
    let lang = session.environment.lang;
    let path = session
        .config
        .profile
        .clone()
        .unwrap_or_else(|| session.paths.profile_file());
    match letters::profile(&session.paths, &session.config) {
        Ok(_) if path.exists() => fine("profile", path.display().to_string()),
        Ok(_) => fine("profile", words::NO_PROFILE.get(lang)),
        Err(error) => Finding {
            key: "profile",
            value: error.say(lang),
            well: false,
        },
    }
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
    let size = size()
        .map(|(columns, rows)| format!(" {columns}×{rows}"))
        .unwrap_or_default();
    vec![
        Finding {
            key: "locale",
            value: locale,
            well: utf8 || cfg!(windows),
        },
        fine(
            "terminal",
            format!("{}{streams}{size}", named(&["TERM", "TERM_PROGRAM"])),
        ),
        fine(
            "colours",
            format!(
                "{} {}",
                words::yes_or_no(environment.lang, environment.color),
                named(&["COLORTERM", "NO_COLOR"])
            )
            .trim_end(),
        ),
        fine("within", within()),
    ]
}

/// Returns what stands between tremplin and the screen. Of a connection only that there is one: it holds addresses.
fn within() -> String {
    let present = [
        ("TMUX", "tmux"),
        ("STY", "screen"),
        ("SSH_CONNECTION", "ssh"),
        ("WSL_DISTRO_NAME", "wsl"),
    ];
    let present = present
        .iter()
        .filter(|(name, _)| variable(name).is_some())
        .map(|(_, word)| (*word).to_owned());
    let displays = ["WAYLAND_DISPLAY", "DISPLAY"];
    let displays = displays
        .iter()
        .filter_map(|name| Some(format!("{name}={}", variable(name)?)));
    present.chain(displays).collect::<Vec<_>>().join(" ")
}

/// Returns the columns and rows of the terminal, whichever stream it is.
#[cfg(unix)]
fn size() -> Option<(u16, u16)> {
    let of = |result: rustix::io::Result<rustix::termios::Winsize>| result.ok().filter(|size| size.ws_col > 0);
    let size = of(rustix::termios::tcgetwinsize(io::stdout()))
        .or_else(|| of(rustix::termios::tcgetwinsize(io::stderr())))
        .or_else(|| of(rustix::termios::tcgetwinsize(io::stdin())))?;
    Some((size.ws_col, size.ws_row))
}

/// Returns the columns and rows of the terminal.
#[cfg(not(unix))]
fn size() -> Option<(u16, u16)> {
    None
}

/// Sends a marker and reads it back.
fn clipboard(session: &Session, here: &Surroundings) -> Finding {
    let lang = session.environment.lang;
    let marker = format!("tremplin {}", std::process::id());
    let Some((road, back)) = clipboard::round_trip(&marker, preference(session.config.clipboard), here) else {
        let off = session.config.clipboard == Clipboard::None;
        return Finding {
            key: "clipboard",
            value: if off {
                "clipboard = \"none\""
            } else {
                words::NONE.get(lang)
            }
            .to_owned(),
            well: off,
        };
    };
    let name = match road {
        Road::Terminal => words::OSC52.get(lang).to_owned(),
        Road::Tool(name) => name.to_owned(),
        Road::Tmux => match clipboard::tmux_setting(here) {
            Some(value) => format!("tmux (set-clipboard {value})"),
            None => "tmux".to_owned(),
        },
    };
    let well = matches!(back, Back::Same | Back::Unread | Back::Held);
    let said = match back {
        Back::Same => words::CAME_BACK.get(lang).to_owned(),
        Back::Other => words::DID_NOT_COME_BACK.get(lang).to_owned(),
        Back::Held => words::CLIPBOARD_HELD.get(lang).to_owned(),
        Back::Unread if road == Road::Terminal => words::NEVER_ANSWERS.get(lang).to_owned(),
        Back::Unread => words::NOT_READ_BACK.get(lang).to_owned(),
        Back::NotSent(tried) => tried.join(", "),
    };
    Finding {
        key: "clipboard",
        value: format!("{name} · {said}"),
        well,
    }
}

/// Returns the programs that would be used.
fn programs(session: &Session, lang: Lang) -> Vec<Finding> {
    let here = Surroundings::current();
    let finding = |key, found: Option<String>| Finding {
        key,
        well: found.is_some(),
        value: found.unwrap_or_else(|| words::NONE.get(lang).to_owned()),
    };
    let mailer = Mailer {
        command: &session.config.mailer,
        terminal: session.config.mailer_terminal,
    };
    let mails = match (mailer::found(mailer, &here), mailer.command.first()) {
        (Some((name, true)), _) => finding("mailer", Some(words::in_terminal(lang, &name))),
        (None, Some(asked)) => Finding {
            key: "mailer",
            value: words::not_there(lang, asked),
            well: false,
        },
        (found, _) => finding("mailer", found.map(|(name, _)| name)),
    };
    let edits = match editor::command(&session.config.editor, &here) {
        Ok(command) => fine("editor", command.join(" ")),
        Err(error) => Finding {
            key: "editor",
            value: error.say(lang),
            well: false,
        },
    };
    vec![
        clipboard(session, &here),
        finding("opener", opener::found(&here)),
        mails,
        edits,
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
