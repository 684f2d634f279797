//! Pages and forms where one applies.
//!
//! A link is one when its own words, its sentence or its section say so. Where an offer gives neither an address nor
//! such a link, the page that holds the rest of the offer ("voir le détail de l'offre") stands in for it.

use std::ops::Range;

use super::cues::{self, Cue};
use super::facts::Fact;
use super::keys::Key;
use super::page::{Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::{Words, words};

/// What a phrase in a link or beside it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// In a link's text: one applies behind it.
    Apply,
    /// Beside a link: a form.
    Form,
    /// The offer itself, or more of it.
    Further,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Word)] = &[
    ("postuler", Word::Apply),
    ("postulez", Word::Apply),
    ("postule", Word::Apply),
    ("candidater", Word::Apply),
    ("candidatez", Word::Apply),
    ("candidature*", Word::Apply),
    ("candidate", Word::Apply),
    ("apply", Word::Apply),
    ("application form", Word::Form),
    ("application portal", Word::Apply),
    ("online application", Word::Apply),
    ("bewerben", Word::Apply),
    ("formulaire", Word::Form),
    ("questionnaire", Word::Form),
    ("form", Word::Form),
    ("plateforme", Word::Form),
    ("offre", Word::Further),
    ("offres", Word::Further),
    ("annonce", Word::Further),
    ("detail", Word::Further),
    ("details", Word::Further),
    ("fiche de poste", Word::Further),
    ("complement", Word::Further),
    ("tout est la", Word::Further),
    ("plus d'informations", Word::Further),
    ("plus d'infos", Word::Further),
    ("en savoir plus", Word::Further),
    ("more information", Word::Further),
    ("more info", Word::Further),
    ("more details", Word::Further),
    ("further details", Word::Further),
    ("full description", Word::Further),
    ("full job", Word::Further),
    ("job description", Word::Further),
    ("job posting", Word::Further),
    ("job listing", Word::Further),
    ("job offer", Word::Further),
    ("vacancy", Word::Further),
    ("official announcement", Word::Further),
    ("recrutement", Word::Further),
];

/// What was found.
#[derive(Debug, Default)]
pub(super) struct ApplyUrls {
    /// One applies there.
    pub explicit: Vec<Fact<String>>,
    /// The offer goes on there.
    pub further: Vec<Fact<String>>,
}

/// A web address and where it is shown.
struct Address<'p> {
    url: &'p str,
    /// In bytes of the folded text.
    at: Range<u32>,
    source: Range<usize>,
    linked: bool,
}

/// Reads the pages.
pub(super) fn read(page: &Page<'_>) -> ApplyUrls {
    let mut found = ApplyUrls::default();
    let mut bare = BareAddresses::of(page);
    for passage in &page.passages {
        if passage.kind == PassageKind::Code || (passage.links.is_empty() && bare.starts.is_empty()) {
            continue;
        }
        let links = page
            .links(passage)
            .iter()
            .filter(|link| is_web(&link.target))
            .map(|link| {
                let at = page.to_folded(&link.text);
                Address {
                    url: &link.target,
                    at,
                    source: link.source.clone(),
                    linked: true,
                }
            });
        for address in links.collect::<Vec<_>>().into_iter().chain(bare.within(page, passage)) {
            sort(page, passage, &address, &mut found);
        }
    }
    found
}

fn sort(page: &Page<'_>, passage: &Passage, address: &Address<'_>, found: &mut ApplyUrls) {
    let kind = if is_apply(page, passage, address) {
        &mut found.explicit
    } else if is_further(page, passage, address) {
        &mut found.further
    } else {
        return;
    };
    let known = kind.iter().any(|fact| same(&fact.value, address.url));
    if !known && kind.len() < 12 {
        kind.push(Fact {
            value: address.url.to_owned(),
            evidence: vec![page.evidence_at(address.source.clone())],
        });
    }
}

fn same(left: &str, right: &str) -> bool {
    let bare = |url: &str| {
        url.trim_end_matches('/')
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .to_owned()
    };
    bare(left).eq_ignore_ascii_case(&bare(right))
}

