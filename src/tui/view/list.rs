//! The list: two lines a row, the facts that decide right-aligned in a fixed column.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{left_of, marked, right, scroll_bar, text};
use super::row::{Row, draw_selection};
use crate::locale::{dates, facts};
use crate::offer::Summary;
use crate::search::highlights;
use crate::text::width::width;
use crate::tracking::Marks;
use crate::tui::layout::{Class, Panes};
use crate::tui::model::Model;
use crate::tui::model::offers::is_closed;
use crate::tui::page::capital;
use crate::tui::page::card::{deadline_look, step_look};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the visible rows; returns the place of the selected one.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    let height = areas.class.row_height();
    let mut cursor = None;
    let mut top = areas.list;
    for at in model.offers.offset.. {
        if top.is_empty() || model.offers.row(at).is_none() {
            break;
        }
        let selected = at == model.offers.cursor;
        let area = Rect {
            height: height.min(top.height),
            ..top
        };
        draw_row(model, theme, areas.class, at, area, buf);
        if selected {
            cursor = Some(Position::new(area.x, area.y));
        }
        top.y += area.height;
        top.height -= area.height;
    }
    let (shown, all) = (areas.rows(), model.offers.len());
    scroll_bar(buf, theme, areas.list_bar(), (model.offers.offset, shown, all));
    cursor
}

/// Draws the offer at a position of the list.
fn draw_row(model: &Model, theme: &Theme, class: Class, at: usize, area: Rect, buf: &mut Buffer) {
    let (Some(row), Some(hit)) = (model.offers.row(at), model.offers.hit(at)) else {
        return;
    };
    let selected = at == model.offers.cursor;
    let place = Row::new(class, area);
    let closed = is_closed(row, model.setting.today);
    let facts_start = draw_deadline(model, theme, row, closed, place.first, buf);
    let title = left_of(place.first, facts_start);
    let look = match (closed, selected) {
        (true, _) => Look::of(Role::Muted).strike(),
        (false, true) => Look::of(Role::Text).bold(),
        (false, false) => Look::of(Role::Text),
    };
    draw_matched(model, theme, &row.title, look, title, buf);
    // A rule may hide what the shortlist does not.
    let marks = Marks {
        hidden: hit.hidden,
        ..model.marks(&row.id)
    };
    let checked = model.plan.marked.contains(&row.id);
    draw_mark(theme, marks, checked, place.sign, buf);
    if !place.second.is_empty() {
        let end = marks.step.map_or(place.second.right(), |step| {
            right(buf, place.second, step.ramp(false), theme.style(step_look(Some(step))))
        });
        let second = left_of(place.second, end);
        let second = draw_twin(model, theme, row, second, buf);
        draw_matched(
            model,
            theme,
            &second_line(model, row, usize::from(second.width)),
            Look::of(Role::Muted),
            second,
            buf,
        );
    }
    if selected {
        draw_selection(model, theme, class, area, buf);
    }
}

/// Writes `★` before an offer that is kept, `●` before one that was not there at the last visit and was not read yet.
fn draw_mark(theme: &Theme, marks: Marks, checked: bool, area: Rect, buf: &mut Buffer) {
    let (mark, role) = match marks {
        _ if checked => ("✓", Role::Accent),
        Marks { hidden: true, .. } => ("×", Role::Muted),
        Marks { step: Some(_), .. } => ("★", Role::Soon),
        Marks {
            new: true,
            unread: true,
            ..
        } => ("●", Role::Accent),
        _ => return,
    };
    text(buf, area, mark, theme.style(Look::of(role)));
}

/// Writes `≈` at the end of the line of an offer that is likely published elsewhere too; returns what is left of it.
fn draw_twin(model: &Model, theme: &Theme, row: &Summary, area: Rect, buf: &mut Buffer) -> Rect {
    let library = &model.offers.shown.library;
    let number = library.find(&row.id);
    if number.is_none_or(|number| library.twins_of(number).next().is_none()) {
        return area;
    }
    let end = right(buf, area, "≈", theme.style(Look::of(Role::Soon)));
    left_of(area, end)
}

/// Writes a text with the letters that the query matched.
fn draw_matched(model: &Model, theme: &Theme, content: &str, look: Look, area: Rect, buf: &mut Buffer) {
    let query = &model.offers.shown.query;
    if query.text.is_empty() {
        text(buf, area, content, theme.style(look));
        return;
    }
    let hit = Look {
        role: Role::Accent,
        underline: true,
        bold: true,
        ..look
    };
    let styles = (theme.style(look), theme.style(hit));
    marked(buf, area, content, &highlights(query, content), styles);
}

fn draw_deadline(model: &Model, theme: &Theme, row: &Summary, closed: bool, area: Rect, buf: &mut Buffer) -> u16 {
    let lang = model.lang();
    let Some(deadline) = row.deadline else {
        if closed {
            let word = dates::deadline_word(lang, -1);
            return right(buf, area, &word, theme.style(Look::of(Role::Muted)));
        }
        return area.right();
    };
    let days = dates::days_until(deadline, model.setting.today);
    let look = Look {
        strike: false,
        ..deadline_look(days)
    };
    right(buf, area, &dates::deadline_word(lang, days), theme.style(look))
}

/// Returns employer, place and contract; how long it lasts only where there is room for all of it.
fn second_line(model: &Model, row: &Summary, columns: usize) -> String {
    let all = employer_place_contract(model, row, true);
    if width(&all) <= columns {
        return all;
    }
    employer_place_contract(model, row, false)
}

fn employer_place_contract(model: &Model, row: &Summary, lasting: bool) -> String {
    let lang = model.lang();
    let mut parts: Vec<String> = [&row.organization, &row.place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(ToString::to_string)
        .collect();
    let kinds: Vec<_> = row
        .employment_types
        .iter()
        .map(|kind| facts::employment_type(lang, kind))
        .collect();
    let duration = row.duration.filter(|_| lasting || kinds.is_empty());
    let duration = duration.map(|duration| facts::duration(lang, duration));
    let contract: Vec<String> = kinds
        .first()
        .map(|kind| capital(kind))
        .into_iter()
        .chain(duration)
        .collect();
    if !contract.is_empty() {
        parts.push(contract.join(" "));
    }
    parts.join(" · ")
}
