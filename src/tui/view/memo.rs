//! The memo: a small text of several lines.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::footer;
use super::paint::{centred, line, text};
use crate::locale::ui;
use crate::text::width::{cut, width};
use crate::tui::model::{MemoBox, Model};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the box; returns the place of the cursor.
pub fn draw(model: &Model, memo: &MemoBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let area = centred(model.screen, 70, (model.screen.height / 2).max(6));
    let title = ui::memo_title(lang, &memo.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    if inner.is_empty() {
        return None;
    }
    let columns = usize::from(inner.width).saturating_sub(1).max(1);
    let (lines, (row, column)) = break_lines(memo.field.text(), memo.field.before_cursor().len(), columns);
    let first = row.saturating_sub(usize::from(inner.height) - 1);
    for (content, at) in lines.iter().skip(first).zip(0..inner.height) {
        text(buf, line(inner, at), content, theme.style(Look::of(Role::Text)));
    }
    Some(place(inner, row - first, column))
}

fn place(inner: Rect, row: usize, column: usize) -> Position {
    let right = inner.right().saturating_sub(1);
    let x = inner
        .x
        .saturating_add(u16::try_from(column).unwrap_or(u16::MAX))
        .min(right);
    Position::new(x, inner.y + u16::try_from(row).unwrap_or(0))
}

/// Breaks a text at its line breaks and at the width of the box, character by character so that the cursor's place is
/// exact; returns the lines, and the row and column of the byte `cursor`.
pub(super) fn break_lines(content: &str, cursor: usize, columns: usize) -> (Vec<&str>, (usize, usize)) {
    let mut lines = Vec::new();
    let mut place = (0, 0);
    let mut start = 0;
    for paragraph in content.split('\n') {
        let mut rest = paragraph;
        loop {
            let (at, _) = cut(rest, columns);
            let at = if at == 0 {
                rest.chars().next().map_or(0, char::len_utf8)
            } else {
                at
            };
            let taken = &rest[..at];
            if (start..=start + at).contains(&cursor) {
                place = (lines.len(), width(&content[start..cursor]));
            }
            lines.push(taken);
            start += at;
            rest = &rest[at..];
            if rest.is_empty() {
                break;
            }
        }
        start += 1;
    }
    (lines, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stands_where_the_text_is() {
        assert_eq!(break_lines("", 0, 5), (vec![""], (0, 0)));
        assert_eq!(break_lines("ab\ncd", 3, 5), (vec!["ab", "cd"], (1, 0)));
        assert_eq!(break_lines("abcdef", 6, 4), (vec!["abcd", "ef"], (1, 2)));
        assert_eq!(break_lines("é\n\nà", 4, 4), (vec!["é", "", "à"], (2, 0)));
    }
}
