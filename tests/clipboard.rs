//! Copying with the real tmux, the real xclip and a real X server, where they are installed; elsewhere these tests say
//! that they were passed over. Fake and hanging tools are tested beside the code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tremplin::system::Surroundings;
use tremplin::system::clipboard::{Preference, Road, copy};

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
    let tmux = Tmux::start(&[]);
    let copied = copy(ADDRESS, Preference::Auto, &here(&[("TMUX", &tmux.variable())]), true).unwrap();
    assert_eq!((copied.road, copied.bytes), (Road::Tmux, None));
    prints(ADDRESS, || tmux.command(&["show-buffer"]));
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
