//! What the work pays: the passage that says so, and the figure in it.
//!
//! A label or key decides; else a sentence with a word for pay ("rémunération", "gratification", "salary") and either an
//! amount or words that qualify it ("selon profil", "légale", "competitive"). Turnover, funds raised, meal vouchers and
//! paid leave are no pay.

use std::ops::Range;

use super::amounts::{self, Amount};
use super::context::{Around, first_words, holds_any, last_words, nearby};
use super::facts::{Currency, Fact, Pay, PayPeriod, PayRange};
use super::keys::{self, Key};
use super::page::{Hit, Page, Passage, PassageKind, Section, Topic};
use super::section::SectionKind;
use super::words::{Words, words};
use crate::text::clean;

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Pay, whatever stands around.
    Pay,
    /// A sign before the pay in a line of signs.
    Money,
    /// Pay with an amount or a qualifying word in the sentence.
    Word,
    /// Pay with an amount in the sentence.
    Amount,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Says)] = &[
    ("💰", Says::Money),
    ("💶", Says::Money),
    ("💵", Says::Money),
    ("💸", Says::Money),
    ("🪙", Says::Money),
    ("stage remunere", Says::Pay),
    ("stage gratifie", Says::Pay),
    ("stage est remunere", Says::Pay),
    ("stage est gratifie", Says::Pay),
    ("stage indemnise", Says::Pay),
    ("stage est indemnise", Says::Pay),
    ("stage non remunere", Says::Pay),
    ("non remunere*", Says::Pay),
    ("paid internship", Says::Pay),
    ("unpaid internship", Says::Pay),
    ("remunere", Says::Word),
    ("remuneree", Says::Word),
    ("remuneration", Says::Word),
    ("gratification", Says::Word),
    ("gratifie", Says::Word),
    ("indemnite", Says::Word),
    ("indemnites", Says::Word),
    ("indemnise", Says::Word),
    ("indemnisation", Says::Word),
    ("salaire", Says::Word),
    ("salary", Says::Word),
    ("salaries", Says::Word),
    ("salary range", Says::Word),
    ("pay range", Says::Word),
    ("base pay", Says::Word),
    ("hourly rate", Says::Word),
    ("compensate you", Says::Word),
    ("compensation", Says::Amount),
    ("stipend", Says::Word),
    ("tjm", Says::Word),
    ("amount paid", Says::Amount),
    ("wage", Says::Amount),
    ("wages", Says::Amount),
    ("bourse", Says::Amount),
    ("brut", Says::Amount),
    ("bruts", Says::Amount),
    ("brut/an", Says::Amount),
    ("gross", Says::Amount),
    ("smic", Says::Word),
    ("package", Says::Amount),
    ("vergutung", Says::Amount),
    ("gehalt", Says::Amount),
    ("per hour", Says::Amount),
    ("per year", Says::Amount),
    ("per annum", Says::Amount),
    ("p.a.", Says::Amount),
    ("pa", Says::Amount),
    ("annually", Says::Amount),
    ("pay", Says::Amount),
    ("paye", Says::Amount),
];

/// Words that qualify a pay without a figure.
const QUALIFIED: Words = Words::of(&[
    "selon",
    "legale",
    "legal",
    "legales",
    "competiti*",
    "attracti*",
    "motivant*",
    "negoci*",
    "en fonction",
    "a definir",
    "tarif",
    "en vigueur",
    "fixe",
    "grille*",
    "convention*",
    "reglementaire*",
    "prevue",
    "prevu",
    "statutaire*",
    "excellent",
    "interessant*",
    "a discuter",
    "minimum",
    "variable",
    "depending",
    "based on",
    "commensurate",
    "according",
    "negotiable",
    "generous",
    "dependent",
    "sur la base",
    "souhaits",
    "a convenir",
    "possible",
    "oui",
    "mensuelle",
    "experience",
    "profil",
    "equivalent*",
    "avantageu*",
    "stages",
]);

/// Words that make money beside them something else.
const OTHERWISE: Words = Words::of(&[
    "chiffre d'affaires",
    "turnover",
    "revenue*",
    "leve",
    "levee de fonds",
    "raised",
    "funding",
    "budget",
    "investi*",
    "millions",
    "million",
    "milliards",
    "conges payes",
    "paid leave",
    "paid time",
    "paid vacation",
    "paid holiday*",
    "parental",
    "sick",
    "401",
    "paie des",
    "gestion de la paie",
    "calcul*",
    "tickets restaurant de",
    "repas",
    "subvention*",
    "dote*",
    "facture*",
    "donation*",
    "prix",
    "price*",
    "cout*",
    "economi*",
    "salaries de",
    "bulletin*",
    "transparen*",
]);

