//! The two top lines: mark, tabs and counts; the search line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{from_column, inset, right, text};
use crate::locale::{plan, search, ui};
use crate::search::{Query, Sort};
use crate::text::width::width;
use crate::tui::keymap::{Action, Context};
use crate::tui::layout::{Class, panes};
use crate::tui::model::offers::order_name;
use crate::tui::model::{Focus, Mode, Model, Scan, View};
use crate::tui::theme::{Look, Role, Theme};

/// The mark.
pub const MARK: &str = "▁▃▅▆█";

/// Draws the top line.
pub fn draw(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let inner = inset(area, 1, 1);
    if reading(model) {
        return draw_reading(model, theme, inner, buf);
    }
    let mut x = text(buf, inner, MARK, theme.style(Look::of(Role::Accent)));
    if tabs_form(model, inner) != TabsForm::Tight && panes(model).class != Class::Tiny {
        let name = theme.style(Look::of(Role::Text).bold());
        text(buf, from_column(inner, x + 1), NAME, name);
    }
    x = tabs_start(model, inner);
    for (place, view) in tabs(model, area) {
        draw_tab(model, theme, view, (place, inner), buf);
        x = place.right() + TAB_GAP;
    }
    for (place, number) in own_tabs(model, area) {
        draw_own_tab(model, theme, number, place, buf);
        x = place.right() + TAB_GAP;
    }
    if let Some(word) = samples_word(model, from_column(inner, x)) {
        x = text(buf, from_column(inner, x), word, theme.style(Look::of(Role::Soon))) + 1;
    }
    let end = draw_help_key(model, theme, from_column(inner, x), buf);
    draw_alert(model, theme, from_column(inner, x), end, buf);
}

/// The name beside the mark.
const NAME: &str = "tremplin";
/// Columns between two tabs.
const TAB_GAP: u16 = 3;
/// The same where there is little room.
const TIGHT_GAP: u16 = 2;

/// How much of the tabs there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TabsForm {
    /// Everything.
    Full,
    /// Every tab with its name, in place of ours.
    Tight,
    /// The name of the one in front, the digits of the others.
    Digits,
}

fn tabs_form(model: &Model, inner: Rect) -> TabsForm {
    match panes(model).class {
        Class::Usual | Class::Roomy => return TabsForm::Full,
        Class::Tiny | Class::Nothing => return TabsForm::Digits,
        Class::Narrow => {}
    }
    let names: usize = View::ALL.iter().map(|view| columns_of(&full_parts(model, *view))).sum();
    let gaps = usize::from(TIGHT_GAP) * View::ALL.len();
    if width(MARK) + names + gaps <= usize::from(inner.width) {
        TabsForm::Tight
    } else {
        TabsForm::Digits
    }
}

fn columns_of(parts: &[(String, Look)]) -> usize {
    parts.iter().map(|(part, _)| width(part)).sum()
}

/// Returns the column of the first tab.
fn tabs_start(model: &Model, inner: Rect) -> u16 {
    let form = tabs_form(model, inner);
    let name = match panes(model).class {
        Class::Tiny | Class::Nothing => 0,
        Class::Narrow | Class::Usual | Class::Roomy => 1 + width(NAME),
    };
    let (name, gap) = match form {
        TabsForm::Tight => (0, TIGHT_GAP),
        TabsForm::Full | TabsForm::Digits => (name, TAB_GAP),
    };
    inner.x + u16::try_from(width(MARK) + name).unwrap_or(0) + gap
}

/// Returns where each tab stands: for drawing and for the mouse. On a narrow screen the tab in front is the first.
#[must_use]
pub fn tabs(model: &Model, area: Rect) -> Vec<(Rect, View)> {
    let inner = inset(area, 1, 1);
    let mut x = tabs_start(model, inner);
    let gap = match tabs_form(model, inner) {
        TabsForm::Tight => TIGHT_GAP,
        TabsForm::Full | TabsForm::Digits => TAB_GAP,
    };
    let mut places = Vec::new();
    for view in View::ALL {
        let columns = u16::try_from(columns_of(&tab_parts(model, *view, inner))).unwrap_or(u16::MAX);
        if x.saturating_add(columns) > inner.right() {
            break;
        }
        let place = Rect {
            x,
            width: columns,
            ..inner
        };
        places.push((place, *view));
        x += columns + gap;
    }
    places
}

