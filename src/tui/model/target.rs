//! What an action acts on: the offers marked, else the one selected, whatever the view.

use std::sync::Arc;

use crate::offer::OfferId;
use crate::tracking::Application;
use crate::tui::model::library::Library;
use crate::tui::model::{Model, View};
use crate::tui::msg::Deed;

/// One offer or application to act on.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The offer's id in the catalog.
    pub offer: OfferId,
    /// The title, as corrected.
    pub title: String,
    /// Its row; `None` when the offer is gone.
    pub row: Option<(Arc<Library>, u32)>,
}

impl Target {
    /// Returns the application about it, when there is one.
    #[must_use]
    pub fn application<'m>(&self, model: &'m Model) -> Option<&'m Application> {
        model.tracked.shortlist.of_offer(&self.offer)
    }

    /// Returns what keeps the offer, unless it is in the shortlist or gone.
    #[must_use]
    pub fn keep_first(&self, model: &Model) -> Option<Deed> {
        if self.application(model).is_some() {
            return None;
        }
        self.keep()
    }

    /// Returns what keeps the offer.
    #[must_use]
    pub fn keep(&self) -> Option<Deed> {
        let (library, row) = self.row.clone()?;
        Some(Deed::Keep { library, row })
    }
}

/// Returns what is selected in the view in front.
#[must_use]
pub fn current(model: &Model) -> Option<Target> {
    match model.view {
        View::Offers => {
            let summary = model.offers.current()?;
            let row = model.offers.hit(model.offers.cursor)?.row;
            Some(Target {
                offer: summary.id.clone(),
                title: summary.title.to_string(),
                row: Some((Arc::clone(&model.offers.shown.library), row)),
            })
        }
        View::Kept | View::Board | View::Agenda => {
            let application = model.selected_application()?;
            Some(of_offer(model, &application.offer.id))
        }
    }
}

/// Returns what is marked, else what is selected.
#[must_use]
pub fn all(model: &Model) -> Vec<Target> {
    if model.plan.marked.is_empty() {
        return current(model).into_iter().collect();
    }
    model.plan.marked.iter().map(|offer| of_offer(model, offer)).collect()
}

/// Returns what is marked, else the offer that a box was opened on: another may be selected by now.
#[must_use]
pub fn of_box(model: &Model, offer: &OfferId) -> Vec<Target> {
    if model.plan.marked.is_empty() {
        return vec![of_offer(model, offer)];
    }
    all(model)
}

/// Returns an offer to act on by its id.
#[must_use]
pub fn of_offer(model: &Model, offer: &OfferId) -> Target {
    let library = &model.offers.library;
    let row = library.find(offer).map(|row| (Arc::clone(library), row));
    let known = model
        .tracked
        .shortlist
        .of_offer(offer)
        .map(|application| application.title().to_owned());
    let listed = || {
        let (library, row) = row.as_ref()?;
        Some(library.rows().get(*row as usize)?.title.to_string())
    };
    let title = known.or_else(listed).unwrap_or_default();
    Target {
        offer: offer.clone(),
        title,
        row,
    }
}

/// Tells whether all of them are kept, so that keeping them again lets them go.
#[must_use]
pub fn all_kept(model: &Model, targets: &[Target]) -> bool {
    targets.iter().all(|target| is_kept(model, target))
}

/// Tells whether it is kept, or further.
#[must_use]
pub fn is_kept(model: &Model, target: &Target) -> bool {
    model.marks(&target.offer).step.is_some()
}
