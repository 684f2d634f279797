//! The command line, as a shell sees it: standard output, standard error, exit code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails panics"
)]

#[path = "support/home.rs"]
mod home;

use std::io::Write;
use std::process::Stdio;

use home::{Answer, Home, files_below};
use serde_json::Value;

const KEYS: &[&str] = &[
    "id",
    "path",
    "source",
    "title",
    "organization",
    "employment_types",
    "duration",
    "start",
    "deadline",
    "pay",
    "pay_range",
    "place",
    "remote",
    "level",
    "contacts",
    "phones",
    "apply_urls",
    "subject",
    "documents",
    "language",
    "tags",
    "date_posted",
    "published",
    "state",
    "warnings",
    "evidence",
];

fn ids(answer: &Answer) -> Vec<String> {
    answer
        .lines()
        .iter()
        .map(|line| line.split('\t').next().unwrap().to_owned())
        .collect()
}

#[test]
fn help_gives_examples_first_in_the_language_of_the_person() {
    let home = Home::new();
    let french = home.run(&["--help", "--lang", "fr"]).ok();
    assert!(french.out.find("Exemples").unwrap() < french.out.find("Utilisation").unwrap());
    let english = home.run(&["--help"]).ok();
    assert!(english.out.find("Examples:").unwrap() < english.out.find("Usage:").unwrap());
    for word in ["offre", "Exemple", "Affiche"] {
        assert!(!english.out.contains(word), "{word} in the English help");
    }
    for word in ["Usage", "Print", "Options:"] {
        assert!(!french.out.contains(word), "{word} in the French help");
    }
    assert!(home.run(&["list", "-h"]).ok().out.contains("--sort"));
    assert!(home.run(&["--version"]).ok().out.starts_with("tremplin "));
}

#[test]
fn a_wrong_command_line_is_explained_and_exits_with_2() {
    let home = Home::new();
    for (arguments, fr, en) in [
        (&["list", "--srot"][..], "« --srot »", "`--srot`"),
        (&["list", "--sort", "size"], "« size »", "`size`"),
        (&["show"], "il manque", "is missing"),
        (&["list", "--json", "--plain"], "s’excluent", "exclude each other"),
        (&["list", "--lang"], "il manque une valeur", "a value is missing"),
        (&["paths", "extra"], "de trop", "too many"),
        (&["stage", "x", "nowhere"], "n’est pas un statut", "is no stage"),
    ] {
        let french = home.command(arguments).env("LANG", "fr_FR.UTF-8").output().unwrap();
        let french = Answer::of(&french).fails(2);
        assert!(french.err.replace('\u{a0}', " ").contains(fr), "{french:?}");
        let english = home.run(arguments).fails(2);
        assert!(english.err.contains(en), "{english:?}");
        assert!(english.err.contains("--help"), "{english:?}");
    }
}

#[test]
fn plain_is_for_a_voice() {
    let home = Home::new();
    let listed = home.run(&["--plain"]).ok();
    assert_eq!(listed.out, home.run(&["list", "--plain"]).ok().out);
    let shown = home.run(&["show", "developpeur", "--plain", "--color", "always"]).ok();
    assert!(shown.out.contains("recrutement@fabrique-communs.example"), "{shown:?}");
    assert!(!shown.out.contains(['\u{1b}', '─', '│']), "{shown:?}");
}

#[test]
fn a_path_that_is_not_there_may_be_a_misspelt_command() {
    let home = Home::new();
    let answer = home.run(&["lsit"]).fails(2);
    assert!(answer.err.contains("tremplin list"), "{answer:?}");
    let answer = home.run(&["list", "--offers", "nowhere"]).fails(2);
    assert!(answer.err.contains("nowhere"), "{answer:?}");
}

#[test]
fn a_day_that_is_no_day_is_refused() {
    let home = Home::new();
    let answer = home
        .command(&["list"])
        .env("TREMPLIN_TODAY", "yesterday")
        .output()
        .unwrap();
    assert!(Answer::of(&answer).fails(2).err.contains("YYYY-MM-DD"));
}

