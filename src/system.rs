//! The outside programs: clipboard, opener, editor, pager.
//!
//! Programs are started with argument arrays, never through a shell, and are looked for on the `PATH` of a
//! [`Surroundings`] value, so that a test puts its own programs there.

pub mod clipboard;
pub mod editor;
pub mod mailer;
pub mod opener;
pub mod pager;
mod patience;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

pub use clipboard::{Copied, CopyError, Road, copy};
pub use opener::{OpenError, open};

/// The variables that decide which programs exist and which fit: taken once, passed down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    variables: BTreeMap<OsString, OsString>,
}

impl Surroundings {
    /// Takes the variables of this process.
    #[must_use]
    pub fn current() -> Self {
        Self {
            variables: std::env::vars_os().collect(),
        }
    }

    /// Makes surroundings of these variables alone.
    pub fn of<N: Into<OsString>, V: Into<OsString>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        Self {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        }
    }

    /// Returns a variable; empty is the same as unset.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<String> {
        let value = self
            .variables
            .get(&OsString::from(name))?
            .to_string_lossy()
            .into_owned();
        (!value.is_empty()).then_some(value)
    }

    /// Tells whether any of these variables is set.
    #[must_use]
    pub fn any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.variable(name).is_some())
    }

    /// Finds a program on the `PATH`, or takes it as it is when it is an absolute path.
    ///
    /// Relative directories of the `PATH` are passed over: they would start whatever lies in the folder of offers.
    #[must_use]
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        let asked = Path::new(name);
        if asked.is_absolute() {
            return is_program(asked).then(|| asked.to_owned());
        }
        if name.is_empty() || asked.components().count() != 1 {
            return None;
        }
        let path = self.variables.get(&OsString::from("PATH"))?;
        std::env::split_paths(path)
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(asked))
            .find(|program| is_program(program))
    }

    /// Returns a command that will see these surroundings and nothing else.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.variables);
        command
    }

    /// Tells whether somebody else's keyboard is in front of this machine.
    #[must_use]
    pub fn over_ssh(&self) -> bool {
        self.any(&["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
    }

    /// Tells whether this is Linux inside Windows.
    #[must_use]
    pub fn in_wsl(&self) -> bool {
        self.any(&["WSL_DISTRO_NAME", "WSL_INTEROP"])
    }
}

/// Tells whether a file can be started.
#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

/// Tells whether a file can be started.
#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Programs of a test's own.
#[cfg(unix)]
#[cfg(test)]
pub(crate) mod fake {
    use std::fs;
    use std::path::PathBuf;
    use std::process::Command;

    use super::Surroundings;

    /// A folder of programs, each of which writes down how it was called.
    pub struct Programs {
        folder: tempfile::TempDir,
    }

    impl Programs {
        pub fn new() -> Self {
            Self {
                folder: tempfile::tempdir().unwrap(),
            }
        }

        /// Adds a program that writes its arguments and its input down, then runs `script`.
        pub fn add(&self, name: &str, script: &str) -> &Self {
            let path = self.folder.path().join(name);
            let log = self.folder.path().display();
            let text =
                format!("#!/bin/sh\nPATH=/usr/bin:/bin\nprintf '%s\\n' \"$@\" > '{log}/{name}.arguments'\n{script}\n");
            // Written by another process: a test that starts a program at this moment would inherit our open file,
            // and the system starts no file that anybody still writes to.
            let write = "printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"";
            let written = Command::new("/bin/sh")
                .args(["-c", write, "sh"])
                .arg(&path)
                .arg(&text)
                .status()
                .unwrap();
            assert!(written.success());
            self
        }

        /// Adds a program that keeps its input.
        pub fn add_reader(&self, name: &str) -> &Self {
            let input = self.folder.path().join(format!("{name}.input"));
            self.add(name, &format!("cat > '{}'", input.display()))
        }

        /// The arguments that a program was called with; `None` when it never was.
        pub fn arguments(&self, name: &str) -> Option<Vec<String>> {
            let text = fs::read_to_string(self.folder.path().join(format!("{name}.arguments"))).ok()?;
            Some(text.lines().map(str::to_owned).collect())
        }

        pub fn input(&self, name: &str) -> Option<Vec<u8>> {
            fs::read(self.folder.path().join(format!("{name}.input"))).ok()
        }

        /// Surroundings in which only these programs exist.
        pub fn surroundings(&self, variables: &[(&str, &str)]) -> Surroundings {
            let path = (String::from("PATH"), self.folder.path().display().to_string());
            let rest = variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Surroundings::of(std::iter::once(path).chain(rest))
        }

        pub fn file(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_found_on_the_path_only() {
        let programs = fake::Programs::new();
        programs.add("tool", "");
        std::fs::write(programs.file("text"), "no program").unwrap();
        let here = programs.surroundings(&[]);
        assert_eq!(here.program("tool"), Some(programs.file("tool")));
        assert_eq!(here.program("text"), None, "not executable");
        assert_eq!(here.program("../tool"), None);
        assert_eq!(here.program(""), None);
        assert_eq!(
            here.program(programs.file("tool").to_str().unwrap()),
            Some(programs.file("tool"))
        );
        assert_eq!(Surroundings::of([("PATH", ".")]).program("tool"), None);
    }
}
