//! Answering the person: the search, one offer.

use std::sync::Arc;

use jiff::civil::Date;

use super::catalog_of;
use super::settings::Live;
use crate::locale::Lang;
use crate::markdown;
use crate::search::rank::Corpus;
use crate::search::{self, Newest, Scope};
use crate::text::clean_visibly;
use crate::tracking::Marks;
use crate::tui::model::library::{Library, OpenOffer};
use crate::tui::model::offers::{Ask, Shown};
use crate::tui::msg::{Msg, OpenRequest, SearchRequest};

/// Searches, remembering what the shortlist says of each row from one search to the next.
pub struct Searcher {
    search: search::Searcher,
    /// Holds the queries whose offers are never shown.
    config: Live,
    /// Those that `marks` was made with.
    hide: Vec<String>,
    marks: Vec<Marks>,
    of: Option<(Arc<Library>, u64)>,
    newest: Newest,
}

impl Searcher {
    /// Makes one that hides what the configuration says, and gives up what is no longer the newest request.
    pub fn new(config: Live, newest: Newest) -> Self {
        Self {
            newest,
            search: search::Searcher::default(),
            config,
            hide: Vec::new(),
            marks: Vec::new(),
            of: None,
        }
    }

    /// Answers a request.
    pub fn search(&mut self, request: SearchRequest, today: Date) -> Msg {
        self.mark(&request, today);
        self.search.wait(self.newest.patience(request.generation));
        let ask = Ask {
            text: &request.query,
            sort: request.sort,
            today,
            beside: request.beside,
        };
        Msg::Found {
            generation: request.generation,
            found: Box::new(Shown::find(&mut self.search, request.library, &self.marks, ask)),
        }
    }

    fn mark(&mut self, request: &SearchRequest, today: Date) {
        let library = &request.library;
        let same = |(of, version): &(Arc<Library>, u64)| Arc::ptr_eq(of, library) && *version == request.marks;
        let config = self.config.get();
        if self.of.as_ref().is_some_and(same) && self.hide == config.hide {
            return;
        }
        self.hide.clone_from(&config.hide);
        let corpus = Corpus {
            rows: library.rows(),
            index: &library.index,
            bodies: library.bodies.as_deref(),
            texts: Some(&**library),
            marks: &[],
            today,
            scope: Scope::All,
        };
        self.marks = search::marks(corpus, &request.shortlist, &request.visits, &self.hide);
        self.of = Some((Arc::clone(library), request.marks));
    }
}

/// Opens an offer: reads its file again and parses its text.
pub fn open(request: &OpenRequest, lang: Lang) -> Msg {
    let opened = catalog_of(&request.library).map(|catalog| catalog.open(request.row as usize));
    let result = match opened {
        Some(Ok(opened)) => {
            let body = opened.text.get(opened.offer.body.clone()).unwrap_or_default();
            let document = markdown::parse(body, opened.offer.body.start);
            let path = match &opened.path {
                Some(path) => path.to_string_lossy().into_owned(),
                None => opened.offer.path.clone(),
            };
            Ok(Arc::new(OpenOffer {
                document,
                text: opened.text,
                path: clean_visibly(&path).into_string(),
                offer: opened.offer,
            }))
        }
        Some(Err(error)) => Err(error.say(lang)),
        None => Err(String::new()),
    };
    Msg::Opened {
        generation: request.generation,
        result,
    }
}
