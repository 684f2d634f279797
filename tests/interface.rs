//! Whatever a person does, the interface holds: nothing panics, the selection stays on the screen.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/amount.rs"]
#[allow(dead_code, reason = "proptest counts by itself")]
mod amount;
#[path = "screens/play.rs"]
mod play;

use amount::amount;
use play::Play;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tremplin::locale::Lang;
use tremplin::search::Sort;
use tremplin::tracking::Stage;
use tremplin::tui::input::{Event, Mouse, MouseKind};
use tremplin::tui::keymap::{BINDINGS, Context, Key, Keyboard};
use tremplin::tui::layout::panes;
use tremplin::tui::model::plan::AgendaLine;
use tremplin::tui::model::{Mode, Model, View};
use tremplin::tui::msg::{Handed, Msg};
use tremplin::tui::theme::{Background, Depth, Theme, ThemeName};
use tremplin::tui::view::view;

/// Something that can reach the loop.
fn events() -> impl Strategy<Value = Event> {
    let keys: Vec<Key> = BINDINGS
        .iter()
        .flat_map(|binding| binding.keys)
        // Leaving and stopping end the play, they do not break it.
        .filter(|key| !["q", "Ctrl-c", "Ctrl-z"].contains(key))
        .filter_map(|key| Key::parse(key))
        .chain("abcé1 /&".chars().filter_map(|letter| Key::parse(&letter.to_string())))
        .collect();
    let kinds = prop_oneof![
        Just(MouseKind::Press),
        Just(MouseKind::Drag),
        Just(MouseKind::Release),
        Just(MouseKind::Wheel(1)),
        Just(MouseKind::Wheel(-1)),
    ];
    let mouse = (0..140_u16, 0..60_u16, kinds).prop_map(|(x, y, kind)| {
        let at = Position::new(x, y);
        Event::Mouse(Mouse { at, kind })
    });
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Event::Key),
        2 => (0..200_u16, 0..70_u16).prop_map(|(width, height)| Event::Resize(width, height)),
        1 => "[a-zé \n\t]{0,40}".prop_map(Event::Paste),
        3 => mouse,
    ]
}

/// What must hold after every event.
fn holds(model: &Model) {
    let offers = &model.offers;
    let areas = panes(model);
    assert!(offers.cursor < offers.len().max(1), "the cursor is outside the list");
    let plan = &model.plan;
    let item = AgendaLine::Item(plan.item);
    let (offset, selected, rows) = match model.view {
        View::Offers | View::Kept if areas.list.is_empty() => (0, None, 0),
        View::Offers => (
            offers.offset,
            (!offers.is_empty()).then_some(offers.cursor),
            areas.rows(),
        ),
        View::Kept => (plan.offset, (!plan.kept.is_empty()).then(|| plan.place()), areas.rows()),
        View::Agenda => {
            let line = plan.lines().iter().position(|line| *line == item);
            (plan.agenda_offset, line, usize::from(areas.body.height.max(1)))
        }
        View::Board => (0, None, 0),
    };
    assert!(
        selected.is_none_or(|row| (offset..offset + rows).contains(&row)),
        "the selected row is not on the screen"
    );
    assert_eq!(offers.selected.as_ref(), offers.current().map(|row| &row.id));
    let lines = model.detail.page.lines.len();
    assert!(model.detail.scroll <= lines, "the text is scrolled out of sight");
}

// Some thirty events a case: 100,000 of them with `TREMPLIN_LONG=1`.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(u32::try_from(amount(40, 3_400)).unwrap()))]

    #[test]
    fn any_sequence_of_events_keeps_the_selection_on_the_screen(events in prop::collection::vec(events(), 1..60)) {
        let mut play = Play::new(Lang::Fr, 100, 30);
        play.with_shortlist();
        for event in events {
            play.send(event);
            holds(play.model());
        }
    }
}

#[test]
fn every_size_can_be_drawn_in_every_state() {
    let theme = Theme::new(ThemeName::Tremplin, Depth::True, Background::Dark);
    for keys in [
        "j",
        "/ a",
        "f",
        "f l Space",
        "P",
        "g",
        "/ l Tab",
        "?",
        ":",
        "y",
        "s",
        "m a b",
        "z",
        "p",
        "Enter",
        "F",
        "F G",
    ] {
        let mut play = Play::new(Lang::Fr, 100, 30);
        let files = ["a.md", "un/chemin/bien-plus-long-que-les-autres.md"].repeat(20);
        let files: Vec<_> = files
            .into_iter()
            .map(|path| (path, "fichier vide, rien à lire", false))
            .collect();
        play.with_left_out(&files);
        play.keys(keys);
        let sides = [0, 1, 2, 3, 4, 5, 7, 9, 10, 19, 20, 39, 40, 79, 80, 119, 120, 500];
        for width in sides {
            for height in sides {
                play.send(Event::Resize(width, height));
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                let cursor = view(play.model(), &theme, &mut buffer);
                if let Some(cursor) = cursor {
                    assert!(
                        buffer.area.contains(cursor),
                        "{keys} at {width}×{height}: cursor at {cursor}"
                    );
                }
                holds(play.model());
            }
        }
    }
}

