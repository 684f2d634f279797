//! Deadlines, follow-ups, next actions and interviews as an iCalendar file (RFC 5545).
//!
//! Written by hand: what is needed is six properties, the escaping of text and the folding of lines, and the crates
//! for it take their identifiers from a random source and their stamps from the clock. The identifiers here depend on
//! the application and the kind of event only, so that importing the file again updates what was imported before.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use crate::locale::{Lang, export as say};
use crate::text::{clean, clean_visibly};
use crate::tracking::agenda::{Agenda, Item, ItemKind};
use crate::tracking::application::Interview;
use crate::tracking::interviews;
use crate::tracking::{Application, Shortlist};

/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// How long an interview takes when nobody says.
const INTERVIEW_HOURS: i64 = 1;

/// Writes the calendar of what lies ahead. `today` stamps the events.
#[must_use]
pub fn calendar(shortlist: &Shortlist, agenda: &Agenda, today: Date, lang: Lang) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//tremplin//shortlist//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("X-WR-CALNAME", say::CALENDAR_NAME.get(lang));
    for item in &agenda.items {
        if let Some(application) = shortlist.get(&item.id) {
            event(&mut out, application, item, today, lang);
        }
    }
    out.line("END:VCALENDAR");
    out.out
}

fn event(out: &mut Lines, application: &Application, item: &Item, today: Date, lang: Lang) {
    let kind = match &item.kind {
        ItemKind::Deadline => "deadline".to_owned(),
        ItemKind::Action(_) => "action".to_owned(),
        ItemKind::FollowUp { .. } => "follow-up".to_owned(),
        ItemKind::Interview(interview) => interview_name(application, interview),
        // Not something with a day of its own: a calendar is no place for suggestions.
        ItemKind::SuggestNoAnswer { .. } | ItemKind::AnswerThem { .. } => return,
    };
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}-{kind}@tremplin", application.id));
    out.line(&format!("DTSTAMP:{}T000000Z", compact(today)));
    when(out, item.date, item.time);
    out.text("SUMMARY", &say::calendar_summary(lang, application, &item.kind));
    out.text("DESCRIPTION", &description(application, item, lang));
    if let ItemKind::Interview(interview) = &item.kind {
        if let Some(place) = &interview.place {
            out.text("LOCATION", place);
        }
        if let Some(link) = interview.link.as_deref().filter(|link| is_link(link)) {
            // A URL is no text: nothing in it is escaped.
            out.line(&format!("URL:{}", clean_visibly(link)));
        }
    } else {
        out.line("TRANSP:TRANSPARENT");
    }
    alarm(out, item, &say::calendar_summary(lang, application, &item.kind));
    out.line("END:VEVENT");
}

/// Names the interview so that moving it moves it in the calendar, and removing another one does not.
fn interview_name(application: &Application, interview: &Interview) -> String {
    let at = application.interviews.iter().position(|known| known == interview);
    let name = interviews::name_of(&application.interviews, at.unwrap_or_default());
    // It stands in a file that anybody may edit, and in a line of the calendar that nothing escapes.
    let safe: String = name
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    format!("interview-{safe}")
}

fn when(out: &mut Lines, date: Date, time: Option<Time>) {
    let Some(time) = time else {
        out.line(&format!("DTSTART;VALUE=DATE:{}", compact(date)));
        out.line(&format!("DTEND;VALUE=DATE:{}", compact(date.saturating_add(1.day()))));
        return;
    };
    // Without a zone: the hour on the clock of the place, which is how it was said.
    let hour = |time: Time| format!("{:02}{:02}00", time.hour(), time.minute());
    let end = date.to_datetime(time).saturating_add(INTERVIEW_HOURS.hours());
    out.line(&format!("DTSTART:{}T{}", compact(date), hour(time)));
    out.line(&format!("DTEND:{}T{}", compact(end.date()), hour(end.time())));
}

fn description(application: &Application, item: &Item, lang: Lang) -> String {
    let mut lines = Vec::new();
    let mut add = |line: &str| {
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    };
    add(application.title());
    add(application.organization());
    add(application.place());
    if let ItemKind::Interview(interview) = &item.kind {
        if !interview.people.is_empty() {
            add(&say::with_people(lang, &interview.people));
        }
        add(interview.link.as_deref().unwrap_or_default());
        add(interview.note.as_deref().unwrap_or_default());
    } else {
        add(application.email().unwrap_or_default());
    }
    lines.join("\n")
}

