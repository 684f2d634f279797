//! The card above an offer's text: how to apply first, then every fact, stated or not, then the doubts.

use jiff::civil::Date;

use super::{Page, PageLine, Piece, Proof, wrap};
use crate::locale::facts as words;
use crate::locale::tracking as tracking_words;
use crate::locale::{Lang, Phrase, dates, findings, plan, ui};
use crate::offer::state::state;
use crate::offer::{Contact, ContactRole, Evidence, Fact, Facts, Offer, State, StateReason, Summary};
use crate::text::{clean, clean_visibly, width};
use crate::tracking::compare::Difference;
use crate::tracking::{Application, EventKind, OwnStage};
use crate::tui::theme::{Look, Role};
use crate::tui::view::list::step_look;

/// The columns of the names on the card, with their indent.
const LABEL: usize = 15;

/// Builds the card.
pub struct Card<'a> {
    page: &'a mut Page,
    lang: Lang,
    today: Date,
    width: usize,
    /// The names of the facts that the offer does not state.
    silent: Vec<&'static str>,
}

impl<'a> Card<'a> {
    /// Starts a card at the end of `page`, in lines at most `width` wide.
    pub fn new(page: &'a mut Page, lang: Lang, today: Date, width: u16) -> Self {
        Self {
            page,
            lang,
            today,
            width: usize::from(width),
            silent: Vec::new(),
        }
    }

    /// Writes title, employer and the facts that a candidate looks at first.
    pub fn head(&mut self, offer: &Offer, summary: &Summary) {
        for line in wrap(&summary.title, self.width) {
            self.page.lines.push(PageLine::of(line, Look::of(Role::Text).bold()));
        }
        let mut parts: Vec<String> = Vec::new();
        for part in [&summary.organization, &summary.place] {
            if !part.is_empty() {
                parts.push(part.to_string());
            }
        }
        parts.extend(self.contract(&offer.facts));
        let stated = !summary.organization.is_empty();
        for (at, line) in wrap(&parts.join(" · "), self.width).into_iter().enumerate() {
            // The employer stands out when it fits on the first line with something after it.
            let pieces = match line.split_once(" · ") {
                Some((employer, rest)) if at == 0 && stated => vec![
                    Piece::new(employer, Look::of(Role::Text)),
                    Piece::new(format!(" · {rest}"), Look::of(Role::Muted)),
                ],
                _ => vec![Piece::new(line, Look::of(Role::Muted))],
            };
            self.page.lines.push(PageLine::from(pieces));
        }
    }

    /// Returns kind and duration in one: `stage 6 mois`.
    fn contract(&self, facts: &Facts) -> Option<String> {
        let kinds = self.kinds(facts);
        let duration = facts
            .duration
            .as_ref()
            .map(|fact| words::duration(self.lang, fact.value));
        match (kinds.is_empty(), duration) {
            (true, None) => None,
            (true, Some(duration)) => Some(duration),
            (false, None) => Some(kinds),
            (false, Some(duration)) => Some(format!("{kinds} {duration}")),
        }
    }

