//! What was typed, what was found.

use std::sync::Arc;

use super::moving::keep_in_view;
use super::{list, reading, toast};
use crate::locale::{search as words, ui};
use crate::search::{Scope, Sort};
use crate::tui::model::field::{Edit, Field};
use crate::tui::model::library::Library;
use crate::tui::model::offers::{Beside, Shown};
use crate::tui::model::offers::{SORTS, order_name};
use crate::tui::model::{Focus, Mode, Model};
use crate::tui::msg::{Effect, SearchRequest};

/// Asks for a search of what is typed.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let beside = Beside {
        facets: matches!(model.mode, Mode::Facets(_)),
        cursor: (model.mode == Mode::Search).then(|| model.offers.field.before_cursor().len()),
        scope: model.offers.scope,
        lang: model.lang(),
    };
    let (offers, tracked) = (&mut model.offers, &model.tracked);
    offers.generation += 1;
    vec![Effect::Search(SearchRequest {
        generation: offers.generation,
        library: Arc::clone(&offers.library),
        query: offers.field.text().to_owned(),
        sort: offers.sort,
        shortlist: Arc::clone(&tracked.shortlist),
        visits: Arc::clone(&tracked.visits),
        marks: tracked.version,
        beside,
    })]
}

/// Changes the text field that has the keyboard.
pub fn edit(model: &mut Model, edit: Edit) -> Vec<Effect> {
    // Who cleared the line and asks to search again is there already.
    if model.mode == Mode::Search && edit == Edit::Insert('/') && model.offers.field.is_empty() {
        model.offers.completing = None;
        return Vec::new();
    }
    change_field(model, |field| field.edit(edit))
}

/// Pastes into the text field that has the keyboard; nowhere else.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    change_field(model, |field| {
        field.insert(text);
        true
    })
}

/// Changes the text field that has the keyboard, and what depends on its text. `change` tells whether that is another
/// one now.
fn change_field(model: &mut Model, change: impl FnOnce(&mut Field) -> bool) -> Vec<Effect> {
    let field = match &mut model.mode {
        Mode::Search => {
            model.offers.completing = None;
            let changed = change(&mut model.offers.field);
            return if changed { ask(model) } else { Vec::new() };
        }
        Mode::Help(open) => {
            if change(&mut open.filter) {
                open.scroll = 0;
            }
            return Vec::new();
        }
        Mode::Palette(open) => {
            if change(&mut open.filter) {
                open.selected = 0;
            }
            return Vec::new();
        }
        Mode::Find => {
            reading::find_edited(model, change);
            return Vec::new();
        }
        Mode::Memo(memo) => Some(&mut memo.field),
        Mode::Sheet(sheet) => sheet.typing.as_mut(),
        Mode::Date(open) => Some(&mut open.field),
        Mode::Correct(open) => Some(&mut open.field),
        Mode::Form(form) => form.field(),
        Mode::Name(open) => Some(&mut open.field),
        Mode::Browse
        | Mode::Copy
        | Mode::Go
        | Mode::Stage(_)
        | Mode::Papers(_)
        | Mode::Dossier(_)
        | Mode::Outline(_)
        | Mode::Links(_)
        | Mode::Facets(_)
        | Mode::LeftOut(_) => None,
    };
    if let Some(field) = field {
        change(field);
    }
    Vec::new()
}

/// Shows a view of the candidate's own: its query in the search line, where it can be changed.
pub fn to_own(model: &mut Model, number: u8) -> Vec<Effect> {
    let setting = Arc::clone(&model.setting);
    let Some((_, query)) = setting.views.get(usize::from(number)) else {
        return Vec::new();
    };
    let mut effects = super::plan::to_offers(model);
    effects.extend(super::focus(model, Focus::List));
    model.offers.completing = None;
    model.offers.field = Field::new(query);
    effects.extend(ask(model));
    effects
}

/// Empties the search line.
pub fn clear(model: &mut Model) -> Vec<Effect> {
    model.offers.field = Field::default();
    model.offers.completing = None;
    ask(model)
}

/// Takes the next order of the list.
pub fn next_sort(model: &mut Model) -> Vec<Effect> {
    let at = SORTS.iter().position(|sort| *sort == model.offers.sort).unwrap_or(0);
    sort_by(model, SORTS[(at + 1) % SORTS.len()])
}

/// Sorts the offers otherwise.
pub fn sort_by(model: &mut Model, sort: Sort) -> Vec<Effect> {
    model.offers.sort = sort;
    let lang = model.lang();
    let mut effects = ask(model);
    effects.extend(toast::note(model, ui::sorted(lang, order_name(sort, lang))));
    effects
}

