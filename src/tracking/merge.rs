//! Two devices changed the same application: one that holds what both know.

use super::application::{Application, EventKind, Unknown};
use super::interviews::is_same;
use super::stage::Stage;

/// Merges `theirs`, a copy that a file synchroniser set aside, into `ours`.
///
/// Lists are united. The stage is that of the latest stage event of the two. Where both hold a value, ours stays and
/// theirs is written into the notes when it would be lost, so that a person can decide.
#[must_use]
pub fn merge(ours: Application, theirs: &Application) -> Application {
    let mut merged = ours;
    let latest = |application: &Application| application.history.iter().rev().find_map(stage_and_date);
    if let (Some((date, stage)), known) = (latest(theirs), latest(&merged))
        && known.is_none_or(|(known, _)| date > known)
    {
        merged.stage = stage;
        merged.ended_by = theirs.ended_by;
    }
    unite(&mut merged.history, &theirs.history);
    merged.history.sort_by_key(|event| event.date);
    unite(&mut merged.sent, &theirs.sent);
    merged.sent.sort_by_key(|sent| sent.date);
    merge_interviews(&mut merged, theirs);
    for document in &theirs.documents {
        if !merged.documents.iter().any(|known| known.kind == document.kind) {
            merged.documents.push(document.clone());
        }
    }
    unite(&mut merged.people, &theirs.people);
    unite(&mut merged.tags, &theirs.tags);
    merged.first_seen = merged
        .first_seen
        .min(theirs.first_seen)
        .or(merged.first_seen)
        .or(theirs.first_seen);
    merge_next(&mut merged, theirs);
    merge_corrections(&mut merged, theirs);
    merge_unknown(&mut merged.unknown, &theirs.unknown);
    if !theirs.notes.trim().is_empty() && !merged.notes.contains(theirs.notes.trim()) {
        append(&mut merged.notes, theirs.notes.trim());
    }
    merged
}

fn merge_unknown(ours: &mut Unknown, theirs: &Unknown) {
    for (key, value) in theirs {
        ours.entry(key.clone()).or_insert_with(|| value.clone());
    }
}

fn stage_and_date(event: &super::Event) -> Option<(jiff::civil::Date, Stage)> {
    match &event.kind {
        EventKind::Stage(stage) => Some((event.date, stage.clone())),
        EventKind::FollowedUp(_) | EventKind::OfferChanged | EventKind::Remark => None,
    }
}

fn merge_next(merged: &mut Application, theirs: &Application) {
    match (&merged.next, &theirs.next) {
        (None, Some(next)) => merged.next = Some(next.clone()),
        (Some(ours), Some(next)) if ours != next => {
            let line = format!("{} {}", next.date, next.what);
            append(&mut merged.notes, line.trim());
        }
        _ => {}
    }
}

/// Unites the interviews. One that was changed on both sides stays as ours is; theirs is written into the notes.
fn merge_interviews(merged: &mut Application, theirs: &Application) {
    for interview in &theirs.interviews {
        let known = merged
            .interviews
            .iter()
            .find(|known| is_same(known, interview) || known.uid.is_some() && known.uid == interview.uid);
        match known {
            None => merged.interviews.push(interview.clone()),
            Some(known) if is_same(known, interview) => {}
            Some(_) => {
                let hour = interview
                    .time
                    .map(|time| format!(" {:02}:{:02}", time.hour(), time.minute()));
                let words = [&interview.place, &interview.link, &interview.note]
                    .into_iter()
                    .flatten();
                let words: Vec<&str> = words.chain(&interview.people).map(String::as_str).collect();
                let line = format!("{}{} {}", interview.date, hour.unwrap_or_default(), words.join(", "));
                append(&mut merged.notes, line.trim());
            }
        }
    }
    merged
        .interviews
        .sort_by_key(|interview| (interview.date, interview.time));
}

