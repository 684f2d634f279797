//! One frame, drawn from the model and nothing else.
//!
//! One file a part of the screen. [`view`] returns where the terminal's own cursor belongs: on the selected row or in
//! the text field, so that screen readers and magnifiers follow.

mod agenda;
mod ascii;
pub(super) mod board;
mod completion;
mod correct;
mod date;
mod detail;
mod dossier;
mod empty;
mod facets;
mod field;
pub(super) mod footer;
pub(super) mod header;
pub(super) mod help;
mod hint;
mod kept;
pub(super) mod left_out;
mod list;
mod memo;
mod menu;
mod name;
mod paint;
mod palette;
mod papers;
mod reading;
mod row;
mod sheet;
mod toast;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Class, Panes, panes};
use super::model::{Mode, Model, View};
use super::theme::{Look, Role, Theme};
use crate::locale::{plan, ui};

/// Draws one whole frame and returns the place of the cursor.
pub fn view(model: &Model, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let cursor = frame(model, theme, buf);
    if model.setting.ascii {
        ascii::replace_signs(buf);
    }
    cursor
}

fn frame(model: &Model, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let areas = panes(model);
    if areas.class == Class::Nothing {
        let style = theme.style(Look::of(Role::Text));
        paint::text(
            buf,
            model.screen.intersection(buf.area),
            ui::TOO_SMALL.get(model.lang()),
            style,
        );
        return None;
    }
    rules(theme, &areas, buf);
    header::draw(model, theme, areas.header, buf);
    let field = header::search_line(model, theme, areas.search, buf);
    let row = match model.view {
        View::Offers if model.offers.is_empty() && areas.list.area() > 0 => {
            empty::draw(model, theme, areas.list, buf);
            None
        }
        View::Offers => list::draw(model, theme, &areas, buf),
        View::Kept if model.plan.kept.is_empty() => {
            empty::sentence_in(plan::NOTHING_KEPT.get(model.lang()), theme, areas.list, buf);
            None
        }
        View::Kept => kept::draw(model, theme, &areas, buf),
        View::Board => board::draw(model, theme, &areas, buf),
        View::Agenda => agenda::draw(model, theme, &areas, buf),
    };
    let text = detail::draw(model, theme, &areas, buf);
    hint::draw(model, theme, (areas.bottom_rule, areas.footer), buf);
    let cursor = above(model, theme, &areas, text, buf);
    // After the boxes, which dim what they stand on: the keys named here are theirs.
    footer::draw(model, theme, areas.footer, buf);
    toast::draw(model, theme, &areas, buf);
    match model.mode {
        Mode::Browse => text.or(row),
        Mode::Search => field,
        _ => cursor,
    }
}

/// Draws what lies above the view; returns the place of the cursor in it.
fn above(model: &Model, theme: &Theme, areas: &Panes, text: Option<Position>, buf: &mut Buffer) -> Option<Position> {
    match &model.mode {
        Mode::Browse => None,
        Mode::Search => {
            completion::draw(model, theme, areas.search, buf);
            None
        }
        Mode::Help(open) => help::draw(model, open, theme, buf),
        Mode::Palette(open) => palette::draw(model, open, theme, buf),
        Mode::Copy => menu::draw_copy(model, theme, buf),
        Mode::Go => menu::draw_go(model, theme, buf),
        Mode::Stage(open) => menu::draw_stages(model, open, theme, buf),
        Mode::Memo(memo) => memo::draw(model, memo, theme, buf),
        Mode::Sheet(sheet) => sheet::draw(model, sheet, theme, buf),
        Mode::Date(open) => date::draw(model, open, theme, buf),
        Mode::Papers(open) => papers::draw(model, open, theme, buf),
        Mode::Dossier(open) => dossier::draw(model, open, theme, buf),
        Mode::Form(form) => dossier::draw_form(model, form, theme, buf),
        Mode::Correct(open) => correct::draw(model, open, theme, buf),
        Mode::Find => text,
        Mode::Outline(at) => reading::draw_outline(model, *at, theme, buf),
        Mode::Links(at) => reading::draw_links(model, *at, theme, buf),
        Mode::Facets(open) => facets::draw(model, open, theme, buf),
        Mode::Name(open) => name::draw(model, open, theme, buf),
        Mode::LeftOut(first) => left_out::draw(model, *first, theme, buf),
    }
}

/// Draws the two lines and the one between the panes.
fn rules(theme: &Theme, areas: &Panes, buf: &mut Buffer) {
    let style = theme.style(Look::of(Role::Rule));
    for line in [areas.top_rule, areas.bottom_rule] {
        fill(buf, line, "─", style);
    }
    let between = if areas.divider.height == 1 { "─" } else { "│" };
    fill(buf, areas.divider, between, style);
}

fn fill(buf: &mut Buffer, area: Rect, symbol: &str, style: ratatui::style::Style) {
    for position in area.intersection(buf.area).positions() {
        buf[position].set_symbol(symbol).set_style(style);
    }
}
