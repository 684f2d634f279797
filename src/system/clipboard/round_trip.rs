//! Whether what is copied arrives, for `doctor`: a marker goes out, is read back, and what was there before returns.

use super::{PATIENCE, Preference, Road, TOOLS, Tool, tools, with_a_program};
use crate::system::{Surroundings, patience};

/// More than this is not taken out of the clipboard and put back.
const MOST: usize = 1 << 20;

/// A buffer of our own in tmux, so that those of the person stay as they are.
const BUFFER: &str = "tremplin-doctor";

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Back {
    /// The marker.
    Same,
    /// Something else, or nothing.
    Other,
    /// Not tried: the clipboard holds a picture or a very long text, which could not be put back.
    Held,
    /// Not tried: nothing here can read it back.
    Unread,
    /// Not even sent; the programs that were tried, with what became of each.
    NotSent(Vec<String>),
}

/// How each tool reads back what it copied, and how it lists what kind of thing is there.
const READERS: &[(&str, &[&str], &[&str])] = &[
    ("wl-copy", &["wl-paste", "--no-newline"], &["wl-paste", "--list-types"]),
    (
        "xclip",
        &["xclip", "-selection", "clipboard", "-out"],
        &["xclip", "-selection", "clipboard", "-out", "-t", "TARGETS"],
    ),
    ("xsel", &["xsel", "--clipboard", "--output"], &[]),
    ("pbcopy", &["pbpaste"], &[]),
];

/// Sends `marker` by the road that [`super::copy`] takes and reads it back; `None` when there is no road.
///
/// Nothing is sent to a terminal: it never answers, and what it held would be lost.
#[must_use]
pub fn round_trip(marker: &str, preference: Preference, here: &Surroundings) -> Option<(Road, Back)> {
    let first = super::road(preference, here)?;
    let back = match first {
        Road::Terminal => Back::Unread,
        Road::Tmux => through_tmux(marker, here),
        Road::Tool(_) => return Some(through_a_tool(marker, preference, here, first)),
    };
    Some((first, back))
}

fn through_tmux(marker: &str, here: &Surroundings) -> Back {
    let Some(tmux) = here.program("tmux") else {
        return Back::Unread;
    };
    let mut tried = Vec::new();
    let load = ["load-buffer", "-b", BUFFER, "-"];
    if !super::run("tmux", here.command(&tmux).args(load), marker.as_bytes(), &mut tried) {
        return Back::NotSent(tried);
    }
    let back = read(&["tmux", "show-buffer", "-b", BUFFER], here);
    super::run(
        "tmux",
        here.command(&tmux).args(["delete-buffer", "-b", BUFFER]),
        b"",
        &mut tried,
    );
    compare(back.as_deref(), marker)
}

/// Returns whether tmux passes on to its terminal what it is given: the value of its `set-clipboard`.
#[must_use]
pub fn tmux_setting(here: &Surroundings) -> Option<String> {
    let bytes = read(&["tmux", "show-options", "-sv", "set-clipboard"], here)?;
    let value = String::from_utf8(bytes).ok()?.trim().to_owned();
    (!value.is_empty()).then_some(value)
}

fn through_a_tool(marker: &str, preference: Preference, here: &Surroundings, first: Road) -> (Road, Back) {
    let Some(before) = held(here) else {
        return (first, Back::Held);
    };
    let mut tried = Vec::new();
    let Some(road) = with_a_program(marker, preference, here, &mut tried) else {
        return (first, Back::NotSent(tried));
    };
    let Some(tool) = road.tool().and_then(|name| TOOLS.iter().find(|tool| tool.name == name)) else {
        return (road, Back::Unread);
    };
    let back = match reader(tool) {
        Some(words) => compare(read(words, here).as_deref(), marker),
        None => Back::Unread,
    };
    tool.copy(&before, here, &mut tried);
    (road, back)
}

