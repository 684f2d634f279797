//! Who offers it.
//!
//! A field or label that names the organisation decides. Else every place where offers name themselves proposes a
//! candidate ("X recrute", "X est une association", "À propos de X", "chez X", the home page that the first sentence
//! links to, the domain of the address); what is named more often, earlier and in the address wins.

mod in_title;
mod name;

use std::ops::Range;

use super::address;
use super::facts::{Contact, ContactRole, Fact, Inference};
use super::front_matter::Value;
use super::keys::{self, Key};
use super::page::{Heading, Page, Passage, PassageKind, Topic};
use super::place;
use super::section::SectionKind;
use super::words::{Words, words};

/// Where the name stands, seen from a phrase, and how much the phrase is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before a verb of hiring: "X recrute".
    Hires,
    /// Before "est une", when a kind of organisation follows.
    Is,
    /// Before a verb of what an organisation does, at the top or where the offer presents it.
    Acts,
    /// After it: "chez X".
    After(u8),
    /// After it, in a heading only: "À propos de X".
    Heading(u8),
    /// The phrase is a part of the name: "le ministère de …".
    Within,
    /// The phrase ends the name or opens it: "X University", "University of X".
    University,
}

use Side::{Acts, After, Heading as InHeading, Hires, Is, University, Within};

/// The phrases.
pub(super) const PHRASES: &[(&str, Side)] = &[
    ("recrute", Hires),
    ("recrutent", Hires),
    ("recherche", Hires),
    ("recherchent", Hires),
    ("cherche", Hires),
    ("cherchent", Hires),
    ("cheche", Hires),
    ("est a la recherche", Hires),
    ("propose un", Hires),
    ("propose une", Hires),
    ("vous propose", Hires),
    ("propose :", Hires),
    ("lance un", Hires),
    ("ouvre un", Hires),
    ("accueille", Hires),
    ("vous accueille", Hires),
    ("is looking for", Hires),
    ("is hiring", Hires),
    ("is recruiting", Hires),
    ("is seeking", Hires),
    ("seeks", Hires),
    ("invites applications", Hires),
    ("is now looking", Hires),
    ("is currently looking", Hires),
    ("is searching", Hires),
    ("are looking for", Hires),
    ("has an opening", Hires),
    ("has openings", Hires),
    ("sucht", Hires),
    ("accompagne", Acts),
    ("developpe", Acts),
    ("regroupe", Acts),
    ("federe", Acts),
    ("gere", Acts),
    ("est laureat*", Acts),
    ("oeuvre", Acts),
    ("intervient", Acts),
    ("a ete cree*", Acts),
    ("a ete fonde*", Acts),
    ("est un", Is),
    ("est une", Is),
    ("sont un", Is),
    ("sont une", Is),
    ("est le", Is),
    ("est la", Is),
    ("is a", Is),
    ("is an", Is),
    ("is the", Is),
    ("ist ein", Is),
    ("ist eine", Is),
    ("chez", After(3)),
    ("la societe", After(4)),
    ("l'entreprise", After(4)),
    ("l'association", After(4)),
    ("la startup", After(4)),
    ("la start-up", After(4)),
    ("la cooperative", After(4)),
    ("la fondation", After(4)),
    ("le collectif", After(4)),
    ("l'agence", After(3)),
    ("le laboratoire", After(3)),
    ("l'ecole", After(2)),
    ("rejoindre", After(3)),
    ("rejoignez", After(3)),
    ("rejoins", After(3)),
    ("au sein de", After(1)),
    ("au sein du", After(1)),
    ("au sein d'", After(1)),
    ("l'equipe de", After(2)),
    ("l'equipe d'", After(2)),
    ("l'equipe du", After(2)),
    ("les equipes de", After(2)),
    ("les bureaux de", After(3)),
    ("les locaux de", After(3)),
    ("la culture de", After(2)),
    ("pour le compte de", After(2)),
    ("join", After(3)),
    ("joining", After(2)),
    ("working at", After(3)),
    ("work at", After(2)),
    ("welcome to", After(2)),
    ("a propos de", InHeading(5)),
    ("a propos du", InHeading(5)),
    ("a propos d'", InHeading(5)),
    ("presentation de", InHeading(4)),
    ("presentation du", InHeading(4)),
    ("presentation d'", InHeading(4)),
    ("qui est", InHeading(5)),
    ("who is", InHeading(5)),
    ("about", InHeading(4)),
    ("why", InHeading(3)),
    ("pourquoi", InHeading(3)),
    ("decouvrez", InHeading(3)),
    ("uber", InHeading(4)),
    ("l'association", InHeading(4)),
    ("ministere", Within),
    ("direction", Within),
    ("pole", Within),
    ("institut", Within),
    ("universite", Within),
    ("laboratoire", Within),
    ("museum", Within),
    ("fondation", Within),
    ("agence", Within),
    ("mairie de", Within),
    ("ville de", Within),
    ("conseil departemental", Within),
    ("conseil regional", Within),
    ("communaute de communes", Within),
    ("metropole de", Within),
    ("centre national", Within),
    ("ecole nationale", Within),
    ("ecole des", Within),
    ("ecole de", Within),
    ("ecole d'", Within),
    ("ecole normale", Within),
    ("ecole polytechnique", Within),
    ("centre de recherche", Within),
    ("institute", Within),
    ("university", University),
    ("department of", Within),
    ("association", Within),
];

