//! Moving: the selection in the list, the lines of a text, by rows, pages and to the ends.

use super::{dossier, facets, help, left_out, list, palette, plan, reading, sheet};
use crate::tui::keymap::Action;
use crate::tui::layout::{Panes, panes, scroll_into_view};
use crate::tui::model::{Focus, Mode, Model, View};
use crate::tui::msg::Effect;

/// How far a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    /// So many rows or lines, negative upwards.
    By(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Stride {
    /// Returns the stride of a movement in a pane that shows so many rows.
    pub(super) fn of(action: Action, height: usize) -> Self {
        let page = isize::try_from(height.max(1)).unwrap_or(1);
        match action {
            Action::Up | Action::OtherUp => Self::By(-1),
            Action::First => Self::First,
            Action::Last => Self::Last,
            Action::HalfDown => Self::By((page / 2).max(1)),
            Action::HalfUp => Self::By(-(page / 2).max(1)),
            // One row of what was read stays, to find one's place again.
            Action::PageDown => Self::By((page - 1).max(1)),
            Action::PageUp => Self::By(-(page - 1).max(1)),
            _ => Self::By(1),
        }
    }

    /// Returns where one stands after it, among `count` places.
    #[must_use]
    pub fn from(self, at: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::By(rows) => at.saturating_add_signed(rows).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// The rows of a page of the palette.
const PALETTE_PAGE: usize = 12;

/// Moves what has the keyboard, or the other pane.
pub fn moved(model: &mut Model, action: Action) -> Vec<Effect> {
    let areas = panes(model);
    if moved_in_box(model, &areas, action) {
        return Vec::new();
    }
    let other = matches!(action, Action::OtherDown | Action::OtherUp);
    if (model.focus == Focus::List) == other {
        let height = usize::from(areas.text.height);
        let stride = match Stride::of(action, height) {
            // In the other pane a line at a time would be slow.
            Stride::By(lines) if other => Stride::By(lines * 3),
            stride => stride,
        };
        scroll_text(model, &areas, stride);
        return Vec::new();
    }
    match model.view {
        View::Offers => list::move_by(model, Stride::of(action, areas.rows())),
        View::Kept | View::Board => plan::moved(model, Stride::of(action, areas.rows())),
        View::Agenda => plan::moved(model, Stride::of(action, usize::from(areas.body.height))),
    }
}

/// Moves in the box above the view; returns whether there is one in which anything moves.
fn moved_in_box(model: &mut Model, areas: &Panes, action: Action) -> bool {
    let page = usize::from(areas.body.height);
    match &mut model.mode {
        Mode::Help(_) => help::scroll(model, Stride::of(action, page)),
        Mode::Palette(_) => palette::moved(model, Stride::of(action, PALETTE_PAGE)),
        Mode::Stage(open) => open.at = Stride::of(action, 1).from(open.at, model.tracked.stages().len()),
        Mode::Papers(papers) => papers.at = Stride::of(action, 1).from(papers.at, papers.names.len()),
        Mode::Dossier(_) => dossier::moved(model, Stride::of(action, page)),
        Mode::Form(form) => dossier::next_line(form, action != Action::Up),
        Mode::Sheet(sheet) => sheet::moved(sheet, action),
        Mode::Outline(at) | Mode::Links(at) => {
            let at = Stride::of(action, 10).from(*at, reading::entries(model));
            if let Mode::Outline(selected) | Mode::Links(selected) = &mut model.mode {
                *selected = at;
            }
        }
        Mode::Facets(_) => facets::moved(model, Stride::of(action, 1)),
        Mode::LeftOut(_) => left_out::moved(model, action),
        Mode::Browse
        | Mode::Search
        | Mode::Copy
        | Mode::Go
        | Mode::Memo(_)
        | Mode::Date(_)
        | Mode::Correct(_)
        | Mode::Name(_)
        | Mode::Find => return false,
    }
    true
}

/// Scrolls the open offer.
pub fn scroll_text(model: &mut Model, areas: &Panes, stride: Stride) {
    let places = last_scroll(model, areas) + 1;
    model.detail.scroll = stride.from(model.detail.scroll, places);
}

fn last_scroll(model: &Model, areas: &Panes) -> usize {
    model
        .detail
        .page
        .lines
        .len()
        .saturating_sub(usize::from(areas.text.height))
}

/// Brings the selected row and the text back on the screen after anything moved.
pub fn keep_in_view(model: &mut Model) {
    let areas = panes(model);
    let count = model.offers.len();
    model.offers.cursor = model.offers.cursor.min(count.saturating_sub(1));
    match model.view {
        // A list behind the text stays as it was.
        View::Offers if areas.list.is_empty() => {}
        View::Offers => {
            model.offers.offset = scroll_into_view(model.offers.offset, model.offers.cursor, areas.rows(), count);
        }
        View::Kept | View::Board | View::Agenda => plan::keep_in_view(model, &areas),
    }
    model.detail.scroll = model.detail.scroll.min(last_scroll(model, &areas));
}
