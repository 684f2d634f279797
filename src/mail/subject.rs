//! Subjects: the one that an offer demands with the candidate's name in it, or else one of ours.

use super::Profile;
use crate::locale::Lang;
use crate::locale::mail as words;
use crate::text::clean;

/// What stands for a name or the job in a demanded subject, in lower case, the longest first.
const STANDS_FOR: &[(&str, Name)] = &[
    ("title of the position", Name::Job),
    ("name of the position", Name::Job),
    ("intitulé de l’offre", Name::Job),
    ("intitulé de l'offre", Name::Job),
    ("intitulé du poste", Name::Job),
    ("intitulé du stage", Name::Job),
    ("titre de l’offre", Name::Job),
    ("titre de l'offre", Name::Job),
    ("titre du poste", Name::Job),
    ("nom de l’offre", Name::Job),
    ("nom de l'offre", Name::Job),
    ("position title", Name::Job),
    ("nom du poste", Name::Job),
    ("job title", Name::Job),
    ("votre nom et votre prénom", Name::LastFirst),
    ("votre prénom et votre nom", Name::FirstLast),
    ("vos nom et prénom", Name::LastFirst),
    ("vos prénom et nom", Name::FirstLast),
    ("first name and last name", Name::FirstLast),
    ("first name last name", Name::FirstLast),
    ("firstname lastname", Name::FirstLast),
    ("last name first name", Name::LastFirst),
    ("lastname firstname", Name::LastFirst),
    ("votre prénom nom", Name::FirstLast),
    ("votre nom prénom", Name::LastFirst),
    ("name and surname", Name::FirstLast),
    ("your full name", Name::FirstLast),
    ("nom et prénom", Name::LastFirst),
    ("prénom et nom", Name::FirstLast),
    ("your last name", Name::Last),
    ("your first name", Name::First),
    ("name surname", Name::FirstLast),
    ("your surname", Name::Last),
    ("votre prénom", Name::First),
    ("nom, prénom", Name::LastFirst),
    ("prénom, nom", Name::FirstLast),
    ("nom/prénom", Name::LastFirst),
    ("prénom/nom", Name::FirstLast),
    ("nom prénom", Name::LastFirst),
    ("prénom nom", Name::FirstLast),
    ("full name", Name::FirstLast),
    ("first name", Name::First),
    ("last name", Name::Last),
    ("your name", Name::FirstLast),
    ("votre nom", Name::FirstLast),
    ("surname", Name::Last),
    ("prénom", Name::First),
    ("nom", Name::Last),
    ("name", Name::FirstLast),
];

/// What a room in brackets asks for, in lower case: nobody writes these words in brackets for themselves.
const ASKS: &[&str] = &[
    "votre",
    "vos ",
    "your",
    "ville",
    "city",
    "école",
    "school",
    "université",
    "university",
    "formation",
    "diplôme",
    "degree",
    "spécialité",
    "domaine",
    "field",
    "promotion",
    "année",
    "year",
    "date",
    "période",
    "period",
    "durée",
    "numéro",
    "référence",
    "reference",
    "poste",
    "position",
    "titre",
    "title",
];

/// The longest room in brackets, in bytes.
const LONGEST_ROOM: usize = 60;

/// What is meant by a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    FirstLast,
    LastFirst,
    First,
    Last,
    /// The job.
    Job,
    /// Something that only the candidate knows.
    Other,
}

impl Name {
    /// Returns what goes there; empty when nobody said.
    fn of(self, profile: &Profile, title: &str) -> String {
        let (first, last) = (profile.first_name(), profile.last_name());
        match self {
            Self::FirstLast => profile.name.trim().to_owned(),
            Self::LastFirst => format!("{last} {first}").trim().to_owned(),
            Self::First => first.to_owned(),
            Self::Last if last.is_empty() => profile.name.trim().to_owned(),
            Self::Last => last.to_owned(),
            Self::Job => job(title),
            Self::Other => String::new(),
        }
    }
}

/// Writes the candidate's name and the job where a demanded subject leaves room for them; the rest stays word for word.
///
/// Brackets around the room go with it: `[Votre nom] Stage` → `Camille Martin Stage`. Without a name in the profile
/// the room stays, see [`room`].
#[must_use]
pub fn fill(demanded: &str, profile: &Profile, title: &str) -> String {
    let demanded = clean(demanded).one_line().into_string();
    let mut filled = demanded.clone();
    let mut from = 0;
    while let Some((range, name)) = find(&filled, from) {
        let value = clean(&name.of(profile, title)).one_line().into_string();
        if value.is_empty() {
            from = range.end;
            continue;
        }
        from = range.start + value.len();
        filled.replace_range(range, &value);
    }
    filled
}

