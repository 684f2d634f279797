//! The file of the visits, in the state directory: one line an offer.
//!
//! Losing it costs the marks "new" and "unread" and nothing else, so that a line that cannot be read is left out.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::tracking::Fingerprint;
use crate::tracking::visits::{Visit, Visits};

const HEADER: &str = "tremplin visits 1";

/// Reads the visits; none when there is no file or it is another version's.
#[must_use]
pub fn load_visits(path: &Path) -> Visits {
    let Ok(bytes) = std::fs::read(path) else {
        return Visits::default();
    };
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Visits::default();
    }
    Visits::new(lines.filter_map(visit))
}

fn visit(line: &str) -> Option<(Fingerprint, Visit)> {
    let mut words = line.split(' ');
    let offer = Fingerprint::try_from(words.next()?.to_owned()).ok()?;
    let first_seen = words.next()?.parse().ok()?;
    Some((
        offer,
        Visit {
            first_seen,
            opened: words.next() == Some("opened"),
        },
    ))
}

/// Writes the visits.
///
/// # Errors
///
/// Whatever the system answers.
pub fn save_visits(path: &Path, visits: &Visits) -> io::Result<()> {
    let mut text = format!("{HEADER}\n");
    for (offer, visit) in visits.iter() {
        let opened = if visit.opened { " opened" } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{offer} {}{opened}", visit.first_seen);
    }
    super::write::write(path, text.as_bytes())
}
