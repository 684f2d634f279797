//! The kinds of contract that an offer proposes.
//!
//! The best kind of passage decides alone: what a key or a label says, else the title, else phrases of the text that
//! can only mean this offer ("offre de stage", "en CDI"). Words that are only mentioned (a past internship asked for, a
//! possible contract afterwards, holiday camps, the CDI of Java) never count.

use std::ops::Range;

use super::context::{Around, find_word, first_words, holds_any, is_title, last_words, nearby, whole_word};
use super::facts::{EmploymentType, Fact, Facts};
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::words;
use crate::text::Language;

/// How much a phrase says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing else can be meant: "contrat d'alternance".
    Clear,
    /// A kind when the place fits: "CDI", "stage".
    Word,
    /// A kind only as the value of a key or label: "term", "indépendant".
    Value,
}

use EmploymentType as E;
use Weight::{Clear, Value, Word};

/// The words of contracts.
pub(super) const PHRASES: &[(&str, (EmploymentType, Weight))] = &[
    ("offre de stage*", (E::Internship, Clear)),
    ("offres de stage*", (E::Internship, Clear)),
    ("proposition de stage", (E::Internship, Clear)),
    ("sujet de stage", (E::Internship, Clear)),
    ("stage conventionne", (E::Internship, Clear)),
    ("stage remunere", (E::Internship, Clear)),
    ("stage de fin d'etude*", (E::Internship, Clear)),
    ("stage", (E::Internship, Word)),
    ("stages", (E::Internship, Value)),
    ("stagiaire", (E::Internship, Word)),
    ("stagiaires", (E::Internship, Value)),
    ("internship", (E::Internship, Word)),
    ("internships", (E::Internship, Value)),
    ("intern", (E::Internship, Word)),
    ("interns", (E::Internship, Value)),
    ("traineeship", (E::Internship, Word)),
    ("praktikum", (E::Internship, Word)),
    ("praktikant*", (E::Internship, Word)),
    ("contrat a duree indeterminee", (E::Permanent, Clear)),
    ("cdi", (E::Permanent, Word)),
    ("permanent position", (E::Permanent, Clear)),
    ("permanent contract", (E::Permanent, Clear)),
    ("permanent employment", (E::Permanent, Clear)),
    ("permanent role", (E::Permanent, Clear)),
    ("tenure-track", (E::Permanent, Word)),
    ("tenure track", (E::Permanent, Word)),
    ("tenured", (E::Permanent, Word)),
    ("unbefristet*", (E::Permanent, Word)),
    ("permanent", (E::Permanent, Value)),
    ("permanente", (E::Permanent, Value)),
    ("perm", (E::Permanent, Value)),
    ("duree indeterminee", (E::Permanent, Value)),
    ("titulaire", (E::Permanent, Value)),
    ("contrat a duree determinee", (E::FixedTerm, Clear)),
    ("a duree determinee", (E::FixedTerm, Clear)),
    ("a duree indeterminee", (E::Permanent, Clear)),
    ("cdd", (E::FixedTerm, Word)),
    ("cddu", (E::FixedTerm, Word)),
    ("fixed-term", (E::FixedTerm, Word)),
    ("fixed term", (E::FixedTerm, Word)),
    ("limited-term", (E::FixedTerm, Word)),
    ("limited term", (E::FixedTerm, Word)),
    ("term appointment", (E::FixedTerm, Clear)),
    ("temporary position", (E::FixedTerm, Clear)),
    ("temporary contract", (E::FixedTerm, Clear)),
    ("contrat de projet", (E::FixedTerm, Clear)),
    ("befristet", (E::FixedTerm, Value)),
    ("temporary", (E::FixedTerm, Value)),
    ("term", (E::FixedTerm, Value)),
    ("duree determinee", (E::FixedTerm, Value)),
    ("contractuel", (E::FixedTerm, Value)),
    ("contractuelle", (E::FixedTerm, Value)),
    ("contrat d'alternance", (E::Apprenticeship, Clear)),
    ("contrat d'apprentissage", (E::Apprenticeship, Clear)),
    ("contrat de professionnalisation", (E::Apprenticeship, Clear)),
    ("contrat pro", (E::Apprenticeship, Clear)),
    ("en alternance", (E::Apprenticeship, Clear)),
    ("en apprentissage", (E::Apprenticeship, Clear)),
    ("alternance", (E::Apprenticeship, Word)),
    ("alternances", (E::Apprenticeship, Value)),
    ("alternant*", (E::Apprenticeship, Word)),
    ("apprenti", (E::Apprenticeship, Word)),
    ("apprentie", (E::Apprenticeship, Word)),
    ("apprenticeship", (E::Apprenticeship, Word)),
    ("apprentissage", (E::Apprenticeship, Value)),
    ("contrat pro.", (E::Apprenticeship, Value)),
    ("ausbildung", (E::Apprenticeship, Word)),
    ("en freelance", (E::Freelance, Clear)),
    ("contracting role", (E::Freelance, Clear)),
    ("contractor position", (E::Freelance, Clear)),
    ("contract role", (E::Freelance, Clear)),
    ("contract position", (E::Freelance, Clear)),
    ("independent contractor*", (E::Freelance, Clear)),
    ("freelance", (E::Freelance, Word)),
    ("freelances", (E::Freelance, Word)),
    ("freelancer*", (E::Freelance, Word)),
    ("mission freelance", (E::Freelance, Clear)),
    ("portage salarial", (E::Freelance, Clear)),
    ("un independant*", (E::Freelance, Clear)),
    ("une independante", (E::Freelance, Clear)),
    ("un·e independant*", (E::Freelance, Clear)),
    ("un.e independant*", (E::Freelance, Clear)),
    ("un(e) independant*", (E::Freelance, Clear)),
    ("un-e independant*", (E::Freelance, Clear)),
    ("un ou une independant*", (E::Freelance, Clear)),
    ("des independant*", (E::Freelance, Clear)),
    ("independant*", (E::Freelance, Value)),
    ("independent", (E::Freelance, Value)),
    ("prestataire*", (E::Freelance, Value)),
    ("prestation*", (E::Freelance, Value)),
    ("contractor", (E::Freelance, Value)),
    ("contract", (E::Freelance, Value)),
    ("consultant", (E::Freelance, Value)),
    ("auto-entrepreneur*", (E::Freelance, Word)),
    ("mission benevole", (E::Volunteer, Clear)),
    ("missions benevoles", (E::Volunteer, Clear)),
    ("poste benevole", (E::Volunteer, Clear)),
    ("devenir benevole*", (E::Volunteer, Clear)),
    ("poste d'ater", (E::FixedTerm, Clear)),
    ("postes d'ater", (E::FixedTerm, Clear)),
    ("poste ater", (E::FixedTerm, Clear)),
    ("postes ater", (E::FixedTerm, Clear)),
    ("ouvert aux independants", (E::Freelance, Clear)),
    ("ouverte aux independants", (E::Freelance, Clear)),
    ("ouvert aux freelances", (E::Freelance, Clear)),
    ("phd scholarship*", (E::Phd, Clear)),
    ("studentship*", (E::Phd, Value)),
    ("phd fellowship*", (E::Phd, Clear)),
    ("phd studentship*", (E::Phd, Clear)),
    ("phd research", (E::Phd, Value)),
    ("volunteer position", (E::Volunteer, Clear)),
    ("volunteer role", (E::Volunteer, Clear)),
    ("volunteer opportunity", (E::Volunteer, Clear)),
    ("unpaid position", (E::Volunteer, Clear)),
    ("benevole", (E::Volunteer, Value)),
    ("benevoles", (E::Volunteer, Value)),
    ("benevolat", (E::Volunteer, Value)),
    ("volunteer", (E::Volunteer, Value)),
    ("volunteers", (E::Volunteer, Value)),
    ("volunteering", (E::Volunteer, Value)),
    ("gratis", (E::Volunteer, Value)),
    ("service civique", (E::CivicService, Word)),
    ("volontaire en service civique", (E::CivicService, Clear)),
    ("contrat doctoral", (E::Phd, Clear)),
    ("offre de these", (E::Phd, Clear)),
    ("sujet de these", (E::Phd, Clear)),
    ("these cifre", (E::Phd, Clear)),
    ("phd position*", (E::Phd, Clear)),
    ("phd student*", (E::Phd, Clear)),
    ("ph.d. position*", (E::Phd, Clear)),
    ("ph.d. student*", (E::Phd, Clear)),
    ("doctoral position*", (E::Phd, Clear)),
    ("doctoral student*", (E::Phd, Clear)),
    ("doctorant*", (E::Phd, Value)),
    ("phd", (E::Phd, Value)),
    ("ph.d.", (E::Phd, Value)),
    ("phds", (E::Phd, Value)),
    ("these", (E::Phd, Value)),
    ("theses", (E::Phd, Value)),
    ("doctorat", (E::Phd, Value)),
    ("doctoral", (E::Phd, Value)),
    ("doktorand*", (E::Phd, Value)),
    ("cifre", (E::Phd, Value)),
    ("post-doc", (E::Postdoc, Word)),
    ("post-docs", (E::Postdoc, Word)),
    ("postdoc", (E::Postdoc, Word)),
    ("postdocs", (E::Postdoc, Word)),
    ("post doc", (E::Postdoc, Word)),
    ("post-doctor*", (E::Postdoc, Word)),
    ("postdoctor*", (E::Postdoc, Word)),
    ("post-doctorat", (E::Postdoc, Word)),
    ("postdoctorat", (E::Postdoc, Word)),
    ("werkstudent*", (E::Other, Word)),
    ("contrat par semaine", (E::Other, Clear)),
    ("job etudiant", (E::Other, Word)),
    ("vacations", (E::Other, Value)),
    ("vacation", (E::Other, Value)),
    ("interim", (E::Other, Value)),
    ("vie", (E::Other, Value)),
    ("working student", (E::Other, Word)),
];

