//! Small and honest numbers: what was sent, and what came back.
//!
//! Under [`ENOUGH`] cases a rate or a median says more about chance than about the candidate: it is not given.

use jiff::civil::Date;

use super::application::{Application, EventKind};
use super::stage::{Answer, OwnStage, Stage};

/// The fewest cases that a rate, a median or a picture is made of.
pub const ENOUGH: usize = 5;

/// The numbers of a shortlist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Applications sent.
    pub sent: usize,
    /// Of these, those that got any answer, an invitation to an interview being one.
    pub answered: usize,
    /// Of these, those that led to an interview.
    pub interviews: usize,
    /// Of these, those that led to an offer of the job.
    pub offered: usize,
    /// Of these, those that were refused.
    pub refused: usize,
    /// Of these, those put away without an answer.
    pub no_answer: usize,
    /// Of these, those that still wait.
    pub waiting: usize,
    /// The median of the days between sending and answer; `None` under [`ENOUGH`] answers.
    pub median_days: Option<u32>,
    /// Applications sent in each month, from the first one to that of the last one, months without any included.
    pub months: Vec<Month>,
}

/// The applications sent in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The first day of the month.
    pub first: Date,
    /// How many were sent.
    pub sent: usize,
}

impl Numbers {
    /// Counts. `own` are the stages of the config.
    #[must_use]
    pub fn of<'a>(applications: impl IntoIterator<Item = &'a Application>, own: &[OwnStage]) -> Self {
        let mut numbers = Self::default();
        let mut days = Vec::new();
        let mut sent_on = Vec::new();
        for application in applications {
            let Some(sent) = application.sent_on() else { continue };
            numbers.sent += 1;
            sent_on.push(sent);
            let answered = application.answered_on(own);
            numbers.answered += usize::from(answered.is_some());
            days.extend(
                answered
                    .map(|day| (day - sent).get_days())
                    .and_then(|days| u32::try_from(days).ok()),
            );
            numbers.interviews += usize::from(reached(application, &Stage::Interview));
            numbers.offered += usize::from(
                reached(application, &Stage::Answered(Answer::Offered))
                    || reached(application, &Stage::Answered(Answer::Accepted)),
            );
            numbers.refused += usize::from(reached(application, &Stage::Answered(Answer::Refused)));
            numbers.no_answer += usize::from(application.stage == Stage::NoAnswer);
            numbers.waiting += usize::from(application.stage.is_waiting() && answered.is_none());
        }
        numbers.median_days = median(days);
        numbers.months = months(&sent_on);
        numbers
    }

    /// Tells whether there are enough cases for rates and pictures.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.sent >= ENOUGH
    }

    /// Returns the share of `part` in what was sent, in whole percent; `None` under [`ENOUGH`] cases.
    #[must_use]
    pub fn percent(&self, part: usize) -> Option<usize> {
        self.is_enough().then(|| (part * 100 + self.sent / 2) / self.sent)
    }
}

fn reached(application: &Application, stage: &Stage) -> bool {
    let interviewed = *stage == Stage::Interview && !application.interviews.is_empty();
    let kind = EventKind::Stage(stage.clone());
    interviewed || application.stage == *stage || application.history.iter().any(|event| event.kind == kind)
}

fn median(mut days: Vec<u32>) -> Option<u32> {
    if days.len() < ENOUGH {
        return None;
    }
    days.sort_unstable();
    let middle = days.len() / 2;
    let upper = *days.get(middle)?;
    if days.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *days.get(middle - 1)?;
    Some(u32::midpoint(lower, upper))
}

fn months(sent_on: &[Date]) -> Vec<Month> {
    let (Some(first), Some(last)) = (sent_on.iter().min(), sent_on.iter().max()) else {
        return Vec::new();
    };
    let mut months = Vec::new();
    let mut month = first.first_of_month();
    // Twenty years are more than a search for a job; a slip in a year shall not fill the memory.
    while month <= *last && months.len() < 240 {
        let sent = sent_on.iter().filter(|day| day.first_of_month() == month).count();
        months.push(Month { first: month, sent });
        month = month.last_of_month().saturating_add(jiff::Span::new().days(1));
    }
    months
}

