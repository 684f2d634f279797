//! The sentences of the kept offers, the board and the agenda.

use jiff::civil::Date;

use super::{Lang, Phrase, dates, say};
use crate::text::clean;
use crate::tracking::Application;
use crate::tracking::agenda::{Item, ItemKind, Section};
use crate::tracking::application::DocumentName;
use crate::tracking::compare::Difference;
use crate::tracking::stats::Numbers;
use crate::tracking::when::Moment;

/// The tab of the kept offers.
pub const KEPT: Phrase = say("Retenues", "Kept");
/// The tab of the board.
pub const BOARD: Phrase = say("Tableau", "Board");
/// The tab of the agenda.
pub const AGENDA: Phrase = say("Agenda", "Agenda");
/// Nothing is kept.
pub const NOTHING_KEPT: Phrase = say(
    "Rien de retenu. Dans la vue Offres, Espace sur une offre la garde ici.",
    "Nothing kept. In the Offers view, Space on an offer keeps it here.",
);
/// Nothing is planned.
pub const NOTHING_PLANNED: Phrase = say(
    "Rien à faire. Les dates limites des offres retenues, les rappels, les entretiens et les relances viennent ici.",
    "Nothing to do. Deadlines of kept offers, reminders, interviews and follow-ups come here.",
);
/// The column of the board has no card.
pub const NO_CARD: Phrase = say("Pas de carte ici", "No card here");
/// A card is moved to the answers.
pub const WHICH_ANSWER: Phrase = say("Quelle réponse\u{202f}?", "Which answer?");
/// A deadline of the agenda is done.
pub const AFTER_DEADLINE: Phrase = say("Date limite\u{a0}: c’est envoyé\u{202f}?", "Deadline: was it sent?");
/// An interview of the agenda is done.
pub const AFTER_INTERVIEW: Phrase = say("Entretien\u{a0}: et ensuite\u{202f}?", "Interview: what came of it?");
/// An offer of the agenda that waits for an answer is done.
pub const ANSWER_TO_THEM: Phrase = say("Votre réponse à leur offre\u{202f}?", "Your answer to their offer?");
/// What was typed is no date.
pub const NO_DATE: Phrase = say(
    "Pas compris\u{a0}: essayez demain, +3j, vendredi, 13/06 ou 13 juin",
    "Not understood: try tomorrow, +3d, Friday, 13/06 or 13 June",
);
/// In an empty date box.
pub const DATE_HINT: Phrase = say(
    "demain, +3j, vendredi 10h, 13 juin…",
    "tomorrow, +3d, Friday 10:00, 13 June…",
);
/// The title of the box for a date.
#[must_use]
pub fn date_title(lang: Lang, title: &str) -> String {
    let date = say("Date", "Date").get(lang);
    format!("{date} · {title}")
}

/// The title of the numbers.
pub const NUMBERS: Phrase = say("En chiffres", "In numbers");
/// The offer's text is no longer the one that was kept.
pub const CHANGED: Phrase = say(
    "L’offre a changé depuis que vous l’avez retenue",
    "The offer changed since you kept it",
);
/// How to take note of a change.
pub const CHANGED_HOW: Phrase = say(
    "R prendre note de la nouvelle version",
    "R take note of the new version",
);
/// The offer did not change.
pub const NOT_CHANGED: Phrase = say(
    "L’offre n’a pas changé depuis que vous l’avez retenue",
    "The offer has not changed since you kept it",
);
/// The text of an offer that is gone cannot be read.
pub const NO_TEXT_KEPT: Phrase = say(
    "L’offre a disparu et son texte n’a pas été gardé.",
    "The offer is gone and its text was not kept.",
);
/// Only the wording changed.
pub const WORDING: Phrase = say("le texte", "the wording");

/// Says how many lines that changed are not shown.
#[must_use]
pub fn lines_more(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => format!("… et {count} autre ligne"),
        (Lang::Fr, true) => format!("… et {count} autres lignes"),
        (Lang::En, false) => format!("… and {count} more line"),
        (Lang::En, true) => format!("… and {count} more lines"),
    }
}

