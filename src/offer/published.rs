//! Is it open? What the front matter or a notice in the text says of it.

use std::ops::Range;

use super::context;
use super::facts::{Closing, Fact};
use super::keys::Key;
use super::page::{Heading, Page, Passage, PassageKind, Topic};

/// What a notice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// Over; a notice wherever it stands.
    Closed,
    /// Somebody was found; a notice wherever it stands.
    Filled,
    /// Over, when it stands in a title or a notice of its own: the words have other uses.
    MaybeClosed,
    /// Somebody was found, under the same condition.
    MaybeFilled,
}

use Notice as N;

/// The phrases.
pub(super) const PHRASES: &[(&str, Notice)] = &[
    ("offre pourvue", N::Filled),
    ("offres pourvues", N::Filled),
    ("poste pourvu", N::Filled),
    ("postes pourvus", N::Filled),
    ("stage pourvu", N::Filled),
    ("poste a ete pourvu", N::Filled),
    ("poste est pourvu", N::Filled),
    ("offre a ete pourvue", N::Filled),
    ("offre est pourvue", N::Filled),
    ("stage est pourvu", N::Filled),
    ("mission pourvue", N::Filled),
    ("position filled", N::Filled),
    ("position has been filled", N::Filled),
    ("position is filled", N::Filled),
    ("position is now filled", N::Filled),
    ("job has been filled", N::Filled),
    ("role has been filled", N::Filled),
    ("vacancy has been filled", N::Filled),
    ("this job is filled", N::Filled),
    ("stelle ist besetzt", N::Filled),
    ("pourvu", N::MaybeFilled),
    ("pourvue", N::MaybeFilled),
    ("filled", N::MaybeFilled),
    ("annonce caduque", N::Closed),
    ("offre caduque", N::Closed),
    ("est aujourd'hui caduque", N::Closed),
    ("est caduque", N::Closed),
    ("caduque", N::MaybeClosed),
    ("offre expiree", N::Closed),
    ("annonce expiree", N::Closed),
    ("offre fermee", N::Closed),
    ("offre close", N::Closed),
    ("offre cloturee", N::Closed),
    ("offre terminee", N::Closed),
    ("candidatures closes", N::Closed),
    ("candidatures cloturees", N::Closed),
    ("candidatures fermees", N::Closed),
    ("candidatures sont closes", N::Closed),
    ("candidatures sont fermees", N::Closed),
    ("candidatures sont desormais closes", N::Closed),
    ("candidatures sont cloturees", N::Closed),
    ("candidatures sont terminees", N::Closed),
    ("recrutement termine", N::Closed),
    ("recrutement clos", N::Closed),
    ("recrutement est termine", N::Closed),
    ("recrutement est clos", N::Closed),
    ("recrutements sont clos", N::Closed),
    ("appel clos", N::Closed),
    ("appel est clos", N::Closed),
    ("n'est plus d'actualite", N::Closed),
    ("n'est plus disponible", N::Closed),
    ("n'est plus a pourvoir", N::Closed),
    ("plus de poste ouvert", N::Closed),
    ("ne recrutons plus", N::Closed),
    ("pas de recrutement", N::MaybeClosed),
    ("pas de poste", N::MaybeClosed),
    ("pas de stage", N::MaybeClosed),
    ("sont closes", N::MaybeClosed),
    ("sont clos", N::MaybeClosed),
    ("est close", N::MaybeClosed),
    ("depot est archive", N::Closed),
    ("cette page est archivee", N::Closed),
    ("offre archivee", N::Closed),
    ("applications are closed", N::Closed),
    ("applications closed", N::Closed),
    ("applications are now closed", N::Closed),
    ("application period has ended", N::Closed),
    ("no longer accepting applications", N::Closed),
    ("no longer accepting", N::MaybeClosed),
    ("no longer available", N::MaybeClosed),
    ("no longer open", N::Closed),
    ("position closed", N::Closed),
    ("position is closed", N::Closed),
    ("posting is closed", N::Closed),
    ("job closed", N::Closed),
    ("call is closed", N::Closed),
    ("call closed", N::Closed),
    ("not currently hiring", N::MaybeClosed),
    ("has expired", N::MaybeClosed),
    ("expired", N::MaybeClosed),
    ("closed", N::MaybeClosed),
    ("fermee", N::MaybeClosed),
    ("ferme", N::MaybeClosed),
    ("cloturee", N::MaybeClosed),
    ("terminee", N::MaybeClosed),
    ("expiree", N::MaybeClosed),
    ("archived", N::MaybeClosed),
];

