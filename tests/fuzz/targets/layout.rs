#![no_main]

#[path = "../promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|input: (u8, &str)| promises::layout(u16::from(input.0), input.1));
