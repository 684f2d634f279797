//! The pattern of addresses, written down a second time: what the program accepts is held against it.

use std::sync::OnceLock;

use regex_lite::Regex;

/// The addresses that may be copied or written to, as the design states them.
const PATTERN: &str =
    r"^[A-Za-z0-9_][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$";

/// Tells whether the whole of a text is within the strict pattern.
pub fn is_strict(text: &str) -> bool {
    static COMPILED: OnceLock<Regex> = OnceLock::new();
    let pattern = COMPILED.get_or_init(|| Regex::new(PATTERN).unwrap());
    text.len() <= 254 && !text.contains('\n') && pattern.is_match(text)
}
