//! Copying, by the road that exists, and saying no more than what is known.
//!
//! In tmux its own buffer is loaded, because its default settings ignore OSC 52. Otherwise, on this machine's own
//! screen, the clipboard tools are tried. Otherwise, and always over SSH, the text goes to the terminal as OSC 52: it
//! never answers, so that is reported as *sent*, not as copied. The bytes of OSC 52 are returned, not written: only
//! the thread that draws may write to the terminal.

pub mod round_trip;

use std::process::Command;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

pub use self::round_trip::{Back, round_trip, tmux_setting};
use super::Surroundings;
use super::patience::{self, Ended};
use crate::locale::{Lang, system as words};

/// How long a clipboard tool may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// The longest text sent as OSC 52, in bytes: terminals cut or drop more than 100,000 bytes of base64.
pub const LONGEST_SENT: usize = 74_994;

/// GNU screen passes on at most 256 bytes at a time in its oldest versions; 76 characters are safe in all.
const SCREEN_CHUNK: usize = 76;

/// The value of `clipboard` in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preference {
    /// The best road that exists.
    #[default]
    Auto,
    /// The terminal, and nothing else.
    Osc52,
    /// Programs, and nothing else.
    Tools,
    /// Never copy: the text is shown, to be selected by hand.
    None,
}

/// How a text was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// Into the buffer of tmux, which passes it on when its terminal lets it.
    Tmux,
    /// With this program, which said that it worked.
    Tool(&'static str),
    /// To the terminal, which never answers.
    Terminal,
}

impl Road {
    /// Returns the program that took the text; `None` for the terminal.
    #[must_use]
    pub const fn tool(self) -> Option<&'static str> {
        match self {
            Self::Tmux => Some("tmux"),
            Self::Tool(name) => Some(name),
            Self::Terminal => None,
        }
    }
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// How.
    pub road: Road,
    /// What the thread that draws must still write to the terminal.
    pub bytes: Option<Vec<u8>>,
}

impl Copied {
    /// Tells whether somebody confirmed that the text arrived.
    #[must_use]
    pub fn confirmed(&self) -> bool {
        self.road != Road::Terminal
    }
}

/// Why nothing was copied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CopyError {
    /// The configuration says never to.
    #[error("clipboard = \"none\"")]
    TurnedOff,
    /// Only programs may be used and none worked; those that were tried.
    #[error("no clipboard program worked ({})", tried.join(", "))]
    NoTool {
        /// The programs that were tried, with what became of each.
        tried: Vec<String>,
    },
    /// Too long for a terminal.
    #[error("{0} bytes are too many for the terminal")]
    TooLong(usize),
}

impl CopyError {
    /// Says why, in the person's language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::TurnedOff => words::COPY_TURNED_OFF.get(lang).to_owned(),
            Self::NoTool { tried } => words::no_copy_tool(lang, tried),
            Self::TooLong(bytes) => words::too_long_to_copy(lang, *bytes),
        }
    }
}

/// Copies `text`, exactly.
///
/// `to_terminal` tells whether a terminal is there to be written to; without one, OSC 52 is no road.
///
/// # Errors
///
/// When no road is left; the text should then be shown, so that it can be selected by hand.
pub fn copy(text: &str, preference: Preference, here: &Surroundings, to_terminal: bool) -> Result<Copied, CopyError> {
    let mut tried = Vec::new();
    if matches!(preference, Preference::Auto | Preference::Tools)
        && let Some(road) = with_a_program(text, preference, here, &mut tried)
    {
        return Ok(Copied { road, bytes: None });
    }
    match preference {
        Preference::None => Err(CopyError::TurnedOff),
        Preference::Auto | Preference::Osc52 if to_terminal => {
            if text.len() > LONGEST_SENT {
                return Err(CopyError::TooLong(text.len()));
            }
            Ok(Copied {
                road: Road::Terminal,
                bytes: Some(osc52(text, here)),
            })
        }
        Preference::Auto | Preference::Osc52 | Preference::Tools => Err(CopyError::NoTool { tried }),
    }
}

