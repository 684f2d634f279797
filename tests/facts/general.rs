//! Habits of laboratories, public bodies and small employers, each in a text of its own.

use tremplin::offer::{ContactRole, DocumentKind as D, FactKind as F, NotAnOfferReason, Offer, OfferFile, Reading};

use crate::reading::{check, en, fr, read, value};

fn documents(offer: &Offer) -> Vec<D> {
    offer.facts.documents.iter().map(|fact| fact.value).collect()
}

fn roles(offer: &Offer) -> Vec<(&str, ContactRole)> {
    let contacts = offer.facts.contacts.iter();
    contacts
        .map(|fact| (fact.value.email.as_str(), fact.value.role))
        .collect()
}

#[test]
fn lengths_and_amounts() {
    check(&[
        fr(
            F::Duration,
            "Mission de prestation, pour un engagement minimal de quatre mois.",
            "4-…",
            "minimal de quatre mois",
        ),
        fr(F::Duration, "Stage, jusqu'à 6 mois.", "0-6", "jusqu'à 6 mois"),
        fr(
            F::Duration,
            "Des déplacements (durée de un jour à une semaine) sont à prévoir.",
            "",
            "",
        ),
        en(
            F::Duration,
            "We are seeking applicants for a one year postdoc position by the sea.",
            "12-12",
            "one year",
        ),
        en(
            F::Duration,
            "Two 2-year research positions are open in tides.",
            "24-24",
            "2-year",
        ),
        en(
            F::Duration,
            "Funding: the thesis is funded for 3 years.",
            "36-36",
            "3 years",
        ),
        fr(
            F::Pay,
            "Rémunération : 1923 € brut",
            "1923-1923 Eur/Month",
            "1923 € brut",
        ),
        en(
            F::Pay,
            "The keeper gets £36,400 pa.",
            "36400-36400 Gbp/Year",
            "The keeper gets £36,400 pa.",
        ),
        en(F::Pay, "Our depot lies in Erie, PA, near a £300 bridge.", "", ""),
        en(
            F::Start,
            "The work will start at the earliest in September 2031.",
            "2031-09",
            "September 2031",
        ),
        fr(
            F::EmploymentTypes,
            "- Poste ouvert aux indépendants",
            "freelance",
            "ouvert aux indépendants",
        ),
    ]);
}

#[test]
fn a_doctorate_that_is_offered_is_no_level() {
    check(&[
        en(
            F::Level,
            "We are open for PhD and postdoc applications all year.",
            "",
            "",
        ),
        en(
            F::Level,
            "Write to us if you want to pursue a PhD in the group.",
            "",
            "",
        ),
        en(
            F::Level,
            "Candidates must hold a PhD in tides.",
            "Candidates must hold a PhD in tides",
            "Candidates must hold a PhD in tides",
        ),
    ]);
}

#[test]
fn a_list_below_what_is_asked_is_asked() {
    for (text, wanted) in [
        (
            "Merci d'envoyer à rh@biefs.example les pièces suivantes :\n\n1. CV\n2. lettre de motivation\n3. relevés de notes\n",
            &[D::Cv, D::CoverLetter, D::Transcript][..],
        ),
        (
            "Please send the following documents to jobs@biefs.example:\n\n\\- a curriculum vitae;\n\n\\- a motivation letter;\n",
            &[D::Cv, D::CoverLetter],
        ),
        (
            "Apply to jobs@biefs.example before July\n1st 2031, including:  \n\\- CV  \n\\- three references\n",
            &[D::Cv, D::References],
        ),
        (
            "## Required materials\n\n1. Curriculum vitae with a publication list\n2. Research statement\n\nWrite to jobs@biefs.example.\n",
            &[D::Cv, D::PublicationList, D::ResearchStatement],
        ),
        (
            "Écris à rh@biefs.example et explique-nous pourquoi tu souhaites nous rejoindre, avec ton CV.",
            &[D::IntroEmail, D::Cv],
        ),
        (
            "Le stage consiste à tenir à jour :\n\n- des CV\n- des lettres\n\nÉcrire à rh@biefs.example.",
            &[],
        ),
    ] {
        let page = format!("# Une personne pour les biefs\n\nLes Biefs recrutent une personne en CDD.\n\n{text}\n");
        assert_eq!(documents(&read("a.md", &page)), wanted, "{text}");
    }
}

