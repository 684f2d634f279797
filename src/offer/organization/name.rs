//! How far a name goes, in the text as it is shown.

use std::ops::{Deref, Range};

use crate::offer::page::{Page, Passage, narrow};
use crate::offer::words::Words;

/// Longest stretch looked at, in bytes.
const REACH: usize = 160;

/// Small words that stand inside names.
const LINKS: Words = Words::of(&[
    "de", "du", "des", "la", "le", "les", "&", "of", "the", "and", "for", "et", "-", "–", "für", "der", "und", "aux",
    "en", "pour", "à", "au",
]);

/// Nouns that begin the names of institutions, which go on in lower case.
const INSTITUTIONS: Words = Words::of(&[
    "ministere",
    "direction",
    "pole",
    "institut",
    "universite",
    "laboratoire",
    "museum",
    "fondation",
    "agence",
    "mairie",
    "ville",
    "conseil",
    "communaute",
    "metropole",
    "centre",
    "ecole",
    "observatoire",
    "departement",
    "federation",
    "office",
    "syndicat",
    "institute",
    "university",
    "department",
    "musee",
    "bibliotheque",
    "region",
    "prefecture",
    "chambre",
    "hopital",
    "union",
    "alliance",
    "reseau",
    "confederation",
    "comite",
    "groupement",
    "parc",
]);

/// Nouns that go before a name and are no part of it.
const KINDS: Words = Words::of(&[
    "societe",
    "asbl",
    "ong",
    "scop",
    "scic",
    "entreprise",
    "association",
    "startup",
    "start-up",
    "cooperative",
    "collectif",
    "groupe",
    "cabinet",
    "company",
    "agency",
    "organisme",
    "structure",
    "equipe",
    "equipes",
    "projet",
    "programme",
    "plateforme",
    "startups",
]);

/// Words that no name begins with.
const NO_NAMES: Words = Words::of(&[
    "nous",
    "vous",
    "on",
    "il",
    "elle",
    "ils",
    "elles",
    "je",
    "tu",
    "ce",
    "cet",
    "cette",
    "ces",
    "notre",
    "nos",
    "votre",
    "vos",
    "ta",
    "ton",
    "son",
    "sa",
    "qui",
    "que",
    "we",
    "you",
    "our",
    "your",
    "it",
    "they",
    "this",
    "that",
    "who",
    "one",
    "the",
    "a",
    "an",
    "i",
    "he",
    "she",
    "candidat",
    "candidate",
    "candidat.e",
    "personne",
    "poste",
    "stage",
    "stagiaire",
    "mission",
    "offre",
    "offres",
    "emploi",
    "job",
    "role",
    "position",
    "personnes",
    "si",
    "il/elle",
    "us",
    "me",
    "recrutement",
    "alternance",
    "profil",
    "formation",
    "descriptif",
    "contexte",
    "objectif",
    "lieu",
    "un",
    "une",
    "le/la",
    "c'est",
    "cela",
    "ca",
    "chaque",
    "tout",
    "toute",
    "tous",
    "toutes",
    "here",
    "there",
    "what",
    "why",
    "when",
    "actuellement",
    "aujourd'hui",
    "currently",
    "vous-meme",
    "chercheur",
    "titulaire",
    "cdi",
    "cdd",
    "paris",
    "france",
    "lyon",
    "marseille",
    "l'aventure",
    "aventure",
    "none",
    "n/a",
    "tbd",
    "organization name",
    "company name",
    "master",
    "m1",
    "m2",
    "licence",
    "bachelor",
    "doctorat",
    "bac",
    "profile",
    "postuler",
    "candidater",
    "rejoignez",
    "rejoindre",
    "poste/mission",
    "durée",
    "duree",
    "remuneration",
    "salaire",
    "travail",
    "internet",
    "web",
]);

/// Legal forms that follow a name and are no part of it.
const LEGAL: &[&str] = &[" SARL", " SAS", " SASU", " EURL"];

/// Words at which the name of an institution ends.
const STOPS: Words = Words::of(&[
    "qui",
    "que",
    "dont",
    "ou",
    "pour",
    "afin",
    "sur",
    "dans",
    "est",
    "a",
    "ont",
    "recrute",
    "cherche",
    "propose",
    "vous",
    "nous",
    "au",
    "avec",
    "par",
    "lors",
    "is",
    "are",
    "has",
    "ce",
    "se",
    "ses",
    "son",
    "sa",
    "comme",
    "sont",
    "sera",
    "depuis",
    "dont",
    "and",
    "in",
    "at",
    "un",
    "une",
    "soutient",
    "accueille",
    "offre",
]);

