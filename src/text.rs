//! Text as people write it: made safe to print, folded for comparison, and its language.
//!
//! - [`clean`](mod@clean): what may reach a screen, a pipe or the clipboard;
//! - [`width`](mod@width): how many columns it takes there;
//! - [`fold`](mod@fold): accents, case, inclusive writing and typography out of the way of a comparison;
//! - [`url`]: which links may be opened;
//! - [`language`]: which language a text is written in;
//! - [`shared`]: many short texts in one.

pub mod clean;
pub(crate) mod eight;
pub mod fold;
pub mod language;
pub mod shared;
pub mod url;
pub mod width;

pub use clean::{Clean, clean, clean_path, clean_visibly};
pub use fold::{Folded, fold, fold_inclusive, fold_into, fold_name};
pub use language::Language;
pub use shared::Shared;
pub use width::width;
