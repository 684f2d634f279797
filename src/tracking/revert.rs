//! Undo and redo: a change that goes from one state of an application to another, whatever else happened meanwhile.

use std::fmt;
use std::sync::Arc;

use super::application::Application;
use super::change::ChangeError;

/// Goes from `from` to `to`, part by part, and leaves alone the parts in which they do not differ.
///
/// It is applied to what the file holds at that moment. A part that differs and that somebody else changed meanwhile
/// is a conflict: nothing at all is changed then.
#[derive(Debug, Clone, PartialEq)]
pub struct Revert {
    /// The application as this session left it; `None`: it did not exist.
    pub from: Option<Application>,
    /// The application as it should be again; `None`: it should not exist.
    pub to: Option<Application>,
    /// The offer's text that was kept, to bring back together with the application.
    pub text: Option<Arc<str>>,
}

/// A part of an application, to name what changed meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The whole file.
    Whole,
    /// The stage.
    Stage,
    /// Whether it is hidden.
    Hidden,
    /// The offer as kept.
    Offer,
    /// The next action.
    Next,
    /// The history.
    History,
    /// What was sent.
    Sent,
    /// The interviews.
    Interviews,
    /// The documents.
    Documents,
    /// The people.
    People,
    /// The tags.
    Tags,
    /// The corrected facts.
    Corrected,
    /// Who ended it.
    EndedBy,
    /// The notes.
    Notes,
}

impl Part {
    /// Returns the part's key in the file.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "the application",
            Self::Stage => "stage",
            Self::Hidden => "hidden",
            Self::Offer => "offer",
            Self::Next => "next",
            Self::History => "history",
            Self::Sent => "sent",
            Self::Interviews => "interviews",
            Self::Documents => "documents",
            Self::People => "people",
            Self::Tags => "tags",
            Self::Corrected => "corrected",
            Self::EndedBy => "ended_by",
            Self::Notes => "notes",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Revert {
    /// Returns the way back of this way back: redo.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            text: self.text.clone(),
        }
    }

    /// Applies it to what the file holds now.
    ///
    /// # Errors
    ///
    /// [`ChangeError::Conflict`] with the first part that somebody else changed meanwhile.
    pub fn apply(&self, current: Option<Application>) -> Result<Option<Application>, ChangeError> {
        match (current, &self.from, &self.to) {
            (None, _, None) => Ok(None),
            (None, None, Some(to)) => Ok(Some(to.clone())),
            (Some(current), Some(from), Some(to)) => merge(current, from, to).map(Some),
            (Some(current), Some(from), None) if current == *from => Ok(None),
            (Some(current), None, Some(to)) if current == *to => Ok(Some(current)),
            (None, Some(_), Some(_)) | (Some(_), _, _) => Err(ChangeError::Conflict(Part::Whole)),
        }
    }
}

fn merge(mut current: Application, from: &Application, to: &Application) -> Result<Application, ChangeError> {
    value(&mut current.stage, &from.stage, &to.stage, Part::Stage)?;
    value(&mut current.hidden, &from.hidden, &to.hidden, Part::Hidden)?;
    value(&mut current.offer, &from.offer, &to.offer, Part::Offer)?;
    value(&mut current.next, &from.next, &to.next, Part::Next)?;
    value(&mut current.corrected, &from.corrected, &to.corrected, Part::Corrected)?;
    value(&mut current.ended_by, &from.ended_by, &to.ended_by, Part::EndedBy)?;
    value(&mut current.notes, &from.notes, &to.notes, Part::Notes)?;
    list(&mut current.history, &from.history, &to.history, Part::History)?;
    current.history.sort_by_key(|event| event.date);
    list(&mut current.sent, &from.sent, &to.sent, Part::Sent)?;
    current.sent.sort_by_key(|sent| sent.date);
    list(
        &mut current.interviews,
        &from.interviews,
        &to.interviews,
        Part::Interviews,
    )?;
    current
        .interviews
        .sort_by_key(|interview| (interview.date, interview.time));
    list(&mut current.documents, &from.documents, &to.documents, Part::Documents)?;
    list(&mut current.people, &from.people, &to.people, Part::People)?;
    list(&mut current.tags, &from.tags, &to.tags, Part::Tags)?;
    Ok(current)
}

fn value<T: PartialEq + Clone>(current: &mut T, from: &T, to: &T, part: Part) -> Result<(), ChangeError> {
    if from == to || *current == *to {
        return Ok(());
    }
    if *current != *from {
        return Err(ChangeError::Conflict(part));
    }
    current.clone_from(to);
    Ok(())
}

/// Takes out of `current` what only `from` has, and puts in what only `to` has; the rest is somebody else's and stays.
fn list<T: PartialEq + Clone>(current: &mut Vec<T>, from: &Vec<T>, to: &Vec<T>, part: Part) -> Result<(), ChangeError> {
    if current == from {
        current.clone_from(to);
    }
    if current == to {
        return Ok(());
    }
    for item in without(from, to) {
        let at = current
            .iter()
            .rposition(|known| *known == item)
            .ok_or(ChangeError::Conflict(part))?;
        current.remove(at);
    }
    current.extend(without(to, from));
    Ok(())
}

/// Returns the items of `list` that `other` does not hold, each as often as it stands there too often.
fn without<T: PartialEq + Clone>(list: &[T], other: &[T]) -> Vec<T> {
    let mut rest = other.to_vec();
    list.iter()
        .filter(|item| match rest.iter().position(|known| known == *item) {
            Some(at) => {
                rest.remove(at);
                false
            }
            None => true,
        })
        .cloned()
        .collect()
}
