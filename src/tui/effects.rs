//! The workers: everything that takes a file, a clock or another program. The only file of the interface that names
//! `store` and `system`.
//!
//! Each kind of work has a thread that waits on its own channel. A worker that can be overtaken (search, open) takes
//! the newest request only.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use jiff::civil::Date;

use super::input::Event;
use super::model::library::{Library, OpenOffer, Rows};
use super::model::offers::Shown;
use super::msg::{Effect, Msg};
use super::{Options, Outside};
use crate::locale::Lang;
use crate::markdown;
use crate::offer::Summary;
use crate::search::rank::Corpus;
use crate::search::{Query, Sort, search};
use crate::store::{Catalog, Progress, Sources, scan};
use crate::text::clean_visibly;

impl Rows for Catalog {
    fn rows(&self) -> &[Summary] {
        Self::rows(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The running workers.
pub struct Effects {
    events: Sender<Event>,
    searches: Sender<SearchRequest>,
    openings: Sender<OpenRequest>,
    cancelled: Arc<AtomicBool>,
}

struct SearchRequest {
    generation: u64,
    library: Arc<Library>,
    query: String,
    sort: Sort,
}

struct OpenRequest {
    generation: u64,
    library: Arc<Library>,
    row: u32,
}

impl Effects {
    /// Starts the workers and the scan.
    #[must_use]
    pub fn start(options: &Options, events: Sender<Event>) -> Self {
        let (today, lang) = (options.today, options.lang);
        let cancelled = Arc::new(AtomicBool::new(false));
        let sources = match options.offers.as_slice() {
            [] => Sources::samples(today),
            paths => Sources::new(paths).0,
        };
        let stop = Arc::clone(&cancelled);
        spawn("scan", &events, move |events| read_all(&sources, &stop, lang, events));
        let (searches, requests) = mpsc::channel();
        spawn("search", &events, move |events| {
            serve_newest(&requests, |request| search_rows(request, today), events);
        });
        let (openings, requests) = mpsc::channel();
        spawn("open", &events, move |events| {
            serve_newest(&requests, |request| open(&request, lang), events);
        });
        Self {
            events,
            searches,
            openings,
            cancelled,
        }
    }

    /// Waits for what must not be lost. Called once the terminal was given back.
    pub fn finish(self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl Outside for Effects {
    fn start(&mut self, effect: Effect) {
        // A worker that is gone has panicked, which already asks the loop to leave.
        match effect {
            Effect::Search {
                generation,
                library,
                query,
                sort,
            } => drop(self.searches.send(SearchRequest {
                generation,
                library,
                query,
                sort,
            })),
            Effect::Open {
                generation,
                library,
                row,
            } => drop(self.openings.send(OpenRequest {
                generation,
                library,
                row,
            })),
            Effect::ToastTimer(number, milliseconds) => spawn("timer", &self.events, move |events| {
                thread::sleep(Duration::from_millis(milliseconds));
                send(events, Msg::ToastOver(number));
            }),
            Effect::Suspend | Effect::Redraw | Effect::Quit => {}
        }
    }

    fn suspend(&mut self) {
        // A process group that nobody could continue is not stopped by this signal, so the call is always safe.
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        // The signal may reach another thread first; what follows must run after the stop, not before.
        thread::sleep(Duration::from_millis(50));
    }
}

/// Asks the loop to leave when the thread panics: the terminal was given back by the hook.
struct LeaveOnPanic(Sender<Event>);

impl Drop for LeaveOnPanic {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Event::Leave);
        }
    }
}

fn spawn(name: &str, events: &Sender<Event>, work: impl FnOnce(&Sender<Event>) + Send + 'static) {
    let guard = LeaveOnPanic(events.clone());
    let started = thread::Builder::new().name(name.into()).spawn(move || work(&guard.0));
    if started.is_err() {
        let _ = events.send(Event::Leave);
    }
}

/// Sends a message; a loop that is gone needs none.
fn send(events: &Sender<Event>, msg: Msg) {
    let _ = events.send(Event::Work(msg));
}

/// Answers requests until there will be none, passing over those that were overtaken.
fn serve_newest<T>(requests: &Receiver<T>, mut answer: impl FnMut(T) -> Msg, events: &Sender<Event>) {
    while let Ok(first) = requests.recv() {
        let newest = requests.try_iter().last().unwrap_or(first);
        send(events, answer(newest));
    }
}

fn read_all(sources: &Sources, cancelled: &AtomicBool, lang: Lang, events: &Sender<Event>) {
    let mut reported = 0;
    let catalog = scan::scan(sources, cancelled, &mut |progress| match progress {
        Progress::Files(files) => {
            // A frame a hundred files is enough to see that it goes on.
            if files >= reported + 100 {
                reported = files;
                send(events, Msg::Read(files));
            }
        }
        Progress::Partial(catalog) => send(events, Msg::Loaded(Arc::new(Library::new(catalog)))),
    });
    let left_out = left_out(&catalog, lang);
    let files = catalog.files();
    send(events, Msg::Loaded(Arc::new(Library::new(Arc::new(catalog)))));
    send(events, Msg::Scanned { files, left_out });
}

/// Returns path and reason of every file that gave no offer.
fn left_out(catalog: &Catalog, lang: Lang) -> Arc<[(String, String)]> {
    let unread = catalog.left_out().map(|file| (file.path, file.reason.say(lang)));
    let others = catalog.not_offers().map(|file| {
        (
            file.path,
            crate::locale::findings::not_an_offer(lang, file.reason).to_owned(),
        )
    });
    unread
        .chain(others)
        .map(|(path, reason)| (clean_visibly(path).into_string(), reason))
        .collect()
}

fn search_rows(request: SearchRequest, today: Date) -> Msg {
    let query = Query::parse(&request.query, today);
    let library = &request.library;
    let corpus = Corpus {
        rows: library.rows(),
        index: &library.index,
        bodies: library.bodies.as_deref(),
        marks: &[],
        today,
    };
    let hits = search(corpus, &query, request.sort);
    Msg::Found {
        generation: request.generation,
        found: Shown {
            library: request.library,
            query,
            hits,
        },
    }
}

fn open(request: &OpenRequest, lang: Lang) -> Msg {
    let catalog = request.library.source().as_any().downcast_ref::<Catalog>();
    let opened = catalog.map(|catalog| catalog.open(request.row as usize));
    let result = match opened {
        Some(Ok(opened)) => {
            let body = opened.text.get(opened.offer.body.clone()).unwrap_or_default();
            let document = markdown::parse(body, opened.offer.body.start);
            let path = opened
                .path
                .map_or_else(|| opened.offer.path.clone(), |path| path.to_string_lossy().into_owned());
            Ok(Arc::new(OpenOffer {
                document,
                text: opened.text,
                path: clean_visibly(&path).into_string(),
                offer: opened.offer,
            }))
        }
        Some(Err(error)) => Err(error.say(lang)),
        None => Err(String::new()),
    };
    Msg::Opened {
        generation: request.generation,
        result,
    }
}
