//! The words of all offers, folded, each kept once; and beside them what the fields of a query test.
//!
//! Everything that a search touches stands in flat columns: a search over 100,000 offers reads no
//! [`Summary`] but those that it shows.

use std::sync::{Arc, OnceLock};

use super::columns::{Columns, Facts};
use super::order::Orders;
use super::postings::{Entry, Postings};
use super::prepared::Prepared;
use super::query::TextValue;
use super::query::kind_names;
use super::scope::Standings;
use super::stretches::stretch;
use super::values::Values;
use super::vocabulary::Vocabulary;
use super::words::plain_words;
use crate::offer::{EmploymentType, Regions, Summary};

/// The words of the fields (title, organisation, place, kinds, tags).
#[derive(Debug, Default)]
pub struct Index {
    /// Tells one index from another, so that what was remembered of one is never used for another.
    pub(super) identity: Arc<()>,
    pub(super) words: Vocabulary,
    pub(super) postings: Postings,
    /// The folded fields of each row, with a new line between the fields.
    pub(super) lines: Lines,
    /// The first letters of the words of each row.
    pub(super) initials: Vec<u64>,
    pub(super) columns: Columns,
    pub(super) organizations: Values,
    pub(super) places: Values,
    regions: OnceLock<Vec<Regions>>,
    pub(super) tags: Values,
    pub(super) orders: Orders,
    pub(super) standings: Standings,
}

/// Which field a word stands in. The order is that of their weight, heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum In {
    Title,
    Organization,
    Place,
    Kind,
    Tag,
}

impl In {
    /// What a fit in this field is worth more than one in a tag.
    pub(super) const BONUS: [u16; 8] = [80, 50, 40, 30, 0, 0, 0, 0];
}

/// Many short texts in one string.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines {
    text: String,
    ends: Vec<u32>,
}

impl Lines {
    /// Ends a line; what was pushed since the last one is it.
    fn end(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Returns line `row`.
    pub(super) fn get(&self, row: usize) -> &str {
        self.text.get(stretch(&self.ends, row)).unwrap_or_default()
    }
}

impl Index {
    /// Builds the index of these rows; hits give their positions.
    #[must_use]
    pub fn build(rows: &[Summary]) -> Self {
        let mut index = Self::default();
        let mut builder = Builder::default();
        let mut titles = Titles::default();
        index.columns.reserve(rows.len());
        index.initials.reserve_exact(rows.len());
        index.lines.ends.reserve_exact(rows.len());
        for row in rows {
            index.push(row, &mut titles, &mut builder);
        }
        index.lines.text.shrink_to_fit();
        index.words.finish();
        for values in [&mut index.organizations, &mut index.places, &mut index.tags] {
            values.finish();
        }
        index.postings = Postings::new(index.words.count(), &builder.ends, &builder.entries);
        index
    }

    /// Returns how many rows it is of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Tells whether it is of no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the bytes that it takes.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.words.memory()
            + self.postings.memory()
            + self.lines.text.capacity()
            + self.lines.ends.capacity() * 4
            + self.initials.capacity() * 8
            + self.columns.memory()
            + self.organizations.memory()
            + self.places.memory()
            + self.tags.memory()
            + self.orders.memory()
            + self.standings.memory()
    }

    /// For each number of a place, tells whether it passes any of `wanted`: by its name, or because it lies in a region
    /// of that name.
    pub(super) fn passing_places(&self, wanted: &[TextValue]) -> Vec<bool> {
        let mut passing = self.places.passing(wanted);
        let named = wanted.iter().map(regions_named).fold(Regions::default(), Regions::or);
        if !named.is_none() {
            let regions = self.regions.get_or_init(|| {
                let places = (0..=self.places.len()).filter_map(|number| u32::try_from(number).ok());
                places
                    .map(|number| Regions::of(&plain_words(self.places.folded(number))))
                    .collect()
            });
            for (passes, regions) in passing.iter_mut().zip(regions) {
                *passes |= regions.meet(named);
            }
        }
        passing
    }

