//! Feeds `promises::layout` with what reaches new code.
#![no_main]

#[path = "../promises.rs"]
#[allow(dead_code, reason = "each target feeds one of the promises")]
mod promises;

libfuzzer_sys::fuzz_target!(|input: (u8, &str)| promises::layout(u16::from(input.0), input.1));
