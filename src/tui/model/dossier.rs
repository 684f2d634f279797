//! Everything that is noted of one application, line by line, and a form that writes one part of it.

use super::Mode;
use super::field::Field;
use crate::offer::OfferId;
use crate::tracking::Part;
use crate::tracking::application::{Application, DocumentName};
use crate::tracking::entry::Entry;

/// The open dossier. Its lines are made of the shortlist each time, see [`lines`].
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// The offer's id in the catalog.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// The selected line, among those that can be.
    pub at: usize,
}

/// A line of the dossier.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// The title of a part.
    Heading(Part),
    /// A part as it is noted.
    Entry(Entry),
    /// Where a new one is written.
    Add(Entry),
    /// Who ended it.
    EndedBy,
}

impl Line {
    /// Tells whether the line can be selected.
    #[must_use]
    pub const fn is_selectable(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// Returns the lines of an application, or of an offer that is not kept yet.
#[must_use]
pub fn lines(application: Option<&Application>) -> Vec<Line> {
    let mut lines = vec![Line::Heading(Part::Tags), Line::Entry(Entry::Tags)];
    if application.is_some_and(|known| known.stage.is_over() || known.ended_by.is_some()) {
        lines.extend([Line::Heading(Part::EndedBy), Line::EndedBy]);
    }
    let Some(known) = application else {
        lines.extend(parts(Part::Interviews, [], Some(Entry::Interview(None))));
        lines.extend(parts(Part::People, [], Some(Entry::Person(None))));
        return lines;
    };
    let interviews = known.interviews.iter().cloned();
    let interviews = interviews.map(|interview| Entry::Interview(Some(Box::new(interview))));
    lines.extend(parts(Part::Interviews, interviews, Some(Entry::Interview(None))));
    let people = known.people.iter().cloned();
    let people = people.map(|person| Entry::Person(Some(Box::new(person))));
    lines.extend(parts(Part::People, people, Some(Entry::Person(None))));
    let sent = known.sent.iter().cloned().map(|sent| Entry::Sent(Some(Box::new(sent))));
    lines.extend(parts(Part::Sent, sent, Some(Entry::Sent(None))));
    lines.extend(parts(
        Part::Documents,
        documents(known).into_iter().map(Entry::File),
        None,
    ));
    let history = known.history.iter().rev().cloned();
    let history = history.map(|event| Entry::Event(Some(Box::new(event))));
    lines.extend(parts(Part::History, history, Some(Entry::Event(None))));
    lines
}

/// Returns the heading of a part, what is noted, and where more is.
fn parts(part: Part, entries: impl IntoIterator<Item = Entry>, add: Option<Entry>) -> Vec<Line> {
    let mut lines: Vec<Line> = entries.into_iter().map(Line::Entry).collect();
    lines.extend(add.map(Line::Add));
    if !lines.is_empty() {
        lines.insert(0, Line::Heading(part));
    }
    lines
}

/// Returns the documents that the offer asks for, then those that are ready beside them.
fn documents(application: &Application) -> Vec<DocumentName> {
    let asked = application.offer.documents.iter().copied().map(DocumentName::Known);
    let mut names: Vec<DocumentName> = asked.collect();
    for document in &application.documents {
        if !names.contains(&document.kind) {
            names.push(document.kind.clone());
        }
    }
    names
}

impl Dossier {
    /// Returns the selected line.
    #[must_use]
    pub fn selected(&self, application: Option<&Application>) -> Option<Line> {
        lines(application).into_iter().filter(Line::is_selectable).nth(self.at)
    }

    /// Returns how many lines can be selected.
    #[must_use]
    pub fn count(application: Option<&Application>) -> usize {
        lines(application).iter().filter(|line| line.is_selectable()).count()
    }
}

/// A part of an application being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The offer's id in the catalog.
    pub offer: OfferId,
    /// Its title, or how many offers are marked.
    pub title: String,
    /// What is written.
    pub entry: Entry,
    /// What stands on each of its lines.
    pub fields: Vec<Field>,
    /// The line that has the keyboard.
    pub at: usize,
    /// What is shown again once it is closed.
    pub behind: Box<Mode>,
}

impl Form {
    /// Returns the line that has the keyboard.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    /// Returns what stands on each line.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.text().to_owned()).collect()
    }
}
