//! A draft for one offer: to whom, about what, with which words and files.

use jiff::civil::Date;

use super::template::{self, Fields};
use super::{Address, Profile, subject};
use crate::locale::{Lang, dates, facts as fact_words, mail as words};
use crate::offer::{ContactRole, DocumentKind, Facts};
use crate::text::{Language, clean};
use crate::tracking::application::{Means, Party, Sent, Unknown};
use crate::tracking::{Answer, Change, Event, EventKind, Stage};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Purpose {
    /// Applying.
    #[default]
    Application,
    /// Asking for news.
    FollowUp,
    /// Thanking after an interview.
    Thanks,
    /// Taking the application back.
    Withdrawal,
    /// Saying yes.
    Acceptance,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 5] = [
        Self::Application,
        Self::FollowUp,
        Self::Thanks,
        Self::Withdrawal,
        Self::Acceptance,
    ];

    /// Returns its name in file names and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::FollowUp => "follow-up",
            Self::Thanks => "thanks",
            Self::Withdrawal => "withdrawal",
            Self::Acceptance => "acceptance",
        }
    }
}

/// A file to be sent along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The demanded document that it is.
    pub document: Option<DocumentKind>,
    /// Where it lies.
    pub path: String,
}

impl Attachment {
    /// Returns the name that the reader sees.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        clean(name).one_line().into_string()
    }
}

/// A letter ready to leave, every part of which may still be changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// What it is for.
    pub purpose: Purpose,
    /// To whom.
    pub to: Vec<Address>,
    /// Who gets a copy.
    pub cc: Vec<Address>,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The files sent along.
    pub attachments: Vec<Attachment>,
}

/// What a draft is made of.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// What the offer says.
    pub facts: &'a Facts,
    /// The job, as the row shows it.
    pub title: &'a str,
    /// Who applies.
    pub profile: &'a Profile,
    /// What was last sent for this offer.
    pub sent: Option<&'a Sent>,
    /// The candidate's own letter, in place of ours.
    pub template: Option<&'a str>,
    /// The language of the letter; see [`language`].
    pub lang: Lang,
    /// Today.
    pub today: Date,
}

/// Returns the language to write in: that of the offer, else the candidate's.
#[must_use]
pub fn language(facts: &Facts, own: Lang) -> Lang {
    match facts.language.as_ref().map(|language| language.value) {
        Some(Language::Fr) => Lang::Fr,
        Some(Language::En) => Lang::En,
        Some(Language::De) | None => own,
    }
}

impl Draft {
    /// Puts a draft together.
    #[must_use]
    pub fn new(purpose: Purpose, basis: Basis<'_>) -> Self {
        let attachments = match purpose {
            Purpose::Application => attachments(basis),
            Purpose::FollowUp | Purpose::Thanks | Purpose::Withdrawal | Purpose::Acceptance => Vec::new(),
        };
        let template = basis.template.unwrap_or_else(|| template::ours(purpose, basis.lang));
        let body = template::fill(template, &fields(basis, &attachments));
        Self {
            purpose,
            to: to(basis),
            cc: of_role(basis.facts, ContactRole::Cc),
            subject: subject_of(purpose, basis),
            body,
            attachments,
        }
    }
}

impl Draft {
    /// Returns what the shortlist notes once the letter has left.
    #[must_use]
    pub fn record(&self, today: Date) -> Change {
        let stage = |to| Change::Stage {
            to,
            date: Some(today),
            by: Some(Party::Me),
        };
        match self.purpose {
            Purpose::Application => Change::Send(Sent {
                date: today,
                means: Means::Email,
                to: self.to.first().map(Address::to_string),
                subject: Some(self.subject.clone()),
                files: self.attachments.iter().map(Attachment::name).collect(),
            }),
            Purpose::FollowUp => Change::FollowUp {
                date: Some(today),
                means: Means::Email,
            },
            Purpose::Thanks => Change::AddEvent(Event {
                date: today,
                kind: EventKind::Remark,
                note: Some(self.subject.clone()),
                unknown: Unknown::new(),
            }),
            Purpose::Withdrawal => stage(Stage::Withdrawn),
            Purpose::Acceptance => stage(Stage::Answered(Answer::Accepted)),
        }
    }
}

