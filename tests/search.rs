//! Searching as a candidate does it: what is found, in which order, and what is lit.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tremplin::locale::Lang;
use tremplin::offer::{Duration, EmploymentType, OfferId, Start, Summary};
use tremplin::search::completion::complete;
use tremplin::search::facets::facets;
use tremplin::search::query::fields::Field;
use tremplin::search::{
    BodyIndex, BodyIndexBuilder, Corpus, Index, LeftOut, Newest, Query, Scope, Searcher, Sort, Texts, highlights,
    search,
};
use tremplin::text::Language;
use tremplin::tracking::Marks;
use tremplin::tracking::stage::Step;

const TODAY: Date = date(2026, 11, 20);

fn row(title: &str, organization: &str, place: &str) -> Summary {
    Summary {
        id: OfferId::new(title, organization, ""),
        path: "offre.md".into(),
        source: 0,
        title: title.into(),
        organization: organization.into(),
        place: place.into(),
        employment_types: [].into_iter().collect(),
        tags: Box::new([]),
        duration: None,
        start: None,
        deadline: None,
        pay: None,
        pay_stated: false,
        remote: None,
        language: None,
        date_posted: None,
        published: None,
        filled: false,
        draft: false,
        contact: None,
        warnings: 0,
    }
}

/// Rows, their index, and the bodies' when some are given.
struct Folder {
    rows: Vec<Summary>,
    marks: Vec<Marks>,
    index: Index,
    bodies: Option<BodyIndex>,
    scope: Scope,
    texts: Bodies,
}

/// The bodies as they were given.
#[derive(Default)]
struct Bodies(Vec<String>);

impl Texts for Bodies {
    fn body(&self, row: u32) -> Option<String> {
        self.0.get(row as usize).cloned()
    }
}

impl Folder {
    fn new(rows: Vec<Summary>) -> Self {
        let index = Index::build(&rows);
        Self {
            rows,
            marks: Vec::new(),
            index,
            bodies: None,
            scope: Scope::All,
            texts: Bodies::default(),
        }
    }

    fn with_bodies(mut self, bodies: &[&str]) -> Self {
        let mut builder = BodyIndexBuilder::default();
        for (row, body) in (0..).zip(bodies) {
            builder.add(row, body);
        }
        self.texts = Bodies(bodies.iter().map(|body| (*body).to_owned()).collect());
        self.bodies = Some(builder.finish(self.rows.len()));
        self
    }

    fn corpus(&self) -> Corpus<'_> {
        Corpus {
            rows: &self.rows,
            index: &self.index,
            bodies: self.bodies.as_ref(),
            texts: Some(&self.texts),
            marks: &self.marks,
            today: TODAY,
            scope: self.scope,
        }
    }

    fn find(&self, query: &str) -> Vec<u32> {
        self.sorted(query, Sort::Relevance)
    }

    fn sorted(&self, query: &str, sort: Sort) -> Vec<u32> {
        let hits = search(self.corpus(), &Query::parse(query, TODAY), sort);
        hits.rows.iter().map(|hit| hit.row).collect()
    }
}

fn offers() -> Folder {
    let mut rows = vec![
        row("Développeur·se Rust — données ouvertes", "Atelier du Code", "Paris"),
        row(
            "Stage : cartographie de l’économie locale",
            "Fabrique des Cartes",
            "Lyon",
        ),
        row("Chargé(e) de mission", "Ville de Sainte-Colombe", "Sainte-Colombe"),
        row("Ingénieur C++ / .NET", "Œuvres Numériques", "Marseille"),
        row("Backend developer", "Open Harbour", "Remote, EU"),
    ];
    rows[0].employment_types.insert(EmploymentType::FixedTerm);
    rows[0].deadline = Some(date(2026, 11, 22));
    rows[0].duration = Some(Duration {
        min_tenths: 240,
        max_tenths: Some(240),
    });
    rows[0].contact = Some("rh@atelier.example".into());
    rows[1].employment_types.insert(EmploymentType::Internship);
    rows[1].deadline = Some(date(2026, 12, 31));
    rows[1].duration = Some(Duration {
        min_tenths: 40,
        max_tenths: Some(60),
    });
    rows[1].start = Some(Start::Month { year: 2027, month: 1 });
    rows[2].employment_types.insert(EmploymentType::Permanent);
    rows[2].tags = Box::new(["service public".into(), "accueil".into()]);
    rows[2].deadline = Some(date(2026, 11, 1));
    rows[4].remote = Some(true);
    Folder::new(rows)
}

