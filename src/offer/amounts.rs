//! Amounts of money as people write them: `42 000–52 000 €`, `35-40k€`, `3,75€ de l'heure`,
//! `$110,000.00 to $190,000.00 annually`, `1 500 € brut/mois`, `USD$3 - 4k / month`.
//!
//! Reads folded text. Whether an amount is what the job pays is for `super::pay` to say.

use std::ops::Range;

use super::cursor::{Cursor, each_word_start};
use super::facts::{Currency, PayPeriod};

/// An amount, or two ends of one, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Bytes of the text read, with currency and period.
    pub range: Range<usize>,
    /// The lower end in cents.
    pub min_cents: u64,
    /// The upper end in cents, when there are two.
    pub max_cents: Option<u64>,
    /// In which currency.
    pub currency: Currency,
    /// For how long a work, when written behind it.
    pub period: Option<PayPeriod>,
    /// True when it counts thousands ("40k").
    pub thousands: bool,
    /// True when it counts millions ("35 M€", "5,1 milliards d'euros"): never anybody's pay.
    pub millions: bool,
}

/// Finds every amount of a folded text, in order.
#[must_use]
pub fn all(text: &str) -> Vec<Amount> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    each_word_start(text, at, |amount| &amount.range)
}

/// A number as written, before it is known what it counts.
#[derive(Debug, Clone, Copy)]
struct Number {
    cents: u64,
    scale: Scale,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    One,
    Thousand,
    Million,
}

/// Reads the amount that starts at byte `at` of a folded text.
#[must_use]
pub fn at(text: &str, at: usize) -> Option<Amount> {
    let start = Cursor::new(text, at);
    let byte = start.peek()?;
    if start
        .before()
        .is_some_and(|b| b.is_ascii_alphanumeric() || (byte.is_ascii_digit() && matches!(b, b'.' | b',')))
    {
        return None;
    }
    let mut cursor = start;
    let mut found = currency(&mut cursor);
    if found.is_some() {
        cursor.spaces();
    } else if !byte.is_ascii_digit() {
        return None;
    }
    let mut first = number(&mut cursor)?;
    let mut ahead = cursor;
    ahead.spaces();
    if let Some(behind) = currency(&mut ahead) {
        cursor = ahead;
        // "$40k CAD": the code behind is more precise than the sign before.
        found = Some(more_precise(found, behind));
        if first.scale == Scale::One {
            first.scale = scale(&mut cursor);
        }
    }
    let mut period = period(&mut cursor);
    let second = second_end(&mut cursor, &mut found, &mut first, &mut period);
    let currency = found?;
    let thousands = first.scale == Scale::Thousand;
    let millions = first.scale == Scale::Million || second.is_some_and(|number| number.scale == Scale::Million);
    let min_cents = scaled(first);
    let max_cents = second.map(scaled).filter(|most| *most > min_cents);
    Some(Amount {
        range: start.at()..cursor.at(),
        min_cents,
        max_cents,
        currency,
        period,
        thousands,
        millions,
    })
}

