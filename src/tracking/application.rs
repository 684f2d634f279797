//! One application: what was kept of the offer, and everything that happened since.
//!
//! The fields are written to the file under their own names (see `store::shortlist`); what a file holds beside them
//! stays in `unknown` and is written back, so that a newer tremplin, another program or a careful hand can add keys.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use super::stage::{OwnStage, Stage, Step};
use super::when::Moment;
use crate::offer::{ContactRole, DocumentKind, EmploymentType, Offer, OfferId, Start, Summary};

/// Keys of a file that this version does not know, kept on rewriting.
pub type Unknown = BTreeMap<String, serde_json::Value>;

/// An application of the shortlist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Its name, which is also that of its files. It stays when the offer's own id changes.
    pub id: OfferId,
    /// Where it stands.
    pub stage: Stage,
    /// Taken out of the list of offers.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
    /// The day the candidate first saw the offer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<Date>,
    /// The offer as it was when kept.
    pub offer: OfferRef,
    /// What to do next, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextAction>,
    /// Everything that happened, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Event>,
    /// What was sent, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
    /// Interviews, past and to come, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interviews: Vec<Interview>,
    /// The documents that are ready, with the file of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// People met or written to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The candidate's tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Facts that the candidate corrected; they win over what the offer says.
    #[serde(default, skip_serializing_if = "Corrections::is_empty")]
    pub corrected: Corrections,
    /// Who ended it; `None` while it goes on, or when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<Party>,
    /// The candidate's notes, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The offer that an application is about, as it was when kept: what a row needs once the file is gone.
///
/// The whole text stands beside the application, so everything else can be read from it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRef {
    /// The offer's id in the catalog when it was last seen there.
    pub id: OfferId,
    /// The folder or file given to tremplin, as given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The file relative to the source.
    pub path: String,
    /// The title. Cleaned.
    pub title: String,
    /// Who offers it; empty when not stated. Cleaned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organization: String,
    /// The city; empty when not stated. Cleaned.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The kinds of contract.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub employment_types: Vec<EmploymentType>,
    /// Last day to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// From when: `asap`, `2027-01` or `2027-01-04`, as in the JSON contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The passage that states the pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<String>,
    /// The addresses to which an application goes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<OfferContact>,
    /// The subject that the offer demands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What must be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentKind>,
    /// Fingerprint of the text when kept; `None` when the text was not at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// An address of the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferContact {
    /// The bare address.
    pub email: String,
    /// What it is for.
    pub role: ContactRole,
    /// The person, when named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAction {
    /// The day.
    pub date: Date,
    /// What; may be empty (a bare reminder).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl NextAction {
    /// Returns something to do on a day.
    #[must_use]
    pub fn new(date: Date, what: impl Into<String>) -> Self {
        Self {
            date,
            what: what.into(),
            unknown: Unknown::new(),
        }
    }

    /// Returns something to do at a moment; its hour is written before what it is.
    #[must_use]
    pub fn at(moment: Moment, what: &str) -> Self {
        let hour = moment
            .time
            .map(|time| format!("{:02}:{:02} ", time.hour(), time.minute()));
        let what = format!("{}{what}", hour.unwrap_or_default());
        Self::new(moment.date, what.trim())
    }
}

/// Something that happened, dated. The date is the candidate's to change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "EventRow", into = "EventRow")]
pub struct Event {
    /// The day it happened, which may lie before the day it was written down.
    pub date: Date,
    /// What happened.
    pub kind: EventKind,
    /// A word about it, the candidate's.
    pub note: Option<String>,
    /// See [`Unknown`].
    pub unknown: Unknown,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// It reached this stage.
    Stage(Stage),
    /// The candidate asked for news.
    FollowedUp(Means),
    /// The offer's text, deadline or address had changed, and the candidate took note.
    OfferChanged,
    /// Only the note says what.
    Remark,
}

/// How an event stands in a file: one key names what happened.
#[derive(Serialize, Deserialize)]
struct EventRow {
    date: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    followed_up: Option<Means>,
    #[serde(default, skip_serializing_if = "is_false")]
    offer_changed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(flatten)]
    unknown: Unknown,
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Self {
        let kind = match (row.stage, row.followed_up, row.offer_changed) {
            (Some(stage), _, _) => EventKind::Stage(stage),
            (None, Some(means), _) => EventKind::FollowedUp(means),
            (None, None, true) => EventKind::OfferChanged,
            (None, None, false) => EventKind::Remark,
        };
        Self {
            date: row.date,
            kind,
            note: row.note,
            unknown: row.unknown,
        }
    }
}

