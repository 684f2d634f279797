//! What the interface takes from the configuration: made at the start, and again whenever its files change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use jiff::civil::Date;

use super::{Options, send};
use crate::locale::{Lang, config as words, files, search};
use crate::store::config::follow::{GoOn, follow};
use crate::store::config::themes::{self, ThemeFile};
use crate::store::config::{self, Color, Config, InForce, Layers, MistakeKind, Symbols, set_theme};
use crate::tui::input::Event;
use crate::tui::keymap::own::KeyMistake;
use crate::tui::keymap::{Keyboard, Keymap};
use crate::tui::layout::Preview;
use crate::tui::model::own::Wish;
use crate::tui::model::{LeftOut, Setting};
use crate::tui::msg::{Configured, Msg};
use crate::tui::theme::{self, Background, Colours, Depth, Theme, ThemeName};

/// The configuration in force, for the workers.
#[derive(Debug, Clone)]
pub struct Live(Arc<RwLock<Arc<Config>>>);

impl Live {
    fn new(config: Config) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(config))))
    }

    /// Returns it as it is now.
    pub fn get(&self) -> Arc<Config> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, config: Config) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(config);
    }
}

/// Turns a configuration into what is set. The same for as long as the program runs.
#[derive(Debug, Clone)]
struct Maker {
    layers: Layers,
    lang: Lang,
    today: Date,
    samples: bool,
    sources: Vec<String>,
    background: Background,
}

/// A change of the configuration that is asked for from inside.
pub enum Request {
    /// Change views or rules; the words are said once it is done.
    Grant(Wish, String),
    /// Take the theme of this name.
    Theme(String),
}

/// Makes what is set, and makes it anew.
#[derive(Debug, Clone)]
pub struct Settings(Arc<Mutex<State>>, Live);

#[derive(Debug)]
struct State {
    maker: Maker,
    /// What the files said when they were last read.
    read: (InForce, Option<ThemeFile>),
    /// What is set.
    setting: Arc<Setting>,
    /// Whether nothing may be saved.
    read_only: bool,
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Returns how many colours the terminal has and the configuration wants.
#[must_use]
pub fn depth(config: &Config) -> Depth {
    let colours = match config.color {
        Color::Always => Colours::Always,
        Color::Never => Colours::Never,
        Color::Auto => Colours::Auto,
    };
    Depth::of_terminal(colours, &variable)
}

/// Returns the keys in force, with what is wrong with those of the person's own.
#[must_use]
pub fn keymap_of(config: &Config) -> (Keymap, Vec<KeyMistake>) {
    let keyboard = match config.keyboard {
        config::Keyboard::Usual => Keyboard::Usual,
        config::Keyboard::Bepo => Keyboard::Bepo,
    };
    Keymap::configured(keyboard, &config.keys)
}

impl Settings {
    /// Makes what is set at the start; `background` is what the terminal answered. Returns it with what is wrong.
    #[must_use]
    pub fn new(options: &Options, background: Background) -> (Self, Arc<Setting>, Vec<String>) {
        let sources = &options.sources;
        let shown = |number| crate::text::clean_visibly(&sources.name(number)).into_string();
        let maker = Maker {
            layers: options.layers.clone(),
            lang: options.lang,
            today: options.today,
            samples: sources.is_samples(),
            sources: (0..).take(sources.all().len()).map(shown).collect(),
            background,
        };
        let read = maker.read();
        let (setting, slips) = maker.make(&options.config, &read.0);
        let mistakes = maker.told(&read.0).into_iter().chain(slips).collect();
        let setting = Arc::new(setting);
        let state = State {
            read,
            maker,
            setting: Arc::clone(&setting),
            read_only: options.read_only,
        };
        let live = Live::new(options.config.clone());
        (Self(Arc::new(Mutex::new(state)), live), setting, mistakes)
    }

