//! From the list to a complete draft: the real program in a real terminal, its `.eml` read by Python's `email`.
//!
//! Where Python is not installed these tests say that they were passed over. The same on a folder of labelled offers
//! (`truth.json` beside `files/seeds`):
//! `TREMPLIN_CORPUS=/path/to/corpus cargo test --test letters -- --ignored --nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]
#![cfg(unix)]

#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};
use std::process::Command;

use home::Home;
use serde_json::Value;
use terminal::Session;

/// Who applies in these tests.
const PROFILE: &str = "name = \"Camille Martin\"\nemail = \"camille@mail.example\"\nphone = \"06 00 00 00 00\"\n\
                       [documents]\ncv = \"cv.pdf\"\ncover_letter = \"lettre de motivation.pdf\"\nvideo = \"moi.mp4\"\n";

/// The documents of the profile, with the names of their files.
const FILES: &[(&str, &str)] = &[
    ("cv", "cv.pdf"),
    ("cover_letter", "lettre de motivation.pdf"),
    ("video", "moi.mp4"),
];

/// The keys from the list to a draft.
const KEYS: [&str; 2] = ["a", "w"];

fn python() -> bool {
    let there = Command::new("python3")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("passed over: python3 is not installed");
    }
    there
}

/// What a draft must hold.
#[derive(Debug, Default)]
struct Expected<'a> {
    to: Vec<&'a str>,
    cc: Vec<&'a str>,
    /// The subject as a whole; `None`: one of ours, with the job and the name.
    subject: Option<&'a str>,
    documents: Vec<&'a str>,
    never: Vec<&'a str>,
}

/// Drafts an application to the only offer of a folder on the day `today` and returns the message, as Python reads it.
fn draft(text: &str, today: &str) -> (Value, String) {
    let home = Home::new();
    home.write("offers/offer.md", text);
    home.write("config/profile.toml", PROFILE);
    for (_, name) in FILES {
        home.write(&format!("config/{name}"), "content");
    }
    let mut session = Session::start(&home, (110, 34), &["offers"], &[("TREMPLIN_TODAY", today)]);
    session.sees("To apply");
    session.keys(KEYS[0]).sees("Camille Martin");
    session.keys(KEYS[1]).sees("Was it sent?").keys("n").keys("\x1bq");
    let drafts = std::fs::read_dir(home.path("state/drafts")).unwrap();
    let files: Vec<PathBuf> = drafts.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "one draft");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail/parse.py");
    let output = Command::new("python3").arg(script).arg(&files[0]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let raw = std::fs::read_to_string(&files[0]).unwrap();
    (serde_json::from_slice(&output.stdout).unwrap(), raw)
}

fn texts(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap())
        .collect()
}

/// Compares a message with what it must hold.
#[track_caller]
fn assert_holds((message, raw): &(Value, String), expected: &Expected<'_>) {
    let sorted = |mut list: Vec<&str>| {
        list.sort_unstable();
        list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(texts(&message["to"])), sorted(expected.to.clone()));
    assert_eq!(sorted(texts(&message["cc"])), sorted(expected.cc.clone()));
    assert_eq!(texts(&message["from"]), ["camille@mail.example"]);
    let subject = message["subject"].as_str().unwrap();
    match expected.subject {
        Some(demanded) => assert_eq!(subject, demanded),
        None => assert!(
            subject.starts_with("Candidature – ") && subject.ends_with(" – Camille Martin"),
            "{subject}"
        ),
    }
    let of = |name: &&str| {
        FILES
            .iter()
            .find(|(document, _)| document == name)
            .map(|(_, file)| *file)
    };
    let files: Vec<&str> = expected.documents.iter().filter_map(of).collect();
    let attached = message["files"].as_array().unwrap();
    let names: Vec<&str> = attached.iter().map(|file| file[0].as_str().unwrap()).collect();
    assert_eq!(sorted(names), sorted(files));
    assert!(attached.iter().all(|file| file[2] == "content".len()), "{attached:?}");
    assert_eq!(message["unsent"], "1");
    assert_eq!(texts(&message["defects"]), [""; 0]);
    for address in &expected.never {
        assert!(!raw.contains(address), "{address} in {raw}");
    }
}

