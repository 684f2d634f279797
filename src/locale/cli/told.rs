//! What commands say: mistakes, results, the names of places.

use crate::locale::{Lang, Phrase, say};

/// What an error begins with.
pub const ERROR: Phrase = say("erreur\u{a0}: ", "error: ");

/// Where to find help, after an error of usage.
#[must_use]
pub fn see_help(lang: Lang, command: &str) -> String {
    let separator = if command.is_empty() { "" } else { " " };
    match lang {
        Lang::Fr => format!("Aide et exemples\u{a0}: tremplin{separator}{command} --help"),
        Lang::En => format!("Help and examples: tremplin{separator}{command} --help"),
    }
}

/// An option that does not exist.
#[must_use]
pub fn unknown_argument(lang: Lang, argument: &str, suggestion: Option<&str>) -> String {
    match (lang, suggestion) {
        (Lang::Fr, None) => format!("l’option «\u{a0}{argument}\u{a0}» n’existe pas"),
        (Lang::Fr, Some(better)) => {
            format!("l’option «\u{a0}{argument}\u{a0}» n’existe pas\u{202f}; essayez «\u{a0}{better}\u{a0}»")
        }
        (Lang::En, None) => format!("there is no option `{argument}`"),
        (Lang::En, Some(better)) => format!("there is no option `{argument}`; try `{better}`"),
    }
}

/// A command that does not exist.
#[must_use]
pub fn unknown_command(lang: Lang, command: &str, suggestion: Option<&str>) -> String {
    match (lang, suggestion) {
        (Lang::Fr, None) => format!("la commande «\u{a0}{command}\u{a0}» n’existe pas"),
        (Lang::Fr, Some(better)) => {
            format!("la commande «\u{a0}{command}\u{a0}» n’existe pas\u{202f}; essayez «\u{a0}{better}\u{a0}»")
        }
        (Lang::En, None) => format!("there is no command `{command}`"),
        (Lang::En, Some(better)) => format!("there is no command `{command}`; try `{better}`"),
    }
}

/// A value that an option does not take.
#[must_use]
pub fn invalid_value(lang: Lang, argument: &str, value: &str, valid: &[String]) -> String {
    let valid = valid.join(", ");
    match (lang, value.is_empty(), valid.is_empty()) {
        (Lang::Fr, true, true) => format!("il manque une valeur après «\u{a0}{argument}\u{a0}»"),
        (Lang::Fr, true, false) => format!("il manque une valeur après «\u{a0}{argument}\u{a0}»\u{a0}: {valid}"),
        (Lang::Fr, false, true) => format!("«\u{a0}{value}\u{a0}» ne convient pas à «\u{a0}{argument}\u{a0}»"),
        (Lang::Fr, false, false) => {
            format!("«\u{a0}{value}\u{a0}» ne convient pas à «\u{a0}{argument}\u{a0}», qui prend {valid}")
        }
        (Lang::En, true, true) => format!("a value is missing after `{argument}`"),
        (Lang::En, true, false) => format!("a value is missing after `{argument}`: {valid}"),
        (Lang::En, false, true) => format!("`{value}` does not fit `{argument}`"),
        (Lang::En, false, false) => format!("`{value}` does not fit `{argument}`, which takes {valid}"),
    }
}

/// Two options that exclude each other, or one given twice.
#[must_use]
pub fn conflict(lang: Lang, argument: &str, other: &str) -> String {
    if argument == other || other.is_empty() {
        return match lang {
            Lang::Fr => format!("«\u{a0}{argument}\u{a0}» est donné deux fois"),
            Lang::En => format!("`{argument}` is given twice"),
        };
    }
    match lang {
        Lang::Fr => format!("«\u{a0}{argument}\u{a0}» et «\u{a0}{other}\u{a0}» s’excluent\u{a0}: gardez l’un des deux"),
        Lang::En => format!("`{argument}` and `{other}` exclude each other: keep one of them"),
    }
}

/// Arguments that are missing.
#[must_use]
pub fn missing(lang: Lang, arguments: &[String]) -> String {
    match (lang, arguments) {
        (Lang::Fr, several) => format!("il manque {}", several.join(" et ")),
        (Lang::En, [one]) => format!("{one} is missing"),
        (Lang::En, several) => format!("{} are missing", several.join(" and ")),
    }
}