    /// Returns the configuration for the workers.
    #[must_use]
    pub fn live(&self) -> Live {
        self.1.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows the files until nobody listens any more.
    pub fn follow(&self, events: &Sender<Event>) {
        let files = || {
            let state = self.state();
            state.maker.files(&state.read.0.config.theme)
        };
        follow(files, || {
            // Sent while the state is held, as below: what was set last is told last.
            let mut state = self.state();
            let told = self
                .reload(&mut state)
                .map(|msg| events.send(Event::Work(Box::new(msg))));
            if matches!(told, Some(Err(_))) {
                GoOn::No
            } else {
                GoOn::Yes
            }
        });
    }

    /// Makes the changes that are asked for from inside, one after the other.
    pub fn serve(&self, requests: &Receiver<Request>, events: &Sender<Event>) {
        while let Ok(request) = requests.recv() {
            let mut state = self.state();
            let told = match request {
                Request::Grant(wish, what) => self.grant(&mut state, &wish, what),
                Request::Theme(name) => self.use_theme(&mut state, &name),
            };
            send(events, told);
        }
    }

    /// Reads the files again; `None` when they say what they said.
    fn reload(&self, state: &mut State) -> Option<Msg> {
        let read = state.maker.read();
        if read == state.read {
            return None;
        }
        state.read = read;
        if let Some(why) = state.broken() {
            let why = words::kept_as_it_was(state.maker.lang, &why);
            let mistakes = state.mistakes();
            Arc::make_mut(&mut state.setting).mistakes = mistakes;
            return Some(unchanged(state, Err(why)));
        }
        let lang = state.maker.lang;
        let config = state.read.0.config.clone();
        let warning = state.read.0.mistakes.first().map(|mistake| mistake.say(lang));
        let said = words::read_again(lang, &postponed(&self.1.get(), &config));
        Some(self.take(state, config, warning.map_or(Ok(said), Err)))
    }

    /// Takes another theme and saves the choice; returns what comes of it.
    fn use_theme(&self, state: &mut State, name: &str) -> Msg {
        let lang = state.maker.lang;
        let file = state.maker.layers.paths.config_file();
        let saved = if state.read_only {
            Ok(())
        } else {
            set_theme(&file, name)
        };
        // The watch will find nothing new in what was saved here.
        state.read = state.maker.read();
        let config = Config {
            theme: name.to_owned(),
            ..(*self.1.get()).clone()
        };
        let said = match saved {
            Ok(()) => words::theme_taken(lang, name),
            Err(error) => words::theme_not_saved(lang, name, &files::io_reason(lang, error.kind())),
        };
        self.take(state, config, Ok(said))
    }

    /// Changes views or rules and saves the change; returns what comes of it.
    fn grant(&self, state: &mut State, wish: &Wish, what: String) -> Msg {
        let lang = state.maker.lang;
        if state.read_only {
            let config = granted(wish, &self.1.get());
            return self.take(state, config, Ok(what));
        }
        let saved = save(&state.maker.layers.paths.config_file(), wish);
        // As for a theme.
        state.read = state.maker.read();
        let config = state.read.0.config.clone();
        match saved {
            Err(error) => unchanged(
                state,
                Err(search::not_saved(lang, &files::io_reason(lang, error.kind()))),
            ),
            Ok(()) => match state.broken() {
                Some(why) => unchanged(state, Err(words::kept_as_it_was(lang, &why))),
                None if granted(wish, &config) == config => self.take(state, config, Ok(what)),
                None => unchanged(state, Err(search::SAID_ELSEWHERE.get(lang).to_owned())),
            },
        }
    }

    /// Puts a configuration in force.
    fn take(&self, state: &mut State, config: Config, said: Result<String, String>) -> Msg {
        let before = self.1.get();
        let (setting, mistakes) = state.maker.make(&config, &state.read.0);
        let first = mistakes.into_iter().next();
        let no_theme = setting.theme_name != config.theme && before.theme != config.theme;
        if let (true, Some(why)) = (no_theme, &first) {
            return unchanged(state, Err(words::kept_as_it_was(state.maker.lang, why)));
        }
        state.setting = Arc::new(setting);
        let told = Configured {
            setting: Arc::clone(&state.setting),
            mouse: (before.mouse != config.mouse).then_some(config.mouse),
            hides: before.hide != config.hide,
            said: first.map_or(said, Err),
        };
        self.1.set(config);
        Msg::Configured(Box::new(told))
    }
}

/// Returns a configuration with a change made.
fn granted(wish: &Wish, config: &Config) -> Config {
    let mut config = config.clone();
    let views = config.views.drain(..).map(|view| (view.name, view.query));
    let mut views: Vec<_> = views.collect();
    wish.grant(&mut views, &mut config.hide);
    let views = views.into_iter().map(|(name, query)| config::View { name, query });
    config.views = views.collect();
    config
}

/// Makes a change in the candidate's file.
fn save(file: &Path, wish: &Wish) -> io::Result<()> {
    match wish {
        Wish::SaveView { name, query } => {
            let (name, query) = (name.clone(), query.clone());
            config::add_view(file, &config::View { name, query })
        }
        Wish::RenameView { from, to } => config::rename_view(file, from, to),
        Wish::RemoveView { name } => config::remove_view(file, name),
        Wish::Hide { rule } => config::add_hide_rule(file, rule),
        Wish::Show { rule } => config::remove_hide_rule(file, rule),
    }
}

fn unchanged(state: &State, said: Result<String, String>) -> Msg {
    Msg::Configured(Box::new(Configured {
        setting: Arc::clone(&state.setting),
        mouse: None,
        hides: false,
        said,
    }))
}

/// Returns the keys that were changed and count at the next start only.
fn postponed(before: &Config, now: &Config) -> Vec<&'static str> {
    let both = before.values().into_iter().zip(now.values());
    let later = ["offers", "lang", "cache", "watch", "stages"];
    both.filter(|((key, was), (_, is))| later.contains(key) && was != is)
        .map(|((key, _), _)| key)
        .collect()
}

impl State {
    /// Returns what is wrong with what the files say.
    fn mistakes(&self) -> Vec<LeftOut> {
        let lang = self.maker.lang;
        let mut said = self.maker.told(&self.read.0);
        said.extend(self.read.1.iter().flat_map(|file| theme_mistakes(file, lang)));
        said.iter().map(|said| LeftOut::told(said)).collect()
    }

