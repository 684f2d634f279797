//! What is remembered between two visits: which offers were there and opened, and where the candidate left off.
//!
//! Losing these files costs marks and a query, nothing else; they are therefore read leniently and never in the way.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use foldhash::fast::RandomState;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::paths::Paths;
use super::write;
use crate::offer::OfferId;
use crate::search::Sort;
use crate::tracking::Fingerprint;
use crate::tracking::visits::{Seen, Visit, Visits};

/// First line of the file of visits.
const HEAD: &str = "tremplin visits 1";
/// The most offers remembered: those of ten large folders.
const MOST: usize = 1_000_000;
/// Bytes of a line without the mark: a day, a fingerprint.
const SHORTEST_LINE: usize = 28;
/// Bytes of a file that is read in no time: about 4,000 offers.
const FEW: u64 = 128 * 1024;
/// Bytes read at once.
const BUFFER: usize = 64 * 1024;

/// Where the candidate left off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// What was typed.
    pub query: String,
    /// The order, by the word that the command line takes.
    #[serde(with = "sort_word")]
    pub sort: Option<Sort>,
    /// The selected offer.
    pub selected: Option<OfferId>,
    /// Where the offers were read from.
    pub sources: Vec<String>,
}

fn visits_file(paths: &Paths) -> PathBuf {
    paths.state_dir().join("visits")
}

fn session_file(paths: &Paths) -> PathBuf {
    paths.state_dir().join("session.json")
}

/// Reads which offers were there and opened; nothing when there is no file or it is another version's.
#[must_use]
pub fn load(paths: &Paths) -> Visits {
    Visits::new(read(&visits_file(paths)))
}

/// Tells whether what was seen is read in no time: a candidate's own folder, not a collection of offers.
#[must_use]
pub fn are_few(paths: &Paths) -> bool {
    fs::metadata(visits_file(paths)).map_or(true, |file| file.len() <= FEW)
}

/// Saves the visits, together with what another tremplin saved meanwhile.
///
/// # Errors
///
/// Whatever the system answers. What was saved before is then still there.
pub fn save(paths: &Paths, visits: &Visits) -> io::Result<()> {
    let file = visits_file(paths);
    let mut all = read(&file);
    for (offer, visit) in visits.iter() {
        let known = all.entry(offer).or_insert(visit);
        known.first_seen = known.first_seen.min(visit.first_seen);
        known.opened |= visit.opened;
    }
    let mut lines: Vec<(Fingerprint, Visit)> = all.into_iter().collect();
    // The newest first, so that the oldest are forgotten when there are too many.
    lines.sort_by_key(|(offer, visit)| (Reverse(visit.first_seen), *offer));
    let mut text = format!("{HEAD}\n");
    for (offer, visit) in lines.into_iter().take(MOST) {
        let mark = if visit.opened { " opened" } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{} {offer}{mark}", visit.first_seen);
    }
    write::write(&file, text.as_bytes())
}

/// Reads the file line by line: with 100,000 offers it has 3 MB.
fn read(file: &Path) -> Seen {
    let Ok(file) = fs::File::open(file) else {
        return Seen::default();
    };
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    let mut lines = BufReader::with_capacity(BUFFER, file);
    let mut line = String::new();
    if lines.read_line(&mut line).is_err() || line.trim_end() != HEAD {
        return Seen::default();
    }
    let lines_left = usize::try_from(size).unwrap_or_default().saturating_sub(line.len()) / SHORTEST_LINE;
    let mut seen = Seen::with_capacity_and_hasher(lines_left.min(MOST), RandomState::default());
    let mut day = None;
    loop {
        line.clear();
        match lines.read_line(&mut line) {
            Ok(0) | Err(_) => return seen,
            Ok(_) => seen.extend(visit(line.trim_end(), &mut day)),
        }
    }
}

/// Reads a line. Most have the day of the line before, which `known` holds.
fn visit(line: &str, known: &mut Option<(String, Date)>) -> Option<(Fingerprint, Visit)> {
    let mut words = line.split(' ');
    let day = words.next()?;
    let first_seen = match known {
        Some((text, date)) if text == day => *date,
        _ => known.insert((day.to_owned(), day.parse().ok()?)).1,
    };
    let offer = Fingerprint::parse(words.next()?)?;
    let opened = words.next() == Some("opened");
    Some((offer, Visit { first_seen, opened }))
}

/// Tells whether nobody was here before.
#[must_use]
pub fn is_first(paths: &Paths) -> bool {
    !session_file(paths).exists()
}

