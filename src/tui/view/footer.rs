//! The bottom line: the keys that work here, those of a box while one is open.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::paint::{boxed, from_column, inset, text};
use crate::locale::{Phrase, ui};
use crate::text::width::width;
use crate::tui::keymap::{Action, Binding, Context};
use crate::tui::layout::panes;
use crate::tui::model::sheet::Part;
use crate::tui::model::target;
use crate::tui::model::{Mode, Model};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the line.
pub fn draw(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    Clear.render(area.intersection(buf.area), buf);
    for (place, hint) in laid_out(model, area) {
        let after = text(buf, place, &hint.key, theme.style(Look::of(Role::Accent).bold()));
        text(
            buf,
            from_column(place, after + 1),
            &hint.label,
            theme.style(Look::of(Role::Muted)),
        );
    }
}

/// A key that works here, with its word.
struct Hint {
    key: String,
    label: String,
    action: Action,
}

/// Returns where each hint stands and what it does: for the mouse.
#[must_use]
pub fn places(model: &Model, area: Rect) -> Vec<(Rect, Action)> {
    let hints = laid_out(model, area).into_iter();
    hints.map(|(place, hint)| (place, hint.action)).collect()
}

/// Puts as many hints in the line as there is room for beside the toast; the way out of a box and the way to all others
/// have theirs before the rest.
fn laid_out(model: &Model, area: Rect) -> Vec<(Rect, Hint)> {
    let inner = inset(area, 1, 1);
    if inner.is_empty() {
        return Vec::new();
    }
    let toast = match super::toast::columns(model, area) {
        0 => 0,
        columns => columns + 2,
    };
    let mut left = usize::from(inner.width).saturating_sub(toast);
    let (hints, way_out) = with_way_out(model);
    let mut last_ones: Vec<Hint> = Vec::new();
    for hint in way_out.into_iter().chain(help(model)) {
        let columns = hint.columns() + GAP;
        if columns < left {
            left -= columns;
            last_ones.push(hint);
        }
    }
    let mut x = inner.x;
    let mut places = Vec::new();
    let first_ones = hints.into_iter().map_while(|hint| {
        let fits = hint.columns() <= left;
        left = left.saturating_sub(hint.columns() + GAP);
        fits.then_some(hint)
    });
    for hint in first_ones.chain(last_ones) {
        let place = Rect {
            x,
            width: u16::try_from(hint.columns()).unwrap_or(u16::MAX),
            ..inner
        };
        x = x.saturating_add(u16::try_from(hint.columns() + GAP).unwrap_or(u16::MAX));
        places.push((place, hint));
    }
    places
}

/// The columns between two hints.
const GAP: usize = 3;

impl Hint {
    fn columns(&self) -> usize {
        width(&self.key) + 1 + width(&self.label)
    }
}

/// Returns the key of the help, where the header has no room for it.
fn help(model: &Model) -> Option<Hint> {
    let header = panes(model).header;
    if super::header::shows_help(model, header) {
        return None;
    }
    let key = model.setting.keymap.key_of(model.context(), Action::Help)?;
    Some(Hint {
        key: key.shown(model.lang()),
        label: ui::HELP.get(model.lang()).to_owned(),
        action: Action::Help,
    })
}

/// Draws an empty box as [`boxed`] does, its keys on its lower border. Returns its inside.
pub fn keyed_box(model: &Model, theme: &Theme, area: Rect, title: &str, buf: &mut Buffer) -> Rect {
    boxed(buf, theme, area, title, &on_border(model, area))
}

/// Returns the same as a text for the lower border of a box, as much of it as there is room for; nothing where the
/// bottom line says it.
fn on_border(model: &Model, area: Rect) -> String {
    if !panes(model).footer.is_empty() {
        return String::new();
    }
    let (hints, way_out) = with_way_out(model);
    let mut left = usize::from(area.width).saturating_sub(6);
    let last = way_out.filter(|hint| hint.columns() <= left);
    left = left.saturating_sub(last.as_ref().map_or(0, |hint| hint.columns() + GAP));
    let first_ones = hints.into_iter().map_while(|hint| {
        let fits = hint.columns() <= left;
        left = left.saturating_sub(hint.columns() + GAP);
        fits.then_some(hint)
    });
    let said: Vec<String> = first_ones
        .chain(last)
        .map(|hint| format!("{} {}", hint.key, hint.label))
        .collect();
    said.join(" · ")
}

/// Returns the keys that work here, and apart from them the one that leads out of a box.
fn with_way_out(model: &Model) -> (Vec<Hint>, Option<Hint>) {
    let mut hints = hints(model);
    let way_out = hints.pop_if(|hint| model.mode != Mode::Browse && hint.action == Action::Back);
    (hints, way_out)
}

/// Returns the keys in the order of the table; where the list stands alone, the one that opens an offer comes
/// first, and in the agenda those that are about its items.
fn hints(model: &Model) -> Vec<Hint> {
    let lang = model.lang();
    let alone = model.context() == Context::List && panes(model).detail.is_empty();
    let rows = model.setting.keymap.rows(model.context());
    let shown = rows.filter(move |(binding, _)| !binding.label.get(lang).is_empty() && can(model, binding.action));
    let mut hints: Vec<Hint> = shown
        .filter_map(|(binding, keys)| {
            Some(Hint {
                key: keys.first()?.shown(lang),
                label: label(model, binding).get(lang).to_owned(),
                action: binding.action,
            })
        })
        .collect();
    // The order of the others stays.
    let browsing = model.mode == Mode::Browse;
    hints.sort_by_key(|hint| match hint.action {
        Action::Enter if alone => 0,
        Action::Enter | Action::Done if model.context() == Context::Agenda => 0,
        Action::Choose if !browsing => 0,
        Action::Back if !browsing => 2,
        _ => 1,
    });
    hints
}

/// Tells whether an action does anything at this moment.
fn can(model: &Model, action: Action) -> bool {
    let something = match (&model.mode, action) {
        (Mode::Form(form), Action::Down) => form.fields.len() > 1,
        (Mode::Sheet(sheet), Action::NewLine) => sheet.at == Part::Letter,
        (Mode::LeftOut(_), Action::PageDown) => super::left_out::last_first(model) > 0,
        _ => true,
    };
    something && model.refusal(action).is_none()
}

/// Returns the word for a key, where what it does depends on the moment.
fn label(model: &Model, binding: &Binding) -> Phrase {
    match (&model.mode, binding.action) {
        (Mode::Browse, Action::Keep) if target::all_kept(model, &target::all(model)) => ui::LET_GO,
        (Mode::Search, Action::Back) if model.offers.field.is_empty() => ui::CLOSE,
        (Mode::Help(open), Action::Back) if open.filter.is_empty() => ui::CLOSE,
        (Mode::Palette(open), Action::Back) if open.filter.is_empty() => ui::CLOSE,
        _ => binding.label,
    }
}
