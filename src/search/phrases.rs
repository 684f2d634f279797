//! Phrases in the bodies: the index says which bodies hold all words, the texts say which hold them in this order.

use std::borrow::Cow;
use std::sync::Arc;
use std::thread;

use super::bodies::BodyIndex;
use super::patience::Patience;
use super::rank::{Corpus, Texts};
use super::words::each_word;
use crate::text::fold_into;

/// How many phrases are remembered with their rows: reading the texts again at each key would cost more than the search.
const REMEMBERED: usize = 4;
/// Fewer texts are read on this thread.
const WORTH_A_THREAD: usize = 64;

/// Finds phrases, remembering the last ones.
#[derive(Debug, Default)]
pub(super) struct Phrases(Vec<Found>);

#[derive(Debug)]
struct Found {
    bodies: Arc<()>,
    words: Vec<String>,
    rows: Arc<Vec<u32>>,
}

impl Phrases {
    /// Returns the rows whose bodies hold these words one after the other; none as long as the bodies are not there, and
    /// any when nobody waits for them any more.
    pub(super) fn rows(&mut self, corpus: Corpus<'_>, words: &[&str], patience: &Patience) -> Arc<Vec<u32>> {
        let Some(bodies) = corpus.bodies else {
            return Arc::default();
        };
        let same = |found: &Found| Arc::ptr_eq(&found.bodies, &bodies.identity) && found.words == words;
        if let Some(found) = self.0.iter().find(|found| same(found)) {
            return Arc::clone(&found.rows);
        }
        let candidates = having_all(bodies, words);
        let rows = match (words, corpus.texts) {
            ([_], _) => candidates,
            (_, Some(texts)) => in_order(texts, &candidates, words, patience),
            (_, None) => Vec::new(),
        };
        let rows = Arc::new(rows);
        if patience.is_over() {
            return rows;
        }
        if self.0.len() == REMEMBERED {
            self.0.remove(0);
        }
        self.0.push(Found {
            bodies: Arc::clone(&bodies.identity),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            rows: Arc::clone(&rows),
        });
        rows
    }
}

/// Finds the rows whose bodies hold all of these words.
fn having_all(bodies: &BodyIndex, words: &[&str]) -> Vec<u32> {
    let mut held = vec![0_usize; bodies.rows()];
    for (count, word) in words.iter().enumerate() {
        if let Some(number) = bodies.words().find(word) {
            bodies.each_row(number, |row| {
                if let Some(slot) = held.get_mut(row as usize).filter(|slot| **slot == count) {
                    *slot += 1;
                }
            });
        }
    }
    let rows = (0..).zip(held).filter(|(_, held)| *held == words.len());
    rows.map(|(row, _)| row).collect()
}

/// Leaves the rows whose texts hold the words in this order, reading them on two threads when there are many, as long as
/// somebody waits for them.
fn in_order(texts: &dyn Texts, rows: &[u32], words: &[&str], patience: &Patience) -> Vec<u32> {
    let read = |rows: &[u32]| -> Vec<u32> {
        let mut folded = String::new();
        let mut holds = |row: &u32| {
            texts.body(*row).is_some_and(|body| {
                folded.clear();
                fold_into(&body, &mut folded);
                holds(&folded, words)
            })
        };
        let wanted = rows.iter().copied().take_while(|_| !patience.is_over());
        wanted.filter(|row| holds(row)).collect()
    };
    if rows.len() < WORTH_A_THREAD {
        return read(rows);
    }
    let (first, second) = rows.split_at(rows.len() / 2);
    let mut found = thread::scope(|scope| {
        let other = scope.spawn(|| read(second));
        let mut found = read(first);
        // A thread that panicked has found nothing.
        found.extend(other.join().unwrap_or_default());
        found
    });
    found.shrink_to_fit();
    found
}

/// Tells whether a folded text holds these words one after the other. Inclusive writing stands for both its forms.
fn holds(folded: &str, words: &[&str]) -> bool {
    // How many words of each beginning of the phrase that ends here were met.
    let mut begun: Vec<usize> = Vec::new();
    let mut feminine: Option<String> = None;
    let mut found = false;
    each_word(folded, |word| match word.text {
        Cow::Owned(text) => feminine = Some(text),
        Cow::Borrowed(text) => {
            let other = feminine.take();
            begun.push(0);
            let is_next = |at: usize| {
                let wanted = words.get(at).copied();
                wanted == Some(text) || wanted.is_some() && wanted == other.as_deref()
            };
            begun.retain_mut(|at| {
                let fits = is_next(*at);
                *at += 1;
                found |= fits && *at == words.len();
                fits
            });
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn words_stand_one_after_the_other() {
        let holds = |text: &str, phrase: &[&str]| holds(&fold(text).text, phrase);
        assert!(holds("Au service\u{a0}public de la ville", &["service", "public"]));
        assert!(holds("un service, un service\npublic", &["service", "public"]));
        assert!(holds("L’économie de l’eau", &["economie", "de", "eau"]));
        assert!(holds("des développeur·ses libres", &["developpeuses", "libres"]));
        assert!(!holds("Le public en service", &["service", "public"]));
        assert!(!holds("service du public", &["service", "public"]));
        assert!(holds("a a b", &["a", "b"]));
        assert!(!holds("", &["a"]));
    }
}
