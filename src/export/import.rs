//! From a spreadsheet to the shortlist: headers recognised in French and English, every row checked before any is kept.
//!
//! The delimiter is found by itself. A row becomes one application and the changes that make it; what could not be
//! understood is told with its line and column, and costs the cell or the row, never the file.

use jiff::civil::Date;

use super::csv::Column;
use crate::locale::{Lang, export as say, tracking as words};
use crate::offer::{ContactRole, OfferId};
use crate::text::{clean, fold_into};
use crate::tracking::application::{Means, NextAction, OfferContact, Sent, Unknown};
use crate::tracking::when::{self, Leaning};
use crate::tracking::{Answer, Change, Event, EventKind, OfferRef, Stage};

/// What a spreadsheet holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Import {
    /// The rows that make an application.
    pub rows: Vec<ImportedRow>,
    /// What could not be understood.
    pub problems: Vec<Problem>,
    /// Columns whose header is not known; their cells are left out.
    pub unknown_columns: Vec<String>,
}

/// One row, understood.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRow {
    /// Line in the file, from 1.
    pub line: usize,
    /// The name of the application.
    pub id: OfferId,
    /// What it is about, to be shown.
    pub title: String,
    /// Who offers it.
    pub organization: String,
    /// The stage it reaches.
    pub stage: Stage,
    /// What makes the application, in order.
    pub changes: Vec<Change>,
}

/// Something that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: usize,
    /// What.
    pub kind: ProblemKind,
}

/// What could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// No column is a title or an organisation: nothing tells what the rows are about.
    NoTitleColumn,
    /// The row has neither title nor organisation.
    NoTitle,
    /// The cell is no date.
    NotADate {
        /// The header of the column.
        column: String,
        /// What stands there.
        cell: String,
    },
    /// The cell is no stage; the row is kept without it.
    NotAStage {
        /// What stands there.
        cell: String,
    },
    /// The row is the same application as an earlier one.
    Twice {
        /// The line of the earlier one.
        first: usize,
    },
}

/// Reads a spreadsheet saved as CSV. `today` gives dates without a year their meaning.
#[must_use]
pub fn read(text: &str, today: Date) -> Import {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut import = Import::default();
    let mut columns: Option<Vec<(Option<Column>, String)>> = None;
    for record in reader.records().filter_map(Result::ok) {
        let line = line_of(text, record.position().map_or(0, ::csv::Position::byte));
        let cells: Vec<String> = record.iter().map(cell).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        match &columns {
            None => {
                let found = headers(&cells);
                if !found
                    .iter()
                    .any(|(column, _)| matches!(column, Some(Column::Title | Column::Organization)))
                {
                    import.problems.push(Problem {
                        line,
                        kind: ProblemKind::NoTitleColumn,
                    });
                    return import;
                }
                let unknown = found
                    .iter()
                    .filter(|(column, header)| column.is_none() && !header.is_empty());
                import.unknown_columns = unknown.map(|(_, header)| header.clone()).collect();
                columns = Some(found);
            }
            Some(columns) => row(
                &mut import,
                &Cells {
                    line,
                    columns,
                    texts: &cells,
                    today,
                },
            ),
        }
    }
    import
}

/// Returns the line, from 1, of a record that begins at this byte or after the line ends that follow it.
fn line_of(text: &str, byte: u64) -> usize {
    let (before, after) = text
        .split_at_checked(usize::try_from(byte).unwrap_or(0))
        .unwrap_or((text, ""));
    let ends = after.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    before.bytes().chain(ends).filter(|byte| *byte == b'\n').count() + 1
}

/// Finds what stands between the cells: the one that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(b',')
}

/// Cleans a cell and takes off the apostrophe that our own export puts before what looks like a formula.
fn cell(text: &str) -> String {
    let text = clean(text.trim()).into_string();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text,
    }
}

fn headers(cells: &[String]) -> Vec<(Option<Column>, String)> {
    let mut taken = Vec::new();
    cells
        .iter()
        .map(|header| {
            // The first column of a meaning wins.
            let column = column(header).filter(|column| !taken.contains(column));
            taken.extend(column);
            (column, header.clone())
        })
        .collect()
}

