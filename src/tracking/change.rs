//! What a candidate can do to an application: plain data, applied to what the file holds at that moment.
//!
//! Saving applies a change to the file as it is then, so that two tremplins never undo each other's work. A change
//! that would have to overwrite what somebody else wrote meanwhile keeps both, or is refused: see [`ChangeError`].

use std::sync::Arc;

use jiff::civil::Date;

use super::application::{
    Application, Corrections, Document, DocumentName, Event, EventKind, Interview, Means, NextAction, OfferRef, Party,
    Person, Sent, Unknown,
};
use super::interviews;
use super::merge::merge;
use super::revert::{Part, Revert};
use super::stage::Stage;

/// One change. Saving applies it to the file as it is then.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Keep the offer, with its text as it is now.
    Keep {
        /// The offer.
        offer: Box<OfferRef>,
        /// Its text, kept beside the application; `None` leaves what was kept before.
        text: Option<Arc<str>>,
    },
    /// Take it out of the kept ones. Forgotten when nothing of the candidate's would be lost, else merely spotted.
    Unkeep,
    /// Take the offer out of the list.
    Hide(Box<OfferRef>),
    /// Show it in the list again.
    Show,
    /// Move it to a stage. The same stage again with another date corrects the date.
    Stage {
        /// The stage.
        to: Stage,
        /// The day it happened; `None` is today.
        date: Option<Date>,
        /// Who ended it, when it is an end.
        by: Option<Party>,
    },
    /// Note that the application was sent.
    Send(Sent),
    /// Change what was noted of a message that was sent; `None` takes it away.
    EditSent {
        /// As the candidate saw it.
        was: Sent,
        /// As it should be.
        now: Option<Sent>,
    },
    /// Note that the candidate asked for news.
    FollowUp {
        /// The day; `None` is today.
        date: Option<Date>,
        /// How.
        means: Means,
    },
    /// Write the notes anew. What was written meanwhile by somebody else is kept below.
    Notes {
        /// What the candidate saw before writing.
        was: String,
        /// What the candidate wrote.
        now: String,
    },
    /// Add a line to the notes.
    AddNote(String),
    /// Put this tag on.
    Tag(String),
    /// Take this tag off.
    Untag(String),
    /// A document is ready, with its file.
    Tick(Document),
    /// A document is not ready after all.
    Untick(DocumentName),
    /// Plan the next action; `None` when it is done or dropped.
    Next(Option<NextAction>),
    /// Add an interview; a kept or sent application is moved to that stage.
    AddInterview(Interview),
    /// Change an interview; `None` takes it away.
    EditInterview {
        /// As the candidate saw it.
        was: Interview,
        /// As it should be.
        now: Option<Interview>,
    },
    /// Add somebody met.
    AddPerson(Person),
    /// Change what was noted of somebody; `None` takes them away.
    EditPerson {
        /// As the candidate saw it.
        was: Person,
        /// As it should be.
        now: Option<Person>,
    },
    /// Add to the history something that is no stage.
    AddEvent(Event),
    /// Change an event, for instance its date; `None` takes it away.
    EditEvent {
        /// As the candidate saw it.
        was: Event,
        /// As it should be.
        now: Option<Event>,
    },
    /// Set all the corrected facts.
    Correct(Box<Corrections>),
    /// Say who ended it.
    EndedBy(Option<Party>),
    /// The offer's file moved or its id changed: remember where it is now. Nothing else changes.
    Relink(Box<OfferRef>),
    /// Take note of the offer as it is now, in place of what was kept.
    Refresh {
        /// The offer.
        offer: Box<OfferRef>,
        /// Its text.
        text: Option<Arc<str>>,
    },
    /// Take over what another device knows of it, from a copy that a file synchroniser set aside.
    Merge(Box<Application>),
    /// Forget the application altogether; the store keeps a backup.
    Forget,
    /// Give back what another change took, or take back what it gave: undo and redo.
    Revert(Box<Revert>),
}

/// Why a change could not be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// It needs an application, and there is none.
    #[error("not in the shortlist: keep the offer first")]
    NotKept,
    /// What it wanted to change is no longer there, or no longer the same.
    #[error("{0} changed meanwhile: nothing was overwritten")]
    Conflict(Part),
}

