//! Applying: the sheet, its changes, what leaves, and the question whether it was sent.

use std::sync::Arc;

use super::moving::Stride;
use super::target::{self, Target};
use super::{copy, plan, shortlist, toast};
use crate::locale::sheet as words;
use crate::mail::{Address, Attachment, Purpose};
use crate::text::{clean, clean_visibly};
use crate::tracking::Change;
use crate::tracking::application::{Means, Sent};
use crate::tui::keymap::Action;
use crate::tui::model::field::Field;
use crate::tui::model::sheet::{Drafted, Part, Sheet, Way};
use crate::tui::model::{Mode, Model};
use crate::tui::msg::Effect;

/// Asks for a draft about what is selected.
pub fn open(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let Some((library, row)) = target.row.clone() else {
        return toast::note(model, words::OFFER_GONE.get(model.lang()));
    };
    let application = target.application(model);
    let sent = application.and_then(|application| application.sent.last().cloned());
    let corrections = application.map(|application| application.corrected.clone());
    vec![Effect::Draft {
        library,
        row,
        purpose,
        sent: sent.map(Box::new),
        corrections: Box::new(corrections.unwrap_or_default()),
    }]
}

/// Shows a draft.
pub fn drafted(model: &mut Model, result: Result<Box<Drafted>, String>) -> Vec<Effect> {
    match result {
        Ok(made) => {
            let mut sheet = Sheet::new(*made);
            sheet.guards = model.guards(&sheet.made);
            model.mode = Mode::Sheet(Box::new(sheet));
            Vec::new()
        }
        Err(why) => toast::error(model, why),
    }
}

/// Takes another letter: application, follow-up, thanks, withdrawal, acceptance, and round again.
pub fn next_letter(model: &mut Model) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &model.mode else {
        return Vec::new();
    };
    let at = Purpose::ALL
        .iter()
        .position(|purpose| *purpose == sheet.made.draft.purpose)
        .unwrap_or(0);
    let purpose = Purpose::ALL[(at + 1) % Purpose::ALL.len()];
    let application = model.tracked.shortlist.of_offer(&sheet.made.id);
    let sent = application.and_then(|application| application.sent.last().cloned());
    let corrections = application.map(|application| application.corrected.clone());
    vec![Effect::Draft {
        library: Arc::clone(&sheet.made.library),
        row: sheet.made.row,
        purpose,
        sent: sent.map(Box::new),
        corrections: Box::new(corrections.unwrap_or_default()),
    }]
}

/// Moves among the parts, or through the letter.
pub fn moved(sheet: &mut Sheet, action: Action) {
    let stride = Stride::of(action, 8);
    match action {
        Action::Down | Action::Up | Action::First | Action::Last => {
            let at = Part::ALL.iter().position(|part| *part == sheet.at).unwrap_or(0);
            sheet.at = Part::ALL[stride.from(at, Part::ALL.len())];
        }
        _ => sheet.scroll = stride.from(sheet.scroll, sheet.made.draft.body.lines().count() * 2),
    }
}

/// Starts typing in place of the selected part, takes what was typed, or answers yes.
pub fn choose(model: &mut Model, mut sheet: Box<Sheet>) -> Vec<Effect> {
    if let Some(means) = sheet.left.take() {
        return record(model, &sheet, means);
    }
    let effects = if let Some(field) = sheet.typing.take() {
        match change(&mut sheet, field.text()) {
            Ok(()) => {
                sheet.guards = model.guards(&sheet.made);
                Vec::new()
            }
            Err(refused) => {
                sheet.typing = Some(field);
                toast::error(model, words::refused_address(model.lang(), &refused))
            }
        }
    } else {
        let text = sheet.text(sheet.at);
        sheet.typing = Some(if sheet.at == Part::Letter {
            Field::of_lines(&text)
        } else {
            Field::new(&text)
        });
        Vec::new()
    };
    model.mode = Mode::Sheet(sheet);
    effects
}

/// Puts what was typed in the place of the selected part. `Err` holds what is no address.
fn change(sheet: &mut Sheet, typed: &str) -> Result<(), String> {
    let draft = &mut sheet.made.draft;
    match sheet.at {
        Part::To => draft.to = addresses(typed)?,
        Part::Cc => draft.cc = addresses(typed)?,
        Part::Subject => draft.subject = clean(typed).one_line().into_string(),
        Part::Files => draft.attachments = files(typed, &draft.attachments),
        Part::Letter => draft.body = clean(typed).into_string(),
    }
    Ok(())
}

