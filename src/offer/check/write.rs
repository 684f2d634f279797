//! The report of [`super::check`] written for people, for programs and for the annotations of GitHub.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{FileReport, Finding, FindingKind, Severity};
use crate::locale::{Lang, findings};
use crate::offer::FactKind;
use crate::text::{clean, clean_visibly};

/// Writes what was read and found, a block for each file: `path:line: severity: sentence`.
#[must_use]
pub fn human(reports: &[FileReport], lang: Lang) -> String {
    let mut text = String::new();
    for report in reports {
        let path = clean_visibly(&report.path);
        let title = report
            .title
            .as_deref()
            .map_or_else(String::new, |title| clean(title).to_string());
        let _ = writeln!(text, "{path}{}{title}", if title.is_empty() { "" } else { "  " });
        if report.is_offer {
            let names: Vec<&str> = report
                .read
                .iter()
                .map(|fact| findings::fact_name(lang, *fact))
                .collect();
            let _ = writeln!(text, "  {}", findings::facts_read(lang, &names.join(", ")));
        }
        for finding in &report.findings {
            let _ = writeln!(
                text,
                "  {}:{}: {}",
                clean_visibly(file_of(&report.path)),
                finding.line,
                findings::with_severity(lang, finding.severity, &sentence(finding, lang))
            );
        }
    }
    text
}

/// Says a finding as one clean sentence.
#[must_use]
pub fn sentence(finding: &Finding, lang: Lang) -> String {
    let words = match &finding.kind {
        FindingKind::Doubt(warning) => findings::warning(lang, warning),
        FindingKind::Missing(fact) => findings::missing(lang, *fact),
        FindingKind::PastDeadline(day) => findings::past_deadline(lang, *day),
        FindingKind::NotAnOffer(reason) => findings::left_out(lang, *reason),
    };
    clean(&words).to_string().replace('\n', " ")
}

/// Returns the reports as a JSON array.
#[must_use]
pub fn json(reports: &[FileReport], lang: Lang) -> Value {
    let finding = |finding: &Finding| {
        json!({
            "severity": severity_name(finding.severity),
            "code": code(finding),
            "line": finding.line,
            "message": sentence(finding, lang),
        })
    };
    reports
        .iter()
        .map(|report| {
            json!({
                "path": report.path,
                "title": report.title,
                "is_offer": report.is_offer,
                "read": report.read.iter().map(|fact| fact.as_str()).collect::<Vec<_>>(),
                "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// Writes the findings as workflow commands of GitHub: `::warning file=offres/a.md,line=3::…`.
///
/// `root` stands before the paths, so that they are those of the repository; it may be empty.
#[must_use]
pub fn github(reports: &[FileReport], root: &str, lang: Lang) -> String {
    let mut text = String::new();
    for report in reports {
        let file = file_of(&report.path);
        let file = match root.trim_end_matches('/') {
            "" | "." => file.to_owned(),
            root => format!("{root}/{file}"),
        };
        for finding in &report.findings {
            let command = severity_name(finding.severity);
            let message = escaped(&sentence(finding, lang));
            let file = escaped(clean_visibly(&file).as_str())
                .replace(':', "%3A")
                .replace(',', "%2C");
            let _ = writeln!(text, "::{command} file={file},line={}::{message}", finding.line);
        }
    }
    text
}

/// The file of a report: several offers of one file share its path before `#`.
fn file_of(path: &str) -> &str {
    // No anchor has a dot, and every file that holds offers has an extension.
    match path.rsplit_once('#') {
        Some((file, anchor)) if !anchor.contains(['.', '/']) => file,
        _ => path,
    }
}

/// Escapes what would end a workflow command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The name of a finding for programs.
fn code(finding: &Finding) -> String {
    match &finding.kind {
        FindingKind::Doubt(warning) => warning.code.as_str().to_owned(),
        FindingKind::Missing(fact) => format!("missing_{}", missing_name(*fact)),
        FindingKind::PastDeadline(_) => "past_deadline".to_owned(),
        FindingKind::NotAnOffer(_) => "not_an_offer".to_owned(),
    }
}

const fn missing_name(fact: FactKind) -> &'static str {
    match fact {
        FactKind::Contacts => "contact",
        other => other.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn reports() -> Vec<FileReport> {
        vec![FileReport {
            path: "offres/a, b.md".into(),
            title: Some("Stage".into()),
            is_offer: true,
            read: vec![FactKind::Title, FactKind::Pay],
            findings: vec![
                Finding {
                    severity: Severity::Notice,
                    line: 1,
                    kind: FindingKind::Missing(FactKind::Contacts),
                },
                Finding {
                    severity: Severity::Warning,
                    line: 9,
                    kind: FindingKind::PastDeadline(date(2023, 9, 1)),
                },
            ],
        }]
    }

    #[test]
    fn for_people() {
        assert_eq!(
            human(&reports(), Lang::En),
            "offres/a, b.md  Stage\n  read: title, pay\n  offres/a, b.md:1: notice: contact: not stated\n  offres/a, \
             b.md:9: warning: The deadline (1 September 2023) has passed and nothing says that the offer is closed\n"
        );
    }

    #[test]
    fn for_github() {
        assert_eq!(
            github(&reports(), "site/", Lang::En),
            "::notice file=site/offres/a%2C b.md,line=1::contact: not stated\n::warning file=site/offres/a%2C \
             b.md,line=9::The deadline (1 September 2023) has passed and nothing says that the offer is closed\n"
        );
    }

    #[test]
    fn a_message_cannot_end_its_command() {
        assert_eq!(escaped("50 %\r\n::error::x"), "50 %25%0D%0A::error::x");
    }

    #[test]
    fn for_programs() {
        let value = json(&reports(), Lang::Fr);
        assert_eq!(value[0]["findings"][0]["code"], "missing_contact");
        assert_eq!(value[0]["findings"][1]["severity"], "warning");
        assert_eq!(value[0]["read"][1], "pay");
    }
}
