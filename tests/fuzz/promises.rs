//! What must hold of any text, whoever wrote it: one function for each reader of foreign text.
//!
//! The fuzz targets feed them with what reaches new code, `tests/safety` with random changes of offers.

#[path = "../support/address.rs"]
mod strict;

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use serde_json::Value;
pub use strict::is_strict;
use tremplin::locale::Lang;
use tremplin::offer::{self, OfferFile, OfferId, Reading, Summary, address, json};
use tremplin::search::{Corpus, Index, Query, Scope, Searcher, Sort, search};
use tremplin::store::samples::SAMPLES;
use tremplin::{markdown, store, text};

const TODAY: Date = date(2026, 11, 20);

fn read(path: &str, text: &str) -> Vec<offer::Offer> {
    let file = OfferFile {
        path,
        text,
        modified: Some(TODAY),
    };
    match offer::read(&file) {
        Reading::Offers(offers) => offers,
        Reading::NotAnOffer(_) => Vec::new(),
    }
}

/// Every field of the block at the top lies in the text, and the body begins in it.
pub fn front_matter(text: &str) {
    let read = offer::front_matter::read(text);
    assert!(text.get(read.body_start..).is_some(), "the body begins in the text");
    assert!(
        text.get(read.range.clone()).is_some(),
        "the block is a part of the text"
    );
    for (field, _, span) in read.scalars() {
        assert!(text.get(span.clone()).is_some(), "{field:?}");
        assert!(text.get(field.span.clone()).is_some(), "{field:?}");
    }
    if let Some((line, _)) = read.error {
        assert!(
            (1..=text.lines().count()).contains(&line),
            "line {line} is one of the file"
        );
    }
}

/// Every passage that proves a fact or explains a warning lies in the text, and every contact is an address.
pub fn facts(text: &str) {
    for offer in &read("offer.md", text) {
        assert!(text.get(offer.body.clone()).is_some(), "the body is a part of the text");
        for contact in &offer.facts.contacts {
            assert!(address::is_address(&contact.value.email), "{contact:?}");
        }
        for warning in &offer.warnings {
            for passage in &warning.passages {
                assert!(text.get(passage.clone()).is_some(), "{warning:?}");
            }
        }
        let contract = serde_json::to_value(json::offer_json(offer, text, "folder", TODAY, Lang::En)).unwrap();
        quotes(&contract, &mut |quote| {
            assert!(text.contains(quote), "{quote:?} is not in the text");
        });
    }
}

/// Calls `judge` with every quote of the contract, however deep.
fn quotes(value: &Value, judge: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("quote", Value::String(quote)) => judge(quote),
                    _ => quotes(value, judge),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| quotes(value, judge)),
        _ => {}
    }
}

/// No line is wider than asked, and every run knows where it stands.
pub fn layout(width: u16, text: &str) {
    let document = markdown::parse(text, 0);
    for line in markdown::layout(&document, width).lines {
        let columns: usize = line.runs.iter().map(|run| run.text.width()).sum();
        assert!(
            columns <= usize::from(width.max(1)),
            "{columns} columns where {width} were asked"
        );
        for source in line.runs.iter().filter_map(|run| run.source.clone()) {
            assert!(text.get(source.clone()).is_some(), "{source:?} is a part of the text");
        }
    }
    let _ = markdown::source(text, 0, 1, width.max(1));
}

fn sample_rows() -> &'static (Vec<Summary>, Index) {
    static ROWS: OnceLock<(Vec<Summary>, Index)> = OnceLock::new();
    ROWS.get_or_init(|| {
        let offers = SAMPLES.iter().flat_map(|(path, text)| read(path, text));
        let rows: Vec<_> = offers.map(|offer| Summary::of(&offer, 0)).collect();
        let index = Index::build(&rows);
        (rows, index)
    })
}

/// The mistakes of a query lie in it, and typing it letter by letter gives what a fresh search gives.
pub fn query(line: &str) {
    let (rows, index) = sample_rows();
    let corpus = Corpus {
        scope: Scope::All,
        ..Corpus::of_fields(rows, index, TODAY)
    };
    let mut typing = Searcher::default();
    for (end, _) in line.char_indices().skip(1).take(16).chain([(line.len(), ' ')]) {
        let typed = &line[..end];
        let query = Query::parse(typed, TODAY);
        for mistake in &query.mistakes {
            assert!(typed.get(mistake.range.clone()).is_some(), "{mistake:?}");
        }
        let narrowed = typing.search(corpus, &query, Sort::Relevance);
        let fresh = search(corpus, &query, Sort::Relevance);
        assert_eq!(narrowed.rows, fresh.rows, "typed up to {typed:?}");
    }
}

/// Bytes are refused as a file of the shortlist, or read and written back the same.
pub fn shortlist(bytes: &[u8]) {
    let Some(id) = OfferId::parse("application") else {
        return;
    };
    let Ok(application) = store::shortlist::parse(bytes, &id) else {
        return;
    };
    let written = store::shortlist::serialize(&application).unwrap();
    let again = store::shortlist::parse(written.as_bytes(), &id).unwrap();
    assert_eq!(again, application);
}

/// What is found, linked to or opened is within the strict pattern.
pub fn address(text: &str) {
    assert_eq!(address::is_address(text), is_strict(text), "{text:?}");
    for found in address::find(text) {
        let address = text.get(found.range.clone());
        assert!(address.is_some_and(is_strict), "{address:?} in {text:?}");
    }
    let target = format!("mailto:{text}");
    if let Some(mailto) = address::mailto(&target) {
        for address in mailto.to.iter().chain(&mailto.cc) {
            assert!(is_strict(address), "{address:?} of {target:?}");
        }
    }
    if let Ok(safe) = text::url::judge(text) {
        assert!(
            ["http:", "https:", "mailto:"]
                .iter()
                .any(|scheme| safe.url.starts_with(scheme)),
            "{safe:?}"
        );
        assert!(safe.url.bytes().all(|byte| byte.is_ascii_graphic()), "{safe:?}");
    }
}
