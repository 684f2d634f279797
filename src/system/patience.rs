//! Starting a program and waiting for it, but not for ever.

use std::io::Write;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How a started program came out.
#[derive(Debug)]
pub enum Ended {
    /// It ended.
    With(ExitStatus),
    /// It was still running when patience was at its end.
    StillRunning(Child),
    /// It could not be started.
    NotStarted(std::io::Error),
}

/// Starts `command` with `input` on its standard input, nothing on its outputs, and waits for `patience` at most.
///
/// The outputs are closed because a clipboard tool stays in the background and would keep a pipe open for ever; the
/// program gets a process group of its own, so that a Ctrl-C meant for tremplin does not end it.
pub fn run(command: &mut Command, input: Option<&[u8]>, patience: Duration) -> Ended {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    own_group(command);
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Ended::NotStarted(error),
    };
    if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
        let input = input.to_owned();
        // On a thread of its own: a program that never reads must not stop us. It ends with the program.
        thread::spawn(move || pipe.write_all(&input));
    }
    wait(child, patience)
}

/// Waits for `patience` at most.
fn wait(mut child: Child, patience: Duration) -> Ended {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ended::With(status),
            Ok(None) if started.elapsed() < patience => thread::sleep(Duration::from_millis(5)),
            Ok(None) => return Ended::StillRunning(child),
            Err(error) => return Ended::NotStarted(error),
        }
    }
}

/// Ends a program that took too long, and takes note of its end.
pub fn end(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Lets a program live on, and takes note of its end whenever it comes.
pub fn leave(mut child: Child) {
    thread::spawn(move || child.wait());
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}
