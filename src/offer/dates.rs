//! Dates as people write them, in French, English and German: `1er juillet 2024`, `15/10/2020`, `mi-avril`,
//! `janvier-février 2019`, `March 3rd, 2021`, `2018-03-01 15:48:25 +0000`.
//!
//! Reads folded text and only says what is written: a year that is not there stays absent. Who knows more (the start
//! of the job, the day it was posted) completes it with [`CalendarDate::in_year`].

use std::ops::Range;

use jiff::civil::Date;

use super::cursor::{Cursor, each_word_start, first_word_start};
use super::words::Words;

/// A date as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDate {
    /// The year, when written.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month, when written.
    pub day: Option<i8>,
}

impl CalendarDate {
    /// Returns the day, when year and day are written and it exists.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day?).ok()
    }

    /// Returns the same date with `year` where none is written.
    #[must_use]
    pub fn in_year(self, year: i16) -> Self {
        Self {
            year: self.year.or(Some(year)),
            ..self
        }
    }
}

/// Which part of a month a date without a day points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfMonth {
    /// "début", "early".
    Early,
    /// "mi-", "mid-".
    Middle,
    /// "fin", "late", "end of".
    Late,
}

/// A date or a span of dates, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Bytes of the text read.
    pub range: Range<usize>,
    /// The date, or the first of a span.
    pub first: CalendarDate,
    /// The last of a span ("janvier-février 2019", "du 1er mars au 15 avril").
    pub last: Option<CalendarDate>,
    /// The part of the month, when no day is written.
    pub part: Option<PartOfMonth>,
    /// True for `03/04/2021`, which an American reads as the 4th of March. Day first is what `first` holds.
    pub either_order: bool,
    /// True for `15/10`: digits alone, which may well be no date at all.
    pub bare: bool,
}

/// Finds every date of a folded text, in order.
#[must_use]
pub fn all(text: &str) -> Vec<Written> {
    each_word_start(text, at, |written| &written.range)
}

/// Finds the first date of a folded text that begins at most `reach` bytes from its start.
#[must_use]
pub fn first_within(text: &str, reach: usize) -> Option<Written> {
    first_word_start(text, reach, at)
}

/// Reads the date that starts at byte `at` of a folded text.
#[must_use]
pub fn at(text: &str, at: usize) -> Option<Written> {
    let start = Cursor::new(text, at);
    if start.before().is_some_and(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    match start.peek()? {
        b'0'..=b'9' => digits_first(start),
        // Every word of a text comes by here, and few begin as a month or a part of one does.
        b'a'..=b'z' if OPENING_WORDS.begin(start.rest()) => letters_first(start),
        _ => None,
    }
}

/// What dates begin with: digits, the first letters of months and of their parts. Phrases of
/// [`Topic::Date`](super::page::Topic::Date).
pub(super) const OPENINGS: &[&str] = &[
    "0*", "1*", "2*", "3*", "4*", "5*", "6*", "7*", "8*", "9*", "mi*", "jan*", "feb*", "fev*", "mae*", "mar*", "avr*",
    "apr*", "mai*", "may*", "jui*", "jun*", "jul*", "aou*", "aug*", "sep*", "oct*", "okt*", "nov*", "dec*", "dez*",
    "deb*", "ear*", "beg*", "anf*", "cou*", "fin*", "lat*", "end*",
];

/// [`OPENINGS`] as a set.
const OPENING_WORDS: Words = Words::of(OPENINGS);

/// The days of the week, in French and English.
pub(super) const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads a whole value (front matter, the name of a file) as one full day; anything after the date must be a time.
#[cfg(test)]
fn whole_day(text: &str) -> Option<Date> {
    let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '('));
    all(trimmed).into_iter().next().and_then(|written| written.first.date())
}