#[test]
fn an_empty_query_gives_all_by_deadline_past_ones_last() {
    assert_eq!(offers().find(""), [0, 1, 3, 4, 2]);
    assert_eq!(offers().find("   "), [0, 1, 3, 4, 2]);
}

#[test]
fn accents_elision_ligatures_and_inclusive_writing_are_no_obstacle() {
    let folder = offers();
    assert_eq!(folder.find("economie"), [1]);
    assert_eq!(folder.find("ÉCONOMIE"), [1]);
    assert_eq!(folder.find("oeuvres"), [3]);
    assert_eq!(folder.find("développeuse"), [0, 4]);
    assert_eq!(folder.find("développeur"), [0, 4]);
    assert_eq!(folder.find("chargée"), [2]);
    assert_eq!(folder.find("développeur·se"), [0, 4]);
}

#[test]
fn words_of_programmers_are_words() {
    let folder = offers();
    assert_eq!(folder.find("c++"), [3]);
    assert_eq!(folder.find(".net"), [3]);
    assert_eq!(folder.find("c#"), [0; 0]);
}

#[test]
fn synonyms_find_each_other() {
    let folder = offers();
    assert_eq!(folder.find("internship"), [1]);
    assert_eq!(folder.find("intern"), [1]);
    assert_eq!(folder.find("télétravail"), [4]);
    assert_eq!(folder.find("fixed-term"), [0]);
    assert_eq!(folder.find("cdd"), [0]);
}

#[test]
fn one_slip_is_forgiven_in_long_words_and_ranked_last() {
    let folder = Folder::new(vec![
        row("Cartografie", "", ""),
        row("Cartographie", "", ""),
        row("Carte", "", ""),
    ]);
    assert_eq!(folder.find("cartographie"), [1]);
    assert_eq!(folder.find("cartogrraphie"), [1]);
    let folder = Folder::new(vec![row("Cartogtaphie", "", ""), row("Cartographie", "", "")]);
    assert_eq!(folder.find("cartographie"), [1, 0]);
}

#[test]
fn whole_words_come_before_starts_and_titles_before_tags() {
    let mut rows = vec![
        row("Rustique", "", ""),
        row("Autre", "", ""),
        row("Rust", "", ""),
        row("Antirust", "", ""),
    ];
    rows[1].tags = Box::new(["rust".into()]);
    assert_eq!(Folder::new(rows).find("rust"), [2, 1, 0, 3]);
}

#[test]
fn phrases_refusals_and_alternatives() {
    let folder = offers();
    assert_eq!(folder.find("\"données ouvertes\""), [0]);
    assert_eq!(folder.find("\"ouvertes données\""), [0; 0]);
    assert_eq!(folder.find("-stage -rust -c++"), [4, 2]);
    assert_eq!(folder.find("rust | cartographie"), [0, 1]);
    assert_eq!(folder.find("rust OU cartographie -lyon"), [0]);
    assert_eq!(folder.find("rust lyon"), [0; 0]);
}

#[test]
fn fields_in_both_languages() {
    let folder = offers();
    for query in ["lieu:lyon", "place:Lyon", "ville: lyon", "city:ly"] {
        assert_eq!(folder.find(query), [1], "{query}");
    }
    assert_eq!(folder.find("lieu:lyon,paris"), [0, 1]);
    assert_eq!(folder.find("structure:\"ville de sainte\""), [2]);
    assert_eq!(folder.find("org:atelier"), [0]);
    assert_eq!(folder.find("type:stage,cdi"), [1, 2]);
    assert_eq!(folder.find("kind:internship"), [1]);
    assert_eq!(folder.find("tag:accueil"), [2]);
    assert_eq!(folder.find("titre:rust"), [0]);
    assert_eq!(folder.find("durée:4-6"), [1]);
    assert_eq!(folder.find("duration:>=12"), [0]);
    assert_eq!(folder.find("télétravail:oui"), [4]);
    assert_eq!(folder.find("avec:adresse"), [0]);
    assert_eq!(folder.find("-has:deadline"), [3, 4]);
    assert_eq!(folder.find("-lieu:paris type:cdd"), [0; 0]);
}

