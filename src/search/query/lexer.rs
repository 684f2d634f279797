//! Cuts what was typed into pieces, with the bytes that each stands on.

use std::ops::Range;

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) enum Piece {
    /// `|`, `OU` or `OR`.
    Or,
    /// Anything else.
    Item(Item),
}

/// A word, a phrase or a field, perhaps refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Item {
    /// True after a leading `-`.
    pub negated: bool,
    /// The name before the first colon, when letters alone stand there.
    pub name: Option<Range<usize>>,
    /// What stands after the name, or all of it, cut at the commas of a field.
    pub values: Vec<Value>,
    /// All of it, the `-` too.
    pub range: Range<usize>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Value {
    /// True when it stands in quotes.
    pub quoted: bool,
    /// True when `=` stands before its quotes: nothing more may stand in the field.
    pub whole: bool,
    /// Its bytes, without the quotes.
    pub range: Range<usize>,
}

/// Cuts a query into pieces.
#[must_use]
pub(in crate::search) fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, c)) = next_char(text, at) {
        if c.is_whitespace() {
            at = start + c.len_utf8();
        } else if c == '|' {
            found.push(Piece::Or);
            at = start + 1;
        } else {
            let item = item(text, start);
            at = item.range.end;
            let alone =
                item.name.is_none() && !item.negated && matches!(text.get(item.range.clone()), Some("OU" | "OR"));
            found.push(if alone { Piece::Or } else { Piece::Item(item) });
        }
    }
    found
}

fn next_char(text: &str, at: usize) -> Option<(usize, char)> {
    text.get(at..).and_then(|rest| rest.chars().next()).map(|c| (at, c))
}

/// Reads the item that starts at `start`.
fn item(text: &str, start: usize) -> Item {
    let mut at = start;
    let mut negated = false;
    if let Some((_, '-' | '–' | '−')) = next_char(text, at) {
        let after = at + next_char(text, at).map_or(1, |(_, c)| c.len_utf8());
        if next_char(text, after).is_some_and(|(_, c)| c != '-' && !c.is_whitespace()) {
            negated = true;
            at = after;
        }
    }
    let name = name(text, at);
    if let Some(name) = &name {
        at = name.end + 1;
    }
    let mut values = Vec::new();
    loop {
        let (value, end) = value(text, at, name.is_some());
        values.push(value);
        at = end;
        if name.is_none() || next_char(text, at).is_none_or(|(_, c)| c != ',') {
            break;
        }
        at += 1;
    }
    Item {
        negated,
        name,
        values,
        range: start..at.max(start + 1),
    }
}

/// Returns the letters before a colon, when an item starts with them and no link follows.
fn name(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let letters = rest.find(|c: char| !c.is_alphabetic() && c != '\u{301}' && c != '\u{300}')?;
    let after = rest.get(letters..)?;
    (letters > 0 && after.starts_with(':') && !after.starts_with("://")).then_some(at..at + letters)
}

/// Reads one value from `at` on and returns it with where it ends, past its quotes.
fn value(text: &str, at: usize, in_field: bool) -> (Value, usize) {
    let quote_after = |at| next_char(text, at).is_some_and(|(_, c)| closing(c).is_some());
    let whole = in_field && matches!(next_char(text, at), Some((_, '='))) && quote_after(at + 1);
    let at = if whole { at + 1 } else { at };
    if let Some((_, open)) = next_char(text, at)
        && let Some(close) = closing(open)
    {
        let from = at + open.len_utf8();
        let rest = text.get(from..).unwrap_or_default();
        return match rest.find(close) {
            Some(len) => {
                let end = from + len + rest.get(len..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8);
                (
                    Value {
                        quoted: true,
                        whole,
                        range: from..from + len,
                    },
                    end,
                )
            }
            // Still being typed.
            None => (
                Value {
                    quoted: true,
                    whole,
                    range: from..text.len(),
                },
                text.len(),
            ),
        };
    }
    let rest = text.get(at..).unwrap_or_default();
    let len = rest
        .find(|c: char| c.is_whitespace() || c == '|' || (in_field && c == ','))
        .unwrap_or(rest.len());
    (
        Value {
            quoted: false,
            whole: false,
            range: at..at + len,
        },
        at + len,
    )
}

/// Returns what closes a quotation.
fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' | '“' | '”' | '„' => Some(&['"', '“', '”']),
        '«' => Some(&['»']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<(bool, String, Vec<String>)> {
        pieces(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Or => (false, "|".into(), Vec::new()),
                Piece::Item(item) => (
                    item.negated,
                    item.name.map(|name| text[name].to_owned()).unwrap_or_default(),
                    item.values
                        .into_iter()
                        .map(|value| text[value.range].to_owned())
                        .collect(),
                ),
            })
            .collect()
    }

    #[test]
    fn words_fields_phrases_and_refusals() {
        assert_eq!(
            items("rust lieu:lyon,\"saint denis\" -java | c++ « service public »"),
            [
                (false, String::new(), vec!["rust".to_owned()]),
                (false, "lieu".into(), vec!["lyon".into(), "saint denis".into()]),
                (true, String::new(), vec!["java".into()]),
                (false, "|".into(), vec![]),
                (false, String::new(), vec!["c++".into()]),
                (false, String::new(), vec![" service public ".into()]),
            ]
        );
    }

    #[test]
    fn what_is_still_being_typed_is_no_trouble() {
        assert_eq!(items("-"), [(false, String::new(), vec!["-".to_owned()])]);
        assert_eq!(items("\"serv"), [(false, String::new(), vec!["serv".to_owned()])]);
        assert_eq!(items("lieu:"), [(false, "lieu".into(), vec![String::new()])]);
        assert_eq!(
            items("lieu:lyon,"),
            [(false, "lieu".into(), vec!["lyon".into(), String::new()])]
        );
        assert_eq!(
            items("https://a.example/b"),
            [(false, String::new(), vec!["https://a.example/b".to_owned()])]
        );
    }
}
