//! Addresses, links and messages: nothing outside the strict pattern gets out, whatever an offer says.
//!
//! `TREMPLIN_LONG=1 cargo test --test mail` tries a million random texts instead of 20,000.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]

#[path = "support/address.rs"]
mod address;
#[path = "support/amount.rs"]
mod amount;

use address::is_strict;
use amount::{amount, figure};
use tremplin::locale::Lang;
use tremplin::mail::draft::Basis;
use tremplin::mail::{Address, Attachment, Draft, Profile, Purpose, eml, mailto};
use tremplin::offer::{self, DocumentKind, OfferFile, Reading};
use tremplin::system::opener::Target;
#[cfg(unix)]
use tremplin::system::{OpenError, Surroundings, opener};

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
    usize::try_from(amount(20_000, 1_000_000)).unwrap()
}

#[test]
fn an_address_is_what_the_pattern_says_and_nothing_else() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut accepted = 0;
    for _ in 0..rounds() {
        let text = random.text();
        let fits = is_strict(&text);
        assert_eq!(Address::parse(&text).is_some(), fits, "{text:?}");
        accepted += usize::from(fits);
    }
    assert!(
        accepted > rounds() / 10,
        "enough texts must fit, or little was tried: {accepted}"
    );
    figure(&format!(
        "{} random addresses, {accepted} within the pattern: 0 others accepted",
        rounds()
    ));
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

/// Texts that pretend to be an address: each must stay out, whole.
const HOSTILE: &[&str] = &[
    "$(id)@b.fr",
    "`id`@b.fr",
    "a;id@b.fr",
    "a|id@b.fr",
    "a&id@b.fr",
    "-a@b.fr",
    "--attach=/etc/passwd@b.fr",
    "a@-b.fr",
    "a@b-.fr",
    "a@b..fr",
    ".a@b.fr",
    "a..b@c.fr",
    "a@b",
    "a@b.f",
    "a@b.1fr",
    "a@b@c.fr",
    "a b@c.fr",
    "a@b.fr\n",
    "a@b.fr\r\nBcc: x@y.fr",
    "a@b.fr?cc=x@y.fr",
    "a%0ab@c.fr",
    "\"a\"@b.fr",
    "a@[127.0.0.1]",
    "a\u{200b}@b.fr",
    "\u{430}@b.fr",
    "a@b\u{456}.fr",
    "a@b.fr\u{202e}",
    "é@b.fr",
];

#[test]
fn the_hostile_addresses_stay_out() {
    assert_eq!(HOSTILE.len(), 28);
    for text in HOSTILE {
        assert_eq!(Address::parse(text), None, "{text:?}");
        for draft in drafts(text, text, &Profile::default()) {
            assert_fits(&draft);
        }
    }
}

#[test]
fn whatever_an_offer_and_a_profile_write_only_addresses_get_out() {
    let mut random = Random(0xA076_1D64_78BD_642F);
    let mut written = 0;
    for _ in 0..rounds() / 20 {
        let mut text = || random.text();
        let profile = Profile {
            name: text(),
            surname: text(),
            email: text(),
            phone: text(),
            signature: text(),
            links: [("github".to_owned(), text())].into(),
            documents: [(DocumentKind::Cv, text()), (DocumentKind::CoverLetter, text())].into(),
        };
        for draft in drafts(&text(), &text(), &profile) {
            assert_fits(&draft);
            let files: Vec<eml::File> = draft.attachments.iter().map(file).collect();
            let message = String::from_utf8(eml::message(&draft, &profile, &files, 0)).unwrap();
            assert_only_our_headers(message.split("\r\n\r\n").next().unwrap(), &draft);
            written += usize::from(!draft.to.is_empty());
        }
    }
    assert!(
        written > rounds() / 100,
        "enough addresses must fit, or little was tried: {written}"
    );
}

fn file(attachment: &Attachment) -> eml::File {
    eml::File {
        name: attachment.name(),
        bytes: Vec::new(),
    }
}