/// What was found on either side.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// The fact.
    pub fact: Option<Fact<bool>>,
    /// How it is not open.
    pub closing: Option<Closing>,
    /// It says that it is open here, and that it is not there.
    pub contradiction: Option<(Range<usize>, Range<usize>)>,
}

/// Reads whether it is open. Whatever says that it is not wins: people forget a flag, not a notice.
pub(super) fn read(page: &Page<'_>) -> Published {
    let stated: Vec<(&Passage, bool, Closing)> = page.fields().iter().filter_map(|field| flag(page, field)).collect();
    let open = stated.iter().find(|(_, open, _)| *open);
    let shut = stated
        .iter()
        .find(|(_, open, _)| !*open)
        .map(|(passage, _, closing)| (passage.folded.clone(), *closing));
    let noticed = notice(page);
    let Some((at, closing)) = noticed.clone().or_else(|| shut.clone()) else {
        return Published {
            fact: open.map(|(passage, ..)| page.fact(true, &passage.folded)),
            ..Published::default()
        };
    };
    // A field says how: "filled" tells more than "closed".
    let closing = [Some(closing), shut.map(|(_, closing)| closing)]
        .into_iter()
        .flatten()
        .find(|c| *c == Closing::Filled)
        .unwrap_or(closing);
    let contradiction = match (open, noticed) {
        (Some((passage, ..)), Some((at, _))) => {
            Some((page.source_of_folded(&passage.folded), page.source_of_folded(&at)))
        }
        _ => None,
    };
    Published {
        fact: Some(page.fact(false, &at)),
        closing: Some(closing),
        contradiction,
    }
}

/// What a field of the front matter says.
fn flag<'p>(page: &Page<'_>, passage: &'p Passage) -> Option<(&'p Passage, bool, Closing)> {
    let word = page.folded(&passage.folded).trim();
    let yes = matches!(word, "true" | "trues" | "yes" | "oui" | "1" | "on" | "vrai");
    let no = matches!(word, "false" | "no" | "non" | "0" | "off" | "faux");
    let (open, closing) = match passage.key? {
        Key::Open if yes || no => (yes, Closing::Closed),
        Key::Closed if yes || no => (no, Closing::Closed),
        Key::Filled if yes || no => (no, Closing::Filled),
        Key::Draft if yes || no => (no, Closing::Draft),
        Key::Status | Key::Open | Key::Closed => status(word)?,
        _ => return None,
    };
    Some((passage, open, closing))
}

fn status(word: &str) -> Option<(bool, Closing)> {
    let first = word.split([' ', ',', '/', '(']).next().unwrap_or(word);
    match first {
        "open" | "opened" | "searching" | "active" | "actif" | "ouvert" | "ouverte" | "published" | "publie"
        | "publiee" | "online" | "hiring" | "disponible" | "available" | "live" | "publish" | "public" | "current"
        | "enligne" => {
            // "searching / hired" is a template's choice.
            (!word.contains('/')).then_some((true, Closing::Closed))
        }
        "closed" | "ferme" | "fermee" | "clos" | "close" | "expired" | "archived" | "archive" | "inactive"
        | "cloture" | "cloturee" | "termine" | "terminee" | "expire" | "expiree" | "cancelled" | "annule"
        | "annulee" | "over" | "done" | "ended" | "hidden" | "withdrawn" => Some((false, Closing::Closed)),
        "filled" | "solved" | "hired" | "pourvu" | "pourvue" | "taken" | "found" | "resolved" => {
            Some((false, Closing::Filled))
        }
        "draft" | "brouillon" | "pending" | "unpublished" => Some((false, Closing::Draft)),
        _ => None,
    }
}

/// The first notice in the text.
fn notice(page: &Page<'_>) -> Option<(Range<u32>, Closing)> {
    page.hits(Topic::Published).iter().find_map(|hit| {
        let (_, notice) = PHRASES.get(usize::from(hit.phrase))?;
        let passage = page.passages.get(hit.passage as usize)?;
        let closing = match notice {
            N::Closed | N::MaybeClosed => Closing::Closed,
            N::Filled | N::MaybeFilled => Closing::Filled,
        };
        let sure = matches!(notice, N::Closed | N::Filled);
        let at = hit.range();
        let stands = match passage.kind {
            PassageKind::Code => false,
            PassageKind::Field => {
                matches!(passage.key, Some(Key::Title | Key::Description)) && (sure || stands_out(page, passage, &at))
            }
            PassageKind::Heading(_) | PassageKind::Item | PassageKind::Row | PassageKind::Line => {
                (sure && !is_conditional(page, &at)) || stands_out(page, passage, &at)
            }
        };
        stands.then_some((at, closing))
    })
}

