//! What a message changes, and the work it calls for.
//!
//! Touches no file, clock, clipboard or terminal, so it runs in a test as it runs in the program. One file a topic;
//! this one only says who answers what.

mod completion;
mod copy;
mod correct;
mod date;
mod detail;
mod dossier;
mod facets;
mod help;
mod left_out;
mod list;
mod mouse;
mod moving;
mod own;
mod palette;
mod papers;
mod plan;
mod reading;
mod search;
mod setting;
mod sheet;
pub(super) mod shortlist;
pub(super) mod toast;

use ratatui::layout::Rect;

use self::moving::Stride;
use super::keymap::Action;
use super::layout::{self, Preview};
use super::model::hints;
use super::model::sheet::Way;
use super::model::target;
use super::model::{Again, Focus, Mode, Model, Scan, View};
use super::msg::{Effect, Msg};
use crate::locale::ui;
use crate::mail::Purpose;

/// Applies one message and returns the work it calls for, in order.
#[must_use]
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if msg.is_of_the_person() {
        toast::dismiss_error(model);
    }
    match msg {
        Msg::Do(action) => match model.refusal(action) {
            Some(why) => toast::note(model, why.get(model.lang())),
            None => act(model, action),
        },
        Msg::Edit(edit) => search::edit(model, edit),
        Msg::Paste(text) => search::paste(model, &text),
        Msg::Unknown { key, elsewhere } => {
            let text = help::why_not_here(model, &key, elsewhere);
            toast::note(model, text)
        }
        Msg::Mouse(event) => mouse::mouse(model, event),
        Msg::Pick(place) => match model.mode {
            Mode::Outline(_) | Mode::Links(_) => reading::pick(model, place),
            _ => shortlist::pick(model, place),
        },
        Msg::Resized(width, height) => resized(model, width, height),
        Msg::Loaded(library) => search::loaded(model, library),
        Msg::Scanned { files, left_out } => {
            model.scan = Scan::Done { files, left_out };
            Vec::new()
        }
        Msg::Read(files) => {
            model.scan = Scan::Running { files };
            Vec::new()
        }
        Msg::Noted(sentence) => toast::note(model, sentence),
        Msg::Found { generation, found } => search::found(model, generation, *found),
        Msg::Opened { generation, result } => detail::opened(model, generation, result),
        Msg::Shortlist {
            shortlist,
            visits,
            troubles,
        } => shortlist::loaded(model, shortlist, visits, &troubles),
        Msg::Saved(saved) => shortlist::saved(model, saved),
        Msg::Compared { id, changes } => detail::compared(model, &id, changes),
        Msg::Copied(copied) => copy::copied(model, copied),
        Msg::MemoEdited(memo, trouble) => shortlist::memo_edited(model, *memo, trouble),
        Msg::ProfileEdited(result) => sheet::profile_edited(model, result),
        Msg::Drafted(result) => sheet::drafted(model, result),
        Msg::HandedOver { id, result } => sheet::left(model, id, result),
        Msg::LinkOpened(Ok(how)) => toast::done(model, how),
        Msg::LinkOpened(Err(why)) => toast::error(model, why),
        Msg::ToastOver(number) => toast::over(model, number),
        Msg::Dwelt(generation) => detail::dwelt(model, generation),
        Msg::Configured(configured) => setting::configured(model, *configured),
        Msg::Leave => shortlist::leave(model),
    }
}

