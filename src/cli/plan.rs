//! `tremplin next`, `note`, `remind`, `history` and `stats`: what the agenda of the interface shows and does.

use std::io::Write;

use jiff::civil::Date;

use super::args::{HistoryArguments, NextArguments, NoteArguments, RemindArguments};
use super::dossier;
use super::failure::Failure;
use super::session::Session;
use super::track::{Tracked, named, not_a_day};
use crate::locale::{Lang, cli as say, dates, plan as words, tracking, ui};
use crate::text::width::width;
use crate::text::{clean, clean_path};
use crate::tracking::agenda::{Agenda, Item, Section};
use crate::tracking::application::{Means, NextAction};
use crate::tracking::stats::{Numbers, bar};
use crate::tracking::when::{self, Leaning};
use crate::tracking::{Application, Change, Event, EventKind};

/// The columns of a bar.
const BAR: usize = 40;

/// Returns what lies ahead.
#[must_use]
pub fn agenda(tracked: &Tracked, session: &Session) -> Agenda {
    let rules = session.config.follow_up_rules();
    let shortlist = &tracked.shortlist;
    Agenda::of(
        shortlist.iter(),
        shortlist.own_stages(),
        rules,
        session.environment.today,
    )
}

/// Says what there is to do; fails silently when nothing is due, so that a script can ask.
pub fn next(arguments: &NextArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let (lang, today) = (session.environment.lang, session.environment.today);
    let tracked = Tracked::load(session)?;
    let agenda = agenda(&tracked, session);
    let due = agenda.due(today);
    if arguments.quiet {
        if due > 0 {
            writeln!(out, "{}", say::due_today(lang, due))?;
        }
    } else {
        print_agenda(&agenda, &tracked, lang, today, out)?;
    }
    out.flush()?;
    if due == 0 { Err(Failure::Silent) } else { Ok(()) }
}

fn print_agenda(
    agenda: &Agenda,
    tracked: &Tracked,
    lang: Lang,
    today: Date,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if agenda.items.is_empty() {
        writeln!(out, "{}", words::NOTHING_PLANNED.get(lang))?;
    }
    let mut first = true;
    for section in Section::ALL {
        let mut items = agenda.section(section).peekable();
        if items.peek().is_none() {
            continue;
        }
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        writeln!(out, "{}", words::section(lang, section))?;
        for item in items {
            if let Some(application) = tracked.shortlist.get(&item.id) {
                writeln!(out, "{}", line(item, application, lang, today))?;
            }
        }
    }
    Ok(())
}

