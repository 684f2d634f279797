//! What the shortlist, the visits and the rules of the configuration say of each row: for the interface and the command
//! line alike.

use super::rank::{Corpus, search};
use super::scope::Scope;
use super::{Query, Sort};
use crate::tracking::{Marks, Shortlist, Visits};

/// Returns what the list shows of each row of a corpus, whose own marks do not matter. `rules` are queries whose offers
/// are hidden.
#[must_use]
pub fn marks(corpus: Corpus<'_>, shortlist: &Shortlist, visits: &Visits, rules: &[String]) -> Vec<Marks> {
    let rows = corpus.rows.iter();
    let mut marks: Vec<Marks> = rows.map(|row| visits.mark(&row.id, shortlist.marks(&row.id))).collect();
    let everything = Corpus {
        marks: &[],
        scope: Scope::All,
        ..corpus
    };
    for rule in rules {
        let rule = Query::parse(rule, corpus.today);
        // A rule that says nothing would hide everything.
        if rule.is_empty() {
            continue;
        }
        for hit in search(everything, &rule, Sort::default()).rows {
            if let Some(marks) = marks.get_mut(hit.row as usize) {
                marks.hidden = true;
            }
        }
    }
    marks
}