/// Returns the addresses that take the letter: those of the offer, else the one last written to.
fn to(basis: Basis<'_>) -> Vec<Address> {
    let stated = of_role(basis.facts, ContactRole::To);
    if !stated.is_empty() {
        return stated;
    }
    basis
        .sent
        .and_then(|sent| Address::parse(sent.to.as_deref()?))
        .into_iter()
        .collect()
}

/// Returns the addresses of one role that may be written to.
fn of_role(facts: &Facts, role: ContactRole) -> Vec<Address> {
    let of_role = facts.contacts.iter().filter(|contact| contact.value.role == role);
    of_role
        .filter_map(|contact| Address::parse(&contact.value.email))
        .collect()
}

/// Returns the subject: the demanded one, that of the thread, or one of ours.
fn subject_of(purpose: Purpose, basis: Basis<'_>) -> String {
    let thread = basis.sent.and_then(|sent| sent.subject.as_deref());
    match (purpose, &basis.facts.subject, thread) {
        (Purpose::Application, Some(demanded), _) => subject::fill(&demanded.value, basis.profile),
        (Purpose::Application, None, _) => subject::usual(basis.lang, basis.title, basis.profile),
        (_, _, Some(thread)) => subject::reply(thread),
        (Purpose::FollowUp, Some(demanded), None) => subject::reply(&subject::fill(&demanded.value, basis.profile)),
        (Purpose::FollowUp, None, None) => subject::reply(&subject::usual(basis.lang, basis.title, basis.profile)),
        (Purpose::Thanks | Purpose::Withdrawal | Purpose::Acceptance, _, None) => {
            words::other_subject(basis.lang, clean(basis.title).one_line().as_str())
        }
    }
}

/// Returns the files of the profile that the offer demands; a CV to any address that
/// demands nothing, because nobody applies without.
fn attachments(basis: Basis<'_>) -> Vec<Attachment> {
    let demanded: Vec<DocumentKind> = basis.facts.documents.iter().map(|document| document.value).collect();
    let kinds = if demanded.is_empty() && !to(basis).is_empty() {
        vec![DocumentKind::Cv]
    } else {
        demanded
    };
    let files = kinds.into_iter().filter_map(|kind| {
        let path = basis
            .profile
            .documents
            .get(&kind)
            .filter(|path| !path.trim().is_empty())?;
        Some(Attachment {
            document: Some(kind),
            path: path.clone(),
        })
    });
    files.collect()
}

/// Returns what the letter fills in.
fn fields(basis: Basis<'_>, attachments: &[Attachment]) -> Fields {
    let (lang, profile) = (basis.lang, basis.profile);
    let one_line = |text: &str| clean(text).one_line().into_string();
    let enclosed: Vec<String> = attachments
        .iter()
        .map(|file| {
            file.document
                .map_or_else(|| file.name(), |kind| fact_words::document(lang, kind).to_owned())
        })
        .collect();
    let signature = if profile.signature.trim().is_empty() {
        &profile.name
    } else {
        &profile.signature
    };
    let person = basis
        .facts
        .contacts
        .iter()
        .find(|contact| contact.value.role == ContactRole::To);
    Fields {
        title: one_line(basis.title),
        organization: basis
            .facts
            .organization
            .as_ref()
            .map(|name| one_line(&name.value))
            .unwrap_or_default(),
        name: one_line(&profile.name),
        documents: words::enclosed(lang, &enclosed),
        links: links(basis),
        sent_on: basis
            .sent
            .map(|sent| words::sent_on(lang, &dates::full(lang, sent.date)))
            .unwrap_or_default(),
        person: person
            .and_then(|contact| contact.value.name.as_deref())
            .map(one_line)
            .unwrap_or_default(),
        signature: clean(&signature_with_phone(signature, &profile.phone)).into_string(),
    }
}

/// Puts the telephone number below the name, unless the signature holds it already.
fn signature_with_phone(signature: &str, phone: &str) -> String {
    let (signature, phone) = (signature.trim(), phone.trim());
    if phone.is_empty() || signature.contains(phone) {
        signature.to_owned()
    } else {
        format!("{signature}\n{phone}")
    }
}

