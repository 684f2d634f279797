//! Two devices changed the same application: one that holds what both know.

use super::application::{Application, EventKind};
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
    unite(&mut merged.interviews, &theirs.interviews);
    merged
        .interviews
        .sort_by_key(|interview| (interview.date, interview.time));
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
    for (key, value) in &theirs.unknown {
        merged.unknown.entry(key.clone()).or_insert_with(|| value.clone());
    }
    if !theirs.notes.trim().is_empty() && !merged.notes.contains(theirs.notes.trim()) {
        append(&mut merged.notes, theirs.notes.trim());
    }
    merged
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
    ours.deadline = ours.deadline.or(theirs.deadline);
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
