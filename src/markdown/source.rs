//! The source as it was written, laid out with its line numbers: the raw view of an offer.

use std::ops::Range;

use crate::text::clean::Clean;
use crate::text::{clean, width};

use super::document::{Look, Span};
use super::layout::{Layout, Line, Role, Run, RunStyle, Source, runs_of};
use super::leaf::Leaf;
use super::wrap::{wrap, wrap_code};

/// Lays out `text` as it stands in its file, in lines at most `columns` wide. `base` is where it starts in the file's
/// text, `first_line` the number of its first line there.
#[must_use]
pub fn source(text: &str, base: usize, first_line: usize, columns: u16) -> Layout {
    let columns = usize::from(columns.max(1));
    let last = first_line + text.matches('\n').count();
    let gutter = if columns >= 24 { last.to_string().len() + 2 } else { 0 };
    let style = RunStyle::plain(Role::Text);
    let mut layout = Layout::default();
    let mut at = base;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let mut leaf = Leaf::default();
        leaf.push_code(line, &(at..at + line.len()), Look { style, link: None });
        leaf.trim_end();
        at += line.len();
        push(
            &mut layout,
            &leaf.text,
            &leaf.spans,
            first_line + index,
            (gutter, columns),
        );
    }
    layout
}

fn push(layout: &mut Layout, text: &str, spans: &[Span], number: usize, (gutter, columns): (usize, usize)) {
    let source = Source { text, shift: 0, spans };
    for (index, range) in broken(text, columns - gutter).into_iter().enumerate() {
        let number = if index == 0 { number.to_string() } else { String::new() };
        let pad = gutter.saturating_sub(width(&number) + 2);
        let mut runs = Vec::new();
        if gutter > 0 {
            let mut before = Clean::spaces(pad);
            before.push(&clean(&number));
            before.push(&Clean::spaces(gutter - pad - width(&number)));
            runs.push(Run::added(before));
        }
        runs.extend(runs_of(source, &range, columns - gutter));
        layout.lines.push(Line {
            runs,
            wrapped: index > 0,
        });
    }
}

/// Breaks a line at spaces, with its indent, where that leaves room for words.
fn broken(text: &str, columns: usize) -> Vec<Range<usize>> {
    let indent = text.len() - text.trim_start_matches(' ').len();
    if indent * 2 >= columns || indent == text.len() {
        return wrap_code(text, columns);
    }
    let mut lines = wrap(&text[indent..], columns - indent);
    for line in &mut lines {
        *line = line.start + indent..line.end + indent;
    }
    if let Some(first) = lines.first_mut() {
        first.start = 0;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_number_and_its_source() {
        let layout = source("# Un\n\n- **deux**\t\u{1b}[0m", 10, 8, 30);
        let lines: Vec<String> = layout.lines.iter().map(Line::text).collect();
        assert_eq!(lines, [" 8  # Un", " 9  ", "10  - **deux**  [0m"]);
        assert_eq!(layout.line_of(&(18..22)), Some(2));
    }

    #[test]
    fn words_stay_whole_and_the_indent_stays() {
        let layout = source("  - un deux trois quatre", 0, 1, 14);
        let lines: Vec<String> = layout.lines.iter().map(Line::text).collect();
        assert_eq!(lines, ["  - un deux", "trois quatre"]);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "日本語 a\u{a0}".repeat(30);
        for columns in [1, 2, 5, 24, 40] {
            assert!(
                source(&text, 0, 1, columns)
                    .lines
                    .iter()
                    .all(|line| line.width() <= usize::from(columns))
            );
        }
    }
}
