//! What can happen, and what the program may ask of the outside world.
//!
//! Both are plain data, so that a test compares them with `assert_eq!`. No message holds a key: [`super::keymap`]
//! has already turned keys into intents.

use std::sync::Arc;

use super::input::Mouse;
use super::keymap::{Action, Context};
use super::model::field::Edit;
use super::model::library::{Library, OpenOffer};
use super::model::offers::{Beside, Shown};
use super::model::own::Wish;
use super::model::sheet::{Drafted, Request, Way};
use super::model::{LeftOut, MemoBox, Mode, Setting};
use crate::mail;
use crate::offer::OfferId;
use crate::search::Sort;
use crate::tracking::compare::Changes;
use crate::tracking::journal::Done;
use crate::tracking::{Change, Shortlist, Visits};

/// Something that happened: a person's intent, or the end of a piece of work.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A person asks for something.
    Do(Action),
    /// A change to the text field that has the keyboard.
    Edit(Edit),
    /// A text was pasted.
    Paste(String),
    /// A key that means nothing here.
    Unknown {
        /// As it is shown.
        key: String,
        /// What it does in another view.
        elsewhere: Option<(Action, Context)>,
    },
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
        left_out: Arc<[LeftOut]>,
    },
    /// So many files were read.
    Read(usize),
    /// Something to know about the reading of the files, as a sentence.
    Noted(&'static str),
    /// A search ended.
    Found {
        /// Of which request.
        generation: u64,
        /// What was found, in what.
        found: Box<Shown>,
    },
    /// An offer was read again from its file. `Err` holds the sentence to show.
    Opened {
        /// Of which request.
        generation: u64,
        /// The offer.
        result: Result<Arc<OpenOffer>, String>,
    },
    /// The shortlist as its files hold it, and which offers were there before.
    Shortlist {
        /// The applications.
        shortlist: Arc<Shortlist>,
        /// The visits.
        visits: Arc<Visits>,
        /// What could not be read, as sentences.
        troubles: Vec<String>,
    },
    /// Changes were saved, or not.
    Saved(Saved),
    /// What changed in an offer since it was kept.
    Compared {
        /// The application.
        id: OfferId,
        /// What changed.
        changes: Arc<Changes>,
    },
    /// A text was copied, or not.
    Copied(Copied),
    /// A memo comes back from the editor, with what went wrong, as a sentence.
    MemoEdited(Box<MemoBox>, Option<String>),
    /// The profile was edited and read, or why not; the sentence says which.
    ProfileEdited(Result<String, String>),
    /// A draft was put together, or why not, as a sentence.
    Drafted(Result<Box<Drafted>, String>),
    /// A draft left, and how, or why not.
    HandedOver {
        /// The offer.
        id: OfferId,
        /// How, or why not, as a sentence.
        result: Result<Handed, String>,
    },
    /// A program took a link, or none did; the sentence says which.
    LinkOpened(Result<String, String>),
    /// The place of an entry of the open menu, from 1.
    Pick(usize),
    /// A toast has been on screen long enough.
    ToastOver(u64),
    /// The offer of this opening has been on screen long enough to count as read.
    Dwelt(u64),
    /// The configuration is another now.
    Configured(Box<Configured>),
    /// The process is asked to end.
    Leave,
}

impl Msg {
    /// Tells whether a key or the mouse brought it.
    #[must_use]
    pub const fn is_of_the_person(&self) -> bool {
        matches!(
            self,
            Self::Do(_) | Self::Edit(_) | Self::Paste(_) | Self::Unknown { .. } | Self::Mouse(_) | Self::Pick(_)
        )
    }
}

/// What a change of the configuration brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Configured {
    /// What is set now; what it was before, when the change cannot be read.
    pub setting: Arc<Setting>,
    /// Whether the mouse is listened to, when that was changed.
    pub mouse: Option<bool>,
    /// Whether other offers are hidden than before.
    pub hides: bool,
    /// What the person reads about it.
    pub said: Result<String, String>,
}

/// A message to come later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timer {
    /// [`Msg::ToastOver`] with this number.
    Toast(u64),
    /// [`Msg::Dwelt`] with this generation.
    Dwell(u64),
}

impl Timer {
    /// Returns how long to wait.
    #[must_use]
    pub const fn milliseconds(self) -> u64 {
        match self {
            Self::Toast(_) => 3000,
            Self::Dwell(_) => 1200,
        }
    }

    /// Returns the message.
    #[must_use]
    pub const fn message(self) -> Msg {
        match self {
            Self::Toast(number) => Msg::ToastOver(number),
            Self::Dwell(generation) => Msg::Dwelt(generation),
        }
    }
}

/// Changes of the shortlist that are done, undone and redone together.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Why they are made.
    pub purpose: Purpose,
    /// What they are, in the words of the toast.
    pub what: String,
    /// The changes in order.
    pub deeds: Vec<Deed>,
    /// The box in which they were typed: open again when nothing of it could be saved.
    pub typed: Option<Box<Mode>>,
}