#[test]
fn every_field_means_the_same_in_french_and_in_english() {
    let mut folder = offers();
    folder.marks = vec![Marks::default(); 5];
    folder.marks[0].step = Some(Step::Sent);
    folder.marks[1].new = true;
    folder.marks[3].unread = true;
    for (row, kind) in [
        (2, EmploymentType::Volunteer),
        (3, EmploymentType::Freelance),
        (3, EmploymentType::Apprenticeship),
        (4, EmploymentType::Phd),
        (4, EmploymentType::Postdoc),
        (4, EmploymentType::CivicService),
    ] {
        folder.rows[row].employment_types.insert(kind);
    }
    folder.rows[0].language = Some(Language::Fr);
    folder.rows[4].language = Some(Language::En);
    folder.rows[4].date_posted = Some(date(2026, 11, 18));
    folder.rows[0].remote = Some(false);
    folder.rows[1].pay_stated = true;
    folder.index = Index::build(&folder.rows);
    for (french, english) in [
        ("structure:atelier", "org:atelier"),
        ("employeur:fabrique", "company:fabrique"),
        ("lieu:lyon", "place:lyon"),
        ("ville:marseille", "city:marseille"),
        ("type:stage", "kind:internship"),
        ("type:cdi", "kind:permanent"),
        ("type:cdd", "kind:fixed-term"),
        ("type:alternance", "kind:apprenticeship"),
        ("contrat:apprentissage", "contract:apprenticeship"),
        ("type:freelance", "kind:contractor"),
        ("type:thèse", "kind:phd"),
        ("type:bénévolat", "kind:volunteer"),
        ("type:postdoc", "kind:post-doc"),
        ("type:service-civique", "kind:civic-service"),
        ("étiquette:accueil", "tag:accueil"),
        ("titre:rust", "title:rust"),
        ("statut:envoyée", "stage:sent"),
        ("limite:30/11", "deadline:2026-11-30"),
        ("avant:+7j", "before:+7d"),
        ("avant:2 semaines", "before:2 weeks"),
        ("après:décembre | après:31/12", "after:december | after:2026-12-31"),
        ("publiée:7j", "posted:7d"),
        ("début:janvier 2027", "start:january 2027"),
        ("durée:>=12", "duration:>=12"),
        ("durée:4-6", "duration:4-6"),
        ("durée:2 ans", "duration:2 years"),
        ("salaire:oui", "pay:yes"),
        ("télétravail:oui", "remote:yes"),
        ("langue:anglais", "lang:english"),
        ("est:nouvelle", "is:new"),
        ("est:ouverte", "is:open"),
        ("est:close", "is:closed"),
        ("est:retenue", "is:kept"),
        ("est:non-lue", "is:unread"),
        ("avec:limite", "has:deadline"),
        ("avec:adresse", "has:email"),
        ("stage tri:titre", "internship sort:title"),
        ("rust OU lyon", "rust OR lyon"),
        ("télétravail:oui,non", "remote:yes,no"),
    ] {
        let parsed = [french, english].map(|query| Query::parse(query, TODAY).mistakes);
        assert!(parsed == [vec![], vec![]], "{french} {english}: {parsed:?}");
        let found = folder.find(french);
        assert_eq!(found, folder.find(english), "{french} {english}");
        assert!(!found.is_empty(), "{french}");
    }
    assert_eq!(folder.find("télétravail:oui,non"), [0, 4]);
    assert_eq!(folder.find("type:stage,cdd"), [0, 1]);
}

