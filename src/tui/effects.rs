//! The workers: everything that takes a file, a clock or another program. The only part of the interface that names
//! `store` and `system`.
//!
//! What may be asked for again before it is done has a thread that waits on its own channel; a worker that can be
//! overtaken (search, open, draft) takes the newest request only. An outside program has a thread for as long as it runs.

mod clock;
mod keeper;
mod letters;
mod library;
mod programs;
mod reading;
pub mod settings;

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::civil::Date;

use self::clock::Clock;
use self::keeper::{Keeper, Task};
use self::letters::Desk;
use self::library::Librarian;
use self::reading::Searcher;
use self::settings::Settings;
use super::Outside;
use super::input::{Event, Reader};
use super::model::field::Field;
use super::model::hints::Hint;
use super::model::library::Library;
use super::model::sheet::Request as DraftRequest;
use super::model::{MemoBox, Model};
use super::msg::{Effect, Msg, OpenRequest, SearchRequest};
use super::update::toast;
use crate::locale::{Lang, search as words};
use crate::search::Newest;
use crate::store::config::{Config, Layers};
use crate::store::visits::{self, Session};
use crate::store::{Catalog, Paths, Source, Sources};

/// What the interface is started with: the command line, the environment and the config were read before.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where offers are read from.
    pub sources: Sources,
    /// Where files are kept.
    pub paths: Paths,
    /// The configuration in force.
    pub config: Config,
    /// What it was made of, to make it again.
    pub layers: Layers,
    /// The language.
    pub lang: Lang,
    /// Today.
    pub today: Date,
    /// Whether nothing may be saved.
    pub read_only: bool,
}

/// Puts the person back where they left off: the order of the list, and in the same folders the query and the selected
/// offer. What was typed in other folders would find nothing here.
///
/// Returns the work that this calls for.
#[must_use]
pub fn restore(model: &mut Model, options: &Options) -> Vec<Effect> {
    model.hint = visits::is_first(&options.paths).then_some(Hint::Move);
    let session = visits::load_session(&options.paths);
    if let Some(sort) = session.sort {
        model.offers.sort = sort;
    }
    if session.sources != sources(options) {
        return Vec::new();
    }
    model.offers.wanted = session.selected;
    if session.query.trim().is_empty() {
        return Vec::new();
    }
    model.offers.take_up(&session.query, options.today);
    toast::note(model, words::TAKEN_UP.get(options.lang))
}

/// Remembers where the person leaves off, when anything may be saved. Losing it costs a movement, nothing else.
pub fn remember(model: &Model, options: &Options) {
    if options.read_only {
        return;
    }
    let offers = &model.offers;
    let selected = offers.selected.as_ref().filter(|_| offers.chosen);
    let session = Session {
        query: offers.field.text().to_owned(),
        sort: Some(offers.sort),
        selected: offers.wanted.as_ref().or(selected).cloned(),
        sources: sources(options),
    };
    let _ = visits::save_session(&options.paths, &session);
}

/// Names the sources of offers, wherever tremplin is started.
fn sources(options: &Options) -> Vec<String> {
    let sources = options.sources.all().iter();
    let name = |source: &Source| match source {
        Source::Folder { root: path, .. } | Source::File { file: path, .. } => path.to_string_lossy().into_owned(),
        Source::Samples(_) => String::new(),
    };
    sources.map(name).collect()
}

/// The running workers.
pub struct Effects {
    events: Sender<Event>,
    reader: Reader,
    searches: Sender<SearchRequest>,
    newest: Newest,
    openings: Sender<OpenRequest>,
    drafts: Sender<DraftRequest>,
    changes: Sender<settings::Request>,
    tasks: Sender<Task>,
    clock: Clock,
    keeper: Option<JoinHandle<Option<String>>>,
    cancelled: Arc<AtomicBool>,
    /// Held until the first frame is drawn.
    drawn: Option<Sender<Infallible>>,
    settings: Settings,
    desk: Desk,
    lang: Lang,
}