/// Why changes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The person did something.
    Do,
    /// The person takes something back.
    Undo,
    /// The person does again what was taken back.
    Redo,
}

/// One change of the shortlist.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Keep an offer with its text, which is read from its file.
    Keep {
        /// Where it is known.
        library: Arc<Library>,
        /// Its row.
        row: u32,
    },
    /// Take an offer out of the list.
    Hide {
        /// Where it is known.
        library: Arc<Library>,
        /// Its row.
        row: u32,
    },
    /// Take note of an offer as it is now.
    Refresh {
        /// Where it is known.
        library: Arc<Library>,
        /// Its row.
        row: u32,
    },
    /// Change an application.
    Change(OfferId, Box<Change>),
}

/// What became of an [`Order`].
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// Why it was made.
    pub purpose: Purpose,
    /// Its words.
    pub what: String,
    /// What was done.
    pub done: Vec<Done>,
    /// The shortlist after it.
    pub shortlist: Arc<Shortlist>,
    /// What failed, as a sentence.
    pub failure: Option<String>,
    /// The box in which it was typed.
    pub typed: Option<Box<Mode>>,
}

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The text, to be shown in any case.
    pub text: String,
    /// How it was copied, or why not, as a sentence.
    pub road: Result<String, String>,
    /// What must still be written to the terminal.
    pub bytes: Option<Vec<u8>>,
}

/// How a draft left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// As this sentence says.
    Done(String),
    /// Not yet: this command line takes it and needs the terminal.
    Terminal(Vec<String>),
}

/// A search to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchRequest {
    /// To recognise the answer.
    pub generation: u64,
    /// What to search.
    pub library: Arc<Library>,
    /// What was typed.
    pub query: String,
    /// The order of the list.
    pub sort: Sort,
    /// What is kept and hidden.
    pub shortlist: Arc<Shortlist>,
    /// What is new and unread.
    pub visits: Arc<Visits>,
    /// Changes whenever `shortlist` or `visits` do.
    pub marks: u64,
    /// What else is asked.
    pub beside: Beside,
}

/// An offer to be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenRequest {
    /// To recognise the answer.
    pub generation: u64,
    /// Where it is known.
    pub library: Arc<Library>,
    /// Its row.
    pub row: u32,
}

/// Work that `update` asks for and never does itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Search, then send [`Msg::Found`].
    Search(SearchRequest),
    /// Read an offer's file, then send [`Msg::Opened`].
    Open(OpenRequest),
    /// Read the text that was kept of an offer that is gone, then send [`Msg::Opened`].
    OpenKept {
        /// To recognise the answer.
        generation: u64,
        /// The application.
        id: OfferId,
    },
    /// Compare an offer with the text that was kept of it, then send [`Msg::Compared`].
    Compare {
        /// The application.
        id: OfferId,
        /// The offer as it is now.
        now: Arc<OpenOffer>,
    },
    /// Change the shortlist, then send [`Msg::Saved`].
    Save(Order),
    /// Remember that an offer was opened.
    Visited(OfferId),
    /// Copy a text, then send [`Msg::Copied`].
    Copy(String),
    /// Write these bytes to the terminal: a clipboard sequence.
    Write(Vec<u8>),
    /// Ask the terminal for the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put a draft together, then send [`Msg::Drafted`].
    Draft(Box<Request>),
    /// Let a draft leave, then send [`Msg::HandedOver`].
    HandOver {
        /// The draft.
        draft: Box<mail::Draft>,
        /// Who applies.
        profile: Arc<mail::Profile>,
        /// The offer.
        id: OfferId,
        /// How.
        way: Way,
    },
    /// Open a link in the browser or the mail program, then send [`Msg::LinkOpened`].
    OpenLink(String),
    /// Change the configuration; then send [`Msg::Configured`] with these words.
    Configure {
        /// The change.
        wish: Wish,
        /// Its words.
        what: String,
    },
    /// Take the theme of this name, and save the choice; then send [`Msg::Configured`].
    UseTheme(String),
    /// Leave the terminal to the editor with the file of an offer.
    Edit {
        /// Where it is known.
        library: Arc<Library>,
        /// Its row.
        row: u32,
    },
    /// Leave the terminal to the editor with a memo, then send [`Msg::MemoEdited`].
    EditMemo(Box<MemoBox>),
    /// Leave the terminal to the editor with who applies, then send [`Msg::ProfileEdited`].
    EditProfile,
    /// Leave the terminal to a mail program, then send [`Msg::HandedOver`].
    Mail {
        /// The offer that the mail is about.
        id: OfferId,
        /// The program and its arguments.
        words: Vec<String>,
    },
    /// Send a message later.
    Timer(Timer),
    /// Stop the program until the shell continues it.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// Give the terminal back and leave.
    Quit,
}
