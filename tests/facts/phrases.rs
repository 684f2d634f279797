//! Phrases met in life, one fact at a time: the value and the passage.

use tremplin::offer::FactKind as F;

use crate::reading::{In, check, en, fr, read, set, value};

#[test]
fn durations() {
    check(&[
        fr(F::Duration, "Durée : 3 à 6 mois", "3-6", "3 à 6 mois"),
        fr(F::Duration, "**Durée :** 6 mois", "6-6", "6 mois"),
        fr(F::Duration, "**Durée** : 6 mois renouvelables", "6-6", "6 mois"),
        fr(F::Duration, "- Durée du stage : 4/6 mois", "4-6", "4/6 mois"),
        fr(F::Duration, "Durée minimale : 3 mois", "3-…", "Durée minimale : 3 mois"),
        fr(F::Duration, "Durée : au moins 3 mois", "3-…", "au moins 3 mois"),
        fr(
            F::Duration,
            "Durée de la mission : jusqu’à 6 mois",
            "0-6",
            "jusqu’à 6 mois",
        ),
        fr(F::Duration, "Durée : 8 semaines", "1.8-1.8", "8 semaines"),
        fr(F::Duration, "Durée : un an", "12-12", "un an"),
        fr(F::Duration, "Durée : 2 ans, renouvelable une fois", "24-24", "2 ans"),
        fr(F::Duration, "- Stage de six mois à temps plein", "6-6", "six mois"),
        fr(F::Duration, "- Stage conventionné de 4 à 6 mois", "4-6", "4 à 6 mois"),
        fr(F::Duration, "- CDD de 24 mois", "24-24", "24 mois"),
        fr(F::Duration, "CDD (12 mois) à temps plein.", "12-12", "12 mois"),
        fr(
            F::Duration,
            "Contrat à durée déterminée de 18 mois.",
            "18-18",
            "18 mois",
        ),
        fr(F::Duration, "Le contrat sera de 12 mois.", "12-12", "12 mois"),
        fr(
            F::Duration,
            "Mission de 6 mois (3 mois minimum).",
            "3-6",
            "6 mois (3 mois minimum)",
        ),
        fr(
            F::Duration,
            "Le stage démarrera en mars pour une durée de 5 mois.",
            "5-5",
            "5 mois",
        ),
        fr(
            F::Duration,
            "Nous cherchons une personne en service civique pour 8 mois.",
            "8-8",
            "8 mois",
        ),
        fr(F::Duration, "Thèse de 3 ans financée.", "36-36", "3 ans"),
        fr(
            F::Duration,
            "Vous êtes disponible pour un stage entre 4 et 6 mois.",
            "4-6",
            "4 et 6 mois",
        ),
        fr(F::Duration, "Stage (minimum 4 mois)", "4-…", "minimum 4 mois"),
        en(F::Duration, "Duration: 6 months", "6-6", "6 months"),
        en(F::Duration, "Duration: 10 weeks", "2.3-2.3", "10 weeks"),
        en(F::Duration, "This is a 6-month internship.", "6-6", "6-month"),
        en(
            F::Duration,
            "The internship will last 3 to 4 months.",
            "3-4",
            "3 to 4 months",
        ),
        en(
            F::Duration,
            "Contract length: at least 6 months",
            "6-…",
            "at least 6 months",
        ),
        en(
            F::Duration,
            "Fixed-term position for 2 years, renewable.",
            "24-24",
            "2 years",
        ),
        en(
            F::Duration,
            "The position is funded for 18 months.",
            "18-18",
            "18 months",
        ),
    ]);
}

