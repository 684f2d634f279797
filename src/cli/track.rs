//! `tremplin keep`, `hide` and `stage`: the shortlist from the command line.

use std::io::Write;
use std::sync::Arc;

use jiff::civil::Date;

use super::args::{IdsArguments, PartyArgument, StageArguments};
use super::failure::Failure;
use super::session::{self, Session};
use crate::locale::cli as say;
use crate::locale::{Lang, tracking as words};
use crate::offer::OfferId;
use crate::store::Catalog;
use crate::store::shortlist::Store;
use crate::text::{clean_visibly, fold_name};
use crate::tracking::application::Party;
use crate::tracking::when::{self, Leaning};
use crate::tracking::{Application, Change, OfferRef, OwnStage, Shortlist, Stage};

/// The shortlist and its files.
pub struct Tracked {
    /// What the files hold.
    pub shortlist: Shortlist,
    store: Store,
}

impl Tracked {
    /// Reads the shortlist; says on standard error which of its files cannot be read.
    ///
    /// # Errors
    ///
    /// When its folder cannot be listed.
    pub fn load(session: &Session) -> Result<Self, Failure> {
        let lang = session.environment.lang;
        let mut store = Store::new(session.paths.shortlist_dir(), session.paths.backups_dir());
        if session.read_only {
            store = store.read_only();
        }
        let loaded = store.load().map_err(|error| Failure::Told(error.say(lang)))?;
        for trouble in &loaded.troubles {
            session::warn(&trouble.say(lang));
        }
        if !loaded.copies.is_empty() {
            session::warn(&words::conflict_copies(lang, loaded.copies.len()));
        }
        Ok(Self {
            shortlist: Shortlist::new(loaded.applications, session.config.stages.clone()),
            store,
        })
    }

    /// Finds the application of this name, or the only one whose name begins so.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<&Application> {
        let typed = typed.trim();
        if let Some(id) = OfferId::parse(typed)
            && let Some(application) = self.shortlist.get(&id)
        {
            return Some(application);
        }
        let mut begin = self
            .shortlist
            .iter()
            .filter(|application| application.id.as_str().starts_with(typed));
        let first = begin.next().filter(|_| !typed.is_empty())?;
        begin.next().is_none().then_some(first)
    }

    /// Returns where the files are.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Finds the offer of each application in the catalog.
    pub fn link(&mut self, catalog: &Catalog) {
        self.shortlist
            .link(catalog.rows(), |row| catalog.sources().name(row.source));
    }

    /// Saves one change.
    ///
    /// # Errors
    ///
    /// When it cannot be saved.
    pub fn save(&mut self, id: &OfferId, change: &Change, session: &Session) -> Result<(), Failure> {
        let (lang, today) = (session.environment.lang, session.environment.today);
        let saved = self
            .store
            .change(id, change, today)
            .map_err(|error| Failure::Told(error.say(lang)))?;
        self.shortlist.set(id, saved.after);
        Ok(())
    }
}

/// Keeps offers with their texts.
pub fn keep(arguments: &IdsArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    each(arguments, session, |tracked, catalog, row| {
        let (id, title) = keep_one(tracked, catalog, row, session)?;
        Ok(writeln!(
            out,
            "{}",
            say::kept(session.environment.lang, &title, id.as_str())
        )?)
    })
}

/// Takes offers out of the list.
pub fn hide(arguments: &IdsArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    each(arguments, session, |tracked, catalog, row| {
        let Some(summary) = catalog.rows().get(row) else {
            return Ok(());
        };
        let offer = OfferRef::of_summary(summary, &catalog.sources().name(summary.source));
        let id = tracked.shortlist.name_for(&summary.id);
        tracked.save(&id, &Change::Hide(Box::new(offer)), session)?;
        Ok(writeln!(
            out,
            "{}",
            say::hidden(session.environment.lang, &summary.title, id.as_str())
        )?)
    })
}

/// Moves an application to a stage; an offer that is not in the shortlist is kept first.
pub fn stage(arguments: &StageArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let to = parse_stage(&arguments.stage, &session.config.stages)
        .ok_or_else(|| unknown_stage(&arguments.stage, &session.config.stages, lang))?;
    let date = match &arguments.on {
        None => None,
        Some(typed) => Some(past_day(typed, session)?),
    };
    let mut tracked = Tracked::load(session)?;
    let (id, title) = named(&mut tracked, &arguments.id, session)?;
    let change = Change::Stage {
        to: to.clone(),
        date,
        by: arguments.by.map(|by| match by {
            PartyArgument::Me => Party::Me,
            PartyArgument::Them => Party::Them,
        }),
    };
    tracked.save(&id, &change, session)?;
    writeln!(
        out,
        "{}",
        say::staged(lang, words::stage(lang, &to), &title, id.as_str())
    )?;
    Ok(())
}

/// Reads a day that lies behind: `hier`, `12/11`, `2026-11-12`.
fn past_day(typed: &str, session: &Session) -> Result<Date, Failure> {
    when::day(typed, session.environment.today, Leaning::Past).ok_or_else(|| not_a_day(typed, session))
}

