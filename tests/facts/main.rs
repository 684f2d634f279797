//! What an offer says, by example: texts written for the purpose, the exact value of a fact and the exact passage that
//! states it, and texts that must give nothing.

mod more;
mod offers_b;
mod phrases;
mod properties;
mod reading;
mod traps;
