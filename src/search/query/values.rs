//! The values of fields that are dates, lengths of time or amounts, as people type them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::offer::dates::{self, CalendarDate};
use crate::offer::lengths;
use crate::tracking::when::{self, Leaning};

/// Days from the first to the last, both included; an open end is the end of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateSpan {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

/// Numbers from the least to the greatest, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberSpan {
    /// Least.
    pub min: u32,
    /// Greatest.
    pub max: u32,
}

/// How a value compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    /// No sign before it.
    Plain,
    /// `<` or `<=`
    Below { or_equal: bool },
    /// `>` or `>=`
    Above { or_equal: bool },
}

/// Takes the sign before a value off.
pub(super) fn compare(value: &str) -> (Compare, &str) {
    for (sign, compare) in [
        ("<=", Compare::Below { or_equal: true }),
        (">=", Compare::Above { or_equal: true }),
        ("=<", Compare::Below { or_equal: true }),
        ("=>", Compare::Above { or_equal: true }),
        ("≤", Compare::Below { or_equal: true }),
        ("≥", Compare::Above { or_equal: true }),
        ("<", Compare::Below { or_equal: false }),
        (">", Compare::Above { or_equal: false }),
        ("=", Compare::Plain),
    ] {
        if let Some(rest) = value.strip_prefix(sign) {
            return (compare, rest.trim_start());
        }
    }
    (Compare::Plain, value)
}

/// Reads a day, a month or a year, folded: `30/11`, `1er decembre`, `decembre 2026`, `2026-12`, `2026`, and the words
/// of [`when`]: `demain`, `+7j`, `2 weeks`, `vendredi`.
///
/// Where the year is not written, the date is the next one from `today` on, or the last one when `leaning` is to the
/// past; there `7j` means seven days ago.
#[must_use]
pub fn date_span(text: &str, today: Date, leaning: Leaning) -> Option<DateSpan> {
    let text = text.trim();
    if let Some((first, last)) = text.split_once("..") {
        let (first, last) = (
            one_date(first.trim(), today, leaning)?,
            one_date(last.trim(), today, leaning)?,
        );
        return (first.first <= last.last).then_some(DateSpan {
            first: first.first,
            last: last.last,
        });
    }
    one_date(text, today, leaning)
}

fn one_date(text: &str, today: Date, leaning: Leaning) -> Option<DateSpan> {
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let year = text.parse().ok()?;
        return Some(DateSpan {
            first: Date::new(year, 1, 1).ok()?,
            last: Date::new(year, 12, 31).ok()?,
        });
    }
    written(text, today, leaning).or_else(|| {
        let ago = ["-", text].concat();
        let is_length = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(char::is_alphabetic);
        let said = if leaning == Leaning::Past && is_length {
            when::day(&ago, today, leaning)
        } else {
            None
        };
        let day = said.or_else(|| when::day(text, today, leaning))?;
        Some(DateSpan { first: day, last: day })
    })
}

/// Reads a date as offers write it: with a month, or a day and a month.
fn written(text: &str, today: Date, leaning: Leaning) -> Option<DateSpan> {
    let written = dates::at(text, 0).filter(|written| written.range == (0..text.len()) && written.part.is_none())?;
    let first = calendar(written.first, today, leaning)?;
    let last = written
        .last
        .map_or(Some(first), |last| calendar(last, first.first, Leaning::Future))?;
    Some(DateSpan {
        first: first.first,
        last: last.last,
    })
}

/// Gives a written date its days: the month when no day is written, the next or the last such date when no year is.
fn calendar(date: CalendarDate, today: Date, leaning: Leaning) -> Option<DateSpan> {
    let span = |year: i16| {
        let first = Date::new(year, date.month, date.day.unwrap_or(1)).ok()?;
        let last = if date.day.is_some() {
            first
        } else {
            first.last_of_month()
        };
        Some(DateSpan { first, last })
    };
    if let Some(year) = date.year {
        return span(year);
    }
    // The 29th of February may be years away.
    let near = 0..=8_i16;
    match leaning {
        Leaning::Future => near
            .filter_map(|years| span(today.year().saturating_add(years)))
            .find(|span| span.last >= today),
        Leaning::Past => near
            .filter_map(|years| span(today.year().saturating_sub(years)))
            .find(|span| span.first <= today),
    }
}

/// Returns the days that `compare` leaves of a span.
pub(super) fn bounded(compare: Compare, span: DateSpan) -> Option<DateSpan> {
    Some(match compare {
        Compare::Plain => span,
        Compare::Below { or_equal: true } => DateSpan {
            first: Date::MIN,
            last: span.last,
        },
        Compare::Below { or_equal: false } => DateSpan {
            first: Date::MIN,
            last: span.first.checked_sub(1.day()).ok()?,
        },
        Compare::Above { or_equal: true } => DateSpan {
            first: span.first,
            last: Date::MAX,
        },
        Compare::Above { or_equal: false } => DateSpan {
            first: span.last.checked_add(1.day()).ok()?,
            last: Date::MAX,
        },
    })
}

/// Reads a duration in tenths of a month, folded: `>=4`, `4-6`, `6`, `6 mois`, `10 weeks`, `1 an`.
#[must_use]
pub fn duration_span(text: &str) -> Option<NumberSpan> {
    let (compare, text) = compare(text.trim());
    let span = match lengths::at(text, 0).filter(|length| length.range == (0..text.len())) {
        Some(length) => NumberSpan {
            min: u32::from(length.value.min_tenths),
            max: length.value.max_tenths.map_or(u32::MAX, u32::from),
        },
        None => number_span(text, |number| {
            let (digits, unit) = split_unit(number);
            let tenths = match unit {
                "" | "m" | "mo" | "mois" | "month" | "months" => 10.0,
                "s" | "sem" | "semaine" | "semaines" | "w" | "week" | "weeks" => 10.0 * 12.0 / 52.0,
                "a" | "an" | "ans" | "y" | "year" | "years" => 120.0,
                _ => return None,
            };
            decimal(digits).map(|value| value * tenths)
        })?,
    };
    Some(limited(compare, span))
}

