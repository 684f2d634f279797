//! The sentences of the dossier of an application: its parts, the lines of its forms, what was saved.

use jiff::civil::Date;

use super::{Lang, Phrase, dates, export, plan, say, tracking, ui};
use crate::text::clean;
use crate::tracking::Part;
use crate::tracking::application::{Event, EventKind, Interview, Party, Person, Sent};
use crate::tracking::entry::{Blank, Entry};

/// What is selected is not noted.
pub const NOTHING_TO_REMOVE: Phrase = say(
    "Rien à retirer ici\u{a0}: Entrée pour modifier",
    "Nothing to remove here: Enter to change",
);
/// No tag.
const NO_TAG: Phrase = say("aucune", "none");
/// Nobody said who ended it.
const NOBODY_SAID: Phrase = say("non précisé", "not stated");

/// The title of the dossier.
#[must_use]
pub fn title(lang: Lang, offer: &str) -> String {
    match lang {
        Lang::Fr => format!("Dossier · {offer}"),
        Lang::En => format!("Application · {offer}"),
    }
}

/// The heading of a part.
#[must_use]
pub const fn heading(lang: Lang, part: Part) -> &'static str {
    let phrase = match part {
        Part::Tags => say("Étiquettes", "Tags"),
        Part::Interviews => say("Entretiens", "Interviews"),
        Part::People => say("Personnes rencontrées", "People met"),
        Part::Sent => say("Envois", "Sent"),
        Part::Documents => say("Pièces", "Documents"),
        Part::History => say("Historique", "History"),
        Part::EndedBy => say("Terminée par", "Ended by"),
        Part::Whole | Part::Stage | Part::Hidden | Part::Offer | Part::Next | Part::Corrected | Part::Notes => {
            return tracking::part(lang, part);
        }
    };
    phrase.get(lang)
}

/// Where a new part is written.
#[must_use]
pub const fn add(lang: Lang, entry: &Entry) -> &'static str {
    let phrase = match entry {
        Entry::Interview(_) => say("+ un entretien", "+ an interview"),
        Entry::Person(_) => say("+ une personne", "+ somebody"),
        Entry::Sent(_) => say("+ un envoi", "+ a message"),
        Entry::Event(_) => say("+ une remarque", "+ a remark"),
        Entry::Tags | Entry::File(_) => say("+", "+"),
    };
    phrase.get(lang)
}

/// The name of a part, as the title of its form.
#[must_use]
pub fn form_title(lang: Lang, entry: &Entry, offer: &str) -> String {
    let what = match entry {
        Entry::Tags => say("Étiquettes", "Tags").get(lang).to_owned(),
        Entry::Interview(_) => say("Entretien", "Interview").get(lang).to_owned(),
        Entry::Person(_) => say("Personne rencontrée", "Person met").get(lang).to_owned(),
        Entry::Sent(_) => say("Envoi", "Message sent").get(lang).to_owned(),
        Entry::Event(Some(event)) => happened(lang, &event.kind),
        Entry::Event(None) => say("Remarque", "Remark").get(lang).to_owned(),
        Entry::File(name) => plan::document_name(lang, name),
    };
    format!("{what} · {offer}")
}

/// The name of a line of a form.
#[must_use]
pub const fn blank(lang: Lang, blank: Blank) -> &'static str {
    let phrase = match blank {
        Blank::Tags => say("étiquettes", "tags"),
        Blank::When => say("quand", "when"),
        Blank::Where => say("où", "where"),
        Blank::People => say("avec", "with"),
        Blank::Note => say("note", "note"),
        Blank::Name => say("nom", "name"),
        Blank::Role => say("rôle", "role"),
        Blank::Email => say("courriel", "e-mail"),
        Blank::Phone => say("téléphone", "phone"),
        Blank::Met => say("rencontre", "met on"),
        Blank::Day => say("jour", "day"),
        Blank::Means => say("moyen", "means"),
        Blank::To => say("à", "to"),
        Blank::Subject => say("objet", "subject"),
        Blank::Files => say("fichiers", "files"),
        Blank::File => say("fichier", "file"),
    };
    phrase.get(lang)
}

/// What may stand on a line, shown while it is empty.
#[must_use]
pub const fn hint(lang: Lang, blank: Blank) -> &'static str {
    let phrase = match blank {
        Blank::Tags => say("séparées par des virgules", "separated by commas"),
        Blank::When => say("mardi 10h30, 24/11 14h…", "Tuesday 10:30, 24 Nov 14:00…"),
        Blank::Where => say("une adresse, un lien, ou les deux", "an address, a link, or both"),
        Blank::People => say("des noms, séparés par des virgules", "names, separated by commas"),
        Blank::Note => say("un mot à ce sujet", "a word about it"),
        Blank::Name => say("prénom et nom", "first and last name"),
        Blank::Role => say("ce que fait la personne", "what they do there"),
        Blank::Email => say("nom@organisme.fr", "name@organisation.org"),
        Blank::Phone => say("01 23 45 67 89", "+44 20 1234 5678"),
        Blank::Met | Blank::Day => say("hier, 12/11, 12 novembre…", "yesterday, 12/11, 12 November…"),
        Blank::Means => say(
            "courriel, formulaire, courrier, téléphone, en personne",
            "e-mail, form, letter, telephone, in person",
        ),
        Blank::To => say("une adresse ou une page", "an address or a page"),
        Blank::Subject => say("l’objet du message", "the subject of the message"),
        Blank::Files => say("cv.pdf, lettre.pdf…", "cv.pdf, letter.pdf…"),
        Blank::File => say("le chemin du fichier", "the path of the file"),
    };
    phrase.get(lang)
}

