//! The terminal: taken, given back, written to.
//!
//! Everything that tremplin changes about the terminal is changed in [`enter`] and put back in [`leave`], both
//! idempotent, so that quitting, an error, a panic, a signal and Ctrl-Z all take the same road. Nothing else in the
//! program writes to the terminal, and all of it happens on the loop's thread.

use std::cell::Cell;
use std::io::{self, BufWriter, Stdout, Write};
use std::rc::Rc;
use std::str::Chars;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue, style};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Screen;
use super::keymap::Key;
use super::theme::{Background, Depth};

/// True between [`enter`] and [`leave`].
static TAKEN: AtomicBool = AtomicBool::new(false);
/// True while the terminal sends us the mouse.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// A larger screen than this is drawn in part: no terminal is, and a hostile one must not fill memory.
const MAX_SIDE: u16 = 1000;

/// Takes the terminal: raw mode, alternate screen, mouse, paste, keyboard flags, cursor.
///
/// # Errors
///
/// What the terminal answers. Everything already changed is put back.
pub fn enter(mouse: bool) -> io::Result<()> {
    if TAKEN.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let taken = take(mouse);
    if taken.is_err() {
        leave();
    }
    taken
}

fn take(mouse: bool) -> io::Result<()> {
    // Our theme without colour decides: crossterm's reading of NO_COLOR also drops bold and reverse.
    style::force_color_output(true);
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(
        out,
        EnterAlternateScreen,
        EnableBracketedPaste,
        PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES),
        SetTitle("tremplin"),
        cursor::Hide,
    )?;
    capture_mouse(mouse)
}

/// Gives the terminal back. Harmless when it was not taken; what fails is passed over, the rest is still done.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = capture_mouse(false);
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        PopKeyboardEnhancementFlags,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show,
    );
    let _ = disable_raw_mode();
}

/// Asks for mouse events, or gives the terminal's own selection back.
///
/// # Errors
///
/// What writing answers.
pub fn capture_mouse(on: bool) -> io::Result<()> {
    if MOUSE.swap(on, Ordering::SeqCst) == on {
        return Ok(());
    }
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Gives the terminal back when it goes out of scope, whatever the reason.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Installs the panic hook, then takes the terminal.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    pub fn new(mouse: bool) -> io::Result<Self> {
        leave_on_panic();
        enter(mouse)?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Makes a panic give the terminal back before its message is printed.
fn leave_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        leave();
        before(info);
    }));
}

/// The real screen.
pub struct RealScreen {
    terminal: Terminal<CrosstermBackend<Held>>,
    /// True while a frame is put together.
    unfinished: Rc<Cell<bool>>,
    mouse: bool,
}

/// Writes a frame in one go: ratatui flushes two times before its last byte, and each write wakes the terminal.
struct Held {
    out: BufWriter<Stdout>,
    unfinished: Rc<Cell<bool>>,
}

impl Write for Held {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.unfinished.get() {
            Ok(())
        } else {
            self.out.flush()
        }
    }
}

impl RealScreen {
    /// Opens the screen of a terminal that was taken.
    ///
    /// # Errors
    ///
    /// What the terminal answers.
    pub fn new(mouse: bool) -> io::Result<Self> {
        let unfinished = Rc::default();
        let backend = CrosstermBackend::new(Held {
            out: BufWriter::with_capacity(64 * 1024, io::stdout()),
            unfinished: Rc::clone(&unfinished),
        });
        let viewport = Viewport::Fixed(size()?);
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
        Ok(Self {
            terminal,
            unfinished,
            mouse,
        })
    }

