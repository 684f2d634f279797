//! `tremplin apply`: a draft for an offer, printed, as a file, as a link, or handed to the mail program.
//!
//! Nothing is sent: that stays with the candidate's mail program.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{ApplyArguments, LetterArgument};
use super::failure::Failure;
use super::found::{Found, Place};
use super::session::{self, Session};
use super::track::{self, Tracked};
use crate::locale::files::io_reason;
use crate::locale::{Lang, apply as words, cli as say, sheet};
use crate::mail::draft::{self, Basis};
use crate::mail::guard::{self, Facing, Guard};
use crate::mail::{Address, Attachment, Draft, How, Profile, Purpose, eml, mailto};
use crate::store::{Catalog, letters};
use crate::system::Surroundings;
use crate::system::mailer::{self, Handed, Mailer};
use crate::text::{clean, clean_path, clean_visibly};
use crate::tracking::Application;
use crate::tracking::application::{Means, Sent};

/// An offer with everything that a draft for it needs.
pub struct Work<'a> {
    session: &'a Session,
    catalog: &'a Catalog,
    found: Found,
    tracked: Tracked,
    profile: Profile,
}

impl<'a> Work<'a> {
    /// Opens the offer, the shortlist and the profile.
    ///
    /// # Errors
    ///
    /// When the offer, the shortlist or the profile cannot be read.
    pub fn open(session: &'a Session, catalog: &'a Catalog, id: &str) -> Result<Self, Failure> {
        let mut tracked = Tracked::load(session)?;
        tracked.link(catalog);
        let found = Found::corrected(id, catalog, &tracked, session)?;
        let profile = letters::profile(&session.paths, &session.config)
            .map_err(|error| Failure::Told(error.say(session.environment.lang)))?;
        Ok(Self {
            session,
            catalog,
            found,
            tracked,
            profile,
        })
    }

    /// Returns what was last sent for this offer.
    fn sent(&self) -> Option<&Sent> {
        self.found.application(&self.tracked)?.sent.last()
    }

    /// Puts a draft together.
    ///
    /// # Errors
    ///
    /// When the candidate's own letter cannot be read.
    pub fn draft(&self, purpose: Purpose) -> Result<Draft, Failure> {
        let own = self.session.environment.lang;
        let facts = &self.found.opened.offer.facts;
        let lang = draft::language(facts, own);
        let template =
            letters::template(&self.session.paths, purpose, lang).map_err(|error| Failure::Told(error.say(own)))?;
        let basis = Basis {
            facts,
            title: &self.found.summary.title,
            profile: &self.profile,
            sent: self.sent(),
            template: template.as_deref(),
            lang,
        };
        Ok(Draft::new(purpose, basis))
    }

    /// Says what should be looked at.
    fn tell_guards(&self, draft: &Draft, extra: Option<Guard>) {
        let lang = self.session.environment.lang;
        let applications: Vec<&Application> = self.tracked.shortlist.iter().collect();
        let facing = Facing {
            offer: &self.found.opened.offer,
            profile: &self.profile,
            applications: &applications,
            today: self.session.environment.today,
        };
        for guard in guard::guards(draft, facing).into_iter().chain(extra) {
            session::warn(&format!("! {}", guard.say(lang)));
        }
        if draft.to.is_empty() {
            for road in How::of(&self.found.opened.offer, &self.found.opened.text).others {
                session::warn(&road.say(lang));
            }
        }
    }
}

/// Writes the draft the way that was asked for.
pub fn run(arguments: &ApplyArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let catalog = session.catalog();
    let mut work = Work::open(session, &catalog, &arguments.id)?;
    let mut draft = work.draft(purpose(arguments.letter))?;
    change(&mut draft, arguments, lang)?;
    let carried = if arguments.mailto {
        Some(draft.attachments.len())
    } else {
        None
    };
    work.tell_guards(&draft, carried.filter(|count| *count > 0).map(Guard::NoAttachments));
    if let Some(path) = &arguments.eml {
        write_eml(&draft, path, &work, out)?;
    } else if arguments.mailto {
        writeln!(out, "{}", mailto::link(&draft))?;
    } else if arguments.open {
        open(&draft, &work)?;
    } else {
        write!(out, "{}", words::printed(lang, &draft))?;
    }
    if arguments.sent {
        record(&draft, &mut work, out)?;
    }
    Ok(())
}

/// Returns the letter that is asked for.
fn purpose(letter: LetterArgument) -> Purpose {
    match letter {
        LetterArgument::Application => Purpose::Application,
        LetterArgument::FollowUp => Purpose::FollowUp,
        LetterArgument::Thanks => Purpose::Thanks,
        LetterArgument::Withdrawal => Purpose::Withdrawal,
        LetterArgument::Acceptance => Purpose::Acceptance,
    }
}

