//! The thread that owns the shortlist: it alone reads and writes its files, one order after the other.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use jiff::civil::Date;

use super::{catalog_of, send};
use crate::locale::{Lang, plan};
use crate::markdown;
use crate::offer::{OfferId, Summary};
use crate::store::config::follow::{self, GoOn};
use crate::store::shortlist::{Loaded, Outcome, Queue, Store};
use crate::store::{Catalog, Paths, visits};
use crate::text::clean_path;
use crate::tracking::compare::{self, Changes, Version};
use crate::tracking::journal::Done;
use crate::tracking::{Change, OfferRef, OwnStage, Shortlist, Visits};
use crate::tui::input::Event;
use crate::tui::model::library::OpenOffer;
use crate::tui::msg::{Deed, Msg, Order, Saved};

/// What the thread is asked for.
pub enum Task {
    /// Change the shortlist.
    Order(Order),
    /// The scan is over: find the offer of each application, take note of what is new.
    Catalog(Arc<Catalog>),
    /// The first frame is on the screen: what would have held it up may be read.
    Drawn,
    /// Something was saved in the folder of the shortlist, here or elsewhere.
    Look,
    /// An offer was opened.
    Visited(OfferId),
    /// Read the text that was kept of an offer that is gone.
    OpenKept {
        /// To recognise the answer.
        generation: u64,
        /// The application.
        id: OfferId,
    },
    /// Compare an offer with the text that was kept of it.
    Compare {
        /// The application.
        id: OfferId,
        /// The offer as it is now.
        now: Arc<OpenOffer>,
    },
    /// tremplin leaves: save what must not be lost.
    End,
}

/// The shortlist with its files.
pub struct Keeper {
    paths: Paths,
    store: Store,
    queue: Queue,
    shortlist: Shortlist,
    /// The state of the files that `shortlist` shows.
    stamp: u64,
    /// What cannot be read of them, as sentences.
    troubles: Vec<String>,
    /// The offers of the last scan, to link applications to again.
    catalog: Option<Arc<Catalog>>,
    /// Which offers were there and opened, once that is read.
    visits: Option<Arc<Visits>>,
    /// Whether an offer was opened since they were saved.
    opened: bool,
    /// Whether nothing may be saved.
    read_only: bool,
    today: Date,
    lang: Lang,
}

/// Has the shortlist looked at whenever something changes in its folder: another tremplin saves there too.
pub fn follow(folder: &Path, tasks: &Sender<Task>) {
    // Any file of the folder stands for all: the folder is what is watched.
    let file = folder.join(".lock");
    follow::follow(
        || vec![file.clone()],
        || match tasks.send(Task::Look) {
            Ok(()) => GoOn::Yes,
            Err(_) => GoOn::No,
        },
    );
}

/// Returns what could not be read, as sentences.
fn told(loaded: &Loaded, lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = loaded.troubles.iter().map(|trouble| trouble.say(lang)).collect();
    if !loaded.copies.is_empty() {
        told.push(crate::locale::tracking::conflict_copies(lang, loaded.copies.len()));
    }
    told
}

impl Keeper {
    /// Reads the shortlist.
    pub fn load(paths: Paths, own: Vec<OwnStage>, read_only: bool, today: Date, lang: Lang) -> Self {
        let mut store = Store::new(paths.shortlist_dir(), paths.backups_dir());
        if read_only {
            store = store.read_only();
        } else {
            store.tidy();
        }
        let stamp = store.stamp();
        let (loaded, troubles) = match store.load() {
            Ok(loaded) => {
                let troubles = told(&loaded, lang);
                (loaded, troubles)
            }
            Err(error) => (Loaded::default(), vec![error.say(lang)]),
        };
        Self {
            troubles,
            shortlist: Shortlist::new(loaded.applications, own),
            visits: visits::are_few(&paths).then(|| Arc::new(visits::load(&paths))),
            opened: false,
            read_only,
            queue: Queue::default(),
            stamp,
            catalog: None,
            store,
            paths,
            today,
            lang,
        }
    }

