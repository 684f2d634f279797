//! Whole offers: every term that they state, with its passage, and nothing else.

use tremplin::offer::FactKind as F;

use crate::reading::{quote, read, value};

/// The terms: of these, what an offer below does not list must not be read.
const TERMS: [F; 9] = [
    F::EmploymentTypes,
    F::Duration,
    F::Start,
    F::Deadline,
    F::Pay,
    F::Place,
    F::Remote,
    F::Level,
    F::DatePosted,
];

fn check(path: &str, text: &str, language: &str, stated: &[(F, &str, &str)], doubts: &[&str]) {
    let offer = read(path, text);
    let mut wrong = Vec::new();
    for fact in TERMS {
        let (wanted, passage) = stated
            .iter()
            .find(|(known, ..)| *known == fact)
            .map_or(("", ""), |(_, wanted, passage)| (*wanted, *passage));
        let got = value(&offer.facts, fact);
        let found = quote(&offer.facts, fact, text);
        if got != wanted || found != passage {
            wrong.push(format!(
                "{}: wanted {wanted:?} from {passage:?}, got {got:?} from {found:?}",
                fact.as_str()
            ));
        }
    }
    let said = value(&offer.facts, F::Language);
    if said != language {
        wrong.push(format!("language: wanted {language}, got {said}"));
    }
    let codes: Vec<&str> = offer.warnings.iter().map(|warning| warning.code.as_str()).collect();
    if codes != doubts {
        wrong.push(format!("warnings: wanted {doubts:?}, got {codes:?}"));
    }
    assert!(wrong.is_empty(), "{path}\n{}", wrong.join("\n"));
}

#[test]
fn title_and_text_disagree_on_the_duration() {
    let text = "---\ntitle: Stage 6 mois, médiation culturelle\nlayout: job\navailable-when: Dès que possible\ntype: rocket\n---\n\n\
                #### Qui nous sommes\nNous faisons vivre une bibliothèque de quartier.\n\n#### Formation\nNiveau : Licence ou \
                master\n\n#### Info pratique\nDurée : 3 à 6 mois\nLe stage est rémunéré\nLocaux : La Halle - 12 rue des Tanneurs \
                - Lille\n\n#### Pour candidater : envoyez un CV à **[stage@halle.example](mailto:stage@halle.example)**\n";
    check(
        "a.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Stage"),
            (F::Duration, "3-6", "3 à 6 mois"),
            (F::Start, "asap", "Dès que possible"),
            (F::Pay, "Le stage est rémunéré", "Le stage est rémunéré"),
            (F::Place, "Lille", "Lille"),
            (F::Level, "Licence ou master", "Licence ou master"),
        ],
        &["duration_contradiction"],
    );
}

#[test]
fn a_deadline_without_a_year_takes_it_from_the_start() {
    let text = "\n\n**Offre de stage, enquête et documentation**  \n**Durée 6 mois – début février 2020 – basé à Rennes**\n\n\
                Nous sommes une association qui publie des guides.\n\n### Cadre de travail\n\nLe stage démarrera à partir de février \
                2020 pour une durée de 6 mois.\n\nL'indemnité correspond au tarif légal en vigueur (3,75€ de l'heure).\n\n### \
                Candidatures\n\nLes candidatures, composées d'un CV et d'une lettre, doivent être envoyées **au plus tard le 31 \
                décembre** à [rh@guides.example](mailto:rh@guides.example).\n";
    check(
        "b.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Offre de stage"),
            (F::Duration, "6-6", "6 mois"),
            (F::Start, "2020-02", "début février 2020"),
            (F::Deadline, "2019-12-31", "31 décembre"),
            (
                F::Pay,
                "3.75-3.75 Eur/Hour",
                "L'indemnité correspond au tarif légal en vigueur (3,75€ de l'heure).",
            ),
            (F::Place, "Rennes", "Rennes"),
        ],
        &["deadline_year_inferred"],
    );
}

