//! What a section is about, by the words of its heading.

use super::page::{Heading, Page, PassageKind, Topic};

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// "Candidater", "How to apply".
    Apply,
    /// "Contact", "Informations et contact".
    Contact,
    /// "Des questions ?".
    Questions,
    /// "Conditions", "Modalités", "Info pratique", "Benefits": contract, pay, place and dates together.
    Conditions,
    /// "Profil recherché", "Requirements", "Compétences".
    Profile,
    /// "Missions", "What you'll do", "Description du poste".
    Missions,
    /// "Qui sommes-nous", "About us", "L'équipe", "Contexte".
    Company,
    /// "Processus de recrutement", "Interview process".
    Process,
    /// "Equal opportunity", "Privacy".
    Legal,
}

use SectionKind as S;

/// The words of headings; where several stand in one heading, the first kind of [`SectionKind`] wins.
pub(super) const PHRASES: &[(&str, SectionKind)] = &[
    ("candidater", S::Apply),
    ("candidature*", S::Apply),
    ("candidate-toi", S::Apply),
    ("candidatez", S::Apply),
    ("postuler", S::Apply),
    ("postulez", S::Apply),
    ("postule", S::Apply),
    ("how to apply", S::Apply),
    ("to apply", S::Apply),
    ("apply now", S::Apply),
    ("apply", S::Apply),
    ("applying", S::Apply),
    ("application", S::Apply),
    ("applications", S::Apply),
    ("nous rejoindre", S::Apply),
    ("rejoignez-nous", S::Apply),
    ("rejoignez nous", S::Apply),
    ("envie de nous rejoindre", S::Apply),
    ("required materials", S::Apply),
    ("required documents", S::Apply),
    ("documents to submit", S::Apply),
    ("documents to send", S::Apply),
    ("what to send", S::Apply),
    ("pieces a fournir", S::Apply),
    ("pieces a joindre", S::Apply),
    ("documents a fournir", S::Apply),
    ("documents a envoyer", S::Apply),
    ("interesse*", S::Apply),
    ("interested", S::Apply),
    ("bewerbung*", S::Apply),
    ("bewerben", S::Apply),
    ("contact", S::Contact),
    ("contacts", S::Contact),
    ("contactez-nous", S::Contact),
    ("nous contacter", S::Contact),
    ("contact us", S::Contact),
    ("get in touch", S::Contact),
    ("kontakt", S::Contact),
    ("questions", S::Questions),
    ("question", S::Questions),
    ("renseignements", S::Questions),
    ("plus d'informations", S::Questions),
    ("en savoir plus", S::Questions),
    ("more information", S::Questions),
    ("further information", S::Questions),
    ("learn more", S::Questions),
    ("fragen", S::Questions),
    ("conditions", S::Conditions),
    ("condition", S::Conditions),
    ("modalites", S::Conditions),
    ("info pratique", S::Conditions),
    ("infos pratiques", S::Conditions),
    ("informations pratiques", S::Conditions),
    ("informations complementaires", S::Conditions),
    ("informations supplementaires", S::Conditions),
    ("pratique", S::Conditions),
    ("practicals", S::Conditions),
    ("practical information", S::Conditions),
    ("cadre de travail", S::Conditions),
    ("environnement de travail", S::Conditions),
    ("avantages", S::Conditions),
    ("remuneration", S::Conditions),
    ("salaire", S::Conditions),
    ("gratification", S::Conditions),
    ("nous vous proposons", S::Conditions),
    ("nous offrons", S::Conditions),
    ("nous te proposons", S::Conditions),
    ("contrat", S::Conditions),
    ("benefits", S::Conditions),
    ("perks", S::Conditions),
    ("compensation", S::Conditions),
    ("salary", S::Conditions),
    ("pay range", S::Conditions),
    ("what we offer", S::Conditions),
    ("we offer", S::Conditions),
    ("our offer", S::Conditions),
    ("what's in it for you", S::Conditions),
    ("what you'll get", S::Conditions),
    ("wir bieten", S::Conditions),
    ("location", S::Conditions),
    ("profil", S::Profile),
    ("profile", S::Profile),
    ("competences", S::Profile),
    ("qualifications", S::Profile),
    ("requirements", S::Profile),
    ("skills", S::Profile),
    ("experience", S::Profile),
    ("formation", S::Profile),
    ("education", S::Profile),
    ("prerequis", S::Profile),
    ("pre-requis", S::Profile),
    ("who you are", S::Profile),
    ("about you", S::Profile),
    ("what we're looking for", S::Profile),
    ("what we are looking for", S::Profile),
    ("who are we looking for", S::Profile),
    ("who we are looking for", S::Profile),
    ("who we're looking for", S::Profile),
    ("nice to have", S::Profile),
    ("nice to haves", S::Profile),
    ("bonus points", S::Profile),
    ("what you'll bring", S::Profile),
    ("what you bring", S::Profile),
    ("you have", S::Profile),
    ("qui etes-vous", S::Profile),
    ("missions", S::Missions),
    ("mission", S::Missions),
    ("taches", S::Missions),
    ("responsabilites", S::Missions),
    ("responsibilities", S::Missions),
    ("duties", S::Missions),
    ("job description", S::Missions),
    ("description", S::Missions),
    ("descriptif", S::Missions),
    ("le poste", S::Missions),
    ("poste", S::Missions),
    ("le stage", S::Missions),
    ("sujet", S::Missions),
    ("role", S::Missions),
    ("what you'll do", S::Missions),
    ("what you will do", S::Missions),
    ("what you'll be doing", S::Missions),
    ("the role", S::Missions),
    ("about the role", S::Missions),
    ("about the job", S::Missions),
    ("deliverables", S::Missions),
    ("aufgaben", S::Missions),
    ("qui sommes-nous", S::Company),
    ("qui sommes nous", S::Company),
    ("a propos", S::Company),
    ("presentation", S::Company),
    ("contexte", S::Company),
    ("context", S::Company),
    ("l'entreprise", S::Company),
    ("l'association", S::Company),
    ("l'equipe", S::Company),
    ("la structure", S::Company),
    ("about us", S::Company),
    ("about", S::Company),
    ("who we are", S::Company),
    ("who are we", S::Company),
    ("company", S::Company),
    ("the team", S::Company),
    ("our team", S::Company),
    ("our mission", S::Company),
    ("notre mission", S::Company),
    ("why join us", S::Company),
    ("pourquoi nous rejoindre", S::Company),
    ("uber uns", S::Company),
    ("processus de recrutement", S::Process),
    ("recrutement", S::Process),
    ("process", S::Process),
    ("processus", S::Process),
    ("interview", S::Process),
    ("entretien", S::Process),
    ("equal opportunity", S::Legal),
    ("equal employment", S::Legal),
    ("diversity", S::Legal),
    ("privacy", S::Legal),
    ("eeo", S::Legal),
    ("disclaimer", S::Legal),
];

