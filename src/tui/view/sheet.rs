//! The sheet of an application.
//!
//! ```text
//! ╭ Candidater · Titre ────────────────────────╮
//! │ à       adresse                            │
//! │ copie à                                    │
//! │ objet   …                                  │
//! │ pièces  ✓ CV cv.pdf  ○ lettre              │
//! │ « le passage qui dit comment » l. 33       │
//! │ ────────────────────────────────────────── │
//! │ Bonjour, …                                 │
//! │ ────────────────────────────────────────── │
//! │ ! ce qu’il faut regarder                   │
//! ╰ Entrée modifier · m courriel · … ──────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::memo::break_lines;
use super::paint::{boxed, centred, from_column, line, text};
use crate::locale::{Phrase, dates, facts as names, sheet as words};
use crate::text::width::{cut, width};
use crate::tui::model::Model;
use crate::tui::model::field::Field;
use crate::tui::model::sheet::{Part, Sheet};
use crate::tui::theme::{Look, Role, Theme};

/// Columns of the names.
const NAMES: u16 = 10;
/// At most so many things to look at are shown.
const MOST_GUARDS: usize = 4;

/// Draws the sheet; returns the place of the cursor.
pub fn draw(model: &Model, sheet: &Sheet, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let area = centred(model.screen, 88, model.screen.height.saturating_sub(2).min(34));
    let foot = if sheet.typing.is_some() {
        words::TYPING_FOOT
    } else {
        words::FOOT
    };
    let title = words::title(lang, sheet.made.draft.purpose, &sheet.made.title);
    let inner = boxed(buf, theme, area, &title, foot.get(lang));
    let mut rest = inner;
    let mut cursor = None;
    for part in [Part::To, Part::Cc, Part::Subject, Part::Files] {
        let here = take(&mut rest, 1);
        let at = draw_part(model, sheet, part, theme, here, buf);
        if part == sheet.at {
            cursor = at;
        }
    }
    draw_hints(model, sheet, theme, &mut rest, buf);
    let guards = guard_lines(model, sheet);
    let below = u16::try_from(guards.len()).unwrap_or(0);
    let question = u16::from(sheet.left.is_some());
    let room = rest.height.saturating_sub(below + question);
    let letter = take(&mut rest, room);
    let in_letter = draw_letter(sheet, theme, letter, buf);
    for guard in &guards {
        text(buf, take(&mut rest, 1), guard, theme.style(Look::of(Role::Soon)));
    }
    if sheet.left.is_some() {
        text(
            buf,
            take(&mut rest, 1),
            words::SENT_QUESTION.get(lang),
            theme.style(Look::of(Role::Accent).bold()),
        );
    }
    if sheet.at == Part::Letter { in_letter } else { cursor }
}

/// Takes lines from the top of what is left.
fn take(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let top = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    top
}

/// Draws one line; returns where its value starts, or where one types.
fn draw_part(
    model: &Model,
    sheet: &Sheet,
    part: Part,
    theme: &Theme,
    here: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if here.is_empty() {
        return None;
    }
    text(
        buf,
        here,
        name(part).get(model.lang()),
        theme.style(Look::of(Role::Muted)),
    );
    let place = from_column(here, here.x + NAMES);
    let selected = part == sheet.at;
    let at = if let Some(field) = sheet.typing.as_ref().filter(|_| selected) {
        typed(field, theme, place, buf)
    } else {
        let value = value(model, sheet, part);
        let role = match (part, value.is_empty()) {
            (_, true) => Role::Muted,
            (Part::To | Part::Cc, false) => Role::Link,
            (Part::Subject | Part::Files | Part::Letter, false) => Role::Text,
        };
        let shown = if value.is_empty() {
            names::NOT_STATED.get(model.lang())
        } else {
            &value
        };
        text(buf, place, shown, theme.style(Look::of(role)));
        Position::new(place.x, place.y)
    };
    if selected && sheet.typing.is_none() {
        buf.set_style(here.intersection(buf.area), theme.selected());
    }
    Some(at)
}

/// Returns the name of a part.
const fn name(part: Part) -> Phrase {
    match part {
        Part::To => names::TO,
        Part::Cc => names::CC,
        Part::Subject => names::SUBJECT,
        Part::Files => names::DOCUMENTS,
        Part::Letter => words::LETTER,
    }
}

/// Returns what stands in a line.
fn value(model: &Model, sheet: &Sheet, part: Part) -> String {
    if part != Part::Files {
        return sheet.text(part);
    }
    let lang = model.lang();
    let files = sheet.files().into_iter().map(|(kind, file)| {
        let named = kind.map(|kind| names::document(lang, kind));
        match (named, file) {
            (Some(name), Some(file)) => format!("✓ {name} ({file})"),
            (None, Some(file)) => format!("✓ {file}"),
            (Some(name), None) => format!("○ {name}"),
            (None, None) => String::new(),
        }
    });
    files.collect::<Vec<_>>().join("  ")
}

