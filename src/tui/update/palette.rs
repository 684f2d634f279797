//! The palette: opened, searched, its choice done.

use super::moving::Stride;
use super::{act, toast};
use crate::locale::ui;
use crate::tui::model::field::Field;
use crate::tui::model::{Mode, Model, PaletteBox};
use crate::tui::msg::Effect;
use crate::tui::view::palette;

/// Opens the palette about what has the keyboard now.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let about = model.context();
    model.mode = Mode::Palette(PaletteBox {
        filter: Field::default(),
        selected: 0,
        about,
    });
    Vec::new()
}

/// Moves the selection.
pub fn moved(model: &mut Model, stride: Stride) {
    let Mode::Palette(open) = &model.mode else { return };
    let count = palette::entries(model, open).len();
    if let Mode::Palette(open) = &mut model.mode {
        open.selected = stride.from(open.selected, count);
    }
}

/// Does what is selected.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    let Mode::Palette(open) = &model.mode else {
        return Vec::new();
    };
    let chosen = palette::entries(model, open)
        .get(open.selected)
        .map(|entry| entry.binding.action);
    model.mode = Mode::Browse;
    match chosen {
        Some(action) => match model.refusal(action) {
            Some(why) => toast::note(model, why.get(model.lang())),
            None => act(model, action),
        },
        None => toast::note(model, ui::PALETTE_NOTHING.get(model.lang())),
    }
}
