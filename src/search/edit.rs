//! Changes a query as text, so that a person sees what a facet or a completion did and can take it back by hand.

use std::ops::Range;

use super::query::fields::Field;
use super::query::lexer::{Item, Piece, pieces};
use super::values::unquoted;
use crate::locale::Lang;
use crate::text::fold_inclusive;

/// Puts a value of a field into a query, or takes it out when it is there: `rust lieu:lyon` becomes
/// `rust lieu:lyon,paris`, then again `rust lieu:lyon`. `written` is the value as [`quoted`] or [`whole`] writes it.
#[must_use]
pub fn toggled(query: &str, field: Field, written: &str, lang: Lang) -> String {
    let Some(item) = item_of(query, field) else {
        let space = if query.is_empty() || query.ends_with(char::is_whitespace) {
            ""
        } else {
            " "
        };
        return format!("{query}{space}{}:{written}", field.name(lang));
    };
    let wanted = folded(written.strip_prefix("=\"").unwrap_or(written));
    let held = |range: &Range<usize>| folded(query.get(range.clone()).unwrap_or_default());
    let kept: Vec<String> = item
        .values
        .iter()
        .filter(|value| !value.range.is_empty() && held(&value.range) != wanted)
        .map(|value| {
            let written = quoted(query.get(value.range.clone()).unwrap_or_default());
            if value.whole { whole(&written) } else { written }
        })
        .collect();
    let there = item.values.iter().any(|value| held(&value.range) == wanted);
    let values = if there {
        kept
    } else {
        kept.into_iter().chain([written.to_owned()]).collect()
    };
    if values.is_empty() {
        return without(query, &item.range);
    }
    let before = query
        .get(..item.name.as_ref().map_or(item.range.start, |name| name.end))
        .unwrap_or_default();
    let after = query.get(item.range.end..).unwrap_or_default();
    format!("{before}:{}{after}", values.join(","))
}

/// Returns the query without what it asks of a field.
#[must_use]
pub fn without_field(query: &str, field: Field) -> String {
    let mut text = query.to_owned();
    while let Some(item) = item_of(&text, field) {
        text = without(&text, &item.range);
    }
    text
}

/// Tells whether a query asks for this value of a field.
#[must_use]
pub fn asks_for(query: &str, field: Field, value: &str) -> bool {
    let wanted = folded(value);
    item_of(query, field).is_some_and(|item| {
        item.values
            .iter()
            .any(|value| folded(query.get(value.range.clone()).unwrap_or_default()) == wanted)
    })
}

/// Finds what a query asks of a field: not what it refuses, nor an alternative to something else.
fn item_of(query: &str, field: Field) -> Option<Item> {
    let pieces = pieces(query);
    let is_or = |at: Option<usize>| at.is_some_and(|at| matches!(pieces.get(at), Some(Piece::Or)));
    pieces.iter().enumerate().find_map(|(at, piece)| match piece {
        Piece::Item(item) if !item.negated && !is_or(at.checked_sub(1)) && !is_or(at.checked_add(1)) => {
            let name = query.get(item.name.clone()?)?;
            (Field::of(&folded(name)) == Some(field)).then(|| item.clone())
        }
        Piece::Item(_) | Piece::Or => None,
    })
}

fn without(query: &str, range: &Range<usize>) -> String {
    let before = query.get(..range.start).unwrap_or_default().trim_end();
    let after = query.get(range.end..).unwrap_or_default().trim_start();
    let space = if before.is_empty() || after.is_empty() { "" } else { " " };
    [before, space, after].concat()
}

/// Writes a value so that it stays one.
#[must_use]
pub fn quoted(value: &str) -> String {
    let plain = !value.is_empty()
        && !value.contains(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '"' | '«' | '“' | '”'));
    if plain {
        value.to_owned()
    } else {
        format!("\"{}\"", value.replace(['"', '“', '”'], ""))
    }
}

/// Writes a query for a field that holds exactly this: `structure:="La Ruche"`.
#[must_use]
pub fn exactly(field: Field, value: &str, lang: Lang) -> String {
    format!("{}:{}", field.name(lang), whole(value))
}

/// Writes a value so that no other passes: `="Lyon"` leaves "Lyon 3e" out.
#[must_use]
pub fn whole(value: &str) -> String {
    format!("=\"{}\"", value.replace(['"', '“', '”'], ""))
}

/// Folds a value for comparison.
fn folded(text: &str) -> String {
    unquoted(&fold_inclusive(text).text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggle(query: &str, value: &str) -> String {
        toggled(query, Field::Place, &quoted(value), Lang::Fr)
    }

    #[test]
    fn a_value_comes_and_goes() {
        assert_eq!(toggle("", "Lyon"), "lieu:Lyon");
        assert_eq!(toggle("rust", "Lyon"), "rust lieu:Lyon");
        assert_eq!(toggle("rust lieu:Lyon", "Paris"), "rust lieu:Lyon,Paris");
        assert_eq!(toggle("rust lieu:Lyon,Paris web", "lyon"), "rust lieu:Paris web");
        assert_eq!(toggle("rust place:LYON web", "Lyon"), "rust web");
        assert_eq!(toggle("lieu:", "Lyon"), "lieu:Lyon");
    }

    #[test]
    fn values_of_several_words_are_quoted() {
        let once = toggle("x", "La Rochelle");
        assert_eq!(once, "x lieu:\"La Rochelle\"");
        assert_eq!(toggle(&once, "Lyon"), "x lieu:\"La Rochelle\",Lyon");
        assert_eq!(toggle(&once, "la rochelle"), "x");
        assert!(asks_for(&once, Field::Place, "La  Rochelle"));
    }

    #[test]
    fn whole_values_stay_whole() {
        let rule = exactly(Field::Place, "La Rochelle", Lang::Fr);
        assert_eq!(rule, "lieu:=\"La Rochelle\"");
        assert_eq!(toggle(&rule, "Lyon"), "lieu:=\"La Rochelle\",Lyon");
        let toggle = |query: &str| toggled(query, Field::Place, &whole("Lyon"), Lang::Fr);
        assert_eq!(toggle("lieu:Paris"), "lieu:Paris,=\"Lyon\"");
        assert_eq!(toggle("lieu:Paris,=\"Lyon\""), "lieu:Paris");
        assert_eq!(toggle("lieu:lyon"), "");
    }

    #[test]
    fn quotes_in_a_value_do_not_matter() {
        let value = "Le \"Lieu\" utile";
        let once = toggle("", value);
        assert_eq!(once, "lieu:\"Le Lieu utile\"");
        assert!(asks_for(&once, Field::Place, value));
        assert_eq!(toggle(&once, value), "");
    }

    #[test]
    fn refusals_and_alternatives_are_left_alone() {
        assert_eq!(toggle("-lieu:Lyon", "Paris"), "-lieu:Lyon lieu:Paris");
        assert_eq!(toggle("rust | lieu:Lyon", "Paris"), "rust | lieu:Lyon lieu:Paris");
        assert_eq!(without_field("lieu:a rust lieu:b", Field::Place), "rust");
    }
}
