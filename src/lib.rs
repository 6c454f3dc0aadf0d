//! Caveat Lector: what a news article doesn't know, won't say and hasn't decided.
//!
//! The modules in reading order: [`lexicon`] (what the words mean), [`engine`] (text to report).

pub mod engine;
pub mod lexicon;
