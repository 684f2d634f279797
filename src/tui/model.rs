//! Everything that the screen shows. `update` changes it, `view` reads it.

pub mod available;
pub mod detail;
pub mod dossier;
pub mod field;
pub mod hints;
pub mod library;
pub mod offers;
pub mod opened;
pub mod own;
pub mod palette;
pub mod plan;
pub mod reading;
pub mod sheet;
pub mod target;
pub mod toast;
pub mod tracked;

use std::sync::Arc;

use jiff::civil::Date;
use ratatui::layout::Rect;

use self::detail::Detail;
use self::field::Field;
use self::hints::Hint;
use self::offers::Offers;
use self::own::{NameBox, Wishes};
use self::plan::Plan;
use self::reading::Reading;
use self::toast::Toasts;
use self::tracked::Tracked;
use super::keymap::{Action, Context, Keymap};
use super::layout::{Preview, SHARE};
use super::theme::{Background, Depth, Theme, ThemeName};
use crate::locale::{Lang, Phrase, plan as plan_words, ui};
use crate::offer::OfferId;
use crate::search::query;
use crate::tracking::agenda::FollowUpRules;
use crate::tracking::application::DocumentName;
use crate::tracking::correct::Correctable;
use crate::tracking::when::{self, Leaning, Moment};
use crate::tracking::{Application, Marks};

/// The whole state of the interface.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What is set.
    pub setting: Arc<Setting>,
    /// The terminal's size.
    pub screen: Rect,
    /// The view in front.
    pub view: View,
    /// What has the keyboard above the view.
    pub mode: Mode,
    /// Which part of the offers is read.
    pub focus: Focus,
    /// The list.
    pub offers: Offers,
    /// The offer beside it.
    pub detail: Detail,
    /// The offers read before.
    pub reading: Reading,
    /// What the person keeps.
    pub tracked: Tracked,
    /// The same as a list, a board and an agenda.
    pub plan: Plan,
    /// The reading of the folders.
    pub scan: Scan,
    /// What was done, for a few seconds.
    pub toasts: Toasts,
    /// The share of the list in the screen, in hundredths.
    pub share: u16,
    /// Where the detail stands.
    pub preview: Preview,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// What the mouse holds.
    pub held: Held,
    /// What was done last, to be done again.
    pub again: Option<Again>,
    /// The changes of the configuration made from inside.
    pub wishes: Wishes,
    /// The first step that is shown to a newcomer.
    pub hint: Option<Hint>,
    /// The first steps that were done already, in any order.
    pub hints_done: Vec<Hint>,
}

/// Something that can be done again on another offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// An action of one key.
    Action(Action),
    /// The stage at this place of the menu.
    Stage(usize),
}

/// What a person sets and the terminal can do. Changes as a whole, when the configuration does.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The language of every sentence.
    pub lang: Lang,
    /// Today.
    pub today: Date,
    /// The keys.
    pub keymap: Keymap,
    /// The colours.
    pub theme: Theme,
    /// The themes to choose from, by name.
    pub themes: Vec<String>,
    /// The one in force.
    pub theme_name: String,
    /// When to ask for news.
    pub follow_up_rules: FollowUpRules,
    /// Where the detail stands at the start.
    pub preview: Preview,
    /// Whether only signs of ASCII may be drawn.
    pub ascii: bool,
    /// Whether links are written so that the terminal can open them.
    pub hyperlinks: bool,
    /// True when the offers shown are the samples that come with the program.
    pub samples: bool,
    /// The folders, to be shown.
    pub sources: Vec<String>,
    /// The candidate's own views: what their tabs say, and the query behind each. Clean.
    pub views: Vec<(String, String)>,
    /// Queries whose offers are never shown.
    pub hide: Vec<String>,
    /// What is wrong with the configuration.
    pub mistakes: Vec<LeftOut>,
}

