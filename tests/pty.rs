//! The real program in a real terminal: first screen, search, keep, copy, and every way of leaving.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]
#![cfg(unix)]

#[path = "support/amount.rs"]
mod amount;
#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use std::time::{Duration, Instant};

use amount::{amount, figure};
use home::{Answer, Home};
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use terminal::Session;

const SIZE: (u16, u16) = (110, 30);

/// Starts it and waits until the list is there, the offer beside it, and everything is read.
fn open(home: &Home) -> Session {
    let mut session = Session::start(home, SIZE, &["offers"], &[]);
    session.sees("Stage vigie du phare").sees("To apply").sees("1 left out");
    session
}

#[test]
fn the_first_screen_shows_list_and_offer() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session
        .sees("Gardien·ne de phare")
        .sees("To apply")
        .sees("vigie@phare.example")
        .keys("q");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

#[test]
fn the_samples_say_what_they_are() {
    let home = Home::new();
    let mut session = Session::start(&home, SIZE, &[], &[("LANG", "fr_FR.UTF-8")]);
    session.sees("Développeur·se Rust").sees("dates inventées").keys("q");
    assert_eq!(session.ends(), 0);
}

#[test]
fn typing_searches_at_each_key() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session
        .keys("/gard")
        .sees_no_more("Stage vigie du phare")
        .sees("Gardien·ne de phare");
    session.keys("\x1b").sees("Stage vigie du phare").keys("\x03");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

#[test]
fn what_is_kept_is_still_there_at_the_next_start() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session.keys(" ").sees("★").keys("q");
    assert_eq!(session.ends(), 0);
    let kept = std::fs::read_dir(home.path("config/shortlist")).unwrap();
    let names: Vec<String> = kept
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let ends = |end: &str| names.iter().any(|name| name.rsplit('.').next() == Some(end));
    assert!(ends("yaml") && ends("md"), "{names:?}");
    let mut session = open(&home);
    session.sees("★").keys("q");
    assert_eq!(session.ends(), 0);
}

#[test]
fn read_only_leaves_no_trace_but_the_cache() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, SIZE, &["--read-only", "offers"], &[]);
    session
        .sees("Stage vigie du phare")
        .keys("j\r")
        .sees("emploi@phare.example");
    session.keys(" ").sees("--read-only");
    session.keys("j").sees_no_more("--read-only");
    session.keys("I").sees("--read-only").keys("qq");
    assert_eq!(session.ends(), 0);
    for folder in ["config", "state"] {
        let left: Vec<_> = std::fs::read_dir(home.path(folder)).into_iter().flatten().collect();
        assert!(left.is_empty(), "{folder}: {left:?}");
    }
}

#[test]
fn the_address_is_copied_with_the_tool_that_is_there() {
    let home = Home::with_offers();
    let input = home.path("input");
    home.program("xclip", &format!("cat > '{}'", input.display()));
    let mut session = Session::start(&home, SIZE, &["offers"], &[("DISPLAY", ":0")]);
    session.sees("vigie@phare.example").keys("yy").sees("xclip").keys("q");
    assert_eq!(session.ends(), 0);
    assert_eq!(home.read("input"), "vigie@phare.example");
}

#[test]
fn over_ssh_the_address_goes_to_the_terminal() {
    let home = Home::with_offers();
    let variables = [("SSH_CONNECTION", "1 2 3 4"), ("SSH_TTY", "/dev/pts/0")];
    let mut session = Session::start(&home, SIZE, &["offers"], &variables);
    session.sees("vigie@phare.example").keys("yy").sees("erminal").keys("q");
    assert_eq!(session.ends(), 0);
    let raw = String::from_utf8_lossy(&session.raw()).into_owned();
    assert!(
        raw.contains("\x1b]52;c;dmlnaWVAcGhhcmUuZXhhbXBsZQ=="),
        "the address in base64"
    );
}

#[test]
fn every_signal_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let home = Home::with_offers();
        let mut session = open(&home);
        session.signal(signal);
        session.ends();
        session.is_restored();
    }
}

#[test]
fn ctrl_c_gives_the_terminal_back() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session.keys("/vigie\x03");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

/// Only a debug build panics on demand.
#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, SIZE, &["offers"], &[("TREMPLIN_TEST_PANIC", "1")]);
    assert_ne!(session.ends(), 0);
    session.is_restored();
    assert!(
        session.text().contains("TREMPLIN_TEST_PANIC"),
        "the message is readable: {}",
        session.text()
    );
}

