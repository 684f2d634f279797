//! What an offer says, by example: texts written for the purpose, the exact value of a fact and the exact passage that
//! states it, and texts that must give nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    reason = "tables of phrases; a test that fails panics"
)]

mod apply;
mod general;
mod more;
mod odd;
mod offers_a;
mod offers_b;
mod others;
mod phrases;
mod properties;
mod reading;
mod shapes;
mod traps;
