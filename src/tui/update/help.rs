//! The help: opened where one is, searched, left.

use super::moving::Stride;
use crate::tui::model::field::Field;
use crate::tui::model::{HelpBox, Mode, Model};
use crate::tui::msg::Effect;
use crate::tui::view::help;

/// Opens the help about what has the keyboard now.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let about = model.context();
    model.mode = Mode::Help(HelpBox {
        about,
        filter: Field::default(),
        scroll: 0,
    });
    Vec::new()
}

/// Clears what is looked for, then closes.
pub fn back(model: &mut Model) {
    match &mut model.mode {
        Mode::Help(open) if !open.filter.is_empty() => {
            open.filter = Field::default();
            open.scroll = 0;
        }
        _ => model.mode = Mode::Browse,
    }
}

/// Types a pasted text.
pub fn paste(model: &mut Model, text: &str) {
    if let Mode::Help(open) = &mut model.mode {
        open.filter.insert(text);
        open.scroll = 0;
    }
}

/// Scrolls.
pub fn scroll(model: &mut Model, stride: Stride) {
    let Mode::Help(open) = &model.mode else { return };
    let places = help::overflow(model, open) + 1;
    if let Mode::Help(open) = &mut model.mode {
        open.scroll = stride.from(open.scroll, places);
    }
}
