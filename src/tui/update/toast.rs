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

/// Says that something did not work; stays until a key is pressed, whatever else could be said meanwhile.
pub fn error(model: &mut Model, text: impl Into<String>) -> Vec<Effect> {
    show(model, ToastKind::Error, text.into())
}

fn show(model: &mut Model, kind: ToastKind, text: String) -> Vec<Effect> {
    if kind != ToastKind::Error && has_error(model) {
        return Vec::new();
    }
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
    if has_error(model) {
        model.toasts.shown = None;
    }
}

fn has_error(model: &Model) -> bool {
    let shown = model.toasts.shown.as_ref();
    shown.is_some_and(|toast| toast.kind == ToastKind::Error)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::locale::Lang;
    use crate::tui::keymap::Action;
    use crate::tui::model::Setting;
    use crate::tui::model::field::Edit;
    use crate::tui::msg::Msg;
    use crate::tui::update::update;

    #[test]
    fn an_error_stays_until_a_key_is_pressed_whatever_else_is_said() {
        let setting = Setting::new(Lang::En, date(2026, 11, 20));
        let mut model = Model::new(setting, Rect::new(0, 0, 80, 24));
        let shown = |model: &Model| model.toasts.shown.as_ref().map(|toast| toast.text.clone());
        let why = "disk full".to_owned();
        drop(update(&mut model, Msg::LinkOpened(Err(why.clone()))));
        assert_eq!(update(&mut model, Msg::Noted("the cache was not used")), []);
        drop(update(&mut model, Msg::LinkOpened(Ok("opened".to_owned()))));
        assert_eq!(shown(&model), Some(why.clone()));
        drop(update(&mut model, Msg::LinkOpened(Err("another".to_owned()))));
        assert_eq!(shown(&model).as_deref(), Some("another"));

        for key in [
            Msg::Do(Action::Search),
            Msg::Edit(Edit::Insert('a')),
            Msg::Pick(1),
            Msg::Paste("b".to_owned()),
        ] {
            drop(error(&mut model, why.clone()));
            drop(update(&mut model, key));
            assert_eq!(shown(&model), None);
        }
        drop(error(&mut model, why));
        let unknown = Msg::Unknown {
            key: "Z".to_owned(),
            elsewhere: None,
        };
        drop(update(&mut model, unknown));
        assert!(shown(&model).is_some_and(|text| text.contains('Z')));
    }
}