/// Where a kind is named; the first are the better ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Stated,
    Title,
    Text,
    Mention,
}

struct Found {
    source: Source,
    kind: EmploymentType,
    range: Range<u32>,
}

/// Reads the kinds of contract, each with the passages that name it.
pub(super) fn read(page: &Page<'_>, facts: &Facts) -> Vec<Fact<EmploymentType>> {
    let language = facts.language.as_ref().map(|fact| fact.value);
    let found: Vec<Found> = page
        .hits(Topic::Employment)
        .iter()
        .filter_map(|hit| weigh(page, facts, language, hit))
        .collect();
    let found = without_inner(found);
    let Some(best) = found.iter().map(|found| found.source).min() else {
        return Vec::new();
    };
    let mut kinds: Vec<Fact<EmploymentType>> = Vec::new();
    for named in found.iter().filter(|found| found.source == best) {
        match kinds.iter_mut().find(|fact| fact.value == named.kind) {
            Some(fact) if fact.evidence.len() < 3 => fact.evidence.push(page.evidence(&named.range)),
            Some(_) => {}
            None => kinds.push(page.fact(named.kind, &named.range)),
        }
    }
    // "PhD" beside a post-doc is the diploma asked.
    if kinds.iter().any(|fact| fact.value == E::Postdoc) {
        kinds.retain(|fact| fact.value != E::Phd);
    }
    kinds
}

