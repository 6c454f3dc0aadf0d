//! Caveat Lector: what a news article doesn't know, won't say and hasn't decided.
//!
//! The modules in reading order: [`lexicon`] (the rules as data), [`engine`] (text to report), [`reading`] (what a reader does
//! with a report), [`import`] (files and web pages to text), [`wording`] (every string of the page and the summary),
//! [`export`] (a report in other formats), `bridge` (the JavaScript interface), `cli` (the terminal command), `browser`
//! (wrappers over browser interfaces) and `ui` (the page).

#[cfg(all(target_arch = "wasm32", feature = "module"))]
pub mod bridge;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod engine;
pub mod export;
pub mod import;
pub mod lexicon;
pub mod reading;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
pub mod wording;
