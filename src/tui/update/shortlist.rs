//! Keeping, hiding, stages and memos. Everything is saved at once, says so, and can be undone.

use std::sync::Arc;

use super::{correct, date, detail, dossier, own, papers, plan, search, sheet, toast};
use crate::locale::{Lang, Phrase, dates, plan as say, tracking as words, ui};
use crate::offer::OfferId;
use crate::text::clean;
use crate::tracking::alike::already_applied;
use crate::tracking::journal::Step;
use crate::tracking::{Change, Shortlist, Stage, Visits};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::field::Field;
use crate::tui::model::target::{self, Target};
use crate::tui::model::{Again, LeftOut, MemoBox, Mode, Model, StageBox};
use crate::tui::msg::{Deed, Effect, Order, Purpose, Saved};

/// Takes the shortlist as its files hold it.
pub fn loaded(model: &mut Model, shortlist: Arc<Shortlist>, visits: Arc<Visits>, troubles: &[String]) -> Vec<Effect> {
    // What was opened since these visits were sent is on its way to who sent them.
    let before = std::mem::replace(&mut model.tracked.visits, visits);
    if model.tracked.visits.is_behind(&before) {
        Arc::make_mut(&mut model.tracked.visits).catch_up(&before);
    }
    model.tracked.shortlist = shortlist;
    model.tracked.version += 1;
    model.refresh_plan();
    let compare = detail::compare(model);
    detail::lay_out(model);
    let mut effects = search::ask(model);
    effects.extend(compare);
    effects.extend(plan::start(model));
    let known = |said: &&String| model.tracked.troubles.contains(&LeftOut::told(said));
    let new: Vec<String> = troubles.iter().filter(|said| !known(said)).cloned().collect();
    model.tracked.troubles = troubles.iter().map(|said| LeftOut::told(said)).collect();
    effects.extend(tell(model, &new));
    effects
}

/// Tells the first of what could not be read, and which key shows them all.
pub fn tell(model: &mut Model, troubles: &[String]) -> Vec<Effect> {
    let Some(first) = troubles.first() else {
        return Vec::new();
    };
    let key = model.setting.keymap.key_of(Context::List, Action::LeftOut);
    let key = key.map(|key| key.shown(model.lang())).unwrap_or_default();
    let said = ui::and_others(model.lang(), first, troubles.len() - 1, &key);
    toast::error(model, said)
}

/// Keeps what is marked or selected, or lets it go.
///
/// Several offers are let go only when all of them are kept: otherwise the others are kept too.
pub fn keep(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let targets = target::all(model);
    let let_go = target::all_kept(model, &targets);
    let deeds = targets.iter().filter_map(|target| {
        if let_go {
            return Some(plan::deed(model, target, Change::Unkeep));
        }
        if target::is_kept(model, target) {
            None
        } else {
            target.keep()
        }
    });
    let deeds: Vec<Deed> = deeds.collect();
    let names = named(lang, &targets);
    let known = already(model, &targets).filter(|_| !let_go);
    model.plan.marked.clear();
    let what = if let_go {
        ui::let_go(lang, &names)
    } else {
        ui::kept(lang, &names)
    };
    order(known.map_or(what.clone(), |known| format!("{what} · {known}")), deeds)
}

/// Says that something was already sent to who offers the only target.
fn already(model: &Model, targets: &[Target]) -> Option<String> {
    let [
        Target {
            row: Some((library, row)),
            ..
        },
    ] = targets
    else {
        return None;
    };
    let summary = library.rows().get(*row as usize)?;
    let application = already_applied(model.tracked.shortlist.iter(), summary)
        .into_iter()
        .next()?;
    let day = dates::short(model.lang(), application.sent_on()?, model.setting.today);
    let sentence = say::already_applied(model.lang(), application, &day);
    Some(clean(&sentence).one_line().into_string())
}

