//! Getting around in the open offer: headings, the part on applying, search in the text, links, the source, and the
//! offers read before.

use super::{detail, list, moving, toast};
use crate::locale::reading as say;
use crate::markdown::{Hay, Outline, Place, find};
use crate::search::Query;
use crate::search::query::Test;
use crate::text::url::{Refused, judge};
use crate::tui::layout::panes;
use crate::tui::model::field::Field;
use crate::tui::model::reading::Find;
use crate::tui::model::{Focus, Mode, Model, View};
use crate::tui::msg::Effect;
use crate::tui::page::PageLine;
use crate::tui::theme::Role;

/// How many words of a query are shown in the text.
const MOST_KEYWORDS: usize = 8;

/// Opens the menu of headings, on the one that is being read.
pub fn open_outline(model: &mut Model) -> Vec<Effect> {
    let page = &model.detail.page;
    if page.body.outline.is_empty() {
        let text = say::NO_HEADINGS.get(model.lang());
        return toast::note(model, text);
    }
    let read = model.detail.scroll.saturating_sub(page.body_start);
    let at = page.body.outline.iter().rposition(|entry| entry.line <= read);
    model.mode = Mode::Outline(at.unwrap_or(0));
    Vec::new()
}

/// Opens the menu of links; meanwhile the text shows their numbers.
pub fn open_links(model: &mut Model) -> Vec<Effect> {
    if model.detail.page.body.links.is_empty() {
        let text = say::NO_LINKS.get(model.lang());
        return toast::note(model, text);
    }
    let top = model.detail.scroll.saturating_sub(model.detail.page.body_start);
    let first = model.detail.page.body.links.iter().position(|link| link.line >= top);
    model.mode = Mode::Links(first.unwrap_or(0));
    detail::lay_out(model);
    Vec::new()
}

/// Takes the selected entry of the menu of headings or links.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    match std::mem::take(&mut model.mode) {
        Mode::Outline(at) => {
            let line = model.detail.page.body.outline.get(at).map(|entry| entry.line);
            line.map_or_else(Vec::new, |line| jump(model, line + model.detail.page.body_start))
        }
        Mode::Links(at) => {
            let target = model.detail.page.body.links.get(at).map(|link| link.target.clone());
            detail::lay_out(model);
            target.map_or_else(Vec::new, |target| open_target(model, &target))
        }
        other => {
            model.mode = other;
            Vec::new()
        }
    }
}

/// Takes the entry at this place, from 1.
pub fn pick(model: &mut Model, place: usize) -> Vec<Effect> {
    let count = entries(model);
    let (Mode::Outline(at) | Mode::Links(at)) = &mut model.mode else {
        return Vec::new();
    };
    if place > count {
        return Vec::new();
    }
    *at = place - 1;
    choose(model)
}

/// Returns how many entries the open menu has.
#[must_use]
pub fn entries(model: &Model) -> usize {
    match model.mode {
        Mode::Outline(_) => model.detail.page.body.outline.len(),
        Mode::Links(_) => model.detail.page.body.links.len(),
        _ => 0,
    }
}

/// Closes the menu of links: the numbers leave the text.
pub fn close_links(model: &mut Model) {
    model.mode = Mode::Browse;
    detail::lay_out(model);
}

/// Opens a link of the text, when it may be opened.
fn open_target(model: &mut Model, target: &str) -> Vec<Effect> {
    let lang = model.lang();
    let why = match judge(target) {
        Ok(safe) => return vec![Effect::OpenLink(safe.url)],
        Err(Refused::Relative(shown)) => say::link_relative(lang, shown.as_str()),
        Err(Refused::Scheme(shown)) => say::link_refused(lang, shown.as_str()),
        Err(Refused::Malformed(shown) | Refused::Deceptive(shown)) => say::link_doubtful(lang, shown.as_str()),
    };
    toast::error(model, why)
}

/// Goes to the part that says how to apply: its heading, else the first address of the text.
pub fn to_apply(model: &mut Model) -> Vec<Effect> {
    let page = &model.detail.page;
    let heading = page
        .body
        .outline
        .iter()
        .find(|entry| entry.apply)
        .map(|entry: &Outline| entry.line);
    let address = || {
        page.body
            .links
            .iter()
            .find(|link| link.target.starts_with("mailto:"))
            .map(|link| link.line)
    };
    let Some(line) = heading.or_else(address) else {
        let text = say::NO_APPLY.get(model.lang());
        return toast::note(model, text);
    };
    let line = line + page.body_start;
    jump(model, line)
}

/// Shows a line at the top of the pane, which gets the keyboard.
fn jump(model: &mut Model, line: usize) -> Vec<Effect> {
    let effects = match model.focus {
        Focus::List => super::focus(model, Focus::Detail),
        Focus::Detail | Focus::Zoom => Vec::new(),
    };
    model.detail.scroll = line;
    moving::keep_in_view(model);
    effects
}

/// Opens the line in which one types what to look for in the text.
pub fn open_find(model: &mut Model) -> Vec<Effect> {
    let effects = match model.focus {
        Focus::List => super::focus(model, Focus::Detail),
        Focus::Detail | Focus::Zoom => Vec::new(),
    };
    model.detail.proof = None;
    let from = model.detail.scroll;
    model.detail.find = Some(Find {
        from,
        ..Find::default()
    });
    model.mode = Mode::Find;
    effects
}

