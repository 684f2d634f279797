//! Dates as people type them: `demain`, `+3j`, `vendredi`, `13/06`, `next friday`, `10h30`.
//!
//! French and English are both understood whatever the language of the interface. Without a year, a date is the next
//! one of that name, or the last one when the question is about the past ([`Leaning`]). Two numbers are day and month
//! (`13/06`), unless only the other order makes a date (`06/13`).

use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};

use crate::text;

/// Which of two dates of the same name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// Reminders, interviews, deadlines: the next one.
    Future,
    /// What already happened: the last one, today included.
    Past,
}

/// A day, and perhaps an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The hour, when it was typed.
    pub time: Option<Time>,
}

/// Understands a day that lies ahead. `None` when the words are not a date, or say an hour as well.
#[must_use]
pub fn date(text: &str, today: Date) -> Option<Date> {
    day(text, today, Leaning::Future)
}

/// Understands a day. `None` when the words are not a date, or say an hour as well.
#[must_use]
pub fn day(text: &str, today: Date, leaning: Leaning) -> Option<Date> {
    let moment = moment(text, today, leaning)?;
    moment.time.is_none().then_some(moment.date)
}

/// Understands a day with or without an hour; an hour alone is today's.
#[must_use]
pub fn moment(text: &str, today: Date, leaning: Leaning) -> Option<Moment> {
    let mut folded = String::new();
    text::fold_into(text, &mut folded);
    Reader {
        tokens: &tokens(&folded),
        today,
        leaning,
    }
    .moment()
}

/// Takes a date from the beginning of a phrase such as `vendredi relancer Anne`, and returns the words that are left.
///
/// The longest beginning that is a date counts. `None` when the phrase does not begin with one.
#[must_use]
pub fn split(text: &str, today: Date, leaning: Leaning) -> Option<(Moment, &str)> {
    let ends = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace() || *letter == ':')
        .map(|(at, _)| at)
        .chain([text.len()]);
    let mut found = None;
    for end in ends.take(MOST_WORDS) {
        if let Some(moment) = moment(&text[..end], today, leaning) {
            found = Some((
                moment,
                text[end..].trim_start_matches([' ', ':', ',', '\u{a0}']).trim_end(),
            ));
        }
    }
    found
}

/// Days, weeks, months or years; farther ahead is a slip of the hand.
const FARTHEST: i32 = 9999;

/// No date has more words than this.
const MOST_WORDS: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    /// A number and how many digits it was written with.
    Number(i32, usize),
    Word(&'t str),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let until = |stops: &dyn Fn(char) -> bool| rest.find(|letter| !stops(letter)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            let end = until(&|letter| letter.is_ascii_digit());
            // A number too long to be part of a date makes the whole text none.
            tokens.push(
                rest[..end]
                    .parse()
                    .map_or(Token::Sign('?'), |value| Token::Number(value, end)),
            );
            end
        } else if first.is_alphabetic() {
            let end = until(&char::is_alphabetic);
            tokens.push(Token::Word(&rest[..end]));
            end
        } else {
            if !first.is_whitespace() && !matches!(first, ',' | '\'' | '’') {
                tokens.push(Token::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    tokens
}

/// What is left to read. Each reader takes tokens from the front, or takes none and returns `None`.
#[derive(Clone, Copy)]
struct Reader<'t> {
    tokens: &'t [Token<'t>],
    today: Date,
    leaning: Leaning,
}

impl<'t> Reader<'t> {
    fn moment(mut self) -> Option<Moment> {
        let (mut date, mut time) = (None, None);
        while !self.tokens.is_empty() {
            let before = self.tokens.len();
            if time.is_none() {
                time = self.attempt(Self::time);
            }
            if date.is_none() {
                date = self.attempt(Self::date);
            }
            // A small word is part of a date only when more of it follows: "vendredi 10h le port" ends before "le".
            let small = ["le", "la", "the", "on", "pour", "a", "at", "of", "by"];
            if self.tokens.len() == before && (!self.word(&small) || self.tokens.is_empty()) {
                return None;
            }
        }
        match (date, time) {
            (None, None) => None,
            (date, time) => Some(Moment {
                date: date.unwrap_or(self.today),
                time,
            }),
        }
    }

