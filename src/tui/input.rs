//! What comes in: one thread reads the terminal, one waits for signals, both only send events.
//!
//! The reader waits in `poll(2)` for the terminal or for us, and asks crossterm only when there is something to
//! read: an idle tremplin wakes nobody, an editor started from here gets every key, and a terminal that disappears
//! is seen at once (crossterm alone would spin on it).

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event as Raw, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::keymap::Key;
use super::msg::Msg;
use super::terminal;

/// Something that reached the loop.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// The mouse.
    Mouse(Mouse),
    /// A pasted text.
    Paste(String),
    /// The terminal changed its size.
    Resize(u16, u16),
    /// The program was stopped and goes on.
    Continued,
    /// A signal asks to leave, or the terminal is gone.
    Leave,
    /// A piece of work sends a message.
    Work(Box<Msg>),
}

/// What the mouse did, where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// The cell.
    pub at: Position,
    /// What was done there.
    pub kind: MouseKind,
}

/// What a mouse can do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// It went down twice in the same place.
    DoublePress,
    /// It moves while down.
    Drag,
    /// It went up.
    Release,
    /// One notch of the wheel: negative upwards.
    Wheel(i8),
}

/// Pasted text beyond this many bytes is dropped.
const MAX_PASTE: usize = 64 * 1024;
/// Two presses within this time are one double press.
const DOUBLE: Duration = Duration::from_millis(400);
/// How long crossterm waits for more after an event: with nothing left of its time it does not even hand out what it
/// has read, so that a thread held back longer than this would leave keys lying until the next one.
const MORE: Duration = Duration::from_millis(20);
/// How long the loop may take to leave once the terminal is gone.
const PATIENCE: Duration = Duration::from_millis(700);

/// Holds the reading thread while another program has the terminal.
#[derive(Debug)]
pub struct Reader {
    wake: OwnedFd,
    gate: Arc<Gate>,
}

#[derive(Debug, Default)]
struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
    /// Set when a SIGINT comes, before the thread that waits for signals has its turn.
    interrupted: Arc<AtomicBool>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum GateState {
    #[default]
    Open,
    Closing,
    Closed,
}

impl Gate {
    fn set(&self, state: GateState) {
        *self.state() = state;
        self.changed.notify_all();
    }

    fn wait_until(&self, wanted: GateState) {
        self.wait_while(|state| state != wanted);
    }

    /// Returns when the gate opens, or when it is to close again: who closes it waits for the answer.
    fn stay_closed(&self) {
        self.wait_while(|state| state == GateState::Closed);
    }

