//! Whatever stands at the top of a file: every field lies in the text, and the body begins in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tremplin::offer::front_matter;

fuzz_target!(|text: &str| {
    let read = front_matter::read(text);
    assert!(text.get(read.body_start..).is_some(), "the body begins in the text");
    assert!(text.get(read.range.clone()).is_some(), "the block is a part of the text");
    for (field, _, span) in read.scalars() {
        assert!(text.get(span.clone()).is_some(), "{field:?}");
        assert!(text.get(field.span.clone()).is_some(), "{field:?}");
    }
    if let Some((line, _)) = read.error {
        assert!((1..=text.lines().count()).contains(&line), "line {line} is one of the file");
    }
});
