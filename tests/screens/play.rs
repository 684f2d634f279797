//! The real event loop with a fake outside: keys in, a screen out, no thread, no clock, no file written.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]
#![allow(dead_code, reason = "each test binary uses its part of the play")]

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;

use jiff::civil::{Date, date};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tremplin::locale::Lang;
use tremplin::mail::draft::{self, Basis, Wording};
use tremplin::mail::{Draft, How, Profile};
use tremplin::markdown;
use tremplin::offer::{self, DocumentKind, Offer, OfferFile, Reading, Summary};
use tremplin::search::{BodyIndexBuilder, Searcher};
use tremplin::tracking::compare::{Changes, Version, changes};
use tremplin::tracking::journal::Done;
use tremplin::tracking::{Answer, Change, OfferRef, OwnStage, Shortlist, Stage, Step, Visits, change};
use tremplin::tui::input::Event;
use tremplin::tui::keymap::{Key, Keyboard, Keymap};
use tremplin::tui::model::library::{Library, OpenOffer};
use tremplin::tui::model::offers::{Ask, Shown};
use tremplin::tui::model::sheet::{Drafted, Request};
use tremplin::tui::model::{LeftOut, MemoBox, Model, Setting};
use tremplin::tui::msg::{Configured, Copied, Deed, Effect, Handed, Msg, OpenRequest, Saved};
use tremplin::tui::theme::{Background, Depth, Theme, ThemeName};
use tremplin::tui::{Outside, Screen, event_loop};

/// The day on which all of this happens: a Friday.
pub const TODAY: Date = date(2026, 11, 20);

/// A person in front of the program.
pub struct Play {
    model: Model,
    ground: (u32, u32),
    screen: Paper,
    outside: Fake,
}

impl Play {
    /// Starts the program on the test's offers, in a terminal of this size, and waits until all is read.
    pub fn new(lang: Lang, width: u16, height: u16) -> Self {
        Self::with_offers(read_offers(), lang, width, height)
    }

    /// Starts the program on one of the samples that it brings along.
    #[allow(dead_code, reason = "not every test has one")]
    pub fn with_sample(name: &str, lang: Lang, width: u16, height: u16) -> Self {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("offers").join(name);
        Self::with_offers(read_files(vec![file]), lang, width, height)
    }

    fn with_offers(offers: Vec<(Offer, Arc<str>, Summary)>, lang: Lang, width: u16, height: u16) -> Self {
        let setting = Setting {
            theme: Theme::new(ThemeName::TremplinDark, Depth::True, Background::Dark),
            themes: ThemeName::ALL.iter().map(|(name, _)| (*name).to_owned()).collect(),
            theme_name: "tremplin".to_owned(),
            sources: vec!["offres".to_owned()],
            ..Setting::new(lang, TODAY)
        };
        let area = Rect::new(0, 0, width, height);
        let mut play = Self {
            model: Model::new(setting, area),
            ground: (0x15_171F, 0xE6_E6F0),
            screen: Paper(Buffer::empty(area), None),
            outside: Fake {
                answers: Vec::new(),
                offers,
                shortlist: Shortlist::default(),
                lang,
                name: "Camille Martin".to_owned(),
                was: Vec::new(),
                edited: Vec::new(),
            },
        };
        let library = play.outside.library();
        let files = library.rows().len();
        play.send(Event::Work(Box::new(Msg::Loaded(library))));
        let left_out = Arc::default();
        play.send(Event::Work(Box::new(Msg::Scanned { files, left_out })));
        play
    }

    /// Takes another theme.
    pub fn theme(mut self, name: ThemeName) -> Self {
        Arc::make_mut(&mut self.model.setting).theme = Theme::new(name, Depth::True, Background::Dark);
        self.ground = match name {
            ThemeName::TremplinLight => (0xFF_FFFF, 0x1E_2030),
            ThemeName::None | ThemeName::Terminal => (0x00_0000, 0xD8_D8D8),
            _ => self.ground,
        };
        self.send(Event::Resize(self.model.screen.width, self.model.screen.height));
        self
    }

