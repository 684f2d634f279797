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

/// Notes the first step that an action is, and goes on to the next that was not done yet.
pub fn done(model: &mut Model, action: Action) {
    let Some(shown) = model.hint else { return };
    let mut left = Hint::ALL.into_iter().filter(|hint| !model.hints_done.contains(hint));
    let step = left.find(|hint| actions(*hint).contains(&action));
    model.hints_done.extend(step);
    if model.hints_done.contains(&shown) {
        let left = Hint::ALL.into_iter().skip(shown.number());
        model.hint = left.into_iter().find(|hint| !model.hints_done.contains(hint));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::locale::Lang;
    use crate::tui::model::Setting;

    #[test]
    fn a_step_that_was_done_before_its_turn_is_not_asked_for() {
        let setting = Setting::new(Lang::Fr, date(2026, 11, 20));
        let mut model = Model::new(setting, Rect::new(0, 0, 80, 24));
        model.hint = Some(Hint::Move);
        for action in [Action::Search, Action::Quit, Action::Down] {
            done(&mut model, action);
        }
        assert_eq!(model.hint, Some(Hint::Keep));
        for action in [Action::Help, Action::Keep, Action::Apply, Action::ToAgenda] {
            done(&mut model, action);
        }
        assert_eq!(model.hint, None);
    }
}
