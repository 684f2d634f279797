//! Parts of an application that are written on a few lines: what a person types there, and the change that it makes.
//!
//! One reading for the boxes of the interface and for the options of the command line.

use jiff::civil::Date;

use super::application::{
    Application, Document, DocumentName, Event, EventKind, Interview, Means, Person, Sent, Unknown,
};
use super::change::Change;
use super::when::{self, Leaning, Moment};
use crate::locale::{Lang, export as words};
use crate::offer::address::is_address;
use crate::text::fold_name;

/// What is written: a new part, or one that is already noted.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// All the tags.
    Tags,
    /// An interview; `None` is a new one.
    Interview(Option<Box<Interview>>),
    /// Somebody met; `None` is a new one.
    Person(Option<Box<Person>>),
    /// What was sent; `None` is a new message.
    Sent(Option<Box<Sent>>),
    /// Something that happened; `None` is a new remark.
    Event(Option<Box<Event>>),
    /// The file of a document that is ready.
    File(DocumentName),
}

/// A line to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blank {
    /// Tags, separated by commas.
    Tags,
    /// Day and hour.
    When,
    /// A place, a link, or both.
    Where,
    /// Who will be there, separated by commas.
    People,
    /// A word about it.
    Note,
    /// Whose name.
    Name,
    /// What they do there.
    Role,
    /// Their address.
    Email,
    /// Their telephone number.
    Phone,
    /// The day of the meeting.
    Met,
    /// The day it happened.
    Day,
    /// By e-mail, by telephone…
    Means,
    /// To which address or page.
    To,
    /// The subject of the message.
    Subject,
    /// The files sent along, separated by commas.
    Files,
    /// One file.
    File,
}

impl Blank {
    /// Every line, for tests and tables.
    pub const ALL: [Self; 16] = [
        Self::Tags,
        Self::When,
        Self::Where,
        Self::People,
        Self::Note,
        Self::Name,
        Self::Role,
        Self::Email,
        Self::Phone,
        Self::Met,
        Self::Day,
        Self::Means,
        Self::To,
        Self::Subject,
        Self::Files,
        Self::File,
    ];

    /// Understands the day that stands on this line; `None` when it is no date, or no line for one.
    #[must_use]
    pub fn moment(self, text: &str, today: Date) -> Option<Moment> {
        match self {
            Self::When => when::moment(text.trim(), today, Leaning::Future),
            Self::Met | Self::Day => {
                when::day(text.trim(), today, Leaning::Past).map(|date| Moment { date, time: None })
            }
            Self::Tags
            | Self::Where
            | Self::People
            | Self::Note
            | Self::Name
            | Self::Role
            | Self::Email
            | Self::Phone
            | Self::Means
            | Self::To
            | Self::Subject
            | Self::Files
            | Self::File => None,
        }
    }
}

