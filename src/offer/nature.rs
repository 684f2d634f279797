//! Is it an offer? Not by its name alone: by what it says, weighed.
//!
//! Two kinds of evidence count: that there is work to be had (a contract, a hiring sentence, missions, a profile, the
//! fields that boards use) and that one can apply (an address, a form, documents). A template, a test of the
//! publisher's site, an index and a page about the project are told apart first, because they hold both.

use std::ops::Range;

use super::facts::{ContactRole, Facts};
use super::keys::Key;
use super::page::{Page, PassageKind, Topic};
use super::section::SectionKind;
use super::title;
use super::words::{Words, words};
use super::{NotAnOfferReason, OfferFile};

/// What a phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Somebody hires.
    Hires,
    /// The name of a job or of a contract, in a title.
    Job,
    /// An article speaks of itself.
    Article,
    /// A list of offers speaks of itself.
    Index,
}

use Word::{Article, Hires, Index, Job};

/// The phrases.
pub(super) const PHRASES: &[(&str, Word)] = &[
    ("nous recherchons", Hires),
    ("wir suchen", Hires),
    ("suchen wir", Hires),
    ("nous cherchons", Hires),
    ("nous recrutons", Hires),
    ("on recrute", Hires),
    ("on cherche", Hires),
    ("recrute", Hires),
    ("recrutent", Hires),
    ("recherche un*", Hires),
    ("recherche une*", Hires),
    ("recherche des", Hires),
    ("recherche plusieurs", Hires),
    ("recherchons", Hires),
    ("cherche un*", Hires),
    ("cherche des", Hires),
    ("cherche son", Hires),
    ("cherche sa", Hires),
    ("a la recherche d'un*", Hires),
    ("a la recherche de", Hires),
    ("poste a pourvoir", Hires),
    ("postes a pourvoir", Hires),
    ("poste ouvert", Hires),
    ("pendant ce stage", Hires),
    ("au cours du stage", Hires),
    ("durant le stage", Hires),
    ("pour ce poste", Hires),
    ("propose un stage", Hires),
    ("propose un poste", Hires),
    ("vous rejoindrez", Hires),
    ("tu rejoindras", Hires),
    ("rejoignez", Hires),
    ("rejoins-nous", Hires),
    ("vous serez en charge", Hires),
    ("vos missions", Hires),
    ("votre mission", Hires),
    ("ta mission", Hires),
    ("le ou la stagiaire", Hires),
    ("le stagiaire", Hires),
    ("la stagiaire", Hires),
    ("le/la stagiaire", Hires),
    ("stage s'adresse", Hires),
    ("le candidat", Hires),
    ("la personne recrutee", Hires),
    ("we are looking for", Hires),
    ("we're looking for", Hires),
    ("is looking for", Hires),
    ("are looking for a*", Hires),
    ("looking to hire", Hires),
    ("looking to recruit", Hires),
    ("we are hiring", Hires),
    ("we're hiring", Hires),
    ("is hiring", Hires),
    ("is recruiting", Hires),
    ("is seeking", Hires),
    ("we are seeking", Hires),
    ("we're seeking", Hires),
    ("are invited to apply", Hires),
    ("studentships are available", Hires),
    ("scholarships are available", Hires),
    ("positions are available", Hires),
    ("has an opening", Hires),
    ("have an opening", Hires),
    ("has openings", Hires),
    ("sont a pourvoir", Hires),
    ("est a pourvoir", Hires),
    ("we seek", Hires),
    ("seeks a*", Hires),
    ("invites applications", Hires),
    ("applications are invited", Hires),
    ("open position", Hires),
    ("internship position", Hires),
    ("phd position", Hires),
    ("postdoc position", Hires),
    ("position is available", Hires),
    ("the successful candidate", Hires),
    ("the ideal candidate", Hires),
    ("the candidate will", Hires),
    ("as a member of our team", Hires),
    ("you will join", Hires),
    ("you will be responsible", Hires),
    ("join our team", Hires),
    ("wir suchen", Hires),
    ("stage", Job),
    ("stages", Job),
    ("stagiaire*", Job),
    ("alternance", Job),
    ("alternant*", Job),
    ("apprenti*", Job),
    ("cdi", Job),
    ("cdd", Job),
    ("poste", Job),
    ("postes", Job),
    ("emploi", Job),
    ("recrutement*", Job),
    ("benevole", Job),
    ("volontaire", Job),
    ("service civique", Job),
    ("doctorat", Job),
    ("these", Job),
    ("doctorant*", Job),
    ("post-doctorat", Job),
    ("postdoc*", Job),
    ("developpeu*", Job),
    ("ingenieu*", Job),
    ("charge", Job),
    ("chargee", Job),
    ("chef*", Job),
    ("responsable", Job),
    ("assistant*", Job),
    ("technicien*", Job),
    ("animateu*", Job),
    ("moniteu*", Job),
    ("coordinat*", Job),
    ("administrat*", Job),
    ("consultant*", Job),
    ("graphiste", Job),
    ("serveu*", Job),
    ("cuisini*", Job),
    ("vendeu*", Job),
    ("caissi*", Job),
    ("chauffeur*", Job),
    ("aide-soignant*", Job),
    ("infirmi*", Job),
    ("secretaire*", Job),
    ("comptable*", Job),
    ("commercial*", Job),
    ("agent*", Job),
    ("ouvri*", Job),
    ("jardini*", Job),
    ("boulang*", Job),
    ("menuisi*", Job),
    ("macon*", Job),
    ("professeur*", Job),
    ("enseignant*", Job),
    ("formateu*", Job),
    ("educateu*", Job),
    ("mediateu*", Job),
    ("bibliothecaire*", Job),
    ("archiviste*", Job),
    ("juriste*", Job),
    ("journaliste*", Job),
    ("nurse*", Job),
    ("teacher*", Job),
    ("driver*", Job),
    ("waiter*", Job),
    ("waitress*", Job),
    ("cook*", Job),
    ("clerk*", Job),
    ("accountant*", Job),
    ("technician*", Job),
    ("librarian*", Job),
    ("curator*", Job),
    ("programmer*", Job),
    ("redact*", Job),
    ("chercheu*", Job),
    ("designer*", Job),
    ("data scientist", Job),
    ("data analyst", Job),
    ("h/f", Job),
    ("f/h", Job),
    ("developer*", Job),
    ("engineer*", Job),
    ("manager", Job),
    ("director", Job),
    ("officer", Job),
    ("analyst", Job),
    ("architect*", Job),
    ("researcher", Job),
    ("fellow*", Job),
    ("professor", Job),
    ("lecturer", Job),
    ("intern", Job),
    ("internship*", Job),
    ("job", Job),
    ("jobs", Job),
    ("position", Job),
    ("positions", Job),
    ("vacancy", Job),
    ("phd", Job),
    ("studentship*", Job),
    ("scholarship*", Job),
    ("volunteer*", Job),
    ("specialist", Job),
    ("lead", Job),
    ("devops", Job),
    ("product owner", Job),
    ("werkstudent*", Job),
    ("stelle", Job),
    ("praktik*", Job),
    ("dans cet article", Article),
    ("cet article", Article),
    ("in this article", Article),
    ("in this post", Article),
    ("this tutorial", Article),
    ("ce tutoriel", Article),
    ("dans ce billet", Article),
    ("retour d'experience", Article),
    ("compte-rendu de", Article),
    ("compte rendu de", Article),
    ("ce depot regroupe", Index),
    ("ce depot contient", Index),
    ("liste des offres", Index),
    ("toutes nos offres", Index),
    ("nos offres", Index),
    ("offres ci-dessous", Index),
    ("list of jobs", Index),
    ("list of remote", Index),
    ("job board", Index),
    ("jobs board", Index),
    ("current openings", Index),
    ("this repository contains", Index),
    ("this repo contains", Index),
];

