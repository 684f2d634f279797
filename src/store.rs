//! All file access: where things are kept, the folders of offers, the configuration, the cache, the shortlist's files.
//!
//! - [`paths`]: where config, state and cache live on this system;
//! - [`config`]: what the candidate set; [`visits`]: what is remembered between two visits;
//! - [`scan`] and [`catalog`]: from folders of offers to rows, safely, whatever the folder holds;
//! - [`decode`]: from bytes to text;
//! - [`shortlist`]: the applications, saved so that none is ever lost;
//! - [`load`](mod@load), [`cache`], [`watch`]: the second start is instant, and changes show while tremplin runs;
//! - [`write`](mod@write): the one way in which a file is replaced.
//!
//! Nothing here ever writes into a folder of offers.

pub mod bodies;
pub mod cache;
pub mod catalog;
pub mod config;
pub mod decode;
pub mod entries;
pub mod file;
pub mod folder;
pub mod ids;
pub mod letters;
pub mod load;
pub mod paths;
mod room;
pub mod samples;
pub mod scan;
pub mod shortlist;
pub mod sources;
pub mod visits;
pub mod walk;
pub mod watch;
pub mod write;

pub use bodies::Bodies;
pub use catalog::{Catalog, OpenError, Opened};
pub use config::{Config, ConfigMistake};
pub use load::{Loaded, load, refresh};
pub use paths::{Paths, PathsError};
pub use scan::{LeftOut, LeftOutReason, NotOffer, Progress};
pub use sources::{Source, SourceError, Sources};
pub use watch::Watch;
