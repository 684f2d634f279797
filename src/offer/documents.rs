//! What must be sent.
//!
//! A document counts where it is asked for: in a section or field about applying, or in a sentence that asks to send
//! something. "No motivation letter required" takes it back.

use std::ops::Range;

use super::cues::{self, Cue};
use super::facts::{DocumentKind, Fact};
use super::keys::Key;
use super::page::{Page, Passage, PassageKind, Topic};
use super::section::SectionKind;
use super::words::{Words, words};

/// How sure a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Names a document wherever one applies.
    Sure,
    /// Has other meanings: counts beside a sure one, or right after "your".
    Weak,
}

use DocumentKind as D;
use Strength::{Sure, Weak};

/// The phrases.
pub(super) const PHRASES: &[(&str, (DocumentKind, Strength))] = &[
    ("cv", (D::Cv, Sure)),
    ("cvs", (D::Cv, Sure)),
    ("c.v.", (D::Cv, Sure)),
    ("curriculum", (D::Cv, Sure)),
    ("resume", (D::Cv, Sure)),
    ("resumes", (D::Cv, Sure)),
    ("lebenslauf", (D::Cv, Sure)),
    ("lettre de motivation", (D::CoverLetter, Sure)),
    ("lettres de motivation", (D::CoverLetter, Sure)),
    ("lettre motivation", (D::CoverLetter, Sure)),
    ("letter de motivation", (D::CoverLetter, Sure)),
    ("lettre d'accompagnement", (D::CoverLetter, Sure)),
    ("lettre de candidature", (D::CoverLetter, Sure)),
    ("cv/lm", (D::CoverLetter, Sure)),
    ("lm", (D::CoverLetter, Weak)),
    ("lettre", (D::CoverLetter, Weak)),
    ("cover letter", (D::CoverLetter, Sure)),
    ("letter of motivation", (D::CoverLetter, Sure)),
    ("motivation letter", (D::CoverLetter, Sure)),
    ("letter of intent", (D::CoverLetter, Sure)),
    ("letter of application", (D::CoverLetter, Sure)),
    ("letter of interest", (D::CoverLetter, Sure)),
    ("covering letter", (D::CoverLetter, Sure)),
    ("anschreiben", (D::CoverLetter, Sure)),
    ("motivationsschreiben", (D::CoverLetter, Sure)),
    ("email d'introduction", (D::IntroEmail, Sure)),
    ("e-mail d'introduction", (D::IntroEmail, Sure)),
    ("mail d'introduction", (D::IntroEmail, Sure)),
    ("email de motivation", (D::IntroEmail, Sure)),
    ("e-mail de motivation", (D::IntroEmail, Sure)),
    ("mail de motivation", (D::IntroEmail, Sure)),
    ("mail de presentation", (D::IntroEmail, Sure)),
    ("email de presentation", (D::IntroEmail, Sure)),
    ("message de motivation", (D::IntroEmail, Sure)),
    ("quelques lignes", (D::IntroEmail, Sure)),
    ("quelques mots", (D::IntroEmail, Sure)),
    ("petit mot", (D::IntroEmail, Sure)),
    ("petit texte", (D::IntroEmail, Sure)),
    ("few lines", (D::IntroEmail, Sure)),
    ("few words", (D::IntroEmail, Sure)),
    ("few sentences", (D::IntroEmail, Sure)),
    ("short introduction", (D::IntroEmail, Sure)),
    ("intro email", (D::IntroEmail, Sure)),
    ("short message", (D::IntroEmail, Sure)),
    ("self-introduction", (D::IntroEmail, Sure)),
    ("introduce yourself", (D::IntroEmail, Sure)),
    ("short motivation", (D::IntroEmail, Sure)),
    ("brief motivation", (D::IntroEmail, Sure)),
    ("paragraph of motivation", (D::IntroEmail, Sure)),
    ("why you are interested", (D::IntroEmail, Sure)),
    ("why you're interested", (D::IntroEmail, Sure)),
    ("why you want to join", (D::IntroEmail, Sure)),
    ("vos motivations", (D::IntroEmail, Sure)),
    ("tes motivations", (D::IntroEmail, Sure)),
    ("pourquoi vous souhaitez", (D::IntroEmail, Sure)),
    ("pourquoi tu souhaites", (D::IntroEmail, Sure)),
    ("pourquoi vous aimeriez", (D::IntroEmail, Sure)),
    ("pourquoi tu aimerais", (D::IntroEmail, Sure)),
    ("pourquoi vous auriez envie", (D::IntroEmail, Sure)),
    ("ce qui vous donne envie", (D::IntroEmail, Sure)),
    ("ce qui te donne envie", (D::IntroEmail, Sure)),
    ("ce qui vous motive", (D::IntroEmail, Sure)),
    ("ce qui te motive", (D::IntroEmail, Sure)),
    ("linkedin", (D::Linkedin, Weak)),
    ("github", (D::Github, Weak)),
    ("gitlab", (D::Github, Weak)),
    ("bitbucket", (D::Github, Weak)),
    ("portfolio", (D::Portfolio, Sure)),
    ("portfolios", (D::Portfolio, Sure)),
    ("book", (D::Portfolio, Weak)),
    ("releve de notes", (D::Transcript, Sure)),
    ("releves de notes", (D::Transcript, Sure)),
    ("bulletins", (D::Transcript, Weak)),
    ("bulletins de notes", (D::Transcript, Sure)),
    ("notes de master", (D::Transcript, Sure)),
    ("notes de m1", (D::Transcript, Sure)),
    ("transcript", (D::Transcript, Sure)),
    ("transcripts", (D::Transcript, Sure)),
    ("academic record", (D::Transcript, Sure)),
    ("copy of marks", (D::Transcript, Sure)),
    ("copies of marks", (D::Transcript, Sure)),
    ("references", (D::References, Weak)),
    ("two references", (D::References, Sure)),
    ("three references", (D::References, Sure)),
    ("2 references", (D::References, Sure)),
    ("3 references", (D::References, Sure)),
    ("susceptibles de recommander", (D::References, Weak)),
    ("academic references", (D::References, Sure)),
    ("info of references", (D::References, Sure)),
    ("details of references", (D::References, Sure)),
    ("referents", (D::References, Weak)),
    ("referees", (D::References, Sure)),
    ("names of references", (D::References, Sure)),
    ("professional references", (D::References, Sure)),
    ("contact de referent", (D::References, Sure)),
    ("lettre de recommandation", (D::RecommendationLetters, Sure)),
    ("lettres de recommandation", (D::RecommendationLetters, Sure)),
    ("lettre de recommendation*", (D::RecommendationLetters, Sure)),
    ("lettres de recommendation*", (D::RecommendationLetters, Sure)),
    ("reference letter", (D::RecommendationLetters, Sure)),
    ("letter of recommendation", (D::RecommendationLetters, Sure)),
    ("letters of recommendation", (D::RecommendationLetters, Sure)),
    ("recommendation letter", (D::RecommendationLetters, Sure)),
    ("recommendation letters", (D::RecommendationLetters, Sure)),
    ("letters of reference", (D::RecommendationLetters, Sure)),
    ("reference letters", (D::RecommendationLetters, Sure)),
    ("recommandations", (D::RecommendationLetters, Weak)),
    ("liste de publications", (D::PublicationList, Sure)),
    ("liste des publications", (D::PublicationList, Sure)),
    ("list of publications", (D::PublicationList, Sure)),
    ("publication list", (D::PublicationList, Sure)),
    ("publications list", (D::PublicationList, Sure)),
    ("projet de recherche", (D::ResearchStatement, Weak)),
    ("research statement", (D::ResearchStatement, Sure)),
    ("statement of research", (D::ResearchStatement, Sure)),
    ("statement of research interests", (D::ResearchStatement, Sure)),
    ("description of research interests", (D::ResearchStatement, Sure)),
    ("description of your research interests", (D::ResearchStatement, Sure)),
    ("summary of research interests", (D::ResearchStatement, Sure)),
    ("summary of your research interests", (D::ResearchStatement, Sure)),
    ("statement of purpose", (D::ResearchStatement, Sure)),
    ("research plan", (D::ResearchStatement, Weak)),
    ("exemples de travaux", (D::WorkSamples, Sure)),
    ("exemples de realisations", (D::WorkSamples, Sure)),
    ("exemple de realisation", (D::WorkSamples, Sure)),
    ("exemples de vos travaux", (D::WorkSamples, Sure)),
    ("exemple de code", (D::WorkSamples, Sure)),
    ("exemples de code", (D::WorkSamples, Sure)),
    ("work samples", (D::WorkSamples, Sure)),
    ("samples of work", (D::WorkSamples, Sure)),
    ("samples of your work", (D::WorkSamples, Sure)),
    ("examples of your work", (D::WorkSamples, Sure)),
    ("examples of previous work", (D::WorkSamples, Sure)),
    ("examples of work", (D::WorkSamples, Sure)),
    ("code samples", (D::WorkSamples, Sure)),
    ("code sample", (D::WorkSamples, Sure)),
    ("writing sample", (D::WorkSamples, Sure)),
    ("writing samples", (D::WorkSamples, Sure)),
    ("video", (D::Video, Weak)),
    ("votre video", (D::Video, Sure)),
    ("video de presentation", (D::Video, Sure)),
    ("video presentation", (D::Video, Sure)),
];

