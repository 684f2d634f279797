//! Words that a candidate takes for the same: `stage` and `internship`, `télétravail` and `remote`.

/// Groups of words with one meaning, folded. A word stands in one group only.
const GROUPS: &[&[&str]] = &[
    &["stage", "internship", "intern", "stagiaire"],
    &["alternance", "apprentissage", "apprenticeship", "alternant", "apprenti"],
    &["cdd", "fixed-term"],
    &["cdi", "permanent"],
    &["these", "doctorat", "phd", "doctorant"],
    &["postdoc", "post-doc", "postdoctorat", "post-doctorat"],
    &["benevolat", "volunteer", "benevole", "volunteering"],
    &["teletravail", "remote", "distanciel"],
    &["freelance", "independant", "auto-entrepreneur"],
    &["developpeur", "developer", "developpeuse"],
    &["ingenieur", "engineer", "ingenieure"],
    &["chercheur", "researcher", "chercheuse"],
    &["donnees", "data"],
    &["logiciel", "software"],
    &["environnement", "environment"],
    &["economie", "economics"],
    &["association", "ngo", "ong"],
];

/// Returns the words of the group of `word`, itself included; none when it has no group.
#[must_use]
pub fn of(word: &str) -> &'static [&'static str] {
    GROUPS
        .iter()
        .find(|group| group.contains(&word))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_folded_and_apart() {
        let all: Vec<&str> = GROUPS.concat();
        for word in &all {
            assert_eq!(crate::text::fold(word).text, *word);
            assert_eq!(all.iter().filter(|other| *other == word).count(), 1, "{word}");
        }
    }

    #[test]
    fn a_group_holds_the_word_itself() {
        assert!(of("internship").contains(&"stage"));
        assert!(of("rust").is_empty());
    }
}
