//! Which offers a command is about, in the order of the interface.

use super::args::ListArguments;
use super::failure::Failure;
use super::ready::Ready;
use super::session::{self, Session};
use super::track::Tracked;
use crate::locale::cli as say;
use crate::offer::Summary;
use crate::search::{self, Corpus, Query, Scope, Sort};
use crate::store::{Catalog, visits};
use crate::text::clean_visibly;
use crate::tracking::{Shortlist, Visits};

/// One offer to print.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its position in the catalog.
    pub number: usize,
    /// What is known of it.
    pub summary: &'a Summary,
}

/// Reads the offers, the words of their bodies too when a query or a rule may ask for them.
#[must_use]
pub fn ready(arguments: &ListArguments, session: &Session) -> Ready {
    let asks = arguments.query.iter().any(|word| !word.trim().is_empty());
    Ready::new(session, asks || !session.config.hide.is_empty())
}

/// Returns the offers that match, best first: those that the interface shows for the same query, with `--all` those
/// that it shows when nothing stays out.
///
/// # Errors
///
/// When the shortlist cannot be read.
pub fn matching<'a>(arguments: &ListArguments, session: &Session, offers: &'a Ready) -> Result<Vec<Row<'a>>, Failure> {
    let today = session.environment.today;
    let rows = offers.catalog.rows();
    let query = Query::parse(&arguments.query.join(" "), today);
    tell_mistakes(&query, session);
    let sort = arguments.sort.map_or(session.config.sort, Sort::from);
    let rules = &session.config.hide;
    let corpus = Corpus {
        bodies: offers.bodies.as_ref().map(|bodies| &*bodies.index),
        texts: Some(&*offers.catalog),
        ..Corpus::of_fields(rows, &offers.index, today)
    };
    let (shortlist, visits) = tracked(session, &offers.catalog, &query)?;
    let marks = if query.looks_at_marks() || !shortlist.is_empty() || !rules.is_empty() {
        search::marks(corpus, &shortlist, &visits, rules)
    } else {
        Vec::new()
    };
    let corpus = Corpus {
        marks: &marks,
        scope: if arguments.all { Scope::All } else { Scope::Usual },
        ..corpus
    };
    let found = search::search(corpus, &query, sort).rows.into_iter().filter_map(|hit| {
        let number = usize::try_from(hit.row).ok()?;
        Some(Row {
            number,
            summary: rows.get(number)?,
        })
    });
    Ok(found.collect())
}

/// Says which parts of the query were not understood: they were left out of the search.
fn tell_mistakes(query: &Query, session: &Session) {
    for mistake in &query.mistakes {
        let part = query.text.get(mistake.range.clone()).unwrap_or_default();
        let part = clean_visibly(part).into_string();
        session::warn(&say::not_understood(
            session.environment.lang,
            &part,
            mistake.suggestion.as_deref(),
        ));
    }
}

/// Returns the shortlist and, when the query may ask for it, which offers the interface showed before.
fn tracked(session: &Session, catalog: &Catalog, query: &Query) -> Result<(Shortlist, Visits), Failure> {
    let mut tracked = Tracked::load(session)?;
    tracked.link(catalog);
    let mut visits = Visits::default();
    if query.looks_at_marks() {
        visits = visits::load(&session.paths);
        visits.meet(catalog.rows().iter().map(|row| &row.id), session.environment.today);
    }
    Ok((tracked.shortlist, visits))
}
