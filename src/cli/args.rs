//! What can be written on the command line.
//!
//! The sentences of the help are not here but in [`crate::locale::cli`], because they exist in two languages: see
//! [`super::help`], which puts them on the commands that this file declares.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::locale::Lang;
use crate::search::Sort;

/// The whole command line.
#[derive(Debug, Clone, PartialEq, Parser)]
#[command(name = "tremplin", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// Folders and files of offers to browse.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Lines of text in place of the interface.
    #[arg(long)]
    pub plain: bool,
    /// What every command understands.
    #[command(flatten)]
    pub global: Global,
    /// What to do; without one, the interface.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct Global {
    /// Folders and files of offers.
    #[arg(long, global = true, value_name = "PATH")]
    pub offers: Vec<PathBuf>,
    /// The language to speak.
    #[arg(long, global = true, value_name = "fr|en", value_enum)]
    pub lang: Option<LangArgument>,
    /// Whether to colour.
    #[arg(long, global = true, value_name = "WHEN", value_enum)]
    pub color: Option<ColorChoice>,
    /// Reads every offer again.
    #[arg(long, global = true)]
    pub no_cache: bool,
    /// Changes nothing in the shortlist.
    #[arg(long, global = true)]
    pub read_only: bool,
}

/// A language as `--lang` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArgument {
    /// French.
    Fr,
    /// English.
    En,
}

impl From<LangArgument> for Lang {
    fn from(lang: LangArgument) -> Self {
        match lang {
            LangArgument::Fr => Self::Fr,
            LangArgument::En => Self::En,
        }
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl ColorChoice {
    /// Returns the word of the configuration.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// Lists offers.
    List(ListArguments),
    /// Shows one offer.
    Show(ShowArguments),
    /// Says what was read of each file.
    Check(CheckArguments),
    /// Copies the address of an offer, or another part of it.
    Copy(CopyArguments),
    /// Writes a draft for an offer.
    Apply(ApplyArguments),
    /// Keeps offers in the shortlist.
    Keep(IdsArguments),
    /// Hides offers from the list.
    Hide(IdsArguments),
    /// Says how far an application came.
    Stage(StageArguments),
    /// Says what there is to do.
    Next(NextArguments),
    /// Writes a note to an application, or prints its notes.
    Note(NoteArguments),
    /// Plans the next action of an application.
    Remind(RemindArguments),
    /// Notes an interview, or prints those that are noted.
    Interview(InterviewArguments),
    /// Notes somebody met, or prints who was.
    Person(PersonArguments),
    /// Notes what was sent, or prints it.
    Sent(SentArguments),
    /// Says that a document is ready, or prints which are.
    Document(DocumentArguments),
    /// Puts tags on an application, or prints them.
    Tag(TagArguments),
    /// Says what happened.
    History(HistoryArguments),
    /// Counts what was sent and what came back.
    Stats,
    /// Unites the copies that file synchronisation set aside.
    Merge,
    /// Writes the shortlist for other programs and people.
    Export(ExportArguments),
    /// Takes applications over from a spreadsheet.
    Import(ImportArguments),
    /// Prints the keys of the interface.
    Keys,
    /// Says what is found on this machine.
    Doctor(DoctorArguments),
    /// Prints a page of the manual, or writes them all.
    Man(ManArguments),
    /// Prints what a shell completes.
    Completions(CompletionsArguments),
    /// Says what is set, where, and what is wrong with it.
    Config(ConfigArguments),
    /// Opens who applies in the editor.
    Profile,
    /// Prints where tremplin keeps its files.
    Paths(PathsArguments),
}

/// `tremplin list`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct ListArguments {
    /// The words to search for.
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// As the JSON of the contract.
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// As lines of text, even on a terminal.
    #[arg(long)]
    pub plain: bool,
    /// Closed, filled, draft and hidden offers too.
    #[arg(long)]
    pub all: bool,
    /// The order.
    #[arg(long, value_name = "ORDER", value_enum)]
    pub sort: Option<SortArgument>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// An order as `--sort` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SortArgument {
    /// Best hits first; without a query, by deadline.
    Relevance,
    /// Nearest deadline first.
    Deadline,
    /// Most recent first.
    Date,
    /// By title.
    Title,
    /// By organisation.
    Organization,
}

impl From<SortArgument> for Sort {
    fn from(sort: SortArgument) -> Self {
        match sort {
            SortArgument::Relevance => Self::Relevance,
            SortArgument::Deadline => Self::Deadline,
            SortArgument::Date => Self::Date,
            SortArgument::Title => Self::Title,
            SortArgument::Organization => Self::Organization,
        }
    }
}

/// `tremplin show`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct ShowArguments {
    /// Which offer: its id or the beginning of it, its file, or `-` for a text on standard input.
    #[arg(value_name = "ID")]
    pub id: String,
    /// As the JSON of the contract.
    #[arg(long)]
    pub json: bool,
    /// Columns at most; those of the terminal, or 80.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// For a voice: no colours, no pager, nothing drawn.
    #[arg(long, conflicts_with = "json")]
    pub plain: bool,
}