/// Returns what there is room for of a tab.
fn tab_parts(model: &Model, view: View, inner: Rect) -> Vec<(String, Look)> {
    let mut parts = full_parts(model, view);
    if tabs_form(model, inner) == TabsForm::Digits && model.view != view {
        parts.truncate(1);
        for (part, _) in &mut parts {
            part.truncate(part.trim_end().len());
        }
    }
    parts
}

/// Returns the number of a tab, its name and its count.
fn full_parts(model: &Model, view: View) -> Vec<(String, Look)> {
    // A view of the candidate's own is in front, not the offers that it is made of.
    let here = model.view == view && !(view == View::Offers && own_in_front(model));
    let look = if here {
        Look::of(Role::Accent).bold()
    } else {
        Look::of(Role::Muted)
    };
    let name_look = if here { look.underline() } else { look };
    let number = View::ALL.iter().position(|other| *other == view).map_or(0, |at| at + 1);
    let mut parts = vec![
        (format!("{number} "), look),
        (view.name().get(model.lang()).to_owned(), name_look),
    ];
    let count = model.count(view);
    if count > 0 || view == View::Offers {
        parts.push((format!(" {count}"), Look::of(Role::Muted)));
    }
    parts
}

fn draw_tab(model: &Model, theme: &Theme, view: View, (area, inner): (Rect, Rect), buf: &mut Buffer) {
    let mut x = area.x;
    for (part, look) in tab_parts(model, view, inner) {
        x = text(buf, from_column(area, x), &part, theme.style(look));
    }
}

/// Returns what a click on the top line asks for.
#[must_use]
pub fn action_at(model: &Model, area: Rect, at: Position) -> Option<Action> {
    let inner = inset(area, 1, 1);
    if reading(model) {
        return (at.x <= inner.x + 8).then_some(Action::Back);
    }
    if let Some((_, view)) = tabs(model, area).into_iter().find(|(place, _)| place.contains(at)) {
        return Some(match view {
            View::Offers => Action::ToOffers,
            View::Kept => Action::ToKept,
            View::Board => Action::ToBoard,
            View::Agenda => Action::ToAgenda,
        });
    }
    let own = own_tabs(model, area).into_iter().find(|(place, _)| place.contains(at));
    if let Some((_, number)) = own {
        return Some(Action::ToOwn(u8::try_from(number).ok()?));
    }
    let hint = u16::try_from(width(&help_hint(model)?)).ok()?;
    (at.x >= inner.right().saturating_sub(hint)).then_some(Action::Help)
}

/// Returns where the tabs of the candidate's own views stand, as many as there is room for.
fn own_tabs(model: &Model, area: Rect) -> Vec<(Rect, usize)> {
    let inner = inset(area, 1, 1);
    let hint = help_hint(model).map_or(0, |hint| width(&hint) + 2);
    let end = inner.right().saturating_sub(u16::try_from(hint).unwrap_or(0));
    let mut x = tabs(model, area)
        .last()
        .map_or(inner.x, |(place, _)| place.right() + TAB_GAP);
    let mut places = Vec::new();
    for (number, (name, _)) in model.setting.views.iter().enumerate().take(MOST_OWN) {
        let columns = u16::try_from(width(name) + 2).unwrap_or(u16::MAX);
        if x.saturating_add(columns) > end {
            break;
        }
        let place = Rect {
            x,
            width: columns,
            ..inner
        };
        places.push((place, number));
        x += columns + TAB_GAP;
    }
    places
}

/// The digits that are left for the candidate's own views.
const MOST_OWN: usize = 5;

fn draw_own_tab(model: &Model, theme: &Theme, number: usize, area: Rect, buf: &mut Buffer) {
    let Some((name, query)) = model.setting.views.get(number) else {
        return;
    };
    let here = is_in_front(model, query);
    let look = if here {
        Look::of(Role::Accent).bold()
    } else {
        Look::of(Role::Muted)
    };
    let digit = (View::ALL.len() + number + 1).to_string();
    let x = text(buf, area, &digit, theme.style(look)) + 1;
    let look = if here { look.underline() } else { look };
    text(buf, from_column(area, x), name, theme.style(look));
}

fn is_in_front(model: &Model, query: &str) -> bool {
    model.view == View::Offers && model.offers.field.text() == query
}

fn own_in_front(model: &Model) -> bool {
    let mut shown = model.setting.views.iter().take(MOST_OWN);
    shown.any(|(_, query)| is_in_front(model, query))
}

fn help_hint(model: &Model) -> Option<String> {
    let key = model.setting.keymap.key_of(Context::List, Action::Help)?;
    Some(format!("{} {}", key.shown(model.lang()), ui::HELP.get(model.lang())))
}