#[test]
fn without_a_folder_the_samples_are_listed() {
    let home = Home::new();
    let answer = home.run(&["list", "--all"]).ok();
    assert!(answer.lines().len() >= 14, "{answer:?}");
    assert!(
        answer.lines().iter().all(|line| line.split('\t').count() == 6),
        "{answer:?}"
    );
}

#[test]
fn without_a_terminal_the_interface_is_a_list() {
    let home = Home::with_offers();
    let list = home.on_offers(&["list"]).ok().out;
    assert_eq!(home.run(&["offers"]).ok().out, list);
    assert!(!list.contains('\x1b'));
}

#[test]
fn closed_offers_and_pages_that_are_none_are_left_out() {
    let home = Home::with_offers();
    assert_eq!(ids(&home.on_offers(&["list"]).ok()).len(), 2);
    let all = home.on_offers(&["list", "--all"]).ok();
    assert_eq!(ids(&all).len(), 3, "{all:?}");
    assert!(!all.out.contains("Offres du phare"));
    let one = home.on_offers(&["show", "offers/README.md"]).fails(1);
    assert!(one.err.contains("tremplin check"), "{one:?}");
}

#[test]
fn sources_come_from_the_arguments_then_the_environment_then_the_configuration() {
    let home = Home::with_offers();
    home.write(
        "config/config.toml",
        &format!("offers = [{:?}]\n", home.path("offers").display().to_string()),
    );
    assert_eq!(ids(&home.run(&["list"]).ok()).len(), 2);
    assert_eq!(
        ids(&home.run(&["list", "--all", "--offers", "offers/closed.md"]).ok()).len(),
        1
    );
    let named = home
        .command(&["list", "--all"])
        .env("TREMPLIN_OFFERS", "offers/closed.md")
        .output()
        .unwrap();
    assert_eq!(ids(&Answer::of(&named).ok()).len(), 1);
}