#[test]
fn a_deadline_a_year_before_the_start_is_doubted() {
    let text = "\n\n---\n\nOffre de stage\n\n**Chargé.e de mesure d'impact**  \n*Association Les Rives*\n\n---\n\n## CONDITIONS DU \
                POSTE\n\n---\n\n- Stage de 6 mois\n- Poste à Marseille (au sein d'un tiers-lieu)\n- Journées en télétravail \
                possible\n- Rémunération légale + 50% de la carte de transport\n- Démarrage souhaité janvier-février 2019\n- Postulez \
                avant le 16 janvier 2018\n\n## POUR POSTULER\n\nÉcrivez à contact@rives.example.\n";
    check(
        "c.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Offre de stage"),
            (F::Duration, "6-6", "6 mois"),
            (F::Start, "2019-01", "janvier-février 2019"),
            (F::Deadline, "2018-01-16", "16 janvier 2018"),
            (
                F::Pay,
                "Rémunération légale + 50% de la carte de transport",
                "Rémunération légale + 50% de la carte de transport",
            ),
            (F::Place, "Marseille", "Marseille"),
            (F::Remote, "true", "télétravail"),
        ],
        &["deadline_start_doubt"],
    );
}

#[test]
fn sections_between_slashes() {
    let text = "Offre de stage\n\nASSISTANT.E ENQUÊTE ET ARCHIVES\n\nAssociation Les Rives\n\n// MISSIONS //\n\nVous participez à une \
                enquête sur les habitants.\n\n// PROFIL RECHERCHE //\n\nProfil master 1 ou 2, en sciences sociales.\n\n// CONDITIONS DU \
                STAGE //\n\n- Stage conventionné de 4 à 6 mois\n- Poste à Paris 20^e- et télétravail possible 2 jours/semaine\n- \
                Rémunération légale\n- Démarrage souhaité : Janvier 2023\n\n// POUR POSTULER //\n\nÉcrivez à stage@rives.example avec \
                pour objet **“Stage archives”**\n";
    check(
        "d.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Offre de stage"),
            (F::Duration, "4-6", "4 à 6 mois"),
            (F::Start, "2023-01", "Janvier 2023"),
            (F::Pay, "Rémunération légale", "Rémunération légale"),
            (F::Place, "Paris", "Paris"),
            (F::Remote, "true", "télétravail"),
            (F::Level, "Profil master 1 ou 2", "Profil master 1 ou 2"),
        ],
        &[],
    );
}

#[test]
fn front_matter_of_a_public_body() {
    let text = "---\npublished_date: 12 avril 2021\ntitle: Chargé de mission accessibilité\ntype: Emploi ouvert aux titulaires et/ou aux \
                contractuels (CDD 3 ans)\nstart_date: 3 mai 2021\nlength: 3 ans\ncontact: mission@rives.example\n---\n\n## Profil \
                recherché\n\n- 5 ans d’expérience minimum dans le service public\n\n## Pour nous rejoindre\n\nAdressez votre CV à \
                <a href=\"mailto:mission@rives.example\">mission@rives.example</a>.\n";
    check(
        "e.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "fixed_term", "CDD"),
            (F::Duration, "36-36", "3 ans"),
            (F::Start, "2021-05-03", "3 mai 2021"),
            (
                F::Level,
                "5 ans d’expérience minimum dans le service public",
                "5 ans d’expérience minimum dans le service public",
            ),
            (F::DatePosted, "2021-04-12", "12 avril 2021"),
        ],
        &[],
    );
}

#[test]
fn a_freelance_mission() {
    let text = "---\nrole: Un ou une designer\ncontrat: Indépendant\nequipe: Carte des haies\ncontact: haies@rives.example\n\
                poste_ouvert: 2022-01-18\nposte_ferme: 2022-02-18\nposte_pourvu: false\n---\n\nNous cherchons un ou une designer pour \
                la `Carte des haies`.\n\n## Modalités\n\n-   Poste ouvert pour un·e indépendant·e de 6 mois (3 mois minimum).\n-   \
                Télétravail bienvenu, avec déplacements à prévoir à Dijon.\n-   Démarrage dès que possible.\n\n## Candidater\n\n\
                Envoyez un CV à [haies@rives.example](mailto:haies@rives.example).\n";
    check(
        "2022-01-18-haies.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "freelance", "Indépendant"),
            (F::Duration, "3-6", "6 mois (3 mois minimum)"),
            (F::Start, "asap", "dès que possible"),
            (F::Deadline, "2022-02-18", "2022-02-18"),
            (F::Place, "Dijon", "Dijon"),
            (F::Remote, "true", "Télétravail"),
            (F::DatePosted, "2022-01-18", "2022-01-18"),
        ],
        &[],
    );
}