/// An argument too many.
#[must_use]
pub fn too_many(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{value}\u{a0}» est de trop"),
        Lang::En => format!("`{value}` is one argument too many"),
    }
}

/// A command line that is not text.
pub const NOT_TEXT: Phrase = say(
    "la ligne de commande n’est pas du texte UTF-8",
    "the command line is not UTF-8 text",
);

/// A command line that is wrong in some other way.
pub const WRONG: Phrase = say(
    "cette ligne de commande ne se comprend pas",
    "this command line cannot be understood",
);

/// `TREMPLIN_TODAY` is no date.
#[must_use]
pub fn bad_today(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "TREMPLIN_TODAY=«\u{a0}{value}\u{a0}» n’est pas une date\u{202f}; écrivez AAAA-MM-JJ, par exemple 2026-11-20"
        ),
        Lang::En => format!("TREMPLIN_TODAY=`{value}` is not a date; write YYYY-MM-DD, for example 2026-11-20"),
    }
}

/// No offer has this id.
#[must_use]
pub fn no_such_offer(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("aucune offre «\u{a0}{id}\u{a0}»\u{202f}; «\u{a0}tremplin list --all\u{a0}» donne les identifiants")
        }
        Lang::En => format!("no offer `{id}`; `tremplin list --all` gives the ids"),
    }
}

/// Several offers begin with this.
#[must_use]
pub fn several_offers(lang: Lang, id: &str, ids: &[String]) -> String {
    let ids = ids.join("\n  ");
    match lang {
        Lang::Fr => format!("plusieurs offres commencent par «\u{a0}{id}\u{a0}», précisez\u{a0}:\n  {ids}"),
        Lang::En => format!("several offers begin with `{id}`, say which:\n  {ids}"),
    }
}

/// A path that cannot be read.
#[must_use]
pub fn unreadable(lang: Lang, path: &str, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{path}\u{a0}: {why}"),
        Lang::En => format!("{path}: {why}"),
    }
}

/// A path that does not exist; perhaps a command was meant.
#[must_use]
pub fn no_such_path(lang: Lang, path: &str, command: Option<&str>) -> String {
    match (lang, command) {
        (Lang::Fr, None) => format!("«\u{a0}{path}\u{a0}» n’est ni un dossier, ni un fichier, ni une commande"),
        (Lang::Fr, Some(command)) => {
            format!(
                "«\u{a0}{path}\u{a0}» n’est ni un dossier, ni un fichier, ni une commande\u{202f}; essayez «\u{a0}tremplin {command}\u{a0}»"
            )
        }
        (Lang::En, None) => format!("`{path}` is no folder, no file and no command"),
        (Lang::En, Some(command)) => format!("`{path}` is no folder, no file and no command; try `tremplin {command}`"),
    }
}

/// Nothing matches.
pub const NOTHING_FOUND: Phrase = say(
    "aucune offre ne correspond\u{202f}; «\u{a0}--all\u{a0}» cherche aussi parmi les offres closes",
    "no offer matches; `--all` also searches the closed ones",
);

/// A folder was written among the words to look for.
#[must_use]
pub fn words_not_folders(lang: Lang, folder: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "aucune offre ne correspond\u{202f}; «\u{a0}{folder}\u{a0}» est un dossier\u{a0}: essayez «\u{a0}tremplin list --offers {folder}\u{a0}»"
        ),
        Lang::En => format!("no offer matches; `{folder}` is a folder: try `tremplin list --offers {folder}`"),
    }
}

/// The interface needs a terminal.
pub const NO_TERMINAL: Phrase = say(
    "l’interface a besoin d’un terminal\u{202f}; «\u{a0}tremplin list\u{a0}» et «\u{a0}tremplin show\u{a0}» écrivent des lignes de texte",
    "the interface needs a terminal; `tremplin list` and `tremplin show` print lines of text",
);

/// Where results are printed.
pub const STANDARD_OUTPUT: Phrase = say("sortie standard", "standard output");

