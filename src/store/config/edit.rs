//! Changes that the interface makes to `config.toml`: the theme, saved views, hide rules. Comments and order stay as
//! written.

use std::io;
use std::path::Path;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::View;
use crate::store::write;

/// Sets the theme.
///
/// # Errors
///
/// As for [`add_view`].
pub fn set_theme(file: &Path, name: &str) -> io::Result<()> {
    change(file, |document| {
        match document.get_mut("theme").and_then(Item::as_value_mut) {
            // What stands beside the old value stays beside the new one.
            Some(old) => {
                let decor = old.decor().clone();
                *old = name.into();
                *old.decor_mut() = decor;
            }
            None => document["theme"] = value(name),
        }
        Ok(())
    })
}

/// Saves a view; one of the same name takes its query where it stands.
///
/// # Errors
///
/// When the file cannot be read, is no TOML, or cannot be written. It is then unchanged.
pub fn add_view(file: &Path, view: &View) -> io::Result<()> {
    change(file, |document| {
        let views = document
            .entry("views")
            .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        if set_of_named(views, &view.name, "query", &view.query) {
            return Ok(());
        }
        match views {
            Item::ArrayOfTables(tables) => {
                let mut table = Table::new();
                table.insert("name", value(&view.name));
                table.insert("query", value(&view.query));
                tables.push(table);
            }
            Item::Value(Value::Array(array)) => {
                let mut table = InlineTable::new();
                table.insert("name", (&view.name).into());
                table.insert("query", (&view.query).into());
                array.push(table);
            }
            _ => return Err(unexpected("views")),
        }
        Ok(())
    })
}

/// Gives the view of a name another one.
///
/// # Errors
///
/// As for [`add_view`].
pub fn rename_view(file: &Path, from: &str, to: &str) -> io::Result<()> {
    change(file, |document| {
        if let Some(views) = document.get_mut("views") {
            set_of_named(views, from, "name", to);
        }
        Ok(())
    })
}

/// Removes the view of this name, when there is one.
///
/// # Errors
///
/// As for [`add_view`].
pub fn remove_view(file: &Path, name: &str) -> io::Result<()> {
    change(file, |document| {
        if let Some(views) = document.get_mut("views") {
            remove_named(views, name);
        }
        Ok(())
    })
}

/// Adds a query whose offers are never shown.
///
/// # Errors
///
/// As for [`add_view`].
pub fn add_hide_rule(file: &Path, query: &str) -> io::Result<()> {
    change(file, |document| {
        let rules = document.entry("hide").or_insert(value(Array::new()));
        if let Item::Value(Value::String(one)) = rules {
            let one = one.value().clone();
            *rules = value(Array::from_iter([one]));
        }
        let rules = rules.as_array_mut().ok_or_else(|| unexpected("hide"))?;
        if !rules.iter().any(|known| known.as_str() == Some(query)) {
            rules.push(query);
        }
        Ok(())
    })
}

/// Removes a query whose offers were never shown.
///
/// # Errors
///
/// As for [`add_view`].
pub fn remove_hide_rule(file: &Path, query: &str) -> io::Result<()> {
    change(file, |document| {
        match document.get_mut("hide") {
            Some(Item::Value(Value::Array(rules))) => {
                rules.retain(|known| known.as_str() != Some(query));
                // The space after the comma that is gone.
                if let Some(first) = rules.get_mut(0).filter(|first| decor_is_space(first)) {
                    first.decor_mut().set_prefix("");
                }
            }
            Some(Item::Value(Value::String(one))) if one.value() == query => drop(document.remove("hide")),
            _ => {}
        }
        Ok(())
    })
}

/// Tells whether nothing but a space stands before a value.
fn decor_is_space(value: &Value) -> bool {
    value.decor().prefix().and_then(|prefix| prefix.as_str()) == Some(" ")
}