/// The headers that people write by themselves, folded.
const HEADERS: [(Column, &[&str]); 16] = [
    (
        Column::Title,
        &[
            "poste",
            "offre",
            "intitule",
            "intitule du poste",
            "titre",
            "job",
            "job title",
            "position",
            "role",
            "offer",
            "metier",
            "annonce",
        ],
    ),
    (
        Column::Organization,
        &[
            "organisation",
            "organization",
            "entreprise",
            "societe",
            "structure",
            "employeur",
            "company",
            "employer",
            "association",
            "recruteur",
        ],
    ),
    (
        Column::Place,
        &["ville", "localisation", "location", "city", "adresse postale"],
    ),
    (
        Column::Stage,
        &[
            "etat",
            "status",
            "etape",
            "avancement",
            "state",
            "resultat",
            "result",
            "outcome",
        ],
    ),
    (
        Column::Deadline,
        &[
            "echeance",
            "cloture",
            "date de cloture",
            "limite",
            "closing date",
            "due",
            "date limite de candidature",
        ],
    ),
    (
        Column::Sent,
        &[
            "date",
            "date d envoi",
            "date denvoi",
            "envoi",
            "envoye le",
            "postule le",
            "date de candidature",
            "date candidature",
            "candidature envoyee le",
            "applied",
            "applied on",
            "date applied",
            "application date",
            "sent",
        ],
    ),
    (
        Column::Means,
        &[
            "canal",
            "mode",
            "mode de candidature",
            "via",
            "channel",
            "method",
            "how",
        ],
    ),
    (
        Column::Contact,
        &[
            "email",
            "e mail",
            "mail",
            "courriel",
            "adresse",
            "adresse mail",
            "contact email",
            "address",
        ],
    ),
    (
        Column::FollowUps,
        &[
            "relance",
            "relance le",
            "date de relance",
            "follow up",
            "followup",
            "followed up",
        ],
    ),
    (
        Column::Interviews,
        &[
            "entretien",
            "entretien le",
            "date d entretien",
            "date entretien",
            "interview",
            "interview date",
        ],
    ),
    (
        Column::Answered,
        &[
            "reponse",
            "date de reponse",
            "answer",
            "reply",
            "response",
            "response date",
        ],
    ),
    (
        Column::NextDate,
        &["rappel", "rappel le", "a faire le", "reminder", "next date"],
    ),
    (
        Column::Next,
        &["a faire", "action", "next step", "next", "todo", "to do"],
    ),
    (
        Column::Tags,
        &["mots cles", "categorie", "labels", "keywords", "category"],
    ),
    (
        Column::Notes,
        &[
            "note",
            "commentaire",
            "commentaires",
            "remarque",
            "remarques",
            "comment",
            "comments",
            "memo",
        ],
    ),
    (
        Column::Path,
        &["lien", "url", "link", "site", "source", "lien de l offre"],
    ),
];

/// Returns what a header means: ours, or those that people write by themselves.
fn column(header: &str) -> Option<Column> {
    let header = plain(header);
    let ours = Column::ALL.into_iter().find(|column| {
        plain(say::column(Lang::Fr, *column)) == header || plain(say::column(Lang::En, *column)) == header
    });
    ours.or_else(|| {
        HEADERS
            .iter()
            .find(|(_, words)| words.contains(&header.as_str()))
            .map(|(column, _)| *column)
    })
}

/// Folds, with single spaces between the words and nothing else.
fn plain(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// One row with what its columns mean.
struct Cells<'a> {
    line: usize,
    columns: &'a [(Option<Column>, String)],
    texts: &'a [String],
    today: Date,
}

