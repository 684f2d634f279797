//! Days as people say them.

use jiff::civil::{Date, Weekday};

use super::Lang;

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The abbreviations of the Imprimerie nationale.
const SHORT_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
];
const SHORT_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn nth(names: [&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| names.get(month.wrapping_sub(1)).copied())
        .unwrap_or("")
}

/// Returns the name of a month, from 1.
#[must_use]
pub fn month(lang: Lang, month: i8) -> &'static str {
    match lang {
        Lang::Fr => nth(MONTHS_FR, month),
        Lang::En => nth(MONTHS_EN, month),
    }
}

/// Returns the short name of a month, from 1.
#[must_use]
pub fn month_short(lang: Lang, month: i8) -> &'static str {
    match lang {
        Lang::Fr => nth(SHORT_FR, month),
        Lang::En => nth(SHORT_EN, month),
    }
}

/// Returns the name of a day of the week.
#[must_use]
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let at = usize::from(day.to_monday_zero_offset().unsigned_abs());
    let names = match lang {
        Lang::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Lang::En => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    names.get(at).copied().unwrap_or("")
}

fn day_number(lang: Lang, day: i8) -> String {
    match lang {
        Lang::Fr if day == 1 => "1er".to_owned(),
        Lang::Fr | Lang::En => day.to_string(),
    }
}

/// Writes a day with its year: `22 novembre 2026`, `22 November 2026`.
#[must_use]
pub fn full(lang: Lang, date: Date) -> String {
    format!(
        "{} {} {}",
        day_number(lang, date.day()),
        month(lang, date.month()),
        date.year()
    )
}

/// Writes a day with its weekday and year: `dimanche 22 novembre 2026`, `Sunday 22 November 2026`.
#[must_use]
pub fn full_with_weekday(lang: Lang, date: Date) -> String {
    format!("{} {}", weekday(lang, date.weekday()), full(lang, date))
}

/// Writes a day in short, with the year only when it is not that of `today`: `22 nov.`, `3 févr. 2027`.
#[must_use]
pub fn short(lang: Lang, date: Date, today: Date) -> String {
    let short = format!("{} {}", day_number(lang, date.day()), month_short(lang, date.month()));
    if date.year() == today.year() {
        short
    } else {
        format!("{short} {}", date.year())
    }
}

/// Writes a day in short with its weekday: `dim. 22 nov.`, `Sun 22 Nov`.
#[must_use]
pub fn short_with_weekday(lang: Lang, date: Date, today: Date) -> String {
    let name: String = weekday(lang, date.weekday()).chars().take(3).collect();
    let dot = match lang {
        Lang::Fr => ".",
        Lang::En => "",
    };
    format!("{name}{dot} {}", short(lang, date, today))
}

/// Returns the days from `today` to `date`, negative when it has passed.
#[must_use]
pub fn days_until(date: Date, today: Date) -> i32 {
    let hours = date.duration_since(today).as_hours();
    i32::try_from(hours / 24).unwrap_or(i32::MAX)
}

/// The word of a deadline in the list, at most 6 columns: `auj.`, `demain`, `J-2`, `close`; `today`, `1d`, `closed`.
#[must_use]
pub fn deadline_word(lang: Lang, days: i32) -> String {
    match (lang, days) {
        (Lang::Fr, ..0) => "close".to_owned(),
        (Lang::En, ..0) => "closed".to_owned(),
        (Lang::Fr, 0) => "auj.".to_owned(),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Fr, 1) => "demain".to_owned(),
        (Lang::Fr, _) => format!("J-{days}"),
        (Lang::En, _) => format!("{days}d"),
    }
}

/// How far away a day is, in words: `dans 2 jours`, `hier`, `il y a 7 ans`; `in 2 days`, `yesterday`, `7 years ago`.
/// Nobody counts far days one by one: from 60 they are months, from two years whole years.
#[must_use]
pub fn distance(lang: Lang, days: i32) -> String {
    let count = days.unsigned_abs();
    if count >= 60 {
        return far(lang, count, days > 0);
    }
    match (lang, days) {
        (Lang::Fr, 0) => "aujourd’hui".to_owned(),
        (Lang::Fr, 1) => "demain".to_owned(),
        (Lang::Fr, -1) => "hier".to_owned(),
        (Lang::Fr, 2..) => format!("dans {count}\u{a0}jours"),
        (Lang::Fr, _) => format!("il y a {count}\u{a0}jours"),
        (Lang::En, 0) => "today".to_owned(),
        (Lang::En, 1) => "tomorrow".to_owned(),
        (Lang::En, -1) => "yesterday".to_owned(),
        (Lang::En, 2..) => format!("in {count} days"),
        (Lang::En, _) => format!("{count} days ago"),
    }
}

fn far(lang: Lang, days: u32, ahead: bool) -> String {
    let (count, french, english) = match days {
        ..731 => ((days + 15) / 30, "mois", "months"),
        _ => (days * 4 / 1461, "ans", "years"),
    };
    match (lang, ahead) {
        (Lang::Fr, true) => format!("dans {count}\u{a0}{french}"),
        (Lang::Fr, false) => format!("il y a {count}\u{a0}{french}"),
        (Lang::En, true) => format!("in {count} {english}"),
        (Lang::En, false) => format!("{count} {english} ago"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let (fr, en) = (Lang::Fr, Lang::En);
        let today = date(2026, 11, 20);
        assert_eq!(full(fr, date(2027, 3, 1)), "1er mars 2027");
        assert_eq!(full_with_weekday(en, date(2026, 11, 22)), "Sunday 22 November 2026");
        assert_eq!(short_with_weekday(fr, date(2026, 11, 22), today), "dim. 22 nov.");
        assert_eq!(short_with_weekday(en, date(2027, 2, 3), today), "Wed 3 Feb 2027");
    }

    #[test]
    fn far_days_are_months_and_years() {
        let words = |lang| [-2516, -730, -400, -60, 59, 90, 731].map(|days| distance(lang, days));
        assert_eq!(words(Lang::Fr)[0], "il y a 6\u{a0}ans");
        assert_eq!(words(Lang::En)[0], "6 years ago");
        assert_eq!(
            words(Lang::Fr)[4..],
            ["dans 59\u{a0}jours", "dans 3\u{a0}mois", "dans 2\u{a0}ans"]
        );
        assert_eq!(words(Lang::En)[2..4], ["13 months ago", "2 months ago"]);
        assert_eq!(words(Lang::Fr)[1], "il y a 24\u{a0}mois");
    }

    #[test]
    fn deadlines_have_their_words() {
        let words = |lang| [-1, 0, 1, 2, 30].map(|days| deadline_word(lang, days));
        assert_eq!(words(Lang::Fr), ["close", "auj.", "demain", "J-2", "J-30"]);
        assert_eq!(words(Lang::En), ["closed", "today", "1d", "2d", "30d"]);
        assert_eq!(days_until(date(2026, 12, 1), date(2026, 11, 20)), 11);
        assert_eq!(days_until(date(2026, 11, 19), date(2026, 11, 20)), -1);
    }
}
