//! The sample offers of `offers/`, embedded in the program: what is shown when no folder is given.
//!
//! Five of them retell old announcements and keep their dates. The invented ones must look alive on any day: their
//! dates are followed by a mark, `<!-- +9d -->` or `# +2m`, how many days or months they lie from [`WRITTEN_ON`].
//! Here each marked date is replaced by the one that lies as far from today, in the same words, and the mark is
//! dropped. The interface says so above the list. Read from the folder like anybody's offers, the files state the
//! dates that they were written with.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::locale::Lang;
use crate::locale::dates;

/// The day from which the marks of the samples count.
pub const WRITTEN_ON: Date = jiff::civil::date(2026, 11, 20);

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        /// Name and content of each sample, by name, as they stand in the folder.
        pub const SAMPLES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/offers/", $name)))),*
        ];
    };
}

samples![
    "README.md",
    "accessibility-auditor.md",
    "alternance-administration-systemes.md",
    "benevole-atelier-reparation.md",
    "cartographie-services-publics.md",
    "charge-deploiement-pourvu.md",
    "decider-ensemble-recherche.md",
    "democratie-ouverte-enquete-labo.md",
    "democratie-ouverte-mesure-impact.md",
    "designer-brouillon.md",
    "developpeur-rust-donnees-ouvertes.md",
    "internship-research-software.md",
    "job-etudiant-accueil-musee.md",
    "mediation-numerique-yaml-abime.md",
    "osp-assistant-communication.md",
    "osp-consultant-junior.md",
    "phd-plain-language-law.md",
    "postdoc-bird-migration.md",
    "service-civique-bibliotheque.txt",
];

/// Returns the text of a sample with its marked dates counted from `today`.
#[must_use]
pub fn dated(text: &str, today: Date) -> String {
    text.split_inclusive('\n').map(|line| dated_line(line, today)).collect()
}

/// Replaces the marked date of a line, if there is one.
fn dated_line(line: &str, today: Date) -> String {
    let Some(mark) = Mark::find(line) else {
        return line.to_owned();
    };
    let (before, after) = (line[..mark.start].trim_end(), &line[mark.end..]);
    let (then, now) = (mark.from(WRITTEN_ON), mark.from(today));
    let found = FORMS
        .iter()
        .find_map(|form| before.rfind(&form(then)).map(|at| (at, form)));
    match found {
        Some((at, form)) => format!(
            "{}{}{}{after}",
            &before[..at],
            form(now),
            &before[at + form(then).len()..]
        ),
        None => line.to_owned(),
    }
}

/// The ways in which the samples write a date. The longest first: `2026-11` begins every day of that month.
const FORMS: &[fn(Date) -> String] = &[
    |date| date.to_string(),
    |date| dates::full(Lang::Fr, date),
    |date| dates::full(Lang::En, date),
    |date| {
        format!(
            "{} {}{}, {}",
            dates::month(Lang::En, date.month()),
            date.day(),
            ordinal(date.day()),
            date.year()
        )
    },
    |date| format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
    |date| format!("{} {}", dates::month(Lang::Fr, date.month()), date.year()),
    |date| format!("{} {}", dates::month(Lang::En, date.month()), date.year()),
    |date| format!("{:04}-{:02}", date.year(), date.month()),
];

/// Returns what English writes after the number of a day.
fn ordinal(day: i8) -> &'static str {
    match (day, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// How far a date lies from the day that marks count from, and where the mark stands in its line.
struct Mark {
    distance: Span,
    start: usize,
    end: usize,
}

impl Mark {
    /// Finds `<!-- +9d -->`, or `# +9d` at the end of a line.
    fn find(line: &str) -> Option<Self> {
        let (start, inner, end) = if let Some(start) = line.find("<!--") {
            let inner = &line[start + 4..];
            let length = inner.find("-->")?;
            (start, &inner[..length], start + 4 + length + 3)
        } else {
            let start = line.rfind("# ")?;
            let content = line.trim_end_matches(['\r', '\n']);
            (start, content.get(start + 1..)?, content.len())
        };
        let distance = distance(inner.trim())?;
        Some(Self { distance, start, end })
    }

    fn from(&self, day: Date) -> Date {
        day.saturating_add(self.distance)
    }
}

/// Reads `+9d` or `-2m`.
fn distance(mark: &str) -> Option<Span> {
    let number = mark.get(..mark.len().checked_sub(1)?)?;
    if !number.starts_with(['+', '-']) {
        return None;
    }
    let number: i32 = number.parse().ok()?;
    match mark.as_bytes().last()? {
        b'd' => Some(number.days()),
        b'm' => Some(number.months()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn marked_dates_are_counted_from_today_in_the_same_words() {
        let today = date(2030, 2, 27);
        let cases = [
            ("fin: 2026-11-22 # +2d\n", "fin: 2030-03-01\n"),
            (
                "**avant le 22 novembre 2026 <!-- +2d -->**",
                "**avant le 1er mars 2030**",
            ),
            ("by 22 November 2026<!-- +2d -->.", "by 1 March 2030."),
            (
                "deadline: \"December 4th, 2026\" # +14d\r\n",
                "deadline: \"March 13th, 2030\"\r\n",
            ),
            ("publié le: 18/11/2026 # -2d", "publié le: 25/02/2030"),
            ("dès janvier 2027 <!-- +2m --> |", "dès avril 2030 |"),
            ("start_date: 2027-03 # +4m", "start_date: 2030-06"),
        ];
        for (written, expected) in cases {
            assert_eq!(dated(written, today), expected);
        }
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in [
            "# Titre\n",
            "a # b\n",
            "2020-01-01 # +2d\n",
            "<!-- note -->",
            "# +",
            "x <!-- +2d",
        ] {
            assert_eq!(dated(text, date(2030, 1, 1)), text);
        }
    }

    #[test]
    fn every_mark_of_the_samples_is_understood() {
        for (name, text) in SAMPLES.iter().filter(|(name, _)| *name != "README.md") {
            let now = dated(text, date(2033, 6, 15));
            assert!(
                !now.contains("<!-- +") && !now.contains("# +") && !now.contains("# -"),
                "{name}: {now}"
            );
            assert_eq!(
                dated(text, WRITTEN_ON).contains("2026"),
                text.contains("2026"),
                "{name}"
            );
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let mut names: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/offers"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, SAMPLES.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }
}
