//! The signals of the page and the methods that change them. This module knows no view.

mod analyzing;
mod article_signals;
mod place_signals;
mod reader_signals;
mod settings;
mod signals;
mod stored_files;
mod text_changes;
mod types;
mod work;

pub use crate::reading::{Ledger, Mode};
pub use analyzing::INSTANT;
pub use signals::State;
pub use types::{ArticleLine, DialogKind, Explanation, LeftPlace, Message, Offer, OpenFile, PutAside, SampleTrial, Stage};
pub use work::Timer;
