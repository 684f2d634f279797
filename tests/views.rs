//! What stays from one start to the next: where the candidate left off, views of their own, what is never shown.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use home::Home;
use terminal::Session;

fn start(home: &Home) -> Session {
    let mut session = Session::start(home, (120, 30), &["offers"], &[("LANG", "fr_FR.UTF-8")]);
    session.sees("Stage vigie du phare");
    session
}

#[test]
fn the_next_start_takes_up_query_order_and_selection() {
    let home = Home::with_offers();
    for name in ["un", "deux"] {
        let text = format!("---\ntitle: Veilleuse du phare {name}\ncontract: CDI\nlocation: Brest\n---\n\nVeiller.\n");
        home.write(&format!("offers/{name}.md"), &text);
    }
    let mut session = start(&home);
    session.keys("/phare -gardienne").sees_no_more("Gardien·ne");
    // By deadline they stand as they stood.
    session.keys("\rSjj").sees("▌   Veilleuse du phare un");
    session.keys("q");
    assert_eq!(session.ends(), 0);

    let mut session = start(&home);
    session
        .sees("phare -gardienne")
        .sees("Recherche reprise · Échap l’efface");
    session.sees("▌   Veilleuse du phare un");
    session.keys("S").sees("Tri\u{a0}: publication");
    session.keys("\x1b").sees("Gardien·ne").sees_no_more("-gardienne");
    session.keys("q");
    assert_eq!(session.ends(), 0);

    let mut session = start(&home);
    session.sees("Gardien·ne").sees_no_more("Recherche reprise");
    session.keys("/guetterez\r").sees_no_more("Gardien·ne").keys("q");
    assert_eq!(session.ends(), 0);

    let mut elsewhere = Session::start(&home, (120, 30), &["offers/gardienne.md"], &[]);
    elsewhere.sees("Gardien·ne").sees_no_more("guetterez").keys("q");
    assert_eq!(elsewhere.ends(), 0);
}
