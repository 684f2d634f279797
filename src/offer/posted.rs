//! The day the offer was posted: front matter, else the text, else the date in the file's name.

use super::context::{holds_any, shift};
use super::dates;
use super::facts::{Evidence, Fact, Origin};
use super::keys::Key;
use super::page::{Page, PassageKind, Topic};
use super::words::words;

use jiff::civil::Date;

/// Words before a date of posting in prose.
pub(super) const PHRASES: &[(&str, ())] = &[
    ("publie le", ()),
    ("publiee le", ()),
    ("publication le", ()),
    ("date de publication", ()),
    ("mis en ligne le", ()),
    ("mise en ligne le", ()),
    ("paru le", ()),
    ("parue le", ()),
    ("poste ouvert le", ()),
    ("offre ouverte le", ()),
    ("posted on", ()),
    ("posted", ()),
    ("published on", ()),
    ("date posted", ()),
];

/// Keys that can only be a posting date come before those that publishers also use for their own pages.
fn rank(key: &str) -> u8 {
    match key {
        "date" => 1,
        "publishdate" | "sort_date" | "sortdate" | "ouverture" | "opens" => 2,
        _ => 0,
    }
}

/// Reads the day from the text.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<Date>> {
    in_fields(page).or_else(|| in_text(page)).or_else(|| alone(page))
}

fn in_fields(page: &Page<'_>) -> Option<Fact<Date>> {
    let mut found: Option<(u8, Fact<Date>)> = None;
    for field in &page.front.fields {
        if super::keys::meaning(&field.folded) != Some(Key::DatePosted) {
            continue;
        }
        let Some(passage) = page.fields().iter().find(|passage| {
            let source = page.source_of_folded(&passage.value);
            source.start >= field.span.start && source.start < field.span.end
        }) else {
            continue;
        };
        let Some(written) = dates::all(page.folded(&passage.value))
            .into_iter()
            .find(|written| written.first.date().is_some())
        else {
            continue;
        };
        let Some(day) = written.first.date() else { continue };
        let rank = rank(&field.folded);
        if found.as_ref().is_none_or(|(best, _)| rank < *best) {
            let range = shift(passage.value.start, &written.range);
            found = Some((rank, page.fact(day, &range)));
        }
    }
    found.map(|(_, fact)| fact)
}

/// A line at the top that is a day and nothing else.
fn alone(page: &Page<'_>) -> Option<Fact<Date>> {
    const LONGEST: usize = 30;
    page.body().iter().take(3).find_map(|passage| {
        let text = Some(page.folded(&passage.folded)).filter(|text| text.len() <= LONGEST)?;
        let written = dates::all(text).into_iter().next()?;
        let whole = written.range.start == 0 && written.range.end == text.len();
        let day = written
            .first
            .date()
            .filter(|_| whole && passage.kind == PassageKind::Line && passage.key.is_none())?;
        Some(page.fact(day, &passage.folded))
    })
}

fn in_text(page: &Page<'_>) -> Option<Fact<Date>> {
    for passage in page.body() {
        if passage.key == Some(Key::DatePosted)
            && passage.kind != PassageKind::Code
            && let Some(written) = dates::all(page.folded(&passage.value)).into_iter().next()
            && let Some(day) = written.first.date()
        {
            return Some(page.fact(day, &shift(passage.value.start, &written.range)));
        }
    }
    page.hits(Topic::Posted).iter().find_map(|hit| {
        let passage = page.passages.get(hit.passage as usize)?;
        if passage.kind == PassageKind::Field {
            return None;
        }
        let after = page.folded(&(hit.end..passage.folded.end));
        let written = dates::all(after)
            .into_iter()
            .next()
            .filter(|written| written.range.start <= 6)?;
        let day = written.first.date()?;
        // "La loi publiée le 3 mars 2014" is about something else.
        let before = page.folded(&(passage.folded.start..hit.start));
        let about = holds_any(
            before,
            words!["loi", "decret", "article", "rapport", "arrete", "livre", "etude"],
        );
        (!about).then(|| page.fact(day, &shift(hit.end, &written.range)))
    })
}

/// Reads the date in a file's name: `2024-04-09-title.md`, `…/20240409_title.md`.
#[must_use]
pub fn in_file_name(path: &str) -> Option<Fact<Date>> {
    let name = path.rsplit('/').next()?;
    let day = dashed(name).or_else(|| compact(name))?;
    Some(Fact {
        value: day,
        evidence: vec![Evidence {
            origin: Origin::FileName,
            inferred: None,
        }],
    })
}

fn dashed(name: &str) -> Option<Date> {
    let start = name.find(|c: char| c.is_ascii_digit())?;
    let rest = name.get(start..)?;
    let head: String = rest
        .chars()
        .take(10)
        .map(|c| if c == '_' || c == '.' { '-' } else { c })
        .collect();
    let next = rest.chars().nth(10);
    let closed = next.is_none_or(|c| !c.is_ascii_digit());
    (start == 0 && closed && head.len() == 10)
        .then(|| head.parse::<Date>().ok())
        .flatten()
        .filter(|day| plausible(*day))
}

fn compact(name: &str) -> Option<Date> {
    let digits = name
        .get(..8)
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let closed = !name.as_bytes().get(8).is_some_and(u8::is_ascii_digit);
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let day = Date::new(
        part(0, 4)?,
        i8::try_from(part(4, 6)?).ok()?,
        i8::try_from(part(6, 8)?).ok()?,
    )
    .ok()?;
    (closed && plausible(day)).then_some(day)
}

fn plausible(day: Date) -> bool {
    (1990..=2099).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_of_file_names() {
        for (path, expected) in [
            ("jobs/2024-04-09-stage.md", Some(date(2024, 4, 9))),
            ("2020_03_01 offre.md", Some(date(2020, 3, 1))),
            ("20210504-poste.md", Some(date(2021, 5, 4))),
            ("2014-02-frontend.md", None),
            ("job-2018.md", None),
            ("2024-13-40-x.md", None),
            ("2024-04-09/readme.md", None),
        ] {
            assert_eq!(in_file_name(path).map(|fact| fact.value), expected, "{path}");
        }
    }
}
