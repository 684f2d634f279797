//! The town where the work is.
//!
//! Labels and front matter first, then words such as "basé à", then the title, then addresses ("75002 Paris"), then a
//! town named with "à" or "in" where the conditions are told. A country or "remote" is no town, and a town that only
//! names a university, a street or a project is not where the work is.

mod regions;
mod towns;

use std::ops::Range;

use super::context::{Around, first_words, holds_any, is_title, last_words, shift, tail};
use super::facts::{Fact, Facts};
use super::keys::Key;
use super::page::{Hit, Page, Passage, PassageKind, Topic, narrow};
use super::section::SectionKind;
use super::words::{Words, words};
pub use regions::Regions;
use towns::{ADJECTIVES, COUNTRIES, REGIONS, TOWNS, Town};

/// Words that a place follows.
const LEADS: [&str; 82] = [
    "au coeur de",
    "heart of",
    "situe dans",
    "situee dans",
    "situes dans",
    "situees dans",
    "arrondissement de",
    "base a",
    "basee a",
    "bases a",
    "base(e) a",
    "base.e a",
    "base·e a",
    "base-e a",
    "basees a",
    "situe a",
    "situee a",
    "situes a",
    "situees a",
    "localise a",
    "localisee a",
    "localises a",
    "poste a",
    "stage a",
    "postes a",
    "bureau a",
    "bureaux a",
    "locaux a",
    "dans nos locaux de",
    "travailler a",
    "travaillerez a",
    "travail a",
    "implante a",
    "implantee a",
    "installe a",
    "installee a",
    "se passe a",
    "se situe a",
    "se situent a",
    "aura lieu a",
    "se deroule a",
    "se deroulera a",
    "affecte a",
    "affectee a",
    "bureau de",
    "bureaux de",
    "agence de",
    "antenne de",
    "site de",
    "presence a",
    "presence reguliere a",
    "en presentiel a",
    "localisation a",
    "lieu : a",
    "based in",
    "located in",
    "located at",
    "office in",
    "offices in",
    "position in",
    "job in",
    "center of",
    "centre of",
    "near",
    "work in",
    "working in",
    "based at",
    "centre-ville de",
    "centre ville a",
    "region de",
    "region d'",
    "bases dans le",
    "bureaux sont a",
    "bureau est a",
    "locaux sont a",
    "bureaux sont situes a",
    "equipe est a",
    "offices are in",
    "office is in",
    "team is in",
    "🌎",
    "📍",
];

/// Towns whose article melts into the word before: "basé au Havre".
const BEHIND_AU: [(&str, &str); 8] = [
    ("au caire", "Le Caire"),
    ("au creusot", "Le Creusot"),
    ("au havre", "Le Havre"),
    ("au mans", "Le Mans"),
    ("au puy en velay", "Le Puy-en-Velay"),
    ("au puy-en-velay", "Le Puy-en-Velay"),
    ("aux sables d'olonne", "Les Sables-d'Olonne"),
    ("aux sables-d'olonne", "Les Sables-d'Olonne"),
];

/// Returns the phrases of this reader: words that lead to a place, towns, adjectives, regions.
pub(super) fn phrases() -> Vec<&'static str> {
    LEADS
        .into_iter()
        .chain(TOWNS.iter().map(|town| town.folded))
        .chain(ADJECTIVES.iter().map(|(word, _)| *word))
        .chain(REGIONS.iter().map(|(word, _)| *word))
        .chain(COUNTRIES)
        .chain(BEHIND_AU.iter().map(|(word, _)| *word))
        .collect()
}