/// Reads an amount a month in euros, folded: `>=1800`, `2000-2500`, `45k`. From 10,000 up it is an amount a year.
#[must_use]
pub fn pay_span(text: &str) -> Option<NumberSpan> {
    let (compare, text) = compare(text.trim());
    let text = text.trim_end_matches(['€', ' ']);
    let span = number_span(text, |number| {
        let (digits, unit) = split_unit(number);
        let times = match unit {
            "" | "€" | "e" | "eur" | "euros" => 1.0,
            "k" | "k€" | "ke" => 1000.0,
            _ => return None,
        };
        let amount = decimal(digits)? * times;
        Some(if amount >= 10_000.0 { amount / 12.0 } else { amount })
    })?;
    Some(limited(compare, span))
}

/// Reads `a`, `a-b`, `a..b` or `a+`, each number by `read`.
fn number_span(text: &str, read: impl Fn(&str) -> Option<f64>) -> Option<NumberSpan> {
    if let Some(least) = text.strip_suffix('+') {
        return Some(NumberSpan {
            min: whole(read(least.trim())?)?,
            max: u32::MAX,
        });
    }
    let (least, greatest) = text
        .split_once("..")
        .or_else(|| text.split_once('-'))
        .unwrap_or((text, text));
    let span = NumberSpan {
        min: whole(read(least.trim())?)?,
        max: whole(read(greatest.trim())?)?,
    };
    (span.min <= span.max).then_some(span)
}

fn split_unit(number: &str) -> (&str, &str) {
    let end = number
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' '))
        .unwrap_or(number.len());
    let (digits, unit) = number.split_at(end);
    (digits.trim_end(), unit.trim())
}

fn decimal(digits: &str) -> Option<f64> {
    let plain: String = digits
        .chars()
        .filter(|c| *c != ' ')
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    plain
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite() && *value >= 0.0)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to fit before"
)]
fn whole(value: f64) -> Option<u32> {
    let rounded = value.round();
    (0.0..=f64::from(u32::MAX)).contains(&rounded).then_some(rounded as u32)
}

fn limited(compare: Compare, span: NumberSpan) -> NumberSpan {
    match compare {
        Compare::Plain => span,
        Compare::Below { or_equal: true } => NumberSpan { min: 0, max: span.max },
        Compare::Below { or_equal: false } => NumberSpan {
            min: 0,
            max: span.min.saturating_sub(1),
        },
        Compare::Above { or_equal: true } => NumberSpan {
            min: span.min,
            max: u32::MAX,
        },
        Compare::Above { or_equal: false } => NumberSpan {
            min: span.max.saturating_add(1),
            max: u32::MAX,
        },
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 20);

    #[test]
    fn days_months_and_years() {
        let day = |day| Some(DateSpan { first: day, last: day });
        let span = |first, last| Some(DateSpan { first, last });
        for (text, expected) in [
            ("30/11", day(date(2026, 11, 30))),
            ("2026-12-01", day(date(2026, 12, 1))),
            ("decembre", span(date(2026, 12, 1), date(2026, 12, 31))),
            ("15 janvier", day(date(2027, 1, 15))),
            ("2027", span(date(2027, 1, 1), date(2027, 12, 31))),
            ("2026-12-01..2026-12-05", span(date(2026, 12, 1), date(2026, 12, 5))),
            ("demain", day(date(2026, 11, 21))),
            ("+7j", day(date(2026, 11, 27))),
            ("2 weeks", day(date(2026, 12, 4))),
            ("vendredi", day(date(2026, 11, 27))),
            ("bientot", None),
            ("", None),
        ] {
            assert_eq!(date_span(text, TODAY, Leaning::Future), expected, "{text}");
        }
    }

    #[test]
    fn dates_that_lie_behind() {
        let day = |day| Some(DateSpan { first: day, last: day });
        for (text, expected) in [
            ("7j", day(date(2026, 11, 13))),
            ("2 semaines", day(date(2026, 11, 6))),
            ("hier", day(date(2026, 11, 19))),
            ("1/12", day(date(2025, 12, 1))),
        ] {
            assert_eq!(date_span(text, TODAY, Leaning::Past), expected, "{text}");
        }
    }

    #[test]
    fn lengths_of_time_in_tenths_of_a_month() {
        let span = |min, max| Some(NumberSpan { min, max });
        assert_eq!(duration_span(">=4"), span(40, u32::MAX));
        assert_eq!(duration_span("4-6"), span(40, 60));
        assert_eq!(duration_span("6"), span(60, 60));
        assert_eq!(duration_span("<6"), span(0, 59));
        assert_eq!(duration_span("6 mois"), span(60, 60));
        assert_eq!(duration_span("1an"), span(120, 120));
        assert_eq!(duration_span("6+"), span(60, u32::MAX));
        assert_eq!(duration_span("long"), None);
        assert_eq!(duration_span("6-4"), None);
    }

    #[test]
    fn amounts_a_month() {
        let span = |min, max| Some(NumberSpan { min, max });
        assert_eq!(pay_span(">=1800"), span(1800, u32::MAX));
        assert_eq!(pay_span("2000-2500"), span(2000, 2500));
        assert_eq!(pay_span("48k€"), span(4000, 4000));
        assert_eq!(pay_span("beaucoup"), None);
    }
}
