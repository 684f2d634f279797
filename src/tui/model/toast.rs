//! What was just done: shown for a few seconds, bottom right. An error stays until a key is pressed.

/// The toast on screen, if any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Toasts {
    /// The one shown.
    pub shown: Option<Toast>,
    /// How many there were: the number of the last.
    pub count: u64,
}

/// A sentence about what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// What it tells.
    pub kind: ToastKind,
}

/// What a toast tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastKind {
    /// It worked.
    Done,
    /// Something to know; nothing was changed.
    Note,
    /// It did not work.
    Error,
}