#[test]
fn letters_are_found_however_they_are_encoded() {
    let folder = Folder::new(vec![
        row("Conseil en \u{fb01}nance", "", ""),
        row("E\u{301}conomie sociale", "", ""),
        row("Service\u{202f}public", "", ""),
        row("Développeur/se", "", ""),
        row("Développeur(se)", "", ""),
        row("Œuvres d’art", "", ""),
        row("Ingénieur C#", "", ""),
        row("Ingénieur .NET", "", ""),
        row("Ingénieur C++", "", ""),
    ]);
    for (query, rows) in [
        ("finance", &[0][..]),
        ("\u{fb01}nance", &[0]),
        ("économie", &[1]),
        ("e\u{301}conomie", &[1]),
        ("\"service public\"", &[2]),
        ("\"service\u{a0}public\"", &[2]),
        ("service\u{a0}public", &[2]),
        ("développeuse", &[3, 4]),
        ("developpeuse", &[3, 4]),
        ("œuvres", &[5]),
        ("oeuvre", &[5]),
        ("c#", &[6]),
        (".net", &[7]),
        ("c++", &[8]),
        ("ingénieur c++", &[8]),
    ] {
        assert_eq!(folder.find(query), rows, "{query}");
    }
}

#[test]
fn dates_as_people_write_them() {
    let folder = offers();
    assert_eq!(folder.find("limite:30/11"), [0]);
    assert_eq!(folder.find("avant:30/11"), [0, 2]);
    assert_eq!(folder.find("avant:30 novembre"), [0, 2]);
    assert_eq!(folder.find("après:décembre"), [0; 0]);
    assert_eq!(folder.find("deadline:décembre"), [1]);
    assert_eq!(folder.find("after:2026-12-31"), [1]);
    assert_eq!(folder.find("début:2027"), [1]);
}

#[test]
fn mistakes_are_told_and_never_empty_the_list() {
    let folder = offers();
    for (query, wrong, suggestion) in [
        ("liue:lyon", "liue", Some("lieu")),
        ("rust type:stgae", "stgae", Some("stage")),
        ("avant:bientôt", "bientôt", None),
        ("durée:long", "long", None),
        ("is:nwe", "nwe", Some("new")),
    ] {
        let parsed = Query::parse(query, TODAY);
        let mistake = &parsed.mistakes[0];
        assert_eq!(&query[mistake.range.clone()], wrong, "{query}");
        assert_eq!(mistake.suggestion.as_deref(), suggestion, "{query}");
        assert!(!folder.find(query).is_empty(), "{query}");
    }
    for whole in ["lieu:", "rust lieu:", "-", "\"", "|", "10:30", "https://a.example/b"] {
        assert_eq!(Query::parse(whole, TODAY).mistakes, [], "{whole}");
    }
}

#[test]
fn the_shortlist_is_searched_too() {
    let mut folder = offers();
    folder.marks = vec![Marks::default(); 5];
    folder.marks[0].step = Some(Step::Sent);
    folder.marks[1].new = true;
    folder.marks[4].hidden = true;
    assert_eq!(folder.find("est:retenue"), [0]);
    assert_eq!(folder.find("statut:envoyée"), [0]);
    assert_eq!(folder.find("is:new"), [1]);
    assert_eq!(folder.find("is:hidden"), [4]);
}

#[test]
fn what_is_over_or_hidden_stays_out_until_it_is_named() {
    let mut folder = offers();
    folder.scope = Scope::Usual;
    folder.marks = vec![Marks::default(); 5];
    folder.marks[4].hidden = true;
    folder.rows[3].draft = true;
    // Row 2 is past its deadline.
    let hits = search(folder.corpus(), &Query::parse("", TODAY), Sort::Relevance);
    let out = LeftOut {
        closed: 1,
        drafts: 1,
        hidden: 1,
    };
    assert_eq!((hits.rows.len(), hits.left_out), (2, out));
    assert_eq!(folder.find("-is:closed"), [0, 1]);
    assert_eq!(folder.find("is:closed"), [2]);
    assert_eq!(folder.find("est:brouillon"), [3]);
    assert_eq!(folder.find("is:hidden"), [4]);
    assert_eq!(
        folder.find("limite:hier"),
        [0; 0],
        "within what is left of the time until then"
    );
    assert_eq!(folder.find("avant:hier"), [2]);
    folder.marks[2].step = Some(Step::Kept);
    assert_eq!(folder.find("statut:retenue"), [2]);
    let state = |query: &str| {
        let facets = facets(&mut Searcher::default(), folder.corpus(), query, 10, Lang::Fr);
        let facet = facets.into_iter().find(|facet| facet.field == Field::Is).unwrap();
        let counts = facet.values.into_iter().filter(|value| value.count > 0);
        counts.map(|value| (value.value, value.count)).collect::<Vec<_>>()
    };
    let counts = state("");
    for (value, _) in &counts {
        let found = folder.find(&format!("est:{value}")).len();
        assert!(
            counts.contains(&(value.clone(), found)),
            "{value}: {found} of {counts:?}"
        );
    }
    folder.scope = Scope::All;
    assert_eq!(folder.find("").len(), 5);
}

