//! Drafts: reading what they are made of, letting them leave.

use std::sync::Arc;

use jiff::civil::Date;

use super::catalog_of;
use super::settings::Live;
use crate::locale::files::io_reason;
use crate::locale::{Lang, mail, plan, sheet as words, tracking, ui};
use crate::mail::draft::{self, Basis, Wording};
use crate::mail::{Draft, How, Profile, eml};
use crate::offer::{OfferId, Summary};
use crate::store::shortlist::Store;
use crate::store::{Opened, Paths, letters, write};
use crate::system::mailer::{self, Mailer};
use crate::system::{Surroundings, editor};
use crate::text::{clean, clean_path};
use crate::tracking::correct::corrected;
use crate::tui::model::sheet::{Drafted, Request, Source, Way};
use crate::tui::msg::Handed;

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
    /// Whether nothing may be saved.
    pub read_only: bool,
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

    /// Lets who applies be edited, from a form that explains itself when there is none yet. Says whose it is.
    pub fn edit_profile(&self) -> Result<String, String> {
        if self.read_only {
            return Err(tracking::READ_ONLY.get(self.lang).to_owned());
        }
        let config = self.config.get();
        let file = letters::profile_file(&self.paths, &config);
        let not_edited = |why: &str| ui::not_edited(self.lang, why);
        write::write_unless_there(&file, mail::PROFILE_TEXT.get(self.lang).as_bytes())
            .map_err(|error| not_edited(&io_reason(self.lang, error.kind())))?;
        editor::edit(&file, &config.editor, &Surroundings::current())
            .map_err(|error| not_edited(&error.say(self.lang)))?;
        let profile = letters::profile(&self.paths, &config).map_err(|error| error.say(self.lang))?;
        Ok(words::profile_of(self.lang, clean(&profile.name).one_line().as_str()))
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

    /// Lets a draft leave; says how, or names the program that needs the terminal for it.
    pub fn hand_over(&self, draft: &Draft, profile: &Profile, id: &OfferId, way: Way) -> Result<Handed, String> {
        let told = |error: letters::LetterError| error.say(self.lang);
        let message = letters::message(draft, profile, jiff::Timestamp::now().as_second()).map_err(told)?;
        let name = format!("{id}.{}.eml", draft.purpose.as_str());
        let file = letters::write_draft(&self.paths, &name, &message).map_err(told)?;
        let shown = clean_path(&file).into_string();
        if way == Way::File {
            return Ok(Handed::Done(words::file_written(self.lang, &shown)));
        }
        let config = self.config.get();
        let mailer = Mailer {
            command: &config.mailer,
            terminal: config.mailer_terminal,
        };
        Ok(
            match mailer::hand_over(draft, &file, mailer, &Surroundings::current()) {
                Ok(mailer::Handed::To(program)) => Handed::Done(words::handed_over(self.lang, &program)),
                Ok(mailer::Handed::Terminal(words)) => {
                    letters::write_draft(&self.paths, &name, &eml::to_compose(&message)).map_err(told)?;
                    Handed::Terminal(words)
                }
                Err(_) => Handed::Done(words::no_mailer(self.lang, &shown)),
            },
        )
    }
}
