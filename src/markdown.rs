//! Markdown as a reader of offers needs it: parsed to blocks, laid out to lines of a given width.
//!
//! Every run of text knows the bytes of the source it came from, so that the passage of a fact can be highlighted
//! on screen, and every link its number.
//!
//! [`parse()`] masks what site generators put between the words, lets pulldown-cmark read CommonMark and GFM, runs
//! HTML tags through the same builder, and mends each leaf: links and emphasis that CommonMark refuses, the habits
//! of people who write offers. [`layout()`] is a second, separate step, because a document is laid out again at
//! every change of width.

mod builder;
pub mod document;
pub mod find;
mod habits;
mod html;
pub mod layout;
mod leaf;
mod mask;
mod mend;
mod outline;
pub mod parse;
pub mod print;
pub mod source;
mod table;
mod tags;
mod wrap;

pub use document::Document;
pub use find::{Hay, find};
pub use layout::{Layout, Line, Link, Options, Outline, Place, Role, Run, RunStyle, layout, layout_with};
pub use parse::parse;
pub use source::source;