/// Applies a change to what the file holds; `None` is no file, before or after.
///
/// `today` dates what carries no date of its own.
///
/// # Errors
///
/// [`ChangeError`] when the change does not fit what the file holds now.
pub fn apply(change: &Change, current: Option<Application>, today: Date) -> Result<Option<Application>, ChangeError> {
    match change {
        Change::Keep { offer, .. } => Ok(Some(keep(current, offer, today))),
        Change::Hide(offer) => {
            let mut application = current.unwrap_or_else(|| Application::new((**offer).clone(), today));
            application.hidden = true;
            Ok(Some(application))
        }
        Change::Revert(revert) => revert.apply(current),
        Change::Forget => Ok(None),
        Change::Merge(theirs) => Ok(Some(match current {
            Some(ours) => merge(ours, theirs),
            None => (**theirs).clone(),
        })),
        Change::Unkeep => Ok(unkeep(current.ok_or(ChangeError::NotKept)?, today)),
        Change::Show => {
            let mut application = current.ok_or(ChangeError::NotKept)?;
            application.hidden = false;
            let idle = application.stage == Stage::Spotted && !application.has_work();
            Ok((!idle).then_some(application))
        }
        other => {
            let mut application = current.ok_or(ChangeError::NotKept)?;
            edit(&mut application, other, today)?;
            Ok(Some(application))
        }
    }
}

fn keep(current: Option<Application>, offer: &OfferRef, today: Date) -> Application {
    let mut application = match current {
        Some(mut known) => {
            relink(&mut known, offer);
            known
        }
        None => Application::new(offer.clone(), today),
    };
    application.hidden = false;
    let undecided = matches!(application.stage, Stage::Spotted | Stage::Archived | Stage::Withdrawn);
    if undecided {
        application.offer = OfferRef {
            unknown: application.offer.unknown.clone(),
            ..offer.clone()
        };
        reach(&mut application, Stage::Kept, today);
    }
    application
}

fn unkeep(mut application: Application, today: Date) -> Option<Application> {
    if !application.has_work() && !application.hidden {
        return None;
    }
    reach(&mut application, Stage::Spotted, today);
    Some(application)
}

/// Applies the changes that neither make nor remove an application.
fn edit(application: &mut Application, change: &Change, today: Date) -> Result<(), ChangeError> {
    match change {
        Change::Stage { to, date, by } => stage(application, to, *date, *by, today),
        Change::Send(sent) => send(application, sent),
        Change::EditSent { was, now } => edit_sent(application, was, now.as_ref())?,
        Change::FollowUp { date, means } => {
            insert_event(
                application,
                Event::new(date.unwrap_or(today), EventKind::FollowedUp(means.clone())),
            );
        }
        Change::Notes { was, now } => notes(application, was, now),
        Change::AddNote(line) => add_note(application, line),
        Change::Tag(tag) => add_once(&mut application.tags, tag),
        Change::Untag(tag) => application.tags.retain(|known| known != tag),
        Change::Tick(document) => {
            let known = application
                .documents
                .extract_if(.., |known| known.kind == document.kind);
            let unknown: Unknown = known.flat_map(|known| known.unknown).collect();
            let mut document = document.clone();
            document.unknown.extend(unknown);
            application.documents.push(document);
        }
        Change::Untick(kind) => application.documents.retain(|known| known.kind != *kind),
        Change::Next(next) => application.next.clone_from(next),
        Change::AddInterview(interview) => interviews::add(application, interview, today),
        Change::EditInterview { was, now } => interviews::edit(application, was, now.as_ref())?,
        Change::AddPerson(person) => add_once(&mut application.people, person),
        Change::EditPerson { was, now } => replace(&mut application.people, was, now.as_ref(), Part::People)?,
        Change::AddEvent(event) => insert_event(application, event.clone()),
        Change::EditEvent { was, now } => edit_event(application, was, now.as_ref())?,
        Change::Correct(corrections) => {
            let unknown = std::mem::take(&mut application.corrected.unknown);
            application.corrected = (**corrections).clone();
            application.corrected.unknown.extend(unknown);
        }
        Change::EndedBy(party) => application.ended_by = *party,
        Change::Relink(offer) => relink(application, offer),
        Change::Refresh { offer, .. } => {
            application.offer = OfferRef {
                unknown: application.offer.unknown.clone(),
                ..(**offer).clone()
            };
            insert_event(application, Event::new(today, EventKind::OfferChanged));
        }
        Change::Keep { .. }
        | Change::Unkeep
        | Change::Hide(_)
        | Change::Show
        | Change::Merge(_)
        | Change::Forget
        | Change::Revert(_) => {}
    }
    Ok(())
}

