//! Whom to write to, with what, and where: phrases as people write them, each in a small offer.

use tremplin::offer::{Contact, ContactRole, DocumentKind, Offer, WarningCode};

use crate::reading::read;

/// An offer around one paragraph about applying.
fn around(text: &str) -> String {
    format!(
        "# Une personne pour l'accueil\n\nLe moulin cherche une personne pour un CDD.\n\n## Missions\n\n- Accueillir.\n\n{text}\n"
    )
}

fn role(contact: &Contact) -> String {
    let role = match contact.role {
        ContactRole::To => "to",
        ContactRole::Cc => "cc",
        ContactRole::Info => "info",
    };
    format!("{role} {}", contact.email)
}

/// The contacts as "role address"; every one with a passage that stands in the text.
fn contacts(text: &str) -> Vec<String> {
    let offer = read("offre.md", text);
    for fact in &offer.facts.contacts {
        assert!(
            fact.evidence[0].quote(text).is_some_and(|quote| !quote.is_empty()),
            "{text}"
        );
    }
    offer.facts.contacts.iter().map(|fact| role(&fact.value)).collect()
}

fn offer(text: &str) -> Offer {
    read("offre.md", &around(text))
}

#[test]
fn roles_follow_the_words_around_the_address() {
    let cases: &[(&str, &[&str])] = &[
        ("Envoyez votre CV à rh@moulin.example.", &["to rh@moulin.example"]),
        (
            "CV et lettre à envoyer à **rh@moulin.example**",
            &["to rh@moulin.example"],
        ),
        (
            "Merci d'adresser votre candidature à <rh@moulin.example>.",
            &["to rh@moulin.example"],
        ),
        (
            "[Postulez par mail](mailto:rh@moulin.example)",
            &["to rh@moulin.example"],
        ),
        (
            "<a href=\"mailto:rh@moulin.example\">Écrire</a>",
            &["to rh@moulin.example"],
        ),
        (
            "[](mailto:rh@moulin.example) pour candidater",
            &["to rh@moulin.example"],
        ),
        ("## Candidater\n\nrh@moulin.example", &["to rh@moulin.example"]),
        (
            "## Comment postuler ?\n\n- Par mail : rh@moulin.example / jobs@moulin.example",
            &["to rh@moulin.example", "to jobs@moulin.example"],
        ),
        ("**Contact :** rh@moulin.example", &["to rh@moulin.example"]),
        (
            "Candidatures à rh@moulin.example et en copie direction@moulin.example.",
            &["to rh@moulin.example", "cc direction@moulin.example"],
        ),
        (
            "Écrivez à rh@moulin.example (copie à direction@moulin.example) pour postuler.",
            &["to rh@moulin.example", "cc direction@moulin.example"],
        ),
        (
            "[Postuler](mailto:rh@moulin.example?cc=direction@moulin.example)",
            &["to rh@moulin.example", "cc direction@moulin.example"],
        ),
        (
            "Envoyez votre CV à rh@moulin.example, cc: direction@moulin.example",
            &["to rh@moulin.example", "cc direction@moulin.example"],
        ),
        (
            "Envoyez votre CV à rh@moulin.example. Pour toute question : camille@moulin.example.",
            &["to rh@moulin.example", "info camille@moulin.example"],
        ),
        (
            "Pour vos questions relatives à cette offre, écrivez à camille@moulin.example\n\nEnvoyez votre candidature à rh@moulin.example.",
            &["to rh@moulin.example", "info camille@moulin.example"],
        ),
        (
            "Pour toute question sur votre candidature, contactez camille@moulin.example. Le CV est à envoyer à rh@moulin.example.",
            &["to rh@moulin.example", "info camille@moulin.example"],
        ),
        (
            "Pour postuler ou pour toute question, une adresse : rh@moulin.example",
            &["to rh@moulin.example"],
        ),
        (
            "Postulez sur [ce formulaire](https://moulin.example/postuler). Contact : camille@moulin.example",
            &["info camille@moulin.example"],
        ),
        (
            "[Écrire à toutes les trois](mailto:a@moulin.example,b@moulin.example;c@moulin.example) pour postuler",
            &["to a@moulin.example", "to b@moulin.example", "to c@moulin.example"],
        ),
        (
            "Please send your CV to jobs@moulin.example, with copy to lead@moulin.example.",
            &["to jobs@moulin.example", "cc lead@moulin.example"],
        ),
        (
            "To apply, email jobs@moulin.example. For inquiries: info@moulin.example.",
            &["to jobs@moulin.example", "info info@moulin.example"],
        ),
        (
            "If you have questions, ask camille@moulin.example; applications go to jobs@moulin.example.",
            &["to jobs@moulin.example", "info camille@moulin.example"],
        ),
        (
            "Intéressé·e ?\n\n> Camille Petit\n> rh@moulin.example\n> 04 96 14 09 99",
            &["to rh@moulin.example"],
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(contacts(&around(text)), *wanted, "{text}");
    }
}

#[test]
fn hidden_and_escaped_addresses_are_read() {
    for text in [
        "Envoyez votre CV à rh\\@moulin.example",
        "Envoyez votre CV à rh&#x40;moulin.example",
        "Envoyez votre CV à rh&#64;moulin&#46;example",
        "Envoyez votre CV à rh [at] moulin [point] example",
        "Envoyez votre CV à rh(at)moulin.example",
        "Envoyez votre CV à rh arobase moulin.example",
        "Send your CV to rh at moulin dot example",
        "Envoyez votre CV à {{ 'rh@moulin.example' | create_mailto_link }}",
        "Envoyez votre CV à \u{200b}rh@moulin.example\u{200b}.",
        "Envoyez votre CV à [_rh@moulin.example_](mailto:rh@moulin.example)",
        "Envoyez votre CV à [rh](MAILTO:rh%40moulin.example)",
        "<p>Envoyez votre CV &agrave; <span id=\"cloak\"><a href='mailto:rh@moulin.example'>rh</a></span></p>",
        "Envoyez votre CV à rh@moulin.example.Merci",
    ] {
        assert_eq!(contacts(&around(text)), ["to rh@moulin.example"], "{text}");
    }
}

#[test]
fn examples_strikes_comments_and_code_give_no_contact() {
    for text in [
        "Nommez votre fichier ainsi (nom,prénom,adresse@mail.fr,0678825999).",
        "Votre adresse sera prenom.nom@moulin.example.",
        "Write to your.name@moulin.example once hired.",
        "Contact: a@example.com",
        "~~rh@moulin.example~~",
        "<!-- ancienne annonce : rh@moulin.example -->",
        "{% comment %}rh@moulin.example{% endcomment %}",
        "```\nrh@moulin.example\n```",
        "Ne répondez pas à no-reply@moulin.example.",
        "Voir https://moulin.example/@rh et git@github.com:moulin/site.git",
        "jean\u{200b}petit@moulin.example",
        "Données personnelles : dpo@moulin.example pour exercer vos droits.",
    ] {
        assert_eq!(contacts(&around(text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_deceives_is_said() {
    let codes = |text: &str| -> Vec<WarningCode> { offer(text).warnings.iter().map(|w| w.code).collect() };
    assert!(
        codes("[rh@moulin.example](mailto:autre@moulin.example) pour postuler").contains(&WarningCode::AddressDiffers)
    );
    assert!(codes("Contact : adresse@mail.fr").contains(&WarningCode::AddressRefused));
    assert!(
        codes("[postuler](mailto:rh@moulin.example?bcc=x@moulin.example)").contains(&WarningCode::MailtoFieldsDropped)
    );
}

#[test]
fn front_matter_names_contacts() {
    for block in [
        "contact: rh@moulin.example",
        "email: rh@moulin.example",
        "contact:\n  name: Camille Petit\n  email: rh@moulin.example",
        "contact: Camille Petit <rh@moulin.example>",
        "contact: '[Camille](mailto:rh@moulin.example)'",
        "how_to_apply:\n  - rh@moulin.example\n  - ''",
        "Courriel: rh@moulin.example",
    ] {
        let text = format!("---\ntitle: Une personne\norganization: Moulin\nsalary: 2000 €\n{block}\n---\nTexte.\n");
        assert_eq!(contacts(&text), ["to rh@moulin.example"], "{block}");
    }
    let text = "---\ntitle: Une personne\norganization: Moulin\nsalary: 2000 €\ncontact: camille@moulin.example\n---\n## Postuler\n\nEnvoyez un CV à rh@moulin.example.\n";
    assert_eq!(contacts(text), ["to rh@moulin.example", "info camille@moulin.example"]);
}

#[test]
fn people_are_named() {
    for (text, name) in [
        (
            "Écrivez à Camille Petit (rh@moulin.example) pour postuler.",
            Some("Camille Petit"),
        ),
        (
            "[Camille Petit](mailto:rh@moulin.example) attend votre CV",
            Some("Camille Petit"),
        ),
        ("Envoyez votre CV à rh@moulin.example", None),
    ] {
        assert_eq!(offer(text).facts.contacts[0].value.name.as_deref(), name, "{text}");
    }
}

#[test]
fn documents_that_are_asked_for() {
    use DocumentKind as D;
    let cases: &[(&str, &[D])] = &[
        (
            "Envoyez CV et lettre de motivation à rh@moulin.example.",
            &[D::Cv, D::CoverLetter],
        ),
        (
            "## Candidater\n\n- un CV\n- deux lettres de recommandation\n- vos relevés de notes",
            &[D::Cv, D::RecommendationLetters, D::Transcript],
        ),
        (
            "Candidature (CV + quelques lignes de présentation) à rh@moulin.example",
            &[D::Cv, D::IntroEmail],
        ),
        (
            "Please send a CV, a cover letter and a list of publications to rh@moulin.example.",
            &[D::Cv, D::CoverLetter, D::PublicationList],
        ),
        (
            "Send your resume and portfolio to rh@moulin.example. No cover letter required.",
            &[D::Cv, D::Portfolio],
        ),
        (
            "Envoyez votre CV (sans lettre de motivation) à rh@moulin.example",
            &[D::Cv],
        ),
        ("N'hésitez pas à envoyer votre CV à rh@moulin.example", &[D::Cv]),
        (
            "Envoyez votre LinkedIn, CV ou GitHub à rh@moulin.example",
            &[D::Linkedin, D::Cv, D::Github],
        ),
        (
            "Applications (CV, research statement, names of two referees) to rh@moulin.example",
            &[D::Cv, D::ResearchStatement, D::References],
        ),
        ("Suivez-nous sur LinkedIn et GitHub.", &[]),
        ("Vous trierez les CV reçus.", &[]),
    ];
    for (text, wanted) in cases {
        let got: Vec<D> = offer(text).facts.documents.iter().map(|fact| fact.value).collect();
        assert_eq!(got, *wanted, "{text}");
    }
}

#[test]
fn subjects_that_are_demanded() {
    for (text, wanted) in [
        (
            "Écrivez à rh@moulin.example avec pour objet « Accueil 2024 ».",
            Some("Accueil 2024"),
        ),
        (
            "Écrivez à rh@moulin.example, objet du mail : [Accueil] Prénom NOM",
            Some("[Accueil] Prénom NOM"),
        ),
        (
            "Écrivez à rh@moulin.example en indiquant « AB-12 » en objet.",
            Some("AB-12"),
        ),
        (
            "Postulez à rh@moulin.example en précisant *AB-12 - Accueil* dans l'objet.",
            Some("AB-12 - Accueil"),
        ),
        (
            "Email rh@moulin.example with the subject line \"Front desk\".",
            Some("Front desk"),
        ),
        (
            "[Postuler](mailto:rh@moulin.example?subject=Poste%20%C3%A0%20l%27accueil)",
            Some("Poste à l'accueil"),
        ),
        ("L'objet du poste est l'accueil. Écrivez à rh@moulin.example", None),
        ("L'association a pour objet la mouture. rh@moulin.example", None),
    ] {
        assert_eq!(
            offer(text).facts.subject.map(|fact| fact.value).as_deref(),
            wanted,
            "{text}"
        );
    }
}

#[test]
fn pages_to_apply_on() {
    for (text, wanted) in [
        ("[Postuler](https://moulin.example/p)", Some("https://moulin.example/p")),
        (
            "Candidatez sur https://moulin.example/p.",
            Some("https://moulin.example/p"),
        ),
        (
            "Pour candidater, remplissez [ce formulaire](https://moulin.example/p).",
            Some("https://moulin.example/p"),
        ),
        (
            "## CLICK TO [APPLY](https://moulin.example/p)",
            Some("https://moulin.example/p"),
        ),
        (
            "Voir le détail de l'[offre](https://moulin.example/p).",
            Some("https://moulin.example/p"),
        ),
        (
            "Envoyez un CV à rh@moulin.example. Voir le détail de l'[offre](https://moulin.example/p).",
            None,
        ),
        ("Notre [blog](https://moulin.example/blog) en dit plus sur nous.", None),
        ("Suivez-nous sur https://twitter.com/moulin/posts", None),
    ] {
        let got = offer(text).facts.apply_urls.first().map(|fact| fact.value.clone());
        assert_eq!(got.as_deref(), wanted, "{text}");
    }
}

#[test]
fn telephones() {
    for (text, wanted) in [
        ("Tél. : 04 96 14 09 99", Some("04 96 14 09 99")),
        ("Appelez Camille au 04.96.14.09.99", Some("04.96.14.09.99")),
        ("+33 4 96 14 09 99", Some("+33 4 96 14 09 99")),
        ("SIRET 123 456 789 00012", None),
        ("(nom, prénom, mail, 0678825999)", None),
        ("du 01/02/2024 au 01.03.2024", None),
    ] {
        assert_eq!(
            offer(text).facts.phones.first().map(|fact| fact.value.as_str()),
            wanted,
            "{text}"
        );
    }
}

#[test]
fn open_or_not() {
    for (text, wanted) in [
        ("**Offre pourvue**", Some(false)),
        ("Cette annonce est caduque.", Some(false)),
        ("⛔ Pas de recrutement possible pour le moment.", Some(false)),
        ("Les candidatures sont closes.", Some(false)),
        ("This position has been filled.", Some(false)),
        ("Annonce en ligne jusqu'à ce que le poste soit pourvu.", None),
        ("We review applications until the position is filled.", None),
        ("L'accueil est fermé le lundi.", None),
    ] {
        assert_eq!(offer(text).facts.published.map(|fact| fact.value), wanted, "{text}");
    }
}