/// The two workers that read what is kept. They begin before there is anything to draw: the first offers are there by
/// then.
pub struct Shelves {
    tasks: Sender<Task>,
    keeper: Option<JoinHandle<Option<String>>>,
    cancelled: Arc<AtomicBool>,
    drawn: Sender<Infallible>,
}

impl Shelves {
    /// Starts the scan and what keeps the shortlist.
    #[must_use]
    pub fn open(options: &Options, events: &Sender<Event>) -> Self {
        let (tasks, to_do) = mpsc::channel();
        let cancelled = Arc::new(AtomicBool::new(false));
        let (drawn, first_frame) = mpsc::channel();
        let librarian = Librarian {
            sources: options.sources.clone(),
            cache: options.config.cache.then(|| options.paths.cache_dir()),
            watch: options.config.watch,
            today: options.today,
            lang: options.lang,
            cancelled: Arc::clone(&cancelled),
            first_frame,
            keeper: tasks.clone(),
            events: events.clone(),
        };
        spawn("library", events, move |_| librarian.work());
        let keeper = start_keeper(options, to_do, events);
        Self {
            tasks,
            keeper,
            cancelled,
            drawn,
        }
    }
}

impl Effects {
    /// Starts the other workers. `reader` is paused while another program has the terminal.
    #[must_use]
    pub fn start(
        options: &Options,
        shelves: Shelves,
        settings: Settings,
        reader: Reader,
        events: Sender<Event>,
    ) -> Self {
        let (today, lang) = (options.today, options.lang);
        let Shelves {
            tasks,
            keeper,
            cancelled,
            drawn,
        } = shelves;
        let newest = Newest::default();
        let mut memory = Searcher::new(settings.live(), newest.clone());
        let searches = answer_newest("search", &events, move |request| memory.search(request, today));
        let openings = answer_newest("open", &events, move |request| reading::open(&request, lang));
        if options.config.watch {
            let followed = settings.clone();
            spawn("config", &events, move |events| followed.follow(events));
            let (shortlist, tasks) = (options.paths.shortlist_dir(), tasks.clone());
            spawn("shortlist", &events, move |_| keeper::follow(&shortlist, &tasks));
        }
        let (changes, requests) = mpsc::channel();
        let set = settings.clone();
        spawn("settings", &events, move |events| set.serve(&requests, events));
        let desk = Desk {
            paths: options.paths.clone(),
            config: settings.live(),
            today,
            lang,
            read_only: options.read_only,
        };
        let writer = desk.clone();
        let drafts = answer_newest("draft", &events, move |request| Msg::Drafted(writer.draft(request)));
        let clock = Clock::start(&events);
        Self {
            clock,
            events,
            reader,
            searches,
            newest,
            openings,
            drafts,
            changes,
            tasks,
            keeper,
            cancelled,
            drawn: Some(drawn),
            desk,
            settings,
            lang,
        }
    }

    /// Lets the workers read on beyond the first offers, now that these are on the screen.
    pub fn read_on(&mut self) {
        self.drawn = None;
        // As in `start`.
        let _ = self.tasks.send(Task::Drawn);
    }

    /// Waits for what must not be lost; returns what could not be saved. Called once the terminal was given back.
    #[must_use]
    pub fn finish(self) -> Option<String> {
        self.cancelled.store(true, Ordering::Relaxed);
        // A keeper that is gone has panicked: there is nothing to wait for.
        let _ = self.tasks.send(Task::End);
        self.keeper?.join().ok()?
    }
}