impl Entry {
    /// Returns the lines to fill in, in their order.
    #[must_use]
    pub fn blanks(&self) -> &'static [Blank] {
        match self {
            Self::Tags => &[Blank::Tags],
            Self::Interview(_) => &[Blank::When, Blank::Where, Blank::People, Blank::Note],
            Self::Person(_) => &[Blank::Name, Blank::Role, Blank::Email, Blank::Phone, Blank::Met],
            Self::Sent(_) => &[Blank::Day, Blank::Means, Blank::To, Blank::Subject, Blank::Files],
            Self::Event(Some(event)) if matches!(event.kind, EventKind::FollowedUp(_)) => {
                &[Blank::Day, Blank::Means, Blank::Note]
            }
            Self::Event(_) => &[Blank::Day, Blank::Note],
            Self::File(_) => &[Blank::File],
        }
    }

    /// Returns what stands on each line before anything is typed.
    #[must_use]
    pub fn texts(&self, application: Option<&Application>, today: Date, lang: Lang) -> Vec<String> {
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let day = |date: Option<Date>| date.map(|date| day_text(lang, date)).unwrap_or_default();
        match self {
            Self::Tags => vec![application.map(|known| known.tags.join(", ")).unwrap_or_default()],
            Self::Interview(None) | Self::Person(None) => vec![String::new(); self.blanks().len()],
            Self::Interview(Some(interview)) => vec![
                moment_text(lang, interview),
                [&interview.place, &interview.link]
                    .into_iter()
                    .flatten()
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(" "),
                interview.people.join(", "),
                own(&interview.note),
            ],
            Self::Person(Some(person)) => vec![
                person.name.clone(),
                own(&person.role),
                own(&person.email),
                own(&person.phone),
                day(person.date),
            ],
            Self::Sent(None) => vec![
                day(Some(today)),
                String::new(),
                application.and_then(Application::email).unwrap_or_default().to_owned(),
                String::new(),
                application.map(ready_files).unwrap_or_default().join(", "),
            ],
            Self::Sent(Some(sent)) => vec![
                day(Some(sent.date)),
                words::means(lang, &sent.means).to_owned(),
                own(&sent.to),
                own(&sent.subject),
                sent.files.join(", "),
            ],
            Self::Event(None) => vec![day(Some(today)), String::new()],
            Self::Event(Some(event)) => {
                let means = match &event.kind {
                    EventKind::FollowedUp(means) => Some(words::means(lang, means).to_owned()),
                    EventKind::Stage(_) | EventKind::OfferChanged | EventKind::Remark => None,
                };
                std::iter::once(day(Some(event.date)))
                    .chain(means)
                    .chain([own(&event.note)])
                    .collect()
            }
            Self::File(kind) => {
                let known = application.map_or(&[][..], |application| &application.documents);
                let known = known.iter().find(|document| document.kind == *kind);
                vec![known.and_then(|document| document.file.clone()).unwrap_or_default()]
            }
        }
    }

    /// Returns the changes that what is typed makes: none when nothing is new.
    ///
    /// # Errors
    ///
    /// The first line that says nothing or is not understood.
    pub fn changes(
        &self,
        texts: &[String],
        application: Option<&Application>,
        today: Date,
    ) -> Result<Vec<Change>, Blank> {
        let written = Written {
            blanks: self.blanks(),
            texts,
            today,
        };
        match self {
            Self::Tags => Ok(tags(&written, application)),
            Self::Interview(was) => interview(&written, was.as_deref()),
            Self::Person(was) => person(&written, was.as_deref()),
            Self::Sent(was) => sent(&written, was.as_deref()),
            Self::Event(was) => event(&written, was.as_deref()),
            Self::File(kind) => Ok(vec![Change::Tick(Document::new(
                kind.clone(),
                written.some(Blank::File),
            ))]),
        }
    }

    /// Returns the change that takes the part away; `None` for what is not noted yet.
    #[must_use]
    pub fn removal(&self) -> Option<Change> {
        Some(match self {
            Self::Tags | Self::Interview(None) | Self::Person(None) | Self::Sent(None) | Self::Event(None) => {
                return None;
            }
            Self::Interview(Some(was)) => Change::EditInterview {
                was: (**was).clone(),
                now: None,
            },
            Self::Person(Some(was)) => Change::EditPerson {
                was: (**was).clone(),
                now: None,
            },
            Self::Sent(Some(was)) => Change::EditSent {
                was: (**was).clone(),
                now: None,
            },
            Self::Event(Some(was)) => Change::EditEvent {
                was: (**was).clone(),
                now: None,
            },
            Self::File(kind) => Change::Untick(kind.clone()),
        })
    }
}

/// The lines as they were filled in.
struct Written<'a> {
    blanks: &'static [Blank],
    texts: &'a [String],
    today: Date,
}

