//! Applications to save.

use jiff::civil::{Date, date, time};
use tremplin::offer::{ContactRole, DocumentKind, EmploymentType, OfferId};
use tremplin::tracking::application::Interview;
use tremplin::tracking::application::{
    Corrections, Document, DocumentName, Means, NextAction, OfferContact, Party, Person, Sent, Unknown,
};
use tremplin::tracking::{Application, Change, Event, EventKind, Fingerprint, OfferRef, Stage};

pub const TODAY: Date = date(2026, 11, 20);

pub fn id(name: &str) -> OfferId {
    OfferId::parse(name).unwrap()
}

pub fn offer(name: &str) -> OfferRef {
    OfferRef {
        id: id(name),
        source: "~/offres".into(),
        path: format!("{name}.md"),
        title: "Stage\u{a0}: cartographie — « données : ouvertes »".into(),
        organization: "Atelier des cartes".into(),
        place: "Lyon".into(),
        employment_types: vec![EmploymentType::Internship],
        deadline: Some(date(2026, 11, 30)),
        start: Some("2027-02".into()),
        pay: Some("gratification légale".into()),
        contacts: vec![OfferContact::new("stages@atelier.example", ContactRole::To)],
        subject: Some("[STAGE-2027] Prénom Nom".into()),
        documents: vec![DocumentKind::Cv, DocumentKind::CoverLetter],
        fingerprint: Some(Fingerprint::of("texte")),
        unknown: Unknown::new(),
    }
}

pub fn keep(name: &str) -> Change {
    Change::Keep {
        offer: Box::new(offer(name)),
        text: Some("# Stage\n\nÉcrire à stages@atelier.example\n".into()),
    }
}

/// An application that uses every key of the format.
pub fn full() -> Application {
    let mut application = Application::new(offer("stage-carto"), date(2026, 11, 6));
    let mut kept = Event::new(date(2026, 11, 14), EventKind::Stage(Stage::Kept));
    kept.note = Some("conseillée par Anne".into());
    application.stage = Stage::Own("test technique".into());
    application.hidden = true;
    application.history = vec![
        kept,
        Event::new(date(2026, 11, 15), EventKind::Stage(Stage::Sent)),
        Event::new(date(2026, 11, 18), EventKind::FollowedUp(Means::Phone)),
        Event::new(date(2026, 11, 19), EventKind::OfferChanged),
    ];
    application.next = Some(NextAction::new(date(2026, 11, 24), "préparer l’entretien"));
    application.sent = vec![Sent {
        to: Some("stages@atelier.example".into()),
        subject: Some("[STAGE-2027] Ada Exemple".into()),
        files: vec!["~/cv.pdf".into()],
        ..Sent::new(date(2026, 11, 15), Means::Other("pigeon".into()))
    }];
    application.interviews = vec![Interview {
        place: Some("12, rue des Cartes, Lyon".into()),
        link: Some("https://visio.example/x".into()),
        people: vec!["Anne Exemple".into()],
        note: Some("prendre la carte".into()),
        ..Interview::on(date(2026, 11, 24), Some(time(10, 30, 0, 0)))
    }];
    application.documents = vec![
        Document::new(DocumentName::Known(DocumentKind::Cv), Some("~/cv.pdf".into())),
        Document::new(DocumentName::Other("permis".into()), None),
    ];
    application.people = vec![Person {
        role: Some("géomaticienne".into()),
        email: Some("anne@atelier.example".into()),
        phone: Some("+33 1 99 00 12 34".into()),
        date: Some(date(2026, 11, 13)),
        ..Person::named("Anne Exemple")
    }];
    application.tags = vec!["libre".into(), "no".into(), "1e3".into()];
    application.corrected = Corrections {
        deadline: Some(date(2026, 12, 1)),
        ..Corrections::default()
    };
    application.ended_by = Some(Party::Them);
    application.notes = "Première ligne\n\n# pas un commentaire\nend: true\nfin".into();
    application
}
