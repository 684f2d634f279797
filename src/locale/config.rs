//! Sentences about the configuration: what each key does, and what is wrong with a file.

use super::{Lang, Phrase, say};

/// The head of the text that `config` prints.
pub const HEAD: Phrase = say(
    "Configuration de tremplin. Chaque clé est montrée avec sa valeur par défaut\u{a0}: retirez le `#` pour la changer.\nUn changement enregistré compte aussitôt dans les fenêtres ouvertes, sauf pour offers, lang, stages, cache et watch.\n\nUne option de la ligne de commande l’emporte sur une variable d’environnement (theme\u{a0}: TREMPLIN_THEME, et ainsi de\nsuite pour les clés d’une seule valeur), elle sur le `.tremplin.toml` d’un dossier d’offres, lui sur ce fichier.\n`tremplin config show --origin` dit d’où vient chaque valeur, `tremplin config check` ce qui ne va pas.",
    "Configuration of tremplin. Each key is shown with its default: remove the `#` to change it.\nA change that is saved counts at once in open windows, except for offers, lang, stages, cache and watch.\n\nAn option of the command line wins over a variable of the environment (theme: TREMPLIN_THEME, and so on for the keys\nof one value), that over the `.tremplin.toml` of a folder of offers, that over this file.\n`tremplin config show --origin` says where each value comes from, `tremplin config check` what is wrong.",
);

/// A key that the file of a folder of offers may set.
pub const IN_FOLDER_TOO: Phrase = say(
    "Permis aussi dans le `.tremplin.toml` d’un dossier d’offres.",
    "Also allowed in the `.tremplin.toml` of a folder of offers.",
);