#[test]
fn bodies_rank_after_fields() {
    let folder = Folder::new(vec![row("Un", "", ""), row("Deux Rust", "", ""), row("Trois", "", "")]).with_bodies(&[
        "On y écrit du Rust, pour l’économie.",
        "",
        "Du rustique.",
    ]);
    assert_eq!(folder.find("rust"), [1, 0, 2]);
    let hits = search(folder.corpus(), &Query::parse("rust", TODAY), Sort::Relevance);
    assert_eq!(
        hits.rows.iter().map(|hit| hit.in_body).collect::<Vec<_>>(),
        [false, true, true]
    );
    assert_eq!(folder.find("economie un"), [0]);
    assert_eq!(folder.find("-rust"), [2]);
    assert_eq!(folder.find("\"du rust\""), [0]);
    assert_eq!(folder.find("\"rust du\""), [0; 0], "all its words, in another order");
    assert_eq!(folder.find("-\"du rust\" -deux"), [2]);
}

#[test]
fn words_typed_in_one_go_and_initials_are_the_last_resort() {
    let folder = offers();
    assert_eq!(folder.find("rustparis"), [0]);
    assert_eq!(folder.find("cartolyon"), [1]);
}

#[test]
fn orders() {
    let folder = offers();
    assert_eq!(folder.sorted("", Sort::Deadline), [0, 1, 3, 4, 2]);
    assert_eq!(folder.sorted("", Sort::Title), [4, 2, 0, 3, 1]);
    assert_eq!(folder.sorted("", Sort::Organization), [0, 1, 3, 4, 2]);
    assert_eq!(folder.sorted("tri:titre", Sort::Deadline), [4, 2, 0, 3, 1]);
}

fn lit<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
    highlights(&Query::parse(query, TODAY), text)
        .into_iter()
        .map(|range| &text[range])
        .collect()
}

#[test]
fn what_matched_is_lit_in_the_text_as_written() {
    assert_eq!(lit("econo", "L’E\u{301}conomie sociale"), ["E\u{301}cono"]);
    assert_eq!(lit("développeuse", "Un·e développeur·se Rust"), ["développeur·se"]);
    assert_eq!(lit("developpeur", "Un·e développeur·se Rust"), ["développeur"]);
    assert_eq!(lit("internship", "Stage de six mois"), ["Stage"]);
    assert_eq!(lit("dvlpr", "développeur web"), ["d", "v", "l", "p", "r"]);
    assert_eq!(
        lit("\"service public\"", "Le Service\u{a0}public"),
        ["Service\u{a0}public"]
    );
    assert_eq!(lit("lieu:lyon -paris", "Lyon ou Paris"), ["Lyon"]);
    assert_eq!(lit("oeu", "Un cœur"), ["œu"]);
    assert_eq!(lit("", "rien"), [""; 0]);
}

/// Words that queries and titles are made of.
const WORDS: [&str; 16] = [
    "rust",
    "rustique",
    "paris",
    "développeur·se",
    "données",
    "data",
    "stage",
    "Chargé(e)",
    "l’économie",
    "c++",
    "œuvre",
    "de",
    "la",
    "cartographie",
    "open-source",
    "2026",
];

fn titles() -> impl Strategy<Value = Vec<String>> {
    let word = proptest::sample::select(WORDS.to_vec());
    let title = proptest::collection::vec(word, 1..5).prop_map(|words| words.join(" "));
    proptest::collection::vec(title, 1..30)
}

