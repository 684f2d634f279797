//! Turns of phrase and of the pen that are seldom met and plain to a reader.

use tremplin::offer::{FactKind as F, Offer};

use crate::reading::{check, en, fr, read, value};

#[test]
fn spans_of_dates() {
    check(&[
        fr(
            F::Start,
            "Stage de 6 mois du lundi 2 mars au vendredi 28 août 2026.",
            "2026-03-02",
            "2 mars au vendredi 28 août 2026",
        ),
        fr(
            F::Deadline,
            "Candidatures ouvertes du 1er février au 15 mars 2026.",
            "2026-03-15",
            "1er février au 15 mars 2026",
        ),
        fr(
            F::Deadline,
            "Candidatures : du 2026-02-01 au 2026-03-15",
            "2026-03-15",
            "2026-02-01 au 2026-03-15",
        ),
        en(
            F::Deadline,
            "Applications are open from Monday, 2 February to Friday, 13 March 2026.",
            "2026-03-13",
            "2 February to Friday, 13 March 2026",
        ),
        fr(F::Deadline, "Candidatures ouvertes du 1er février.", "", ""),
        en(
            F::Start,
            "Internship, 6 months, from September 2026 to February 2027",
            "2026-09",
            "September 2026 to February 2027",
        ),
        fr(
            F::Start,
            "Le stage aura lieu entre avril et septembre 2026.",
            "2026-04",
            "avril et septembre 2026",
        ),
        fr(
            F::Start,
            "Démarrage : fin mars / début avril 2026",
            "2026-03",
            "fin mars / début avril 2026",
        ),
        en(
            F::Start,
            "The lab was led by Ada Martin from May 2010 to June 2015.",
            "",
            "",
        ),
        en(F::Start, "Start date: 09/01/2026", "", ""),
        en(F::Start, "Start date: 09/25/2026", "2026-09-25", "09/25/2026"),
        fr(F::Start, "Début : 09/01/2026", "2026-01-09", "09/01/2026"),
        fr(
            F::Duration,
            "Le stage se déroulera du 1er avril au 30 septembre 2026 (6 mois).",
            "6-6",
            "6 mois",
        ),
        fr(
            F::Duration,
            "Le stage se déroulera du 1er avril au 30 septembre 2026, soit 6 mois.",
            "6-6",
            "6 mois",
        ),
        fr(
            F::Duration,
            "L'atelier a ouvert ses portes en mars 2010 (15 ans).",
            "",
            "",
        ),
    ]);
}

#[test]
fn extended_deadlines() {
    check(&[
        fr(
            F::Deadline,
            "Date limite : le 15 mars (prolongée au 30 mars 2026)",
            "2026-03-30",
            "30 mars 2026",
        ),
        fr(
            F::Deadline,
            "Date limite : 15 mars 2026. Dépôt des candidatures prolongé jusqu'au lundi 30 mars 2026.",
            "2026-03-30",
            "30 mars 2026",
        ),
        en(
            F::Deadline,
            "The application deadline has been extended to March 30, 2026.",
            "2026-03-30",
            "March 30, 2026",
        ),
        fr(
            F::Deadline,
            "Le contrat pourra être prolongé jusqu'au 30 mars 2027.",
            "",
            "",
        ),
    ]);
}

#[test]
fn several_labels_on_a_line() {
    for line in [
        "Durée : 6 mois — Lieu : Brest — Date limite : 15 mars 2026",
        "Contrat : stage | Durée : 6 mois | Lieu : Brest | Date limite : 15 mars 2026",
        "⏳ Durée : 6 mois 📍 Lieu : Brest 📅 Date limite : 15 mars 2026",
        "- Durée : 6 mois, lieu : Brest, date limite : 15 mars 2026.",
    ] {
        check(&[
            fr(F::Duration, line, "6-6", "6 mois"),
            fr(F::Place, line, "Brest", "Brest"),
            fr(F::Deadline, line, "2026-03-15", "15 mars 2026"),
        ]);
    }
    check(&[
        fr(
            F::Pay,
            "Salaire : 2 000 € brut par mois – Lieu : Brest",
            "2000-2000 Eur/Month",
            "2 000 € brut par mois",
        ),
        fr(F::Duration, "⏳ 6 mois", "6-6", "6 mois"),
        fr(F::Duration, "⏳ 6 mois d'expérience", "", ""),
        fr(F::Duration, "🕐 2 ans de recul sur le métier", "", ""),
        fr(F::Pay, "💶 700 €/mois ⏳ 6 mois", "700-700 Eur/Month", "700 €/mois"),
    ]);
}

#[test]
fn sentences_behind_the_one_of_a_label() {
    check(&[
        fr(
            F::Deadline,
            "Début : avril 2026. Candidatures à envoyer avant le 15 mars 2026.",
            "2026-03-15",
            "15 mars 2026",
        ),
        fr(
            F::Start,
            "Date limite : 15 mars 2026. Le stage commencera le 1er avril 2026.",
            "2026-04-01",
            "1er avril 2026",
        ),
        fr(
            F::Deadline,
            "Contrat : CDD de 12 mois ; candidatures avant le 15 mars 2026.",
            "2026-03-15",
            "15 mars 2026",
        ),
        fr(
            F::Deadline,
            "Fin : avant le 15 mars 2026, sauf candidature tardive.",
            "",
            "",
        ),
        fr(
            F::Deadline,
            "Poste à pourvoir : septembre 2026. Clôture : 30/06/2026.",
            "2026-06-30",
            "30/06/2026",
        ),
    ]);
}