/// Hides what is marked or selected, or shows it again.
pub fn hide(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    if let Some(why) = own::hidden_by_rule(model).filter(|_| model.plan.marked.is_empty()) {
        return toast::note(model, why);
    }
    let targets = target::all(model);
    let hidden = |target: &Target| model.marks(&target.offer).hidden;
    let show = targets.iter().all(hidden);
    let deeds = targets.iter().filter_map(|target| {
        if show {
            return Some(plan::deed(model, target, Change::Show));
        }
        if hidden(target) {
            return None;
        }
        match (target.row.clone(), target.application(model)) {
            (Some((library, row)), _) => Some(Deed::Hide { library, row }),
            (None, Some(gone)) => {
                let offer = Box::new(gone.offer.clone());
                Some(plan::deed(model, target, Change::Hide(offer)))
            }
            (None, None) => None,
        }
    });
    let deeds: Vec<Deed> = deeds.collect();
    let names = named(lang, &targets);
    model.plan.marked.clear();
    order(
        if show {
            ui::shown_again(lang, &names)
        } else {
            ui::hidden(lang, &names)
        },
        deeds,
    )
}

/// Opens the menu of stages, the present one selected.
pub fn open_stages(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let stage = target.application(model).map(|application| application.stage.clone());
    // Who keeps nothing yet most often wants to keep.
    ask_stage(model, target.offer, ui::STAGE_TITLE, &stage.unwrap_or(Stage::Kept))
}

/// Opens the menu of stages on an offer with what is asked, the likeliest answer selected.
pub fn ask_stage(model: &mut Model, offer: OfferId, question: Phrase, likeliest: &Stage) -> Vec<Effect> {
    let stages = model.tracked.stages();
    let at = stages.iter().position(|stage| stage == likeliest).unwrap_or(0);
    model.mode = Mode::Stage(StageBox { offer, at, question });
    Vec::new()
}

/// Opens the memo of the selected offer.
pub fn open_memo(model: &mut Model) -> Vec<Effect> {
    if let Some(memo) = memo(model) {
        model.mode = Mode::Memo(memo);
    }
    Vec::new()
}

fn memo(model: &Model) -> Option<MemoBox> {
    let target = target::current(model)?;
    let was = target
        .application(model)
        .map(|application| application.notes.clone())
        .unwrap_or_default();
    Some(MemoBox {
        field: Field::of_lines(&was),
        offer: target.offer,
        title: target.title,
        was,
    })
}

/// Hands the open memo, or that of the selected offer, to the editor.
pub fn memo_in_editor(model: &mut Model) -> Vec<Effect> {
    let memo = match std::mem::take(&mut model.mode) {
        Mode::Memo(memo) => Some(memo),
        other => {
            model.mode = other;
            memo(model)
        }
    };
    memo.map(|memo| Effect::EditMemo(Box::new(memo))).into_iter().collect()
}

/// Saves a memo that comes back from the editor; when it failed, what was typed before stays in the box.
pub fn memo_edited(model: &mut Model, memo: MemoBox, trouble: Option<String>) -> Vec<Effect> {
    match trouble {
        None => save_memo(model, memo),
        Some(why) => {
            model.mode = Mode::Memo(memo);
            toast::error(model, why)
        }
    }
}

/// Takes the entry of the menu at this place, from 1.
pub fn pick(model: &mut Model, place: usize) -> Vec<Effect> {
    if let Mode::Stage(open) = &mut model.mode
        && place <= model.tracked.stages().len()
    {
        open.at = place - 1;
        return choose(model);
    }
    Vec::new()
}

/// Takes what is selected in the menu or typed in the box.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    let open = std::mem::take(&mut model.mode);
    let typed = matches!(open, Mode::Date(_) | Mode::Form(_) | Mode::Correct(_)).then(|| open.clone());
    let effects = match open {
        Mode::Stage(open) => {
            let targets = target::of_box(model, &open.offer);
            set_stage(model, &targets, open.at)
        }
        Mode::Memo(memo) => save_memo(model, memo),
        Mode::Date(open) => date::save(model, open),
        Mode::Papers(open) => papers::toggle(model, open),
        Mode::Dossier(open) => dossier::choose(model, open),
        Mode::Form(form) => dossier::save(model, form),
        Mode::Correct(open) => correct::save(model, open),
        Mode::Name(open) => own::choose(model, open),
        Mode::Sheet(sheet) => sheet::choose(model, sheet),
        other => {
            model.mode = other;
            Vec::new()
        }
    };
    match typed {
        Some(typed) => typed_in(effects, &typed),
        None => effects,
    }
}

/// Lets what could not be saved come back to the box in which it was typed.
fn typed_in(mut effects: Vec<Effect>, typed: &Mode) -> Vec<Effect> {
    for effect in &mut effects {
        if let Effect::Save(order) = effect {
            order.typed = Some(Box::new(typed.clone()));
        }
    }
    effects
}

