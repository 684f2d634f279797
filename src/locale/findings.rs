//! What is said about the reading of an offer: warnings, and why a file is not one.

use jiff::civil::Date;

use super::{Lang, dates, facts, say};
use crate::offer::check::Severity;
use crate::offer::{FactKind, NotAnOfferReason, Warning, WarningCode};

/// Names a fact, as a label.
#[must_use]
pub const fn fact_name(lang: Lang, fact: FactKind) -> &'static str {
    let phrase = match fact {
        FactKind::Title => facts::TITLE,
        FactKind::Organization => facts::ORGANIZATION,
        FactKind::EmploymentTypes => facts::CONTRACT,
        FactKind::Duration => facts::DURATION,
        FactKind::Start => facts::START,
        FactKind::Deadline => facts::DEADLINE,
        FactKind::Pay => facts::PAY,
        FactKind::Place => facts::PLACE,
        FactKind::Remote => facts::REMOTE,
        FactKind::Level => facts::LEVEL,
        FactKind::Contacts => say("contact", "contact"),
        FactKind::Phones => facts::PHONE,
        FactKind::ApplyUrls => facts::LINK,
        FactKind::Subject => facts::SUBJECT,
        FactKind::Documents => facts::DOCUMENTS,
        FactKind::Language => say("langue", "language"),
        FactKind::Tags => facts::TAGS,
        FactKind::DatePosted => facts::POSTED,
        FactKind::Published => say("publication", "publication"),
    };
    phrase.get(lang)
}

/// Says why a file was not taken for an offer.
#[must_use]
pub const fn not_an_offer(lang: Lang, reason: NotAnOfferReason) -> &'static str {
    let phrase = match reason {
        NotAnOfferReason::Empty => say("il est vide", "it is empty"),
        NotAnOfferReason::Readme => say(
            "il présente le dossier ou le projet",
            "it presents the folder or the project",
        ),
        NotAnOfferReason::Template => say(
            "c’est un modèle à remplir ou un essai",
            "it is a template to fill in or a test",
        ),
        NotAnOfferReason::IndexPage => say(
            "c’est une liste d’offres ou de liens",
            "it is a list of offers or links",
        ),
        NotAnOfferReason::Article => say("c’est un article", "it is an article"),
        NotAnOfferReason::GeneralPage => say("c’est une page générale", "it is a general page"),
        NotAnOfferReason::NoOfferFound => say("rien n’y invite à postuler", "nothing in it asks anybody to apply"),
    };
    phrase.get(lang)
}

/// Says which facts were read, given their names.
#[must_use]
pub fn facts_read(lang: Lang, names: &str) -> String {
    match lang {
        Lang::Fr => format!("lu\u{a0}: {names}"),
        Lang::En => format!("read: {names}"),
    }
}

/// Puts a finding's severity before its sentence.
#[must_use]
pub fn with_severity(lang: Lang, severity: Severity, sentence: &str) -> String {
    let name = match severity {
        Severity::Notice => say("remarque", "notice"),
        Severity::Warning => say("attention", "warning"),
        Severity::Error => say("erreur", "error"),
    }
    .get(lang);
    match lang {
        Lang::Fr => format!("{name}\u{a0}: {sentence}"),
        Lang::En => format!("{name}: {sentence}"),
    }
}

/// Says that a fact is missing.
#[must_use]
pub fn missing(lang: Lang, fact: FactKind) -> String {
    let name = fact_name(lang, fact);
    match lang {
        Lang::Fr => format!("À préciser\u{a0}: {name}"),
        Lang::En => format!("{name}: {}", facts::NOT_STATED.get(lang)),
    }
}

/// Says that a deadline has passed on an offer that does not say that it is closed.
#[must_use]
pub fn past_deadline(lang: Lang, day: Date) -> String {
    let day = dates::full(lang, day);
    match lang {
        Lang::Fr => format!("La date limite ({day}) est passée et rien ne dit que l’offre est close"),
        Lang::En => format!("The deadline ({day}) has passed and nothing says that the offer is closed"),
    }
}

/// Says that a file was not taken for an offer, and why.
#[must_use]
pub fn left_out(lang: Lang, reason: NotAnOfferReason) -> String {
    let why = not_an_offer(lang, reason);
    match lang {
        Lang::Fr => format!("Ce fichier n’est pas pris pour une offre\u{a0}: {why}"),
        Lang::En => format!("This file is not taken for an offer: {why}"),
    }
}

