//! A real terminal for the real program, and the screen that it would show.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::fs;
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::home::Home;

/// How long anything may take before a test gives up. No test measures time with it.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing happens in a program that is at rest: a file younger than two seconds is looked at again.
const REST: Duration = Duration::from_secs(3);

/// What begins a frame that a terminal shows as a whole, and what ends it.
const FRAME: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// How many bytes hold nothing of a frame that is not there yet to its end: no test sees half a frame.
fn whole_frames(bytes: &[u8]) -> usize {
    let (begin, end) = FRAME;
    let last = |what: &[u8]| bytes.windows(what.len()).rposition(|some| some == what);
    match (last(begin), last(end)) {
        (Some(open), closed) if closed.is_none_or(|closed| closed < open) => open,
        _ => {
            let cut = (1..begin.len()).find(|length| bytes.ends_with(&begin[..*length]));
            bytes.len() - cut.unwrap_or(0)
        }
    }
}

/// A program in a terminal.
pub struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    before: String,
    closed: Arc<AtomicBool>,
    reader: Option<thread::JoinHandle<()>>,
}

impl Session {
    /// Starts tremplin in a terminal of this size, in this home.
    pub fn start(home: &Home, size: (u16, u16), arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tremplin"));
        command.args(arguments);
        Self::run(home, size, command, variables)
    }

    /// Starts any program in a terminal.
    pub fn run(
        home: &Home,
        (columns, rows): (u16, u16),
        mut command: CommandBuilder,
        variables: &[(&str, &str)],
    ) -> Self {
        command.env_clear();
        command.cwd(home.path(""));
        let own = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        for (name, value) in home.variables().into_iter().chain(own) {
            command.env(name, value);
        }
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let raw = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (screen, log) = (Arc::clone(&parser), Arc::clone(&raw));
        let closed = Arc::new(AtomicBool::new(false));
        let window_closed = Arc::clone(&closed);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 16384];
            let mut waiting = Vec::new();
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if window_closed.load(Ordering::SeqCst) {
                    return;
                }
                log.lock().unwrap().extend_from_slice(&bytes[..read]);
                waiting.extend_from_slice(&bytes[..read]);
                let whole = whole_frames(&waiting);
                screen.lock().unwrap().process(&waiting[..whole]);
                waiting.drain(..whole);
            }
            screen.lock().unwrap().process(&waiting);
        });
        let writer = pair.master.take_writer().unwrap();
        Self {
            master: Some(pair.master),
            writer: Some(writer),
            child,
            parser,
            raw,
            before,
            closed,
            reader: Some(reader),
        }
    }

    /// Types keys, as the terminal sends them.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// The text of the screen.
    pub fn text(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Everything that the program wrote.
    pub fn raw(&self) -> Vec<u8> {
        self.raw.lock().unwrap().clone()
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.until(&format!("sees {text:?}"), |screen| screen.contents().contains(text))
    }

    /// Waits until the screen shows `text` no longer.
    #[track_caller]
    pub fn sees_no_more(&mut self, text: &str) -> &mut Self {
        self.until(&format!("sees {text:?} no more"), |screen| {
            !screen.contents().contains(text)
        })
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let started = Instant::now();
        while !wanted(self.parser.lock().unwrap().screen()) {
            assert!(
                started.elapsed() < PATIENCE,
                "the screen never {what}:\n{}",
                self.text()
            );
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: rustix::process::Signal) {
        let pid = i32::try_from(self.pid()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// The program's process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Processor time in ticks and the times that any of the program's threads was woken, where `/proc` tells them.
    pub fn activity(&self) -> (u64, u64) {
        let (mut ticks, mut wakes) = (0, 0);
        let threads = fs::read_dir(format!("/proc/{}/task", self.pid()));
        for thread in threads.into_iter().flatten() {
            let thread = thread.unwrap().path();
            let told = |name: &str| fs::read_to_string(thread.join(name));
            // A thread may end meanwhile.
            let (Ok(stat), Ok(status)) = (told("stat"), told("status")) else {
                continue;
            };
            // User and system time are the 12th and 13th words behind the name in brackets.
            let words = stat.rsplit_once(')').unwrap().1.split_whitespace();
            ticks += words
                .skip(11)
                .take(2)
                .map(|word| word.parse::<u64>().unwrap())
                .sum::<u64>();
            let switches = status
                .lines()
                .filter_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            wakes += switches.map(|count| count.trim().parse::<u64>().unwrap()).sum::<u64>();
        }
        (ticks, wakes)
    }

    /// Waits until what the program does in the background is done, and returns its [activity](Self::activity) so far.
    pub fn comes_to_rest(&self) -> (u64, u64) {
        let mut before = self.activity();
        loop {
            thread::sleep(REST);
            let now = self.activity();
            if now == before {
                return now;
            }
            before = now;
        }
    }

    /// Makes the terminal larger or smaller.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser
            .lock()
            .unwrap()
            .screen_mut()
            // With a single row or column the emulator has no room for a frame that was drawn for more of them.
            .set_size(rows.max(2), columns.max(2));
        self.claim_size(columns, rows)
    }

    /// Tells the program a size that the screen does not have.
    pub fn claim_size(&mut self, columns: u16, rows: u16) -> &mut Self {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.as_ref().unwrap().resize(size).unwrap();
        self
    }

    /// Closes the terminal window of a program that is at rest: no write of its own that fails tells it, only the end
    /// of the terminal does.
    pub fn hang_up(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        // The answer to a key wakes the thread that reads, which holds the terminal open.
        self.keys("?");
        self.reader.take().unwrap().join().unwrap();
        self.comes_to_rest();
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end of the program and returns its exit code.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        self.ends_within(PATIENCE)
    }

    /// Waits for the end of the program, but not longer than this.
    #[track_caller]
    pub fn ends_within(&mut self, patience: Duration) -> u32 {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            if started.elapsed() > patience {
                self.child.kill().unwrap();
                panic!("it never ended:\n{}", self.text());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asserts that the terminal is as it was before the program: line discipline, screen, cursor, mouse, paste, keys.
    #[track_caller]
    pub fn is_restored(&mut self) {
        self.until("was given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        assert_eq!(modes(self.master.as_ref().unwrap().as_ref()), self.before, "termios");
        let raw = String::from_utf8_lossy(&self.raw()).into_owned();
        let keyboard = |prefix: &str| raw.split(prefix).skip(1).filter(|rest| is_keyboard(rest)).count();
        assert_eq!(
            keyboard("\x1b[>"),
            keyboard("\x1b[<"),
            "keyboard flags pushed and popped"
        );
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `CSI > 1 u` and `CSI < 1 u`: digits, then `u`.
fn is_keyboard(rest: &str) -> bool {
    rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('u')
}

/// The line discipline of a terminal, as text.
fn modes(master: &dyn MasterPty) -> String {
    master
        .get_termios()
        .map(|termios| format!("{termios:?}"))
        .unwrap_or_default()
}
