//! No word lost, no line too wide, no mark-up left: over texts written here and, where a corpus of real offers lies
//! beside the repository (`../shared/corpus/files`, or `TREMPLIN_CORPUS`), over that too.
//!
//! `cargo test --test markdown_corpus -- --nocapture` prints the counts.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use tremplin::markdown::{Layout, Role, layout, parse};
use unicode_normalization::UnicodeNormalization;

const WIDTHS: [u16; 5] = [24, 40, 58, 74, 100];

/// What was found wrong with one text.
#[derive(Debug, Default)]
struct Faults {
    lost: Vec<String>,
    wide: usize,
    leftovers: Vec<String>,
    unreachable: Vec<String>,
}

#[test]
fn the_texts_of_this_test_lose_nothing() {
    for text in synthetic() {
        let faults = examine(&text);
        assert!(faults.lost.is_empty(), "lost {:?} of\n{text}", faults.lost);
        assert_eq!(faults.wide, 0, "too wide:\n{text}");
        assert!(faults.leftovers.is_empty(), "left {:?} of\n{text}", faults.leftovers);
        assert!(
            faults.unreachable.is_empty(),
            "unreachable {:?} of\n{text}",
            faults.unreachable
        );
    }
}

#[test]
fn the_checks_of_this_test_can_fail() {
    assert!(lost_words("un mot", "un").contains(&"mot".to_owned()));
    assert!(leftover("reste **gras", false).is_some());
    assert!(leftover("un <b>mot", false).is_some());
    assert!(leftover("## Titre", true).is_some());
    assert!(leftover("C'est tout simple : a < b & c", true).is_none());
}

#[test]
fn a_corpus_beside_the_repository_loses_nothing() {
    let folder =
        std::env::var_os("TREMPLIN_CORPUS").map_or_else(|| PathBuf::from("../shared/corpus/files"), PathBuf::from);
    let mut files = Vec::new();
    collect(&folder, &mut files);
    files.sort();
    if files.is_empty() {
        println!("no corpus in {}: nothing measured", folder.display());
        return;
    }
    let verbose = std::env::var_os("VERBOSE").is_some();
    let mut total = Faults::default();
    for file in &files {
        let Ok(text) = fs::read_to_string(file) else { continue };
        let faults = examine(&text);
        if verbose && !(faults.lost.is_empty() && faults.leftovers.is_empty() && faults.unreachable.is_empty()) {
            println!("{}\n  {faults:?}", file.display());
        }
        total.lost.extend(faults.lost);
        total.wide += faults.wide;
        total.leftovers.extend(faults.leftovers);
        total.unreachable.extend(faults.unreachable);
    }
    println!(
        "{} files at widths {WIDTHS:?}: {} lines too wide, {} words lost, {} leftovers of mark-up, {} links unreachable",
        files.len(),
        total.wide,
        total.lost.len(),
        total.leftovers.len(),
        total.unreachable.len(),
    );
    assert_eq!(total.wide, 0, "lines too wide");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn examine(text: &str) -> Faults {
    let start = tremplin::offer::front_matter::read(text).body_start;
    let body = &text[start..];
    let document = parse(body, start);
    let mut faults = Faults::default();
    for width in WIDTHS {
        let laid = layout(&document, width);
        faults.wide += laid
            .lines
            .iter()
            .filter(|line| line.width() > usize::from(width))
            .count();
        faults.lost.extend(
            lost_words(&visible_source(body), &shown(&laid))
                .into_iter()
                .map(|word| format!("{width}:{word}")),
        );
    }
    let laid = layout(&document, 74);
    for line in &laid.lines {
        let prose: String = line
            .runs
            .iter()
            .filter(|run| run.style.role != Role::Code)
            .map(|run| run.text.as_str())
            .collect();
        let starts = line
            .runs
            .iter()
            .find(|run| run.source.is_some())
            .is_some_and(|run| run.style.role != Role::Code);
        faults
            .leftovers
            .extend(leftover(&prose, starts).map(|what| format!("{what} in {prose:?}")));
    }
    for url in urls(&visible_comments(body)) {
        let known = laid
            .links
            .iter()
            .any(|link| link.target.replace("&amp;", "&").contains(url.trim_end_matches('/')));
        let in_code = document.text().contains(&url);
        if !known && !in_code {
            faults.unreachable.push(url);
        }
    }
    faults
}

/// Returns what the layout shows, lines joined by newlines.
fn shown(layout: &Layout) -> String {
    layout.lines.iter().map(|line| line.text() + "\n").collect()
}

/// Returns the words of `source` that `shown` has fewer times.
fn lost_words(source: &str, shown: &str) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in words(shown) {
        *counts.entry(word).or_default() += 1;
    }
    let stream: String = words(shown).concat();
    let mut lost = Vec::new();
    for word in words(source) {
        match counts.get_mut(&word) {
            Some(count) if *count > 0 => *count -= 1,
            // A long word was cut at the end of a line, or stands beside mark-up that is gone.
            _ if stream.contains(&word) => {}
            _ => lost.push(word),
        }
    }
    lost
}

