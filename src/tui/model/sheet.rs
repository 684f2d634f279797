//! The sheet: a draft for one offer, each part of which can be changed before it leaves.

use std::sync::Arc;

use super::field::Field;
use super::library::Library;
use crate::mail::guard::{self, Facing};
use crate::mail::{Attachment, Draft, Guard, Profile, Purpose};
use crate::offer::{DocumentKind, Offer, OfferId};
use crate::tracking::Application;
use crate::tracking::application::Means;

use super::Model;

/// What a draft was made of, read from the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The offer.
    pub offer: Arc<Offer>,
    /// Its id in the catalog.
    pub id: OfferId,
    /// Its title.
    pub title: String,
    /// Where it is known.
    pub library: Arc<Library>,
    /// Its row there.
    pub row: u32,
    /// Who applies.
    pub profile: Arc<Profile>,
    /// The draft.
    pub draft: Draft,
    /// The passage that says how to apply, with its line.
    pub how: Option<(String, usize)>,
}

/// The open sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it was made of, and the draft as it is now.
    pub made: Drafted,
    /// What should be looked at.
    pub guards: Vec<Guard>,
    /// The part that is selected.
    pub at: Part,
    /// What is being typed in place of it.
    pub typing: Option<Field>,
    /// The first line of the letter shown.
    pub scroll: usize,
    /// How it left, once it did: the person is asked whether it was sent.
    pub left: Option<Means>,
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// To whom.
    #[default]
    To,
    /// Who gets a copy.
    Cc,
    /// The subject.
    Subject,
    /// The files.
    Files,
    /// The letter.
    Letter,
}

impl Part {
    /// The parts in the order of the sheet.
    pub const ALL: [Self; 5] = [Self::To, Self::Cc, Self::Subject, Self::Files, Self::Letter];
}

/// How a draft leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By the mail program that is there.
    Mailer,
    /// As a file.
    File,
}

impl Sheet {
    /// Opens a sheet.
    #[must_use]
    pub fn new(made: Drafted) -> Self {
        Self {
            made,
            guards: Vec::new(),
            at: Part::default(),
            typing: None,
            scroll: 0,
            left: None,
        }
    }

    /// Returns the text of a part, as it is typed.
    #[must_use]
    pub fn text(&self, part: Part) -> String {
        let draft = &self.made.draft;
        let list = |addresses: &[crate::mail::Address]| {
            addresses
                .iter()
                .map(crate::mail::Address::as_str)
                .collect::<Vec<_>>()
                .join(", ")
        };
        match part {
            Part::To => list(&draft.to),
            Part::Cc => list(&draft.cc),
            Part::Subject => draft.subject.clone(),
            Part::Files => draft
                .attachments
                .iter()
                .map(|file| file.path.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            Part::Letter => draft.body.clone(),
        }
    }

    /// Returns each demanded document with the name of the file that is attached for it, then the other files.
    #[must_use]
    pub fn files(&self) -> Vec<(Option<DocumentKind>, Option<String>)> {
        let attachments = &self.made.draft.attachments;
        let of = |kind| {
            attachments
                .iter()
                .find(|file| file.document == Some(kind))
                .map(Attachment::name)
        };
        let application = self.made.draft.purpose == Purpose::Application;
        let documents = self.made.offer.facts.documents.iter().filter(|_| application);
        let demanded: Vec<DocumentKind> = documents.map(|document| document.value).collect();
        let others = attachments
            .iter()
            .filter(|file| !file.document.is_some_and(|kind| demanded.contains(&kind)));
        let others = others.map(|file| (file.document, Some(file.name())));
        demanded
            .iter()
            .map(|kind| (Some(*kind), of(*kind)))
            .chain(others)
            .collect()
    }
}

impl Model {
    /// Returns what should be looked at before a draft leaves.
    #[must_use]
    pub fn guards(&self, made: &Drafted) -> Vec<Guard> {
        let applications: Vec<&Application> = self.tracked.shortlist.iter().collect();
        let facing = Facing {
            offer: &made.offer,
            applications: &applications,
            today: self.setting.today,
        };
        guard::guards(&made.draft, facing)
    }
}
