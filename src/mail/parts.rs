//! What a candidate copies to write elsewhere: an address, the subject, the page, or everything at once.

use crate::locale::{Lang, Phrase, facts as words};
use crate::offer::{ContactRole, Facts};
use crate::text::{clean, clean_visibly};

/// A part of an offer that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The address that takes applications, or else the only one there is.
    Address,
    /// The addresses that get a copy.
    Cc,
    /// Every address.
    Addresses,
    /// The subject that the offer demands.
    Subject,
    /// The page where one applies.
    Link,
    /// Addresses, subject, documents, pages and telephone numbers, a line each.
    Everything,
}

/// Returns a part as it is copied; `None` when the offer does not state it.
#[must_use]
pub fn part(facts: &Facts, part: Part, lang: Lang) -> Option<String> {
    match part {
        Part::Address => {
            let mut contacts = facts.contacts.iter().map(|contact| &contact.value);
            let to = contacts.clone().find(|contact| contact.role == ContactRole::To);
            to.or_else(|| contacts.next()).map(|contact| contact.email.clone())
        }
        Part::Cc => addresses(facts, Some(ContactRole::Cc)),
        Part::Addresses => addresses(facts, None),
        Part::Subject => {
            let subject = facts.subject.as_ref()?;
            Some(clean(&subject.value).one_line().into_string())
        }
        Part::Link => {
            let page = facts.apply_urls.first()?;
            Some(clean_visibly(&page.value).into_string())
        }
        Part::Everything => everything(facts, lang),
    }
}

/// Returns the addresses, of one role or all, as a mail program takes them.
fn addresses(facts: &Facts, role: Option<ContactRole>) -> Option<String> {
    let contacts = facts.contacts.iter().map(|contact| &contact.value);
    let wanted = contacts.filter(|contact| role.is_none_or(|role| contact.role == role));
    joined(wanted.map(|contact| contact.email.clone()), ", ")
}

fn joined(texts: impl Iterator<Item = String>, separator: &str) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(separator))
}

fn everything(facts: &Facts, lang: Lang) -> Option<String> {
    let documents = facts.documents.iter();
    let pages = facts.apply_urls.iter();
    let phones = facts.phones.iter();
    let lines: [(Phrase, Option<String>); 7] = [
        (words::TO, addresses(facts, Some(ContactRole::To))),
        (words::CC, addresses(facts, Some(ContactRole::Cc))),
        (words::INFO, addresses(facts, Some(ContactRole::Info))),
        (words::SUBJECT, part(facts, Part::Subject, lang)),
        (
            words::DOCUMENTS,
            joined(documents.map(|kind| words::document(lang, kind.value).to_owned()), ", "),
        ),
        (
            words::LINK,
            joined(pages.map(|page| clean_visibly(&page.value).into_string()), " "),
        ),
        (
            words::PHONE,
            joined(phones.map(|phone| clean(&phone.value).into_string()), ", "),
        ),
    ];
    let colon = match lang {
        Lang::Fr => "\u{a0}:",
        Lang::En => ":",
    };
    let said = lines
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{}{colon} {}", name.get(lang), value?)));
    joined(said, "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::samples::offer;

    fn facts(text: &str) -> Facts {
        offer(text).facts
    }

    #[test]
    fn each_part_is_what_the_offer_states() {
        let facts =
            facts("# Stage en cartographie\n\nEnvoyer un CV à rh@ble.example\n\nObjet du courriel : [CARTE] Nom\n");
        let copied = |wanted| part(&facts, wanted, Lang::Fr);
        assert_eq!(copied(Part::Address).as_deref(), Some("rh@ble.example"));
        assert_eq!(copied(Part::Subject).as_deref(), Some("[CARTE] Nom"));
        assert_eq!(copied(Part::Link), None);
        let all = copied(Part::Everything).unwrap();
        assert!(all.contains("rh@ble.example") && all.contains("CV"), "{all}");
    }

    #[test]
    fn nothing_stated_is_nothing_copied() {
        let nothing = Facts::default();
        for wanted in [
            Part::Address,
            Part::Cc,
            Part::Addresses,
            Part::Subject,
            Part::Link,
            Part::Everything,
        ] {
            assert_eq!(part(&nothing, wanted, Lang::En), None);
        }
    }
}
