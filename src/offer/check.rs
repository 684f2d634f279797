//! What those who write offers should know about theirs: what was read of each file, what is missing, what contradicts.
//!
//! [`check`] looks at what [`super::read`] gave; [`write`](mod@write) says it to people, to programs and to GitHub.

pub mod write;

use jiff::civil::Date;

use super::{EmploymentType, FactKind, Facts, NotAnOfferReason, Offer, Reading, Warning, WarningCode};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; nobody is misled.
    Notice,
    /// A reader is misled or stranded: `--strict` fails.
    Warning,
    /// The file could not be read as it was meant: `--strict` fails.
    Error,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// A contradiction or doubt met while reading.
    Doubt(Warning),
    /// A fact that candidates look for and the offer does not state.
    Missing(FactKind),
    /// The deadline has passed, and nothing says that the offer is closed.
    PastDeadline(Date),
    /// The file was not taken for an offer.
    NotAnOffer(NotAnOfferReason),
}

/// One thing to know about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Line in the file, from 1.
    pub line: usize,
    /// What was found.
    pub kind: FindingKind,
}

/// What was read of one offer, or of a file that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// See [`Offer::path`].
    pub path: String,
    /// The title, when one was read.
    pub title: Option<String>,
    /// False when the file was not taken for an offer.
    pub is_offer: bool,
    /// The facts that were read.
    pub read: Vec<FactKind>,
    /// What there is to say, by line.
    pub findings: Vec<Finding>,
}

impl FileReport {
    /// Returns the highest severity of its findings.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }

    /// Tells whether `--strict` fails on it.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.worst().is_some_and(|worst| worst >= Severity::Warning)
    }
}

/// Reports on the offers of one file, on the day `today`; `path` is that of the file.
#[must_use]
pub fn check(path: &str, reading: &Reading, today: Date) -> Vec<FileReport> {
    match reading {
        Reading::Offers(offers) => offers.iter().map(|offer| of_offer(offer, today)).collect(),
        Reading::NotAnOffer(not) => {
            let reason = Finding {
                severity: Severity::Notice,
                line: 1,
                kind: FindingKind::NotAnOffer(not.reason),
            };
            let findings = std::iter::once(reason).chain(not.warnings.iter().map(doubt)).collect();
            vec![FileReport {
                path: path.to_owned(),
                title: not.title.clone(),
                is_offer: false,
                read: Vec::new(),
                findings: by_line(findings),
            }]
        }
    }
}

fn of_offer(offer: &Offer, today: Date) -> FileReport {
    let facts = &offer.facts;
    let mut findings: Vec<Finding> = offer.warnings.iter().map(doubt).collect();
    // What one of several offers of a file lacks is said where that offer begins.
    let title = facts.title.as_ref().and_then(|title| title.evidence.first());
    let top = if offer.range.start == 0 {
        1
    } else {
        title.and_then(super::Evidence::line).unwrap_or(1)
    };
    findings.extend(past_deadline(facts, today));
    findings.extend(missing(facts).into_iter().map(|fact| Finding {
        severity: if fact == FactKind::Contacts {
            Severity::Warning
        } else {
            Severity::Notice
        },
        line: top,
        kind: FindingKind::Missing(fact),
    }));
    FileReport {
        path: offer.path.clone(),
        title: facts.title.as_ref().map(|fact| fact.value.clone()),
        is_offer: true,
        read: FactKind::ALL
            .into_iter()
            .filter(|fact| !facts.evidence(*fact).is_empty())
            .collect(),
        findings: by_line(findings),
    }
}

fn by_line(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| (finding.line, std::cmp::Reverse(finding.severity)));
    findings
}

fn doubt(warning: &Warning) -> Finding {
    Finding {
        severity: severity(warning.code),
        line: warning.line,
        kind: FindingKind::Doubt(warning.clone()),
    }
}

const fn severity(code: WarningCode) -> Severity {
    match code {
        WarningCode::FrontMatterUnreadable => Severity::Error,
        WarningCode::DeadlineYearInferred
        | WarningCode::SeveralOffers
        | WarningCode::MailtoFieldsDropped
        | WarningCode::Encoding => Severity::Notice,
        WarningCode::DurationContradiction
        | WarningCode::DeadlineBeforePosting
        | WarningCode::DeadlineStartDoubt
        | WarningCode::TwoDeadlines
        | WarningCode::PublishedContradiction
        | WarningCode::AddressDiffers
        | WarningCode::AddressRefused
        | WarningCode::FieldUnreadable
        | WarningCode::MisspeltKey => Severity::Warning,
    }
}

