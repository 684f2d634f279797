//! Offers for the unit tests of the whole crate.

use super::{Offer, OfferFile, Reading, read};

/// Reads the offers of a text that lies at `path`.
///
/// # Panics
///
/// When it is none.
pub fn offers(path: &str, text: &str) -> Vec<Offer> {
    let file = OfferFile {
        path,
        text,
        modified: None,
    };
    match read(&file) {
        Reading::Offers(offers) => offers,
        Reading::NotAnOffer(why) => panic!("{why:?}"),
    }
}

/// Reads the first offer of a text.
///
/// # Panics
///
/// When it is none.
pub fn offer(text: &str) -> Offer {
    offers("a.md", text).remove(0)
}
