//! Offers that are added, changed, renamed and removed while tremplin runs show by themselves, and the selection stays.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;

use home::Home;
use terminal::Session;

fn offer(title: &str) -> String {
    format!("# {title}\n\n**Structure :** Phare du Sud\n\nCV à emploi@phare.example avant le 1er décembre 2026.\n")
}

#[test]
fn changes_of_files_show_while_tremplin_runs() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, (110, 30), &["offers"], &[]);
    session.sees("Stage vigie du phare").sees("Gardien·ne de phare");
    session.keys("G").sees("Keep the light");

    home.write("offers/new.md", &offer("Apprentie fanalière"));
    session.sees("Apprentie fanalière").sees("Keep the light");

    home.write("offers/new.md", &offer("Apprentie cartographe"));
    session
        .sees("Apprentie cartographe")
        .sees_no_more("Apprentie fanalière");

    fs::rename(home.path("offers/new.md"), home.path("offers/renamed.md")).unwrap();
    home.write("offers/sub/other.md", &offer("Apprentie tisserande"));
    session.sees("Apprentie tisserande").sees("Apprentie cartographe");

    fs::remove_file(home.path("offers/renamed.md")).unwrap();
    fs::remove_dir_all(home.path("offers/sub")).unwrap();
    session
        .sees_no_more("Apprentie cartographe")
        .sees_no_more("Apprentie tisserande");
    session.sees("Keep the light").keys("\x03");
    assert_eq!(session.ends(), 0);
}

#[test]
fn words_of_a_new_offer_are_found_in_its_body() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, (110, 30), &["offers"], &[]);
    session.sees("Stage vigie du phare");
    session.keys("/topinambour").sees_no_more("Gardien·ne de phare");
    home.write(
        "offers/new.md",
        &format!("{}\nVous cultiverez des topinambours.\n", offer("Stage potager")),
    );
    session.sees("Stage potager").keys("\x03");
    assert_eq!(session.ends(), 0);
}