proptest! {
    #[test]
    fn no_query_panics_and_ranges_stand_in_the_text(query in ".{0,40}", text in ".{0,60}") {
        let parsed = Query::parse(&query, TODAY);
        for mistake in &parsed.mistakes {
            prop_assert!(query.get(mistake.range.clone()).is_some());
        }
        let folder = Folder::new(vec![row(&text, &query, "")]).with_bodies(&[&text]);
        let _ = search(folder.corpus(), &parsed, Sort::Relevance);
        let mut last = 0;
        for range in highlights(&parsed, &text) {
            prop_assert!(!range.is_empty() && range.start >= last);
            prop_assert!(text.get(range.clone()).is_some());
            last = range.end;
        }
    }

    #[test]
    fn queries_of_the_language_never_panic(query in "([a-zé]{0,7}[:| \"<>=.,-]{0,2}[0-9a-zé/]{0,6} ?){0,6}") {
        let _ = search(offers().corpus(), &Query::parse(&query, TODAY), Sort::Relevance);
    }

    #[test]
    fn typing_key_by_key_gives_what_searching_at_once_gives(
        titles in titles(),
        query in proptest::sample::select(vec![
            "rust paris", "develpopeur", "donnees | stage", "-stage rust", "\"open source\"", "rustparis", "c++ -de",
        ]),
    ) {
        let texts: Vec<&str> = titles.iter().map(String::as_str).collect();
        let rows = titles.iter().map(|title| row(title, "", "")).collect();
        let folder = Folder::new(rows).with_bodies(&texts);
        let mut searcher = Searcher::default();
        for end in (0..=query.len()).chain((0..query.len()).rev()).filter(|end| query.is_char_boundary(*end)) {
            let parsed = Query::parse(&query[..end], TODAY);
            let kept = searcher.search(folder.corpus(), &parsed, Sort::Relevance);
            prop_assert_eq!(kept, search(folder.corpus(), &parsed, Sort::Relevance));
        }
    }

    #[test]
    fn every_hit_is_there_once(titles in titles(), query in "[a-z]{1,3}") {
        let rows = titles.iter().map(|title| row(title, "", "")).collect();
        let folder = Folder::new(rows);
        let hits = search(folder.corpus(), &Query::parse(&query, TODAY), Sort::Relevance);
        let mut seen: Vec<u32> = hits.rows.iter().map(|hit| hit.row).collect();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), hits.rows.len());
    }

    /// They are put in order in two ways.
    #[test]
    fn few_and_many_hits_come_in_the_same_order(titles in titles(), query in "[a-z]{1,2}( [a-z]{1,3})?") {
        let mut rows: Vec<Summary> = titles.iter().take(12).map(|title| row(title, "", "")).collect();
        for (row, day) in rows.iter_mut().zip((1..28).cycle()) {
            row.deadline = (day % 3 > 0).then(|| date(2026, 11, day));
        }
        let rows_of = |rows: &[Summary]| {
            let folder = Folder::new(rows.to_vec());
            search(folder.corpus(), &Query::parse(&query, TODAY), Sort::Relevance).rows
        };
        let many = rows_of(&rows);
        rows.extend(std::iter::repeat_n(row("2027", "", ""), 16 * rows.len() + 1));
        prop_assert_eq!(rows_of(&rows), many);
    }
}

/// Texts of which the first that is read makes somebody ask for something else.
struct Overtaken<'a>(&'a Newest, AtomicUsize);

impl Texts for Overtaken<'_> {
    fn body(&self, _: u32) -> Option<String> {
        self.0.ask(2);
        self.1.fetch_add(1, Ordering::Relaxed);
        Some("un service public".into())
    }
}

#[test]
fn a_phrase_that_nobody_waits_for_is_given_up_and_not_remembered() {
    let bodies = ["un service public"; 20];
    let folder = Folder::new(bodies.map(|_| row("Archiviste", "", "")).into()).with_bodies(&bodies);
    let newest = Newest::default();
    let texts = Overtaken(&newest, AtomicUsize::new(0));
    let corpus = Corpus {
        texts: Some(&texts),
        ..folder.corpus()
    };
    let query = Query::parse("\"service public\"", TODAY);
    let mut searcher = Searcher::default();
    searcher.wait(newest.patience(1));
    let _ = searcher.search(corpus, &query, Sort::Relevance);
    assert_eq!(texts.1.load(Ordering::Relaxed), 1);
    searcher.wait(newest.patience(2));
    assert_eq!(searcher.search(corpus, &query, Sort::Relevance).rows.len(), 20);
}