/// Words of a title that is still to be filled in.
const MODEL: Words = Words::of(&[
    "job",
    "title",
    "position",
    "hiring",
    "org",
    "name",
    "role",
    "your",
    "company",
    "organization",
    "the",
    "of",
    "here",
    "poste",
    "titre",
    "du",
    "intitule",
    "nom",
    "insert",
    "template",
    "modele",
    "offre",
    "offer",
    "de",
    "d",
    "l",
    "stage",
    "emploi",
    "xxx",
    "xxxx",
    "a",
    "completer",
    "description",
    "to",
    "be",
    "un",
    "exemple",
    "example",
    "la",
    "le",
    "sample",
]);

/// Those of [`MODEL`] of which a title must hold one.
const MODEL_SURE: Words = Words::of(&[
    "title",
    "titre",
    "template",
    "modele",
    "intitule",
    "insert",
    "xxx",
    "xxxx",
    "completer",
    "nom",
    "exemple",
    "example",
    "sample",
]);

/// Words of a title by which a publisher tries out the site.
const TEST: Words = Words::of(&[
    "my", "a", "the", "this", "is", "test", "tests", "testing", "job", "jobs", "board", "post", "posting", "position",
    "offer", "page", "offre", "offres", "de", "d", "annonce", "essai", "title", "emploi", "stage", "new", "first", "1",
    "2", "3", "un", "une", "only",
]);