/// No folder was given: these are the samples.
pub const SAMPLES: Phrase = say(
    "Exemples\u{a0}: les dates des offres inventées sont comptées à partir d’aujourd’hui. Vos offres\u{a0}: --offers DOSSIER",
    "Samples: the dates of the invented offers are counted from today. Your own offers: --offers FOLDER",
);

/// The configuration.
pub const PLACE_CONFIG: Phrase = say("configuration", "configuration");
/// The profile.
pub const PLACE_PROFILE: Phrase = say("profil", "profile");
/// The shortlist.
pub const PLACE_SHORTLIST: Phrase = say("retenues", "shortlist");
/// What is remembered between two visits.
pub const PLACE_STATE: Phrase = say("mémoire", "memory");
/// Copies of what was replaced.
pub const PLACE_BACKUPS: Phrase = say("sauvegardes", "backups");
/// The cache.
pub const PLACE_CACHE: Phrase = say("cache", "cache");

/// The offer does not state what was to be copied.
#[must_use]
pub fn nothing_to_copy(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("l’offre ne le précise pas\u{202f}; «\u{a0}tremplin show {id}\u{a0}» montre tout ce qu’elle dit")
        }
        Lang::En => format!("the offer does not state it; `tremplin show {id}` shows all that it says"),
    }
}

/// A line of a file, in short.
#[must_use]
pub fn line(lang: Lang, line: usize) -> String {
    match lang {
        Lang::Fr => format!("l.\u{a0}{line}"),
        Lang::En => format!("line {line}"),
    }
}

/// Where a text may come from.
pub const STANDARD_INPUT: Phrase = say("entrée standard", "standard input");
/// A text that is too long to be an offer.
pub const TOO_LONG: Phrase = say(
    "trop long pour une offre (plus de 1 Mio)",
    "too long for an offer (over 1 MiB)",
);
/// Bytes that are no text.
pub const NO_TEXT: Phrase = say("ce n’est pas du texte", "this is no text");
/// A file that holds no offer.
#[must_use]
pub fn no_offer_in(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("{path} n’est pas une offre\u{202f}; «\u{a0}tremplin check {path}\u{a0}» dit pourquoi"),
        Lang::En => format!("{path} is no offer; `tremplin check {path}` says why"),
    }
}

/// An offer was kept.
#[must_use]
pub fn kept(lang: Lang, title: &str, id: &str) -> String {
    match lang {
        Lang::Fr => format!("retenue\u{a0}: {title} ({id})"),
        Lang::En => format!("kept: {title} ({id})"),
    }
}

/// An offer was hidden.
#[must_use]
pub fn hidden(lang: Lang, title: &str, id: &str) -> String {
    match lang {
        Lang::Fr => format!("masquée\u{a0}: {title} ({id})"),
        Lang::En => format!("hidden: {title} ({id})"),
    }
}

/// An application reached a stage.
#[must_use]
pub fn staged(lang: Lang, stage: &str, title: &str, id: &str) -> String {
    match lang {
        Lang::Fr => format!("{stage}\u{a0}: {title} ({id})"),
        Lang::En => format!("{stage}: {title} ({id})"),
    }
}

/// A stage that does not exist.
#[must_use]
pub fn unknown_stage(lang: Lang, typed: &str, known: &[String]) -> String {
    let known = known.join(", ");
    match lang {
        Lang::Fr => format!("«\u{a0}{typed}\u{a0}» n’est pas un statut\u{202f}; il y a {known}"),
        Lang::En => format!("`{typed}` is no stage; there are {known}"),
    }
}

/// A part of a query that means nothing.
#[must_use]
pub fn not_understood(lang: Lang, part: &str, suggestion: Option<&str>) -> String {
    match (lang, suggestion) {
        (Lang::Fr, None) => format!("«\u{a0}{part}\u{a0}» n’a pas été compris et ne compte pas"),
        (Lang::Fr, Some(better)) => {
            format!("«\u{a0}{part}\u{a0}» n’a pas été compris et ne compte pas\u{202f}; essayez «\u{a0}{better}\u{a0}»")
        }
        (Lang::En, None) => format!("`{part}` was not understood and does not count"),
        (Lang::En, Some(better)) => format!("`{part}` was not understood and does not count; try `{better}`"),
    }
}

