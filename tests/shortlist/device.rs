//! Two devices, one shortlist, git between them.

use std::path::Path;
use std::process::Command;

use tremplin::store::shortlist::Store;
use tremplin::tracking::{Change, Stage};

use super::samples::{TODAY, id, keep};

/// Merges of two devices' work that are tried.
const MERGES: usize = 25;

fn git(dir: &Path, args: &[&str]) -> bool {
    Command::new("git")
        .current_dir(dir)
        .args([
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@device.example",
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .is_ok_and(|output| output.status.success())
}

fn commit(dir: &Path) {
    assert!(git(dir, &["add", "-A"]) && git(dir, &["commit", "-qm", "changes"]));
}

#[test]
fn changes_to_different_applications_merge_without_conflict() {
    let dir = tempfile::tempdir().unwrap();
    if !git(dir.path(), &["init", "-q", "desk"]) {
        return; // no git here: nothing to merge with
    }
    let (desk, laptop) = (dir.path().join("desk"), dir.path().join("laptop"));
    let at = |device: &Path| Store::new(device, dir.path().join("backups"));
    std::fs::write(desk.join(".gitignore"), ".lock\n").unwrap();
    for number in 0..20 {
        let name = format!("offer-{number}");
        at(&desk).change(&id(&name), &keep(&name), TODAY).unwrap();
    }
    commit(&desk);
    assert!(git(dir.path(), &["clone", "-q", "desk", "laptop"]));
    let mut conflicts = 0;
    for round in 0..MERGES {
        for (device, which) in [(&desk, round % 20), (&laptop, (round + 7) % 20)] {
            let name = id(&format!("offer-{which}"));
            let note = Change::AddNote(format!("round {round}"));
            at(device).change(&name, &note, TODAY).unwrap();
            let sent = Change::Stage {
                to: Stage::Sent,
                date: None,
                by: None,
            };
            at(device).change(&name, &sent, TODAY).unwrap();
            let new = format!("new-{round}-{which}");
            at(device).change(&id(&new), &keep(&new), TODAY).unwrap();
            commit(device);
        }
        if !git(&laptop, &["pull", "-q", "--no-rebase", "--no-edit", "origin", "main"]) {
            conflicts += 1;
        }
        assert!(git(
            &desk,
            &["pull", "-q", "--no-rebase", "--no-edit", "../laptop", "main"]
        ));
    }
    assert_eq!(conflicts, 0);
    let loaded = at(&desk).load().unwrap();
    assert_eq!((loaded.applications.len(), loaded.troubles.len()), (20 + 2 * MERGES, 0));
    assert_eq!(at(&laptop).load().unwrap().applications, loaded.applications);
}
