//! Folders that were made to hang, to crash or to lead astray: every entry is listed with its reason, and nothing from
//! outside the folder is ever read.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot prepare its folder has failed"
)]

#[path = "support/amount.rs"]
mod amount;
#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use amount::{amount, figure};
use home::Home;
use jiff::civil::{Date, date};
use terminal::Session;
use tremplin::store::{Catalog, LeftOutReason, Sources, load, refresh};

const TODAY: Date = date(2026, 11, 20);

fn offer(title: &str) -> String {
    format!(
        "# {title}\n\nNous recherchons une personne en stage de 6 mois à Lyon.\n\nEnvoyez CV et lettre de motivation à emploi@asso.example avant le 1er décembre 2026.\n"
    )
}

fn read(paths: &[&Path], cache: Option<&Path>) -> Catalog {
    let (sources, errors) = Sources::new(paths);
    assert!(errors.is_empty(), "{errors:?}");
    let loaded = load(&sources, cache, TODAY, &AtomicBool::new(false), None, &mut |_| {});
    Catalog::clone(&loaded.catalog)
}

fn titles(catalog: &Catalog) -> Vec<String> {
    catalog.rows().iter().map(|row| row.title.to_string()).collect()
}

fn reasons(catalog: &Catalog) -> BTreeMap<String, LeftOutReason> {
    catalog
        .left_out()
        .map(|left| (left.path.to_owned(), left.reason))
        .collect()
}

/// A folder with everything that may lie in one; returns the outside too.
fn hostile_tree(root: &Path, outside: &Path) {
    let at = |name: &str| root.join(name);
    fs::write(at("good.md"), offer("Stage de cartographie")).unwrap();
    fs::create_dir_all(at("deep/er")).unwrap();
    fs::write(at("deep/er/other.markdown"), offer("Stage de médiation")).unwrap();
    assert!(Command::new("mkfifo").arg(at("fifo.md")).status().unwrap().success());
    symlink("/dev/zero", at("zero.md")).unwrap();
    symlink("/dev/tty", at("tty.md")).unwrap();
    symlink(".", at("loop")).unwrap();
    symlink("../..", at("deep/up")).unwrap();
    symlink("ouroboros.md", at("ouroboros.md")).unwrap();
    symlink("nowhere", at("broken.md")).unwrap();
    fs::write(outside.join("secret.md"), offer("Secret")).unwrap();
    symlink(outside.join("secret.md"), at("secret.md")).unwrap();
    symlink(outside, at("outside")).unwrap();
    symlink("good.md", at("same.md")).unwrap();
    fs::create_dir(at(".hidden")).unwrap();
    fs::write(at(".hidden/draft.md"), offer("Caché")).unwrap();
    symlink(".hidden/draft.md", at("visible.md")).unwrap();
    File::create(at("sparse.md")).unwrap().set_len(5 << 30).unwrap();
    fs::write(at("binary.md"), b"\x7fELF\0\0\0\0\0\0").unwrap();
    fs::write(at("photo.jpg"), b"\xff\xd8").unwrap();
    fs::create_dir(at("folder.md")).unwrap();
    fs::create_dir_all(at("node_modules/x")).unwrap();
    fs::write(at("node_modules/x/README.md"), offer("Paquet")).unwrap();
    drop(UnixListener::bind(at("socket.md")).unwrap());
}

