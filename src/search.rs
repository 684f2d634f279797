//! From what was typed to ranked hits.
//!
//! [`query`] is the language, [`index`] the folded words kept once, [`rank`] the order of the hits.

pub mod index;
pub mod query;
pub mod rank;

pub use index::{BodyIndex, Index};
pub use query::{Mistake, Query, Sort};
pub use rank::{Hit, Hits, highlights, search};
