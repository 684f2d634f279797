//! Editing a file in the editor that a person chose.
//!
//! The caller leaves the terminal before and enters it again after: an editor needs it whole.

use std::io;
use std::path::Path;
use std::process::ExitStatus;

use super::Surroundings;
use crate::locale::files::io_reason;
use crate::locale::{Lang, system as words};
use crate::text::clean_visibly;

/// Editors tried when neither `$VISUAL` nor `$EDITOR` is set.
const USUAL: &[&str] = &["editor", "nano", "vim", "vi", "notepad.exe"];

/// Why no editor ran.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The configuration, `$VISUAL` or `$EDITOR` names a program that is not there, or cannot be split into words.
    #[error("{variable}=`{value}`: not found")]
    NotFound {
        /// The variable, or `editor`.
        variable: &'static str,
        /// Its value.
        value: String,
    },
    /// Neither variable is set and no usual editor exists.
    #[error("no editor found: set EDITOR")]
    None,
    /// It could not be started.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl EditError {
    /// Says why, in the person's language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotFound { variable, value } => {
                words::editor_not_found(lang, variable, clean_visibly(value).as_str())
            }
            Self::None => words::NO_EDITOR.get(lang).to_owned(),
            Self::Io(error) => io_reason(lang, error.kind()),
        }
    }
}

/// Returns the command line of the editor, its program first: the candidate's own, else what the environment names.
///
/// # Errors
///
/// When the one that is asked for is not there: starting another one than the one chosen would surprise.
pub fn command(own: &[String], here: &Surroundings) -> Result<Vec<String>, EditError> {
    if let Some(program) = own.first() {
        return match here.program(program) {
            Some(_) => Ok(own.to_vec()),
            None => Err(EditError::NotFound {
                variable: "editor",
                value: own.join(" "),
            }),
        };
    }
    for variable in ["VISUAL", "EDITOR"] {
        let Some(value) = here.variable(variable) else {
            continue;
        };
        return match shell_words::split(&value) {
            Ok(words) if words.first().is_some_and(|program| here.program(program).is_some()) => Ok(words),
            _ => Err(EditError::NotFound { variable, value }),
        };
    }
    let usual = USUAL.iter().find(|name| here.program(name).is_some());
    usual.map(|name| vec![(*name).to_owned()]).ok_or(EditError::None)
}

/// Opens `file` in the editor and waits until it is closed.
///
/// # Errors
///
/// When there is no editor or it cannot be started.
pub fn edit(file: &Path, own: &[String], here: &Surroundings) -> Result<ExitStatus, EditError> {
    let words = command(own, here)?;
    let Some(program) = here.program(&words[0]) else {
        return Err(EditError::None);
    };
    // An absolute path can never be taken for an option.
    let file = std::path::absolute(file)?;
    Ok(here.command(&program).args(&words[1..]).arg(file).status()?)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::fake::Programs;
    use super::*;

    #[test]
    fn the_editor_is_words_and_not_a_shell_line() {
        let programs = Programs::new();
        programs.add("my ed", "");
        let here = programs.surroundings(&[("VISUAL", "'my ed' --wait \"$(id)\" ;"), ("EDITOR", "other")]);
        assert!(edit(Path::new("-note.md"), &[], &here).unwrap().success());
        let arguments = programs.arguments("my ed").unwrap();
        assert_eq!(arguments[..3], ["--wait", "$(id)", ";"]);
        assert!(arguments[3].starts_with('/') && arguments[3].ends_with("/-note.md"));
    }

    #[test]
    fn the_editor_of_the_configuration_comes_first() {
        let programs = Programs::new();
        programs.add("mine", "");
        let here = programs.surroundings(&[("VISUAL", "other")]);
        let own = ["mine".to_owned(), "--wait".to_owned()];
        assert_eq!(command(&own, &here).unwrap(), own);
        let gone = command(&["gone".to_owned()], &here);
        assert!(matches!(gone, Err(EditError::NotFound { variable: "editor", .. })));
    }

    #[test]
    fn a_missing_editor_is_named() {
        let programs = Programs::new();
        programs.add("nano", "");
        let asked = programs.surroundings(&[("EDITOR", "emacs -nw")]);
        assert!(matches!(
            command(&[], &asked),
            Err(EditError::NotFound { variable: "EDITOR", .. })
        ));
        assert_eq!(command(&[], &programs.surroundings(&[])).unwrap(), ["nano"]);
        assert!(matches!(command(&[], &Surroundings::default()), Err(EditError::None)));
        assert!(matches!(
            command(&[], &programs.surroundings(&[("VISUAL", "'open")])),
            Err(EditError::NotFound { .. })
        ));
    }
}
