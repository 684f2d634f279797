//! The sheet of an application in the interface.

use super::{Lang, Phrase, say};
use crate::mail::Purpose;

/// The offer's file is gone, so nothing can be read from it.
pub const OFFER_GONE: Phrase = say("le fichier de l’offre a disparu", "the offer’s file is gone");

/// Nothing was sent, so nothing can be asked about.
pub const NOT_SENT_YET: Phrase = say(
    "pas encore envoyée\u{a0}: a prépare la candidature, s dit qu’elle est partie",
    "not sent yet: a prepares the application, s says that it was sent",
);

/// Nothing is left to write about.
pub const OVER: Phrase = say(
    "cette candidature est terminée\u{a0}: s change son statut",
    "this application is over: s changes its stage",
);

/// A letter needs an address.
pub const NOBODY: Phrase = say(
    "pas d’adresse\u{a0}: Entrée sur «\u{a0}à\u{a0}» pour en écrire une",
    "no address: Enter on “to” to write one",
);

/// The question once it left.
pub const SENT_QUESTION: Phrase = say(
    "C’est envoyé\u{202f}? Si oui, ce sera noté.",
    "Was it sent? If so, it will be noted.",
);

/// The heading of the letter.
pub const LETTER: Phrase = say("lettre", "letter");

/// Files beside the demanded documents.
pub const OTHER_FILES: Phrase = say("autres", "others");

/// The offer does not say at all how one applies.
pub const NO_ROAD: Phrase = say(
    "l’offre ne dit pas comment candidater\u{a0}: Entrée sur «\u{a0}à\u{a0}» pour écrire une adresse",
    "the offer does not say how to apply: Enter on “to” to write an address",
);

/// A road with the key that opens it.
#[must_use]
pub fn opens(lang: Lang, road: &str, key: &str) -> String {
    match lang {
        Lang::Fr => format!("{road} · {key} ouvre la page"),
        Lang::En => format!("{road} · {key} opens the page"),
    }
}

/// No file is attached.
pub const NO_FILE: Phrase = say("pas de fichier", "no file");

/// The title of the sheet.
#[must_use]
pub fn title(lang: Lang, purpose: Purpose, offer: &str) -> String {
    let what = match purpose {
        Purpose::Application => say("Candidater", "Apply"),
        Purpose::FollowUp => say("Relancer", "Follow up"),
        Purpose::Thanks => say("Remercier", "Thank"),
        Purpose::Withdrawal => say("Se retirer", "Withdraw"),
        Purpose::Acceptance => say("Accepter", "Accept"),
    };
    format!("{} · {offer}", what.get(lang))
}

/// The profile was read, as a toast.
#[must_use]
pub fn profile_of(lang: Lang, name: &str) -> String {
    match (lang, name) {
        (Lang::Fr, "") => "Profil relu, sans nom".to_owned(),
        (Lang::Fr, _) => format!("Profil relu\u{a0}: {name}"),
        (Lang::En, "") => "Profile read again, without a name".to_owned(),
        (Lang::En, _) => format!("Profile read again: {name}"),
    }
}

/// The profile holds no name, and the key that opens it.
#[must_use]
pub fn no_name(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!("votre nom manque\u{a0}: {key} ouvre votre profil"),
        Lang::En => format!("your name is missing: {key} opens your profile"),
    }
}

/// An address that must not be written to.
#[must_use]
pub fn refused_address(lang: Lang, address: &str) -> String {
    super::apply::refused_address(lang, address)
}

/// What the shortlist now says, as a toast.
#[must_use]
pub fn recorded(lang: Lang, purpose: Purpose, title: &str) -> String {
    let colon = match lang {
        Lang::Fr => "\u{a0}:",
        Lang::En => ":",
    };
    format!("{}{colon} {title}", super::apply::recorded(lang, purpose))
}

/// The passage that says how to apply.
#[must_use]
pub fn how(lang: Lang, passage: &str, line: usize) -> String {
    match lang {
        Lang::Fr => format!("l.\u{a0}{line} «\u{a0}{passage}\u{a0}»"),
        Lang::En => format!("line {line} “{passage}”"),
    }
}

/// A draft was written as a file.
#[must_use]
pub fn file_written(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("brouillon écrit\u{a0}: {path}"),
        Lang::En => format!("draft written: {path}"),
    }
}

/// A draft was handed to a mail program.
#[must_use]
pub fn handed_over(lang: Lang, program: &str) -> String {
    match lang {
        Lang::Fr => format!("brouillon ouvert avec {program}"),
        Lang::En => format!("draft opened with {program}"),
    }
}

/// A mail program in the terminal ended badly.
#[must_use]
pub fn mailer_failed(lang: Lang, program: &str, code: Option<i32>) -> String {
    match (lang, code) {
        (Lang::Fr, Some(code)) => format!("{program} s’est arrêté avec le code {code}\u{202f}; le brouillon est gardé"),
        (Lang::Fr, None) => format!("{program} a été interrompu\u{202f}; le brouillon est gardé"),
        (Lang::En, Some(code)) => format!("{program} ended with code {code}; the draft is kept"),
        (Lang::En, None) => format!("{program} was interrupted; the draft is kept"),
    }
}

/// A mail program could not be started.
#[must_use]
pub fn mailer_not_started(lang: Lang, program: &str, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{program} n’a pas démarré\u{a0}: {why}"),
        Lang::En => format!("{program} did not start: {why}"),
    }
}

/// No mail program took the draft, which was written as a file instead.
#[must_use]
pub fn no_mailer(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("aucune messagerie trouvée\u{202f}; brouillon écrit\u{a0}: {path}"),
        Lang::En => format!("no mail program found; draft written: {path}"),
    }
}