/// Says that a line is missing or not understood, and what may stand there.
#[must_use]
pub fn not_understood(lang: Lang, line: Blank) -> String {
    let (name, hint) = (blank(lang, line), hint(lang, line));
    match lang {
        Lang::Fr => format!("«\u{a0}{name}\u{a0}» manque ou n’est pas compris\u{a0}: {hint}"),
        Lang::En => format!("“{name}” is missing or not understood: {hint}"),
    }
}

/// Who ended it.
#[must_use]
pub const fn party(lang: Lang, party: Option<Party>) -> &'static str {
    let phrase = match party {
        None => NOBODY_SAID,
        Some(Party::Them) => say("l’organisme", "them"),
        Some(Party::Me) => say("moi", "me"),
    };
    phrase.get(lang)
}

/// Who ended it was noted.
#[must_use]
pub fn ended_by_saved(lang: Lang, who: Option<Party>, title: &str) -> String {
    let who = party(lang, who);
    match lang {
        Lang::Fr => format!("Terminée par\u{a0}: {who} · {title}"),
        Lang::En => format!("Ended by: {who} · {title}"),
    }
}

/// A part of an application in one line. Clean.
#[must_use]
pub fn entry(lang: Lang, entry: &Entry, tags: &[String], file: Option<&str>, today: Date) -> String {
    let line = match entry {
        Entry::Tags if tags.is_empty() => NO_TAG.get(lang).to_owned(),
        Entry::Tags => tags.join(", "),
        Entry::Interview(Some(known)) => interview(lang, known, today),
        Entry::Person(Some(known)) => person(lang, known, today),
        Entry::Sent(Some(known)) => sent(lang, known, today),
        Entry::Event(Some(known)) => event(lang, known, today),
        Entry::File(name) => {
            let file = file.map(|file| format!("  {file}")).unwrap_or_default();
            format!("{}{file}", plan::document_name(lang, name))
        }
        Entry::Interview(None) | Entry::Person(None) | Entry::Sent(None) | Entry::Event(None) => {
            add(lang, entry).to_owned()
        }
    };
    clean(&line).one_line().into_string()
}

/// An interview in one line: day, hour, place, people, note.
#[must_use]
pub fn interview(lang: Lang, interview: &Interview, today: Date) -> String {
    let mut parts = vec![dates::short_with_weekday(lang, interview.date, today)];
    if let (Some(time), Some(day)) = (interview.time, parts.first_mut()) {
        day.extend([" ", &plan::hour(lang, time)]);
    }
    let words = [&interview.place, &interview.link].into_iter().flatten();
    parts.extend(words.chain(&interview.people).chain(&interview.note).cloned());
    parts.join(" · ")
}

/// Somebody met in one line.
#[must_use]
pub fn person(lang: Lang, person: &Person, today: Date) -> String {
    let mut parts = vec![person.name.clone()];
    parts.extend(
        [&person.role, &person.email, &person.phone]
            .into_iter()
            .flatten()
            .cloned(),
    );
    parts.extend(person.date.map(|day| dates::short(lang, day, today)));
    parts.join(" · ")
}

/// What was sent in one line.
#[must_use]
pub fn sent(lang: Lang, sent: &Sent, today: Date) -> String {
    let mut parts = vec![dates::short(lang, sent.date, today)];
    parts.push(export::means(lang, &sent.means).to_owned());
    parts.extend([&sent.to, &sent.subject].into_iter().flatten().cloned());
    parts.push(sent.files.join(", "));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Something that happened in one line.
#[must_use]
pub fn event(lang: Lang, event: &Event, today: Date) -> String {
    let mut parts = vec![dates::short(lang, event.date, today), happened(lang, &event.kind)];
    if event.kind == EventKind::Remark {
        parts.pop();
    }
    parts.extend(event.note.clone());
    parts.join(" · ")
}

/// What happened, in a word.
#[must_use]
pub fn happened(lang: Lang, kind: &EventKind) -> String {
    match kind {
        EventKind::Stage(stage) => tracking::stage(lang, stage).to_owned(),
        EventKind::FollowedUp(means) => {
            let word = ui::FOLLOWED_UP.get(lang);
            match export::means(lang, means) {
                "" => word.to_owned(),
                means => format!("{word} ({means})"),
            }
        }
        EventKind::OfferChanged => ui::OFFER_CHANGED.get(lang).to_owned(),
        EventKind::Remark => say("remarque", "remark").get(lang).to_owned(),
    }
}

/// A part was saved.
#[must_use]
pub fn saved(lang: Lang, entry: &Entry, title: &str) -> String {
    let phrase = match entry {
        Entry::Tags => say("Étiquettes enregistrées", "Tags saved"),
        Entry::Interview(_) => say("Entretien enregistré", "Interview saved"),
        Entry::Person(_) => say("Personne enregistrée", "Person saved"),
        Entry::Sent(_) => say("Envoi enregistré", "Message saved"),
        Entry::Event(_) => say("Historique enregistré", "History saved"),
        Entry::File(_) => say("Pièce enregistrée", "Document saved"),
    };
    match lang {
        Lang::Fr => format!("{}\u{a0}: {title}", phrase.fr),
        Lang::En => format!("{}: {title}", phrase.en),
    }
}

/// A part was taken away.
#[must_use]
pub fn removed(lang: Lang, removed: &Entry, today: Date) -> String {
    let line = entry(lang, removed, &[], None, today);
    match lang {
        Lang::Fr => format!("Retiré\u{a0}: {line}"),
        Lang::En => format!("Removed: {line}"),
    }
}