fn digits_first(start: Cursor<'_>) -> Option<Written> {
    // A digit after a separator that itself follows a digit is the middle of something else: `04.96.14.09.40`.
    if matches!(start.before(), Some(b'.' | b'/' | b'-' | b','))
        && start.before_that().is_some_and(|b| b.is_ascii_digit())
    {
        return None;
    }
    let mut cursor = start;
    let digits = cursor.digits();
    match digits.len() {
        4 => year_first(start, cursor, digits).map(|written| with_end(start, written)),
        1 | 2 => day_first(start, cursor, digits),
        _ => None,
    }
}

/// `2024-02-16`, `2024/02/16`, `2024-02`, with or without a time.
fn year_first(start: Cursor<'_>, mut cursor: Cursor<'_>, digits: &str) -> Option<Written> {
    let year = year(digits)?;
    let separator = cursor.peek().filter(|b| matches!(b, b'-' | b'/' | b'.'))?;
    cursor.step();
    let month = month_number(cursor.digits())?;
    let mut day = None;
    let mut ahead = cursor;
    if ahead.peek() == Some(separator) {
        ahead.step();
        let digits = ahead.digits();
        day = Some(day_number(digits)?);
        cursor = ahead;
    }
    if day.is_none() && separator != b'-' {
        return None;
    }
    if cursor.peek().is_some_and(|b| b.is_ascii_digit()) {
        return None;
    }
    let first = CalendarDate {
        year: Some(year),
        month,
        day,
    };
    if day.is_some() {
        first.date()?;
    }
    Some(written(start, cursor, first))
}

/// `15/10/2020`, `15.10.20`, `09/2024`, `1er juillet 2024`, `22-24 juin 2020`, `3rd of March`, `15/10`.
fn day_first(start: Cursor<'_>, cursor: Cursor<'_>, digits: &str) -> Option<Written> {
    numeric(start, cursor, digits)
        .or_else(|| day_and_month(start, cursor, digits))
        .map(|written| with_end(start, written))
}

fn numeric(start: Cursor<'_>, mut cursor: Cursor<'_>, digits: &str) -> Option<Written> {
    let separator = cursor.peek().filter(|b| matches!(b, b'/' | b'.' | b'-'))?;
    cursor.step();
    let second = cursor.digits();
    if separator == b'/' && second.len() == 4 {
        let first = CalendarDate {
            year: Some(year(second)?),
            month: month_number(digits)?,
            day: None,
        };
        return no_more_digits(cursor).then(|| written(start, cursor, first));
    }
    if !matches!(second.len(), 1 | 2) {
        return None;
    }
    let after_second = cursor;
    if cursor.peek() != Some(separator) {
        return bare_day(start, after_second, separator, digits, second);
    }
    cursor.step();
    let third = cursor.digits();
    let year = match third.len() {
        4 => year(third)?,
        2 if separator != b'-' => 2000 + third.parse::<i16>().ok()?,
        _ => return None,
    };
    if !no_more_digits(cursor) {
        return None;
    }
    let (a, b) = (digits.parse::<i8>().ok()?, second.parse::<i8>().ok()?);
    let (day, month) = if b > 12 { (b, a) } else { (a, b) };
    let first = CalendarDate {
        year: Some(year),
        month,
        day: Some(day),
    };
    first.date()?;
    let mut found = written(start, cursor, first);
    found.either_order = a <= 12 && b <= 12 && a != b;
    Some(found)
}