    /// Serves until told to end, then saves what must not be lost. Returns what could not be saved.
    pub fn serve(mut self, tasks: &Receiver<Task>, events: &Sender<Event>) -> Option<String> {
        self.show(events);
        while let Ok(task) = tasks.recv() {
            match task {
                Task::Order(order) => {
                    let troubles = self.troubles.clone();
                    self.reload();
                    let saved = self.obey(order);
                    self.stamp = self.store.stamp();
                    send(events, Msg::Saved(saved));
                    if self.troubles != troubles {
                        self.show(events);
                    }
                }
                Task::Catalog(catalog) => {
                    self.reload();
                    self.meet(&catalog);
                    self.stamp = self.store.stamp();
                    self.catalog = Some(catalog);
                    self.show(events);
                }
                Task::Drawn if self.visits.is_none() => {
                    self.visits();
                    self.show(events);
                }
                Task::Drawn => {}
                Task::End => break,
                Task::OpenKept { generation, id } => {
                    let result = self.open_kept(&id).map(Arc::new);
                    send(events, Msg::Opened { generation, result });
                }
                Task::Compare { id, now } => {
                    if let Ok(kept) = self.open_kept(&id) {
                        let changes = changes(&kept, &now);
                        send(events, Msg::Compared { id, changes });
                    }
                }
                Task::Look => {
                    // Trying again to save would change the folder again, and so on for as long as it fails.
                    if self.queue.is_empty() && self.reload() {
                        self.show(events);
                    }
                }
                Task::Visited(id) => {
                    let today = self.today;
                    self.visits().open(&id, today);
                    self.opened = true;
                    if self.reload() {
                        self.show(events);
                    }
                }
            }
        }
        self.finish()
    }

    /// Tries again to save what is held, then takes over what an editor, another tremplin or a file synchroniser wrote
    /// meanwhile. Tells whether anything did.
    fn reload(&mut self) -> bool {
        if !self.queue.is_empty() {
            self.queue.retry(&self.store, self.today);
        }
        let stamp = self.store.stamp();
        if stamp == self.stamp || !self.queue.is_empty() {
            return false;
        }
        let Ok(loaded) = self.store.load() else { return false };
        self.troubles = told(&loaded, self.lang);
        self.stamp = stamp;
        let own = self.shortlist.own_stages().to_vec();
        self.shortlist = Shortlist::new(loaded.applications, own);
        if let Some(catalog) = &self.catalog {
            self.shortlist
                .link(catalog.rows(), |row| catalog.sources().name(row.source));
        }
        true
    }

    /// Reads an offer from the text that was kept of it.
    fn open_kept(&self, id: &OfferId) -> Result<OpenOffer, String> {
        let nothing = || plan::NO_TEXT_KEPT.get(self.lang).to_owned();
        let application = self.shortlist.get(id).ok_or_else(nothing)?;
        let opened = self.store.offer(id, &application.offer);
        let opened = opened.map_err(|error| error.say(self.lang))?.ok_or_else(nothing)?;
        let body = opened.text.get(opened.offer.body.clone()).unwrap_or_default();
        Ok(OpenOffer {
            document: markdown::parse(body, opened.offer.body.start),
            path: clean_path(&self.store.text_file(id)).into_string(),
            offer: opened.offer,
            text: opened.text,
        })
    }

    /// Returns the visits, read now when they were not.
    fn visits(&mut self) -> &mut Visits {
        Arc::make_mut(self.visits.get_or_insert_with(|| Arc::new(visits::load(&self.paths))))
    }

    /// Saves the visits, when anything may be saved. Losing them costs marks and nothing else.
    fn save_visits(&mut self) {
        if let Some(visits) = self.visits.as_ref().filter(|_| !self.read_only) {
            let _ = visits::save(&self.paths, visits);
        }
        self.opened = false;
    }

    fn show(&self, events: &Sender<Event>) {
        let msg = Msg::Shortlist {
            shortlist: Arc::new(self.shortlist.clone()),
            visits: self.visits.clone().unwrap_or_default(),
            troubles: self.troubles.clone(),
        };
        send(events, msg);
    }