#[expect(clippy::too_many_lines, reason = "the dispatch: one arm an action, nothing else")]
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.mode == Mode::Go && action != Action::Back {
        model.mode = Mode::Browse;
    }
    hints::done(model, action);
    if can_be_repeated(action) {
        model.again = Some(Again::Action(action));
    }
    match action {
        Action::Down
        | Action::Up
        | Action::First
        | Action::Last
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::OtherDown
        | Action::OtherUp => moving::moved(model, action),
        Action::NextNew | Action::PreviousNew if model.finds() => reading::next_match(model, action == Action::NextNew),
        Action::NextNew => list::to_new(model, true),
        Action::PreviousNew => list::to_new(model, false),
        Action::SwitchPane if model.focus == Focus::List => focus(model, Focus::Detail),
        Action::SwitchPane => focus(model, Focus::List),
        Action::Enter if matches!(model.view, View::Board | View::Agenda) => plan::open(model),
        Action::Enter => focus(model, Focus::Detail),
        Action::Back => back(model),
        Action::Go => enter(model, Mode::Go),
        Action::Search => to_search_line(model),
        Action::Accept if model.mode == Mode::Find => reading::accept_find(model),
        Action::Accept => {
            model.offers.completing = None;
            enter(model, Mode::Browse)
        }
        Action::Complete if matches!(model.mode, Mode::Palette(_)) => palette::complete(model),
        Action::Complete => completion::next(model, true),
        Action::CompleteBack => completion::next(model, false),
        Action::Facets => facets::open(model),
        Action::Sort if model.view == View::Kept => plan::next_sort(model),
        Action::Sort => search::next_sort(model),
        Action::Zoom if model.focus == Focus::Zoom => focus(model, Focus::List),
        Action::Zoom => focus(model, Focus::Zoom),
        Action::Proof => detail::next_proof(model),
        Action::Outline => reading::open_outline(model),
        Action::ToApply => reading::to_apply(model),
        Action::Find => reading::open_find(model),
        Action::Links => reading::open_links(model),
        Action::Source => reading::toggle_source(model),
        Action::Earlier => reading::along_trail(model, false),
        Action::Later => reading::along_trail(model, true),
        Action::Keep => shortlist::keep(model),
        Action::Hide => shortlist::hide(model),
        Action::Stage => shortlist::open_stages(model),
        Action::Memo => shortlist::open_memo(model),
        Action::Date => date::open(model),
        Action::Papers => papers::open(model),
        Action::Dossier => dossier::open(model),
        Action::Tags => dossier::open_tags(model),
        Action::Attach => dossier::attach(model),
        Action::Remove => dossier::remove(model),
        Action::MemoInEditor => shortlist::memo_in_editor(model),
        Action::Correct => correct::open(model),
        Action::NextFact => correct::turn(model, true),
        Action::PreviousFact => correct::turn(model, false),
        Action::NextDateKind => date::next_kind(model),
        Action::Mark => plan::mark(model),
        Action::FollowedUp => plan::followed_up(model),
        Action::Done => plan::done(model),
        Action::Refresh => shortlist::refresh(model),
        Action::ToOffers => plan::show(model, View::Offers),
        Action::ToKept => plan::show(model, View::Kept),
        Action::ToBoard => plan::show(model, View::Board),
        Action::ToAgenda => plan::show(model, View::Agenda),
        Action::ToOwn(number) => search::to_own(model, number),
        Action::ColumnLeft if matches!(model.mode, Mode::Facets(_)) => facets::field(model, false),
        Action::ColumnRight if matches!(model.mode, Mode::Facets(_)) => facets::field(model, true),
        Action::ColumnLeft => plan::column(model, false),
        Action::ColumnRight => plan::column(model, true),
        Action::CardLeft => plan::move_card(model, false),
        Action::CardRight => plan::move_card(model, true),
        Action::Choose if matches!(model.mode, Mode::Palette(_)) => palette::choose(model),
        Action::Choose if matches!(model.mode, Mode::Outline(_) | Mode::Links(_)) => reading::choose(model),
        Action::Choose if matches!(model.mode, Mode::Facets(_)) => facets::toggle(model),
        Action::Choose => shortlist::choose(model),
        Action::NewLine => search::paste(model, "\n"),
        Action::Undo => shortlist::undo(model),
        Action::Redo => shortlist::redo(model),
        Action::Copy => copy::open(model),
        Action::CopyAddress
        | Action::CopyCc
        | Action::CopyAddresses
        | Action::CopySubject
        | Action::CopyLink
        | Action::CopyBlock => copy::copy(model, action),
        Action::Apply => sheet::open(model, Purpose::Application),
        Action::FollowUp => sheet::follow_up(model),
        Action::NextLetter => sheet::next_letter(model),
        Action::Profile => vec![Effect::EditProfile],
        Action::HandOver => sheet::leave(model, Way::Mailer),
        Action::WriteDraft => sheet::leave(model, Way::File),
        Action::CopyPart => sheet::copy_part(model),
        Action::CopyDraft => sheet::copy_all(model),
        Action::AlreadySent => sheet::already_sent(model),
        Action::OpenForm => sheet::open_form(model),
        Action::OpenLink => copy::open_link(model),
        Action::Edit => copy::edit(model),
        Action::Closed => search::toggle_scope(model),
        Action::NameView => own::open(model),
        Action::HideOrganization => own::hide_organization(model),
        Action::LeftOut => left_out::open(model),
        Action::Hints => help::toggle_hints(model),
        Action::Help => help::open(model),
        Action::Palette => palette::open(model),
        Action::Repeat => repeat(model),
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Wider => split(model, 5),
        Action::Narrower => split(model, -5),
        Action::TogglePreview => toggle_preview(model),
        Action::ToggleMouse => mouse::toggle(model),
        Action::Quit => quit(model),
        Action::QuitNow => vec![Effect::Quit],
    }
}

