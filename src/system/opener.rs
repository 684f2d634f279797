//! Opening a link in the browser or the mail program.
//!
//! Only `http`, `https` and `mailto`. A target is one argument of a program, never part of a command line, and always
//! begins with its scheme, so that it can be taken for neither an option nor a file.

use std::time::Duration;

use super::Surroundings;
use super::patience::{self, Ended};
use crate::text::clean_visibly;

/// How long a program may take to say that it cannot open the target. One that is still running then has opened it.
const PATIENCE: Duration = Duration::from_millis(700);

/// Browsers that would fight tremplin for the terminal.
const TERMINAL_BROWSERS: &[&str] = &["w3m", "lynx", "links", "links2", "elinks", "browsh", "www-browser"];

/// Why a target was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Not http, https or mailto, or with characters that deceive.
    #[error("refused: only http, https and mailto are opened")]
    Refused,
    /// No program worked; those that were tried.
    #[error("no program opened it ({})", tried.join(", "))]
    NoProgram {
        /// The programs that were tried, with what became of each.
        tried: Vec<String>,
    },
}

/// A target that may be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target<'a> {
    text: &'a str,
    scheme: Scheme,
}

/// The schemes that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Web,
    Mail,
}

impl<'a> Target<'a> {
    /// Judges a link as written in an offer; `None` when it must not be opened.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (name, rest) = text.split_once(':')?;
        let scheme = match name.to_ascii_lowercase().as_str() {
            "http" | "https" => Scheme::Web,
            "mailto" => Scheme::Mail,
            _ => return None,
        };
        let shown = clean_visibly(text);
        let plain = shown.as_str() == text && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        let target = Self { text, scheme };
        let whole = match scheme {
            Scheme::Web => rest.starts_with("//") && target.host().is_some(),
            // A mail program that attaches what a link tells it to could send away any file.
            Scheme::Mail => rest.contains('@') && !attaches(rest),
        };
        (plain && whole).then_some(target)
    }

    /// Returns the host that a browser would really go to, to be shown before.
    ///
    /// What stands before an `@` is a user name, and browsers take `\` for `/`.
    #[must_use]
    pub fn host(&self) -> Option<&'a str> {
        if self.scheme == Scheme::Mail {
            return None;
        }
        let rest = self.text.split_once("://")?.1;
        let authority = rest.split(['/', '\\', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        (!host.is_empty()).then_some(host)
    }
}

/// Tells whether a `mailto:` link asks for a file: `attach`, `attachment`, or a name that is not written plainly.
fn attaches(rest: &str) -> bool {
    let fields = rest.split_once('?').map_or("", |(_, fields)| fields);
    // Some programs take `;` for `&`; an entity is `&` to others.
    let mut names = fields
        .split(['&', ';'])
        .map(|field| field.split('=').next().unwrap_or_default());
    names.any(|name| name.contains('%') || name.to_ascii_lowercase().contains("attach"))
}

/// Opens a link as written in an offer; returns the program that took it.
///
/// # Errors
///
/// When it must not be opened, or no program did; the target should then be shown, so that it can be copied.
pub fn open(target: &str, here: &Surroundings) -> Result<String, OpenError> {
    let target = Target::parse(target).ok_or(OpenError::Refused)?;
    let mut tried = Vec::new();
    for mut words in candidates(&target, here) {
        let Some(program) = here.program(&words[0]) else {
            continue;
        };
        let name = words.remove(0);
        match patience::run(here.command(&program).args(words), None, PATIENCE) {
            Ended::With(status) if status.success() => return Ok(name),
            Ended::StillRunning(child) => {
                patience::leave(child);
                return Ok(name);
            }
            Ended::With(status) => tried.push(format!("{name}: {status}")),
            Ended::NotStarted(error) => tried.push(format!("{name}: {error}")),
        }
    }
    Err(OpenError::NoProgram { tried })
}

/// Returns the first program that [`open`] would try; for `doctor`.
#[must_use]
pub fn found(here: &Surroundings) -> Option<String> {
    let target = Target {
        text: "https://tremplin.example/",
        scheme: Scheme::Web,
    };
    candidates(&target, here)
        .into_iter()
        .map(|words| words[0].clone())
        .find(|name| here.program(name).is_some())
}

/// Returns the command lines to try, in order, each with at least its program.
fn candidates(target: &Target<'_>, here: &Surroundings) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    if target.scheme == Scheme::Web
        && let Some(browsers) = here.variable("BROWSER")
    {
        lines.extend(
            browsers
                .split(':')
                .filter_map(|browser| browser_line(browser, target.text)),
        );
    }
    let systems: &[&[&str]] = &[
        if cfg!(target_os = "macos") {
            &["open"]
        } else {
            &["xdg-open"]
        },
        &["wslview"],
        &["gio", "open"],
        // Not `cmd /c start`, which is a shell.
        &["rundll32.exe", "url.dll,FileProtocolHandler"],
    ];
    lines.extend(systems.iter().map(|words| {
        words
            .iter()
            .map(|word| (*word).to_owned())
            .chain([target.text.to_owned()])
            .collect()
    }));
    lines
}

