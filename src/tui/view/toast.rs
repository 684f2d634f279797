//! What was just done: in the footer when that leaves room for keys, else on the line above it, else over the last
//! lines of the body. It is never cut: it may be the text that could not be copied.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::paint::{from_column, inset, line, right, text};
use crate::text::width::width;
use crate::tui::layout::Panes;
use crate::tui::model::Model;
use crate::tui::model::toast::{Toast, ToastKind};
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// The most lines that a toast takes.
const MOST: usize = 6;
/// The columns of the footer that stay for the keys.
const ROOM_FOR_KEYS: usize = 30;

/// Returns the columns that the toast takes in the footer; 0 when it stands elsewhere or there is none.
#[must_use]
pub fn columns(model: &Model, footer: Rect) -> usize {
    let columns = model.toasts.shown.as_ref().map_or(0, |toast| width(&said(toast)));
    if fits(columns, footer) { columns } else { 0 }
}

fn fits(columns: usize, footer: Rect) -> bool {
    footer.height > 0 && columns + 2 + ROOM_FOR_KEYS <= usize::from(footer.width)
}

/// Draws the toast, if there is one.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) {
    let Some(toast) = &model.toasts.shown else { return };
    let said = said(toast);
    if fits(width(&said), areas.footer) {
        let area = inset(areas.footer, 1, 1);
        let start = right(buf, area, &said, theme.style(Look::of(Role::Text)));
        return mark(toast, theme, from_column(area, start), buf);
    }
    let rule = inset(areas.bottom_rule, 1, 1);
    if rule.height > 0 && width(&said) + 2 <= usize::from(rule.width) {
        let start = right(buf, rule, &format!(" {said} "), theme.style(Look::of(Role::Text)));
        return mark(toast, theme, from_column(rule, start + 1), buf);
    }
    draw_above(toast, theme, areas, &said, buf);
}

/// Draws a long toast over the last lines of the body.
fn draw_above(toast: &Toast, theme: &Theme, areas: &Panes, said: &str, buf: &mut Buffer) {
    let screen = areas.body.intersection(buf.area);
    let lines = wrap(said, usize::from(screen.width.saturating_sub(2)).max(1));
    let lines: Vec<String> = lines.into_iter().take(MOST.min(usize::from(screen.height))).collect();
    let height = u16::try_from(lines.len()).unwrap_or(0);
    let area = Rect {
        y: screen.bottom().saturating_sub(height),
        height,
        ..screen
    };
    Clear.render(area, buf);
    for (content, at) in lines.iter().zip(0..height) {
        let here = inset(line(area, at), 1, 1);
        text(buf, here, content, theme.style(Look::of(Role::Text)));
    }
    buf.set_style(area, theme.selected());
    mark(toast, theme, inset(line(area, 0), 1, 0), buf);
}

/// Colours the sign before the sentence.
fn mark(toast: &Toast, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let role = match toast.kind {
        ToastKind::Done => Role::Good,
        ToastKind::Note => return,
        ToastKind::Error => Role::Late,
    };
    let sign = Rect {
        width: 1.min(area.width),
        height: 1.min(area.height),
        ..area
    };
    buf.set_style(sign.intersection(buf.area), theme.style(Look::of(role).bold()));
}

/// Returns the sign and the sentence of a toast.
fn said(toast: &Toast) -> String {
    match toast.kind {
        ToastKind::Done => format!("✓ {}", toast.text),
        ToastKind::Note => toast.text.clone(),
        ToastKind::Error => format!("✗ {}", toast.text),
    }
}
