//! Menus: a box of lines, each with its key.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::footer;
use super::paint::{centred, choose, from_column, line, text};
use crate::locale::{facts, tracking, ui};
use crate::text::clean;
use crate::text::width::width;
use crate::tracking::Stage;
use crate::tui::keymap::Context;
use crate::tui::model::opened::PARTS;
use crate::tui::model::{Model, StageBox};
use crate::tui::page::card::step_look;
use crate::tui::theme::{Look, Role, Theme};

/// Draws the menu of what can be copied, each entry with what it would copy.
pub fn draw_copy(model: &Model, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let mut entries = Vec::new();
    for (action, part) in PARTS {
        let row = model
            .setting
            .keymap
            .rows(Context::Copy)
            .find(|(binding, _)| binding.action == action);
        let Some((binding, keys)) = row else { continue };
        let Some(key) = keys.first() else { continue };
        let value = model.part(part).map(|value| clean(&value).one_line().into_string());
        entries.push((key.shown(lang), binding.help.get(lang), value));
    }
    let rows = u16::try_from(entries.len()).unwrap_or(0);
    let area = centred(model.screen, 84, rows + 2);
    let inner = footer::keyed_box(model, theme, area, ui::COPY_TITLE.get(lang), buf);
    let column = entries.iter().map(|(_, name, _)| width(name)).max().unwrap_or(0);
    let column = u16::try_from(column).unwrap_or(0).min(inner.width / 2);
    for ((key, name, value), at) in entries.iter().zip(0..inner.height) {
        let here = line(inner, at);
        text(buf, here, key, theme.style(Look::of(Role::Accent).bold()));
        let place = from_column(here, here.x + 3);
        text(
            buf,
            Rect {
                width: column.min(place.width),
                ..place
            },
            name,
            theme.style(Look::of(Role::Text)),
        );
        let (shown, role) = match value {
            Some(value) => (value.as_str(), Role::Link),
            None => (facts::NOT_STATED.get(lang), Role::Muted),
        };
        text(
            buf,
            from_column(place, place.x + column + 2),
            shown,
            theme.style(Look::of(role)),
        );
    }
    (!inner.is_empty()).then(|| Position::new(inner.x, inner.y))
}

/// Draws the menu of places to go to.
pub fn draw_go(model: &Model, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let lang = model.lang();
    let rows = model.setting.keymap.rows(Context::Go);
    // What works everywhere is not a place to go to.
    let rows = rows.filter(|(binding, _)| binding.contexts.len() == 1 && model.refusal(binding.action).is_none());
    let entries: Vec<(String, &str)> = rows
        .filter_map(|(binding, keys)| Some((keys.first()?.shown(lang), binding.help.get(lang))))
        .collect();
    let height = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    let area = centred(model.screen, 44, height.saturating_add(2));
    let inner = footer::keyed_box(model, theme, area, ui::GO_TITLE.get(lang), buf);
    for ((key, name), at) in entries.iter().zip(0..inner.height) {
        let here = line(inner, at);
        text(buf, here, key, theme.style(Look::of(Role::Accent).bold()));
        text(
            buf,
            from_column(here, here.x + 3),
            name,
            theme.style(Look::of(Role::Text)),
        );
    }
    (!inner.is_empty()).then(|| Position::new(inner.x, inner.y))
}

/// Draws the menu of stages.
pub fn draw_stages(model: &Model, open: &StageBox, theme: &Theme, buf: &mut Buffer) -> Option<Position> {
    let (selected, title) = (open.at, open.question.get(model.lang()));
    let stages = model.tracked.stages();
    let rows = u16::try_from(stages.len()).unwrap_or(u16::MAX);
    let area = centred(model.screen, 36, rows.saturating_add(2));
    let inner = footer::keyed_box(model, theme, area, title, buf);
    let height = usize::from(inner.height).max(1);
    let first = selected.saturating_sub(height - 1);
    let mut cursor = None;
    for ((number, stage), at) in stages.iter().enumerate().skip(first).zip(0..inner.height) {
        let here = line(inner, at);
        draw_stage(model, theme, number, stage, here, buf);
        if number == selected {
            choose(buf, theme, here);
            cursor = Some(Position::new(here.x, here.y));
        }
    }
    cursor
}

fn draw_stage(model: &Model, theme: &Theme, number: usize, stage: &Stage, area: Rect, buf: &mut Buffer) {
    let key = model.setting.keymap.stage_key(number + 1);
    let key = key.map(|key| key.shown(model.lang())).unwrap_or_default();
    text(buf, area, &key, theme.style(Look::of(Role::Accent).bold()));
    let step = stage.step(model.tracked.shortlist.own_stages());
    let ramp = step.map_or("·····", |step| step.ramp(false));
    let x = text(buf, from_column(area, area.x + 3), ramp, theme.style(step_look(step)));
    text(
        buf,
        from_column(area, x + 2),
        tracking::stage(model.lang(), stage),
        theme.style(Look::of(Role::Text)),
    );
}