/// Drops what stands inside a longer phrase of the same kind: "independent" in "independent contractor".
fn without_inner(found: Vec<Found>) -> Vec<Found> {
    let ranges: Vec<(EmploymentType, Range<u32>)> =
        found.iter().map(|found| (found.kind, found.range.clone())).collect();
    let is_inner = |inner: &Found| {
        ranges.iter().any(|(kind, outer)| {
            *kind == inner.kind
                && *outer != inner.range
                && outer.start <= inner.range.start
                && inner.range.end <= outer.end
        })
    };
    found.into_iter().filter(|found| !is_inner(found)).collect()
}

fn weigh(page: &Page<'_>, facts: &Facts, language: Option<Language>, hit: &Hit) -> Option<Found> {
    let (_, (kind, weight)) = *PHRASES.get(usize::from(hit.phrase))?;
    let passage = page.passages.get(hit.passage as usize)?;
    // "Contract of employment" and "permanent contract" are no contract work.
    let value = page.folded(&passage.value).trim();
    if page.folded(&hit.range()) == "contract"
        && (!value.starts_with("contract")
            || holds_any(value, words!["employment", "permanent", "fixed*", "indefinite"]))
    {
        return None;
    }
    // The word "contract" of a label is no kind.
    if hit.start < passage.value.start && matches!(passage.key, Some(Key::Contract | Key::Kind)) {
        return None;
    }
    let source = source(page, facts, passage, hit, weight)?;
    let around = Around::of(page, &hit.range());
    if around.is_negated() || is_mentioned_only(&around, kind) {
        return None;
    }
    let word = page.folded(&hit.range());
    // "des stages de 3e": what a project is about, unless the title says so.
    let at_school = ["de 3e", "de 3eme", "de troisieme"]
        .iter()
        .any(|year| around.after.trim_start().starts_with(year));
    if at_school && source != Source::Title && source != Source::Stated {
        return None;
    }
    if word.starts_with("stage") && !stage_is_meant(page, passage, &around, hit, language) {
        return None;
    }
    let java = kind == E::Permanent
        && holds_any(
            nearby(page, passage, hit),
            words!["ejb", "jms", "jpa", "jsf", "javaee", "weld"],
        );
    (!java).then(|| Found {
        source,
        kind,
        range: whole_word(page, &hit.range()),
    })
}

