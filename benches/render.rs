//! How long it takes to parse and lay out an offer, and the worst a text of the same size can do.
//!
//! What to reach (LIMITS): 20 KB ≤ 0.5 ms, 1 MiB ≤ 50 ms, a hostile 1 MiB ≤ 250 ms.

use divan::Bencher;
use tremplin::markdown::{find, layout, parse};
use tremplin::text::clean;

fn main() {
    divan::main();
}

const MIB: usize = 1 << 20;

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

fn filled(pattern: &str) -> String {
    pattern.repeat(MIB / pattern.len())
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

/// One pattern over 1 MiB each: nesting, openings without end, and the places where a second pass could go wrong.
#[divan::bench(args = [
    "[", "](", "[a](b", "![", "*a_ ", "**a ", "a**b", "`", "`a``", "> ", ">", "- ", "1. ", "* a\n  ", "<a ", "<a \"", "<!-- ",
    "<b>", "<div>\n", "</div>", "<x>", "<table><tr><td>", "<!", "&amp;", "&eacute", "a@b.example ", "www.a.b ", "http://a.b ",
    "a\n", "• a\n", "-a\n", "a\t", "\t", "# a\n", "a\n---\n", "|a", "|a|b|\n|-|-|\n|c|d|\n", "[^a]: b\n", "[^a] ", "[a]: b\n",
    "{% a %}", "{{ 'a' }}", "{{", "{%", "{#a", "~~a ", "\\", "\u{7f}", "\u{301}", "日", "👩\u{200d}💻", "e\u{301}", "<p>a\n", "<br>a\n",
    "a\u{a0}", ": ", "12 000 ", "- [ ] a\n", "```\n", "    a\n", "//a//\n", "<li>", "<ul><li>", "a_b*c",
])]
fn hostile_1_mib(bencher: Bencher, pattern: &str) {
    let text = filled(pattern);
    bencher.bench(|| layout(&parse(&text, 0), 74));
}