/// Reads `– 52 000 €`, `to $190,000.00`, `à 40k€` behind a first end, which takes over what it leaves out.
fn second_end(
    cursor: &mut Cursor<'_>,
    found: &mut Option<Currency>,
    first: &mut Number,
    period_found: &mut Option<PayPeriod>,
) -> Option<Number> {
    let mut ahead = *cursor;
    let joined = ahead.dash()
        || (ahead.eat("/") && {
            ahead.spaces();
            true
        })
        || (ahead.spaces() && ahead.eat_any_word(&["a", "to", "et", "and", "ou", "bis"]) && ahead.spaces());
    if !joined {
        return None;
    }
    let before = currency(&mut ahead);
    ahead.spaces();
    let mut second = number(&mut ahead)?;
    let mut behind = ahead;
    behind.spaces();
    let after = currency(&mut behind);
    if after.is_some() {
        ahead = behind;
        if second.scale == Scale::One {
            second.scale = scale(&mut ahead);
        }
    }
    let said = match (before, after) {
        (Some(before), Some(after)) => Some(more_precise(Some(before), after)),
        (before, after) => before.or(after),
    };
    let currency = match (*found, said) {
        (Some(a), Some(b)) => more_precise(Some(a), b),
        (a, b) => a.or(b)?,
    };
    // "35-40k€": the first end counts thousands too; "1 500 € et 3 jours" has no second end.
    if said.is_none() && second.scale == Scale::One && first.cents >= second.cents {
        return None;
    }
    if first.scale == Scale::One && second.scale != Scale::One && first.cents <= second.cents {
        first.scale = second.scale;
    }
    *found = Some(currency);
    *cursor = ahead;
    if let Some(period) = period(cursor) {
        *period_found = Some(period);
    }
    Some(second)
}

fn scaled(number: Number) -> u64 {
    number.cents.saturating_mul(match number.scale {
        Scale::One => 1,
        Scale::Thousand => 1_000,
        Scale::Million => 1_000_000,
    })
}

/// A code ("CAD") says more than a sign ("$").
fn more_precise(before: Option<Currency>, behind: Currency) -> Currency {
    match (before, behind) {
        (Some(Currency::Usd) | None, behind) => behind,
        (Some(before), _) => before,
    }
}

fn currency(cursor: &mut Cursor<'_>) -> Option<Currency> {
    const SIGNS: [(&str, Currency); 9] = [
        ("us$", Currency::Usd),
        ("usd$", Currency::Usd),
        ("ca$", Currency::Cad),
        ("cad$", Currency::Cad),
        ("c$", Currency::Cad),
        ("€", Currency::Eur),
        ("$", Currency::Usd),
        ("£", Currency::Gbp),
        ("d'€", Currency::Eur),
    ];
    const WORDS: [(&str, Currency); 14] = [
        ("euros", Currency::Eur),
        ("euro", Currency::Eur),
        ("eur", Currency::Eur),
        ("d'euros", Currency::Eur),
        ("d'euro", Currency::Eur),
        ("usd", Currency::Usd),
        ("dollars", Currency::Usd),
        ("us dollars", Currency::Usd),
        ("gbp", Currency::Gbp),
        ("pounds", Currency::Gbp),
        ("chf", Currency::Chf),
        ("francs suisses", Currency::Chf),
        ("cad", Currency::Cad),
        ("canadian dollars", Currency::Cad),
    ];
    // What no sign and no word below begins with.
    if !matches!(cursor.peek(), Some(b'c'..=b'g' | b'p' | b'u' | b'$' | 0x80..)) {
        return None;
    }
    if matches!(cursor.before(), Some(b'k' | b'm')) && cursor.eat_word("e") {
        return Some(Currency::Eur);
    }
    for (sign, currency) in SIGNS {
        if cursor.eat(sign) {
            return Some(currency);
        }
    }
    for (word, currency) in WORDS {
        if cursor.eat_word(word) || (word.len() == 3 && eat_before_digit(cursor, word)) {
            return Some(currency);
        }
    }
    None
}

/// "eur40k": the code touches its number.
fn eat_before_digit(cursor: &mut Cursor<'_>, code: &str) -> bool {
    let mut ahead = *cursor;
    let here = ahead.eat(code) && ahead.peek().is_some_and(|b| b.is_ascii_digit());
    if here {
        *cursor = ahead;
    }
    here
}