    /// Gives the person another keyboard.
    #[allow(dead_code, reason = "not every test has one")]
    pub fn on_keyboard(&mut self, keyboard: Keyboard) {
        Arc::make_mut(&mut self.model.setting).keymap = Keymap::on(keyboard);
    }

    /// Gives the person a view of their own.
    #[allow(dead_code, reason = "not every test has one")]
    pub fn with_view(&mut self, name: &str, query: &str) {
        let setting = Arc::make_mut(&mut self.model.setting);
        setting.views.push((name.to_owned(), query.to_owned()));
    }

    /// Lets files give no offer: their paths and reasons, and whether nobody takes them for one.
    pub fn with_left_out(&mut self, files: &[(&str, &str, bool)]) {
        let file = |(path, reason, expected): &(&str, &str, bool)| LeftOut {
            path: (*path).to_owned(),
            reason: (*reason).to_owned(),
            expected: *expected,
        };
        let left_out = files.iter().map(file).collect();
        let files = self.outside.offers.len() + files.len();
        self.send(Event::Work(Box::new(Msg::Scanned { files, left_out })));
    }

    /// Lets the kept offers have said something else than they say now.
    pub fn said_before(&mut self, is: &str, was: &str) {
        self.outside.was.push((is.to_owned(), was.to_owned()));
    }

    /// Draws with signs of ASCII only.
    pub fn ascii(mut self) -> Self {
        let setting = Setting {
            ascii: true,
            ..(*self.model.setting).clone()
        };
        self.model.setting = Arc::new(setting);
        self
    }

    /// Gives the person a shortlist: four applications at different steps, one with notes, and a past visit.
    pub fn with_shortlist(&mut self) {
        let stages = [
            ("Développeur·se Rust", vec![(Stage::Kept, date(2026, 11, 14))]),
            (
                "Stage : cartographie",
                vec![(Stage::Kept, date(2026, 11, 9)), (Stage::Sent, date(2026, 11, 16))],
            ),
            ("Ingénieur·e fullstack", vec![(Stage::Kept, date(2026, 11, 17))]),
            (
                "Data engineer",
                vec![
                    (Stage::Kept, date(2026, 11, 1)),
                    (Stage::Sent, date(2026, 11, 5)),
                    (Stage::Interview, date(2026, 11, 18)),
                ],
            ),
            (
                "Backend developer",
                vec![
                    (Stage::Sent, date(2026, 11, 6)),
                    (Stage::Answered(Answer::Refused), date(2026, 11, 19)),
                ],
            ),
        ];
        let (_, text, _) = &self.outside.offers[0];
        let text = Arc::clone(text);
        for (title, steps) in stages {
            let (offer, own, summary) = self
                .outside
                .offers
                .iter()
                .find(|(_, _, row)| row.title.starts_with(title))
                .unwrap();
            // What was kept is known by its fingerprint: other words of the same length.
            let text = if self.outside.was.is_empty() {
                Arc::clone(&text)
            } else {
                own.replace("\n\n", "\n ").into()
            };
            let reference = OfferRef::of_offer(offer, summary, "offres", &text);
            let first = date(2026, 11, 1);
            let keep = Change::Keep {
                offer: Box::new(reference),
                text: None,
            };
            let mut application = change::apply(&keep, None, first).unwrap();
            for (to, day) in steps {
                let step = Change::Stage {
                    to,
                    date: Some(day),
                    by: None,
                };
                application = change::apply(&step, application, first).unwrap();
            }
            if title.starts_with("Développeur") {
                let note = "Vu Anne au meetup Rust : mentionner la carte des fontaines.";
                application = change::apply(&Change::AddNote(note.into()), application, first).unwrap();
            }
            self.outside.shortlist.put(application.unwrap());
        }
        let msg = Msg::Shortlist {
            shortlist: Arc::new(self.outside.shortlist.clone()),
            visits: Arc::new(self.visits()),
            troubles: Vec::new(),
        };
        self.send(Event::Work(Box::new(msg)));
        // Something is due today, so the agenda came first.
        self.keys("1");
    }

