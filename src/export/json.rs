//! Everything that the shortlist holds, as one JSON object.

use serde::Serialize;

use crate::tracking::Application;

/// The version of the shape, which counts up when a key changes its meaning.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Export<'a> {
    version: u32,
    applications: Vec<&'a Application>,
}

/// Writes the applications with the keys of their files, in the order given.
#[must_use]
pub fn write<'a>(applications: impl IntoIterator<Item = &'a Application>) -> String {
    let export = Export {
        version: VERSION,
        applications: applications.into_iter().collect(),
    };
    // Only keys that are no strings could fail, and there are none.
    let mut text = crate::offer::json::to_string_pretty(&export).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::csv::tests::shortlist;

    #[test]
    fn an_application_is_read_back_as_it_was() {
        let shortlist = shortlist();
        let value: serde_json::Value = serde_json::from_str(&write(shortlist.iter())).unwrap();
        assert_eq!(value["version"], 1);
        let read: Vec<Application> = serde_json::from_value(value["applications"].clone()).unwrap();
        assert_eq!(read, shortlist.iter().cloned().collect::<Vec<_>>());
    }
}