/// What an organisation says it is, in a folded text.
const KINDS_OF_ORGANIZATION: Words = Words::of(&[
    "association",
    "entreprise",
    "societe",
    "startup",
    "start-up",
    "cooperative",
    "scop",
    "scic",
    "ong",
    "fondation",
    "collectif",
    "laboratoire",
    "unite",
    "institut",
    "agence",
    "organisme",
    "organisation",
    "ecole",
    "universite",
    "etablissement",
    "esn",
    "groupe",
    "cabinet",
    "structure",
    "editeur",
    "pme",
    "mutuelle",
    "bureau",
    "filiale",
    "media",
    "think",
    "incubateur",
    "leader",
    "acteur",
    "partenaire",
    "jeune",
    "administration",
    "collectivite",
    "service",
    "centre",
    "operateur",
    "maison",
    "federation",
    "reseau",
    "syndicat",
    "mouvement",
    "alliance",
    "comite",
    "theatre",
    "musee",
    "bibliotheque",
    "commune",
    "studio",
    "specialiste",
    "company",
    "startups",
    "non-profit",
    "nonprofit",
    "organization",
    "foundation",
    "agency",
    "leading",
    "global",
    "firm",
    "charity",
    "ngo",
    "business",
    "consultancy",
    "university",
    "laboratory",
    "lab",
    "institute",
    "provider",
    "supplier",
    "publisher",
    "team",
    "bank",
    "fintech",
    "world",
    "largest",
    "fast-growing",
    "unternehmen",
    "verein",
]);

/// Parts of addresses that name nobody.
const COMMON_LABELS: Words = Words::of(&[
    "contact",
    "contacts",
    "jobs",
    "candidature",
    "candidatures",
    "recrutement",
    "info",
    "infos",
    "mail",
    "gouv",
    "stage",
    "stages",
    "emploi",
    "apply",
    "careers",
    "hello",
    "bonjour",
    "team",
    "equipe",
    "recrute",
    "hiring",
    "support",
    "admin",
    "secretariat",
    "direction",
    "beta",
    "groupes",
    "lists",
    "liste",
    "univ",
    "edu",
    "ac",
    "co",
    "asso",
    "www",
]);

/// A name proposed for the organisation.
#[derive(Debug)]
struct Candidate {
    /// Bytes of the visible text.
    at: Range<u32>,
    /// Folded, letters and digits only.
    squeezed: String,
    score: i32,
}

