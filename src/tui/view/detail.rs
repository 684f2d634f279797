//! The detail pane: the visible lines of the page, the passage that is pointed at, the scroll bar.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};

use super::paint::{from_column, line, marked, scroll_bar, text};
use super::reading;
use crate::locale::{correct, facts, ui};
use crate::offer::{Evidence, Origin};
use crate::search::highlights;
use crate::text::clean;
use crate::text::url::judge;
use crate::tui::layout::Panes;
use crate::tui::model::detail::Opening;
use crate::tui::model::{Focus, Model, View};
use crate::tui::page::{PageLine, Piece, overlap, wrap};
use crate::tui::theme::{Look, Role, Theme};

/// Draws the pane; returns the place of the cursor when it has the keyboard.
pub fn draw(model: &Model, theme: &Theme, areas: &Panes, buf: &mut Buffer) -> Option<Position> {
    if areas.detail.is_empty() {
        return None;
    }
    if let Opening::Failed(why) = &model.detail.state {
        draw_failure(model, theme, why, areas.text, buf);
        return None;
    }
    draw_lines(model, theme, areas.text, buf);
    let (shown, all) = (usize::from(areas.text.height), model.detail.page.lines.len());
    scroll_bar(
        buf,
        theme,
        Rect {
            height: areas.text.height,
            ..areas.detail
        },
        (model.detail.scroll, shown, all),
    );
    reading::mark_matches(model, theme, areas.text, buf);
    let mut cursor = (model.focus != Focus::List).then(|| Position::new(areas.text.x, areas.text.y));
    match &model.detail.find {
        Some(find) if model.detail.proof.is_none() => {
            let typing = reading::draw_find(model, find, theme, areas.strip, buf);
            cursor = typing.or(cursor);
        }
        _ => draw_strip(theme, &proof_lines(model, areas.strip.width), areas.strip, buf),
    }
    cursor
}

fn draw_lines(model: &Model, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let detail = &model.detail;
    let proof = detail.proof.and_then(|at| detail.page.proofs.get(at));
    let passages: Vec<Range<usize>> = proof
        .iter()
        .flat_map(|proof| &proof.evidence)
        .filter_map(|evidence| match &evidence.origin {
            Origin::Text { span, .. } => Some(span.clone()),
            Origin::FileName | Origin::Candidate => None,
        })
        .collect();
    let visible = detail.page.lines.iter().enumerate().skip(detail.scroll);
    for ((number, content), at) in visible.zip(0..area.height) {
        let here = line(area, at);
        draw_line(model, theme, content, &passages, here, buf);
        if proof.is_some_and(|proof| proof.line == number) {
            text(
                buf,
                Rect { width: 1, ..here },
                "▸",
                theme.style(Look::of(Role::Accent).bold()),
            );
        }
    }
}

fn draw_line(
    model: &Model,
    theme: &Theme,
    content: &PageLine,
    passages: &[Range<usize>],
    area: Rect,
    buf: &mut Buffer,
) {
    let query = &model.offers.shown.query;
    let searched = model.view == View::Offers && !query.text.is_empty();
    let mut x = area.x;
    for piece in &content.pieces {
        let place = from_column(area, x);
        x = if passages.is_empty() && searched && piece.source.is_some() {
            let hit = Look {
                role: Role::Accent,
                ..piece.look.bold().underline()
            };
            let styles = (theme.style(piece.look), theme.style(hit));
            marked(buf, place, &piece.text, &highlights(query, &piece.text), styles)
        } else {
            let styles = (theme.style(piece.look), theme.style(piece.look.reverse()));
            marked(buf, place, &piece.text, &shown_of(piece, passages), styles)
        };
        let links = &model.detail.page.body.links;
        if let (true, Some((number, link))) = (
            model.setting.hyperlinks,
            piece.link.and_then(|number| Some((number, links.get(number)?))),
        ) {
            let width = x - place.x;
            hyperlink(buf, Rect { width, ..place }, number, &link.target);
        }
    }
}

