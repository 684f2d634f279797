//! The commands of the palette: every action that works where it was opened, and what can be chosen by name.

use super::offers::SORTS;
use super::{Model, PaletteBox};
use crate::locale::cli::{self, CommandHelp};
use crate::locale::{Lang, Phrase, search, tracking, ui};
use crate::search::Sort;
use crate::text::fold;
use crate::tui::keymap::{Action, Context, Key};

/// What a line of the palette does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// What a key does.
    Do(Action),
    /// Takes the theme of this name.
    Theme(String),
    /// Sorts the offers.
    Sort(Sort),
    /// Moves what is selected to the stage at this place of the menu.
    Stage(usize),
}

/// One line of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// The sentence, in the person's language.
    pub said: String,
    /// What is typed to get it: the name of the action in the config, or two words.
    pub name: String,
    /// The keys in force.
    pub keys: Vec<Key>,
    /// Why it can do nothing now.
    pub refusal: Option<Phrase>,
    /// The sentence in the other languages too, folded.
    searched: String,
}

impl Entry {
    fn new(model: &Model, command: Command, name: &str, said: impl Fn(Lang) -> String) -> Self {
        let searched = fold(&format!("{} {} {name}", said(Lang::Fr), said(Lang::En))).text;
        Self {
            said: said(model.lang()),
            name: name.to_owned(),
            keys: Vec::new(),
            refusal: None,
            command,
            searched,
        }
    }

    fn starts_with(&self, wanted: &str) -> bool {
        fold(&self.said).text.starts_with(wanted) || self.name.starts_with(wanted)
    }
}

/// Returns the commands of the shell that hold what is typed: what the palette does not have, they may.
#[must_use]
pub fn shell_commands(open: &PaletteBox) -> Vec<&'static CommandHelp> {
    let wanted = fold(open.filter.text()).text;
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let holds = |command: &&CommandHelp| {
        let said = fold(&format!("{} {} {}", command.name, command.about.fr, command.about.en)).text;
        words.iter().all(|word| said.contains(word))
    };
    let commands = cli::command_help().filter(|command| !command.name.is_empty());
    commands.filter(holds).collect()
}

/// Returns the commands that the palette offers, in the order of the table, as far as they hold what is typed.
///
/// Both languages are searched: who learned a command in one finds it in the other.
#[must_use]
pub fn entries(model: &Model, open: &PaletteBox) -> Vec<Entry> {
    let wanted = fold(open.filter.text()).text;
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let all = actions(model, open).into_iter().chain(choices(model));
    let mut entries: Vec<Entry> = all
        .filter(|entry| words.iter().all(|word| entry.searched.contains(word)))
        .collect();
    // What was typed at the start of a sentence is meant before what was found inside one.
    entries.sort_by_key(|entry| !entry.starts_with(wanted.trim()));
    entries
}

fn actions(model: &Model, open: &PaletteBox) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (binding, keys) in model.setting.keymap.known(open.about) {
        let command = Command::Do(binding.action);
        // Views of one's own are chosen by name.
        let named = matches!(binding.action, Action::Palette | Action::ToOwn(_));
        if !named && entries.iter().all(|entry| entry.command != command) {
            entries.push(Entry {
                keys: keys.to_vec(),
                refusal: model.refusal(binding.action),
                ..Entry::new(model, command, binding.name, |lang| binding.help.get(lang).to_owned())
            });
        }
    }
    entries
}

/// Returns what has no key of its own, because there is one for each theme, order and stage.
fn choices(model: &Model) -> Vec<Entry> {
    let themes = model.setting.themes.iter().map(|theme| {
        let command = Command::Theme(theme.clone());
        Entry::new(model, command, &format!("theme {theme}"), |lang| {
            ui::theme_command(lang, theme)
        })
    });
    let sorts = SORTS.iter().zip(ui::SORTS).map(|(sort, order)| {
        let name = format!("sort {}", order.en.replace(' ', "-"));
        let said = |lang| ui::sort_command(lang, order.get(lang));
        Entry::new(model, Command::Sort(*sort), &name, said)
    });
    let stages = model.tracked.stages();
    let stages = stages.iter().enumerate().map(|(at, stage)| Entry {
        refusal: model.refusal(Action::Stage),
        ..Entry::new(
            model,
            Command::Stage(at),
            &format!("stage {}", stage.as_str()),
            |lang| ui::stage_command(lang, tracking::stage(lang, stage)),
        )
    });
    let views = (0_u8..).zip(&model.setting.views).map(|(number, (view, _))| {
        let action = Action::ToOwn(number);
        let key = model.setting.keymap.key_of(Context::List, action);
        let name = format!("view {}", fold(view).text);
        Entry {
            keys: key.into_iter().collect(),
            ..Entry::new(model, Command::Do(action), &name, |lang| search::to_view(lang, view))
        }
    });
    themes.chain(sorts).chain(stages).chain(views).collect()
}

/// Returns how what is typed may go on: as far as the names agree, else the name of the selected command.
#[must_use]
pub fn completed(model: &Model, open: &PaletteBox) -> Option<String> {
    let typed = open.filter.text();
    let entries = entries(model, open);
    let mut names = entries
        .iter()
        .map(|entry| &entry.name)
        .filter(|name| name.starts_with(typed));
    let common = names.next().map(|first| {
        names.fold(first.clone(), |common, name| {
            let agree = common.chars().zip(name.chars()).take_while(|(a, b)| a == b);
            agree.map(|(c, _)| c).collect()
        })
    });
    let longer = common.filter(|common| !typed.is_empty() && common.len() > typed.len());
    longer.or_else(|| entries.get(open.selected).map(|entry| entry.name.clone()))
}