/// A deadline behind us on an offer that does not say that it is closed; a warning when it says that it is open.
fn past_deadline(facts: &Facts, today: Date) -> Option<Finding> {
    let deadline = facts.deadline.as_ref().filter(|deadline| deadline.value < today)?;
    let severity = match facts.published.as_ref().map(|published| published.value) {
        Some(false) => return None,
        Some(true) => Severity::Warning,
        None => Severity::Notice,
    };
    let line = deadline.evidence.first().and_then(super::Evidence::line).unwrap_or(1);
    Some(Finding {
        severity,
        line,
        kind: FindingKind::PastDeadline(deadline.value),
    })
}

/// The facts that candidates look for and that are not stated. A page to apply on stands in for an address, remote work
/// for a place, and a permanent contract needs no duration.
fn missing(facts: &Facts) -> Vec<FactKind> {
    let stated = |fact: FactKind| !facts.evidence(fact).is_empty();
    let remote = facts.remote.as_ref().is_some_and(|remote| remote.value);
    let permanent = facts
        .employment_types
        .iter()
        .any(|kind| kind.value == EmploymentType::Permanent);
    [
        (
            FactKind::Contacts,
            stated(FactKind::Contacts) || stated(FactKind::ApplyUrls) || stated(FactKind::Phones),
        ),
        (FactKind::Deadline, stated(FactKind::Deadline)),
        (FactKind::Pay, stated(FactKind::Pay)),
        (FactKind::Place, stated(FactKind::Place) || remote),
        (FactKind::Duration, stated(FactKind::Duration) || permanent),
    ]
    .into_iter()
    .filter_map(|(fact, stated)| (!stated).then_some(fact))
    .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::offer::{self, NotAnOffer, OfferFile};

    fn report(text: &str) -> FileReport {
        let file = OfferFile {
            path: "offres/stage.md",
            text,
            modified: None,
        };
        check("offres/stage.md", &offer::read(&file), date(2024, 6, 1)).remove(0)
    }

    fn kinds(report: &FileReport) -> Vec<(Severity, FindingKind)> {
        report
            .findings
            .iter()
            .map(|finding| (finding.severity, finding.kind.clone()))
            .collect()
    }

    const COMPLETE: &str = "# Stage en médiation\n\nNous proposons un stage de 6 mois à Nantes.\n\n- Lieu : Nantes\n- Durée : 6 \
                            mois\n- Gratification légale\n- Date limite de candidature : 1er septembre 2024\n\n## Candidater\n\n\
                            Envoyez votre CV à rh@passerelles.example.\n";

    #[test]
    fn a_complete_offer_has_nothing_to_say() {
        let report = report(COMPLETE);
        assert_eq!(kinds(&report), []);
        assert!(report.is_offer && !report.fails());
        assert!(report.read.contains(&FactKind::Deadline) && report.read.contains(&FactKind::Contacts));
    }

    #[test]
    fn what_is_missing_is_said() {
        let text = "# Stage en médiation\n\nNous proposons un stage pour l'été, et nous recrutons une personne curieuse.\n\n\
                    ## Candidater\n\nEnvoyez votre CV à rh@passerelles.example.\n";
        assert_eq!(
            kinds(&report(text)),
            [FactKind::Deadline, FactKind::Pay, FactKind::Place, FactKind::Duration]
                .map(|fact| (Severity::Notice, FindingKind::Missing(fact)))
        );
    }

    #[test]
    fn a_past_deadline_still_open_fails() {
        let open = format!("---\npublished: true\n---\n{}", COMPLETE.replace("2024", "2023"));
        let report = report(&open);
        assert_eq!(
            kinds(&report),
            [(Severity::Warning, FindingKind::PastDeadline(date(2023, 9, 1)))]
        );
        assert_eq!(report.findings[0].line, 11);
        assert!(report.fails());
    }

    #[test]
    fn a_past_deadline_of_a_closed_offer_is_fine() {
        let closed = format!("---\npublished: false\n---\n{}", COMPLETE.replace("2024", "2023"));
        assert_eq!(kinds(&report(&closed)), []);
    }

    #[test]
    fn a_file_that_is_no_offer_says_why() {
        let reading = Reading::NotAnOffer(NotAnOffer {
            reason: NotAnOfferReason::Empty,
            title: None,
            warnings: Vec::new(),
        });
        let report = check("vide.md", &reading, date(2024, 6, 1)).remove(0);
        assert!(!report.is_offer && !report.fails());
        assert_eq!(
            kinds(&report),
            [(Severity::Notice, FindingKind::NotAnOffer(NotAnOfferReason::Empty))]
        );
    }
}