impl Written<'_> {
    fn text(&self, blank: Blank) -> &str {
        let at = self.blanks.iter().position(|known| *known == blank);
        at.and_then(|at| self.texts.get(at)).map_or("", |text| text.trim())
    }

    fn some(&self, blank: Blank) -> Option<String> {
        Some(self.text(blank).to_owned()).filter(|text| !text.is_empty())
    }

    /// Splits at semicolons or, when there is none, at commas.
    fn list(&self, blank: Blank) -> Vec<String> {
        let text = self.text(blank);
        let separator = if text.contains(';') { ';' } else { ',' };
        let items = text.split(separator).map(str::trim).filter(|item| !item.is_empty());
        items.map(str::to_owned).collect()
    }

    fn moment(&self, blank: Blank) -> Result<Moment, Blank> {
        blank.moment(self.text(blank), self.today).ok_or(blank)
    }

    /// The day on this line; today when it is empty.
    fn day(&self, blank: Blank) -> Result<Date, Blank> {
        if self.text(blank).is_empty() {
            return Ok(self.today);
        }
        Ok(self.moment(blank)?.date)
    }
}

fn tags(written: &Written<'_>, application: Option<&Application>) -> Vec<Change> {
    let mut wanted: Vec<String> = Vec::new();
    for tag in written.list(Blank::Tags) {
        let tag = tag.trim_start_matches('#').trim().to_owned();
        if !tag.is_empty() && !wanted.contains(&tag) {
            wanted.push(tag);
        }
    }
    let known = application.map_or(&[][..], |application| &application.tags);
    let gone = known.iter().filter(|tag| !wanted.contains(tag)).cloned();
    let new = wanted.iter().filter(|tag| !known.contains(tag)).cloned();
    gone.map(Change::Untag).chain(new.map(Change::Tag)).collect()
}

fn interview(written: &Written<'_>, was: Option<&Interview>) -> Result<Vec<Change>, Blank> {
    let moment = written.moment(Blank::When)?;
    let (links, place): (Vec<&str>, Vec<&str>) =
        written.text(Blank::Where).split_whitespace().partition(|w| is_link(w));
    let now = Interview {
        uid: was.and_then(|was| was.uid.clone()),
        date: moment.date,
        time: moment.time,
        place: Some(place.join(" ")).filter(|place| !place.is_empty()),
        link: Some(links.join(" ")).filter(|link| !link.is_empty()),
        people: written.list(Blank::People),
        note: written.some(Blank::Note),
        unknown: was.map(|was| was.unknown.clone()).unwrap_or_default(),
    };
    Ok(match was {
        None => vec![Change::AddInterview(now)],
        Some(was) if *was == now => Vec::new(),
        Some(was) => vec![Change::EditInterview {
            was: was.clone(),
            now: Some(now),
        }],
    })
}

