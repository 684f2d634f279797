//! One application: what was kept of the offer, and everything that happened since.

/// An application of the shortlist.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {}

/// The offer that an application is about, as it was when kept.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferRef {}

/// Something that happened, dated.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum EventKind {}
