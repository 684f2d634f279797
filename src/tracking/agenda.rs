//! What to do today, this week and later.
//!
//! Computed from the applications and today's date, never stored: an agenda cannot be out of date. Follow-ups are
//! suggestions: due some days after the last sign of life, a limited number of times, then "no answer" is suggested.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use super::application::{Application, EventKind, Interview};
use super::stage::{Answer, OwnStage, Stage, Step};
use crate::offer::OfferId;

/// When to ask for news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUpRules {
    /// Days without a sign of life before a follow-up is due.
    pub days: u16,
    /// How many follow-ups before "no answer" is suggested.
    pub most: u16,
}

impl Default for FollowUpRules {
    /// Ten days, and two follow-ups: what employment offices usually advise.
    fn default() -> Self {
        Self { days: 10, most: 2 }
    }
}

/// Everything that lies ahead or is late.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agenda {
    /// In the order of the view: by section, then the earliest first.
    pub items: Vec<Item>,
}

/// One thing to do or to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The application it is about.
    pub id: OfferId,
    /// The part of the view it stands in.
    pub section: Section,
    /// The day.
    pub date: Date,
    /// The hour, of an interview.
    pub time: Option<Time>,
    /// What.
    pub kind: ItemKind,
}

/// The parts of the view, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// Late, or today.
    Today,
    /// Within the next seven days.
    Week,
    /// Follow-ups that are due.
    FollowUps,
    /// All the rest.
    Later,
}

impl Section {
    /// The parts in their order.
    pub const ALL: [Self; 4] = [Self::Today, Self::Week, Self::FollowUps, Self::Later];
}

/// What an item is.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// Last day to apply, of an offer that was kept and not yet applied to.
    Deadline,
    /// The next action that the candidate planned.
    Action(String),
    /// An interview.
    Interview(Box<Interview>),
    /// A follow-up is due: the candidate waits since this day.
    FollowUp {
        /// The last sign of life.
        since: Date,
        /// How many follow-ups there were already.
        already: u16,
    },
    /// So long without an answer that it may be put away.
    SuggestNoAnswer {
        /// The last sign of life.
        since: Date,
    },
    /// They offered the job and wait for an answer.
    AnswerThem {
        /// The day of their offer.
        since: Date,
    },
}

/// A passed deadline is worth a word for this many days.
const MISSED_DAYS: i32 = 7;

/// What counts as this week: the next seven days, whatever the day of the week.
const WEEK_DAYS: i32 = 7;

impl Agenda {
    /// Computes the agenda of these applications on the day `today`.
    #[must_use]
    pub fn of<'a>(
        applications: impl IntoIterator<Item = &'a Application>,
        own: &[OwnStage],
        rules: FollowUpRules,
        today: Date,
    ) -> Self {
        let mut items = Vec::new();
        for application in applications {
            if application.hidden || application.stage.is_over() {
                continue;
            }
            items.extend(deadline(application, own, today));
            items.extend(action(application, today));
            items.extend(interviews(application, today));
            items.extend(waiting(application, own, rules, today));
        }
        items.sort_by(|a, b| {
            let key = |item: &Item| (item.section, item.date, item.time);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        Self { items }
    }

    /// Returns the items of one part of the view.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.section == section)
    }

    /// Counts what is to be done today: late, today, and follow-ups due. Missed deadlines are past doing.
    #[must_use]
    pub fn due(&self, today: Date) -> usize {
        let missed = |item: &Item| item.kind == ItemKind::Deadline && item.date < today;
        let now = |item: &Item| matches!(item.section, Section::Today | Section::FollowUps);
        self.items.iter().filter(|item| now(item) && !missed(item)).count()
    }

    /// Counts the deadlines of today and the next seven days: the alert of the header.
    #[must_use]
    pub fn deadlines_this_week(&self, today: Date) -> usize {
        let ahead = |item: &Item| matches!(item.section, Section::Today | Section::Week) && item.date >= today;
        self.items
            .iter()
            .filter(|item| item.kind == ItemKind::Deadline && ahead(item))
            .count()
    }
}

fn item(application: &Application, date: Date, kind: ItemKind, today: Date) -> Item {
    let section = if date <= today {
        Section::Today
    } else if date <= later(today, WEEK_DAYS) {
        Section::Week
    } else {
        Section::Later
    };
    Item {
        id: application.id.clone(),
        section,
        date,
        time: None,
        kind,
    }
}

