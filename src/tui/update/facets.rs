//! The facets: opened, moved in, ticked. Ticking changes the query, where everybody sees it.

use super::moving::Stride;
use super::{plan, search};
use crate::search::edit::toggled;
use crate::search::query::fields::Field as Name;
use crate::tui::model::field::Field;
use crate::tui::model::{FacetsBox, Mode, Model};
use crate::tui::msg::Effect;

/// Opens the facets of the list of offers.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let mut effects = plan::to_offers(model);
    model.mode = Mode::Facets(FacetsBox::default());
    effects.extend(search::ask(model));
    effects
}

/// Returns every value on screen, in order.
fn values(model: &Model) -> Vec<(Name, String)> {
    let facets = model.offers.shown.facets.iter();
    facets
        .flat_map(|facet| facet.values.iter().map(|value| (facet.field, value.value.clone())))
        .collect()
}

/// Returns the place of the selected value among all.
fn place(open: &FacetsBox, values: &[(Name, String)]) -> usize {
    let selected = open.selected.as_ref();
    values.iter().position(|value| Some(value) == selected).unwrap_or(0)
}

/// Moves the selection.
pub fn moved(model: &mut Model, stride: Stride) {
    let values = values(model);
    if let Mode::Facets(open) = &mut model.mode {
        let at = stride.from(place(open, &values), values.len());
        open.selected = values.get(at).cloned();
    }
}

/// Moves the selection to the first value of the next or the previous facet.
pub fn field(model: &mut Model, forward: bool) -> Vec<Effect> {
    let values = values(model);
    if let Mode::Facets(open) = &mut model.mode {
        let here = values.get(place(open, &values)).map(|(field, _)| *field);
        let mut fields: Vec<Name> = values.iter().map(|(field, _)| *field).collect();
        fields.dedup();
        let at = fields.iter().position(|field| Some(*field) == here).unwrap_or(0);
        let next = if forward {
            (at + 1).min(fields.len().saturating_sub(1))
        } else {
            at.saturating_sub(1)
        };
        open.selected = fields
            .get(next)
            .and_then(|field| values.iter().find(|(of, _)| of == field))
            .cloned();
    }
    Vec::new()
}

/// Puts the selected value into the query, or takes it out.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    let values = values(model);
    let Mode::Facets(open) = &mut model.mode else {
        return Vec::new();
    };
    let Some((field, value)) = values.get(place(open, &values)).cloned() else {
        return Vec::new();
    };
    let facets = model.offers.shown.facets.iter().filter(|facet| facet.field == field);
    let ticked = facets.flat_map(|facet| &facet.values).find(|of| of.value == value);
    let Some(written) = ticked.map(|of| of.written.clone()) else {
        return Vec::new();
    };
    open.selected = Some((field, value));
    let text = toggled(model.offers.field.text(), field, &written, model.lang());
    model.offers.field = Field::new(&text);
    search::ask(model)
}
