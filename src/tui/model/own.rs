//! Views of the candidate's own and what is never shown: changes of the configuration that are asked for from inside.

use super::field::Field;
use crate::locale::search::Naming;

/// A change of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Save a query under a name; a view of that name takes the query.
    SaveView {
        /// The name.
        name: String,
        /// The query.
        query: String,
    },
    /// Give a view another name.
    RenameView {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// Forget a view.
    RemoveView {
        /// Its name.
        name: String,
    },
    /// Never show what a query finds.
    Hide {
        /// The query.
        rule: String,
    },
    /// Show again what a query finds.
    Show {
        /// The query.
        rule: String,
    },
}

impl Wish {
    /// Makes the change on the views and the rules.
    pub fn grant(&self, views: &mut Vec<(String, String)>, hide: &mut Vec<String>) {
        match self {
            Self::SaveView { name, query } => match views.iter_mut().find(|view| view.0 == *name) {
                Some(view) => view.1.clone_from(query),
                None => views.push((name.clone(), query.clone())),
            },
            Self::RenameView { from, to } => {
                if let Some(view) = views.iter_mut().find(|view| view.0 == *from) {
                    view.0.clone_from(to);
                }
            }
            Self::RemoveView { name } => views.retain(|view| view.0 != *name),
            Self::Hide { rule } if hide.contains(rule) => {}
            Self::Hide { rule } => hide.push(rule.clone()),
            Self::Show { rule } => hide.retain(|known| known != rule),
        }
    }

    /// Returns the change that takes this one back, as the views are before it.
    #[must_use]
    pub fn inverse(&self, views: &[(String, String)]) -> Self {
        let known = |name: &String| views.iter().find(|view| view.0 == *name);
        match self {
            Self::SaveView { name, .. } | Self::RemoveView { name } => match known(name) {
                Some((name, query)) => Self::SaveView {
                    name: name.clone(),
                    query: query.clone(),
                },
                None => Self::RemoveView { name: name.clone() },
            },
            Self::RenameView { from, to } => Self::RenameView {
                from: to.clone(),
                to: from.clone(),
            },
            Self::Hide { rule } => Self::Show { rule: rule.clone() },
            Self::Show { rule } => Self::Hide { rule: rule.clone() },
        }
    }
}

/// A change that was made, with the change that takes it back and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// What was asked for.
    pub wish: Wish,
    /// What takes it back.
    pub inverse: Wish,
    /// Its words.
    pub what: String,
    /// How many changes of the shortlist could be undone then: what came later is undone first.
    pub after: usize,
}

/// What was changed from inside and can be undone or redone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wishes {
    /// What can be undone, the last at the end.
    pub undo: Vec<Granted>,
    /// What can be redone, the last undone at the end.
    pub redo: Vec<Granted>,
}

/// The box in which a view gets its name.
#[derive(Debug, Clone, PartialEq)]
pub struct NameBox {
    /// What is typed.
    pub field: Field,
    /// The query.
    pub query: String,
    /// The name of the view that has this query already.
    pub known: Option<String>,
}

impl NameBox {
    /// Returns the name that is typed.
    #[must_use]
    pub fn name(&self) -> &str {
        self.field.text().trim()
    }

    /// Returns what Enter would do.
    #[must_use]
    pub fn meaning(&self, views: &[(String, String)]) -> Naming {
        let name = self.name();
        let other = views.iter().find(|view| view.0 == name);
        match (&self.known, other) {
            (Some(known), _) if known == name => Naming::Nothing,
            (Some(_), _) if name.is_empty() => Naming::Remove,
            (Some(_), Some(_)) => Naming::Taken,
            (Some(_), None) => Naming::Rename,
            (None, _) if name.is_empty() => Naming::Nothing,
            (None, Some((_, query))) => Naming::Replace(query.clone()),
            (None, None) => Naming::Save,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wish_can_be_taken_back() {
        let before = vec![("Paris".to_owned(), "lieu:paris".to_owned())];
        let name = || "Paris".to_owned();
        let wishes = [
            Wish::SaveView {
                name: name(),
                query: "rust".into(),
            },
            Wish::SaveView {
                name: "Lyon".into(),
                query: "lieu:lyon".into(),
            },
            Wish::RenameView {
                from: name(),
                to: "Capitale".into(),
            },
            Wish::RemoveView { name: name() },
            Wish::Hide { rule: "org:x".into() },
        ];
        for wish in wishes {
            let (mut views, mut hide) = (before.clone(), Vec::new());
            let inverse = wish.inverse(&views);
            wish.grant(&mut views, &mut hide);
            assert!(views != before || !hide.is_empty(), "{wish:?}");
            inverse.grant(&mut views, &mut hide);
            assert_eq!((views, hide), (before.clone(), Vec::new()), "{wish:?}");
        }
    }
}
