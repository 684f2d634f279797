//! `tremplin completions`: from the same declaration as the help.

use std::io::Write;

use clap::builder::PossibleValue;
use clap::{Arg, Command};
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
        Shell::Fish => {
            generate(shells::Fish, command, name, &mut script);
            script.extend(
                command
                    .get_subcommands()
                    .flat_map(fish_values)
                    .flat_map(String::into_bytes),
            );
        }
        Shell::Nushell => generate(Nushell, command, name, &mut script),
        Shell::PowerShell => generate(shells::PowerShell, command, name, &mut script),
        Shell::Zsh => script = zsh(command, name).into_bytes(),
    }
    Ok(out.write_all(&script)?)
}

/// Returns what fish completes of the arguments of a command that stand without an option, which its generator leaves to
/// names of files.
fn fish_values(command: &Command) -> Vec<String> {
    let explained = |value: &PossibleValue| {
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        // The shell reads this as a word within quotes.
        format!("{}\\t'{}'", value.get_name(), help.replace(['\\', '"', '$', '\''], ""))
    };
    let line = |values: Vec<PossibleValue>| {
        let values: Vec<String> = values.iter().map(explained).collect();
        format!(
            "complete -c tremplin -n \"__fish_tremplin_using_subcommand {}\" -f -a \"{}\"\n",
            command.get_name(),
            values.join("\n")
        )
    };
    let known = command.get_positionals().map(Arg::get_possible_values);
    known.filter(|values| !values.is_empty()).map(line).collect()
}

/// Returns what zsh completes.
///
/// Its generator takes the name of a command for the folder that may stand in its place, and then completes no option of
/// any command. So the folder is not declared, but proposed beside the commands. And options may follow words.
fn zsh(command: &Command, name: &str) -> String {
    let options = command.get_arguments().filter(|arg| !arg.is_positional());
    let mut bare = Command::new("tremplin")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(options)
        .subcommands(command.get_subcommands());
    let mut script = Vec::new();
    generate(shells::Zsh, &mut bare, name, &mut script);
    String::from_utf8_lossy(&script)
        .replace(r#"":: :_tremplin_commands""#, r#"":: :{_tremplin_commands; _files}""#)
        .replace("'*::", "'*:")
}