impl From<Event> for EventRow {
    fn from(event: Event) -> Self {
        let mut row = Self {
            date: event.date,
            stage: None,
            followed_up: None,
            offer_changed: false,
            note: event.note,
            unknown: event.unknown,
        };
        match event.kind {
            EventKind::Stage(stage) => row.stage = Some(stage),
            EventKind::FollowedUp(means) => row.followed_up = Some(means),
            EventKind::OfferChanged => row.offer_changed = true,
            EventKind::Remark => {}
        }
        row
    }
}

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The day.
    pub date: Date,
    /// How.
    #[serde(default)]
    pub means: Means,
    /// To which address or page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The subject of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The files sent along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Sent {
    /// Returns a message of which only the day and the way are known.
    #[must_use]
    pub fn new(date: Date, means: Means) -> Self {
        Self {
            date,
            means,
            to: None,
            subject: None,
            files: Vec::new(),
            unknown: Unknown::new(),
        }
    }
}

/// How an application or a follow-up went out. In the files, one word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Means {
    /// Nobody said: a record of applications must not claim what it does not know.
    #[default]
    Unstated,
    /// E-mail.
    Email,
    /// A form or a platform on the web.
    Form,
    /// A letter.
    Post,
    /// The telephone.
    Phone,
    /// By hand, at a fair or a meeting.
    InPerson,
    /// Anything else, as the candidate calls it.
    Other(String),
}

impl Means {
    /// Every means that has a name of its own.
    pub const ALL: [Self; 6] = [
        Self::Unstated,
        Self::Email,
        Self::Form,
        Self::Post,
        Self::Phone,
        Self::InPerson,
    ];

    /// Returns the word for it in the files.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unstated => "unstated",
            Self::Email => "email",
            Self::Form => "form",
            Self::Post => "post",
            Self::Phone => "phone",
            Self::InPerson => "in_person",
            Self::Other(word) => word,
        }
    }
}

impl From<String> for Means {
    fn from(word: String) -> Self {
        Self::ALL
            .into_iter()
            .find(|means| means.as_str() == word)
            .unwrap_or(Self::Other(word))
    }
}

impl From<Means> for String {
    fn from(means: Means) -> Self {
        means.as_str().to_owned()
    }
}

/// An interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// Its name among those of the application, for life: see [`super::interviews`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// The day.
    pub date: Date,
    /// The hour, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "hour")]
    pub time: Option<Time>,
    /// Where, when it is a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where, when it is a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// With whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// A word about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Interview {
    /// Returns an interview of which only the day, and perhaps the hour, is known.
    #[must_use]
    pub fn on(date: Date, time: Option<Time>) -> Self {
        Self {
            uid: None,
            date,
            time,
            place: None,
            link: None,
            people: Vec::new(),
            note: None,
            unknown: Unknown::new(),
        }
    }
}

/// A document that is ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Which one.
    pub kind: DocumentName,
    /// Its file, as the candidate gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Document {
    /// Returns a document that is ready, with its file when it is known.
    #[must_use]
    pub fn new(kind: DocumentName, file: Option<String>) -> Self {
        Self {
            kind,
            file,
            unknown: Unknown::new(),
        }
    }
}

/// A document that offers ask for, or one that only the candidate has a name for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DocumentName {
    /// One of those that the readers of offers know.
    Known(DocumentKind),
    /// Another.
    Other(String),
}

/// Somebody met or written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they do there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Their address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Their telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The day of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Person {
    /// Returns somebody of whom only the name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            role: None,
            email: None,
            phone: None,
            date: None,
            unknown: Unknown::new(),
        }
    }
}

/// Facts that the candidate corrected. `None`: as the offer says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Corrections {
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who offers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Last day to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The address to which the application goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The subject to write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What it pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<String>,
    /// How long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// Diploma or experience asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// See [`Unknown`].
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Corrections {
    /// Tells whether nothing was corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One side of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The candidate.
    Me,
    /// The organisation.
    Them,
}

