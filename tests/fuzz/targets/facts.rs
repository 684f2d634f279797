//! Any text as an offer: every passage that proves a fact or explains a warning lies in the text.
#![no_main]

use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tremplin::locale::Lang;
use tremplin::offer::{self, OfferFile, Reading, address, json};

const TODAY: Date = date(2026, 11, 20);

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

fuzz_target!(|text: &str| {
    let file = OfferFile {
        path: "offer.md",
        text,
        modified: Some(TODAY),
    };
    let Reading::Offers(offers) = offer::read(&file) else {
        return;
    };
    for offer in &offers {
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
        quotes(&contract, &mut |quote| assert!(text.contains(quote), "{quote:?} is not in the text"));
    }
});
