//! The box for a date: what it is for, what is typed, what was understood.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::footer;
use super::paint::{centred, from_column, line, text};
use crate::locale::{dates, plan as say};
use crate::tui::model::{DateBox, DateKind, Model};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the box; returns the place of the cursor.
pub fn draw(model: &Model, open: &DateBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let area = centred(model.screen, 66, 7);
    let title = say::date_title(lang, &open.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    if inner.is_empty() {
        return None;
    }
    let mut x = inner.x;
    for kind in DateKind::ALL {
        let look = if kind == open.kind {
            Look::of(Role::Accent).bold().underline()
        } else {
            Look::of(Role::Muted)
        };
        let here = from_column(line(inner, 0), x);
        x = text(buf, here, say::date_kind(lang, kind), theme.style(look)) + 2;
    }
    let field = line(inner, 2);
    let cursor = super::field::draw(&open.field, field, theme.style(Look::of(Role::Text)), buf);
    if open.field.is_empty() {
        text(
            buf,
            from_column(field, field.x + 1),
            say::DATE_HINT.get(lang),
            theme.style(Look::of(Role::Muted)),
        );
    } else {
        let (sentence, role) = live(model, open);
        text(buf, line(inner, 4), &sentence, theme.style(Look::of(role)));
    }
    Some(cursor)
}

/// Says what was understood of what is typed so far.
fn live(model: &Model, open: &DateBox) -> (String, Role) {
    let lang = model.lang();
    let Some((moment, rest)) = open.understood(model.setting.today) else {
        return (say::NO_DATE.get(lang).to_owned(), Role::Soon);
    };
    let days = dates::days_until(moment.date, model.setting.today);
    let mut sentence = format!("→ {}", dates::full_with_weekday(lang, moment.date));
    if let Some(time) = moment.time {
        sentence.extend([" ", &say::hour(lang, time)]);
    }
    sentence.extend([", ", &dates::distance(lang, days)]);
    if !rest.is_empty() {
        sentence.extend([" · ", &rest]);
    }
    (sentence, Role::Good)
}