/// Draws `value` of `most` as a bar at most `width` columns wide, with eighths of a column; in ASCII with `#`.
///
/// Anything above zero is seen.
#[must_use]
pub fn bar(value: usize, most: usize, width: usize, ascii: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if value == 0 || most == 0 {
        return String::new();
    }
    if ascii {
        return "#".repeat((value * width).div_ceil(most));
    }
    let eighths = (value * width * 8 / most).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tracking::Step;
    use crate::tracking::application::Event;
    use crate::tracking::samples::offer;

    /// An application with these stages on these days of November.
    fn application(name: &str, stages: &[(i8, Stage)]) -> Application {
        let mut application = Application::new(offer(name), date(2026, 11, 1));
        for (day, stage) in stages {
            application.stage = stage.clone();
            let event = Event::new(date(2026, 11, *day), EventKind::Stage(stage.clone()));
            application.history.push(event);
        }
        application
    }

    #[test]
    fn five_cases_make_a_rate_and_four_do_not() {
        let answers = [(1, 3), (1, 5), (2, 12), (3, 5), (4, 30)];
        let all: Vec<Application> = answers
            .iter()
            .enumerate()
            .map(|(number, (sent, answered))| {
                let refused = Stage::Answered(Answer::Refused);
                application(&format!("a{number}"), &[(*sent, Stage::Sent), (*answered, refused)])
            })
            .collect();
        let few = Numbers::of(&all[..4], &[]);
        assert_eq!((few.sent, few.median_days, few.percent(few.answered)), (4, None, None));
        let enough = Numbers::of(&all, &[]);
        assert_eq!((enough.answered, enough.refused, enough.median_days), (5, 5, Some(4)));
        assert_eq!(enough.percent(2), Some(40));
    }

    #[test]
    fn each_application_is_counted_where_it_came_and_kept_ones_are_not() {
        let numbers = Numbers::of(
            &[
                application("kept", &[(1, Stage::Kept)]),
                application("waits", &[(1, Stage::Sent)]),
                application("met", &[(1, Stage::Sent), (9, Stage::Interview)]),
                application("silent", &[(1, Stage::Sent), (20, Stage::NoAnswer)]),
                application(
                    "won",
                    &[
                        (1, Stage::Sent),
                        (9, Stage::Interview),
                        (12, Stage::Answered(Answer::Offered)),
                    ],
                ),
            ],
            &[],
        );
        let counts = (numbers.sent, numbers.answered, numbers.interviews, numbers.offered);
        assert_eq!(counts, (4, 2, 2, 1));
        assert_eq!((numbers.no_answer, numbers.waiting), (1, 1));
    }

    #[test]
    fn a_stage_of_ones_own_is_an_answer_where_interviews_stand_and_not_before() {
        let own = [("test", Step::Interview), ("relu", Step::Sent)].map(|(name, step)| OwnStage {
            name: name.to_owned(),
            step,
        });
        let at = |stage: &str| application(stage, &[(3, Stage::Sent), (9, Stage::Own(stage.to_owned()))]);
        let numbers = Numbers::of(&[at("test"), at("relu")], &own);
        assert_eq!((numbers.sent, numbers.answered, numbers.interviews), (2, 1, 0));
    }

    #[test]
    fn months_without_any_are_there() {
        let mut early = application("a", &[(3, Stage::Sent)]);
        early.history[0].date = date(2026, 9, 30);
        let months = Numbers::of(&[early, application("b", &[(3, Stage::Sent)])], &[]).months;
        let counts: Vec<(i8, usize)> = months.iter().map(|month| (month.first.month(), month.sent)).collect();
        assert_eq!(counts, [(9, 1), (10, 0), (11, 1)]);
        assert_eq!(Numbers::of([], &[]).months, []);
    }

    #[test]
    fn bars_are_never_wider_than_asked_and_show_every_case() {
        assert_eq!(bar(4, 4, 3, false), "███");
        assert_eq!(bar(1, 1000, 3, false), "▏");
        assert_eq!(bar(1, 2, 3, false), "█▌");
        assert_eq!(bar(0, 4, 3, false), "");
        assert_eq!(bar(1, 4, 8, true), "##");
        assert_eq!(bar(1, 0, 8, true), "");
    }
}
