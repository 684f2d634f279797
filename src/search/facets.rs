//! What the present list is made of: the values of a field with the number of offers behind each.

use super::edit::{asks_for, quoted, whole, without_field};
use super::filter::Filter;
use super::index::regions_named;
use super::query::fields::{self, Field, in_language};
use super::query::{Query, Sort, Test};
use super::rank::Corpus;
use super::scope::{Gate, Scope};
use super::searcher::Searcher;
use super::values::Values;
use crate::locale::Lang;

/// The values of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// Its values, the most frequent first.
    pub values: Vec<FacetValue>,
    /// How many more values there are.
    pub more: usize,
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// As it is shown.
    pub value: String,
    /// As it is written in a query so that it alone passes.
    pub written: String,
    /// How many offers have it, of those that the rest of the query leaves: what choosing it leaves.
    pub count: usize,
    /// True when the query asks for it.
    pub chosen: bool,
}

impl FacetValue {
    /// Makes one that is not chosen and not written yet.
    fn new(value: String, count: usize) -> Self {
        Self {
            value,
            written: String::new(),
            count,
            chosen: false,
        }
    }
}

/// The fields that make facets, in their order on screen.
const FACETS: [Field; 7] = [
    Field::Kind,
    Field::Place,
    Field::Organization,
    Field::Tag,
    Field::Duration,
    Field::Remote,
    Field::Is,
];

/// Spans of months as the facet of the duration offers them.
const DURATIONS: [&str; 4] = ["<3", "3-6", "6-12", ">12"];

/// Counts the values of every facet field under a query. Of each field the `most` frequent values come.
///
/// A field's own part of the query does not count for it: with `lieu:lyon` the other places still show what they
/// would add.
#[must_use]
pub fn facets(searcher: &mut Searcher, corpus: Corpus<'_>, query: &str, most: usize, lang: Lang) -> Vec<Facet> {
    let all = rows(searcher, corpus, query);
    FACETS
        .into_iter()
        .map(|field| {
            let rest = without_field(query, field);
            let own;
            let rows = if rest == query && !widens(field) {
                &all
            } else {
                own = rows_for(searcher, corpus, field, &rest);
                &own
            };
            facet(corpus, field, rows, (&rest, query), (most, &|_| true), lang)
        })
        .filter(|facet| !facet.values.is_empty())
        .collect()
}

/// Returns the rows that match a query.
pub(super) fn rows(searcher: &mut Searcher, corpus: Corpus<'_>, query: &str) -> Vec<u32> {
    let hits = searcher.search(corpus, &Query::parse(query, corpus.today), Sort::Relevance);
    hits.rows.iter().map(|hit| hit.row).collect()
}

/// Returns the rows that the values of a field are counted over: those that match the rest of the query, and, when the
/// field may name what stays out, that too.
pub(super) fn rows_for(searcher: &mut Searcher, corpus: Corpus<'_>, field: Field, rest: &str) -> Vec<u32> {
    let scope = if widens(field) { Scope::All } else { corpus.scope };
    rows(searcher, Corpus { scope, ..corpus }, rest)
}

/// Tells whether a value of a field may bring back what stays out of the list.
fn widens(field: Field) -> bool {
    matches!(field, Field::Is | Field::Stage)
}

