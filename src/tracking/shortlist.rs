//! All applications, and which offer of the catalog each is about.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::Marks;
use super::application::{Application, OfferRef};
use super::stage::{OwnStage, Stage};
use crate::offer::{OfferId, Summary};
use crate::text;

/// The shortlist in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shortlist {
    /// Shared, because every change hands a copy of the whole to the interface.
    applications: BTreeMap<OfferId, Arc<Application>>,
    /// The offer of the catalog → the application about it.
    by_offer: HashMap<OfferId, OfferId>,
    /// Applications whose offer is no longer in the catalog.
    gone: HashSet<OfferId>,
    own: Vec<OwnStage>,
}

impl Shortlist {
    /// Makes a shortlist of what the files hold. `own` are the stages of the config.
    #[must_use]
    pub fn new(applications: impl IntoIterator<Item = Application>, own: Vec<OwnStage>) -> Self {
        let mut shortlist = Self { own, ..Self::default() };
        for application in applications {
            shortlist.put(application);
        }
        shortlist
    }

    /// Tells whether there is no application.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.applications.is_empty()
    }

    /// Returns the stages of the config.
    #[must_use]
    pub fn own_stages(&self) -> &[OwnStage] {
        &self.own
    }

    /// Returns every application, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Application> {
        self.applications.values().map(Arc::as_ref)
    }

    /// Returns how many applications are kept or further, hidden and merely spotted ones left out.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.iter().filter(|application| is_kept(application)).count()
    }

    /// Returns an application by its own name.
    #[must_use]
    pub fn get(&self, id: &OfferId) -> Option<&Application> {
        self.applications.get(id).map(Arc::as_ref)
    }

    /// Returns the application about an offer of the catalog, by the offer's id.
    #[must_use]
    pub fn of_offer(&self, offer: &OfferId) -> Option<&Application> {
        self.get(self.by_offer.get(offer)?)
    }

    /// Returns the name under which an application about this offer is, or would be, kept.
    #[must_use]
    pub fn name_for(&self, offer: &OfferId) -> OfferId {
        self.by_offer.get(offer).unwrap_or(offer).clone()
    }

    /// Puts an application in, in place of the one of the same name.
    pub fn put(&mut self, application: Application) {
        self.by_offer.retain(|_, name| *name != application.id);
        self.by_offer
            .insert(application.offer.id.clone(), application.id.clone());
        self.applications.insert(application.id.clone(), Arc::new(application));
    }

    /// Takes an application out.
    pub fn remove(&mut self, id: &OfferId) {
        self.by_offer.retain(|_, name| name != id);
        self.gone.remove(id);
        self.applications.remove(id);
    }

    /// Puts in or takes out what a saved change left.
    pub fn set(&mut self, id: &OfferId, application: Option<Application>) {
        match application {
            Some(application) => self.put(application),
            None => self.remove(id),
        }
    }

    /// Returns what the list shows of an offer. `new` and `unread` are the visits', see [`super::visits`].
    #[must_use]
    pub fn marks(&self, offer: &OfferId) -> Marks {
        let Some(application) = self.of_offer(offer) else {
            return Marks::default();
        };
        Marks {
            step: (is_kept(application) || application.stage == Stage::Spotted && !application.hidden)
                .then(|| application.step(&self.own)),
            hidden: application.hidden,
            ..Marks::default()
        }
    }

    /// Tells whether the offer of this application was not in the catalog at the last [`Shortlist::link`].
    #[must_use]
    pub fn is_gone(&self, id: &OfferId) -> bool {
        self.gone.contains(id)
    }

    /// Finds the offer of each application among the rows of a finished scan.
    ///
    /// By id, then by path (the text was edited so much that its id changed), then by title and organisation when
    /// only one unclaimed row has them (the file was renamed or moved). What is not found is gone. Returns the
    /// applications whose offer moved, with where it is now: each is a `Change::Relink` to save.
    ///
    /// `source` names the folder of a row.
    pub fn link(&mut self, rows: &[Summary], source: impl Fn(&Summary) -> String) -> Vec<(OfferId, OfferRef)> {
        self.by_offer.clear();
        self.gone.clear();
        if self.applications.is_empty() {
            return Vec::new();
        }
        let by_id: HashMap<&OfferId, &Summary> = rows.iter().map(|row| (&row.id, row)).collect();
        let mut lost = Vec::new();
        for application in self.applications.values() {
            if by_id.contains_key(&application.offer.id) {
                self.by_offer
                    .insert(application.offer.id.clone(), application.id.clone());
            } else {
                lost.push(application.id.clone());
            }
        }
        if lost.is_empty() {
            return self.moved(&by_id, &source);
        }
        let mut moved = self.moved(&by_id, &source);
        let free: Vec<&Summary> = rows.iter().filter(|row| !self.by_offer.contains_key(&row.id)).collect();
        let finder = Finder::new(&free, &source);
        for name in lost {
            let found = self.applications.get(&name).and_then(|lost| finder.find(&lost.offer));
            let taken = found.is_some_and(|row| self.by_offer.contains_key(&row.id));
            match found {
                Some(row) if !taken => {
                    self.by_offer.insert(row.id.clone(), name.clone());
                    moved.push((name, OfferRef::of_summary(row, &source(row))));
                }
                _ => {
                    if let Some(lost) = self.applications.get(&name) {
                        self.by_offer
                            .entry(lost.offer.id.clone())
                            .or_insert_with(|| name.clone());
                    }
                    self.gone.insert(name);
                }
            }
        }
        moved
    }

    /// Returns the applications whose offer has the same id under another path.
    fn moved(
        &self,
        by_id: &HashMap<&OfferId, &Summary>,
        source: &impl Fn(&Summary) -> String,
    ) -> Vec<(OfferId, OfferRef)> {
        self.by_offer
            .iter()
            .filter_map(|(offer, name)| {
                let row = by_id.get(offer)?;
                let known = &self.applications.get(name)?.offer;
                let same = *row.path == *known.path && source(row) == known.source;
                (!same).then(|| (name.clone(), OfferRef::of_summary(row, &source(row))))
            })
            .collect()
    }
}

