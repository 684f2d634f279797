//! What each construct of CommonMark, GFM and of the habits of offers looks like, as plain text; and what holds for
//! every text whatever.

use std::collections::HashMap;

use proptest::prelude::*;
use tremplin::markdown::{Options, layout, layout_with, parse, print};

/// Lays `source` out at 60 columns.
fn shown(source: &str) -> String {
    print::plain(&layout(&parse(source, 0), 60)).trim_end().to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(shown(source), *expected, "\n--- source:\n{source}\n---");
    }
}

#[test]
fn blocks_of_commonmark() {
    check(&[
        ("", ""),
        ("\n\n  \n", ""),
        ("mot", "mot"),
        ("un\n\ndeux", "un\n\ndeux"),
        ("un\n\n\n\ndeux", "un\n\ndeux"),
        ("   un", "un"),
        ("# Un", "Un"),
        ("###### Six", "Six"),
        ("# Un #", "Un"),
        ("# Un \\#", "Un #"),
        ("####### sept", "####### sept"),
        ("#\n\nmot", "mot"),
        ("Un\n===", "Un"),
        ("Un\n---", "Un"),
        ("# Un\ntexte", "Un\ntexte"),
        ("texte\n# Un\ntexte", "texte\n\nUn\ntexte"),
        ("# Un\n## Deux", "Un\n\nDeux"),
        ("a\n\n***\n\nb", &format!("a\n\n{}\n\nb", "─".repeat(60))),
        ("a\n\n- - -\n\nb", &format!("a\n\n{}\n\nb", "─".repeat(60))),
        ("a\n\n___\n\n___\n\nb", &format!("a\n\n{}\n\nb", "─".repeat(60))),
        ("---\n\nb", "b"),
        ("> cité", "│ cité"),
        ("> un\n>\n> deux", "│ un\n│\n│ deux"),
        ("> un\nsuite", "│ un suite"),
        ("> > deux", "│ │ deux"),
        ("> un\n\n> deux", "│ un\n\n│ deux"),
        ("> - a\n> - b", "│ • a\n│ • b"),
        ("- a\n  > b\n  >\n  > c", "  • a\n\n    │ b\n    │\n    │ c"),
        ("```\nlet a;\n```", "  let a;"),
        ("~~~rust\na\n\nb\n~~~", "  a\n\n  b"),
        ("```\nsans fin", "  sans fin"),
        ("    x = { 1 };", "  x = { 1 };"),
        (
            "    Une phrase que son auteur a décalée sans y penser.",
            "Une phrase que son auteur a décalée sans y penser.",
        ),
        ("```\n\ta\tb\n```", "      a   b"),
        ("[a]: https://a.example\n\n[a]", "a"),
        ("[a]: https://a.example", ""),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("- a\n- b", "  • a\n  • b"),
        ("* a\n* b", "  • a\n  • b"),
        ("+ a", "  • a"),
        ("1. a\n2. b", "  1. a\n  2. b"),
        ("1) a\n2) b", "  1. a\n  2. b"),
        ("9. a\n10. b", "   9. a\n  10. b"),
        ("0. a", "  0. a"),
        (
            "- a\n  - b\n    - c\n      - d",
            "  • a\n    ◦ b\n      – c\n        – d",
        ),
        ("1. a\n   - b", "  1. a\n     ◦ b"),
        ("- a\n\n- b", "  • a\n  • b"),
        ("- a\n\n  suite\n\n- b", "  • a\n\n    suite\n\n  • b"),
        ("texte :\n- a", "texte :\n  • a"),
        ("texte\n- a", "texte\n  • a"),
        ("texte.\n\n- a", "texte.\n\n  • a"),
        ("texte :\n\n- a", "texte :\n  • a"),
        ("- a\n\ntexte", "  • a\n\ntexte"),
        ("- a\n* b", "  • a\n  • b"),
        ("-\n- b", "  • b"),
        ("- # Titre\n- b", "  • Titre\n  • b"),
        ("- a\n  > b", "  • a\n\n    │ b"),
        ("- a\n\n      x = { 1 };", "  • a\n\n      x = { 1 };"),
        ("- [ ] CV\n- [x] lettre", "  ☐ CV\n  ☑ lettre"),
        ("1. [x] fait", "   ☑ fait"),
        ("- a\nsuite", "  • a suite"),
        ("2. a\n3. b", "  2. a\n  3. b"),
        (
            "- une ligne assez longue pour être coupée en deux, et dont la suite se range dessous",
            "  • une ligne assez longue pour être coupée en deux, et dont\n    la suite se range dessous",
        ),
    ]);
}

