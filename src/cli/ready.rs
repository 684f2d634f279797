//! The offers with all that a search looks at, made ready on as many cores as there are.
//!
//! What the cache holds is most often what the files still say: its index is built while the files are looked at, and
//! thrown away when they say something else.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread::{self, ScopedJoinHandle};

use super::session::Session;
use crate::search::Index;
use crate::store::bodies::Gathering;
use crate::store::{Bodies, Catalog, Progress, load};

/// What a search looks at.
pub struct Ready {
    /// Every offer.
    pub catalog: Arc<Catalog>,
    /// Their words.
    pub index: Index,
    /// The words of their bodies, when they were wanted.
    pub bodies: Option<Bodies>,
}

impl Ready {
    /// Reads every offer of a session, those that have not changed from the cache.
    #[must_use]
    pub fn new(session: &Session, with_bodies: bool) -> Self {
        let cache = session.cache();
        let (today, never) = (session.environment.today, AtomicBool::new(false));
        thread::scope(|scope| {
            let saved = cache.as_deref().filter(|_| with_bodies);
            let saved = saved.map(|cache| scope.spawn(|| Bodies::load(cache, &session.sources)));
            let mut ahead = None;
            let mut from_cache = cache.is_some();
            let mut report = |progress| match progress {
                Progress::Partial(known) if from_cache => {
                    let index = Arc::clone(&known);
                    ahead = Some((known, scope.spawn(move || Index::build(index.rows()))));
                }
                Progress::CacheNotUsed(_) | Progress::Partial(_) | Progress::Files(_) => {}
                // What is reported from now on was read, and will be reported again with more.
                Progress::Walking => from_cache = false,
            };
            let words = Gathering::default();
            let wanted = with_bodies.then_some(&words);
            let loaded = load::load(&session.sources, cache.as_deref(), today, &never, wanted, &mut report);
            let catalog = loaded.catalog;
            let ahead = ahead.filter(|(known, _)| Arc::ptr_eq(known, &catalog));
            let index = ahead.map_or_else(
                || {
                    let catalog = Arc::clone(&catalog);
                    scope.spawn(move || Index::build(catalog.rows()))
                },
                |(_, index)| index,
            );
            let saved = saved.and_then(join);
            let bodies = with_bodies
                .then(|| session.bodies(&catalog, saved.as_ref(), words))
                .flatten();
            Self {
                catalog,
                index: join(index),
                bodies,
            }
        })
    }
}

/// Waits for a thread; its panic is ours.
fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
