//! Whether some of the work may be done from elsewhere.
//!
//! True as soon as any remote work is offered, even a day a month; false when being on site is required. Being on site
//! for a task ("ateliers en présentiel") says nothing, and remote servers are no remote work.

use std::ops::Range;

use super::context::{Around, first_words, holds_any, last_words, tail};
use super::facts::Fact;
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::{Words, words};

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Remote work, whatever stands around.
    Remote,
    /// Remote work unless the next words are about machines or subjects.
    Maybe,
    /// Being on site, when it is said of the work itself.
    OnSite,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Says)] = &[
    ("teletravail*", Says::Remote),
    ("tele-travail*", Says::Remote),
    ("work from home", Says::Remote),
    ("working from home", Says::Remote),
    ("based anywhere", Says::Remote),
    ("work from anywhere", Says::Remote),
    ("home office", Says::Remote),
    ("homeoffice", Says::Remote),
    ("home-office", Says::Remote),
    ("work remotely", Says::Remote),
    ("working remotely", Says::Remote),
    ("remotely", Says::Maybe),
    ("fully remote", Says::Remote),
    ("full remote", Says::Remote),
    ("100% remote", Says::Remote),
    ("100 % remote", Says::Remote),
    ("remote work", Says::Remote),
    ("remote working", Says::Remote),
    ("remote-first", Says::Remote),
    ("remote first", Says::Remote),
    ("remote-friendly", Says::Remote),
    ("remote friendly", Says::Remote),
    ("remote job", Says::Remote),
    ("remote role", Says::Remote),
    ("remote position", Says::Remote),
    ("remote possible", Says::Remote),
    ("remote partiel", Says::Remote),
    ("remote option*", Says::Remote),
    ("remote team", Says::Remote),
    ("remote teams", Says::Remote),
    ("remote", Says::Maybe),
    ("travail a distance", Says::Remote),
    ("travailler a distance", Says::Remote),
    ("poste a distance", Says::Remote),
    ("mission a distance", Says::Remote),
    ("stage a distance", Says::Remote),
    ("en distanciel", Says::Remote),
    ("distanciel", Says::Maybe),
    ("a distance", Says::Maybe),
    ("hybrid work*", Says::Remote),
    ("hybrid position", Says::Remote),
    ("hybrid role", Says::Remote),
    ("travail hybride", Says::Remote),
    ("mode hybride", Says::Remote),
    ("hybrid", Says::Maybe),
    ("hybride", Says::Maybe),
    ("mobile arbeit*", Says::Remote),
    ("mobiles arbeiten", Says::Remote),
    ("en presentiel", Says::OnSite),
    ("presentiel", Says::OnSite),
    ("on-site", Says::OnSite),
    ("on site", Says::OnSite),
    ("onsite", Says::OnSite),
    ("in-office", Says::OnSite),
    ("sur site", Says::OnSite),
    ("in person", Says::OnSite),
];

/// Words that make "remote" a matter of machines, places or subjects.
const NOT_WORK: Words = Words::of(&[
    "member*",
    "colleague*",
    "sensing",
    "server*",
    "access",
    "procedure*",
    "control*",
    "monitoring",
    "desktop",
    "area*",
    "communit*",
    "site*",
    "system*",
    "data",
    "device*",
    "code",
    "method*",
    "repositor*",
    "api*",
    "teach*",
    "learning",
    "education",
    "interview*",
    "cloud",
    "mobile",
    "app*",
    "formation*",
    "enseignement",
    "vehicle*",
    "intelligence",
    "approach*",
    "rendering",
    "execution",
    "branch*",
    "assistance",
    "support",
]);

/// Reads it: one mention of remote work outweighs every mention of being on site.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<bool>> {
    let mut on_site: Option<Range<u32>> = None;
    let mut remote: Option<(u8, Range<u32>)> = None;
    for hit in page.hits(Topic::Remote) {
        let Some((says, rank, range)) = weigh(page, hit) else {
            continue;
        };
        if says {
            if remote.as_ref().is_none_or(|(best, at)| {
                rank < *best || (rank == *best && range.start == at.start && range.end > at.end)
            }) {
                remote = Some((rank, range));
            }
        } else if on_site.is_none() {
            on_site = Some(range);
        }
    }
    if let Some(fact) = by_key(page) {
        return Some(fact);
    }
    match (remote, on_site) {
        (Some((_, range)), _) => Some(page.fact(true, &range)),
        (None, Some(range)) => Some(page.fact(false, &range)),
        (None, None) => None,
    }
}

