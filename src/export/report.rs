//! The record of applications: what was sent in a period, to whom, how, and what came back.
//!
//! Employment offices ask for it. It holds dates, organisations, posts, means, contacts, documents and answers; the
//! candidate's notes are private and left out unless asked for.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::csv;
use crate::locale::{Lang, dates, export as say, tracking as words};
use crate::text::clean;
use crate::tracking::Stage;
use crate::tracking::application::{Application, EventKind, Means, Sent};

/// What the record covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A form of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table in Markdown.
    Markdown,
    /// A page to print.
    Html,
    /// For a spreadsheet.
    Csv(csv::Options),
}

/// One application sent.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    date: Date,
    organization: String,
    title: String,
    place: String,
    means: String,
    contact: String,
    documents: String,
    follow_ups: String,
    answer: String,
    notes: Option<String>,
}

/// Writes the record of what `who` sent in `period`, the earliest first, as it stands on the day `today`.
///
/// `who` is empty when nobody gave a name.
#[must_use]
pub fn write<'a>(
    applications: impl IntoIterator<Item = &'a Application>,
    period: Period,
    format: Format,
    notes: bool,
    who: &str,
    today: Date,
    lang: Lang,
) -> String {
    let mut rows: Vec<Row> = applications
        .into_iter()
        .flat_map(|application| sent_in(application, period).map(move |sent| row(application, &sent, notes, lang)))
        .collect();
    rows.sort_by(|a, b| (a.date, &a.organization).cmp(&(b.date, &b.organization)));
    match format {
        Format::Markdown => markdown(&rows, period, notes, &summary(&rows, who, today, lang), lang),
        Format::Html => html(&rows, period, notes, &summary(&rows, who, today, lang), lang),
        Format::Csv(options) => {
            let header = header(notes, lang);
            csv::table(
                std::iter::once(header).chain(rows.iter().map(|row| row.cells(None))),
                options,
            )
        }
    }
}

/// Returns what was sent in the period; an application without a record of it was sent the day of its stage.
fn sent_in(application: &Application, period: Period) -> impl Iterator<Item = Sent> {
    let mut all = application.sent.clone();
    if let (true, Some(date)) = (all.is_empty(), application.sent_on()) {
        all.push(Sent {
            to: application.email().map(str::to_owned),
            ..Sent::new(date, Means::default())
        });
    }
    all.into_iter()
        .filter(move |sent| period.from <= sent.date && sent.date <= period.to)
}

fn row(application: &Application, sent: &Sent, notes: bool, lang: Lang) -> Row {
    let cleaned = |text: &str| clean(text).as_str().replace('\n', " ");
    let follow_ups: Vec<String> = application
        .follow_ups()
        .filter(|day| *day >= sent.date)
        .map(|day| day_cell(lang, day))
        .collect();
    Row {
        date: sent.date,
        organization: cleaned(application.organization()),
        title: cleaned(application.title()),
        place: cleaned(application.place()),
        means: cleaned(say::means(lang, &sent.means)),
        contact: cleaned(sent.to.as_deref().or_else(|| application.email()).unwrap_or_default()),
        documents: cleaned(
            &sent
                .files
                .iter()
                .map(|file| base_name(file))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        follow_ups: follow_ups.join(", "),
        answer: cleaned(&answer(application, sent.date, lang)),
        notes: notes.then(|| clean(&application.notes).into_string()),
    }
}

/// Tells what came back since the day it was sent: interviews and answers with their days.
fn answer(application: &Application, since: Date, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for interview in application
        .interviews
        .iter()
        .filter(|interview| interview.date >= since)
    {
        parts.push(format!(
            "{} {}",
            words::stage(lang, &Stage::Interview),
            day_cell(lang, interview.date)
        ));
    }
    for event in application.history.iter().filter(|event| event.date >= since) {
        let EventKind::Stage(stage) = &event.kind else { continue };
        let told = matches!(stage, Stage::Answered(_) | Stage::NoAnswer | Stage::Withdrawn);
        let interview = *stage == Stage::Interview && application.interviews.is_empty();
        if told || interview {
            parts.push(format!("{} {}", words::stage(lang, stage), day_cell(lang, event.date)));
        }
    }
    if parts.is_empty() {
        say::WAITING.get(lang).to_owned()
    } else {
        parts.join(", ")
    }
}

/// Returns the name of a file without its folders, which are nobody's business.
fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn day_cell(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
        Lang::En => date.to_string(),
    }
}

fn header(notes: bool, lang: Lang) -> Vec<String> {
    let mut header: Vec<String> = say::REPORT_COLUMNS
        .iter()
        .map(|column| column.get(lang).to_owned())
        .collect();
    if notes {
        header.push(say::REPORT_NOTES.get(lang).to_owned());
    }
    header
}

impl Row {
    /// Returns the cells; days as `2026-11-20` for programs, or as people of this language write them.
    fn cells(&self, lang: Option<Lang>) -> Vec<String> {
        let date = lang.map_or_else(|| self.date.to_string(), |lang| day_cell(lang, self.date));
        let mut cells = vec![date];
        cells.extend(
            [
                &self.organization,
                &self.title,
                &self.place,
                &self.means,
                &self.contact,
                &self.documents,
                &self.follow_ups,
                &self.answer,
            ]
            .map(Clone::clone),
        );
        cells.extend(self.notes.clone());
        cells
    }
}

