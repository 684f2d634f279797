//! Who may name whom: the table that one crate keeps the compiler from holding.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the crate.
const MODULES: &[&str] = &[
    "cli", "export", "locale", "mail", "markdown", "offer", "search", "store", "system", "text", "tracking", "tui",
];

/// Modules that touch no file, no variable, no clock and no terminal.
const PURE: &[&str] = &[
    "export", "locale", "mail", "markdown", "offer", "search", "text", "tracking",
];

/// Which modules a module may name, beside itself.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("markdown", &["text"]),
    ("offer", &["text", "markdown", "locale"]),
    ("locale", &["text", "offer", "search", "tracking", "mail", "export"]),
    ("tracking", &["text", "offer", "search", "locale"]),
    ("search", &["text", "offer", "tracking", "locale"]),
    ("mail", &["text", "offer", "markdown", "tracking", "locale"]),
    (
        "export",
        &["text", "offer", "tracking", "search", "locale", "mail", "markdown"],
    ),
    ("store", PURE),
    ("system", &["text", "locale", "mail"]),
    (
        "cli",
        &[
            "export", "locale", "mail", "markdown", "offer", "search", "store", "system", "text", "tracking", "tui",
        ],
    ),
    (
        "tui",
        &[
            "export", "locale", "mail", "markdown", "offer", "search", "store", "system", "text", "tracking",
        ],
    ),
];

/// Crates that may one day be replaced, or that belong to one part: the files that may name them, by their beginning.
const CRATES: &[(&str, &[&str])] = &[
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_complete_nushell", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("ratatui", &["tui"]),
    ("crossterm", &["tui/keymap", "tui/input", "tui/terminal", "tui/effects"]),
    ("signal_hook", &["tui", "system/pager"]),
    ("base64", &["system"]),
    ("shell_words", &["system"]),
    ("directories", &["store/paths"]),
    ("fuzzy_matcher", &["search"]),
    ("pulldown_cmark", &["markdown", "offer"]),
    ("serde_yaml", &["store", "offer", "tracking"]),
    ("encoding_rs", &["store"]),
    ("notify", &["store"]),
    ("toml_edit", &["store/config"]),
    ("strsim", &["store/config"]),
    ("similar", &["tracking"]),
    ("mail_builder", &["mail"]),
    // The last two name our own module of that name.
    ("csv", &["export", "cli/exchange", "locale/export"]),
    ("unicode_normalization", &["text", "offer/json"]),
    ("unicode_width", &["text", "markdown"]),
    ("unicode_segmentation", &["text", "tui/model"]),
    ("foldhash", &["store", "tracking"]),
    (
        "toml",
        &[
            "store/config",
            "offer/front_matter",
            "mail/profile",
            "tui/theme",
            "cli/session",
        ],
    ),
    ("rustix", &["store", "cli", "tui/effects", "tui/input", "tui/terminal"]),
];

/// Crates that any module may name: dates, values, errors, the search for a byte.
const EVERYWHERE: &[&str] = &["jiff", "memchr", "serde", "serde_json", "thiserror"];

/// The parts of the interface: what each must not name, so that data flows one way. `update` asks `view` where things
/// stand, because one layout serves drawing, scrolling and the mouse.
const ONE_WAY: &[(&str, &[&str])] = &[
    ("tui/model", &["update", "effects", "view", "terminal", "input"]),
    ("tui/msg", &["update", "effects", "view", "terminal", "input"]),
    ("tui/keymap", &["update", "effects", "view", "terminal", "input"]),
    ("tui/layout", &["update", "effects", "terminal", "input"]),
    (
        "tui/theme",
        &["model", "update", "effects", "view", "terminal", "input"],
    ),
    ("tui/page", &["update", "effects", "terminal", "input"]),
    ("tui/view", &["update", "effects", "terminal", "input"]),
    ("tui/update", &["effects", "terminal"]),
];

