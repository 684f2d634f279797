//! The thread that reads the folders: the cache, the files, their words, then every change of them.

use std::any::Any;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use jiff::civil::Date;

use super::keeper::Task;
use super::send;
use crate::locale::{Lang, findings};
use crate::offer::Summary;
use crate::search::Texts;
use crate::store::bodies::Gathering;
use crate::store::load::Loaded;
use crate::store::watch::Watch;
use crate::store::{Bodies, Catalog, Progress, Sources, load};
use crate::text::clean_visibly;
use crate::tui::input::Event;
use crate::tui::model::LeftOut;
use crate::tui::model::library::{Library, Rows};
use crate::tui::msg::Msg;

impl Rows for Catalog {
    fn rows(&self) -> &[Summary] {
        Self::rows(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn body(&self, row: u32) -> Option<String> {
        Texts::body(self, row)
    }
}

/// How long the first frame may hold up the rest.
const PATIENCE: Duration = Duration::from_millis(20);

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
    /// Ends when the first frame is on the screen.
    pub first_frame: Receiver<Infallible>,
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
        let (notices, changed) = mpsc::channel::<Vec<PathBuf>>();
        let mut watch = None;
        let words = Gathering::default();
        let loaded = load::load(
            &self.sources,
            self.cache.as_deref(),
            self.today,
            &self.cancelled,
            Some(&words),
            &mut |progress| match progress {
                Progress::Walking => {
                    // The first offers are on screen: from here on nothing waits as much as the person who types.
                    give_way();
                    watch = self.watch.then(|| {
                        let notices = notices.clone();
                        Watch::start(&self.sources, move |paths| {
                            drop(notices.send(paths.to_vec()));
                        })
                    });
                }
                Progress::Files(files) => {
                    // A frame a hundred files is enough to see that it goes on.
                    if files >= reported + 100 {
                        reported = files;
                        send(&self.events, Msg::Read(files));
                    }
                }
                Progress::CacheNotUsed(why) => {
                    if let Some(sentence) = why.say(self.lang) {
                        send(&self.events, Msg::Noted(sentence));
                    }
                }
                Progress::Partial(catalog) => {
                    let is_first = known.catalog.is_none();
                    known.publish(&catalog, &self.events);
                    if is_first {
                        // What comes next wants all the processors, and the first offers want one until they are seen.
                        let _ = self.first_frame.recv_timeout(PATIENCE);
                    }
                }
            },
        );
        self.finished(&mut known, &self.packed(loaded), words);
        // Only the watch sends notices: without one there is nothing to wait for.
        drop(notices);
        self.follow(known, &changed);
        drop(watch);
    }

    /// Returns the catalog that was loaded, in as little room as it can have.
    fn packed(&self, loaded: Loaded) -> Arc<Catalog> {
        let (Some(cache), Some(written)) = (&self.cache, loaded.written) else {
            return loaded.catalog;
        };
        load::packed(loaded.catalog, cache, written).unwrap_or_else(|| {
            // Another tremplin wrote the cache in these milliseconds.
            let cache = Some(cache.as_path());
            load::load(&self.sources, cache, self.today, &self.cancelled, None, &mut |_| {}).catalog
        })
    }

    /// Publishes a finished catalog, then again with the words of the bodies; `words` are those gathered on the way.
    fn finished(&self, known: &mut Known, catalog: &Arc<Catalog>, words: Gathering) {
        let is_shown = known.catalog.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, catalog));
        if !is_shown {
            known.publish(catalog, &self.events);
        }
        let left_out = left_out(catalog, self.lang);
        let files = catalog.files();
        send(&self.events, Msg::Scanned { files, left_out });
        // Once the loop is gone so is the keeper.
        let _ = self.keeper.send(Task::Catalog(Arc::clone(catalog)));
        known.index_bodies(words, self.cache.as_deref(), &self.cancelled, &self.events);
    }

    fn follow(self, mut known: Known, changed: &mpsc::Receiver<Vec<PathBuf>>) {
        while let Ok(paths) = changed.recv() {
            if self.cancelled.load(Ordering::Relaxed) {
                return;
            }
            let Some(catalog) = known.catalog.clone() else { return };
            let loaded = load::refresh(&catalog, &paths, &self.cancelled);
            if loaded.changed {
                self.finished(&mut known, &loaded.catalog, Gathering::default());
                if let Some(cache) = &self.cache {
                    load::save(&loaded.catalog, cache, self.today);
                }
            }
        }
    }
}

/// Lets the other threads of the machine go first before this one and those that it starts.
fn give_way() {
    // Elsewhere a thread has no priority of its own, and the whole program must not give way.
    #[cfg(target_os = "linux")]
    {
        // Refused or not, the work is done.
        let _ = rustix::process::nice(10);
    }
}

/// What was published last.
#[derive(Default)]
struct Known {
    catalog: Option<Arc<Catalog>>,
    library: Option<Arc<Library>>,
    /// The words of the bodies.
    bodies: Option<Bodies>,
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

    /// Brings the words of the bodies up to date and sends the same rows with them.
    fn index_bodies(&mut self, words: Gathering, cache: Option<&Path>, cancelled: &AtomicBool, events: &Sender<Event>) {
        let Some(catalog) = self.catalog.clone() else { return };
        let saved = || cache.and_then(|cache| Bodies::load(cache, catalog.sources()));
        let before = self.bodies.take().or_else(saved);
        let Some(bodies) = Bodies::of(&catalog, before.as_ref(), words, cancelled) else {
            return;
        };
        if let Some(library) = &self.library {
            let library = library.with_bodies(Arc::clone(&bodies.index));
            send(events, Msg::Loaded(Arc::new(library)));
        }
        if let Some(cache) = cache {
            bodies.save_over(before.as_ref(), cache, catalog.sources());
        }
        self.bodies = Some(bodies);
    }
}

/// Returns every file that gave no offer with its reason, those that somebody may have meant to be one first.
fn left_out(catalog: &Catalog, lang: Lang) -> Arc<[LeftOut]> {
    let line = |path: &str, reason: String, expected| LeftOut {
        path: clean_visibly(path).into_string(),
        reason,
        expected,
    };
    let unread = catalog
        .left_out()
        .map(|file| line(file.path, file.reason.say(lang), !file.reason.is_worth_a_word()));
    let others = catalog
        .not_offers()
        .map(|file| line(file.path, findings::not_an_offer(lang, file.reason).to_owned(), false));
    let mut all: Vec<LeftOut> = unread.chain(others).collect();
    all.sort_by_key(|file| file.expected);
    all.into()
}