#[test]
fn the_screen_may_be_smaller_than_the_model_believes() {
    let mut play = Play::new(Lang::En, 120, 40);
    let theme = Theme::new(ThemeName::None, Depth::None, Background::Dark);
    for keys in ["j", "?", "Esc y", "Esc s"] {
        play.keys(keys);
        for (width, height) in [(0, 0), (1, 1), (30, 8), (119, 39)] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            view(play.model(), &theme, &mut buffer);
        }
    }
}

/// What a cell says without its colour.
fn grey(buffer: &Buffer) -> Vec<(String, ratatui::style::Modifier)> {
    buffer
        .content
        .iter()
        .map(|cell| (cell.symbol().to_owned(), cell.modifier))
        .collect()
}

/// Every theme at every depth of colour.
fn every_theme() -> Vec<(String, Theme)> {
    let mut themes = Vec::new();
    for depth in [Depth::True, Depth::Indexed, Depth::Sixteen, Depth::None] {
        for background in [Background::Dark, Background::Light] {
            for (name, theme) in ThemeName::ALL {
                let label = format!("{name}, {depth:?}, {background:?}");
                themes.push((label, Theme::new(*theme, depth, background)));
            }
        }
        let (palette, _) = tremplin::tui::theme::own::read("accent = \"#112233\"").unwrap();
        themes.push((format!("own, {depth:?}"), Theme::of_palette(&palette, depth)));
    }
    themes
}

/// Every state that a colour shows must also be told apart by a sign, a word or an emphasis.
#[test]
fn nothing_is_said_by_colour_alone() {
    let mut play = Play::new(Lang::Fr, 110, 40);
    play.with_shortlist();
    let steps = [
        "Home",
        "j",
        "Enter",
        "Esc Space",
        "v",
        "x",
        "3",
        "l",
        "4",
        "j",
        "f",
        "Esc : a",
        "Down",
    ];
    let mut screens: Vec<Vec<_>> = vec![Vec::new(); steps.len()];
    let themes = every_theme();
    for (keys, screens) in steps.iter().zip(&mut screens) {
        play.keys(keys);
        for (_, theme) in &themes {
            let mut buffer = Buffer::empty(play.model().screen);
            view(play.model(), theme, &mut buffer);
            screens.push(grey(&buffer));
        }
    }
    for (pair, keys) in screens.windows(2).zip(&steps[1..]) {
        for (at, (name, _)) in themes.iter().enumerate() {
            assert!(
                pair[0][at] != pair[1][at],
                "{name}: what {keys} changes shows in a colour only"
            );
        }
    }
}

/// Screen readers and magnifiers follow the terminal's own cursor.
#[test]
fn the_cursor_stands_on_the_selected_row_and_in_every_field() {
    let theme = Theme::new(ThemeName::None, Depth::None, Background::Dark);
    for keys in [
        "", "j j", "Enter", "z", "2", "2 j", "3", "3 l", "4", "4 j", "/", "/ a", "?", ":", ": a Down", "y", "s", "s j",
        "m", "m a", "d", "D", "E", "a", "a Enter", "t", "O", "f", "f l", "F", "Ctrl-f", "g",
    ] {
        let mut play = Play::new(Lang::Fr, 110, 40);
        play.with_shortlist();
        play.keys("j");
        play.keys(keys);
        let mut buffer = Buffer::empty(play.model().screen);
        let cursor = view(play.model(), &theme, &mut buffer);
        assert!(cursor.is_some(), "no cursor after {keys:?}:\n{}", play.text_of_screen());
    }
}

#[test]
fn closed_offers_near_deadlines_and_stages_have_words_and_signs() {
    let mut play = Play::new(Lang::En, 110, 40);
    play.with_shortlist();
    let screen = play.text_of_screen();
    for sign in ["today", "2d", "closed", "★", "●", "▁▃···", "▁▃▅··", "▁▃▅▆·", "▌"] {
        assert!(screen.contains(sign), "{sign} is missing:\n{screen}");
    }
}