/// `remote: true`, "Télétravail : non".
fn by_key(page: &Page<'_>) -> Option<Fact<bool>> {
    page.with_key(Key::Remote).find_map(|passage| {
        let value = page
            .folded(&passage.value)
            .trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let on_site_key = holds_any(name(page, passage), words!["presentiel"]);
        let said = match value.split([' ', ',', ';', '.']).next().unwrap_or_default() {
            "true" | "yes" | "oui" | "possible" | "partiel" | "partial" | "total" | "full" | "hybrid" | "hybride"
            | "ok" => true,
            "false" | "no" | "non" | "aucun" | "none" | "impossible" | "onsite" | "presentiel" => false,
            // "2 jours par semaine", "50 %": how much of it.
            _ if on_site_key => return None,
            _ => some_of_it(page.folded(&passage.value))?,
        };
        Some(page.fact(said != on_site_key, &passage.folded))
    })
}

/// The label of a line, or the key of a field, folded.
fn name<'p>(page: &'p Page<'_>, passage: &Passage) -> &'p str {
    if passage.kind != PassageKind::Field {
        return page.folded(&passage.label);
    }
    let at = page.source_of_folded(&passage.value).start;
    let field = page.front.fields.iter().find(|field| field.span.contains(&at));
    field.map_or("", |field| field.folded.as_str())
}

/// Tells whether a share of the work ("2j/semaine", "jusqu'à 3 jours", "50 %") is any at all.
fn some_of_it(value: &str) -> Option<bool> {
    let digits = value.find(|c: char| c.is_ascii_digit())?;
    let rest = value.get(digits..)?;
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let count: u32 = rest.get(..rest.len() - unit.len())?.parse().ok()?;
    let unit = unit.trim_start();
    ["j", "day", "%"]
        .iter()
        .any(|known| unit.starts_with(known))
        .then_some(count > 0)
}

/// Says what a hit means (true for remote), how good its place is, and which range shows it.
fn weigh(page: &Page<'_>, hit: &Hit) -> Option<(bool, u8, Range<u32>)> {
    let (_, says) = *PHRASES.get(usize::from(hit.phrase))?;
    let passage = page.passages.get(hit.passage as usize)?;
    let skipped = matches!(
        passage.key,
        Some(Key::Organization | Key::Link | Key::Layout | Key::Contact | Key::Subject)
    );
    let technical = passage.kind == PassageKind::Field && passage.key.is_none();
    if skipped || technical {
        return None;
    }
    if in_address(page, hit) {
        return None;
    }
    let around = Around::of(page, &hit.range());
    let placed = matches!(
        passage.key,
        Some(Key::Place | Key::Remote | Key::Contract | Key::Schedule | Key::Title | Key::Tags)
    );
    match says {
        Says::OnSite => {
            if around.is_negated() {
                return None;
            }
            on_site_is_required(page, passage, hit, &around).then(|| (false, 3, hit.range()))
        }
        Says::Maybe if !placed && !maybe_is_work(page, passage, hit, &around) => None,
        Says::Remote | Says::Maybe => {
            // "our remote team members": where the others are.
            if says == Says::Maybe && holds_any(first_words(around.after, 2), &["team member*", "teams"]) {
                return None;
            }
            let next = first_words(around.after, 1);
            if holds_any(next, &NOT_WORK) && !page.folded(&hit.range()).starts_with("tele") {
                return None;
            }
            let denied = denied(page, hit, &around);
            Some((
                !denied,
                u8::from(!placed),
                if denied { around.sentence } else { hit.range() },
            ))
        }
    }
}

/// `https://remote.example/jobs`: part of an address.
fn in_address(page: &Page<'_>, hit: &Hit) -> bool {
    let passage = page
        .passages
        .get(hit.passage as usize)
        .map_or(hit.start, |passage| passage.folded.start);
    let before = tail(page.folded(&(passage.min(hit.start)..hit.start)));
    let token = before.rsplit([' ', '(', '[']).next().unwrap_or_default();
    let next = page.folded(&(hit.end..hit.end + 2));
    token.contains("://")
        || token.contains("www.")
        || token.contains('@')
        || next.starts_with('@')
        || (next.starts_with('.') && next.len() == 2 && next.ends_with(|c: char| c.is_ascii_alphabetic()))
}

