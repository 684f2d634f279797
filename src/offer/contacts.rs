//! The addresses to which an application goes, with their roles and names.
//!
//! All addresses are gathered first ([`gather`]), from link targets, text and front matter; then each gets a role from
//! the words around it ([`roles`]); addresses of which nothing is said take the applications when no other way is
//! given, and answer questions when there is one.

mod gather;
mod hidden;
mod names;
mod roles;

use super::facts::{Contact, ContactRole, Fact};
use super::page::Page;
use super::warning::Warning;
use gather::Candidate;
pub(super) use hidden::AT_MARKS;
use roles::Sign;

/// Reads the contacts. `applies_elsewhere`: the offer gives a page or form where one applies.
pub(super) fn read(page: &Page<'_>, applies_elsewhere: bool, warnings: &mut Vec<Warning>) -> Vec<Fact<Contact>> {
    let candidates = gather::gather(page, warnings);
    let signs = roles::signs(page, &candidates);
    let explicit = applies_elsewhere || signs.contains(&Sign::To);
    let mut found: Vec<(Candidate, ContactRole, bool)> = Vec::new();
    for (candidate, sign) in candidates.into_iter().zip(signs) {
        let (role, sure) = match sign {
            Sign::Copy => (ContactRole::Cc, true),
            Sign::Info => (ContactRole::Info, true),
            Sign::Plain if explicit => (ContactRole::Info, false),
            Sign::To | Sign::Plain => (ContactRole::To, true),
            Sign::Aside if explicit => continue,
            Sign::Aside => (ContactRole::To, false),
            Sign::Example | Sign::Foreign => continue,
        };
        merge(&mut found, candidate, role, sure);
    }
    found.sort_by_key(|(candidate, role, _)| (*role, candidate.source.start));
    found
        .into_iter()
        .map(|(candidate, role, _)| fact(page, candidate, role))
        .collect()
}

/// Keeps one entry an address: what is sure wins, then what comes first; a name is kept from wherever it stands.
fn merge(found: &mut Vec<(Candidate, ContactRole, bool)>, candidate: Candidate, role: ContactRole, sure: bool) {
    let known = found
        .iter_mut()
        .find(|(known, ..)| known.email.eq_ignore_ascii_case(&candidate.email));
    let Some((known, known_role, known_sure)) = known else {
        found.push((candidate, role, sure));
        return;
    };
    if known.name.is_none() {
        known.name.clone_from(&candidate.name);
    }
    // An address that takes applications may answer questions too.
    let better = sure && (!*known_sure || role < *known_role);
    if better {
        (*known_role, *known_sure) = (role, sure);
        known.source = candidate.source;
    }
}

fn fact(page: &Page<'_>, candidate: Candidate, role: ContactRole) -> Fact<Contact> {
    let evidence = vec![page.evidence_at(candidate.source)];
    Fact {
        value: Contact {
            email: candidate.email,
            role,
            name: candidate.name,
        },
        evidence,
    }
}
