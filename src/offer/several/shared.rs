//! The offers of a divided file, each with its own facts and those that the rest of the file states for all.

use std::ops::Range;

use super::parts::{Division, Part};
use crate::offer::facts::{Fact, Facts, Inference};
use crate::offer::front_matter::FrontMatter;
use crate::offer::page::Page;
use crate::offer::{Offer, OfferFile, OfferId, nature, reading};
use crate::offer::{apply, contacts};

/// Facts that a part must state by itself to be an offer of its own.
const OWN_FACTS: usize = 2;

/// Reads the parts; `None` when one of them is no offer by itself, so that the division was not one.
pub(super) fn offers(file: &OfferFile<'_>, page: &Page<'_>, division: &Division) -> Option<Vec<Offer>> {
    let (first, last) = (division.parts.first()?, division.parts.last()?);
    let body = page.front.body_start.min(page.text.len());
    let around = [
        body.min(first.range.start)..first.range.start,
        last.range.end..page.text.len(),
    ];
    let common_page = Page::of_parts(page.text, page.front, &around);
    let mut warnings = reading::front_matter_warnings(page.front);
    let common = reading::facts(file, &common_page, None, &mut warnings);
    warnings.extend(reading::unreadable_fields(&common_page, &common));
    let none = FrontMatter::default();
    let mut offers = Vec::with_capacity(division.parts.len());
    for part in &division.parts {
        let own = Page::of_parts(page.text, &none, std::slice::from_ref(&part.range));
        let offer = offer(file, &own, part, &common)?;
        if division.complete && offer.facts.contacts.is_empty() && offer.facts.apply_urls.is_empty() {
            return None;
        }
        offers.push(offer);
    }
    if !are_apart(&offers) {
        return None;
    }
    for offer in &mut offers {
        share(page, &around, offer, &common);
    }
    if let Some(first) = offers.first_mut() {
        first.warnings.splice(0..0, warnings);
    }
    Some(offers)
}

/// Reads one part by itself; `None` when it is no offer.
fn offer(file: &OfferFile<'_>, own: &Page<'_>, part: &Part, common: &Facts) -> Option<Offer> {
    let mut warnings = Vec::new();
    let facts = reading::facts(file, own, common.date_posted.clone(), &mut warnings);
    if stated(&facts) < OWN_FACTS || nature::why_not(file, own, &facts).is_some() {
        return None;
    }
    warnings.sort_by_key(|warning| warning.line);
    Some(Offer {
        id: OfferId::new("", "", &part.anchor),
        path: format!("{}#{}", file.path, part.anchor),
        range: part.range.clone(),
        body: part.range.clone(),
        facts,
        warnings,
    })
}

/// How many of the facts that set offers apart are stated.
fn stated(facts: &Facts) -> usize {
    [
        !facts.employment_types.is_empty(),
        facts.duration.is_some(),
        facts.start.is_some(),
        facts.deadline.is_some(),
        facts.pay.is_some(),
        facts.place.is_some(),
        !facts.contacts.is_empty() || !facts.apply_urls.is_empty(),
    ]
    .into_iter()
    .filter(|stated| *stated)
    .count()
}

/// Tells offers from one offer said twice: their titles differ and they are in one language.
fn are_apart(offers: &[Offer]) -> bool {
    let title = |offer: &Offer| {
        offer
            .facts
            .title
            .as_ref()
            .map(|fact| crate::text::fold(&fact.value).text)
    };
    let language = |offer: &Offer| offer.facts.language.as_ref().map(|fact| fact.value);
    let mut titles: Vec<_> = offers.iter().map(title).collect();
    titles.sort();
    titles.dedup();
    let named = titles.iter().all(Option::is_some);
    let mut languages = offers.iter().filter_map(language);
    let first = languages.next();
    named && titles.len() == offers.len() && languages.all(|language| Some(language) == first)
}

/// Adds what the rest of the file states, and names the offer.
fn share(page: &Page<'_>, around: &[Range<usize>; 2], offer: &mut Offer, common: &Facts) {
    let [before, after] = around;
    let with_rest = [before.clone(), offer.range.clone(), after.clone()];
    complete(&mut offer.facts, common);
    // Who takes the applications shows in the words around all the addresses together.
    let joint = Page::of_parts(page.text, page.front, &with_rest);
    let pages = apply::read(&joint);
    let mut unsaid = Vec::new();
    offer.facts.contacts = contacts::read(&joint, !pages.explicit.is_empty(), &mut unsaid);
    offer.facts.apply_urls = reading::apply_urls(pages, &offer.facts.contacts);
    let value = |fact: &Option<Fact<String>>| fact.as_ref().map_or("", |fact| fact.value.as_str()).to_owned();
    let (title, organization) = (value(&offer.facts.title), value(&offer.facts.organization));
    offer.id = OfferId::new(&title, &organization, "");
}

