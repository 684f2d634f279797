//! `tremplin [PATH…]`: the interface.

use std::io::{self, IsTerminal};

use super::failure::Failure;
use super::session::Session;
use crate::locale::cli as say;
use crate::locale::files::io_reason;
use crate::tui::{self, Options};

/// Runs the interface until the person leaves.
pub fn run(session: &Session) -> Result<(), Failure> {
    let lang = session.environment.lang;
    if !io::stdin().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let options = Options {
        sources: session.sources.clone(),
        paths: session.paths.clone(),
        config: session.config.clone(),
        layers: session.layers.clone(),
        lang,
        today: session.environment.today,
        read_only: session.read_only,
    };
    tui::run(&options).map_err(|error| match error {
        tui::Error::Terminal(error) => Failure::Unreadable {
            path: say::TERMINAL.get(lang).to_owned(),
            why: io_reason(lang, error.kind()),
        },
        told => Failure::Told(told.to_string()),
    })
}
