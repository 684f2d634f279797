//! `tremplin list QUERY` prints the rows that typing QUERY shows, in the same order: the real program, twice.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "support/home.rs"]
mod home;
#[path = "support/terminal.rs"]
mod terminal;

use home::Home;
use terminal::Session;

/// Title, front matter, text. Each title stands in one line of the list.
const OFFERS: &[(&str, &str, &str)] = &[
    (
        "Développeuse Rust",
        "organisation: Fabrique du Port\nlieu: Lyon\ncontrat: CDD\ndurée: 12 mois\nsalaire: 2 600 € brut par mois\n\
         télétravail: oui\ndate limite: 2026-11-24\npublié le: 2026-11-02\ntags: [logiciel libre, données]",
        "Vous écrirez en Rust et en C++ pour les écluses.",
    ),
    (
        "Stage cartographie",
        "organisation: Atelier des Dunes\nlieu: Marseille\ncontrat: stage\ndurée: 6 mois\ndate limite: 2026-12-10\n\
         publié le: 2026-11-10\ntags: [cartes]",
        "Dresser la carte des dunes, au service public local. L’économie du littoral en dépend.",
    ),
    (
        "Software engineer",
        "organization: Open Meadow\nlocation: Paris\ncontract: permanent\nposted: 2026-10-20\ndeadline: 2027-01-15",
        "We write software in Rust for the meadow. Remote work is possible.",
    ),
    (
        "Alternance réseaux",
        "organisation: Maison des Ondes\nlieu: Lyon\ncontrat: alternance\ndurée: 24 mois\npublié le: 2026-09-01",
        "Apprentissage des réseaux libres et des ondes courtes.",
    ),
    (
        "Thèse en écologie",
        "organisation: Institut des Marais\nlieu: Nantes\ncontrat: thèse\ndurée: 36 mois\ndate limite: 2026-12-01",
        "Étudier l’économie des marais. Le service du public n’est pas l’objet.",
    ),
    (
        "Bénévole de quai",
        "organisation: Fabrique du Port\nlieu: Brest\ncontrat: bénévolat\npublié le: 2026-11-15",
        "Accueillir les équipages, deux samedis par mois.",
    ),
    (
        "Gardien de phare",
        "organisation: Phare du Nord\nlieu: Ouessant\ncontrat: CDI\ndate limite: 2026-10-01",
        "Tenir la lumière. L’offre est ancienne.",
    ),
    (
        "Peintre de coques",
        "organisation: Phare du Nord\nlieu: Brest\ncontrat: CDD\nstatus: closed\ndate limite: 2026-12-24",
        "Peindre les coques en Rust et en bleu.",
    ),
    (
        "Fanalier à venir",
        "organisation: Phare du Nord\nlieu: Brest\ncontrat: CDI\ndraft: true",
        "Un brouillon que personne ne voit.",
    ),
    (
        "Ingénieur .NET",
        "organisation: Œuvres du Marais\nlieu: Remote\ncontrat: freelance\nsalaire: 45 000 € par an",
        "Du C# et du .NET, à distance. Écrivez avant décembre.",
    ),
    (
        "Costumière",
        "organisation: Théâtre des Ondes\nlieu: Saint-Malo\ncontrat: CDD\ndurée: 3 mois\ndate limite: 2026-11-21",
        "Coudre les costumes de la troupe.",
    ),
    (
        "Archiviste",
        "organisation: Ville de Saint-Malo\nlieu: Saint-Malo\ncontrat: CDI\npublié le: 2026-11-19",
        "Classer les archives du service public.",
    ),
];

/// What a candidate asks, in French and in English, with slips.
const QUERIES: &[&str] = &[
    "",
    "rust",
    "développeur",
    "developpeuse",
    "economie",
    "oeuvres",
    "stage",
    "internship",
    "remote",
    "télétravail",
    "c++",
    "c#",
    ".net",
    "carto",
    "cartografie",
    "rust lyon",
    "rust | cartographie",
    "stage OU alternance",
    "-rust",
    "-lieu:brest",
    "\"service public\"",
    "lieu:lyon",
    "place:paris,lyon",
    "ville:saint",
    "lieu:\"saint-malo\"",
    "structure:phare",
    "org:ondes",
    "type:stage,cdi",
    "kind:phd",
    "contrat:fixed-term",
    "tag:cartes",
    "titre:rust",
    "durée:>=12",
    "duration:4-6",
    "salaire:>=2000",
    "pay:yes",
    "remote:yes",
    "langue:en",
    "limite:+7j",
    "avant:30/11",
    "after:december",
    "deadline:yesterday",
    "publiée:7j",
    "est:ouverte",
    "is:closed",
    "is:draft",
    "est:retenue",
    "is:kept",
    "statut:envoyée",
    "is:hidden",
    "est:nouvelle",
    "is:unread",
    "avec:limite",
    "-has:deadline",
    "tri:titre",
    "rust sort:date",
    "-stage tri:structure",
    "type:stgae rust",
    "liue:lyon stage",
    "avant:jamais rust",
    "lieu:",
    "quai | phare -brest",
    "xyzzyx",
    "deux samedis",
];

