//! A second round of phrases, in the words of other publishers.

use tremplin::offer::FactKind as F;

use crate::reading::{check, en, fr};

#[test]
fn when() {
    check(&[
        fr(
            F::Start,
            "Date de prise de fonctions : 1er septembre 2023",
            "2023-09-01",
            "1er septembre 2023",
        ),
        fr(F::Start, "Date d’embauche : Dès à présent", "asap", "Dès à présent"),
        fr(
            F::Start,
            "Poste vacant à compter du 01/01/2024.",
            "2024-01-01",
            "01/01/2024",
        ),
        fr(F::Start, "Période : mars à août 2022", "2022-03", "mars à août 2022"),
        fr(
            F::Start,
            "Stage de 6 mois, idéalement de février à juillet 2023.",
            "2023-02",
            "février à juillet 2023",
        ),
        fr(
            F::Start,
            "La thèse débutera en octobre 2022.",
            "2022-10",
            "octobre 2022",
        ),
        fr(
            F::Start,
            "Contrat de 12 mois débutant le 1er novembre 2021.",
            "2021-11-01",
            "1er novembre 2021",
        ),
        fr(
            F::Start,
            "Poste à pourvoir au 1er avril 2022.",
            "2022-04-01",
            "1er avril 2022",
        ),
        fr(F::Start, "Poste à pourvoir immédiatement.", "asap", "immédiatement"),
        fr(
            F::Start,
            "Nous recrutons dès que possible une personne curieuse.",
            "asap",
            "dès que possible",
        ),
        fr(
            F::Start,
            "Stage à partir de janvier 2021, à Nantes.",
            "2021-01",
            "janvier 2021",
        ),
        fr(F::Start, "📅 Début : février 2024", "2024-02", "février 2024"),
        fr(F::Start, "Début du contrat : 2024-09-01", "2024-09-01", "2024-09-01"),
        en(
            F::Start,
            "Preferred start date: January 2025, but can be negotiated",
            "2025-01",
            "January 2025",
        ),
        en(
            F::Start,
            "The position is available immediately.",
            "asap",
            "immediately",
        ),
        en(
            F::Start,
            "Starting October 1, 2022 for three years.",
            "2022-10-01",
            "October 1, 2022",
        ),
        en(
            F::Start,
            "The expected starting date is 1st of September 2021.",
            "2021-09-01",
            "1st of September 2021",
        ),
        en(
            F::Start,
            "We want you to join us as soon as possible.",
            "asap",
            "as soon as possible",
        ),
        fr(
            F::Deadline,
            "Date limite d'envoi des candidatures : 12/02/2021 à minuit",
            "2021-02-12",
            "12/02/2021",
        ),
        fr(
            F::Deadline,
            "Candidature : CV et lettre, avant le 1er mars 2022, à l'adresse ci-dessous.",
            "2022-03-01",
            "1er mars 2022",
        ),
        fr(
            F::Deadline,
            "Les dossiers complets doivent nous parvenir avant le 15 mai 2023.",
            "2023-05-15",
            "15 mai 2023",
        ),
        fr(
            F::Deadline,
            "Fin des candidatures : 30 septembre 2022",
            "2022-09-30",
            "30 septembre 2022",
        ),
        fr(
            F::Deadline,
            "Appel ouvert du 3 mai au 30 juin 2022 ; candidatures ouvertes jusqu'au 30 juin 2022.",
            "2022-06-30",
            "30 juin 2022",
        ),
        fr(
            F::Deadline,
            "Limite de candidature : vendredi 24 novembre 2023, 12h",
            "2023-11-24",
            "24 novembre 2023",
        ),
        fr(
            F::Deadline,
            "Réponse souhaitée avant le 20 juin 2021, entretiens le 28 juin 2021.",
            "",
            "",
        ),
        fr(
            F::Deadline,
            "Les candidatures reçues après le 20 juin 2021 ne seront pas lues.",
            "",
            "",
        ),
        fr(
            F::Deadline,
            "La rémunération est garantie jusqu'au 31 décembre 2022.",
            "",
            "",
        ),
        fr(
            F::Deadline,
            "Le CDD court jusqu'au 30 juin 2024, envoyez votre CV vite.",
            "",
            "",
        ),
        en(
            F::Deadline,
            "Applications should be sent by 15 March 2022.",
            "2022-03-15",
            "15 March 2022",
        ),
        en(
            F::Deadline,
            "The deadline for applications is September 21, 2021.",
            "2021-09-21",
            "September 21, 2021",
        ),
        en(F::Deadline, "Review of applications will begin on 1 May 2022.", "", ""),
        en(F::Deadline, "Apply until June 5, 2023", "2023-06-05", "June 5, 2023"),
        en(F::Deadline, "Your degree must be awarded by 1 September 2022.", "", ""),
        en(
            F::Deadline,
            "The report must be submitted by 1 June 2025 to the board.",
            "",
            "",
        ),
    ]);
}