fn deadline(application: &Application, own: &[OwnStage], today: Date) -> Option<Item> {
    let date = application.deadline()?;
    let undecided = application.stage == Stage::Spotted;
    let to_apply = application.step(own) <= Step::Kept && !undecided && application.sent.is_empty();
    let worth = later(date, MISSED_DAYS) >= today;
    (to_apply && worth).then(|| item(application, date, ItemKind::Deadline, today))
}

fn action(application: &Application, today: Date) -> Option<Item> {
    let next = application.next.as_ref()?;
    Some(item(application, next.date, ItemKind::Action(next.what.clone()), today))
}

fn interviews(application: &Application, today: Date) -> impl Iterator<Item = Item> + '_ {
    application
        .interviews
        .iter()
        .filter(move |interview| interview.date >= today)
        .map(move |interview| Item {
            time: interview.time,
            ..item(
                application,
                interview.date,
                ItemKind::Interview(Box::new(interview.clone())),
                today,
            )
        })
}

/// What the candidate waits for, or is waited for.
fn waiting(application: &Application, own: &[OwnStage], rules: FollowUpRules, today: Date) -> Option<Item> {
    if application.stage == Stage::Answered(Answer::Offered) {
        let since = application.reached(&application.stage)?;
        return Some(item(application, since, ItemKind::AnswerThem { since }, today));
    }
    let step = application.step(own);
    let ahead = application.interviews.iter().any(|interview| interview.date >= today);
    if !matches!(step, Step::Sent | Step::Interview) || ahead {
        return None;
    }
    let since = last_sign(application)?;
    let begun = waiting_since(application)?;
    let already = application.follow_ups().filter(|day| *day >= begun).count();
    let already = u16::try_from(already).unwrap_or(u16::MAX);
    let date = later(since, rules.days.into());
    let kind = if already < rules.most {
        ItemKind::FollowUp { since, already }
    } else {
        ItemKind::SuggestNoAnswer { since }
    };
    let mut item = item(application, date, kind, today);
    if date <= today {
        item.section = Section::FollowUps;
    }
    Some(item)
}

/// Returns the day the present waiting began: the last thing they had to answer to.
fn waiting_since(application: &Application) -> Option<Date> {
    let staged = application.history.iter().filter_map(|event| match &event.kind {
        EventKind::Stage(Stage::Sent | Stage::Interview | Stage::Own(_)) => Some(event.date),
        EventKind::Stage(_) | EventKind::FollowedUp(_) | EventKind::OfferChanged | EventKind::Remark => None,
    });
    let met = application.interviews.iter().map(|interview| interview.date);
    let sent = application.sent.iter().map(|sent| sent.date);
    staged.chain(met).chain(sent).max()
}

/// Returns the day of the last word between the two.
fn last_sign(application: &Application) -> Option<Date> {
    waiting_since(application)
        .into_iter()
        .chain(application.follow_ups())
        .max()
}

