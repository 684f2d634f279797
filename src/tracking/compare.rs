//! What changed in an offer since it was kept, in words and not in line numbers.

use jiff::civil::Date;
use similar::{ChangeTag, TextDiff};

use crate::offer::{DocumentKind, Facts, Offer};

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The title.
    Title(Moved<String>),
    /// Who offers it.
    Organization(Moved<String>),
    /// The city.
    Place(Moved<String>),
    /// Last day to apply.
    Deadline(Moved<Date>),
    /// From when; the passages, which say more than the dates.
    Start(Moved<String>),
    /// What it pays.
    Pay(Moved<String>),
    /// The subject to write.
    Subject(Moved<String>),
    /// The addresses to write to that came and went.
    Addresses {
        /// No longer stated.
        gone: Vec<String>,
        /// New.
        new: Vec<String>,
    },
    /// The documents asked for that came and went.
    Documents {
        /// No longer asked for.
        gone: Vec<DocumentKind>,
        /// New.
        new: Vec<DocumentKind>,
    },
    /// It now says of itself that it is open (true) or closed (false).
    Published(Moved<bool>),
}

/// What changed in an offer: its facts, then its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The facts, what matters most to a candidate first; only the wording changed when empty.
    pub facts: Vec<Difference>,
    /// The lines of its text; none when it is too long to be compared while somebody waits.
    pub lines: Vec<DiffLine>,
}

/// The longest text in bytes whose lines are compared: far above any offer, the work grows with the square.
const MOST_TEXT: usize = 64 * 1024;

/// Returns what changed from one version to the other.
#[must_use]
pub fn changes(kept: Version<'_>, now: Version<'_>) -> Changes {
    let (was, is) = (kept.own_text(), now.own_text());
    let lines = if was.len().max(is.len()) > MOST_TEXT {
        Vec::new()
    } else {
        lines(was, is)
    };
    Changes {
        facts: facts(kept, now),
        lines,
    }
}

/// A value before and after; `None`: not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved<T> {
    /// When it was kept.
    pub was: Option<T>,
    /// Now.
    pub now: Option<T>,
}

/// An offer's text, of one version.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// What was read in it.
    pub offer: &'a Offer,
    /// The file's whole text.
    pub text: &'a str,
}

impl<'a> Version<'a> {
    /// Returns the part of the file that is this offer's.
    fn own_text(self) -> &'a str {
        self.text.get(self.offer.range.clone()).unwrap_or(self.text)
    }

    /// Returns the facts that this part states: what the rest of the file states for all its offers is not kept.
    fn own_facts(self) -> Facts {
        self.offer.facts.stated_within(&self.offer.range)
    }
}

/// Returns what changed from one version to the other, what matters most to a candidate first.
#[must_use]
pub fn facts(kept: Version<'_>, now: Version<'_>) -> Vec<Difference> {
    let (was, is) = (&kept.own_facts(), &now.own_facts());
    let text = |facts: &Facts, pick: fn(&Facts) -> Option<String>| pick(facts);
    let moved = |pick: fn(&Facts) -> Option<String>| change(text(was, pick), text(is, pick));
    let start = |facts: &Facts, text: &str| {
        let start = facts.start.as_ref()?;
        start.evidence.first()?.quote(text).map(str::to_owned)
    };
    let start_moved = was.start.as_ref().map(|fact| fact.value) != is.start.as_ref().map(|fact| fact.value);
    let published = |facts: &Facts| facts.published.as_ref().map(|fact| fact.value);
    let differences = [
        change(deadline(was), deadline(is)).map(Difference::Deadline),
        change(published(was), published(is)).map(Difference::Published),
        lists(&addresses(was), &addresses(is)).map(|(gone, new)| Difference::Addresses { gone, new }),
        moved(|facts| facts.subject.as_ref().map(|fact| fact.value.clone())).map(Difference::Subject),
        lists(&documents(was), &documents(is)).map(|(gone, new)| Difference::Documents { gone, new }),
        moved(|facts| facts.title.as_ref().map(|fact| fact.value.clone())).map(Difference::Title),
        moved(|facts| facts.organization.as_ref().map(|fact| fact.value.clone())).map(Difference::Organization),
        moved(|facts| facts.place.as_ref().map(|fact| fact.value.clone())).map(Difference::Place),
        start_moved
            .then(|| change(start(was, kept.text), start(is, now.text)))
            .flatten()
            .map(Difference::Start),
        moved(|facts| facts.pay.as_ref().map(|fact| fact.value.text.clone())).map(Difference::Pay),
    ];
    differences.into_iter().flatten().collect()
}

