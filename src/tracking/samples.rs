//! Applications for the tests of this folder and of the exports.

use jiff::civil::{Date, date};

use super::application::{Application, Means, OfferRef, Sent, Unknown};
use super::change::{Change, apply};
use super::stage::Stage;
use crate::offer::samples::offers;
use crate::offer::{OfferId, Summary};

/// The day on which the tests run.
pub const TODAY: Date = date(2026, 11, 20);

/// Returns an offer of which only the name is known.
pub fn offer(name: &str) -> OfferRef {
    OfferRef {
        id: OfferId::parse(name).unwrap(),
        source: String::new(),
        path: format!("{name}.md"),
        title: name.to_owned(),
        organization: String::new(),
        place: String::new(),
        employment_types: Vec::new(),
        deadline: None,
        start: None,
        pay: None,
        contacts: Vec::new(),
        subject: None,
        documents: Vec::new(),
        fingerprint: None,
        unknown: Unknown::new(),
    }
}

/// Returns what keeps it.
pub fn keep(offer: OfferRef) -> Change {
    Change::Keep {
        offer: Box::new(offer),
        text: None,
    }
}

/// Returns the application about it, kept on the first of the month.
pub fn application(name: &str) -> Application {
    changed(name, &[])
}

/// Returns it after these changes, made today.
pub fn changed(name: &str, changes: &[Change]) -> Application {
    let first = apply(&keep(offer(name)), None, date(2026, 11, 1)).unwrap();
    changes
        .iter()
        .fold(first, |current, change| apply(change, current, TODAY).unwrap())
        .unwrap()
}

/// Returns the change to a stage, on a day or today.
pub fn staged(stage: Stage, day: Option<Date>) -> Change {
    Change::Stage {
        to: stage,
        date: day,
        by: None,
    }
}

/// Returns what notes a message sent on this day.
pub fn sent(day: Date) -> Change {
    Change::Send(Sent::new(day, Means::Email))
}

/// Returns the row of an offer whose front matter holds these lines.
pub fn row(path: &str, front: &str) -> Summary {
    let text = format!("---\n{front}\ncontract: CDI\n---\n\nEnvoyez votre CV à rh@lab.example.\n");
    Summary::of(&offers(path, &text)[0], 0)
}
