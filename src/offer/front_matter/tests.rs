//! Front matters as people write them.

use super::*;

fn get<'f>(front: &'f FrontMatter, key: &str) -> &'f Value {
    &front
        .fields
        .iter()
        .find(|field| field.folded == key)
        .unwrap_or_else(|| panic!("no {key} in {front:?}"))
        .value
}

fn words(value: &Value) -> &str {
    match value {
        Value::Text(text, _) => text,
        other => panic!("{other:?} is no text"),
    }
}

fn list(value: &Value) -> Vec<&str> {
    match value {
        Value::List(values) => values.iter().map(words).collect(),
        other => panic!("{other:?} is no list"),
    }
}

/// Every scalar that is written as it reads stands at its span.
fn spans_fit(text: &str, front: &FrontMatter) {
    for (field, words, span) in front.scalars() {
        let raw = text.get(span.clone()).unwrap_or_else(|| panic!("{field:?}"));
        let squeeze = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert!(
            squeeze(raw).contains(&squeeze(words)),
            "{field:?}: {raw:?} for {words:?}"
        );
        assert_eq!(
            text.get(field.span.start..)
                .and_then(|r| r.trim_start_matches(['"', '\'']).get(..field.key.len())),
            Some(field.key.as_str())
        );
    }
}

#[test]
fn a_thematic_break_opens_no_front_matter() {
    for text in [
        "---\n\nOffre de stage\n\n**Une personne**\n\n---\n\n## Missions\n",
        "---\nUne ligne de prose.\n---\n",
        "Texte\n---\ntitle: x\n---\n",
        "---\n",
        "",
        "  ---\ntitle: x\n---\n",
    ] {
        let front = read(text);
        assert_eq!(
            (front.fields.len(), front.body_start, front.range),
            (0, 0, 0..0),
            "{text:?}"
        );
    }
}

#[test]
fn the_block_is_found_below_blank_lines_and_marks() {
    for (text, body) in [
        ("---\ntitle: Un poste\n---\nCorps", "Corps"),
        ("\u{feff}---\ntitle: Un poste\n---\nCorps", "Corps"),
        ("\u{feff}\n\n---\ntitle: Un poste\n---\nCorps", "Corps"),
        ("---\r\ntitle: Un poste\r\n\r\n---\r\nCorps", "Corps"),
        ("---\ntitle: Un poste\n...\nCorps", "Corps"),
        ("+++\ntitle = \"Un poste\"\n+++\nCorps", "Corps"),
        (
            "---\n# une remarque --- avec un tiret\ntitle: Un poste # la fin\n---\nCorps",
            "Corps",
        ),
        ("---\ntitle: Un poste\n\nCorps jamais séparé", "\nCorps jamais séparé"),
    ] {
        let front = read(text);
        assert_eq!(words(get(&front, "title")), "Un poste", "{text:?}");
        assert_eq!(&text[front.body_start..], body, "{text:?}");
        spans_fit(text, &front);
    }
}

#[test]
fn scalars_stay_the_text_that_was_written() {
    let text = "---\nopen: no\nrate: 1e3\ndate: 2020-02-03\nzip: 01000\nempty:\nnull_too: ~\nquoted: \"a # b\"\nsingle: 'l''air'\nurl: https://a.example/x#y\n---\n";
    let front = read(text);
    for (key, wanted) in [
        ("open", "no"),
        ("rate", "1e3"),
        ("date", "2020-02-03"),
        ("zip", "01000"),
        ("quoted", "a # b"),
        ("single", "l'air"),
        ("url", "https://a.example/x#y"),
    ] {
        assert_eq!(words(get(&front, key)), wanted, "{key}");
    }
    assert_eq!(get(&front, "empty"), &Value::Empty);
    assert_eq!(get(&front, "nulltoo"), &Value::Empty);
    assert_eq!(front.error, None);
}

#[test]
fn lists_and_maps_of_every_shape() {
    let text = "---\na: [x, \"y z\", 'w']\nb:\n  - x\n  - y z\nc:\n- x\n- \"y: z\"\ncontact:\n  name: Camille Petit\n  email: rh@lab.example\nd: [\n  x,\n  y\n]\ne:\n  - nom: un\n    site: deux\nf: >-\n  une phrase\n  pliée\ng: |\n  deux\n  lignes\nh: {k: v}\n---\n";
    let front = read(text);
    assert_eq!(front.error, None);
    assert_eq!(list(get(&front, "a")), ["x", "y z", "w"]);
    assert_eq!(list(get(&front, "b")), ["x", "y z"]);
    assert_eq!(list(get(&front, "c")), ["x", "y: z"]);
    assert_eq!(list(get(&front, "d")), ["x", "y"]);
    assert_eq!(words(get(&front, "f")), "une phrase pliée");
    assert_eq!(words(get(&front, "g")).trim_end(), "deux\nlignes");
    let Value::Map(contact) = get(&front, "contact") else {
        panic!("no map")
    };
    assert_eq!(
        (contact[1].folded.as_str(), words(&contact[1].value)),
        ("email", "rh@lab.example")
    );
    assert!(matches!(get(&front, "h"), Value::Map(fields) if fields.len() == 1));
    assert!(matches!(get(&front, "e"), Value::List(items) if matches!(&items[0], Value::Map(f) if f.len() == 2)));
    spans_fit(text, &front);
}

