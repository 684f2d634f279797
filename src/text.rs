//! Text as people write it: made safe to print, folded for comparison, and its language.
//!
//! - [`clean`]: what may reach a screen, a pipe or the clipboard;
//! - [`fold`]: accents, case, inclusive writing and typography out of the way of a comparison;
//! - [`language`]: which language a text is written in.

pub mod clean;
pub mod fold;
pub mod language;

pub use clean::{Clean, clean, clean_visibly};
pub use fold::{Folded, fold, fold_inclusive, fold_into};
pub use language::Language;