/// Draws what is typed in one line, its end in view; returns the place of the cursor.
fn typed(field: &Field, theme: &Theme, place: Rect, buf: &mut Buffer) -> Position {
    let room = usize::from(place.width.saturating_sub(1));
    let mut before = field.before_cursor();
    while width(before) > room {
        let (at, _) = cut(before, width(before) - room);
        let at = at.max(before.chars().next().map_or(1, char::len_utf8));
        before = &before[at..];
    }
    let after = &field.text()[field.before_cursor().len()..];
    let style = theme.style(Look::of(Role::Text));
    let x = text(buf, place, before, style);
    text(buf, from_column(place, x), after, style);
    Position::new(x.min(place.right().saturating_sub(1)), place.y)
}

/// Draws the deadline and the passage that says how to apply, with a line below.
fn draw_hints(model: &Model, sheet: &Sheet, theme: &Theme, rest: &mut Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let muted = theme.style(Look::of(Role::Muted));
    if let Some(deadline) = &sheet.made.offer.facts.deadline {
        let days = dates::days_until(deadline.value, model.setting.today);
        let role = match days {
            ..=1 => Role::Late,
            2..=7 => Role::Soon,
            8.. => Role::Muted,
        };
        let said = format!(
            "⚑ {} {}, {}",
            names::DEADLINE.get(lang),
            dates::full_with_weekday(lang, deadline.value),
            dates::distance(lang, days)
        );
        text(buf, take(rest, 1), &said, theme.style(Look::of(role)));
    }
    if let Some((passage, number)) = &sheet.made.how {
        text(buf, take(rest, 1), &words::how(lang, passage, *number), muted);
    }
    let rule = "─".repeat(usize::from(rest.width));
    text(buf, take(rest, 1), &rule, theme.style(Look::of(Role::Rule)));
}

/// Draws the letter, or what is typed in its place; returns the place of the cursor.
fn draw_letter(sheet: &Sheet, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let columns = usize::from(area.width).saturating_sub(1).max(1);
    let style = theme.style(Look::of(Role::Text));
    let typing = sheet.typing.as_ref().filter(|_| sheet.at == Part::Letter);
    let body = typing.map_or(sheet.made.draft.body.as_str(), Field::text);
    let cursor = typing.map_or(0, |field| field.before_cursor().len());
    let (lines, (row, column)) = match typing {
        // While typing, the cursor's place must be exact; when reading, words stay whole.
        Some(_) => break_lines(body, cursor, columns),
        None => (wrapped(body, columns), (0, 0)),
    };
    let height = usize::from(area.height);
    let last = lines.len().saturating_sub(height);
    let first = if typing.is_some() {
        row.saturating_sub(height - 1)
    } else {
        sheet.scroll.min(last)
    };
    for (content, at) in lines.iter().skip(first).zip(0..area.height) {
        text(buf, line(area, at), content, style);
    }
    if sheet.at == Part::Letter && typing.is_none() {
        buf.set_style(line(area, 0).intersection(buf.area), theme.selected());
    }
    let y = area.y
        + u16::try_from(row.saturating_sub(first))
            .unwrap_or(0)
            .min(area.height - 1);
    let x = area.x + u16::try_from(column).unwrap_or(0).min(area.width - 1);
    Some(Position::new(x, y))
}

/// Breaks a text between words, at most `columns` wide.
fn wrapped(body: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    for paragraph in body.trim_end().split('\n') {
        let mut rest = paragraph;
        while width(rest) > columns {
            let (at, _) = cut(rest, columns + 1);
            let space = rest[..at].rfind(' ').filter(|at| *at > 0);
            // A word longer than the line is cut.
            let end = space.unwrap_or_else(|| cut(rest, columns).0.max(rest.chars().next().map_or(1, char::len_utf8)));
            lines.push(&rest[..end]);
            rest = rest[end..].trim_start_matches(' ');
        }
        lines.push(rest);
    }
    lines
}

/// Returns what should be looked at, as lines.
fn guard_lines(model: &Model, sheet: &Sheet) -> Vec<String> {
    let said = sheet
        .guards
        .iter()
        .map(|guard| format!("! {}", guard.say(model.lang())));
    said.take(MOST_GUARDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_long_ones_are_cut() {
        assert_eq!(wrapped("un deux trois\n\nfin\n", 8), ["un deux", "trois", "", "fin"]);
        assert_eq!(wrapped("anticonstitutionnel", 8), ["anticons", "titution", "nel"]);
        assert_eq!(wrapped("éé éé", 2), ["éé", "éé"]);
        assert_eq!(wrapped("", 8), [""]);
    }
}
