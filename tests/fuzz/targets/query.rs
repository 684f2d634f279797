//! Any line as a query, typed letter by letter over the samples: mistakes lie in the line, and narrowing gives what a
//! fresh search gives.
#![no_main]

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use tremplin::offer::{self, OfferFile, Reading, Summary};
use tremplin::search::{Corpus, Index, Query, Searcher, Sort, search};
use tremplin::store::samples::SAMPLES;

const TODAY: Date = date(2026, 11, 20);

fn samples() -> &'static (Vec<Summary>, Index) {
    static SAMPLE_ROWS: OnceLock<(Vec<Summary>, Index)> = OnceLock::new();
    SAMPLE_ROWS.get_or_init(|| {
        let mut rows = Vec::new();
        for (path, text) in SAMPLES {
            let file = OfferFile {
                path,
                text,
                modified: Some(TODAY),
            };
            if let Reading::Offers(offers) = offer::read(&file) {
                rows.extend(offers.iter().map(|offer| Summary::of(offer, 0)));
            }
        }
        let index = Index::build(&rows);
        (rows, index)
    })
}

fuzz_target!(|line: &str| {
    let (rows, index) = samples();
    let corpus = Corpus {
        rows,
        index,
        bodies: None,
        marks: &[],
        today: TODAY,
    };
    let mut typing = Searcher::default();
    for (end, _) in line.char_indices().skip(1).take(64).chain([(line.len(), ' ')]) {
        let typed = &line[..end];
        let query = Query::parse(typed, TODAY);
        for mistake in &query.mistakes {
            assert!(typed.get(mistake.range.clone()).is_some(), "{mistake:?}");
        }
        let narrowed = typing.search(corpus, &query, Sort::Relevance);
        let fresh = search(corpus, &query, Sort::Relevance);
        assert_eq!(narrowed.rows, fresh.rows, "typed up to {typed:?}");
    }
});
