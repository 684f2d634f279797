//! The kept offers, the board and the agenda: keys go in, what is saved and what is shown come out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "screens/golden.rs"]
mod golden;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/svg.rs"]
mod svg;

use std::sync::Arc;

use golden::check;
use jiff::civil::date;
use play::{Play, TODAY};
use ratatui::layout::Position;
use tremplin::locale::Lang;
use tremplin::tracking::agenda::ItemKind;
use tremplin::tracking::application::Party;
use tremplin::tracking::{Application, EventKind, Stage, Step};
use tremplin::tui::input::{Event, Mouse, MouseKind};
use tremplin::tui::model::library::Library;
use tremplin::tui::model::{Focus, Mode, View};
use tremplin::tui::msg::Msg;

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
fn the_day_beside_an_interview_is_that_of_the_interview() {
    let mut play = play(Lang::En, 120, 30);
    play.keys("3 d Tab").text("24/11 14h").keys("Enter 4");
    let agenda = play.text_of_screen();
    let row = agenda.lines().find(|line| line.contains("Tue 24 Nov")).unwrap();
    assert_eq!(row.matches("24 Nov").count(), 1, "{row}");
    assert!(row.contains("14:00"), "{row}");
    play.keys("2");
    let kept = play.text_of_screen();
    assert!(kept.contains("interview 24 Nov"), "{kept}");
    assert!(
        !kept.contains("interview 20 Nov"),
        "not the day on which it was noted: {kept}"
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
    play.keys("Home v v Esc");
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
    play.keys("Home");
    for _ in 0..at.unwrap() {
        play.keys("j");
    }
    play.keys("Space");
    assert_eq!(play.model().tracked.shortlist.get(&id).unwrap().next, None);
}

#[test]
fn the_menu_of_stages_asks_what_came_of_a_deadline_or_an_interview() {
    for (lang, deadline, interview) in [
        (
            Lang::Fr,
            "Date limite\u{a0}: c’est envoyé\u{202f}?",
            "Entretien\u{a0}: et ensuite\u{202f}?",
        ),
        (Lang::En, "Deadline: was it sent?", "Interview: what came of it?"),
    ] {
        let mut play = play(lang, 80, 24);
        play.keys("3 d Tab").text("2026-11-25").keys("Enter 4");
        let of_kind = |play: &Play, wanted: fn(&ItemKind) -> bool| {
            let items = &play.model().plan.agenda.items;
            items.iter().position(|item| wanted(&item.kind)).unwrap()
        };
        let at = of_kind(&play, |kind| matches!(kind, ItemKind::Interview(_)));
        play.keys(&format!("Home{} Space", " j".repeat(at)));
        assert!(play.text_of_screen().contains(interview), "{}", play.text_of_screen());
        play.keys("Esc");

        let at = of_kind(&play, |kind| *kind == ItemKind::Deadline);
        let id = play.model().plan.agenda.items[at].id.clone();
        play.keys(&format!("Home{} Space", " j".repeat(at)));
        assert!(play.text_of_screen().contains(deadline), "{}", play.text_of_screen());
        play.keys("Enter");
        let application = play.model().tracked.shortlist.get(&id).unwrap();
        assert_eq!(application.stage, Stage::Sent, "the likeliest answer is selected");
    }
}

#[test]
fn a_stage_of_the_candidates_own_has_a_key() {
    let mut play = play(Lang::Fr, 80, 24);
    play.with_stages(&["test technique", "vivier"]);
    play.keys("3 s");
    let shown = play.text_of_screen();
    assert!(shown.contains("a  ▁▃▅▆·  test technique"), "{shown}");
    assert!(shown.contains("b  ▁▃▅▆·  vivier"), "{shown}");
    let id = play.model().selected_application().unwrap().id.clone();
    play.keys("b");
    let stage = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().stage.clone();
    assert_eq!(stage(&play), Stage::Own("vivier".to_owned()));
    play.keys("s c");
    assert_eq!(stage(&play), Stage::Own("vivier".to_owned()), "no third one");
}

#[test]
fn what_was_sent_today_is_not_due_today() {
    for (lang, word, wrong) in [(Lang::Fr, "↻ J-10", "aujourd’hui"), (Lang::En, "↻ 10d", "today")] {
        let mut play = play(lang, 80, 24);
        play.keys("2 Home s 3");
        let row = play.text_of_screen();
        assert!(row.contains(word), "{row}");
        let list: Vec<&str> = row.lines().filter_map(|line| line.split('│').next()).collect();
        assert!(
            !list.iter().any(|line| line.contains("Rust") && line.contains(wrong)),
            "{row}"
        );
    }
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

#[test]
fn the_dossier_writes_interviews_people_and_what_was_sent() {
    let mut play = play(Lang::Fr, 100, 32);
    play.keys("3 C");
    let id = play.model().selected_application().unwrap().id.clone();
    let known = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().clone();
    play.keys("j Enter")
        .text("mardi 10h30")
        .keys("Tab")
        .text("12 rue des Cartes");
    play.keys("Tab").text("Anne Exemple");
    check("form", &mut play);
    play.keys("Enter j Enter").text("jeudi 9h").keys("Enter");
    let both = known(&play);
    assert_eq!((both.stage.clone(), both.interviews.len()), (Stage::Interview, 2));
    assert_eq!(both.interviews[0].people, ["Anne Exemple"]);
    assert!(matches!(play.model().mode, Mode::Dossier(_)), "the dossier stays open");

    // The first one goes, the second keeps its name.
    play.keys("k x");
    let left = known(&play);
    assert_eq!(
        (left.interviews.len(), &left.interviews[0].uid),
        (1, &both.interviews[1].uid)
    );
    play.keys("Enter Ctrl-u").text("bientot").keys("Enter");
    assert!(
        matches!(play.model().mode, Mode::Form(_)),
        "what is not understood stays"
    );
    play.keys("Ctrl-u").text("ven 27/11 14h").keys("Enter");
    assert_eq!(known(&play).interviews[0].date, date(2026, 11, 27));

    play.keys("j j Enter")
        .text("Anne Exemple")
        .keys("Tab Tab")
        .text("anne")
        .keys("Enter");
    assert!(
        matches!(play.model().mode, Mode::Form(_)),
        "an address is one or nothing"
    );
    play.text("@lab.example").keys("Enter");
    assert_eq!(known(&play).people[0].email.as_deref(), Some("anne@lab.example"));
    play.keys("G Enter")
        .text(" ")
        .keys("Tab")
        .text("appel de la RH")
        .keys("Enter");
    assert_eq!(
        known(&play).history.last().unwrap().note.as_deref(),
        Some("appel de la RH")
    );
    check("dossier", &mut play);
    play.keys("Esc u");
    assert_eq!(known(&play).history.len(), left.history.len());
}

#[test]
fn the_day_of_what_happened_can_be_corrected() {
    let mut play = play(Lang::Fr, 100, 32);
    play.keys("3 l C");
    let id = play.model().selected_application().unwrap().id.clone();
    let sent = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().sent_on();
    assert_eq!(sent(&play), Some(date(2026, 11, 16)));
    // Tags, a new interview, somebody, then the message.
    play.keys("j j j Enter Ctrl-u")
        .text("12/11")
        .keys("Tab")
        .text("courriel");
    play.keys("Tab Tab Tab").text("cv.pdf, lettre.pdf").keys("Enter");
    let known = play.model().tracked.shortlist.get(&id).unwrap();
    assert_eq!(known.reached(&Stage::Sent), Some(date(2026, 11, 12)));
    assert_eq!(known.sent[0].files, ["cv.pdf", "lettre.pdf"]);
}

#[test]
fn tags_are_put_on_several_at_once() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("2 v v T").text("rust, libre").keys("Enter");
    let tagged = |play: &Play| {
        let all = play
            .model()
            .tracked
            .shortlist
            .iter()
            .filter(|known| known.tags == ["rust", "libre"]);
        all.count()
    };
    assert_eq!((tagged(&play), play.model().plan.marked.len()), (2, 0));
    play.keys("u");
    assert_eq!(tagged(&play), 0);
}

#[test]
fn a_document_of_the_checklist_gets_its_file() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("3 D f").text("~/cv-2026.pdf").keys("Enter");
    let id = play.model().selected_application().unwrap().id.clone();
    let known = play.model().tracked.shortlist.get(&id).unwrap();
    assert_eq!(known.documents[0].file.as_deref(), Some("~/cv-2026.pdf"));
    assert!(matches!(play.model().mode, Mode::Papers(_)), "the checklist stays open");
    assert!(play.text_of_screen().contains("~/cv-2026.pdf"));
}

