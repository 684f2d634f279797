//! The files that gave no offer: opened, scrolled.

use super::moving::Stride;
use crate::tui::keymap::Action;
use crate::tui::model::{Mode, Model};
use crate::tui::msg::Effect;
use crate::tui::view::left_out;

/// Opens the list at its first file.
pub fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::LeftOut(0);
    Vec::new()
}

/// Scrolls by files, never past the last page.
pub fn moved(model: &mut Model, action: Action) {
    let Mode::LeftOut(first) = model.mode else { return };
    let places = left_out::last_first(model) + 1;
    let page = left_out::shown(model, first);
    model.mode = Mode::LeftOut(Stride::of(action, page).from(first, places));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::locale::Lang;
    use crate::tui::model::{LeftOut, Setting};
    use crate::tui::msg::Msg;
    use crate::tui::update::update;

    fn model(files: usize) -> Model {
        let setting = Setting::new(Lang::Fr, date(2026, 11, 20));
        let mut model = Model::new(setting, Rect::new(0, 0, 100, 20));
        let file = |number| LeftOut {
            path: format!("notes/{number}.md"),
            reason: "pas une offre".to_owned(),
            expected: false,
        };
        let left_out: Arc<[LeftOut]> = (0..files).map(file).collect();
        drop(update(&mut model, Msg::Scanned { files, left_out }));
        model
    }

    fn press(model: &mut Model, actions: &[Action]) -> Mode {
        for action in actions {
            assert_eq!(update(model, Msg::Do(*action)), []);
        }
        model.mode.clone()
    }

    #[test]
    fn it_scrolls_to_the_last_page_and_no_further() {
        let mut model = model(50);
        assert_eq!(press(&mut model, &[Action::LeftOut, Action::Down]), Mode::LeftOut(1));
        let Mode::LeftOut(last) = press(&mut model, &[Action::Last]) else {
            panic!("closed")
        };
        assert_eq!(last + left_out::shown(&model, last), 50, "the last page is full");
        assert_eq!(press(&mut model, &[Action::Down]), Mode::LeftOut(last));
        assert_eq!(press(&mut model, &[Action::First, Action::Up]), Mode::LeftOut(0));
        assert_eq!(press(&mut model, &[Action::Back]), Mode::Browse);
    }

    #[test]
    fn what_cannot_be_read_of_the_shortlist_comes_first_until_it_can() {
        let mut model = model(1);
        let told = |troubles: &[&str]| Msg::Shortlist {
            shortlist: Arc::default(),
            visits: Arc::default(),
            troubles: troubles.iter().map(|said| (*said).to_owned()).collect(),
        };
        let both = told(&["a.yaml\u{a0}: le fichier est vide.", "2 copies"]);
        drop(update(&mut model, both.clone()));
        assert!(model.toasts.shown.is_some());
        let listed: Vec<(&str, &str)> = model
            .left_out()
            .map(|file| (file.path.as_str(), file.reason.as_str()))
            .collect();
        let expected = [
            ("a.yaml", "le fichier est vide."),
            ("2 copies", ""),
            ("notes/0.md", "pas une offre"),
        ];
        assert_eq!(listed, expected);

        model.toasts.shown = None;
        drop(update(&mut model, both));
        assert_eq!(model.toasts.shown, None, "said once");
        drop(update(&mut model, told(&[])));
        assert_eq!(model.left_out().count(), 1, "mended");
    }

    #[test]
    fn few_files_or_none_do_not_scroll() {
        for files in [0, 3] {
            let actions = [Action::LeftOut, Action::Down, Action::PageDown, Action::Last];
            assert_eq!(press(&mut model(files), &actions), Mode::LeftOut(0));
        }
    }
}
