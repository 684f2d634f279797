//! The body of an offer as the readers see it: passages with their section, label, links, and the way back to the file.
//!
//! Headings (real, bold lines, `// TITLE //`, upper-case lines) open sections; "Label : value" lines, list items,
//! table rows, paragraph lines and front-matter values are passages. HTML comments, Liquid comments, tags and
//! struck-through text never reach the readers, so that nothing in them becomes a fact.
//!
//! All passages lie in two strings, the *visible* text and its *folded* form, with maps back to the bytes of the file:
//! one parse, one fold and one search for all trigger phrases serve every reader. A reader looks at
//! [`Page::hits`] of its [`Topic`] or at the passages with its [`Key`], and turns the folded range that states the fact
//! into evidence with [`Page::fact`].

mod below;
mod build;
mod habits;
mod html;
mod triggers;

use std::ops::Range;

use super::facts::{Evidence, Fact, Inference, Origin};
use super::front_matter::FrontMatter;
use super::keys::Key;
use super::section::SectionKind;
pub use triggers::{Hit, Topic};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PassageKind {
    /// A scalar of the front matter, or one line of a long one.
    Field,
    /// A heading, real or by habit: see [`Heading`].
    Heading(Heading),
    /// A line of a list item.
    Item,
    /// A row of a table, its cells joined by " : " after the first and " | " after the others; one cell where the
    /// head names all columns and this is the only row.
    Row,
    /// A line of a paragraph.
    Line,
    /// A line of a fenced code block.
    Code,
}

/// How a heading is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// `# Title`, underlined, or `<h1>`; the level from 1.
    Real(u8),
    /// `// TITLE //`.
    Slashes,
    /// A short line in upper case.
    Upper,
    /// A line wholly in bold.
    Bold,
    /// A line that is nothing but `Label :`.
    Label,
}

impl Heading {
    /// Returns the depth at which it opens a section: habits lie below real headings.
    const fn depth(self) -> u8 {
        match self {
            Self::Real(level) => level,
            Self::Slashes => 7,
            Self::Upper => 8,
            Self::Bold => 9,
            Self::Label => 10,
        }
    }
}

/// A piece of the text that a reader looks at on its own. Ranges are bytes of the page's strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Bytes of [`Page::visible`].
    pub visible: Range<u32>,
    /// Bytes of [`Page::folded`].
    pub folded: Range<u32>,
    /// Bytes of [`Page::folded`]: the label, without its colon. For a field, empty (see [`Passage::key`]).
    pub label: Range<u32>,
    /// Bytes of [`Page::folded`]: what follows the label; the whole passage when it has none.
    pub value: Range<u32>,
    /// What the label or the front-matter key means, when it is a known one; below a label that stands alone, what
    /// that one means.
    pub key: Option<Key>,
    /// Lines of the same paragraph or item share it: see [`Page::block`].
    pub block: u32,
    /// Bytes of [`Page::folded`]: all of that paragraph or item.
    pub whole: Range<u32>,
    /// The innermost section it stands in, an index into [`Page::sections`]. A heading stands in its own.
    pub section: Option<u32>,
    /// Indices into [`Page::links`].
    pub links: Range<u32>,
    /// In a block quote.
    pub quoted: bool,
    /// In how many lists.
    pub lists: usize,
    /// How many digits its folded text holds: where there are none, neither is a number.
    pub digits: u32,
    /// Bytes of [`Page::visible`]: the first words in bold, when the passage begins with them; else empty.
    pub bold: Range<u32>,
}

/// A section: what stands below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading, an index into [`Page::passages`].
    pub heading: u32,
    /// The section around it.
    pub parent: Option<u32>,
    /// What it is about, when its heading is a known one.
    pub kind: Option<SectionKind>,
    depth: u8,
}

/// A link, from Markdown, HTML or an autolink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Bytes of [`Page::visible`]: the text shown, which may be empty.
    pub text: Range<u32>,
    /// The target as written, entities decoded, percent escapes not.
    pub target: String,
    /// Bytes of the file: the whole link with its mark-up.
    pub source: Range<usize>,
}

/// One linear or opaque piece of the way from the visible text to the file.
#[derive(Debug, Clone, Copy)]
struct Segment {
    visible: u32,
    source: u32,
    source_end: u32,
    /// Bytes of both sides correspond one by one (an entity or a re-flowed value does not).
    linear: bool,
}

