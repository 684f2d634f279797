//! What is set changed while the program runs.

use super::{detail, search, toast};
use crate::tui::model::Model;
use crate::tui::model::own::Wishes;
use crate::tui::msg::{Configured, Effect};

/// Takes what is set now.
pub fn configured(model: &mut Model, new: Configured) -> Vec<Effect> {
    if new.setting.preview != model.setting.preview {
        model.preview = new.setting.preview;
    }
    model.setting = new.setting;
    model.refresh_plan();
    detail::lay_out(model);
    let mut effects = Vec::new();
    if let Some(on) = new.mouse.filter(|on| *on != model.mouse) {
        model.mouse = on;
        effects.push(Effect::Mouse(on));
    }
    if new.hides {
        effects.extend(search::ask(model));
    }
    effects.extend(match new.said {
        Ok(said) => {
            // What was wrong with the configuration is so no longer.
            toast::dismiss_error(model);
            toast::done(model, said)
        }
        Err(why) => {
            model.wishes = Wishes::default();
            toast::error(model, why)
        }
    });
    effects
}