    /// Gives the person stages of their own, which stand where an interview does.
    pub fn with_stages(&mut self, names: &[&str]) {
        let stage = |name: &&str| OwnStage {
            name: (*name).to_owned(),
            step: Step::Interview,
        };
        let known = self.outside.shortlist.iter().cloned().collect::<Vec<_>>();
        self.outside.shortlist = Shortlist::new(known, names.iter().map(stage).collect());
        let msg = Msg::Shortlist {
            shortlist: Arc::new(self.outside.shortlist.clone()),
            visits: Arc::new(self.visits()),
            troubles: Vec::new(),
        };
        self.send(Event::Work(Box::new(msg)));
    }

    /// All but two offers were there at the last visit.
    fn visits(&self) -> Visits {
        let ids: Vec<_> = self.outside.offers.iter().map(|(_, _, row)| row.id.clone()).collect();
        let new = |title: &str| ["Alternance", "UX"].iter().any(|start| title.starts_with(start));
        let known = self.outside.offers.iter().filter(|(_, _, row)| !new(&row.title));
        let mut before = Visits::default();
        before.meet(known.map(|(_, _, row)| &row.id), date(2026, 11, 12));
        let mut visits = Visits::new(before.iter().collect());
        visits.meet(&ids, TODAY);
        visits
    }

    /// Presses keys, written as in the table, with spaces between them.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            let key = Key::parse(key).unwrap_or_else(|| panic!("no such key: {key}"));
            self.send(Event::Key(key));
        }
        self
    }

    /// Types a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let key = if letter == ' ' {
                "Space".to_owned()
            } else {
                letter.to_string()
            };
            self.keys(&key);
        }
        self
    }

    /// Lets the loop work until nothing is left to do.
    pub fn send(&mut self, event: Event) {
        let mut waiting = vec![event];
        while !waiting.is_empty() {
            let (sender, events) = mpsc::channel();
            for event in waiting {
                sender.send(event).unwrap();
            }
            // The loop ends when nothing can come any more.
            drop(sender);
            event_loop(&mut self.model, &mut self.screen, &mut self.outside, &events).unwrap();
            waiting = std::mem::take(&mut self.outside.answers);
        }
    }

    /// Returns the state.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Returns the titles of the offers whose files were opened in the editor.
    pub fn edited(&self) -> &[String] {
        &self.outside.edited
    }

    /// Draws and returns the screen.
    pub fn buffer(&mut self) -> &Buffer {
        self.send(Event::Work(Box::new(Msg::ToastOver(0))));
        &self.screen.0
    }

    /// Returns background and foreground of the terminal that is played.
    pub fn ground(&self) -> (u32, u32) {
        self.ground
    }

    /// Returns the screen as lines of text.
    pub fn text_of_screen(&mut self) -> String {
        let buffer = self.buffer();
        let area = *buffer.area();
        let line = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..area.height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
    }
}

/// A screen of paper.
struct Paper(Buffer, Option<Position>);

