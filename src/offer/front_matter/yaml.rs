//! YAML: a fast way for the plain lines that nearly all offers are made of, the strict parser for the rest, and what
//! can be saved line by line where that fails.

use std::ops::Range;

use super::split::{Fence, key_end};
use super::{Field, Read, Value, bomb, field, line_of, strict};
use crate::text::eight;

/// Most keys that are read: people write a dozen, and what follows compares each with the others.
const MOST_ENTRIES: usize = 1_000;

/// A key at the margin with all that belongs to it.
struct Entry<'t> {
    key: &'t str,
    /// From the key to the end of the last line that is not blank.
    span: Range<usize>,
    /// After the colon, in bytes of the file, to the end of `span`.
    value: Range<usize>,
}

/// Reads the block, bytes of `text`.
pub(super) fn read(text: &str, block: &Range<usize>) -> Read {
    let mut error = None;
    let entries = entries(text, block, &mut error);
    let mut fields: Vec<Field> = Vec::with_capacity(entries.len());
    let mut hard: Vec<usize> = Vec::new();
    for entry in &entries {
        let value = simple(text, entry).unwrap_or_else(|| {
            hard.push(fields.len());
            Value::Empty
        });
        if fields.iter().any(|known| known.key == entry.key) {
            let line = line_of(text, entry.span.start);
            error.get_or_insert((line, format!("the key `{}` stands twice", entry.key)));
        }
        fields.push(field(text, entry.key, value, entry.span.clone()));
    }
    let source = text.get(block.clone()).unwrap_or("");
    if !hard.is_empty() {
        match bomb(source) {
            Some(why) => {
                let first = line_of(text, block.start);
                error.get_or_insert((first, why.to_owned()));
                for at in hard {
                    save(text, &entries, at, &mut fields);
                }
            }
            None => parse_hard(text, block, &entries, &hard, &mut fields, &mut error),
        }
    }
    Read { fields, error }
}

