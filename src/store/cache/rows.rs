//! Offers and files as the cache holds them.

use std::io::ErrorKind;
use std::ops::Range;
use std::time::SystemTime;

use super::bytes::{Input, Output, Stored, stored_fields, stored_words};
use crate::offer::summary::EmploymentTypes;
use crate::offer::{
    Currency, Duration, EmploymentType, NotAnOfferReason, OfferId, PayPeriod, PayRange, Start, Summary,
};
use crate::store::catalog::{Catalog, Parts, Record, What};
use crate::store::file::Stamp;
use crate::store::scan::LeftOutReason;
use crate::text::Language;

stored_words! {
    EmploymentType [
        Internship, Permanent, FixedTerm, Apprenticeship, Freelance, Volunteer, CivicService, Phd, Postdoc, Other,
    ]
    Currency [Eur, Usd, Gbp, Chf, Cad]
    PayPeriod [Hour, Day, Week, Month, Year, Total]
    Language [Fr, En, De]
    NotAnOfferReason [Empty, Readme, Template, IndexPage, Article, GeneralPage, NoOfferFound]
}

stored_fields! {
    Summary {
        id, path, source, title, organization, place, employment_types, tags, duration, start, deadline, pay,
        pay_stated, remote, language, date_posted, published, filled, draft, contact, warnings,
    }
    Duration { min_tenths, max_tenths }
    PayRange { min_cents, max_cents, currency, period }
    Stamp { size, modified, inode }
}

impl Stored for OfferId {
    fn put(&self, out: &mut Output) {
        self.as_shared().put(out);
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        Self::held(Stored::take(input)?)
    }
}

impl Stored for EmploymentTypes {
    fn put(&self, out: &mut Output) {
        let kinds = self.iter();
        u8::try_from(kinds.count()).unwrap_or(u8::MAX).put(out);
        self.iter().for_each(|kind| kind.put(out));
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        let count = u8::take(input)?;
        (0..count).map(|_| EmploymentType::take(input)).collect()
    }
}

impl Stored for Start {
    fn put(&self, out: &mut Output) {
        match self {
            Self::Asap => out.bytes.push(0),
            Self::Month { year, month } => {
                out.bytes.push(1);
                year.put(out);
                month.put(out);
            }
            Self::Day(day) => {
                out.bytes.push(2);
                day.put(out);
            }
        }
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        match u8::take(input)? {
            0 => Some(Self::Asap),
            1 => Some(Self::Month {
                year: Stored::take(input)?,
                month: Stored::take(input)?,
            }),
            2 => Stored::take(input).map(Self::Day),
            _ => None,
        }
    }
}

/// A stamp that no file has: it is read again.
const NO_STAMP: Stamp = Stamp {
    size: u64::MAX,
    modified: i64::MIN,
    inode: u64::MAX,
};

/// Writes these files with their offers. A file changed shortly before the scan `began` may have been
/// changed again without its stamp telling; it is read again the next time.
pub fn put_files(catalog: &Catalog, files: Range<usize>, began: SystemTime) -> Vec<u8> {
    let mut out = Output::default();
    for (number, file) in files.clone().zip(catalog.records().get(files).unwrap_or_default()) {
        let stamp = if file.stamp.is_doubtful(began) {
            NO_STAMP
        } else {
            file.stamp
        };
        put_file(file, stamp, &mut out);
        put_offers(catalog, catalog.rows_of(number), &mut out);
    }
    out.with_texts()
}

/// Writes some rows, each with its file.
pub fn put_rows(catalog: &Catalog, rows: &[usize]) -> Vec<u8> {
    let mut out = Output::default();
    for row in rows {
        if let Some(file) = catalog.file(*row) {
            put_file(file, file.stamp, &mut out);
            put_offers(catalog, *row..*row + 1, &mut out);
        }
    }
    out.with_texts()
}

