//! The checklist of documents: those that the offer asks for, ticked when they are ready.

use std::sync::Arc;

use super::{plan, shortlist};
use crate::locale::plan as say;
use crate::offer::DocumentKind;
use crate::tracking::Change;
use crate::tracking::application::{Document, DocumentName};
use crate::tui::model::target;
use crate::tui::model::{Mode, Model, Papers};
use crate::tui::msg::Effect;

/// Opens the checklist of the selected offer.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(target) = target::current(model) else {
        return Vec::new();
    };
    let application = target.application(model);
    let open = model.detail.offer().filter(|open| open.offer.id == target.offer);
    let demanded = match (open, application) {
        (Some(open), _) => open.offer.facts.documents.iter().map(|fact| fact.value).collect(),
        (None, Some(application)) => application.offer.documents.clone(),
        (None, None) => Vec::new(),
    };
    let ready = application
        .map(|application| application.documents.as_slice())
        .unwrap_or_default();
    let mut names: Vec<DocumentName> = demanded.into_iter().map(DocumentName::Known).collect();
    // What nobody asks for is sent all the same.
    let usual = [DocumentKind::Cv, DocumentKind::CoverLetter].map(DocumentName::Known);
    let more = ready.iter().map(|document| document.kind.clone()).chain(usual);
    for name in more {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    model.mode = Mode::Papers(Papers {
        offer: target.offer,
        title: target.title,
        names: Arc::from(names),
        at: 0,
    });
    Vec::new()
}

/// Ticks the selected document, or takes the tick off; the checklist stays open.
pub fn toggle(model: &mut Model, papers: Papers) -> Vec<Effect> {
    let lang = model.lang();
    let Some(name) = papers.names.get(papers.at).cloned() else {
        return Vec::new();
    };
    let target = target::of_offer(model, &papers.offer);
    let ready = target
        .application(model)
        .is_some_and(|application| application.documents.iter().any(|document| document.kind == name));
    let what = say::ticked(lang, &name, !ready, &target.title);
    let change = if ready {
        Change::Untick(name)
    } else {
        Change::Tick(Document::new(name, None))
    };
    let mut deeds: Vec<_> = target.keep_first(model).into_iter().collect();
    deeds.push(plan::deed(model, &target, change));
    model.mode = Mode::Papers(papers);
    shortlist::order(what, deeds)
}
