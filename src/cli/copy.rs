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
use crate::locale::{cli as say, facts, system as words};
use crate::mail::Purpose;
use crate::offer::{ContactRole, Facts};
use crate::store::config::Clipboard;
use crate::system::clipboard::{self, Preference};
use crate::system::{Copied, Surroundings};
use crate::text::{clean, clean_visibly};

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
        part(&found.opened.offer.facts, arguments.what, lang)
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

/// Returns the part of an offer that is asked for; empty when the offer does not state it.
fn part(facts: &Facts, what: CopyWhat, lang: Lang) -> String {
    if what.all {
        return block(facts, lang);
    }
    if what.cc {
        return addresses(facts, ContactRole::Cc);
    }
    if what.subject {
        return facts
            .subject
            .as_ref()
            .map(|subject| clean(&subject.value).into_string())
            .unwrap_or_default();
    }
    if what.link {
        return facts
            .apply_urls
            .first()
            .map(|url| clean_visibly(&url.value).into_string())
            .unwrap_or_default();
    }
    first_address(facts).unwrap_or_default()
}

/// Returns the address that takes applications, or else the only one there is.
fn first_address(facts: &Facts) -> Option<String> {
    let to = facts
        .contacts
        .iter()
        .find(|contact| contact.value.role == ContactRole::To);
    to.or_else(|| facts.contacts.first())
        .map(|contact| contact.value.email.clone())
}

/// Returns the addresses of one role, as a mail program takes them.
fn addresses(facts: &Facts, role: ContactRole) -> String {
    let of_role = facts.contacts.iter().filter(|contact| contact.value.role == role);
    of_role
        .map(|contact| contact.value.email.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Returns everything needed to apply, a line each.
fn block(stated: &Facts, lang: Lang) -> String {
    let documents: Vec<&str> = stated
        .documents
        .iter()
        .map(|kind| facts::document(lang, kind.value))
        .collect();
    let links: Vec<String> = stated
        .apply_urls
        .iter()
        .map(|url| clean_visibly(&url.value).into_string())
        .collect();
    let phones: Vec<String> = stated
        .phones
        .iter()
        .map(|phone| clean(&phone.value).into_string())
        .collect();
    let demanded = stated
        .subject
        .as_ref()
        .map(|subject| clean(&subject.value).into_string());
    let parts = [
        (facts::TO, addresses(stated, ContactRole::To)),
        (facts::CC, addresses(stated, ContactRole::Cc)),
        (facts::INFO, addresses(stated, ContactRole::Info)),
        (facts::SUBJECT, demanded.unwrap_or_default()),
        (facts::DOCUMENTS, documents.join(", ")),
        (facts::LINK, links.join(" ")),
        (facts::PHONE, phones.join(", ")),
    ];
    let colon = match lang {
        Lang::Fr => "\u{a0}:",
        Lang::En => ":",
    };
    let said = parts.iter().filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| format!("{}{colon} {value}", name.get(lang)))
        .collect::<Vec<_>>()
        .join("\n")
}