/// Adds all the files of a part with their offers.
pub fn take_files(bytes: &[u8], parts: &mut Parts) -> Option<()> {
    let mut input = Input::with_texts(bytes)?;
    while !input.bytes.is_empty() {
        parts.begin(take_file(&mut input)?);
        for _ in 0..u32::take(&mut input)? {
            parts.add(Summary::take(&mut input)?, Stored::take(&mut input)?);
        }
    }
    Some(())
}

fn put_file(file: &Record, stamp: Stamp, out: &mut Output) {
    let Record {
        source,
        relative,
        raw,
        stamp: _,
        what,
    } = file;
    source.put(out);
    relative.put(out);
    raw.put(out);
    stamp.put(out);
    what.put(out);
}

fn take_file(input: &mut Input<'_>) -> Option<Record> {
    Some(Record {
        source: Stored::take(input)?,
        relative: Stored::take(input)?,
        raw: Stored::take(input)?,
        stamp: Stored::take(input)?,
        what: Stored::take(input)?,
    })
}

fn put_offers(catalog: &Catalog, rows: Range<usize>, out: &mut Output) {
    let offers = catalog.rows().get(rows.clone()).unwrap_or_default();
    u32::try_from(offers.len()).unwrap_or(0).put(out);
    for (row, offer) in rows.zip(offers) {
        offer.put(out);
        catalog.original_id(row).cloned().put(out);
    }
}

/// The offers of a file stand after it.
impl Stored for What {
    fn put(&self, out: &mut Output) {
        match self {
            Self::Offers(_) => out.bytes.push(0),
            Self::NotOffer(reason, title) => {
                out.bytes.push(1);
                reason.put(out);
                title.put(out);
            }
            Self::LeftOut(reason) => {
                out.bytes.push(2);
                reason.put(out);
            }
        }
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        match u8::take(input)? {
            0 => Some(Self::Offers(Box::default())),
            1 => Some(Self::NotOffer(Stored::take(input)?, Stored::take(input)?)),
            2 => Stored::take(input).map(Self::LeftOut),
            _ => None,
        }
    }
}

/// Errors that reading a file really gives; any other is stored as `Other`, which costs one look at the file.
const ERRORS: [ErrorKind; 8] = [
    ErrorKind::Other,
    ErrorKind::PermissionDenied,
    ErrorKind::NotFound,
    ErrorKind::NotADirectory,
    ErrorKind::IsADirectory,
    ErrorKind::InvalidFilename,
    ErrorKind::TimedOut,
    ErrorKind::InvalidInput,
];

impl Stored for LeftOutReason {
    fn put(&self, out: &mut Output) {
        let code: u8 = match self {
            Self::Hidden => 0,
            Self::ToolFolder => 1,
            Self::TooDeep => 2,
            Self::OtherType => 3,
            Self::NotRegular => 4,
            Self::TooLarge { .. } => 5,
            Self::Binary => 6,
            Self::LinkOutside => 7,
            Self::LinkToFolder => 8,
            Self::LinkToOffer => 9,
            Self::BrokenLink => 10,
            Self::Vanished => 11,
            Self::Unreadable(_) => 12,
        };
        out.bytes.push(code);
        match self {
            Self::TooLarge { bytes } => bytes.put(out),
            Self::Unreadable(kind) => {
                let place = ERRORS.iter().position(|known| known == kind).unwrap_or(0);
                out.bytes.push(u8::try_from(place).unwrap_or(0));
            }
            _ => {}
        }
    }
    fn take(input: &mut Input<'_>) -> Option<Self> {
        Some(match u8::take(input)? {
            0 => Self::Hidden,
            1 => Self::ToolFolder,
            2 => Self::TooDeep,
            3 => Self::OtherType,
            4 => Self::NotRegular,
            5 => Self::TooLarge {
                bytes: u64::take(input)?,
            },
            6 => Self::Binary,
            7 => Self::LinkOutside,
            8 => Self::LinkToFolder,
            9 => Self::LinkToOffer,
            10 => Self::BrokenLink,
            11 => Self::Vanished,
            12 => Self::Unreadable(*ERRORS.get(usize::from(u8::take(input)?))?),
            _ => return None,
        })
    }
}