#[test]
fn what_is_not_valid_is_read_line_by_line_and_reported() {
    for (block, key, wanted, line) in [
        ("title:\tUn poste\n", "title", "Un poste", None),
        (
            "title: [CDD 44] Ingénieur\nplace: Nantes\n",
            "title",
            "[CDD 44] Ingénieur",
            Some(2),
        ),
        (
            "title: Un poste\norganization\nplace: Nantes\n",
            "place",
            "Nantes",
            Some(3),
        ),
        ("title: Un poste\ngithub: @lab\n", "github", "@lab", Some(3)),
        (
            "title: Un poste : le vrai\nplace: Nantes\n",
            "title",
            "Un poste : le vrai",
            Some(2),
        ),
        ("title: \"Un poste\nplace: Nantes\n", "place", "Nantes", Some(2)),
        ("created: !!timestamp '2018-01-18'\n", "created", "2018-01-18", None),
        ("created: !!timestamp 2018-01-18\n", "created", "2018-01-18", None),
        ("title: Un poste\ntitle: Un autre\n", "title", "Un poste", Some(3)),
        (
            "how_to_apply: Écrivez : à\n  - rh@lab.example\n  - vous\nplace: Nantes\n",
            "place",
            "Nantes",
            Some(2),
        ),
    ] {
        let text = format!("---\n{block}---\nCorps");
        let front = read(&text);
        assert_eq!(words(get(&front, key)), wanted, "{block:?}");
        if let Some(line) = line {
            assert_eq!(
                front.error.as_ref().map(|(at, _)| *at),
                Some(line),
                "{block:?} {:?}",
                front.error
            );
        }
        assert_eq!(&text[front.body_start..], "Corps");
    }
}

#[test]
fn bombs_are_never_parsed() {
    let brackets = format!("---\na: {}\ntitle: Un poste\n---\n", "[".repeat(200_000));
    let long = format!("---\ntitle: Un poste\na: |\n  {}\n---\n", "x".repeat(140_000));
    let alias = "---\na: &x [1,2]\nb: [*x, *x]\ntitle: Un poste\n---\n".to_owned();
    let toml = format!("+++\ntitle = \"Un poste\"\na = {}\n+++\n", "[".repeat(600));
    for text in [brackets, long, alias, toml] {
        let front = read(&text);
        assert_eq!(words(get(&front, "title")), "Un poste");
        assert!(front.error.is_some());
    }
}

#[test]
fn names_of_values_are_no_part_of_them() {
    let text = "---\nintitule: &t Un poste\ntitle: *t\nother: *none\n---\n";
    let front = read(text);
    assert_eq!(words(get(&front, "intitule")), "Un poste");
    assert_eq!(words(get(&front, "title")), "Un poste");
    assert_eq!(words(get(&front, "other")), "*none");
    for (_, words, span) in front.scalars() {
        assert_eq!(text.get(span.clone()), Some(words));
    }
}

#[test]
fn toml_tables_dates_and_escapes() {
    let text = "+++\ntitle = \"Stage \\\"ouvert\\\"\"\ndate = 2018-04-23T10:00:00+02:00\ntags = [\"a\", \"b\"]\ndraft = false\n[menu.main]\n  name = 'x'\n+++\nCorps";
    let front = read(text);
    assert_eq!(words(get(&front, "title")), "Stage \"ouvert\"");
    assert_eq!(words(get(&front, "date")), "2018-04-23T10:00:00+02:00");
    assert_eq!(list(get(&front, "tags")), ["a", "b"]);
    assert_eq!(words(get(&front, "draft")), "false");
    assert!(matches!(get(&front, "menu"), Value::Map(_)));
    assert_eq!(front.error, None);
}

#[test]
fn broken_toml_keeps_its_good_lines() {
    let front = read("+++\ntitle = \"Un poste\"\nplace = Nantes\ndraft = true\n+++\n");
    assert_eq!(words(get(&front, "title")), "Un poste");
    assert_eq!(words(get(&front, "draft")), "true");
    assert_eq!(front.error.map(|(line, _)| line), Some(3));
}

#[test]
fn what_a_toml_block_lacks_at_its_end_is_said_of_its_last_line() {
    let front = read("+++\ntitle = \"Un poste\"\ntags = [\n\"a\",\n\n+++\n");
    assert_eq!(front.error.map(|(line, _)| line), Some(4));
}

proptest::proptest! {
    #[test]
    fn no_text_panics_and_spans_are_boundaries(block in "[a-zé:\\[\\]{}\"'#&*!|>@ ,\t\n-]{0,120}", fence in "(---|\\+\\+\\+)") {
        let text = format!("{fence}\ntitle: x\n{block}\n{fence}\n");
        let front = read(&text);
        for (field, _, span) in front.scalars() {
            proptest::prop_assert!(text.get(span.clone()).is_some() && text.get(field.span.clone()).is_some());
        }
        proptest::prop_assert!(text.is_char_boundary(front.body_start));
    }
}

/// The parser takes a lone carriage return for the end of a line; an editor does not.
#[test]
fn the_line_of_a_mistake_is_the_one_an_editor_shows() {
    for title in ["\"é\"", "é\r\r\rè", "a\u{2028}b"] {
        let front = read(&format!(
            "---\ntitle: {title}\nplace: Brest\ntags: [a, b\n---\n\nTexte.\n"
        ));
        assert_eq!(front.error.map(|(line, _)| line), Some(4), "{title:?}");
    }
}