fn is_web(target: &str) -> bool {
    let begins = |scheme: &str| {
        let head = target.as_bytes().get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes()))
    };
    (begins("http://") || begins("https://")) && target.len() > 11 && !target.contains(char::is_whitespace)
}

fn words(page: &Page<'_>, range: &Range<u32>, word: Word) -> bool {
    page.hits_in(Topic::Apply, range)
        .any(|hit| PHRASES.get(usize::from(hit.phrase)).is_some_and(|(_, w)| *w == word))
}

fn is_apply(page: &Page<'_>, passage: &Passage, address: &Address<'_>) -> bool {
    if passage.kind == PassageKind::Field {
        return match passage.key {
            Some(Key::ApplyUrl) => true,
            Some(Key::HowToApply) => has_path(address.url),
            _ => false,
        };
    }
    tells_to_apply(page, passage, address) && !is_social(address.url)
}

/// The words of the link, its sentence or its section say that one applies there.
fn tells_to_apply(page: &Page<'_>, passage: &Passage, address: &Address<'_>) -> bool {
    let sentence = page.sentence(&address.at);
    let own = words(page, &address.at, Word::Apply) && address.linked;
    if own && !is_elsewhere(page, &sentence) {
        return true;
    }
    if !has_path(address.url) {
        return false;
    }
    if passage.key == Some(Key::ApplyUrl) {
        return true;
    }
    let section = page.section_kinds(passage).next();
    let applying = section == Some(SectionKind::Apply) || passage.key == Some(Key::HowToApply);
    let asked = cues::within(page, &sentence)
        .any(|near| near.cue == Cue::Apply && near.range.end <= address.at.start && !names_document(page, &near.range));
    let asked = asked || is_handed_in(page.folded(&(sentence.start..address.at.start.max(sentence.start))));
    let form = words(page, &sentence, Word::Form);
    // None of the reasons below: most links of an offer end here.
    if !(applying || asked || form || section.is_none()) || is_elsewhere(page, &sentence) {
        return false;
    }
    let sent = cues::within(page, &sentence).any(|near| near.cue == Cue::Send);
    (is_form_host(address.url) && (applying || asked || form || section.is_none()))
        || (asked && address.at.start.saturating_sub(sentence.start) < 200)
        || (form && (applying || asked || section != Some(SectionKind::Company)) && form_asks(page, &sentence))
        || (applying && (sent || points_to_apply(address.url) || is_alone(page, passage, address)))
}

/// "Applications should be posted on the web site", "submit their application via": what stands before the address.
fn is_handed_in(before: &str) -> bool {
    let application = before.contains("application") || before.contains("candidature");
    let handed = ["submit", "posted on", "posted at", "deposer ", "deposez ", "deposees "]
        .iter()
        .any(|word| before.contains(word));
    application && handed && before.len() < 240 && !before.contains('@')
}

/// "CV" and the like name what one sends, not that one applies here.
fn names_document(page: &Page<'_>, range: &Range<u32>) -> bool {
    matches!(
        page.folded(range),
        "cv" | "cvs"
            | "resume"
            | "resumes"
            | "curriculum vitae"
            | "lettre de motivation"
            | "cover letter"
            | "motivation letter"
    )
}

/// A form is asked to be filled in, or is where interest is told.
fn form_asks(page: &Page<'_>, sentence: &Range<u32>) -> bool {
    words![
        "rempli", "complet", "fill", "via", "interet", "interest", "postul", "candidat", "appl",
    ]
    .are_part_of(page.folded(sentence))
}

/// Spontaneous applications, other offers, privacy notices: not this offer.
fn is_elsewhere(page: &Page<'_>, sentence: &Range<u32>) -> bool {
    words![
        "candidature spontanee",
        "autres offres",
        "other jobs",
        "other openings",
        "privacy",
        "confidentialite",
        "pour les candidatures concernant",
        "job scams",
        "accommodation",
    ]
    .are_part_of(page.folded(sentence))
}

