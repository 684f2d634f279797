//! The board: a column a step, a card an application.
//!
//! ```text
//!  ▁▃··· Retenue 3      ▁▃▅·· Envoyée 2
//!  ╭───────────────╮    ┏━━━━━━━━━━━━━━━┓
//!  │title          │    ┃title          ┃
//!  │organisation   │    ┃organisation   ┃
//!  │⚑ J-2          │    ┃↻ relancer     ┃
//!  ╰───────────────╯    ┗━━━━━━━━━━━━━━━┛
//! ```
//! Below 80 columns one column at a time, with the others' names above.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Widget};

use super::kept::next_word;
use super::list::step_look;
use super::paint::{from_column, inset, line, text};
use crate::locale::{dates, plan as say, tracking as words};
use crate::tracking::{Answer, Application, Stage};
use crate::tui::layout::{Class, Panes};
use crate::tui::model::Model;
use crate::tui::model::plan::Column;
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// The lines of a card with its border.
const CARD: u16 = 6;

/// Draws the board; returns the place of the selected card.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    let body = inset(areas.body, 1, 1);
    if model.plan.kept.is_empty() {
        super::empty::sentence_in(say::NOTHING_KEPT.get(model.lang()), theme, areas.body, buf);
        return None;
    }
    let single = matches!(areas.class, Class::Tiny | Class::Narrow | Class::Nothing);
    let columns = &model.plan.columns;
    let shown: Vec<usize> = if single {
        vec![model.plan.column]
    } else {
        (0..columns.len()).collect()
    };
    let count = u16::try_from(shown.len()).unwrap_or(1).max(1);
    let width = body.width / count;
    let mut cursor = None;
    let mut x = body.x;
    if single {
        draw_names(model, theme, line(body, 0), buf);
    }
    for number in shown {
        let Some(column) = columns.get(number) else { continue };
        let area = Rect {
            x,
            width: width.saturating_sub(if single { 0 } else { 2 }),
            ..body
        };
        if !single {
            draw_name(model, theme, column, number == model.plan.column, line(area, 0), buf);
        }
        let cards = Rect {
            y: area.y + 2.min(area.height),
            height: area.height.saturating_sub(2),
            ..area
        };
        cursor = draw_cards(model, theme, number, column, cards, buf).or(cursor);
        x += width;
    }
    cursor
}

/// Writes the step of a column with its count.
fn draw_name(model: &Model, theme: &Theme, column: &Column, here: bool, area: Rect, buf: &mut Buffer) {
    let look = step_look(Some(column.step));
    let x = text(buf, area, column.step.ramp(false), theme.style(look));
    let name = words::step(model.lang(), column.step);
    let look = if here {
        Look::of(Role::Text).bold().underline()
    } else {
        Look::of(Role::Text).bold()
    };
    let x = text(buf, from_column(area, x + 1), name, theme.style(look));
    let count = column.cards.len().to_string();
    text(
        buf,
        from_column(area, x + 1),
        &count,
        theme.style(Look::of(Role::Muted)),
    );
}

/// Writes the steps of all columns on one line, the one shown underlined.
fn draw_names(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut x = area.x;
    for (number, column) in model.plan.columns.iter().enumerate() {
        let here = number == model.plan.column;
        if here {
            let ramp = column.step.ramp(false);
            x = text(
                buf,
                from_column(area, x),
                ramp,
                theme.style(step_look(Some(column.step))),
            ) + 1;
        }
        let name = format!("{} {}", words::step(model.lang(), column.step), column.cards.len());
        let look = if here {
            Look::of(Role::Text).bold().underline()
        } else {
            Look::of(Role::Muted)
        };
        x = text(buf, from_column(area, x), &name, theme.style(look)) + 2;
    }
}

fn draw_cards(
    model: &Model,
    theme: &Theme,
    number: usize,
    column: &Column,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let here = number == model.plan.column;
    let fits = usize::from(area.height / CARD).max(1);
    let selected = column
        .cards
        .iter()
        .position(|id| Some(id) == model.plan.selected.as_ref());
    let first = selected.map_or(0, |at| at.saturating_sub(fits - 1));
    let mut cursor = None;
    let mut top = area;
    for (at, id) in column.cards.iter().enumerate().skip(first) {
        let Some(application) = model.tracked.shortlist.get(id) else {
            continue;
        };
        if top.height < 3 {
            break;
        }
        let place = Rect {
            height: CARD.min(top.height),
            ..top
        };
        let in_hand = here && selected == Some(at);
        draw_card(model, theme, application, in_hand, place, buf);
        if in_hand {
            cursor = Some(Position::new(place.x, place.y));
        }
        top.y += place.height;
        top.height -= place.height;
    }
    cursor
}

fn draw_card(model: &Model, theme: &Theme, application: &Application, in_hand: bool, area: Rect, buf: &mut Buffer) {
    let (border, role) = if in_hand {
        (BorderType::Thick, Role::Accent)
    } else {
        (BorderType::Rounded, Role::Rule)
    };
    let drawn = area.intersection(buf.area);
    Block::bordered()
        .border_type(border)
        .border_style(theme.style(Look::of(role)))
        .render(drawn, buf);
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let over = application.stage.is_over();
    let title = Look::of(if over { Role::Muted } else { Role::Text });
    let title = if in_hand { title.bold() } else { title };
    let room = inner.height.saturating_sub(2).clamp(1, 2);
    let lines = wrap(application.title(), usize::from(inner.width).max(1));
    for (at, content) in (0..room).zip(&lines) {
        let cut = at + 1 == room && lines.len() > usize::from(room);
        let content = if cut { format!("{content} …") } else { content.clone() };
        text(buf, line(inner, at), &content, theme.style(title));
    }
    text(
        buf,
        line(inner, room),
        application.organization(),
        theme.style(Look::of(Role::Muted)),
    );
    let (word, look) = last_line(model, application);
    text(buf, line(inner, room + 1), &word, theme.style(look));
}

/// Returns what decides about a card: the answer, the end, or what comes next.
fn last_line(model: &Model, application: &Application) -> (String, Look) {
    let lang = model.lang();
    let stage = words::stage(lang, &application.stage);
    match &application.stage {
        Stage::Answered(Answer::Refused) => (format!("✗ {stage}"), Look::of(Role::Late)),
        Stage::Answered(Answer::Offered | Answer::Accepted) => (format!("✓ {stage}"), Look::of(Role::Good).bold()),
        Stage::Withdrawn | Stage::NoAnswer | Stage::Archived => (format!("· {stage}"), Look::of(Role::Muted)),
        Stage::Spotted | Stage::Kept | Stage::Sent | Stage::Interview | Stage::Own(_) => next_word(model, application)
            .unwrap_or_else(|| {
                let day = application.reached(&application.stage);
                let ago = day.map(|day| say::ago(lang, dates::days_until(model.setting.today, day)));
                (ago.unwrap_or_default(), Look::of(Role::Muted))
            }),
    }
}
