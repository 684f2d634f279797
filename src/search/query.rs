//! The query language: one for the interface, the command line and saved views.
//!
//! | written | finds |
//! |---|---|
//! | `rust paris` | offers with both words, in the fields first, then in the text |
//! | `"service public"` | these words in this order |
//! | `-java`, `-lieu:paris` | offers without |
//! | `rust \| python` (or `OU`, `OR`) | one or the other |
//! | `lieu:lyon,paris` | a comma is an "or" |
//! | `structure:="La Ruche"` | this and nothing more |
//! | `type:stage`, `kind:phd` | a kind of contract |
//! | `limite:+7j`, `avant:30/11`, `après:demain` | deadlines |
//! | `durée:>=4`, `duration:4-6` | months |
//! | `salaire:>=1800`, `pay:45k` | euros a month, or a year from 10,000 up |
//! | `télétravail:oui`, `est:ouverte`, `avec:adresse`, `tri:limite` | and so on, see [`fields::Field`] |
//!
//! What cannot be understood is a [`Mistake`] and left out: a slip never empties the list.

pub mod fields;
pub(super) mod lexer;
pub mod values;

use std::ops::Range;

use jiff::civil::Date;

use self::fields::{Field, Has, Is, Lookup, Names};
use self::lexer::{Item, Piece, Value};
use self::values::{Compare, DateSpan, NumberSpan};
use super::synonyms;
use super::values::unquoted;
use super::words::plain_words;
use crate::offer::{EmploymentType, summary::EmploymentTypes};
use crate::text::{Language, fold_inclusive};
use crate::tracking::stage::Step;
use crate::tracking::when::Leaning;

/// A query, understood as far as it could be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// What was typed.
    pub text: String,
    /// What could not be understood; those parts are left out of the search, so that a slip never empties the list.
    pub mistakes: Vec<Mistake>,
    /// The order asked for with `sort:`.
    pub sort: Option<Sort>,
    /// What an offer must fulfil, all of it.
    pub clauses: Vec<Clause>,
}

/// One condition: an offer fulfils it with any of its alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// At least one.
    pub alternatives: Vec<Alternative>,
    /// The bytes of the query.
    pub range: Range<usize>,
}

/// One way to fulfil a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// True when the offer must not pass the test.
    pub negated: bool,
    /// The test.
    pub test: Test,
    /// The field that was named, if any.
    pub field: Option<Field>,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// All these words, anywhere.
    Words(Vec<Term>),
    /// This text, folded, anywhere.
    Phrase(String),
    /// A text in one field, any of these.
    Text(TextField, Vec<TextValue>),
    /// One of these kinds.
    Kind(EmploymentTypes),
    /// One of these steps.
    Stage(Vec<Step>),
    /// A date within one of these.
    Date(DateField, Vec<DateSpan>),
    /// A duration that overlaps one of these, in tenths of a month.
    Duration(Vec<NumberSpan>),
    /// A pay that overlaps one of these, in euros a month.
    Pay(Vec<NumberSpan>),
    /// Whether remote work is offered: one of these.
    Remote(Vec<bool>),
    /// One of these languages.
    Language(Vec<Language>),
    /// One of these states.
    Is(Vec<Is>),
    /// One of these is stated.
    Has(Vec<Has>),
}

/// One word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word, folded, at most [`Term::MAX`] bytes.
    pub text: String,
    /// Words that mean the same.
    pub synonyms: &'static [&'static str],
}

impl Term {
    /// Longer words are cut: the fuzzy matcher's memory grows with the length.
    pub const MAX: usize = 64;
}

/// A field that holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextField {
    /// The title.
    Title,
    /// The organisation.
    Organization,
    /// The place.
    Place,
    /// A tag.
    Tag,
}

/// A text looked for in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextValue {
    /// Each of these starts a word of the field.
    Words(Vec<String>),
    /// The field holds this, folded, from the start of a word on.
    Phrase(String),
    /// The field is this, folded.
    Whole(String),
}

/// A field that holds a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateField {
    /// The last day to apply.
    Deadline,
    /// The day it was posted.
    Posted,
    /// The start of the work.
    Start,
}

