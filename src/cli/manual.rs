//! `tremplin man`: a page for the program and one for each command, from the same declaration as the help.
//!
//! Arguments and synopsis are those of `clap_mangen`; its headings are English and it leaves the examples out, so the
//! rest of a page is written here.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::args::ManArguments;
use super::failure::Failure;
use super::help;
use crate::locale::files::io_reason;
use crate::locale::{Lang, cli as say};
use crate::store::write;
use crate::text::{clean_path, clean_visibly};

/// Prints one page, or writes all of them into a folder.
pub fn run(arguments: &ManArguments, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let mut root = help::command(lang);
    root.build();
    if let Some(folder) = &arguments.output {
        return write_all(&root, folder, lang, out);
    }
    let words = arguments.command.iter().flat_map(|word| word.split_whitespace());
    let path: Vec<&str> = words.collect();
    let named = find(&root, &path).ok_or_else(|| Failure::Usage {
        sentence: say::unknown_command(lang, clean_visibly(&path.join(" ")).as_str(), None),
        command: "man".to_owned(),
    })?;
    Ok(out.write_all(page(named, &path.join(" "), lang)?.as_bytes())?)
}

/// Finds a command by the words that name it.
fn find<'c>(root: &'c Command, path: &[&str]) -> Option<&'c Command> {
    path.iter()
        .try_fold(root, |command, name| command.find_subcommand(name))
}

/// Writes every page as `tremplin-list.1`, and says where.
fn write_all(root: &Command, folder: &Path, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let failed = |path: &Path, error: &io::Error| Failure::Unreadable {
        path: clean_path(path).into_string(),
        why: io_reason(lang, error.kind()),
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    for help in say::command_help() {
        let path: Vec<&str> = help.name.split_whitespace().collect();
        let Some(command) = find(root, &path) else {
            continue;
        };
        let file = folder.join(format!("{}.1", page_name(help.name)));
        let text = page(command, help.name, lang)?;
        write::write(&file, text.as_bytes()).map_err(|error| failed(&file, &error))?;
    }
    Ok(writeln!(out, "{}", say::written(lang, clean_path(folder).as_str()))?)
}

/// Returns the name of the page of a command: `config show` is `tremplin-config-show`.
fn page_name(path: &str) -> String {
    let words = std::iter::once("tremplin").chain(path.split_whitespace());
    words.collect::<Vec<_>>().join("-")
}

/// Writes the page of one command.
fn page(command: &Command, path: &str, lang: Lang) -> io::Result<String> {
    let name = page_name(path);
    let version = format!("tremplin {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone())
        .title(&name)
        .source(version)
        .manual("tremplin");
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    if let Some(help) = say::help_of(path) {
        section(
            say::MAN_NAME.get(lang),
            &format!("{name} - {}", help.about.get(lang)),
            Lines::Filled,
        )
        .to_writer(&mut text)?;
        man.render_synopsis_section(&mut text)?;
        man.render_options_section(&mut text)?;
        if command.has_subcommands() {
            man.render_subcommands_section(&mut text)?;
        }
        section(say::MAN_EXAMPLES.get(lang), help.examples.get(lang), Lines::AsTheyAre).to_writer(&mut text)?;
        section(say::MAN_NOTES.get(lang), help.after.get(lang), Lines::AsTheyAre).to_writer(&mut text)?;
    }
    if let Some((above, _)) = path.rsplit_once(' ').or_else(|| (!path.is_empty()).then_some(("", ""))) {
        let reference = format!("{}(1)", page_name(above));
        section(say::MAN_SEE_ALSO.get(lang), &reference, Lines::Filled).to_writer(&mut text)?;
    }
    Ok(headings(&String::from_utf8_lossy(&text)))
}

/// How the lines of a section are set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// As a paragraph.
    Filled,
    /// Each on its own.
    AsTheyAre,
}

/// Returns a section; nothing when it says nothing.
fn section(heading: &str, text: &str, lines: Lines) -> Roff {
    let mut roff = Roff::default();
    if text.is_empty() {
        return roff;
    }
    roff.control("SH", [heading]);
    if lines == Lines::AsTheyAre {
        roff.control("nf", []);
    }
    for line in text.lines() {
        roff.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
    }
    if lines == Lines::AsTheyAre {
        roff.control("fi", []);
    }
    roff
}

/// Sets every heading in capitals; those of the help end in the space that French puts before a colon.
fn headings(page: &str) -> String {
    let set = |line: &str| match line.strip_prefix(".SH ") {
        Some(heading) => {
            let heading = heading.trim_matches(|c: char| c == '"' || c.is_whitespace());
            format!(".SH \"{}\"\n", heading.to_uppercase())
        }
        None => format!("{line}\n"),
    };
    page.lines().map(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_its_options_and_examples() {
        for lang in [Lang::Fr, Lang::En] {
            let mut root = help::command(lang);
            root.build();
            for help in say::command_help() {
                let path: Vec<&str> = help.name.split_whitespace().collect();
                let command = find(&root, &path).unwrap();
                let page = page(command, help.name, lang).unwrap();
                let plain = page.replace('\\', "");
                assert!(plain.starts_with(".ie") || plain.contains(".TH tremplin"), "{page}");
                for argument in command.get_arguments().filter_map(clap::Arg::get_long) {
                    assert!(plain.contains(&format!("--{argument}")), "{}: {argument}", help.name);
                }
                let first = help.examples.get(lang).trim_start().lines().next().unwrap();
                assert!(plain.contains(first.trim_end()), "{}: {first}", help.name);
            }
        }
    }

    #[test]
    fn a_page_has_the_headings_of_its_language() {
        let mut root = help::command(Lang::Fr);
        root.build();
        let page = page(find(&root, &["config", "show"]).unwrap(), "config show", Lang::Fr).unwrap();
        let found: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        let wanted = [
            "\"NOM\"",
            "\"SYNOPSIS\"",
            "\"OPTIONS\"",
            "\"OPTIONS COMMUNES\"",
            "\"EXEMPLES\"",
            "\"VOIR AUSSI\"",
        ];
        assert_eq!(found, wanted);
        assert!(page.contains("tremplin\\-config(1)"), "{page}");
    }
}
