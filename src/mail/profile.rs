//! Who applies: `profile.toml`.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Address;
use super::mistake::{Mistake, What};
use crate::offer::DocumentKind;

/// What tremplin knows of the candidate. Everything may be empty: what is missing is asked for, never invented.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// The keys of the file.
const KEYS: &[&str] = &["name", "surname", "email", "phone", "signature", "links", "documents"];

/// Reads values and remembers the text, for the lines of mistakes.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn mistake(&self, at: usize, what: What) -> Mistake {
        let before = self.0.get(..at).unwrap_or(self.0);
        Mistake {
            line: Some(before.matches('\n').count() + 1),
            what,
        }
    }

    fn text(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Mistake> {
        let text = value.get_ref().as_str().map(str::to_owned);
        text.ok_or_else(|| self.mistake(value.span().start, What::NotText(key.to_owned())))
    }

    /// Reads a table of texts, each with the place of its key.
    fn texts(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<(usize, String, String)>, Mistake> {
        let table = value.get_ref().as_table();
        let table = table.ok_or_else(|| self.mistake(value.span().start, What::NotTable(key.to_owned())))?;
        let row = |(name, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let at = name.span().start;
            let name: &std::borrow::Cow<'_, str> = name.get_ref();
            Ok((at, name.to_string(), self.text(&format!("{key}.{name}"), value)?))
        };
        table.iter().map(row).collect()
    }
}

impl Profile {
    /// Reads `profile.toml`.
    ///
    /// # Errors
    ///
    /// When it is not TOML or holds something else than a profile.
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        let text = text.trim_start_matches('\u{feff}');
        let reader = Reader(text);
        let table = DeTable::parse(text).map_err(|error| {
            // The parser's words may span lines; the first says what, the others repeat the text.
            let why = error.message().lines().next().unwrap_or_default().to_owned();
            reader.mistake(error.span().map_or(0, |span| span.start), What::Syntax(why))
        })?;
        let mut profile = Self::default();
        for (name, value) in table.get_ref() {
            let key: &str = name.get_ref();
            match key {
                "name" => profile.name = reader.text(key, value)?,
                "surname" => profile.surname = reader.text(key, value)?,
                "email" => profile.email = reader.text(key, value)?,
                "phone" => profile.phone = reader.text(key, value)?,
                "signature" => profile.signature = reader.text(key, value)?,
                "links" => {
                    let links = reader.texts(key, value)?;
                    profile.links = links.into_iter().map(|(_, name, link)| (name, link)).collect();
                }
                "documents" => profile.documents = documents(&reader, value)?,
                _ => {
                    let what = What::UnknownKey {
                        key: key.to_owned(),
                        known: KEYS.to_vec(),
                    };
                    return Err(reader.mistake(name.span().start, what));
                }
            }
            if key == "email" && !profile.email.trim().is_empty() && Address::parse(profile.email.trim()).is_none() {
                return Err(reader.mistake(value.span().start, What::NotAddress(profile.email)));
            }
        }
        Ok(profile)
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

fn documents(reader: &Reader<'_>, value: &Spanned<DeValue<'_>>) -> Result<BTreeMap<DocumentKind, String>, Mistake> {
    let file = |(at, name, path): (usize, String, String)| {
        let known = DocumentKind::ALL.into_iter().find(|kind| kind.as_str() == name);
        let unknown = || What::UnknownKey {
            key: format!("documents.{name}"),
            known: DocumentKind::ALL.map(DocumentKind::as_str).to_vec(),
        };
        known
            .map(|kind| (kind, path))
            .ok_or_else(|| reader.mistake(at, unknown()))
    };
    reader.texts("documents", value)?.into_iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::locale::mail::PROFILE_TEXT;

    #[test]
    fn the_profile_that_is_made_is_empty_until_lines_are_filled_in() {
        for lang in [Lang::Fr, Lang::En] {
            let text = PROFILE_TEXT.get(lang);
            assert_eq!(Profile::parse(text), Ok(Profile::default()));
            let filled: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ")).collect();
            let filled = filled.join("\n").replace('#', "");
            let profile = Profile::parse(&filled).unwrap();
            assert_eq!(
                (profile.last_name(), profile.documents.len(), profile.links.len()),
                ("Martin", 1, 3)
            );
        }
    }

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
        for (text, line, said) in [
            ("name = \"x\"\nphone = 12\n", 2, "phone"),
            ("\nnom = \"x\"", 2, "name, surname, email"),
            ("name = Camille", 1, "TOML"),
            ("\n\nlinks = \"x\"", 3, "[links]"),
            ("[documents]\ncv = \"cv.pdf\"\nlettre = \"l.pdf\"\n", 3, "cover_letter"),
            ("email = \"camille arobase mail\"", 1, "camille arobase mail"),
        ] {
            let mistake = Profile::parse(text).unwrap_err();
            assert_eq!(mistake.line, Some(line), "{text}");
            for lang in [Lang::Fr, Lang::En] {
                assert!(mistake.say(lang).contains(said), "{}", mistake.say(lang));
            }
            assert_ne!(mistake.say(Lang::Fr), mistake.say(Lang::En), "{text}");
        }
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
