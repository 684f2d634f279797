//! The sheet: a draft for one offer, each part of which can be changed before it leaves.

use std::sync::Arc;

use super::field::Field;
use super::library::Library;
use crate::mail::draft::Wording;
use crate::mail::guard::{self, Facing, Form};
use crate::mail::{Address, Attachment, Draft, Guard, How, Profile, Purpose, subject};
use crate::offer::{DocumentKind, Offer, OfferId};
use crate::tracking::application::{Corrections, Means, Sent};
use crate::tracking::{Application, OfferRef};

use super::Model;

/// A draft to be put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where the text of the offer is read from.
    pub source: Source,
    /// What the letter is for.
    pub purpose: Purpose,
    /// What was last sent for this offer.
    pub sent: Option<Sent>,
    /// What the candidate corrected of it.
    pub corrections: Corrections,
}

/// Where the text of an offer is read from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Its file.
    File {
        /// Where it is known.
        library: Arc<Library>,
        /// Its row there.
        row: u32,
    },
    /// The text that was kept of it: the file is gone.
    Kept {
        /// The application.
        application: OfferId,
        /// The offer as it was when kept.
        offer: Box<OfferRef>,
    },
}

impl Source {
    /// Returns where the offer is known; `None` when its file is gone.
    #[must_use]
    pub fn row(&self) -> Option<(Arc<Library>, u32)> {
        match self {
            Self::File { library, row } => Some((Arc::clone(library), *row)),
            Self::Kept { .. } => None,
        }
    }
}

/// What a draft was made of, read from the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The offer.
    pub offer: Arc<Offer>,
    /// Its id in the catalog.
    pub id: OfferId,
    /// Its title.
    pub title: String,
    /// Where its text was read from.
    pub source: Source,
    /// Who applies.
    pub profile: Arc<Profile>,
    /// The draft.
    pub draft: Draft,
    /// The letter before anybody changed it.
    pub wording: Wording,
    /// What the offer says of applying.
    pub how: How,
}

/// The open sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it was made of, and the draft as it is now.
    pub made: Drafted,
    /// The draft before anybody changed it.
    pub given: Draft,
    /// What should be looked at.
    pub guards: Vec<Guard>,
    /// The part that is selected.
    pub at: Part,
    /// What is being typed in place of it.
    pub typing: Option<Field>,
    /// The first line of the letter shown.
    pub scroll: usize,
    /// How it left, once it did: the person is asked whether it was sent.
    pub left: Option<Left>,
}

/// How a draft left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// By which means.
    pub means: Means,
    /// Who took it, or where it lies: shown until the question is answered, because it may be a path to copy.
    pub how: String,
}

