//! The keys: dispatch, footer, help, palette, `tremplin keys` and the README all read one table, [`BINDINGS`].
//!
//! A key is looked up in a [`Context`]: what has the keyboard at that moment. A row of the table names an
//! [`Action`], the contexts in which it works, its keys, and what the person reads about it. [`Keymap`] is that
//! table as it is in force.

mod action;
mod context;
mod key;
pub mod keyboard;
pub mod own;
mod table;

pub use self::action::Action;
pub use self::context::Context;
pub use self::key::Key;
pub use self::keyboard::Keyboard;
use self::table::VIEWS;
pub use self::table::{BINDINGS, Binding, Group, PAIRS};

/// The bindings in force: the table on this keyboard, with the changes of the config.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    keyboard: Keyboard,
    keys: Vec<Vec<Key>>,
}

/// The places of a menu that have a digit.
const DIGITS: usize = 10;

impl Default for Keymap {
    fn default() -> Self {
        Self::on(Keyboard::default())
    }
}

impl Keymap {
    /// Returns the table as it is on a keyboard.
    #[must_use]
    pub fn on(keyboard: Keyboard) -> Self {
        let keys = |binding: &Binding| {
            let keys = binding.keys.iter().filter_map(|key| Key::parse(key));
            keys.filter_map(|key| keyboard.translate(key, binding.contexts))
                .collect()
        };
        Self {
            keyboard,
            keys: BINDINGS.iter().map(keys).collect(),
        }
    }

    /// Returns the place from 1 that a key names in a menu.
    #[must_use]
    pub fn place(&self, key: Key) -> Option<usize> {
        self.keyboard.place(key)
    }

    /// Returns the place from 1 that a key names in the menu of stages: a digit the first ten, a letter those after.
    #[must_use]
    pub fn stage(&self, key: Key) -> Option<usize> {
        let letter = || self.letters().position(|letter| letter == key);
        self.place(key).or_else(|| Some(DIGITS + 1 + letter()?))
    }

    /// Returns the key of a place of the menu of stages, counted from 1; `None` when there are more stages than keys.
    #[must_use]
    pub fn stage_key(&self, place: usize) -> Option<Key> {
        match place.checked_sub(DIGITS + 1) {
            None => Key::parse(&(place % DIGITS).to_string()),
            Some(at) => self.letters().nth(at),
        }
    }

    /// Returns the letters that mean nothing else in the menu of stages.
    fn letters(&self) -> impl Iterator<Item = Key> {
        let letters = ('a'..='z').filter_map(|letter| Key::parse(letter.encode_utf8(&mut [0])));
        letters.filter(|key| self.resolve(Context::Stage, *key).is_none())
    }

    /// Returns what `key` means in `context`.
    #[must_use]
    pub fn resolve(&self, context: Context, key: Key) -> Option<Action> {
        self.rows(context)
            .find(|(_, keys)| keys.contains(&key))
            .map(|(binding, _)| binding.action)
    }

    /// Returns every row with its keys, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }

    /// Returns the rows that work in `context`, each with its keys, in the order of the table.
    pub fn rows(&self, context: Context) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        self.known(context).filter(|(_, keys)| !keys.is_empty())
    }

    /// Returns the rows that work in `context`, also those that have no key.
    pub fn known(&self, context: Context) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        self.all()
            .filter(move |(binding, _)| binding.contexts.contains(&context))
    }

    /// Returns what `key` does in the view where it means something, when it means nothing in `context`.
    #[must_use]
    pub fn elsewhere(&self, context: Context, key: Key) -> Option<(Action, Context)> {
        let others = VIEWS.iter().copied().filter(|other| *other != context);
        let mut found = others.filter_map(|other| Some((self.resolve(other, key)?, other)));
        found.next()
    }

    /// Returns the first key of `action` in `context`, to name it on screen.
    #[must_use]
    pub fn key_of(&self, context: Context, action: Action) -> Option<Key> {
        self.rows(context)
            .find(|(binding, _)| binding.action == action)
            .and_then(|(_, keys)| keys.first().copied())
    }
}
