//! Facts that the candidate corrects or adds by hand: which can be, what is understood, and the offer as corrected.
//!
//! A correction wins over what the offer says, wherever it is shown or used; the offer's own fact stays in the file and
//! comes back when the correction is taken away.

use std::borrow::Cow;

use jiff::civil::Date;

use super::application::{Corrections, start_word};
use super::when::{self, Leaning};
use crate::offer::{
    Contact, ContactRole, Duration, Evidence, Fact, Offer, Origin, Pay, Start, address, dates, lengths,
};
use crate::text::{clean, fold};

/// A fact that can be corrected, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Correctable {
    /// Last day to apply.
    Deadline,
    /// The address that takes the applications.
    Email,
    /// The subject to write.
    Subject,
    /// The job.
    Title,
    /// Who offers it.
    Organization,
    /// The city.
    Place,
    /// From when.
    Start,
    /// How long.
    Duration,
    /// What it pays.
    Pay,
    /// Diploma or experience asked.
    Level,
}

impl Correctable {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Deadline,
        Self::Email,
        Self::Subject,
        Self::Title,
        Self::Organization,
        Self::Place,
        Self::Start,
        Self::Duration,
        Self::Pay,
        Self::Level,
    ];

    /// Understands what was typed and returns it as it is kept: a date as `YYYY-MM-DD`, a month as `YYYY-MM`.
    ///
    /// Returns `None` when it cannot be this fact.
    #[must_use]
    pub fn understand(self, typed: &str, today: Date) -> Option<String> {
        let typed = clean(typed).one_line();
        let typed = typed.as_str().trim();
        if typed.is_empty() {
            return None;
        }
        let kept = || typed.to_owned();
        match self {
            Self::Deadline => when::day(typed, today, Leaning::Future).map(|day| day.to_string()),
            Self::Start => start(typed, today).map(start_word),
            Self::Duration => duration(typed).map(|_| kept()),
            Self::Email => address::is_address(typed).then(kept),
            Self::Subject | Self::Title | Self::Organization | Self::Place | Self::Pay | Self::Level => Some(kept()),
        }
    }

    /// Returns what the offer says of this fact, as it could be typed; empty when it says nothing.
    #[must_use]
    pub fn stated(self, offer: &Offer) -> String {
        let facts = &offer.facts;
        let text = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        let value = match self {
            Self::Deadline => facts.deadline.as_ref().map(|fact| fact.value.to_string()),
            Self::Email => facts.contacts.first().map(|fact| fact.value.email.clone()),
            Self::Subject => text(&facts.subject),
            Self::Title => text(&facts.title),
            Self::Organization => text(&facts.organization),
            Self::Place => text(&facts.place),
            Self::Start => facts.start.as_ref().map(|fact| start_word(fact.value)),
            Self::Duration => facts.duration.as_ref().map(|fact| duration_word(fact.value)),
            Self::Pay => facts.pay.as_ref().map(|fact| fact.value.text.clone()),
            Self::Level => text(&facts.level),
        };
        clean(&value.unwrap_or_default()).one_line().into_string()
    }
}

impl Corrections {
    /// Returns the correction of a fact, as it could be typed.
    #[must_use]
    pub fn text(&self, fact: Correctable) -> Option<String> {
        match fact {
            Correctable::Deadline => self.deadline.map(|day| day.to_string()),
            Correctable::Email => self.email.clone(),
            Correctable::Subject => self.subject.clone(),
            Correctable::Title => self.title.clone(),
            Correctable::Organization => self.organization.clone(),
            Correctable::Place => self.place.clone(),
            Correctable::Start => self.start.clone(),
            Correctable::Duration => self.duration.clone(),
            Correctable::Pay => self.pay.clone(),
            Correctable::Level => self.level.clone(),
        }
    }

