//! How people ask for an application: the words around addresses, links and documents, shared by their readers.

use std::ops::Range;

use super::page::{Page, Topic};

/// What a phrase tells about what stands near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// Asks to send something: "envoyez", "send".
    Send,
    /// Asks to apply, or names what one applies with: "postuler", "CV".
    Apply,
    /// Names the application without asking: "candidature".
    Application,
    /// Offers answers: "pour toute question".
    Info,
    /// Answers questions and nothing else: "questions only".
    OnlyInfo,
    /// Gets a copy.
    Copy,
    /// Has nothing to do with applying: data protection, agencies.
    Other,
    /// Turns what follows into an example: "par exemple".
    Example,
    /// Names a telephone.
    Phone,
}

use Cue as C;

/// The phrases.
pub(super) const PHRASES: &[(&str, Cue)] = &[
    ("envoyer", C::Send),
    ("envoyez", C::Send),
    ("envoye", C::Send),
    ("envoie", C::Send),
    ("envoies", C::Send),
    ("envoyee*", C::Send),
    ("envoyes", C::Send),
    ("envoi", C::Send),
    ("adresser", C::Send),
    ("adressez", C::Send),
    ("adressee*", C::Send),
    ("transmettre", C::Send),
    ("transmettez", C::Send),
    ("transmise*", C::Send),
    ("faire parvenir", C::Send),
    ("faites parvenir", C::Send),
    ("parvenir", C::Send),
    ("faites-nous parvenir", C::Send),
    ("soumettre", C::Send),
    ("soumettez", C::Send),
    ("deposer", C::Send),
    ("deposez", C::Send),
    ("postuler", C::Apply),
    ("postulez", C::Apply),
    ("postule", C::Apply),
    ("candidater", C::Apply),
    ("candidatez", C::Apply),
    ("candidate-toi", C::Apply),
    ("apply", C::Apply),
    ("applying", C::Apply),
    ("send", C::Send),
    ("sending", C::Send),
    ("sent to", C::Send),
    ("submit", C::Send),
    ("submitted", C::Send),
    ("mail your", C::Apply),
    ("email your", C::Apply),
    ("e-mail your", C::Apply),
    ("bewerben", C::Apply),
    ("bewerbung*", C::Apply),
    ("senden", C::Send),
    ("schicken", C::Send),
    ("cv", C::Apply),
    ("cvs", C::Apply),
    ("resume", C::Apply),
    ("resumes", C::Apply),
    ("curriculum vitae", C::Apply),
    ("lettre de motivation", C::Apply),
    ("cover letter", C::Apply),
    ("motivation letter", C::Apply),
    ("rejoindre l'aventure", C::Apply),
    ("nous rejoindre", C::Apply),
    ("votre profil", C::Application),
    ("candidature*", C::Application),
    ("application", C::Application),
    ("applications", C::Application),
    ("applicants", C::Application),
    ("interesse*", C::Application),
    ("interested", C::Application),
    ("si ce poste", C::Application),
    ("si cette offre", C::Application),
    ("question", C::Info),
    ("questions", C::Info),
    ("renseignement", C::Info),
    ("renseignements", C::Info),
    ("information", C::Info),
    ("informations", C::Info),
    ("infos", C::Info),
    ("precisions", C::Info),
    ("en savoir plus", C::Info),
    ("inquiries", C::Info),
    ("enquiries", C::Info),
    ("queries", C::Info),
    ("more details", C::Info),
    ("further details", C::Info),
    ("more info", C::Info),
    ("learn more", C::Info),
    ("ask us", C::Info),
    ("ruckfragen", C::Info),
    ("fragen", C::Info),
    ("questions only", C::OnlyInfo),
    ("only for questions", C::OnlyInfo),
    ("uniquement pour les questions", C::OnlyInfo),
    ("uniquement pour des questions", C::OnlyInfo),
    ("pour vos questions uniquement", C::OnlyInfo),
    ("aucune candidature", C::OnlyInfo),
    ("no applications", C::OnlyInfo),
    ("do not send applications", C::OnlyInfo),
    ("en copie", C::Copy),
    ("copie a", C::Copy),
    ("copie", C::Copy),
    ("en cc", C::Copy),
    ("cc", C::Copy),
    ("cci", C::Copy),
    ("in copy", C::Copy),
    ("with copy to", C::Copy),
    ("copy to", C::Copy),
    ("copying", C::Copy),
    ("in cc", C::Copy),
    ("accommodation", C::Other),
    ("accommodations", C::Other),
    ("donnees personnelles", C::Other),
    ("donnees a caractere personnel", C::Other),
    ("rgpd", C::Other),
    ("gdpr", C::Other),
    ("dpo", C::Other),
    ("privacy", C::Other),
    ("data protection", C::Other),
    ("desinscri*", C::Other),
    ("desabonn*", C::Other),
    ("unsubscribe", C::Other),
    ("newsletter", C::Other),
    ("recruitment agencies", C::Other),
    ("fraud", C::Other),
    ("scam", C::Other),
    ("scams", C::Other),
    ("presse", C::Other),
    ("webmaster", C::Other),
    ("pull request", C::Other),
    ("par exemple", C::Example),
    ("exemple", C::Example),
    ("ex.", C::Example),
    ("for example", C::Example),
    ("for instance", C::Example),
    ("e.g.", C::Example),
    ("such as", C::Example),
    ("sous la forme", C::Example),
    ("de la forme", C::Example),
    ("z.b.", C::Example),
    ("tel", C::Phone),
    ("tel.", C::Phone),
    ("telephone", C::Phone),
    ("telephoner", C::Phone),
    ("telephonique", C::Phone),
    ("phone", C::Phone),
    ("whatsapp", C::Phone),
    ("telephonez", C::Phone),
    ("sms", C::Phone),
    ("mobile", C::Phone),
    ("portable", C::Phone),
    ("appeler", C::Phone),
    ("appelez", C::Phone),
    ("joindre au", C::Phone),
    ("joignable au", C::Phone),
    ("contactez le", C::Phone),
    ("call", C::Phone),
    ("telefon", C::Phone),
    ("fax", C::Other),
];

