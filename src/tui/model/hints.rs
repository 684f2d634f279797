//! The first steps, one after the other: each stays until it was done once.

use super::Model;
pub use crate::locale::ui::Hint;
use crate::tui::keymap::Action;

/// Returns the actions of which any one does a first step; their keys are named.
#[must_use]
pub const fn actions(hint: Hint) -> &'static [Action] {
    match hint {
        Hint::Move => &[Action::Down, Action::Up],
        Hint::Search => &[Action::Search, Action::Facets],
        Hint::Keep => &[Action::Keep],
        Hint::Apply => &[Action::Apply],
        Hint::Views => &[Action::ToKept, Action::ToAgenda],
        Hint::Help => &[Action::Help, Action::Palette],
    }
}

/// Goes on to the next hint when an action was the one hinted at.
pub fn done(model: &mut Model, action: Action) {
    model.hint = match model.hint {
        Some(hint) if actions(hint).contains(&action) => Hint::ALL.get(hint.number()).copied(),
        same => same,
    };
}
