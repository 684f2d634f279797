//! The query language in words: its mistakes, its facets.

use super::{Lang, Phrase, facts, say};
use crate::search::query::fields::{Field, KINDS, in_language};
use crate::search::{LeftOut, MistakeKind};

/// The title of the facets.
pub const FACETS_TITLE: Phrase = say("Filtrer", "Filter");
/// There is no view of one's own at this place.
pub const NO_SUCH_VIEW: Phrase = say(
    "Pas de vue ici\u{a0}: / cherche, W garde la recherche",
    "No view here: / searches, W keeps the search",
);
/// The title of the box that names a search.
pub const NEW_VIEW: Phrase = say("Garder cette recherche comme vue", "Keep this search as a view");
/// In its empty field.
pub const NAME_HINT: Phrase = say("nom de la vue", "name of the view");
/// There is no search to name.
pub const NOTHING_TO_NAME: Phrase = say(
    "Cherchez d’abord\u{a0}: la vue garde la recherche",
    "Search first: a view keeps the search",
);
/// Another view has the name.
pub const NAME_TAKEN: Phrase = say("Une autre vue porte ce nom", "Another view has this name");
/// The offer names no organisation.
pub const NO_ORGANIZATION: Phrase = say(
    "L’offre ne dit pas de qui elle vient",
    "The offer does not say who it is from",
);
/// The change was made, but the configuration of a folder says otherwise.
pub const SAID_ELSEWHERE: Phrase = say(
    "Sans effet\u{a0}: la configuration du dossier dit autre chose",
    "No effect: the configuration of the folder says otherwise",
);

/// The title of the box about a view.
#[must_use]
pub fn view_title(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Vue «\u{a0}{name}\u{a0}»"),
        Lang::En => format!("View “{name}”"),
    }
}

/// What Enter does in the box that names a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// Nothing: there is no name yet, or nothing changed.
    Nothing,
    /// Save the query as a new view.
    Save,
    /// Give a view that has this name another query; the one it has.
    Replace(String),
    /// Give the view another name.
    Rename,
    /// Forget the view.
    Remove,
    /// Another view has this name.
    Taken,
}

/// Says what Enter does with the name that is typed.
#[must_use]
pub fn naming(lang: Lang, meaning: &Naming) -> String {
    let phrase = match meaning {
        Naming::Nothing => say("", ""),
        Naming::Save => say("→ un onglet de plus", "→ one more tab"),
        Naming::Replace(query) => {
            return match lang {
                Lang::Fr => format!("→ remplace «\u{a0}{query}\u{a0}»"),
                Lang::En => format!("→ replaces “{query}”"),
            };
        }
        Naming::Rename => say("→ nouveau nom", "→ new name"),
        Naming::Remove => say("→ supprime la vue", "→ removes the view"),
        Naming::Taken => NAME_TAKEN,
    };
    phrase.get(lang).to_owned()
}

/// A view was saved.
#[must_use]
pub fn view_saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Vue gardée\u{a0}: {name}"),
        Lang::En => format!("View kept: {name}"),
    }
}

/// A view has another name.
#[must_use]
pub fn view_renamed(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Fr => format!("Vue renommée\u{a0}: {from} → {to}"),
        Lang::En => format!("View renamed: {from} → {to}"),
    }
}

/// A view is gone.
#[must_use]
pub fn view_removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Vue supprimée\u{a0}: {name}"),
        Lang::En => format!("View removed: {name}"),
    }
}

/// An organisation is never shown again.
#[must_use]
pub fn organization_hidden(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Plus jamais montrée\u{a0}: {name}"),
        Lang::En => format!("Never shown again: {name}"),
    }
}

/// An organisation is shown again.
#[must_use]
pub fn organization_shown(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("De nouveau montrée\u{a0}: {name}"),
        Lang::En => format!("Shown again: {name}"),
    }
}

/// Says why an offer cannot be shown again by itself, and the key that takes the rule of its organisation away.
#[must_use]
pub fn hidden_by_rule(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "Masquée par une règle\u{a0}: {key} remontre l’organisme, sinon «\u{a0}hide\u{a0}» dans config.toml"
        ),
        Lang::En => format!("Hidden by a rule: {key} shows the organisation again, else `hide` in config.toml"),
    }
}

/// Says that a change could not be saved.
#[must_use]
pub fn not_saved(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("config.toml n’a pas pu être écrit ({why})"),
        Lang::En => format!("config.toml could not be written ({why})"),
    }
}

/// Returns the words of the palette for a view of the candidate's own.
#[must_use]
pub fn to_view(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Vue\u{a0}: {name}"),
        Lang::En => format!("View: {name}"),
    }
}
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
        Lang::Fr => format!("{key} montre aussi\u{a0}: {out}"),
        Lang::En => format!("{key} also shows: {out}"),
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
