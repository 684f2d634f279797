//! Dates as people type them: `demain`, `+3j`, `vendredi`, `13/06`, `next friday`.
