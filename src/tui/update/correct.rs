//! The box that corrects a fact: which one, what is typed, what becomes of it.

use super::{plan, shortlist, toast};
use crate::locale::correct as say;
use crate::tracking::Change;
use crate::tracking::correct::Correctable;
use crate::tui::model::field::Field;
use crate::tui::model::target;
use crate::tui::model::{CorrectBox, Mode, Model};
use crate::tui::msg::Effect;

/// Opens the box for the selected offer, at its first correctable fact.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let fact = Correctable::ALL[0];
    let mut open = CorrectBox {
        field: Field::default(),
        fact,
        offer: target.offer,
        title: target.title,
    };
    show(model, &mut open, fact);
    model.mode = Mode::Correct(open);
    Vec::new()
}

/// Takes the next fact, or the one before, with what is known of it.
pub fn turn(model: &mut Model, forward: bool) -> Vec<Effect> {
    if let Mode::Correct(mut open) = std::mem::take(&mut model.mode) {
        let count = Correctable::ALL.len();
        let at = Correctable::ALL.iter().position(|fact| *fact == open.fact).unwrap_or(0);
        let step = if forward { 1 } else { count - 1 };
        show(model, &mut open, Correctable::ALL[(at + step) % count]);
        model.mode = Mode::Correct(open);
    }
    Vec::new()
}

fn show(model: &Model, open: &mut CorrectBox, fact: Correctable) {
    let known = model
        .tracked
        .shortlist
        .of_offer(&open.offer)
        .and_then(|application| application.corrected.text(fact));
    open.fact = fact;
    open.field = Field::new(&known.unwrap_or_else(|| model.stated(open)));
}

/// Saves the correction; an empty line, or what the offer says, takes it away. What is not understood stays in the box.
pub fn save(model: &mut Model, open: CorrectBox) -> Vec<Effect> {
    let lang = model.lang();
    let typed = open.field.text().trim();
    let as_stated = typed.is_empty() || typed == model.stated(&open);
    let kept = open.fact.understand(typed, model.setting.today);
    if kept.is_none() && !as_stated {
        let text = say::not_understood(lang, open.fact);
        model.mode = Mode::Correct(open);
        return toast::note(model, text);
    }
    let target = target::of_offer(model, &open.offer);
    let known = target
        .application(model)
        .map(|application| application.corrected.clone());
    let before = known.unwrap_or_default();
    let mut after = before.clone();
    after.set(open.fact, kept.filter(|_| !as_stated));
    if after == before {
        return Vec::new();
    }
    let what = say::saved(lang, open.fact, as_stated, &open.title);
    let mut deeds: Vec<_> = target.keep_first(model).into_iter().collect();
    deeds.push(plan::deed(model, &target, Change::Correct(Box::new(after))));
    shortlist::order(what, deeds)
}