#[test]
fn questions_and_answers() {
    check(&[
        fr(F::Place, "- Où ? Nantes\n- Quand ? 1er avril 2026", "Nantes", "Nantes"),
        fr(
            F::Start,
            "- Où ? Nantes\n- Quand ? 1er avril 2026",
            "2026-04-01",
            "1er avril 2026",
        ),
        fr(F::Start, "## Quand ?\n\n1er avril 2026", "2026-04-01", "1er avril 2026"),
        fr(F::DatePosted, "## Quand ?\n\n1er avril 2026", "", ""),
        fr(F::Duration, "## Combien de temps ?\n\n6 mois", "6-6", "6 mois"),
    ]);
}

#[test]
fn lines_of_conditions() {
    for line in [
        "Les Lucioles | Nantes | 6 mois",
        "Les Lucioles · Nantes · 6 mois · 700 €/mois",
    ] {
        check(&[
            fr(F::Place, line, "Nantes", "Nantes"),
            fr(F::Duration, line, "6-6", "6 mois"),
        ]);
    }
    check(&[
        fr(F::Duration, "Les Lucioles | 15 ans d'existence | Nantes", "", ""),
        fr(
            F::Duration,
            "## Le stage\n\n- 4 à 6 mois, à partir de mars\n- 35 h par semaine",
            "4-6",
            "4 à 6 mois",
        ),
        fr(F::Duration, "## Le stage\n\n- 2 ans d'expérience", "", ""),
        fr(
            F::Deadline,
            "Prise de fonction : 1er avril 2026 — Limite de candidature : 28/02/2026",
            "2026-02-28",
            "28/02/2026",
        ),
        en(F::Start, "You will join us from March 2026.", "2026-03", "March 2026"),
    ]);
}

#[test]
fn towns_beside_other_words() {
    check(&[
        fr(F::Place, "Le poste est basé au Havre.", "Le Havre", "au Havre"),
        fr(F::Place, "Nous offrons un havre de paix.", "", ""),
        fr(
            F::Place,
            "Le poste est basé à Saint-Jean-de-Védas (34), près de Montpellier.",
            "Saint-Jean-de-Védas",
            "Saint-Jean-de-Védas",
        ),
        fr(F::Place, "Poste basé dans nos locaux de Lyon.", "Lyon", "Lyon"),
        fr(
            F::Place,
            "Lieu : L’Haÿ-les-Roses (94)",
            "L’Haÿ-les-Roses",
            "L’Haÿ-les-Roses",
        ),
        fr(F::Place, "Lieu : L’agence", "", ""),
        fr(F::Pay, "Pays : France", "", ""),
        fr(
            F::Place,
            "Nos locaux de Paris comptent 40 personnes. Le stage se passe à Nantes.",
            "Nantes",
            "Nantes",
        ),
        fr(
            F::Place,
            "Née au Mans, notre coopérative vous accueille à Nantes.",
            "Nantes",
            "Nantes",
        ),
        fr(
            F::Place,
            "Fondée à Lyon, notre coopérative vous accueille à Nantes.",
            "Nantes",
            "Nantes",
        ),
    ]);
}

fn field(front: &str) -> Offer {
    read(
        "offre.md",
        &format!("---\ntitle: Stage web\n{front}\n---\n\nUn stage. Écrivez à rh@lucioles.example.\n"),
    )
}

#[test]
fn fields_of_fields() {
    let offer = field("deadline:\n  date: 2026-03-15\n  note: minuit\nstart: {date: 2026-04-01, flexible: true}");
    assert_eq!(value(&offer.facts, F::Deadline), "2026-03-15");
    assert_eq!(value(&offer.facts, F::Start), "2026-04-01");
    assert_eq!(value(&offer.facts, F::DatePosted), "");
}

#[test]
fn shares_of_remote_work() {
    for (line, wanted) in [
        ("teletravail: 2j/semaine", "true"),
        ("remote: 2 days a week", "true"),
        ("télétravail: jusqu'à 3 jours", "true"),
        ("teletravail: 0 jour", "false"),
        ("teletravail: 50 %", "true"),
        ("presentiel: oui", "false"),
        ("presentiel: non", "true"),
        ("presentiel: 3 jours par semaine", ""),
    ] {
        assert_eq!(value(&field(line).facts, F::Remote), wanted, "{line}");
    }
}

#[test]
fn a_sum_with_more_behind_it_is_still_the_sum() {
    for (text, range) in [
        (
            "Gratification : 600 euros net par mois + tickets restaurant",
            (Some(60_000), Some(60_000)),
        ),
        ("Salaire : 35 k€+ par an", (Some(3_500_000), None)),
        ("Salaire annuel : 35 000 € +", (Some(3_500_000), None)),
    ] {
        let offer = read("offre.md", &crate::reading::set(crate::reading::In::Fr, text));
        let pay = offer.facts.pay.and_then(|pay| pay.value.range).expect("a figure");
        assert_eq!((pay.min_cents, pay.max_cents), range, "{text}");
    }
}