fn words(text: &str) -> Vec<String> {
    let text: String = text
        .nfkc()
        .filter(|c| !"*_~`\\^\u{ad}\u{200b}\u{200c}\u{200d}\u{feff}\u{7f}".contains(*c))
        .collect();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Takes out of a source what nobody should see: comments, scripts, tags of generators.
fn visible_comments(body: &str) -> String {
    let mut text = body.to_owned();
    for (open, close) in [
        ("<!--", "-->"),
        ("<style", "</style>"),
        ("<script", "</script>"),
        ("{% comment", "endcomment"),
    ] {
        text = without(&text, open, close);
    }
    without(&without(&text, "{%", "%}"), "{{", "}}")
}

/// Takes out of a source all that is no text: targets, tags, definitions, attributes.
fn visible_source(body: &str) -> String {
    let mut text = visible_comments(body);
    for (open, close) in [("{:", "}"), ("{#", "}"), ("{.", "}"), ("{title=", "}")] {
        text = without(&text, open, close);
    }
    text = text.replace("](<", "](");
    text = without(&text, "](", ")");
    for scheme in ["<http", "<mailto"] {
        text = text.replace(scheme, &scheme[1..]);
    }
    let unseen = |line: &str| {
        let line = line.trim_start();
        let definition = line.starts_with('[') && !line.starts_with("[^") && line.contains("]: ");
        definition || line.starts_with("```") || line.starts_with("~~~")
    };
    let lines: Vec<&str> = text.lines().filter(|line| !unseen(line)).collect();
    let text = lines.join("\n");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let whole = |end: &usize| tag && (rest[..*end].contains(['=', ' ']) || !rest[..*end].contains('@'));
        let end = rest.find('>').filter(whole);
        out.push_str(if end.is_some() { "" } else { " " });
        rest = &rest[end.map_or(1, |end| end + 1)..];
    }
    out.push_str(rest);
    for (entity, c) in [
        ("&amp;", "&"),
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&eacute;", "é"),
        ("&quot;", " "),
        ("&#x2013;", "–"),
    ] {
        out = out.replace(entity, c);
    }
    out
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(open) {
        let Some(end) = rest[at..].find(close) else { break };
        out.push_str(&rest[..at]);
        // What stood on both sides stays apart only when it did before.
        rest = &rest[at + end + close.len()..];
    }
    out + rest
}

/// Returns the mark-up that is left in a line, `start` when the text begins there.
fn leftover(line: &str, start: bool) -> Option<&'static str> {
    let text = line.trim_start();
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    if start && hashes > 1 {
        return Some("#");
    }
    for mark in [
        "**", "](", "![", "```", "~~", "{%", "{{", "%}", "}}", "<!--", "-->", "&nbsp;", "&amp;", "&eacute;", ":::",
        "|--",
    ] {
        if line.contains(mark) {
            return Some(mark);
        }
    }
    for tag in [
        "p", "br", "a", "b", "i", "li", "ul", "div", "span", "img", "h1", "h2", "strong", "em", "sup", "td", "tr",
    ] {
        for form in [
            format!("<{tag}>"),
            format!("</{tag}>"),
            format!("<{tag} "),
            format!("<{tag}/"),
        ] {
            if line.contains(&form) {
                return Some("<tag>");
            }
        }
    }
    None
}

