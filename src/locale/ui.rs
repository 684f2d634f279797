//! The sentences of the interface.

use super::{Lang, Phrase, say};

/// The first tab.
pub const OFFERS: Phrase = say("Offres", "Offers");
/// Beside the key of the help.
pub const HELP: Phrase = say("aide", "help");
/// The title of the help.
pub const HELP_TITLE: Phrase = say("Aide", "Help");
/// Below the help.
pub const HELP_FOOT: Phrase = say("tapez pour chercher", "type to search");
/// Below the help when there is more of it.
pub const HELP_FOOT_MORE: Phrase = say("↓ la suite · tapez pour chercher", "↓ more · type to search");
/// Nothing in the help holds what was typed.
pub const HELP_NOTHING: Phrase = say("Aucune touche ne porte ce nom.", "No key has that name.");
/// The title of the files that gave no offer.
pub const LEFT_OUT_TITLE: Phrase = say("Fichiers écartés", "Files left out");
/// There is none.
pub const NONE_LEFT_OUT: Phrase = say(
    "Aucun\u{a0}: chaque fichier a donné une offre.",
    "None: every file gave an offer.",
);
/// For a key that lets go of what is kept.
pub const LET_GO: Phrase = say("renoncer", "let go");
/// For a key that closes what is open, once nothing is left to clear.
pub const CLOSE: Phrase = say("fermer", "close");
/// In an empty search line.
pub const SEARCH_HINT: Phrase = say("chercher", "search");
/// While the folders are read and nothing is known.
pub const READING: Phrase = say("Lecture des offres…", "Reading the offers…");
/// Marks the samples.
pub const SAMPLES: Phrase = say("exemples", "samples");
/// Where the dates of the samples come from, and how to give a folder of one's own.
pub const SAMPLES_HOW: Phrase = say(
    "Exemples\u{a0}: dates inventées, comptées d’aujourd’hui · vos offres\u{a0}: tremplin DOSSIER",
    "Samples: invented dates, counted from today · for your own: tremplin FOLDER",
);
/// The same where there is less room.
pub const SAMPLES_HOW_SHORT: Phrase = say(
    "Exemples, dates inventées · tremplin DOSSIER",
    "Samples, invented dates · tremplin FOLDER",
);
/// There is no room.
pub const TOO_SMALL: Phrase = say("Agrandissez, merci", "Enlarge, please");
/// The title of the group of keys that move.
pub const GROUP_MOVE: Phrase = say("Se déplacer", "Move");
/// The title of the group of keys that search.
pub const GROUP_SEARCH: Phrase = say("Chercher", "Search");
/// The title of the group of keys that act.
pub const GROUP_ACT: Phrase = say("Candidater", "Apply");
/// The title of the group of keys about the display.
pub const GROUP_SHOW: Phrase = say("Affichage", "Display");
/// What a warning is called on the card.
pub const DOUBT: Phrase = say("doute", "doubt");
/// Offers that could not be opened.
pub const CANNOT_OPEN: Phrase = say(
    "Cette offre n’a pas pu être relue.",
    "This offer could not be read again.",
);
/// A fact without a passage in the text.
pub const FROM_FILE_NAME: Phrase = say("lu dans le nom du fichier", "read in the file’s name");
/// The offer has no fact to prove.
pub const NO_PROOF: Phrase = say("Cette offre n’énonce aucun fait.", "This offer states no fact.");
/// No new offer in that direction.
pub const NO_NEW: Phrase = say("Pas d’autre nouvelle offre par là", "No other new offer that way");
/// The heading of the candidate's notes.
pub const MY_NOTES: Phrase = say("Mes notes", "My notes");
/// The heading of what happened.
pub const HISTORY: Phrase = say("Historique", "History");

/// The title of the palette.
pub const PALETTE_TITLE: Phrase = say("Commandes", "Commands");
/// A theme among the commands.
#[must_use]
pub fn theme_command(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Thème\u{a0}: {name}"),
        Lang::En => format!("Theme: {name}"),
    }
}

/// An order of the list among the commands.
#[must_use]
pub fn sort_command(lang: Lang, order: &str) -> String {
    match lang {
        Lang::Fr => format!("Trier par {order}"),
        Lang::En => format!("Sort by {order}"),
    }
}

/// A stage among the commands.
#[must_use]
pub fn stage_command(lang: Lang, stage: &str) -> String {
    match lang {
        Lang::Fr => format!("Statut\u{a0}: {stage}"),
        Lang::En => format!("Stage: {stage}"),
    }
}

