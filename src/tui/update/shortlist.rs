//! Keeping, hiding, stages and memos. Everything is saved at once, says so, and can be undone.

use std::sync::Arc;

use super::{detail, search, toast};
use crate::locale::{tracking as words, ui};
use crate::tracking::journal::Step;
use crate::tracking::{Change, Shortlist, Visits};
use crate::tui::model::field::Field;
use crate::tui::model::{MemoBox, Mode, Model};
use crate::tui::msg::{Deed, Effect, Order, Purpose, Saved};

/// Takes the shortlist as its files hold it.
pub fn loaded(model: &mut Model, shortlist: Arc<Shortlist>, visits: Arc<Visits>, troubles: &[String]) -> Vec<Effect> {
    model.tracked.shortlist = shortlist;
    model.tracked.visits = visits;
    model.tracked.version += 1;
    detail::lay_out(model);
    let mut effects = search::ask(model);
    if let Some(first) = troubles.first() {
        effects.extend(toast::error(
            model,
            ui::and_others(model.lang(), first, troubles.len() - 1),
        ));
    }
    effects
}

/// Keeps the selected offer, or lets it go.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let Some((title, deed)) = keep_deed(model) else {
        return Vec::new();
    };
    let lang = model.lang();
    let Some(row) = model.offers.current() else {
        return Vec::new();
    };
    if model.marks(&row.id).step.is_some() {
        let name = model.tracked.shortlist.name_for(&row.id);
        return order(ui::let_go(lang, &title), vec![Deed::Change(name, Change::Unkeep)]);
    }
    order(ui::kept(lang, &title), vec![deed])
}

/// Hides the selected offer, or shows it again.
pub fn hide(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let library = Arc::clone(&model.offers.shown.library);
    let Some(row) = model.offers.current() else {
        return Vec::new();
    };
    let Some(number) = library.find(&row.id) else {
        return Vec::new();
    };
    if model.marks(&row.id).hidden {
        let name = model.tracked.shortlist.name_for(&row.id);
        return order(
            ui::shown_again(lang, &row.title),
            vec![Deed::Change(name, Change::Show)],
        );
    }
    let what = ui::hidden(lang, &row.title);
    order(what, vec![Deed::Hide { library, row: number }])
}

/// Opens the menu of stages, the present one selected.
pub fn open_stages(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.offers.current() else {
        return Vec::new();
    };
    let stage = model
        .tracked
        .shortlist
        .of_offer(&row.id)
        .map(|application| &application.stage);
    let stages = model.tracked.stages();
    let at = stage.and_then(|stage| stages.iter().position(|other| other == stage));
    // Who keeps nothing yet most often wants to keep.
    model.mode = Mode::Stage(at.unwrap_or(1));
    Vec::new()
}

/// Opens the memo of the selected offer.
pub fn open_memo(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.offers.current() else {
        return Vec::new();
    };
    let application = model.tracked.shortlist.of_offer(&row.id);
    let was = application
        .map(|application| application.notes.clone())
        .unwrap_or_default();
    model.mode = Mode::Memo(MemoBox {
        field: Field::of_lines(&was),
        offer: row.id.clone(),
        title: row.title.to_string(),
        was,
    });
    Vec::new()
}

/// Takes the entry of the menu at this place, from 1.
pub fn pick(model: &mut Model, place: usize) -> Vec<Effect> {
    if let Mode::Stage(at) = &mut model.mode
        && place <= model.tracked.stages().len()
    {
        *at = place - 1;
        return choose(model);
    }
    Vec::new()
}

/// Takes what is selected in the menu or typed in the memo.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    match std::mem::take(&mut model.mode) {
        Mode::Stage(at) => set_stage(model, at),
        Mode::Memo(memo) => save_memo(model, memo),
        other => {
            model.mode = other;
            Vec::new()
        }
    }
}

