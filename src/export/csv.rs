//! One line an application, for a spreadsheet.

use jiff::civil::Date;

use crate::locale::{Lang, export as say, tracking as words};
use crate::text::clean;
use crate::tracking::Stage;
use crate::tracking::application::{Application, EventKind};

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Between the cells: `,`, or `;` for a spreadsheet that writes decimals with a comma, as in France.
    pub delimiter: u8,
    /// A mark at the beginning, without which such a spreadsheet takes UTF-8 for windows-1252.
    pub bom: bool,
    /// The candidate's notes too.
    pub notes: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            delimiter: b',',
            bom: false,
            notes: false,
        }
    }
}

/// Writes the applications, in the order given.
#[must_use]
pub fn write<'a>(applications: impl IntoIterator<Item = &'a Application>, options: Options, lang: Lang) -> String {
    let columns: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|column| options.notes || *column != Column::Notes)
        .collect();
    let header = columns
        .iter()
        .map(|column| say::column(lang, *column).to_owned())
        .collect();
    let rows = applications
        .into_iter()
        .map(|application| columns.iter().map(|column| column.cell(application, lang)).collect());
    table(std::iter::once(header).chain(rows), options)
}

/// Writes rows of cells. Cells that a spreadsheet would take for a formula are defused.
#[must_use]
pub(super) fn table(rows: impl IntoIterator<Item = Vec<String>>, options: Options) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(options.delimiter)
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        // A vector takes everything.
        let _ = writer.write_record(row.iter().map(|cell| defused(clean(cell).as_str())));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if options.bom { format!("\u{feff}{text}") } else { text }
}

/// Puts an apostrophe before what a spreadsheet would compute: offers are other people's texts.
fn defused(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The application's name.
    Id,
    /// The title.
    Title,
    /// Who offers it.
    Organization,
    /// The city.
    Place,
    /// The stage.
    Stage,
    /// Last day to apply.
    Deadline,
    /// The day it was kept.
    Kept,
    /// The day it was sent.
    Sent,
    /// How.
    Means,
    /// The address.
    Contact,
    /// The days of follow-ups.
    FollowUps,
    /// The days of interviews.
    Interviews,
    /// The day of the answer.
    Answered,
    /// The day of the next action.
    NextDate,
    /// The next action.
    Next,
    /// The candidate's tags.
    Tags,
    /// The files sent.
    Documents,
    /// The offer's file.
    Path,
    /// The candidate's notes.
    Notes,
}

impl Column {
    /// Every column, in the order of the file.
    pub const ALL: [Self; 19] = [
        Self::Id,
        Self::Title,
        Self::Organization,
        Self::Place,
        Self::Stage,
        Self::Deadline,
        Self::Kept,
        Self::Sent,
        Self::Means,
        Self::Contact,
        Self::FollowUps,
        Self::Interviews,
        Self::Answered,
        Self::NextDate,
        Self::Next,
        Self::Tags,
        Self::Documents,
        Self::Path,
        Self::Notes,
    ];

    fn cell(self, application: &Application, lang: Lang) -> String {
        let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        match self {
            Self::Id => application.id.to_string(),
            Self::Title => application.title().to_owned(),
            Self::Organization => application.organization().to_owned(),
            Self::Place => application.place().to_owned(),
            Self::Stage => words::stage(lang, &application.stage).to_owned(),
            Self::Deadline => day(application.deadline()),
            Self::Kept => day(application.reached(&Stage::Kept)),
            Self::Sent => day(application.sent_on()),
            Self::Means => application
                .sent
                .last()
                .map(|sent| say::means(lang, &sent.means).to_owned())
                .unwrap_or_default(),
            Self::Contact => contact(application),
            Self::FollowUps => days(application.follow_ups()),
            Self::Interviews => days(application.interviews.iter().map(|interview| interview.date)),
            Self::Answered => day(answered(application)),
            Self::NextDate => day(application.next.as_ref().map(|next| next.date)),
            Self::Next => application
                .next
                .as_ref()
                .map(|next| next.what.clone())
                .unwrap_or_default(),
            Self::Tags => application.tags.join(", "),
            Self::Documents => files(application).join(", "),
            Self::Path => application.offer.path.clone(),
            Self::Notes => application.notes.clone(),
        }
    }
}

/// Returns the address an application went to, or would go to.
pub(super) fn contact(application: &Application) -> String {
    let sent_to = application.sent.last().and_then(|sent| sent.to.as_deref());
    sent_to.or_else(|| application.email()).unwrap_or_default().to_owned()
}

