//! Which offers a command is about, in the order of the interface.

use super::args::ListArguments;
use super::failure::Failure;
use super::session::{self, Session};
use super::track::Tracked;
use crate::locale::cli as say;
use crate::offer::Summary;
use crate::offer::state::{State, state};
use crate::search::query::fields::Is;
use crate::search::rank::Corpus;
use crate::search::{Index, Query, Sort, search};
use crate::store::Catalog;
use crate::text::clean_visibly;
use crate::tracking::Marks;

/// One offer to print.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its position in the catalog.
    pub number: usize,
    /// What is known of it.
    pub summary: &'a Summary,
}

/// Returns the offers that match, best first; closed, filled, draft and hidden ones only with `--all`.
///
/// # Errors
///
/// When the shortlist cannot be read.
pub fn matching<'a>(
    arguments: &ListArguments,
    session: &Session,
    catalog: &'a Catalog,
) -> Result<Vec<Row<'a>>, Failure> {
    let today = session.environment.today;
    let rows = catalog.rows();
    let index = Index::build(rows);
    let query = Query::parse(&arguments.query.join(" "), today);
    tell_mistakes(&query, session);
    let sort = arguments.sort.map_or(session.config.sort, Sort::from);
    let bodies = if query.text.trim().is_empty() {
        None
    } else {
        session.bodies(catalog)
    };
    let corpus = Corpus {
        rows,
        index: &index,
        bodies: bodies.as_ref().map(|bodies| &*bodies.index),
        marks: &[],
        today,
    };
    let mut marks = marks(arguments.all, session, catalog)?;
    if !arguments.all {
        for row in hidden_by_rules(corpus, &session.config.hide) {
            marks[row].hidden = true;
        }
    }
    let hits = search(
        Corpus {
            marks: &marks,
            ..corpus
        },
        &query,
        sort,
    );
    // Who asks for closed offers or drafts by name gets them.
    let all = arguments.all || query.asks(Is::Closed) || query.asks(Is::Draft);
    let wanted = |summary: &Summary| all || is_open(state(summary, today).0);
    let found = hits.rows.iter().filter_map(|hit| {
        let number = usize::try_from(hit.row).ok()?;
        Some(Row {
            number,
            summary: rows.get(number)?,
        })
    });
    Ok(found.filter(|row| wanted(row.summary)).collect())
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

/// Returns the rows that the rules of the configuration hide.
fn hidden_by_rules(corpus: Corpus<'_>, rules: &[String]) -> Vec<usize> {
    let hits = |rule: &String| search(corpus, &Query::parse(rule, corpus.today), Sort::default()).rows;
    let rows = rules.iter().flat_map(hits).map(|hit| usize::try_from(hit.row));
    rows.filter_map(Result::ok)
        .filter(|row| *row < corpus.rows.len())
        .collect()
}

/// Tells whether an offer in this state is worth a line by itself.
fn is_open(state: State) -> bool {
    match state {
        State::Closed | State::Filled | State::Draft => false,
        State::Open | State::ClosingSoon | State::LikelyClosed | State::Upcoming | State::Unknown => true,
    }
}

/// Returns what the shortlist says of each row; hidden offers are not hidden from `--all`.
fn marks(all: bool, session: &Session, catalog: &Catalog) -> Result<Vec<Marks>, Failure> {
    let mut tracked = Tracked::load(session)?;
    tracked.link(catalog);
    let marks = catalog.rows().iter().map(|row| tracked.shortlist.marks(&row.id));
    Ok(marks
        .map(|marks| Marks {
            hidden: marks.hidden && !all,
            ..marks
        })
        .collect())
}
