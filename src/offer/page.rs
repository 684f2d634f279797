//! The body of an offer as the readers see it: passages with their section, label, links, and the way back to the file.
//!
//! Headings (real, bold lines, `// TITLE //`, upper-case lines) open sections; "Label : value" lines, list items,
//! table cells and paragraphs are passages. Code, HTML comments and struck-through text are kept apart, so that
//! nothing in them becomes a fact.
