//! `tremplin man` and `tremplin completions`: from the same declaration as the help.

use std::io::Write;

use clap_complete::{generate, shells};
use clap_complete_nushell::Nushell;

use super::args::{CompletionsArguments, Shell};
use super::failure::Failure;
use super::help;
use crate::locale::Lang;

/// Prints the manual page.
pub fn page(lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(clap_mangen::Man::new(help::command(lang)).render(&mut Writer(out))?)
}

/// Prints what a shell completes.
pub fn completions(arguments: &CompletionsArguments, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    // Into memory first: the generator stops the program when it cannot write, and a closed pipe is no failure.
    let mut script = Vec::new();
    let (command, name) = (&mut help::command(lang), "tremplin");
    match arguments.shell {
        Shell::Bash => generate(shells::Bash, command, name, &mut script),
        Shell::Elvish => generate(shells::Elvish, command, name, &mut script),
        Shell::Fish => generate(shells::Fish, command, name, &mut script),
        Shell::Nushell => generate(Nushell, command, name, &mut script),
        Shell::PowerShell => generate(shells::PowerShell, command, name, &mut script),
        Shell::Zsh => generate(shells::Zsh, command, name, &mut script),
    }
    Ok(out.write_all(&script)?)
}

/// The generator wants a writer of a known size.
struct Writer<'a>(&'a mut dyn Write);

impl Write for Writer<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}