/// Tells whether a field's value is a name and not a blank, a dash or a template's words.
pub(super) fn is_usable(name: &str) -> bool {
    let folded = fold(name);
    let blank = folded.chars().filter(|c| c.is_alphanumeric()).count() == 0;
    let template = matches!(
        &*folded,
        "none"
            | "n/a"
            | "na"
            | "null"
            | "tbd"
            | "company"
            | "organization"
            | "organisation"
            | "company name"
            | "organization name"
            | "entreprise"
            | "test"
            | "xxx"
    ) || folded.contains("{{");
    !blank && !template && name.chars().count() <= 120
}

/// Tells whether a label's value begins as names do, not as a sentence or a number does.
pub(super) fn starts_like_one(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    // "The Blue Mill", "La Roue": an article that is a part of the name.
    if matches!(first, "The" | "La" | "Le" | "Les") && words.next().is_some_and(is_capital) {
        return true;
    }
    let named = first.contains(|c: char| c.is_uppercase())
        || first.contains(['-', '.'])
        || name.split_whitespace().count() <= 3;
    named && !first.chars().all(|c| c.is_ascii_digit()) && !NO_NAMES.has(&fold(first))
}

/// Tells whether a text begins with the noun of an institution and goes on.
pub(super) fn is_institution(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().is_some_and(|word| INSTITUTIONS.has(&fold(word)));
    first && words.next().is_some()
}

/// The institution whose name a word of the visible text is a part of: "Institut des | Marées".
pub(super) fn institution_around(page: &Page<'_>, at: &Range<u32>) -> Option<Range<u32>> {
    let before = page.visible.get(..at.start as usize)?;
    let line = before.rsplit('\n').next()?;
    let mut from = line.len();
    for _ in 0..4 {
        let head = line.get(..from)?.trim_end();
        let start = head
            .char_indices()
            .rev()
            .find(|(_, c)| matches!(c, ' ' | '\u{a0}' | '\'' | '’' | '('))
            .map_or(0, |(at, c)| at + c.len_utf8());
        let word = head.get(start..)?;
        if INSTITUTIONS.has(&fold(word)) {
            let base = at.start as usize - line.len() + start;
            let found = names(cap(page.visible.get(base..)?), 0, true)?;
            let end = base + found.end;
            return (end >= at.end as usize).then(|| narrow(base)..narrow(end));
        }
        if !LINKS.has(word) {
            return None;
        }
        from = start;
    }
    None
}

/// The university that a folded range is a word of: "Ebb Tide | University", "| University of Ebbing".
pub(super) fn university(page: &Page<'_>, passage: &Passage, at: &Range<u32>) -> Option<Range<u32>> {
    const LEADS: &[&str] = &[
        "at", "as", "in", "from", "by", "our", "your", "this", "all", "de", "of", "and", "or",
    ];
    let visible = page.to_visible(at);
    if !page.visible(&visible).starts_with('U') {
        return None;
    }
    let rest = page.visible(&page.to_visible(&(at.start..passage.folded.end)));
    if rest
        .strip_prefix("University of ")
        .is_some_and(|name| name.starts_with(char::is_uppercase))
    {
        let plain = cap(rest).split('(').next().unwrap_or_default();
        let found = names(plain, 0, false)?;
        return Some(visible.start + narrow(found.start)..visible.start + narrow(found.end));
    }
    let before = page.visible(&(passage.visible.start..visible.start));
    let mut from = before.len();
    for _ in 0..4 {
        let head = before.get(..from)?.trim_end();
        let start = head.rfind([' ', '\u{a0}', '\n', '(', '"']).map_or(0, |at| at + 1);
        let word = head.get(start..)?;
        let named = is_capital(word) && !word.ends_with([',', '.', ':', ';', ')']) && !is_stop(word);
        if !named || LEADS.contains(&&*fold(word)) {
            break;
        }
        from = start;
    }
    (from < before.len()).then(|| passage.visible.start + narrow(from)..visible.end)
}