/// No command has that name.
pub const PALETTE_NOTHING: Phrase = say(
    "Rien de ce nom ici. Au shell\u{a0}: tremplin --help",
    "Nothing of that name here. In the shell: tremplin --help",
);
/// The commands of the shell that have what was looked for.
pub const PALETTE_SHELL: Phrase = say(
    "Dans le terminal, une fois tremplin quitté\u{a0}:",
    "In the terminal, once tremplin is left:",
);
/// Nothing was done yet that could be done again.
pub const NOTHING_TO_REPEAT: Phrase = say("Rien à refaire", "Nothing to repeat");
/// The first steps are hidden.
pub const HINTS_OFF: Phrase = say(
    "Premiers pas masqués · H les remontre",
    "First steps hidden · H shows them again",
);

/// What a newcomer should have done once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Going through the list.
    Move,
    /// Searching.
    Search,
    /// Keeping an offer.
    Keep,
    /// Preparing an application.
    Apply,
    /// Looking at what is kept and what is due.
    Views,
    /// Finding everything else.
    Help,
}

impl Hint {
    /// The hints in their order.
    pub const ALL: [Self; 6] = [
        Self::Move,
        Self::Search,
        Self::Keep,
        Self::Apply,
        Self::Views,
        Self::Help,
    ];

    /// Returns its place, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|hint| *hint == self).map_or(0, |at| at + 1)
    }
}

/// A first step: its keys, what they do, the key that hides it.
#[must_use]
pub fn hint(lang: Lang, hint: Hint, keys: &str, hide: &str) -> String {
    let does = match hint {
        Hint::Move => say("parcourir les offres", "go through the offers"),
        Hint::Search => say("chercher, filtrer", "search, filter"),
        Hint::Keep => say("retenir une offre", "keep an offer"),
        Hint::Apply => say("préparer la candidature", "prepare the application"),
        Hint::Views => say(
            "les retenues, ce qu’il y a à faire",
            "the kept ones, what there is to do",
        ),
        Hint::Help => say("toutes les touches, commandes", "all keys, all commands"),
    };
    let (does, at, all) = (does.get(lang), hint.number(), Hint::ALL.len());
    match lang {
        Lang::Fr => format!("{at}/{all} · {keys}\u{a0}: {does} · {hide} masque"),
        Lang::En => format!("{at}/{all} · {keys}: {does} · {hide} hides"),
    }
}

/// The detail stands beside the list.
pub const PREVIEW_RIGHT: Phrase = say(
    "L’offre est à droite de la liste",
    "The offer is on the right of the list",
);
/// The detail stands below the list.
pub const PREVIEW_BELOW: Phrase = say("L’offre est sous la liste", "The offer is below the list");
/// The mouse is ours.
pub const MOUSE_ON: Phrase = say(
    "Souris active ici · Maj enfoncée pour sélectionner du texte",
    "Mouse on · hold Shift to select text",
);
/// The mouse is the terminal's.
pub const MOUSE_OFF: Phrase = say(
    "Souris rendue au terminal\u{a0}: sélectionnez et copiez comme d’habitude",
    "Mouse left to the terminal: select and copy as usual",
);
/// Nothing is selected.
pub const NO_OFFER_SELECTED: Phrase = say("Aucune offre ici", "No offer here");
/// The candidate asked for news.
pub const FOLLOWED_UP: Phrase = say("relancée", "followed up");
/// The offer had changed.
pub const OFFER_CHANGED: Phrase = say("l’offre a changé", "the offer changed");
/// The title of the menu of what can be copied.
pub const COPY_TITLE: Phrase = say("Copier…", "Copy…");
/// The title of the menu of places to go to.
pub const GO_TITLE: Phrase = say("Aller…", "Go…");
/// The title of the menu of stages.
pub const STAGE_TITLE: Phrase = say("Statut", "Stage");
/// The file of the selected offer is still being read.
pub const STILL_OPENING: Phrase = say(
    "L’offre s’ouvre\u{a0}: encore un instant.",
    "The offer is being opened: one moment.",
);
/// What should be copied is not stated.
pub const NOT_STATED_TO_COPY: Phrase = say("L’offre ne le précise pas.", "The offer does not state it.");
/// The offer has no page where one applies.
pub const NO_LINK: Phrase = say(
    "L’offre ne donne pas de lien pour candidater.",
    "The offer gives no link to apply.",
);
/// There is nothing to undo.
pub const NOTHING_TO_UNDO: Phrase = say("Rien à annuler", "Nothing to undo");
/// There is nothing to redo.
pub const NOTHING_TO_REDO: Phrase = say("Rien à rétablir", "Nothing to redo");
/// The offer is no longer in any folder.
pub const GONE: Phrase = say(
    "L’offre a disparu\u{202f}; voici le texte gardé.",
    "The offer is gone; here is the text you kept.",
);