/// Values of a label that say nothing.
const NOTHING: [&str; 10] = [
    "",
    "-",
    "unspecified",
    "none",
    "n/a",
    "tbd",
    "null",
    "a preciser",
    "?",
    "full time",
];

/// Lines below a heading looked at for an amount.
const MOST_LINES: usize = 4;

/// Longest passage shown, in bytes of folded text.
const LONGEST: u32 = 180;

/// Reads the pay.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<Pay>> {
    labelled(page)
        .or_else(|| ends_of_range(page))
        .or_else(|| under_heading(page))
        .or_else(|| in_prose(page))
        .map(|range| {
            let text = clean(page.shown(&range)).into_string();
            let figure = figure(page.folded(&range), page.folded(&page.sentence(&range)));
            page.fact(Pay { text, range: figure }, &range)
        })
}

fn labelled(page: &Page<'_>) -> Option<Range<u32>> {
    // What stands in the text is written for people, what stands in the front matter for a machine: figures first.
    let mut found: Vec<(bool, Range<u32>)> = page
        .with_key(Key::Pay)
        .filter(|passage| !matches!(passage.kind, PassageKind::Heading(_)))
        .filter(|passage| {
            let text = page.folded(&passage.value).trim().trim_matches(['"', '\'', '*', '_']);
            !NOTHING.contains(&text) && !text.contains("{%") && text.bytes().any(|b| b.is_ascii_alphanumeric())
        })
        .map(|passage| {
            (
                amounts::all(page.folded(&passage.value)).is_empty(),
                passage.value.clone(),
            )
        })
        .collect();
    found.sort_by_key(|(figureless, _)| *figureless);
    found.into_iter().next().map(|(_, range)| limited(page, range))
}

/// `min_payrange` and `max_payrange`: the lower end stands for both.
fn ends_of_range(page: &Page<'_>) -> Option<Range<u32>> {
    let ends = page.with_key(Key::PayMin).chain(page.with_key(Key::PayMax));
    ends.map(|passage| passage.value.clone())
        .find(|range| page.folded(range).bytes().any(|b| b.is_ascii_digit()))
}

/// The first line with an amount below a heading that is nothing but a word for pay; else the first line.
fn under_heading(page: &Page<'_>) -> Option<Range<u32>> {
    let named = |section: &Section| {
        let heading = page.heading(section).trim_end_matches([' ', ':']);
        heading.len() <= 40 && keys::meaning(heading) == Some(Key::Pay)
    };
    let (index, _) = page.sections.iter().enumerate().find(|(_, section)| named(section))?;
    let lines = || {
        page.body()
            .iter()
            .filter(|passage| passage.section.is_some_and(|section| section as usize == index))
            .filter(|passage| !matches!(passage.kind, PassageKind::Heading(_) | PassageKind::Code))
            .take(MOST_LINES)
    };
    let paid = lines().find(|passage| {
        amounts::all(page.folded(&passage.folded))
            .iter()
            .any(|amount| !amount.millions && is_plausible(amount))
    });
    paid.or_else(|| lines().next())
        .map(|passage| limited(page, passage.folded.clone()))
}

fn limited(page: &Page<'_>, range: Range<u32>) -> Range<u32> {
    if range.end - range.start <= LONGEST {
        return range;
    }
    let first = range.start..(range.start + 1).min(range.end);
    let sentence = page.sentence(&first);
    range.start..sentence.end.clamp(range.start, range.end)
}

fn in_prose(page: &Page<'_>) -> Option<Range<u32>> {
    page.hits(Topic::Pay)
        .iter()
        .filter_map(|hit| weigh(page, hit))
        .min_by_key(|(rank, range)| (*rank, range.start))
        .map(|(_, range)| range)
}

const WITH_AMOUNT: u8 = 0;
const QUALIFIED_ONLY: u8 = 1;
const ELSEWHERE: u8 = 2;

/// Words that praise the pay before it is named.
const PRAISE: Words = Words::of(&["competiti*", "attracti*", "excellent", "bonne", "bon", "generous"]);