fn urls(text: &str) -> Vec<String> {
    let mut urls = Vec::new();
    for scheme in ["https://", "http://"] {
        for (at, _) in text.match_indices(scheme) {
            let stop = |c: char| c.is_whitespace() || "()<>[]\"'|`\u{7f}*,;\\}».".contains(c) && c != '.';
            let end = text[at..].find(stop).map_or(text.len(), |end| at + end);
            urls.push(
                text[at..end]
                    .trim_end_matches(['.', ':', '!', '?', '_'])
                    .replace("&amp;", "&"),
            );
        }
    }
    urls.retain(|url| url.len() > 9);
    urls
}

/// Texts in the manner of real offers, each with something that tempts a renderer to lose it.
fn synthetic() -> Vec<String> {
    let mut texts: Vec<String> = [
        "# Stage données\n\n**Durée :**6 mois\n**Lieu :** Brest\n\nMissions :\n• lire les jeux de données ;\n• écrire aux communes.\n",
        "---\ntitle: Poste\n---\n\n// QUI SOMMES-NOUS //\n---\nUne association.\n\n##Profil\n-rigueur\n-curiosité\n",
        "<h2>Poste</h2>\n<p>Une <b>belle</b> équipe &amp; un caf&eacute;<br>à Lille</p>\n<ul>\n<li>un\n<li>deux</li>\n</ul>\n<!-- vieille annonce -->\n<hr>\n#### Pour candidater : écrire à **[rh@lab.example](mailto:rh@lab.example)**\n",
        "| Poste | Lieu | Contrat |\n|---|:-:|--:|\n| Développeuse | Grenoble et alentours | CDI à temps plein |\n| Géomaticien | Nantes | stage de six mois |\n",
        "Le 20^e étage, 1<sup>er</sup> palier, 12 m<sup>2</sup>, H<sub>2</sub>O, [voir](https://lab.example/a b).\n",
        "- [ ] CV\n- [x] lettre\n  1. courte\n  2. sincère\n\n     avec un second paragraphe\n- une note[^1]\n\n[^1]: Le texte de la note.\n",
        "> [!WARNING]\n> Clôture proche.\n>\n> > citation\n\n```rust\nfn main() { println!(\"**pas du gras**\"); }\n```\n\n    code indenté { x: 1 };\n",
        "{% include head.html %}\nPostulez {{ 'rh@lab.example' | mailto }} !\n{% comment %}ancien{% endcomment %}\n{{< button href=\"https://lab.example/p\" >}}Postuler{{< /button >}}\n",
        "Objet : <Prénom Nom> ou <nom>, voir <https://lab.example/offre?id=1&l=fr> et www.lab.example et jobs@lab.example.\n",
        "日本語の求人です。東京で働く。 — рабoта в Москве — עבודה בתל אביב — e\u{301}te\u{301} 👩\u{200d}💻 ok\n",
        "<details><summary>Plus</summary>\n\nCaché **mais** lisible\n\n</details>\n\n<table><tr><th>Jour</th><th>Heure</th></tr><tr><td>Lundi</td><td>9 h</td></tr></table>\n",
        "[![Logo de l'équipe](https://lab.example/logo.png)](https://lab.example) ![](photo.jpg) [](https://lab.example/vide)\n",
        "Titre très long d'une annonce qui tient sur\nplusieurs lignes avant un trait\n---\nsuite\n",
        "1986\\. Une \\*étoile\\* et rh\\@lab.example\n\nAnticonstitutionnellement".repeat(3).leak() as &str,
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    let windows = texts.iter().map(|text| text.replace('\n', "\r\n")).collect::<Vec<_>>();
    texts.extend(windows);
    texts
}
