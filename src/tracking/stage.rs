//! How far an application came.

use serde::{Deserialize, Serialize};

/// The five steps of the ramp `▁▃▅▆█`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// `▁····`
    Spotted,
    /// `▁▃···`
    Kept,
    /// `▁▃▅··`
    Sent,
    /// `▁▃▅▆·`
    Interview,
    /// `▁▃▅▆█`
    Answered,
}

/// The stage of an application.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Seen and marked, not decided.
    Spotted,
    /// Kept to apply.
    Kept,
    /// Application sent.
    Sent,
    /// Invited to an interview.
    Interview,
    /// An answer came.
    Answered(Answer),
    /// Withdrawn by the candidate.
    Withdrawn,
    /// No answer ever came.
    NoAnswer,
    /// Put away.
    Archived,
    /// A stage of the candidate's own, by its name in the config.
    Own(String),
}

/// What the answer was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// They offer the job.
    Offered,
    /// They refused.
    Refused,
    /// The candidate accepted.
    Accepted,
}
