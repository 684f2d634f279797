//! Addresses, links and messages: nothing outside the strict pattern gets out, whatever an offer says.
//!
//! `TREMPLIN_LONG_TESTS=1` tries a million random texts instead of 20,000.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]

use regex_lite::Regex;
use tremplin::mail::{Address, Draft, Profile, eml, mailto};

/// The pattern of the addresses that may be copied or written to, as the design states it.
const PATTERN: &str =
    r"^[A-Za-z0-9_][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$";

/// What random texts are made of: much that fits, and all that has been used to deceive.
const PIECES: &[&str] = &[
    "a",
    "b",
    "Z",
    "9",
    "_",
    "+",
    "-",
    ".",
    "@",
    "@",
    "fr",
    "example",
    ".fr",
    ".example",
    "labo",
    "x.y",
    "..",
    "$(id)",
    "`id`",
    ";",
    "&",
    "|",
    "%0a",
    "%40",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\"",
    "'",
    "<",
    ">",
    ",",
    "?cc=",
    "&bcc=",
    "mailto:",
    "\0",
    "\u{1b}[31m",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{e0041}",
    "\u{430}",
    "\u{456}",
    "é",
    "１",
    "。",
    "／",
    "#",
    "\u{301}",
    "[127.0.0.1]",
    "(x)",
];

/// A generator of numbers: the same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    /// A random text; every third is an address with, half the time, something slipped into it.
    fn text(&mut self) -> String {
        if self.below(3) > 0 {
            let length = 1 + self.below(12);
            return (0..length).map(|_| PIECES[self.below(PIECES.len())]).collect();
        }
        let parts = ["a", "x.y", "labo", "b_9", "stage+1"];
        let mut text = format!("{}@{}.example", parts[self.below(5)], parts[self.below(3)]);
        if self.below(2) == 0 {
            let at = self.below(text.len() + 1);
            text.insert_str(at, PIECES[self.below(PIECES.len())]);
        }
        text
    }
}

fn rounds() -> usize {
    if std::env::var_os("TREMPLIN_LONG_TESTS").is_some() {
        1_000_000
    } else {
        20_000
    }
}

#[test]
fn an_address_is_what_the_pattern_says_and_nothing_else() {
    let pattern = Regex::new(PATTERN).unwrap();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut accepted = 0;
    for _ in 0..rounds() {
        let text = random.text();
        let fits = pattern.is_match(&text) && !text.contains('\n') && text.len() <= 254;
        assert_eq!(Address::parse(&text).is_some(), fits, "{text:?}");
        accepted += usize::from(fits);
    }
    assert!(
        accepted > rounds() / 10,
        "enough texts must fit, or little was tried: {accepted}"
    );
}

#[test]
fn hostile_texts_leave_links_and_messages_whole() {
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    for _ in 0..rounds() / 20 {
        let mut text = || random.text();
        let to = [text(), text()]
            .iter()
            .filter_map(|text| Address::parse(text))
            .collect();
        let draft = Draft {
            to,
            subject: text(),
            body: format!("{}\n{}", text(), text()),
            ..Draft::default()
        };
        let link = mailto::link(&draft);
        assert!(link.bytes().all(|b| b.is_ascii_graphic()), "{link:?}");
        assert!(
            link.matches('?').count() <= 1 && link.matches('&').count() <= 1,
            "{link:?}"
        );

        let profile = Profile {
            name: text(),
            email: text(),
            ..Profile::default()
        };
        let file = eml::File {
            name: text(),
            bytes: Vec::new(),
        };
        let message = eml::message(&draft, &profile, &[file], 0);
        let message = String::from_utf8(message).unwrap();
        let head = message.split("\r\n\r\n").next().unwrap();
        assert_only_our_headers(head, &draft);
    }
}

fn assert_only_our_headers(head: &str, draft: &Draft) {
    const OURS: &[&str] = &[
        "X-Unsent",
        "Date",
        "Message-ID",
        "Subject",
        "From",
        "To",
        "Cc",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
    ];
    for line in head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])) {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line:?} in {head:?}"));
        assert!(OURS.contains(&name), "{name:?} in {head:?}");
        assert!(!value.contains(['\r', '\n', '\0', '\u{1b}']), "{line:?}");
        if name == "To" {
            assert!(value.contains('@') != draft.to.is_empty(), "{line:?}");
        }
    }
}
