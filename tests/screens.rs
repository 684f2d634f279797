//! Golden screens: keys go in, pictures come out, in `screenshots/`.
//!
//! Each test drives the real event loop with fake effects, presses keys, and compares the screen with an SVG that a
//! person has looked at. `UPDATE=1 cargo test --test screens` writes them anew: look at the difference, then commit.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "screens/golden.rs"]
mod golden;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/svg.rs"]
mod svg;

use golden::check;
use play::Play;
use tremplin::locale::{Lang, findings};
use tremplin::offer::NotAnOfferReason;
use tremplin::store::LeftOutReason;
use tremplin::tui::theme::ThemeName;

#[test]
fn main_in_french() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.with_shortlist();
    play.keys("j");
    check("main-fr", &mut play);
}

#[test]
fn main_in_english() {
    let mut play = Play::new(Lang::En, 110, 28);
    play.with_shortlist();
    play.keys("j");
    check("main-en", &mut play);
}

#[test]
fn roomy() {
    let mut play = Play::new(Lang::Fr, 130, 40);
    play.with_shortlist();
    play.keys("j j");
    check("roomy", &mut play);
}

#[test]
fn light() {
    let mut play = Play::new(Lang::Fr, 110, 28).theme(ThemeName::TremplinLight);
    play.with_shortlist();
    play.keys("j");
    check("light", &mut play);
}

#[test]
fn search() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.with_shortlist();
    play.keys("/").text("donnees ouv");
    check("search", &mut play);
}

#[test]
fn help() {
    let mut play = Play::new(Lang::Fr, 110, 30);
    play.keys("?");
    check("help", &mut play);
}

#[test]
fn palette() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.with_shortlist();
    play.keys(":").text("ret");
    check("palette", &mut play);
}

#[test]
fn the_offer_below_the_list() {
    let mut play = Play::new(Lang::En, 90, 34);
    play.with_shortlist();
    play.keys("j P Esc");
    check("below-en", &mut play);
}

#[test]
fn places_to_go_to() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.with_shortlist();
    play.keys("g");
    check("go-menu", &mut play);
}

#[test]
fn only_signs_of_ascii_when_asked() {
    let mut play = Play::new(Lang::Fr, 110, 30).ascii();
    play.with_shortlist();
    for keys in ["j", "?", "Esc y", "Esc s", "Esc 2", "3", "4", ":"] {
        play.keys(keys);
        let screen = play.text_of_screen();
        // Letters and the punctuation of texts stay: they are not ours to change.
        let foreign = |c: &char| !c.is_ascii() && !c.is_alphanumeric() && !"’«»—€\u{a0}\u{202f}".contains(*c);
        let left: String = screen.chars().filter(foreign).collect();
        assert!(left.is_empty(), "{left:?} after {keys}:\n{screen}");
    }
}

#[test]
fn narrow_list_and_detail() {
    let mut play = Play::new(Lang::Fr, 58, 20);
    play.with_shortlist();
    check("narrow-list", &mut play);
    play.keys("Enter");
    check("narrow-detail", &mut play);
}

#[test]
fn without_colour() {
    let mut play = Play::new(Lang::En, 100, 26).theme(ThemeName::None);
    play.with_shortlist();
    play.keys("j");
    check("no-colour", &mut play);
}

#[test]
fn nothing_found() {
    let mut play = Play::new(Lang::Fr, 100, 24);
    play.keys("/").text("rust zanzibar");
    check("empty", &mut play);
}

#[test]
fn zoom() {
    let mut play = Play::new(Lang::Fr, 90, 44);
    play.with_shortlist();
    play.keys("j z");
    check("zoom", &mut play);
}

#[test]
fn proof() {
    let mut play = Play::new(Lang::Fr, 100, 30);
    play.keys("j p p p");
    check("proof", &mut play);
}