/// A sample cannot be edited.
pub const SAMPLE_HAS_NO_FILE: Phrase = say(
    "Cette offre est un exemple\u{a0}: elle n’a pas de fichier.",
    "This offer is a sample: it has no file.",
);

/// The editor could not be started.
#[must_use]
pub fn not_edited(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("Pas d’éditeur ({why})\u{202f}; réglez VISUAL ou EDITOR"),
        Lang::En => format!("No editor ({why}); set VISUAL or EDITOR"),
    }
}

/// The editor ended with an error: the text lies where it was written.
#[must_use]
pub fn editor_gave_up(lang: Lang, path: &str) -> String {
    match lang {
        Lang::Fr => format!("L’éditeur s’est terminé en erreur\u{202f}; le texte est resté dans {path}"),
        Lang::En => format!("The editor ended with an error; the text was left in {path}"),
    }
}

/// A change could not be saved and is kept in memory.
#[must_use]
pub fn held(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{why} Gardé en mémoire, et réessayé au prochain changement et en quittant."),
        Lang::En => format!("{why} Kept in memory, and tried again at the next change and on leaving."),
    }
}

/// Changes could not be saved where they belong and were put elsewhere.
#[must_use]
pub fn saved_elsewhere(lang: Lang, why: &str, folder: &str) -> String {
    match lang {
        Lang::Fr => format!("{why}\nCe qui n’a pas pu être enregistré est dans {folder}"),
        Lang::En => format!("{why}\nWhat could not be saved is in {folder}"),
    }
}

/// Since when.
#[must_use]
pub fn since(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Fr => format!(" le {day}"),
        Lang::En => format!(" on {day}"),
    }
}

/// The title of a memo.
#[must_use]
pub fn memo_title(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Mémo · {title}"),
        Lang::En => format!("Memo · {title}"),
    }
}

/// An offer was kept.
#[must_use]
pub fn kept(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Retenue\u{a0}: {title}"),
        Lang::En => format!("Kept: {title}"),
    }
}

/// An offer is no longer kept.
#[must_use]
pub fn let_go(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Plus retenue\u{a0}: {title}"),
        Lang::En => format!("No longer kept: {title}"),
    }
}

/// An offer was hidden.
#[must_use]
pub fn hidden(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Masquée\u{a0}: {title}"),
        Lang::En => format!("Hidden: {title}"),
    }
}

/// An offer is shown again.
#[must_use]
pub fn shown_again(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("De nouveau visible\u{a0}: {title}"),
        Lang::En => format!("Shown again: {title}"),
    }
}

/// An application reached a stage.
#[must_use]
pub fn staged(lang: Lang, stage: &str, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Statut «\u{a0}{stage}\u{a0}»\u{a0}: {title}"),
        Lang::En => format!("Stage “{stage}”: {title}"),
    }
}

/// A memo was saved.
#[must_use]
pub fn noted(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Mémo enregistré\u{a0}: {title}"),
        Lang::En => format!("Memo saved: {title}"),
    }
}

/// Something was undone.
#[must_use]
pub fn undone(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Fr => format!("Annulé · {what}"),
        Lang::En => format!("Undone · {what}"),
    }
}

/// Something was redone.
#[must_use]
pub fn redone(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Fr => format!("Rétabli · {what}"),
        Lang::En => format!("Redone · {what}"),
    }
}

/// The first of several troubles, and the key that shows them all.
#[must_use]
pub fn and_others(lang: Lang, first: &str, others: usize, key: &str) -> String {
    match (lang, others) {
        (_, 0) => first.to_owned(),
        (Lang::Fr, 1) => format!("{first} (et un autre\u{a0}: {key})"),
        (Lang::Fr, _) => format!("{first} (et {others} autres\u{a0}: {key})"),
        (Lang::En, 1) => format!("{first} (and one more: {key})"),
        (Lang::En, _) => format!("{first} (and {others} more: {key})"),
    }
}

/// The orders of the list.
pub const SORTS: [Phrase; 5] = [
    say("pertinence", "relevance"),
    say("date limite", "deadline"),
    say("publication", "date posted"),
    say("titre", "title"),
    say("organisme", "organisation"),
];