/// A part of a draft that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// To whom.
    #[default]
    To,
    /// Who gets a copy.
    Cc,
    /// The subject.
    Subject,
    /// The file of a demanded document.
    Document(DocumentKind),
    /// The other files.
    Files,
    /// The letter.
    Letter,
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
        // What is still to be filled in is asked for first.
        let at = match subject::room(&made.draft.subject) {
            Some(_) => Part::Subject,
            None => Part::default(),
        };
        Self {
            given: made.draft.clone(),
            made,
            guards: Vec::new(),
            at,
            typing: None,
            scroll: 0,
            left: None,
        }
    }

    /// Takes the same letter made anew, because the profile is another now; what was changed by hand stays.
    pub fn made_anew(&mut self, made: Drafted) {
        fn take<T: PartialEq>(now: &mut T, given: &T, new: T) {
            if now == given {
                *now = new;
            }
        }
        let untouched = self.letter_is_ours();
        let (mut now, given, new) = (self.made.draft.clone(), &self.given, made.draft.clone());
        take(&mut now.to, &given.to, new.to);
        take(&mut now.cc, &given.cc, new.cc);
        take(&mut now.subject, &given.subject, new.subject);
        take(&mut now.attachments, &given.attachments, new.attachments);
        if untouched {
            now.body = made.wording.body(&now.attachments);
        }
        self.given = made.draft.clone();
        self.made = Drafted { draft: now, ..made };
    }

    /// Returns the parts in the order of the sheet.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let documents = self
            .demanded()
            .filter(|kind| matches!(guard::form(*kind), Form::File | Form::Either));
        let first = [Part::To, Part::Cc, Part::Subject].into_iter();
        first
            .chain(documents.map(Part::Document))
            .chain([Part::Files, Part::Letter])
            .collect()
    }

    /// Returns the demanded documents; those of an application, because other letters carry none.
    pub fn demanded(&self) -> impl Iterator<Item = DocumentKind> + '_ {
        let applying = self.made.draft.purpose == Purpose::Application;
        let documents = self.made.offer.facts.documents.iter().filter(move |_| applying);
        documents.map(|document| document.value)
    }

    /// Returns the demanded documents that are words of the letter or a page named in it, each with whether it is
    /// there.
    #[must_use]
    pub fn in_letter(&self) -> Vec<(DocumentKind, bool)> {
        let made = &self.made;
        self.demanded()
            .filter(|kind| matches!(guard::form(*kind), Form::Page | Form::Words))
            .map(|kind| (kind, guard::has(&made.draft, &made.profile, kind)))
            .collect()
    }

    /// Returns the file that is attached as a document.
    #[must_use]
    pub fn file(&self, kind: DocumentKind) -> Option<&Attachment> {
        let attachments = &self.made.draft.attachments;
        attachments.iter().find(|file| file.document == Some(kind))
    }

    /// Returns the files that are attached as none of the demanded documents.
    pub fn other_files(&self) -> impl Iterator<Item = &Attachment> {
        let attachments = &self.made.draft.attachments;
        attachments.iter().filter(|file| {
            !file
                .document
                .is_some_and(|kind| self.demanded().any(|other| other == kind))
        })
    }

    /// Returns the text of a part, as it is typed.
    #[must_use]
    pub fn text(&self, part: Part) -> String {
        let draft = &self.made.draft;
        let list = |addresses: &[Address]| addresses.iter().map(Address::as_str).collect::<Vec<_>>().join(", ");
        match part {
            Part::To => list(&draft.to),
            Part::Cc => list(&draft.cc),
            Part::Subject => draft.subject.clone(),
            Part::Document(kind) => self.file(kind).map(|file| file.path.clone()).unwrap_or_default(),
            Part::Files => self
                .other_files()
                .map(|file| file.path.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            Part::Letter => draft.body.clone(),
        }
    }

    /// Tells whether nobody changed the letter.
    fn letter_is_ours(&self) -> bool {
        self.made.draft.body == self.made.wording.body(&self.made.draft.attachments)
    }

    /// Attaches these files in place of those of a part. The letter names the files as long as nobody changed it.
    pub fn attach(&mut self, part: Part, files: Vec<Attachment>) {
        let untouched = self.letter_is_ours();
        let demanded: Vec<DocumentKind> = self.demanded().collect();
        let draft = &mut self.made.draft;
        draft.attachments.retain(|file| match part {
            Part::Document(kind) => file.document != Some(kind),
            _ => file.document.is_some_and(|kind| demanded.contains(&kind)),
        });
        draft.attachments.extend(files);
        let place = |file: &Attachment| demanded.iter().position(|kind| file.document == Some(*kind));
        draft.attachments.sort_by_key(|file| place(file).unwrap_or(usize::MAX));
        if untouched {
            draft.body = self.made.wording.body(&draft.attachments);
        }
    }
}

impl Model {
    /// Returns what should be looked at before a draft leaves.
    #[must_use]
    pub fn guards(&self, made: &Drafted) -> Vec<Guard> {
        let applications: Vec<&Application> = self.tracked.shortlist.iter().collect();
        let facing = Facing {
            offer: &made.offer,
            profile: &made.profile,
            applications: &applications,
            today: self.setting.today,
        };
        guard::guards(&made.draft, facing)
    }
}