/// What a phrase is.
#[derive(Debug, Clone, Copy)]
enum Phrase {
    Lead,
    Town(Town),
    Adjective(&'static str),
    Region(&'static str),
    Country,
    BehindAu(&'static str),
}

fn phrase(index: u16) -> Option<Phrase> {
    let mut index = usize::from(index);
    if index < LEADS.len() {
        return Some(Phrase::Lead);
    }
    index -= LEADS.len();
    if let Some(town) = TOWNS.get(index) {
        return Some(Phrase::Town(*town));
    }
    index -= TOWNS.len();
    if let Some((_, town)) = ADJECTIVES.get(index) {
        return Some(Phrase::Adjective(town));
    }
    index -= ADJECTIVES.len();
    if let Some((_, region)) = REGIONS.get(index) {
        return Some(Phrase::Region(region));
    }
    index -= REGIONS.len();
    if index < COUNTRIES.len() {
        return Some(Phrase::Country);
    }
    let (_, town) = BEHIND_AU.get(index - COUNTRIES.len())?;
    Some(Phrase::BehindAu(town))
}

/// A place found, and how far it can be trusted: the smaller, the more.
struct Found {
    rank: u8,
    name: String,
    range: Range<u32>,
}

const BY_LABEL: u8 = 0;
const BY_LEAD: u8 = 1;
const BY_TITLE: u8 = 2;
const BY_ADDRESS: u8 = 3;
const BY_CONDITIONS: u8 = 4;
const BY_ADJECTIVE: u8 = 5;
const BY_INSTITUTION: u8 = 6;
const BY_REGION: u8 = 7;

/// Labels looked at: nobody says where the work is more often.
const MOST_LABELS: usize = 20;

/// Tells whether a folded word is a known town.
pub(super) fn is_town(folded: &str) -> bool {
    TOWNS.iter().any(|town| town.folded == folded)
}

/// Reads the place.
pub(super) fn read(page: &Page<'_>, facts: &Facts) -> Option<Fact<String>> {
    let mut found: Vec<Found> = page
        .with_key(Key::Place)
        .filter(|passage| !is_bare(passage))
        .take(MOST_LABELS)
        .filter_map(|passage| of_label(page, passage))
        .collect();
    if found.is_empty() {
        found.extend(
            page.hits(Topic::Place)
                .iter()
                .filter_map(|hit| of_hit(page, facts, hit)),
        );
        found.extend(addresses(page));
    }
    let rank = found.iter().map(|found| found.rank).min()?;
    let same: Vec<&Found> = found.iter().filter(|found| found.rank == rank).collect();
    let best = match rank {
        // Where only "à Lyon" tells, the town named most often wins.
        BY_CONDITIONS => {
            let count = |name: &str| same.iter().filter(|found| found.name == name).count();
            let most = same.iter().map(|found| count(&found.name)).max()?;
            same.iter().find(|found| count(&found.name) == most)?
        }
        BY_INSTITUTION
            if same
                .iter()
                .any(|found| Some(&found.name) != same.first().map(|first| &first.name)) =>
        {
            return None;
        }
        _ => same.first()?,
    };
    let mut fact = page.fact(best.name.clone(), &best.range);
    for other in same
        .iter()
        .filter(|other| other.name == best.name && other.range != best.range)
        .take(2)
    {
        fact.evidence.push(page.evidence(&other.range));
    }
    Some(fact)
}

/// A heading that is nothing but "Lieu": its value is the line below.
fn is_bare(passage: &Passage) -> bool {
    matches!(passage.kind, PassageKind::Heading(_)) && passage.label.is_empty()
}

/// Reads the value of a label: a known town in it, else the words before the first comma or bracket.
fn of_label(page: &Page<'_>, passage: &Passage) -> Option<Found> {
    let range = &passage.value;
    let known = page
        .hits(Topic::Place)
        .iter()
        .filter(|hit| range.start <= hit.start && hit.end <= range.end)
        .filter_map(|hit| match phrase(hit.phrase)? {
            Phrase::Town(town) if !names_something_else(page, hit) => Some((0, town.name, hit.range())),
            Phrase::Region(name) => Some((1, name, hit.range())),
            Phrase::Adjective(_) | Phrase::Lead | Phrase::Country | Phrase::BehindAu(_) | Phrase::Town(_) => None,
        });
    let text = page.folded(range);
    if let Some((kind, name, at)) = longest_first(known)
        && (kind == 0 || text.len() <= 60)
        && (kind == 0 || first_part(page, range).is_none_or(|(_, first)| first.end > at.start))
    {
        return Some(Found {
            rank: BY_LABEL,
            name: name.to_owned(),
            range: at,
        });
    }
    let (name, at) = before_zip_code(page, range)
        .or_else(|| behind_institution(page, range))
        .or_else(|| first_part(page, range))?;
    Some(Found {
        rank: BY_LABEL,
        name,
        range: at,
    })
}

/// Of the towns in a value the first, and of those that begin together the longest ("New York City").
fn longest_first<'n>(found: impl Iterator<Item = (u8, &'n str, Range<u32>)>) -> Option<(u8, &'n str, Range<u32>)> {
    found.min_by_key(|(kind, _, range)| (*kind, range.start, u32::MAX - range.end))
}

/// Values that are no town.
const NO_TOWN: Words = Words::of(&[
    "remote*",
    "anywhere",
    "worldwide",
    "world",
    "world wide",
    "global",
    "europe",
    "eu",
    "france",
    "belgique",
    "belgium",
    "suisse",
    "switzerland",
    "germany",
    "allemagne",
    "usa",
    "us",
    "u.s.",
    "united states",
    "uk",
    "united kingdom",
    "canada",
    "spain",
    "italy",
    "india",
    "brazil",
    "latin america",
    "north america",
    "international",
    "teletravail*",
    "a distance",
    "distanciel",
    "hybrid*",
    "home office",
    "tbd",
    "n/a",
    "none",
    "a definir",
    "a preciser",
    "selon",
    "partout",
    "flexible",
    "on-site",
    "onsite",
    "presentiel",
    "nationwide",
    "asia",
    "africa",
    "national",
    "poland",
    "portugal",
    "netherlands",
]);

/// The first words of a value, when they look like a name: "Faverges (Haute-Savoie)", "Bierges, Belgique".
fn first_part(page: &Page<'_>, range: &Range<u32>) -> Option<(String, Range<u32>)> {
    let text = page.folded(range);
    let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let rest = text.get(lead..)?;
    let end = rest
        .find([',', '(', '/', '|', ';', ':', '.', '\n'])
        .unwrap_or(rest.len());
    let end = rest.find(" - ").map_or(end, |dash| dash.min(end));
    let part = rest.get(..end)?.trim_end();
    let start = range.start + u32::try_from(lead).ok()?;
    let at = start..start + u32::try_from(part.len()).ok()?;
    let shown = page.shown(&at);
    let wordy = part.split(' ').count() > 4 || part.len() > 40 || part.is_empty();
    let plain = shown.starts_with(char::is_uppercase) && !part.bytes().any(|b| b.is_ascii_digit() || b == b'@');
    let excluded = holds_any(part, &NO_TOWN)
        || holds_any(part, &INSTITUTIONS)
        || holds_any(
            part,
            words![
                "rue",
                "avenue",
                "boulevard",
                "campus",
                "bureau*",
                "nos",
                "notre",
                "our",
                "dans",
                "at",
                "voir",
                "see",
                "l'*",
                "le",
                "la",
                "un",
                "the",
                "poste",
            ],
        ) && !part.starts_with("la ")
            && !part.starts_with("le ")
            && !elided_name(shown);
    (!wordy && plain && !excluded).then(|| (shown.to_owned(), at))
}

/// "L'Haÿ-les-Roses", and not "L'agence".
fn elided_name(shown: &str) -> bool {
    let name = shown.strip_prefix('L').and_then(|rest| rest.strip_prefix(['\'', '’']));
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// "10500 NE 8th Street, Bellevue, WA 98004": the part before the state and its code.
fn before_zip_code(page: &Page<'_>, range: &Range<u32>) -> Option<(String, Range<u32>)> {
    let text = page.folded(range);
    let mut from = 0;
    let mut before: Option<Range<usize>> = None;
    for part in text.split(',') {
        let words = part.trim();
        let (state, code) = words.split_once(' ').unwrap_or((words, ""));
        if state.len() == 2 && code.len() >= 5 && code.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            let at = shift(range.start, &before?);
            return Some((page.shown(&at).to_owned(), at));
        }
        let lead = part.len() - part.trim_start().len();
        before = Some(from + lead..from + lead + words.len());
        from += part.len() + 1;
    }
    None
}

/// "College of Earth Sciences, Oregon State University, Corvallis, Oregon, USA": the last part that is neither an
/// institution, a region nor a country.
fn behind_institution(page: &Page<'_>, range: &Range<u32>) -> Option<(String, Range<u32>)> {
    let text = page.folded(range);
    if !text.contains(',') || !holds_any(text, &INSTITUTIONS) {
        return None;
    }
    let mut end = text.len();
    for part in text.rsplit(',') {
        let start = end - part.len();
        let lead = part.len() - part.trim_start().len();
        let words = part.trim().trim_end_matches('.');
        let at = shift(range.start, &(start + lead..start + lead + words.len()));
        end = start.saturating_sub(1);
        let area = COUNTRIES.contains(&words) || REGIONS.iter().any(|(region, _)| *region == words);
        if area || words.is_empty() {
            continue;
        }
        let named = words.split(' ').count() <= 4
            && !words.bytes().any(|b| b.is_ascii_digit())
            && page.shown(&at).starts_with(char::is_uppercase)
            && !holds_any(words, &INSTITUTIONS);
        return named.then(|| (page.shown(&at).to_owned(), at));
    }
    None
}

/// Tells whether a passage may say where, and is no field or label about another thing.
fn may_say_where(passage: &Passage) -> bool {
    match passage.key {
        Some(Key::Title | Key::Description | Key::HowToApply) => true,
        Some(
            Key::Organization
            | Key::Contact
            | Key::Tags
            | Key::Category
            | Key::Layout
            | Key::Link
            | Key::Subject
            | Key::ApplyUrl
            | Key::Language,
        ) => false,
        Some(_) | None => passage.kind != PassageKind::Field,
    }
}

fn of_hit(page: &Page<'_>, facts: &Facts, hit: &Hit) -> Option<Found> {
    let passage = page.passages.get(hit.passage as usize)?;
    // Where the employer sits is not where a remote job is.
    let seat = holds_any(
        page.folded(&passage.label),
        words!["headquarters", "hq", "siege", "siege social"],
    );
    // "Laboratoire : LIX, Université du Nord, Bergues": the town that closes the line.
    if passage.key == Some(Key::Organization) && passage.kind != PassageKind::Field {
        return closing_town(page, passage, hit);
    }
    if !may_say_where(passage) || seat {
        return None;
    }
    match phrase(hit.phrase)? {
        Phrase::Lead => behind_lead(page, passage, hit),
        Phrase::Town(town) => of_town(page, facts, passage, hit, town),
        Phrase::Adjective(town) => {
            let around = Around::of(page, &hit.range());
            holds_any(
                last_words(around.before, 2),
                words!["equipe", "tribu", "agence", "bureau*", "locaux", "antenne", "site"],
            )
            .then(|| Found {
                rank: BY_ADJECTIVE,
                name: town.to_owned(),
                range: hit.range(),
            })
        }
        Phrase::Country => before_comma(page, facts, passage, hit),
        Phrase::BehindAu(town) => behind_au(page, facts, passage, hit, town),
        Phrase::Region(name) => {
            if let Some(found) = before_comma(page, facts, passage, hit) {
                return Some(found);
            }
            let rank = if is_title(page, facts, passage) {
                BY_ADDRESS
            } else {
                BY_REGION
            };
            let told = rank == BY_ADDRESS || about_conditions(page, passage);
            told.then(|| Found {
                rank,
                name: name.to_owned(),
                range: hit.range(),
            })
        }
    }
}

/// "au Havre", in the title or where conditions are told.
fn behind_au(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit, town: &str) -> Option<Found> {
    let rank = if is_title(page, facts, passage) {
        BY_TITLE
    } else if about_conditions(page, passage) {
        BY_CONDITIONS
    } else {
        return None;
    };
    let named = page.shown(&hit.range()).contains(char::is_uppercase);
    (named && !is_origin(page, hit)).then(|| Found {
        rank,
        name: town.to_owned(),
        range: hit.range(),
    })
}

/// A known town behind the last comma of a label that names the employer.
fn closing_town(page: &Page<'_>, passage: &Passage, hit: &Hit) -> Option<Found> {
    let Phrase::Town(town) = phrase(hit.phrase)? else {
        return None;
    };
    let value = page.folded(&(passage.value.start.max(passage.folded.start)..hit.start));
    let rest = page.folded(&(hit.end..passage.folded.end));
    let closes = !rest.contains(char::is_alphanumeric) || rest.trim_start().starts_with(['(', ',']);
    (value.trim_end().ends_with([',', '(', '-', '–']) && closes && capitalised(page, hit)).then(|| Found {
        rank: BY_INSTITUTION,
        name: town.name.to_owned(),
        range: hit.range(),
    })
}

/// Words of institutions, which are no town: "Oregon State University".
const INSTITUTIONS: Words = Words::of(&[
    "college",
    "university",
    "universite",
    "universities",
    "univ",
    "department",
    "departement",
    "institute",
    "institut",
    "school",
    "ecole",
    "laboratory",
    "laboratoire",
    "lab",
    "faculty",
    "faculte",
    "centre",
    "center",
    "hospital",
    "hopital",
    "chu",
    "direction",
    "ministere",
    "ministry",
    "service",
    "division",
    "campus",
    "group",
    "groupe",
    "team",
    "equipe",
    "sciences",
    "science",
    "research",
]);

/// "Moss Landing, California", "Bergen, Norway": the capitalised words before a region or country and its comma.
fn before_comma(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit) -> Option<Found> {
    let before = page.folded(&(passage.folded.start..hit.start));
    let head = tail(before).strip_suffix(", ")?;
    let base = hit.start - 2 - u32::try_from(head.len()).ok()?;
    let from = head.rfind([',', '(', ':', ';', '-', '|', '.']).map_or(0, |at| at + 1);
    let from = ["in", "at", "a", "de", "from", "near"]
        .iter()
        .filter_map(|word| head.rfind(&format!(" {word} ")).map(|at| at + word.len() + 2))
        .fold(from, usize::max);
    let part = head.get(from..)?;
    let lead = part.len() - part.trim_start().len();
    let range = shift(base, &(from + lead..head.len()));
    let words = page.folded(&range);
    let shown = page.shown(&range);
    let named = !words.is_empty()
        && words.split(' ').count() <= 3
        && shown
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "sur" | "de" | "la" | "le" | "en"))
        && !words.bytes().any(|b| b.is_ascii_digit())
        && !holds_any(words, &INSTITUTIONS)
        && !holds_any(words, &COUNTRIES)
        && !REGIONS.iter().any(|(region, _)| *region == words);
    let rank = if is_title(page, facts, passage) {
        BY_TITLE
    } else if about_conditions(page, passage) || passage.key == Some(Key::Description) {
        BY_CONDITIONS
    } else {
        return None;
    };
    let name = known_name(page, &range).unwrap_or(shown).to_owned();
    named.then_some(Found { rank, name, range })
}