/// A part of a query that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the query.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: MistakeKind,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// What is wrong with a part of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MistakeKind {
    /// No field has this name.
    UnknownField,
    /// The field knows no such value.
    UnknownValue,
    /// Not a date.
    BadDate,
    /// Not a number or two.
    BadNumber,
}

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Sort {
    /// Best hits first; without a query, by deadline.
    #[default]
    Relevance,
    /// Nearest deadline first, past ones and none last.
    Deadline,
    /// Most recently posted first.
    Date,
    /// By title.
    Title,
    /// By organisation.
    Organization,
}

impl Query {
    /// Understands what was typed. `today` gives a meaning to `demain` and `+7j`.
    #[must_use]
    pub fn parse(text: &str, today: Date) -> Self {
        let mut reader = Reader {
            query: Self {
                text: text.to_owned(),
                ..Self::default()
            },
            today,
            or_pending: false,
        };
        let pieces = lexer::pieces(text);
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at += 1;
            match piece {
                Piece::Or => reader.or_pending = true,
                Piece::Item(item) => at += reader.item(item, pieces.get(at..).unwrap_or_default()),
            }
        }
        reader.query
    }

    /// Tells whether it asks for nothing: every offer fulfils it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Tells whether it asks for this state by itself, so that the caller does not decide it.
    #[must_use]
    pub fn asks(&self, state: Is) -> bool {
        self.tests()
            .any(|test| matches!(test, Test::Is(states) if states.contains(&state)))
    }

    /// Tells whether an answer may hang on the shortlist or on the visits: on a state or a stage, wanted or refused.
    #[must_use]
    pub fn looks_at_marks(&self) -> bool {
        let alternatives = self.clauses.iter().flat_map(|clause| &clause.alternatives);
        alternatives
            .map(|alternative| &alternative.test)
            .any(|test| matches!(test, Test::Is(_) | Test::Stage(_)))
    }

    /// Returns what it asks for, without what it refuses.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        let alternatives = self.clauses.iter().flat_map(|clause| &clause.alternatives);
        alternatives
            .filter(|alternative| !alternative.negated)
            .map(|alternative| &alternative.test)
    }
}

/// Builds a query piece by piece.
struct Reader {
    query: Query,
    today: Date,
    /// True after `|`: the next item is one more alternative.
    or_pending: bool,
}

impl Reader {
    /// Reads one item and returns how many of the following it took as part of its value.
    fn item(&mut self, item: &Item, after: &[Piece]) -> usize {
        let Some(name) = &item.name else {
            self.free(item);
            return 0;
        };
        let folded = self.folded(name.clone());
        if let Some(field) = Field::of(&folded) {
            return self.field(field, item, after);
        }
        let names = Field::ALL.into_iter().flat_map(|field| field.names().iter().copied());
        match fields::nearest(&folded, names) {
            Some(near) => self.mistake(name.start..name.end, MistakeKind::UnknownField, Some(near.to_owned())),
            None => self.words(item.range.clone(), item.negated),
        }
        0
    }

    /// Reads a word or a phrase without a field.
    fn free(&mut self, item: &Item) {
        let Some(value) = item.values.first() else { return };
        if value.quoted {
            let phrase = self.folded(value.range.clone()).trim().to_owned();
            if !phrase.is_empty() {
                self.push(item.range.clone(), item.negated, None, Test::Phrase(phrase));
            }
        } else {
            self.words(value.range.clone(), item.negated);
        }
    }

    fn words(&mut self, range: Range<usize>, negated: bool) {
        let folded = self.folded(range.clone());
        let terms = terms(&folded);
        if !terms.is_empty() {
            self.push(range, negated, None, Test::Words(terms));
        }
    }

    /// Reads `name:value,value` and returns how many of the following items belong to the value (`avant:2 weeks`).
    fn field(&mut self, field: Field, item: &Item, after: &[Piece]) -> usize {
        let mut item = item.clone();
        let mut taken = 0;
        if item.values.iter().all(|value| value.range.is_empty()) {
            // `lieu: lyon`, as French typography teaches to write it.
            let Some(Piece::Item(next)) = after.first().filter(|next| is_plain(next)) else {
                return 0;
            };
            item.values.clone_from(&next.values);
            item.range.end = next.range.end;
            taken = 1;
        }
        let rest = after.get(taken..).unwrap_or_default();
        taken += self.joined(field, &mut item, rest);
        match self.test(field, &item) {
            Ok(Some(test)) => self.push(item.range, item.negated, Some(field), test),
            Ok(None) => self.or_pending = false,
            Err(mistake) => self.mistake(mistake.range, mistake.kind, mistake.suggestion),
        }
        taken
    }