/// Returns the pages of the candidate that the offer asks for, a line each.
fn links(basis: Basis<'_>) -> String {
    let demanded = basis.facts.documents.iter().filter_map(|document| {
        let link = basis.profile.link(document.value)?;
        Some(format!(
            "{} {}",
            label(basis.lang, fact_words::document(basis.lang, document.value)),
            clean(link).one_line()
        ))
    });
    demanded.collect::<Vec<_>>().join("\n")
}

fn label(lang: Lang, name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    match lang {
        Lang::Fr => format!("{first}{}\u{a0}:", letters.as_str()),
        Lang::En => format!("{first}{}:", letters.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::offer::{Contact, Evidence, Fact, Origin};

    pub fn fact<T>(value: T) -> Fact<T> {
        let origin = Origin::Text { span: 0..1, line: 1 };
        Fact {
            value,
            evidence: vec![Evidence { origin, inferred: None }],
        }
    }

    fn contact(email: &str, role: ContactRole) -> Fact<Contact> {
        fact(Contact {
            email: email.to_owned(),
            role,
            name: None,
        })
    }

    fn basis<'a>(facts: &'a Facts, profile: &'a Profile) -> Basis<'a> {
        let today = date(2026, 11, 20);
        Basis {
            facts,
            title: "Vigie",
            profile,
            sent: None,
            template: None,
            lang: Lang::Fr,
            today,
        }
    }

    #[test]
    fn an_application_has_what_the_offer_demands() {
        let facts = Facts {
            contacts: vec![
                contact("to@phare.example", ContactRole::To),
                contact("copie@phare.example", ContactRole::Cc),
                contact("questions@phare.example", ContactRole::Info),
            ],
            subject: Some(fact("[VIGIE] Prénom Nom".to_owned())),
            documents: vec![
                fact(DocumentKind::Cv),
                fact(DocumentKind::Github),
                fact(DocumentKind::CoverLetter),
            ],
            ..Facts::default()
        };
        let profile = Profile {
            name: "Camille Martin".to_owned(),
            documents: [(DocumentKind::Cv, "/home/c/cv.pdf".to_owned())].into(),
            links: [("github".to_owned(), "https://git.example/c".to_owned())].into(),
            ..Profile::default()
        };
        let draft = Draft::new(Purpose::Application, basis(&facts, &profile));
        assert_eq!(draft.to, [Address::parse("to@phare.example").unwrap()]);
        assert_eq!(draft.cc, [Address::parse("copie@phare.example").unwrap()]);
        assert_eq!(draft.subject, "[VIGIE] Camille Martin");
        assert_eq!(draft.attachments.len(), 1);
        assert!(draft.body.contains("ci-joint\u{a0}: CV."), "{}", draft.body);
        assert!(
            draft.body.contains("Profil GitHub\u{a0}: https://git.example/c"),
            "{}",
            draft.body
        );
        assert!(draft.body.starts_with("Bonjour,\n"), "{}", draft.body);
    }

    #[test]
    fn a_follow_up_answers_what_was_sent() {
        let facts = Facts::default();
        let sent = Sent {
            date: date(2026, 11, 3),
            means: Means::Email,
            to: Some("to@phare.example".to_owned()),
            subject: Some("Candidature".to_owned()),
            files: Vec::new(),
        };
        let profile = Profile::default();
        let basis = Basis {
            sent: Some(&sent),
            ..basis(&facts, &profile)
        };
        let draft = Draft::new(Purpose::FollowUp, basis);
        assert_eq!(draft.subject, "Re: Candidature");
        assert_eq!(draft.to, [Address::parse("to@phare.example").unwrap()]);
        assert!(draft.body.contains("envoyée le 3 novembre 2026."), "{}", draft.body);
    }

    #[test]
    fn an_address_outside_the_pattern_is_no_receiver() {
        let facts = Facts {
            contacts: vec![contact("$(id)@phare.example", ContactRole::To)],
            ..Facts::default()
        };
        assert_eq!(
            Draft::new(Purpose::Application, basis(&facts, &Profile::default())).to,
            []
        );
    }
}
