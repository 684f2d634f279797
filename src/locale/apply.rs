//! Applying: the draft as text, and what became of it.

use super::{Lang, Phrase, say};
use crate::mail::{Address, Attachment, Draft, Purpose};

/// The heading of the addresses.
pub const TO: Phrase = say("À", "To");
/// The heading of the copies.
pub const CC: Phrase = say("Copie à", "Cc");
/// The heading of the subject.
pub const SUBJECT: Phrase = say("Objet", "Subject");
/// The heading of the files.
pub const FILES: Phrase = say("Pièces", "Files");

/// The whole draft as text: headings, then the letter.
#[must_use]
pub fn printed(lang: Lang, draft: &Draft) -> String {
    let list = |addresses: &[Address]| addresses.iter().map(Address::as_str).collect::<Vec<_>>().join(", ");
    let files: Vec<String> = draft.attachments.iter().map(Attachment::name).collect();
    let headings = [
        (TO, list(&draft.to)),
        (CC, list(&draft.cc)),
        (SUBJECT, draft.subject.clone()),
        (FILES, files.join(", ")),
    ];
    let colon = match lang {
        Lang::Fr => "\u{a0}:",
        Lang::En => ":",
    };
    let mut text = String::new();
    for (name, value) in headings.iter().filter(|(_, value)| !value.is_empty()) {
        text.extend([name.get(lang), colon, " ", value, "\n"]);
    }
    text + "\n" + crate::text::clean(&draft.body).as_str()
}

/// Where one applies on the web.
#[must_use]
pub fn online(lang: Lang, url: &str) -> String {
    match lang {
        Lang::Fr => format!("candidature en ligne\u{a0}: {url}"),
        Lang::En => format!("apply online: {url}"),
    }
}

/// Where one applies by telephone.
#[must_use]
pub fn by_phone(lang: Lang, phone: &str) -> String {
    match lang {
        Lang::Fr => format!("on peut téléphoner\u{a0}: {phone}"),
        Lang::En => format!("you may phone: {phone}"),
    }
}

/// Where one applies on paper or in person.
#[must_use]
pub fn by_post(lang: Lang, passage: &str) -> String {
    match lang {
        Lang::Fr => format!("par courrier ou sur place\u{a0}: «\u{a0}{passage}\u{a0}»"),
        Lang::En => format!("by letter or in person: “{passage}”"),
    }
}

/// An address that must not be written to.
#[must_use]
pub fn refused_address(lang: Lang, address: &str) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{address}\u{a0}» n’est pas une adresse à laquelle tremplin écrit"),
        Lang::En => format!("`{address}` is no address that tremplin writes to"),
    }
}

/// A draft was written.
#[must_use]
pub fn written(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("brouillon écrit\u{a0}: {path} (ouvrez-le avec votre messagerie\u{202f}; rien n’est envoyé)")
        }
        Lang::En => format!("draft written: {path} (open it with your mail program; nothing is sent)"),
    }
}

/// A draft would have been written among the offers.
#[must_use]
pub fn not_among_offers(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "{path} est dans un dossier d’offres, où tremplin n’écrit jamais\u{202f}; choisissez un autre dossier"
        ),
        Lang::En => format!("{path} is in a folder of offers, where tremplin never writes; choose another folder"),
    }
}

/// What the shortlist now says.
#[must_use]
pub fn recorded(lang: Lang, purpose: Purpose) -> &'static str {
    let phrase = match purpose {
        Purpose::Application => say("envoyée", "sent"),
        Purpose::FollowUp => say("relancée", "followed up"),
        Purpose::Thanks => say("remerciements envoyés", "thanks sent"),
        Purpose::Withdrawal => say("abandonnée", "withdrawn"),
        Purpose::Acceptance => say("acceptée", "accepted"),
    };
    phrase.get(lang)
}
