//! The help: opened where one is, searched, left.

use super::moving::Stride;
use super::toast;
use crate::locale::ui::{self, Elsewhere};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::field::Field;
use crate::tui::model::hints::Hint;
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

/// Shows the first steps from the first one, or no longer.
pub fn toggle_hints(model: &mut Model) -> Vec<Effect> {
    if model.hint.take().is_some() {
        return toast::note(model, ui::HINTS_OFF.get(model.lang()));
    }
    model.hints_done.clear();
    model.hint = Some(Hint::Move);
    Vec::new()
}

/// Says why a key does nothing here: where it would do something, when there is such a place.
#[must_use]
pub fn why_not_here(model: &Model, key: &str, elsewhere: Option<(Action, Context)>) -> String {
    let lang = model.lang();
    let place = elsewhere.and_then(|(action, context)| {
        let place = match context {
            Context::List => Elsewhere::List,
            Context::Detail | Context::Zoom => Elsewhere::Offer,
            Context::Board => Elsewhere::Board,
            Context::Agenda => Elsewhere::Agenda,
            _ => return None,
        };
        let mut rows = model.setting.keymap.rows(context);
        let (binding, _) = rows.find(|(binding, _)| binding.action == action)?;
        Some((binding.help.get(lang), place))
    });
    if let Some((does, place)) = place {
        return ui::key_elsewhere(lang, key, does, place);
    }
    let help = model.setting.keymap.key_of(model.context(), Action::Help);
    ui::no_such_key(lang, key, help.map(|key| key.shown(lang)).as_deref())
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

/// Scrolls.
pub fn scroll(model: &mut Model, stride: Stride) {
    let Mode::Help(open) = &model.mode else { return };
    let places = help::overflow(model, open) + 1;
    if let Mode::Help(open) = &mut model.mode {
        open.scroll = stride.from(open.scroll, places);
    }
}