#[test]
fn every_hostile_entry_is_left_out_with_its_reason() {
    let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hostile_tree(root.path(), outside.path());
    let catalog = read(&[root.path()], None);
    assert_eq!(
        titles(&catalog),
        ["Stage de médiation", "Stage de cartographie", "Caché"]
    );
    let expected = [
        (".hidden", LeftOutReason::Hidden),
        ("binary.md", LeftOutReason::Binary),
        ("broken.md", LeftOutReason::BrokenLink),
        ("deep/up", LeftOutReason::LinkToFolder),
        ("fifo.md", LeftOutReason::NotRegular),
        ("loop", LeftOutReason::LinkToFolder),
        ("node_modules", LeftOutReason::ToolFolder),
        ("ouroboros.md", LeftOutReason::BrokenLink),
        ("outside", LeftOutReason::LinkToFolder),
        ("photo.jpg", LeftOutReason::OtherType),
        ("same.md", LeftOutReason::LinkToOffer),
        ("secret.md", LeftOutReason::LinkOutside),
        ("socket.md", LeftOutReason::NotRegular),
        ("sparse.md", LeftOutReason::TooLarge { bytes: 5 << 30 }),
        ("tty.md", LeftOutReason::LinkOutside),
        ("zero.md", LeftOutReason::LinkOutside),
    ];
    let expected: BTreeMap<String, LeftOutReason> = expected
        .into_iter()
        .map(|(path, reason)| (path.to_owned(), reason))
        .collect();
    assert_eq!(reasons(&catalog), expected);
}

#[test]
fn a_cache_changes_nothing_of_what_is_found() {
    let (root, outside, cache) = (
        tempfile::tempdir().unwrap(),
        tempfile::tempdir().unwrap(),
        tempfile::tempdir().unwrap(),
    );
    hostile_tree(root.path(), outside.path());
    let without = read(&[root.path()], None);
    for _ in 0..3 {
        assert_eq!(read(&[root.path()], Some(cache.path())), without);
    }
    fs::write(root.path().join("new.txt"), offer("Stage nouveau")).unwrap();
    fs::remove_file(root.path().join("good.md")).unwrap();
    let without = read(&[root.path()], None);
    assert_eq!(read(&[root.path()], Some(cache.path())), without);
    assert_eq!(titles(&without), ["Stage de médiation", "Stage nouveau", "Caché"]);
}

#[test]
fn unreadable_entries_are_reported_and_the_rest_is_read() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("a.md"), offer("Stage lisible")).unwrap();
    fs::write(root.path().join("b.md"), offer("Stage fermé")).unwrap();
    fs::create_dir(root.path().join("closed")).unwrap();
    let close = |name: &str, mode| {
        fs::set_permissions(root.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    close("b.md", 0o000);
    close("closed", 0o000);
    let (catalog, everything_may_be_read) = (read(&[root.path()], None), File::open(root.path().join("b.md")).is_ok());
    close("closed", 0o700);
    if everything_may_be_read {
        return; // root is refused nothing
    }
    assert_eq!(titles(&catalog), ["Stage lisible"]);
    let denied = LeftOutReason::Unreadable(std::io::ErrorKind::PermissionDenied);
    assert_eq!(
        reasons(&catalog),
        BTreeMap::from([("b.md".into(), denied), ("closed".into(), denied)])
    );
}

#[test]
fn hostile_names_are_listed_opened_and_clean_once_shown() {
    let root = tempfile::tempdir().unwrap();
    let long = [&[b'n'; 252][..], b".md"].concat();
    let names: [&[u8]; 8] = [
        b"\x1b[31mred\x1b[0m.md",
        b"new\nline.md",
        b"\xff\xfe.md",
        "\u{202e}dm.exe.md".as_bytes(),
        b"-rf.md",
        b"--offers=x.md",
        "l\u{b7}e \u{2019}.md".as_bytes(),
        &long,
    ];
    for (number, name) in names.iter().enumerate() {
        fs::write(
            root.path().join(OsStr::from_bytes(name)),
            offer(&format!("Stage numéro {number}")),
        )
        .unwrap();
    }
    let catalog = read(&[root.path()], None);
    assert_eq!(catalog.rows().len(), names.len());
    for row in 0..names.len() {
        let opened = catalog.open(row).unwrap();
        assert_eq!(opened.offer.facts.title.unwrap().value, &*catalog.rows()[row].title);
        let name = opened.path.unwrap().file_name().map(OsStr::to_owned).unwrap();
        assert!(names.contains(&name.as_bytes()), "{name:?}");
    }
    let ids: std::collections::BTreeSet<&str> = catalog.rows().iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), names.len());
}

