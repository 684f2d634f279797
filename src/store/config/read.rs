//! From TOML to values, each mistake with its line.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::KEYS;
use super::layers::{InForce, Origin};
use super::{ConfigMistake, MistakeKind, Whose};
use crate::locale::{Phrase, config as say};
use crate::tracking::stage::{OwnStage, Step};

/// Why a value cannot be taken.
pub enum Problem {
    /// It must be something else.
    Expected(Phrase),
    /// It is a word that is none of these.
    NoSuchWord {
        /// The word.
        word: String,
        /// Those allowed.
        allowed: Vec<&'static str>,
    },
}

/// The columns that a stage may stand in.
pub const STEPS: &[(&str, Step)] = &[
    ("spotted", Step::Spotted),
    ("kept", Step::Kept),
    ("sent", Step::Sent),
    ("interview", Step::Interview),
    ("answered", Step::Answered),
];

/// Reads a text and puts over what is in force what it says.
pub fn apply(force: &mut InForce, text: &str, at: &Origin, whose: Whose) {
    let mut reader = Reader {
        text,
        at,
        whose,
        mistakes: Vec::new(),
        parts: Vec::new(),
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            // The parser's words may span lines; the first says what, the others repeat the text.
            let why = error.message().lines().next().unwrap_or_default().to_owned();
            let at = error.span().map_or(0, |span| span.start);
            reader.mistake(at, MistakeKind::Syntax(why));
            return force.mistakes.append(&mut reader.mistakes);
        }
    };
    for (name, value) in table.get_ref() {
        let at = name.span().start;
        let name = name.get_ref().as_ref();
        match KEYS.iter().find(|key| key.name == name) {
            None => reader.unknown(at, name, KEYS.iter().map(|key| key.name)),
            Some(key) if whose == Whose::Folder && !key.in_folder => {
                reader.mistake(at, MistakeKind::NotInFolder { key: name.to_owned() });
            }
            Some(key) => match (key.set)(&mut force.config, value, &mut reader) {
                Ok(()) => force.set_from(key, reader.place(at), whose),
                Err(problem) => reader.problem(at, name, problem),
            },
        }
    }
    // The parser keeps a table sorted by name; people read their file from the top.
    reader.mistakes.sort_by_key(|mistake| mistake.at.line());
    force.mistakes.append(&mut reader.mistakes);
    for (part, place) in reader.parts {
        force.set_part_from(part, place);
    }
}

/// Reads values and takes note of mistakes inside them.
pub struct Reader<'a> {
    text: &'a str,
    at: &'a Origin,
    whose: Whose,
    mistakes: Vec<ConfigMistake>,
    /// Where the parts of tables were set.
    parts: Vec<(String, Origin)>,
}

