//! What the candidate did and plans about an offer: above and below what the offer says.

use super::Card;
use crate::locale::tracking as words;
use crate::locale::{dates, plan, ui};
use crate::offer::Summary;
use crate::text::{clean, width};
use crate::tracking::compare::{Changes, DiffLine};
use crate::tracking::{Application, EventKind, OwnStage, Stage, Step};
use crate::tui::page::card::step_look;
use crate::tui::page::{PageLine, Piece, wrap};
use crate::tui::theme::{Look, Role};

impl Card<'_> {
    /// Writes how far the application came, when the offer is in the shortlist.
    pub fn application(&mut self, application: &Application, own: &[OwnStage]) {
        let step = application.step(own);
        let ladder = self.ladder(application, step);
        let columns: usize = ladder.iter().map(|piece| width(&piece.text)).sum();
        if columns <= self.width && !is_said_in_words(&application.stage) {
            self.page.lines.push(PageLine::from(ladder));
            return;
        }
        let mut pieces = vec![Piece::new(step.ramp(false), step_look(Some(step)))];
        let stage = words::stage(self.lang, &application.stage);
        pieces.push(Piece::new(format!("  {stage}"), step_look(Some(step)).bold()));
        if let Some(day) = application.day_of(&application.stage, self.today) {
            let day = dates::short(self.lang, day, self.today);
            pieces.push(Piece::new(ui::since(self.lang, &day), Look::of(Role::Muted)));
        }
        self.page.lines.push(PageLine::from(pieces));
    }

    /// Returns every step of the ramp, those that were reached with their days.
    fn ladder(&self, application: &Application, reached: Step) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (step, stage) in Step::ALL.into_iter().zip(STEPS) {
            let name = words::step(self.lang, step).to_lowercase();
            let gap = if step == Step::Spotted { "" } else { "  " };
            if step > reached {
                pieces.push(Piece::new(format!("{gap}· {name}"), Look::of(Role::Muted)));
                continue;
            }
            let day = match step {
                Step::Spotted => application.first_seen,
                _ => stage.and_then(|stage| application.day_of(&stage, self.today)),
            };
            let look = step_look(Some(step));
            let look = if step == reached { look.bold() } else { look };
            pieces.push(Piece::new(format!("{gap}{} {name}", step.glyph(false)), look));
            if let Some(day) = day {
                let day = dates::short(self.lang, day, self.today);
                pieces.push(Piece::new(format!(" {day}"), Look::of(Role::Muted)));
            }
        }
        pieces
    }

    /// Writes the next action and the interviews ahead.
    pub fn planned(&mut self, application: &Application) {
        let today = self.today;
        for interview in application
            .interviews
            .iter()
            .filter(|interview| interview.date >= today)
        {
            let mut sentence = plan::dated_word(self.lang, plan::DateWord::Interview, interview.date, self.today);
            if let Some(time) = interview.time {
                sentence.extend([" ", &plan::hour(self.lang, time)]);
            }
            let places = [&interview.place, &interview.link].into_iter().flatten();
            for part in places.chain(&interview.people) {
                sentence.extend([" · ", clean(part).one_line().as_str()]);
            }
            self.marked("◆", &sentence, Look::of(Role::Notes).bold());
        }
        if let Some(next) = &application.next {
            let days = dates::days_until(next.date, self.today);
            let look = Look::of(if days <= 0 { Role::Late } else { Role::Soon });
            let mut sentence = plan::dated_word(self.lang, plan::DateWord::Reminder, next.date, self.today);
            if !next.what.is_empty() {
                sentence.extend([" · ", clean(&next.what).one_line().as_str()]);
            }
            self.marked("▸", &sentence, look);
        }
    }

    /// Says that the offer is in no folder any more.
    pub fn gone(&mut self) {
        self.marked("∅", ui::GONE.get(self.lang), Look::of(Role::Late).bold());
    }

    /// Says what changed since the offer was kept.
    pub fn changed(&mut self, changes: &Changes) {
        self.page.blank();
        self.marked("≠", plan::CHANGED.get(self.lang), Look::of(Role::Soon).bold());
        for difference in &changes.facts {
            let sentence = plan::difference(self.lang, difference);
            self.indented(clean(&sentence).one_line().as_str(), Look::of(Role::Text));
        }
        if changes.facts.is_empty() {
            self.indented(plan::WORDING.get(self.lang), Look::of(Role::Text));
        }
        self.lines_changed(&changes.lines);
        self.indented(plan::CHANGED_HOW.get(self.lang), Look::of(Role::Muted));
    }

    /// Writes the lines that went and came, as many as leave the offer itself in sight, and counts the rest.
    fn lines_changed(&mut self, lines: &[DiffLine]) {
        let changed = lines.iter().filter_map(|line| match line {
            DiffLine::Gone(text) => Some(("-", text, Role::Late)),
            DiffLine::New(text) => Some(("+", text, Role::Good)),
            DiffLine::Same(_) | DiffLine::Skipped(_) => None,
        });
        let said: Vec<_> = changed.filter(|(_, text, _)| !text.trim().is_empty()).collect();
        let mut rows = 0;
        for (number, (sign, text, role)) in said.iter().enumerate() {
            let wrapped = wrap(clean(text).one_line().as_str(), self.width.saturating_sub(5));
            if number > 0 && rows + wrapped.len() > MOST_CHANGED {
                let rest = plan::lines_more(self.lang, said.len() - number);
                self.indented(&rest, Look::of(Role::Muted));
                return;
            }
            let cut = wrapped.len() > MOST_CHANGED;
            for (at, line) in wrapped.into_iter().take(MOST_CHANGED).enumerate() {
                let sign = if at == 0 { sign } else { " " };
                let more = if cut && at + 1 == MOST_CHANGED { "…" } else { "" };
                let line = format!("  {sign} {line}{more}");
                self.page.lines.push(PageLine::of(line, Look::of(*role)));
                rows += 1;
            }
        }
    }

    /// Says which applications already went to the same organisation, the latest first.
    pub fn already_applied(&mut self, applications: &[&Application]) {
        for application in applications.iter().take(2) {
            let Some(day) = application.sent_on() else { continue };
            let sentence = plan::already_applied(self.lang, application, &dates::short(self.lang, day, self.today));
            self.marked("↻", clean(&sentence).one_line().as_str(), Look::of(Role::Soon));
        }
    }

    /// Says where else the offer is likely published: the place of each, and its file.
    pub fn twins<'s>(&mut self, twins: impl Iterator<Item = &'s Summary>) {
        let mut named: Vec<String> = twins
            .map(|row| match &*row.place {
                "" => row.path.to_string(),
                place => format!("{place} ({})", row.path),
            })
            .collect();
        if named.is_empty() {
            return;
        }
        let more = named.len().saturating_sub(MOST_TWINS);
        named.truncate(MOST_TWINS);
        let sentence = plan::twins(self.lang, &named, more);
        self.marked("≈", clean(&sentence).one_line().as_str(), Look::of(Role::Soon));
    }

    fn marked(&mut self, mark: &str, sentence: &str, look: Look) {
        for (at, line) in wrap(sentence, self.width.saturating_sub(2)).into_iter().enumerate() {
            let mark = if at == 0 { mark } else { " " };
            self.page.lines.push(PageLine::of(format!("{mark} {line}"), look));
        }
    }

    /// Writes the candidate's notes and what happened.
    pub fn notes(&mut self, application: &Application) {
        if !application.notes.trim().is_empty() {
            self.page.heading(ui::MY_NOTES.get(self.lang), Role::Notes);
            for line in application.notes.lines() {
                self.indented(clean(line).as_str(), Look::default());
            }
        }
        if !application.history.is_empty() {
            self.page.heading(ui::HISTORY.get(self.lang), Role::Accent);
            for event in application.history.iter().rev() {
                let day = dates::short(self.lang, event.date, self.today);
                let what = self.event(&event.kind);
                let note = event.note.as_deref().map(|note| clean(note).one_line().into_string());
                let parts: Vec<String> = [what, note].into_iter().flatten().collect();
                self.indented(&format!("{day} {}", parts.join(" · ")), Look::of(Role::Muted));
            }
        }
    }

    fn event(&self, kind: &EventKind) -> Option<String> {
        match kind {
            EventKind::Stage(stage) => Some(words::stage(self.lang, stage).to_owned()),
            EventKind::FollowedUp(_) => Some(ui::FOLLOWED_UP.get(self.lang).to_owned()),
            EventKind::OfferChanged => Some(ui::OFFER_CHANGED.get(self.lang).to_owned()),
            EventKind::Remark => None,
        }
    }

    fn indented(&mut self, content: &str, look: Look) {
        for line in wrap(content, self.width.saturating_sub(2)) {
            self.page.lines.push(PageLine::of(format!("  {line}"), look));
        }
    }
}

/// The other places of an offer that are named on its card.
const MOST_TWINS: usize = 4;

/// The rows that a changed text takes at most.
const MOST_CHANGED: usize = 20;

/// The stage that each step of the ramp begins with; an answer has several.
const STEPS: [Option<Stage>; 5] = [
    Some(Stage::Spotted),
    Some(Stage::Kept),
    Some(Stage::Sent),
    Some(Stage::Interview),
    None,
];

/// Tells whether the ladder would not say the stage: it is an end, or one of the candidate's own.
fn is_said_in_words(stage: &Stage) -> bool {
    match stage {
        Stage::Spotted | Stage::Kept | Stage::Sent | Stage::Interview => false,
        Stage::Answered(_) | Stage::Withdrawn | Stage::NoAnswer | Stage::Archived | Stage::Own(_) => true,
    }
}