/// Tells which road [`copy`] would try first, without copying; for `doctor`.
#[must_use]
pub fn road(preference: Preference, here: &Surroundings) -> Option<Road> {
    let programs = matches!(preference, Preference::Auto | Preference::Tools);
    if programs && here.any(&["TMUX"]) && here.program("tmux").is_some() {
        return Some(Road::Tmux);
    }
    if programs
        && (preference == Preference::Tools || !here.over_ssh())
        && let Some(tool) = tools(here).next()
    {
        return Some(Road::Tool(tool.name));
    }
    matches!(preference, Preference::Auto | Preference::Osc52).then_some(Road::Terminal)
}

/// Tries tmux, then the tools; notes those that failed.
fn with_a_program(text: &str, preference: Preference, here: &Surroundings, tried: &mut Vec<String>) -> Option<Road> {
    if here.any(&["TMUX"]) && load_tmux_buffer(text, here, tried) {
        return Some(Road::Tmux);
    }
    // Over SSH the tools would fill the clipboard of a machine that nobody sits at.
    if preference == Preference::Auto && (here.over_ssh() || here.any(&["TMUX"])) {
        return None;
    }
    tools(here)
        .find(|tool| tool.copy(text, here, tried))
        .map(|tool| Road::Tool(tool.name))
}

/// Loads tmux's buffer; `-w` also sends it to the clipboard and exists since tmux 3.2.
fn load_tmux_buffer(text: &str, here: &Surroundings, tried: &mut Vec<String>) -> bool {
    let Some(tmux) = here.program("tmux") else {
        return false;
    };
    [&["load-buffer", "-w", "-"][..], &["load-buffer", "-"]]
        .into_iter()
        .any(|arguments| run("tmux", here.command(&tmux).args(arguments), text.as_bytes(), tried))
}

/// A program that fills a clipboard.
struct Tool {
    name: &'static str,
    arguments: &'static [&'static str],
    /// One of these variables must be set: without its display a tool fails slowly. Empty when it needs none.
    needs: &'static [&'static str],
}

/// In the order in which they are tried.
const TOOLS: &[Tool] = &[
    Tool {
        name: "wl-copy",
        arguments: &[],
        needs: &["WAYLAND_DISPLAY"],
    },
    Tool {
        name: "xclip",
        arguments: &["-selection", "clipboard", "-in"],
        needs: &["DISPLAY"],
    },
    Tool {
        name: "xsel",
        arguments: &["--clipboard", "--input"],
        needs: &["DISPLAY"],
    },
    Tool {
        name: "pbcopy",
        arguments: &[],
        needs: &[],
    },
    Tool {
        name: "clip.exe",
        arguments: &[],
        needs: &[],
    },
];

/// Returns the tools that exist here and have their display.
fn tools(here: &Surroundings) -> impl Iterator<Item = &'static Tool> {
    TOOLS
        .iter()
        .filter(|tool| tool.needs.is_empty() || here.any(tool.needs))
        .filter(|tool| here.program(tool.name).is_some())
}

impl Tool {
    /// Gives the text to the tool and tells whether it took it.
    fn copy(&self, text: &str, here: &Surroundings, tried: &mut Vec<String>) -> bool {
        let Some(program) = here.program(self.name) else {
            return false;
        };
        let input = if self.name == "clip.exe" {
            utf16(text)
        } else {
            text.as_bytes().to_vec()
        };
        run(self.name, here.command(&program).args(self.arguments), &input, tried)
    }
}

/// Runs one program; notes what became of it when it did not work.
fn run(name: &str, command: &mut Command, input: &[u8], tried: &mut Vec<String>) -> bool {
    match patience::run(command, Some(input), PATIENCE) {
        Ended::With(status) if status.success() => return true,
        Ended::With(status) => tried.push(format!("{name}: {status}")),
        Ended::StillRunning(child) => {
            patience::end(child);
            tried.push(format!("{name}: > {} s", PATIENCE.as_secs()));
        }
        Ended::NotStarted(error) => tried.push(format!("{name}: {error}")),
    }
    false
}

/// clip.exe takes UTF-8 for the code page of the console; UTF-16 with its mark it takes for what it is.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect()
}

