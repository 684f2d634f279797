//! `tremplin config`, and the order in which what is set wins.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;

use home::{Answer, Home};

/// The line of a key.
fn line<'a>(answer: &'a Answer, key: &str) -> &'a str {
    let start = format!("{key} = ");
    answer.out.lines().find(|line| line.starts_with(&start)).unwrap()
}

#[test]
fn the_documented_defaults_are_a_configuration_that_changes_nothing() {
    let home = Home::new();
    let values = home.run(&["config", "show"]).ok().out;
    for lang in ["fr", "en"] {
        let text = home.run(&["config", "show", "--default", "--lang", lang]).ok().out;
        home.write("config/config.toml", &text);
        assert_eq!(home.run(&["config", "show"]).ok().out, values);
        home.run(&["config", "check"]).ok();
    }
    assert_eq!(home.run(&["config"]).ok().out, values);
}

#[test]
fn each_value_says_where_it_comes_from() {
    let home = Home::with_offers();
    home.write(
        "config/config.toml",
        "follow_up_days = 1\nsort = \"date\"\ncolor = \"always\"\n",
    );
    home.write(
        "offers/.tremplin.toml",
        "follow_up_days = 2\n\nsort = \"title\"\nhide = [\"org:x\"]\n",
    );
    let mut command = home.command(&["config", "show", "--origin", "--color", "never"]);
    command
        .env("TREMPLIN_OFFERS", home.path("offers"))
        .env("TREMPLIN_FOLLOW_UP_DAYS", "3");
    let shown = Answer::of(&command.output().unwrap()).ok();
    assert!(
        line(&shown, "follow_up_days").ends_with("# TREMPLIN_FOLLOW_UP_DAYS"),
        "{shown:?}"
    );
    assert!(line(&shown, "follow_up_days").starts_with("follow_up_days = 3 "));
    assert!(
        line(&shown, "sort").ends_with("offers/.tremplin.toml, line 3"),
        "{shown:?}"
    );
    assert!(line(&shown, "color").ends_with("# --color"), "{shown:?}");
    assert!(line(&shown, "offers").ends_with("# TREMPLIN_OFFERS"), "{shown:?}");
    assert!(line(&shown, "mouse").ends_with("# default"), "{shown:?}");
}

#[test]
fn the_file_of_a_folder_can_neither_start_programs_nor_name_files() {
    let home = Home::with_offers();
    let text = "mailer = [\"sh\"]\neditor = \"sh\"\noffers = [\"/etc\"]\nprofile = \"/etc/passwd\"\nclipboard = \"none\"\n\
                [keys]\nquit = \"j\"\n";
    home.write("offers/.tremplin.toml", text);
    let checked = home.on_offers(&["config", "check"]);
    assert_eq!((checked.code, checked.lines().len()), (1, 6), "{checked:?}");
    assert!(
        checked.out.contains(".tremplin.toml, line 1: `mailer` is ignored here"),
        "{checked:?}"
    );
    let shown = home.on_offers(&["config", "show"]);
    assert_eq!(line(&shown, "mailer"), "mailer = []");
}

#[test]
fn check_names_file_line_and_remedy_of_everything() {
    let home = Home::new();
    home.write(
        "config/config.toml",
        "muose = true\nfollow_up_days = \"ten\"\ntheme = \"sea\"\n[keys]\nkep = \"k\"\nzoom = \"Crtl-z\"\nkeep = \"a\"\n",
    );
    home.write("config/themes/sea.toml", "base = \"dark\"\nacent = \"#112233\"\n");
    let checked = home.run(&["config", "check"]);
    assert_eq!((checked.code, checked.err.as_str()), (1, ""), "{checked:?}");
    for part in [
        "config.toml, line 1: unknown key `muose`: did you mean `mouse`?",
        "config.toml, line 2: `follow_up_days` must be a number of days, from 0 to 365",
        "config.toml, line 5: ",
        "config.toml, line 6: ",
        "config.toml, line 7: ",
        "sea.toml, line 2: nothing is called `acent`",
    ] {
        assert!(checked.out.contains(part), "{part} in {}", checked.out);
    }
    home.write(
        "config/config.toml",
        "theme = \"see\"\noffers = [\"/nowhere/at/all\"]\n",
    );
    let checked = home.run(&["config", "check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.out.contains("config.toml, line 1: there is no theme `see`"),
        "{checked:?}"
    );
    assert!(checked.out.contains("/nowhere/at/all"), "{checked:?}");
}

#[test]
fn edit_makes_the_file_opens_the_editor_and_checks_what_it_left() {
    let home = Home::new();
    home.program("ed", "printf 'mouse = 3\\n' >> \"$1\"");
    let mut command = home.command(&["config", "edit"]);
    let edited = Answer::of(&command.env("VISUAL", "ed").output().unwrap());
    assert_eq!(edited.code, 1, "{edited:?}");
    assert!(edited.out.contains("`mouse` must be `true` or `false`"), "{edited:?}");
    let text = home.read("config/config.toml");
    assert!(text.starts_with("# ") && text.ends_with("mouse = 3\n"), "{text}");
    home.write("config/config.toml", "editor = \"mine\"\n");
    home.program("mine", ":");
    assert!(home.run(&["config", "edit"]).ok().out.contains("nothing wrong"));
    home.write("config/config.toml", "");
    home.run(&["config", "edit"]).fails(1);
}

#[test]
fn path_is_where_the_file_is() {
    let home = Home::new();
    let path = home.run(&["config", "path"]).ok().out;
    assert_eq!(path.trim_end(), home.path("config/config.toml").display().to_string());
}

#[test]
fn a_slip_in_what_to_do_is_named() {
    let home = Home::new();
    let failed = home.run(&["config", "shwo"]).fails(2);
    assert!(
        failed.err.contains("`shwo`") && failed.err.contains("`show`"),
        "{failed:?}"
    );
    assert!(failed.err.contains("tremplin config --help"), "{failed:?}");
}

#[test]
fn our_letters_are_written_once_for_words_of_ones_own() {
    let home = Home::new();
    let first = home.run(&["config", "letters"]).ok().out;
    assert_eq!(first.lines().count(), 10, "{first}");
    home.write("config/letters/application.fr.txt", "Bonjour\n");
    let again = home.run(&["config", "letters"]).ok().out;
    assert_eq!(again.lines().count(), 1, "{again}");
    assert_eq!(home.read("config/letters/application.fr.txt"), "Bonjour\n");
}

#[test]
fn the_settings_of_a_folder_are_made_by_the_editor_alone() {
    let home = Home::with_offers();
    home.program("looks", ":");
    home.program("writes", "echo 'muose = true' > \"$1\"");
    let folder = home.path("offers");
    let edit = |editor: &str| {
        let mut command = home.command(&["config", "edit", folder.to_str().unwrap()]);
        Answer::of(&command.env("EDITOR", editor).output().unwrap())
    };
    edit("looks").ok();
    assert!(!folder.join(".tremplin.toml").exists());
    let answer = edit("writes");
    assert!(answer.code == 1 && answer.out.contains("`mouse`"), "{answer:?}");
}