/// Words that must stand right before a town.
const WEAK_LEADS: [&str; 13] = [
    "dans nos locaux de",
    "site de",
    "bureau de",
    "agence de",
    "near",
    "work in",
    "working in",
    "region de",
    "region d'",
    "travail a",
    "travailler a",
    "job in",
    "position in",
];

/// Words behind which only a known town is a place.
const LEADS_OF_KNOWN_TOWNS: [&str; 13] = [
    "dans nos locaux de",
    "region de",
    "region d'",
    "near",
    "work in",
    "working in",
    "position in",
    "job in",
    "site de",
    "presence a",
    "travail a",
    "poste a",
    "stage a",
];

/// Reads the place behind "basé à": a known town within some words, else the capitalised words right behind.
fn behind_lead(page: &Page<'_>, passage: &Passage, hit: &Hit) -> Option<Found> {
    let lead = page.folded(&hit.range());
    let reach = passage.folded.end.min(hit.end + 60);
    let text = page.folded(&(hit.end..reach));
    let stop = text
        .find(['.', ';', '!'])
        .and_then(|at| u32::try_from(at).ok())
        .map_or(reach, |at| hit.end + at);
    let weak = WEAK_LEADS.contains(&lead);
    if weak && page.section_kinds(passage).any(|kind| kind == SectionKind::Company) {
        return None;
    }
    let known = page
        .hits(Topic::Place)
        .iter()
        .filter(|town| town.start >= hit.end && town.end <= stop && town.start - hit.end <= if weak { 3 } else { 40 })
        .filter(|town| capitalised(page, town) && !only_near(page.folded(&(hit.end..town.start))))
        .filter_map(|town| match phrase(town.phrase)? {
            Phrase::Town(found) if !names_something_else(page, town) => Some((0, found.name, town.range())),
            Phrase::Town(_)
            | Phrase::Lead
            | Phrase::Adjective(_)
            | Phrase::Region(_)
            | Phrase::Country
            | Phrase::BehindAu(_) => None,
        });
    if let Some((_, name, range)) = longest_first(known) {
        return Some(Found {
            rank: BY_LEAD,
            name: name.to_owned(),
            range,
        });
    }
    if LEADS_OF_KNOWN_TOWNS.contains(&lead) {
        return None;
    }
    let owned = holds_any(
        last_words(page.folded(&(passage.folded.start..hit.start)), 1),
        words!["son", "notre", "nos", "ses", "leur", "leurs", "votre"],
    );
    if matches!(lead, "bureau de" | "bureaux de" | "agence de" | "antenne de") && !owned {
        return None;
    }
    let (name, range) = capitalised_words(page, hit.end, stop)?;
    (!holds_any(page.folded(&range), &NO_TOWN)).then_some(Found {
        rank: BY_LEAD,
        name,
        range,
    })
}