#[test]
fn starts() {
    check(&[
        fr(F::Start, "Disponibilité : immédiate", "asap", "immédiate"),
        fr(F::Start, "Démarrage dès que possible.", "asap", "dès que possible"),
        fr(
            F::Start,
            "Poste à pourvoir dès que possible, à temps plein.",
            "asap",
            "dès que possible",
        ),
        fr(F::Start, "Date de début : ASAP", "asap", "ASAP"),
        fr(F::Start, "## Date\n\nDès maintenant !", "asap", "Dès maintenant"),
        fr(
            F::Start,
            "Début souhaité : 1er février 2021",
            "2021-02-01",
            "1er février 2021",
        ),
        fr(F::Start, "Démarrage souhaité : janvier 2023", "2023-01", "janvier 2023"),
        fr(
            F::Start,
            "- Démarrage souhaité janvier-février 2019",
            "2019-01",
            "janvier-février 2019",
        ),
        fr(F::Start, "Prise de poste : 01/09/2022", "2022-09-01", "01/09/2022"),
        fr(
            F::Start,
            "La prise de poste est prévue le 3 mai 2021.",
            "2021-05-03",
            "3 mai 2021",
        ),
        fr(
            F::Start,
            "Le stage démarrera à partir de février 2020.",
            "2020-02",
            "février 2020",
        ),
        fr(
            F::Start,
            "Le stage commencera mi-avril 2022.",
            "2022-04",
            "mi-avril 2022",
        ),
        fr(
            F::Start,
            "**Stage de 6 mois – début février 2020 – à Lille**",
            "2020-02",
            "début février 2020",
        ),
        fr(F::Start, "À pourvoir : septembre 2024", "2024-09", "septembre 2024"),
        fr(
            F::Start,
            "Début de la mission : courant mars 2022",
            "2022-03",
            "courant mars 2022",
        ),
        fr(
            F::Start,
            "CDD de 6 mois à compter du 15 octobre 2020.",
            "2020-10-15",
            "15 octobre 2020",
        ),
        fr(
            F::Start,
            "Stage du 1er mars au 31 août 2021.",
            "2021-03-01",
            "1er mars au 31 août 2021",
        ),
        fr(F::Start, "Début : à la rentrée", "", ""),
        fr(F::Start, "Début : janvier", "", ""),
        en(
            F::Start,
            "Start date: As soon as possible",
            "asap",
            "As soon as possible",
        ),
        en(
            F::Start,
            "Starting date: 1 October 2024",
            "2024-10-01",
            "1 October 2024",
        ),
        en(F::Start, "The position starts in March 2021.", "2021-03", "March 2021"),
        en(
            F::Start,
            "Start: September 1st, 2022",
            "2022-09-01",
            "September 1st, 2022",
        ),
        en(F::Start, "We are hiring immediately.", "asap", "immediately"),
        en(
            F::Start,
            "The job is available from 15 January 2023.",
            "2023-01-15",
            "15 January 2023",
        ),
        en(F::Start, "Start date: flexible", "", ""),
    ]);
}

#[test]
fn deadlines() {
    check(&[
        fr(
            F::Deadline,
            "Date limite de candidature : 28 février 2026",
            "2026-02-28",
            "28 février 2026",
        ),
        fr(
            F::Deadline,
            "**Date limite :** le 07/04/2006.",
            "2006-04-07",
            "07/04/2006",
        ),
        fr(
            F::Deadline,
            "La date limite pour candidater est fixée au vendredi 3 mars 2023.",
            "2023-03-03",
            "3 mars 2023",
        ),
        fr(
            F::Deadline,
            "Candidatures à envoyer avant le 15/10/2020.",
            "2020-10-15",
            "15/10/2020",
        ),
        fr(
            F::Deadline,
            "Envoyez votre CV au plus tard le 31 décembre 2019.",
            "2019-12-31",
            "31 décembre 2019",
        ),
        fr(
            F::Deadline,
            "CV et lettre à envoyer pour le 28 mars 2022 au plus tard.",
            "2022-03-28",
            "28 mars 2022",
        ),
        fr(
            F::Deadline,
            "Postulez avant le 16 janvier 2018 !",
            "2018-01-16",
            "16 janvier 2018",
        ),
        fr(
            F::Deadline,
            "Vous pouvez postuler jusqu'au 12 mai 2024 inclus.",
            "2024-05-12",
            "12 mai 2024",
        ),
        fr(
            F::Deadline,
            "Merci d'adresser votre dossier d'ici le 2 décembre 2021.",
            "2021-12-02",
            "2 décembre 2021",
        ),
        fr(
            F::Deadline,
            "Clôture des candidatures le 1er juin 2022",
            "2022-06-01",
            "1er juin 2022",
        ),
        fr(
            F::Deadline,
            "Les candidatures sont ouvertes du 1er mars au 15 avril 2020 : date limite stricte.",
            "",
            "",
        ),
        fr(
            F::Deadline,
            "Candidatures ouvertes jusqu'au 15 avril 2020.",
            "2020-04-15",
            "15 avril 2020",
        ),
        fr(
            F::Deadline,
            "Candidature à transmettre le 30 juin 2023 dernier délai.",
            "2023-06-30",
            "30 juin 2023",
        ),
        en(
            F::Deadline,
            "Application deadline: December 4, 2020",
            "2020-12-04",
            "December 4, 2020",
        ),
        en(F::Deadline, "Deadline: 17 March 2024", "2024-03-17", "17 March 2024"),
        en(F::Deadline, "Closing date: 2024-05-31", "2024-05-31", "2024-05-31"),
        en(
            F::Deadline,
            "Please apply by March 3rd, 2021.",
            "2021-03-03",
            "March 3rd, 2021",
        ),
        en(
            F::Deadline,
            "Send your application no later than 8 July 2021.",
            "2021-07-08",
            "8 July 2021",
        ),
        en(
            F::Deadline,
            "Applications received before 30 November 2023 will be considered.",
            "2023-11-30",
            "30 November 2023",
        ),
    ]);
}

