//! The count beside a value of a facet is what ticking it leaves: over generated offers, for every value.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "../benches/generator/offers.rs"]
#[allow(dead_code, reason = "the benches use more of it")]
mod generator;

use jiff::civil::{Date, date};
use tremplin::locale::Lang;
use tremplin::offer::{OfferFile, Reading, Summary, read};
use tremplin::search::completion::complete;
use tremplin::search::edit::{asks_for, toggled, without_field};
use tremplin::search::facets::facets;
use tremplin::search::{Corpus, Index, Query, Searcher, Sort, search};

const TODAY: Date = date(2026, 11, 20);

/// Places, organisations and tags of which some are the start of others, and some hold signs of the language.
const OWN: [(&str, &str, &str); 9] = [
    ("Lyon 3e", "Atelier", "java"),
    ("Lyon", "Atelier du Port", "javascript"),
    ("Paris / Lyon", "L’Atelier", "java"),
    ("Paris 12e", "Le \"Lieu\" utile", "données, cartes"),
    ("Paris", "Le Lieu utile", "données"),
    ("Saint-Denis (93)", "Bureau « A | B »", "c++"),
    ("Saint-Denis", "Bureau", "c"),
    ("Île-de-France", "=Égal", "-"),
    ("Ville-France", "Un, deux : trois", "c#"),
];

/// Typed before the facets are opened.
const TYPED: [&str; 7] = [
    "",
    "rust",
    "lieu:lyon",
    "type:stage données",
    "-lieu:paris durée:>=6",
    "est:close",
    "structure:=\"Atelier\" tag:java",
];

fn rows() -> Vec<Summary> {
    let summary = |number| {
        let text = generator::offer(number).markdown();
        let file = OfferFile {
            path: "offre.md",
            text: &text,
            modified: None,
        };
        match read(&file) {
            Reading::Offers(offers) => offers.first().map(|offer| Summary::of(offer, 0)),
            Reading::NotAnOffer(_) => None,
        }
    };
    let mut rows: Vec<Summary> = (0..200).filter_map(summary).collect();
    let own = OWN
        .iter()
        .zip(rows.clone())
        .map(|((place, organization, tag), row)| Summary {
            place: (*place).into(),
            organization: (*organization).into(),
            tags: Box::new([(*tag).into()]),
            ..row
        });
    rows.extend(own.collect::<Vec<_>>());
    rows
}

fn corpus<'a>(rows: &'a [Summary], index: &'a Index) -> Corpus<'a> {
    Corpus::of_fields(rows, index, TODAY)
}

fn found(corpus: Corpus<'_>, query: &str) -> usize {
    let parsed = Query::parse(query, TODAY);
    assert!(parsed.mistakes.is_empty(), "{query}: {:?}", parsed.mistakes);
    search(corpus, &parsed, Sort::Relevance).rows.len()
}

#[test]
fn ticking_a_value_leaves_as_many_offers_as_its_count_says() {
    let rows = rows();
    let index = Index::build(&rows);
    let corpus = corpus(&rows, &index);
    let mut ticked = 0;
    for (typed, lang) in TYPED.iter().flat_map(|typed| [(typed, Lang::Fr), (typed, Lang::En)]) {
        let searcher = &mut Searcher::default();
        for facet in facets(searcher, corpus, typed, usize::MAX, lang) {
            let rest = without_field(typed, facet.field);
            for value in &facet.values {
                let query = toggled(&rest, facet.field, &value.written, lang);
                assert_eq!(found(corpus, &query), value.count, "{query}");
                assert_eq!(
                    toggled(&query, facet.field, &value.written, lang),
                    rest.trim_end(),
                    "{query}"
                );
                assert!(asks_for(&query, facet.field, &value.value), "{query}");
                ticked += 1;
            }
        }
    }
    assert!(ticked > 500, "{ticked}");
}

#[test]
fn a_value_that_starts_others_is_written_whole() {
    let rows = rows();
    let index = Index::build(&rows);
    let facets = facets(
        &mut Searcher::default(),
        corpus(&rows, &index),
        "",
        usize::MAX,
        Lang::Fr,
    );
    let written = |value: &str| {
        let mut values = facets.iter().flat_map(|facet| &facet.values);
        values.find(|of| of.value == value).map(|of| of.written.as_str())
    };
    assert_eq!(written("Lyon 3e"), Some("\"Lyon 3e\""));
    assert_eq!(written("Lyon"), Some("=\"Lyon\""));
    assert_eq!(written("java"), Some("=\"java\""));
    assert_eq!(
        written("Île-de-France"),
        Some("=\"Île-de-France\""),
        "its towns stay out"
    );
    assert_eq!(written("javascript"), Some("javascript"));
}

#[test]
fn a_completion_leaves_as_many_offers_as_its_count_says() {
    let rows = rows();
    let index = Index::build(&rows);
    let corpus = corpus(&rows, &index);
    for typed in [
        "lieu:l",
        "lieu:bret",
        "lieu:\"pays de la",
        "rust lieu:p",
        "tag:ja",
        "tag:c",
        "structure:at",
        "type:s",
        "est:",
    ] {
        let found_by = complete(&mut Searcher::default(), corpus, typed, typed.len(), Lang::Fr).unwrap();
        for candidate in found_by.candidates {
            let query = [&typed[..found_by.range.start], &candidate.text].concat();
            assert_eq!(Some(found(corpus, &query)), candidate.count, "{query}");
        }
    }
}
