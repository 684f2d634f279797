//! Texts that look like a fact and must give nothing.

use tremplin::offer::FactKind as F;

use crate::reading::{check, en, fr};

#[test]
fn other_dates_are_no_deadline() {
    check(&[
        fr(F::Deadline, "Contrat jusqu'au 31/12/2023.", "", ""),
        fr(F::Deadline, "Mission à temps plein jusqu’à fin décembre 2020.", "", ""),
        fr(
            F::Deadline,
            "Les entretiens auront lieu avant le 18 avril 2025.",
            "",
            "",
        ),
        fr(F::Deadline, "Date des entretiens : le 18/04/2006.", "", ""),
        fr(F::Deadline, "Début des candidatures : 1er mars 2024", "", ""),
        fr(F::Deadline, "Publiée le 3 mars 2024.", "", ""),
        fr(F::Deadline, "La prise de poste : 01 mai 2025", "", ""),
        fr(
            F::Deadline,
            "Colloque à Mulhouse du 22 au 24 juin 2020, avant le 30 juin 2020.",
            "",
            "",
        ),
        fr(F::Deadline, "Envoyez votre candidature au plus vite.", "", ""),
        en(F::Deadline, "The contract runs until 31 December 2023.", "", ""),
        en(F::Deadline, "Interviews will be held before 12 May 2023.", "", ""),
        en(F::Deadline, "You will work to tight deadlines.", "", ""),
        en(F::Deadline, "Applications open on 1 March 2024.", "", ""),
        en(F::Deadline, "Closing date: 03/04/2021", "", ""),
    ]);
}

#[test]
fn other_lengths_are_no_duration() {
    check(&[
        fr(F::Duration, "## Profil\n\nVous avez 3 ans d'expérience.", "", ""),
        fr(F::Duration, "Une expérience de 6 mois en stage est un plus.", "", ""),
        fr(F::Duration, "Période d'essai de 4 mois.", "", ""),
        fr(
            F::Duration,
            "Des activités pour les jeunes de 2,5 ans à 16 ans.",
            "",
            "",
        ),
        fr(F::Duration, "L'association existe depuis 10 ans.", "", ""),
        fr(F::Duration, "Le projet est suivi tous les 6 mois.", "", ""),
        fr(F::Duration, "La moyenne d'âge est de 25 ans.", "", ""),
        en(
            F::Duration,
            "You have 5 years of experience in a similar position.",
            "",
            "",
        ),
        en(F::Duration, "16 weeks of parental leave.", "", ""),
        en(F::Duration, "Within 6 months you will own the product.", "", ""),
    ]);
}

#[test]
fn other_money_is_no_pay() {
    check(&[
        fr(
            F::Pay,
            "Le groupe a réalisé un chiffre d'affaires de 5,1 milliards d'euros.",
            "",
            "",
        ),
        fr(F::Pay, "Nos logiciels facturent plus de 35M€ par an.", "", ""),
        fr(F::Pay, "Le plan est doté de 250 millions d'euros.", "", ""),
        fr(F::Pay, "Vous gérez la paie des salaires et les bulletins.", "", ""),
        fr(F::Pay, "Le repas coûte moins de 4 euros.", "", ""),
        fr(F::Pay, "Une équipe de 40 personnes, 20.000 documents.", "", ""),
        en(F::Pay, "We raised more than $10 million in funding.", "", ""),
        en(F::Pay, "Unlimited paid vacation and paid leave.", "", ""),
    ]);
}

#[test]
fn words_that_are_no_contract() {
    check(&[
        fr(
            F::EmploymentTypes,
            "Des connaissances en Java EE (CDI / EJB / JMS) sont un plus.",
            "",
            "",
        ),
        fr(
            F::EmploymentTypes,
            "Vous travaillerez sur l'apprentissage automatique.",
            "",
            "",
        ),
        fr(
            F::EmploymentTypes,
            "Vous encadrez les enfants pendant les stages d'été.",
            "",
            "",
        ),
        fr(
            F::EmploymentTypes,
            "Vous gérez le planning des moniteurs de stage.",
            "",
            "",
        ),
        fr(
            F::EmploymentTypes,
            "## Profil\n\nVous avez réalisé un stage significatif.",
            "",
            "",
        ),
        fr(F::EmploymentTypes, "L'association est indépendante des partis.", "", ""),
        fr(F::EmploymentTypes, "Vous animez le réseau des bénévoles.", "", ""),
        en(F::EmploymentTypes, "You will work with an early stage startup.", "", ""),
        en(F::EmploymentTypes, "You will design the on-stage show.", "", ""),
    ]);
}

#[test]
fn other_words_are_no_remote_work() {
    check(&[
        fr(
            F::Remote,
            "Vous animerez des ateliers en présentiel avec les habitants.",
            "",
            "",
        ),
        fr(F::Remote, "Une mission en détachement auprès d'un organisme.", "", ""),
        fr(F::Remote, "Vous administrez des serveurs à distance.", "", ""),
        en(F::Remote, "Experience with remote sensing data.", "", ""),
        en(F::Remote, "You will maintain remote servers.", "", ""),
        en(F::Remote, "See https://remote.example/jobs for more.", "", ""),
    ]);
}

#[test]
fn other_towns_are_no_place() {
    check(&[
        fr(
            F::Place,
            "## Qui sommes-nous\n\nNos partenaires sont l'Université de Nantes et la Ville de Lyon.",
            "",
            "",
        ),
        fr(
            F::Place,
            "## Missions\n\n- Repenser les conseils de quartier à Paris",
            "",
            "",
        ),
        en(F::Place, "## Nice to have\n\n- A sense of humour", "", ""),
        en(F::Place, "The team at Seattle Weaving is looking for help.", "", ""),
    ]);
}

#[test]
fn haste_that_is_no_start() {
    check(&[
        fr(F::Start, "Nous vous répondrons dès que possible.", "", ""),
        fr(F::Start, "Envoyez votre candidature dès que possible.", "", ""),
        en(F::Start, "We will get back to you as soon as possible.", "", ""),
    ]);
}
