//! Search in laid-out text: what `/` finds in an open offer.

use std::ops::Range;

use memchr::memmem;

use crate::text::fold::fold_inclusive;
use crate::text::width;

use super::layout::{Layout, Place, Role};

/// A line to be searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hay {
    /// The line's text.
    pub text: String,
    /// How many bytes at its start are indent, bullet or border.
    pub indent: usize,
    /// It goes on with the text of the line before.
    pub wrapped: bool,
}

impl Layout {
    /// Returns the lines for [`find`].
    #[must_use]
    pub fn hay(&self) -> Vec<Hay> {
        let hay = |line: &super::Line| {
            let added = line
                .runs
                .iter()
                .take_while(|run| run.style.role == Role::Decoration && run.source.is_none());
            let indent = added.map(|run| run.text.as_str().len()).sum();
            Hay {
                text: line.text(),
                indent,
                wrapped: line.wrapped,
            }
        };
        self.lines.iter().map(hay).collect()
    }
}

/// Finds `query` in `lines`, whatever the accents, the case, the typography and the inclusive writing; a match may go
/// over the end of a wrapped line. Each match is the places it takes, in order.
#[must_use]
pub fn find(lines: &[Hay], query: &str) -> Vec<Vec<Place>> {
    let needle = fold_inclusive(query.trim()).text;
    if needle.trim().is_empty() {
        return Vec::new();
    }
    let finder = memmem::Finder::new(needle.as_bytes());
    let mut matches = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let more = lines[start + 1..].iter().take_while(|line| line.wrapped).count();
        let end = start + 1 + more;
        find_in_paragraph(&lines[start..end], start, &finder, &mut matches);
        start = end;
    }
    matches
}

fn find_in_paragraph(lines: &[Hay], first: usize, finder: &memmem::Finder<'_>, matches: &mut Vec<Vec<Place>>) {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let indent = if index == 0 { 0 } else { line.indent };
        if index > 0 {
            text.push(' ');
        }
        starts.push((text.len(), indent));
        text.push_str(line.text.get(indent..).unwrap_or_default());
    }
    let folded = fold_inclusive(&text);
    for at in finder.find_iter(folded.text.as_bytes()) {
        let found = folded.original(at..at + finder.needle().len());
        let places = places(lines, first, &starts, &found);
        if !places.is_empty() {
            matches.push(places);
        }
    }
}

/// Returns where on the lines the bytes `found` of the joined text stand.
fn places(lines: &[Hay], first: usize, starts: &[(usize, usize)], found: &Range<usize>) -> Vec<Place> {
    let from = starts
        .partition_point(|(start, _)| *start <= found.start)
        .saturating_sub(1);
    let mut places = Vec::new();
    for (index, (start, indent)) in starts.iter().enumerate().skip(from) {
        if *start >= found.end {
            break;
        }
        let text = &lines[index].text;
        let left = found.start.saturating_sub(*start) + indent;
        let right = (found.end - start + indent).min(text.len());
        let (Some(before), Some(part)) = (text.get(..left), text.get(left..right)) else {
            continue;
        };
        let column = width(before);
        if !part.is_empty() {
            places.push(Place {
                line: first + index,
                columns: column..column + width(part),
            });
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::{layout, parse};
    use super::*;

    fn found(body: &str, columns: u16, query: &str) -> Vec<Vec<(usize, Range<usize>)>> {
        let layout = layout(&parse(body, 0), columns);
        let matches = find(&layout.hay(), query);
        matches
            .into_iter()
            .map(|places| places.into_iter().map(|p| (p.line, p.columns)).collect())
            .collect()
    }

    #[test]
    fn accents_case_and_width_do_not_matter() {
        assert_eq!(
            found("L’Économie, 日本 économie", 60, "economie"),
            [vec![(0, 2..10)], vec![(0, 17..25)]]
        );
        assert_eq!(found("rien", 60, "tout"), Vec::<Vec<_>>::new());
        assert_eq!(found("rien", 60, "  "), Vec::<Vec<_>>::new());
    }

    #[test]
    fn a_match_goes_over_the_end_of_a_line_but_not_of_a_paragraph() {
        assert_eq!(
            found("- poste dès la mi avril prochain", 20, "mi avril"),
            [vec![(0, 15..17), (1, 2..7)]]
        );
        assert_eq!(found("mi\n\navril", 20, "mi avril"), Vec::<Vec<_>>::new());
    }
}
