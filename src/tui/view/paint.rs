//! Writing text into cells.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::text::width::{cut, width};
use crate::tui::layout::above_footer;
use crate::tui::theme::{Look, Role, Theme};

/// Writes a text on the first line of `area`, cut with `…` when it is too long. Returns the column after it.
pub fn text(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return area.x;
    }
    let room = usize::from(area.width);
    if width(text) <= room {
        return buf.set_stringn(area.x, area.y, text, room, style).0;
    }
    let (at, _) = cut(text, room - 1);
    // A separator with nothing after it says nothing.
    let kept = text[..at].trim_end_matches([' ', '·']);
    let (x, y) = buf.set_stringn(area.x, area.y, kept, room, style);
    buf.set_stringn(x, y, "…", 1, style).0
}

/// Writes a text at the right end of `area`. Returns the column where it starts.
pub fn right(buf: &mut Buffer, area: Rect, content: &str, style: Style) -> u16 {
    let columns = u16::try_from(width(content)).unwrap_or(u16::MAX).min(area.width);
    let start = area.x + area.width - columns;
    let place = Rect {
        x: start,
        width: columns,
        ..area
    };
    text(buf, place, content, style);
    start
}

/// Writes a text with some of its bytes marked. Returns the column after it.
pub fn marked(buf: &mut Buffer, area: Rect, content: &str, marks: &[Range<usize>], styles: (Style, Style)) -> u16 {
    let mut x = area.x;
    let mut from = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (content.get(from..mark.start), content.get(mark.clone())) else {
            continue;
        };
        x = text(buf, from_column(area, x), before, styles.0);
        x = text(buf, from_column(area, x), inside, styles.1);
        from = mark.end;
    }
    text(buf, from_column(area, x), &content[from..], styles.0)
}

/// Returns what is left of `area` from column `x`.
#[must_use]
pub fn from_column(area: Rect, x: u16) -> Rect {
    let x = x.clamp(area.x, area.right());
    Rect {
        x,
        width: area.right() - x,
        ..area
    }
}

/// Returns what is left of `area` before what starts at column `end`, with a space between.
#[must_use]
pub fn left_of(area: Rect, end: u16) -> Rect {
    Rect {
        width: end.saturating_sub(area.x + 1),
        ..area
    }
}

/// Returns one line of `area`, counted from its top; empty when there is no such line.
#[must_use]
pub fn line(area: Rect, at: u16) -> Rect {
    if at >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect {
        y: area.y + at,
        height: 1,
        ..area
    }
}

/// Takes columns from both sides.
#[must_use]
pub fn inset(area: Rect, left: u16, right: u16) -> Rect {
    let left = left.min(area.width);
    Rect {
        x: area.x + left,
        width: area.width.saturating_sub(left + right),
        ..area
    }
}

/// Dims everything drawn so far and draws an empty box with a title above and a word below. Returns its inside.
pub fn boxed(buf: &mut Buffer, theme: &Theme, area: Rect, title: &str, foot: &str) -> Rect {
    buf.set_style(buf.area, theme.behind());
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    let border = theme.style(Look::of(Role::Accent));
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(border)
        .render(area, buf);
    let strong = theme.style(Look::of(Role::Text).bold());
    if area.width > 6 && area.height > 1 {
        text(buf, inset(line(area, 0), 2, 2), &format!(" {title} "), strong);
        let bottom = inset(line(area, area.height - 1), 2, 2);
        if !foot.is_empty() && width(foot) + 2 <= usize::from(bottom.width) {
            right(buf, bottom, &format!(" {foot} "), theme.style(Look::of(Role::Muted)));
        }
    }
    Rect {
        x: (area.x + 2).min(area.right()),
        y: (area.y + 1).min(area.bottom()),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// Draws a scroll bar in the last column of `area` (a thicker line when that is all there is), when `shown` places of `all` from `first` do not show everything.
pub fn scroll_bar(buf: &mut Buffer, theme: &Theme, area: Rect, (first, shown, all): (usize, usize, usize)) {
    let height = usize::from(area.height);
    if all <= shown || height == 0 {
        return;
    }
    let sign = if area.width == 1 { "┃" } else { "▐" };
    let length = (height * shown / all).clamp(1, height);
    let start = (first * (height - length))
        .div_ceil((all - shown).max(1))
        .min(height - length);
    let column = Rect {
        x: area.right().saturating_sub(1),
        width: 1.min(area.width),
        ..area
    };
    for at in start..start + length {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        text(buf, line(column, at), sign, theme.style(Look::of(Role::Rule)));
    }
}

/// Shows that a line of a box is selected: by more than a colour.
pub fn choose(buf: &mut Buffer, theme: &Theme, area: Rect) {
    let style = theme.selected().add_modifier(Modifier::BOLD);
    buf.set_style(area.intersection(buf.area), style);
}

/// Returns an area of this size in the middle of `screen`, or as much of it as there is above the line of the keys.
#[must_use]
pub fn centred(screen: Rect, columns: u16, rows: u16) -> Rect {
    let screen = above_footer(screen);
    let (columns, rows) = (columns.min(screen.width), rows.min(screen.height));
    Rect {
        x: screen.x + (screen.width - columns) / 2,
        y: screen.y + (screen.height - rows).div_ceil(2),
        width: columns,
        height: rows,
    }
}