/// Leaves what is closed or hidden out of the list, or shows it too.
pub fn toggle_scope(model: &mut Model) -> Vec<Effect> {
    model.offers.scope = model.offers.scope.other();
    let said = match model.offers.scope {
        Scope::Usual => words::USUAL_SHOWN.get(model.lang()),
        Scope::All => words::ALL_SHOWN.get(model.lang()),
    };
    let mut effects = ask(model);
    effects.extend(toast::note(model, said));
    effects
}

/// Takes the offers known by now; they are shown once they were searched.
pub fn loaded(model: &mut Model, library: Arc<Library>) -> Vec<Effect> {
    model.offers.library = library;
    // Which offers are one is known later than the rows.
    super::detail::lay_out(model);
    ask(model)
}

/// Shows what was found, unless something else was asked for since.
///
/// The selected offer stays selected while others arrive around it; a new query selects the best hit.
pub fn found(model: &mut Model, generation: u64, found: Shown) -> Vec<Effect> {
    let offers = &mut model.offers;
    if generation != offers.generation {
        return Vec::new();
    }
    let same_query = offers.shown.query.text == found.query.text;
    offers.chosen &= same_query;
    offers.shown = found;
    if !same_query {
        offers.wanted = None;
    }
    let place = match offers.wanted.as_ref().and_then(|id| offers.place_of(id)) {
        Some(at) => {
            offers.chosen = true;
            offers.wanted = None;
            Some(at)
        }
        None if offers.chosen => offers.selected.as_ref().and_then(|id| offers.place_of(id)),
        None => Some(0),
    };
    let at = place.unwrap_or_else(|| {
        // The selected offer is gone: its neighbour takes its place.
        keep_in_view(model);
        model.offers.cursor
    });
    let effects = list::select(model, at);
    if !same_query {
        reading::find_keywords(model);
    }
    effects
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::locale::Lang;
    use crate::offer::{OfferFile, OfferId, Reading, Summary, read};
    use crate::search::Searcher;
    use crate::tui::model::Setting;
    use crate::tui::model::offers::Ask;
    use crate::tui::msg::Msg;
    use crate::tui::update::update;

    const TODAY: jiff::civil::Date = date(2026, 11, 20);

    fn rows(titles: &[&str]) -> Vec<Summary> {
        let row = |title: &&str| {
            let text = format!("---\ntitle: {title}\ncontract: CDI\n---\n\nEnvoyez votre CV à rh@lab.example.\n");
            let path = format!("{title}.md");
            let file = OfferFile {
                path: &path,
                text: &text,
                modified: None,
            };
            match read(&file) {
                Reading::Offers(offers) => Summary::of(&offers[0], 0),
                Reading::NotAnOffer(why) => panic!("{why:?}"),
            }
        };
        titles.iter().map(row).collect()
    }

    /// Shows these offers, as the workers do.
    fn show(model: &mut Model, rows: Vec<Summary>) {
        drop(update(model, Msg::Loaded(Arc::new(Library::new(Arc::new(rows), 1)))));
        let ask = Ask {
            text: "",
            sort: Sort::Title,
            today: TODAY,
            beside: Beside::default(),
        };
        let library = Arc::clone(&model.offers.library);
        let found = Box::new(Shown::find(&mut Searcher::default(), library, &[], ask));
        let generation = model.offers.generation;
        drop(update(model, Msg::Found { generation, found }));
    }

    #[test]
    fn the_offer_of_the_last_time_is_selected_once_it_was_read() {
        let all = rows(&["Archiviste", "Botaniste", "Cartographe"]);
        let last: OfferId = all[2].id.clone();
        let mut model = Model::new(Setting::new(Lang::Fr, TODAY), Rect::new(0, 0, 110, 30));
        model.offers.wanted = Some(last.clone());
        show(&mut model, Vec::new());
        show(&mut model, all[..2].to_vec());
        assert_eq!((model.offers.cursor, model.offers.chosen), (0, false));
        show(&mut model, all.clone());
        assert_eq!(model.offers.selected.as_ref(), Some(&last));
        show(&mut model, all[..2].to_vec());
        show(&mut model, all);
        assert_ne!(model.offers.selected, Some(last), "who lost it chose its neighbour");
    }

    #[test]
    fn who_moves_first_stays_there() {
        let all = rows(&["Archiviste", "Botaniste", "Cartographe"]);
        let mut model = Model::new(Setting::new(Lang::Fr, TODAY), Rect::new(0, 0, 110, 30));
        model.offers.wanted = Some(all[2].id.clone());
        show(&mut model, all[..2].to_vec());
        drop(list::choose(&mut model, 1));
        show(&mut model, all.clone());
        assert_eq!(model.offers.selected.as_ref(), Some(&all[1].id));
    }
}