/// What a phrase tells of the pay, and how well, the lowest best; `None` when it tells another thing.
fn weigh(page: &Page<'_>, hit: &Hit) -> Option<(u8, Range<u32>)> {
    let (_, says) = *PHRASES.get(usize::from(hit.phrase))?;
    let passage = page.passages.get(hit.passage as usize)?;
    if passage.kind == PassageKind::Field && !matches!(passage.key, Some(Key::Title | Key::Description | Key::Contract))
    {
        return None;
    }
    if says == Says::Money {
        return weigh_sign(page, passage, hit);
    }
    let around = Around::of(page, &hit.range());
    let sentence = page.folded(&around.sentence);
    // "£36,400 pa", and not "Erie, PA".
    if page.folded(&hit.range()) == "pa"
        && !around
            .before
            .trim_end()
            .ends_with(|c: char| c.is_ascii_digit() || c == 'k')
    {
        return None;
    }
    // A tag of the publisher's template is not what people read.
    if nearby(page, passage, hit).contains("{%") {
        return None;
    }
    let near = last_words(around.before, 8);
    let behind = first_words(around.after, 14);
    if holds_any(sentence, &OTHERWISE) && !(says == Says::Pay) {
        let strict = holds_any(near, &OTHERWISE) || holds_any(behind, &OTHERWISE);
        if strict || says == Says::Amount {
            return None;
        }
    }
    let missions = page
        .section_kinds(passage)
        .any(|kind| matches!(kind, SectionKind::Missions | SectionKind::Company | SectionKind::Legal));
    let amount = amounts::all(sentence)
        .into_iter()
        .any(|amount| !amount.millions && is_plausible(&amount));
    let qualified = holds_any(behind, &QUALIFIED) || holds_any(last_words(near, 3), &PRAISE);
    let rank = match says {
        Says::Pay | Says::Money => QUALIFIED_ONLY,
        Says::Word | Says::Amount if amount => WITH_AMOUNT,
        Says::Word if qualified && (!missions || passage.folded.end - passage.folded.start <= 160) => QUALIFIED_ONLY,
        Says::Word | Says::Amount => return None,
    };
    let rank = if missions { rank + ELSEWHERE } else { rank };
    Some((rank, passage_of(page, passage, hit, &around)))
}

/// Believes a sign for money when an amount or a word for pay stands behind it.
fn weigh_sign(page: &Page<'_>, passage: &Passage, hit: &Hit) -> Option<(u8, Range<u32>)> {
    let range = behind_sign(page, passage, hit);
    let text = page.folded(&range);
    let tells = !amounts::all(text).is_empty()
        || holds_any(text, words!["salary", "salaire", "remuneration", "pay", "competiti*"]);
    tells.then_some((WITH_AMOUNT, range))
}

/// What stands between a sign for money and the next sign: "💰 35 k€ 🌎 Paris".
fn behind_sign(page: &Page<'_>, passage: &Passage, hit: &Hit) -> Range<u32> {
    let text = page.folded(&(hit.end..passage.folded.end.max(hit.end)));
    let lead = text.len() - text.trim_start().len();
    let end = text.find(|c| c == '|' || is_sign(c)).unwrap_or(text.len());
    let end = text.get(..end).unwrap_or_default().trim_end().len().max(lead);
    super::context::shift(hit.end, &(lead..end))
}

/// A picture that people put before a condition.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

/// An amount that somebody could be paid.
fn is_plausible(amount: &Amount) -> bool {
    (100..=100_000_000).contains(&amount.min_cents)
}

