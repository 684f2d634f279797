//! The checklist of documents: a box with a line a document.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::footer;
use super::paint::{centred, choose, from_column, line, text};
use crate::locale::plan as say;
use crate::text::clean;
use crate::tui::model::{Model, Papers};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the box; returns the place of the selected line.
pub fn draw(model: &Model, papers: &Papers, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let rows = u16::try_from(papers.names.len()).unwrap_or(u16::MAX);
    let area = centred(model.screen, 60, rows.saturating_add(2));
    let title = say::checklist_title(lang, &papers.title);
    let inner = footer::keyed_box(model, theme, area, &title, buf);
    let application = model.tracked.shortlist.of_offer(&papers.offer);
    let ready = application
        .map(|application| application.documents.as_slice())
        .unwrap_or_default();
    let height = usize::from(inner.height).max(1);
    let first = papers.at.saturating_sub(height - 1);
    let mut cursor = None;
    for ((number, name), at) in papers.names.iter().enumerate().skip(first).zip(0..inner.height) {
        let here = line(inner, at);
        let document = ready.iter().find(|document| document.kind == *name);
        let (mark, role) = if document.is_some() {
            ("✓", Role::Good)
        } else {
            ("○", Role::Muted)
        };
        text(buf, here, mark, theme.style(Look::of(role).bold()));
        let words = say::document_name(lang, name);
        let x = text(
            buf,
            from_column(here, here.x + 2),
            &words,
            theme.style(Look::of(Role::Text)),
        );
        if let Some(file) = document.and_then(|document| document.file.as_deref()) {
            let file = format!("  {}", clean(file).one_line());
            text(buf, from_column(here, x), &file, theme.style(Look::of(Role::Muted)));
        }
        if number == papers.at {
            choose(buf, theme, here);
            cursor = Some(Position::new(here.x, here.y));
        }
    }
    cursor
}
