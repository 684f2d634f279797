//! The search itself.
//!
//! Each word that is typed gives every row a fit (two bytes a row). Rows are what all conditions leave; they are put
//! in order by the sum of their fits, then by deadline, title and place in the catalog, so that the same question
//! always gets the same answer.

use std::sync::Arc;

use super::filter::Filter;
use super::index::{In, Index};
use super::initials::{in_one_go, initials};
use super::matching::{Matcher, WHOLE};
use super::patience::Patience;
use super::phrases::Phrases;
use super::query::{Alternative, Clause, Query, Sort, Term, Test};
use super::rank::{Corpus, Hit, Hits};
use super::ranking::Ranking;
use super::words::{letter, letters, plain_words};

/// A row's fit: the sum of what its words score, and [`IN_FIELDS`] when the fields alone have them. 0 is not at all.
pub(super) type Fit = u16;
/// The highest bit, so that what the fields have comes before what only the bodies have.
pub(super) const IN_FIELDS: Fit = 1 << 15;
type Fits = Vec<Fit>;
/// The only word of a body that fits best scores this; more would outrank a field.
const BODY_WHOLE: u16 = 90;
const BODY_SYNONYM: u16 = 80;
const BODY_START: u16 = 70;
const BODY_INSIDE: u16 = 40;
/// A word that starts with the one letter typed.
const FIRST_LETTER: u16 = 400;
/// With fewer hits than fill a screen, words typed in one go and initials are tried.
const SCREENFUL: usize = 40;
/// Fewer letters are neither words in one go nor initials that mean anything.
const SPELLED_FROM: usize = 3;
/// More letters are not looked at as initials.
const MOST_INITIALS: usize = 8;
/// How many words that were typed are remembered with their rows.
const REMEMBERED: usize = 6;

/// Searches at each key, remembering the words that did not change since the last.
#[derive(Debug, Default)]
pub struct Searcher {
    matcher: Matcher,
    remembered: Vec<Remembered>,
    phrases: Phrases,
    ranking: Ranking,
    patience: Patience,
}

/// The rows of a word.
#[derive(Debug)]
struct Remembered {
    index: Arc<()>,
    bodies: Option<Arc<()>>,
    term: Term,
    fits: Arc<Fits>,
}

impl Searcher {
    /// Says how long the next answers are waited for: once that is over, texts are no longer read, and an answer may be
    /// anything.
    pub fn wait(&mut self, patience: Patience) {
        self.patience = patience;
    }

    /// Ranks the rows that match `query`; with an empty one, all of them. `sort` is the interface's, the query's wins.
    ///
    /// Gives exactly what [`super::search`] gives.
    #[must_use]
    pub fn search(&mut self, corpus: Corpus<'_>, query: &Query, sort: Sort) -> Hits {
        let sort = query.sort.unwrap_or(sort);
        let fits = self.fits(corpus, query, false);
        let mut hits = self.ranking.of(corpus, query, sort, &fits);
        if hits.rows.len() < SCREENFUL && query.clauses.iter().any(may_be_spelled) {
            let mut more = self.fits(corpus, query, true);
            for (more, fit) in Arc::make_mut(&mut more).iter_mut().zip(&*fits) {
                if *fit != 0 {
                    *more = 0;
                }
            }
            let rest = self.ranking.of(corpus, query, sort, &more);
            hits.rows
                .extend(rest.rows.iter().map(|hit| Hit { in_body: false, ..*hit }));
            hits.left_out.add(rest.left_out);
        }
        hits
    }

