//! `tremplin list`.

use std::io::Write;

use super::args::{Global, ListArguments};
use super::environment::Environment;
use super::failure::Failure;

/// Prints the offers that match.
pub fn run(
    arguments: &ListArguments,
    global: &Global,
    environment: Environment,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let _ = (arguments, global, environment, out);
    Err(Failure::NothingFound)
}
