//! What should be looked at before a draft leaves.

use jiff::civil::Date;

use super::{Address, Draft, Profile, Purpose, subject, template};
use crate::locale::{Lang, dates, facts as fact_words, mail as words};
use crate::offer::{DocumentKind, Offer, WarningCode};
use crate::text::{clean, fold};
use crate::tracking::Application;

/// One thing to look at. None of them keeps a draft from leaving: the candidate decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guard {
    /// Nobody to write to.
    NoAddress,
    /// The candidate's name is not known.
    NoName,
    /// A demanded document is not attached.
    MissingDocument(DocumentKind),
    /// A demanded page is not in the letter.
    MissingLink(DocumentKind),
    /// The offer demands this subject, and the draft has another.
    SubjectDiffers(String),
    /// The subject still has this room for a name.
    SubjectRoom(String),
    /// The letter still holds this passage to be written.
    BodyRoom(String),
    /// An address that the offer does not give.
    AddressElsewhere(Address),
    /// An address that looks like one of the offer's and is another.
    LookAlike {
        /// The address of the draft.
        address: Address,
        /// The one of the offer.
        like: String,
    },
    /// The offer shows one address and links to another.
    AddressDoubt,
    /// The last day was this one.
    DeadlinePassed(Date),
    /// The offer says that it is over.
    Closed,
    /// An application went there before.
    AlreadyApplied {
        /// For which job.
        title: String,
        /// When.
        date: Date,
    },
    /// A link cannot carry so many files.
    NoAttachments(usize),
}

/// What a draft is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Facing<'a> {
    /// The offer.
    pub offer: &'a Offer,
    /// Who applies.
    pub profile: &'a Profile,
    /// Everything that was ever kept.
    pub applications: &'a [&'a Application],
    /// Today.
    pub today: Date,
}

/// Returns everything that should be looked at, the gravest first.
#[must_use]
pub fn guards(draft: &Draft, facing: Facing<'_>) -> Vec<Guard> {
    let mut guards = Vec::new();
    addresses(draft, facing, &mut guards);
    if facing.profile.name.trim().is_empty() && facing.profile.signature.trim().is_empty() {
        guards.push(Guard::NoName);
    }
    if draft.purpose == Purpose::Application {
        application(draft, facing, &mut guards);
    }
    if let Some(room) = subject::room(&draft.subject) {
        guards.push(Guard::SubjectRoom(room.to_owned()));
    }
    if let Some(room) = template::room(&draft.body) {
        guards.push(Guard::BodyRoom(room.to_owned()));
    }
    guards
}

/// Compares the addresses with those of the offer.
fn addresses(draft: &Draft, facing: Facing<'_>, guards: &mut Vec<Guard>) {
    if draft.to.is_empty() {
        guards.push(Guard::NoAddress);
    }
    let stated: Vec<&str> = facing
        .offer
        .facts
        .contacts
        .iter()
        .map(|contact| contact.value.email.as_str())
        .collect();
    for address in draft.to.iter().chain(&draft.cc) {
        if stated.iter().any(|known| known.eq_ignore_ascii_case(address.as_str())) {
            continue;
        }
        let like = stated.iter().find(|known| look_alike(known, address.as_str()));
        guards.push(match like {
            Some(like) => Guard::LookAlike {
                address: address.clone(),
                like: (*like).to_owned(),
            },
            None => Guard::AddressElsewhere(address.clone()),
        });
    }
    if facing
        .offer
        .warnings
        .iter()
        .any(|warning| warning.code == WarningCode::AddressDiffers)
    {
        guards.push(Guard::AddressDoubt);
    }
}

/// Looks at what only a first application can get wrong.
fn application(draft: &Draft, facing: Facing<'_>, guards: &mut Vec<Guard>) {
    let facts = &facing.offer.facts;
    if let Some(deadline) = facts.deadline.as_ref().filter(|deadline| deadline.value < facing.today) {
        guards.push(Guard::DeadlinePassed(deadline.value));
    }
    if facts.published.as_ref().is_some_and(|published| !published.value) {
        guards.push(Guard::Closed);
    }
    guards.extend(already_applied(facing));
    if let Some(demanded) = &facts.subject
        && !subject::answers(&draft.subject, &demanded.value)
    {
        guards.push(Guard::SubjectDiffers(clean(&demanded.value).one_line().into_string()));
    }
    let demanded = facts.documents.iter().map(|document| document.value);
    let missing = demanded.filter(|kind| !has(draft, facing.profile, *kind));
    guards.extend(missing.map(|kind| match form(kind) {
        Form::Page => Guard::MissingLink(kind),
        Form::File | Form::Either | Form::Words => Guard::MissingDocument(kind),
    }));
}

/// Tells whether a draft carries a document: as a file, as a page in the letter, or as the letter itself.
#[must_use]
pub fn has(draft: &Draft, profile: &Profile, kind: DocumentKind) -> bool {
    let attached = || draft.attachments.iter().any(|file| file.document == Some(kind));
    let linked = || profile.link(kind).is_some_and(|link| draft.body.contains(link.trim()));
    match form(kind) {
        Form::Words => true,
        Form::File => attached(),
        Form::Either => attached() || linked(),
        Form::Page => attached() || linked() || names_its_site(&draft.body, kind),
    }
}

