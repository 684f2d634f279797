//! Tables: cells wrapped to fit the width or, when there are too few columns for that, one labelled list a row.

use crate::text::{Clean, clean, width};

use super::document::{Align, Cell, Document, Table};
use super::layout::{Run, Source, runs_of};
use super::wrap::{widest_word, wrap};

/// Between two cells.
const BORDER: &str = " │ ";

/// A column narrower than this is not worth reading; below it the table becomes a list.
const NARROWEST: usize = 6;

/// A word longer than this may be broken.
const LONGEST_WORD: usize = 20;

/// Lays a table out in lines at most `columns` wide.
pub(super) fn lay_out(document: &Document, table: &Table, columns: usize) -> Vec<Vec<Run>> {
    match column_widths(document, table, columns) {
        Some(widths) => grid(document, table, &widths),
        None => labelled(document, table, columns),
    }
}

fn source<'d>(document: &'d Document, cell: &Cell) -> Source<'d> {
    Source {
        text: &document.text[cell.text.clone()],
        shift: cell.text.start,
        spans: &document.spans[cell.spans.clone()],
    }
}

/// Shares `columns` among the table's columns; `None` when they do not fit.
fn column_widths(document: &Document, table: &Table, columns: usize) -> Option<Vec<usize>> {
    let count = table.columns();
    let borders = count.checked_sub(1)? * width(BORDER);
    let room = columns
        .checked_sub(borders)
        .filter(|room| *room >= count * NARROWEST.min(4))?;
    let mut natural = vec![1; count];
    let mut least = vec![1; count];
    for (index, cell) in table.rows.iter().flat_map(|row| row.iter().enumerate()) {
        let text = &document.text[cell.text.clone()];
        for line in text.split('\n') {
            natural[index] = natural[index].max(width(line));
            least[index] = least[index].max(widest_word(line).min(LONGEST_WORD));
        }
    }
    if natural.iter().sum::<usize>() <= room {
        return Some(natural);
    }
    let least: Vec<usize> = least
        .iter()
        .zip(&natural)
        .map(|(least, natural)| (*least).max(NARROWEST).min(*natural))
        .collect();
    let taken: usize = least.iter().sum();
    let mut spare = room.checked_sub(taken)?;
    // The columns that want more share what is left in proportion to what they want.
    let wanted: usize = natural.iter().zip(&least).map(|(natural, least)| natural - least).sum();
    let mut widths = least;
    let all = spare;
    for (own, natural) in widths.iter_mut().zip(&natural) {
        let more = (all * (natural - *own)).checked_div(wanted).unwrap_or(0).min(spare);
        *own += more;
        spare -= more;
    }
    for (own, natural) in widths.iter_mut().zip(&natural) {
        let more = spare.min(natural.saturating_sub(*own));
        *own += more;
        spare -= more;
    }
    Some(widths)
}

fn grid(document: &Document, table: &Table, widths: &[usize]) -> Vec<Vec<Run>> {
    let rows: Vec<Vec<Vec<Run>>> = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| grid_row(document, table, row, widths, table.head && index == 0))
        .collect();
    let tall = rows.iter().skip(usize::from(table.head)).any(|row| row.len() > 1);
    let mut lines = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        if index == 1 && table.head || index > 0 && tall {
            lines.push(vec![rule(widths)]);
        }
        lines.extend(row);
    }
    lines
}

fn rule(widths: &[usize]) -> Run {
    let parts: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    Run::added(clean(&parts.join("─┼─")))
}

/// Returns the lines of one row.
fn grid_row(document: &Document, table: &Table, row: &[Cell], widths: &[usize], head: bool) -> Vec<Vec<Run>> {
    let cells: Vec<Vec<Vec<Run>>> = row
        .iter()
        .zip(widths)
        .map(|(cell, columns)| cell_lines(document, cell, *columns, head))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(1);
    let mut lines = Vec::with_capacity(height);
    for index in 0..height {
        let mut line = Vec::new();
        for (column, columns) in widths.iter().enumerate() {
            if column > 0 {
                line.push(Run::added(clean(BORDER)));
            }
            let runs = cells
                .get(column)
                .and_then(|lines| lines.get(index))
                .cloned()
                .unwrap_or_default();
            let free = columns.saturating_sub(runs.iter().map(|run| run.text.width()).sum());
            let before = match table.aligns.get(column).copied().unwrap_or_default() {
                Align::Left => 0,
                Align::Center => free / 2,
                Align::Right => free,
            };
            pad(&mut line, before);
            line.extend(runs);
            if column + 1 < widths.len() {
                pad(&mut line, free - before);
            }
        }
        lines.push(line);
    }
    lines
}

fn pad(line: &mut Vec<Run>, columns: usize) {
    if columns > 0 {
        line.push(Run::added(Clean::spaces(columns)));
    }
}

fn cell_lines(document: &Document, cell: &Cell, columns: usize, bold: bool) -> Vec<Vec<Run>> {
    let source = source(document, cell);
    let mut lines: Vec<Vec<Run>> = wrap(source.text, columns)
        .iter()
        .map(|line| runs_of(source, line, columns))
        .collect();
    if bold {
        lines.iter_mut().flatten().for_each(|run| run.style.bold = true);
    }
    lines
}

/// Lays out each row as a list of its cells, each under the name of its column.
pub(super) fn labelled(document: &Document, table: &Table, columns: usize) -> Vec<Vec<Run>> {
    let (head, rows) = if table.head {
        table.rows.split_at(1)
    } else {
        table.rows.split_at(0)
    };
    let labels: &[Cell] = head.first().map_or(&[], Vec::as_slice);
    if rows.is_empty() {
        return labels
            .iter()
            .flat_map(|label| cell_lines(document, label, columns, true))
            .collect();
    }
    let mut lines = Vec::new();
    let mut shown = vec![false; labels.len()];
    for row in rows {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        for (index, cell) in row.iter().enumerate() {
            if let Some(shown) = shown.get_mut(index) {
                *shown = true;
            }
            let label = labels.get(index).filter(|label| !label.text.is_empty());
            lines.extend(labelled_cell(document, label, cell, columns));
        }
    }
    let unseen = labels.iter().zip(shown).filter(|(_, shown)| !shown);
    lines.extend(unseen.flat_map(|(label, _)| cell_lines(document, label, columns, true)));
    lines
}

/// `Label · value`, or the label above the value when both do not fit on one line.
fn labelled_cell(document: &Document, label: Option<&Cell>, cell: &Cell, columns: usize) -> Vec<Vec<Run>> {
    if cell.text.is_empty() {
        return label
            .map(|label| cell_lines(document, label, columns, true))
            .unwrap_or_default();
    }
    let Some(label) = label else {
        return cell_lines(document, cell, columns, false);
    };
    let names = cell_lines(document, label, columns, true);
    let label_width = width(&document.text[label.text.clone()]);
    let value_width = width(&document.text[cell.text.clone()]);
    if let [name] = names.as_slice()
        && label_width + 3 + value_width <= columns
        && !document.text[cell.text.clone()].contains('\n')
    {
        let mut line = name.clone();
        line.push(Run::added(clean(" · ")));
        line.extend(
            cell_lines(document, cell, value_width.max(1), false)
                .into_iter()
                .flatten(),
        );
        return vec![line];
    }
    let indent = if columns > 8 { 2 } else { 0 };
    let mut lines = names;
    for value in cell_lines(document, cell, columns - indent, false) {
        let mut line = Vec::new();
        pad(&mut line, indent);
        line.extend(value);
        lines.push(line);
    }
    lines
}
