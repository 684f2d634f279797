//! How people write offers without Markdown in mind: lines that were meant as lines, typed bullets, bold or
//! upper-case lines and `// TITLES //` as headings. Works on the finished text of one paragraph.

use std::ops::Range;

use crate::text::width;

use super::leaf::Leaf;

/// No author wraps lines by hand at fewer columns than this.
const NARROWEST: usize = 60;

/// No author wraps lines by hand at more columns than this: a longer line means that each line is a paragraph.
const WIDEST: usize = 130;

/// A heading by habit is not longer than this.
const LONGEST_HEADING: usize = 90;

/// What a stretch of a paragraph's lines is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: PieceKind,
    /// Bytes of the leaf's text, without bullet or heading marks.
    pub text: Range<usize>,
}

/// See [`Piece`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    Text,
    /// With its level, when the line tells it.
    Heading(Option<u8>),
    Bullet,
}

/// Decides which line ends of the source stay: those that no wrapping by hand explains.
pub(super) fn settle_breaks(leaf: &mut Leaf) {
    let soft = std::mem::take(&mut leaf.soft);
    if soft.is_empty() {
        return;
    }
    let lines = source_lines(leaf, &soft);
    let widest = lines
        .iter()
        .map(|line| width(&leaf.text[line.text.clone()]))
        .max()
        .unwrap_or_default();
    let longest = lines
        .iter()
        .map(|line| line.written)
        .max()
        .unwrap_or_default()
        .clamp(NARROWEST, WIDEST);
    let mut stay = Vec::new();
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let (before, after) = (leaf.text[line.text.clone()].trim_end(), &leaf.text[next.text.clone()]);
        let first_word = after.split(' ').next().unwrap_or_default();
        let full = line.written + 1 + width(first_word) > longest;
        // A sentence that goes on in small letters was not meant to end there.
        let goes_on = before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_lowercase);
        let by_hand = goes_on || full && widest <= WIDEST;
        if begins_line(after) || ends_itself(leaf, &line.text) || !by_hand && !before.is_empty() {
            stay.push(next.text.start.saturating_sub(1));
        }
    }
    let mut text = std::mem::take(&mut leaf.text).into_bytes();
    for at in stay {
        if let Some(byte) = text.get_mut(at).filter(|byte| **byte == b' ') {
            *byte = b'\n';
        }
    }
    leaf.text = String::from_utf8(text).unwrap_or_default();
}

/// A line of the source in a leaf.
struct SourceLine {
    text: Range<usize>,
    /// How long it is in the file, mark-up and targets included: what its author saw when wrapping it by hand.
    written: usize,
}

fn source_lines(leaf: &Leaf, soft: &[(usize, usize)]) -> Vec<SourceLine> {
    let hard = memchr::memchr_iter(b'\n', leaf.text.as_bytes()).map(|at| (at, None));
    let mut ends: Vec<(usize, Option<usize>)> = soft
        .iter()
        .map(|(at, source)| (*at, Some(*source)))
        .chain(hard)
        .collect();
    ends.sort_unstable();
    ends.push((leaf.text.len(), leaf.spans.last().map(|span| span.source.end)));
    let mut start = 0;
    let mut written = leaf.spans.first().map(|span| span.source.start);
    ends.into_iter()
        .map(|(end, source)| {
            let text = start..end.max(start);
            start = end + 1;
            let shown = width(&leaf.text[text.clone()]);
            let length = source
                .zip(written)
                .map_or(shown, |(source, before)| source.saturating_sub(before));
            written = source;
            // Bytes of the file, of which an accented letter takes two.
            let extra = leaf.text[text.clone()].len().saturating_sub(shown);
            SourceLine {
                text,
                written: length.saturating_sub(extra).max(shown),
            }
        })
        .collect()
}

/// Tells whether a line is a heading by its mark or its weight, after which the text starts anew.
fn ends_itself(leaf: &Leaf, line: &Range<usize>) -> bool {
    let text = leaf.text[line.clone()].trim();
    text.starts_with("##") || text.len() > 4 && text.starts_with("//") && text.ends_with("//") || is_bold(leaf, line)
}