/// A cue with its place in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Near {
    pub cue: Cue,
    pub range: Range<u32>,
}

/// Returns the cues within a folded range, in the order of their ends.
pub(super) fn within(page: &Page<'_>, range: &Range<u32>) -> impl Iterator<Item = Near> {
    page.hits_in(Topic::Contacts, range).filter_map(|hit| {
        PHRASES.get(usize::from(hit.phrase)).map(|(_, cue)| Near {
            cue: *cue,
            range: hit.range(),
        })
    })
}

/// Tells whether a folded range asks to send or to apply.
pub(super) fn asks(page: &Page<'_>, range: &Range<u32>) -> bool {
    within(page, range).any(|near| matches!(near.cue, C::Send | C::Apply))
}

/// Tells whether a folded range is one item of a bracketed list of what to fill in: "(nom, prénom, adresse@…)".
pub(super) fn in_form(page: &Page<'_>, at: &Range<u32>, sentence: &Range<u32>) -> bool {
    const REACH: u32 = 120;
    let before = page.folded(&(sentence.start.max(at.start.saturating_sub(REACH))..at.start));
    let after = page.folded(&(at.end..sentence.end.min(at.end.saturating_add(REACH))));
    let (Some(open), Some(close)) = (before.rfind('('), after.find(')')) else {
        return false;
    };
    let head = before.get(open..).unwrap_or_default();
    let tail = after.get(..close).unwrap_or_default();
    let listed = head.matches(',').count() + tail.matches(',').count() >= 2;
    let filled = ["nom", "prenom", "name", "surname"]
        .iter()
        .any(|word| head.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word));
    !head.contains(')') && listed && filled
}