/// Returns the first room that is still in a subject, to be asked about.
#[must_use]
pub fn room(subject: &str) -> Option<&str> {
    find(subject, 0).and_then(|(range, _)| subject.get(range))
}

/// Tells whether `subject` is what was demanded, whatever stands where a name belongs.
#[must_use]
pub fn answers(subject: &str, demanded: &str) -> bool {
    let demanded = clean(demanded).one_line().into_string();
    let mut rest = subject.trim();
    let mut from = 0;
    let mut open = false;
    loop {
        let next = find(&demanded, from).map(|(range, _)| range);
        let fixed = demanded
            .get(from..next.as_ref().map_or(demanded.len(), |range| range.start))
            .unwrap_or("")
            .trim();
        let at = if open {
            rest.find(fixed)
        } else {
            rest.starts_with(fixed).then_some(0)
        };
        let Some(at) = at else { return false };
        rest = rest.get(at + fixed.len()..).unwrap_or("").trim_start();
        match next {
            Some(range) => (from, open) = (range.end, true),
            None => return rest.is_empty() || open && fixed.is_empty(),
        }
    }
}

/// Finds the first room, from the byte `from` on, with its brackets.
fn find(subject: &str, from: usize) -> Option<(std::ops::Range<usize>, Name)> {
    let lower = subject.get(from..)?.to_lowercase();
    // A change of case that changes lengths would put us inside a character; no phrase of the table does.
    if lower.len() + from != subject.len() {
        return None;
    }
    let found = STANDS_FOR
        .iter()
        .filter_map(|(phrase, name)| whole(&lower, phrase).map(|at| (at, phrase.len(), *name)));
    let name = found
        .min_by_key(|(at, length, _)| (*at, usize::MAX - length))
        .map(|(at, length, name)| (bracketed(subject, from + at..from + at + length), name));
    let other = asked(&lower).map(|range| (from + range.start..from + range.end, Name::Other));
    // Of two at the same place, the one that is known.
    name.into_iter().chain(other).min_by_key(|(range, _)| range.start)
}

/// Finds something that only the candidate can fill in: `<…>`, `{…}`, `[votre …]`, `XXX`, `___`.
fn asked(lower: &str) -> Option<std::ops::Range<usize>> {
    let room = |(at, c): (usize, char)| {
        let close = match c {
            '<' => '>',
            '{' => '}',
            '[' => ']',
            'x' | '_' => return run(lower, at, c),
            _ => return None,
        };
        let rest = lower.get(at + 1..)?;
        let within = rest.get(..rest.find(close)?)?;
        let asks =
            c != '[' || ASKS.iter().any(|word| within.contains(word)) && !within.contains(|c: char| c.is_ascii_digit());
        let words = within.len() <= LONGEST_ROOM && within.contains(char::is_alphabetic);
        (asks && words).then(|| at..at + within.len() + 2)
    };
    lower.char_indices().find_map(room)
}

/// Returns three or more of a letter in a row that stand by themselves.
fn run(lower: &str, at: usize, c: char) -> Option<std::ops::Range<usize>> {
    let apart = lower
        .get(..at)?
        .chars()
        .next_back()
        .is_none_or(|before| !before.is_alphanumeric() && before != c);
    let rest = lower.get(at..)?;
    let length = rest.len() - rest.trim_start_matches(c).len();
    let ends = rest
        .get(length..)?
        .chars()
        .next()
        .is_none_or(|after| !after.is_alphanumeric());
    (apart && ends && length >= 3).then(|| at..at + length)
}

/// Finds a phrase that stands by itself.
fn whole(text: &str, phrase: &str) -> Option<usize> {
    let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    // The name of something else: « nom du poste ».
    let of_something = |rest: &str| {
        [" du ", " de ", " d’", " d'", " of "]
            .iter()
            .any(|word| rest.starts_with(word))
    };
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let rest = text.get(at + phrase.len()..).unwrap_or_default();
        !of_something(rest)
            && apart(text.get(..*at).and_then(|before| before.chars().next_back()))
            && apart(text.get(at + phrase.len()..).and_then(|after| after.chars().next()))
    })
}

/// Widens a range over the brackets that stand directly around it.
fn bracketed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    match (before, after) {
        (Some('['), Some(']')) | (Some('<'), Some('>')) | (Some('{'), Some('}')) | (Some('('), Some(')')) => {
            range.start - 1..range.end + 1
        }
        _ => range,
    }
}

