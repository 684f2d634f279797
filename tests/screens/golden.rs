//! Comparing a screen with the one that a person approved.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

use std::fs;
use std::path::PathBuf;

use crate::play::Play;
use crate::svg;

/// Screens that the README and the reviewers look at.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

/// Compares the screen with `screenshots/NAME.svg`, or writes it when `UPDATE` is set.
pub fn check(name: &str, play: &mut Play) {
    let ground = play.ground();
    let picture = svg::picture(name, play.buffer(), ground);
    let file = folder().join(format!("{name}.svg"));
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&file, picture).unwrap();
        return;
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        golden == picture,
        "{} is no longer what the program draws. The screen now:\n{}\nFirst difference:\n{}\n\
         If it is meant: UPDATE=1 cargo test --test screens, then look at the picture.",
        file.display(),
        play.text_of_screen(),
        first_difference(&golden, &picture),
    );
}

fn first_difference(golden: &str, picture: &str) -> String {
    let mut pairs = golden.lines().zip(picture.lines());
    let differing = pairs.find(|(before, now)| before != now);
    differing.map_or_else(String::new, |(before, now)| format!("- {before}\n+ {now}"))
}
