//! What every command starts from: the environment, the configuration and the sources of offers.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::args::Global;
use super::environment::{Environment, variable};
use super::failure::Failure;
use crate::locale::Lang;
use crate::locale::cli as say;
use crate::store::config::Config;
use crate::store::{Bodies, Catalog, Opened, Paths, Sources, load, scan};
use crate::text::{clean, clean_visibly};

/// Names folders and files of offers, separated as in `PATH`.
const OFFERS: &str = "TREMPLIN_OFFERS";

/// What a command works with.
#[derive(Debug)]
pub struct Session {
    /// Language, day, terminal.
    pub environment: Environment,
    /// Where files are kept.
    pub paths: Paths,
    /// The configuration.
    pub config: Config,
    /// Whether nothing may be saved.
    pub read_only: bool,
    /// Whether the cache is used.
    pub cached: bool,
    /// Where offers are read from.
    pub sources: Sources,
}

impl Session {
    /// Puts together what a command needs; `given` are the paths of the command line.
    ///
    /// # Errors
    ///
    /// When there is no home directory, or when none of the paths that are asked for can be read.
    pub fn open(environment: Environment, global: &Global, given: &[PathBuf]) -> Result<Self, Failure> {
        let lang = environment.lang;
        let paths = Paths::find().map_err(|error| Failure::Told(error.say(lang)))?;
        let (config, mistakes) = Config::load(&paths);
        for mistake in &mistakes {
            warn(&mistake.say(lang));
        }
        let wanted = wanted(given, &global.offers, variable(OFFERS).as_deref(), &config.offers);
        let sources = if wanted.is_empty() {
            Sources::samples(environment.today)
        } else {
            readable(&wanted, environment)?
        };
        Ok(Self {
            environment: environment.configured(global.color, config.color),
            cached: config.cache && !global.no_cache,
            paths,
            config,
            read_only: global.read_only,
            sources,
        })
    }

    /// Reads every offer, those that have not changed from the cache.
    #[must_use]
    pub fn catalog(&self) -> Arc<Catalog> {
        let cache = self.cache();
        let (today, cancelled) = (self.environment.today, AtomicBool::new(false));
        load::load(&self.sources, cache.as_deref(), today, &cancelled, &mut |_| {}).catalog
    }

    /// Returns the words of the bodies of a catalog, as the interface has them.
    #[must_use]
    pub fn bodies(&self, catalog: &Catalog) -> Option<Bodies> {
        let cache = self.cache();
        let before = cache.as_ref().and_then(|cache| Bodies::load(cache, &self.sources));
        let bodies = Bodies::update(before.as_ref(), catalog, &AtomicBool::new(false))?;
        if let Some(cache) = cache.filter(|_| !before.is_some_and(|before| before.is_same(&bodies))) {
            // Without it the bodies are read again the next time.
            let _ = bodies.save(&cache, &self.sources);
        }
        Some(bodies)
    }

    /// Returns the cache directory, when the cache is used.
    fn cache(&self) -> Option<PathBuf> {
        self.cached.then(|| self.paths.cache_dir())
    }

    /// Says on standard error, to a person, that these are the samples.
    pub fn mention_samples(&self) {
        if self.sources.is_samples() && self.environment.terminal {
            warn(say::SAMPLES.get(self.environment.lang));
        }
    }

    /// Opens an offer of a catalog.
    ///
    /// # Errors
    ///
    /// When its file is gone or is no longer an offer.
    pub fn read(&self, catalog: &Catalog, row: usize) -> Result<Opened, Failure> {
        catalog
            .open(row)
            .map_err(|error| Failure::Told(error.say(self.environment.lang)))
    }
}

/// Reads every offer of these sources.
#[must_use]
pub fn read_all(sources: &Sources) -> Arc<Catalog> {
    Arc::new(scan::scan(sources, &AtomicBool::new(false), &mut |_| {}))
}

/// Returns the only offer of a file.
///
/// # Errors
///
/// When it holds none, or several.
pub fn only(catalog: &Catalog, path: &str, lang: Lang) -> Result<usize, Failure> {
    let id = clean_visibly(path).into_string();
    match catalog.rows() {
        [_] => Ok(0),
        [] => Err(Failure::Told(say::no_offer_in(lang, &id))),
        several => {
            let ids = several.iter().map(|row| row.id.to_string()).collect();
            Err(Failure::SeveralOffers { id, ids })
        }
    }
}

