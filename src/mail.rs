//! Drafts: what is written to apply, to ask for news, to thank, and how it leaves tremplin.
//!
//! - [`address`]: the only addresses that may be written to;
//! - [`profile`]: who applies, and with which files; [`mistake`]: what is wrong with it or with a letter;
//! - [`template`]: the letters, in French and in English, which the candidate may change;
//! - [`subject`]: the subject that an offer demands, filled in;
//! - [`draft`]: all of it put together for one offer; [`guard`]: what should be looked at before it leaves;
//! - [`how`]: the passage of the offer that says how to apply, and the roads beside e-mail;
//! - [`mailto`] and [`eml`]: the draft as a link and as a file that a mail program opens.
//!
//! Pure, and nothing is ever sent from here: a mail program that the candidate knows does that.

pub mod address;
pub mod draft;
pub mod eml;
pub mod guard;
pub mod how;
pub mod mailto;
pub mod mistake;
pub mod parts;
pub mod profile;
pub mod subject;
pub mod template;

pub use address::Address;
pub use draft::{Attachment, Draft, Purpose};
pub use guard::Guard;
pub use how::{How, Road};
pub use mistake::Mistake;
pub use profile::Profile;
