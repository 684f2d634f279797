//! Starting a program and waiting for it, but not for ever.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
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

/// Starts `command` and returns what it prints, `most` bytes and one more at most; `None` when it fails or takes
/// longer than `patience`.
pub fn read(command: &mut Command, most: usize, patience: Duration) -> Option<Vec<u8>> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    own_group(command);
    let mut child = command.spawn().ok()?;
    let pipe = child.stdout.take()?;
    let (sender, printed) = mpsc::channel();
    // On a thread of its own: a program that prints nothing must not stop us. It ends with the program.
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        let whole = pipe.take(most).read_to_end(&mut bytes).is_ok();
        sender.send(whole.then_some(bytes))
    });
    let bytes = printed.recv_timeout(patience).ok().flatten();
    match wait(child, if bytes.is_some() { patience } else { Duration::ZERO }) {
        Ended::With(status) if status.success() => bytes,
        // Whoever prints more than is read ends badly.
        Ended::With(_) => bytes.filter(|bytes| bytes.len() > most),
        Ended::StillRunning(child) => {
            end(child);
            None
        }
        Ended::NotStarted(_) => None,
    }
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