impl Event {
    /// Returns an event without a note.
    #[must_use]
    pub fn new(date: Date, kind: EventKind) -> Self {
        Self {
            date,
            kind,
            note: None,
            unknown: Unknown::new(),
        }
    }
}

impl OfferContact {
    /// Returns an address of nobody in particular.
    #[must_use]
    pub fn new(email: impl Into<String>, role: ContactRole) -> Self {
        Self {
            email: email.into(),
            role,
            name: None,
            unknown: Unknown::new(),
        }
    }
}

impl OfferRef {
    /// Takes from a row of the list what is kept of an offer.
    #[must_use]
    pub fn of_summary(summary: &Summary, source: &str) -> Self {
        Self {
            id: summary.id.clone(),
            source: source.to_owned(),
            path: summary.path.to_string(),
            title: summary.title.to_string(),
            organization: summary.organization.to_string(),
            place: summary.place.to_string(),
            employment_types: summary.employment_types.iter().collect(),
            deadline: summary.deadline,
            start: summary.start.map(start_word),
            pay: None,
            contacts: summary
                .contact
                .iter()
                .map(|email| OfferContact::new(&**email, ContactRole::To))
                .collect(),
            subject: None,
            documents: Vec::new(),
            fingerprint: None,
            unknown: Unknown::new(),
        }
    }

    /// Takes from an opened offer and its file's `text` everything that is kept of it.
    #[must_use]
    pub fn of_offer(offer: &Offer, summary: &Summary, source: &str, text: &str) -> Self {
        let facts = &offer.facts;
        // The row may come from a cache and be older than the text; its id is the catalog's.
        let read = Summary {
            id: summary.id.clone(),
            path: summary.path.clone(),
            ..Summary::of(offer, summary.source)
        };
        Self {
            pay: facts.pay.as_ref().map(|pay| pay.value.text.clone()),
            contacts: facts
                .contacts
                .iter()
                .map(|fact| OfferContact {
                    name: fact.value.name.clone(),
                    ..OfferContact::new(fact.value.email.clone(), fact.value.role)
                })
                .collect(),
            subject: facts.subject.as_ref().map(|subject| subject.value.clone()),
            documents: facts.documents.iter().map(|document| document.value).collect(),
            fingerprint: text.get(offer.range.clone()).map(Fingerprint::of),
            ..Self::of_summary(&read, source)
        }
    }
}

/// Writes a start as the files keep it: `asap`, `YYYY-MM` or `YYYY-MM-DD`.
pub(super) fn start_word(start: Start) -> String {
    match start {
        Start::Asap => "asap".to_owned(),
        Start::Month { year, month } => format!("{year:04}-{month:02}"),
        Start::Day(day) => day.to_string(),
    }
}

impl Application {
    /// Returns an application about `offer` at its very beginning, first seen on the day `seen`.
    #[must_use]
    pub fn new(offer: OfferRef, seen: Date) -> Self {
        Self {
            id: offer.id.clone(),
            stage: Stage::Spotted,
            hidden: false,
            first_seen: Some(seen),
            offer,
            next: None,
            history: Vec::new(),
            sent: Vec::new(),
            interviews: Vec::new(),
            documents: Vec::new(),
            people: Vec::new(),
            tags: Vec::new(),
            corrected: Corrections::default(),
            ended_by: None,
            notes: String::new(),
            unknown: Unknown::new(),
        }
    }

    /// Returns the title, as corrected.
    #[must_use]
    pub fn title(&self) -> &str {
        self.corrected.title.as_deref().unwrap_or(&self.offer.title)
    }

    /// Returns who offers it, as corrected; empty when nobody says.
    #[must_use]
    pub fn organization(&self) -> &str {
        self.corrected
            .organization
            .as_deref()
            .unwrap_or(&self.offer.organization)
    }

    /// Returns the city, as corrected; empty when nobody says.
    #[must_use]
    pub fn place(&self) -> &str {
        self.corrected.place.as_deref().unwrap_or(&self.offer.place)
    }

    /// Returns the last day to apply, as corrected.
    #[must_use]
    pub fn deadline(&self) -> Option<Date> {
        self.corrected.deadline.or(self.offer.deadline)
    }