#[test]
fn holiday_camps_are_no_internship() {
    let text = "---\nonline: true\ntitle: Moniteur(trice) de stage Brabant Wallon\n---\n### Rejoins-nous !\n\nLe club propose des stages \
                sportifs pour les enfants de 2,5 ans à 16 ans.\n\n###### **OFFRE**\n\n**Contrat par semaine** pour des stages durant \
                l’été 2022.\n\nUn salaire compétitif dans une bonne ambiance.\n\n📩 CV à envoyer à \
                [club@rives.example](mailto:club@rives.example)\n";
    check(
        "2022-03-22-moniteur.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "other", "Contrat par semaine"),
            (
                F::Pay,
                "Un salaire compétitif dans une bonne ambiance.",
                "Un salaire compétitif dans une bonne ambiance.",
            ),
            (F::Place, "Brabant Wallon", "Brabant Wallon"),
            (F::DatePosted, "2022-03-22", ""),
        ],
        &[],
    );
}

#[test]
fn labels_in_a_list() {
    let text = "---\ntitle: \"Offre de stage en développement\"\ncategories: emploi\n---\n\n- Date de publication : 03/12/2007\n- Société : \
                Les Rives\n- Lieu de travail : MARSEILLE\n- Niveau d'étude : Bac+4/5\n- Durée de stage : 3 à 6 mois\n- Date de début \
                de stage : 01/02/2008\n\n### Contact\n\n> Email : rh@rives.example\n";
    check(
        "2007-12-07-offre.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Offre de stage"),
            (F::Duration, "3-6", "3 à 6 mois"),
            (F::Start, "2008-02-01", "01/02/2008"),
            (F::Place, "Marseille", "MARSEILLE"),
            (F::Level, "Bac+4/5", "Bac+4/5"),
            (F::DatePosted, "2007-12-03", "03/12/2007"),
        ],
        &[],
    );
}

#[test]
fn interviews_are_another_date() {
    let text = "---\ntitle: \"Les Rives recrutent un développeur\"\n---\nLe contrat initial sera de 12 mois. Nous mettons en ligne plus de \
                20.000 documents.\n\n**Date de disponibilité :** 1/04/2006\n\n**Contrat :** CDD, dans un premier temps.\n\n\
                **Rémunération :** Environ 19.500 € bruts annuels.\n\n**Lieu de travail :** Marseille, 13002.\n\n**Date limite :** le \
                27/03/2006.\n\n**Date des entretiens :** le 18/04/2006.\n\nÉcrire à rh@rives.example\n";
    check(
        "2006-02-20-dev.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "fixed_term", "CDD"),
            (F::Duration, "12-12", "12 mois"),
            (F::Start, "2006-04-01", "1/04/2006"),
            (F::Deadline, "2006-03-27", "27/03/2006"),
            (F::Pay, "19500-19500 Eur/Year", "Environ 19.500 € bruts annuels."),
            (F::Place, "Marseille", "Marseille"),
            (F::DatePosted, "2006-02-20", ""),
        ],
        &[],
    );
}

#[test]
fn a_year_inferred_from_the_name_of_the_file() {
    let text = "---\ntitle: Stagiaire en communication\nonline: true\n---\nNous recherchons un(e) **stagiaire** pour notre bureau de \
                **Trifouilly**.\n\n###### **OFFRE**\n\nNous proposons un stage à **durée déterminée de 6 mois à temps plein** _(début \
                mars à début septembre)_.\n\n📩 _CV à envoyer pour **le 28 février 2022 au plus tard** à_ \
                [_rh@rives.example_](mailto:rh@rives.example)_._\n";
    check(
        "2022-01-24-stagiaire.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Stagiaire"),
            (F::Duration, "6-6", "6 mois"),
            (F::Start, "2022-03", "début mars à début septembre"),
            (F::Deadline, "2022-02-28", "28 février 2022"),
            (F::Place, "Trifouilly", "Trifouilly"),
            (F::DatePosted, "2022-01-24", ""),
        ],
        &[],
    );
}

#[test]
fn the_cdi_of_java_is_no_contract() {
    let text = "# [CDI - Développeur débutant - Rodez](https://offres.example/apply/1)  \n### Les Rives  \n#### `🌎 France`  \n\n### \
                Description de l'entreprise\n\nLe groupe affiche un chiffre d’affaires 2022 de €5.1 Milliards d’euros et 50 000 \
                collaborateurs.\n\n### Qualifications\n\n  * De formation Bac+5, vous avez un stage significatif\n  * Des connaissances \
                en JavaEE (CDI / EJB / JMS)\n\n### Les avantages\n\n  * Un accord télétravail pour télétravailler jusqu'à 2 jours par \
                semaine.\n  * Un package avantages intéressants : une mutuelle, des titres restaurants\n\n## CLICK TO \
                [APPLY](https://offres.example/apply/1)\n";
    check(
        "jobs/cdi-rodez/README.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "permanent", "CDI"),
            (F::Place, "Rodez", "Rodez"),
            (F::Remote, "true", "télétravail"),
            (F::Level, "De formation Bac+5", "De formation Bac+5"),
        ],
        &[],
    );
}