    /// Runs a reader that gives its tokens back when it fails.
    fn attempt<T>(&mut self, reader: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = reader(&mut ahead)?;
        self.tokens = ahead.tokens;
        Some(found)
    }

    fn next(&mut self) -> Option<Token<'t>> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*first)
    }

    fn word(&mut self, words: &[&str]) -> bool {
        self.any_word(|word| words.contains(&word).then_some(())).is_some()
    }

    fn words(&mut self, words: &[&str]) -> bool {
        self.attempt(|ahead| {
            let all = words.iter().all(|word| match ahead.tokens.first() {
                Some(Token::Sign('-')) if *word == "-" => ahead.next().is_some(),
                _ => ahead.word(&[*word]),
            });
            all.then_some(())
        })
        .is_some()
    }

    fn any_word<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Some(Token::Word(word)) = self.tokens.first() else {
            return None;
        };
        let found = meaning(word)?;
        self.next();
        // "auj.", "nov.", "lun."
        self.sign('.');
        Some(found)
    }

    fn sign(&mut self, sign: char) -> bool {
        let found = self.tokens.first() == Some(&Token::Sign(sign));
        if found {
            self.next();
        }
        found
    }

    fn number(&mut self) -> Option<(i32, usize)> {
        match self.next()? {
            Token::Number(value, digits) => Some((value, digits)),
            Token::Word(_) | Token::Sign(_) => None,
        }
    }

    fn date(&mut self) -> Option<Date> {
        let readers = [
            Self::named,
            Self::relative,
            Self::numeric,
            Self::weekday,
            Self::written,
            Self::period,
            Self::day_of_month,
        ];
        readers.into_iter().find_map(|reader| self.attempt(reader))
    }

    /// `demain`, `après-demain`, `hier`, `day after tomorrow`.
    fn named(&mut self) -> Option<Date> {
        const NAMES: [(&[&str], i32); 15] = [
            (&["aujourd", "hui"], 0),
            (&["aujourdhui"], 0),
            (&["auj"], 0),
            (&["today"], 0),
            (&["now"], 0),
            (&["maintenant"], 0),
            (&["apres", "-", "demain"], 2),
            (&["apres", "demain"], 2),
            (&["day", "after", "tomorrow"], 2),
            (&["demain"], 1),
            (&["tomorrow"], 1),
            (&["avant", "-", "hier"], -2),
            (&["avant", "hier"], -2),
            (&["hier"], -1),
            (&["yesterday"], -1),
        ];
        let days = NAMES.iter().find(|(words, _)| self.words(words))?.1;
        self.today.checked_add(days.days()).ok()
    }

    /// `+3j`, `-2w`, `dans 3 jours`, `il y a une semaine`, `in 2 weeks`, `3 days ago`, `3j`.
    fn relative(&mut self) -> Option<Date> {
        let sign = if self.sign('+') || self.word(&["dans", "in"]) || self.words(&["d", "ici"]) {
            Some(1)
        } else if self.sign('-') || self.words(&["il", "y", "a"]) {
            Some(-1)
        } else {
            None
        };
        let count = self
            .attempt(|ahead| ahead.number().map(|(count, _)| count))
            .or_else(|| self.any_word(count))?;
        // "24 à 9h" is no 24 years: without a sign, `a` is not a unit.
        let unit = self.any_word(|word| Unit::of(word).filter(|_| sign.is_some() || word != "a"));
        let unit = unit.or_else(|| {
            // "+3" alone is days; "3" alone is a day of the month.
            (sign.is_some() && self.tokens.is_empty()).then_some(Unit::Day)
        })?;
        let ago = self.word(&["ago"]);
        let usual = if self.leaning == Leaning::Past { -1 } else { 1 };
        if count > FARTHEST {
            return None;
        }
        let count = count * if ago { -1 } else { sign.unwrap_or(usual) };
        let span = match unit {
            Unit::Day => count.days(),
            Unit::Week => count.weeks(),
            Unit::Month => count.months(),
            Unit::Year => count.years(),
        };
        self.today.checked_add(span).ok()
    }

    /// `2026-06-13`, `13/06/2026`, `13.06.26`, `13/06`.
    fn numeric(&mut self) -> Option<Date> {
        let (first, digits) = self.number()?;
        let separator = ['/', '.', '-'].into_iter().find(|sign| self.sign(*sign))?;
        let (second, _) = self.number()?;
        let third = self.attempt(|ahead| ahead.sign(separator).then(|| ahead.number()).flatten());
        match (digits, third) {
            (4, Some((third, _))) => exact(first, second, third),
            (4, None) => None,
            (_, Some((year, digits))) => {
                let year = if digits <= 2 { 2000 + year } else { year };
                exact(year, second, first).or_else(|| exact(year, first, second))
            }
            (_, None) => self.nearest(second, first).or_else(|| self.nearest(first, second)),
        }
    }

    /// `vendredi`, `vendredi prochain`, `next friday`, `last monday`, `vendredi en huit`, `vendredi 13 juin`.
    fn weekday(&mut self) -> Option<Date> {
        let mut leaning = self.leaning;
        if self.word(&["next", "prochain", "prochaine", "this", "ce"]) {
            leaning = Leaning::Future;
        } else if self.word(&["last"]) {
            leaning = Leaning::Past;
        }
        let weekday = self.any_word(weekday)?;
        // A weekday before a date only repeats it; when the two disagree, nobody knows what is meant.
        if let Some(date) = self.attempt(Self::numeric).or_else(|| self.attempt(Self::written)) {
            return (date.weekday() == weekday).then_some(date);
        }
        if let Some(date) = self.attempt(Self::day_of_month) {
            return (date.weekday() == weekday).then_some(date);
        }
        if self.word(&["dernier", "derniere"]) {
            leaning = Leaning::Past;
        } else if self.word(&["prochain", "prochaine"]) {
            leaning = Leaning::Future;
        }
        let later = if self.words(&["en", "huit"]) {
            1.week()
        } else {
            0.weeks()
        };
        let step = if leaning == Leaning::Past { -1 } else { 1 };
        self.today.nth_weekday(step, weekday).ok()?.checked_add(later).ok()
    }

    /// `13 juin`, `1er juin 2027`, `June 13th`, `mi-juin`, `fin juin`.
    fn written(&mut self) -> Option<Date> {
        let day = if let Some((day, _)) = self.attempt(Self::number) {
            self.word(&["er", "st", "nd", "rd", "th"]);
            self.word(&["of"]);
            Some(day)
        } else {
            self.part_of_month()
        };
        let month = self.any_word(month)?;
        let day = day.or_else(|| self.attempt(Self::number).map(|(day, _)| day))?;
        self.word(&["st", "nd", "rd", "th"]);
        let year = self.attempt(|ahead| ahead.number().filter(|(_, digits)| *digits == 4));
        if let Some((year, _)) = year {
            let last = exact(year, month, 1)?.days_in_month();
            let day = if day == LAST_DAY { last.into() } else { day };
            return exact(year, month, day);
        }
        self.nearest(month, day)
    }

    fn part_of_month(&mut self) -> Option<i32> {
        let day = if self.word(&["debut", "early"]) {
            1
        } else if self.word(&["mi", "mid"]) {
            15
        } else if self.word(&["fin", "late", "end"]) {
            LAST_DAY
        } else {
            return None;
        };
        self.sign('-');
        self.word(&["de", "d", "of"]);
        Some(day)
    }

    /// `semaine prochaine`, `next month`, `fin du mois`, `end of the month`.
    fn period(&mut self) -> Option<Date> {
        let today = self.today;
        self.word(&["la", "le"]);
        if self.words(&["semaine", "prochaine"]) || self.words(&["next", "week"]) {
            return today.nth_weekday(1, Weekday::Monday).ok();
        }
        if self.words(&["mois", "prochain"]) || self.words(&["next", "month"]) {
            return today.first_of_month().checked_add(1.month()).ok();
        }
        if self.words(&["fin", "du", "mois"])
            || self.words(&["end", "of", "the", "month"])
            || self.words(&["end", "of", "month"])
        {
            return Some(today.last_of_month());
        }
        None
    }

    /// `le 13`: the next 13th, or the last one.
    fn day_of_month(&mut self) -> Option<Date> {
        let (day, digits) = self.number()?;
        self.word(&["er", "st", "nd", "rd", "th"]);
        let rest_is_time = matches!(self.tokens.first(), None | Some(Token::Word("a" | "at" | "of")));
        if digits > 2 || !(rest_is_time || matches!(self.tokens.first(), Some(Token::Number(..)))) {
            return None;
        }
        let step = if self.leaning == Leaning::Past { -1 } else { 1 };
        (0..12).find_map(|months| {
            let month = self.today.first_of_month().checked_add((months * step).months()).ok()?;
            let date = exact(month.year().into(), month.month().into(), day)?;
            (self.fits(date)).then_some(date)
        })
    }

    /// `10h`, `10h30`, `10 h 30`, `10:30`, `3 pm`, `midi`.
    fn time(&mut self) -> Option<Time> {
        self.word(&["a", "at", "vers"]);
        if self.word(&["midi", "noon"]) {
            return Time::new(12, 0, 0, 0).ok();
        }
        let (hour, _) = self.number()?;
        let hours = self.word(&["h", "heures", "heure"]);
        let colon = !hours && self.sign(':');
        let minute = if hours || colon {
            let minute = self.attempt(|ahead| ahead.number().filter(|(_, digits)| *digits == 2));
            minute.or((!colon).then_some((0, 2)))?.0
        } else {
            0
        };
        let half = self.any_word(|word| match word {
            "am" => Some(0),
            "pm" => Some(12),
            _ => None,
        });
        let hour = match half {
            Some(more) => hour % 12 + more,
            None if hours || colon => hour,
            None => return None,
        };
        Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
    }

    /// Returns the next or last day of this name.
    fn nearest(&self, month: i32, day: i32) -> Option<Date> {
        let this = i32::from(self.today.year());
        // Eight years hold a 29 February whatever the year.
        let step = if self.leaning == Leaning::Past { -1 } else { 1 };
        (0..9).map(|years| this + years * step).find_map(|year| {
            let day = if day == LAST_DAY {
                exact(year, month, 1)?.days_in_month().into()
            } else {
                day
            };
            exact(year, month, day).filter(|date| self.fits(*date))
        })
    }

    fn fits(&self, date: Date) -> bool {
        match self.leaning {
            Leaning::Future => date >= self.today,
            Leaning::Past => date <= self.today,
        }
    }
}

