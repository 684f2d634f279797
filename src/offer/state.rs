//! Is it still worth applying? Computed with today's date, with its reason.

use jiff::civil::Date;
use serde::Serialize;

use super::{Start, Summary};

/// Where an offer stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Said to be open, or a deadline ahead.
    Open,
    /// A deadline within seven days.
    ClosingSoon,
    /// Old, or its start has passed: probably over.
    LikelyClosed,
    /// Its deadline has passed, or it says so.
    Closed,
    /// Says that somebody was found.
    Filled,
    /// Not published yet.
    Draft,
    /// Opens later.
    Upcoming,
    /// Nothing in it tells.
    Unknown,
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StateReason {
    /// The deadline, this day.
    Deadline(Date),
    /// What it says of itself.
    Stated,
    /// It was posted on this day, long ago.
    PostedLongAgo(Date),
    /// It starts on this day, or in the month of this day, which has passed.
    StartPassed(Date),
    /// It was posted on this day, not long ago.
    PostedRecently(Date),
    /// It starts on this day, which is ahead.
    StartAhead(Date),
    /// It will be posted on this day.
    PostedAhead(Date),
    /// Nothing tells.
    Nothing,
}

/// Days before a deadline from which an offer is [`State::ClosingSoon`].
pub const CLOSING_SOON_DAYS: i32 = 7;
/// Days after which an offer without a deadline is probably over: most are filled or forgotten within half a year.
pub const OLD_AFTER_DAYS: i32 = 180;

/// Computes the state of an offer on the day `today`.
///
/// What the offer says of itself comes first, then its deadline, then what its dates make likely.
#[must_use]
pub fn state(summary: &Summary, today: Date) -> (State, StateReason) {
    stated(summary)
        .or_else(|| summary.deadline.map(|deadline| by_deadline(deadline, today)))
        .or_else(|| by_dates(summary, today))
        .unwrap_or(match summary.published {
            Some(_) => (State::Open, StateReason::Stated),
            None => (State::Unknown, StateReason::Nothing),
        })
}

/// What the offer says of itself, when it says that it is not open.
fn stated(summary: &Summary) -> Option<(State, StateReason)> {
    let state = if summary.filled {
        State::Filled
    } else if summary.draft {
        State::Draft
    } else if summary.published == Some(false) {
        State::Closed
    } else {
        return None;
    };
    Some((state, StateReason::Stated))
}

fn by_deadline(deadline: Date, today: Date) -> (State, StateReason) {
    let left = days(today, deadline);
    let state = if left < 0 {
        State::Closed
    } else if left <= CLOSING_SOON_DAYS {
        State::ClosingSoon
    } else {
        State::Open
    };
    (state, StateReason::Deadline(deadline))
}

fn by_dates(summary: &Summary, today: Date) -> Option<(State, StateReason)> {
    if let Some(posted) = summary.date_posted.filter(|posted| *posted > today) {
        return Some((State::Upcoming, StateReason::PostedAhead(posted)));
    }
    let (first, last) = summary.start.and_then(start_days).unzip();
    if let Some(first) = first.filter(|_| last < Some(today)) {
        return Some((State::LikelyClosed, StateReason::StartPassed(first)));
    }
    if let Some(posted) = summary
        .date_posted
        .filter(|posted| days(*posted, today) > OLD_AFTER_DAYS)
    {
        return Some((State::LikelyClosed, StateReason::PostedLongAgo(posted)));
    }
    if summary.published == Some(true) {
        return Some((State::Open, StateReason::Stated));
    }
    first
        .map(StateReason::StartAhead)
        .or(summary.date_posted.map(StateReason::PostedRecently))
        .map(|reason| (State::Open, reason))
}

/// The first and the last day on which the work can begin.
fn start_days(start: Start) -> Option<(Date, Date)> {
    match start {
        Start::Asap => None,
        Start::Day(day) => Some((day, day)),
        Start::Month { year, month } => {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.last_of_month()))
        }
    }
}

/// Days from `from` to `to`, negative when `to` lies before.
fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::offer::OfferId;

    const TODAY: Date = date(2024, 6, 15);

    fn summary() -> Summary {
        Summary {
            id: OfferId::parse("x").unwrap(),
            path: "x.md".into(),
            source: 0,
            title: "x".into(),
            organization: "".into(),
            place: "".into(),
            employment_types: std::iter::empty().collect(),
            tags: Box::default(),
            duration: None,
            start: None,
            deadline: None,
            pay: None,
            pay_stated: false,
            remote: None,
            language: None,
            date_posted: None,
            published: None,
            filled: false,
            draft: false,
            contact: None,
            warnings: 0,
        }
    }

    #[test]
    fn a_deadline_decides() {
        for (deadline, expected) in [
            (date(2024, 6, 14), State::Closed),
            (date(2024, 6, 15), State::ClosingSoon),
            (date(2024, 6, 22), State::ClosingSoon),
            (date(2024, 6, 23), State::Open),
        ] {
            let offer = Summary {
                deadline: Some(deadline),
                published: Some(true),
                ..summary()
            };
            assert_eq!(state(&offer, TODAY), (expected, StateReason::Deadline(deadline)));
        }
    }

    #[test]
    fn what_it_says_of_itself_comes_first() {
        let ahead = Summary {
            deadline: Some(date(2024, 12, 1)),
            ..summary()
        };
        let filled = Summary {
            filled: true,
            published: Some(false),
            ..ahead.clone()
        };
        assert_eq!(state(&filled, TODAY), (State::Filled, StateReason::Stated));
        let draft = Summary {
            draft: true,
            published: Some(false),
            ..ahead.clone()
        };
        assert_eq!(state(&draft, TODAY), (State::Draft, StateReason::Stated));
        let closed = Summary {
            published: Some(false),
            ..ahead
        };
        assert_eq!(state(&closed, TODAY), (State::Closed, StateReason::Stated));
    }

    #[test]
    fn dates_make_likely() {
        let posted = |day| Summary {
            date_posted: Some(day),
            ..summary()
        };
        assert_eq!(state(&posted(date(2024, 7, 1)), TODAY).0, State::Upcoming);
        assert_eq!(state(&posted(date(2024, 6, 1)), TODAY).0, State::Open);
        assert_eq!(state(&posted(date(2023, 6, 1)), TODAY).0, State::LikelyClosed);
        let starts = |start| Summary {
            start: Some(start),
            ..summary()
        };
        assert_eq!(
            state(&starts(Start::Month { year: 2024, month: 5 }), TODAY).0,
            State::LikelyClosed
        );
        assert_eq!(
            state(&starts(Start::Month { year: 2024, month: 6 }), TODAY).0,
            State::Open
        );
        assert_eq!(state(&starts(Start::Asap), TODAY).0, State::Unknown);
        assert_eq!(state(&summary(), TODAY), (State::Unknown, StateReason::Nothing));
        let says_open = Summary {
            published: Some(true),
            ..summary()
        };
        assert_eq!(state(&says_open, TODAY), (State::Open, StateReason::Stated));
    }
}