fn deadline(facts: &Facts) -> Option<Date> {
    facts.deadline.as_ref().map(|fact| fact.value)
}

fn addresses(facts: &Facts) -> Vec<String> {
    facts
        .contacts
        .iter()
        .map(|contact| contact.value.email.clone())
        .collect()
}

fn documents(facts: &Facts) -> Vec<DocumentKind> {
    facts.documents.iter().map(|document| document.value).collect()
}

fn change<T: PartialEq>(was: Option<T>, now: Option<T>) -> Option<Moved<T>> {
    (was != now).then_some(Moved { was, now })
}

fn lists<T: PartialEq + Clone>(was: &[T], now: &[T]) -> Option<(Vec<T>, Vec<T>)> {
    let only =
        |list: &[T], other: &[T]| -> Vec<T> { list.iter().filter(|item| !other.contains(item)).cloned().collect() };
    let (gone, new) = (only(was, now), only(now, was));
    (!gone.is_empty() || !new.is_empty()).then_some((gone, new))
}

/// A line of the difference between two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffLine {
    /// In both, shown around what changed.
    Same(String),
    /// Only in the text kept.
    Gone(String),
    /// Only in the text of now.
    New(String),
    /// So many equal lines are left out here.
    Skipped(usize),
}

/// Lines shown before and after each change.
const AROUND: usize = 2;

/// Returns the difference between two texts, line by line, with a few equal lines around each change.
///
/// Line ends and blanks at the end of a line do not count. Empty when nothing changed.
#[must_use]
pub fn lines(kept: &str, now: &str) -> Vec<DiffLine> {
    let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (kept, now) = (trimmed(kept.trim_end()), trimmed(now.trim_end()));
    let (old, new): (Vec<&str>, Vec<&str>) = (
        kept.iter().map(String::as_str).collect(),
        now.iter().map(String::as_str).collect(),
    );
    let diff = TextDiff::from_slices(&old, &new);
    let all: Vec<(ChangeTag, &str)> = diff
        .iter_all_changes()
        .map(|change| (change.tag(), change.value()))
        .collect();
    let changed: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(_, (tag, _))| *tag != ChangeTag::Equal)
        .map(|(at, _)| at)
        .collect();
    let mut shown = Vec::new();
    let mut skipped = 0;
    for (at, (tag, line)) in all.iter().enumerate() {
        let next = changed.partition_point(|change| *change < at);
        let near = |change: Option<&usize>| change.is_some_and(|change| change.abs_diff(at) <= AROUND);
        let before = next.checked_sub(1).and_then(|last| changed.get(last));
        if *tag == ChangeTag::Equal && !near(changed.get(next)) && !near(before) {
            skipped += 1;
            continue;
        }
        flush(&mut shown, &mut skipped);
        shown.push(match tag {
            ChangeTag::Equal => DiffLine::Same((*line).to_owned()),
            ChangeTag::Delete => DiffLine::Gone((*line).to_owned()),
            ChangeTag::Insert => DiffLine::New((*line).to_owned()),
        });
    }
    if !changed.is_empty() {
        flush(&mut shown, &mut skipped);
    }
    shown
}

