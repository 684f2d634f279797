//! `tremplin profile`: who applies, in the candidate's own editor.

use std::io::Write;

use super::args::Global;
use super::config::edit_file;
use super::environment::Environment;
use super::failure::Failure;
use super::session;
use crate::locale::{config as say, mail};
use crate::store::letters;
use crate::text::clean_path;

/// Opens the profile, made with every line explained when there is none, then says what is wrong with it.
pub fn run(environment: Environment, global: &Global, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = environment.lang;
    let (layers, force, _) = session::configuration(environment, global, &[])?;
    let file = letters::profile_file(&layers.paths, &force.config);
    edit_file(&file, mail::PROFILE_TEXT.get(lang), &force.config.editor, lang)?;
    letters::profile(&layers.paths, &force.config).map_err(|error| Failure::Told(error.say(lang)))?;
    let file = clean_path(&file).into_string();
    Ok(writeln!(out, "{}", say::nothing_wrong(lang, &file, true))?)
}