/// Tells whether a line begins something: a bullet, a mark that people put before a line, or a `//` heading.
fn begins_line(line: &str) -> bool {
    bullet(line).is_some()
        || line.starts_with("// ")
        || line.starts_with("##")
        || is_numbered(line)
        || line
            .chars()
            .next()
            .is_some_and(|c| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
}

/// Tells whether a line begins as an item of a list that Markdown does not know: `a) `, `2° `, `3/ `.
fn is_numbered(line: &str) -> bool {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(number == 0 && line.starts_with(|c: char| c.is_ascii_lowercase()));
    (1..=2).contains(&(number + letter))
        && line
            .get(number + letter..)
            .is_some_and(|rest| [") ", "/ ", "° "].iter().any(|mark| rest.starts_with(mark)))
}

/// Cuts a paragraph into text, headings and bullets. `top` says that headings may stand here.
pub(super) fn pieces(leaf: &Leaf, top: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut bold_before = false;
    let lines: Vec<Range<usize>> = lines_of(&leaf.text);
    let dashes = repeated_dashes(&leaf.text, &lines);
    let any_bold = leaf.spans.iter().any(|span| span.look.style.bold);
    for (index, line) in lines.iter().enumerate() {
        let text = &leaf.text[line.clone()];
        let bold = any_bold && is_bold(leaf, line);
        let bold_after = any_bold && lines.get(index + 1).is_some_and(|next| is_bold(leaf, next));
        let alone = lines.len() == 1;
        let heading = top
            .then(|| heading(text, alone, bold && !bold_before && !bold_after))
            .flatten();
        bold_before = bold;
        let (kind, text_range) = if let Some((level, part)) = heading {
            (PieceKind::Heading(level), shift(part, line.start))
        } else if let Some(skip) =
            bullet(text).or_else(|| dash(text).filter(|dash| dashes.contains(dash)).map(char::len_utf8))
        {
            (PieceKind::Bullet, line.start + skip..line.end)
        } else {
            (PieceKind::Text, line.clone())
        };
        match pieces.last_mut() {
            Some(last) if last.kind == PieceKind::Text && kind == PieceKind::Text => last.text.end = text_range.end,
            _ => pieces.push(Piece { kind, text: text_range }),
        }
    }
    pieces
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn lines_of(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let lead = line.len() - line.trim_start().len();
            let range = start + lead..start + lead.max(line.trim_end().len());
            start += line.len() + 1;
            range
        })
        .collect()
}

/// Reads a heading by habit: its level when the line tells it, and the part of the line that is its text.
fn heading(line: &str, alone: bool, bold: bool) -> Option<(Option<u8>, Range<usize>)> {
    if line.is_empty() || width(line) > LONGEST_HEADING {
        return None;
    }
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let rest = line[hashes..].trim_end_matches('#').trim_end();
    let first = rest.chars().next();
    if (2..=6).contains(&hashes) && first.is_some_and(char::is_alphabetic)
        || hashes == 1 && alone && first.is_some_and(char::is_uppercase) && !rest.contains('#')
    {
        return Some((u8::try_from(hashes).ok(), hashes..hashes + rest.len()));
    }
    if let Some(inner) = line.strip_prefix("//").and_then(|rest| rest.strip_suffix("//")) {
        let text = inner.trim();
        let start = 2 + inner.len() - inner.trim_start().len();
        return (!text.is_empty()).then_some((Some(2), start..start + text.len()));
    }
    let whole = 0..line.len();
    (bold && could_be_heading(line) || alone && is_upper_case(line)).then_some((None, whole))
}

/// Tells whether a bold line reads as a heading and not as an emphasised sentence or a label with its value.
fn could_be_heading(line: &str) -> bool {
    let inner = line.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
    let sentence = line.ends_with(['.', ',', ';']) && !line.ends_with("...");
    let labelled = inner
        .split_once(':')
        .is_some_and(|(_, value)| value.starts_with([' ', '\u{a0}']) && inner.len() > 40);
    !sentence && !labelled && line.chars().any(char::is_alphabetic)
}

fn is_upper_case(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && line.chars().all(|c| !c.is_lowercase()) && !line.contains('@')
}

fn is_bold(leaf: &Leaf, line: &Range<usize>) -> bool {
    let first = leaf.spans.partition_point(|span| span.text.end <= line.start);
    let mut spans = leaf.spans[first..]
        .iter()
        .take_while(|span| span.text.start < line.end)
        .peekable();
    spans.peek().is_some()
        && spans.all(|span| {
            let part = span.text.start.max(line.start)..span.text.end.min(line.end);
            let text = &leaf.text[part];
            span.look.style.bold || text.chars().all(|c| !c.is_alphanumeric())
        })
}

