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

#[test]
fn a_search_becomes_a_view_is_renamed_forgotten_and_undone() {
    let home = Home::with_offers();
    home.write("config/config.toml", "# à moi\nmouse = false # sans souris\n");
    let config = |session: &mut Session, wanted: &str| {
        session.until(&format!("was saved as {wanted:?}"), |_| {
            home.read("config/config.toml").contains(wanted)
        });
    };
    let mut session = start(&home);
    session.keys("W").sees("Cherchez d’abord");
    session.keys("/lieu:brest\r").sees_no_more("Gardien·ne");
    session
        .keys("W")
        .sees("Garder cette recherche comme vue")
        .keys("Bretagne")
        .sees("un onglet de plus");
    session.keys("\r").sees("Vue gardée\u{a0}: Bretagne").sees("5 Bretagne");
    config(&mut session, "name = \"Bretagne\"");

    session
        .keys("W")
        .sees("Vue «\u{a0}Bretagne\u{a0}»")
        .keys("\x15Finistère")
        .sees("nouveau nom")
        .keys("\r");
    session.sees("5 Finistère");
    config(&mut session, "name = \"Finistère\"\nquery = \"lieu:brest\"");

    session.keys("\x1b").sees("Gardien·ne");
    session
        .keys(":finis")
        .sees("Vue\u{a0}: Finistère")
        .keys("\r")
        .sees_no_more("Gardien·ne");
    session
        .keys("W\x15")
        .sees("supprime la vue")
        .keys("\r")
        .sees("Vue supprimée")
        .sees_no_more("5 Finistère");
    session.keys("u").sees("Annulé · Vue supprimée").sees("5 Finistère");
    session
        .keys("\x12")
        .sees("Rétabli · Vue supprimée")
        .sees_no_more("5 Finistère");
    session.keys("u").sees("5 Finistère").keys("q");
    assert_eq!(session.ends(), 0);
    let text = home.read("config/config.toml");
    assert!(text.starts_with("# à moi\nmouse = false # sans souris\n"), "{text}");
}

#[test]
fn an_organisation_is_never_shown_again_and_comes_back() {
    let home = Home::with_offers();
    home.write(
        "offers/nord.md",
        "---\ntitle: Peintre\norganization: Phare du Nord et fils\ncontract: CDI\n---\n\nPeindre. CV à a@b.example.\n",
    );
    let mut session = start(&home);
    session
        .keys("\x1bx")
        .sees("Plus jamais montrée\u{a0}: Phare du Nord")
        .sees("1 close, 2 masquées · 1 / 4");
    session.sees_no_more("▌   Stage vigie").sees("Peintre");
    session.until("saved the rule", |_| {
        home.read("config/config.toml").contains("structure:=\"Phare du Nord\"")
    });
    // The command line leaves them out as well.
    let listed = home.on_offers(&["list", "--plain"]).ok();
    assert_eq!(listed.lines().len(), 1, "{listed:?}");

    session
        .keys("/est:masquée\r")
        .sees("× Stage vigie")
        .sees("× Gardien·ne");
    session.keys("x").sees("Masquée par une règle");
    session.keys("\x1bx").sees("De nouveau montrée").sees("0 / 4");
    session.keys("\x1b").sees("Stage vigie").sees("Gardien·ne");
    session.keys("u").sees("Annulé").sees("2 masquées");
    session
        .keys("u")
        .sees("Annulé · Plus jamais")
        .sees_no_more("masquées")
        .keys("q");
    assert_eq!(session.ends(), 0);
}