/// Points, in halves, that make an offer, and how many of them must say that there is work.
const ENOUGH: i32 = 7;
const ENOUGH_WORK: i32 = 4;

/// Tells why the file is not an offer; `None` when it is one.
pub(super) fn why_not(file: &OfferFile<'_>, page: &Page<'_>, facts: &Facts) -> Option<NotAnOfferReason> {
    let name = name_of(file.path);
    if is_template(page, facts, &name) {
        return Some(NotAnOfferReason::Template);
    }
    if is_empty(page, facts) {
        return Some(NotAnOfferReason::Empty);
    }
    let (work, applying) = (work(file, page, facts), applying(page, facts));
    let own = facts.duration.is_some()
        || facts.start.is_some()
        || facts.deadline.is_some()
        || facts.pay.is_some()
        || !facts.apply_urls.is_empty();
    if (is_index(page, &name) && !own) || (applying == 0 && is_catalogue(page)) {
        return Some(NotAnOfferReason::IndexPage);
    }
    if is_general(facts) {
        return Some(if about_the_folder(&name) {
            NotAnOfferReason::Readme
        } else {
            NotAnOfferReason::GeneralPage
        });
    }
    if work + applying >= ENOUGH && work >= ENOUGH_WORK && !(is_article(page) && applying == 0) {
        return None;
    }
    Some(reason(page, &name))
}

fn reason(page: &Page<'_>, name: &str) -> NotAnOfferReason {
    if about_the_folder(name) {
        NotAnOfferReason::Readme
    } else if links_to_files(page) >= 5 {
        NotAnOfferReason::IndexPage
    } else if is_article(page) {
        NotAnOfferReason::Article
    } else {
        NotAnOfferReason::NoOfferFound
    }
}

/// The file's name without folders and extension, folded.
fn name_of(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    stem.to_ascii_lowercase()
}

/// Names that every project gives to pages about itself.
fn about_the_folder(name: &str) -> bool {
    matches!(
        name,
        "readme"
            | "contributing"
            | "license"
            | "licence"
            | "changelog"
            | "code_of_conduct"
            | "security"
            | "index"
            | "_index"
            | "authors"
            | "contributors"
            | "lisez-moi"
            | "lisezmoi"
            | "pull_request_template"
            | "issue_template"
            | "support"
            | "history"
            | "todo"
            | "news"
            | "about"
            | "404"
            | "privacy"
    )
}

fn words(page: &Page<'_>, word: Word) -> usize {
    page.hits(Topic::Nature)
        .iter()
        .filter(|hit| {
            PHRASES
                .get(usize::from(hit.phrase))
                .is_some_and(|(_, known)| *known == word)
        })
        .count()
}

/// Tells whether a folded range holds the name of a job or of a contract.
pub(super) fn names_a_job(page: &Page<'_>, range: &Range<u32>) -> bool {
    page.hits_in(Topic::Nature, range).any(|hit| {
        PHRASES
            .get(usize::from(hit.phrase))
            .is_some_and(|(_, word)| *word == Job)
    })
}

// --- templates and empty files -------------------------------------------------------------------------------------

