//! Offers in the JSON of the contract.

use serde::Serialize;

use super::failure::Failure;
use super::session::Session;
use crate::offer::json::{offer_json, to_string};
use crate::store::Opened;

/// Returns one offer as the contract has it; `source` is the folder or file that its path is relative to.
pub fn offer(opened: &Opened, source: &str, session: &Session) -> Result<String, Failure> {
    let (today, lang) = (session.environment.today, session.environment.lang);
    let offer = offer_json(&opened.offer, &opened.text, source, today, lang);
    to_string(&offer).map_err(|error| Failure::Told(error.to_string()))
}

/// Writes any value as JSON that a terminal can be shown.
///
/// # Errors
///
/// When the value cannot be serialized, which ours always can.
pub fn json_text(value: &impl Serialize) -> Result<String, Failure> {
    to_string(value).map_err(|error| Failure::Told(error.to_string()))
}