impl Outside for Effects {
    fn start(&mut self, effect: Effect) {
        let lang = self.lang;
        // A worker that is gone has panicked, which already asks the loop to leave.
        match effect {
            Effect::Search(request) => {
                self.newest.ask(request.generation);
                drop(self.searches.send(request));
            }
            Effect::Open(request) => drop(self.openings.send(request)),
            Effect::Save(order) => drop(self.tasks.send(Task::Order(order))),
            Effect::Visited(id) => drop(self.tasks.send(Task::Visited(id))),
            Effect::OpenKept { generation, id } => drop(self.tasks.send(Task::OpenKept { generation, id })),
            Effect::Compare { id, now } => drop(self.tasks.send(Task::Compare { id, now })),
            Effect::Copy(text) => {
                let clipboard = self.settings.live().get().clipboard;
                spawn("copy", &self.events, move |events| {
                    send(events, programs::copy(text, clipboard, lang));
                });
            }
            Effect::Configure { wish, what } => drop(self.changes.send(settings::Request::Grant(wish, what))),
            Effect::UseTheme(name) => drop(self.changes.send(settings::Request::Theme(name))),
            Effect::Draft(request) => drop(self.drafts.send(*request)),
            Effect::HandOver {
                draft,
                profile,
                id,
                way,
            } => {
                let desk = self.desk.clone();
                spawn("mail", &self.events, move |events| {
                    let result = desk.hand_over(&draft, &profile, &id, way);
                    send(events, Msg::HandedOver { id, result });
                });
            }
            Effect::OpenLink(target) => spawn("link", &self.events, move |events| {
                send(events, programs::open_link(&target, lang));
            }),
            Effect::Timer(timer) => self.clock.set(timer),
            Effect::Edit { .. }
            | Effect::EditMemo(_)
            | Effect::EditProfile
            | Effect::Mail { .. }
            | Effect::Mouse(_)
            | Effect::Write(_)
            | Effect::Suspend
            | Effect::Redraw
            | Effect::Quit => {}
        }
    }

    fn suspend(&mut self) {
        // A process group that nobody could continue is not stopped by this signal, so the call is always safe.
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        // The signal may reach another thread first; what follows must run after the stop, not before.
        thread::sleep(Duration::from_millis(50));
    }

    fn mail(&mut self, words: &[String]) -> Result<String, String> {
        self.reader.pause();
        let result = programs::mail(words, self.lang);
        self.reader.resume();
        result
    }

    fn edit_profile(&mut self) -> Result<String, String> {
        self.reader.pause();
        let result = self.desk.edit_profile();
        self.reader.resume();
        result
    }

    fn edit(&mut self, library: &Library, row: u32) -> Option<String> {
        self.reader.pause();
        let trouble = programs::edit(library, row, &self.settings.live().get().editor, self.lang);
        self.reader.resume();
        trouble
    }

    fn edit_memo(&mut self, mut memo: MemoBox) {
        self.reader.pause();
        let own = self.settings.live().get().editor.clone();
        let edited = programs::edit_text(&self.desk.paths.state_dir(), memo.field.text(), &own, self.lang);
        self.reader.resume();
        let trouble = match edited {
            Ok(text) => {
                memo.field = Field::of_lines(&text);
                None
            }
            Err(why) => Some(why),
        };
        send(&self.events, Msg::MemoEdited(Box::new(memo), trouble));
    }
}

/// Finds the catalog again that a library was made of.
fn catalog_of(library: &Library) -> Option<&Catalog> {
    library.source().as_any().downcast_ref()
}

fn start_keeper(
    options: &Options,
    tasks: Receiver<Task>,
    events: &Sender<Event>,
) -> Option<JoinHandle<Option<String>>> {
    let (paths, own, read_only) = (options.paths.clone(), options.config.stages.clone(), options.read_only);
    let (today, lang) = (options.today, options.lang);
    let guard = LeaveOnPanic(events.clone());
    let started = thread::Builder::new()
        .name("keeper".into())
        .spawn(move || Keeper::load(paths, own, read_only, today, lang).serve(&tasks, &guard.0));
    started.ok()
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
    let _ = events.send(Event::Work(Box::new(msg)));
}

/// Starts a thread that answers the newest request, passing over those that were overtaken; returns where it is asked.
fn answer_newest<T: Send + 'static>(
    name: &str,
    events: &Sender<Event>,
    mut answer: impl FnMut(T) -> Msg + Send + 'static,
) -> Sender<T> {
    let (asked, requests) = mpsc::channel();
    spawn(name, events, move |events| {
        while let Ok(first) = requests.recv() {
            let newest = requests.try_iter().last().unwrap_or(first);
            send(events, answer(newest));
        }
    });
    asked
}
