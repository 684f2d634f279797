//! Texts for every section of CommonMark and of GitHub's extensions lay out at any width and lose no word.
//!
//! What must be shown is what the parser reads as text, taken from it once more and without any of our own steps. The
//! specification's own examples, which come with the parser's package, go through the same when that package lies in
//! cargo's registry.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that fails panics"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser};
use tremplin::markdown::{Layout, layout, parse};
use unicode_normalization::UnicodeNormalization;

#[path = "commonmark/examples.rs"]
mod examples;

use examples::SECTIONS;

const WIDTHS: [u16; 4] = [8, 20, 40, 80];

#[test]
fn our_examples_lose_no_word() {
    let count: usize = SECTIONS.iter().map(|(_, texts)| texts.len()).sum();
    assert!(count >= 300, "{count} examples");
    for (section, texts) in SECTIONS {
        for text in *texts {
            let faults = examine(text);
            assert!(faults.is_empty(), "{section}: {text:?}: {faults:?}");
        }
    }
}

#[test]
fn the_check_can_fail() {
    assert_eq!(missing(&["un".into(), "deux".into()], "un", &[], false), ["deux"]);
    assert_eq!(missing(&["un".into(), "un".into()], "un", &[], true), ["un"]);
    assert_eq!(missing(&["deux".into(), "un".into()], "un deux", &[], true), ["un"]);
    assert!(missing(&["deux".into(), "un".into()], "un deux", &[], false).is_empty());
}

#[test]
fn the_examples_of_the_specification_lose_no_word() {
    let suites = suites();
    if suites.is_empty() {
        println!("the parser's package is not in cargo's registry: nothing measured");
        return;
    }
    let (mut count, mut wrong) = (0, Vec::new());
    for suite in suites {
        let code = fs::read_to_string(&suite).unwrap();
        for text in originals(&code) {
            count += 1;
            let faults = examine(&text);
            if !faults.is_empty() {
                wrong.push(format!("{text:?}: {faults:?}"));
            }
        }
    }
    println!("{count} examples of specifications, {} with faults", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The files of the parser's package that hold the examples of CommonMark and of what we have switched on.
fn suites() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let Some(home) = home else { return Vec::new() };
    let packages = entries(&home.join("registry/src"))
        .into_iter()
        .flat_map(|registry| entries(&registry));
    let package = packages
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("pulldown-cmark-0.13"))
        })
        .max();
    let Some(package) = package else { return Vec::new() };
    [
        "spec",
        "gfm_table",
        "gfm_tasklist",
        "gfm_strikethrough",
        "footnotes",
        "blockquotes_tags",
        "table",
        "regression",
    ]
    .iter()
    .map(|name| package.join("tests/suite").join(name).with_extension("rs"))
    .filter(|path| path.exists())
    .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// Returns the sources of the examples in a suite: `let original = r##"…"##;`.
fn originals(code: &str) -> Vec<String> {
    let parts = code.split("let original = r##\"").skip(1);
    parts
        .filter_map(|part| part.split_once("\"##;").map(|(text, _)| text.to_owned()))
        .collect()
}

/// Returns what is wrong with the layouts of a text.
fn examine(text: &str) -> Vec<String> {
    let document = parse(text, 0);
    let words = words_of_text(text);
    // Cells stand side by side, notes where they are written: words come in another order than in the source.
    let ordered = !text.contains('|') && !text.contains("<t") && !text.contains("[^");
    let mut faults = Vec::new();
    for width in WIDTHS {
        let laid = layout(&document, width);
        if laid.lines.iter().any(|line| line.width() > usize::from(width)) {
            faults.push(format!("too wide at {width}"));
        }
        // What CommonMark refuses as a target and we mend (`[a](b c)`, `\\[a](b)`) is no text any more.
        let targets: Vec<String> = laid.links.iter().flat_map(|link| letters(&link.target)).collect();
        let lost = missing(&words, &stream(&laid), &targets, ordered);
        if !lost.is_empty() {
            faults.push(format!("lost at {width}: {lost:?} of {:?}", stream(&laid)));
        }
    }
    faults
}

/// Returns the words that a text lacks: each is looked for after the one before it, or anywhere. Those that went into a
/// target may be there or not.
fn missing(words: &[String], shown: &str, targets: &[String], ordered: bool) -> Vec<String> {
    let mut at = 0;
    let mut lost = Vec::new();
    for word in words {
        let from = if ordered { at } else { 0 };
        if targets.contains(word) && !shown[at..].starts_with(word.as_str()) {
            continue;
        }
        match shown[from..].find(word.as_str()) {
            Some(found) => at = from + found + word.len(),
            None => lost.push(word.clone()),
        }
    }
    lost
}

/// Returns all that a layout shows, letters and figures only: a word may be cut at the end of a line.
fn stream(layout: &Layout) -> String {
    let text: String = layout.lines.iter().map(tremplin::markdown::Line::text).collect();
    letters(&text).concat()
}

/// Cuts a text into words, in one way of writing for each letter.
fn letters(text: &str) -> Vec<String> {
    let plain: String = text.nfkc().filter(|c| !is_dropped(*c)).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Soft hyphens and joiners are not shown, and part no word.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}')
}

/// Returns the words that the parser reads as text, and those between HTML tags.
fn words_of_text(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut html = String::new();
    let mut words = Vec::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Html(part) | Event::InlineHtml(part) => html.push_str(&part),
            Event::Text(part) | Event::Code(part) => {
                words.extend(letters(&between_tags(&std::mem::take(&mut html))));
                words.extend(letters(&without_attributes(&part)));
            }
            _ => {}
        }
    }
    words.extend(letters(&between_tags(&html)));
    words
}

/// Takes out the attribute lists of site generators, `{.class}`.
fn without_attributes(text: &str) -> String {
    let Some((before, rest)) = text.split_once("{.") else {
        return text.to_owned();
    };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    format!("{before} {}", without_attributes(after))
}

/// Returns the text between HTML tags, without entities, and without what a browser does not show either: comments,
/// and scripts and styles, to the end where they are never closed. Of fenced code its language goes.
fn between_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.extend([&rest[..at], " "]);
        rest = &rest[at..];
        let hidden = [
            ("<!--", "-->"),
            ("<script", "</script>"),
            ("<style", "</style>"),
            ("<?", "?>"),
        ];
        let hidden = hidden.iter().find(|(open, _)| rest.starts_with(open));
        let end = match hidden {
            Some((_, close)) => rest.find(close).map_or(rest.len(), |end| end + close.len()),
            None if rest.starts_with('&') => rest.find(';').map_or(1, |end| end + 1),
            None => tag_end(rest),
        };
        rest = &rest[end..];
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("```")).collect();
    lines.join("\n")
}

/// Returns where the tag that `html` starts with ends: at the first `>` outside quotes.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    html.find('>').map_or(1, |at| at + 1)
}