/// A document named in the text.
struct Mention {
    kind: DocumentKind,
    strength: Strength,
    at: Range<u32>,
    sentence: Range<u32>,
}

/// Reads the documents, in the order of the text.
pub(super) fn read(page: &Page<'_>) -> Vec<Fact<DocumentKind>> {
    let mentions: Vec<Mention> = page
        .hits(Topic::Documents)
        .iter()
        .filter_map(|hit| {
            let (_, (kind, strength)) = PHRASES.get(usize::from(hit.phrase))?;
            let passage = page.passages.get(hit.passage as usize)?;
            let at = hit.range();
            let sentence = page.sentence(&at);
            let asked = asked(page, passage, &sentence, *strength) && !in_address(page, &at) && !goes_on(page, &at);
            asked.then_some(Mention {
                kind: *kind,
                strength: *strength,
                at,
                sentence,
            })
        })
        .collect();
    let mut found: Vec<Fact<DocumentKind>> = Vec::new();
    let mut refused: Vec<DocumentKind> = Vec::new();
    for mention in &mentions {
        if denied(page, mention) {
            refused.push(mention.kind);
            continue;
        }
        let counts = mention.strength == Sure || accompanied(page, mention, &mentions);
        if counts && !found.iter().any(|fact| fact.value == mention.kind) {
            found.push(page.fact(mention.kind, &mention.at));
        }
    }
    found.retain(|fact| !refused.contains(&fact.value));
    found
}

