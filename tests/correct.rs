//! Correcting a fact by hand: typed in the box, shown on the card as the candidate's, used to apply, taken back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "screens/golden.rs"]
mod golden;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/svg.rs"]
mod svg;

use golden::check;
use jiff::civil::date;
use play::Play;
use tremplin::locale::Lang;
use tremplin::tui::model::Mode;

/// Opens the second sample, an offer that states a deadline and an address.
fn play(lang: Lang) -> Play {
    let mut play = Play::new(lang, 110, 28);
    play.keys("j");
    play
}

fn page(play: &Play) -> String {
    let lines = play.model().detail.page.lines.iter();
    let text = lines.map(|line| line.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>());
    // Lines are joined: a sentence that is wrapped is still one sentence.
    text.collect::<Vec<_>>()
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_corrected_deadline_is_shown_as_the_candidates_and_undone() {
    let mut play = play(Lang::Fr);
    let before = page(&play);
    assert!(before.contains("dimanche 22 novembre 2026"), "{before}");
    play.keys("E");
    check("correct", &mut play);
    play.keys("Ctrl-u").text("5 décembre").keys("Enter");
    assert!(page(&play).contains("samedi 5 décembre 2026"), "{}", page(&play));
    assert!(page(&play).contains("corrigé par vous"));
    let kept = play.model().tracked.shortlist.iter().next().unwrap();
    assert_eq!(kept.deadline(), Some(date(2026, 12, 5)), "correcting keeps the offer");
    play.keys("u");
    assert_eq!(page(&play), before, "one undo takes all of it back");
}

#[test]
fn an_empty_line_gives_the_offers_own_fact_back() {
    let mut play = play(Lang::En);
    play.keys("E Ctrl-u").text("5 December").keys("Enter");
    assert!(page(&play).contains("corrected by you"));
    play.keys("E Ctrl-u Enter");
    assert!(!page(&play).contains("corrected by you"), "{}", page(&play));
    assert!(page(&play).contains("22 November 2026"));
}

#[test]
fn what_is_no_address_stays_in_the_box() {
    let mut play = play(Lang::Fr);
    play.keys("E Tab Ctrl-u").text("pas une adresse").keys("Enter");
    assert!(matches!(play.model().mode, Mode::Correct(_)));
    play.keys("Esc");
    assert!(
        play.model().tracked.shortlist.iter().next().is_none(),
        "nothing was saved"
    );
}

#[test]
fn the_corrected_address_is_the_one_that_is_copied() {
    let mut play = play(Lang::Fr);
    play.keys("E Tab Ctrl-u")
        .text("bureau@fabrique.example")
        .keys("Enter y");
    let part = play.model().part(tremplin::mail::parts::Part::Address);
    assert_eq!(part.as_deref(), Some("bureau@fabrique.example"));
}
