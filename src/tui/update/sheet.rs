//! Applying: the sheet, its changes, what leaves, and the question whether it was sent.

use std::sync::Arc;

use super::moving::Stride;
use super::{plan, shortlist, toast};
use crate::locale::sheet as words;
use crate::mail::draft::NoLetter;
use crate::mail::{Address, Attachment, Purpose, Road};
use crate::offer::OfferId;
use crate::text::{clean, clean_visibly};
use crate::tracking::application::Means;
use crate::tracking::{Application, Change};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::field::Field;
use crate::tui::model::sheet::{Drafted, Left, Part, Request, Sheet, Source, Way};
use crate::tui::model::target::{self, Target};
use crate::tui::model::{Mode, Model};
use crate::tui::msg::{Effect, Handed};

/// Asks for a draft about what is selected.
pub fn open(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let application = target.application(model);
    let source = match (target.row.clone(), application) {
        (Some((library, row)), _) => Source::File { library, row },
        (None, Some(application)) => Source::Kept {
            application: application.id.clone(),
            offer: Box::new(application.offer.clone()),
        },
        (None, None) => return toast::note(model, words::OFFER_GONE.get(model.lang())),
    };
    vec![request(source, purpose, application)]
}

/// Asks for a letter, with what the shortlist knows of the offer.
fn request(source: Source, purpose: Purpose, application: Option<&Application>) -> Effect {
    Effect::Draft(Box::new(Request {
        source,
        purpose,
        sent: application.and_then(Application::last_sent),
        corrections: application
            .map(|application| application.corrected.clone())
            .unwrap_or_default(),
    }))
}

/// Asks for the letter that comes next: after the application news, after the interview thanks, after a yes another.
pub fn follow_up(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let application = target.application(model);
    let own = model.tracked.shortlist.own_stages();
    match Purpose::next(application, own, model.setting.today) {
        Ok(purpose) => open(model, purpose),
        Err(NoLetter::NotSent) => toast::note(model, words::NOT_SENT_YET.get(model.lang())),
        Err(NoLetter::Over) => toast::note(model, words::OVER.get(model.lang())),
    }
}

/// Shows a draft, unless something else was opened since it was asked for: what is typed there is not lost for it.
pub fn drafted(model: &mut Model, result: Result<Box<Drafted>, String>) -> Vec<Effect> {
    match result {
        Ok(_) if model.mode != Mode::Browse && model.context() != Context::Sheet => Vec::new(),
        Ok(made) => {
            let same = |open: &Sheet| open.made.id == made.id && open.made.draft.purpose == made.draft.purpose;
            let mut sheet = match std::mem::take(&mut model.mode) {
                Mode::Sheet(mut open) if same(&open) => {
                    open.made_anew(*made);
                    open
                }
                _ => Box::new(Sheet::new(*made)),
            };
            sheet.guards = model.guards(&sheet.made);
            model.mode = Mode::Sheet(sheet);
            Vec::new()
        }
        Err(why) => toast::error(model, why),
    }
}

/// Says what was read of the profile, and makes the open letter anew with it.
pub fn profile_edited(model: &mut Model, result: Result<String, String>) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let (Mode::Sheet(sheet), Ok(_)) = (&model.mode, &result) {
        let made = &sheet.made;
        let application = model.tracked.shortlist.of_offer(&made.id);
        effects.push(request(made.source.clone(), made.draft.purpose, application));
    }
    effects.extend(match result {
        Ok(said) => toast::done(model, said),
        Err(why) => toast::error(model, why),
    });
    effects
}

/// Takes another letter: application, follow-up, thanks, withdrawal, acceptance, and round again.
pub fn next_letter(model: &mut Model) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &model.mode else {
        return Vec::new();
    };
    let made = &sheet.made;
    let application = model.tracked.shortlist.of_offer(&made.id);
    vec![request(made.source.clone(), made.draft.purpose.after(), application)]
}

/// Moves among the parts, or through the letter.
pub fn moved(sheet: &mut Sheet, action: Action) {
    let stride = Stride::of(action, 8);
    match action {
        Action::Down | Action::Up | Action::First | Action::Last => {
            let parts = sheet.parts();
            let at = parts.iter().position(|part| *part == sheet.at).unwrap_or(0);
            sheet.at = parts.get(stride.from(at, parts.len())).copied().unwrap_or_default();
        }
        _ => sheet.scroll = stride.from(sheet.scroll, sheet.made.draft.body.lines().count() * 2),
    }
}

