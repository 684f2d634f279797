//! Whole offers: the title, who offers it, whom to write to and with what. And pages that are none.

use tremplin::offer::{self, ContactRole, FactKind, NotAnOfferReason, OfferFile, Reading};

use crate::reading::read;

/// What an offer must say: title, organisation, addresses that take applications, number of documents.
struct Said {
    title: &'static str,
    organization: Option<&'static str>,
    to: &'static [&'static str],
    documents: usize,
}

fn check(path: &str, text: &str, said: &Said) {
    let offer = read(path, text);
    let facts = &offer.facts;
    assert_eq!(
        facts.title.as_ref().map(|f| f.value.as_str()),
        Some(said.title),
        "{text}"
    );
    assert_eq!(
        facts.organization.as_ref().map(|f| f.value.as_str()),
        said.organization,
        "{text}"
    );
    let to: Vec<&str> = facts
        .contacts
        .iter()
        .filter(|f| f.value.role == ContactRole::To)
        .map(|f| f.value.email.as_str())
        .collect();
    assert_eq!(to, said.to, "{text}");
    assert_eq!(facts.documents.len(), said.documents, "{text}");
    for kind in FactKind::ALL {
        for evidence in facts.evidence(kind) {
            assert!(
                evidence.line().is_none() || evidence.quote(text).is_some(),
                "{kind:?}: {evidence:?}"
            );
        }
    }
}

#[test]
fn french_offers() {
    let offers: &[(&str, &str, Said)] = &[
        (
            "offre.md",
            "---\n\nOffre de stage\n\n**Chargé·e d'accueil  \net de médiation**  \n*Association Les Passerelles*\n\n---\n\n## PRÉSENTATION DES PASSERELLES\n\nLes Passerelles est une association.\n\n## POUR POSTULER\n\nCV et lettre de motivation : rh@passerelles.example.\n",
            Said {
                title: "Chargé·e d'accueil et de médiation",
                organization: Some("Passerelles"),
                to: &["rh@passerelles.example"],
                documents: 2,
            },
        ),
        (
            "offre.md",
            "Offre de stage\n\nASSISTANT.E D'ENQUÊTE\n\nAssociation Moulin Bleu\n\n// L'ASSOCIATION MOULIN BLEU //\n\nMoulin Bleu est une association.\n\n// POUR POSTULER //\n\nMerci d’envoyer votre CV à stage@moulin-bleu.example avec pour objet “Enquête”\n",
            Said {
                title: "ASSISTANT.E D'ENQUÊTE",
                organization: Some("Moulin Bleu"),
                to: &["stage@moulin-bleu.example"],
                documents: 1,
            },
        ),
        (
            "_posts/2020-01-01-x.md",
            "---\ntitle: \"Moulin Bleu recrute une meunière\"\ncategories: emploi\n---\nLe moulin tourne.\n\n**Contrat :** CDD\n\nÉcrire à {{ 'rh@moulin.example' | mailto }}\n",
            Said {
                title: "Moulin Bleu recrute une meunière",
                organization: Some("Moulin Bleu"),
                to: &["rh@moulin.example"],
                documents: 0,
            },
        ),
        (
            "jobs/x.md",
            "---\nrole: Chef·fe de produit\nequipe: Les Marées\ncontact: rh@marees.example\nposte_ouvert: 2021-01-01\n---\n\n## Missions\n\n- Mesurer\n",
            Said {
                title: "Chef·fe de produit",
                organization: Some("Les Marées"),
                to: &["rh@marees.example"],
                documents: 0,
            },
        ),
        (
            "offre.md",
            "- Société : Les Ateliers\n- Poste : Menuisier\n- Lieu : Brest\n\n### Profil recherché ###\n\nUne personne.\n\nContactez\n\n> **Camille Petit**  \n> Email : camille@ateliers.example\n",
            Said {
                title: "Menuisier",
                organization: Some("Les Ateliers"),
                to: &["camille@ateliers.example"],
                documents: 0,
            },
        ),
        (
            "README.md",
            "# Stage développement\n\nLe Phare recherche un·e stagiaire pour 3 mois.\n\n## Comment postuler\n\n- Par mail : [a@phare.example](mailto:a@phare.example) / [b@phare.example](mailto:b@phare.example)\n",
            Said {
                title: "Stage développement",
                organization: Some("Phare"),
                to: &["a@phare.example", "b@phare.example"],
                documents: 0,
            },
        ),
        (
            "x.md",
            "+++\ntitle = \"Stage \\\"Découverte\\\"\"\ndate = \"2018-04-23\"\n[menu.main]\n  name = \"Stages\"\n+++\n<p>Le stage s'adresse aux élèves. Le stagiaire découvre le labo.</p>\n<p>Comment candidater ?</p>\n<p>Envoyer un CV &agrave; <a href=\"mailto:camille@phare.example\">Camille Petit</a>.</p>\n",
            Said {
                title: "Stage \"Découverte\"",
                organization: None,
                to: &["camille@phare.example"],
                documents: 1,
            },
        ),
        (
            "x.md",
            "\u{feff}\r\n---\r\ntitle: À la recherche d'une vigie\r\ndraft: false\r\n---\r\n\r\nLe Phare recrute une vigie pour un CDI.\r\n\r\nEnvoyez votre CV à **rh@phare.example**\r\n",
            Said {
                title: "À la recherche d'une vigie",
                organization: Some("Phare"),
                to: &["rh@phare.example"],
                documents: 1,
            },
        ),
        (
            "x.md",
            "## Bras gauche\n\n### Notre mission\n\n[Tourbe](https://tourbe.example) aide les jardiniers. Tourbe grandit.\n\n### Poste\n\nStage 6 mois.\n\n### Contact\n\nEnvoie un email à [loup@tourbe.example](mailto:loup@tourbe.example?subject=Bras gauche @ Tourbe) avec un CV.\n",
            Said {
                title: "Bras gauche",
                organization: Some("Tourbe"),
                to: &["loup@tourbe.example"],
                documents: 1,
            },
        ),
        (
            "x.md",
            "---\ntitle: [CDD 44] Ingénieure\norganisation: Les Marées\n---\nNous recherchons une ingénieure. CV à rh@marees.example.\n",
            Said {
                title: "[CDD 44] Ingénieure",
                organization: Some("Les Marées"),
                to: &["rh@marees.example"],
                documents: 1,
            },
        ),
    ];
    for (path, text, said) in offers {
        check(path, text, said);
    }
}

