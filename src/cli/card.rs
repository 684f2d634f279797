//! The facts of an offer as lines: how to apply first, then the rest, then what is doubtful.

use std::io::{self, Write};

use super::environment::Environment;
use crate::locale::{Lang, Phrase};
use crate::locale::{cli as say, dates, facts, findings};
use crate::offer::state::state;
use crate::offer::{Contact, ContactRole, Evidence, Fact, Facts, Summary};
use crate::store::Opened;
use crate::text::{clean, clean_visibly};

/// What the card shows.
pub struct Card<'a> {
    /// The offer.
    pub opened: &'a Opened,
    /// Its row.
    pub summary: &'a Summary,
    /// Language, day and colours.
    pub environment: Environment,
    /// For a voice: nothing is drawn.
    pub spoken: bool,
}

/// One line: its name, what the offer says, and the line of the file that says so.
struct Entry {
    name: Phrase,
    value: String,
    line: Option<usize>,
}

/// Prints the card, at most `width` columns wide where values can be cut between words.
pub fn write(card: &Card<'_>, width: u16, out: &mut dyn Write) -> io::Result<()> {
    let lang = card.environment.lang;
    let facts = &card.opened.offer.facts;
    let (bold, plain) = if card.environment.color && !card.spoken {
        ("\x1b[1m", "\x1b[0m")
    } else {
        ("", "")
    };
    writeln!(out, "{bold}{}{plain}", card.summary.title)?;
    if !card.summary.organization.is_empty() {
        writeln!(out, "{}", card.summary.organization)?;
    }
    for (heading, entries) in [
        (facts::TO_APPLY, to_apply(facts, lang)),
        (facts::THE_OFFER, the_offer(card, facts, lang)),
    ] {
        writeln!(out, "\n{bold}{}{plain}", heading.get(lang))?;
        for entry in entries {
            write_entry(&entry, lang, width, out)?;
        }
    }
    write_warnings(card, out)?;
    if card.spoken {
        return writeln!(out);
    }
    writeln!(out, "\n{}\n", "─".repeat(usize::from(width.min(74))))
}

/// Prints one line; what the offer does not state says so.
fn write_entry(entry: &Entry, lang: Lang, width: u16, out: &mut dyn Write) -> io::Result<()> {
    let name = entry.name.get(lang);
    let value = if entry.value.is_empty() {
        facts::NOT_STATED.get(lang)
    } else {
        &entry.value
    };
    let place = entry
        .line
        .map(|line| format!("  ({})", say::line(lang, line)))
        .unwrap_or_default();
    let room = usize::from(width).saturating_sub(NAME_WIDTH + 3).max(20);
    let mut lead = format!("  {name}{:1$}", "", NAME_WIDTH.saturating_sub(clean(name).width()));
    for line in cut(&format!("{value}{place}"), room) {
        writeln!(out, "{lead} {line}")?;
        lead = " ".repeat(NAME_WIDTH + 2);
    }
    Ok(())
}

/// Columns of the names.
const NAME_WIDTH: usize = 12;

