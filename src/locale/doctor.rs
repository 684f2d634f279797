//! What tremplin says of the machine that it runs on.

use super::{Lang, Phrase};

/// A folder that can be written to.
pub const WRITABLE: Phrase = Phrase {
    fr: "on peut y écrire",
    en: "writable",
};
/// A folder that cannot.
pub const NOT_WRITABLE: Phrase = Phrase {
    fr: "on ne peut pas y écrire",
    en: "not writable",
};
/// Nobody is saving.
pub const LOCK_FREE: Phrase = Phrase {
    fr: "libre",
    en: "free",
};
/// Somebody is.
pub const LOCK_HELD: Phrase = Phrase {
    fr: "un autre tremplin enregistre",
    en: "another tremplin is saving",
};
/// The terminal is asked to copy.
pub const OSC52: Phrase = Phrase {
    fr: "le terminal (OSC 52)",
    en: "the terminal (OSC 52)",
};
/// Nothing was found.
pub const NONE: Phrase = Phrase {
    fr: "aucun",
    en: "none",
};
/// What to do with it.
pub const PASTE: Phrase = Phrase {
    fr: "Ce bloc peut être joint à un rapport d’erreur\u{a0}: le dossier personnel et les adresses y sont masqués.",
    en: "This block can go into a report of a mistake: the home directory and addresses are masked.",
};

/// What the sources hold.
#[must_use]
pub fn offers(lang: Lang, offers: usize, others: usize, left_out: usize) -> String {
    match lang {
        Lang::Fr => format!("offres\u{a0}: {offers}, autres textes\u{a0}: {others}, laissés de côté\u{a0}: {left_out}"),
        Lang::En => format!("offers: {offers}, other texts: {others}, left out: {left_out}"),
    }
}

/// What the shortlist holds.
#[must_use]
pub fn kept(lang: Lang, applications: usize, troubles: usize) -> String {
    match lang {
        Lang::Fr => format!("candidatures\u{a0}: {applications}, fichiers illisibles\u{a0}: {troubles}"),
        Lang::En => format!("applications: {applications}, unreadable files: {troubles}"),
    }
}