#[test]
fn the_order_is_the_one_asked_for() {
    let home = Home::with_offers();
    let titles = |arguments: &[&str]| -> Vec<String> {
        let answer = home.on_offers(arguments).ok();
        answer
            .lines()
            .iter()
            .map(|line| line.split('\t').nth(2).unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        titles(&["list", "--sort", "deadline"]),
        ["Stage vigie du phare", "Gardien·ne de phare"]
    );
    assert_eq!(
        titles(&["list", "--sort", "title"]),
        ["Gardien·ne de phare", "Stage vigie du phare"]
    );
    assert_eq!(titles(&["list", "--sort", "title", "--limit", "1"]).len(), 1);
    assert_eq!(titles(&["list", "gardienne"]), ["Gardien·ne de phare"]);
    assert_eq!(
        titles(&["list", "journal"]),
        ["Stage vigie du phare"],
        "a word of the text"
    );
}

#[test]
fn nothing_found_is_exit_code_1() {
    let home = Home::with_offers();
    let answer = home.on_offers(&["list", "zzzqqq"]).fails(1);
    assert!(answer.err.contains("--all"), "{answer:?}");
    let folder = home.run(&["list", "offers"]).fails(1);
    assert!(folder.err.contains("`tremplin list --offers offers`"), "{folder:?}");
    let json = home.on_offers(&["list", "zzzqqq", "--json"]).ok();
    assert_eq!(
        serde_json::from_str::<Value>(&json.out).unwrap(),
        Value::Array(Vec::new())
    );
}

#[test]
fn json_is_the_contract() {
    let home = Home::with_offers();
    let answer = home.on_offers(&["list", "--json", "--all"]).ok();
    let offers: Vec<Value> = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(offers.len(), 3);
    for offer in &offers {
        for key in KEYS {
            assert!(offer.get(key).is_some(), "{key} is missing in {offer}");
        }
    }
    let vigie = offers.iter().find(|offer| offer["path"] == "vigie.md").unwrap();
    assert_eq!(vigie["deadline"], "2026-11-28");
    assert_eq!(vigie["state"], "open");
    let one: Value = serde_json::from_str(&home.on_offers(&["show", "vigie.md", "--json"]).ok().out).unwrap();
    assert_eq!(&one, vigie);
}

/// A file of two offers with what both share around them.
const TWO: &str = "---\norganization: Phare du Nord\n---\n# Le phare recrute\n\nLes candidatures sont ouvertes jusqu'au 3 mai 2027.\n\n\
                   ## Stage : la lampe\n\nNous cherchons une personne pour un stage de 6 mois à Brest.\n\n\
                   ## Gardienne ou gardien (H/F)\n\nNous cherchons une personne en CDI à Quimper, dès que possible.\n\n\
                   ## Candidater\n\nEnvoyez votre CV à emploi@phare.example.\n";

#[test]
fn several_offers_of_one_file_are_several() {
    let home = Home::new();
    home.write("offers/deux.md", TWO);
    // The second time from the cache.
    for _ in 0..2 {
        let offers: Vec<Value> = serde_json::from_str(&home.on_offers(&["list", "--json"]).ok().out).unwrap();
        let paths: Vec<&str> = offers.iter().map(|offer| offer["path"].as_str().unwrap()).collect();
        assert_eq!(paths, ["deux.md#stage-la-lampe", "deux.md#gardienne-ou-gardien-hf"]);
        for (offer, place) in offers.iter().zip(["Brest", "Quimper"]) {
            assert_eq!(offer["place"], place);
            assert_eq!(offer["organization"], "Phare du Nord");
            assert_eq!(offer["deadline"], "2027-05-03");
            assert_eq!(offer["contacts"][0]["email"], "emploi@phare.example");
            let one = home.on_offers(&["show", offer["id"].as_str().unwrap(), "--json"]).ok();
            assert_eq!(&serde_json::from_str::<Value>(&one.out).unwrap(), offer);
        }
    }
    let id = ids(&home.on_offers(&["list", "gardienne"]).ok()).remove(0);
    let shown = home.on_offers(&["show", &id]).ok().out;
    assert!(shown.contains("Quimper") && !shown.contains("la lampe"), "{shown}");
    assert_eq!(
        home.on_offers(&["show", "deux.md#gardienne-ou-gardien-hf"]).ok().out,
        shown
    );
    home.on_offers(&["keep", &id]).ok();
    let kept = home.read(&format!("config/shortlist/{id}.md"));
    assert!(kept.starts_with("## Gardienne") && !kept.contains("lampe"), "{kept}");
    let checked = home.on_offers(&["check", "offers"]).ok().out;
    assert!(
        checked.contains("deux.md#stage-la-lampe") && checked.contains("deux.md:8: "),
        "{checked}"
    );
}

/// Facts of the JSON contract that need no passage.
const WITHOUT_PASSAGE: &[&str] = &[
    "id",
    "path",
    "source",
    "language",
    "state",
    "state_reason",
    "warnings",
    "evidence",
];

#[test]
fn every_fact_of_a_list_has_its_passage_in_the_file() {
    let home = Home::with_offers();
    home.write("offers/deux.md", TWO);
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/offers");
    for (folder, least) in [(home.path("offers").display().to_string(), 5), (samples.to_owned(), 10)] {
        let answer = home.run(&["list", "--json", "--all", "--offers", &folder]).ok();
        let offers: Vec<Value> = serde_json::from_str(&answer.out).unwrap();
        assert!(offers.len() >= least, "{folder}");
        for offer in &offers {
            every_fact_has_its_passage(offer, &folder);
        }
    }
}

fn every_fact_has_its_passage(offer: &Value, folder: &str) {
    let path = offer["path"].as_str().unwrap();
    let file = path.split('#').next().unwrap();
    let text = std::fs::read_to_string(std::path::Path::new(folder).join(file)).unwrap();
    for (key, value) in offer.as_object().unwrap() {
        let stated = !value.is_null() && value.as_array().is_none_or(|values| !values.is_empty());
        if !stated || WITHOUT_PASSAGE.contains(&key.as_str()) {
            continue;
        }
        let fact = if key == "pay_range" { "pay" } else { key };
        let entries = offer["evidence"][fact].as_array();
        let entries = entries.unwrap_or_else(|| panic!("{path}: no passage for {key} = {value}"));
        let count = value.as_array().map_or(1, Vec::len);
        assert!(
            entries.len() >= count,
            "{path}: {key} has {count} values and fewer passages"
        );
        for entry in entries {
            match entry["quote"].as_str() {
                Some(quote) => assert!(!quote.is_empty() && text.contains(quote), "{path}: {key}: {quote:?}"),
                None => assert_eq!(entry["inferred"], "file_name", "{path}: {key}: {entry}"),
            }
        }
    }
}

#[test]
fn an_offer_is_found_by_its_id_the_beginning_of_it_its_file_or_its_text() {
    let home = Home::with_offers();
    let id = ids(&home.on_offers(&["list", "vigie"]).ok()).remove(0);
    let whole = home.on_offers(&["show", &id]).ok().out;
    assert!(
        whole.contains("Stage vigie du phare") && whole.contains("journal du phare"),
        "{whole}"
    );
    assert_eq!(home.on_offers(&["show", &id[..8]]).ok().out, whole);
    assert_eq!(home.on_offers(&["show", "vigie.md"]).ok().out, whole);
    assert_eq!(home.run(&["show", "offers/vigie.md"]).ok().out, whole);

    let mut child = home
        .command(&["show", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(home.read("offers/vigie.md").as_bytes())
        .unwrap();
    assert_eq!(Answer::of(&child.wait_with_output().unwrap()).out, whole);
}

#[test]
fn an_id_that_fits_none_or_several_says_so() {
    let home = Home::with_offers();
    assert!(home.on_offers(&["show", "nothing"]).fails(1).err.contains("list --all"));
    home.write(
        "offers/vigie-2.md",
        &home.read("offers/vigie.md").replace("Brest", "Sein"),
    );
    let answer = home.on_offers(&["show", "stage-vig"]).fails(1);
    assert_eq!(answer.err.matches("stage-vigie").count(), 2, "{answer:?}");
}

#[test]
fn no_line_is_wider_than_asked() {
    let home = Home::with_offers();
    for width in ["40", "60"] {
        let answer = home.on_offers(&["show", "vigie.md", "--width", width]).ok();
        let widest = answer.lines().iter().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width.parse().unwrap(), "{widest} > {width}: {}", answer.out);
    }
}

#[test]
fn a_hostile_offer_prints_no_control_character() {
    let home = Home::new();
    home.write(
        "offers/bad\u{202e}name.md",
        "---\ntitle: \"Stage \\e]0;owned\\a \u{202e}egats\"\norganization: \"x\\e[2Jy\"\n---\n\nOffre de stage.\u{1b}[31m \
         Envoyez votre CV à a@b.example\u{7} ou \u{9b}2J.\n",
    );
    for arguments in [
        &["list", "--all"][..],
        &["list", "--all", "--json"],
        &["show", "offers/bad\u{202e}name.md"],
    ] {
        let answer = home.on_offers(arguments);
        let bad = |c: char| (c.is_control() && c != '\n' && c != '\t') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!answer.out.contains(bad) && !answer.err.contains(bad), "{answer:?}");
    }
}

#[test]
fn a_closed_pipe_is_success_and_a_full_disk_is_not() {
    let home = Home::with_offers();
    let mut child = home
        .command(&["list", "--all", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let answer = Answer::of(&child.wait_with_output().unwrap());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let status = home
            .command(&["list", "--all"])
            .stdout(full)
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(1));
    }
}

#[test]
fn what_was_kept_of_an_offer_serves_when_its_file_is_gone() {
    let home = Home::with_offers();
    home.on_offers(&["keep", "vigie.md"]).ok();
    let kept = home.on_offers(&["history"]).ok().out;
    let id = kept.split(['[', ']']).nth(1).unwrap().to_owned();
    std::fs::remove_file(home.path("offers/vigie.md")).unwrap();
    let answer = home.on_offers(&["apply", &id]);
    assert!(
        answer.err.contains("The offer is gone; here is the text you kept."),
        "{}",
        answer.err
    );
    assert!(answer.out.contains("[VIGIE]"), "{}", answer.out);
    assert_eq!(home.on_offers(&["apply", &id, "--sent"]).code, 0);
    assert!(home.on_offers(&["history", &id]).ok().out.contains("sent"));
    assert!(home.on_offers(&["copy", &id, "--subject"]).out.contains("[VIGIE]"));
    assert!(home.on_offers(&["show", &id]).out.contains("[VIGIE]"));
    std::fs::remove_file(home.path(&format!("config/shortlist/{id}.md"))).unwrap();
    let answer = home.on_offers(&["apply", &id]);
    assert!(
        answer.code == 1 && answer.err.contains("its text was not kept"),
        "{}",
        answer.err
    );
}

#[test]
fn copy_prints_the_text_and_says_by_which_road_it_went() {
    let home = Home::with_offers();
    let input = home.path("input");
    home.program("xclip", &format!("cat > '{}'", input.display()));
    let copy = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        let command = command.env("TREMPLIN_OFFERS", home.path("offers")).env("DISPLAY", ":0");
        Answer::of(&command.output().unwrap())
    };
    let answer = copy(&["copy", "vigie.md"]);
    assert_eq!(answer.out, "vigie@phare.example\n", "{answer:?}");
    assert_eq!(answer.err, "copied with xclip\n");
    assert_eq!(home.read("input"), "vigie@phare.example", "exactly, without a line end");
    assert_eq!(copy(&["copy", "vigie.md", "--subject"]).out, "[VIGIE] Prénom Nom\n");
    assert_eq!(copy(&["copy", "gardienne.md", "--cc"]).out, "ines@phare.example\n");
    assert!(
        copy(&["copy", "gardienne.md", "--all"])
            .out
            .contains("copy to: ines@phare.example")
    );
    assert_eq!(copy(&["copy", "vigie.md", "--cc"]).fails(1).code, 1);
}

