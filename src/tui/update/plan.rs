//! The views of the shortlist: going to them, moving in them, moving a card.

use ratatui::layout::Position;

use super::moving::{self, Stride};
use super::{detail, list, shortlist, toast};
use crate::locale::{plan as say, reading, sheet};
use crate::offer::OfferId;
use crate::tracking::agenda::ItemKind;
use crate::tracking::application::Means;
use crate::tracking::{Answer, Change, Stage, Step};
use crate::tui::keymap::Action;
use crate::tui::layout::{Panes, panes, scroll_into_view};
use crate::tui::model::plan::{AgendaLine, SORTS};
use crate::tui::model::target::{self, Target};
use crate::tui::model::{Focus, Mode, Model, View};
use crate::tui::msg::{Deed, Effect};
use crate::tui::view::board;

/// Goes to a view.
pub fn show(model: &mut Model, view: View) -> Vec<Effect> {
    model.view = view;
    model.focus = Focus::List;
    model.plan.follow();
    detail::lay_out(model);
    match view {
        View::Offers | View::Kept => detail::open_selected(model),
        View::Board | View::Agenda => Vec::new(),
    }
}

/// Goes to the list of offers, unless it is in front.
pub fn to_offers(model: &mut Model) -> Vec<Effect> {
    if model.view == View::Offers {
        return Vec::new();
    }
    show(model, View::Offers)
}

/// Opens the selected application beside the list of the kept ones; one that is let go, beside the list of offers.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(application) = model.selected_application() else {
        return Vec::new();
    };
    let (id, offer) = (application.id.clone(), application.offer.id.clone());
    let mut effects = if model.plan.kept.contains(&id) {
        model.plan.selected = Some(id);
        show(model, View::Kept)
    } else if let Some(at) = model.offers.place_of(&offer) {
        model.view = View::Offers;
        list::choose(model, at)
    } else {
        return toast::note(model, reading::NOT_IN_LIST.get(model.lang()));
    };
    effects.extend(super::focus(model, Focus::Detail));
    effects
}

/// Moves the selection of the view in front.
pub fn moved(model: &mut Model, stride: Stride) -> Vec<Effect> {
    match model.view {
        View::Offers => Vec::new(),
        View::Kept => {
            let at = stride.from(model.plan.place(), model.plan.kept.len());
            match model.plan.kept.get(at).cloned() {
                Some(id) => select(model, id),
                None => Vec::new(),
            }
        }
        View::Board => {
            let card = model.plan.card();
            let cards = model
                .plan
                .columns
                .get(model.plan.column)
                .map(|column| column.cards.clone());
            let cards = cards.unwrap_or_default();
            if let Some(id) = cards.get(stride.from(card, cards.len())) {
                model.plan.selected = Some(id.clone());
            }
            Vec::new()
        }
        View::Agenda => {
            model.plan.item = stride.from(model.plan.item, model.plan.agenda.items.len());
            let item = model.plan.agenda.items.get(model.plan.item);
            model.plan.selected = item.map(|item| item.id.clone()).or(model.plan.selected.take());
            moving::keep_in_view(model);
            Vec::new()
        }
    }
}

/// Selects what stands at a place of the screen; `None` where nothing can be selected.
pub fn press(model: &mut Model, at: Position) -> Option<Vec<Effect>> {
    let areas = panes(model);
    match model.view {
        View::Offers => None,
        View::Kept => {
            let row = areas
                .list
                .contains(at)
                .then(|| areas.row_at(at.y, model.plan.offset))??;
            let id = model.plan.kept.get(row)?.clone();
            let mut effects = super::focus(model, Focus::List);
            effects.extend(select(model, id));
            Some(effects)
        }
        View::Board => {
            let (column, card) = board::hit(model, &areas, at)?;
            model.plan.column = column;
            model.plan.selected = card.or(model.plan.selected.take());
            Some(Vec::new())
        }
        View::Agenda => {
            let line = areas.body.contains(at).then(|| usize::from(at.y - areas.body.y))?;
            match model.plan.lines().get(line + model.plan.agenda_offset)? {
                AgendaLine::Item(item) => model.plan.stay(*item),
                AgendaLine::Heading(_) | AgendaLine::Blank | AgendaLine::NumbersHeading | AgendaLine::Number(_) => {
                    return None;
                }
            }
            Some(Vec::new())
        }
    }
}

/// Selects a kept application and opens it beside the list.
fn select(model: &mut Model, id: OfferId) -> Vec<Effect> {
    model.plan.selected = Some(id);
    model.plan.follow();
    moving::keep_in_view(model);
    detail::open_selected(model)
}

/// Goes to the column beside; its card at the same height is selected.
pub fn column(model: &mut Model, right: bool) -> Vec<Effect> {
    let plan = &mut model.plan;
    let card = plan.card();
    let last = plan.columns.len().saturating_sub(1);
    plan.column = if right {
        (plan.column + 1).min(last)
    } else {
        plan.column.saturating_sub(1)
    };
    let cards = plan
        .columns
        .get(plan.column)
        .map(|column| column.cards.as_slice())
        .unwrap_or_default();
    if let Some(id) = cards.get(card).or_else(|| cards.last()) {
        plan.selected = Some(id.clone());
    }
    Vec::new()
}