impl Screen for Paper {
    fn draw(&mut self, area: Rect, view: &mut dyn FnMut(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.0 = Buffer::empty(area);
        self.1 = view(&mut self.0);
        Ok(())
    }

    fn write(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn mouse(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn release(&mut self) {}

    fn retake(&mut self) -> io::Result<Rect> {
        Ok(self.0.area)
    }
}

/// Does at once what the workers do in their time.
struct Fake {
    answers: Vec<Event>,
    offers: Vec<(Offer, Arc<str>, Summary)>,
    shortlist: Shortlist,
    lang: Lang,
    /// Who applies.
    name: String,
    /// What the texts say now and what they said when they were kept.
    was: Vec<(String, String)>,
    /// The titles of the offers whose files were opened in the editor.
    edited: Vec<String>,
}

fn read_offers() -> Vec<(Offer, Arc<str>, Summary)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/screens/offers");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    read_files(names)
}

fn read_files(names: Vec<PathBuf>) -> Vec<(Offer, Arc<str>, Summary)> {
    let mut offers = Vec::new();
    for path in names {
        let text: Arc<str> = std::fs::read_to_string(&path).unwrap().into();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let file = OfferFile {
            path: &name,
            text: &text,
            modified: None,
        };
        match offer::read(&file) {
            Reading::Offers(read) => offers.extend(read.into_iter().map(|offer| {
                let summary = Summary::of(&offer, 0);
                (offer, Arc::clone(&text), summary)
            })),
            Reading::NotAnOffer(why) => panic!("{name}: {why:?}"),
        }
    }
    offers
}

impl Fake {
    fn library(&self) -> Arc<Library> {
        let rows: Vec<Summary> = self.offers.iter().map(|(_, _, summary)| summary.clone()).collect();
        let mut bodies = BodyIndexBuilder::default();
        for ((offer, text, _), row) in self.offers.iter().zip(0..) {
            bodies.add(row, &text[offer.body.clone()]);
        }
        let bodies = Arc::new(bodies.finish(rows.len()));
        Arc::new(Library::new(Arc::new(rows), 1).with_bodies(bodies))
    }

    fn answer(&mut self, effect: Effect) -> Option<Msg> {
        Some(match effect {
            Effect::Search(request) => {
                let mark = |row: &Summary| request.visits.mark(&row.id, request.shortlist.marks(&row.id));
                let marks: Vec<_> = request.library.rows().iter().map(mark).collect();
                let ask = Ask {
                    text: &request.query,
                    sort: request.sort,
                    today: TODAY,
                    beside: request.beside,
                };
                let found = Shown::find(&mut Searcher::default(), request.library, &marks, ask);
                Msg::Found {
                    generation: request.generation,
                    found: Box::new(found),
                }
            }
            Effect::UseTheme(name) => {
                let theme = ThemeName::parse(&name).unwrap();
                let setting = Setting {
                    theme: Theme::new(theme, Depth::True, Background::Dark),
                    themes: ThemeName::ALL.iter().map(|(name, _)| (*name).to_owned()).collect(),
                    theme_name: name,
                    sources: vec!["offres".to_owned()],
                    ..Setting::new(self.lang, TODAY)
                };
                Msg::Configured(Box::new(Configured {
                    setting: Arc::new(setting),
                    mouse: None,
                    hides: false,
                    said: Ok("taken".to_owned()),
                }))
            }
            Effect::Open(OpenRequest { generation, row, .. }) => {
                let (offer, text, _) = &self.offers[row as usize];
                let result = Ok(Arc::new(OpenOffer {
                    document: markdown::parse(&text[offer.body.clone()], offer.body.start),
                    offer: offer.clone(),
                    text: Arc::clone(text),
                    path: offer.path.clone(),
                }));
                Msg::Opened { generation, result }
            }
            Effect::Save(order) => {
                let done = order.deeds.into_iter().map(|deed| self.change(deed)).collect();
                Msg::Saved(Saved {
                    purpose: order.purpose,
                    what: order.what,
                    done,
                    shortlist: Arc::new(self.shortlist.clone()),
                    failure: None,
                    typed: order.typed,
                })
            }
            Effect::Compare { id, now } => Msg::Compared {
                changes: Arc::new(self.compare(&now)?),
                id,
            },
            Effect::Copy(text) => {
                let how = tremplin::locale::system::copied(self.lang, Some("wl-copy"));
                Msg::Copied(Copied {
                    text,
                    road: Ok(how),
                    bytes: None,
                })
            }
            Effect::Draft(request) => Msg::Drafted(Ok(self.draft(*request))),
            Effect::HandOver { id, .. } => {
                let how = tremplin::locale::sheet::handed_over(self.lang, "xdg-email");
                Msg::HandedOver {
                    id,
                    result: Ok(Handed::Done(how)),
                }
            }
            _ => return None,
        })
    }

    /// Compares an offer with what it was when it was kept, when a test says what that is.
    fn compare(&self, now: &OpenOffer) -> Option<Changes> {
        let was = self
            .was
            .iter()
            .fold(now.text.to_string(), |text, (is, was)| text.replace(is, was));
        let file = OfferFile {
            path: &now.path,
            text: &was,
            modified: None,
        };
        let Reading::Offers(kept) = offer::read(&file) else {
            return None;
        };
        let kept = Version {
            offer: kept.first()?,
            text: &was,
        };
        let now = Version {
            offer: &now.offer,
            text: &now.text,
        };
        (!self.was.is_empty()).then(|| changes(kept, now))
    }

    fn draft(&self, request: Request) -> Box<Drafted> {
        let (_, row) = request.source.row().unwrap();
        let (offer, text, summary) = &self.offers[row as usize];
        let profile = Profile {
            name: self.name.clone(),
            phone: "06 00 00 00 00".to_owned(),
            documents: [(DocumentKind::Cv, "/home/camille/CV-2026.pdf".to_owned())].into(),
            links: [("github".to_owned(), "https://git.example/camille".to_owned())].into(),
            ..Profile::default()
        };
        let basis = Basis {
            facts: &offer.facts,
            title: &summary.title,
            profile: &profile,
            sent: request.sent.as_ref(),
            template: None,
            lang: draft::language(&offer.facts, self.lang),
        };
        let wording = Wording::of(request.purpose, basis);
        let draft = Draft::new(request.purpose, basis);
        let how = How::of(offer, text);
        Box::new(Drafted {
            offer: Arc::new(offer.clone()),
            id: summary.id.clone(),
            title: summary.title.to_string(),
            source: request.source,
            profile: Arc::new(profile),
            draft,
            wording,
            how,
        })
    }

    fn change(&mut self, deed: Deed) -> Done {
        let reference = |row: u32| {
            let (offer, text, summary) = &self.offers[row as usize];
            Box::new(OfferRef::of_offer(offer, summary, "offres", text))
        };
        let (id, change) = match deed {
            Deed::Change(id, change) => (id, *change),
            Deed::Keep { row, .. } => {
                let offer = reference(row);
                (offer.id.clone(), Change::Keep { offer, text: None })
            }
            Deed::Refresh { row, .. } => {
                let offer = reference(row);
                (offer.id.clone(), Change::Refresh { offer, text: None })
            }
            Deed::Hide { row, .. } => {
                let offer = reference(row);
                (offer.id.clone(), Change::Hide(offer))
            }
        };
        let before = self.shortlist.get(&id).cloned();
        let after = change::apply(&change, before.clone(), TODAY).unwrap();
        self.shortlist.set(&id, after.clone());
        Done {
            id,
            before,
            after,
            text: None,
        }
    }
}

impl Outside for Fake {
    fn start(&mut self, effect: Effect) {
        if let Some(msg) = self.answer(effect) {
            self.answers.push(Event::Work(Box::new(msg)));
        }
    }

    fn suspend(&mut self) {}

    fn mail(&mut self, _: &[String]) -> Result<String, String> {
        Ok(String::new())
    }

    fn edit(&mut self, library: &Library, row: u32) -> Option<String> {
        self.edited.push(library.rows()[row as usize].title.to_string());
        None
    }

    /// This person is called otherwise from now on.
    fn edit_profile(&mut self) -> Result<String, String> {
        "Camille Durand".clone_into(&mut self.name);
        Ok(tremplin::locale::sheet::profile_of(self.lang, &self.name))
    }

    /// The editor of this person adds a line.
    fn edit_memo(&mut self, mut memo: MemoBox) {
        memo.field.insert("\nécrit dans l’éditeur");
        let msg = Msg::MemoEdited(Box::new(memo), None);
        self.answers.push(Event::Work(Box::new(msg)));
    }
}