#[test]
fn closed_says_the_text_open_says_the_front_matter() {
    let text = "---\ntitle: \"À la recherche d'une développeuse\"\ndate: \"2018-02-14\"\npublishdate: \"2018-02-27\"\ndraft: false\n\
                description: \"Les Rives recherchent une développeuse à Lyon.\"\n---\n\n<div class=\"disclaimer\">\n\tCette annonce est \
                aujourd'hui caduque.\n</div>\n\nNous recherchons une développeuse pour notre tribu lyonnaise.\n\n_Vous avez la liberté \
                de faire quelques jours de télétravail par mois._\n\nVenez échanger avec nous : **jobs@rives.example**\n";
    check(
        "job-2018.md",
        text,
        "fr",
        &[
            (F::Place, "Lyon", "Lyon"),
            (F::Remote, "true", "télétravail"),
            (F::DatePosted, "2018-02-14", "2018-02-14"),
        ],
        &["published_contradiction"],
    );
}

#[test]
fn an_address_set_as_code() {
    let text = "## Stage développement\n\nNous simplifions la vie des familles.\n\n### Les bureaux\n\n```\n80 rue des Tanneurs\n59000 \
                Lille\n```\n\n### Date\n\nASAP !\n\n### Rémunération\n\nA partir de 600€ / mois (suivant le profil)\n\n### Contact\n\nUn \
                mail à [jobs@rives.example](mailto:jobs@rives.example) avec votre CV.\n";
    check(
        "offres/stage.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "internship", "Stage"),
            (F::Start, "asap", "ASAP"),
            (F::Pay, "600-… Eur/Month", "A partir de 600€ / mois (suivant le profil)"),
            (F::Place, "Lille", "59000 Lille"),
        ],
        &[],
    );
}

#[test]
fn a_negated_contract() {
    let text = "---\ntitle: Développeuse ou développeur web\n---\n\n### Poste à pourvoir :\n\n - En présentiel\n - Lieu : Nantes\n - \
                Disponibilité : Dès maintenant\n - Type de contrat : CDI (Pas de contrat d'alternance ou d'apprentissage)\n - \
                Rémunération : Selon les souhaits du candidat\n\nNos logiciels facturent plus de 35M€ par an.\n\n### Contact\n\n\
                rh@rives.example\n";
    check(
        "poste.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "permanent", "CDI"),
            (F::Start, "asap", "Dès maintenant"),
            (
                F::Pay,
                "Selon les souhaits du candidat",
                "Selon les souhaits du candidat",
            ),
            (F::Place, "Nantes", "Nantes"),
            (F::Remote, "false", "En présentiel"),
        ],
        &[],
    );
}

#[test]
fn the_calendar_of_a_recruitment() {
    let text = "---\npreTitle: 24 mars 2025\ntitle: \"Offre d'emploi\"\ndescription: \"Ingénieur(e) pour le portail des lagons\"\ndate: \
                2025-01-17\nlang: fr\n---\nNous recherchons un ou une Ingénieur(e) pour le portail des lagons.\n\n- Poste ouvert en : \
                CDD de 6 mois\n- Basé à Nouméa, au sein du laboratoire\n\nNiveau de diplôme : 7 (bac+5), domaine Informatique.\n\nCalendrier \
                de recrutement\n\n- La limite pour candidater : 29 mars 2025\n- Les entretiens : avril 2025\n- La prise de poste : 01 \
                mai 2025\n\nÉcrivez à rh@rives.example.\n";
    check(
        "2025-03-24-job.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "fixed_term", "CDD"),
            (F::Duration, "6-6", "6 mois"),
            (F::Start, "2025-05-01", "01 mai 2025"),
            (F::Deadline, "2025-03-29", "29 mars 2025"),
            (F::Place, "Nouméa", "Nouméa"),
            (
                F::Level,
                "7 (bac+5), domaine Informatique",
                "7 (bac+5), domaine Informatique",
            ),
            (F::DatePosted, "2025-01-17", "2025-01-17"),
        ],
        &[],
    );
}

