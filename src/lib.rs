//! tremplin: a terminal browser for job and internship offers.
//!
//! Offers are text files that nobody wrote to one format. tremplin reads what each says, with the passage that says so,
//! searches them, keeps a shortlist, and prepares applications. Everything is local.
//!
//! # The map
//!
//! | module | what it is | it may name |
//! |---|---|---|
//! | [`offer`] | an offer and what it says: every fact with where it was read | `text`, `markdown`, `locale` |
//! | [`text`] | folding, cleaning, the language of a text | nothing of ours |
//! | [`search`] | from what was typed to ranked hits | `offer`, `text`, `tracking`, `locale` |
//! | [`tracking`] | the shortlist: applications, stages, history, agenda | `offer`, `text`, `search`, `locale` |
//! | [`mail`] | drafts: letters, `mailto:`, `.eml`, what to look at before | `offer`, `text`, `markdown`, `tracking`, `locale` |
//! | [`export`] | calendars, spreadsheets, JSON, the record of applications | the pure modules |
//! | [`markdown`] | source to blocks, blocks to lines | `text` |
//! | [`locale`] | every sentence shown, in French and in English | the types that it speaks of |
//! | [`store`] | all file access | the pure modules |
//! | [`system`] | the outside programs: clipboard, opener, editor, mailer | `text`, `locale`, `mail` |
//! | [`cli`] | subcommands, plain and JSON output | everything; of `tui` only how to run it and its keys |
//! | [`tui`] | the event loop and what it draws | everything but `cli`; files and programs only in its effects |
//!
//! `tests/architecture.rs` holds this table, and which crate may be named where, because with one crate the compiler
//! cannot.
//!
//! # The rules
//!
//! - **Pure modules touch nothing.** The first eight read no file, no variable and no clock: today's date is an argument.
//!   So they run in a test as they run in the program.
//! - **A text from a file is not a text for a screen.** [`text::clean`](text::clean()) stands between them, and what draws
//!   or prints takes [`text::Clean`].
//! - **A fact has evidence or does not exist.** What is not stated is `None`; what was added to a passage says so.
//! - **Nothing is lost.** A save is an operation on the file as it is at that moment ([`store::shortlist`]); a file that
//!   cannot be read is reported and left alone.
//! - **One of each.** One key table for dispatch, footer, help, README; one layout for drawing, scrolling and the mouse; one
//!   search for the interface and the command line; one place for each sentence.
//! - **Only [`store`] changes files**, and none in a folder of offers.
//! - **What may be replaced is named once.** `serde_yaml`, `fuzzy-matcher`, `directories` and `pulldown-cmark` stand in two
//!   files at most each.
//!
//! # How data flows
//!
//! [`store::load`](mod@store::load) walks the sources and gives [`offer::read`] each text; the rows
//! ([`offer::Summary`]) stay in memory, the rest is read again when an offer is opened. [`search::search`] ranks rows.
//! The interface keeps them in a model that only `update` changes and `view` draws ([`tui`]); the command line prints them.
//!
//! Through the interface data flows one way: keys become messages in [`tui::keymap`], [`tui::update`] changes
//! [`tui::model`] and asks for effects, [`tui::view`] draws; only [`tui::effects`] names [`store`] and [`system`].
//!
//! # Where do I change …
//!
//! | to … | change | what then fails until it is whole |
//! |---|---|---|
//! | read a fact better | its reader in `offer/` (`offer/deadline.rs`, `offer/pay.rs`, …) and the phrase table at its head | `tests/facts`: one pair of text and passage a phrase |
//! | add a fact | a reader in `offer/`, a field of [`offer::Facts`], its key in [`offer::json`], its word in [`locale::facts`], its line in [`tui::page::card`] and `cli/card.rs`, a filter in [`search::query::fields`] | the contract in the README; exhaustive matches |
//! | accept another front-matter key | the table of synonyms in `offer/keys.rs` | |
//! | say why a file is no offer | [`offer::NotAnOfferReason`], its rule in `offer/nature.rs` | its sentence in [`locale::findings`] |
//! | add a key or an action | [`tui::keymap::Action`], a row of [`tui::keymap::BINDINGS`], an arm in `tui/update.rs` | no clash, on any keyboard; the README's table |
//! | add a view, a box, an effect | "How to add …" in [`tui`] | exhaustive matches |
//! | add something to copy | [`mail::parts::Part`], a row of [`tui::model::opened::PARTS`], an option of `copy` in [`cli::args`] | exhaustive matches |
//! | add a command | [`cli::args`], its help with its arguments in `locale/cli/`, a file in `cli/`, an arm in `cli.rs` | every command and argument has a sentence and a page of the manual, and stands in the README |
//! | add a setting | a field of [`store::Config`], a row of `store/config/keys.rs`, its sentence in [`locale::config`]; where it counts while running, `tui/effects/settings.rs` | the documented defaults read back as the defaults |
//! | add a theme | [`tui::theme::ThemeName::ALL`] and a palette | contrast in 24 bits and in 256 colours; nothing by colour alone |
//! | add a language | a variant of [`locale::Lang`]: the compiler then names every sentence that lacks it | |
//! | change a sentence | the file of its part in `locale/` | golden screens, the typography |
//! | add an export | a file in `export/`, a variant of [`cli::args::ExportFormat`], its arm in `cli/exchange.rs` | exhaustive matches |
//! | add what a candidate can do | a variant of [`tracking::Change`], its arm in `tracking/change.rs` | undo and redo of any sequence; exhaustive matches |
//! | change what is kept in a file | [`tracking::application`], [`store::shortlist`] | save → load is identity; older files still read; unknown keys come back |
//! | name a crate | a row of `CRATES` in `tests/architecture.rs`, its reason in `Cargo.toml` | the same test |
//! | add a test | in the file for one function; `tests/facts` for a phrase, `tests/screens` for a picture, `tests/cli.rs` for a command, `tests/pty.rs` for what only a terminal shows | |
//!
//! # What tremplin will not do
//!
//! Send anything by itself, fetch offers from the network, need an account, call an AI service, write into a folder of
//! offers, guess a fact to fill a gap.

pub mod cli;
pub mod export;
pub mod locale;
pub mod mail;
pub mod markdown;
pub mod offer;
pub mod search;
pub mod store;
pub mod system;
pub mod text;
pub mod tracking;
pub mod tui;
