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
use super::paint::{from_column, inset, line, text};
use crate::locale::{dates, plan as say, tracking as words};
use crate::offer::OfferId;
use crate::text::clean;
use crate::text::width::width;
use crate::tracking::{Answer, Application, Stage};
use crate::tui::layout::{Class, Panes};
use crate::tui::model::Model;
use crate::tui::model::plan::Column;
use crate::tui::page::card::step_look;
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// The lines above the cards.
const HEAD: u16 = 2;
/// The lines of a card with its border and one line of title.
const CARD: u16 = 5;
/// From this width there is air between the border of a card and its text.
const AIRY: u16 = 22;

/// Draws the board; returns the place of the selected card.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    if model.plan.kept.is_empty() {
        super::empty::sentence_in(say::NOTHING_KEPT.get(model.lang()), theme, areas.body, buf);
        return None;
    }
    if is_single(areas) {
        draw_names(model, theme, line(inset(areas.body, 1, 1), 0), buf);
    }
    let mut cursor = None;
    for (number, area) in columns(model, areas) {
        let Some(column) = model.plan.columns.get(number) else {
            continue;
        };
        if !is_single(areas) {
            draw_name(model, theme, column, number == model.plan.column, line(area, 0), buf);
        }
        for (place, id) in cards(model, column, area) {
            let Some(application) = model.tracked.shortlist.get(id) else {
                continue;
            };
            let in_hand = number == model.plan.column && Some(id) == model.plan.selected.as_ref();
            draw_card(model, theme, application, in_hand, place, buf);
            if in_hand {
                cursor = Some(Position::new(place.x, place.y));
            }
        }
    }
    cursor
}

fn is_single(areas: &Panes) -> bool {
    matches!(areas.class, Class::Tiny | Class::Narrow | Class::Nothing)
}

/// Returns where each column that is shown stands, by its number.
fn columns(model: &Model, areas: &Panes) -> Vec<(usize, Rect)> {
    let body = inset(areas.body, 1, 1);
    if is_single(areas) {
        return vec![(model.plan.column, body)];
    }
    let count = u16::try_from(model.plan.columns.len()).unwrap_or(1).max(1);
    let width = body.width / count;
    let area = |number: u16| Rect {
        x: body.x + number * width,
        width: width.saturating_sub(2),
        ..body
    };
    (0..count).map(|number| (usize::from(number), area(number))).collect()
}

/// Returns where the visible cards of a column stand.
fn cards<'m>(model: &'m Model, column: &'m Column, area: Rect) -> Vec<(Rect, &'m OfferId)> {
    let height = area.height.saturating_sub(HEAD);
    let card = card_height(model, column, area);
    let fits = usize::from(height / card).max(1);
    let selected = column
        .cards
        .iter()
        .position(|id| Some(id) == model.plan.selected.as_ref());
    let first = selected.map_or(0, |at| at.saturating_sub(fits - 1));
    let mut top = Rect {
        y: area.y + HEAD.min(area.height),
        height,
        ..area
    };
    let mut places = Vec::new();
    for id in column.cards.iter().skip(first) {
        if top.height < 3 {
            break;
        }
        let place = Rect {
            height: card.min(top.height),
            ..top
        };
        places.push((place, id));
        top.y += place.height;
        top.height -= place.height;
    }
    places
}

/// Returns the lines of each card of a column: with a second one for titles when one of them needs it, so that the
/// cards stand evenly.
fn card_height(model: &Model, column: &Column, area: Rect) -> u16 {
    let room = usize::from(inside(area).width);
    let mut cards = column.cards.iter().filter_map(|id| model.tracked.shortlist.get(id));
    CARD + u16::from(cards.any(|application| width(application.title()) > room))
}

/// Returns what is inside the border of a card.
fn inside(area: Rect) -> Rect {
    let air = u16::from(area.width >= AIRY);
    Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(2),
        ..inset(area, 1 + air, 1 + air)
    }
}

/// Returns the column and the card at a place of the screen.
#[must_use]
pub fn hit(model: &Model, areas: &Panes, at: Position) -> Option<(usize, Option<OfferId>)> {
    let (number, area) = columns(model, areas).into_iter().find(|(_, area)| area.contains(at))?;
    let column = model.plan.columns.get(number)?;
    let card = cards(model, column, area)
        .into_iter()
        .find(|(place, _)| place.contains(at));
    Some((number, card.map(|(_, id)| id.clone())))
}

/// Writes the step of a column with its count.
fn draw_name(model: &Model, theme: &Theme, column: &Column, here: bool, area: Rect, buf: &mut Buffer) {
    let look = step_look(Some(column.step));
    let x = text(buf, area, column.step.ramp(model.setting.ascii), theme.style(look));
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
            let ramp = column.step.ramp(model.setting.ascii);
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
    let inner = inside(area);
    let over = application.stage.is_over();
    let title = Look::of(if over { Role::Muted } else { Role::Text });
    let title = if in_hand { title.bold() } else { title };
    let room = inner.height.saturating_sub(2).clamp(1, 2);
    let lines = wrap(application.title(), usize::from(inner.width).max(1));
    let room = room.min(u16::try_from(lines.len()).unwrap_or(room)).max(1);
    for (at, content) in (0..room).zip(&lines) {
        let rest = lines.get(usize::from(at)..).filter(|_| at + 1 == room);
        let content = rest.map_or_else(|| content.clone(), |rest| rest.join(" "));
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
    let next = || {
        next_word(model, application).unwrap_or_else(|| {
            let day = application.day_of(&application.stage, model.setting.today);
            let ago = day.map(|day| say::ago(lang, dates::days_until(model.setting.today, day)));
            (ago.unwrap_or_default(), Look::of(Role::Muted))
        })
    };
    match &application.stage {
        Stage::Answered(Answer::Refused) => (format!("✗ {stage}"), Look::of(Role::Late)),
        Stage::Answered(Answer::Offered | Answer::Accepted) => (format!("✓ {stage}"), Look::of(Role::Good).bold()),
        Stage::Withdrawn | Stage::NoAnswer | Stage::Archived => (format!("· {stage}"), Look::of(Role::Muted)),
        Stage::Spotted | Stage::Kept | Stage::Sent | Stage::Interview => next(),
        // The column says no more than its step.
        Stage::Own(_) => {
            let (word, look) = next();
            (format!("{} · {word}", clean(stage).one_line()), look)
        }
    }
}
