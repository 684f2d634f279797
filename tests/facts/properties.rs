//! Whatever the text: nothing panics, every passage lies on character boundaries and stands in the text.

use proptest::prelude::*;
use tremplin::offer::{self, FactKind, OfferFile, Origin, Reading, amounts, dates, lengths};
use tremplin::text::fold;

/// Pieces of offers, glued at random: far more likely to reach the readers than random characters.
const PIECES: [&str; 44] = [
    "Durée : ",
    "6 mois",
    "3 à ",
    "stage ",
    "CDD",
    " de ",
    "\n",
    "\n\n",
    "- ",
    "**",
    "Lieu : ",
    "Paris",
    "75002 ",
    "à ",
    "basé à ",
    "avant le ",
    "31 décembre",
    "2019",
    " 1er ",
    "mars ",
    "Date limite : ",
    "15/10/2020",
    "€",
    "42 000",
    "k",
    "–",
    "rémunération ",
    "selon profil",
    "télétravail ",
    "pas de ",
    "## ",
    "Profil\n",
    "master ",
    "bac+5",
    "---\n",
    "start_date: ",
    "candidature ",
    "«\u{a0}",
    "É",
    "🌎 ",
    "\u{200b}",
    "e\u{301}",
    "ﬁ",
    "dès que possible",
];

fn reads_soundly(text: &str) -> Result<(), TestCaseError> {
    let file = OfferFile {
        path: "2020-01-01-x.md",
        text,
        modified: None,
    };
    let Reading::Offers(offers) = offer::read(&file) else {
        return Ok(());
    };
    for offer in &offers {
        for fact in FactKind::ALL {
            for evidence in offer.facts.evidence(fact) {
                if let Origin::Text { span, line } = &evidence.origin {
                    prop_assert!(text.get(span.clone()).is_some(), "{} at {span:?}", fact.as_str());
                    prop_assert!(*line >= 1 && *line <= text.split('\n').count());
                }
            }
        }
        for warning in &offer.warnings {
            for passage in &warning.passages {
                prop_assert!(text.get(passage.clone()).is_some());
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        reads_soundly(&text)?;
    }

    #[test]
    fn glued_pieces_are_read(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)) {
        reads_soundly(&pieces.concat())?;
    }

    #[test]
    fn lexers_stay_within_the_text(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30)) {
        let text = fold(&pieces.concat()).text;
        for range in dates::all(&text).into_iter().map(|d| d.range)
            .chain(lengths::all(&text).into_iter().map(|l| l.range))
            .chain(amounts::all(&text).into_iter().map(|a| a.range))
        {
            prop_assert!(text.get(range.clone()).is_some_and(|found| !found.is_empty()), "{range:?} of {text:?}");
        }
    }
}
