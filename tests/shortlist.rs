//! The shortlist's files: nothing is ever lost, silently shortened or overwritten.

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