/// Reads a number with its separators and its `k` or `millions`.
fn number(cursor: &mut Cursor<'_>) -> Option<Number> {
    let mut ahead = *cursor;
    let head = ahead.digits();
    if head.is_empty() || head.len() > 9 {
        return None;
    }
    let mut whole = head.parse::<u64>().ok()?;
    let mut cents = 0;
    if head.len() <= 3 {
        while let Some((group, after)) = group_of_three(ahead) {
            whole = whole.checked_mul(1_000)?.checked_add(group)?;
            ahead = after;
        }
    }
    let mut decimal = ahead;
    if decimal.eat(",") || decimal.eat(".") {
        let digits = decimal.digits();
        let value = digits.parse::<u64>().unwrap_or_default();
        match digits.len() {
            1 => (cents, ahead) = (value * 10, decimal),
            2 => (cents, ahead) = (value, decimal),
            _ => {}
        }
    }
    let cents = whole.checked_mul(100)?.checked_add(cents)?;
    *cursor = ahead;
    let scale = scale(cursor);
    Some(Number { cents, scale })
}

/// Reads ` 000`, `.000`, `,000` or `'000`: exactly three digits.
fn group_of_three(at: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let mut ahead = at;
    if !(ahead.eat(" ") || ahead.eat(".") || ahead.eat(",") || ahead.eat("'")) {
        return None;
    }
    let digits = ahead.digits();
    (digits.len() == 3)
        .then(|| digits.parse().ok().map(|group| (group, ahead)))
        .flatten()
}

/// Reads `k`, `M`, `millions`, `Mds` behind a number; the currency may touch it (`k€`, `keur`, `ke`).
fn scale(cursor: &mut Cursor<'_>) -> Scale {
    const SCALES: [(&str, Scale); 10] = [
        ("millions", Scale::Million),
        ("million", Scale::Million),
        ("milliards", Scale::Million),
        ("milliard", Scale::Million),
        ("billion", Scale::Million),
        ("mds", Scale::Million),
        ("md", Scale::Million),
        ("bn", Scale::Million),
        ("k", Scale::Thousand),
        ("m", Scale::Million),
    ];
    let mut ahead = *cursor;
    let spaced = ahead.spaces();
    for (word, scale) in SCALES {
        let mut tried = ahead;
        if (word == "m" && spaced) || !tried.eat(word) {
            continue;
        }
        let ends = !tried.peek().is_some_and(|b| b.is_ascii_alphanumeric());
        if ends || tried.rest().starts_with("eur") || Cursor::eat_word(&mut tried.clone(), "e") {
            *cursor = tried;
            return scale;
        }
    }
    Scale::One
}

/// Words that may stand between an amount and its period.
const FILLERS: [&str; 16] = [
    "brut",
    "bruts",
    "brute",
    "net",
    "nets",
    "nette",
    "gross",
    "ht",
    "ttc",
    "hors taxes",
    "before tax",
    "euros",
    "usd",
    "base",
    "environ",
    "+",
];
/// How periods are written behind an amount.
const PERIODS: [(&[&str], PayPeriod); 6] = [
    (
        &[
            "/h",
            "/ h",
            "/heure",
            "/ heure",
            "par heure",
            "de l'heure",
            "l'heure",
            "horaire",
            "horaires",
            "per hour",
            "an hour",
            "hourly",
            "/hr",
            "/ hr",
            "/hour",
            "/ hour",
        ],
        PayPeriod::Hour,
    ),
    (
        &[
            "/jour",
            "/ jour",
            "/j",
            "/ j",
            "par jour",
            "journalier",
            "per day",
            "a day",
            "daily",
            "/day",
            "/ day",
            "jour",
        ],
        PayPeriod::Day,
    ),
    (
        &[
            "/semaine",
            "/ semaine",
            "par semaine",
            "hebdomadaire",
            "per week",
            "a week",
            "weekly",
            "/week",
            "/ week",
            "/wk",
        ],
        PayPeriod::Week,
    ),
    (
        &[
            "/mois",
            "/ mois",
            "par mois",
            "mensuel",
            "mensuels",
            "mensuelle",
            "mensuels",
            "mois",
            "per month",
            "a month",
            "monthly",
            "/month",
            "/ month",
            "/mo",
            "/ mo",
        ],
        PayPeriod::Month,
    ),
    (
        &[
            "/an",
            "/ an",
            "/annee",
            "par an",
            "annuel",
            "annuels",
            "annuelle",
            "l'an",
            "per year",
            "a year",
            "per annum",
            "annually",
            "annual",
            "yearly",
            "/year",
            "/ year",
            "/yr",
            "/ yr",
            "p.a.",
            "pa",
            "/annum",
        ],
        PayPeriod::Year,
    ),
    (
        &["au total", "in total", "total", "pour la mission", "forfait"],
        PayPeriod::Total,
    ),
];

