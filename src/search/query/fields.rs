//! The names of the fields and of their fixed values, in French and in English. All of them folded.

use crate::locale::Lang;
use crate::offer::EmploymentType;
use crate::search::Sort;
use crate::text::Language;
use crate::tracking::stage::Step;

/// A field of the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Who offers it.
    Organization,
    /// Where.
    Place,
    /// The kind of contract.
    Kind,
    /// A tag of the front matter.
    Tag,
    /// The title alone.
    Title,
    /// How far the application came.
    Stage,
    /// The deadline: until this day, or within this month.
    Deadline,
    /// A deadline on this day or earlier.
    Before,
    /// A deadline on this day or later.
    After,
    /// The day it was posted: since this day, or within this month.
    Posted,
    /// The start of the work.
    Start,
    /// How long.
    Duration,
    /// What it pays.
    Pay,
    /// Whether remote work is possible.
    Remote,
    /// The language of the text.
    Lang,
    /// A state: new, open, kept, …
    Is,
    /// What must be stated.
    Has,
    /// The order of the list.
    Sort,
}

impl Field {
    /// Every field, in the order of the help and of the completion.
    pub const ALL: [Self; 18] = [
        Self::Kind,
        Self::Place,
        Self::Organization,
        Self::Tag,
        Self::Deadline,
        Self::Before,
        Self::After,
        Self::Duration,
        Self::Pay,
        Self::Remote,
        Self::Is,
        Self::Has,
        Self::Stage,
        Self::Start,
        Self::Posted,
        Self::Title,
        Self::Lang,
        Self::Sort,
    ];

    /// Returns the names, folded: the French one first, then the English one, then the others.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Organization => &[
                "structure",
                "org",
                "organisation",
                "organization",
                "employeur",
                "employer",
                "entreprise",
                "company",
            ],
            Self::Place => &["lieu", "place", "ville", "city", "location"],
            Self::Kind => &["type", "kind", "contrat", "contract"],
            Self::Tag => &["tag", "tag", "tags", "etiquette"],
            Self::Title => &["titre", "title", "poste", "job"],
            Self::Stage => &["statut", "stage", "status", "etape"],
            Self::Deadline => &["limite", "deadline", "echeance", "cloture"],
            Self::Before => &["avant", "before"],
            Self::After => &["apres", "after"],
            Self::Posted => &["publiee", "posted", "publie", "depuis", "since"],
            Self::Start => &["debut", "start", "rentree"],
            Self::Duration => &["duree", "duration"],
            Self::Pay => &["salaire", "pay", "remuneration", "salary"],
            Self::Remote => &["teletravail", "remote"],
            Self::Lang => &["langue", "lang", "language"],
            Self::Is => &["est", "is"],
            Self::Has => &["avec", "has"],
            Self::Sort => &["tri", "sort", "trier"],
        }
    }

    /// Returns the name to write in a language.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        in_language(self.names(), lang)
    }

    /// Returns the field of this name, folded.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.names().contains(&name))
    }
}

/// Returns a French or English name as a person writes it: `duree` is `durée`. Folding takes it back.
#[must_use]
pub fn spelled(name: &'static str) -> &'static str {
    match name {
        "apres" => "après",
        "duree" => "durée",
        "debut" => "début",
        "teletravail" => "télétravail",
        "publiee" => "publiée",
        "these" => "thèse",
        "benevolat" => "bénévolat",
        "reperee" => "repérée",
        "envoyee" => "envoyée",
        "reponse" => "réponse",
        "masquee" => "masquée",
        other => other,
    }
}

/// What `is:` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Is {
    /// Not there at the last visit.
    New,
    /// Not known to be over.
    Open,
    /// Over: closed, filled, or its deadline has passed.
    Closed,
    /// In the shortlist.
    Kept,
    /// Hidden by the candidate.
    Hidden,
    /// Never opened.
    Unread,
    /// Not published yet.
    Draft,
}

/// What `has:` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Has {
    /// A deadline.
    Deadline,
    /// An address to write to.
    Email,
    /// A pay.
    Pay,
    /// A place.
    Place,
    /// A duration.
    Duration,
    /// A start.
    Start,
    /// An organisation.
    Organization,
    /// A tag.
    Tag,
    /// A kind of contract.
    Kind,
    /// A warning.
    Warning,
}

