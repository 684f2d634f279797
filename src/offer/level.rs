//! The diploma or the experience asked, as the offer says it.

use std::ops::Range;

use super::context::{Around, first_words, holds_any, is_title, last_words};
use super::facts::{Fact, Facts};
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::{Words, words};

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// A diploma by its name.
    Diploma,
    /// A diploma when the sentence is about the candidate.
    Study,
    /// Years of experience, when a number stands beside.
    Experience,
    /// A word of seniority in the title.
    Seniority,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Says)] = &[
    ("bac+*", Says::Diploma),
    ("bac +*", Says::Diploma),
    ("bac + *", Says::Diploma),
    ("bac-*", Says::Diploma),
    ("master*", Says::Study),
    ("m1", Says::Study),
    ("m2", Says::Study),
    ("licence", Says::Study),
    ("licences", Says::Study),
    ("bachelier*", Says::Study),
    ("bachelor*", Says::Study),
    ("bts", Says::Study),
    ("dut", Says::Study),
    ("bpjeps*", Says::Study),
    ("dejeps", Says::Study),
    ("desjeps", Says::Study),
    ("baccalaureat", Says::Study),
    ("diplome de l'enseignement*", Says::Study),
    ("bafa", Says::Study),
    ("bafd", Says::Study),
    ("but informatique", Says::Study),
    ("ecole d'ingenieur*", Says::Study),
    ("ecole de commerce", Says::Study),
    ("ecoles d'ingenieur*", Says::Study),
    ("formation d'ingenieur*", Says::Study),
    ("diplome d'ingenieur*", Says::Study),
    ("formation superieure", Says::Study),
    ("formation ingenieur", Says::Study),
    ("etudes superieures", Says::Study),
    ("doctorat", Says::Study),
    ("phd", Says::Study),
    ("ph.d", Says::Study),
    ("msc", Says::Study),
    ("m.sc", Says::Study),
    ("bsc", Says::Study),
    ("college degree", Says::Study),
    ("university degree", Says::Study),
    ("degree in", Says::Study),
    ("ans d'etude*", Says::Experience),
    ("ans d'experience*", Says::Experience),
    ("annees d'experience*", Says::Experience),
    ("years of experience", Says::Experience),
    ("years experience", Says::Experience),
    ("years' experience", Says::Experience),
    ("years of*", Says::Experience),
    ("years", Says::Experience),
    ("etudiant*", Says::Study),
    ("eleves", Says::Study),
    ("lyceen*", Says::Study),
    ("annee de cesure", Says::Study),
    ("cesure", Says::Study),
    ("student*", Says::Study),
    ("abschluss", Says::Study),
    ("senior", Says::Seniority),
    ("junior", Says::Seniority),
    ("debutant*", Says::Seniority),
    ("confirme*", Says::Seniority),
    ("experimente*", Says::Seniority),
    ("entry-level", Says::Seniority),
    ("entry level", Says::Seniority),
    ("mid-level", Says::Seniority),
];

/// Longest level shown, in bytes of folded text.
const LONGEST: usize = 110;

/// Reads the level: a label, else a diploma, else years of experience, else a word of seniority in the title.
pub(super) fn read(page: &Page<'_>, facts: &Facts) -> Option<Fact<String>> {
    labelled(page).or_else(|| {
        let best = page
            .hits(Topic::Level)
            .iter()
            .filter_map(|hit| Some((rank(page, facts, hit)?, hit)))
            .min_by_key(|(rank, hit)| (*rank, hit.start))?;
        let range = if best.0 >= SENIORITY {
            best.1.range()
        } else {
            clause(page, best.1)
        };
        Some(page.fact(page.shown(&range).to_owned(), &range))
    })
}

fn labelled(page: &Page<'_>) -> Option<Fact<String>> {
    let mut stated: Vec<&Passage> = page
        .with_key(Key::Level)
        .filter(|passage| {
            let text = page.folded(&passage.value);
            !text.trim().is_empty()
                && text.len() <= 200
                && !matches!(passage.kind, PassageKind::Heading(_))
                && !holds_any(text, words!["none", "aucun", "n/a", "no degree required"])
        })
        .collect();
    // "Niveau" before "Expérience": a diploma is the harder condition.
    stated.sort_by_key(|passage| {
        let label = page.folded(&passage.label);
        let named = holds_any(
            label,
            words!["niveau*", "diplome*", "formation*", "education*", "degree*"],
        );
        (!holds_any(page.folded(&passage.value), &DIPLOMAS), !named)
    });
    let passage = stated.iter().find(|passage| {
        let label = page.folded(&passage.label);
        let text = page.folded(&passage.value);
        passage.kind == PassageKind::Field
            || holds_any(label, words!["niveau*", "diplome*", "degree*", "level", "etudes"])
            || states_level(text)
    })?;
    let mut range = passage.value.clone();
    let text = page.folded(&range);
    range.end -= u32::try_from(text.len() - text.trim_end_matches(['.', ';', ' ']).len()).unwrap_or_default();
    Some(page.fact(page.shown(&range).to_owned(), &range))
}

