//! The help of the program itself, and of the commands about it: settings, places, keys, manual.

use super::{CommandHelp, NOTHING, PATH, flag, option};
use crate::locale::say;

/// The commands.
pub const COMMANDS: &[CommandHelp] = &[
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
        arguments: &[
            option(
                "paths",
                PATH,
                say(
                    "Dossiers et fichiers d’offres à parcourir",
                    "Folders and files of offers to browse",
                ),
            ),
            flag(
                "plain",
                say(
                    "Des lignes de texte à la place de l’interface, pour une voix ou un braille",
                    "Lines of text in place of the interface, for a voice or braille",
                ),
            ),
            option(
                "offers",
                PATH,
                say(
                    "Dossier ou fichier d’offres, plusieurs fois si besoin",
                    "Folder or file of offers, as often as needed",
                ),
            ),
            option(
                "lang",
                say("fr|en", "fr|en"),
                say("La langue de tremplin", "The language of tremplin"),
            ),
            option(
                "color",
                say("auto|always|never", "auto|always|never"),
                say(
                    "Colorer sur un terminal (auto), toujours (always) ou jamais (never)",
                    "Colour on a terminal (auto), always or never",
                ),
            ),
            flag("no_cache", say("Relit toutes les offres", "Read every offer again")),
            flag(
                "read_only",
                say("Ne change rien aux candidatures", "Change nothing in the shortlist"),
            ),
        ],
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
        arguments: &[],
    },
    CommandHelp {
        name: "config path",
        about: say("Affiche où est le fichier", "Print where the file is"),
        usage: say("tremplin config path", "tremplin config path"),
        examples: say("  tremplin config path", "  tremplin config path"),
        after: NOTHING,
        arguments: &[],
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
        arguments: &[
            flag(
                "default",
                say("Les valeurs par défaut, expliquées", "The defaults, explained"),
            ),
            flag("origin", say("D’où vient chaque valeur", "Where each value comes from")),
        ],
    },
    CommandHelp {
        name: "config edit",
        about: say(
            "Ouvre le fichier dans l’éditeur, puis le vérifie",
            "Open the file in the editor, then check it",
        ),
        usage: say("tremplin config edit [DOSSIER]", "tremplin config edit [FOLDER]"),
        examples: say(
            "  tremplin config edit\n  tremplin config edit ~/offres    # les réglages de ce dossier, dans son .tremplin.toml",
            "  tremplin config edit\n  tremplin config edit ~/offers    # the settings of this folder, in its .tremplin.toml",
        ),
        after: say(
            "Un fichier qui n’existe pas encore est créé avec tous les réglages expliqués\u{202f}; celui d’un dossier\nd’offres, où tremplin n’écrit rien, est créé par l’éditeur.",
            "A file that is not there yet is made, with every setting explained; that of a folder of offers, where\ntremplin writes nothing, is made by the editor.",
        ),
        arguments: &[option(
            "folder",
            say("DOSSIER", "FOLDER"),
            say(
                "Le dossier d’offres dont les réglages sont voulus",
                "The folder of offers whose settings are meant",
            ),
        )],
    },
    CommandHelp {
        name: "config letters",
        about: say(
            "Écrit nos lettres à côté de la configuration, pour y mettre vos mots",
            "Write our letters beside the configuration, for words of your own",
        ),
        usage: say("tremplin config letters", "tremplin config letters"),
        examples: say("  tremplin config letters", "  tremplin config letters"),
        after: say(
            "Celles qui y sont déjà restent telles quelles. Une lettre effacée redevient la nôtre.",
            "Those that are there already stay as they are. A letter that is deleted is ours again.",
        ),
        arguments: &[],
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
        arguments: &[],
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
        arguments: &[],
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
        arguments: &[flag("json", say("En JSON", "As JSON"))],
    },
    CommandHelp {
        name: "keys",
        about: say("Affiche les touches de l’interface", "Print the keys of the interface"),
        usage: say("tremplin keys", "tremplin keys"),
        examples: say("  tremplin keys", "  tremplin keys"),
        after: NOTHING,
        arguments: &[],
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
        arguments: &[flag("json", say("En JSON", "As JSON"))],
    },
    CommandHelp {
        name: "man",
        about: say(
            "Affiche une page du manuel, ou les écrit toutes",
            "Print a page of the manual, or write them all",
        ),
        usage: say(
            "tremplin man [COMMANDE | --output DOSSIER]",
            "tremplin man [COMMAND | --output FOLDER]",
        ),
        examples: say(
            "  tremplin man list | man -l -                      # la page d’une commande
  tremplin man --output ~/.local/share/man/fr/man1  # toutes\u{a0}: «\u{a0}man tremplin\u{a0}» les trouve",
            "  tremplin man list | man -l -                      # the page of a command
  tremplin man --output ~/.local/share/man/man1     # all: `man tremplin` finds them",
        ),
        after: NOTHING,
        arguments: &[
            option(
                "command",
                say("COMMANDE", "COMMAND"),
                say(
                    "La commande\u{202f}; sans elle, le programme",
                    "The command; without it, the program",
                ),
            ),
            option(
                "output",
                say("DOSSIER", "FOLDER"),
                say("Le dossier où les écrire toutes", "The folder to write them all into"),
            ),
        ],
    },
    CommandHelp {
        name: "completions",
        about: say("Affiche ce que le shell complète", "Print what a shell completes"),
        usage: say("tremplin completions SHELL", "tremplin completions SHELL"),
        examples: say(
            "  tremplin completions bash > ~/.local/share/bash-completion/completions/tremplin
  tremplin completions zsh > ~/.zfunc/_tremplin           # et dans .zshrc, avant compinit\u{a0}: fpath+=~/.zfunc
  tremplin completions fish > ~/.config/fish/completions/tremplin.fish",
            "  tremplin completions bash > ~/.local/share/bash-completion/completions/tremplin
  tremplin completions zsh > ~/.zfunc/_tremplin           # and in .zshrc, before compinit: fpath+=~/.zfunc
  tremplin completions fish > ~/.config/fish/completions/tremplin.fish",
        ),
        after: NOTHING,
        arguments: &[option(
            "shell",
            say("SHELL", "SHELL"),
            say(
                "bash, elvish, fish, nushell, powershell ou zsh",
                "bash, elvish, fish, nushell, powershell or zsh",
            ),
        )],
    },
];