    /// Lengthens the last value of a date or a duration over the words that follow, as far as it makes sense.
    fn joined(&self, field: Field, item: &mut Item, after: &[Piece]) -> usize {
        let Some(last) = item.values.last().filter(|value| !value.quoted).cloned() else {
            return 0;
        };
        let most = after.iter().take(2).take_while(|piece| is_plain(piece)).count();
        for count in (1..=most).rev() {
            let Some(Piece::Item(end)) = after.get(count - 1) else {
                continue;
            };
            let range = last.range.start..end.range.end;
            let folded = self.folded(range.clone());
            let fits = match field {
                Field::Deadline | Field::Before | Field::After | Field::Posted | Field::Start => {
                    values::date_span(values::compare(&folded).1, self.today, leaning(field)).is_some()
                }
                Field::Duration => values::duration_span(&folded).is_some(),
                _ => false,
            };
            if fits {
                if let Some(value) = item.values.last_mut() {
                    value.range = range;
                }
                item.range.end = end.range.end;
                return count;
            }
        }
        0
    }

    /// Understands the values of a field. `None` while there is none yet.
    fn test(&mut self, field: Field, item: &Item) -> Result<Option<Test>, Mistake> {
        let values: Vec<&Value> = item
            .values
            .iter()
            .filter(|value| !self.folded(value.range.clone()).trim().is_empty())
            .collect();
        if values.is_empty() {
            return Ok(None);
        }
        let text = |of| Ok(Some(Test::Text(of, self.texts(&values))));
        Ok(Some(match field {
            Field::Organization => return text(TextField::Organization),
            Field::Place => return text(TextField::Place),
            Field::Tag => return text(TextField::Tag),
            Field::Title => return text(TextField::Title),
            Field::Kind => Test::Kind(self.named(fields::KINDS, &values)?.into_iter().collect()),
            Field::Stage => Test::Stage(self.named(fields::STAGES, &values)?),
            Field::Lang => Test::Language(self.named(fields::LANGUAGES, &values)?),
            Field::Is => Test::Is(self.named(fields::STATES, &values)?),
            Field::Has => Test::Has(self.named(fields::STATED, &values)?),
            Field::Remote => Test::Remote(self.named(fields::ANSWERS, &values)?),
            Field::Sort => {
                self.query.sort = self.named(fields::SORTS, &values)?.first().copied();
                return Ok(None);
            }
            Field::Deadline | Field::Before | Field::After | Field::Posted | Field::Start => {
                self.dates(field, &values)?
            }
            Field::Duration => Test::Duration(self.numbers(&values, values::duration_span)?),
            Field::Pay
                if values
                    .iter()
                    .all(|value| self.folded(value.range.clone()).starts_with(char::is_alphabetic)) =>
            {
                return self.stated(Has::Pay, item, &values);
            }
            Field::Pay => Test::Pay(self.numbers(&values, values::pay_span)?),
        }))
    }

    /// Reads `pay:yes`.
    fn stated(&mut self, what: Has, item: &Item, values: &[&Value]) -> Result<Option<Test>, Mistake> {
        if self.named(fields::ANSWERS, values)?.first() == Some(&true) {
            return Ok(Some(Test::Has(vec![what])));
        }
        self.push(
            item.range.clone(),
            !item.negated,
            Some(Field::Pay),
            Test::Has(vec![what]),
        );
        Ok(None)
    }

    fn texts(&self, values: &[&Value]) -> Vec<TextValue> {
        values
            .iter()
            .map(|value| {
                let folded = self.folded(value.range.clone());
                if value.whole {
                    TextValue::Whole(unquoted(&folded))
                } else if value.quoted {
                    TextValue::Phrase(unquoted(&folded))
                } else {
                    TextValue::Words(plain_words(&folded).into_iter().map(str::to_owned).collect())
                }
            })
            .collect()
    }

    fn named<T: Copy>(&self, names: Names<T>, values: &[&Value]) -> Result<Vec<T>, Mistake> {
        let mut found = Vec::new();
        for value in values {
            let (near, kind) = match fields::look_up(names, self.folded(value.range.clone()).trim()) {
                Lookup::Found(some) => {
                    found.extend(some);
                    continue;
                }
                Lookup::Near(name) => (Some(name.to_owned()), MistakeKind::UnknownValue),
                Lookup::Unknown => (None, MistakeKind::UnknownValue),
            };
            return Err(Mistake {
                range: value.range.clone(),
                kind,
                suggestion: near,
            });
        }
        Ok(found)
    }