fn stage(application: &mut Application, to: &Stage, date: Option<Date>, by: Option<Party>, today: Date) {
    if let Some(date) = date.filter(|_| !matches!(to, Stage::Spotted | Stage::Kept)) {
        decided_by(application, date);
    }
    if application.stage == *to {
        if let Some(date) = date {
            redate_last(application, to, date);
        }
    } else {
        reach(application, to.clone(), date.unwrap_or(today));
        if *to == Stage::Sent && application.sent.is_empty() {
            application.sent.push(Sent {
                to: application.email().map(str::to_owned),
                files: application
                    .documents
                    .iter()
                    .filter_map(|document| document.file.clone())
                    .collect(),
                ..Sent::new(date.unwrap_or(today), Means::default())
            });
        }
    }
    application.ended_by = match to {
        Stage::Withdrawn | Stage::Answered(super::Answer::Accepted) => by.or(Some(Party::Me)),
        Stage::Answered(super::Answer::Refused) => by.or(Some(Party::Them)),
        Stage::NoAnswer | Stage::Archived => by.or(application.ended_by),
        Stage::Spotted | Stage::Kept | Stage::Sent | Stage::Interview | Stage::Answered(_) | Stage::Own(_) => by,
    };
}

/// Sets the stage and writes it into the history.
pub(super) fn reach(application: &mut Application, stage: Stage, date: Date) {
    insert_event(application, Event::new(date, EventKind::Stage(stage.clone())));
    application.stage = stage;
}

/// Dates the decision back to the day of what followed from it: nothing is sent before it is kept.
fn decided_by(application: &mut Application, date: Date) {
    let late = |event: &mut Event| is_decision(event) && event.date > date;
    let moved: Vec<Event> = application.history.extract_if(.., late).collect();
    let at = application.history.partition_point(|known| known.date < date);
    for (place, event) in (at..).zip(moved) {
        application.history.insert(place, Event { date, ..event });
    }
}

fn is_decision(event: &Event) -> bool {
    matches!(event.kind, EventKind::Stage(Stage::Spotted | Stage::Kept))
}

/// Puts an event after the last one that is not later.
fn insert_event(application: &mut Application, event: Event) {
    let at = application.history.partition_point(|known| known.date <= event.date);
    application.history.insert(at, event);
}

fn redate_last(application: &mut Application, stage: &Stage, date: Date) {
    let kind = EventKind::Stage(stage.clone());
    let last = application.history.iter().rposition(|event| event.kind == kind);
    let event = match last {
        Some(at) => Event {
            date,
            ..application.history.remove(at)
        },
        None => Event::new(date, kind),
    };
    if *stage == Stage::Sent
        && let Some(sent) = application.sent.last_mut()
    {
        sent.date = date;
    }
    insert_event(application, event);
}

fn send(application: &mut Application, sent: &Sent) {
    decided_by(application, sent.date);
    application.sent.push(sent.clone());
    application.sent.sort_by_key(|known| known.date);
    let further = matches!(application.stage, Stage::Interview | Stage::Answered(_) | Stage::Own(_));
    if !further {
        reach(application, Stage::Sent, sent.date);
        application.ended_by = None;
    } else if application.reached(&Stage::Sent).is_none() {
        insert_event(application, Event::new(sent.date, EventKind::Stage(Stage::Sent)));
    }
}

fn notes(application: &mut Application, was: &str, now: &str) {
    let meanwhile = std::mem::take(&mut application.notes);
    now.trim_end().clone_into(&mut application.notes);
    if meanwhile.trim_end() != was.trim_end() && meanwhile.trim_end() != now.trim_end() {
        application.notes.push_str("\n\n---\n\n");
        application.notes.push_str(meanwhile.trim_end());
    }
}

fn add_note(application: &mut Application, line: &str) {
    let kept = application.notes.trim_end().len();
    application.notes.truncate(kept);
    if !application.notes.is_empty() {
        application.notes.push('\n');
    }
    application.notes.push_str(line.trim_end());
}