    /// Sets the correction of a fact to what [`Correctable::understand`] returned; `None` takes it away.
    pub fn set(&mut self, fact: Correctable, kept: Option<String>) {
        match fact {
            Correctable::Deadline => self.deadline = kept.and_then(|day| day.parse().ok()),
            Correctable::Email => self.email = kept,
            Correctable::Subject => self.subject = kept,
            Correctable::Title => self.title = kept,
            Correctable::Organization => self.organization = kept,
            Correctable::Place => self.place = kept,
            Correctable::Start => self.start = kept,
            Correctable::Duration => self.duration = kept,
            Correctable::Pay => self.pay = kept,
            Correctable::Level => self.level = kept,
        }
    }
}

/// Returns an offer as the candidate corrected it; a correction that cannot be understood is left out.
///
/// The file may have been edited by hand, so every text is judged again.
#[must_use]
pub fn corrected<'o>(offer: &'o Offer, corrections: &Corrections, today: Date) -> Cow<'o, Offer> {
    if corrections.is_empty() {
        return Cow::Borrowed(offer);
    }
    let mut offer = offer.clone();
    for fact in Correctable::ALL {
        let kept = corrections.text(fact).and_then(|text| fact.understand(&text, today));
        if let Some(text) = kept {
            replace(&mut offer, fact, text, today);
        }
    }
    Cow::Owned(offer)
}

fn replace(offer: &mut Offer, fact: Correctable, text: String, today: Date) {
    let facts = &mut offer.facts;
    match fact {
        Correctable::Deadline => facts.deadline = text.parse().ok().map(by_hand),
        Correctable::Email => {
            facts
                .contacts
                .retain(|contact| contact.value.email != text && contact.value.role != ContactRole::To);
            let contact = Contact {
                email: text,
                role: ContactRole::To,
                name: None,
            };
            facts.contacts.insert(0, by_hand(contact));
        }
        Correctable::Subject => facts.subject = Some(by_hand(text)),
        Correctable::Title => facts.title = Some(by_hand(text)),
        Correctable::Organization => facts.organization = Some(by_hand(text)),
        Correctable::Place => facts.place = Some(by_hand(text)),
        Correctable::Start => facts.start = start(&text, today).map(by_hand),
        Correctable::Duration => facts.duration = duration(&text).map(by_hand),
        Correctable::Pay => facts.pay = Some(by_hand(Pay { text, range: None })),
        Correctable::Level => facts.level = Some(by_hand(text)),
    }
}

fn by_hand<T>(value: T) -> Fact<T> {
    let evidence = vec![Evidence {
        origin: Origin::Candidate,
        inferred: None,
    }];
    Fact { value, evidence }
}

/// Reads `dès que possible`, `2027-01`, `janvier 2027` or a day.
fn start(typed: &str, today: Date) -> Option<Start> {
    let folded = fold(typed).text;
    if ["asap", "des que possible", "as soon as possible", "immediat"]
        .iter()
        .any(|words| folded.starts_with(words))
    {
        return Some(Start::Asap);
    }
    if let Some((year, month)) = folded.split_once('-')
        && let (Ok(year), Ok(month)) = (year.parse(), month.parse())
        && Date::new(year, month, 1).is_ok()
    {
        return Some(Start::Month { year, month });
    }
    if let Some(day) = when::day(typed, today, Leaning::Future) {
        return Some(Start::Day(day));
    }
    let written = dates::all(&folded).into_iter().next()?.first;
    let (year, month) = (written.year?, written.month);
    Some(match written.date() {
        Some(day) => Start::Day(day),
        None => Start::Month { year, month },
    })
}

/// Reads a length as offers write it, or bare months: `4-6`.
fn duration(typed: &str) -> Option<Duration> {
    let read = |text: &str| {
        lengths::all(&fold(text).text)
            .into_iter()
            .next()
            .map(|length| length.value)
    };
    read(typed).or_else(|| {
        let bare = typed
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"-, ".contains(&byte));
        bare.then(|| read(&format!("{typed} mois")))?
    })
}