/// `tremplin check`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct CheckArguments {
    /// Folders and files to look at, instead of the offers of the configuration.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// As JSON.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Fails when anything deserves a warning.
    #[arg(long)]
    pub strict: bool,
    /// For whom the report is.
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Option<CheckFormat>,
}

/// A form of the `check` report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For a person.
    Text,
    /// Annotations of GitHub Actions.
    Github,
}

/// `tremplin copy`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct CopyArguments {
    /// Which offer.
    #[arg(value_name = "ID")]
    pub id: String,
    /// What of it; without any, the first address.
    #[command(flatten)]
    pub what: CopyWhat,
}

/// What to copy: at most one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Args)]
#[group(multiple = false)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "flags that exclude each other on the command line"
)]
pub struct CopyWhat {
    /// The first address to apply to.
    #[arg(long)]
    pub to: bool,
    /// The addresses that get a copy.
    #[arg(long)]
    pub cc: bool,
    /// The subject that the offer demands.
    #[arg(long)]
    pub subject: bool,
    /// The page or form where one applies.
    #[arg(long)]
    pub link: bool,
    /// The letter, as `apply` prints it.
    #[arg(long)]
    pub body: bool,
    /// Everything: addresses, subject, documents.
    #[arg(long)]
    pub all: bool,
}

/// `tremplin apply`.
#[derive(Debug, Clone, PartialEq, Args)]
#[allow(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub struct ApplyArguments {
    /// Which offer.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Which letter.
    #[arg(long, value_name = "LETTER", value_enum, default_value_t)]
    pub letter: LetterArgument,
    /// Prints it (the default).
    #[arg(long, group = "way")]
    pub print: bool,
    /// Writes it as a file that a mail program opens.
    #[arg(long, value_name = "FILE", group = "way")]
    pub eml: Option<PathBuf>,
    /// Prints it as a link.
    #[arg(long, group = "way")]
    pub mailto: bool,
    /// Hands it to the mail program.
    #[arg(long, group = "way")]
    pub open: bool,
    /// To whom, instead of whom the offer says.
    #[arg(long, value_name = "ADDRESS")]
    pub to: Vec<String>,
    /// Who gets a copy, instead of whom the offer says.
    #[arg(long, value_name = "ADDRESS")]
    pub cc: Vec<String>,
    /// The subject, instead of the one the offer demands.
    #[arg(long, value_name = "TEXT")]
    pub subject: Option<String>,
    /// Files to attach beside those of the profile.
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// Notes in the shortlist that it was sent.
    #[arg(long)]
    pub sent: bool,
}

/// A letter as `--letter` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LetterArgument {
    /// A first application.
    #[default]
    Application,
    /// Asking for news.
    FollowUp,
    /// After an interview.
    Thanks,
    /// Taking the application back.
    Withdrawal,
    /// Saying yes.
    Acceptance,
}

/// Commands that take offers and nothing else.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct IdsArguments {
    /// Which offers.
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
}

/// `tremplin stage`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct StageArguments {
    /// Which offer.
    #[arg(value_name = "ID")]
    pub id: String,
    /// How far it came.
    #[arg(value_name = "STAGE")]
    pub stage: String,
    /// The day it happened.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Who ended it.
    #[arg(long, value_name = "WHO", value_enum)]
    pub by: Option<PartyArgument>,
}

/// One side of an application as `--by` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PartyArgument {
    /// The candidate.
    #[value(alias = "moi")]
    Me,
    /// The organisation.
    #[value(aliases = ["eux", "elles"])]
    Them,
}

/// Which part of an application, of several of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Args)]
pub struct Which {
    /// Changes the part of this number, as they are printed.
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub number: Option<u16>,
    /// Takes it away.
    #[arg(long, requires = "number")]
    pub remove: bool,
}

/// `tremplin interview`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct InterviewArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Day and hour, then perhaps the place.
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// A place, a link, or both.
    #[arg(long, value_name = "PLACE")]
    pub at: Option<String>,
    /// With whom.
    #[arg(long = "with", value_name = "NAMES")]
    pub people: Option<String>,
    /// A word about it.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Which one.
    #[command(flatten)]
    pub which: Which,
}

/// `tremplin person`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct PersonArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Their name.
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    /// What they do there.
    #[arg(long, value_name = "TEXT")]
    pub role: Option<String>,
    /// Their address.
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Their telephone number.
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// The day of the meeting.
    #[arg(long, value_name = "DATE")]
    pub met: Option<String>,
    /// Which one.
    #[command(flatten)]
    pub which: Which,
}

/// `tremplin sent`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct SentArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// The day.
    #[arg(value_name = "DATE")]
    pub day: Vec<String>,
    /// How.
    #[arg(long, value_name = "MEANS")]
    pub means: Option<String>,
    /// To which address or page.
    #[arg(long, value_name = "ADDRESS")]
    pub to: Option<String>,
    /// The subject of the message.
    #[arg(long, value_name = "TEXT")]
    pub subject: Option<String>,
    /// A file sent along, such as the CV or the letter.
    #[arg(long, value_name = "FILE")]
    pub file: Vec<String>,
    /// Which one.
    #[command(flatten)]
    pub which: Which,
}