/// The line holds nothing but the address.
fn is_alone(page: &Page<'_>, passage: &Passage, address: &Address<'_>) -> bool {
    passage.value.end - passage.value.start <= (address.at.end - address.at.start) + 4
        && page.folded(&passage.value).len() > 4
}

fn is_further(page: &Page<'_>, passage: &Passage, address: &Address<'_>) -> bool {
    let ours = || has_path(address.url) && !is_social(address.url) && !is_file(address.url);
    if passage.kind == PassageKind::Field {
        return passage.key == Some(Key::Link) && ours();
    }
    let sentence = page.sentence(&address.at);
    let told = words(page, &sentence, Word::Further)
        || (is_form_host(address.url) && page.section_kinds(passage).next() != Some(SectionKind::Company));
    told && ours() && !is_elsewhere(page, &sentence)
}

/// Everything after the host; `None` for the host alone.
fn has_path(url: &str) -> bool {
    let rest = behind_scheme(url);
    let path = rest.find(['/', '?']).and_then(|at| rest.get(at..)).unwrap_or_default();
    let path = path.trim_matches('/');
    // A language alone is still the front page.
    let language = path.len() == 2 && path.bytes().all(|b| b.is_ascii_lowercase());
    !(path.is_empty() || language)
}

/// What follows `https://`.
fn behind_scheme(url: &str) -> &str {
    let bare = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme));
    bare.unwrap_or_else(|| url.split_once("://").map_or(url, |(_, rest)| rest))
}

