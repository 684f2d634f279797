//! The palette: every action that works where it was opened, with its key, found by typing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{boxed, from_column, line, right, text};
use crate::locale::{Lang, ui};
use crate::text::fold;
use crate::text::width::width;
use crate::tui::keymap::{Action, Binding, Key};
use crate::tui::layout::scroll_into_view;
use crate::tui::model::{Model, PaletteBox};
use crate::tui::theme::{Look, Role, Theme};

/// One line of the palette.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The row of the key table.
    pub binding: &'static Binding,
    /// The keys in force.
    pub keys: &'a [Key],
}

/// Returns the actions that the palette offers, in the order of the table, as far as they hold what is typed.
///
/// Both languages are searched: who learned a command in one finds it in the other.
#[must_use]
pub fn entries<'a>(model: &'a Model, open: &PaletteBox) -> Vec<Entry<'a>> {
    let wanted = fold(open.filter.text()).text;
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (binding, keys) in model.setting.keymap.known(open.about) {
        let said = format!("{} {} {}", binding.help.fr, binding.help.en, binding.name);
        let said = fold(&said).text;
        let twice = entries.iter().any(|entry| entry.binding.action == binding.action);
        if !twice && binding.action != Action::Palette && words.iter().all(|word| said.contains(word)) {
            entries.push(Entry { binding, keys });
        }
    }
    // What was typed at the start of a sentence is meant before what was found inside one.
    let starts = |entry: &Entry<'_>| {
        let said = [entry.binding.help.fr, entry.binding.help.en];
        said.iter().any(|said| fold(said).text.starts_with(wanted.trim()))
    };
    entries.sort_by_key(|entry| !starts(entry));
    entries
}

/// Draws the box; returns the place of the cursor in its field.
pub fn draw(model: &Model, open: &PaletteBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let inner = boxed(
        buf,
        theme,
        area(model),
        ui::PALETTE_TITLE.get(lang),
        ui::PALETTE_FOOT.get(lang),
    );
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
        draw_entry(model, theme, *entry, line(rows, at), buf);
        if number == selected {
            buf.set_style(line(rows, at).intersection(buf.area), theme.selected());
        }
    }
    if entries.is_empty() {
        text(
            buf,
            rows,
            ui::PALETTE_NOTHING.get(lang),
            theme.style(Look::of(Role::Muted)),
        );
    }
    Some(cursor)
}

/// Returns the area of the box: in the upper half, so that the list stays in sight.
fn area(model: &Model) -> Rect {
    let screen = model.screen;
    let width = 64.min(screen.width.saturating_sub(2));
    let height = 16.min(screen.height.saturating_sub(2));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height).min(3),
        width,
        height,
    }
}

fn draw_entry(model: &Model, theme: &Theme, entry: Entry<'_>, area: Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let refusal = model.refusal(entry.binding.action);
    let keys = shown(entry.keys, lang);
    let keys = right(buf, area, &keys, theme.style(Look::of(Role::Accent).bold()));
    let place = Rect {
        width: keys.saturating_sub(area.x + 2),
        ..area
    };
    let look = if refusal.is_some() {
        Look::of(Role::Muted)
    } else {
        Look::of(Role::Text)
    };
    let after = text(buf, place, entry.binding.help.get(lang), theme.style(look));
    if let Some(why) = refusal {
        let why = format!("· {}", why.get(lang));
        let rest = from_column(place, after + 1);
        if width(&why) <= usize::from(rest.width) {
            text(buf, rest, &why, theme.style(Look::of(Role::Muted)));
        }
    }
}

fn shown(keys: &[Key], lang: Lang) -> String {
    let keys: Vec<String> = keys.iter().take(2).map(|key| key.shown(lang)).collect();
    keys.join(" ")
}