/// `tremplin document`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct DocumentArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Which document.
    #[arg(value_name = "DOCUMENT")]
    pub document: Option<String>,
    /// Its file.
    #[arg(long, value_name = "FILE", requires = "document")]
    pub file: Option<String>,
    /// It is not ready after all.
    #[arg(long, requires = "document", conflicts_with = "file")]
    pub remove: bool,
}

/// `tremplin tag`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct TagArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// The tags.
    #[arg(value_name = "TAG")]
    pub tags: Vec<String>,
    /// Takes them off.
    #[arg(long, requires = "tags")]
    pub remove: bool,
}

/// `tremplin next`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct NextArguments {
    /// One line, and only when something is due.
    #[arg(long)]
    pub quiet: bool,
}

/// `tremplin note`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct NoteArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// What to write; nothing prints the notes.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
}

/// `tremplin remind`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct RemindArguments {
    /// Which application.
    #[arg(value_name = "ID")]
    pub id: String,
    /// When, and what.
    #[arg(value_name = "WHEN", required_unless_present = "done")]
    pub when: Vec<String>,
    /// It is done.
    #[arg(long, conflicts_with = "when")]
    pub done: bool,
}

/// `tremplin history`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct HistoryArguments {
    /// Which application; without one, all.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Another day for the line of this number.
    #[arg(long, value_name = "DATE", requires = "number")]
    pub on: Option<String>,
    /// A word about the line of this number or, without one, something to note.
    #[arg(long, value_name = "TEXT", requires = "id")]
    pub note: Option<String>,
    /// Which line.
    #[command(flatten)]
    pub which: Which,
}

impl HistoryArguments {
    /// Tells whether the history is to be changed and not printed.
    #[must_use]
    pub const fn changes(&self) -> bool {
        self.note.is_some() || self.which.number.is_some()
    }
}

/// `tremplin export`.
#[derive(Debug, Clone, PartialEq, Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "flags of the command line, independent of each other"
)]
pub struct ExportArguments {
    /// What to write.
    #[arg(value_name = "FORMAT", value_enum)]
    pub format: ExportFormat,
    /// The file; without one, standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// First day of the record.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Last day of the record.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// The form of the record.
    #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = ReportForm::Markdown)]
    pub form: ReportForm,
    /// The notes too.
    #[arg(long)]
    pub notes: bool,
    /// `;` between the cells.
    #[arg(long)]
    pub semicolon: bool,
    /// A mark for spreadsheets at the beginning.
    #[arg(long)]
    pub bom: bool,
}

/// What `tremplin export` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For a calendar.
    Ics,
    /// For a spreadsheet.
    Csv,
    /// Everything.
    Json,
    /// The offers for search engines.
    Jsonld,
    /// The record of applications.
    Report,
}

/// A form of the record of applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReportForm {
    /// A table in Markdown.
    #[default]
    Markdown,
    /// A page to print.
    Html,
    /// For a spreadsheet.
    Csv,
}

/// `tremplin import`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct ImportArguments {
    /// The spreadsheet, saved as CSV.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Saves; without it nothing is changed.
    #[arg(long)]
    pub yes: bool,
}

/// `tremplin config`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct ConfigArguments {
    /// What to do; without one, show.
    #[command(subcommand)]
    pub command: Option<ConfigCommand>,
}

/// What to do with the configuration.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum ConfigCommand {
    /// Prints where the file is.
    Path,
    /// Prints the values in force.
    Show(ConfigShowArguments),
    /// Opens the file in the editor, then checks it.
    Edit(ConfigEditArguments),
    /// Says what is wrong.
    Check,
    /// Writes our letters where the candidate may change them.
    Letters,
}

/// `tremplin config edit`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct ConfigEditArguments {
    /// The folder of offers whose own settings are meant.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

/// `tremplin config show`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct ConfigShowArguments {
    /// The documented defaults instead.
    #[arg(long, conflicts_with = "origin")]
    pub default: bool,
    /// Where each value comes from.
    #[arg(long)]
    pub origin: bool,
}

/// `tremplin paths`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct PathsArguments {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// `tremplin doctor`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct DoctorArguments {
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// `tremplin man`.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub struct ManArguments {
    /// Of which command, in one or more words; without it, of the program itself.
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
    /// The folder for all pages.
    #[arg(long, short, value_name = "FOLDER", conflicts_with = "command")]
    pub output: Option<PathBuf>,
}

/// `tremplin completions`.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct CompletionsArguments {
    /// For which shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// A shell that completions are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum Shell {
    /// GNU Bash.
    Bash,
    /// Elvish.
    Elvish,
    /// fish.
    Fish,
    /// Nushell.
    Nushell,
    /// Windows PowerShell.
    PowerShell,
    /// Z shell.
    Zsh,
}
