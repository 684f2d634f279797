//! Any text where an address could be: what comes out is within the strict pattern.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use regex_lite::Regex;
use tremplin::offer::address;
use tremplin::text::url;

const PATTERN: &str =
    r"^[A-Za-z0-9_][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$";

fn fits(text: &str) -> bool {
    static COMPILED: OnceLock<Regex> = OnceLock::new();
    let pattern = COMPILED.get_or_init(|| Regex::new(PATTERN).unwrap());
    text.len() <= 254 && !text.contains('\n') && pattern.is_match(text)
}

fuzz_target!(|text: &str| {
    assert_eq!(address::is_address(text), fits(text), "{text:?}");
    for found in address::find(text) {
        let address = text.get(found.range.clone());
        assert!(address.is_some_and(fits), "{address:?} in {text:?}");
    }
    let target = format!("mailto:{text}");
    if let Some(mailto) = address::mailto(&target) {
        for address in mailto.to.iter().chain(&mailto.cc) {
            assert!(fits(address), "{address:?} of {target:?}");
        }
    }
    if let Ok(safe) = url::judge(text) {
        assert!(["http:", "https:", "mailto:"].iter().any(|scheme| safe.url.starts_with(scheme)), "{safe:?}");
        assert!(safe.url.bytes().all(|byte| byte.is_ascii_graphic()), "{safe:?}");
    }
});