/// Changes a record of what was sent, and the day in the history with it.
fn edit_sent(application: &mut Application, was: &Sent, now: Option<&Sent>) -> Result<(), ChangeError> {
    replace(&mut application.sent, was, now, Part::Sent)?;
    application.sent.sort_by_key(|sent| sent.date);
    let reached = EventKind::Stage(Stage::Sent);
    let event = application
        .history
        .iter_mut()
        .find(|event| event.kind == reached && event.date == was.date);
    if let (Some(now), Some(event)) = (now, event) {
        event.date = now.date;
        application.history.sort_by_key(|event| event.date);
        decided_by(application, now.date);
    }
    Ok(())
}

fn edit_event(application: &mut Application, was: &Event, now: Option<&Event>) -> Result<(), ChangeError> {
    replace(&mut application.history, was, now, Part::History)?;
    application.history.sort_by_key(|event| event.date);
    if let Some(now) = now.filter(|now| !is_decision(now)) {
        decided_by(application, now.date);
    }
    if now.is_none() && was.kind == EventKind::Stage(application.stage.clone()) {
        step_back(application);
    }
    let sent = EventKind::Stage(Stage::Sent);
    if was.kind == sent
        && let Some(record) = application.sent.iter().position(|sent| sent.date == was.date)
    {
        match now {
            Some(now) if now.kind == sent => application.sent[record].date = now.date,
            Some(_) => {}
            None => {
                application.sent.remove(record);
            }
        }
    }
    Ok(())
}

/// Goes back to the stage that the history says, once the event of the present one was taken away.
fn step_back(application: &mut Application) {
    let reached = |event: &Event| match &event.kind {
        EventKind::Stage(stage) => Some(stage.clone()),
        EventKind::FollowedUp(_) | EventKind::OfferChanged | EventKind::Remark => None,
    };
    application.stage = application
        .history
        .iter()
        .rev()
        .find_map(reached)
        .unwrap_or(Stage::Spotted);
    if !application.stage.is_over() {
        application.ended_by = None;
    }
}

/// Remembers where the offer is now, and nothing else: what was kept of it is what the candidate decided on.
fn relink(application: &mut Application, offer: &OfferRef) {
    application.offer.id.clone_from(&offer.id);
    application.offer.path.clone_from(&offer.path);
    application.offer.source.clone_from(&offer.source);
}

fn add_once<T: PartialEq + Clone>(list: &mut Vec<T>, item: &T) {
    if !list.contains(item) {
        list.push(item.clone());
    }
}

fn replace<T: PartialEq + Clone>(list: &mut Vec<T>, was: &T, now: Option<&T>, part: Part) -> Result<(), ChangeError> {
    let at = list
        .iter()
        .position(|item| item == was)
        .ok_or(ChangeError::Conflict(part))?;
    match now {
        Some(now) => list[at] = now.clone(),
        None => {
            list.remove(at);
        }
    }
    Ok(())
}

