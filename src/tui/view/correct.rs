//! The box that corrects a fact: every fact, the one being typed, what the offer says of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::paint::{boxed, centred, from_column, line, text};
use crate::locale::{correct as say, facts};
use crate::text::width;
use crate::tracking::correct::Correctable;
use crate::tui::model::{CorrectBox, Model};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the box; returns the place of the cursor.
pub fn draw(model: &Model, open: &CorrectBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let area = centred(model.screen, 66, 8);
    let title = say::title(lang, &open.title);
    let inner = boxed(buf, theme, area, &title, say::FOOT.get(lang));
    if inner.is_empty() {
        return None;
    }
    // The names run on over two lines, the one being corrected marked.
    let (mut x, mut row) = (inner.x, 0);
    for fact in Correctable::ALL {
        let name = say::fact(lang, fact);
        let columns = u16::try_from(width(name)).unwrap_or(u16::MAX);
        if x > inner.x && x.saturating_add(columns) > inner.right() && row == 0 {
            (x, row) = (inner.x, 1);
        }
        let look = if fact == open.fact {
            Look::of(Role::Accent).bold().underline()
        } else {
            Look::of(Role::Muted)
        };
        x = text(buf, from_column(line(inner, row), x), name, theme.style(look)) + 2;
    }
    let field = line(inner, 3);
    let cursor = super::field::draw(&open.field, field, theme.style(Look::of(Role::Text)), buf);
    let (sentence, role) = live(model, open, facts::NOT_STATED.get(lang));
    text(buf, line(inner, 5), &sentence, theme.style(Look::of(role)));
    Some(cursor)
}

/// Says what the offer states, or that what is typed cannot be this fact.
fn live(model: &Model, open: &CorrectBox, nothing: &str) -> (String, Role) {
    let lang = model.lang();
    let typed = open.field.text().trim();
    if !typed.is_empty() && open.fact.understand(typed, model.setting.today).is_none() {
        return (say::not_understood(lang, open.fact), Role::Soon);
    }
    let stated = model.stated(open);
    let stated = if stated.is_empty() { nothing } else { &stated };
    (say::offer_says(lang, stated), Role::Muted)
}