/// Returns the bytes of a typed bullet at the start of a line, with the space after it.
fn bullet(line: &str) -> Option<usize> {
    let mark = line.chars().next()?;
    let rest = &line[mark.len_utf8()..];
    let spaced = rest.starts_with([' ', '\u{a0}', '\u{202f}', '\u{2002}', '\u{2003}']);
    let fits = match mark {
        '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '▸' | '►' | '➢' | '➤' | '\u{f0b7}' | '∙' | '⁃' => {
            rest.chars().any(char::is_alphanumeric)
        }
        '·' | '–' | '—' | '−' | '→' | '➔' | '*' | '-' | 'o' => {
            spaced && rest.chars().any(char::is_alphanumeric)
        }
        _ => false,
    };
    fits.then(|| line.len() - rest.trim_start().len())
}

/// Returns the mark of `-texte` or `*texte`: a bullet when several lines of the paragraph do so.
fn dash(line: &str) -> Option<char> {
    let mark = line.chars().next().filter(|c| matches!(c, '-' | '*' | '–' | '·'))?;
    line[mark.len_utf8()..].starts_with(char::is_alphabetic).then_some(mark)
}

fn repeated_dashes(text: &str, lines: &[Range<usize>]) -> Vec<char> {
    let marks: Vec<char> = lines.iter().filter_map(|line| dash(&text[line.clone()])).collect();
    ['-', '*', '–', '·']
        .into_iter()
        .filter(|mark| marks.iter().filter(|m| m == &mark).count() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::document::Look;
    use super::*;

    fn leaf(lines: &[&str]) -> Leaf {
        let mut leaf = Leaf::default();
        let mut at = 0;
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                leaf.push_soft(&(at..at + 1), Look::default());
                at += 1;
            }
            leaf.push_prose(line, &(at..at + line.len()), Look::default());
            at += line.len();
        }
        settle_breaks(&mut leaf);
        leaf
    }

    #[test]
    fn short_lines_stay_and_wrapped_prose_is_joined() {
        assert_eq!(
            leaf(&["Durée : 6 mois", "Lieu : Lyon"]).text,
            "Durée : 6 mois\nLieu : Lyon"
        );
        let wrapped = [
            "Nous cherchons une personne qui aime les données ouvertes et",
            "qui saura en parler simplement aux équipes des communes de la",
            "région.",
        ];
        assert_eq!(leaf(&wrapped).text, wrapped.join(" "));
        assert_eq!(
            leaf(&["Voir notre", "page et", "la suite"]).text,
            "Voir notre page et la suite"
        );
        assert_eq!(
            leaf(&["Qualités :", "curiosité,", "aisance"]).text,
            "Qualités :\ncuriosité,\naisance"
        );
        let long = format!("Une ligne très longue {}", "et encore ".repeat(15).trim());
        assert_eq!(leaf(&[&long, "Une autre"]).text, format!("{long}\nUne autre"));
    }

    fn kinds(lines: &[&str]) -> Vec<(PieceKind, String)> {
        let leaf = leaf(lines);
        pieces(&leaf, true)
            .into_iter()
            .map(|piece| (piece.kind, leaf.text[piece.text].to_owned()))
            .collect()
    }

    /// Lines, and what they are cut into.
    type Case = (&'static [&'static str], &'static [(PieceKind, &'static str)]);

    #[test]
    fn typed_bullets_and_headings_are_seen() {
        use PieceKind::{Bullet, Heading, Text};
        let cases: [Case; 9] = [
            (
                &["Missions :", "• lire", "• écrire"],
                &[(Text, "Missions :"), (Bullet, "lire"), (Bullet, "écrire")],
            ),
            (&["– lire ;", "– écrire."], &[(Bullet, "lire ;"), (Bullet, "écrire.")]),
            (&["-lire", "-écrire"], &[(Bullet, "lire"), (Bullet, "écrire")]),
            (&["-lire"], &[(Text, "-lire")]),
            (
                &["// VOS MISSIONS //", "Lire."],
                &[(Heading(Some(2)), "VOS MISSIONS"), (Text, "Lire.")],
            ),
            (&["##Profil"], &[(Heading(Some(2)), "Profil")]),
            (&["#Profil"], &[(Heading(Some(1)), "Profil")]),
            (&["#rust et #python"], &[(Text, "#rust et #python")]),
            (&["PROFIL RECHERCHÉ"], &[(Heading(None), "PROFIL RECHERCHÉ")]),
        ];
        for (lines, expected) in cases {
            let expected: Vec<_> = expected
                .iter()
                .map(|(kind, text)| (*kind, (*text).to_owned()))
                .collect();
            assert_eq!(kinds(lines), expected, "{lines:?}");
        }
    }
}
