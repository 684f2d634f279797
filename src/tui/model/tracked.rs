//! What the person keeps: the shortlist, what can be undone, what was seen before.

use std::sync::Arc;

use crate::tracking::{Journal, Shortlist, Stage, Visits};
use crate::tui::model::LeftOut;

/// The shortlist and its companions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tracked {
    /// The applications.
    pub shortlist: Arc<Shortlist>,
    /// Which offers were there and opened.
    pub visits: Arc<Visits>,
    /// What can be undone and redone.
    pub journal: Journal,
    /// What cannot be read of the shortlist.
    pub troubles: Vec<LeftOut>,
    /// Changes whenever the shortlist or the visits are replaced.
    pub version: u64,
}

impl Tracked {
    /// Returns the stages that an application can be moved to, in the order of the menu.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        let own = self.shortlist.own_stages().iter();
        let own = own.map(|stage| Stage::Own(stage.name.clone()));
        Stage::ALL.into_iter().chain(own).collect()
    }
}
