//! Drafts: reading what they are made of, letting them leave.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::catalog_of;
use super::settings::Live;
use crate::locale::{Lang, plan, sheet as words};
use crate::mail::draft::{self, Basis, Wording};
use crate::mail::{Address, Draft, How, Profile, eml, mailto};
use crate::offer::{OfferId, Summary};
use crate::store::shortlist::Store;
use crate::store::{Opened, Paths, letters};
use crate::system::{Surroundings, mailer};
use crate::text::clean_visibly;
use crate::tracking::correct::corrected;
use crate::tui::model::sheet::{Drafted, Request, Source, Way};

/// What drafts need beside the offer.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Where profile, letters and drafts lie.
    pub paths: Paths,
    /// The mail program, the place of the profile.
    pub config: Live,
    /// Today.
    pub today: Date,
    /// The language of the candidate.
    pub lang: Lang,
}

impl Desk {
    /// Reads the offer, the profile and the letter, and puts the draft together.
    pub fn draft(&self, request: Request) -> Result<Box<Drafted>, String> {
        let Request {
            source,
            purpose,
            sent,
            corrections,
        } = request;
        let opened = self.open(&source)?;
        let profile = letters::profile(&self.paths, &self.config.get()).map_err(|error| error.say(self.lang))?;
        let offer = corrected(&opened.offer, &corrections, self.today).into_owned();
        let title = Summary::of(&offer, 0).title;
        let lang = draft::language(&offer.facts, self.lang);
        let template = letters::template(&self.paths, purpose, lang).map_err(|error| error.say(self.lang))?;
        let basis = Basis {
            facts: &offer.facts,
            title: &title,
            profile: &profile,
            sent: sent.as_ref(),
            template: template.as_deref(),
            lang,
            today: self.today,
        };
        let wording = Wording::of(purpose, basis);
        let draft = Draft::new(purpose, basis);
        let how = How::of(&opened.offer, &opened.text);
        Ok(Box::new(Drafted {
            id: offer.id.clone(),
            title: title.to_string(),
            source,
            profile: Arc::new(profile),
            draft,
            wording,
            how,
            offer: Arc::new(offer),
        }))
    }

    /// Reads the offer from its file, or from the text that was kept of it.
    fn open(&self, source: &Source) -> Result<Opened, String> {
        match source {
            Source::File { library, row } => {
                let catalog = catalog_of(library).ok_or_else(String::new)?;
                catalog.open(*row as usize).map_err(|error| error.say(self.lang))
            }
            Source::Kept { application, offer } => {
                let store = Store::new(self.paths.shortlist_dir(), self.paths.backups_dir());
                let opened = store.offer(application, offer).map_err(|error| error.say(self.lang))?;
                opened.ok_or_else(|| plan::NO_TEXT_KEPT.get(self.lang).to_owned())
            }
        }
    }

    /// Lets a draft leave; returns how, as a sentence.
    pub fn hand_over(&self, draft: &Draft, profile: &Profile, id: &OfferId, way: Way) -> Result<String, String> {
        let message = self.write(draft, profile, id)?;
        let shown = clean_visibly(&message.to_string_lossy()).into_string();
        if way == Way::File {
            return Ok(words::file_written(self.lang, &shown));
        }
        let text = |addresses: &[Address]| addresses.iter().map(Address::to_string).collect();
        let letter = mailer::Letter {
            to: text(&draft.to),
            cc: text(&draft.cc),
            subject: draft.subject.clone(),
            body: draft.body.clone(),
            files: draft.attachments.iter().map(|file| PathBuf::from(&file.path)).collect(),
            link: mailto::link(draft),
            message,
        };
        match mailer::hand_over(&letter, &self.config.get().mailer, &Surroundings::current()) {
            Ok(program) => Ok(words::handed_over(self.lang, &program)),
            Err(_) => Ok(words::no_mailer(self.lang, &shown)),
        }
    }

    /// Writes the message among the drafts, in place of an earlier one for the same offer.
    fn write(&self, draft: &Draft, profile: &Profile, id: &OfferId) -> Result<PathBuf, String> {
        let told = |error: letters::LetterError| error.say(self.lang);
        let mut files = Vec::new();
        for attachment in &draft.attachments {
            let bytes = letters::attachment(Path::new(&attachment.path)).map_err(told)?;
            files.push(eml::File {
                name: attachment.name(),
                bytes,
            });
        }
        let message = eml::message(draft, profile, &files, jiff::Timestamp::now().as_second());
        let name = format!("{id}.{}.eml", draft.purpose.as_str());
        letters::write_draft(&self.paths, &name, &message).map_err(told)
    }
}
