//! The command line: subcommands, plain and JSON output.
//!
//! It shares with the interface everything below it: `tremplin list paris stage` prints what typing `paris stage`
//! shows, in the same order. Results go to standard output, everything else to standard error; a closed pipe is
//! success; nothing but text is printed when the output is no terminal.

mod apply;
pub mod args;
mod card;
mod check;
mod completions;
mod config;
mod copy;
mod doctor;
mod dossier;
pub mod environment;
mod exchange;
pub mod failure;
mod found;
pub mod help;
mod interface;
mod json;
mod keys;
mod list;
mod manual;
mod paths;
mod plan;
mod profile;
mod ready;
mod rows;
mod session;
mod show;
mod track;
mod usage;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::locale::Lang;
use crate::locale::cli as say;
use crate::store::{Config, Paths};
use crate::text::clean;
use args::{Arguments, Command, ListArguments};
use environment::Environment;
pub use failure::{ExitCode, Failure};
use session::Session;

/// Runs one command line to its end and returns what the shell shall see.
#[must_use]
pub fn run(arguments: &[OsString]) -> ExitCode {
    let words: Vec<String> = arguments
        .iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let lang = environment::language(&words, &environment::variable, configured_language);
    match parse(arguments, lang).and_then(|parsed| parsed.map_or(Ok(()), |parsed| dispatch(&parsed, lang))) {
        Ok(()) => ExitCode::Done,
        Err(failure) => {
            report(&failure, lang);
            failure.code()
        }
    }
}

/// Returns the language of the configuration. Its mistakes are told later, in the language found.
fn configured_language() -> Option<Lang> {
    Config::load(&Paths::find().ok()?).0.lang
}

/// Parses; `None` when help or version was asked for and printed.
fn parse(arguments: &[OsString], lang: Lang) -> Result<Option<Arguments>, Failure> {
    let parsed = help::command(lang)
        .try_get_matches_from(with_refusals(arguments))
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(parsed) => Ok(Some(parsed)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let mut out = io::stdout().lock();
            write!(out, "{}", error.render())?;
            out.flush()?;
            Ok(None)
        }
        Err(error) => Err(Failure::Usage {
            sentence: usage::explain(&error, lang),
            command: command_of(arguments, lang),
        }),
    }
}

/// Lets `list stage -java` refuse a word as the search line does: the parser of arguments takes a hyphen for an option,
/// but the query language knows the minus sign too.
fn with_refusals(arguments: &[OsString]) -> Vec<OsString> {
    let mut in_list = false;
    let refusal = |word: &str| {
        let refused = word.strip_prefix('-')?;
        let is_word = refused.chars().nth(1).is_some() && !refused.starts_with('-');
        is_word.then(|| format!("\u{2212}{refused}").into())
    };
    let words = arguments.iter().map(|word| {
        let text = word.to_str().filter(|_| in_list);
        let changed = text.and_then(refusal).unwrap_or_else(|| word.clone());
        in_list |= word == "list";
        changed
    });
    words.collect()
}

/// Returns the command that the arguments name, whose help is the one to read after a mistake.
fn command_of(arguments: &[OsString], lang: Lang) -> String {
    let commands = help::command(lang);
    let (mut named, mut path) = (&commands, Vec::new());
    for word in arguments.iter().skip(1) {
        if let Some(below) = named.find_subcommand(word) {
            named = below;
            path.push(below.get_name());
        }
    }
    path.join(" ")
}

