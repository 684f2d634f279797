//! `tremplin show`: one offer, what it says first, then its text; in a pager when it is longer than the terminal.

use std::io::{Read, Write};
use std::path::PathBuf;

use super::args::ShowArguments;
use super::card::{self, Card};
use super::environment::{Environment, variable};
use super::failure::Failure;
use super::found::Found;
use super::json;
use super::session::{self, Session};
use super::track::Tracked;
use crate::locale::{cli as say, files, findings};
use crate::markdown::{self, print};
use crate::offer::{self, OfferFile, Reading, Summary};
use crate::store::config::Hyperlinks;
use crate::store::decode;
use crate::store::{Opened, Sources};
use crate::system::{Surroundings, pager};

/// Columns when there is no terminal to ask.
const USUAL_WIDTH: u16 = 80;
/// The longest text taken from standard input, as for a file.
const LONGEST: u64 = 1 << 20;

/// An offer with its row and the source it comes from.
struct Shown {
    opened: Opened,
    summary: Summary,
    source: String,
}

/// Prints one offer.
pub fn run(arguments: &ShowArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let Shown {
        opened,
        summary,
        source,
    } = if arguments.id == "-" {
        from_input(session)?
    } else {
        from_files(&arguments.id, session)?
    };
    if arguments.json {
        writeln!(out, "{}", json::offer(&opened, &source, session)?)?;
        return Ok(());
    }
    let width = arguments.width.or(session.environment.columns).unwrap_or(USUAL_WIDTH);
    let print = |hyperlinks: bool| {
        let mut text = Vec::new();
        let card = Card {
            opened: &opened,
            summary: &summary,
            environment: session.environment,
            spoken: arguments.plain,
        };
        card::write(&card, width, &mut text)?;
        let manner = Manner {
            width,
            hyperlinks,
            color: session.environment.color && !arguments.plain,
            spoken: arguments.plain,
        };
        write_body(&opened, manner, &mut text)?;
        Ok::<_, Failure>(text)
    };
    let hyperlinks = session.environment.color && !arguments.plain && session.config.hyperlinks.are_written(&variable);
    let text = print(hyperlinks)?;
    let here = Surroundings::current();
    let Some(pager) = pager::find(&here).filter(|_| !arguments.plain && is_long(&text, session.environment)) else {
        out.write_all(&text)?;
        return Ok(());
    };
    // Not every pager lets them pass: there the links are numbered, unless they are wanted in any case.
    let clickable = hyperlinks && session.config.hyperlinks == Hyperlinks::On;
    let text = if clickable { text } else { print(false)? };
    if pager::show(&text, &pager, &here).is_err() {
        out.write_all(&text)?;
    }
    Ok(())
}

/// Tells whether a text has more lines than the terminal that it is for.
fn is_long(text: &[u8], environment: Environment) -> bool {
    let able = variable("TERM").is_none_or(|term| term != "dumb");
    let rows = environment.rows.filter(|_| able).map(usize::from);
    rows.is_some_and(|rows| memchr::memchr_iter(b'\n', text).count() >= rows)
}

/// Opens an offer of the sources, the file of this name, or an offer that only the shortlist still has.
fn from_files(id: &str, session: &Session) -> Result<Shown, Failure> {
    let found = match file(id) {
        // No offer of the sources has such a name: they need not be read.
        Some(path) if path.is_absolute() || path.starts_with(".") || path.starts_with("..") => {
            of_file(path, id, session)?
        }
        path => {
            let catalog = session.catalog();
            match (session::find(&catalog, id), path) {
                (Ok(row), _) => Found::of_row(row, &catalog, session)?,
                (Err(_), Some(path)) => of_file(path, id, session)?,
                (Err(_), None) => Found::find(id, &catalog, &Tracked::load(session)?, session)?,
            }
        }
    };
    Ok(Shown {
        opened: found.opened,
        summary: found.summary,
        source: found.source,
    })
}

/// Opens the offer of a file.
fn of_file(path: PathBuf, id: &str, session: &Session) -> Result<Found, Failure> {
    let (sources, _) = Sources::new(&[path]);
    let catalog = session::read_all(&sources);
    let row = session::only(&catalog, id, session.environment.lang)?;
    Found::of_row(row, &catalog, session)
}

/// Takes the argument for a file if there is one of this name.
fn file(id: &str) -> Option<PathBuf> {
    let path = PathBuf::from(id);
    path.is_file().then_some(path)
}

/// Reads an offer from standard input.
fn from_input(session: &Session) -> Result<Shown, Failure> {
    let lang = session.environment.lang;
    let unreadable = |why: &str| Failure::Unreadable {
        path: say::STANDARD_INPUT.get(lang).to_owned(),
        why: why.to_owned(),
    };
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&files::io_reason(lang, error.kind())))?;
    if bytes.len() as u64 > LONGEST {
        return Err(unreadable(say::TOO_LONG.get(lang)));
    }
    let Some((text, encoding)) = decode::decode(bytes) else {
        return Err(unreadable(say::NO_TEXT.get(lang)));
    };
    let mut reading = offer::read(&OfferFile {
        path: "-",
        text: &text,
        modified: None,
    });
    encoding.note(&mut reading);
    match reading {
        Reading::Offers(offers) => first(offers, text).ok_or_else(|| unreadable(say::NO_TEXT.get(lang))),
        Reading::NotAnOffer(not) => Err(unreadable(findings::not_an_offer(lang, not.reason))),
    }
}

/// Takes the first of the offers of a text.
fn first(offers: Vec<offer::Offer>, text: String) -> Option<Shown> {
    let offer = offers.into_iter().next()?;
    let summary = Summary::of(&offer, 0);
    let opened = Opened {
        offer,
        text: text.into(),
        path: None,
    };
    Some(Shown {
        opened,
        summary,
        source: "-".to_owned(),
    })
}

/// How the text of an offer is printed.
#[derive(Debug, Clone, Copy)]
struct Manner {
    width: u16,
    hyperlinks: bool,
    color: bool,
    /// For a voice.
    spoken: bool,
}

/// Prints the text of the offer, laid out; links that cannot be clicked are numbered and listed at the end.
fn write_body(opened: &Opened, manner: Manner, out: &mut dyn Write) -> Result<(), Failure> {
    let body = opened.text.get(opened.offer.body.clone()).unwrap_or_default();
    let document = markdown::parse(body, opened.offer.body.start);
    let options = markdown::Options {
        width: manner.width,
        numbered: !manner.hyperlinks,
        spoken: manner.spoken,
    };
    let layout = markdown::layout_with(&document, options);
    let text = if manner.color {
        print::ansi(&layout, manner.hyperlinks)
    } else {
        print::plain(&layout)
    };
    out.write_all(text.as_bytes())?;
    Ok(())
}
