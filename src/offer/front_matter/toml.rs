//! TOML, with the parser that recovers from errors and knows where every value stands.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::split::{Fence, key_end};
use super::{Field, Read, Value, bomb, field, line_of};

/// Reads the block, bytes of `text`.
pub(super) fn read(text: &str, block: &Range<usize>) -> Read {
    let source = text.get(block.clone()).unwrap_or("");
    if let Some(why) = bomb(source) {
        return Read {
            fields: by_line(text, block),
            error: Some((line_of(text, block.start), why.to_owned())),
        };
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    let error = errors.first().map(|error| {
        // What the end of the block still lacks is said of its last line.
        let last = source.trim_end().len();
        let at = block.start + error.span().map_or(0, |span| span.start.min(last));
        (line_of(text, at), error.message().to_owned())
    });
    Read {
        fields: fields(text, block.start, table.get_ref()),
        error,
    }
}

fn fields(text: &str, base: usize, table: &DeTable<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(key, value)| {
            let start = base + key.span().start;
            let end = (base + value.span().end).max(start);
            field(text, key.get_ref(), self::value(text, base, value), start..end)
        })
        .collect();
    fields.sort_by_key(|field| field.span.start);
    fields
}

fn value(text: &str, base: usize, value: &Spanned<DeValue<'_>>) -> Value {
    let span = base + value.span().start..base + value.span().end;
    let scalar = |words: String| scalar(text, words, &span);
    match value.get_ref() {
        DeValue::String(words) => scalar(words.to_string()),
        DeValue::Integer(number) => scalar(number.to_string()),
        DeValue::Float(number) => scalar(number.to_string()),
        DeValue::Boolean(flag) => scalar(flag.to_string()),
        DeValue::Datetime(date) => scalar(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| self::value(text, base, item)).collect()),
        DeValue::Table(table) => Value::Map(fields(text, base, table)),
    }
}

/// A scalar: the text that was written, without its quotes.
fn scalar(text: &str, words: String, span: &Range<usize>) -> Value {
    if words.trim().is_empty() {
        return Value::Empty;
    }
    let raw = text.get(span.clone()).unwrap_or("");
    let inner = raw.trim_matches(['"', '\'']);
    let quoted = raw.starts_with(['"', '\'']);
    if inner == words || !quoted {
        let start = span.start + (raw.len() - raw.trim_start_matches(['"', '\'']).len());
        return Value::Text(inner.to_owned(), start..start + inner.len());
    }
    Value::Text(words, span.clone())
}

/// The plain `key = value` lines of a block that is given to no parser.
fn by_line(text: &str, block: &Range<usize>) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut at = block.start;
    for line in text.get(block.clone()).unwrap_or("").split_inclusive('\n').take(1000) {
        let start = at;
        at += line.len();
        let bare = line.trim_end();
        let Some(end) = key_end(bare, Fence::Toml) else {
            continue;
        };
        let Some((_, raw)) = bare.split_once('=') else { continue };
        let words = raw.trim().trim_matches(['"', '\'']);
        let from = start + bare.len() - raw.trim_start().trim_start_matches(['"', '\'']).len();
        let value = if words.is_empty() {
            Value::Empty
        } else {
            Value::Text(words.to_owned(), from..from + words.len())
        };
        fields.push(field(
            text,
            bare.get(..end).unwrap_or(""),
            value,
            start..start + bare.len(),
        ));
    }
    fields
}