/// Moves offers to the stage at this place of the menu; they are marked no longer.
pub fn set_stage(model: &mut Model, targets: &[Target], at: usize) -> Vec<Effect> {
    model.again = Some(Again::Stage(at));
    model.plan.marked.clear();
    match model.tracked.stages().into_iter().nth(at) {
        Some(stage) => move_to(model, targets, &stage),
        None => Vec::new(),
    }
}

/// Moves offers to a stage; one that is not in the shortlist is kept first.
#[must_use]
pub fn move_to(model: &Model, targets: &[Target], stage: &Stage) -> Vec<Effect> {
    let lang = model.lang();
    let mut deeds = Vec::new();
    for target in targets {
        deeds.extend(target.keep_first(model));
        let change = Change::Stage {
            to: stage.clone(),
            date: None,
            by: None,
        };
        deeds.push(plan::deed(model, target, change));
    }
    order(
        ui::staged(lang, words::stage(lang, stage), &named(lang, targets)),
        deeds,
    )
}

/// Makes the same change to each offer, as far as it is in the shortlist.
#[must_use]
pub fn change_known(model: &Model, targets: &[Target], change: &Change, say: impl Fn(&str) -> String) -> Vec<Effect> {
    let known = targets.iter().filter(|target| target.application(model).is_some());
    let deeds = known.map(|target| plan::deed(model, target, change.clone())).collect();
    order(say(&named(model.lang(), targets)), deeds)
}

/// Takes note of the open offer as it is now, in place of what was kept.
pub fn refresh(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let target = target::current(model).filter(|_| model.detail.changed.is_some());
    let Some((target, (library, row))) = target.and_then(|target| Some((target.clone(), target.row?))) else {
        return toast::note(model, say::NOT_CHANGED.get(lang));
    };
    order(
        say::refreshed(lang, &target.title),
        vec![Deed::Refresh { library, row }],
    )
}

/// Leaves because the terminal is gone or the process is asked to end: nobody is asked about the memo that is open.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    let mut effects = match std::mem::take(&mut model.mode) {
        Mode::Memo(memo) => save_memo(model, memo),
        _ => Vec::new(),
    };
    effects.push(Effect::Quit);
    effects
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
    let was = memo.was.clone();
    let change = Deed::Change(name, Box::new(Change::Notes { was, now }));
    let deeds = match library.find(&memo.offer) {
        Some(row) if !known => vec![Deed::Keep { library, row }, change],
        _ => vec![change],
    };
    typed_in(order(what, deeds), &Mode::Memo(memo))
}

/// Names what an action acts on: the title, or how many there are.
#[must_use]
pub fn named(lang: Lang, targets: &[Target]) -> String {
    match targets {
        [one] => one.title.clone(),
        several => say::several(lang, several.len()),
    }
}

/// Asks for changes that are done and undone together.
#[must_use]
pub fn order(what: String, deeds: Vec<Deed>) -> Vec<Effect> {
    if deeds.is_empty() {
        return Vec::new();
    }
    vec![Effect::Save(Order {
        purpose: Purpose::Do,
        what,
        deeds,
        typed: None,
    })]
}

/// Takes the last change back.
pub fn undo(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = own::undo(model) {
        return effects;
    }
    match model.tracked.journal.undo() {
        Some((what, changes)) => again(Purpose::Undo, what, changes),
        None => toast::note(model, ui::NOTHING_TO_UNDO.get(model.lang())),
    }
}

/// Does again what was taken back.
pub fn redo(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = own::redo(model) {
        return effects;
    }
    match model.tracked.journal.redo() {
        Some((what, changes)) => again(Purpose::Redo, what, changes),
        None => toast::note(model, ui::NOTHING_TO_REDO.get(model.lang())),
    }
}

fn again(purpose: Purpose, what: String, changes: Vec<(OfferId, Change)>) -> Vec<Effect> {
    let deeds = changes
        .into_iter()
        .map(|(id, change)| Deed::Change(id, Box::new(change)))
        .collect();
    vec![Effect::Save(Order {
        purpose,
        what,
        deeds,
        typed: None,
    })]
}

