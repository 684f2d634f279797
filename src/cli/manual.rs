//! `tremplin man` and `tremplin completions`: from the same declaration as the help.

use std::io::Write;

use super::args::CompletionsArguments;
use super::failure::Failure;
use super::help;
use crate::locale::Lang;

/// Prints the manual page.
pub fn page(lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(clap_mangen::Man::new(help::command(lang)).render(&mut Writer(out))?)
}

/// Prints what a shell completes.
pub fn completions(arguments: &CompletionsArguments, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    // Into memory first: the generator stops the program when it cannot write, and a closed pipe is no failure.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::command(lang), "tremplin", &mut script);
    Ok(out.write_all(&script)?)
}

/// The generator wants a writer of a known size.
struct Writer<'a>(&'a mut dyn Write);

impl Write for Writer<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}