/// Words by which a value is a diploma.
const DIPLOMAS: Words = Words::of(&[
    "bac",
    "bac+*",
    "master*",
    "licence",
    "bachelor*",
    "doctorat",
    "phd",
    "diplome*",
    "degree",
    "bts",
    "dut",
    "ecole",
    "bachelier*",
    "m2",
]);

fn states_level(text: &str) -> bool {
    holds_any(
        text,
        words![
            "bac",
            "bac+*",
            "master*",
            "licence",
            "ingenieur*",
            "ans",
            "years",
            "degree",
            "bachelor*",
            "doctorat",
            "phd",
            "diplome*",
            "ecole",
            "bts",
            "dut",
            "junior",
            "senior",
            "debutant*",
            "confirme*",
            "minimum",
        ],
    )
}

const DIPLOMA: u8 = 0;
const STUDY: u8 = 1;
const EXPERIENCE: u8 = 2;
const STUDY_ELSEWHERE: u8 = 3;
const SENIORITY: u8 = 4;

/// Words that make years of experience the employer's.
const OURS: Words = Words::of(&["we", "our", "nous", "notre", "company", "equipe", "with over", "depuis"]);

/// How well a phrase tells the level, the lowest best; `None` when it tells another thing.
fn rank(page: &Page<'_>, facts: &Facts, hit: &Hit) -> Option<u8> {
    let (_, says) = *PHRASES.get(usize::from(hit.phrase))?;
    let passage = page.passages.get(hit.passage as usize)?;
    let field = passage.kind == PassageKind::Field;
    if field
        && !matches!(
            passage.key,
            Some(Key::Title | Key::Description | Key::Tags | Key::Level)
        )
    {
        return None;
    }
    let section = page.section_kinds(passage).next();
    match says {
        Says::Diploma => is_about_the_candidate(section).then_some(DIPLOMA),
        Says::Study => (!field).then(|| rank_of_study(page, facts, passage, hit)).flatten(),
        Says::Experience => {
            (!field && is_about_the_candidate(section) && counts_experience(page, hit)).then_some(EXPERIENCE)
        }
        Says::Seniority => {
            let title =
                is_title(page, facts, passage) || (field && matches!(passage.key, Some(Key::Title | Key::Tags)));
            title.then_some(SENIORITY)
        }
    }
}

/// Sections that speak of others than the candidate.
fn is_elsewhere(section: Option<SectionKind>) -> bool {
    matches!(
        section,
        Some(SectionKind::Company | SectionKind::Legal | SectionKind::Process | SectionKind::Missions)
    )
}

/// Conditions may stand among the tasks, and in no other section about others.
fn is_about_the_candidate(section: Option<SectionKind>) -> bool {
    !is_elsewhere(section) || section == Some(SectionKind::Missions)
}

fn rank_of_study(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit) -> Option<u8> {
    let around = Around::of(page, &hit.range());
    if is_another_thing(page, facts, passage, hit, &around) {
        return None;
    }
    let wanted = wants_somebody(page, passage, &around);
    let section = page.section_kinds(passage).next();
    let elsewhere = is_elsewhere(section);
    let word = page.folded(&hit.range());
    let weak = word.starts_with("etudiant")
        || word.starts_with("student")
        || word == "eleves"
        || word.starts_with("master") && !wanted && section != Some(SectionKind::Profile);
    match (section, wanted) {
        (Some(SectionKind::Profile), _) if !weak || wanted => Some(STUDY),
        (_, true) if !elsewhere && !weak => Some(STUDY),
        // Conditions that stand below the tasks: "être titulaire d'un baccalauréat".
        (Some(SectionKind::Missions), true) if !weak && holds_any(around.before, words!["titulaire*"]) => Some(STUDY),
        (_, true) if !elsewhere => Some(STUDY_ELSEWHERE),
        _ => None,
    }
}

