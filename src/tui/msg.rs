//! What can happen, and what the program may ask of the outside world.
//!
//! Both are plain data, so that a test compares them with `assert_eq!`. No message holds a key: [`super::keymap`]
//! has already turned keys into intents.

use std::sync::Arc;

use super::input::Mouse;
use super::keymap::Action;
use super::model::field::Edit;
use super::model::library::{Library, OpenOffer};
use super::model::offers::Shown;
use crate::search::Sort;

/// Something that happened: a person's intent, or the end of a piece of work.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A person asks for something.
    Do(Action),
    /// A change to the text field that has the keyboard.
    Edit(Edit),
    /// A text was pasted.
    Paste(String),
    /// A key that means nothing here, as it is shown.
    Unknown(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal is now this many columns by rows.
    Resized(u16, u16),
    /// Offers were read: all that are known so far.
    Loaded(Arc<Library>),
    /// The scan is over: how many files were read, and those that gave no offer.
    Scanned {
        /// Files looked at.
        files: usize,
        /// Files that are not offers or could not be read, with the reason as a sentence.
        left_out: Arc<[(String, String)]>,
    },
    /// So many files were read.
    Read(usize),
    /// A search ended.
    Found {
        /// Of which request.
        generation: u64,
        /// What was found, in what.
        found: Shown,
    },
    /// An offer was read again from its file. `Err` holds the sentence to show.
    Opened {
        /// Of which request.
        generation: u64,
        /// The offer.
        result: Result<Arc<OpenOffer>, String>,
    },
    /// A toast has been on screen long enough.
    ToastOver(u64),
    /// The process is asked to end.
    Leave,
}

/// Work that `update` asks for and never does itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Search, then send [`Msg::Found`].
    Search {
        /// To recognise the answer.
        generation: u64,
        /// What to search.
        library: Arc<Library>,
        /// What was typed.
        query: String,
        /// The order of the list.
        sort: Sort,
    },
    /// Read an offer's file, then send [`Msg::Opened`].
    Open {
        /// To recognise the answer.
        generation: u64,
        /// Where it is known.
        library: Arc<Library>,
        /// Its row.
        row: u32,
    },
    /// Send [`Msg::ToastOver`] with this number in this many milliseconds.
    ToastTimer(u64, u64),
    /// Stop the program until the shell continues it.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// Give the terminal back and leave.
    Quit,
}
