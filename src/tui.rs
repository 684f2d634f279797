//! The interface: the event loop and everything that it draws.
//!
//! ```text
//!  input thread ── Event ──┐                          ┌── Msg ◄── workers (scan, search, save, open, copy)
//!                          ▼                          ▼
//!  keymap: (context, key) → Msg ──► update(&mut Model, Msg) → Vec<Effect> ──► effects
//!                                         │
//!                                         ▼  (once the queue is empty)
//!                              view(&Model, &Theme, &mut Buffer) ──► terminal
//! ```
//!
//! | file | what stands there |
//! |---|---|
//! | [`model`] and `model/` | the state: what the screen shows, plain data |
//! | [`msg`] | what can happen, and what may be asked of the outside world |
//! | [`update`](mod@update) and `update/` | what a message changes, one file a topic |
//! | [`layout`] | where everything stands, for drawing, scrolling and the mouse |
//! | [`page`] | the detail pane as lines: card of facts, text, notes |
//! | [`view`](mod@view) and `view/` | one frame, one file a part of the screen |
//! | [`keymap`] and `keymap/` | the one table of keys, the keyboards, the keys of the person’s own |
//! | [`theme`] | roles and colours |
//! | [`terminal`], [`input`] | the real terminal, taken and given back; keys, signals |
//! | [`effects`] | the workers; the only file that names `store` and `system` |
//!
//! # How to add …
//!
//! - **a key or an action**: a variant of [`keymap::Action`], a row of [`keymap::BINDINGS`], an arm in `update::act`.
//!   Footer, help, palette and `tremplin keys` follow.
//! - **a view**: a variant of [`model::View`] (in [`model::View::ALL`] once it shows something), its state in
//!   `model/`, a [`keymap::Context`] for its keys, an arm in `Model::context`, a file in `update/` and one in `view/`,
//!   its area in [`layout::Panes`].
//! - **a box above the view** (menu, sheet, prompt): a variant of [`model::Mode`] that holds its state, a context, an
//!   arm in `update::back`, a file in `view/` that starts with `view::footer::keyed_box`.
//! - **work for a thread**: a variant of [`msg::Effect`] (plain data), its answer as a variant of [`msg::Msg`] with a
//!   generation number when it can be overtaken, an arm in [`effects::Effects`].
//! - **a sentence**: `src/locale/ui.rs`.

pub mod effects;
pub mod input;
pub mod keymap;
pub mod layout;
pub mod model;
pub mod msg;
pub mod page;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;

use std::io;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use self::effects::Options;
pub use self::effects::settings::keymap_of;
use self::effects::settings::{Settings, depth};
use self::effects::{Effects, Shelves};
use self::input::{Event, Reader};
use self::keymap::{Context, Key};
use self::model::MemoBox;
use self::model::Model;
use self::model::library::Library;
use self::msg::{Effect, Handed, Msg};
use self::terminal::{Guard, Question, RealScreen};
use self::update::update;
use self::view::view;

/// How long the first frame waits for offers: not as long as anybody could see.
const AT_ONCE: Duration = Duration::from_millis(5);

/// Why the interface could not run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The terminal could not be read from or written to.
    #[error("the terminal: {0}")]
    Terminal(#[from] io::Error),
    /// Changes of the shortlist are in memory only; the sentence says why and where they were put.
    #[error("{0}")]
    NotSaved(String),
}

/// The terminal as the loop uses it.
pub trait Screen {
    /// Draws a frame of this size; the closure returns the place of the cursor.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    fn draw(&mut self, area: Rect, view: &mut dyn FnMut(&mut Buffer) -> Option<Position>) -> io::Result<()>;
    /// Writes bytes that are no drawing: a clipboard sequence.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Asks for the mouse, or gives it back.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    fn mouse(&mut self, on: bool) -> io::Result<()>;
    /// Gives the terminal back for a while.
    fn release(&mut self);
    /// Takes it again and returns its size; every cell is drawn anew.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    fn retake(&mut self) -> io::Result<Rect>;
}