#[test]
fn addresses_cut_or_hidden() {
    let page =
        |text: &str| format!("# Une personne pour les biefs\n\nLes Biefs recrutent une personne en CDD.\n\n{text}\n");
    for (text, wanted) in [
        (
            "Envoyer un CV à [Anne-Lise.Petit@biefs.example](mailto:Anne-\nLise.Petit@biefs.example)",
            &[("Anne-Lise.Petit@biefs.example", ContactRole::To)][..],
        ),
        (
            "Merci de nous envoyer un CV.\n\nContact : camille.petit at biefs.example",
            &[("camille.petit@biefs.example", ContactRole::To)],
        ),
        (
            "Contacte-nous à bonjour@biefs.example et pose tes questions !",
            &[("bonjour@biefs.example", ContactRole::To)],
        ),
        (
            "## More information\n\nDo you have a question about the application? Please send an email to ask@biefs.example\n\n\
             ## Apply now\n\nSend your CV to jobs@biefs.example",
            &[
                ("jobs@biefs.example", ContactRole::To),
                ("ask@biefs.example", ContactRole::Info),
            ],
        ),
    ] {
        assert_eq!(roles(&read("a.md", &page(text))), wanted, "{text}");
    }
}

#[test]
fn subjects_in_code_and_in_links() {
    for (text, wanted) in [
        (
            "Send your CV to jobs@biefs.example with the subject `ENG-12`.",
            "ENG-12",
        ),
        (
            "{{< button link=\"mailto:jobs@biefs.example?cc=lead@biefs.example&subject=Une place aux biefs\" >}}",
            "Une place aux biefs",
        ),
    ] {
        let page = format!(
            "# An engineer for the mill\n\nThe mill is looking for an engineer.\n\n## How to apply\n\n{text}\n"
        );
        assert_eq!(value(&read("a.md", &page).facts, F::Subject), wanted, "{text}");
    }
}

#[test]
fn titles_that_were_cut_are_read_whole() {
    let page = "---\ntitle_content: Une personne pour la mesure des marées du port\ntitle: Une personne pour la mesure...\n---\n\
                Nous recherchons une personne. Envoyez votre CV à rh@biefs.example.\n";
    assert_eq!(
        value(&read("a.md", page).facts, F::Title),
        "Une personne pour la mesure des marées du port"
    );
}

#[test]
fn a_heading_that_says_where_has_its_town_below() {
    let page = "# Une personne pour les biefs\n\nLes Biefs recrutent une personne en CDD. CV à rh@biefs.example\n\n\
                ## Localisation\n\nTrifouilly (91), au bord de l'eau\n";
    assert_eq!(value(&read("a.md", page).facts, F::Place), "Trifouilly");
}

#[test]
fn a_day_alone_below_the_title_is_the_day_of_posting() {
    let page =
        "# Call for interns\n\nFebruary 27, 2031\n\nWe are looking for interns. Send your CV to jobs@biefs.example.\n";
    assert_eq!(value(&read("a.md", page).facts, F::DatePosted), "2031-02-27");
}

#[test]
fn one_can_apply_by_telephone_alone() {
    for text in [
        "# Serveuse ou serveur\n\nLe Baobab cherche une personne pour le service du soir.\n\nPour postuler, contactez-nous par WhatsApp au +221 77 000 11 22.\n",
        "# Vendanges\n\nNous recherchons quatre personnes du 1er au 20 septembre 2031.\n\nTéléphonez au 04 90 11 22 33 le soir.\n",
    ] {
        assert_eq!(read("a.md", text).facts.phones.len(), 1, "{text}");
    }
}

