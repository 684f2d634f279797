//! The query language in words: its mistakes, its facets.

use super::{Lang, Phrase, facts};
use crate::search::query::fields::{Field, KINDS, in_language};
use crate::search::{LeftOut, MistakeKind};

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

/// The query of the last time is back.
pub const TAKEN_UP: Phrase = say("Recherche reprise · Échap l’efface", "Your last search · Esc clears it");
/// All offers are in the list now.
pub const ALL_SHOWN: Phrase = say(
    "Tout est montré, closes, brouillons et masquées aussi",
    "All are shown, closed, drafts and hidden too",
);
/// Only those that are worth a look are in the list again.
pub const USUAL_SHOWN: Phrase = say(
    "Sans les closes, les brouillons et les masquées",
    "Without closed, drafts and hidden ones",
);

/// Says how many offers stay out of the list, and why: `12 closes, 3 masquées`. Empty when none does.
#[must_use]
pub fn left_out(lang: Lang, left_out: LeftOut) -> String {
    let words = |count: usize, one: Phrase, several: Phrase| {
        let phrase = if lang.plural(count) { several } else { one };
        (count > 0).then(|| format!("{count} {}", phrase.get(lang)))
    };
    let parts = [
        words(left_out.closed, say("close", "closed"), say("closes", "closed")),
        words(left_out.drafts, say("brouillon", "draft"), say("brouillons", "drafts")),
        words(left_out.hidden, say("masquée", "hidden"), say("masquées", "hidden")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Says how many offers were found but stay out of an empty list, and the key that shows them.
#[must_use]
pub fn found_but_out(lang: Lang, out: LeftOut, key: &str) -> String {
    let out = left_out(lang, out);
    match lang {
        Lang::Fr => format!("{key} montre ce qui est écarté\u{a0}: {out}"),
        Lang::En => format!("{key} shows what is left out: {out}"),
    }
}

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