fn addresses(typed: &str) -> Result<Vec<Address>, String> {
    let words = typed.split([',', ';', ' ']).filter(|word| !word.is_empty());
    words
        .map(|word| Address::parse(word).ok_or_else(|| clean_visibly(word).into_string()))
        .collect()
}

/// A file that was there before stays the document that it was.
fn files(typed: &str, before: &[Attachment]) -> Vec<Attachment> {
    let paths = typed.split(';').map(str::trim).filter(|path| !path.is_empty());
    let attachment = |path: &str| {
        let known = before.iter().find(|file| file.path == path);
        known.cloned().unwrap_or_else(|| Attachment {
            document: None,
            path: path.to_owned(),
        })
    };
    paths.map(attachment).collect()
}

/// One step back: out of what is typed, the question, the sheet.
pub fn back(model: &mut Model) {
    if let Mode::Sheet(sheet) = &mut model.mode {
        let inner = sheet.typing.take().is_some() || sheet.left.take().is_some();
        if !inner {
            model.mode = Mode::Browse;
        }
    }
}

/// Lets the draft leave.
pub fn leave(model: &mut Model, way: Way) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &model.mode else {
        return Vec::new();
    };
    if way == Way::Mailer && sheet.made.draft.to.is_empty() {
        return toast::note(model, words::NOBODY.get(model.lang()));
    }
    vec![Effect::HandOver {
        draft: Box::new(sheet.made.draft.clone()),
        profile: Arc::clone(&sheet.made.profile),
        id: sheet.made.id.clone(),
        way,
    }]
}

/// Says how the draft left, and asks whether it was sent.
pub fn left(model: &mut Model, result: Result<String, String>) -> Vec<Effect> {
    match result {
        Ok(how) => {
            if let Mode::Sheet(sheet) = &mut model.mode {
                sheet.left = Some(Means::Email);
            }
            toast::done(model, how)
        }
        Err(why) => toast::error(model, why),
    }
}

/// Opens the form, and asks whether it was filled in.
pub fn open_form(model: &mut Model) -> Vec<Effect> {
    let effects = copy::open_link(model);
    let opens = effects.iter().any(|effect| matches!(effect, Effect::OpenLink(_)));
    if let Mode::Sheet(sheet) = &mut model.mode
        && opens
    {
        sheet.left = Some(Means::Form);
    }
    effects
}

/// Copies the selected part.
pub fn copy_part(model: &mut Model) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &model.mode else {
        return Vec::new();
    };
    let text = sheet.text(sheet.at);
    if text.is_empty() {
        return toast::note(model, crate::locale::ui::NOT_STATED_TO_COPY.get(model.lang()));
    }
    vec![Effect::Copy(text.trim_end().to_owned())]
}

/// Writes into the shortlist that it was sent: when, how, to whom, with which subject and files.
fn record(model: &mut Model, sheet: &Sheet, means: Means) -> Vec<Effect> {
    let today = model.setting.today;
    let made = &sheet.made;
    let change = match means {
        Means::Form => Change::Send(Sent {
            date: today,
            means,
            to: made
                .offer
                .facts
                .apply_urls
                .first()
                .map(|url| clean_visibly(&url.value).into_string()),
            subject: None,
            files: Vec::new(),
        }),
        _ => made.draft.record(today),
    };
    let target = Target {
        offer: made.id.clone(),
        title: made.title.clone(),
        row: Some((Arc::clone(&made.library), made.row)),
    };
    let mut deeds: Vec<_> = target.keep_first(model).into_iter().collect();
    deeds.push(plan::deed(model, &target, change));
    shortlist::order(words::recorded(model.lang(), made.draft.purpose, &made.title), deeds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stays_the_document_that_it_was() {
        let before = [Attachment {
            document: Some(crate::offer::DocumentKind::Cv),
            path: "/cv.pdf".to_owned(),
        }];
        let now = files("/cv.pdf; /other.pdf ;", &before);
        assert_eq!(now[0], before[0]);
        assert_eq!(
            now[1],
            Attachment {
                document: None,
                path: "/other.pdf".to_owned()
            }
        );
        assert_eq!(now.len(), 2);
    }

    #[test]
    fn only_addresses_within_the_pattern_are_taken() {
        let typed = addresses("a@b.example, c@d.example;e@f.example").unwrap();
        assert_eq!(typed.len(), 3);
        assert_eq!(
            addresses("a@b.example $(id)@c.example"),
            Err("$(id)@c.example".to_owned())
        );
        assert_eq!(addresses(" "), Ok(Vec::new()));
    }
}