#[test]
fn inlines() {
    check(&[
        ("*a* _b_ **c** __d__ ***e***", "a b c d e"),
        ("a*b*c", "abc"),
        ("mot_avec_traits", "mot_avec_traits"),
        ("\\*a\\*", "*a*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("`code` et ``a ` b``", "code et a ` b"),
        ("`**a**`", "**a**"),
        ("~~barré~~", "barré"),
        ("a  \nb", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("a\nb", "a b"),
        ("&amp; &eacute; &#233; &#xE9; &rien;", "& é é é &rien;"),
        ("[a](https://a.example)", "a"),
        ("[a](<https://a.example/b c>)", "a"),
        ("[a](https://a.example \"titre\")", "a"),
        ("[a][b]\n\n[b]: https://a.example", "a"),
        ("[b][]\n\n[b]: https://a.example", "b"),
        ("[a][rien]", "[a][rien]"),
        ("[](https://a.example)", "https://a.example"),
        ("[](mailto:a@b.example)", "a@b.example"),
        ("[haut](#haut)", "haut"),
        ("<https://a.example>", "https://a.example"),
        ("<a@b.example>", "a@b.example"),
        ("![logo](l.png)", "▣ logo (l.png)"),
        ("![](l.png)", "▣ l.png"),
        ("[![logo](l.png)](https://a.example)", "▣ logo (l.png)"),
        (
            "![x](data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA)",
            "▣ x (data:…)",
        ),
        ("12\u{a0}000\u{202f}€", "12\u{a0}000\u{202f}€"),
        ("a   b\tc", "a b c"),
        ("dé\u{ad}cou\u{200b}pé", "découpé"),
        ("a\u{1b}[31mb", "a[31mb"),
    ]);
}

#[test]
fn extensions_of_github() {
    check(&[
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a │ b\n──┼──\n1 │ 2"),
        ("a | b\n--|--\n1 | 2", "a │ b\n──┼──\n1 │ 2"),
        ("|long|x|\n|--:|:-:|\n|1|abc|", "long │  x\n─────┼────\n   1 │ abc"),
        ("|a|b|\n|-|-|\n|`x|y`|z|", "a  │ b\n───┼───\n`x │ y`"),
        ("|a|b|\n|-|-|\n|1|\n|1|2|3|", "a │ b\n──┼──\n1 │\n1 │ 2"),
        ("|a|b|\n|-|-|\n|x<br>y|z|", "a │ b\n──┼──\nx │ z\ny │"),
        (
            "un[^n] deux[^m]\n\n[^m]: Note m.\n[^n]: Note n.",
            "un¹ deux²\n\n  ² Note m.\n\n  ¹ Note n.",
        ),
        ("un[^rien]", "un[^rien]"),
        ("> [!NOTE]\n> Texte.", "│ Note\n│ Texte."),
        ("> [!WARNING]\n> Un.\n>\n> Deux.", "│ Warning\n│ Un.\n│\n│ Deux."),
        (
            "www.a.example et https://a.example/b.",
            "www.a.example et https://a.example/b.",
        ),
    ]);
}

#[test]
fn html_of_real_offers() {
    check(&[
        ("a<br>b", "a\nb"),
        ("a<br/>b<BR>c", "a\nb\nc"),
        ("<b>a</b> <i>b</i> <u>c</u> <s>d</s>", "a b c d"),
        ("3<sup>e</sup> m<sup>2</sup> H<sub>2</sub>O", "3e m² H₂O"),
        ("<a href=\"https://a.example\">a</a>", "a"),
        ("<a href='mailto:a@b.example'></a>", "a@b.example"),
        ("<p>un</p><p>deux</p>", "un\n\ndeux"),
        ("<div>un</div>\n<div>deux</div>", "un\n\ndeux"),
        ("<h2>Titre</h2>\n<p>texte", "Titre\ntexte"),
        ("<div>\nun\n</div>\n&amp;\n# deux\n<trois", "un\n\n&\n\ndeux\n<trois"),
        ("<ul><li>a</li><li>b</li></ul>", "  • a\n  • b"),
        ("<ul><li>a<li>b</ul>", "  • a\n  • b"),
        ("<ol start=3><li>a<li>b</ol>", "  3. a\n  4. b"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "  • a\n    ◦ b"),
        ("<blockquote>a</blockquote>", "│ a"),
        ("<pre>a\n  b</pre>", "  a\n    b"),
        ("a\n\n<hr>\n\nb", &format!("a\n\n{}\n\nb", "─".repeat(60))),
        ("<hr>\n## Titre", "Titre"),
        ("a\n\n<hr>\n**b**", &format!("a\n\n{}\n\nb", "─".repeat(60))),
        ("<div>\n**gras** et [lien](https://a.example)\n</div>", "gras et lien"),
        ("<img src=a.png alt=\"Un plan\">", "▣ Un plan (a.png)"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a │ b\n──┼──\n1 │ 2"),
        ("<table><tr><td><p>seul</p></td></tr></table>", "seul"),
        ("<details><summary>Plus</summary>\n\ntexte\n\n</details>", "Plus\ntexte"),
        ("<!-- a -->b", "b"),
        ("a <!-- b --> c", "a c"),
        ("<!--more-->\n\na", "a"),
        ("<!-- jamais fermé\n\na", "jamais fermé\n\na"),
        ("<style>p { color: red }</style>\n\na", "a"),
        ("<script>\nvar a;\n\nvar b;\n</script>\n\na", "a"),
        ("a <script>b</script> c", "a c"),
        ("<span class=x>a</span> <font color=red>b</font>", "a b"),
        ("<inconnu>a</inconnu>", "a"),
        ("<x-bouton>a</x-bouton>", "a"),
        ("Objet : <nom> <prénom>", "Objet : <nom> <prénom>"),
        ("<p>a &amp; b &nbsp;&eacute;</p>", "a & b \u{a0}é"),
        ("<center>a</center>", "a"),
        ("<dl><dt>Lieu</dt><dd>Brest</dd></dl>", "Lieu\nBrest"),
        ("<p>une ligne\nune autre</p>", "une ligne une autre"),
        ("<b>jamais fermé.\n\nautre", "jamais fermé.\n\nautre"),
        ("</div>a", "a"),
        ("<iframe src=\"https://v.example/1\"></iframe>", "▣ https://v.example/1"),
    ]);
}

#[test]
fn habits_of_authors() {
    check(&[
        ("**Missions**\n\nLire.", "Missions\nLire."),
        ("a) lire\nb) écrire", "a) lire\nb) écrire"),
        ("1/ lire\n2/ écrire", "1/ lire\n2/ écrire"),
        ("il faut lire\nà voix haute", "il faut lire à voix haute"),
        ("**Missions :**\n- lire", "Missions :\n  • lire"),
        ("**Missions**\nLire.", "Missions\nLire."),
        ("Avant.\n**Missions**\nLire.", "Avant.\n\nMissions\nLire."),
        ("// POUR POSTULER //\n\nÉcrire.", "POUR POSTULER\nÉcrire."),
        ("##Titre\ntexte", "Titre\ntexte"),
        ("##Titre##", "Titre"),
        ("#Titre", "Titre"),
        ("#1 mondial", "#1 mondial"),
        ("PROFIL RECHERCHÉ\n\ntexte", "PROFIL RECHERCHÉ\ntexte"),
        ("• a\n• b", "  • a\n  • b"),
        ("Missions :\n• a\n• b", "Missions :\n  • a\n  • b"),
        ("– a\n– b", "  • a\n  • b"),
        ("-a\n-b", "  • a\n  • b"),
        ("• a\n\n• b", "  • a\n  • b"),
        ("o Avoir envie\no Savoir lire", "  • Avoir envie\n  • Savoir lire"),
        (
            "Durée : 6 mois\nLieu : Brest\nDébut : mars",
            "Durée : 6 mois\nLieu : Brest\nDébut : mars",
        ),
        ("Qualités :\ncuriosité,\nrigueur", "Qualités :\ncuriosité,\nrigueur"),
        ("👉 un\n👉 deux", "👉 un\n👉 deux"),
        ("20^e et 1^er^", "20e et 1er"),
        ("2^10", "2^10"),
        ("**Durée :**6 mois", "Durée :6 mois"),
        ("** Lieu ** Brest", "Lieu Brest"),
        ("[x] (https://a.example)", "x"),
        ("\\[x](<mailto:a@b.example>?cc=c@b.example)", "x"),
        ("{% if a %}b{% endif %}", "b"),
        ("{{ site.title }}\n\na", "a"),
        ("a {{ 'x@y.example' | mailto }}", "a x@y.example"),
        ("[a](b){:target=\"_blank\"}", "a"),
        ("## Titre {#t}", "Titre"),
        (":::tip\ntexte\n:::", "texte"),
        ("[TOC]\n\na", "a"),
        (
            "Un titre qui n’en est pas, parce que la règle est dessous\net sur deux lignes\n---\nsuite",
            &format!(
                "Un titre qui n’en est pas, parce que la règle est dessous et\nsur deux lignes\n\n{}\n\nsuite",
                "─".repeat(60)
            ),
        ),
        ("Rendez-vous : 12 000 € !", "Rendez-vous : 12 000 € !"),
    ]);
}

#[test]
fn tables_wrap_their_cells_then_become_lists() {
    let source =
        "| Poste | Description du travail |\n|---|---|\n| Dev | écrire des choses justes |\n| Ops | les tenir |";
    let at = |width| print::plain(&layout(&parse(source, 0), width));
    assert_eq!(
        at(24),
        "Poste │ Description du\n      │ travail\n──────┼─────────────────\nDev   │ écrire des\n      │ choses justes\n\
         ──────┼─────────────────\nOps   │ les tenir\n"
    );
    assert_eq!(
        at(12),
        "Poste · Dev\nDescription\ndu travail\n  écrire des\n  choses\n  justes\n\nPoste · Ops\nDescription\ndu travail\n  les tenir\n"
    );
}

#[test]
fn narrow_pages_keep_the_text_readable() {
    let deep = "- a\n  - b\n    - c\n      - d\n        - un texte au plus profond";
    let text = print::plain(&layout(&parse(deep, 0), 16));
    assert!(text.lines().all(|line| line.chars().count() <= 16));
    assert!(text.contains("– un"), "{text}");
    let quotes = "> ".repeat(40) + "mot";
    let text = print::plain(&layout(&parse(&quotes, 0), 10));
    assert!(text.contains("mot"), "{text}");
}

#[test]
fn a_body_over_the_limit_is_cut_and_says_so() {
    let body = "é".repeat(700_000);
    let document = parse(&body, 0);
    assert!(document.is_cut());
    assert!(print::plain(&layout(&document, 80)).ends_with("[…]\n"));
    assert!(!parse("court", 0).is_cut());
}

#[test]
fn the_source_of_every_run_is_where_its_text_stands() {
    let source = "# Été\n\n- **durée** : 6&nbsp;mois, `code`\n\n> [lien](https://a.example) bare@a.example\n\n|a|b|\n|-|-|\n|c|d|\n";
    let base = 7;
    let layout = layout(&parse(source, base), 40);
    let mut compared = 0;
    for run in layout.lines.iter().flat_map(|line| &line.runs) {
        let Some(range) = &run.source else { continue };
        let text = &source[range.start - base..range.end - base];
        if text.len() == run.text.as_str().len() {
            assert_eq!(text, run.text.as_str());
            compared += 1;
        }
    }
    assert!(compared >= 10, "{compared}");
    let at = source.find("durée").map(|at| at + base..at + base + "durée".len());
    let places = layout.places(&at.unwrap_or_default());
    assert_eq!(places.len(), 1);
    assert_eq!((places[0].line, places[0].columns.clone()), (1, 2..7));
}

/// The parser drops carriage returns from HTML; what comes after them still stands where the file has it.
#[test]
fn the_number_of_an_image_stands_once() {
    let options = Options {
        width: 60,
        numbered: true,
        spoken: false,
    };
    let layout = layout_with(&parse("![Un plan](plan.png) et [la suite](b.md)", 0), options);
    assert_eq!(layout.lines[0].text(), "▣ Un plan (plan.png)[1] et la suite[2]");
}

#[test]
fn lines_of_html_that_end_as_on_windows_are_where_they_stand() {
    let source = "<div>\r\nété\r\nLe poste à &amp; plus\r\n</div>\r\nfin";
    let mut words = Vec::new();
    for run in layout(&parse(source, 0), 40).lines.iter().flat_map(|line| &line.runs) {
        let Some(range) = &run.source else { continue };
        let text = source.get(range.clone());
        words.extend(text.filter(|text| *text == run.text.as_str()).map(str::trim));
    }
    for word in ["été", "Le poste à", "plus", "fin"] {
        assert!(words.contains(&word), "{word:?} of {words:?}");
    }
}

#[test]
fn the_outline_marks_the_part_on_applying() {
    let source =
        "# Stage en contact avec le public\n\n## Contact\n\nx\n\n## Comment postuler ?\n\nx\n\n**Calendrier**\n\nx";
    let layout = layout(&parse(source, 0), 60);
    let titles: Vec<_> = layout
        .outline
        .iter()
        .map(|entry| (entry.text.as_str(), entry.apply))
        .collect();
    assert_eq!(
        titles,
        [
            ("Stage en contact avec le public", false),
            ("Contact", false),
            ("Comment postuler ?", true),
            ("Calendrier", false)
        ]
    );
    assert_eq!(
        layout.apply_line().map(|line| layout.lines[line].text()),
        Some("Comment postuler ?".to_owned())
    );
}

/// A piece of a text; `#` stands for a word that occurs nowhere else.
const PIECES: [&str; 62] = [
    "#",
    "#",
    "#",
    "#",
    "# #",
    "**#**",
    "*#*",
    "`#`",
    "~~#~~",
    "[#](https://a.example)",
    "![#](i.png)",
    "<b>#</b>",
    "<i>",
    "</p>",
    "<p>",
    "<br>",
    "\n",
    "\n\n",
    "\n\n",
    "\n- #",
    "\n  - #",
    "\n1. #",
    "\n> #",
    "\n# #\n",
    "\n#\n---\n",
    "\n\n---\n\n",
    "\n```\n#\n```\n",
    "\n\n    #\n\n",
    "\n|#|#|\n|-|-|\n|#|#|\n",
    "<ul><li>#",
    "</li></ul>",
    "<table><tr><td>#</td><td>#",
    "</table>",
    "<div>\n#\n</div>\n",
    "&amp;",
    "&eacute;",
    " ",
    "  \n",
    "\\",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "<",
    ">",
    "|",
    "\n|",
    "• #\n",
    "\n-#\n-#",
    "// # //",
    "日本語",
    "e\u{301}",
    "👩\u{200d}💻",
    "שלום",
    "\t",
    "\u{a0}",
    "[^1]",
    "\n[^1]: #\n",
    "#@a.example",
];

fn documents() -> impl Strategy<Value = (String, Vec<String>)> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40).prop_map(|pieces| {
        let mut words = Vec::new();
        let mut text = String::new();
        for piece in pieces {
            // A heading's mark is no place for a word.
            let (start, rest) = piece.split_at(if piece.starts_with("\n# ") { 2 } else { 0 });
            text.push_str(start);
            for (index, part) in rest.split('#').enumerate() {
                if index > 0 {
                    let word = format!("mot{}x", words.len());
                    text.push_str(&word);
                    words.push(word);
                }
                text.push_str(part);
            }
        }
        (text, words)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_line_is_too_wide_whatever_the_text((text, _) in documents(), width in 1_u16..120, numbered: bool) {
        let document = parse(&text, 0);
        let spoken = width % 2 == 0;
        let layout = layout_with(&document, Options { width, numbered, spoken });
        for line in &layout.lines {
            prop_assert!(line.width() <= usize::from(width), "{:?} at {width}", line.text());
            for run in &line.runs {
                let clean = !run.text.as_str().contains(['\n', '\u{200d}', '\u{7f}']);
                prop_assert!(clean, "a forbidden character");
                if let Some(source) = &run.source {
                    prop_assert!(text.get(source.clone()).is_some(), "{source:?} is no part of the text");
                }
            }
        }
        for entry in &layout.outline {
            prop_assert!(entry.line < layout.lines.len());
        }
    }

    #[test]
    fn no_word_is_lost((text, words) in documents()) {
        let shown: String = print::plain(&layout(&parse(&text, 0), 200));
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for word in shown.split(|c: char| !c.is_alphanumeric()) {
            *counts.entry(word).or_default() += 1;
        }
        for word in &words {
            // Beside a mark that went, two words may touch; in a target or an attribute no word is shown.
            let kept = counts.contains_key(word.as_str()) || shown.contains(word.as_str());
            prop_assert!(kept || swallowed(&text, word), "{word} of {text:?}\nshown: {shown:?}");
        }
    }
}

/// Tells whether a word stands where nobody would see it: within a tag's brackets or a link's target that chance made,
/// in a table row's superfluous cells, in a footnote or definition that nothing refers to.
fn swallowed(text: &str, word: &str) -> bool {
    let Some(at) = text.find(word) else { return true };
    let (before, after) = (&text[..at], &text[at..]);
    let inside = |open: &str, close: char| {
        before
            .rfind(open)
            .is_some_and(|open| !before[open + 1..].contains(close))
            && after.contains(close)
    };
    inside("<", '>')
        || inside("](", ')')
        || before.contains('|')
        || inside("`", '`') && before.ends_with("```")
        || before.contains("[^1]:")
        || before.rfind("```").is_some_and(|fence| !before[fence..].contains('\n'))
}
