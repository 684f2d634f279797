//! The shortlist: what a candidate keeps, does and waits for.
//!
//! - [`application`]: one application, as its file holds it; [`stage`]: how far it came;
//! - [`change`]: everything that can be done to one; [`interviews`]: their names; [`revert`], [`journal`]: undo and redo;
//! - [`shortlist`]: all of them, and which offer of the catalog each is about; [`visits`]: what is new and unread;
//! - [`merge`](mod@merge): one application out of the copies of two devices;
//! - [`entry`]: parts of an application as they are typed;
//! - [`agenda`]: what to do today; [`when`]: dates as people type them; [`stats`]: small numbers;
//! - [`compare`]: what changed since an offer was kept; [`alike`]: the same organisation or offer again.
//!
//! Pure: [`crate::store`] reads and writes the files, today's date is an argument.

pub mod agenda;
pub mod alike;
pub mod application;
pub mod change;
pub mod compare;
pub mod correct;
pub mod entry;
pub mod fingerprint;
pub mod interviews;
pub mod journal;
pub mod merge;
pub mod revert;
#[cfg(test)]
pub(crate) mod samples;
pub mod shortlist;
pub mod stage;
pub mod stats;
pub mod visits;
pub mod when;

pub use application::{Application, Event, EventKind, OfferRef};
pub use change::{Change, ChangeError};
pub use fingerprint::Fingerprint;
pub use journal::Journal;
pub use revert::{Part, Revert};
pub use shortlist::Shortlist;
pub use stage::{Answer, OwnStage, Stage, Step};
pub use visits::Visits;

/// What the list shows of an offer's place in the shortlist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// Kept, and how far it came; `None` when it is not in the shortlist.
    pub step: Option<stage::Step>,
    /// Hidden from the list.
    pub hidden: bool,
    /// Not there at the last visit.
    pub new: bool,
    /// Never opened.
    pub unread: bool,
}
