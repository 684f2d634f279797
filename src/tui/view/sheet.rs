//! The sheet of an application.
//!
//! ```text
//! ╭ Candidater · Titre ────────────────────────╮
//! │ à       adresse                            │
//! │ copie à                                    │
//! │ objet   …                                  │
//! │ pièces  ✓ CV  cv.pdf                       │
//! │         ○ lettre de motivation  …          │
//! │ « le passage qui dit comment » l. 33       │
//! │ ────────────────────────────────────────── │
//! │ Bonjour, …                                 │
//! │ ────────────────────────────────────────── │
//! │ ! ce qu’il faut regarder                   │
//! ╰────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::footer;
use super::memo::break_lines;
use super::paint::{centred, choose, from_column, line, text};
use crate::locale::{Phrase, dates, facts as names, sheet as words, ui};
use crate::mail::{Attachment, Guard, Road};
use crate::text::width::{cut, width};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::Model;
use crate::tui::model::field::Field;
use crate::tui::model::sheet::{Part, Sheet};
use crate::tui::theme::{Look, Role, Theme};

/// Columns of the names.
const NAMES: u16 = 10;
/// At most so many things to look at are shown.
const MOST_GUARDS: usize = 4;
/// Below so many lines, only what is filled in or selected is shown above the letter.
const ROOMY: u16 = 18;
/// At most so many lines say how one applies without an address.
const MOST_ROADS: usize = 4;

