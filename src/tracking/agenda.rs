//! What to do today, this week and later.
