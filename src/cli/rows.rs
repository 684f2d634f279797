//! Which offers a command is about, in the order of the interface.

use super::args::ListArguments;
use super::failure::Failure;
use super::session::Session;
use super::track::Tracked;
use crate::offer::Summary;
use crate::offer::state::{State, state};
use crate::search::rank::Corpus;
use crate::search::{Index, Query, Sort, search};
use crate::store::Catalog;
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
pub fn matching<'a>(
    arguments: &ListArguments,
    session: &Session,
    catalog: &'a Catalog,
) -> Result<Vec<Row<'a>>, Failure> {
    let today = session.environment.today;
    if arguments.query.is_empty() && arguments.sort.is_none() {
        return Ok(unordered(arguments, session, catalog));
    }
    let query = Query::parse(&arguments.query.join(" "), today);
    let sort = arguments.sort.map_or(session.config.sort, Sort::from);
    let marks = marks(arguments.all, session, catalog)?;
    let rows = catalog.rows();
    let index = Index::build(rows);
    let corpus = Corpus {
        rows,
        index: &index,
        bodies: None,
        marks: &marks,
        today,
    };
    let hits = search(corpus, &query, sort);
    let wanted = |summary: &Summary| arguments.all || is_open(state(summary, today).0);
    let rows = hits
        .rows
        .iter()
        .filter_map(|hit| {
            let number = usize::try_from(hit.row).ok()?;
            Some(Row {
                number,
                summary: rows.get(number)?,
            })
        })
        .filter(|row| wanted(row.summary));
    Ok(rows.collect())
}

/// Returns the offers in the order of the catalog.
fn unordered<'a>(arguments: &ListArguments, session: &Session, catalog: &'a Catalog) -> Vec<Row<'a>> {
    let wanted = |summary: &Summary| arguments.all || is_open(state(summary, session.environment.today).0);
    let rows = catalog.rows().iter().enumerate().filter(|(_, summary)| wanted(summary));
    rows.map(|(number, summary)| Row { number, summary }).collect()
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
