//! The kept offers as a list, a board and an agenda: three views of the shortlist with one selected application.

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use crate::locale::plan::KeptOrder as KeptSort;
use crate::offer::OfferId;
use crate::tracking::agenda::{Agenda, FollowUpRules, Section};
use crate::tracking::stats::Numbers;
use crate::tracking::{Application, Shortlist, Stage, Step};

/// What the three views show. Made anew whenever the shortlist changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// What lies ahead.
    pub agenda: Agenda,
    /// The numbers below the agenda.
    pub numbers: Numbers,
    /// The kept applications in the order of their list.
    pub kept: Vec<OfferId>,
    /// The columns of the board, those without a card included.
    pub columns: Vec<Column>,
    /// The order of the list.
    pub sort: KeptSort,
    /// The selected application, the same in every view.
    pub selected: Option<OfferId>,
    /// The selected item of the agenda: one application may stand there several times.
    pub item: usize,
    /// The column of the board that has the keyboard: it may be empty.
    pub column: usize,
    /// The first row of the list on screen.
    pub offset: usize,
    /// The first line of the agenda on screen.
    pub agenda_offset: usize,
    /// The offers marked for a common action, by their id in the catalog.
    pub marked: BTreeSet<OfferId>,
    /// Whether the view of the start was chosen.
    pub started: bool,
}

/// A column of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The step it stands for.
    pub step: Step,
    /// Its cards from top to bottom.
    pub cards: Vec<OfferId>,
}

/// The orders in the order of the key that changes them.
pub const SORTS: [KeptSort; 4] = [
    KeptSort::Agenda,
    KeptSort::Stage,
    KeptSort::Organization,
    KeptSort::Recent,
];

/// A line of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaLine {
    /// The title of a part.
    Heading(Section),
    /// The item of this number.
    Item(usize),
    /// Air.
    Blank,
    /// The title of the numbers.
    NumbersHeading,
    /// The line of this number of the numbers.
    Number(usize),
}

impl Plan {
    /// Makes lists, columns and agenda anew, keeping the selection where it can: what left the list gives it to the one
    /// that took its place.
    pub fn refresh(&mut self, shortlist: &Shortlist, rules: FollowUpRules, today: Date) {
        let place = self.place();
        self.agenda = Agenda::of(shortlist.iter(), shortlist.own_stages(), rules, today);
        self.numbers = Numbers::of(shortlist.iter(), shortlist.own_stages());
        let kept: Vec<&Application> = shortlist.iter().filter(|application| is_kept(application)).collect();
        self.columns = columns(&kept, shortlist, &self.agenda);
        self.kept = self.sorted(kept, shortlist);
        let stays = self.selected.as_ref().is_some_and(|id| self.kept.contains(id));
        if !stays {
            self.selected = self.kept.get(place).or(self.kept.last()).cloned();
        }
        self.item = self.item.min(self.agenda.items.len().saturating_sub(1));
        self.follow();
    }

    /// Selects the card at this place of a column of the board, or the last one, when there is any.
    pub fn stay_in_column(&mut self, column: usize, place: usize) {
        let cards = self.columns.get(column).map(|column| column.cards.as_slice());
        let cards = cards.unwrap_or_default();
        if let Some(id) = cards.get(place).or(cards.last()) {
            self.selected = Some(id.clone());
            self.column = column;
        }
    }

    /// Selects the item at this place of the agenda, or the last one.
    pub fn stay(&mut self, place: usize) {
        self.item = place.min(self.agenda.items.len().saturating_sub(1));
        if let Some(item) = self.agenda.items.get(self.item) {
            self.selected = Some(item.id.clone());
        }
    }

    /// Puts the column of the board and the item of the agenda on the selected application.
    pub fn follow(&mut self) {
        let Some(selected) = &self.selected else { return };
        if let Some(column) = self.columns.iter().position(|column| column.cards.contains(selected)) {
            self.column = column;
        }
        self.column = self.column.min(self.columns.len().saturating_sub(1));
        let here = self
            .agenda
            .items
            .get(self.item)
            .is_some_and(|item| item.id == *selected);
        if !here && let Some(at) = self.agenda.items.iter().position(|item| item.id == *selected) {
            self.item = at;
        }
    }