/// `offers`.
pub const OFFERS: Phrase = say(
    "Dossiers et fichiers d’offres (`~` est votre dossier personnel). Sans eux, les exemples. Aussi\u{a0}: --offers, TREMPLIN_OFFERS.",
    "Folders and files of offers (`~` is your home). Without any, the samples. Also: --offers, TREMPLIN_OFFERS.",
);
/// `lang`.
pub const LANG: Phrase = say(
    "Langue\u{a0}: \"fr\", \"en\" ou \"auto\". Aussi\u{a0}: --lang, TREMPLIN_LANG.",
    "Language: \"fr\", \"en\" or \"auto\". Also: --lang, TREMPLIN_LANG.",
);
/// `theme`.
pub const THEME: Phrase = say(
    "Thème\u{a0}: \"tremplin\" (clair ou sombre comme le terminal), \"tremplin-dark\", \"tremplin-light\", \"contrast\", \"terminal\"\n(vos seize couleurs), \"none\", ou le nom d’un fichier de `themes/` à côté de ce fichier\u{a0}: base = \"dark\",\n\"light\", \"contrast\" ou \"contrast-light\", puis les couleurs à changer\u{a0}: text, muted, accent, soon, late, good, link,\nnotes, rule, selected, comme accent = \"#9D9DFF\".",
    "Theme: \"tremplin\" (light or dark as the terminal), \"tremplin-dark\", \"tremplin-light\", \"contrast\", \"terminal\" (your\nsixteen colours), \"none\", or the name of a file of `themes/` beside this file: base = \"dark\", \"light\", \"contrast\"\nor \"contrast-light\", then the colours to change: text, muted, accent, soon, late, good, link, notes, rule, selected,\nsuch as accent = \"#9D9DFF\".",
);
/// `color`.
pub const COLOR: Phrase = say(
    "Couleurs\u{a0}: \"auto\", \"always\" ou \"never\". Aussi\u{a0}: --color, NO_COLOR.",
    "Colours: \"auto\", \"always\" or \"never\". Also: --color, NO_COLOR.",
);
/// `background`.
pub const BACKGROUND: Phrase = say(
    "Fond du terminal\u{a0}: \"auto\" (demandé au terminal), \"dark\" ou \"light\".",
    "Background of the terminal: \"auto\" (the terminal is asked), \"dark\" or \"light\".",
);
/// `symbols`.
pub const SYMBOLS: Phrase = say(
    "Signes\u{a0}: \"auto\", \"unicode\" (▁▃▅▆█) ou \"ascii\" (3/5).",
    "Signs: \"auto\", \"unicode\" (▁▃▅▆█) or \"ascii\" (3/5).",
);
/// `preview`.
pub const PREVIEW: Phrase = say(
    "L’offre à côté de la liste\u{a0}: \"right\" (à droite) ou \"below\" (dessous).",
    "The offer beside the list: \"right\" or \"below\".",
);
/// `keyboard`.
pub const KEYBOARD: Phrase = say(
    "Clavier\u{a0}: \"usual\" (QWERTY, AZERTY\u{a0}: les chiffres y comptent sans Maj), ou \"bepo\", où c t s r remplacent h j k l.",
    "Keyboard: \"usual\" (QWERTY, AZERTY: its digits count without Shift), or \"bepo\", where c t s r replace h j k l.",
);
/// `mouse`.
pub const MOUSE: Phrase = say(
    "Souris. `false` laisse au terminal sa propre sélection.",
    "Mouse. `false` leaves the terminal its own selection.",
);
/// `clipboard`.
pub const CLIPBOARD: Phrase = say(
    "Comment copier\u{a0}: \"auto\", \"osc52\" (par le terminal), \"tools\" (wl-copy, xclip, pbcopy…) ou \"none\".",
    "How to copy: \"auto\", \"osc52\" (through the terminal), \"tools\" (wl-copy, xclip, pbcopy…) or \"none\".",
);
/// `hyperlinks`.
pub const HYPERLINKS: Phrase = say(
    "Liens cliquables (OSC 8)\u{a0}: \"auto\", \"on\" ou \"off\".",
    "Links to click (OSC 8): \"auto\", \"on\" or \"off\".",
);
/// `editor`.
pub const EDITOR: Phrase = say(
    "Éditeur et ses arguments, sans passer par un shell. Vide\u{a0}: VISUAL, puis EDITOR.",
    "Editor and its arguments; no shell runs them. Empty: VISUAL, then EDITOR.",
);
/// `mailer`.
pub const MAILER: Phrase = say(
    "Messagerie et ses arguments, où {mailto} et {eml} sont remplacés. Vide\u{a0}: celle du système.\nneomutt, aerc, himalaya… reçoivent le terminal\u{202f}; pour un autre\u{a0}: { command = [\"…\", \"{eml}\"], terminal = true }.",
    "Mail program and its arguments, in which {mailto} and {eml} are replaced. Empty: that of the system.\nneomutt, aerc, himalaya… are given the terminal; for another: { command = [\"…\", \"{eml}\"], terminal = true }.",
);
/// `profile`.
pub const PROFILE: Phrase = say(
    "Votre profil (nom, signature, CV). Vide\u{a0}: `profile.toml` à côté de ce fichier.",
    "Your profile (name, signature, CV). Empty: `profile.toml` beside this file.",
);
/// `follow_up_days`.
pub const FOLLOW_UP_DAYS: Phrase = say(
    "Jours sans réponse après lesquels une relance est proposée.",
    "Days without an answer after which a follow-up is suggested.",
);
/// `follow_ups`.
pub const FOLLOW_UPS: Phrase = say(
    "Relances proposées au plus\u{202f}; après la dernière, «\u{a0}sans réponse\u{a0}» est proposé, jamais imposé.",
    "Follow-ups suggested at most; after the last, \"no answer\" is suggested, never imposed.",
);
/// `sort`.
pub const SORT: Phrase = say(
    "Ordre au premier démarrage\u{a0}: \"relevance\", \"deadline\", \"date\", \"title\" ou \"organization\".",
    "Order at the first start: \"relevance\", \"deadline\", \"date\", \"title\" or \"organization\".",
);
/// `cache`.
pub const CACHE: Phrase = say(
    "Garder ce qui a été lu des offres pour démarrer plus vite. Aussi\u{a0}: --no-cache.",
    "Keep what was read of the offers to start faster. Also: --no-cache.",
);
/// `watch`.
pub const WATCH: Phrase = say(
    "Montrer aussitôt les offres ajoutées, changées ou supprimées, et les changements de ce fichier.",
    "Show at once the offers that are added, changed or deleted, and changes of this file.",
);
/// `hide`.
pub const HIDE: Phrase = say(
    "Recherches dont les offres ne sont jamais montrées, par exemple [\"org:\\\"Exemple SA\\\"\"]. Leur nombre est affiché.",
    "Queries whose offers are never shown, such as [\"org:\\\"Example Ltd\\\"\"]. Their number is shown.",
);
/// `views`.
pub const VIEWS: Phrase = say(
    "Recherches gardées sous un nom, par exemple [{ name = \"Paris\", query = \"lieu:paris stage\" }].",
    "Queries kept under a name, such as [{ name = \"Paris\", query = \"place:paris internship\" }].",
);
/// `stages`.
pub const STAGES: Phrase = say(
    "Vos propres statuts, par exemple [{ name = \"test technique\", step = \"interview\" }]. Marches\u{a0}: spotted, kept, sent, interview, answered.",
    "Stages of your own, such as [{ name = \"coding test\", step = \"interview\" }]. Steps: spotted, kept, sent, interview, answered.",
);
/// `keys`.
pub const KEYS: Phrase = say(
    "Touches, par exemple { keep = [\"space\", \"*\"] }. `tremplin keys` donne les noms des actions.",
    "Keys, such as { keep = [\"space\", \"*\"] }. `tremplin keys` gives the names of the actions.",
);