/// Makes cells a link that the terminal can open (OSC 8), when the target may be opened at all.
///
/// Each cell opens and closes the link by itself, so that drawing only some of them again leaves no link open; its
/// number tells the terminal that they are one link, over the ends of lines too.
fn hyperlink(buf: &mut Buffer, area: Rect, number: usize, target: &str) {
    let Ok(safe) = judge(target) else { return };
    for position in area.intersection(buf.area).positions() {
        let symbol = buf[position].symbol();
        let width = u16::try_from(crate::text::width(symbol)).ok().and_then(NonZeroU16::new);
        let Some(width) = width else { continue };
        let linked = format!("\x1b]8;id={number};{}\x1b\\{symbol}\x1b]8;;\x1b\\", safe.url);
        buf[position]
            .set_symbol(&linked)
            .set_diff_option(CellDiffOption::ForcedWidth(width));
    }
}

/// Returns the bytes of a piece that show one of the passages, in order and apart.
fn shown_of(piece: &Piece, passages: &[Range<usize>]) -> Vec<Range<usize>> {
    let Some(source) = &piece.source else { return Vec::new() };
    let text = &piece.text;
    let mut shown: Vec<Range<usize>> = passages
        .iter()
        .filter(|span| overlap(source, span))
        .map(|span| {
            if source.len() == text.len() {
                let start = span.start.saturating_sub(source.start);
                let end = (span.end - source.start).min(text.len());
                text.floor_char_boundary(start)..text.ceil_char_boundary(end)
            } else {
                0..text.len()
            }
        })
        .collect();
    shown.sort_by_key(|range| range.start);
    let mut end = 0;
    for range in &mut shown {
        range.start = range.start.max(end);
        end = end.max(range.end);
    }
    shown.retain(|range| range.start < range.end);
    shown
}

/// Returns what stands below the text while a fact is pointed at: its name, the passage word for word, its line.
fn proof_lines(model: &Model, columns: u16) -> Vec<(String, Role)> {
    let detail = &model.detail;
    let (Some(open), Some(proof)) = (detail.offer(), detail.proof.and_then(|at| detail.page.proofs.get(at))) else {
        return Vec::new();
    };
    let lang = model.lang();
    let columns = usize::from(columns);
    let mut lines = vec![
        ("─".repeat(columns), Role::Rule),
        (proof.label.to_owned(), Role::Accent),
    ];
    for evidence in proof.evidence.iter().take(2) {
        let sentence = say_evidence(lang, evidence, &open.text);
        lines.extend(
            wrap(&sentence, columns)
                .into_iter()
                .take(3)
                .map(|line| (line, Role::Text)),
        );
    }
    lines
}

fn say_evidence(lang: crate::locale::Lang, evidence: &Evidence, source: &str) -> String {
    let mut sentence = match (evidence.quote(source), evidence.line()) {
        (Some(quote), Some(line)) => ui::quoted(lang, clean(quote).one_line().as_str(), line),
        _ if evidence.origin == Origin::Candidate => correct::BY_YOU.get(lang).to_owned(),
        _ => ui::FROM_FILE_NAME.get(lang).to_owned(),
    };
    if let Some(inference) = evidence.inferred {
        sentence.extend([" (", facts::inference(lang, inference), ")"]);
    }
    sentence
}

fn draw_strip(theme: &Theme, strip: &[(String, Role)], area: Rect, buf: &mut Buffer) {
    for ((content, role), at) in strip.iter().zip(0..area.height) {
        text(buf, line(area, at), content, theme.style(Look::of(*role)));
    }
}

fn draw_failure(model: &Model, theme: &Theme, why: &str, area: Rect, buf: &mut Buffer) {
    let columns = usize::from(area.width);
    let title = wrap(ui::CANNOT_OPEN.get(model.lang()), columns);
    let lines = title.into_iter().map(|line| (line, Role::Late));
    let lines = lines.chain(wrap(why, columns).into_iter().map(|line| (line, Role::Text)));
    for ((content, role), at) in lines.zip(0..area.height) {
        text(buf, line(area, at), &content, theme.style(Look::of(role)));
    }
}
