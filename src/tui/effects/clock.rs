//! One thread for every message that is to come later; it sleeps while there is none.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::{send, spawn};
use crate::tui::input::Event;
use crate::tui::msg::Timer;

/// The running clock.
#[derive(Debug, Clone)]
pub struct Clock(Sender<(Instant, Timer)>);

impl Clock {
    /// Starts the thread.
    pub fn start(events: &Sender<Event>) -> Self {
        let (sender, wanted) = mpsc::channel();
        spawn("clock", events, move |events| tick(&wanted, events));
        Self(sender)
    }

    /// Sends the timer's message after its time.
    pub fn set(&self, timer: Timer) {
        // A clock that is gone has panicked, which already asks the loop to leave.
        let _ = self
            .0
            .send((Instant::now() + Duration::from_millis(timer.milliseconds()), timer));
    }
}

fn tick(wanted: &Receiver<(Instant, Timer)>, events: &Sender<Event>) {
    let mut waiting: BinaryHeap<Reverse<(Instant, Timer)>> = BinaryHeap::new();
    loop {
        let next = match waiting.peek() {
            None => wanted.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(Reverse((due, _))) => wanted.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        match next {
            Ok(timer) => waiting.push(Reverse(timer)),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(Reverse((_, timer))) = waiting.pop() {
                    send(events, timer.message());
                }
            }
        }
    }
}