#[test]
fn a_memo_can_be_written_in_the_editor() {
    let mut play = play(Lang::Fr, 100, 28);
    play.keys("3 V");
    let id = play.model().selected_application().unwrap().id.clone();
    let notes = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().notes.clone();
    assert!(notes(&play).ends_with("écrit dans l’éditeur"));
    play.keys("m").text(" puis ici").keys("Ctrl-o");
    assert!(notes(&play).ends_with("puis ici\nécrit dans l’éditeur"));
}

#[test]
fn who_ended_it_is_said_in_the_dossier() {
    let mut play = play(Lang::Fr, 100, 32);
    play.keys("2 s 7 C j");
    let id = play.model().selected_application().unwrap().id.clone();
    let who = |play: &Play| play.model().tracked.shortlist.get(&id).unwrap().ended_by;
    assert_eq!(who(&play), Some(Party::Them));
    play.keys("Enter");
    assert_eq!(who(&play), Some(Party::Me));
}

#[test]
fn the_agenda_acts_on_the_item_that_it_shows_as_selected() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("2 G");
    let last = play.model().selected_application().unwrap().id.clone();
    let items = &play.model().plan.agenda.items;
    assert!(items.iter().all(|item| item.id != last), "nothing is due for it");
    play.keys("4");
    let item = play.model().plan.agenda.items[play.model().plan.item].id.clone();
    assert_eq!(play.model().selected_application().unwrap().id, item);
    play.keys("2");
    assert_eq!(
        play.model().selected_application().unwrap().id,
        last,
        "the list stays where it was"
    );
    play.keys("4 Enter");
    assert_eq!(play.model().selected_application().unwrap().id, item);
}

