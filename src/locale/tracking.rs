//! The sentences of the shortlist: stages, troubles with its files.

use std::io::ErrorKind;

use super::{Lang, Phrase, say};
use crate::tracking::{Answer, ChangeError, Part, Stage, Step};

/// `--read-only` was given.
pub const READ_ONLY: Phrase = say(
    "rien n’est enregistré\u{a0}: tremplin a été lancé avec --read-only",
    "nothing is saved: tremplin was started with --read-only",
);
/// A damaged file: nothing in it.
pub const DAMAGE_EMPTY: Phrase = say("le fichier est vide", "the file is empty");
/// A damaged file: no version.
pub const DAMAGE_NO_VERSION: Phrase = say(
    "la première ligne devrait être «\u{a0}version: 1\u{a0}»",
    "the first line should be `version: 1`",
);
/// A damaged file: cut short.
pub const DAMAGE_CUT_SHORT: Phrase = say(
    "le fichier est coupé\u{a0}: la dernière ligne devrait être «\u{a0}end: true\u{a0}», suivie d’un retour à la ligne",
    "the file is cut short: its last line should be `end: true`, ended by a newline",
);
/// A damaged file: no text.
pub const DAMAGE_NOT_TEXT: Phrase = say("ce n’est pas du texte UTF-8", "it is not UTF-8 text");
/// A damaged file: too large.
pub const DAMAGE_TOO_LARGE: Phrase = say(
    "il est bien trop grand pour une candidature",
    "it is far too large for an application",
);
/// A damaged file: git's conflict marks.
pub const DAMAGE_GIT_CONFLICT: Phrase = say(
    "git y a laissé les marques d’un conflit\u{a0}: choisissez l’une des deux versions et retirez les marques",
    "git left the marks of a conflict in it: choose one of the two versions and remove the marks",
);

/// A file that cannot be read as an application.
#[must_use]
pub fn damaged(lang: Lang, path: &str, line: Option<usize>, why: &str, backup: Option<&str>) -> String {
    let place = line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"));
    match (lang, backup) {
        (Lang::Fr, None) => format!("{place}\u{a0}: {why}. Fichier laissé tel quel\u{202f}; corrigez-le à la main."),
        (Lang::Fr, Some(backup)) => format!(
            "{place}\u{a0}: {why}. Fichier laissé tel quel\u{202f}; corrigez-le, ou reprenez la sauvegarde {backup}"
        ),
        (Lang::En, None) => format!("{place}: {why}. The file is left as it is; correct it by hand."),
        (Lang::En, Some(backup)) => {
            format!("{place}: {why}. The file is left as it is; correct it, or take the backup {backup}")
        }
    }
}

/// Copies that a file synchroniser set aside.
#[must_use]
pub fn conflict_copies(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => {
            format!("{count} copie en conflit, laissée par la synchronisation\u{a0}: tremplin merge la réunit")
        }
        (Lang::Fr, true) => {
            format!("{count} copies en conflit, laissées par la synchronisation\u{a0}: tremplin merge les réunit")
        }
        (Lang::En, false) => format!("{count} conflict copy, left by file synchronisation: tremplin merge unites it"),
        (Lang::En, true) => {
            format!("{count} conflict copies, left by file synchronisation: tremplin merge unites them")
        }
    }
}

/// A file of a newer version.
#[must_use]
pub fn newer(lang: Lang, path: &str, version: u64) -> String {
    match lang {
        Lang::Fr => format!(
            "{path}\u{a0}: écrit par une version plus récente de tremplin (format {version}). Laissé tel quel\u{202f}; \
             mettez tremplin à jour pour le lire."
        ),
        Lang::En => format!(
            "{path}: written by a newer tremplin (format {version}). Left as it is; update tremplin to read it."
        ),
    }
}

/// A file whose name cannot be that of an application.
#[must_use]
pub fn misnamed(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "{path}\u{a0}: ce nom n’est pas celui d’une candidature (lettres minuscules sans accent, chiffres et \
             tirets). Renommez le fichier, ou déplacez-le hors du dossier."
        ),
        Lang::En => format!(
            "{path}: not the name of an application (lower-case ASCII letters, digits and hyphens). Rename the file, or \
             move it out of the folder."
        ),
    }
}

/// A file that the system does not give.
#[must_use]
pub fn unreadable(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{path}\u{a0}: lecture impossible ({why}). Vérifiez les droits du fichier."),
        Lang::En => format!("{path}: cannot be read ({why}). Check its permissions."),
    }
}