/// The whole line when it is short, else the sentence from the clause that names the pay on.
fn passage_of(page: &Page<'_>, passage: &Passage, hit: &Hit, around: &Around<'_>) -> Range<u32> {
    let sentence = around.sentence.clone();
    let line = passage.folded.clone();
    let mut range = if line.end - line.start <= 110 && !matches!(passage.kind, PassageKind::Field) {
        line
    } else {
        sentence
    };
    // "The gross salary is⏎€66,548": the amount stands in the next line.
    if amounts::all(page.folded(&range)).is_empty() && !amounts::all(page.folded(&around.sentence)).is_empty() {
        range = around.sentence.clone();
    }
    // A line may hold several sentences, and a sentence several lines.
    range = range.start.max(around.sentence.start.min(hit.start))..range.end.min(around.sentence.end.max(hit.end));
    let text = page.folded(&range);
    let at = (hit.start.saturating_sub(range.start)) as usize;
    let head = text.get(..at).unwrap_or_default();
    let cut = head
        .rfind([',', ';', ':', '|'])
        .filter(|_| range.end - range.start > 60 && !amounts_before(head));
    if let Some(cut) = cut {
        range.start += u32::try_from(cut + 1).unwrap_or_default();
        let lead = page.folded(&range);
        range.start += u32::try_from(lead.len() - lead.trim_start().len()).unwrap_or_default();
    }
    if range.end - range.start > LONGEST {
        range.end = range.start + LONGEST;
        let text = page.folded(&(range.start..range.end.min(passage.folded.end.max(range.start))));
        range.end = range.start + u32::try_from(text.rfind(' ').unwrap_or(text.len())).unwrap_or(LONGEST);
        range.end = range.end.max(hit.end);
    }
    range
}

fn amounts_before(head: &str) -> bool {
    !amounts::all(head).is_empty()
}

/// The figure in a passage, with its period; `None` when the period is nowhere said or implied.
fn figure(text: &str, sentence: &str) -> Option<PayRange> {
    let amounts = amounts::all(text);
    let amount = amounts.iter().find(|amount| !amount.millions && is_plausible(amount))?;
    let period = amount
        .period
        .or_else(|| named_period(text))
        .or_else(|| {
            // A line about holidays counts weeks and days of its own.
            let lines = sentence.split('\n');
            lines
                .filter(|line| {
                    !holds_any(
                        line,
                        words!["conges", "vacances", "semaines", "heures", "jours", "rtt", "holiday*"],
                    )
                })
                .find_map(named_period)
        })
        .or_else(|| implied(amount, text))?;
    let before = last_words(text.get(..amount.range.start).unwrap_or_default(), 3);
    let behind = text.get(amount.range.end..).unwrap_or_default();
    let least = holds_any(
        before,
        words!["partir de", "from", "minimum", "au moins", "at least", "min"],
    ) || behind.starts_with('+')
        || behind.trim() == "+"
        || text
            .get(amount.range.clone())
            .is_some_and(|written| written.contains('+'));
    let most = holds_any(before, words!["jusqu'a", "up to", "maximum", "max", "at most"]);
    let (min_cents, max_cents) = match amount.max_cents {
        Some(top) => (Some(amount.min_cents), Some(top)),
        None if least => (Some(amount.min_cents), None),
        None if most => (None, Some(amount.min_cents)),
        None => (Some(amount.min_cents), Some(amount.min_cents)),
    };
    Some(PayRange {
        min_cents,
        max_cents,
        currency: amount.currency,
        period,
    })
}

/// The period that other words of the passage name: "salaire annuel brut : 35 000 €".
fn named_period(text: &str) -> Option<PayPeriod> {
    const NAMES: [(&Words, PayPeriod); 6] = [
        (
            words!["annuel*", "par an", "annual*", "per year", "yearly", "/an"],
            PayPeriod::Year,
        ),
        (
            words!["mensuel*", "par mois", "monthly", "per month", "/mois"],
            PayPeriod::Month,
        ),
        (
            words!["horaire", "de l'heure", "hourly", "per hour", "par heure"],
            PayPeriod::Hour,
        ),
        (
            words!["tjm", "journalier", "par jour", "per day", "daily"],
            PayPeriod::Day,
        ),
        (
            words!["hebdomadaire", "weekly", "per week", "par semaine"],
            PayPeriod::Week,
        ),
        (words!["total", "forfait*", "in all"], PayPeriod::Total),
    ];
    NAMES
        .iter()
        .find(|(words, _)| words.stand_in(text))
        .map(|(_, period)| *period)
}

/// Thousands, and what nobody earns in a month, are for a year; a salary before or after charges that nobody could
/// live on for a year is for a month.
fn implied(amount: &Amount, text: &str) -> Option<PayPeriod> {
    let salary = (100_000..1_000_000).contains(&amount.min_cents)
        && amount.currency == Currency::Eur
        && holds_any(text, &["brut", "bruts", "net", "nets"]);
    if amount.thousands || amount.min_cents >= 1_500_000 {
        Some(PayPeriod::Year)
    } else {
        salary.then_some(PayPeriod::Month)
    }
}
