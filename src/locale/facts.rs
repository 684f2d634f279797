//! The facts of an offer in words: their names and their values.

use jiff::civil::Date;

use super::{Lang, Phrase, dates, say};
use crate::offer::{
    Currency, DocumentKind, Duration, EmploymentType, Inference, PayPeriod, PayRange, Start, State, StateReason,
};

/// A fact that the offer does not state.
pub const NOT_STATED: Phrase = say("non précisé", "not stated");
/// The heading above addresses, subject and documents.
pub const TO_APPLY: Phrase = say("Pour candidater", "To apply");
/// The heading above the other facts.
pub const THE_OFFER: Phrase = say("L’offre", "The offer");
/// Addresses that take applications.
pub const TO: Phrase = say("à", "to");
/// Addresses that get a copy.
pub const CC: Phrase = say("copie à", "copy to");
/// Addresses that answer questions.
pub const INFO: Phrase = say("questions", "questions");
/// The subject demanded.
pub const SUBJECT: Phrase = say("objet", "subject");
/// The documents asked for.
pub const DOCUMENTS: Phrase = say("pièces", "documents");
/// Pages where one applies.
pub const LINK: Phrase = say("en ligne", "online");
/// Telephone numbers.
pub const PHONE: Phrase = say("téléphone", "phone");
/// The organisation.
pub const ORGANIZATION: Phrase = say("organisme", "organisation");
/// The kind of contract.
pub const CONTRACT: Phrase = say("contrat", "contract");
/// How long.
pub const DURATION: Phrase = say("durée", "duration");
/// From when.
pub const START: Phrase = say("début", "start");
/// Last day to apply.
pub const DEADLINE: Phrase = say("date limite", "deadline");
/// What it pays.
pub const PAY: Phrase = say("salaire", "pay");
/// The city.
pub const PLACE: Phrase = say("lieu", "place");
/// Working from elsewhere.
pub const REMOTE: Phrase = say("télétravail", "remote");
/// Diploma or experience.
pub const LEVEL: Phrase = say("niveau", "level");
/// The day it was posted.
pub const POSTED: Phrase = say("publiée", "posted");
/// Tags.
pub const TAGS: Phrase = say("mots-clés", "tags");
/// The state.
pub const STATE: Phrase = say("état", "state");
/// The title.
pub const TITLE: Phrase = say("titre", "title");

/// Returns the name of a kind of contract.
#[must_use]
pub fn employment_type(lang: Lang, kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::Internship => say("stage", "internship"),
        EmploymentType::Permanent => say("CDI", "permanent"),
        EmploymentType::FixedTerm => say("CDD", "fixed term"),
        EmploymentType::Apprenticeship => say("alternance", "apprenticeship"),
        EmploymentType::Freelance => say("freelance", "freelance"),
        EmploymentType::Volunteer => say("bénévolat", "volunteering"),
        EmploymentType::CivicService => say("service civique", "civic service"),
        EmploymentType::Phd => say("doctorat", "PhD"),
        EmploymentType::Postdoc => say("postdoctorat", "postdoc"),
        EmploymentType::Other => say("autre", "other"),
    }
    .get(lang)
}

/// Returns the name of a document.
#[must_use]
pub fn document(lang: Lang, kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Cv => say("CV", "CV"),
        DocumentKind::CoverLetter => say("lettre de motivation", "cover letter"),
        DocumentKind::IntroEmail => say("quelques mots de présentation", "a few words of introduction"),
        DocumentKind::Linkedin => say("profil LinkedIn", "LinkedIn profile"),
        DocumentKind::Github => say("profil GitHub", "GitHub profile"),
        DocumentKind::Portfolio => say("portfolio", "portfolio"),
        DocumentKind::Transcript => say("relevés de notes", "transcripts"),
        DocumentKind::References => say("références", "references"),
        DocumentKind::RecommendationLetters => say("lettres de recommandation", "letters of recommendation"),
        DocumentKind::PublicationList => say("liste de publications", "list of publications"),
        DocumentKind::ResearchStatement => say("projet de recherche", "research statement"),
        DocumentKind::WorkSamples => say("exemples de travaux", "work samples"),
        DocumentKind::Video => say("vidéo", "video"),
    }
    .get(lang)
}

fn months(lang: Lang, tenths: u16) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match (tenth, lang) {
        (0, _) => whole.to_string(),
        (_, Lang::Fr) => format!("{whole},{tenth}"),
        (_, Lang::En) => format!("{whole}.{tenth}"),
    }
}

