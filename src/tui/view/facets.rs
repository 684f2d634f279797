//! The facets: what the present list is made of, in as many columns as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::footer;
use super::paint::{centred, choose, from_column, inset, left_of, line, right, text};
use crate::locale::{Lang, search};
use crate::search::facets::{Facet, FacetValue};
use crate::text::clean;
use crate::tui::layout::{above_footer, scroll_into_view};
use crate::tui::model::{FacetsBox, Model};
use crate::tui::theme::{Look, Role, Theme};

/// The least width of a column.
const COLUMN: u16 = 30;

/// One line of a column.
enum Entry<'a> {
    Title(&'static str),
    Value(&'a Facet, &'a FacetValue),
    More(String),
    Space,
}

/// Draws the box; returns the place of the cursor, on the selected value.
pub fn draw(model: &Model, open: &FacetsBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let facets = &model.offers.shown.facets;
    let screen = model.screen;
    let count = (screen.width.saturating_sub(6) / COLUMN).clamp(1, 3);
    let columns = columns(facets, usize::from(count), lang);
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let count = u16::try_from(columns.len()).unwrap_or(1).max(1);
    let rows = u16::try_from(longest).unwrap_or(u16::MAX).saturating_add(2);
    let area = centred(
        screen,
        (COLUMN + 8) * count + 4,
        rows.min(screen.height.saturating_sub(2)),
    );
    // The search line stays in sight: it shows what ticking does.
    let top = screen.y + 3;
    let area = Rect {
        y: area.y.max(top),
        height: area.height.min(above_footer(screen).bottom().saturating_sub(top)),
        ..area
    };
    let inner = footer::keyed_box(model, theme, area, search::FACETS_TITLE.get(lang), buf);
    if inner.is_empty() {
        return None;
    }
    if facets.is_empty() {
        text(
            buf,
            inner,
            search::NO_FACETS.get(lang),
            theme.style(Look::of(Role::Muted)),
        );
        return Some(Position::new(inner.x, inner.y));
    }
    let first_value = facets
        .first()
        .and_then(|facet| Some((facet.field, facet.values.first()?.value.clone())));
    let selected = open.selected.clone().or(first_value);
    let share = inner.width / count.max(1);
    let mut cursor = None;
    for (column, number) in columns.iter().zip(0..) {
        let place = Rect {
            x: inner.x + share * number,
            width: share,
            ..inner
        };
        let place = inset(place, 0, u16::from(number + 1 < count) * 3);
        let is_selected = |entry: &Entry<'_>| match (entry, &selected) {
            (Entry::Value(facet, value), Some((field, text))) => facet.field == *field && value.value == *text,
            _ => false,
        };
        let at = column.iter().position(is_selected).unwrap_or(0);
        let first = scroll_into_view(0, at, usize::from(place.height), column.len());
        for (entry, row) in column.iter().skip(first).zip(0..place.height) {
            let here = line(place, row);
            draw_entry(theme, entry, lang, here, buf);
            if is_selected(entry) {
                choose(buf, theme, here);
                cursor = Some(Position::new(here.x, here.y));
            }
        }
    }
    cursor
}

/// Puts the facets in columns, in order, so that moving down goes through all of them.
fn columns(facets: &[Facet], count: usize, lang: Lang) -> Vec<Vec<Entry<'_>>> {
    let height = |facet: &Facet| facet.values.len() + 2 + usize::from(facet.more > 0);
    let all: usize = facets.iter().map(height).sum();
    let aim = all.div_ceil(count.max(1));
    let mut columns: Vec<Vec<Entry<'_>>> = vec![Vec::new()];
    for facet in facets {
        let full = columns
            .last()
            .is_some_and(|column| !column.is_empty() && column.len() + height(facet) / 2 > aim);
        if full && columns.len() < count {
            columns.push(Vec::new());
        }
        let Some(column) = columns.last_mut() else { continue };
        if !column.is_empty() {
            column.push(Entry::Space);
        }
        column.push(Entry::Title(search::facet(lang, facet.field)));
        column.extend(facet.values.iter().map(|value| Entry::Value(facet, value)));
        if facet.more > 0 {
            column.push(Entry::More(search::more(lang, facet.more)));
        }
    }
    columns
}

fn draw_entry(theme: &Theme, entry: &Entry<'_>, lang: Lang, area: Rect, buf: &mut Buffer) {
    match entry {
        Entry::Space => {}
        Entry::Title(title) => {
            text(buf, area, title, theme.style(Look::of(Role::Accent).bold()));
        }
        Entry::More(more) => {
            text(buf, inset(area, 4, 0), more, theme.style(Look::of(Role::Muted)));
        }
        Entry::Value(facet, value) => {
            // The sign carries the meaning, the colour repeats it.
            let (sign, look) = if value.chosen {
                ("[x]", Look::of(Role::Accent).bold())
            } else {
                ("[ ]", Look::of(Role::Muted))
            };
            let after = text(buf, area, sign, theme.style(look));
            let count = right(buf, area, &value.count.to_string(), theme.style(Look::of(Role::Muted)));
            let place = left_of(from_column(area, after + 1), count);
            text(
                buf,
                place,
                search::facet_value(lang, facet.field, clean(&value.value).one_line().as_str()),
                theme.style(Look::of(Role::Text)),
            );
        }
    }
}
