//! The signals of the page and the methods that change them. This module knows no view.

mod analyzing;
mod settings;
mod signals;
mod text;
mod types;
mod work;

pub use analyzing::INSTANT;
pub use signals::State;
pub use types::{DialogKind, Explanation, Mode, Notice, OpenFile, Stage};
