//! A wrong command line, explained in the language of the person who wrote it.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::locale::Lang;
use crate::locale::cli as say;
use crate::text::clean_visibly;

/// Says what is wrong. The parser's own sentences exist in English only.
#[must_use]
pub fn explain(error: &Error, lang: Lang) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => say::too_many(lang, &argument),
        ErrorKind::UnknownArgument => say::unknown_argument(
            lang,
            &name(&argument),
            several(error, ContextKind::SuggestedArg).first().map(String::as_str),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            say::invalid_value(lang, &name(&argument), &value, &several(error, ContextKind::ValidValue))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => say::invalid_value(lang, &name(&argument), "", &[]),
        ErrorKind::ArgumentConflict => {
            let other = several(error, ContextKind::PriorArg)
                .first()
                .map(|other| name(other))
                .unwrap_or_default();
            say::conflict(lang, &name(&argument), &other)
        }
        ErrorKind::MissingRequiredArgument => {
            let names = several(error, ContextKind::InvalidArg);
            say::missing(
                lang,
                &names
                    .iter()
                    .map(|name| name.trim_matches(['<', '>', '.']).to_owned())
                    .collect::<Vec<_>>(),
            )
        }
        ErrorKind::InvalidSubcommand => say::unknown_command(
            lang,
            &context(error, ContextKind::InvalidSubcommand),
            several(error, ContextKind::SuggestedSubcommand)
                .first()
                .map(String::as_str),
        ),
        ErrorKind::TooManyValues => say::too_many(lang, &value),
        ErrorKind::InvalidUtf8 => say::NOT_TEXT.get(lang).to_owned(),
        _ => say::WRONG.get(lang).to_owned(),
    }
}

/// Returns what the parser says of `kind`, as one text.
fn context(error: &Error, kind: ContextKind) -> String {
    several(error, kind).join(", ")
}

/// Returns everything the parser says of `kind`, clean: it may repeat what was written on the command line.
fn several(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![clean_visibly(text).into_string()],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| clean_visibly(text).into_string()).collect(),
        _ => Vec::new(),
    }
}

/// `--sort <ORDER>` → `--sort`: the value's name adds nothing to the sentence.
fn name(argument: &str) -> String {
    argument.split(' ').next().unwrap_or_default().to_owned()
}
