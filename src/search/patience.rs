//! Whether anybody still waits for an answer: a phrase may have a thousand texts read, and the next key asks for
//! another.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The number of the newest question, shared by who asks and who answers.
#[derive(Debug, Clone, Default)]
pub struct Newest(Arc<AtomicU64>);

impl Newest {
    /// Tells that a question was asked. Later ones have greater numbers.
    pub fn ask(&self, question: u64) {
        self.0.store(question, Ordering::Relaxed);
    }

    /// Returns the patience of the one who asked a question: it is over when the next one is asked.
    #[must_use]
    pub fn patience(&self, question: u64) -> Patience {
        Patience {
            newest: self.clone(),
            question,
        }
    }
}

/// How long an answer is waited for; the usual one never ends.
#[derive(Debug, Clone, Default)]
pub struct Patience {
    newest: Newest,
    question: u64,
}

impl Patience {
    /// Tells whether something newer was asked: whatever the answer is, nobody will look at it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.newest.0.load(Ordering::Relaxed) > self.question
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patience_ends_with_the_next_question() {
        let newest = Newest::default();
        newest.ask(3);
        let third = newest.patience(3);
        assert!(!third.is_over());
        newest.ask(4);
        assert!(third.is_over());
        assert!(!newest.patience(4).is_over());
        assert!(!Patience::default().is_over());
    }
}
