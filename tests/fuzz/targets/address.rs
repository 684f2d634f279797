//! Feeds `promises::address` with what reaches new code.
#![no_main]

#[path = "../promises.rs"]
#[allow(dead_code, reason = "each target feeds one of the promises")]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &str| promises::address(text));