#[test]
fn two_names_that_look_the_same_stay_two_offers() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join(OsStr::from_bytes(b"a\xff.md")), offer("Stage un")).unwrap();
    fs::write(root.path().join(OsStr::from_bytes(b"a\xfe.md")), offer("Stage deux")).unwrap();
    let cache = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let catalog = read(&[root.path()], Some(cache.path()));
        assert_eq!(titles(&catalog), ["Stage deux", "Stage un"]);
        assert_eq!(catalog.open(1).unwrap().offer.facts.title.unwrap().value, "Stage un");
    }
}

#[test]
fn twins_get_names_of_their_own_whatever_the_order() {
    let root = tempfile::tempdir().unwrap();
    for name in ["z.md", "a - copie.md", "m.md"] {
        fs::write(root.path().join(name), offer("Stage jumeau")).unwrap();
    }
    let cache = tempfile::tempdir().unwrap();
    let first = read(&[root.path()], Some(cache.path()));
    let id = |catalog: &Catalog, path: &str| {
        catalog
            .rows()
            .iter()
            .find(|row| &*row.path == path)
            .map(|row| row.id.clone())
            .unwrap()
    };
    let (shortest, copy) = (id(&first, "m.md"), id(&first, "a - copie.md"));
    assert!(copy.as_str().starts_with(shortest.as_str()) && copy != shortest);
    fs::remove_file(root.path().join("z.md")).unwrap();
    let second = read(&[root.path()], Some(cache.path()));
    assert_eq!(
        (id(&second, "m.md"), id(&second, "a - copie.md")),
        (shortest.clone(), copy)
    );
    fs::remove_file(root.path().join("m.md")).unwrap();
    let third = read(&[root.path()], Some(cache.path()));
    assert_eq!(
        id(&third, "a - copie.md"),
        shortest,
        "the one that is left takes the plain name"
    );
}

#[test]
fn a_file_is_read_by_any_name_when_it_is_asked_for() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join(".offre");
    fs::write(&file, offer("Stage caché")).unwrap();
    assert_eq!(titles(&read(&[&file], None)), ["Stage caché"]);
    assert_eq!(titles(&read(&[root.path()], None)), [""; 0]);
    assert_eq!(titles(&read(&[root.path(), &file], None)), ["Stage caché"]);
}

#[test]
fn pages_are_offers_only_with_front_matter() {
    let root = tempfile::tempdir().unwrap();
    let page = format!("---\ntitle: Stage web\n---\n<p>{}</p>", offer("x"));
    fs::write(root.path().join("a.html"), &page).unwrap();
    fs::write(root.path().join("b.html"), "<html><body><h1>Stage</h1></body></html>").unwrap();
    fs::write(root.path().join("c.html.md"), offer("Stage md")).unwrap();
    let catalog = read(&[root.path()], None);
    assert_eq!(
        catalog.rows().iter().map(|row| &*row.path).collect::<Vec<_>>(),
        ["a.html", "c.html.md"]
    );
    assert_eq!(
        reasons(&catalog),
        BTreeMap::from([("b.html".into(), LeftOutReason::OtherType)])
    );
}