/// With a controlling terminal the kernel sends SIGHUP; without one only the terminal's end tells. crossterm alone would
/// spin for ever on the second.
#[test]
fn a_closed_window_ends_the_program() {
    let mut slowest = Duration::ZERO;
    let times = amount(1, 20);
    for controlling in [true, false] {
        for _ in 0..times {
            let home = Home::with_offers();
            let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tremplin"));
            command.args(["offers"]);
            command.set_controlling_tty(controlling);
            let mut session = Session::run(&home, SIZE, command, &[]);
            session.sees("Stage vigie du phare");
            session.hang_up();
            let closed = Instant::now();
            session.ends();
            slowest = slowest.max(closed.elapsed());
        }
    }
    figure(&format!(
        "{} closed windows, the slowest end after {} ms",
        2 * times,
        slowest.as_millis()
    ));
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_at_the_keys_means_nothing_is_done() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session.keys("j").sees("Stage vigie du phare");
    let before = session.comes_to_rest();
    let written = session.raw().len();
    let seconds = amount(2, 60);
    std::thread::sleep(Duration::from_secs(seconds));
    let after = session.activity();
    assert_eq!(session.raw().len(), written, "nothing is drawn");
    assert_eq!(after, before, "no processor time, no thread woken");
    figure(&format!(
        "{seconds} s without a key: 0 bytes written, {} wake-ups",
        after.1 - before.1
    ));
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_takes_it_again() {
    let home = Home::with_offers();
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-i"]);
    let mut shell = Session::run(&home, SIZE, command, &[("PS1", "shell> "), ("ENV", "")]);
    let program = env!("CARGO_BIN_EXE_tremplin");
    shell
        .sees("shell> ")
        .keys(&format!("{program} offers\n"))
        .sees("Stage vigie du phare");
    shell.keys("\x1a").sees_no_more("Stage vigie du phare").sees("shell> ");
    shell.until("is the shell's", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor()
    });
    shell.keys("fg\n").sees("Stage vigie du phare").keys("q");
    shell.until("is the shell's again", |screen| {
        !screen.alternate_screen() && screen.contents().matches("shell> ").count() == 3
    });
    shell.keys("exit\n");
    shell.ends();
    shell.is_restored();
}

/// What was seen of a large collection is read after the first frame, and counts as that of a small one does.
#[test]
fn a_new_offer_is_marked_among_very_many_that_were_seen() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session.keys("q");
    assert_eq!(session.ends(), 0);
    let seen = home.read("state/visits");
    let others: Vec<String> = (0..8_000).map(|number| format!("2026-01-01 {number:016x}\n")).collect();
    let others = others.concat();
    home.write("state/visits", &format!("{seen}{others}"));
    home.write(
        "offers/new.md",
        "# Stage au sémaphore\n\nCV à emploi@semaphore.example.\n",
    );
    let mut session = open(&home);
    session.sees("● Stage au sémaphore").keys("q");
    assert_eq!(session.ends(), 0);
    let lines = home.read("state/visits").lines().count();
    assert_eq!(lines, seen.lines().count() + 8_001, "none is forgotten");
}

