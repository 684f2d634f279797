//! `tremplin list`: the same rows in the same order as the interface, as lines of text.

use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::Path;

use super::args::ListArguments;
use super::failure::Failure;
use super::json;
use super::rows::{self, Row};
use super::session::Session;
use crate::locale::{Lang, cli as told, dates, facts};
use crate::offer::Summary;
use crate::store::Catalog;
use crate::text::clean_path;

/// Prints the offers that match.
pub fn run(arguments: &ListArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    // Never dropped: the process ends with the command, and the system takes all the memory back at once.
    let offers = ManuallyDrop::new(rows::ready(arguments, session));
    let mut rows = rows::matching(arguments, session, &offers)?;
    rows.truncate(arguments.limit.unwrap_or(usize::MAX));
    session.mention_samples();
    if arguments.json {
        return json(&rows, session, &offers.catalog, out);
    }
    let for_a_person = session.environment.terminal && !arguments.plain;
    for row in &rows {
        if for_a_person {
            write_for_a_person(row, session, out)?;
        } else {
            writeln!(out, "{}", line(row, session.environment.lang))?;
        }
    }
    if rows.is_empty() {
        Err(nothing_found(arguments, session.environment.lang))
    } else {
        Ok(())
    }
}

/// Returns why there is nothing to print: a folder written where words are looked for, most often by who thinks of `ls`.
fn nothing_found(arguments: &ListArguments, lang: Lang) -> Failure {
    let folder = arguments.query.iter().find(|word| Path::new(word).is_dir());
    match folder {
        Some(folder) => Failure::Told(told::words_not_folders(lang, clean_path(Path::new(folder)).as_str())),
        None => Failure::NothingFound,
    }
}

/// Prints the contract: one array, an offer a line so that a diff of two runs can be read.
fn json(rows: &[Row<'_>], session: &Session, catalog: &Catalog, out: &mut dyn Write) -> Result<(), Failure> {
    out.write_all(b"[")?;
    let mut separator = "\n";
    for row in rows {
        // A file that vanished meanwhile is no offer any more; the others still are.
        if let Ok(opened) = catalog.open(row.number) {
            let source = catalog.sources().name(row.summary.source);
            write!(out, "{separator}{}", json::offer(&opened, &source, session)?)?;
            separator = ",\n";
        }
    }
    out.write_all(b"\n]\n")?;
    Ok(())
}

/// Returns one offer as fields between tabs: id, deadline, title, organisation, place, contract.
fn line(row: &Row<'_>, lang: Lang) -> String {
    let summary = row.summary;
    let deadline = summary.deadline.map(|date| date.to_string()).unwrap_or_default();
    [
        summary.id.as_str(),
        &deadline,
        &summary.title,
        &summary.organization,
        &summary.place,
        &kinds(summary, lang),
    ]
    .map(|field| field.replace(['\t', '\n'], " "))
    .join("\t")
}

/// Prints one offer as three lines: what and until when, who and where, its id.
fn write_for_a_person(row: &Row<'_>, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let (summary, lang) = (row.summary, session.environment.lang);
    let (bold, dim, plain) = if session.environment.color {
        ("\x1b[1m", "\x1b[2m", "\x1b[0m")
    } else {
        ("", "", "")
    };
    let word = summary
        .deadline
        .map(|date| dates::deadline_word(lang, dates::days_until(date, session.environment.today)))
        .unwrap_or_default();
    writeln!(out, "{word:<7} {bold}{}{plain}", summary.title)?;
    let about = about(summary, lang);
    if !about.is_empty() {
        writeln!(out, "        {about}")?;
    }
    writeln!(out, "        {dim}{}{plain}", summary.id)?;
    Ok(())
}

/// Returns the facts of a row's second line.
fn about(summary: &Summary, lang: Lang) -> String {
    let duration = summary.duration.map(|duration| facts::duration(lang, duration));
    let pay = summary.pay.map(|pay| facts::pay(lang, pay));
    let parts = [
        summary.organization.to_string(),
        summary.place.to_string(),
        kinds(summary, lang),
        duration.unwrap_or_default(),
        pay.unwrap_or_default(),
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Returns the kinds of contract.
fn kinds(summary: &Summary, lang: Lang) -> String {
    let kinds: Vec<&str> = summary
        .employment_types
        .iter()
        .map(|kind| facts::employment_type(lang, kind))
        .collect();
    kinds.join(", ")
}
