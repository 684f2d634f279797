//! A text field: its text, scrolled so that the cursor stays in it.

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
