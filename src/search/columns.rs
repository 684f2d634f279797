//! What the fields of a query test, beside each other: sixty bytes a row at most, and its tags.

use jiff::civil::Date;

use super::stretches::stretch;
use crate::offer::{Currency, PayPeriod, PayRange, Start, Summary, summary::EmploymentTypes};
use crate::text::Language;

/// The facts of one row that queries test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Facts {
    pub(super) kinds: EmploymentTypes,
    pub(super) remote: Option<bool>,
    pub(super) language: Option<Language>,
    pub(super) pay_stated: bool,
    pub(super) contact: bool,
    pub(super) warned: bool,
    /// Tenths of a month; `None` when not stated.
    pub(super) duration: Option<(u16, u16)>,
    /// Euros a month.
    pub(super) pay: Option<(u32, u32)>,
    pub(super) deadline: Option<Date>,
    pub(super) posted: Option<Date>,
    /// First day of the start; [`Date::MIN`] for "as soon as possible".
    pub(super) start: Option<Date>,
    /// Numbers among the values of the index.
    pub(super) organization: u32,
    pub(super) place: u32,
}

impl Facts {
    pub(super) fn of(row: &Summary, organization: u32, place: u32) -> Self {
        Self {
            kinds: row.employment_types,
            remote: row.remote,
            language: row.language,
            pay_stated: row.pay_stated,
            contact: row.contact.is_some(),
            warned: row.warnings > 0,
            duration: row
                .duration
                .map(|held| (held.min_tenths, held.max_tenths.unwrap_or(u16::MAX))),
            pay: row
                .pay
                .as_ref()
                .and_then(|pay| monthly(pay, row.duration.map(|held| held.min_tenths))),
            deadline: row.deadline,
            posted: row.date_posted,
            start: row.start.and_then(first_day),
            organization,
            place,
        }
    }
}

fn first_day(start: Start) -> Option<Date> {
    match start {
        Start::Asap => Some(Date::MIN),
        Start::Month { year, month } => Date::new(year, month, 1).ok(),
        Start::Day(day) => Some(day),
    }
}

/// Turns a pay into euros a month, so that pays can be compared. A pay in another currency counts as its figure.
///
/// An hour is 1/151.67 of a month (35 hours a week), a day 1/21.67, a week 1/4.33: the French legal working time.
fn monthly(pay: &PayRange, months_tenths: Option<u16>) -> Option<(u32, u32)> {
    let PayRange {
        min_cents,
        max_cents,
        currency,
        period,
    } = *pay;
    match currency {
        Currency::Eur | Currency::Usd | Currency::Gbp | Currency::Chf | Currency::Cad => (),
    }
    let month = |cents: u64| {
        let hundredths: u64 = match period {
            PayPeriod::Hour => cents.saturating_mul(15_167) / 100,
            PayPeriod::Day => cents.saturating_mul(2167) / 100,
            PayPeriod::Week => cents.saturating_mul(433) / 100,
            PayPeriod::Month => cents,
            PayPeriod::Year => cents / 12,
            PayPeriod::Total => cents.saturating_mul(10) / u64::from(months_tenths?.max(1)),
        };
        u32::try_from(hundredths / 100).ok()
    };
    let least = min_cents.or(max_cents).and_then(month)?;
    let most = max_cents.or(min_cents).and_then(month)?;
    Some((least, most))
}

/// The facts of all rows.
#[derive(Debug, Default)]
pub(super) struct Columns {
    facts: Vec<Facts>,
    tags: Vec<u32>,
    tag_ends: Vec<u32>,
}

impl Columns {
    pub(super) fn reserve(&mut self, rows: usize) {
        self.facts.reserve_exact(rows);
        self.tag_ends.reserve_exact(rows);
    }

    pub(super) fn push(&mut self, facts: Facts, tags: impl Iterator<Item = u32>) {
        self.facts.push(facts);
        self.tags.extend(tags.filter(|tag| *tag != 0));
        self.tag_ends.push(u32::try_from(self.tags.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    pub(super) fn get(&self, row: usize) -> Option<&Facts> {
        self.facts.get(row)
    }

    /// Returns the numbers of the tags of a row.
    pub(super) fn tags(&self, row: usize) -> &[u32] {
        self.tags.get(stretch(&self.tag_ends, row)).unwrap_or_default()
    }

    pub(super) fn memory(&self) -> usize {
        self.facts.capacity() * size_of::<Facts>() + (self.tags.capacity() + self.tag_ends.capacity()) * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pays_become_euros_a_month() {
        let pay = |period, cents| PayRange {
            min_cents: Some(cents),
            max_cents: None,
            currency: Currency::Eur,
            period,
        };
        assert_eq!(monthly(&pay(PayPeriod::Year, 3_600_000), None), Some((3000, 3000)));
        assert_eq!(monthly(&pay(PayPeriod::Hour, 435), None), Some((659, 659)));
        assert_eq!(monthly(&pay(PayPeriod::Total, 600_000), Some(60)), Some((1000, 1000)));
        assert_eq!(monthly(&pay(PayPeriod::Total, 600_000), None), None);
    }

    #[test]
    fn a_row_stays_small() {
        assert!(size_of::<Facts>() <= 60, "{}", size_of::<Facts>());
    }
}
