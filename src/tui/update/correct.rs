//! The box that corrects a fact: which one, what is typed, what becomes of it.

use std::borrow::Cow;

use super::{plan, shortlist, target, toast};
use crate::locale::correct as say;
use crate::offer::Offer;
use crate::tracking::Change;
use crate::tracking::correct::{Correctable, corrected};
use crate::tui::model::field::Field;
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
    open.field = Field::new(&known.unwrap_or_else(|| stated(model, open)));
}

/// Returns what the offer itself says of the fact; empty when it says nothing or is not open.
#[must_use]
pub fn stated(model: &Model, open: &CorrectBox) -> String {
    let opened = model.detail.offer().filter(|opened| opened.offer.id == open.offer);
    opened.map(|opened| open.fact.stated(&opened.offer)).unwrap_or_default()
}

/// Saves the correction; an empty line, or what the offer says, takes it away. What is not understood stays in the box.
pub fn save(model: &mut Model, open: CorrectBox) -> Vec<Effect> {
    let lang = model.lang();
    let typed = open.field.text().trim();
    let as_stated = typed.is_empty() || typed == stated(model, &open);
    let kept = open.fact.understand(typed, model.setting.today);
    if kept.is_none() && !as_stated {
        let text = say::not_understood(lang, open.fact);
        model.mode = Mode::Correct(open);
        return toast::note(model, text);
    }
    let Some(target) = target::current(model).filter(|target| target.offer == open.offer) else {
        return Vec::new();
    };
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

/// Returns the open offer as the candidate corrected it.
#[must_use]
pub fn as_corrected<'m>(model: &'m Model, offer: &'m Offer) -> Cow<'m, Offer> {
    match model.tracked.shortlist.of_offer(&offer.id) {
        Some(application) => corrected(offer, &application.corrected, model.setting.today),
        None => Cow::Borrowed(offer),
    }
}
