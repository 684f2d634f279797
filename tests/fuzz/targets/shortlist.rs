//! Feeds `promises::shortlist` with what reaches new code.
#![no_main]

#[path = "../promises.rs"]
#[allow(dead_code, reason = "each target feeds one of the promises")]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::shortlist(bytes));
