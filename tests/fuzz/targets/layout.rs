//! Any Markdown at any width: no line is wider than asked, and every run knows where it stands.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tremplin::markdown;

fuzz_target!(|input: (u8, &str)| {
    let (width, text) = input;
    let width = u16::from(width);
    let document = markdown::parse(text, 0);
    for line in markdown::layout(&document, width).lines {
        let columns: usize = line.runs.iter().map(|run| run.text.width()).sum();
        assert!(columns <= usize::from(width.max(1)), "{columns} columns where {width} were asked");
        for source in line.runs.iter().filter_map(|run| run.source.clone()) {
            assert!(text.get(source.clone()).is_some(), "{source:?} is a part of the text");
        }
    }
    let _ = markdown::source(text, 0, 1, width.max(1));
});