    /// Draws everything anew when the size is another one: what clears the screen is a part of the frame.
    fn draw_whole(&mut self, area: Rect, view: &mut dyn FnMut(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        if self.terminal.get_frame().area() != area {
            self.terminal.resize(area)?;
        }
        self.terminal.draw(|frame| {
            if let Some(position) = view(frame.buffer_mut()) {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(())
    }
}

/// Returns the size of the terminal, at most `MAX_SIDE` a side.
///
/// # Errors
///
/// When it cannot be known.
pub fn size() -> io::Result<Rect> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Rect::new(0, 0, width.min(MAX_SIDE), height.min(MAX_SIDE)))
}

/// Whether the terminal's background is light: known, or asked.
#[derive(Debug)]
pub enum Question {
    /// What is known without asking.
    Known(Background),
    /// The terminal was asked at this moment.
    Asked(Instant),
}

impl Question {
    /// Takes the answer from `COLORFGBG`, else asks the terminal. What can be done before the answer is needed should be
    /// done before it is [taken](Self::answer): it comes meanwhile.
    #[must_use]
    pub fn ask(depth: Depth, variable: &dyn Fn(&str) -> Option<String>) -> Self {
        // A theme to which it does not matter now may give way to another while the program runs.
        if depth < Depth::Indexed {
            return Self::Known(Background::Dark);
        }
        let stated = variable("COLORFGBG").and_then(|value| background_of_colorfgbg(&value));
        stated.map_or_else(ask_background, Self::Known)
    }

    /// Returns the answer, waiting until 100 ms after the question at most, and the keys that somebody in a hurry pressed
    /// before it.
    ///
    /// Must run before anything else reads the terminal.
    #[must_use]
    pub fn answer(self) -> (Background, Vec<Key>) {
        match self {
            Self::Known(background) => (background, Vec::new()),
            Self::Asked(at) => {
                let read = read_answer(at + Duration::from_millis(100));
                let background = answered(&read).then(|| background_of_answer(&String::from_utf8_lossy(&read)));
                (background.flatten().unwrap_or_default(), typed_ahead(&read))
            }
        }
    }
}

/// Reads the last number of `15;0` or `0;default;15`: the background among the sixteen colours.
fn background_of_colorfgbg(value: &str) -> Option<Background> {
    let index: u8 = value.rsplit(';').next()?.parse().ok()?;
    Some(if index == 7 || index > 8 {
        Background::Light
    } else {
        Background::Dark
    })
}

/// Asks with OSC 11, then for the device attributes, which every terminal answers: so that one that does not know the
/// first costs no waiting.
fn ask_background() -> Question {
    let mut out = io::stdout();
    let asked = out.write_all(b"\x1b]11;?\x1b\\\x1b[c").and_then(|()| out.flush());
    asked.map_or(Question::Known(Background::default()), |()| {
        Question::Asked(Instant::now())
    })
}

/// Bytes after which what comes cannot be the answer.
const LONGEST_ANSWER: usize = 1024;

/// Waits for the answers to both questions; returns all that was read meanwhile.
fn read_answer(deadline: Instant) -> Vec<u8> {
    let mut answer = Vec::new();
    while !answered(&answer) && answer.len() <= LONGEST_ANSWER {
        // What is there already is read however late it is.
        let left = deadline.saturating_duration_since(Instant::now());
        let Ok(wait) = Timespec::try_from(left) else { break };
        let stdin = rustix::stdio::stdin();
        let mut fds = [PollFd::from_borrowed_fd(stdin, PollFlags::IN)];
        if poll(&mut fds, Some(&wait)).unwrap_or(0) == 0 {
            break;
        }
        let mut bytes = [0; 64];
        let count = rustix::io::read(stdin, &mut bytes).unwrap_or(0);
        if count == 0 {
            break;
        }
        answer.extend_from_slice(bytes.get(..count).unwrap_or_default());
    }
    answer
}

/// Returns the keys among what was read: all but sequences, which are the answers, or arrows and the like.
fn typed_ahead(read: &[u8]) -> Vec<Key> {
    let read = String::from_utf8_lossy(read);
    let mut keys = Vec::new();
    let mut rest = read.chars();
    while let Some(c) = rest.next() {
        let name = match c {
            '\x1b' => {
                skip_sequence(&mut rest);
                continue;
            }
            // The terminal was not ours yet: it made a new line of Enter.
            '\r' | '\n' => "Enter".to_owned(),
            '\t' => "Tab".to_owned(),
            ' ' => "Space".to_owned(),
            '\x7f' => "Backspace".to_owned(),
            c if c.is_control() => continue,
            c => c.to_string(),
        };
        keys.extend(Key::parse(&name));
    }
    keys
}

/// Goes to the end of a sequence that began with ESC: strings end with BEL or another ESC, the others with one sign.
fn skip_sequence(rest: &mut Chars<'_>) {
    let end = match rest.next() {
        Some(']' | 'P' | 'X' | '^' | '_') => rest.find(|c| matches!(c, '\x07' | '\x1b')),
        Some('[') => rest.find(|c| ('@'..='~').contains(c)),
        Some('O') => rest.next(),
        _ => None,
    };
    if end == Some('\x1b') {
        rest.next();
    }
}

/// Tells whether the answer to the second question (`ESC [ ? … c`) has come.
fn answered(answer: &[u8]) -> bool {
    let attributes = answer.windows(3).position(|bytes| bytes == b"\x1b[?");
    attributes.is_some_and(|at| answer[at..].contains(&b'c'))
}

/// Reads `rgb:ffff/ffff/dddd` and weighs the channels as the eye does.
fn background_of_answer(answer: &str) -> Option<Background> {
    let colours = answer.split_once("rgb:")?.1;
    let mut channels = colours.split('/').map(|channel| {
        let digits: String = channel.chars().take_while(char::is_ascii_hexdigit).take(4).collect();
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(&digits, 16).ok()?;
        (most > 0).then(|| value * 1000 / most)
    });
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    let light = 299 * red + 587 * green + 114 * blue > 500_000;
    Some(if light { Background::Light } else { Background::Dark })
}

impl Screen for RealScreen {
    fn draw(&mut self, area: Rect, view: &mut dyn FnMut(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.unfinished.set(true);
        let drawn = self.draw_whole(area, view);
        self.unfinished.set(false);
        drawn?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(bytes)?;
        Write::flush(out)
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        capture_mouse(on)
    }

    fn release(&mut self) {
        leave();
    }

    fn retake(&mut self) -> io::Result<Rect> {
        enter(self.mouse)?;
        let area = size()?;
        // Clears and forgets the last frame. Not `clear`, which asks the terminal where its cursor is: the answer
        // would go to the thread that reads keys, or never come.
        self.terminal.resize(area)?;
        Ok(area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_background_is_read_from_what_terminals_say() {
        assert_eq!(background_of_colorfgbg("15;0"), Some(Background::Dark));
        assert_eq!(background_of_colorfgbg("0;default;15"), Some(Background::Light));
        assert_eq!(background_of_colorfgbg("nonsense"), None);
        assert_eq!(
            background_of_answer("\x1b]11;rgb:ffff/fdfd/e3e3\x1b\\"),
            Some(Background::Light)
        );
        assert_eq!(background_of_answer("\x1b]11;rgb:15/17/1f\x07"), Some(Background::Dark));
        assert_eq!(background_of_answer("\x1b[?64c"), None);
        let hurried = b"/La \n\x1b]11;rgb:ffff/fdfd/e3e3\x1b\\j\x1b[?64;1cq\xc3\xa9";
        let typed: Vec<String> = typed_ahead(hurried).iter().map(Key::to_string).collect();
        assert_eq!(typed, ["/", "L", "a", "Space", "Enter", "j", "q", "é"]);
        assert!(answered(b"\x1b]11;rgb:1/1/1\x07\x1b[?64;1c"));
        assert!(!answered(b"\x1b]11;rgb:1c/1c/1c\x07"));
    }
}