#[test]
fn any_size_is_drawn() {
    let home = Home::with_offers();
    let mut session = open(&home);
    for (columns, rows) in [(20, 5), (10, 3), (58, 20), (1, 1), (0, 0), (500, 500), (200, 60)] {
        session.resize(columns, rows);
    }
    session.sees("Stage vigie du phare");
    // More cells than any screen has: what it asks for is not drawn, and memory is not filled.
    session.claim_size(10_000, 10_000);
    session.keys("j").resize(110, 30).sees("Stage vigie du phare").keys("q");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

/// A key and a change of the size that come together are both heard, every time.
#[test]
fn a_key_typed_while_the_window_moves_is_not_lost() {
    let home = Home::with_offers();
    let mut session = open(&home);
    for columns in 100..115 {
        session.resize(columns, 30).keys("?").sees("Help");
        session.resize(columns, 29).keys("\x1b").sees_no_more("Help");
    }
    session.keys("q");
    assert_eq!(session.ends(), 0);
}

/// Somebody who makes the window larger never sees it empty: what clears it is a part of the next frame.
#[test]
fn a_window_is_cleared_within_a_frame() {
    let home = Home::with_offers();
    let mut session = open(&home);
    session.resize(90, 24).sees("Stage vigie du phare");
    session.keys("?").sees("Help").keys("\x03");
    assert_eq!(session.ends(), 0);
    let raw = String::from_utf8_lossy(&session.raw()).into_owned();
    let frames = raw.split("\x1b[?2026h").skip(1);
    let (within, between): (Vec<&str>, Vec<&str>) = frames.filter_map(|frame| frame.split_once("\x1b[?2026l")).unzip();
    assert!(
        within.iter().any(|frame| frame.contains("\x1b[2J")),
        "cleared for the new size"
    );
    assert!(!between.iter().any(|rest| rest.contains("\x1b[2J")), "{between:?}");
}

/// What is pasted is text, never keys: `q` in it does not quit, a space does not keep.
#[test]
fn a_pasted_text_runs_no_command() {
    let home = Home::with_offers();
    let mut session = open(&home);
    let screen = |session: &Session| {
        session
            .text()
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect::<Vec<_>>()
    };
    session.sees("1 left out");
    let before = screen(&session);
    session.keys("\x1b[200~q\n :quit\nx\x1b[201~");
    session.keys("?").sees("Help").keys("\x1b").sees_no_more("Help");
    assert_eq!(screen(&session), before, "the list is as it was");
    session.keys("/\x1b[200~vigie\nq\x1b[201~").sees("vigie q");
    // A paste that never ends is typed text once more, or nothing; the keys go on.
    session.keys("\x1b[200~phare");
    session.keys("\x1b[201~").keys("\x03");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

/// One thread reads the terminal, and lets go of it: the editor gets every key that is typed at it.
#[test]
fn an_editor_gets_all_its_keys_and_gives_the_terminal_back() {
    let home = Home::with_offers();
    let script = "before=$(stty -g); stty raw -echo; printf 'three keys'; dd bs=1 count=3 2>/dev/null > \"$HOME/typed\"; stty \"$before\"";
    home.program("three-keys", script);
    let mut session = Session::start(&home, SIZE, &["offers"], &[("VISUAL", "three-keys")]);
    session.sees("To apply").keys("e").sees("three keys");
    session
        .keys("a")
        .keys("b")
        .keys("c")
        .sees_no_more("three keys")
        .sees("Stage vigie du phare");
    assert_eq!(home.read("typed"), "abc");
    session.keys("q");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_gets_lines() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, SIZE, &["offers"], &[("TERM", "dumb")]);
    session.sees("Stage vigie du phare");
    assert_eq!(session.ends(), 0);
    assert!(!session.raw().contains(&0x1b));
}

#[test]
fn a_pipe_gets_no_escape_byte() {
    let home = Home::with_offers();
    let answer = Answer::of(&home.command(&["offers"]).output().unwrap());
    assert!(answer.code == 0 && !answer.out.contains('\x1b'), "{answer:?}");
}

#[test]
fn a_mail_program_of_the_terminal_gets_every_key_and_gives_the_screen_back() {
    let home = Home::with_offers();
    let (arguments, keys) = (home.path("arguments"), home.path("keys"));
    home.program(
        "mymail",
        &format!(
            "trap '' INT\nprintf '%s\\n' \"$@\" > '{}'\nsaved=$(stty -g)\nstty raw -echo isig\nprintf 'three keys: '\n\
             dd bs=1 count=3 of='{}' 2>/dev/null\nstty \"$saved\"",
            arguments.display(),
            keys.display()
        ),
    );
    home.write(
        "config/config.toml",
        "mailer = { command = [\"mymail\", \"--draft\", \"{eml}\"], terminal = true }\n",
    );
    let mut session = open(&home);
    session.keys("a").sees("Apply · Stage vigie du phare");
    session
        .keys("m")
        .sees("three keys:")
        .until("is the mail program's", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor()
        });
    // Ctrl-C is the mail program's too.
    session
        .keys("\x03jq?")
        .sees("Was it sent?")
        .keys("y")
        .sees("sent: Stage vigie");
    assert_eq!(home.read("keys"), "jq?");
    let drafted = home.read("arguments");
    let file = drafted.strip_prefix("--draft\n").unwrap().trim_end();
    let message = std::fs::read_to_string(file).unwrap();
    assert!(
        message.contains("To: <vigie@phare.example>") && !message.contains("X-Unsent"),
        "{message}"
    );
    session.keys("q");
    assert_eq!(session.ends(), 0);
    session.is_restored();
}