#[test]
fn an_empty_agenda_has_nothing_to_act_on() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("End Space 4");
    let state = &play.model().plan;
    assert_eq!((state.kept.len(), state.agenda.items.len()), (1, 0));
    play.keys("x s");
    assert_eq!(play.model().mode, Mode::Browse);
    assert_eq!(play.model().tracked.shortlist.kept(), 1);
}

#[test]
fn the_other_pane_moves_without_taking_the_keyboard() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("2 z J");
    assert_eq!((play.model().plan.place(), play.model().focus), (1, Focus::Zoom));
    play.keys("Esc Enter K");
    assert_eq!((play.model().plan.place(), play.model().focus), (0, Focus::Detail));
}

#[test]
fn what_leaves_the_list_or_a_column_makes_room_for_its_neighbour() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("2 j j");
    let next = play.model().plan.kept[3].clone();
    play.keys("x");
    assert_eq!((play.model().plan.place(), play.model().plan.kept.len()), (2, 4));
    assert_eq!(play.model().selected_application().unwrap().id, next);
    play.keys("G x");
    assert_eq!((play.model().plan.place(), play.model().plan.kept.len()), (2, 3));
    let mut board = self::play(Lang::Fr, 110, 28);
    board.keys("3 h h h h j");
    let cards = board.model().plan.columns[0].cards.clone();
    assert_eq!(board.model().selected_application().unwrap().id, cards[1]);
    board.keys("x");
    assert_eq!(board.model().selected_application().unwrap().id, cards[0]);
}

#[test]
fn what_is_due_for_an_offer_that_was_let_go_opens_among_the_offers() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("End d")
        .text("demain appeler")
        .keys("Enter Home j Space End Space 2 4");
    let state = &play.model().plan;
    let at = state
        .agenda
        .items
        .iter()
        .position(|item| !state.kept.contains(&item.id));
    play.keys(&format!("Home {}", "j ".repeat(at.unwrap())));
    let due = play.model().selected_application().unwrap().offer.id.clone();
    play.keys("2");
    let shown = play.model().selected_application().unwrap();
    assert_eq!(shown.id, play.model().plan.kept[0], "the list acts on what it shows");
    play.keys("4 Enter");
    assert_eq!((play.model().view, play.model().focus), (View::Offers, Focus::Detail));
    assert_eq!(play.model().detail.offer().unwrap().offer.id, due);
}