#[test]
fn english_offers() {
    let offers: &[(&str, &str, Said)] = &[
        (
            "jobs/x/README.md",
            "# [Senior miller](https://board.example/apply/miller)  \n### Blue Mill  \n#### `Remote`  \n\n### Job Description\n\nGrind.\n\n## CLICK TO [APPLY](https://board.example/apply/miller)\n",
            Said {
                title: "Senior miller",
                organization: Some("Blue Mill"),
                to: &[],
                documents: 0,
            },
        ),
        (
            "jobs/x.html",
            "---\ntitle: DevOps\ncompany: Blue Mill\ncontract: permanent\ncontact:\n    name: Jo Field\n    email: jo@bluemill.example\ncreated: !!timestamp '2017-02-27'\ntags:\n  - python\n---\nYou will grind.\n",
            Said {
                title: "DevOps",
                organization: Some("Blue Mill"),
                to: &["jo@bluemill.example"],
                documents: 0,
            },
        ),
        (
            "jobs/-.md",
            "---\r\nstatus: closed\r\norganization: Tidal\r\ntitle: Logo\r\ncompensation: gratis\r\nhow_to_apply:\r\n  - jo@tidal.example\r\n  - 'https://tidal.example/'\r\n---\r\nThe team is looking for a designer.\r\n",
            Said {
                title: "Logo",
                organization: Some("Tidal"),
                to: &["jo@tidal.example"],
                documents: 0,
            },
        ),
        (
            "x.md",
            "---\ntitle: Internship\norganization: Blue Mill\nstatus: solved\n---\n\u{200b}Hi,\n\nI'm offering an internship position. Please send your resume and portfolio to jo@bluemill.example\n\nNo motivation letter required.\n",
            Said {
                title: "Internship",
                organization: Some("Blue Mill"),
                to: &["jo@bluemill.example"],
                documents: 2,
            },
        ),
        (
            "x.md",
            "# Field engineer\n\nBlue Mill is a leading supplier of flour.\n\n## Requirements\n\n- Patience\n\n## How to apply\n\nSend your CV to jobs@bluemill.example.\n",
            Said {
                title: "Field engineer",
                organization: Some("Blue Mill"),
                to: &["jobs@bluemill.example"],
                documents: 1,
            },
        ),
        (
            "x.md",
            "---\nlayout: jobs\ntitle: Front-end developer\norganization\ngithub: @mill\nstatus: searching\nrate: competitive\n---\n\n### Skills\n\nPatience. Apply to jobs@mill.example.\n",
            Said {
                title: "Front-end developer",
                organization: Some("Mill"),
                to: &["jobs@mill.example"],
                documents: 0,
            },
        ),
        (
            "positions/x.md",
            "---\n# title: an example in a remark\ntitle: \"Principal engineer\"\norg: Tidal\nopens: 2024-04-18\ncloses: 2024-04-25\napplication link: https://apply.example/787\n---\n\n{% comment %}\nWrite to old@tidal.example\n{% endcomment %}\n\nYou will measure tides.\n",
            Said {
                title: "Principal engineer",
                organization: Some("Tidal"),
                to: &[],
                documents: 0,
            },
        ),
        (
            "x.md",
            "# PhD position in tides\n\nThe University of Tides invites applications.\n\n## Application\n\nA CV, a list of publications and two letters of recommendation, to jo@tides.example.\n",
            Said {
                title: "PhD position in tides",
                organization: Some("University of Tides"),
                to: &["jo@tides.example"],
                documents: 3,
            },
        ),
        (
            "x.md",
            "Job title: Miller\nCompany: Blue Mill\nLocation: Leeds\n\nWe are looking for a miller. Email jo [at] bluemill [dot] example with your CV.\n",
            Said {
                title: "Miller",
                organization: Some("Blue Mill"),
                to: &["jo@bluemill.example"],
                documents: 1,
            },
        ),
        (
            "jobs/x.md",
            "---\ntitle: Data clerk\norganization: Blue Mill\nlocation: Remote\nlink: https://bluemill.example/jobs/12\nsalary: \"$60,000\"\n---\n",
            Said {
                title: "Data clerk",
                organization: Some("Blue Mill"),
                to: &[],
                documents: 0,
            },
        ),
    ];
    for (path, text, said) in offers {
        check(path, text, said);
    }
}

