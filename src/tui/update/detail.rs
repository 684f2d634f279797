//! The open offer: opening, laying out, the passages of its facts.

use std::sync::Arc;

use super::{moving, reading, toast};
use crate::locale::ui;
use crate::markdown;
use crate::offer::{OfferId, Origin, Summary};
use crate::tracking::Fingerprint;
use crate::tracking::alike::already_applied;
use crate::tracking::compare::Changes;
use crate::tui::layout::{TEXT_WIDTH, panes};
use crate::tui::model::detail::{Detail, Opening};
use crate::tui::model::library::OpenOffer;
use crate::tui::model::{Focus, Mode, Model, View};
use crate::tui::msg::{Effect, OpenRequest, Timer};
use crate::tui::page::{Page, card::Card};

/// Asks for the selected offer, unless it is open.
pub fn open_selected(model: &mut Model) -> Vec<Effect> {
    let (id, gone) = match model.view {
        View::Offers => (model.offers.selected.clone(), None),
        View::Kept => {
            let application = model.selected_application();
            let offer = application.map(|application| application.offer.id.clone());
            (offer, application.map(|application| application.id.clone()))
        }
        View::Board | View::Agenda => return Vec::new(),
    };
    let Some(id) = id else {
        let generation = model.detail.generation + 1;
        model.detail = Detail {
            generation,
            ..Detail::default()
        };
        return Vec::new();
    };
    let library = match model.view {
        View::Offers => &model.offers.shown.library,
        View::Kept | View::Board | View::Agenda => &model.offers.library,
    };
    let fresh = model.detail.revision == library.revision;
    if fresh && model.detail.offer().is_some_and(|open| open.offer.id == id) {
        // Back on the open offer before another one came: that one is no longer wanted.
        model.detail.generation += u64::from(std::mem::take(&mut model.detail.pending));
        return Vec::new();
    }
    let effect = match (library.find(&id), gone) {
        (Some(row), _) => Effect::Open(OpenRequest {
            generation: model.detail.generation + 1,
            library: Arc::clone(library),
            row,
        }),
        (None, Some(id)) => Effect::OpenKept {
            generation: model.detail.generation + 1,
            id,
        },
        (None, None) => return Vec::new(),
    };
    model.detail.revision = library.revision;
    model.detail.generation += 1;
    model.detail.pending = true;
    vec![effect]
}

/// Shows an offer that was read, unless another was asked for since.
pub fn opened(model: &mut Model, generation: u64, result: Result<Arc<OpenOffer>, String>) -> Vec<Effect> {
    if generation != model.detail.generation {
        return Vec::new();
    }
    model.detail.pending = false;
    let same = |open: &OpenOffer| result.as_ref().is_ok_and(|new| new.offer.id == open.offer.id);
    let again = model.detail.offer().is_some_and(|open| same(open));
    if let Some(open) = model.detail.offer().filter(|_| !again) {
        model.reading.leave(&open.offer.id, model.detail.scroll);
    }
    let detail = &mut model.detail;
    if !again {
        detail.page = Page::default();
        detail.scroll = result.as_ref().map_or(0, |open| model.reading.place(&open.offer.id));
        detail.proof = None;
        detail.find = None;
        detail.source = false;
        detail.changed = None;
        if matches!(model.mode, Mode::Find | Mode::Outline(_) | Mode::Links(_)) {
            model.mode = Mode::Browse;
        }
    }
    detail.state = match result {
        Ok(offer) => Opening::Open(offer),
        Err(why) => Opening::Failed(why),
    };
    let compare = compare(model);
    lay_out(model);
    std::iter::once(Effect::Timer(Timer::Dwell(generation)))
        .chain(compare)
        .collect()
}

/// Counts the open offer as read, unless another was opened since: passing over it is not reading it.
pub fn dwelt(model: &mut Model, generation: u64) -> Vec<Effect> {
    let detail = &model.detail;
    let Some(open) = detail
        .offer()
        .filter(|_| generation == detail.generation && !detail.pending)
    else {
        return Vec::new();
    };
    let id = open.offer.id.clone();
    model.reading.visit(&id);
    if !model.marks(&id).unread {
        return Vec::new();
    }
    Arc::make_mut(&mut model.tracked.visits).open(&id, model.setting.today);
    vec![Effect::Visited(id)]
}

