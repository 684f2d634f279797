//! Showing a long text in the pager that a person chose.

use std::io::{self, Write};
use std::process::Stdio;

use super::Surroundings;

/// A pager that is there, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager(Vec<String>);

/// Returns the pager of `$PAGER`, else `less -R`. None when the variable is empty or says `cat`, or when the program is
/// not there: a text that is merely printed can be read too.
#[must_use]
pub fn find(here: &Surroundings) -> Option<Pager> {
    let words = match here.variables.get(std::ffi::OsStr::new("PAGER")) {
        Some(value) => shell_words::split(&value.to_string_lossy()).ok()?,
        None => vec!["less".to_owned(), "-R".to_owned()],
    };
    let program = words.first().filter(|program| *program != "cat")?;
    here.program(program)?;
    Some(Pager(words))
}

/// Shows `text` and waits until the person closes the pager, which may be before all of it is read.
///
/// # Errors
///
/// When it cannot be started.
pub fn show(text: &[u8], pager: &Pager, here: &Surroundings) -> io::Result<()> {
    let Some(program) = pager.0.first().and_then(|program| here.program(program)) else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let mut command = here.command(&program);
    command.args(&pager.0[1..]).stdin(Stdio::piped());
    // Whatever the pager's usual ways: colours are shown, accents are letters.
    for (name, value) in [("LESS", "R"), ("LESSCHARSET", "utf-8"), ("LV", "-c")] {
        if here.variable(name).is_none() {
            command.env(name, value);
        }
    }
    stay_on_interrupt()?;
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        match input.write_all(text) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    child.wait().map(drop)
}

/// Ctrl-C is for the pager, which must not be left alone with the terminal.
#[cfg(unix)]
fn stay_on_interrupt() -> io::Result<()> {
    signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default()).map(drop)
}

/// Ctrl-C is for the pager.
#[cfg(not(unix))]
fn stay_on_interrupt() -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::fake::Programs;
    use super::*;

    #[test]
    fn the_pager_of_the_person_comes_first_and_none_is_an_answer() {
        let programs = Programs::new();
        programs.add("less", "").add("my most", "").add("cat", "");
        let found = |variables: &[(&str, &str)]| find(&programs.surroundings(variables)).map(|pager| pager.0);
        assert_eq!(found(&[]), Some(vec!["less".to_owned(), "-R".to_owned()]));
        assert_eq!(found(&[("PAGER", "'my most' -w")]).unwrap()[0], "my most");
        for none in ["", "cat", "absent", "'open"] {
            assert_eq!(found(&[("PAGER", none)]), None, "{none:?}");
        }
    }

    #[test]
    fn the_text_reaches_the_pager_whole() {
        let programs = Programs::new();
        programs.add_reader("most");
        let here = programs.surroundings(&[("PAGER", "most")]);
        let text = "déjà\n".repeat(50_000);
        show(text.as_bytes(), &find(&here).unwrap(), &here).unwrap();
        assert_eq!(programs.input("most"), Some(text.into_bytes()));
    }

    #[test]
    fn a_pager_that_is_left_early_is_no_error() {
        let programs = Programs::new();
        programs.add("most", "exec 0<&-");
        let here = programs.surroundings(&[("PAGER", "most")]);
        show(&vec![b'x'; 1 << 20], &find(&here).unwrap(), &here).unwrap();
    }
}
