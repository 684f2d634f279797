//! The shortlist for other programs and other people: calendars, spreadsheets, employment offices.
//!
//! - [`ics`]: deadlines, follow-ups and interviews for a calendar;
//! - [`csv`]: one line an application; [`json`]: everything; [`jsonld`]: the offers as schema.org `JobPosting`;
//! - [`report`]: the dated record of applications that an employment office asks for;
//! - [`import`]: the other way, from a spreadsheet.
//!
//! Pure: each gives a text, and who calls writes it somewhere.

pub mod csv;
pub mod ics;
pub mod import;
pub mod json;
pub mod jsonld;
pub mod report;