/// What changes files, and who may: `store`; a draft that was handed over goes; the folder of manual pages is made.
const WRITING: &[&str] = &[
    "fs::write",
    "File::create",
    "File::create_new",
    "fs::create_dir",
    "fs::create_dir_all",
    "fs::rename",
    "fs::copy",
    "fs::remove_file",
    "fs::remove_dir_all",
    "fs::set_permissions",
];
const WRITERS: &[&str] = &["store", "tui/effects/programs", "cli/manual"];

/// Crates that are named in two files at most.
const IN_FEW_FILES: &[&str] = &["serde_yaml", "fuzzy_matcher", "directories", "pulldown_cmark"];

/// What only tests and benches ask.
const FOR_TESTS: &[&str] = &["is_cut", "apply_line", "confirmed", "under"];

/// What the pure modules must not name: files, variables, programs, the clock, the terminal.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
];

/// One source file, without comments, strings and tests.
struct Source {
    /// Relative to `src`, without `.rs`, with `/`.
    name: String,
    code: String,
}

impl Source {
    fn module(&self) -> &str {
        self.name.split('/').next().unwrap()
    }

    fn depth(&self) -> usize {
        self.name.split('/').count()
    }

    fn says(&self, word: &str) -> bool {
        positions(&self.code, word).next().is_some()
    }

    /// The modules of the crate that this file names, with what follows them in the path.
    fn names(&self) -> BTreeSet<String> {
        let mut named = BTreeSet::new();
        let to_root = format!("{}::", vec!["super"; self.depth()].join("::"));
        for root in ["crate::", to_root.as_str()] {
            for at in positions(&self.code, root) {
                let longer = self.code[..at].ends_with("super::");
                if !longer {
                    named.extend(paths_after(&self.code[at + root.len()..]));
                }
            }
        }
        named
    }
}

/// The places of `word`, when no letter stands before or after it.
fn positions<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let after = code[at + word.len()..].chars().next();
        !letter(code[..*at].chars().next_back()) && (word.ends_with(':') || !letter(after))
    })
}

/// `offer::{A, b::C}, …` → `offer::A`, `offer::b`; `{offer, text::x}` → `offer`, `text::x`.
fn paths_after(code: &str) -> Vec<String> {
    let word = |text: &str| {
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect::<String>()
    };
    let group = |text: &str| -> Option<Vec<String>> {
        let inner = text.strip_prefix('{')?;
        let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    parts.push(inner[start..at].trim().to_owned());
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    parts.push(inner[start..at].trim().to_owned());
                    start = at + 1;
                }
                _ => {}
            }
        }
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect())
    };
    if let Some(parts) = group(code) {
        return parts.iter().flat_map(|part| paths_after(part)).collect();
    }
    let first = word(code);
    match code[first.len()..].strip_prefix("::") {
        Some(rest) if rest.starts_with('{') => {
            let parts = group(rest).unwrap_or_default();
            parts.iter().map(|part| format!("{first}::{}", word(part))).collect()
        }
        Some(rest) => vec![format!("{first}::{}", word(rest))],
        None => vec![first],
    }
}

/// Blanks out comments, strings and characters.
fn without_text(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            rest[open..]
                .find(&close)
                .map_or(rest.len(), |end| open + end + close.len())
        } else if c == '"' {
            end_of_quoted(rest, '"')
        } else if c == '\'' && is_character(rest) {
            end_of_quoted(rest, '\'')
        } else {
            0
        };
        if skipped == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.push(' ');
            rest = &rest[skipped..];
        }
    }
    out
}

fn raw_string(code: &str) -> Option<usize> {
    let after = code.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|b| *b == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn is_character(code: &str) -> bool {
    let mut chars = code.chars().skip(1);
    let first = chars.next();
    first == Some('\\') || chars.next() == Some('\'')
}

fn end_of_quoted(code: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    code.len()
}

/// Drops the items that only tests see.
fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some(at) = ["#[cfg(test)]", "#[cfg(all(test"]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
    {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let open = rest.find('{').unwrap_or(rest.len());
        let end = rest.find(';').unwrap_or(rest.len());
        rest = if end < open {
            &rest[end + 1..]
        } else {
            after_braces(&rest[open..])
        };
    }
    out + rest
}