/// Returns the text that the clipboard holds; `None` for something that could not be put back.
fn held(here: &Surroundings) -> Option<String> {
    let readable = tools(here).find_map(|tool| Some((tool, read(reader(tool)?, here)?)));
    match readable {
        Some((_, bytes)) if bytes.len() <= MOST => String::from_utf8(bytes).ok(),
        Some(_) => None,
        // Empty, or no text.
        None => {
            let mut lists = READERS
                .iter()
                .filter(|(name, _, list)| !list.is_empty() && tools(here).any(|tool| tool.name == *name));
            let kinds = lists.find_map(|(_, _, list)| read(list, here));
            kinds
                .is_none_or(|kinds| !kinds.windows(6).any(|bytes| bytes == b"image/"))
                .then(String::new)
        }
    }
}

fn reader(tool: &Tool) -> Option<&'static [&'static str]> {
    let known = READERS.iter().find(|(name, ..)| *name == tool.name);
    known.map(|(_, words, _)| *words)
}

fn read(words: &[&str], here: &Surroundings) -> Option<Vec<u8>> {
    let (name, arguments) = words.split_first()?;
    let program = here.program(name)?;
    patience::read(here.command(&program).args(arguments), MOST, PATIENCE)
}

fn compare(back: Option<&[u8]>, marker: &str) -> Back {
    if back == Some(marker.as_bytes()) {
        Back::Same
    } else {
        Back::Other
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::super::fake::Programs;
    use super::*;

    /// A clipboard in a file: `wl-copy` writes it, `wl-paste` reads it.
    fn wayland(copies: &str) -> Programs {
        let programs = Programs::new();
        let file = programs.file("clipboard").display().to_string();
        programs.add("wl-copy", &copies.replace("FILE", &file));
        programs.add("wl-paste", &format!("cat '{file}'"));
        std::fs::write(programs.file("clipboard"), "before").unwrap();
        programs
    }

    #[test]
    fn a_marker_comes_back_and_what_was_there_returns() {
        let programs = wayland("cat > 'FILE'");
        let here = programs.surroundings(&[("WAYLAND_DISPLAY", "w")]);
        let trip = round_trip("marker", Preference::Auto, &here);
        assert_eq!(trip, Some((Road::Tool("wl-copy"), Back::Same)));
        assert_eq!(std::fs::read_to_string(programs.file("clipboard")).unwrap(), "before");
    }

    #[test]
    fn a_tool_that_loses_the_text_is_found_out() {
        let programs = wayland("cat > /dev/null");
        let here = programs.surroundings(&[("WAYLAND_DISPLAY", "w")]);
        let trip = round_trip("marker", Preference::Auto, &here);
        assert_eq!(trip, Some((Road::Tool("wl-copy"), Back::Other)));
    }

    #[test]
    fn a_tool_that_fails_is_told() {
        let programs = wayland("exit 3");
        let here = programs.surroundings(&[("WAYLAND_DISPLAY", "w")]);
        let (_, back) = round_trip("marker", Preference::Tools, &here).unwrap();
        assert!(matches!(back, Back::NotSent(tried) if tried.len() == 1));
    }

    #[test]
    fn a_picture_stays_where_it_is() {
        let programs = Programs::new();
        programs.add_reader("wl-copy");
        programs.add(
            "wl-paste",
            "[ \"$1\" = --list-types ] && echo image/png && exit 0\nexit 1",
        );
        let here = programs.surroundings(&[("WAYLAND_DISPLAY", "w")]);
        let trip = round_trip("marker", Preference::Auto, &here);
        assert_eq!(trip, Some((Road::Tool("wl-copy"), Back::Held)));
        assert_eq!(programs.arguments("wl-copy"), None);
    }

    #[test]
    fn tmux_keeps_its_own_buffers() {
        let programs = Programs::new();
        let file = programs.file("buffer").display().to_string();
        let script = format!("case \"$1\" in load-buffer) cat > '{file}';; show-buffer) cat '{file}';; esac");
        programs.add("tmux", &script);
        let here = programs.surroundings(&[("TMUX", "x")]);
        assert_eq!(round_trip("m", Preference::Auto, &here), Some((Road::Tmux, Back::Same)));
        assert_eq!(programs.arguments("tmux").unwrap(), ["delete-buffer", "-b", BUFFER]);
    }

    #[test]
    fn nothing_is_sent_to_a_terminal() {
        let here = Surroundings::default();
        assert_eq!(
            round_trip("m", Preference::Auto, &here),
            Some((Road::Terminal, Back::Unread))
        );
        assert_eq!(round_trip("m", Preference::None, &here), None);
    }
}