#[test]
fn pays() {
    check(&[
        fr(
            F::Pay,
            "Rémunération : 42 000–52 000 €",
            "42000-52000 Eur/Year",
            "42 000–52 000 €",
        ),
        fr(F::Pay, "Salaire : 35-40k€", "35000-40000 Eur/Year", "35-40k€"),
        fr(
            F::Pay,
            "Salaire brut annuel : 38 000 €",
            "38000-38000 Eur/Year",
            "38 000 €",
        ),
        fr(
            F::Pay,
            "L'indemnité correspond au tarif légal (3,75€ de l'heure).",
            "3.75-3.75 Eur/Hour",
            "L'indemnité correspond au tarif légal (3,75€ de l'heure).",
        ),
        fr(
            F::Pay,
            "Gratification : 577,50 euros par mois",
            "577.5-577.5 Eur/Month",
            "577,50 euros par mois",
        ),
        fr(
            F::Pay,
            "### Rémunération\n\nÀ partir de 600€ / mois",
            "600-… Eur/Month",
            "À partir de 600€ / mois",
        ),
        fr(
            F::Pay,
            "TJM : 350 à 400 € HT / jour",
            "350-400 Eur/Day",
            "350 à 400 € HT / jour",
        ),
        fr(
            F::Pay,
            "- Rémunération légale + 50 % du titre de transport",
            "Rémunération légale + 50 % du titre de transport",
            "Rémunération légale + 50 % du titre de transport",
        ),
        fr(
            F::Pay,
            "Le stage est rémunéré.",
            "Le stage est rémunéré.",
            "Le stage est rémunéré.",
        ),
        fr(F::Pay, "Rémunération : selon profil", "selon profil", "selon profil"),
        fr(
            F::Pay,
            "Un salaire compétitif dans une équipe soudée.",
            "Un salaire compétitif dans une équipe soudée.",
            "Un salaire compétitif dans une équipe soudée.",
        ),
        fr(
            F::Pay,
            "CDI, rémunération selon expérience.",
            "CDI, rémunération selon expérience.",
            "CDI, rémunération selon expérience.",
        ),
        fr(
            F::Pay,
            "Gratification légale et tickets restaurant.",
            "Gratification légale et tickets restaurant.",
            "Gratification légale et tickets restaurant.",
        ),
        en(
            F::Pay,
            "Salary: $110,000.00 to $190,000.00 annually",
            "110000-190000 Usd/Year",
            "$110,000.00 to $190,000.00 annually",
        ),
        en(
            F::Pay,
            "Salary: £35,000 per annum",
            "35000-35000 Gbp/Year",
            "£35,000 per annum",
        ),
        en(
            F::Pay,
            "Compensation: $120k - $150k USD / year",
            "120000-150000 Usd/Year",
            "$120k - $150k USD / year",
        ),
        en(
            F::Pay,
            "Hourly rate: up to $30 per hour",
            "…-30 Usd/Hour",
            "up to $30 per hour",
        ),
        en(
            F::Pay,
            "We offer a competitive salary.",
            "We offer a competitive salary.",
            "We offer a competitive salary.",
        ),
        en(
            F::Pay,
            "The stipend is €1,500 per month.",
            "1500-1500 Eur/Month",
            "The stipend is €1,500 per month.",
        ),
    ]);
}

