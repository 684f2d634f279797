//! The dossier of an application and the forms that write its parts.

use super::moving::Stride;
use super::{plan, shortlist, toast};
use crate::locale::dossier as say;
use crate::offer::OfferId;
use crate::tracking::Change;
use crate::tracking::application::Party;
use crate::tracking::entry::Entry;
use crate::tui::model::dossier::{Dossier, Form, Line};
use crate::tui::model::field::Field;
use crate::tui::model::target;
use crate::tui::model::{Mode, Model};
use crate::tui::msg::Effect;

/// Opens the dossier of what is selected.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(target) = target::current(model) {
        model.mode = Mode::Dossier(Dossier {
            offer: target.offer,
            title: target.title,
            at: 0,
        });
    }
    Vec::new()
}

/// Opens the tags of what is marked or selected. On several, what is typed is added to each.
pub fn open_tags(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let title = shortlist::named(model.lang(), &target::all(model));
    let known = target.application(model).filter(|_| model.plan.marked.is_empty());
    let texts = Entry::Tags.texts(known, model.setting.today, model.lang());
    model.mode = Mode::Form(Form {
        offer: target.offer,
        title,
        entry: Entry::Tags,
        fields: fields(&texts),
        at: 0,
        behind: Box::default(),
    });
    Vec::new()
}

/// Opens a form for a part of an application above the dossier or the checklist.
fn open_form(model: &mut Model, (offer, title): (OfferId, String), entry: Entry, behind: Mode) {
    let known = model.tracked.shortlist.of_offer(&offer);
    let texts = entry.texts(known, model.setting.today, model.lang());
    model.mode = Mode::Form(Form {
        offer,
        title,
        entry,
        fields: fields(&texts),
        at: 0,
        behind: Box::new(behind),
    });
}

fn fields(texts: &[String]) -> Vec<Field> {
    texts.iter().map(|text| Field::new(text)).collect()
}

/// Writes the selected line of the dossier.
pub fn choose(model: &mut Model, open: Dossier) -> Vec<Effect> {
    match open.selected(model.tracked.shortlist.of_offer(&open.offer)) {
        Some(Line::Entry(entry) | Line::Add(entry)) => {
            let about = (open.offer.clone(), open.title.clone());
            open_form(model, about, entry, Mode::Dossier(open));
            Vec::new()
        }
        Some(Line::EndedBy) => turn_ended_by(model, open),
        Some(Line::Heading(_)) | None => {
            model.mode = Mode::Dossier(open);
            Vec::new()
        }
    }
}

/// Says that the other side ended it, then the candidate, then nobody.
fn turn_ended_by(model: &mut Model, open: Dossier) -> Vec<Effect> {
    let known = model.tracked.shortlist.of_offer(&open.offer);
    let next = match known.and_then(|known| known.ended_by) {
        None => Some(Party::Them),
        Some(Party::Them) => Some(Party::Me),
        Some(Party::Me) => None,
    };
    let what = say::ended_by_saved(model.lang(), next, &open.title);
    let deed = plan::deed(model, &target::of_offer(model, &open.offer), Change::EndedBy(next));
    model.mode = Mode::Dossier(open);
    shortlist::order(what, vec![deed])
}

/// Takes the selected line of the dossier away.
pub fn remove(model: &mut Model) -> Vec<Effect> {
    let Mode::Dossier(open) = &model.mode else {
        return Vec::new();
    };
    let line = open.selected(model.tracked.shortlist.of_offer(&open.offer));
    let entry = match line {
        Some(Line::Entry(entry)) => entry,
        Some(Line::Add(_) | Line::EndedBy | Line::Heading(_)) | None => return Vec::new(),
    };
    let Some(change) = entry.removal() else {
        return toast::note(model, say::NOTHING_TO_REMOVE.get(model.lang()));
    };
    let what = say::removed(model.lang(), &entry, model.setting.today);
    let deed = plan::deed(model, &target::of_offer(model, &open.offer), change);
    shortlist::order(what, vec![deed])
}

/// Asks for the file of the selected document of the checklist.
pub fn attach(model: &mut Model) -> Vec<Effect> {
    let Mode::Papers(papers) = std::mem::take(&mut model.mode) else {
        return Vec::new();
    };
    if let Some(name) = papers.names.get(papers.at).cloned() {
        let about = (papers.offer.clone(), papers.title.clone());
        open_form(model, about, Entry::File(name), Mode::Papers(papers));
    }
    Vec::new()
}

/// Moves the selection of the dossier.
pub fn moved(model: &mut Model, stride: Stride) {
    if let Mode::Dossier(open) = &mut model.mode {
        let count = Dossier::count(model.tracked.shortlist.of_offer(&open.offer));
        open.at = stride.from(open.at, count);
    }
}

/// Gives the next line of the form the keyboard, or the one before; the last is followed by the first.
pub fn next_line(form: &mut Form, forward: bool) {
    let count = form.fields.len().max(1);
    let step = if forward { 1 } else { count - 1 };
    form.at = (form.at + step) % count;
}

/// Closes the form without saving; what stood behind it comes back.
pub fn close_form(model: &mut Model) {
    if let Mode::Form(form) = std::mem::take(&mut model.mode) {
        model.mode = *form.behind;
    }
}

/// Saves what is typed; what is not understood stays in the form, its line selected.
pub fn save(model: &mut Model, mut form: Form) -> Vec<Effect> {
    let (lang, today) = (model.lang(), model.setting.today);
    let targets = if form.entry == Entry::Tags && *form.behind == Mode::Browse {
        target::of_box(model, &form.offer)
    } else {
        vec![target::of_offer(model, &form.offer)]
    };
    let mut deeds = Vec::new();
    for target in &targets {
        // On several offers, tags are added and none is taken off.
        let known = target.application(model).filter(|_| targets.len() == 1);
        let changes = match form.entry.changes(&form.texts(), known, today) {
            Ok(changes) => changes,
            Err(blank) => {
                form.at = form
                    .entry
                    .blanks()
                    .iter()
                    .position(|known| *known == blank)
                    .unwrap_or(0);
                model.mode = Mode::Form(form);
                return toast::note(model, say::not_understood(lang, blank));
            }
        };
        if !changes.is_empty() {
            deeds.extend(target.keep_first(model));
        }
        deeds.extend(changes.into_iter().map(|change| plan::deed(model, target, change)));
    }
    let what = say::saved(lang, &form.entry, &shortlist::named(lang, &targets));
    model.mode = *form.behind;
    if matches!(model.mode, Mode::Browse) {
        model.plan.marked.clear();
    }
    shortlist::order(what, deeds)
}