/// Asks what changed in the open offer since it was kept. When nothing did, what was found before holds no longer.
pub fn compare(model: &mut Model) -> Option<Effect> {
    let effect = model.detail.offer().and_then(|open| comparison(model, open));
    if effect.is_none() {
        model.detail.changed = None;
    }
    effect
}

/// Asks what changed in a kept offer whose text is no longer the one that was kept.
fn comparison(model: &Model, open: &Arc<OpenOffer>) -> Option<Effect> {
    let application = model.tracked.shortlist.of_offer(&open.offer.id)?;
    let kept = application.offer.fingerprint?;
    let now = open.text.get(open.offer.range.clone()).map(Fingerprint::of)?;
    let gone = model.tracked.shortlist.is_gone(&application.id);
    (kept != now && !gone).then(|| Effect::Compare {
        id: application.id.clone(),
        now: Arc::clone(open),
    })
}

/// Shows what changed in the open offer since it was kept, unless it was taken note of meanwhile.
pub fn compared(model: &mut Model, id: &OfferId, changes: Arc<Changes>) -> Vec<Effect> {
    let still = model.detail.offer().and_then(|open| comparison(model, open));
    if matches!(still, Some(Effect::Compare { id: about, .. }) if about == *id) {
        model.detail.changed = Some(changes);
        lay_out(model);
    }
    Vec::new()
}

/// Lays the open offer out for the width that its pane has now; what is selected and read stays on the screen.
pub fn lay_out(model: &mut Model) {
    match model.detail.offer().map(Arc::clone) {
        Some(open) => {
            let width = match panes(model).text.width {
                0 => TEXT_WIDTH,
                width => width,
            };
            let page = page(model, &open, width);
            model.detail.scroll = scroll_on(&model.detail, &page);
            model.detail.page = page;
            reading::search_page(model);
            reading::find_keywords(model);
        }
        None => model.detail.page = Page::default(),
    }
    moving::keep_in_view(model);
}

/// Returns the first line to show of a page that takes the place of the present one, so that the text stays where it
/// was when the card above it becomes longer or the lines become wider.
fn scroll_on(detail: &Detail, new: &Page) -> usize {
    let old = &detail.page;
    let Some(into_text) = detail.scroll.checked_sub(old.body_start).filter(|_| old.width > 0) else {
        return detail.scroll;
    };
    if old.width == new.width {
        return new.body_start + into_text;
    }
    let visible = old.lines.iter().skip(detail.scroll).enumerate();
    let passage = visible.flat_map(|(above, line)| line.pieces.iter().map(move |piece| (above, &piece.source)));
    let line = passage
        .filter_map(|(above, source)| Some((above, source.as_ref()?)))
        .find_map(|(above, source)| Some(new.line_of(source)?.saturating_sub(above)));
    line.unwrap_or(detail.scroll)
}

fn page(model: &Model, open: &OpenOffer, width: u16) -> Page {
    let mut page = Page {
        width,
        ..Page::default()
    };
    let offer = model.as_corrected(&open.offer);
    let summary = Summary::of(&offer, 0);
    let facts = &offer.facts;
    let application = model.tracked.shortlist.of_offer(&open.offer.id);
    let mut card = Card::new(&mut page, model.lang(), model.setting.today, width);
    card.head(&offer, &summary);
    if let Some(application) = application {
        card.application(application, model.tracked.shortlist.own_stages());
        card.planned(application);
        if model.tracked.shortlist.is_gone(&application.id) {
            card.gone();
        }
    }
    if let Some(changes) = &model.detail.changed {
        card.changed(changes);
    }
    if let Some(row) = model.offers.library.find(&open.offer.id) {
        card.twins(model.offers.library.twins_of(row));
    }
    card.already_applied(&already_applied(model.tracked.shortlist.iter(), &summary));
    card.deadline(facts);
    card.to_apply(facts, application.map_or(&[], |application| &application.documents));
    card.facts(facts);
    card.state(&summary);
    card.warnings(&offer);
    page.blank();
    page.append_body(body(model, open, width));
    if let Some(application) = application {
        Card::new(&mut page, model.lang(), model.setting.today, width).notes(application);
    }
    page
}

