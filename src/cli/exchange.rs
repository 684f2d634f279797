//! `tremplin export` and `import`: the shortlist for other programs and people, and back.

use std::io::Write;

use jiff::civil::Date;

use super::args::{ExportArguments, ExportFormat, ImportArguments, ReportForm};
use super::failure::Failure;
use super::plan::agenda;
use super::session::{Session, warn};
use super::track::{Tracked, not_a_day};
use crate::export::csv::Options;
use crate::export::import::{self, Import, ImportedRow};
use crate::export::report::{Format, Period};
use crate::export::{csv, ics, json, jsonld, report};
use crate::locale::{cli as say, export as words, tracking};
use crate::store::{decode, letters, write};
use crate::text::{clean, clean_path};
use crate::tracking::when::{self, Leaning};

/// Writes the shortlist in one of the forms.
pub fn export(arguments: &ExportArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let tracked = Tracked::load(session)?;
    let text = exported(arguments, &tracked, session)?;
    let Some(file) = &arguments.output else {
        out.write_all(text.as_bytes())?;
        return Ok(());
    };
    write::write(file, text.as_bytes()).map_err(|error| Failure::Unreadable {
        path: clean_path(file).into_string(),
        why: crate::locale::files::io_reason(session.environment.lang, error.kind()),
    })?;
    writeln!(
        out,
        "{}",
        say::written(session.environment.lang, clean_path(file).as_str())
    )?;
    Ok(())
}

fn exported(arguments: &ExportArguments, tracked: &Tracked, session: &Session) -> Result<String, Failure> {
    let (lang, today) = (session.environment.lang, session.environment.today);
    let delimiter = if arguments.semicolon { b';' } else { b',' };
    let options = Options {
        delimiter,
        bom: arguments.bom,
        notes: arguments.notes,
    };
    let applications = || tracked.shortlist.iter();
    Ok(match arguments.format {
        ExportFormat::Ics => ics::calendar(&tracked.shortlist, &agenda(tracked, session), today, lang),
        ExportFormat::Csv => csv::write(applications(), options, lang),
        ExportFormat::Json => json::write(applications()),
        ExportFormat::Jsonld => {
            let texts: Vec<_> = applications()
                .map(|application| (&application.offer, tracked.store().text(&application.id).ok().flatten()))
                .collect();
            jsonld::write(texts.iter().map(|(offer, text)| (*offer, text.as_deref())))
        }
        ExportFormat::Report => {
            let period = period(arguments, session)?;
            let format = match arguments.form {
                ReportForm::Markdown => Format::Markdown,
                ReportForm::Html => Format::Html,
                ReportForm::Csv => Format::Csv(options),
            };
            // A profile that cannot be read is told by the commands that write letters; the record does without a name.
            let profile = letters::profile(&session.paths, &session.config).unwrap_or_default();
            let who = profile.name.trim();
            report::write(applications(), period, format, arguments.notes, who, today, lang)
        }
    })
}

/// Reads the days of the record: by default the month of today up to today.
fn period(arguments: &ExportArguments, session: &Session) -> Result<Period, Failure> {
    let today = session.environment.today;
    let day = |typed: &Option<String>, otherwise: Date| match typed {
        None => Ok(otherwise),
        Some(typed) => when::day(typed, today, Leaning::Past).ok_or_else(|| not_a_day(typed, session)),
    };
    Ok(Period {
        from: day(&arguments.from, today.first_of_month())?,
        to: day(&arguments.to, today)?,
    })
}

/// Says what a spreadsheet holds and, when asked, takes it over.
pub fn import(arguments: &ImportArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let bytes = std::fs::read(&arguments.file).map_err(|error| Failure::Unreadable {
        path: clean_path(&arguments.file).into_string(),
        why: crate::locale::files::io_reason(session.environment.lang, error.kind()),
    })?;
    let (text, _) = decode::decode(bytes)
        .ok_or_else(|| Failure::Told(say::not_text(lang, clean_path(&arguments.file).as_str())))?;
    let import = import::read(&text, session.environment.today);
    tell_problems(&import, arguments, session);
    if import.rows.is_empty() {
        return Err(Failure::NothingFound);
    }
    let mut tracked = Tracked::load(session)?;
    let (mut new, mut known) = (0, 0);
    for row in &import.rows {
        let there = tracked.shortlist.get(&row.id).is_some();
        let count = if there { &mut known } else { &mut new };
        *count += 1;
        if !there {
            writeln!(out, "{}", line(row, session))?;
        }
        if !there && arguments.yes {
            save(&mut tracked, row, session)?;
        }
    }
    writeln!(out, "{}", say::imported(lang, new, known, arguments.yes))?;
    Ok(())
}

/// Saves all the changes that make an application, as one file.
fn save(tracked: &mut Tracked, row: &ImportedRow, session: &Session) -> Result<(), Failure> {
    row.changes
        .iter()
        .try_for_each(|change| tracked.save(&row.id, change, session))
}

fn line(row: &ImportedRow, session: &Session) -> String {
    let stage = tracking::stage(session.environment.lang, &row.stage);
    let organization = if row.organization.is_empty() {
        String::new()
    } else {
        format!(" · {}", row.organization)
    };
    let line = format!("  + {}{organization} · {stage}  [{}]", row.title, row.id);
    clean(&line).one_line().into_string()
}

fn tell_problems(import: &Import, arguments: &ImportArguments, session: &Session) {
    let lang = session.environment.lang;
    for problem in &import.problems {
        let sentence = words::import_problem(lang, clean_path(&arguments.file).as_str(), problem);
        warn(clean(&sentence).one_line().as_str());
    }
    if !import.unknown_columns.is_empty() {
        warn(
            clean(&words::unknown_columns(lang, &import.unknown_columns))
                .one_line()
                .as_str(),
        );
    }
}