#[test]
fn copy_and_stage_menus() {
    let mut play = Play::new(Lang::Fr, 100, 28);
    play.with_shortlist();
    play.keys("y");
    check("copy-menu", &mut play);
    play.keys("Esc s");
    check("stage-menu", &mut play);
}

#[test]
fn memo_and_toast() {
    let mut play = Play::new(Lang::En, 100, 28);
    play.keys("m").text("Met Anne at the Rust meetup.");
    check("memo", &mut play);
    play.keys("Enter");
    check("toast", &mut play);
}

#[test]
fn tiny_and_too_small() {
    let mut play = Play::new(Lang::Fr, 30, 8);
    check("tiny", &mut play);
    play.keys("y y");
    // Broken over lines, never cut.
    let screen: String = play.text_of_screen().split_whitespace().collect();
    assert!(
        screen.contains("commune-numerique.example"),
        "what was copied is not shown:\n{screen}"
    );
    assert!(screen.contains("wl-copy"), "how it was copied is not shown:\n{screen}");
    let mut play = Play::new(Lang::Fr, 18, 4);
    check("too-small", &mut play);
}

#[test]
fn the_sheet_of_an_application() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.with_shortlist();
    play.keys("j a");
    check("sheet", &mut play);
    play.keys("m");
    check("sheet-sent", &mut play);
    play.keys("Enter");
    check("sheet-noted", &mut play);
}

#[test]
fn the_letter_that_comes_next_has_one_key() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.with_shortlist();
    // Sent four days ago: a follow-up, as an answer in the thread.
    play.keys("3 l r");
    check("sheet-follow-up", &mut play);
    // Gone another way: noted at once.
    play.keys("d");
    let application = play.model().board_card().unwrap();
    assert_eq!(application.follow_ups().collect::<Vec<_>>(), [play::TODAY]);
    // Two days after the interview: thanks, and then no more thanks.
    play.keys("l r");
    let screen = play.text_of_screen();
    assert!(screen.contains("Remercier · Data engineer"), "{screen}");
    play.keys("d r");
    let screen = play.text_of_screen();
    assert!(screen.contains("Relancer · Data engineer"), "{screen}");
    play.keys("t t t t t Esc");
    // Not sent yet, and over.
    play.keys("h h r");
    let screen = play.text_of_screen();
    assert!(screen.contains("pas encore envoyée"), "{screen}");
    play.keys("l l l r");
    let screen = play.text_of_screen();
    assert!(screen.contains("terminée"), "{screen}");
}

#[test]
fn every_demanded_document_has_its_line() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.with_shortlist();
    play.keys("j a j j j j Enter").text("/home/camille/lettre.pdf");
    play.keys("Enter");
    let screen = play.text_of_screen();
    assert!(screen.contains("✓ lettre de motivation  lettre.pdf"), "{screen}");
    assert!(
        screen.contains("CV et lettre de motivation."),
        "the letter names it:\n{screen}"
    );
    assert!(!screen.contains("pas jointe"), "{screen}");
}

#[test]
fn the_profile_is_edited_from_the_sheet_and_what_was_typed_stays() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.with_shortlist();
    play.keys("j a");
    assert!(play.text_of_screen().contains("Camille Martin"));
    play.keys("j j Enter").text(" (bis)").keys("Enter I");
    let screen = play.text_of_screen();
    assert!(
        screen.contains("│ Camille Durand"),
        "the letter is signed anew: {screen}"
    );
    assert!(screen.contains("[RUST-2026] Camille Martin (bis)"), "{screen}");
    assert!(screen.contains("Profil relu\u{a0}: Camille Durand"), "{screen}");
    play.keys("Esc I");
    assert!(play.text_of_screen().contains("Profil relu"), "without a sheet too");
}

