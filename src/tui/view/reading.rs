//! The menus of headings and links; the matches in the text and the line below it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::footer;
use super::paint::{centred, choose, from_column, left_of, line, right, text};
use crate::locale::reading as say;
use crate::markdown::Place;
use crate::text::clean_visibly;
use crate::text::url::judge;
use crate::tui::model::reading::Find;
use crate::tui::model::{Mode, Model};
use crate::tui::theme::{Look, Role, Theme};

/// One line of a menu.
struct Entry {
    /// At the left: a number or nothing.
    key: String,
    name: String,
    /// At the right.
    beside: String,
    role: Role,
}

/// Draws the menu of headings.
pub fn draw_outline(model: &Model, selected: usize, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let outline = &model.detail.page.body.outline;
    let top = outline.iter().map(|heading| heading.level).min().unwrap_or(1);
    let entries: Vec<Entry> = outline
        .iter()
        .enumerate()
        .map(|(index, heading)| Entry {
            key: key(index),
            name: format!(
                "{}{}",
                "  ".repeat(usize::from(heading.level - top).min(3)),
                heading.text
            ),
            beside: if heading.apply {
                say::OUTLINE_APPLY.get(model.lang()).to_owned()
            } else {
                String::new()
            },
            role: if heading.apply { Role::Accent } else { Role::Text },
        })
        .collect();
    draw_menu(
        model,
        theme,
        say::OUTLINE_TITLE.get(model.lang()),
        &entries,
        selected,
        buf,
    )
}

/// Draws the menu of links, each with where it really leads.
pub fn draw_links(model: &Model, selected: usize, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let entries: Vec<Entry> = model
        .detail
        .page
        .body
        .links
        .iter()
        .enumerate()
        .map(|(index, link)| {
            let safe = judge(&link.target).ok();
            Entry {
                key: (index + 1).to_string(),
                name: clean_visibly(&link.target).into_string(),
                beside: safe
                    .as_ref()
                    .filter(|safe| safe.unusual)
                    .map(|safe| safe.host.to_string())
                    .unwrap_or_default(),
                role: if safe.is_some() { Role::Link } else { Role::Muted },
            }
        })
        .collect();
    draw_menu(
        model,
        theme,
        say::LINKS_TITLE.get(model.lang()),
        &entries,
        selected,
        buf,
    )
}

fn key(index: usize) -> String {
    if index < 9 {
        (index + 1).to_string()
    } else {
        String::new()
    }
}

fn draw_menu(
    model: &Model,
    theme: &Theme,
    title: &str,
    entries: &[Entry],
    selected: usize,
    buf: &mut Buffer,
) -> Option<Position> {
    let rows = u16::try_from(entries.len())
        .unwrap_or(u16::MAX)
        .min(model.screen.height.saturating_sub(4));
    let area = centred(model.screen, 84, rows.saturating_add(2));
    let inner = footer::keyed_box(model, theme, area, title, buf);
    let height = usize::from(inner.height).max(1);
    let first = selected.saturating_sub(height - 1);
    let mut cursor = None;
    for ((number, entry), at) in entries.iter().enumerate().skip(first).zip(0..inner.height) {
        let here = line(inner, at);
        text(buf, here, &entry.key, theme.style(Look::of(Role::Accent).bold()));
        let end = right(buf, here, &entry.beside, theme.style(Look::of(Role::Soon)));
        let room = left_of(from_column(here, here.x + 4), end);
        text(buf, room, &entry.name, theme.style(Look::of(entry.role)));
        if number == selected {
            choose(buf, theme, here);
            cursor = Some(Position::new(here.x, here.y));
        }
    }
    cursor
}

/// Marks the matches on the lines that are drawn.
pub fn mark_matches(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let look = Look::of(Role::Accent).underline();
    let Some(find) = &model.detail.find else {
        for place in &model.detail.keywords {
            mark(model, place, theme.style(look), area, buf);
        }
        return;
    };
    for (number, places) in find.matches.iter().enumerate() {
        let look = if number == find.at { look.reverse() } else { look };
        for place in places {
            mark(model, place, theme.style(look), area, buf);
        }
    }
}

fn mark(model: &Model, place: &Place, style: Style, area: Rect, buf: &mut Buffer) {
    let Some(row) = place
        .line
        .checked_sub(model.detail.scroll)
        .filter(|row| *row < usize::from(area.height))
    else {
        return;
    };
    let columns = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
    let found = Rect {
        x: area.x.saturating_add(columns(place.columns.start)),
        width: columns(place.columns.len()),
        ..line(area, columns(row))
    };
    buf.set_style(found.intersection(area).intersection(buf.area), style);
}

/// Draws the line in which one types what to look for; returns the place of the cursor while typing.
pub fn draw_find(model: &Model, find: &Find, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.height < 2 {
        return None;
    }
    let lang = model.lang();
    text(
        buf,
        line(area, 0),
        &"─".repeat(usize::from(area.width)),
        theme.style(Look::of(Role::Rule)),
    );
    let here = line(area, 1);
    let x = text(buf, here, say::FIND.get(lang), theme.style(Look::of(Role::Muted)));
    let count = match (find.field.is_empty(), find.matches.len()) {
        (true, _) => String::new(),
        (false, 0) => say::FIND_NOTHING.get(lang).to_owned(),
        (false, count) => format!("{}  n N", say::match_of(lang, find.at + 1, count)),
    };
    let end = right(buf, here, &count, theme.style(Look::of(Role::Muted)));
    let field = left_of(from_column(here, x + 1), end);
    let cursor = super::field::draw(&find.field, field, theme.style(Look::of(Role::Text)), buf);
    (model.mode == Mode::Find && !field.is_empty()).then_some(cursor)
}
