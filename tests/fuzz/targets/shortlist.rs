//! Any bytes as a file of the shortlist: refused, or read and written back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tremplin::offer::OfferId;
use tremplin::store::shortlist;

fuzz_target!(|bytes: &[u8]| {
    let Some(id) = OfferId::parse("application") else {
        return;
    };
    let Ok(application) = shortlist::parse(bytes, &id) else {
        return;
    };
    let written = shortlist::serialize(&application).unwrap();
    let again = shortlist::parse(written.as_bytes(), &id).unwrap();
    assert_eq!(again, application);
});