/// Returns the files sent, each once.
pub(super) fn files(application: &Application) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for file in application.sent.iter().flat_map(|sent| &sent.files) {
        if !files.contains(file) {
            files.push(file.clone());
        }
    }
    files
}

/// Returns the day of the last answer, an invitation to an interview left out.
fn answered(application: &Application) -> Option<Date> {
    let answers = application.history.iter().rev();
    answers
        .filter(|event| matches!(event.kind, EventKind::Stage(Stage::Answered(_))))
        .map(|event| event.date)
        .next()
}

fn days(dates: impl Iterator<Item = Date>) -> String {
    dates.map(|date| date.to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::offer::ContactRole;
    use crate::tracking::application::{Interview, Means, OfferContact, OfferRef, Sent};
    use crate::tracking::samples;
    use crate::tracking::{Change, Shortlist, change};

    pub(crate) use crate::tracking::samples::TODAY;

    fn application(name: &str, title: &str, changes: &[Change]) -> Application {
        let offer = OfferRef {
            title: title.to_owned(),
            organization: "Atelier des cartes".into(),
            place: "Lyon".into(),
            employment_types: vec![crate::offer::EmploymentType::Internship],
            deadline: Some(date(2026, 11, 30)),
            start: Some("2027-02".into()),
            contacts: vec![OfferContact::new("stages@atelier.example", ContactRole::To)],
            ..samples::offer(name)
        };
        let first = change::apply(&samples::keep(offer), None, date(2026, 11, 2)).unwrap();
        changes
            .iter()
            .fold(first, |current, change| change::apply(change, current, TODAY).unwrap())
            .unwrap()
    }

    /// One application kept, one sent, followed up and invited, one sent and refused.
    pub(crate) fn shortlist() -> Shortlist {
        let sent = |day, means| {
            Change::Send(Sent {
                to: Some("stages@atelier.example".into()),
                files: vec!["cv.pdf".into(), "lettre.pdf".into()],
                ..Sent::new(day, means)
            })
        };
        let interview = Interview {
            place: Some("12, rue des Cartes; Lyon".into()),
            link: Some("https://visio.example/x?a=1,2".into()),
            people: vec!["Anne Exemple".into()],
            ..Interview::on(date(2026, 11, 24), Some(time(10, 30, 0, 0)))
        };
        let long = "Stage de cartographie des services publics de proximité en milieu rural et montagnard";
        Shortlist::new(
            [
                application("kept", "=cmd|' /C calc'!A0", &[Change::AddNote("note privée".into())]),
                application(
                    "carto",
                    long,
                    &[
                        sent(date(2026, 11, 5), Means::Email),
                        Change::FollowUp {
                            date: Some(date(2026, 11, 15)),
                            means: Means::Phone,
                        },
                        Change::AddInterview(interview),
                        Change::AddNote("note privée".into()),
                    ],
                ),
                application(
                    "refused",
                    "Développeur·se Rust",
                    &[
                        sent(date(2026, 11, 9), Means::Form),
                        Change::Stage {
                            to: Stage::Answered(crate::tracking::Answer::Refused),
                            date: Some(date(2026, 11, 18)),
                            by: None,
                        },
                    ],
                ),
            ],
            Vec::new(),
        )
    }

    #[test]
    fn one_line_an_application_with_the_words_of_the_language() {
        let text = write(shortlist().iter(), Options::default(), Lang::Fr);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines.len(), 5, "{text}");
        assert!(lines[0].starts_with("id,titre,organisme,lieu,statut,"), "{}", lines[0]);
        let refused = lines.iter().find(|line| line.starts_with("refused,")).unwrap();
        assert!(
            refused.contains(",refus,") && refused.contains(",2026-11-09,formulaire,"),
            "{refused}"
        );
        assert!(!text.contains("note privée"));
    }

    #[test]
    fn a_french_spreadsheet_gets_semicolons_and_a_mark() {
        let options = Options {
            delimiter: b';',
            bom: true,
            notes: true,
        };
        let text = write(shortlist().iter(), options, Lang::En);
        assert!(text.starts_with("\u{feff}id;title;organisation;"), "{text}");
        assert!(text.contains("note privée"));
    }

    #[test]
    fn what_looks_like_a_formula_is_defused() {
        let text = write(shortlist().iter(), Options::default(), Lang::Fr);
        assert!(text.contains("kept,'=cmd|"), "{text}");
    }
}