    fn numbers(&self, values: &[&Value], read: fn(&str) -> Option<NumberSpan>) -> Result<Vec<NumberSpan>, Mistake> {
        let bad = |value: &Value| Mistake {
            range: value.range.clone(),
            kind: MistakeKind::BadNumber,
            suggestion: None,
        };
        values
            .iter()
            .map(|value| read(&self.folded(value.range.clone())).ok_or_else(|| bad(value)))
            .collect()
    }

    fn dates(&self, field: Field, values: &[&Value]) -> Result<Test, Mistake> {
        let spans = values.iter().map(|value| {
            let folded = self.folded(value.range.clone());
            let (compare, text) = values::compare(&folded);
            let span =
                values::date_span(text, self.today, leaning(field)).and_then(|span| self.within(field, compare, span));
            span.ok_or_else(|| Mistake {
                range: value.range.clone(),
                kind: MistakeKind::BadDate,
                suggestion: None,
            })
        });
        let of = match field {
            Field::Posted => DateField::Posted,
            Field::Start => DateField::Start,
            _ => DateField::Deadline,
        };
        Ok(Test::Date(of, spans.collect::<Result<_, _>>()?))
    }

    /// Says which days a field means by a date.
    fn within(&self, field: Field, compare: Compare, span: DateSpan) -> Option<DateSpan> {
        let one_day = span.first == span.last;
        match (field, compare) {
            (Field::Before, _) => values::bounded(Compare::Below { or_equal: one_day }, span),
            (Field::After, _) => values::bounded(Compare::Above { or_equal: one_day }, span),
            (Field::Deadline, Compare::Plain) if one_day => Some(DateSpan {
                first: self.today.min(span.first),
                last: span.last,
            }),
            (Field::Posted, Compare::Plain) if one_day => Some(DateSpan {
                first: span.first,
                last: Date::MAX,
            }),
            _ => values::bounded(compare, span),
        }
    }

    fn push(&mut self, range: Range<usize>, negated: bool, field: Option<Field>, test: Test) {
        let alternative = Alternative { negated, test, field };
        let joined = std::mem::take(&mut self.or_pending);
        match self.query.clauses.last_mut().filter(|_| joined) {
            Some(clause) => {
                clause.alternatives.push(alternative);
                clause.range.end = range.end;
            }
            None => self.query.clauses.push(Clause {
                alternatives: vec![alternative],
                range,
            }),
        }
    }

    fn mistake(&mut self, range: Range<usize>, kind: MistakeKind, suggestion: Option<String>) {
        self.or_pending = false;
        self.query.mistakes.push(Mistake {
            range,
            kind,
            suggestion,
        });
    }

    fn folded(&self, range: Range<usize>) -> String {
        fold_inclusive(self.query.text.get(range).unwrap_or_default()).text
    }
}

/// Says which of two dates of the same name a field means.
fn leaning(field: Field) -> Leaning {
    if field == Field::Posted {
        Leaning::Past
    } else {
        Leaning::Future
    }
}

/// Tells whether a piece is a bare word, which may belong to the field before it.
fn is_plain(piece: &Piece) -> bool {
    matches!(piece, Piece::Item(item) if item.name.is_none() && !item.negated && item.values.iter().all(|value| !value.range.is_empty()))
}

/// Cuts a folded word as typed into the words that the index knows: `open-source` is two.
fn terms(folded: &str) -> Vec<Term> {
    let whole = synonyms::of(folded);
    if !whole.is_empty() {
        let text = folded.to_owned();
        return vec![Term { text, synonyms: whole }];
    }
    plain_words(folded)
        .into_iter()
        .map(|word| Term {
            text: word.to_owned(),
            synonyms: synonyms::of(word),
        })
        .collect()
}

/// Returns the name of a kind of contract that a person types, French first.
#[must_use]
pub fn kind_names(kind: EmploymentType) -> &'static [&'static str] {
    fields::KINDS
        .iter()
        .find(|(of, _)| *of == kind)
        .map_or(&[], |(_, names)| names)
}