#[test]
fn places() {
    check(&[
        fr(F::Place, "Lieu : Paris", "Paris", "Paris"),
        fr(
            F::Place,
            "**Lieu de travail :** MARSEILLE, 13002",
            "Marseille",
            "MARSEILLE",
        ),
        fr(F::Place, "Localisation : Paris 19ème", "Paris", "Paris"),
        fr(F::Place, "Lieu : Faverges (Haute-Savoie)", "Faverges", "Faverges"),
        fr(F::Place, "Le poste est basé à Rodez.", "Rodez", "Rodez"),
        fr(
            F::Place,
            "Poste basé à Trifouillis, près de la gare.",
            "Trifouillis",
            "Trifouillis",
        ),
        fr(F::Place, "- Poste à Lyon (quartier de la Guillotière)", "Lyon", "Lyon"),
        fr(
            F::Place,
            "Nos bureaux sont situés dans le 3ème arrondissement de Paris.",
            "Paris",
            "Paris",
        ),
        fr(F::Place, "Nos bureaux sont à Nantes.", "Nantes", "Nantes"),
        fr(F::Place, "Adresse : 12 rue des Lilas, 35000 Rennes", "Rennes", "Rennes"),
        fr(
            F::Place,
            "Vous travaillerez sur Toulouse, près du métro.",
            "Toulouse",
            "Toulouse",
        ),
        fr(
            F::Place,
            "Pour renforcer notre équipe lyonnaise, nous recrutons.",
            "Lyon",
            "lyonnaise",
        ),
        fr(
            F::Place,
            "```\n80 rue des Tanneurs\n59000 Lille\n```",
            "Lille",
            "59000 Lille",
        ),
        fr(
            F::Place,
            "Stage à Aix-en-Provence.",
            "Aix-en-Provence",
            "Aix-en-Provence",
        ),
        fr(F::Place, "Lieu : France entière", "", ""),
        fr(F::Place, "Lieu : télétravail", "", ""),
        en(F::Place, "Location: Nantes, France", "Nantes", "Nantes"),
        en(F::Place, "Location: Berlin (hybrid)", "Berlin", "Berlin"),
        en(
            F::Place,
            "The position is based in Cambridge, UK.",
            "Cambridge",
            "Cambridge",
        ),
        en(
            F::Place,
            "Our office is located in New York City.",
            "New York City",
            "New York City",
        ),
        en(
            F::Place,
            "The workplace is a coworking space in the centre of Bordeaux.",
            "Bordeaux",
            "Bordeaux",
        ),
        en(F::Place, "Location: Remote", "", ""),
        en(F::Place, "Location: Anywhere in the world", "", ""),
    ]);
}

#[test]
fn remote_work() {
    check(&[
        fr(
            F::Remote,
            "Télétravail possible deux jours par semaine.",
            "true",
            "Télétravail",
        ),
        fr(F::Remote, "Télétravail : non", "false", "Télétravail : non"),
        fr(
            F::Remote,
            "Pas de télétravail pour ce poste.",
            "false",
            "Pas de télétravail pour ce poste.",
        ),
        fr(F::Remote, "- En présentiel", "false", "En présentiel"),
        fr(F::Remote, "Lieu : Paris (en présentiel)", "false", "en présentiel"),
        fr(F::Remote, "Poste en présentiel uniquement.", "false", "en présentiel"),
        fr(
            F::Remote,
            "Vous pourrez travailler à distance.",
            "true",
            "travailler à distance",
        ),
        fr(F::Remote, "Lieu : 100 % à distance", "true", "à distance"),
        fr(F::Remote, "Full remote possible.", "true", "Full remote"),
        en(F::Remote, "Location: Remote", "true", "Remote"),
        en(F::Remote, "This is a fully remote position.", "true", "fully remote"),
        en(
            F::Remote,
            "You can work from home three days a week.",
            "true",
            "work from home",
        ),
        en(F::Remote, "Remote: no", "false", "Remote: no"),
        en(F::Remote, "On-site presence is required.", "false", "On-site"),
    ]);
}

