//! The orders of the list, computed once an index and kept as the place of each row.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::index::Index;
use super::query::Sort;

/// The place of each row in each order.
#[derive(Debug)]
pub(super) struct Orders {
    deadline: Vec<u32>,
    date: Vec<u32>,
    title: Vec<u32>,
    organization: Vec<u32>,
    /// Deadlines in order, to know which places are past.
    deadlines: Vec<Date>,
}

impl Orders {
    /// Sorts the rows in every way. Ties go by title, then by the order of the rows, so that it never depends on
    /// anything but the offers.
    pub(super) fn new(index: &Index) -> Self {
        let rows = u32::try_from(index.len()).unwrap_or(u32::MAX);
        let columns = &index.columns;
        let line = |row: u32| index.lines.get(row as usize);
        let mut by_title: Vec<u32> = (0..rows).collect();
        by_title.sort_by(|a, b| line(*a).cmp(line(*b)));
        let title = places(&by_title);
        let title_of = |row: u32| title.get(row as usize).copied().unwrap_or_default();
        let facts = |row: u32| columns.get(row as usize);
        let by = |compare: &dyn Fn(u32, u32) -> Ordering| {
            let mut rows = by_title.clone();
            rows.sort_by(|a, b| compare(*a, *b).then_with(|| title_of(*a).cmp(&title_of(*b))));
            rows
        };
        let posted = |row: u32| facts(row).and_then(|facts| facts.posted);
        let deadline = |row: u32| facts(row).and_then(|facts| facts.deadline);
        let by_date = by(&|a, b| posted(b).cmp(&posted(a)));
        let by_deadline = by(&|a, b| {
            let (a, b) = ((deadline(a), posted(a)), (deadline(b), posted(b)));
            a.0.is_none()
                .cmp(&b.0.is_none())
                .then(a.0.cmp(&b.0))
                .then(b.1.cmp(&a.1))
        });
        let name = |row: u32| {
            index
                .organizations
                .folded(facts(row).map_or(0, |facts| facts.organization))
        };
        let by_organization = by(&|a, b| {
            name(a)
                .is_empty()
                .cmp(&name(b).is_empty())
                .then_with(|| name(a).cmp(name(b)))
        });
        let deadlines = by_deadline.iter().map_while(|row| deadline(*row)).collect();
        Self {
            deadline: places(&by_deadline),
            date: places(&by_date),
            title,
            organization: places(&by_organization),
            deadlines,
        }
    }

    /// Returns what gives each row its place in an order on the day `today`; lower comes first.
    pub(super) fn of(&self, sort: Sort, today: Date) -> Places<'_> {
        let (places, past) = match sort {
            Sort::Relevance | Sort::Deadline => (
                &self.deadline,
                self.deadlines.partition_point(|deadline| *deadline < today),
            ),
            Sort::Date => (&self.date, 0),
            Sort::Title => (&self.title, 0),
            Sort::Organization => (&self.organization, 0),
        };
        Places {
            places,
            past: u32::try_from(past).unwrap_or(u32::MAX),
        }
    }

    pub(super) fn memory(&self) -> usize {
        (self.deadline.capacity() + self.date.capacity() + self.title.capacity() + self.organization.capacity()) * 4
            + self.deadlines.capacity() * size_of::<Date>()
    }
}

/// The place of each row in one order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'o> {
    places: &'o [u32],
    /// The rows of the first places have a deadline that is over: they come last, the latest of them first.
    past: u32,
}

impl Places<'_> {
    /// Returns the place of a row.
    pub(super) fn of(self, row: u32) -> u32 {
        let place = self.places.get(row as usize).copied().unwrap_or(u32::MAX);
        if place < self.past { u32::MAX - place } else { place }
    }
}

/// Turns a list of rows into the place of each.
fn places(rows: &[u32]) -> Vec<u32> {
    let mut places = vec![0; rows.len()];
    for (place, row) in (0..).zip(rows) {
        if let Some(slot) = places.get_mut(*row as usize) {
            *slot = place;
        }
    }
    places
}
