//! The sentences about reading an open offer: its headings, its links, search in its text.

use super::{Lang, Phrase, say};

/// The title of the menu of headings.
pub const OUTLINE_TITLE: Phrase = say("Plan de l’offre", "Outline of the offer");
/// The title of the menu of links.
pub const LINKS_TITLE: Phrase = say("Liens de l’offre", "Links of the offer");
/// Beside the heading below which one reads how to apply.
pub const OUTLINE_APPLY: Phrase = say("pour candidater", "to apply");
/// The offer has no heading.
pub const NO_HEADINGS: Phrase = say("Cette offre n’a pas d’intertitres.", "This offer has no headings.");
/// The offer has no link.
pub const NO_LINKS: Phrase = say("Cette offre ne contient aucun lien.", "This offer holds no link.");
/// No heading and no address says how to apply.
pub const NO_APPLY: Phrase = say(
    "Aucun passage ne dit comment candidater.",
    "No passage says how to apply.",
);
/// Before what is looked for in the text.
pub const FIND: Phrase = say("dans le texte", "in the text");
/// Nothing in the text matches.
pub const FIND_NOTHING: Phrase = say("introuvable", "not found");
/// The source is shown instead of the text laid out.
pub const SOURCE: Phrase = say("Source du fichier", "Source of the file");
/// The text is laid out again.
pub const TEXT: Phrase = say("Texte mis en forme", "Text laid out");
/// There is no offer before this one.
pub const NO_EARLIER: Phrase = say("Aucune offre lue avant celle-ci.", "No offer was read before this one.");
/// There is no offer after this one.
pub const NO_LATER: Phrase = say("Aucune offre lue après celle-ci.", "No offer was read after this one.");
/// The offer is not in the list that is shown.
pub const NOT_IN_LIST: Phrase = say(
    "Cette offre n’est pas dans la liste affichée.",
    "That offer is not in the list shown.",
);

/// Which of the matches is shown.
#[must_use]
pub fn match_of(lang: Lang, at: usize, count: usize) -> String {
    match lang {
        Lang::Fr => format!("{at} sur {count}"),
        Lang::En => format!("{at} of {count}"),
    }
}

/// A link leads to a page of the publisher's site.
#[must_use]
pub fn link_relative(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Fr => format!("Lien interne au site de l’offre, non ouvert\u{a0}: {target}"),
        Lang::En => format!("A link within the site of the offer, not opened: {target}"),
    }
}

/// A link is not of a kind that is opened.
#[must_use]
pub fn link_refused(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Fr => format!("Lien non ouvert (ni http, ni https, ni mailto)\u{a0}: {target}"),
        Lang::En => format!("Link not opened (neither http, https nor mailto): {target}"),
    }
}

/// A link is broken or holds characters that deceive.
#[must_use]
pub fn link_doubtful(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Fr => format!("Lien douteux, non ouvert\u{a0}: {target}"),
        Lang::En => format!("Doubtful link, not opened: {target}"),
    }
}