/// Moves the selected card to the column beside. Which answer came is asked for, because only the person knows.
pub fn move_card(model: &mut Model, right: bool) -> Vec<Effect> {
    let Some(application) = model.board_card() else {
        return toast::note(model, say::NO_CARD.get(model.lang()));
    };
    let offer = application.offer.id.clone();
    let step = application.step(model.tracked.shortlist.own_stages());
    let to = if right {
        step.next()
    } else {
        step.previous().filter(|step| *step != Step::Spotted)
    };
    match to {
        None => Vec::new(),
        Some(Step::Answered) => shortlist::ask_stage(model, offer, say::WHICH_ANSWER, &Stage::of_step(Step::Answered)),
        Some(step) => shortlist::move_to(model, &[target::of_offer(model, &offer)], &Stage::of_step(step)),
    }
}

/// Notes that the candidate asked for news today, of what is marked or selected.
pub fn followed_up(model: &mut Model) -> Vec<Effect> {
    let targets = target::all(model);
    model.plan.marked.clear();
    if targets.iter().all(|target| target.application(model).is_none()) {
        return toast::note(model, sheet::NOT_SENT_YET.get(model.lang()));
    }
    note_follow_up(model, &targets)
}

fn note_follow_up(model: &Model, targets: &[Target]) -> Vec<Effect> {
    let lang = model.lang();
    let change = Change::FollowUp {
        date: None,
        means: Means::default(),
    };
    shortlist::change_known(model, targets, &change, |title| say::followed_up(lang, title))
}

/// Does what the selected item of the agenda asks for.
pub fn done(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let item = model.plan.agenda.items.get(model.plan.item).cloned();
    let (Some(item), Some(target)) = (item, target::current(model)) else {
        return toast::note(model, say::NOTHING_PLANNED.get(lang));
    };
    let ask = |model: &mut Model, question, likeliest| {
        shortlist::ask_stage(model, target.offer.clone(), question, &likeliest)
    };
    let this = std::slice::from_ref(&target);
    match item.kind {
        ItemKind::Action(_) => {
            shortlist::change_known(model, this, &Change::Next(None), |title| say::action_done(lang, title))
        }
        ItemKind::FollowUp { .. } => note_follow_up(model, this),
        ItemKind::SuggestNoAnswer { .. } => shortlist::move_to(model, this, &Stage::NoAnswer),
        // What is done about these only the person knows.
        ItemKind::Deadline => ask(model, say::AFTER_DEADLINE, Stage::Sent),
        ItemKind::Interview(_) => ask(model, say::AFTER_INTERVIEW, Stage::Interview),
        ItemKind::AnswerThem { .. } => ask(model, say::ANSWER_TO_THEM, Stage::Answered(Answer::Accepted)),
    }
}

/// Takes the next order of the kept offers.
pub fn next_sort(model: &mut Model) -> Vec<Effect> {
    let at = SORTS.iter().position(|sort| *sort == model.plan.sort).unwrap_or(0);
    model.plan.sort = SORTS[(at + 1) % SORTS.len()];
    model.refresh_plan();
    moving::keep_in_view(model);
    let lang = model.lang();
    toast::note(model, say::sorted(lang, model.plan.sort))
}

/// Marks the selected offer for a common action, or takes the mark off, and goes to the next one.
pub fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    if !model.plan.marked.remove(&target.offer) {
        model.plan.marked.insert(target.offer);
    }
    moving::moved(model, Action::Down)
}

/// Brings what is selected back on the screen.
pub fn keep_in_view(model: &mut Model, areas: &Panes) {
    let plan = &mut model.plan;
    if !areas.list.is_empty() {
        plan.offset = scroll_into_view(plan.offset, plan.place(), areas.rows(), plan.kept.len());
    }
    if model.view != View::Agenda {
        return;
    }
    let lines = plan.lines();
    let height = usize::from(areas.body.height);
    let line = lines
        .iter()
        .position(|line| *line == AgendaLine::Item(plan.item))
        .unwrap_or(0);
    plan.agenda_offset = scroll_into_view(plan.agenda_offset, line, height, lines.len());
    // The title of a part stays with its first item.
    if height > 1
        && line > 0
        && plan.agenda_offset == line
        && matches!(lines.get(line - 1), Some(AgendaLine::Heading(_)))
    {
        plan.agenda_offset = line - 1;
    }
}

/// Chooses the view of the start: the agenda when something is due today, unless the person was faster.
pub fn start(model: &mut Model) -> Vec<Effect> {
    if model.plan.started {
        return Vec::new();
    }
    model.plan.started = true;
    let due = model.plan.agenda.due(model.setting.today);
    if due == 0 || model.offers.chosen || !model.offers.field.is_empty() || model.mode != Mode::Browse {
        return Vec::new();
    }
    let first = model.plan.agenda.items.first().map(|item| item.id.clone());
    model.plan.selected = first.or(model.plan.selected.take());
    show(model, View::Agenda)
}

/// Returns a change of the application about an offer.
#[must_use]
pub fn deed(model: &Model, target: &target::Target, change: Change) -> Deed {
    Deed::Change(model.tracked.shortlist.name_for(&target.offer), Box::new(change))
}