#[test]
fn the_way_out_of_a_box_is_named_in_any_width() {
    for (lang, out) in [(Lang::Fr, "Échap fermer"), (Lang::En, "Esc close")] {
        for (width, height) in [(120, 40), (80, 24), (58, 20)] {
            let mut play = Play::new(lang, width, height);
            for open in ["a", "f", "F", "D"] {
                play.keys(open);
                let screen = play.text_of_screen();
                let last = screen.lines().last().unwrap().trim_end();
                assert!(last.contains(out), "{open} at {width}: {last}");
                play.keys("Esc");
            }
        }
        // Without a bottom line it stands on the border of the box.
        let mut play = Play::new(lang, 38, 9);
        let screen = play.keys("a").text_of_screen();
        assert!(screen.contains(&format!("{out} ─╯")), "{screen}");
    }
}

#[test]
fn a_part_of_the_sheet_is_changed() {
    let mut play = Play::new(Lang::En, 90, 28);
    play.with_shortlist();
    play.keys("j a j j Enter").text(" 2");
    check("sheet-typing", &mut play);
}

#[test]
fn facets() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.with_shortlist();
    play.keys("f j Space");
    check("facets", &mut play);
}

#[test]
fn completion() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("/").text("rust lieu:");
    check("completion", &mut play);
}

#[test]
fn mistake() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("/").text("liue:lyon stage");
    check("mistake", &mut play);
}

#[test]
fn own_view() {
    let mut play = Play::new(Lang::Fr, 120, 28);
    play.with_view("Paris", "lieu:paris");
    play.keys("5");
    check("own-view", &mut play);
}

#[test]
fn naming_a_view() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("/").text("lieu:paris").keys("Enter W").text("Chez moi");
    check("name-view", &mut play);
}

#[test]
fn another_name_for_a_view_on_a_narrow_screen() {
    let mut play = Play::new(Lang::En, 58, 20);
    play.with_view("Paris", "place:paris");
    play.keys("5 W").text(" by train");
    check("rename-view-en", &mut play);
}

/// Files that gave no offer, with the sentences of the program itself.
fn left_out(play: &mut Play, lang: Lang) {
    let empty = findings::not_an_offer(lang, NotAnOfferReason::Empty);
    let readme = findings::not_an_offer(lang, NotAnOfferReason::Readme);
    let link = LeftOutReason::LinkOutside.say(lang);
    let large = LeftOutReason::TooLarge { bytes: 5 << 20 }.say(lang);
    let binary = LeftOutReason::Binary.say(lang);
    let other = LeftOutReason::OtherType.say(lang);
    play.with_left_out(&[
        (
            "2026/archives/toutes-les-offres-du-salon-de-novembre-recopiees.md",
            &large,
            false,
        ),
        ("2026/photo.md", &binary, false),
        ("2026/raccourci.md", &link, false),
        ("a-completer.md", empty, false),
        ("README.md", readme, false),
        ("logo.png", &other, true),
    ]);
}

#[test]
fn files_left_out_in_french() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    left_out(&mut play, Lang::Fr);
    assert!(
        play.text_of_screen().contains("F 5 écartés · "),
        "the picture does not count"
    );
    play.keys("F");
    check("left-out-fr", &mut play);
}

#[test]
fn files_left_out_in_english_on_a_narrow_screen() {
    let mut play = Play::new(Lang::En, 50, 16);
    left_out(&mut play, Lang::En);
    play.keys("F j");
    check("left-out-narrow-en", &mut play);
    play.keys("G");
    let screen = play.text_of_screen();
    assert!(screen.contains("logo.png"), "the last file is not reached:\n{screen}");
    play.keys("Esc");
    assert!(!play.text_of_screen().contains("logo.png"));
}

#[test]
fn no_file_left_out() {
    let mut play = Play::new(Lang::Fr, 60, 16);
    assert!(!play.text_of_screen().contains("écarté"));
    play.keys("F");
    check("left-out-none", &mut play);
}

