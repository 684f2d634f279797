//! Views of the candidate's own and what is never shown: named, renamed, forgotten, hidden, brought back, undone.

use super::toast;
use crate::locale::search::{self as say, Naming};
use crate::locale::{Lang, ui};
use crate::search::edit::exactly;
use crate::search::query::fields::Field as Name;
use crate::tui::keymap::{Action, Context};
use crate::tui::model::field::Field;
use crate::tui::model::own::{Granted, NameBox, Wish};
use crate::tui::model::target;
use crate::tui::model::{Mode, Model, View};
use crate::tui::msg::Effect;

/// Opens the box that names the present query: a new view, or the one that has this query.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let query = model.offers.field.text().trim().to_owned();
    if query.is_empty() || model.view != View::Offers {
        return toast::note(model, say::NOTHING_TO_NAME.get(model.lang()));
    }
    let views = &model.setting.views;
    let known = views.iter().find(|view| view.1 == query).map(|view| view.0.clone());
    model.mode = Mode::Name(NameBox {
        field: Field::new(known.as_deref().unwrap_or_default()),
        query,
        known,
    });
    Vec::new()
}

/// Does what the box says.
pub fn choose(model: &mut Model, open: NameBox) -> Vec<Effect> {
    let lang = model.lang();
    let (name, query) = (open.name().to_owned(), open.query.clone());
    match (open.meaning(&model.setting.views), open.known.clone()) {
        (Naming::Save | Naming::Replace(_), _) => {
            let what = say::view_saved(lang, &name);
            wish(model, Wish::SaveView { name, query }, what)
        }
        (Naming::Rename, Some(from)) => {
            let what = say::view_renamed(lang, &from, &name);
            wish(model, Wish::RenameView { from, to: name }, what)
        }
        (Naming::Remove, Some(name)) => {
            let what = say::view_removed(lang, &name);
            wish(model, Wish::RemoveView { name }, what)
        }
        (Naming::Taken, _) => {
            model.mode = Mode::Name(open);
            toast::note(model, say::NAME_TAKEN.get(lang))
        }
        (Naming::Nothing | Naming::Rename | Naming::Remove, _) => Vec::new(),
    }
}

/// Never shows the organisation of the selected offer again, or shows it again.
pub fn hide_organization(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let organization = organization(model).unwrap_or_default();
    if organization.is_empty() {
        return toast::note(model, say::NO_ORGANIZATION.get(lang));
    }
    let rules = [Lang::Fr, Lang::En].map(|lang| exactly(Name::Organization, &organization, lang));
    let known = rules.iter().find(|rule| model.setting.hide.contains(*rule)).cloned();
    if let Some(rule) = known {
        return wish(model, Wish::Show { rule }, say::organization_shown(lang, &organization));
    }
    let rule = exactly(Name::Organization, &organization, lang);
    let what = say::organization_hidden(lang, &organization);
    wish(model, Wish::Hide { rule }, what)
}

/// Returns what says that a rule hides the selected offer, when that is so: hiding it by itself would change nothing.
#[must_use]
pub fn hidden_by_rule(model: &Model) -> Option<String> {
    let by_rule = model.offers.hit(model.offers.cursor)?.hidden && !model.marks(&model.offers.current()?.id).hidden;
    let key = model.setting.keymap.key_of(Context::List, Action::HideOrganization);
    let key = key.map(|key| key.shown(model.lang())).unwrap_or_default();
    (by_rule && model.view == View::Offers).then(|| say::hidden_by_rule(model.lang(), &key))
}

/// Returns the organisation of what is selected, as the offer writes it.
fn organization(model: &Model) -> Option<String> {
    if model.view == View::Offers {
        return Some(model.offers.current()?.organization.to_string());
    }
    let target = target::current(model)?;
    Some(target.application(model)?.offer.organization.clone())
}

fn wish(model: &mut Model, wish: Wish, what: String) -> Vec<Effect> {
    let granted = Granted {
        inverse: wish.inverse(&model.setting.views),
        wish: wish.clone(),
        what: what.clone(),
        after: model.tracked.journal.undoable(),
    };
    model.wishes.redo.clear();
    model.wishes.undo.push(granted);
    vec![Effect::Configure { wish, what }]
}

/// Takes the last change of the configuration back, when no change of the shortlist came after it.
pub fn undo(model: &mut Model) -> Option<Vec<Effect>> {
    let depth = model.tracked.journal.undoable();
    let last = model.wishes.undo.pop_if(|granted| granted.after >= depth)?;
    let effect = Effect::Configure {
        wish: last.inverse.clone(),
        what: ui::undone(model.lang(), &last.what),
    };
    model.wishes.redo.push(last);
    Some(vec![effect])
}

/// Makes the change of the configuration again that was taken back last, when no change of the shortlist was taken back
/// after it.
pub fn redo(model: &mut Model) -> Option<Vec<Effect>> {
    let journal = &model.tracked.journal;
    let (depth, alone) = (journal.undoable(), journal.next_redo().is_none());
    let last = model.wishes.redo.pop_if(|granted| granted.after <= depth || alone)?;
    let effect = Effect::Configure {
        wish: last.wish.clone(),
        what: ui::redone(model.lang(), &last.what),
    };
    model.wishes.undo.push(last);
    Some(vec![effect])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::tracking::journal::{Done, Step};
    use crate::tracking::samples::application;
    use crate::tui::model::Setting;

    fn kept() -> Step {
        let application = application("a");
        Step {
            what: "kept".to_owned(),
            done: vec![Done {
                id: application.id.clone(),
                before: None,
                after: Some(application),
                text: None,
            }],
        }
    }

    /// An offer was kept, then an organisation hidden and shown again.
    fn taken_back() -> Model {
        let mut model = Model::new(Setting::new(Lang::Fr, date(2026, 11, 20)), Rect::new(0, 0, 80, 24));
        model.tracked.journal.record(kept());
        let rule = "org:x".to_owned();
        drop(wish(&mut model, Wish::Hide { rule }, "hidden".to_owned()));
        assert!(undo(&mut model).is_some());
        model
    }

    #[test]
    fn what_was_taken_back_last_is_done_again_first() {
        let mut model = taken_back();
        assert!(undo(&mut model).is_none() && model.tracked.journal.undo().is_some());
        model.tracked.journal.undone(kept());
        assert!(redo(&mut model).is_none(), "the offer was let go last");
        assert!(model.tracked.journal.redo().is_some());
        model.tracked.journal.redone(kept());
        assert!(redo(&mut model).is_some());
    }

    #[test]
    fn what_cannot_be_done_again_before_it_holds_nothing_up() {
        let mut model = taken_back();
        // Taking this back failed.
        assert!(model.tracked.journal.undo().is_some());
        assert!(redo(&mut model).is_some());
    }
}