/// The kinds of dates, in the order of the key that changes them.
#[must_use]
pub fn date_kind(lang: Lang, kind: DateWord) -> &'static str {
    let phrase = match kind {
        DateWord::Reminder => say("Rappel", "Reminder"),
        DateWord::Interview => say("Entretien", "Interview"),
        DateWord::Deadline => say("Date limite", "Deadline"),
        DateWord::Sent => say("Envoyée le", "Sent on"),
    };
    phrase.get(lang)
}

/// A kind of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateWord {
    /// Something to do.
    Reminder,
    /// An interview.
    Interview,
    /// The last day to apply, corrected.
    Deadline,
    /// The day it was sent.
    Sent,
}

impl DateWord {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Reminder, Self::Interview, Self::Deadline, Self::Sent];
}

/// The title of a part of the agenda.
#[must_use]
pub const fn section(lang: Lang, section: Section) -> &'static str {
    let phrase = match section {
        Section::Today => say("Aujourd’hui", "Today"),
        Section::Week => say("Cette semaine", "This week"),
        Section::FollowUps => say("Relances", "Follow-ups"),
        Section::Later => say("Plus tard", "Later"),
    };
    phrase.get(lang)
}

/// What an item of the agenda is.
#[must_use]
pub fn item(lang: Lang, item: &Item, today: Date) -> String {
    let phrase = match &item.kind {
        ItemKind::Deadline => say("date limite", "deadline"),
        ItemKind::Interview(_) => say("entretien", "interview"),
        ItemKind::Action(what) if what.is_empty() => say("rappel", "reminder"),
        ItemKind::Action(what) => return what.clone(),
        ItemKind::FollowUp { .. } if item.date > today => say("relance", "follow-up"),
        ItemKind::FollowUp { since, .. } => return follow_up(lang, dates::days_until(today, *since)),
        ItemKind::SuggestNoAnswer { since } => return no_answer(lang, dates::days_until(today, *since)),
        ItemKind::AnswerThem { .. } => say("leur répondre", "answer them"),
    };
    phrase.get(lang).to_owned()
}

/// A follow-up is due.
#[must_use]
pub fn follow_up(lang: Lang, days: i32) -> String {
    match lang {
        Lang::Fr => format!("relancer ({days}\u{a0}j)"),
        Lang::En => format!("follow up ({days}d)"),
    }
}

fn no_answer(lang: Lang, days: i32) -> String {
    match lang {
        Lang::Fr => format!("sans réponse\u{202f}? ({days}\u{a0}j)"),
        Lang::En => format!("no answer? ({days}d)"),
    }
}

/// How long ago.
#[must_use]
pub fn ago(lang: Lang, days: i32) -> String {
    match (lang, days) {
        (Lang::Fr, 0) => "aujourd’hui".to_owned(),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Fr, _) => format!("il y a {days}\u{a0}j"),
        (Lang::En, _) => format!("{days}d ago"),
    }
}

/// The alert of the header.
#[must_use]
pub fn deadlines_this_week(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => format!("⚑ {count} clôture cette semaine"),
        (Lang::Fr, true) => format!("⚑ {count} clôtures cette semaine"),
        (Lang::En, false) => format!("⚑ {count} deadline this week"),
        (Lang::En, true) => format!("⚑ {count} deadlines this week"),
    }
}

/// Several offers, by their number.
#[must_use]
pub fn several(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Fr => format!("{count} offres"),
        Lang::En => format!("{count} offers"),
    }
}

/// How many offers are marked.
#[must_use]
pub fn marked(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => format!("{count} cochée"),
        (Lang::Fr, true) => format!("{count} cochées"),
        (Lang::En, _) => format!("{count} marked"),
    }
}

/// The candidate asked for news.
#[must_use]
pub fn followed_up(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Relancée aujourd’hui\u{a0}: {title}"),
        Lang::En => format!("Followed up today: {title}"),
    }
}

/// What was planned is done.
#[must_use]
pub fn action_done(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Fait\u{a0}: {title}"),
        Lang::En => format!("Done: {title}"),
    }
}

/// There is no reminder any more.
#[must_use]
pub fn reminder_gone(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Plus de rappel\u{a0}: {title}"),
        Lang::En => format!("No reminder any more: {title}"),
    }
}