/// `15/10` with nothing like a third number or a unit behind it.
fn bare_day(start: Cursor<'_>, end: Cursor<'_>, separator: u8, day: &str, month: &str) -> Option<Written> {
    if separator != b'/'
        || month.len() != 2
        || !no_more_digits(end)
        || end.peek().is_some_and(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    let first = CalendarDate {
        year: None,
        month: month_number(month)?,
        day: Some(day_number(day)?),
    };
    first.in_year(2000).date()?;
    let mut found = written(start, end, first);
    found.bare = true;
    Some(found)
}

fn no_more_digits(cursor: Cursor<'_>) -> bool {
    let mut ahead = cursor;
    if matches!(ahead.peek(), Some(b'/' | b'.' | b'-')) {
        ahead.step();
    }
    !ahead.peek().is_some_and(|b| b.is_ascii_digit())
}

fn day_and_month(start: Cursor<'_>, mut cursor: Cursor<'_>, digits: &str) -> Option<Written> {
    let day = day_number(digits)?;
    ordinal(&mut cursor);
    let mut ahead = cursor;
    // "22-24 juin", "du 22 au 24 juin", "22 et 24 juin", "22/24 juin".
    let last_day = joins_days(&mut ahead).then(|| day_number(ahead.digits())).flatten();
    if last_day.is_some() {
        ordinal(&mut ahead);
        cursor = ahead;
    }
    if !(cursor.spaces() || cursor.eat("-")) {
        return None;
    }
    let _ = cursor.eat_any_word(&["of", "de", "du mois de"]) && cursor.spaces();
    let (month, _) = month_name(&mut cursor)?;
    let year = year_after(&mut cursor);
    let first = CalendarDate {
        year,
        month,
        day: Some(day),
    };
    first.in_year(2000).date()?;
    let mut found = written(start, cursor, first);
    found.last = last_day.map(|day| CalendarDate {
        day: Some(day),
        ..first
    });
    Some(found)
}

fn joins_days(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if ahead.dash() || ahead.eat("/") {
        *cursor = ahead;
        return true;
    }
    if ahead.spaces() && ahead.eat_any_word(&["au", "et", "ou", "to", "and", "or", "bis"]) && ahead.spaces() {
        let _ = ahead.eat_word("le") && ahead.spaces();
        *cursor = ahead;
        return true;
    }
    false
}

fn ordinal(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    ahead.spaces();
    if cursor.eat_any_word(&["er", "st", "nd", "rd", "th", "eme", "e"])
        || (cursor.rest().starts_with(". ") && cursor.eat("."))
    {
        return;
    }
    if ahead.eat_word("er") {
        *cursor = ahead;
    }
}

/// `juillet 2024`, `March 3rd, 2021`, `mi-avril`, `début février 2020`, `Tue Nov 03 2020`.
fn letters_first(start: Cursor<'_>) -> Option<Written> {
    // "31 juin": the day was refused, and the month alone would not be what is written.
    let head = start.text_before().strip_suffix(' ').unwrap_or_default();
    if head.ends_with(|c: char| c.is_ascii_digit())
        && head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len() < 3
    {
        return None;
    }
    let mut cursor = start;
    let part = part_of_month(&mut cursor);
    let name_from = cursor;
    let (month, weak) = month_name(&mut cursor)?;
    let day = if part.is_none() { day_after(&mut cursor) } else { None };
    let mut last_day = None;
    let mut range = cursor;
    if day.is_some()
        && joins_days(&mut range)
        && let Some(number) = day_number(range.digits())
    {
        ordinal(&mut range);
        if !range.peek().is_some_and(|b| b.is_ascii_alphanumeric()) {
            last_day = Some(number);
            cursor = range;
        }
    }
    if cursor.peek().is_some_and(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let year = year_after(&mut cursor);
    let first = CalendarDate { year, month, day };
    if day.is_some() {
        first.in_year(2000).date()?;
    }
    let mut found = written(start, cursor, first);
    found.part = part;
    found.last = last_day.map(|day| CalendarDate {
        day: Some(day),
        ..first
    });
    let found = with_end(start, found);
    let bare = day.is_none() && year.is_none() && part.is_none();
    let sure = !weak || !bare || named_as_month(name_from) || found.last.is_some_and(|last| last.year.is_some());
    sure.then_some(found)
}

fn part_of_month(cursor: &mut Cursor<'_>) -> Option<PartOfMonth> {
    let mut ahead = *cursor;
    let part = match ahead.letters() {
        "debut" | "early" | "beginning" | "anfang" => PartOfMonth::Early,
        "mi" | "mid" | "middle" | "mitte" | "courant" => PartOfMonth::Middle,
        "fin" | "late" | "end" | "ende" => PartOfMonth::Late,
        _ => return None,
    };
    if !(ahead.dash() || ahead.spaces()) {
        return None;
    }
    let _ = ahead.eat_any_word(&["of", "de", "du mois de"]) && ahead.spaces();
    *cursor = ahead;
    Some(part)
}

/// Tells whether the words before a month's name leave no doubt that it is one.
fn named_as_month(name: Cursor<'_>) -> bool {
    const LEADS: [&str; 18] = [
        "en ",
        "in ",
        "mois de ",
        "month of ",
        "from ",
        "by ",
        "before ",
        "until ",
        "avant ",
        "des ",
        "de ",
        "a ",
        "et ",
        "since ",
        "entre ",
        "between ",
        "and ",
        "to ",
    ];
    LEADS.iter().any(|lead| {
        name.text_before()
            .strip_suffix(lead)
            .is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Reads the second end of a span: "janvier-février 2019", "du 3 mars au 5 juin 2020", "from May 1 to June 3".
fn with_end(start: Cursor<'_>, mut found: Written) -> Written {
    if found.last.is_some() || found.bare {
        return found;
    }
    let mut ahead = Cursor::new(start.text(), found.range.end);
    let joined = ahead.dash()
        || ahead.slash()
        || (ahead.spaces()
            && (ahead.eat_any_word(&["a", "au", "et", "ou", "to", "and", "or", "until", "bis", "und", "oder"])
                || ahead.eat("jusqu'au")
                || ahead.eat("jusqu'a"))
            && ahead.spaces());
    if !joined {
        return found;
    }
    let _ = ahead.eat_any_word(&["le", "la", "the", "en", "la mi"]) && ahead.spaces();
    let _ = ahead.eat_any_word(&WEEKDAYS) && {
        let _ = ahead.eat(",");
        ahead.spaces()
    };
    let Some(end) = single(ahead) else { return found };
    if found.first.year.is_none() {
        found.first.year = end.first.year.map(|year| {
            if found.first.month > end.first.month {
                year - 1
            } else {
                year
            }
        });
    }
    found.last = Some(end.first);
    found.range.end = end.range.end;
    found
}

/// Reads one date, not a span.
fn single(start: Cursor<'_>) -> Option<Written> {
    let mut cursor = start;
    let digits = cursor.digits();
    match digits.len() {
        0 => {
            let part = part_of_month(&mut cursor);
            let (month, weak) = month_name(&mut cursor)?;
            let day = if part.is_none() { day_after(&mut cursor) } else { None };
            let year = year_after(&mut cursor);
            (!weak || day.is_some() || year.is_some())
                .then(|| written(start, cursor, CalendarDate { year, month, day }))
        }
        1 | 2 => numeric(start, cursor, digits).or_else(|| day_and_month(start, cursor, digits)),
        4 => year_first(start, cursor, digits),
        _ => None,
    }
}

fn written(start: Cursor<'_>, end: Cursor<'_>, first: CalendarDate) -> Written {
    Written {
        range: start.at()..end.at(),
        first,
        last: None,
        part: None,
        either_order: false,
        bare: false,
    }
}

/// Reads ` 3` or ` 3rd` behind the name of a month.
fn day_after(cursor: &mut Cursor<'_>) -> Option<i8> {
    let mut ahead = *cursor;
    let digits = if ahead.spaces() { ahead.digits() } else { "" };
    let day = day_number(digits).filter(|_| matches!(digits.len(), 1 | 2))?;
    ordinal(&mut ahead);
    *cursor = ahead;
    Some(day)
}

/// Reads ` 2024`, `, 2024`, ` de 2024`, ` of 2024` or `-2024` behind a month or a day.
fn year_after(cursor: &mut Cursor<'_>) -> Option<i16> {
    let mut ahead = *cursor;
    let _ = ahead.eat(".");
    let _ = ahead.eat(",");
    if !(ahead.spaces() | ahead.eat("-") | ahead.eat("/")) {
        return None;
    }
    let _ = ahead.eat_any_word(&["de", "of"]) && ahead.spaces();
    let digits = ahead.digits();
    let year = (digits.len() == 4).then(|| year(digits)).flatten()?;
    // "mars 2020 €" is no date; "juin 2020," is.
    let mut behind = ahead;
    behind.spaces();
    if behind.peek() == Some(b'%') || behind.rest().starts_with('€') {
        return None;
    }
    *cursor = ahead;
    Some(year)
}

fn year(digits: &str) -> Option<i16> {
    digits.parse::<i16>().ok().filter(|year| (1990..=2099).contains(year))
}

fn month_number(digits: &str) -> Option<i8> {
    (digits.len() <= 2)
        .then(|| digits.parse::<i8>().ok())
        .flatten()
        .filter(|month| (1..=12).contains(month))
}

fn day_number(digits: &str) -> Option<i8> {
    (digits.len() <= 2)
        .then(|| digits.parse::<i8>().ok())
        .flatten()
        .filter(|day| (1..=31).contains(day))
}

/// Reads the name of a month; the flag is true for names that are also something else ("may", "mars", "dec").
fn month_name(cursor: &mut Cursor<'_>) -> Option<(i8, bool)> {
    let mut ahead = *cursor;
    let name = ahead.letters();
    let found = match name {
        "janvier" | "january" | "januar" => (1, false),
        "fevrier" | "february" | "februar" => (2, false),
        "maerz" | "marz" => (3, false),
        "avril" | "april" => (4, false),
        "juin" | "june" | "juni" => (6, false),
        "juillet" | "july" | "juli" => (7, false),
        "aout" => (8, false),
        "septembre" | "september" => (9, false),
        "octobre" | "october" | "oktober" => (10, false),
        "novembre" | "november" => (11, false),
        "decembre" | "december" | "dezember" => (12, false),
        "jan" | "janv" => (1, true),
        "feb" | "fev" | "fevr" => (2, true),
        "mars" | "march" | "mar" => (3, true),
        "avr" | "apr" => (4, true),
        "mai" | "may" => (5, true),
        "jun" => (6, true),
        "jul" | "juil" => (7, true),
        "august" | "aug" => (8, true),
        "sep" | "sept" => (9, true),
        "oct" | "okt" => (10, true),
        "nov" => (11, true),
        "dec" | "dez" => (12, true),
        _ => return None,
    };
    // "juin·e" and "mars's" are other words.
    if ahead.peek().is_some_and(|b| b.is_ascii_digit() || b == b'\'') {
        return None;
    }
    if name.len() <= 5 && found.1 && ahead.peek() == Some(b'.') {
        let mut dotted = ahead;
        dotted.step();
        if matches!(dotted.peek(), Some(b' ' | b',' | b')')) || dotted.peek().is_none() {
            ahead = dotted;
        }
    }
    *cursor = ahead;
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(date: CalendarDate) -> String {
        let part = |value: Option<i16>| value.map_or_else(|| "?".to_owned(), |value| value.to_string());
        format!("{}-{}-{}", part(date.year), date.month, part(date.day.map(i16::from)))
    }

    fn read(text: &str) -> String {
        all(text)
            .iter()
            .map(|written| {
                let first = shown(written.first);
                let last = written
                    .last
                    .map_or_else(String::new, |last| format!("/{}", shown(last)));
                format!("{first}{last} [{}]", &text[written.range.clone()])
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn dates_as_written() {
        for (text, expected) in [
            ("le 1er juillet 2024 au matin", "2024-7-1 [1er juillet 2024]"),
            ("avant le 31 decembre", "?-12-31 [31 decembre]"),
            ("15/10/2020", "2020-10-15 [15/10/2020]"),
            ("15.10.20", "2020-10-15 [15.10.20]"),
            ("le 07/04/2006.", "2006-4-7 [07/04/2006]"),
            ("1/04/2006", "2006-4-1 [1/04/2006]"),
            ("10/25/2021", "2021-10-25 [10/25/2021]"),
            ("mi-avril 2022", "2022-4-? [mi-avril 2022]"),
            ("debut fevrier 2020", "2020-2-? [debut fevrier 2020]"),
            ("janvier-fevrier 2019", "2019-1-?/2019-2-? [janvier-fevrier 2019]"),
            ("janvier/fevrier 2019", "2019-1-?/2019-2-? [janvier/fevrier 2019]"),
            (
                "novembre ou janvier 2021",
                "2020-11-?/2021-1-? [novembre ou janvier 2021]",
            ),
            ("22-24 juin 2020", "2020-6-22/2020-6-24 [22-24 juin 2020]"),
            ("du 3 mars au 5 juin 2020", "2020-3-3/2020-6-5 [3 mars au 5 juin 2020]"),
            ("du 3 au 5 juin 2020", "2020-6-3/2020-6-5 [3 au 5 juin 2020]"),
            (
                "du lundi 2 mars au vendredi 28 aout 2026",
                "2026-3-2/2026-8-28 [2 mars au vendredi 28 aout 2026]",
            ),
            (
                "monday, june 1 to friday, august 28, 2026",
                "2026-6-1/2026-8-28 [june 1 to friday, august 28, 2026]",
            ),
            (
                "du 2026-02-01 au 2026-03-15",
                "2026-2-1/2026-3-15 [2026-02-01 au 2026-03-15]",
            ),
            (
                "2026-02-01 - 2026-03-15",
                "2026-2-1/2026-3-15 [2026-02-01 - 2026-03-15]",
            ),
            ("march 3rd, 2021", "2021-3-3 [march 3rd, 2021]"),
            ("december 31, 2023.", "2023-12-31 [december 31, 2023]"),
            ("dec 15, 2021", "2021-12-15 [dec 15, 2021]"),
            ("17 march 2024", "2024-3-17 [17 march 2024]"),
            ("the 3rd of may 2021", "2021-5-3 [3rd of may 2021]"),
            ("april 26", "?-4-26 [april 26]"),
            ("2018-03-01 15:48:25 +0000", "2018-3-1 [2018-03-01]"),
            ("2020-11-03t11:06:40.248z", "2020-11-3 [2020-11-03]"),
            ("2024-02", "2024-2-? [2024-02]"),
            ("09/2024", "2024-9-? [09/2024]"),
            ("tue nov 03 2020 12:06:40 gmt", "2020-11-3 [nov 03 2020]"),
            ("15. oktober 2024", "2024-10-15 [15. oktober 2024]"),
            ("1 er mars 2022", "2022-3-1 [1 er mars 2022]"),
            ("15 oct. 2020", "2020-10-15 [15 oct. 2020]"),
            ("15/10", "?-10-15 [15/10]"),
            ("en mars", "?-3-? [mars]"),
            (
                "debut mars a debut septembre",
                "?-3-?/?-9-? [debut mars a debut septembre]",
            ),
            ("from may to july 2022", "2022-5-?/2022-7-? [may to july 2022]"),
            (
                "octobre 2023 - mars 2024",
                "2023-10-?/2024-3-? [octobre 2023 - mars 2024]",
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn not_dates() {
        for text in [
            "2021-536479",
            "04 96 14 09 40",
            "04.96.14.09.40",
            "01.02.03.04.05",
            "24/7",
            "1/2 journee",
            "version 3.2.1",
            "32/01/2020",
            "30/02/2020",
            "31 juin 2021",
            "you may apply",
            "the march of time",
            "100 000 habitants",
            "bac +4/5",
            "v2020.1",
            "2/20 collaborateurs",
            "3.75 €",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn a_value_holds_one_day() {
        let day = |year, month, day| Date::new(year, month, day).ok();
        assert_eq!(whole_day("2018-03-01 15:48:25 +0000"), day(2018, 3, 1));
        assert_eq!(whole_day("!!timestamp '2018-01-18'"), day(2018, 1, 18));
        assert_eq!(whole_day("6 juin 2020"), day(2020, 6, 6));
        assert_eq!(whole_day("february 16, 2024"), day(2024, 2, 16));
        assert_eq!(whole_day("-"), None);
        assert_eq!(whole_day("tbd"), None);
    }

    #[test]
    fn american_order_is_said() {
        assert!(all("03/04/2021")[0].either_order);
        assert!(!all("03/03/2021")[0].either_order);
        assert!(!all("13/04/2021")[0].either_order);
    }
}