#[test]
fn keep_hide_and_stage_write_the_shortlist_and_nothing_else() {
    let home = Home::with_offers();
    let before = files_below(&home.path("offers"));
    let id = ids(&home.on_offers(&["list", "vigie"]).ok()).remove(0);
    assert!(home.on_offers(&["keep", &id]).ok().out.contains("Stage vigie"));
    let kept = home.read(&format!("config/shortlist/{id}.yaml"));
    assert!(
        kept.starts_with("version:") && kept.trim_end().ends_with("end: true"),
        "{kept}"
    );
    assert!(
        home.read(&format!("config/shortlist/{id}.md"))
            .contains("journal du phare")
    );

    home.on_offers(&["stage", &id, "envoyée"]).ok();
    assert!(home.read(&format!("config/shortlist/{id}.yaml")).contains("sent"));

    home.on_offers(&["hide", "gardienne.md"]).ok();
    assert_eq!(ids(&home.on_offers(&["list"]).ok()), std::slice::from_ref(&id));
    assert_eq!(ids(&home.on_offers(&["list", "--all"]).ok()).len(), 3);

    std::fs::remove_file(home.path("offers/vigie.md")).unwrap();
    home.on_offers(&["stage", &id, "entretien"]).ok();
    assert!(home.read(&format!("config/shortlist/{id}.yaml")).contains("interview"));
    let after = files_below(&home.path("offers"));
    assert_eq!(
        after,
        before
            .into_iter()
            .filter(|(path, _)| !path.ends_with("vigie.md"))
            .collect::<Vec<_>>()
    );
}