/// The deadline as a sentence.
#[must_use]
pub fn deadline_sentence(lang: Lang, date: &str, distance: &str, past: bool) -> String {
    match (lang, past) {
        (Lang::Fr, false) => format!("clôture {date}, {distance}"),
        (Lang::Fr, true) => format!("close depuis le {date}, {distance}"),
        (Lang::En, false) => format!("closes {date}, {distance}"),
        (Lang::En, true) => format!("closed {date}, {distance}"),
    }
}

/// A reason behind a state.
#[must_use]
pub fn because(lang: Lang, reason: &str) -> String {
    match lang {
        Lang::Fr => format!("\u{a0}: {reason}"),
        Lang::En => format!(": {reason}"),
    }
}

/// A quotation with its line in the file.
#[must_use]
pub fn quoted(lang: Lang, quote: &str, line: usize) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{quote}\u{a0}» l.\u{a0}{line}"),
        Lang::En => format!("“{quote}” line\u{a0}{line}"),
    }
}

/// Says how many files gave no offer.
#[must_use]
pub fn left_out(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => format!("{count} écarté"),
        (Lang::Fr, true) => format!("{count} écartés"),
        (Lang::En, _) => format!("{count} left out"),
    }
}

/// The title of the files that gave no offer: how many might have, how many nobody meant to.
#[must_use]
pub fn left_out_title(lang: Lang, count: usize, others: usize) -> String {
    let title = LEFT_OUT_TITLE.get(lang);
    let others = match (lang, others) {
        (_, 0) => return format!("{title} · {count}"),
        (Lang::Fr, _) => format!("{others} hors sujet"),
        (Lang::En, _) => format!("{others} unrelated"),
    };
    match (lang, count) {
        (_, 0) => format!("{title} · {others}"),
        (Lang::Fr, _) => format!("{title} · {count}, et {others}"),
        (Lang::En, _) => format!("{title} · {count}, and {others}"),
    }
}

/// How many files were read.
#[must_use]
pub fn counted(lang: Lang, shown: usize, all: usize) -> String {
    match (lang, shown == all) {
        (_, false) => format!("{shown} / {all}"),
        (Lang::Fr, true) if !lang.plural(all) => format!("{all} offre"),
        (Lang::Fr, true) => format!("{all} offres"),
        (Lang::En, true) if !lang.plural(all) => format!("{all} offer"),
        (Lang::En, true) => format!("{all} offers"),
    }
}

/// An action of the list of offers, asked for elsewhere.
pub const ONLY_AMONG_OFFERS: Phrase = say("Dans la liste des offres seulement", "Only in the list of offers");

/// Nothing was found in so many offers.
#[must_use]
pub fn no_hit(lang: Lang, all: usize) -> [String; 2] {
    match lang {
        Lang::Fr => [format!("0 sur {all}"), "Échap efface la recherche".to_owned()],
        Lang::En => [format!("0 of {all}"), "Esc clears the search".to_owned()],
    }
}

/// What finds so many in the place of what was typed.
#[must_use]
pub fn gives(lang: Lang, text: &str, count: usize) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{text}\u{a0}» en donne {count}"),
        Lang::En => format!("“{text}” finds {count}"),
    }
}

/// One word of the query alone finds more.
#[must_use]
pub fn word_alone(lang: Lang, word: &str, count: usize) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{word}\u{a0}» seul en donne {count}"),
        Lang::En => format!("“{word}” alone finds {count}"),
    }
}

/// The folders hold no offer.
#[must_use]
pub fn no_offer(lang: Lang, folder: &str, files: usize) -> String {
    let read = match (lang, lang.plural(files)) {
        (Lang::Fr, true) => "fichiers lus",
        (Lang::Fr, false) => "fichier lu",
        (Lang::En, true) => "files read",
        (Lang::En, false) => "file read",
    };
    match lang {
        Lang::Fr => {
            format!("Aucune offre dans {folder}\u{a0}: {files} {read}. «\u{a0}tremplin check\u{a0}» dit pourquoi.")
        }
        Lang::En => format!("No offer in {folder}: {files} {read}. `tremplin check` says why."),
    }
}

/// A theme is no TOML.
#[must_use]
pub fn theme_unreadable(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("ce n’est pas du TOML ({why}). Corrigez la ligne"),
        Lang::En => format!("this is not TOML ({why}). Correct the line"),
    }
}

/// A theme names a role that does not exist.
#[must_use]
pub fn theme_unknown_role(lang: Lang, name: &str, roles: &[&str]) -> String {
    let roles = roles.join(", ");
    match lang {
        Lang::Fr => format!("rien ne s’appelle `{name}`\u{202f}; on peut régler {roles}, selected, base"),
        Lang::En => format!("nothing is called `{name}`; what can be set: {roles}, selected, base"),
    }
}

