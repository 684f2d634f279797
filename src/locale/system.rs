//! What the outside programs did: clipboard, opener, editor.

use super::{Lang, Phrase, say};

/// How a text was copied: with this tool, or else sent to the terminal, which never answers.
#[must_use]
pub fn copied(lang: Lang, tool: Option<&str>) -> String {
    match (lang, tool) {
        (Lang::Fr, Some("tmux")) => "copié dans tmux".to_owned(),
        (Lang::Fr, Some(tool)) => format!("copié avec {tool}"),
        (Lang::Fr, None) => "envoyé au terminal, qui ne dit pas s’il l’a copié".to_owned(),
        (Lang::En, Some("tmux")) => "copied into tmux".to_owned(),
        (Lang::En, Some(tool)) => format!("copied with {tool}"),
        (Lang::En, None) => "sent to the terminal, which does not say whether it copied".to_owned(),
    }
}

/// Nothing was copied, and why.
#[must_use]
pub fn not_copied(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("rien n’a été copié ({why})\u{202f}; sélectionnez le texte à la main"),
        Lang::En => format!("nothing was copied ({why}); select the text by hand"),
    }
}

/// A link was handed to a program.
#[must_use]
pub fn opened(lang: Lang, program: &str) -> String {
    match lang {
        Lang::Fr => format!("ouvert avec {program}"),
        Lang::En => format!("opened with {program}"),
    }
}

/// A link was not opened, because of what it is.
#[must_use]
pub fn refused(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Fr => format!("lien refusé (seuls http, https et mailto s’ouvrent)\u{a0}: {target}"),
        Lang::En => format!("link refused (only http, https and mailto are opened): {target}"),
    }
}

/// A link was not opened, for want of a program.
#[must_use]
pub fn no_opener(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Fr => format!("aucun programme n’a ouvert {target}\u{202f}; copiez le lien"),
        Lang::En => format!("no program opened {target}; copy the link"),
    }
}

/// The configuration says never to copy.
pub const COPY_TURNED_OFF: Phrase = say(
    "clipboard = \"none\" dans la configuration",
    "clipboard = \"none\" in the configuration",
);

/// No program copied; those that were tried.
#[must_use]
pub fn no_copy_tool(lang: Lang, tried: &[String]) -> String {
    let tried = tried.join(", ");
    match (lang, tried.is_empty()) {
        (Lang::Fr, true) => "aucun outil de copie trouvé".to_owned(),
        (Lang::Fr, false) => format!("aucun outil n’a copié\u{a0}: {tried}"),
        (Lang::En, true) => "no clipboard program found".to_owned(),
        (Lang::En, false) => format!("no program copied: {tried}"),
    }
}

/// A text that is too long for a terminal.
#[must_use]
pub fn too_long_to_copy(lang: Lang, bytes: usize) -> String {
    match lang {
        Lang::Fr => format!("{bytes} octets, trop pour le terminal"),
        Lang::En => format!("{bytes} bytes, too much for the terminal"),
    }
}

/// The editor that was chosen is not there.
#[must_use]
pub fn editor_not_found(lang: Lang, variable: &str, value: &str) -> String {
    match lang {
        Lang::Fr => format!("{variable}=«\u{a0}{value}\u{a0}» est introuvable"),
        Lang::En => format!("{variable}=`{value}` was not found"),
    }
}

/// There is no editor.
pub const NO_EDITOR: Phrase = say(
    "aucun éditeur trouvé\u{a0}: définissez EDITOR",
    "no editor found: set EDITOR",
);