/// Reads the organisation. `title` and `contacts` are what the other readers found.
pub(super) fn read(page: &Page<'_>, title: Option<&Fact<String>>, contacts: &[Fact<Contact>]) -> Option<Fact<String>> {
    if let Some(fact) = by_key(page) {
        return Some(fact);
    }
    let title_at = title
        .and_then(|fact| fact.evidence.first())
        .and_then(|evidence| match &evidence.origin {
            super::Origin::Text { span, .. } => Some(span.clone()),
            super::Origin::FileName | super::Origin::Candidate => None,
        });
    let labels = address_labels(contacts);
    let mut candidates: Vec<Candidate> = Vec::new();
    by_phrases(page, title_at.as_ref(), &mut candidates);
    in_title::propose(page, title_at.as_ref(), &mut candidates);
    by_second_heading(page, &mut candidates);
    by_home_page(page, &mut candidates);
    by_address(page, &labels, &mut candidates);
    weigh(page, &labels, &mut candidates);
    prefer_longer(&mut candidates);
    let best = candidates
        .iter()
        .max_by_key(|candidate| (candidate.score, std::cmp::Reverse(candidate.at.start)));
    match best {
        Some(best) if best.score >= 3 => Some(fact(page, &best.at)),
        _ => inferred(page, contacts),
    }
}

fn fact(page: &Page<'_>, visible: &Range<u32>) -> Fact<String> {
    let value = page.visible(visible).split_whitespace().collect::<Vec<_>>().join(" ");
    Fact {
        value,
        evidence: vec![page.evidence_at(page.source(visible))],
    }
}

/// A front-matter field, the best key first, else a label of the body.
fn by_key(page: &Page<'_>) -> Option<Fact<String>> {
    let mut fields: Vec<_> = page
        .front
        .scalars()
        .into_iter()
        .filter_map(|(field, words, span)| Some((keys::rank(Key::Organization, &field.folded)?, words, span)))
        .collect();
    fields.sort_by_key(|(rank, ..)| *rank);
    let nested = nested_names(page);
    for (_, words, span) in nested.into_iter().map(|(words, span)| (0, words, span)).chain(fields) {
        let name = words.trim().trim_matches(['"', '\'', '`', '*', '_']).trim();
        if name::is_usable(name) {
            return Some(Fact {
                value: name.to_owned(),
                evidence: vec![page.evidence_at(span.clone())],
            });
        }
    }
    page.body()
        .iter()
        .filter(|passage| passage.key == Some(Key::Organization))
        .find_map(|passage| {
            let label = page.folded(&passage.label);
            let rank = keys::rank(Key::Organization, label)?;
            let value = page.shown(&passage.value);
            let name = value.trim_matches(['"', '`', '*', '_', '.', ' ', '–', '-']);
            let short = name.chars().count() <= 70 && name.split_whitespace().count() <= 9;
            let heading = matches!(passage.kind, PassageKind::Heading(_));
            // "Équipe : 5 personnes", "Team: Engineering" name something else.
            ((rank < keys::WEAK_ORGANIZATION || name::is_institution(name))
                && short
                && !heading
                && name::is_usable(name)
                && name::starts_like_one(name))
            .then(|| page.fact(name.to_owned(), &passage.value))
        })
}

/// The names of maps under a key for the organisation: `company: {name: X, city: Y}`.
fn nested_names<'f>(page: &Page<'f>) -> Vec<(&'f str, &'f Range<usize>)> {
    let front = page.front;
    let maps = front.fields.iter().filter_map(|field| match &field.value {
        Value::Map(fields) if keys::rank(Key::Organization, &field.folded).is_some() => Some(fields),
        _ => None,
    });
    let named = maps.flatten().filter_map(|field| match &field.value {
        Value::Text(words, span) if matches!(field.folded.as_str(), "name" | "nom" | "title" | "label") => {
            Some((words.as_str(), span))
        }
        _ => None,
    });
    named.collect()
}

