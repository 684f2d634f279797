//! Offers in the JSON of the contract.

use super::session::Session;
use crate::offer::Summary;
use crate::store::Opened;

/// Returns one offer as the contract has it.
pub fn offer(opened: &Opened, summary: &Summary, session: &Session) -> String {
    let _ = (opened, session);
    format!("{{\"path\":{:?}}}", summary.path)
}