#[test]
fn a_mail_program_that_fails_leaves_the_draft_and_notes_nothing() {
    let home = Home::with_offers();
    home.program("mutt", "exit 3");
    let mut session = open(&home);
    session
        .keys("a")
        .sees("Apply · Stage vigie")
        .keys("m")
        .sees("mutt ended with code 3");
    assert!(!session.text().contains("Was it sent?"), "{}", session.text());
    session.keys("q").keys("q");
    assert_eq!(session.ends(), 0);
    let drafts = std::fs::read_dir(home.path("state/drafts")).unwrap().count();
    assert_eq!(drafts, 1);
}

#[test]
fn an_offer_whose_file_is_gone_is_followed_up_from_the_kept_text() {
    let home = Home::with_offers();
    let offers = home.path("offers");
    let run = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        Answer::of(&command.env("TREMPLIN_OFFERS", &offers).output().unwrap()).ok()
    };
    let id = run(&["list", "vigie"]).out.split('\t').next().unwrap().to_owned();
    run(&["stage", &id, "sent"]);
    std::fs::remove_file(home.path("offers/vigie.md")).unwrap();
    let mut session = Session::start(&home, SIZE, &["offers"], &[]);
    session.sees("Gardien·ne de phare").keys("2").sees("The offer is gone");
    session
        .keys("r")
        .sees("Follow up · Stage vigie du phare")
        .sees("vigie@phare.example")
        .sees("Re: [VIGIE] Prénom Nom");
    session.keys("d").sees("followed up: Stage vigie").keys("q");
    assert_eq!(session.ends(), 0);
    assert!(
        home.read(&format!("config/shortlist/{id}.yaml"))
            .contains("followed_up")
    );
}

#[test]
fn what_is_typed_before_the_first_frame_counts() {
    let home = Home::with_offers();
    let mut session = Session::start(&home, SIZE, &["offers"], &[("COLORTERM", "truecolor")]);
    session.keys("/gardien\r").sees("/ gardien").sees("1 / 3");
    session.sees("emploi@phare.example").keys("q");
    assert_eq!(session.ends(), 0);
}

#[test]
fn two_at_once_see_what_the_other_keeps() {
    let home = Home::with_offers();
    let (mut one, mut other) = (open(&home), open(&home));
    one.keys(" ").sees("2 Kept 1");
    other.sees("2 Kept 1");
    other.keys(" ").sees("No longer kept");
    one.sees_no_more("2 Kept 1");
    for mut session in [one, other] {
        session.keys("q");
        assert_eq!(session.ends(), 0);
    }
}

#[test]
fn the_profile_is_made_from_the_sheet() {
    let home = Home::with_offers();
    home.program("ed1", "printf 'name = \"Ada Lune\"\\n' >> \"$1\"");
    let mut session = Session::start(&home, SIZE, &["offers"], &[("EDITOR", "ed1")]);
    session.sees("To apply").sees("1 left out");
    session.keys("a").sees("your name is missing: I opens your profile");
    session
        .keys("I")
        .sees("Profile read again: Ada Lune")
        .sees_no_more("is missing: I");
    session.keys("q").sees_no_more("Apply · Stage").keys("q");
    assert_eq!(session.ends(), 0);
    assert!(home.read("config/profile.toml").contains("# First name and surname"));
}

#[test]
fn applying_takes_two_keys_and_is_noted() {
    let home = Home::with_offers();
    let arguments = home.path("arguments");
    home.program(
        "xdg-open",
        &format!("printf '%s\\n' \"$@\" > '{}'", arguments.display()),
    );
    let mut session = open(&home);
    session
        .keys("a")
        .sees("Apply · Stage vigie du phare")
        .sees("[VIGIE] Prénom Nom");
    session.keys("m").sees("Was it sent?");
    assert!(
        home.read("arguments")
            .starts_with("mailto:vigie@phare.example?subject=%5BVIGIE%5D")
    );
    session
        .keys("y")
        .sees_no_more("Was it sent?")
        .sees("sent: Stage vigie")
        .keys("q");
    assert_eq!(session.ends(), 0);
    let listed = Answer::of(&home.command(&["list", "vigie", "--offers", "offers"]).output().unwrap());
    let id = listed.out.split('\t').next().unwrap();
    let kept = home.read(&format!("config/shortlist/{id}.yaml"));
    assert!(
        kept.contains("vigie@phare.example") && kept.contains("[VIGIE]"),
        "{kept}"
    );
}