/// Returns the day `days` after `date`; the last day of the calendar when there is none.
fn later(date: Date, days: i32) -> Date {
    date.saturating_add(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::tracking::application::{Means, NextAction};
    use crate::tracking::change::Change;
    use crate::tracking::samples::{TODAY, changed, sent, staged};

    fn kept(name: &str, deadline: Option<Date>, changes: &[Change]) -> Application {
        let mut application = changed(name, changes);
        application.offer.deadline = deadline;
        application
    }

    fn followed(day: Date) -> Change {
        Change::FollowUp {
            date: Some(day),
            means: Means::Email,
        }
    }

    fn to(stage: Stage) -> Change {
        staged(stage, None)
    }

    fn agenda(applications: &[Application]) -> Agenda {
        Agenda::of(applications, &[], FollowUpRules::default(), TODAY)
    }

    fn shown(applications: &[Application]) -> Vec<(Section, String, Date)> {
        agenda(applications)
            .items
            .into_iter()
            .map(|item| (item.section, item.id.to_string(), item.date))
            .collect()
    }

    #[test]
    fn sections_stand_in_order_with_what_is_late_first() {
        let action = |day| Change::Next(Some(NextAction::new(day, "appeler")));
        let applications = [
            kept("later", None, &[action(date(2026, 12, 24))]),
            kept("week", Some(date(2026, 11, 27)), &[]),
            kept("today", None, &[action(TODAY)]),
            kept("late", None, &[action(date(2026, 11, 18))]),
            kept("waiting", None, &[sent(date(2026, 11, 5))]),
        ];
        assert_eq!(
            shown(&applications),
            [
                (Section::Today, "late".to_owned(), date(2026, 11, 18)),
                (Section::Today, "today".to_owned(), TODAY),
                (Section::Week, "week".to_owned(), date(2026, 11, 27)),
                (Section::FollowUps, "waiting".to_owned(), date(2026, 11, 15)),
                (Section::Later, "later".to_owned(), date(2026, 12, 24)),
            ]
        );
        assert_eq!(agenda(&applications).due(TODAY), 3);
        assert_eq!(agenda(&applications).deadlines_this_week(TODAY), 1);
    }

    #[test]
    fn a_deadline_counts_until_the_application_is_sent() {
        let today = Some(TODAY);
        assert_eq!(shown(&[kept("a", today, &[])]).len(), 1);
        let after = agenda(&[kept("a", today, &[sent(TODAY)])]);
        assert_eq!(after.deadlines_this_week(TODAY), 0);
        assert_eq!(shown(&[kept("a", today, &[to(Stage::Withdrawn)])]), []);
    }

    #[test]
    fn a_missed_deadline_is_told_for_a_week_and_is_not_due() {
        let missed = agenda(&[kept("a", Some(date(2026, 11, 13)), &[])]);
        assert_eq!((missed.items.len(), missed.due(TODAY)), (1, 0));
        assert_eq!(missed.deadlines_this_week(TODAY), 0);
        assert_eq!(shown(&[kept("a", Some(date(2026, 11, 12)), &[])]), []);
    }

    #[test]
    fn follow_ups_come_due_a_limited_number_of_times_then_no_answer_is_suggested() {
        let kind = |changes: &[Change]| agenda(&[kept("a", None, changes)]).items[0].clone();
        let first = kind(&[sent(date(2026, 11, 10))]);
        assert_eq!(first.section, Section::FollowUps);
        assert_eq!(
            first.kind,
            ItemKind::FollowUp {
                since: date(2026, 11, 10),
                already: 0
            }
        );

        let not_yet = kind(&[sent(date(2026, 11, 11))]);
        assert_eq!((not_yet.section, not_yet.date), (Section::Week, date(2026, 11, 21)));

        let again = kind(&[sent(date(2026, 10, 20)), followed(date(2026, 10, 30))]);
        assert_eq!(
            again.kind,
            ItemKind::FollowUp {
                since: date(2026, 10, 30),
                already: 1
            }
        );

        let enough = [
            sent(date(2026, 10, 1)),
            followed(date(2026, 10, 11)),
            followed(date(2026, 10, 21)),
        ];
        assert_eq!(
            kind(&enough).kind,
            ItemKind::SuggestNoAnswer {
                since: date(2026, 10, 21)
            }
        );
        let put_away: Vec<Change> = enough.into_iter().chain([to(Stage::NoAnswer)]).collect();
        assert_eq!(shown(&[kept("a", None, &put_away)]), []);
    }

    #[test]
    fn an_interview_ahead_stands_alone_and_after_it_the_waiting_begins_anew() {
        let at = |day| Change::AddInterview(Interview::on(day, Some(time(10, 0, 0, 0))));
        let ahead = agenda(&[kept("a", None, &[sent(date(2026, 10, 1)), at(date(2026, 11, 24))])]);
        assert_eq!(ahead.items.len(), 1);
        assert_eq!(
            (ahead.items[0].section, ahead.items[0].time),
            (Section::Week, Some(time(10, 0, 0, 0)))
        );

        let past = [
            sent(date(2026, 10, 1)),
            followed(date(2026, 10, 11)),
            at(date(2026, 11, 6)),
        ];
        let mut application = kept("a", None, &past);
        for event in &mut application.history {
            event.date = event.date.min(date(2026, 11, 6));
        }
        let item = &agenda(&[application]).items[0];
        assert_eq!(
            item.kind,
            ItemKind::FollowUp {
                since: date(2026, 11, 6),
                already: 0
            }
        );
        assert_eq!(item.section, Section::FollowUps);
    }

    #[test]
    fn an_offer_received_asks_for_an_answer() {
        let item = &agenda(&[kept("a", None, &[to(Stage::Answered(Answer::Offered))])]).items[0];
        assert_eq!(item.kind, ItemKind::AnswerThem { since: TODAY });
        assert_eq!(shown(&[kept("a", None, &[to(Stage::Answered(Answer::Refused))])]), []);
    }

    #[test]
    fn a_corrected_deadline_wins() {
        let corrections = crate::tracking::application::Corrections {
            deadline: Some(date(2026, 11, 25)),
            ..Default::default()
        };
        let application = kept("a", Some(date(2027, 1, 1)), &[Change::Correct(Box::new(corrections))]);
        assert_eq!(
            shown(&[application]),
            [(Section::Week, "a".to_owned(), date(2026, 11, 25))]
        );
    }
}