#[test]
fn contracts() {
    check(&[
        fr(F::EmploymentTypes, "Type de contrat : CDI", "permanent", "CDI"),
        fr(
            F::EmploymentTypes,
            "Type de contrat : CDI (pas de contrat d'alternance)",
            "permanent",
            "CDI",
        ),
        fr(
            F::EmploymentTypes,
            "CDI ou CDD, au choix.",
            "permanent fixed_term",
            "CDI",
        ),
        fr(
            F::EmploymentTypes,
            "Poste ouvert en : CDD de 6 mois",
            "fixed_term",
            "CDD",
        ),
        fr(
            F::EmploymentTypes,
            "Nous vous proposons un stage de six mois.",
            "internship",
            "stage",
        ),
        fr(
            F::EmploymentTypes,
            "Poste ouvert pour un·e indépendant·e.",
            "freelance",
            "un·e indépendant·e",
        ),
        fr(F::EmploymentTypes, "Contrat : indépendant", "freelance", "indépendant"),
        fr(
            F::EmploymentTypes,
            "Nous recherchons une personne en alternance.",
            "apprenticeship",
            "en alternance",
        ),
        fr(
            F::EmploymentTypes,
            "Nous proposons un contrat d'apprentissage.",
            "apprenticeship",
            "contrat d'apprentissage",
        ),
        fr(
            F::EmploymentTypes,
            "Mission de service civique.",
            "civic_service",
            "service civique",
        ),
        fr(
            F::EmploymentTypes,
            "Le contrat doctoral débute en octobre.",
            "phd",
            "contrat doctoral",
        ),
        fr(
            F::EmploymentTypes,
            "Poste de post-doctorat.",
            "postdoc",
            "post-doctorat",
        ),
        en(
            F::EmploymentTypes,
            "This is a permanent position.",
            "permanent",
            "permanent position",
        ),
        en(
            F::EmploymentTypes,
            "Contract type: fixed-term",
            "fixed_term",
            "fixed-term",
        ),
        en(
            F::EmploymentTypes,
            "We offer an internship for students.",
            "internship",
            "internship",
        ),
        en(F::EmploymentTypes, "Contract: permanent", "permanent", "permanent"),
        en(
            F::EmploymentTypes,
            "This is a volunteer position.",
            "volunteer",
            "volunteer position",
        ),
        en(
            F::EmploymentTypes,
            "We have an open PhD position.",
            "phd",
            "PhD position",
        ),
        en(
            F::EmploymentTypes,
            "The postdoc will work with the team.",
            "postdoc",
            "postdoc",
        ),
    ]);
}

#[test]
fn levels() {
    check(&[
        fr(
            F::Level,
            "Niveau : Licence ou master",
            "Licence ou master",
            "Licence ou master",
        ),
        fr(F::Level, "- Niveau d'étude : Bac+4/5", "Bac+4/5", "Bac+4/5"),
        fr(
            F::Level,
            "## Profil\n\nDe formation Bac+5, vous aimez écrire.",
            "De formation Bac+5",
            "De formation Bac+5",
        ),
        fr(
            F::Level,
            "## Profil\n\n- Vous êtes en Master 1 ou 2",
            "Vous êtes en Master 1 ou 2",
            "Vous êtes en Master 1 ou 2",
        ),
        fr(
            F::Level,
            "## Profil\n\n- 5 ans d’expérience minimum",
            "5 ans d’expérience minimum",
            "5 ans d’expérience minimum",
        ),
        en(
            F::Level,
            "## Requirements\n\n- Bachelor's degree in computer science",
            "Bachelor's degree in computer science",
            "Bachelor's degree in computer science",
        ),
        en(
            F::Level,
            "## Requirements\n\n- 5+ years of experience with Python",
            "5+ years of experience with Python",
            "5+ years of experience with Python",
        ),
    ]);
}

#[test]
fn languages() {
    let german = "# Stelle in der Redaktion\n\nWir suchen eine Person für das Team und die Redaktion.\n\n## Bewerbung\n\nSende uns \
                  deine Bewerbung mit Lebenslauf an jobs@bruecke.example, wir freuen uns auf dich.\n";
    for (text, expected) in [
        (set(In::Fr, "Une équipe de douze personnes."), "fr"),
        (set(In::En, "A team of twelve."), "en"),
        (german.to_owned(), "de"),
    ] {
        let offer = read("x.md", &text);
        assert_eq!(value(&offer.facts, F::Language), expected, "{text}");
    }
}
