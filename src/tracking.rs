//! The shortlist: what a candidate keeps, does and waits for.
//!
//! Pure: [`crate::store`] reads and writes the files, today's date is an argument.

pub mod agenda;
pub mod application;
pub mod change;
pub mod stage;
pub mod when;

pub use application::{Application, Event, EventKind, OfferRef};
pub use change::Change;
pub use stage::{Answer, Stage};

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