impl Reader<'_> {
    fn mistake(&mut self, at: usize, what: MistakeKind) {
        let at = self.place(at);
        self.mistakes.push(ConfigMistake { at, what });
    }

    /// Returns where a byte of the text stands.
    fn place(&self, at: usize) -> Origin {
        let before = self.text.get(..at).unwrap_or(self.text);
        self.at.on_line(before.matches('\n').count() + 1)
    }

    /// Puts a list in the place of another; what a folder of offers says comes after what the candidate set.
    pub fn put_list<T: PartialEq>(&self, list: &mut Vec<T>, read: Vec<T>) {
        if self.whose == Whose::Folder {
            for one in read {
                if !list.contains(&one) {
                    list.push(one);
                }
            }
        } else {
            *list = read;
        }
    }

    fn problem(&mut self, at: usize, key: &str, problem: Problem) {
        let key = key.to_owned();
        let what = match problem {
            Problem::Expected(expected) => MistakeKind::WrongType { key, expected },
            Problem::NoSuchWord { word, allowed } => {
                let suggestion = nearest(&word, allowed.iter().copied());
                MistakeKind::WrongWord {
                    key,
                    allowed,
                    suggestion,
                }
            }
        };
        self.mistake(at, what);
    }

    fn unknown<'k>(&mut self, at: usize, name: &str, known: impl Iterator<Item = &'k str>) {
        let last = name.rsplit('.').next().unwrap_or(name);
        let suggestion = nearest(last, known);
        self.mistake(
            at,
            MistakeKind::UnknownKey {
                key: name.to_owned(),
                suggestion,
            },
        );
    }

    /// Reads a list of texts; a single text is a list of one. An item that is no text is a mistake of its own.
    pub fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Problem> {
        if let Ok(one) = text(value) {
            return Ok(vec![one]);
        }
        let items = value
            .get_ref()
            .as_array()
            .ok_or(Problem::Expected(say::A_LIST_OF_TEXTS))?;
        let mut texts = Vec::new();
        for item in items {
            match text(item) {
                Ok(text) => texts.push(text),
                Err(problem) => self.problem(item.span().start, key, problem),
            }
        }
        Ok(texts)
    }

    /// Reads a program and its arguments: a list, or one text split at spaces.
    pub fn command(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Problem> {
        match text(value) {
            Ok(line) => Ok(line.split_whitespace().map(str::to_owned).collect()),
            Err(_) => self.texts(key, value),
        }
    }

    /// Reads a program and its arguments, or a table of `command` and `terminal`.
    pub fn program(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<(Vec<String>, Option<bool>), Problem> {
        let Some(table) = value.get_ref().as_table() else {
            return Ok((self.command(key, value)?, None));
        };
        let (mut command, mut terminal) = (Vec::new(), None);
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "command" => command = self.command(&format!("{key}.command"), value)?,
                "terminal" => terminal = Some(truth(value)?),
                other => self.unknown(
                    name.span().start,
                    &format!("{key}.{other}"),
                    ["command", "terminal"].into_iter(),
                ),
            }
        }
        Ok((command, terminal))
    }

    /// Reads a list of tables of two texts; one without both is a mistake of its own.
    pub fn tables(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        fields: [&'static str; 2],
    ) -> Result<Vec<[String; 2]>, Problem> {
        let items = value
            .get_ref()
            .as_array()
            .ok_or(Problem::Expected(say::A_LIST_OF_TABLES))?;
        let mut tables = Vec::new();
        for item in items {
            let Some(table) = item.get_ref().as_table() else {
                self.problem(item.span().start, key, Problem::Expected(say::A_LIST_OF_TABLES));
                continue;
            };
            for name in table.keys().filter(|name| !fields.contains(&name.get_ref().as_ref())) {
                let whole = format!("{key}.{}", name.get_ref());
                self.unknown(name.span().start, &whole, fields.into_iter());
            }
            let mut field = |name: &str| {
                let value = table
                    .iter()
                    .find(|(key, _)| key.get_ref() == name)
                    .map(|(_, value)| value);
                let read = value.and_then(|value| text(value).ok());
                if read.is_none() {
                    let at = value.map_or(item.span().start, |value| value.span().start);
                    self.problem(at, &format!("{key}.{name}"), Problem::Expected(say::A_TEXT));
                }
                read
            };
            if let (Some(first), Some(second)) = (field(fields[0]), field(fields[1])) {
                tables.push([first, second]);
            }
        }
        Ok(tables)
    }

    /// Reads the candidate's own stages.
    pub fn stages(&mut self, value: &Spanned<DeValue<'_>>) -> Result<Vec<OwnStage>, Problem> {
        let mut stages = Vec::new();
        for [name, word] in self.tables("stages", value, ["name", "step"])? {
            match STEPS.iter().find(|(known, _)| *known == word) {
                Some((_, step)) => stages.push(OwnStage { name, step: *step }),
                None => self.problem(value.span().start, "stages.step", no_such_word(word, STEPS)),
            }
        }
        Ok(stages)
    }

    /// Reads keys by action.
    pub fn keys(&mut self, value: &Spanned<DeValue<'_>>) -> Result<BTreeMap<String, Vec<String>>, Problem> {
        let table = value
            .get_ref()
            .as_table()
            .ok_or(Problem::Expected(say::A_TABLE_OF_KEYS))?;
        let mut keys = BTreeMap::new();
        for (action, value) in table {
            let name = format!("keys.{}", action.get_ref());
            self.parts.push((name.clone(), self.place(action.span().start)));
            match self.texts(&name, value) {
                Ok(texts) => drop(keys.insert(action.get_ref().to_string(), texts)),
                Err(problem) => self.problem(action.span().start, &name, problem),
            }
        }
        Ok(keys)
    }
}

/// Reads a text.
pub fn text(value: &Spanned<DeValue<'_>>) -> Result<String, Problem> {
    value
        .get_ref()
        .as_str()
        .map(str::to_owned)
        .ok_or(Problem::Expected(say::A_TEXT))
}

/// Reads `true` or `false`.
pub fn truth(value: &Spanned<DeValue<'_>>) -> Result<bool, Problem> {
    value.get_ref().as_bool().ok_or(Problem::Expected(say::TRUE_OR_FALSE))
}

/// Reads a number of days.
pub fn days(value: &Spanned<DeValue<'_>>) -> Result<u16, Problem> {
    let number = value.get_ref().as_integer().filter(|number| number.radix() == 10);
    let days = number.and_then(|number| number.as_str().parse::<u16>().ok());
    days.filter(|days| *days <= 365)
        .ok_or(Problem::Expected(say::A_NUMBER_OF_DAYS))
}

/// Reads a small number.
pub fn count(value: &Spanned<DeValue<'_>>) -> Result<u16, Problem> {
    let few = days(value).ok().filter(|count| *count <= 20);
    few.ok_or(Problem::Expected(say::A_SMALL_NUMBER))
}

/// Reads one of a few words.
pub fn word<T: Copy>(value: &Spanned<DeValue<'_>>, words: &[(&'static str, T)]) -> Result<T, Problem> {
    let Some(written) = value.get_ref().as_str() else {
        return Err(no_such_word(String::new(), words));
    };
    let found = words.iter().find(|(word, _)| *word == written);
    found
        .map(|(_, meaning)| *meaning)
        .ok_or_else(|| no_such_word(written.to_owned(), words))
}

/// Returns the word of a value.
pub fn word_of<T: PartialEq>(value: &T, words: &[(&'static str, T)]) -> toml::Value {
    let found = words.iter().find(|(_, meaning)| meaning == value);
    found.map_or("", |(word, _)| *word).into()
}

fn no_such_word<T>(word: String, words: &[(&'static str, T)]) -> Problem {
    Problem::NoSuchWord {
        word,
        allowed: words.iter().map(|(word, _)| *word).collect(),
    }
}

/// Returns the known word that was probably meant.
fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let distance = |known: &str| strsim::osa_distance(&word.to_lowercase(), known);
    let (best, known) = known
        .map(|known| (distance(known), known))
        .min_by_key(|(distance, _)| *distance)?;
    let close = best <= 1 || best * 3 <= word.chars().count();
    close.then(|| known.to_owned())
}
