//! The mouse: rows, tabs, footer keys, scroll bars, the line between the panes, the wheel.

use ratatui::layout::{Position, Rect};

use super::moving::{Stride, scroll_text};
use super::{act, detail, focus, help, list, moving, plan, toast};
use crate::locale::ui;
use crate::tui::input::{Mouse, MouseKind};
use crate::tui::keymap::Action;
use crate::tui::layout::{Panes, panes, share_of_list};
use crate::tui::model::{Focus, Held, Mode, Model, View};
use crate::tui::msg::Effect;
use crate::tui::view::{footer, header};

/// Lines that one notch of the wheel moves a text.
const NOTCH: isize = 3;

/// Does what the mouse asks for.
pub fn mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let areas = panes(model);
    match (&model.mode, mouse.kind) {
        (Mode::Browse | Mode::Search, MouseKind::Press) => press(model, &areas, mouse.at),
        (Mode::Browse | Mode::Search, MouseKind::DoublePress) => open(model, &areas, mouse.at),
        (Mode::Browse | Mode::Search, MouseKind::Drag) => drag(model, &areas, mouse.at),
        (Mode::Browse | Mode::Search, MouseKind::Wheel(notches)) => wheel(model, &areas, mouse.at, notches),
        (Mode::Help(_), MouseKind::Wheel(notches)) => {
            help::scroll(model, Stride::By(isize::from(notches)));
            Vec::new()
        }
        // A click beside a box, or on the key that it names below, closes it.
        (_, MouseKind::Press) => press_footer(model, &areas, mouse.at),
        (_, MouseKind::Release) => {
            model.held = Held::Nothing;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn press(model: &mut Model, areas: &Panes, at: Position) -> Vec<Effect> {
    model.held = held(areas, at);
    if model.held != Held::Nothing {
        return drag(model, areas, at);
    }
    if areas.search.contains(at) {
        return act(model, Action::Search);
    }
    if areas.header.contains(at) {
        return press_header(model, areas, at);
    }
    if areas.footer.contains(at) {
        return press_footer(model, areas, at);
    }
    model.mode = Mode::Browse;
    if model.view != View::Offers
        && let Some(effects) = plan::press(model, at)
    {
        return effects;
    }
    if let Some(row) = row(model, areas, at) {
        let mut effects = focus(model, Focus::List);
        effects.extend(list::choose(model, row));
        return effects;
    }
    if areas.detail.contains(at) && model.focus == Focus::List && model.detail.offer().is_some() {
        return focus(model, Focus::Detail);
    }
    Vec::new()
}

fn row(model: &Model, areas: &Panes, at: Position) -> Option<usize> {
    if model.view != View::Offers {
        return None;
    }
    let row = areas
        .list
        .contains(at)
        .then(|| areas.row_at(at.y, model.offers.offset))??;
    (row < model.offers.len()).then_some(row)
}

fn open(model: &mut Model, areas: &Panes, at: Position) -> Vec<Effect> {
    if model.view != View::Offers && plan::press(model, at).is_some() {
        return plan::open(model);
    }
    if row(model, areas, at).is_some() {
        return focus(model, Focus::Detail);
    }
    Vec::new()
}

fn press_header(model: &mut Model, areas: &Panes, at: Position) -> Vec<Effect> {
    match header::action_at(model, areas.header, at) {
        Some(action) => {
            model.mode = Mode::Browse;
            act(model, action)
        }
        None => Vec::new(),
    }
}

fn press_footer(model: &mut Model, areas: &Panes, at: Position) -> Vec<Effect> {
    let hit = footer::places(model, areas.footer)
        .into_iter()
        .find(|(place, _)| place.contains(at));
    match hit {
        Some((_, action)) => act(model, action),
        None => Vec::new(),
    }
}

fn held(areas: &Panes, at: Position) -> Held {
    let last_column = |area: Rect| Rect {
        x: area.right().saturating_sub(1),
        width: 1.min(area.width),
        ..area
    };
    if areas.divider.contains(at) {
        Held::Divider
    } else if last_column(areas.list_bar()).contains(at) {
        Held::ListBar
    } else if last_column(areas.detail).contains(at) {
        Held::TextBar
    } else {
        Held::Nothing
    }
}

fn drag(model: &mut Model, areas: &Panes, at: Position) -> Vec<Effect> {
    match model.held {
        Held::Nothing => Vec::new(),
        Held::Divider => {
            model.share = share_of_list(areas.body, model.preview, at);
            detail::lay_out(model);
            Vec::new()
        }
        Held::ListBar => {
            if model.view == View::Kept {
                let count = model.plan.kept.len();
                let to = place(areas.list, at, count);
                let by = isize::try_from(to).unwrap_or(0) - isize::try_from(model.plan.place()).unwrap_or(0);
                return plan::moved(model, Stride::By(by));
            }
            let count = model.offers.len();
            list::choose(model, place(areas.list, at, count))
        }
        Held::TextBar => {
            let lines = model.detail.page.lines.len();
            let hidden = lines.saturating_sub(usize::from(areas.text.height)) + 1;
            model.detail.scroll = place(areas.text, at, hidden);
            moving::keep_in_view(model);
            Vec::new()
        }
    }
}

/// Returns the place among `count` that a line of a scroll bar stands for.
fn place(bar: Rect, at: Position, count: usize) -> usize {
    let last = usize::from(bar.height.saturating_sub(1)).max(1);
    let line = usize::from(at.y.clamp(bar.y, bar.bottom().saturating_sub(1).max(bar.y)) - bar.y);
    line.min(last) * count.saturating_sub(1) / last
}

fn wheel(model: &mut Model, areas: &Panes, at: Position, notches: i8) -> Vec<Effect> {
    let notches = isize::from(notches);
    if model.view != View::Offers && !areas.detail.contains(at) {
        return plan::moved(model, Stride::By(notches));
    }
    if areas.list.contains(at) {
        return list::move_by(model, Stride::By(notches));
    }
    scroll_text(model, areas, Stride::By(notches * NOTCH));
    Vec::new()
}

/// Takes the mouse, or gives the terminal its own selection back.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    model.mouse = !model.mouse;
    let said = if model.mouse { ui::MOUSE_ON } else { ui::MOUSE_OFF };
    let mut effects = vec![Effect::Mouse(model.mouse)];
    effects.extend(toast::note(model, said.get(model.lang())));
    effects
}
