//! Handing a draft to the mail program: the one that is configured, else the one that the system knows.
//!
//! A `mailto:` link cannot carry files. So a draft with files goes to `xdg-email`, which can, or is opened as an `.eml`
//! file. Every part of a draft is one argument; none can be taken for an option, because it follows the option that it
//! belongs to or is an address, which never begins with `-`.
//!
//! A mail program of the terminal needs the whole terminal: it is named here and run by who holds the terminal.

use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

use super::patience::{self, Ended};
use super::{OpenError, Surroundings, opener};
use crate::mail::{Draft, mailto};

/// How long a program may take to say that it cannot.
const PATIENCE: Duration = Duration::from_millis(700);

/// The mail program of the configuration.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mailer<'a> {
    /// The program and its arguments, in which `{mailto}` and `{eml}` are replaced; empty for that of the system.
    pub command: &'a [String],
    /// Whether it needs the terminal; `None` when it is known by its name.
    pub terminal: Option<bool>,
}

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// This program took it.
    To(String),
    /// This command line takes it and needs the terminal: see [`run`].
    Terminal(Vec<String>),
}

/// A mail program of the terminal, with what it takes a draft by.
struct Known {
    name: &'static str,
    arguments: &'static [&'static str],
}

/// Those that are recognised; the ones with arguments are also chosen by themselves, in this order.
const KNOWN: &[Known] = &[
    known("neomutt", &["-H", "{eml}"]),
    known("mutt", &["-H", "{eml}"]),
    known("aerc", &["{mailto}"]),
    known("himalaya", &["message", "mailto", "{mailto}"]),
    known("alpine", &["-url", "{mailto}"]),
    known("meli", &[]),
    known("mailx", &[]),
    known("s-nail", &[]),
    known("mail", &[]),
    known("nmail", &[]),
    known("pine", &[]),
];

