//! The session's undo and redo: what was done, in steps that are undone whole.

use std::sync::Arc;

use super::application::Application;
use super::change::Change;
use super::revert::Revert;
use crate::offer::OfferId;

/// What one saved change did to one application.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// Which application.
    pub id: OfferId,
    /// Before; `None`: it did not exist.
    pub before: Option<Application>,
    /// After; `None`: it no longer exists.
    pub after: Option<Application>,
    /// The offer's text that was kept before, when the change replaced or removed it.
    pub text: Option<Arc<str>>,
}

/// Everything that one key did: a bulk action is one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// What the step was, in the words of the interface; shown when it is undone.
    pub what: String,
    /// Each application it touched.
    pub done: Vec<Done>,
}

/// What was done in this session and can be undone or redone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// Steps that are remembered; the oldest is dropped beyond that. The history of each application is in its file.
const REMEMBERED: usize = 1000;

impl Journal {
    /// Remembers a step that was saved. What had been undone can no longer be redone.
    pub fn record(&mut self, step: Step) {
        if step.done.iter().all(|done| done.before == done.after) {
            return;
        }
        self.redo.clear();
        push(&mut self.undo, step);
    }

    /// Takes the last step to undo: the changes to save, and its words. Call [`Journal::undone`] once they are saved.
    pub fn undo(&mut self) -> Option<(String, Vec<(OfferId, Change)>)> {
        self.undo.pop().map(changes)
    }

    /// Takes the last undone step: the changes to save, and its words. Call [`Journal::redone`] once they are saved.
    pub fn redo(&mut self) -> Option<(String, Vec<(OfferId, Change)>)> {
        self.redo.pop().map(changes)
    }

    /// Remembers what undoing did, so that it can be redone.
    pub fn undone(&mut self, step: Step) {
        push(&mut self.redo, step);
    }

    /// Remembers what redoing did, so that it can be undone again.
    pub fn redone(&mut self, step: Step) {
        push(&mut self.undo, step);
    }

    /// Returns how many steps can be undone.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.undo.len()
    }

    /// Returns the words of the step that `undo` would take.
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        self.undo.last().map(|step| step.what.as_str())
    }

    /// Returns the words of the step that `redo` would take.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        self.redo.last().map(|step| step.what.as_str())
    }
}

fn push(steps: &mut Vec<Step>, step: Step) {
    if step.done.is_empty() {
        return;
    }
    if steps.len() == REMEMBERED {
        steps.remove(0);
    }
    steps.push(step);
}

fn changes(step: Step) -> (String, Vec<(OfferId, Change)>) {
    let changes = step
        .done
        .into_iter()
        .rev()
        .map(|done| {
            let revert = Revert {
                from: done.after,
                to: done.before,
                text: done.text,
            };
            (done.id, Change::Revert(Box::new(revert)))
        })
        .collect();
    (step.what, changes)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tracking::change::apply;
    use crate::tracking::samples::application;

    fn tagged(name: &str) -> Done {
        let before = application(name);
        let after = apply(&Change::Tag("x".into()), Some(before.clone()), date(2026, 11, 1)).unwrap();
        Done {
            id: before.id.clone(),
            before: Some(before),
            after,
            text: None,
        }
    }

    #[test]
    fn a_bulk_action_is_undone_and_redone_whole() {
        let mut journal = Journal::default();
        journal.record(Step {
            what: "tag".into(),
            done: vec![tagged("a"), tagged("b")],
        });
        let (what, changes) = journal.undo().unwrap();
        assert_eq!((what.as_str(), changes.len()), ("tag", 2));
        assert_eq!(journal.undo(), None);
        let done = changes
            .iter()
            .map(|(id, change)| {
                let before = tagged(id.as_str()).after;
                let after = apply(change, before.clone(), date(2026, 11, 2)).unwrap();
                assert_eq!(after, Some(application(id.as_str())));
                Done {
                    id: id.clone(),
                    before,
                    after,
                    text: None,
                }
            })
            .collect();
        journal.undone(Step { what, done });
        let (_, changes) = journal.redo().unwrap();
        for (id, change) in changes {
            let again = apply(&change, Some(application(id.as_str())), date(2026, 11, 2)).unwrap();
            assert_eq!(again, tagged(id.as_str()).after);
        }
    }

    #[test]
    fn a_new_step_ends_what_could_be_redone_and_nothing_done_is_no_step() {
        let mut journal = Journal::default();
        journal.record(Step {
            what: "one".into(),
            done: vec![tagged("a")],
        });
        let (what, _) = journal.undo().unwrap();
        journal.undone(Step {
            what,
            done: vec![tagged("a")],
        });
        assert_eq!(journal.next_redo(), Some("one"));
        journal.record(Step {
            what: "two".into(),
            done: vec![tagged("b")],
        });
        assert_eq!((journal.next_undo(), journal.next_redo()), (Some("two"), None));
        let nothing = Done {
            after: Some(application("a")),
            ..tagged("a")
        };
        journal.record(Step {
            what: "nothing".into(),
            done: vec![nothing],
        });
        assert_eq!(journal.next_undo(), Some("two"));
    }
}
