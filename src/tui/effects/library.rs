//! The thread that reads the folders: the cache, the files, their words, then every change of them.

use std::any::Any;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};

use jiff::civil::Date;

use super::keeper::Task;
use super::send;
use crate::locale::{Lang, findings};
use crate::offer::{OfferId, Summary};
use crate::search::{BodyIndex, BodyIndexBuilder};
use crate::store::watch::Watch;
use crate::store::{Catalog, Progress, Sources, load};
use crate::text::clean_visibly;
use crate::tui::input::Event;
use crate::tui::model::library::{Library, Rows};
use crate::tui::msg::Msg;

impl Rows for Catalog {
    fn rows(&self) -> &[Summary] {
        Self::rows(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What the thread works with.
pub struct Librarian {
    /// Where offers are read from.
    pub sources: Sources,
    /// The cache directory; `None` reads every file.
    pub cache: Option<PathBuf>,
    /// Whether changes are shown while tremplin runs.
    pub watch: bool,
    /// Today.
    pub today: Date,
    /// The language of the reasons.
    pub lang: Lang,
    /// Set when tremplin leaves.
    pub cancelled: Arc<AtomicBool>,
    /// Who must know of a finished scan.
    pub keeper: Sender<Task>,
    /// The loop.
    pub events: Sender<Event>,
}

/// Numbers the libraries, so that an offer that is open is read again when its file may have changed.
static REVISION: AtomicU64 = AtomicU64::new(1);

impl Librarian {
    /// Reads everything, then follows the changes until tremplin leaves.
    pub fn work(self) {
        let mut known = Known::default();
        let mut reported = 0;
        let loaded = load::load(
            &self.sources,
            self.cache.as_deref(),
            self.today,
            &self.cancelled,
            &mut |progress| match progress {
                Progress::Files(files) => {
                    // A frame a hundred files is enough to see that it goes on.
                    if files >= reported + 100 {
                        reported = files;
                        send(&self.events, Msg::Read(files));
                    }
                }
                Progress::Partial(catalog) => known.publish(&catalog, &self.events),
            },
        );
        self.finished(&mut known, loaded.catalog, &[]);
        if self.watch {
            self.follow(known);
        }
    }

    /// Publishes a finished catalog, then again with the words of the bodies.
    fn finished(&self, known: &mut Known, catalog: Arc<Catalog>, changed: &[PathBuf]) {
        known.publish(&catalog, &self.events);
        let left_out = left_out(&catalog, self.lang);
        let files = catalog.files();
        send(&self.events, Msg::Scanned { files, left_out });
        // Once the loop is gone so is the keeper.
        let _ = self.keeper.send(Task::Catalog(Arc::clone(&catalog)));
        known.index_bodies(&catalog, changed, &self.cancelled, &self.events);
    }

    fn follow(self, mut known: Known) {
        let (changes, changed) = mpsc::channel::<Vec<PathBuf>>();
        let _watch = Watch::start(&self.sources, move |paths| drop(changes.send(paths.to_vec())));
        while let Ok(paths) = changed.recv() {
            if self.cancelled.load(Ordering::Relaxed) {
                return;
            }
            let Some(catalog) = known.catalog.clone() else { return };
            let loaded = load::refresh(&catalog, &paths, &self.cancelled);
            if loaded.changed {
                self.finished(&mut known, Arc::clone(&loaded.catalog), &paths);
                if let Some(cache) = &self.cache {
                    load::save(&loaded.catalog, cache, self.today);
                }
            }
        }
    }
}

/// What was published last.
#[derive(Default)]
struct Known {
    catalog: Option<Arc<Catalog>>,
    library: Option<Arc<Library>>,
    /// The words of the bodies, and the catalog whose rows they count.
    bodies: Option<(Arc<BodyIndex>, Arc<Catalog>)>,
}

impl Known {
    /// Sends the rows of a catalog, the words of the bodies left out until they are read.
    fn publish(&mut self, catalog: &Arc<Catalog>, events: &Sender<Event>) {
        let revision = REVISION.fetch_add(1, Ordering::Relaxed);
        let library = Arc::new(Library::new(Arc::clone(catalog) as Arc<dyn Rows>, revision));
        self.library = Some(Arc::clone(&library));
        self.catalog = Some(Arc::clone(catalog));
        send(events, Msg::Loaded(library));
    }

    /// Reads the bodies and sends the same rows with their words. What did not change is not read again.
    fn index_bodies(
        &mut self,
        catalog: &Arc<Catalog>,
        changed: &[PathBuf],
        cancelled: &AtomicBool,
        events: &Sender<Event>,
    ) {
        let rows = catalog.rows();
        let (mut builder, fresh) = match &self.bodies {
            Some((old, of)) => {
                let moved = moved(of, catalog, changed);
                (BodyIndexBuilder::keeping(old, &moved), others(&moved, rows.len()))
            }
            None => (BodyIndexBuilder::default(), (0..rows.len()).collect()),
        };
        for number in fresh {
            if cancelled.load(Ordering::Relaxed) {
                return;
            }
            // A file that vanished meanwhile has no words.
            if let (Ok(opened), Ok(row)) = (catalog.open(number), u32::try_from(number)) {
                builder.add(row, opened.text.get(opened.offer.body.clone()).unwrap_or_default());
            }
        }
        let bodies = Arc::new(builder.finish(rows.len()));
        self.bodies = Some((Arc::clone(&bodies), Arc::clone(catalog)));
        if let Some(library) = &self.library {
            send(events, Msg::Loaded(Arc::new(library.with_bodies(bodies))));
        }
    }
}

/// Returns where each row of `before` stands in `now`; `None` when it is gone or its file may have changed.
fn moved(before: &Catalog, now: &Catalog, changed: &[PathBuf]) -> Vec<Option<u32>> {
    let places: HashMap<&OfferId, u32> = now.rows().iter().map(|row| &row.id).zip(0..).collect();
    let touched = |number: usize| {
        let path = before.path(number);
        path.is_none_or(|path| {
            changed
                .iter()
                .any(|changed: &PathBuf| path.starts_with(changed as &Path))
        })
    };
    let place = |(number, row): (usize, &Summary)| {
        let known = (!touched(number)).then(|| places.get(&row.id).copied());
        known.flatten()
    };
    before.rows().iter().enumerate().map(place).collect()
}

/// Returns the rows that none of the old ones moved to.
fn others(moved: &[Option<u32>], rows: usize) -> Vec<usize> {
    let mut kept = vec![false; rows];
    for row in moved.iter().flatten() {
        if let Some(kept) = kept.get_mut(*row as usize) {
            *kept = true;
        }
    }
    (0..rows).filter(|row| !kept[*row]).collect()
}

/// Returns path and reason of every file that gave no offer.
fn left_out(catalog: &Catalog, lang: Lang) -> Arc<[(String, String)]> {
    let unread = catalog.left_out().map(|file| (file.path, file.reason.say(lang)));
    let others = catalog
        .not_offers()
        .map(|file| (file.path, findings::not_an_offer(lang, file.reason).to_owned()));
    unread
        .chain(others)
        .map(|(path, reason)| (clean_visibly(path).into_string(), reason))
        .collect()
}
