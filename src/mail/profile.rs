//! Who applies: `profile.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::offer::DocumentKind;

/// What tremplin knows of the candidate. Everything may be empty: what is missing is asked for, never invented.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// First name and surname, as signed.
    pub name: String,
    /// Surname, when it is not the last word of the name.
    pub surname: String,
    /// The address that answers go to.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What stands below the name at the end of a letter.
    pub signature: String,
    /// Pages about the candidate, by the document they stand for (`linkedin`, `github`, `portfolio`) or any other name.
    pub links: BTreeMap<String, String>,
    /// Files, by the document they are (`cv`, `cover_letter`, `transcript`, …).
    pub documents: BTreeMap<DocumentKind, String>,
}

/// Why a profile could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileMistake {
    /// The line, from 1.
    pub line: Option<usize>,
    /// The parser's words.
    pub why: String,
}

impl Profile {
    /// Reads `profile.toml`.
    ///
    /// # Errors
    ///
    /// When it is not TOML or holds something else than a profile.
    pub fn parse(text: &str) -> Result<Self, ProfileMistake> {
        toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| ProfileMistake {
            line: error
                .span()
                .map(|span| text.get(..span.start).unwrap_or(text).matches('\n').count() + 1),
            why: error.message().to_owned(),
        })
    }

    /// Returns what is not the surname.
    #[must_use]
    pub fn first_name(&self) -> &str {
        let name = self.name.trim();
        name.strip_suffix(self.last_name()).map_or(name, str::trim_end)
    }

    /// Returns the surname: as stated, else the last word of the name when it has several.
    #[must_use]
    pub fn last_name(&self) -> &str {
        let stated = self.surname.trim();
        if !stated.is_empty() {
            return stated;
        }
        self.name.trim().rsplit_once(' ').map_or("", |(_, last)| last)
    }

    /// Returns the page that stands for a document.
    #[must_use]
    pub fn link(&self, kind: DocumentKind) -> Option<&str> {
        let key = match kind {
            DocumentKind::Linkedin => "linkedin",
            DocumentKind::Github => "github",
            DocumentKind::Portfolio => "portfolio",
            DocumentKind::Video => "video",
            DocumentKind::PublicationList => "publication_list",
            DocumentKind::WorkSamples => "work_samples",
            DocumentKind::Cv
            | DocumentKind::CoverLetter
            | DocumentKind::IntroEmail
            | DocumentKind::Transcript
            | DocumentKind::References
            | DocumentKind::RecommendationLetters
            | DocumentKind::ResearchStatement => return None,
        };
        self.links
            .get(key)
            .map(String::as_str)
            .filter(|link| !link.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_and_its_mistakes_have_a_line() {
        let profile = Profile::parse(
            "name = \"Camille de La Tour\"\nsurname = \"de La Tour\"\n[links]\ngithub = \"https://git.example/c\"\n\
             [documents]\ncv = \"/home/c/cv.pdf\"\n",
        )
        .unwrap();
        assert_eq!((profile.first_name(), profile.last_name()), ("Camille", "de La Tour"));
        assert_eq!(profile.link(DocumentKind::Github), Some("https://git.example/c"));
        assert_eq!(profile.documents[&DocumentKind::Cv], "/home/c/cv.pdf");
        let mistake = Profile::parse("name = \"x\"\nphone = 12\n").unwrap_err();
        assert_eq!(mistake.line, Some(2));
        assert!(Profile::parse("nom = \"x\"").is_err(), "a slip is told");
    }

    #[test]
    fn the_surname_is_the_last_word_unless_stated() {
        let named = |name: &str| Profile {
            name: name.to_owned(),
            ..Profile::default()
        };
        assert_eq!(named("Camille Martin").last_name(), "Martin");
        assert_eq!(named("Camille Martin").first_name(), "Camille");
        assert_eq!(
            (named("Camille").first_name(), named("Camille").last_name()),
            ("Camille", "")
        );
    }
}