impl Cells<'_> {
    fn get(&self, wanted: Column) -> Option<&str> {
        let at = self.columns.iter().position(|(column, _)| *column == Some(wanted))?;
        self.texts.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// Reads the days of a cell; what is no day is told.
    fn days(&self, wanted: Column, leaning: Leaning, problems: &mut Vec<Problem>) -> Vec<Date> {
        let Some(cell) = self.get(wanted) else {
            return Vec::new();
        };
        if let Some(day) = when::moment(cell, self.today, leaning) {
            return vec![day.date];
        }
        let mut days = Vec::new();
        for part in cell.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty()) {
            let Some(day) = when::moment(part, self.today, leaning) else {
                let header = self.columns.iter().find(|(column, _)| *column == Some(wanted));
                let column = header.map(|(_, header)| header.clone()).unwrap_or_default();
                let cell = cell.to_owned();
                let kind = ProblemKind::NotADate { column, cell };
                problems.push(Problem { line: self.line, kind });
                return days;
            };
            days.push(day.date);
        }
        days
    }
}

fn row(import: &mut Import, cells: &Cells<'_>) {
    let title = cells.get(Column::Title).or_else(|| cells.get(Column::Organization));
    let Some(title) = title.map(str::to_owned) else {
        import.problems.push(Problem {
            line: cells.line,
            kind: ProblemKind::NoTitle,
        });
        return;
    };
    let organization = cells.get(Column::Organization).unwrap_or_default().to_owned();
    let id = cells
        .get(Column::Id)
        .and_then(OfferId::parse)
        .unwrap_or_else(|| OfferId::new(&title, &organization, cells.get(Column::Place).unwrap_or_default()));
    if let Some(first) = import.rows.iter().find(|row| row.id == id) {
        let kind = ProblemKind::Twice { first: first.line };
        import.problems.push(Problem { line: cells.line, kind });
        return;
    }
    let stage = stage(cells, &mut import.problems);
    let changes = changes(
        cells,
        &offer(cells, &id, &title, &mut import.problems),
        stage.clone(),
        &mut import.problems,
    );
    let reached = changes.iter().rev().find_map(|change| match change {
        Change::Stage { to, .. } => Some(to.clone()),
        Change::Send(_) => Some(Stage::Sent),
        Change::AddInterview(_) => Some(Stage::Interview),
        _ => None,
    });
    import.rows.push(ImportedRow {
        line: cells.line,
        id,
        title,
        organization,
        stage: reached.or(stage).unwrap_or(Stage::Kept),
        changes,
    });
}

fn offer(cells: &Cells<'_>, id: &OfferId, title: &str, problems: &mut Vec<Problem>) -> OfferRef {
    let email = cells.get(Column::Contact).filter(|contact| contact.contains('@'));
    OfferRef {
        id: id.clone(),
        source: String::new(),
        path: cells.get(Column::Path).unwrap_or_default().to_owned(),
        title: title.to_owned(),
        organization: cells.get(Column::Organization).unwrap_or_default().to_owned(),
        place: cells.get(Column::Place).unwrap_or_default().to_owned(),
        employment_types: Vec::new(),
        deadline: cells.days(Column::Deadline, Leaning::Future, problems).first().copied(),
        start: None,
        pay: None,
        contacts: email
            .map(|email| OfferContact::new(email, ContactRole::To))
            .into_iter()
            .collect(),
        subject: None,
        documents: Vec::new(),
        fingerprint: None,
        unknown: Unknown::new(),
    }
}