/// A file's text, read once for all readers.
#[derive(Debug)]
pub struct Page<'t> {
    /// The whole text of the file.
    pub text: &'t str,
    /// Its front matter.
    pub front: &'t FrontMatter,
    /// What a person sees, passage after passage, each closed by a newline.
    pub visible: String,
    /// The same, folded: lower case, no accents, single spaces. A newline stands between blocks, a space between the
    /// lines of one paragraph.
    pub folded: String,
    /// For each byte of `folded` the byte of `visible`; one more at the end.
    folded_origin: Vec<u32>,
    segments: Vec<Segment>,
    /// The passages, in the order of the text, the fields of the front matter first.
    pub passages: Vec<Passage>,
    /// The sections, in the order of the text.
    pub sections: Vec<Section>,
    /// The links, in the order of the text.
    pub links: Vec<Link>,
    /// Struck-through text, bytes of the file.
    pub struck: Vec<Range<usize>>,
    /// Where the lines drawn across the body (`---`) begin, bytes of the file.
    pub rules: Vec<usize>,
    /// Index of the first passage that is not a front-matter field.
    pub body_start: usize,
    hits: triggers::Hits,
    /// Where sentences end, bytes of `folded`.
    stops: Vec<u32>,
    line_starts: Vec<u32>,
}

impl<'t> Page<'t> {
    /// Reads the page of `text`, whose front matter is `front`.
    #[must_use]
    pub fn new(text: &'t str, front: &'t FrontMatter) -> Self {
        let body = front.body_start.min(text.len());
        Self::of_parts(text, front, std::slice::from_ref(&(body..text.len())))
    }

    /// Reads a page whose body is `parts` alone, bytes of `text` in their order: one of several offers of a file, or
    /// what all of them share.
    #[must_use]
    pub fn of_parts(text: &'t str, front: &'t FrontMatter, parts: &[Range<usize>]) -> Self {
        build::page(text, front, parts)
    }

    /// Returns what the triggers of `topic` hit, in the order of the text.
    #[must_use]
    pub fn hits(&self, topic: Topic) -> &[Hit] {
        self.hits.of(topic)
    }

    /// Returns what the triggers of `topic` hit within a folded range, in the order of their ends.
    pub fn hits_in(&self, topic: Topic, range: &Range<u32>) -> impl Iterator<Item = &Hit> {
        let hits = self.hits(topic);
        let (start, end) = (range.start, range.end);
        let first = hits.partition_point(|hit| hit.end <= start);
        hits.get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(move |hit| hit.end <= end)
            .filter(move |hit| hit.start >= start)
    }

    /// Tells whether a date may begin at a byte of the folded text or at most `reach` bytes behind it.
    #[must_use]
    pub fn may_date(&self, from: u32, reach: u32) -> bool {
        let hits = self.hits(Topic::Date);
        let first = hits.partition_point(|hit| hit.start < from);
        // In the midst of a word nothing was looked for.
        let letter = |at: usize| self.folded.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
        let inside = (from as usize).checked_sub(1).is_some_and(letter) && letter(from as usize);
        inside
            || hits
                .get(first)
                .is_some_and(|hit| hit.start <= from.saturating_add(reach))
    }