/// What a value must be.
pub const A_TEXT: Phrase = say("un texte entre guillemets droits", "a text in quotes");
/// What a value must be.
pub const TRUE_OR_FALSE: Phrase = say("`true` ou `false`", "`true` or `false`");
/// What a value must be.
pub const A_SMALL_NUMBER: Phrase = say("un nombre, de 0 à 20", "a number, from 0 to 20");
/// What a value must be.
pub const A_NUMBER_OF_DAYS: Phrase = say("un nombre de jours, de 0 à 365", "a number of days, from 0 to 365");
/// What a value must be.
pub const A_LIST_OF_TEXTS: Phrase = say(
    "une liste de textes, comme [\"un\", \"deux\"]",
    "a list of texts, such as [\"one\", \"two\"]",
);
/// What a value must be.
pub const A_LIST_OF_TABLES: Phrase = say(
    "une liste de tables\u{a0}: voyez `tremplin config show --default`",
    "a list of tables: see `tremplin config show --default`",
);
/// What a value must be.
pub const A_TABLE_OF_KEYS: Phrase = say("une table d’actions et de touches", "a table of actions and keys");

/// Set nowhere.
pub const BY_DEFAULT: Phrase = say("par défaut", "default");

/// A place in a file.
#[must_use]
pub fn in_file(lang: Lang, file: &str, line: Option<usize>) -> String {
    match (lang, line) {
        (Lang::Fr, Some(line)) => format!("{file}, ligne {line}"),
        (Lang::En, Some(line)) => format!("{file}, line {line}"),
        (_, None) => file.to_owned(),
    }
}

/// Puts together where a mistake stands and what it is.
#[must_use]
pub fn mistake(lang: Lang, place: &str, what: &str) -> String {
    match lang {
        Lang::Fr => format!("{place}\u{a0}: {what}"),
        Lang::En => format!("{place}: {what}"),
    }
}

/// The editor ended with a failure.
pub const EDITOR_FAILED: Phrase = say(
    "l’éditeur s’est terminé sur une erreur",
    "the editor ended with an error",
);

/// The configuration is as it should be.
#[must_use]
pub fn nothing_wrong(lang: Lang, file: &str, exists: bool) -> String {
    match (lang, exists) {
        (Lang::Fr, true) => format!("{file}\u{a0}: rien à redire"),
        (Lang::Fr, false) => format!("{file} n’existe pas\u{a0}: tout est par défaut"),
        (Lang::En, true) => format!("{file}: nothing wrong"),
        (Lang::En, false) => format!("{file} does not exist: everything is at its default"),
    }
}

/// A change cannot be taken over, and why.
#[must_use]
pub fn kept_as_it_was(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("Réglages inchangés · {why}"),
        Lang::En => format!("Settings unchanged · {why}"),
    }
}

/// The configuration was read again; `later` are the keys that count at the next start only.
#[must_use]
pub fn read_again(lang: Lang, later: &[&str]) -> String {
    let keys = later.join(", ");
    match (lang, later.len()) {
        (Lang::Fr, 0) => "Réglages relus".to_owned(),
        (Lang::Fr, 1) => format!("Réglages relus\u{202f}; {keys} comptera au prochain démarrage"),
        (Lang::Fr, _) => format!("Réglages relus\u{202f}; {keys} compteront au prochain démarrage"),
        (Lang::En, 0) => "Settings read again".to_owned(),
        (Lang::En, _) => format!("Settings read again; {keys} will count at the next start"),
    }
}