fn click(play: &mut Play, x: u16, y: u16) {
    for kind in [MouseKind::Press, MouseKind::Release] {
        let at = Position::new(x, y);
        play.send(Event::Mouse(Mouse { at, kind }));
    }
}

/// Returns where a word stands on the screen.
fn find(play: &mut Play, word: &str) -> (u16, u16) {
    let screen = play.text_of_screen();
    let place = screen
        .lines()
        .enumerate()
        .find_map(|(y, line)| Some((line.find(word)?, y, line)));
    let (at, y, line) = place.unwrap_or_else(|| panic!("{word} is not on the screen:\n{screen}"));
    (
        u16::try_from(line[..at].chars().count()).unwrap(),
        u16::try_from(y).unwrap(),
    )
}

#[test]
fn the_mouse_reaches_rows_tabs_footer_keys_cards_and_the_line_between_the_panes() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.with_shortlist();

    let (x, y) = find(&mut play, "Data engineer");
    click(&mut play, x, y);
    assert!(
        play.model()
            .offers
            .current()
            .unwrap()
            .title
            .starts_with("Data engineer")
    );

    let before = panes(play.model()).list.width;
    let divider = panes(play.model()).divider.x;
    let at = |x| Position::new(x, 10);
    play.send(Event::Mouse(Mouse {
        at: at(divider),
        kind: MouseKind::Press,
    }));
    play.send(Event::Mouse(Mouse {
        at: at(divider + 10),
        kind: MouseKind::Drag,
    }));
    play.send(Event::Mouse(Mouse {
        at: at(divider + 10),
        kind: MouseKind::Release,
    }));
    assert_eq!(panes(play.model()).list.width, before + 10);

    let (x, y) = find(&mut play, "copy");
    click(&mut play, x, y);
    assert!(play.text_of_screen().contains("Copy…"));
    play.keys("Esc");

    let (x, y) = find(&mut play, "3 Board");
    click(&mut play, x, y);
    let (x, y) = find(&mut play, "Stage : cartographie");
    click(&mut play, x, y);
    let card = play.model().selected_application().unwrap();
    assert!(card.offer.title.starts_with("Stage : cartographie"));

    let (x, y) = find(&mut play, "1 Offers");
    click(&mut play, x, y);
    let (x, y) = find(&mut play, "? help");
    click(&mut play, x, y);
    assert!(play.text_of_screen().contains("type to search"));
}

#[test]
fn a_draft_that_left_late_asks_nothing_about_another() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.keys("a");
    let Mode::Sheet(sheet) = &play.model().mode else {
        panic!("no sheet")
    };
    let left = || Msg::HandedOver {
        id: sheet.made.id.clone(),
        result: Ok(Handed::Done("handed to a slow program".to_owned())),
    };
    let (late, later) = (left(), left());
    play.keys("Esc j a");
    assert_eq!(play.model().context(), Context::Sheet);
    play.send(Event::Work(Box::new(late)));
    assert_eq!(
        play.model().context(),
        Context::Sheet,
        "nobody asks whether this one was sent"
    );
    assert!(play.text_of_screen().contains("handed to a slow program"));
    play.keys("Esc k a");
    play.send(Event::Work(Box::new(later)));
    assert_eq!(play.model().context(), Context::SheetSent);
}

#[test]
fn a_draft_that_comes_late_takes_nothing_from_who_is_typing() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.keys("a");
    let Mode::Sheet(sheet) = &play.model().mode else {
        panic!("no sheet")
    };
    let late = || Msg::Drafted(Ok(Box::new(sheet.made.clone())));
    let (late, later) = (late(), late());
    play.keys("Esc m").text("call back");
    play.send(Event::Work(Box::new(late)));
    assert_eq!(play.model().context(), Context::Memo);
    play.keys("Esc");
    play.send(Event::Work(Box::new(later)));
    assert_eq!(play.model().context(), Context::Sheet);
}

#[test]
fn what_belongs_to_the_offers_is_not_done_behind_the_kept_ones() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.with_shortlist();
    play.keys("2 n");
    assert!(play.text_of_screen().contains("Only in the list of offers"));
    play.keys("g n");
    assert!(play.text_of_screen().contains("Only in the list of offers"));
    play.keys("Esc 2 f");
    assert_eq!(
        (play.model().view, play.model().context()),
        (View::Offers, Context::Facets)
    );
    play.keys("Space Esc");
    assert!(!play.model().offers.field.is_empty());
}

