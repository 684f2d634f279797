//! `tremplin keys`: the key table as lines.

use std::io::Write;

use super::failure::Failure;
use super::session::Session;
use crate::locale::Lang;
use crate::text::clean;
use crate::tui::keymap::{BINDINGS, Binding, Group, Key};

/// Columns of the keys.
const KEYS_WIDTH: usize = 16;

/// Prints every key, in the groups of the help.
pub fn run(session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    for (number, group) in Group::ALL.into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", group.title().get(lang))?;
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let keys = shown(binding, lang);
            let room = KEYS_WIDTH.saturating_sub(clean(&keys).width());
            writeln!(out, "  {keys}{:room$} {}", "", binding.help.get(lang))?;
        }
    }
    Ok(())
}

/// Returns the keys of one row as a person reads them.
fn shown(binding: &Binding, lang: Lang) -> String {
    let keys = binding.keys.iter().filter_map(|key| Key::parse(key));
    keys.map(|key| key.shown(lang)).collect::<Vec<_>>().join(" ")
}
