//! The page.

mod analysing;
mod analysis;
mod app;
mod article;
mod bookmarklet;
mod card;
mod editor;
mod explanation;
mod export;
mod files;
mod filters;
mod glance;
mod header;
mod help;
mod ignored;
mod keys;
mod layout;
mod ledgers;
mod legend;
mod marks;
mod outcomes;
mod part;
mod place;
mod pointing;
mod practice;
mod privacy;
mod rows;
mod samples;
mod share;
mod sheet;
mod shelf;
mod state;
mod stepping;
mod strip;
mod tour;
mod versions;
mod words;

use crate::engine::UNPACKING;
use leptos::prelude::{document, set_timeout};
use std::time::Duration;

/// Puts the page in place of the placeholder in `index.html`, in tasks between which the browser paints and answers.
pub fn mount() {
    // A page that is built small has no words for a panic; a development build has.
    #[cfg(not(small))]
    console_error_panic_hook::set_once();
    let draw = || {
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        header::show_theme();
        part::mount(app::App);
    };
    set_timeout(draw, Duration::ZERO);
    // The first text shall not wait for the lexicon to be unpacked.
    for (step, pause) in UNPACKING.into_iter().zip([200, 300, 400]) {
        set_timeout(step, Duration::from_millis(pause));
    }
}