    /// Returns the fit of each row. With `spelled`, words typed in one go and initials count too.
    fn fits(&mut self, corpus: Corpus<'_>, query: &Query, spelled: bool) -> Arc<Fits> {
        let (words, filters): (Vec<&Clause>, Vec<&Clause>) = query.clauses.iter().partition(|clause| scores(clause));
        let mut fits: Option<Arc<Fits>> = None;
        for clause in words {
            let of = self.clause(corpus, clause, spelled);
            fits = Some(both(fits, of));
        }
        let mut fits = fits.unwrap_or_else(|| Arc::new(vec![IN_FIELDS; corpus.index.len()]));
        for clause in filters {
            let ready: Vec<Filter<'_>> = clause
                .alternatives
                .iter()
                .map(|alternative| self.filter(corpus, alternative))
                .collect();
            let fits = Arc::make_mut(&mut fits).iter_mut();
            for (row, fit) in fits.enumerate().filter(|(_, fit)| **fit != 0) {
                if !ready.iter().any(|filter| filter.passes(corpus, row)) {
                    *fit = 0;
                }
            }
        }
        fits
    }

    /// Returns the fit of each row for a clause of words: that of its best alternative.
    fn clause(&mut self, corpus: Corpus<'_>, clause: &Clause, spelled: bool) -> Arc<Fits> {
        let mut best: Option<Arc<Fits>> = None;
        for alternative in &clause.alternatives {
            let of = self.alternative(corpus, alternative, spelled);
            best = Some(match best {
                None => of,
                Some(mut best) => {
                    let fits = Arc::make_mut(&mut best).iter_mut().zip(&*of);
                    fits.for_each(|(best, of)| *best = (*best).max(*of));
                    best
                }
            });
        }
        best.unwrap_or_default()
    }

    /// Returns the fit of each row for one alternative of a clause of words.
    fn alternative(&mut self, corpus: Corpus<'_>, alternative: &Alternative, spelled: bool) -> Arc<Fits> {
        match &alternative.test {
            Test::Words(terms) if !alternative.negated => {
                let mut fits: Option<Arc<Fits>> = None;
                for term in terms {
                    let of = self.term(corpus, term);
                    fits = Some(both(fits, of));
                }
                let mut fits = fits.unwrap_or_else(|| Arc::new(vec![IN_FIELDS; corpus.index.len()]));
                if spelled {
                    spell(corpus.index, terms, Arc::make_mut(&mut fits));
                }
                fits
            }
            Test::Phrase(phrase) if !alternative.negated => Arc::new(self.phrase(corpus, phrase)),
            _ => {
                let filter = self.filter(corpus, alternative);
                let fits = (0..corpus.index.len()).map(|row| if filter.passes(corpus, row) { IN_FIELDS } else { 0 });
                Arc::new(fits.collect())
            }
        }
    }

    /// Makes a test ready that does not score.
    fn filter<'q>(&mut self, corpus: Corpus<'q>, alternative: &'q Alternative) -> Filter<'q> {
        let rows = match &alternative.test {
            Test::Words(terms) => {
                let mut rows = vec![true; corpus.index.len()];
                for term in terms {
                    let having = rows_having(corpus, term);
                    rows.iter_mut().zip(having).for_each(|(row, having)| *row &= having);
                }
                rows
            }
            Test::Phrase(phrase) => self.phrase(corpus, phrase).into_iter().map(|fit| fit != 0).collect(),
            _ => Vec::new(),
        };
        Filter::new(corpus, alternative, rows)
    }

    /// Returns the fit of each row for a phrase.
    fn phrase(&mut self, corpus: Corpus<'_>, phrase: &str) -> Fits {
        let mut fits = vec![0; corpus.index.len()];
        let words = plain_words(phrase);
        if words.is_empty() {
            return fits;
        }
        for row in self.phrases.rows(corpus, &words, &self.patience).iter() {
            if let Some(fit) = fits.get_mut(*row as usize) {
                *fit = BODY_WHOLE;
            }
        }
        phrase_in_fields(corpus, phrase, &words, &mut fits);
        fits
    }