/// A model to be filled in, or a test of the publisher's site.
fn is_template(page: &Page<'_>, facts: &Facts, name: &str) -> bool {
    let Some(title) = facts.title.as_ref() else {
        return false;
    };
    let folded = crate::text::fold(&title.value).text;
    let words = || {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let holds = |known: &Words| words().any(|word| known.has(word));
    let some = words().next().is_some();
    let made_of = |known: &Words| some && words().all(|word| known.has(word));
    let named =
        name.contains("template") || name.contains("modele") || name.contains("modèle") || name.contains("gabarit");
    let model = made_of(&MODEL) && (holds(&MODEL_SURE) || named);
    let test = made_of(&TEST) && holds(words!["test", "tests", "testing", "essai"]);
    model || test || (named && to_fill_in(page)) || folded.contains("lorem ipsum")
}

/// Blanks in brackets where an offer has its facts.
fn to_fill_in(page: &Page<'_>) -> bool {
    let blanks = [
        "[job",
        "[company",
        "[position",
        "[titre",
        "[nom",
        "[intitule",
        "[date",
        "[ville",
        "<job",
        "{{",
        "yyyy-mm-dd",
        "xxx",
        "a completer",
        "lorem ipsum",
        "todo",
        "instructions",
    ];
    blanks.iter().any(|blank| page.folded.contains(blank))
        || page
            .text
            .get(..page.front.body_start)
            .is_some_and(|front| front.contains("INSTRUCTIONS"))
}

/// Nothing but front matter, and none of it prose or a page to go to.
fn is_empty(page: &Page<'_>, facts: &Facts) -> bool {
    let prose = page.body().iter().any(|passage| {
        passage.visible.end - passage.visible.start > 1
            && page.folded(&passage.folded).contains(|c: char| c.is_alphanumeric())
    });
    if prose {
        return false;
    }
    let described = page.fields().iter().any(|field| {
        let prose = field.kind != PassageKind::Field || field.key == Some(Key::HowToApply);
        prose && field.folded.end - field.folded.start > 40
    });
    !described && facts.apply_urls.is_empty()
}

// --- what is weighed -----------------------------------------------------------------------------------------------

/// What says that there is work to be had, in half points.
fn work(file: &OfferFile<'_>, page: &Page<'_>, facts: &Facts) -> i32 {
    let mut points = 0;
    points += if facts.employment_types.is_empty() { 0 } else { 3 };
    points += i32::from(facts.duration.is_some())
        + i32::from(facts.start.is_some())
        + i32::from(facts.pay.is_some())
        + i32::from(facts.level.is_some());
    points += if facts.deadline.is_some() { 2 } else { 0 };
    points += match words(page, Hires) {
        0 => 0,
        1 => 3,
        _ => 4,
    };
    points += if job_in_title(page, facts) { 2 } else { 0 };
    let sections = [SectionKind::Missions, SectionKind::Profile, SectionKind::Conditions];
    points += sections
        .into_iter()
        .map(|kind| if has_section(page, kind) { 2 } else { 0 })
        .sum::<i32>()
        .min(5);
    points += fields(page) + place_of_offers(file, page);
    points
}

/// What says that one can apply, in half points.
fn applying(page: &Page<'_>, facts: &Facts) -> i32 {
    let mut points = 0;
    points += if facts.contacts.iter().any(|fact| fact.value.role == ContactRole::To) {
        2
    } else {
        0
    };
    points += if facts.apply_urls.is_empty() { 0 } else { 2 };
    points += if facts.documents.is_empty() { 0 } else { 2 };
    points += if has_section(page, SectionKind::Apply) { 2 } else { 0 };
    // Where there is neither address nor page, a number is the way to apply.
    let only = facts.contacts.is_empty() && facts.apply_urls.is_empty();
    points += if facts.phones.is_empty() {
        0
    } else {
        1 + 2 * i32::from(only)
    };
    points + i32::from(facts.subject.is_some())
}

fn has_section(page: &Page<'_>, kind: SectionKind) -> bool {
    page.sections.iter().any(|section| section.kind == Some(kind))
}

fn job_in_title(page: &Page<'_>, facts: &Facts) -> bool {
    let Some(span) = facts
        .title
        .as_ref()
        .and_then(|fact| fact.evidence.first())
        .and_then(|entry| match &entry.origin {
            super::Origin::Text { span, .. } => Some(span.clone()),
            super::Origin::FileName | super::Origin::Candidate => None,
        })
    else {
        return false;
    };
    page.hits(Topic::Nature).iter().any(|hit| {
        let job = PHRASES
            .get(usize::from(hit.phrase))
            .is_some_and(|(_, word)| matches!(word, Job | Hires));
        let passage = page.passages.get(hit.passage as usize);
        job && passage.is_some_and(|passage| page.overlaps(passage, &span))
    })
}

/// The fields and labels that boards give to their offers.
fn fields(page: &Page<'_>) -> i32 {
    let mut seen: Vec<Key> = Vec::new();
    let labelled = page
        .body()
        .iter()
        .filter(|passage| passage.label.start < passage.label.end);
    for field in page.fields().iter().chain(labelled) {
        let Some(key) = field.key else { continue };
        let telling = matches!(
            key,
            Key::Organization
                | Key::Contract
                | Key::Pay
                | Key::PayMin
                | Key::Deadline
                | Key::Start
                | Key::Duration
                | Key::Level
                | Key::HowToApply
                | Key::ApplyUrl
                | Key::Remote
                | Key::Contact
                | Key::Filled
                | Key::Place
        );
        if telling && !seen.contains(&key) {
            seen.push(key);
        }
    }
    i32::try_from(seen.len() * 2).unwrap_or(0).min(6)
}

/// A folder, a category or a layout for offers.
fn place_of_offers(file: &OfferFile<'_>, page: &Page<'_>) -> i32 {
    const PLACES: &[&str] = &[
        "job",
        "jobs",
        "offre",
        "offres",
        "emploi",
        "emplois",
        "recrutement",
        "recrutements",
        "stage",
        "stages",
        "career",
        "careers",
        "position",
        "positions",
        "vacancy",
        "vacancies",
        "offers",
        "internship",
        "internships",
        "open-positions",
        "join",
        "hiring",
        "offre-emploi",
        "offres-emploi",
        "job-offers",
        "joboffers",
        "opportunities",
        "rejoindre",
        "alternance",
        "stages-et-theses",
        "theses",
        "postdoc",
    ];
    let folder = file
        .path
        .rsplit('/')
        .skip(1)
        .any(|part| PLACES.contains(&part.to_ascii_lowercase().trim_start_matches('_')));
    let field = page.fields().iter().any(|field| {
        matches!(field.key, Some(Key::Category | Key::Layout | Key::Tags | Key::Kind))
            && page
                .folded(&field.folded)
                .split([',', ' ', '/'])
                .any(|word| PLACES.contains(&word))
    });
    2 * i32::from(folder) + 2 * i32::from(field)
}

// --- other kinds of pages ------------------------------------------------------------------------------------------

/// Links to other files of the same folder or site.
fn links_to_files(page: &Page<'_>) -> usize {
    page.links
        .iter()
        .filter(|link| !link.target.contains(':') && !link.target.starts_with('#') && !link.target.starts_with("//"))
        .count()
}

/// A page that lists offers: it says so or is named so, and links to files beside it.
fn is_index(page: &Page<'_>, name: &str) -> bool {
    let listed = page
        .passages
        .iter()
        .filter(|passage| {
            matches!(passage.kind, PassageKind::Item | PassageKind::Row) && passage.links.start < passage.links.end
        })
        .count();
    let local = links_to_files(page);
    let texts = page
        .links
        .iter()
        .filter(|link| {
            let end = link.target.len().saturating_sub(3);
            let text = link
                .target
                .get(end..)
                .is_some_and(|end| end.eq_ignore_ascii_case(".md"));
            text && !link.target.contains("://")
        })
        .count();
    (about_the_folder(name) && texts >= 3 && listed >= 3)
        || (about_the_folder(name) && (words(page, Index) > 0 || listed >= 8) && (local > 0 || listed >= 8))
        || (words(page, Index) > 0 && local >= 3 && listed >= 3)
        || listed >= 40
}

/// One heading again and again: a list of subjects, with no way to apply for any.
fn is_catalogue(page: &Page<'_>) -> bool {
    page.sections.iter().take(60).any(|section| {
        let heading = page.heading(section);
        let again = page
            .sections
            .iter()
            .take(60)
            .filter(|other| page.heading(other) == heading)
            .count();
        again >= 4
    })
}

/// A title that names a page about something, not a job.
fn is_general(facts: &Facts) -> bool {
    const STARTS: &[&str] = &[
        "presentation",
        "faq",
        "foire aux questions",
        "a propos",
        "about",
        "guide",
        "reglement",
        "mentions legales",
        "contributing",
        "contribution guidelines",
        "contribution guide",
        "code of conduct",
        "changelog",
        "nos valeurs",
        "notre equipe",
        "processus de recrutement",
        "recruitment process",
        "hiring process",
        "interview process",
        "test technique",
        "travailler chez",
        "working at",
        "why work",
        "benefits",
        "avantages",
        "politique de",
        "privacy",
        "comment postuler",
        "comment candidater",
        "how to apply",
        "conseils",
        "charte",
        "licence",
        "license",
        "terms",
        "compte-rendu",
        "compte rendu",
        "bilan",
        "onboarding",
    ];
    facts.title.as_ref().is_some_and(|fact| {
        let folded = crate::text::fold(&fact.value).text;
        let words = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
        STARTS.iter().any(|start| {
            words
                .strip_prefix(start)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        }) && !title::is_generic(&fact.value)
    })
}

/// Prose with code in it, or one that calls itself an article.
fn is_article(page: &Page<'_>) -> bool {
    let code = page
        .passages
        .iter()
        .filter(|passage| passage.kind == PassageKind::Code)
        .count();
    words(page, Article) > 0 || code >= 8
}

#[cfg(test)]
mod tests {
    use super::super::{NotAnOfferReason as R, OfferFile, Reading, read};

    fn reason(path: &str, text: &str) -> Option<R> {
        match read(&OfferFile {
            path,
            text,
            modified: None,
        }) {
            Reading::Offers(_) => None,
            Reading::NotAnOffer(not) => Some(not.reason),
        }
    }

    #[test]
    fn offers_are_offers_whatever_their_name() {
        for (path, text) in [
            (
                "README.md",
                "# Stage à l'accueil\n\nNous recherchons une personne pour un stage de 3 mois. Envoyez votre CV à rh@lab.example.",
            ),
            (
                "x.md",
                "---\ntitle: Logo\norganization: Moulin\nhow_to_apply: rh@moulin.example\ncompensation: gratis\n---\nThe team wants a logo.",
            ),
            (
                "jobs/x.md",
                "---\ntitle: Une développeuse\nlink: https://a.example/jobs/12\norganization: Moulin\nlocation: Brest\n---\n",
            ),
            (
                "x.md",
                "# Stage : outils\n\n## Missions\n\nCoder.\n\n## Compétences\n\nPython. Pendant ce stage, vous coderez.",
            ),
        ] {
            assert_eq!(reason(path, text), None, "{text}");
        }
    }

    #[test]
    fn the_rest_is_told_apart() {
        for (path, text, wanted) in [
            ("x.md", "", R::Empty),
            (
                "x.md",
                "---\ntitle: Nouvelle offre bientôt\ntype: CDD\ncontact: rh@lab.example\n---\n",
                R::Empty,
            ),
            (
                "t.md",
                "# [Job Title](https://a.example)\n### Company Name\n\nThe job description...\n",
                R::Template,
            ),
            (
                "a.md",
                "---\ntitle: Testing the job board\norganization: Test\nhow_to_apply: a@example.com\n---\nText",
                R::Template,
            ),
            (
                "README.md",
                "# Jobs\n\nCe dépôt regroupe nos offres. Envoyez votre CV à rh@lab.example.\n\n- [Une personne](offres/une.md)\n",
                R::IndexPage,
            ),
            (
                "README.md",
                "# Site\n\n## Installation\n\n```\nnpm install\n```\n",
                R::Readme,
            ),
            (
                "contributing.md",
                "# Contribution guidelines\n\nWrite to x@lab.example.",
                R::Readme,
            ),
            ("a.md", "# Le vidéoprojecteur\n\nMerci pour le prêt.", R::NoOfferFound),
            (
                "a.md",
                "# Présentation détaillée du programme\n\nLes stages durent six mois.",
                R::GeneralPage,
            ),
            (
                "a.md",
                "# Des offres d'emploi bien balisées\n\nDans cet article, nous parlons de microdonnées.",
                R::Article,
            ),
        ] {
            assert_eq!(reason(path, text), Some(wanted), "{text}");
        }
    }
}