/// Headings of which some words mislead: the whole of these phrases decides.
fn overruled(folded: &str, kind: SectionKind) -> SectionKind {
    match kind {
        S::Apply if folded.contains("pourquoi nous rejoindre") || folded.contains("avantages a nous rejoindre") => {
            S::Company
        }
        S::Apply if folded.contains("you should apply if") || folded.contains("apply if you have") => S::Profile,
        S::Apply if folded.contains("application process") || folded.contains("after you apply") => S::Process,
        S::Conditions if folded.contains("conditions de candidature") => S::Apply,
        S::Missions if folded.contains("our mission") || folded.contains("notre mission") => S::Company,
        other => other,
    }
}

/// Names the sections of a page, from the hits in their headings.
pub(super) fn name_sections(page: &mut Page<'_>) {
    let mut kinds: Vec<Option<SectionKind>> = vec![None; page.sections.len()];
    for hit in page.hits(Topic::Section) {
        let Some(passage) = page.passages.get(hit.passage as usize) else {
            continue;
        };
        let PassageKind::Heading(style) = passage.kind else {
            continue;
        };
        let Some(&(_, kind)) = PHRASES.get(hit.phrase as usize) else {
            continue;
        };
        let words = page.folded(&passage.folded);
        // A long heading is a sentence or a title: a word in its midst says little.
        if words.len() > 90 || (style == Heading::Real(1) && words.len() > 45) {
            continue;
        }
        let Some(slot) = passage.section.and_then(|at| kinds.get_mut(at as usize)) else {
            continue;
        };
        // "E-mail : candidature@…": the words of an address name nothing.
        let rest = page.folded(&(hit.start..passage.folded.end));
        if rest.split(' ').next().is_some_and(|token| token.contains('@')) {
            continue;
        }
        let kind = overruled(words, kind);
        *slot = Some(slot.map_or(kind, |known| known.min(kind)));
    }
    for (section, kind) in page.sections.iter_mut().zip(kinds) {
        section.kind = kind;
    }
}
