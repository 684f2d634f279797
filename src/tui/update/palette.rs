//! The palette: opened, searched, its choice done.

use super::moving::Stride;
use super::{act, search, shortlist, toast};
use crate::locale::ui;
use crate::tui::model::field::Field;
use crate::tui::model::palette::{self, Command};
use crate::tui::model::target;
use crate::tui::model::{Mode, Model, PaletteBox};
use crate::tui::msg::Effect;

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

/// Completes the name that is typed.
pub fn complete(model: &mut Model) -> Vec<Effect> {
    let Mode::Palette(open) = &model.mode else {
        return Vec::new();
    };
    let name = palette::completed(model, open);
    if let (Mode::Palette(open), Some(name)) = (&mut model.mode, name) {
        open.filter = Field::new(&name);
        open.selected = 0;
    }
    Vec::new()
}

/// Does what is selected.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    let Mode::Palette(open) = &model.mode else {
        return Vec::new();
    };
    let chosen = palette::entries(model, open).into_iter().nth(open.selected);
    model.mode = Mode::Browse;
    let Some(entry) = chosen else {
        return toast::note(model, ui::PALETTE_NOTHING.get(model.lang()));
    };
    if let Some(why) = entry.refusal {
        return toast::note(model, why.get(model.lang()));
    }
    match entry.command {
        Command::Do(action) => act(model, action),
        Command::Theme(name) => vec![Effect::UseTheme(name)],
        Command::Sort(sort) => search::sort_by(model, sort),
        Command::Stage(at) => {
            let targets = target::all(model);
            shortlist::set_stage(model, &targets, at)
        }
    }
}
