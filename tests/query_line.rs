//! The search line and the facets: Tab completes, a mistake is mended, ticking writes the query.

#[path = "screens/play.rs"]
mod play;

use play::Play;
use tremplin::locale::Lang;
use tremplin::tui::model::Mode;

fn typed(play: &Play) -> &str {
    play.model().offers.field.text()
}

#[test]
fn tab_goes_through_the_proposals_and_back() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("/").text("li");
    play.keys("Tab");
    assert_eq!(typed(&play), "lieu:");
    play.keys("Tab");
    assert_eq!(typed(&play), "limite:");
    play.keys("Shift-Tab");
    assert_eq!(typed(&play), "lieu:");
    play.text("mars");
    play.keys("Tab");
    assert_eq!(typed(&play), "lieu:Marseille");
    assert_eq!(play.model().offers.len(), 1);
}

#[test]
fn an_empty_list_names_the_region_that_was_meant() {
    for (lang, typed, said) in [
        (Lang::Fr, "auvergne", "« lieu:Auvergne-Rhône-Alpes » en donne"),
        (Lang::En, "auvergne", "“place:Auvergne-Rhône-Alpes” finds"),
    ] {
        let mut play = Play::new(lang, 80, 24);
        play.keys("/").text(typed).keys("Enter");
        let screen = play.text_of_screen().replace('\u{a0}', " ");
        let words: Vec<&str> = screen.lines().filter_map(|line| line.split('│').next()).collect();
        let words = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said), "{screen}");
    }
}

#[test]
fn tab_mends_a_mistake_then_leaves() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.keys("/").text("type:stgae ");
    assert!(!play.model().offers.is_empty(), "a mistake never empties the list");
    play.keys("Tab");
    assert_eq!(typed(&play), "type:stage ");
    play.keys("End Tab");
    assert_eq!(play.model().mode, Mode::Browse);
}

#[test]
fn ticking_a_facet_writes_the_query_and_unticking_takes_it_back() {
    let mut play = Play::new(Lang::En, 110, 32);
    let all = play.model().offers.len();
    play.keys("f");
    let facets = &play.model().offers.shown.facets;
    let first = facets[0].values[0].clone();
    play.keys("Space");
    assert_eq!(typed(&play), format!("kind:{}", first.value));
    assert_eq!(play.model().offers.len(), first.count);
    assert!(play.model().offers.shown.facets[0].values[0].chosen);
    play.keys("j Space");
    assert!(typed(&play).contains(','), "{}", typed(&play));
    assert!(play.model().offers.len() > first.count);
    play.keys("Space k Space");
    assert_eq!(typed(&play), "");
    assert_eq!(play.model().offers.len(), all);
    play.keys("Esc");
    assert_eq!(play.model().mode, Mode::Browse);
}

#[test]
fn right_and_left_go_from_field_to_field() {
    let mut play = Play::new(Lang::Fr, 110, 32);
    play.keys("f l");
    let second = play.model().offers.shown.facets[1].field;
    let Mode::Facets(open) = &play.model().mode else {
        panic!("the facets are open")
    };
    assert_eq!(open.selected.as_ref().map(|(field, _)| *field), Some(second));
    play.keys("h Space");
    assert!(typed(&play).starts_with("type:"), "{}", typed(&play));
}

#[test]
fn a_view_of_ones_own_is_a_query_away() {
    let mut play = Play::new(Lang::Fr, 110, 28);
    play.with_view("Paris", "lieu:paris");
    play.keys("5");
    assert_eq!(typed(&play), "lieu:paris");
    assert!(!play.model().offers.is_empty());
    play.keys("6");
    assert_eq!(typed(&play), "lieu:paris", "there is no second view");
    play.keys("Esc 3 (");
    assert_eq!(typed(&play), "lieu:paris");
}