/// Sets a key of the view of this name; tells whether there is one. What stands beside the old value stays.
fn set_of_named(views: &mut Item, name: &str, key: &str, to: &str) -> bool {
    let set = |old: Option<&mut Value>| {
        if let Some(old) = old {
            let decor = old.decor().clone();
            *old = to.into();
            *old.decor_mut() = decor;
        }
    };
    match views {
        Item::ArrayOfTables(tables) => {
            let named = |table: &&mut Table| table.get("name").and_then(Item::as_str) == Some(name);
            let found = tables.iter_mut().find(named);
            found
                .map(|table| set(table.get_mut(key).and_then(Item::as_value_mut)))
                .is_some()
        }
        Item::Value(Value::Array(array)) => {
            let mut tables = array.iter_mut().filter_map(Value::as_inline_table_mut);
            let found = tables.find(|table| table.get("name").and_then(Value::as_str) == Some(name));
            found.map(|table| set(table.get_mut(key))).is_some()
        }
        _ => false,
    }
}

fn remove_named(views: &mut Item, name: &str) {
    match views {
        Item::ArrayOfTables(tables) => {
            tables.retain(|table| table.get("name").and_then(Item::as_str) != Some(name));
        }
        Item::Value(Value::Array(array)) => array.retain(|view| {
            let table = view.as_inline_table();
            table.and_then(|table| table.get("name")).and_then(Value::as_str) != Some(name)
        }),
        _ => {}
    }
}

fn change(file: &Path, edit: impl FnOnce(&mut DocumentMut) -> io::Result<()>) -> io::Result<()> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let mut document: DocumentMut = text.parse().map_err(io::Error::other)?;
    edit(&mut document)?;
    let changed = document.to_string();
    if changed == text {
        return Ok(());
    }
    write::write(file, changed.as_bytes())
}

fn unexpected(key: &str) -> io::Error {
    io::Error::other(format!("`{key}` is not a list"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, query: &str) -> View {
        View {
            name: name.into(),
            query: query.into(),
        }
    }

    #[test]
    fn a_view_is_added_replaced_and_removed_and_comments_stay() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        std::fs::write(&file, "# mine\nmouse = false # no mouse\n").unwrap();
        add_view(&file, &view("Paris", "lieu:paris")).unwrap();
        add_view(&file, &view("Paris", "lieu:paris \"stage\"")).unwrap();
        add_view(&file, &view("Lyon", "lieu:lyon")).unwrap();
        rename_view(&file, "Lyon", "Rhône").unwrap();
        remove_view(&file, "Rhône").unwrap();
        remove_view(&file, "nothing").unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("# mine\nmouse = false # no mouse\n"), "{text}");
        let mut read = super::super::InForce::default();
        read.put_file(&file, super::super::Whose::Candidate);
        assert_eq!(read.mistakes, []);
        assert_eq!(read.config.views, [view("Paris", "lieu:paris \"stage\"")]);
    }

    #[test]
    fn the_theme_is_set_and_its_comment_stays() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        set_theme(&file, "contrast").unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "theme = \"contrast\"\n");
        std::fs::write(&file, "theme = \"a\"   # at night\n\n[keys]\nkeep = \"*\"\n").unwrap();
        set_theme(&file, "terminal").unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, "theme = \"terminal\"   # at night\n\n[keys]\nkeep = \"*\"\n");
    }

    #[test]
    fn views_written_in_one_line_stay_so() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        std::fs::write(&file, "views = [{ name = \"a\", query = \"b\" }]\n").unwrap();
        add_view(&file, &view("c", "d")).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(
            text,
            "views = [{ name = \"a\", query = \"b\" }, { name = \"c\", query = \"d\" }]\n"
        );
    }

    #[test]
    fn hide_rules_come_and_go() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        add_hide_rule(&file, "org:a").unwrap();
        add_hide_rule(&file, "org:b").unwrap();
        add_hide_rule(&file, "org:b").unwrap();
        remove_hide_rule(&file, "org:a").unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap().trim(), "hide = [\"org:b\"]");
    }

    #[test]
    fn a_file_that_is_no_toml_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("config.toml");
        std::fs::write(&file, "mouse = = 1").unwrap();
        assert!(add_view(&file, &view("a", "b")).is_err());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "mouse = = 1");
    }
}