/// Tells whether the whole of `text` is a name.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let alone = words.len() == 1 && INSTITUTIONS.has(&fold(first));
    words.len() <= 7
        && is_capital(first)
        && !is_stop(first)
        && !alone
        && words
            .iter()
            .all(|word| is_capital(word) || LINKS.has(word) || words.len() <= 3)
}

/// The name right before a folded range, from the start of its sentence: "L'IRD | recherche".
pub(super) fn before(page: &Page<'_>, at: &Range<u32>) -> Option<Range<u32>> {
    let sentence = page.sentence(at);
    // "Dr. X is seeking": a person, who is not the employer.
    let title = page.folded(&(sentence.start.saturating_sub(6)..sentence.start.saturating_add(5).min(at.start)));
    if ["dr. ", "dr ", "prof. ", "prof ", "pr. ", "mme ", "mrs. "]
        .iter()
        .any(|title_of| title.contains(title_of))
    {
        return None;
    }
    // A label before it ("Employeur : X recrute") is no part of the name.
    let passage = page.passage_at(at.start)?;
    let start = if passage.value.start <= at.start {
        sentence.start.max(passage.value.start)
    } else {
        sentence.start
    };
    if at.start.saturating_sub(start) as usize > REACH {
        return None;
    }
    let visible = page.to_visible(&(start..at.start));
    let text = page.visible(&visible);
    let trimmed = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let base = visible.start + narrow(text.len() - trimmed.len());
    // "Depuis ses origines, X est …": the name begins behind the circumstance.
    let inner = behind_circumstance(trimmed);
    let base = base + narrow(trimmed.len() - inner.len());
    let head = apposition(inner);
    if inner.len() < trimmed.len()
        && let Some(whole) = capital_article(head)
    {
        return Some(base + narrow(whole.start)..base + narrow(whole.end));
    }
    if let Some(whole) = long_institution(head) {
        return Some(base + narrow(whole.start)..base + narrow(whole.end));
    }
    if let Some(whole) = short_head(head) {
        return Some(base + narrow(whole.start)..base + narrow(whole.end));
    }
    let run = run(head)?;
    // Nothing may stand between the name and the verb but signs.
    let rest = head.get(run.end..)?;
    let belongs = ["du ", "de la ", "de l'", "de l’"]
        .iter()
        .any(|link| rest.trim_start().starts_with(link));
    let legal = matches!(
        &*fold(rest.trim()),
        "asbl" | "sa" | "sas" | "sarl" | "scop" | "scic" | "ag" | "ltd"
    );
    let clear = belongs
        || legal
        || !rest.contains(char::is_alphanumeric)
        || rest.trim_start().starts_with('(')
        || rest.trim_start().starts_with("Créé");
    clear.then(|| base + narrow(run.start)..base + narrow(run.end))
}

/// Drops what leads a sentence up to its comma: "Dans le cadre d'un remplacement, | l'Alliance …".
fn behind_circumstance(text: &str) -> &str {
    const OPENERS: Words = Words::of(&[
        "depuis",
        "dans",
        "pour",
        "afin",
        "en",
        "creee",
        "cree",
        "fondee",
        "fonde",
        "nee",
        "since",
        "as",
        "in",
        "for",
        "founded",
        "with",
        "suite",
        "face",
        "aujourd'hui",
        "implantee",
        "situee",
        "basee",
        "based",
        "au",
        "avec",
    ]);
    let mut rest = text;
    for _ in 0..2 {
        let opens = rest
            .split_whitespace()
            .next()
            .is_some_and(|word| OPENERS.has(&fold(word)));
        match rest.split_once(", ") {
            Some((_, behind)) if opens && !behind.trim().is_empty() => rest = behind.trim_start(),
            Some(_) | None => break,
        }
    }
    rest
}

/// A name that begins with its own article inside a sentence: "…, La Roue tourne | accompagne".
fn capital_article(head: &str) -> Option<Range<usize>> {
    let rest = ["La ", "Le ", "Les ", "L'", "L’"]
        .iter()
        .find_map(|article| head.strip_prefix(article))?;
    let found = names(rest, 0, false)?;
    let lead = head.len() - rest.len();
    let clear = rest.get(found.end..)?.trim().is_empty();
    clear.then_some(0..lead + found.end)
}

/// The same behind a noun such as "association", wherever the name ends.
fn capital_article_of_name(text: &str) -> Option<Range<usize>> {
    let rest = ["La ", "Le ", "Les "]
        .iter()
        .find_map(|article| text.strip_prefix(article))?;
    let found = names(rest, 0, false)?;
    Some(0..text.len() - rest.len() + found.end)
}

