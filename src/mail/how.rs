//! How an offer wants to be answered: the passage that says so and, without an address, what it says instead.

use crate::locale::{Lang, apply as words};
use crate::markdown;
use crate::offer::{Evidence, Offer};
use crate::text::{clean, clean_visibly, fold};

/// What an offer says of applying.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct How {
    /// The line that says how, cleaned, with its number from 1.
    pub passage: Option<(String, usize)>,
    /// The roads beside e-mail, the easiest first.
    pub others: Vec<Road>,
}

/// A road beside e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Road {
    /// A page on the web. As written: to be shown and opened with care.
    Form(String),
    /// A telephone number.
    Phone(String),
    /// A letter or a visit, with the passage that asks for it.
    Post(String),
}

impl Road {
    /// Says it, as a sentence without its full stop.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Form(url) => words::online(lang, clean_visibly(url).as_str()),
            Self::Phone(number) => words::by_phone(lang, clean(number).one_line().as_str()),
            Self::Post(passage) => words::by_post(lang, passage),
        }
    }
}

/// What asks for a letter on paper or a visit, folded. An electronic letter is none.
const BY_POST: &[&str] = &[
    "par courrier postal",
    "par voie postale",
    "par la poste",
    "adresse postale",
    "a l'adresse suivante",
    "courrier a l'attention",
    "lettre manuscrite",
    "par courrier",
    "sur place",
    "se presenter",
    "by post",
    "by letter",
    "postal address",
    "in person",
];
/// Lines of an address that are shown after the one that asks for a letter.
const ADDRESS_LINES: usize = 4;

impl How {
    /// Reads it from an offer and the text of its file.
    #[must_use]
    pub fn of(offer: &Offer, text: &str) -> Self {
        let facts = &offer.facts;
        let post = by_post(text.get(offer.range.clone()).unwrap_or(text));
        let forms = facts.apply_urls.iter().map(|url| Road::Form(url.value.clone()));
        let phones = facts.phones.iter().map(|phone| Road::Phone(phone.value.clone()));
        Self {
            passage: passage(offer, text),
            others: forms.chain(phones).chain(post.map(Road::Post)).collect(),
        }
    }
}

/// Returns the line of the first address, form or telephone number.
fn passage(offer: &Offer, text: &str) -> Option<(String, usize)> {
    let facts = &offer.facts;
    let contact = facts.contacts.iter().flat_map(|contact| &contact.evidence);
    let form = facts.apply_urls.iter().flat_map(|url| &url.evidence);
    let phone = facts.phones.iter().flat_map(|phone| &phone.evidence);
    let line = contact.chain(form).chain(phone).find_map(Evidence::line)?;
    let text = plain(text.lines().nth(line.checked_sub(1)?)?);
    (!text.is_empty()).then_some((text, line))
}

/// Returns a line as it is read, without the signs of Markdown and HTML.
fn plain(line: &str) -> String {
    let document = markdown::parse(line, 0);
    clean(document.text()).one_line().as_str().trim().to_owned()
}

/// Returns the passage that asks for a letter on paper, with the lines of the address that follows it.
fn by_post(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let first = lines.find(|line| {
        let folded = fold(line).text.replace('’', "'");
        let electronic = folded.contains("electronique") || folded.contains('@') || folded.contains("http");
        !electronic && BY_POST.iter().any(|phrase| folded.contains(phrase))
    })?;
    let address = lines
        .skip_while(|line| line.trim().is_empty())
        .take(ADDRESS_LINES)
        .take_while(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let address: Vec<&str> = address.map(str::trim).collect();
    let follows = first.trim_end().ends_with(':') || first.trim_end().ends_with(',');
    let has_place = address.iter().any(|line| has_postcode(line));
    let mut passage = plain(first);
    if follows && has_place {
        passage.extend([" ", &plain(&address.join(", "))]);
    }
    Some(passage)
}

/// Tells whether a line holds five digits in a row, as a French postcode is.
fn has_postcode(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::samples::offer;

    fn how(text: &str) -> How {
        How::of(&offer(text), text)
    }

    const HEAD: &str = "---\ntitle: Stage vigie\ncontract: stage\n---\n\nSix mois au phare, à Brest.\n\n";

    #[test]
    fn a_form_a_number_and_a_letter_are_found_in_this_order() {
        let text = format!(
            "{HEAD}Candidatez par courrier :\n\nPhare du Nord\n1 rue du Port\n29200 Brest\n\n\
             ou sur https://phare.example/candidater, ou au 02 98 00 00 00.\n"
        );
        let found = how(&text);
        assert!(
            matches!(&found.others[0], Road::Form(url) if url.contains("phare.example")),
            "{found:?}"
        );
        assert_eq!(
            found.others.last(),
            Some(&Road::Post(
                "Candidatez par courrier : Phare du Nord, 1 rue du Port, 29200 Brest".to_owned()
            ))
        );
    }

    #[test]
    fn an_electronic_letter_is_no_letter() {
        let text =
            format!("{HEAD}- Par **courrier électronique** à <a href=\"mailto:vigie@phare.example\">nous</a>.\n");
        let found = how(&text);
        assert_eq!(found.others, []);
        assert_eq!(found.passage, Some(("Par courrier électronique à nous.".to_owned(), 8)));
    }

    #[test]
    fn an_offer_may_say_nothing() {
        assert_eq!(how(HEAD), How::default());
    }
}
