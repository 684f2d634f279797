//! Saying what was done.

use crate::tui::model::Model;
use crate::tui::model::toast::{Toast, ToastKind};
use crate::tui::msg::{Effect, Timer};

/// Says that something worked.
pub fn done(model: &mut Model, text: impl Into<String>) -> Vec<Effect> {
    show(model, ToastKind::Done, text.into())
}

/// Says something that changed nothing.
pub fn note(model: &mut Model, text: impl Into<String>) -> Vec<Effect> {
    show(model, ToastKind::Note, text.into())
}

/// Says that something did not work; stays until a key is pressed.
pub fn error(model: &mut Model, text: impl Into<String>) -> Vec<Effect> {
    show(model, ToastKind::Error, text.into())
}

fn show(model: &mut Model, kind: ToastKind, text: String) -> Vec<Effect> {
    model.toasts.count += 1;
    model.toasts.shown = Some(Toast { text, kind });
    match kind {
        ToastKind::Done | ToastKind::Note => vec![Effect::Timer(Timer::Toast(model.toasts.count))],
        ToastKind::Error => Vec::new(),
    }
}

/// Takes the toast away when no newer one took its place.
pub fn over(model: &mut Model, number: u64) -> Vec<Effect> {
    if number == model.toasts.count {
        model.toasts.shown = None;
    }
    Vec::new()
}

/// Takes an error away: a key was pressed, so it was seen.
pub fn dismiss_error(model: &mut Model) {
    if model
        .toasts
        .shown
        .as_ref()
        .is_some_and(|toast| toast.kind == ToastKind::Error)
    {
        model.toasts.shown = None;
    }
}