/// The whole of what stands before the verb, when an institution opens it and nothing but its name can follow:
/// "l'Alliance des villages pour la santé | recherche".
fn long_institution(head: &str) -> Option<Range<usize>> {
    let start = skip_article(head, 0);
    let name = head.get(start..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first()?;
    let fits = (3..=12).contains(&words.len())
        && first.starts_with(char::is_uppercase)
        && INSTITUTIONS.has(&fold(first))
        && words
            .iter()
            .any(|word| matches!(*word, "pour" | "sur" | "dans" | "en" | "au"))
        && words
            .iter()
            .all(|word| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')))
        && !words.iter().any(|word| {
            let folded = fold(word);
            STOPS.has(&folded) && !matches!(&*folded, "pour" | "sur" | "dans" | "au" | "a")
        });
    fits.then(|| start..start + name.len())
}

/// The few words before the verb, when the first is a name's: "Décidons ensemble | est une association".
fn short_head(head: &str) -> Option<Range<usize>> {
    let start = skip_article(head, 0);
    let name = head.get(start..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first()?;
    let plain = words.iter().all(|word| {
        word.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&'))
    });
    // "Terres de brume OUEST": closed by a capital, small words may stand inside.
    let closed = words.len() >= 3 && words.last().is_some_and(|word| is_capital(word));
    let fits = (2..=4).contains(&words.len())
        && plain
        && is_capital(first)
        && !is_stop(first)
        && !KINDS.has(&fold(first))
        && !words
            .iter()
            .any(|word| STOPS.has(&fold(word)) || (LINKS.has(word) && !closed));
    let bare = LEGAL.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(name);
    fits.then(|| start..start + bare.len())
}

/// "X, leader de …, recrute": the name stands before the first comma.
fn apposition(text: &str) -> &str {
    match text.find([',', '–']) {
        Some(comma)
            if text
                .get(..comma)
                .is_some_and(|head| head.split_whitespace().count() <= 9) =>
        {
            text.get(..comma).unwrap_or(text)
        }
        _ => text,
    }
}

/// The name right after a byte of the folded text. `loose`: one in lower case counts too.
pub(super) fn after(page: &Page<'_>, passage: &Passage, from: u32, loose: bool) -> Option<Range<u32>> {
    let visible = page.to_visible(&(from..passage.folded.end));
    let text = cap(page.visible(&visible));
    // "rejoins-nous": the word goes on.
    if text.starts_with('-') {
        return None;
    }
    let mut rest = text.trim_start_matches([' ', '\u{a0}', '"', '«', '\'', '’', '`']);
    // "les équipes du …", "la communauté de …"
    for lead in [
        "les équipes de ",
        "les équipes du ",
        "les équipes d'",
        "les équipes d’",
        "l'équipe de ",
        "l’équipe de ",
        "l'équipe du ",
        "l’équipe du ",
        "l'équipe d'",
        "l’équipe d’",
        "la team ",
        "la tribu ",
    ] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let base = visible.start + narrow(text.len() - rest.len());
    let found = run(rest).or_else(|| {
        let word = rest
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '!' | '.' | '?' | ')'))
            .next()?;
        let alone = rest.get(word.len()..)?.chars().all(|c| !c.is_alphanumeric());
        let branded = word.contains(['-', '.']) || word.contains(|c: char| c.is_ascii_digit());
        let fits = word.chars().count() >= 2
            && !is_stop(word)
            && ((loose && alone) || (branded && word.chars().any(char::is_alphabetic) && word.contains('-')));
        fits.then_some(0..word.len())
    })?;
    let found = parent(rest, &found).unwrap_or(found);
    Some(base + narrow(found.start)..base + narrow(found.end))
}

/// The institution that a team belongs to: "la DRIX | du Muséum national".
fn parent(text: &str, team: &Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(team.clone())?;
    let from = ["du ", "de la ", "de l'", "de l’", "au "].iter().find_map(|link| {
        let at = inside
            .find(&format!(" {link}"))
            .map(|at| team.start + at + 1 + link.len());
        at.or_else(|| {
            text.get(team.end..)?
                .strip_prefix(' ')?
                .strip_prefix(link)
                .map(|_| team.end + 1 + link.len())
        })
    })?;
    let first = word_at(text, from)?;
    INSTITUTIONS
        .has(&fold(text.get(first)?))
        .then(|| names(text, from, true))
        .flatten()
}

/// The name of an institution that begins at a folded range: "| direction interministérielle du …".
pub(super) fn within(page: &Page<'_>, passage: &Passage, at: &Range<u32>) -> Option<Range<u32>> {
    // An article before it, or the start of the line: "la direction …", not "en direction de …".
    let before = page.folded(&(passage.folded.start.max(at.start.saturating_sub(5))..at.start));
    let led = before.is_empty()
        || before.trim_end().is_empty()
        || [
            " le ", " la ", "l'", " du ", "au ", "the ", "d'", "les ", "la ", "le ", "du ",
        ]
        .iter()
        .any(|lead| before.ends_with(lead));
    if !led {
        return None;
    }
    let visible = page.to_visible(&(at.start..passage.folded.end));
    let text = cap(page.visible(&visible));
    let found = run(text)?;
    let words = text.get(found.clone())?.split_whitespace().count();
    (words >= 2).then(|| visible.start + narrow(found.start)..visible.start + narrow(found.end))
}

fn cap(text: &str) -> &str {
    let mut end = REACH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The bytes of the name that `text` begins with.
fn run(text: &str) -> Option<Range<usize>> {
    let mut start = skip_article(text, 0);
    let first = word_at(text, start)?;
    let folded = fold(&text[first.clone()]);
    if KINDS.has(&folded) {
        // "société X": only the name after the noun, and only when one follows.
        let next = skip_article(text, first.end);
        // "l'association Les Sentiers": the article is a part of the name.
        let behind = text
            .get(first.end..)?
            .trim_start_matches([' ', '\u{a0}', '\u{202f}', '«', '"', '“']);
        if let Some(whole) = capital_article_of_name(behind) {
            let from = text.len() - behind.len();
            return Some(from + whole.start..from + whole.end);
        }
        let follows = word_at(text, next)?;
        let name = text.get(follows.clone())?;
        if !is_capital(name) {
            // A brand in lower case: "la société e-moulin".
            return name.contains('-').then_some(follows);
        }
        start = next;
        return names(text, start, false);
    }
    names(text, start, INSTITUTIONS.has(&folded))
}

/// Skips spaces and one article.
fn skip_article(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '"', '«', '“', '`', '*', '_']);
    let at = from + rest.len() - trimmed.len();
    for article in [
        "L'", "L’", "l'", "l’", "Le ", "La ", "Les ", "le ", "la ", "les ", "The ", "the ", "d'", "d’", "Die ", "Das ",
        "Der ",
    ] {
        if let Some(after) = trimmed.strip_prefix(article) {
            let spaces = after.len() - after.trim_start().len();
            return at + article.len() + spaces;
        }
    }
    at
}

