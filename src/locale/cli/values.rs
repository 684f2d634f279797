//! What the values that an argument can take mean, for the completions of a shell.

use crate::locale::{Phrase, say};

/// An argument's name in the declaration, one of its values, and what that means.
type Meaning = (&'static str, &'static str, Phrase);

#[rustfmt::skip]
const MEANINGS: &[Meaning] = &[
    ("lang", "fr", say("français", "French")),
    ("lang", "en", say("anglais", "English")),
    ("color", "auto", say("sur un terminal, sauf si NO_COLOR est là", "on a terminal, unless NO_COLOR is set")),
    ("color", "always", say("toujours", "always")),
    ("color", "never", say("jamais", "never")),
    ("sort", "relevance", say("la pertinence\u{202f}; sans recherche, la date limite", "best hits first; without a query, by deadline")),
    ("sort", "deadline", say("la date limite la plus proche d’abord", "nearest deadline first")),
    ("sort", "date", say("la plus récente d’abord", "most recent first")),
    ("sort", "title", say("par titre", "by title")),
    ("sort", "organization", say("par organisme", "by organisation")),
    ("format", "text", say("à lire", "for a person")),
    ("format", "github", say("les annotations de GitHub Actions", "annotations of GitHub Actions")),
    ("format", "ics", say("un agenda", "for a calendar")),
    ("format", "csv", say("un tableur", "for a spreadsheet")),
    ("format", "json", say("tout, pour un autre programme", "everything, for another program")),
    ("format", "jsonld", say("les offres, pour les moteurs de recherche", "the offers, for search engines")),
    ("format", "report", say("le relevé des candidatures", "the record of applications")),
    ("letter", "application", say("une première candidature", "a first application")),
    ("letter", "follow-up", say("demander des nouvelles", "asking for news")),
    ("letter", "thanks", say("après un entretien", "after an interview")),
    ("letter", "withdrawal", say("retirer sa candidature", "taking the application back")),
    ("letter", "acceptance", say("dire oui", "saying yes")),
    ("by", "me", say("moi", "the candidate")),
    ("by", "them", say("eux", "the organisation")),
    ("form", "markdown", say("un tableau en Markdown", "a table in Markdown")),
    ("form", "html", say("une page à imprimer", "a page to print")),
    ("form", "csv", say("un tableur", "for a spreadsheet")),
    ("shell", "bash", say("GNU Bash", "GNU Bash")),
    ("shell", "elvish", say("Elvish", "Elvish")),
    ("shell", "fish", say("fish", "fish")),
    ("shell", "nushell", say("Nushell", "Nushell")),
    ("shell", "powershell", say("PowerShell de Windows", "Windows PowerShell")),
    ("shell", "zsh", say("Z shell", "Z shell")),
];

/// Returns what a value of an argument means.
#[must_use]
pub fn meaning(argument: &str, value: &str) -> Option<Phrase> {
    let mut meanings = MEANINGS.iter();
    let found = meanings.find(|(owner, of, _)| *owner == argument && *of == value);
    found.map(|(.., phrase)| *phrase)
}
