//! Phrases of associations, laboratories and public bodies, whose words differ from those of job boards.

use tremplin::offer::{DocumentKind, FactKind as F, PayPeriod};

use crate::reading::{check, fr, read, value};

#[test]
fn seasons_spans_and_fixed_ends() {
    check(&[
        fr(
            F::EmploymentTypes,
            "CDD temps plein à terme précis",
            "fixed_term",
            "CDD",
        ),
        fr(F::EmploymentTypes, "CDD à terme imprécis", "fixed_term", "CDD"),
        fr(
            F::EmploymentTypes,
            "La personne sera engagée à temps plein, à durée déterminée.",
            "fixed_term",
            "à durée déterminée",
        ),
        fr(
            F::Duration,
            "Poste pour la saison 2022 (mai à octobre, 6 mois).",
            "6-6",
            "6 mois",
        ),
        fr(
            F::Start,
            "Nous recherchons une personne pour le suivi des chantiers, de février 2027 à mai 2027.",
            "2027-02",
            "février 2027 à mai 2027",
        ),
        fr(
            F::Level,
            "- BPJEPS loisirs souhaité",
            "BPJEPS loisirs souhaité",
            "BPJEPS loisirs souhaité",
        ),
        fr(F::Place, "Nos bureaux sont à Nantes.", "Nantes", "Nantes"),
        fr(
            F::Place,
            "Laboratoire : LUMEN, Université du Rivage, Rennes",
            "Rennes",
            "Rennes",
        ),
    ]);
}

#[test]
fn an_address_and_a_paper_are_no_level() {
    for text in [
        "Dossier : CV, relevés de notes de master, à envoyer à rh@passerelles.example.",
        "Pour toute question : doctorat@passerelles.example",
        "Nous sommes le syndicat des élèves du secondaire en ville.",
    ] {
        let page = format!("# Un poste de chargé d'étude\n\nNous recrutons en CDI.\n\n{text}\n");
        assert_eq!(value(&read("a.md", &page).facts, F::Level), "", "{text}");
    }
}

#[test]
fn organizations_present_themselves() {
    for (text, wanted) in [
        (
            "Depuis ses débuts, La Charrue est une association qui aide.",
            "La Charrue",
        ),
        ("Depuis 2011, La Charrue accompagne les fermes du canton.", "La Charrue"),
        (
            "Dans le cadre d'un remplacement, l'Alliance des villages pour la santé recherche une personne.",
            "Alliance des villages pour la santé",
        ),
        (
            "Les Ateliers de la Brume asbl est une association de quartier.",
            "Ateliers de la Brume",
        ),
        (
            "Les Ateliers de la Brume sont un centre de création.",
            "Ateliers de la Brume",
        ),
        (
            "L'association *Les Chemins du Lac* recrute une animatrice.",
            "Les Chemins du Lac",
        ),
    ] {
        let page = format!(
            "# Offre d'emploi : animatrice\n\n{text}\n\n## Missions\n\nAnimer.\n\n## Candidater\n\nPoste en CDI. Envoyez votre CV à rh@lieu.example.\n"
        );
        assert_eq!(value(&read("a.md", &page).facts, F::Organization), wanted, "{text}");
    }
}

#[test]
fn a_heading_of_a_part_is_no_title() {
    let page = "L'association :\nDepuis 2011, La Charrue accompagne les fermes.\n\nLe poste\nType de contrat : CDI\n\
                Rémunération : 1850 € brut\nCongés : 6 semaines/an\n\nPour candidater : CV et lettre à rh@lieu.example\n";
    let facts = read("a.md", page).facts;
    assert_eq!(value(&facts, F::Title), "");
    // Weeks of holidays are no period of pay: nobody earns that much a week, nor that little a year.
    assert_eq!(facts.pay.unwrap().value.range.unwrap().period, PayPeriod::Month);
    let kinds: Vec<DocumentKind> = facts.documents.iter().map(|fact| fact.value).collect();
    assert_eq!(kinds, [DocumentKind::Cv, DocumentKind::CoverLetter]);
}

#[test]
fn a_person_and_a_pronoun_are_no_organization() {
    for text in [
        "Dr. Ada Miller is seeking a postdoctoral researcher to join her group.",
        "Tu veux construire un outil pour les jeunes ? Rejoins-nous.",
    ] {
        let page =
            format!("# Postdoctoral position\n\n{text}\n\n## How to apply\n\nSend your CV to ada@mail.example.\n");
        assert_eq!(value(&read("a.md", &page).facts, F::Organization), "", "{text}");
    }
}

#[test]
fn a_satellite_lives_longer_than_a_contract() {
    let text = "# Research engineer\n\nThe satellite has a mission lifetime of five years. We are looking for an \
                engineer.\n\n## Conditions\n\n- Fixed-term contract of 18 months\n\n## How to apply\n\nSend your CV to \
                ada@mail.example.\n";
    assert_eq!(value(&read("a.md", text).facts, F::Duration), "18-18");
}

#[test]
fn below_a_heading_the_line_with_an_amount_is_the_pay() {
    let text = "# Développeuse\n\nNous recrutons en CDI.\n\n## Rémunération\n\nNous tenons à de petits écarts.\n\n\
                Le salaire sera compris entre 41 000 € et 52 000 €.\n\n## Candidater\n\nVotre CV à rh@lieu.example.\n";
    let pay = read("a.md", text).facts.pay.unwrap().value;
    assert!(pay.text.contains("41 000"), "{}", pay.text);
}

#[test]
fn school_placements_are_a_subject() {
    let text = "# Développeuse\n\nUn outil qui propose un stage de 3e aux jeunes.\n\n## Conditions\n\n- CDI\n\n\
                ## Candidater\n\nVotre CV à rh@lieu.example.\n";
    assert_eq!(value(&read("a.md", text).facts, F::EmploymentTypes), "permanent");
}

#[test]
fn a_town_stands_before_its_state() {
    let text = "---\ntitle: Software engineer\ncompany: Blue Mill\nlocation: Marana, Arizona, United States\n---\n\nWe are \
                looking for a developer. Send your CV to jobs@mill.example.\n";
    assert_eq!(value(&read("a.md", text).facts, F::Place), "Marana");
}