#[test]
fn the_help_fills_a_screen_that_became_larger() {
    let mut play = Play::new(Lang::En, 58, 12);
    play.keys("?");
    for _ in 0..200 {
        play.keys("Down");
    }
    assert!(!play.text_of_screen().contains("Move"), "the end of the help is shown");
    play.send(Event::Resize(160, 70));
    assert!(play.text_of_screen().contains("Move"), "{}", play.text_of_screen());
}

#[test]
fn a_completion_ends_with_the_search_line() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.keys("/ l Tab");
    assert!(play.model().offers.completing.is_some());
    let list = panes(play.model()).list;
    click(&mut play, list.x + 5, list.y);
    play.keys("f Space Esc /");
    let ticked = play.model().offers.field.text().to_owned();
    assert_eq!(play.model().offers.completing, None);
    play.keys("Tab");
    assert!(
        play.model().offers.field.text().starts_with(&ticked),
        "what was ticked stays"
    );
}

#[test]
fn a_passage_that_is_out_of_sight_holds_no_key_up() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.with_shortlist();
    play.keys("p 3 Esc");
    assert_eq!(play.model().view, View::Offers);
    play.keys("Enter Esc");
    assert_eq!(play.model().detail.proof, None);
}

#[test]
fn a_click_on_a_tab_leaves_the_search_line() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.with_shortlist();
    play.keys("/").text("introuvable");
    let (x, y) = find(&mut play, "2 Kept");
    click(&mut play, x, y);
    assert_eq!((play.model().view, play.model().context()), (View::Kept, Context::List));
    let detail = panes(play.model()).detail;
    click(&mut play, detail.x + 4, detail.y + 4);
    assert_eq!(
        play.model().context(),
        Context::Detail,
        "whatever the list of offers holds"
    );
}

#[test]
fn the_offer_stands_below_the_list_when_asked_and_the_line_between_moves() {
    let mut play = Play::new(Lang::En, 100, 40);
    play.with_shortlist();
    play.keys("P");
    let areas = panes(play.model());
    assert_eq!(
        (areas.list.width, areas.detail.width, areas.divider.height),
        (100, 100, 1)
    );
    assert!(areas.list.bottom() < areas.detail.y && areas.list.height.is_multiple_of(2));
    let (_, y) = find(&mut play, "To apply");
    assert!(y > areas.divider.y, "the offer is below");
    let at = |y| Position::new(30, y);
    for (y, kind) in [
        (areas.divider.y, MouseKind::Press),
        (areas.divider.y - 6, MouseKind::Drag),
        (areas.divider.y - 6, MouseKind::Release),
    ] {
        play.send(Event::Mouse(Mouse { at: at(y), kind }));
    }
    assert_eq!(panes(play.model()).divider.y, areas.divider.y - 6);
    play.keys("> >");
    assert!(panes(play.model()).divider.y > areas.divider.y - 6);
    holds(play.model());
    play.send(Event::Resize(58, 20));
    assert!(panes(play.model()).detail.is_empty(), "no room for both");
    play.send(Event::Resize(58, 30));
    assert!(!panes(play.model()).detail.is_empty());
    play.keys("P");
    assert!(panes(play.model()).detail.is_empty(), "one pane at a time");
}

#[test]
fn the_list_behind_the_text_stays_as_it_was() {
    let mut play = Play::new(Lang::En, 110, 20);
    play.with_shortlist();
    for view in ["1", "2"] {
        play.keys(view).keys("G k");
        let offset = |play: &Play| (play.model().offers.offset, play.model().plan.offset);
        let before = offset(&play);
        play.keys("z z");
        assert_eq!(offset(&play), before);
        play.keys("z K K z");
        holds(play.model());
    }
}

#[test]
fn a_double_click_opens_and_the_wheel_scrolls_what_is_under_it() {
    let mut play = Play::new(Lang::En, 58, 20);
    let (x, y) = find(&mut play, "Développeur");
    let at = Position::new(x, y);
    play.send(Event::Mouse(Mouse {
        at,
        kind: MouseKind::Press,
    }));
    play.send(Event::Mouse(Mouse {
        at,
        kind: MouseKind::DoublePress,
    }));
    assert!(play.text_of_screen().contains("recrutement@fabrique.example"));
    play.send(Event::Mouse(Mouse {
        at,
        kind: MouseKind::Wheel(1),
    }));
    assert_eq!(play.model().detail.scroll, 3);
}