    /// Links applications and offers; remembers where an offer that moved is now.
    fn meet(&mut self, catalog: &Catalog) {
        let source = |row: &Summary| catalog.sources().name(row.source);
        let moved = self.shortlist.link(catalog.rows(), source);
        for (id, offer) in moved {
            // A link that cannot be saved is found again at the next start.
            let _ = self.change(&id, &Change::Relink(Box::new(offer)));
        }
        let (ids, today) = (catalog.rows().iter().map(|row| &row.id), self.today);
        if self.visits().meet(ids, today) {
            self.save_visits();
        }
    }

    fn obey(&mut self, order: Order) -> Saved {
        let mut done = Vec::new();
        let mut failure = None;
        for deed in order.deeds {
            let result = self.change_of(deed).and_then(|(id, change)| self.change(&id, &change));
            match result {
                Ok((one, held)) => {
                    done.push(one);
                    failure = failure.or(held);
                }
                // The others are made all the same: a damaged file costs one application.
                Err(why) => failure = failure.or(Some(why)),
            }
        }
        Saved {
            purpose: order.purpose,
            what: order.what,
            done,
            shortlist: Arc::new(self.shortlist.clone()),
            failure,
            typed: order.typed,
        }
    }

    /// Returns the change that a deed asks for, reading the offer's file when its text is to be kept.
    fn change_of(&self, deed: Deed) -> Result<(OfferId, Change), String> {
        match deed {
            Deed::Change(id, change) => Ok((id, *change)),
            Deed::Keep { library, row } => {
                let catalog = catalog_of(&library).ok_or_else(String::new)?;
                let number = row as usize;
                let opened = catalog.open(number).map_err(|error| error.say(self.lang))?;
                let summary = catalog.rows().get(number).ok_or_else(String::new)?;
                let source = catalog.sources().name(summary.source);
                let offer = OfferRef::of_offer(&opened.offer, summary, &source, &opened.text);
                let text = opened.text.get(opened.offer.range.clone()).map(Arc::from);
                let name = self.shortlist.name_for(&summary.id);
                let offer = Box::new(offer);
                Ok((name, Change::Keep { offer, text }))
            }
            Deed::Refresh { library, row } => match self.change_of(Deed::Keep { library, row })? {
                (name, Change::Keep { offer, text }) => Ok((name, Change::Refresh { offer, text })),
                other => Ok(other),
            },
            Deed::Hide { library, row } => {
                let catalog = catalog_of(&library).ok_or_else(String::new)?;
                let summary = catalog.rows().get(row as usize).ok_or_else(String::new)?;
                let source = catalog.sources().name(summary.source);
                let offer = Box::new(OfferRef::of_summary(summary, &source));
                Ok((self.shortlist.name_for(&summary.id), Change::Hide(offer)))
            }
        }
    }

    /// Saves one change; what the disk refuses for now is held in memory and said.
    fn change(&mut self, id: &OfferId, change: &Change) -> Result<(Done, Option<String>), String> {
        let known = self.shortlist.get(id).cloned();
        let outcome = self.queue.change(&self.store, id, change, known.as_ref(), self.today);
        let (saved, held) = match outcome {
            Outcome::Saved(saved) => (saved, None),
            Outcome::Held(saved, error) => {
                let why = crate::locale::ui::held(self.lang, &error.say(self.lang));
                (saved, Some(why))
            }
            Outcome::Refused(error) => return Err(error.say(self.lang)),
        };
        self.shortlist.set(id, saved.after.clone());
        let done = Done {
            id: saved.id,
            before: saved.before,
            after: saved.after,
            text: saved.text,
        };
        Ok((done, held))
    }

    fn finish(mut self) -> Option<String> {
        if self.opened {
            self.save_visits();
        }
        let (_, error) = self.queue.retry(&self.store, self.today);
        if self.queue.is_empty() {
            return None;
        }
        let why = error.map(|error| error.say(self.lang)).unwrap_or_default();
        match own_folder().filter(|folder| self.queue.save_elsewhere(folder).is_ok()) {
            Some(folder) => Some(crate::locale::ui::saved_elsewhere(
                self.lang,
                &why,
                &folder.to_string_lossy(),
            )),
            None => Some(why),
        }
    }
}