/// Writes a duration: `3 à 6 mois`, `au moins 3 mois`, `2 ans`; `3 to 6 months`, `at least 3 months`, `2 years`.
#[must_use]
pub fn duration(lang: Lang, duration: Duration) -> String {
    let Duration {
        min_tenths: min,
        max_tenths: max,
    } = duration;
    let least = months(lang, min);
    let unit = |tenths: u16| match lang {
        Lang::Fr => "mois",
        Lang::En if tenths == 10 => "month",
        Lang::En => "months",
    };
    match (lang, max) {
        (Lang::Fr, None) => format!("au moins {least}\u{a0}mois"),
        (Lang::En, None) => format!("at least {least} {}", unit(min)),
        (_, Some(max)) if max == min && min % 120 == 0 && min > 0 => years(lang, min / 120),
        (_, Some(max)) if max == min => format!("{least}\u{a0}{}", unit(min)),
        (Lang::Fr, Some(max)) if min == 0 => format!("jusqu’à {}\u{a0}mois", months(lang, max)),
        (Lang::En, Some(max)) if min == 0 => format!("up to {} {}", months(lang, max), unit(max)),
        (Lang::Fr, Some(max)) => format!("{least} à {}\u{a0}mois", months(lang, max)),
        (Lang::En, Some(max)) => format!("{least} to {} {}", months(lang, max), unit(max)),
    }
}

fn years(lang: Lang, count: u16) -> String {
    match (lang, lang.plural(usize::from(count))) {
        (Lang::Fr, false) => format!("{count}\u{a0}an"),
        (Lang::Fr, true) => format!("{count}\u{a0}ans"),
        (Lang::En, false) => format!("{count} year"),
        (Lang::En, true) => format!("{count} years"),
    }
}

/// Writes a start: `dès que possible`, `mars 2027`, `1er mars 2027`.
#[must_use]
pub fn start(lang: Lang, start: Start) -> String {
    match start {
        Start::Asap => say("dès que possible", "as soon as possible").get(lang).to_owned(),
        Start::Month { year, month } => format!("{} {year}", dates::month(lang, month)),
        Start::Day(day) => dates::full(lang, day),
    }
}

fn amount(lang: Lang, cents: u64) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let digits = (cents / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    match (lang, cents % 100) {
        (_, 0) => grouped,
        (Lang::Fr, rest) => format!("{grouped},{rest:02}"),
        (Lang::En, rest) => format!("{grouped}.{rest:02}"),
    }
}

/// Writes a pay: `42 000 à 52 000 € par an`, `from €1,500 a month`.
#[must_use]
pub fn pay(lang: Lang, pay: PayRange) -> String {
    let symbol = match pay.currency {
        Currency::Eur => "€",
        Currency::Usd => "$",
        Currency::Gbp => "£",
        Currency::Chf => "CHF",
        Currency::Cad => "$CA",
    };
    let period = pay_period(lang, pay.period);
    let money = |cents: u64| amount(lang, cents);
    match (lang, pay.min_cents, pay.max_cents) {
        (_, None, None) => NOT_STATED.get(lang).to_owned(),
        (Lang::Fr, Some(min), Some(max)) if min == max => format!("{}\u{a0}{symbol} {period}", money(min)),
        (Lang::Fr, Some(min), Some(max)) => format!("{} à {}\u{a0}{symbol} {period}", money(min), money(max)),
        (Lang::Fr, Some(min), None) => format!("à partir de {}\u{a0}{symbol} {period}", money(min)),
        (Lang::Fr, None, Some(max)) => format!("jusqu’à {}\u{a0}{symbol} {period}", money(max)),
        (Lang::En, Some(min), Some(max)) if min == max => format!("{symbol}{} {period}", money(min)),
        (Lang::En, Some(min), Some(max)) => format!("{symbol}{} to {symbol}{} {period}", money(min), money(max)),
        (Lang::En, Some(min), None) => format!("from {symbol}{} {period}", money(min)),
        (Lang::En, None, Some(max)) => format!("up to {symbol}{} {period}", money(max)),
    }
    .trim_end()
    .to_owned()
}

fn pay_period(lang: Lang, period: PayPeriod) -> &'static str {
    match period {
        PayPeriod::Hour => say("de l’heure", "an hour"),
        PayPeriod::Day => say("par jour", "a day"),
        PayPeriod::Week => say("par semaine", "a week"),
        PayPeriod::Month => say("par mois", "a month"),
        PayPeriod::Year => say("par an", "a year"),
        PayPeriod::Total => say("en tout", "in all"),
    }
    .get(lang)
}

