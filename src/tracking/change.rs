//! What a candidate can do to an application: plain data, applied to what the file holds at that moment.

/// One change. Saving applies it to the file as it is then, so that two tremplins never undo each other's work.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {}