/// Reads where the candidate left off; the beginning when that cannot be read.
#[must_use]
pub fn load_session(paths: &Paths) -> Session {
    let bytes = fs::read(session_file(paths)).unwrap_or_default();
    let session: Session = serde_json::from_slice(&bytes).unwrap_or_default();
    let selected = session.selected.filter(|id| OfferId::parse(id.as_str()).is_some());
    Session { selected, ..session }
}

/// Saves where the candidate leaves off.
///
/// # Errors
///
/// Whatever the system answers.
pub fn save_session(paths: &Paths, session: &Session) -> io::Result<()> {
    let text = serde_json::to_vec(session).map_err(io::Error::other)?;
    write::write(&session_file(paths), &text)
}

/// An order as a word.
mod sort_word {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::search::Sort;

    const WORDS: [(&str, Sort); 5] = [
        ("relevance", Sort::Relevance),
        ("deadline", Sort::Deadline),
        ("date", Sort::Date),
        ("title", Sort::Title),
        ("organization", Sort::Organization),
    ];

    #[allow(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde asks for"
    )]
    pub fn serialize<S: Serializer>(sort: &Option<Sort>, serializer: S) -> Result<S::Ok, S::Error> {
        let word = sort.and_then(|sort| WORDS.iter().find(|(_, known)| *known == sort));
        match word {
            Some((word, _)) => serializer.serialize_some(word),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<Sort>, D::Error> {
        let word = Option::<String>::deserialize(deserializer)?;
        Ok(word.and_then(|word| WORDS.iter().find(|(known, _)| *known == word).map(|(_, sort)| *sort)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn id(text: &str) -> OfferId {
        OfferId::parse(text).unwrap()
    }

    #[test]
    fn what_one_visit_saves_the_next_one_knows() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        let mut visits = load(&paths);
        visits.meet([id("a"), id("b")].iter(), date(2026, 11, 1));
        visits.open(&id("a"), date(2026, 11, 1));
        save(&paths, &visits).unwrap();

        let mut next = load(&paths);
        next.meet([id("a"), id("b"), id("c")].iter(), date(2026, 11, 9));
        let new = |offer: &str| next.mark(&id(offer), crate::tracking::Marks::default());
        assert!(!new("a").new && !new("a").unread);
        assert!(!new("b").new && new("b").unread);
        assert!(new("c").new && new("c").unread);
        assert_eq!(next.first_seen(&id("a")), Some(date(2026, 11, 1)));
    }

    #[test]
    fn two_tremplins_do_not_undo_each_other() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        let (mut one, mut two) = (load(&paths), load(&paths));
        one.meet([id("a")].iter(), date(2026, 11, 2));
        two.meet([id("a"), id("b")].iter(), date(2026, 11, 1));
        save(&paths, &two).unwrap();
        save(&paths, &one).unwrap();
        let both = load(&paths);
        assert_eq!(both.first_seen(&id("a")), Some(date(2026, 11, 1)));
        assert_eq!(both.first_seen(&id("b")), Some(date(2026, 11, 1)));
    }

    #[test]
    fn damage_costs_a_line_and_another_version_everything() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        fs::create_dir_all(paths.state_dir()).unwrap();
        fs::write(
            visits_file(&paths),
            format!(
                "{HEAD}\n2026-11-01 00000000000000aa opened\n\nrubbish\n2026-13-01 00000000000000bb\n2026-11-01 ../x\n"
            ),
        )
        .unwrap();
        let visits = load(&paths);
        assert_eq!(visits.iter().map(|(_, visit)| visit.opened).collect::<Vec<_>>(), [true]);
        fs::write(visits_file(&paths), "tremplin visits 2\n2026-11-01 a\n").unwrap();
        assert_eq!(load(&paths), Visits::default());
    }

    #[test]
    fn a_session_comes_back_and_a_damaged_one_starts_afresh() {
        let dir = tempfile::tempdir().unwrap();
        let paths = Paths::under(dir.path());
        assert_eq!(load_session(&paths), Session::default());
        let session = Session {
            query: "rust lieu:lyon".into(),
            sort: Some(Sort::Date),
            selected: Some(id("x")),
            sources: vec!["/home/ines/offres".into()],
        };
        save_session(&paths, &session).unwrap();
        assert_eq!(load_session(&paths), session);
        fs::write(
            session_file(&paths),
            "{\"sort\":\"unheard\",\"selected\":\"../../etc\"}",
        )
        .unwrap();
        assert_eq!(load_session(&paths), Session::default());
        fs::write(session_file(&paths), "{\"sort\":").unwrap();
        assert_eq!(load_session(&paths), Session::default());
    }
}