/// Lays the text out, or its source.
fn body(model: &Model, open: &OpenOffer, width: u16) -> markdown::Layout {
    if model.detail.source {
        let range = open.offer.range.clone();
        let (before, text) = (open.text.get(..range.start), open.text.get(range.clone()));
        let first = 1 + before.unwrap_or_default().matches('\n').count();
        return markdown::source(text.unwrap_or_default(), range.start, first, width);
    }
    let numbered = matches!(model.mode, Mode::Links(_));
    let options = markdown::Options {
        width,
        numbered,
        spoken: false,
    };
    markdown::layout_with(&open.document, options)
}

/// Shows where the next fact was read: its line on the card, its passage in the text.
pub fn next_proof(model: &mut Model) -> Vec<Effect> {
    let count = model.detail.page.proofs.len();
    if count == 0 {
        let text = ui::NO_PROOF.get(model.lang());
        return toast::note(model, text);
    }
    let next = model.detail.proof.map_or(0, |at| at + 1);
    if next >= count {
        model.detail.proof = None;
        model.detail.scroll = 0;
        return Vec::new();
    }
    let effects = match model.focus {
        Focus::List => super::focus(model, Focus::Detail),
        Focus::Detail | Focus::Zoom => Vec::new(),
    };
    model.detail.find = None;
    model.detail.proof = Some(next);
    show_passage(model, next);
    effects
}