impl Setting {
    /// What is set when nothing is: our keys, no colour.
    #[must_use]
    pub fn new(lang: Lang, today: Date) -> Self {
        Self {
            lang,
            today,
            keymap: Keymap::default(),
            theme: Theme::new(ThemeName::None, Depth::None, Background::Dark),
            themes: Vec::new(),
            theme_name: String::new(),
            follow_up_rules: FollowUpRules::default(),
            preview: Preview::default(),
            ascii: false,
            hyperlinks: false,
            samples: false,
            sources: Vec::new(),
            views: Vec::new(),
            hide: Vec::new(),
            mistakes: Vec::new(),
        }
    }
}

/// One of the views behind the tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// All offers.
    Offers,
    /// Those that are kept.
    Kept,
    /// The kept ones by step.
    Board,
    /// What lies ahead.
    Agenda,
}

impl View {
    /// The views in the order of their tabs. A view that is not ready does not stand here.
    pub const ALL: &'static [Self] = &[Self::Offers, Self::Kept, Self::Board, Self::Agenda];

    /// Returns the word on its tab.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Offers => ui::OFFERS,
            Self::Kept => plan_words::KEPT,
            Self::Board => plan_words::BOARD,
            Self::Agenda => plan_words::AGENDA,
        }
    }
}

/// What lies above the view and takes the keys. A sum type: two boxes cannot be open at once.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Mode {
    /// Nothing: the view has the keyboard.
    #[default]
    Browse,
    /// The search line.
    Search,
    /// The help.
    Help(HelpBox),
    /// The palette of commands.
    Palette(PaletteBox),
    /// The menu of what can be copied.
    Copy,
    /// The menu of places to go to.
    Go,
    /// The menu of stages.
    Stage(StageBox),
    /// The memo of an offer.
    Memo(MemoBox),
    /// The sheet of an application.
    Sheet(Box<sheet::Sheet>),
    /// A date of an offer.
    Date(DateBox),
    /// The checklist of documents.
    Papers(Papers),
    /// Everything that is noted of an application.
    Dossier(dossier::Dossier),
    /// A part of it being written.
    Form(dossier::Form),
    /// A fact being corrected.
    Correct(CorrectBox),
    /// The line that searches in the open offer.
    Find,
    /// The headings of the open offer; the selected one.
    Outline(usize),
    /// The links of the open offer; the selected one.
    Links(usize),
    /// The values that occur, to narrow the list.
    Facets(FacetsBox),
    /// The files that gave no offer; the first one shown.
    LeftOut(usize),
    /// The name of a view.
    Name(NameBox),
}

/// The open menu of stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageBox {
    /// The offer that it was opened on.
    pub offer: OfferId,
    /// The place of the selected stage in [`tracked::Tracked::stages`].
    pub at: usize,
    /// What is asked: its title.
    pub question: Phrase,
}

/// The open facets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetsBox {
    /// The selected value: its field and the value itself. It stays selected while the counts change around it.
    pub selected: Option<(query::fields::Field, String)>,
}

pub use crate::locale::plan::DateWord as DateKind;

/// The checklist of an offer's documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Papers {
    /// The offer's id in the catalog.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// The documents, those that the offer asks for first.
    pub names: Arc<[DocumentName]>,
    /// The selected one.
    pub at: usize,
}

/// A fact being corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectBox {
    /// What is typed.
    pub field: Field,
    /// Which fact.
    pub fact: Correctable,
    /// The offer's id in the catalog.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
}

/// A date being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct DateBox {
    /// What is typed.
    pub field: Field,
    /// What the date is for.
    pub kind: DateKind,
    /// The offer that it was opened on.
    pub offer: OfferId,
    /// The title of the offer.
    pub title: String,
}

