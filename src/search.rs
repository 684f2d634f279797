//! From what was typed to ranked hits.
//!
//! - [`query`] is the language;
//! - [`index`] and [`bodies`] hold the folded words of all offers, each once, with the rows that hold it;
//! - [`rank`] puts the rows in order, [`scope`] says what stays out, [`highlight`] which letters matched.
//!
//! A key costs what the distinct words cost, not what the offers do: the words that fit what is typed are found
//! among some ten thousand, and lead to their rows.

pub mod bodies;
mod columns;
pub mod completion;
pub mod edit;
pub mod facets;
mod filter;
pub mod highlight;
pub mod index;
mod initials;
pub mod marks;
pub(crate) mod matching;
mod order;
pub mod patience;
mod phrases;
mod postings;
mod prepared;
pub mod query;
pub mod rank;
mod ranking;
pub mod scope;
mod searcher;
mod stretches;
mod synonyms;
mod values;
mod vocabulary;
pub mod words;

pub use bodies::{BodyIndex, BodyIndexBuilder};
pub use highlight::highlights;
pub use index::Index;
pub use marks::marks;
pub use patience::{Newest, Patience};
pub use query::{Mistake, MistakeKind, Query, Sort};
pub use rank::{Corpus, Hit, Hits, Texts, search};
pub use scope::{LeftOut, Scope};
pub use searcher::Searcher;
