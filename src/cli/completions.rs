//! `tremplin completions`: from the same declaration as the help.

use std::io::Write;

use clap_complete::{generate, shells};
use clap_complete_nushell::Nushell;

use super::args::{CompletionsArguments, Shell};
use super::failure::Failure;
use super::help;
use crate::locale::Lang;

/// Prints what a shell completes.
pub fn run(arguments: &CompletionsArguments, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    // Into memory first: the generator stops the program when it cannot write, and a closed pipe is no failure.
    let mut script = Vec::new();
    let (command, name) = (&mut help::command_with_values(lang), "tremplin");
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