/// The bytes of the next word.
fn word_at(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\n']);
    let start = from + rest.len() - trimmed.len();
    let end = trimmed.find([' ', '\u{a0}', '\n']).unwrap_or(trimmed.len());
    (end > 0).then(|| start..start + end)
}

/// The words of a name from `start` on. In an institution's name, words in lower case go on.
fn names(text: &str, start: usize, institution: bool) -> Option<Range<usize>> {
    let mut end = start;
    let mut at = start;
    let mut count = 0;
    let mut linked = false;
    while let Some(word) = word_at(text, at) {
        let shown = text.get(word.clone())?;
        let bare = shown.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '"', '»', '”', '`', '*', '\'', '’']);
        let bare = if bare.is_empty() { shown } else { bare };
        let closes = bare.len() < shown.len() && !shown.starts_with('(');
        if shown.starts_with('(') {
            if let Some(close) = bracket(text, word.start).filter(|_| count > 0) {
                end = close;
            }
            break;
        }
        if LINKS.has(shown) && count > 0 && !(institution && matches!(shown, "pour" | "au" | "à")) {
            linked = true;
            at = word.end;
            continue;
        }
        // In the name of a person or a company nothing goes on in lower case but "d'" and "l'".
        let plain = bare.starts_with(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'd' | 'l' | 'D' | 'L'));
        if plain && !institution && !is_capital(bare) {
            break;
        }
        let folded = fold(bare);
        let elided = folded.strip_prefix("d'").or_else(|| folded.strip_prefix("l'"));
        let capital = is_capital(bare) || elided.is_some_and(|_| bare.chars().nth(2).is_some_and(char::is_uppercase));
        let goes_on = capital
            || (institution
                && count > 0
                && (linked || elided.is_some() || !STOPS.has(&folded))
                && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')));
        let opens = count == 0 && institution;
        if !(goes_on || opens)
            || (count == 0 && NO_NAMES.has(&folded))
            || (!capital && STOPS.has(&folded) && !linked)
            || count >= 12
        {
            break;
        }
        if institution && !linked && &*folded == "recherche" {
            break;
        }
        count += 1;
        linked = false;
        end = word.start + bare.len();
        at = word.end;
        if closes {
            break;
        }
    }
    let name = text.get(start..end)?;
    let legal = LEGAL.iter().find_map(|form| name.strip_suffix(form));
    let end = legal.map_or(end, |bare| start + bare.len());
    (count > 0 && end > start && name.chars().count() >= 2 && (!institution || count > 1)).then_some(start..end)
}