/// Tells whether the place of a mention asks for documents.
fn asked(page: &Page<'_>, passage: &Passage, sentence: &Range<u32>, strength: Strength) -> bool {
    if passage.kind == PassageKind::Field {
        return matches!(
            passage.key,
            Some(Key::HowToApply | Key::Documents | Key::Contact | Key::Description)
        ) && (passage.key != Some(Key::Description) || cues::asks(page, sentence));
    }
    if passage.key == Some(Key::Documents) {
        return true;
    }
    let section = page.section_kinds(passage).next();
    if section == Some(SectionKind::Apply) || passage.key == Some(Key::HowToApply) || is_listed(page, passage) {
        return true;
    }
    let sends = cues::within(page, sentence).any(|near| near.cue == Cue::Send || verbs(page.folded(&near.range)));
    match section {
        // "gérer les CV", "rédiger des lettres": work, not documents.
        Some(SectionKind::Missions | SectionKind::Profile) => {
            let yours = page.folded(sentence).contains("votre") || page.folded(sentence).contains("your");
            mentions_address(page, sentence) || (sends && strength == Sure && yours)
        }
        Some(SectionKind::Company | SectionKind::Legal) => sends && mentions_address(page, sentence),
        Some(SectionKind::Contact) => sends || mentions_address(page, sentence) || strength == Sure,
        _ => sends || mentions_address(page, sentence) || requests(page.folded(sentence)),
    }
}

/// Entries of a list that are looked at for the line that opens it.
const LONGEST_LIST: usize = 12;