/// A theme starts from one that does not exist.
#[must_use]
pub fn theme_unknown_base(lang: Lang, name: &str, bases: &[&str]) -> String {
    let bases = bases.join(", ");
    match lang {
        Lang::Fr => format!("`base` ne peut pas être `{name}`, mais {bases}"),
        Lang::En => format!("`base` cannot be `{name}`, but {bases}"),
    }
}

/// A theme gives a colour that is none.
#[must_use]
pub fn theme_unknown_colour(lang: Lang, name: &str, value: &str) -> String {
    match lang {
        Lang::Fr => format!("`{name}`\u{a0}: «\u{a0}{value}\u{a0}» n’est pas une couleur\u{202f}; écrivez \"#RRVVBB\""),
        Lang::En => format!("`{name}`: `{value}` is no colour; write \"#RRGGBB\""),
    }
}

/// No action has the name that the config gives.
#[must_use]
pub fn unknown_action(lang: Lang, name: &str, suggestion: Option<&str>) -> String {
    match (lang, suggestion) {
        (Lang::Fr, None) => {
            format!("[keys]\u{a0}: aucune action «\u{a0}{name}\u{a0}»\u{202f}; voyez «\u{a0}tremplin keys\u{a0}»")
        }
        (Lang::Fr, Some(near)) => {
            format!("[keys]\u{a0}: aucune action «\u{a0}{name}\u{a0}»\u{202f}; «\u{a0}{near}\u{a0}» peut-être\u{202f}?")
        }
        (Lang::En, None) => format!("[keys]: no action `{name}`; see `tremplin keys`"),
        (Lang::En, Some(near)) => format!("[keys]: no action `{name}`; did you mean `{near}`?"),
    }
}

/// The config names no key.
#[must_use]
pub fn unknown_key(lang: Lang, name: &str, key: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "[keys] {name}\u{a0}: «\u{a0}{key}\u{a0}» n’est pas une touche\u{202f}; écrivez par exemple k, Ctrl-k, F2, Enter"
        ),
        Lang::En => format!("[keys] {name}: `{key}` is no key; write for example k, Ctrl-k, F2, Enter"),
    }
}

/// A key would mean two things.
#[must_use]
pub fn key_clash(lang: Lang, key: &str, wins: &str, loses: &str) -> String {
    match lang {
        Lang::Fr => format!("[keys]\u{a0}: {key} fait «\u{a0}{wins}\u{a0}» et ne fait plus «\u{a0}{loses}\u{a0}»"),
        Lang::En => format!("[keys]: {key} now does `{wins}` and no longer `{loses}`"),
    }
}

/// A key that means nothing here; the key of the help, where it works.
#[must_use]
pub fn no_such_key(lang: Lang, key: &str, help: Option<&str>) -> String {
    let said = match lang {
        Lang::Fr => format!("{key} ne fait rien ici"),
        Lang::En => format!("{key} does nothing here"),
    };
    help.map_or(said.clone(), |help| format!("{said} · {help} {}", HELP.get(lang)))
}

/// A key that means something in another view only: what it does, and where.
#[must_use]
pub fn key_elsewhere(lang: Lang, key: &str, does: &str, place: Elsewhere) -> String {
    let place = match place {
        Elsewhere::List => say("dans la liste", "in the list"),
        Elsewhere::Offer => say("dans l’offre", "in the offer"),
        Elsewhere::Board => say("dans le tableau", "on the board"),
        Elsewhere::Agenda => say("dans l’agenda", "in the agenda"),
    };
    let place = place.get(lang);
    match lang {
        Lang::Fr => format!("{key} ne fait rien ici\u{202f}; {place}\u{a0}: {does}"),
        Lang::En => format!("{key} does nothing here; {place}: {does}"),
    }
}

/// A view in which a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// The list.
    List,
    /// The open offer.
    Offer,
    /// The board.
    Board,
    /// The agenda.
    Agenda,
}

/// The list is in another order now.
#[must_use]
pub fn sorted(lang: Lang, order: &str) -> String {
    match lang {
        Lang::Fr => format!("Tri\u{a0}: {order}"),
        Lang::En => format!("Sorted by {order}"),
    }
}

/// The order in which the list stands, beside its count.
#[must_use]
pub fn in_order(lang: Lang, order: &str) -> String {
    match lang {
        Lang::Fr => format!("tri\u{a0}: {order}"),
        Lang::En => format!("by {order}"),
    }
}