/// "à Vif, près de Grenoble": a town that only tells where another one lies.
fn only_near(between: &str) -> bool {
    holds_any(
        last_words(between, 3),
        words![
            "pres de",
            "pres d'*",
            "proche de",
            "proche d'*",
            "non loin de",
            "a cote de",
            "minutes de",
            "min de",
            "km de",
            "entre",
            "near",
            "close to",
            "minutes from",
            "outside",
        ],
    )
}

/// Reads the capitalised words right behind a byte: "Bierges", "La Roche sur Yon".
fn capitalised_words(page: &Page<'_>, from: u32, stop: u32) -> Option<(String, Range<u32>)> {
    let text = page.folded(&(from..stop));
    let lead = text.len() - text.trim_start_matches([' ', '*', '_', ':', ',']).len();
    let start = from + u32::try_from(lead).ok()?;
    let shown = page.visible(&page.to_visible(&(start..stop)));
    let mut end = 0;
    for word in shown.split_inclusive([' ', '\n']) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let small = matches!(bare, "sur" | "en" | "les" | "de" | "la" | "le" | "sous" | "d" | "du") && end > 0;
        if !(bare.starts_with(char::is_uppercase) || small) || bare.chars().any(|c| c.is_ascii_digit()) {
            break;
        }
        if !small {
            end = word.as_ptr() as usize - shown.as_ptr() as usize + bare.len();
        }
        if bare.len() + 1 < word.len() {
            break;
        }
    }
    let name = shown.get(..end)?;
    if name.chars().count() < 3 || name.split(' ').count() > 4 {
        return None;
    }
    let visible = page.to_visible(&(start..stop));
    let range = page.to_folded(&(visible.start..visible.start + u32::try_from(end).ok()?));
    Some((name.to_owned(), range))
}

