//! The kept applications as a list: what presses first, how far each came, what comes next.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{left_of, right, text};
use super::row::{Row, draw_selection};
use crate::locale::{dates, plan as say, tracking as words};
use crate::text::width::width;
use crate::tracking::Application;
use crate::tracking::agenda::{Item, ItemKind};
use crate::tui::layout::{Class, Panes};
use crate::tui::model::Model;
use crate::tui::page::card::{deadline_look, step_look};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the visible rows; returns the place of the selected one.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    let height = areas.class.row_height();
    let selected = model.plan.place();
    let mut cursor = None;
    let mut top = areas.list;
    for (at, id) in model.plan.kept.iter().enumerate().skip(model.plan.offset) {
        let Some(application) = model.tracked.shortlist.get(id) else {
            continue;
        };
        if top.is_empty() {
            break;
        }
        let area = Rect {
            height: height.min(top.height),
            ..top
        };
        draw_row(model, theme, areas.class, application, at == selected, area, buf);
        if at == selected {
            draw_selection(model, theme, areas.class, area, buf);
            cursor = Some(Position::new(area.x, area.y));
        }
        top.y += area.height;
        top.height -= area.height;
    }
    cursor
}

fn draw_row(
    model: &Model,
    theme: &Theme,
    class: Class,
    application: &Application,
    selected: bool,
    area: Rect,
    buf: &mut Buffer,
) {
    let place = Row::new(class, area);
    let start = match next_word(model, application) {
        Some((word, look)) => right(buf, place.first, &word, theme.style(look)),
        None => place.first.right(),
    };
    let over = application.stage.is_over();
    let look = match (over, selected) {
        (true, _) => Look::of(Role::Muted),
        (false, true) => Look::of(Role::Text).bold(),
        (false, false) => Look::of(Role::Text),
    };
    let title = left_of(place.first, start);
    text(buf, title, application.title(), theme.style(look));
    draw_mark(model, theme, application, place.sign, buf);
    if !place.second.is_empty() {
        let step = application.step(model.tracked.shortlist.own_stages());
        let end = right(
            buf,
            place.second,
            step.ramp(model.setting.ascii),
            theme.style(step_look(Some(step))),
        );
        let second = left_of(place.second, end);
        let said = second_line(model, application, usize::from(second.width));
        text(buf, second, &said, theme.style(Look::of(Role::Muted)));
    }
}

/// Writes `✓` before an application that is marked, `∅` before one whose offer is gone.
fn draw_mark(model: &Model, theme: &Theme, application: &Application, area: Rect, buf: &mut Buffer) {
    let (mark, role) = if model.plan.marked.contains(&application.offer.id) {
        ("✓", Role::Accent)
    } else if model.tracked.shortlist.is_gone(&application.id) {
        ("∅", Role::Late)
    } else {
        ("★", Role::Soon)
    };
    text(buf, area, mark, theme.style(Look::of(role)));
}

/// Returns who, where, and the stage with its day; where there is no room for all of it, not where.
fn second_line(model: &Model, application: &Application, columns: usize) -> String {
    let lang = model.lang();
    let stage = words::stage(lang, &application.stage);
    let day = application.day_of(&application.stage, model.setting.today);
    let day = day
        .map(|day| format!(" {}", dates::short(lang, day, model.setting.today)))
        .unwrap_or_default();
    let stage = format!("{stage}{day}");
    let joined = |parts: &[&str]| {
        let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        said.join(" · ")
    };
    let all = joined(&[application.organization(), application.place(), &stage]);
    if width(&all) <= columns {
        return all;
    }
    joined(&[application.organization(), &stage])
}

/// Returns what comes next for an application, in a word or two.
#[must_use]
pub fn next_word(model: &Model, application: &Application) -> Option<(String, Look)> {
    let item = model.plan.agenda.items.iter().find(|item| item.id == application.id)?;
    Some(item_word(model, item))
}

/// Returns the word for an item of the agenda.
#[must_use]
pub fn item_word(model: &Model, item: &Item) -> (String, Look) {
    let (lang, today) = (model.lang(), model.setting.today);
    let days = dates::days_until(item.date, today);
    let day = || dates::deadline_word(lang, days);
    match &item.kind {
        ItemKind::Deadline => (format!("⚑ {}", day()), deadline_look(days)),
        ItemKind::Interview(_) => {
            let hour = item
                .time
                .map(|time| format!(" {}", say::hour(lang, time)))
                .unwrap_or_default();
            let day = dates::short_with_weekday(lang, item.date, today);
            (format!("{day}{hour}"), Look::of(Role::Notes).bold())
        }
        ItemKind::FollowUp { since, .. } if days <= 0 => (
            format!("↻ {}", say::follow_up(lang, dates::days_until(today, *since))),
            Look::of(Role::Soon),
        ),
        // "Today" would read as a thing to do today.
        ItemKind::FollowUp { since, .. } if *since == today => (format!("↻ {}", day()), Look::of(Role::Muted)),
        ItemKind::FollowUp { since, .. } => (say::ago(lang, dates::days_until(today, *since)), Look::of(Role::Muted)),
        ItemKind::SuggestNoAnswer { .. } | ItemKind::AnswerThem { .. } => {
            (say::item(lang, item, today), Look::of(Role::Soon))
        }
        ItemKind::Action(_) => {
            let role = if days <= 0 { Role::Late } else { Role::Soon };
            let word = if days < 0 {
                dates::short(lang, item.date, today)
            } else {
                day()
            };
            (format!("▸ {word}"), Look::of(role).bold())
        }
    }
}
