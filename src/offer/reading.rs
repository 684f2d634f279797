//! From a file to offers: one page, every reader on it, and what they say together.

use std::ops::Range;

use super::facts::Facts;
use super::front_matter::{self, FrontMatter};
use super::page::Page;
use super::{
    ContactRole, NotAnOffer, Offer, OfferFile, OfferId, Reading, Warning, WarningCode, apply, contacts, documents,
    keys, nature, organization, phones, published, several, subject, tags, terms, title,
};

/// Reads a file.
pub(super) fn read(file: &OfferFile<'_>) -> Reading {
    let front = front_matter::read(file.text);
    let page = Page::new(file.text, &front);
    let body = front.body_start..file.text.len();
    let offer = offer(file, &page, 0..file.text.len(), body);
    match nature::why_not(file, &page, &offer.facts) {
        None => Reading::Offers(vec![offer]),
        Some(reason) => Reading::NotAnOffer(NotAnOffer {
            reason,
            title: offer.facts.title.map(|fact| fact.value),
            warnings: offer.warnings,
        }),
    }
}

/// Reads one offer.
fn offer(file: &OfferFile<'_>, page: &Page<'_>, range: Range<usize>, body: Range<usize>) -> Offer {
    let mut warnings = front_matter_warnings(page.front);
    let facts = facts(file, page, &mut warnings);
    warnings.sort_by_key(|warning| warning.line);
    let title = facts.title.as_ref().map_or(file.path, |fact| fact.value.as_str());
    let organization = facts.organization.as_ref().map_or("", |fact| fact.value.as_str());
    Offer {
        id: OfferId::new(title, organization, ""),
        path: file.path.to_owned(),
        range,
        body,
        facts,
        warnings,
    }
}

/// Asks every reader.
fn facts(file: &OfferFile<'_>, page: &Page<'_>, warnings: &mut Vec<Warning>) -> Facts {
    let pages = apply::read(page);
    let contacts = contacts::read(page, !pages.explicit.is_empty(), warnings);
    let taken = contacts.iter().any(|fact| fact.value.role == ContactRole::To);
    let apply_urls = if pages.explicit.is_empty() && !taken {
        pages.further
    } else {
        pages.explicit
    };
    let published = published::read(page);
    let title = title::read(page);
    if let Some((open, shut)) = published.contradiction {
        warnings.push(Warning {
            code: WarningCode::PublishedContradiction,
            line: page.line(shut.start),
            passages: vec![open, shut],
            details: Vec::new(),
        });
    }
    let mut facts = Facts {
        organization: organization::read(page, title.as_ref(), &contacts),
        title,
        contacts,
        phones: phones::read(page),
        apply_urls,
        subject: subject::read(page),
        documents: documents::read(page),
        tags: tags::read(page),
        published: published.fact,
        closing: published.closing,
        ..Facts::default()
    };
    warnings.extend(several::note(
        page,
        facts.title.as_ref().map(|fact| fact.value.as_str()),
    ));
    warnings.extend(terms::read(page, file, &mut facts));
    facts
}

/// Says what was wrong with the front matter.
fn front_matter_warnings(front: &FrontMatter) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let Some((line, words)) = &front.error {
        warnings.push(Warning {
            code: WarningCode::FrontMatterUnreadable,
            line: *line,
            passages: vec![front.range.clone()],
            details: vec![words.clone()],
        });
    }
    for field in &front.fields {
        if let Some(suggestion) = keys::suggestion(&field.folded) {
            warnings.push(Warning {
                code: WarningCode::MisspeltKey,
                line: field.line,
                passages: vec![field.span.clone()],
                details: vec![field.key.clone(), suggestion.to_owned()],
            });
        }
    }
    warnings
}