fn after_braces(code: &str) -> &str {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &code[at + 1..];
        }
    }
    ""
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let read = files.iter().map(|file| {
        let relative = file.strip_prefix(&root).unwrap().with_extension("");
        let name = relative.to_str().unwrap().replace('\\', "/");
        Source {
            name,
            code: without_tests(&without_text(&fs::read_to_string(file).unwrap())),
        }
    });
    read.collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn report(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn modules_name_only_the_modules_that_they_may() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(module, _)| *module == source.module()) else {
            continue;
        };
        for path in source.names() {
            let named = path.split("::").next().unwrap();
            if MODULES.contains(&named) && named != source.module() && !allowed.contains(&named) {
                broken.push(format!("{} names {named}", source.name));
            }
        }
    }
    report(&broken);
}

#[test]
fn every_module_is_in_the_table() {
    let known: BTreeSet<&str> = MODULES.iter().copied().chain(["lib", "main"]).collect();
    for source in sources() {
        assert!(
            known.contains(source.module()),
            "{} is in no row of the table",
            source.name
        );
    }
}

#[test]
fn pure_modules_touch_nothing_outside() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| PURE.contains(&source.module())) {
        let impure = IMPURE.iter().filter(|word| source.says(word));
        broken.extend(impure.map(|word| format!("{} names {word}", source.name)));
    }
    report(&broken);
}

#[test]
fn the_interface_reaches_files_and_programs_through_its_effects_only() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "tui") {
        let effects = source.name.starts_with("tui/effects") || source.name == "tui";
        let reached = source
            .names()
            .into_iter()
            .filter(|path| path.starts_with("store") || path.starts_with("system"));
        broken.extend(
            reached
                .filter(|_| !effects)
                .map(|path| format!("{} names {path}", source.name)),
        );
    }
    report(&broken);
}

#[test]
fn the_command_line_knows_of_the_interface_how_to_run_it_and_its_keys() {
    let allowed = [
        "tui",
        "tui::run",
        "tui::keymap",
        "tui::keymap_of",
        "tui::theme",
        "tui::self",
        "tui::Options",
        "tui::Error",
    ];
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "cli") {
        let named = source.names().into_iter().filter(|path| path.starts_with("tui"));
        broken.extend(
            named
                .filter(|path| !allowed.contains(&path.as_str()))
                .map(|path| format!("{}: {path}", source.name)),
        );
    }
    report(&broken);
}

#[test]
fn each_crate_stays_where_it_belongs() {
    let mut broken = Vec::new();
    let sources = sources();
    for (name, places) in CRATES {
        let word = format!("{name}::");
        let users: Vec<&str> = sources
            .iter()
            .filter(|source| source.says(&word))
            .map(|source| &*source.name)
            .collect();
        let outside = users
            .iter()
            .filter(|user| !places.iter().any(|place| within(user, place)));
        broken.extend(outside.map(|user| format!("{user} names {name}")));
        if IN_FEW_FILES.contains(name) && users.len() > 2 {
            broken.push(format!(
                "{name} is named in {} files: {}",
                users.len(),
                users.join(", ")
            ));
        }
    }
    report(&broken);
}

#[test]
fn each_crate_of_the_manifest_has_its_place() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let sources = sources();
    let mut unplaced = Vec::new();
    let mut counts = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            counts =
                section == "dependencies]" || section.starts_with("target.") && section.ends_with(".dependencies]");
        }
        let name = line.split_once(" = ").map(|(name, _)| name.replace('-', "_"));
        let Some(name) = name.filter(|_| counts) else {
            continue;
        };
        let placed = CRATES.iter().any(|(known, _)| *known == name) || EVERYWHERE.contains(&&*name);
        let used = sources.iter().any(|source| source.says(&name));
        if !placed || !used {
            unplaced.push(format!("{name}: placed {placed}, used {used}"));
        }
    }
    report(&unplaced);
}