    fn wait_while(&self, unwanted: impl Fn(GateState) -> bool) {
        let waited = self.changed.wait_while(self.state(), |state| unwanted(*state));
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn state(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_open(&self) -> bool {
        *self.state() == GateState::Open
    }

    /// Opens. What came until now was meant for the program that had the terminal.
    fn open(&self) {
        self.interrupted.store(false, Ordering::SeqCst);
        self.set(GateState::Open);
    }

    /// Tells whether a SIGINT is meant for us. One that reached an editor or a mail program reaches us too, and may be
    /// looked at only once that has ended.
    fn is_interrupted(&self) -> bool {
        self.is_open() && self.interrupted.swap(false, Ordering::SeqCst)
    }

    fn wanted_shut(&self) -> bool {
        *self.state() == GateState::Closing
    }
}

impl Reader {
    /// Starts the two threads.
    ///
    /// # Errors
    ///
    /// When the system refuses a pipe, the signals or a thread.
    pub fn start(events: Sender<Event>) -> io::Result<Self> {
        let (wait, wake) = rustix::pipe::pipe()?;
        let gate = Arc::new(Gate::default());
        listen_to_signals(events.clone(), Arc::clone(&gate))?;
        let theirs = Arc::clone(&gate);
        thread::Builder::new()
            .name("input".into())
            .spawn(move || read_terminal(&events, &wait, &theirs))?;
        Ok(Self { wake, gate })
    }

    /// Stops reading and returns once the thread no longer touches the terminal.
    pub fn pause(&self) {
        self.gate.set(GateState::Closing);
        if rustix::io::write(&self.wake, &[0]).is_ok() {
            self.gate.wait_until(GateState::Closed);
        }
    }

    /// Reads again.
    pub fn resume(&self) {
        self.gate.open();
    }
}

fn listen_to_signals(events: Sender<Event>, gate: Arc<Gate>) -> io::Result<()> {
    signal_hook::flag::register(SIGINT, Arc::clone(&gate.interrupted))?;
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGWINCH, SIGCONT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGWINCH => match terminal::size() {
                    Ok(area) => Event::Resize(area.width, area.height),
                    Err(_) => continue,
                },
                SIGCONT => Event::Continued,
                SIGINT if !gate.is_interrupted() => continue,
                SIGHUP => {
                    leave_in_time();
                    Event::Leave
                }
                _ => Event::Leave,
            };
            if events.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Ends the process when the loop does not: it may be blocked writing to a terminal that is gone.
fn leave_in_time() {
    let watchdog = thread::Builder::new().name("watchdog".into());
    // A process that cannot start a thread any more has nothing left to lose.
    let started = watchdog.spawn(|| {
        thread::sleep(PATIENCE);
        std::process::exit(129); // 128 + SIGHUP
    });
    if started.is_err() {
        std::process::exit(129);
    }
}

fn read_terminal(events: &Sender<Event>, wait: &OwnedFd, gate: &Gate) {
    let stdin = rustix::stdio::stdin();
    let mut translator = Translator::default();
    loop {
        let mut fds = [
            PollFd::from_borrowed_fd(stdin, PollFlags::IN),
            PollFd::from_borrowed_fd(wait.as_fd(), PollFlags::IN),
        ];
        match poll(&mut fds, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => return gone(events),
        }
        let (terminal, wake) = (fds[0].revents(), fds[1].revents());
        if wake.intersects(PollFlags::IN) && gate.wanted_shut() {
            let _ = rustix::io::read(wait, &mut [0; 16]);
            gate.set(GateState::Closed);
            gate.stay_closed();
            continue;
        }
        if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return gone(events);
        }
        if terminal.intersects(PollFlags::IN) && forward(events, &mut translator).is_err() {
            return gone(events);
        }
    }
}

fn gone(events: &Sender<Event>) {
    leave_in_time();
    let _ = events.send(Event::Leave);
}

/// Sends on everything that is there to be read.
fn forward(events: &Sender<Event>, translator: &mut Translator) -> io::Result<()> {
    while event::poll(MORE)? {
        let Some(event) = translator.translate(event::read()?) else {
            continue;
        };
        if events.send(event).is_err() {
            return Ok(());
        }
    }
    Ok(())
}

/// Turns what crossterm reads into what the loop knows.
#[derive(Debug, Default)]
struct Translator {
    replies: LateReplies,
    last_press: Option<(Position, Instant)>,
}

impl Translator {
    fn translate(&mut self, raw: Raw) -> Option<Event> {
        match raw {
            Raw::Key(key) if key.kind == KeyEventKind::Release || self.replies.swallows(&key) => None,
            Raw::Key(key) => Some(Event::Key(Key::from_event(&key))),
            Raw::Paste(text) => Some(Event::Paste(first_bytes(text, MAX_PASTE))),
            Raw::Mouse(mouse) => {
                let at = Position::new(mouse.column, mouse.row);
                let kind = match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => self.press(at),
                    MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
                    MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
                    MouseEventKind::ScrollDown => MouseKind::Wheel(1),
                    MouseEventKind::ScrollUp => MouseKind::Wheel(-1),
                    _ => return None,
                };
                Some(Event::Mouse(Mouse { at, kind }))
            }
            // SIGWINCH is ours; crossterm's own report of it would only double the work.
            Raw::Resize(..) | Raw::FocusGained | Raw::FocusLost => None,
        }
    }

    fn press(&mut self, at: Position) -> MouseKind {
        let again = |(place, when): (Position, Instant)| place == at && when.elapsed() < DOUBLE;
        if self.last_press.take().is_some_and(again) {
            return MouseKind::DoublePress;
        }
        self.last_press = Some((at, Instant::now()));
        MouseKind::Press
    }
}

fn first_bytes(mut text: String, most: usize) -> String {
    text.truncate(text.floor_char_boundary(most));
    text
}

/// Drops the terminal's answer about its background when it comes after we stopped waiting for it.
///
/// crossterm reads `ESC ] 11;rgb:…` as Alt-] and the keys 1, 1, ;, r, g, b…, which would do things.
#[derive(Debug, Default)]
struct LateReplies {
    inside: bool,
}

impl LateReplies {
    fn swallows(&mut self, key: &event::KeyEvent) -> bool {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char(']') if alt => self.inside = true,
            KeyCode::Char('g') if ctrl && self.inside => {
                self.inside = false;
                return true;
            }
            KeyCode::Char('\\') if alt && self.inside => {
                self.inside = false;
                return true;
            }
            KeyCode::Char(c) if self.inside => self.inside = c.is_ascii_hexdigit() || "rgb:/;".contains(c),
            _ => self.inside = false,
        }
        self.inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interruption_of_another_program_is_none_of_ours_however_late_it_is_looked_at() {
        let gate = Gate::default();
        let interrupt = || gate.interrupted.store(true, Ordering::SeqCst);
        gate.set(GateState::Closed);
        interrupt();
        assert!(!gate.is_interrupted());
        gate.open();
        assert!(!gate.is_interrupted());
        interrupt();
        assert!(gate.is_interrupted());
        assert!(!gate.is_interrupted(), "once");
    }

    #[test]
    fn a_reader_that_is_held_again_at_once_answers_again() {
        let gate = Arc::new(Gate::default());
        gate.set(GateState::Closed);
        // Resumed and paused again before the reading thread had its turn.
        gate.set(GateState::Open);
        gate.set(GateState::Closing);
        let theirs = Arc::clone(&gate);
        let reading = thread::spawn(move || {
            theirs.stay_closed();
            assert!(theirs.wanted_shut(), "there is another pause to answer");
            theirs.set(GateState::Closed);
        });
        gate.wait_until(GateState::Closed);
        reading.join().unwrap();
    }
}