/// Draws the sheet; returns the place of the cursor.
pub fn draw(model: &Model, sheet: &Sheet, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let area = centred(model.screen, 88, model.screen.height.saturating_sub(2).min(34));
    let title = words::title(lang, sheet.made.draft.purpose, &sheet.made.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    let mut rest = inner;
    let mut cursor = None;
    let parts = shown_parts(sheet, inner.height);
    for (part, at) in parts.iter().zip(0..) {
        let here = take(&mut rest, 1);
        // The documents stand below one name.
        let named = at == 0 || !(is_document(*part) && is_document(parts[at - 1]));
        let place = draw_part(model, sheet, *part, named, theme, here, buf);
        if *part == sheet.at {
            cursor = place;
        }
    }
    draw_in_letter(model, sheet, theme, &mut rest, buf);
    draw_hints(model, sheet, theme, inner.height >= ROOMY, &mut rest, buf);
    let below = lines_below(model, sheet, usize::from(inner.width));
    let parted = u16::from(inner.height >= ROOMY && !below.is_empty());
    let room = rest
        .height
        .saturating_sub(u16::try_from(below.len()).unwrap_or(0) + parted);
    let letter = take(&mut rest, room);
    let in_letter = draw_letter(sheet, theme, letter, buf);
    draw_rule(theme, take(&mut rest, parted), buf);
    for (content, look) in &below {
        text(buf, take(&mut rest, 1), content, theme.style(*look));
    }
    if sheet.at == Part::Letter { in_letter } else { cursor }
}

const fn is_document(part: Part) -> bool {
    matches!(part, Part::Document(_))
}

/// Returns the parts that have a line above the letter; where there is little room, only those that are filled in,
/// missing or selected.
fn shown_parts(sheet: &Sheet, height: u16) -> Vec<Part> {
    let needed = |part: &Part| match part {
        Part::To | Part::Subject | Part::Document(_) => true,
        Part::Cc | Part::Files => !sheet.text(*part).is_empty(),
        Part::Letter => false,
    };
    let parts = sheet.parts().into_iter().filter(|part| *part != Part::Letter);
    parts
        .filter(|part| height >= ROOMY || *part == sheet.at || needed(part))
        .collect()
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
    named: bool,
    theme: &Theme,
    here: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    if here.is_empty() {
        return None;
    }
    let lang = model.lang();
    if named {
        text(
            buf,
            here,
            name(sheet, part).get(lang),
            theme.style(Look::of(Role::Muted)),
        );
    }
    let mut place = from_column(here, here.x + NAMES);
    if let Part::Document(kind) = part {
        let (mark, role) = match sheet.file(kind) {
            Some(_) => ("✓", Role::Good),
            None => ("○", Role::Soon),
        };
        text(buf, place, mark, theme.style(Look::of(role)));
        let named = from_column(place, place.x + 2);
        let after = text(
            buf,
            named,
            names::document(lang, kind),
            theme.style(Look::of(Role::Text)),
        );
        place = from_column(place, after + 2);
    }
    let selected = part == sheet.at;
    let at = if let Some(field) = sheet.typing.as_ref().filter(|_| selected) {
        typed(field, theme, place, buf)
    } else {
        let (value, role) = value(model, sheet, part);
        text(buf, place, &value, theme.style(Look::of(role)));
        Position::new(place.x, place.y)
    };
    if selected && sheet.typing.is_none() {
        choose(buf, theme, here);
    }
    Some(at)
}

/// Returns the name of a part.
fn name(sheet: &Sheet, part: Part) -> Phrase {
    match part {
        Part::To => names::TO,
        Part::Cc => names::CC,
        Part::Subject => names::SUBJECT,
        Part::Files if sheet.parts().iter().any(|part| is_document(*part)) => words::OTHER_FILES,
        Part::Document(_) | Part::Files => names::DOCUMENTS,
        Part::Letter => words::LETTER,
    }
}

/// Returns what stands in a line: a file by its name, which is what the reader sees.
fn value(model: &Model, sheet: &Sheet, part: Part) -> (String, Role) {
    let lang = model.lang();
    let text = match part {
        Part::Document(kind) => sheet.file(kind).map(Attachment::name).unwrap_or_default(),
        Part::Files => sheet.other_files().map(Attachment::name).collect::<Vec<_>>().join(", "),
        Part::To | Part::Cc | Part::Subject | Part::Letter => sheet.text(part),
    };
    match part {
        Part::Document(_) | Part::Files if text.is_empty() => (words::NO_FILE.get(lang).to_owned(), Role::Muted),
        _ if text.is_empty() => (names::NOT_STATED.get(lang).to_owned(), Role::Muted),
        Part::To | Part::Cc => (text, Role::Link),
        Part::Subject | Part::Document(_) | Part::Files | Part::Letter => (text, Role::Text),
    }
}

/// Says which of the demanded words and pages are in the letter.
fn draw_in_letter(model: &Model, sheet: &Sheet, theme: &Theme, rest: &mut Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let said: Vec<String> = sheet
        .in_letter()
        .iter()
        .map(|(kind, there)| format!("{} {}", if *there { "✓" } else { "○" }, names::document(lang, *kind)))
        .collect();
    if said.is_empty() {
        return;
    }
    let here = take(rest, 1);
    text(buf, here, words::LETTER.get(lang), theme.style(Look::of(Role::Muted)));
    let place = from_column(here, here.x + NAMES);
    text(buf, place, &said.join("  "), theme.style(Look::of(Role::Text)));
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
fn draw_hints(model: &Model, sheet: &Sheet, theme: &Theme, roomy: bool, rest: &mut Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let muted = theme.style(Look::of(Role::Muted));
    if let Some(deadline) = &sheet.made.offer.facts.deadline {
        let days = dates::days_until(deadline.value, model.setting.today);
        let role = match days {
            ..=1 => Role::Late,
            2..=7 => Role::Soon,
            8.. => Role::Muted,
        };
        let date = dates::full_with_weekday(lang, deadline.value);
        let said = ui::deadline_sentence(lang, &date, &dates::distance(lang, days), days < 0);
        text(buf, take(rest, 1), &format!("⚑ {said}"), theme.style(Look::of(role)));
    }
    if let Some((passage, number)) = &sheet.made.how.passage {
        let how = words::how(lang, passage, *number);
        let most = if roomy { 2 } else { 1 };
        for content in shortened(&how, usize::from(rest.width), most) {
            text(buf, take(rest, 1), &content, muted);
        }
    }
    if sheet.made.draft.to.is_empty() {
        draw_roads(model, sheet, theme, rest, buf);
    }
    draw_rule(theme, take(rest, 1), buf);
}

fn draw_rule(theme: &Theme, area: Rect, buf: &mut Buffer) {
    let rule = "─".repeat(usize::from(area.width));
    text(buf, area, &rule, theme.style(Look::of(Role::Rule)));
}

/// Says how one applies when no address is stated.
fn draw_roads(model: &Model, sheet: &Sheet, theme: &Theme, rest: &mut Rect, buf: &mut Buffer) {
    let lang = model.lang();
    let keymap = &model.setting.keymap;
    let opens = keymap
        .key_of(Context::Sheet, Action::OpenForm)
        .map(|key| key.shown(lang));
    let roads = &sheet.made.how.others;
    let mut said: Vec<String> = roads
        .iter()
        .map(|road| match (road, &opens) {
            (Road::Form(_), Some(key)) => words::opens(lang, &road.say(lang), key),
            _ => road.say(lang),
        })
        .collect();
    if said.is_empty() {
        said.push(words::NO_ROAD.get(lang).to_owned());
    }
    let columns = usize::from(rest.width).max(1);
    let lines = said.iter().flat_map(|said| wrapped(said, columns));
    for content in lines.take(MOST_ROADS) {
        text(buf, take(rest, 1), content, theme.style(Look::of(Role::Text)));
    }
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
        choose(buf, theme, line(area, 0));
    }
    let y = area.y
        + u16::try_from(row.saturating_sub(first))
            .unwrap_or(0)
            .min(area.height - 1);
    let x = area.x + u16::try_from(column).unwrap_or(0).min(area.width - 1);
    Some(Position::new(x, y))
}

/// Breaks a text between words and keeps the first lines; the last ends in `…` when there is more.
fn shortened(said: &str, columns: usize, most: usize) -> Vec<String> {
    let lines = wrapped(said, columns.max(1));
    let more = lines.len() > most;
    let mut kept: Vec<String> = lines.into_iter().take(most).map(str::to_owned).collect();
    if let Some(last) = kept.last_mut().filter(|_| more) {
        let (at, _) = cut(last, columns.saturating_sub(1));
        last.truncate(at);
        last.push('…');
    }
    kept
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

/// Returns the lines below the letter: what should be looked at, or how it left and the question whether it was sent.
fn lines_below(model: &Model, sheet: &Sheet, columns: usize) -> Vec<(String, Look)> {
    let lang = model.lang();
    let Some(left) = &sheet.left else {
        let key = model.setting.keymap.key_of(Context::Sheet, Action::Profile);
        let guards = sheet.guards.iter().map(|guard| match (guard, key) {
            (Guard::NoName, Some(key)) => words::no_name(lang, &key.shown(lang)),
            _ => guard.say(lang),
        });
        return guards
            .map(|said| format!("! {said}"))
            .take(MOST_GUARDS)
            .map(|said| (said, Look::of(Role::Soon)))
            .collect();
    };
    let how = wrapped(&left.how, columns.max(1)).into_iter();
    let how = how.map(|line| (line.to_owned(), Look::of(Role::Good)));
    let question = words::SENT_QUESTION.get(lang).to_owned();
    how.chain([(question, Look::of(Role::Accent).bold())]).collect()
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
        assert_eq!(shortened("un deux trois quatre", 8, 2), ["un deux", "trois…"]);
        assert_eq!(shortened("un deux", 8, 2), ["un deux"]);
    }
}