/// The word for a diploma or for students says no condition.
fn is_another_thing(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit, around: &Around<'_>) -> bool {
    let word = page.folded(&hit.range());
    around.is_negated()
        || holds_any(
            first_words(around.after, 2),
            words!["branch", "data", "class*", "node*"],
        )
        || is_the_job(page, facts, passage, hit, around)
        // "doctorat@…" is an address, "MODUL=M1" a part of one, "“PhD @ lab”" a subject to write.
        || around.after.trim_start().starts_with('@')
        || around.before.ends_with(['=', '&', '@'])
        // Whom the employer teaches or serves: "compris par des étudiants", "UK and EU students".
        || is_somebody_else(page, hit, around)
        // "relevés de notes de master": a paper to send.
        || holds_any(
            last_words(around.before, 3),
            words!["notes", "bulletins", "transcript*", "releve*", "grades"],
        )
        || is_licence_of_software(page, hit, around)
        || stands_alone(page, passage, hit)
        // "le syndicat des élèves": whom the employer serves.
        || (word == "eleves" && !holds_any(around.before, words!["aux", "adresse*", "ouvert*", "destine*", "pour"]))
}

/// A number of years stands before the phrase, and they are years of the candidate's experience.
fn counts_experience(page: &Page<'_>, hit: &Hit) -> bool {
    let around = Around::of(page, &hit.range());
    let number = last_words(around.before, 1);
    let counted = number.ends_with(|c: char| c.is_ascii_digit() || c == '+')
        || matches!(
            number,
            "deux" | "trois" | "quatre" | "cinq" | "two" | "three" | "four" | "five" | "ten" | "dix"
        );
    let word = page.folded(&hit.range());
    let about = word.contains("exp")
        || word.contains("etude")
        || holds_any(first_words(around.after, 6), words!["experience*"])
        || holds_any(around.before, words!["experience*"]);
    counted && about && !holds_any(around.before, &OURS)
}

/// Pupils and students who are not the ones looked for.
fn is_somebody_else(page: &Page<'_>, hit: &Hit, around: &Around<'_>) -> bool {
    let word = page.folded(&hit.range());
    let near = last_words(around.before, 3);
    word.starts_with("studentship")
        || (word.starts_with("student")
            && holds_any(near, &["uk", "eu", "home", "overseas", "international", "university"]))
        || (word.starts_with("etudiant") && holds_any(near, &["par des", "par les", "nos", "les"]))
        || holds_any(
            last_words(around.before, 8),
            &["par des etudiant*", "par les etudiant*"],
        )
        || holds_any(near, &["existante", "enseigne*", "interviendra"])
}

/// "`PhD` position", "`PhD` and postdoc applications": a doctorate that is offered, not asked.
fn is_the_job(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit, around: &Around<'_>) -> bool {
    const OFFERED: [&str; 17] = [
        "position*",
        "student*",
        "scholarship*",
        "fellowship*",
        "studentship*",
        "research",
        "thesis",
        "program*",
        "portal",
        "application*",
        "and",
        "or",
        "funding",
        "project*",
        "opening*",
        "vacanc*",
        "in the",
    ];
    const HELD: [&str; 18] = [
        "hold*",
        "have",
        "having",
        "has",
        "with",
        "possess*",
        "titulaire*",
        "diplom*",
        "docteur*",
        "complet*",
        "obtain*",
        "degree",
        "must",
        "looking for",
        "niveau",
        "bac+8",
        "required",
        "d'un",
    ];
    if !matches!(page.folded(&hit.range()), "phd" | "ph.d" | "doctorat") {
        return false;
    }
    let behind = around.after.trim_start_matches(['.', '\'', 's', ')']);
    let profile = page.section_kinds(passage).next() == Some(SectionKind::Profile);
    // "a PhD in chemistry": of a subject, not of a place.
    let of_subject = behind.starts_with(" in ")
        && !holds_any(first_words(behind, 2), &["the", "our"])
        && !holds_any(last_words(around.before, 4), &["offer*", "propos*", "fund*"]);
    let held = profile || of_subject || holds_any(last_words(around.before, 8), &HELD);
    let alternative = holds_any(
        first_words(behind, 6),
        &["degree", "diploma", "master*", "engineer*", "equivalent"],
    );
    is_title(page, facts, passage) || !held || (holds_any(first_words(behind, 1), &OFFERED) && !alternative)
}