/// Does what was asked.
fn dispatch(arguments: &Arguments, lang: Lang) -> Result<(), Failure> {
    let environment = Environment::read(lang, arguments.global.color)?;
    let open = |paths: &[PathBuf]| Session::open(environment, &arguments.global, paths);
    let mut out = BufWriter::new(io::stdout().lock());
    match &arguments.command {
        Some(Command::List(list)) => list::run(list, &open(&[])?, &mut out)?,
        Some(Command::Copy(copy)) => copy::run(copy, &open(&[])?, &mut out)?,
        Some(Command::Show(show)) => show::run(show, &open(&[])?, &mut out)?,
        Some(Command::Apply(apply)) => apply::run(apply, &open(&[])?, &mut out)?,
        Some(Command::Keep(ids)) => track::keep(ids, &open(&[])?, &mut out)?,
        Some(Command::Hide(ids)) => track::hide(ids, &open(&[])?, &mut out)?,
        Some(Command::Stage(stage)) => track::stage(stage, &open(&[])?, &mut out)?,
        Some(Command::Next(next)) => plan::next(next, &open(&[])?, &mut out)?,
        Some(Command::Note(note)) => plan::note(note, &open(&[])?, &mut out)?,
        Some(Command::Remind(remind)) => plan::remind(remind, &open(&[])?, &mut out)?,
        Some(Command::Interview(interview)) => dossier::interview(interview, &open(&[])?, &mut out)?,
        Some(Command::Person(person)) => dossier::person(person, &open(&[])?, &mut out)?,
        Some(Command::Sent(sent)) => dossier::sent(sent, &open(&[])?, &mut out)?,
        Some(Command::Document(document)) => dossier::document(document, &open(&[])?, &mut out)?,
        Some(Command::Tag(tag)) => dossier::tag(tag, &open(&[])?, &mut out)?,
        Some(Command::History(history)) => plan::history(history, &open(&[])?, &mut out)?,
        Some(Command::Stats) => plan::stats(&open(&[])?, &mut out)?,
        Some(Command::Merge) => plan::merge(&open(&[])?, &mut out)?,
        Some(Command::Export(export)) => exchange::export(export, &open(&[])?, &mut out)?,
        Some(Command::Import(import)) => exchange::import(import, &open(&[])?, &mut out)?,
        Some(Command::Paths(paths)) => paths::run(paths, &open(&[])?, &mut out)?,
        None if arguments.plain || !environment.interactive => {
            list::run(&as_lines(arguments), &open(&arguments.paths)?, &mut out)?;
        }
        None => interface::run(&open(&arguments.paths)?)?,
        Some(Command::Doctor(doctor)) => doctor::run(doctor, &open(&[])?, &mut out)?,
        Some(Command::Man(man)) => manual::run(man, lang, &mut out)?,
        Some(Command::Completions(shell)) => completions::run(shell, lang, &mut out)?,
        Some(Command::Config(config)) => config::run(config, environment, &arguments.global, &mut out)?,
        Some(Command::Profile) => profile::run(environment, &arguments.global, &mut out)?,
        Some(Command::Keys) => keys::run(&open(&[])?, &mut out)?,
        Some(Command::Check(check)) => check::run(check, &open(&check.paths)?, &mut out)?,
    }
    out.flush()?;
    Ok(())
}

/// Returns what is listed where there is no interface.
fn as_lines(arguments: &Arguments) -> ListArguments {
    ListArguments {
        plain: arguments.plain,
        ..ListArguments::default()
    }
}

/// Tells a failure to the person, on standard error; if even that is closed there is nobody to tell.
fn report(failure: &Failure, lang: Lang) {
    if let Some(sentence) = failure.sentence(lang) {
        let _ = writeln!(io::stderr(), "{}{}", say::ERROR.get(lang), clean(&sentence));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_refused_on_the_command_line() {
        let typed = |line: &str| {
            let words: Vec<_> = line.split(' ').map(OsString::from).collect();
            let words = with_refusals(&words).into_iter();
            words
                .map(|word| word.into_string().unwrap())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            typed("tremplin list rust -java --json"),
            "tremplin list rust −java --json"
        );
        assert_eq!(typed("tremplin list -lieu:lyon -h"), "tremplin list −lieu:lyon -h");
        assert_eq!(typed("tremplin -java list"), "tremplin -java list");
    }
}
