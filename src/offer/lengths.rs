//! Lengths of time as people write them: `3 à 6 mois`, `4/6 mois`, `six mois`, `au moins 3 mois`, `6 months minimum`,
//! `10 weeks`, `3 ans`, `6-month`, `6 mois (3 mois minimum)`.
//!
//! Reads folded text. Whether a length is how long the job lasts is for `super::duration` to say.

use std::ops::Range;

use super::cursor::{Cursor, each_word_start};
use super::facts::Duration;

/// A length of time and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Bytes of the text read, with the words that bound it ("au moins", "minimum").
    pub range: Range<usize>,
    /// The length.
    pub value: Duration,
    /// True when the number is spelled "un", "une", "a", "one": often no length at all ("par an", "a month").
    pub article: bool,
}

/// What a length is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Year,
}

impl Unit {
    /// Gives `count` tenths of this unit in tenths of a month. A week is 12/52 of a month.
    fn tenths(self, count_in_tenths: u32) -> Option<u16> {
        let tenths = match self {
            Self::Week => (count_in_tenths * 12 + 26) / 52,
            Self::Month => count_in_tenths,
            Self::Year => count_in_tenths * 12,
        };
        u16::try_from(tenths).ok().filter(|tenths| (1..=1200).contains(tenths))
    }
}

/// Words that make what follows a lower bound.
const AT_LEAST_BEFORE: [&str; 14] = [
    "minimal de",
    "minimale de",
    "au moins",
    "minimum de",
    "minimum",
    "mini",
    "min.",
    "min",
    "at least",
    "a minima",
    "au minimum",
    "minimum of",
    "mindestens",
    "plus de",
];
/// Words that make what precedes a lower bound.
const AT_LEAST_AFTER: [&str; 12] = [
    "minimum",
    "mini",
    "min.",
    "min",
    "au moins",
    "a minima",
    "at least",
    "et plus",
    "ou plus",
    "or more",
    "or longer",
    "au minimum",
];
/// Words that make what follows an upper bound.
const AT_MOST_BEFORE: [&str; 10] = [
    "jusqu'a",
    "maximum",
    "maxi",
    "max.",
    "max",
    "au plus",
    "au maximum",
    "up to",
    "at most",
    "maximum of",
];
/// Words that make what precedes an upper bound.
const AT_MOST_AFTER: [&str; 6] = ["maximum", "maxi", "max.", "max", "au plus", "au maximum"];

/// Finds every length of a folded text, in order.
#[must_use]
pub fn all(text: &str) -> Vec<Length> {
    each_word_start(text, at, |length| &length.range)
}