fn merge_corrections(merged: &mut Application, theirs: &Application) {
    let (ours, theirs) = (&mut merged.corrected, &theirs.corrected);
    let fill = |ours: &mut Option<String>, theirs: &Option<String>| {
        if ours.is_none() {
            ours.clone_from(theirs);
        }
    };
    fill(&mut ours.title, &theirs.title);
    fill(&mut ours.organization, &theirs.organization);
    fill(&mut ours.place, &theirs.place);
    fill(&mut ours.start, &theirs.start);
    fill(&mut ours.email, &theirs.email);
    fill(&mut ours.subject, &theirs.subject);
    fill(&mut ours.pay, &theirs.pay);
    fill(&mut ours.duration, &theirs.duration);
    fill(&mut ours.level, &theirs.level);
    ours.deadline = ours.deadline.or(theirs.deadline);
    merge_unknown(&mut ours.unknown, &theirs.unknown);
}

fn unite<T: PartialEq + Clone>(ours: &mut Vec<T>, theirs: &[T]) {
    for item in theirs {
        if !ours.contains(item) {
            ours.push(item.clone());
        }
    }
}

fn append(notes: &mut String, text: &str) {
    let kept = notes.trim_end().len();
    notes.truncate(kept);
    if !notes.is_empty() {
        notes.push_str("\n\n");
    }
    notes.push_str(text);
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::tracking::application::{Interview, NextAction};
    use crate::tracking::change::{Change, apply};
    use crate::tracking::samples::{self, TODAY, changed};

    fn application(changes: &[Change]) -> Application {
        changed("a", changes)
    }

    fn staged(stage: Stage, day: Date) -> Change {
        samples::staged(stage, Some(day))
    }

    #[test]
    fn the_later_stage_wins_and_both_histories_stay() {
        let ours = application(&[staged(Stage::Sent, date(2026, 11, 5))]);
        let theirs = application(&[
            staged(Stage::Sent, date(2026, 11, 5)),
            staged(Stage::Interview, date(2026, 11, 12)),
        ]);
        for merged in [merge(ours.clone(), &theirs), merge(theirs.clone(), &ours)] {
            assert_eq!(
                (merged.stage, merged.history.len(), merged.sent.len()),
                (Stage::Interview, 3, 1)
            );
        }
    }

    #[test]
    fn nothing_that_either_wrote_is_lost() {
        let next = |what: &str| Change::Next(Some(NextAction::new(TODAY, what)));
        let ours = application(&[Change::AddNote("ici".into()), Change::Tag("un".into()), next("appeler")]);
        let theirs = application(&[
            Change::AddNote("là-bas".into()),
            Change::Tag("deux".into()),
            next("écrire"),
        ]);
        let merged = merge(ours, &theirs);
        assert_eq!(merged.tags, ["un", "deux"]);
        assert_eq!(merged.next.unwrap().what, "appeler");
        for words in ["ici", "là-bas", "écrire"] {
            assert!(merged.notes.contains(words), "{}", merged.notes);
        }
    }

    #[test]
    fn an_interview_that_both_moved_stays_one_and_the_other_day_is_not_lost() {
        let at = |day| Interview::on(date(2026, 11, day), None);
        let before = application(&[Change::AddInterview(at(24))]);
        let moved = |day| {
            let was = before.interviews[0].clone();
            let now = Some(at(day));
            apply(&Change::EditInterview { was, now }, Some(before.clone()), TODAY)
                .unwrap()
                .unwrap()
        };
        let merged = merge(moved(25), &moved(26));
        assert_eq!(merged.interviews.len(), 1);
        assert!(merged.notes.contains("2026-11-26"), "{}", merged.notes);
    }

    #[test]
    fn merging_a_copy_of_oneself_changes_nothing() {
        let ours = application(&[Change::AddNote("x".into()), staged(Stage::Sent, date(2026, 11, 5))]);
        assert_eq!(merge(ours.clone(), &ours), ours);
    }
}