/// Parses the entries that are not plain: the whole block at once or, when it is not valid, each entry alone.
fn parse_hard(
    text: &str,
    block: &Range<usize>,
    entries: &[Entry<'_>],
    hard: &[usize],
    fields: &mut [Field],
    error: &mut Option<(usize, String)>,
) {
    let source = text.get(block.clone()).unwrap_or("");
    // A block known to be broken is not tried whole.
    let whole = if error.is_none() {
        strict::mapping(source)
    } else {
        Err((1, String::new()))
    };
    match whole {
        Ok(parsed) => {
            for at in hard {
                let (Some(entry), Some(slot)) = (entries.get(*at), fields.get_mut(*at)) else {
                    continue;
                };
                match parsed.get(entry.key) {
                    Some(value) => slot.value = strict::value(text, value, &entry.value),
                    None => save(text, entries, *at, fields),
                }
            }
        }
        Err((line, words)) => {
            for at in hard {
                parse_alone(text, entries, *at, fields, error);
            }
            // Better the entry that fails on its own than the line where the parser gave up.
            if !words.is_empty() {
                let first = line_of(text, block.start);
                error.get_or_insert((first + line - 1, words));
            }
        }
    }
}

fn parse_alone(
    text: &str,
    entries: &[Entry<'_>],
    at: usize,
    fields: &mut [Field],
    error: &mut Option<(usize, String)>,
) {
    let Some(entry) = entries.get(at) else { return };
    let source = text.get(entry.span.clone()).unwrap_or("");
    match strict::mapping(source) {
        Ok(parsed) if parsed.get(entry.key).is_some() => {
            if let (Some(value), Some(slot)) = (parsed.get(entry.key), fields.get_mut(at)) {
                slot.value = strict::value(text, value, &entry.value);
            }
        }
        Ok(_) => save(text, entries, at, fields),
        Err((line, words)) => {
            error.get_or_insert((line_of(text, entry.span.start) + line - 1, words));
            save(text, entries, at, fields);
        }
    }
}

/// Takes what can be had of an entry that is not valid: the words after the colon, or the items of a list.
fn save(text: &str, entries: &[Entry<'_>], at: usize, fields: &mut [Field]) {
    let (Some(entry), Some(slot)) = (entries.get(at), fields.get_mut(at)) else {
        return;
    };
    let value = meant(text, entries, entry);
    let raw = text.get(value.clone()).unwrap_or("");
    let first = raw.lines().next().unwrap_or("");
    let listed = first.trim().is_empty() && raw.lines().skip(1).any(|line| line.trim_start().starts_with("- "));
    slot.value = if listed {
        Value::List(saved_items(raw, value.start))
    } else {
        let words = raw.trim_start_matches([' ', '\t', '>', '|', '\r', '\n']);
        saved_scalar(words, value.end - words.len())
    };
}

/// The value without the name that it is given (`&name value`), or the value that has the name it is (`*name`).
fn meant(text: &str, entries: &[Entry<'_>], entry: &Entry<'_>) -> Range<usize> {
    let named = |value: &Range<usize>| {
        let raw = text.get(value.clone())?.trim_start();
        let (name, rest) = raw.strip_prefix('&')?.split_once(char::is_whitespace)?;
        Some((name, value.end - rest.len()..value.end))
    };
    let raw = text.get(entry.value.clone()).unwrap_or("").trim();
    let found = match raw.strip_prefix('*') {
        Some(alias) => entries
            .iter()
            .filter_map(|other| named(&other.value))
            .find(|(name, _)| *name == alias),
        None => named(&entry.value),
    };
    found.map_or(entry.value.clone(), |(_, value)| value)
}

fn saved_items(raw: &str, base: usize) -> Vec<Value> {
    let mut items = Vec::new();
    let mut at = base;
    for line in raw.split_inclusive('\n') {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            let start = at + (line.len() - item.len());
            items.push(saved_scalar(item, start));
        }
        at += line.len();
    }
    items
}

/// A scalar without its quotes, closed or not.
fn saved_scalar(raw: &str, start: usize) -> Value {
    let lead = raw.len() - raw.trim_start().len();
    let words = raw.trim();
    let unquoted = words.trim_start_matches(['"', '\'']);
    let bare = unquoted.trim_end_matches(['"', '\'']).trim_end();
    if bare.is_empty() {
        return Value::Empty;
    }
    let from = start + lead + (words.len() - unquoted.len());
    Value::Text(bare.to_owned(), from..from + bare.len())
}

/// Cuts the block into entries. A line at the margin that is no key, no comment and no list item belongs to the entry
/// before and is reported.
fn entries<'t>(text: &'t str, block: &Range<usize>, error: &mut Option<(usize, String)>) -> Vec<Entry<'t>> {
    let mut entries: Vec<Entry<'t>> = Vec::new();
    let mut at = block.start;
    let mut quoted = false;
    for line in text.get(block.clone()).unwrap_or("").split_inclusive('\n') {
        let bare = line.trim_end();
        let start = at;
        at += line.len();
        let margin = !line.starts_with([' ', '\t', '-', '#', ']', '}']) && !bare.is_empty();
        if margin && !(quoted && key_end(bare, Fence::Yaml).is_none()) {
            if entries.len() == MOST_ENTRIES {
                let line = line_of(text, start);
                error.get_or_insert((line, format!("more than {MOST_ENTRIES} keys")));
                break;
            }
            if let Some(end) = key_end(bare, Fence::Yaml) {
                entries.push(entry(text, bare, start, end));
                quoted = open_quote(bare.get(end..).unwrap_or(""));
                continue;
            }
            error.get_or_insert_with(|| (line_of(text, start), format!("`{}` has no colon", shorten(bare))));
            continue;
        }
        if !bare.is_empty()
            && !line.starts_with('#')
            && let Some(last) = entries.last_mut()
        {
            last.span.end = start + bare.len();
            last.value.end = start + bare.len();
        }
    }
    entries
}

/// A quote opened after the colon goes on over the lines that follow.
fn open_quote(rest: &str) -> bool {
    let value = rest.trim_start_matches([':', ' ']);
    value
        .strip_prefix(['"', '\''])
        .is_some_and(|inner| !inner.contains(['"', '\'']))
}

fn entry<'t>(text: &'t str, bare: &str, start: usize, end: usize) -> Entry<'t> {
    let colon = bare
        .get(end..)
        .and_then(|rest| rest.find(':'))
        .map_or(bare.len(), |at| end + at);
    let key = text.get(start..start + end).unwrap_or("").trim_matches(['"', '\'']);
    let value = (start + colon + 1).min(start + bare.len());
    Entry {
        key,
        span: start..start + bare.len(),
        value: value..start + bare.len(),
    }
}

fn shorten(line: &str) -> &str {
    let end = line.char_indices().nth(40).map_or(line.len(), |(at, _)| at);
    line.get(..end).unwrap_or(line)
}

// --- the fast way -------------------------------------------------------------------------------------------------

/// Reads an entry that holds plain or quoted scalars only: one, a list of them, or a map of them.
fn simple(text: &str, entry: &Entry<'_>) -> Option<Value> {
    let raw = text.get(entry.value.clone())?;
    if !raw.contains('\n') {
        if raw.starts_with('\t') {
            return None;
        }
        return line(raw, entry.value.start);
    }
    let (first, rest) = raw.split_once('\n')?;
    let first = first.trim();
    if !(first.is_empty() || first.starts_with('#')) {
        return None;
    }
    let base = entry.value.end - rest.len();
    if rest.trim_start().starts_with("- ") {
        list(rest, base)
    } else {
        map(text, rest, base)
    }
}