#[test]
fn how_long() {
    check(&[
        fr(
            F::Duration,
            "Poste en CDD de projet d’une durée de 2 ans.",
            "24-24",
            "2 ans",
        ),
        fr(F::Duration, "Contrat de 3 ans (renouvelable)", "36-36", "3 ans"),
        fr(
            F::Duration,
            "Nous cherchons un·e stagiaire pour 6 mois.",
            "6-6",
            "6 mois",
        ),
        fr(F::Duration, "Stage de M2 (5-6 mois)", "5-6", "5-6 mois"),
        fr(F::Duration, "Mission de 3 mois, renouvelable.", "3-3", "3 mois"),
        fr(F::Duration, "Alternance de 12 à 24 mois.", "12-24", "12 à 24 mois"),
        fr(F::Duration, "Stage de 2 mois minimum.", "2-…", "2 mois minimum"),
        fr(F::Duration, "Durée : 6 mois minimum", "6-…", "6 mois minimum"),
        fr(F::Duration, "Durée du contrat : 1 an", "12-12", "1 an"),
        fr(F::Duration, "Durée : CDI", "", ""),
        fr(F::Duration, "Le titulaire aura au moins 2 ans de pratique.", "", ""),
        fr(F::Duration, "Notre structure fête ses 30 ans.", "", ""),
        fr(F::Duration, "Un préavis de 3 mois s'applique au contrat.", "", ""),
        en(F::Duration, "Post-doctoral position, 24 months", "24-24", "24 months"),
        en(
            F::Duration,
            "It is a fixed term contract of one year.",
            "12-12",
            "one year",
        ),
        en(F::Duration, "The contract is for 3 years.", "36-36", "3 years"),
        en(F::Duration, "Term: 12 months", "12-12", "12 months"),
        en(F::Duration, "Six-month contract, full time", "6-6", "Six-month"),
        en(
            F::Duration,
            "We are a 10 years old company with long term contracts.",
            "",
            "",
        ),
        en(F::Duration, "You have worked for 2 years on contract.", "", ""),
    ]);
}