/// Draws the number of deadlines of the week, or of the offers that are marked, before column `end`.
fn draw_alert(model: &Model, theme: &Theme, area: Rect, end: u16, buf: &mut Buffer) {
    let lang = model.lang();
    let deadlines = model.plan.agenda.deadlines_this_week(model.setting.today);
    let (words, role) = match (model.plan.marked.len(), deadlines) {
        (0, 0) => return,
        (0, count) => (plan::deadlines_this_week(lang, count), Role::Soon),
        (marked, _) => (plan::marked(lang, marked), Role::Accent),
    };
    let area = Rect {
        width: end.saturating_sub(area.x + 3),
        ..area
    };
    if usize::from(area.width) > width(&words) {
        right(buf, area, &words, theme.style(Look::of(role)));
    }
}

/// Draws the key of the help; returns the column where it starts.
fn draw_help_key(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) -> u16 {
    let Some(hint) = help_hint(model) else {
        return area.right();
    };
    if usize::from(area.width) > width(&hint) {
        return right(buf, area, &hint, theme.style(Look::of(Role::Muted)));
    }
    area.right()
}

/// Tells whether the key of the help stands in the header.
#[must_use]
pub fn shows_help(model: &Model, area: Rect) -> bool {
    let inner = inset(area, 1, 1);
    !reading(model)
        && help_hint(model)
            .is_some_and(|hint| usize::from(from_column(inner, after_tabs(model, area)).width) > width(&hint))
}

/// Returns the first column that tabs and samples leave free.
fn after_tabs(model: &Model, area: Rect) -> u16 {
    let inner = inset(area, 1, 1);
    let tabs = tabs(model, area).into_iter().map(|(place, _)| place);
    let own = own_tabs(model, area).into_iter().map(|(place, _)| place);
    let x = tabs.chain(own).map(|place| place.right() + TAB_GAP).max();
    let x = x.unwrap_or_else(|| tabs_start(model, inner));
    match samples_word(model, from_column(inner, x)) {
        Some(word) => x + u16::try_from(width(word) + 1).unwrap_or(0),
        None => x,
    }
}

/// Returns what is said of the samples, in as many words as there is room for; nothing when the line below says it.
fn samples_word(model: &Model, area: Rect) -> Option<&'static str> {
    if !model.setting.samples || samples_note(model, panes(model).search).is_some() {
        return None;
    }
    let hint = help_hint(model).map_or(0, |hint| width(&hint) + 3);
    let words = [ui::SAMPLES_HOW, ui::SAMPLES].map(|words| words.get(model.lang()));
    let fits = |room: usize| {
        words
            .into_iter()
            .find(|word| width(word) + room <= usize::from(area.width))
    };
    fits(hint).or_else(|| fits(1))
}

/// Tells whether the offer has the whole screen.
fn reading(model: &Model) -> bool {
    let single = matches!(Class::of(model.screen), Class::Tiny | Class::Narrow);
    model.focus == Focus::Zoom || (single && model.focus == Focus::Detail)
}

/// Draws the line above an offer read alone: the way back, its place in the list, what was searched.
fn draw_reading(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let x = text(buf, area, "‹ ", theme.style(Look::of(Role::Accent)));
    let name = model.view.name().get(model.lang());
    let x = text(buf, from_column(area, x), name, theme.style(Look::of(Role::Text)));
    let (at, count) = match model.view {
        View::Offers => (model.offers.cursor, model.offers.len()),
        View::Kept | View::Board | View::Agenda => (model.plan.place(), model.plan.kept.len()),
    };
    let place = format!("{} / {count}", (at + 1).min(count));
    let x = text(
        buf,
        from_column(area, x + 1),
        &place,
        theme.style(Look::of(Role::Muted)),
    );
    let query = model.offers.field.text();
    if !query.is_empty() {
        right(buf, from_column(area, x + 2), query, theme.style(Look::of(Role::Muted)));
    }
}