fn write(home: &Home, offers: &[(&str, &str, &str)]) {
    for (title, facts, body) in offers {
        let text = format!("---\ntitle: {title}\n{facts}\n---\n\n{body}\n\nCV à emploi@port.example.\n");
        home.write(&format!("offers/{}.md", title.replace(' ', "-")), &text);
    }
}

/// The titles that `list` prints.
fn listed(home: &Home, arguments: &[&str]) -> Vec<String> {
    let answer = home.on_offers(&[&["list", "--plain"], arguments].concat());
    let lines = answer.out.lines();
    lines
        .map(|line| line.split('\t').nth(2).unwrap_or_default().to_owned())
        .collect()
}

/// The titles that the list on the screen shows, from its top. The text of the selected offer stands beside it.
fn shown(screen: &vt100::Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    let rows = screen.rows(0, columns / 3).skip(2);
    rows.filter_map(|row| {
        let row = row.trim_start_matches([' ', '▌', '★', '●', '×']);
        let known = |title: &&str| row.starts_with(title);
        let titles = OFFERS.iter().map(|(title, ..)| *title);
        titles.filter(known).map(str::to_owned).next()
    })
    .collect()
}

#[test]
fn typing_a_query_shows_what_list_prints() {
    let home = Home::new();
    home.write("config/config.toml", "hide = [\"structure:théâtre\"]\n");
    let (old, new) = OFFERS.split_at(OFFERS.len() - 1);
    write(&home, old);
    // A first visit, so that what comes later is new.
    let mut session = Session::start(&home, (140, 50), &["offers"], &[]);
    session.sees("Stage cartographie").keys("q");
    session.ends();
    write(&home, new);
    let id = |title: &str| {
        home.on_offers(&["list", "--all", "--plain", &format!("titre:\"{title}\"")])
            .out
    };
    for (command, title) in [
        ("keep", "Stage cartographie"),
        ("keep", "Gardien de phare"),
        ("hide", "Alternance réseaux"),
    ] {
        let line = id(title);
        home.on_offers(&[command, line.split('\t').next().unwrap()]).ok();
    }
    let line = id("Software engineer");
    home.on_offers(&["stage", line.split('\t').next().unwrap(), "sent"])
        .ok();

    let expected: Vec<Vec<String>> = QUERIES.iter().map(|query| listed(&home, &[query])).collect();
    let all = listed(&home, &["--all", ""]);
    assert_eq!(all.len(), OFFERS.len(), "{all:?}");
    let out = [
        "Gardien de phare",
        "Peintre de coques",
        "Fanalier à venir",
        "Alternance réseaux",
        "Costumière",
    ];
    assert!(
        out.iter().all(|title| !expected[0].iter().any(|shown| shown == title)),
        "{:?}",
        expected[0]
    );

    let phrase = QUERIES.iter().position(|query| *query == "\"service public\"").unwrap();
    assert_eq!(
        expected[phrase],
        ["Stage cartographie", "Archiviste"],
        "not “service du public”"
    );

    let mut session = Session::start(&home, (140, 50), &["offers"], &[]);
    session.sees("Archiviste").keys("1");
    for (query, expected) in QUERIES.iter().zip(&expected) {
        session.keys("/\x15").keys(query).keys("\r");
        session.until(&format!("shows {expected:?} for {query:?}"), |screen| {
            shown(screen) == *expected
        });
    }
    session.keys("/\x15\r").keys("X");
    session.until(&format!("shows {all:?} after X"), |screen| shown(screen) == all);
    session.keys("X");
    session.until("leaves them out again", |screen| shown(screen) == expected[0]);
    session.keys("\x03");
    assert_eq!(session.ends(), 0);
}

#[test]
fn the_order_of_the_last_visit_is_said_and_is_that_of_list() {
    let home = Home::new();
    write(&home, OFFERS);
    let orders = [
        ("deadline", "deadline"),
        ("date posted", "date"),
        ("title", "title"),
        ("organisation", "structure"),
    ];
    let mut session = Session::start(&home, (140, 50), &["offers"], &[]);
    session.sees("Stage cartographie").keys("1").sees_no_more("S by ");
    for (shown_as, sort) in orders {
        session.keys("S").sees(&format!("S by {shown_as} · ")).keys("q");
        assert_eq!(session.ends(), 0);
        session = Session::start(&home, (140, 50), &["offers"], &[]);
        session.sees(&format!("S by {shown_as} · "));
        for query in ["", "rust", "stage OU alternance", "lieu:brest"] {
            let expected = listed(&home, &[&format!("{query} sort:{sort}")]);
            session.keys("/\x15").keys(query).keys("\r");
            session.until(&format!("shows {expected:?} for {query:?} by {sort}"), |screen| {
                shown(screen) == expected
            });
        }
        // What the query says stands there already.
        session
            .keys("/\x15rust sort:title\r")
            .sees_no_more("S by ")
            .keys("/\x15\r");
        session.sees("S by ");
    }
    session.keys("\x03");
    assert_eq!(session.ends(), 0);
}
