//! The sentences of the command line: help, errors, results.

mod dossier;

use super::{Lang, Phrase, say};

/// The help of one command.
#[derive(Debug, Clone, Copy)]
pub struct CommandHelp {
    /// The command's name; empty for the program itself.
    pub name: &'static str,
    /// What it does, in one line.
    pub about: Phrase,
    /// How it is written.
    pub usage: Phrase,
    /// Commands that can be copied as they are, with what each does after `#`.
    pub examples: Phrase,
    /// What stands below the options.
    pub after: Phrase,
}

/// What one argument or option means.
#[derive(Debug, Clone, Copy)]
pub struct ArgumentHelp {
    /// The command it belongs to; empty for options of every command.
    pub command: &'static str,
    /// The argument's name in the declaration.
    pub name: &'static str,
    /// What stands for its value in the help.
    pub value: Phrase,
    /// What it does.
    pub help: Phrase,
}

const NOTHING: Phrase = say("", "");
const PATH: Phrase = say("CHEMIN", "PATH");
const ID: Phrase = say("ID", "ID");
const NUMBER: Phrase = say("N", "N");

/// Heading of the examples.
pub const EXAMPLES: Phrase = say("Exemples\u{a0}:", "Examples:");
/// Heading of the usage line.
pub const USAGE: Phrase = say("Utilisation\u{a0}:", "Usage:");
/// Heading of the commands; clap adds the colon.
pub const COMMANDS: Phrase = say("Commandes\u{a0}", "Commands");
/// Heading of the positional arguments; clap adds the colon.
pub const ARGUMENTS: Phrase = say("Arguments\u{a0}", "Arguments");
/// Heading of a command's own options; clap adds the colon.
pub const OPTIONS: Phrase = say("Options\u{a0}", "Options");
/// Heading of the options of every command; clap adds the colon.
pub const COMMON_OPTIONS: Phrase = say("Options communes\u{a0}", "Common options");
/// What `--help` does.
pub const HELP_FLAG: Phrase = say("Affiche cette aide", "Print this help");
/// What `--version` does.
pub const VERSION_FLAG: Phrase = say("Affiche la version", "Print the version");

/// Returns the help of every command, the program itself first.
pub fn command_help() -> impl Iterator<Item = &'static CommandHelp> {
    COMMAND_HELP.iter().chain(dossier::COMMANDS)
}

/// Returns the sentences of every argument.
pub fn argument_help() -> impl Iterator<Item = &'static ArgumentHelp> {
    ARGUMENT_HELP.iter().chain(dossier::ARGUMENTS)
}

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

