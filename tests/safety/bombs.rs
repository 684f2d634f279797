//! Front matter made to exhaust the machine, the worst that is accepted, and the mistakes that people really make.

use std::fmt::Write as _;

const BODY: &str = "\n---\n# Stage vigie du phare\n\nVous guetterez les bateaux. CV à vigie@phare.example.\n";

fn yaml(text: &str) -> String {
    format!("---\n{text}{BODY}")
}

/// Names and texts of bombs: each must be listed like any offer.
pub fn bombs() -> Vec<(&'static str, String)> {
    let mut laughs = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..12 {
        let previous = format!("*a{}", level - 1);
        let nine = [previous.as_str(); 9].join(", ");
        writeln!(laughs, "a{level}: &a{level} [{nine}]").unwrap();
    }
    let scalar = format!("a: &a {}\nb: [{}]", "x".repeat(32 * 1024), "*a, ".repeat(8 * 1024));
    let merged = format!("a: &a {{x: 1}}\nb:\n{}", "  <<: *a\n".repeat(10_000));
    let deep_map = (0..10_000).fold(String::new(), |text, level| text + &" ".repeat(level % 200) + "a:\n");
    vec![
        ("laughs", yaml(&laughs)),
        ("scalar", yaml(&scalar)),
        ("merged", yaml(&merged)),
        ("self", yaml("a: &a [*a, *a]")),
        ("flow", yaml(&format!("a: {}", "[".repeat(100_000)))),
        (
            "closed-flow",
            yaml(&format!("a: {}{}", "[".repeat(50_000), "]".repeat(50_000))),
        ),
        ("braces", yaml(&format!("a: {}", "{a: ".repeat(50_000)))),
        ("pairs", yaml(&format!("a: [{}]", "? ".repeat(60_000)))),
        ("sequence", yaml(&"- ".repeat(60_000))),
        ("deep", yaml(&deep_map)),
        ("tags", yaml(&format!("a: {}x", "!t ".repeat(40_000)))),
        ("quotes", yaml(&format!("a: \"{}", "\\u0041".repeat(20_000)))),
        (
            "anchors",
            yaml(&(0..20_000).fold(String::new(), |text, n| text + &format!("a{n}: &a{n} x\n"))),
        ),
        ("huge", yaml(&"a: b\n".repeat(300_000))),
        (
            "toml-deep",
            format!(
                "+++\na = {}\n+++\n# Stage vigie du phare\n\nCV à vigie@phare.example.\n",
                "[".repeat(100_000)
            ),
        ),
        (
            "toml-dots",
            format!(
                "+++\n{}x = 1\n+++\n# Stage vigie du phare\n\nCV à vigie@phare.example.\n",
                "a.".repeat(60_000)
            ),
        ),
        (
            "toml-tables",
            format!(
                "+++\nx = 1\n{}\n+++\n# Stage vigie du phare\n\nCV à vigie@phare.example.\n",
                "[a.b.c.d]\n".repeat(12_000)
            ),
        ),
    ]
}

/// Names and texts of what is as large as it may be.
pub fn worst_accepted() -> Vec<(&'static str, String)> {
    let kib = 120 * 1024;
    let lines = |line: &str| line.repeat(kib / line.len());
    vec![
        (
            "keys",
            yaml(&(0..8_000).fold(String::new(), |text, n| text + &format!("k{n}: v{n}\n"))),
        ),
        ("list", yaml(&format!("tags:\n{}", lines("- a\n")))),
        ("list-in-line", yaml(&format!("tags: [{}]", lines("a, ")))),
        ("folded", yaml(&format!("a: >\n{}", lines("  x\n")))),
        ("comment", yaml(&lines("# x\n"))),
        ("nested", yaml(&format!("a: {}{}", "[".repeat(500), "]".repeat(500)))),
        (
            "anchors",
            yaml(&(0..5_000).fold(String::new(), |text, n| text + &format!("a{n}: &a{n} x\n"))),
        ),
    ]
}

/// Large bodies that make a careless reader of Markdown slow.
pub fn large_bodies() -> Vec<(&'static str, String)> {
    let mib = 1024 * 1024 - 200;
    let of = |piece: &str| piece.repeat(mib / piece.len());
    let pieces = [
        ("brackets", "["),
        ("closed", "]("),
        ("links", "[a](<b"),
        ("quotes", "> "),
        ("stars", "*a **a "),
        ("ticks", "`a``"),
        ("nested-list", "- - "),
        ("html", "<a "),
        ("comment", "<!-- "),
        ("entities", "&#1;"),
        ("table", "|a|"),
        ("rows", "|a|b|\n|-|-|\n"),
        ("emails", "a@b.example "),
        ("dates", "31/12/2026 "),
        ("amounts", "600 € "),
        ("lines", "\n"),
        ("breaks", "a  \n"),
        ("accents", "é\u{301}"),
        ("words", "stage "),
        ("footnotes", "[^1]"),
        ("autolinks", "<https://a.example>"),
        ("headings", "# a\n"),
        ("underscores", "_a__"),
        ("ats", "@"),
        ("dots", "."),
        ("labels", "Date : \n"),
        ("months", "de 3 à 6 mois "),
        ("colons", ": "),
        ("slashes", "// A //\n"),
        ("one-word", "a"),
    ];
    let head = "# Stage vigie du phare\n\nCV à vigie@phare.example.\n\n";
    pieces
        .into_iter()
        .map(|(name, piece)| (name, format!("{head}{}", of(piece))))
        .collect()
}

