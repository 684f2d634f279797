//! The help: the keys that work where it was opened, from the one table, searchable.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{boxed, centred, from_column, inset, line, text};
use crate::locale::{Phrase, ui};
use crate::text::fold;
use crate::text::width::width;
use crate::tui::keymap::{Context, Group, PAIRS};
use crate::tui::model::field::Field;
use crate::tui::model::{HelpBox, Model};
use crate::tui::theme::{Look, Role, Theme};

/// The most columns of the keys.
const KEYS: usize = 17;
/// The search line and the one below it.
const HEAD: u16 = 2;
/// The widest that the box is.
const WIDEST: u16 = 106;
/// From this width the help has two columns.
const TWO_COLUMNS: u16 = 100;

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The title of a group.
    Title(&'static str),
    /// Keys and what they do.
    Keys(String, &'static str),
    /// Nothing.
    Space,
}

impl Group {
    /// Returns the title of the group.
    #[must_use]
    pub const fn title(self) -> Phrase {
        match self {
            Self::Move => ui::GROUP_MOVE,
            Self::Search => ui::GROUP_SEARCH,
            Self::Act => ui::GROUP_ACT,
            Self::Show => ui::GROUP_SHOW,
        }
    }
}

/// Returns the groups with their lines, as far as they hold what is looked for.
fn groups(model: &Model, open: &HelpBox) -> Vec<Vec<Entry>> {
    let lang = model.lang();
    let wanted = fold(open.filter.text().trim()).text;
    let matches = |keys: &str, help: &str| {
        let key = !wanted.is_empty() && keys.split(' ').any(|key| key == open.filter.text().trim());
        key || fold(help).text.contains(&wanted)
    };
    let mut groups = Vec::new();
    for group in Group::ALL {
        let entries = entries(model, open.about, group);
        let found: Vec<Entry> = entries
            .into_iter()
            .filter(|(keys, help)| matches(keys, help))
            .map(|(keys, help)| Entry::Keys(keys, help))
            .collect();
        if !found.is_empty() {
            let title = Entry::Title(group.title().get(lang));
            groups.push(std::iter::once(title).chain(found).chain([Entry::Space]).collect());
        }
    }
    groups
}

/// Returns keys and sentence of what works in a context, two actions that belong together in one line.
fn entries(model: &Model, about: Context, group: Group) -> Vec<(String, &'static str)> {
    let lang = model.lang();
    let rows = model.setting.keymap.rows(about);
    let rows = rows.filter(|(binding, _)| binding.group == group && model.refusal(binding.action).is_none());
    let mut entries: Vec<(String, &'static str)> = Vec::new();
    let mut open_pair = None;
    for (binding, keys) in rows {
        let shown: Vec<String> = keys.iter().map(|key| key.shown(lang)).collect();
        let shown = shown.join(" ");
        match (open_pair.take(), entries.last_mut()) {
            (Some((second, help)), Some(last)) if second == binding.action => {
                *last = (in_turn(&last.0, &shown), help);
            }
            _ => entries.push((shown, binding.help.get(lang))),
        }
        let pair = PAIRS.iter().find(|(first, ..)| *first == binding.action);
        open_pair = pair.map(|(_, second, help)| (*second, help.get(lang)));
    }
    entries
}

/// Puts the keys of two actions side by side: `j ↓` and `k ↑` become `j k ↓ ↑`.
fn in_turn(first: &str, second: &str) -> String {
    let (mut one, mut two) = (first.split(' '), second.split(' '));
    let mut keys = Vec::new();
    loop {
        let (a, b) = (one.next(), two.next());
        if a.is_none() && b.is_none() {
            return keys.join(" ");
        }
        keys.extend(a.into_iter().chain(b));
    }
}

/// Puts the groups in as many columns as there is room for, the shortest column taking the next group.
fn columns(model: &Model, open: &HelpBox) -> Vec<Vec<Entry>> {
    let count = if model.screen.width.min(WIDEST) >= TWO_COLUMNS {
        2
    } else {
        1
    };
    let mut columns: Vec<Vec<Entry>> = vec![Vec::new(); count];
    for group in groups(model, open) {
        if let Some(shortest) = columns.iter_mut().min_by_key(|column| column.len()) {
            shortest.extend(group);
        }
    }
    columns
}

/// Returns the area of the box.
fn area(model: &Model, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(HEAD + 2);
    let most = model.screen.height.saturating_sub(2);
    centred(
        model.screen,
        WIDEST.min(model.screen.width.saturating_sub(2)),
        rows.min(most),
    )
}

/// Returns the lines that the box is high: those of all keys, so that it stays where it is while one types.
fn rows(model: &Model, open: &HelpBox) -> usize {
    let all = HelpBox {
        filter: Field::default(),
        ..open.clone()
    };
    columns(model, &all).iter().map(Vec::len).max().unwrap_or(0)
}

/// Returns how many lines do not fit.
#[must_use]
pub fn overflow(model: &Model, open: &HelpBox) -> usize {
    let longest = columns(model, open).iter().map(Vec::len).max().unwrap_or(0);
    let inside = usize::from(area(model, rows(model, open)).height.saturating_sub(HEAD + 2));
    longest.saturating_sub(inside)
}

/// Draws the box; returns the place of the cursor in its search line.
pub fn draw(model: &Model, open: &HelpBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let columns = columns(model, open);
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let more = overflow(model, open) > open.scroll;
    let foot = if more { ui::HELP_FOOT_MORE } else { ui::HELP_FOOT };
    let inner = boxed(
        buf,
        theme,
        area(model, rows(model, open)),
        ui::HELP_TITLE.get(lang),
        foot.get(lang),
    );
    if inner.is_empty() {
        return None;
    }
    let slash = text(buf, line(inner, 0), "/ ", theme.style(Look::of(Role::Accent)));
    let field = from_column(line(inner, 0), slash);
    let cursor = super::field::draw(&open.filter, field, theme.style(Look::of(Role::Text)), buf);
    let body = Rect {
        y: (inner.y + HEAD).min(inner.bottom()),
        height: inner.height.saturating_sub(HEAD),
        ..inner
    };
    if longest == 0 {
        text(
            buf,
            body,
            ui::HELP_NOTHING.get(lang),
            theme.style(Look::of(Role::Muted)),
        );
    }
    let share = body.width / u16::try_from(columns.len()).unwrap_or(1).max(1);
    for (column, number) in columns.iter().zip(0..) {
        let place = Rect {
            x: body.x + share * number,
            width: share,
            ..body
        };
        let keys = keys_width(column);
        for (entry, at) in column.iter().skip(open.scroll).zip(0..place.height) {
            draw_entry(theme, entry, keys, line(place, at), buf);
        }
    }
    Some(cursor)
}

/// Returns the columns that the keys of a column take.
fn keys_width(column: &[Entry]) -> usize {
    let widths = column.iter().map(|entry| match entry {
        Entry::Keys(keys, _) => width(keys) + 2,
        Entry::Title(_) | Entry::Space => 0,
    });
    widths.max().unwrap_or(0).min(KEYS)
}

fn draw_entry(theme: &Theme, entry: &Entry, keys_width: usize, area: Rect, buf: &mut Buffer) {
    match entry {
        Entry::Space => {}
        Entry::Title(title) => {
            text(buf, area, title, theme.style(Look::of(Role::Accent).bold()));
        }
        Entry::Keys(keys, help) => {
            let indented = inset(area, 2, 1);
            let after = text(buf, indented, keys, theme.style(Look::of(Role::Text).bold()));
            let column = indented.x + u16::try_from(keys_width.max(width(keys) + 1)).unwrap_or(0);
            text(
                buf,
                from_column(indented, column.max(after + 1)),
                help,
                theme.style(Look::of(Role::Muted)),
            );
        }
    }
}