/// Starts typing in place of the selected part, takes what was typed, or answers yes.
pub fn choose(model: &mut Model, mut sheet: Box<Sheet>) -> Vec<Effect> {
    if let Some(left) = sheet.left.take() {
        return record(model, &sheet, left.means);
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
    match sheet.at {
        Part::To => sheet.made.draft.to = addresses(typed)?,
        Part::Cc => sheet.made.draft.cc = addresses(typed)?,
        Part::Subject => sheet.made.draft.subject = clean(typed).one_line().into_string(),
        Part::Document(kind) => {
            let path = typed.trim().to_owned();
            let file = (!path.is_empty()).then_some(Attachment {
                document: Some(kind),
                path,
            });
            sheet.attach(sheet.at, file.into_iter().collect());
        }
        Part::Files => {
            let files = files(typed, &sheet.made.draft.attachments);
            sheet.attach(Part::Files, files);
        }
        Part::Letter => sheet.made.draft.body = clean(typed).into_string(),
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

/// Says how the draft left, and asks whether it was sent while its sheet is still open.
pub fn left(model: &mut Model, id: OfferId, result: Result<Handed, String>) -> Vec<Effect> {
    match (result, &mut model.mode) {
        (Ok(Handed::Terminal(words)), _) => vec![Effect::Mail { id, words }],
        (Ok(Handed::Done(how)), Mode::Sheet(sheet)) if sheet.made.id == id => {
            sheet.left = Some(Left {
                means: Means::Email,
                how,
            });
            Vec::new()
        }
        (Ok(Handed::Done(how)), _) => toast::done(model, how),
        (Err(why), _) => toast::error(model, why),
    }
}

/// Opens the form of the offer, and asks whether it was filled in.
pub fn open_form(model: &mut Model) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &mut model.mode else {
        return Vec::new();
    };
    match form(sheet) {
        Some(url) => {
            sheet.left = Some(Left {
                means: Means::Form,
                how: clean_visibly(&url).into_string(),
            });
            vec![Effect::OpenLink(url)]
        }
        None => toast::note(model, crate::locale::ui::NO_LINK.get(model.lang())),
    }
}

/// Returns the page on which one applies.
fn form(sheet: &Sheet) -> Option<String> {
    sheet.made.how.others.iter().find_map(|road| match road {
        Road::Form(url) => Some(url.clone()),
        Road::Phone(_) | Road::Post(_) => None,
    })
}

/// Notes that it left by another way than tremplin: as the sheet says, or else by the only road that the offer names.
pub fn already_sent(model: &mut Model) -> Vec<Effect> {
    match std::mem::take(&mut model.mode) {
        Mode::Sheet(sheet) => {
            let means = match sheet.made.how.others.as_slice() {
                _ if !sheet.made.draft.to.is_empty() => Means::Email,
                [Road::Form(_)] => Means::Form,
                [Road::Phone(_)] => Means::Phone,
                [Road::Post(_)] => Means::Post,
                _ => Means::Unstated,
            };
            record(model, &sheet, means)
        }
        other => {
            model.mode = other;
            Vec::new()
        }
    }
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

/// Copies the whole draft: addresses, subject, names of the files, letter.
#[must_use]
pub fn copy_all(model: &Model) -> Vec<Effect> {
    let Mode::Sheet(sheet) = &model.mode else {
        return Vec::new();
    };
    let text = crate::locale::apply::printed(model.lang(), &sheet.made.draft);
    vec![Effect::Copy(text.trim_end().to_owned())]
}

/// Writes into the shortlist that it was sent: when, how, to whom, with which subject and files.
fn record(model: &mut Model, sheet: &Sheet, means: Means) -> Vec<Effect> {
    let made = &sheet.made;
    let on_the_web = means == Means::Form;
    let mut change = made.draft.record(model.setting.today, means);
    if let Change::Send(sent) = &mut change
        && on_the_web
    {
        sent.to = form(sheet).map(|url| clean_visibly(&url).into_string());
    }
    let target = Target {
        offer: made.id.clone(),
        title: made.title.clone(),
        row: made.source.row(),
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
