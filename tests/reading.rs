//! Getting around in an open offer: keys go in, what is shown and what is asked of the outside come out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "screens/golden.rs"]
mod golden;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/svg.rs"]
mod svg;

use golden::check;
use play::Play;
use tremplin::locale::Lang;
use tremplin::markdown::Place;
use tremplin::tui::input::Event;
use tremplin::tui::layout::panes;
use tremplin::tui::model::{Focus, Mode};

/// A small screen on which the text must be scrolled, with the first offer open.
fn reading() -> Play {
    let mut play = Play::new(Lang::Fr, 100, 20);
    play.keys("/").text("rust").keys("Enter");
    play
}

/// Returns the text of the line at the top of the pane.
fn top(play: &Play) -> String {
    let detail = &play.model().detail;
    detail.page.lines.get(detail.scroll).map(line_text).unwrap_or_default()
}

fn line_text(line: &tremplin::tui::page::PageLine) -> String {
    line.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Returns the lines of the pane that are on the screen.
fn visible(play: &Play) -> String {
    let height = usize::from(panes(play.model()).text.height);
    let detail = &play.model().detail;
    let lines = detail.page.lines.iter().skip(detail.scroll).take(height);
    lines.map(|line| line_text(line) + "\n").collect()
}

#[test]
fn one_key_goes_to_the_part_on_applying() {
    let mut play = reading();
    assert!(!visible(&play).contains("Comment candidater"));
    play.keys("c");
    assert_eq!(play.model().focus, Focus::Detail);
    assert!(visible(&play).contains("Comment candidater"), "{}", visible(&play));
}

#[test]
fn the_outline_leads_to_a_heading() {
    let mut play = reading();
    play.keys("t");
    assert_eq!(play.model().mode, Mode::Outline(0));
    play.keys("j Enter");
    assert_eq!(play.model().mode, Mode::Browse);
    assert!(visible(&play).contains("Profil"));
    play.keys("t 1");
    assert!(top(&play).contains("Missions"), "a digit picks: {}", top(&play));
    play.keys("t Esc");
    assert_eq!(play.model().mode, Mode::Browse);
}

#[test]
fn search_in_the_text_counts_and_goes_around() {
    let mut play = reading();
    play.keys("Ctrl-f").text("et");
    let find = play.model().detail.find.clone().unwrap();
    let count = find.matches.len();
    assert!(count > 2);
    play.keys("Enter n");
    assert_eq!(play.model().detail.find.as_ref().unwrap().at, (find.at + 1) % count);
    play.keys("N N");
    assert_eq!(
        play.model().detail.find.as_ref().unwrap().at,
        (find.at + count - 1) % count
    );
    play.keys("Esc");
    assert_eq!(play.model().detail.find, None);
    assert_eq!(play.model().focus, Focus::Detail, "the first Esc only ends the search");
}

#[test]
fn accents_and_case_do_not_matter_and_escape_goes_back() {
    let mut play = reading();
    let before = play.model().detail.scroll;
    play.keys("Ctrl-f").text("INTERET GENERAL");
    assert_eq!(play.model().detail.find.as_ref().unwrap().matches.len(), 1);
    assert!(visible(&play).contains("intérêt général"));
    play.keys("Esc");
    assert_eq!(play.model().detail.scroll, before);
    play.keys("Ctrl-f").text("zzz");
    assert_eq!(play.model().detail.find.as_ref().unwrap().matches.len(), 0);
    play.keys("Enter");
    assert_eq!(play.model().detail.find, None);
}

#[test]
fn the_words_of_the_query_are_shown_in_the_text() {
    let mut play = Play::new(Lang::Fr, 100, 40);
    play.keys("/").text("rust donnees");
    let detail = &play.model().detail;
    let shown = |word: &str| {
        let stands = |place: &&Place| line_text(&detail.page.lines[place.line]).contains(word);
        detail.keywords.iter().filter(stands).count()
    };
    assert!(shown("Rust") > 0 && shown("données") > 0, "{:?}", detail.keywords);
    assert!(detail.keywords.iter().all(|place| place.line >= detail.page.body_start));
    play.keys("Esc");
    assert!(play.model().detail.keywords.is_empty());
}

#[test]
fn links_are_numbered_while_their_menu_is_open() {
    let mut play = reading();
    play.keys("O");
    let text: String = play.model().detail.page.lines.iter().map(line_text).collect();
    assert!(text.contains("main[1]"), "{text}");
    assert!(play.text_of_screen().contains("https://fabrique.example/guide"));
    play.keys("Esc");
    let text: String = play.model().detail.page.lines.iter().map(line_text).collect();
    assert!(!text.contains("[1]"));
}

#[test]
fn the_source_keeps_the_place() {
    let mut play = reading();
    play.keys("t 2 i");
    assert!(play.model().detail.source);
    assert!(visible(&play).contains("## Profil"), "{}", visible(&play));
    play.keys("i");
    assert!(visible(&play).contains("Profil") && !visible(&play).contains("## Profil"));
}

#[test]
fn a_place_is_remembered_and_the_trail_leads_back() {
    let mut play = Play::new(Lang::Fr, 100, 20);
    play.keys("Enter G");
    let (first, place) = (play.model().offers.selected.clone(), play.model().detail.scroll);
    assert!(place > 0);
    play.keys("Esc j Enter");
    assert_ne!(play.model().offers.selected, first);
    assert_eq!(play.model().detail.scroll, 0);
    play.keys("b");
    assert_eq!(play.model().offers.selected, first);
    assert_eq!(play.model().detail.scroll, place);
    play.keys("B");
    assert_ne!(play.model().offers.selected, first);
}

#[test]
fn the_pictures() {
    let mut play = Play::new(Lang::Fr, 100, 28);
    play.keys("/").text("rust").keys("Enter").keys("t");
    check("outline", &mut play);
    play.keys("Esc Ctrl-f").text("donnees");
    check("find", &mut play);
    play.keys("Esc O");
    check("links", &mut play);
    play.keys("Esc i");
    check("source", &mut play);
}

/// The samples in the manner of real offers, zoomed, as a person reads them at three widths; `X` shows the closed ones.
#[test]
fn the_samples_as_they_are_read() {
    for name in [
        "decider-ensemble-recherche",
        "democratie-ouverte-enquete-labo",
        "democratie-ouverte-mesure-impact",
        "osp-assistant-communication",
        "osp-consultant-junior",
    ] {
        for (columns, rows) in [(58, 100), (80, 80), (120, 80)] {
            let mut play = Play::with_sample(&format!("{name}.md"), Lang::Fr, columns, rows);
            play.keys("X Enter z");
            check(&format!("sample-{name}-{columns}"), &mut play);
        }
    }
}

#[test]
fn the_text_stays_where_it_was_whatever_is_laid_out_anew() {
    let mut play = Play::new(Lang::Fr, 110, 10);
    let first_byte = |play: &Play| {
        let detail = &play.model().detail;
        let lines = detail.page.lines.iter().skip(detail.scroll);
        let mut pieces = lines.flat_map(|line| &line.pieces);
        pieces.find_map(|piece| piece.source.clone()).unwrap().start
    };
    play.keys("/").text("rust").keys("Enter Enter t Enter j");
    assert!(play.model().detail.scroll > play.model().detail.page.body_start);
    let before = first_byte(&play);
    let card = play.model().detail.page.body_start;
    play.keys("Space");
    assert!(
        play.model().detail.page.body_start > card,
        "the card says that it is kept"
    );
    assert_eq!(first_byte(&play), before);
    play.keys("u");
    assert_eq!(first_byte(&play), before);
    for width in [84, 120, 200, 110] {
        let before = first_byte(&play);
        play.send(Event::Resize(width, 10));
        let line = play.model().detail.page.line_of(&(before..before + 1)).unwrap();
        assert_eq!(line, play.model().detail.scroll, "at {width} columns");
    }
}