    /// Returns the place of the selected application in the list.
    #[must_use]
    pub fn place(&self) -> usize {
        let selected = self.selected.as_ref();
        selected
            .and_then(|id| self.kept.iter().position(|known| known == id))
            .unwrap_or(0)
    }

    /// Returns the place of the selected card in its column.
    #[must_use]
    pub fn card(&self) -> usize {
        let cards = self
            .columns
            .get(self.column)
            .map(|column| column.cards.as_slice())
            .unwrap_or_default();
        let selected = self.selected.as_ref();
        selected
            .and_then(|id| cards.iter().position(|known| known == id))
            .unwrap_or(0)
    }

    /// Returns the lines of the agenda from top to bottom.
    #[must_use]
    pub fn lines(&self) -> Vec<AgendaLine> {
        let mut lines = Vec::new();
        for section in Section::ALL {
            let items = self
                .agenda
                .items
                .iter()
                .enumerate()
                .filter(|(_, item)| item.section == section);
            let items: Vec<AgendaLine> = items.map(|(number, _)| AgendaLine::Item(number)).collect();
            if !items.is_empty() {
                lines.push(AgendaLine::Heading(section));
                lines.extend(items);
                lines.push(AgendaLine::Blank);
            }
        }
        if self.numbers.sent > 0 {
            lines.push(AgendaLine::NumbersHeading);
            lines.push(AgendaLine::Number(0));
            let months = if self.numbers.is_enough() {
                self.numbers.months.len()
            } else {
                0
            };
            lines.extend((0..months).map(|month| AgendaLine::Number(month + 1)));
        }
        if lines.last() == Some(&AgendaLine::Blank) {
            lines.pop();
        }
        lines
    }

    fn sorted(&self, mut kept: Vec<&Application>, shortlist: &Shortlist) -> Vec<OfferId> {
        let own = shortlist.own_stages();
        let due = |application: &Application| {
            self.agenda
                .items
                .iter()
                .position(|item| item.id == application.id)
                .unwrap_or(usize::MAX)
        };
        match self.sort {
            KeptSort::Agenda => {
                kept.sort_by_key(|application| (application.stage.is_over(), due(application)));
            }
            KeptSort::Stage => kept.sort_by_key(|application| std::cmp::Reverse(application.step(own))),
            KeptSort::Organization => {
                kept.sort_by_key(|application| application.organization().to_lowercase());
            }
            KeptSort::Recent => {
                kept.sort_by_key(|application| std::cmp::Reverse(application.history.last().map(|event| event.date)));
            }
        }
        kept.into_iter().map(|application| application.id.clone()).collect()
    }
}

/// Tells whether an application stands in the Kept view: kept or further, and not put away.
fn is_kept(application: &Application) -> bool {
    !application.hidden && !matches!(application.stage, Stage::Spotted | Stage::Archived)
}

/// Returns the columns of the board, the most urgent card of each on top.
fn columns(kept: &[&Application], shortlist: &Shortlist, agenda: &Agenda) -> Vec<Column> {
    let own = shortlist.own_stages();
    let due = |application: &Application| agenda.items.iter().position(|item| item.id == application.id);
    Step::ALL
        .into_iter()
        .filter(|step| *step != Step::Spotted)
        .map(|step| {
            let mut cards: Vec<&&Application> = kept
                .iter()
                .filter(|application| application.step(own) == step)
                .collect();
            cards.sort_by_key(|application| {
                (
                    application.stage.is_over(),
                    due(application).unwrap_or(usize::MAX),
                    application.id.clone(),
                )
            });
            Column {
                step,
                cards: cards.into_iter().map(|application| application.id.clone()).collect(),
            }
        })
        .collect()
}
