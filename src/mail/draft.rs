//! A draft for one offer: to whom, about what, with which words and files.

use jiff::civil::Date;

use super::template::{self, Fields};
use super::{Address, Profile, subject};
use crate::locale::{Lang, dates, facts as fact_words, mail as words};
use crate::offer::{ContactRole, DocumentKind, Facts};
use crate::text::{Language, clean};
use crate::tracking::application::{Means, Party, Sent, Unknown};
use crate::tracking::{Answer, Application, Change, Event, EventKind, OwnStage, Stage, Step};

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

/// Why no letter comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLetter {
    /// The application was not sent yet.
    NotSent,
    /// It is over.
    Over,
}

/// Thanks are due for this many days after an interview.
const THANKS_DAYS: i32 = 7;

impl Purpose {
    /// Returns the letter that an application calls for next: a follow-up once it was sent, thanks in the days after
    /// an interview, a yes when the job is offered.
    ///
    /// # Errors
    ///
    /// When nothing was sent yet, or all is over.
    pub fn next(application: Option<&Application>, own: &[OwnStage], today: Date) -> Result<Self, NoLetter> {
        let Some(application) = application else {
            return Err(NoLetter::NotSent);
        };
        match &application.stage {
            Stage::Answered(Answer::Offered) => Ok(Self::Acceptance),
            Stage::Answered(Answer::Accepted | Answer::Refused) | Stage::Withdrawn | Stage::Archived => {
                Err(NoLetter::Over)
            }
            Stage::Spotted | Stage::Kept | Stage::Sent | Stage::Interview | Stage::NoAnswer | Stage::Own(_) => {
                if application.step(own) < Step::Sent {
                    Err(NoLetter::NotSent)
                } else if thanks_due(application, today) {
                    Ok(Self::Thanks)
                } else {
                    Ok(Self::FollowUp)
                }
            }
        }
    }

    /// Returns the purpose after this one, and the first after the last.
    #[must_use]
    pub const fn after(self) -> Self {
        match self {
            Self::Application => Self::FollowUp,
            Self::FollowUp => Self::Thanks,
            Self::Thanks => Self::Withdrawal,
            Self::Withdrawal => Self::Acceptance,
            Self::Acceptance => Self::Application,
        }
    }
}

/// Tells whether an interview lies a few days back and nothing was written since. Of an application that is only said
/// to be at that stage, the day it came there counts.
fn thanks_due(application: &Application, today: Date) -> bool {
    let days = application.interviews.iter().map(|interview| interview.date);
    let last = if application.interviews.is_empty() {
        application.reached(&Stage::Interview)
    } else {
        days.filter(|day| *day <= today).max()
    };
    let written = |event: &Event, since: Date| {
        event.date >= since && matches!(event.kind, EventKind::Remark | EventKind::FollowedUp(_))
    };
    last.is_some_and(|last| {
        (0..=THANKS_DAYS).contains(&dates::days_until(today, last))
            && !application.history.iter().any(|event| written(event, last))
    })
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

/// The words of a letter before it is known which files go along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    template: String,
    fields: Fields,
    lang: Lang,
}

impl Wording {
    /// Takes the candidate's own letter or ours, and what fills it in.
    #[must_use]
    pub fn of(purpose: Purpose, basis: Basis<'_>) -> Self {
        let template = basis.template.unwrap_or_else(|| template::ours(purpose, basis.lang));
        Self {
            template: template.to_owned(),
            fields: fields(basis),
            lang: basis.lang,
        }
    }

