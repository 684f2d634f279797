//! The shortlist's files: nothing is ever lost, silently shortened or overwritten.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::zombie_processes,
    reason = "a test that fails panics; the output of the child process is how it answers; its caller waits for it"
)]

#[path = "support/amount.rs"]
mod amount;
#[path = "shortlist/device.rs"]
mod device;
#[path = "shortlist/files.rs"]
mod files;
#[path = "shortlist/format.rs"]
mod format;
#[path = "shortlist/processes.rs"]
mod processes;
#[path = "shortlist/samples.rs"]
mod samples;