fn by_phrases(page: &Page<'_>, title: Option<&Range<usize>>, candidates: &mut Vec<Candidate>) {
    for hit in page.hits(Topic::Organization) {
        let Some((_, side)) = PHRASES.get(usize::from(hit.phrase)) else {
            continue;
        };
        let Some(passage) = page.passages.get(hit.passage as usize) else {
            continue;
        };
        if passage.kind == PassageKind::Field && !matches!(passage.key, Some(Key::Title | Key::Description)) {
            continue;
        }
        let in_title = title.is_some_and(|span| page.overlaps(passage, span));
        let heading = matches!(passage.kind, PassageKind::Heading(_));
        let at = hit.range();
        let (found, score) = match side {
            Hires => (name::before(page, &at), if in_title { 6 } else { 4 }),
            Is => (name::before(page, &at).filter(|_| names_a_kind(page, &at)), 5),
            Acts if is_early(page, passage) || page.section_kinds(passage).any(|kind| kind == SectionKind::Company) => {
                (name::before(page, &at), 3)
            }
            After(score) => (
                name::after(page, passage, at.end, in_title && *score == 3),
                if in_title { 6 } else { i32::from(*score) },
            ),
            InHeading(score) if heading => (name::after(page, passage, at.end, false), i32::from(*score)),
            Within => (name::within(page, passage, &at), 1 + i32::from(is_early(page, passage))),
            University => (
                name::university(page, passage, &at),
                2 + i32::from(is_early(page, passage)) + 2 * i32::from(in_title),
            ),
            Acts | InHeading(_) => (None, 0),
        };
        if let Some(found) = found {
            propose(page, found, score, candidates);
        }
    }
}

/// What follows "est une" within a few words is a kind of organisation.
fn names_a_kind(page: &Page<'_>, at: &Range<u32>) -> bool {
    let sentence = page.sentence(at);
    let after = page.folded(&(at.end..sentence.end));
    after
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''))
        .filter(|word| !word.is_empty())
        .take(6)
        .any(|word| KINDS_OF_ORGANIZATION.has(word.trim_start_matches("l'").trim_end_matches("'s")))
}

/// Tells whether a passage stands at the top; the first of the body decide, and all fields.
fn is_early(page: &Page<'_>, passage: &Passage) -> bool {
    let last = page.passages.get(page.body_start + 8);
    last.is_none_or(|last| passage.folded.start < last.folded.start)
}

/// A short heading right below the title, with nothing under it: boards write the organisation there.
fn by_second_heading(page: &Page<'_>, candidates: &mut Vec<Candidate>) {
    let [first, second, third, ..] = page.body() else {
        return;
    };
    let (PassageKind::Heading(Heading::Real(one)), PassageKind::Heading(Heading::Real(two))) =
        (first.kind, second.kind)
    else {
        return;
    };
    // Boards write both in a row; elsewhere a part of the text may have been left out between them.
    let between = page
        .text
        .get(page.source(&first.visible).end..page.source(&second.visible).start)
        .unwrap_or_default();
    let apart = memchr::memchr_iter(b'\n', between.as_bytes()).count() > 4;
    let empty = !apart && matches!(third.kind, PassageKind::Heading(Heading::Real(three)) if three >= two);
    let words = page.visible(&second.visible).trim();
    let plain = words.split_whitespace().count() <= 6 && second.key.is_none() && !words.contains(['?', '!', ':', '`']);
    let known = page.section_kinds(second).next().is_some();
    if two > one && empty && plain && !known && name::is_usable(words) {
        propose(page, second.visible.clone(), 8, candidates);
    }
}