    /// Returns the passages whose label or front-matter key is `key`, in the order of the text: fields first.
    pub fn with_key(&self, key: Key) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.key == Some(key))
    }

    /// Returns the front-matter fields, as passages.
    #[must_use]
    pub fn fields(&self) -> &[Passage] {
        self.passages.get(..self.body_start).unwrap_or(&[])
    }

    /// Returns the passages of the body.
    #[must_use]
    pub fn body(&self) -> &[Passage] {
        self.passages.get(self.body_start..).unwrap_or(&[])
    }

    /// Returns the folded text of a range.
    #[must_use]
    pub fn folded(&self, range: &Range<u32>) -> &str {
        self.folded.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// Returns the visible text that a folded range comes from, trimmed.
    #[must_use]
    pub fn shown(&self, folded: &Range<u32>) -> &str {
        self.visible_of(folded).trim()
    }

    /// Returns the visible text of a range of the visible text.
    #[must_use]
    pub fn visible(&self, range: &Range<u32>) -> &str {
        self.visible.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    fn visible_of(&self, folded: &Range<u32>) -> &str {
        self.visible(&self.to_visible(folded))
    }

    /// Returns the range of the visible text that a range of the folded text comes from.
    #[must_use]
    pub fn to_visible(&self, folded: &Range<u32>) -> Range<u32> {
        let start = self.origin(folded.start);
        if folded.end <= folded.start {
            return start..start;
        }
        // The end of the last character, not the start of the next: what folds to nothing between them stays out.
        let last = self.origin(folded.end - 1);
        let width = self
            .visible
            .get(last as usize..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        start..last + u32::try_from(width).unwrap_or(0)
    }

    /// Returns the range of the folded text that comes from a range of the visible text.
    #[must_use]
    pub fn to_folded(&self, visible: &Range<u32>) -> Range<u32> {
        let at = |byte: u32| narrow(self.folded_origin.partition_point(|o| *o < byte));
        let len = narrow(self.folded.len());
        at(visible.start).min(len)..at(visible.end).min(len)
    }

    fn origin(&self, folded: u32) -> u32 {
        let end = narrow(self.visible.len());
        self.folded_origin.get(folded as usize).copied().unwrap_or(end)
    }

    /// Returns the bytes of the file that a range of the visible text comes from, mark-up inside included.
    #[must_use]
    pub fn source(&self, visible: &Range<u32>) -> Range<usize> {
        let start = self.source_at(visible.start, false);
        let end = if visible.end > visible.start {
            self.source_at(visible.end, true)
        } else {
            start
        };
        widen(self.text, start..end.max(start))
    }

    /// `end`: the byte is the end of a range, so it belongs to the segment before it.
    fn source_at(&self, visible: u32, end: bool) -> usize {
        let after = self
            .segments
            .partition_point(|s| if end { s.visible < visible } else { s.visible <= visible });
        let Some(segment) = after.checked_sub(1).and_then(|at| self.segments.get(at)) else {
            return self.segments.first().map_or(0, |s| s.source as usize);
        };
        if segment.linear {
            (segment.source + (visible - segment.visible)).min(segment.source_end) as usize
        } else if end {
            segment.source_end as usize
        } else {
            segment.source as usize
        }
    }

    /// Returns the bytes of the file that a range of the folded text comes from.
    #[must_use]
    pub fn source_of_folded(&self, folded: &Range<u32>) -> Range<usize> {
        self.source(&trimmed(&self.visible, self.to_visible(folded)))
    }

    /// Tells whether a passage and these bytes of the file have any in common.
    #[must_use]
    pub fn overlaps(&self, passage: &Passage, span: &Range<usize>) -> bool {
        // Most passages begin behind, which one look tells.
        if self.source_at(self.origin(passage.folded.start), false) >= span.end {
            return false;
        }
        let source = self.source_of_folded(&passage.folded);
        source.start < span.end && span.start < source.end
    }

    /// Returns the line of a byte of the file, from 1.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start as usize <= byte).max(1)
    }

    /// Returns the evidence that bytes of the file are.
    #[must_use]
    pub fn evidence_at(&self, source: Range<usize>) -> Evidence {
        let line = self.line(source.start);
        Evidence {
            origin: Origin::Text { span: source, line },
            inferred: None,
        }
    }

    /// Returns the evidence that a range of the folded text is.
    #[must_use]
    pub fn evidence(&self, folded: &Range<u32>) -> Evidence {
        self.evidence_at(self.source_of_folded(folded))
    }

    /// Makes a fact that a range of the folded text states.
    #[must_use]
    pub fn fact<T>(&self, value: T, folded: &Range<u32>) -> Fact<T> {
        Fact {
            value,
            evidence: vec![self.evidence(folded)],
        }
    }

    /// Makes a fact that a range of the folded text states with the help of something else.
    #[must_use]
    pub fn inferred<T>(&self, value: T, folded: &Range<u32>, from: Inference) -> Fact<T> {
        let evidence = Evidence {
            inferred: Some(from),
            ..self.evidence(folded)
        };
        Fact {
            value,
            evidence: vec![evidence],
        }
    }

    /// Returns the passage that a byte of the folded text stands in.
    #[must_use]
    pub fn passage_at(&self, folded: u32) -> Option<&Passage> {
        let after = self.passages.partition_point(|p| p.folded.start <= folded);
        self.passages.get(after.checked_sub(1)?)
    }

    /// Returns the passages of the paragraph or item that `passage` is a line of.
    #[must_use]
    pub fn block(&self, passage: &Passage) -> &[Passage] {
        let start = self.passages.partition_point(|p| p.block < passage.block);
        let end = self.passages.partition_point(|p| p.block <= passage.block);
        self.passages.get(start..end).unwrap_or(&[])
    }

    /// Returns the folded range of the whole paragraph or item that `passage` is a line of.
    #[must_use]
    pub fn block_range(&self, passage: &Passage) -> Range<u32> {
        passage.whole.clone()
    }

    /// Returns the sentence around a folded range, within the paragraph, never more than some hundred bytes away.
    #[must_use]
    pub fn sentence(&self, folded: &Range<u32>) -> Range<u32> {
        let Some(passage) = self.passage_at(folded.start) else {
            return folded.clone();
        };
        let within = self.block_range(passage);
        habits::sentence(&self.folded, &self.stops, folded, &within)
    }

    /// Returns the kinds of the sections around `passage`, the innermost first; sections of no known kind are left out.
    pub fn section_kinds(&self, passage: &Passage) -> impl Iterator<Item = SectionKind> {
        self.trail(passage).filter_map(|section| section.kind)
    }

    /// Returns the sections around `passage`, the innermost first.
    pub fn trail(&self, passage: &Passage) -> impl Iterator<Item = &Section> {
        let section = |at: u32| self.sections.get(at as usize);
        std::iter::successors(passage.section.and_then(section), move |s| s.parent.and_then(section))
    }

    /// Returns the folded heading of a section.
    #[must_use]
    pub fn heading(&self, section: &Section) -> &str {
        self.passages
            .get(section.heading as usize)
            .map_or("", |p| self.folded(&p.folded))
    }

    /// Returns the links of a passage.
    #[must_use]
    pub fn links(&self, passage: &Passage) -> &[Link] {
        self.links
            .get(passage.links.start as usize..passage.links.end as usize)
            .unwrap_or(&[])
    }
}

/// Narrows an offset: all are `u32`, because the largest file that is read is far below 4 GB.
pub(super) fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Moves the ends of a range outwards to character boundaries.
fn widen(text: &str, range: Range<usize>) -> Range<usize> {
    text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end)
}