#[test]
fn g_offers_places_to_go_to_and_gg_goes_to_the_start() {
    let mut play = Play::new(Lang::Fr, 110, 30);
    play.with_shortlist();
    play.keys("G");
    assert!(play.model().offers.cursor > 0);
    play.keys("g");
    let screen = play.text_of_screen();
    for word in ["Aller…", "Au début", "Tableau", "Échap annuler"] {
        assert!(screen.contains(word), "{word} is missing:\n{screen}");
    }
    play.keys("g");
    assert_eq!((play.model().offers.cursor, play.model().context()), (0, Context::List));
    play.keys("g b");
    assert_eq!(play.model().view, View::Board);
    play.keys("g Esc g g");
    assert_eq!(play.model().view, View::Board);
}

#[test]
fn a_key_that_does_nothing_here_says_where_it_does_something() {
    let mut play = Play::new(Lang::En, 120, 30);
    play.with_shortlist();
    play.keys("L");
    let screen = play.text_of_screen();
    assert!(
        screen.contains("L does nothing here; on the board: Move the card forward"),
        "{screen}"
    );
    play.keys("Z");
    assert!(play.text_of_screen().contains("Z does nothing here · ? help"));
    play.keys("u");
    assert!(play.text_of_screen().contains("Nothing to undo"));
}

#[test]
fn what_only_the_shell_has_is_named_there() {
    for (lang, typed, said) in [
        (Lang::Fr, "zzz", "Rien de ce nom ici"),
        (Lang::Fr, "agenda emploi", "Écrit les candidatures"),
        (Lang::En, "calendar", "In the terminal, once tremplin is left:"),
    ] {
        for (width, height) in [(120, 40), (80, 24), (58, 20)] {
            let mut play = Play::new(lang, width, height);
            play.keys(":").text(typed);
            let screen = play.text_of_screen();
            assert!(screen.contains(said), "{screen}");
            assert_eq!(screen.contains("tremplin export"), typed != "zzz", "{screen}");
        }
    }
}

#[test]
fn commands_are_typed_completed_and_done() {
    let mut play = Play::new(Lang::En, 110, 30);
    play.with_shortlist();
    play.keys(":").text("sort t").keys("Tab");
    assert!(
        play.text_of_screen().contains(": sort title"),
        "{}",
        play.text_of_screen()
    );
    play.keys("Enter");
    assert_eq!(play.model().offers.sort, Sort::Title);
    play.keys(":").text("the").keys("Tab").text("con").keys("Tab");
    assert!(
        play.text_of_screen().contains(": theme contrast"),
        "{}",
        play.text_of_screen()
    );
    play.keys("Enter");
    assert_eq!(play.model().setting.theme_name, "contrast");
    play.keys(":").text("statut entretien").keys("Enter");
    let kept = |id| {
        play.model()
            .tracked
            .shortlist
            .get(id)
            .map(|application| application.stage.clone())
    };
    let selected = play.model().offers.selected.as_ref();
    assert_eq!(selected.and_then(kept), Some(Stage::Interview));
}

#[test]
fn every_command_is_found_by_its_name_and_in_both_languages() {
    let mut play = Play::new(Lang::Fr, 110, 30);
    for (typed, said) in [
        ("undo", "Annuler"),
        ("annuler", "Annuler"),
        ("toggle-mouse", "Souris du terminal"),
    ] {
        play.keys(":").text(typed);
        let screen = play.text_of_screen();
        assert!(screen.contains(said), "{typed} does not find {said}:\n{screen}");
        play.keys("Esc Esc");
    }
}

#[test]
fn the_first_steps_are_shown_one_after_the_other_and_can_be_recalled() {
    let mut play = Play::new(Lang::En, 58, 20);
    play.keys("H");
    assert!(
        play.text_of_screen()
            .contains("1/6 · j k: go through the offers · H hides")
    );
    play.keys("Enter");
    assert!(!play.text_of_screen().contains("1/6"), "in the text they scroll");
    play.keys("Esc j");
    assert!(play.text_of_screen().contains("2/6 · / f: search, filter"));
    play.keys("a Esc j");
    assert!(play.text_of_screen().contains("2/6"), "what was not done stays");
    play.keys("/ Esc Space a Esc 4 1 ?");
    assert_eq!(play.model().hint, None, "all was done");
    play.keys("Esc H H");
    assert!(!play.text_of_screen().contains("1/6"));
}

#[test]
fn a_bepo_keyboard_moves_with_its_own_letters() {
    let mut play = Play::new(Lang::Fr, 110, 30);
    play.on_keyboard(Keyboard::Bepo);
    play.keys("t t s");
    assert_eq!(play.model().offers.cursor, 1);
    play.keys("»");
    assert_eq!(play.model().view, View::Board);
    play.keys("?");
    let screen = play.text_of_screen();
    assert!(
        screen.contains("t s ↓ ↑"),
        "the help shows the keys in force:\n{screen}"
    );
}
