//! Reads output as a terminal does and says what in it a terminal must never get.

/// What may stand in an output beside plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Nothing: the output of a pipe, a file, an error.
    Text,
    /// Colours and links: what `--color always` prints.
    Styles,
    /// What the interface sends to its terminal.
    Screen,
}

/// What stands where it must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offence {
    /// Byte of the output.
    pub at: usize,
    /// What it is.
    pub what: String,
    /// What stands around it.
    pub around: String,
}

/// Finds the first thing that must not be there.
pub fn offence(output: &[u8], allowed: Allowed) -> Option<Offence> {
    let found = |at: usize, what: String| {
        let around = &output[at.saturating_sub(30)..output.len().min(at + 30)];
        Some(Offence {
            at,
            what,
            around: String::from_utf8_lossy(around).escape_debug().to_string(),
        })
    };
    let text = match std::str::from_utf8(output) {
        Ok(text) => text,
        Err(error) => return found(error.valid_up_to(), "not UTF-8".to_owned()),
    };
    let (mut at, mut marks) = (0, 0);
    while let Some(character) = text[at..].chars().next() {
        if character == '\u{1b}' {
            match sequence(&text[at..], allowed) {
                Some(length) => at += length,
                None => return found(at, "escape sequence".to_owned()),
            }
            marks = 0;
            continue;
        }
        // The ends of lines in a CSV file.
        let ends_line = text[at..].starts_with("\r\n");
        if is_forbidden(character, allowed) && !ends_line {
            return found(at, format!("U+{:04X}", u32::from(character)));
        }
        marks = if unicode_normalization::char::is_combining_mark(character) {
            marks + 1
        } else {
            0
        };
        if marks > 4 {
            return found(at, "more than four marks on a base".to_owned());
        }
        at += character.len_utf8();
    }
    None
}

/// Tells whether a terminal obeys a character, or shows others where they do not stand.
fn is_forbidden(character: char, allowed: Allowed) -> bool {
    match character {
        // Tabs stand between our own columns; those of an offer have become spaces.
        '\n' | '\t' => false,
        '\r' => allowed != Allowed::Screen,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// Returns the length of an allowed sequence at the start of `text`.
fn sequence(text: &str, allowed: Allowed) -> Option<usize> {
    let rest = text.strip_prefix('\u{1b}')?;
    if let Some(parameters) = rest.strip_prefix('[') {
        let end = parameters.find(|c: char| ('\u{40}'..='\u{7e}').contains(&c))?;
        let (inside, last) = (&parameters[..end], parameters[end..].chars().next()?);
        let plain = inside.chars().all(|c| c.is_ascii_digit() || ";:".contains(c));
        let fits = match allowed {
            Allowed::Text => false,
            Allowed::Styles => last == 'm' && plain,
            // Cursor, erasing, modes, scrolling, colours, keyboard flags, questions about the terminal.
            Allowed::Screen => inside.chars().all(|c| c.is_ascii_digit() || ";:?<>=$ ".contains(c)),
        };
        return fits.then_some(2 + end + 1);
    }
    if let Some(command) = rest.strip_prefix(']') {
        let end = command.find(['\u{7}', '\u{1b}'])?;
        let closing = if command[end..].starts_with('\u{7}') {
            1
        } else {
            command[end..].strip_prefix("\u{1b}\\").map(|_| 2)?
        };
        let inside = &command[..end];
        let link = inside.strip_prefix("8;").is_some_and(is_link);
        // Asking for the background colour, naming the window.
        let own = allowed == Allowed::Screen && ["11;?", "10;?", "0;tremplin", "0;"].contains(&inside);
        let fits = allowed != Allowed::Text && (link || own);
        return fits.then_some(2 + end + closing);
    }
    let single = ["7", "8", "=", ">", "(B"]
        .into_iter()
        .find(|single| rest.starts_with(single));
    single
        .filter(|_| allowed == Allowed::Screen)
        .map(|single| 1 + single.len())
}

/// Tells whether the rest of an OSC 8 is a link that tremplin may write: ASCII, without spaces, of three schemes.
fn is_link(rest: &str) -> bool {
    let Some((parameters, url)) = rest.split_once(';') else {
        return false;
    };
    let ascii = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    let scheme = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    ascii(parameters) && ascii(url) && (url.is_empty() || scheme)
}

#[test]
fn what_a_terminal_obeys_is_found_and_what_we_write_is_not() {
    let bad = [
        "\x1b[31m",
        "\x1b]0;t\x07",
        "\u{9b}31m",
        "\x07",
        "\r",
        "\u{202e}",
        "\u{200b}",
        "\u{e0041}",
        "\u{2028}",
    ];
    for text in bad {
        assert!(
            offence(format!("a{text}b").as_bytes(), Allowed::Text).is_some(),
            "{text:?}"
        );
    }
    assert!(offence(b"\xff", Allowed::Screen).is_some());
    assert!(offence("a\u{301}\u{301}\u{301}\u{301}\u{301}".as_bytes(), Allowed::Text).is_some());
    assert_eq!(offence("é a\u{301}\n".as_bytes(), Allowed::Text), None);
    let link = "\x1b]8;;https://a.example/b\x1b\\x\x1b]8;;\x1b\\";
    assert_eq!(
        offence(format!("\x1b[1;38;5;9m{link}\x1b[0m").as_bytes(), Allowed::Styles),
        None
    );
    for bad in [
        "\x1b]52;c;aGk=\x07",
        "\x1b]8;;javascript:x\x1b\\",
        "\x1b[2J",
        "\x1bP1\x1b\\",
        "\x1b]8;;https://a b\x1b\\",
    ] {
        assert!(offence(bad.as_bytes(), Allowed::Styles).is_some(), "{bad:?}");
    }
    assert_eq!(offence(b"\x1b[?1049h\x1b[2J\x1b[1;1H\x1b[>1u", Allowed::Screen), None);
    assert!(offence(b"\x1b]0;title\x07", Allowed::Screen).is_some());
}
