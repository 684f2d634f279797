//! The help of the commands that carry the shortlist to other programs and back.

use super::{CommandHelp, DATE, FILE, NOTHING, flag, option};
use crate::locale::say;

/// The commands.
pub const COMMANDS: &[CommandHelp] = &[
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
        arguments: &[
            option(
                "format",
                say("FORMAT", "FORMAT"),
                say(
                    "ics, csv, json, jsonld ou report (le relevé de candidatures)",
                    "ics, csv, json, jsonld or report (the record of applications)",
                ),
            ),
            option(
                "output",
                FILE,
                say(
                    "Le fichier à écrire\u{202f}; sans lui, la sortie",
                    "The file to write; without it, the output",
                ),
            ),
            option(
                "from",
                DATE,
                say(
                    "Premier jour du relevé\u{202f}; sans lui, le 1er du mois",
                    "First day of the record; without it, the 1st of the month",
                ),
            ),
            option(
                "to",
                DATE,
                say(
                    "Dernier jour du relevé\u{202f}; sans lui, aujourd’hui",
                    "Last day of the record; without it, today",
                ),
            ),
            option(
                "form",
                say("FORME", "FORM"),
                say(
                    "La forme du relevé\u{a0}: markdown, html ou csv",
                    "The form of the record: markdown, html or csv",
                ),
            ),
            flag(
                "notes",
                say("Les notes aussi, qui sont privées", "The notes too, which are private"),
            ),
            flag(
                "semicolon",
                say(
                    "Des points-virgules entre les cellules, pour un tableur français",
                    "Semicolons between the cells, for a French spreadsheet",
                ),
            ),
            flag(
                "bom",
                say(
                    "Une marque au début, pour que le tableur lise les accents",
                    "A mark at the beginning, so that spreadsheets read accents",
                ),
            ),
        ],
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
        arguments: &[
            option(
                "file",
                FILE,
                say("Le tableur, enregistré en CSV", "The spreadsheet, saved as CSV"),
            ),
            flag(
                "yes",
                say(
                    "Enregistre\u{202f}; sans elle rien n’est changé",
                    "Save; without it nothing is changed",
                ),
            ),
        ],
    },
];