#[test]
fn pages_that_are_no_offers() {
    use NotAnOfferReason as R;
    for (path, text, wanted) in [
        ("x.md", "", R::Empty),
        (
            "x.md",
            "---\ntitle: Bientôt\ncontact: rh@lab.example\n---\n\n",
            R::Empty,
        ),
        (
            "template.md",
            "---\ntitle: Job Title\norganization: Organization Name\n---\nWrite the description here.\n",
            R::Template,
        ),
        (
            "TEST.md",
            "---\ntitle: My test job\norganization: Mill\n---\nWe are looking for a miller.\n",
            R::Template,
        ),
        (
            "README.md",
            "# Site du moulin\n\n## Installation\n\n```\nbundle install\n```\n",
            R::Readme,
        ),
        (
            "README.md",
            "# Jobs\n\nThis repository contains our jobs.\n\n- [Miller](jobs/miller.md)\n",
            R::IndexPage,
        ),
        (
            "news.md",
            "# Un nouveau projecteur\n\nMerci au moulin pour le prêt.\n",
            R::NoOfferFound,
        ),
        (
            "positions/climat.md",
            "# Notre position sur le climat\n\nNous défendons les marées.\n",
            R::NoOfferFound,
        ),
    ] {
        match offer::read(&OfferFile {
            path,
            text,
            modified: None,
        }) {
            Reading::NotAnOffer(not) if path == "news.md" || path.starts_with("positions") => {
                assert_ne!(not.reason, R::Empty, "{text}");
            }
            Reading::NotAnOffer(not) => assert_eq!(not.reason, wanted, "{text}"),
            Reading::Offers(_) => panic!("{path} was taken for an offer:\n{text}"),
        }
    }
}
