//! The offer that a command is about: one of the folders or, when its file is gone, as the shortlist kept it.

use super::failure::Failure;
use super::session::{self, Session};
use super::track::Tracked;
use crate::locale::{plan, ui};
use crate::offer::{OfferId, Summary};
use crate::store::{Catalog, Opened};
use crate::tracking::Application;
use crate::tracking::correct::corrected;

/// An offer that was found.
pub struct Found {
    /// What it says.
    pub opened: Opened,
    /// Its row.
    pub summary: Summary,
    /// The source that its path is relative to.
    pub source: String,
    /// Where it was found.
    pub place: Place,
}

/// Where an offer was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the catalog, at this row.
    Row(usize),
    /// In the shortlist only, under this name.
    Shortlist(OfferId),
}

impl Found {
    /// Finds an offer by its id, the beginning of it, or its path; says so when only the shortlist still has it.
    ///
    /// # Errors
    ///
    /// When there is none, when several begin so, or when the offer is gone and its text was not kept.
    pub fn find(typed: &str, catalog: &Catalog, tracked: &Tracked, session: &Session) -> Result<Self, Failure> {
        match session::find(catalog, typed) {
            Ok(row) => Self::of_row(row, catalog, session),
            Err(failure @ Failure::NoSuchOffer(_)) => match Self::kept(typed, tracked, session) {
                None => Err(failure),
                Some(found) => found.inspect(|_| session::warn(ui::GONE.get(session.environment.lang))),
            },
            Err(failure) => Err(failure),
        }
    }

    /// Finds an offer, with the facts that the candidate corrected.
    ///
    /// # Errors
    ///
    /// See [`Found::find`].
    pub fn corrected(typed: &str, catalog: &Catalog, tracked: &Tracked, session: &Session) -> Result<Self, Failure> {
        let mut found = Self::find(typed, catalog, tracked, session)?;
        if let Some(application) = found.application(tracked) {
            let offer = &found.opened.offer;
            found.opened.offer = corrected(offer, &application.corrected, session.environment.today).into_owned();
        }
        Ok(found)
    }

    /// Returns the application about it.
    #[must_use]
    pub fn application<'t>(&self, tracked: &'t Tracked) -> Option<&'t Application> {
        match &self.place {
            Place::Row(_) => tracked.shortlist.of_offer(&self.summary.id),
            Place::Shortlist(name) => tracked.shortlist.get(name),
        }
    }

    /// Opens a row of a catalog.
    ///
    /// # Errors
    ///
    /// When its file is gone or is no longer an offer.
    pub fn of_row(row: usize, catalog: &Catalog, session: &Session) -> Result<Self, Failure> {
        let opened = session.read(catalog, row)?;
        let summary = catalog.rows().get(row).cloned();
        let summary = summary.unwrap_or_else(|| Summary::of(&opened.offer, 0));
        Ok(Self {
            source: catalog.sources().name(summary.source),
            opened,
            summary,
            place: Place::Row(row),
        })
    }

    /// Opens the text that was kept of an offer; `None` when the shortlist does not know it.
    fn kept(typed: &str, tracked: &Tracked, session: &Session) -> Option<Result<Self, Failure>> {
        let lang = session.environment.lang;
        let application = tracked.find(typed)?;
        let opened = tracked.store().offer(&application.id, &application.offer);
        let opened = opened
            .map_err(|error| Failure::Told(error.say(lang)))
            .and_then(|text| text.ok_or_else(|| Failure::Told(plan::NO_TEXT_KEPT.get(lang).to_owned())));
        Some(opened.map(|opened| Self {
            summary: Summary::of(&opened.offer, 0),
            source: application.offer.source.clone(),
            opened,
            place: Place::Shortlist(application.id.clone()),
        }))
    }
}
