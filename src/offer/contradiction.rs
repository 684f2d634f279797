//! Doubts about the dates and the length of the work, with the passages that raise them.

use std::ops::Range;

use jiff::civil::Date;

use super::deadline::Deadlines;
use super::duration::Disagreement;
use super::facts::{Duration, Evidence, Fact, Facts, Origin, Start};
use super::page::Page;
use super::warning::{Warning, WarningCode};

/// Days by which a deadline may lie before the start: beyond, one of the two years is probably a slip.
const LONGEST_WAIT_DAYS: i32 = 300;

/// Finds the doubts.
pub(super) fn find(
    page: &Page<'_>,
    facts: &Facts,
    disagreement: Option<&Disagreement>,
    deadlines: &Deadlines,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    warnings.extend(disagreement.map(|found| durations(page, found)));
    if let Some(deadline) = &facts.deadline {
        warnings.extend(two_deadlines(page, deadline, deadlines));
        warnings.extend(year_inferred(page, deadline));
        warnings.extend(before_posting(page, deadline, facts));
        warnings.extend(start_doubt(page, deadline, facts));
    }
    warnings
}

fn warning(page: &Page<'_>, code: WarningCode, passages: Vec<Range<usize>>, details: Vec<String>) -> Warning {
    let line = passages.first().map_or(1, |first| page.line(first.start));
    Warning {
        code,
        line,
        passages,
        details,
    }
}

fn span(evidence: &[Evidence]) -> Vec<Range<usize>> {
    evidence
        .iter()
        .filter_map(|evidence| match &evidence.origin {
            Origin::Text { span, .. } => Some(span.clone()),
            Origin::FileName | Origin::Candidate => None,
        })
        .take(1)
        .collect()
}

fn durations(page: &Page<'_>, found: &Disagreement) -> Warning {
    let (believed, at) = &found.believed;
    let (other, elsewhere) = &found.other;
    warning(
        page,
        WarningCode::DurationContradiction,
        vec![at.clone(), elsewhere.clone()],
        vec![months(*believed), months(*other)],
    )
}

/// Writes a duration in months: `6`, `3–6`, `≥ 3`, `≤ 6`, `2.3`.
fn months(duration: Duration) -> String {
    let count = |tenths: u16| match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    };
    match duration.max_tenths {
        None => format!("≥\u{a0}{}", count(duration.min_tenths)),
        Some(most) if most == duration.min_tenths => count(most),
        Some(most) if duration.min_tenths == 0 => format!("≤\u{a0}{}", count(most)),
        Some(most) => format!("{}–{}", count(duration.min_tenths), count(most)),
    }
}

fn two_deadlines(page: &Page<'_>, deadline: &Fact<Date>, deadlines: &Deadlines) -> Option<Warning> {
    let (other, at) = deadlines.other.as_ref()?;
    let mut passages = span(&deadline.evidence);
    passages.push(at.clone());
    Some(warning(
        page,
        WarningCode::TwoDeadlines,
        passages,
        vec![deadline.value.to_string(), other.to_string()],
    ))
}

fn year_inferred(page: &Page<'_>, deadline: &Fact<Date>) -> Option<Warning> {
    let inferred = deadline.evidence.first()?.inferred.is_some();
    inferred.then(|| {
        warning(
            page,
            WarningCode::DeadlineYearInferred,
            span(&deadline.evidence),
            vec![deadline.value.to_string()],
        )
    })
}

fn before_posting(page: &Page<'_>, deadline: &Fact<Date>, facts: &Facts) -> Option<Warning> {
    let posted = facts
        .date_posted
        .as_ref()
        .filter(|posted| posted.value > deadline.value)?;
    let mut passages = span(&deadline.evidence);
    passages.extend(span(&posted.evidence));
    Some(warning(
        page,
        WarningCode::DeadlineBeforePosting,
        passages,
        vec![deadline.value.to_string(), posted.value.to_string()],
    ))
}

fn start_doubt(page: &Page<'_>, deadline: &Fact<Date>, facts: &Facts) -> Option<Warning> {
    let start = facts.start.as_ref()?;
    let (first, last, written) = match start.value {
        Start::Asap => return None,
        Start::Day(day) => (day, day, day.to_string()),
        Start::Month { year, month } => {
            let first = Date::new(year, month, 1).ok()?;
            (first, first.last_of_month(), format!("{year:04}-{month:02}"))
        }
    };
    let wait = deadline.value.until(first).map_or(0, |span| span.get_days());
    if wait <= LONGEST_WAIT_DAYS && deadline.value <= last {
        return None;
    }
    let mut passages = span(&deadline.evidence);
    passages.extend(span(&start.evidence));
    Some(warning(
        page,
        WarningCode::DeadlineStartDoubt,
        passages,
        vec![deadline.value.to_string(), written],
    ))
}
