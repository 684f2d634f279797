//! tremplin: a terminal browser for job and internship offers.
#![doc = ""]

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