/// Returns what makes the application of a row, in the order in which it happened.
fn changes(cells: &Cells<'_>, offer: &OfferRef, stage: Option<Stage>, problems: &mut Vec<Problem>) -> Vec<Change> {
    let sent = cells.days(Column::Sent, Leaning::Past, problems);
    let answered = cells.days(Column::Answered, Leaning::Past, problems).first().copied();
    let kept = cells.days(Column::Kept, Leaning::Past, problems).first().copied();
    let mut changes = vec![Change::Keep {
        offer: Box::new(offer.clone()),
        text: None,
    }];
    if let Some(day) = kept.or_else(|| sent.first().copied()) {
        changes.push(Change::Stage {
            to: Stage::Kept,
            date: Some(day),
            by: None,
        });
    }
    changes.extend(sent.iter().map(|day| {
        Change::Send(Sent {
            to: cells.get(Column::Contact).map(str::to_owned),
            files: list(cells.get(Column::Documents)),
            ..Sent::new(*day, cells.get(Column::Means).map_or_else(Means::default, means))
        })
    }));
    for day in cells.days(Column::FollowUps, Leaning::Past, problems) {
        changes.push(Change::AddEvent(Event::new(
            day,
            EventKind::FollowedUp(Means::default()),
        )));
    }
    for day in cells.days(Column::Interviews, Leaning::Future, problems) {
        changes.push(Change::AddInterview(crate::tracking::application::Interview::on(
            day, None,
        )));
    }
    if let Some(stage) = stage.filter(|stage| *stage != Stage::Kept && (*stage != Stage::Sent || sent.is_empty())) {
        changes.push(Change::Stage {
            to: stage,
            date: answered,
            by: None,
        });
    }
    let next = cells.days(Column::NextDate, Leaning::Future, problems).first().copied();
    if let Some(date) = next {
        let what = cells.get(Column::Next).unwrap_or_default();
        changes.push(Change::Next(Some(NextAction::new(date, what))));
    }
    changes.extend(list(cells.get(Column::Tags)).into_iter().map(Change::Tag));
    changes.extend(cells.get(Column::Notes).map(|notes| Change::AddNote(notes.to_owned())));
    changes
}