#[test]
fn two_deadlines() {
    let text = "---\ntitle: Chargée de projet\ndeadline: 2024-05-31\ndate: 2024-04-02\n---\n\nNous recrutons en CDI à Grenoble.\n\n## \
                Candidater\n\nÉcrivez à rh@rives.example. Date limite de candidature : 15 mai 2024.\n";
    check(
        "2024-04-02-projet.md",
        text,
        "fr",
        &[
            (F::EmploymentTypes, "permanent", "CDI"),
            (F::Deadline, "2024-05-31", "2024-05-31"),
            (F::Place, "Grenoble", "Grenoble"),
            (F::DatePosted, "2024-04-02", "2024-04-02"),
        ],
        &["two_deadlines"],
    );
}

#[test]
fn a_deadline_before_the_posting() {
    let text = "---\ntitle: Project officer\ndate_posted: 2024-06-02\nclosing_date: May 31, 2024\nlocation: Dublin, Ireland\n\
                salary: \"€45,000\"\na_job_type: [\"Full Time\", \"Temporary\"]\n---\n\nWe are looking for somebody to run the archive. \
                Please apply with a resume at jobs@footbridges.example.\n";
    check(
        "officer.md",
        text,
        "en",
        &[
            (F::EmploymentTypes, "fixed_term", "Temporary"),
            (F::Deadline, "2024-05-31", "May 31, 2024"),
            (F::Pay, "45000-45000 Eur/Year", "€45,000"),
            (F::Place, "Dublin", "Dublin"),
            (F::DatePosted, "2024-06-02", "2024-06-02"),
        ],
        &["deadline_before_posting"],
    );
}

#[test]
fn an_english_internship_with_a_negation() {
    let text = "---\nstatus: searching\ndate_posted: '2019-01-28'\ntitle: Drawing internship\ncompensation: paid\nhow_to_apply:\n  - \
                art@footbridges.example\n---\nHi,\n\nI’m offering an internship position for a drawing project.\n\nThe internship will last 3 \
                months full time. The workplace is a coworking space in the center of Bordeaux.\n\nThe total amount paid for the 3 \
                months is around 1600€ net.\n\nNo motivation letter required.\n";
    check(
        "2019-01-28-drawing.md",
        text,
        "en",
        &[
            (F::EmploymentTypes, "internship", "internship"),
            (F::Duration, "3-3", "3 months"),
            (F::Pay, "paid", "paid"),
            (F::Place, "Bordeaux", "Bordeaux"),
            (F::DatePosted, "2019-01-28", "2019-01-28"),
        ],
        &[],
    );
}

#[test]
fn a_postdoc() {
    let text = "# Postdoctoral position in ocean modelling\n\nThe group invites applications for a two-year post-doctoral position, \
                starting October 1, 2024, at our laboratory in Bergen, Norway. Candidates hold a PhD in oceanography.\n\n**Salary:** \
                €3,200 gross per month\n\n**Deadline:** 17 March 2024\n\n## How to apply\n\nSend a CV to postdoc@footbridges.example. Review \
                of applications starts on 20 March 2024.\n";
    check(
        "postdoc.md",
        text,
        "en",
        &[
            (F::EmploymentTypes, "postdoc", "Postdoctoral"),
            (F::Duration, "24-24", "two-year"),
            (F::Start, "2024-10-01", "October 1, 2024"),
            (F::Deadline, "2024-03-17", "17 March 2024"),
            (F::Pay, "3200-3200 Eur/Month", "€3,200 gross per month"),
            (F::Place, "Bergen", "Bergen"),
            (
                F::Level,
                "Candidates hold a PhD in oceanography",
                "Candidates hold a PhD in oceanography",
            ),
        ],
        &[],
    );
}

#[test]
fn a_remote_job_with_a_range() {
    let text = "# Senior Backend Engineer\n\n### Footbridges\n\n#### `💰 $120k - $150k USD / year` `🌎 Remote`\n\nWe build tools for \
                libraries, and we raised $10 million last year.\n\n**You will have:**\n\n  * 5+ years of experience with Python\n\n\
                **What you get:**\n\n  * Unlimited paid vacation\n\n## CLICK TO [APPLY](https://jobs.footbridges.example/apply/1)\n";
    check(
        "senior.md",
        text,
        "en",
        &[
            (F::Pay, "120000-150000 Usd/Year", "$120k - $150k USD / year"),
            (F::Remote, "true", "Remote"),
            (
                F::Level,
                "5+ years of experience with Python",
                "5+ years of experience with Python",
            ),
        ],
        &[],
    );
}
