//! The block of metadata at the top of a file: YAML between `---`, TOML between `+++`, or none.
//!
//! A scalar stays the text that was written (`no`, `1e3`, `2020-02-03`): the readers decide what it means.

mod split;
mod strict;
mod toml;
mod yaml;

use std::ops::Range;

use split::{Fence, Split};

/// The front matter of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// The fields in the order written; nested maps keep their structure.
    pub fields: Vec<Field>,
    /// Bytes of the whole block with its fences; empty when there is none.
    pub range: Range<usize>,
    /// Where the Markdown body starts, in bytes of the file's text.
    pub body_start: usize,
    /// Set when the block is not valid and was read line by line: the line in the file, and the parser's words.
    pub error: Option<(usize, String)>,
}

/// One field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The key as written.
    pub key: String,
    /// The key without case, accents, `_`, `-` and spaces: what the tables of synonyms hold.
    pub folded: String,
    /// What it holds.
    pub value: Value,
    /// Bytes of the file's text from the key to the end of the value.
    pub span: Range<usize>,
    /// Line in the file, from 1.
    pub line: usize,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing was written.
    Empty,
    /// A scalar: the text, unquoted and unfolded, and the bytes of the file it stands in.
    Text(String, Range<usize>),
    /// A list.
    List(Vec<Value>),
    /// A map.
    Map(Vec<Field>),
}

/// Most bytes of a block that is given to a parser; LIMITS §1.
const LARGEST_BLOCK: usize = 128 * 1024;
/// Most `[` and `{` of a block that is given to a parser; LIMITS §1.
const MOST_BRACKETS: usize = 512;

/// Splits and reads the front matter of a file's text.
///
/// Refuses what LIMITS calls bombs (over 128 KiB, over 512 `[` or `{`, an anchor that is also an alias): such a
/// block is read line by line and reported.
#[must_use]
pub fn read(text: &str) -> FrontMatter {
    let Some(split) = split::split(text) else {
        return FrontMatter {
            body_start: split::text_start(text),
            ..FrontMatter::default()
        };
    };
    let Split {
        fence,
        block,
        range,
        body_start,
        unclosed,
    } = split;
    let mut read = match fence {
        Fence::Yaml => yaml::read(text, &block),
        Fence::Toml => toml::read(text, &block),
    };
    if unclosed {
        let line = line_of(text, range.start);
        read.error.get_or_insert((line, "the block is never closed".to_owned()));
    }
    FrontMatter {
        fields: read.fields,
        range,
        body_start,
        error: read.error,
    }
}

/// What a reader of one syntax found.
#[derive(Debug, Default)]
struct Read {
    fields: Vec<Field>,
    error: Option<(usize, String)>,
}

/// Why a block must not be given to a parser, if it must not.
fn bomb(block: &str) -> Option<&'static str> {
    if block.len() > LARGEST_BLOCK {
        return Some("longer than 128 KiB");
    }
    let brackets = memchr::memchr2_iter(b'[', b'{', block.as_bytes())
        .take(MOST_BRACKETS + 1)
        .count();
    if brackets > MOST_BRACKETS {
        return Some("more than 512 brackets");
    }
    aliased(block).then_some("a value that repeats itself")
}

/// Tells whether a name stands both as `&x` and as `*x`.
fn aliased(block: &str) -> bool {
    let names = |mark: u8| {
        memchr::memchr_iter(mark, block.as_bytes()).filter_map(move |at| {
            let rest = block.get(at + 1..)?;
            let end = rest
                .find(|c: char| c.is_whitespace() || ",[]{}".contains(c))
                .unwrap_or(rest.len());
            rest.get(..end).filter(|name| !name.is_empty())
        })
    };
    if memchr::memchr(b'*', block.as_bytes()).is_none() {
        return false;
    }
    let anchors: std::collections::HashSet<&str> = names(b'&').collect();
    !anchors.is_empty() && names(b'*').any(|name| anchors.contains(name))
}

/// Makes a field of `key`, which stands at `start` in the file.
fn field(text: &str, key: &str, value: Value, span: Range<usize>) -> Field {
    let mut folded = String::with_capacity(key.len());
    crate::text::fold_into(key, &mut folded);
    folded.retain(|c| !matches!(c, '_' | '-' | ' '));
    let line = line_of(text, span.start);
    Field {
        key: key.to_owned(),
        folded,
        value,
        span,
        line,
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at)
        .map_or(1, |before| memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1)
}

impl FrontMatter {
    /// Returns all the scalars of the fields, nested ones included, with the innermost key.
    #[must_use]
    pub fn scalars(&self) -> Vec<(&Field, &str, &Range<usize>)> {
        fn walk<'f>(field: &'f Field, value: &'f Value, out: &mut Vec<(&'f Field, &'f str, &'f Range<usize>)>) {
            match value {
                Value::Empty => {}
                Value::Text(text, span) => out.push((field, text, span)),
                Value::List(values) => values.iter().for_each(|value| walk(field, value, out)),
                Value::Map(fields) => fields.iter().for_each(|field| walk(field, &field.value, out)),
            }
        }
        let mut out = Vec::new();
        self.fields.iter().for_each(|field| walk(field, &field.value, &mut out));
        out
    }
}

#[cfg(test)]
mod tests;
