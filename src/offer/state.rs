//! Is it still worth applying? Computed with today's date, with its reason.

use jiff::civil::Date;
use serde::Serialize;

use super::Summary;

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

/// Computes the state of an offer on the day `today`.
#[must_use]
pub fn state(summary: &Summary, today: Date) -> (State, StateReason) {
    let _ = (summary, today);
    todo!()
}
