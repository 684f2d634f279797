//! The bottom line: the keys that work here, and what was just done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{from_column, inset, right, text};
use crate::text::width::width;
use crate::tui::model::Model;
use crate::tui::model::toast::{Toast, ToastKind};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the line.
pub fn draw(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let inner = inset(area, 1, 1);
    let end = match &model.toasts.shown {
        Some(toast) => draw_toast(toast, theme, inner, buf),
        None => inner.right(),
    };
    let room = Rect {
        width: end.saturating_sub(inner.x + 2),
        ..inner
    };
    for (at, (key, label)) in hints(model).into_iter().enumerate() {
        let x = if at == 0 {
            room.x
        } else {
            hint_end(model, at, room.x) + 3
        };
        let columns = width(&key) + 1 + width(&label);
        if usize::from(room.right().saturating_sub(x)) < columns {
            return;
        }
        let after = text(
            buf,
            from_column(room, x),
            &key,
            theme.style(Look::of(Role::Accent).bold()),
        );
        text(
            buf,
            from_column(room, after + 1),
            &label,
            theme.style(Look::of(Role::Muted)),
        );
    }
}

/// Returns key and word of every hint that belongs here, in the order of the table.
#[must_use]
pub fn hints(model: &Model) -> Vec<(String, String)> {
    let lang = model.lang();
    let rows = model.setting.keymap.rows(model.context());
    rows.filter(|(binding, _)| !binding.label.get(lang).is_empty() && model.refusal(binding.action).is_none())
        .filter_map(|(binding, keys)| Some((keys.first()?.shown(lang), binding.label.get(lang).to_owned())))
        .collect()
}

/// Returns the column after the hint before number `at`.
fn hint_end(model: &Model, at: usize, start: u16) -> u16 {
    let columns: usize = hints(model)
        .iter()
        .take(at)
        .map(|(key, label)| width(key) + 1 + width(label) + 3)
        .sum();
    start
        .saturating_add(u16::try_from(columns).unwrap_or(u16::MAX))
        .saturating_sub(3)
}

fn draw_toast(toast: &Toast, theme: &Theme, area: Rect, buf: &mut Buffer) -> u16 {
    let (mark, role) = match toast.kind {
        ToastKind::Done => ("✓ ", Role::Good),
        ToastKind::Note => ("", Role::Text),
        ToastKind::Error => ("✗ ", Role::Late),
    };
    let content = format!("{mark}{}", toast.text);
    let start = right(buf, area, &content, theme.style(Look::of(Role::Text)));
    let marked = Rect {
        width: 1.min(area.width),
        ..from_column(area, start)
    };
    if !mark.is_empty() {
        buf.set_style(marked.intersection(buf.area), theme.style(Look::of(role).bold()));
    }
    start
}