#[test]
fn two_keys_lead_from_the_list_to_a_complete_draft() {
    if !python() {
        return;
    }
    let vigie = "---\ntitle: Stage vigie du phare\ncontract: stage\n---\n\nSix mois à Brest, au Phare du Nord.\n\n";
    let offers = [
        (
            "Envoyez votre CV et une lettre de motivation à <a href=\"mailto:vigie@phare.example\">vigie@phare.example</a>.",
            Expected {
                to: vec!["vigie@phare.example"],
                documents: vec!["cv", "cover_letter"],
                ..Expected::default()
            },
        ),
        (
            "CV et quelques mots de présentation à vigie@phare.example, en copie ines@phare.example, \
             avec pour objet « [VIGIE] Prénom Nom ».",
            Expected {
                to: vec!["vigie@phare.example"],
                cc: vec!["ines@phare.example"],
                subject: Some("[VIGIE] Camille Martin"),
                documents: vec!["cv"],
                ..Expected::default()
            },
        ),
        (
            "Envoyez une vidéo de présentation, votre CV et une lettre de motivation à vigie@phare.example. Le formulaire \
             demande une adresse comme adresse@mail.fr.",
            Expected {
                to: vec!["vigie@phare.example"],
                documents: vec!["video", "cv", "cover_letter"],
                never: vec!["adresse@mail.fr"],
                ..Expected::default()
            },
        ),
        (
            "Candidature (CV) à `prenom.nom@phare.example`, ou plutôt à équipage : vigie+2026@phare.example, en précisant en \
             objet : Stage été à l’île de Sein",
            Expected {
                to: vec!["vigie+2026@phare.example"],
                subject: Some("Stage été à l’île de Sein"),
                documents: vec!["cv"],
                never: vec!["prenom.nom@phare.example"],
                ..Expected::default()
            },
        ),
        (
            "Écrivez à vigie@phare.example.",
            Expected {
                to: vec!["vigie@phare.example"],
                documents: vec!["cv"],
                ..Expected::default()
            },
        ),
    ];
    assert!(KEYS.len() <= 3);
    for (text, expected) in offers {
        assert_holds(&draft(&format!("{vigie}{text}\n"), home::TODAY), &expected);
    }
}

#[test]
#[ignore = "needs a folder of labelled offers: see the head of this file"]
fn the_labelled_offers_give_complete_drafts() {
    let corpus = PathBuf::from(std::env::var_os("TREMPLIN_CORPUS").unwrap());
    let truth: Value = serde_json::from_str(&std::fs::read_to_string(corpus.join("truth.json")).unwrap()).unwrap();
    let truth = truth.get("files").unwrap_or(&truth);
    let mut seen = 0;
    let rows: Vec<(String, &Value)> = match truth {
        Value::Object(map) => map.iter().map(|(name, label)| (name.clone(), label)).collect(),
        list => {
            let named = |label: &Value| {
                label
                    .get("path")
                    .or(label.get("file"))
                    .unwrap()
                    .as_str()
                    .unwrap()
                    .to_owned()
            };
            list.as_array()
                .unwrap()
                .iter()
                .map(|label| (named(label), label))
                .collect()
        }
    };
    for (name, label) in rows.iter().filter(|(name, _)| name.starts_with("seeds/")) {
        let of_role = |role: &str| {
            let contacts = label["contacts"].as_array().unwrap().iter();
            let of_role = contacts.filter(|contact| contact["role"] == role);
            of_role.map(|contact| contact["email"].as_str().unwrap()).collect()
        };
        let list = |key: &str| match &label[key] {
            Value::Array(_) => texts(&label[key]),
            _ => Vec::new(),
        };
        let expected = Expected {
            to: of_role("to"),
            cc: of_role("cc"),
            subject: label["subject"].as_str(),
            documents: list("documents"),
            never: list("placeholders")
                .into_iter()
                .filter(|text| text.contains('@'))
                .collect(),
        };
        let text = std::fs::read_to_string(corpus.join("files").join(name)).unwrap();
        // A day before any of them closed.
        let drafted = draft(&text, "2017-06-01");
        eprintln!(
            "{name}: {} keys, to {}, subject {}",
            KEYS.len(),
            drafted.0["to"],
            drafted.0["subject"]
        );
        assert_holds(&drafted, &expected);
        seen += 1;
    }
    assert_eq!(seen, 5);
}
