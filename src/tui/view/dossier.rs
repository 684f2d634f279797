//! The dossier of an application: its parts one below the other, and a form above it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::footer;
use super::paint::{centred, choose, from_column, line, text};
use crate::locale::{Lang, dates, dossier as say, plan};
use crate::text::width::width;
use crate::tracking::Application;
use crate::tracking::entry::{Blank, Entry};
use crate::tui::model::Model;
use crate::tui::model::dossier::{Dossier, Form, Line, lines};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the dossier; returns the place of the selected line.
pub fn draw(model: &Model, open: &Dossier, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let application = model.tracked.shortlist.of_offer(&open.offer);
    let all = lines(application);
    let rows = u16::try_from(all.len()).unwrap_or(u16::MAX);
    let area = centred(model.screen, 78, rows.saturating_add(2));
    let title = say::title(lang, &open.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    let selectable = all.iter().enumerate().filter(|(_, line)| line.is_selectable());
    let selected = selectable.map(|(at, _)| at).nth(open.at).unwrap_or(0);
    let height = usize::from(inner.height).max(1);
    let first = selected.saturating_sub(height - 1);
    let mut cursor = None;
    for ((number, content), at) in all.iter().enumerate().skip(first).zip(0..inner.height) {
        let here = line(inner, at);
        let (words, look) = words(model, content, application);
        let indent = if content.is_selectable() { 2 } else { 0 };
        text(buf, from_column(here, here.x + indent), &words, theme.style(look));
        if number == selected {
            choose(buf, theme, here);
            cursor = Some(Position::new(here.x, here.y));
        }
    }
    cursor
}

fn words(model: &Model, content: &Line, application: Option<&Application>) -> (String, Look) {
    let (lang, today) = (model.lang(), model.setting.today);
    match content {
        Line::Heading(part) => (say::heading(lang, *part).to_owned(), Look::of(Role::Accent).bold()),
        Line::Add(entry) => (say::add(lang, entry).to_owned(), Look::of(Role::Muted)),
        Line::EndedBy => {
            let who = application.and_then(|application| application.ended_by);
            (say::party(lang, who).to_owned(), Look::of(Role::Text))
        }
        Line::Entry(entry) => {
            let tags = application.map_or(&[][..], |application| &application.tags);
            let document = match entry {
                Entry::File(name) => {
                    let documents = application.map_or(&[][..], |application| &application.documents);
                    documents.iter().find(|document| document.kind == *name)
                }
                _ => None,
            };
            let file = document.and_then(|document| document.file.as_deref());
            let sentence = say::entry(lang, entry, tags, file, today);
            match (entry, document) {
                (Entry::File(_), Some(_)) => (format!("✓ {sentence}"), Look::of(Role::Good)),
                (Entry::File(_), None) => (format!("○ {sentence}"), Look::of(Role::Text)),
                _ => (sentence, Look::of(Role::Text)),
            }
        }
    }
}

/// Draws a form; returns the place of the cursor.
pub fn draw_form(model: &Model, form: &Form, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let rows = u16::try_from(form.fields.len()).unwrap_or(0);
    let said = if form.entry.blanks().iter().copied().any(is_day) {
        2
    } else {
        0
    };
    let area = centred(model.screen, 70, rows + 2 + said);
    let title = say::form_title(lang, &form.entry, &form.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    let blanks = form.entry.blanks();
    let column = blanks
        .iter()
        .map(|blank| width(say::blank(lang, *blank)))
        .max()
        .unwrap_or(0);
    let column = u16::try_from(column).unwrap_or(0) + 2;
    let height = usize::from(inner.height).max(1);
    let first = (form.at + 1).saturating_sub(height);
    let mut cursor = None;
    for ((number, (blank, field)), at) in blanks.iter().zip(&form.fields).enumerate().skip(first).zip(0..) {
        let here = line(inner, at);
        if here.is_empty() {
            break;
        }
        let selected = number == form.at;
        let label = if selected {
            Look::of(Role::Accent).bold()
        } else {
            Look::of(Role::Muted)
        };
        text(buf, here, say::blank(lang, *blank), theme.style(label));
        let place = from_column(here, here.x + column);
        let typed = super::field::draw(field, place, theme.style(Look::of(Role::Text)), buf);
        if field.is_empty() {
            let hint = from_column(place, place.x + u16::from(selected));
            text(buf, hint, say::hint(lang, *blank), theme.style(Look::of(Role::Muted)));
        }
        if selected {
            cursor = Some(typed);
        }
    }
    let (sentence, role) = live(model, form, lang);
    text(buf, line(inner, rows + 1), &sentence, theme.style(Look::of(role)));
    cursor
}

/// Tells whether a day is written on a line.
fn is_day(blank: Blank) -> bool {
    matches!(blank, Blank::When | Blank::Day | Blank::Met)
}

/// Says which day was understood.
fn live(model: &Model, form: &Form, lang: Lang) -> (String, Role) {
    let blanks = form.entry.blanks();
    let mut days = blanks.iter().zip(&form.fields).filter(|(blank, _)| is_day(**blank));
    let Some((blank, field)) = days.next().filter(|(_, field)| !field.text().trim().is_empty()) else {
        return (String::new(), Role::Muted);
    };
    let today = model.setting.today;
    let Some(moment) = blank.moment(field.text(), today) else {
        return (plan::NO_DATE.get(lang).to_owned(), Role::Soon);
    };
    let days = dates::days_until(moment.date, today);
    let mut sentence = format!("→ {}", dates::full_with_weekday(lang, moment.date));
    if let Some(time) = moment.time {
        sentence.extend([" ", &plan::hour(lang, time)]);
    }
    sentence.extend([", ", &dates::distance(lang, days)]);
    (sentence, Role::Good)
}