/// Writes an item: day, what, offer, organisation, name.
fn line(item: &Item, application: &Application, lang: Lang, today: Date) -> String {
    let hour = item
        .time
        .map(|time| format!(" {}", words::hour(lang, time)))
        .unwrap_or_default();
    let day = format!("{}{hour}", dates::short_with_weekday(lang, item.date, today));
    let what = words::item(lang, item, today);
    let mut about = application.title().to_owned();
    if !application.organization().is_empty() {
        about = format!("{about} · {}", application.organization());
    }
    let line = format!(
        "  {}  {}  {about}  [{}]",
        padded(&day, 20),
        padded(&what, 22),
        application.id
    );
    clean(&line).one_line().into_string()
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Adds a note, or prints the notes.
pub fn note(arguments: &NoteArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let mut tracked = Tracked::load(session)?;
    let text = arguments.text.join(" ");
    if text.trim().is_empty() {
        let application = tracked.find(&arguments.id);
        let application = application.ok_or_else(|| Failure::NoSuchOffer(clean(&arguments.id).into_string()))?;
        writeln!(out, "{}", clean(&application.notes))?;
        return Ok(());
    }
    let (id, title) = named(&mut tracked, &arguments.id, session)?;
    tracked.save(&id, &Change::AddNote(text), session)?;
    writeln!(out, "{}", clean(&ui::noted(lang, &title)).one_line())?;
    Ok(())
}

/// Plans the next action, or says that it is done.
pub fn remind(arguments: &RemindArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let (lang, today) = (session.environment.lang, session.environment.today);
    let typed = arguments.when.join(" ");
    let planned = if arguments.done {
        None
    } else {
        let understood = when::split(&typed, today, Leaning::Future);
        let (moment, rest) = understood.ok_or_else(|| not_a_day(&typed, session))?;
        Some((moment, NextAction::at(moment, rest)))
    };
    let mut tracked = Tracked::load(session)?;
    let (id, title) = named(&mut tracked, &arguments.id, session)?;
    let sentence = match &planned {
        None => words::reminder_gone(lang, &title),
        Some((moment, _)) => words::dated(lang, words::DateWord::Reminder, *moment, today, &title),
    };
    tracked.save(&id, &Change::Next(planned.map(|(_, next)| next)), session)?;
    writeln!(out, "{}", clean(&sentence).one_line())?;
    Ok(())
}

/// Prints what happened, the oldest first.
pub fn history(arguments: &HistoryArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    if let Some(id) = arguments.id.as_deref().filter(|_| arguments.changes()) {
        return dossier::event(arguments, id, session, out);
    }
    let tracked = Tracked::load(session)?;
    let chosen: Vec<&Application> = match &arguments.id {
        None => tracked.shortlist.iter().collect(),
        Some(id) => {
            let found = tracked.find(id);
            vec![found.ok_or_else(|| Failure::NoSuchOffer(clean(id).into_string()))?]
        }
    };
    let mut events: Vec<(&Event, &Application)> = chosen
        .iter()
        .flat_map(|application| application.history.iter().map(move |event| (event, *application)))
        .collect();
    if events.is_empty() {
        return Err(Failure::NothingFound);
    }
    events.sort_by_key(|(event, _)| event.date);
    for (event, application) in events {
        let mut line = format!("{}  {}", event.date, padded(&what_happened(lang, &event.kind), 18));
        if arguments.id.is_none() {
            line.extend(["  ", application.title(), "  [", application.id.as_str(), "]"]);
        }
        if let Some(note) = &event.note {
            line.extend(["  ", note]);
        }
        writeln!(out, "{}", clean(line.trim_end()).one_line())?;
    }
    Ok(())
}

fn what_happened(lang: Lang, kind: &EventKind) -> String {
    match kind {
        EventKind::Stage(stage) => tracking::stage(lang, stage).to_owned(),
        EventKind::FollowedUp(Means::Unstated) => ui::FOLLOWED_UP.get(lang).to_owned(),
        EventKind::FollowedUp(means) => {
            format!(
                "{} ({})",
                ui::FOLLOWED_UP.get(lang),
                crate::locale::export::means(lang, means)
            )
        }
        EventKind::OfferChanged => ui::OFFER_CHANGED.get(lang).to_owned(),
        EventKind::Remark => String::new(),
    }
}

/// Prints the numbers, with a bar a month when there are enough cases.
pub fn stats(session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let tracked = Tracked::load(session)?;
    let numbers = Numbers::of(tracked.shortlist.iter(), tracked.shortlist.own_stages());
    if numbers.sent == 0 {
        writeln!(out, "{}", say::NOTHING_SENT.get(lang))?;
        return Ok(());
    }
    writeln!(out, "{}", words::numbers(lang, &numbers))?;
    if !numbers.is_enough() {
        writeln!(out, "{}", say::TOO_FEW.get(lang))?;
        return Ok(());
    }
    let most = numbers.months.iter().map(|month| month.sent).max().unwrap_or(0);
    writeln!(out)?;
    for month in &numbers.months {
        let name = padded(&words::month(lang, month.first), 12);
        let bar = bar(month.sent, most, BAR, false);
        writeln!(out, "{name} {bar} {}", month.sent)?;
    }
    Ok(())
}

/// Unites the copies that file synchronisation set aside with their applications.
pub fn merge(session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let (lang, today) = (session.environment.lang, session.environment.today);
    let tracked = Tracked::load(session)?;
    let loaded = tracked.store().load().map_err(|error| Failure::Told(error.say(lang)))?;
    if loaded.copies.is_empty() {
        writeln!(out, "{}", say::NO_COPIES.get(lang))?;
        return Ok(());
    }
    for copy in &loaded.copies {
        let merged = tracked.store().merge_copy(copy, today);
        merged.map_err(|error| Failure::Told(error.say(lang)))?;
        let name = clean_path(&copy.path).into_string();
        writeln!(out, "{}", say::merged(lang, &name, copy.id.as_str()))?;
    }
    Ok(())
}