#[test]
fn how_much() {
    check(&[
        fr(
            F::Pay,
            "Salaire : 42-48KEUR + RTT",
            "42000-48000 Eur/Year",
            "42-48KEUR + RTT",
        ),
        fr(
            F::Pay,
            "Rémunération : entre 2 000 et 2 400 € brut par mois",
            "2000-2400 Eur/Month",
            "entre 2 000 et 2 400 € brut par mois",
        ),
        fr(F::Pay, "Gratification : à discuter", "à discuter", "à discuter"),
        fr(
            F::Pay,
            "Rémunération brute annuelle : de 30k€ à 36k€ selon expérience",
            "30000-36000 Eur/Year",
            "Rémunération brute annuelle : de 30k€ à 36k€ selon expérience",
        ),
        fr(
            F::Pay,
            "Stage gratifié selon la réglementation en vigueur.",
            "Stage gratifié selon la réglementation en vigueur.",
            "Stage gratifié selon la réglementation en vigueur.",
        ),
        fr(F::Pay, "Indemnité : 4,35 €/h", "4.35-4.35 Eur/Hour", "4,35 €/h"),
        fr(
            F::Pay,
            "💰 Rémunération attractive selon profil",
            "Rémunération attractive selon profil",
            "Rémunération attractive selon profil",
        ),
        fr(
            F::Pay,
            "Salaire net mensuel d'environ 1 800 €.",
            "1800-1800 Eur/Month",
            "Salaire net mensuel d'environ 1 800 €.",
        ),
        en(
            F::Pay,
            "Pay range: $42.50 - $55 per hour",
            "42.5-55 Usd/Hour",
            "$42.50 - $55 per hour",
        ),
        en(
            F::Pay,
            "The base salary range for this position is $120,000 - $150,000 per year.",
            "120000-150000 Usd/Year",
            "The base salary range for this position is $120,000 - $150,000 per year.",
        ),
        en(
            F::Pay,
            "Salary: €45,000 – €55,000 gross per year",
            "45000-55000 Eur/Year",
            "€45,000 – €55,000 gross per year",
        ),
        en(
            F::Pay,
            "Salary commensurate with experience.",
            "Salary commensurate with experience.",
            "Salary commensurate with experience.",
        ),
        en(F::Pay, "Compensation: unpaid", "unpaid", "unpaid"),
        en(
            F::Pay,
            "We offer 401(k) with a 4% match and $500 for your desk.",
            "",
            "",
        ),
        en(F::Pay, "A market of $5 billion with a revenue of $20M.", "", ""),
    ]);
}

#[test]
fn places() {
    check(&[
        fr(
            F::Place,
            "Lieu du stage : Laboratoire d'informatique, Université de Bordeaux, Talence",
            "Talence",
            "Talence",
        ),
        fr(
            F::Place,
            "Localisation : En télétravail avec des réunions à La Défense",
            "La Défense",
            "La Défense",
        ),
        fr(F::Place, "Lieu : Paris 12e / télétravail partiel", "Paris", "Paris"),
        fr(
            F::Place,
            "Le stage se déroulera à Saint-Étienne.",
            "Saint-Étienne",
            "Saint-Étienne",
        ),
        fr(
            F::Place,
            "Notre agence est située au cœur de Strasbourg.",
            "Strasbourg",
            "Strasbourg",
        ),
        fr(F::Place, "📍 Marseille", "Marseille", "Marseille"),
        fr(
            F::Place,
            "Travail au sein de nos locaux à Villeurbanne (69).",
            "Villeurbanne",
            "Villeurbanne",
        ),
        fr(
            F::Place,
            "Poste basé à Clermont-Ferrand ou Lyon.",
            "Clermont-Ferrand",
            "Clermont-Ferrand",
        ),
        fr(
            F::Place,
            "Adresse postale : BP 123, 38041 GRENOBLE CEDEX 9",
            "Grenoble",
            "38041 GRENOBLE CEDEX",
        ),
        en(
            F::Place,
            "Location: San Francisco, CA (hybrid)",
            "San Francisco",
            "San Francisco",
        ),
        en(
            F::Place,
            "The job is located in Toulouse, France.",
            "Toulouse",
            "Toulouse",
        ),
        en(F::Place, "You will join our Berlin office.", "Berlin", "Berlin"),
        en(
            F::Place,
            "Location: Woods Hole, Massachusetts",
            "Woods Hole",
            "Woods Hole",
        ),
        en(F::Place, "Headquarters: Remote", "", ""),
        en(
            F::Place,
            "Job location: 10500 NE 8th Street, Bellevue, WA 98004",
            "Bellevue",
            "Bellevue",
        ),
    ]);
}