const fn known(name: &'static str, arguments: &'static [&'static str]) -> Known {
    Known { name, arguments }
}

/// Hands a draft over; `message` is the file that holds all of it.
///
/// # Errors
///
/// When no program took it.
pub fn hand_over(draft: &Draft, message: &Path, mailer: Mailer<'_>, here: &Surroundings) -> Result<Handed, OpenError> {
    let mut tried = Vec::new();
    if let Some(program) = mailer.command.first() {
        let words = fill(mailer.command, draft, message);
        return match needs_terminal(mailer) {
            true if here.program(program).is_some() => Ok(Handed::Terminal(words)),
            true => Err(OpenError::NoProgram { tried }),
            false => start(&words, here, &mut tried)
                .map(Handed::To)
                .ok_or(OpenError::NoProgram { tried }),
        };
    }
    let own = || of_terminal(draft, message, here).map(Handed::Terminal);
    // Without a display, what the system knows is a browser at best.
    if !has_display(here)
        && let Some(handed) = own()
    {
        return Ok(handed);
    }
    with_the_system(draft, message, here, &mut tried).or_else(|error| own().ok_or(error))
}

/// Runs a mail program in the terminal, which was left to it, and waits until it is closed.
///
/// # Errors
///
/// When it is not there or cannot be started.
pub fn run(words: &[String], here: &Surroundings) -> io::Result<ExitStatus> {
    let (name, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let program = here.program(name).ok_or(io::ErrorKind::NotFound)?;
    here.command(&program).args(arguments).status()
}

/// Returns the program that [`hand_over`] would try first, and whether it needs the terminal; for `doctor`.
#[must_use]
pub fn found(mailer: Mailer<'_>, here: &Surroundings) -> Option<(String, bool)> {
    if let Some(program) = mailer.command.first() {
        let there = here.program(program).is_some();
        return there.then(|| (program.clone(), needs_terminal(mailer)));
    }
    let own = || known_here(here).next().map(|known| (known.name.to_owned(), true));
    let system = || {
        let names = ["xdg-email", if cfg!(target_os = "macos") { "open" } else { "xdg-open" }];
        let first = names.into_iter().find(|name| here.program(name).is_some());
        first
            .map(str::to_owned)
            .or_else(|| opener::found(here))
            .map(|name| (name, false))
    };
    if has_display(here) {
        system().or_else(own)
    } else {
        own().or_else(system)
    }
}

fn needs_terminal(mailer: Mailer<'_>) -> bool {
    mailer.terminal.unwrap_or_else(|| {
        let name = mailer.command.first().map(|program| Path::new(program).file_name());
        name.flatten()
            .is_some_and(|name| KNOWN.iter().any(|known| known.name == name))
    })
}

fn has_display(here: &Surroundings) -> bool {
    cfg!(any(target_os = "macos", windows)) || here.any(&["DISPLAY", "WAYLAND_DISPLAY"]) || here.in_wsl()
}

/// Puts a draft into a command line; one that does not say where takes it the way that its program is known for.
fn fill(command: &[String], draft: &Draft, message: &Path) -> Vec<String> {
    let mut words = command.to_vec();
    let takes = |words: &[String]| {
        words
            .iter()
            .any(|word| word.contains("{mailto}") || word.contains("{eml}"))
    };
    if !takes(&words) {
        let name = words
            .first()
            .and_then(|program| Path::new(program).file_name()?.to_str());
        let known = KNOWN
            .iter()
            .find(|known| Some(known.name) == name && !known.arguments.is_empty());
        let arguments = known.map_or(&["{eml}"][..], |known| known.arguments);
        words.extend(arguments.iter().map(|word| (*word).to_owned()));
    }
    let link = mailto::link(draft);
    let fill = |word: String| word.replace("{mailto}", &link).replace("{eml}", &shown(message));
    words.into_iter().map(fill).collect()
}

fn known_here(here: &Surroundings) -> impl Iterator<Item = &'static Known> {
    KNOWN
        .iter()
        .filter(|known| !known.arguments.is_empty() && here.program(known.name).is_some())
}

/// Returns the command line of a mail program of the terminal that can carry all of a draft.
fn of_terminal(draft: &Draft, message: &Path, here: &Surroundings) -> Option<Vec<String>> {
    let carries = |known: &&Known| draft.attachments.is_empty() || known.arguments.contains(&"{eml}");
    let known = known_here(here).find(carries)?;
    Some(fill(&[known.name.to_owned()], draft, message))
}

/// Hands a draft to what the system knows: a link, or a message when there are files.
fn with_the_system(
    draft: &Draft,
    message: &Path,
    here: &Surroundings,
    tried: &mut Vec<String>,
) -> Result<Handed, OpenError> {
    if draft.attachments.is_empty() {
        return opener::open(&mailto::link(draft), here).map(Handed::To);
    }
    let system = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let gio = vec!["gio".to_owned(), "open".to_owned(), shown(message)];
    let lines = [xdg_email(draft), vec![system.to_owned(), shown(message)], gio];
    let taken = lines.iter().find_map(|words| start(words, here, tried));
    let tried = std::mem::take(tried);
    taken.map(Handed::To).ok_or(OpenError::NoProgram { tried })
}

/// `xdg-email` finds the person's mail program and tells it about files, where that program lets it.
fn xdg_email(draft: &Draft) -> Vec<String> {
    let mut words: Vec<String> = vec!["xdg-email".to_owned(), "--utf8".to_owned()];
    let mut option = |name: &str, value: &str| words.extend([name.to_owned(), value.to_owned()]);
    for address in &draft.cc {
        option("--cc", address.as_str());
    }
    option("--subject", &draft.subject);
    option("--body", &draft.body);
    for file in &draft.attachments {
        option("--attach", &file.path);
    }
    words.extend(draft.to.iter().map(ToString::to_string));
    words
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Starts one program and tells its name when it did not fail at once.
fn start(words: &[String], here: &Surroundings, tried: &mut Vec<String>) -> Option<String> {
    let (name, arguments) = words.split_first()?;
    let program = here.program(name)?;
    match patience::run(here.command(&program).args(arguments), None, PATIENCE) {
        Ended::With(status) if status.success() => return Some(name.clone()),
        Ended::StillRunning(child) => {
            patience::leave(child);
            return Some(name.clone());
        }
        Ended::With(status) => tried.push(format!("{name}: {status}")),
        Ended::NotStarted(error) => tried.push(format!("{name}: {error}")),
    }
    None
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::fake::Programs;
    use super::*;
    use crate::mail::{Address, Attachment};

    fn draft(files: &[&str]) -> Draft {
        let address = |text| Address::parse(text).unwrap();
        let file = |path: &&str| Attachment {
            document: None,
            path: (*path).to_owned(),
        };
        Draft {
            to: vec![address("a@b.example")],
            cc: vec![address("c@d.example")],
            subject: "--attach=/etc/passwd".to_owned(),
            body: "Bonjour\n$(id)".to_owned(),
            attachments: files.iter().map(file).collect(),
            ..Draft::default()
        }
    }

    const LINK: &str =
        "mailto:a@b.example?cc=c@d.example&subject=--attach%3D%2Fetc%2Fpasswd&body=Bonjour%0D%0A%24%28id%29";

    /// Hands over on a machine with a screen.
    fn hand(
        files: &[&str],
        command: &[&str],
        terminal: Option<bool>,
        here: &Surroundings,
    ) -> Result<Handed, OpenError> {
        let command: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        let mailer = Mailer {
            command: &command,
            terminal,
        };
        hand_over(&draft(files), Path::new("/tmp/d.eml"), mailer, here)
    }

    fn to(name: &str) -> Handed {
        Handed::To(name.to_owned())
    }

    fn in_terminal(words: &[&str]) -> Handed {
        Handed::Terminal(words.iter().map(|word| (*word).to_owned()).collect())
    }

    const SCREEN: &[(&str, &str)] = &[("DISPLAY", ":0")];

    #[test]
    fn without_files_a_link_is_enough() {
        let programs = Programs::new();
        programs.add("xdg-open", "").add("xdg-email", "");
        assert_eq!(hand(&[], &[], None, &programs.surroundings(SCREEN)), Ok(to("xdg-open")));
        assert_eq!(programs.arguments("xdg-open").unwrap(), [LINK]);
        assert_eq!(programs.arguments("xdg-email"), None);
    }

    #[test]
    fn files_go_along_or_the_message_is_opened() {
        let programs = Programs::new();
        programs.add("xdg-email", "").add("xdg-open", "");
        hand(&["/home/c/cv.pdf"], &[], None, &programs.surroundings(SCREEN)).unwrap();
        let arguments = programs.arguments("xdg-email").unwrap();
        assert_eq!(
            arguments[..5],
            ["--utf8", "--cc", "c@d.example", "--subject", "--attach=/etc/passwd"]
        );
        assert_eq!(
            arguments[arguments.len() - 3..],
            ["--attach", "/home/c/cv.pdf", "a@b.example"]
        );
        let programs = Programs::new();
        programs.add("xdg-email", "exit 3").add("xdg-open", "");
        assert_eq!(
            hand(&["/cv.pdf"], &[], None, &programs.surroundings(SCREEN)),
            Ok(to("xdg-open"))
        );
        assert_eq!(programs.arguments("xdg-open").unwrap(), ["/tmp/d.eml"]);
    }

    #[test]
    fn the_configured_program_is_the_only_one() {
        let programs = Programs::new();
        programs.add("mymail", "").add("xdg-open", "");
        let here = programs.surroundings(SCREEN);
        assert_eq!(
            hand(&[], &["mymail", "--draft", "{eml}"], None, &here),
            Ok(to("mymail"))
        );
        assert_eq!(programs.arguments("mymail").unwrap(), ["--draft", "/tmp/d.eml"]);
        assert_eq!(hand(&[], &["mymail", "a{mailto}"], None, &here), Ok(to("mymail")));
        assert_eq!(programs.arguments("mymail").unwrap(), [format!("a{LINK}")]);
        assert!(hand(&[], &["gone"], None, &here).is_err());
        assert!(hand(&[], &["neomutt"], None, &here).is_err(), "not there");
        assert_eq!(programs.arguments("xdg-open"), None);
    }

    #[test]
    fn a_program_of_the_terminal_is_not_started_here() {
        let programs = Programs::new();
        programs.add("neomutt", "").add("mymail", "").add("aerc", "");
        let here = programs.surroundings(SCREEN);
        let expected = in_terminal(&["neomutt", "-H", "/tmp/d.eml"]);
        assert_eq!(hand(&["/cv.pdf"], &["neomutt"], None, &here), Ok(expected));
        assert_eq!(hand(&[], &["aerc"], None, &here), Ok(in_terminal(&["aerc", LINK])));
        assert_eq!(
            hand(&[], &["mymail"], Some(true), &here),
            Ok(in_terminal(&["mymail", "/tmp/d.eml"]))
        );
        assert_eq!(hand(&[], &["neomutt"], Some(false), &here), Ok(to("neomutt")));
        assert_eq!(programs.arguments("mymail"), None);
    }

    #[test]
    fn a_machine_without_a_screen_has_its_terminal() {
        let programs = Programs::new();
        programs.add("aerc", "").add("mutt", "").add("xdg-open", "");
        let here = programs.surroundings(&[]);
        let mutt = in_terminal(&["mutt", "-H", "/tmp/d.eml"]);
        assert_eq!(hand(&["/cv.pdf"], &[], None, &here), Ok(mutt));
        assert_eq!(found(Mailer::default(), &here), Some(("mutt".to_owned(), true)));
        assert_eq!(
            hand(&["/cv.pdf"], &[], None, &programs.surroundings(SCREEN)),
            Ok(to("xdg-open"))
        );
        // A link loses the files, so a program that takes nothing else is no road for them.
        let programs = Programs::new();
        programs.add("aerc", "");
        assert!(hand(&["/cv.pdf"], &[], None, &programs.surroundings(&[])).is_err());
        assert_eq!(
            hand(&[], &[], None, &programs.surroundings(&[])),
            Ok(in_terminal(&["aerc", LINK]))
        );
        assert_eq!(
            hand(&[], &[], None, &programs.surroundings(SCREEN)),
            Ok(in_terminal(&["aerc", LINK])),
            "the last resort on a screen"
        );
        assert_eq!(found(Mailer::default(), &Surroundings::default()), None);
    }
}
