//! The text of one application.

use proptest::prelude::*;
use tremplin::locale::Lang;
use tremplin::store::shortlist::{Damage, Store, TroubleKind, parse, serialize};
use tremplin::tracking::entry::Entry;
use tremplin::tracking::{Application, Change, Event, EventKind, change};

use super::samples::{TODAY, full, id, keep};

/// Golden files: what each version of the format wrote must be read for ever.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/shortlist");

#[test]
fn version_1_is_written_and_read_as_on_the_first_day() {
    let path = format!("{GOLDEN}/v1.yaml");
    let written = serialize(&full()).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written, golden);
    assert_eq!(parse(golden.as_bytes(), &id("stage-carto")).unwrap(), full());
}

#[test]
fn a_file_written_by_hand_with_the_least_is_read() {
    let text = "# mes notes\nversion: 1 # ne pas changer\n\nstage: kept\nid: whatever\noffer: {id: a, path: a.md, title: A}\nend: true\n";
    let application = parse(text.as_bytes(), &id("a")).unwrap();
    assert_eq!(application.id, id("a"));
    assert_eq!(application.offer.title, "A");
    let windows = text.replace('\n', "\r\n");
    assert_eq!(parse(windows.as_bytes(), &id("a")), Ok(application));
}

#[test]
fn an_interview_keeps_its_name_in_the_file() {
    let mut application = full();
    application.interviews[0].uid = Some("5f0c1a2b".into());
    let text = serialize(&application).unwrap();
    assert!(text.contains("- uid: 5f0c1a2b\n"), "{text}");
    assert_eq!(parse(text.as_bytes(), &id("stage-carto")), Ok(application));
}

#[test]
fn keys_that_this_version_does_not_know_are_written_back() {
    let text = serialize(&full()).unwrap();
    let text = text
        .replacen("stage: ", "salary_wish: 2100\nlinks:\n  forum: [1, two]\nstage: ", 1)
        .replacen("  title: ", "  logo: carto.png\n  title: ", 1)
        .replacen("- date: 2026-11-14\n", "- date: 2026-11-14\n  mood: good\n", 1);
    let application = parse(text.as_bytes(), &id("stage-carto")).unwrap();
    let noted = change::apply(&Change::AddNote("x".into()), Some(application), TODAY).unwrap();
    let again = serialize(&noted.unwrap()).unwrap();
    for kept in [
        "salary_wish: 2100",
        "forum:\n",
        "- two",
        "logo: carto.png",
        "mood: good",
    ] {
        assert!(again.contains(kept), "{kept} was lost:\n{again}");
    }
}

#[test]
fn keys_within_the_parts_are_written_back_after_the_part_was_changed() {
    let text = serialize(&full()).unwrap();
    let text = text
        .replacen("  what: préparer", "  who: both\n  what: préparer", 1)
        .replacen("  means: pigeon", "  receipt: yes-and-no\n  means: pigeon", 1)
        .replacen("- kind: cv\n", "- kind: cv\n  pages: 2\n", 1)
        .replacen("  role: géomaticienne", "  pronoun: elle\n  role: géomaticienne", 1)
        .replacen("  - email: stages@", "  - desk: B12\n    email: stages@", 1);
    let application = parse(text.as_bytes(), &id("stage-carto")).unwrap();
    let changed = |application: &Application, entry: Entry, at: usize, words: &str| {
        let mut texts = entry.texts(Some(application), TODAY, Lang::Fr);
        words.clone_into(&mut texts[at]);
        let changes = entry.changes(&texts, Some(application), TODAY).unwrap();
        changes.iter().fold(application.clone(), |current, change| {
            change::apply(change, Some(current), TODAY).unwrap().unwrap()
        })
    };
    let known = &application;
    let sent = Entry::Sent(Some(Box::new(known.sent[0].clone())));
    let person = Entry::Person(Some(Box::new(known.people[0].clone())));
    let application = changed(known, sent, 1, "courriel");
    let application = changed(&application, person, 1, "RH");
    let application = changed(
        &application,
        Entry::File(known.documents[0].kind.clone()),
        0,
        "cv-2.pdf",
    );
    let again = serialize(&application).unwrap();
    for kept in [
        "who: both",
        "receipt: yes-and-no",
        "pages: 2",
        "pronoun: elle",
        "desk: B12",
    ] {
        assert!(again.contains(kept), "{kept} was lost:\n{again}");
    }
}

#[test]
fn no_prefix_of_a_saved_file_is_taken_for_an_application() {
    let text = serialize(&full()).unwrap();
    let accepted: Vec<usize> = (0..text.len())
        .filter(|end| parse(&text.as_bytes()[..*end], &id("stage-carto")).is_ok())
        .collect();
    assert_eq!(accepted, [0; 0]);
}

#[test]
fn every_kind_of_damage_is_named() {
    let damage = |bytes: &[u8]| {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("a.yaml"), bytes).unwrap();
        let loaded = Store::new(dir.path(), dir.path().join("b")).load().unwrap();
        assert_eq!(loaded.applications, []);
        loaded.troubles[0].kind.clone()
    };
    let why = |bytes: &[u8]| match damage(bytes) {
        TroubleKind::Damaged { line, why } => (line, why),
        other => panic!("{other:?}"),
    };
    assert_eq!(why(b""), (None, Damage::Empty));
    assert_eq!(why(b"\n \n"), (None, Damage::Empty));
    assert_eq!(why(b"stage: kept\nend: true\n"), (Some(1), Damage::NoVersion));
    assert_eq!(why(b"version: 1\nstage: kept\n"), (Some(2), Damage::CutShort));
    assert_eq!(why(b"version: 1\nnotes: \xff\nend: true\n"), (None, Damage::NotText));
    let conflict = b"version: 1\n<<<<<<< HEAD\nstage: kept\n=======\nstage: sent\n>>>>>>> x\nend: true\n";
    assert_eq!(why(conflict), (Some(2), Damage::GitConflict));
    let (line, Damage::Yaml(words)) = why(b"version: 1\nstage: [kept\nend: true\n") else {
        panic!("not read as YAML")
    };
    assert!(line.is_some() && !words.is_empty());
    assert_eq!(damage(b"version: 2\nanything\n"), TroubleKind::Newer { version: 2 });
}

proptest! {
    #[test]
    fn what_is_saved_is_read_back(notes in any::<String>(), tag in any::<String>(), title in any::<String>(), word in any::<String>()) {
        let mut application = full();
        application.notes = notes;
        application.tags.push(tag);
        application.offer.title = title;
        let mut remark = Event::new(TODAY, EventKind::Remark);
        remark.note = Some(word);
        application.history.push(remark);
        let text = serialize(&application).unwrap();
        prop_assert_eq!(parse(text.as_bytes(), &application.id), Ok(application));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse(&bytes, &id("a"));
        let mut dressed = b"version: 1\n".to_vec();
        dressed.extend(bytes);
        dressed.extend(b"\nend: true\n");
        let _ = parse(&dressed, &id("a"));
    }
}

#[test]
fn the_sample_is_kept_with_its_own_words() {
    let kept = change::apply(&keep("a"), None, TODAY).unwrap().unwrap();
    let text = serialize(&kept).unwrap();
    assert!(text.starts_with("version: 1\nid: a\nstage: kept\n"), "{text}");
    assert!(text.ends_with("end: true\n"));
}