/// A town in a title, or named with "à" where conditions are told.
fn of_town(page: &Page<'_>, facts: &Facts, passage: &Passage, hit: &Hit, town: Town) -> Option<Found> {
    if !capitalised(page, hit) {
        return None;
    }
    if hosts_an_institution(page, hit) {
        let told = !page.section_kinds(passage).any(|kind| {
            matches!(
                kind,
                SectionKind::Company | SectionKind::Legal | SectionKind::Profile | SectionKind::Missions
            )
        });
        return told.then(|| Found {
            rank: BY_INSTITUTION,
            name: town.name.to_owned(),
            range: hit.range(),
        });
    }
    if names_something_else(page, hit) {
        return None;
    }
    let around = Around::of(page, &hit.range());
    let before = last_words(around.before, 1);
    let led = matches!(before, "a" | "in" | "sur" | "near")
        || before.ends_with('(')
        || around
            .before
            .trim_end()
            .ends_with(['-', ',', '|', '/', '(', ':', '·', '•']);
    let found = |rank: u8| {
        Some(Found {
            rank,
            name: town.name.to_owned(),
            range: hit.range(),
        })
    };
    if is_title(page, facts, passage) || (passage.key == Some(Key::Title) && passage.kind == PassageKind::Field) {
        return if led || !town.ambiguous { found(BY_TITLE) } else { None };
    }
    // "our Berlin office".
    if holds_any(
        first_words(around.after, 1),
        words!["office", "offices", "headquarters", "hq", "campus"],
    ) && matches!(before, "our" | "the" | "in" | "its")
    {
        return found(BY_LEAD);
    }
    let alone = page
        .folded(&passage.folded)
        .trim_matches(|c: char| !c.is_alphanumeric())
        .len()
        <= town.folded.len() + 10;
    if passage.key == Some(Key::Description) && led {
        return found(BY_TITLE);
    }
    let at = matches!(before, "a" | "in");
    let told = at || (led && !town.ambiguous) || (alone && !town.ambiguous);
    if told && about_conditions(page, passage) && !is_origin(page, hit) {
        return found(BY_CONDITIONS);
    }
    None
}

