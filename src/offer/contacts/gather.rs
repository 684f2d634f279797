//! Every address of a page, wherever it stands.

use std::ops::Range;

use super::{hidden, names};
use crate::offer::address;
use crate::offer::keys::Key;
use crate::offer::page::{Link, Page, Passage, PassageKind, narrow};
use crate::offer::warning::{Warning, WarningCode};

/// An address, before anybody knows what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::offer) struct Candidate {
    /// The address.
    pub email: String,
    /// Where it is shown, in bytes of the folded text.
    pub at: Range<u32>,
    /// Where it stands, in bytes of the file.
    pub source: Range<usize>,
    /// Index of its passage.
    pub passage: usize,
    /// It stands in the `cc` of a `mailto:`.
    pub copy: bool,
    /// The person, when named beside it.
    pub name: Option<String>,
}

/// Gathers them in the order of the text. Examples are left out here, with a warning.
pub(super) fn gather(page: &Page<'_>, warnings: &mut Vec<Warning>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut marks = memchr::memchr_iter(b'@', page.visible.as_bytes()).peekable();
    for (index, passage) in page.passages.iter().enumerate() {
        while marks.next_if(|at| *at < passage.visible.start as usize).is_some() {}
        if !may_hold(passage) {
            continue;
        }
        for link in page.links(passage) {
            from_link(page, passage, index, link, &mut found, warnings);
        }
        if marks.peek().is_some_and(|at| *at < passage.visible.end as usize) {
            from_text(page, passage, index, &mut found, warnings);
        }
    }
    hidden::find(page, &mut found);
    found.retain(|candidate| {
        let example = address::is_placeholder(&candidate.email);
        if example {
            warnings.push(refused(page, &candidate.source, &candidate.email));
        }
        !example
    });
    found.sort_by_key(|candidate| (candidate.at.start, candidate.copy, candidate.source.start));
    found
}

/// Front matter names many people; only those under a key for contacts are meant for the reader.
fn may_hold(passage: &Passage) -> bool {
    match passage.kind {
        PassageKind::Code => false,
        PassageKind::Field => matches!(
            passage.key,
            Some(
                Key::Contact | Key::Info | Key::HowToApply | Key::ApplyUrl | Key::Link | Key::Phone | Key::Description
            )
        ),
        PassageKind::Heading(_) | PassageKind::Item | PassageKind::Row | PassageKind::Line => true,
    }
}

fn from_link(
    page: &Page<'_>,
    passage: &Passage,
    index: usize,
    link: &Link,
    found: &mut Vec<Candidate>,
    warnings: &mut Vec<Warning>,
) {
    let Some(mailto) = address::mailto(&link.target) else {
        return;
    };
    let shown = page.visible(&link.text);
    let at = if link.text.is_empty() {
        end_of(page, link, passage)
    } else {
        page.to_folded(&link.text)
    };
    let name = if shown.contains('@') { None } else { names::whole(shown) }
        .or_else(|| names::before(page, passage, link.text.start));
    let push = |email: &str, copy: bool, found: &mut Vec<Candidate>| {
        let name = if copy { None } else { name.clone() };
        found.push(Candidate {
            email: email.to_owned(),
            at: at.clone(),
            source: link.source.clone(),
            passage: index,
            copy,
            name,
        });
    };
    mailto.to.iter().for_each(|email| push(email, false, found));
    mailto.cc.iter().for_each(|email| push(email, true, found));
    warn_of_link(page, link, &mailto, warnings);
}

/// Warns of what a `mailto:` link shows or holds that is not where an application would go.
fn warn_of_link(page: &Page<'_>, link: &Link, mailto: &address::Mailto, warnings: &mut Vec<Warning>) {
    let shown = page.visible(&link.text);
    for seen in address::find(shown) {
        let email = shown.get(seen.range).unwrap_or_default();
        let known = mailto
            .to
            .iter()
            .chain(&mailto.cc)
            .any(|target| target.eq_ignore_ascii_case(email));
        if !known && let Some(target) = mailto.to.first() {
            warnings.push(Warning {
                code: WarningCode::AddressDiffers,
                line: page.line(link.source.start),
                passages: vec![link.source.clone()],
                details: vec![email.to_owned(), target.clone()],
            });
        }
    }
    if !mailto.dropped.is_empty() {
        warnings.push(Warning {
            code: WarningCode::MailtoFieldsDropped,
            line: page.line(link.source.start),
            passages: vec![link.source.clone()],
            details: vec![mailto.dropped.join(", ")],
        });
    }
    for bad in &mailto.refused {
        warnings.push(refused(page, &link.source, bad));
    }
}

/// Where a link without text stands.
fn end_of(page: &Page<'_>, link: &Link, passage: &Passage) -> Range<u32> {
    let at = page
        .to_folded(&(link.text.start..link.text.start))
        .start
        .clamp(passage.folded.start, passage.folded.end);
    at..at
}

fn from_text(
    page: &Page<'_>,
    passage: &Passage,
    index: usize,
    found: &mut Vec<Candidate>,
    warnings: &mut Vec<Warning>,
) {
    let shown = page.visible(&passage.visible);
    for seen in address::find(shown) {
        let start = passage.visible.start + narrow(seen.range.start);
        let visible = start..passage.visible.start + narrow(seen.range.end);
        let linked = page.links(passage).iter().any(|link| {
            link.text.start <= visible.start && visible.end <= link.text.end && address::mailto(&link.target).is_some()
        });
        if linked || in_url(shown, seen.range.start) || is_cut_off(page, visible.start) {
            continue;
        }
        let email = shown.get(seen.range.clone()).unwrap_or_default();
        let source = page.source(&visible);
        if !seen.sound {
            warnings.push(refused(page, &source, email));
            continue;
        }
        let copy = shown
            .get(..seen.range.start)
            .is_some_and(|before| before.ends_with("cc="));
        let name = names::before(page, passage, visible.start);
        found.push(Candidate {
            email: email.to_owned(),
            at: page.to_folded(&visible),
            source,
            passage: index,
            copy,
            name,
        });
    }
}

/// The address is a part of a web address (`https://a.example/?to=…`).
fn in_url(shown: &str, at: usize) -> bool {
    let before = shown.get(..at).unwrap_or_default();
    let token = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '<' | '"'))
        .next()
        .unwrap_or_default();
    token.contains("://") || token.ends_with('/')
}

/// The address goes on from the line before, where a word was divided: `(mailto:Camille-` and `Petit@lab.example)`.
fn is_cut_off(page: &Page<'_>, at: u32) -> bool {
    const REACH: usize = 90;
    let before = page.visible.get(..at as usize).unwrap_or_default();
    let bare = before.trim_end();
    let divided = bare.len() < before.len()
        && bare
            .strip_suffix('-')
            .is_some_and(|word| word.ends_with(char::is_alphanumeric));
    // No further back: a text made of addresses would be searched whole for each.
    let near = (bare.len().saturating_sub(REACH)..=bare.len()).find_map(|from| bare.get(from..));
    let near = near.unwrap_or_default();
    let open = || {
        near.rfind("(mailto:")
            .is_some_and(|open| near.len() - open < REACH && !near.get(open..).unwrap_or_default().contains(')'))
    };
    divided || (bare.len() < before.len() && open())
}

fn refused(page: &Page<'_>, source: &Range<usize>, email: &str) -> Warning {
    Warning {
        code: WarningCode::AddressRefused,
        line: page.line(source.start),
        passages: vec![source.clone()],
        details: vec![email.to_owned()],
    }
}