fn host(url: &str) -> &str {
    let rest = behind_scheme(url);
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#' | b':'));
    let host = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// Tells whether a host is one of `known` or below one of them.
fn is_of(host: &str, known: &Words) -> bool {
    std::iter::successors(Some(host), |name| name.split_once('.').map(|(_, above)| above)).any(|name| known.has(name))
}

/// Public services that host forms and applications for many.
fn is_form_host(url: &str) -> bool {
    const HOSTS: Words = Words::of(&[
        "forms.gle",
        "framaforms.org",
        "typeform.com",
        "airtable.com",
        "jotform.com",
        "tally.so",
        "greenhouse.io",
        "lever.co",
        "workable.com",
        "smartrecruiters.com",
        "teamtailor.com",
        "recruitee.com",
        "bamboohr.com",
        "breezy.hr",
        "ashbyhq.com",
        "personio.de",
        "personio.com",
        "myworkdayjobs.com",
        "icims.com",
        "jobvite.com",
        "taleo.net",
        "welcometothejungle.com",
        "applytojob.com",
        "flatchr.io",
        "talentsoft.com",
        "softgarden.io",
        "jobteaser.com",
        "welcomekit.co",
        "limesurvey.org",
        "grist.numerique.gouv.fr",
        "workday.com",
        "ultipro.com",
        "paylocity.com",
        "hire.trakstar.com",
        "pinpointhq.com",
        "join.com",
        "grnh.se",
        "digitalrecruiters.com",
        "beetween.com",
    ]);
    let host = host(url);
    let known = is_of(host, &HOSTS);
    known || host.starts_with("forms.") || url.contains("docs.google.com/forms")
}

fn points_to_apply(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    is_form_host(url)
        || [
            "apply",
            "postul",
            "candidat",
            "recrut",
            "/job",
            "/offre",
            "/careers/",
            "/vacanc",
            "/position",
            "/emploi",
            "form",
        ]
        .iter()
        .any(|part| lower.contains(part))
}

fn is_social(url: &str) -> bool {
    const HOSTS: Words = Words::of(&[
        "twitter.com",
        "x.com",
        "facebook.com",
        "instagram.com",
        "youtube.com",
        "medium.com",
        "wikipedia.org",
        "github.com",
        "openstreetmap.org",
        "goo.gl",
        "maps.google.com",
        "maps.app.goo.gl",
    ]);
    let host = host(url);
    let known = is_of(host, &HOSTS);
    known || (host.ends_with("linkedin.com") && !url.contains("/jobs/"))
}

fn is_file(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    [".png", ".jpg", ".jpeg", ".gif", ".svg", ".css", ".js"]
        .iter()
        .any(|end| lower.ends_with(end))
}

/// Web addresses written out without a link.
struct BareAddresses {
    starts: Vec<u32>,
}

impl BareAddresses {
    fn of(page: &Page<'_>) -> Self {
        let text = page.visible.as_bytes();
        let starts = memchr::memmem::find_iter(text, "://")
            .filter_map(|at| {
                let before = page.visible.get(..at)?;
                let width = if before.ends_with("https") {
                    5
                } else if before.ends_with("http") {
                    4
                } else {
                    return None;
                };
                u32::try_from(at - width).ok()
            })
            .collect();
        Self { starts }
    }

    /// The addresses of a passage that no link of it shows.
    fn within<'p>(&mut self, page: &'p Page<'_>, passage: &Passage) -> Vec<Address<'p>> {
        let first = self.starts.partition_point(|at| *at < passage.visible.start);
        let mine = self
            .starts
            .get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(|at| **at < passage.visible.end);
        mine.filter_map(|start| {
            let linked = page
                .links(passage)
                .iter()
                .any(|link| link.text.start <= *start && *start < link.text.end);
            if linked {
                return None;
            }
            let rest = page.visible(&(*start..passage.visible.end));
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '`' | '|' | '{' | '}'))
                .unwrap_or(rest.len());
            let url = rest
                .get(..end)?
                .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
            let url = if url.contains('(') {
                url
            } else {
                url.trim_end_matches([')', ']'])
            };
            // Markdown that the parser did not take for a link: `[x](https://… )`.
            let url = url.split("](").next().unwrap_or(url).trim_end_matches(['.', ',', ';']);
            let visible = *start..*start + u32::try_from(url.len()).ok()?;
            is_web(url).then(|| Address {
                url,
                at: page.to_folded(&visible),
                source: page.source(&visible),
                linked: false,
            })
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    fn urls(text: &str) -> (Vec<String>, Vec<String>) {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        let found = read(&page);
        let values = |facts: Vec<Fact<String>>| facts.into_iter().map(|fact| fact.value).collect();
        (values(found.explicit), values(found.further))
    }

    #[test]
    fn where_one_applies() {
        for text in [
            "---\napplication link: https://a.example/x\n---\n",
            "## CLICK TO [APPLY](https://a.example/x)",
            "Pour candidater, veuillez remplir [ce formulaire](https://a.example/x).",
            "## Pour proposer votre profil\nPartagez votre intérêt via ce formulaire : https://a.example/x.",
            "Postulez sur https://a.example/x",
            "[Postuler](https://a.example/x)",
            "<a href=\"https://a.example/x\">Apply now</a>",
            "## How to apply\n\nhttps://a.example/x",
        ] {
            assert_eq!(urls(text).0, ["https://a.example/x"], "{text}");
        }
    }

    #[test]
    fn where_the_offer_goes_on() {
        for text in [
            "Voir le [complément](https://a.example/x)",
            "Tout est là : [https://a.example/x](https://a.example/x)",
            "Pour plus d'informations, consultez l'[offre d'emploi](https://a.example/x)",
            "---\nlink: https://a.example/x\n---\n",
        ] {
            assert_eq!(urls(text), (vec![], vec!["https://a.example/x".to_owned()]), "{text}");
        }
    }

    #[test]
    fn other_links_are_left_alone() {
        for text in [
            "Notre [blog](https://a.example/blog) et notre [équipe](https://a.example/equipe).",
            "## Postuler\nSuivez-nous sur https://twitter.com/x/y",
            "Envoyez votre CV. Notre site : https://a.example/",
            "Pour une candidature spontanée : [postulez](https://a.example/x)",
        ] {
            assert_eq!(urls(text).0, Vec::<String>::new(), "{text}");
        }
    }
}