/// Reads the length whose number starts at byte `at` of a folded text.
#[must_use]
pub fn at(text: &str, at: usize) -> Option<Length> {
    let start = Cursor::new(text, at);
    if start
        .before()
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'+'))
        && !start
            .before()
            .is_some_and(|b| matches!(b, b'.' | b',') && !start.before_that().is_some_and(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let mut cursor = start;
    let (first, article) = number(&mut cursor)?;
    let open = cursor.eat("+");
    let mut ahead = cursor;
    let first_unit = unit(&mut ahead, article);
    if first_unit.is_some() {
        cursor = ahead;
    }
    let mut second = None;
    let mut ahead = cursor;
    if joins(&mut ahead)
        && let Some((last, _)) = number(&mut ahead)
        && let Some(last_unit) = unit(&mut ahead, false)
        && first_unit.unwrap_or(last_unit).tenths(first) < last_unit.tenths(last)
    {
        second = last_unit.tenths(last);
        cursor = ahead;
        let unit = first_unit.unwrap_or(last_unit);
        let value = Duration {
            min_tenths: unit.tenths(first)?,
            max_tenths: second,
        };
        return Some(Length {
            range: start.at()..cursor.at(),
            value,
            article,
        });
    }
    let (unit, first) = match first_unit {
        Some(unit) => (unit, first),
        None => ideal(&mut cursor, start)?,
    };
    let first = if half(&mut cursor) { first + 5 } else { first };
    let tenths = unit.tenths(first)?;
    let mut value = Duration {
        min_tenths: tenths,
        max_tenths: second.or(Some(tenths)),
    };
    let mut from = start.at();
    bound(&mut cursor, &mut from, start, open, &mut value);
    Some(Length {
        range: from..cursor.at(),
        value,
        article,
    })
}

/// Applies "au moins", "minimum", "jusqu'à", "(3 mois minimum)" to a single length.
fn bound(cursor: &mut Cursor<'_>, from: &mut usize, start: Cursor<'_>, open: bool, value: &mut Duration) {
    let before = start.text_before().trim_end();
    if let Some(word) = ends_with_word(before, &AT_LEAST_BEFORE) {
        *from = before.len() - word.len();
        value.max_tenths = None;
        upper_end(cursor, value);
        return;
    }
    if let Some(word) = ends_with_word(before, &AT_MOST_BEFORE) {
        *from = before.len() - word.len();
        value.min_tenths = 0;
        return;
    }
    let mut ahead = *cursor;
    ahead.spaces();
    let bracket = ahead.eat("(");
    if ahead.eat_any_word(&AT_LEAST_AFTER) || open {
        if !open || !ahead.text_before().ends_with('(') {
            *cursor = ahead;
        }
        let _ = bracket && cursor.eat(")");
        value.max_tenths = None;
        upper_end(cursor, value);
    } else if ahead.eat_any_word(&AT_MOST_AFTER) {
        *cursor = ahead;
        let _ = bracket && cursor.eat(")");
        value.min_tenths = 0;
    } else if let Some(least) = minimum_beside(&mut ahead, *value) {
        *cursor = ahead;
        value.min_tenths = least;
    }
}

/// "3 mois minimum et 6 mois maximum", "minimum 3 mois, maximum 6 mois": the upper end of an open length.
fn upper_end(cursor: &mut Cursor<'_>, value: &mut Duration) {
    let mut ahead = *cursor;
    let _ = ahead.eat(",");
    if !ahead.spaces() && !ahead.eat("/") {
        return;
    }
    let _ = ahead.eat_any_word(&["et", "and", "jusqu'a", "ou"]) && ahead.spaces();
    let said = ahead.eat_any_word(&AT_MOST_BEFORE);
    ahead.spaces();
    let Some((count, _)) = number(&mut ahead) else { return };
    let Some(unit) = unit(&mut ahead, false) else { return };
    let mut behind = ahead;
    behind.spaces();
    let said_after = behind.eat_any_word(&AT_MOST_AFTER);
    let most = unit.tenths(count).filter(|most| *most >= value.min_tenths);
    if (said || said_after) && most.is_some() {
        value.max_tenths = most;
        *cursor = if said_after { behind } else { ahead };
    }
}

/// "6 mois (3 mois minimum)", "6 mois (minimum 3)": the lower end in brackets behind a length.
fn minimum_beside(cursor: &mut Cursor<'_>, value: Duration) -> Option<u16> {
    if !cursor.text_before().ends_with('(') && !cursor.eat(",") {
        return None;
    }
    cursor.spaces();
    let said = cursor.eat_any_word(&AT_LEAST_BEFORE);
    cursor.spaces();
    let (count, _) = number(cursor)?;
    let unit = unit(cursor, false).or(said.then_some(Unit::Month))?;
    let mut behind = *cursor;
    behind.spaces();
    let said_after = behind.eat_any_word(&AT_LEAST_AFTER);
    if said_after {
        *cursor = behind;
    }
    let _ = cursor.eat(")");
    unit.tenths(count)
        .filter(|least| (said || said_after) && *least < value.min_tenths)
}

/// "plusieurs mois (6 dans l'idéal)": the number stands in brackets behind the unit.
fn ideal<'t>(cursor: &mut Cursor<'t>, start: Cursor<'t>) -> Option<(Unit, u32)> {
    let before = start.text_before().strip_suffix('(')?.trim_end();
    let unit = match before.rsplit(' ').next()? {
        "mois" | "months" => Unit::Month,
        "semaines" | "weeks" => Unit::Week,
        "ans" | "annees" | "years" => Unit::Year,
        _ => return None,
    };
    let mut again = start;
    let (count, _) = number(&mut again)?;
    again.spaces();
    again
        .eat_any_word(&["dans l'ideal", "idealement", "de preference", "ideally", "preferably"])
        .then(|| {
            *cursor = again;
            (unit, count)
        })
}

fn half(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let here = ahead.spaces() && (ahead.eat_word("et demi") || ahead.eat_word("and a half"));
    if here {
        *cursor = ahead;
    }
    here
}

/// Steps over what stands between the ends of a range: `à`, `-`, `/`, `to`, `ou`, `et`, `voire`.
fn joins(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let joined = ahead.dash()
        || ahead.slash()
        || (ahead.spaces()
            && ahead.eat_any_word(&["a", "to", "ou", "et", "or", "and", "bis", "voire", "jusqu'a"])
            && ahead.spaces());
    if joined {
        *cursor = ahead;
    }
    joined
}

/// Reads a number of units in tenths: `6`, `1,5`, `six`. The flag is true for an article.
fn number(cursor: &mut Cursor<'_>) -> Option<(u32, bool)> {
    let mut ahead = *cursor;
    if ahead.peek()?.is_ascii_digit() {
        let digits = ahead.digits();
        let whole = (digits.len() <= 3).then(|| digits.parse::<u32>().ok()).flatten()?;
        let mut decimal = ahead;
        let mut tenths = 0;
        if matches!(decimal.peek(), Some(b',' | b'.')) {
            decimal.step();
            let digits = decimal.digits();
            if digits.len() == 1 {
                tenths = digits.parse::<u32>().ok()?;
                ahead = decimal;
            }
        }
        *cursor = ahead;
        return Some((whole * 10 + tenths, false));
    }
    let (count, article) = match ahead.letters() {
        "un" | "une" | "one" | "ein" | "einem" | "a" => (1, true),
        "deux" | "two" | "zwei" => (2, false),
        "trois" | "three" | "drei" => (3, false),
        "quatre" | "four" | "vier" => (4, false),
        "cinq" | "five" | "funf" => (5, false),
        "six" | "sechs" => (6, false),
        "sept" | "seven" => (7, false),
        "huit" | "eight" => (8, false),
        "neuf" | "nine" => (9, false),
        "dix" | "ten" | "zehn" => {
            if ahead.eat("-huit") {
                (18, false)
            } else {
                (10, false)
            }
        }
        "onze" | "eleven" => (11, false),
        "douze" | "twelve" | "zwolf" => (12, false),
        "quinze" | "fifteen" => (15, false),
        "eighteen" => (18, false),
        "vingt" => (if ahead.eat("-quatre") { 24 } else { 20 }, false),
        "twenty" => (if ahead.eat("-four") { 24 } else { 20 }, false),
        "trente" => (if ahead.eat("-six") { 36 } else { 30 }, false),
        _ => return None,
    };
    *cursor = ahead;
    Some((count * 10, article))
}

