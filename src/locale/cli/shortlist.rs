//! The help of the commands about the shortlist: keeping, stages, what is due, what happened.

use super::{APPLICATION, AWAY, CommandHelp, DATE, ID, NOTHING, NUMBER, OF_NUMBER, OFFER, TEXT, flag, option};
use crate::locale::say;

/// The commands.
pub const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        name: "keep",
        about: say("Retient des offres, avec leur texte", "Keep offers, with their text"),
        usage: say("tremplin keep ID…", "tremplin keep ID…"),
        examples: say(
            "  tremplin keep developpeur    # l’offre et son texte sont gardés, même si le fichier disparaît",
            "  tremplin keep developpeur    # the offer and its text are kept, even if the file goes",
        ),
        after: NOTHING,
        arguments: &[option("ids", ID, say("Les offres", "The offers"))],
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
        arguments: &[option("ids", ID, say("Les offres", "The offers"))],
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
        arguments: &[
            OFFER,
            option(
                "stage",
                say("STATUT", "STAGE"),
                say(
                    "repérée, retenue, envoyée, entretien, «\u{a0}proposition reçue\u{a0}», acceptée, refus, \
                 «\u{a0}sans réponse\u{a0}», abandonnée ou archivée",
                    "spotted, kept, sent, interview, \"offer received\", accepted, refused, \"no answer\", withdrawn \
                 or archived",
                ),
            ),
            option(
                "on",
                DATE,
                say(
                    "Le jour où c’est arrivé\u{a0}: hier, 12/11, 2026-11-12",
                    "The day it happened: yesterday, 12/11, 2026-11-12",
                ),
            ),
            option(
                "by",
                say("QUI", "WHO"),
                say(
                    "Qui y a mis fin\u{a0}: me (moi) ou them (l’organisme)",
                    "Who ended it: me or them",
                ),
            ),
        ],
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
        after: say(
            "Code de sortie\u{a0}: 0 quand il y a à faire aujourd’hui, 1 sinon.",
            "Exit code: 0 when something is due today, 1 otherwise.",
        ),
        arguments: &[flag(
            "quiet",
            say(
                "Une seule ligne, et seulement s’il y a à faire",
                "A single line, and only when something is due",
            ),
        )],
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
        arguments: &[
            APPLICATION,
            option("text", TEXT, say("Ce qu’il faut noter", "What to note")),
        ],
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
        arguments: &[
            APPLICATION,
            option(
                "when",
                say("QUAND", "WHEN"),
                say(
                    "Quand (demain, +3j, vendredi, 13/06), puis quoi",
                    "When (tomorrow, +3d, friday, 13/06), then what",
                ),
            ),
            flag("done", say("C’est fait", "It is done")),
        ],
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
        arguments: &[
            option(
                "id",
                ID,
                say(
                    "La candidature\u{202f}; sans elle, toutes",
                    "The application; without it, all",
                ),
            ),
            option(
                "on",
                DATE,
                say(
                    "Le jour où la ligne est vraiment arrivée",
                    "The day the line really happened",
                ),
            ),
            option(
                "note",
                TEXT,
                say(
                    "Un mot sur la ligne\u{202f}; sans --number, une remarque de plus",
                    "A word about the line; without --number, one more remark",
                ),
            ),
            option("number", NUMBER, OF_NUMBER),
            flag("remove", AWAY),
        ],
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
        arguments: &[],
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
        arguments: &[],
    },
];