    fn kinds(&self, facts: &Facts) -> String {
        let names = facts
            .employment_types
            .iter()
            .map(|fact| words::employment_type(self.lang, fact.value));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Writes the deadline in full, when there is one.
    pub fn deadline(&mut self, facts: &Facts) {
        let Some(deadline) = &facts.deadline else { return };
        let days = dates::days_until(deadline.value, self.today);
        let look = deadline_look(days);
        let date = dates::full_with_weekday(self.lang, deadline.value);
        let sentence = ui::deadline_sentence(self.lang, &date, &dates::distance(self.lang, days), days < 0);
        self.page.lines.push(PageLine::of(format!("⚑ {sentence}"), look));
    }

    /// Writes how far the application came, when the offer is in the shortlist.
    pub fn application(&mut self, application: &Application, own: &[OwnStage]) {
        let step = application.step(own);
        let mut pieces = vec![Piece::new(step.ramp(false), step_look(Some(step)))];
        let stage = tracking_words::stage(self.lang, &application.stage);
        pieces.push(Piece::new(format!("  {stage}"), step_look(Some(step)).bold()));
        if let Some(day) = application.reached(&application.stage) {
            let day = dates::short(self.lang, day, self.today);
            pieces.push(Piece::new(ui::since(self.lang, &day), Look::of(Role::Muted)));
        }
        self.page.lines.push(PageLine::from(pieces));
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
        self.marked("✝", ui::GONE.get(self.lang), Look::of(Role::Late).bold());
    }

    /// Says what changed since the offer was kept.
    pub fn changed(&mut self, differences: &[Difference]) {
        self.page.blank();
        self.marked("≠", plan::CHANGED.get(self.lang), Look::of(Role::Soon).bold());
        for difference in differences {
            let sentence = plan::difference(self.lang, difference);
            self.indented(clean(&sentence).one_line().as_str(), Look::of(Role::Text));
        }
        if differences.is_empty() {
            self.indented(plan::WORDING.get(self.lang), Look::of(Role::Text));
        }
        self.indented(plan::CHANGED_HOW.get(self.lang), Look::of(Role::Muted));
    }

    /// Says which applications already went to the same organisation, the latest first.
    pub fn already_applied(&mut self, applications: &[&Application]) {
        for application in applications.iter().take(2) {
            let Some(day) = application.sent_on() else { continue };
            let sentence = plan::already_applied(self.lang, application, &dates::short(self.lang, day, self.today));
            self.marked("↻", clean(&sentence).one_line().as_str(), Look::of(Role::Soon));
        }
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
            EventKind::Stage(stage) => Some(tracking_words::stage(self.lang, stage).to_owned()),
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

    /// Writes to whom to apply, with what.
    pub fn to_apply(&mut self, facts: &Facts) {
        self.page.heading(words::TO_APPLY.get(self.lang), Role::Accent);
        for (role, label) in [
            (ContactRole::To, words::TO),
            (ContactRole::Cc, words::CC),
            (ContactRole::Info, words::INFO),
        ] {
            for contact in facts.contacts.iter().filter(|fact| fact.value.role == role) {
                self.contact(label, contact);
            }
        }
        for url in &facts.apply_urls {
            self.row(
                words::LINK,
                clean_visibly(&url.value).as_str(),
                link_look(),
                &url.evidence,
            );
        }
        for phone in &facts.phones {
            self.row(
                words::PHONE,
                clean(&phone.value).as_str(),
                Look::default(),
                &phone.evidence,
            );
        }
        if facts.contacts.is_empty() && facts.apply_urls.is_empty() && facts.phones.is_empty() {
            self.unstated(words::TO);
        }
        self.stated_or_not(words::SUBJECT, facts.subject.as_ref(), |subject| {
            clean(subject).into_string()
        });
        self.documents(facts);
    }

    fn contact(&mut self, label: Phrase, contact: &Fact<Contact>) {
        let address = clean_visibly(&contact.value.email);
        self.row(label, address.as_str(), link_look(), &contact.evidence);
        if let (Some(name), Some(line)) = (&contact.value.name, self.page.lines.last_mut()) {
            let used: usize = line.pieces.iter().map(|piece| width(&piece.text)).sum();
            let name = format!("  {}", clean(name).one_line());
            if used + width(&name) <= self.width {
                line.pieces.push(Piece::new(name, Look::of(Role::Muted)));
            }
        }
    }

    fn documents(&mut self, facts: &Facts) {
        if facts.documents.is_empty() {
            return self.unstated(words::DOCUMENTS);
        }
        let start = self.page.lines.len();
        let names: Vec<String> = facts
            .documents
            .iter()
            .map(|fact| {
                format!(
                    "○\u{a0}{}",
                    words::document(self.lang, fact.value).replace(' ', "\u{a0}")
                )
            })
            .collect();
        self.value(
            words::DOCUMENTS.get(self.lang),
            &names.join("\u{a0}\u{a0} "),
            Look::default(),
        );
        for document in &facts.documents {
            self.page
                .proofs
                .push(Proof::of(words::DOCUMENTS.get(self.lang), start, document));
        }
    }

    /// Writes the other facts, then the names of those that are not stated.
    pub fn facts(&mut self, facts: &Facts) {
        self.page.heading(words::THE_OFFER.get(self.lang), Role::Accent);
        let lang = self.lang;
        match facts.employment_types.first() {
            Some(first) => self.row(words::CONTRACT, &self.kinds(facts), Look::default(), &first.evidence),
            None => self.silent.push(words::CONTRACT.get(lang)),
        }
        self.stated(words::DURATION, facts.duration.as_ref(), |value| {
            words::duration(lang, *value)
        });
        self.stated(words::START, facts.start.as_ref(), |value| words::start(lang, *value));
        self.stated(words::DEADLINE, facts.deadline.as_ref(), |value| {
            dates::full(lang, *value)
        });
        self.stated(words::PAY, facts.pay.as_ref(), |pay| {
            clean(&pay.text).one_line().into_string()
        });
        self.stated(words::PLACE, facts.place.as_ref(), |place| clean(place).into_string());
        self.stated(words::REMOTE, facts.remote.as_ref(), |remote| {
            words::remote(lang, *remote).to_owned()
        });
        self.stated(words::LEVEL, facts.level.as_ref(), |level| {
            clean(level).one_line().into_string()
        });
        self.stated(words::POSTED, facts.date_posted.as_ref(), |day| dates::full(lang, *day));
        if let Some(first) = facts.tags.first() {
            let tags: Vec<_> = facts.tags.iter().map(|tag| clean(&tag.value).into_string()).collect();
            self.row(words::TAGS, &tags.join(", "), Look::default(), &first.evidence);
        }
    }

    /// Writes the state with its reason, and what the offer does not say.
    pub fn state(&mut self, summary: &Summary) {
        let (state, reason) = state(summary, self.today);
        let look = match state {
            State::Open | State::Upcoming => Look::of(Role::Good),
            State::Closed | State::Filled => Look::of(Role::Late),
            State::ClosingSoon | State::LikelyClosed | State::Draft => Look::of(Role::Soon),
            State::Unknown => Look::of(Role::Muted),
        };
        let mut sentence = words::state(self.lang, state).to_owned();
        // The deadline stands two lines above.
        if !matches!(reason, StateReason::Nothing | StateReason::Deadline(_)) {
            sentence.push_str(&ui::because(self.lang, &words::state_reason(self.lang, reason)));
        }
        self.value(words::STATE.get(self.lang), &sentence, look);
        let silent = std::mem::take(&mut self.silent);
        if !silent.is_empty() {
            let label = words::NOT_STATED.get(self.lang);
            self.value(label, &silent.join(", "), Look::of(Role::Muted));
        }
    }

    /// Writes contradictions and doubts.
    pub fn warnings(&mut self, offer: &Offer) {
        for warning in &offer.warnings {
            let sentence = findings::warning(self.lang, warning);
            let start = self.page.lines.len();
            for (at, line) in wrap(&sentence, self.width.saturating_sub(4)).into_iter().enumerate() {
                let mark = if at == 0 { "  ⚠ " } else { "    " };
                let look = Look::of(Role::Soon);
                self.page
                    .lines
                    .push(PageLine::from(vec![Piece::new(mark, look), Piece::new(line, look)]));
            }
            let passages = warning.passages.iter().map(|span| Evidence {
                origin: crate::offer::Origin::Text {
                    span: span.clone(),
                    line: warning.line,
                },
                inferred: None,
            });
            self.page.proofs.push(Proof {
                label: ui::DOUBT.get(self.lang),
                line: start,
                evidence: passages.collect(),
            });
        }
    }

    fn stated<T>(&mut self, label: Phrase, fact: Option<&Fact<T>>, say: impl Fn(&T) -> String) {
        match fact {
            Some(fact) => self.row(label, &say(&fact.value), Look::default(), &fact.evidence),
            None => self.silent.push(label.get(self.lang)),
        }
    }

    fn stated_or_not<T>(&mut self, label: Phrase, fact: Option<&Fact<T>>, say: impl Fn(&T) -> String) {
        match fact {
            Some(fact) => self.row(label, &say(&fact.value), Look::default(), &fact.evidence),
            None => self.unstated(label),
        }
    }

    fn unstated(&mut self, label: Phrase) {
        let sentence = words::NOT_STATED.get(self.lang);
        self.value(label.get(self.lang), sentence, Look::of(Role::Muted));
    }

    /// Writes a fact and remembers where it was read.
    fn row(&mut self, label: Phrase, value: &str, look: Look, evidence: &[Evidence]) {
        let label = label.get(self.lang);
        let inferred = evidence.first().and_then(|evidence| evidence.inferred);
        let line = self.page.lines.len();
        match inferred {
            Some(inference) => {
                let note = words::inference(self.lang, inference);
                self.value(label, &format!("{value} ({note})"), look);
            }
            None => self.value(label, value, look),
        }
        self.page.proofs.push(Proof {
            label,
            line,
            evidence: evidence.to_vec(),
        });
    }

    /// Writes a name and a value, the value hanging below itself when it is long.
    fn value(&mut self, label: &str, value: &str, look: Look) {
        let room = self.width.saturating_sub(LABEL).max(8);
        for (at, line) in wrap(value, room).into_iter().enumerate() {
            let name = if at == 0 { label } else { "" };
            let pad = (LABEL - 2).saturating_sub(width(name)).max(1);
            let name = format!("  {name}{}", " ".repeat(pad));
            self.page.lines.push(PageLine::from(vec![
                Piece::new(name, Look::of(Role::Muted)),
                Piece::new(line, look),
            ]));
        }
    }
}

/// Returns the look of a deadline so many days away.
#[must_use]
pub fn deadline_look(days: i32) -> Look {
    match days {
        ..0 => Look::of(Role::Muted).strike(),
        0..=1 => Look::of(Role::Late).bold(),
        2..=7 => Look::of(Role::Soon).bold(),
        _ => Look::of(Role::Muted),
    }
}

fn link_look() -> Look {
    Look::of(Role::Link).underline()
}