/// Says how good the place of a hit is; `None` when its weight asks for a better one.
fn source(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit, weight: Weight) -> Option<Source> {
    match passage.key {
        Some(Key::Contract | Key::Kind) => return Some(Source::Stated),
        Some(Key::Title) if passage.kind == PassageKind::Field => return title_source(page, passage, hit, weight),
        Some(Key::Pay)
            if passage.kind == PassageKind::Field
                && PHRASES
                    .get(usize::from(hit.phrase))
                    .is_some_and(|(phrase, _)| *phrase == "gratis") =>
        {
            return Some(Source::Text);
        }
        Some(Key::Tags | Key::Category) => return (weight != Value).then_some(Source::Mention),
        Some(Key::Description) => {}
        Some(Key::Duration) => return Some(Source::Text),
        Some(Key::Level | Key::Organization | Key::Contact | Key::Link | Key::Pay) => return None,
        Some(_) | None if passage.kind == PassageKind::Field => return None,
        Some(_) | None => {}
    }
    if is_title(page, facts, passage) {
        return title_source(page, passage, hit, weight);
    }
    let elsewhere = page.section_kinds(passage).any(|kind| {
        matches!(
            kind,
            SectionKind::Company | SectionKind::Profile | SectionKind::Legal | SectionKind::Process
        )
    });
    match (weight, elsewhere) {
        (Clear, false) => Some(Source::Text),
        (Clear, true) => Some(Source::Mention),
        (Word, false) => Some(if opens(page, passage, hit) {
            Source::Text
        } else {
            word_source(page, passage, hit)
        }),
        (Word, true) => (is_proposed(page, passage, hit) || is_opened(page, passage, hit) || lasts(page, passage, hit))
            .then_some(Source::Text),
        (Value, _) => None,
    }
}

/// "CDD de 5 mois" at the head of a line.
fn lasts(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let behind = page.folded(&(hit.range().end..passage.folded.end));
    opens(page, passage, hit)
        && first_words(behind, 2)
            .strip_prefix("de ")
            .is_some_and(|length| length.starts_with(|c: char| c.is_ascii_digit()))
        && first_words(behind, 3).ends_with("mois")
}

/// In a title every word counts, but those that may be a subject or a diploma must open or close it.
fn title_source(page: &Page<'_>, passage: &Passage, hit: &Hit, weight: Weight) -> Option<Source> {
    let text = nearby(page, passage, hit);
    let phrase = page.folded(&hit.range());
    if weight == Value
        && matches!(
            phrase,
            "apprentissage"
                | "term"
                | "contract"
                | "consultant"
                | "vie"
                | "independent"
                | "titulaire"
                | "temporary"
                | "interim"
        )
    {
        return opens(page, passage, hit)
            .then_some(Source::Title)
            .filter(|_| phrase == "apprentissage" && !text.contains("apprentissage automatique"));
    }
    Some(Source::Title)
}

/// "en CDI", "un CDI", "CDD de 6 mois", "un·e stagiaire": words around a kind that make it the one offered.
fn word_source(page: &Page<'_>, passage: &Passage, hit: &Hit) -> Source {
    let text = page.folded(&passage.folded);
    let start = (hit.start - passage.folded.start) as usize;
    let before = last_words(text.get(..start).unwrap_or_default(), 3);
    let after = first_words(page.folded(&(hit.end..passage.folded.end)), 3);
    let offered = holds_any(
        before,
        words![
            "en",
            "un",
            "une",
            "un·e",
            "un(e)",
            "un-e",
            "un.e",
            "ou",
            "le",
            "du",
            "ce",
            "votre",
            "son",
            "contrat",
            "type",
            "offre*",
            "recherch*",
            "a",
            "an",
            "our",
            "this",
            "the",
            "as",
            "des",
            "l'",
        ],
    ) || holds_any(
        after,
        words![
            "de", "a", "ou", "d'une", "h/f", "f/h", "position", "contract", "temps", "m/f", "for",
        ],
    ) || before.ends_with('\'');
    if offered { Source::Text } else { Source::Mention }
}

/// "Nous vous proposons un CDI", "un CDI à temps plein": said of this offer in whatever section.
fn is_proposed(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let start = (hit.start - passage.folded.start) as usize;
    let before = last_words(page.folded(&passage.folded).get(..start).unwrap_or_default(), 5);
    let after = first_words(page.folded(&(hit.end..passage.folded.end)), 3);
    holds_any(before, words!["propos*", "offr*", "recrut*", "we offer", "hiring"])
        || holds_any(
            after,
            words!["a temps plein", "a temps complet", "a pourvoir", "full-time"],
        )
}

