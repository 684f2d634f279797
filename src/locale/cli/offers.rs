//! The help of the commands about offers: finding, reading, checking, applying.

use super::{ADDRESS, CommandHelp, FILE, ID, NOTHING, NUMBER, OFFER, PATH, TEXT, flag, option};
use crate::locale::say;

/// The commands.
pub const COMMANDS: &[CommandHelp] = &[
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
        arguments: &[
            option(
                "query",
                say("RECHERCHE", "QUERY"),
                say(
                    "Ce que vous taperiez après «\u{a0}/\u{a0}» dans l’interface",
                    "What you would type after `/` in the interface",
                ),
            ),
            flag(
                "json",
                say(
                    "Un tableau JSON, pour un autre programme",
                    "A JSON array, for another program",
                ),
            ),
            flag(
                "plain",
                say(
                    "Une offre par ligne, champs séparés par des tabulations",
                    "One offer a line, fields separated by tabs",
                ),
            ),
            flag(
                "all",
                say(
                    "Aussi les offres closes, pourvues, brouillons ou masquées",
                    "Closed, filled, draft and hidden offers too",
                ),
            ),
            option(
                "sort",
                say("ORDRE", "ORDER"),
                say(
                    "relevance (pertinence), deadline (date limite), date, title (titre) ou organization",
                    "relevance, deadline, date, title or organization",
                ),
            ),
            option("limit", NUMBER, say("Les N premières seulement", "The first N only")),
        ],
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
        arguments: &[
            option(
                "id",
                ID,
                say(
                    "L’identifiant ou son début, le fichier, ou «\u{a0}-\u{a0}» pour l’entrée standard",
                    "The id or its beginning, the file, or `-` for standard input",
                ),
            ),
            flag(
                "json",
                say(
                    "Un objet JSON, pour un autre programme",
                    "A JSON object, for another program",
                ),
            ),
            option(
                "width",
                NUMBER,
                say(
                    "Colonnes au plus (80 hors d’un terminal)",
                    "Columns at most (80 outside a terminal)",
                ),
            ),
            flag(
                "plain",
                say(
                    "Pour une voix ou un braille\u{a0}: ni couleur, ni filet, ni page à tourner",
                    "For a voice or braille: no colour, no line drawn, no page to turn",
                ),
            ),
        ],
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
        arguments: &[
            option(
                "paths",
                PATH,
                say("Dossiers et fichiers à vérifier", "Folders and files to check"),
            ),
            flag("json", say("En JSON", "As JSON")),
            flag(
                "strict",
                say(
                    "Sort avec le code 1 au moindre avertissement",
                    "Exit with code 1 on any warning",
                ),
            ),
            option(
                "format",
                say("FORMAT", "FORMAT"),
                say(
                    "text, ou github pour les annotations de GitHub Actions",
                    "text, or github for the annotations of GitHub Actions",
                ),
            ),
        ],
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
        arguments: &[
            OFFER,
            flag(
                "to",
                say(
                    "L’adresse où candidater (par défaut)",
                    "The address to apply to (the default)",
                ),
            ),
            flag("cc", say("Les adresses en copie", "The addresses that get a copy")),
            flag("subject", say("L’objet demandé", "The subject asked for")),
            flag("link", say("La page où l’on candidate", "The page to apply on")),
            flag(
                "all",
                say("Adresses, objet et pièces", "Addresses, subject and documents"),
            ),
            flag(
                "body",
                say("La lettre préparée par apply", "The letter that apply prepares"),
            ),
        ],
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
        arguments: &[
            OFFER,
            option(
                "letter",
                say("LETTRE", "LETTER"),
                say(
                    "application (candidature, par défaut), follow-up (relance), thanks (remerciements), withdrawal (retrait) ou acceptance (oui)",
                    "application (the default), follow-up, thanks, withdrawal or acceptance",
                ),
            ),
            flag("print", say("L’affiche (par défaut)", "Print it (the default)")),
            option(
                "eml",
                FILE,
                say(
                    "L’écrit dans un fichier que la messagerie ouvre («\u{a0}-\u{a0}»\u{a0}: sortie standard)",
                    "Write it to a file that the mail program opens (`-`: standard output)",
                ),
            ),
            flag(
                "mailto",
                say("L’affiche comme un lien mailto", "Print it as a mailto link"),
            ),
            flag("open", say("Le confie à la messagerie", "Hand it to the mail program")),
            option(
                "to",
                ADDRESS,
                say(
                    "À cette adresse plutôt qu’à celles de l’offre",
                    "To this address instead of those of the offer",
                ),
            ),
            option(
                "cc",
                ADDRESS,
                say(
                    "Copie à cette adresse plutôt qu’à celles de l’offre",
                    "Copy to this address instead of those of the offer",
                ),
            ),
            option(
                "subject",
                TEXT,
                say(
                    "Cet objet plutôt que celui de l’offre",
                    "This subject instead of the offer’s",
                ),
            ),
            option("attach", FILE, say("Joint aussi ce fichier", "Attach this file too")),
            flag(
                "sent",
                say(
                    "Note que la candidature est envoyée",
                    "Note in the shortlist that it was sent",
                ),
            ),
        ],
    },
];
