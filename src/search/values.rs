//! The distinct values of a field (organisations, places, tags), each kept once as written first, with its count.

use super::prepared::Prepared;
use super::query::TextValue;
use super::vocabulary::Vocabulary;
use super::words::plain_words;

/// Distinct values, numbered; number 0 is "not stated".
#[derive(Debug, Default)]
pub(super) struct Values {
    folded: Vocabulary,
    shown: Vec<Box<str>>,
    counts: Vec<u32>,
    /// While the index is built: values as written, so that each spelling is read once.
    written: Vocabulary,
    /// For each spelling its number and its words.
    spellings: Vec<(u32, Prepared)>,
    /// What "not stated" adds to the index: nothing.
    nothing: Prepared,
}

impl Values {
    /// Counts one more use of a value; returns its number, 0 for an empty one, and what it adds to the index.
    pub(super) fn add(&mut self, value: &str, words: &mut Vocabulary) -> (u32, &Prepared) {
        let spelling = self.written.intern(value) as usize;
        if spelling == self.spellings.len() {
            let prepared = Prepared::of(value, words);
            let number = self.number(value, prepared.line.trim());
            self.spellings.push((number, prepared));
        }
        let Some((number, prepared)) = self.spellings.get(spelling) else {
            return (0, &self.nothing);
        };
        if let Some(count) = number.checked_sub(1).and_then(|at| self.counts.get_mut(at as usize)) {
            *count += 1;
        }
        (*number, prepared)
    }

    /// Returns the number of a value, giving it one when it is new; 0 for an empty one.
    ///
    /// Quotes do not tell values apart: none can be written in a quoted value of a query.
    fn number(&mut self, value: &str, folded: &str) -> u32 {
        let folded = unquoted(folded);
        if folded.is_empty() {
            return 0;
        }
        let number = self.folded.intern(&folded);
        if self.counts.len() == number as usize {
            self.shown.push(value.into());
            self.counts.push(0);
        }
        number + 1
    }

    /// Gives back what only the building needs.
    pub(super) fn finish(&mut self) {
        self.written = Vocabulary::default();
        self.spellings = Vec::new();
        self.folded.finish();
    }

    /// Returns the place of each number in the order of the alphabet; "not stated" comes last.
    pub(super) fn places(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (1..=u32::try_from(self.len()).unwrap_or(u32::MAX - 1)).collect();
        numbers.sort_by(|a, b| self.folded(*a).cmp(self.folded(*b)));
        let mut places = vec![u32::MAX; numbers.len() + 1];
        for (place, number) in (0..).zip(numbers) {
            if let Some(slot) = places.get_mut(number as usize) {
                *slot = place;
            }
        }
        places
    }

    /// Returns how many values there are.
    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    /// Returns a value as it was written first.
    pub(super) fn shown(&self, number: u32) -> &str {
        number
            .checked_sub(1)
            .and_then(|at| self.shown.get(at as usize))
            .map_or("", |value| value)
    }

    /// Returns a value folded.
    pub(super) fn folded(&self, number: u32) -> &str {
        number.checked_sub(1).map_or("", |at| self.folded.word(at))
    }

    /// For each number, tells whether the value passes any of `wanted`.
    pub(super) fn passing(&self, wanted: &[TextValue]) -> Vec<bool> {
        let numbers = 1..=u32::try_from(self.len()).unwrap_or(u32::MAX - 1);
        std::iter::once(false)
            .chain(numbers.map(|number| passes(self.folded(number), wanted)))
            .collect()
    }

    /// Tells whether a value, and none but it, passes.
    pub(super) fn passes_alone(&self, number: u32, wanted: &TextValue) -> bool {
        let needle = match wanted {
            TextValue::Phrase(text) | TextValue::Whole(text) => Some(text),
            TextValue::Words(words) => words.iter().max_by_key(|word| word.len()),
        };
        let Some(needle) = needle.filter(|needle| !needle.is_empty()) else {
            return false;
        };
        let holding = self.folded.holding(needle).into_iter().map(|at| at + 1);
        let wanted = std::slice::from_ref(wanted);
        holding.filter(|other| passes(self.folded(*other), wanted)).eq([number])
    }

    pub(super) fn memory(&self) -> usize {
        self.folded.memory()
            + self.shown.iter().map(|value| value.len() + 16).sum::<usize>()
            + self.counts.capacity() * 4
    }
}

/// Tells whether a folded text passes any of `wanted`.
pub(super) fn passes(folded: &str, wanted: &[TextValue]) -> bool {
    // A title has kept its quotes.
    let folded = if folded.contains('"') {
        &unquoted(folded)
    } else {
        folded
    };
    wanted.iter().any(|value| match value {
        TextValue::Phrase(phrase) => folded.match_indices(phrase.as_str()).any(|(at, _)| {
            let before = folded.get(..at).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric)
        }),
        TextValue::Whole(whole) => folded == whole,
        TextValue::Words(words) => {
            let held = plain_words(folded);
            words
                .iter()
                .all(|word| held.iter().any(|held| held.starts_with(word.as_str())))
        }
    })
}

/// Takes the quotes out of a folded value, of whatever form: all fold to the same.
pub(super) fn unquoted(folded: &str) -> String {
    folded.replace('"', "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_however_they_are_written() {
        let (mut values, mut words) = (Values::default(), Vocabulary::default());
        let mut add = |value| values.add(value, &mut words).0;
        assert_eq!(add("Saint-Étienne"), 1);
        assert_eq!(add("saint-etienne"), 1);
        assert_eq!(add(" "), 0);
        assert_eq!(add("\"Saint\"-Étienne"), 1);
        assert_eq!(add("Lyon"), 2);
        assert_eq!(
            (values.shown(1), values.counts[0], values.shown(0)),
            ("Saint-Étienne", 3, "")
        );
        assert_eq!(
            values.passing(&[TextValue::Words(vec!["eti".into()])]),
            [false, true, false]
        );
        assert_eq!(values.passing(&[TextValue::Phrase("lyo".into())]), [false, false, true]);
        assert_eq!(values.passing(&[TextValue::Phrase("yon".into())]), [false; 3]);
        assert_eq!(values.passing(&[TextValue::Whole("lyon".into())]), [false, false, true]);
        assert_eq!(values.passing(&[TextValue::Whole("saint".into())]), [false; 3]);
    }

    #[test]
    fn a_value_may_be_the_start_of_others() {
        let (mut values, mut words) = (Values::default(), Vocabulary::default());
        for value in ["Lyon", "Lyon 3e", "Paris", "Cité \"Paris Lyon\""] {
            values.add(value, &mut words);
        }
        let words = |text: &str| TextValue::Words(text.split(' ').map(str::to_owned).collect());
        assert!(!values.passes_alone(1, &words("lyon")));
        assert!(values.passes_alone(1, &TextValue::Whole("lyon".into())));
        assert!(values.passes_alone(2, &words("lyon 3e")));
        assert!(!values.passes_alone(1, &words("lyon 3e")));
        assert!(!values.passes_alone(3, &words("")));
    }
}