/// Scrolls so that the passage of a fact stands a third down the pane; without one in the text, its line on the card.
fn show_passage(model: &mut Model, proof: usize) {
    let page = &model.detail.page;
    let Some(proof) = page.proofs.get(proof) else { return };
    let in_text = proof.evidence.iter().find_map(|evidence| match &evidence.origin {
        Origin::Text { span, .. } => page.line_of(span),
        Origin::FileName | Origin::Candidate => None,
    });
    let line = in_text.unwrap_or(proof.line);
    let third = usize::from(panes(model).text.height) / 3;
    model.detail.scroll = line.saturating_sub(third);
    moving::keep_in_view(model);
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Rect;

    use super::*;
    use crate::locale::Lang;
    use crate::offer::{Offer, OfferFile, Reading, read};
    use crate::search::{Searcher, Sort};
    use crate::tui::keymap::Action;
    use crate::tui::model::Setting;
    use crate::tui::model::library::Library;
    use crate::tui::model::offers::{Ask, Beside, Shown};
    use crate::tui::msg::Msg;
    use crate::tui::update::update;

    const TODAY: jiff::civil::Date = date(2026, 11, 20);

    fn offer(title: &str, place: &str) -> (Offer, Arc<str>) {
        let text: Arc<str> = format!(
            "---\ntitle: {title}\norganization: Atelier\nlocation: {place}\ncontract: CDI\n---\n\n\
             Envoyez votre CV à rh@lab.example.\n"
        )
        .into();
        let path = format!("{place}.md");
        let file = OfferFile {
            path: &path,
            text: &text,
            modified: None,
        };
        match read(&file) {
            Reading::Offers(mut offers) => (offers.remove(0), Arc::clone(&text)),
            Reading::NotAnOffer(why) => panic!("{why:?}"),
        }
    }

    fn offers() -> Vec<(Offer, Arc<str>)> {
        vec![offer("Cartographe", "Lyon"), offer("Géomaticienne", "Lyon")]
    }

    fn answer(offers: &[(Offer, Arc<str>)], effects: Vec<Effect>) -> Vec<Msg> {
        let opened = |effect| match effect {
            Effect::Open(OpenRequest { generation, row, .. }) => {
                let (offer, text) = offers[row as usize].clone();
                let document = markdown::parse("", 0);
                let path = offer.path.clone();
                let open = OpenOffer {
                    offer,
                    text,
                    document,
                    path,
                };
                Some(Msg::Opened {
                    generation,
                    result: Ok(Arc::new(open)),
                })
            }
            _ => None,
        };
        effects.into_iter().filter_map(opened).collect()
    }

    /// Shows the list of these offers, the first one open.
    fn shown(offers: &[(Offer, Arc<str>)]) -> Model {
        let setting = Setting::new(Lang::Fr, TODAY);
        let mut model = Model::new(setting, Rect::new(0, 0, 110, 30));
        let rows: Vec<Summary> = offers.iter().map(|(offer, _)| Summary::of(offer, 0)).collect();
        let library = Arc::new(Library::new(Arc::new(rows), 1));
        let ask = Ask {
            text: "",
            sort: Sort::Title,
            today: TODAY,
            beside: Beside::default(),
        };
        let found = Shown::find(&mut Searcher::default(), Arc::clone(&library), &[], ask);
        model.offers.library = library;
        let generation = model.offers.generation;
        let first = update(
            &mut model,
            Msg::Found {
                generation,
                found: Box::new(found),
            },
        );
        for msg in answer(offers, first) {
            drop(update(&mut model, msg));
        }
        model
    }

    #[test]
    fn only_the_offer_that_was_open_counts_as_read() {
        let offers = offers();
        let mut model = shown(&offers);
        let first = model.detail.offer().unwrap().offer.id.clone();
        let down = update(&mut model, Msg::Do(Action::Down));
        assert_eq!(
            update(&mut model, Msg::Do(Action::Enter)),
            [],
            "the next one is not there yet"
        );
        assert!(model.marks(&first).unread, "the first one was passed over");
        for msg in answer(&offers, down) {
            drop(update(&mut model, msg));
        }
        let second = model.detail.offer().unwrap().offer.id.clone();
        let generation = model.detail.generation;
        assert_eq!(update(&mut model, Msg::Dwelt(generation)), [Effect::Visited(second)]);
    }

    #[test]
    fn nothing_is_copied_of_an_offer_that_is_no_longer_selected() {
        let offers = offers();
        let mut model = shown(&offers);
        let copied = |model: &mut Model| {
            drop(update(model, Msg::Do(Action::Copy)));
            let effects = update(model, Msg::Do(Action::CopyAddress));
            effects.iter().any(|effect| matches!(effect, Effect::Copy(_)))
        };
        assert!(copied(&mut model));
        let down = update(&mut model, Msg::Do(Action::Down));
        assert!(
            !copied(&mut model),
            "the first one is still open, the second one is selected"
        );
        for msg in answer(&offers, down) {
            drop(update(&mut model, msg));
        }
        assert!(copied(&mut model));
    }

    #[test]
    fn an_answer_that_is_no_longer_wanted_is_dropped() {
        let offers = offers();
        let mut model = shown(&offers);
        let here = model.offers.selected.clone().unwrap();
        let down = update(&mut model, Msg::Do(Action::Down));
        assert_eq!(answer(&offers, update(&mut model, Msg::Do(Action::Up))).len(), 0);
        for late in answer(&offers, down) {
            drop(update(&mut model, late));
        }
        assert_eq!(model.offers.selected.as_ref(), Some(&here));
        assert_eq!(
            model.detail.offer().unwrap().offer.id,
            here,
            "the pane shows what is selected"
        );
    }

    #[test]
    fn an_offer_published_twice_says_where_else() {
        let offers = [offer("Cartographe", "Lyon"), offer("Cartographe (H/F)", "Rennes")];
        let rows: Vec<Summary> = offers.iter().map(|(offer, _)| Summary::of(offer, 0)).collect();
        let mut model = Model::new(Setting::new(Lang::Fr, TODAY), Rect::new(0, 0, 110, 30));
        let library = Library::new(Arc::new(rows), 1).with_bodies(Arc::default());
        model.offers.library = Arc::new(library);
        let (first, text) = offers[0].clone();
        model.detail.state = Opening::Open(Arc::new(OpenOffer {
            document: markdown::parse("", 0),
            path: first.path.clone(),
            offer: first,
            text,
        }));
        lay_out(&mut model);
        let said = |line: &crate::tui::page::PageLine| line.pieces.iter().any(|piece| piece.text.contains("Rennes"));
        assert!(
            model.detail.page.lines.iter().any(said),
            "{:?}",
            model.detail.page.lines
        );
    }
}
