//! The bottom line: the keys that work here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{from_column, inset, text};
use crate::text::width::width;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::{Look, Role, Theme};

/// Draws the line.
pub fn draw(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    for (place, hint) in laid_out(model, area) {
        let after = text(buf, place, &hint.key, theme.style(Look::of(Role::Accent).bold()));
        text(
            buf,
            from_column(place, after + 1),
            &hint.label,
            theme.style(Look::of(Role::Muted)),
        );
    }
}

/// A key that works here, with its word.
struct Hint {
    key: String,
    label: String,
    action: Action,
}

/// Returns where each hint stands and what it does: for the mouse.
#[must_use]
pub fn places(model: &Model, area: Rect) -> Vec<(Rect, Action)> {
    let hints = laid_out(model, area).into_iter();
    hints.map(|(place, hint)| (place, hint.action)).collect()
}

/// Puts as many hints in the line as there is room for beside the toast.
fn laid_out(model: &Model, area: Rect) -> Vec<(Rect, Hint)> {
    let inner = inset(area, 1, 1);
    if inner.is_empty() {
        return Vec::new();
    }
    let toast = match super::toast::columns(model, area) {
        0 => 0,
        columns => columns + 2,
    };
    let mut left = usize::from(inner.width).saturating_sub(toast);
    let mut x = inner.x;
    let mut places = Vec::new();
    for hint in hints(model) {
        let columns = width(&hint.key) + 1 + width(&hint.label);
        if columns > left {
            break;
        }
        left = left.saturating_sub(columns + 3);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        let place = Rect {
            x,
            width: columns,
            ..inner
        };
        places.push((place, hint));
        x = x.saturating_add(columns + 3);
    }
    places
}

/// Returns the same as a text, as much of it as `columns` hold: what stands below a box.
#[must_use]
pub fn words(model: &Model, columns: usize) -> String {
    let mut said = String::new();
    for hint in hints(model) {
        let more = format!(
            "{}{} {}",
            if said.is_empty() { "" } else { " · " },
            hint.key,
            hint.label
        );
        if width(&said) + width(&more) > columns {
            break;
        }
        said.push_str(&more);
    }
    said
}

fn hints(model: &Model) -> impl Iterator<Item = Hint> {
    let lang = model.lang();
    let rows = model.setting.keymap.rows(model.context());
    rows.filter(move |(binding, _)| !binding.label.get(lang).is_empty() && model.refusal(binding.action).is_none())
        .filter_map(move |(binding, keys)| {
            Some(Hint {
                key: keys.first()?.shown(lang),
                label: binding.label.get(lang).to_owned(),
                action: binding.action,
            })
        })
}
