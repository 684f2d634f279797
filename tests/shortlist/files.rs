//! The folder of the shortlist: links, damage, newer versions, folders that cannot be written.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use tremplin::locale::Lang;
use tremplin::store::shortlist::{Outcome, Queue, SaveError, Store, TroubleKind};
use tremplin::tracking::{Change, ChangeError, Part, Revert, Stage};

use super::samples::{TODAY, id, keep};

fn store(dir: &Path) -> Store {
    Store::new(dir.join("config/shortlist"), dir.join("state/backups"))
}

fn note(text: &str) -> Change {
    Change::AddNote(text.into())
}

#[test]
fn an_application_lives_beside_the_text_of_its_offer_and_leaves_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    assert_eq!(store.load().unwrap().applications.len(), 1);
    assert!(
        store
            .text(&id("a"))
            .unwrap()
            .unwrap()
            .contains("stages@atelier.example")
    );

    let saved = store.change(&id("a"), &Change::Unkeep, TODAY).unwrap();
    assert!(!store.file(&id("a")).exists() && !store.text_file(&id("a")).exists());
    let undo = Change::Revert(Box::new(Revert {
        from: saved.after,
        to: saved.before,
        text: saved.text,
    }));
    store.change(&id("a"), &undo, TODAY).unwrap();
    assert_eq!(store.read(&id("a")).unwrap().unwrap().stage, Stage::Kept);
    assert!(store.text(&id("a")).unwrap().is_some());
}

#[test]
fn a_text_already_kept_is_not_replaced_unless_asked() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let Change::Keep { offer, .. } = keep("a") else {
        unreachable!()
    };
    let refresh = Change::Refresh {
        offer,
        text: Some("nouveau texte".into()),
    };
    let saved = store.change(&id("a"), &refresh, TODAY).unwrap();
    assert_eq!(store.text(&id("a")).unwrap().as_deref(), Some("nouveau texte"));
    let undo = Change::Revert(Box::new(Revert {
        from: saved.after,
        to: saved.before,
        text: saved.text,
    }));
    store.change(&id("a"), &undo, TODAY).unwrap();
    assert!(store.text(&id("a")).unwrap().unwrap().starts_with("# Stage"));
}

#[test]
fn a_damaged_file_is_reported_and_keeps_its_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    store.change(&id("a"), &note("noted"), TODAY).unwrap();
    store.change(&id("b"), &keep("b"), TODAY).unwrap();
    let whole = fs::read(store.file(&id("a"))).unwrap();
    for bytes in [&whole[..whole.len() / 2], b""] {
        fs::write(store.file(&id("a")), bytes).unwrap();
        let error = store.change(&id("a"), &note("x"), TODAY).unwrap_err();
        assert!(error.to_string().contains("a.yaml"), "{error}");
        assert!(error.say(Lang::Fr).contains("sauvegarde"), "{}", error.say(Lang::Fr));
        let backup = store.backups(&id("a"))[0].display().to_string();
        assert!(error.to_string().contains(&backup), "{error} names no backup");
        assert_eq!(fs::read(store.file(&id("a"))).unwrap(), bytes);
        let loaded = store.load().unwrap();
        assert_eq!((loaded.applications.len(), loaded.troubles.len()), (1, 1));
        store.change(&id("b"), &note("still works"), TODAY).unwrap();
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    fs::create_dir_all(store.dir()).unwrap();
    let newer = "version: 7\nshape: unknown\n";
    fs::write(store.file(&id("a")), newer).unwrap();
    let error = store.change(&id("a"), &keep("a"), TODAY).unwrap_err();
    let SaveError::Trouble(trouble) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(trouble.kind, TroubleKind::Newer { version: 7 });
    assert!(!error.is_worth_retrying());
    assert_eq!(fs::read_to_string(store.file(&id("a"))).unwrap(), newer);
}

#[test]
fn a_change_is_applied_to_what_an_editor_wrote_meanwhile() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let by_hand = fs::read_to_string(store.file(&id("a")))
        .unwrap()
        .replace("end: true\n", "mine: 3\ntags: [à la main]\nend: true\n");
    fs::write(store.file(&id("a")), by_hand).unwrap();
    let saved = store.change(&id("a"), &Change::Tag("libre".into()), TODAY).unwrap();
    assert_eq!(saved.after.unwrap().tags, ["à la main", "libre"]);
    assert!(fs::read_to_string(store.file(&id("a"))).unwrap().contains("mine: 3"));
}

#[test]
fn undo_of_what_an_editor_changed_is_refused_and_nothing_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let saved = store.change(&id("a"), &note("écrit ici"), TODAY).unwrap();
    let by_hand = fs::read_to_string(store.file(&id("a")))
        .unwrap()
        .replace("écrit ici", "corrigé");
    fs::write(store.file(&id("a")), &by_hand).unwrap();
    let undo = Change::Revert(Box::new(Revert {
        from: saved.after,
        to: saved.before,
        text: None,
    }));
    let error = store.change(&id("a"), &undo, TODAY).unwrap_err();
    assert_eq!(error, SaveError::Refused(ChangeError::Conflict(Part::Notes)));
    assert_eq!(fs::read_to_string(store.file(&id("a"))).unwrap(), by_hand);
}

#[test]
fn what_is_replaced_goes_to_the_backups_and_only_so_many_stay() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let first = fs::read(store.file(&id("a"))).unwrap();
    store.change(&id("a"), &note("0"), TODAY).unwrap();
    assert_eq!(fs::read(&store.backups(&id("a"))[0]).unwrap(), first);
    for number in 1..40 {
        store.change(&id("a"), &note(&number.to_string()), TODAY).unwrap();
    }
    let backups = store.backups(&id("a"));
    assert_eq!(backups.len(), 20);
    assert!(
        fs::read_to_string(&backups[0]).unwrap().contains("38"),
        "the newest comes first"
    );
}