/// The outside world as the loop uses it: threads, files, programs. A test puts a fake in its place.
pub trait Outside {
    /// Starts a piece of work; its answer comes as an event.
    fn start(&mut self, effect: Effect);
    /// Stops the whole program and returns when the shell continues it.
    fn suspend(&mut self);
    /// Gives the terminal to a mail program; says that it took the draft, or what went wrong.
    ///
    /// # Errors
    ///
    /// A sentence, when it did not start or ended badly.
    fn mail(&mut self, words: &[String]) -> Result<String, String>;
    /// Gives the terminal to the editor with who applies; says what was read of it, or what went wrong.
    ///
    /// # Errors
    ///
    /// A sentence, when the editor did not start or what was saved cannot be read.
    fn edit_profile(&mut self) -> Result<String, String>;
    /// Gives the terminal to the editor with the file of an offer; returns what went wrong, as a sentence.
    fn edit(&mut self, library: &Library, row: u32) -> Option<String>;
    /// Gives the terminal to the editor with a memo; what became of it comes as an event.
    fn edit_memo(&mut self, memo: MemoBox);
}

/// Runs the interface until the person leaves.
///
/// # Errors
///
/// When the terminal cannot be taken or fails.
pub fn run(options: &Options) -> Result<(), Error> {
    let config = &options.config;
    let guard = Guard::new(config.mouse)?;
    let question = Question::ask(depth(config), &|name| std::env::var(name).ok());
    let (sender, events) = mpsc::channel();
    let shelves = Shelves::open(options, &sender);
    let (background, typed) = question.answer();
    let (settings, setting, mistakes) = Settings::new(options, background);
    for key in typed {
        // The other end is ours.
        let _ = sender.send(Event::Key(key));
    }
    let reader = Reader::start(sender.clone())?;
    let mut screen = RealScreen::new(config.mouse)?;
    let mut model = Model::new((*setting).clone(), terminal::size()?);
    model.offers.sort = config.sort;
    model.mouse = config.mouse;
    let taken_up = effects::restore(&mut model, options);
    drop(update::shortlist::tell(&mut model, &mistakes));
    let mut outside = Effects::start(options, shelves, settings, reader, sender);
    for effect in taken_up {
        outside.start(effect);
    }
    #[cfg(debug_assertions)]
    panic_when_asked();
    let left = live(&mut model, &mut screen, &mut outside, &events);
    drop(guard);
    effects::remember(&model, options);
    // What was asked for is saved even when the terminal failed, and what could not be is the worse news.
    match outside.finish() {
        Some(why) => Err(Error::NotSaved(why)),
        None => Ok(left?),
    }
}

/// Draws and obeys until the person leaves.
fn live(model: &mut Model, screen: &mut dyn Screen, outside: &mut Effects, events: &Receiver<Event>) -> io::Result<()> {
    match first_frame(model, screen, outside, events)? {
        Step::GoOn => event_loop(model, screen, outside, events),
        Step::Leave => Ok(()),
    }
}

/// Lets a test see that a panic gives the terminal back.
#[cfg(debug_assertions)]
fn panic_when_asked() {
    assert!(
        std::env::var_os("TREMPLIN_TEST_PANIC").is_none(),
        "TREMPLIN_TEST_PANIC is set"
    );
}

/// Draws the first frame: with offers, when they come at once, as they do from the cache; else the empty list.
fn first_frame(
    model: &mut Model,
    screen: &mut dyn Screen,
    outside: &mut Effects,
    events: &Receiver<Event>,
) -> io::Result<Step> {
    let deadline = Instant::now() + AT_ONCE;
    while model.offers.shown.hits.rows.is_empty() {
        let left = deadline.saturating_duration_since(Instant::now());
        let Ok(event) = events.recv_timeout(left) else { break };
        if step(model, event, screen, outside)? == Step::Leave {
            return Ok(Step::Leave);
        }
    }
    screen.draw(model.screen, &mut |buf| view(model, &model.setting.theme, buf))?;
    outside.read_on();
    Ok(Step::GoOn)
}