fn list(cell: Option<&str>) -> Vec<String> {
    let parts = cell.unwrap_or_default().split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn means(cell: &str) -> Means {
    let typed = plain(cell);
    let known = Means::ALL.into_iter().filter(|_| !typed.is_empty()).find(|means| {
        [means.as_str(), say::means(Lang::Fr, means), say::means(Lang::En, means)]
            .into_iter()
            .any(|word| plain(word) == typed)
    });
    known.unwrap_or(match typed.as_str() {
        "mail" | "email" | "e mail" => Means::Email,
        "site" | "site web" | "en ligne" | "online" | "web" | "plateforme" => Means::Form,
        "poste" | "lettre" | "post" => Means::Post,
        "tel" | "phone" | "appel" => Means::Phone,
        _ => Means::Other(cell.to_owned()),
    })
}

fn stage(cells: &Cells<'_>, problems: &mut Vec<Problem>) -> Option<Stage> {
    let cell = cells.get(Column::Stage)?;
    let typed = plain(cell);
    let found = Stage::ALL.into_iter().find(|stage| {
        [
            stage.as_str(),
            words::stage(Lang::Fr, stage),
            words::stage(Lang::En, stage),
        ]
        .into_iter()
        .any(|word| plain(word) == typed)
    });
    let found = found.or(match typed.as_str() {
        "a postuler" | "a candidater" | "to apply" | "wishlist" | "interesse" | "interesting" => Some(Stage::Kept),
        "postule"
        | "envoye"
        | "candidature envoyee"
        | "en attente"
        | "en cours"
        | "relance"
        | "applied"
        | "waiting"
        | "pending" => Some(Stage::Sent),
        "entretiens" | "interviewing" | "entretien passe" | "convoque" => Some(Stage::Interview),
        "refuse" | "refusee" | "rejete" | "rejected" | "non" | "negatif" | "no" | "declined" => {
            Some(Stage::Answered(Answer::Refused))
        }
        "offre" | "offer" | "proposition" | "oui" | "positif" => Some(Stage::Answered(Answer::Offered)),
        "accepte" | "embauche" | "hired" => Some(Stage::Answered(Answer::Accepted)),
        "pas de reponse" | "ghosted" | "no reply" | "no response" => Some(Stage::NoAnswer),
        "abandon" | "abandonne" | "retire" => Some(Stage::Withdrawn),
        "archive" => Some(Stage::Archived),
        _ => None,
    });
    if found.is_none() {
        let kind = ProblemKind::NotAStage { cell: cell.to_owned() };
        problems.push(Problem { line: cells.line, kind });
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::export::csv::tests::{TODAY, shortlist};
    use crate::export::csv::{Options, write};
    use crate::tracking::{Application, change};

    fn made(row: &ImportedRow) -> Application {
        let changes = row.changes.iter();
        changes
            .fold(None, |current, change| change::apply(change, current, TODAY).unwrap())
            .unwrap()
    }

    #[test]
    fn a_french_spreadsheet_is_understood() {
        let text = "\u{feff}Entreprise;Poste;Ville;Date d’envoi;Statut;Commentaires;Salaire\r\n\
                    Atelier des cartes;Stage SIG;Lyon;05/11/2026;En attente;\"à relancer ; vu Anne\";gratification\r\n\
                    \r\n\
                    Ville d’Exemple;Chargé·e de mission;;12/10/2026;Refusé;;\r\n";
        let import = read(text, TODAY);
        assert_eq!(import.problems, []);
        assert_eq!(import.unknown_columns, ["Salaire"]);
        let first = made(&import.rows[0]);
        assert_eq!(
            (first.title(), first.organization(), first.place()),
            ("Stage SIG", "Atelier des cartes", "Lyon")
        );
        assert_eq!(
            (first.stage.clone(), first.sent_on()),
            (Stage::Sent, Some(date(2026, 11, 5)))
        );
        assert_eq!(first.notes, "à relancer ; vu Anne");
        let second = made(&import.rows[1]);
        assert_eq!(second.stage, Stage::Answered(Answer::Refused));
        assert_eq!((import.rows[1].line, second.sent_on()), (4, Some(date(2026, 10, 12))));
    }

    #[test]
    fn every_doubt_is_told_with_its_line_and_the_rest_is_read() {
        let text = "Company,Job title,Date applied,Status\n\
                    Lab,Engineer,soon,Applied\n\
                    Lab,Engineer,,Applied\n\
                    ,,2026-11-01,\n\
                    Lab,Technician,2026-11-02,Thinking\n";
        let import = read(text, TODAY);
        let problems: Vec<(usize, &str)> = import
            .problems
            .iter()
            .map(|problem| match &problem.kind {
                ProblemKind::NotADate { cell, .. } | ProblemKind::NotAStage { cell } => (problem.line, cell.as_str()),
                ProblemKind::Twice { .. } => (problem.line, "twice"),
                ProblemKind::NoTitle => (problem.line, "no title"),
                ProblemKind::NoTitleColumn => (problem.line, "no column"),
            })
            .collect();
        assert_eq!(problems, [(2, "soon"), (3, "twice"), (4, "no title"), (5, "Thinking")]);
        assert_eq!(import.rows.len(), 2);
        assert_eq!(made(&import.rows[1]).sent_on(), Some(date(2026, 11, 2)));
    }

    #[test]
    fn a_file_without_titles_is_refused_whole() {
        let import = read("a,b\n1,2\n", TODAY);
        assert_eq!(import.problems[0].kind, ProblemKind::NoTitleColumn);
        assert_eq!(import.rows, []);
        assert_eq!(read("", TODAY), Import::default());
    }

    #[test]
    fn what_was_exported_is_imported_again() {
        for (lang, delimiter) in [(Lang::Fr, b';'), (Lang::En, b',')] {
            let options = Options {
                delimiter,
                bom: true,
                notes: true,
            };
            let import = read(&write(shortlist().iter(), options, lang), TODAY);
            assert_eq!((import.problems, import.unknown_columns), (vec![], vec![]));
            for (row, known) in import.rows.iter().zip(shortlist().iter()) {
                let again = made(row);
                assert_eq!(
                    (&again.id, again.title(), &again.stage),
                    (&known.id, known.title(), &known.stage)
                );
                assert_eq!((again.sent_on(), again.deadline()), (known.sent_on(), known.deadline()));
                assert_eq!(
                    again.follow_ups().collect::<Vec<_>>(),
                    known.follow_ups().collect::<Vec<_>>()
                );
                assert_eq!(again.notes, known.notes);
            }
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic() {
        for text in [
            "\"",
            "poste\n\"",
            "poste;;;\n;;;\n",
            "poste\n\u{0}\n",
            "poste,date\nx,\u{202e}\n",
        ] {
            let _ = read(text, TODAY);
        }
    }
}