fn markdown(rows: &[Row], period: Period, notes: bool, summary: &str, lang: Lang) -> String {
    let mut text = format!("# {}\n\n{}\n\n", title(period, lang), markdown_cell(summary));
    if rows.is_empty() {
        return text;
    }
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| markdown_cell(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let header = header(notes, lang);
    text.push_str(&line(&header));
    text.extend(["|", &" --- |".repeat(header.len()), "\n"]);
    for row in rows {
        text.push_str(&line(&row.cells(Some(lang))));
    }
    text
}

/// Escapes what would be mark-up, so that a title is shown as it was written.
fn markdown_cell(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for letter in cell.chars() {
        match letter {
            '\n' => out.push_str("<br>"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '&' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

fn title(period: Period, lang: Lang) -> String {
    say::report_title(lang, &dates::full(lang, period.from), &dates::full(lang, period.to))
}

fn summary(rows: &[Row], who: &str, today: Date, lang: Lang) -> String {
    let counted = say::report_summary(lang, rows.len(), &dates::full(lang, today));
    match clean(who).one_line().as_str().trim() {
        "" => counted,
        who => format!("{who}. {counted}"),
    }
}

fn html(rows: &[Row], period: Period, notes: bool, summary: &str, lang: Lang) -> String {
    let mut text = String::new();
    let language = match lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    let title = html_text(&title(period, lang));
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>\n",
        html_text(summary)
    );
    if !rows.is_empty() {
        text.push_str("<table>\n<thead>\n<tr>");
        for cell in header(notes, lang) {
            let _ = write!(text, "<th scope=\"col\">{}</th>", html_text(&cell));
        }
        text.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in rows {
            text.push_str("<tr>");
            for cell in row.cells(Some(lang)) {
                let _ = write!(text, "<td>{}</td>", breakable(&html_text(&cell)));
            }
            text.push_str("</tr>\n");
        }
        text.push_str("</tbody>\n</table>\n");
    }
    text.push_str("</body>\n</html>\n");
    text
}

/// Prints on A4 in landscape; nothing is loaded from anywhere.
const STYLE: &str = "\
@page { size: A4 landscape; margin: 15mm; }
body { font: 10pt/1.4 system-ui, sans-serif; color: #1e2030; margin: 2em auto; max-width: 78em; padding: 0 1em; }
h1 { font-size: 15pt; margin: 0 0 .3em; }
p { color: #5a607a; margin: 0 0 1.2em; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #c9cde0; padding: .4em .6em; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #1e2030; white-space: nowrap; }
td:first-child { white-space: nowrap; }
td { overflow-wrap: break-word; white-space: pre-line; }
td:nth-child(6) { min-width: 11em; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
";

/// Lets an address or a link be broken where a person would break it.
fn breakable(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut letters = html.chars().peekable();
    while let Some(letter) = letters.next() {
        let inside = letters.peek().is_some_and(|next| next.is_alphanumeric());
        // An address is broken before its @, a link after a slash.
        match letter {
            '@' => out.push_str("<wbr>@"),
            '/' if inside => out.push_str("/<wbr>"),
            other => out.push(other),
        }
    }
    out
}

fn html_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::export::csv::tests::{TODAY, shortlist};

    const NOVEMBER: Period = Period {
        from: date(2026, 11, 1),
        to: date(2026, 11, 30),
    };

    fn report(format: Format, notes: bool, lang: Lang) -> String {
        write(shortlist().iter(), NOVEMBER, format, notes, "Ada Exemple", TODAY, lang)
    }

    #[test]
    fn the_record_holds_what_was_sent_and_what_came_back() {
        let text = report(Format::Markdown, false, Lang::Fr);
        assert!(
            text.starts_with("# Relevé de candidatures du 1er novembre 2026 au 30 novembre 2026\n"),
            "{text}"
        );
        assert!(
            text.contains("\nAda Exemple. 2 candidatures envoyées. Établi le"),
            "{text}"
        );
        assert!(text.contains("| 05/11/2026 | Atelier des cartes |"), "{text}");
        assert!(
            text.contains("cv.pdf, lettre.pdf | 15/11/2026 | entretien 24/11/2026 |"),
            "{text}"
        );
        assert!(
            text.contains("| formulaire |") && text.contains("| refus 18/11/2026 |"),
            "{text}"
        );
        assert_eq!(
            text.lines().filter(|line| line.starts_with("| 0")).count(),
            2,
            "what was only kept is not in it"
        );
    }

    #[test]
    fn notes_are_private_unless_asked_for() {
        for format in [Format::Markdown, Format::Html, Format::Csv(csv::Options::default())] {
            assert!(!report(format, false, Lang::Fr).contains("privée"));
            assert!(report(format, true, Lang::Fr).contains("privée"));
        }
    }

    #[test]
    fn the_period_leaves_out_what_was_sent_before_and_after() {
        let week = Period {
            from: date(2026, 11, 6),
            to: date(2026, 11, 9),
        };
        let text = write(
            shortlist().iter(),
            week,
            Format::Csv(csv::Options::default()),
            false,
            "",
            TODAY,
            Lang::En,
        );
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(
            text.contains("2026-11-09,Atelier des cartes,Développeur·se Rust,Lyon,form,"),
            "{text}"
        );
    }

    #[test]
    fn a_page_shows_titles_as_they_were_written() {
        let mut shortlist = shortlist();
        let mut hostile = shortlist
            .iter()
            .find(|application| application.id.as_str() == "carto")
            .unwrap()
            .clone();
        hostile.offer.title = "<script>alert(1)</script> | *a*".into();
        shortlist.put(hostile);
        let page = |format| write(shortlist.iter(), NOVEMBER, format, false, "", TODAY, Lang::Fr);
        let html = page(Format::Html);
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
        assert!(page(Format::Markdown).contains("\\<script\\>alert(1)\\</script\\> \\| \\*a\\*"));
    }
}
