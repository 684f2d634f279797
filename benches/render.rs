//! How long it takes to parse, lay out and scroll an offer, and the worst a text of the same size can do:
//! `cargo bench --bench render`; with `-- --brief` only what `benches/compare` tells of it.
//!
//! What to reach (LIMITS): 20 KB ≤ 0.5 ms, 1 MiB ≤ 50 ms, a hostile 1 MiB ≤ 250 ms, scrolling ≤ 1 ms a frame, a whole
//! frame ≤ 0.3 ms at 120×40 and ≤ 1 ms at 400×100. The times of the report are the processor's, of this thread: what else
//! the machine does does not count.

#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a bench ends where it cannot go on, and reports on stderr"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use divan::Bencher;
use jiff::civil::{Date, date};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tremplin::locale::Lang;
use tremplin::markdown::{find, layout, parse};
use tremplin::offer::{self, Offer, OfferFile, Reading, Summary};
use tremplin::search::{Searcher, Sort};
use tremplin::text::clean;
use tremplin::tui::keymap::Action;
use tremplin::tui::model::library::{Library, OpenOffer};
use tremplin::tui::model::offers::{Ask, Beside, Shown};
use tremplin::tui::model::{Model, Setting};
use tremplin::tui::msg::{Effect, Msg};
use tremplin::tui::theme::{Background, Depth, Theme, ThemeName};
use tremplin::tui::update::update;
use tremplin::tui::view::view;

const MIB: usize = 1 << 20;
const TODAY: Date = date(2026, 11, 20);

fn main() {
    let brief = std::env::args().any(|argument| argument == "--brief");
    for (columns, rows) in [(120, 40), (400, 100)] {
        report_frame(Rect::new(0, 0, columns, rows));
    }
    for size in [20_000, MIB] {
        let text = offer(size);
        let both = best(20, || drop(black_box(layout(&parse(&text, 0), 74))));
        eprintln!("{size} bytes, parsed and laid out: {both:.2?}");
        if brief {
            return;
        }
        report_scrolling(&text);
    }
    report_hostile();
    divan::main();
}

/// The time that this thread has had the processor: other programs on the machine do not count.
fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        now.tv_sec.unsigned_abs(),
        u32::try_from(now.tv_nsec).unwrap_or_default(),
    )
}

fn best(times: usize, mut work: impl FnMut()) -> Duration {
    let once = |()| {
        let start = worked();
        work();
        worked().saturating_sub(start)
    };
    std::iter::repeat_n((), times).map(once).min().unwrap_or_default()
}

/// An offer of about `size` bytes: headings, prose, lists, links, a table.
fn offer(size: usize) -> String {
    let part = "## Missions et responsabilités\n\n\
        Au sein d’une équipe de **sept personnes**, vous participerez à la *conception* d’outils libres pour les \
        communes : entretiens avec les agents, maquettes, développement, documentation. Voir [notre page](https://lab.example/equipe) \
        ou écrire à jobs@lab.example.\n\n\
        - recueillir les besoins des services, en lien avec les élu·es et les habitant·es ;\n\
        - proposer une architecture simple et la défendre ;\n  - en français comme en anglais ;\n  - à l’oral comme à l’écrit.\n\n\
        Durée : 6 mois\nLieu : Rennes ou télétravail\nGratification : 12 000 € par an\n\n\
        | Étape | Quand |\n|---|---|\n| Entretien | mi-avril |\n| Réponse | sous une semaine |\n\n";
    part.repeat(size.div_ceil(part.len()))
}

/// Draws a list of ten thousand rows beside an offer of 20 KB.
fn report_frame(area: Rect) {
    let text = offer(20_000);
    let mut model = Model::new(Setting::new(Lang::Fr, TODAY), area);
    let rows: Vec<Summary> = std::iter::repeat_n(Summary::of(&read(&text), 0), 10_000).collect();
    let library = Arc::new(Library::new(Arc::new(rows), 1));
    let asked = update(&mut model, Msg::Loaded(Arc::clone(&library)));
    assert!(matches!(asked.as_slice(), [Effect::Search(_)]));
    let ask = Ask {
        text: "",
        sort: Sort::Relevance,
        today: TODAY,
        beside: Beside::default(),
    };
    let found = Box::new(Shown::find(&mut Searcher::default(), library, &[], ask));
    let generation = model.offers.generation;
    drop(update(&mut model, Msg::Found { generation, found }));
    let generation = model.detail.generation;
    let result = Ok(Arc::new(open(&text)));
    drop(update(&mut model, Msg::Opened { generation, result }));
    let theme = Theme::new(ThemeName::TremplinDark, Depth::True, Background::Dark);
    let mut buffer = Buffer::empty(area);
    let took = best(50, || {
        buffer.reset();
        let _ = view(&model, &theme, &mut buffer);
    });
    eprintln!("a frame of {}×{}: {took:.2?}", area.width, area.height);
}

fn read(text: &str) -> Offer {
    let file = OfferFile {
        path: "offre.md",
        text,
        modified: None,
    };
    match offer::read(&file) {
        Reading::Offers(mut offers) => offers.remove(0),
        Reading::NotAnOffer(_) => unreachable!("it says how to apply"),
    }
}

fn open(text: &str) -> OpenOffer {
    let offer = read(text);
    OpenOffer {
        document: parse(&text[offer.body.clone()], offer.body.start),
        path: offer.path.clone(),
        text: text.into(),
        offer,
    }
}

/// Opens an offer in the interface.
fn with_open(text: &str, area: Rect) -> Model {
    let setting = Setting {
        hyperlinks: true,
        ..Setting::new(Lang::Fr, TODAY)
    };
    let mut model = Model::new(setting, area);
    let generation = model.detail.generation;
    let result = Ok(Arc::new(open(text)));
    drop(update(&mut model, Msg::Opened { generation, result }));
    model
}