impl DateBox {
    /// Returns what was understood of what is typed, and the words that are left.
    #[must_use]
    pub fn understood(&self, today: Date) -> Option<(Moment, String)> {
        let leaning = match self.kind {
            DateKind::Reminder | DateKind::Interview | DateKind::Deadline => Leaning::Future,
            DateKind::Sent => Leaning::Past,
        };
        let (moment, rest) = when::split(self.field.text(), today, leaning)?;
        let fits = match self.kind {
            DateKind::Reminder | DateKind::Interview => true,
            DateKind::Deadline | DateKind::Sent => moment.time.is_none() && rest.is_empty(),
        };
        fits.then(|| (moment, rest.to_owned()))
    }
}

/// The open palette.
#[derive(Debug, Clone, PartialEq)]
pub struct PaletteBox {
    /// What is typed.
    pub filter: Field,
    /// The place of the selected command.
    pub selected: usize,
    /// Where it was opened: the commands that it offers.
    pub about: Context,
}

/// A memo being written.
#[derive(Debug, Clone, PartialEq)]
pub struct MemoBox {
    /// The text.
    pub field: Field,
    /// The offer.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// The notes before.
    pub was: String,
}

/// The open help.
#[derive(Debug, Clone, PartialEq)]
pub struct HelpBox {
    /// What is looked for in it.
    pub filter: Field,
    /// The first line shown.
    pub scroll: usize,
    /// Where it was opened: the keys that it lists.
    pub about: Context,
}

/// Which part of the offers has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The detail.
    Detail,
    /// The detail over the whole screen.
    Zoom,
}

/// What the button went down on: what a drag moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Held {
    /// Nothing that moves.
    #[default]
    Nothing,
    /// The line between the panes.
    Divider,
    /// The scroll bar of the list.
    ListBar,
    /// The scroll bar of the text.
    TextBar,
}

/// How far the reading of the folders came.
#[derive(Debug, Clone, PartialEq)]
pub enum Scan {
    /// Going on.
    Running {
        /// Files read so far.
        files: usize,
    },
    /// Over.
    Done {
        /// Files looked at.
        files: usize,
        /// Files that gave no offer, with the reason.
        left_out: Arc<[LeftOut]>,
    },
}

/// A file that gave no offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it lies. Clean.
    pub path: String,
    /// Why, as a sentence.
    pub reason: String,
    /// Nobody takes it for an offer: a hidden file, a picture. Listed last, not counted on the screen.
    pub expected: bool,
}

impl LeftOut {
    /// Takes what a sentence says of a file apart: which, and why.
    #[must_use]
    pub fn told(sentence: &str) -> Self {
        let parts = ["\u{a0}: ", ": "].iter().find_map(|colon| sentence.split_once(colon));
        let (path, reason) = parts.unwrap_or((sentence, ""));
        Self {
            path: path.to_owned(),
            reason: reason.to_owned(),
            expected: false,
        }
    }
}

impl Default for Scan {
    fn default() -> Self {
        Self::Running { files: 0 }
    }
}

impl Model {
    /// Makes the state before anything is read.
    #[must_use]
    pub fn new(setting: Setting, screen: Rect) -> Self {
        Self {
            screen,
            view: View::Offers,
            mode: Mode::default(),
            focus: Focus::default(),
            offers: Offers::default(),
            detail: Detail::default(),
            reading: Reading::default(),
            tracked: Tracked::default(),
            plan: Plan::default(),
            scan: Scan::default(),
            toasts: Toasts::default(),
            share: SHARE,
            preview: setting.preview,
            mouse: true,
            held: Held::default(),
            again: None,
            hint: None,
            hints_done: Vec::new(),
            setting: Arc::new(setting),
            wishes: Wishes::default(),
        }
    }

