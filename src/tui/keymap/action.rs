//! What a person can ask for.

/// What a person can ask for with a key, a click or the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Next row, or one line down.
    Down,
    /// Previous row, or one line up.
    Up,
    /// First row or line.
    First,
    /// Last row or line.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Down in the other pane.
    OtherDown,
    /// Up in the other pane.
    OtherUp,
    /// Next offer not seen before.
    NextNew,
    /// Previous offer not seen before.
    PreviousNew,
    /// To the other pane.
    SwitchPane,
    /// Into what is selected.
    Enter,
    /// One step back: the query, then the view.
    Back,
    /// The menu of places to go to.
    Go,
    /// To the search line.
    Search,
    /// Out of the search line, keeping the query.
    Accept,
    /// What is typed goes on as proposed.
    Complete,
    /// The proposal before.
    CompleteBack,
    /// The values that occur, to narrow the list.
    Facets,
    /// The next order of the list.
    Sort,
    /// The detail over the whole screen, or back.
    Zoom,
    /// The next fact, with the passage that states it.
    Proof,
    /// The headings of the offer.
    Outline,
    /// To the part that says how to apply.
    ToApply,
    /// Search in the text of the offer.
    Find,
    /// The links of the offer.
    Links,
    /// The source of the offer, or its text laid out.
    Source,
    /// The offer read before this one.
    Earlier,
    /// The offer read after this one.
    Later,
    /// Into the shortlist, or out of it.
    Keep,
    /// Out of the list, or back.
    Hide,
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
    /// Its tags.
    Tags,
    /// The file of a document.
    Attach,
    /// Take the selected line away.
    Remove,
    /// The memo in the editor.
    MemoInEditor,
    /// The next kind of date.
    NextDateKind,
    /// The box that corrects a fact.
    Correct,
    /// The next fact to correct.
    NextFact,
    /// The fact before.
    PreviousFact,
    /// Mark for a common action.
    Mark,
    /// The candidate asked for news today.
    FollowedUp,
    /// What the agenda says is done.
    Done,
    /// Take note of the offer as it is now.
    Refresh,
    /// To the view of all offers.
    ToOffers,
    /// To the kept ones.
    ToKept,
    /// To the board.
    ToBoard,
    /// To the agenda.
    ToAgenda,
    /// To a view of the candidate's own, counted from 0.
    ToOwn(u8),
    /// To the column on the left.
    ColumnLeft,
    /// To the column on the right.
    ColumnRight,
    /// The card one column to the left.
    CardLeft,
    /// The card one column to the right.
    CardRight,
    /// Take what is selected or typed.
    Choose,
    /// A new line in a memo.
    NewLine,
    /// The menu of what can be copied.
    Copy,
    /// Copy the first address.
    CopyAddress,
    /// Copy the addresses that get a copy.
    CopyCc,
    /// Copy every address.
    CopyAddresses,
    /// Copy the subject.
    CopySubject,
    /// Copy the link to the form, or the file's path.
    CopyLink,
    /// Copy addresses, subject and documents.
    CopyBlock,
    /// Prepare the letter of an application.
    Apply,
    /// Prepare the letter that comes next: a follow-up, thanks, a yes.
    FollowUp,
    /// Take another letter.
    NextLetter,
    /// Who applies, in the editor.
    Profile,
    /// Hand the draft to the mail program.
    HandOver,
    /// Write the draft as a file.
    WriteDraft,
    /// Copy the selected part of the draft.
    CopyPart,
    /// Copy the whole draft.
    CopyDraft,
    /// Note that it left without tremplin.
    AlreadySent,
    /// Open the form, and ask whether it was filled in.
    OpenForm,
    /// Open the link to apply.
    OpenLink,
    /// Open the offer's file in the editor.
    Edit,
    /// Undo the last change of the shortlist.
    Undo,
    /// Do again what was undone.
    Redo,
    /// What is closed or hidden out of the list, or back.
    Closed,
    /// The files that gave no offer, with their reasons.
    LeftOut,
    /// The box that names the present search.
    NameView,
    /// Never show an organisation, or show it again.
    HideOrganization,
    /// The help, or away with it.
    Help,
    /// The first steps, or away with them.
    Hints,
    /// Every command, found by typing.
    Palette,
    /// The last change once more.
    Repeat,
    /// More room for the list.
    Wider,
    /// Less room for the list.
    Narrower,
    /// The detail on the right of the list, or below it.
    TogglePreview,
    /// Listen to the mouse, or leave it to the terminal.
    ToggleMouse,
    /// To the shell, until `fg`.
    Suspend,
    /// Draw everything again.
    Redraw,
    /// Leave from the top, else one step back.
    Quit,
    /// Leave from anywhere.
    QuitNow,
}