#[test]
fn closed_offers_are_counted_and_come_when_they_are_asked_for() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    let closed = "Technicien·ne accessibilité";
    let screen = play.text_of_screen();
    assert!(
        !screen.contains(closed) && screen.contains("X 1 close · 9 / 10"),
        "{screen}"
    );
    play.keys("X");
    check("with-closed", &mut play);
    assert!(play.text_of_screen().contains(closed));
    play.keys("X / T e c h n i c i e n");
    let screen = play.text_of_screen();
    assert!(screen.contains("X montre aussi\u{a0}: 1 close"), "{screen}");
    play.keys("Esc").text("est:close");
    let screen = play.text_of_screen();
    assert!(screen.contains(closed), "who asks for closed ones gets them:\n{screen}");
    play.keys("Esc Esc x");
    let screen = play.text_of_screen();
    assert!(screen.contains("X 1 close, 1 masquée · 8 / 10"), "{screen}");
    play.keys("2 X");
    assert!(play.text_of_screen().contains("Dans la liste des offres seulement"));
}

#[test]
fn what_changed_since_it_was_kept() {
    let mut play = Play::new(Lang::Fr, 110, 34);
    play.said_before("2026-11-22", "2026-11-15");
    play.said_before(
        "Deux ans de Rust ou d’un langage proche ; goût",
        "Cinq ans de Rust ; goût",
    );
    play.with_shortlist();
    play.keys("j");
    check("changed", &mut play);
}

#[test]
fn what_changed_is_said_until_it_is_taken_note_of_and_again_when_that_is_undone() {
    let mut play = Play::new(Lang::Fr, 100, 40);
    play.said_before("2026-11-22", "2026-11-15");
    play.with_shortlist();
    let said = |play: &Play| play.model().detail.changed.is_some();
    assert!(
        said(&play),
        "of the offer that was open before the shortlist was read too"
    );
    play.keys("j");
    assert!(said(&play));
    play.keys("R");
    assert!(!said(&play));
    play.keys("u");
    assert!(said(&play));
    play.keys("Ctrl-r");
    assert!(!said(&play));
}

#[test]
fn a_text_that_changed_wholly_does_not_bury_the_offer() {
    let mut play = Play::new(Lang::En, 60, 60);
    let before: Vec<_> = (1..=40).map(|line| format!("\nFormer line number {line}.\n")).collect();
    play.said_before("- relire, tester, documenter.", &before.concat());
    play.with_shortlist();
    play.keys("j Enter");
    let screen = play.text_of_screen();
    assert!(screen.contains("- Former line number 20."), "{screen}");
    assert!(!screen.contains("Former line number 21."), "{screen}");
    // The twenty others, and the line that came in their place.
    assert!(screen.contains("… and 21 more lines"), "{screen}");
    assert!(screen.contains("R take note of the new version"), "{screen}");
}

/// The main pictures exist in both languages: each name with its size, keys, what is typed, and its theme.
#[test]
fn the_main_screens_in_the_other_language() {
    let dark = ThemeName::TremplinDark;
    let pictures = [
        ("light-en", (110, 28), "j", "", ThemeName::TremplinLight),
        ("help-en", (110, 30), "?", "", dark),
        ("palette-en", (110, 28), ":", "kee", dark),
        ("narrow-list-en", (58, 20), "", "", dark),
        ("narrow-detail-en", (58, 20), "Enter", "", dark),
        ("zoom-en", (90, 44), "j z", "", dark),
        ("sheet-en", (110, 32), "j a", "", dark),
        ("facets-en", (110, 32), "f j Space", "", dark),
        ("board-en", (110, 28), "3", "", dark),
        ("agenda-en", (110, 28), "4", "", dark),
        ("no-colour-fr", (100, 26), "j", "", ThemeName::None),
        ("contrast-fr", (110, 28), "j", "", ThemeName::Contrast),
    ];
    for (name, (width, height), keys, typed, theme) in pictures {
        let lang = if name.ends_with("-fr") { Lang::Fr } else { Lang::En };
        let mut play = Play::new(lang, width, height).theme(theme);
        play.with_shortlist();
        play.keys(keys).text(typed);
        check(name, &mut play);
    }
}
