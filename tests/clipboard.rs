//! Copying with the real tmux, the real xclip and a real X server, where they are installed; elsewhere these tests say
//! that they were passed over.
//!
//! Each test prints a row of the table of what arrived where:
//! `cargo test --test clipboard -- --nocapture --test-threads=1 2>&1 | grep '^|'`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use tremplin::system::Surroundings;
use tremplin::system::clipboard::{CopyError, Preference, Road, copy};

const ADDRESS: &str = "stages+été@labo-é.example";
const PATIENCE: Duration = Duration::from_secs(20);

/// Tells whether a program can be started; says so when a test is passed over.
fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    if !found {
        eprintln!("passed over: {program} is not installed");
    }
    found
}

/// Prints a row of the table: where, by which road, what arrived, and after how long.
fn row(place: &str, road: &str, arrived: &str, started: Instant) {
    let milliseconds = started.elapsed().as_millis();
    // On a line of its own, whatever the test harness began to write.
    eprintln!("\n| {place} | {road} | {arrived} | {milliseconds} ms |");
}

/// A terminal around a program: everything that reaches it is kept.
struct Outer {
    raw: Arc<Mutex<Vec<u8>>>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Outer {
    fn start(words: &[&str], variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        let usual = [
            ("PATH", "/usr/bin:/bin"),
            ("TERM", "xterm-256color"),
            ("LC_ALL", "C.UTF-8"),
        ];
        for (name, value) in usual.iter().chain(variables) {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let raw = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&raw);
        let mut reader = pair.master.try_clone_reader().unwrap();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                log.lock().unwrap().extend_from_slice(&bytes[..read]);
            }
        });
        Self {
            raw,
            child,
            _master: pair.master,
        }
    }

    /// Waits until these bytes have reached the terminal.
    fn gets(&self, expected: &str) {
        let started = Instant::now();
        loop {
            let raw = String::from_utf8_lossy(&self.raw.lock().unwrap()).into_owned();
            if raw.contains(expected) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "{expected:?} never came in {raw:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder of programs: scripts, or links to real ones.
fn programs(scripts: &[(&str, &str)], real: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, script) in scripts {
        let script = script.replace("FOLDER", &folder.path().display().to_string());
        let text = format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n");
        // Written by another process: a file that this one still holds open cannot be started.
        let written = Command::new("/bin/sh")
            .args(["-c", "printf %s \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh"])
            .arg(folder.path().join(name))
            .arg(text)
            .status()
            .unwrap();
        assert!(written.success());
    }
    for name in real {
        std::os::unix::fs::symlink(format!("/usr/bin/{name}"), folder.path().join(name)).unwrap();
    }
    folder
}

/// Surroundings in which only these programs exist.
fn only(folder: &tempfile::TempDir, variables: &[(&str, &str)]) -> Surroundings {
    let path = folder.path().display().to_string();
    Surroundings::of([("PATH", path.as_str())].iter().chain(variables).copied())
}

fn here(variables: &[(&str, &str)]) -> Surroundings {
    let path = std::env::var("PATH").unwrap();
    let rest = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Surroundings::of([("PATH".to_owned(), path)].into_iter().chain(rest))
}

/// Waits until a program prints what is expected.
fn prints(expected: &str, mut ask: impl FnMut() -> Command) {
    let started = Instant::now();
    loop {
        let output = ask().output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if text == expected {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "{text:?} instead of {expected:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A tmux server of the test's own.
struct Tmux {
    socket: PathBuf,
    _folder: tempfile::TempDir,
}

impl Tmux {
    fn start(commands: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let tmux = Self {
            socket: folder.path().join("s"),
            _folder: folder,
        };
        let started = tmux
            .command(&["new-session", "-d", "-x", "80", "-y", "24", "cat"])
            .status()
            .unwrap();
        assert!(started.success());
        for command in commands {
            let words: Vec<&str> = command.split(' ').collect();
            assert!(tmux.command(&words).status().unwrap().success(), "{command}");
        }
        tmux
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        command
            .env_remove("TMUX")
            .env("LC_ALL", "C.UTF-8")
            .args(["-f", "/dev/null", "-S"])
            .arg(&self.socket);
        command.args(arguments).stderr(Stdio::null());
        command
    }

    fn variable(&self) -> String {
        format!("{},1,0", self.socket.display())
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = self.command(&["kill-server"]).status();
    }
}

#[test]
fn tmux_with_its_default_settings_holds_the_exact_text() {
    if !installed("tmux") {
        return;
    }
    let started = Instant::now();
    let tmux = Tmux::start(&[]);
    let copied = copy(ADDRESS, Preference::Auto, &here(&[("TMUX", &tmux.variable())]), true).unwrap();
    assert_eq!((copied.road, copied.bytes), (Road::Tmux, None));
    prints(ADDRESS, || tmux.command(&["show-buffer"]));
    row(
        "tmux, default settings",
        "tmux load-buffer -w",
        "the exact text in its buffer",
        started,
    );
}

#[test]
fn tmux_passes_it_on_to_the_terminal_around_it() {
    if !installed("tmux") {
        return;
    }
    for (commands, place) in [
        (&[][..], "around tmux, default settings"),
        (&["set -s set-clipboard on"][..], "around tmux, set-clipboard on"),
    ] {
        let started = Instant::now();
        let tmux = Tmux::start(commands);
        let socket = tmux.socket.display().to_string();
        let outer = Outer::start(&["tmux", "-f", "/dev/null", "-S", &socket, "attach"], &[]);
        outer.gets("\x1b[");
        prints("1\n", || {
            tmux.command(&["display-message", "-p", "#{session_attached}"])
        });
        copy(ADDRESS, Preference::Auto, &here(&[("TMUX", &tmux.variable())]), true).unwrap();
        outer.gets(&STANDARD.encode(ADDRESS));
        row(place, "tmux load-buffer -w", "OSC 52 with the exact text", started);
    }
}

#[test]
fn screen_passes_the_wrapped_sequence_on() {
    if !installed("screen") {
        return;
    }
    let started = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let text = "une adresse longue ".repeat(40) + ADDRESS;
    let copied = copy(&text, Preference::Auto, &Surroundings::of([("STY", "1.pts")]), true).unwrap();
    assert_eq!(copied.road, Road::Terminal);
    let file = folder.path().join("bytes");
    std::fs::write(&file, copied.bytes.unwrap()).unwrap();
    let sockets = folder.path().join("sockets");
    std::fs::create_dir(&sockets).unwrap();
    Command::new("chmod").arg("700").arg(&sockets).status().unwrap();
    let show = format!("cat '{}'; sleep 60", file.display());
    let outer = Outer::start(
        &["screen", "-c", "/dev/null", "sh", "-c", &show],
        &[("SCREENDIR", sockets.to_str().unwrap())],
    );
    outer.gets(&format!("\x1b]52;c;{}\x07", STANDARD.encode(&text)));
    row(
        "GNU screen",
        "OSC 52, wrapped",
        "the sequence whole at the terminal around it",
        started,
    );
}

#[test]
fn tmux_over_ssh_holds_it_too() {
    if !installed("tmux") {
        return;
    }
    let tmux = Tmux::start(&["set -s set-clipboard on"]);
    let variables = [("TMUX", tmux.variable()), ("SSH_CONNECTION", "1 2 3 4".to_owned())];
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(
        copy(ADDRESS, Preference::Auto, &here(&variables), true).unwrap().road,
        Road::Tmux
    );
    prints(ADDRESS, || tmux.command(&["show-buffer"]));
}

#[test]
fn a_tmux_that_listens_takes_the_sequence_of_the_terminal() {
    if !installed("tmux") {
        return;
    }
    let tmux = Tmux::start(&["set -s set-clipboard on"]);
    let variable = tmux.variable();
    let copied = copy(ADDRESS, Preference::Osc52, &here(&[("TMUX", &variable)]), true).unwrap();
    assert_eq!(copied.road, Road::Terminal);
    let file = tmux.socket.with_extension("bytes");
    std::fs::write(&file, copied.bytes.unwrap()).unwrap();
    let show = format!("cat '{}'; sleep 60", file.display());
    assert!(tmux.command(&["new-window", "-d", &show]).status().unwrap().success());
    prints(ADDRESS, || tmux.command(&["show-buffer"]));
}

/// An X server without a screen.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "64x64x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        Self {
            server,
            name: format!(":{}", number.trim()),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn an_x_server_holds_it_after_the_program_went_on() {
    if !installed("Xvfb") || !installed("xclip") {
        return;
    }
    let display = Display::start();
    let copied = copy(ADDRESS, Preference::Auto, &here(&[("DISPLAY", &display.name)]), true).unwrap();
    assert_eq!((copied.road, copied.confirmed()), (Road::Tool("xclip"), true));
    prints(ADDRESS, || {
        let mut paste = Command::new("xclip");
        paste
            .args(["-o", "-selection", "clipboard"])
            .env("DISPLAY", &display.name);
        paste
    });
}

#[test]
fn a_display_that_is_gone_leaves_the_terminal() {
    if !installed("xclip") {
        return;
    }
    let copied = copy(ADDRESS, Preference::Auto, &here(&[("DISPLAY", ":987")]), true).unwrap();
    assert_eq!(copied.road, Road::Terminal);
    assert!(copied.bytes.is_some());
}

#[test]
fn each_tool_alone_fills_the_clipboard_of_an_x_server() {
    for (tool, paste) in [
        ("xclip", &["-o", "-selection", "clipboard"][..]),
        ("xsel", &["--clipboard", "--output"][..]),
    ] {
        if !installed("Xvfb") || !installed(tool) {
            continue;
        }
        let started = Instant::now();
        let display = Display::start();
        let folder = programs(&[], &[tool]);
        let home = folder.path().display().to_string();
        let copied = copy(
            ADDRESS,
            Preference::Auto,
            &only(&folder, &[("DISPLAY", &display.name), ("HOME", &home)]),
            true,
        )
        .unwrap();
        assert_eq!(copied.road.tool(), Some(tool));
        prints(ADDRESS, || {
            let mut command = Command::new(tool);
            command.args(paste).env("DISPLAY", &display.name);
            command
        });
        row(&format!("Xvfb, {tool}"), tool, "the exact text, read back", started);
    }
}

#[test]
fn wayland_s_tool_gets_the_exact_text() {
    let started = Instant::now();
    let folder = programs(&[("wl-copy", "cat > FOLDER/got")], &[]);
    let copied = copy(
        ADDRESS,
        Preference::Auto,
        &only(&folder, &[("WAYLAND_DISPLAY", "w")]),
        true,
    )
    .unwrap();
    assert_eq!(copied.road, Road::Tool("wl-copy"));
    assert_eq!(std::fs::read_to_string(folder.path().join("got")).unwrap(), ADDRESS);
    row("Wayland (a wl-copy of ours)", "wl-copy", "the exact text", started);
}

#[test]
fn a_tool_that_hangs_or_fails_gives_way() {
    let displays = [("WAYLAND_DISPLAY", "w"), ("DISPLAY", ":0")];
    let started = Instant::now();
    let folder = programs(&[("wl-copy", "exec sleep 60")], &[]);
    let copied = copy(ADDRESS, Preference::Auto, &only(&folder, &displays), true).unwrap();
    assert_eq!(copied.road, Road::Terminal);
    row("a wl-copy that hangs", "OSC 52", "the sequence", started);
    let started = Instant::now();
    let folder = programs(&[("wl-copy", "exit 1"), ("xclip", "cat > FOLDER/got")], &[]);
    let copied = copy(ADDRESS, Preference::Auto, &only(&folder, &displays), true).unwrap();
    assert_eq!(copied.road, Road::Tool("xclip"));
    assert_eq!(std::fs::read_to_string(folder.path().join("got")).unwrap(), ADDRESS);
    row("a wl-copy that fails", "xclip, the next one", "the exact text", started);
}

#[test]
fn over_ssh_and_without_any_tool_the_terminal_gets_the_sequence() {
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(ADDRESS));
    let folder = programs(&[("xclip", "cat > FOLDER/got")], &[]);
    let ssh = only(&folder, &[("SSH_CONNECTION", "1 2 3 4"), ("DISPLAY", ":10")]);
    for (place, here) in [("SSH, a display forwarded", ssh), ("no tool", Surroundings::default())] {
        let started = Instant::now();
        let copied = copy(ADDRESS, Preference::Auto, &here, true).unwrap();
        assert_eq!((copied.road, copied.confirmed()), (Road::Terminal, false));
        assert_eq!(String::from_utf8(copied.bytes.unwrap()).unwrap(), sequence);
        row(place, "OSC 52", "the sequence; said to be sent, not copied", started);
    }
    assert!(
        !folder.path().join("got").exists(),
        "the far machine's clipboard is left alone"
    );
}

#[test]
fn without_any_road_it_says_so() {
    let started = Instant::now();
    let bare = Surroundings::default();
    let failed = copy(ADDRESS, Preference::Auto, &bare, false).unwrap_err();
    assert_eq!(failed, CopyError::NoTool { tried: Vec::new() });
    row(
        "no tool, no terminal",
        "none",
        "nothing; the text is shown to be selected",
        started,
    );
    let failed = copy(ADDRESS, Preference::None, &bare, true).unwrap_err();
    assert_eq!(failed, CopyError::TurnedOff);
    row(
        "clipboard = \"none\"",
        "none",
        "nothing; the text is shown to be selected",
        started,
    );
}
