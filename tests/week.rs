//! A week of a candidate's life in the real program, in a real terminal: keep, send, meet, be refused, ask for news,
//! change one's mind, leave and come back. What is left on the disk, in the agenda and in the exports must be right.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;

use home::Home;
use terminal::Session;

const SIZE: (u16, u16) = (120, 40);
const OFFERS: usize = 14;

/// A home with fourteen offers, the nearest deadline first.
fn home() -> Home {
    let home = Home::new();
    for number in 1..=OFFERS {
        let (month, day) = if number <= 10 {
            (11, 20 + number)
        } else {
            (12, number - 10)
        };
        let text = format!(
            "---\ntitle: Light keeper {number:02}\norganization: Harbour {number:02}\nlocation: Brest\n\
             contract: permanent\ndeadline: 2026-{month}-{day:02}\n---\n\nKeep the light number {number}. Send your CV \
             to keeper@harbour{number:02}.example.\n"
        );
        home.write(&format!("offers/keeper-{number:02}.md"), &text);
    }
    home
}

fn start(home: &Home, today: &str) -> Session {
    Session::start(home, SIZE, &["offers"], &[("TREMPLIN_TODAY", today)])
}

fn leave(mut session: Session) {
    session.keys("q");
    assert_eq!(session.ends(), 0);
}

fn monday_keeps_twelve_and_undoes_a_bulk_action(home: &Home) {
    let mut session = start(home, "2026-11-16");
    session.sees("Light keeper 01");
    session
        .keys(&"v".repeat(12))
        .sees("12 marked")
        .keys(" ")
        .sees("Kept: 12 offers");
    session.keys("vv").sees("2 marked").keys("x").sees("Hidden: 2 offers");
    session
        .keys("u")
        .sees("Undone · Hidden: 2 offers")
        .keys("2")
        .sees("Harbour 12");
    leave(session);
    let names = files(home, "yaml");
    assert_eq!((names.len(), files(home, "md").len()), (12, 12), "{names:?}");
}

fn tuesday_sends_seven_meets_two_and_is_refused_once(home: &Home) {
    let mut session = start(home, "2026-11-17");
    session.sees("Light keeper 01").keys("3").sees("Kept 12");
    for (at, day) in ["3/11", "4 nov", "2026-11-05", "yesterday", "hier", "-1d", "today"]
        .into_iter()
        .enumerate()
    {
        let title = format!(": Light keeper {:02}", at + 1);
        session
            .keys("d\t\t\t")
            .sees("Light keeper")
            .keys(day)
            .sees("→")
            .keys("\r")
            .sees(&title);
        session.sees(&format!("Sent {}", at + 1)).keys("h\x1b[H");
    }
    session.keys("1").sees("14 offers");
    session
        .keys("/keeper 04\r")
        .sees("Harbour 04")
        .sees_no_more("Harbour 05");
    session
        .keys("d\t24/11 10:30 the old harbour\r")
        .sees("Interview Tue 24 Nov 10:30: Light keeper 04");
    session
        .keys("/\x15keeper 05\r")
        .sees("Harbour 05")
        .sees_no_more("Harbour 04");
    session
        .keys("d\t26 nov 14h\r")
        .sees("Interview Thu 26 Nov 14:00: Light keeper 05");
    session
        .keys("/\x15keeper 06\r")
        .sees("Harbour 06")
        .sees_no_more("Harbour 05");
    session.keys("s7").sees("Stage “refused”: Light keeper 06");
    session.keys("\x1b").sees("14 offers");
    leave(session);
}

fn friday_asks_for_news(home: &Home) {
    let mut session = start(home, "2026-11-20");
    // Something is due, so the agenda comes first.
    session
        .sees("Follow-ups")
        .sees("follow up (17d)")
        .sees("This week")
        .sees("interview");
    // Below the two interviews and the follow-up of the week that comes.
    session
        .keys("ggjjj")
        .keys("A")
        .sees("Followed up today: Light keeper 01");
    session.keys("A").sees("Followed up today: Light keeper 02");
    session
        .keys(" ")
        .sees("Followed up today: Light keeper 03")
        .sees_no_more("follow up (15d)");
    session.keys("u").sees("Undone").sees("follow up (15d)");
    session
        .keys("3")
        .sees("Kept 5")
        .sees("Sent 4")
        .sees("Interview 2")
        .sees("Answer 1")
        .sees("✗ refused");
    leave(session);
}

#[test]
fn a_week_of_a_candidate() {
    let home = home();
    monday_keeps_twelve_and_undoes_a_bulk_action(&home);
    tuesday_sends_seven_meets_two_and_is_refused_once(&home);
    friday_asks_for_news(&home);
    agenda_and_numbers(&home);
    exports(&home);
    whole_files(&home);
}

