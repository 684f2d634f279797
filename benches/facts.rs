//! What reading an offer costs: microseconds for the facts of 4 KB, beside what pulldown-cmark alone takes for the same
//! text, and the worst texts of 1 MiB.
//!
//! `cargo bench --bench facts`

use divan::{Bencher, black_box};
use pulldown_cmark::{Options, Parser};
use tremplin::offer::{self, OfferFile};

fn main() {
    divan::main();
}

/// A realistic French offer of about `bytes` bytes.
fn offer_of(bytes: usize) -> String {
    let head = "---\ntitle: Stage chargé·e de médiation numérique\nlayout: job\ndate: 2023-11-06 10:12:00 +0100\n\
                tags: [médiation, numérique, inclusion]\npublished: true\n---\n\n## Qui sommes-nous ?\n\nL’association Les \
                Passerelles accompagne depuis 2009 les habitantes et les habitants de la métropole dans leurs usages du \
                numérique. L’équipe compte douze personnes et une quarantaine de bénévoles.\n\n## Tes missions\n\n";
    let missions = "- préparer et animer des ateliers collectifs avec les partenaires de quartier, en lien avec la \
                    coordinatrice du pôle ;\n- rédiger des supports simples et illustrés, relire ceux des bénévoles, et \
                    publier le tout sur notre [site](https://passerelles.example/ateliers) ;\n- suivre les indicateurs du \
                    projet (participation, satisfaction) et préparer un bilan **chaque trimestre**.\n\nTu travailleras au \
                    contact des équipes de la ville, des bibliothèques et des centres sociaux, dans un cadre bienveillant où \
                    chacun apprend des autres et peut proposer des idées nouvelles.\n\n";
    let tail = "## Profil recherché\n\n- Formation Bac+3 à Bac+5 en médiation, communication ou sciences sociales\n- Aisance à \
                l’oral, goût du travail en équipe\n\n## Conditions\n\n- Stage conventionné de 4 à 6 mois, à partir de février \
                2024\n- Gratification légale (4,35 € de l’heure) et tickets restaurant\n- Poste basé à Nantes, télétravail \
                possible un jour par semaine\n\n## Pour candidater\n\nEnvoie ton CV et une lettre de motivation à \
                [stages@passerelles.example](mailto:stages@passerelles.example) avant le 15 décembre 2023, avec pour objet \
                « Stage médiation ».\n";
    let mut text = head.to_owned();
    while text.len() + tail.len() < bytes {
        text.push_str(missions);
    }
    text.push_str(tail);
    text
}

#[divan::bench(args = [1024, 4096, 16384])]
fn facts(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = offer_of(bytes);
    bencher.bench(|| {
        offer::read(&OfferFile {
            path: "2023-11-06-stage.md",
            text: black_box(&text),
            modified: None,
        })
    });
}

#[divan::bench(args = [1024, 4096, 16384])]
fn pulldown_cmark(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = offer_of(bytes);
    bencher.bench(|| Parser::new_ext(black_box(&text), Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).count());
}

/// Texts of 1 MiB that repeat what readers look for.
const PATHOLOGICAL: [(&str, &str); 14] = [
    ("words", "stage "),
    ("lengths", "6 mois "),
    ("dates", "avant le 31 décembre "),
    ("numbers", "12345 "),
    ("money", "rémunération 1 000 € "),
    ("asap", "dès que possible "),
    ("towns", "Paris "),
    ("remote", "télétravail "),
    ("labels", "Durée : 6 mois\n"),
    ("brackets", "["),
    ("stars", "*a "),
    ("addresses", "a@b.example "),
    ("headings", "## Lieu\n\n"),
    ("commas", "bac+5, "),
];

#[divan::bench(args = PATHOLOGICAL.map(|(name, _)| name), sample_count = 3, sample_size = 1)]
fn one_mebibyte(bencher: Bencher<'_, '_>, name: &str) {
    let piece = PATHOLOGICAL
        .iter()
        .find(|(known, _)| *known == name)
        .map_or("", |(_, piece)| piece);
    let text = piece.repeat((1 << 20) / piece.len());
    bencher.bench_local(|| {
        offer::read(&OfferFile {
            path: "x.md",
            text: black_box(&text),
            modified: None,
        })
    });
}