/// Says that something is no date.
pub fn not_a_day(typed: &str, session: &Session) -> Failure {
    let typed = clean_visibly(typed).into_string();
    Failure::Told(say::not_a_day(session.environment.lang, &typed))
}

/// Finds the application of this name, or of a name that begins so; an offer that is not in the shortlist is kept.
pub fn named(tracked: &mut Tracked, typed: &str, session: &Session) -> Result<(OfferId, String), Failure> {
    if let Some(application) = tracked.find(typed) {
        return Ok((application.id.clone(), application.title().to_owned()));
    }
    let catalog = session.catalog();
    tracked.link(&catalog);
    let row = session::find(&catalog, typed)?;
    kept(tracked, &catalog, row, session)
}

/// Does something to each of the offers named.
fn each(
    arguments: &IdsArguments,
    session: &Session,
    mut act: impl FnMut(&mut Tracked, &Catalog, usize) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let catalog = session.catalog();
    let mut tracked = Tracked::load(session)?;
    tracked.link(&catalog);
    // All are found before the first is changed: a slip in the last must not leave the work half done.
    let rows: Vec<usize> = arguments
        .ids
        .iter()
        .map(|id| session::find(&catalog, id))
        .collect::<Result<_, _>>()?;
    rows.into_iter().try_for_each(|row| act(&mut tracked, &catalog, row))
}

/// Returns the application about a row, which is kept unless it already is.
pub fn kept(
    tracked: &mut Tracked,
    catalog: &Catalog,
    row: usize,
    session: &Session,
) -> Result<(OfferId, String), Failure> {
    let known = catalog
        .rows()
        .get(row)
        .and_then(|summary| tracked.shortlist.of_offer(&summary.id));
    match known {
        Some(application) => Ok((application.id.clone(), application.offer.title.clone())),
        None => keep_one(tracked, catalog, row, session),
    }
}

/// Keeps one row with its text.
fn keep_one(
    tracked: &mut Tracked,
    catalog: &Catalog,
    row: usize,
    session: &Session,
) -> Result<(OfferId, String), Failure> {
    let opened = session.read(catalog, row)?;
    let Some(summary) = catalog.rows().get(row) else {
        return Err(Failure::NothingFound);
    };
    let source = catalog.sources().name(summary.source);
    let offer = OfferRef::of_offer(&opened.offer, summary, &source, &opened.text);
    let text = opened.text.get(opened.offer.range.clone()).map(Arc::from);
    let id = tracked.shortlist.name_for(&summary.id);
    tracked.save(
        &id,
        &Change::Keep {
            offer: Box::new(offer),
            text,
        },
        session,
    )?;
    Ok((id, summary.title.to_string()))
}

/// Reads a stage in either language, in the words of the files, or one of the configuration.
fn parse_stage(typed: &str, own: &[OwnStage]) -> Option<Stage> {
    let typed = fold_name(typed);
    let own = own.iter().map(|stage| Stage::Own(stage.name.clone()));
    Stage::ALL.into_iter().chain(own).find(|stage| {
        [
            stage.as_str(),
            words::stage(Lang::Fr, stage),
            words::stage(Lang::En, stage),
        ]
        .into_iter()
        .any(|word| fold_name(word) == typed)
    })
}

/// Names the stages that exist.
fn unknown_stage(typed: &str, own: &[OwnStage], lang: Lang) -> Failure {
    let own = own.iter().map(|stage| Stage::Own(stage.name.clone()));
    let known: Vec<String> = Stage::ALL
        .into_iter()
        .chain(own)
        .map(|stage| words::stage(lang, &stage).to_owned())
        .collect();
    let typed = clean_visibly(typed).into_string();
    Failure::Usage {
        sentence: say::unknown_stage(lang, &typed, &known),
        command: "stage".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::{Answer, Step};

    #[test]
    fn stages_are_understood_in_both_languages_and_in_the_words_of_the_files() {
        for (typed, stage) in [
            ("envoyée", Stage::Sent),
            ("Envoyee", Stage::Sent),
            ("sent", Stage::Sent),
            ("sans-réponse", Stage::NoAnswer),
            ("no_answer", Stage::NoAnswer),
            ("refus", Stage::Answered(Answer::Refused)),
        ] {
            assert_eq!(parse_stage(typed, &[]), Some(stage), "{typed}");
        }
        assert_eq!(parse_stage("quelque part", &[]), None);
        let own = [OwnStage {
            name: "Test technique".to_owned(),
            step: Step::Interview,
        }];
        assert_eq!(
            parse_stage("test technique", &own),
            Some(Stage::Own("Test technique".to_owned()))
        );
    }

    #[test]
    fn the_help_names_every_stage() {
        let of_stage = say::help_of("stage").unwrap().arguments;
        let help = of_stage.iter().find(|help| help.name == "stage").unwrap();
        for stage in Stage::ALL {
            for lang in [Lang::Fr, Lang::En] {
                let word = words::stage(lang, &stage);
                assert!(help.help.get(lang).contains(word), "{word} is missing");
            }
        }
    }
}
