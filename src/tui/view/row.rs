//! A row of a list of offers or of applications: where its parts stand, its sign, its selection.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{from_column, inset, line, text};
use crate::tui::layout::Class;
use crate::tui::model::{Focus, Model};
use crate::tui::theme::{Look, Role, Theme};

/// Where the parts of a row stand.
pub struct Row {
    /// The one column of the sign.
    pub sign: Rect,
    /// The title, and what decides at its right.
    pub first: Rect,
    /// What else is said; empty where a row has one line.
    pub second: Rect,
}

impl Row {
    /// Divides the area of a row.
    #[must_use]
    pub fn new(class: Class, area: Rect) -> Self {
        let inner = inset(area, if class == Class::Tiny { 2 } else { 4 }, 1);
        let sign = from_column(line(area, 0), inner.x.saturating_sub(2));
        let lines = if class == Class::Tiny { 1 } else { area.height };
        Self {
            sign: Rect {
                width: 1.min(sign.width),
                ..sign
            },
            first: line(inner, 0),
            second: line(Rect { height: lines, ..inner }, 1),
        }
    }
}

/// Lays the selection over a row that was drawn.
pub fn draw_selection(model: &Model, theme: &Theme, class: Class, area: Rect, buf: &mut Buffer) {
    let air = u16::from(class.row_height() == 3);
    let area = Rect {
        height: area.height.min(class.row_height() - air),
        ..area
    };
    buf.set_style(inset(area, 0, 0).intersection(buf.area), theme.selected());
    let role = if model.focus == Focus::List {
        Role::Accent
    } else {
        Role::Rule
    };
    for at in 0..area.height {
        text(
            buf,
            from_column(
                Rect {
                    width: 1,
                    ..line(area, at)
                },
                area.x,
            ),
            "▌",
            theme.style(Look::of(role)),
        );
    }
}