/// Front matter with mistakes that people make; each says `Stage vigie du phare` somewhere, and is an offer.
pub const MISTAKES: &[(&str, &str)] = &[
    ("tab after the colon", "title:\tStage vigie du phare\nlieu:\tBrest"),
    (
        "tab as indentation",
        "title: Stage vigie du phare\ntags:\n\t- mer\n\t- vent",
    ),
    ("bracket at the start", "title: [CDD] Stage vigie du phare\nlieu: Brest"),
    ("bracket never closed", "title: Stage vigie du phare\ntags: [mer, vent"),
    ("quote never closed", "title: \"Stage vigie du phare\nlieu: Brest"),
    ("quote in the middle", "title: \"Stage\" vigie du phare\nlieu: Brest"),
    ("apostrophe", "title: 'Stage vigie du phare d'Ouessant'\nlieu: Brest"),
    ("colon in a value", "title: Stage : vigie du phare\nlieu: Brest"),
    ("at sign at the start", "title: Stage vigie du phare\ngithub: @phare"),
    ("star at the start", "title: Stage vigie du phare\nnote: *important*"),
    ("percent at the start", "title: Stage vigie du phare\ntaux: %80"),
    ("backtick at the start", "title: Stage vigie du phare\ncode: `x`"),
    (
        "key without a colon",
        "title: Stage vigie du phare\nbrouillon\nlieu: Brest",
    ),
    (
        "key given twice",
        "title: Stage vigie du phare\nlieu: Brest\nlieu: Ouessant",
    ),
    ("no space after the colon", "title:Stage vigie du phare\nlieu:Brest"),
    ("unknown tag", "title: Stage vigie du phare\ndate: !!timestamp hier"),
    (
        "uneven indentation",
        "title: Stage vigie du phare\n  lieu: Brest\n tags: mer",
    ),
    (
        "Windows path",
        "title: Stage vigie du phare\nimage: \"C:\\users\\phare\"",
    ),
    ("template left in", "title: Stage vigie du phare\ndate: {{ page.date }}"),
    ("HTML in a value", "title: Stage vigie du phare\nnote: <b>x</b>: y"),
    ("typographic quotes", "title: “Stage vigie du phare”\nlieu: « Brest »"),
    (
        "no-break space as indentation",
        "title: Stage vigie du phare\n\u{a0}\u{a0}lieu: Brest",
    ),
    ("anchor that is an alias", "title: Stage vigie du phare\na: &x 1\nb: *x"),
    ("question mark", "title: Stage vigie du phare\n? : x"),
    (
        "dash without a space",
        "title: Stage vigie du phare\ntags:\n-mer\n-vent",
    ),
    ("equals signs", "title = Stage vigie du phare\nlieu = Brest"),
    ("next-line character", "title: Stage vigie du phare\u{85}lieu: Brest"),
    ("line separator", "title: Stage vigie du phare\u{2028}\nlieu: Brest"),
    ("NUL", "title: Stage vigie du phare\nlieu: Br\u{1}est"),
    ("carriage returns only", "title: Stage vigie du phare\rlieu: Brest"),
    ("number as a key", "title: Stage vigie du phare\n1: x\ntrue: y\nnull: z"),
    (
        "value on the next line",
        "title:\n  Stage vigie du phare\nlieu: Brest: x",
    ),
    ("comma for a colon", "title: Stage vigie du phare\nlieu, Brest"),
    ("full-width colon", "title: Stage vigie du phare\nlieu：Brest"),
    (
        "space before the colon",
        "title : Stage vigie du phare\nlieu : Brest: x",
    ),
    ("hash inside a value", "title: Stage vigie du phare\nreference: [n° #12"),
    ("emoji as a value", "title: Stage vigie du phare\nicone: 🗼: x"),
    ("brace at the start", "title: Stage vigie du phare\nlieu: {Brest"),
    (
        "pipe without a text",
        "title: Stage vigie du phare\nnote: |x\nlieu: Brest",
    ),
    (
        "exclamation mark at the start",
        "title: Stage vigie du phare\nnote: !Urgent!",
    ),
    (
        "ampersand at the start",
        "title: Stage vigie du phare\nnote: & associés",
    ),
    (
        "list below a scalar",
        "title: Stage vigie du phare\ntags: mer\n- vent\n- sel",
    ),
    (
        "map below a scalar",
        "title: Stage vigie du phare\ncontact: Anne\n  mail: anne@phare.example",
    ),
    (
        "document marker inside",
        "title: Stage vigie du phare\nnote: \"a\n... \nlieu: Brest",
    ),
    (
        "escape that is none",
        "title: Stage vigie du phare\nnote: \"100 \\% marin\"",
    ),
    (
        "two values on a line",
        "title: Stage vigie du phare\nlieu: \"Brest\" \"Ouessant\"",
    ),
    (
        "comment without a space",
        "title: Stage vigie du phare\nlieu: 'Brest'#ou Ouessant",
    ),
    ("bold key", "title: Stage vigie du phare\n**lieu** : Brest\n*x*: y"),
    (
        "old mail header",
        "title: Stage vigie du phare\nlieu: Brest\n\tOuessant: x\n mer: [y",
    ),
];
