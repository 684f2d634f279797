//! The card above an offer's text: how to apply first, then every fact, stated or not, then the doubts.

pub mod tracked;

use jiff::civil::Date;

use super::{Page, PageLine, Piece, Proof, capital, wrap};
use crate::locale::facts as words;
use crate::locale::{Lang, Phrase, correct, dates, findings, ui};
use crate::offer::state::state;
use crate::offer::{
    Contact, ContactRole, DocumentKind, Evidence, Fact, Facts, Offer, Origin, State, StateReason, Summary,
};
use crate::text::{clean, clean_visibly, width};
use crate::tracking::Step;
use crate::tracking::application::{Document, DocumentName};
use crate::tui::theme::{Look, Role};

/// The columns of the names on the card, with their indent.
const LABEL: usize = 15;

/// A fact in words, with where it was read.
struct Said<'a> {
    value: String,
    evidence: &'a [Evidence],
}

impl<'a> Said<'a> {
    fn of<T>(value: String, fact: &'a Fact<T>) -> Self {
        Self {
            value,
            evidence: &fact.evidence,
        }
    }
}

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
        parts.extend(self.contract(&offer.facts).map(|contract| capital(&contract)));
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
        let label = words::DEADLINE.get(self.lang);
        self.page.proofs.push(Proof::of(label, self.page.lines.len(), deadline));
        let sentence = self.noted(&sentence, &deadline.evidence);
        for (at, line) in wrap(&sentence, self.width.saturating_sub(2)).into_iter().enumerate() {
            let mark = if at == 0 { "⚑" } else { " " };
            self.page.lines.push(PageLine::of(format!("{mark} {line}"), look));
        }
    }

    /// Writes to whom to apply, with what.
    pub fn to_apply(&mut self, facts: &Facts, ready: &[Document]) {
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
        self.documents(facts, ready);
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

    /// Writes the documents, those that are ready ticked.
    fn documents(&mut self, facts: &Facts, ready: &[Document]) {
        if facts.documents.is_empty() {
            return self.unstated(words::DOCUMENTS);
        }
        let start = self.page.lines.len();
        let ticked = |kind| ready.iter().any(|document| document.kind == DocumentName::Known(kind));
        let name = |fact: &Fact<DocumentKind>| {
            let mark = if ticked(fact.value) { "✓" } else { "○" };
            let name = words::document(self.lang, fact.value);
            format!("{mark} {name}").replace(' ', "\u{a0}")
        };
        let names: Vec<String> = facts.documents.iter().map(name).collect();
        let label = words::DOCUMENTS.get(self.lang);
        self.value(label, &names.join("\u{a0}\u{a0} "), Look::default());
        for document in &facts.documents {
            self.page.proofs.push(Proof::of(label, start, document));
        }
    }

    /// Writes the other facts; the names of those that are not stated are kept for [`Card::state`].
    pub fn facts(&mut self, facts: &Facts) {
        self.page.heading(words::THE_OFFER.get(self.lang), Role::Accent);
        let lang = self.lang;
        self.together(&[
            (
                words::CONTRACT,
                facts
                    .employment_types
                    .first()
                    .map(|first| Said::of(self.kinds(facts), first)),
            ),
            (
                words::DURATION,
                facts
                    .duration
                    .as_ref()
                    .map(|fact| Said::of(words::duration(lang, fact.value), fact)),
            ),
        ]);
        self.stated(words::START, facts.start.as_ref(), |value| words::start(lang, *value));
        if facts.deadline.is_none() {
            self.silent.push(words::DEADLINE.get(lang));
        }
        self.stated(words::PAY, facts.pay.as_ref(), |pay| {
            clean(&pay.text).one_line().into_string()
        });
        self.together(&[
            (
                words::PLACE,
                facts
                    .place
                    .as_ref()
                    .map(|fact| Said::of(clean(&fact.value).into_string(), fact)),
            ),
            (
                words::REMOTE,
                facts
                    .remote
                    .as_ref()
                    .map(|fact| Said::of(words::remote(lang, fact.value).to_owned(), fact)),
            ),
        ]);
        self.stated(words::LEVEL, facts.level.as_ref(), |level| {
            clean(level).one_line().into_string()
        });
        self.stated(words::POSTED, facts.date_posted.as_ref(), |day| dates::full(lang, *day));
        if let Some(first) = facts.tags.first() {
            let tags: Vec<_> = facts.tags.iter().map(|tag| clean(&tag.value).into_string()).collect();
            self.row(words::TAGS, &tags.join(", "), Look::default(), &first.evidence);
        }
    }

    /// Writes facts that belong together in one line under the name of the first that is stated, each with its proof.
    fn together(&mut self, facts: &[(Phrase, Option<Said<'_>>)]) {
        let line = self.page.lines.len();
        let mut values = Vec::new();
        let mut first = None;
        for (label, said) in facts {
            let label = label.get(self.lang);
            let Some(said) = said else {
                self.silent.push(label);
                continue;
            };
            first = first.or(Some(label));
            values.push(self.noted(&said.value, said.evidence));
            self.page.proofs.push(Proof {
                label,
                line,
                evidence: said.evidence.to_vec(),
            });
        }
        if let Some(label) = first {
            self.value(label, &values.join(" · "), Look::default());
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
        // What follows from the deadline is said where it stands; that nothing follows goes without saying.
        if !matches!(reason, StateReason::Deadline(_)) && state != State::Unknown {
            let mut sentence = words::state(self.lang, state).to_owned();
            if reason != StateReason::Nothing {
                sentence.push_str(&ui::because(self.lang, &words::state_reason(self.lang, reason)));
            }
            self.value(words::STATE.get(self.lang), &sentence, look);
        }
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
                origin: Origin::Text {
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
        let line = self.page.lines.len();
        self.value(label, &self.noted(value, evidence), look);
        self.page.proofs.push(Proof {
            label,
            line,
            evidence: evidence.to_vec(),
        });
    }

    /// Adds to a value what had to be inferred, or that it is the candidate's.
    fn noted(&self, value: &str, evidence: &[Evidence]) -> String {
        let note = evidence
            .first()
            .and_then(|evidence| match (&evidence.origin, evidence.inferred) {
                (Origin::Candidate, _) => Some(correct::BY_YOU.get(self.lang)),
                (_, inferred) => inferred.map(|inferred| words::inference(self.lang, inferred)),
            });
        note.map_or_else(|| value.to_owned(), |note| format!("{value} ({note})"))
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

/// Returns the look of a step of the ramp.
#[must_use]
pub fn step_look(step: Option<Step>) -> Look {
    Look::of(match step {
        None => Role::Muted,
        Some(Step::Spotted | Step::Kept) => Role::Accent,
        Some(Step::Sent) => Role::Link,
        Some(Step::Interview) => Role::Notes,
        Some(Step::Answered) => Role::Good,
    })
}

fn link_look() -> Look {
    Look::of(Role::Link).underline()
}
