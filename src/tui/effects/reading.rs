//! Reading offers: the scan, one offer, the search.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;

use jiff::civil::Date;

use super::keeper::Task;
use super::{catalog_of, send};
use crate::locale::{Lang, findings};
use crate::markdown;
use crate::offer::Summary;
use crate::search::rank::Corpus;
use crate::search::{Query, Sort, search};
use crate::store::{Catalog, Progress, Sources, scan};
use crate::text::clean_visibly;
use crate::tracking::{Marks, Shortlist, Visits};
use crate::tui::input::Event;
use crate::tui::model::library::{Library, OpenOffer, Rows};
use crate::tui::model::offers::Shown;
use crate::tui::msg::Msg;

impl Rows for Catalog {
    fn rows(&self) -> &[Summary] {
        Self::rows(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A search to be made.
pub struct SearchRequest {
    /// To recognise the answer.
    pub generation: u64,
    /// What to search.
    pub library: Arc<Library>,
    /// What was typed.
    pub query: String,
    /// The order of the list.
    pub sort: Sort,
    /// What is kept and hidden.
    pub shortlist: Arc<Shortlist>,
    /// What is new and unread.
    pub visits: Arc<Visits>,
    /// Changes whenever those two do.
    pub marks: u64,
}

/// An offer to be opened.
pub struct OpenRequest {
    /// To recognise the answer.
    pub generation: u64,
    /// Where it is known.
    pub library: Arc<Library>,
    /// Its row.
    pub row: u32,
}

/// Reads all sources, reporting what is known by and by.
pub fn read_all(sources: &Sources, cancelled: &AtomicBool, lang: Lang, keeper: &Sender<Task>, events: &Sender<Event>) {
    let mut reported = 0;
    let catalog = scan::scan(sources, cancelled, &mut |progress| match progress {
        Progress::Files(files) => {
            // A frame a hundred files is enough to see that it goes on.
            if files >= reported + 100 {
                reported = files;
                send(events, Msg::Read(files));
            }
        }
        Progress::Partial(catalog) => send(events, Msg::Loaded(Arc::new(Library::new(catalog)))),
    });
    let left_out = left_out(&catalog, lang);
    let files = catalog.files();
    let catalog = Arc::new(catalog);
    send(
        events,
        Msg::Loaded(Arc::new(Library::new(Arc::clone(&catalog) as Arc<dyn Rows>))),
    );
    send(events, Msg::Scanned { files, left_out });
    let _ = keeper.send(Task::Catalog(catalog));
}

/// Returns path and reason of every file that gave no offer.
fn left_out(catalog: &Catalog, lang: Lang) -> Arc<[(String, String)]> {
    let unread = catalog.left_out().map(|file| (file.path, file.reason.say(lang)));
    let others = catalog
        .not_offers()
        .map(|file| (file.path, findings::not_an_offer(lang, file.reason).to_owned()));
    unread
        .chain(others)
        .map(|(path, reason)| (clean_visibly(path).into_string(), reason))
        .collect()
}

/// Searches, remembering what the shortlist says of each row from one search to the next.
#[derive(Default)]
pub struct Searcher {
    marks: Vec<Marks>,
    of: Option<(Arc<Library>, u64)>,
}

impl Searcher {
    /// Answers a request.
    pub fn search(&mut self, request: SearchRequest, today: Date) -> Msg {
        let query = Query::parse(&request.query, today);
        self.mark(&request);
        let library = request.library;
        let corpus = Corpus {
            rows: library.rows(),
            index: &library.index,
            bodies: library.bodies.as_deref(),
            marks: &self.marks,
            today,
        };
        let hits = search(corpus, &query, request.sort);
        let found = Shown { library, query, hits };
        Msg::Found {
            generation: request.generation,
            found,
        }
    }

    fn mark(&mut self, request: &SearchRequest) {
        let same = |(library, version): &(Arc<Library>, u64)| {
            Arc::ptr_eq(library, &request.library) && *version == request.marks
        };
        if self.of.as_ref().is_some_and(same) {
            return;
        }
        let rows = request.library.rows().iter();
        let mark = |row: &Summary| request.visits.mark(&row.id, request.shortlist.marks(&row.id));
        self.marks = rows.map(mark).collect();
        self.of = Some((Arc::clone(&request.library), request.marks));
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
