//! The text of one block while it is being built, with the source of each stretch.

use std::ops::Range;

use crate::text::clean::{clean_into, is_plain};
use crate::text::width;

use super::document::{Look, Span};

/// How wide a tab stop is in code.
const TAB: usize = 4;

/// A text with its spans. The text is always clean, with single spaces unless it is code.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaf {
    pub text: String,
    pub spans: Vec<Span>,
    /// Where the source's line ends became spaces: bytes of `text`, and bytes of the file.
    pub soft: Vec<(usize, usize)>,
    /// A place in the text and its column, for tabs in code.
    column: (usize, usize),
}

impl Leaf {
    /// Tells whether there is nothing to see.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    fn at_space(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\n'])
    }

    /// Appends prose that stands at `source`: blank space becomes single spaces, the rest is cleaned.
    pub fn push_prose(&mut self, text: &str, source: &Range<usize>, look: Look) {
        let mut space = self.at_space();
        let bytes = text.as_bytes();
        let (mut from, mut at) = (0, 0);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'!'..=b'~' => {
                    space = false;
                    at += 1;
                }
                b' ' if !space => {
                    space = true;
                    at += 1;
                }
                0..0x80 => {
                    self.take(text, from..at, source, look);
                    if matches!(byte, b'\t'..=b'\r') && !space {
                        self.put(" ", text, at..at + 1, source, look);
                        space = true;
                    }
                    at += 1;
                    from = at;
                }
                _ => {
                    let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                    let end = at + c.len_utf8();
                    if is_plain(c) {
                        space = false;
                    } else {
                        self.take(text, from..at, source, look);
                        space = self.push_odd(text, at..end, source, look);
                        from = end;
                    }
                    at = end;
                }
            }
        }
        self.take(text, from..at, source, look);
    }

    /// Appends a character that is not plain; tells whether the text now ends with a space.
    fn push_odd(&mut self, text: &str, part: Range<usize>, source: &Range<usize>, look: Look) -> bool {
        let before = self.text.len();
        let at_space = self.at_space();
        clean_into(&text[part.clone()], &mut self.text);
        if self.text[before..].contains('\n') {
            self.text.truncate(before);
            if !at_space {
                self.put(" ", text, part, source, look);
            }
            return true;
        }
        self.cover(before, part_source(text, part, source), look);
        self.at_space()
    }

    /// Appends code that stands at `source`: tabs go to the next stop, newlines and spaces stay.
    pub fn push_code(&mut self, text: &str, source: &Range<usize>, look: Look) {
        let mut at = 0;
        for line in text.split_inclusive(['\n', '\t']) {
            let end = at + line.len();
            let (body, last) = match line.as_bytes().last() {
                Some(b'\n') => (at..end - 1 - usize::from(line.ends_with("\r\n")), Some('\n')),
                Some(b'\t') => (at..end - 1, Some('\t')),
                _ => (at..end, None),
            };
            let before = self.text.len();
            clean_into(&text[body.clone()], &mut self.text);
            self.cover(before, part_source(text, body, source), look);
            match last {
                Some('\n') => {
                    self.put("\n", text, end - 1..end, source, look);
                    self.column = (self.text.len(), 0);
                }
                Some(_) => {
                    let column = self.column.1 + width(&self.text[self.column.0..]);
                    let spaces = TAB - column % TAB;
                    self.put(&"    "[..spaces], text, end - 1..end, source, look);
                    self.column = (self.text.len(), column + spaces);
                }
                None => {}
            }
            at = end;
        }
    }

    /// Appends a line break that stays.
    pub fn push_break(&mut self, source: &Range<usize>, look: Look) {
        self.trim_end();
        let before = self.text.len();
        self.text.push('\n');
        self.cover(before, source.clone(), look);
    }

    /// Appends the end of a source line within a paragraph.
    pub fn push_soft(&mut self, source: &Range<usize>, look: Look) {
        if !self.at_space() {
            self.soft.push((self.text.len(), source.start));
            self.push_prose(" ", &(source.start..source.start + 1), look);
        } else if self.text.ends_with(' ') {
            self.soft.push((self.text.len() - 1, source.start));
        }
    }

    /// Appends what does not stand in the source.
    pub fn push_added(&mut self, text: &str, at: usize, look: Look) {
        let before = self.text.len();
        clean_into(text, &mut self.text);
        self.cover(before, at..at, look);
    }

    fn take(&mut self, text: &str, part: Range<usize>, source: &Range<usize>, look: Look) {
        if !part.is_empty() {
            let before = self.text.len();
            self.text.push_str(&text[part.clone()]);
            self.cover(before, part_source(text, part, source), look);
        }
    }

    fn put(&mut self, shown: &str, text: &str, part: Range<usize>, source: &Range<usize>, look: Look) {
        let before = self.text.len();
        self.text.push_str(shown);
        self.cover(before, part_source(text, part, source), look);
    }

    /// Says that the text from `before` on comes from `source`.
    fn cover(&mut self, before: usize, source: Range<usize>, look: Look) {
        let end = self.text.len();
        if before == end {
            return;
        }
        if let Some(last) = self.spans.last_mut() {
            let joins = last.look == look
                && last.source.end == source.start
                && last.source.len() == last.text.len()
                && source.len() == end - before;
            if joins {
                last.text.end = end;
                last.source.end = source.end;
                return;
            }
        }
        self.spans.push(Span {
            text: before..end,
            source,
            look,
        });
    }

    /// Removes spaces and newlines at the end.
    pub fn trim_end(&mut self) {
        let end = self.text.trim_end_matches([' ', '\n']).len();
        self.truncate(end);
    }

    fn truncate(&mut self, end: usize) {
        self.text.truncate(end);
        while let Some(last) = self.spans.last_mut() {
            if last.text.start >= end {
                self.spans.pop();
                continue;
            }
            *last = last.part(last.text.start..end.min(last.text.end));
            break;
        }
        self.soft.retain(|(soft, _)| *soft < end);
    }

    /// Changes the look of ranges of the text, which are in order and apart. One pass, however many they are.
    pub fn restyle<C>(&mut self, ranges: &[(Range<usize>, C)], change: impl Fn(&mut Look, &C)) {
        if ranges.is_empty() {
            return;
        }
        let mut spans = Vec::with_capacity(self.spans.len() + 2 * ranges.len());
        let mut ranges = ranges.iter().peekable();
        for span in self.spans.drain(..) {
            let mut at = span.text.start;
            while let Some((range, value)) = ranges.peek() {
                if range.start >= span.text.end {
                    break;
                }
                if range.start > at {
                    spans.push(span.part(at..range.start));
                    at = range.start;
                }
                let end = range.end.min(span.text.end);
                if at < end {
                    let mut changed = span.part(at..end);
                    change(&mut changed.look, value);
                    spans.push(changed);
                    at = end;
                }
                if range.end > span.text.end {
                    break;
                }
                ranges.next();
            }
            if at < span.text.end {
                spans.push(span.part(at..span.text.end));
            }
        }
        self.spans = spans;
    }

    /// Removes ranges of the text, which are in order and apart.
    pub fn remove(&mut self, ranges: &[Range<usize>]) {
        if ranges.is_empty() {
            return;
        }
        let old = std::mem::take(self);
        let mut from = 0;
        let end = old.text.len();
        for range in ranges.iter().cloned().chain(std::iter::once(end..end)) {
            // What was removed may have stood between two spaces.
            let doubled = from > 0 && self.at_space() && old.text[from..range.start].starts_with(' ');
            self.copy(&old, from + usize::from(doubled)..range.start);
            from = range.end;
        }
    }

    /// Appends a part of another leaf.
    pub fn copy(&mut self, other: &Self, part: Range<usize>) {
        let Some(text) = other.text.get(part.clone()) else {
            return;
        };
        let shift = self.text.len();
        let first = other.spans.partition_point(|span| span.text.end <= part.start);
        for span in other.spans[first..]
            .iter()
            .take_while(|span| span.text.start < part.end)
        {
            let mut kept = span.part(span.text.start.max(part.start)..span.text.end.min(part.end));
            kept.text = kept.text.start - part.start + shift..kept.text.end - part.start + shift;
            self.spans.push(kept);
        }
        let first = other.soft.partition_point(|(soft, _)| *soft < part.start);
        let soft = other.soft[first..].iter().take_while(|(soft, _)| *soft < part.end);
        self.soft
            .extend(soft.map(|(soft, source)| (soft - part.start + shift, *source)));
        self.text.push_str(text);
    }

    /// Returns the look at a byte of the text.
    pub fn look_at(&self, at: usize) -> Look {
        let index = self.spans.partition_point(|span| span.text.end <= at);
        self.spans.get(index).map(|span| span.look).unwrap_or_default()
    }
}

