//! From a file to offers: one page, every reader on it, and what they say together.

use std::ops::Range;

use jiff::civil::Date;

use super::facts::{Contact, Fact, Facts};
use super::front_matter::{self, FrontMatter};
use super::keys::Key;
use super::page::Page;
use super::{
    ContactRole, NotAnOffer, NotAnOfferReason, Offer, OfferFile, OfferId, Reading, Warning, WarningCode, apply,
    contacts, documents, keys, nature, organization, phones, published, several, subject, tags, terms, title,
};

/// Reads a file.
pub(super) fn read(file: &OfferFile<'_>) -> Reading {
    let front = front_matter::read(file.text);
    let page = Page::new(file.text, &front);
    let body = front.body_start..file.text.len();
    let offer = offer(file, &page, 0..file.text.len(), body);
    let reason = nature::why_not(file, &page, &offer.facts);
    if reason.is_none_or(may_hold_offers)
        && let Some(offers) = several::split(file, &page)
    {
        return Reading::Offers(offers);
    }
    match reason {
        None => Reading::Offers(vec![offer]),
        Some(reason) => Reading::NotAnOffer(NotAnOffer {
            reason,
            title: offer.facts.title.map(|fact| fact.value),
            warnings: offer.warnings,
        }),
    }
}

/// Tells whether a file that is no offer as a whole may hold some.
const fn may_hold_offers(reason: NotAnOfferReason) -> bool {
    match reason {
        NotAnOfferReason::Readme
        | NotAnOfferReason::IndexPage
        | NotAnOfferReason::GeneralPage
        | NotAnOfferReason::NoOfferFound => true,
        NotAnOfferReason::Empty | NotAnOfferReason::Template | NotAnOfferReason::Article => false,
    }
}

/// Reads one offer.
fn offer(file: &OfferFile<'_>, page: &Page<'_>, range: Range<usize>, body: Range<usize>) -> Offer {
    let mut warnings = front_matter_warnings(page.front);
    let facts = facts(file, page, None, &mut warnings);
    warnings.extend(unreadable_fields(page, &facts));
    warnings.extend(several::note(
        page,
        facts.title.as_ref().map(|fact| fact.value.as_str()),
    ));
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

/// Asks every reader. `posted`: the day that the rest of the file gives, when the page is a part of one.
pub(super) fn facts(
    file: &OfferFile<'_>,
    page: &Page<'_>,
    posted: Option<Fact<Date>>,
    warnings: &mut Vec<Warning>,
) -> Facts {
    let pages = apply::read(page);
    let contacts = contacts::read(page, !pages.explicit.is_empty(), warnings);
    let apply_urls = apply_urls(pages, &contacts);
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
        date_posted: posted,
        ..Facts::default()
    };
    warnings.extend(terms::read(page, file, &mut facts));
    facts
}

/// Returns the pages to apply on: those that the text names so, else the others when no address takes applications.
pub(super) fn apply_urls(pages: apply::ApplyUrls, contacts: &[Fact<Contact>]) -> Vec<Fact<String>> {
    let taken = contacts.iter().any(|fact| fact.value.role == ContactRole::To);
    if pages.explicit.is_empty() && !taken {
        pages.further
    } else {
        pages.explicit
    }
}

/// Says what was wrong with the front matter.
pub(super) fn front_matter_warnings(front: &FrontMatter) -> Vec<Warning> {
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
                details: vec![field.key.clone(), keys::spelled(&field.key, suggestion)],
            });
        }
    }
    warnings
}

/// Says which fields of the front matter hold figures that were not understood.
///
/// Words alone ("to be announced") are no slip.
pub(super) fn unreadable_fields(page: &Page<'_>, facts: &Facts) -> Vec<Warning> {
    let unread = |key: &Key| match key {
        Key::Deadline => facts.deadline.is_none(),
        Key::Start => facts.start.is_none(),
        Key::Duration => facts.duration.is_none(),
        Key::DatePosted => facts.date_posted.is_none(),
        _ => false,
    };
    page.fields()
        .iter()
        .filter(|passage| passage.key.as_ref().is_some_and(unread))
        .filter(|passage| page.folded(&passage.value).bytes().any(|byte| byte.is_ascii_digit()))
        .map(|passage| {
            let source = page.source_of_folded(&passage.value);
            let value = page.shown(&passage.value);
            let field = page
                .front
                .fields
                .iter()
                .find(|field| field.span.contains(&source.start));
            Warning {
                code: WarningCode::FieldUnreadable,
                line: page.line(source.start),
                passages: vec![source],
                details: vec![field.map_or_else(|| value.to_owned(), |field| format!("{}: {value}", field.key))],
            }
        })
        .collect()
}
