//! The sentences of the interface.

use super::{Lang, Phrase};

const fn say(fr: &'static str, en: &'static str) -> Phrase {
    Phrase { fr, en }
}

/// The first tab.
pub const OFFERS: Phrase = say("Offres", "Offers");
/// Beside the key of the help.
pub const HELP: Phrase = say("aide", "help");
/// The title of the help.
pub const HELP_TITLE: Phrase = say("Aide", "Help");
/// Below the help.
pub const HELP_FOOT: Phrase = say("tapez pour chercher · Échap fermer", "type to search · Esc close");
/// Nothing in the help holds what was typed.
pub const HELP_NOTHING: Phrase = say("Aucune touche ne porte ce nom.", "No key has that name.");
/// In an empty search line.
pub const SEARCH_HINT: Phrase = say("chercher", "search");
/// While the folders are read and nothing is known.
pub const READING: Phrase = say("Lecture des offres…", "Reading the offers…");
/// Marks the samples.
pub const SAMPLES: Phrase = say("exemples", "samples");
/// How to give a folder of one's own.
pub const SAMPLES_HOW: Phrase = say(
    "Exemples fournis · vos offres\u{a0}: tremplin DOSSIER",
    "Samples · for your own: tremplin FOLDER",
);
/// There is no room.
pub const TOO_SMALL: Phrase = say("Agrandissez, merci", "Enlarge, please");
/// The title of the group of keys that move.
pub const GROUP_MOVE: Phrase = say("Se déplacer", "Move");
/// The title of the group of keys that search.
pub const GROUP_SEARCH: Phrase = say("Chercher", "Search");
/// The title of the group of keys that act.
pub const GROUP_ACT: Phrase = say("Candidater", "Apply");
/// The title of the group of keys about the display.
pub const GROUP_SHOW: Phrase = say("Affichage", "Display");
/// What a warning is called on the card.
pub const DOUBT: Phrase = say("doute", "doubt");
/// Offers that could not be opened.
pub const CANNOT_OPEN: Phrase = say(
    "Cette offre n’a pas pu être relue.",
    "This offer could not be read again.",
);
/// A fact without a passage in the text.
pub const FROM_FILE_NAME: Phrase = say("lu dans le nom du fichier", "read in the file’s name");
/// The offer has no fact to prove.
pub const NO_PROOF: Phrase = say("Cette offre n’énonce aucun fait.", "This offer states no fact.");
/// No new offer in that direction.
pub const NO_NEW: Phrase = say("Pas d’autre nouvelle offre par là", "No other new offer that way");
/// A key without a meaning here.
pub const NO_KEY: Phrase = say("ne fait rien ici", "does nothing here");
/// The heading of the candidate's notes.
pub const MY_NOTES: Phrase = say("Mes notes", "My notes");
/// The heading of what happened.
pub const HISTORY: Phrase = say("Historique", "History");

/// The orders of the list.
pub const SORTS: [Phrase; 5] = [
    say("pertinence", "relevance"),
    say("échéance", "deadline"),
    say("publication", "date posted"),
    say("titre", "title"),
    say("organisme", "employer"),
];

/// The deadline as a sentence.
#[must_use]
pub fn deadline_sentence(lang: Lang, date: &str, distance: &str, past: bool) -> String {
    match (lang, past) {
        (Lang::Fr, false) => format!("clôture {date}, {distance}"),
        (Lang::Fr, true) => format!("close depuis le {date}, {distance}"),
        (Lang::En, false) => format!("closes {date}, {distance}"),
        (Lang::En, true) => format!("closed {date}, {distance}"),
    }
}

/// A reason behind a state.
#[must_use]
pub fn because(lang: Lang, reason: &str) -> String {
    match lang {
        Lang::Fr => format!("\u{a0}: {reason}"),
        Lang::En => format!(": {reason}"),
    }
}

/// A quotation with its line in the file.
#[must_use]
pub fn quoted(lang: Lang, quote: &str, line: usize) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{quote}\u{a0}» l.\u{a0}{line}"),
        Lang::En => format!("“{quote}” line\u{a0}{line}"),
    }
}

/// How many files were read.
#[must_use]
pub fn counted(lang: Lang, shown: usize, all: usize) -> String {
    match (lang, shown == all) {
        (_, false) => format!("{shown} / {all}"),
        (Lang::Fr, true) if !lang.plural(all) => format!("{all} offre"),
        (Lang::Fr, true) => format!("{all} offres"),
        (Lang::En, true) if !lang.plural(all) => format!("{all} offer"),
        (Lang::En, true) => format!("{all} offers"),
    }
}

/// Nothing was found in so many offers.
#[must_use]
pub fn no_hit(lang: Lang, all: usize) -> String {
    match lang {
        Lang::Fr => format!("0 sur {all} · Échap efface la recherche"),
        Lang::En => format!("0 of {all} · Esc clears the search"),
    }
}

/// One word of the query alone finds more.
#[must_use]
pub fn word_alone(lang: Lang, word: &str, count: usize) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{word}\u{a0}» seul en donne {count}"),
        Lang::En => format!("“{word}” alone finds {count}"),
    }
}

/// The folders hold no offer.
#[must_use]
pub fn no_offer(lang: Lang, folder: &str, files: usize) -> String {
    match lang {
        Lang::Fr => format!(
            "Aucune offre dans {folder}\u{a0}: {files} fichiers lus. «\u{a0}tremplin check\u{a0}» dit pourquoi."
        ),
        Lang::En => format!("No offer in {folder}: {files} files read. `tremplin check` says why."),
    }
}

/// A key that means nothing here.
#[must_use]
pub fn no_such_key(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!("{key} ne fait rien ici · ? aide"),
        Lang::En => format!("{key} does nothing here · ? help"),
    }
}

/// The list is in another order now.
#[must_use]
pub fn sorted(lang: Lang, order: &str) -> String {
    match lang {
        Lang::Fr => format!("Tri\u{a0}: {order}"),
        Lang::En => format!("Sorted by {order}"),
    }
}
