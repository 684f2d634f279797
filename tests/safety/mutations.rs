//! Random changes to offers, queries and files of the shortlist, fed to every reader: a fuzzer without a fuzzer's
//! tools. The same number always gives the same input, and a failure names it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::civil::{Date, date};
use tremplin::store::decode;
use tremplin::store::samples::SAMPLES;
use tremplin::{mail, text, tracking};

use super::documents::{Dice, hostile};
use super::promises;

const TODAY: Date = date(2026, 11, 20);

/// Pieces that readers look for.
const PIECES: &[&str] = &[
    "---\n",
    "+++\n",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "* ",
    "| ",
    "```",
    "<!-- ",
    "-->",
    "<",
    ">",
    "[",
    "](",
    ")",
    "&",
    "&#",
    ";",
    "mailto:",
    "@",
    "a@b.example",
    "https://",
    "?subject=",
    "%",
    "%C3",
    "title: ",
    "\"",
    "'",
    ": ",
    "{",
    "}",
    "&a ",
    "*a",
    "31/12/2026",
    "31 décembre",
    "1er",
    "avant le ",
    "au plus tard",
    "dès que possible",
    "6 mois",
    "3 à 6 mois",
    "600 €",
    "12 000–15 000 €/an",
    "1e3",
    "9999999999999999999",
    "-1",
    "0",
    "2026-02-30",
    "lundi",
    "Q1",
    "CV",
    "lettre",
    "objet : « ",
    " »",
    "stage",
    "CDI",
    "télétravail",
    "é",
    "e\u{301}",
    "\u{a0}",
    "\u{202f}",
    "·",
    "œ",
    "\u{1f469}\u{200d}\u{1f4bb}",
    "\u{1f1eb}\u{1f1f7}",
    "\u{fe0f}",
    "漢",
    "\u{0}",
    "\u{feff}",
    "\r\n",
    "\r",
    "\t",
    "\u{2028}",
    "org:",
    "before:",
    ">=4",
    "-",
    "|",
    "sort:",
    "is:",
    "~~",
    "**",
    "_",
    "\\",
    "//",
    "İ",
    "ﬁ",
    "ß",
    "\u{345}",
];

/// Changes a text at random: pieces put in, cut out, doubled, moved.
fn mutate(text: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(12) {
        let boundary = |text: &str, at: usize| text.floor_char_boundary(at);
        let from = boundary(&text, dice.below(text.len() + 1));
        let to = boundary(&text, (from + dice.below(40)).min(text.len()));
        match dice.below(6) {
            0 | 1 => text.insert_str(from, dice.of(PIECES)),
            2 => text.replace_range(from..to, ""),
            3 => text.replace_range(from..to, dice.of(PIECES)),
            4 => {
                let part = text[from..to].repeat(dice.below(4));
                text.insert_str(from, &part);
            }
            _ => {
                let part = text[from..to].to_owned();
                let place = boundary(&text, dice.below(text.len() + 1));
                text.insert_str(place, &part);
            }
        }
    }
    text
}

/// Reads a text in every way that tremplin can.
fn read_in_every_way(text: &str, dice: &mut Dice) {
    promises::front_matter(text);
    promises::facts(text);
    promises::layout(u16::try_from(dice.below(100)).unwrap(), text);
    let _ = tremplin::export::import::read(text, TODAY);
    let folded = text::fold(text);
    assert_eq!(folded.origin.len(), folded.text.len() + 1);
    let _ = (text::clean(text), text::clean_visibly(text));
    let line = text.lines().nth(dice.below(20)).unwrap_or_default();
    promises::query(line);
    promises::address(line);
    let _ = tracking::when::date(line, TODAY);
    let _ = mail::subject::answers(line, "x");
}

/// Takes bytes for a file of offers and for one of the shortlist.
fn read_bytes(mut bytes: Vec<u8>, dice: &mut Dice) {
    for _ in 0..dice.below(6) {
        let place = dice.below(bytes.len().max(1));
        if let Some(byte) = bytes.get_mut(place) {
            *byte = u8::try_from(dice.below(256)).unwrap();
        }
    }
    promises::shortlist(&bytes);
    let _ = decode::decode(bytes);
}

/// Reads the input of a number.
pub fn one(number: u64) {
    let mut dice = Dice::new(number + 7);
    let seed = if dice.below(2) == 0 {
        SAMPLES[dice.below(SAMPLES.len())].1.to_owned()
    } else {
        hostile(number)
    };
    let text = mutate(&seed, &mut dice);
    let result = catch_unwind(AssertUnwindSafe(|| {
        read_in_every_way(&text, &mut dice);
        read_bytes(text.clone().into_bytes(), &mut dice);
        let application =
            "version: 1\nid: x\ntitle: Stage\nstage: kept\nhistory:\n- day: 2026-11-01\n  kept: true\nend: true\n";
        read_bytes(mutate(application, &mut dice).into_bytes(), &mut dice);
    }));
    assert!(result.is_ok(), "input {number} fails:\n{text:?}");
}
