//! The palette: every action that works where it was opened, with its key, found by typing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::footer;
use super::paint::{choose, from_column, line, right, text};
use crate::locale::{Lang, ui};
use crate::text::width::width;
use crate::tui::keymap::Key;
use crate::tui::layout::{above_footer, scroll_into_view};
use crate::tui::model::palette::{Entry, entries, shell_commands};
use crate::tui::model::{Model, PaletteBox};
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// The columns of the keys with the air before them.
const KEYS: u16 = 10;

/// Draws the box; returns the place of the cursor in its field.
pub fn draw(model: &Model, open: &PaletteBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let inner = footer::keyed_box(model, theme, area(model), ui::PALETTE_TITLE.get(lang), buf);
    if inner.is_empty() {
        return None;
    }
    let after = text(buf, line(inner, 0), ": ", theme.style(Look::of(Role::Accent).bold()));
    let field = from_column(line(inner, 0), after);
    let cursor = super::field::draw(&open.filter, field, theme.style(Look::of(Role::Text)), buf);
    let entries = entries(model, open);
    let rows = Rect {
        y: (inner.y + 2).min(inner.bottom()),
        height: inner.height.saturating_sub(2),
        ..inner
    };
    let selected = open.selected.min(entries.len().saturating_sub(1));
    let first = scroll_into_view(0, selected, usize::from(rows.height), entries.len());
    for ((number, entry), at) in entries.iter().enumerate().skip(first).zip(0..rows.height) {
        draw_entry(model, theme, entry, line(rows, at), buf);
        if number == selected {
            choose(buf, theme, line(rows, at));
        }
    }
    if entries.is_empty() {
        draw_shell(open, lang, theme, rows, buf);
    }
    Some(cursor)
}

/// Draws what the shell has of that name, for those who look for it here.
fn draw_shell(open: &PaletteBox, lang: Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let muted = theme.style(Look::of(Role::Muted));
    let commands = shell_commands(open);
    let first = if commands.is_empty() {
        ui::PALETTE_NOTHING
    } else {
        ui::PALETTE_SHELL
    };
    let mut lines: Vec<(String, Style)> = vec![(first.get(lang).to_owned(), muted)];
    for command in commands {
        let name = format!("  tremplin {}", command.name);
        lines.push((name, theme.style(Look::of(Role::Accent).bold())));
        let about = wrap(
            command.about.get(lang),
            usize::from(area.width.saturating_sub(4)).max(1),
        );
        lines.extend(about.into_iter().map(|said| (format!("    {said}"), muted)));
    }
    for ((said, style), at) in lines.iter().zip(0..area.height) {
        text(buf, line(area, at), said, *style);
    }
}

/// Returns the area of the box: in the upper half, so that the list stays in sight.
fn area(model: &Model) -> Rect {
    let screen = model.screen;
    let width = 64.min(screen.width.saturating_sub(2));
    let height = 16.min(screen.height.saturating_sub(2));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (above_footer(screen).height.saturating_sub(height)).min(3),
        width,
        height,
    }
}

fn draw_entry(model: &Model, theme: &Theme, entry: &Entry, area: Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let muted = theme.style(Look::of(Role::Muted));
    let keys = right(
        buf,
        area,
        &shown(&entry.keys, lang),
        theme.style(Look::of(Role::Accent).bold()),
    );
    let place = Rect {
        width: keys.saturating_sub(area.x + 2),
        ..area
    };
    let look = if entry.refusal.is_some() {
        Role::Muted
    } else {
        Role::Text
    };
    let after = text(buf, place, &entry.said, theme.style(Look::of(look)));
    let names = Rect {
        width: place.width.min(area.width.saturating_sub(KEYS)),
        ..place
    };
    let rest = from_column(names, after + 2);
    let beside = match entry.refusal {
        Some(why) => why.get(lang),
        None => &entry.name,
    };
    if width(beside) <= usize::from(rest.width) {
        right(buf, rest, beside, muted);
    }
}

fn shown(keys: &[Key], lang: Lang) -> String {
    let keys: Vec<String> = keys.iter().take(2).map(|key| key.shown(lang)).collect();
    keys.join(" ")
}
