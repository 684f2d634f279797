//! Addresses written so that machines should not find them: "rh [at] lab [point] example".

use super::gather::Candidate;
use crate::offer::address;
use crate::offer::keys::Key;
use crate::offer::page::{Page, PassageKind, Topic, narrow};

/// What people write for `@`, folded. The bare word counts only when a "dot" in words follows.
pub(in crate::offer) const AT_MARKS: &[&str] = &[
    "[at]",
    "(at)",
    "{at}",
    "<at>",
    "[arobase]",
    "(arobase)",
    "arobase",
    "[a]",
    "(a)",
    "[@]",
    "(@)",
    "_at_",
    "at",
    "[arob]",
    "(arob)",
];

/// What people write for a dot.
const DOTS: &[&str] = &[
    "[dot]", "(dot)", "{dot}", "<dot>", "[point]", "(point)", "{point}", " dot ", " point ", "[.]", "(.)",
];

/// Longest half of such an address, in bytes.
const REACH: usize = 80;

/// Adds the hidden addresses.
pub(super) fn find(page: &Page<'_>, found: &mut Vec<Candidate>) {
    for hit in page.hits(Topic::At) {
        let Some(passage) = page.passages.get(hit.passage as usize) else {
            continue;
        };
        if matches!(passage.kind, PassageKind::Field) && passage.key.is_none() {
            continue;
        }
        let bare = AT_MARKS.get(usize::from(hit.phrase)).is_some_and(|mark| *mark == "at");
        let (before, after) = (hit.start as usize, hit.end as usize);
        let head = page
            .folded
            .get(passage.folded.start as usize..before)
            .unwrap_or_default();
        let tail = page.folded.get(after..passage.folded.end as usize).unwrap_or_default();
        let Some((domain, width, spelled)) = forwards(tail) else {
            continue;
        };
        let Some((local, lead)) = backwards(head) else { continue };
        // "Contact : camille.petit at lab.example": the label says that it is an address.
        let labelled = matches!(passage.key, Some(Key::Contact | Key::HowToApply | Key::Info)) && local.contains('.');
        if bare && !spelled && !labelled {
            continue;
        }
        let email = format!("{local}@{domain}");
        if !address::is_address(&email) {
            continue;
        }
        let at = narrow(before - lead)..narrow(after + width);
        let source = page.source_of_folded(&at);
        found.push(Candidate {
            email,
            at,
            source,
            passage: hit.passage as usize,
            copy: false,
            name: None,
        });
    }
}

/// The domain after the mark: its text, the bytes it takes, and whether a dot of it is a word.
fn forwards(tail: &str) -> Option<(String, usize, bool)> {
    let mut domain = String::new();
    let mut spelled = false;
    let mut at = tail.len() - tail.trim_start_matches(' ').len();
    while at < REACH.min(tail.len()) {
        let rest = tail.get(at..)?;
        let word = rest
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
            .count();
        domain.push_str(rest.get(..word)?);
        at += word;
        let Some(dot) = dot_at(tail.get(at..)?, false) else {
            break;
        };
        domain.push('.');
        spelled = true;
        at += dot;
    }
    let kept = domain.trim_end_matches(['.', '-']).len();
    at -= domain.len() - kept;
    domain.truncate(kept);
    domain.contains('.').then_some((domain, at, spelled))
}

/// The local part before the mark, and the bytes it takes.
fn backwards(head: &str) -> Option<(String, usize)> {
    let trimmed = head.trim_end_matches(' ');
    let mut parts: Vec<&str> = Vec::new();
    let mut end = trimmed.len();
    loop {
        let rest = trimmed.get(..end)?;
        let word = rest
            .bytes()
            .rev()
            .take(REACH)
            .take_while(|b| b.is_ascii_alphanumeric() || b"._+-".contains(b))
            .count();
        parts.push(rest.get(end - word..)?);
        end -= word;
        match dot_at(trimmed.get(..end)?, true) {
            Some(dot) if word > 0 && parts.len() < 4 => end -= dot,
            _ => break,
        }
    }
    parts.reverse();
    let local = parts.join(".");
    let local = local.trim_start_matches(['.', '-', '+']);
    (!local.is_empty()).then(|| (local.to_owned(), head.len() - end))
}

/// The width of a spelled dot at the start (or end) of `text`, spaces around it included.
fn dot_at(text: &str, backwards: bool) -> Option<usize> {
    DOTS.iter().find_map(|dot| {
        if dot.starts_with(' ') {
            return (if backwards {
                text.ends_with(dot)
            } else {
                text.starts_with(dot)
            })
            .then_some(dot.len());
        }
        let bare = if backwards {
            text.trim_end_matches(' ')
        } else {
            text.trim_start_matches(' ')
        };
        let rest = if backwards {
            bare.strip_suffix(dot)?.trim_end_matches(' ')
        } else {
            bare.strip_prefix(dot)?.trim_start_matches(' ')
        };
        Some(text.len() - rest.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter::FrontMatter;

    fn hidden(text: &str) -> Vec<(String, String)> {
        let front = FrontMatter::default();
        let page = Page::new(text, &front);
        let mut found = Vec::new();
        find(&page, &mut found);
        found
            .into_iter()
            .map(|c| (c.email, text[c.source].to_owned()))
            .collect()
    }

    #[test]
    fn words_and_brackets_stand_for_signs() {
        for (text, email) in [
            ("rh [at] lab.example", "rh@lab.example"),
            ("rh(at)lab(dot)example", "rh@lab.example"),
            ("rh arobase lab point example", "rh@lab.example"),
            (
                "camille [point] petit [arobase] lab [point] example",
                "camille.petit@lab.example",
            ),
            ("rh at lab dot example", "rh@lab.example"),
        ] {
            assert_eq!(hidden(text), [(email.to_owned(), text.to_owned())], "{text}");
        }
        let (email, source) = &hidden("Contact : camille.petit at lab.example")[0];
        assert_eq!(
            (email.as_str(), source.as_str()),
            ("camille.petit@lab.example", "camille.petit at lab.example")
        );
        assert_eq!(hidden("Contact : meet us at lab.example"), []);
        assert_eq!(hidden("We work at lab.example all day."), []);
        assert_eq!(hidden("chargé(a) de projet"), []);
    }
}
