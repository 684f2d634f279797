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
    session.keys("X").sees("Lighthouse keeper");
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

#[test]
fn settings_and_themes_change_while_tremplin_runs() {
    let home = Home::with_offers();
    home.write("config/config.toml", "theme = \"sea\"\n");
    home.write("config/themes/sea.toml", "accent = \"#102030\"\n");
    let mut session = Session::start(&home, (110, 30), &["offers"], &[("COLORTERM", "truecolor")]);
    session.sees("Stage vigie du phare");
    session.until("has the accent of the theme", |screen| {
        has_ink(screen, (0x10, 0x20, 0x30))
    });

    home.write("config/themes/sea.toml", "accent = \"#405060\"\n");
    session.until("has the new accent", |screen| has_ink(screen, (0x40, 0x50, 0x60)));

    home.write("config/themes/sea.toml", "base = \"dark\"\naccent = \"blue\"\n");
    session.sees("sea.toml, line 2").sees("Settings unchanged");
    session.until("keeps its accent", |screen| has_ink(screen, (0x40, 0x50, 0x60)));

    home.write(
        "config/config.toml",
        "theme = \"contrast\"\nmouse = false\n[[views]]\nname = \"Mine\"\nquery = \"vigie\"\n",
    );
    session.sees("Mine").sees("Settings read again");
    session.until("has another accent", |screen| !has_ink(screen, (0x40, 0x50, 0x60)));
    session.until("leaves the mouse alone", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });

    home.write("config/config.toml", "theme = \"contrast\"\nmouse = = true\n");
    session.sees("config.toml, line 2").sees("Mine");
    session.keys("F").sees_no_more("Settings unchanged").sees("is not TOML");
    home.write("config/config.toml", "cache = false\n");
    session.sees_no_more("is not TOML").keys("F");
    session
        .sees("cache will count at the next start")
        .sees_no_more("Mine")
        .keys("\x03");
    assert_eq!(session.ends(), 0);
}

#[test]
fn a_wrong_key_is_told_with_its_line_and_stays_on_the_list_until_it_is_mended() {
    let home = Home::with_offers();
    home.write("config/config.toml", "mouse = false\n[keys]\nkepe = \"*\"\n");
    let mut session = Session::start(&home, (110, 30), &["offers"], &[]);
    session.sees("config.toml, line 3: [keys]: no action `kepe`");
    session
        .keys("F")
        .sees("Files left out · 2")
        .sees("did you mean `kept`?");
    home.write("config/config.toml", "mouse = false\n[keys]\nkeep = \"*\"\n");
    session.sees("Files left out · 1").keys("\x03");
    assert_eq!(session.ends(), 0);
}

#[test]
fn a_configuration_that_comes_later_counts_too() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, (110, 30), &["offers"], &[]);
    session.sees("Stage vigie du phare");
    home.write("offers/.tremplin.toml", "hide = [\"vigie\"]\n");
    session.sees_no_more("Stage vigie du phare");
    home.write(
        "config/config.toml",
        "keys = { quit = \"Q\" }\nviews = [{ name = \"Mine\", query = \"a\" }]\n",
    );
    session.sees("Mine").keys("Q");
    assert_eq!(session.ends(), 0);
}

/// Tells whether something is written in this colour.
fn has_ink(screen: &vt100::Screen, (red, green, blue): (u8, u8, u8)) -> bool {
    let (rows, columns) = screen.size();
    let ink = vt100::Color::Rgb(red, green, blue);
    (0..rows).any(|row| (0..columns).any(|column| screen.cell(row, column).is_some_and(|cell| cell.fgcolor() == ink)))
}