/// Draws the search line; returns the place of the cursor in it.
pub fn search_line(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let inner = inset(area, 1, 1);
    if inner.is_empty() {
        return None;
    }
    let typing = model.mode == Mode::Search;
    let slash = if typing {
        Look::of(Role::Accent).bold()
    } else {
        Look::of(Role::Muted)
    };
    let x = text(buf, inner, SLASH, theme.style(slash));
    let muted = theme.style(Look::of(Role::Muted));
    let counted = right(buf, inner, &counts(model, inner), muted);
    let field = from_column(inner, x);
    let field = Rect {
        width: counted.saturating_sub(field.x + 2),
        ..field
    };
    let query = &model.offers.field;
    if query.is_empty() && !typing {
        let after = text(buf, field, ui::SEARCH_HINT.get(model.lang()), muted);
        if let Some(note) = samples_note(model, area) {
            let place = from_column(inner, after + 3);
            text(buf, place, note, theme.style(Look::of(Role::Soon)));
        }
        return None;
    }
    let parsed = Query::parse(query.text(), model.setting.today);
    let wrong = theme.style(Look::of(Role::Late).underline());
    let marks: Vec<_> = parsed.mistakes.iter().map(|mistake| mistake.range.clone()).collect();
    let cursor = super::field::draw_marked(query, &marks, field, (theme.style(Look::of(Role::Text)), wrong), buf);
    if let Some(mistake) = parsed.mistakes.first() {
        let said = search::mistake(model.lang(), mistake.kind, mistake.suggestion.as_deref());
        if width(query.text()) + width(&said) + 2 < usize::from(field.width) {
            right(buf, field, &said, theme.style(Look::of(Role::Soon)));
        }
    }
    Some(cursor)
}

/// The sign before what is searched.
const SLASH: &str = "/ ";
/// The columns that stay free for a search beside what may as well not be said.
const ROOM_TO_TYPE: usize = 20;

/// Returns how many offers are shown, with as much of what is not shown as there is room for.
fn counts(model: &Model, inner: Rect) -> String {
    let room = match (model.offers.field.is_empty(), model.mode == Mode::Search) {
        (true, false) => width(ui::SEARCH_HINT.get(model.lang())) + 2,
        _ => width(model.offers.field.text()) + ROOM_TO_TYPE,
    };
    let left_out = left_out(model).filter(|_| !model.setting.samples);
    let mut said = count(model);
    for hint in [order(model), out(model), left_out].into_iter().flatten() {
        if width(SLASH) + room + width(&hint) + width(&said) <= usize::from(inner.width) {
            said.insert_str(0, &hint);
        }
    }
    said
}

/// Says in the search line that these are samples, where their dates come from, and how to see one's own offers: as
/// much as fits, and nothing where one searches.
fn samples_note(model: &Model, search: Rect) -> Option<&'static str> {
    let idle = model.mode != Mode::Search && model.offers.field.is_empty();
    let inner = inset(search, 1, 1);
    if !model.setting.samples || !idle || inner.is_empty() {
        return None;
    }
    let lang = model.lang();
    let taken = width(SLASH) + width(ui::SEARCH_HINT.get(lang)) + 3 + 2 + width(&counts(model, inner));
    let left = usize::from(inner.width).checked_sub(taken)?;
    let words = [ui::SAMPLES_HOW, ui::SAMPLES_HOW_SHORT, ui::SAMPLES].map(|words| words.get(lang));
    words.into_iter().find(|words| width(words) <= left)
}

/// Returns the order of the list, with the key that changes it, when it is neither the usual one nor that of the query,
/// which stands there already. It may come from the last visit.
fn order(model: &Model) -> Option<String> {
    let sort = model.offers.sort;
    let key = model.setting.keymap.key_of(Context::List, Action::Sort)?;
    let said = sort != Sort::Relevance && model.offers.shown.query.sort.is_none();
    let lang = model.lang();
    said.then(|| format!("{} {} · ", key.shown(lang), ui::in_order(lang, order_name(sort, lang))))
}

/// Returns how many offers match but stay out of the list, with the key that shows them.
fn out(model: &Model) -> Option<String> {
    let out = model.offers.shown.hits.left_out;
    let key = model.setting.keymap.key_of(Context::List, Action::Closed)?;
    (out.total() > 0).then(|| format!("{} {} · ", key.shown(model.lang()), search::left_out(model.lang(), out)))
}

/// Returns how many files that may be meant as offers gave none, with the key that lists them.
fn left_out(model: &Model) -> Option<String> {
    let count = model.left_out().take_while(|file| !file.expected).count();
    let key = model.setting.keymap.key_of(Context::List, Action::LeftOut)?;
    (count > 0).then(|| format!("{} {} · ", key.shown(model.lang()), ui::left_out(model.lang(), count)))
}

fn count(model: &Model) -> String {
    let shown = model.offers.len();
    let all = model.offers.library.rows().len();
    let count = ui::counted(model.lang(), shown, all);
    match model.scan {
        Scan::Running { .. } => format!("{count}…"),
        Scan::Done { .. } => count,
    }
}
