//! What is wrong in print is wrong on a screen: every sentence of `src/locale` and of the key table is looked at.

#![allow(clippy::unwrap_used, reason = "a test that fails panics")]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Returns the texts between quotes, without those of the tests and of the attributes, each with its line.
fn literals(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for (number, line) in source.lines().enumerate() {
        let code = line.trim_start();
        if code.starts_with("//") || code.starts_with("#[") {
            continue;
        }
        let mut letters = line.chars();
        while letters.by_ref().any(|letter| letter == '"') {
            found.push((number + 1, literal(&mut letters)));
        }
    }
    found
}

/// Reads on to the closing quote. A text over several lines comes out in parts that hold no less.
fn literal(letters: &mut std::str::Chars) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('u') => {
                    let code: String = letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                    text.extend(char::from_u32(u32::from_str_radix(&code, 16).unwrap()));
                }
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

/// Returns what is wrong with a text, if anything.
fn wrong(text: &str) -> Option<&'static str> {
    let letters: Vec<char> = text.chars().collect();
    for at in 0..letters.len() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let after = letters.get(at + 2).copied().unwrap_or(' ');
        match (letters[at], next) {
            ('\u{202f}', ':') => return Some("a colon wants U+00A0 before it"),
            ('\u{a0}', ';' | '!' | '?') => return Some("`;`, `!` and `?` want U+202F before them"),
            (' ', ';' | '!' | '?' | '»') if after == ' ' => return Some("a plain space before a sign"),
            (' ', ':') if after == ' ' => return Some("a plain space before a colon"),
            ('«', ' ') => return Some("a plain space after a guillemet"),
            ('.', '.') if after == '.' => return Some("three points are one sign: …"),
            (letter, '\'') if letter.is_alphabetic() && after.is_alphabetic() => return Some("an apostrophe is ’"),
            _ => {}
        }
    }
    None
}

#[test]
fn sentences_are_set_as_they_would_be_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root.join("locale"), &mut files);
    sources(&root.join("tui/keymap"), &mut files);
    let mut said = Vec::new();
    for file in files {
        for (line, text) in literals(&fs::read_to_string(&file).unwrap()) {
            said.extend(wrong(&text).map(|why| format!("{}:{line}: {why}: {text:?}", file.display())));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn what_is_wrong_is_seen() {
    for text in [
        "fin\u{202f}: oui",
        "fin\u{a0}!",
        "fin ; oui",
        "« oui\u{a0}»",
        "l'offre",
        "oui...",
        "fin : oui",
    ] {
        assert!(wrong(text).is_some(), "{text}");
    }
    for text in [
        "fin\u{a0}: oui",
        "fin\u{202f}!",
        "«\u{a0}oui\u{a0}»",
        "l’offre",
        "oui…",
        "a: b",
        "! attention",
    ] {
        assert_eq!(wrong(text), None, "{text}");
    }
}