/// Nothing was sent yet.
pub const NOTHING_SENT: Phrase = say("Aucune candidature envoyée pour l’instant.", "No application sent yet.");
/// Too few cases for rates.
pub const TOO_FEW: Phrase = say(
    "Taux et délais à partir de cinq candidatures envoyées.",
    "Rates and delays from five applications sent.",
);

/// Something is due today.
#[must_use]
pub fn due_today(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => format!("tremplin\u{a0}: {count} chose à faire aujourd’hui (tremplin next)"),
        (Lang::Fr, true) => format!("tremplin\u{a0}: {count} choses à faire aujourd’hui (tremplin next)"),
        (Lang::En, false) => format!("tremplin: {count} thing to do today (tremplin next)"),
        (Lang::En, true) => format!("tremplin: {count} things to do today (tremplin next)"),
    }
}

/// What was written is no date.
#[must_use]
pub fn not_a_day(lang: Lang, typed: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("«\u{a0}{typed}\u{a0}» n’est pas une date\u{a0}: demain, +3j, vendredi, 13/06, 13 juin, 2026-06-13")
        }
        Lang::En => format!("`{typed}` is no date: tomorrow, +3d, Friday, 13/06, 13 June, 2026-06-13"),
    }
}

/// A file was written.
#[must_use]
pub fn written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Fr => format!("Écrit\u{a0}: {file}"),
        Lang::En => format!("Written: {file}"),
    }
}

/// A file is no text.
#[must_use]
pub fn not_text(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Fr => format!("{file}\u{a0}: ce n’est pas du texte. Enregistrez le tableur en CSV."),
        Lang::En => format!("{file}: not a text. Save the spreadsheet as CSV."),
    }
}

/// What an import did, or would do.
#[must_use]
pub fn imported(lang: Lang, new: usize, known: usize, saved: bool) -> String {
    match (lang, saved) {
        (Lang::Fr, true) => format!("{new} reprises, {known} déjà là."),
        (Lang::Fr, false) => {
            format!("{new} à reprendre, {known} déjà là. Rien n’est changé\u{a0}: ajoutez --yes pour enregistrer.")
        }
        (Lang::En, true) => format!("{new} taken over, {known} already there."),
        (Lang::En, false) => {
            format!("{new} to take over, {known} already there. Nothing is changed: add --yes to save.")
        }
    }
}

/// How many files were looked at, and how many need a look.
#[must_use]
pub fn checked(lang: Lang, all: usize, failing: usize) -> String {
    match (lang, lang.plural(all)) {
        (Lang::Fr, false) => format!("{all} texte lu, {failing} à revoir"),
        (Lang::Fr, true) => format!("{all} textes lus, {failing} à revoir"),
        (Lang::En, false) => format!("{all} text read, {failing} to look at"),
        (Lang::En, true) => format!("{all} texts read, {failing} to look at"),
    }
}

/// There is no conflict copy.
pub const NO_COPIES: Phrase = say("Aucune copie en conflit.", "No conflict copy.");

/// A conflict copy was united with its application.
#[must_use]
pub fn merged(lang: Lang, copy: &str, id: &str) -> String {
    match lang {
        Lang::Fr => format!("Réunie\u{a0}: {copy} → {id}"),
        Lang::En => format!("United: {copy} → {id}"),
    }
}

/// What the interface draws on.
pub const TERMINAL: Phrase = say("le terminal", "the terminal");

/// An application has no part of that number.
#[must_use]
pub fn no_such_number(lang: Lang, number: u16, count: usize) -> String {
    match (lang, count) {
        (Lang::Fr, 0) => format!("pas de numéro {number}\u{a0}: rien n’est noté encore"),
        (Lang::Fr, _) => format!("pas de numéro {number}\u{a0}: la liste va de 1 à {count}"),
        (Lang::En, 0) => format!("no number {number}: nothing is noted yet"),
        (Lang::En, _) => format!("no number {number}: the list goes from 1 to {count}"),
    }
}
