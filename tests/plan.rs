//! The kept offers, the board and the agenda: keys go in, what is saved and what is shown come out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "screens/golden.rs"]
mod golden;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/svg.rs"]
mod svg;

use golden::check;
use jiff::civil::date;
use play::{Play, TODAY};
use ratatui::layout::Position;
use tremplin::locale::Lang;
use tremplin::tracking::{Application, EventKind, Stage, Step};
use tremplin::tui::input::{Event, Mouse, MouseKind};
use tremplin::tui::model::{Mode, View};

fn play(lang: Lang, width: u16, height: u16) -> Play {
    let mut play = Play::new(lang, width, height);
    play.with_shortlist();
    play
}

fn application<'p>(play: &'p Play, title: &str) -> &'p Application {
    let found = play
        .model()
        .tracked
        .shortlist
        .iter()
        .find(|known| known.title().starts_with(title));
    found.unwrap_or_else(|| panic!("no application {title}"))
}

#[test]
fn kept_board_and_agenda_in_french() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("2");
    check("kept", &mut play);
    play.keys("3");
    check("board", &mut play);
    play.keys("4");
    check("agenda", &mut play);
}

#[test]
fn board_and_agenda_narrow_and_in_english() {
    let mut play = play(Lang::En, 58, 24);
    play.keys("3 l");
    check("board-narrow", &mut play);
    play.keys("4");
    check("agenda-narrow", &mut play);
}

#[test]
fn the_agenda_comes_first_when_something_is_due_today() {
    let mut with = Play::new(Lang::Fr, 110, 28);
    assert_eq!(with.model().view, View::Offers);
    with.with_shortlist();
    let due = with.model().plan.agenda.due(TODAY);
    assert_eq!((due > 0, with.model().plan.started), (true, true));
    let mut typed = Play::new(Lang::Fr, 110, 28);
    typed.keys("/").text("rust");
    typed.with_shortlist();
    assert_eq!(
        typed.model().view,
        View::Offers,
        "who already searches is not interrupted"
    );
}

#[test]
fn a_card_moves_and_undo_brings_it_back() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3");
    let id = play.model().selected_application().unwrap().id.clone();
    let before = play.model().tracked.shortlist.get(&id).unwrap().clone();
    assert_eq!(before.step(&[]), Step::Kept);
    play.keys("L");
    let moved = play.model().tracked.shortlist.get(&id).unwrap();
    assert_eq!((moved.stage.clone(), moved.sent_on()), (Stage::Sent, Some(TODAY)));
    assert_eq!(
        play.model().selected_application().unwrap().id,
        id,
        "the card stays in hand"
    );
    play.keys("u");
    assert_eq!(play.model().tracked.shortlist.get(&id), Some(&before));
    play.keys("Ctrl-r H");
    assert_eq!(play.model().tracked.shortlist.get(&id).unwrap().stage, Stage::Kept);
}

#[test]
fn moving_a_card_to_the_answers_asks_which_one() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3 l l L");
    assert!(matches!(play.model().mode, Mode::Stage(_)));
    play.keys("j j Enter");
    assert_eq!(application(&play, "Data engineer").stage.as_str(), "refused");
}

#[test]
fn dates_are_typed_as_people_say_them() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("3 d").text("mardi rappeler Anne");
    check("date", &mut play);
    let id = play.model().selected_application().unwrap().id.clone();
    play.keys("Enter");
    let next = play.model().tracked.shortlist.get(&id).unwrap().next.clone().unwrap();
    assert_eq!((next.date, next.what.as_str()), (date(2026, 11, 24), "rappeler Anne"));

    play.keys("d Ctrl-u Tab").text("mer 10h30 Lyon").keys("Enter");
    let application = play.model().tracked.shortlist.get(&id).unwrap();
    assert_eq!(application.stage, Stage::Interview);
    assert_eq!(application.interviews[0].date, date(2026, 11, 25));
    assert_eq!(application.interviews[0].place.as_deref(), Some("Lyon"));

    play.keys("d Ctrl-u").text("bientot").keys("Enter");
    assert!(
        matches!(play.model().mode, Mode::Date(_)),
        "what is not understood stays in the box"
    );
}