/// The letters for an offer that writes this address in each way that an address is written, and this subject.
fn drafts(address: &str, subject: &str, profile: &Profile) -> Vec<Draft> {
    let text = format!(
        "---\ntitle: Stage vigie\ncontract: stage\n---\n\nSix mois au phare de Brest. Envoyez CV et lettre de motivation \
         à {address}, avec pour objet « [VIGIE] {subject} Prénom Nom ».\n\n[Écrire](mailto:{address}) ou \
         <a href=\"mailto:{address}?subject={subject}\">ici</a>, en copie {address}.\n"
    );
    let read = OfferFile {
        path: "vigie.md",
        text: &text,
        modified: None,
    };
    let Reading::Offers(offers) = offer::read(&read) else {
        return Vec::new();
    };
    let draft = |offer: &offer::Offer, purpose| {
        Draft::new(
            purpose,
            Basis {
                facts: &offer.facts,
                title: subject,
                profile,
                sent: None,
                template: None,
                lang: Lang::Fr,
            },
        )
    };
    let of_offer = |offer| [Purpose::Application, Purpose::FollowUp].map(|purpose| draft(offer, purpose));
    offers.iter().flat_map(of_offer).collect()
}

/// Every address of a draft fits the pattern, and its link is one link.
fn assert_fits(draft: &Draft) {
    for address in draft.to.iter().chain(&draft.cc) {
        let text = address.as_str();
        assert!(is_strict(text), "{text:?}");
    }
    assert!(!draft.subject.contains(['\r', '\n']), "{:?}", draft.subject);
    let link = mailto::link(draft);
    assert!(link.bytes().all(|b| b.is_ascii_graphic()), "{link:?}");
    assert!(Target::parse(&link).is_some() || draft.to.is_empty(), "{link:?}");
    let names = link.split_once('?').map_or("", |(_, fields)| fields).split('&');
    let names: Vec<&str> = names.map(|field| field.split('=').next().unwrap()).collect();
    assert!(
        names.iter().all(|name| ["", "cc", "subject", "body"].contains(name)),
        "{link:?}"
    );
}

/// What links are made of: schemes that are opened, those that are not, and all that could make an option, a second
/// argument or another command of them.
#[cfg(unix)]
const LINKS: &[&str] = &[
    "https://",
    "http://",
    "mailto:",
    "javascript:",
    "file:",
    "data:",
    "vbscript:",
    "ftp://",
    "HTTPS://",
    "Mailto:",
    "-",
    "--",
    " ",
    "\n",
    "\t",
    "'",
    "\"",
    "$(id)",
    "`id`",
    ";",
    "&&",
    "|",
    "a.example",
    "b.example/x",
    "@",
    "\\",
    "?",
    "attach=",
    "&attach=/etc/passwd",
    "%0a",
    "\u{202e}",
    "\u{200b}",
    "\0",
    "\u{1b}[31m",
    "/etc/passwd",
    "é",
];

#[cfg(unix)]
#[test]
fn nothing_is_started_for_a_refused_link() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("started");
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{}'\n", log.display());
    for name in ["my browser", "xdg-open", "gio", "open", "wslview", "rundll32.exe"] {
        let path = folder.path().join(name);
        let written = std::process::Command::new("/bin/sh")
            .args(["-c", "printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh"])
            .arg(path)
            .arg(&script)
            .status()
            .unwrap();
        assert!(written.success());
    }
    let path = folder.path().display().to_string();
    let here = Surroundings::of([("PATH", path.as_str()), ("BROWSER", "'my browser' --new \"a b\" %s")]);
    let mut random = Random(0x8EBC_6AF0_9C88_C6E3);
    let mut accepted = Vec::new();
    for _ in 0..rounds() {
        let length = 1 + random.below(6);
        let target: String = (0..length).map(|_| LINKS[random.below(LINKS.len())]).collect();
        if Target::parse(&target).is_some() {
            accepted.push(target);
        } else {
            assert_eq!(opener::open(&target, &here), Err(OpenError::Refused), "{target:?}");
        }
    }
    assert!(!log.exists(), "a refused link started something");
    assert!(accepted.len() > rounds() / 100, "{}", accepted.len());
    for target in &accepted {
        let scheme = target.split(':').next().unwrap().to_ascii_lowercase();
        assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{target:?}");
        let deceives = |c: char| c.is_whitespace() || c.is_control() || "\u{202e}\u{200b}".contains(c);
        assert!(!target.contains(deceives), "{target:?}");
    }
    // A few are opened for real: whole, as one argument.
    let strange = accepted
        .iter()
        .filter(|target| target.contains("$(id)") && !target.contains("mailto"));
    for target in strange.take(5) {
        opener::open(target, &here).unwrap();
        let started = std::fs::read_to_string(&log).unwrap();
        assert!(started.ends_with(&format!("--new\na b\n{target}\n")), "{started:?}");
    }
}
