//! The files that gave no offer: each path with its reason, side by side where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::footer;
use super::paint::{centred, from_column, inset, line, scroll_bar, text};
use crate::locale::ui;
use crate::tui::model::{LeftOut, Model, Scan};
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// The widest that the box is.
const WIDEST: u16 = 110;
/// From this width inside, path and reason stand side by side.
const TWO_COLUMNS: u16 = 66;

/// Returns the area of the box: high enough for what it lists, at most the screen.
fn area(model: &Model) -> Rect {
    let columns = WIDEST.min(model.screen.width.saturating_sub(2));
    let most = model.screen.height.saturating_sub(2);
    let room = columns.saturating_sub(4);
    let mut rows = 2;
    for file in model.left_out() {
        if rows >= most {
            break;
        }
        rows = rows.saturating_add(height(file, room));
    }
    centred(model.screen, columns, rows.max(4).min(most))
}

/// Returns the inside of the box.
fn inside(model: &Model) -> Rect {
    let area = area(model);
    Rect {
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
        ..area
    }
}

/// Returns the lines of a path and those of its reason.
fn parts(file: &LeftOut, room: u16) -> (Vec<String>, Vec<String>) {
    let (left, right) = widths(room);
    (
        wrap(&file.path, usize::from(left)),
        wrap(&file.reason, usize::from(right)),
    )
}

/// Returns the columns of the paths and of the reasons.
fn widths(room: u16) -> (u16, u16) {
    if room < TWO_COLUMNS {
        return (room, room.saturating_sub(2));
    }
    let left = room / 5 * 2;
    (left, room - left - 2)
}

/// Returns how many lines a file takes.
fn height(file: &LeftOut, room: u16) -> u16 {
    let (path, reason) = parts(file, room);
    let lines = if room < TWO_COLUMNS {
        path.len() + reason.len()
    } else {
        path.len().max(reason.len())
    };
    u16::try_from(lines.max(1)).unwrap_or(u16::MAX)
}

/// Returns how many of these files fit wholly, at least one when there is any.
fn fitting<'a>(model: &Model, files: impl Iterator<Item = &'a LeftOut>) -> usize {
    let inside = inside(model);
    let mut left = inside.height;
    let mut count = 0;
    for file in files {
        let rows = height(file, inside.width);
        if rows > left && count > 0 {
            break;
        }
        left = left.saturating_sub(rows);
        count += 1;
    }
    count
}

/// Returns how many files are shown wholly from this one on.
#[must_use]
pub fn shown(model: &Model, first: usize) -> usize {
    fitting(model, model.left_out().skip(first))
}

/// Returns the first file of the last page.
#[must_use]
pub fn last_first(model: &Model) -> usize {
    let files = model.left_out();
    files.clone().count() - fitting(model, files.rev())
}

/// Draws the box; returns the place of its first line.
pub fn draw(model: &Model, first: usize, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let files = model.left_out();
    let count = files.clone().count();
    let title = match count {
        0 => ui::LEFT_OUT_TITLE.get(lang).to_owned(),
        all => {
            let expected = files.clone().filter(|file| file.expected).count();
            ui::left_out_title(lang, all - expected, expected)
        }
    };
    let area = area(model);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    if count == 0 {
        let words = match model.scan {
            Scan::Running { .. } => ui::READING,
            Scan::Done { .. } => ui::NONE_LEFT_OUT,
        };
        let lines = wrap(words.get(lang), usize::from(inner.width));
        for (words, at) in lines.iter().zip(0..inner.height) {
            text(buf, line(inner, at), words, theme.style(Look::of(Role::Muted)));
        }
    }
    // A new reading may have left fewer than there were.
    let first = first.min(last_first(model));
    let mut top = inner;
    for file in files.skip(first) {
        if top.is_empty() {
            break;
        }
        let rows = height(file, inner.width).min(top.height);
        draw_file(theme, file, Rect { height: rows, ..top }, buf);
        top.y += rows;
        top.height -= rows;
    }
    let bar = Rect {
        width: inner.width + 1,
        ..inner
    };
    scroll_bar(buf, theme, bar, (first, shown(model, first), count));
    (!inner.is_empty()).then(|| Position::new(inner.x, inner.y))
}

fn draw_file(theme: &Theme, file: &LeftOut, area: Rect, buf: &mut Buffer) {
    let (path, reason) = parts(file, area.width);
    let role = if file.expected { Role::Muted } else { Role::Text };
    for (part, at) in path.iter().zip(0..area.height) {
        text(buf, line(area, at), part, theme.style(Look::of(role)));
    }
    let beside = area.width >= TWO_COLUMNS;
    let (place, below) = if beside {
        (from_column(area, area.x + widths(area.width).0 + 2), 0)
    } else {
        (inset(area, 2, 0), u16::try_from(path.len()).unwrap_or(u16::MAX))
    };
    for (part, at) in reason.iter().zip(below..area.height) {
        text(buf, line(place, at), part, theme.style(Look::of(Role::Muted)));
    }
}
