//! The sentences of the shortlist: stages, troubles with its files.

use std::io::ErrorKind;

use super::{Lang, Phrase};
use crate::tracking::{Answer, ChangeError, Part, Stage, Step};

/// `--read-only` was given.
pub const READ_ONLY: Phrase = Phrase {
    fr: "rien n’est enregistré\u{a0}: tremplin a été lancé avec --read-only",
    en: "nothing is saved: tremplin was started with --read-only",
};
/// A damaged file: nothing in it.
pub const DAMAGE_EMPTY: Phrase = Phrase {
    fr: "le fichier est vide",
    en: "the file is empty",
};
/// A damaged file: no version.
pub const DAMAGE_NO_VERSION: Phrase = Phrase {
    fr: "la première ligne devrait être «\u{a0}version: 1\u{a0}»",
    en: "the first line should be `version: 1`",
};
/// A damaged file: cut short.
pub const DAMAGE_CUT_SHORT: Phrase = Phrase {
    fr: "le fichier est coupé\u{a0}: la dernière ligne devrait être «\u{a0}end: true\u{a0}», suivie d’un retour à la ligne",
    en: "the file is cut short: its last line should be `end: true`, ended by a newline",
};
/// A damaged file: no text.
pub const DAMAGE_NOT_TEXT: Phrase = Phrase {
    fr: "ce n’est pas du texte UTF-8",
    en: "it is not UTF-8 text",
};
/// A damaged file: too large.
pub const DAMAGE_TOO_LARGE: Phrase = Phrase {
    fr: "il est bien trop grand pour une candidature",
    en: "it is far too large for an application",
};
/// A damaged file: git's conflict marks.
pub const DAMAGE_GIT_CONFLICT: Phrase = Phrase {
    fr: "git y a laissé les marques d’un conflit\u{a0}: choisir l’une des deux versions et retirer les marques",
    en: "git left the marks of a conflict in it: choose one of the two versions and remove the marks",
};

/// A file that cannot be read as an application.
#[must_use]
pub fn damaged(lang: Lang, path: &str, line: Option<usize>, why: &str, backup: Option<&str>) -> String {
    let place = line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"));
    match (lang, backup) {
        (Lang::Fr, None) => format!("{place}\u{a0}: {why}. Fichier laissé tel quel\u{202f}; à corriger à la main."),
        (Lang::Fr, Some(backup)) => format!(
            "{place}\u{a0}: {why}. Fichier laissé tel quel\u{202f}; le corriger, ou reprendre la copie de sauvegarde {backup}"
        ),
        (Lang::En, None) => format!("{place}: {why}. The file is left as it is, to be mended by hand."),
        (Lang::En, Some(backup)) => {
            format!("{place}: {why}. The file is left as it is; mend it, or take the backup {backup}")
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
             mettre tremplin à jour pour le lire."
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
             tirets). Renommer le fichier, ou le déplacer hors du dossier."
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
        Lang::Fr => format!("{path}\u{a0}: lecture impossible ({why}). Vérifier les droits du fichier."),
        Lang::En => format!("{path}: cannot be read ({why}). Check its permissions."),
    }
}

/// Another tremplin holds the lock.
#[must_use]
pub fn busy(lang: Lang, lock: &str) -> String {
    match lang {
        Lang::Fr => format!("un autre tremplin tient le verrou {lock} depuis dix secondes. Le fermer, puis réessayer."),
        Lang::En => format!("another tremplin has held {lock} for ten seconds. Close it, then try again."),
    }
}

/// The system refused to write.
#[must_use]
pub fn io_failure(lang: Lang, path: &str, kind: ErrorKind, why: &str) -> String {
    let remedy = match (kind, lang) {
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, Lang::Fr) => "Libérer de la place, puis réessayer.",
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, Lang::En) => "Free some space, then try again.",
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, Lang::Fr) => {
            "Vérifier les droits, ou choisir un autre dossier avec TREMPLIN_CONFIG_DIR."
        }
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, Lang::En) => {
            "Check the permissions, or choose another folder with TREMPLIN_CONFIG_DIR."
        }
        (_, Lang::Fr) => "Vérifier le disque, puis réessayer.",
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
        (ChangeError::NotKept, Lang::Fr) => "pas dans les offres retenues\u{a0}: la retenir d’abord".to_owned(),
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
        Part::Whole => Phrase {
            fr: "la candidature",
            en: "the application",
        },
        Part::Stage => Phrase {
            fr: "le statut",
            en: "the stage",
        },
        Part::Hidden => Phrase {
            fr: "le masquage",
            en: "the hiding",
        },
        Part::Offer => Phrase {
            fr: "l’offre retenue",
            en: "the kept offer",
        },
        Part::Next => Phrase {
            fr: "la prochaine action",
            en: "the next action",
        },
        Part::History => Phrase {
            fr: "l’historique",
            en: "the history",
        },
        Part::Sent => Phrase {
            fr: "l’envoi",
            en: "what was sent",
        },
        Part::Interviews => Phrase {
            fr: "la liste des entretiens",
            en: "the list of interviews",
        },
        Part::Documents => Phrase {
            fr: "la liste des pièces",
            en: "the list of documents",
        },
        Part::People => Phrase {
            fr: "la liste des contacts",
            en: "the list of people",
        },
        Part::Tags => Phrase {
            fr: "la liste des étiquettes",
            en: "the list of tags",
        },
        Part::Corrected => Phrase {
            fr: "la correction",
            en: "the correction",
        },
        Part::EndedBy => Phrase {
            fr: "la fin",
            en: "the end",
        },
        Part::Notes => Phrase {
            fr: "la note",
            en: "the note",
        },
    };
    phrase.get(lang)
}

/// A step of the ramp: the column of the board.
#[must_use]
pub const fn step(lang: Lang, step: Step) -> &'static str {
    let phrase = match step {
        Step::Spotted => Phrase {
            fr: "Repérée",
            en: "Spotted",
        },
        Step::Kept => Phrase {
            fr: "Retenue",
            en: "Kept",
        },
        Step::Sent => Phrase {
            fr: "Envoyée",
            en: "Sent",
        },
        Step::Interview => Phrase {
            fr: "Entretien",
            en: "Interview",
        },
        Step::Answered => Phrase {
            fr: "Réponse",
            en: "Answer",
        },
    };
    phrase.get(lang)
}

/// A stage, as an adjective of the application.
#[must_use]
pub fn stage(lang: Lang, stage: &Stage) -> &str {
    let phrase = match stage {
        Stage::Spotted => Phrase {
            fr: "repérée",
            en: "spotted",
        },
        Stage::Kept => Phrase {
            fr: "retenue",
            en: "kept",
        },
        Stage::Sent => Phrase {
            fr: "envoyée",
            en: "sent",
        },
        Stage::Interview => Phrase {
            fr: "entretien",
            en: "interview",
        },
        Stage::Answered(Answer::Offered) => Phrase {
            fr: "proposition reçue",
            en: "offer received",
        },
        Stage::Answered(Answer::Refused) => Phrase {
            fr: "refus",
            en: "refused",
        },
        Stage::Answered(Answer::Accepted) => Phrase {
            fr: "acceptée",
            en: "accepted",
        },
        Stage::Withdrawn => Phrase {
            fr: "abandonnée",
            en: "withdrawn",
        },
        Stage::NoAnswer => Phrase {
            fr: "sans réponse",
            en: "no answer",
        },
        Stage::Archived => Phrase {
            fr: "archivée",
            en: "archived",
        },
        Stage::Own(name) => return name,
    };
    phrase.get(lang)
}
