//! A text field: its text, scrolled so that the cursor stays in it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::text;
use crate::text::width::width;
use crate::tui::model::field::Field;

/// Draws a field and returns the place of its cursor.
pub fn draw(field: &Field, area: Rect, style: Style, buf: &mut Buffer) -> Position {
    let room = usize::from(area.width).saturating_sub(1);
    let before = field.before_cursor();
    let mut start = 0;
    // Characters scroll out on the left one by one until the cursor fits.
    while width(&before[start..]) > room {
        start += before[start..].chars().next().map_or(1, char::len_utf8);
    }
    text(buf, area, &field.text()[start..], style);
    let column = u16::try_from(width(&before[start..])).unwrap_or(0);
    Position::new(area.x + column.min(area.width.saturating_sub(1)), area.y)
}

/// Draws a field with some of its bytes marked, as [`draw`] does.
pub fn draw_marked(
    field: &Field,
    marks: &[Range<usize>],
    area: Rect,
    (style, marked): (Style, Style),
    buf: &mut Buffer,
) -> Position {
    let cursor = draw(field, area, style, buf);
    let before = width(field.before_cursor());
    // Where the first column stands in the text: the cursor says how far the field is scrolled.
    let scrolled = before.saturating_sub(usize::from(cursor.x.saturating_sub(area.x)));
    for mark in marks {
        let column = |at: usize| field.text().get(..at).map_or(0, width).saturating_sub(scrolled);
        let (start, end) = (column(mark.start), column(mark.end));
        let [start, end] = [start, end].map(|at| u16::try_from(at).unwrap_or(u16::MAX).min(area.width));
        let place = Rect {
            x: area.x + start,
            width: end - start,
            ..area
        };
        buf.set_style(place.intersection(buf.area), marked);
    }
    cursor
}