/// A date was set.
#[must_use]
pub fn dated(lang: Lang, kind: DateWord, moment: Moment, today: Date, title: &str) -> String {
    let day = dates::short_with_weekday(lang, moment.date, today);
    let hour = moment
        .time
        .map(|time| format!(" {}", hour(lang, time)))
        .unwrap_or_default();
    let word = date_kind(lang, kind);
    match lang {
        Lang::Fr => format!("{word} {day}{hour}\u{a0}: {title}"),
        Lang::En => format!("{word} {day}{hour}: {title}"),
    }
}

/// A date with what it is for: `Rappel ven. 27 nov.`.
#[must_use]
pub fn dated_word(lang: Lang, kind: DateWord, date: Date, today: Date) -> String {
    format!(
        "{} {}",
        date_kind(lang, kind),
        dates::short_with_weekday(lang, date, today)
    )
}

/// An hour: `10 h`, `10 h 30`, `10:30`.
#[must_use]
pub fn hour(lang: Lang, time: jiff::civil::Time) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, minute) => format!("{:02}:{minute:02}", time.hour()),
    }
}

/// The order of the kept offers.
#[must_use]
pub fn sorted(lang: Lang, sort: KeptOrder) -> &'static str {
    let phrase = match sort {
        KeptOrder::Agenda => say("Tri\u{a0}: le plus urgent d’abord", "Sorted: most urgent first"),
        KeptOrder::Stage => say("Tri\u{a0}: statut", "Sorted by stage"),
        KeptOrder::Organization => say("Tri\u{a0}: organisme", "Sorted by organisation"),
        KeptOrder::Recent => say("Tri\u{a0}: dernier changement", "Sorted by last change"),
    };
    phrase.get(lang)
}

/// An order of the kept offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeptOrder {
    /// What must be done first, first.
    #[default]
    Agenda,
    /// By step, the farthest first.
    Stage,
    /// By who offers it.
    Organization,
    /// The latest change first.
    Recent,
}

/// The numbers in one sentence; rates only when there are enough cases.
#[must_use]
pub fn numbers(lang: Lang, numbers: &Numbers) -> String {
    let with_rate = |count: usize, word: &str| match numbers.percent(count) {
        Some(percent) if count > 0 => match lang {
            Lang::Fr => format!("{count} {word} ({percent}\u{a0}%)"),
            Lang::En => format!("{count} {word} ({percent}%)"),
        },
        _ => format!("{count} {word}"),
    };
    let many = |count: usize, fr: [&'static str; 2], en: [&'static str; 2]| {
        let words = match lang {
            Lang::Fr => fr,
            Lang::En => en,
        };
        words[usize::from(lang.plural(count))]
    };
    let mut parts = vec![
        format!(
            "{} {}",
            numbers.sent,
            many(numbers.sent, ["envoyée", "envoyées"], ["sent", "sent"])
        ),
        with_rate(
            numbers.answered,
            many(numbers.answered, ["réponse", "réponses"], ["answer", "answers"]),
        ),
        with_rate(
            numbers.interviews,
            many(
                numbers.interviews,
                ["entretien", "entretiens"],
                ["interview", "interviews"],
            ),
        ),
    ];
    if numbers.offered > 0 {
        parts.push(format!(
            "{} {}",
            numbers.offered,
            many(numbers.offered, ["proposition", "propositions"], ["offer", "offers"])
        ));
    }
    if let Some(days) = numbers.median_days {
        let days = usize::try_from(days).unwrap_or(usize::MAX);
        parts.push(match lang {
            Lang::Fr => format!(
                "réponse en {days}\u{a0}{} (médiane)",
                many(days, ["jour", "jours"], ["", ""])
            ),
            Lang::En => format!("answer in {days} {} (median)", many(days, ["", ""], ["day", "days"])),
        });
    }
    parts.join(" · ")
}

/// A month of the numbers.
#[must_use]
pub fn month(lang: Lang, first: Date) -> String {
    format!("{} {}", dates::month_short(lang, first.month()), first.year())
}

