//! The sample offers of `offers/`, embedded in the program: what is shown when no folder is given.

/// Name and content of each sample, by name.
pub const SAMPLES: &[(&str, &str)] = &[];
