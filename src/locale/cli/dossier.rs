//! The help of the commands that write the parts of an application.

use super::{ADDRESS, APPLICATION, AWAY, CommandHelp, DATE, FILE, NOTHING, NUMBER, OF_NUMBER, TEXT, flag, option};
use crate::locale::say;

/// The commands.
pub const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        name: "interview",
        about: say(
            "Note un entretien, ou affiche ceux qui sont notés",
            "Note an interview, or print those that are noted",
        ),
        usage: say(
            "tremplin interview ID [QUAND] [LIEU]",
            "tremplin interview ID [WHEN] [PLACE]",
        ),
        examples: say(
            "  tremplin interview developpeur mardi 10h30 12 rue des Cartes --with \"Anne Petit\"\n  \
               tremplin interview developpeur                       # les affiche, numérotés\n  \
               tremplin interview developpeur -n 2 jeudi 9h         # déplace le deuxième\n  \
               tremplin interview developpeur -n 1 --remove",
            "  tremplin interview developpeur tuesday 10:30 12 Map Street --with \"Anne Petit\"\n  \
               tremplin interview developpeur                       # prints them, numbered\n  \
               tremplin interview developpeur -n 2 thursday 9:00    # moves the second\n  \
               tremplin interview developpeur -n 1 --remove",
        ),
        after: NOTHING,
        arguments: &[
            APPLICATION,
            option(
                "when",
                say("QUAND", "WHEN"),
                say(
                    "Jour et heure (mardi 10h30, 24/11 14h), puis le lieu",
                    "Day and hour (Tuesday 10:30, 24 Nov 14:00), then the place",
                ),
            ),
            option(
                "at",
                say("LIEU", "PLACE"),
                say("Une adresse, un lien, ou les deux", "An address, a link, or both"),
            ),
            option(
                "people",
                say("NOMS", "NAMES"),
                say("Avec qui, séparés par des virgules", "With whom, separated by commas"),
            ),
            option("note", TEXT, say("Un mot à ce sujet", "A word about it")),
            option("number", NUMBER, OF_NUMBER),
            flag("remove", AWAY),
        ],
    },
    CommandHelp {
        name: "person",
        about: say(
            "Note une personne rencontrée, ou affiche qui l’a été",
            "Note somebody met, or print who was",
        ),
        usage: say("tremplin person ID [NOM]", "tremplin person ID [NAME]"),
        examples: say(
            "  tremplin person developpeur Anne Petit --role RH --email anne@carto.example --met hier",
            "  tremplin person developpeur Anne Petit --role HR --email anne@carto.example --met yesterday",
        ),
        after: NOTHING,
        arguments: &[
            APPLICATION,
            option("name", say("NOM", "NAME"), say("Prénom et nom", "First and last name")),
            option("role", TEXT, say("Ce que fait la personne", "What they do there")),
            option("email", ADDRESS, say("Son adresse", "Their address")),
            option(
                "phone",
                say("NUMÉRO", "NUMBER"),
                say("Son téléphone", "Their telephone number"),
            ),
            option("met", DATE, say("Le jour de la rencontre", "The day of the meeting")),
            option("number", NUMBER, OF_NUMBER),
            flag("remove", AWAY),
        ],
    },
    CommandHelp {
        name: "sent",
        about: say(
            "Note ce qui a été envoyé, ou l’affiche",
            "Note what was sent, or print it",
        ),
        usage: say("tremplin sent ID [JOUR]", "tremplin sent ID [DAY]"),
        examples: say(
            "  tremplin sent developpeur 12/11 --means courriel --file cv.pdf --file lettre.pdf\n  \
               tremplin sent developpeur -n 1 --file cv-2.pdf       # corrige le premier envoi",
            "  tremplin sent developpeur 12/11 --means e-mail --file cv.pdf --file letter.pdf\n  \
               tremplin sent developpeur -n 1 --file cv-2.pdf       # corrects the first message",
        ),
        after: NOTHING,
        arguments: &[
            APPLICATION,
            option(
                "day",
                say("JOUR", "DAY"),
                say(
                    "Le jour\u{a0}: hier, 12/11, 2026-11-12",
                    "The day: yesterday, 12/11, 2026-11-12",
                ),
            ),
            option(
                "means",
                say("MOYEN", "MEANS"),
                say(
                    "courriel, formulaire, courrier, téléphone, «\u{a0}en personne\u{a0}»",
                    "e-mail, form, letter, telephone, \"in person\"",
                ),
            ),
            option(
                "to",
                ADDRESS,
                say("À quelle adresse ou page", "To which address or page"),
            ),
            option("subject", TEXT, say("L’objet du message", "The subject of the message")),
            option(
                "file",
                FILE,
                say(
                    "Un fichier envoyé, CV ou lettre\u{202f}; plusieurs fois au besoin",
                    "A file sent, CV or letter; as often as needed",
                ),
            ),
            option("number", NUMBER, OF_NUMBER),
            flag("remove", AWAY),
        ],
    },
    CommandHelp {
        name: "document",
        about: say(
            "Dit qu’une pièce est prête, ou affiche celles qui le sont",
            "Say that a document is ready, or print which are",
        ),
        usage: say("tremplin document ID [PIÈCE]", "tremplin document ID [DOCUMENT]"),
        examples: say(
            "  tremplin document developpeur lettre --file lettre-carto.pdf",
            "  tremplin document developpeur letter --file letter-carto.pdf",
        ),
        after: NOTHING,
        arguments: &[
            APPLICATION,
            option(
                "document",
                say("PIÈCE", "DOCUMENT"),
                say(
                    "cv, lettre, portfolio, «\u{a0}relevés de notes\u{a0}», ou vos mots",
                    "cv, letter, portfolio, transcripts, or your own words",
                ),
            ),
            option("file", FILE, say("Le fichier", "The file")),
            flag("remove", say("Pas prête, finalement", "Not ready after all")),
        ],
    },
    CommandHelp {
        name: "tag",
        about: say(
            "Met des étiquettes à une candidature, ou les affiche",
            "Put tags on an application, or print them",
        ),
        usage: say("tremplin tag ID [ÉTIQUETTE]…", "tremplin tag ID [TAG]…"),
        examples: say(
            "  tremplin tag developpeur rust lyon\n  tremplin tag developpeur lyon --remove",
            "  tremplin tag developpeur rust lyon\n  tremplin tag developpeur lyon --remove",
        ),
        after: NOTHING,
        arguments: &[
            APPLICATION,
            option("tags", say("ÉTIQUETTE", "TAG"), say("Les étiquettes", "The tags")),
            flag("remove", say("Les retire", "Takes them off")),
        ],
    },
];
