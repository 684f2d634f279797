//! `tremplin interview`, `person`, `sent`, `document` and `tag`: the parts of an application from the command line.
//!
//! Each prints what is noted, numbered, when nothing is to be written; `--number` changes one, `--remove` takes it away.

use std::io::Write;

use super::args::{
    DocumentArguments, HistoryArguments, InterviewArguments, PersonArguments, SentArguments, TagArguments, Which,
};
use super::failure::Failure;
use super::session::Session;
use super::track::{Tracked, named};
use crate::locale::{Lang, cli as say, dossier as words, facts, plan};
use crate::offer::DocumentKind;
use crate::text::{clean, fold_name};
use crate::tracking::application::{Document, DocumentName};
use crate::tracking::entry::{Blank, Entry};
use crate::tracking::when::{self, Leaning};
use crate::tracking::{Application, Change};

/// What is typed on a line of a part; `None` leaves what is noted.
type Typed<'a> = (Blank, Option<&'a str>);

/// Notes an interview, or prints those that are noted.
pub fn interview(arguments: &InterviewArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let typed = arguments.when.join(" ");
    let split = when::split(&typed, session.environment.today, Leaning::Future);
    let (when, place) = match split {
        Some((_, rest)) => (typed.strip_suffix(rest).unwrap_or(&typed).trim_end(), rest),
        None => (typed.as_str(), ""),
    };
    let place = arguments
        .at
        .as_deref()
        .or(Some(place).filter(|place| !place.is_empty()));
    let lines = [
        (Blank::When, Some(when).filter(|when| !when.is_empty())),
        (Blank::Where, place),
        (Blank::People, arguments.people.as_deref()),
        (Blank::Note, arguments.note.as_deref()),
    ];
    let part = Part {
        id: &arguments.id,
        which: arguments.which,
        noted: |application| {
            let interviews = application.interviews.iter().cloned();
            interviews
                .map(|known| Entry::Interview(Some(Box::new(known))))
                .collect()
        },
        new: Entry::Interview(None),
    };
    part.run(&lines, session, out)
}

/// Notes somebody met, or prints who was.
pub fn person(arguments: &PersonArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let name = arguments.name.join(" ");
    let lines = [
        (Blank::Name, Some(name.as_str()).filter(|name| !name.is_empty())),
        (Blank::Role, arguments.role.as_deref()),
        (Blank::Email, arguments.email.as_deref()),
        (Blank::Phone, arguments.phone.as_deref()),
        (Blank::Met, arguments.met.as_deref()),
    ];
    let part = Part {
        id: &arguments.id,
        which: arguments.which,
        noted: |application| {
            let people = application.people.iter().cloned();
            people.map(|known| Entry::Person(Some(Box::new(known)))).collect()
        },
        new: Entry::Person(None),
    };
    part.run(&lines, session, out)
}

/// Notes what was sent, or prints it.
pub fn sent(arguments: &SentArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let day = arguments.day.join(" ");
    let files = arguments.file.join("; ");
    // A separator at the end keeps a comma in the only path where it is.
    let files = if files.is_empty() { files } else { files + ";" };
    let lines = [
        (Blank::Day, Some(day.as_str()).filter(|day| !day.is_empty())),
        (Blank::Means, arguments.means.as_deref()),
        (Blank::To, arguments.to.as_deref()),
        (Blank::Subject, arguments.subject.as_deref()),
        (Blank::Files, Some(files.as_str()).filter(|files| !files.is_empty())),
    ];
    let part = Part {
        id: &arguments.id,
        which: arguments.which,
        noted: |application| {
            let sent = application.sent.iter().cloned();
            sent.map(|known| Entry::Sent(Some(Box::new(known)))).collect()
        },
        new: Entry::Sent(None),
    };
    part.run(&lines, session, out)
}

/// Changes the history of an application: another day, a word, a line that goes, or a remark.
pub fn event(arguments: &HistoryArguments, id: &str, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lines = [
        (Blank::Day, arguments.on.as_deref()),
        (Blank::Note, arguments.note.as_deref()),
    ];
    let part = Part {
        id,
        which: arguments.which,
        noted: |application| {
            let history = application.history.iter().cloned();
            history.map(|known| Entry::Event(Some(Box::new(known)))).collect()
        },
        new: Entry::Event(None),
    };
    part.run(&lines, session, out)
}

/// Says that a document is ready, or prints which are.
pub fn document(arguments: &DocumentArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let Some(typed) = &arguments.document else {
        let tracked = Tracked::load(session)?;
        for document in &known(&tracked, &arguments.id)?.documents {
            let file = document.file.as_deref().unwrap_or_default();
            let line = format!("✓ {}  {file}", plan::document_name(lang, &document.kind));
            writeln!(out, "{}", clean(line.trim_end()).one_line())?;
        }
        return Ok(());
    };
    let name = document_name(typed);
    let mut tracked = Tracked::load(session)?;
    let (id, title) = named(&mut tracked, &arguments.id, session)?;
    let change = if arguments.remove {
        Change::Untick(name.clone())
    } else {
        Change::Tick(Document::new(name.clone(), arguments.file.clone()))
    };
    tracked.save(&id, &change, session)?;
    let sentence = plan::ticked(lang, &name, !arguments.remove, &title);
    writeln!(out, "{}", clean(&sentence).one_line())?;
    Ok(())
}