/// Fills what the part does not state with what the rest of the file states for all.
fn complete(own: &mut Facts, common: &Facts) {
    fn one<T: Clone>(own: &mut Option<Fact<T>>, common: Option<&Fact<T>>) {
        if own.is_none() {
            *own = common.cloned();
        }
    }
    fn many<T: Clone>(own: &mut Vec<Fact<T>>, common: &[Fact<T>]) {
        if own.is_empty() {
            own.extend_from_slice(common);
        }
    }
    let guessed = |fact: &Fact<String>| {
        let mut passages = fact.evidence.iter();
        passages.all(|entry| entry.inferred == Some(Inference::FromAddress))
    };
    if common.organization.is_some() && own.organization.as_ref().is_some_and(guessed) {
        own.organization = None;
    }
    one(&mut own.organization, common.organization.as_ref());
    many(&mut own.employment_types, &common.employment_types);
    one(&mut own.duration, common.duration.as_ref());
    one(&mut own.start, common.start.as_ref());
    one(&mut own.deadline, common.deadline.as_ref());
    one(&mut own.pay, common.pay.as_ref());
    one(&mut own.place, common.place.as_ref());
    one(&mut own.remote, common.remote.as_ref());
    one(&mut own.level, common.level.as_ref());
    many(&mut own.phones, &common.phones);
    one(&mut own.subject, common.subject.as_ref());
    many(&mut own.documents, &common.documents);
    one(&mut own.language, common.language.as_ref());
    many(&mut own.tags, &common.tags);
    one(&mut own.date_posted, common.date_posted.as_ref());
    if own.published.is_none() {
        one(&mut own.published, common.published.as_ref());
        own.closing = common.closing;
    }
}

#[cfg(test)]
mod tests {
    use crate::offer::{ContactRole, Offer, samples};

    fn offers(text: &str) -> Vec<Offer> {
        samples::offers("offres/2024.md", text)
    }

    const MILL: &str = "---\norganization: Le Moulin des Ondes\n---\n# Le Moulin recrute\n\nLes candidatures sont ouvertes jusqu'au 3 mai 2024.\n\n\
        ## Stage : cartographie des biefs\n\nNous recherchons une personne pour un stage de 6 mois à Brest, niveau master.\n\n\
        ## Meunière ou meunier (H/F)\n\nCDI à Quimper à partir du 1er juin 2024. Nous cherchons une personne curieuse.\n\n\
        ## Candidater\n\nEnvoyez votre CV à emploi@moulin.example.\n";

    #[test]
    fn each_offer_has_its_own_facts_and_those_of_the_file() {
        let offers = offers(MILL);
        let paths: Vec<&str> = offers.iter().map(|offer| offer.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "offres/2024.md#stage-cartographie-des-biefs",
                "offres/2024.md#meunière-ou-meunier-hf"
            ]
        );
        let word = |fact: &Option<crate::offer::Fact<String>>| fact.as_ref().unwrap().value.clone();
        for (offer, place) in offers.iter().zip(["Brest", "Quimper"]) {
            assert_eq!(word(&offer.facts.place), place);
            assert_eq!(word(&offer.facts.organization), "Le Moulin des Ondes");
            assert_eq!(
                offer.facts.deadline.as_ref().unwrap().value,
                jiff::civil::date(2024, 5, 3)
            );
            assert_eq!(offer.facts.contacts[0].value.email, "emploi@moulin.example");
            assert_eq!(offer.facts.contacts[0].value.role, ContactRole::To);
            assert!(MILL[offer.range.clone()].starts_with("## "));
        }
        assert!(offers[1].facts.duration.is_none() && offers[0].facts.duration.is_some());
        let place = &offers[1].facts.place.as_ref().unwrap().evidence[0];
        assert_eq!((place.quote(MILL), place.line()), (Some("Quimper"), Some(14)));
        assert_ne!(offers[0].id, offers[1].id);
    }

    #[test]
    fn one_offer_stays_one() {
        for text in [
            // The same offer in two languages.
            "# Stage : cartographie\n\nNous recherchons une personne pour un stage de 6 mois à Brest. Envoyez votre CV à rh@moulin.example.\n\n\
             # Internship: mapping the mill\n\nWe are looking for an intern for 6 months in Brest. Please send your resume to rh@moulin.example.\n",
            // Parts that share their facts.
            "# Deux postes\n\n## Meunière H/F\n\nMoudre.\n\n## Vigie F/H\n\nVoir.\n\n## Conditions\n\nCDI à Brest, nous recrutons. CV à rh@moulin.example.\n",
            // Phases of one job.
            "# Stage de développeuse\n\nStage de 6 mois à Brest, nous recrutons.\n\n## Mission 1 : développement\n\n2 mois à Brest.\n\n## Mission 2 : animation\n\n\
             4 mois à Quimper.\n\n## Candidater\n\nCV à rh@moulin.example.\n",
        ] {
            let offers = offers(text);
            assert_eq!(offers.len(), 1, "{text}");
            assert_eq!(offers[0].path, "offres/2024.md");
        }
    }

    #[test]
    fn complete_offers_between_lines_are_apart() {
        let text = "## Stage : la carte\n\nNous cherchons une personne pour un stage de 3 mois à Brest.\n\n## Profil\n\nCurieux.\n\nCV à a@moulin.example.\n\n---\n\n\
                    ## Stage : la roue\n\nNous cherchons une personne pour un stage de 5 mois à Lyon.\n\n## Profil\n\nAdroit.\n\nCV à b@moulin.example.\n";
        let offers = offers(text);
        let contacts: Vec<&str> = offers
            .iter()
            .map(|offer| offer.facts.contacts[0].value.email.as_str())
            .collect();
        assert_eq!(contacts, ["a@moulin.example", "b@moulin.example"]);
        assert_eq!(offers[1].facts.contacts.len(), 1);
    }
}