/// Another theme was chosen and saved.
#[must_use]
pub fn theme_taken(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Fr => format!("Thème\u{a0}: {name}"),
        Lang::En => format!("Theme: {name}"),
    }
}

/// Another theme was chosen and could not be saved.
#[must_use]
pub fn theme_not_saved(lang: Lang, name: &str, why: &str) -> String {
    match lang {
        Lang::Fr => format!("Thème\u{a0}: {name}, pour cette fois\u{202f}; config.toml n’a pas pu être écrit ({why})"),
        Lang::En => format!("Theme: {name}, for this time; config.toml could not be written ({why})"),
    }
}

/// A theme that does not exist.
#[must_use]
pub fn unknown_theme(lang: Lang, name: &str) -> String {
    let name = crate::text::clean_visibly(name);
    match lang {
        Lang::Fr => format!(
            "le thème «\u{a0}{name}\u{a0}» n’existe pas\u{202f}; il y a tremplin, contrast, terminal, none, et vos fichiers de `themes/`"
        ),
        Lang::En => format!(
            "there is no theme `{name}`; there are tremplin, contrast, terminal, none, and your files of `themes/`"
        ),
    }
}

/// The file cannot be read.
#[must_use]
pub fn unreadable(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => format!("{why}. Ce fichier est ignoré"),
        Lang::En => format!("{why}. This file is ignored"),
    }
}

/// The file is no TOML. `why` are the parser's words.
#[must_use]
pub fn syntax(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => {
            format!("ce n’est pas du TOML ({why}). Corrigez la ligne\u{202f}; en attendant, ce fichier est ignoré")
        }
        Lang::En => format!("this is not TOML ({why}). Correct the line; until then this file is ignored"),
    }
}

/// The file is larger than a configuration can be, or no text.
pub const NOT_A_CONFIG: Phrase = say(
    "ce n’est pas un fichier de configuration (trop grand, ou pas du texte UTF-8)",
    "this is no configuration file (too large, or not UTF-8 text)",
);

/// A key that does not exist.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str, suggestion: Option<&str>) -> String {
    match (lang, suggestion) {
        (Lang::Fr, Some(known)) => format!("clé inconnue `{key}`\u{a0}: vouliez-vous dire `{known}`\u{202f}?"),
        (Lang::Fr, None) => format!("clé inconnue `{key}`, ignorée. `tremplin config show` montre les clés"),
        (Lang::En, Some(known)) => format!("unknown key `{key}`: did you mean `{known}`?"),
        (Lang::En, None) => format!("unknown key `{key}`, ignored. `tremplin config show` shows the keys"),
    }
}

/// A value that a key cannot have.
#[must_use]
pub fn wrong_value(lang: Lang, key: &str, expected: &str) -> String {
    match lang {
        Lang::Fr => format!("`{key}` doit être {expected}. Ceci est ignoré"),
        Lang::En => format!("`{key}` must be {expected}. This is ignored"),
    }
}

/// A word that is none of those allowed.
#[must_use]
pub fn one_of(lang: Lang, allowed: &[&str], suggestion: Option<&str>) -> String {
    let quoted: Vec<String> = allowed.iter().map(|word| format!("\"{word}\"")).collect();
    let list = quoted.join(", ");
    match (lang, suggestion) {
        (Lang::Fr, Some(known)) => format!("l’un de {list} (vouliez-vous dire \"{known}\"\u{202f}?)"),
        (Lang::Fr, None) => format!("l’un de {list}"),
        (Lang::En, Some(known)) => format!("one of {list} (did you mean \"{known}\"?)"),
        (Lang::En, None) => format!("one of {list}"),
    }
}

/// A key that the configuration of a folder of offers may not set, because offers come from other people.
#[must_use]
pub fn not_in_folder(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "`{key}` est ignoré ici\u{a0}: le fichier d’un dossier d’offres peut venir d’autrui. Mettez-le dans votre `config.toml`"
        ),
        Lang::En => format!(
            "`{key}` is ignored here: the file of a folder of offers may come from somebody else. Put it in your `config.toml`"
        ),
    }
}