#[test]
fn a_sent_day_can_lie_in_the_past() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("3");
    let id = play.model().selected_application().unwrap().id.clone();
    play.keys("d Tab Tab Tab").text("12/11").keys("Enter");
    assert_eq!(
        play.model().tracked.shortlist.get(&id).unwrap().sent_on(),
        Some(date(2026, 11, 12))
    );
}

#[test]
fn several_are_marked_acted_on_and_undone_together() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    let kept = |play: &Play| play.model().tracked.shortlist.kept();
    play.keys("v v v Space");
    assert_eq!((kept(&play), play.model().plan.marked.len()), (3, 0));
    play.keys("u");
    assert_eq!(kept(&play), 0);
    play.keys("Ctrl-r");
    assert_eq!(kept(&play), 3);
    play.keys("g v v Esc");
    assert!(play.model().plan.marked.is_empty(), "Esc takes the marks off first");
}

#[test]
fn the_agenda_does_what_it_says() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3 d").text("aujourd'hui appeler").keys("Enter 4");
    let items = &play.model().plan.agenda.items;
    let at = items
        .iter()
        .position(|item| matches!(item.kind, tremplin::tracking::agenda::ItemKind::Action(_)));
    let id = items[at.unwrap()].id.clone();
    play.keys("g");
    for _ in 0..at.unwrap() {
        play.keys("j");
    }
    play.keys("Space");
    assert_eq!(play.model().tracked.shortlist.get(&id).unwrap().next, None);
}

#[test]
fn a_follow_up_is_noted_for_today() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3 l A");
    let application = application(&play, "Stage : cartographie");
    let last = application.history.last().unwrap();
    assert!(matches!(last.kind, EventKind::FollowedUp(_)));
    assert_eq!(last.date, TODAY);
}

#[test]
fn enter_on_a_card_opens_the_offer_and_escape_leads_back() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3 Enter");
    assert_eq!(play.model().view, View::Kept);
    let id = play.model().selected_application().unwrap().offer.id.clone();
    assert_eq!(play.model().detail.offer().unwrap().offer.id, id);
    play.keys("Esc Esc");
    assert_eq!(play.model().view, View::Offers);
}

#[test]
fn every_size_is_drawn() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (20, 5),
        (39, 9),
        (58, 20),
        (79, 24),
        (100, 12),
        (300, 90),
    ] {
        let mut play = Play::new(Lang::En, width.max(1), height.max(1));
        play.with_shortlist();
        for view in ["2", "3", "4"] {
            play.keys(view);
            play.keys("j l d Esc G g");
            let _ = play.text_of_screen();
        }
    }
}

#[test]
fn a_click_selects_and_a_double_click_opens() {
    let click = |kind, x, y| {
        Event::Mouse(Mouse {
            kind,
            at: Position::new(x, y),
        })
    };
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("3");
    play.send(click(MouseKind::Press, 35, 6));
    assert!(
        play.model()
            .selected_application()
            .unwrap()
            .title()
            .starts_with("Stage")
    );
    play.keys("4");
    play.send(click(MouseKind::Press, 20, 6));
    let first = play.model().plan.agenda.items[play.model().plan.item].id.clone();
    assert_eq!(play.model().selected_application().unwrap().id, first);
    play.send(click(MouseKind::DoublePress, 20, 6));
    assert_eq!(
        (play.model().view, &play.model().selected_application().unwrap().id),
        (View::Kept, &first)
    );
    play.keys("Esc");
    play.send(click(MouseKind::Press, 10, 4));
    assert_eq!(play.model().plan.place(), 1);
}

#[test]
fn documents_are_ticked_one_by_one() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("3 D");
    check("documents", &mut play);
    let id = play.model().selected_application().unwrap().id.clone();
    play.keys("Space j Space");
    let ready = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().documents.len();
    assert_eq!(ready(&play), 2);
    play.keys("Space Esc");
    assert_eq!(ready(&play), 1);
    play.keys("u");
    assert_eq!(ready(&play), 2);
}
