//! What tremplin says of the machine that it runs on.

use super::{Lang, Phrase, say};

/// A folder that can be written to.
pub const WRITABLE: Phrase = say("on peut y écrire", "writable");
/// A folder that cannot.
pub const NOT_WRITABLE: Phrase = say("on ne peut pas y écrire", "not writable");
/// Nobody is saving.
pub const LOCK_FREE: Phrase = say("libre", "free");
/// The terminal is asked to copy.
pub const OSC52: Phrase = say("le terminal (OSC 52)", "the terminal (OSC 52)");
/// Nothing was found.
pub const NONE: Phrase = say("aucun", "none");
/// Nothing is set.
pub const NOTHING: Phrase = say("rien", "nothing");
/// What to do with it.
pub const PASTE: Phrase = say(
    "Ce bloc peut être joint à un rapport d’erreur\u{a0}: le dossier personnel et les adresses y sont masqués.",
    "This block can go into a bug report: the home directory and addresses are masked.",
);

/// There is no profile yet.
pub const NO_PROFILE: Phrase = say(
    "aucun\u{a0}: «\u{a0}tremplin profile\u{a0}» le crée",
    "none: `tremplin profile` makes it",
);
/// What was copied came back.
pub const CAME_BACK: Phrase = say(
    "un texte d’essai a été copié et relu, puis le vôtre remis",
    "a test text was copied and read back, then yours put back",
);
/// What was copied did not come back.
pub const DID_NOT_COME_BACK: Phrase = say(
    "un texte d’essai n’est pas revenu\u{a0}: essayez clipboard = \"osc52\"",
    "a test text did not come back: try clipboard = \"osc52\"",
);
/// The clipboard holds something that could not be put back.
pub const CLIPBOARD_HELD: Phrase = say(
    "pas essayé, pour garder ce que contient le presse-papiers",
    "not tried, to keep what the clipboard holds",
);
/// The tool cannot read.
pub const NOT_READ_BACK: Phrase = say(
    "ce qui est copié ne peut pas être relu ici",
    "what is copied cannot be read back here",
);
/// The terminal does not answer.
pub const NEVER_ANSWERS: Phrase = say(
    "ce qui part au terminal ne se relit pas\u{a0}: essayez y y, puis collez",
    "what goes to the terminal cannot be read back: try y y, then paste",
);

/// Whether something is so.
#[must_use]
pub const fn yes_or_no(lang: Lang, yes: bool) -> &'static str {
    match (lang, yes) {
        (Lang::Fr, true) => "oui",
        (Lang::Fr, false) => "non",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}

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