/// "Née au Mans", "fondée à Lyon": where the employer comes from.
fn is_origin(page: &Page<'_>, hit: &Hit) -> bool {
    let around = Around::of(page, &hit.range());
    holds_any(
        last_words(around.before, 2),
        words!["ne", "nee", "fonde*", "cree*", "founded", "born"],
    )
}

/// Tells whether a passage tells the conditions of the work rather than what the employer is or does.
fn about_conditions(page: &Page<'_>, passage: &Passage) -> bool {
    match page.section_kinds(passage).next() {
        Some(SectionKind::Conditions | SectionKind::Apply | SectionKind::Contact) => true,
        Some(
            SectionKind::Company
            | SectionKind::Missions
            | SectionKind::Profile
            | SectionKind::Legal
            | SectionKind::Process
            | SectionKind::Questions,
        ) => false,
        None => matches!(
            passage.kind,
            PassageKind::Line | PassageKind::Item | PassageKind::Heading(_) | PassageKind::Row
        ),
    }
}

/// A name of a town begins with a capital, unless everything around is small ("lieu : paris").
fn capitalised(page: &Page<'_>, hit: &Hit) -> bool {
    page.shown(&hit.range()).starts_with(char::is_uppercase)
}

/// "l'université de Caen", "l'école des Mines de Nantes": where the institution is, when nothing better tells.
fn hosts_an_institution(page: &Page<'_>, hit: &Hit) -> bool {
    let around = Around::of(page, &hit.range());
    let before = last_words(around.before, 5);
    holds_any(
        before,
        words![
            "universite",
            "university",
            "univ",
            "ecole",
            "insa",
            "iut",
            "chu",
            "inria",
            "centre",
        ],
    ) && holds_any(
        last_words(before, 1),
        words![
            "de",
            "d'*",
            "of",
            "universite",
            "university",
            "insa",
            "iut",
            "chu",
            "inria",
        ],
    )
}

