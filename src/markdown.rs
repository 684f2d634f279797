//! Markdown as a reader of offers needs it: parsed to blocks, laid out to lines of a given width.
//!
//! Every run of text knows the bytes of the source it came from, so that the passage of a fact can be highlighted
//! on screen, and every link its number.

pub mod layout;
pub mod parse;

pub use layout::{Layout, Line, Outline, Role, Run, layout};
pub use parse::{Document, parse};