#[test]
fn an_offer_that_changes_or_vanishes_is_told_and_its_text_stays() {
    let home = home();
    let mut session = start(&home, "2026-11-16");
    session
        .sees("Light keeper 01")
        .keys("vv")
        .sees("2 marked")
        .keys(" ")
        .sees("Kept: 2 offers");
    leave(session);
    let changed = home
        .read("offers/keeper-01.md")
        .replace("2026-11-21", "2026-12-24")
        .replace("Brest", "Ouessant");
    home.write("offers/keeper-01.md", &changed);
    fs::remove_file(home.path("offers/keeper-02.md")).unwrap();

    let mut session = start(&home, "2026-11-17");
    session.sees("Light keeper 03").keys("2").sees("Light keeper 02");
    session.keys("ggz").sees("keeper@harbour01.example");
    session
        .sees("The offer changed since you kept it")
        .sees("deadline: 21 November 2026 → 24 December 2026");
    session
        .sees("place: Brest → Ouessant")
        .keys("R")
        .sees("New version kept")
        .keys("z");
    // Its deadline is now the later one, so it stands below.
    session
        .keys("k")
        .sees("The offer is gone; here is the text you kept.")
        .sees("Keep the light number 2");
    leave(session);
    assert!(
        home.on_offers(&["history", "light-keeper-01"])
            .ok()
            .out
            .contains("the offer changed")
    );
    let text = home.read("config/shortlist/light-keeper-01-harbour-01.md");
    assert!(text.contains("Ouessant"), "{text}");
}

#[test]
fn what_another_program_writes_meanwhile_is_taken_over() {
    let home = home();
    let mut session = start(&home, "2026-11-16");
    session.sees("Light keeper 01").keys(" ").sees("Kept: Light keeper 01");
    home.on_offers(&["note", "light-keeper-01", "from the other terminal"])
        .ok();
    home.on_offers(&["stage", "light-keeper-02", "sent"]).ok();
    // The next change sees both, and undoes neither.
    session
        .keys("jj ")
        .sees("Kept: Light keeper 03")
        .keys("2")
        .sees("Kept 3")
        .sees("Harbour 02");
    session.keys("1gg").sees("from the other terminal");
    leave(session);
    let files = files(&home, "yaml");
    assert_eq!(files.len(), 3, "{files:?}");
    assert!(
        home.read("config/shortlist/light-keeper-01-harbour-01.yaml")
            .contains("from the other terminal")
    );
}

fn agenda_and_numbers(home: &Home) {
    let next = home.on_offers(&["next"]).ok().out;
    let order = [
        "This week",
        "Light keeper 04",
        "Light keeper 05",
        "Follow-ups",
        "Light keeper 03",
        "Later",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|words| next.find(words).unwrap_or_else(|| panic!("{words}: {next}")))
        .collect();
    assert!(places.is_sorted(), "{next}");
    assert!(next.contains("Tue 24 Nov 10:30"), "{next}");
    let quiet = home.on_offers(&["next", "--quiet"]).ok().out;
    assert_eq!(quiet, "tremplin: 1 thing to do today (tremplin next)\n");
    let stats = home.on_offers(&["stats"]).ok().out;
    assert!(
        stats.starts_with("7 sent · 3 answers (43%) · 2 interviews (29%)\n"),
        "{stats}"
    );
    assert!(stats.contains("Nov 2026"), "{stats}");
    let history = home.on_offers(&["history", "light-keeper-01"]).ok().out;
    let days: Vec<&str> = history.lines().map(|line| line.split("  ").next().unwrap()).collect();
    assert_eq!(days, ["2026-11-03", "2026-11-03", "2026-11-20"], "{history}");
}

fn exports(home: &Home) {
    let ics = home.on_offers(&["export", "ics"]).ok().out;
    let uids = |ics: &str| ics.matches("UID:").count();
    assert_eq!(ics.replace("\r\n ", "").matches("-interview-").count(), 2, "{ics}");
    assert!(
        ics.contains("DTSTART:20261124T103000") && ics.contains("LOCATION:the old harbour"),
        "{ics}"
    );
    assert_eq!(ics, home.on_offers(&["export", "ics"]).ok().out, "the same again");
    // Two interviews, five deadlines, four waits, the interview's two among them not.
    assert_eq!(uids(&ics), 2 + 5 + 4, "{ics}");
    let report = home
        .on_offers(&["export", "report", "--from", "2026-11-01", "--as", "csv"])
        .ok()
        .out;
    assert_eq!(report.lines().count(), 8, "{report}");
    assert!(report.contains("refused 2026-11-17"), "{report}");
    let csv = home.on_offers(&["export", "csv"]).ok().out;
    assert_eq!(csv.lines().count(), 13, "{csv}");
    let json: serde_json::Value = serde_json::from_str(&home.on_offers(&["export", "json"]).ok().out).unwrap();
    assert_eq!(json["applications"].as_array().unwrap().len(), 12);
}

fn whole_files(home: &Home) {
    for name in files(home, "yaml") {
        let text = home.read(&format!("config/shortlist/{name}"));
        assert!(
            text.starts_with("version: 1\n") && text.ends_with("end: true\n"),
            "{text}"
        );
    }
    assert_eq!((files(home, "yaml").len(), files(home, "md").len()), (12, 12));
    assert_eq!(
        fs::read_dir(home.path("offers")).unwrap().count(),
        OFFERS,
        "nothing was written there"
    );
}

fn files(home: &Home, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(home.path("config/shortlist")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(&format!(".{extension}"))).collect()
}
