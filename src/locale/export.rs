//! The sentences of exports and imports.

use super::{Lang, Phrase, say};
use crate::export::csv::Column;
use crate::export::import::{Problem, ProblemKind};
use crate::tracking::Application;
use crate::tracking::agenda::ItemKind;
use crate::tracking::application::Means;

/// The name of the calendar.
pub const CALENDAR_NAME: Phrase = say("Candidatures", "Applications");
/// Nothing came back yet.
pub const WAITING: Phrase = say("en attente", "waiting");
/// The columns of the record of applications.
pub const REPORT_COLUMNS: [Phrase; 9] = [
    say("Date", "Date"),
    say("Organisme", "Organisation"),
    say("Poste", "Position"),
    say("Lieu", "Place"),
    say("Moyen", "Means"),
    say("Contact", "Contact"),
    say("Pièces", "Documents"),
    say("Relances", "Follow-ups"),
    say("Réponse", "Answer"),
];
/// The column of the notes.
pub const REPORT_NOTES: Phrase = say("Notes", "Notes");

/// The title of the record of applications.
#[must_use]
pub fn report_title(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Fr => format!("Relevé de candidatures du {from} au {to}"),
        Lang::En => format!("Record of applications, {from} to {to}"),
    }
}

/// What the record holds.
#[must_use]
pub fn report_summary(lang: Lang, count: usize, today: &str) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, _) if count == 0 => format!("Aucune candidature envoyée sur cette période. Établi le {today}."),
        (Lang::Fr, false) => format!("{count} candidature envoyée. Établi le {today}."),
        (Lang::Fr, true) => format!("{count} candidatures envoyées. Établi le {today}."),
        (Lang::En, _) if count == 0 => format!("No application was sent in this period. Written on {today}."),
        (Lang::En, false) => format!("{count} application sent. Written on {today}."),
        (Lang::En, true) => format!("{count} applications sent. Written on {today}."),
    }
}

/// What an event of the calendar is called.
#[must_use]
pub fn calendar_summary(lang: Lang, application: &Application, kind: &ItemKind) -> String {
    let about = match application.organization() {
        "" => application.title().to_owned(),
        organization => format!("{} — {organization}", application.title()),
    };
    let phrase = match kind {
        ItemKind::Deadline => say("Date limite", "Deadline"),
        ItemKind::Interview(_) => say("Entretien", "Interview"),
        ItemKind::FollowUp { .. } | ItemKind::SuggestNoAnswer { .. } => say("Relancer", "Follow up"),
        ItemKind::AnswerThem { .. } => say("Répondre", "Answer"),
        ItemKind::Action(what) if what.is_empty() => say("À faire", "To do"),
        ItemKind::Action(what) => {
            return match lang {
                Lang::Fr => format!("{what}\u{a0}: {about}"),
                Lang::En => format!("{what}: {about}"),
            };
        }
    };
    match lang {
        Lang::Fr => format!("{}\u{a0}: {about}", phrase.fr),
        Lang::En => format!("{}: {about}", phrase.en),
    }
}

/// Who an interview is with.
#[must_use]
pub fn with_people(lang: Lang, people: &[String]) -> String {
    match lang {
        Lang::Fr => format!("avec {}", people.join(", ")),
        Lang::En => format!("with {}", people.join(", ")),
    }
}

/// How an application went out.
#[must_use]
pub fn means(lang: Lang, means: &Means) -> &str {
    let phrase = match means {
        Means::Unstated => say("", ""),
        Means::Email => say("courriel", "e-mail"),
        Means::Form => say("formulaire", "form"),
        Means::Post => say("courrier", "letter"),
        Means::Phone => say("téléphone", "telephone"),
        Means::InPerson => say("en personne", "in person"),
        Means::Other(word) => return word,
    };
    phrase.get(lang)
}

/// The header of a column.
#[must_use]
pub const fn column(lang: Lang, column: Column) -> &'static str {
    let phrase = match column {
        Column::Id => say("id", "id"),
        Column::Title => say("titre", "title"),
        Column::Organization => say("organisme", "organisation"),
        Column::Place => say("lieu", "place"),
        Column::Stage => say("statut", "stage"),
        Column::Deadline => say("date limite", "deadline"),
        Column::Kept => say("retenue le", "kept on"),
        Column::Sent => say("envoyée le", "sent on"),
        Column::Means => say("moyen", "means"),
        Column::Contact => say("contact", "contact"),
        Column::FollowUps => say("relances", "follow-ups"),
        Column::Interviews => say("entretiens", "interviews"),
        Column::Answered => say("réponse le", "answered on"),
        Column::NextDate => say("prochaine action le", "next action on"),
        Column::Next => say("prochaine action", "next action"),
        Column::Tags => say("étiquettes", "tags"),
        Column::Documents => say("pièces envoyées", "documents sent"),
        Column::Path => say("fichier", "file"),
        Column::Notes => say("notes", "notes"),
    };
    phrase.get(lang)
}

/// What an import could not understand.
#[must_use]
pub fn import_problem(lang: Lang, file: &str, problem: &Problem) -> String {
    let line = problem.line;
    let what = match (&problem.kind, lang) {
        (ProblemKind::NoTitleColumn, Lang::Fr) => {
            "aucune colonne ne donne le poste ou l’organisme\u{a0}: nommez une colonne «\u{a0}poste\u{a0}»".to_owned()
        }
        (ProblemKind::NoTitleColumn, Lang::En) => {
            "no column gives the position or the organisation: name a column \"title\"".to_owned()
        }
        (ProblemKind::NoTitle, Lang::Fr) => "ni poste ni organisme, ligne laissée de côté".to_owned(),
        (ProblemKind::NoTitle, Lang::En) => "neither position nor organisation, row left out".to_owned(),
        (ProblemKind::NotADate { column, cell }, Lang::Fr) => {
            format!("{column}\u{a0}: «\u{a0}{cell}\u{a0}» n’est pas une date, cellule laissée de côté")
        }
        (ProblemKind::NotADate { column, cell }, Lang::En) => format!("{column}: \"{cell}\" is no date, cell left out"),
        (ProblemKind::NotAStage { cell }, Lang::Fr) => {
            format!("«\u{a0}{cell}\u{a0}» n’est pas un statut connu, cellule laissée de côté")
        }
        (ProblemKind::NotAStage { cell }, Lang::En) => format!("\"{cell}\" is no known stage, cell left out"),
        (ProblemKind::Twice { first }, Lang::Fr) => {
            format!("la même candidature que la ligne {first}, laissée de côté")
        }
        (ProblemKind::Twice { first }, Lang::En) => format!("the same application as line {first}, left out"),
    };
    match lang {
        Lang::Fr => format!("{file}:{line}\u{a0}: {what}"),
        Lang::En => format!("{file}:{line}: {what}"),
    }
}

/// Columns that an import does not know.
#[must_use]
pub fn unknown_columns(lang: Lang, columns: &[String]) -> String {
    match lang {
        Lang::Fr => format!("Colonnes laissées de côté\u{a0}: {}", columns.join(", ")),
        Lang::En => format!("Columns left out: {}", columns.join(", ")),
    }
}
