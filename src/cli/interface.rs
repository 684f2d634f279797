//! `tremplin [PATH…]`: the interface.

use std::io::{self, IsTerminal};

use super::args::ColorChoice;
use super::failure::Failure;
use super::session::{self, Session};
use crate::locale::cli as say;
use crate::locale::files::io_reason;
use crate::store::config::Color;
use crate::tui::theme::{Colours, ThemeName};
use crate::tui::{self, Options};

/// Runs the interface until the person leaves.
pub fn run(session: &Session, color: Option<ColorChoice>) -> Result<(), Failure> {
    let lang = session.environment.lang;
    if !io::stdin().is_terminal() {
        return Err(Failure::NoTerminal);
    }
    let name = &session.config.theme;
    if ThemeName::parse(name).is_none() && !session.paths.theme_file(name).is_some_and(|file| file.is_file()) {
        session::warn(&say::unknown_theme(lang, &session.config.theme));
    }
    let options = Options {
        sources: session.sources.clone(),
        paths: session.paths.clone(),
        config: session.config.clone(),
        lang,
        today: session.environment.today,
        colours: colours(color, session.config.color),
        query: String::new(),
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

/// Chooses when to colour: the command line wins over the configuration.
fn colours(asked: Option<ColorChoice>, configured: Color) -> Colours {
    match (asked, configured) {
        (Some(ColorChoice::Always), _) | (None, Color::Always) => Colours::Always,
        (Some(ColorChoice::Never), _) | (None, Color::Never) => Colours::Never,
        (Some(ColorChoice::Auto), _) | (None, Color::Auto) => Colours::Auto,
    }
}
