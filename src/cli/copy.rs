//! `tremplin copy`.

use std::fs::OpenOptions;
use std::io::Write;

use super::apply;
use super::args::{CopyArguments, CopyWhat};
use super::failure::Failure;
use super::found::Found;
use super::session::{self, Session};
use super::track::Tracked;
use crate::locale::Lang;
use crate::locale::{cli as say, system as words};
use crate::mail::Purpose;
use crate::mail::parts::{self, Part};
use crate::store::config::Clipboard;
use crate::system::clipboard::{self, Preference};
use crate::system::{Copied, Surroundings};
use crate::text::clean;

/// Copies a part of an offer, and prints it so that it can be selected by hand.
pub fn run(arguments: &CopyArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let catalog = session.catalog();
    let text = if arguments.what.body {
        apply::Work::open(session, &catalog, &arguments.id)?
            .draft(Purpose::Application)?
            .body
    } else {
        let mut tracked = Tracked::load(session)?;
        tracked.link(&catalog);
        let found = Found::corrected(&arguments.id, &catalog, &tracked, session)?;
        parts::part(&found.opened.offer.facts, wanted(arguments.what), lang).unwrap_or_default()
    };
    if text.is_empty() {
        return Err(Failure::Told(say::nothing_to_copy(lang, arguments.id.trim())));
    }
    writeln!(out, "{}", clean(&text))?;
    out.flush()?;
    put(&text, session)
}

/// Puts a text on the clipboard and says by which road.
pub fn put(text: &str, session: &Session) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let mut terminal = terminal();
    let preference = preference(session.config.clipboard);
    match clipboard::copy(text, preference, &Surroundings::current(), terminal.is_some()) {
        Ok(copied) => {
            if let (Some(bytes), Some(terminal)) = (&copied.bytes, &mut terminal) {
                terminal.write_all(bytes).and_then(|()| terminal.flush())?;
            }
            session::warn(&told(&copied, lang));
            Ok(())
        }
        Err(error) => Err(Failure::Told(words::not_copied(lang, &error.say(lang)))),
    }
}

/// Says how a text was copied, and no more than is known.
fn told(copied: &Copied, lang: Lang) -> String {
    words::copied(lang, copied.road.tool())
}

/// Opens the terminal itself: standard output may be a pipe.
fn terminal() -> Option<std::fs::File> {
    OpenOptions::new().write(true).open("/dev/tty").ok()
}

/// Takes the preference of the configuration.
#[must_use]
pub fn preference(clipboard: Clipboard) -> Preference {
    match clipboard {
        Clipboard::Auto => Preference::Auto,
        Clipboard::Osc52 => Preference::Osc52,
        Clipboard::Tools => Preference::Tools,
        Clipboard::None => Preference::None,
    }
}

/// Returns the part of an offer that is asked for.
const fn wanted(what: CopyWhat) -> Part {
    match what {
        CopyWhat { all: true, .. } => Part::Everything,
        CopyWhat { cc: true, .. } => Part::Cc,
        CopyWhat { subject: true, .. } => Part::Subject,
        CopyWhat { link: true, .. } => Part::Link,
        CopyWhat { .. } => Part::Address,
    }
}