#[test]
fn files_that_come_and_go_while_they_are_read_are_no_harm() {
    let root = tempfile::tempdir().unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0_u32.. {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                let name = root.path().join(format!("{}.md", round % 40));
                let _ = if round % 3 == 0 {
                    fs::remove_file(name)
                } else {
                    fs::write(name, offer("Stage fugace"))
                };
            }
        });
        for _ in 0..30 {
            let catalog = read(&[root.path()], None);
            assert!(catalog.left_out().all(|left| left.reason == LeftOutReason::Vanished));
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn a_refresh_of_what_changed_gives_what_a_whole_scan_gives() {
    let (root, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hostile_tree(root.path(), outside.path());
    let at = |name: &str| fs::canonicalize(root.path()).unwrap().join(name);
    let mut catalog = std::sync::Arc::new(read(&[root.path()], None));
    let mut step = |changed: &[&str]| {
        let paths: Vec<_> = changed.iter().map(|name| at(name)).collect();
        let refreshed = refresh(&catalog, &paths, &AtomicBool::new(false));
        assert_eq!(*refreshed.catalog, read(&[root.path()], None), "{changed:?}");
        catalog = refreshed.catalog;
        refreshed.changed
    };
    fs::write(at("good.md"), offer("Stage changé")).unwrap();
    assert!(step(&["good.md"]));
    fs::rename(at("deep"), at("moved")).unwrap();
    assert!(step(&["deep", "moved"]));
    fs::create_dir_all(at("new/er")).unwrap();
    fs::write(at("new/er/a.md"), offer("Stage ajouté")).unwrap();
    assert!(step(&["new"]));
    fs::remove_file(at("good.md")).unwrap();
    assert!(step(&["good.md"]));
    fs::write(at(".hidden/other.md"), offer("x")).unwrap();
    assert!(!step(&[".hidden/other.md"]));
    assert!(!step(&["moved/er/other.markdown", "nothing"]));
    fs::remove_dir_all(at("new")).unwrap();
    assert!(step(&["new/er/a.md", "new/er", "new"]));
    assert!(!step(&[""]));
}

#[test]
fn folders_within_folders_without_end_do_no_harm() {
    let root = tempfile::tempdir().unwrap();
    let mut path = OsString::from(root.path());
    for _ in 0..100 {
        path.push("/d");
    }
    fs::create_dir_all(&path).unwrap();
    fs::write(Path::new(&path).join("a.md"), offer("Stage profond")).unwrap();
    let catalog = read(&[root.path()], None);
    assert_eq!(titles(&catalog), [""; 0]);
    assert!(catalog.left_out().all(|left| left.reason == LeftOutReason::TooDeep));
    assert_eq!(catalog.left_out().count(), 1);
}

/// A folder of everything, such as a whole home: what is no offer costs a look at its name.
#[test]
fn a_great_many_files_are_walked_and_counted() {
    let home = Home::new();
    let root = home.path("offers");
    let all = amount(2_000, 300_000);
    for number in 0..all {
        let folder = root.join((number / 1_000).to_string());
        if number % 1_000 == 0 {
            fs::create_dir(&folder).unwrap();
        }
        fs::write(folder.join(format!("{number}-photo.jpg")), "").unwrap();
    }
    let began = Instant::now();
    let catalog = read(&[&root], None);
    let walked = began.elapsed();
    assert_eq!(catalog.rows().len(), 0);
    assert_eq!(catalog.left_out().count(), usize::try_from(all).unwrap());

    let offers = all / 100;
    for number in 0..offers {
        let path = root.join((number / 10).to_string()).join(format!("{number}-offer.md"));
        fs::write(path, offer(&format!("Stage {number}"))).unwrap();
    }
    let began = Instant::now();
    let catalog = read(&[&root], None);
    let took = began.elapsed();
    assert_eq!(catalog.rows().len(), usize::try_from(offers).unwrap());
    assert_eq!(catalog.left_out().count(), usize::try_from(all).unwrap());

    let began = Instant::now();
    let mut session = Session::start(&home, (120, 40), &["--no-cache", "offers"], &[]);
    session.sees("Stage ");
    let seen = began.elapsed();
    figure(&format!(
        "{all} files that are no offers walked in {} ms; {offers} offers among them, all read in {} ms, the first on screen after {} ms",
        walked.as_millis(),
        took.as_millis(),
        seen.as_millis()
    ));
    session.keys("q").ends();
}
