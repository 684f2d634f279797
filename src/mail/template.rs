//! The letters: plain texts with a few placeholders, ours or the candidate's.
//!
//! `{title}`, `{organization}`, `{name}`, `{documents}`, `{links}`, `{sent_on}`, `{person}` and `{signature}` are
//! replaced. A line that holds placeholders and would hold nothing but blanks without them disappears when they are
//! all empty. What stands in square brackets is for the candidate to write; a draft that still holds it is told so.

use crate::locale::Lang;
use crate::locale::mail as words;

use super::Purpose;
use super::mistake::{Mistake, What};

/// What a letter may fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The job.
    pub title: String,
    /// Who offers it; may be empty.
    pub organization: String,
    /// The candidate.
    pub name: String,
    /// The sentence that names the files sent along; may be empty.
    pub documents: String,
    /// Pages about the candidate, a line each; may be empty.
    pub links: String,
    /// The day of the application, in words; may be empty.
    pub sent_on: String,
    /// The person who reads; may be empty.
    pub person: String,
    /// What stands at the end.
    pub signature: String,
}

/// The value of a placeholder.
type Get = fn(&Fields) -> &str;

/// Every placeholder.
const PLACEHOLDERS: &[(&str, Get)] = &[
    ("title", |fields| &fields.title),
    ("organization", |fields| &fields.organization),
    ("name", |fields| &fields.name),
    ("documents", |fields| &fields.documents),
    ("links", |fields| &fields.links),
    ("sent_on", |fields| &fields.sent_on),
    ("person", |fields| &fields.person),
    ("signature", |fields| &fields.signature),
];

impl Fields {
    /// Returns the value of a placeholder; `None` for one that does not exist.
    fn get(&self, name: &str) -> Option<&str> {
        let known = PLACEHOLDERS.iter().find(|(known, _)| *known == name);
        known.map(|(_, get)| get(self))
    }
}

/// Returns the placeholders that exist, to be named in a mistake.
#[must_use]
pub fn known() -> String {
    let names = PLACEHOLDERS.iter().map(|(name, _)| format!("{{{name}}}"));
    names.collect::<Vec<_>>().join(", ")
}

/// Finds the first placeholder of a letter that does not exist: it would be sent as it stands.
///
/// # Errors
///
/// When there is one.
pub fn check(template: &str) -> Result<(), Mistake> {
    for (line, number) in template.lines().zip(1..) {
        let names = line.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let mut slips = names.filter(|name| {
            let word = !name.is_empty() && name.chars().all(|c| c.is_alphabetic() || c == '_');
            word && !PLACEHOLDERS.iter().any(|(known, _)| known == name)
        });
        if let Some(name) = slips.next() {
            return Err(Mistake {
                line: Some(number),
                what: What::UnknownPlaceholder(format!("{{{name}}}")),
            });
        }
    }
    Ok(())
}

/// Returns the name of the file in which the candidate may change a letter.
#[must_use]
pub fn file_name(purpose: Purpose, lang: Lang) -> String {
    let lang = match lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    format!("{}.{lang}.txt", purpose.as_str())
}

/// Returns our letter.
#[must_use]
pub fn ours(purpose: Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::Application => words::APPLICATION,
        Purpose::FollowUp => words::FOLLOW_UP,
        Purpose::Thanks => words::THANKS,
        Purpose::Withdrawal => words::WITHDRAWAL,
        Purpose::Acceptance => words::ACCEPTANCE,
    }
    .get(lang)
}

/// Fills a letter in. Unknown placeholders stay, so that a slip is seen in the preview.
#[must_use]
pub fn fill(template: &str, fields: &Fields) -> String {
    let lines = template
        .trim()
        .lines()
        .filter_map(|line| fill_line(line.trim_end(), fields));
    let mut text = String::new();
    let mut blank = 0;
    for line in lines {
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        if !text.is_empty() {
            text.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        text.push_str(&line);
    }
    text.push('\n');
    text
}

/// Fills one line in; `None` when everything that it was there for is missing.
fn fill_line(line: &str, fields: &Fields) -> Option<String> {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    let (mut placeholders, mut empty) = (0, 0);
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let known = from
            .find('}')
            .and_then(|close| Some((close, fields.get(from.get(1..close)?)?)));
        if let Some((close, value)) = known {
            placeholders += 1;
            empty += usize::from(value.trim().is_empty());
            filled.push_str(value.trim());
            rest = from.get(close + 1..).unwrap_or_default();
        } else {
            filled.push('{');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    filled.push_str(rest);
    // The blank that an empty placeholder leaves before a comma or a full stop goes with it.
    let filled = if empty > 0 {
        filled.replace(" ,", ",").replace(" .", ".")
    } else {
        filled
    };
    let nothing_left = filled.trim().is_empty() && placeholders > 0 && empty == placeholders;
    (!nothing_left).then_some(filled)
}

/// Returns the first passage in square brackets: what the candidate has still to write.
#[must_use]
pub fn room(body: &str) -> Option<&str> {
    let open = body.find('[')?;
    let close = body.get(open..)?.find(']')?;
    body.get(open..=open + close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_empty_lines_go() {
        let fields = Fields {
            title: "Vigie".to_owned(),
            ..Fields::default()
        };
        let text = fill(
            "Bonjour,\n\nPour « {title} ».\n\n{documents}\n\n{links}\n\nFin {oups} {",
            &fields,
        );
        assert_eq!(text, "Bonjour,\n\nPour « Vigie ».\n\nFin {oups} {\n");
    }

    #[test]
    fn every_letter_fills_in_both_languages() {
        let fields = Fields {
            title: "Vigie".to_owned(),
            organization: "Phare".to_owned(),
            name: "Camille Martin".to_owned(),
            documents: "CV".to_owned(),
            links: "https://git.example/c".to_owned(),
            sent_on: "3 mars".to_owned(),
            person: "Inès".to_owned(),
            signature: "Camille Martin".to_owned(),
        };
        for purpose in Purpose::ALL {
            for lang in [Lang::Fr, Lang::En] {
                let text = fill(ours(purpose, lang), &fields);
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(
                    text.contains("Vigie") && text.trim_end().ends_with("Camille Martin"),
                    "{text}"
                );
                let bare = fill(
                    ours(purpose, lang),
                    &Fields {
                        title: "Vigie".to_owned(),
                        ..Fields::default()
                    },
                );
                assert!(
                    !bare.contains("  ") && !bare.contains(" ,") && !bare.contains(" ."),
                    "{bare}"
                );
            }
        }
    }

    #[test]
    fn a_placeholder_that_does_not_exist_is_told_with_its_line() {
        for purpose in Purpose::ALL {
            for lang in [Lang::Fr, Lang::En] {
                assert_eq!(check(ours(purpose, lang)), Ok(()));
            }
        }
        let mistake = check("Bonjour {person},\n\nPour {titre} {.\n").unwrap_err();
        assert_eq!(mistake.line, Some(3));
        let said = mistake.say(Lang::Fr);
        assert!(
            said.contains("{titre}") && said.contains("{title}, {organization}"),
            "{said}"
        );
        assert_eq!(check("{} { x } {1}"), Ok(()));
    }

    #[test]
    fn what_is_still_to_be_written_is_found() {
        assert_eq!(room("a [ici] b"), Some("[ici]"));
        assert_eq!(room("a [ b"), None);
        assert_eq!(room("a"), None);
    }
}