#[test]
fn copies_of_a_synchroniser_are_listed_and_merged() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let copy = store.dir().join("a.sync-conflict-20261120-101500-ABCDEFG.yaml");
    fs::copy(store.file(&id("a")), &copy).unwrap();
    store.change(&id("a"), &note("du portable"), TODAY).unwrap();
    let theirs = fs::read_to_string(&copy)
        .unwrap()
        .replace("end: true\n", "notes: du fixe\ntags: [lyon]\nend: true\n");
    fs::write(&copy, theirs).unwrap();
    fs::copy(&copy, store.dir().join("a (conflicted copy 2026-11-20 101500).yaml")).unwrap();

    let loaded = store.load().unwrap();
    assert_eq!(
        (loaded.applications.len(), loaded.troubles.len(), loaded.copies.len()),
        (1, 0, 2)
    );
    for found in &loaded.copies {
        store.merge_copy(found, TODAY).unwrap();
    }
    let merged = store.read(&id("a")).unwrap().unwrap();
    assert!(merged.notes.contains("du portable") && merged.notes.contains("du fixe"));
    assert_eq!(
        (merged.tags.as_slice(), merged.history.len()),
        (["lyon".to_owned()].as_slice(), 1)
    );
    assert!(!copy.exists() && store.load().unwrap().copies.is_empty());
}

#[test]
fn a_file_with_a_strange_name_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    fs::copy(store.file(&id("a")), store.dir().join("a - copie.yaml")).unwrap();
    let loaded = store.load().unwrap();
    assert_eq!(loaded.applications.len(), 1);
    assert_eq!(loaded.troubles[0].kind, TroubleKind::Misnamed);
}

#[test]
fn changes_wait_in_memory_while_the_folder_cannot_be_written() {
    let dir = tempfile::tempdir().unwrap();
    // A file where the folder should be refuses even the administrator.
    fs::write(dir.path().join("config"), "in the way").unwrap();
    let store = store(dir.path());
    let mut queue = Queue::default();
    let Outcome::Held(kept, error) = queue.change(&store, &id("a"), &keep("a"), None, TODAY) else {
        panic!("saved")
    };
    assert!(error.is_worth_retrying());
    assert!(error.to_string().contains("config"), "{error}");
    let held = queue.change(&store, &id("a"), &note("x"), kept.after.as_ref(), TODAY);
    assert!(matches!(held, Outcome::Held(..)));
    assert_eq!(queue.len(), 1);
    assert_eq!(queue.save_elsewhere(&dir.path().join("elsewhere")).unwrap(), 1);
    assert!(dir.path().join("elsewhere/a.yaml").exists());

    fs::remove_file(dir.path().join("config")).unwrap();
    let (saved, error) = queue.retry(&store, TODAY);
    assert_eq!((saved.len(), error), (1, None));
    let application = store.read(&id("a")).unwrap().unwrap();
    assert_eq!((application.stage, application.notes.as_str()), (Stage::Kept, "x"));
    assert!(store.text(&id("a")).unwrap().is_some());
    assert!(queue.is_empty());
}

#[test]
fn read_only_refuses_every_change_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path()).read_only();
    assert_eq!(store.change(&id("a"), &keep("a"), TODAY), Err(SaveError::ReadOnly));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_change_of_nothing_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    let before = fs::metadata(store.file(&id("a"))).unwrap().modified().unwrap();
    store.change(&id("a"), &keep("a"), TODAY).unwrap();
    assert_eq!(fs::metadata(store.file(&id("a"))).unwrap().modified().unwrap(), before);
    assert_eq!(store.backups(&id("a")), [] as [std::path::PathBuf; 0]);
}

#[test]
fn what_is_no_file_is_reported_without_waiting_for_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(dir.path());
    fs::create_dir_all(store.file(&id("a"))).unwrap();
    assert!(matches!(
        store.load().unwrap().troubles[0].kind,
        TroubleKind::Unreadable { .. }
    ));
    let error = store.change(&id("a"), &keep("a"), TODAY).unwrap_err();
    assert!(
        matches!(&error, SaveError::Io(failure) if failure.kind == ErrorKind::Other),
        "{error:?}"
    );
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn links_stay_links_and_modes_stay() {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        store.change(&id("a"), &keep("a"), TODAY).unwrap();
        let real = dir.path().join("dotfiles.yaml");
        fs::rename(store.file(&id("a")), &real).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, store.file(&id("a"))).unwrap();
        store.change(&id("a"), &note("x"), TODAY).unwrap();
        assert!(fs::symlink_metadata(store.file(&id("a"))).unwrap().is_symlink());
        assert!(fs::read_to_string(&real).unwrap().contains("notes: x"));
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn new_files_are_the_owners_alone() {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        store.change(&id("a"), &keep("a"), TODAY).unwrap();
        for file in [store.file(&id("a")), store.text_file(&id("a"))] {
            assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn leftovers_of_a_killed_save_are_tidied() {
        let dir = tempfile::tempdir().unwrap();
        let store = store(dir.path());
        store.change(&id("a"), &keep("a"), TODAY).unwrap();
        let leftover = store.dir().join(".tremplin-1-0.tmp");
        fs::write(&leftover, "half").unwrap();
        store.tidy();
        assert!(!leftover.exists() && store.file(&id("a")).exists());
    }
}