/// Says a warning as a sentence without its full stop.
#[must_use]
pub fn warning(lang: Lang, warning: &Warning) -> String {
    let detail = |index: usize| warning.details.get(index).map_or("…", String::as_str);
    let (a, b) = (detail(0), detail(1));
    let day = |index: usize| detail_date(lang, detail(index));
    match (warning.code, lang) {
        (WarningCode::DurationContradiction, Lang::Fr) => {
            format!("Deux durées se contredisent\u{a0}: {a} mois et {b} mois")
        }
        (WarningCode::DurationContradiction, Lang::En) => format!("Two durations disagree: {a} months and {b} months"),
        (WarningCode::DeadlineBeforePosting, Lang::Fr) => {
            format!("La date limite ({}) précède la publication ({})", day(0), day(1))
        }
        (WarningCode::DeadlineBeforePosting, Lang::En) => {
            format!(
                "The deadline ({}) lies before the day it was posted ({})",
                day(0),
                day(1)
            )
        }
        (WarningCode::DeadlineStartDoubt, Lang::Fr) => {
            format!(
                "La date limite ({}) et le début ({}) s’accordent mal\u{a0}: l’une des deux dates est douteuse",
                day(0),
                day(1)
            )
        }
        (WarningCode::DeadlineStartDoubt, Lang::En) => {
            format!(
                "The deadline ({}) and the start ({}) do not fit together: one of them is doubtful",
                day(0),
                day(1)
            )
        }
        (WarningCode::TwoDeadlines, Lang::Fr) => format!("Deux dates limites\u{a0}: {} et {}", day(0), day(1)),
        (WarningCode::TwoDeadlines, Lang::En) => format!("Two deadlines: {} and {}", day(0), day(1)),
        (WarningCode::DeadlineYearInferred, Lang::Fr) => format!(
            "L’année de la date limite n’est pas écrite\u{202f}; elle est déduite\u{a0}: {}",
            day(0)
        ),
        (WarningCode::DeadlineYearInferred, Lang::En) => {
            format!("The year of the deadline is not written; it is inferred: {}", day(0))
        }
        (WarningCode::PublishedContradiction, Lang::Fr) => {
            "Publiée selon ses métadonnées, close ou pourvue selon son texte".to_owned()
        }
        (WarningCode::PublishedContradiction, Lang::En) => {
            "Published according to its front matter, closed or filled according to its text".to_owned()
        }
        (WarningCode::SeveralOffers, _) => several_offers(lang, a),
        (_, _) => other_warning(lang, warning.code, a, b),
    }
}

fn several_offers(lang: Lang, count: &str) -> String {
    match (lang, count) {
        (Lang::Fr, "…") => "Plusieurs offres dans un même fichier".to_owned(),
        (Lang::En, "…") => "Several offers in one file".to_owned(),
        (Lang::Fr, count) => format!("{count} offres dans un même fichier"),
        (Lang::En, count) => format!("{count} offers in one file"),
    }
}

/// The warnings about addresses, front matter and the file.
fn other_warning(lang: Lang, code: WarningCode, a: &str, b: &str) -> String {
    match (code, lang) {
        (WarningCode::AddressDiffers, Lang::Fr) => format!("L’adresse affichée ({a}) n’est pas celle du lien ({b})"),
        (WarningCode::AddressDiffers, Lang::En) => format!("The address shown ({a}) is not the one of the link ({b})"),
        (WarningCode::AddressRefused, Lang::Fr) => format!("Adresse écartée\u{a0}: {a}"),
        (WarningCode::AddressRefused, Lang::En) => format!("Address left out: {a}"),
        (WarningCode::FrontMatterUnreadable, Lang::Fr) => {
            format!("Métadonnées illisibles, lues ligne par ligne\u{a0}: {a}")
        }
        (WarningCode::FrontMatterUnreadable, Lang::En) => format!("Front matter not readable, read line by line: {a}"),
        (WarningCode::FieldUnreadable, Lang::Fr) => format!("Champ illisible\u{a0}: {a}"),
        (WarningCode::FieldUnreadable, Lang::En) => format!("Field not readable: {a}"),
        (WarningCode::MisspeltKey, Lang::Fr) => {
            format!("Clé inconnue «\u{a0}{a}\u{a0}»\u{202f}; «\u{a0}{b}\u{a0}» peut-être\u{202f}?")
        }
        (WarningCode::MisspeltKey, Lang::En) => format!("Unknown key “{a}”; perhaps “{b}”?"),
        (WarningCode::MailtoFieldsDropped, Lang::Fr) => format!("Champs du lien mailto laissés de côté\u{a0}: {a}"),
        (WarningCode::MailtoFieldsDropped, Lang::En) => format!("Fields of the mailto link left out: {a}"),
        (WarningCode::Encoding, Lang::Fr) => {
            format!("Le fichier n’est pas en UTF-8\u{202f}; lu comme {a}")
        }
        (WarningCode::Encoding, Lang::En) => format!("The file is not UTF-8; read as {a}"),
        (
            WarningCode::DurationContradiction
            | WarningCode::DeadlineBeforePosting
            | WarningCode::DeadlineStartDoubt
            | WarningCode::TwoDeadlines
            | WarningCode::DeadlineYearInferred
            | WarningCode::PublishedContradiction
            | WarningCode::SeveralOffers,
            _,
        ) => String::new(),
    }
}

/// Writes a date of a warning's details (`2019-12-31`, `2019-01`) as the language does; anything else stays.
fn detail_date(lang: Lang, detail: &str) -> String {
    if let Ok(day) = detail.parse::<Date>() {
        return dates::full(lang, day);
    }
    let parts = detail
        .split_once('-')
        .and_then(|(year, number)| Some((year, number.parse::<i8>().ok()?)));
    match parts {
        Some((year, number)) => format!("{} {year}", dates::month(lang, number)),
        None => detail.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_with_few_details_still_speaks() {
        for code in WarningCode::ALL {
            for lang in [Lang::Fr, Lang::En] {
                let bare = Warning {
                    code,
                    line: 1,
                    passages: Vec::new(),
                    details: Vec::new(),
                };
                assert!(!warning(lang, &bare).is_empty(), "{code:?}");
            }
        }
    }

    #[test]
    fn a_warning_writes_its_dates() {
        let doubt = Warning {
            code: WarningCode::DeadlineStartDoubt,
            line: 3,
            passages: Vec::new(),
            details: vec!["2018-01-16".into(), "2019-01".into()],
        };
        assert!(warning(Lang::Fr, &doubt).starts_with("La date limite (16 janvier 2018) et le début (janvier 2019)"));
    }
}