/// The help of every command, the program itself first.
const COMMAND_HELP: &[CommandHelp] = &[
    CommandHelp {
        name: "",
        about: say(
            "Parcourir des offres d’emploi et de stage, garder les bonnes, candidater sans rien oublier.",
            "Browse job and internship offers, keep the good ones, apply without forgetting anything.",
        ),
        usage: say(
            "tremplin [OPTIONS] [CHEMIN]…\n             tremplin [OPTIONS] COMMANDE",
            "tremplin [OPTIONS] [PATH]…\n       tremplin [OPTIONS] COMMAND",
        ),
        examples: say(
            "  tremplin                          # l’interface, sur les offres configurées ou les exemples
  tremplin ~/offres                 # l’interface, sur un dossier d’offres
  tremplin list stage lyon          # les offres qui parlent de stage et de Lyon
  tremplin show ID                  # une offre\u{a0}: à qui écrire, avec quoi, jusqu’à quand
  tremplin copy ID                  # copie l’adresse où candidater",
            "  tremplin                          # the interface, on the configured offers or the samples
  tremplin ~/offers                 # the interface, on a folder of offers
  tremplin list internship paris    # the offers that speak of internships and of Paris
  tremplin show ID                  # one offer: to whom to write, with what, until when
  tremplin copy ID                  # copies the address to apply to",
        ),
        after: say(
            "Variables\u{a0}: TREMPLIN_OFFERS, TREMPLIN_LANG, TREMPLIN_CONFIG_DIR, TREMPLIN_STATE_DIR,\n\
                 TREMPLIN_CACHE_DIR, TREMPLIN_TODAY=AAAA-MM-JJ (un autre jour que celui-ci), NO_COLOR.\n\
                 Code de sortie\u{a0}: 0 c’est fait\u{202f}; 1 rien trouvé ou échec\u{202f}; 2 commande mal écrite ou pas de terminal.\n\
                 tremplin n’écrit jamais dans le dossier des offres et n’envoie rien nulle part.",
            "Variables: TREMPLIN_OFFERS, TREMPLIN_LANG, TREMPLIN_CONFIG_DIR, TREMPLIN_STATE_DIR,\n\
                 TREMPLIN_CACHE_DIR, TREMPLIN_TODAY=YYYY-MM-DD (another day than today), NO_COLOR.\n\
                 Exit code: 0 done; 1 nothing found or failed; 2 wrong command line or no terminal.\n\
                 tremplin never writes into the folder of offers and sends nothing anywhere.",
        ),
    },
    CommandHelp {
        name: "list",
        about: say(
            "Liste les offres, dans le même ordre que l’interface",
            "List offers, in the same order as the interface",
        ),
        usage: say(
            "tremplin list [OPTIONS] [RECHERCHE]…",
            "tremplin list [OPTIONS] [QUERY]…",
        ),
        examples: say(
            "  tremplin list                         # les offres encore ouvertes
  tremplin list stage paris --sort date # les plus récentes d’abord
  tremplin list --all --json            # tout, pour un autre programme",
            "  tremplin list                         # the offers still open
  tremplin list internship --sort date  # the most recent first
  tremplin list --all --json            # everything, for another program",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "show",
        about: say(
            "Affiche une offre\u{a0}: ce qu’elle dit, puis son texte",
            "Show one offer: what it says, then its text",
        ),
        usage: say("tremplin show [OPTIONS] ID", "tremplin show [OPTIONS] ID"),
        examples: say(
            "  tremplin show developpeur                  # le début de l’identifiant suffit s’il est seul
  tremplin show offres/labo.md --json        # un fichier, en JSON
  curl -s https://… | tremplin show -        # un texte venu d’ailleurs",
            "  tremplin show developpeur                  # the beginning of the id is enough when it is unique
  tremplin show offers/lab.md --json         # a file, as JSON
  curl -s https://… | tremplin show -        # a text from elsewhere",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "check",
        about: say(
            "Dit pour chaque fichier ce qui a été lu, ce qui manque et ce qui se contredit",
            "Say for each file what was read, what is missing and what contradicts itself",
        ),
        usage: say("tremplin check [OPTIONS] [CHEMIN]…", "tremplin check [OPTIONS] [PATH]…"),
        examples: say(
            "  tremplin check offres/                     # avant de publier
  tremplin check --strict --format github    # dans une intégration continue",
            "  tremplin check offers/                     # before publishing
  tremplin check --strict --format github    # in continuous integration",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "copy",
        about: say(
            "Copie l’adresse où candidater, ou autre chose de l’offre",
            "Copy the address to apply to, or another part of the offer",
        ),
        usage: say("tremplin copy [OPTIONS] ID", "tremplin copy [OPTIONS] ID"),
        examples: say(
            "  tremplin copy developpeur              # l’adresse
  tremplin copy developpeur --subject    # l’objet demandé
  tremplin copy developpeur --all        # adresses, objet, pièces",
            "  tremplin copy developpeur              # the address
  tremplin copy developpeur --subject    # the subject asked for
  tremplin copy developpeur --all        # addresses, subject, documents",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "apply",
        about: say(
            "Prépare le courriel d’une candidature\u{202f}; rien n’est envoyé",
            "Prepare the e-mail of an application; nothing is sent",
        ),
        usage: say("tremplin apply [OPTIONS] ID", "tremplin apply [OPTIONS] ID"),
        examples: say(
            "  tremplin apply developpeur                           # le brouillon, à relire
  tremplin apply developpeur --eml candidature.eml      # un fichier que la messagerie ouvre, pièces jointes
  tremplin apply developpeur --open --sent              # dans la messagerie, et notée comme envoyée
  tremplin apply developpeur --letter follow-up         # la relance",
            "  tremplin apply developpeur                            # the draft, to be read again
  tremplin apply developpeur --eml application.eml      # a file that the mail program opens, with attachments
  tremplin apply developpeur --open --sent              # in the mail program, and noted as sent
  tremplin apply developpeur --letter follow-up         # the follow-up",
        ),
        after: say(
            "«\u{a0}tremplin profile\u{a0}» ouvre profile.toml, qui donne votre nom, votre signature, vos liens et vos fichiers\u{a0}:\n\
                 name = \"Camille Martin\"\nemail = \"camille@exemple.example\"\n[documents]\ncv = \"~/cv.pdf\"\n\
                 [links]\ngithub = \"https://…\"",
            "`tremplin profile` opens profile.toml, which gives your name, signature, links and files:\n\
                 name = \"Camille Martin\"\nemail = \"camille@mail.example\"\n[documents]\ncv = \"~/cv.pdf\"\n\
                 [links]\ngithub = \"https://…\"",
        ),
    },
    CommandHelp {
        name: "keep",
        about: say("Retient des offres, avec leur texte", "Keep offers, with their text"),
        usage: say("tremplin keep ID…", "tremplin keep ID…"),
        examples: say(
            "  tremplin keep developpeur    # l’offre et son texte sont gardés, même si le fichier disparaît",
            "  tremplin keep developpeur    # the offer and its text are kept, even if the file goes",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "hide",
        about: say("Masque des offres de la liste", "Hide offers from the list"),
        usage: say("tremplin hide ID…", "tremplin hide ID…"),
        examples: say(
            "  tremplin hide developpeur    # «\u{a0}list --all\u{a0}» la montre encore",
            "  tremplin hide developpeur    # `list --all` still shows it",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "stage",
        about: say("Dit où en est une candidature", "Say how far an application came"),
        usage: say("tremplin stage ID STATUT", "tremplin stage ID STAGE"),
        examples: say(
            "  tremplin stage developpeur envoyée      # aujourd’hui
  tremplin stage developpeur entretien",
            "  tremplin stage developpeur sent         # today
  tremplin stage developpeur interview",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "next",
        about: say(
            "Dit quoi faire aujourd’hui et ensuite",
            "Say what there is to do today and later",
        ),
        usage: say("tremplin next [OPTIONS]", "tremplin next [OPTIONS]"),
        examples: say(
            "  tremplin next                            # dates limites, rappels, entretiens, relances\n  tremplin next --quiet                    # une ligne, à mettre au démarrage du shell",
            "  tremplin next                            # deadlines, reminders, interviews, follow-ups\n  tremplin next --quiet                    # one line, for the start of the shell",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "note",
        about: say(
            "Ajoute une note à une candidature, ou affiche ses notes",
            "Add a note to an application, or print its notes",
        ),
        usage: say("tremplin note ID [TEXTE]", "tremplin note ID [TEXT]"),
        examples: say(
            "  tremplin note developpeur vu Anne au salon\n  tremplin note developpeur                # affiche les notes",
            "  tremplin note developpeur met Anne at the fair\n  tremplin note developpeur                # prints the notes",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "remind",
        about: say(
            "Prévoit la prochaine action d’une candidature",
            "Plan the next action of an application",
        ),
        usage: say("tremplin remind ID QUAND [QUOI]", "tremplin remind ID WHEN [WHAT]"),
        examples: say(
            "  tremplin remind developpeur vendredi relancer Anne\n  tremplin remind developpeur --done       # c’est fait",
            "  tremplin remind developpeur friday call Anne\n  tremplin remind developpeur --done       # it is done",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "history",
        about: say("Dit ce qui s’est passé, dans l’ordre", "Say what happened, in order"),
        usage: say("tremplin history [ID]", "tremplin history [ID]"),
        examples: say(
            "  tremplin history                         # toutes les candidatures\n  tremplin history developpeur",
            "  tremplin history                         # all applications\n  tremplin history developpeur",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "stats",
        about: say(
            "Compte ce qui a été envoyé et ce qui est revenu",
            "Count what was sent and what came back",
        ),
        usage: say("tremplin stats", "tremplin stats"),
        examples: say("  tremplin stats", "  tremplin stats"),
        after: NOTHING,
    },
    CommandHelp {
        name: "merge",
        about: say(
            "Réunit les copies en conflit laissées par la synchronisation",
            "Unite the conflict copies left by file synchronisation",
        ),
        usage: say("tremplin merge", "tremplin merge"),
        examples: say(
            "  tremplin merge                           # les copies vont aux sauvegardes",
            "  tremplin merge                           # the copies go to the backups",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "export",
        about: say(
            "Écrit les candidatures pour un agenda, un tableur ou une agence pour l’emploi",
            "Write the applications for a calendar, a spreadsheet or an employment office",
        ),
        usage: say("tremplin export FORMAT [OPTIONS]", "tremplin export FORMAT [OPTIONS]"),
        examples: say(
            "  tremplin export ics -o candidatures.ics\n  tremplin export csv --semicolon --bom -o candidatures.csv\n  tremplin export report --from 01/11 --to 30/11 --as html -o releve.html",
            "  tremplin export ics -o applications.ics\n  tremplin export csv -o applications.csv\n  tremplin export report --from 2026-11-01 --to 2026-11-30 --as html -o record.html",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "import",
        about: say(
            "Reprend les candidatures d’un tableur (CSV)",
            "Take applications over from a spreadsheet (CSV)",
        ),
        usage: say("tremplin import FICHIER [--yes]", "tremplin import FILE [--yes]"),
        examples: say(
            "  tremplin import suivi.csv                # dit ce qui serait repris\n  tremplin import suivi.csv --yes          # le reprend",
            "  tremplin import tracker.csv              # says what would be taken over\n  tremplin import tracker.csv --yes        # takes it over",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "doctor",
        about: say(
            "Dit ce que tremplin trouve sur cette machine",
            "Say what tremplin finds on this machine",
        ),
        usage: say("tremplin doctor [--json]", "tremplin doctor [--json]"),
        examples: say(
            "  tremplin doctor  # à joindre à un rapport d’erreur",
            "  tremplin doctor  # to go into a bug report",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "man",
        about: say("Affiche la page de manuel", "Print the manual page"),
        usage: say("tremplin man", "tremplin man"),
        examples: say(
            "  tremplin man > ~/.local/share/man/man1/tremplin.1",
            "  tremplin man > ~/.local/share/man/man1/tremplin.1",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "completions",
        about: say("Affiche ce que le shell complète", "Print what a shell completes"),
        usage: say("tremplin completions SHELL", "tremplin completions SHELL"),
        examples: say(
            "  tremplin completions bash > ~/.local/share/bash-completion/completions/tremplin",
            "  tremplin completions bash > ~/.local/share/bash-completion/completions/tremplin",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "keys",
        about: say("Affiche les touches de l’interface", "Print the keys of the interface"),
        usage: say("tremplin keys", "tremplin keys"),
        examples: say("  tremplin keys", "  tremplin keys"),
        after: NOTHING,
    },
    CommandHelp {
        name: "config",
        about: say(
            "Dit ce qui est réglé, où, et ce qui ne va pas",
            "Say what is set, where, and what is wrong",
        ),
        usage: say("tremplin config [COMMANDE]", "tremplin config [COMMAND]"),
        examples: say(
            "  tremplin config                  # les valeurs en vigueur\n  tremplin config show --default   # chaque réglage, expliqué\n  tremplin config edit             # ouvrir le fichier, puis le vérifier",
            "  tremplin config                  # the values in force\n  tremplin config show --default   # every setting, explained\n  tremplin config edit             # open the file, then check it",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "config path",
        about: say("Affiche où est le fichier", "Print where the file is"),
        usage: say("tremplin config path", "tremplin config path"),
        examples: say("  tremplin config path", "  tremplin config path"),
        after: NOTHING,
    },
    CommandHelp {
        name: "config show",
        about: say("Affiche les valeurs en vigueur", "Print the values in force"),
        usage: say(
            "tremplin config show [--origin|--default]",
            "tremplin config show [--origin|--default]",
        ),
        examples: say(
            "  tremplin config show --origin    # et d’où vient chacune\n  tremplin config show --default   # chaque réglage, expliqué, à sa valeur par défaut",
            "  tremplin config show --origin    # and where each comes from\n  tremplin config show --default   # every setting, explained, at its default",
        ),
        after: NOTHING,
    },
    CommandHelp {
        name: "config edit",
        about: say(
            "Ouvre le fichier dans l’éditeur, puis le vérifie",
            "Open the file in the editor, then check it",
        ),
        usage: say("tremplin config edit", "tremplin config edit"),
        examples: say(
            "  tremplin config edit\n  EDITOR=nano tremplin config edit",
            "  tremplin config edit\n  EDITOR=nano tremplin config edit",
        ),
        after: say(
            "Un fichier qui n’existe pas encore est créé avec tous les réglages expliqués.",
            "A file that is not there yet is made, with every setting explained.",
        ),
    },
    CommandHelp {
        name: "config check",
        about: say(
            "Dit ce qui ne va pas dans la configuration",
            "Say what is wrong with the configuration",
        ),
        usage: say("tremplin config check", "tremplin config check"),
        examples: say("  tremplin config check", "  tremplin config check"),
        after: say(
            "Lit config.toml, le `.tremplin.toml` de chaque dossier d’offres, le thème, le profil et les touches.\nCode de sortie\u{a0}: 0 rien à redire\u{202f}; 1 sinon.",
            "Reads config.toml, the `.tremplin.toml` of each folder of offers, the theme, the profile and the keys.\nExit code: 0 nothing to say; 1 otherwise.",
        ),
    },
    CommandHelp {
        name: "profile",
        about: say(
            "Ouvre votre profil (nom, signature, CV) dans l’éditeur",
            "Open your profile (name, signature, CV) in the editor",
        ),
        usage: say("tremplin profile", "tremplin profile"),
        examples: say(
            "  tremplin profile  # le fichier est créé, chaque ligne expliquée",
            "  tremplin profile  # the file is made, each line explained",
        ),
        after: say(
            "Ce qui y est écrit remplit les lettres\u{202f}; rien n’en sort sans vous.",
            "What is written there fills in the letters; nothing of it leaves without you.",
        ),
    },
    CommandHelp {
        name: "paths",
        about: say(
            "Affiche où tremplin garde ses fichiers",
            "Print where tremplin keeps its files",
        ),
        usage: say("tremplin paths [--json]", "tremplin paths [--json]"),
        examples: say("  tremplin paths", "  tremplin paths"),
        after: NOTHING,
    },
];

/// What every argument means. A test checks that none is missing.
const ARGUMENT_HELP: &[ArgumentHelp] = &[
    ArgumentHelp {
        command: "",
        name: "paths",
        value: PATH,
        help: say(
            "Dossiers et fichiers d’offres à parcourir",
            "Folders and files of offers to browse",
        ),
    },
    ArgumentHelp {
        command: "",
        name: "offers",
        value: PATH,
        help: say(
            "Dossier ou fichier d’offres, plusieurs fois si besoin",
            "Folder or file of offers, as often as needed",
        ),
    },
    ArgumentHelp {
        command: "",
        name: "lang",
        value: say("fr|en", "fr|en"),
        help: say("La langue de tremplin", "The language of tremplin"),
    },
    ArgumentHelp {
        command: "",
        name: "color",
        value: say("auto|always|never", "auto|always|never"),
        help: say(
            "Colorer sur un terminal (auto), toujours (always) ou jamais (never)",
            "Colour on a terminal (auto), always or never",
        ),
    },
    ArgumentHelp {
        command: "",
        name: "no_cache",
        value: NOTHING,
        help: say("Relit toutes les offres", "Read every offer again"),
    },
    ArgumentHelp {
        command: "list",
        name: "query",
        value: say("RECHERCHE", "QUERY"),
        help: say(
            "Ce que vous taperiez après «\u{a0}/\u{a0}» dans l’interface",
            "What you would type after `/` in the interface",
        ),
    },
    ArgumentHelp {
        command: "list",
        name: "json",
        value: NOTHING,
        help: say(
            "Un tableau JSON, pour un autre programme",
            "A JSON array, for another program",
        ),
    },
    ArgumentHelp {
        command: "list",
        name: "plain",
        value: NOTHING,
        help: say(
            "Une offre par ligne, champs séparés par des tabulations",
            "One offer a line, fields separated by tabs",
        ),
    },
    ArgumentHelp {
        command: "list",
        name: "all",
        value: NOTHING,
        help: say(
            "Aussi les offres closes, pourvues, brouillons ou masquées",
            "Closed, filled, draft and hidden offers too",
        ),
    },
    ArgumentHelp {
        command: "list",
        name: "sort",
        value: say("ORDRE", "ORDER"),
        help: say(
            "relevance (pertinence), deadline (date limite), date, title (titre) ou organization",
            "relevance, deadline, date, title or organization",
        ),
    },
    ArgumentHelp {
        command: "list",
        name: "limit",
        value: NUMBER,
        help: say("Les N premières seulement", "The first N only"),
    },
    ArgumentHelp {
        command: "show",
        name: "id",
        value: ID,
        help: say(
            "L’identifiant ou son début, le fichier, ou «\u{a0}-\u{a0}» pour l’entrée standard",
            "The id or its beginning, the file, or `-` for standard input",
        ),
    },
    ArgumentHelp {
        command: "show",
        name: "json",
        value: NOTHING,
        help: say(
            "Un objet JSON, pour un autre programme",
            "A JSON object, for another program",
        ),
    },
    ArgumentHelp {
        command: "show",
        name: "width",
        value: NUMBER,
        help: say(
            "Colonnes au plus (80 hors d’un terminal)",
            "Columns at most (80 outside a terminal)",
        ),
    },
    ArgumentHelp {
        command: "check",
        name: "paths",
        value: PATH,
        help: say("Dossiers et fichiers à vérifier", "Folders and files to check"),
    },
    ArgumentHelp {
        command: "check",
        name: "json",
        value: NOTHING,
        help: say("En JSON", "As JSON"),
    },
    ArgumentHelp {
        command: "check",
        name: "strict",
        value: NOTHING,
        help: say(
            "Sort avec le code 1 au moindre avertissement",
            "Exit with code 1 on any warning",
        ),
    },
    ArgumentHelp {
        command: "check",
        name: "format",
        value: say("FORMAT", "FORMAT"),
        help: say(
            "text, ou github pour les annotations de GitHub Actions",
            "text, or github for the annotations of GitHub Actions",
        ),
    },
    ArgumentHelp {
        command: "config show",
        name: "default",
        value: NOTHING,
        help: say("Les valeurs par défaut, expliquées", "The defaults, explained"),
    },
    ArgumentHelp {
        command: "config show",
        name: "origin",
        value: NOTHING,
        help: say("D’où vient chaque valeur", "Where each value comes from"),
    },
    ArgumentHelp {
        command: "copy",
        name: "id",
        value: ID,
        help: say("L’offre", "The offer"),
    },
    ArgumentHelp {
        command: "copy",
        name: "to",
        value: NOTHING,
        help: say(
            "L’adresse où candidater (par défaut)",
            "The address to apply to (the default)",
        ),
    },
    ArgumentHelp {
        command: "copy",
        name: "cc",
        value: NOTHING,
        help: say("Les adresses en copie", "The addresses that get a copy"),
    },
    ArgumentHelp {
        command: "copy",
        name: "subject",
        value: NOTHING,
        help: say("L’objet demandé", "The subject asked for"),
    },
    ArgumentHelp {
        command: "copy",
        name: "link",
        value: NOTHING,
        help: say("La page où l’on candidate", "The page to apply on"),
    },
    ArgumentHelp {
        command: "copy",
        name: "all",
        value: NOTHING,
        help: say("Adresses, objet et pièces", "Addresses, subject and documents"),
    },
    ArgumentHelp {
        command: "apply",
        name: "id",
        value: ID,
        help: say("L’offre", "The offer"),
    },
    ArgumentHelp {
        command: "apply",
        name: "letter",
        value: say("LETTRE", "LETTER"),
        help: say(
            "application (candidature, par défaut), follow-up (relance), thanks (remerciements), withdrawal (retrait) ou acceptance (oui)",
            "application (the default), follow-up, thanks, withdrawal or acceptance",
        ),
    },
    ArgumentHelp {
        command: "apply",
        name: "print",
        value: NOTHING,
        help: say("L’affiche (par défaut)", "Print it (the default)"),
    },
    ArgumentHelp {
        command: "apply",
        name: "eml",
        value: say("FICHIER", "FILE"),
        help: say(
            "L’écrit dans un fichier que la messagerie ouvre («\u{a0}-\u{a0}»\u{a0}: sortie standard)",
            "Write it to a file that the mail program opens (`-`: standard output)",
        ),
    },
    ArgumentHelp {
        command: "apply",
        name: "mailto",
        value: NOTHING,
        help: say("L’affiche comme un lien mailto", "Print it as a mailto link"),
    },
    ArgumentHelp {
        command: "apply",
        name: "open",
        value: NOTHING,
        help: say("Le confie à la messagerie", "Hand it to the mail program"),
    },
    ArgumentHelp {
        command: "apply",
        name: "to",
        value: say("ADRESSE", "ADDRESS"),
        help: say(
            "À cette adresse plutôt qu’à celles de l’offre",
            "To this address instead of those of the offer",
        ),
    },
    ArgumentHelp {
        command: "apply",
        name: "cc",
        value: say("ADRESSE", "ADDRESS"),
        help: say(
            "Copie à cette adresse plutôt qu’à celles de l’offre",
            "Copy to this address instead of those of the offer",
        ),
    },
    ArgumentHelp {
        command: "apply",
        name: "subject",
        value: say("TEXTE", "TEXT"),
        help: say(
            "Cet objet plutôt que celui de l’offre",
            "This subject instead of the offer’s",
        ),
    },
    ArgumentHelp {
        command: "apply",
        name: "attach",
        value: say("FICHIER", "FILE"),
        help: say("Joint aussi ce fichier", "Attach this file too"),
    },
    ArgumentHelp {
        command: "apply",
        name: "sent",
        value: NOTHING,
        help: say(
            "Note que la candidature est envoyée",
            "Note in the shortlist that it was sent",
        ),
    },
    ArgumentHelp {
        command: "copy",
        name: "body",
        value: NOTHING,
        help: say("La lettre préparée par apply", "The letter that apply prepares"),
    },
    ArgumentHelp {
        command: "doctor",
        name: "json",
        value: NOTHING,
        help: say("En JSON", "As JSON"),
    },
    ArgumentHelp {
        command: "completions",
        name: "shell",
        value: say("SHELL", "SHELL"),
        help: say(
            "bash, elvish, fish, nushell, powershell ou zsh",
            "bash, elvish, fish, nushell, powershell or zsh",
        ),
    },
    ArgumentHelp {
        command: "keep",
        name: "ids",
        value: ID,
        help: say("Les offres", "The offers"),
    },
    ArgumentHelp {
        command: "hide",
        name: "ids",
        value: ID,
        help: say("Les offres", "The offers"),
    },
    ArgumentHelp {
        command: "stage",
        name: "id",
        value: ID,
        help: say("L’offre", "The offer"),
    },
    ArgumentHelp {
        command: "stage",
        name: "stage",
        value: say("STATUT", "STAGE"),
        help: say(
            "repérée, retenue, envoyée, entretien, «\u{a0}proposition reçue\u{a0}», acceptée, refus, \
                 «\u{a0}sans réponse\u{a0}», abandonnée ou archivée",
            "spotted, kept, sent, interview, \"offer received\", accepted, refused, \"no answer\", withdrawn \
                 or archived",
        ),
    },
    ArgumentHelp {
        command: "paths",
        name: "json",
        value: NOTHING,
        help: say("En JSON", "As JSON"),
    },
    ArgumentHelp {
        command: "",
        name: "read_only",
        value: NOTHING,
        help: say("Ne change rien aux candidatures", "Change nothing in the shortlist"),
    },
    ArgumentHelp {
        command: "stage",
        name: "on",
        value: say("DATE", "DATE"),
        help: say(
            "Le jour où c’est arrivé\u{a0}: hier, 12/11, 2026-11-12",
            "The day it happened: yesterday, 12/11, 2026-11-12",
        ),
    },
    ArgumentHelp {
        command: "next",
        name: "quiet",
        value: NOTHING,
        help: say(
            "Une seule ligne, et seulement s’il y a à faire",
            "A single line, and only when something is due",
        ),
    },
    ArgumentHelp {
        command: "note",
        name: "id",
        value: ID,
        help: say("La candidature", "The application"),
    },
    ArgumentHelp {
        command: "note",
        name: "text",
        value: say("TEXTE", "TEXT"),
        help: say("Ce qu’il faut noter", "What to note"),
    },
    ArgumentHelp {
        command: "remind",
        name: "id",
        value: ID,
        help: say("La candidature", "The application"),
    },
    ArgumentHelp {
        command: "remind",
        name: "when",
        value: say("QUAND", "WHEN"),
        help: say(
            "Quand (demain, +3j, vendredi, 13/06), puis quoi",
            "When (tomorrow, +3d, friday, 13/06), then what",
        ),
    },
    ArgumentHelp {
        command: "remind",
        name: "done",
        value: NOTHING,
        help: say("C’est fait", "It is done"),
    },
    ArgumentHelp {
        command: "history",
        name: "id",
        value: ID,
        help: say(
            "La candidature\u{202f}; sans elle, toutes",
            "The application; without it, all",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "format",
        value: say("FORMAT", "FORMAT"),
        help: say(
            "ics, csv, json, jsonld ou report (le relevé de candidatures)",
            "ics, csv, json, jsonld or report (the record of applications)",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "output",
        value: say("FICHIER", "FILE"),
        help: say(
            "Le fichier à écrire\u{202f}; sans lui, la sortie",
            "The file to write; without it, the output",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "from",
        value: say("DATE", "DATE"),
        help: say(
            "Premier jour du relevé\u{202f}; sans lui, le 1er du mois",
            "First day of the record; without it, the 1st of the month",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "to",
        value: say("DATE", "DATE"),
        help: say(
            "Dernier jour du relevé\u{202f}; sans lui, aujourd’hui",
            "Last day of the record; without it, today",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "form",
        value: say("FORME", "FORM"),
        help: say(
            "La forme du relevé\u{a0}: markdown, html ou csv",
            "The form of the record: markdown, html or csv",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "notes",
        value: NOTHING,
        help: say("Les notes aussi, qui sont privées", "The notes too, which are private"),
    },
    ArgumentHelp {
        command: "export",
        name: "semicolon",
        value: NOTHING,
        help: say(
            "Des points-virgules entre les cellules, pour un tableur français",
            "Semicolons between the cells, for a French spreadsheet",
        ),
    },
    ArgumentHelp {
        command: "export",
        name: "bom",
        value: NOTHING,
        help: say(
            "Une marque au début, pour que le tableur lise les accents",
            "A mark at the beginning, so that spreadsheets read accents",
        ),
    },
    ArgumentHelp {
        command: "import",
        name: "file",
        value: say("FICHIER", "FILE"),
        help: say("Le tableur, enregistré en CSV", "The spreadsheet, saved as CSV"),
    },
    ArgumentHelp {
        command: "import",
        name: "yes",
        value: NOTHING,
        help: say(
            "Enregistre\u{202f}; sans elle rien n’est changé",
            "Save; without it nothing is changed",
        ),
    },
];

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
    let arguments = arguments.join(" ");
    match lang {
        Lang::Fr => format!("il manque {arguments}"),
        Lang::En => format!("{arguments} is missing"),
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
