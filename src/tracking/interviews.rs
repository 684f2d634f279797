//! The interviews of an application: each keeps one name for life, so that a calendar that imported it follows it.

use jiff::civil::Date;

use super::application::{Application, Interview};
use super::change::ChangeError;
use super::fingerprint::Fingerprint;
use super::revert::Part;
use super::stage::Stage;

/// Adds an interview, sorted in by its day; an application that was waiting for one is moved to that stage.
pub(super) fn add(application: &mut Application, interview: &Interview, today: Date) {
    name(&mut application.interviews);
    let mut interview = interview.clone();
    if application.interviews.iter().any(|known| is_same(known, &interview)) {
        return;
    }
    if interview.uid.is_none() {
        interview.uid = Some(free_name(&application.interviews, &interview));
    }
    let day = interview.date;
    application.interviews.push(interview);
    sort(application);
    if matches!(
        application.stage,
        Stage::Spotted | Stage::Kept | Stage::Sent | Stage::NoAnswer
    ) {
        super::change::reach(application, Stage::Interview, today.min(day));
        application.ended_by = None;
    }
}

/// Changes the interview that the candidate saw as `was`, or takes it away; its name stays.
pub(super) fn edit(application: &mut Application, was: &Interview, now: Option<&Interview>) -> Result<(), ChangeError> {
    let interviews = &mut application.interviews;
    let at = interviews.iter().position(|known| known == was);
    let at = at.ok_or(ChangeError::Conflict(Part::Interviews))?;
    name(interviews);
    match now {
        Some(now) => {
            let uid = interviews[at].uid.take();
            interviews[at] = Interview { uid, ..now.clone() };
        }
        None => {
            interviews.remove(at);
        }
    }
    sort(application);
    Ok(())
}

/// Returns the name of the interview at this place: its own, or its number in a file that has none yet.
#[must_use]
pub fn name_of(interviews: &[Interview], at: usize) -> String {
    let own = interviews.get(at).and_then(|interview| interview.uid.clone());
    own.unwrap_or_else(|| (at + 1).to_string())
}

/// Gives those without a name the one that they were exported under so far: their number.
fn name(interviews: &mut [Interview]) {
    for at in 0..interviews.len() {
        if interviews[at].uid.is_some() {
            continue;
        }
        let taken = |uid: &String| interviews.iter().any(|known| known.uid.as_ref() == Some(uid));
        let uid = (at + 1..=at + interviews.len() + 1)
            .map(|number| number.to_string())
            .find(|uid| !taken(uid));
        interviews[at].uid = uid;
    }
}

/// Makes a name of what is known at this moment: two devices that note the same interview give it the same one.
fn free_name(interviews: &[Interview], interview: &Interview) -> String {
    let hour = interview.time.map(|time| time.to_string()).unwrap_or_default();
    let words = [&interview.place, &interview.link].into_iter().flatten();
    let words: Vec<&str> = words.chain(&interview.people).map(String::as_str).collect();
    let said = format!("{} {hour}\n{}", interview.date, words.join("\n"));
    let base = Fingerprint::of(&said).to_string()[..8].to_owned();
    let taken = |uid: &String| interviews.iter().any(|known| known.uid.as_ref() == Some(uid));
    if !taken(&base) {
        return base;
    }
    let mut next = (2..=interviews.len() + 2).map(|number| format!("{base}-{number}"));
    next.find(|uid| !taken(uid)).unwrap_or(base)
}

/// Tells whether two interviews are one but for their names.
#[must_use]
pub fn is_same(a: &Interview, b: &Interview) -> bool {
    let unnamed = |interview: &Interview| Interview {
        uid: None,
        ..interview.clone()
    };
    unnamed(a) == unnamed(b)
}

fn sort(application: &mut Application) {
    application
        .interviews
        .sort_by_key(|interview| (interview.date, interview.time));
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::tracking::change::{Change, apply};
    use crate::tracking::samples::{TODAY, application};

    fn at(day: i8, hour: i8) -> Interview {
        Interview::on(date(2026, 11, day), Some(time(hour, 0, 0, 0)))
    }

    fn run(changes: &[Change]) -> Application {
        changes.iter().fold(application("a"), |current, change| {
            apply(change, Some(current), TODAY).unwrap().unwrap()
        })
    }

    fn uid(application: &Application, day: i8) -> String {
        let found = application
            .interviews
            .iter()
            .position(|known| known.date == date(2026, 11, day));
        name_of(&application.interviews, found.unwrap())
    }

    #[test]
    fn an_interview_keeps_its_name_when_it_moves_and_when_another_goes() {
        let both = run(&[Change::AddInterview(at(24, 10)), Change::AddInterview(at(26, 9))]);
        let (first, second) = (uid(&both, 24), uid(&both, 26));
        assert_ne!(first, second);
        let moved = Change::EditInterview {
            was: both.interviews[1].clone(),
            now: Some(at(21, 9)),
        };
        let moved = apply(&moved, Some(both), TODAY).unwrap().unwrap();
        assert_eq!((uid(&moved, 21), uid(&moved, 24)), (second.clone(), first.clone()));
        let gone = Change::EditInterview {
            was: moved.interviews[1].clone(),
            now: None,
        };
        let left = apply(&gone, Some(moved), TODAY).unwrap().unwrap();
        assert_eq!((left.interviews.len(), uid(&left, 21)), (1, second));
        let again = apply(&Change::AddInterview(at(24, 10)), Some(left), TODAY)
            .unwrap()
            .unwrap();
        assert_eq!(uid(&again, 24), first);
    }

    #[test]
    fn interviews_of_a_file_without_names_keep_the_number_they_were_exported_under() {
        let mut old = application("a");
        old.interviews = vec![at(24, 10), at(26, 9)];
        assert_eq!((uid(&old, 24), uid(&old, 26)), ("1".to_owned(), "2".to_owned()));
        let gone = Change::EditInterview {
            was: old.interviews[0].clone(),
            now: None,
        };
        let left = apply(&gone, Some(old), TODAY).unwrap().unwrap();
        assert_eq!(uid(&left, 26), "2");
    }

    #[test]
    fn the_same_interview_noted_twice_is_one_and_a_moved_one_leaves_its_name_to_nobody() {
        let once = run(&[Change::AddInterview(at(24, 10)), Change::AddInterview(at(24, 10))]);
        assert_eq!(once.interviews.len(), 1);
        let moved = Change::EditInterview {
            was: once.interviews[0].clone(),
            now: Some(at(25, 10)),
        };
        let moved = apply(&moved, Some(once), TODAY).unwrap().unwrap();
        let both = apply(&Change::AddInterview(at(24, 10)), Some(moved), TODAY)
            .unwrap()
            .unwrap();
        assert_ne!(uid(&both, 24), uid(&both, 25));
    }
}