fn set_stage(model: &mut Model, at: usize) -> Vec<Effect> {
    let (Some(stage), Some((title, deed))) = (model.tracked.stages().into_iter().nth(at), keep_deed(model)) else {
        return Vec::new();
    };
    let Some(row) = model.offers.current() else {
        return Vec::new();
    };
    let what = ui::staged(model.lang(), words::stage(model.lang(), &stage), &title);
    let name = model.tracked.shortlist.name_for(&row.id);
    let known = model.tracked.shortlist.of_offer(&row.id).is_some();
    let change = Change::Stage {
        to: stage,
        date: None,
        by: None,
    };
    order(what, with_keep(known, deed, Deed::Change(name, change)))
}

fn save_memo(model: &mut Model, memo: MemoBox) -> Vec<Effect> {
    let now = memo.field.text().trim_end().to_owned();
    if now == memo.was.trim_end() {
        return Vec::new();
    }
    let what = ui::noted(model.lang(), &memo.title);
    let library = Arc::clone(&model.offers.library);
    let known = model.tracked.shortlist.of_offer(&memo.offer).is_some();
    let name = model.tracked.shortlist.name_for(&memo.offer);
    let change = Deed::Change(name, Change::Notes { was: memo.was, now });
    match library.find(&memo.offer) {
        Some(row) => order(what, with_keep(known, Deed::Keep { library, row }, change)),
        None => order(what, vec![change]),
    }
}

/// An offer that is in the shortlist is not kept once more before it is changed.
fn with_keep(known: bool, keep: Deed, change: Deed) -> Vec<Deed> {
    if known { vec![change] } else { vec![keep, change] }
}

/// Returns the title of the selected offer and what keeps it.
fn keep_deed(model: &Model) -> Option<(String, Deed)> {
    let row = model.offers.current()?;
    let library = Arc::clone(&model.offers.shown.library);
    let number = library.find(&row.id)?;
    Some((row.title.to_string(), Deed::Keep { library, row: number }))
}

fn order(what: String, deeds: Vec<Deed>) -> Vec<Effect> {
    vec![Effect::Save(Order {
        purpose: Purpose::Do,
        what,
        deeds,
    })]
}

/// Takes the last change back.
pub fn undo(model: &mut Model) -> Vec<Effect> {
    match model.tracked.journal.undo() {
        Some((what, changes)) => again(Purpose::Undo, what, changes),
        None => toast::note(model, ui::NOTHING_TO_UNDO.get(model.lang())),
    }
}

/// Does again what was taken back.
pub fn redo(model: &mut Model) -> Vec<Effect> {
    match model.tracked.journal.redo() {
        Some((what, changes)) => again(Purpose::Redo, what, changes),
        None => toast::note(model, ui::NOTHING_TO_REDO.get(model.lang())),
    }
}

fn again(purpose: Purpose, what: String, changes: Vec<(crate::offer::OfferId, Change)>) -> Vec<Effect> {
    let deeds = changes
        .into_iter()
        .map(|(id, change)| Deed::Change(id, change))
        .collect();
    vec![Effect::Save(Order { purpose, what, deeds })]
}

/// Shows what a change left, and remembers it for undo.
pub fn saved(model: &mut Model, saved: Saved) -> Vec<Effect> {
    let lang = model.lang();
    model.tracked.shortlist = saved.shortlist;
    model.tracked.version += 1;
    let step = Step {
        what: saved.what.clone(),
        done: saved.done,
    };
    let nothing = step.done.is_empty();
    let said = match saved.purpose {
        Purpose::Do => {
            model.tracked.journal.record(step);
            saved.what
        }
        Purpose::Undo => {
            model.tracked.journal.undone(step);
            ui::undone(lang, &saved.what)
        }
        Purpose::Redo => {
            model.tracked.journal.redone(step);
            ui::redone(lang, &saved.what)
        }
    };
    detail::lay_out(model);
    let mut effects = search::ask(model);
    effects.extend(match saved.failure {
        Some(why) => toast::error(model, why),
        None if nothing => Vec::new(),
        None => toast::done(model, said),
    });
    effects
}
