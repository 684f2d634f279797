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

/// There is no profile yet.
pub const NO_PROFILE: Phrase = Phrase {
    fr: "pas encore de profile.toml",
    en: "no profile.toml yet",
};
/// What was copied came back.
pub const CAME_BACK: Phrase = Phrase {
    fr: "un texte d’essai a été copié et relu, puis le vôtre remis",
    en: "a test text was copied and read back, then yours put back",
};
/// What was copied did not come back.
pub const DID_NOT_COME_BACK: Phrase = Phrase {
    fr: "un texte d’essai n’est pas revenu\u{a0}: essayez clipboard = \"osc52\"",
    en: "a test text did not come back: try clipboard = \"osc52\"",
};
/// The clipboard holds something that could not be put back.
pub const CLIPBOARD_HELD: Phrase = Phrase {
    fr: "pas essayé, pour garder ce que contient le presse-papiers",
    en: "not tried, to keep what the clipboard holds",
};
/// The tool cannot read.
pub const NOT_READ_BACK: Phrase = Phrase {
    fr: "ce qui est copié ne peut pas être relu ici",
    en: "what is copied cannot be read back here",
};
/// The terminal does not answer.
pub const NEVER_ANSWERS: Phrase = Phrase {
    fr: "ce qui part au terminal ne se relit pas\u{a0}: essayez y y, puis collez",
    en: "what goes to the terminal cannot be read back: try y y, then paste",
};

/// Somebody is saving; the process, when it is known.
#[must_use]
pub fn lock_held(lang: Lang, process: Option<u32>) -> String {
    match (lang, process) {
        (Lang::Fr, None) => "un autre tremplin enregistre".to_owned(),
        (Lang::Fr, Some(process)) => format!("un autre tremplin enregistre (processus\u{a0}{process})"),
        (Lang::En, None) => "another tremplin is saving".to_owned(),
        (Lang::En, Some(process)) => format!("another tremplin is saving (process {process})"),
    }
}

/// A program that takes the terminal.
#[must_use]
pub fn in_terminal(lang: Lang, program: &str) -> String {
    match lang {
        Lang::Fr => format!("{program} (dans le terminal)"),
        Lang::En => format!("{program} (in the terminal)"),
    }
}

/// The configured program is not there.
#[must_use]
pub fn not_there(lang: Lang, program: &str) -> String {
    match lang {
        Lang::Fr => format!("{program} (mailer, dans config.toml) est introuvable"),
        Lang::En => format!("{program} (mailer, in config.toml) was not found"),
    }
}

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