/// Tells whether an application is one of those that the Kept view shows.
fn is_kept(application: &Application) -> bool {
    !application.hidden && application.stage != Stage::Spotted
}

/// The rows that no application claims, by what may lead to them.
struct Finder<'a> {
    by_path: HashMap<(String, &'a str), &'a Summary>,
    /// `None` when several rows have the same title and organisation.
    by_words: HashMap<(String, String), Option<&'a Summary>>,
}

impl<'a> Finder<'a> {
    fn new(rows: &[&'a Summary], source: &impl Fn(&Summary) -> String) -> Self {
        let by_path = rows.iter().map(|row| ((source(row), &*row.path), *row)).collect();
        let mut by_words = HashMap::new();
        for row in rows {
            by_words
                .entry((folded(&row.title), folded(&row.organization)))
                .and_modify(|known| *known = None)
                .or_insert(Some(*row));
        }
        Self { by_path, by_words }
    }

    fn find(&self, offer: &OfferRef) -> Option<&'a Summary> {
        let path = (offer.source.clone(), offer.path.as_str());
        let by_path = self.by_path.get(&path).copied();
        by_path.or_else(|| {
            let words = (folded(&offer.title), folded(&offer.organization));
            self.by_words.get(&words).copied().flatten()
        })
    }
}