    /// Returns what has the keyboard.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.mode {
            Mode::Search => Context::Search,
            Mode::Help(_) => Context::Help,
            Mode::Palette(_) => Context::Palette,
            Mode::Copy => Context::Copy,
            Mode::Go => Context::Go,
            Mode::Stage(_) => Context::Stage,
            Mode::Memo(_) => Context::Memo,
            Mode::Sheet(sheet) if sheet.left.is_some() => Context::SheetSent,
            Mode::Sheet(sheet) if sheet.typing.is_some() => Context::SheetText,
            Mode::Sheet(_) => Context::Sheet,
            Mode::Date(_) => Context::Date,
            Mode::Papers(_) => Context::Papers,
            Mode::Dossier(_) => Context::Dossier,
            Mode::Form(_) => Context::Form,
            Mode::Correct(_) => Context::Correct,
            Mode::Find => Context::Find,
            Mode::Outline(_) => Context::Outline,
            Mode::Links(_) => Context::Links,
            Mode::Facets(_) => Context::Facets,
            Mode::LeftOut(_) => Context::LeftOut,
            Mode::Name(_) => Context::Name,
            Mode::Browse => match (self.view, self.focus) {
                (View::Board, _) => Context::Board,
                (View::Agenda, _) => Context::Agenda,
                (View::Offers | View::Kept, Focus::List) => Context::List,
                (View::Offers | View::Kept, Focus::Detail) => Context::Detail,
                (View::Offers | View::Kept, Focus::Zoom) => Context::Zoom,
            },
        }
    }

    /// Returns the number beside the tab of a view.
    #[must_use]
    pub fn count(&self, view: View) -> usize {
        match view {
            View::Offers => self.offers.library.rows().len(),
            View::Kept => self.plan.kept.len(),
            View::Board => 0,
            View::Agenda => self.plan.agenda.due(self.setting.today),
        }
    }

    /// Returns what could not be read, then the files that gave no offer, those that somebody may have meant to be one
    /// first.
    #[must_use]
    pub fn left_out(&self) -> impl DoubleEndedIterator<Item = &LeftOut> + Clone {
        let files: &[LeftOut] = match &self.scan {
            Scan::Running { .. } => &[],
            Scan::Done { left_out, .. } => left_out,
        };
        let troubles = self.tracked.troubles.iter().chain(&self.setting.mistakes);
        troubles.chain(files)
    }

    /// Tells whether `n` and `N` go from match to match in the text.
    #[must_use]
    pub fn finds(&self) -> bool {
        let find = self.detail.find.as_ref();
        self.focus != Focus::List && find.is_some_and(|find| !find.matches.is_empty())
    }

    /// Returns what the list shows of an offer.
    #[must_use]
    pub fn marks(&self, id: &OfferId) -> Marks {
        self.tracked.visits.mark(id, self.tracked.shortlist.marks(id))
    }

    /// Returns the application selected in the views of the shortlist.
    #[must_use]
    pub fn selected_application(&self) -> Option<&Application> {
        let id = match self.view {
            // One that the agenda showed may not be kept.
            View::Offers | View::Kept => self.plan.kept.get(self.plan.place()),
            View::Board => return self.board_card(),
            // Nothing may be due for the one that is selected in the other views.
            View::Agenda => self.plan.agenda.items.get(self.plan.item).map(|item| &item.id),
        };
        self.tracked.shortlist.get(id?)
    }

    /// Returns the selected card of the board; `None` in an empty column.
    #[must_use]
    pub fn board_card(&self) -> Option<&Application> {
        let cards = &self.plan.columns.get(self.plan.column)?.cards;
        self.tracked.shortlist.get(cards.get(self.plan.card())?)
    }

    /// Makes list, board and agenda anew from the shortlist.
    pub fn refresh_plan(&mut self) {
        let (item, column, card) = (self.plan.item, self.plan.column, self.plan.card());
        let selected = self.plan.selected.clone();
        let setting = &self.setting;
        self.plan
            .refresh(&self.tracked.shortlist, setting.follow_up_rules, setting.today);
        match self.view {
            // What was done leaves the place to what comes next.
            View::Agenda => self.plan.stay(item),
            View::Board if self.plan.selected != selected => self.plan.stay_in_column(column, card),
            View::Offers | View::Kept | View::Board => {}
        }
    }

    /// Returns the language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.setting.lang
    }
}