/// Already applied to the same organisation.
#[must_use]
pub fn already_applied(lang: Lang, application: &Application, day: &str) -> String {
    match lang {
        Lang::Fr => format!(
            "Candidature déjà envoyée à {} le {day}\u{a0}: {}",
            application.organization(),
            application.title()
        ),
        Lang::En => format!(
            "Already applied to {} on {day}: {}",
            application.organization(),
            application.title()
        ),
    }
}

/// The same offer is likely published elsewhere too.
#[must_use]
pub fn twins(lang: Lang, places: &[String], more: usize) -> String {
    let places = places.join(", ");
    match (lang, more) {
        (Lang::Fr, 0) => format!("Sans doute la même offre\u{a0}: {places}"),
        (Lang::Fr, _) => format!("Sans doute la même offre\u{a0}: {places}… et {more} de plus"),
        (Lang::En, 0) => format!("Likely the same offer: {places}"),
        (Lang::En, _) => format!("Likely the same offer: {places}… and {more} more"),
    }
}

/// What changed in an offer.
#[must_use]
pub fn difference(lang: Lang, difference: &Difference) -> String {
    let nothing = super::facts::NOT_STATED.get(lang);
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| nothing.to_owned());
    let moved = |label: Phrase, was: String, now: String| match lang {
        Lang::Fr => format!("{}\u{a0}: {was} → {now}", label.fr),
        Lang::En => format!("{}: {was} → {now}", label.en),
    };
    match difference {
        Difference::Deadline(change) => {
            let day = |date: Option<Date>| date.map_or_else(|| nothing.to_owned(), |date| dates::full(lang, date));
            moved(say("date limite", "deadline"), day(change.was), day(change.now))
        }
        Difference::Published(change) => {
            let word = |open: Option<bool>| {
                match open {
                    Some(true) => say("ouverte", "open"),
                    Some(false) => say("close", "closed"),
                    None => super::facts::NOT_STATED,
                }
                .get(lang)
                .to_owned()
            };
            moved(say("publication", "publication"), word(change.was), word(change.now))
        }
        Difference::Addresses { gone, new } => moved(say("adresse", "address"), gone.join(", "), new.join(", ")),
        Difference::Documents { gone, new } => {
            let names = |kinds: &[crate::offer::DocumentKind]| {
                kinds
                    .iter()
                    .map(|kind| super::facts::document(lang, *kind))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            moved(say("pièces", "documents"), names(gone), names(new))
        }
        Difference::Subject(change) => moved(say("objet", "subject"), text(&change.was), text(&change.now)),
        Difference::Title(change) => moved(say("titre", "title"), text(&change.was), text(&change.now)),
        Difference::Organization(change) => {
            moved(say("organisme", "organisation"), text(&change.was), text(&change.now))
        }
        Difference::Place(change) => moved(say("lieu", "place"), text(&change.was), text(&change.now)),
        Difference::Start(change) => moved(say("début", "start"), text(&change.was), text(&change.now)),
        Difference::Pay(change) => moved(say("salaire", "pay"), text(&change.was), text(&change.now)),
    }
}

/// The new version was taken note of.
#[must_use]
pub fn refreshed(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Nouvelle version retenue\u{a0}: {title}"),
        Lang::En => format!("New version kept: {title}"),
    }
}

/// The title of the checklist of documents.
#[must_use]
pub fn checklist_title(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Pièces · {title}"),
        Lang::En => format!("Documents · {title}"),
    }
}

/// The name of a document.
#[must_use]
pub fn document_name(lang: Lang, name: &DocumentName) -> String {
    match name {
        DocumentName::Known(kind) => super::facts::document(lang, *kind).to_owned(),
        DocumentName::Other(name) => clean(name).one_line().into_string(),
    }
}

/// A document was ticked, or no longer is.
#[must_use]
pub fn ticked(lang: Lang, name: &DocumentName, ready: bool, title: &str) -> String {
    let name = document_name(lang, name);
    match (lang, ready) {
        (Lang::Fr, true) => format!("✓ {name}\u{a0}: {title}"),
        (Lang::Fr, false) => format!("○ {name}\u{a0}: {title}"),
        (Lang::En, true) => format!("✓ {name}: {title}"),
        (Lang::En, false) => format!("○ {name}: {title}"),
    }
}