/// "Please send the following documents:" and one of the entries below it.
fn is_listed(page: &Page<'_>, passage: &Passage) -> bool {
    let is_entry = |passage: &Passage| {
        let words = page.folded(&passage.folded);
        let behind = words.trim_start_matches(|c: char| c.is_ascii_digit());
        passage.kind == PassageKind::Item
            || words.starts_with(['-', '•', '*', '–'])
            || (behind.len() < words.len() && behind.starts_with(['.', ')']))
    };
    if !is_entry(passage) {
        return false;
    }
    let index = page
        .passages
        .partition_point(|other| other.folded.start < passage.folded.start);
    let before = page.passages.get(page.body_start.min(index)..index).unwrap_or_default();
    let lead = before.iter().rev().take(LONGEST_LIST).find(|other| !is_entry(other));
    lead.is_some_and(|lead| {
        let words = page.folded(&lead.folded);
        words.ends_with(':')
            && lead.section == passage.section
            && (cues::asks(page, &page.sentence(&lead.folded)) || requests(words) || words.contains("enclose"))
    })
}

/// Cues that are verbs of applying, not names of documents.
fn verbs(words: &str) -> bool {
    matches!(
        words,
        "postuler"
            | "postulez"
            | "postule"
            | "candidater"
            | "candidatez"
            | "candidate-toi"
            | "apply"
            | "applying"
            | "bewerben"
    )
}

fn requests(sentence: &str) -> bool {
    words![
        "candidature",
        "your cv",
        "your resume",
        "votre cv",
        "ton cv",
        "joindre",
        "fournir",
        "application",
        "a fournir",
        "demande",
        "required",
        "dossier",
        "include",
        "provide",
    ]
    .are_part_of(sentence)
}

fn mentions_address(page: &Page<'_>, sentence: &Range<u32>) -> bool {
    page.folded(sentence).contains('@')
}

/// "lettre" alone is the letter that comes with a CV; "lettre de recommandation", "lettre d'information" are others.
fn goes_on(page: &Page<'_>, at: &Range<u32>) -> bool {
    let rest = page.folded.get(at.end as usize..).unwrap_or_default();
    page.folded(at) == "lettre"
        && [" de ", " d'", " du ", " a la "]
            .iter()
            .any(|link| rest.starts_with(link))
}

/// A part of a web address or of an e-mail address.
fn in_address(page: &Page<'_>, at: &Range<u32>) -> bool {
    let bytes = page.folded.as_bytes();
    let touches = |byte: Option<&u8>| matches!(byte, Some(b'@' | b'_' | b'='));
    let before = (at.start as usize).checked_sub(1).and_then(|i| bytes.get(i));
    let after = bytes.get(at.end as usize);
    let dotted = after == Some(&b'.') && bytes.get(at.end as usize + 1).is_some_and(u8::is_ascii_alphanumeric);
    let pathed = before == Some(&b'/')
        && page.folded.get(..at.start as usize).is_some_and(|text| {
            text.bytes()
                .rev()
                .take(80)
                .take_while(|b| *b != b' ')
                .any(|b| b == b':' || b == b'.')
        });
    touches(before) || touches(after) || dotted || before == Some(&b'.') || pathed
}

/// Words behind a document that nobody needs.
const NEEDLESS: Words = Words::of(&[
    "non obligatoire",
    "non necessaire",
    "pas obligatoire",
    "pas necessaire",
    "n'est pas",
    "ne sont pas",
    "not required",
    "not needed",
    "is not",
    "are not",
    "isn't",
    "inutile",
    "facultati",
    "optional",
    "no required",
]);

/// "pas de lettre", "no … required", "CV non obligatoire".
fn denied(page: &Page<'_>, mention: &Mention) -> bool {
    let before = page.folded(&(mention.sentence.start.max(mention.at.start.saturating_sub(45))..mention.at.start));
    let after = page.folded(&(mention.at.end..mention.sentence.end.min(mention.at.end.saturating_add(45))));
    let clause = before.rsplit([',', ';', ':', '(']).next().unwrap_or(before);
    let close = clause.split(' ').rev().filter(|word| !word.is_empty()).take(5);
    let negated = close.into_iter().any(|word| {
        matches!(
            word,
            "pas"
                | "sans"
                | "aucun"
                | "aucune"
                | "no"
                | "without"
                | "ni"
                | "not"
                | "don't"
                | "inutile"
                | "plutot"
                | "kein"
                | "keine"
                | "needn't"
        )
    });
    let tail = after.split([',', ';', '(']).next().unwrap_or(after);
    // "n'hésitez pas à envoyer votre CV", "n'oubliez pas de joindre": the refusal is of something else.
    let idiom = words![
        "n'hesite",
        "n'oublie",
        "don't hesitate",
        "do not hesitate",
        "don't forget",
        "do not forget",
        "pas seulement",
        "not only",
        "non seulement",
    ]
    .are_part_of(before);
    (negated && !idiom) || (NEEDLESS.are_part_of(tail) && !tail.contains("n'est pas retenu"))
}