/// Says whether working from elsewhere is possible.
#[must_use]
pub fn remote(lang: Lang, remote: bool) -> &'static str {
    if remote {
        say("télétravail possible", "remote work possible")
    } else {
        say("sur place", "on site")
    }
    .get(lang)
}

/// Returns the name of a state.
#[must_use]
pub fn state(lang: Lang, state: State) -> &'static str {
    match state {
        State::Open => say("ouverte", "open"),
        State::ClosingSoon => say("clôture proche", "closing soon"),
        State::LikelyClosed => say("sans doute close", "probably closed"),
        State::Closed => say("close", "closed"),
        State::Filled => say("pourvue", "filled"),
        State::Draft => say("brouillon", "draft"),
        State::Upcoming => say("à venir", "upcoming"),
        State::Unknown => say("rien ne le dit", "nothing tells"),
    }
    .get(lang)
}

/// Says why an offer is in its state.
#[must_use]
pub fn state_reason(lang: Lang, reason: StateReason) -> String {
    let full = |day: Date| dates::full(lang, day);
    match (lang, reason) {
        (_, StateReason::Nothing) => String::new(),
        (Lang::Fr, StateReason::Deadline(day)) => format!("clôture le {}", full(day)),
        (Lang::En, StateReason::Deadline(day)) => format!("deadline on {}", full(day)),
        (Lang::Fr, StateReason::Stated) => "l’offre le dit".to_owned(),
        (Lang::En, StateReason::Stated) => "the offer says so".to_owned(),
        (Lang::Fr, StateReason::PostedLongAgo(day) | StateReason::PostedRecently(day)) => {
            format!("publiée le {}", full(day))
        }
        (Lang::En, StateReason::PostedLongAgo(day) | StateReason::PostedRecently(day)) => {
            format!("posted on {}", full(day))
        }
        (Lang::Fr, StateReason::StartPassed(day)) => format!("le début, {}, est passé", month_of(lang, day)),
        (Lang::En, StateReason::StartPassed(day)) => format!("its start, {}, has passed", month_of(lang, day)),
        (Lang::Fr, StateReason::StartAhead(day)) => format!("commence en {}", month_of(lang, day)),
        (Lang::En, StateReason::StartAhead(day)) => format!("starts in {}", month_of(lang, day)),
        (Lang::Fr, StateReason::PostedAhead(day)) => format!("paraît le {}", full(day)),
        (Lang::En, StateReason::PostedAhead(day)) => format!("to be posted on {}", full(day)),
    }
}

fn month_of(lang: Lang, day: Date) -> String {
    format!("{} {}", dates::month(lang, day.month()), day.year())
}

/// Says what was added to a passage to reach the value.
#[must_use]
pub fn inference(lang: Lang, inference: Inference) -> &'static str {
    match inference {
        Inference::YearFromStart => say("année déduite du début", "year inferred from the start"),
        Inference::YearFromPosting => say("année déduite de la publication", "year inferred from the posting"),
        Inference::YearFromFileDate => say(
            "année déduite de la date du fichier",
            "year inferred from the file’s date",
        ),
        Inference::YearFromText => say("année déduite d’une autre date", "year inferred from another date"),
        Inference::FromAddress => say("déduit de l’adresse", "inferred from the address"),
        Inference::FromWords => say("déduit des mots du texte", "inferred from the words of the text"),
    }
    .get(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_as_people_say_them() {
        let of = |min, max| Duration {
            min_tenths: min,
            max_tenths: max,
        };
        assert_eq!(duration(Lang::Fr, of(30, Some(60))), "3 à 6\u{a0}mois");
        assert_eq!(duration(Lang::En, of(30, None)), "at least 3 months");
        assert_eq!(duration(Lang::Fr, of(240, Some(240))), "2\u{a0}ans");
        assert_eq!(duration(Lang::En, of(120, Some(120))), "1 year");
        assert_eq!(duration(Lang::Fr, of(28, Some(28))), "2,8\u{a0}mois");
    }

    #[test]
    fn pay_is_written_with_the_habits_of_the_language() {
        let year = PayRange {
            min_cents: Some(4_200_000),
            max_cents: Some(5_200_000),
            currency: Currency::Eur,
            period: PayPeriod::Year,
        };
        assert_eq!(pay(Lang::Fr, year), "42\u{202f}000 à 52\u{202f}000\u{a0}€ par an");
        assert_eq!(pay(Lang::En, year), "€42,000 to €52,000 a year");
        let hour = PayRange {
            max_cents: Some(435),
            min_cents: Some(435),
            period: PayPeriod::Hour,
            ..year
        };
        assert_eq!(pay(Lang::Fr, hour), "4,35\u{a0}€ de l’heure");
    }
}