/// Shows what a change left, and remembers it for undo.
pub fn saved(model: &mut Model, saved: Saved) -> Vec<Effect> {
    let lang = model.lang();
    model.tracked.shortlist = saved.shortlist;
    model.tracked.version += 1;
    model.refresh_plan();
    let step = Step {
        what: saved.what.clone(),
        done: saved.done,
    };
    let nothing = step.done.is_empty();
    let waits = matches!(model.mode, Mode::Browse | Mode::Dossier(_) | Mode::Papers(_));
    if let Some(typed) = saved.typed.filter(|_| nothing && waits && saved.failure.is_some()) {
        model.mode = *typed;
    }
    let said = match saved.purpose {
        Purpose::Do => {
            model.wishes.redo.clear();
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
    let compare = detail::compare(model);
    detail::lay_out(model);
    let mut effects = search::ask(model);
    effects.extend(compare);
    effects.extend(match saved.failure {
        Some(why) => toast::error(model, why),
        None if nothing => Vec::new(),
        None => toast::done(model, said),
    });
    effects
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::tracking::samples::application;
    use crate::tui::model::field::Edit;
    use crate::tui::model::{Setting, View};
    use crate::tui::msg::Msg;
    use crate::tui::update::update;

    #[test]
    fn what_could_not_be_saved_is_not_typed_again() {
        let known = application("a");
        let kept = Arc::new(Shortlist::new(vec![known.clone()], Vec::new()));
        for action in [Action::Memo, Action::Date, Action::Tags, Action::Correct] {
            let mut model = Model::new(Setting::new(Lang::En, date(2026, 11, 20)), Rect::new(0, 0, 100, 30));
            drop(loaded(&mut model, Arc::clone(&kept), Arc::default(), &[]));
            drop(plan::show(&mut model, View::Kept));
            drop(update(&mut model, Msg::Do(action)));
            drop(update(&mut model, Msg::Edit(Edit::DeleteToStart)));
            drop(update(&mut model, Msg::Paste("2026-12-01".to_owned())));
            let typed = model.mode.clone();
            let order = match update(&mut model, Msg::Do(Action::Choose)).pop() {
                Some(Effect::Save(order)) => order,
                other => panic!("{action:?}: {other:?}"),
            };
            assert_eq!(model.mode, Mode::Browse);
            let saved = |failure: Option<&str>| Saved {
                purpose: order.purpose,
                what: order.what.clone(),
                done: Vec::new(),
                shortlist: Arc::clone(&kept),
                failure: failure.map(str::to_owned),
                typed: order.typed.clone(),
            };
            drop(update(&mut model, Msg::Saved(saved(None))));
            assert_eq!(model.mode, Mode::Browse);
            drop(update(&mut model, Msg::Saved(saved(Some("damaged")))));
            assert_eq!(model.mode, typed, "{action:?}");
        }
    }

    #[test]
    fn a_memo_that_is_being_typed_when_the_terminal_goes_is_saved() {
        let mut model = Model::new(Setting::new(Lang::En, date(2026, 11, 20)), Rect::new(0, 0, 100, 30));
        let kept = Shortlist::new(vec![application("a")], Vec::new());
        drop(loaded(&mut model, Arc::new(kept), Arc::default(), &[]));
        drop(plan::show(&mut model, View::Kept));
        drop(update(&mut model, Msg::Do(Action::Memo)));
        assert_eq!(update(&mut model, Msg::Leave), [Effect::Quit]);
        drop(update(&mut model, Msg::Do(Action::Memo)));
        drop(update(&mut model, Msg::Paste("call back".to_owned())));
        let left = update(&mut model, Msg::Leave);
        assert!(matches!(left.as_slice(), [Effect::Save(_), Effect::Quit]), "{left:?}");
    }

    #[test]
    fn an_offer_that_was_read_meanwhile_stays_read() {
        let mut model = Model::new(Setting::new(Lang::En, date(2026, 11, 20)), Rect::new(0, 0, 100, 30));
        let id = application("a").offer.id;
        let mut visits = Visits::default();
        visits.meet([&id], date(2026, 11, 19));
        let visits = Arc::new(visits);
        drop(loaded(&mut model, Arc::default(), Arc::clone(&visits), &[]));
        Arc::make_mut(&mut model.tracked.visits).open(&id, date(2026, 11, 20));
        // Sent before the keeper heard of it.
        drop(loaded(&mut model, Arc::default(), visits, &[]));
        assert!(!model.marks(&id).unread);
        assert_eq!(model.tracked.visits.first_seen(&id), Some(date(2026, 11, 19)));
    }
}