/// "sous licence libre", "licence MIT": no diploma.
fn is_licence_of_software(page: &Page<'_>, hit: &Hit, around: &Around<'_>) -> bool {
    let diploma = holds_any(
        last_words(around.before, 3),
        words![
            "niveau",
            "en",
            "bac",
            "bac+3",
            "une",
            "ou",
            "de niveau",
            "etudiant*",
            "formation",
        ],
    ) || holds_any(
        first_words(around.after, 3),
        words!["ou", "pro", "professionnelle", "3", "/", "master", "en"],
    );
    let software = holds_any(last_words(around.before, 2), words!["sous", "cette", "la"])
        || holds_any(
            first_words(around.after, 2),
            words![
                "libre", "gpl", "agpl*", "mit", "open", "ouverte", "creative", "cc", "apache", "du", "de",
            ],
        );
    page.folded(&hit.range()).starts_with("licence") && (software || !diploma)
}

/// "Étudiant" alone in a list of profiles asks for no diploma.
fn stands_alone(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let word = page.folded(&hit.range());
    (word.starts_with("etudiant") || word.starts_with("student"))
        && page.folded(&passage.folded).len() <= word.len() + 6
}

/// Words of a sentence about who is looked for.
fn wants_somebody(page: &Page<'_>, passage: &Passage, around: &Around<'_>) -> bool {
    let near = last_words(around.before, 10);
    holds_any(
        near,
        words![
            "profil",
            "niveau",
            "formation",
            "etudiant*",
            "diplom*",
            "titulaire",
            "en",
            "vous etes",
            "issu*",
            "de formation",
            "student*",
            "degree",
            "have",
            "hold*",
            "require*",
            "minimum",
            "cursus",
            "ecole",
            "s'adresse",
            "aux",
            "your",
            "candidat*",
            "with",
        ],
    ) || holds_any(
        first_words(around.after, 6),
        words![
            "degree",
            "required",
            "minimum",
            "exige*",
            "souhaite*",
            "1",
            "2",
            "ou",
            "or",
            "in",
            "en",
        ],
    ) || page.folded(&passage.folded).len() <= 60
}

/// The part of the sentence around a hit that is worth showing.
fn clause(page: &Page<'_>, hit: &Hit) -> Range<u32> {
    let mut sentence = page.sentence(&hit.range());
    if let Some(passage) = page.passages.get(hit.passage as usize) {
        // The next line of a list is another condition.
        sentence =
            sentence.start.max(passage.folded.start.min(hit.start))..sentence.end.min(passage.folded.end.max(hit.end));
    }
    let text = page.folded(&sentence);
    let at = (hit.start - sentence.start) as usize;
    let head = text.get(..at).unwrap_or_default();
    let start = head.rfind([',', ';', ':', '(']).map_or(0, |comma| comma + 1);
    let start = if at - start > LONGEST / 2 {
        head.rfind(' ')
            .map_or(at, |_| nearest_word(head, at.saturating_sub(LONGEST / 3)))
    } else {
        start
    };
    let tail = text.get(at..).unwrap_or_default();
    let end = tail
        .find([',', ';', ':'])
        .filter(|end| *end > 3)
        .unwrap_or(tail.len())
        .min(LONGEST);
    let end = closing_bracket(tail.get(..end).unwrap_or(tail)).unwrap_or(end);
    let end = floor_word(tail, end);
    let bullet = text
        .get(start..at)
        .filter(|lead| lead.starts_with("o "))
        .map_or(0, |_| 2);
    let start = start + bullet;
    let from = start + text.get(start..at).map_or(0, |gap| gap.len() - gap.trim_start().len());
    let mut range = super::context::shift(sentence.start, &(from..at + end));
    let shown = page.folded(&range);
    let trimmed = shown.trim_end_matches(['.', ',', ';', ' ', '!', '\n']);
    range.end -= u32::try_from(shown.len() - trimmed.len()).unwrap_or_default();
    range
}

/// Where a bracket closes that was opened before.
fn closing_bracket(text: &str) -> Option<usize> {
    let close = text.find(')')?;
    (!text.get(..close)?.contains('(')).then_some(close)
}

fn nearest_word(text: &str, from: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    text.get(from..)
        .and_then(|rest| rest.find(' '))
        .map_or(from, |space| from + space + 1)
}

fn floor_word(text: &str, end: usize) -> usize {
    if end >= text.len() {
        return text.len();
    }
    let end = text.floor_char_boundary(end);
    match text.as_bytes().get(end) {
        Some(b) if b.is_ascii_alphanumeric() => text.get(..end).and_then(|head| head.rfind(' ')).unwrap_or(end),
        _ => end,
    }
}