    /// Returns what makes the files unfit to replace what is in force: a slip in the middle of writing, most often.
    fn broken(&self) -> Option<String> {
        let lang = self.maker.lang;
        let mistakes = self.read.0.mistakes.iter();
        let grave = mistakes.filter(|mistake| match mistake.what {
            MistakeKind::UnknownKey { .. } | MistakeKind::NotInFolder { .. } => false,
            MistakeKind::Unreadable(_)
            | MistakeKind::NotAConfig
            | MistakeKind::Syntax(_)
            | MistakeKind::WrongType { .. }
            | MistakeKind::WrongWord { .. } => true,
        });
        let of_theme = || match &self.read.1 {
            Some(file) => theme_mistakes(file, lang).into_iter().next(),
            None => None,
        };
        grave.map(|mistake| mistake.say(lang)).next().or_else(of_theme)
    }
}

fn theme_mistakes(own: &ThemeFile, lang: Lang) -> Vec<String> {
    let mistakes = match theme::own::read(&own.text) {
        Ok((_, mistakes)) => mistakes,
        Err(mistake) => vec![mistake],
    };
    let placed = |line| words::in_file(lang, &own.file.to_string_lossy(), Some(line));
    mistakes
        .iter()
        .map(|mistake| words::mistake(lang, &placed(mistake.line), &mistake.say(lang)))
        .map(|sentence| crate::text::clean_visibly(&sentence).into_string())
        .collect()
}

impl Maker {
    fn read(&self) -> (InForce, Option<ThemeFile>) {
        let force = self.layers.read();
        let theme = themes::read(&self.layers.paths, &force.config.theme).ok().flatten();
        (force, theme)
    }