/// Creates a folder that nobody else has: what is saved there is nobody else's business.
fn own_folder() -> Option<PathBuf> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let name = |number: u32| std::env::temp_dir().join(format!("tremplin-{}-{number}", std::process::id()));
    // One that is there already may be somebody else's.
    (0..100).map(name).find(|folder| builder.create(folder).is_ok())
}

/// Returns what changed between the text that was kept and the offer as it is now.
fn changes(kept: &OpenOffer, now: &OpenOffer) -> Arc<Changes> {
    let kept = Version {
        offer: &kept.offer,
        text: &kept.text,
    };
    let now = Version {
        offer: &now.offer,
        text: &now.text,
    };
    Arc::new(compare::changes(kept, now))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc;

    use jiff::civil::date;

    use super::*;
    use crate::store::{Sources, load};
    use crate::tracking::samples::application;
    use crate::tui::msg::Purpose;

    const TODAY: Date = date(2026, 11, 20);

    /// Lets the keeper of a folder do some work, after something happened behind its back; returns what it says.
    fn served(paths: &Paths, read_only: bool, behind: impl FnOnce(), tasks: Vec<Task>) -> Vec<Msg> {
        let keeper = Keeper::load(paths.clone(), Vec::new(), read_only, TODAY, Lang::En);
        behind();
        let (sender, to_do) = mpsc::channel();
        for task in tasks.into_iter().chain([Task::End]) {
            sender.send(task).unwrap();
        }
        let (events, said) = mpsc::channel();
        assert_eq!(keeper.serve(&to_do, &events), None);
        drop(events);
        let messages = said.into_iter().filter_map(|event| match event {
            Event::Work(msg) => Some(*msg),
            _ => None,
        });
        messages.collect()
    }

    fn catalog(folder: &std::path::Path) -> Arc<Catalog> {
        let text = "# Cartographe\n\n**Contrat :** CDI\n\nEnvoyez votre CV à rh@lab.example.\n";
        std::fs::write(folder.join("cartographe.md"), text).unwrap();
        let (sources, _) = Sources::new(&[folder]);
        let catalog = load::load(&sources, None, TODAY, &AtomicBool::new(false), None, &mut |_| {}).catalog;
        assert_eq!(catalog.rows().len(), 1);
        catalog
    }

    #[test]
    fn one_change_that_fails_stops_no_other() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths::under(home.path());
        let store = Store::new(paths.shortlist_dir(), paths.backups_dir());
        let names = ["a", "b", "c"];
        for known in ["a", "c"].map(application) {
            store
                .change(&known.id, &Change::Merge(Box::new(known.clone())), TODAY)
                .unwrap();
        }
        let tag = |name: &str| Deed::Change(application(name).id, Box::new(Change::Tag("x".to_owned())));
        let order = Order {
            purpose: Purpose::Do,
            what: "tagged".to_owned(),
            deeds: names.map(tag).into(),
            typed: None,
        };
        let said = served(&paths, false, || {}, vec![Task::Order(order)]);
        let Some(Msg::Saved(saved)) = said.last() else {
            panic!("nothing saved: {said:?}")
        };
        let tagged: Vec<bool> = names
            .iter()
            .filter_map(|name| saved.shortlist.get(&application(name).id))
            .map(|known| known.tags.contains(&"x".to_owned()))
            .collect();
        assert_eq!((tagged, saved.done.len()), (vec![true, true], 2));
        assert!(saved.failure.is_some(), "what failed is said");
    }

    #[test]
    fn what_another_program_saved_before_the_end_of_the_scan_is_shown() {
        let (home, offers) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let paths = Paths::under(home.path());
        let other = Store::new(paths.shortlist_dir(), paths.backups_dir());
        let theirs = application("theirs");
        let behind = || {
            let saved = other.change(&theirs.id, &Change::Merge(Box::new(theirs.clone())), TODAY);
            assert!(saved.is_ok(), "{saved:?}");
        };
        let said = served(&paths, false, behind, vec![Task::Catalog(catalog(offers.path()))]);
        let Some(Msg::Shortlist { shortlist, .. }) = said.last() else {
            panic!("no shortlist: {said:?}")
        };
        assert!(shortlist.get(&theirs.id).is_some());
    }
}
