//! Empty lists teach what to do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{inset, line, text};
use crate::locale::{search, ui};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::{Mode, Model, Scan};
use crate::tui::page::wrap;
use crate::tui::theme::{Look, Role, Theme};

/// Draws the sentence for a list without rows.
pub fn draw(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    lines_in(&sentences(model), theme, area, buf);
}

/// Draws what there is to say where nothing else stands.
pub fn sentence_in(sentence: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    lines_in(&[sentence.to_owned()], theme, area, buf);
}

/// Draws sentences one below the other.
fn lines_in(sentences: &[String], theme: &Theme, area: Rect, buf: &mut Buffer) {
    let inner = inset(area, 2, 2);
    let columns = usize::from(inner.width);
    let lines: Vec<String> = sentences.iter().flat_map(|said| wrap(said, columns)).collect();
    let top = (inner.height / 3).min(inner.height.saturating_sub(1));
    for (content, at) in lines.iter().zip(top..inner.height) {
        text(buf, line(inner, at), content, theme.style(Look::of(Role::Muted)));
    }
}

/// Returns what there is to say about an empty list.
#[must_use]
pub fn sentences(model: &Model) -> Vec<String> {
    let lang = model.lang();
    let all = model.offers.library.rows().len();
    match &model.scan {
        _ if all > 0 => {
            let alone = model.offers.shown.word_alone.as_ref();
            let alone = alone.map(|(word, count)| ui::word_alone(lang, word, *count));
            let out = model.offers.shown.hits.left_out;
            let out = (out.total() > 0).then(|| search::found_but_out(lang, out, &key_of_all(model)));
            let no_hit = !model.offers.field.is_empty() || out.is_none();
            let no_hit = no_hit.then(|| ui::no_hit(lang, all));
            let parts = out.into_iter().chain(no_hit.into_iter().flatten()).chain(alone);
            parts.chain(proposal(model)).collect()
        }
        Scan::Running { files: 0 } => vec![ui::READING.get(lang).to_owned()],
        Scan::Running { files } => vec![format!("{} {files}", ui::READING.get(lang))],
        Scan::Done { files, .. } => vec![ui::no_offer(lang, &model.setting.sources.join(", "), *files)],
    }
}

/// Returns what the last word could be to find something, where no box below the search line says it.
fn proposal(model: &Model) -> Option<String> {
    let proposals = model.offers.proposals().filter(|_| model.mode == Mode::Browse)?;
    let mut counted = proposals
        .candidates
        .iter()
        .filter_map(|one| Some((&one.text, one.count?)));
    let (text, count) = counted.find(|(_, count)| *count > 0)?;
    Some(ui::gives(model.lang(), text, count))
}

/// Returns the key that shows what stays out, or nothing when it has none.
fn key_of_all(model: &Model) -> String {
    let key = model.setting.keymap.key_of(Context::List, Action::Closed);
    key.map(|key| key.shown(model.lang())).unwrap_or_default()
}