/// Reads a unit behind a number: `mois`, `-month`, `(24) mois` after a spelled number, `semaines`, `ans`.
fn unit(cursor: &mut Cursor<'_>, article: bool) -> Option<Unit> {
    let mut ahead = *cursor;
    // "six (6) mois", "3 (trois) mois".
    let mut twice = ahead;
    twice.spaces();
    if twice.eat("(") && number(&mut twice).is_some() && twice.eat(")") {
        ahead = twice;
    }
    let _ = ahead.spaces() || ahead.eat("-");
    let unit = match ahead.letters() {
        "mois" | "month" | "months" | "monat" | "monate" | "monaten" => Unit::Month,
        "m" if !article && cursor.rest().starts_with('m') => Unit::Month,
        "semaine" | "semaines" | "sem" | "week" | "weeks" | "wochen" | "wk" | "wks" => Unit::Week,
        "an" | "ans" | "annee" | "annees" | "year" | "years" | "yr" | "yrs" | "jahr" | "jahre" | "jahren" => Unit::Year,
        _ => return None,
    };
    if ahead.peek().is_some_and(|b| b.is_ascii_digit()) {
        return None;
    }
    *cursor = ahead;
    Some(unit)
}

/// Returns the word of `words` that `text` ends with, whole.
fn ends_with_word<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| {
        text.strip_suffix(word)
            .is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        all(text)
            .iter()
            .map(|length| {
                let most = length
                    .value
                    .max_tenths
                    .map_or_else(|| "…".to_owned(), |most| most.to_string());
                format!("{}-{most} [{}]", length.value.min_tenths, &text[length.range.clone()])
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn lengths_as_written() {
        for (text, expected) in [
            ("6 mois", "60-60 [6 mois]"),
            ("3 a 6 mois", "30-60 [3 a 6 mois]"),
            ("de 3 a 6 mois", "30-60 [3 a 6 mois]"),
            ("4/6 mois", "40-60 [4/6 mois]"),
            ("3-6 mois", "30-60 [3-6 mois]"),
            ("3 - 6 months", "30-60 [3 - 6 months]"),
            ("entre 4 et 6 mois", "40-60 [4 et 6 mois]"),
            ("between 3 and 6 months", "30-60 [3 and 6 months]"),
            ("3 ou 6 mois", "30-60 [3 ou 6 mois]"),
            ("6 mois a 1 an", "60-120 [6 mois a 1 an]"),
            ("six mois", "60-60 [six mois]"),
            ("six (6) mois", "60-60 [six (6) mois]"),
            ("au moins 3 mois", "30-… [au moins 3 mois]"),
            ("6 months minimum", "60-… [6 months minimum]"),
            ("3 mois min.", "30-… [3 mois min.]"),
            ("minimum 4 mois", "40-… [minimum 4 mois]"),
            ("6+ months", "60-… [6+ months]"),
            ("at least 6m close to full-time", "60-… [at least 6m]"),
            ("jusqu'a 6 mois", "0-60 [jusqu'a 6 mois]"),
            ("up to 12 months", "0-120 [up to 12 months]"),
            ("3 ans", "360-360 [3 ans]"),
            ("18 mois", "180-180 [18 mois]"),
            ("1 an et demi", "180-180 [1 an et demi]"),
            ("un an", "120-120 [un an]"),
            ("10 weeks", "23-23 [10 weeks]"),
            ("8 semaines", "18-18 [8 semaines]"),
            ("a 6-month internship", "60-60 [6-month]"),
            ("6 mois (3 mois minimum)", "30-60 [6 mois (3 mois minimum)]"),
            (
                "4 mois minimum et 6 mois maximum",
                "40-60 [4 mois minimum et 6 mois maximum]",
            ),
            ("plusieurs mois (6 dans l'ideal)", "60-60 [6 dans l'ideal]"),
            ("2,5 ans", "300-300 [2,5 ans]"),
            ("auf 6 monate befristet", "60-60 [6 monate]"),
            ("vingt-quatre mois", "240-240 [vingt-quatre mois]"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn not_lengths() {
        for text in [
            "6 postes",
            "bac+5",
            "12 moissons",
            "h2 an",
            "1000 ans",
            "le mois",
            "6 m2",
            "6 mm",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
