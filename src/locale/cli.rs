//! The sentences of the command line: the help of each command beside that of its arguments, and what commands say.

mod dossier;
mod exchange;
mod offers;
mod program;
mod shortlist;
mod told;
mod values;

pub use told::*;
pub use values::meaning;

use super::{Phrase, say};

/// The help of one command.
#[derive(Debug, Clone, Copy)]
pub struct CommandHelp {
    /// The command's name; empty for the program itself.
    pub name: &'static str,
    /// What it does, in one line.
    pub about: Phrase,
    /// How it is written.
    pub usage: Phrase,
    /// Commands that can be copied as they are, with what each does after `#`.
    pub examples: Phrase,
    /// What stands below the options.
    pub after: Phrase,
    /// Its arguments and options; those of the program itself are the options of every command.
    pub arguments: &'static [ArgumentHelp],
}

/// What one argument or option means.
#[derive(Debug, Clone, Copy)]
pub struct ArgumentHelp {
    /// The argument's name in the declaration.
    pub name: &'static str,
    /// What stands for its value in the help.
    pub value: Phrase,
    /// What it does.
    pub help: Phrase,
}

/// Returns the help of an argument or of an option that takes a value.
const fn option(name: &'static str, value: Phrase, help: Phrase) -> ArgumentHelp {
    ArgumentHelp { name, value, help }
}

/// Returns the help of an option without a value.
const fn flag(name: &'static str, help: Phrase) -> ArgumentHelp {
    option(name, NOTHING, help)
}

const NOTHING: Phrase = say("", "");
const PATH: Phrase = say("CHEMIN", "PATH");
const FILE: Phrase = say("FICHIER", "FILE");
const ADDRESS: Phrase = say("ADRESSE", "ADDRESS");
const TEXT: Phrase = say("TEXTE", "TEXT");
const DATE: Phrase = say("DATE", "DATE");
const ID: Phrase = say("ID", "ID");
const NUMBER: Phrase = say("N", "N");
const OFFER: ArgumentHelp = option("id", ID, say("L’offre", "The offer"));
const APPLICATION: ArgumentHelp = option("id", ID, say("La candidature", "The application"));
const OF_NUMBER: Phrase = say("Change la ligne de ce numéro", "Change the line of this number");
const AWAY: Phrase = say("Retire la ligne de ce numéro", "Take the line of this number away");

/// Heading of the examples.
pub const EXAMPLES: Phrase = say("Exemples\u{a0}:", "Examples:");
/// Heading of the name in a manual page.
pub const MAN_NAME: Phrase = say("NOM", "NAME");
/// Heading of the examples there.
pub const MAN_EXAMPLES: Phrase = say("EXEMPLES", "EXAMPLES");
/// Heading of what stands below the options there.
pub const MAN_NOTES: Phrase = say("REMARQUES", "NOTES");
/// Heading of the pages that go further.
pub const MAN_SEE_ALSO: Phrase = say("VOIR AUSSI", "SEE ALSO");
/// Heading of the usage line.
pub const USAGE: Phrase = say("Utilisation\u{a0}:", "Usage:");
/// Heading of the commands; clap adds the colon.
pub const COMMANDS: Phrase = say("Commandes\u{a0}", "Commands");
/// Heading of the positional arguments; clap adds the colon.
pub const ARGUMENTS: Phrase = say("Arguments\u{a0}", "Arguments");
/// Heading of a command's own options; clap adds the colon.
pub const OPTIONS: Phrase = say("Options\u{a0}", "Options");
/// Heading of the options of every command; clap adds the colon.
pub const COMMON_OPTIONS: Phrase = say("Options communes\u{a0}", "Common options");
/// What `--help` does.
pub const HELP_FLAG: Phrase = say("Affiche cette aide", "Print this help");
/// What `--version` does.
pub const VERSION_FLAG: Phrase = say("Affiche la version", "Print the version");

/// Returns the help of every command, the program itself first.
pub fn command_help() -> impl Iterator<Item = &'static CommandHelp> {
    let groups = [
        program::COMMANDS,
        offers::COMMANDS,
        shortlist::COMMANDS,
        dossier::COMMANDS,
        exchange::COMMANDS,
    ];
    groups.into_iter().flatten()
}

/// Finds the help of one command.
#[must_use]
pub fn help_of(command: &str) -> Option<&'static CommandHelp> {
    command_help().find(|help| help.name == command)
}