#[test]
fn paths_and_keys_are_printed() {
    let home = Home::new();
    let places: Value = serde_json::from_str(&home.run(&["paths", "--json"]).ok().out).unwrap();
    assert_eq!(places["shortlist"], home.path("config/shortlist").display().to_string());
    assert!(
        home.run(&["paths"])
            .ok()
            .out
            .contains(&home.path("cache").display().to_string())
    );
    let keys = home.run(&["keys"]).ok().out;
    assert!(keys.contains("Ctrl-c") && !keys.contains("Chercher"), "{keys}");
}

#[test]
fn without_a_home_the_error_names_the_variable() {
    let home = Home::new();
    let mut command = home.command(&["list"]);
    command.env_remove("HOME").env_remove("TREMPLIN_CONFIG_DIR");
    let answer = Answer::of(&command.output().unwrap());
    // A system may know the home of a user without the variable.
    assert!(
        answer.code == 0 || answer.err.contains("TREMPLIN_CONFIG_DIR"),
        "{answer:?}"
    );
}

#[test]
fn a_mistake_in_the_configuration_is_told_and_costs_nothing_else() {
    let home = Home::with_offers();
    home.write("config/config.toml", "theme = 12\n");
    let answer = home.on_offers(&["list"]);
    assert_eq!(ids(&answer).len(), 2);
    assert!(
        answer.err.contains("config.toml") && answer.err.contains('1'),
        "{answer:?}"
    );
}

