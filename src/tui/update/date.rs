//! The box for a date: a reminder, an interview, the deadline, the day it was sent; what was understood is shown live.

use super::{plan, shortlist, toast};
use crate::locale::plan as say;
use crate::tracking::application::{Corrections, Interview, NextAction};
use crate::tracking::when::Moment;
use crate::tracking::{Change, Stage};
use crate::tui::model::field::Field;
use crate::tui::model::target;
use crate::tui::model::{DateBox, DateKind, Mode, Model};
use crate::tui::msg::Effect;

/// Opens the box for what is selected or marked.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let planned = target
        .application(model)
        .and_then(|application| application.next.as_ref());
    let text = planned.map(|next| format!("{} {}", next.date, next.what).trim().to_owned());
    model.mode = Mode::Date(DateBox {
        field: Field::new(&text.unwrap_or_default()),
        kind: DateKind::Reminder,
        offer: target.offer,
        title: target.title,
    });
    Vec::new()
}

/// Takes the next kind of date.
pub fn next_kind(model: &mut Model) -> Vec<Effect> {
    if let Mode::Date(open) = &mut model.mode {
        let at = DateKind::ALL.iter().position(|kind| *kind == open.kind).unwrap_or(0);
        open.kind = DateKind::ALL[(at + 1) % DateKind::ALL.len()];
    }
    Vec::new()
}

/// Saves what was understood; what was not understood stays in the box.
pub fn save(model: &mut Model, open: DateBox) -> Vec<Effect> {
    let lang = model.lang();
    let targets = target::of_box(model, &open.offer);
    let nothing = open.field.text().trim().is_empty();
    if nothing && open.kind == DateKind::Reminder {
        model.plan.marked.clear();
        return shortlist::change_known(model, &targets, &Change::Next(None), |title| {
            say::reminder_gone(lang, title)
        });
    }
    let Some((moment, rest)) = open.understood(model.setting.today) else {
        model.mode = Mode::Date(open);
        return toast::note(model, say::NO_DATE.get(lang));
    };
    let what = say::dated(
        lang,
        open.kind,
        moment,
        model.setting.today,
        &shortlist::named(lang, &targets),
    );
    let mut deeds = Vec::new();
    for target in &targets {
        deeds.extend(target.keep_first(model));
        deeds.push(plan::deed(
            model,
            target,
            change(model, target, open.kind, moment, &rest),
        ));
    }
    model.plan.marked.clear();
    shortlist::order(what, deeds)
}

fn change(model: &Model, target: &target::Target, kind: DateKind, moment: Moment, rest: &str) -> Change {
    match kind {
        DateKind::Reminder => Change::Next(Some(NextAction::at(moment, rest))),
        DateKind::Interview => {
            let link = rest.starts_with("https://").then(|| rest.to_owned());
            let place = (link.is_none() && !rest.is_empty()).then(|| rest.to_owned());
            Change::AddInterview(Interview {
                place,
                link,
                ..Interview::on(moment.date, moment.time)
            })
        }
        DateKind::Deadline => {
            let known = target
                .application(model)
                .map(|application| application.corrected.clone());
            let corrections = Corrections {
                deadline: Some(moment.date),
                ..known.unwrap_or_default()
            };
            Change::Correct(Box::new(corrections))
        }
        DateKind::Sent => Change::Stage {
            to: Stage::Sent,
            date: Some(moment.date),
            by: None,
        },
    }
}