fn flush(shown: &mut Vec<DiffLine>, skipped: &mut usize) {
    if *skipped > 0 {
        shown.push(DiffLine::Skipped(*skipped));
        *skipped = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::samples::offer;

    #[test]
    fn a_moved_line_is_shown_with_what_surrounds_it() {
        let kept = "a\nb\nc\nd\nÀ rendre le 30 novembre\ne\nf\ng\nh\n";
        let now = kept.replace("30 novembre", "15 décembre").replace('\n', "  \r\n");
        assert_eq!(
            lines(kept, &now),
            [
                DiffLine::Skipped(2),
                DiffLine::Same("c".into()),
                DiffLine::Same("d".into()),
                DiffLine::Gone("À rendre le 30 novembre".into()),
                DiffLine::New("À rendre le 15 décembre".into()),
                DiffLine::Same("e".into()),
                DiffLine::Same("f".into()),
                DiffLine::Skipped(2),
            ]
        );
    }

    #[test]
    fn equal_texts_show_nothing() {
        assert_eq!(lines("a\nb\n", "a\r\nb  \r\n\r\n"), []);
        assert_eq!(lines("", ""), []);
    }

    #[test]
    fn lists_tell_what_came_and_what_went() {
        assert_eq!(lists(&[1, 2], &[2, 1]), None);
        assert_eq!(lists(&[1, 2], &[2, 3]), Some((vec![1], vec![3])));
    }

    #[test]
    fn what_matters_to_a_candidate_is_named_first() {
        let kept = "---\ntitle: Gardien de phare\norganization: Phare du Nord\nlocation: Brest\ncontract: CDI\n\
                    deadline: 2026-11-28\n---\n\nEnvoyez votre CV à emploi@phare.example.\n";
        let now = kept
            .replace("2026-11-28", "2026-12-05")
            .replace("emploi@", "rh@")
            .replace("Brest", "Ouessant")
            .replace("votre CV", "votre CV et une lettre de motivation");
        let (was, is) = (offer(kept), offer(&now));
        let differences = facts(
            Version {
                offer: &was,
                text: kept,
            },
            Version { offer: &is, text: &now },
        );
        assert_eq!(
            differences[0],
            Difference::Deadline(Moved {
                was: Some(jiff::civil::date(2026, 11, 28)),
                now: Some(jiff::civil::date(2026, 12, 5)),
            })
        );
        assert_eq!(
            differences[1],
            Difference::Addresses {
                gone: vec!["emploi@phare.example".into()],
                new: vec!["rh@phare.example".into()],
            }
        );
        assert!(matches!(&differences[2], Difference::Documents { gone, new } if gone.is_empty() && new.len() == 1));
        assert!(matches!(&differences[3], Difference::Place(moved) if moved.now.as_deref() == Some("Ouessant")));
        assert_eq!(differences.len(), 4, "{differences:?}");
        let same = Version {
            offer: &was,
            text: kept,
        };
        assert_eq!(facts(same, same), []);
        assert_eq!(changes(same, same), Changes::default());
    }

    #[test]
    fn what_a_file_states_for_all_its_offers_is_no_change() {
        let file = "# Le phare recrute\n\nLes candidatures sont ouvertes jusqu'au 3 mai 2027.\n\n## Stage : la lampe\n\nNous cherchons une personne pour un \
                    stage de 6 mois à Brest.\n\n## Gardien de phare (H/F)\n\nNous cherchons une personne en CDI à Quimper, dès que possible.\n\n\
                    ## Candidater\n\nEnvoyez votre CV à emploi@phare.example.\n";
        let is = offer(file);
        assert!(is.facts.deadline.is_some() && is.path == "a.md#stage-la-lampe");
        let kept = file.get(is.range.clone()).unwrap().replace("6 mois", "5 mois");
        let was = offer(&kept);
        let differences = facts(
            Version {
                offer: &was,
                text: &kept,
            },
            Version { offer: &is, text: file },
        );
        assert_eq!(differences, []);
    }

    #[test]
    fn only_the_offer_s_own_lines_are_compared_and_no_endless_ones() {
        let kept = "---\ntitle: Gardien de phare\ncontract: CDI\n---\n\nEnvoyez votre CV à emploi@phare.example.\n";
        let version = |text: &str| offer(text);
        let now = kept.replace("votre CV", "votre dossier");
        let (was, is) = (version(kept), version(&now));
        let of = |offer, text| Version { offer, text };
        let found = changes(of(&was, kept), of(&is, &now)).lines;
        assert!(
            found.contains(&DiffLine::Gone("Envoyez votre CV à emploi@phare.example.".into())),
            "{found:?}"
        );
        assert!(found.contains(&DiffLine::New("Envoyez votre dossier à emploi@phare.example.".into())));
        let endless = format!("{kept}{}", "Encore une ligne.\n".repeat(5_000));
        let long = version(&endless);
        assert_eq!(changes(of(&was, kept), of(&long, &endless)).lines, []);
    }
}