    /// Returns what is wrong with the files, as sentences.
    fn told(&self, read: &InForce) -> Vec<String> {
        read.mistakes.iter().map(|mistake| mistake.say(self.lang)).collect()
    }

    fn files(&self, theme: &str) -> Vec<PathBuf> {
        let mut files = self.layers.files();
        files.extend(self.layers.paths.theme_file(theme));
        files
    }

    /// Makes what is set of a configuration; returns it with what is wrong with its keys and its theme.
    fn make(&self, config: &Config, read: &InForce) -> (Setting, Vec<String>) {
        let (keymap, slips) = keymap_of(config);
        let placed = |slip: &KeyMistake| {
            let said = slip.say(self.lang);
            match read.origins(&format!("keys.{}", slip.action())).first() {
                Some(place) => words::mistake(self.lang, &place.say(self.lang), &said),
                None => said,
            }
        };
        let mut mistakes: Vec<String> = slips.iter().map(placed).collect();
        let (theme, theme_name) = self.theme(config, &mut mistakes);
        let clean = |text: &str| crate::text::clean(text).one_line().into_string();
        let views = config.views.iter();
        let ours = ThemeName::ALL.iter().map(|(name, _)| (*name).to_owned());
        let setting = Setting {
            keymap,
            theme,
            themes: ours.chain(themes::names(&self.layers.paths)).collect(),
            theme_name,
            follow_up_rules: config.follow_up_rules(),
            preview: match config.preview {
                config::Preview::Right => Preview::Right,
                config::Preview::Below => Preview::Below,
            },
            ascii: ascii(config, &variable),
            hyperlinks: config.hyperlinks.are_written(&variable),
            samples: self.samples,
            sources: self.sources.clone(),
            views: views.map(|view| (clean(&view.name), clean(&view.query))).collect(),
            hide: config.hide.clone(),
            mistakes: self
                .told(read)
                .iter()
                .chain(&mistakes)
                .map(|said| LeftOut::told(said))
                .collect(),
            ..Setting::new(self.lang, self.today)
        };
        (setting, mistakes)
    }

    /// Returns the theme with its name: the one that is wanted, or ours when it cannot be had.
    fn theme(&self, config: &Config, mistakes: &mut Vec<String>) -> (Theme, String) {
        let depth = depth(config);
        let background = match config.background {
            config::Background::Auto => self.background,
            config::Background::Dark => Background::Dark,
            config::Background::Light => Background::Light,
        };
        let name = config.theme.clone();
        match themes::read(&self.layers.paths, &name) {
            Ok(Some(own)) => {
                mistakes.extend(theme_mistakes(&own, self.lang));
                if let Ok((palette, _)) = theme::own::read(&own.text) {
                    return (Theme::of_palette(&palette, depth), name);
                }
            }
            Ok(None) => match ThemeName::parse(&name) {
                Some(known) => return (Theme::new(known, depth, background), name),
                None => mistakes.push(words::unknown_theme(self.lang, &name)),
            },
            Err(error) => mistakes.push(files::io_reason(self.lang, error.kind())),
        }
        let ours = ThemeName::default();
        (Theme::new(ours, depth, background), "tremplin".to_owned())
    }
}

/// Tells whether our signs can be drawn: as the config says, else where the locale is one of UTF-8.
fn ascii(config: &Config, variable: &dyn Fn(&str) -> Option<String>) -> bool {
    match config.symbols {
        Symbols::Unicode => false,
        Symbols::Ascii => true,
        Symbols::Auto => {
            let names = ["LC_ALL", "LC_CTYPE", "LANG"];
            let locale = names
                .iter()
                .find_map(|name| variable(name).filter(|value| !value.is_empty()));
            // Without a word about it, terminals of today speak UTF-8.
            locale.is_some_and(|value| {
                let value = value.to_ascii_lowercase();
                !value.contains("utf-8") && !value.contains("utf8") && value.contains('.')
            })
        }
    }
}
