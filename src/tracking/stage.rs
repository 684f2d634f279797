//! How far an application came.

use std::fmt;

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

impl Step {
    /// Every step, from the first to the last: the columns of the board.
    pub const ALL: [Self; 5] = [Self::Spotted, Self::Kept, Self::Sent, Self::Interview, Self::Answered];

    /// Returns the number of the step, from 1 to 5.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// Returns the ramp up to this step: `▁▃▅··`, or `3/5` for terminals without block characters.
    ///
    /// The shape alone carries the meaning; colour only repeats it.
    #[must_use]
    pub const fn ramp(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Spotted, false) => "▁····",
            (Self::Kept, false) => "▁▃···",
            (Self::Sent, false) => "▁▃▅··",
            (Self::Interview, false) => "▁▃▅▆·",
            (Self::Answered, false) => "▁▃▅▆█",
            (Self::Spotted, true) => "1/5",
            (Self::Kept, true) => "2/5",
            (Self::Sent, true) => "3/5",
            (Self::Interview, true) => "4/5",
            (Self::Answered, true) => "5/5",
        }
    }

    /// Returns the one character of the ramp that stands for this step alone.
    #[must_use]
    pub const fn glyph(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Spotted, false) => "▁",
            (Self::Kept, false) => "▃",
            (Self::Sent, false) => "▅",
            (Self::Interview, false) => "▆",
            (Self::Answered, false) => "█",
            (Self::Spotted, true) => "1",
            (Self::Kept, true) => "2",
            (Self::Sent, true) => "3",
            (Self::Interview, true) => "4",
            (Self::Answered, true) => "5",
        }
    }

    /// Returns the next step, `None` after the last.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// Returns the step before, `None` before the first.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        (self as usize).checked_sub(1).and_then(|at| Self::ALL.get(at).copied())
    }
}

/// The stage of an application. In the files, one word: see [`Stage::as_str`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
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

/// A stage of the candidate's own, as the config declares it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnStage {
    /// Its name, as shown.
    pub name: String,
    /// The step of the ramp it stands on: its column on the board.
    pub step: Step,
}

impl Stage {
    /// Every stage that tremplin knows by itself, in the order of a menu.
    pub const ALL: [Self; 10] = [
        Self::Spotted,
        Self::Kept,
        Self::Sent,
        Self::Interview,
        Self::Answered(Answer::Offered),
        Self::Answered(Answer::Accepted),
        Self::Answered(Answer::Refused),
        Self::NoAnswer,
        Self::Withdrawn,
        Self::Archived,
    ];

    /// Returns the word for this stage in the files and on the command line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Spotted => "spotted",
            Self::Kept => "kept",
            Self::Sent => "sent",
            Self::Interview => "interview",
            Self::Answered(Answer::Offered) => "offered",
            Self::Answered(Answer::Refused) => "refused",
            Self::Answered(Answer::Accepted) => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::NoAnswer => "no_answer",
            Self::Archived => "archived",
            Self::Own(name) => name,
        }
    }

    /// Reads a word of the files; any word that tremplin does not know is a stage of the candidate's own.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == word)
            .unwrap_or_else(|| Self::Own(word.to_owned()))
    }

    /// Returns the stage that a card takes when it is moved to this column of the board.
    #[must_use]
    pub const fn of_step(step: Step) -> Self {
        match step {
            Step::Spotted => Self::Spotted,
            Step::Kept => Self::Kept,
            Step::Sent => Self::Sent,
            Step::Interview => Self::Interview,
            Step::Answered => Self::Answered(Answer::Offered),
        }
    }

    /// Returns the step this stage stands on by itself; `None` for the ends that say nothing of how far it came.
    ///
    /// `own` holds the stages of the config; one that is no longer declared stands where an interview does.
    #[must_use]
    pub fn step(&self, own: &[OwnStage]) -> Option<Step> {
        match self {
            Self::Spotted => Some(Step::Spotted),
            Self::Kept => Some(Step::Kept),
            Self::Sent => Some(Step::Sent),
            Self::Interview => Some(Step::Interview),
            Self::Answered(_) => Some(Step::Answered),
            Self::Own(name) => Some(
                own.iter()
                    .find(|stage| stage.name == *name)
                    .map_or(Step::Interview, |stage| stage.step),
            ),
            Self::Withdrawn | Self::NoAnswer | Self::Archived => None,
        }
    }

    /// Tells whether nothing more is to be done: no deadline, follow-up or reminder counts any more.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        match self {
            Self::Answered(Answer::Refused | Answer::Accepted) | Self::Withdrawn | Self::NoAnswer | Self::Archived => {
                true
            }
            Self::Spotted
            | Self::Kept
            | Self::Sent
            | Self::Interview
            | Self::Answered(Answer::Offered)
            | Self::Own(_) => false,
        }
    }

    /// Tells whether an answer is what the candidate waits for.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        matches!(self, Self::Sent)
    }
}

impl From<String> for Stage {
    fn from(word: String) -> Self {
        Self::from_word(&word)
    }
}

impl From<Stage> for String {
    fn from(stage: Stage) -> Self {
        stage.as_str().to_owned()
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Step {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Stage::of_step_word(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::ALL
            .into_iter()
            .find(|step| Stage::of_step_word(*step) == word)
            .ok_or_else(|| {
                serde::de::Error::custom(format!(
                    "`{word}` is no step: use spotted, kept, sent, interview or answered"
                ))
            })
    }
}

impl Stage {
    const fn of_step_word(step: Step) -> &'static str {
        match step {
            Step::Spotted => "spotted",
            Step::Kept => "kept",
            Step::Sent => "sent",
            Step::Interview => "interview",
            Step::Answered => "answered",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_read_back_from_its_word() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_word(stage.as_str()), stage);
        }
        assert_eq!(
            Stage::from_word("test technique"),
            Stage::Own("test technique".to_owned())
        );
    }

    #[test]
    fn the_ramp_climbs_one_character_a_step() {
        for (step, expected) in Step::ALL.into_iter().zip(["▁····", "▁▃···", "▁▃▅··", "▁▃▅▆·", "▁▃▅▆█"])
        {
            assert_eq!(step.ramp(false), expected);
            assert_eq!(step.ramp(true), format!("{}/5", step.number()));
        }
        assert_eq!(Step::Spotted.previous(), None);
        assert_eq!(Step::Answered.next(), None);
        assert_eq!(Step::Kept.next(), Some(Step::Sent));
    }

    #[test]
    fn a_stage_of_ones_own_stands_where_the_config_puts_it() {
        let own = [OwnStage {
            name: "dossier".to_owned(),
            step: Step::Kept,
        }];
        assert_eq!(Stage::Own("dossier".to_owned()).step(&own), Some(Step::Kept));
        assert_eq!(Stage::Own("autre".to_owned()).step(&own), Some(Step::Interview));
        assert_eq!(Stage::Withdrawn.step(&own), None);
    }
}