    /// Adds one row.
    fn push(&mut self, row: &Summary, titles: &mut Titles, builder: &mut Builder) {
        builder.start();
        let title = titles.prepare(&row.title, &mut self.words);
        builder.add(title, In::Title, &mut self.lines);
        let (words, lines) = (&mut self.words, &mut self.lines);
        let (organization, prepared) = self.organizations.add(&row.organization, words);
        builder.add(prepared, In::Organization, lines);
        let (place, prepared) = self.places.add(&row.place, words);
        builder.add(prepared, In::Place, lines);
        let tags = row.tags.iter().map(|tag| {
            let (number, prepared) = self.tags.add(tag, words);
            builder.add(prepared, In::Tag, lines);
            number
        });
        self.columns.push(Facts::of(row, organization, place), tags);
        lines.end();
        builder.add_kinds(row, words);
        builder.end();
        self.initials.push(builder.initials);
    }
}

/// Returns the regions that a value asked of the place names; a whole value is only itself.
pub(super) fn regions_named(wanted: &TextValue) -> Regions {
    match wanted {
        TextValue::Words(words) => Regions::named(&words.join(" ")),
        TextValue::Phrase(phrase) => Regions::named(&plain_words(phrase).join(" ")),
        TextValue::Whole(_) => Regions::default(),
    }
}

/// The titles met so far: many offers have the same, and each is then read once.
#[derive(Debug, Default)]
struct Titles {
    written: Vocabulary,
    known: Vec<Prepared>,
    /// One that is not kept.
    other: Prepared,
}

impl Titles {
    /// Titles that are kept: some megabytes while the index is built.
    const MOST: usize = 1 << 14;

    fn prepare(&mut self, title: &str, words: &mut Vocabulary) -> &Prepared {
        let number = match self.written.find(title) {
            Some(number) => number as usize,
            None if self.known.len() < Self::MOST => {
                self.known.push(Prepared::of(title, words));
                self.written.intern(title) as usize
            }
            None => {
                self.other.set(title, words);
                return &self.other;
            }
        };
        self.known.get(number).unwrap_or(&self.other)
    }
}

/// The words of each row, on the way to the postings.
#[derive(Debug, Default)]
struct Builder {
    /// Words, row after row.
    entries: Vec<Entry>,
    /// Where each row ends among them.
    ends: Vec<u32>,
    from: usize,
    initials: u64,
    /// The words of the kinds of contract and of remote work that occurred so far.
    kinds: Vec<(Option<EmploymentType>, [Prepared; 2])>,
}

impl Builder {
    fn start(&mut self) {
        self.from = self.entries.len();
        self.initials = 0;
    }

    /// Adds a text of the row.
    fn add(&mut self, text: &Prepared, field: In, lines: &mut Lines) {
        self.add_words(text, field);
        lines.text.push_str(&text.line);
    }

    /// Adds words, each once a row, in its heaviest field.
    fn add_words(&mut self, text: &Prepared, field: In) {
        self.initials |= text.initials;
        for number in &text.words {
            let entry = Entry::new(*number, field);
            let row = self.entries.get_mut(self.from..).unwrap_or_default();
            match row.iter_mut().find(|old| old.number() == *number) {
                Some(old) => *old = entry.min(*old),
                None => self.entries.push(entry),
            }
        }
    }

    /// Adds the names of the kinds of contract, in French and in English, and of remote work.
    fn add_kinds(&mut self, row: &Summary, words: &mut Vocabulary) {
        let remote = (row.remote == Some(true)).then_some(None);
        for kind in row.employment_types.iter().map(Some).chain(remote) {
            let known = self.kinds.iter().position(|(of, _)| *of == kind);
            let at = known.unwrap_or_else(|| {
                // The other names find these through the synonyms.
                let names = match kind.map(kind_names) {
                    Some([french, english, ..]) => [*french, *english],
                    Some(_) => ["", ""],
                    None => ["teletravail", "remote"],
                };
                self.kinds.push((kind, names.map(|name| Prepared::of(name, words))));
                self.kinds.len() - 1
            });
            let kinds = std::mem::take(&mut self.kinds);
            for name in kinds.get(at).iter().flat_map(|(_, names)| names) {
                self.add_words(name, In::Kind);
            }
            self.kinds = kinds;
        }
    }

    fn end(&mut self) {
        self.ends.push(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
    }
}