    /// Returns the letter that goes with these files.
    #[must_use]
    pub fn body(&self, attachments: &[Attachment]) -> String {
        let named = |file: &Attachment| {
            let document = file
                .document
                .map(|kind| fact_words::document(self.lang, kind).to_owned());
            document.unwrap_or_else(|| file.name())
        };
        let enclosed: Vec<String> = attachments.iter().map(named).collect();
        let fields = Fields {
            documents: words::enclosed(self.lang, &enclosed),
            ..self.fields.clone()
        };
        template::fill(&self.template, &fields)
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
        let body = Wording::of(purpose, basis).body(&attachments);
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
    /// Returns what the shortlist notes once the letter has left, and no more than is known of it.
    #[must_use]
    pub fn record(&self, today: Date, means: Means) -> Change {
        let stage = |to| Change::Stage {
            to,
            date: Some(today),
            by: Some(Party::Me),
        };
        match self.purpose {
            Purpose::Application => Change::Send(self.sent(today, means)),
            Purpose::FollowUp => Change::FollowUp {
                date: Some(today),
                means,
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

    /// Of an e-mail, address, subject and files are known; of a form or a letter on paper they are not.
    fn sent(&self, date: Date, means: Means) -> Sent {
        let mut sent = Sent::new(date, means);
        if sent.means == Means::Email {
            sent.to = self.to.first().map(Address::to_string);
            sent.subject = Some(self.subject.clone());
            sent.files = self.attachments.iter().map(Attachment::name).collect();
        }
        sent
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
        (Purpose::Application, Some(demanded), _) => subject::fill(&demanded.value, basis.profile, basis.title),
        (Purpose::Application, None, _) => subject::usual(basis.lang, basis.title, basis.profile),
        (_, _, Some(thread)) => subject::reply(thread),
        (Purpose::FollowUp, Some(demanded), None) => {
            subject::reply(&subject::fill(&demanded.value, basis.profile, basis.title))
        }
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

/// Returns what the letter fills in, but for the files.
fn fields(basis: Basis<'_>) -> Fields {
    let (lang, profile) = (basis.lang, basis.profile);
    let one_line = |text: &str| clean(text).one_line().into_string();
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
        title: subject::job(basis.title),
        organization: basis
            .facts
            .organization
            .as_ref()
            .map(|name| one_line(&name.value))
            .unwrap_or_default(),
        name: one_line(&profile.name),
        documents: String::new(),
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
        Basis {
            facts,
            title: "Vigie",
            profile,
            sent: None,
            template: None,
            lang: Lang::Fr,
        }
    }

    #[test]
    fn the_next_letter_follows_from_the_stage() {
        use crate::tracking::application::Interview;
        use crate::tracking::{OfferRef, change};

        let today = date(2026, 11, 20);
        assert_eq!(Purpose::next(None, &[], today), Err(NoLetter::NotSent));
        let file = crate::offer::OfferFile {
            path: "vigie.md",
            text: "---\ntitle: Stage vigie\ncontract: stage\n---\n\nSix mois au phare.\n",
            modified: None,
        };
        let crate::offer::Reading::Offers(offers) = crate::offer::read(&file) else {
            panic!("an offer");
        };
        let summary = crate::offer::Summary::of(&offers[0], 0);
        let mut kept = Application::new(OfferRef::of_summary(&summary, ""), today);
        let mut next = |stage: Stage, interview: Option<Date>| {
            let to = Change::Stage {
                to: stage,
                date: Some(date(2026, 11, 2)),
                by: None,
            };
            kept = change::apply(&to, Some(kept.clone()), today).unwrap().unwrap();
            kept.interviews = interview.map(|day| Interview::on(day, None)).into_iter().collect();
            Purpose::next(Some(&kept), &[], today)
        };
        for (stage, interview, expected) in [
            (Stage::Kept, None, Err(NoLetter::NotSent)),
            (Stage::Sent, None, Ok(Purpose::FollowUp)),
            (Stage::Interview, None, Ok(Purpose::FollowUp)),
            (Stage::Interview, Some(date(2026, 11, 18)), Ok(Purpose::Thanks)),
            (Stage::Interview, Some(date(2026, 11, 27)), Ok(Purpose::FollowUp)),
            (Stage::Answered(Answer::Offered), None, Ok(Purpose::Acceptance)),
            (Stage::Answered(Answer::Refused), None, Err(NoLetter::Over)),
            (Stage::NoAnswer, None, Ok(Purpose::FollowUp)),
            (Stage::Withdrawn, None, Err(NoLetter::Over)),
        ] {
            assert_eq!(next(stage.clone(), interview), expected, "{stage:?} {interview:?}");
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
        assert!(draft.body.contains("Pièce jointe\u{a0}: CV."), "{}", draft.body);
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
            to: Some("to@phare.example".to_owned()),
            subject: Some("Candidature".to_owned()),
            ..Sent::new(date(2026, 11, 3), Means::Email)
        };
        let profile = Profile::default();
        let basis = Basis {
            sent: Some(&sent),
            ..basis(&facts, &profile)
        };
        let draft = Draft::new(Purpose::FollowUp, basis);
        assert_eq!(draft.subject, "Re: Candidature");
        assert_eq!(draft.to, [Address::parse("to@phare.example").unwrap()]);
        assert!(
            draft
                .body
                .contains("ma candidature envoyée le 3 novembre 2026, en réponse"),
            "{}",
            draft.body
        );
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
