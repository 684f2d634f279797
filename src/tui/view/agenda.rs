//! The agenda: late and today, this week, follow-ups, later; below it the numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::kept::item_word;
use super::paint::{from_column, inset, line, right, text};
use crate::locale::{dates, plan as say};
use crate::text::width::width;
use crate::tracking::agenda::{Item, ItemKind};
use crate::tracking::stats::bar;
use crate::tui::layout::{Class, Panes};
use crate::tui::model::Model;
use crate::tui::model::plan::AgendaLine;
use crate::tui::theme::{Look, Role, Theme};

/// The columns of the day before an item.
const DAY: u16 = 15;
/// The most columns of what is to be done.
const WHAT: usize = 24;
/// The most columns of a bar of the numbers.
const BAR: usize = 40;

/// Draws the visible lines; returns the place of the selected item.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    let lines = model.plan.lines();
    if lines.is_empty() {
        super::empty::sentence_in(say::NOTHING_PLANNED.get(model.lang()), theme, areas.body, buf);
        return None;
    }
    let mut cursor = None;
    let what = what_columns(model);
    let visible = lines.iter().skip(model.plan.agenda_offset);
    for (content, at) in visible.zip(0..areas.body.height) {
        let here = inset(line(areas.body, at), 1, 1);
        match content {
            AgendaLine::Blank => {}
            AgendaLine::Heading(section) => {
                let name = say::section(model.lang(), *section);
                text(buf, here, name, theme.style(Look::of(Role::Accent).bold()));
            }
            AgendaLine::NumbersHeading => {
                text(
                    buf,
                    here,
                    say::NUMBERS.get(model.lang()),
                    theme.style(Look::of(Role::Accent).bold()),
                );
            }
            AgendaLine::Number(number) => draw_number(model, theme, *number, inset(here, 2, 0), buf),
            AgendaLine::Item(number) => {
                let Some(item) = model.plan.agenda.items.get(*number) else {
                    continue;
                };
                draw_item(model, theme, areas.class, item, (here, what), buf);
                if *number == model.plan.item {
                    select(theme, line(areas.body, at), buf);
                    cursor = Some(Position::new(areas.body.x, here.y));
                }
            }
        }
    }
    cursor
}

/// Returns the columns that the longest of what is to be done takes.
fn what_columns(model: &Model) -> u16 {
    let (lang, today) = (model.lang(), model.setting.today);
    let items = model.plan.agenda.items.iter();
    let longest = items.map(|item| width(&say::item(lang, item, today))).max();
    u16::try_from(longest.unwrap_or(0).min(WHAT)).unwrap_or(0)
}

fn draw_item(
    model: &Model,
    theme: &Theme,
    class: Class,
    item: &Item,
    (area, what_columns): (Rect, u16),
    buf: &mut Buffer,
) {
    let Some(application) = model.tracked.shortlist.get(&item.id) else {
        return;
    };
    let (lang, today) = (model.lang(), model.setting.today);
    let inner = inset(area, 2, 0);
    let (mut word, look) = item_word(model, item);
    let single = matches!(class, Class::Tiny | Class::Narrow | Class::Nothing);
    if single && item.date > today && matches!(item.kind, ItemKind::FollowUp { .. }) {
        // There is no room for the day on the left.
        word = format!("↻ {}", dates::short(lang, item.date, today));
    }
    if !single && let ItemKind::Interview(_) = item.kind {
        // The day stands on the left.
        word = item.time.map(|time| say::hour(lang, time)).unwrap_or_default();
    }
    let what = say::item(lang, item, today);
    let mut x = inner.x;
    if !single {
        let day = dates::short_with_weekday(lang, item.date, today);
        text(buf, inner, &day, theme.style(Look::of(Role::Muted)));
        x += DAY;
        let place = Rect {
            width: what_columns.min(inner.width),
            ..from_column(inner, x)
        };
        text(buf, place, &what, theme.style(what_look(&item.kind, look)));
        x += what_columns + 2;
    }
    let start = if single || word_adds(&item.kind) {
        right(buf, inner, &word, theme.style(look))
    } else {
        inner.right()
    };
    let place = Rect {
        width: start.saturating_sub(x + 1),
        ..from_column(inner, x)
    };
    let after = text(buf, place, application.title(), theme.style(Look::of(Role::Text)));
    let rest = from_column(place, after);
    if !application.organization().is_empty() && rest.width > 8 {
        let organization = format!(" · {}", application.organization());
        text(buf, rest, &organization, theme.style(Look::of(Role::Muted)));
    }
}

/// Tells whether the word of the list says more than the columns of the agenda already do.
const fn word_adds(kind: &ItemKind) -> bool {
    matches!(kind, ItemKind::Deadline | ItemKind::Interview(_) | ItemKind::Action(_))
}

fn what_look(kind: &ItemKind, look: Look) -> Look {
    match kind {
        ItemKind::Deadline | ItemKind::Action(_) => Look { strike: false, ..look },
        ItemKind::Interview(_)
        | ItemKind::FollowUp { .. }
        | ItemKind::SuggestNoAnswer { .. }
        | ItemKind::AnswerThem { .. } => look,
    }
}

/// Writes a line of the numbers: the sentence, then a bar a month.
fn draw_number(model: &Model, theme: &Theme, number: usize, area: Rect, buf: &mut Buffer) {
    let numbers = &model.plan.numbers;
    let Some(at) = number.checked_sub(1) else {
        text(
            buf,
            area,
            &say::numbers(model.lang(), numbers),
            theme.style(Look::of(Role::Text)),
        );
        return;
    };
    let Some(month) = numbers.months.get(at) else { return };
    let most = numbers.months.iter().map(|month| month.sent).max().unwrap_or(0);
    let name = say::month(model.lang(), month.first);
    text(buf, area, &name, theme.style(Look::of(Role::Muted)));
    let place = from_column(area, area.x + DAY);
    let columns = BAR.min(usize::from(place.width).saturating_sub(4));
    let drawn = bar(month.sent, most, columns, false);
    let x = text(buf, place, &drawn, theme.style(Look::of(Role::Link)));
    let gap = u16::from(width(&drawn) > 0);
    text(
        buf,
        from_column(place, x + gap),
        &month.sent.to_string(),
        theme.style(Look::of(Role::Text)),
    );
}

fn select(theme: &Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area.intersection(buf.area), theme.selected());
    text(
        buf,
        Rect {
            width: 1.min(area.width),
            ..area
        },
        "▌",
        theme.style(Look::of(Role::Accent)),
    );
}
