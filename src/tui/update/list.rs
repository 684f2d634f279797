//! The selection in the list.

use super::moving::{Stride, keep_in_view};
use super::{detail, toast};
use crate::locale::ui;
use crate::tui::model::Model;
use crate::tui::msg::Effect;

/// Moves the selection and opens what it falls on.
pub fn move_by(model: &mut Model, stride: Stride) -> Vec<Effect> {
    let to = stride.from(model.offers.cursor, model.offers.len());
    choose(model, to)
}

/// Selects the row that the person asks for.
pub fn choose(model: &mut Model, at: usize) -> Vec<Effect> {
    model.offers.chosen = true;
    model.offers.wanted = None;
    select(model, at)
}

/// Selects a row and opens it.
pub fn select(model: &mut Model, at: usize) -> Vec<Effect> {
    model.offers.cursor = at;
    keep_in_view(model);
    model.offers.selected = model.offers.current().map(|row| row.id.clone());
    detail::open_selected(model)
}

/// Selects the next or the previous offer that was never opened.
pub fn to_new(model: &mut Model, forward: bool) -> Vec<Effect> {
    let count = model.offers.len();
    let here = model.offers.cursor;
    let is_new = |at: &usize| model.offers.row(*at).is_some_and(|row| model.marks(&row.id).unread);
    let found = if forward {
        (here + 1..count).find(is_new)
    } else {
        (0..here.min(count)).rev().find(is_new)
    };
    if let Some(at) = found {
        return choose(model, at);
    }
    let text = ui::NO_NEW.get(model.lang());
    toast::note(model, text)
}
