//! The orders of the list. Each is computed when it is first asked for and kept with the index.

use std::cmp::Reverse;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::index::Index;
use super::query::Sort;

/// The rows in every order that was asked for.
#[derive(Debug, Default)]
pub(super) struct Orders {
    deadline: OnceLock<Order>,
    date: OnceLock<Order>,
    title: OnceLock<Order>,
    organization: OnceLock<Order>,
}

/// Rows in one order. Ties keep the order of the catalog, so that it depends on nothing but the offers.
#[derive(Debug)]
pub(super) struct Order {
    /// The rows, the first in the list first.
    rows: Vec<u32>,
    /// For each row its place in `rows`.
    places: Vec<u32>,
    /// The deadlines of the first rows, for the order by deadline.
    deadlines: Vec<Date>,
}

impl Orders {
    /// Returns an order, computing it the first time.
    pub(super) fn of(&self, index: &Index, sort: Sort) -> &Order {
        match sort {
            Sort::Relevance | Sort::Deadline => self.deadline.get_or_init(|| by_deadline(index)),
            Sort::Date => self.date.get_or_init(|| by_date(index)),
            Sort::Title => self.title.get_or_init(|| by_title(index)),
            Sort::Organization => self.organization.get_or_init(|| by_organization(index)),
        }
    }

    pub(super) fn memory(&self) -> usize {
        [&self.deadline, &self.date, &self.title, &self.organization]
            .iter()
            .filter_map(|order| order.get())
            .map(|order| (order.rows.capacity() + order.places.capacity() + order.deadlines.capacity()) * 4)
            .sum()
    }
}

impl Order {
    fn new(rows: Vec<u32>) -> Self {
        let mut places = vec![0; rows.len()];
        for (place, row) in (0..).zip(&rows) {
            if let Some(slot) = places.get_mut(*row as usize) {
                *slot = place;
            }
        }
        Self {
            rows,
            places,
            deadlines: Vec::new(),
        }
    }

    /// Returns how many of the first rows have a deadline that is over on the day `today`: they come last, the latest
    /// of them first.
    pub(super) fn past(&self, today: Date) -> usize {
        self.deadlines.partition_point(|deadline| *deadline < today)
    }

    /// Returns the rows in order when the first `past` come last.
    pub(super) fn rows(&self, past: usize) -> impl Iterator<Item = u32> {
        let (over, ahead) = self.rows.split_at_checked(past).unwrap_or((&[], &self.rows));
        ahead.iter().chain(over.iter().rev()).copied()
    }

    /// Returns the place of a row when the first `past` come last; lower comes first.
    pub(super) fn place(&self, row: u32, past: usize) -> u32 {
        let place = self.places.get(row as usize).copied().unwrap_or(u32::MAX);
        if (place as usize) < past {
            u32::MAX - place
        } else {
            place
        }
    }
}

fn rows(index: &Index) -> Vec<u32> {
    (0..u32::try_from(index.len()).unwrap_or(u32::MAX)).collect()
}

fn by_deadline(index: &Index) -> Order {
    let facts = |row: u32| index.columns.get(row as usize);
    let mut rows = rows(index);
    // As one number, which is compared in one step: the nearest deadline first, then what was posted last; what is not
    // stated comes last.
    rows.sort_by_cached_key(|row| {
        let facts = facts(*row);
        let deadline = facts.and_then(|facts| facts.deadline).map_or(u32::MAX, day);
        let posted = facts.and_then(|facts| facts.posted).map_or(0, day);
        u64::from(deadline) << 32 | u64::from(u32::MAX - posted)
    });
    let deadlines = rows
        .iter()
        .map_while(|row| facts(*row).and_then(|facts| facts.deadline))
        .collect();
    Order {
        deadlines,
        ..Order::new(rows)
    }
}

/// Returns a number that is greater for a later day, and never 0 nor the greatest.
fn day(date: Date) -> u32 {
    let year = u32::try_from(i32::from(date.year()) + 10_000).unwrap_or_default();
    let [month, day] = [date.month(), date.day()].map(|number| u32::from(number.unsigned_abs()));
    (year * 16 + month) * 32 + day
}

fn by_date(index: &Index) -> Order {
    let mut rows = rows(index);
    rows.sort_by_cached_key(|row| Reverse(index.columns.get(*row as usize).and_then(|facts| facts.posted)));
    Order::new(rows)
}

fn by_title(index: &Index) -> Order {
    let mut rows = rows(index);
    rows.sort_by(|a, b| index.lines.get(*a as usize).cmp(index.lines.get(*b as usize)));
    Order::new(rows)
}

fn by_organization(index: &Index) -> Order {
    let places = index.organizations.places();
    let mut rows = rows(index);
    rows.sort_by_cached_key(|row| {
        let number = index.columns.get(*row as usize).map_or(0, |facts| facts.organization);
        places.get(number as usize).copied()
    });
    Order::new(rows)
}
