//! The help, in the language of the person who asks for it.
//!
//! clap writes its help in English. Its layout is kept and every word of it replaced, so that declaration and help
//! cannot drift apart: a test fails for an argument without a sentence.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Arguments;
use crate::locale::Lang;
use crate::locale::cli as say;

/// Returns the whole command line with its help in `lang`.
#[must_use]
pub fn command(lang: Lang) -> Command {
    let root = localized(Arguments::command().disable_version_flag(true), "", lang).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(say::VERSION_FLAG.get(lang))
            .help_heading(say::COMMON_OPTIONS.get(lang)),
    );
    below(root, "", lang)
}

/// Returns the same for completions, which say of each value what it means.
///
/// Not for reading a command line: there the declaration says what type a value has.
#[must_use]
pub fn command_with_values(lang: Lang) -> Command {
    with_values(command(lang), lang)
}

fn with_values(command: Command, lang: Lang) -> Command {
    let command = command.mut_args(|arg| explained(arg, lang));
    command.mut_subcommands(|command| with_values(command, lang))
}

/// Puts their sentences on the values of an argument.
fn explained(arg: Arg, lang: Lang) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let argument = arg.get_id().to_string();
    let explained = |value: PossibleValue| match say::meaning(&argument, value.get_name()) {
        Some(meaning) => value.help(meaning.get(lang)),
        None => value,
    };
    let values: Vec<PossibleValue> = values.into_iter().map(explained).collect();
    arg.value_parser(values)
}

/// Puts their sentences on the commands below one, which are called by both names.
fn below(mut command: Command, path: &str, lang: Lang) -> Command {
    let subcommands = command.get_subcommands();
    let names: Vec<String> = subcommands.map(|command| command.get_name().to_owned()).collect();
    for name in names {
        let whole = format!("{path} {name}").trim_start().to_owned();
        command = command.mut_subcommand(&name, |command| below(localized(command, &whole, lang), &whole, lang));
    }
    command
}

/// Puts the sentences of one command on it.
fn localized(mut command: Command, name: &str, lang: Lang) -> Command {
    if let Some(help) = say::help_of(name) {
        command = command
            .about(help.about.get(lang))
            .override_usage(help.usage.get(lang))
            .help_template(template(help, lang))
            .after_help(help.after.get(lang));
    }
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| described(arg, name, lang));
    }
    command
        .disable_help_flag(true)
        .subcommand_help_heading(say::COMMANDS.get(lang))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(say::HELP_FLAG.get(lang))
                .help_heading(say::COMMON_OPTIONS.get(lang)),
        )
}

/// Examples first: most people copy one and never read on.
fn template(help: &say::CommandHelp, lang: Lang) -> String {
    format!(
        "{{about}}\n\n{}\n{}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        say::EXAMPLES.get(lang),
        help.examples.get(lang),
        say::USAGE.get(lang),
    )
}

/// Puts the sentence of one argument on it.
fn described(arg: Arg, command: &str, lang: Lang) -> Arg {
    let name = arg.get_id().to_string();
    let Some((owner, help)) = find(command, &name) else {
        return arg;
    };
    let heading = match (arg.is_positional(), owner) {
        (true, _) => say::ARGUMENTS,
        (false, "") => say::COMMON_OPTIONS,
        (false, _) => say::OPTIONS,
    };
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(help.help.get(lang)).help_heading(heading.get(lang));
    if takes_value {
        // The sentences name the values and the default in words.
        arg.value_name(help.value.get(lang))
            .hide_possible_values(true)
            .hide_default_value(true)
    } else {
        arg
    }
}

/// Finds the sentence of an argument: the command's own, else that of every command.
fn find(command: &str, name: &str) -> Option<(&'static str, &'static say::ArgumentHelp)> {
    let of = |owner| {
        let owner = say::help_of(owner)?;
        let help = owner.arguments.iter().find(|help| help.name == name)?;
        Some((owner.name, help))
    };
    of(command).or_else(|| of(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command by its whole name, the program itself by none.
    fn all(root: &Command) -> Vec<(String, &Command)> {
        let mut commands = vec![(String::new(), root)];
        let mut at = 0;
        while let Some((path, command)) = commands.get(at).cloned() {
            let named = |below: &'_ Command| format!("{path} {}", below.get_name()).trim_start().to_owned();
            commands.extend(command.get_subcommands().map(|below| (named(below), below)));
            at += 1;
        }
        commands
    }

    #[test]
    fn every_command_and_argument_has_its_sentence() {
        for lang in [Lang::Fr, Lang::En] {
            let root = command(lang);
            root.clone().debug_assert();
            for (name, command) in &all(&root) {
                assert!(say::help_of(name).is_some(), "no help for command {name}");
                for arg in command.get_arguments() {
                    let id = arg.get_id().as_str();
                    let known = ["help", "version"].contains(&id) || find(name, id).is_some();
                    assert!(known, "no help for {id} of command {name}");
                }
            }
        }
    }

    #[test]
    fn every_value_has_its_sentence() {
        let root = command(Lang::En);
        for (name, command) in &all(&root) {
            let takes = |arg: &&Arg| arg.get_action().takes_values();
            for arg in command.get_arguments().filter(takes) {
                for value in arg.get_possible_values() {
                    let known = say::meaning(arg.get_id().as_str(), value.get_name());
                    assert!(known.is_some(), "no sentence for {} {value:?} of {name}", arg.get_id());
                }
            }
        }
    }

    #[test]
    fn no_sentence_is_left_over() {
        let root = command(Lang::En);
        for help in say::command_help() {
            let commands = all(&root);
            let owner = commands.iter().find(|(name, _)| name == help.name);
            for argument in help.arguments {
                let found =
                    owner.is_some_and(|(_, owner)| owner.get_arguments().any(|arg| arg.get_id() == argument.name));
                assert!(found, "{} of {} is no argument", argument.name, help.name);
            }
        }
    }

    #[test]
    fn french_help_has_no_english_heading() {
        let help = command(Lang::Fr).render_help().to_string();
        for word in [
            "Usage:",
            "Commands:",
            "Options:",
            "Print",
            "possible values",
            "default:",
        ] {
            assert!(!help.contains(word), "{word} in\n{help}");
        }
        assert!(help.find("Exemples").unwrap() < help.find("Utilisation").unwrap());
    }
}