    /// Returns the fit of each row for one word, remembered or found.
    fn term(&mut self, corpus: Corpus<'_>, term: &Term) -> Arc<Fits> {
        let (index, bodies) = (&corpus.index.identity, corpus.bodies.map(|bodies| &bodies.identity));
        let known = self.remembered.iter().position(|old| {
            old.term == *term
                && Arc::ptr_eq(&old.index, index)
                && old.bodies.as_ref().map(Arc::as_ptr) == bodies.map(Arc::as_ptr)
        });
        if let Some(place) = known {
            let found = self.remembered.remove(place);
            let fits = Arc::clone(&found.fits);
            self.remembered.push(found);
            return fits;
        }
        let mut fits = if term.text.len() == 1 {
            one_letter(corpus.index, term)
        } else {
            self.in_fields(corpus, term)
        };
        add_bodies(corpus, term, &mut fits);
        let fits = Arc::new(fits);
        if self.remembered.len() == REMEMBERED {
            self.remembered.remove(0);
        }
        self.remembered.push(Remembered {
            index: Arc::clone(index),
            bodies: bodies.map(Arc::clone),
            term: term.clone(),
            fits: Arc::clone(&fits),
        });
        fits
    }

    /// Finds the distinct words that fit, and through them the rows.
    fn in_fields(&self, corpus: Corpus<'_>, term: &Term) -> Fits {
        let mut fits = vec![0; corpus.index.len()];
        for (word, fit) in self.matcher.fitting(&corpus.index.words, term) {
            raise(corpus.index, word, fit, &mut fits);
        }
        fits
    }
}

/// Gives every row of a word at least this fit.
fn raise(index: &Index, word: u32, fit: u16, fits: &mut Fits) {
    for entry in index.postings.of(word) {
        if let Some(slot) = fits.get_mut(entry.row()) {
            *slot = (*slot).max(IN_FIELDS | (fit + entry.bonus()));
        }
    }
}

/// One letter fits the words that start with it: a table of the first letters of each row says which.
fn one_letter(index: &Index, term: &Term) -> Fits {
    let wanted = term.text.bytes().next().map_or(0, letter);
    let mut fits: Fits = index
        .initials
        .iter()
        .map(|held| {
            if held & wanted == 0 {
                0
            } else {
                IN_FIELDS | FIRST_LETTER
            }
        })
        .collect();
    if let Some(word) = index.words.find(&term.text) {
        raise(index, word, WHOLE, &mut fits);
    }
    fits
}

/// Adds the rows whose bodies have the word.
fn add_bodies(corpus: Corpus<'_>, term: &Term, fits: &mut Fits) {
    let typed = term.text.as_str();
    let Some(bodies) = corpus.bodies.filter(|_| typed.len() > 1) else {
        return;
    };
    let words = bodies.words();
    let mut add = |word: u32, fit: u16| {
        bodies.each_row(word, |row| {
            if let Some(slot) = fits.get_mut(row as usize) {
                *slot = (*slot).max(fit);
            }
        });
    };
    for number in words.holding(typed) {
        let word = words.word(number);
        if word.len() == typed.len() {
            add(number, BODY_WHOLE);
        } else if word.starts_with(typed) {
            add(number, BODY_START);
        } else if typed.len() > 2 {
            add(number, BODY_INSIDE);
        }
    }
    for synonym in term.synonyms.iter().filter(|synonym| **synonym != typed) {
        if let Some(number) = words.find(synonym) {
            add(number, BODY_SYNONYM);
        }
    }
}

/// Adds the rows whose fields hold a phrase, from the start of a word on.
fn phrase_in_fields(corpus: Corpus<'_>, phrase: &str, words: &[&str], fits: &mut Fits) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    // A phrase of one word may still be in the middle of it; the row of a word that starts so needs no second look,
    // unless the word is only the name of a kind.
    let alone = words == [phrase];
    let starts = if words.len() == 1 {
        corpus.index.words.starting(last)
    } else {
        Vec::from_iter(corpus.index.words.find(first))
    };
    for entry in starts.into_iter().flat_map(|word| corpus.index.postings.of(word)) {
        let row = entry.row();
        if let Some(slot) = fits.get_mut(row).filter(|slot| **slot & IN_FIELDS == 0)
            && (alone && !entry.is_in(In::Kind) || corpus.index.lines.get(row).contains(phrase))
        {
            *slot = IN_FIELDS | WHOLE;
        }
    }
}

