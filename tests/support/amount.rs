//! How much of a long test is done, and what it found.

#![allow(clippy::print_stderr, reason = "figures are for who runs the tests")]

/// Returns how much of a test is done: little by default, all of it with `TREMPLIN_LONG=1`, so much with a larger number.
pub fn amount(little: u64, all: u64) -> u64 {
    let asked = std::env::var("TREMPLIN_LONG").ok().and_then(|asked| asked.parse().ok());
    match asked {
        None => little,
        Some(0 | 1) => all,
        Some(some) => all.min(some),
    }
}

/// Says what was tried and found; `.ci/long` gathers these lines.
pub fn figure(text: &str) {
    eprintln!("figure: {text}");
}