#[test]
fn a_region_finds_its_towns_in_the_field_of_the_place() {
    let places = [
        "Rennes",
        "Lyon 3e",
        "Saint-Malo (35)",
        "Bretagne",
        "Paris",
        "Villeneuve-d’Ascq",
        "",
    ];
    let folder = Folder::new(places.map(|place| row("Archiviste", "", place)).into());
    for query in ["lieu:bretagne", "place:Brittany", "lieu:\"Bretagne\"", "lieu:bret"] {
        assert_eq!(folder.find(query), [0, 2, 3], "{query}");
    }
    assert_eq!(folder.find("lieu:île-de-france,auvergne"), [1, 4]);
    assert_eq!(folder.find("lieu:\"hauts de france\""), [5]);
    assert_eq!(folder.find("-lieu:bretagne"), [1, 4, 5, 6]);
    assert_eq!(folder.find("lieu:=\"Bretagne\""), [3]);
    assert_eq!(folder.find("bretagne"), [3], "a bare word is only itself");
}

#[test]
fn facets_count_what_the_rest_of_the_query_leaves() {
    let folder = offers();
    let count = |query: &str, field: Field, value: &str| {
        let facets = facets(&mut Searcher::default(), folder.corpus(), query, 10, Lang::Fr);
        let facet = facets.iter().find(|facet| facet.field == field)?;
        facet
            .values
            .iter()
            .find(|of| of.value == value)
            .map(|of| (of.count, of.chosen))
    };
    assert_eq!(count("", Field::Kind, "stage"), Some((1, false)));
    assert_eq!(count("", Field::Place, "Lyon"), Some((1, false)));
    assert_eq!(count("lieu:paris", Field::Place, "Lyon"), Some((1, false)));
    assert_eq!(count("lieu:paris", Field::Place, "Paris"), Some((1, true)));
    assert_eq!(count("lieu:paris", Field::Kind, "stage"), None);
    assert_eq!(count("", Field::Duration, "3-6"), Some((1, false)));
    assert_eq!(count("", Field::Remote, "oui"), Some((1, false)));
}

#[test]
fn completion_proposes_fields_and_the_values_that_occur() {
    let folder = offers();
    let texts = |query: &str, lang: Lang| -> Vec<(String, Option<usize>)> {
        complete(&mut Searcher::default(), folder.corpus(), query, query.len(), lang)
            .map(|found| found.candidates.into_iter().map(|one| (one.text, one.count)).collect())
            .unwrap_or_default()
    };
    assert_eq!(
        texts("rust li", Lang::Fr),
        [("lieu:".to_owned(), None), ("limite:".to_owned(), None)]
    );
    assert_eq!(texts("dur", Lang::Fr), [("durée:".to_owned(), None)]);
    assert_eq!(texts("dur", Lang::En), [("duration:".to_owned(), None)]);
    assert_eq!(texts("lieu:l", Lang::Fr), [("Lyon".to_owned(), Some(1))]);
    assert_eq!(texts("lieu:paris,l", Lang::Fr), [("Lyon".to_owned(), Some(1))]);
    assert_eq!(
        texts("lieu:auv", Lang::Fr),
        [("Auvergne-Rhône-Alpes".to_owned(), Some(1))]
    );
    assert_eq!(texts("lieu:bret", Lang::Fr), [], "no offer lies there");
    assert_eq!(
        texts("auve", Lang::Fr),
        [("lieu:Auvergne-Rhône-Alpes".to_owned(), Some(1))],
        "a bare word does not find what lies in a region"
    );
    assert_eq!(texts("auv", Lang::Fr), []);
    assert_eq!(
        texts("org:\"ville", Lang::Fr),
        [("\"Ville de Sainte-Colombe\"".to_owned(), Some(1))]
    );
    assert_eq!(texts("kind:int", Lang::En), [("internship".to_owned(), Some(1))]);
    assert_eq!(texts("", Lang::Fr), []);
    assert_eq!(texts("zzz:", Lang::Fr), []);
}