/// "pas de télétravail", "télétravail : non", "télétravail impossible".
fn denied(page: &Page<'_>, hit: &Hit, around: &Around<'_>) -> bool {
    let after = first_words(around.after.trim_start_matches([' ', ':', '(']), 4);
    let behind = around.after.trim_start_matches([' ', ':', '(', '-']);
    (around.is_negated() && !holds_any(last_words(around.before, 4), words!["pas oblig*", "non obligatoire"]))
        || holds_any(first_words(behind, 1), words!["non", "no", "impossible", "aucun"])
        || holds_any(
            after,
            words![
                "impossible",
                "n'est pas possible",
                "not possible",
                "is not",
                "n'est pas",
                "pas possible",
                "non possible",
                "not available",
            ],
        )
        || page.folded(&hit.range()) == "non remote"
}

/// Words that make "remote" or "à distance" a matter of the work.
const ABOUT_WORK: Words = Words::of(&[
    "work*",
    "position*",
    "role*",
    "job*",
    "team*",
    "possible",
    "travail*",
    "poste",
    "mission*",
    "stage",
    "jours",
    "days",
    "bienvenu",
    "ok",
    "partiel*",
    "employee*",
    "location",
    "office",
    "based",
    "bureau",
    "anywhere",
    "semaine",
    "week",
    "option*",
    "collabor*",
    "stelle",
    "moglich",
]);

/// "remote" or "à distance" alone: it must be said of the job.
fn maybe_is_work(page: &Page<'_>, passage: &Passage, hit: &Hit, around: &Around<'_>) -> bool {
    let text = page.folded(&passage.folded);
    let after = first_words(around.after, 3);
    let before = last_words(around.before, 4);
    let machine = [
        "serveur*",
        "machine*",
        "acces",
        "controle",
        "formation*",
        "enseignement",
        "cours",
        "paiement",
        "vente",
        "maintenance",
        "administration",
        "depannage",
        "ordinateur*",
    ];
    if holds_any(first_words(around.after, 1), &NOT_WORK) || holds_any(last_words(before, 1), &machine) {
        return false;
    }
    let short = text.len() <= 60;
    let word = page.folded(&hit.range());
    match word {
        "hybrid" | "hybride" => {
            short
                && holds_any(
                    text,
                    words![
                        "work*",
                        "travail*",
                        "remote",
                        "bureau",
                        "office",
                        "presentiel",
                        "location*",
                        "lieu",
                    ],
                )
        }
        "remote" | "remotely" | "distanciel" | "a distance" => {
            (word == "remote" && around.before.trim().is_empty() && !matches!(passage.kind, PassageKind::Field))
                || short && !matches!(passage.kind, PassageKind::Field)
                || holds_any(after, &ABOUT_WORK)
                || holds_any(before, &ABOUT_WORK)
        }
        _ => false,
    }
}

/// On site counts when it is said of the post: a label, a short line of the conditions, "poste en présentiel".
fn on_site_is_required(page: &Page<'_>, passage: &Passage, hit: &Hit, around: &Around<'_>) -> bool {
    if matches!(
        passage.key,
        Some(Key::Place | Key::Remote | Key::Contract | Key::Schedule)
    ) {
        return true;
    }
    let text = page.folded(&passage.folded);
    let word = page.folded(&hit.range());
    let conditions = page
        .section_kinds(passage)
        .next()
        .is_none_or(|kind| kind != SectionKind::Profile && kind != SectionKind::Process);
    let alone = text.len() <= word.len() + 12;
    let of_the_post = holds_any(
        last_words(around.before, 3),
        words![
            "poste",
            "travail",
            "stage",
            "100%",
            "100 %",
            "position",
            "role",
            "job",
            "mission",
            "required",
            "uniquement",
            "work",
        ],
    );
    let required = holds_any(
        first_words(around.after, 3),
        words![
            "required",
            "obligatoire",
            "only",
            "uniquement",
            "exige*",
            "position",
            "role",
        ],
    );
    (alone && conditions) || of_the_post || required
}
