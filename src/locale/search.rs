//! The query language in words: its mistakes, its facets.

use super::{Lang, Phrase, facts};
use crate::search::MistakeKind;
use crate::search::query::fields::{Field, KINDS, in_language};

const fn say(fr: &'static str, en: &'static str) -> Phrase {
    Phrase { fr, en }
}

/// The title of the facets.
pub const FACETS_TITLE: Phrase = say("Filtrer", "Filter");
/// Below them.
pub const FACETS_FOOT: Phrase = say("Espace cocher · Échap fermer", "Space tick · Esc close");
/// There is no view of one's own at this place.
pub const NO_SUCH_VIEW: Phrase = say(
    "Pas de vue ici\u{a0}: [[views]] dans config.toml",
    "No view here: [[views]] in config.toml",
);
/// Nothing to tick.
pub const NO_FACETS: Phrase = say("Rien à filtrer ici", "Nothing to filter here");

/// Says what is wrong with a part of a query.
#[must_use]
pub fn mistake(lang: Lang, kind: MistakeKind, suggestion: Option<&str>) -> String {
    let what = match (lang, kind) {
        (Lang::Fr, MistakeKind::UnknownField) => "champ inconnu",
        (Lang::En, MistakeKind::UnknownField) => "unknown field",
        (Lang::Fr, MistakeKind::UnknownValue) => "valeur inconnue",
        (Lang::En, MistakeKind::UnknownValue) => "unknown value",
        (Lang::Fr, MistakeKind::BadDate) => "ce n’est pas une date",
        (Lang::En, MistakeKind::BadDate) => "not a date",
        (Lang::Fr, MistakeKind::BadNumber) => "ce n’est pas un nombre",
        (Lang::En, MistakeKind::BadNumber) => "not a number",
    };
    match (lang, suggestion) {
        (_, None) => what.to_owned(),
        (Lang::Fr, Some(meant)) => format!("{what} · Tab\u{a0}: {meant}"),
        (Lang::En, Some(meant)) => format!("{what} · Tab: {meant}"),
    }
}

/// Returns the title of the facet of a field.
#[must_use]
pub fn facet(lang: Lang, field: Field) -> &'static str {
    let phrase = match field {
        Field::Kind => facts::CONTRACT,
        Field::Place => facts::PLACE,
        Field::Organization => facts::ORGANIZATION,
        Field::Tag => facts::TAGS,
        Field::Duration => say("durée (mois)", "duration (months)"),
        Field::Remote => facts::REMOTE,
        Field::Is => facts::STATE,
        other => return other.name(lang),
    };
    phrase.get(lang)
}

/// Returns a value of a facet as it is shown: kinds of contract by their usual name, all else as written.
#[must_use]
pub fn facet_value(lang: Lang, field: Field, value: &str) -> &str {
    let kinds = if field == Field::Kind { KINDS } else { &[] };
    let named = kinds.iter().find(|(_, names)| in_language(names, lang) == value);
    named.map_or(value, |(kind, _)| facts::employment_type(lang, *kind))
}

/// Says that a facet has more values than are shown.
#[must_use]
pub fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Fr if lang.plural(count) => format!("… {count} autres"),
        Lang::Fr => format!("… {count} autre"),
        Lang::En => format!("… {count} more"),
    }
}