/// Returns the bytes that ask a terminal to fill its clipboard, wrapped for what stands between it and us.
fn osc52(text: &str, here: &Surroundings) -> Vec<u8> {
    let encoded = STANDARD.encode(text);
    if here.any(&["TMUX"]) {
        // Plain for `set-clipboard on`, wrapped for `allow-passthrough on`; one of them arrives or none.
        return format!("\x1b]52;c;{encoded}\x07\x1bPtmux;\x1b\x1b]52;c;{encoded}\x07\x1b\\").into_bytes();
    }
    let screen = here.any(&["STY"]) || here.variable("TERM").is_some_and(|term| term.starts_with("screen"));
    if screen {
        return for_screen(&format!("\x1b]52;c;{encoded}\x07"));
    }
    format!("\x1b]52;c;{encoded}\x07").into_bytes()
}

/// Wraps a sequence so that GNU screen passes it on, in pieces that it can hold.
fn for_screen(sequence: &str) -> Vec<u8> {
    let mut wrapped = Vec::with_capacity(sequence.len() * 2);
    for piece in sequence.as_bytes().chunks(SCREEN_CHUNK) {
        wrapped.extend_from_slice(b"\x1bP");
        wrapped.extend_from_slice(piece);
        wrapped.extend_from_slice(b"\x1b\\");
    }
    wrapped
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::fake::Programs;
    use super::*;

    const ADDRESS: &str = "stages@labo-é.example";

    fn unwrapped(bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let encoded = text
            .strip_prefix("\x1b]52;c;")
            .unwrap()
            .strip_suffix('\x07')
            .unwrap()
            .to_owned();
        String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()
    }

    #[test]
    fn tmux_gets_the_exact_text() {
        let programs = Programs::new();
        programs.add_reader("tmux").add_reader("xclip");
        let here = programs.surroundings(&[("TMUX", "/tmp/tmux,1,0"), ("DISPLAY", ":0")]);
        let copied = copy(ADDRESS, Preference::Auto, &here, true).unwrap();
        assert_eq!(
            copied,
            Copied {
                road: Road::Tmux,
                bytes: None
            }
        );
        assert_eq!(programs.arguments("tmux").unwrap(), ["load-buffer", "-w", "-"]);
        assert_eq!(programs.input("tmux").unwrap(), ADDRESS.as_bytes());
        assert_eq!(programs.arguments("xclip"), None);
    }

    #[test]
    fn an_old_tmux_gets_it_without_w() {
        let programs = Programs::new();
        let input = programs.file("tmux.input");
        programs.add(
            "tmux",
            &format!("[ \"$2\" = -w ] && exit 1\ncat > '{}'", input.display()),
        );
        let here = programs.surroundings(&[("TMUX", "x")]);
        assert_eq!(copy(ADDRESS, Preference::Auto, &here, true).unwrap().road, Road::Tmux);
        assert_eq!(programs.arguments("tmux").unwrap(), ["load-buffer", "-"]);
        assert_eq!(programs.input("tmux").unwrap(), ADDRESS.as_bytes());
    }

    #[test]
    fn a_failing_tmux_leaves_both_sequences() {
        let programs = Programs::new();
        programs.add("tmux", "exit 1");
        let here = programs.surroundings(&[("TMUX", "x")]);
        let copied = copy("a@b.example", Preference::Auto, &here, true).unwrap();
        let bytes = String::from_utf8(copied.bytes.unwrap()).unwrap();
        assert!(
            bytes.starts_with("\x1b]52;c;") && bytes.contains("\x1bPtmux;\x1b\x1b]52;c;"),
            "{bytes:?}"
        );
    }

    #[test]
    fn each_tool_gets_the_text_when_its_display_is_there() {
        for (name, display) in [
            ("wl-copy", "WAYLAND_DISPLAY"),
            ("xclip", "DISPLAY"),
            ("xsel", "DISPLAY"),
        ] {
            let programs = Programs::new();
            programs.add_reader(name);
            let copied = copy(
                ADDRESS,
                Preference::Auto,
                &programs.surroundings(&[(display, "0")]),
                true,
            )
            .unwrap();
            assert_eq!(
                copied.road,
                Road::Tool(TOOLS.iter().find(|tool| tool.name == name).unwrap().name)
            );
            assert!(copied.confirmed());
            assert_eq!(programs.input(name).unwrap(), ADDRESS.as_bytes());
            let without = copy(ADDRESS, Preference::Auto, &programs.surroundings(&[]), true).unwrap();
            assert_eq!(without.road, Road::Terminal, "{name} without {display}");
        }
        let programs = Programs::new();
        programs.add_reader("clip.exe");
        copy("é", Preference::Auto, &programs.surroundings(&[]), false).unwrap();
        assert_eq!(programs.input("clip.exe").unwrap(), [0xFF, 0xFE, 0xE9, 0x00]);
    }

    #[test]
    fn a_hung_or_failing_tool_gives_way_to_the_next() {
        let programs = Programs::new();
        programs
            .add("wl-copy", "sleep 30")
            .add("xclip", "exit 3")
            .add_reader("xsel");
        let here = programs.surroundings(&[("WAYLAND_DISPLAY", "w"), ("DISPLAY", ":0")]);
        assert_eq!(
            copy(ADDRESS, Preference::Auto, &here, true).unwrap().road,
            Road::Tool("xsel")
        );
        assert_eq!(programs.input("xsel").unwrap(), ADDRESS.as_bytes());
    }

    #[test]
    fn a_tool_that_never_reads_does_not_stop_a_long_text() {
        let programs = Programs::new();
        programs.add("pbcopy", "sleep 30");
        let long = "x".repeat(300_000);
        let failed = copy(&long, Preference::Tools, &programs.surroundings(&[]), true).unwrap_err();
        assert!(matches!(failed, CopyError::NoTool { tried } if tried.len() == 1));
    }

    #[test]
    fn over_ssh_the_terminal_is_the_road() {
        let programs = Programs::new();
        programs.add_reader("xclip");
        let here = programs.surroundings(&[("SSH_CONNECTION", "1 2 3 4"), ("DISPLAY", ":10")]);
        let copied = copy(ADDRESS, Preference::Auto, &here, true).unwrap();
        assert!(!copied.confirmed());
        assert_eq!(unwrapped(&copied.bytes.unwrap()), ADDRESS);
        assert_eq!(programs.arguments("xclip"), None);
        assert_eq!(road(Preference::Auto, &here), Some(Road::Terminal));
    }

    #[test]
    fn screen_gets_it_in_pieces() {
        let here = Surroundings::of([("STY", "1.pts")]);
        let text = "long ".repeat(60);
        let bytes = copy(&text, Preference::Auto, &here, true).unwrap().bytes.unwrap();
        let wrapped = String::from_utf8(bytes).unwrap();
        let pieces: Vec<&str> = wrapped
            .split_terminator("\x1b\\")
            .map(|piece| piece.strip_prefix("\x1bP").unwrap())
            .collect();
        assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.len() <= SCREEN_CHUNK));
        assert_eq!(unwrapped(pieces.concat().as_bytes()), text);
    }

    #[test]
    fn the_configuration_decides() {
        let programs = Programs::new();
        programs.add_reader("xclip");
        let here = programs.surroundings(&[("DISPLAY", ":0")]);
        assert_eq!(copy("x", Preference::None, &here, true), Err(CopyError::TurnedOff));
        assert_eq!(copy("x", Preference::Osc52, &here, true).unwrap().road, Road::Terminal);
        assert_eq!(
            copy("x", Preference::Tools, &here, true).unwrap().road,
            Road::Tool("xclip")
        );
        let bare = Surroundings::default();
        assert_eq!(
            copy("x", Preference::Tools, &bare, true),
            Err(CopyError::NoTool { tried: Vec::new() })
        );
        assert_eq!(
            copy("x", Preference::Auto, &bare, false),
            Err(CopyError::NoTool { tried: Vec::new() })
        );
        assert_eq!(
            copy(&"x".repeat(LONGEST_SENT + 1), Preference::Auto, &bare, true),
            Err(CopyError::TooLong(LONGEST_SENT + 1))
        );
    }
}