/// "une fois le poste pourvu", "until the position is filled": a condition, not a notice.
fn is_conditional(page: &Page<'_>, at: &Range<u32>) -> bool {
    let sentence = page.sentence(at);
    let before = page.folded(&(sentence.start..at.start));
    let words = [
        "une fois",
        "jusqu'a",
        "tant que",
        "des que",
        "lorsque",
        "quand",
        "sera",
        "seront",
        "until",
        "once",
        "when",
        "if",
        "as soon as",
        "will be",
        "unless",
        "a moins",
        "au cas",
        "si l'",
        "si",
    ];
    context::holds_any(before, &words) || page.folded(&(at.start..sentence.end)).starts_with("sera")
}

/// A notice of its own: in the title, in brackets, shouted, behind a sign, or a short line that says "for now".
fn stands_out(page: &Page<'_>, passage: &Passage, at: &Range<u32>) -> bool {
    if is_conditional(page, at) {
        return false;
    }
    let text = page.folded(&passage.folded);
    let shown = page.visible(&passage.visible);
    let near =
        page.folded(&(at.start.saturating_sub(25).max(passage.folded.start)..passage.folded.end.min(at.end + 3)));
    let bracketed = near.contains(['[', '('])
        && page.folded(&(at.end..passage.folded.end)).contains([']', ')'])
        && text.len() < 160;
    let title = match passage.kind {
        PassageKind::Heading(Heading::Real(1 | 2)) => true,
        PassageKind::Field => passage.key == Some(Key::Title),
        _ => false,
    };
    let at_edge = passage.folded.end - at.end <= 2 || at.start - passage.folded.start <= 2;
    let shouted = page
        .shown(at)
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase)
        && text.len() < 80;
    let signed = shown.contains(['⛔', '🚫', '❌', '🔒', '⚠', '🛑']);
    let for_now = text.len() < 90
        && [
            "pour le moment",
            "pour l'instant",
            "actuellement",
            "at the moment",
            "currently",
            "desormais",
            "a ce jour",
        ]
        .iter()
        .any(|word| text.contains(word));
    (title && at_edge) || bracketed || (shouted && at_edge) || signed || for_now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    fn published(text: &str) -> Option<(bool, Option<Closing>)> {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        let read = read(&page);
        read.fact.map(|fact| (fact.value, read.closing))
    }

    #[test]
    fn flags_of_the_front_matter() {
        use Closing as C;
        for (block, wanted) in [
            ("open: true", Some((true, None))),
            ("open: false # une fois pourvue", Some((false, Some(C::Closed)))),
            ("poste_pourvu: true", Some((false, Some(C::Filled)))),
            ("poste_pourvu: false", Some((true, None))),
            ("draft: true\nstatus: searching", Some((false, Some(C::Draft)))),
            ("status: solved", Some((false, Some(C::Filled)))),
            ("status: searching / hired", None),
            ("hidden: trues", Some((false, Some(C::Closed)))),
            ("status: 3", None),
        ] {
            assert_eq!(published(&format!("---\n{block}\n---\nTexte")), wanted, "{block}");
        }
    }

    #[test]
    fn notices_in_the_text() {
        for text in [
            "[OFFRE POURVUE] Une personne pour l'accueil",
            "Cette annonce est aujourd'hui caduque.",
            "```⛔ Pas de recrutement possible pour le moment.```",
            "Les candidatures sont closes.",
            "This position has been filled.",
            "---\ntitle: \"Stage : session fermée\"\n---\n",
            "# Un poste (this job has been filled)",
            "## [POURVU] Un poste",
        ] {
            assert_eq!(published(text).map(|(open, _)| open), Some(false), "{text}");
        }
        for text in [
            "L'offre sera retirée une fois le poste pourvu.",
            "Applications are reviewed until the position is filled.",
            "Nous sommes fermés le lundi. Une porte fermée.",
            "closed captions",
            "Le poste n'est pas encore ouvert.",
        ] {
            assert_eq!(published(text), None, "{text}");
        }
    }

    #[test]
    fn a_notice_wins_over_a_flag_and_is_said() {
        let text = "---\npublished: true\n---\nCette annonce est caduque.";
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        let read = read(&page);
        assert_eq!(read.fact.map(|fact| fact.value), Some(false));
        assert!(read.contradiction.is_some());
    }
}