/// Stands for the last day of a month until the month is known.
const LAST_DAY: i32 = 100;

fn exact(year: i32, month: i32, day: i32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[derive(Debug, Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn of(word: &str) -> Option<Self> {
        match word {
            "j" | "jour" | "jours" | "d" | "day" | "days" => Some(Self::Day),
            "s" | "sem" | "semaine" | "semaines" | "w" | "wk" | "week" | "weeks" => Some(Self::Week),
            "m" | "mois" | "month" | "months" => Some(Self::Month),
            "a" | "an" | "ans" | "y" | "year" | "years" => Some(Self::Year),
            _ => None,
        }
    }
}

fn count(word: &str) -> Option<i32> {
    const WORDS: [(&str, &str); 12] = [
        ("un", "one"),
        ("deux", "two"),
        ("trois", "three"),
        ("quatre", "four"),
        ("cinq", "five"),
        ("six", "six"),
        ("sept", "seven"),
        ("huit", "eight"),
        ("neuf", "nine"),
        ("dix", "ten"),
        ("onze", "eleven"),
        ("douze", "twelve"),
    ];
    match word {
        "une" | "a" | "an" => Some(1),
        "quinze" | "fifteen" => Some(15),
        _ => WORDS
            .iter()
            .zip(1..)
            .find(|((fr, en), _)| *fr == word || *en == word)
            .map(|(_, number)| number),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "lundi" | "lun" | "monday" | "mon" => Some(Weekday::Monday),
        "mardi" | "tuesday" | "tue" | "tues" => Some(Weekday::Tuesday),
        "mercredi" | "mer" | "wednesday" | "wed" => Some(Weekday::Wednesday),
        "jeudi" | "jeu" | "thursday" | "thu" | "thur" | "thurs" => Some(Weekday::Thursday),
        "vendredi" | "ven" | "friday" | "fri" => Some(Weekday::Friday),
        "samedi" | "sam" | "saturday" | "sat" => Some(Weekday::Saturday),
        "dimanche" | "dim" | "sunday" | "sun" => Some(Weekday::Sunday),
        _ => None,
    }
}

fn month(word: &str) -> Option<i32> {
    const MONTHS: [&[&str]; 12] = [
        &["janvier", "janv", "jan", "january"],
        &["fevrier", "fevr", "fev", "february", "feb"],
        &["mars", "march", "mar"],
        &["avril", "avr", "april", "apr"],
        &["mai", "may"],
        &["juin", "june", "jun"],
        &["juillet", "juil", "juill", "july", "jul"],
        &["aout", "august", "aug"],
        &["septembre", "sept", "september", "sep"],
        &["octobre", "oct", "october"],
        &["novembre", "nov", "november"],
        &["decembre", "dec", "december"],
    ];
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.contains(&word))
        .map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as on, time};
    use proptest::prelude::*;

    use super::*;

    /// A Friday.
    const TODAY: Date = on(2026, 11, 20);

    #[test]
    fn days_ahead_as_people_type_them() {
        let pairs = [
            ("demain", on(2026, 11, 21)),
            ("Demain ", on(2026, 11, 21)),
            ("aujourd'hui", TODAY),
            ("aujourd’hui", TODAY),
            ("auj.", TODAY),
            ("today", TODAY),
            ("après-demain", on(2026, 11, 22)),
            ("day after tomorrow", on(2026, 11, 22)),
            ("+3j", on(2026, 11, 23)),
            ("+3 j", on(2026, 11, 23)),
            ("+3", on(2026, 11, 23)),
            ("3j", on(2026, 11, 23)),
            ("+2s", on(2026, 12, 4)),
            ("+2w", on(2026, 12, 4)),
            ("+1m", on(2026, 12, 20)),
            ("dans 3 jours", on(2026, 11, 23)),
            ("dans une semaine", on(2026, 11, 27)),
            ("in 2 weeks", on(2026, 12, 4)),
            ("in a month", on(2026, 12, 20)),
            ("d'ici 10 jours", on(2026, 11, 30)),
            ("vendredi", on(2026, 11, 27)),
            ("lundi", on(2026, 11, 23)),
            ("lun.", on(2026, 11, 23)),
            ("next friday", on(2026, 11, 27)),
            ("lundi prochain", on(2026, 11, 23)),
            ("lundi en huit", on(2026, 11, 30)),
            ("la semaine prochaine", on(2026, 11, 23)),
            ("next month", on(2026, 12, 1)),
            ("fin du mois", on(2026, 11, 30)),
            ("end of the month", on(2026, 11, 30)),
            ("13/06", on(2027, 6, 13)),
            ("20/11", TODAY),
            ("06/13", on(2027, 6, 13)),
            ("13/06/2026", on(2026, 6, 13)),
            ("13.06.27", on(2027, 6, 13)),
            ("2026-06-13", on(2026, 6, 13)),
            ("13 juin", on(2027, 6, 13)),
            ("13 juin 2026", on(2026, 6, 13)),
            ("1er décembre", on(2026, 12, 1)),
            ("le 1er déc.", on(2026, 12, 1)),
            ("June 13th", on(2027, 6, 13)),
            ("13th of June 2028", on(2028, 6, 13)),
            ("June 13, 2028", on(2028, 6, 13)),
            ("mardi 24 novembre", on(2026, 11, 24)),
            ("mardi 24/11", on(2026, 11, 24)),
            ("mardi 24", on(2026, 11, 24)),
            ("le 24", on(2026, 11, 24)),
            ("13", on(2026, 12, 13)),
            ("31", on(2026, 12, 31)),
            ("fin janvier", on(2027, 1, 31)),
            ("mi-janvier", on(2027, 1, 15)),
            ("fin février 2028", on(2028, 2, 29)),
            ("29 février", on(2028, 2, 29)),
        ];
        for (typed, expected) in pairs {
            assert_eq!(date(typed, TODAY), Some(expected), "{typed}");
        }
    }

    #[test]
    fn days_past_as_people_type_them() {
        let pairs = [
            ("hier", on(2026, 11, 19)),
            ("avant-hier", on(2026, 11, 18)),
            ("lundi", on(2026, 11, 16)),
            ("lundi dernier", on(2026, 11, 16)),
            ("last friday", on(2026, 11, 13)),
            ("13/06", on(2026, 6, 13)),
            ("20/11", TODAY),
            ("24/11", on(2025, 11, 24)),
            ("il y a 3 jours", on(2026, 11, 17)),
            ("il y a une semaine", on(2026, 11, 13)),
            ("3 days ago", on(2026, 11, 17)),
            ("-3j", on(2026, 11, 17)),
            ("le 12", on(2026, 11, 12)),
            ("next monday", on(2026, 11, 23)),
        ];
        for (typed, expected) in pairs {
            assert_eq!(day(typed, TODAY, Leaning::Past), Some(expected), "{typed}");
        }
    }

    #[test]
    fn hours_stand_alone_or_beside_a_day() {
        let pairs = [
            ("10h", TODAY, time(10, 0, 0, 0)),
            ("mardi 10h30", on(2026, 11, 24), time(10, 30, 0, 0)),
            ("mardi à 10 h 30", on(2026, 11, 24), time(10, 30, 0, 0)),
            ("14:05 demain", on(2026, 11, 21), time(14, 5, 0, 0)),
            ("24/11 9h", on(2026, 11, 24), time(9, 0, 0, 0)),
            ("24 novembre à 9h", on(2026, 11, 24), time(9, 0, 0, 0)),
            ("le 24 à 9h", on(2026, 11, 24), time(9, 0, 0, 0)),
            ("next tuesday at 3 pm", on(2026, 11, 24), time(15, 0, 0, 0)),
            ("lundi midi", on(2026, 11, 23), time(12, 0, 0, 0)),
            ("2026-12-01 12am", on(2026, 12, 1), time(0, 0, 0, 0)),
        ];
        for (typed, date, time) in pairs {
            let expected = Moment { date, time: Some(time) };
            assert_eq!(moment(typed, TODAY, Leaning::Future), Some(expected), "{typed}");
        }
        assert_eq!(date("mardi 10h", TODAY), None, "an hour where only a day is asked");
    }

    #[test]
    fn what_is_no_date_gives_nothing() {
        for typed in [
            "",
            " ",
            "bientôt",
            "32/01",
            "13/13",
            "2026-02-30",
            "lundi 24 novembre",
            "+",
            "dans",
            "jours",
            "99",
            "demain demain",
            "25h",
            "10:3",
            "1/2/3/4",
            "12345678901234567890",
            "juin",
            "2026",
            "+99999999999j",
            "mars 32",
        ] {
            assert_eq!(moment(typed, TODAY, Leaning::Future), None, "{typed}");
        }
    }

    #[test]
    fn the_words_after_a_date_are_what_to_do() {
        let split = |text| split(text, TODAY, Leaning::Future).map(|(moment, rest)| (moment.date, rest));
        assert_eq!(
            split("vendredi relancer Anne"),
            Some((on(2026, 11, 27), "relancer Anne"))
        );
        assert_eq!(split("13 juin : appeler"), Some((on(2027, 6, 13), "appeler")));
        assert_eq!(
            split("24/11 10:30 the old harbour"),
            Some((on(2026, 11, 24), "the old harbour"))
        );
        assert_eq!(split("demain"), Some((on(2026, 11, 21), "")));
        assert_eq!(split("relancer demain"), None);
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(typed in any::<String>(), numbers in "[0-9]{1,9}[/.:h j+-]{0,2}[0-9]{0,9}[/.-]?[0-9]{0,5}") {
            for leaning in [Leaning::Future, Leaning::Past] {
                for today in [TODAY, Date::MIN, Date::MAX] {
                    let _ = moment(&typed, today, leaning);
                    let _ = moment(&numbers, today, leaning);
                    let _ = split(&typed, today, leaning);
                }
            }
        }

        #[test]
        fn every_day_written_in_full_is_itself(offset in 0i32..4000) {
            let day = on(2024, 1, 1).checked_add(offset.days()).unwrap();
            prop_assert_eq!(date(&day.to_string(), TODAY), Some(day));
            prop_assert_eq!(date(&format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()), TODAY), Some(day));
        }
    }
}