/// Cuts a text between words into lines of at most `room` columns; a longer word stands alone.
fn cut(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let fits = |line: &String| line.is_empty() || clean(line).width() + 1 + clean(word).width() <= room;
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns how to apply.
fn to_apply(stated: &Facts, lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    let roles = [
        (facts::TO, ContactRole::To),
        (facts::CC, ContactRole::Cc),
        (facts::INFO, ContactRole::Info),
    ];
    for (name, role) in roles {
        let of_role = stated.contacts.iter().filter(|contact| contact.value.role == role);
        entries.extend(of_role.map(|contact| entry(name, contact, address)));
    }
    entries.extend(
        stated
            .apply_urls
            .iter()
            .map(|url| entry(facts::LINK, url, |url| clean_visibly(url).into_string())),
    );
    entries.extend(
        stated
            .phones
            .iter()
            .map(|phone| entry(facts::PHONE, phone, |phone| clean(phone).into_string())),
    );
    if entries.is_empty() {
        entries.push(Entry {
            name: facts::TO,
            value: String::new(),
            line: None,
        });
    }
    entries.push(optional(facts::SUBJECT, stated.subject.as_ref(), |subject| {
        clean(subject).into_string()
    }));
    entries.push(list(facts::DOCUMENTS, &stated.documents, |kind| {
        facts::document(lang, *kind).to_owned()
    }));
    entries
}

/// Returns an address with the person it belongs to.
fn address(contact: &Contact) -> String {
    match &contact.name {
        Some(name) => format!("{} ({})", contact.email, clean(name).one_line()),
        None => contact.email.clone(),
    }
}

/// Returns the rest of what the offer says.
fn the_offer(card: &Card<'_>, stated: &Facts, lang: Lang) -> Vec<Entry> {
    let today = card.environment.today;
    let (state, reason) = state(card.summary, today);
    let reason = facts::state_reason(lang, reason);
    let named = facts::state(lang, state);
    let text = |text: &String| clean(text).one_line().into_string();
    vec![
        list(facts::CONTRACT, &stated.employment_types, |kind| {
            facts::employment_type(lang, *kind).to_owned()
        }),
        optional(facts::DURATION, stated.duration.as_ref(), |value| {
            facts::duration(lang, *value)
        }),
        optional(facts::START, stated.start.as_ref(), |value| facts::start(lang, *value)),
        optional(facts::DEADLINE, stated.deadline.as_ref(), |date| {
            let distance = dates::distance(lang, dates::days_until(*date, today));
            format!("{}, {distance}", dates::full_with_weekday(lang, *date))
        }),
        optional(facts::PAY, stated.pay.as_ref(), |pay| text(&pay.text)),
        optional(facts::PLACE, stated.place.as_ref(), text),
        optional(facts::REMOTE, stated.remote.as_ref(), |remote| {
            facts::remote(lang, *remote).to_owned()
        }),
        optional(facts::LEVEL, stated.level.as_ref(), text),
        optional(facts::POSTED, stated.date_posted.as_ref(), |date| {
            dates::full(lang, *date)
        }),
        list(facts::TAGS, &stated.tags, text),
        Entry {
            name: facts::STATE,
            value: if reason.is_empty() {
                named.to_owned()
            } else {
                format!("{named} ({reason})")
            },
            line: None,
        },
    ]
}

/// Returns the line of one fact.
fn entry<T>(name: Phrase, fact: &Fact<T>, say: impl Fn(&T) -> String) -> Entry {
    Entry {
        name,
        value: say(&fact.value),
        line: fact.evidence.iter().find_map(Evidence::line),
    }
}

/// Returns the line of a fact that may not be stated.
fn optional<T>(name: Phrase, fact: Option<&Fact<T>>, say: impl Fn(&T) -> String) -> Entry {
    fact.map_or(
        Entry {
            name,
            value: String::new(),
            line: None,
        },
        |fact| entry(name, fact, say),
    )
}

/// Returns the line of several facts of one kind.
fn list<T>(name: Phrase, stated: &[Fact<T>], say: impl Fn(&T) -> String) -> Entry {
    let values: Vec<String> = stated.iter().map(|fact| say(&fact.value)).collect();
    let line = stated.iter().flat_map(|fact| &fact.evidence).find_map(Evidence::line);
    Entry {
        name,
        value: values.join(", "),
        line,
    }
}

/// Prints what is contradictory or doubtful.
fn write_warnings(card: &Card<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = card.environment.lang;
    if card.opened.offer.warnings.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    for warning in &card.opened.offer.warnings {
        let sentence = clean(&findings::warning(lang, warning)).one_line();
        writeln!(out, "! {sentence} ({})", say::line(lang, warning.line))?;
    }
    Ok(())
}
