//! `tremplin keys`: the key table as lines.

use std::io::Write;

use super::failure::Failure;
use super::session::Session;
use crate::text::clean;
use crate::tui;
use crate::tui::keymap::{Context, Group};

/// Columns of the keys.
const KEYS_WIDTH: usize = 16;
/// Columns of the names.
const NAMES_WIDTH: usize = 18;

/// Prints every key in force, in the groups of the help, with the name that the config gives its action.
pub fn run(session: &Session, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = session.environment.lang;
    let (keymap, _) = tui::keymap_of(&session.config);
    for (number, group) in Group::ALL.into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", group.title().get(lang))?;
        let mut rows: Vec<_> = keymap.all().filter(|(binding, _)| binding.group == group).collect();
        // What a person meets first stands first; the keys of boxes and menus follow.
        rows.sort_by_key(|(binding, _)| !binding.contexts.contains(&Context::List));
        for (binding, keys) in rows {
            let keys: Vec<String> = keys.iter().map(|key| key.shown(lang)).collect();
            let keys = keys.join(" ");
            let room = KEYS_WIDTH.saturating_sub(clean(&keys).width());
            let (name, help) = (binding.name, binding.help.get(lang));
            writeln!(out, "  {keys}{:room$} {name:NAMES_WIDTH$} {help}", "")?;
        }
    }
    Ok(())
}