/// A name that links to the front page of a site.
fn by_home_page(page: &Page<'_>, candidates: &mut Vec<Candidate>) {
    let mut first = true;
    for link in page.links.iter().take(40) {
        let Some(rest) = link
            .target
            .strip_prefix("https://")
            .or_else(|| link.target.strip_prefix("http://"))
        else {
            continue;
        };
        let home = !rest.trim_end_matches('/').contains(['/', '?', '#']);
        let words = page.visible(&link.text).trim();
        let foreign = || words!["twitter", "github", "linkedin", "facebook", "wikipedia"].are_part_of(rest);
        if !home || words.is_empty() || words.contains(['.', '@', '/']) || !name::is_name(words) || foreign() {
            continue;
        }
        let score = 2 + i32::from(first);
        first = false;
        let lead = page.visible(&link.text).len() - page.visible(&link.text).trim_start().len();
        let start = link.text.start + u32::try_from(lead).unwrap_or(0);
        propose(
            page,
            start..start + u32::try_from(words.len()).unwrap_or(0),
            score,
            candidates,
        );
    }
}

/// The words of the addresses that could be names: of the domain without its end, and of the local part.
fn address_labels(contacts: &[Fact<Contact>]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for fact in contacts {
        let lower = fact.value.email.to_ascii_lowercase();
        let Some((local, domain)) = lower.split_once('@') else {
            continue;
        };
        if is_free(domain) {
            continue;
        }
        let domain = domain.rsplit_once('.').map_or(domain, |(head, _)| head);
        // "candidatures-moulin@": beside a word for applications stands a name; elsewhere stands a person.
        let local = if local.split(['.', '-', '_', '+']).any(|part| COMMON_LABELS.has(part)) {
            local
        } else {
            ""
        };
        // "sophia.inria.fr": the place of a branch is no name.
        let own = domain
            .rsplit('.')
            .find(|label| !COMMON_LABELS.has(label))
            .unwrap_or(domain);
        for label in std::iter::once(own)
            .chain(local.split(['.', '-', '_', '+']))
            .chain(own.split('-'))
        {
            if label.len() >= 3 && !COMMON_LABELS.has(label) && !labels.iter().any(|known| known == label) {
                labels.push(label.to_owned());
            }
        }
    }
    labels
}

/// Mailboxes that anybody can have.
fn is_free(domain: &str) -> bool {
    let name = domain.split('.').next().unwrap_or(domain);
    matches!(
        name,
        "gmail"
            | "googlemail"
            | "yahoo"
            | "hotmail"
            | "outlook"
            | "live"
            | "orange"
            | "wanadoo"
            | "free"
            | "laposte"
            | "sfr"
            | "protonmail"
            | "proton"
            | "pm"
            | "icloud"
            | "aol"
            | "gmx"
            | "web"
            | "msn"
            | "me"
            | "riseup"
            | "mailo"
            | "posteo"
            | "tutanota"
            | "ymail"
            | "numericable"
            | "bbox"
            | "neuf"
            | "noos"
            | "skynet"
    ) && !domain.ends_with("gouv.fr")
}

/// A word of the text, written as a name, that the address holds too.
fn by_address(page: &Page<'_>, labels: &[String], candidates: &mut Vec<Candidate>) {
    for label in labels.iter().filter(|label| !place::is_town(label)) {
        if let Some(at) = find_name(page, label) {
            let whole = name::institution_around(page, &at).unwrap_or(at);
            propose(page, whole, 3, candidates);
        }
    }
}

/// Finds `word` as a whole word of the body that begins with a capital or a digit.
fn find_name(page: &Page<'_>, word: &str) -> Option<Range<u32>> {
    let bytes = page.folded.as_bytes();
    let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    memchr::memmem::find_iter(bytes, word.as_bytes())
        .take(30)
        .find_map(|at| {
            let end = at + word.len();
            let touched = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at))
                    .is_some_and(|b| matches!(b, b'@' | b'.' | b'_' | b'/' | b'-'))
            };
            let dotted = touched(at.checked_sub(1)) || (touched(Some(end)) && letter(Some(end + 1)));
            if letter(at.checked_sub(1)) || letter(Some(end)) || dotted {
                return None;
            }
            let visible = page.to_visible(&(u32::try_from(at).ok()?..u32::try_from(end).ok()?));
            page.visible(&visible)
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                .then_some(visible)
        })
}

