//! `tremplin config`: what is set, where, and what is wrong with it.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{ConfigArguments, ConfigCommand, ConfigShowArguments, Global};
use super::environment::Environment;
use super::failure::Failure;
use super::session::{self, warn};
use crate::locale::{Lang, cli as told, config as say, files};
use crate::store::config::{FOLDER_FILE, InForce, Layers, Origin, default_text, themes};
use crate::store::{Paths, Sources, letters, write};
use crate::system::{Surroundings, editor};
use crate::text::{clean_path, clean_visibly};
use crate::tui;
use crate::tui::keymap::own::KeyMistake;
use crate::tui::theme::{self, ThemeName};

/// Does what was asked.
pub fn run(
    arguments: &ConfigArguments,
    environment: Environment,
    global: &Global,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let lang = environment.lang;
    match &arguments.command {
        Some(ConfigCommand::Path) => {
            let file = find_paths(lang)?.config_file();
            Ok(writeln!(out, "{}", clean_path(&file))?)
        }
        // Nothing of the configuration is read: it is what a person asks for whose own is broken.
        Some(ConfigCommand::Show(show)) if show.default => Ok(write!(out, "{}", default_text(lang))?),
        Some(ConfigCommand::Show(how)) => show(how, environment, global, out),
        None => show(&ConfigShowArguments::default(), environment, global, out),
        Some(ConfigCommand::Edit(which)) => edit(which.folder.as_deref(), environment, global, out),
        Some(ConfigCommand::Check) => check(&[], environment, global, out),
        Some(ConfigCommand::Letters) => own_letters(lang, out),
    }
}

fn find_paths(lang: Lang) -> Result<Paths, Failure> {
    Paths::find().map_err(|error| Failure::Told(error.say(lang)))
}

/// Prints every key with its value, as TOML.
fn show(
    arguments: &ConfigShowArguments,
    environment: Environment,
    global: &Global,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let lang = environment.lang;
    let (_, force, _) = session::configuration(environment, global, &[])?;
    for mistake in &force.mistakes {
        warn(&mistake.say(lang));
    }
    for (key, value) in force.config.values() {
        let line = clean_visibly(&format!("{key} = {value}")).one_line();
        if arguments.origin {
            let origins: Vec<String> = force.origins(key).iter().map(|origin| origin.say(lang)).collect();
            let room = ORIGIN_COLUMN.saturating_sub(line.width());
            let origins = clean_visibly(&origins.join(" + ")).one_line();
            writeln!(out, "{line}{:room$} # {origins}", "")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The column of the places that values come from.
const ORIGIN_COLUMN: usize = 28;

/// Opens the file in the editor, then says what is wrong with it. That of a folder of offers is the editor's to make:
/// tremplin writes nothing there.
fn edit(folder: Option<&Path>, environment: Environment, global: &Global, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = environment.lang;
    let given: Vec<PathBuf> = folder.map(Path::to_owned).into_iter().collect();
    let (layers, force, _) = session::configuration(environment, global, &given)?;
    match folder {
        Some(folder) => open(&folder.join(FOLDER_FILE), &force.config.editor, lang)?,
        None => edit_file(
            &layers.paths.config_file(),
            &default_text(lang),
            &force.config.editor,
            lang,
        )?,
    }
    check(&given, environment, global, out)
}

/// Writes our letters beside the configuration, and says which are new.
fn own_letters(lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let paths = find_paths(lang)?;
    let written = letters::write_templates(&paths).map_err(|error| Failure::Told(error.say(lang)))?;
    for file in &written {
        writeln!(out, "{}", told::written(lang, clean_path(file).as_str()))?;
    }
    if written.is_empty() {
        writeln!(out, "{}", clean_path(&paths.letters_dir()))?;
    }
    Ok(())
}

/// Opens a file in the editor, made with `text` when there is none.
pub(super) fn edit_file(file: &Path, text: &str, command: &[String], lang: Lang) -> Result<(), Failure> {
    write::write_unless_there(file, text.as_bytes()).map_err(|error| unwritable(file, &error, lang))?;
    open(file, command, lang)
}

/// Opens a file in the editor and waits for its end.
fn open(file: &Path, command: &[String], lang: Lang) -> Result<(), Failure> {
    let status =
        editor::edit(file, command, &Surroundings::current()).map_err(|error| Failure::Told(error.say(lang)))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Told(say::EDITOR_FAILED.get(lang).to_owned()))
}

fn unwritable(file: &Path, error: &std::io::Error, lang: Lang) -> Failure {
    Failure::Unreadable {
        path: clean_path(file).into_string(),
        why: files::io_reason(lang, error.kind()),
    }
}

/// Says what is wrong, and fails when anything is.
fn check(given: &[PathBuf], environment: Environment, global: &Global, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = environment.lang;
    let (layers, force, wanted) = session::configuration(environment, global, given)?;
    let mut said: Vec<String> = force.mistakes.iter().map(|mistake| mistake.say(lang)).collect();
    said.extend(Sources::new(&wanted).1.iter().map(|error| error.say(lang)));
    said.extend(keys(&force, lang));
    said.extend(theme(&layers, &force, lang));
    said.extend(
        letters::profile(&layers.paths, &force.config)
            .err()
            .map(|error| error.say(lang)),
    );
    if said.is_empty() {
        let file = clean_path(&layers.paths.config_file()).into_string();
        writeln!(
            out,
            "{}",
            say::nothing_wrong(lang, &file, layers.paths.config_file().exists())
        )?;
        return Ok(());
    }
    for sentence in &said {
        writeln!(out, "{}", clean_visibly(sentence).one_line())?;
    }
    out.flush()?;
    Err(Failure::Silent)
}

/// Says what is wrong with `[keys]`, each with the line of its action.
fn keys(force: &InForce, lang: Lang) -> Vec<String> {
    let (_, mistakes) = tui::keymap_of(&force.config);
    let placed = |mistake: &KeyMistake| {
        let place = force.origins(&format!("keys.{}", mistake.action()));
        let place = place.first().unwrap_or(&Origin::Default).say(lang);
        say::mistake(lang, &place, &mistake.say(lang))
    };
    mistakes.iter().map(placed).collect()
}

/// Says what is wrong with the theme.
fn theme(layers: &Layers, force: &InForce, lang: Lang) -> Vec<String> {
    let name = &force.config.theme;
    let here = |what: &str| {
        let place = force.origins("theme").first().unwrap_or(&Origin::Default).say(lang);
        vec![say::mistake(lang, &place, what)]
    };
    match themes::read(&layers.paths, name) {
        Ok(None) if ThemeName::parse(name).is_none() => here(&say::unknown_theme(lang, name)),
        Ok(None) => Vec::new(),
        Ok(Some(own)) => {
            let mistakes = match theme::own::read(&own.text) {
                Ok((_, mistakes)) => mistakes,
                Err(mistake) => vec![mistake],
            };
            let at = |line| say::in_file(lang, &own.file.to_string_lossy(), Some(line));
            let said = mistakes.iter();
            said.map(|mistake| say::mistake(lang, &at(mistake.line), &mistake.say(lang)))
                .collect()
        }
        Err(error) => here(&files::io_reason(lang, error.kind())),
    }
}
