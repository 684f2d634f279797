//! The help of the commands that write the parts of an application.

use super::{ArgumentHelp, CommandHelp, ID, NOTHING};
use crate::locale::{Phrase, say};

const fn command(name: &'static str, about: Phrase, usage: Phrase, examples: Phrase) -> CommandHelp {
    CommandHelp {
        name,
        about,
        usage,
        examples,
        after: NOTHING,
    }
}

const fn argument(command: &'static str, name: &'static str, value: Phrase, help: Phrase) -> ArgumentHelp {
    ArgumentHelp {
        command,
        name,
        value,
        help,
    }
}

/// The commands.
#[rustfmt::skip]
pub const COMMANDS: &[CommandHelp] = &[
    command("interview",
        say("Note un entretien, ou affiche ceux qui sont notés", "Note an interview, or print those that are noted"),
        say("tremplin interview ID [QUAND] [LIEU]", "tremplin interview ID [WHEN] [PLACE]"),
        say("  tremplin interview developpeur mardi 10h30 12 rue des Cartes --with \"Anne Petit\"\n  \
               tremplin interview developpeur                       # les affiche, numérotés\n  \
               tremplin interview developpeur -n 2 jeudi 9h         # déplace le deuxième\n  \
               tremplin interview developpeur -n 1 --remove",
            "  tremplin interview developpeur tuesday 10:30 12 Map Street --with \"Anne Petit\"\n  \
               tremplin interview developpeur                       # prints them, numbered\n  \
               tremplin interview developpeur -n 2 thursday 9:00    # moves the second\n  \
               tremplin interview developpeur -n 1 --remove")),
    command("person",
        say("Note une personne rencontrée, ou affiche qui l’a été", "Note somebody met, or print who was"),
        say("tremplin person ID [NOM]", "tremplin person ID [NAME]"),
        say("  tremplin person developpeur Anne Petit --role RH --email anne@carto.example --met hier",
            "  tremplin person developpeur Anne Petit --role HR --email anne@carto.example --met yesterday")),
    command("sent",
        say("Note ce qui a été envoyé, ou l’affiche", "Note what was sent, or print it"),
        say("tremplin sent ID [JOUR]", "tremplin sent ID [DAY]"),
        say("  tremplin sent developpeur 12/11 --means courriel --file cv.pdf --file lettre.pdf\n  \
               tremplin sent developpeur -n 1 --file cv-2.pdf       # corrige le premier envoi",
            "  tremplin sent developpeur 12/11 --means e-mail --file cv.pdf --file letter.pdf\n  \
               tremplin sent developpeur -n 1 --file cv-2.pdf       # corrects the first message")),
    command("document",
        say("Dit qu’une pièce est prête, ou affiche celles qui le sont", "Say that a document is ready, or print which are"),
        say("tremplin document ID [PIÈCE]", "tremplin document ID [DOCUMENT]"),
        say("  tremplin document developpeur lettre --file lettre-carto.pdf",
            "  tremplin document developpeur letter --file letter-carto.pdf")),
    command("tag",
        say("Met des étiquettes à une candidature, ou les affiche", "Put tags on an application, or print them"),
        say("tremplin tag ID [ÉTIQUETTE]…", "tremplin tag ID [TAG]…"),
        say("  tremplin tag developpeur rust lyon\n  tremplin tag developpeur lyon --remove",
            "  tremplin tag developpeur rust lyon\n  tremplin tag developpeur lyon --remove")),
];

const APPLICATION: Phrase = say("La candidature", "The application");
const NUMBER: Phrase = say("Change la ligne de ce numéro", "Change the line of this number");
const REMOVE: Phrase = say("Retire la ligne de ce numéro", "Take the line of this number away");
const N: Phrase = say("N", "N");
const DATE: Phrase = say("DATE", "DATE");
const TEXT: Phrase = say("TEXTE", "TEXT");
const FILE: Phrase = say("FICHIER", "FILE");
const ADDRESS: Phrase = say("ADRESSE", "ADDRESS");

/// Their arguments.
#[rustfmt::skip]
pub const ARGUMENTS: &[ArgumentHelp] = &[
    argument("stage", "by", say("QUI", "WHO"), say("Qui y a mis fin\u{a0}: me (moi) ou them (l’organisme)", "Who ended it: me or them")),
    argument("history", "on", DATE, say("Le jour où la ligne est vraiment arrivée", "The day the line really happened")),
    argument("history", "note", TEXT, say("Un mot sur la ligne\u{202f}; sans --number, une remarque de plus", "A word about the line; without --number, one more remark")),
    argument("history", "number", N, NUMBER),
    argument("history", "remove", NOTHING, REMOVE),
    argument("interview", "id", ID, APPLICATION),
    argument("interview", "when", say("QUAND", "WHEN"), say("Jour et heure (mardi 10h30, 24/11 14h), puis le lieu", "Day and hour (Tuesday 10:30, 24 Nov 14:00), then the place")),
    argument("interview", "at", say("LIEU", "PLACE"), say("Une adresse, un lien, ou les deux", "An address, a link, or both")),
    argument("interview", "people", say("NOMS", "NAMES"), say("Avec qui, séparés par des virgules", "With whom, separated by commas")),
    argument("interview", "note", TEXT, say("Un mot à ce sujet", "A word about it")),
    argument("interview", "number", N, NUMBER),
    argument("interview", "remove", NOTHING, REMOVE),
    argument("person", "id", ID, APPLICATION),
    argument("person", "name", say("NOM", "NAME"), say("Prénom et nom", "First and last name")),
    argument("person", "role", TEXT, say("Ce que fait la personne", "What they do there")),
    argument("person", "email", ADDRESS, say("Son adresse", "Their address")),
    argument("person", "phone", say("NUMÉRO", "NUMBER"), say("Son téléphone", "Their telephone number")),
    argument("person", "met", DATE, say("Le jour de la rencontre", "The day of the meeting")),
    argument("person", "number", N, NUMBER),
    argument("person", "remove", NOTHING, REMOVE),
    argument("sent", "id", ID, APPLICATION),
    argument("sent", "day", say("JOUR", "DAY"), say("Le jour\u{a0}: hier, 12/11, 2026-11-12", "The day: yesterday, 12/11, 2026-11-12")),
    argument("sent", "means", say("MOYEN", "MEANS"), say("courriel, formulaire, courrier, téléphone, «\u{a0}en personne\u{a0}»", "e-mail, form, letter, telephone, \"in person\"")),
    argument("sent", "to", ADDRESS, say("À quelle adresse ou page", "To which address or page")),
    argument("sent", "subject", TEXT, say("L’objet du message", "The subject of the message")),
    argument("sent", "file", FILE, say("Un fichier envoyé, CV ou lettre\u{202f}; plusieurs fois au besoin", "A file sent, CV or letter; as often as needed")),
    argument("sent", "number", N, NUMBER),
    argument("sent", "remove", NOTHING, REMOVE),
    argument("document", "id", ID, APPLICATION),
    argument("document", "document", say("PIÈCE", "DOCUMENT"), say("cv, lettre, portfolio, «\u{a0}relevés de notes\u{a0}», ou vos mots", "cv, letter, portfolio, transcripts, or your own words")),
    argument("document", "file", FILE, say("Le fichier", "The file")),
    argument("document", "remove", NOTHING, say("Pas prête, finalement", "Not ready after all")),
    argument("tag", "id", ID, APPLICATION),
    argument("tag", "tags", say("ÉTIQUETTE", "TAG"), say("Les étiquettes", "The tags")),
    argument("tag", "remove", NOTHING, say("Les retire", "Takes them off")),
];