/// Opens a mode that needs nothing but to be open.
fn enter(model: &mut Model, mode: Mode) -> Vec<Effect> {
    model.mode = mode;
    Vec::new()
}

/// Goes to the search line, which belongs to the list of offers.
fn to_search_line(model: &mut Model) -> Vec<Effect> {
    let effects = plan::to_offers(model);
    model.mode = Mode::Search;
    model.offers.completing = None;
    drop(focus(model, Focus::List));
    effects
}

/// Gives a part of the offers the keyboard, and the text the room it then has.
pub fn focus(model: &mut Model, focus: Focus) -> Vec<Effect> {
    model.focus = focus;
    detail::lay_out(model);
    match focus {
        Focus::List => Vec::new(),
        Focus::Detail | Focus::Zoom => detail::dwelt(model, model.detail.generation),
    }
}

/// One step back: out of a box, the passage shown, the pane, then the query.
fn back(model: &mut Model) -> Vec<Effect> {
    match model.mode {
        Mode::Search if model.offers.field.is_empty() => model.mode = Mode::Browse,
        Mode::Search => return search::clear(model),
        Mode::Help(_) => help::back(model),
        Mode::Palette(_) => model.mode = Mode::Browse,
        Mode::Copy
        | Mode::Stage(_)
        | Mode::Memo(_)
        | Mode::Date(_)
        | Mode::Papers(_)
        | Mode::Dossier(_)
        | Mode::Correct(_)
        | Mode::Outline(_)
        | Mode::Facets(_)
        | Mode::Go
        | Mode::Name(_)
        | Mode::LeftOut(_) => {
            model.mode = Mode::Browse;
        }
        Mode::Links(_) => reading::close_links(model),
        Mode::Find => reading::end_find(model),
        Mode::Browse if model.detail.find.is_some() && model.focus != Focus::List => reading::end_find(model),
        Mode::Form(_) => dossier::close_form(model),
        Mode::Sheet(_) => sheet::back(model),
        Mode::Browse if !model.plan.marked.is_empty() => model.plan.marked.clear(),
        Mode::Browse if model.detail.proof.is_some() && matches!(model.view, View::Offers | View::Kept) => {
            model.detail.proof = None;
            moving::keep_in_view(model);
        }
        Mode::Browse if model.focus != Focus::List => return focus(model, Focus::List),
        Mode::Browse if model.view != View::Offers => return plan::show(model, View::Offers),
        Mode::Browse if !model.offers.field.is_empty() => return search::clear(model),
        Mode::Browse => {}
    }
    Vec::new()
}

/// Leaves from the list, else goes back to it.
fn quit(model: &mut Model) -> Vec<Effect> {
    if model.focus == Focus::List || matches!(model.view, View::Board | View::Agenda) {
        return vec![Effect::Quit];
    }
    focus(model, Focus::List)
}

/// Tells whether an action makes sense on another offer as it is.
fn can_be_repeated(action: Action) -> bool {
    matches!(
        action,
        Action::Keep
            | Action::Hide
            | Action::CopyAddress
            | Action::CopyCc
            | Action::CopyAddresses
            | Action::CopySubject
            | Action::CopyLink
            | Action::CopyBlock
            | Action::OpenLink
    )
}

/// Does the last thing again, on what is selected now.
fn repeat(model: &mut Model) -> Vec<Effect> {
    match model.again {
        Some(Again::Action(action)) => act(model, action),
        Some(Again::Stage(at)) => {
            let targets = target::all(model);
            shortlist::set_stage(model, &targets, at)
        }
        None => toast::note(model, ui::NOTHING_TO_REPEAT.get(model.lang())),
    }
}

/// Gives the list more or less of the screen, in hundredths.
fn split(model: &mut Model, change: i16) -> Vec<Effect> {
    model.share = layout::clamp_share(model.share.saturating_add_signed(change));
    detail::lay_out(model);
    Vec::new()
}

/// Puts the detail below the list, or back beside it.
fn toggle_preview(model: &mut Model) -> Vec<Effect> {
    model.preview = match model.preview {
        Preview::Right => Preview::Below,
        Preview::Below => Preview::Right,
    };
    detail::lay_out(model);
    let said = match model.preview {
        Preview::Right => ui::PREVIEW_RIGHT,
        Preview::Below => ui::PREVIEW_BELOW,
    };
    toast::note(model, said.get(model.lang()))
}

fn resized(model: &mut Model, width: u16, height: u16) -> Vec<Effect> {
    model.screen = Rect::new(0, 0, width, height);
    detail::lay_out(model);
    // Where one was may lie beyond the last page now.
    help::scroll(model, Stride::By(0));
    Vec::new()
}