/// Reads the period behind an amount: `/h`, `par mois`, `brut annuel`, `de l'heure`, `annually`.
fn period(cursor: &mut Cursor<'_>) -> Option<PayPeriod> {
    let mut ahead = *cursor;
    for _ in 0..4 {
        let mut word = ahead;
        word.spaces();
        let _ = word.eat("(");
        for (phrases, period) in PERIODS {
            let mut tried = word;
            if tried.eat_any_word(phrases) {
                *cursor = tried;
                return Some(period);
            }
        }
        if !word.eat_any_word(&FILLERS) {
            return None;
        }
        ahead = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        all(text)
            .iter()
            .filter(|amount| !amount.millions)
            .map(|amount| {
                let most = amount.max_cents.map_or_else(String::new, |most| format!("-{most}"));
                let period = amount
                    .period
                    .map_or_else(|| "?".to_owned(), |period| format!("{period:?}"));
                format!(
                    "{}{most} {:?} {period} [{}]",
                    amount.min_cents,
                    amount.currency,
                    &text[amount.range.clone()]
                )
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn amounts_as_written() {
        for (text, expected) in [
            ("42 000-52 000 €", "4200000-5200000 Eur ? [42 000-52 000 €]"),
            ("35-40k€", "3500000-4000000 Eur ? [35-40k€]"),
            (
                "45 a 55 ke brut annuel",
                "4500000-5500000 Eur Year [45 a 55 ke brut annuel]",
            ),
            ("42-48keur + plan", "4200000-4800000 Eur ? [42-48keur]"),
            ("3,75€ de l'heure", "375 Eur Hour [3,75€ de l'heure]"),
            ("577,50 euros", "57750 Eur ? [577,50 euros]"),
            ("600€ / mois", "60000 Eur Month [600€ / mois]"),
            ("1 500 € brut/mois", "150000 Eur Month [1 500 € brut/mois]"),
            ("19.500 € bruts annuels", "1950000 Eur Year [19.500 € bruts annuels]"),
            (
                "$110,000.00 to $190,000.00 annually",
                "11000000-19000000 Usd Year [$110,000.00 to $190,000.00 annually]",
            ),
            ("usd$3 - 4k / month", "300000-400000 Usd Month [usd$3 - 4k / month]"),
            (
                "$120k - $150k usd / year",
                "12000000-15000000 Usd Year [$120k - $150k usd / year]",
            ),
            ("$211,500-$211,500 cad", "21150000 Cad ? [$211,500-$211,500 cad]"),
            ("up to $30 per hour", "3000 Usd Hour [$30 per hour]"),
            ("£35,000 per annum", "3500000 Gbp Year [£35,000 per annum]"),
            ("350 € ht / jour", "35000 Eur Day [350 € ht / jour]"),
            ("around 1600€ net", "160000 Eur ? [1600€]"),
            ("entre 28k€ et 32k€", "2800000-3200000 Eur ? [28k€ et 32k€]"),
            ("80 000 chf par an", "8000000 Chf Year [80 000 chf par an]"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn not_amounts() {
        for text in [
            "35m€ par an",
            "5,1 milliards d'euros",
            "250 millions d'euros",
            "2,5mds d'euro",
            "20.000 documents",
            "40 personnes",
            "50 % du titre de transport",
            "more than one million dollars",
            "bac +5",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