#[test]
fn a_draft_has_what_the_offer_demands_and_says_what_is_missing() {
    let home = Home::with_offers();
    home.write("config/cv.pdf", "%PDF");
    home.write(
        "config/profile.toml",
        "name = \"Camille Martin\"\n[documents]\ncv = \"cv.pdf\"\n",
    );
    let draft = home.on_offers(&["apply", "vigie.md"]);
    assert!(
        draft
            .out
            .starts_with("To: vigie@phare.example\nSubject: [VIGIE] Camille Martin\nFiles: cv.pdf\n"),
        "{draft:?}"
    );
    assert!(
        draft.out.contains("Bonjour,"),
        "the letter is in the language of the offer: {draft:?}"
    );
    let draft = home.on_offers(&["apply", "gardienne.md"]);
    assert!(draft.out.contains("Cc: ines@phare.example"), "{draft:?}");
    assert!(draft.err.contains("cover letter"), "a document is missing: {draft:?}");
    let late = home.on_offers(&["apply", "closed.md"]);
    assert!(late.err.contains("deadline has passed"), "{late:?}");
}

#[test]
fn a_draft_is_written_beside_the_offers_but_never_among_them() {
    let home = Home::with_offers();
    let before = files_below(&home.path("offers"));
    home.on_offers(&["apply", "vigie.md", "--eml", "draft.eml"]);
    let message = home.read("draft.eml");
    assert!(
        message.contains("X-Unsent: 1\r\n") && message.contains("To: <vigie@phare.example>\r\n"),
        "{message}"
    );
    let again = home.on_offers(&["apply", "vigie.md", "--eml", "draft.eml"]);
    assert_eq!(
        (again.code, home.read("draft.eml")),
        (1, message),
        "what is there is not replaced"
    );
    assert_eq!(
        home.on_offers(&["apply", "vigie.md", "--eml", "offers/draft.eml"]).code,
        1
    );
    assert_eq!(files_below(&home.path("offers")), before);
}

#[test]
fn an_application_that_left_is_in_the_shortlist() {
    let home = Home::with_offers();
    let link = home.on_offers(&["apply", "vigie.md", "--mailto", "--sent"]);
    assert!(
        link.out.starts_with("mailto:vigie@phare.example?subject=%5BVIGIE%5D"),
        "{link:?}"
    );
    let id = ids(&home.on_offers(&["list", "vigie"]).ok()).remove(0);
    let kept = home.read(&format!("config/shortlist/{id}.yaml"));
    assert!(kept.contains("vigie@phare.example") && kept.contains("sent"), "{kept}");
    let again = home.on_offers(&["apply", "gardienne.md"]);
    assert!(
        again.err.contains("already sent on 20 November 2026"),
        "the same organisation: {again:?}"
    );
    let reply = home.on_offers(&["apply", "vigie.md", "--letter", "follow-up"]);
    assert!(reply.out.contains("Subject: Re: [VIGIE]"), "{reply:?}");
}