#[test]
fn a_readme_that_leads_to_offers_is_none() {
    let text = "# Join the mill\n\nWe are seeking curious people.\n\n- [Miller](miller.md)\n- [Keeper](keeper.md)\n- [Intern](intern.md)\n\n\
                Contact us at jobs@mill.example\n";
    let file = OfferFile {
        path: "README.md",
        text,
        modified: None,
    };
    let Reading::NotAnOffer(not) = tremplin::offer::read(&file) else {
        panic!("taken for an offer");
    };
    assert_eq!(not.reason, NotAnOfferReason::IndexPage);
}

#[test]
fn pupils_and_codes_are_no_level_asked() {
    for text in [
        "Une carte comprise par des étudiants en économie de niveau master sera dessinée.",
        "This place is available for all UK and EU students of the mill.",
        "Write with subject \"PhD @ Biefs\".",
        "See https://biefs.example/info?MODUL=M1&M2=0",
    ] {
        let page = format!(
            "# Une personne pour les biefs\n\nNous recrutons une personne en CDD de 6 mois à Brest.\n\nEnvoyez votre CV à \
             rh@biefs.example\n\n{text}\n"
        );
        assert_eq!(value(&read("a.md", &page).facts, F::Level), "", "{text}");
    }
}

#[test]
fn a_contract_with_its_length_at_the_head_of_a_line_counts_anywhere() {
    let page = "# Une personne pour les biefs\n\nLes Biefs recrutent. CV à rh@biefs.example\n\n## Formation\n\n\
                En dernière année d'école.\n\n* CDD de 5 mois à Brest\n";
    assert_eq!(value(&read("a.md", page).facts, F::EmploymentTypes), "fixed_term");
}

#[test]
fn applications_handed_in_on_a_site_are_applied_for_there() {
    for text in [
        "Applications (reference 961/B) should be posted on the web site of the mill:\n<https://mill.example/jobs/961>",
        "Candidates are invited to submit their application via <https://mill.example/jobs/961>.",
    ] {
        let page = format!(
            "# Keeper of the mill\n\nThe mill is looking for a keeper.\n\n- Location: Leeds\n- Salary: £30,000 per year\n- Start: May 2032\n\n{text}\n"
        );
        let offer = read("a.md", &page);
        let urls: Vec<&str> = offer.facts.apply_urls.iter().map(|url| url.value.as_str()).collect();
        assert_eq!(urls, ["https://mill.example/jobs/961"], "{text}");
    }
}

#[test]
fn a_date_that_passes_or_is_told_to_candidates_is_no_deadline() {
    for text in [
        "PhD students can also apply, provided they obtain their degree no later than October 1st 2032.",
        "On t'informera si ta candidature a été retenue au plus tard le 24/06/2032.",
    ] {
        let page = format!(
            "# A keeper for the mill\n\nThe mill is looking for a keeper. Deadline for application: 11 January 2032. CV to \
             jobs@mill.example\n\n{text}\n"
        );
        let offer = read("a.md", &page);
        assert_eq!(value(&offer.facts, F::Deadline), "2032-01-11", "{text}");
        assert_eq!(offer.warnings, [], "{text}");
    }
}

#[test]
fn fields_whose_figures_mean_nothing_are_reported() {
    let page = "---\ntitle: Gardienne ou gardien\ndate_limite: 31/02/2032\nduree: 6moi\npost_ouvert: true\n---\n\
                Les Biefs recrutent une personne. CV à rh@biefs.example\n";
    let said: Vec<(usize, &str, String)> = read("a.md", page)
        .warnings
        .iter()
        .map(|warning| (warning.line, warning.code.as_str(), warning.details.join(" ")))
        .collect();
    assert_eq!(
        said,
        [
            (3, "field_unreadable", "date_limite: 31/02/2032".to_owned()),
            (4, "field_unreadable", "duree: 6moi".to_owned()),
            (5, "misspelt_key", "post_ouvert poste_ouvert".to_owned()),
        ]
    );
}
