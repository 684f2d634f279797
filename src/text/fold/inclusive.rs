//! French inclusive writing: where a word carries a second ending, and the feminine word that it stands for.
//!
//! People write `développeur·se`, `développeur•se`, `développeur(se)`, `développeur/se`, `développeur.se` and
//! `développeur-se`. The middle dot and the bullet mean nothing else between letters. Parentheses, slash, full stop
//! and hyphen do, so with them the ending must be one that French gives to that very stem; this is what keeps
//! `et/ou`, `node.js`, `asp.net`, `H/F` and web addresses whole.

use std::ops::Range;

/// A word in inclusive writing. All ranges are bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The masculine form, as written.
    pub stem: Range<usize>,
    /// From the mark to the end of the last ending: what a plain comparison drops.
    pub ending: Range<usize>,
    /// The feminine form as a word of its own: `developpeuse`.
    pub feminine: String,
}

/// Finds the inclusive writing of a text folded by [`super::fold`], in order.
#[must_use]
pub fn marks(folded: &str) -> Vec<Marked> {
    let bytes = folded.as_bytes();
    let mut found: Vec<Marked> = Vec::new();
    let (mut at, mut floor) = (1, 0);
    while let Some(next) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| may_open(*byte)))
    {
        at += next;
        let letters = bytes.get(floor..at).unwrap_or_default().iter().rev();
        let start = at - letters.take_while(|byte| byte.is_ascii_alphabetic()).count();
        match mark_after(folded, start..at) {
            Some(marked) => {
                at = marked.ending.end;
                floor = at;
                found.push(marked);
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the mark that stands right after a word, when the word is in inclusive writing.
#[must_use]
pub fn mark_after(folded: &str, stem: Range<usize>) -> Option<Marked> {
    let bytes = folded.as_bytes();
    let first = *bytes.get(stem.end).filter(|byte| may_open(**byte))?;
    let rest = bytes.get(stem.end..)?;
    let (sign, len) = match first {
        0xc2 if rest.starts_with("·".as_bytes()) => (Sign::Dot, 2),
        0xe2 if rest.starts_with("•".as_bytes()) => (Sign::Dot, 3),
        b'(' => (Sign::Parenthesis, 1),
        b'/' => (Sign::Slash, 1),
        b'.' => (Sign::Stop, 1),
        b'-' => (Sign::Hyphen, 1),
        _ => return None,
    };
    let end = stem.end + len;
    let letters = stem.start < stem.end
        && bytes.get(stem.end - 1).is_some_and(u8::is_ascii_alphabetic)
        && bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    letters.then(|| read_mark(folded, stem, sign, end)).flatten()
}

/// Tells whether a byte may start a sign.
fn may_open(byte: u8) -> bool {
    matches!(byte, 0xc2 | 0xe2 | b'(' | b'/' | b'.' | b'-')
}

/// A sign that may open an ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `·` or `•`: nothing but inclusive writing puts them between letters.
    Dot,
    /// `(`
    Parenthesis,
    /// `/`
    Slash,
    /// `.`
    Stop,
    /// `-`
    Hyphen,
}

/// Reads the ending that starts at `at`; `None` when it is not inclusive writing.
fn read_mark(folded: &str, range: Range<usize>, sign: Sign, at: usize) -> Option<Marked> {
    let stem = folded.get(range.clone())?;
    let letters = letters_at(folded, at);
    let mut ending = folded.get(at..at + letters)?.to_owned();
    let mut end = at + letters;
    if sign == Sign::Parenthesis {
        if folded.as_bytes().get(end) != Some(&b')') {
            return None;
        }
        end += 1;
    }
    if !fits(sign, stem, &ending) || (sign != Sign::Dot && in_address(folded, range.start, end)) {
        return None;
    }
    if let Some(plural) = plural_end(folded, end, sign) {
        ending.push('s');
        end = plural;
    }
    let open = folded
        .as_bytes()
        .get(end)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric());
    open.then(|| Marked {
        ending: range.end..end,
        stem: range,
        feminine: feminine(stem, &ending),
    })
}

/// Counts the letters from `at` on.
fn letters_at(folded: &str, at: usize) -> usize {
    let rest = folded.as_bytes().get(at..).unwrap_or_default();
    rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Returns the end of a plural `s` that follows an ending: `·s`, `.s`, `-s`, `/s`, `(s)`, or a bare `s` after `)`.
fn plural_end(folded: &str, at: usize, sign: Sign) -> Option<usize> {
    let rest = folded.get(at..)?;
    let forms: &[&str] = match sign {
        Sign::Dot => &["·s", "•s"],
        Sign::Parenthesis => &["(s)", "s"],
        Sign::Slash => &["/s"],
        Sign::Stop => &[".s"],
        Sign::Hyphen => &["-s"],
    };
    let form = forms.iter().find(|form| rest.starts_with(**form))?;
    let end = at + form.len();
    folded
        .as_bytes()
        .get(end)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
        .then_some(end)
}

/// Tells whether the word around `start..end` is an address or a link.
fn in_address(folded: &str, start: usize, end: usize) -> bool {
    // A word without an end must not make the reading of a text quadratic.
    const FAR: usize = 200;
    let bytes = folded.as_bytes();
    let before = bytes.get(start.saturating_sub(FAR)..start).unwrap_or_default();
    let after = bytes.get(end..(end + FAR).min(bytes.len())).unwrap_or_default();
    let from = start - before.iter().rev().take_while(|byte| **byte != b' ').count();
    let to = end + after.iter().take_while(|byte| **byte != b' ').count();
    let word = bytes.get(from..to).unwrap_or_default();
    word.contains(&b'@') || word.windows(4).any(|part| part == b"www." || part.starts_with(b"://"))
}

/// Tells whether French gives this ending to this stem.
fn fits(sign: Sign, stem: &str, ending: &str) -> bool {
    if sign == Sign::Dot {
        return stem.len() >= 2 && ending.len() <= 7;
    }
    if sign == Sign::Parenthesis && matches!(ending, "s" | "x" | "es") {
        return stem.len() >= 2;
    }
    let singular = ending
        .strip_suffix('s')
        .filter(|rest| !rest.is_empty() && *rest != "s")
        .unwrap_or(ending);
    let long_enough = stem.len() >= 4 || stem == "un" || (sign != Sign::Hyphen && stem.len() >= 3);
    long_enough
        && ENDINGS
            .iter()
            .any(|(written, stems)| *written == singular && stems.iter().any(|end| stem.ends_with(end)))
}

/// Feminine endings as people write them after a mark, each with the ends of the stems that take it (folded).
const ENDINGS: &[(&str, &[&str])] = &[
    (
        "e",
        &[
            "e", "i", "u", "un", "ant", "ent", "at", "it", "ut", "ert", "rt", "nt", "ct", "st", "is", "us", "rs", "as",
            "al", "el", "ul", "il", "ain", "in", "on", "er", "ier", "ur", "eur", "and", "ard", "ond", "nd", "rd", "ad",
            "an", "en",
        ],
    ),
    ("se", &["eur", "eux", "oux"]),
    ("euse", &["eur", "eux"]),
    ("trice", &["teur"]),
    ("rice", &["teur"]),
    ("ice", &["teur"]),
    ("eresse", &["eur"]),
    ("ne", &["en", "on", "an"]),
    ("enne", &["en"]),
    ("le", &["el", "eil", "ul"]),
    ("elle", &["el", "eau"]),
    ("te", &["et", "ot"]),
    ("ere", &["er"]),
    ("iere", &["ier"]),
    ("ve", &["f"]),
    ("ive", &["if"]),
    ("esse", &["e"]),
    ("sse", &["e"]),
    ("que", &["c"]),
    ("he", &["c"]),
];

/// Builds the feminine word. `stem` and `ending` are folded; an ending in `s` gives the plural.
fn feminine(stem: &str, ending: &str) -> String {
    let singular = match ending {
        "s" | "ss" => return stem.to_owned(),
        _ => ending.strip_suffix('s').unwrap_or(ending),
    };
    let cut = |letters: usize| stem.get(..stem.len().saturating_sub(letters)).unwrap_or(stem);
    let kept = match singular {
        "se" if stem.ends_with('r') || stem.ends_with('x') => cut(1),
        "euse" | "rice" | "eresse" | "elle" if stem.len() > 3 => {
            cut(3 - usize::from(stem.ends_with("el") || stem.ends_with("il")))
        }
        "trice" if stem.len() > 4 => cut(4),
        "ice" if stem.ends_with("eur") => return [cut(3), "r", ending].concat(),
        "enne" | "ere" | "ive" if stem.len() > 2 => cut(2),
        "iere" if stem.len() > 3 => cut(3),
        "ve" | "esse" | "que" => cut(1),
        _ => stem,
    };
    [kept, ending].concat()
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let folded = fold(text).text;
        marks(&folded)
            .into_iter()
            .map(|m| (folded[m.stem].to_owned(), m.feminine))
            .collect()
    }

    #[test]
    fn every_way_of_writing_gives_both_words() {
        for (text, stem, feminine) in [
            ("développeur·se", "developpeur", "developpeuse"),
            ("développeur•se", "developpeur", "developpeuse"),
            ("développeur‧euse", "developpeur", "developpeuse"),
            ("développeur(se)", "developpeur", "developpeuse"),
            ("développeur/se", "developpeur", "developpeuse"),
            ("développeur.se", "developpeur", "developpeuse"),
            ("développeur-se", "developpeur", "developpeuse"),
            ("Chargé.e", "charge", "chargee"),
            ("étudiant·e·s", "etudiant", "etudiantes"),
            ("étudiant(e)s", "etudiant", "etudiantes"),
            ("étudiant.e.s", "etudiant", "etudiantes"),
            ("un·e", "un", "une"),
            ("un(e)", "un", "une"),
            ("directeur·trice", "directeur", "directrice"),
            ("lecteur·ice", "lecteur", "lectrice"),
            ("facilitateur/rice", "facilitateur", "facilitatrice"),
            ("technicien(ne)", "technicien", "technicienne"),
            ("infirmier-ère", "infirmier", "infirmiere"),
            ("ouvrier·e", "ouvrier", "ouvriere"),
            ("professionnel·les", "professionnel", "professionnelles"),
            ("créatif·ve", "creatif", "creative"),
            ("nouveau·elle", "nouveau", "nouvelle"),
            ("stage(s)", "stage", "stage"),
        ] {
            assert_eq!(read(text), [(stem.to_owned(), feminine.to_owned())], "{text}");
        }
    }

    #[test]
    fn other_uses_of_the_signs_stay() {
        for text in [
            "et/ou",
            "node.js",
            "asp.net et .net",
            "C++/C#",
            "H/F",
            "CDI/CDD",
            "anne.durand@asso.example",
            "voir https://asso.example/directeur.e",
            "www.acteur.se",
            "rendez-vous",
            "peut-être celui-ci",
            "fin de phrase.Et une autre",
            "open-source",
            "le poste (CDI) ou (a) et (b)",
            "Paris - Lyon",
            "l'offre (e",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn several_words_in_a_line() {
        let found = read("Un·e chargé·e de mission, développeur(se) confirmé(e)");
        let stems: Vec<_> = found.iter().map(|(stem, _)| stem.as_str()).collect();
        assert_eq!(stems, ["un", "charge", "developpeur", "confirme"]);
    }
}