#[test]
fn data_flows_one_way_through_the_interface() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some((_, forbidden)) = ONE_WAY.iter().find(|(part, _)| within(&source.name, part)) else {
            continue;
        };
        let named = source.names().into_iter().filter_map(|path| {
            let part = path.strip_prefix("tui::")?;
            forbidden
                .contains(&part)
                .then(|| format!("{} names {part}", source.name))
        });
        broken.extend(named);
        let draws = within(&source.name, "tui/view") || within(&source.name, "tui/page");
        if draws && source.code.contains("&mut Model") {
            broken.push(format!("{} can change the model", source.name));
        }
        if source.name == "tui/msg" && ["Fn", "FnMut", "FnOnce", "dyn"].iter().any(|word| source.says(word)) {
            broken.push(format!("{} holds a closure", source.name));
        }
    }
    report(&broken);
}

#[test]
fn files_are_changed_by_the_store_only() {
    let mut broken = Vec::new();
    for source in sources() {
        if !WRITERS.iter().any(|writer| within(&source.name, writer)) {
            let named = WRITING.iter().filter(|word| source.says(word));
            broken.extend(named.map(|word| format!("{} names {word}", source.name)));
        }
    }
    report(&broken);
}

/// A public item that only tests or nobody names is one too many, unless it is on the short list of what tests need.
#[test]
fn every_public_function_is_used_by_the_program() {
    let sources = sources();
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sources.iter().flat_map(|source| source.code.split(|c| !letter(c))) {
        *uses.entry(word).or_default() += 1;
    }
    let mut unused = Vec::new();
    for source in &sources {
        for at in positions(&source.code, "pub fn").chain(positions(&source.code, "pub const fn")) {
            let name = source.code[at..].split_once("fn ").map_or("", |(_, rest)| rest);
            let name = name.split(|c| !letter(c)).next().unwrap();
            if uses[name] < 2 && !FOR_TESTS.contains(&name) {
                unused.push(format!("{}: {name} is used nowhere", source.name));
            }
        }
    }
    report(&unused);
}

/// `cli` holds `cli`, `cli/args`; `tui/input` holds `tui/input`, `tui/input/paste`.
fn within(file: &str, place: &str) -> bool {
    file.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[test]
fn every_file_says_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches"] {
        if root.join(folder).is_dir() {
            collect(&root.join(folder), &mut files);
        }
    }
    let silent: Vec<String> = files
        .iter()
        .filter(|file| !fs::read_to_string(file).unwrap().starts_with("//!"))
        .map(|file| file.display().to_string())
        .collect();
    report(&silent);
}

/// A file beside its folder (`offer.rs`, `offer/`), and no exception from a lint without its reason.
#[test]
fn modules_are_named_by_themselves_and_exceptions_say_why() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches"] {
        collect(&root.join(folder), &mut files);
    }
    let mut broken = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let code = without_text(&text);
        if file.ends_with("mod.rs") {
            broken.push(format!("{} is a mod.rs", file.display()));
        }
        for word in ["[allow(", "[expect("] {
            let attributes = code.split(word).skip(1);
            let silent = attributes.filter(|rest| !rest.split(")]").next().unwrap_or_default().contains("reason ="));
            broken.extend(silent.map(|_| format!("{}: {word} without a reason", file.display())));
        }
    }
    report(&broken);
}

#[test]
fn the_reader_of_this_test_reads_rust() {
    let code = "use crate::{offer::{A, b::C}, text}; // crate::store\nlet s = \"crate::cli\"; 'x: loop {} let c = '\"';\n\
                #[cfg(test)]\nmod tests { use crate::tui; }\nfn f() { super::super::locale::x(); }";
    let source = Source {
        name: "search/rank".to_owned(),
        code: without_tests(&without_text(code)),
    };
    let named: Vec<String> = source.names().into_iter().collect();
    assert_eq!(named, ["locale::x", "offer::A", "offer::b", "text"]);
}