/// Another tremplin holds the lock.
#[must_use]
pub fn busy(lang: Lang, lock: &str) -> String {
    match lang {
        Lang::Fr => format!("un autre tremplin tient le verrou {lock} depuis dix secondes. Fermez-le, puis réessayez."),
        Lang::En => format!("another tremplin has held {lock} for ten seconds. Close it, then try again."),
    }
}

/// The system refused to write.
#[must_use]
pub fn io_failure(lang: Lang, path: &str, kind: ErrorKind, why: &str) -> String {
    let remedy = match (kind, lang) {
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, Lang::Fr) => "Libérez de la place, puis réessayez.",
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, Lang::En) => "Free some space, then try again.",
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, Lang::Fr) => {
            "Vérifiez les droits, ou choisissez un autre dossier avec TREMPLIN_CONFIG_DIR."
        }
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, Lang::En) => {
            "Check the permissions, or choose another folder with TREMPLIN_CONFIG_DIR."
        }
        (_, Lang::Fr) => "Vérifiez le disque, puis réessayez.",
        (_, Lang::En) => "Check the disk, then try again.",
    };
    match lang {
        Lang::Fr => format!("{path}\u{a0}: pas enregistré ({why}). {remedy}"),
        Lang::En => format!("{path}: not saved ({why}). {remedy}"),
    }
}

/// A change that does not fit what the file holds now.
#[must_use]
pub fn refused(lang: Lang, why: &ChangeError) -> String {
    match (why, lang) {
        (ChangeError::NotKept, Lang::Fr) => "pas dans les offres retenues\u{a0}: retenez l’offre d’abord".to_owned(),
        (ChangeError::NotKept, Lang::En) => "not in the shortlist: keep the offer first".to_owned(),
        (ChangeError::Conflict(what), Lang::Fr) => {
            format!("{} a changé entre-temps\u{a0}: rien n’a été écrasé", part(lang, *what))
        }
        (ChangeError::Conflict(what), Lang::En) => {
            format!("{} changed meanwhile: nothing was overwritten", part(lang, *what))
        }
    }
}

/// A part of an application.
#[must_use]
pub const fn part(lang: Lang, part: Part) -> &'static str {
    let phrase = match part {
        Part::Whole => say("la candidature", "the application"),
        Part::Stage => say("le statut", "the stage"),
        Part::Hidden => say("le masquage", "the hiding"),
        Part::Offer => say("l’offre retenue", "the kept offer"),
        Part::Next => say("la prochaine action", "the next action"),
        Part::History => say("l’historique", "the history"),
        Part::Sent => say("l’envoi", "what was sent"),
        Part::Interviews => say("la liste des entretiens", "the list of interviews"),
        Part::Documents => say("la liste des pièces", "the list of documents"),
        Part::People => say("la liste des contacts", "the list of people"),
        Part::Tags => say("la liste des étiquettes", "the list of tags"),
        Part::Corrected => say("la correction", "the correction"),
        Part::EndedBy => say("la fin", "the end"),
        Part::Notes => say("la note", "the note"),
    };
    phrase.get(lang)
}

/// A step of the ramp: the column of the board.
#[must_use]
pub const fn step(lang: Lang, step: Step) -> &'static str {
    let phrase = match step {
        Step::Spotted => say("Repérée", "Spotted"),
        Step::Kept => say("Retenue", "Kept"),
        Step::Sent => say("Envoyée", "Sent"),
        Step::Interview => say("Entretien", "Interview"),
        Step::Answered => say("Réponse", "Answer"),
    };
    phrase.get(lang)
}

/// A stage, as an adjective of the application.
#[must_use]
pub fn stage(lang: Lang, stage: &Stage) -> &str {
    let phrase = match stage {
        Stage::Spotted => say("repérée", "spotted"),
        Stage::Kept => say("retenue", "kept"),
        Stage::Sent => say("envoyée", "sent"),
        Stage::Interview => say("entretien", "interview"),
        Stage::Answered(Answer::Offered) => say("proposition reçue", "offer received"),
        Stage::Answered(Answer::Refused) => say("refus", "refused"),
        Stage::Answered(Answer::Accepted) => say("acceptée", "accepted"),
        Stage::Withdrawn => say("abandonnée", "withdrawn"),
        Stage::NoAnswer => say("sans réponse", "no answer"),
        Stage::Archived => say("archivée", "archived"),
        Stage::Own(name) => return name,
    };
    phrase.get(lang)
}