/// Tells whether a word is the address of a page.
#[must_use]
pub fn is_link(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

fn person(written: &Written<'_>, was: Option<&Person>) -> Result<Vec<Change>, Blank> {
    let email = written.some(Blank::Email);
    if email.as_deref().is_some_and(|email| !is_address(email)) {
        return Err(Blank::Email);
    }
    let date = match written.text(Blank::Met) {
        "" => None,
        _ => Some(written.moment(Blank::Met)?.date),
    };
    let now = Person {
        name: written.some(Blank::Name).ok_or(Blank::Name)?,
        role: written.some(Blank::Role),
        email,
        phone: written.some(Blank::Phone),
        date,
        unknown: was.map(|was| was.unknown.clone()).unwrap_or_default(),
    };
    Ok(match was {
        None => vec![Change::AddPerson(now)],
        Some(was) if *was == now => Vec::new(),
        Some(was) => vec![Change::EditPerson {
            was: was.clone(),
            now: Some(now),
        }],
    })
}

fn sent(written: &Written<'_>, was: Option<&Sent>) -> Result<Vec<Change>, Blank> {
    let now = Sent {
        date: written.day(Blank::Day)?,
        means: means(written.text(Blank::Means)),
        to: written.some(Blank::To),
        subject: written.some(Blank::Subject),
        files: written.list(Blank::Files),
        unknown: was.map(|was| was.unknown.clone()).unwrap_or_default(),
    };
    Ok(match was {
        None => vec![Change::Send(now)],
        Some(was) if *was == now => Vec::new(),
        Some(was) => vec![Change::EditSent {
            was: was.clone(),
            now: Some(now),
        }],
    })
}

fn event(written: &Written<'_>, was: Option<&Event>) -> Result<Vec<Change>, Blank> {
    let (date, note) = (written.day(Blank::Day)?, written.some(Blank::Note));
    let Some(was) = was else {
        let note = Some(note.ok_or(Blank::Note)?);
        return Ok(vec![Change::AddEvent(Event {
            date,
            kind: EventKind::Remark,
            note,
            unknown: Unknown::new(),
        })]);
    };
    let kind = match &was.kind {
        EventKind::FollowedUp(_) => EventKind::FollowedUp(means(written.text(Blank::Means))),
        kind @ (EventKind::Stage(_) | EventKind::OfferChanged | EventKind::Remark) => kind.clone(),
    };
    let now = Event {
        date,
        kind,
        note,
        unknown: was.unknown.clone(),
    };
    Ok(if *was == now {
        Vec::new()
    } else {
        vec![Change::EditEvent {
            was: was.clone(),
            now: Some(now),
        }]
    })
}

/// Understands how something went out, in either language; what has no word of its own stays as it was typed.
#[must_use]
pub fn means(typed: &str) -> Means {
    let wanted = fold_name(typed);
    Means::ALL
        .into_iter()
        .find(|means| {
            let known = [
                means.as_str(),
                words::means(Lang::Fr, means),
                words::means(Lang::En, means),
            ];
            known.into_iter().any(|word| fold_name(word) == wanted)
        })
        .unwrap_or_else(|| Means::Other(typed.trim().to_owned()))
}

/// Returns the files of the documents that are ready.
fn ready_files(application: &Application) -> Vec<String> {
    let files = application.documents.iter();
    files.filter_map(|document| document.file.clone()).collect()
}

fn moment_text(lang: Lang, interview: &Interview) -> String {
    let hour = interview
        .time
        .map(|time| format!(" {:02}:{:02}", time.hour(), time.minute()));
    format!("{}{}", day_text(lang, interview.date), hour.unwrap_or_default())
}

/// Writes a day as people of this language type it.
fn day_text(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        Lang::En => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::offer::DocumentKind;
    use crate::tracking::change::apply;
    use crate::tracking::samples::{TODAY, application, sent};

    fn typed(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    fn after(application: Application, entry: &Entry, lines: &[&str]) -> Application {
        let changes = entry.changes(&typed(lines), Some(&application), TODAY).unwrap();
        changes.iter().fold(application, |current, change| {
            apply(change, Some(current), TODAY).unwrap().unwrap()
        })
    }

    #[test]
    fn an_interview_is_typed_as_people_say_it() {
        let entry = Entry::Interview(None);
        let lines = [
            "mardi 10h30",
            "12 rue des Cartes https://visio.example/x",
            "Anne, Paul",
            "",
        ];
        let met = after(application("a"), &entry, &lines);
        let interview = &met.interviews[0];
        assert_eq!(
            (interview.date, interview.time),
            (date(2026, 11, 24), Some(time(10, 30, 0, 0)))
        );
        assert_eq!(interview.place.as_deref(), Some("12 rue des Cartes"));
        assert_eq!(interview.link.as_deref(), Some("https://visio.example/x"));
        assert_eq!(interview.people, ["Anne", "Paul"]);
        for wrong in ["", "bientôt"] {
            assert_eq!(
                entry.changes(&typed(&[wrong, "", "", ""]), None, TODAY),
                Err(Blank::When)
            );
        }
    }

    #[test]
    fn what_is_shown_and_not_touched_changes_nothing() {
        let mut all = after(
            application("a"),
            &Entry::Interview(None),
            &["24/11 9h", "Lyon", "Anne", "plan"],
        );
        all = after(
            all,
            &Entry::Person(None),
            &["Anne", "RH", "anne@lab.example", "01 99 00 12 34", "hier"],
        );
        all = apply(&sent(date(2026, 11, 12)), Some(all), TODAY).unwrap().unwrap();
        all = after(all, &Entry::Event(None), &["12/11", "vu au salon"]);
        all.history.push(Event::new(TODAY, EventKind::FollowedUp(Means::Phone)));
        let entries = all
            .interviews
            .iter()
            .map(|known| Entry::Interview(Some(Box::new(known.clone()))));
        let entries = entries.chain(
            all.people
                .iter()
                .map(|known| Entry::Person(Some(Box::new(known.clone())))),
        );
        let entries = entries.chain(all.sent.iter().map(|known| Entry::Sent(Some(Box::new(known.clone())))));
        let entries = entries.chain(
            all.history
                .iter()
                .map(|known| Entry::Event(Some(Box::new(known.clone())))),
        );
        for entry in entries.chain([Entry::Tags]) {
            for lang in [Lang::Fr, Lang::En] {
                let texts = entry.texts(Some(&all), TODAY, lang);
                assert_eq!(texts.len(), entry.blanks().len());
                assert_eq!(entry.changes(&texts, Some(&all), TODAY), Ok(Vec::new()), "{entry:?}");
            }
        }
    }

    #[test]
    fn tags_are_added_and_taken_off_together() {
        let both = after(application("a"), &Entry::Tags, &["rust, #lyon, rust"]);
        assert_eq!(both.tags, ["rust", "lyon"]);
        assert_eq!(after(both, &Entry::Tags, &["lyon, libre"]).tags, ["lyon", "libre"]);
    }

    #[test]
    fn somebody_has_a_name_and_an_address_that_is_one() {
        let entry = Entry::Person(None);
        let wrong = |lines: &[&str]| entry.changes(&typed(lines), None, TODAY);
        assert_eq!(wrong(&["", "RH", "", "", ""]), Err(Blank::Name));
        assert_eq!(wrong(&["Anne", "", "anne", "", ""]), Err(Blank::Email));
        assert_eq!(wrong(&["Anne", "", "", "", "jamais"]), Err(Blank::Met));
        let anne = after(application("a"), &entry, &["Anne", "", "", "", ""]);
        assert_eq!(anne.people[0].name, "Anne");
        let gone = Entry::Person(Some(Box::new(anne.people[0].clone()))).removal().unwrap();
        assert_eq!(apply(&gone, Some(anne), TODAY).unwrap().unwrap().people, []);
    }

    #[test]
    fn a_message_that_was_sent_is_dated_back_and_gets_its_files() {
        let once = apply(&sent(date(2026, 11, 12)), Some(application("a")), TODAY)
            .unwrap()
            .unwrap();
        let entry = Entry::Sent(Some(Box::new(once.sent[0].clone())));
        let lines = ["10/11", "courrier", "rh@lab.example", "", "cv.pdf, lettre.pdf"];
        let moved = after(once, &entry, &lines);
        let sent = &moved.sent[0];
        assert_eq!((sent.date, &sent.means), (date(2026, 11, 10), &Means::Post));
        assert_eq!(sent.files, ["cv.pdf", "lettre.pdf"]);
        assert_eq!(means("en personne"), Means::InPerson);
        assert_eq!(means("pigeon"), Means::Other("pigeon".into()));
    }

    #[test]
    fn a_document_gets_its_file_and_the_next_message_takes_it_along() {
        let entry = Entry::File(DocumentName::Known(DocumentKind::Cv));
        let ready = after(application("a"), &entry, &["~/cv-2026.pdf"]);
        assert_eq!(ready.documents[0].file.as_deref(), Some("~/cv-2026.pdf"));
        let texts = Entry::Sent(None).texts(Some(&ready), TODAY, Lang::Fr);
        assert_eq!(texts.last().map(String::as_str), Some("~/cv-2026.pdf"));
    }
}
