//! Below the search line: how what is typed may go on, with the offers behind each proposal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use super::paint::{choose, line, right, text};
use crate::search::completion::Completion;
use crate::text::width::width;
use crate::tui::layout::{Class, panes, scroll_into_view};
use crate::tui::model::Model;
use crate::tui::theme::{Look, Role, Theme};

/// The most proposals at once.
const MOST: usize = 8;

/// Draws the proposals below `search`, the search line.
pub fn draw(model: &Model, theme: &Theme, search: Rect, buf: &mut Buffer) {
    let Some((completion, at)) = shown(model) else { return };
    let bottom = panes(model).body.bottom();
    let rows = completion.candidates.len().min(MOST);
    let widest = completion
        .candidates
        .iter()
        .map(|candidate| width(&candidate.text))
        .max()
        .unwrap_or(0);
    let typed = model
        .offers
        .field
        .text()
        .get(..completion.range.start)
        .unwrap_or_default();
    let columns = u16::try_from(widest.min(48) + 11).unwrap_or(u16::MAX).min(search.width);
    let start = search.x + u16::try_from(width(typed)).unwrap_or(0).saturating_add(2);
    let area = Rect {
        x: start.min(search.right().saturating_sub(columns)),
        y: search.bottom(),
        width: columns,
        height: u16::try_from(rows + 2)
            .unwrap_or(u16::MAX)
            .min(bottom.saturating_sub(search.bottom())),
    };
    let area = area.intersection(buf.area);
    if area.height < 3 || panes(model).class == Class::Tiny {
        return;
    }
    Clear.render(area, buf);
    let border = theme.style(Look::of(Role::Rule));
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(border)
        .render(area, buf);
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height - 2,
    };
    let selected = at.unwrap_or(0);
    let first = scroll_into_view(0, selected, usize::from(inner.height), completion.candidates.len());
    for ((number, candidate), row) in completion
        .candidates
        .iter()
        .enumerate()
        .skip(first)
        .zip(0..inner.height)
    {
        let here = line(inner, row);
        let mut end = here.right();
        if let Some(count) = candidate.count {
            end = right(buf, here, &count.to_string(), theme.style(Look::of(Role::Muted))).saturating_sub(1);
        }
        let place = Rect {
            width: end.saturating_sub(here.x),
            ..here
        };
        text(buf, place, &candidate.text, theme.style(Look::of(Role::Text)));
        if at == Some(number) {
            choose(buf, theme, here);
        }
    }
}

/// Returns what is proposed, and which proposal is in the search line.
///
/// The names of fields come only when Tab asks for them: who types words is left in peace.
fn shown(model: &Model) -> Option<(&Completion, Option<usize>)> {
    let offers = &model.offers;
    if let Some(completing) = &offers.completing {
        return Some((&completing.completion, Some(completing.at)));
    }
    let completion = offers.proposals()?;
    // What is already written out needs no proposal.
    let written = offers.field.text().get(completion.range.clone());
    let done = matches!(completion.candidates.as_slice(), [only] if Some(only.text.as_str()) == written);
    (completion.candidates.iter().any(|candidate| candidate.count.is_some()) && !done).then_some((completion, None))
}