fn folded(words: &str) -> String {
    let mut out = String::new();
    text::fold_into(words, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tracking::change::{Change, apply};
    use crate::tracking::{Step, samples};

    fn row(path: &str, title: &str, organization: &str) -> Summary {
        samples::row(path, &format!("title: {title}\norganization: {organization}"))
    }

    fn shortlist(rows: &[&Summary]) -> Shortlist {
        let keep = |row: &&Summary| {
            let offer = Box::new(OfferRef::of_summary(row, "offres"));
            apply(&Change::Keep { offer, text: None }, None, date(2026, 11, 1))
                .unwrap()
                .unwrap()
        };
        Shortlist::new(rows.iter().map(keep), Vec::new())
    }

    fn link(shortlist: &mut Shortlist, rows: &[Summary]) -> Vec<(OfferId, OfferRef)> {
        shortlist.link(rows, |_| "offres".to_owned())
    }

    #[test]
    fn an_offer_that_stayed_is_found_and_nothing_has_to_be_saved() {
        let here = row("a.md", "Géomaticien·ne", "Atelier des cartes");
        let mut shortlist = shortlist(&[&here]);
        assert_eq!(link(&mut shortlist, std::slice::from_ref(&here)), []);
        assert_eq!(shortlist.marks(&here.id).step, Some(Step::Kept));
        assert_eq!(shortlist.kept(), 1);
    }

    #[test]
    fn a_renamed_file_is_found_by_the_id_of_its_offer() {
        let before = row("a.md", "Géomaticien·ne", "Atelier des cartes");
        let after = row("2026/b.md", "Géomaticien·ne", "Atelier des cartes");
        let mut shortlist = shortlist(&[&before]);
        let moved = link(&mut shortlist, std::slice::from_ref(&after));
        assert_eq!(moved.len(), 1);
        assert_eq!((&moved[0].0, moved[0].1.path.as_str()), (&before.id, "2026/b.md"));
        assert!(!shortlist.is_gone(&before.id));
    }

    #[test]
    fn an_edited_title_is_found_by_the_path_and_the_application_keeps_its_name() {
        let before = row("a.md", "Géomaticien·ne", "Atelier des cartes");
        let after = row("a.md", "Géomaticien·ne confirmé·e", "Atelier des cartes");
        assert_ne!(before.id, after.id);
        let mut shortlist = shortlist(&[&before]);
        let moved = link(&mut shortlist, std::slice::from_ref(&after));
        assert_eq!((&moved[0].0, &moved[0].1.id), (&before.id, &after.id));
        assert_eq!(shortlist.name_for(&after.id), before.id);
        assert_eq!(shortlist.of_offer(&after.id).unwrap().id, before.id);
        assert_eq!(shortlist.marks(&after.id).step, Some(Step::Kept));
    }

    #[test]
    fn a_deleted_offer_is_gone_and_its_application_stays() {
        let before = row("a.md", "Géomaticien·ne", "Atelier des cartes");
        let other = row("b.md", "Développeur·se Rust", "Fabrique");
        let mut shortlist = shortlist(&[&before]);
        assert_eq!(link(&mut shortlist, std::slice::from_ref(&other)), []);
        assert!(shortlist.is_gone(&before.id));
        assert_eq!(shortlist.of_offer(&before.id).unwrap().title(), "Géomaticien·ne");
        assert_eq!(shortlist.marks(&other.id), Marks::default());
        link(&mut shortlist, &[other, before.clone()]);
        assert!(!shortlist.is_gone(&before.id), "it came back");
    }

    #[test]
    fn two_applications_never_claim_one_offer() {
        let (one, two) = (
            row("a.md", "Chargé·e d’études", "Lab"),
            row("b.md", "Chargé·e de mission", "Lab"),
        );
        let mut shortlist = shortlist(&[&one, &two]);
        let merged = row("a.md", "Chargé·e de mission", "Lab");
        link(&mut shortlist, std::slice::from_ref(&merged));
        let gone = [&one, &two].iter().filter(|row| shortlist.is_gone(&row.id)).count();
        assert_eq!(gone, 1);
        assert!(shortlist.of_offer(&merged.id).is_some());
    }

    #[test]
    fn a_hidden_offer_is_marked_and_not_counted() {
        let here = row("a.md", "Géomaticien·ne", "Atelier des cartes");
        let hide = Change::Hide(Box::new(OfferRef::of_summary(&here, "offres")));
        let hidden = apply(&hide, None, date(2026, 11, 1)).unwrap();
        let mut shortlist = Shortlist::new(hidden, Vec::new());
        link(&mut shortlist, std::slice::from_ref(&here));
        assert!(shortlist.marks(&here.id).hidden);
        assert_eq!((shortlist.marks(&here.id).step, shortlist.kept()), (None, 0));
    }
}