/// Opens an offer in the interface and scrolls through it, line by line: how long a key takes until its frame is drawn.
fn report_scrolling(text: &str) {
    let area = Rect::new(0, 0, 120, 40);
    let mut model = with_open(text, area);
    let theme = Theme::new(ThemeName::TremplinDark, Depth::True, Background::Dark);
    let mut took = Vec::new();
    for action in std::iter::repeat_n(Action::OtherDown, 400) {
        let mut buffer = Buffer::empty(area);
        let start = worked();
        drop(update(&mut model, Msg::Do(action)));
        let _ = view(&model, &theme, &mut buffer);
        took.push(worked().saturating_sub(start));
    }
    took.sort_unstable();
    let (median, slowest) = (took[took.len() / 2], took[took.len() - 1]);
    eprintln!(
        "    scrolled to line {} of {}: {median:.2?} a frame, slowest {slowest:.2?}",
        model.detail.scroll,
        model.detail.page.lines.len()
    );
}

/// One pattern over 1 MiB each: nesting, openings without end, and the places where a second pass could go wrong.
const HOSTILE: &[&str] = &[
    "[",
    "](",
    "[a](b",
    "![",
    "*a_ ",
    "**a ",
    "a**b",
    "`",
    "`a``",
    "> ",
    ">",
    "- ",
    "1. ",
    "* a\n  ",
    "<a ",
    "<a \"",
    "<!-- ",
    "<b>",
    "<div>\n",
    "</div>",
    "<x>",
    "<table><tr><td>",
    "<!",
    "&amp;",
    "&eacute",
    "a@b.example ",
    "www.a.b ",
    "http://a.b ",
    "a\n",
    "• a\n",
    "-a\n",
    "a\t",
    "\t",
    "# a\n",
    "a\n---\n",
    "|a",
    "|a|b|\n|-|-|\n|c|d|\n",
    "[^a]: b\n",
    "[^a] ",
    "[a]: b\n",
    "{% a %}",
    "{{ 'a' }}",
    "{{",
    "{%",
    "{#a",
    "~~a ",
    "\\",
    "\u{7f}",
    "\u{301}",
    "日",
    "👩\u{200d}💻",
    "e\u{301}",
    "<p>a\n",
    "<br>a\n",
    "a\u{a0}",
    ": ",
    "12 000 ",
    "- [ ] a\n",
    "```\n",
    "    a\n",
    "//a//\n",
    "<li>",
    "<ul><li>",
    "a_b*c",
    "![a](b)",
    "<h1>a</h1>",
    "<!-- a -->",
    "| a ",
    "a  \n",
    "**a:**b\n",
    "1^e ",
    "<pre>",
    "- a\n\n",
    "> a\n\n",
    "***",
    "[a]",
    "[](x) ",
    "://",
    "www.",
    "-www.",
    "mailto:",
    "mailto:a@",
    "http://a)",
    "[a](",
    "[a] (http",
    "a](b) ",
    "**A**\n",
    "A A\n\n",
    "\u{202e}a",
    "\u{5d0}",
    "\u{94d}\u{915}",
    "\u{2028}",
    "<sup>1</sup>",
    "<script>",
    "<td>",
    "<img src=a alt=b>",
    "\r",
];

/// A beginning, and what is repeated after it.
const ENDLESS: &[(&str, &str)] = &[
    ("http://a", ")"),
    ("| a | b |\n|-|-|\n", "| c "),
    ("[a](", "("),
    ("<table><tr>", "<td>a"),
    ("| a |\n|-|\n", "| c |\n"),
    ("a\n", "\t"),
    ("`", "a "),
    ("<a href=\"", "a "),
    ("# ", "a "),
    ("- ", "a b "),
    ("[^1]\n\n[^1]: ", "a "),
    ("", "abcdefgh"),
];

fn report_hostile() {
    let repeated = HOSTILE
        .iter()
        .map(|pattern| (*pattern, pattern.repeat(MIB / pattern.len())));
    let endless = ENDLESS
        .iter()
        .map(|(start, pattern)| (*pattern, (*start).to_owned() + &pattern.repeat(MIB / pattern.len())));
    let timed = repeated.chain(endless).map(|(pattern, text)| {
        let time = best(3, || drop(black_box(layout(&parse(&text, 0), 74))));
        (time, pattern)
    });
    let mut took: Vec<(Duration, &str)> = timed.collect();
    took.sort();
    eprintln!("{} hostile texts of 1 MiB; the slowest:", took.len());
    for (time, pattern) in took.iter().rev().take(8) {
        eprintln!("    {time:>9.2?}  {pattern:?}");
    }
}

#[divan::bench]
fn offer_20_kb(bencher: Bencher) {
    let text = offer(20_000);
    bencher.bench(|| layout(&parse(&text, 0), 74));
}

#[divan::bench]
fn offer_20_kb_laid_out_again(bencher: Bencher) {
    let document = parse(&offer(20_000), 0);
    bencher.bench(|| layout(&document, 74));
}

#[divan::bench]
fn offer_1_mib(bencher: Bencher) {
    let text = offer(MIB);
    bencher.bench(|| layout(&parse(&text, 0), 74));
}

#[divan::bench]
fn find_in_20_kb(bencher: Bencher) {
    let hay = layout(&parse(&offer(20_000), 0), 74).hay();
    bencher.bench(|| find(&hay, "teletravail"));
}

#[divan::bench]
fn clean_20_kb(bencher: Bencher) {
    let text = offer(20_000);
    bencher.bench(|| clean(&text));
}