fn trimmed(visible: &str, range: Range<u32>) -> Range<u32> {
    let Some(slice) = visible.get(range.start as usize..range.end as usize) else {
        return range;
    };
    let edges = [slice.as_bytes().first(), slice.as_bytes().last()];
    if edges.iter().all(|byte| byte.is_some_and(u8::is_ascii_graphic)) {
        return range;
    }
    let before = slice.len() - slice.trim_start().len();
    let kept = slice.trim().len();
    let start = range.start + u32::try_from(before).unwrap_or(0);
    start..start + u32::try_from(kept).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_page(text: &str, check: impl FnOnce(&Page<'_>)) {
        let front = FrontMatter::default();
        check(&Page::new(text, &front));
    }

    /// The passages as (label, value) of their folded text.
    fn labelled(text: &str) -> Vec<(String, String)> {
        let front = FrontMatter::default();
        let page = Page::new(text, &front);
        page.passages
            .iter()
            .map(|p| (page.folded(&p.label).to_owned(), page.folded(&p.value).to_owned()))
            .collect()
    }

    #[test]
    fn labels_are_found_however_they_are_marked() {
        for text in [
            "**Durée :** 6 mois",
            "**Durée** : 6 mois",
            "Durée : 6 mois",
            "- **Durée**: 6 mois",
            "**Durée** 6 mois",
            "⏳ Durée : *6 mois*",
            "<p>Dur&eacute;e : <b>6 mois</b></p>",
        ] {
            assert_eq!(labelled(text), [("duree".to_owned(), "6 mois".to_owned())], "{text}");
            with_page(text, |page| assert_eq!(page.passages[0].key, Some(Key::Duration)));
        }
        let table = labelled("| Quoi | Combien |\n|---|---|\n| Durée | 6 mois |\n");
        assert_eq!(table.last().unwrap(), &("duree".to_owned(), "6 mois".to_owned()));
    }

    #[test]
    fn ranges_lead_back_to_the_file() {
        let text = "Écrivez **avant le&nbsp;3 mai** à rh\\@lab.example, <br>merci~~bien~~.";
        with_page(text, |page| {
            let at = u32::try_from(page.folded.find("avant le 3 mai").unwrap()).unwrap();
            let range = at..at + 14;
            assert_eq!(&text[page.source_of_folded(&range)], "avant le&nbsp;3 mai");
            assert_eq!(page.shown(&range), "avant le\u{a0}3 mai");
            let at = u32::try_from(page.folded.find("rh@lab.example").unwrap()).unwrap();
            assert_eq!(&text[page.source_of_folded(&(at..at + 14))], "rh\\@lab.example");
            assert_eq!(page.passages.len(), 2, "a <br> ends a line");
            assert_eq!(page.struck.len(), 1);
            assert_eq!(page.shown(&page.passages[1].folded.clone()), "merci.");
        });
    }

    #[test]
    fn lines_of_a_paragraph_are_passages_that_join() {
        with_page(
            "Durée : 3 mois\nLieu : Lyon\n\nUne ligne de prose assez longue pour être\ncoupée en deux.",
            |page| {
                let lines: Vec<&str> = page.passages.iter().map(|p| page.folded(&p.folded)).collect();
                assert_eq!(
                    lines,
                    [
                        "duree : 3 mois",
                        "lieu : lyon",
                        "une ligne de prose assez longue pour etre coupee en deux."
                    ]
                );
                assert_eq!(
                    page.folded(&page.block_range(&page.passages[1])),
                    "duree : 3 mois lieu : lyon"
                );
            },
        );
    }

    #[test]
    fn every_kind_of_heading_opens_a_section() {
        let text = "# Un poste\n\n// POUR POSTULER //\n\nÉcrivez-nous.\n\n**Profil recherché**\n\nVous.\n\n## Missions\n\nTout.";
        with_page(text, |page| {
            use SectionKind as S;
            let kinds: Vec<_> = page.body().iter().map(|p| page.section_kinds(p).next()).collect();
            let kind = |at: usize| kinds[at];
            assert_eq!(kind(2), Some(S::Apply));
            assert_eq!(kind(4), Some(S::Profile));
            assert_eq!(kind(6), Some(S::Missions));
        });
    }

    #[test]
    fn comments_code_and_strikes_are_kept_apart() {
        let text = "Un <!-- avant le 3 mai --> texte\n\n{% comment %}\nvieux\n{% endcomment %}\n\n```\ncode\n```\n\n<!--\nancien\n-->\n";
        with_page(text, |page| {
            assert!(!page.folded.contains("mai") && !page.folded.contains("vieux") && !page.folded.contains("ancien"));
            assert_eq!(page.passages.last().unwrap().kind, PassageKind::Code);
        });
    }

    #[test]
    fn links_come_from_every_mark_up() {
        let text = "[écrire](mailto:rh@lab.example) <a href=\"mailto:x@lab.example?cc=y@lab.example\">x</a> <z@lab.example> [](mailto:v@lab.example)";
        with_page(text, |page| {
            let targets: Vec<&str> = page.links.iter().map(|l| l.target.as_str()).collect();
            assert_eq!(
                targets,
                [
                    "mailto:rh@lab.example",
                    "mailto:x@lab.example?cc=y@lab.example",
                    "mailto:z@lab.example",
                    "mailto:v@lab.example"
                ]
            );
            assert_eq!(page.links(&page.passages[0]).len(), 4);
            assert_eq!(&text[page.links[0].source.clone()], "[écrire](mailto:rh@lab.example)");
        });
    }

    #[test]
    fn markdown_below_a_tag_is_read() {
        with_page(
            "Lieu : Lyon\n<hr>\n#### Pour candidater : **[rh](mailto:rh@lab.example)**\n",
            |page| {
                assert_eq!(page.links.len(), 1);
                assert_eq!(
                    page.section_kinds(page.passages.last().unwrap()).next(),
                    Some(SectionKind::Apply)
                );
            },
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_ranges_on_character_boundaries(text in "[a-zé #*_~`<>/!&;:|@\\[\\](){}%\n\u{200b}-]{0,200}") {
            let front = FrontMatter::default();
            let page = Page::new(&text, &front);
            for passage in &page.passages {
                let source = page.source_of_folded(&passage.folded);
                proptest::prop_assert!(text.get(source).is_some());
                proptest::prop_assert!(page.visible.get(passage.visible.start as usize..passage.visible.end as usize).is_some());
                proptest::prop_assert!(page.folded.get(passage.value.start as usize..passage.value.end as usize).is_some());
                proptest::prop_assert!(page.folded.get(passage.label.start as usize..passage.label.end as usize).is_some());
            }
            proptest::prop_assert_eq!(page.folded_origin.len(), page.folded.len() + 1);
        }
    }
}
