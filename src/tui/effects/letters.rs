//! Drafts: reading what they are made of, letting them leave.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::catalog_of;
use crate::locale::{Lang, sheet as words};
use crate::mail::draft::{self, Basis};
use crate::mail::{Address, Draft, Profile, Purpose, eml, mailto};
use crate::offer::{OfferId, Summary};
use crate::store::config::Config;
use crate::store::{Opened, Paths, letters};
use crate::system::{Surroundings, mailer};
use crate::text::{clean, clean_visibly};
use crate::tracking::application::{Corrections, Sent};
use crate::tracking::correct::corrected;
use crate::tui::model::library::Library;
use crate::tui::model::sheet::{Drafted, Way};

/// What drafts need beside the offer.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Where profile, letters and drafts lie.
    pub paths: Paths,
    /// The mail program, the place of the profile.
    pub config: Config,
    /// Today.
    pub today: Date,
    /// The language of the candidate.
    pub lang: Lang,
}

impl Desk {
    /// Reads the offer, the profile and the letter, and puts the draft together.
    pub fn draft(
        &self,
        library: &Arc<Library>,
        row: u32,
        purpose: Purpose,
        sent: Option<&Sent>,
        corrections: &Corrections,
    ) -> Result<Box<Drafted>, String> {
        let catalog = catalog_of(library).ok_or_else(String::new)?;
        let opened = catalog.open(row as usize).map_err(|error| error.say(self.lang))?;
        let summary = catalog.rows().get(row as usize).ok_or_else(String::new)?;
        let profile = letters::profile(&self.paths, &self.config).map_err(|error| error.say(self.lang))?;
        let offer = corrected(&opened.offer, corrections, self.today).into_owned();
        let title = Summary::of(&offer, 0).title;
        let lang = draft::language(&offer.facts, self.lang);
        let template = letters::template(&self.paths, purpose, lang).map_err(|error| error.say(self.lang))?;
        let basis = Basis {
            facts: &offer.facts,
            title: &title,
            profile: &profile,
            sent,
            template: template.as_deref(),
            lang,
            today: self.today,
        };
        let draft = Draft::new(purpose, basis);
        let how = how(&opened);
        Ok(Box::new(Drafted {
            id: summary.id.clone(),
            title: title.to_string(),
            library: Arc::clone(library),
            row,
            profile: Arc::new(profile),
            draft,
            how,
            offer: Arc::new(offer),
        }))
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
        match mailer::hand_over(&letter, &self.config.mailer, &Surroundings::current()) {
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

/// Returns the line of the offer that says how to apply: the one of the first address or form.
fn how(opened: &Opened) -> Option<(String, usize)> {
    let facts = &opened.offer.facts;
    let contact = facts.contacts.iter().flat_map(|contact| &contact.evidence);
    let form = facts.apply_urls.iter().flat_map(|url| &url.evidence);
    let line = contact.chain(form).find_map(crate::offer::Evidence::line)?;
    let text = opened.text.lines().nth(line.checked_sub(1)?)?;
    let text = clean(text).one_line().into_string();
    (!text.is_empty()).then(|| (text.trim().to_owned(), line))
}
