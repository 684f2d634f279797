//! Ends what is being typed: names of fields, and the values that occur, each with the offers behind it.

use std::ops::Range;

use super::edit::quoted;
use super::facets::{FacetValue, count, facet, fixed_values, rows_for};
use super::query::fields::Field;
use super::query::lexer::{Item, Piece, Value, pieces};
use super::rank::Corpus;
use super::searcher::Searcher;
use super::words::plain_words;
use crate::locale::Lang;
use crate::offer::Regions;
use crate::text::fold_inclusive;

/// How what is being typed may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that a candidate replaces.
    pub range: Range<usize>,
    /// The likeliest first. Never empty.
    pub candidates: Vec<Candidate>,
}

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What to write: `lieu:`, `"La Rochelle"`.
    pub text: String,
    /// How many offers it leaves; `None` for the name of a field.
    pub count: Option<usize>,
}

/// Completes the word at the cursor, a byte of the query. `None` when there is nothing to propose.
#[must_use]
pub fn complete(
    searcher: &mut Searcher,
    corpus: Corpus<'_>,
    query: &str,
    cursor: usize,
    lang: Lang,
) -> Option<Completion> {
    let item = item_at(query, cursor)?;
    let found = match &item.name {
        Some(name) => {
            let field = Field::of(&folded(query.get(name.clone())?))?;
            values(searcher, corpus, query, &item, field, cursor, lang)?
        }
        None => names(searcher, corpus, query, &item, cursor, lang)?,
    };
    (!found.candidates.is_empty()).then_some(found)
}

/// How many candidates are proposed at most.
const MOST: usize = 12;

/// Finds the item that the cursor stands in or right after.
fn item_at(query: &str, cursor: usize) -> Option<Item> {
    pieces(query).into_iter().find_map(|piece| match piece {
        Piece::Item(item) if item.range.start < cursor && cursor <= item.range.end => Some(item),
        Piece::Item(_) | Piece::Or => None,
    })
}

/// Fewer letters of a bare word propose no region.
const REGION_FROM: usize = 4;

/// Proposes the names of fields that start with what is typed, and regions: a bare word does not find what lies in one.
fn names(
    searcher: &mut Searcher,
    corpus: Corpus<'_>,
    query: &str,
    item: &Item,
    cursor: usize,
    lang: Lang,
) -> Option<Completion> {
    let value = item.values.first().filter(|value| !value.quoted)?;
    let range = value.range.start..cursor.min(value.range.end);
    let typed = folded(query.get(range.clone())?);
    if typed.is_empty() {
        return None;
    }
    let mut candidates: Vec<Candidate> = Field::ALL
        .into_iter()
        .filter_map(|field| {
            let own = field.name(lang);
            let others = field.names().iter().copied().find(|name| name.starts_with(&typed));
            let name = if folded(own).starts_with(&typed) {
                own
            } else {
                super::query::fields::spelled(others?)
            };
            Some(Candidate {
                text: format!("{name}:"),
                count: None,
            })
        })
        .take(MOST)
        .collect();
    if typed.len() >= REGION_FROM && Regions::starting(&typed).next().is_some() {
        let rest = [query.get(..item.range.start)?, query.get(item.range.end..)?].concat();
        let rows = rows_for(searcher, corpus, Field::Place, &rest);
        let named = |region: Candidate| Candidate {
            text: format!("{}:{}", Field::Place.name(lang), region.text),
            ..region
        };
        candidates.extend(regions(corpus, &rest, &rows, &typed, lang, &[]).into_iter().map(named));
    }
    Some(Completion { range, candidates })
}

/// Proposes the values of a field that have a word starting with what is typed.
fn values(
    searcher: &mut Searcher,
    corpus: Corpus<'_>,
    query: &str,
    item: &Item,
    field: Field,
    cursor: usize,
    lang: Lang,
) -> Option<Completion> {
    let value = item.values.iter().rev().find(|value| value.range.start <= cursor)?;
    let typed = folded(query.get(value.range.start..cursor.min(value.range.end))?);
    let range = with_quotes(query, value)?;
    let rest = [query.get(..item.range.start)?, query.get(item.range.end..)?].concat();
    let rows = rows_for(searcher, corpus, field, &rest);
    let candidates = match field {
        Field::Organization | Field::Place | Field::Tag => {
            let wanted = |value: &str| fits(value, &typed);
            let facet = facet(corpus, field, &rows, (&rest, ""), (MOST, &wanted), lang);
            let candidate = |value: FacetValue| {
                // In the usual form, which finds "Lyon 3e" too: then these count as well.
                let text = quoted(&value.value);
                let count = if text == value.written {
                    value.count
                } else {
                    count(corpus, field, &value.value, &rest, &rows)
                };
                Candidate {
                    text,
                    count: Some(count),
                }
            };
            let mut candidates: Vec<Candidate> = facet.values.into_iter().map(candidate).collect();
            if field == Field::Place {
                candidates.extend(regions(corpus, &rest, &rows, &typed, lang, &candidates));
                candidates.truncate(MOST);
            }
            candidates
        }
        Field::Sort => fixed_values(field, lang)
            .into_iter()
            .filter(|value| fits(value, &typed))
            .map(|text| Candidate { text, count: None })
            .collect(),
        _ => fixed_values(field, lang)
            .into_iter()
            .filter(|value| fits(value, &typed))
            .map(|text| Candidate {
                count: Some(count(corpus, field, &text, &rest, &rows)),
                text,
            })
            .take(MOST)
            .collect(),
    };
    Some(Completion { range, candidates })
}

/// Proposes the regions that some offer lies in and whose name starts with what is typed, after the places themselves.
fn regions(
    corpus: Corpus<'_>,
    rest: &str,
    rows: &[u32],
    typed: &str,
    lang: Lang,
    places: &[Candidate],
) -> Vec<Candidate> {
    let words = plain_words(typed).join(" ");
    let starting = Regions::starting(&words).filter(|_| !words.is_empty());
    starting
        .map(|region| quoted(region.get(lang)))
        .filter(|text| places.iter().all(|place| folded(&place.text) != folded(text)))
        .map(|text| Candidate {
            count: Some(count(corpus, Field::Place, &text, rest, rows)),
            text,
        })
        .filter(|candidate| candidate.count != Some(0))
        .collect()
}

/// Returns the bytes of a value with the quotes that it stands in.
fn with_quotes(query: &str, value: &Value) -> Option<Range<usize>> {
    if !value.quoted {
        return Some(value.range.clone());
    }
    let before = query.get(..value.range.start)?.chars().next_back();
    let after = query.get(value.range.end..)?.chars().next();
    let length = |quote: Option<char>| quote.map_or(0, char::len_utf8);
    Some(value.range.start - length(before)..value.range.end + length(after))
}

/// Tells whether a value, or a word of it, starts with what is typed.
fn fits(value: &str, typed: &str) -> bool {
    let value = folded(value);
    value.starts_with(typed) || plain_words(&value).iter().any(|word| word.starts_with(typed))
}

fn folded(text: &str) -> String {
    fold_inclusive(text).text.trim().to_owned()
}