#[test]
fn contracts_and_remote() {
    check(&[
        fr(
            F::EmploymentTypes,
            "Contrat : stage ou alternance",
            "internship apprenticeship",
            "stage",
        ),
        fr(
            F::EmploymentTypes,
            "Statut : freelance / prestation",
            "freelance",
            "freelance",
        ),
        fr(
            F::EmploymentTypes,
            "Type de contrat : Stage dans la fonction publique",
            "internship",
            "Stage",
        ),
        fr(F::EmploymentTypes, "Poste en CDI, temps plein.", "permanent", "CDI"),
        fr(
            F::EmploymentTypes,
            "Contrat à durée indéterminée de droit privé.",
            "permanent",
            "Contrat à durée indéterminée",
        ),
        fr(
            F::EmploymentTypes,
            "Vous rejoignez l'équipe en tant qu'alternant·e.",
            "apprenticeship",
            "alternant·e",
        ),
        fr(F::EmploymentTypes, "Possibilité d'embauche en CDI à l'issue.", "", ""),
        fr(
            F::EmploymentTypes,
            "Offre réservée aux profils confirmés (pas de stage ni d'alternance).",
            "",
            "",
        ),
        en(
            F::EmploymentTypes,
            "Job type: Full time, permanent",
            "permanent",
            "permanent",
        ),
        en(
            F::EmploymentTypes,
            "We are hiring a summer intern.",
            "internship",
            "intern",
        ),
        en(
            F::EmploymentTypes,
            "Type of contract: Independent contractor",
            "freelance",
            "Independent contractor",
        ),
        en(
            F::EmploymentTypes,
            "A tenure-track position is open.",
            "permanent",
            "tenure-track",
        ),
        en(F::EmploymentTypes, "Mentor interns and junior staff.", "", ""),
        fr(
            F::Remote,
            "Travail en remote possible 3j/semaine.",
            "true",
            "remote possible",
        ),
        fr(
            F::Remote,
            "Organisation hybride : 2 jours de télétravail.",
            "true",
            "télétravail",
        ),
        fr(
            F::Remote,
            "Poste non télétravaillable.",
            "false",
            "Poste non télétravaillable.",
        ),
        fr(
            F::Remote,
            "Le télétravail n'est pas possible.",
            "false",
            "Le télétravail n'est pas possible.",
        ),
        fr(F::Remote, "Présence sur site obligatoire.", "false", "sur site"),
        en(
            F::Remote,
            "This role can be performed remotely from anywhere in Europe.",
            "true",
            "remotely",
        ),
        en(F::Remote, "Remote or Paris", "true", "Remote"),
        en(F::Remote, "This is an in-office position.", "false", "in-office"),
        en(F::Remote, "Hybrid work: two days at home.", "true", "Hybrid work"),
        en(F::Remote, "You will build remote procedure calls.", "", ""),
    ]);
}

#[test]
fn levels_and_dates() {
    check(&[
        fr(
            F::Level,
            "Conditions :\n\n- Être au moins en 2ème année de Licence, en marketing",
            "Être au moins en 2ème année de Licence",
            "Être au moins en 2ème année de Licence",
        ),
        fr(
            F::Level,
            "Formation : école d'ingénieurs ou master en informatique",
            "école d'ingénieurs ou master en informatique",
            "école d'ingénieurs ou master en informatique",
        ),
        fr(F::Level, "Nos logiciels sont sous licence libre.", "", ""),
        en(F::Level, "Education level: PhD", "PhD", "PhD"),
        en(
            F::Level,
            "Experience: at least 4 years of experience as an engineer.",
            "at least 4 years of experience as an engineer",
            "at least 4 years of experience as an engineer",
        ),
        fr(F::DatePosted, "Poste ouvert le 21/02/2019", "2019-02-21", "21/02/2019"),
        fr(
            F::DatePosted,
            "Date de publication : 03/12/2007",
            "2007-12-03",
            "03/12/2007",
        ),
        fr(F::DatePosted, "Publié le 3 mars 2024", "2024-03-03", "3 mars 2024"),
        en(F::DatePosted, "Posted on March 3, 2024", "2024-03-03", "March 3, 2024"),
    ]);
}

