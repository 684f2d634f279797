//! Copying what one needs to apply; opening the link or the file.

use super::{correct, toast};
use crate::locale::{facts as words, ui};
use crate::offer::{ContactRole, Facts};
use crate::text::clean;
use crate::tui::keymap::Action;
use crate::tui::model::{Mode, Model};
use crate::tui::msg::{Copied, Effect};

/// What can be copied, in the order of the menu.
pub const PARTS: [Action; 6] = [
    Action::CopyAddress,
    Action::CopyCc,
    Action::CopyAddresses,
    Action::CopySubject,
    Action::CopyLink,
    Action::CopyBlock,
];

/// Opens the menu, when there is an offer to copy from.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.detail.offer().is_some() {
        model.mode = Mode::Copy;
    }
    Vec::new()
}

/// Returns what an entry of the menu would copy; `None` when the offer does not state it.
#[must_use]
pub fn part(model: &Model, action: Action) -> Option<String> {
    let open = model.detail.offer()?;
    let offer = correct::as_corrected(model, &open.offer);
    let facts = &offer.facts;
    match action {
        Action::CopyAddress => facts.contacts.first().map(|contact| contact.value.email.clone()),
        Action::CopyCc => {
            let copies = facts
                .contacts
                .iter()
                .filter(|contact| contact.value.role == ContactRole::Cc);
            let copies: Vec<&str> = copies.map(|contact| contact.value.email.as_str()).collect();
            (!copies.is_empty()).then(|| copies.join(", "))
        }
        Action::CopyAddresses => {
            let all: Vec<&str> = facts
                .contacts
                .iter()
                .map(|contact| contact.value.email.as_str())
                .collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Action::CopySubject => facts
            .subject
            .as_ref()
            .map(|subject| clean(&subject.value).one_line().into_string()),
        Action::CopyLink => facts.apply_urls.first().map(|url| url.value.clone()),
        Action::CopyBlock => block(model, facts),
        _ => None,
    }
}

/// Returns addresses, subject, link and documents as lines.
fn block(model: &Model, facts: &Facts) -> Option<String> {
    let lang = model.lang();
    let separator = match lang {
        crate::locale::Lang::Fr => "\u{a0}: ",
        crate::locale::Lang::En => ": ",
    };
    let mut lines = Vec::new();
    for (role, label) in [
        (ContactRole::To, words::TO),
        (ContactRole::Cc, words::CC),
        (ContactRole::Info, words::INFO),
    ] {
        let of_role = facts.contacts.iter().filter(|contact| contact.value.role == role);
        let all: Vec<&str> = of_role.map(|contact| contact.value.email.as_str()).collect();
        if !all.is_empty() {
            lines.push((label, all.join(", ")));
        }
    }
    if let Some(subject) = part(model, Action::CopySubject) {
        lines.push((words::SUBJECT, subject));
    }
    if let Some(link) = part(model, Action::CopyLink) {
        lines.push((words::LINK, link));
    }
    let documents: Vec<&str> = facts
        .documents
        .iter()
        .map(|kind| words::document(lang, kind.value))
        .collect();
    if !documents.is_empty() {
        lines.push((words::DOCUMENTS, documents.join(", ")));
    }
    let lines: Vec<String> = lines
        .into_iter()
        .map(|(label, value)| format!("{}{separator}{value}", label.get(lang)))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Copies an entry of the menu.
pub fn copy(model: &mut Model, action: Action) -> Vec<Effect> {
    model.mode = Mode::Browse;
    match part(model, action) {
        Some(text) => vec![Effect::Copy(text)],
        None => toast::note(model, ui::NOT_STATED_TO_COPY.get(model.lang())),
    }
}

/// Says what was copied and how; the text is always shown, so that it can be selected by hand.
pub fn copied(model: &mut Model, copied: Copied) -> Vec<Effect> {
    let text = clean(&copied.text).one_line().into_string();
    let mut effects: Vec<Effect> = copied.bytes.map(Effect::Write).into_iter().collect();
    effects.extend(match copied.road {
        Ok(how) => toast::done(model, format!("{text} · {how}")),
        Err(why) => toast::error(model, format!("{text} · {why}")),
    });
    effects
}

/// Opens the page where one applies.
pub fn open_link(model: &mut Model) -> Vec<Effect> {
    match part(model, Action::CopyLink) {
        Some(link) => vec![Effect::OpenLink(link)],
        None => toast::note(model, ui::NO_LINK.get(model.lang())),
    }
}

/// Opens the offer's file in the editor.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let library = std::sync::Arc::clone(&model.offers.shown.library);
    let row = model.offers.selected.as_ref().and_then(|id| library.find(id));
    row.map(|row| Effect::Edit { library, row }).into_iter().collect()
}