#[test]
fn an_address_outside_the_pattern_is_refused() {
    let home = Home::with_offers();
    for hostile in [
        "$(id)@phare.example",
        "a@b.example\r\nBcc: x@y.example",
        "a@phar\u{435}.example",
    ] {
        let answer = home.on_offers(&["apply", "vigie.md", "--to", hostile]).fails(1);
        assert!(!answer.err.contains('\r'), "{answer:?}");
    }
}

#[test]
fn check_says_what_is_missing_and_strict_fails() {
    let home = Home::with_offers();
    let report = home.run(&["check", "offers"]).ok();
    assert!(
        report.out.contains("vigie.md") && report.out.contains("README.md"),
        "{report:?}"
    );
    assert!(report.out.contains("4 texts read"), "{report:?}");
    let all: Vec<Value> = serde_json::from_str(&home.run(&["check", "offers", "--json"]).ok().out).unwrap();
    assert_eq!(all.len(), 4);
    home.write(
        "offers/closed.md",
        &home
            .read("offers/closed.md")
            .replace("contract:", "published: true\ncontract:"),
    );
    let strict = home.run(&["check", "offers", "--strict", "--format", "github"]);
    assert_eq!(
        (strict.code, strict.err.as_str()),
        (1, ""),
        "a deadline that has passed: {strict:?}"
    );
    assert!(strict.out.lines().all(|line| line.starts_with("::")), "{strict:?}");
    assert!(strict.out.contains("file=offers/closed.md,line="), "{strict:?}");
}

#[test]
fn the_doctor_masks_what_is_personal() {
    let home = Home::with_offers();
    home.program("nano", "");
    let answer = home.on_offers(&["doctor"]).ok();
    assert!(!answer.out.contains(&home.path("").display().to_string()), "{answer:?}");
    assert!(answer.out.contains("offers: 3, other texts: 1"), "{answer:?}");
    let json: Value = serde_json::from_str(&home.on_offers(&["doctor", "--json"]).ok().out).unwrap();
    assert_eq!(json["editor"]["value"], "nano");
    assert_eq!(json["opener"]["ok"], false);
    assert_eq!(json["shortlist"]["ok"], true);
    for (lang, nothing) in [("fr", "rien"), ("en", "nothing")] {
        let said = home.on_offers(&["doctor", "--lang", lang]).ok().out;
        let within = said.lines().find(|line| line.contains("within")).unwrap();
        assert!(within.ends_with(&format!(" {nothing}")), "{within:?}");
        assert!(!said.contains("false"), "{said}");
    }
}

#[test]
fn manual_and_completions_come_from_the_declaration() {
    let home = Home::new();
    assert!(home.run(&["man"]).ok().out.contains("tremplin"));
    assert!(home.run(&["man", "config", "show"]).ok().out.contains("default"));
    assert!(home.run(&["man", "lisst"]).fails(2).err.contains("lisst"));
    let folder = home.path("man1");
    home.run(&["man", "--output", folder.to_str().unwrap()]).ok();
    let mut pages: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|page| page.unwrap().file_name())
        .collect();
    pages.sort();
    assert!(pages.len() > 30 && pages[0] == "tremplin-apply.1", "{pages:?}");
    assert!(pages.iter().any(|page| page == "tremplin.1") && pages.iter().any(|page| page == "tremplin-config-edit.1"));
    for shell in ["bash", "elvish", "fish", "nushell", "powershell", "zsh"] {
        assert!(
            home.run(&["completions", shell]).ok().out.contains("no-cache"),
            "{shell}"
        );
    }
    assert!(home.run(&["completions", "tcsh"]).fails(2).err.contains("fish"));
    // zsh numbers the words: the command is the first, whether or not a folder may stand there.
    let zsh = home.run(&["completions", "zsh"]).ok().out;
    assert!(zsh.contains("case $line[1] in") && !zsh.contains("$line[2]"), "{zsh}");
    let french = home.run(&["completions", "fish", "--lang", "fr"]).ok().out;
    assert!(
        french.contains("using_subcommand export\" -f -a \"ics\\t'un agenda'\n"),
        "{french}"
    );
    assert!(
        french.contains("always\\t'toujours'") && !french.contains("French"),
        "{french}"
    );
}