#[test]
fn research() {
    check(&[
        en(
            F::Place,
            "*Location:* College of Earth and Ocean Sciences, Western State University, Corvallis, Oregon, USA.",
            "Corvallis",
            "Corvallis",
        ),
        en(
            F::Place,
            "Located in Moss Landing, California at the head of a canyon.",
            "Moss Landing",
            "Moss Landing",
        ),
        en(F::Place, "The group works in Bergen, Norway.", "Bergen", "Bergen"),
        fr(
            F::Place,
            "Le laboratoire de l'université de Caen propose ce poste.",
            "Caen",
            "Caen",
        ),
        fr(
            F::Place,
            "Campus Côte de Nacre F-14032 Caen Cedex",
            "Caen",
            "14032 Caen Cedex",
        ),
        fr(
            F::Start,
            "Contrat de 12 mois (possibilité de prolongation), à pourvoir à partir de septembre 2011",
            "2011-09",
            "septembre 2011",
        ),
        fr(
            F::Start,
            "Période de la thèse : du 1er septembre 2012 au 31 août 2015.",
            "2012-09-01",
            "1er septembre 2012 au 31 août 2015",
        ),
        en(
            F::Start,
            "The preferred start date for this position is March 1, 2023.",
            "2023-03-01",
            "March 1, 2023",
        ),
        en(
            F::Start,
            "The anticipated start date is Sept 15, 2023.",
            "2023-09-15",
            "Sept 15, 2023",
        ),
        en(
            F::Start,
            "A two-year appointment starting between July 2021 and June 2022.",
            "2021-07",
            "July 2021 and June 2022",
        ),
        en(
            F::Duration,
            "The initial appointment will be for one year with the possibility of an extension.",
            "12-12",
            "one year",
        ),
        en(
            F::Duration,
            "A two-year appointment starting between July 2021 and June 2022.",
            "24-24",
            "two-year",
        ),
        fr(
            F::Duration,
            "Etre disponible rapidement pour un stage de 3 à 6 mois",
            "3-6",
            "3 à 6 mois",
        ),
        fr(
            F::Duration,
            "La durée du contrat est de trois ans, renouvelable.",
            "36-36",
            "trois ans",
        ),
        fr(
            F::Pay,
            "Rémunération : aux alentours de 1950 euros net par mois",
            "1950-1950 Eur/Month",
            "aux alentours de 1950 euros net par mois",
        ),
        fr(
            F::Pay,
            "Rémunération selon grille indiciaire.",
            "Rémunération selon grille indiciaire.",
            "Rémunération selon grille indiciaire.",
        ),
        fr(
            F::Deadline,
            "Poste à pourvoir dès que possible ; jusqu'au 31/12/2012.",
            "",
            "",
        ),
        fr(
            F::Start,
            "Les candidatures sont à envoyer dès que possible et seront étudiées au fil de l'eau.",
            "",
            "",
        ),
        en(
            F::Deadline,
            "Application  deadline: January 20, 2021",
            "2021-01-20",
            "January 20, 2021",
        ),
        en(
            F::EmploymentTypes,
            "We seek a postdoctoral scholar to join our team.",
            "postdoc",
            "postdoctoral",
        ),
    ]);
}

#[test]
fn boards() {
    check(&[
        en(
            F::Remote,
            "We work with forty partners. Remote within the US.",
            "true",
            "Remote",
        ),
        en(F::Place, "**Headquarters:** Kyiv, Ukraine", "", ""),
        en(
            F::Level,
            "## Requirements\n\n* Bachelor's degree in law\nStart date: ASAP",
            "Bachelor's degree in law",
            "Bachelor's degree in law",
        ),
    ]);
}