/// Finds an offer by its id, the beginning of it, or its path.
///
/// # Errors
///
/// When there is none, or several begin so.
pub fn find(catalog: &Catalog, id: &str) -> Result<usize, Failure> {
    let id = id.trim();
    let candidates = match catalog.find(id) {
        Ok(row) => return Ok(row),
        Err(ids) => ids.into_iter().map(str::to_owned).collect::<Vec<_>>(),
    };
    let paths = || catalog.rows().iter().map(|row| &*row.path);
    let mut begin = (0..)
        .zip(paths())
        .filter(|(_, path)| !id.is_empty() && path.starts_with(id))
        .map(|(row, _)| row);
    let only = begin.next().filter(|_| begin.next().is_none());
    paths().position(|path| path == id).or(only).ok_or_else(|| {
        let id = clean_visibly(id).into_string();
        if candidates.is_empty() {
            Failure::NoSuchOffer(id)
        } else {
            Failure::SeveralOffers { id, ids: candidates }
        }
    })
}

/// Says something on standard error that is no failure.
pub fn warn(sentence: &str) {
    // Standard error may be closed: then nobody is there to be told.
    let _ = writeln!(io::stderr(), "{}", clean(sentence));
}

/// Chooses the paths: those of the command line, else those of the environment, else those of the configuration.
fn wanted(given: &[PathBuf], offers: &[PathBuf], variable: Option<&str>, config: &[PathBuf]) -> Vec<PathBuf> {
    let asked: Vec<PathBuf> = given.iter().chain(offers).cloned().collect();
    if !asked.is_empty() {
        return asked;
    }
    let named: Vec<PathBuf> = variable
        .map(|paths| {
            std::env::split_paths(paths)
                .filter(|path| !path.as_os_str().is_empty())
                .collect()
        })
        .unwrap_or_default();
    if named.is_empty() { config.to_vec() } else { named }
}

/// Takes the paths that can be read; says which cannot.
fn readable(wanted: &[PathBuf], environment: Environment) -> Result<Sources, Failure> {
    let lang = environment.lang;
    let (sources, errors) = Sources::new(wanted);
    if sources.is_empty()
        && let Some(first) = errors.first()
    {
        return Err(if first.error.kind() == io::ErrorKind::NotFound {
            no_such_path(&first.path)
        } else {
            Failure::Told(first.say(lang))
        });
    }
    for error in &errors {
        warn(&error.say(lang));
    }
    Ok(sources)
}

/// A path that is not there may be a command that was misspelt.
fn no_such_path(path: &Path) -> Failure {
    let shown = clean_visibly(&path.to_string_lossy()).into_string();
    let command = say::COMMAND_HELP
        .iter()
        .map(|help| help.name)
        .find(|name| near(name, &shown));
    Failure::NoSuchPath {
        path: shown,
        command: command.map(str::to_owned),
    }
}

/// Tells whether two words differ by one slip: a letter more, less, changed, or two swapped.
fn near(word: &str, typed: &str) -> bool {
    if word.is_empty() || word == typed {
        return word == typed && !word.is_empty();
    }
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), typed.chars().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    a.len().max(b.len()) <= 1 || (a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_wins_over_what_is_configured() {
        let path = |name: &str| PathBuf::from(name);
        let config = [path("configured")];
        assert_eq!(
            wanted(&[path("a")], &[path("b")], Some("c"), &config),
            [path("a"), path("b")]
        );
        assert_eq!(wanted(&[], &[], Some("c"), &config), [path("c")]);
        assert_eq!(wanted(&[], &[], Some(""), &config), config);
        assert_eq!(wanted(&[], &[], None, &[]), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_slip_finds_its_command() {
        for slip in ["lst", "lists", "lsit", "lost", "list"] {
            assert!(near("list", slip), "{slip}");
        }
        assert!(!near("list", "lot") && !near("list", "offers") && !near("", "x"));
    }
}
