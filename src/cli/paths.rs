//! `tremplin paths`.

use std::io::Write;
use std::path::PathBuf;

use super::args::PathsArguments;
use super::failure::Failure;
use super::json::json_text;
use super::session::Session;
use crate::locale::Phrase;
use crate::locale::cli as say;
use crate::text::clean_path;

/// Prints where tremplin keeps its files.
pub fn run(arguments: &PathsArguments, session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let places = places(session);
    if arguments.json {
        let map: serde_json::Map<String, serde_json::Value> = places
            .iter()
            .map(|(key, _, path)| ((*key).to_owned(), path.to_string_lossy().into()))
            .collect();
        writeln!(out, "{}", json_text(&serde_json::Value::Object(map))?)?;
        return Ok(());
    }
    for (_, name, path) in places {
        let name = name.get(session.environment.lang);
        writeln!(out, "{name:<14} {}", clean_path(&path))?;
    }
    Ok(())
}

/// Each place with its key in the JSON and its name.
fn places(session: &Session) -> [(&'static str, Phrase, PathBuf); 6] {
    let paths = &session.paths;
    [
        ("config", say::PLACE_CONFIG, paths.config_file()),
        ("profile", say::PLACE_PROFILE, paths.profile_file()),
        ("shortlist", say::PLACE_SHORTLIST, paths.shortlist_dir()),
        ("state", say::PLACE_STATE, paths.state_dir()),
        ("backups", say::PLACE_BACKUPS, paths.backups_dir()),
        ("cache", say::PLACE_CACHE, paths.cache_dir()),
    ]
}
