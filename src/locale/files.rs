//! Sentences about files: where they are, why one was left out, what could not be opened.

use std::io::ErrorKind;

use super::{Lang, Phrase, say};

/// No row has this name.
pub const NO_SUCH_OFFER: Phrase = say(
    "Cette offre n’existe pas. `tremplin list` montre les offres et leurs noms.",
    "There is no such offer. `tremplin list` shows the offers and their names.",
);

/// A name that starts with a dot.
pub const HIDDEN: Phrase = say(
    "caché (nom commençant par un point)",
    "hidden (its name starts with a dot)",
);
/// `node_modules` and the like.
pub const TOOL_FOLDER: Phrase = say("dossier rempli par un outil", "folder filled by a tool");
/// Folders in folders in folders.
pub const TOO_DEEP: Phrase = say(
    "trop de dossiers les uns dans les autres",
    "too many folders in each other",
);
/// Neither Markdown nor text.
pub const OTHER_TYPE: Phrase = say(
    "ni Markdown ni texte (une page HTML doit commencer par des métadonnées)",
    "neither Markdown nor text (an HTML page must open with front matter)",
);
/// FIFO, device, socket.
pub const NOT_REGULAR: Phrase = say(
    "pas un fichier ordinaire (tube, périphérique ou prise)",
    "not a regular file (a pipe, a device or a socket)",
);
/// No text.
pub const BINARY: Phrase = say("pas du texte", "not text");
/// A link out of the folder.
pub const LINK_OUTSIDE: Phrase = say(
    "lien qui mène hors du dossier\u{202f}; donnez sa cible avec `--offers` pour la lire",
    "link that leads out of the folder; give its target with `--offers` to read it",
);
/// A link to a folder.
pub const LINK_TO_FOLDER: Phrase = say(
    "lien vers un dossier\u{202f}; donnez sa cible avec `--offers` pour la lire",
    "link to a folder; give its target with `--offers` to read it",
);
/// A link to a file that is read anyway.
pub const LINK_TO_OFFER: Phrase = say(
    "lien vers un fichier déjà lu sous son propre nom",
    "link to a file read under its own name",
);
/// A link to nothing.
pub const BROKEN_LINK: Phrase = say("lien qui ne mène à rien", "link that leads nowhere");
/// Gone.
pub const VANISHED: Phrase = say("le fichier n’est plus là", "the file is not there any more");

/// A file larger than an offer can be.
#[must_use]
pub fn too_large(lang: Lang, bytes: u64, most: u64) -> String {
    let mib = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match lang {
        Lang::Fr => format!("trop grand\u{a0}: {}\u{a0}Mio, au plus {}", mib(bytes), mib(most)),
        Lang::En => format!("too large: {} MiB, {} at most", mib(bytes), mib(most)),
    }
}

/// Why the system refused, without the numbers of its messages.
#[must_use]
pub fn io_reason(lang: Lang, kind: ErrorKind) -> String {
    let phrase = match kind {
        ErrorKind::PermissionDenied => say(
            "accès refusé\u{202f}; vérifiez les droits",
            "permission denied; check its permissions",
        ),
        ErrorKind::NotFound => say("introuvable", "not found"),
        ErrorKind::NotADirectory => say("pas un dossier", "not a folder"),
        ErrorKind::IsADirectory => say("c’est un dossier", "it is a folder"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            say("plus de place sur le disque", "no space left on the disk")
        }
        ErrorKind::ReadOnlyFilesystem => say("disque en lecture seule", "read-only disk"),
        ErrorKind::InvalidFilename => say("nom de fichier impossible", "impossible file name"),
        ErrorKind::TimedOut => say("le disque ne répond pas", "the disk does not answer"),
        other => return other.to_string(),
    };
    phrase.get(lang).to_owned()
}

/// There is no home directory, and a variable is not set that would replace it.
#[must_use]
pub fn no_home(lang: Lang, variable: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "aucun dossier personnel (HOME n’est pas défini)\u{a0}: définissez HOME, ou {variable} pour choisir le dossier"
        ),
        Lang::En => format!("no home directory (HOME is not set): set HOME, or {variable} to choose the folder"),
    }
}

/// A folder or file of offers that was given cannot be read.
#[must_use]
pub fn source_unreadable(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("{path}\u{a0}: {why}. Donnez un dossier ou un fichier d’offres, ou rien pour voir les exemples")
        }
        Lang::En => format!("{path}: {why}. Give a folder or a file of offers, or nothing to see the samples"),
    }
}

/// The file of an offer cannot be read.
#[must_use]
pub fn cannot_open(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{path}\u{a0}: {why}"),
        Lang::En => format!("{path}: {why}"),
    }
}

/// The file was an offer and is none now.
#[must_use]
pub fn no_longer_an_offer(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("{path}\u{a0}: le fichier a changé et n’est plus une offre"),
        Lang::En => format!("{path}: the file was changed and is no offer any more"),
    }
}

/// The cache was written by an older or a newer tremplin.
pub const CACHE_OF_ANOTHER_VERSION: Phrase = say(
    "cache d’une autre version de tremplin\u{a0}: toutes les offres sont relues",
    "the cache is of another version of tremplin: all offers are read again",
);

/// The cache was cut off or altered.
pub const CACHE_DAMAGED: Phrase = say(
    "cache abîmé, mis de côté\u{a0}: toutes les offres sont relues",
    "damaged cache thrown away: all offers are read again",
);
