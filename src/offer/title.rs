//! The title: the job itself, as a person would say it.

use super::facts::Fact;
use super::page::Page;

/// Reads the title.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<String>> {
    let passage = page
        .with_key(super::keys::Key::Title)
        .next()
        .or_else(|| page.body().first())?;
    Some(page.fact(page.shown(&passage.value).to_owned(), &passage.value))
}