fn propose(page: &Page<'_>, at: Range<u32>, score: i32, candidates: &mut Vec<Candidate>) {
    let squeezed = squeeze(page.visible(&at));
    if squeezed.len() < 2 {
        return;
    }
    let room = candidates.len() < 60;
    match candidates.iter_mut().find(|known| known.squeezed == squeezed) {
        Some(known) => known.score = known.score.max(score) + 1,
        None if room => candidates.push(Candidate { at, squeezed, score }),
        None => {}
    }
}

fn squeeze(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    crate::text::fold_into(text, &mut folded);
    folded.retain(|c| c.is_ascii_alphanumeric());
    folded
}

/// Adds what repetition and the address say for each candidate.
fn weigh(page: &Page<'_>, labels: &[String], candidates: &mut [Candidate]) {
    for candidate in candidates {
        let mut folded = String::new();
        crate::text::fold_into(page.visible(&candidate.at), &mut folded);
        let count = memchr::memmem::find_iter(page.folded.as_bytes(), folded.trim().as_bytes())
            .take(4)
            .count();
        candidate.score += i32::try_from(count).unwrap_or(0) - 1;
        let whole = labels.iter().any(|label| label.replace('-', "") == candidate.squeezed);
        let part = candidate.squeezed.len() >= 3
            && labels.iter().any(|label| {
                let label = label.replace('-', "");
                label.contains(&candidate.squeezed) || (label.len() >= 5 && candidate.squeezed.starts_with(&label))
            });
        candidate.score += if whole { 3 } else { i32::from(part) };
    }
}

/// Gives a longer form of a name what its short form won: "Moulin" for "Moulin Bleu".
fn prefer_longer(candidates: &mut [Candidate]) {
    let short: Vec<(String, i32)> = candidates.iter().map(|c| (c.squeezed.clone(), c.score)).collect();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.score >= 4) {
        let best = short
            .iter()
            .filter(|(name, _)| {
                name.len() >= 3 && name.len() < candidate.squeezed.len() && candidate.squeezed.contains(name.as_str())
            })
            .map(|(_, score)| *score)
            .max();
        if let Some(best) = best {
            candidate.score = candidate.score.max(best + 1);
        }
    }
}

