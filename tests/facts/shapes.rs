//! The same conditions in every shape that people give them: tables, terms, headings, items, HTML.

use tremplin::offer::FactKind as F;

use crate::reading::{check, fr};

const SHAPES: [&str; 14] = [
    "1. Durée\n   6 mois\n2. Lieu\n   Brest\n3. Date limite\n   15 mars 2026",
    "| Champ | Valeur |\n|---|---|\n| Durée | 6 mois |\n| Lieu | Brest |\n| Date limite | 15 mars 2026 |",
    "| Durée | Lieu | Date limite |\n|:-:|---|---|\n| 6 mois | Brest | 15 mars 2026 |",
    "| Lieu | Durée | Date limite |\n|---|---|---|\n| Brest | 6 mois | 15 mars 2026 |",
    "<table><tr><th>Durée</th><td>6 mois</td></tr><tr><th>Lieu</th><td>Brest</td></tr>\n\
     <tr><th>Date limite</th><td>15 mars 2026</td></tr></table>",
    "<dl><dt>Durée</dt><dd>6 mois</dd><dt>Lieu</dt><dd>Brest</dd><dt>Date limite</dt><dd>15 mars 2026</dd></dl>",
    "<details><summary>Durée</summary>6 mois</details>\n<details><summary>Lieu</summary>Brest</details>\n\
     <details><summary>Date limite</summary>15 mars 2026</details>",
    "Durée\n: 6 mois\n\nLieu\n: Brest\n\nDate limite\n: 15 mars 2026",
    "- **Durée**\n  - 6 mois\n- **Lieu**\n  - Brest\n- **Date limite**\n  - 15 mars 2026",
    "### Durée\n\n6 mois\n\n### Lieu\n\nBrest\n\n### Date limite\n\n15 mars 2026",
    "**Durée :**\n6 mois\n\n**Lieu :**\nBrest\n\n**Date limite :**\n15 mars 2026",
    "    Durée : 6 mois\n    Lieu : Brest\n    Date limite : 15 mars 2026",
    "> **Durée :** 6 mois\n> **Lieu :** Brest\n> **Date limite :** 15 mars 2026",
    "- [x] Durée : 6 mois\n- [ ] Lieu : Brest\n- [ ] Date limite : 15 mars 2026",
];

#[test]
fn labels_have_their_values_in_every_shape() {
    for shape in SHAPES {
        check(&[
            fr(F::Duration, shape, "6-6", "6 mois"),
            fr(F::Place, shape, "Brest", "Brest"),
            fr(F::Deadline, shape, "2026-03-15", "15 mars 2026"),
        ]);
    }
}

#[test]
fn what_stands_below_a_label_by_chance_is_not_its_value() {
    check(&[
        fr(F::Start, "### Dates\n\nCandidatures jusqu'au 15 mars 2026.", "", ""),
        fr(
            F::Deadline,
            "### Dates\n\nCandidatures jusqu'au 15 mars 2026.",
            "2026-03-15",
            "15 mars 2026",
        ),
        fr(F::Place, "Par courrier\n\nou\n\nBrest Métropole", "", ""),
        fr(F::Place, "- Durée\n- Lieu\n- Salaire", "", ""),
        fr(F::Place, "- Durée\n- Lieu\n- Horaires", "", ""),
        fr(F::Place, "- **Lieu**\n- **Horaires**", "", ""),
        fr(F::Pay, "- Durée\n- Salaire\n- Avantages", "", ""),
        fr(F::Pay, "Salaire\nAvantages", "", ""),
    ]);
}