impl Span {
    /// Returns the part of this span that shows `text`, a range within its own.
    pub fn part(&self, text: Range<usize>) -> Self {
        let source = if self.source.len() == self.text.len() {
            let start = self.source.start + (text.start - self.text.start);
            start..start + text.len()
        } else {
            self.source.clone()
        };
        Self {
            text,
            source,
            look: self.look,
        }
    }
}

/// Returns the source of `part` of `text`, which stands at `source`.
fn part_source(text: &str, part: Range<usize>, source: &Range<usize>) -> Range<usize> {
    if source.len() == text.len() {
        source.start + part.start..source.start + part.end
    } else {
        source.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(text: &str) -> Leaf {
        let mut leaf = Leaf::default();
        leaf.push_prose(text, &(10..10 + text.len()), Look::default());
        leaf
    }

    fn assert_sound(leaf: &Leaf) {
        let mut end = 0;
        for span in &leaf.spans {
            assert_eq!(span.text.start, end, "{leaf:?}");
            assert!(leaf.text.is_char_boundary(span.text.start));
            end = span.text.end;
        }
        assert_eq!(end, leaf.text.len(), "{leaf:?}");
    }

    #[test]
    fn prose_has_single_spaces_and_knows_its_source() {
        let leaf = prose("a  b\tc\u{200b}d é");
        assert_eq!(leaf.text, "a b cd é");
        assert_sound(&leaf);
        let sources: Vec<_> = leaf.spans.iter().map(|span| span.source.clone()).collect();
        assert_eq!(sources, [10..12, 13..16, 19..23]);
    }

    #[test]
    fn removing_and_restyling_keep_the_spans_whole() {
        let mut leaf = prose("un **mot** gras");
        leaf.restyle(&[(5..8, ())], |look, ()| look.style.bold = true);
        assert_sound(&leaf);
        leaf.remove(&[3..5, 8..10]);
        assert_eq!(leaf.text, "un mot gras");
        assert_sound(&leaf);
        assert!(leaf.look_at(3).style.bold);
        assert!(!leaf.look_at(6).style.bold);
        let bold = leaf
            .spans
            .iter()
            .find(|span| span.look.style.bold)
            .map(|span| span.source.clone());
        assert_eq!(bold, Some(15..18));
    }

    #[test]
    fn tabs_in_code_go_to_the_next_stop() {
        let mut leaf = Leaf::default();
        leaf.push_code("a\tb\n\tc\n", &(0..7), Look::default());
        assert_eq!(leaf.text, "a   b\n    c\n");
        assert_sound(&leaf);
    }
}