/// Tells for each row whether it has a word, or its plural or feminine, in its fields or its body: what `-word` bars.
fn rows_having(corpus: Corpus<'_>, term: &Term) -> Vec<bool> {
    let mut rows = vec![false; corpus.index.len()];
    let typed = term.text.as_str();
    let forms: Vec<String> = ["", "s", "x", "e", "es"]
        .iter()
        .map(|ending| [typed, ending].concat())
        .collect();
    for form in forms.iter().map(String::as_str).chain(term.synonyms.iter().copied()) {
        let mut bar = |row: usize| {
            if let Some(slot) = rows.get_mut(row) {
                *slot = true;
            }
        };
        if let Some(word) = corpus.index.words.find(form) {
            corpus.index.postings.of(word).iter().for_each(|entry| bar(entry.row()));
        }
        if let Some(bodies) = corpus.bodies
            && let Some(word) = bodies.words().find(form)
        {
            bodies.each_row(word, |row| bar(row as usize));
        }
    }
    rows
}

/// Adds rows whose line spells the word in one go or by initials, as the least of fits.
fn spell(index: &Index, terms: &[Term], fits: &mut Fits) {
    let [term] = terms else { return };
    let typed = term.text.as_str();
    if !typed.is_ascii() || typed.len() < SPELLED_FROM {
        return;
    }
    let mut add = |row: usize| {
        if let Some(fit) = fits.get_mut(row).filter(|fit| **fit == 0) {
            *fit = 1;
        }
    };
    // First words of three letters and what may follow: only rows that have both are read.
    for split in 3..typed.len() {
        let (head, tail) = typed.split_at(split);
        let heads = index.words.starting(head);
        let tails = index.words.starting(tail.get(..tail.len().min(3)).unwrap_or_default());
        if heads.is_empty() || tails.is_empty() {
            continue;
        }
        let mut has_tail = vec![false; index.len()];
        for entry in tails.into_iter().flat_map(|word| index.postings.of(word)) {
            if let Some(slot) = has_tail.get_mut(entry.row()) {
                *slot = true;
            }
        }
        for entry in heads.into_iter().flat_map(|word| index.postings.of(word)) {
            let row = entry.row();
            if has_tail.get(row) == Some(&true) && in_one_go(index.lines.get(row), typed) {
                add(row);
            }
        }
    }
    if typed.len() <= MOST_INITIALS {
        let wanted = letters(typed);
        for (row, _) in index
            .initials
            .iter()
            .enumerate()
            .filter(|(_, held)| **held & wanted == wanted)
        {
            if initials(index.lines.get(row), typed) {
                add(row);
            }
        }
    }
}

/// Tells whether a clause is of words that are looked for, which score.
fn scores(clause: &Clause) -> bool {
    clause
        .alternatives
        .iter()
        .any(|alternative| !alternative.negated && matches!(alternative.test, Test::Words(_) | Test::Phrase(_)))
}

/// Tells whether a clause has a word that a line may spell in one go.
fn may_be_spelled(clause: &Clause) -> bool {
    clause.alternatives.iter().any(|alternative| {
        !alternative.negated
            && matches!(&alternative.test, Test::Words(terms) if matches!(terms.as_slice(), [term] if term.text.len() >= SPELLED_FROM))
    })
}

/// Leaves the rows that fit both, with the sum of their fits.
fn both(fits: Option<Arc<Fits>>, other: Arc<Fits>) -> Arc<Fits> {
    let Some(mut fits) = fits else { return other };
    for (fit, other) in Arc::make_mut(&mut fits).iter_mut().zip(&*other) {
        *fit = if *fit == 0 || *other == 0 {
            0
        } else {
            let sum = (*fit & !IN_FIELDS) + (*other & !IN_FIELDS);
            sum.min(!IN_FIELDS) | (*fit & *other & IN_FIELDS)
        };
    }
    fits
}