/// "Université de Nantes", "rue de Lyon", "Gare de Lyon", "Paris-Saclay" as an institution, "Nice to have".
fn names_something_else(page: &Page<'_>, hit: &Hit) -> bool {
    let around = Around::of(page, &hit.range());
    let before = last_words(around.before, 3);
    let after = first_words(around.after, 2);
    let joined = around.before.ends_with('-')
        || around.after.starts_with('-') && !around.after.starts_with("- ") && !around.after.starts_with("-\u{20}");
    let street = holds_any(
        before,
        words![
            "rue",
            "avenue",
            "boulevard",
            "quai",
            "gare",
            "porte",
            "universite",
            "university",
            "univ",
            "univ.",
            "ecole",
            "academie",
            "chu",
            "metropole",
            "festival",
            "musee",
            "banque",
            "accord*",
            "place",
        ],
    ) && holds_any(
        last_words(before, 1),
        words!["de", "d'*", "du", "of", "universite", "university", "univ", "porte"],
    );
    let english = matches!(
        page.folded(&hit.range()),
        "nice" | "tours" | "orange" | "sens" | "gap" | "reading" | "cork" | "lens"
    ) && (after.starts_with("to ")
        || after.starts_with("si ")
        || !matches!(last_words(before, 1), "a" | "in" | "de")
            && !around.before.trim_end().ends_with(['-', ',', '|', '/', '(', ':'])
            && !around.before.is_empty());
    joined || street || english || opens_a_name(page, hit)
}