/// Waits for events, applies all that came, draws once; until asked to leave.
///
/// # Errors
///
/// What the terminal answers.
pub fn event_loop(
    model: &mut Model,
    screen: &mut dyn Screen,
    outside: &mut dyn Outside,
    events: &Receiver<Event>,
) -> io::Result<()> {
    loop {
        screen.draw(model.screen, &mut |buf| view(model, &model.setting.theme, buf))?;
        let Ok(first) = events.recv() else { return Ok(()) };
        for event in std::iter::once(first).chain(events.try_iter()) {
            if step(model, event, screen, outside)? == Step::Leave {
                return Ok(());
            }
        }
    }
}

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    GoOn,
    Leave,
}

fn step(model: &mut Model, event: Event, screen: &mut dyn Screen, outside: &mut dyn Outside) -> io::Result<Step> {
    let Some(msg) = translate(model, event, screen)? else {
        return Ok(Step::GoOn);
    };
    obey(model, msg, screen, outside)
}

/// Applies a message and does what it calls for.
fn obey(model: &mut Model, msg: Msg, screen: &mut dyn Screen, outside: &mut dyn Outside) -> io::Result<Step> {
    for effect in update(model, msg) {
        match effect {
            Effect::Quit => return Ok(Step::Leave),
            Effect::Redraw => resume(model, screen)?,
            Effect::Suspend => {
                screen.release();
                outside.suspend();
                resume(model, screen)?;
            }
            Effect::Write(bytes) => screen.write(&bytes)?,
            Effect::Mouse(on) => screen.mouse(on)?,
            Effect::Edit { library, row } => {
                screen.release();
                let trouble = outside.edit(&library, row);
                resume(model, screen)?;
                if let Some(why) = trouble {
                    drop(update::toast::error(model, why));
                }
            }
            Effect::EditMemo(memo) => {
                screen.release();
                outside.edit_memo(*memo);
                resume(model, screen)?;
            }
            Effect::EditProfile => {
                screen.release();
                let result = outside.edit_profile();
                resume(model, screen)?;
                if obey(model, Msg::ProfileEdited(result), screen, outside)? == Step::Leave {
                    return Ok(Step::Leave);
                }
            }
            Effect::Mail { id, words } => {
                screen.release();
                let result = outside.mail(&words).map(Handed::Done);
                resume(model, screen)?;
                let done = Msg::HandedOver { id, result };
                if obey(model, done, screen, outside)? == Step::Leave {
                    return Ok(Step::Leave);
                }
            }
            work => outside.start(work),
        }
    }
    Ok(Step::GoOn)
}

/// Takes the terminal again, whatever its size has become.
fn resume(model: &mut Model, screen: &mut dyn Screen) -> io::Result<()> {
    let size = screen.retake()?;
    let effects = update(model, Msg::Resized(size.width, size.height));
    debug_assert!(effects.is_empty(), "a new size calls for no work");
    Ok(())
}

fn translate(model: &mut Model, event: Event, screen: &mut dyn Screen) -> io::Result<Option<Msg>> {
    Ok(match event {
        Event::Key(key) => Some(meaning(model, key)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
        Event::Resize(width, height) => Some(Msg::Resized(width, height)),
        Event::Continued => {
            screen.release();
            resume(model, screen)?;
            None
        }
        Event::Leave => Some(Msg::Leave),
        Event::Work(msg) => Some(*msg),
    })
}

/// Returns what a key means where the keyboard is now.
fn meaning(model: &Model, key: Key) -> Msg {
    let context = model.context();
    if let Some(action) = model.setting.keymap.resolve(context, key) {
        return Msg::Do(action);
    }
    let keymap = &model.setting.keymap;
    let place = match context {
        Context::Stage => keymap.stage(key).filter(|place| *place <= model.tracked.stages().len()),
        Context::Outline | Context::Links => keymap.place(key),
        _ => None,
    };
    if let Some(place) = place {
        return Msg::Pick(place);
    }
    match key.edit() {
        Some(edit) if context.takes_text() => Msg::Edit(edit),
        _ => Msg::Unknown {
            key: key.shown(model.lang()),
            elsewhere: model.setting.keymap.elsewhere(context, key),
        },
    }
}
