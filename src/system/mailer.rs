//! Handing a draft to the mail program: the one that is configured, else the one that the system knows.
//!
//! A `mailto:` link cannot carry files. So a draft with files goes to `xdg-email`, which can, or is opened as an `.eml`
//! file. Every part of a draft is one argument; none can be taken for an option, because it follows the option that it
//! belongs to or is an address, which never begins with `-`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::patience::{self, Ended};
use super::{OpenError, Surroundings, opener};

/// How long a program may take to say that it cannot.
const PATIENCE: Duration = Duration::from_millis(700);

/// A draft as programs take it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Vec<String>,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The files.
    pub files: Vec<PathBuf>,
    /// All but the files, as a link.
    pub link: String,
    /// All of it, as a message in a file.
    pub message: PathBuf,
}

/// Hands a letter over; returns the program that took it.
///
/// `configured` is the mail program of the configuration with its arguments, in which `{mailto}` and `{eml}` are
/// replaced; empty for that of the system.
///
/// # Errors
///
/// When no program took it.
pub fn hand_over(letter: &Letter, configured: &[String], here: &Surroundings) -> Result<String, OpenError> {
    let mut tried = Vec::new();
    for words in candidates(letter, configured) {
        if let Some(name) = start(&words, here, &mut tried) {
            return Ok(name);
        }
    }
    if letter.files.is_empty() && configured.is_empty() {
        return opener::open(&letter.link, here);
    }
    Err(OpenError::NoProgram { tried })
}

/// Returns the command lines to try, in order.
fn candidates(letter: &Letter, configured: &[String]) -> Vec<Vec<String>> {
    if !configured.is_empty() {
        let message = letter.message.to_string_lossy();
        let fill = |word: &String| word.replace("{mailto}", &letter.link).replace("{eml}", &message);
        return vec![configured.iter().map(fill).collect()];
    }
    if letter.files.is_empty() {
        return Vec::new();
    }
    let system = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    vec![xdg_email(letter), vec![system.to_owned(), shown(&letter.message)]]
}

/// `xdg-email` finds the person's mail program and tells it about files, where that program lets it.
fn xdg_email(letter: &Letter) -> Vec<String> {
    let mut words: Vec<String> = vec!["xdg-email".to_owned(), "--utf8".to_owned()];
    let mut option = |name: &str, value: &str| words.extend([name.to_owned(), value.to_owned()]);
    for address in &letter.cc {
        option("--cc", address);
    }
    option("--subject", &letter.subject);
    option("--body", &letter.body);
    for file in &letter.files {
        option("--attach", &shown(file));
    }
    words.extend(letter.to.iter().cloned());
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

    fn letter(files: &[&str]) -> Letter {
        Letter {
            to: vec!["a@b.example".to_owned()],
            cc: vec!["c@d.example".to_owned()],
            subject: "--attach=/etc/passwd".to_owned(),
            body: "Bonjour\n$(id)".to_owned(),
            files: files.iter().map(PathBuf::from).collect(),
            link: "mailto:a@b.example?subject=x".to_owned(),
            message: PathBuf::from("/tmp/d.eml"),
        }
    }

    #[test]
    fn without_files_a_link_is_enough() {
        let programs = Programs::new();
        programs.add("xdg-open", "").add("xdg-email", "");
        assert_eq!(
            hand_over(&letter(&[]), &[], &programs.surroundings(&[])),
            Ok("xdg-open".to_owned())
        );
        assert_eq!(
            programs.arguments("xdg-open").unwrap(),
            ["mailto:a@b.example?subject=x"]
        );
        assert_eq!(programs.arguments("xdg-email"), None);
    }

    #[test]
    fn files_go_along_or_the_message_is_opened() {
        let programs = Programs::new();
        programs.add("xdg-email", "").add("xdg-open", "");
        hand_over(&letter(&["/home/c/cv.pdf"]), &[], &programs.surroundings(&[])).unwrap();
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
            hand_over(&letter(&["/cv.pdf"]), &[], &programs.surroundings(&[])),
            Ok("xdg-open".to_owned())
        );
        assert_eq!(programs.arguments("xdg-open").unwrap(), ["/tmp/d.eml"]);
    }

    #[test]
    fn the_configured_program_is_the_only_one() {
        let programs = Programs::new();
        programs.add("mymail", "").add("xdg-open", "");
        let configured = ["mymail".to_owned(), "--draft".to_owned(), "{eml}".to_owned()];
        let here = programs.surroundings(&[]);
        assert_eq!(hand_over(&letter(&[]), &configured, &here), Ok("mymail".to_owned()));
        assert_eq!(programs.arguments("mymail").unwrap(), ["--draft", "/tmp/d.eml"]);
        let missing = ["gone".to_owned()];
        assert!(hand_over(&letter(&[]), &missing, &here).is_err());
        assert_eq!(programs.arguments("xdg-open"), None);
    }
}
