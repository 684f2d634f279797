//! Tab in the search line: what is typed goes on as proposed, or a mistake is mended.

use super::search;
use crate::search::Query;
use crate::tui::model::field::Field;
use crate::tui::model::offers::Completing;
use crate::tui::model::{Mode, Model};
use crate::tui::msg::Effect;

/// Puts the next or the previous proposal in the search line. Without any, a mistake is mended; without that either,
/// Tab goes to the results.
pub fn next(model: &mut Model, forward: bool) -> Vec<Effect> {
    let offers = &mut model.offers;
    let completing = match offers.completing.take() {
        Some(before) => {
            let count = before.completion.candidates.len();
            let at = (before.at + if forward { 1 } else { count - 1 }) % count.max(1);
            Completing { at, ..before }
        }
        None => match offers.proposals() {
            Some(completion) => Completing {
                typed: offers.field.text().to_owned(),
                completion: completion.clone(),
                at: 0,
            },
            None => return mend(model),
        },
    };
    put(model, completing)
}

/// Writes the candidate in the place of what is typed.
fn put(model: &mut Model, completing: Completing) -> Vec<Effect> {
    let range = completing.completion.range.clone();
    let candidate = completing.completion.candidates.get(completing.at);
    let candidate = candidate.map(|candidate| candidate.text.as_str()).unwrap_or_default();
    let before = completing.typed.get(..range.start).unwrap_or_default();
    let after = completing.typed.get(range.end..).unwrap_or_default();
    let text = [before, candidate, after].concat();
    model.offers.field = Field::with_cursor(&text, range.start + candidate.len());
    // One proposal leaves nothing to go through: the next Tab asks anew, for the values of the field.
    let several = completing.completion.candidates.len() > 1;
    model.offers.completing = several.then_some(completing);
    search::ask(model)
}

/// Writes what was probably meant in the place of the first mistake.
fn mend(model: &mut Model) -> Vec<Effect> {
    let text = model.offers.field.text();
    let mistakes = Query::parse(text, model.setting.today).mistakes;
    let mended = mistakes.into_iter().find_map(|mistake| {
        let meant = mistake.suggestion?;
        let (before, after) = (text.get(..mistake.range.start)?, text.get(mistake.range.end..)?);
        Some(Field::with_cursor(
            &[before, &meant, after].concat(),
            before.len() + meant.len(),
        ))
    });
    if let Some(field) = mended {
        model.offers.field = field;
        return search::ask(model);
    }
    model.mode = Mode::Browse;
    Vec::new()
}