    /// Returns the address to which it goes, as corrected.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.corrected
            .email
            .as_deref()
            .or_else(|| self.offer.contacts.first().map(|contact| contact.email.as_str()))
    }

    /// Returns how far it came: the step of its stage or, once it is over, the highest one it reached.
    #[must_use]
    pub fn step(&self, own: &[OwnStage]) -> Step {
        self.stage.step(own).unwrap_or_else(|| {
            let reached = self.history.iter().filter_map(|event| match &event.kind {
                EventKind::Stage(stage) => stage.step(own),
                EventKind::FollowedUp(_) => Some(Step::Sent),
                EventKind::OfferChanged | EventKind::Remark => None,
            });
            let least = if self.sent.is_empty() { Step::Kept } else { Step::Sent };
            reached.max().unwrap_or(least).max(least)
        })
    }

    /// Returns the day that stands beside a stage: that of the interview, the next or else the last, once one is noted;
    /// of all others the day on which it was reached.
    #[must_use]
    pub fn day_of(&self, stage: &Stage, today: Date) -> Option<Date> {
        let days = || self.interviews.iter().map(|interview| interview.date);
        let interview = || days().filter(|day| *day >= today).min().or_else(|| days().max());
        let noted = if *stage == Stage::Interview { interview() } else { None };
        noted.or_else(|| self.reached(stage))
    }

    /// Returns the day it reached `stage` last.
    #[must_use]
    pub fn reached(&self, stage: &Stage) -> Option<Date> {
        self.history
            .iter()
            .rev()
            .find(|event| event.kind == EventKind::Stage(stage.clone()))
            .map(|event| event.date)
    }

    /// Returns the day it was first sent.
    #[must_use]
    pub fn sent_on(&self) -> Option<Date> {
        let recorded = self.sent.iter().map(|sent| sent.date).min();
        recorded.or_else(|| {
            self.history
                .iter()
                .find(|event| event.kind == EventKind::Stage(Stage::Sent))
                .map(|event| event.date)
        })
    }

    /// Returns what was last sent; of an application that was only moved to the stage, no more than the day.
    #[must_use]
    pub fn last_sent(&self) -> Option<Sent> {
        let moved = |date| Sent::new(date, Means::Unstated);
        self.sent.last().cloned().or_else(|| self.sent_on().map(moved))
    }

    /// Returns the day an answer of theirs came: an invitation to an interview is one, and so is a stage of the
    /// candidate's own that stands there.
    #[must_use]
    pub fn answered_on(&self, own: &[OwnStage]) -> Option<Date> {
        let answers = |event: &&Event| match &event.kind {
            EventKind::Stage(stage) => stage.step(own) >= Some(Step::Interview),
            EventKind::FollowedUp(_) | EventKind::OfferChanged | EventKind::Remark => false,
        };
        self.history.iter().find(answers).map(|event| event.date)
    }

    /// Returns the days the candidate asked for news, oldest first.
    pub fn follow_ups(&self) -> impl Iterator<Item = Date> + '_ {
        self.history
            .iter()
            .filter(|event| matches!(event.kind, EventKind::FollowedUp(_)))
            .map(|event| event.date)
    }

    /// Tells whether it holds anything of the candidate's own, which forgetting it would lose.
    #[must_use]
    pub fn has_work(&self) -> bool {
        !self.notes.trim().is_empty()
            || !self.tags.is_empty()
            || !self.sent.is_empty()
            || !self.interviews.is_empty()
            || !self.documents.is_empty()
            || !self.people.is_empty()
            || !self.corrected.is_empty()
            || !self.unknown.is_empty()
            || self.next.is_some()
            || self.history.iter().any(|event| {
                event.note.is_some() || !matches!(event.kind, EventKind::Stage(Stage::Spotted | Stage::Kept))
            })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// Hours as `10:30`, which is how a person writes them in the file.
mod hour {
    use jiff::civil::Time;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(super) fn serialize<S: Serializer>(time: &Option<Time>, serializer: S) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) => serializer.serialize_str(&format!("{:02}:{:02}", time.hour(), time.minute())),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Time>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else {
            return Ok(None);
        };
        let read = || {
            let mut parts = text.split(['h', ':']);
            let hour = parts.next()?.trim().parse().ok()?;
            let minute = match parts.next().map(str::trim) {
                None | Some("") => 0,
                Some(minute) => minute.parse().ok()?,
            };
            Time::new(hour, minute, 0, 0).ok()
        };
        read()
            .map(Some)
            .ok_or_else(|| D::Error::custom(format!("`{text}` is no hour: write 10:30")))
    }
}
