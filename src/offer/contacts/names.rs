//! The person named beside an address: "Camille Petit (camille@…)", "Camille Petit : …", "Camille <…>".

use crate::offer::page::{Page, Passage};

/// How far before an address a name may begin, in bytes.
const REACH: usize = 60;

/// Words with a capital that are no names.
const NO_NAMES: &[&str] = &[
    "Contact",
    "Contacts",
    "Email",
    "E-mail",
    "Mail",
    "Mails",
    "Courriel",
    "Adresse",
    "Envoyez",
    "Envoyer",
    "Ecrire",
    "Écrire",
    "Merci",
    "Candidature",
    "Candidatures",
    "Candidater",
    "Postuler",
    "Postulez",
    "CV",
    "LM",
    "Pour",
    "Par",
    "To",
    "Please",
    "Send",
    "Apply",
    "Or",
    "And",
    "Et",
    "Ou",
    "At",
    "Via",
    "Responsable",
    "Questions",
    "Informations",
    "Info",
    "RH",
    "Bonjour",
    "Si",
    "If",
    "Our",
    "Notre",
    "Votre",
    "Your",
    "Le",
    "La",
    "Les",
    "The",
    "We",
    "Nous",
    "Cordialement",
    "Direction",
    "Service",
    "Equipe",
    "Équipe",
    "Team",
    "Tel",
    "Tél",
    "Cc",
    "CC",
    "Copie",
    "A",
    "À",
];

/// Takes the whole of a link's text as a name, when it looks like one.
pub(super) fn whole(text: &str) -> Option<String> {
    let text = text.trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    ((2..=4).contains(&words.len()) && words.iter().all(|word| is_name_word(word))).then(|| words.join(" "))
}

/// The name that ends right before byte `at` of the visible text.
pub(super) fn before(page: &Page<'_>, passage: &Passage, at: u32) -> Option<String> {
    let start = passage.visible.start;
    let line = page.visible(&(start..at.max(start)));
    let line = line.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '<' | ':' | ',' | '-' | '–' | '—' | '[' | '|' | '{' | '\'' | '"'
            )
    });
    let from = (line.len().saturating_sub(REACH)..=line.len()).find(|at| line.is_char_boundary(*at))?;
    let near = line.get(from..)?;
    // A role in brackets between the name and the address: "Camille Petit (designer) <…>".
    let near = match near.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        Some(open) => near.get(..open)?.trim_end(),
        None => near,
    };
    let mut words: Vec<&str> = near
        .split_whitespace()
        .rev()
        .take(4)
        .take_while(|word| is_name_word(word))
        .collect();
    words.reverse();
    let alone = words.len() == 1 && words.concat().len() == near.trim().len() && line.len() == near.len();
    ((2..=4).contains(&words.len()) || alone).then(|| words.join(" "))
}

fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
        && !word.ends_with('.')
        && !NO_NAMES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter::FrontMatter;

    #[test]
    fn names_stand_right_before_the_address() {
        for (text, wanted) in [
            ("Écrire à Camille Petit (x@lab.example)", Some("Camille Petit")),
            ("Camille Petit-Dumas : x@lab.example", Some("Camille Petit-Dumas")),
            ("Camille Petit (designer) <x@lab.example>", Some("Camille Petit")),
            ("Marcos <x@lab.example>", Some("Marcos")),
            ("Envoyez votre CV à x@lab.example", None),
            ("Contact : x@lab.example", None),
        ] {
            let front = FrontMatter::default();
            let page = Page::new(text, &front);
            let passage = &page.passages[0];
            let at = page.visible.find("x@").unwrap();
            assert_eq!(
                before(&page, passage, u32::try_from(at).unwrap()).as_deref(),
                wanted,
                "{text}"
            );
        }
    }
}