fn duration_word(duration: Duration) -> String {
    let months = |tenths: u16| match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    };
    match duration.max_tenths {
        Some(max) if max == duration.min_tenths => months(max),
        Some(max) if duration.min_tenths == 0 => format!("jusqu’à {} mois", months(max)),
        Some(max) => format!("{}-{}", months(duration.min_tenths), months(max)),
        None => format!("{} mois minimum", months(duration.min_tenths)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::offer::{OfferFile, Reading, read};

    const TODAY: Date = date(2026, 11, 20);

    fn offer() -> Offer {
        let text = "# Stage : inventaire des sources\n\nDurée : 3 mois\n\nEnvoyez votre CV à rh@moulin.example.\n";
        let file = OfferFile {
            path: "a.md",
            text,
            modified: None,
        };
        match read(&file) {
            Reading::Offers(mut offers) => offers.remove(0),
            Reading::NotAnOffer(other) => panic!("{other:?}"),
        }
    }

    fn with(fact: Correctable, typed: &str) -> Offer {
        let mut corrections = Corrections::default();
        corrections.set(fact, fact.understand(typed, TODAY));
        corrected(&offer(), &corrections, TODAY).into_owned()
    }

    #[test]
    fn nothing_corrected_changes_nothing() {
        assert_eq!(*corrected(&offer(), &Corrections::default(), TODAY), offer());
    }

    #[test]
    fn a_corrected_fact_says_that_it_is_the_candidates() {
        let deadline = with(Correctable::Deadline, "5 décembre").facts.deadline.unwrap();
        assert_eq!(deadline.value, date(2026, 12, 5));
        assert_eq!(deadline.evidence[0].origin, Origin::Candidate);
    }

    #[test]
    fn dates_months_and_lengths_are_understood_as_people_type_them() {
        let start = |typed| with(Correctable::Start, typed).facts.start.map(|fact| fact.value);
        assert_eq!(start("dès que possible"), Some(Start::Asap));
        assert_eq!(start("2027-02"), Some(Start::Month { year: 2027, month: 2 }));
        assert_eq!(start("février 2027"), Some(Start::Month { year: 2027, month: 2 }));
        assert_eq!(start("1er mars 2027"), Some(Start::Day(date(2027, 3, 1))));
        let length = |typed| with(Correctable::Duration, typed).facts.duration.map(|fact| fact.value);
        let months = |min, max| {
            Some(Duration {
                min_tenths: min,
                max_tenths: Some(max),
            })
        };
        assert_eq!(length("4 à 6 mois"), months(40, 60));
        assert_eq!(length("4-6"), months(40, 60));
        assert_eq!(length("2"), months(20, 20));
    }

    #[test]
    fn what_cannot_be_the_fact_is_not_taken() {
        for (fact, typed) in [
            (Correctable::Deadline, "on verra"),
            (Correctable::Email, "$(id)@b.example"),
            (Correctable::Email, "pas une adresse"),
            (Correctable::Duration, "longtemps"),
            (Correctable::Start, "bientôt"),
            (Correctable::Title, "  "),
        ] {
            assert_eq!(fact.understand(typed, TODAY), None, "{fact:?} {typed}");
        }
    }

    #[test]
    fn a_corrected_address_takes_the_applications_alone() {
        let offer = with(Correctable::Email, "stages@moulin.example");
        let to: Vec<_> = offer
            .facts
            .contacts
            .iter()
            .map(|contact| contact.value.email.as_str())
            .collect();
        assert_eq!(to, ["stages@moulin.example"]);
    }

    #[test]
    fn what_the_offer_states_can_be_taken_as_typed() {
        let offer = offer();
        for fact in Correctable::ALL {
            let stated = fact.stated(&offer);
            if !stated.is_empty() {
                assert!(fact.understand(&stated, TODAY).is_some(), "{fact:?} {stated}");
            }
        }
    }
}