/// The end of a bracket that spells a name out: "(Institut national …)", "(DGRI)".
fn bracket(text: &str, open: usize) -> Option<usize> {
    let inner = text.get(open + 1..)?;
    let close = inner.find(')')?;
    let words = inner.get(..close)?;
    let spelled = words.split_whitespace().count() <= 8
        && words.starts_with(char::is_uppercase)
        && !words.contains(['@', '/', '.']);
    spelled.then_some(open + 1 + close + 1)
}

fn is_capital(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '"', '«', '“', '`']);
    let first = word.chars().next();
    let digit = first.is_some_and(|c| c.is_ascii_digit()) && word.chars().any(char::is_alphabetic);
    first.is_some_and(char::is_uppercase)
        || digit
        || (word.len() > 2 && word.chars().skip(1).any(char::is_uppercase) && word.chars().all(char::is_alphanumeric))
}

fn is_stop(word: &str) -> bool {
    NO_NAMES.has(&fold(word))
}

/// A folded word without the signs around it.
struct Folded {
    whole: String,
    /// Of a short word of ASCII the small letters, which then stand for `whole`.
    short: [u8; SHORT],
    kept: Range<usize>,
}

/// Longest word, in bytes, that is folded without an allocation.
const SHORT: usize = 24;

impl Deref for Folded {
    type Target = str;

    fn deref(&self) -> &str {
        if self.whole.is_empty() {
            let kept = self.short.get(self.kept.clone()).unwrap_or_default();
            return std::str::from_utf8(kept).unwrap_or_default();
        }
        self.whole.get(self.kept.clone()).unwrap_or_default()
    }
}

/// Folds a word, or what an organisation may be called, and leaves out the signs around it.
fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        whole: String::new(),
        short: [0; SHORT],
        kept: 0..0,
    };
    let bytes = match folded.short.get_mut(..text.len()) {
        Some(short) if text.bytes().all(|byte| byte.is_ascii_graphic()) => {
            for (small, byte) in short.iter_mut().zip(text.bytes()) {
                *small = byte.to_ascii_lowercase();
            }
            &*short
        }
        Some(_) | None => {
            crate::text::fold_into(text, &mut folded.whole);
            folded.whole.as_bytes()
        }
    };
    let word = |byte: &u8| !matches!(byte, b' ' | b'"' | b'\'' | b'.' | b',' | b':' | b'(' | b')');
    let start = bytes.iter().position(word).unwrap_or(0);
    let end = bytes.iter().rposition(word).map_or(start, |last| last + 1);
    folded.kept = start..end;
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_prose_goes_on() {
        for (text, wanted) in [
            ("L'IRD", Some("IRD")),
            ("la société e-moulin a reçu", Some("e-moulin")),
            (
                "Direction de la recherche et de l'innovation (DRIX) du Ministère",
                Some("Direction de la recherche et de l'innovation (DRIX)"),
            ),
            ("ministère de la Mer afin de", Some("ministère de la Mer")),
            (
                "pôle Design des services numérique sur la mise",
                Some("pôle Design des services numérique"),
            ),
            ("Moulin Bleu, notre", Some("Moulin Bleu")),
            ("24ème recherche", Some("24ème")),
            ("Moulin SARL", Some("Moulin")),
            ("nous", None),
            ("une équipe", None),
        ] {
            assert_eq!(run(text).map(|range| &text[range]), wanted, "{text}");
        }
    }
}