#[test]
fn the_selected_row_stays_on_a_screen_that_became_smaller() {
    let mut play = play(Lang::Fr, 110, 28);
    for (view, sign) in [("2 G", "▌"), ("4 G", "▌")] {
        play.send(Event::Resize(110, 40));
        play.keys(view);
        play.send(Event::Resize(110, 9));
        let screen = play.text_of_screen();
        assert!(screen.contains(sign), "after {view}:\n{screen}");
    }
}

#[test]
fn the_editor_gets_the_file_of_what_is_selected_in_any_view() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("Home e 2 j e");
    let titles = [
        play.model().offers.current().unwrap().title.to_string(),
        play.model().selected_application().unwrap().title().to_owned(),
    ];
    assert_ne!(titles[0], titles[1]);
    assert_eq!(play.edited(), titles);
}

#[test]
fn what_has_lost_its_file_is_hidden_and_not_edited() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("2");
    let id = play.model().selected_application().unwrap().id.clone();
    play.send(Event::Work(Box::new(Msg::Loaded(Arc::default()))));
    play.keys("e");
    assert!(play.edited().is_empty());
    assert!(play.text_of_screen().contains("le fichier de l’offre a disparu"));
    play.keys("x");
    assert!(play.model().tracked.shortlist.get(&id).unwrap().hidden);
    play.keys("u");
    assert!(!play.model().tracked.shortlist.get(&id).unwrap().hidden);
}

#[test]
fn a_box_stays_about_the_offer_that_it_was_opened_on() {
    type Done = fn(&Application) -> bool;
    let boxes: [(&str, &str, Done); 4] = [
        ("d", "demain appeler", |known| known.next.is_some()),
        ("s j", "", |known| known.stage == Stage::Sent),
        ("E Ctrl-u", "2027-01-15", |known| !known.corrected.is_empty()),
        ("D", "", |known| !known.documents.is_empty()),
    ];
    for (open, typed, done) in boxes {
        let mut play = play(Lang::Fr, 110, 28);
        let first = play.model().offers.current().unwrap().id.clone();
        let about = |play: &Play| play.model().tracked.shortlist.of_offer(&first).cloned();
        assert!(about(&play).is_some_and(|known| !done(&known)), "{open}");
        play.keys(open);
        // Nobody chose the first row: another one takes its place while the box is open.
        let rows = play.model().offers.library.rows().iter();
        let rows: Vec<_> = rows.filter(|row| row.id != first).cloned().collect();
        play.send(Event::Work(Box::new(Msg::Loaded(Arc::new(Library::new(
            Arc::new(rows),
            2,
        ))))));
        assert_ne!(play.model().offers.selected.as_ref(), Some(&first));
        play.text(typed).keys("Enter");
        assert!(about(&play).is_some_and(|known| done(&known)), "{open}");
    }
}

#[test]
fn a_card_moves_alone_whatever_is_marked() {
    let mut play = play(Lang::Fr, 110, 28);
    play.keys("End v 3");
    let card = play.model().selected_application().unwrap().id.clone();
    play.keys("L");
    assert_eq!(play.model().tracked.shortlist.get(&card).unwrap().stage, Stage::Sent);
    assert_eq!(
        (
            play.model().tracked.shortlist.iter().count(),
            play.model().plan.marked.len()
        ),
        (5, 1)
    );
}

#[test]
fn an_offer_that_is_not_kept_is_there_all_the_same() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("A");
    assert!(play.text_of_screen().contains("pas encore envoyée"));
    play.keys("d Enter");
    let screen = play.text_of_screen();
    assert!(!screen.contains("Aucune offre ici"), "{screen}");
    assert_eq!(
        (&play.model().mode, play.model().tracked.shortlist.kept()),
        (&Mode::Browse, 0)
    );
}
