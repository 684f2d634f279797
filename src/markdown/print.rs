//! A layout as text for a pipe or a terminal, without an interface: what `tremplin show` prints.

use std::fmt::Write as _;

use crate::text::clean_visibly;
use crate::text::url::judge;

use super::layout::{Layout, Line, Role, Run};

/// Returns the lines as plain text, each with a newline, none with blank space at its end.
///
/// When the links are numbered, their targets follow at the end.
#[must_use]
pub fn plain(layout: &Layout) -> String {
    let mut out = String::new();
    for line in &layout.lines {
        out.push_str(line.text().trim_end());
        out.push('\n');
    }
    references(layout, &mut out);
    out
}

/// Returns the lines with the escape sequences of weights and the 16 usual colours; with `hyperlinks` also those of
/// links (OSC 8), for targets that may be opened, strictly encoded.
///
/// Nothing that the offer holds can add a sequence of its own: texts are [`crate::text::Clean`], targets pass
/// [`judge`].
#[must_use]
pub fn ansi(layout: &Layout, hyperlinks: bool) -> String {
    let targets: Vec<Option<String>> = layout
        .links
        .iter()
        .map(|link| judge(&link.target).ok().filter(|_| hyperlinks).map(|safe| safe.url))
        .collect();
    let mut out = String::new();
    for line in &layout.lines {
        ansi_line(line, &targets, &mut out);
        out.push('\n');
    }
    references(layout, &mut out);
    out
}

fn ansi_line(line: &Line, targets: &[Option<String>], out: &mut String) {
    for run in visible(line) {
        let target = run.link.and_then(|link| targets.get(link)).and_then(Option::as_ref);
        let codes = codes(run);
        // Writing to a String cannot fail.
        if let Some(target) = target {
            let _ = write!(out, "\x1b]8;;{target}\x1b\\");
        }
        if codes.is_empty() {
            out.push_str(run.text.as_str());
        } else {
            let _ = write!(out, "\x1b[{codes}m{}\x1b[0m", run.text);
        }
        if target.is_some() {
            out.push_str("\x1b]8;;\x1b\\");
        }
    }
}

/// Returns the runs of a line without the blank ones at its end.
fn visible(line: &Line) -> &[Run] {
    let blank = line
        .runs
        .iter()
        .rev()
        .take_while(|run| run.text.as_str().trim().is_empty())
        .count();
    &line.runs[..line.runs.len() - blank]
}

/// Returns the numbers of the SGR sequence of a run, between `;`.
fn codes(run: &Run) -> String {
    let style = run.style;
    let (role, heading) = match style.role {
        Role::Text => (None, false),
        Role::Heading(_) => (Some("94"), true),
        Role::Link => (Some("36"), false),
        Role::Code => (Some("33"), false),
        Role::Quote | Role::Decoration => (Some("2"), false),
    };
    let flags = [
        (style.bold || heading, "1"),
        (style.italic, "3"),
        (style.underline || style.role == Role::Link, "4"),
        (style.strike, "9"),
    ];
    let codes: Vec<&str> = role
        .into_iter()
        .chain(flags.iter().filter(|(on, _)| *on).map(|(_, code)| *code))
        .collect();
    codes.join(";")
}

/// Appends the targets of numbered links.
fn references(layout: &Layout, out: &mut String) {
    if !layout.numbered || layout.links.is_empty() {
        return;
    }
    out.push('\n');
    for (index, link) in layout.links.iter().enumerate() {
        let _ = writeln!(out, "[{}] {}", index + 1, clean_visibly(&link.target));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, layout, layout_with, parse};
    use super::*;

    #[test]
    fn plain_text_has_no_escape_and_no_blank_ends() {
        let document = parse("# Stage\n\n- **lire** [ici](https://lab.example)\n\n> a\n>\n> b", 0);
        let text = plain(&layout(&document, 40));
        assert_eq!(text, "Stage\n• lire ici\n\n│ a\n│\n│ b\n");
    }

    #[test]
    fn for_a_voice_nothing_is_drawn() {
        let document = parse("| Lieu | Lyon |\n|---|---|\n| Début | mai |\n\n---\n\nFin", 0);
        let options = Options {
            width: 60,
            numbered: false,
            spoken: true,
        };
        let said = plain(&layout_with(&document, options));
        assert!(said.contains("Début") && said.contains("mai"), "{said}");
        assert!(!said.contains(['─', '│', '┼']), "{said}");
    }

    #[test]
    fn numbered_links_are_listed_at_the_end() {
        let document = parse("[a](https://a.example) et [b](b.pdf), [encore](https://a.example)", 0);
        let numbered = layout_with(
            &document,
            Options {
                width: 60,
                numbered: true,
                spoken: false,
            },
        );
        assert_eq!(
            plain(&numbered),
            "a[1] et b[2], encore[1]\n\n[1] https://a.example\n[2] b.pdf\n"
        );
    }

    #[test]
    fn colours_and_links_are_closed_where_they_end() {
        let document = parse("un **mot** et [un lien](https://a.example/é)", 0);
        assert_eq!(
            ansi(&layout(&document, 40), true),
            "un \x1b[1mmot\x1b[0m et \x1b]8;;https://a.example/%C3%A9\x1b\\\x1b[36;4mun lien\x1b[0m\x1b]8;;\x1b\\\n"
        );
        assert!(!ansi(&layout(&document, 40), false).contains("\x1b]8"));
    }

    #[test]
    fn a_target_cannot_smuggle_a_sequence() {
        let document = parse("[x](<https://a.example/\x1b]8;;evil>) [y](javascript:x)", 0);
        let text = ansi(&layout(&document, 40), true);
        assert!(!text.contains("evil\x1b") && !text.contains("\x1b]8;;java"), "{text:?}");
    }
}
