//! The outside programs: clipboard, browser, editor.

use std::path::Path;

use crate::locale::files::io_reason;
use crate::locale::{Lang, sheet, system as words, ui};
use crate::store::config::Clipboard;
use crate::store::write;
use crate::system::clipboard::Preference;
use crate::system::{OpenError, Surroundings, clipboard, editor, mailer, opener};
use crate::text::clean_visibly;
use crate::tui::model::library::Library;
use crate::tui::msg::{Copied, Msg};

/// Copies a text by the road that exists; what the terminal must be told is returned, not written.
pub fn copy(text: String, setting: Clipboard, lang: Lang) -> Msg {
    let preference = match setting {
        Clipboard::Auto => Preference::Auto,
        Clipboard::Osc52 => Preference::Osc52,
        Clipboard::Tools => Preference::Tools,
        Clipboard::None => Preference::None,
    };
    let copied = match clipboard::copy(&text, preference, &Surroundings::current(), true) {
        Ok(copied) => Copied {
            road: Ok(words::copied(lang, copied.road.tool())),
            bytes: copied.bytes,
            text,
        },
        Err(error) => Copied {
            road: Err(words::not_copied(lang, &error.say(lang))),
            bytes: None,
            text,
        },
    };
    Msg::Copied(copied)
}

/// Opens a link in the browser or the mail program.
pub fn open_link(target: &str, lang: Lang) -> Msg {
    let shown = clean_visibly(target);
    let shown = shown.as_str();
    Msg::LinkOpened(match opener::open(target, &Surroundings::current()) {
        Ok(program) => Ok(format!("{shown} · {}", words::opened(lang, &program))),
        Err(OpenError::Refused) => Err(words::refused(lang, shown)),
        Err(_) => Err(words::no_opener(lang, shown)),
    })
}

/// Lets a text be edited in the editor and returns it as it was saved there.
///
/// It lies in a folder of the candidate's own meanwhile, and stays there when the editor fails: nothing typed is lost.
pub fn edit_text(folder: &Path, text: &str, own: &[String], lang: Lang) -> Result<String, String> {
    let path = folder.join(format!("memo-{}.md", std::process::id()));
    let io = |error: std::io::Error| ui::not_edited(lang, &io_reason(lang, error.kind()));
    write::write(&path, text.as_bytes()).map_err(io)?;
    match editor::edit(&path, own, &Surroundings::current()) {
        Ok(status) if status.success() => {}
        Ok(_) => return Err(ui::editor_gave_up(lang, &path.to_string_lossy())),
        Err(error) => return Err(ui::not_edited(lang, &error.say(lang))),
    }
    let edited = std::fs::read_to_string(&path).map_err(io)?;
    // The text is in the shortlist from now on.
    let _ = std::fs::remove_file(&path);
    Ok(edited)
}

/// Runs a mail program in the terminal and waits until it is closed. Says so, or what went wrong.
pub fn mail(words: &[String], lang: Lang) -> Result<String, String> {
    let name = clean_visibly(words.first().map_or("", String::as_str)).into_string();
    match mailer::run(words, &Surroundings::current()) {
        Ok(status) if status.success() => Ok(sheet::handed_over(lang, &name)),
        Ok(status) => Err(sheet::mailer_failed(lang, &name, status.code())),
        Err(error) => Err(sheet::mailer_not_started(lang, &name, &io_reason(lang, error.kind()))),
    }
}

/// Opens the file of an offer in the editor and waits until it is closed. Returns what went wrong.
pub fn edit(library: &Library, row: u32, own: &[String], lang: Lang) -> Option<String> {
    let path = super::catalog_of(library).and_then(|catalog| catalog.path(row as usize));
    let Some(path) = path else {
        return Some(ui::SAMPLE_HAS_NO_FILE.get(lang).to_owned());
    };
    let result = editor::edit(&path, own, &Surroundings::current());
    result.err().map(|error| ui::not_edited(lang, &error.say(lang)))
}
