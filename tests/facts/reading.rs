//! Reads a text and writes its facts as the tables of this folder do.

use tremplin::offer::{
    self, EmploymentType, Evidence, Fact, FactKind, Facts, Offer, OfferFile, Origin, PayRange, Reading, Start,
};

/// The language that a phrase is set in.
#[derive(Clone, Copy)]
pub enum In {
    Fr,
    En,
}

/// One phrase, the fact it is about, and what must be read: the value and the passage.
pub struct Case {
    pub language: In,
    pub text: &'static str,
    pub fact: FactKind,
    pub value: &'static str,
    pub quote: &'static str,
}

/// A French phrase.
pub const fn fr(fact: FactKind, text: &'static str, value: &'static str, quote: &'static str) -> Case {
    Case {
        language: In::Fr,
        text,
        fact,
        value,
        quote,
    }
}

/// An English phrase.
pub const fn en(fact: FactKind, text: &'static str, value: &'static str, quote: &'static str) -> Case {
    Case {
        language: In::En,
        text,
        fact,
        value,
        quote,
    }
}

/// Sets a phrase in an offer that states nothing of what the tables ask.
pub fn set(language: In, phrase: &str) -> String {
    match language {
        In::Fr => format!(
            "# Responsable de projet\n\nL'association Les Passerelles recrute une personne pour son équipe.\n\n{phrase}\n\n\
             ## Candidater\n\nÉcrivez-nous à l'adresse rh@passerelles.example avec votre CV.\n"
        ),
        In::En => format!(
            "# Project manager\n\nThe charity Footbridges is looking for somebody to join the team.\n\n{phrase}\n\n\
             ## How to apply\n\nPlease write to jobs@footbridges.example with your CV.\n"
        ),
    }
}

/// Reads the one offer of a text.
pub fn read(path: &str, text: &str) -> Offer {
    let file = OfferFile {
        path,
        text,
        modified: None,
    };
    match offer::read(&file) {
        Reading::Offers(offers) => {
            let offer = offers.into_iter().next().expect("at least one offer");
            every_passage_stands_in(text, &offer);
            offer
        }
        Reading::NotAnOffer(not) => panic!("{path} was not taken for an offer ({:?}):\n{text}", not.reason),
    }
}

/// Every fact has a passage that stands word for word in the text, or in the file's name.
fn every_passage_stands_in(text: &str, offer: &Offer) {
    for fact in FactKind::ALL {
        for entry in offer.facts.evidence(fact) {
            let quoted = entry.quote(text).is_some_and(|quote| !quote.is_empty());
            let named = fact == FactKind::DatePosted && entry.origin == Origin::FileName;
            assert!(quoted || named, "{} of {text}: {entry:?}", fact.as_str());
        }
    }
    let facts = &offer.facts;
    let all = facts.contacts.len() + facts.phones.len() + facts.documents.len() + facts.apply_urls.len();
    let proved = facts.contacts.iter().filter(|fact| !fact.evidence.is_empty()).count()
        + facts.phones.iter().filter(|fact| !fact.evidence.is_empty()).count()
        + facts.documents.iter().filter(|fact| !fact.evidence.is_empty()).count()
        + facts.apply_urls.iter().filter(|fact| !fact.evidence.is_empty()).count();
    assert_eq!(proved, all, "{text}");
}

/// Writes a fact as the tables do; empty when it is not stated.
pub fn value(facts: &Facts, fact: FactKind) -> String {
    match fact {
        FactKind::EmploymentTypes => {
            let names: Vec<&str> = facts
                .employment_types
                .iter()
                .map(|kind| kind_name(kind.value))
                .collect();
            names.join(" ")
        }
        FactKind::Duration => one(facts.duration.as_ref(), |d| {
            let months = |tenths: u16| f32::from(tenths) / 10.0;
            let most = d
                .max_tenths
                .map_or_else(|| "…".to_owned(), |most| months(most).to_string());
            format!("{}-{most}", months(d.min_tenths))
        }),
        FactKind::Start => one(facts.start.as_ref(), |start| match start {
            Start::Asap => "asap".to_owned(),
            Start::Month { year, month } => format!("{year}-{month:02}"),
            Start::Day(day) => day.to_string(),
        }),
        FactKind::Deadline => one(facts.deadline.as_ref(), ToString::to_string),
        FactKind::Pay => one(facts.pay.as_ref(), |pay| {
            pay.range.map_or_else(|| pay.text.clone(), figure)
        }),
        FactKind::Place => one(facts.place.as_ref(), Clone::clone),
        FactKind::Remote => one(facts.remote.as_ref(), ToString::to_string),
        FactKind::Level => one(facts.level.as_ref(), Clone::clone),
        FactKind::Language => one(facts.language.as_ref(), |language| {
            format!("{language:?}").to_lowercase()
        }),
        FactKind::DatePosted => one(facts.date_posted.as_ref(), ToString::to_string),
        FactKind::Published => one(facts.published.as_ref(), ToString::to_string),
        FactKind::Title => one(facts.title.as_ref(), Clone::clone),
        FactKind::Organization => one(facts.organization.as_ref(), Clone::clone),
        FactKind::Subject => one(facts.subject.as_ref(), Clone::clone),
        FactKind::Contacts | FactKind::Phones | FactKind::ApplyUrls | FactKind::Documents | FactKind::Tags => {
            panic!("{} has tables of its own", fact.as_str())
        }
    }
}

fn one<T>(fact: Option<&Fact<T>>, write: impl Fn(&T) -> String) -> String {
    fact.map_or_else(String::new, |fact| write(&fact.value))
}

fn figure(range: PayRange) -> String {
    let units = |cents: Option<u64>| cents.map_or_else(|| "…".to_owned(), |cents| (cents as f64 / 100.0).to_string());
    format!(
        "{}-{} {:?}/{:?}",
        units(range.min_cents),
        units(range.max_cents),
        range.currency,
        range.period
    )
}

fn kind_name(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::Internship => "internship",
        EmploymentType::Permanent => "permanent",
        EmploymentType::FixedTerm => "fixed_term",
        EmploymentType::Apprenticeship => "apprenticeship",
        EmploymentType::Freelance => "freelance",
        EmploymentType::Volunteer => "volunteer",
        EmploymentType::CivicService => "civic_service",
        EmploymentType::Phd => "phd",
        EmploymentType::Postdoc => "postdoc",
        EmploymentType::Other => "other",
    }
}

/// Returns the first passage that states a fact.
pub fn quote<'t>(facts: &Facts, fact: FactKind, text: &'t str) -> &'t str {
    facts
        .evidence(fact)
        .first()
        .and_then(|evidence| Evidence::quote(evidence, text))
        .unwrap_or_default()
}

/// Reads every phrase and says all that went wrong at once.
pub fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        let text = set(case.language, case.text);
        let offer = read("offre.md", &text);
        let (got, passage) = (value(&offer.facts, case.fact), quote(&offer.facts, case.fact, &text));
        if got != case.value || passage != case.quote {
            wrong.push(format!(
                "{} of {:?}\n  wanted {:?} from {:?}\n  got    {got:?} from {passage:?}",
                case.fact.as_str(),
                case.text,
                case.value,
                case.quote
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} phrases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