/// Puts what the command line says in place of what the offer says.
fn change(draft: &mut Draft, arguments: &ApplyArguments, lang: Lang) -> Result<(), Failure> {
    let addresses = |texts: &[String]| -> Result<Vec<Address>, Failure> {
        let parse = |text: &String| {
            let refused = || Failure::Told(words::refused_address(lang, clean_visibly(text).as_str()));
            Address::parse(text.trim()).ok_or_else(refused)
        };
        texts.iter().map(parse).collect()
    };
    if !arguments.to.is_empty() {
        draft.to = addresses(&arguments.to)?;
    }
    if !arguments.cc.is_empty() {
        draft.cc = addresses(&arguments.cc)?;
    }
    if let Some(subject) = &arguments.subject {
        draft.subject = clean(subject).one_line().into_string();
    }
    for path in &arguments.attach {
        draft.attachments.push(Attachment {
            document: None,
            path: path.to_string_lossy().into_owned(),
        });
    }
    Ok(())
}

/// Writes the message as a file, or on standard output for `-`.
fn write_eml(draft: &Draft, path: &Path, work: &Work<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = work.session.environment.lang;
    let told = |error: letters::LetterError| Failure::Told(error.say(lang));
    let message = letters::message(draft, &work.profile, jiff::Timestamp::now().as_second()).map_err(told)?;
    if path == Path::new("-") {
        return Ok(out.write_all(&message)?);
    }
    if within_sources(path, work) {
        return Err(Failure::Told(words::not_among_offers(lang, clean_path(path).as_str())));
    }
    letters::write_new(path, &message).map_err(told)?;
    Ok(writeln!(out, "{}", words::written(lang, clean_path(path).as_str()))?)
}

/// Tells whether a file would lie in a folder of offers, where nothing is ever written.
fn within_sources(path: &Path, work: &Work<'_>) -> bool {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let sources = work.catalog.sources();
    let names = (0..)
        .take(sources.all().len())
        .map(|number| PathBuf::from(sources.name(number)));
    names
        .filter_map(|name| name.canonicalize().ok())
        .any(|source| source.is_dir() && folder.starts_with(source))
}

/// Hands the draft with its files to the mail program; one of the terminal has it until it is closed.
fn open(draft: &Draft, work: &Work<'_>) -> Result<(), Failure> {
    let (session, lang) = (work.session, work.session.environment.lang);
    let told = |error: letters::LetterError| Failure::Told(error.say(lang));
    let message = letters::message(draft, &work.profile, jiff::Timestamp::now().as_second()).map_err(told)?;
    let name = format!("{}.{}.eml", work.found.summary.id, draft.purpose.as_str());
    let file = letters::write_draft(&session.paths, &name, &message).map_err(told)?;
    let mailer = Mailer {
        command: &session.config.mailer,
        terminal: session.config.mailer_terminal,
    };
    let here = Surroundings::current();
    let program = match mailer::hand_over(draft, &file, mailer, &here) {
        Ok(Handed::To(program)) => program,
        Ok(Handed::Terminal(words)) => {
            letters::write_draft(&session.paths, &name, &eml::to_compose(&message)).map_err(told)?;
            run_mailer(&words, &here, lang)?
        }
        Err(_) => {
            let shown = clean_path(&file).into_string();
            return Err(Failure::Told(sheet::no_mailer(lang, &shown)));
        }
    };
    session::warn(&sheet::handed_over(lang, clean_visibly(&program).as_str()));
    Ok(())
}

/// Runs a mail program of the terminal; returns its name.
fn run_mailer(words: &[String], here: &Surroundings, lang: Lang) -> Result<String, Failure> {
    let name = words.first().cloned().unwrap_or_default();
    let shown = clean_visibly(&name).into_string();
    match mailer::run(words, here) {
        Ok(status) if status.success() => Ok(name),
        Ok(status) => Err(Failure::Told(sheet::mailer_failed(lang, &shown, status.code()))),
        Err(error) => Err(Failure::Told(sheet::mailer_not_started(
            lang,
            &shown,
            &io_reason(lang, error.kind()),
        ))),
    }
}

/// Notes in the shortlist that the letter left.
fn record(draft: &Draft, work: &mut Work<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = work.session.environment.lang;
    let (id, title) = match &work.found.place {
        Place::Row(row) => track::kept(&mut work.tracked, work.catalog, *row, work.session)?,
        Place::Shortlist(name) => (name.clone(), work.found.summary.title.to_string()),
    };
    let change = draft.record(work.session.environment.today, Means::Email);
    work.tracked.save(&id, &change, work.session)?;
    Ok(writeln!(
        out,
        "{}",
        say::staged(lang, words::recorded(lang, draft.purpose), &title, id.as_str())
    )?)
}
