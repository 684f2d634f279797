//! Tags of the front matter: a list, or words between commas.

use std::collections::HashSet;

use super::facts::Fact;
use super::keys::Key;
use super::page::Page;

/// Reads the tags, each once.
pub(super) fn read(page: &Page<'_>) -> Vec<Fact<String>> {
    let mut tags: Vec<Fact<String>> = Vec::new();
    let mut known = HashSet::new();
    for passage in page.fields().iter().filter(|passage| passage.key == Some(Key::Tags)) {
        let start = passage.folded.start;
        let mut at = start;
        for part in page.folded(&passage.folded).split([',', ';']) {
            let range = at..at + u32::try_from(part.len()).unwrap_or(0);
            at = range.end + 1;
            let tag = page.shown(&range).trim_matches(['"', '\'', '#', ' ', '\u{a0}']);
            if !tag.is_empty() && known.insert(tag.to_ascii_lowercase()) {
                tags.push(page.fact(tag.to_owned(), &range));
            }
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    #[test]
    fn lists_and_commas() {
        for block in [
            "tags: [un, deux mots]",
            "tags: un, deux mots,",
            "tags:\n  - un\n  - deux mots",
            "Mots-clés: 'un; deux mots'",
        ] {
            let text = format!("---\n{block}\n---\n");
            let front = front_matter::read(&text);
            let page = Page::new(&text, &front);
            let tags: Vec<String> = read(&page).into_iter().map(|fact| fact.value).collect();
            assert_eq!(tags, ["un", "deux mots"], "{block}");
        }
    }
}