/// "Seattle Matrix", "Paris Web": the town is the first word of a longer name.
fn opens_a_name(page: &Page<'_>, hit: &Hit) -> bool {
    let Some(passage) = page.passages.get(hit.passage as usize) else {
        return false;
    };
    let visible = page.to_visible(&(hit.end..passage.folded.end.max(hit.end)));
    let rest = page.visible(&visible);
    let word = rest
        .strip_prefix(' ')
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let name = word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).any(char::is_lowercase);
    name && !matches!(
        word,
        "La" | "Les"
            | "France"
            | "Cedex"
            | "Est"
            | "Ouest"
            | "Nord"
            | "Sud"
            | "Centre"
            | "Métropole"
            | "Area"
            | "Bay"
            | "Office"
            | "City"
            | "Saclay"
            | "Et"
            | "Ou"
            | "Or"
            | "And"
            | "Remote"
    )
}

/// Reads "75002 Paris", "44307 NANTES CEDEX 3", in code blocks too: an address is often set as one.
fn addresses(page: &Page<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for passage in page.body() {
        let text = page.folded(&passage.folded);
        if text.len() > 2000 || passage.digits < 5 {
            continue;
        }
        for (at, digits) in five_digits(text) {
            let from = passage.folded.start + narrow(at + digits);
            let Some((name, range)) = capitalised_words(page, from, passage.folded.end) else {
                continue;
            };
            let start = shift(passage.folded.start, &(at..at + digits)).start;
            let name = name.trim_end_matches(" CEDEX").trim_end_matches(" Cedex");
            found.push(Found {
                rank: BY_ADDRESS,
                name: known_name(page, &range).unwrap_or(name).to_owned(),
                range: start..range.end,
            });
        }
    }
    found
}

/// The usual writing of a town that the table knows.
fn known_name(page: &Page<'_>, range: &Range<u32>) -> Option<&'static str> {
    let text = page.folded(range).trim_end_matches(" cedex");
    TOWNS.iter().find(|town| town.folded == text).map(|town| town.name)
}

/// Finds French postcodes: five digits on their own, followed by a space.
fn five_digits(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let run = bytes.iter().skip(at).take_while(|b| b.is_ascii_digit()).count();
        // "F-14032 Caen": the sign of the country before the code.
        let country =
            at >= 2 && bytes.get(at - 1) == Some(&b'-') && bytes.get(at - 2).is_some_and(u8::is_ascii_alphabetic);
        let clear = country
            || at == 0
            || !bytes
                .get(at - 1)
                .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'/' | b'-' | b'='));
        if run == 5 && clear && matches!(bytes.get(at + 5), Some(b' ' | b',')) {
            found.push((at, 5));
        }
        at += run;
    }
    found
}