/// "Le poste est ouvert en CDD": said of this offer even where the employer presents itself.
fn is_opened(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let start = (hit.start - passage.folded.start) as usize;
    let before = last_words(page.folded(&passage.folded).get(..start).unwrap_or_default(), 6);
    holds_any(
        before,
        &[
            "poste est ouvert",
            "poste ouvert",
            "poste est propose",
            "poste a pourvoir",
        ],
    )
}

/// Tells whether a hit is the first word of its passage, or of the value behind its label.
fn opens(page: &Page<'_>, passage: &Passage, hit: &Hit) -> bool {
    let lead = |from: u32| {
        from <= hit.start
            && !page
                .folded(&(from..hit.start))
                .bytes()
                .any(|b| b.is_ascii_alphanumeric())
    };
    lead(passage.folded.start) || lead(passage.value.start)
}

/// Tells whether a kind is only what may come later, or what was done before.
fn is_mentioned_only(around: &Around<'_>, kind: EmploymentType) -> bool {
    let before = last_words(around.before, 8);
    let later = holds_any(
        before,
        words![
            "possibilite de",
            "possibilites de",
            "possibilite d'*",
            "opportunites*",
            "deboucher*",
            "debouche",
            "evoluer vers",
            "transform*",
            "perspective*",
            "aboutir*",
            "aboutira",
            "may lead to",
            "lead to",
            "converted",
            "suivi d'*",
            "suivie d'*",
            "poursuite en",
        ],
    ) || holds_any(
        first_words(around.after, 5),
        words![
            "par la suite",
            "a la cle",
            "a l'issue",
            "possible ensuite",
            "afterwards",
        ],
    );
    // "possible à terme" comes later; "à terme précis" is the contract itself.
    let later = later
        || holds_any(first_words(around.after, 5), words!["a terme"])
            && !holds_any(
                first_words(around.after, 8),
                words!["a terme precis", "a terme imprecis", "a terme fixe"],
            );
    let earlier = holds_any(
        before,
        words![
            "experience*",
            "y compris",
            "premiere experience",
            "issu*",
            "apres",
            "deja",
            "previous",
            "prior",
        ],
    ) && matches!(
        kind,
        E::Internship | E::Apprenticeship | E::Freelance | E::Phd | E::Postdoc | E::Volunteer
    );
    later || earlier
}

/// Nouns that may stand before "de stage" when a placement is offered.
const NOUNS_OF_OFFERS: [&str; 25] = [
    "offre",
    "offres",
    "proposition",
    "propositions",
    "sujet",
    "sujets",
    "annonce",
    "contrat",
    "duree",
    "periode",
    "fiche",
    "appel",
    "debut",
    "date",
    "lieu",
    "mission",
    "missions",
    "poste",
    "mois",
    "semaines",
    "type",
    "cours",
    "fin",
    "indemnite",
    "gratification",
];

/// Tells whether "stage" is a placement: not a holiday camp, not English, not one that the candidate has done.
fn stage_is_meant(
    page: &Page<'_>,
    passage: &Passage,
    around: &Around<'_>,
    hit: &Hit,
    language: Option<Language>,
) -> bool {
    if language == Some(Language::En)
        && !holds_any(
            nearby(page, passage, hit),
            words!["stage de", "offre de stage", "stage*(internship)"],
        )
    {
        return opens(page, passage, hit) && passage.key.is_some();
    }
    let before = last_words(around.before, 3);
    let after = first_words(around.after, 4);
    let mut head = before.rsplit(' ');
    let joined = head.next().unwrap_or_default();
    let noun = head.next().unwrap_or_default();
    // "moniteur de stage", "chef de stage": only nouns for the offer itself may stand before "de stage".
    if matches!(joined, "de" | "des") && !NOUNS_OF_OFFERS.contains(&noun) {
        return false;
    }
    let camp = holds_any(
        first_words(after, 1),
        words!["d'ete", "sportif*", "culturel*", "ete", "multisport*", "scolaire*"],
    ) || holds_any(after, words!["vacances", "enfants", "de ski", "de danse"])
        || holds_any(
            nearby(page, passage, hit),
            words!["moniteur*", "animateur*", "centre de loisirs", "colonie*", "enfants"],
        );
    let done = holds_any(
        after,
        words![
            "significatif*",
            "reussi",
            "equivalent",
            "precedent",
            "similaire",
            "anterieur",
        ],
    ) || holds_any(
        before,
        words![
            "realise",
            "effectue",
            "avez un",
            "acquise en",
            "maitre de",
            "maitres de",
        ],
    );
    !camp && !done && find_word(after, "ou une premiere experience").is_none()
}
