//! Copying what one needs to apply; opening the link or the file.

use super::toast;
use crate::locale::{sheet, ui};
use crate::mail::parts::Part;
use crate::text::clean;
use crate::tui::keymap::Action;
use crate::tui::model::opened::PARTS;
use crate::tui::model::target;
use crate::tui::model::{Mode, Model};
use crate::tui::msg::{Copied, Effect};

/// Opens the menu, when there is an offer to copy from.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.detail.offer().is_some() {
        model.mode = Mode::Copy;
    }
    Vec::new()
}

/// Copies an entry of the menu.
pub fn copy(model: &mut Model, action: Action) -> Vec<Effect> {
    model.mode = Mode::Browse;
    let part = PARTS.iter().find(|(known, _)| *known == action);
    match part.and_then(|(_, part)| model.part(*part)) {
        _ if is_of_another(model) => toast::note(model, ui::STILL_OPENING.get(model.lang())),
        Some(text) => vec![Effect::Copy(text)],
        None => toast::note(model, ui::NOT_STATED_TO_COPY.get(model.lang())),
    }
}

/// Tells whether the offer that is open is no longer the selected one, whose file is still being read.
fn is_of_another(model: &Model) -> bool {
    let open = model.detail.offer().filter(|_| model.detail.pending);
    open.is_some_and(|open| target::current(model).is_some_and(|target| target.offer != open.offer.id))
}

/// Says what was copied and how; the text is always shown, so that it can be selected by hand.
pub fn copied(model: &mut Model, copied: Copied) -> Vec<Effect> {
    let text = clean(&copied.text).one_line().into_string();
    let mut effects: Vec<Effect> = copied.bytes.map(Effect::Write).into_iter().collect();
    effects.extend(match copied.road {
        Ok(how) => toast::done(model, format!("{text} · {how}")),
        Err(why) => toast::error(model, format!("{text} · {why}")),
    });
    effects
}

/// Opens the page where one applies.
pub fn open_link(model: &mut Model) -> Vec<Effect> {
    match model.part(Part::Link) {
        _ if is_of_another(model) => toast::note(model, ui::STILL_OPENING.get(model.lang())),
        Some(link) => vec![Effect::OpenLink(link)],
        None => toast::note(model, ui::NO_LINK.get(model.lang())),
    }
}

/// Opens the selected offer's file in the editor.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    match target::current(model).and_then(|target| target.row) {
        Some((library, row)) => vec![Effect::Edit { library, row }],
        None => toast::note(model, sheet::OFFER_GONE.get(model.lang())),
    }
}