/// Counts the values of one field over the rows of [`rows_for`]. `query` is what is typed, `rest` the same without this
/// field. Of the values that are `wanted` the `most` frequent come.
pub(super) fn facet(
    corpus: Corpus<'_>,
    field: Field,
    rows: &[u32],
    (rest, query): (&str, &str),
    (most, wanted): (usize, &dyn Fn(&str) -> bool),
    lang: Lang,
) -> Facet {
    let mut values = counted(corpus, field, rows, rest, lang);
    for (_, value) in &mut values {
        value.chosen = asks_for(query, field, &value.value);
    }
    values.retain(|(_, value)| (value.count > 0 || value.chosen) && wanted(&value.value));
    if field != Field::Duration {
        // Choosing one moves none.
        values.sort_by(|(_, a), (_, b)| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    }
    let all = values.len();
    let mut place = 0;
    values.retain(|(_, value)| {
        place += 1;
        place <= most || value.chosen
    });
    let more = all - values.len();
    let values = values.into_iter().map(|(number, value)| FacetValue {
        written: written(corpus, field, number, &value.value),
        ..value
    });
    Facet {
        field,
        values: values.collect(),
        more,
    }
}

/// Writes a value for a query: in the usual form, which the start of a word is enough for, unless others pass it too.
fn written(corpus: Corpus<'_>, field: Field, number: u32, value: &str) -> String {
    let usual = quoted(value);
    let of = match field {
        Field::Organization => &corpus.index.organizations,
        Field::Place => &corpus.index.places,
        Field::Tag => &corpus.index.tags,
        _ => return usual,
    };
    let query = Query::parse(&format!("{}:{usual}", field.name(Lang::En)), corpus.today);
    let alone = query.tests().next().is_some_and(|test| match test {
        Test::Text(_, values) => match values.as_slice() {
            [wanted] => {
                let region = field == Field::Place && !regions_named(wanted).is_none();
                !region && of.passes_alone(number, wanted)
            }
            _ => false,
        },
        _ => false,
    });
    if alone { usual } else { whole(value) }
}

/// Counts values, each with its number among the values of the index; 0 for those that the index does not number.
fn counted(corpus: Corpus<'_>, field: Field, rows: &[u32], rest: &str, lang: Lang) -> Vec<(u32, FacetValue)> {
    let index = corpus.index;
    let facts = || rows.iter().filter_map(|row| index.columns.get(*row as usize));
    match field {
        Field::Organization => of_values(&index.organizations, facts().map(|facts| facts.organization)),
        Field::Place => of_values(&index.places, facts().map(|facts| facts.place)),
        Field::Tag => of_values(
            &index.tags,
            rows.iter().flat_map(|row| index.columns.tags(*row as usize)).copied(),
        ),
        _ => fixed_values(field, lang)
            .into_iter()
            .map(|value| {
                let count = count(corpus, field, &value, rest, rows);
                (0, FacetValue::new(value, count))
            })
            .collect(),
    }
}

/// Counts numbered values.
fn of_values(values: &Values, numbers: impl Iterator<Item = u32>) -> Vec<(u32, FacetValue)> {
    let mut counts = vec![0_usize; values.len() + 1];
    for number in numbers {
        if let Some(count) = counts.get_mut(number as usize) {
            *count += 1;
        }
    }
    (0..)
        .zip(counts)
        .skip(1)
        .filter(|(_, count)| *count > 0)
        .map(|(number, count)| (number, FacetValue::new(values.shown(number).to_owned(), count)))
        .collect()
}

/// Counts the rows that `field:value` leaves beside the rest of a query.
pub(super) fn count(corpus: Corpus<'_>, field: Field, value: &str, rest: &str, rows: &[u32]) -> usize {
    let asked = format!("{}:{}", field.name(Lang::En), quoted(value));
    let query = Query::parse(&asked, corpus.today);
    let Some(alternative) = query.clauses.first().and_then(|clause| clause.alternatives.first()) else {
        return 0;
    };
    let filter = Filter::new(corpus, alternative, Vec::new());
    let passes = |row: &&u32| filter.passes(corpus, **row as usize);
    if !widens(field) {
        return rows.iter().filter(passes).count();
    }
    let gate = Gate::new(corpus, &Query::parse(&format!("{rest} {asked}"), corpus.today));
    let stays = |row: &&u32| gate.why(**row).is_none();
    rows.iter().filter(stays).filter(passes).count()
}

/// Returns the values of a field that has a fixed set of them, as written in a language.
pub(super) fn fixed_values(field: Field, lang: Lang) -> Vec<String> {
    fn names<T>(names: fields::Names<T>, lang: Lang) -> Vec<String> {
        names
            .iter()
            .map(|(_, names)| in_language(names, lang).to_owned())
            .collect()
    }
    match field {
        Field::Kind => names(fields::KINDS, lang),
        Field::Stage => names(fields::STAGES, lang),
        Field::Remote => names(fields::ANSWERS, lang),
        Field::Lang => names(fields::LANGUAGES, lang),
        Field::Has => names(fields::STATED, lang),
        Field::Sort => names(fields::SORTS, lang),
        Field::Is => names(fields::STATES, lang),
        Field::Duration => DURATIONS.map(str::to_owned).to_vec(),
        Field::Deadline | Field::Before | Field::After => match lang {
            Lang::Fr => ["+7j", "+30j", "demain"].map(str::to_owned).to_vec(),
            Lang::En => ["+7d", "+30d", "tomorrow"].map(str::to_owned).to_vec(),
        },
        Field::Posted => match lang {
            Lang::Fr => ["7j", "30j", "hier"].map(str::to_owned).to_vec(),
            Lang::En => ["7d", "30d", "yesterday"].map(str::to_owned).to_vec(),
        },
        Field::Pay => [">=1500", ">=2500"].map(str::to_owned).to_vec(),
        Field::Organization | Field::Place | Field::Tag | Field::Title | Field::Start => Vec::new(),
    }
}