/// Returns the title as one speaks of the job: « votre offre « Offre de stage … » » says the same twice.
#[must_use]
pub fn job(title: &str) -> String {
    let title = clean(title).one_line();
    let title = title.as_str().trim();
    let announced = ["Offre de ", "Offre d’emploi : ", "Offre d'emploi : "];
    let job = announced.iter().find_map(|words| title.strip_prefix(words));
    job.unwrap_or(title).to_owned()
}

/// Returns the subject of an application when the offer demands none.
#[must_use]
pub fn usual(lang: Lang, title: &str, profile: &Profile) -> String {
    words::application_subject(lang, &job(title), clean(&profile.name).one_line().as_str().trim())
}

/// Returns the subject of a follow-up: that of the message that was sent, as an answer to it.
#[must_use]
pub fn reply(sent: &str) -> String {
    let sent = clean(sent).one_line().into_string();
    let is_reply = sent.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("re:"));
    if is_reply { sent } else { format!("Re: {sent}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camille() -> Profile {
        Profile {
            name: "Camille Martin".to_owned(),
            ..Profile::default()
        }
    }

    #[test]
    fn rooms_for_a_name_are_filled() {
        for (demanded, expected) in [
            ("[RUST] Prénom Nom", "[RUST] Camille Martin"),
            ("Stage – NOM Prénom", "Stage – Martin Camille"),
            ("[Votre nom] Candidature", "Camille Martin Candidature"),
            ("PhD – your surname", "PhD – Martin"),
            ("<first name> <last name>: internship", "Camille Martin: internship"),
            ("Stage Enquête", "Stage Enquête"),
            ("Candidature nomade", "Candidature nomade"),
            ("[nom du poste] – Nom", "Vigie – Martin"),
            ("Candidature - intitulé du poste", "Candidature - Vigie"),
            ("Poste (prénom, nom)", "Poste Camille Martin"),
        ] {
            assert_eq!(fill(demanded, &camille(), "Offre de Vigie"), expected);
            assert_eq!(room(&fill(demanded, &camille(), "Offre de Vigie")), None, "{demanded}");
            assert!(answers(expected, demanded), "{demanded}");
        }
    }

    #[test]
    fn without_a_name_the_room_stays_and_is_found() {
        let filled = fill("[RUST] Prénom Nom", &Profile::default(), "");
        assert_eq!(filled, "[RUST] Prénom Nom");
        assert_eq!(room(&filled), Some("Prénom Nom"));
    }

    #[test]
    fn what_only_the_candidate_knows_is_asked_for() {
        for (demanded, left, answer) in [
            (
                "[VIGIE] Prénom Nom – [votre école]",
                Some("[votre école]"),
                "[VIGIE] Camille Martin – Brest",
            ),
            ("Stage <dates> Nom", Some("<dates>"), "Stage mars Martin"),
            ("Candidature {ville}", Some("{ville}"), "Candidature Brest"),
            ("Offre XXX", Some("XXX"), "Offre 12"),
            ("[your name and city]", Some("[your name and city]"), "Camille, Brest"),
            ("[REF 2026] Stage", None, "[REF 2026] Stage"),
            ("[CDD] Relais xxl", None, "[CDD] Relais xxl"),
            ("a < b", None, "a < b"),
        ] {
            let filled = fill(demanded, &camille(), "Vigie");
            assert_eq!(room(&filled), left, "{demanded}");
            assert!(answers(answer, demanded), "{answer} for {demanded}");
        }
    }

    #[test]
    fn another_subject_does_not_answer() {
        for (subject, demanded) in [
            ("Candidature", "Stage Enquête"),
            ("Stage Enquête 2", "Stage Enquête"),
            ("RUST Camille", "[RUST] Prénom Nom"),
            ("", "Stage"),
        ] {
            assert!(!answers(subject, demanded), "{subject:?} for {demanded:?}");
        }
    }

    #[test]
    fn no_line_end_passes() {
        let hostile = "Stage\r\nBcc: x@y.example";
        assert!(!fill(hostile, &camille(), hostile).contains(['\r', '\n']));
        assert!(!reply(hostile).contains(['\r', '\n']));
        assert!(!usual(Lang::Fr, hostile, &camille()).contains(['\r', '\n']));
        assert_eq!(reply("RE: x"), "RE: x");
        assert_eq!(reply("é"), "Re: é");
    }
}