/// Nothing in the text names it: the domain of the address that takes the applications does.
fn inferred(page: &Page<'_>, contacts: &[Fact<Contact>]) -> Option<Fact<String>> {
    let contact = contacts.iter().find(|fact| fact.value.role == ContactRole::To)?;
    let (_, domain) = contact.value.email.split_once('@')?;
    let domain = domain.to_ascii_lowercase();
    // The domain of a university is an abbreviation that nobody says.
    let school = domain.contains("univ") || domain.rsplit('.').next() == Some("edu") || domain.contains(".ac.");
    // So is "unicaen" where the text speaks of a university.
    let school = school || (domain.split('.').any(|label| label.starts_with("uni")) && page.text.contains("niversit"));
    if is_free(&domain) || school || address::is_placeholder(&contact.value.email) {
        return None;
    }
    let mut parts = domain.rsplit('.').skip(1);
    let label = parts.find(|part| !matches!(*part, "gouv" | "co" | "com" | "ac" | "asso" | "org" | "edu" | "beta"))?;
    // The text must know the name too: a link, a picture, an author.
    let known = memchr::memmem::find_iter(page.text.to_ascii_lowercase().as_bytes(), label.as_bytes())
        .nth(1)
        .is_some();
    let elsewhere = page
        .text
        .to_ascii_lowercase()
        .replace(&contact.value.email.to_ascii_lowercase(), "")
        .contains(label);
    if !(known && elsewhere) || label.len() < 3 {
        return None;
    }
    let mut letters = label.chars();
    let value = letters.next()?.to_uppercase().chain(letters).collect();
    let mut evidence = contact.evidence.clone();
    evidence.truncate(1);
    for entry in &mut evidence {
        entry.inferred = Some(Inference::FromAddress);
    }
    Some(Fact { value, evidence })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::{contacts, front_matter, title};

    fn organization(text: &str) -> Option<String> {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        let title = title::read(&page);
        let contacts = contacts::read(&page, false, &mut Vec::new());
        read(&page, title.as_ref(), &contacts).map(|fact| {
            assert!(fact.evidence[0].quote(text).is_some());
            fact.value
        })
    }

    #[test]
    fn offers_name_themselves() {
        for (text, wanted) in [
            ("---\ncompany: Les Ateliers du Port\n---\nTexte", "Les Ateliers du Port"),
            (
                "- Société : Les Ateliers du Port\n- Lieu : Brest",
                "Les Ateliers du Port",
            ),
            (
                "---\ntitle: Moulin Bleu recrute une développeuse\n---\nTexte",
                "Moulin Bleu",
            ),
            ("# Offre de stage chez Moulin Bleu\n\nTexte.", "Moulin Bleu"),
            ("# Un poste\n\nMoulin Bleu est une association qui aide.", "Moulin Bleu"),
            (
                "# Un poste\n\nLa société **Moulin Bleu** recherche une personne.",
                "Moulin Bleu",
            ),
            ("# Un poste\n\n## À propos de Moulin Bleu\n\nTexte.", "Moulin Bleu"),
            (
                "# Un poste\n\nL'INPX (Institut national des ponts exemplaires) recherche une personne.",
                "INPX (Institut national des ponts exemplaires)",
            ),
            (
                "# Un poste\n\nRejoindre les équipes du ministère des Marées afin de compter.",
                "ministère des Marées",
            ),
            ("# A job\n\nBlue Mill is a leading supplier of flour.", "Blue Mill"),
            (
                "# [A job](https://a.example/apply/x)\n### Blue Mill\n#### `Remote`\n\nText.",
                "Blue Mill",
            ),
            (
                "# Un poste\n\nNous aimons le travail de la MAREX. Écrire à jobs@marex.example",
                "MAREX",
            ),
            (
                "---\ncompany:\n  name: Moulin Bleu\n  city: Brest\n---\nTexte",
                "Moulin Bleu",
            ),
            (
                "# Un poste\n\n- Laboratoire : Institut des Moulins\n",
                "Institut des Moulins",
            ),
            (
                "# Un poste\n\n- **Entreprise** : The Blue Mill (Atelier)\n",
                "The Blue Mill (Atelier)",
            ),
            ("# Three PhD positions at Blue Mill\n\nText.", "Blue Mill"),
            ("# Blue Mill - Vacancies\n\nText.", "Blue Mill"),
            (
                "# Un poste\n\nPour travailler à l'Institut des Marées, écrire à rh@marees.example",
                "Institut des Marées",
            ),
            ("# Offre de thèse au MARX\n\nLe MARX mesure.", "MARX"),
            ("# Poste à l'école des Moulins\n\nTexte.", "école des Moulins"),
            (
                "# A position\n\nOne position in tides at Ebb Tide University, by the sea.",
                "Ebb Tide University",
            ),
            (
                "# A position\n\nThe University of Ebbing offers a post.",
                "University of Ebbing",
            ),
            (
                "# Un poste\n\n![](https://moulin.example/x.png)\n\nÉcrire à jobs@moulin.example",
                "Moulin",
            ),
        ] {
            assert_eq!(organization(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn nobody_is_named() {
        for text in [
            "# Un poste\n\nNous recherchons une personne.",
            "# Un poste\n\nÉcrire à jobs@moulin.example",
            "# Un poste\n\nL'équipe est une équipe. Le candidat recherche.",
            "# A job\n### None\n#### x\n\nWe are hiring.",
            "# Un poste\n\nProfil : Master 2 recherche en tides.",
            "# Stage : initiation au CSS\n\nDu CSS, encore du CSS.",
            "# A post\n\nHolders of a university degree may write to camille.petit@univ-marees.example",
        ] {
            assert_eq!(organization(text), None, "{text}");
        }
    }
}
