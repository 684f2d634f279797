//! Writes a folder of generated offers: `cargo bench --bench generate -- 100000 DIR`.
//!
//! With `--lines`, writes the lines that a finder is given instead, one an offer: `… -- 100000 FILE --lines`. With
//! `--short`, the bodies are cut to a few lines, for a million offers that fit on a disk.

#[path = "generator/offers.rs"]
mod offers;

use std::error::Error;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` itself adds `--bench`.
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let short = given.iter().any(|argument| argument == "--short");
    let lines = given.iter().any(|argument| argument == "--lines");
    let mut rest = given.iter().filter(|argument| !argument.starts_with("--"));
    let (Some(count), Some(target)) = (rest.next().and_then(|count| count.parse::<u64>().ok()), rest.next()) else {
        // Run among all benches, without arguments: there is nothing to measure here.
        return Ok(());
    };
    if lines {
        let mut out = BufWriter::new(fs::File::create(target)?);
        for number in 0..count {
            writeln!(out, "{}", offers::offer(number).line())?;
        }
        return Ok(out.flush()?);
    }
    for number in 0..count {
        let mut offer = offers::offer(number);
        if short {
            offer.body = offer.body.split_inclusive('\n').take(4).collect();
        }
        let path = Path::new(target).join(&offer.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, offer.markdown())?;
    }
    Ok(())
}
