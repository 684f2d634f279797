//! The first steps, in the line above the footer: they take nobody's place. They are about the offers, and shown there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{inset, right};
use crate::locale::ui;
use crate::text::width::width;
use crate::tui::keymap::{Action, Context};
use crate::tui::model::hints::{Hint, actions};
use crate::tui::model::{Focus, Mode, Model, View};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the hint, if there is one and the view has the keyboard.
pub fn draw(model: &Model, theme: &Theme, (rule, footer): (Rect, Rect), buf: &mut Buffer) {
    let among_offers = model.mode == Mode::Browse && model.view == View::Offers;
    // What was just done may stand in the same line.
    let free = model.toasts.shown.is_none() || super::toast::columns(model, footer) > 0;
    // In the text of an offer the same keys scroll.
    let true_here = |hint: &Hint| *hint != Hint::Move || model.focus == Focus::List;
    let Some(hint) = model.hint.filter(|_| among_offers && free).filter(true_here) else {
        return;
    };
    let lang = model.lang();
    // The keys of the list are those that a newcomer meets first.
    let key = |action: &Action| model.setting.keymap.key_of(Context::List, *action);
    let keys: Vec<String> = actions(hint)
        .iter()
        .filter_map(key)
        .map(|key| key.shown(lang))
        .collect();
    let hide = key(&Action::Hints).map(|key| key.shown(lang)).unwrap_or_default();
    let said = ui::hint(lang, hint, &keys.join(" "), &hide);
    let place = inset(rule, 1, 1);
    if width(&said) + 2 <= usize::from(place.width) {
        right(buf, place, &format!(" {said} "), theme.style(Look::of(Role::Notes)));
    }
}
