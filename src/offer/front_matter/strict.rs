//! The strict YAML parser, for values that are not plain; the only place of the offers that names it.

use std::ops::Range;

use serde_yaml::{Mapping, Value as Yaml};

use super::{Value, field};

/// A parsed mapping.
pub(super) struct Parsed(Mapping);

impl Parsed {
    pub(super) fn get(&self, key: &str) -> Option<&Yaml> {
        self.0.get(key).or_else(|| {
            self.0
                .iter()
                .find(|(k, _)| scalar(k).as_deref() == Some(key))
                .map(|(_, v)| v)
        })
    }
}

/// Parses `source` as a mapping; else the line in it, from 1, and the parser's words.
pub(super) fn mapping(source: &str) -> Result<Parsed, (usize, String)> {
    match serde_yaml::from_str::<Yaml>(source) {
        Ok(Yaml::Mapping(mapping)) => Ok(Parsed(mapping)),
        Ok(_) => Err((1, "not a mapping".to_owned())),
        Err(error) => {
            // Its own count of lines takes a lone carriage return and U+2028 for line ends: ours, and editors', do not.
            let before = source.chars().take(error.location().map_or(0, |at| at.index()));
            let line = (before.filter(|c| *c == '\n').count() + 1).min(source.lines().count().max(1));
            let words = error.to_string();
            // The line is said apart, counted from the top of the file.
            let end = words.find(" at line ").unwrap_or(words.len());
            Err((line, words.get(..end).unwrap_or(&words).to_owned()))
        }
    }
}

/// Turns a parsed value into ours. `span` is where it stands in the file; scalars are searched in it, in order.
pub(super) fn value(text: &str, yaml: &Yaml, span: &Range<usize>) -> Value {
    let mut from = span.start;
    convert(text, yaml, span, &mut from)
}

fn convert(text: &str, yaml: &Yaml, span: &Range<usize>, from: &mut usize) -> Value {
    match yaml {
        Yaml::Null => Value::Empty,
        Yaml::Sequence(items) => Value::List(items.iter().map(|item| convert(text, item, span, from)).collect()),
        Yaml::Mapping(mapping) => {
            let fields = mapping.iter().filter_map(|(key, value)| {
                let key = scalar(key)?;
                let place = place(text, &key, span, from);
                let value = convert(text, value, span, from);
                Some(field(text, &key, value, place.start..(*from).max(place.end)))
            });
            Value::Map(fields.collect())
        }
        Yaml::Tagged(tagged) => convert(text, &tagged.value, span, from),
        Yaml::Bool(_) | Yaml::Number(_) | Yaml::String(_) => match scalar(yaml) {
            Some(words) if !words.trim().is_empty() => {
                let place = place(text, &words, span, from);
                Value::Text(words, place)
            }
            _ => Value::Empty,
        },
    }
}

fn scalar(yaml: &Yaml) -> Option<String> {
    match yaml {
        Yaml::Bool(value) => Some(value.to_string()),
        Yaml::Number(value) => Some(value.to_string()),
        Yaml::String(value) => Some(value.clone()),
        Yaml::Tagged(tagged) => scalar(&tagged.value),
        Yaml::Null | Yaml::Sequence(_) | Yaml::Mapping(_) => None,
    }
}

/// Finds `words` in the file from `from` on, within `span`; else from their first line; else the rest of `span`.
fn place(text: &str, words: &str, span: &Range<usize>, from: &mut usize) -> Range<usize> {
    let rest = text.get(*from..span.end).unwrap_or("");
    if let Some(at) = rest.find(words) {
        let found = *from + at..*from + at + words.len();
        *from = found.end;
        return found;
    }
    let first = words.split(['\n', ' ']).find(|word| word.len() > 1).unwrap_or(words);
    let last = words.split(['\n', ' ']).rfind(|word| word.len() > 1).unwrap_or(words);
    let start = rest.find(first).unwrap_or(0);
    // Folded or escaped: from its first word to the last one, not beyond what it can take.
    let reach = (start + words.len() * 3 + 200).min(rest.len());
    let reach = (reach..=rest.len())
        .find(|at| rest.is_char_boundary(*at))
        .unwrap_or(rest.len());
    let end = rest
        .get(start..reach)
        .and_then(|near| {
            near.char_indices()
                .map(|(at, _)| at)
                .filter(|at| near.get(*at..).is_some_and(|r| r.starts_with(last)))
                .take_while(|at| *at <= words.len() * 2 + 40)
                .last()
        })
        .map_or(rest.len(), |at| start + at + last.len());
    let found = *from + start..*from + end;
    *from = found.end;
    found
}
