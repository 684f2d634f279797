//! Sentences of the box that corrects a fact.

use super::{Lang, Phrase, facts, say};
use crate::tracking::correct::Correctable;

/// Below the box.
pub const FOOT: Phrase = say("ligne vide\u{a0}: comme l’offre", "empty line: as the offer says");

/// After a fact of the card that the candidate corrected.
pub const BY_YOU: Phrase = say("corrigé par vous", "corrected by you");

/// The title of the box.
#[must_use]
pub fn title(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Corriger · {title}"),
        Lang::En => format!("Correct · {title}"),
    }
}

/// Returns the name of a fact.
#[must_use]
pub const fn fact(lang: Lang, fact: Correctable) -> &'static str {
    let phrase = match fact {
        Correctable::Deadline => facts::DEADLINE,
        Correctable::Email => say("adresse", "address"),
        Correctable::Subject => facts::SUBJECT,
        Correctable::Title => facts::TITLE,
        Correctable::Organization => facts::ORGANIZATION,
        Correctable::Place => facts::PLACE,
        Correctable::Start => facts::START,
        Correctable::Duration => facts::DURATION,
        Correctable::Pay => facts::PAY,
        Correctable::Level => facts::LEVEL,
    };
    phrase.get(lang)
}

/// Says what could be typed instead.
#[must_use]
pub fn not_understood(lang: Lang, fact: Correctable) -> String {
    let phrase = match fact {
        Correctable::Deadline => say(
            "Pas une date\u{a0}: 13 juin, 13/06, +7j…",
            "Not a date: 13 June, 13/06, +7d…",
        ),
        Correctable::Start => say(
            "Pas un début\u{a0}: 2027-02, 1er mars 2027, dès que possible…",
            "Not a start: 2027-02, 1 March 2027, asap…",
        ),
        Correctable::Duration => say("Pas une durée\u{a0}: 6 mois, 4-6…", "Not a duration: 6 months, 4-6…"),
        Correctable::Email => say(
            "Pas une adresse\u{a0}: nom@organisme.fr",
            "Not an address: name@organisation.org",
        ),
        Correctable::Subject
        | Correctable::Title
        | Correctable::Organization
        | Correctable::Place
        | Correctable::Pay
        | Correctable::Level => say("Rien à enregistrer", "Nothing to save"),
    };
    phrase.get(lang).to_owned()
}

/// Says what the offer itself states.
#[must_use]
pub fn offer_says(lang: Lang, stated: &str) -> String {
    match lang {
        Lang::Fr => format!("l’offre dit\u{a0}: {stated}"),
        Lang::En => format!("the offer says: {stated}"),
    }
}

/// Says that a correction was kept, or taken away.
#[must_use]
pub fn saved(lang: Lang, corrected: Correctable, away: bool, title: &str) -> String {
    let name = fact(lang, corrected);
    match (lang, away) {
        (Lang::Fr, false) => format!("Corrigé ({name})\u{a0}: {title}"),
        (Lang::Fr, true) => format!("Comme dans l’offre ({name})\u{a0}: {title}"),
        (Lang::En, false) => format!("Corrected ({name}): {title}"),
        (Lang::En, true) => format!("As the offer says ({name}): {title}"),
    }
}