/// Changes what is looked for, and shows the first match from where the search began.
pub fn find_edited(model: &mut Model, edit: impl FnOnce(&mut Field) -> bool) {
    let Some(find) = &mut model.detail.find else { return };
    edit(&mut find.field);
    search_page(model);
    let Some(find) = &mut model.detail.find else { return };
    let from = find.from;
    let first = find
        .matches
        .iter()
        .position(|places| places.first().is_some_and(|place| place.line >= from));
    find.at = first.unwrap_or(0);
    if find.matches.is_empty() {
        model.detail.scroll = from;
        moving::keep_in_view(model);
    } else {
        show_match(model);
    }
}

/// Searches the page as it is laid out now.
pub fn search_page(model: &mut Model) {
    let Some(find) = &mut model.detail.find else { return };
    let hay: Vec<Hay> = model.detail.page.lines.iter().map(hay).collect();
    find.matches = self::find(&hay, find.field.text());
    find.at = find.at.min(find.matches.len().saturating_sub(1));
}

/// Finds the words of the present query in the text of the open offer.
pub fn find_keywords(model: &mut Model) {
    let words = match model.view {
        View::Offers => keywords(&model.offers.shown.query),
        View::Kept | View::Board | View::Agenda => Vec::new(),
    };
    model.detail.keywords.clear();
    if words.is_empty() {
        return;
    }
    let start = model.detail.page.body_start;
    let hay: Vec<Hay> = model.detail.page.lines.iter().skip(start).map(hay).collect();
    for word in words {
        let places = find(&hay, word).into_iter().flatten();
        let below = places.map(|place| Place {
            line: place.line + start,
            ..place
        });
        model.detail.keywords.extend(below);
    }
}

/// Returns the words that a query looks for anywhere; one or two letters would light up everything.
fn keywords(query: &Query) -> Vec<&str> {
    let wanted = query
        .clauses
        .iter()
        .flat_map(|clause| &clause.alternatives)
        .filter(|wanted| !wanted.negated);
    let texts = wanted.flat_map(|wanted| match &wanted.test {
        Test::Words(terms) => terms.iter().map(|term| term.text.as_str()).collect(),
        Test::Phrase(phrase) => vec![phrase.as_str()],
        _ => Vec::new(),
    });
    texts
        .filter(|text| text.chars().count() > 2)
        .take(MOST_KEYWORDS)
        .collect()
}

fn hay(line: &PageLine) -> Hay {
    let added = line
        .pieces
        .iter()
        .take_while(|piece| piece.source.is_none() && piece.look.role == Role::Rule);
    Hay {
        text: line.pieces.iter().map(|piece| piece.text.as_str()).collect(),
        indent: added.map(|piece| piece.text.len()).sum(),
        wrapped: line.wrapped,
    }
}

/// Leaves the line, keeping the matches; without any, the search is over.
pub fn accept_find(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Browse;
    if model.detail.find.as_ref().is_some_and(|find| find.matches.is_empty()) {
        model.detail.find = None;
    }
    moving::keep_in_view(model);
    Vec::new()
}

/// Ends the search in the text; while typing, one is back where it began.
pub fn end_find(model: &mut Model) {
    let typing = model.mode == Mode::Find;
    model.mode = Mode::Browse;
    if let Some(find) = model.detail.find.take()
        && typing
    {
        model.detail.scroll = find.from;
    }
    moving::keep_in_view(model);
}

/// Goes to the next or the previous match, around the ends.
pub fn next_match(model: &mut Model, forward: bool) -> Vec<Effect> {
    if let Some(find) = &mut model.detail.find
        && !find.matches.is_empty()
    {
        let count = find.matches.len();
        find.at = if forward {
            (find.at + 1) % count
        } else {
            (find.at + count - 1) % count
        };
        show_match(model);
    }
    Vec::new()
}

/// Scrolls so that the present match stands a third down the pane, unless it is on the screen.
fn show_match(model: &mut Model) {
    let height = usize::from(panes(model).text.height);
    let Some(find) = &model.detail.find else { return };
    let Some(line) = find
        .matches
        .get(find.at)
        .and_then(|places| places.first())
        .map(|place| place.line)
    else {
        return;
    };
    let shown = model.detail.scroll..model.detail.scroll + height;
    if !shown.contains(&line) {
        model.detail.scroll = line.saturating_sub(height / 3);
    }
    moving::keep_in_view(model);
}

/// Shows the source of the file instead of the text laid out, or back, at about the same place.
pub fn toggle_source(model: &mut Model) -> Vec<Effect> {
    let page = &model.detail.page;
    let visible = page.lines.iter().skip(model.detail.scroll.max(page.body_start));
    let here = visible
        .flat_map(|line| &line.pieces)
        .find_map(|piece| piece.source.clone());
    model.detail.source = !model.detail.source;
    let below = model.detail.scroll >= page.body_start;
    detail::lay_out(model);
    let line = here
        .filter(|_| below)
        .and_then(|source| model.detail.page.line_of(&source));
    if below || model.detail.source {
        model.detail.scroll = line.unwrap_or(model.detail.page.body_start);
    }
    moving::keep_in_view(model);
    let text = if model.detail.source { say::SOURCE } else { say::TEXT };
    let text = text.get(model.lang());
    toast::note(model, text)
}

/// Opens the offer read before this one, or after it.
pub fn along_trail(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.lang();
    let Some(id) = model.reading.neighbour(forward).cloned() else {
        let text = if forward { say::NO_LATER } else { say::NO_EARLIER };
        return toast::note(model, text.get(lang));
    };
    match model.offers.place_of(&id).filter(|_| model.view == View::Offers) {
        Some(at) => {
            model.reading.step(forward);
            list::choose(model, at)
        }
        None => toast::note(model, say::NOT_IN_LIST.get(lang)),
    }
}