/// A word of many meanings counts beside a sure document in the same sentence, or when it is asked for as "yours".
fn accompanied(page: &Page<'_>, mention: &Mention, mentions: &[Mention]) -> bool {
    let beside = mentions.iter().any(|other| {
        other.sentence == mention.sentence
            && other.at != mention.at
            && (other.strength == Sure || other.kind != mention.kind)
    });
    let before = page.folded(&(mention.at.start.saturating_sub(40)..mention.at.start));
    let yours = [
        "votre", "vos", "ton", "ta", "your", "profil", "profile", "compte", "lien", "link", "une", "un", "a",
    ]
    .iter()
    .any(|word| {
        before
            .split(|c: char| !c.is_alphanumeric())
            .rev()
            .filter(|w| !w.is_empty())
            .take(4)
            .any(|w| w == *word)
    });
    let section = page
        .passage_at(mention.at.start)
        .and_then(|passage| page.section_kinds(passage).next());
    let after = page.folded(&(mention.at.end..mention.sentence.end.max(mention.at.end)));
    if page.folded(&mention.at) == "book" && after.trim_start().starts_with("chapter") {
        return false;
    }
    match mention.kind {
        D::Video => yours && cues::within(page, &mention.sentence).any(|near| near.cue == Cue::Send),
        D::Linkedin | D::Github | D::Portfolio => beside || (yours && cues::asks(page, &mention.sentence)),
        D::References | D::RecommendationLetters | D::Transcript | D::ResearchStatement => {
            beside
                && !(page.folded(&mention.sentence).contains("reference :")
                    || page.folded(&mention.sentence).contains("references :"))
        }
        _ => beside || (yours && section == Some(SectionKind::Apply)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    fn documents(text: &str) -> Vec<DocumentKind> {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        read(&page).into_iter().map(|fact| fact.value).collect()
    }

    #[test]
    fn documents_that_are_asked_for() {
        for (text, wanted) in [
            (
                "Envoyez vos candidatures (CV + email d’introduction) à x@lab.example",
                vec![D::Cv, D::IntroEmail],
            ),
            (
                "Les candidatures, composées d'un CV et d'une courte lettre de motivation (1 page), doivent être envoyées à x@lab.example",
                vec![D::Cv, D::CoverLetter],
            ),
            (
                "## Postuler\n\n- CV\n- relevés de notes\n- deux lettres de recommandation",
                vec![D::Cv, D::Transcript, D::RecommendationLetters],
            ),
            (
                "Merci d’envoyer un e-mail de motivation et votre CV à x@lab.example",
                vec![D::IntroEmail, D::Cv],
            ),
            (
                "Envoyez-nous votre LinkedIn / CV et portfolio, à x@lab.example.",
                vec![D::Linkedin, D::Cv, D::Portfolio],
            ),
            (
                "Please send your resume and a cover letter to x@lab.example",
                vec![D::Cv, D::CoverLetter],
            ),
            (
                "Envoie un email à x@lab.example avec un CV / github / linkedin, ainsi que quelques lignes.",
                vec![D::Cv, D::Github, D::Linkedin, D::IntroEmail],
            ),
            ("Please send your CV. No motivation letter required.", vec![D::Cv]),
            ("Envoyez-nous votre vidéo à x@lab.example", vec![D::Video]),
        ] {
            assert_eq!(documents(text), wanted, "{text}");
        }
    }

    #[test]
    fn documents_of_other_trades_are_not() {
        for text in [
            "## Missions\n\n- Trier les CV reçus\n- Monter des vidéos",
            "## Profil\n\n- Expérience de GitHub",
            "Notre [LinkedIn](https://www.linkedin.com/company/x) et notre github.com/x",
            "Pour postuler, pas besoin de CV ni de lettre de motivation : appelez-nous.",
            "Référence : AB-12. Candidature avant mai.",
        ] {
            assert_eq!(documents(text), [], "{text}");
        }
    }
}
