//! The box in which a search becomes a view of the candidate's own.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::footer;
use super::paint::{centred, from_column, line, text};
use crate::locale::search::{self as say, Naming};
use crate::tui::model::Model;
use crate::tui::model::own::NameBox;
use crate::tui::theme::{Look, Role, Theme};

/// Draws the box; returns the place of the cursor.
pub fn draw(model: &Model, open: &NameBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let title = match &open.known {
        Some(name) => say::view_title(lang, name),
        None => say::NEW_VIEW.get(lang).to_owned(),
    };
    let area = centred(model.screen, 58, 7);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    if inner.is_empty() {
        return None;
    }
    let muted = theme.style(Look::of(Role::Muted));
    text(buf, line(inner, 0), &format!("/ {}", open.query), muted);
    let field = line(inner, 2);
    let cursor = super::field::draw(&open.field, field, theme.style(Look::of(Role::Text)), buf);
    if open.field.is_empty() {
        text(buf, from_column(field, field.x + 1), say::NAME_HINT.get(lang), muted);
    }
    let meaning = open.meaning(&model.setting.views);
    let role = match meaning {
        Naming::Nothing => Role::Muted,
        Naming::Save | Naming::Rename => Role::Good,
        Naming::Replace(_) | Naming::Remove | Naming::Taken => Role::Soon,
    };
    let said = say::naming(lang, &meaning);
    text(buf, line(inner, 4), &said, theme.style(Look::of(role)));
    Some(cursor)
}
