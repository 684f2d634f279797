//! The parts of an application from the command line: interviews, people, messages, documents, tags, the history.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;

use home::Home;

const KEEPER: &str = "gardien-de-phare-phare-du-nord";

/// Runs a command that must succeed and returns what it prints.
fn says(home: &Home, arguments: &[&str]) -> String {
    let answer = home.on_offers(arguments);
    assert_eq!(
        (answer.code, answer.err.as_str()),
        (0, ""),
        "{arguments:?}: {}",
        answer.out
    );
    answer.out
}

fn file(home: &Home) -> String {
    home.read(&format!("config/shortlist/{KEEPER}.yaml"))
}

/// Returns the UIDs of the calendar.
fn uids(home: &Home) -> Vec<String> {
    let calendar = says(home, &["export", "ics"]).replace("\r\n ", "");
    let uids = calendar.lines().filter(|line| line.starts_with("UID:"));
    uids.map(str::to_owned).collect()
}

#[test]
fn an_interview_that_goes_leaves_the_names_of_the_others() {
    let home = Home::with_offers();
    says(
        &home,
        &[
            "interview",
            KEEPER,
            "tuesday",
            "10:30",
            "12",
            "Map",
            "Street",
            "--with",
            "Anne, Paul",
        ],
    );
    says(
        &home,
        &[
            "interview",
            KEEPER,
            "thursday",
            "9:00",
            "--at",
            "https://visio.example/x",
        ],
    );
    let both = uids(&home);
    assert_eq!(both.len(), 2, "{both:?}");
    assert_eq!(
        says(&home, &["interview", KEEPER]),
        "1  Tue 24 Nov 10:30 · 12 Map Street · Anne · Paul\n2  Thu 26 Nov 09:00 · https://visio.example/x\n"
    );
    says(&home, &["interview", KEEPER, "-n", "2", "friday", "14:00"]);
    assert_eq!(uids(&home), both, "a moved interview moves in the calendar");
    says(&home, &["interview", KEEPER, "-n", "1", "--remove"]);
    assert_eq!(uids(&home), both[1..]);
    assert_eq!(
        says(&home, &["interview", KEEPER]),
        "1  Fri 27 Nov 14:00 · https://visio.example/x\n"
    );
}

#[test]
fn people_messages_documents_and_tags_are_noted() {
    let home = Home::with_offers();
    says(
        &home,
        &[
            "person",
            KEEPER,
            "Anne",
            "Petit",
            "--role",
            "HR",
            "--email",
            "anne@phare.example",
            "--met",
            "yesterday",
        ],
    );
    says(&home, &["document", KEEPER, "letter", "--file", "letter.pdf"]);
    says(&home, &["sent", KEEPER, "12/11", "--means", "letter"]);
    says(&home, &["sent", KEEPER, "-n", "1", "--file", "cv, new.pdf"]);
    says(&home, &["tag", KEEPER, "sea", "#light"]);
    says(&home, &["tag", KEEPER, "sea", "--remove"]);
    assert_eq!(says(&home, &["tag", KEEPER]), "light\n");
    assert_eq!(
        says(&home, &["person", KEEPER]),
        "1  Anne Petit · HR · anne@phare.example · 19 Nov\n"
    );
    assert_eq!(
        says(&home, &["sent", KEEPER]),
        "1  12 Nov · letter · emploi@phare.example · cv, new.pdf\n"
    );
    assert!(
        file(&home).contains("- kind: cover_letter\n  file: letter.pdf\n"),
        "{}",
        file(&home)
    );
}

#[test]
fn the_history_can_be_corrected() {
    let home = Home::with_offers();
    says(&home, &["stage", KEEPER, "refused", "--on", "18/11", "--by", "me"]);
    assert!(file(&home).contains("ended_by: me"));
    says(
        &home,
        &["history", KEEPER, "-n", "2", "--on", "17/11", "--note", "on the phone"],
    );
    says(&home, &["history", KEEPER, "--note", "met at the fair"]);
    let lines = says(&home, &["history", KEEPER]);
    assert!(
        lines.contains("2026-11-17  refused             on the phone\n"),
        "{lines}"
    );
    assert!(lines.ends_with("met at the fair\n"), "{lines}");
    says(&home, &["history", KEEPER, "-n", "2", "--remove"]);
    assert!(
        file(&home).contains("\nstage: kept\n"),
        "the stage goes back with its event"
    );
}

#[test]
fn what_is_not_understood_changes_nothing_and_says_what_would_be() {
    let home = Home::with_offers();
    for (arguments, word) in [
        (vec!["interview", KEEPER, "soonish"], "“when”"),
        (vec!["person", KEEPER, "Anne", "--email", "anne"], "“e-mail”"),
        (vec!["sent", KEEPER, "soonish"], "“day”"),
        (vec!["interview", KEEPER, "-n", "3", "--remove"], "no number 3"),
    ] {
        let answer = home.on_offers(&arguments);
        assert_eq!(answer.out, "");
        assert!(
            answer.code != 0 && answer.err.contains(word),
            "{arguments:?}: {}",
            answer.err
        );
    }
    assert!(!file(&home).contains("interviews") && !file(&home).contains("people"));
}

#[test]
fn the_last_follow_up_is_followed_by_a_suggestion() {
    let home = Home::with_offers();
    says(&home, &["sent", KEEPER, "1/11"]);
    assert!(home.on_offers(&["next"]).out.contains("follow up (19d)"));
    home.write("config/config.toml", "follow_ups = 0\n");
    let next = home.on_offers(&["next"]);
    assert!(next.out.contains("no answer? (19d)"), "{}", next.out);
    home.write("config/config.toml", "follow_up_days = 30\n");
    assert_eq!(home.on_offers(&["next", "--quiet"]).code, 1, "nothing is due yet");
}

#[test]
fn a_stage_of_ones_own_is_known_everywhere() {
    let home = Home::with_offers();
    let stages = "[[stages]]\nname = \"Written test\"\nstep = \"interview\"\n";
    home.write("config/config.toml", stages);
    says(&home, &["sent", KEEPER, "5/11"]);
    says(&home, &["stage", KEEPER, "written-test", "--on", "12/11"]);
    assert!(file(&home).contains("\nstage: Written test\n"));
    assert!(says(&home, &["export", "csv"]).contains(",Written test,"));
    assert!(says(&home, &["history", KEEPER]).contains("2026-11-12  Written test"));
    let stats = says(&home, &["stats"]);
    assert!(stats.starts_with("1 sent · 1 answer · 0 interviews"), "{stats}");
    assert!(home.on_offers(&["stage", KEEPER, "oral"]).err.contains("Written test"));
}