/// Tells whether a letter holds a page of the site in question, typed by hand.
fn names_its_site(body: &str, kind: DocumentKind) -> bool {
    let sites: &[&str] = match kind {
        DocumentKind::Linkedin => &["linkedin.com/"],
        DocumentKind::Github => &["github.", "gitlab.", "codeberg.", "git."],
        _ => &[],
    };
    sites.iter().any(|site| body.contains(site))
}

/// What a document is sent as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A file.
    File,
    /// A page on the web, named in the letter.
    Page,
    /// One or the other.
    Either,
    /// The letter itself.
    Words,
}

/// Returns what a document is sent as.
#[must_use]
pub const fn form(kind: DocumentKind) -> Form {
    match kind {
        DocumentKind::IntroEmail | DocumentKind::References => Form::Words,
        DocumentKind::Linkedin | DocumentKind::Github => Form::Page,
        DocumentKind::Portfolio | DocumentKind::PublicationList | DocumentKind::WorkSamples | DocumentKind::Video => {
            Form::Either
        }
        DocumentKind::Cv
        | DocumentKind::CoverLetter
        | DocumentKind::Transcript
        | DocumentKind::RecommendationLetters
        | DocumentKind::ResearchStatement => Form::File,
    }
}

/// Finds the last application to the same organisation or address.
fn already_applied(facing: Facing<'_>) -> Option<Guard> {
    let facts = &facing.offer.facts;
    let organization = facts
        .organization
        .as_ref()
        .map(|name| fold(&name.value).text)
        .unwrap_or_default();
    let written = |to: &str| {
        facts
            .contacts
            .iter()
            .any(|contact| contact.value.email.eq_ignore_ascii_case(to))
    };
    let there = |application: &Application| {
        let same = !organization.is_empty() && fold(&application.offer.organization).text == organization;
        same || application
            .sent
            .iter()
            .any(|sent| sent.to.as_deref().is_some_and(written))
    };
    let sent = facing.applications.iter().filter(|application| there(application));
    let (application, sent) = sent
        .filter_map(|application| Some((application, application.sent.last()?)))
        .max_by_key(|(_, sent)| sent.date)?;
    Some(Guard::AlreadyApplied {
        title: application.offer.title.clone(),
        date: sent.date,
    })
}

/// Tells whether two different addresses can be taken for each other: the same after the letters that look alike are
/// made one, or a single slip apart.
fn look_alike(known: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let text = text
            .to_ascii_lowercase()
            .replace("rn", "m")
            .replace("vv", "w")
            .replace("cl", "d");
        text.replace(['0', 'o'], "o")
            .replace(['1', 'i', 'l'], "l")
            .replace(['-', '_', '.'], "")
    };
    plain(known) == plain(other) || one_slip(known, other)
}

/// Tells whether one letter more, less or changed makes one text of the other.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let start = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a.as_bytes()[start..], &b.as_bytes()[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - end <= 1
}

impl Guard {
    /// Says what should be looked at, as a sentence without its full stop.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoAddress => words::NO_ADDRESS.get(lang).to_owned(),
            Self::NoName => words::NO_NAME.get(lang).to_owned(),
            Self::MissingDocument(kind) => words::missing_document(lang, fact_words::document(lang, *kind)),
            Self::MissingLink(kind) => words::missing_link(lang, fact_words::document(lang, *kind)),
            Self::SubjectDiffers(demanded) => words::subject_differs(lang, demanded),
            Self::SubjectRoom(room) => words::subject_room(lang, room),
            Self::BodyRoom(room) => words::body_room(lang, room),
            Self::AddressElsewhere(address) => words::address_elsewhere(lang, address.as_str()),
            Self::LookAlike { address, like } => words::look_alike(lang, address.as_str(), like),
            Self::AddressDoubt => words::ADDRESS_DOUBT.get(lang).to_owned(),
            Self::DeadlinePassed(date) => words::deadline_passed(lang, &dates::full(lang, *date)),
            Self::Closed => words::CLOSED.get(lang).to_owned(),
            Self::AlreadyApplied { title, date } => {
                words::already_applied(lang, clean(title).one_line().as_str(), &dates::full(lang, *date))
            }
            Self::NoAttachments(count) => words::no_attachments(lang, *count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_mistaken_are_found() {
        for (known, other) in [
            ("rh@modern.example", "rh@modem.example"),
            ("rh@labo.example", "rh@1abo.example"),
            ("rh@labo.example", "rh@labo.exemple"),
            ("rh@labo.example", "rh@labos.example"),
            ("rh@la-bo.example", "rh@labo.example"),
        ] {
            assert!(look_alike(known, other), "{known} {other}");
        }
        assert!(!look_alike("rh@labo.example", "contact@phare.example"));
    }
}
