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
    let mut at = 0;
    while let Some(mark) = next_mark(folded, at) {
        at = mark.end;
        let floor = found.last().map_or(0, |marked| marked.ending.end);
        let start = stem_start(bytes, mark.start, floor);
        if let Some(marked) = read_mark(folded, start, &mark) {
            at = marked.ending.end;
            found.push(marked);
        }
    }
    found
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

/// A sign and its bytes.
struct Mark {
    sign: Sign,
    start: usize,
    end: usize,
}

/// Finds the next sign that stands right after a letter and right before one.
fn next_mark(folded: &str, from: usize) -> Option<Mark> {
    let bytes = folded.as_bytes();
    let mut at = from.max(1);
    loop {
        at += bytes
            .get(at..)?
            .iter()
            .position(|byte| matches!(byte, 0xc2 | 0xe2 | b'(' | b'/' | b'.' | b'-'))?;
        let (sign, len) = match bytes.get(at..) {
            Some([0xc2, 0xb7, ..]) => (Sign::Dot, 2),
            Some([0xe2, 0x80, 0xa2, ..]) => (Sign::Dot, 3),
            Some([b'(', ..]) => (Sign::Parenthesis, 1),
            Some([b'/', ..]) => (Sign::Slash, 1),
            Some([b'.', ..]) => (Sign::Stop, 1),
            Some([b'-', ..]) => (Sign::Hyphen, 1),
            _ => {
                at += 1;
                continue;
            }
        };
        let before = bytes.get(at - 1).is_some_and(u8::is_ascii_alphabetic);
        let after = bytes.get(at + len).is_some_and(u8::is_ascii_alphabetic);
        if before && after {
            return Some(Mark {
                sign,
                start: at,
                end: at + len,
            });
        }
        at += len;
    }
}

/// Returns where the letters before `end` start, not before `floor`.
fn stem_start(bytes: &[u8], end: usize, floor: usize) -> usize {
    let letters = bytes.get(floor..end).unwrap_or_default().iter().rev();
    end - letters.take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Reads the ending after a mark; `None` when it is not inclusive writing.
fn read_mark(folded: &str, start: usize, mark: &Mark) -> Option<Marked> {
    let stem = folded.get(start..mark.start)?;
    let letters = letters_at(folded, mark.end);
    let mut ending = folded.get(mark.end..mark.end + letters)?.to_owned();
    let mut end = mark.end + letters;
    if mark.sign == Sign::Parenthesis {
        if folded.as_bytes().get(end) != Some(&b')') {
            return None;
        }
        end += 1;
    }
    if !fits(mark.sign, stem, &ending) || (mark.sign != Sign::Dot && in_address(folded, start, end)) {
        return None;
    }
    if let Some(plural) = plural_end(folded, end, mark.sign) {
        ending.push('s');
        end = plural;
    }
    let open = folded
        .as_bytes()
        .get(end)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric());
    open.then(|| Marked {
        stem: start..mark.start,
        ending: mark.start..end,
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
    let from = folded
        .get(..start)
        .and_then(|before| before.rfind(' '))
        .map_or(0, |space| space + 1);
    let to = folded
        .get(end..)
        .and_then(|after| after.find(' '))
        .map_or(folded.len(), |space| end + space);
    let word = folded.get(from..to).unwrap_or_default();
    word.contains('@') || word.contains("://") || word.contains("www.")
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
