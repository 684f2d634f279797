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
use crate::store::bodies::Gathering;
use crate::store::config::{Config, InForce, Layers, Origin, Override, layers};
use crate::store::{Bodies, Catalog, Opened, Paths, Sources, load, scan};
use crate::text::{clean, clean_path, clean_visibly};

/// Names folders and files of offers, separated as in `PATH`.
const OFFERS: &str = "TREMPLIN_OFFERS";
/// Names the language.
pub const LANG: &str = "TREMPLIN_LANG";

/// What a command works with.
#[derive(Debug)]
pub struct Session {
    /// Language, day, terminal.
    pub environment: Environment,
    /// Where files are kept.
    pub paths: Paths,
    /// The configuration in force.
    pub config: Config,
    /// What it was made of, to make it again.
    pub layers: Layers,
    /// Whether nothing may be saved.
    pub read_only: bool,
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
        let (layers, force, wanted) = configuration(environment, global, given)?;
        for mistake in &force.mistakes {
            warn(&mistake.say(environment.lang));
        }
        let sources = if wanted.is_empty() {
            Sources::samples(environment.today)
        } else {
            readable(&wanted, environment)?
        };
        Ok(Self {
            environment: environment.configured(force.config.color),
            paths: layers.paths.clone(),
            config: force.config,
            layers,
            read_only: global.read_only,
            sources,
        })
    }

    /// Reads every offer, those that have not changed from the cache.
    #[must_use]
    pub fn catalog(&self) -> Arc<Catalog> {
        let cache = self.cache();
        let (today, cancelled) = (self.environment.today, AtomicBool::new(false));
        load::load(&self.sources, cache.as_deref(), today, &cancelled, None, &mut |_| {}).catalog
    }

    /// Returns the words of the bodies of a catalog, as the interface has them; `before` are those that were saved,
    /// `words` those that were gathered when every file was read.
    #[must_use]
    pub fn bodies(&self, catalog: &Catalog, before: Option<&Bodies>, words: Gathering) -> Option<Bodies> {
        let (cache, never) = (self.cache(), AtomicBool::new(false));
        let bodies = Bodies::of(catalog, before, words, &never)?;
        if let Some(cache) = cache {
            bodies.save_over(before, &cache, &self.sources);
        }
        Some(bodies)
    }

    /// Returns the cache directory, when the cache is used.
    #[must_use]
    pub fn cache(&self) -> Option<PathBuf> {
        self.config.cache.then(|| self.paths.cache_dir())
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

/// Puts the configuration together; returns with it the sources that are wanted, whether they can be read or not.
///
/// # Errors
///
/// When there is no home directory.
pub fn configuration(
    environment: Environment,
    global: &Global,
    given: &[PathBuf],
) -> Result<(Layers, InForce, Vec<PathBuf>), Failure> {
    let paths = Paths::find().map_err(|error| Failure::Told(error.say(environment.lang)))?;
    let asked = asked(given, &global.offers, variable(OFFERS).as_deref());
    let mut layers = Layers {
        paths,
        folders: Vec::new(),
        given: overrides(global, asked.as_ref(), &variable),
    };
    // Which folders have a say depends on what the other layers say.
    let wanted = match asked {
        Some((paths, _)) => paths,
        None => layers.read().config.offers,
    };
    layers.folders = Sources::new(&wanted).0.folders();
    let force = layers.read();
    Ok((layers, force, wanted))
}

/// Returns the paths of the command line, else those of the environment, with what named them.
fn asked(given: &[PathBuf], offers: &[PathBuf], variable: Option<&str>) -> Option<(Vec<PathBuf>, Origin)> {
    let asked: Vec<PathBuf> = given.iter().chain(offers).cloned().collect();
    if !asked.is_empty() {
        return Some((asked, Origin::Flag("--offers")));
    }
    let named = std::env::split_paths(variable?).filter(|path| !path.as_os_str().is_empty());
    let named: Vec<PathBuf> = named.collect();
    (!named.is_empty()).then(|| (named, Origin::Variable(OFFERS.to_owned())))
}

/// Returns what the environment and the command line say, what wins last.
fn overrides(
    global: &Global,
    asked: Option<&(Vec<PathBuf>, Origin)>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Vec<Override> {
    let mut given = layers::of_environment(variable);
    let mut add = |key, value: toml::Value, origin| given.push(Override { key, value, origin });
    if let Some(lang) = variable(LANG).and_then(|value| Lang::parse(&value)) {
        add("lang", lang.code().into(), Origin::Variable(LANG.to_owned()));
    }
    if let Some((paths, origin)) = asked {
        let paths = paths.iter().map(|path| path.to_string_lossy().into_owned());
        add("offers", paths.collect::<Vec<_>>().into(), origin.clone());
    }
    if let Some(lang) = global.lang {
        add("lang", Lang::from(lang).code().into(), Origin::Flag("--lang"));
    }
    if let Some(color) = global.color {
        add("color", color.word().into(), Origin::Flag("--color"));
    }
    if global.no_cache {
        add("cache", false.into(), Origin::Flag("--no-cache"));
    }
    given
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
    let shown = clean_path(path).into_string();
    let command = say::command_help()
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
    fn what_is_asked_for_wins_over_what_the_environment_names() {
        let path = |name: &str| PathBuf::from(name);
        let paths = |asked: Option<(Vec<PathBuf>, Origin)>| asked.map(|(paths, _)| paths);
        assert_eq!(
            paths(asked(&[path("a")], &[path("b")], Some("c"))),
            Some(vec![path("a"), path("b")])
        );
        assert_eq!(paths(asked(&[], &[], Some("c"))), Some(vec![path("c")]));
        assert_eq!(paths(asked(&[], &[], Some(""))), None);
        assert_eq!(paths(asked(&[], &[], None)), None);
    }

    #[test]
    fn options_stand_above_variables() {
        let global = Global {
            color: Some(crate::cli::args::ColorChoice::Never),
            no_cache: true,
            ..Global::default()
        };
        let variable = |name: &str| (name == "TREMPLIN_COLOR").then(|| "always".to_owned());
        let given = overrides(&global, None, &variable);
        let of_color: Vec<&Origin> = given
            .iter()
            .filter(|one| one.key == "color")
            .map(|one| &one.origin)
            .collect();
        assert_eq!(of_color.last(), Some(&&Origin::Flag("--color")));
        assert_eq!(of_color.len(), 2);
    }

    #[test]
    fn a_slip_finds_its_command() {
        for slip in ["lst", "lists", "lsit", "lost", "list"] {
            assert!(near("list", slip), "{slip}");
        }
        assert!(!near("list", "lot") && !near("list", "offers") && !near("", "x"));
    }
}