/// A value that fits on its line.
fn line(raw: &str, base: usize) -> Option<Value> {
    let words = raw.trim();
    let start = base + (raw.len() - raw.trim_start().len());
    if words.is_empty() || words.starts_with('#') {
        return Some(Value::Empty);
    }
    if let Some(inner) = words.strip_prefix('[') {
        return flow(inner, start + 1);
    }
    scalar(words, start)
}

/// A plain or simply quoted scalar, with a comment after it or not.
fn scalar(words: &str, start: usize) -> Option<Value> {
    let first = words.chars().next()?;
    if matches!(first, '"' | '\'') {
        let inner = words.get(1..)?;
        let end = inner.find(first)?;
        let after = inner.get(end + 1..)?.trim_start();
        let value = inner.get(..end)?;
        let plain = !value.contains('\\') && (after.is_empty() || after.starts_with('#'));
        if !plain {
            return None;
        }
        return Some(text_value(value, start + 1));
    }
    let special = "-?:,[]{}#&*!|>%@`".contains(first);
    if special && !(matches!(first, '-' | '?' | ':') && words.get(1..2).is_some_and(|next| next != " ")) {
        return None;
    }
    let holds = |words: &str, byte: u8| eight::position(words.as_bytes(), byte).is_some();
    let comment = if holds(words, b'#') { words.find(" #") } else { None };
    let words = match comment {
        Some(comment) => words.get(..comment)?.trim_end(),
        None => words,
    };
    let colon = holds(words, b':') && (words.contains(": ") || words.ends_with(':'));
    let odd = colon || holds(words, b'\t') || words == "-";
    (!odd).then(|| text_value(words, start))
}

fn text_value(words: &str, start: usize) -> Value {
    match words {
        "" | "~" | "null" => Value::Empty,
        _ => Value::Text(words.to_owned(), start..start + words.len()),
    }
}

/// `[a, "b c"]` on one line; `inner` follows the bracket.
fn flow(inner: &str, base: usize) -> Option<Value> {
    let close = inner.find(']')?;
    let after = inner.get(close + 1..)?.trim_start();
    let items = inner.get(..close)?;
    let simple = (after.is_empty() || after.starts_with('#')) && !items.contains(['[', '{', '\\', '#', '&', '*', '!']);
    if !simple {
        return None;
    }
    let mut values = Vec::new();
    let mut at = base;
    for item in items.split(',') {
        let words = item.trim();
        let start = at + (item.len() - item.trim_start().len());
        at += item.len() + 1;
        if words.is_empty() {
            continue;
        }
        // A quote that holds the comma would have been cut.
        let open = words.starts_with(['"', '\'']) && (words.len() < 2 || !words.ends_with(words.chars().next()?));
        if open || words.contains(':') {
            return None;
        }
        values.push(scalar(words, start)?);
    }
    Some(Value::List(values))
}

/// The lines that hold something, behind the margin of the first, and where each starts in the file; `None` for a line
/// that does not reach that margin.
fn at_margin(rest: &str, base: usize) -> impl Iterator<Item = Option<(&str, usize)>> {
    let margin = rest.len() - rest.trim_start_matches(' ').len();
    let mut at = base;
    rest.split_inclusive('\n').filter_map(move |line| {
        let start = at + margin;
        at += line.len();
        let shown = line.trim_end();
        let words = shown.trim_start();
        if words.is_empty() || words.starts_with('#') {
            return None;
        }
        let (before, behind) = shown.split_at_checked(margin).unwrap_or((shown, ""));
        Some((before.trim_matches(' ').is_empty() && !behind.is_empty()).then_some((behind, start)))
    })
}

/// `- a` lines, all at one margin.
fn list(rest: &str, base: usize) -> Option<Value> {
    let item = |line: Option<(&str, usize)>| {
        let (words, start) = line?;
        let value = words.strip_prefix("- ")?.trim_start();
        scalar(value, start + words.len() - value.len())
    };
    at_margin(rest, base).map(item).collect::<Option<_>>().map(Value::List)
}

/// `key: value` lines, all at one margin.
fn map(text: &str, rest: &str, base: usize) -> Option<Value> {
    if !rest.starts_with(' ') {
        return None;
    }
    let entry_of = |line: Option<(&str, usize)>| {
        let (words, start) = line?;
        let end = key_end(words, Fence::Yaml).filter(|_| !words.starts_with([' ', '\t', '-']))?;
        let entry = entry(text, words, start, end);
        let value = self::line(text.get(entry.value.clone())?, entry.value.start)?;
        Some(field(text, entry.key, value, entry.span))
    };
    at_margin(rest, base)
        .map(entry_of)
        .collect::<Option<_>>()
        .map(Value::Map)
}
