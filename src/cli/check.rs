//! `tremplin check`: what was read of each file, what is missing, what contradicts itself.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::args::{CheckArguments, CheckFormat};
use super::failure::Failure;
use super::json::json_text;
use super::session::Session;
use crate::locale::Lang;
use crate::locale::cli as say;
use crate::offer::check::write::{github, human, json};
use crate::offer::check::{FileReport, check};
use crate::store::{Catalog, Source};
use crate::text::clean_visibly;

/// The reports of one source.
struct Checked {
    /// What stands before its paths, so that they are those of the working directory.
    root: String,
    reports: Vec<FileReport>,
}

/// Reports on every file.
pub fn run(arguments: &CheckArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let catalog = session.catalog();
    let checked = look(&catalog, session);
    match (arguments.json, arguments.format.unwrap_or(CheckFormat::Text)) {
        (true, _) => {
            let all: Vec<serde_json::Value> = checked
                .iter()
                .flat_map(|source| json(&source.reports, lang).as_array().cloned().unwrap_or_default())
                .collect();
            writeln!(out, "{}", json_text(&serde_json::Value::Array(all))?)?;
        }
        (false, CheckFormat::Github) => {
            for source in &checked {
                write!(out, "{}", github(&source.reports, &source.root, lang))?;
            }
        }
        (false, CheckFormat::Text) => write_for_a_person(&checked, &catalog, lang, out)?,
    }
    let fails = checked.iter().flat_map(|source| &source.reports).any(FileReport::fails);
    if arguments.strict && fails {
        Err(Failure::Silent)
    } else {
        Ok(())
    }
}

/// Reads every file again and reports on it, source by source.
fn look(catalog: &Arc<Catalog>, session: &Session) -> Vec<Checked> {
    let sources = catalog.sources().all();
    let mut checked: Vec<Checked> = sources
        .iter()
        .map(|source| Checked {
            root: root(source),
            reports: Vec::new(),
        })
        .collect();
    for (source, path, reading) in catalog.readings() {
        // A file that vanished meanwhile is no file any more.
        if let (Some(place), Ok(reading)) = (checked.get_mut(usize::from(source)), reading) {
            place.reports.extend(check(path, &reading, session.environment.today));
        }
    }
    checked
}

/// Returns what stands before the paths of a source.
fn root(source: &Source) -> String {
    let folder = match source {
        Source::Folder { given, .. } => given.as_path(),
        Source::File { given, .. } => given.parent().unwrap_or(Path::new("")),
        Source::Samples(_) => Path::new(""),
    };
    folder.to_string_lossy().into_owned()
}

/// Prints the reports, then what was left unread, then how many files need a look.
fn write_for_a_person(checked: &[Checked], catalog: &Catalog, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let reports = || checked.iter().flat_map(|source| &source.reports);
    for source in checked {
        write!(out, "{}", human(&source.reports, lang))?;
    }
    for file in catalog.left_out().filter(|file| file.reason.is_worth_a_word()) {
        writeln!(
            out,
            "{}",
            say::unreadable(lang, clean_visibly(file.path).as_str(), &file.reason.say(lang))
        )?;
    }
    let (all, failing) = (reports().count(), reports().filter(|report| report.fails()).count());
    writeln!(out, "\n{}", say::checked(lang, all, failing))?;
    Ok(())
}
