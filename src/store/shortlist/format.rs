//! One application as text: `version` on the first line, `end: true` on the last, readable YAML between them.
//!
//! A YAML list cut short is often a valid shorter list. The last line makes a cut visible, the first one keeps an
//! older tremplin from rewriting what it does not understand.

use std::path::Path;

use super::{Damage, Trouble, TroubleKind};
use crate::offer::OfferId;
use crate::tracking::Application;

/// The version written. A reader accepts this one and those before it.
pub const VERSION: u64 = 1;

const FIRST: &str = "version";
const LAST: &str = "end";

/// Why a text is not taken for an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(TroubleKind);

impl Refusal {
    pub(super) const fn damaged(why: Damage) -> Self {
        Self(TroubleKind::Damaged { line: None, why })
    }

    const fn damaged_at(line: usize, why: Damage) -> Self {
        Self(TroubleKind::Damaged { line: Some(line), why })
    }

    /// Says which file it is about.
    pub(super) fn at(self, path: &Path) -> Trouble {
        Trouble {
            path: path.to_owned(),
            kind: self.0,
            backup: None,
        }
    }
}

/// Writes an application as the text of its file.
///
/// # Errors
///
/// The serialiser's words; no application that was read or made by a change causes one.
pub fn write(application: &Application) -> Result<String, String> {
    let yaml = serde_yaml::to_string(application).map_err(|error| error.to_string())?;
    Ok(format!("{FIRST}: {VERSION}\n{yaml}{LAST}: true\n"))
}

/// Reads the text of an application's file. `id` is the file's name, which wins over what the text says.
///
/// # Errors
///
/// Why it is not taken for one; such a file is never overwritten.
pub fn parse(bytes: &[u8], id: &OfferId) -> Result<Application, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::damaged(Damage::NotText))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refusal::damaged(Damage::Empty));
    }
    check_version(text)?;
    if let Some(at) = text.lines().position(|line| line.starts_with("<<<<<<< ")) {
        return Err(Refusal::damaged_at(at + 1, Damage::GitConflict));
    }
    if !ends_whole(text) {
        return Err(Refusal::damaged_at(text.lines().count(), Damage::CutShort));
    }
    let mut application: Application = serde_yaml::from_str(text).map_err(|error| {
        let line = error.location().map(|place| place.line());
        Refusal(TroubleKind::Damaged {
            line,
            why: Damage::Yaml(error.to_string()),
        })
    })?;
    application.unknown.remove(FIRST);
    if application.unknown.remove(LAST) != Some(serde_json::Value::Bool(true)) {
        return Err(Refusal::damaged_at(text.lines().count(), Damage::CutShort));
    }
    application.id = id.clone();
    Ok(application)
}

/// Reads the first line that is neither blank nor a comment: `version: 1`.
fn check_version(text: &str) -> Result<(), Refusal> {
    let first = text
        .lines()
        .enumerate()
        .find(|(_, line)| !line.trim().is_empty() && !line.starts_with('#') && line.trim() != "---");
    let (at, line) = first.ok_or_else(|| Refusal::damaged(Damage::Empty))?;
    let version = line
        .strip_prefix(FIRST)
        .and_then(|rest| rest.trim_start().strip_prefix(':'))
        .and_then(|rest| rest.split('#').next())
        .and_then(|number| number.trim().parse().ok());
    match version {
        None | Some(0) => Err(Refusal::damaged_at(at + 1, Damage::NoVersion)),
        Some(version) if version > VERSION => Err(Refusal(TroubleKind::Newer { version })),
        Some(_) => Ok(()),
    }
}

/// Tells whether the last line that is neither blank nor a comment is `end: true`, and is itself whole.
fn ends_whole(text: &str) -> bool {
    let last = text
        .split_inclusive('\n')
        .rfind(|line| !line.trim().is_empty() && !line.starts_with('#'));
    last.is_some_and(|line| line.ends_with('\n') && line.trim_end() == "end: true")
}