/// Reads one entry of `$BROWSER`: words, with `%s` where the target goes, or at the end.
fn browser_line(browser: &str, target: &str) -> Option<Vec<String>> {
    let mut words = shell_words::split(browser).ok().filter(|words| !words.is_empty())?;
    let program = words[0].rsplit('/').next().unwrap_or_default();
    if TERMINAL_BROWSERS.contains(&program) {
        return None;
    }
    let mut placed = false;
    for word in words.iter_mut().skip(1) {
        if word == "%s" {
            target.clone_into(word);
            placed = true;
        }
    }
    if !placed {
        words.push(target.to_owned());
    }
    Some(words)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::fake::Programs;
    use super::*;

    #[test]
    fn hostile_targets_start_nothing() {
        let programs = Programs::new();
        programs.add("xdg-open", "").add("mybrowser", "");
        let here = programs.surroundings(&[("BROWSER", "mybrowser")]);
        for target in [
            "",
            "-h",
            "--help",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "ftp://a.example",
            "//a.example",
            "a.example",
            " https://a.example",
            "https://a.example/\nx",
            "https://a.example/ -x",
            "https://a.example/\u{202e}gpj",
            "https://",
            "https:a.example",
            "https://user@/path",
            "mailto:",
            "mailto:a@b.example?attach=/etc/passwd",
            "mailto:a@b.example?ATTACHMENT=x",
            "mailto:a@b.example?subject=x&amp;attach=/etc/passwd",
            "mailto:a@b.example?%61ttach=/etc/passwd",
            "mailto:a@b.example\r\nBcc: x@y.example",
        ] {
            assert_eq!(open(target, &here), Err(OpenError::Refused), "{target:?}");
        }
        assert_eq!(programs.arguments("xdg-open"), None);
        assert_eq!(programs.arguments("mybrowser"), None);
    }

    #[test]
    fn the_target_is_one_argument() {
        let programs = Programs::new();
        programs.add("xdg-open", "");
        let target = "https://a.example/apply?x=1&y=$(id);`id`'\"";
        assert_eq!(open(target, &programs.surroundings(&[])), Ok("xdg-open".to_owned()));
        assert_eq!(programs.arguments("xdg-open").unwrap(), [target]);
    }

    #[test]
    fn browser_is_a_list_of_words() {
        let programs = Programs::new();
        programs
            .add("broken", "exit 1")
            .add("my browser", "")
            .add("xdg-open", "");
        let here = programs.surroundings(&[("BROWSER", "w3m:missing:broken:'my browser' --new \"a b\" %s --end")]);
        assert_eq!(open("https://a.example", &here), Ok("my browser".to_owned()));
        assert_eq!(
            programs.arguments("my browser").unwrap(),
            ["--new", "a b", "https://a.example", "--end"]
        );
        assert_eq!(programs.arguments("xdg-open"), None);
    }

    #[test]
    fn mail_goes_past_the_browser() {
        let programs = Programs::new();
        programs.add("mybrowser", "").add("xdg-open", "");
        let here = programs.surroundings(&[("BROWSER", "mybrowser")]);
        open("mailto:a@b.example?subject=x", &here).unwrap();
        assert_eq!(programs.arguments("mybrowser"), None);
        assert_eq!(
            programs.arguments("xdg-open").unwrap(),
            ["mailto:a@b.example?subject=x"]
        );
    }

    #[test]
    fn a_letter_may_speak_of_what_is_attached() {
        let link = "mailto:a@b.example?subject=Attach%C3%A9e&body=CV%20attached%3B%20attach%3Dx";
        assert!(Target::parse(link).is_some());
    }

    #[test]
    fn a_program_that_stays_has_opened_it() {
        let programs = Programs::new();
        programs.add("xdg-open", "sleep 5");
        assert_eq!(
            open("https://a.example", &programs.surroundings(&[])),
            Ok("xdg-open".to_owned())
        );
    }

    #[test]
    fn without_a_program_it_says_so() {
        let programs = Programs::new();
        programs.add("xdg-open", "exit 3");
        let failed = open("https://a.example", &programs.surroundings(&[])).unwrap_err();
        assert!(matches!(failed, OpenError::NoProgram { tried } if tried.len() == 1));
        assert_eq!(
            open("https://a.example", &Surroundings::default()),
            Err(OpenError::NoProgram { tried: Vec::new() })
        );
    }

    #[test]
    fn the_host_is_the_one_a_browser_goes_to() {
        let host = |text| Target::parse(text).and_then(|target| target.host());
        assert_eq!(host("https://jobs.example/apply"), Some("jobs.example"));
        assert_eq!(host("https://bank.example@evil.example/x"), Some("evil.example"));
        assert_eq!(host("https://evil.example\\@bank.example/"), Some("evil.example"));
        assert_eq!(host("https://jobs.example:8080?x"), Some("jobs.example:8080"));
    }
}