/// An hour before an interview, at nine the day before a deadline, at nine on the day of anything else.
fn alarm(out: &mut Lines, item: &Item, words: &str) {
    let trigger = match (&item.kind, item.time) {
        (_, Some(_)) => "-PT1H",
        (ItemKind::Deadline | ItemKind::Interview(_), None) => "-PT15H",
        (
            ItemKind::Action(_)
            | ItemKind::FollowUp { .. }
            | ItemKind::SuggestNoAnswer { .. }
            | ItemKind::AnswerThem { .. },
            None,
        ) => "PT9H",
    };
    out.line("BEGIN:VALARM");
    out.line("ACTION:DISPLAY");
    out.line(&format!("TRIGGER:{trigger}"));
    out.text("DESCRIPTION", words);
    out.line("END:VALARM");
}

fn is_link(link: &str) -> bool {
    (link.starts_with("https://") || link.starts_with("http://")) && !link.contains(char::is_whitespace)
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// The text under construction, each line folded.
#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    /// Adds a property whose value is text from elsewhere.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in clean(value).as_str().chars() {
            match letter {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(letter);
                }
                '\n' => line.push_str("\\n"),
                '\r' => {}
                other => line.push(other),
            }
        }
        self.line(&line);
    }

    /// Adds a line, folded: a line that goes on begins with a blank, which counts.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > LINE {
                self.out.push_str("\r\n ");
                used = 1;
            }
            self.out.push(letter);
            used += letter.len_utf8();
        }
        // Writing to a string cannot fail.
        let _ = write!(self.out, "\r\n");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::export::csv::tests::{TODAY, shortlist};
    use crate::tracking::agenda::FollowUpRules;

    fn text(shortlist: &Shortlist, today: Date) -> String {
        let agenda = Agenda::of(shortlist.iter(), &[], FollowUpRules::default(), today);
        calendar(shortlist, &agenda, today, Lang::Fr)
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_every_end_is_crlf() {
        let text = text(&shortlist(), TODAY);
        assert!(text.lines().all(|line| line.len() <= LINE), "{text}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.contains("\r\n "), "nothing was long enough to be folded");
    }

    #[test]
    fn identifiers_depend_on_the_application_alone() {
        let uids = |text: &str| -> Vec<String> {
            let mut uids: Vec<String> = unfolded(text)
                .lines()
                .filter(|line| line.starts_with("UID:"))
                .map(str::to_owned)
                .collect();
            uids.sort();
            uids
        };
        let today = uids(&text(&shortlist(), TODAY));
        assert_eq!(today, uids(&text(&shortlist(), date(2026, 11, 19))));
        assert!(
            today.iter().any(|uid| uid.starts_with("UID:carto-interview-")),
            "{today:?}"
        );
        assert!(today.contains(&"UID:kept-deadline@tremplin".to_owned()), "{today:?}");
        let mut unique = today.clone();
        unique.dedup();
        assert_eq!(unique, today);
    }

    #[test]
    fn an_interview_has_its_hour_and_its_place_and_other_events_are_whole_days() {
        let text = unfolded(&text(&shortlist(), TODAY));
        for line in [
            "DTSTART:20261124T103000",
            "DTEND:20261124T113000",
            "LOCATION:12\\, rue des Cartes\\; Lyon",
            "URL:https://visio.example/x?a=1,2",
            "DTSTART;VALUE=DATE:20261130",
            "DTEND;VALUE=DATE:20261201",
            "TRIGGER:-PT1H",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is missing in\n{text}");
        }
    }

    #[test]
    fn an_interview_before_midnight_ends_the_next_day() {
        let mut out = Lines::default();
        when(&mut out, date(2026, 12, 31), Some(time(23, 30, 0, 0)));
        assert_eq!(out.out, "DTSTART:20261231T233000\r\nDTEND:20270101T003000\r\n");
    }

    #[test]
    fn text_from_elsewhere_cannot_add_a_line() {
        let mut out = Lines::default();
        out.text("SUMMARY", "a\r\nEND:VEVENT\nb\\,;\u{202e}c");
        assert_eq!(out.out, "SUMMARY:a\\nEND:VEVENT\\nb\\\\\\,\\;c\r\n");
    }
}