/// Puts tags on, takes them off, or prints them.
pub fn tag(arguments: &TagArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let mut tracked = Tracked::load(session)?;
    if arguments.tags.is_empty() {
        let tags = &known(&tracked, &arguments.id)?.tags;
        writeln!(out, "{}", clean(&tags.join(", ")).one_line())?;
        return Ok(());
    }
    let (id, title) = named(&mut tracked, &arguments.id, session)?;
    for typed in &arguments.tags {
        let tag = typed.trim_start_matches('#').trim().to_owned();
        if tag.is_empty() {
            continue;
        }
        let change = if arguments.remove {
            Change::Untag(tag)
        } else {
            Change::Tag(tag)
        };
        tracked.save(&id, &change, session)?;
    }
    let sentence = words::saved(lang, &Entry::Tags, &title);
    writeln!(out, "{}", clean(&sentence).one_line())?;
    Ok(())
}

fn known<'t>(tracked: &'t Tracked, typed: &str) -> Result<&'t Application, Failure> {
    let found = tracked.find(typed);
    found.ok_or_else(|| Failure::NoSuchOffer(clean(typed).into_string()))
}

/// A kind of part, and which of them.
struct Part<'a> {
    id: &'a str,
    which: Which,
    /// Those that are noted, in the order in which they are numbered.
    noted: fn(&Application) -> Vec<Entry>,
    /// One that is not noted yet.
    new: Entry,
}

impl Part<'_> {
    fn run(&self, lines: &[Typed<'_>], session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
        let nothing = lines.iter().all(|(_, typed)| typed.is_none()) && self.which.number.is_none();
        if nothing {
            return self.print(session, out);
        }
        let (lang, today) = (session.environment.lang, session.environment.today);
        let mut tracked = Tracked::load(session)?;
        let (id, title) = named(&mut tracked, self.id, session)?;
        let application = tracked.shortlist.get(&id).cloned();
        let noted = application.as_ref().map(self.noted).unwrap_or_default();
        let entry = match self.which.number {
            None => self.new.clone(),
            Some(number) => {
                let entry = noted.get(usize::from(number) - 1).cloned();
                entry.ok_or_else(|| Failure::Told(say::no_such_number(lang, number, noted.len())))?
            }
        };
        let (changes, sentence) = if self.which.remove {
            let removal = entry.removal().into_iter().collect();
            (removal, words::removed(lang, &entry, today))
        } else {
            let texts = filled(&entry, lines, application.as_ref(), session);
            let changes = entry.changes(&texts, application.as_ref(), today);
            let changes = changes.map_err(|blank| Failure::Told(words::not_understood(lang, blank)))?;
            (changes, words::saved(lang, &entry, &title))
        };
        for change in changes {
            tracked.save(&id, &change, session)?;
        }
        writeln!(out, "{}", clean(&sentence).one_line())?;
        Ok(())
    }

    /// Prints what is noted, numbered.
    fn print(&self, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
        let (lang, today) = (session.environment.lang, session.environment.today);
        let tracked = Tracked::load(session)?;
        let noted = (self.noted)(known(&tracked, self.id)?);
        if noted.is_empty() {
            return Err(Failure::NothingFound);
        }
        for (number, entry) in (1..).zip(&noted) {
            writeln!(out, "{number}  {}", words::entry(lang, entry, &[], None, today))?;
        }
        Ok(())
    }
}

/// Returns the lines of a part as they are noted, with what is typed in place.
fn filled(entry: &Entry, lines: &[Typed<'_>], application: Option<&Application>, session: &Session) -> Vec<String> {
    let (lang, today) = (session.environment.lang, session.environment.today);
    let texts = entry.texts(application, today, lang).into_iter();
    let typed = |blank: &Blank| {
        lines
            .iter()
            .find(|(known, _)| known == blank)
            .and_then(|(_, typed)| *typed)
    };
    entry
        .blanks()
        .iter()
        .zip(texts)
        .map(|(blank, text)| typed(blank).map_or(text, str::to_owned))
        .collect()
}

/// Understands the name of a document in either language; what has no word of its own stays as it was typed.
fn document_name(typed: &str) -> DocumentName {
    let wanted = fold_name(typed);
    let known = DocumentKind::ALL.into_iter().find(|kind| {
        let words = [
            kind.as_str(),
            facts::document(Lang::Fr, *kind),
            facts::document(Lang::En, *kind),
        ];
        words.into_iter().any(|word| fold_name(word) == wanted)
    });
    match (known, wanted.as_str()) {
        (Some(kind), _) => DocumentName::Known(kind),
        (None, "lettre" | "letter") => DocumentName::Known(DocumentKind::CoverLetter),
        (None, _) => DocumentName::Other(typed.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_in_both_languages() {
        for typed in ["lettre", "Lettre de motivation", "cover-letter", "cover letter"] {
            assert_eq!(
                document_name(typed),
                DocumentName::Known(DocumentKind::CoverLetter),
                "{typed}"
            );
        }
        assert_eq!(document_name("CV"), DocumentName::Known(DocumentKind::Cv));
        assert_eq!(document_name("permis B"), DocumentName::Other("permis B".into()));
    }
}
