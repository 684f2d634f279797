//! What can have the keyboard.

/// What has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// The list of offers.
    List,
    /// The detail pane.
    Detail,
    /// The detail over the whole screen.
    Zoom,
    /// The search line.
    Search,
    /// The help.
    Help,
    /// The palette of commands.
    Palette,
    /// The menu of what can be copied.
    Copy,
    /// The menu of stages.
    Stage,
    /// The memo.
    Memo,
    /// The box for a date.
    Date,
    /// The checklist of documents.
    Papers,
    /// Everything that is noted of an application.
    Dossier,
    /// A part of it being written.
    Form,
    /// The box that corrects a fact.
    Correct,
    /// The sheet of an application.
    Sheet,
    /// A part of the sheet being typed.
    SheetText,
    /// The question whether it was sent.
    SheetSent,
    /// The facets.
    Facets,
    /// The board.
    Board,
    /// The agenda.
    Agenda,
    /// The line that searches in the open offer.
    Find,
    /// The headings of the open offer.
    Outline,
    /// The links of the open offer.
    Links,
    /// The files that gave no offer.
    LeftOut,
    /// The menu of places to go to.
    Go,
    /// The name of a view.
    Name,
}

impl Context {
    /// Every context, for the tests and `tremplin keys`.
    pub const ALL: [Self; 26] = [
        Self::List,
        Self::Detail,
        Self::Zoom,
        Self::Search,
        Self::Help,
        Self::Palette,
        Self::Copy,
        Self::Stage,
        Self::Memo,
        Self::Date,
        Self::Papers,
        Self::Dossier,
        Self::Form,
        Self::Correct,
        Self::Sheet,
        Self::SheetText,
        Self::SheetSent,
        Self::Facets,
        Self::Board,
        Self::Agenda,
        Self::Find,
        Self::Outline,
        Self::Links,
        Self::LeftOut,
        Self::Go,
        Self::Name,
    ];

    /// Tells whether a key that means nothing else is text here.
    #[must_use]
    pub fn takes_text(self) -> bool {
        match self {
            Self::Search
            | Self::Help
            | Self::Palette
            | Self::Memo
            | Self::Date
            | Self::Correct
            | Self::Form
            | Self::Find
            | Self::Name
            | Self::SheetText => true,
            Self::List
            | Self::Detail
            | Self::Zoom
            | Self::Copy
            | Self::Stage
            | Self::Papers
            | Self::Dossier
            | Self::Sheet
            | Self::SheetSent
            | Self::Facets
            | Self::Board
            | Self::Agenda
            | Self::Outline
            | Self::Links
            | Self::LeftOut
            | Self::Go => false,
        }
    }
}