impl Change {
    /// Returns the text to keep beside the application, when the change brings one.
    #[must_use]
    pub fn text(&self) -> Option<&Arc<str>> {
        match self {
            Self::Keep { text, .. } | Self::Refresh { text, .. } => text.as_ref(),
            Self::Revert(revert) => revert.text.as_ref(),
            Self::Unkeep
            | Self::Hide(_)
            | Self::Show
            | Self::Stage { .. }
            | Self::Send(_)
            | Self::EditSent { .. }
            | Self::FollowUp { .. }
            | Self::Notes { .. }
            | Self::AddNote(_)
            | Self::Tag(_)
            | Self::Untag(_)
            | Self::Tick(_)
            | Self::Untick(_)
            | Self::Next(_)
            | Self::AddInterview(_)
            | Self::EditInterview { .. }
            | Self::AddPerson(_)
            | Self::EditPerson { .. }
            | Self::AddEvent(_)
            | Self::EditEvent { .. }
            | Self::Correct(_)
            | Self::EndedBy(_)
            | Self::Relink(_)
            | Self::Merge(_)
            | Self::Forget => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::tracking::samples::{self, TODAY};
    use crate::tracking::{Answer, Step};

    fn run(changes: &[Change]) -> Option<Application> {
        changes
            .iter()
            .fold(None, |current, change| apply(change, current, TODAY).unwrap())
    }

    fn keep_change() -> Change {
        samples::keep(samples::offer("stage-carto-atelier"))
    }

    fn to(stage: Stage) -> Change {
        samples::staged(stage, None)
    }

    fn days(application: &Application) -> Vec<(Date, String)> {
        let word = |event: &Event| match &event.kind {
            EventKind::Stage(stage) => stage.to_string(),
            other => format!("{other:?}"),
        };
        application
            .history
            .iter()
            .map(|event| (event.date, word(event)))
            .collect()
    }

    #[test]
    fn keeping_dates_the_decision_and_unkeeping_leaves_nothing() {
        let kept = run(&[keep_change()]).unwrap();
        assert_eq!(kept.stage, Stage::Kept);
        assert_eq!(days(&kept), [(TODAY, "kept".to_owned())]);
        assert_eq!(run(&[keep_change(), Change::Unkeep]), None);
    }

    #[test]
    fn unkeeping_never_loses_a_note() {
        let left = run(&[keep_change(), Change::AddNote("vu Anne".into()), Change::Unkeep]).unwrap();
        assert_eq!((left.stage, left.notes.as_str()), (Stage::Spotted, "vu Anne"));
    }

    #[test]
    fn what_is_not_kept_cannot_be_staged() {
        assert_eq!(apply(&to(Stage::Sent), None, TODAY), Err(ChangeError::NotKept));
    }

    #[test]
    fn a_backdated_stage_stands_at_its_place_in_the_history_and_can_be_redated() {
        let sent = |day| Change::Stage {
            to: Stage::Sent,
            date: Some(day),
            by: None,
        };
        let early = run(&[keep_change(), sent(date(2026, 11, 10))]).unwrap();
        assert_eq!(early.stage, Stage::Sent);
        assert_eq!(early.sent_on(), Some(date(2026, 11, 10)));
        assert_eq!(
            days(&early),
            [
                (date(2026, 11, 10), "kept".to_owned()),
                (date(2026, 11, 10), "sent".to_owned())
            ]
        );
        let again = run(&[keep_change(), sent(date(2026, 11, 10)), sent(date(2026, 11, 12))]).unwrap();
        assert_eq!(again.sent_on(), Some(date(2026, 11, 12)));
        assert_eq!(again.history.len(), 2);
        assert_eq!(again.sent.len(), 1);
    }

    #[test]
    fn an_end_says_who_ended_it_and_going_on_forgets_it() {
        let refused = run(&[keep_change(), to(Stage::Answered(Answer::Refused))]).unwrap();
        assert_eq!(refused.ended_by, Some(Party::Them));
        let back = apply(&to(Stage::Interview), Some(refused), TODAY).unwrap().unwrap();
        assert_eq!(back.ended_by, None);
        let left = run(&[keep_change(), to(Stage::Withdrawn)]).unwrap();
        assert_eq!(left.ended_by, Some(Party::Me));
        assert_eq!(left.step(&[]), Step::Kept);
    }

    #[test]
    fn an_interview_moves_the_application_and_stays_sorted() {
        let at = |day, hour| Change::AddInterview(Interview::on(day, Some(time(hour, 0, 0, 0))));
        let application = run(&[
            keep_change(),
            to(Stage::Sent),
            at(date(2026, 12, 4), 9),
            at(date(2026, 11, 24), 10),
        ])
        .unwrap();
        assert_eq!(application.stage, Stage::Interview);
        assert_eq!(application.interviews[0].date, date(2026, 11, 24));
        let gone = Change::EditInterview {
            was: Interview::on(date(2027, 1, 1), None),
            now: None,
        };
        assert_eq!(
            apply(&gone, Some(application), TODAY),
            Err(ChangeError::Conflict(Part::Interviews))
        );
    }

    #[test]
    fn what_was_sent_and_the_history_keep_the_same_day() {
        let application = run(&[keep_change(), samples::sent(date(2026, 11, 12))]).unwrap();
        let was = application.sent[0].clone();
        let now = Sent {
            date: date(2026, 11, 9),
            files: vec!["cv.pdf".into(), "lettre.pdf".into()],
            ..was.clone()
        };
        let edit = Change::EditSent { was, now: Some(now) };
        let moved = apply(&edit, Some(application), TODAY).unwrap().unwrap();
        assert_eq!(moved.reached(&Stage::Sent), Some(date(2026, 11, 9)));
        assert_eq!(moved.sent[0].files.len(), 2);
        assert_eq!(apply(&edit, Some(moved), TODAY), Err(ChangeError::Conflict(Part::Sent)));
    }

    #[test]
    fn taking_the_last_stage_out_of_the_history_goes_back_to_the_one_before() {
        let application = run(&[keep_change(), to(Stage::Sent), to(Stage::Answered(Answer::Refused))]).unwrap();
        let last = application.history.last().unwrap().clone();
        let gone = Change::EditEvent { was: last, now: None };
        let back = apply(&gone, Some(application), TODAY).unwrap().unwrap();
        assert_eq!((back.stage, back.ended_by), (Stage::Sent, None));
    }

    #[test]
    fn somebody_met_can_be_corrected() {
        let anne = |role: &str| Person {
            role: Some(role.into()),
            ..Person::named("Anne Exemple")
        };
        let application = run(&[keep_change(), Change::AddPerson(anne("RH"))]).unwrap();
        let edit = Change::EditPerson {
            was: anne("RH"),
            now: Some(anne("géomaticienne")),
        };
        let known = apply(&edit, Some(application), TODAY).unwrap().unwrap();
        assert_eq!(known.people, [anne("géomaticienne")]);
    }

    #[test]
    fn notes_written_meanwhile_by_somebody_else_are_kept_too() {
        let other = run(&[keep_change(), Change::AddNote("écrit ailleurs".into())]).unwrap();
        let mine = Change::Notes {
            was: String::new(),
            now: "écrit ici".into(),
        };
        let both = apply(&mine, Some(other), TODAY).unwrap().unwrap().notes;
        assert!(
            both.starts_with("écrit ici") && both.ends_with("écrit ailleurs"),
            "{both}"
        );
    }

    #[test]
    fn sending_twice_is_recorded_twice_and_an_interview_is_not_taken_back() {
        let sent = |day| {
            Change::Send(Sent {
                files: vec!["cv.pdf".into()],
                ..Sent::new(day, Means::Form)
            })
        };
        let application = run(&[
            keep_change(),
            sent(date(2026, 11, 12)),
            to(Stage::Interview),
            sent(date(2026, 11, 19)),
        ])
        .unwrap();
        assert_eq!(application.stage, Stage::Interview);
        assert_eq!(application.sent.len(), 2);
        assert_eq!(application.sent_on(), Some(date(2026, 11, 12)));
    }

    #[test]
    fn undo_gives_back_what_was_and_leaves_what_others_did() {
        let before = run(&[keep_change()]).unwrap();
        let after = apply(&to(Stage::Sent), Some(before.clone()), TODAY).unwrap();
        let elsewhere = apply(&Change::AddNote("ailleurs".into()), after.clone(), TODAY).unwrap();
        let undo = Revert {
            from: after,
            to: Some(before.clone()),
            text: None,
        };
        let undone = undo.apply(elsewhere).unwrap().unwrap();
        assert_eq!(undone.stage, Stage::Kept);
        assert_eq!((undone.history, undone.sent), (before.history, before.sent));
        assert_eq!(undone.notes, "ailleurs");
    }

    #[test]
    fn undo_of_what_somebody_changed_meanwhile_is_a_conflict() {
        let before = run(&[keep_change()]);
        let after = apply(&to(Stage::Sent), before.clone(), TODAY).unwrap();
        let elsewhere = apply(&to(Stage::Withdrawn), after.clone(), TODAY).unwrap();
        let undo = Revert {
            from: after,
            to: before,
            text: None,
        };
        assert_eq!(undo.apply(elsewhere), Err(ChangeError::Conflict(Part::Stage)));
        let forget = Revert {
            from: run(&[keep_change()]),
            to: None,
            text: None,
        };
        let noted = run(&[keep_change(), Change::AddNote("x".into())]);
        assert_eq!(forget.apply(noted), Err(ChangeError::Conflict(Part::Whole)));
    }

    #[test]
    fn redo_is_undo_backwards_and_both_may_be_repeated() {
        let before = run(&[keep_change(), Change::Tag("libre".into())]);
        let after = apply(&Change::Tag("lyon".into()), before.clone(), TODAY).unwrap();
        let undo = Revert {
            from: after.clone(),
            to: before.clone(),
            text: None,
        };
        assert_eq!(undo.apply(after.clone()), Ok(before.clone()));
        assert_eq!(undo.apply(before.clone()), Ok(before.clone()));
        assert_eq!(undo.inverse().apply(before), Ok(after));
    }
}