/// A value and its names: French first, then English, then others.
pub type Names<T> = &'static [(T, &'static [&'static str])];

/// Returns the name of a value to write in a language.
#[must_use]
pub fn in_language(names: &[&'static str], lang: Lang) -> &'static str {
    let place = match lang {
        Lang::Fr => 0,
        Lang::En => 1,
    };
    names.get(place).or(names.first()).map_or("", |name| spelled(name))
}

/// The kinds of contract. The index gives these words to the offers of the kind.
pub const KINDS: Names<EmploymentType> = &[
    (
        EmploymentType::Internship,
        &["stage", "internship", "intern", "stagiaire"],
    ),
    (
        EmploymentType::Permanent,
        &["cdi", "permanent", "titulaire", "open-ended"],
    ),
    (
        EmploymentType::FixedTerm,
        &["cdd", "fixed-term", "contractuel", "temporary"],
    ),
    (
        EmploymentType::Apprenticeship,
        &["alternance", "apprenticeship", "apprentissage", "apprenti"],
    ),
    (
        EmploymentType::Freelance,
        &["freelance", "freelance", "independant", "prestation", "contractor"],
    ),
    (
        EmploymentType::Volunteer,
        &["benevolat", "volunteer", "benevole", "volunteering", "volontariat"],
    ),
    (
        EmploymentType::CivicService,
        &["service-civique", "civic-service", "civic", "civique"],
    ),
    (EmploymentType::Phd, &["these", "phd", "doctorat", "doctoral"]),
    (
        EmploymentType::Postdoc,
        &["postdoc", "postdoc", "post-doc", "postdoctorat", "post-doctorat"],
    ),
    (EmploymentType::Other, &["autre", "other"]),
];

/// The steps of an application.
pub const STAGES: Names<Step> = &[
    (Step::Spotted, &["reperee", "spotted", "repere"]),
    (Step::Kept, &["retenue", "kept", "retenu", "gardee"]),
    (Step::Sent, &["envoyee", "sent", "envoye", "candidate", "applied"]),
    (Step::Interview, &["entretien", "interview"]),
    (Step::Answered, &["reponse", "answered", "repondue", "answer"]),
];

/// The languages of a text.
pub const LANGUAGES: Names<Language> = &[
    (Language::Fr, &["fr", "fr", "francais", "french"]),
    (Language::En, &["en", "en", "anglais", "english"]),
    (Language::De, &["de", "de", "allemand", "german"]),
];

/// Yes and no.
pub const ANSWERS: Names<bool> = &[
    (true, &["oui", "yes", "o", "y", "true", "1", "possible", "partiel"]),
    (false, &["non", "no", "n", "false", "0", "sur-site", "onsite"]),
];

/// What `is:` understands.
pub const STATES: Names<Is> = &[
    (Is::New, &["nouvelle", "new", "nouveau", "nouvelles"]),
    (Is::Open, &["ouverte", "open", "ouvert", "ouvertes"]),
    (Is::Closed, &["close", "closed", "fermee", "pourvue", "terminee"]),
    (Is::Kept, &["retenue", "kept", "gardee", "retenu"]),
    (Is::Hidden, &["masquee", "hidden", "masque"]),
    (Is::Unread, &["non-lue", "unread", "non-vue", "unseen"]),
    (Is::Draft, &["brouillon", "draft"]),
];

/// What `has:` understands.
pub const STATED: Names<Has> = &[
    (Has::Deadline, &["limite", "deadline", "echeance"]),
    (
        Has::Email,
        &["adresse", "email", "mail", "courriel", "e-mail", "address"],
    ),
    (Has::Pay, &["salaire", "pay", "remuneration", "salary"]),
    (Has::Place, &["lieu", "place", "ville"]),
    (Has::Duration, &["duree", "duration"]),
    (Has::Start, &["debut", "start"]),
    (Has::Organization, &["structure", "org", "organisation", "organization"]),
    (Has::Tag, &["tag", "tag", "etiquette"]),
    (Has::Kind, &["type", "kind", "contrat"]),
    (Has::Warning, &["avertissement", "warning", "doute"]),
];

/// The orders of the list.
pub const SORTS: Names<Sort> = &[
    (Sort::Relevance, &["pertinence", "relevance"]),
    (Sort::Deadline, &["limite", "deadline", "echeance"]),
    (Sort::Date, &["date", "date", "posted", "publiee", "recent"]),
    (Sort::Title, &["titre", "title"]),
    (
        Sort::Organization,
        &["structure", "org", "organisation", "organization"],
    ),
];

/// What a name typed in part or wrongly stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lookup<T> {
    /// These: the one of that name, or all whose names start so.
    Found(Vec<T>),
    /// None, but this name is close.
    Near(&'static str),
    /// None.
    Unknown,
}

/// Looks a folded value up. The start of a name is enough, because it is still being typed.
pub(super) fn look_up<T: Copy>(names: Names<T>, value: &str) -> Lookup<T> {
    if let Some((found, _)) = names.iter().find(|(_, names)| names.contains(&value)) {
        return Lookup::Found(vec![*found]);
    }
    let started: Vec<T> = names
        .iter()
        .filter(|(_, names)| names.iter().any(|name| name.starts_with(value)))
        .map(|(found, _)| *found)
        .collect();
    if !started.is_empty() {
        return Lookup::Found(started);
    }
    let all = names.iter().flat_map(|(_, names)| names.iter().copied());
    nearest(value, all).map_or(Lookup::Unknown, Lookup::Near)
}

/// Returns the name that is at most two slips away from `typed` (one when it is short).
#[must_use]
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let allowed = if typed.chars().count() <= 4 { 1 } else { 2 };
    names
        .map(|name| (crate::search::matching::edits(typed, name), name))
        .filter(|(edits, name)| *edits <= allowed && name.len() > *edits)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_folded_and_leads_to_its_own_field() {
        for field in Field::ALL {
            for name in field.names() {
                assert_eq!(crate::text::fold(name).text, *name);
                assert_eq!(crate::text::fold(spelled(name)).text, *name);
                assert_eq!(Field::of(name), Some(field), "{name}");
            }
        }
    }

    #[test]
    fn a_start_is_enough_and_a_slip_gets_a_suggestion() {
        assert_eq!(look_up(KINDS, "stage"), Lookup::Found(vec![EmploymentType::Internship]));
        assert_eq!(
            look_up(KINDS, "cd"),
            Lookup::Found(vec![EmploymentType::Permanent, EmploymentType::FixedTerm])
        );
        assert_eq!(look_up(KINDS, "stgae"), Lookup::Near("stage"));
        assert_eq!(look_up(KINDS, "xyzzy"), Lookup::Unknown);
    }
}
